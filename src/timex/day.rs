//! Days as phrases write them, and the names that only look like days.
//!
//! Several rules need "some day" inside themselves ("10 a.m. on December 8", "the evening of last Tuesday"). What a day
//! can look like is said here once, as the functions the plain rules for days use too.

use super::feast::{Around, holiday};
use super::figures::iso_date;
use super::lexicon::{Which, Word};
use super::meaning::{Base, From, Meaning, What, YearOf, always};
use super::pattern::{
    Cursor, any, day_part, full_weekday, month, month_day, no, weekday, which, which_of, whole, word,
};
use super::stretch::season;
use super::value::{Part, Unit};
use super::year::year_tail;

/// Reads a day however written: in figures, by month, by weekday, "yesterday".
pub(super) fn day(c: &mut Cursor) -> Option<Meaning> {
    let feast = |c: &mut Cursor| holiday(c).map(|holiday| What::Holiday(None, YearOf::Open, holiday).into());
    match c.peek() {
        Word::Digits(_, 4) => iso_date(c),
        Word::Weekday(_) | Word::WeekdayShort(_) => {
            c.take(weekday_and_date).or_else(|| weekday(c).map(|day| What::Weekday(None, day).into()))
        }
        Word::Month(_) | Word::MonthShort(_) | Word::MonthWeak(_) => c.take(month_and_day).or_else(|| feast(c)),
        Word::Digits(..) | Word::OrdinalDigits(_) | Word::Ordinal(_) | Word::Second | Word::Tens(_) => day_and_month(c),
        Word::Which(_) => which_weekday(c),
        Word::Yesterday(_) => day_word(c),
        Word::Feast(_) => feast(c),
        _ => None,
    }
}

/// Reads "yesterday", "today", "tomorrow".
pub(super) fn day_word(c: &mut Cursor) -> Option<Meaning> {
    if let Word::Yesterday(days) = c.step() { Some(What::Today(days).into()) } else { None }
}

/// Reads "last Tuesday", "this coming Friday".
pub(super) fn which_weekday(c: &mut Cursor) -> Option<Meaning> {
    use Which::{Coming, Following, Last, Next, Past, Previous, This};
    let mut which = which_of(&[Last, Past, This, Next, Coming, Previous, Following])(c)?;
    if which == This {
        which = c.take(which_of(&[Past, Coming])).unwrap_or(This);
    }
    Some(What::Weekday(Some(which), weekday(c)?).into())
}

/// Reads "Tuesday, December 8, 2024", "Tuesday [8 December]", either order of day and month.
pub(super) fn weekday_and_date(c: &mut Cursor) -> Option<Meaning> {
    weekday(c)?;
    let bracket = c.take(any(&[Word::Comma, Word::Open])) == Some(Word::Open);
    c.take(word(Word::The));
    let date = c.take(month_and_day).or_else(|| c.take(day_and_month))?;
    if bracket {
        word(Word::Close)(c)?;
    }
    Some(date)
}

/// Reads "December 8", "Dec. 8th, 2024", "December 8 last year".
pub(super) fn month_and_day(c: &mut Cursor) -> Option<Meaning> {
    let month = month(c)?;
    c.take(word(Word::The));
    let day = month_day(c)?;
    if is_counted(c) {
        return None;
    }
    let year = c.take(year_tail).or_else(|| range_year(c)).unwrap_or(YearOf::Open);
    Some(What::Day(year, month, day).into())
}

/// Returns the year that comes only after the end of a range: "December 4-6, 2020", "May 3 to June 8, 2020".
fn range_year(c: &Cursor) -> Option<YearOf> {
    let mut ahead = *c;
    any(&[Word::Hyphen, Word::Dash, Word::To, Word::And, Word::Through, Word::Until])(&mut ahead)?;
    let month = ahead.take(month);
    let day = month_day(&mut ahead)?;
    let year = year_tail(&mut ahead)?;
    // "December 28 to January 3, 2020" starts the year before.
    let _ = (month, day);
    Some(year)
}

/// Reads "December 8" with no year.
pub(super) fn month_then_day(c: &mut Cursor) -> Option<(u8, u8)> {
    match month_and_day(c)?.what {
        What::Day(YearOf::Open, month, day) => Some((month, day)),
        _ => None,
    }
}

/// Reads "8 December", "the 8th of December 2024".
pub(super) fn day_and_month(c: &mut Cursor) -> Option<Meaning> {
    let spelled = matches!(c.peek(), Word::Ordinal(_) | Word::Second | Word::Tens(_));
    let day = month_day(c)?;
    let of = c.take(word(Word::Of)).is_some();
    if spelled && !of {
        return None;
    }
    let month = month(c)?;
    let year = c.take(year_tail).unwrap_or(YearOf::Open);
    Some(What::Day(year, month, day).into())
}

/// Whether what follows makes the number an amount ("May 10 percent"), a clock time or a range of something else.
fn is_counted(c: &Cursor) -> bool {
    let mut ahead = *c;
    match ahead.step() {
        Word::Percent | Word::Counted | Word::Units(_) => true,
        Word::Colon => matches!(ahead.peek(), Word::Digits(_, 2)) && ahead.is_glued(),
        _ => false,
    }
}

/// Reads what is a newspaper, a firm or a company of people, though a day stands in it.
pub(super) fn proper_name(c: &mut Cursor) -> Option<()> {
    let capital = c.is_capital();
    let opens = matches!(c.before(1), Word::End | Word::Dot | Word::Stop | Word::Quote | Word::And);
    // "Business Today", "High Noon"
    let name_goes_on = capital && matches!(c.before(1), Word::Other | Word::Filler) && c.tokens[c.start - 1].capital;
    match c.step() {
        Word::Usa => (c.step() == Word::Yesterday(0)).then_some(()),
        Word::DayName => (c.is_capital() && matches!(c.step(), Word::Weekday(_))).then_some(()),
        Word::Weekday(_) | Word::DayPart(_) | Word::Feast(_) if c.is_capital() => {
            (c.step() == Word::NameEnd).then_some(())
        }
        Word::Yesterday(0) | Word::ClockName(_) if name_goes_on => Some(()),
        // "April Smith said"
        Word::Month(4 | 6) | Word::MonthWeak(8) if opens && c.is_capital() && c.peek() == Word::Other => Some(()),
        // "With June Carter Cash", "his wife April Jane Smith"
        Word::Month(4 | 6) | Word::MonthWeak(8) if c.opens_name() => Some(()),
        Word::Month(_) | Word::MonthWeak(_) | Word::Yesterday(_)
            if c.is_capital() || matches!(c.peek(), Word::Digits(_, 1 | 2)) =>
        {
            let mut end = c.step();
            if matches!(end, Word::Digits(..)) && c.is_capital() {
                end = c.step();
            }
            (end == Word::NameEnd).then_some(())
        }
        _ => None,
    }
}

/// Reads the day that ends a range, once the month and day that start it were read: "December 4-\[6\], 2020".
pub(super) fn range_end(c: &mut Cursor) -> Option<Meaning> {
    let to = matches!(c.before(1), Word::Hyphen | Word::Dash | Word::To | Word::And | Word::Through | Word::Comma);
    let first = matches!(c.before(2), Word::Digits(1..=31, 1 | 2) | Word::OrdinalDigits(1..=31));
    if !to || !first {
        return None;
    }
    let month = match (c.before(3), c.before(4)) {
        (Word::Month(month) | Word::MonthWeak(month) | Word::MonthShort(month), _)
        | (Word::Dot, Word::MonthShort(month)) => month,
        _ => return None,
    };
    let day = month_day(c)?;
    if is_counted(c) {
        return None;
    }
    let year = c.take(year_tail).unwrap_or(YearOf::Open);
    Some(What::Day(year, month, day).into())
}

/// Reads the day that starts a range whose month comes only with its end: "from \[4\] to 6 December 2020".
pub(super) fn range_start(c: &mut Cursor) -> Option<Meaning> {
    let before = c.before(1);
    let day = match c.step() {
        Word::Digits(day @ 1..=31, 1 | 2) | Word::OrdinalDigits(day @ 1..=31) => day as u8,
        _ => return None,
    };
    let mut ahead = *c;
    let tight = ahead.is_glued();
    let joined = match ahead.step() {
        Word::Hyphen | Word::Dash => true,
        Word::To | Word::And | Word::Until | Word::Through => {
            let before = if before == Word::The { c.before(2) } else { before };
            matches!(before, Word::From | Word::Between | Word::On)
        }
        Word::Comma => !tight || before == Word::On,
        _ => false,
    };
    ahead.take(word(Word::The));
    let end = month_day(&mut ahead).filter(|end| joined && *end > day)?;
    ahead.take(word(Word::Of));
    let month = month(&mut ahead)?;
    let year = ahead.take(year_tail).unwrap_or(YearOf::Open);
    let _ = end;
    Some(What::Day(year, month, day).into())
}

/// Reads a short weekday with its point: "Tues."
pub(super) fn short_weekday(c: &mut Cursor) -> Option<u8> {
    let capital = c.is_capital();
    let Word::WeekdayShort(day) = c.step() else { return None };
    (capital && c.is_glued() && c.step() == Word::Dot).then_some(day)
}

/// Reads a day after "early" or "late": "late on Monday".
pub(super) fn near_day(c: &mut Cursor) -> Option<Meaning> {
    c.take(word(Word::On));
    day(c)
}

/// Reads what shows that "last" goes on: "before last week", "after next May".
pub(super) fn unit_or_month(c: &mut Cursor) -> Option<u8> {
    match c.step() {
        Word::Unit(_)
        | Word::Units(_)
        | Word::Month(_)
        | Word::MonthWeak(_)
        | Word::Season(_)
        | Word::DayPart(_)
        | Word::Feast(_)
        | Word::Other => Some(0),
        _ => None,
    }
}

/// Reads "Mondays".
pub(super) fn plural_weekday(c: &mut Cursor) -> Option<u8> {
    if let Word::Weekdays(day) = c.step() { Some(day) } else { None }
}

/// Returns the meaning of so many Mondays ago, the last one being the first.
pub(super) fn weekdays_ago(n: u32, day: u8) -> What {
    match i8::try_from(n) {
        Ok(n @ 1..=18) => What::BesideWeekday(-7 * (n - 1), Some(Which::Last), day),
        _ => What::Nothing,
    }
}

/// Returns the meaning of "the week before last" and "the week after next".
pub(super) fn before_last(sign: i8, which: Which, unit: Unit) -> What {
    match (sign, which) {
        (-1, Which::Last) => What::Shift(-2, unit, From::Published),
        (1, Which::Next) => What::Shift(2, unit, From::Published),
        _ => What::Nothing,
    }
}

/// Reads a weekday that has no date of its own: "Friday", "on Friday", "last Friday", not "Friday, March 8". Returns it
/// where no word says which.
pub(super) fn undated_weekday(c: &mut Cursor) -> Option<Option<u8>> {
    c.take(word(Word::On));
    no(weekday_and_date)(c)?;
    let which = c.take(which);
    let day = weekday(c)?;
    Some(which.is_none().then_some(day))
}

/// Reads a day that others are told by: a holiday, or a month and day.
pub(super) fn base_day(c: &mut Cursor) -> Option<Base> {
    if let Some(holiday) = c.take(holiday) {
        let year = c.take(year_tail).unwrap_or(YearOf::Open);
        return (holiday.around == Around::Day).then_some(Base::Holiday(year, holiday));
    }
    c.take(word(Word::The));
    match c.take(month_and_day).or_else(|| day_and_month(c))?.what {
        What::Day(year, month, day) => Some(Base::Day(year, month, day)),
        _ => None,
    }
}

/// Reads "the day", "two days", "a week" as days.
pub(super) fn one_or_more_days(c: &mut Cursor) -> Option<i32> {
    if c.take(word(Word::The)).is_some() {
        return (c.step() == Word::Unit(Unit::Day)).then_some(1);
    }
    let n = if c.take(word(Word::A)).is_some() { 1 } else { whole(c).filter(|n| *n < 1000)? as i32 };
    match c.step() {
        Word::Unit(Unit::Day) | Word::Units(Unit::Day) => Some(n),
        Word::Unit(Unit::Week) | Word::Units(Unit::Week) => Some(n * 7),
        Word::Unit(Unit::Fortnight) => Some(n * 14),
        _ => None,
    }
}

/// Reads the day that a week or weekend is told by.
pub(super) fn day_of_week(c: &mut Cursor) -> Option<(YearOf, u8, u8)> {
    c.take(word(Word::The));
    let first = c.take(|c| {
        let day = month_day(c)?;
        let (year, month) = rest_of_range(c)?;
        Some((year, month, day))
    });
    first.or_else(|| match c.take(month_and_day).or_else(|| day_and_month(c))?.what {
        What::Day(year, month, day) => Some((year, month, day)),
        _ => None,
    })
}

/// Reads the rest of a range of days, whose month comes only with its end: "3rd to the 5th of May".
pub(super) fn rest_of_range(c: &mut Cursor) -> Option<(YearOf, u8)> {
    any(&[Word::Hyphen, Word::Dash, Word::To, Word::And, Word::Until, Word::Through])(c)?;
    c.take(word(Word::The));
    month_day(c)?;
    c.take(word(Word::Of));
    let month = month(c)?;
    Some((c.take(year_tail).unwrap_or(YearOf::Open), month))
}

/// Reads the first of two days, whose month comes only with the second: the night of "12"-13 March.
pub(super) fn first_of_two_days(c: &mut Cursor) -> Option<Meaning> {
    let day = month_day(c)?;
    let (year, month) = rest_of_range(&mut c.clone())?;
    Some(What::Day(year, month, day).into())
}

/// Reads the number of a day: "12th".
pub(super) fn numbered_day(c: &mut Cursor) -> Option<u8> {
    let Word::OrdinalDigits(day @ 1..=31) = c.step() else { return None };
    let name = c.is_capital() && c.peek() == Word::Other || c.peek() == Word::Hyphen && c.is_glued();
    (!name).then_some(day as u8)
}

/// Reads what can follow the number of a day; a noun that it counts cannot ("the 12th day", "the 25th anniversary").
pub(super) fn no_noun(c: &mut Cursor) -> Option<()> {
    use Word::{
        A, After, And, At, Before, By, Close, Comma, Cue, Dash, Dot, End, For, From, In, Its, On, Or, Other, Stop,
    };
    use Word::{The, To, Until};
    let can = matches!(
        c.step(),
        A | After
            | And
            | At
            | Before
            | By
            | Close
            | Comma
            | Cue(_)
            | Dash
            | Dot
            | End
            | For
            | From
            | In
            | Its
            | On
            | Or
            | Other
            | Stop
            | The
            | To
            | Until
    );
    can.then_some(())
}

/// Reads "before" or "after" as a sign.
pub(super) fn before_or_after(c: &mut Cursor) -> Option<i8> {
    match c.step() {
        Word::Before => Some(-1),
        Word::After => Some(1),
        _ => None,
    }
}

/// Reads "yesterday" or "tomorrow" as days from today.
pub(super) fn day_offset(c: &mut Cursor) -> Option<i8> {
    if let Word::Yesterday(days) = c.step() { Some(days) } else { None }
}

/// Reads what can come again: a weekday, a month, a season, a part of the day.
pub(super) fn repeating(c: &mut Cursor) -> Option<Meaning> {
    if let Some(time) = c.take(day_part) {
        let mut set = always(Part::Some(Unit::Day));
        set.time = Some(time);
        return Some(set);
    }
    c.take(full_weekday)
        .map(Part::Weekday)
        .or_else(|| c.take(month).map(Part::Month))
        .or_else(|| c.take(season).map(Part::Season))
        .map(always)
}

/// Reads "Mondays", "Tuesday nights".
pub(super) fn weekdays(c: &mut Cursor) -> Option<Meaning> {
    match c.step() {
        Word::Weekdays(day) => Some(always(Part::Weekday(day))),
        Word::Units(Unit::Weekend) => {
            matches!(c.before(1), Word::On | Word::At).then(|| always(Part::Some(Unit::Weekend)))
        }
        Word::Weekday(day) => {
            let Word::DayParts(time) = c.step() else { return None };
            Some(always(Part::Weekday(day)).at(time))
        }
        _ => None,
    }
}

/// Reads "and Tuesday nights" after a weekday.
pub(super) fn more_weekdays(c: &mut Cursor) -> Option<Meaning> {
    any(&[Word::And, Word::Or, Word::Comma])(c)?;
    weekdays(c)
}
