//! Quotation marks: which side a mark stands on, and what stands between them.
//!
//! News is quoted with curly marks, with straight ones and with two apostrophes. A straight mark opens where white space
//! is before it and closes where there is none; a sentence inside a long quotation may begin or end without one.

use std::ops::Range;

use super::lexicon::Class;
use super::token::Tokens;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Opening,
    Closing,
}

/// Returns the side of the quotation mark that begins at a token, and the token behind it.
#[inline]
pub(super) fn mark(tokens: &Tokens, at: usize) -> Option<(Side, usize)> {
    if tokens.word(at).is(Class::QuoteMark) { sided(tokens, at) } else { None }
}

fn sided(tokens: &Tokens, at: usize) -> Option<(Side, usize)> {
    let end = match tokens.written(at) {
        // Typed by mistake, and the way Germans close a quotation.
        "“" if !gap(tokens, at) && gap(tokens, at + 1) && at + 1 < tokens.all.len() => {
            return Some((Side::Closing, at + 1));
        }
        "“" | "„" => return Some((Side::Opening, at + 1)),
        "”" => return Some((Side::Closing, at + 1)),
        "\"" => at + 1,
        "'" if at + 1 < tokens.all.len() && tokens.written(at + 1) == "'" && !gap(tokens, at + 1) => at + 2,
        _ => return None,
    };
    let side = if gap(tokens, at) && !gap(tokens, end) { Side::Opening } else { Side::Closing };
    Some((side, end))
}

/// Whether white space, a bracket or nothing stands before a token.
fn gap(tokens: &Tokens, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| tokens.all[before]) else { return true };
    tokens.all.get(at).is_none_or(|token| before.end < token.start)
        || matches!(tokens.folded(at - 1), "(" | "[" | "-" | "—")
}

/// Whether a word stands inside quotation marks: the nearest mark before it opens, or the first behind it closes what
/// opened before the sentence.
pub(super) fn is_quoted(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let side = |place: usize| mark(tokens, place).map(|(side, _)| side);
    match (sentence.start..at).rev().find_map(side) {
        Some(side) => side == Side::Opening,
        None => (at..sentence.end).find_map(side) == Some(Side::Closing),
    }
}

/// "Said it was “locked | and loaded”": a few words in marks are one.
pub(super) fn is_in_phrase(tokens: &Tokens, end: usize, at: usize) -> bool {
    let near = |at: &usize| mark(tokens, *at).is_some();
    let first = (at.saturating_sub(SHORT)..at).rfind(near);
    let last = (at..end.min(at + SHORT)).find(near);
    first.zip(last).is_some_and(|(first, last)| {
        let sides = [first, last].map(|at| mark(tokens, at).map(|(side, _)| side));
        let inside = at > first + 1 && (at..last).any(|at| tokens.all[at].is_word());
        last - first <= SHORT && inside && sides == [Some(Side::Opening), Some(Side::Closing)]
    })
}

/// So many tokens stand between the marks of a phrase, with the first mark.
const SHORT: usize = 5;

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    /// Checks which words stand in quotation marks, joined by spaces.
    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::new();
        let mut tokens = Tokens::new(text);
        let sentence = tokens.cut(0..text.len(), &lexicon);
        let quoted = sentence.clone().filter(|at| tokens.all[*at].is_word() && is_quoted(&tokens, &sentence, *at));
        let words: Vec<&str> = quoted.map(|at| tokens.written(at)).collect();
        assert_eq!(words.join(" "), expected, "{text}");
    }

    #[test]
    fn marks_have_sides() {
        check("“We go,” he said, “now.”", "We go now");
        check("\"We go,\" he said, \"now.\"", "We go now");
        check("''We go,'' he said, ''now.''", "We go now");
        check("We go,\" he said.", "We go");
        check("He said: “We go.", "We go");
        check("He left.", "");
    }
}
