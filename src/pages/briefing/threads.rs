//! The threads that run through an edition: a question as a line of steps, with the length of the gaps between them.

use serde::Serialize;

use super::date_of;
use super::notes::Notes;
use crate::model::{Edition, EventIx, State, Thread};

/// The most steps that stand in one line; a longer thread shows its latest.
const STEPS: usize = 6;

/// A question that an edition has news of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThreadSection {
    pub title: String,
    /// How many steps came before those shown.
    pub earlier: usize,
    pub steps: Vec<Step>,
}

/// An event of a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    pub date: String,
    /// `12 days later`; `None` for the first one and where a date is not exact.
    pub gap: Option<String>,
    pub headline: String,
    /// Number of its note, where this edition tells it.
    pub note: Option<usize>,
    /// Whether it still lies ahead.
    pub planned: bool,
}

/// Returns the threads that an edition's events belong to, by id, as far as they had come in its period.
pub(super) fn threads(notes: &Notes<'_>, edition: &Edition) -> Vec<ThreadSection> {
    let told = |ix: &EventIx| edition.events.contains(ix) || edition.ahead.contains(ix);
    let of_edition = notes.book.threads.iter().filter(|thread| thread.events.iter().any(told));
    of_edition.map(|thread| section(notes, edition, thread)).collect()
}

fn section(notes: &Notes<'_>, edition: &Edition, thread: &Thread) -> ThreadSection {
    let (book, labels) = (notes.book, notes.labels);
    let by_then = |ix: &EventIx| {
        let day = book[*ix].date.as_ref().and_then(|dated| dated.date.sort_day());
        edition.ahead.contains(ix) || day.is_some_and(|day| day <= edition.last)
    };
    let events: Vec<EventIx> = thread.events.iter().copied().filter(by_then).collect();
    let before = std::iter::once(None).chain(events.iter().copied().map(Some));
    let step = |(before, ix): (Option<EventIx>, &EventIx)| Step {
        date: date_of(&book[*ix], labels),
        gap: before.and_then(|before| gap(notes, before, *ix)),
        headline: book[*ix].headline.clone(),
        note: notes.known(*ix),
        planned: book[*ix].state == State::Scheduled,
    };
    let mut steps: Vec<Step> = before.zip(&events).map(step).collect();
    let earlier = steps.len().saturating_sub(STEPS);
    steps.drain(..earlier);
    ThreadSection { title: thread.title.clone(), earlier, steps }
}

fn gap(notes: &Notes<'_>, before: EventIx, after: EventIx) -> Option<String> {
    let (book, labels) = (notes.book, notes.labels);
    let day = |ix: EventIx| book[ix].date.as_ref()?.date.exact_day();
    let days = usize::try_from((day(after)? - day(before)?).num_days()).ok()?;
    Some(if days == 0 { labels.ui.same_day.to_lowercase() } else { labels.count(days, &labels.counts.days_later) })
}
