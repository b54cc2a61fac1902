//! Calendar arithmetic, and the choice of a year where the text gives none.
//!
//! The thresholds were measured on the bare months, month-days and weekdays of TimeBank, AQUAINT and MEANTIME.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::clause::{Clause, Tense};
use super::value::{Date, Part, Season, Unit, Year};

/// Returns the month a part of the year begins in.
pub(super) fn first_month(part: Part) -> u8 {
    match part {
        Part::Month(month) => month,
        Part::Quarter(n) => n * 3 - 2,
        Part::Half(n) => n * 6 - 5,
        Part::Season(Season::Spring) => 3,
        Part::Season(Season::Summer) => 6,
        Part::Season(Season::Autumn) => 9,
        Part::Season(Season::Winter) => 12,
        _ => 1,
    }
}

/// A month without a year is the past one up to seven months back, else the nearest; a future word moves it ahead.
pub(super) fn month_year(today: NaiveDate, month: u8, tense: Option<Tense>, is_future: bool) -> i32 {
    let ahead = i32::from(month) - today.month() as i32;
    let (back, ahead) = if ahead > 0 { (12 - ahead, ahead) } else { (-ahead, 12 + ahead) };
    let past_year = if i32::from(month) > today.month() as i32 { today.year() - 1 } else { today.year() };
    match tense {
        Some(Tense::Future) if (ahead <= 8 || is_future) && back > 0 => past_year + 1,
        Some(Tense::Past) if back <= 10 => past_year,
        _ if back <= 7 => past_year,
        _ if ahead < back => past_year + 1,
        _ => past_year,
    }
}

/// A quarter that has not begun is last year's, unless a future word governs it.
pub(super) fn quarter_year(today: NaiveDate, n: u8, future: bool) -> i32 {
    let now = (today.month() as u8 - 1) / 3 + 1;
    if n > now && !future { today.year() - 1 } else { today.year() }
}

/// A season that has not begun is last year's, unless the tense looks ahead.
pub(super) fn season_year(today: NaiveDate, part: Part, tense: Option<Tense>) -> i32 {
    let first = i32::from(first_month(part));
    if first > today.month() as i32 && tense != Some(Tense::Future) { today.year() - 1 } else { today.year() }
}

/// Days that have become names, and what they are the names of: "the Sept. 11 attacks" are those of one year.
const NAMED: [(u8, u8, i32, &[&str]); 4] = [
    (1, 6, 2021, &["assault", "attack", "committee", "hearings", "insurrection", "panel", "riot", "rioters"]),
    (2, 24, 2022, &["invasion"]),
    (9, 11, 2001, &["attack", "attacks", "commission", "hijackers", "terror", "terrorist"]),
    (10, 7, 2023, &["assault", "attack", "attacks", "massacre"]),
];

/// Returns the year of a day that is a name: "the Jan. 6 committee", "the events of Jan. 6".
pub(super) fn year_of_name(month: u8, day: u8, clause: &Clause) -> Option<i32> {
    let (_, _, year, names) = NAMED.iter().find(|named| (named.0, named.1) == (month, day))?;
    let beside = clause.noun_after().or_else(|| clause.noun_before_of())?;
    (names.contains(&beside) || beside == "events").then_some(*year)
}

/// The year, decade or century `n` from the one the year lies in.
pub(super) fn coarse(year: i32, n: i32, unit: Unit) -> Option<Date> {
    let year = match unit {
        Unit::Decade => Year::Decade(counted_in(year, n, 10)?),
        Unit::Century => Year::Century(counted_in(year, n, 100)?),
        Unit::Year => Year::Known(year.checked_add(n).filter(|year| (-9998..=9999).contains(year))?),
        _ => return None,
    };
    Some(Date::new(year, Part::Whole))
}

/// The decade or century `n` from the year's; before Christ they count backwards and are negative.
fn counted_in(year: i32, n: i32, years: i32) -> Option<i32> {
    if year > 0 {
        return Some(year / years + n).filter(|found| *found > 0);
    }
    Some((year - 1) / years + n).filter(|found| *found < 0)
}

/// Returns the ISO week of a day, or its weekend.
pub(super) fn week(day: NaiveDate, weekend: bool) -> Date {
    let week = day.iso_week();
    let number = week.week() as u8;
    Date::new(Year::Known(week.year()), if weekend { Part::Weekend(number) } else { Part::Week(number) })
}

/// Returns the weekday, 1 being Monday.
pub(super) fn weekday_number(day: u8) -> Weekday {
    Weekday::try_from(day.saturating_sub(1) % 7).unwrap_or(Weekday::Mon)
}

/// The last such weekday at least `gap` days before `day`.
pub(super) fn latest(day: NaiveDate, weekday: Weekday, gap: u32) -> NaiveDate {
    let back = (day.weekday().num_days_from_monday() + 7 - weekday.num_days_from_monday()) % 7;
    let back = if back < gap { back + 7 } else { back };
    add_days(day, -i64::from(back))
}

/// The first such weekday at least `gap` days after `day`.
pub(super) fn earliest(day: NaiveDate, weekday: Weekday, gap: u32) -> NaiveDate {
    let ahead = (weekday.num_days_from_monday() + 7 - day.weekday().num_days_from_monday()) % 7;
    let ahead = if ahead < gap { ahead + 7 } else { ahead };
    add_days(day, ahead.into())
}

/// The day so many days off; at the ends of the calendar, the day itself.
pub(super) fn add_days(day: NaiveDate, days: i64) -> NaiveDate {
    let step = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(step) } else { day.checked_add_days(step) }.unwrap_or(day)
}

/// Returns the year and month so many months off.
pub(super) fn add_months(year: i32, month: u8, months: i32) -> (i32, u8) {
    let total = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
    (total.div_euclid(12) as i32, total.rem_euclid(12) as u8 + 1)
}
