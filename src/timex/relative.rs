//! Times told by another event: "on the eve of the visit", "two days after the Florida talks", "during the summit".
//!
//! The tagger cannot know when the visit was. It says which words name the event and how far from it the time lies;
//! whoever knows the events can do the sum. Only events with an article or a name count ("after the talks", not "after
//! leaving"), and a phrase that is a date itself ("after the weekend") is left to the rules.

use std::ops::Range;

use super::lexicon::{Which, Word};
use super::pattern::Cursor;
use super::token::{Gap, Token};
use super::value::Unit;
use super::{DateOrder, Relative, Side, Timex, amount};

/// An event is named in at most so many words.
const LONGEST_NAME: usize = 6;
/// "Nearly two and a half years" is as long as a distance gets.
const LONGEST_DISTANCE: usize = 8;

/// Returns the times told by other events, in text order, clear of the time expressions.
pub(super) fn relatives(tokens: &[Token], text: &str, timexes: &[Timex]) -> Vec<Relative> {
    let mut found: Vec<Relative> = Vec::new();
    let mut timex = 0;
    for at in 0..tokens.len() {
        let Some((side, noun)) = relation(tokens, at) else { continue };
        let Some(event) = event_name(tokens, text, noun) else { continue };
        while timexes.get(timex).is_some_and(|t| t.span.end <= event.start) {
            timex += 1;
        }
        if timexes.get(timex).is_some_and(|t| t.span.start < event.end) {
            continue;
        }
        let (start, shift) = distance(tokens, at, side);
        let start = start.max(found.last().map_or(0, |r| r.span.end));
        found.push(Relative { span: start..event.end, event, shift, side });
    }
    found
}

/// Reads the word that relates, and where the event's name begins.
fn relation(tokens: &[Token], at: usize) -> Option<(Side, usize)> {
    let side = match tokens[at].word {
        Word::After | Word::Which(Which::Following) => Side::After,
        Word::Before => Side::Before,
        Word::During => Side::At,
        Word::Eve if tokens.get(at + 1)?.word == Word::Of => return Some((Side::Before, at + 2)),
        _ => return None,
    };
    Some((side, at + 1))
}

/// Reads a noun phrase: an article or possessive, then plain words up to a verb, a preposition or a mark.
fn event_name(tokens: &[Token], text: &str, start: usize) -> Option<Range<usize>> {
    let first = tokens.get(start)?;
    let article = matches!(first.word, Word::The | Word::Its | Word::Which(Which::This | Which::That) | Word::A);
    if !article || first.gap == Gap::Paragraph {
        return None;
    }
    let words = tokens[start + 1..]
        .iter()
        .take(LONGEST_NAME)
        .take_while(|t| {
            t.gap == Gap::Space
                && matches!(t.word, Word::Other | Word::Alternate | Word::Feast(_) | Word::DayName)
                && !ends_name(t, text)
        })
        .count();
    (words > 0).then(|| first.start..tokens[start + words].end)
}

/// Words that show that the name is over, beside verbs in "-ed".
const AFTER_A_NAME: [&str; 16] =
    ["is", "are", "who", "which", "where", "when", "he", "she", "it", "they", "we", "you", "I", "but", "there", "with"];

fn ends_name(token: &Token, text: &str) -> bool {
    let word = &text[token.start..token.end];
    word.len() > 4 && word.ends_with("ed") || AFTER_A_NAME.contains(&word)
}

/// Reads what stands before the relating word: "the day", "two weeks", "on the eve". Returns where the phrase starts.
fn distance(tokens: &[Token], at: usize, side: Side) -> (usize, Option<(i32, Unit)>) {
    let sign = if side == Side::Before { -1 } else { 1 };
    if tokens[at].word == Word::Eve {
        let on = back(tokens, at, Word::The).and_then(|the| back(tokens, the, Word::On).or(Some(the)));
        return (tokens[on.unwrap_or(at)].start, Some((-1, Unit::Day)));
    }
    if let Some(day) = back(tokens, at, Word::Unit(Unit::Day)) {
        let the = back(tokens, day, Word::The).or_else(|| back(tokens, day, Word::A)).unwrap_or(day);
        return (tokens[the].start, Some((sign, Unit::Day)));
    }
    for start in at.saturating_sub(LONGEST_DISTANCE)..at {
        let mut cursor = Cursor { tokens, start, at: start, order: DateOrder::Ask };
        if let Some((_, Some(n), unit)) = amount::shift(&mut cursor)
            && cursor.at == at
        {
            return (tokens[start].start, Some((sign * n, unit)));
        }
    }
    (tokens[at].start, None)
}

/// Returns the token before, where it is the given word of the same paragraph.
fn back(tokens: &[Token], at: usize, word: Word) -> Option<usize> {
    let before = at.checked_sub(1)?;
    (tokens[before].word == word && tokens[at].gap != Gap::Paragraph).then_some(before)
}
