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

    /// Whether a word that looks ahead governs the expression.
    pub fn is_future(&self) -> bool {
        if self.before() == Word::Until {
            return true;
        }
        if let Some(tense) = self.left().find_map(|t| self.tense(t)) {
            return tense == Tense::Future;
        }
        self.right().find_map(|t| self.tense(t)) == Some(Tense::Future)
    }

    /// Returns the tense of the nearest verb that shows one, to the left first.
    pub fn nearest_tense(&self) -> Option<Tense> {
        match self.before() {
            Word::Until => return Some(Tense::Future),
            Word::Since => return Some(Tense::Past),
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
            Word::Cue(Cue::Future) | Word::Ll | Word::Going => Some(Tense::Future),
            Word::Cue(Cue::Past | Cue::Report) => Some(Tense::Past),
            Word::Other if self.ends_in_ed(token) => Some(Tense::Past),
            _ => None,
        }
    }

    fn tense_of_any(&self, token: &Token) -> Option<Tense> {
        if token.word == Word::Cue(Cue::Ahead) { Some(Tense::Future) } else { self.tense(token) }
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
