//! Days told by their distance ("a week tomorrow", "Monday week", "three years ago today") or by their number alone
//! ("on the 12th", "Friday the 13th").

use chrono::{Datelike, Months, NaiveDate};

use super::Anchor;
use super::calendar::{add_days, add_months, earliest, latest, weekday_number};
use super::clause::Clause;
use super::lexicon::Which;
use super::meaning::{Base, Step};
use super::state::{Resolved, State};
use super::value::{Date, Part, Unit, Value, Year};

impl State {
    /// The day so many units from today, and so many days from there.
    pub fn away(&self, n: i32, unit: Unit, days: i64) -> Resolved {
        let found = self.today.and_then(|today| same_day(today, n, unit)).map(|day| add_days(day, days));
        self.counted(found)
    }

    /// Days from the weekday to come. On that weekday itself, and the day after, people mean either of two weeks.
    pub fn after_coming(&self, days: i32, weekday: u8) -> Option<Resolved> {
        let Some(today) = self.today else { return Some(self.counted(None)) };
        let coming = earliest(today, weekday_number(weekday), 0);
        let clear = (1..6).contains(&(coming - today).num_days());
        clear.then(|| self.counted(Some(add_days(coming, days.into()))))
    }

    /// The day of that number and weekday in this month or the ones beside it.
    pub fn weekday_the(&self, weekday: u8, day: u8) -> Resolved {
        let weekday = weekday_number(weekday);
        let found = self.today.and_then(|today| {
            let days = (-1..=1).filter_map(|n| in_month(today, n, day)).filter(|d| d.weekday() == weekday);
            days.min_by_key(|d| (*d - today).num_days().abs())
        });
        self.counted(found)
    }

    /// "On the 12th": of the month the text speaks of, else the last one, or the next where a word looks ahead.
    /// `None` where a noun follows: "on the 12th floor".
    pub fn the_day(&self, day: u8, clause: &Clause) -> Option<Resolved> {
        if clause.is_followed_by_noun() {
            return None;
        }
        if let (Some((year, month)), true) = (self.last_month, self.month_in_paragraph || self.narrative) {
            let found = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
            // "Today, the 11th, … on the 25th I said": the last one, unless a word looks ahead.
            if self.narrative || self.today.is_none_or(|today| found <= today) || clause.is_future() {
                return Some(Resolved::from_anchor(found, self.last_day.map(Anchor::Text)));
            }
        }
        let found = self.today.and_then(|today| {
            let mut near = (-2..=2).filter_map(|n| in_month(today, n, day));
            if clause.is_future() { near.find(|d| *d >= today) } else { near.rfind(|d| *d <= today) }
        });
        let counted = self.counted(found);
        Some(if clause.is_future() { counted } else { counted.guessed() })
    }

    /// "The 12th of last month".
    pub fn the_day_of(&self, which: Which, day: u8) -> Resolved {
        let months = match which {
            Which::Last | Which::Past => -1,
            Which::Next | Which::Coming => 1,
            _ => 0,
        };
        self.counted(self.today.and_then(|today| in_month(today, months, day)))
    }

    /// The day so far from a date or a holiday; `None` where nobody knows when that is.
    pub fn beside(&self, step: Step, base: Base, clause: &Clause) -> Option<Resolved> {
        let base = match base {
            Base::Day(year, month, day) => self.day(year, month, day, clause),
            Base::Holiday(year, holiday) => self.holiday(None, year, holiday, clause),
        }?;
        let Value::Date(date) = base.value else { return None };
        let Some(day) = date.day() else {
            return Some(Resolved { value: Date::new(Year::Unknown, Part::Some(Unit::Day)).into(), ..base });
        };
        let found = match step {
            Step::Days(days) => add_days(day, days.into()),
            Step::Weekday(-1, weekday) => latest(day, weekday_number(weekday), 1),
            Step::Weekday(_, weekday) => earliest(day, weekday_number(weekday), 1),
        };
        Some(Resolved { value: found.into(), ..base })
    }

    fn counted(&self, found: Option<NaiveDate>) -> Resolved {
        match found {
            Some(day) => Resolved::from_anchor(day, self.today.map(Anchor::Published)),
            None => Resolved::from_anchor(Date::new(Year::Unknown, Part::Some(Unit::Day)), None),
        }
    }
}

/// The same day of another week, month or year; `None` where that month has no such day.
fn same_day(day: NaiveDate, n: i32, unit: Unit) -> Option<NaiveDate> {
    let days = |each: i32| n.checked_mul(each).map(|days| add_days(day, days.into()));
    let months = |each: u32| {
        let months = Months::new(n.unsigned_abs().checked_mul(each)?);
        let found = if n < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) };
        found.filter(|found| found.day() == day.day())
    };
    match unit {
        Unit::Day => days(1),
        Unit::Week => days(7),
        Unit::Fortnight => days(14),
        Unit::Month => months(1),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Century => months(1200),
        _ => None,
    }
}

fn in_month(today: NaiveDate, months: i32, day: u8) -> Option<NaiveDate> {
    let (year, month) = add_months(today.year(), today.month() as u8, months);
    NaiveDate::from_ymd_opt(year, month.into(), day.into())
}
