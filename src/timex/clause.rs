//! What the words around a time expression say about its direction.
//!
//! "Closed until Friday" looks ahead, "said on Friday he would" does not: a future word counts only where no verb of
//! saying stands between it and the day. That reading needs no grammar, only the nearest cue on either side, and it
//! beat tense alone on every set it was measured on. Windows are short, so the cost is bounded.

use super::lexicon::{Cue, Which, Word};
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

/// Verbs in the present that tell what a calendar says, and so the days to come.
const SCHEDULE: [&str; 10] =
    ["is", "are", "begins", "starts", "opens", "closes", "ends", "finishes", "expires", "resumes"];

/// What "today's" is said of when it means these times.
const OF_AN_AGE: [&str; 12] = [
    "world",
    "youth",
    "society",
    "generation",
    "children",
    "computers",
    "economy",
    "technology",
    "standards",
    "money",
    "environment",
    "personal",
];

/// How many tokens are looked at on each side.
const WINDOW: usize = 22;
/// How many where a report names what it compares.
const REPORT: usize = 30;
/// A sentence is hardly longer.
const SENTENCE: usize = 80;

/// Words that follow a day and are no noun that it belongs to: "at Christmas he", not "the Christmas tree".
const AFTER_A_DAY: [&str; 24] = [
    "he", "she", "it", "they", "we", "you", "I", "there", "who", "which", "when", "where", "while", "but", "because",
    "with", "without", "is", "are", "falls", "comes", "not", "also", "if",
];

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
            // "from Monday, when work begins"
            Word::From if self.starts_from_then() => return true,
            // "as early as Tuesday", "as soon as Tuesday"
            _ if self.follows_schedule() => return true,
            Word::As if matches!(self.left().nth(1).map(|t| t.word), Some(Word::Soon | Word::Edge(_))) => return true,
            _ => {}
        }
        // "It would act, after a threat on Sunday": the threat has a time of its own.
        let own = |t: &&Token| {
            !matches!(t.word, Word::After | Word::Which(Which::Following))
                && !self.text[t.start..].starts_with("despite")
        };
        let mut left = self.left().take_while(own).skip_while(|t| self.tense(t).is_none());
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

    /// Whether "from" before it tells when something starts, and no verb tells the past: "from Monday, masks are
    /// optional", not "from Monday to Friday".
    fn starts_from_then(&self) -> bool {
        !matches!(self.after(), Word::To | Word::Until | Word::Through | Word::Hyphen | Word::Dash)
            && self.left().chain(self.right()).all(|t| self.tense(t) != Some(Tense::Past))
    }

    /// Whether the verb just before speaks of a programme: "it starts on Monday".
    fn follows_schedule(&self) -> bool {
        let verb = self.left().find(|t| !matches!(t.word, Word::On | Word::At));
        verb.is_some_and(|t| SCHEDULE.contains(&&self.text[t.start..t.end]))
    }

    /// Whether the plan is told as past: "was due to start on July 13".
    pub fn was_planned(&self) -> bool {
        let cue = self.left().find(|t| self.tense(t) == Some(Tense::Future));
        cue.is_some_and(|t| matches!(self.beside(t, -1), Word::Cue(Cue::Past | Cue::Perfect)))
    }

    /// Whether what stands just before was done then: "killed on June 24", "fired March 2".
    pub fn is_done_then(&self) -> bool {
        let verb = self.left().find(|t| t.word != Word::On);
        verb.is_some_and(|t| self.tense(t) == Some(Tense::Past) && t.word != Word::Cue(Cue::Report))
    }

    /// Whether "today's" stands before what has no day: "today's world".
    pub fn names_an_age(&self) -> bool {
        let mut after = self.right().skip_while(|t| matches!(t.word, Word::Apostrophe | Word::Letter(b's')));
        self.after() == Word::Apostrophe
            && after.next().is_some_and(|t| OF_AN_AGE.contains(&&self.text[t.start..t.end]))
    }

    /// Whether the nearest verb before it, or else after it, tells the past and is no verb of saying.
    pub fn is_past(&self) -> bool {
        let tells = |t: &&Token| self.tense(t).is_some();
        let verb = self.left().find(tells).or_else(|| self.right().find(tells));
        verb.is_some_and(|t| self.tense(t) == Some(Tense::Past) && t.word != Word::Cue(Cue::Report))
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

    /// Whether the word after it is a noun or may be one: "on the 12th floor", not "on the 12th he left".
    pub fn is_followed_by_noun(&self) -> bool {
        let next = self.tokens.get(self.end).filter(|next| next.gap == Gap::Space);
        next.is_some_and(|next| {
            let plain = matches!(next.word, Word::Other | Word::NameEnd | Word::Feast(_) | Word::Counted);
            plain && !AFTER_A_DAY.contains(&&self.text[next.start..next.end])
        })
    }

    /// Whether a preposition makes it the date of its clause, and not a part of a name: "on January 6", not "the January 6
    /// hearings".
    pub fn is_dated_by(&self) -> bool {
        matches!(self.before(), Word::On | Word::By | Word::Until | Word::From | Word::Through | Word::Before)
    }

    /// Whether it is no part of a noun after it: "after Monday", not "after Monday's talks" or "after May 3 talks".
    pub fn stands_alone(&self) -> bool {
        self.after() != Word::Apostrophe && !self.is_followed_by_noun() && !self.is_hyphenated()
    }

    /// Whether the one word before the joint begins a range that it ends: "Monday to Friday", "between Monday and Friday".
    pub fn ends_range_begun_at(&self, token: usize) -> bool {
        let joint = match self.before() {
            Word::To | Word::Until | Word::Through | Word::Hyphen | Word::Dash => true,
            Word::And => token > 0 && self.tokens[token - 1].word == Word::Between,
            _ => false,
        };
        joint && self.start == token + 2
    }

    /// Whether no more than "on" or a comma parts it from an expression that ends before the token.
    pub fn goes_with(&self, end: usize) -> bool {
        let between = self.tokens.get(end..self.start).unwrap_or_default();
        (1..=2).contains(&between.len())
            && between.iter().all(|t| matches!(t.word, Word::Comma | Word::On | Word::Open))
    }

    /// Whether "every" or "daily" before it makes it come again and again: "every weekday morning at 7 a.m."
    pub fn is_habit(&self) -> bool {
        self.left().any(|t| matches!(t.word, Word::Every | Word::Often(_)))
    }

    /// Returns the plain word just after.
    pub fn noun_after(&self) -> Option<&'a str> {
        self.right()
            .next()
            .filter(|t| matches!(t.word, Word::Other | Word::NameEnd))
            .map(|t| &self.text[t.start..t.end])
    }

    /// Returns the word that "of" joins it to: "the events of Jan. 6".
    pub fn noun_before_of(&self) -> Option<&'a str> {
        let mut left = self.left();
        let noun = left.next().filter(|t| t.word == Word::Of).and_then(|_| left.next());
        noun.map(|t| &self.text[t.start..t.end])
    }

    /// Whether a clause of its own follows: "the same day he signed".
    pub fn goes_on(&self) -> bool {
        !self.opens_sentence() && matches!(self.after(), Word::Other | Word::The | Word::Its | Word::A)
    }

    /// Whether it is any weekday of that name: "a recent Saturday", "one Friday", "on a Sunday in May", not "a Monday
    /// statement".
    pub fn is_any_of_its_kind(&self) -> bool {
        match self.before() {
            Word::Recent | Word::Small(1) => true,
            Word::A => !self.is_followed_by_noun(),
            _ => false,
        }
    }

    /// Whether the word after it makes it a name: "the Good Friday Agreement".
    pub fn is_followed_by_name(&self) -> bool {
        let next = self.tokens.get(self.end).filter(|next| next.gap == Gap::Space);
        next.is_some_and(|next| next.capital && next.word == Word::NameEnd)
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
            // "a scheduled call"
            Word::Cue(Cue::Future) if self.is_participle(token) => None,
            Word::Cue(Cue::Future | Cue::Modal) | Word::Ll => Some(Tense::Future),
            Word::Cue(Cue::FutureTo) | Word::Going if matches!(self.beside(token, 1), Word::To | Word::For) => {
                Some(Tense::Future)
            }
            // "she set aside her plans"
            Word::Cue(Cue::FutureTo) if !matches!(self.beside(token, -1), Word::To | Word::A | Word::The) => {
                Some(Tense::Past)
            }
            Word::Cue(Cue::To) if self.beside(token, 1) == Word::To => Some(Tense::Future),
            // "A deal to be signed on Friday".
            Word::Be if self.beside(token, -1) == Word::To && self.lies_ahead(token) => Some(Tense::Future),
            // "will be held"
            Word::Cue(Cue::Past) if self.beside(token, -1) == Word::Be => None,
            Word::Cue(Cue::Past | Cue::Perfect | Cue::Report) => Some(Tense::Past),
            Word::Other if self.ends_in_ed(token) && !self.is_participle(token) => Some(Tense::Past),
            _ => None,
        }
    }

    /// Whether "to be" and a participle tell what is to come: not "had to be closed", nor "the third to be closed".
    fn lies_ahead(&self, be: &Token) -> bool {
        let at = self.tokens.partition_point(|t| t.start <= be.start);
        let done = |t: &Token| t.word == Word::Cue(Cue::Past) || self.ends_in_ed(t);
        let participle = self.tokens.get(at).is_some_and(done);
        let counted = |word: Word| {
            matches!(word, Word::Ordinal(_) | Word::OrdinalDigits(_) | Word::Second | Word::Which(_) | Word::Least)
        };
        let of_past = matches!(self.beside(be, -2), Word::Cue(_));
        participle && !of_past && !(2..7).any(|back| counted(self.beside(be, -back)))
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
        let word = &self.text[token.start..token.end];
        word.len() > 4 && word.ends_with("ed") && !token.capital && !word.starts_with("un")
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
            let opens = |next: &Token| {
                next.capital
                    || matches!(next.word, Word::Open | Word::Quote) && tokens.get(i + 2).is_some_and(|t| t.capital)
            };
            !abbreviated && tokens.get(i + 1).is_none_or(|next| next.gap != Gap::Glued && opens(next))
        }
        _ => false,
    }
}
