//! Small articles for the tests of this room: each line is a paragraph, a line without an end mark a heading.

use super::{Options, Rules, analyse};
use crate::model::{
    Article, ArticleDate, ArticleDateBasis, ArticleIx, Grade, Id, Mention, Paragraph, ParagraphKind, Rights, Title,
};

/// An article of this text, published on that day ("" for unknown).
pub(super) fn article(published: &str, text: &str) -> Article {
    let date = published.parse().ok().map(|date| ArticleDate { date, basis: ArticleDateBasis::Given, words: None });
    Article {
        id: Id::from_fingerprint(1, 4),
        path: "a.txt".to_owned(),
        title: Title { text: "A".to_owned(), made: true },
        published: date,
        updated: None,
        source: None,
        url: None,
        author: None,
        language: None,
        grade: Grade::default(),
        rights: Rights::default(),
        themes: Vec::new(),
        entities: Vec::new(),
        text: text.to_owned(),
        paragraphs: paragraphs(text),
        stripped: Vec::new(),
        hash: String::new(),
    }
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut start = 0;
    let lines = text.lines().zip(1..).map(|(line, number)| {
        let span = start..start + line.len();
        start = span.end + 1;
        let kind = if line.ends_with(['.', '"', '”']) { ParagraphKind::Prose } else { ParagraphKind::Heading };
        Paragraph { number, span, line: number, kind }
    });
    lines.collect()
}

/// The mentions of such an article, read without themes and names of a desk.
pub(super) fn mentions(published: &str, text: &str) -> Vec<Mention> {
    let rules = Rules::new(&[], &[], Options::default());
    analyse(&article(published, text), ArticleIx(0), &rules).mentions
}

/// The first mention of each sentence: the sentence as a whole.
pub(super) fn sentences(published: &str, text: &str) -> Vec<Mention> {
    let mut all = mentions(published, text);
    all.dedup_by_key(|mention| mention.sentence);
    all
}
