//! A thread: a question that runs across weeks, its events in a line with the length of the gaps written between them.

use serde::Serialize;

use super::catalog::Catalog;
use super::parts::{Card, Maker};
use super::target::Target;
use super::{Page, View};
use crate::model::{EventIx, Thread};

/// What `thread.html` gets, as `thread`.
#[derive(Debug, Serialize)]
pub struct ThreadView<'a> {
    /// The question.
    pub title: &'a str,
    pub count: String,
    pub steps: Vec<Step<'a>>,
}

/// An event of the thread.
#[derive(Debug, Serialize)]
pub struct Step<'a> {
    /// "12 days later"; `None` for the first one and where a date is not exact.
    pub gap: Option<String>,
    pub card: Card<'a>,
}

/// Plans a page for each thread.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    catalog.book.threads.iter().map(|thread| page(catalog, thread)).collect()
}

fn page<'a>(catalog: &Catalog<'a>, thread: &'a Thread) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let before = std::iter::once(None).chain(thread.events.iter().copied().map(Some));
    let steps = before
        .zip(&thread.events)
        .map(|(before, ix)| Step { gap: before.and_then(|before| gap(catalog, before, *ix)), card: maker.card(*ix) });
    let view = ThreadView {
        title: &thread.title,
        steps: steps.collect(),
        count: catalog.labels.count(thread.events.len(), &catalog.labels.counts.events),
    };
    Page::new(Target::Thread(&thread.id), thread.title.clone(), View::Thread(view), maker)
}

fn gap(catalog: &Catalog<'_>, before: EventIx, after: EventIx) -> Option<String> {
    let day = |ix: EventIx| catalog.event(ix).date.as_ref()?.date.exact_day();
    let days = usize::try_from((day(after)? - day(before)?).num_days()).ok()?;
    Some(catalog.labels.count(days, &catalog.labels.counts.days_later))
}
