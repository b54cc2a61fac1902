//! One reported happening in one sentence of one article.

use std::borrow::Cow;
use std::ops::Range;

use super::{ArticleIx, Edtf};

/// Bytes into the text of an article, end excluded, on character boundaries.
pub type Span = Range<usize>;

/// What a sentence, or a part of one, reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub article: ArticleIx,
    /// Number of the paragraph, from 1.
    pub paragraph: u32,
    /// Index of the sentence in the article, from 0, headings and boilerplate included.
    pub sentence: u32,
    /// The clause or sentence itself: the evidence.
    pub span: Span,
    pub date: Option<Dated>,
    pub state: State,
    pub kind: Kind,
    /// Whether it becomes an event of the briefing.
    pub listed: bool,
    /// Why it is listed or not, and why it has this date, in words a user understands.
    pub why: Vec<Cow<'static, str>>,
    /// One clause of at most 90 characters made of the sentence's own words; of what is not listed, how it begins.
    pub headline: String,
    /// The governing verb, when one was found.
    pub verb: Option<Span>,
    /// Who says it, as written; on a part that only tells what somebody thinks or wants, whose mind it is.
    pub speaker: Option<String>,
    /// People and bodies, by their fullest name in the article, in order of appearance.
    pub who: Vec<String>,
    /// Places, by name.
    pub places: Vec<String>,
    /// Best first.
    pub themes: Vec<ThemeHit>,
    pub confidence: Confidence,
    /// The points behind `confidence`, in words: `+2 the date is stated`.
    pub points: Vec<String>,
}

/// A date with its basis and its exact words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    pub date: Edtf,
    pub basis: DateBasis,
    /// The words it was read from, when it was read from words of this article.
    pub words: Option<Span>,
    /// Index of the time expression in the article's analysis.
    pub timex: Option<u32>,
    /// Name of the rule that read it, e.g. `weekday`, or how it was carried, e.g. `previous sentence`.
    pub rule: &'static str,
}

/// Where the date of a mention comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DateBasis {
    /// Its own expression gives the date as it stands.
    Explicit,
    /// Its own expression, worked out from another date ("on Tuesday", "last week").
    Relative,
    /// Worked out from another event ("on the eve of the visit").
    Event,
    /// Inherited from the sentences before.
    Carried,
    /// The publication date stands in.
    Published,
    /// An editor gave it.
    Editor,
}

/// Whether it has happened, at the time the article was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    Past,
    Ongoing,
    Scheduled,
    Hypothetical,
}

/// What sort of report it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Told as fact by the article.
    Reported,
    /// Somebody said something: the saying is the event.
    Statement,
    /// A party says that something happened.
    Claim,
    Plan,
    Background,
}

/// A theme that matched.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeHit {
    /// Index into the themes of the config; the position after the last one is "Other".
    pub theme: usize,
    pub score: f64,
    /// The words that matched, as written, each once.
    pub matched: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    Low,
    Medium,
    High,
}
