//! An article as it came in: its text untouched, and what the reader understood around it.
//!
//! `text` is the text as the user would see it: for plain text the decoded file itself, for Markdown and HTML the
//! words without markup. Nothing is cut out of it. What a rule strips (a byline, `Leave a comment`) stays in the text
//! and becomes a [`Paragraph`] of kind `Boilerplate` or a [`Stripped`] span, so that every offset, and every piece of
//! evidence on a page, is a plain substring of `text`.

use super::{Edtf, Id, Span};

/// One source text and its metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Stable short id; its page lives at `/sources/ID/`.
    pub id: Id,
    /// Path of the file inside the project, with `/`, e.g. `content/articles/wire/002.txt`.
    pub path: String,
    pub title: Title,
    /// The day the article was published, with the reason, or `None` when the text does not tell.
    pub published: Option<ArticleDate>,
    pub updated: Option<Edtf>,
    /// Outlet, as given in front matter or by a `sources` rule of the config.
    pub source: Option<String>,
    pub url: Option<String>,
    pub author: Option<String>,
    /// BCP 47 tag, when the article says so.
    pub language: Option<String>,
    pub grade: Grade,
    /// How much of the text may be shown on the article's page.
    pub rights: Rights,
    /// Theme ids the author of the front matter asked for; they win over the patterns.
    pub themes: Vec<String>,
    /// Entity ids the author of the front matter asked for.
    pub entities: Vec<String>,
    pub text: String,
    /// In text order, not overlapping, numbered from 1.
    pub paragraphs: Vec<Paragraph>,
    /// What the reader set aside, in text order, each with the name of the rule that did it.
    pub stripped: Vec<Stripped>,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub hash: String,
}

/// A title and whether it was made from the first sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    pub text: String,
    /// True where the article has no title of its own and this one was cut from its text.
    pub made: bool,
}

/// The publication date of an article and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleDate {
    pub date: Edtf,
    pub basis: ArticleDateBasis,
    /// The words it was read from: a span of the text, when it was read there.
    pub words: Option<Span>,
}

/// Where an article's date comes from, in the order in which the places are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ArticleDateBasis {
    /// Stated by the caller: `overrides.yml`, or `published` of a document given to `extract`.
    Given,
    FrontMatter,
    FileName,
    /// A date glued to the first sentence, `date 2024-12-18 …`.
    LeadingLine,
    Dateline,
    /// An explicit full date in the prose that is not in the future of the rest.
    Text,
}

/// One paragraph: a span of the article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Counts from 1 over all paragraphs, headings and boilerplate included, as `¶` anchors do.
    pub number: u32,
    /// Bytes into `Article::text`, without the line break.
    pub span: Span,
    /// Line in the source file where it starts, from 1.
    pub line: u32,
    pub kind: ParagraphKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    Prose,
    /// A cross-head: short, no end mark, title case; never an event.
    Heading,
    /// A block quotation.
    Quote,
    /// Bylines, share bars, `Leave a comment`: not read for events and not shown.
    Boilerplate,
}

/// Something the reader set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stripped {
    /// Name of the rule, e.g. `leave-a-comment`.
    pub rule: &'static str,
    /// Bytes into `Article::text`.
    pub span: Span,
}

/// Admiralty grade: reliability `A`–`F` and credibility `1`–`6`, judged separately. `F6` means "cannot be judged".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grade {
    pub reliability: char,
    pub credibility: u8,
}

impl Default for Grade {
    fn default() -> Self {
        Self { reliability: 'F', credibility: 6 }
    }
}

impl std::str::FromStr for Grade {
    type Err = ();

    /// Reads `F6`; a lower-case letter is accepted. Fails on anything else.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut chars = text.trim().chars();
        let (Some(letter), Some(digit), None) = (chars.next(), chars.next(), chars.next()) else { return Err(()) };
        let reliability = letter.to_ascii_uppercase();
        match (reliability, digit.to_digit(10)) {
            ('A'..='F', Some(n @ 1..=6)) => Ok(Self { reliability, credibility: n as u8 }),
            _ => Err(()),
        }
    }
}

impl std::fmt::Display for Grade {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.reliability, self.credibility)
    }
}

/// How much of an article's text its page may show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rights {
    None,
    #[default]
    Excerpt,
    Full,
}
