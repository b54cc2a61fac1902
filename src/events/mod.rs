//! What is an event: the contract, before the analysis stands.

use crate::model::{Article, ArticleIx, Entity, Event, Mention, ParagraphKind, Span, Theme};
use crate::timex::{DateOrder, Timex};

/// Everything the analysis is told by the desk, compiled once.
#[derive(Debug)]
pub struct Rules {}

/// Limits and thresholds.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// At most so many listed mentions an article; the surest stay.
    pub per_article: usize,
    /// Whether mentions are merged at all.
    pub merge: bool,
    /// How alike two mentions must be, 0 to 1.
    pub merge_threshold: f64,
    /// How many days apart two dates of the same event may lie.
    pub window_days: u32,
    pub points: Points,
    pub date_order: DateOrder,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            per_article: 12,
            merge: true,
            merge_threshold: 0.5,
            window_days: 2,
            points: Points::default(),
            date_order: DateOrder::Ask,
        }
    }
}

/// What one article says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// In text order.
    pub timexes: Vec<Timex>,
    /// In text order, headings and boilerplate included.
    pub sentences: Vec<Sentence>,
    /// By sentence; at least one for each sentence of prose.
    pub mentions: Vec<Mention>,
}

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    /// Number of the paragraph, from 1.
    pub paragraph: u32,
    pub kind: ParagraphKind,
}

/// Points for and against, and the points that a level needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// The report states the date.
    pub date_explicit: i32,
    /// The date is worked out or inherited.
    pub date_relative: i32,
    pub date_none: i32,
    /// Somebody is named who says it.
    pub speaker_named: i32,
    /// It is told without saying by whom.
    pub speaker_none: i32,
    /// A second outlet tells it too.
    pub second_source: i32,
    /// Only one outlet tells it.
    pub single_source: i32,
    /// Only one side says it.
    pub one_side: i32,
    /// From this many points on, high.
    pub high: i32,
    /// From this many points on, medium.
    pub medium: i32,
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
            high: 4,
            medium: 1,
        }
    }
}

impl Rules {
    /// Compiles the themes and names of a desk.
    pub fn new(_themes: &[Theme], _entities: &[Entity], _options: Options) -> Self {
        Self {}
    }
}

/// Reads one article.
pub fn analyse(_article: &Article, _ix: ArticleIx, _rules: &Rules) -> Analysis {
    Analysis::default()
}

/// Joins the listed mentions that report the same happening.
pub fn merge(_mentions: &[Mention], _articles: &[Article], _rules: &Rules) -> Vec<Event> {
    Vec::new()
}
