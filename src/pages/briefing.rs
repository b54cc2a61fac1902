//! The briefing of one edition: what the director holds in hand, as one value.
//!
//! Markdown, PDF, e-mail and the page for the printer all draw this view, so they say the same in the same order:
//! counts, by theme, by date, looking ahead, undated, notes, sources. Every event stands in full exactly once and has
//! one note, numbered in the order of reading; lists that name it again point to that number. It speaks the language of
//! the site, but nothing is formatted here and nothing is linked: paper leaves the site, so it carries addresses only
//! where the site has one.

mod frame;
mod notes;
mod threads;
mod view;

use std::collections::BTreeMap;

pub use self::frame::{Number, Term};
use self::notes::Notes;
pub use self::threads::{Step, ThreadSection};
pub use self::view::{
    Briefing, Citation, Claimed, Counts, DateSection, Entry, Judged, Line, Note, Source, ThemeSection, Told,
};
use super::Target;
use super::confidence::ConfidenceView;
use super::editorial::Range;
use super::labels::{Labels, labels};
use crate::model::{
    Correction, Edition, EditionText, Event, EventIx, Figure, Id, Judgement, MentionIx, Newsbook, Scale, ScaleStep,
};

/// What readers were told about the events of an edition.
fn corrections(book: &Newsbook, edition: &Edition) -> Vec<Told> {
    let labels = labels(&book.site.language);
    let own = |id: &Id| edition.events.iter().chain(&edition.ahead).any(|ix| book[*ix].id == *id);
    let own = book.corrections.iter().filter(|correction| own(&correction.event));
    let told =
        |correction: &Correction| Told { day: correction.on.map(|on| labels.date(&on)), said: correction.said.clone() };
    own.map(told).collect()
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
        toc: book.site.toc,
        address: address(book, Target::Edition(&edition.id)),
        summary: written.summary.clone(),
        scale: scale(book, &judgements),
        judgements,
        figures,
        counts: Counts::default(),
        numbers: Vec::new(),
        warning: (sources.len() == 1).then_some(labels(&book.site.language).ui.one_source_note),
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
        method: Vec::new(),
    };
    briefing.counts = counts(&briefing, events.iter().filter(|ix| is_on_a_day(&book[**ix])).count());
    let labels = labels(&book.site.language);
    briefing.numbers = frame::numbers(briefing.counts, labels);
    briefing.method = frame::method(&briefing, labels);
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

/// The scale that judgements follow; where any words are allowed, that of the words that mean something there.
fn scale(book: &Newsbook, judgements: &[Judged]) -> Vec<Term> {
    let scale = match book.site.scale {
        Scale::Any if judgements.iter().any(|judgement| judgement.range.is_some()) => Scale::Icd203,
        scale => scale,
    };
    let term = |step: &ScaleStep| Term { term: step.terms[0], from: step.percent.0, to: step.percent.1 };
    scale.steps().iter().map(term).collect()
}

/// Title and subtitle: together they name newsbook, edition and days, and begin with a headline where there is one.
fn titles(book: &Newsbook, edition: &Edition, written: &EditionText) -> (String, String) {
    let name = format!("{}: {}", book.site.title, edition.label);
    let days = labels(&book.site.language).days(edition.first, edition.last);
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
    let judged = |judgement: &Judgement| {
        let rests_on = numbers(&judgement.rests_on);
        Judged {
            say: judgement.say.clone(),
            likelihood: judgement.likelihood.clone(),
            range: judgement.likelihood.as_deref().and_then(|term| Range::of(notes.book, term)),
            confidence: judgement.confidence.map(|level| ConfidenceView::new(level, notes.labels)),
            basis: frame::basis(&rests_on, notes.labels),
            rests_on,
            would_change: judgement.would_change.clone(),
        }
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
    let (book, labels) = (notes.book, notes.labels);
    let mut themes: BTreeMap<usize, Vec<EventIx>> = BTreeMap::new();
    for ix in events {
        themes.entry(leading_theme(book, &book[*ix])).or_default().push(*ix);
    }
    let section = |(theme, events): (usize, Vec<EventIx>)| ThemeSection {
        title: theme_title(book, theme, labels),
        why: book.themes.get(theme).and_then(|theme| written.why.get(&theme.id).or(theme.why.as_ref())).cloned(),
        entries: events.into_iter().map(|ix| notes.entry(ix)).collect(),
    };
    themes.into_iter().map(section).collect()
}

/// The events by their dates: exact days before the wider dates that end on the same day.
fn by_date(notes: &mut Notes<'_>, events: &[EventIx]) -> Vec<DateSection> {
    let (book, labels) = (notes.book, notes.labels);
    let mut dates: BTreeMap<_, Vec<EventIx>> = BTreeMap::new();
    for ix in events {
        let date = book[*ix].date.as_ref().map(|dated| dated.date);
        let place = (date.and_then(|date| date.sort_day()), !is_on_a_day(&book[*ix]), date);
        dates.entry(place).or_default().push(*ix);
    }
    let mut line = |ix: EventIx| Line {
        note: notes.number(ix),
        headline: book[ix].headline.clone(),
        theme: theme_title(book, leading_theme(book, &book[ix]), labels),
    };
    let section = |events: Vec<EventIx>| DateSection {
        date: events.first().map(|ix| date_of(&book[*ix], labels)).unwrap_or_default(),
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

fn theme_title(book: &Newsbook, theme: usize, labels: &Labels) -> String {
    book.themes.get(theme).map_or(labels.other, |theme| &theme.title).to_owned()
}

fn date_of(event: &Event, labels: &Labels) -> String {
    event.date.as_ref().map_or_else(|| labels.dates.undated.to_owned(), |dated| labels.weekday_date(&dated.date))
}

fn is_on_a_day(event: &Event) -> bool {
    event.date.as_ref().is_some_and(|dated| dated.date.exact_day().is_some())
}

fn address(book: &Newsbook, target: Target<'_>) -> Option<String> {
    let base = book.site.base_url.as_ref()?;
    Some(format!("{base}{}", target.address().trim_end_matches("index.html")))
}
