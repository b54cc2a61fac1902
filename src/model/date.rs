//! Dates as the Extended Date/Time Format writes them: EDTF level 1, with the one level-2 form news needs.
//!
//! An event's date is rarely a plain day: "in December", "by Sunday", "December 8" of an unknown year. EDTF
//! (ISO 8601-2:2019, annex A) has a spelling for each, and this module reads and writes the part Newsbook uses:
//!
//! | written | means |
//! |---|---|
//! | `2025`, `2025-12`, `2025-12-07`, `-0479` | a year, month or day |
//! | `198X`, `19XX` | a decade, a century |
//! | `2025-23`, `2025-34`, `2025-41` | autumn (21–24), second quarter (33–36), second half (40–41) |
//! | `XXXX-12-08`, `XXXX-12` | a day or month of an unknown year (level 2) |
//! | `2025-12~`, `2025-12?`, `2025-12%` | about, uncertain, both |
//! | `2025-12-01/2025-12-07`, `../2025-12-07`, `2025-12-07/..` | from … to, by, since |
//!
//! Values are checked when they are read: an [`Edtf`] never holds a 30 February. Times of day and zones are left out
//! on purpose: news dates are civil days.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};

/// A date, or a span between two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edtf {
    At(Point),
    /// Both ends included.
    Between(Bound, Bound),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bound {
    /// `..`: there is no end, or none that is known.
    Open,
    At(Point),
}

/// A year, a part of one, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Point {
    pub year: Year,
    pub part: Part,
    pub quality: Quality,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Year {
    /// Astronomical: 0 is 1 BC. Between -9999 and 9999.
    Known(i32),
    /// `198X` is `Decade(198)`.
    Decade(i32),
    /// `19XX` is `Century(19)`.
    Century(i32),
    /// `XXXX`: not stated.
    Unknown,
}

/// Which part of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    Whole,
    /// 1 to 12.
    Month(u8),
    /// Month and day of the month.
    Day(u8, u8),
    /// An EDTF sub-year code: 21–24 spring to winter, 33–36 quarters, 40–41 halves.
    Season(u8),
}

/// How sure the writer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quality {
    #[default]
    Plain,
    /// `~`
    Approximate,
    /// `?`
    Uncertain,
    /// `%`
    Both,
}

/// Why a text is not an EDTF date, in words that fit after "is not a date: ".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdtfError(pub String);

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EdtfError {}

impl From<NaiveDate> for Edtf {
    fn from(day: NaiveDate) -> Self {
        Self::At(day.into())
    }
}

impl From<NaiveDate> for Point {
    fn from(day: NaiveDate) -> Self {
        let part = Part::Day(day.month() as u8, day.day() as u8);
        Self { year: Year::Known(day.year()), part, quality: Quality::Plain }
    }
}

impl Edtf {
    /// Returns the one day this date is, or `None` where it is wider, open, unknown or only approximate.
    ///
    /// An interval whose two ends are the same day is that day.
    pub fn exact_day(&self) -> Option<NaiveDate> {
        match self {
            Self::At(point) => point.exact_day(),
            Self::Between(Bound::At(a), Bound::At(b)) if a == b => a.exact_day(),
            Self::Between(..) => None,
        }
    }

    /// Returns the first day it can be, or `None` where there is none (open start, unknown year).
    pub fn first_day(&self) -> Option<NaiveDate> {
        match self {
            Self::At(point) | Self::Between(Bound::At(point), _) => point.first_day(),
            Self::Between(Bound::Open, _) => None,
        }
    }

    /// Returns the last day it can be, included, or `None` where there is none (open end, unknown year).
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            Self::At(point) | Self::Between(_, Bound::At(point)) => point.last_day(),
            Self::Between(_, Bound::Open) => None,
        }
    }

    /// Returns the day a list is sorted by: the last day it can be, else the first.
    ///
    /// "In December" and "by 7 December" then stand after the days they cover. `None` sorts with the undated.
    pub fn sort_day(&self) -> Option<NaiveDate> {
        self.last_day().or_else(|| self.first_day())
    }

    /// Returns the same date marked as approximate (`~` at every end that has none yet).
    pub fn approximate(self) -> Self {
        match self {
            Self::At(point) => Self::At(point.approximate()),
            Self::Between(a, b) => Self::Between(a.approximate(), b.approximate()),
        }
    }
}

impl Bound {
    fn approximate(self) -> Self {
        match self {
            Self::Open => Self::Open,
            Self::At(point) => Self::At(point.approximate()),
        }
    }
}

impl Point {
    /// Returns the day, where this is one day of a known year and neither `~` nor `%`. `?` still names a day.
    pub fn exact_day(&self) -> Option<NaiveDate> {
        let sure = matches!(self.quality, Quality::Plain | Quality::Uncertain);
        match (self.year, self.part) {
            (Year::Known(year), Part::Day(month, day)) if sure => calendar_day(year, month, day),
            _ => None,
        }
    }

    /// Returns the first day of the year, month, season or day; `None` where the year is unknown.
    pub fn first_day(&self) -> Option<NaiveDate> {
        let (month, day) = match self.part {
            Part::Whole => (1, 1),
            Part::Month(month) => (month, 1),
            Part::Day(month, day) => (month, day),
            Part::Season(code) => (season_months(code).0, 1),
        };
        calendar_day(self.years()?.0, month, day)
    }

    /// Returns the last day of the year, month, season or day, included; `None` where the year is unknown.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let year = self.years()?.1;
        match self.part {
            Part::Whole => calendar_day(year, 12, 31),
            Part::Month(month) => end_of_month(year, month),
            Part::Day(month, day) => calendar_day(year, month, day),
            Part::Season(code) => {
                let (first, months) = season_months(code);
                let month = first + months - 1;
                if month > 12 { end_of_month(year + 1, month - 12) } else { end_of_month(year, month) }
            }
        }
    }

    fn years(&self) -> Option<(i32, i32)> {
        match self.year {
            Year::Known(year) => Some((year, year)),
            Year::Decade(n) => Some((n * 10, n * 10 + 9)),
            Year::Century(n) => Some((n * 100, n * 100 + 99)),
            Year::Unknown => None,
        }
    }

    fn approximate(self) -> Self {
        let quality = match self.quality {
            Quality::Plain | Quality::Approximate => Quality::Approximate,
            Quality::Uncertain | Quality::Both => Quality::Both,
        };
        Self { quality, ..self }
    }
}

fn calendar_day(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), day.into())
}

fn end_of_month(year: i32, month: u8) -> Option<NaiveDate> {
    let next = if month == 12 { calendar_day(year + 1, 1, 1) } else { calendar_day(year, month + 1, 1) };
    next?.checked_sub_days(Days::new(1))
}

/// First month and number of months of an EDTF sub-year code. Seasons are the northern, meteorological ones; winter
/// starts in December of its year.
fn season_months(code: u8) -> (u8, u8) {
    match code {
        21..=24 => ((code - 20) * 3, 3),
        33..=36 => ((code - 33) * 3 + 1, 3),
        _ => ((code - 40) * 6 + 1, 6),
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => point.fmt(f),
            Self::Between(a, b) => write!(f, "{a}/{b}"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str(".."),
            Self::At(point) => point.fmt(f),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Year::Known(year) if year < 0 => write!(f, "-{:04}", -year)?,
            Year::Known(year) => write!(f, "{year:04}")?,
            Year::Decade(n) => write!(f, "{n:03}X")?,
            Year::Century(n) => write!(f, "{n:02}XX")?,
            Year::Unknown => f.write_str("XXXX")?,
        }
        match self.part {
            Part::Whole => {}
            Part::Month(n) | Part::Season(n) => write!(f, "-{n:02}")?,
            Part::Day(month, day) => write!(f, "-{month:02}-{day:02}")?,
        }
        f.write_str(match self.quality {
            Quality::Plain => "",
            Quality::Approximate => "~",
            Quality::Uncertain => "?",
            Quality::Both => "%",
        })
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    /// Reads EDTF as the module's table shows it. Fails with the reason on anything else, on days that the calendar
    /// does not have, and on intervals that end before they start.
    fn from_str(text: &str) -> Result<Self, EdtfError> {
        numeric(text).map_or(Ok(()), Err)?;
        let Some((from, to)) = text.split_once('/') else { return text.parse().map(Self::At) };
        let (a, b) = (bound(from)?, bound(to)?);
        if a == Bound::Open && b == Bound::Open {
            return Err(EdtfError("an interval needs at least one end".into()));
        }
        let span = Self::Between(a, b);
        match (span.first_day(), span.last_day()) {
            (Some(first), Some(last)) if last < first => Err(EdtfError(format!("`{to}` is before `{from}`"))),
            _ => Ok(span),
        }
    }
}

/// Returns what is wrong with `8/12/2025` and its like, which most people write and which can be two days.
fn numeric(text: &str) -> Option<EdtfError> {
    let numbers: Vec<u32> = text.split(['/', '.', '-']).map(digits).collect::<Option<_>>()?;
    let [a, b, year @ 1000..=9999] = numbers[..] else { return None };
    let [first, second] = [(b, a), (a, b)].map(|(month, day)| NaiveDate::from_ymd_opt(year as i32, month, day));
    let words = |day: NaiveDate| day.format("%-d %B").to_string();
    Some(EdtfError(match (first, second) {
        (Some(first), Some(second)) if first != second => {
            format!("`{text}` could be {} or {}", words(first), words(second))
        }
        (only, other) => format!("`{text}` is not EDTF; write {}", only.or(other)?),
    }))
}

fn bound(text: &str) -> Result<Bound, EdtfError> {
    if text == ".." { Ok(Bound::Open) } else { text.parse().map(Bound::At) }
}

impl FromStr for Point {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let (body, quality) = split_quality(text);
        let (sign, digits) = match body.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, body),
        };
        let mut fields = digits.split('-');
        let year = year(fields.next().unwrap_or_default(), sign).ok_or_else(|| not_edtf(text))?;
        let part = part(year, fields.next(), fields.next()).ok_or_else(|| not_edtf(text))?;
        if fields.next().is_some() {
            return Err(not_edtf(text));
        }
        let point = Self { year, part, quality };
        point.check()?;
        Ok(point)
    }
}

impl Point {
    fn check(&self) -> Result<(), EdtfError> {
        let Part::Day(month, day) = self.part else { return Ok(()) };
        // A leap year stands in for an unknown one: 29 February can be right.
        let year = if let Year::Known(year) = self.year { year } else { 2024 };
        match calendar_day(year, month, day) {
            Some(_) => Ok(()),
            None => Err(EdtfError(format!("the calendar has no {self}"))),
        }
    }
}

fn not_edtf(text: &str) -> EdtfError {
    EdtfError(format!("`{text}` is not EDTF; write 2025-12-08, 2025-12~, ../2025-12-08 or 2025-12-01/2025-12-07"))
}

fn split_quality(text: &str) -> (&str, Quality) {
    let quality = match text.chars().next_back() {
        Some('~') => Quality::Approximate,
        Some('?') => Quality::Uncertain,
        Some('%') => Quality::Both,
        _ => return (text, Quality::Plain),
    };
    (&text[..text.len() - 1], quality)
}

fn year(text: &str, sign: i32) -> Option<Year> {
    if text == "XXXX" && sign == 1 {
        return Some(Year::Unknown);
    }
    if text.len() != 4 || !text.is_ascii() {
        return None;
    }
    let known = text.trim_end_matches('X');
    let number = digits(known)? as i32;
    match known.len() {
        4 => Some(Year::Known(sign * number)),
        3 if sign == 1 => Some(Year::Decade(number)),
        2 if sign == 1 => Some(Year::Century(number)),
        _ => None,
    }
}

fn part(year: Year, month: Option<&str>, day: Option<&str>) -> Option<Part> {
    let Some(month) = month else { return (year != Year::Unknown).then_some(Part::Whole) };
    if !matches!(year, Year::Known(_) | Year::Unknown) {
        return None;
    }
    let code = two_digits(month)?;
    match (code, day) {
        (1..=12, Some(day)) => Some(Part::Day(code, two_digits(day).filter(|d| (1..=31).contains(d))?)),
        (1..=12, None) => Some(Part::Month(code)),
        (21..=24 | 33..=36 | 40..=41, None) => Some(Part::Season(code)),
        _ => None,
    }
}

fn two_digits(text: &str) -> Option<u8> {
    if text.len() == 2 { digits(text).map(|n| n as u8) } else { None }
}

fn digits(text: &str) -> Option<u32> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().expect("a test date"))
    }

    #[test]
    fn what_is_read_is_written_back() {
        for text in [
            "2025",
            "2025-12",
            "2025-12-07",
            "-0479",
            "198X",
            "19XX",
            "2025-23",
            "2025-34",
            "2025-41",
            "XXXX-12-08",
            "XXXX-02-29",
            "XXXX-12",
            "2025-12~",
            "2025-12-08?",
            "2025%",
            "2025-12-01/2025-12-07",
            "../2025-12-07",
            "2025-12-07/..",
            "2025-12~/2026-01~",
        ] {
            assert_eq!(text.parse::<Edtf>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_not_edtf_is_refused() {
        for text in [
            "",
            "XXXX",
            "2025-13",
            "2025-02-30",
            "2023-02-29",
            "8/12/2025",
            "2025-1-1",
            "25-12-08",
            "2025-12-07/2025-12-01",
            "../..",
            "198X-01",
            "2025-12-07-01",
            "+2025",
            "2025-12-é",
            "20é",
            "2025-37",
            "~",
        ] {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_numeric_date_is_refused_with_its_readings() {
        let said = |text: &str| text.parse::<Edtf>().expect_err("not EDTF").to_string();
        assert_eq!(said("8/12/2025"), "`8/12/2025` could be 8 December or 12 August");
        assert_eq!(said("13.12.2025"), "`13.12.2025` is not EDTF; write 2025-12-13");
        assert_eq!(said("8/8/2025"), "`8/8/2025` is not EDTF; write 2025-08-08");
    }

    #[test]
    fn only_a_sure_day_is_an_exact_day() {
        let exact = |text: &str| text.parse::<Edtf>().expect("EDTF").exact_day();
        assert_eq!(exact("2025-12-07"), day("2025-12-07"));
        assert_eq!(exact("2025-12-07/2025-12-07"), day("2025-12-07"));
        for wider in ["2025-12-07~", "XXXX-12-07", "2025-12", "../2025-12-07"] {
            assert_eq!(exact(wider), None, "{wider}");
        }
    }

    #[test]
    fn spans_include_both_ends() {
        let check = |text: &str, first: Option<&str>, last: Option<&str>| {
            let date: Edtf = text.parse().expect("EDTF");
            assert_eq!(date.first_day(), first.and_then(day), "{text}");
            assert_eq!(date.last_day(), last.and_then(day), "{text}");
        };
        check("2024-02", Some("2024-02-01"), Some("2024-02-29"));
        check("2024-24", Some("2024-12-01"), Some("2025-02-28"));
        check("2024-36", Some("2024-10-01"), Some("2024-12-31"));
        check("2024-41", Some("2024-07-01"), Some("2024-12-31"));
        check("198X", Some("1980-01-01"), Some("1989-12-31"));
        check("../2025-12-07", None, Some("2025-12-07"));
        check("2025-12-07/..", Some("2025-12-07"), None);
        check("XXXX-12-08", None, None);
    }
}
