//! Editions: one period's issue.

use chrono::NaiveDate;

use super::{EditionText, EventIx};

/// The issue of one day, ISO week or month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// `2025-12-07`, `2025-W49` or `2025-12`; its page lives at `/editions/ID/`.
    pub id: String,
    /// As the config's `editions.label` writes it, e.g. `Week 49, 2025`.
    pub label: String,
    /// First day, included.
    pub first: NaiveDate,
    /// Last day, included.
    pub last: NaiveDate,
    /// What happened in the period: by date, then by rank.
    pub events: Vec<EventIx>,
    /// Dated after the period and already reported within it: by date.
    pub ahead: Vec<EventIx>,
    /// What a person wrote for it.
    pub text: Option<EditionText>,
}

/// How long an edition is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Period {
    Day,
    #[default]
    Week,
    Month,
    /// One edition holds everything.
    None,
}
