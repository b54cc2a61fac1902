//! A thread: a question that runs across weeks, its events in a line with the length of the gaps written between them.

use serde::Serialize;

use super::catalog::Catalog;
use super::parts::{Card, EventLine, Maker, TextLink};
use super::target::Target;
use super::{Page, View};
use crate::model::{Edition, EventIx, Thread};

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

/// A thread that an edition has news of, as far as it had come by then.
#[derive(Debug, Serialize)]
pub struct ThreadLine<'a> {
    pub thread: TextLink<'a>,
    /// How many steps came before those shown: "12 events".
    pub earlier: Option<String>,
    pub steps: Vec<ShortStep<'a>>,
}

/// An event in such a line.
#[derive(Debug, Serialize)]
pub struct ShortStep<'a> {
    pub gap: Option<String>,
    /// "7 December 2025".
    pub date: String,
    pub event: EventLine<'a>,
    /// Whether this edition tells it.
    pub is_here: bool,
}

/// Most steps in one line.
const STEPS: usize = 6;

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

/// Returns the threads that the events of an edition belong to, each as a line of its latest steps.
pub fn lines<'a>(maker: &mut Maker<'a, '_>, edition: &Edition) -> Vec<ThreadLine<'a>> {
    let is_told = |ix: &EventIx| edition.events.contains(ix) || edition.ahead.contains(ix);
    let told = maker.catalog.book.threads.iter().filter(|thread| thread.events.iter().any(is_told));
    told.map(|thread| line(maker, edition, thread)).collect()
}

fn line<'a>(maker: &mut Maker<'a, '_>, edition: &Edition, thread: &'a Thread) -> ThreadLine<'a> {
    let catalog = maker.catalog;
    let is_ahead = |ix: &EventIx| edition.ahead.contains(ix);
    let day = |ix: &EventIx| catalog.event(*ix).date.as_ref()?.date.sort_day();
    let known = |ix: &EventIx| is_ahead(ix) || day(ix).is_some_and(|day| day <= edition.last);
    let events: Vec<EventIx> = thread.events.iter().copied().filter(known).collect();
    let earlier = events.len().saturating_sub(STEPS);
    let before = std::iter::once(None).chain(events.iter().copied().map(Some));
    let step = |(before, ix): (Option<EventIx>, &EventIx)| ShortStep {
        gap: before.and_then(|before| gap(catalog, before, *ix)),
        date: catalog.event(*ix).date.as_ref().map_or_else(String::new, |dated| catalog.labels.date(&dated.date)),
        event: maker.line(*ix),
        is_here: edition.events.contains(ix) || is_ahead(ix),
    };
    let steps = before.zip(&events).skip(earlier).map(step).collect();
    ThreadLine {
        thread: TextLink { text: thread.title.clone(), link: maker.links.to(Target::Thread(&thread.id)) },
        earlier: (earlier > 0).then(|| catalog.labels.count(earlier, &catalog.labels.counts.events)),
        steps,
    }
}

fn gap(catalog: &Catalog<'_>, before: EventIx, after: EventIx) -> Option<String> {
    let day = |ix: EventIx| catalog.event(ix).date.as_ref()?.date.exact_day();
    let days = usize::try_from((day(after)? - day(before)?).num_days()).ok()?;
    let labels = catalog.labels;
    Some(if days == 0 { labels.ui.same_day.to_owned() } else { labels.count(days, &labels.counts.days_later) })
}
