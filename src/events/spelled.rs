//! How a source is written: without what stands around it, and by name where only a pronoun stands.

use std::ops::Range;

use super::headline::without_stamp;
use super::lexicon::Class;
use super::names::{Name, NameKind};
use super::token::{Shape, Tokens};

/// The person a pronoun stands for, kept while an article is read.
#[derive(Debug, Default)]
pub(super) struct Memory {
    last: Option<String>,
}

impl Memory {
    /// Remembers the person most lately named as a subject.
    pub fn note(&mut self, names: &[Name]) {
        if let Some(name) = names.iter().find(|name| name.kind == NameKind::Person) {
            self.last = Some(name.full.clone());
        }
    }
}

/// Returns the words of a source without the marks, the hour of a live report and the preposition around them: "“," Hansen".
pub(super) fn bare(tokens: &Tokens, words: Range<usize>) -> Range<usize> {
    let mut words = without_stamp(tokens, words);
    let shape = |at: usize| tokens.all[at].shape;
    let mark = |at: usize| shape(at) == Shape::Mark && !matches!(tokens.written(at), "$" | "€" | "£" | "#" | "@" | "%");
    let year = |at: usize| shape(at) == Shape::Number && tokens.written(at).len() == 4;
    let before = |at: usize| mark(at) || at + 1 < words.end && year(at) && tokens.all[at + 1].is_capital();
    words.start = words.clone().find(|at| !before(*at)).unwrap_or(words.end);
    let loose = |at: usize| tokens.word(at).is(Class::Preposition) && shape(at) == Shape::Small;
    let behind = |at: usize| loose(at) || matches!(tokens.written(at), "," | "“" | "—" | "–" | ":");
    words.end = words.clone().rfind(|at| !behind(*at)).map_or(words.start, |at| at + 1);
    words
}

/// Returns a source as written, on one line; a pronoun becomes the person last named in `names`, or before.
pub(super) fn spelled<'n>(
    tokens: &Tokens,
    words: &Range<usize>,
    names: impl DoubleEndedIterator<Item = &'n Name>,
    memory: &Memory,
) -> String {
    if words.len() == 1 && matches!(tokens.folded(words.start), "he" | "she" | "his" | "her") {
        let here = names
            .rev()
            .find(|name| name.kind == NameKind::Person && name.tokens.end <= words.start)
            .map(|name| name.full.clone());
        if let Some(name) = here.or_else(|| memory.last.clone()) {
            return name;
        }
    }
    let written = if words.is_empty() { "" } else { tokens.slice(words.clone()) };
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}
