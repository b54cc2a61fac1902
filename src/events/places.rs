//! Before which words a headline may end, and where it ends then: no mark and no small word that leads to nothing stays.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::shorten::{Place, Told};
use super::spelled::is_unit;
use super::token::{Shape, Tokens};

/// Returns the places where `told` may end, its own end first; none leaves fewer words than up to `least`.
pub(super) fn places(told: &Told, least: usize) -> impl Iterator<Item = Place> {
    let (tokens, words) = (told.tokens, told.words.clone());
    let with = words.clone().any(|at| tokens.folded(at) == "," && tokens.folded(at + 1) == "with");
    let whole = Place { at: words.end, end: own_end(tokens, words.clone()) };
    let inner = (least..words.end.saturating_sub(1)).rev().filter_map(move |at| {
        let range = words.start..at;
        let end = if with { before_with(tokens, range.clone(), words.end) } else { at };
        let end = trim_end(tokens, range.start..end);
        (end >= least).then_some(Place { at, end })
    });
    std::iter::once(whole).chain(inner)
}

/// The end of `range` without the marks there; where none is, it is cut, and nothing loose may stay.
pub(super) fn own_end(tokens: &Tokens, range: Range<usize>) -> usize {
    let is_mark = |at: &usize| tokens.all[*at].shape == Shape::Mark;
    if !range.clone().next_back().is_some_and(|last| is_mark(&last)) {
        return trim_end(tokens, range);
    }
    let word = range.clone().rfind(|at| !is_mark(at)).unwrap_or(range.start);
    trim_end(tokens, word..range.end).max(word + 1)
}

/// "…, with officials | in the city blaming rebels": what hangs on "with" tells nothing without its end.
fn before_with(tokens: &Tokens, range: Range<usize>, whole: usize) -> usize {
    let comma = range.clone().rfind(|at| tokens.written(*at) == ",").filter(|at| *at + 1 < range.end);
    let cut = range.end < whole && tokens.written(range.end) != ",";
    comma.filter(|at| cut && *at > range.start + 3 && tokens.folded(*at + 1) == "with").unwrap_or(range.end)
}

/// Where the words end without marks and small words that lead to nothing.
pub(super) fn trim_end(tokens: &Tokens, range: Range<usize>) -> usize {
    let mut end = range.end;
    while end > range.start + 1 {
        let last = end - 1;
        let word = tokens.word(last);
        // "Fell from the year before".
        let before = matches!(tokens.folded(last), "before" | "after") && last > range.start + 1;
        let ends = tokens.all.get(last + 1).is_none_or(|next| !next.is_word());
        if before && ends && is_unit(tokens, last - 1) && tokens.word(last - 2).is(Class::Determiner) {
            break;
        }
        let loose = tokens.all[last].shape == Shape::Mark
            && (tokens.written(last) == "“" || !matches!(tokens.folded(last), "'s" | "%" | ")" | "'" | "\""))
            || word.any(&[Class::Conjunction, Class::Determiner, Class::Relative])
                && tokens.all[last].shape == Shape::Small
            || word.any(&[Class::Preposition, Class::Subordinator]) && tokens.all[last].shape == Shape::Small
            // "The civilians still | sheltering there".
            || tokens.folded(last) == "still" && tokens.word(last + 1).can(Form::Gerund);
        if !loose {
            break;
        }
        end = last;
    }
    end
}
