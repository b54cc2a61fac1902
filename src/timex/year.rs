//! Years as they are written, and the year that stands after a day or a month.
//!
//! A date takes its year from what follows it directly: ", 2024", "of 2024", an editor's `[2024]`, "last year", "two
//! years ago". Four digits alone are a year only in the company that [`year_place`] asks for.

use super::lexicon::{Which, Word};
use super::meaning::YearOf;
use super::pattern::{Cursor, any, below_hundred, which, whole, word};
use super::value::Unit;

/// Reads the year after a day or month: ", 2024", "of 2024", `[2024]`, "'98", "last year", "of that year", "two years
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

/// Reads a year in brackets, as an editor puts it in, between dashes, or in a phrase of its own: `[2024]`, "(2024)",
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

/// Reads nothing; holds where the number just read may be a year.
///
/// From 1900 on a number of four digits mostly is one, unless a mark, a count or a name stands beside it ("$1990",
/// "1980 people", "Boeing 1970"). Before, a preposition, an article or a range must say so.
pub(super) fn year_place(c: &mut Cursor) -> Option<()> {
    use Word::{
        A, After, And, Before, Between, By, Dash, During, Edge, EdgeOf, Ended, Ending, For, From, Hyphen, In, Month,
        MonthShort, MonthWeak, Near, Of, Open, Or, Over, Season, Since, The, Through, To, Until,
    };
    let glued = c.tokens[c.start].gap == super::token::Gap::Glued;
    let recent = matches!(c.tokens[c.start].word, Word::Digits(1900..=2060, _));
    let heading = c.before(1) == Word::End;
    let after = match c.peek() {
        Word::Counted | Word::Percent | Word::Units(_) | Word::Slash | Word::Zone => false,
        Word::Colon => heading,
        Word::Hyphen | Word::Dash => !c.is_glued() || range_of_years(c) || !is_joined(c),
        Word::Dot => !is_joined(c),
        _ => true,
    };
    let before = match c.before(1) {
        In
        | Of
        | Since
        | By
        | Until
        | From
        | Through
        | During
        | Before
        | After
        | Between
        | Near(_)
        | Edge(_)
        | Open
        | EdgeOf(_)
        | Ended
        | Ending
        | Month(_)
        | MonthShort(_)
        | MonthWeak(_)
        | Season(_)
        | Word::Fiscal
        | Word::Comma
        | Over
        | Word::Than
        | Word::End
        | The
        | A
        | Word::Its
        | Word::Which(_) => true,
        And | To | Or | Hyphen | Dash => recent && !glued || matches!(c.before(2), Word::Digits(_, 4)),
        Word::Money | Word::Dot | Word::Slash | Word::Colon | Word::Percent | Word::Mark | Word::Digits(..) => false,
        Word::Other => recent && !c.tokens[c.start - 1].capital || range_of_years(c),
        For | Word::On | Word::At => recent,
        _ => recent && !glued,
    };
    (before && after).then_some(())
}

/// Whether a hyphen and another year follow.
fn range_of_years(c: &Cursor) -> bool {
    let mut ahead = *c;
    any(&[Word::Hyphen, Word::Dash])(&mut ahead).is_some() && matches!(ahead.peek(), Word::Digits(_, 2 | 4))
}

/// Whether the token ahead is glued to the one after it.
fn is_joined(c: &Cursor) -> bool {
    let mut ahead = *c;
    ahead.step();
    ahead.is_glued()
}

/// Reads the two digits that end a range of years: "1947-54".
pub(super) fn end_year(c: &mut Cursor) -> Option<i32> {
    let (Word::Hyphen | Word::Dash, Word::Digits(first @ 1000..=2199, 4)) = (c.before(1), c.before(2)) else {
        return None;
    };
    let Word::Digits(last, 2) = c.step() else { return None };
    let year = first - first % 100 + last;
    (year > first && !c.is_glued()).then_some(year as i32)
}

/// Reads the year that starts a range before Christ, whose era comes only with its end: "499-493 BC".
pub(super) fn year_before_range(c: &mut Cursor) -> Option<i32> {
    let Word::Digits(first @ 1..=9999, _) = c.step() else { return None };
    let mut ahead = *c;
    any(&[Word::Hyphen, Word::Dash, Word::To, Word::And])(&mut ahead)?;
    let last = before_christ(&mut ahead)?;
    let year = 1 - first as i32;
    (year < last).then_some(year)
}

/// Reads "480 BC"; returns the astronomical year.
pub(super) fn before_christ(c: &mut Cursor) -> Option<i32> {
    let Word::Digits(year @ 1..=9999, _) = c.step() else { return None };
    era_before(c)?;
    Some(1 - year as i32)
}

/// Reads "BC", "B.C.", "BCE".
pub(super) fn era_before(c: &mut Cursor) -> Option<()> {
    match c.step() {
        Word::BeforeChrist => Some(()),
        Word::Letter(b'b') => {
            word(Word::Dot)(c)?;
            word(Word::Letter(b'c'))(c)?;
            c.take(word(Word::Dot));
            Some(())
        }
        _ => None,
    }
}

/// Reads "AD 79", "79 AD".
pub(super) fn of_our_era(c: &mut Cursor) -> Option<i32> {
    let before = c.is_capital() && c.take(word(Word::AnnoDomini)).is_some();
    let Word::Digits(year @ 1..=2199, _) = c.step() else { return None };
    let after = !before && c.is_capital() && c.step() == Word::AnnoDomini;
    (before || after).then_some(year as i32)
}
