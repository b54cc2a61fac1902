//! What a briefing holds, for templates and other writers: each struct here is one of the views that `docs/templates.md`
//! lists.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Number, Term, ThreadSection};
use crate::model::Paper;
use crate::pages::ConfidenceView;
use crate::pages::editorial::Range;

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
    /// Whether a reader that makes pages of the Markdown is to list its sections first.
    pub toc: bool,
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
    pub corrections: Vec<Told>,
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
    /// The same for reading: "Rests on notes 6 and 9".
    pub basis: Option<String>,
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

/// What readers were told about an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// When: `9 December 2025`.
    pub day: Option<String>,
    pub said: String,
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
    /// "2 reports", where there are several.
    pub told: Option<String>,
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
    /// "7 paragraphs".
    pub length: String,
    /// File inside the project.
    pub path: String,
}
