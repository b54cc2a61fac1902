//! The numbers of notes and sources: given out in the order of reading, and the notes themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::{Citation, Entry, Note, Source, address, date_of};
use crate::model::{Article, ArticleDate, ArticleIx, Event, EventIx, Kind, Mention, MentionIx, Newsbook};
use crate::pages::labels::{Labels, labels};
use crate::pages::{ConfidenceView, Target, evidence};

/// Gives out the numbers of notes and sources in the order of reading.
pub(super) struct Notes<'a> {
    pub book: &'a Newsbook,
    pub labels: &'static Labels,
    numbers: BTreeMap<EventIx, usize>,
    sources: BTreeMap<ArticleIx, usize>,
}

impl<'a> Notes<'a> {
    pub fn new(book: &'a Newsbook) -> Self {
        Self { book, labels: labels(&book.site.language), numbers: BTreeMap::new(), sources: BTreeMap::new() }
    }

    /// Returns the number that an event's note has been given, `None` where it has none.
    pub fn known(&self, ix: EventIx) -> Option<usize> {
        self.numbers.get(&ix).copied()
    }

    /// Returns the number of an event's note, the next free one where it has none yet.
    pub fn number(&mut self, ix: EventIx) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(ix).or_insert(next)
    }

    pub fn entry(&mut self, ix: EventIx) -> Entry {
        let event = &self.book[ix];
        let articles: BTreeSet<ArticleIx> = event.mentions.iter().map(|ix| self.book[*ix].article).collect();
        Entry {
            event: event.id.to_string(),
            note: self.number(ix),
            date: date_of(event, self.labels),
            headline: event.headline.clone(),
            text: event.editorial.text.clone(),
            corrections: event.editorial.changes.iter().filter_map(|change| change.note.correction.clone()).collect(),
            kind: self.labels.kind(event.kind, event.state),
            speaker: speaker(self.book, event),
            confidence: ConfidenceView::new(event.confidence, self.labels),
            reports: articles.len(),
            told: (articles.len() > 1).then(|| self.labels.count(articles.len(), &self.labels.counts.reports)),
        }
    }

    /// Returns the notes in the order of their numbers, and the sources they cite in the order of theirs.
    pub fn finish(mut self) -> (Vec<Note>, Vec<Source>) {
        let numbers = std::mem::take(&mut self.numbers);
        let notes = in_order(numbers).map(|ix| self.note(ix)).collect();
        (notes, in_order(self.sources).map(|ix| source(&self.book[ix], self.labels)).collect())
    }

    fn note(&mut self, ix: EventIx) -> Note {
        let event = &self.book[ix];
        Note {
            citations: event.mentions.iter().map(|ix| self.citation(*ix)).collect(),
            web: event.editorial.web.iter().map(|source| (source.title.clone(), source.url.clone())).collect(),
            file: event.editorial.file.clone(),
            why_dated: self.labels.why_dated(event.date.as_ref(), evidence::date_words(self.book, event)),
            confidence: ConfidenceView::new(event.confidence, self.labels),
            event: event.id.to_string(),
            address: address(self.book, Target::Event(&event.id)),
        }
    }

    fn citation(&mut self, ix: MentionIx) -> Citation {
        let Mention { article, paragraph, .. } = self.book[ix];
        let next = self.sources.len() + 1;
        let quote = evidence::quote(self.book, ix);
        Citation {
            source: *self.sources.entry(article).or_insert(next),
            paragraph,
            quote: quote.map(|quote| quote.text.to_owned()),
            cut: quote.is_some_and(|quote| quote.cut),
        }
    }
}

fn in_order<T>(numbers: BTreeMap<T, usize>) -> impl Iterator<Item = T> {
    let mut items: Vec<(usize, T)> = numbers.into_iter().map(|(item, number)| (number, item)).collect();
    items.sort_unstable_by_key(|(number, _)| *number);
    items.into_iter().map(|(_, item)| item)
}

fn source(article: &Article, labels: &Labels) -> Source {
    Source {
        title: article.title.text.clone(),
        title_made: article.title.made,
        outlet: article.source.clone(),
        author: article.author.clone(),
        published: published(article.published.as_ref(), labels),
        url: article.url.clone(),
        grade: article.grade.to_string(),
        paragraphs: article.paragraphs.len(),
        length: labels.count(article.paragraphs.len(), &labels.counts.paragraphs),
        path: article.path.clone(),
    }
}

/// When an article was published and how that is known, or that it is not: `18 December 2024, from its first line`.
fn published(published: Option<&ArticleDate>, labels: &Labels) -> String {
    let Some(published) = published else { return labels.dates.undated.to_owned() };
    format!("{}, {}", labels.date(&published.date), labels.article_basis(published.basis))
}

/// Who says it: only a statement or a claim has a speaker.
fn speaker(book: &Newsbook, event: &Event) -> Option<String> {
    let is_said = matches!(event.kind, Kind::Statement | Kind::Claim);
    event.mentions.iter().find_map(|ix| book[*ix].speaker.clone()).filter(|_| is_said)
}
