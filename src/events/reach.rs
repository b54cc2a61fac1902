//! On which days the happening of a report can have been, as plain numbers: dates are compared more often than words.

use chrono::{Datelike, NaiveDate};

use crate::model::{DateBasis, Mention};

/// The days on which a mention's happening can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// The first and the last day; `None` where the calendar has no place for it.
    pub days: Option<(i32, i32)>,
    /// How many days another date may lie apart: more where the day of publication stands in for the day itself.
    window: i32,
    /// Whether the text itself states one day, or how far it is from another.
    pub is_stated: bool,
}

impl Reach {
    pub fn of(mention: &Mention, window: u32) -> Self {
        let Some(dated) = &mention.date else { return Self { days: None, window: 0, is_stated: false } };
        let (first, last) = (dated.date.first_day(), dated.date.last_day());
        let day = |day: NaiveDate| day.num_days_from_ce();
        let stands_in = dated.basis == DateBasis::Published;
        Self {
            days: first.or(last).zip(last.or(first)).map(|(first, last)| (day(first), day(last))),
            window: window as i32 + if stands_in { 2 } else { 0 },
            is_stated: dated.date.exact_day().is_some()
                && matches!(dated.basis, DateBasis::Explicit | DateBasis::Relative),
        }
    }

    /// Returns whether two reaches lie within the window of each other; `None` where either has no days.
    #[inline]
    pub fn meets(&self, other: &Self) -> Option<bool> {
        let ((from, to), (other_from, other_to)) = self.days.zip(other.days)?;
        let window = self.window.max(other.window);
        Some(from - other_to <= window && other_from - to <= window)
    }
}
