//! What a company's report compares with: "the quarter", "a year earlier", "the 1988 period".
//!
//! A report is about one quarter and names it once; after that it speaks of "the latest period" and sets it beside
//! "a year ago", which is that quarter of the year before and not the year. Fiscal quarters are taken as they are
//! called, unless the day is told on which the quarter ended.

use chrono::Datelike;

use super::Anchor;
use super::calendar::{add_days, add_months};
use super::clause::Clause;
use super::meaning::YearOf;
use super::state::{Resolved, State};
use super::value::{Date, Part, Unit, Value, Year};

impl State {
    /// "A year earlier" in a report is the span reported on, the year before: its quarter, its last day, or the year
    /// where it is some months. Elsewhere it is last year.
    pub fn year_before(&self, clause: &Clause) -> Resolved {
        if let Some((day, at)) = self.ended
            && clause.shares_sentence(at)
            && let Some(before) = day.with_year(day.year() - 1)
        {
            return Resolved::from_anchor(before, Some(Anchor::Text(day)));
        }
        if self.quarter.is_some() && !self.months && (clause.is_hyphenated() || clause.is_report()) {
            return self.quarter_back(1);
        }
        self.at_grain(-1, Unit::Year, self.narrative)
    }

    /// "Earnings of $3 million, compared with $2 million last year": the same quarter of last year.
    pub fn is_compared(&self, clause: &Clause) -> bool {
        self.quarter.is_some() && !self.months && clause.compares()
    }

    /// The quarter reported on, else the last one that is over, so many years back.
    pub fn quarter_back(&self, years: i32) -> Resolved {
        let date = match self.reported_quarter() {
            Some((year, n)) => Date::new(Year::Known(year - years), Part::Quarter(n)),
            None => Date::new(Year::Unknown, Part::Some(Unit::Quarter)),
        };
        Resolved::from_anchor(date, self.anchor(false)).guessed()
    }

    fn reported_quarter(&self) -> Option<(i32, u8)> {
        let over = || {
            let (year, month) = self.reference_month(false)?;
            let (year, month) = add_months(year, month, -3);
            Some((year, (month - 1) / 3 + 1))
        };
        self.quarter.or_else(over)
    }

    pub fn quarter_of(&self, year: YearOf) -> Option<Resolved> {
        let reported = self.reported_quarter();
        let year = match (year, reported) {
            (YearOf::Published(years), Some((reported, _))) => reported + i32::from(years),
            _ => self.stated_year(year)?,
        };
        let year = Year::Known(year);
        let part = match reported {
            Some((_, n)) if !self.months => Part::Quarter(n),
            _ => Part::Whole,
        };
        Some(Resolved::from_anchor(Date::new(year, part), self.anchor(false)).guessed())
    }

    /// A quarter is the one most of its days lie in, whatever the firm calls it.
    pub fn quarter_ended(&self, year: YearOf, month: u8, day: u8, clause: &Clause) -> Option<Resolved> {
        let found = self.day(year, month, day, clause)?;
        let Value::Date(date) = found.value else { return None };
        let Some(last) = date.day() else { return Some(found) };
        let ahead = year == YearOf::Open && self.today.is_some_and(|today| last > today);
        let last = if ahead { last.with_year(last.year() - 1).unwrap_or(last) } else { last };
        let middle = add_days(last, -45);
        let part = Part::Quarter((middle.month() as u8 - 1) / 3 + 1);
        Some(Resolved { value: Date::new(Year::Known(middle.year()), part).into(), ..found })
    }
}
