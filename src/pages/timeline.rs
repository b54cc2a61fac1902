//! The timeline: what stands out in each month, in order, with long silences folded into one line.

use chrono::Datelike;
use serde::Serialize;

use super::catalog::Catalog;
use super::month::month_link;
use super::parts::{EventLine, Maker, TextLink};
use super::target::Target;
use super::{Page, View};
use crate::model::{EventIx, State};

/// What `timeline.html` gets, as `timeline`.
#[derive(Debug, Serialize)]
pub struct TimelineView<'a> {
    pub count: String,
    pub months: Vec<MonthSection<'a>>,
}

/// One month.
#[derive(Debug, Serialize)]
pub struct MonthSection<'a> {
    /// `2025-12`: the anchor of the section is `m-2025-12`.
    pub id: String,
    /// "5 months without an event", before this one.
    pub silence: Option<String>,
    pub month: TextLink<'a>,
    pub count: String,
    /// Height of its bar in the overview, 1 to 40.
    pub height: usize,
    /// What stands out, by date.
    pub events: Vec<EventLine<'a>>,
    /// "and 12 events more".
    pub more: Option<String>,
}

/// Most events told for one month.
const SHOWN: usize = 8;

const TALLEST: usize = 40;

/// Plans the one page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let busiest = catalog.months.values().map(Vec::len).max().unwrap_or(1);
    let mut before: Option<(i32, u32)> = None;
    let mut months = Vec::new();
    for (month, events) in &catalog.months {
        let events: Vec<EventIx> = events.iter().copied().filter(|ix| ends_in(catalog, *ix, *month)).collect();
        if events.is_empty() {
            continue;
        }
        let silence = before.and_then(|before| silence(catalog, before, *month));
        let height = (events.len() * TALLEST).div_ceil(busiest).max(1);
        months.push(section(&mut maker, *month, &events, (silence, height)));
        before = Some(*month);
    }
    let count = catalog.labels.count(catalog.book.events.len(), &catalog.labels.counts.events);
    let view = TimelineView { count, months };
    vec![Page::new(Target::Timeline, catalog.labels.ui.timeline.to_owned(), View::Timeline(view), maker)]
}

/// Whether an event stands in this month of the line: each does once, in the last month that it touches.
fn ends_in(catalog: &Catalog<'_>, ix: EventIx, month: (i32, u32)) -> bool {
    let last = catalog.event(ix).date.as_ref().and_then(|dated| dated.date.sort_day());
    last.is_some_and(|day| (day.year(), day.month()) == month)
}

fn section<'a>(
    maker: &mut Maker<'a, '_>,
    month: (i32, u32),
    events: &[EventIx],
    (silence, height): (Option<String>, usize),
) -> MonthSection<'a> {
    let labels = maker.catalog.labels;
    let shown = outstanding(maker.catalog, events);
    let rest = events.len() - shown.len();
    MonthSection {
        id: format!("{:04}-{:02}", month.0, month.1),
        silence,
        month: month_link(maker, month),
        count: labels.count(events.len(), &labels.counts.events),
        height,
        events: maker.lines(&shown),
        more: (rest > 0).then(|| labels.count(rest, &labels.counts.events)),
    }
}

/// The events that most articles tell, the surest first, put back in order of their dates.
fn outstanding(catalog: &Catalog<'_>, events: &[EventIx]) -> Vec<EventIx> {
    let rank = |ix: &EventIx| {
        let event = catalog.event(*ix);
        let happened = event.state == State::Past || event.state == State::Ongoing;
        std::cmp::Reverse((event.mentions.len(), event.confidence, happened))
    };
    let mut shown = events.to_vec();
    shown.sort_by_key(rank);
    shown.truncate(SHOWN);
    shown.sort_unstable();
    shown
}

/// How many months lie between two that have events.
fn silence(catalog: &Catalog<'_>, before: (i32, u32), month: (i32, u32)) -> Option<String> {
    let count = |(year, month): (i32, u32)| i64::from(year) * 12 + i64::from(month);
    let empty = usize::try_from(count(month) - count(before) - 1).ok().filter(|empty| *empty > 0)?;
    Some(catalog.labels.count(empty, &catalog.labels.counts.quiet_months))
}
