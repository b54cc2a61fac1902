//! What a time expression means, as TIMEX3 writes it: the meaning after it was pinned to the calendar.
//!
//! Values are small and `Copy`; text appears only when one is printed. Missing parts stay missing and print as `X`:
//! a weekday without a publication date is `XXXX-WXX-2`, never a guess.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// The `value` of a time expression; its `Display` is the TIMEX3 attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A place on the calendar, perhaps with a time of day.
    Date(Date),
    Duration(Duration),
    /// `PAST_REF`, "recently".
    Past,
    /// `PRESENT_REF`, "now".
    Present,
    /// `FUTURE_REF`, "soon".
    Future,
}

/// A year or a part of one, down to a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    pub year: Year,
    pub part: Part,
    pub time: Option<Time>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Year {
    /// Astronomical: 0 is 1 BC, -479 is 480 BC.
    Known(i32),
    /// 198 is the 1980s; -47 the 470s BC.
    Decade(i32),
    /// 19 is 1900 to 1999; -4 the 400s BC.
    Century(i32),
    Unknown,
}

/// Which part of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Whole,
    /// 1 to 12.
    Month(u8),
    /// Month and day of the month.
    Day(u8, u8),
    /// An ISO week; the year is then the ISO year.
    Week(u8),
    /// Saturday and Sunday of an ISO week.
    Weekend(u8),
    /// A day of an unknown week, 1 for Monday to 7.
    Weekday(u8),
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    Half(u8),
    Season(Season),
    /// Some day, week, month … that the text does not tell.
    Some(Unit),
    /// A day of this month that the text does not tell.
    SomeDayOf(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Time {
    /// Hour 0 to 24 and minute.
    Clock(u8, u8),
    Morning,
    Afternoon,
    Evening,
    Night,
    /// By day, in working hours.
    Daytime,
}

/// A length of time: `P2W`, `PXD`, `P2Y6M`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    pub count: Count,
    pub unit: Unit,
    /// The smaller part of "two years and six months".
    pub rest: Option<(u16, Unit)>,
}

/// How many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    Exact(u32),
    /// Tenths of a unit: "2.4 years" is 24.
    Tenths(u32),
    /// "a few", "several", a bare plural.
    Vague,
}

/// From the shortest to the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
    /// "period", "while": of no known length.
    Period,
}

/// The `mod` of TIMEX3; its `Display` is the attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modifier {
    Approx,
    Start,
    Mid,
    End,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl Value {
    /// Whether its year, decade or century is known.
    pub(super) fn is_placed(&self) -> bool {
        matches!(self, Self::Date(date) if date.year != Year::Unknown)
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Self::new(Year::Known(day.year()), Part::Day(day.month() as u8, day.day() as u8))
    }
}

impl Date {
    pub fn new(year: Year, part: Part) -> Self {
        Self { year, part, time: None }
    }

    /// Returns the day, where this is one day of a known year, whatever the time of day.
    pub fn day(&self) -> Option<NaiveDate> {
        match (self.year, self.part) {
            (Year::Known(year), Part::Day(month, day)) => NaiveDate::from_ymd_opt(year, month.into(), day.into()),
            _ => None,
        }
    }
}

impl Duration {
    pub fn new(count: Count, unit: Unit) -> Self {
        Self { count, unit, rest: None }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Duration(duration) => duration.fmt(f),
            Self::Past => f.write_str("PAST_REF"),
            Self::Present => f.write_str("PRESENT_REF"),
            Self::Future => f.write_str("FUTURE_REF"),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Year::Known(year) if year <= 0 => write!(f, "BC{:04}", 1 - year)?,
            Year::Known(year) => write!(f, "{year:04}")?,
            Year::Decade(n) if n < 0 => write!(f, "BC{:03}", -n)?,
            Year::Decade(n) => write!(f, "{n:03}")?,
            Year::Century(n) if n < 0 => write!(f, "BC{:02}", -n)?,
            Year::Century(n) => write!(f, "{n:02}")?,
            Year::Unknown => f.write_str("XXXX")?,
        }
        self.part.fmt(f)?;
        self.time.map_or(Ok(()), |time| time.fmt(f))
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Whole | Self::Some(Unit::Year | Unit::Decade | Unit::Century | Unit::Period) => Ok(()),
            Self::Month(month) => write!(f, "-{month:02}"),
            Self::Day(month, day) => write!(f, "-{month:02}-{day:02}"),
            Self::Week(week) => write!(f, "-W{week:02}"),
            Self::Weekend(week) => write!(f, "-W{week:02}-WE"),
            Self::Weekday(day) => write!(f, "-WXX-{day}"),
            Self::Quarter(n) => write!(f, "-Q{n}"),
            Self::Half(n) => write!(f, "-H{n}"),
            Self::Season(season) => write!(f, "-{}", season.code()),
            Self::Some(Unit::Week | Unit::Fortnight) => f.write_str("-WXX"),
            Self::Some(Unit::Weekend) => f.write_str("-WXX-WE"),
            Self::Some(Unit::Month | Unit::Season) => f.write_str("-XX"),
            Self::Some(Unit::Quarter) => f.write_str("-QX"),
            Self::Some(Unit::Second | Unit::Minute | Unit::Hour | Unit::Day) => f.write_str("-XX-XX"),
            Self::SomeDayOf(month) => write!(f, "-{month:02}-XX"),
        }
    }
}

impl Season {
    /// Returns the two letters of TIMEX3.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clock(hour, minute) => write!(f, "T{hour:02}:{minute:02}"),
            Self::Morning => f.write_str("TMO"),
            Self::Afternoon => f.write_str("TAF"),
            Self::Evening => f.write_str("TEV"),
            Self::Night => f.write_str("TNI"),
            Self::Daytime => f.write_str("TDT"),
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Whole decades are counted in years, and a weekend is two days: only one vague or single decade stays.
        let (count, unit) = match (self.count, self.unit) {
            (Count::Exact(n), Unit::Decade) if n > 1 => (Count::Exact(n.saturating_mul(10)), Unit::Year),
            (Count::Exact(n), Unit::Century) if n > 1 => (Count::Exact(n.saturating_mul(100)), Unit::Year),
            (Count::Exact(n), Unit::Weekend) => (Count::Exact(n.saturating_mul(2)), Unit::Day),
            (Count::Exact(n), Unit::Fortnight) => (Count::Exact(n.saturating_mul(2)), Unit::Week),
            (Count::Exact(n), Unit::Season) => (Count::Exact(n.saturating_mul(3)), Unit::Month),
            other => other,
        };
        f.write_str(if unit.is_clock() { "PT" } else { "P" })?;
        match count {
            Count::Exact(n) => write!(f, "{n}")?,
            Count::Tenths(n) if n < 10 => write!(f, ".{n}")?,
            Count::Tenths(n) => write!(f, "{}.{}", n / 10, n % 10)?,
            Count::Vague => f.write_str("X")?,
        }
        f.write_str(unit.letter())?;
        let Some((n, small)) = self.rest else { return Ok(()) };
        if small.is_clock() && !unit.is_clock() {
            f.write_str("T")?;
        }
        write!(f, "{n}{}", small.letter())
    }
}

impl Unit {
    /// Whether it is shorter than a day.
    pub fn is_clock(self) -> bool {
        self < Self::Day
    }

    fn letter(self) -> &'static str {
        match self {
            Self::Second => "S",
            Self::Minute | Self::Month => "M",
            Self::Hour => "H",
            Self::Day | Self::Weekend => "D",
            Self::Week | Self::Fortnight => "W",
            Self::Quarter => "Q",
            Self::Season | Self::Period => "X",
            Self::Year => "Y",
            Self::Decade => "DE",
            Self::Century => "CE",
        }
    }
}

impl Modifier {
    /// Whether the value is only about right: "about", "nearly", "more than".
    pub fn is_rough(self) -> bool {
        matches!(self, Self::Approx | Self::LessThan | Self::MoreThan | Self::EqualOrLess | Self::EqualOrMore)
    }

    /// Returns the attribute's text.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approx => "APPROX",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
