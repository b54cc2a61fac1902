//! A month: its grid of days, what is dated to it, and what is dated to no day of it.

use serde::Serialize;

use super::calendar::{MonthGrid, month_grid};
use super::catalog::Catalog;
use super::dates::month_in_full;
use super::parts::{DateGroup, EventLine, Maker, TextLink};
use super::target::Target;
use super::{Page, View};
use crate::model::EventIx;

/// What `month.html` gets, as `month`.
#[derive(Debug, Serialize)]
pub struct MonthView<'a> {
    pub count: String,
    pub grid: Option<MonthGrid<'a>>,
    /// Events with an exact day.
    pub days: Vec<DateGroup<'a>>,
    /// Dated to the month or to a part of it.
    pub wider: Vec<EventLine<'a>>,
    pub previous: Option<TextLink<'a>>,
    pub next: Option<TextLink<'a>>,
}

/// Plans a page for each month that something is dated to.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    catalog.months.iter().map(|(month, events)| page(catalog, *month, events)).collect()
}

fn page<'a>(catalog: &Catalog<'a>, (year, month): (i32, u32), events: &[EventIx]) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let labels = catalog.labels;
    let has_day = |ix: &EventIx| catalog.event(*ix).date.as_ref().is_some_and(|dated| dated.date.exact_day().is_some());
    let (exact, wider): (Vec<EventIx>, Vec<EventIx>) = events.iter().copied().partition(has_day);
    let before = catalog.months.range(..(year, month)).next_back().map(|(key, _)| *key);
    let after = catalog.months.range((year, month)..).nth(1).map(|(key, _)| *key);
    let view = MonthView {
        count: labels.count(events.len(), &labels.counts.events),
        grid: month_grid(&mut maker, year, month, |_| true),
        days: maker.by_date(&exact),
        wider: maker.lines(&wider),
        previous: before.map(|key| month_link(&mut maker, key)),
        next: after.map(|key| month_link(&mut maker, key)),
    };
    let title = month_in_full(year, month, labels);
    Page::new(Target::Month(year, month), title, View::Month(Box::new(view)), maker)
}

/// Returns a link to a month that has a page.
pub fn month_link<'a>(maker: &mut Maker<'a, '_>, (year, month): (i32, u32)) -> TextLink<'a> {
    TextLink {
        text: month_in_full(year, month, maker.catalog.labels),
        link: maker.links.to(Target::Month(year, month)),
    }
}
