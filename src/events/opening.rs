//! How a sentence opens: with a time told by an event ("On the eve of the visit, …"), or an article with its news.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::token::Tokens;
use super::verbs::Verb;
use crate::timex::{Relative, Side, Unit};

/// "On the eve of the visit, …", "Ahead of the London talks, …": a sentence that opens with a time told by an event.
pub(super) fn opening_relative(tokens: &Tokens, sentence: &Range<usize>) -> Option<Relative> {
    let first = sentence.start;
    let (words, shift, side) = OPENINGS.iter().find(|(words, ..)| {
        words.iter().enumerate().all(|(at, word)| first + at < sentence.end && tokens.folded(first + at) == *word)
    })?;
    let from = first + words.len();
    let end = (from..sentence.end.min(from + 14)).find(|at| tokens.folded(*at) == ",")?;
    let named = (from..end).any(|at| tokens.word(at).sort.is_some());
    named.then(|| Relative { span: tokens.span(first..end), event: tokens.span(from..end), shift: *shift, side: *side })
}

/// Whether the first sentence of an article tells the news of its day. A feature opens with a scene ("On a recent
/// afternoon", "At his stall"), an extract in the middle ("But", "A month later"), a comment with how things stood.
pub(super) fn opens_news(tokens: &Tokens, sentence: &Range<usize>, verb: &Verb) -> bool {
    let first = tokens.word(sentence.start);
    let tied = first.any(&[Class::Conjunction, Class::Preposition, Class::Subordinator, Class::Pronoun])
        || matches!(
            tokens.folded(sentence.start),
            "that" | "his" | "her" | "its" | "their" | "however" | "then" | "still"
        )
        || first.can(Form::Gerund)
        || first.can(Form::Participle) && !first.can(Form::Noun)
        || first.is_formless() && tokens.folded(sentence.start).ends_with("ed");
    let elsewhen = |at: usize| matches!(tokens.folded(at), "recent" | "recently" | "later" | "ago" | "once");
    let stood = verb.head == verb.group.start && tokens.word(verb.head).any(&[Class::Be, Class::State, Class::Holding]);
    !tied && !stood && !sentence.clone().any(elsewhen)
}

/// "In the first weeks of the war", "The day after the signing": a sentence with a time of its own, however vague.
pub(super) fn has_own_time(tokens: &Tokens, sentence: &Range<usize>) -> bool {
    let unit = |at: usize| matches!(tokens.folded(at), "days" | "weeks" | "months" | "years" | "decades");
    let which =
        |at: usize| matches!(tokens.folded(at), "first" | "early" | "past" | "last" | "recent" | "previous" | "coming");
    let long = |at: usize| unit(at) && (which(at - 1) || at >= sentence.start + 2 && which(at - 2));
    let part = |at: usize| matches!(tokens.folded(at), "night" | "morning" | "afternoon" | "evening");
    let one =
        |at: usize| matches!(tokens.folded(at), "day" | "week" | "month" | "year" | "hours") || unit(at) || part(at);
    let side = |at: usize| matches!(tokens.folded(at), "after" | "before" | "later" | "earlier");
    let opening = sentence.start + 1..sentence.end.min(sentence.start + 4);
    opening.clone().any(|at| one(at) && side(at + 1)) || (sentence.start + 1..sentence.end).any(long)
}

type Opening = (&'static [&'static str], Option<(i32, Unit)>, Side);

/// How a sentence opens that is dated by an event, how far that is from it, and on which side.
const OPENINGS: &[Opening] = &[
    (&["on", "the", "eve", "of"], Some((-1, Unit::Day)), Side::Before),
    (&["a", "day", "before"], Some((-1, Unit::Day)), Side::Before),
    (&["the", "day", "before"], Some((-1, Unit::Day)), Side::Before),
    (&["a", "day", "after"], Some((1, Unit::Day)), Side::After),
    (&["the", "day", "after"], Some((1, Unit::Day)), Side::After),
    (&["ahead", "of"], None, Side::Before),
    (&["prior", "to"], None, Side::Before),
    (&["before"], None, Side::Before),
    (&["after"], None, Side::After),
    (&["following"], None, Side::After),
];
