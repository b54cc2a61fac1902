//! The archive: every year as a heat calendar, every month as a link.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::calendar::level;
use super::catalog::Catalog;
use super::labels::fill;
use super::parts::{Maker, TextLink};
use super::target::{Link, Target};
use super::{Page, View};

/// What `archive.html` gets, as `archive`.
#[derive(Debug, Serialize)]
pub struct ArchiveView<'a> {
    pub count: String,
    /// Newest first.
    pub years: Vec<YearView<'a>>,
    /// Events without a month: "12 events".
    pub loose: Option<String>,
    pub undated_link: Link<'a>,
}

/// A year of the archive.
#[derive(Debug, Serialize)]
pub struct YearView<'a> {
    pub year: i32,
    /// "214 events".
    pub count: String,
    pub months: Vec<MonthEntry<'a>>,
    pub heat: Heat,
}

/// A month of a year, with the way to it.
#[derive(Debug, Serialize)]
pub struct MonthEntry<'a> {
    pub month: TextLink<'a>,
    /// "21 events".
    pub count: String,
}

/// A year of days, a column for each week.
#[derive(Debug, Serialize)]
pub struct Heat {
    /// Says in words what the picture shows.
    pub label: String,
    /// Squares of each level from 0 to 3.
    pub levels: Vec<Vec<Square>>,
    /// Short month names over the columns where they start.
    pub months: Vec<MonthTick>,
}

/// Place of a day in the picture: column from 0, row from 0 for the first day of the week.
#[derive(Debug, Serialize)]
pub struct Square {
    pub column: u32,
    pub row: u32,
}

/// The name of a month over the column in which it begins.
#[derive(Debug, Serialize)]
pub struct MonthTick {
    pub name: &'static str,
    pub column: u32,
}

/// Plans the one page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let mut years: BTreeMap<i32, BTreeMap<NaiveDate, usize>> = BTreeMap::new();
    for (day, shelf) in &catalog.days {
        if !shelf.events.is_empty() {
            years.entry(day.year()).or_default().insert(*day, shelf.events.len());
        }
    }
    for (year, _) in catalog.months.keys() {
        years.entry(*year).or_default();
    }
    let loose = catalog.wide.len() + catalog.yearless.len() + catalog.undated.len();
    let view = ArchiveView {
        count: catalog.labels.count(catalog.book.events.len(), &catalog.labels.counts.events),
        years: years.iter().rev().map(|(year, days)| year_view(&mut maker, *year, days)).collect(),
        loose: (loose > 0).then(|| catalog.labels.count(loose, &catalog.labels.counts.events)),
        undated_link: maker.links.to(Target::Undated),
    };
    vec![Page::new(Target::Archive, catalog.labels.ui.archive.to_owned(), View::Archive(view), maker)]
}

fn year_view<'a>(maker: &mut Maker<'a, '_>, year: i32, days: &BTreeMap<NaiveDate, usize>) -> YearView<'a> {
    let catalog = maker.catalog;
    let labels = catalog.labels;
    let months = catalog.months.range((year, 1)..=(year, 12));
    YearView {
        year,
        count: labels.count(days.values().sum(), &labels.counts.events),
        months: months.map(|((_, month), events)| month_entry(maker, year, *month, events.len())).collect(),
        heat: heat(catalog, year, days),
    }
}

fn month_entry<'a>(maker: &mut Maker<'a, '_>, year: i32, month: u32, events: usize) -> MonthEntry<'a> {
    let labels = maker.catalog.labels;
    let text = labels.months[month as usize - 1].to_owned();
    let link = maker.links.to(Target::Month(year, month));
    MonthEntry { month: TextLink { text, link }, count: labels.count(events, &labels.counts.events) }
}

fn heat(catalog: &Catalog<'_>, year: i32, days: &BTreeMap<NaiveDate, usize>) -> Heat {
    let labels = catalog.labels;
    let busiest = days.values().max().copied().unwrap_or(0);
    let mut levels: Vec<Vec<Square>> = (0..4).map(|_| Vec::new()).collect();
    let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else {
        return Heat { label: String::new(), levels, months: Vec::new() };
    };
    let shift = first.weekday().days_since(labels.first_weekday);
    let column = |day: NaiveDate| (day.ordinal0() + shift) / 7;
    for day in first.iter_days().take_while(|day| day.year() == year) {
        let events = days.get(&day).copied().unwrap_or(0);
        let square = Square { column: column(day), row: day.weekday().days_since(labels.first_weekday) };
        levels[level(events, busiest)].push(square);
    }
    let starts = (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(year, month, 1));
    let tick = |day: NaiveDate| MonthTick { name: labels.months_short[day.month0() as usize], column: column(day) };
    Heat { label: label(catalog, year, days), levels, months: starts.map(tick).collect() }
}

/// "214 events on 90 days of 2025; the busiest is Sunday 7 December 2025 with 12 events".
fn label(catalog: &Catalog<'_>, year: i32, days: &BTreeMap<NaiveDate, usize>) -> String {
    let labels = catalog.labels;
    let Some((day, most)) = days.iter().max_by_key(|(day, n)| (**n, std::cmp::Reverse(**day))) else {
        return year.to_string();
    };
    let total = labels.count(days.values().sum(), &labels.counts.events);
    let parts = [total, labels.count(days.len(), &labels.counts.days), year.to_string(), labels.full_day(*day)];
    let sentence = parts.iter().fold(labels.ui.heat.to_owned(), |text, part| fill(&text, part));
    fill(&sentence, &labels.count(*most, &labels.counts.events))
}
