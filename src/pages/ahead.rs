//! The calendar: dates ahead, soonest first, with their months; and plans whose day has passed, with what was
//! reported of it.

use std::collections::BTreeSet;

use chrono::Datelike;
use serde::Serialize;

use super::calendar::{MonthGrid, month_grid};
use super::catalog::Catalog;
use super::edition::upcoming;
use super::outcome::{OutcomeView, is_passed, outcome};
use super::parts::{DateGroup, EventLine, Maker};
use super::target::{Link, Target};
use super::{Page, View, feeds};
use crate::model::EventIx;

/// What `calendar.html` gets, as `calendar`.
#[derive(Debug, Serialize)]
pub struct CalendarView<'a> {
    /// The day from which ahead is counted.
    pub today: String,
    pub ahead: Vec<DateGroup<'a>>,
    /// The months that hold them, at most three.
    pub months: Vec<MonthGrid<'a>>,
    /// Plans whose day has passed, newest first.
    pub passed: Vec<PassedPlan<'a>>,
    /// All of them as a file that a calendar can follow.
    pub feed: Option<Link<'a>>,
}

/// A plan whose day has passed.
#[derive(Debug, Serialize)]
pub struct PassedPlan<'a> {
    pub event: EventLine<'a>,
    /// `None` where no article here tells of it.
    pub outcome: Option<OutcomeView<'a>>,
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
        passed: passed
            .iter()
            .map(|ix| PassedPlan { event: maker.line(*ix), outcome: outcome(&mut maker, *ix) })
            .collect(),
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
    let all = (0..catalog.book.events.len()).rev().map(EventIx);
    all.filter(|ix| is_passed(catalog.book, *ix)).take(PASSED)
}
