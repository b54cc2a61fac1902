//! What stands where: the newsbook's events on the shelves the pages read from.
//!
//! Built once before planning, so that no page searches the whole newsbook. An event stands on the shelf its date
//! allows and on no narrower one: a day page lists events of that day only, a month page everything inside the month,
//! and what is wider, yearless or undated stands on the page of things without a day.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::labels::{Labels, labels};
use super::names::Names;
use super::outcome::{Outcome, outcomes};
use crate::model::{Article, ArticleIx, Event, EventIx, Newsbook};

/// The longest span, in days, that is listed in each month it touches.
const LONGEST_IN_MONTHS: i64 = 92;

/// The newsbook with its shelves.
#[derive(Debug)]
pub struct Catalog<'a> {
    pub book: &'a Newsbook,
    pub labels: &'static Labels,
    pub days: BTreeMap<NaiveDate, DayShelf>,
    /// By year and month from 1.
    pub months: BTreeMap<(i32, u32), Vec<EventIx>>,
    /// By index of the theme; the last one is "Other".
    pub themes: Vec<Vec<EventIx>>,
    pub names: Names<'a>,
    /// Events that each article tells, in the order of its text.
    pub article_events: Vec<Vec<EventIx>>,
    /// The edition that an event happened in, by index.
    pub edition_of: Vec<Option<usize>>,
    /// Dated, but to no month: a year, a season, a long span.
    pub wide: Vec<EventIx>,
    /// A month or day of an unknown year.
    pub yearless: Vec<EventIx>,
    pub undated: Vec<EventIx>,
    /// The reports of plans whose day has passed, by plan.
    pub outcomes: BTreeMap<EventIx, Outcome<'a>>,
}

/// What a day page is made of.
#[derive(Debug, Default)]
pub struct DayShelf {
    pub events: Vec<EventIx>,
    pub articles: Vec<ArticleIx>,
}

impl<'a> Catalog<'a> {
    /// Puts every event and article of `book` on its shelves.
    pub fn new(book: &'a Newsbook) -> Self {
        let names = Names::new(book);
        let mut catalog = Self {
            book,
            labels: labels(&book.site.language),
            days: BTreeMap::new(),
            months: BTreeMap::new(),
            themes: vec![Vec::new(); book.themes.len() + 1],
            outcomes: outcomes(book, &names),
            names,
            article_events: vec![Vec::new(); book.articles.len()],
            edition_of: vec![None; book.events.len()],
            wide: Vec::new(),
            yearless: Vec::new(),
            undated: Vec::new(),
        };
        for ix in (0..book.events.len()).map(EventIx) {
            catalog.shelve_by_date(ix);
            catalog.shelve_by_theme(ix);
        }
        catalog.shelve_by_article();
        catalog.shelve_by_edition();
        catalog
    }

    fn shelve_by_date(&mut self, ix: EventIx) {
        let Some(dated) = &self.book[ix].date else { return self.undated.push(ix) };
        let date = dated.date;
        if let Some(day) = date.exact_day() {
            self.days.entry(day).or_default().events.push(ix);
        }
        let Some(last) = date.sort_day() else { return self.yearless.push(ix) };
        let first = date.first_day().unwrap_or(last);
        if (last - first).num_days() > LONGEST_IN_MONTHS {
            return self.wide.push(ix);
        }
        for month in months_between(first, last) {
            self.months.entry(month).or_default().push(ix);
        }
    }

    fn shelve_by_theme(&mut self, ix: EventIx) {
        let other = self.book.themes.len();
        let hits = &self.book[ix].themes;
        for hit in hits.iter().take(SHOWN_THEMES) {
            self.themes[hit.theme.min(other)].push(ix);
        }
        if hits.is_empty() {
            self.themes[other].push(ix);
        }
    }

    fn shelve_by_article(&mut self) {
        let book = self.book;
        for (n, article) in book.articles.iter().enumerate() {
            if let Some(day) = published_day(article) {
                self.days.entry(day).or_default().articles.push(ArticleIx(n));
            }
        }
        let mut tellings: Vec<_> = book
            .events
            .iter()
            .enumerate()
            .flat_map(|(n, event)| event.mentions.iter().map(move |mention| (*mention, EventIx(n))))
            .collect();
        tellings.sort_unstable();
        for (mention, event) in tellings {
            let told = &mut self.article_events[book[mention].article.0];
            if !told.contains(&event) {
                told.push(event);
            }
        }
    }

    fn shelve_by_edition(&mut self) {
        for (n, edition) in self.book.editions.iter().enumerate() {
            for event in &edition.events {
                self.edition_of[event.0] = Some(n);
            }
        }
    }

    pub fn event(&self, ix: EventIx) -> &'a Event {
        &self.book.events[ix.0]
    }

    pub fn article(&self, ix: ArticleIx) -> &'a Article {
        &self.book.articles[ix.0]
    }

    /// Returns the edition that a visitor sees first: the last one that has begun.
    pub fn latest(&self) -> Option<usize> {
        let named = |front: &String| self.book.editions.iter().position(|edition| edition.id == *front);
        if let Some(front) = self.book.site.front.as_ref().and_then(named) {
            return Some(front);
        }
        let begun = |n: &usize| self.book.editions[*n].first <= self.book.today;
        let all = 0..self.book.editions.len();
        all.clone().rev().find(begun).or(all.clone().next())
    }
}

/// How many themes of an event are shown; it stands on the page of each.
pub const SHOWN_THEMES: usize = 2;

/// Returns the exact day an article was published, where it is known.
pub fn published_day(article: &Article) -> Option<NaiveDate> {
    article.published.as_ref()?.date.exact_day()
}

fn months_between(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = (i32, u32)> {
    let count = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
    (count(first)..=count(last)).map(|n| (n.div_euclid(12), n.rem_euclid(12) as u32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_cross_the_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let months: Vec<_> = months_between(day("2025-11-30"), day("2026-01-01")).collect();
        assert_eq!(months, [(2025, 11), (2025, 12), (2026, 1)]);
    }
}
