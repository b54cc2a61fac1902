//! What the words around a time expression say about its direction.
//!
//! "Closed until Friday" looks ahead, "said on Friday he would" does not: a future word counts only where no verb of
//! saying stands between it and the day. That reading needs no grammar, only the nearest cue on either side, and it
//! beat tense alone on every set it was measured on. Windows are short, so the cost is bounded.

use super::lexicon::{Cue, Word};
use super::token::{Gap, Token};
use super::value::Unit;

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
const WINDOW: usize = 22;
/// How many where a report names what it compares.
const REPORT: usize = 30;
/// A sentence is hardly longer.
const SENTENCE: usize = 80;

impl<'a> Clause<'a> {
    /// Returns the word just before.
    pub fn before(&self) -> Word {
        self.left().next().map_or(Word::End, |t| t.word)
    }

    /// Returns the word just after.
    fn after(&self) -> Word {
        self.right().next().map_or(Word::End, |t| t.word)
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
            if self.after() == Word::Cue(Cue::Past) {
                return false;
            }
            // "It had been due to expire Friday."
            let perfect = left.take(4).any(|t| matches!(t.word, Word::Cue(Cue::Perfect) | Word::Beforehand));
            // "They said they would find ways around Wednesday's ruling."
            let owner = cue.word == Word::Cue(Cue::Modal) && self.after() == Word::Apostrophe;
            return self.tense(cue) == Some(Tense::Future) && !perfect && !owner;
        }
        self.right().find_map(|t| self.tense(t)) == Some(Tense::Future)
    }

    /// Returns the tense of the nearest verb that shows one, to the left first.
    pub fn nearest_tense(&self) -> Option<Tense> {
        match self.before() {
            Word::Until => return Some(Tense::Future),
            Word::Since | Word::Ended => return Some(Tense::Past),
            // "Credit through January" was agreed on before.
            Word::Through => return None,
            _ => {}
        }
        self.left().find_map(|t| self.tense_of_any(t)).or_else(|| self.right().find_map(|t| self.tense_of_any(t)))
    }

    /// Whether the sentence speaks of money or of a quarter: what a company reports is compared with a quarter before.
    pub fn is_report(&self) -> bool {
        let tells =
            |t: &Token| matches!(t.word, Word::Money | Word::Counted | Word::Unit(Unit::Quarter | Unit::Period));
        self.sentence_left(REPORT).chain(self.sentence_right(REPORT)).any(tells)
    }

    /// Whether it is what a figure is compared with: "compared with $2 million last year", "up from last year's $3".
    pub fn compares(&self) -> bool {
        self.is_report() && (self.before() == Word::From || self.left().any(|t| t.word == Word::Compared))
    }

    /// Whether a hyphen makes it an adjective: "year-earlier results".
    pub fn is_hyphenated(&self) -> bool {
        self.tokens[self.start..self.end].iter().any(|t| t.word == Word::Hyphen)
    }

    /// Whether the expression names one span of time, as "the nine months" does and "nine months" does not.
    pub fn names_a_span(&self) -> bool {
        matches!(self.tokens[self.start].word, Word::The) || self.after() == Word::Ended
    }

    /// Whether a token before stands in the same sentence.
    pub fn shares_sentence(&self, token: usize) -> bool {
        self.sentence_left(SENTENCE).count() >= self.start - token
    }

    /// Whether a verb of saying or a weekday stands near: signs that the sentence is about today's news.
    pub fn is_todays_news(&self) -> bool {
        self.left().chain(self.right()).any(|t| matches!(t.word, Word::Cue(Cue::Report) | Word::Weekday(_)))
    }

    fn tense(&self, token: &Token) -> Option<Tense> {
        match token.word {
            Word::Cue(Cue::Future | Cue::Modal) | Word::Ll => Some(Tense::Future),
            Word::Cue(Cue::FutureTo) | Word::Going if matches!(self.beside(token, 1), Word::To | Word::For) => {
                Some(Tense::Future)
            }
            Word::Cue(Cue::To) if self.beside(token, 1) == Word::To => Some(Tense::Future),
            Word::Cue(Cue::Past | Cue::Perfect | Cue::Report) => Some(Tense::Past),
            Word::Other if self.ends_in_ed(token) && !self.is_participle(token) => Some(Tense::Past),
            _ => None,
        }
    }

    fn tense_of_any(&self, token: &Token) -> Option<Tense> {
        if token.word == Word::Cue(Cue::Ahead) { Some(Tense::Future) } else { self.tense(token) }
    }

    /// Returns the word so many tokens after a token; negative is before.
    fn beside(&self, token: &Token, offset: isize) -> Word {
        let at = self.tokens.partition_point(|t| t.start < token.start);
        let beside = at.checked_add_signed(offset).and_then(|at| self.tokens.get(at));
        beside.map_or(Word::End, |t| t.word)
    }

    fn ends_in_ed(&self, token: &Token) -> bool {
        token.end - token.start > 4 && self.text.as_bytes()[..token.end].ends_with(b"ed")
    }

    /// Whether "be" or an article before it shows that a word in "-ed" tells no past: "to be published", "a planned".
    fn is_participle(&self, token: &Token) -> bool {
        matches!(self.beside(token, -1), Word::Be | Word::A | Word::The | Word::Its | Word::Which(_))
    }

    fn left(&self) -> impl Iterator<Item = &'a Token> + use<'a> {
        self.sentence_left(WINDOW)
    }

    fn right(&self) -> impl Iterator<Item = &'a Token> + use<'a> {
        self.sentence_right(WINDOW)
    }

    /// The tokens before, nearest first, back to the start of the sentence.
    fn sentence_left(&self, most: usize) -> impl Iterator<Item = &'a Token> + use<'a> {
        let (tokens, start) = (self.tokens, self.start);
        (start.saturating_sub(most)..start)
            .rev()
            .take_while(move |&i| tokens[i + 1].gap != Gap::Paragraph && !ends_sentence(tokens, i))
            .map(move |i| &tokens[i])
    }

    /// The tokens after, nearest first, to the end of the sentence.
    fn sentence_right(&self, most: usize) -> impl Iterator<Item = &'a Token> + use<'a> {
        let (tokens, end) = (self.tokens, self.end);
        (end..tokens.len().min(end + most))
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
