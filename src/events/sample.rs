//! Small articles for the tests of this room: each line is a paragraph, a line without an end mark a heading.

use super::{Options, Rules, analyse};
use crate::model::{Article, ArticleDate, ArticleDateBasis, ArticleIx, Mention, Paragraph, ParagraphKind, sample};

/// An article of this text, published on that day ("" for unknown).
pub(super) fn article(published: &str, text: &str) -> Article {
    let date = published.parse().ok().map(|date| ArticleDate { date, basis: ArticleDateBasis::Given, words: None });
    Article { published: date, paragraphs: paragraphs(text), ..sample::article("a.txt", text) }
}

/// A line that ends no sentence is a heading.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut paragraphs = sample::article("a.txt", text).paragraphs;
    let headings = paragraphs.iter_mut().filter(|one| !text[one.span.clone()].ends_with(['.', '"', '”']));
    headings.for_each(|heading| heading.kind = ParagraphKind::Heading);
    paragraphs
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
