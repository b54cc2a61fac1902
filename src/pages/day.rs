//! A day: everything that happened on it, was planned for it or was published on it, over all editions.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::catalog::{Catalog, DayShelf};
use super::dates::{DateView, month_in_full};
use super::parts::{Card, EventLine, Maker, SourceCard, TextLink};
use super::target::{Link, Target};
use super::{Page, View};
use crate::model::{EventIx, State};

/// What `day.html` gets, as `day`.
#[derive(Debug, Serialize)]
pub struct DayView<'a> {
    pub date: DateView,
    /// "4 events".
    pub count: String,
    pub events: Vec<Card<'a>>,
    /// Told beforehand, as plans for this day.
    pub planned: Vec<Card<'a>>,
    /// Dated to a few days that include this one; what is dated to the month or longer stands on the month's page.
    pub within: Vec<EventLine<'a>>,
    pub published: Vec<SourceCard<'a>>,
    /// The month's page, where it has one.
    pub month: Option<TextLink<'a>>,
    pub edition: Option<TextLink<'a>>,
    pub previous: Option<Neighbour<'a>>,
    pub next: Option<Neighbour<'a>>,
}

/// The nearest day that has a page.
#[derive(Debug, Serialize)]
pub struct Neighbour<'a> {
    pub title: String,
    pub link: Link<'a>,
    /// "3 days later".
    pub distance: String,
}

/// Plans a page for each day with an event or an article.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    catalog.days.iter().map(|(day, shelf)| page(catalog, *day, shelf)).collect()
}

fn page<'a>(catalog: &Catalog<'a>, day: NaiveDate, shelf: &DayShelf) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let labels = catalog.labels;
    let is_plan = |ix: &EventIx| catalog.event(*ix).state == State::Scheduled;
    let (planned, events): (Vec<EventIx>, Vec<EventIx>) = shelf.events.iter().copied().partition(is_plan);
    let within = within(catalog, day);
    let view = DayView {
        date: DateView::new(Some(&day.into()), labels),
        count: labels.count(shelf.events.len(), &labels.counts.events),
        events: maker.cards(&events),
        planned: maker.cards(&planned),
        within: maker.lines(&within),
        published: shelf.articles.iter().map(|ix| maker.source_card(*ix, catalog.article_events[ix.0].len())).collect(),
        month: month(&mut maker, day),
        edition: edition(&mut maker, day),
        previous: catalog.days.range(..day).next_back().map(|(other, _)| neighbour(&mut maker, day, *other)),
        next: catalog.days.range(day..).nth(1).map(|(other, _)| neighbour(&mut maker, day, *other)),
    };
    Page::new(Target::Day(day), catalog.labels.full_day(day), View::Day(Box::new(view)), maker)
}

/// Most days that a span has whose events are listed on each of them: a week, to which many reports are dated.
const SHORT: i64 = 7;

/// Events of the month whose span of a few days holds the day without being it.
fn within(catalog: &Catalog<'_>, day: NaiveDate) -> Vec<EventIx> {
    let month = catalog.months.get(&(day.year(), day.month())).map_or(&[][..], Vec::as_slice);
    let holds = |ix: &&EventIx| {
        let Some(date) = catalog.event(**ix).date.as_ref().map(|dated| dated.date) else { return false };
        let (Some(first), Some(last)) = (date.first_day(), date.last_day()) else { return false };
        let days = (last - first).num_days() + 1;
        first <= day && day <= last && days <= SHORT && date.exact_day().is_none()
    };
    month.iter().filter(holds).copied().collect()
}

fn month<'a>(maker: &mut Maker<'a, '_>, day: NaiveDate) -> Option<TextLink<'a>> {
    let key = (day.year(), day.month());
    let text = month_in_full(key.0, key.1, maker.catalog.labels);
    let has_page = maker.catalog.months.contains_key(&key);
    has_page.then(|| TextLink { text, link: maker.links.to(Target::Month(key.0, key.1)) })
}

fn edition<'a>(maker: &mut Maker<'a, '_>, day: NaiveDate) -> Option<TextLink<'a>> {
    let editions = &maker.catalog.book.editions;
    // Oldest first and not overlapping, so the last one that has begun is the only one that can hold the day.
    let begun = editions.partition_point(|edition| edition.first <= day);
    let edition = editions.get(begun.checked_sub(1)?).filter(|edition| day <= edition.last)?;
    Some(TextLink { text: edition.label.clone(), link: maker.links.to(Target::Edition(&edition.id)) })
}

fn neighbour<'a>(maker: &mut Maker<'a, '_>, day: NaiveDate, other: NaiveDate) -> Neighbour<'a> {
    let labels = maker.catalog.labels;
    let days = (other - day).num_days();
    let forms = if days > 0 { &labels.counts.days_later } else { &labels.counts.days_earlier };
    Neighbour {
        title: maker.catalog.labels.full_day(other),
        link: maker.links.to(Target::Day(other)),
        distance: labels.count(days.unsigned_abs() as usize, forms),
    }
}
