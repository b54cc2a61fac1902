//! Calendar dates as they stand at the head of an article: a small parser, for places where nothing but a date may
//! stand.
//!
//! Dates in prose are `timex`'s affair. This reads only what names a day of the calendar in full, or a month and day:
//! `2024-12-18`, `18 December 2024`, `Wednesday, Dec. 18, 2024`, `December 18`. What could be two days, as
//! `8/12/2025`, is read by nobody.

use std::ops::Range;

use chrono::NaiveDate;

use super::dateline::is_time;
use crate::model::{Edtf, EdtfError, Part, Point, Quality, Year};

/// Reads the date that `text` starts with: the date, and its length in bytes.
///
/// A month and day without a year give `XXXX-12-18`; there is no year to be had here. A weekday that contradicts the
/// calendar makes it no date at all.
pub(super) fn date_at_start(text: &str) -> Option<(Edtf, usize)> {
    let (weekday, rest) = weekday(text);
    let before = text.len() - rest.len();
    let (date, length) = numeric(rest).or_else(|| month_first(rest)).or_else(|| day_first(rest))?;
    let agrees = match (weekday, date.exact_day()) {
        (Some(index), Some(day)) => chrono::Datelike::weekday(&day).num_days_from_monday() == index,
        _ => true,
    };
    let ends = !text[before + length..].starts_with(|c: char| c.is_alphanumeric());
    (agrees && ends).then_some((date, before + length))
}

/// Finds the dates of `text`, in order, with and without a year.
pub(super) fn dates_in(text: &str) -> Vec<(Edtf, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        match date_at_start(&text[start..]) {
            Some((date, length)) => {
                found.push((date, start..start + length));
                at = start + length;
            }
            None => at = start + 1,
        }
    }
    found
}

/// Finds the next byte that opens a word and could open a date: a digit or a capital that opens a month or weekday.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let opens = |b: u8| b.is_ascii_digit() || b"JFMASONDTW".contains(&b);
    let inner = |b: u8| b.is_ascii_alphanumeric() || !b.is_ascii() || matches!(b, b'-' | b'/' | b'.' | b',');
    // After a comma or a dash a number is the tail of another number, a word is a word.
    let bound = |i: usize| match i.checked_sub(1).map(|j| bytes[j]) {
        None => true,
        Some(before) if bytes[i].is_ascii_digit() => !inner(before) || before >= 0x80,
        Some(before) => !before.is_ascii_alphanumeric(),
    };
    (from..bytes.len()).find(|&i| opens(bytes[i]) && bound(i) && text.is_char_boundary(i))
}

/// `2024-12-18`, with a time behind it or not, `2024/12/18`, `2024.12.18`.
fn numeric(text: &str) -> Option<(Edtf, usize)> {
    let bytes = text.as_bytes();
    let separator = *bytes.get(4)?;
    if !matches!(separator, b'-' | b'/' | b'.') || bytes.get(7) != Some(&separator) {
        return None;
    }
    let day = day(number(text.get(..4)?)? as i32, number(text.get(5..7)?)?, number(text.get(8..10)?)?)?;
    let time = if bytes.get(10) == Some(&b'T') { clock(&text[11..])? + 1 } else { 0 };
    Some((day.into(), 10 + time))
}

/// Measures `10:32`, `10:32:05.123`, with `Z` or `+02:00` behind it.
fn clock(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b':' | b'.')).count();
    let zone = match text.as_bytes().get(digits) {
        Some(b'Z') => 1,
        Some(b'+' | b'-') => 1 + text[digits + 1..].bytes().take_while(|b| b.is_ascii_digit() || *b == b':').count(),
        _ => 0,
    };
    (digits >= 4).then_some(digits + zone)
}

/// `December 18, 2024`, `Dec. 18 2024`, `December 18th`.
fn month_first(text: &str) -> Option<(Edtf, usize)> {
    let (month, rest) = month(text)?;
    let rest = rest.strip_prefix(' ')?;
    let (day_number, rest) = day_number(rest)?;
    let year = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' ')).and_then(year);
    finish(text, year, month, day_number, rest)
}

/// `18 December 2024`, `18th of Dec. 2024`, `18 December`.
fn day_first(text: &str) -> Option<(Edtf, usize)> {
    let (day_number, rest) = day_number(text)?;
    let rest = rest.strip_prefix(' ')?;
    let (month, rest) = month(rest.strip_prefix("of ").unwrap_or(rest))?;
    let year = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' ')).and_then(year);
    finish(text, year, month, day_number, rest)
}

/// `rest` is what follows the day or month; where a year was found, it follows the year instead.
fn finish(text: &str, year: Option<(i32, &str)>, month: u32, day_number: u32, rest: &str) -> Option<(Edtf, usize)> {
    let Some((year, rest)) = year else {
        let _exists_in_a_leap_year = day(2024, month, day_number)?;
        let part = Part::Day(month as u8, day_number as u8);
        let date = Edtf::At(Point { year: Year::Unknown, part, quality: Quality::Plain });
        return Some((date, text.len() - rest.len()));
    };
    Some((day(year, month, day_number)?.into(), text.len() - rest.len()))
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    YEARS.contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day))?
}

/// Years in which newspapers appear; other numbers of four digits are something else.
const YEARS: Range<i32> = 1700..2100;

fn number(text: &str) -> Option<u32> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn year(text: &str) -> Option<(i32, &str)> {
    let year = number(text.get(..4)?)? as i32;
    let rest = &text[4..];
    (YEARS.contains(&year) && !rest.starts_with(|c: char| c.is_alphanumeric())).then_some((year, rest))
}

fn day_number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = number(text.get(..digits)?).filter(|n| (1..=31).contains(n))?;
    let rest = &text[digits..];
    let rest = ["st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
    Some((value, rest))
}

fn month(text: &str) -> Option<(u32, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &text[..length];
    let short = |name: &str| {
        let short = abbreviated(name, length);
        word == short || word.eq_ignore_ascii_case(short) && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    if length < 3 {
        return None;
    }
    let is = |name: &str| word.eq_ignore_ascii_case(name) || short(name);
    let index = MONTHS.iter().position(|name| is(name) || *name == "September" && word == "Sept")?;
    let rest = &text[length..];
    Some((index as u32 + 1, if length < MONTHS[index].len() { rest.strip_prefix('.').unwrap_or(rest) } else { rest }))
}

/// `Dec` of `December`; nothing else is an abbreviation of a month.
fn abbreviated(name: &str, length: usize) -> &str {
    if length == 3 { &name[..3] } else { "" }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Reads a weekday and the comma or space behind it: its index from Monday, and the rest.
fn weekday(text: &str) -> (Option<u32>, &str) {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &text[..length];
    let is = |name: &str| word.eq_ignore_ascii_case(name) || length == 3 && word.eq_ignore_ascii_case(&name[..3]);
    let Some(index) = WEEKDAYS.iter().position(|name| is(name)) else { return (None, text) };
    let rest = text[length..].trim_start_matches(['.', ',']);
    match rest.strip_prefix(' ') {
        Some(rest) => (Some(index as u32), rest.trim_start_matches(' ')),
        None => (None, text),
    }
}

/// Reads a date out of metadata: EDTF, a day with or without a time, or a written-out date.
///
/// Fails with the reason: `8/12/2025` could be two days, and other texts are no dates.
pub(super) fn metadata_date(text: &str) -> Result<Edtf, String> {
    let text = text.trim();
    let unpadded = || csl(text).map(Edtf::from);
    let written = || date_at_start(text).filter(|(_, length)| is_time(&text[*length..])).map(|(date, _)| date);
    match text.parse() {
        Ok(date) => Ok(date),
        Err(reason) => unpadded().or_else(written).map_or_else(|| strokes(text, &reason), Ok),
    }
}

/// Reads `20.06.2024` and `6/20/2024`: the date and its length, where only one reading is possible.
pub(super) fn numbers_at_start(text: &str) -> Option<(Edtf, usize)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '/' | '-')).unwrap_or(text.len());
    let written = text[..end].trim_end_matches(['.', '/', '-']);
    let year = written.rsplit(['.', '/', '-']).next().filter(|year| year.len() == 4)?;
    if written.len() < year.len() + 4 {
        return None;
    }
    let reason = EdtfError(String::new());
    strokes(written, &reason).ok().map(|date| (date, written.len()))
}

/// `2025-12-8`, as CSL's date parts come.
fn csl(text: &str) -> Option<NaiveDate> {
    let mut fields = text.split('-').map(|field| number(field).filter(|_| !field.is_empty() && field.len() <= 4));
    let (year, month, date) = (fields.next()??, fields.next()??, fields.next()??);
    if fields.next().is_none() { day(year as i32, month, date) } else { None }
}

/// `8/12/2025`: a day only where one reading is possible.
fn strokes(text: &str, reason: &EdtfError) -> Result<Edtf, String> {
    let date = text.split([' ', 'T', ',']).next().unwrap_or_default();
    let fields: Vec<_> = date.split(['/', '.', '-']).map(|field| number(field).filter(|_| !field.is_empty())).collect();
    let [Some(first), Some(second), Some(year)] = fields[..] else { return Err(reason.to_string()) };
    let days = [day(year as i32, second, first), day(year as i32, first, second)];
    match days {
        [Some(a), Some(b)] if a != b => {
            let words = |day: NaiveDate| day.format("%-d %B").to_string();
            Err(format!("could be {} or {}", words(a), words(b)))
        }
        [Some(day), _] | [None, Some(day)] => Ok(day.into()),
        [None, None] => Err(reason.to_string()),
    }
}

/// Finds the date in the name of a file: `2024-12-18-talks.txt`, `wire_20241218.md`.
///
/// Eight digits count only alone, as part of a longer number or word they are some other name.
pub(super) fn date_in_file_name(path: &str) -> Option<NaiveDate> {
    let name = path.rsplit('/').next()?;
    let bytes = name.as_bytes();
    let starts =
        (0..bytes.len()).filter(|&i| bytes[i].is_ascii_digit() && (i == 0 || !bytes[i - 1].is_ascii_alphanumeric()));
    starts.filter_map(|i| name.get(i..)).find_map(|rest| separated(rest).or_else(|| compact(rest)))
}

fn separated(text: &str) -> Option<NaiveDate> {
    let fields = [text.get(..4)?, text.get(5..7)?, text.get(8..10)?];
    let separators = [text.get(4..5)?, text.get(7..8)?];
    let good = separators[0] == separators[1] && ["-", "_", "."].contains(&separators[0]) && ends_number(text, 10);
    day(number(fields[0])? as i32, number(fields[1])?, number(fields[2])?).filter(|_| good)
}

fn compact(text: &str) -> Option<NaiveDate> {
    let day = day(number(text.get(..4)?)? as i32, number(text.get(4..6)?)?, number(text.get(6..8)?)?);
    day.filter(|_| ends_number(text, 8) && !text[8..].starts_with(|c: char| c.is_alphabetic()))
}

fn ends_number(text: &str, at: usize) -> bool {
    !text[at..].starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_at_the_start() {
        for (text, date, rest) in [
            ("2024-12-18 Ukrainian", "2024-12-18", " Ukrainian"),
            ("2024-12-18T10:00:00+02:00", "2024-12-18", ""),
            ("2024-12-18T10:00Z.", "2024-12-18", "."),
            ("2024/12/18, x", "2024-12-18", ", x"),
            ("December 18, 2024 — x", "2024-12-18", " — x"),
            ("Wednesday, December 18, 2024.", "2024-12-18", "."),
            ("Wed, 18 Dec 2024 x", "2024-12-18", " x"),
            ("DECEMBER 18, 2024", "2024-12-18", ""),
            ("DEC 18, 2024", "2024-12-18", ""),
            ("18th of December 2024", "2024-12-18", ""),
            ("Dec. 7 (Agency)", "XXXX-12-07", " (Agency)"),
            ("Sept. 3, 1999", "1999-09-03", ""),
            ("May 3 and", "XXXX-05-03", " and"),
            ("18 December, 20 people", "XXXX-12-18", ", 20 people"),
        ] {
            let (found, length) = date_at_start(text).expect(text);
            assert_eq!((found.to_string().as_str(), &text[length..]), (date, rest));
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "8/12/2025",
            "12/18/2024",
            "2024-13-01",
            "2024-12-181",
            "February 30, 2024",
            "Thursday, December 18, 2024",
            "Mayor 3",
            "Marching 3",
            "18 Decembers",
            "1234",
            "December",
            "December 2024",
            "May",
        ] {
            assert_eq!(date_at_start(text), None, "{text}");
        }
    }

    #[test]
    fn dates_inside_a_text() {
        let text = "On December 13, and 14 December 2024, 1,600 drones; v.2024-12-18 and (2024-12-19).";
        let found: Vec<_> = dates_in(text).into_iter().map(|(date, span)| (date.to_string(), &text[span])).collect();
        let expected = [
            ("XXXX-12-13".into(), "December 13"),
            ("2024-12-14".into(), "14 December 2024"),
            ("2024-12-19".into(), "2024-12-19"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn dates_in_metadata() {
        let check = |text: &str, expected: &str| {
            assert_eq!(metadata_date(text).map(|d| d.to_string()).unwrap_or_else(|e| e), expected)
        };
        for text in [
            "2024-12-18",
            " 2024-12-18T23:30:00-05:00",
            "2024-12-18 10:00:00 +0100",
            "Wed, 18 Dec 2024 10:00:00 GMT",
            "December 18, 2024",
            "2024/12/18",
            "18/12/2024",
            "12/18/2024",
            "18.12.2024",
            "2024-12-18T10:00:00.000Z",
        ] {
            check(text, "2024-12-18");
        }
        check("2024-1-8", "2024-01-08");
        check("2024-12~", "2024-12~");
        check("8/12/2025", "could be 8 December or 12 August");
        check("8/8/2025", "2025-08-08");
        assert!(metadata_date("soon").is_err());
        assert!(metadata_date("").is_err());
    }

    #[test]
    fn dates_in_file_names() {
        let check = |path: &str, expected: Option<&str>| {
            assert_eq!(date_in_file_name(path).map(|day| day.to_string()).as_deref(), expected, "{path}");
        };
        check("content/articles/2024-12-18-talks.txt", Some("2024-12-18"));
        check("a/wire_20241218.md", Some("2024-12-18"));
        check("a/g7-2022_07_26.md", Some("2022-07-26"));
        check("a/20241218T1030.txt", None);
        check("a/2024-12-18/x.txt", None);
        check("a/000_06f64a31d275d646.txt", None);
        check("a/20241399.txt", None);
        check("a/120241218.txt", None);
        check("a/a20241218.txt", None);
        check("a/2024-1é-18.txt", None);
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "([0-9]{1,4}|-|/|Dec|Wed|, | |é|\\PC){0,20}") {
            for (_, span) in dates_in(&text) {
                prop_assert!(text.get(span).is_some());
            }
            date_in_file_name(&text);
        }
    }
}
