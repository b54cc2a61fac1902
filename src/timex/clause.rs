//! What the words around a time expression say about its direction.
//!
//! "Closed until Friday" looks ahead, "said on Friday he would" does not: a future word counts only where no verb of
//! saying stands between it and the day. That reading needs no grammar, only the nearest cue on either side, and it
//! beat tense alone on every set it was measured on. Windows are short, so the cost is bounded.

use super::lexicon::{Cue, Word};
use super::token::{Gap, Token};

/// A match among the tokens of its text.
#[derive(Clone, Copy)]
pub(super) struct Clause<'a> {
    pub tokens: &'a [Token],
    pub text: &'a str,
    pub start: usize,
    pub end: usize,
}

/// The time a verb puts its clause in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// How many tokens are looked at on each side.
const WINDOW: usize = 14;

impl<'a> Clause<'a> {
    /// Returns the word just before.
    pub fn before(&self) -> Word {
        self.left().next().map_or(Word::End, |t| t.word)
    }

    /// Whether at most two words stand before it in its sentence: "In 1976", "By early 1976".
    pub fn opens_sentence(&self) -> bool {
        self.left().take(3).count() < 3
    }

    /// Whether a word that looks ahead governs the expression.
    pub fn is_future(&self) -> bool {
        match self.before() {
            // "Until Thursday, they had not called him a suspect."
            Word::Until => return !self.right().any(|t| matches!(t.word, Word::Cue(Cue::Past | Cue::Perfect))),
            // "as early as Tuesday", "as soon as Tuesday"
            Word::As if matches!(self.left().nth(1).map(|t| t.word), Some(Word::Soon | Word::Edge(_))) => return true,
            _ => {}
        }
        let mut left = self.left().skip_while(|t| self.tense(t).is_none());
        if let Some(cue) = left.next() {
            // "The service planned for Saturday was canceled."
            if matches!(self.right().next().map(|t| t.word), Some(Word::Cue(Cue::Past))) {
                return false;
            }
            // "It had been due to expire Friday."
            let perfect = left.take(4).any(|t| matches!(t.word, Word::Cue(Cue::Perfect) | Word::Beforehand));
            return self.tense(cue) == Some(Tense::Future) && !perfect;
        }
        self.right().find_map(|t| self.tense(t)) == Some(Tense::Future)
    }

    /// Returns the tense of the nearest verb that shows one, to the left first.
    pub fn nearest_tense(&self) -> Option<Tense> {
        match self.before() {
            Word::Until => return Some(Tense::Future),
            Word::Since | Word::Ended => return Some(Tense::Past),
            _ => {}
        }
        self.left().find_map(|t| self.tense_of_any(t)).or_else(|| self.right().find_map(|t| self.tense_of_any(t)))
    }

    /// Whether a verb of saying or a weekday stands near: signs that the sentence is about today's news.
    pub fn is_todays_news(&self) -> bool {
        self.left().chain(self.right()).any(|t| matches!(t.word, Word::Cue(Cue::Report) | Word::Weekday(_)))
    }

    fn tense(&self, token: &Token) -> Option<Tense> {
        match token.word {
            Word::Cue(Cue::Future | Cue::Modal) | Word::Ll => Some(Tense::Future),
            Word::Cue(Cue::FutureTo) | Word::Going if self.leads_on(token) => Some(Tense::Future),
            Word::Cue(Cue::Past | Cue::Perfect | Cue::Report) => Some(Tense::Past),
            Word::Other if self.ends_in_ed(token) => Some(Tense::Past),
            _ => None,
        }
    }

    fn tense_of_any(&self, token: &Token) -> Option<Tense> {
        if token.word == Word::Cue(Cue::Ahead) { Some(Tense::Future) } else { self.tense(token) }
    }

    /// Whether "to" or "for" follows: "set to", "planned for".
    fn leads_on(&self, token: &Token) -> bool {
        let rest = self.text.as_bytes()[token.end..].trim_ascii_start();
        [&b"to "[..], b"for "].iter().any(|word| rest.starts_with(word))
    }

    fn ends_in_ed(&self, token: &Token) -> bool {
        token.end - token.start > 4 && self.text.as_bytes()[..token.end].ends_with(b"ed")
    }

    /// The tokens before, nearest first, back to the start of the sentence.
    fn left(&self) -> impl Iterator<Item = &'a Token> + use<'a> {
        let (tokens, start) = (self.tokens, self.start);
        (start.saturating_sub(WINDOW)..start)
            .rev()
            .take_while(move |&i| tokens[i + 1].gap != Gap::Paragraph && !ends_sentence(tokens, i))
            .map(move |i| &tokens[i])
    }

    /// The tokens after, nearest first, to the end of the sentence.
    fn right(&self) -> impl Iterator<Item = &'a Token> + use<'a> {
        let (tokens, end) = (self.tokens, self.end);
        (end..tokens.len().min(end + WINDOW))
            .take_while(move |&i| tokens[i].gap != Gap::Paragraph && !ends_sentence(tokens, i))
            .map(move |i| &tokens[i])
    }
}

/// Whether the token is a full stop, a question or exclamation mark, or a semicolon.
fn ends_sentence(tokens: &[Token], i: usize) -> bool {
    match tokens[i].word {
        Word::Stop => true,
        Word::Dot => {
            let abbreviated = i > 0 && matches!(tokens[i - 1].word, Word::Letter(_) | Word::MonthShort(_));
            !abbreviated && tokens.get(i + 1).is_none_or(|next| next.gap != Gap::Glued && next.capital)
        }
        _ => false,
    }
}
