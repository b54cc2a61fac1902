//! Text of a file to `Article`: the contract, before the readers stand.

use crate::diag::Diagnostic;
use crate::model::{
    Article, ArticleDate, ArticleDateBasis, Duplicate, Edtf, Grade, Id, InputFile, Paragraph, ParagraphKind, Rights,
    Title,
};
use crate::text;

/// What a reader is told by the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Lines to set aside: those that hold one of these texts.
    pub strip_lines: Vec<String>,
}

/// What the caller knows about a text that is no file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    pub title: Option<String>,
    pub published: Option<Edtf>,
    pub source: Option<String>,
}

/// Reads one file.
pub fn read(file: &InputFile, _options: &ReadOptions) -> (Option<Article>, Vec<Diagnostic>) {
    let text = String::from_utf8_lossy(&file.bytes);
    (Some(from_text(&file.path, &text, Given::default())), Vec::new())
}

/// Reads a text as pasted, keeping it byte for byte.
pub fn from_text(path: &str, text: &str, given: Given) -> Article {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for (line, content) in text.split('\n').enumerate() {
        if !content.trim().is_empty() {
            let (number, line) = (paragraphs.len() as u32 + 1, line as u32 + 1);
            let span = start..start + content.len();
            paragraphs.push(Paragraph { number, span, line, kind: ParagraphKind::Prose });
        }
        start += content.len() + 1;
    }
    Article {
        id: Id::from_fingerprint(text::fingerprint(text), 4),
        path: path.to_owned(),
        title: Title { text: given.title.unwrap_or_else(|| path.to_owned()), made: true },
        published: given.published.map(|date| ArticleDate { date, basis: ArticleDateBasis::Given, words: None }),
        updated: None,
        source: given.source,
        url: None,
        author: None,
        language: None,
        grade: Grade::default(),
        rights: Rights::default(),
        themes: Vec::new(),
        entities: Vec::new(),
        text: text.to_owned(),
        paragraphs,
        stripped: Vec::new(),
        hash: String::new(),
    }
}

/// Finds articles that share most of their wording.
pub fn near_duplicates(_articles: &[Article]) -> Vec<Duplicate> {
    Vec::new()
}
