//! Parts of the year and more than a year: months, quarters, seasons, years, decades, and their early and late parts.

use super::day::month_and_day;
use super::figures::into_next_year;
use super::lexicon::{Which, Word};
use super::meaning::{Meaning, What, YearOf, fixed};
use super::pattern::{Cursor, any, edge, hyphen, joint, month, no, ordinal, possessive, unit, which, which_of, word};
use super::value::{Modifier, Part, Season, Unit, Year};
use super::year::{before_christ, era_before, spelled_year, year, year_tail};

/// Reads "December 2024", "March of last year": a month with its year.
pub(super) fn month_and_year(c: &mut Cursor) -> Option<Meaning> {
    let month = month(c)?;
    Some(What::Part(year_tail(c)?, Part::Month(month)).into())
}

/// Reads a part of the year as it stands after "early", "the end of" and the like.
pub(super) fn stretch(c: &mut Cursor) -> Option<Meaning> {
    c.take(month_and_year)
        .or_else(|| c.take(which_named))
        .or_else(|| c.take(quarter))
        .or_else(|| c.take(season_of))
        .or_else(|| c.take(which_unit))
        .or_else(|| c.take(decade))
        .or_else(|| c.take(century))
        .or_else(|| c.take(before_christ).map(|year| fixed(Year::Known(year))))
        .or_else(|| c.take(month).map(|month| What::Part(YearOf::Open, Part::Month(month)).into()))
        .or_else(|| c.take(season).map(|season| What::Part(YearOf::Open, Part::Season(season)).into()))
        .or_else(|| c.take(year).or_else(|| c.take(spelled_year)).map(|year| fixed(Year::Known(year))))
}

pub(super) fn season(c: &mut Cursor) -> Option<Season> {
    if let Word::Season(season) = c.step() { Some(season) } else { None }
}

/// Reads "last March", "next summer", "this past spring".
pub(super) fn which_named(c: &mut Cursor) -> Option<Meaning> {
    use Which::{Coming, Following, Last, Next, Past, Previous, Same, That, This};
    let mut which = which_of(&[Last, Past, This, Next, Coming, Previous, Following, Same, That])(c)?;
    if which == This {
        which = c.take(which_of(&[Past, Coming])).unwrap_or(This);
    }
    let part = c.take(month).map(Part::Month).or_else(|| season(c).map(Part::Season))?;
    Some(What::Named(which, part).into())
}

/// Reads "summer of 2024", "winter 1994", "spring of next year".
pub(super) fn season_of(c: &mut Cursor) -> Option<Meaning> {
    let season = season(c)?;
    let year = year_tail(c)?;
    c.take(into_next_year);
    Some(What::Part(year, Part::Season(season)).into())
}

/// Reads "last week", "this year", "the following month".
pub(super) fn which_unit(c: &mut Cursor) -> Option<Meaning> {
    let the = c.take(word(Word::The)).is_some();
    let which = which(c)?;
    c.take(any(&[Word::Fiscal, Word::Filler]));
    // "This Week" is a programme.
    if c.is_capital() {
        return None;
    }
    let unit = unit(c).filter(|unit| *unit != Unit::Fortnight)?;
    // "The last quarter-century", "last year-end".
    no(hyphen)(c)?;
    let text = the && matches!(which, Which::Next) && unit <= Unit::Year;
    Some(What::Unit(if text { Which::Following } else { which }, unit).into())
}

/// Reads a quarter by its number, with its year before or after: "third-quarter", "this year's third quarter".
pub(super) fn quarter(c: &mut Cursor) -> Option<Meaning> {
    let before = c.take(owner_year);
    if c.take(any(&[Word::Fiscal, Word::Filler])).is_some() {
        joint(c)?;
    }
    let n = ordinal(c).filter(|n| (1..=4).contains(n))?;
    c.take(any(&[Word::Fiscal, Word::Filler]));
    joint(c)?;
    word(Word::Unit(Unit::Quarter))(c)?;
    let after = c.take(|c| {
        c.take(word(Word::Of));
        c.take(any(&[Word::Fiscal, Word::Filler]));
        year_tail(c)
    });
    Some(What::Part(before.or(after).unwrap_or(YearOf::Open), Part::Quarter(n as u8)).into())
}

/// Reads "this year's", "2023's", "the 2023" and the like before a quarter.
pub(super) fn owner_year(c: &mut Cursor) -> Option<YearOf> {
    if let Some(stated) = c.take(year) {
        c.take(possessive);
        return Some(YearOf::Stated(stated));
    }
    let which = which(c)?;
    word(Word::Unit(Unit::Year))(c)?;
    possessive(c)?;
    match which {
        Which::Last => Some(YearOf::Published(-1)),
        Which::This | Which::Current => Some(YearOf::Published(0)),
        Which::Next => Some(YearOf::Published(1)),
        _ => None,
    }
}

/// Reads "1990s", "'90s", "nineties", "470s BC".
pub(super) fn decade(c: &mut Cursor) -> Option<Meaning> {
    let apostrophe = c.take(word(Word::Apostrophe)).is_some();
    match c.step() {
        Word::Digits0s(n) if n % 10 == 0 && (10..1000).contains(&n) && c.take(era_before).is_some() => {
            Some(fixed(Year::Decade(-(n as i32 / 10))))
        }
        Word::Digits0s(n @ 1000..=2190) if n % 100 != 0 && n % 10 == 0 => Some(fixed(Year::Decade((n / 10) as i32))),
        Word::Digits0s(n @ 1000..=2100) if n % 100 == 0 => Some(fixed(Year::Decade((n / 10) as i32))),
        Word::Digits0s(n @ 20..=90) if n % 10 == 0 && apostrophe => Some(fixed(Year::Decade(190 + (n / 10) as i32))),
        Word::DecadeName(n) if is_after_article(c) => Some(fixed(Year::Decade(190 + i32::from(n) / 10))),
        _ => None,
    }
}

/// Whether "the" or "the early" stands before the word just read: "the twenties", not "in her early twenties".
fn is_after_article(c: &Cursor) -> bool {
    let mut before = c.tokens[..c.at - 1].iter().rev().take(4).map(|t| t.word);
    let near = before.find(|word| !matches!(word, Word::Edge(_) | Word::Hyphen));
    near == Some(Word::The)
}

/// Reads "19th century", "fifth century BC".
pub(super) fn century(c: &mut Cursor) -> Option<Meaning> {
    let n = ordinal(c).filter(|n| (1..=30).contains(n))? as i32;
    joint(c)?;
    word(Word::Unit(Unit::Century))(c)?;
    let christ = c.take(era_before).is_some();
    Some(fixed(Year::Century(if christ { -(n - 1).max(1) } else { n - 1 })))
}

/// Reads "early", "mid-", "the end of" and returns what it says.
pub(super) fn part_of(c: &mut Cursor) -> Option<Modifier> {
    let before = *c;
    if let Some(edge) = c.take(edge_of) {
        return Some(edge);
    }
    *c = before;
    c.take(word(Word::The));
    let edge = edge_joined(c)?;
    c.take(word(Word::In));
    Some(edge)
}

/// Reads "early" or "mid-" with what joins it to the next word.
pub(super) fn edge_joined(c: &mut Cursor) -> Option<Modifier> {
    let edge = edge(c)?;
    joint(c)?;
    Some(edge)
}

/// Reads "the beginning of", "end of", "middle of".
pub(super) fn edge_of(c: &mut Cursor) -> Option<Modifier> {
    c.take(word(Word::The));
    let edge = if let Word::EdgeOf(edge) = c.step() { edge } else { return None };
    word(Word::Of)(c)?;
    Some(edge)
}

/// Words after which "May" and "March" are months.
pub(super) const MONTH_AFTER: &[Word] = &[
    Word::In,
    Word::Of,
    Word::Since,
    Word::Until,
    Word::By,
    Word::From,
    Word::Through,
    Word::During,
    Word::To,
    Word::Edge(Modifier::Start),
    Word::Edge(Modifier::End),
    Word::Edge(Modifier::Mid),
    Word::And,
    Word::Between,
    Word::For,
    Word::Every,
    Word::Before,
    Word::After,
    Word::Ended,
    Word::Ending,
];

/// Reads "earlier" or "later" before a stretch of time.
pub(super) fn earlier_later(c: &mut Cursor) -> Option<Modifier> {
    match c.step() {
        Word::Earlier => Some(Modifier::Start),
        Word::Later => Some(Modifier::End),
        _ => None,
    }
}

/// Reads "first half" and "first two quarters" as 1, "last half" as 2.
pub(super) fn half_year(c: &mut Cursor) -> Option<u8> {
    let n = match c.step() {
        Word::Ordinal(1) => 1,
        Word::Second | Word::Which(Which::Last) => 2,
        _ => return None,
    };
    joint(c)?;
    match c.step() {
        Word::Half => Some(n),
        Word::Small(2) => (c.step() == Word::Units(Unit::Quarter)).then_some(n),
        _ => None,
    }
}

/// Reads "first" to "fifth" as a number, "last" as 0.
pub(super) fn nth(c: &mut Cursor) -> Option<u8> {
    if c.take(word(Word::Which(Which::Last))).is_some() {
        return Some(0);
    }
    ordinal(c).filter(|n| (1..=5).contains(n)).map(|n| n as u8)
}

/// Returns what the first or last week says of its month.
pub(super) fn part_of_nth(n: u8) -> Option<Modifier> {
    match n {
        0 => Some(Modifier::End),
        1 => Some(Modifier::Start),
        _ => None,
    }
}

/// Reads a year as the owner of a half or quarter.
pub(super) fn year_of(c: &mut Cursor) -> Option<YearOf> {
    if c.take(the_year).is_some() {
        return Some(YearOf::Open);
    }
    c.take(year).map(YearOf::Stated).or_else(|| year_tail(c))
}

/// Reads "to March": how a year of accounts is told.
pub(super) fn to_month(c: &mut Cursor) -> Option<()> {
    word(Word::To)(c)?;
    c.take(any(&[Word::EdgeOf(Modifier::End), Word::Edge(Modifier::End), Word::Of]));
    month(c).map(|_| ())
}

fn the_year(c: &mut Cursor) -> Option<()> {
    word(Word::The)(c)?;
    word(Word::Unit(Unit::Year))(c)
}

/// Reads nothing; holds where a hyphen makes "third-quarter" an adjective, which takes no article.
pub(super) fn quarter_as_adjective(c: &mut Cursor) -> Option<()> {
    c.take(any(&[Word::Fiscal]));
    ordinal(c)?;
    hyphen(c)
}

/// Reads a stretch of time, or "the year" as the one spoken of.
pub(super) fn stretch_or_the(c: &mut Cursor) -> Option<Meaning> {
    c.take(stretch).or_else(|| {
        let unit = unit(c).filter(|unit| matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Day))?;
        Some(What::This(unit).into())
    })
}

/// Reads "year-end", "year end", "year's end".
pub(super) fn year_end(c: &mut Cursor) -> Option<()> {
    word(Word::Unit(Unit::Year))(c)?;
    if c.take(possessive).is_none() {
        joint(c)?;
    }
    word(Word::EdgeOf(Modifier::End))(c)
}

/// Reads "year-ago", "year-earlier".
pub(super) fn year_ago(c: &mut Cursor) -> Option<()> {
    word(Word::Unit(Unit::Year))(c)?;
    joint(c)?;
    any(&[Word::Ago, Word::Earlier])(c).map(|_| ())
}

/// Reads "a year ago", "a year earlier".
pub(super) fn a_year_ago(c: &mut Cursor) -> Option<()> {
    word(Word::A)(c)?;
    year_ago(c)
}

/// Reads "last year".
pub(super) fn last_year(c: &mut Cursor) -> Option<()> {
    word(Word::Which(Which::Last))(c)?;
    word(Word::Unit(Unit::Year))(c)
}

/// Reads nothing; holds where a span of time is said to end on a day, and returns that.
pub(super) fn ended(c: &mut Cursor) -> Option<(YearOf, u8, u8)> {
    let mut ahead = *c;
    word(Word::Ended)(&mut ahead)?;
    match month_and_day(&mut ahead)?.what {
        What::Day(year, month, day) => Some((year, month, day)),
        _ => None,
    }
}

/// Returns the weeks or years between now and "last", "this" or "next".
pub(super) fn offset(which: Which) -> i8 {
    match which {
        Which::Last | Which::Past | Which::Previous => -1,
        Which::Next | Which::Coming | Which::Following => 1,
        _ => 0,
    }
}
