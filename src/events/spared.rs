//! What a headline can spare that does not stand at its end: the day of a saying, and what is inserted before the verb.
//!
//! "The mayor, who was elected in May, said on Tuesday that the dam would hold" is as true without both: an apposition and
//! a clause between commas only add to the name before them, and the day stands beside the headline. A list, a quotation
//! and what opens the sentence are left alone.

use std::ops::Range;

use super::clause::Clause;
use super::lexicon::{Class, Form};
use super::token::{Shape, Tokens};

/// Returns the parts that can be spared of `words`, whose verb is `verb`, in order; `names` too, where the role stays.
pub(super) fn spared(
    tokens: &Tokens,
    words: Range<usize>,
    verb: &Range<usize>,
    clauses: &[Clause],
    names: bool,
) -> Vec<Range<usize>> {
    let mut gaps: Vec<Range<usize>> = inserted(tokens, words.start..verb.start, clauses, names).into_iter().collect();
    let says = tokens.word(verb.end - 1).any(&[Class::Saying, Class::Claiming]);
    let day = time(tokens, verb.end..words.end).filter(|day| says && *day < words.end && goes_on(tokens, *day));
    gaps.extend(day.map(|day| verb.end..day));
    gaps
}

/// ", who was elected in May," right before the verb, behind a subject that needs nothing more.
fn inserted(tokens: &Tokens, before: Range<usize>, clauses: &[Clause], names: bool) -> Option<Range<usize>> {
    let is_comma = |at: &usize| tokens.written(*at) == ",";
    let last = before.end.checked_sub(1).filter(|at| before.contains(at)).filter(is_comma)?;
    let first = before.clone().find(is_comma).filter(|first| before.start < *first && *first + 1 < last)?;
    let opener = tokens.word(before.start);
    let opens = opener.any(&[Class::Preposition, Class::Subordinator, Class::Adverb, Class::Conjunction])
        || opener.can(Form::Gerund)
        || clauses.iter().any(|clause| (before.start..first).contains(&clause.verb.group.start))
        || unit(tokens, first - 1);
    let inside = tokens.word(first + 1);
    // "The governor, Ali Karim, said".
    let named = names
        && tokens.word(before.start).is(Class::Determiner)
        && tokens.all[first - 1].shape == Shape::Small
        && (first + 1..last).all(|at| tokens.all[at].is_capital());
    let adds = named
        || tokens.all[first + 1].shape != Shape::Capital && !inside.is(Class::Conjunction)
        || inside.any(&[Class::Relative, Class::Determiner]);
    let quoted = (before.start..last).any(|at| matches!(tokens.written(at), "“" | "”" | "\""));
    // "The envoy, who left, and Hansen, a captive, were shown", "Hansen, 39, and Berg, 27, were shown".
    let joins = |at: usize| {
        tokens.word(at).is(Class::Conjunction) && (is_comma(&(at - 1)) || tokens.all[first + 1].shape == Shape::Number)
    };
    let list = (first + 1..last).any(joins);
    (!opens && adds && !quoted && !list).then_some(first..last + 1)
}

/// "Last month, the ministry banned": returns where the subject begins behind a bare time.
pub(super) fn after_time(tokens: &Tokens, before: Range<usize>) -> Option<usize> {
    let end = time(tokens, before.clone())?;
    let end = end + usize::from(end < before.end && tokens.written(end) == ",");
    let subject = end < before.end
        && (tokens.all[end].is_capital() || tokens.word(end).any(&[Class::Determiner, Class::Number, Class::Subject]));
    subject.then_some(end)
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

fn unit(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at).is(Class::Weekday)
        || matches!(
            tokens.folded(at),
            "week" | "weekend" | "month" | "year" | "spring" | "summer" | "autumn" | "fall" | "winter"
        )
}

/// Whether what is said follows: "said on Tuesday that the dam", "said on Tuesday the dam".
fn goes_on(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    word.any(&[Class::Relative, Class::Determiner, Class::Pronoun]) || tokens.all[at].is_capital()
}
