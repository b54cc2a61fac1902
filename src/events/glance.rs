//! What decides most pairs of mentions at a glance: a few plain numbers, close together in memory.
//!
//! Mentions are large and lie far apart, and far more pairs are compared than are found alike.

use chrono::{Datelike, NaiveDate};

use crate::model::{Article, DateBasis, Mention, State};

/// The days on which a mention's happening can be, and where and how it is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glance {
    /// The first and the last day; `None` where the calendar has no place for it.
    pub days: Option<(i32, i32)>,
    /// How many days another date may lie apart: more where the day of publication stands in for the day itself.
    window: i32,
    /// Whether the text itself states one day, or how far it is from another.
    pub is_stated: bool,
    pub is_listed: bool,
    pub is_imagined: bool,
    /// Whether it takes up again what its article has told.
    pub is_taken_up: bool,
    pub article: u32,
    pub sentence: u32,
    /// Where its words stand; nowhere if it can take no part.
    pub span: (u32, u32),
}

impl Glance {
    pub fn of(mention: &Mention, articles: &[Article], window: u32) -> Self {
        let day = |day: NaiveDate| day.num_days_from_ce();
        let exact = mention.date.as_ref().and_then(|dated| dated.date.exact_day());
        let days = || {
            let date = &mention.date.as_ref()?.date;
            let (first, last) = (date.first_day(), date.last_day());
            first.or(last).zip(last.or(first)).map(|(first, last)| (day(first), day(last)))
        };
        let days = exact.map(|exact| (day(exact), day(exact))).or_else(days);
        let basis = mention.date.as_ref().map(|dated| dated.basis);
        Self {
            days,
            window: window as i32 + if basis == Some(DateBasis::Published) { 2 } else { 0 },
            is_stated: exact.is_some() && matches!(basis, Some(DateBasis::Explicit | DateBasis::Relative)),
            is_listed: mention.listed,
            is_imagined: mention.state == State::Hypothetical,
            is_taken_up: mention.date.as_ref().is_some_and(|dated| dated.rule == "same happening"),
            article: mention.article.0 as u32,
            sentence: mention.sentence,
            span: match says_something(mention, &articles[mention.article.0].text) {
                true => (mention.span.start as u32, mention.span.end as u32),
                false => (0, 0),
            },
        }
    }

    /// Returns a number of 32 bits in the order of the last days, what has none first.
    pub fn last_day(&self) -> u64 {
        self.days.map_or(0, |(_, last)| u64::from(last.cast_unsigned() ^ 1 << 31))
    }

    /// Returns whether the days of two lie within the window of each other; `None` where either has none.
    #[inline]
    pub fn meets(&self, other: &Self) -> Option<bool> {
        let (Some((from, to)), Some((other_from, other_to))) = (self.days, other.days) else { return None };
        let window = self.window.max(other.window);
        Some(from - other_to <= window && other_from - to <= window)
    }
}

/// Whether a mention is listed or says something of what has happened: a question and a purpose do not.
fn says_something(mention: &Mention, article: &str) -> bool {
    let asks_or_aims = || {
        let words = &article[mention.span.clone()];
        words.starts_with("to ") || words.ends_with('?')
    };
    mention.listed || mention.state != State::Hypothetical && !asks_or_aims()
}
