//! Dates in prose: finds time expressions in English news text and pins them to a calendar.
//!
//! A library in waiting: it knows text and calendars, never articles or themes, and imports no other room.

use std::ops::Range;

use chrono::NaiveDate;

/// What the tagger is told about the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// When the text was published, as far as it is known.
    pub published: Published,
    pub order: DateOrder,
}

/// A publication date, possibly incomplete. Only a full day lets weekdays and "yesterday" become days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u32>,
    /// 1 to 31.
    pub day: Option<u32>,
}

/// How `8/12/2025` is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    DayMonth,
    MonthDay,
    YearMonth,
    /// Ambiguous numeric dates are reported, not read.
    #[default]
    Ask,
}

/// A time expression in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Bytes into the text, end excluded.
    pub span: Range<usize>,
    pub kind: TimexKind,
    /// TIMEX3 value, e.g. `2024-12-18`, `XXXX-12-08`, `P2W`, `PRESENT_REF`.
    pub value: String,
    /// TIMEX3 `mod`, e.g. `APPROX`.
    pub modifier: Option<&'static str>,
    /// The same as a date for an event, in EDTF; `None` for durations, sets and references without a calendar place.
    pub edtf: Option<String>,
    /// Name of the rule that read it.
    pub rule: &'static str,
    /// The day it was worked out from, when it was.
    pub anchor: Option<NaiveDate>,
    /// True where the text itself states the day, month or year it names; false where a part was inferred.
    pub stated: bool,
}

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexKind {
    Date,
    Time,
    Duration,
    Set,
}

/// Finds the time expressions of `text`, in text order, not overlapping.
pub fn tag(_text: &str, _context: &Context) -> Vec<Timex> {
    Vec::new()
}
