//! Years as they are written, and the year that stands after a day or a month.
//!
//! A date takes its year from what follows it directly: ", 2024", "of 2024", an editor's "[2024]", "last year", "two
//! years ago". Whether four digits alone are a year is asked in [`super::stretch::year_place`].

use super::lexicon::{Which, Word};
use super::meaning::YearOf;
use super::pattern::{Cursor, any, below_hundred, which, whole, word};
use super::stretch::before_christ;
use super::value::Unit;

/// Reads the year after a day or month: ", 2024", "of 2024", "[2024]", "'98", "last year", "of that year", "two years
/// ago".
pub(super) fn year_tail(c: &mut Cursor) -> Option<YearOf> {
    if let Some(year) = c.take(set_apart_year) {
        return Some(YearOf::Stated(year));
    }
    if let Some(years) = c.take(years_away) {
        return Some(years);
    }
    c.take(any(&[Word::Comma, Word::Of]));
    if let Some(era) = c.take(before_christ) {
        return Some(YearOf::Stated(era));
    }
    if let Some(year) = c.take(year).or_else(|| c.take(spelled_year)) {
        let other_number = matches!(c.peek(), Word::Counted | Word::Percent);
        return (!other_number).then_some(YearOf::Stated(year));
    }
    if let Some(year) = c.take(short_year) {
        return Some(YearOf::Short(year));
    }
    c.take(word(Word::The));
    let which = which(c)?;
    word(Word::Unit(Unit::Year))(c)?;
    match which {
        Which::Last | Which::Past => Some(YearOf::Published(-1)),
        Which::This | Which::Current => Some(YearOf::Published(0)),
        Which::Next | Which::Coming => Some(YearOf::Published(1)),
        Which::That | Which::Same => Some(YearOf::Text(0)),
        Which::Following => Some(YearOf::Text(1)),
        Which::Previous => Some(YearOf::Text(-1)),
        _ => None,
    }
}

/// Reads a year in brackets, as an editor puts it in, between dashes, or in a phrase of its own: "[2024]", "(2024)",
/// "in 2024", ", in 2024,".
fn set_apart_year(c: &mut Cursor) -> Option<i32> {
    let opened = c.step();
    let stated = match opened {
        Word::Open | Word::Dash => year(c)?,
        Word::In => return year(c).filter(|_| !matches!(c.peek(), Word::Counted | Word::Percent | Word::Apostrophe)),
        Word::Comma => {
            word(Word::In)(c)?;
            year(c)?
        }
        _ => return None,
    };
    let closed = match opened {
        Word::Open => c.step() == Word::Close,
        Word::Dash => c.step() == Word::Dash,
        _ => matches!(c.peek(), Word::Comma | Word::Dot | Word::Stop | Word::End),
    };
    closed.then_some(stated)
}

/// Reads "a year ago", "two years earlier", "three years later".
fn years_away(c: &mut Cursor) -> Option<YearOf> {
    c.take(word(Word::Comma));
    let n = if c.take(word(Word::A)).is_some() { 1 } else { whole(c).filter(|n| *n < 100)? } as i8;
    any(&[Word::Unit(Unit::Year), Word::Units(Unit::Year)])(c)?;
    match c.step() {
        Word::Ago => Some(YearOf::Published(-n)),
        Word::Earlier | Word::Before => Some(YearOf::Text(-n)),
        Word::Later => Some(YearOf::Text(n)),
        _ => None,
    }
}

/// Reads a year of four digits, 1000 to 2199.
pub(super) fn year(c: &mut Cursor) -> Option<i32> {
    match c.step() {
        Word::Digits(year @ 1000..=2199, 4) => Some(year as i32),
        _ => None,
    }
}

/// Reads a year in words: "nineteen ninety-seven", "two thousand (and) one".
pub(super) fn spelled_year(c: &mut Cursor) -> Option<i32> {
    match c.step() {
        Word::Small(century @ 16..=19) => Some(i32::from(century) * 100 + below_hundred(c).filter(|n| *n >= 10)?),
        Word::Tens(20) => Some(2000 + below_hundred(c).filter(|n| *n >= 10)?),
        Word::Small(2) if c.step() == Word::Thousand => {
            let more = c.take(|c| {
                c.take(word(Word::And));
                below_hundred(c)
            });
            Some(2000 + more.unwrap_or(0))
        }
        _ => None,
    }
}

/// Reads an apostrophe and the last two digits of a year.
pub(super) fn short_year(c: &mut Cursor) -> Option<u8> {
    let quoted = c.is_glued() && c.before(1) == Word::Apostrophe;
    (c.step() == Word::Apostrophe && c.is_glued() && !quoted).then_some(())?;
    if let Word::Digits(year @ 0..=99, 2) = c.step() { Some(year as u8) } else { None }
}
