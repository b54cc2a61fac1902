//! What is known while a text is read: the publication date, the dates before, whether history is told.
//!
//! Everything here answers one question, "measured from where?". The answers become dates in [`super::resolve`].

use chrono::{Datelike, NaiveDate};

use super::calendar::{add_days, add_months, coarse, week};
use super::clause::Clause;
use super::land::Lands;
use super::lexicon::Word;
use super::meaning::{Meaning, What, YearOf};
use super::value::{Date, Part, Unit, Value, Year};
use super::{Anchor, Basis, Published, TimexKind};

/// A day so near before publication is told without a year.
const LATELY: i64 = 15;

/// What is known while a text is read from start to end.
pub(super) struct State {
    pub published: Published,
    /// The day of publication, where all of it is known.
    pub today: Option<NaiveDate>,
    pub narrative: bool,
    /// The countries the text names, where it names a holiday too.
    pub lands: Lands,
    pub last_day: Option<NaiveDate>,
    /// The day that each weekday was last told of, Monday first.
    pub weekdays: [Option<NaiveDate>; 7],
    /// The token it begins at, and the one after its last.
    pub last_day_at: usize,
    pub last_day_end: usize,
    pub last_month: Option<(i32, u8)>,
    pub last_year: Option<i32>,
    /// The year that "that year" means, asides included.
    pub mentioned_year: Option<i32>,
    /// The year of the last date that was told in full.
    pub told_year: Option<i32>,
    /// Whether that month was told in this paragraph.
    pub month_in_paragraph: bool,
    /// The year a full date set in this paragraph, where it is not the year of publication.
    flashback: Option<i32>,
    /// The quarter a company reports on.
    pub quarter: Option<(i32, u8)>,
    /// Whether the report has turned to several months: "for the nine months".
    pub months: bool,
    /// The last day of the span that is reported on, and the token it begins at: "the quarter ended Sept. 29".
    pub ended: Option<(NaiveDate, usize)>,
}

/// A meaning with its place on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Resolved {
    pub value: Value,
    pub kind: TimexKind,
    pub anchor: Option<Anchor>,
    pub year: Basis,
    pub direction: Basis,
}

impl Resolved {
    pub fn stated(value: impl Into<Value>) -> Self {
        Self { value: value.into(), kind: TimexKind::Date, anchor: None, year: Basis::Stated, direction: Basis::Stated }
    }

    /// The value was worked out from `anchor`; the text told the direction.
    pub fn from_anchor(value: impl Into<Value>, anchor: Option<Anchor>) -> Self {
        Self { anchor, year: Basis::Inferred, ..Self::stated(value) }
    }

    pub fn guessed(self) -> Self {
        Self { direction: Basis::Inferred, ..self }
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Date(day.into())
    }
}

impl State {
    pub fn new(published: Published, narrative: bool) -> Self {
        let published = Published {
            month: published.month.filter(|month| (1..=12).contains(month)),
            day: published.day.filter(|day| (1..=31).contains(day)),
            ..published
        };
        let today = match published {
            Published { year: Some(year), month: Some(month), day: Some(day) } => {
                NaiveDate::from_ymd_opt(year, month, day)
            }
            _ => None,
        };
        Self {
            published,
            today,
            narrative,
            lands: Lands::default(),
            last_day: None,
            weekdays: [None; 7],
            last_day_at: 0,
            last_day_end: 0,
            last_month: None,
            last_year: None,
            mentioned_year: None,
            told_year: None,
            month_in_paragraph: false,
            flashback: None,
            quarter: None,
            months: false,
            ended: None,
        }
    }

    /// Forgets what holds for one paragraph only.
    pub fn start_paragraph(&mut self) {
        self.flashback = None;
        self.month_in_paragraph = false;
    }

    pub fn remember(&mut self, found: &Resolved, meaning: &Meaning, clause: &Clause) {
        let date = match found.value {
            Value::Date(date) => date,
            Value::Duration(length) => return self.months |= length.unit == Unit::Month && clause.names_a_span(),
            _ => return,
        };
        let Year::Known(year) = date.year else {
            // "On Saturday he left, and returned the same day": where nobody knows which Saturday, that day is not known
            // either, and not the one told before.
            let day = matches!(date.part, Part::Weekday(_) | Part::Day(..)) && found.kind != TimexKind::Set;
            self.last_day = self.last_day.filter(|_| !day);
            return;
        };
        // A clock time that the day of publication was guessed for says nothing of what follows.
        let guess = matches!(meaning.what, What::SameDay(_)) && found.direction == Basis::Inferred;
        let vague = guess
            || matches!(meaning.what, What::YearBefore | What::QuarterBefore | What::QuarterOf(_) | What::Narrative(_));
        // What whoever tells history says of his own day leads nowhere in his story.
        let own_day = self.narrative && matches!(found.anchor, Some(Anchor::Published(_)));
        if found.kind == TimexKind::Set || vague || own_day {
            return;
        }
        if let Some(day) = date.day() {
            self.weekdays[day.weekday().num_days_from_monday() as usize] = Some(day);
        }
        self.mentioned_year = Some(year);
        // A year on its own is an aside ("a plan for 1976") unless it opens its sentence or paragraph.
        let aside = date.part == Part::Whole && self.last_month.is_some() && !clause.opens_sentence();
        if !aside {
            self.last_year = Some(year);
        }
        self.month_in_paragraph |= matches!(date.part, Part::Day(..) | Part::Month(_));
        match date.part {
            Part::Day(month, _) => {
                self.last_month = Some((year, month));
                self.last_day = date.day();
                (self.last_day_at, self.last_day_end) = (clause.start, clause.end);
            }
            Part::Month(month) => self.last_month = Some((year, month)),
            Part::Quarter(n) if !matches!(meaning.what, What::QuarterEnded(..)) || self.quarter.is_none() => {
                self.report((year, n));
            }
            _ => {}
        }
        if clause.before() == Word::Ended {
            self.ended = date.day().map(|day| (day, clause.start));
        }
        if matches!(meaning.what, What::Day(YearOf::Stated(_), ..)) {
            self.told_year = Some(year);
            self.flashback = Some(year).filter(|year| self.published.year != Some(*year));
        }
    }

    /// The quarter named first is the one reported on, until a later one is named that is over.
    fn report(&mut self, quarter: (i32, u8)) {
        let over = self.reference_month(false).is_none_or(|(year, month)| quarter < (year, (month - 1) / 3 + 1));
        if self.quarter.is_none_or(|before| before < quarter && over) {
            self.quarter = Some(quarter);
        }
        self.months &= self.quarter != Some(quarter);
    }

    /// Whether a day without a year lies in the weeks before publication: it is told so however long ago the story began.
    pub fn is_of_late(&self, month: u8, day: u8) -> bool {
        let Some(today) = self.today else { return false };
        let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month.into(), day.into());
        let mut days = [today.year() - 1, today.year()].into_iter().filter_map(in_year);
        days.any(|day| (0..LATELY).contains(&(today - day).num_days()))
    }

    /// Where history is told the year is the last one mentioned, or the next where the months start over.
    pub fn year_told_before(&self, month: u8, clause: &Clause) -> Option<i32> {
        if !self.narrative {
            return self
                .flashback
                .filter(|_| !clause.is_todays_news() && (self.today.is_none() || !clause.is_future()));
        }
        match (self.last_year?, self.last_month) {
            (year, Some((same, before))) if same == year && before >= month + 8 => Some(year + 1),
            (year, _) => Some(year),
        }
    }

    /// The `n`th unit from the one the reference lies in, written at its own grain.
    pub fn at_grain(&self, n: i32, unit: Unit, text: bool) -> Resolved {
        let unknown = Resolved::from_anchor(Date::new(Year::Unknown, Part::Some(unit)), None);
        let date = match unit {
            Unit::Fortnight => return self.at_grain(n.saturating_mul(2), Unit::Week, text),
            Unit::Day | Unit::Weekend | Unit::Week => {
                let reference = if text { self.last_day } else { self.today };
                reference.map(|day| match unit {
                    Unit::Day => add_days(day, n.into()).into(),
                    _ => week(add_days(day, i64::from(n) * 7), unit == Unit::Weekend),
                })
            }
            Unit::Month => self.reference_month(text).map(|(year, month)| {
                let (year, month) = add_months(year, month, n);
                Date::new(Year::Known(year), Part::Month(month))
            }),
            Unit::Quarter => self.reference_month(text).map(|(year, month)| {
                let (year, month) = add_months(year, month, n.saturating_mul(3));
                Date::new(Year::Known(year), Part::Quarter((month - 1) / 3 + 1))
            }),
            Unit::Season => None,
            _ => self.reference_year(text).and_then(|year| coarse(year, n, unit)),
        };
        date.map_or(unknown, |date| Resolved::from_anchor(date, self.anchor(text)))
    }

    pub fn reference_month(&self, text: bool) -> Option<(i32, u8)> {
        if text {
            return self.last_month;
        }
        Some((self.published.year?, self.published.month? as u8))
    }

    pub fn reference_year(&self, text: bool) -> Option<i32> {
        if text { self.last_year } else { self.published.year }
    }

    pub fn anchor(&self, text: bool) -> Option<Anchor> {
        if text { self.last_day.map(Anchor::Text) } else { self.today.map(Anchor::Published) }
    }

    // The reference

    pub fn stated_year(&self, year: YearOf) -> Option<i32> {
        match year {
            YearOf::Stated(year) => Some(year),
            YearOf::Short(year) => {
                let year = i32::from(year);
                let latest = self.published.year.or(self.last_year).unwrap_or(2030) + 10;
                let full = latest - latest.rem_euclid(100) + year;
                Some(if full > latest { full - 100 } else { full })
            }
            YearOf::Published(years) => Some(self.reference_year(self.narrative)? + i32::from(years)),
            YearOf::Text(years) => Some(self.mentioned_year? + i32::from(years)),
            YearOf::Open => None,
        }
    }

    /// The day of publication, or the middle of its month where only that is known.
    pub fn about_today(&self) -> Option<NaiveDate> {
        self.today.or_else(|| NaiveDate::from_ymd_opt(self.published.year?, self.published.month?, 15))
    }
}
