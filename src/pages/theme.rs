//! A theme: why it matters, how often it was in the news, and its events, newest first; and the list of themes.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::catalog::Catalog;
use super::feeds::{Form, forms};
use super::labels::fill;
use super::month::month_link;
use super::parts::{Card, Maker, TextLink, ThemeRef};
use super::target::Target;
use super::{Page, View};
use crate::model::EventIx;

/// What `theme.html` gets, as `theme`.
#[derive(Debug, Serialize)]
pub struct ThemeView<'a> {
    pub theme: ThemeRef<'a>,
    pub why: Option<&'a str>,
    pub count: String,
    pub strip: Strip,
    /// Newest first, the undated last.
    pub groups: Vec<Group<'a>>,
    /// Months whose events are too many to stand here, each with its number of events.
    pub older: Vec<TextLink<'a>>,
    pub previous: Option<TextLink<'a>>,
    pub next: Option<TextLink<'a>>,
    /// Its own feeds: "Atom", "JSON Feed".
    pub feeds: Vec<TextLink<'a>>,
}

/// The events of one edition, or of none.
#[derive(Debug, Serialize)]
pub struct Group<'a> {
    pub edition: Option<TextLink<'a>>,
    pub events: Vec<Card<'a>>,
}

/// Events a week over a year.
#[derive(Debug, Serialize)]
pub struct Strip {
    /// Height of each of 52 weeks, oldest first, 0 to 20.
    pub weeks: Vec<usize>,
    /// One sentence that says the same.
    pub label: String,
}

/// What `themes.html` gets, as `themes`.
#[derive(Debug, Serialize)]
pub struct ThemesView<'a> {
    pub themes: Vec<ThemeEntry<'a>>,
}

/// A theme in the list of themes.
#[derive(Debug, Serialize)]
pub struct ThemeEntry<'a> {
    pub theme: ThemeRef<'a>,
    pub why: Option<&'a str>,
    pub count: String,
    pub strip: Strip,
}

/// Most events that a theme's page tells; the months hold the rest.
const SHOWN: usize = 200;

const WEEKS: usize = 52;
const TALLEST: usize = 20;

/// Plans a page for each theme, "Other" last.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    (0..catalog.themes.len()).map(|n| page(catalog, n)).collect()
}

/// Plans the list of all themes.
pub fn list<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let entry = |n| ThemeEntry {
        theme: maker.theme(n),
        why: why(catalog, n),
        count: count(catalog, n),
        strip: strip(catalog, n, newest(catalog)),
    };
    let view = ThemesView { themes: (0..catalog.themes.len()).map(entry).collect() };
    vec![Page::new(Target::Themes, catalog.labels.ui.themes.to_owned(), View::Themes(view), maker)]
}

fn page<'a>(catalog: &Catalog<'a>, n: usize) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let mut events = catalog.themes[n].clone();
    events.sort_by_key(|ix| (std::cmp::Reverse(day(catalog, *ix)), *ix));
    let (shown, older) = events.split_at(events.len().min(SHOWN));
    let theme = maker.theme(n);
    let view = ThemeView {
        theme,
        why: why(catalog, n),
        count: count(catalog, n),
        strip: strip(catalog, n, newest(catalog)),
        groups: groups(&mut maker, shown),
        older: older_months(&mut maker, older),
        previous: n.checked_sub(1).map(|n| neighbour(&mut maker, n)),
        next: (n + 1 < catalog.themes.len()).then(|| neighbour(&mut maker, n + 1)),
        feeds: feeds(&mut maker, n),
    };
    Page::new(Target::Theme(theme.id), theme.title.to_owned(), View::Theme(Box::new(view)), maker)
}

/// The feeds of a theme of the config; what no theme took has none.
fn feeds<'a>(maker: &mut Maker<'a, '_>, n: usize) -> Vec<TextLink<'a>> {
    let book = maker.catalog.book;
    let Some(theme) = book.themes.get(n) else { return Vec::new() };
    let link = |form: Form| TextLink {
        text: form.name.to_owned(),
        link: maker.links.to(Target::ThemeFeed(&theme.id, form.ending)),
    };
    forms(&book.site).map(link).collect()
}

fn day(catalog: &Catalog<'_>, ix: EventIx) -> Option<NaiveDate> {
    catalog.event(ix).date.as_ref()?.date.sort_day()
}

fn why<'a>(catalog: &Catalog<'a>, n: usize) -> Option<&'a str> {
    catalog.book.themes.get(n)?.why.as_deref()
}

fn count(catalog: &Catalog<'_>, n: usize) -> String {
    catalog.labels.count(catalog.themes[n].len(), &catalog.labels.counts.events)
}

fn neighbour<'a>(maker: &mut Maker<'a, '_>, n: usize) -> TextLink<'a> {
    let theme = maker.theme(n);
    TextLink { text: theme.title.to_owned(), link: theme.link }
}

fn groups<'a>(maker: &mut Maker<'a, '_>, events: &[EventIx]) -> Vec<Group<'a>> {
    let catalog = maker.catalog;
    let edition_of = |ix: &EventIx| catalog.edition_of[ix.0];
    let chunks = events.chunk_by(|a, b| edition_of(a) == edition_of(b));
    chunks
        .map(|events| Group { edition: edition(maker, edition_of(&events[0])), events: maker.cards(events) })
        .collect()
}

fn edition<'a>(maker: &mut Maker<'a, '_>, n: Option<usize>) -> Option<TextLink<'a>> {
    let edition = maker.catalog.book.editions.get(n?)?;
    Some(TextLink { text: edition.label.clone(), link: maker.links.to(Target::Edition(&edition.id)) })
}

fn older_months<'a>(maker: &mut Maker<'a, '_>, events: &[EventIx]) -> Vec<TextLink<'a>> {
    let mut months: BTreeMap<(i32, u32), usize> = BTreeMap::new();
    for day in events.iter().filter_map(|ix| day(maker.catalog, *ix)) {
        *months.entry((day.year(), day.month())).or_default() += 1;
    }
    let known = months.into_iter().rev().filter(|(month, _)| maker.catalog.months.contains_key(month));
    known
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(month, n)| {
            let TextLink { text, link } = month_link(maker, month);
            TextLink { text: format!("{text} ({n})"), link }
        })
        .collect()
}

/// Returns the newest day with an event that is not ahead of today.
fn newest(catalog: &Catalog<'_>) -> NaiveDate {
    catalog.days.range(..=catalog.book.today).next_back().map_or(catalog.book.today, |(day, _)| *day)
}

/// Counts the exact days of the theme with index `n` by week, over the year that ends with `last`.
pub fn strip(catalog: &Catalog<'_>, n: usize, last: NaiveDate) -> Strip {
    let mut counts = vec![0usize; WEEKS];
    let events = &catalog.themes[n];
    // By date, the undated last: only the year itself is walked through.
    let until = events.partition_point(|ix| day(catalog, *ix).is_some_and(|day| day <= last));
    for ix in events[..until].iter().rev() {
        let weeks_ago = day(catalog, *ix).map_or(WEEKS, |day| (last - day).num_days() as usize / 7);
        let Some(count) = counts.iter_mut().rev().nth(weeks_ago) else { break };
        let is_exact = catalog.event(*ix).date.as_ref().is_some_and(|dated| dated.date.exact_day().is_some());
        *count += usize::from(is_exact);
    }
    let tallest = counts.iter().max().copied().unwrap_or(0);
    let weeks = counts.iter().map(|count| (count * TALLEST).div_ceil(tallest.max(1))).collect();
    Strip { weeks, label: strip_label(catalog, &counts) }
}

fn strip_label(catalog: &Catalog<'_>, counts: &[usize]) -> String {
    let labels = catalog.labels;
    let total = labels.count(counts.iter().sum(), &labels.counts.events);
    let busy = counts.iter().filter(|count| **count > 0).count();
    fill(&fill(labels.ui.strip, &total), &busy.to_string())
}
