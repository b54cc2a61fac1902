//! Open data: `data/events.json` with its JSON Schema beside it, and `data/events.csv`.
//!
//! The types below are the public format: their comments become the descriptions of the schema, which is made from
//! them, so data and schema cannot part. They repeat the model's enums on purpose: renaming a variant inside must not
//! rename a word in other people's files. What a reader of the site may not see (a quote withheld by its rights) is
//! not in the data either.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Drawn, Look, csl};
use crate::model::{self, Article, Event, MentionIx, Newsbook, OutputFile, ThemeHit};
use crate::pages::{Page, Target, evidence};

/// Writes `data/events.json`, `data/schema.json` and `data/sources.csl.json`.
pub fn draw_json(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    let schema = schemars::schema_for!(EventsFile);
    Ok(vec![json("data/events.json", &events_file(book)), json("data/schema.json", &schema), csl::citations(book)]
        .into())
}

/// Writes `data/events.csv`, one line for each event.
///
/// A text cell that a spreadsheet would run as a formula gets an apostrophe in front; `events.json` has it untouched.
pub fn draw_csv(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let rows = std::iter::once(COLUMNS.map(str::to_owned)).chain(book.events.iter().map(|event| row(book, event)));
    for row in rows {
        csv.write_record(row).expect("every row has as many cells as the head, and memory does not fail");
    }
    let bytes = csv.into_inner().expect("memory does not fail");
    Ok(vec![OutputFile { path: "data/events.csv".to_owned(), bytes }].into())
}

/// The events of a newsbook, with the articles they come from.
#[derive(Debug, Serialize, JsonSchema)]
struct EventsFile {
    /// Where the JSON Schema of this file is, relative to it.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// Version of this format.
    version: u32,
    title: String,
    /// BCP 47 tag.
    language: String,
    /// Address of the site, ending in `/`, where it has one. Pages are relative to it.
    base_url: Option<String>,
    /// By path.
    articles: Vec<ArticleRecord>,
    /// By date, the undated last.
    events: Vec<EventRecord>,
}

/// A source text.
#[derive(Debug, Serialize, JsonSchema)]
struct ArticleRecord {
    id: String,
    /// File inside the project.
    path: String,
    title: String,
    /// Whether the title was cut from the first sentence, because the article has none.
    title_made: bool,
    /// Publication date in EDTF, where the article tells it.
    published: Option<String>,
    /// Outlet.
    source: Option<String>,
    url: Option<String>,
    /// Admiralty grade, reliability A–F and credibility 1–6; `F6` cannot be judged.
    grade: String,
    /// SHA-256 of the file.
    sha256: String,
    /// Page of the site.
    page: String,
}

/// One happening with everything that reports it.
#[derive(Debug, Serialize, JsonSchema)]
struct EventRecord {
    id: String,
    /// EDTF, level 1 and days of an unknown year (`XXXX-12-08`); null where it is not known.
    date: Option<String>,
    /// Where the date comes from.
    basis: Option<Basis>,
    /// The words the date was read from.
    words: Option<String>,
    state: State,
    kind: Kind,
    headline: String,
    /// Best first.
    themes: Vec<ThemeRecord>,
    /// People and bodies.
    who: Vec<String>,
    places: Vec<String>,
    confidence: ConfidenceRecord,
    /// Best first, at least one.
    sources: Vec<SourceRecord>,
    /// Why its sources are taken to report one event.
    merged_because: Vec<String>,
    /// Page of the site.
    page: String,
}

/// A theme and what speaks for it.
#[derive(Debug, Serialize, JsonSchema)]
struct ThemeRecord {
    id: String,
    title: String,
    score: f64,
    /// The words that matched, as written.
    matched: Vec<String>,
}

/// How sure we are, and the points behind it.
#[derive(Debug, Serialize, JsonSchema)]
struct ConfidenceRecord {
    level: Level,
    points: Vec<String>,
}

/// Where an event is reported.
#[derive(Debug, Serialize, JsonSchema)]
struct SourceRecord {
    /// Id of the article.
    article: String,
    /// File of the article inside the project.
    path: String,
    /// Number of the paragraph, from 1.
    paragraph: u32,
    /// Words of the article; null where its rights allow none.
    quote: Option<String>,
    /// Whether the sentence goes on after the quote.
    quote_cut: bool,
}

/// Where a date comes from: as written, worked out from another date or event, carried over from the sentences
/// before, the publication date of the article, or an editor.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Basis {
    Explicit,
    Relative,
    Event,
    Carried,
    Published,
    Editor,
}

/// Whether it had happened when it was reported.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum State {
    Past,
    Ongoing,
    Scheduled,
    Hypothetical,
}

/// What sort of report it is.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Reported,
    Statement,
    Claim,
    Plan,
    Background,
}

#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Level {
    Low,
    Medium,
    High,
}

fn events_file(book: &Newsbook) -> EventsFile {
    EventsFile {
        schema: "schema.json",
        version: 1,
        title: book.site.title.clone(),
        language: book.site.language.clone(),
        base_url: book.site.base_url.clone(),
        articles: book.articles.iter().map(article_record).collect(),
        events: book.events.iter().map(|event| event_record(book, event)).collect(),
    }
}

fn article_record(article: &Article) -> ArticleRecord {
    ArticleRecord {
        id: article.id.to_string(),
        path: article.path.clone(),
        title: article.title.text.clone(),
        title_made: article.title.made,
        published: article.published.as_ref().map(|published| published.date.to_string()),
        source: article.source.clone(),
        url: article.url.clone(),
        grade: article.grade.to_string(),
        sha256: article.hash.clone(),
        page: Target::Article(&article.id).address(),
    }
}

fn event_record(book: &Newsbook, event: &Event) -> EventRecord {
    EventRecord {
        id: event.id.to_string(),
        date: event.date.as_ref().map(|dated| dated.date.to_string()),
        basis: event.date.as_ref().map(|dated| dated.basis.into()),
        words: evidence::date_words(book, event).map(str::to_owned),
        state: event.state.into(),
        kind: event.kind.into(),
        headline: event.headline.clone(),
        themes: event.themes.iter().map(|hit| theme_record(book, hit)).collect(),
        who: event.who.clone(),
        places: event.places.clone(),
        confidence: ConfidenceRecord { level: event.confidence.into(), points: event.points.clone() },
        sources: event.mentions.iter().map(|ix| source_record(book, *ix)).collect(),
        merged_because: event.merged_because.iter().map(|reason| reason.words.clone()).collect(),
        page: Target::Event(&event.id).address(),
    }
}

fn theme_record(book: &Newsbook, hit: &ThemeHit) -> ThemeRecord {
    let (id, title) = theme_name(book, hit);
    ThemeRecord { id: id.to_owned(), title: title.to_owned(), score: hit.score, matched: hit.matched.clone() }
}

fn source_record(book: &Newsbook, ix: MentionIx) -> SourceRecord {
    let article = &book[book[ix].article];
    let quote = evidence::quote(book, ix);
    SourceRecord {
        article: article.id.to_string(),
        path: article.path.clone(),
        paragraph: book[ix].paragraph,
        quote: quote.map(|quote| quote.text.to_owned()),
        quote_cut: quote.is_some_and(|quote| quote.cut),
    }
}

/// Id and title of a theme; the position after the last one is "Other".
fn theme_name<'a>(book: &'a Newsbook, hit: &ThemeHit) -> (&'a str, &'a str) {
    book.themes.get(hit.theme).map_or(("other", "Other"), |theme| (&theme.id, &theme.title))
}

const COLUMNS: [&str; 14] = [
    "id",
    "date",
    "state",
    "kind",
    "theme",
    "headline",
    "sources",
    "basis",
    "words",
    "confidence",
    "who",
    "places",
    "quote",
    "page",
];

fn row(book: &Newsbook, event: &Event) -> [String; COLUMNS.len()] {
    let record = event_record(book, event);
    let [state, kind, confidence] = [word(&record.state), word(&record.kind), word(&record.confidence.level)];
    [
        record.id,
        record.date.unwrap_or_default(),
        state,
        kind,
        record.themes.first().map(|theme| theme.id.clone()).unwrap_or_default(),
        cell(record.headline),
        cell(places_cited(&record.sources)),
        record.basis.as_ref().map(word).unwrap_or_default(),
        cell(record.words.unwrap_or_default()),
        confidence,
        cell(record.who.join("; ")),
        cell(record.places.join("; ")),
        cell(record.sources.into_iter().find_map(|source| source.quote).unwrap_or_default()),
        record.page,
    ]
}

/// Each article once with its paragraphs: `content/articles/a.txt ¶3, ¶5; content/articles/b.txt ¶1`.
fn places_cited(sources: &[SourceRecord]) -> String {
    let paths: BTreeSet<&str> = sources.iter().map(|source| source.path.as_str()).collect();
    let cited = |path: &str| {
        let paragraphs: BTreeSet<u32> = sources.iter().filter(|s| s.path == path).map(|s| s.paragraph).collect();
        let list: Vec<String> = paragraphs.iter().map(|number| format!("¶{number}")).collect();
        format!("{path} {}", list.join(", "))
    };
    paths.into_iter().map(cited).collect::<Vec<_>>().join("; ")
}

/// The word that stands for a value in the JSON.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Spreadsheets run a cell that starts with one of these as a formula, and the text comes from anywhere.
fn cell(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

pub(super) fn json(path: &str, value: &impl Serialize) -> OutputFile {
    let mut bytes = serde_json::to_vec_pretty(value).expect("our types hold nothing that JSON cannot");
    bytes.push(b'\n');
    OutputFile { path: path.to_owned(), bytes }
}

impl From<model::DateBasis> for Basis {
    fn from(basis: model::DateBasis) -> Self {
        match basis {
            model::DateBasis::Explicit => Self::Explicit,
            model::DateBasis::Relative => Self::Relative,
            model::DateBasis::Event => Self::Event,
            model::DateBasis::Carried => Self::Carried,
            model::DateBasis::Published => Self::Published,
            model::DateBasis::Editor => Self::Editor,
        }
    }
}

impl From<model::State> for State {
    fn from(state: model::State) -> Self {
        match state {
            model::State::Past => Self::Past,
            model::State::Ongoing => Self::Ongoing,
            model::State::Scheduled => Self::Scheduled,
            model::State::Hypothetical => Self::Hypothetical,
        }
    }
}

impl From<model::Kind> for Kind {
    fn from(kind: model::Kind) -> Self {
        match kind {
            model::Kind::Reported => Self::Reported,
            model::Kind::Statement => Self::Statement,
            model::Kind::Claim => Self::Claim,
            model::Kind::Plan => Self::Plan,
            model::Kind::Background => Self::Background,
        }
    }
}

impl From<model::Confidence> for Level {
    fn from(confidence: model::Confidence) -> Self {
        match confidence {
            model::Confidence::Low => Self::Low,
            model::Confidence::Medium => Self::Medium,
            model::Confidence::High => Self::High,
        }
    }
}
