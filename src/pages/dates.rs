//! Dates as they hang in the margin: doubt shows before reading.
//!
//! An exact day becomes a large numeral. Everything less becomes small words ("by 7 Dec", "week 1–7 Dec",
//! "8 Dec, year?", "undated"), so that nobody mistakes a month or a guess for a day. No date is ever narrowed here.
//! How a date reads in a sentence is said in `say`, for every page alike.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;

use super::labels::{Labels, fill};
use crate::model::{Bound, Edtf, Part, Point, Quality, Year};

/// A date for a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// For `<time datetime>`: a day, month or year; `None` where HTML has no notation for it.
    pub iso: Option<String>,
    /// The exact day; `None` where it is less than that, and then `soft` says what is known.
    pub day: Option<DayView>,
    /// Words for the margin, "by 7 Dec"; `None` where a day stands there.
    pub soft: Option<String>,
    /// In full: "Sunday 7 December 2025", "8 December, year not known".
    pub full: String,
}

/// The parts of an exact day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayView {
    /// Short: "Sun".
    pub weekday: &'static str,
    /// 1 to 31.
    pub number: u32,
    /// Short: "Dec".
    pub month: &'static str,
    pub year: i32,
}

impl DateView {
    /// Returns the view of a date, or of having none.
    pub fn new(date: Option<&Edtf>, labels: &Labels) -> Self {
        let Some(date) = date else {
            let undated = labels.dates.undated.to_owned();
            return Self { iso: None, day: None, soft: Some(undated.clone()), full: undated };
        };
        let day = sure_day(date).map(|day| DayView::new(day, labels));
        let soft = day.is_none().then(|| soft(date, labels));
        Self { iso: iso(date), day, soft, full: labels.weekday_date(date) }
    }
}

impl DayView {
    /// Returns the parts of a day.
    pub fn new(day: NaiveDate, labels: &Labels) -> Self {
        Self {
            weekday: labels.weekdays_short[day.weekday().num_days_from_monday() as usize],
            number: day.day(),
            month: labels.months_short[day.month0() as usize],
            year: day.year(),
        }
    }
}

/// Returns "December 2025".
pub fn month_in_full(year: i32, month: u32, labels: &Labels) -> String {
    format!("{} {year}", labels.months[(month.clamp(1, 12) - 1) as usize])
}

/// The day that may stand as a large numeral: one day, and no `?` on it.
fn sure_day(date: &Edtf) -> Option<NaiveDate> {
    match date {
        Edtf::At(at) | Edtf::Between(Bound::At(at), _) if at.quality == Quality::Plain => date.exact_day(),
        _ => None,
    }
}

fn soft(date: &Edtf, labels: &Labels) -> String {
    match date {
        Edtf::At(at) => point(at, labels),
        Edtf::Between(Bound::At(a), Bound::At(b)) if a == b => point(a, labels),
        Edtf::Between(Bound::At(a), Bound::At(b)) => {
            let text = span(a, b, labels);
            if is_week(a, b) { fill(labels.dates.week, &text) } else { text }
        }
        Edtf::Between(Bound::Open, Bound::At(to)) => fill(labels.dates.by, &point(to, labels)),
        Edtf::Between(Bound::At(from), Bound::Open) => fill(labels.dates.since, &point(from, labels)),
        Edtf::Between(Bound::Open, Bound::Open) => labels.dates.undated.to_owned(),
    }
}

fn is_week(a: &Point, b: &Point) -> bool {
    let (Some(first), Some(last)) = (a.exact_day(), b.exact_day()) else { return false };
    first.weekday() == Weekday::Mon && (last - first).num_days() == 6
}

fn point(at: &Point, labels: &Labels) -> String {
    let text = match (at.part, at.year) {
        (Part::Day(month, day), Year::Known(_)) => day_and_month(month, &day.to_string(), labels),
        (Part::Day(month, day), _) => {
            fill(labels.dates.year_not_stated, &day_and_month(month, &day.to_string(), labels))
        }
        (Part::Month(month), Year::Known(year)) => format!("{} {year}", month_name(month, labels)),
        (Part::Month(month), _) => fill(labels.dates.year_not_stated, month_name(month, labels)),
        // Years and seasons are short enough as they are.
        (Part::Whole | Part::Season(_), _) => return labels.date(&Edtf::At(*at)),
    };
    match at.quality {
        Quality::Plain => text,
        Quality::Approximate => fill(labels.dates.about, &text),
        Quality::Uncertain => text + "?",
        Quality::Both => fill(labels.dates.about, &text) + "?",
    }
}

/// Both ends with what they share said once: "1–7 Dec", "28 Nov – 2 Dec".
fn span(a: &Point, b: &Point, labels: &Labels) -> String {
    match (a.part, b.part) {
        (Part::Day(m, from), Part::Day(n, to)) if (a.year, m, a.quality) == (b.year, n, b.quality) => {
            let days = |day: &str| day_and_month(n, day, labels);
            let (one, both) = (days(&to.to_string()), days(&format!("{from}–{to}")));
            point(b, labels).replacen(&one, &both, 1)
        }
        _ => format!("{} – {}", point(a, labels), point(b, labels)),
    }
}

fn day_and_month(month: u8, day: &str, labels: &Labels) -> String {
    labels.say.day_without_year.replace("{d}", day).replace("{m}", month_name(month, labels))
}

fn month_name(month: u8, labels: &Labels) -> &'static str {
    labels.months_short[usize::from(month.clamp(1, 12)) - 1]
}

fn iso(date: &Edtf) -> Option<String> {
    let Edtf::At(Point { year: Year::Known(year @ 1..=9999), part, quality: Quality::Plain }) = date else {
        return None;
    };
    match part {
        Part::Whole => Some(format!("{year:04}")),
        Part::Month(month) => Some(format!("{year:04}-{month:02}")),
        Part::Day(month, day) => Some(format!("{year:04}-{month:02}-{day:02}")),
        Part::Season(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::labels::labels;
    use super::*;

    fn check(edtf: &str, soft: &str) {
        let date: Edtf = edtf.parse().expect("EDTF");
        let view = DateView::new(Some(&date), labels("en"));
        let day = view.day.map(|day| format!("{} {}", day.number, day.month));
        assert_eq!(day.is_some(), edtf == "2025-12-07", "{edtf}");
        assert_eq!(day.or(view.soft).as_deref(), Some(soft), "{edtf}");
    }

    #[test]
    fn doubt_is_said_in_the_margin() {
        check("2025-12-07", "7 Dec");
        check("2025-12", "Dec 2025");
        check("2025", "2025");
        check("XXXX-12-08", "8 Dec, year?");
        check("XXXX-12", "Dec, year?");
        check("../2025-12-07", "by 7 Dec");
        check("2025-12-07/..", "since 7 Dec");
        check("2025-12-01/2025-12-07", "week 1–7 Dec");
        check("2025-12-02/2025-12-04", "2–4 Dec");
        check("2025-11-28/2025-12-02", "28 Nov – 2 Dec");
        check("2025-12-28/2026-01-02", "28 Dec – 2 Jan");
        check("2025-12-07~", "about 7 Dec");
        check("2025-12-07?", "7 Dec?");
        check("2025-12~", "about Dec 2025");
        check("198X", "the 1980s");
        check("2025-23", "autumn 2025");
    }

    #[test]
    fn only_what_html_can_say_is_machine_readable() {
        let iso = |text: &str| super::iso(&text.parse().expect("EDTF"));
        assert_eq!(iso("2025-12-07").as_deref(), Some("2025-12-07"));
        assert_eq!(iso("2025-12").as_deref(), Some("2025-12"));
        for other in ["XXXX-12-08", "2025-12-07~", "../2025-12-07", "2025-23", "-0479"] {
            assert_eq!(iso(other), None, "{other}");
        }
    }
}
