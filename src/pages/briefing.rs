//! The briefing of one edition: what the director holds in hand, as one value.
//!
//! Markdown, PDF, e-mail and the page for the printer all draw this view, so they say the same in the same order:
//! counts, by theme, by date, looking ahead, undated, notes, sources. Every event stands in full exactly once and has
//! one note, numbered in the order of reading; lists that name it again point to that number. Nothing is formatted
//! here and nothing is linked: paper leaves the site, so it carries addresses only where the site has one.

mod frame;
mod notes;
mod threads;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

pub use self::frame::{Number, Term, counted};
use self::notes::Notes;
pub use self::threads::{Step, ThreadSection};
use super::confidence::ConfidenceView;
use super::editorial::Range;
use super::{Target, words};
use crate::model::{
    Edition, EditionText, Event, EventIx, Figure, Id, Judgement, MentionIx, Newsbook, Paper, ScaleStep,
};

/// An edition, ready for paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Briefing {
    /// Id of the edition.
    pub id: String,
    /// The editor's headline, else the name of the newsbook and the label of the edition.
    pub title: String,
    /// The days it covers, after name and label where the title does not say them.
    pub subtitle: String,
    /// Last day it covers: the date of the document, for a build has no clock.
    pub date: NaiveDate,
    /// BCP 47 tag.
    pub language: String,
    #[serde(skip)]
    pub paper: Paper,
    /// Address of the edition on the web, where the site has one.
    pub address: Option<String>,
    /// Paragraphs by the editor.
    pub summary: Vec<String>,
    pub judgements: Vec<Judged>,
    pub figures: Vec<Claimed>,
    pub counts: Counts,
    /// The same for reading.
    pub numbers: Vec<Number>,
    /// About weak sourcing, as whole sentences, where there is reason for a word.
    pub warning: Option<&'static str>,
    pub themes: Vec<ThemeSection>,
    /// Oldest first; dates that are no exact day stand after the days they cover.
    pub dates: Vec<DateSection>,
    /// Questions across weeks that this edition has news of.
    pub threads: Vec<ThreadSection>,
    pub ahead: Vec<Entry>,
    pub undated: Vec<Entry>,
    /// What could not be established, by the editor.
    pub gaps: Vec<String>,
    /// What readers were told about its events, the latest first, each with its day.
    pub corrections: Vec<(Option<NaiveDate>, String)>,
    /// Whether every page is to say that this is no final text.
    pub draft: bool,
    /// Note 1 comes first.
    pub notes: Vec<Note>,
    /// Source 1 comes first.
    pub sources: Vec<Source>,
    /// Whether notes stand at the foot of each page, where the paper has such a place.
    pub notes_at_foot: bool,
    /// The words for how likely something is, least likely first.
    pub scale: Vec<Term>,
    /// How it was made, in paragraphs.
    pub method: Vec<String>,
}

/// A judgement of the editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judged {
    pub say: String,
    /// How likely it is, in a term of the scale.
    pub likelihood: Option<String>,
    /// What the term stands for, where the scale knows it.
    pub range: Option<Range>,
    /// How sure the editor is, which is another thing.
    pub confidence: Option<ConfidenceView>,
    /// Numbers of notes.
    pub rests_on: Vec<usize>,
    pub would_change: Option<String>,
}

/// A number that somebody claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claimed {
    /// With its unit.
    pub value: String,
    pub by: Option<String>,
    /// Number of the note of its event.
    pub note: Option<usize>,
}

/// The summary in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ThemeSection {
    pub title: String,
    pub why: Option<String>,
    pub entries: Vec<Entry>,
}

/// An event in full.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// Id of the event.
    pub event: String,
    /// Number of its note.
    pub note: usize,
    /// `Sunday 7 December 2025`, `by 7 December 2025`.
    pub date: String,
    pub headline: String,
    /// One to three sentences by the editor.
    pub text: Option<String>,
    /// What was corrected since it was first published.
    pub corrections: Vec<String>,
    /// `Statement`, `Planned`.
    pub kind: &'static str,
    /// Who says it, for what is said or claimed.
    pub speaker: Option<String>,
    pub confidence: ConfidenceView,
    /// Number of articles that report it.
    pub reports: usize,
}

/// What happened on one date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DateSection {
    pub date: String,
    pub lines: Vec<Line>,
}

/// An event that is told in full elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    pub note: usize,
    pub headline: String,
    pub theme: String,
}

/// Where an event comes from and why it carries its date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// Best first; empty only for an event that the editor wrote without naming an article.
    pub citations: Vec<Citation>,
    /// Sources outside the project: title, where there is one, and address.
    pub web: Vec<(Option<String>, String)>,
    /// File of an event that the editor wrote.
    pub file: Option<String>,
    /// A clause without an end mark.
    pub why_dated: String,
    pub confidence: ConfidenceView,
    /// Id of the event.
    pub event: String,
    /// Address of the event on the web, where the site has one.
    pub address: Option<String>,
}

/// One place in one source.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
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

/// What readers were told about the events of an edition.
fn corrections(book: &Newsbook, edition: &Edition) -> Vec<(Option<NaiveDate>, String)> {
    let own = |id: &Id| edition.events.iter().chain(&edition.ahead).any(|ix| book[*ix].id == *id);
    let own = book.corrections.iter().filter(|correction| own(&correction.event));
    own.map(|correction| (correction.on.and_then(|on| on.sort_day()), correction.said.clone())).collect()
}

/// Returns the briefing of an edition.
pub fn briefing(book: &Newsbook, edition: &Edition) -> Briefing {
    let events: Vec<EventIx> = edition.events.iter().copied().filter(|ix| !edition.ahead.contains(ix)).collect();
    let mut notes = Notes::new(book);
    let none = EditionText::default();
    let written = edition.text.as_ref().unwrap_or(&none);
    let themes = by_theme(&mut notes, &events, written);
    let dates = by_date(&mut notes, &events);
    let ahead = edition.ahead.iter().map(|ix| notes.entry(*ix)).collect();
    let undated = undated(book, edition).into_iter().map(|ix| notes.entry(ix)).collect();
    let (title, subtitle) = titles(book, edition, written);
    let (judgements, figures) = (judgements(&notes, written), figures(&notes, written));
    let threads = threads::threads(&notes, edition);
    let (notes, sources) = notes.finish();
    let mut briefing = Briefing {
        id: edition.id.clone(),
        title,
        subtitle,
        date: edition.last,
        language: book.site.language.clone(),
        paper: book.site.paper,
        address: address(book, Target::Edition(&edition.id)),
        summary: written.summary.clone(),
        judgements,
        figures,
        counts: Counts::default(),
        numbers: Vec::new(),
        warning: frame::warning(sources.len()),
        themes,
        dates,
        threads,
        ahead,
        undated,
        gaps: written.gaps.clone(),
        corrections: corrections(book, edition),
        draft: book.site.drafts,
        notes,
        sources,
        notes_at_foot: book.site.notes_at_foot,
        scale: scale(book),
        method: Vec::new(),
    };
    briefing.counts = counts(&briefing, events.iter().filter(|ix| is_on_a_day(&book[**ix])).count());
    briefing.numbers = frame::numbers(briefing.counts);
    briefing.method = frame::method(&briefing);
    briefing
}

/// Returns the events without a place in the calendar that an article published within the edition's period tells, in
/// the order of the newsbook.
pub fn undated(book: &Newsbook, edition: &Edition) -> Vec<EventIx> {
    let is_of_the_period = |ix: &MentionIx| {
        let published = book[book[*ix].article].published.as_ref();
        let day = published.and_then(|published| published.date.exact_day());
        day.is_some_and(|day| (edition.first..=edition.last).contains(&day))
    };
    let has_no_place = |event: &Event| event.date.as_ref().and_then(|dated| dated.date.sort_day()).is_none();
    let belongs = |event: &Event| has_no_place(event) && event.mentions.iter().any(is_of_the_period);
    (0..book.events.len()).map(EventIx).filter(|ix| belongs(&book[*ix])).collect()
}

fn scale(book: &Newsbook) -> Vec<Term> {
    let term = |step: &ScaleStep| Term { term: step.terms[0], from: step.percent.0, to: step.percent.1 };
    book.site.scale.steps().iter().map(term).collect()
}

/// Title and subtitle: together they name newsbook, edition and days, and begin with a headline where there is one.
fn titles(book: &Newsbook, edition: &Edition, written: &EditionText) -> (String, String) {
    let name = format!("{}: {}", book.site.title, edition.label);
    let days = words::days(edition.first, edition.last);
    match &written.title {
        Some(headline) => (headline.clone(), format!("{name} · {days}")),
        None => (name, days),
    }
}

fn judgements(notes: &Notes<'_>, written: &EditionText) -> Vec<Judged> {
    let numbers = |events: &[EventIx]| {
        let mut numbers: Vec<usize> = events.iter().filter_map(|ix| notes.known(*ix)).collect();
        numbers.sort_unstable();
        numbers
    };
    let judged = |judgement: &Judgement| Judged {
        say: judgement.say.clone(),
        likelihood: judgement.likelihood.clone(),
        range: judgement.likelihood.as_deref().and_then(|term| Range::of(notes.book, term)),
        confidence: judgement.confidence.map(ConfidenceView::from),
        rests_on: numbers(&judgement.rests_on),
        would_change: judgement.would_change.clone(),
    };
    written.judgements.iter().map(judged).collect()
}

fn figures(notes: &Notes<'_>, written: &EditionText) -> Vec<Claimed> {
    let claimed = |figure: &Figure| Claimed {
        value: [Some(figure.value.as_str()), figure.unit.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        by: figure.claimed_by.clone(),
        note: figure.event.and_then(|ix| notes.known(ix)),
    };
    written.figures.iter().map(claimed).collect()
}

/// The events under the theme that leads them, in the order of the config; those without one come last.
fn by_theme(notes: &mut Notes<'_>, events: &[EventIx], written: &EditionText) -> Vec<ThemeSection> {
    let book = notes.book;
    let mut themes: BTreeMap<usize, Vec<EventIx>> = BTreeMap::new();
    for ix in events {
        themes.entry(leading_theme(book, &book[*ix])).or_default().push(*ix);
    }
    let section = |(theme, events): (usize, Vec<EventIx>)| ThemeSection {
        title: theme_title(book, theme),
        why: book.themes.get(theme).and_then(|theme| written.why.get(&theme.id).or(theme.why.as_ref())).cloned(),
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

/// The position after the last theme stands for "Other", also for an event that no theme matched.
fn leading_theme(book: &Newsbook, event: &Event) -> usize {
    event.themes.first().map_or(book.themes.len(), |hit| hit.theme.min(book.themes.len()))
}

fn theme_title(book: &Newsbook, theme: usize) -> String {
    book.themes.get(theme).map_or_else(|| "Other".to_owned(), |theme| theme.title.clone())
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
