//! What a phrase says before anyone knows when it was written: the algebra the rules speak and the resolver reads.
//!
//! A meaning is underspecified on purpose. "Tuesday" is a weekday without a which, "December 8" a day without a year;
//! [`super::resolve`] fills in the rest from the publication date and from what was read before. The operators follow
//! SCATE (Bethard and Parker 2016) as far as news needs them: this, last and next of something that comes again, and
//! shifts by so many units.

use super::feast::Holiday;
use super::lexicon::Which;
use super::value::{Count, Duration, Modifier, Part, Time, Unit, Value, Year};
use super::{TimexKind, value};

/// The meaning of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    pub what: What,
    pub time: Option<Time>,
    pub modifier: Option<Modifier>,
    /// Given where it is not the usual one of the value.
    pub kind: Option<TimexKind>,
    /// The other reading of an ambiguous numeric date, as month and day.
    pub either: Option<(u8, u8)>,
}

/// Which place or stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A phrase that looks like a time and is none.
    Nothing,
    /// Needs nothing from outside.
    Fixed(Value),
    /// Day of a month.
    Day(YearOf, u8, u8),
    /// Month, quarter, half or season of a year, or the year itself.
    Part(YearOf, Part),
    /// "Tuesday", "last Tuesday".
    Weekday(Option<Which>, u8),
    /// Monday of last week: weeks from the week of publication.
    WeekdayOf(i8, u8),
    /// "last week", "that year", "the next day".
    Unit(Which, Unit),
    /// "last Oct. 23"
    NamedDay(Which, u8, u8),
    /// "last March", "next summer": the part of the year of that name.
    Named(Which, Part),
    /// "yesterday": days from publication.
    Today(i8),
    /// The day the clause around it speaks of: "at 10 a.m.", "that evening".
    SameDay(i8),
    /// "in the morning": of the day that the paragraph tells of, if it tells of one.
    DayTold,
    /// "two weeks ago", "three days later"; a negative count is before. The second is the reference.
    Shift(i32, Unit, From),
    /// "day before last Tuesday": days from a weekday.
    BesideWeekday(i8, Option<Which>, u8),
    /// "a year earlier", which in a report on a quarter is that quarter of the year before.
    YearBefore,
    /// "the quarter", "the latest period": the one the report is about.
    ReportedQuarter,
    /// "the year-earlier quarter", "last year's quarter".
    QuarterBefore,
    /// "the 1988 period": the quarter reported on, in that year.
    QuarterOf(YearOf),
    /// "the quarter ended July 31": the quarter most of which lies before the month and day.
    QuarterEnded(YearOf, u8, u8),
    /// "the year", "the week": the one spoken of, or a length when none is.
    The(Unit),
    /// "last Thanksgiving", "Easter week 2024"
    Holiday(Option<Which>, YearOf, Holiday),
    /// "a week tomorrow", "three years ago today": so many units from today, and so many days from there.
    Away(i32, Unit, i8),
    /// "Monday week", "two weeks from Friday": days from the weekday to come.
    AfterComing(i32, u8),
    /// "the day after Christmas", "the Sunday before May 9": a step from a day.
    Beside(Step, Base),
    /// "the Sunday before the vote": one that only the vote tells.
    SomeWeekday(u8),
    /// "Friday the 13th": weekday and day of the month.
    WeekdayThe(u8, u8),
    /// "on the 12th": a day of the month that nobody names.
    TheDay(u8),
    /// "the 12th of last month"
    TheDayOf(Which, u8),
    /// "the night of 14": a day of the month spoken of.
    DayOfMonth(u8),
    /// "the end of the year": the one spoken of in history, the current one in news.
    This(Unit),
    /// Told only where history is told: "former".
    Narrative(Value),
    /// "the week of March 3", or its weekend
    WeekOf(YearOf, u8, u8, bool),
    /// "the second Tuesday of March": which of them, 0 being the last, weekday and month.
    NthWeekday(u8, u8, u8, YearOf),
}

/// How to go from one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// So many days on; negative is back.
    Days(i32),
    /// To the weekday before (-1) or after (1), 1 for Monday to 7.
    Weekday(i8, u8),
}

/// A day that others are told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    Day(YearOf, u8, u8),
    Holiday(YearOf, Holiday),
}

/// Where the year of a date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearOf {
    Stated(i32),
    /// The last two digits.
    Short(u8),
    /// Not told.
    Open,
    /// Years from the year of publication: "March last year".
    Published(i8),
    /// Years from the year spoken of: "March of that year".
    Text(i8),
}

/// What a shift is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    Published,
    Text,
}

impl std::convert::From<What> for Meaning {
    fn from(what: What) -> Self {
        Self { what, time: None, modifier: None, kind: None, either: None }
    }
}

impl std::convert::From<Value> for Meaning {
    fn from(value: Value) -> Self {
        What::Fixed(value).into()
    }
}

impl What {
    /// Adds a time of day.
    pub fn on(self, time: Time) -> Meaning {
        Meaning::from(self).at(time)
    }
}

impl Meaning {
    /// Adds a time of day.
    pub fn at(self, time: Time) -> Self {
        Self { time: Some(time), ..self }
    }

    /// Adds a `mod`, where there is one to add.
    pub fn modified(self, modifier: impl Into<Option<Modifier>>) -> Self {
        Self { modifier: modifier.into().or(self.modifier), ..self }
    }

    /// Makes it something that comes again.
    pub fn repeated(self) -> Self {
        Self { kind: Some(TimexKind::Set), ..self }
    }
}

/// Returns the meaning of a length of time; halves become the smaller unit, as TimeML writes them (`P2Y6M`).
pub(super) fn length(count: Count, unit: Unit) -> Meaning {
    let smaller = match unit {
        Unit::Year => Some((6, Unit::Month)),
        Unit::Day => Some((12, Unit::Hour)),
        Unit::Hour => Some((30, Unit::Minute)),
        Unit::Minute => Some((30, Unit::Second)),
        _ => None,
    };
    let duration = match (count, smaller) {
        (Count::Tenths(n), Some(half)) if n % 10 == 5 && n > 10 => {
            Duration { count: Count::Exact(n / 10), unit, rest: Some(half) }
        }
        _ => Duration::new(count, unit),
    };
    Value::Duration(duration).into()
}

/// Returns the meaning of a set: `P1D`, `P2W`.
pub(super) fn every(n: u32, unit: Unit) -> Meaning {
    Meaning::from(Value::Duration(Duration::new(Count::Exact(n), unit))).repeated()
}

/// Returns a set of calendar places: `XXXX-WXX-2`, `XXXX-07`, `XXXX-SU`.
pub(super) fn always(part: Part) -> Meaning {
    Meaning::from(Value::Date(value::Date::new(Year::Unknown, part))).repeated()
}

/// Returns a date that stands for itself: a year, a decade, a century.
pub(super) fn fixed(year: Year) -> Meaning {
    Value::Date(value::Date::new(year, Part::Whole)).into()
}
