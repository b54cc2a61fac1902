//! Every key of `newsbook.yml`, with its default.
//!
//! The comments here are the reference: `newsbook config explain`, the JSON Schema for editors and the documentation
//! are made of them, so they speak to the person who writes the file. Which values go together is checked in
//! [`super::check`]; here stands only what one value may be.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::model::{Mark, Paper, Period, Rights};

/// How a newsbook is made. Every key is optional, and so is the file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Keys {
    /// Version of this layout: 1.
    pub version: Option<u32>,
    /// What the site says about itself.
    pub site: SiteKeys,
    /// Where the articles and what you write yourself are found.
    pub input: Input,
    /// How dates are read.
    pub dates: Dates,
    /// How events are gathered into issues.
    pub editions: Editions,
    /// The subjects that events are sorted by. An event shows up to two, the best score first; what fits none goes to
    /// "Other".
    pub themes: Vec<ThemeKeys>,
    /// People, bodies, places and offices.
    pub entities: Entities,
    /// What becomes an event, and which reports are one.
    pub events: Events,
    /// How the confidence of an event is counted.
    pub confidence: Confidence,
    /// What is known about where articles come from. The first rule that matches a file counts.
    pub sources: Vec<SourceKeys>,
    /// How judgements in editions are worded.
    pub judgements: Judgements,
    /// What is written, and where.
    pub output: Output,
    /// How it looks.
    pub look: Look,
    /// How much each check matters: rule → ignore, warn or error.
    pub checks: BTreeMap<String, Severity>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SiteKeys {
    /// Name of the newsbook. The folder's name, if not given.
    pub title: Option<String>,
    /// One line under the title.
    pub tagline: Option<String>,
    /// Where the site will be published, for example `https://example.org/desk/`. A sub-path is fine. Used only where
    /// an absolute address is needed; links between pages are relative.
    pub base_url: Option<String>,
    /// Language of the site, as a BCP 47 tag such as `en` or `en-GB`.
    pub language: String,
    /// Time zone that decides what "today" is, such as `Europe/Kyiv`.
    pub timezone: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Licence of what you publish, such as `CC-BY-4.0`.
    pub rights: Option<String>,
}

impl Default for SiteKeys {
    fn default() -> Self {
        Self {
            title: None,
            tagline: None,
            base_url: None,
            language: "en".into(),
            timezone: "UTC".into(),
            publisher: Publisher::default(),
            rights: None,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Publisher {
    /// Name of the publisher.
    pub name: Option<String>,
    /// An address for corrections.
    pub contact: Option<String>,
}

/// Patterns: `*` stands for any part of a name, `**` for any folders.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Input {
    /// The articles. If not given: everything in `content/articles/`, or where there is no such folder every `.md`,
    /// `.txt` and `.html` file of the project.
    pub articles: Vec<String>,
    /// Events you write yourself.
    pub events: Vec<String>,
    /// Headline, summary and judgements of single editions.
    pub editions: Vec<String>,
    /// People, bodies, places and offices you name yourself.
    pub entities: Vec<String>,
    /// File of your corrections.
    pub overrides: String,
    /// Lines of articles to set aside: those that hold one of these texts. `^` at the start of a text ties it to the
    /// start of the line, `$` at its end to the end; no other character is special.
    pub strip_lines: Vec<String>,
}

impl Default for Input {
    fn default() -> Self {
        Self {
            articles: Vec::new(),
            events: vec!["content/events/**/*.md".into()],
            editions: vec!["content/editions/*.md".into()],
            entities: vec!["content/entities/*.yml".into()],
            overrides: "overrides.yml".into(),
            strip_lines: Vec::new(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Dates {
    /// "December 8" without a year: `nearest` takes the year nearest to the article's own date and leaves the year
    /// unknown where the article has none; `ask` always leaves it unknown and lists the article for review.
    pub assume_year: AssumeYear,
    /// How `8/12/2025` is read: day first (`dmy`), month first (`mdy`), year first (`ymd`), or not at all (`ask`).
    pub order: DateOrder,
    /// What happens to an article whose date nothing tells: `list` publishes it as undated, `hide` leaves it out,
    /// `error` refuses the build.
    pub undated: Undated,
    /// Days before this one are not believed to be dates of events.
    #[serde(deserialize_with = "day")]
    #[schemars(with = "Option<String>")]
    pub earliest: Option<NaiveDate>,
    /// Days further ahead of the article than this are not believed to be dates of events.
    pub latest_ahead_days: u32,
}

impl Default for Dates {
    fn default() -> Self {
        Self {
            assume_year: AssumeYear::default(),
            order: DateOrder::default(),
            undated: Undated::default(),
            earliest: None,
            latest_ahead_days: 400,
        }
    }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let unreadable = || serde::de::Error::custom(format!("`{text}` is not a day such as 2025-12-07"));
    text.parse().map(Some).map_err(|_| unreadable())
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AssumeYear {
    #[default]
    Nearest,
    Ask,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    Dmy,
    Mdy,
    Ymd,
    #[default]
    Ask,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Undated {
    #[default]
    List,
    Hide,
    Error,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Editions {
    /// How long an edition is. `none` makes one of everything.
    #[serde(with = "PeriodKey")]
    pub period: Period,
    /// Leaves out periods in which nothing was reported.
    pub skip_empty: bool,
    /// Name of an edition, with `{week}`, `{year}`, `{month}`, `{day}` or `{id}` filled in, such as
    /// `Week {week}, {year}`.
    pub label: Option<String>,
}

impl Default for Editions {
    fn default() -> Self {
        Self { period: Period::default(), skip_empty: true, label: None }
    }
}

#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(remote = "Period", rename_all = "lowercase")]
enum PeriodKey {
    Day,
    Week,
    Month,
    None,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ThemeKeys {
    /// Short name in addresses: lower-case letters, digits and hyphens. Do not change it once published.
    pub id: String,
    /// Name on the pages.
    pub title: String,
    /// One sentence on why the theme matters.
    pub why: Option<String>,
    /// The shape that stands for it, readable without colour.
    #[serde(default, with = "MarkKey")]
    pub mark: Mark,
    /// Which texts belong to it.
    #[serde(default, rename = "match")]
    pub matches: MatchKeys,
}

/// Words, "several words", `prefix*`, and `?` for a letter that may be missing, as in `air-defen?e`. Case and accents
/// do not matter.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MatchKeys {
    /// At least one of these.
    pub any: Vec<String>,
    /// All of these.
    pub all: Vec<String>,
    /// None of these.
    pub none: Vec<String>,
    /// Ids of people, bodies or places that count like a word of `any`.
    pub entities: Vec<String>,
}

#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(remote = "Mark", rename_all = "lowercase")]
enum MarkKey {
    Circle,
    Square,
    Triangle,
    Diamond,
    Cross,
    Star,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Entities {
    /// Files with people, bodies, places and offices; the same as `input.entities`.
    pub files: Vec<String>,
    /// Names that no file explains: `list` offers them for review, `ignore` says nothing. They are never published by
    /// themselves.
    pub unknown_names: UnknownNames,
    /// Number of events from which a person, body or place has a page.
    pub page_from_events: u32,
}

impl Default for Entities {
    fn default() -> Self {
        Self { files: Vec::new(), unknown_names: UnknownNames::default(), page_from_events: 2 }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum UnknownNames {
    Ignore,
    #[default]
    List,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Events {
    /// The most events listed from one article; the best are kept. A chronology keeps all its entries.
    pub per_article: usize,
    /// When two reports are one event.
    pub merge: Merge,
    /// The longest run of an article's words shown as evidence.
    pub quote_words: usize,
}

impl Default for Events {
    fn default() -> Self {
        Self { per_article: 12, merge: Merge::default(), quote_words: 25 }
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Merge {
    /// Joins reports by itself. With `false` every report is its own event.
    pub auto: bool,
    /// How alike two reports must be, from 0 to 1. The program's own measure, if not given.
    pub threshold: Option<f64>,
    /// How many days apart the dates of one event may be.
    pub window_days: u32,
}

impl Default for Merge {
    fn default() -> Self {
        Self { auto: true, threshold: None, window_days: 2 }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Confidence {
    /// Points for and against.
    pub points: Points,
    /// Points from which confidence is called high or medium; below both it is low.
    pub levels: Levels,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Points {
    /// The report states the date.
    pub date_explicit: i32,
    /// The date is worked out, as from "on Tuesday".
    pub date_relative: i32,
    /// There is no date.
    pub date_none: i32,
    /// Somebody is named who says it.
    pub speaker_named: i32,
    /// It is told without saying by whom.
    pub speaker_none: i32,
    /// A second source tells it too.
    pub second_source: i32,
    /// Only one source tells it.
    pub single_source: i32,
    /// Only one side of a conflict says it.
    pub one_side: i32,
}

impl Default for Points {
    fn default() -> Self {
        Self {
            date_explicit: 2,
            date_relative: 1,
            date_none: -1,
            speaker_named: 1,
            speaker_none: -1,
            second_source: 3,
            single_source: -1,
            one_side: -1,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Levels {
    /// From this many points on, high.
    pub high: i32,
    /// From this many points on, medium.
    pub medium: i32,
}

impl Default for Levels {
    fn default() -> Self {
        Self { high: 4, medium: 1 }
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceKeys {
    /// Which files, such as `content/articles/wire/**`. `content/` may be left out.
    #[serde(rename = "match")]
    pub pattern: String,
    /// Name of the outlet.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Reliability `A` to `F` and credibility `1` to `6`. `F6`: cannot be judged.
    #[serde(default = "ungraded")]
    pub grade: String,
    /// How much of an article its page may show.
    #[serde(default, with = "RightsKey")]
    pub text: Rights,
}

fn ungraded() -> String {
    "F6".into()
}

#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(remote = "Rights", rename_all = "lowercase")]
enum RightsKey {
    None,
    Excerpt,
    Full,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Judgements {
    /// The words for likelihood: those of ICD 203, of the PHIA yardstick, or any.
    pub scale: Scale,
    /// What every judgement must say.
    pub require: Vec<JudgementPart>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    Icd203,
    Phia,
    #[default]
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JudgementPart {
    Likelihood,
    Confidence,
    RestsOn,
    WouldChange,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Output {
    /// Folder of the site, inside the project.
    pub dir: String,
    /// What is written. All that this version can write, if not given.
    pub formats: Vec<FormatName>,
    /// Makes the site searchable.
    pub search: bool,
    /// The printable briefing.
    pub print: Print,
}

impl Default for Output {
    fn default() -> Self {
        Self { dir: "output".into(), formats: Vec::new(), search: true, print: Print::default() }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FormatName {
    Html,
    Markdown,
    Pdf,
    Email,
    Atom,
    Jsonfeed,
    Ics,
    Json,
    Csv,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Print {
    /// Sheet of paper.
    #[serde(with = "PaperKey")]
    pub paper: Paper,
    /// Where the sources stand: at the end, or at the foot of each page.
    pub notes: Notes,
    /// The most pages a briefing should have.
    pub max_pages: Option<u32>,
    /// Whether `briefing.md` asks pandoc for a table of contents.
    pub toc: bool,
}

impl Default for Print {
    fn default() -> Self {
        Self { paper: Paper::default(), notes: Notes::default(), max_pages: None, toc: true }
    }
}

#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(remote = "Paper", rename_all = "lowercase")]
enum PaperKey {
    A4,
    Letter,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Notes {
    #[default]
    End,
    Foot,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    /// Colour of links and marks, as `#rrggbb`.
    pub accent: Option<String>,
    /// Typefaces; `system` uses those of the reader's machine and loads none.
    pub fonts: Fonts,
    /// Folder of your own templates; `templates`, if not given. A file there replaces the built-in one of the same
    /// name.
    pub templates: Option<String>,
}

impl Default for Look {
    fn default() -> Self {
        Self { accent: None, fonts: Fonts::System, templates: None }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Fonts {
    System,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Ignore,
    Warn,
    Error,
}

/// The checks, with how much each matters by default.
pub const CHECKS: &[(&str, Severity)] = &[
    ("broken_link", Severity::Error),
    ("event_without_source", Severity::Warn),
    ("long_quote", Severity::Error),
    ("low_confidence_lead", Severity::Error),
    ("mixed_likelihood_terms", Severity::Warn),
    ("single_source_edition", Severity::Warn),
    ("theme_matches_everything", Severity::Warn),
    ("undated_article", Severity::Warn),
    ("unknown_name", Severity::Ignore),
    ("unused_theme", Severity::Warn),
];
