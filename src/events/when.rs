//! Times as words: where "late on Tuesday", "last week" or "in early May" end. What day that is, `timex` knows.

use std::ops::Range;

use super::lexicon::Class;
use super::token::{Shape, Tokens};

/// "Last month, the ministry banned": returns where the subject begins behind a bare time.
pub(super) fn after_time(tokens: &Tokens, before: Range<usize>) -> Option<usize> {
    let just = usize::from(matches!(tokens.folded(before.start), "just" | "only" | "some" | "about"));
    let end = when(tokens, before.start + just..before.end)?;
    let comma = end < before.end && tokens.written(end) == ",";
    let end = end + usize::from(comma);
    let subject = end < before.end
        && (comma
            || tokens.all[end].is_capital()
            || tokens.word(end).any(&[Class::Determiner, Class::Number, Class::Subject]));
    subject.then_some(end)
}

/// Where a time ends that stands right here, as [`time`], or "in early May", "on May 3", "two weeks ago".
pub(super) fn when(tokens: &Tokens, words: Range<usize>) -> Option<usize> {
    let inside = |at: usize| words.contains(&at);
    let at = words.start;
    let number = |at: usize| inside(at) && tokens.all[at].shape == Shape::Number;
    let month = |at: usize| inside(at) && tokens.word(at).is(Class::Month) && tokens.all[at].is_capital();
    let rough = |at: usize| usize::from(inside(at) && matches!(tokens.folded(at), "early" | "late" | "mid"));
    let ago = |at: usize| {
        inside(at + 1) && is_counted(tokens, at) && matches!(tokens.folded(at + 1), "ago" | "later" | "earlier")
    };
    match words.contains(&at).then(|| tokens.folded(at))? {
        "in" if month(at + 1 + rough(at + 1)) => {
            let end = at + 2 + rough(at + 1);
            Some(end + usize::from(number(end) && tokens.written(end).len() == 4))
        }
        "on" if month(at + 1) && number(at + 2) => Some(at + 3),
        "on" if month(at + 1) && inside(at + 3) && tokens.folded(at + 2) == "." && number(at + 3) => Some(at + 4),
        "on" if number(at + 1) && month(at + 2) => Some(at + 3),
        "a" if ago(at + 1) => Some(at + 3),
        "yesterday" | "today" | "tonight" | "overnight" => Some(at + 1),
        "last" if inside(at + 1) && tokens.folded(at + 1) == "night" => Some(at + 2),
        "late" if inside(at + 2) && tokens.folded(at + 1) == "last" && tokens.folded(at + 2) == "night" => Some(at + 3),
        _ if tokens.word(at).is(Class::Number) && ago(at + 1) => Some(at + 3),
        _ => time(tokens, words),
    }
}

fn is_counted(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at).trim_end_matches('s'), "day" | "week" | "fortnight" | "month" | "year")
}

/// Where a time ends that stands right here: "on Tuesday evening", "late on Tuesday", "last week", "this month".
pub(super) fn time(tokens: &Tokens, words: Range<usize>) -> Option<usize> {
    let at = words.start + usize::from(matches!(tokens.folded(words.start), "late" | "early" | "earlier"));
    let end = match words.contains(&at).then(|| tokens.folded(at))? {
        "on" if at + 1 < words.end && tokens.word(at + 1).is(Class::Weekday) => at + 2,
        "last" | "this" | "next" if at + 1 < words.end && unit(tokens, at + 1) => at + 2,
        _ if tokens.word(at).is(Class::Weekday) => at + 1,
        _ => return None,
    };
    let part = end < words.end && matches!(tokens.folded(end), "morning" | "afternoon" | "evening" | "night");
    Some(end + usize::from(part)).filter(|end| *end <= words.end)
}

pub(super) fn unit(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at).is(Class::Weekday)
        || matches!(
            tokens.folded(at),
            "week" | "weekend" | "month" | "year" | "spring" | "summer" | "autumn" | "fall" | "winter"
        )
}
