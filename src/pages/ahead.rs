//! The calendar: dates ahead, soonest first, with their months; and plans whose day has passed without a report.

use std::collections::BTreeSet;

use chrono::Datelike;
use serde::Serialize;

use super::calendar::{MonthGrid, month_grid};
use super::catalog::Catalog;
use super::edition::upcoming;
use super::parts::{DateGroup, EventLine, Maker};
use super::target::{Link, Target};
use super::{Page, View, feeds};
use crate::model::{EventIx, State};

/// What `calendar.html` gets, as `calendar`.
#[derive(Debug, Serialize)]
pub struct CalendarView<'a> {
    /// The day from which ahead is counted.
    pub today: String,
    pub ahead: Vec<DateGroup<'a>>,
    /// The months that hold them, at most three.
    pub months: Vec<MonthGrid<'a>>,
    /// Plans whose day has passed, newest first.
    pub passed: Vec<EventLine<'a>>,
    /// All of them as a file that a calendar can follow.
    pub feed: Option<Link<'a>>,
}

const AHEAD: usize = 200;
const MONTHS: usize = 3;
const PASSED: usize = 60;

/// Plans the one page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let ahead: Vec<EventIx> = upcoming(catalog).take(AHEAD).collect();
    let passed: Vec<EventIx> = passed(catalog).collect();
    let view = CalendarView {
        today: catalog.labels.full_day(catalog.book.today),
        months: months(&mut maker, &ahead),
        ahead: maker.by_date(&ahead),
        passed: maker.lines(&passed),
        feed: feeds::has_calendar(catalog.book).then(|| maker.links.to(Target::File(feeds::CALENDAR))),
    };
    vec![Page::new(Target::Calendar, catalog.labels.ui.calendar.to_owned(), View::Calendar(view), maker)]
}

fn months<'a>(maker: &mut Maker<'a, '_>, ahead: &[EventIx]) -> Vec<MonthGrid<'a>> {
    let first = |ix: &EventIx| maker.catalog.event(*ix).date.as_ref().and_then(|dated| dated.date.exact_day());
    let months: BTreeSet<(i32, u32)> = ahead.iter().filter_map(first).map(|day| (day.year(), day.month())).collect();
    let today = maker.catalog.book.today;
    let grids = months.into_iter().take(MONTHS);
    grids.filter_map(|(year, month)| month_grid(maker, year, month, |day| day > today)).collect()
}

fn passed<'c>(catalog: &'c Catalog<'_>) -> impl Iterator<Item = EventIx> + 'c {
    let is_passed = |ix: &EventIx| {
        let event = catalog.event(*ix);
        let last = event.date.as_ref().and_then(|dated| dated.date.last_day());
        event.state == State::Scheduled && last.is_some_and(|day| day < catalog.book.today)
    };
    (0..catalog.book.events.len()).rev().map(EventIx).filter(is_passed).take(PASSED)
}
