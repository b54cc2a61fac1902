//! Sentences that open with a time told by an event: "On the eve of the visit, …".

use std::ops::Range;

use super::token::Tokens;
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
