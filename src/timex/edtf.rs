//! The same dates in EDTF, for events: ISO 8601-2, level 1, with `XXXX-12-08` of level 2 for a day of unknown year.
//!
//! A week is the interval from its Monday to its Sunday, a season a code from 21 to 24, "since May" an open interval.
//! Durations, sets and "now" have no place on the calendar and no EDTF. Times of day are dropped: news dates are
//! civil days, and the day holds whatever the hour.

use chrono::{Days, NaiveDate, Weekday};

use super::calendar::add_days;
use super::value::{Date, Modifier, Part, Season, Unit, Year};
use super::{Bound, Value};

/// Returns the date of a value, with what `modifier` and `bound` add to it: `2025-12~`, `2025-12-07/..`.
pub(super) fn of(value: Value, modifier: Option<Modifier>, bound: Option<Bound>) -> Option<String> {
    let Value::Date(date) = value else { return None };
    let (first, last) = ends(past_the_day(date, bound))?;
    let about = if modifier.is_some_and(Modifier::is_rough) { "~" } else { "" };
    Some(match bound {
        Some(Bound::Since) => format!("{first}{about}/.."),
        Some(Bound::After) => format!("{}{about}/..", last.unwrap_or(first)),
        Some(Bound::Until) => format!("../{}{about}", last.unwrap_or(first)),
        Some(Bound::Before) => format!("../{first}{about}"),
        None => match last {
            Some(last) => format!("{first}{about}/{last}{about}"),
            None => format!("{first}{about}"),
        },
    })
}

/// The first day after, or the last before, where the day itself is not meant; what is wider than a day stays as it is.
fn past_the_day(date: Date, bound: Option<Bound>) -> Date {
    let days = match bound {
        Some(Bound::After) => 1,
        Some(Bound::Before) => -1,
        _ => return date,
    };
    date.day().map_or(date, |day| add_days(day, days).into())
}

/// Returns the interval from the first day of `from` to the last day of `to`, both included.
pub(super) fn between(from: Date, to: Date) -> Option<String> {
    let first = ends(from)?.0;
    let (start, end) = ends(to)?;
    Some(format!("{first}/{}", end.unwrap_or(start)))
}

/// One EDTF point, or the first and last day of a date that has no code of its own.
fn ends(date: Date) -> Option<(String, Option<String>)> {
    let year = match (date.year, date.part) {
        (Year::Known(year), _) if (-9999..=-1).contains(&year) => format!("-{:04}", -year),
        (Year::Known(year), _) if (0..=9999).contains(&year) => format!("{year:04}"),
        (Year::Decade(n), Part::Whole) if (0..=999).contains(&n) => return Some((format!("{n:03}X"), None)),
        (Year::Century(n), Part::Whole) if (0..=99).contains(&n) => return Some((format!("{n:02}XX"), None)),
        (Year::Decade(n), Part::Whole) => return years_before_christ(n.checked_neg()?.checked_mul(10)?, 9),
        (Year::Century(n), Part::Whole) => return years_before_christ(n.checked_neg()?.checked_mul(100)?, 99),
        (Year::Unknown, Part::Month(_) | Part::Day(..)) => "XXXX".to_owned(),
        _ => return None,
    };
    let part = match date.part {
        Part::Whole | Part::Some(Unit::Year | Unit::Month | Unit::Day) => return Some((year, None)),
        Part::Month(month) | Part::SomeDayOf(month) => format!("{month:02}"),
        Part::Day(month, day) => format!("{month:02}-{day:02}"),
        Part::Quarter(n) => format!("{}", 32 + n),
        Part::Half(n) => format!("{}", 39 + n),
        Part::Season(season) => season_code(season).to_owned(),
        Part::Week(week) => return week_days(date.year, week, Weekday::Mon),
        Part::Weekend(week) => return week_days(date.year, week, Weekday::Sat),
        Part::Weekday(_) | Part::Some(_) => return None,
    };
    Some((format!("{year}-{part}"), None))
}

/// The 470s BC are the years 479 to 470 BC, which astronomers number -478 to -469.
fn years_before_christ(last: i32, more: i32) -> Option<(String, Option<String>)> {
    let year = |bc: i32| Some(format!("-{:04}", bc - 1)).filter(|_| (2..=9999).contains(&bc));
    Some((year(last + more)?, Some(year(last)?)))
}

fn week_days(year: Year, week: u8, from: Weekday) -> Option<(String, Option<String>)> {
    let Year::Known(year @ 0..=9999) = year else { return None };
    let first = NaiveDate::from_isoywd_opt(year, week.into(), from)?;
    let last = NaiveDate::from_isoywd_opt(year, week.into(), Weekday::Mon)?.checked_add_days(Days::new(6))?;
    Some((first.to_string(), Some(last.to_string())))
}

fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "21",
        Season::Summer => "22",
        Season::Autumn => "23",
        Season::Winter => "24",
    }
}
