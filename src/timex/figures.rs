//! Days in figures: `2024-12-18`, `8/12/2025`, `25.12.2023`; and parts of a year in short: `H1`, `Q3`, `2022-23`.
//!
//! Where day and month can change places and nobody said which comes first, both readings are kept.

use super::DateOrder;
use super::lexicon::Word;
use super::meaning::{Meaning, What, YearOf};
use super::pattern::{Cursor, hyphen};
use super::value::Part;
use super::year::year;

/// Reads `2024-12-18`.
pub(super) fn iso_date(c: &mut Cursor) -> Option<Meaning> {
    in_prose(c)?;
    let year = year(c)?;
    hyphen(c)?;
    let month = two_digits(c, 12)?;
    hyphen(c)?;
    Some(What::Day(YearOf::Stated(year), month, two_digits(c, 31)?).into())
}

/// Reads nothing; fails inside an address or a longer number: "news/2020/05/05".
fn in_prose(c: &mut Cursor) -> Option<()> {
    let joined =
        c.is_glued() && c.at == c.start && matches!(c.before(1), Word::Slash | Word::Hyphen | Word::Dot | Word::Mark);
    (!joined).then_some(())
}

fn two_digits(c: &mut Cursor, most: u32) -> Option<u8> {
    match c.step() {
        Word::Digits(n, 2) if (1..=most).contains(&n) => Some(n as u8),
        _ => None,
    }
}

/// Reads a date in figures: `8/12/2025`, `2023/12/25`, `25.12.2023`. Where day and month can change places and the
/// order is not known, the date keeps both readings.
pub(super) fn figures(c: &mut Cursor) -> Option<Meaning> {
    in_prose(c)?;
    let (first, first_len) = number(c)?;
    let separator = glued(c, &[Word::Slash, Word::Dot, Word::Hyphen])?;
    let (second, _) = number(c)?;
    if glued(c, &[separator])? != separator {
        return None;
    }
    let (third, third_len) = number(c)?;
    if c.order == DateOrder::YearMonth && first_len == 2 && third_len == 2 {
        let fits = (1..=12).contains(&second) && (1..=31).contains(&third);
        return fits.then(|| What::Day(YearOf::Short(first as u8), second as u8, third as u8).into());
    }
    let (a, b) = match (first_len, third_len) {
        (4, 1 | 2) => return figures_of(first as i32, second, third),
        (1 | 2, 4) if (1000..=2200).contains(&third) => (first, second),
        (1 | 2, 2) if separator == Word::Slash && first_len <= 2 => (first, second),
        _ => return None,
    };
    let year = if third_len == 4 { YearOf::Stated(third as i32) } else { YearOf::Short(third as u8) };
    let in_order = |day: u32, month: u32| {
        ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some((month as u8, day as u8))
    };
    let (european, american) = (in_order(a, b), in_order(b, a));
    let (month, day) = match (european, american, c.order) {
        (Some(one), None, _) | (None, Some(one), _) => one,
        (Some(one), Some(other), _) if one == other => one,
        (Some(one), Some(_), DateOrder::DayMonth) => one,
        (Some(_), Some(one), DateOrder::MonthDay) => one,
        (Some(one), Some(other), _) => {
            return Some(Meaning { either: Some(other), ..What::Day(year, one.0, one.1).into() });
        }
        (None, None, _) => return None,
    };
    Some(What::Day(year, month, day).into())
}

fn figures_of(year: i32, month: u32, day: u32) -> Option<Meaning> {
    let fits = (1000..=2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| What::Day(YearOf::Stated(year), month as u8, day as u8).into())
}

fn number(c: &mut Cursor) -> Option<(u32, u8)> {
    if let Word::Digits(n, len @ 1..=4) = c.step() { Some((n, len)) } else { None }
}

fn glued(c: &mut Cursor, allowed: &[Word]) -> Option<Word> {
    let tight = c.is_glued();
    let mark = c.step();
    (tight && c.is_glued() && allowed.contains(&mark)).then_some(mark)
}

/// Reads "H1" or "Q3" as the half or quarter it stands for.
pub(super) fn half_or_quarter(c: &mut Cursor) -> Option<Part> {
    let capital = c.is_capital();
    let letter = c.step();
    let glued = c.is_glued();
    match (letter, c.step()) {
        (Word::Letter(b'h'), Word::Digits(n @ 1..=2, 1)) if capital && glued => Some(Part::Half(n as u8)),
        (Word::Letter(b'q'), Word::Digits(n @ 1..=4, 1)) if capital && glued => Some(Part::Quarter(n as u8)),
        _ => None,
    }
}

/// Reads the year a winter ends in, once the one it starts in was read: "2022-23", "2022/2023".
pub(super) fn into_next_year(c: &mut Cursor) -> Option<()> {
    let Word::Digits(first, 4) = c.tokens[c.at - 1].word else { return None };
    glued(c, &[Word::Hyphen, Word::Dash, Word::Slash])?;
    let next = first + 1;
    match c.step() {
        Word::Digits(last, 2) => last == next % 100,
        Word::Digits(last, 4) => last == next,
        _ => false,
    }
    .then_some(())
}
