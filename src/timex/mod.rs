//! Dates in prose: finds time expressions in English news text and pins them to a calendar.
//!
//! A library in waiting: it knows text and calendars, never articles or themes, and imports no other room.
//!
//! ```
//! use newsbook::timex::{Context, Published, tag};
//!
//! let published = Published { year: Some(2024), month: Some(3), day: Some(20) };
//! let found = tag("The talks began last Tuesday.", &Context { published, ..Context::default() });
//! assert_eq!(found[0].value.to_string(), "2024-03-19");
//! ```

mod amount;
mod calendar;
mod clause;
mod clock;
mod counted;
mod day;
mod edtf;
mod explain;
mod feast;
mod figures;
mod first;
mod holiday;
mod interval;
mod land;
mod lexicon;
mod manual;
mod meaning;
mod pattern;
mod relative;
mod report;
mod resolve;
mod rules;
mod scan;
mod state;
mod stretch;
mod token;
pub mod value;
mod year;

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

pub use explain::{Explained, Explanation, Untimed, explain};
pub use manual::rules_page;
pub use value::{Date, Modifier, Part, Unit, Value, Year};

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

impl From<NaiveDate> for Published {
    fn from(day: NaiveDate) -> Self {
        Self { year: Some(day.year()), month: Some(day.month()), day: Some(day.day()) }
    }
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

/// Everything the tagger found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// In text order, not overlapping.
    pub timexes: Vec<Timex>,
    /// "from 4 to 6 December": pairs of time expressions that are the ends of one span of time.
    pub intervals: Vec<Interval>,
    /// "on the eve of the visit": times told by another event.
    pub relatives: Vec<Relative>,
    /// Whether the text tells history, dates following from dates, rather than the news of its day.
    pub narrative: bool,
}

/// A time expression in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Bytes into the text, end excluded.
    pub span: Range<usize>,
    pub kind: TimexKind,
    /// Its `Display` is TIMEX3: `2024-12-18`, `XXXX-12-08`, `P2W`, `PRESENT_REF`.
    pub value: Value,
    /// TIMEX3 `mod`, from the words of the expression itself ("early", "about", "more than").
    pub modifier: Option<Modifier>,
    /// From the word before it: "since", "until", "by".
    pub bound: Option<Bound>,
    /// Name of the rule that read it.
    pub rule: &'static str,
    /// The day it was worked out from, when it was.
    pub anchor: Option<Anchor>,
    /// Whether the year stands in the text.
    pub year: Basis,
    /// Whether the text says on which side of the anchor it lies ("last", "ago", a full date), or usage had to tell.
    pub direction: Basis,
    /// The two days it can be, where a numeric date leaves the order of day and month open (`8/12/2025`): day first,
    /// then month first. The value then tells the year only.
    pub either: Option<(NaiveDate, NaiveDate)>,
}

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexKind {
    Date,
    Time,
    Duration,
    Set,
}

/// Which side of an expression is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "since May"
    Since,
    /// "until May", "by May"
    Until,
    /// "after May 3", the day itself not included.
    After,
    /// "before May 3", the day itself not included.
    Before,
}

/// Whether something stands in the text or was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    Stated,
    Inferred,
}

/// The day an expression was worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The day of publication.
    Published(NaiveDate),
    /// The date of an expression before it in the text: "two days later".
    Text(NaiveDate),
}

/// Two expressions that name the ends of one span of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// From the first word ("from", "between", the first date) to the last.
    pub span: Range<usize>,
    /// Indices into the timexes of the first and the last expression it is made of.
    pub parts: (usize, usize),
    pub from: Date,
    /// Included.
    pub to: Date,
}

/// A time told by another event, which the caller may know a date for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// The whole phrase: "on the eve of the visit".
    pub span: Range<usize>,
    /// The words that name the event: "the visit".
    pub event: Range<usize>,
    /// How far from the event and in which unit; negative is before. `None` is some time.
    pub shift: Option<(i32, Unit)>,
    pub side: Side,
}

/// On which side of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    Before,
    At,
    After,
}

impl Timex {
    /// Returns the same as a date for an event, in EDTF; `None` for durations, sets and references without a place on
    /// the calendar.
    pub fn edtf(&self) -> Option<String> {
        match self.kind {
            TimexKind::Date | TimexKind::Time => edtf::of(self.value, self.modifier, self.bound),
            TimexKind::Duration | TimexKind::Set => None,
        }
    }

    /// Returns the one day it names, whatever the time of day; `None` where it is wider, open, approximate or unknown.
    pub fn day(&self) -> Option<NaiveDate> {
        let exact = self.bound.is_none() && !self.modifier.is_some_and(Modifier::is_rough);
        match (self.kind, self.value) {
            (TimexKind::Date | TimexKind::Time, Value::Date(date)) if exact => date.day(),
            _ => None,
        }
    }

    /// Whether the text itself states the day, month or year it names; false where a part was inferred.
    pub fn stated(&self) -> bool {
        self.year == Basis::Stated && self.direction == Basis::Stated
    }

    /// Returns the `mod` attribute of TIMEX3: what the expression says, else what the word before it says.
    pub fn mod_attribute(&self) -> Option<&'static str> {
        let bound = self.bound.map(|bound| match bound {
            Bound::Since => Modifier::OnOrAfter,
            Bound::Until => Modifier::OnOrBefore,
            Bound::After => Modifier::After,
            Bound::Before => Modifier::Before,
        });
        self.modifier.or(bound).map(Modifier::as_str)
    }
}

impl TimexKind {
    /// Returns the `type` attribute of TIMEX3.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

impl Anchor {
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Published(day) | Self::Text(day) => day,
        }
    }
}

impl Interval {
    /// Returns `2025-12-04/2025-12-06`; `None` where an end has no place on the calendar.
    pub fn edtf(&self) -> Option<String> {
        edtf::between(self.from, self.to)
    }
}

/// Finds the time expressions of `text`, in text order, not overlapping.
pub fn tag(text: &str, context: &Context) -> Vec<Timex> {
    read(text, context).timexes
}

/// Finds the time expressions of `text`, the intervals they span and the times told by other events.
pub fn read(text: &str, context: &Context) -> Reading {
    scan::read(text, context)
}
