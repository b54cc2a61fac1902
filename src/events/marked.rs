//! What stands between brackets or dashes, and may be left out of a headline.

use std::ops::Range;

use super::lexicon::Class;
use super::shorten::{Spare, Told};
use super::spared::is_mark;

/// "The joint centre (JCC) opened".
pub(super) fn bracketed(told: &Told) -> impl Iterator<Item = Spare> {
    let (tokens, words) = (told.tokens, told.words.clone());
    let opens = words.clone().filter(|at| is_mark(tokens, *at) && tokens.written(*at) == "(");
    opens.filter_map(move |open| {
        let close = (open..words.end).find(|at| tokens.written(*at) == ")")?;
        Some(Spare::of(open..close + 1, 1))
    })
}

/// "The mayor | -- who was elected in May -- | left".
pub(super) fn dashed(told: &Told, subject: &Range<usize>) -> Option<Range<usize>> {
    let dash = |at: &usize| matches!(told.tokens.written(*at), "—" | "–" | "-");
    subject.end.checked_sub(1).filter(|last| subject.contains(last)).filter(dash)?;
    let first = subject.clone().find(dash).filter(|first| *first > subject.start && first + 3 < subject.end)?;
    Some(first..subject.end)
}

/// "Was jailed in June | — by the court of the town — | for ten years".
pub(super) fn paired(told: &Told) -> Option<Range<usize>> {
    let dash = |at: &usize| matches!(told.tokens.written(*at), "—" | "–");
    let first = (told.verb.end..told.words.end).find(dash)?;
    let last = (first + 2..told.words.end.saturating_sub(2)).find(dash)?;
    let goes_on = told.tokens.word(last + 1).is(Class::Preposition) && told.words.start < told.verb.start;
    goes_on.then_some(first..last + 1)
}
