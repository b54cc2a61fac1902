//! A weekday that contradicts its date: "Monday, 5 August" of a year in which the 5th is a Tuesday.

use chrono::{Datelike, Weekday};

use crate::model::{Edtf, Part, Point, Quality, Year};

/// Whether a weekday stands beside a day of a month that it is not.
pub(super) fn is_misfit(rule: &str, named: Option<Weekday>, date: Edtf) -> bool {
    is_of_month(rule) && named.zip(date.exact_day()).is_some_and(|(named, day)| day.weekday() != named)
}

/// "Tuesday, 8 December": the weekday only repeats what the date says.
pub(super) fn is_of_month(rule: &str) -> bool {
    matches!(rule, "weekday and date" | "month and day" | "day and month")
}

/// Where weekday and date contradict each other, nobody can tell which of the two is right.
pub(super) fn month_of(date: Edtf) -> Option<Edtf> {
    let day = date.exact_day()?;
    let part = Part::Month(day.month() as u8);
    Some(Edtf::At(Point { year: Year::Known(day.year()), part, quality: Quality::Plain }))
}

pub(super) fn named_weekday(words: &str) -> Option<Weekday> {
    let is = |word: &str| WEEKDAYS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
    words.split([' ', ',']).find_map(is).map(|(_, day)| *day)
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];
