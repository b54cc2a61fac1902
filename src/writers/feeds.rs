//! What the feeds carry: the newest events of all themes and of each, and the corrections, before any form is given.
//!
//! A feed tells what is new to its readers, so its order is not that of the events but of when they became known: the
//! day of the latest report, or of an editor's latest change. The day of the build never shows, so a rebuild tells
//! nobody the same news twice. An event whose reports have no date has no place in that order and is left out. Ids are
//! `tag:` addresses (RFC 4151) that outlive a change of layout; see `docs/feeds.md`.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::model::{Correction, Event, Newsbook};
use crate::pages::feeds::{Form, forms};
use crate::pages::{DateView, Labels, Target, evidence, labels};

/// One feed, in no form yet.
pub struct Feed<'a> {
    pub title: String,
    /// Path of its file.
    pub path: String,
    /// Path of the page that it follows.
    pub page: Target<'a>,
    pub entries: Vec<Entry<'a>>,
}

/// One thing told in a feed.
pub struct Entry<'a> {
    /// Never changes once it was published.
    pub id: String,
    pub title: &'a str,
    /// Absolute.
    pub address: String,
    /// Plain text.
    pub text: String,
    /// When it was first known, where that differs from a correction's own day.
    pub published: Option<NaiveDate>,
    pub updated: NaiveDate,
    /// Titles of its themes.
    pub themes: Vec<&'a str>,
}

/// The year in the ids. It says since when the form of the ids holds and is never changed.
const TAG_YEAR: u16 = 2026;

/// Most entries of a feed; what a reader missed in between stands on the site.
const MOST: usize = 50;

/// Returns every feed in the given form; none where the newsbook has none.
pub fn feeds<'a>(book: &'a Newsbook, format: &str) -> Vec<Feed<'a>> {
    let Some((base, form)) = book.site.base_url.as_deref().zip(forms(&book.site).find(|form| form.format == format))
    else {
        return Vec::new();
    };
    let known = known(book);
    let desk = Desk { book, base, labels: labels(&book.site.language) };
    let mut feeds = vec![desk.site_feed(form, &known), desk.correction_feed(form)];
    feeds.extend((0..book.themes.len()).map(|theme| desk.theme_feed(form, &known, theme)));
    feeds
}

impl Feed<'_> {
    /// Returns the day of its newest entry; the first of all days where it has none.
    pub fn updated(&self) -> NaiveDate {
        self.entries.iter().map(|entry| entry.updated).max().unwrap_or_default()
    }
}

/// Returns an absolute address, as people write it.
pub fn absolute(base: &str, target: Target<'_>) -> String {
    let address = target.address();
    format!("{base}{}", address.strip_suffix("index.html").unwrap_or(&address))
}

/// Returns a text without the characters that neither XML nor a calendar can hold.
pub fn printable(text: &str) -> String {
    let bad = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if bad(c) { ' ' } else { c }).collect()
}

/// Returns the days on which an event was first and last told otherwise; `None` where nothing that tells it is dated.
pub fn told(book: &Newsbook, event: &Event) -> Option<(NaiveDate, NaiveDate)> {
    let reports = event.mentions.iter().filter_map(|ix| book[book[*ix].article].published.as_ref());
    let reports = reports.map(|published| &published.date);
    let web = event.editorial.web.iter().filter_map(|source| source.accessed.as_ref());
    let days: Vec<NaiveDate> = reports.chain(web).filter_map(|date| date.sort_day()).collect();
    let changes = event.editorial.changes.iter().filter_map(|change| change.note.on.as_ref()?.sort_day());
    let last = days.iter().copied().chain(changes).max()?;
    Some((days.iter().min().copied().unwrap_or(last), last))
}

/// Every event with a day on which it became known, the latest first.
fn known(book: &Newsbook) -> Vec<(&Event, NaiveDate, NaiveDate)> {
    let dated = book.events.iter().filter_map(|event| told(book, event).map(|(first, last)| (event, first, last)));
    let mut known: Vec<_> = dated.collect();
    known.sort_by_key(|(event, _, last)| (Reverse(*last), Reverse(sort_day(event)), &event.id));
    known
}

fn sort_day(event: &Event) -> Option<NaiveDate> {
    event.date.as_ref()?.date.sort_day()
}

struct Desk<'a> {
    book: &'a Newsbook,
    base: &'a str,
    labels: &'static Labels,
}

impl<'a> Desk<'a> {
    fn site_feed(&self, form: Form, known: &[(&'a Event, NaiveDate, NaiveDate)]) -> Feed<'a> {
        let entries = known.iter().take(MOST).map(|known| self.event(*known)).collect();
        Feed { title: self.book.site.title.clone(), path: form.site.into(), page: Target::Home, entries }
    }

    fn theme_feed(&self, form: Form, known: &[(&'a Event, NaiveDate, NaiveDate)], n: usize) -> Feed<'a> {
        let theme = &self.book.themes[n];
        let own = known.iter().filter(|(event, ..)| event.themes.iter().take(2).any(|hit| hit.theme == n));
        Feed {
            title: format!("{}: {}", self.book.site.title, theme.title),
            path: Target::ThemeFeed(&theme.id, form.ending).address(),
            page: Target::Theme(&theme.id),
            entries: own.take(MOST).map(|known| self.event(*known)).collect(),
        }
    }

    fn correction_feed(&self, form: Form) -> Feed<'a> {
        Feed {
            title: format!("{}: {}", self.book.site.title, self.labels.ui.corrections),
            path: form.corrections.into(),
            page: Target::Corrections,
            entries: self.book.corrections.iter().filter_map(|correction| self.correction(correction)).collect(),
        }
    }

    fn event(&self, (event, first, last): (&'a Event, NaiveDate, NaiveDate)) -> Entry<'a> {
        let book = self.book;
        let date = DateView::new(event.date.as_ref().map(|dated| &dated.date), self.labels).full;
        let quote = event.mentions.first().and_then(|ix| evidence::quote(book, *ix));
        let words = match (&event.editorial.text, quote) {
            (Some(text), _) => text.clone(),
            (None, Some(quote)) => format!("“{}{}”", quote.text, if quote.cut { " …" } else { "" }),
            (None, None) => event.headline.clone(),
        };
        Entry {
            id: self.tag(&format!("e/{}", event.id)),
            title: &event.headline,
            address: absolute(self.base, Target::Event(&event.id)),
            text: format!("{date}: {words}"),
            published: Some(first),
            updated: last,
            themes: event.themes.iter().take(2).map(|hit| self.theme_title(hit.theme)).collect(),
        }
    }

    fn theme_title(&self, n: usize) -> &'a str {
        self.book.themes.get(n).map_or(self.labels.other, |theme| &theme.title)
    }

    /// A correction without a day of its own cannot be placed, and stands on the page only.
    fn correction(&self, correction: &'a Correction) -> Option<Entry<'a>> {
        let day = correction.on.and_then(|on| on.sort_day())?;
        let event = self.book.events.iter().find(|event| event.id == correction.event);
        Some(Entry {
            id: self.tag(&format!("e/{}#corrected-{day}", correction.event)),
            title: event.map_or(correction.said.as_str(), |event| event.headline.as_str()),
            address: absolute(self.base, Target::Event(&correction.event)),
            text: correction.said.clone(),
            published: None,
            updated: day,
            themes: Vec::new(),
        })
    }

    /// Returns an id that no other site has.
    fn tag(&self, path: &str) -> String {
        let (host, folder) = host_and_folder(self.base);
        format!("tag:{host},{TAG_YEAR}:{folder}{path}")
    }
}

/// Cuts `https://example.org:8000/desk/` into `example.org` and `desk/`.
pub fn host_and_folder(base: &str) -> (&str, &str) {
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    let (authority, folder) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.rsplit('@').next().unwrap_or(authority);
    (host.split(':').next().unwrap_or(host), folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    fn book() -> Newsbook {
        let mut book = sample::newsbook();
        book.site.formats = vec!["html", "atom"];
        book
    }

    #[test]
    fn the_latest_known_comes_first_and_what_was_never_dated_is_left_out() {
        let book = book();
        let feeds = feeds(&book, "atom");
        assert_eq!(feeds.len(), 2 + book.themes.len());
        let days: Vec<_> = feeds[0].entries.iter().map(|entry| entry.updated).collect();
        assert!(!days.is_empty() && days.is_sorted_by(|a, b| a >= b));
        assert!(feeds[0].entries.len() < book.events.len());
        assert_eq!(feeds[0].entries[0].id, format!("tag:example.org,2026:desk/e/{}", book.events[0].id));
        assert!(feeds[0].entries[0].address.starts_with("https://example.org/desk/e/"));
    }

    #[test]
    fn without_an_address_of_the_site_there_is_no_feed() {
        let mut book = book();
        book.site.base_url = None;
        assert!(feeds(&book, "atom").is_empty());
    }

    #[test]
    fn a_host_is_named_without_port_and_user() {
        assert_eq!(host_and_folder("https://me@example.org:8000/desk/"), ("example.org", "desk/"));
        assert_eq!(host_and_folder("https://example.org/"), ("example.org", ""));
    }
}
