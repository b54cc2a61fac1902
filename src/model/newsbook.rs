//! Everything known after reading, finding, merging and grouping: the waist before the pages.

use std::ops::Index;

use chrono::NaiveDate;

use super::{Article, Correction, Edition, Entity, Event, Gone, Mention, Moved, Renamed, Scale, Theme, Thread};

/// The whole: articles, their mentions, the events they share, and the editions these fall into.
///
/// All lists are sorted and final; an index into one of them is a name for its item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Newsbook {
    pub site: Site,
    /// The day that divides "past" from "ahead".
    pub today: NaiveDate,
    pub themes: Vec<Theme>,
    pub entities: Vec<Entity>,
    /// By path.
    pub articles: Vec<Article>,
    /// By article, then by place in its text.
    pub mentions: Vec<Mention>,
    /// By date (undated last), then by id.
    pub events: Vec<Event>,
    /// Oldest first.
    pub editions: Vec<Edition>,
    /// Articles that look like copies of each other; never dropped, only said.
    pub duplicates: Vec<Duplicate>,
    /// By id.
    pub threads: Vec<Thread>,
    /// Ids that lead elsewhere, by id.
    pub moved: Vec<Moved>,
    /// Editions, threads and names that have another address now, by kind and former key.
    pub renamed: Vec<Renamed>,
    /// Ids whose event is no longer told, by id.
    pub gone: Vec<Gone>,
    /// Latest first.
    pub corrections: Vec<Correction>,
    /// Paths of all pages that were ever published, sorted: each stays a page.
    pub addresses: Vec<String>,
}

/// What the site says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    pub title: String,
    pub tagline: Option<String>,
    /// Where the site will be published, ending in `/`; used only where an absolute address is needed.
    pub base_url: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    pub publisher: Option<String>,
    pub rights: Option<String>,
    /// Sheet that printable briefings are made for.
    pub paper: Paper,
    /// The words that judgements use for how likely something is.
    pub scale: Scale,
    /// Whether editions that are still drafts are shown, on pages that say so.
    pub drafts: bool,
    /// The edition that the home page shows instead of the latest one.
    pub front: Option<String>,
    /// Colour of links and marks, `#rrggbb`, where it is not the usual one.
    pub accent: Option<String>,
    /// The formats a build writes, by the names of `output.formats`: what pages may link to.
    pub formats: Vec<&'static str>,
    /// Whether notes of a printed briefing stand at the foot of each page, not at its end.
    pub notes_at_foot: bool,
    /// Whether the Markdown of a briefing asks for a table of contents.
    pub toc: bool,
    /// The most pages a printed briefing may have.
    pub max_pages: Option<u32>,
    /// Longest run of an article's words shown as evidence; `None` shows the whole sentence.
    pub quote_words: Option<usize>,
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    #[default]
    A4,
    Letter,
}

/// Two articles that share most of their wording.
#[derive(Clone, Debug, PartialEq)]
pub struct Duplicate {
    pub first: ArticleIx,
    pub second: ArticleIx,
    /// Share of the shorter text's word sequences that the other has too, 0 to 1.
    pub share: f64,
}

/// An article of a [`Newsbook`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleIx(pub usize);

/// A mention of a [`Newsbook`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionIx(pub usize);

/// An event of a [`Newsbook`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventIx(pub usize);

impl Index<ArticleIx> for Newsbook {
    type Output = Article;
    fn index(&self, ix: ArticleIx) -> &Article {
        &self.articles[ix.0]
    }
}

impl Index<MentionIx> for Newsbook {
    type Output = Mention;
    fn index(&self, ix: MentionIx) -> &Mention {
        &self.mentions[ix.0]
    }
}

impl Index<EventIx> for Newsbook {
    type Output = Event;
    fn index(&self, ix: EventIx) -> &Event {
        &self.events[ix.0]
    }
}

impl Newsbook {
    /// Returns the words of the article that a mention stands on.
    pub fn evidence(&self, ix: MentionIx) -> &str {
        let mention = &self[ix];
        &self[mention.article].text[mention.span.clone()]
    }
}
