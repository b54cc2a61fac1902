//! The briefing of one edition: what the director holds in hand, as one value.
//!
//! Markdown, PDF, e-mail and the page for the printer all draw this view, so they say the same in the same order:
//! counts, by theme, by date, looking ahead, undated, notes, sources. Every event stands in full exactly once and has
//! one note, numbered in the order of reading; lists that name it again point to that number. Nothing is formatted
//! here and nothing is linked: paper leaves the site, so it carries addresses only where the site has one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Target, evidence, words};
use crate::model::{
    Article, ArticleIx, Confidence, Edition, Event, EventIx, Kind, Mention, MentionIx, Newsbook, Paper,
};

/// An edition, ready for paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Briefing {
    /// Id of the edition.
    pub id: String,
    /// Name of the newsbook and label of the edition.
    pub title: String,
    /// The days it covers.
    pub subtitle: String,
    /// Last day it covers: the date of the document, for a build has no clock.
    pub date: NaiveDate,
    /// BCP 47 tag.
    pub language: String,
    pub paper: Paper,
    /// Address of the edition on the web, where the site has one.
    pub address: Option<String>,
    pub counts: Counts,
    pub themes: Vec<ThemeSection>,
    /// Oldest first; dates that are no exact day stand after the days they cover.
    pub dates: Vec<DateSection>,
    pub ahead: Vec<Entry>,
    pub undated: Vec<Entry>,
    /// Note 1 comes first.
    pub notes: Vec<Note>,
    /// Source 1 comes first.
    pub sources: Vec<Source>,
}

/// The summary in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events of the period.
    pub events: usize,
    /// Of these, on one exact day.
    pub on_a_day: usize,
    pub ahead: usize,
    pub undated: usize,
    pub sources: usize,
}

/// A theme with the events it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeSection {
    pub title: String,
    pub why: Option<String>,
    pub entries: Vec<Entry>,
}

/// An event in full.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Number of its note.
    pub note: usize,
    /// `Sunday 7 December 2025`, `by 7 December 2025`.
    pub date: String,
    pub headline: String,
    /// `Statement`, `Planned`.
    pub kind: &'static str,
    /// Who says it, for what is said or claimed.
    pub speaker: Option<String>,
    pub confidence: Confidence,
    /// Number of articles that report it.
    pub reports: usize,
}

/// What happened on one date.
#[derive(Clone, Debug, PartialEq)]
pub struct DateSection {
    pub date: String,
    pub lines: Vec<Line>,
}

/// An event that is told in full elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub note: usize,
    pub headline: String,
    pub theme: String,
}

/// Where an event comes from and why it carries its date.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Best first, never empty.
    pub citations: Vec<Citation>,
    /// A clause without an end mark.
    pub why_dated: String,
    pub confidence: Confidence,
    /// Id of the event.
    pub event: String,
    /// Address of the event on the web, where the site has one.
    pub address: Option<String>,
}

/// One place in one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    /// Number of the source.
    pub source: usize,
    pub paragraph: u32,
    /// The article's own words, where its rights allow them.
    pub quote: Option<String>,
    /// Whether the sentence goes on after the quote.
    pub cut: bool,
}

/// An article that the briefing draws on.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub title: String,
    /// Whether the title was cut from the first sentence.
    pub title_made: bool,
    pub outlet: Option<String>,
    pub author: Option<String>,
    /// When it was published and how that is known.
    pub published: String,
    pub url: Option<String>,
    pub grade: String,
    pub paragraphs: usize,
    /// File inside the project.
    pub path: String,
}

/// Returns the briefing of an edition.
pub fn briefing(book: &Newsbook, edition: &Edition) -> Briefing {
    let events: Vec<EventIx> = edition.events.iter().copied().filter(|ix| !edition.ahead.contains(ix)).collect();
    let mut notes = Notes { book, numbers: BTreeMap::new(), sources: BTreeMap::new() };
    let themes = by_theme(&mut notes, &events);
    let dates = by_date(&mut notes, &events);
    let ahead = edition.ahead.iter().map(|ix| notes.entry(*ix)).collect();
    let undated = undated(book, edition).into_iter().map(|ix| notes.entry(ix)).collect();
    let (notes, sources) = notes.finish();
    let mut briefing = Briefing {
        id: edition.id.clone(),
        title: format!("{}: {}", book.site.title, edition.label),
        subtitle: words::days(edition.first, edition.last),
        date: edition.last,
        language: book.site.language.clone(),
        paper: book.site.paper,
        address: address(book, Target::Edition(&edition.id)),
        counts: Counts::default(),
        themes,
        dates,
        ahead,
        undated,
        notes,
        sources,
    };
    briefing.counts = counts(&briefing, events.iter().filter(|ix| is_on_a_day(&book[**ix])).count());
    briefing
}

/// Returns the events without a place in the calendar that belong beside an edition: those reported in an article
/// that was published in its period or that tells of one of its events. In the order of the newsbook.
pub fn undated(book: &Newsbook, edition: &Edition) -> Vec<EventIx> {
    let in_period = |article: &Article| {
        let day = article.published.as_ref().and_then(|published| published.date.exact_day());
        day.is_some_and(|day| (edition.first..=edition.last).contains(&day))
    };
    let mut beside: Vec<bool> = book.articles.iter().map(in_period).collect();
    for mention in edition.events.iter().flat_map(|ix| &book[*ix].mentions) {
        beside[book[*mention].article.0] = true;
    }
    let is_beside = |event: &Event| event.mentions.iter().any(|ix| beside[book[*ix].article.0]);
    let has_no_place = |event: &Event| event.date.as_ref().and_then(|dated| dated.date.sort_day()).is_none();
    let all = (0..book.events.len()).map(EventIx);
    all.filter(|ix| has_no_place(&book[*ix]) && is_beside(&book[*ix])).collect()
}

impl Briefing {
    /// Returns a warning about weak sourcing, as whole sentences, where there is reason for one.
    pub fn banner(&self) -> Option<&'static str> {
        (self.sources.len() == 1)
            .then_some("Everything here comes from one article. Nothing has been matched against a second account.")
    }
}

/// Gives out the numbers of notes and sources in the order of reading.
struct Notes<'a> {
    book: &'a Newsbook,
    numbers: BTreeMap<EventIx, usize>,
    sources: BTreeMap<ArticleIx, usize>,
}

impl Notes<'_> {
    /// Returns the number of an event's note, the next free one where it has none yet.
    fn number(&mut self, ix: EventIx) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(ix).or_insert(next)
    }

    fn entry(&mut self, ix: EventIx) -> Entry {
        let event = &self.book[ix];
        let articles: BTreeSet<ArticleIx> = event.mentions.iter().map(|ix| self.book[*ix].article).collect();
        Entry {
            note: self.number(ix),
            date: date_of(event),
            headline: event.headline.clone(),
            kind: words::kind(event.kind, event.state),
            speaker: speaker(self.book, event),
            confidence: event.confidence,
            reports: articles.len(),
        }
    }

    /// Returns the notes in the order of their numbers, and the sources they cite in the order of theirs.
    fn finish(mut self) -> (Vec<Note>, Vec<Source>) {
        let numbers = std::mem::take(&mut self.numbers);
        let notes = in_order(numbers).map(|ix| self.note(ix)).collect();
        (notes, in_order(self.sources).map(|ix| source(&self.book[ix])).collect())
    }

    fn note(&mut self, ix: EventIx) -> Note {
        let event = &self.book[ix];
        Note {
            citations: event.mentions.iter().map(|ix| self.citation(*ix)).collect(),
            why_dated: words::why_dated(event.date.as_ref(), evidence::date_words(self.book, event)),
            confidence: event.confidence,
            event: event.id.to_string(),
            address: address(self.book, Target::Event(&event.id)),
        }
    }

    fn citation(&mut self, ix: MentionIx) -> Citation {
        let Mention { article, paragraph, .. } = self.book[ix];
        let next = self.sources.len() + 1;
        let quote = evidence::quote(self.book, ix);
        Citation {
            source: *self.sources.entry(article).or_insert(next),
            paragraph,
            quote: quote.map(|quote| quote.text.to_owned()),
            cut: quote.is_some_and(|quote| quote.cut),
        }
    }
}

fn in_order<T>(numbers: BTreeMap<T, usize>) -> impl Iterator<Item = T> {
    let mut items: Vec<(usize, T)> = numbers.into_iter().map(|(item, number)| (number, item)).collect();
    items.sort_unstable_by_key(|(number, _)| *number);
    items.into_iter().map(|(_, item)| item)
}

/// The events under the theme that leads them, in the order of the config; those without one come last.
fn by_theme(notes: &mut Notes<'_>, events: &[EventIx]) -> Vec<ThemeSection> {
    let book = notes.book;
    let mut themes: BTreeMap<usize, Vec<EventIx>> = BTreeMap::new();
    for ix in events {
        themes.entry(leading_theme(book, &book[*ix])).or_default().push(*ix);
    }
    let section = |(theme, events): (usize, Vec<EventIx>)| ThemeSection {
        title: theme_title(book, theme),
        why: book.themes.get(theme).and_then(|theme| theme.why.clone()),
        entries: events.into_iter().map(|ix| notes.entry(ix)).collect(),
    };
    themes.into_iter().map(section).collect()
}

/// The events by their dates: exact days before the wider dates that end on the same day.
fn by_date(notes: &mut Notes<'_>, events: &[EventIx]) -> Vec<DateSection> {
    let book = notes.book;
    let mut dates: BTreeMap<_, Vec<EventIx>> = BTreeMap::new();
    for ix in events {
        let date = book[*ix].date.as_ref().map(|dated| dated.date);
        let place = (date.and_then(|date| date.sort_day()), !is_on_a_day(&book[*ix]), date);
        dates.entry(place).or_default().push(*ix);
    }
    let mut line = |ix: EventIx| Line {
        note: notes.number(ix),
        headline: book[ix].headline.clone(),
        theme: theme_title(book, leading_theme(book, &book[ix])),
    };
    let section = |events: Vec<EventIx>| DateSection {
        date: events.first().map(|ix| date_of(&book[*ix])).unwrap_or_default(),
        lines: events.into_iter().map(&mut line).collect(),
    };
    dates.into_values().map(section).collect()
}

fn counts(briefing: &Briefing, on_a_day: usize) -> Counts {
    Counts {
        events: briefing.themes.iter().map(|theme| theme.entries.len()).sum(),
        on_a_day,
        ahead: briefing.ahead.len(),
        undated: briefing.undated.len(),
        sources: briefing.sources.len(),
    }
}

fn source(article: &Article) -> Source {
    Source {
        title: article.title.text.clone(),
        title_made: article.title.made,
        outlet: article.source.clone(),
        author: article.author.clone(),
        published: words::published(article.published.as_ref()),
        url: article.url.clone(),
        grade: article.grade.to_string(),
        paragraphs: article.paragraphs.len(),
        path: article.path.clone(),
    }
}

/// The position after the last theme stands for "Other", also for an event that no theme matched.
fn leading_theme(book: &Newsbook, event: &Event) -> usize {
    event.themes.first().map_or(book.themes.len(), |hit| hit.theme.min(book.themes.len()))
}

fn theme_title(book: &Newsbook, theme: usize) -> String {
    book.themes.get(theme).map_or_else(|| "Other".to_owned(), |theme| theme.title.clone())
}

/// Who says it: only a statement or a claim has a speaker.
fn speaker(book: &Newsbook, event: &Event) -> Option<String> {
    let is_said = matches!(event.kind, Kind::Statement | Kind::Claim);
    event.mentions.iter().find_map(|ix| book[*ix].speaker.clone()).filter(|_| is_said)
}

fn date_of(event: &Event) -> String {
    event.date.as_ref().map_or_else(|| "undated".to_owned(), |dated| words::weekday_date(&dated.date))
}

fn is_on_a_day(event: &Event) -> bool {
    event.date.as_ref().is_some_and(|dated| dated.date.exact_day().is_some())
}

fn address(book: &Newsbook, target: Target<'_>) -> Option<String> {
    let base = book.site.base_url.as_ref()?;
    Some(format!("{base}{}", target.address().trim_end_matches("index.html")))
}
