//! What is an event: from the text of an article to its mentions, and from the mentions of all articles to events.
//!
//! One pass over each article: sentences, words, clauses, names, time expressions; then for every clause its date, its
//! state and its speaker; then the verdict whether it is listed. Every prose sentence gives at least one [`Mention`],
//! listed or not, each with its reasons. [`merge()`] joins the listed mentions that report the same happening.
//!
//! All rules are general English and news practice. What belongs to a desk (themes, names, limits) comes in through
//! [`Rules`]; nothing here reads a config.

mod active;
mod alone;
mod apart;
mod attitude;
mod barest;
mod belongs;
mod chronology;
mod clause;
mod confidence;
mod current;
mod cut_off;
mod date;
mod deictic;
mod described;
mod ending;
mod event;
mod expression;
mod finite;
mod furniture;
mod gazetteer;
mod glance;
mod groups;
mod happening;
mod headline;
mod join;
mod joined;
mod key;
mod leading;
mod lesser;
mod lexicon;
mod likeness;
mod limited;
mod listing;
mod marked;
mod meant;
mod memory;
mod mentioned;
mod mentions;
mod merge;
mod misfit;
mod names;
mod naming;
mod near;
mod only;
mod opening;
mod part;
mod past;
mod places;
mod posted;
mod quoted;
mod reduced;
mod report;
mod reported;
mod row;
#[cfg(test)]
mod sample;
mod second;
mod shorten;
mod spared;
mod speaker;
mod spelled;
mod spoken;
mod stamp;
mod state;
mod stems;
mod stopgap;
mod subject;
mod themes;
mod third;
mod together;
mod token;
mod trie;
mod unfinished;
mod unseen;
mod verbs;
mod veto;
mod when;
mod which;
mod within;
mod worded;

use crate::model::{Article, ArticleIx, Bound, Edtf, Entity, Mention, ParagraphKind, Part, Point, Span, Theme, Year};
use crate::timex::{Context, DateOrder, Published, Timex};

pub use apart::{Apart, apart};
pub use confidence::Points;
pub use join::join;
pub use merge::merge;

/// Everything the analysis is told by the desk, compiled once.
#[derive(Debug)]
pub struct Rules {
    lexicon: lexicon::Lexicon,
    gazetteer: gazetteer::Gazetteer,
    aliases: names::Aliases,
    patterns: themes::Patterns,
    options: Options,
}

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

impl Rules {
    /// Compiles the themes and names of a desk.
    pub fn new(themes: &[Theme], entities: &[Entity], options: Options) -> Self {
        let lexicon = lexicon::Lexicon::new();
        let spellings = |id: &str| {
            let entity = entities.iter().find(|entity| entity.id == id);
            entity.map_or(Vec::new(), |entity| entity.aliases.iter().chain([&entity.name]).cloned().collect())
        };
        let patterns = themes::Patterns::new(themes, spellings);
        Self {
            lexicon,
            gazetteer: gazetteer::Gazetteer::new(),
            aliases: names::Aliases::new(entities),
            patterns,
            options,
        }
    }
}

/// Reads one article.
pub fn analyse(article: &Article, ix: ArticleIx, rules: &Rules) -> Analysis {
    let sentences = sentences(article);
    let context = Context { published: published(article), order: rules.options.date_order };
    let reading = crate::timex::read(&article.text, &context);
    let mentions = mentions::mentions(article, ix, &sentences, &reading, rules);
    Analysis { timexes: reading.timexes, sentences, mentions }
}

/// Cuts every paragraph into sentences; headings and boilerplate stay whole.
fn sentences(article: &Article) -> Vec<Sentence> {
    let mut all = Vec::new();
    for paragraph in &article.paragraphs {
        let (number, kind) = (paragraph.number, paragraph.kind);
        let mut push = |span| all.push(Sentence { span, paragraph: number, kind });
        match kind {
            ParagraphKind::Prose | ParagraphKind::Quote => {
                let start = paragraph.span.start;
                let found = crate::text::sentences(&article.text[paragraph.span.clone()]);
                found.into_iter().for_each(|span| push(start + span.start..start + span.end));
            }
            ParagraphKind::Heading | ParagraphKind::Boilerplate => push(paragraph.span.clone()),
        }
    }
    all.iter_mut().for_each(|sentence| sentence.span = unstripped(article, sentence.span.clone()));
    all.retain(|sentence| !sentence.span.is_empty());
    all
}

/// Takes what the reader set aside off the start of a sentence.
fn unstripped(article: &Article, span: Span) -> Span {
    let over =
        article.stripped.iter().find(|stripped| stripped.span.start <= span.start && stripped.span.end > span.start);
    let start = over.map_or(span.start, |stripped| stripped.span.end.min(span.end));
    let rest = &article.text[start..span.end];
    start + (rest.len() - rest.trim_start().len())..span.end
}

/// What is known of the publication date: a day, a month or a year.
fn published(article: &Article) -> Published {
    match article.published.as_ref().map(|published| published.date) {
        Some(Edtf::At(point) | Edtf::Between(_, Bound::At(point))) => point_published(point),
        _ => Published::default(),
    }
}

fn point_published(point: Point) -> Published {
    let year = match point.year {
        Year::Known(year) => Some(year),
        _ => None,
    };
    let (month, day) = match point.part {
        Part::Month(month) => (Some(month.into()), None),
        Part::Day(month, day) => (Some(month.into()), Some(day.into())),
        Part::Whole | Part::Season(_) => (None, None),
    };
    Published { year, month, day }
}
