//! The subject of a verb: which of the words before it name who does it.
//!
//! Clauses are cut at marks and verbs, so the subject may stand in front of a relative clause, an apposition or a quotation
//! that has just ended, and behind a time ("In 2010 she said"). Nothing is guessed: where no phrase fits there is none.

use std::ops::Range;

use super::clause::{Clause, Role};
use super::lexicon::{Class, Form};
use super::quoted::{Side, mark};
use super::spelled::opened;
use super::token::{Shape, Tokens};

/// The words before the verb that can be its subject.
pub(super) fn subject(tokens: &Tokens, sentence: &Range<usize>, clauses: &[Clause], at: usize) -> Option<Range<usize>> {
    let clause = &clauses[at];
    let verb = clause.verb.group.start;
    let mut start = after_quotation(tokens, clause.tokens.start..verb);
    let end = without_time(tokens, start..verb);
    // The clause begins at its verb: the subject stands before the relative clause or the apposition just closed.
    let behind_words = |at: usize| mark(tokens, at).is_some_and(|(side, _)| side == Side::Closing);
    let closed = start > sentence.start
        && start == clause.tokens.start
        && verb > start
        && is_comma(tokens, verb - 1)
        && !behind_words(start - 1);
    if start >= end || closed && at > 0 {
        if let Some(words) = apposed(tokens, clauses[..at].last(), verb) {
            return Some(words);
        }
        let from = match clause.role {
            Role::Coordinate if !is_comma(tokens, verb.checked_sub(1)?) => clauses[clause.parent?].tokens.start,
            _ => clauses[..at]
                .iter()
                .rev()
                .find(|before| before.role.stands_alone() || before.role == Role::Content)
                .map_or(sentence.start, |before| before.tokens.start),
        };
        let before = clauses[..at].iter().find(|before| before.tokens.start == from)?;
        // "Elected officials say", "hacking experts say": a participle before the noun.
        let reduced = before.verb.group.clone();
        let describes =
            !before.verb.tense.is_finite() && reduced.len() == 1 && tokens.word(reduced.end).can(Form::Noun);
        return first_phrase(tokens, from, reduced.start)
            .or_else(|| first_phrase(tokens, reduced.end, verb).filter(|_| describes))
            .map(|words| if words.start == reduced.end { reduced.start..words.end } else { words });
    }
    // A conjunction alone before the verb: "… and said": the subject of the clause it is joined to.
    if tokens.word(start).is(Class::Conjunction) {
        start += 1;
        if start >= end {
            return clause.parent.and_then(|parent| subject(tokens, sentence, clauses, parent));
        }
    }
    if tokens.word(start).any(&[Class::Relative, Class::Subordinator]) {
        start += 1;
        let who = first_phrase(tokens, start, end).is_none() && clause.role == Role::Relative;
        if start >= end || who {
            return antecedent(tokens, sentence, clause.tokens.start);
        }
    }
    // "The door to talks, the spokesman said, is open": the phrase that stands at the verb.
    let nearest = (start..end).rfind(|at| ends_phrase(tokens, *at)).filter(|mark| *mark + 1 < end);
    match nearest.and_then(|mark| inserted(tokens, mark + 1..end)) {
        Some(words) if !ends_phrase(tokens, verb - 1) => Some(words),
        _ => first_phrase(tokens, start, end).map(|words| with_name(tokens, words, verb)),
    }
}

/// "The mayor, | Ali Karim, | said": a role and the name set behind it are one subject.
fn with_name(tokens: &Tokens, role: Range<usize>, verb: usize) -> Range<usize> {
    let name = role.end + 1..verb.max(1) - 1;
    let person = tokens.word(role.end.max(1) - 1).any(&[Class::Person, Class::Title]);
    let opens = tokens.word(role.start).is(Class::Determiner)
        || role.clone().any(|at| tokens.folded(at) == "'s")
        || tokens.all[role.start].is_capital();
    let capital =
        |at: usize| tokens.all[at].shape == Shape::Capital || tokens.folded(at) == "." || tokens.folded(at) == "-";
    let named = (1..=4).contains(&name.len()) && name.clone().all(capital) && tokens.folded(name.end) == ",";
    if person && opens && named && tokens.folded(role.end) == "," { role.start..name.end } else { role }
}

/// "…, the spokesman, Ali Karim, said", "…, Ali Karim, the mayor, said": of a name and a role between marks behind what
/// is said, the first that begins behind the verb before.
fn apposed(tokens: &Tokens, before: Option<&Clause>, verb: usize) -> Option<Range<usize>> {
    let before = before?;
    let comma = |at: &usize| tokens.folded(*at) == ",";
    if verb == 0 || !comma(&(verb - 1)) {
        return None;
    }
    let second = (before.verb.group.end..verb - 1).rfind(comma)?;
    // "Although the envoy, Ali Karim, said".
    let opens = |at: &usize| comma(at) || tokens.word(*at).any(&[Class::Subordinator, Class::Relative]);
    let first = (before.verb.group.end..second).rfind(opens)?;
    let names = |words: Range<usize>| words.clone().all(|at| tokens.all[at].is_capital() || tokens.folded(at) == ".");
    let role = |words: Range<usize>| {
        let opens = tokens.all[words.start].is_capital() || tokens.word(words.start).is(Class::Determiner);
        opens && words.clone().any(|at| tokens.word(at).any(&[Class::Person, Class::Title]))
    };
    let (one, two) = (first + 1..second, second + 1..verb - 1);
    let pair = !one.is_empty() && !two.is_empty();
    match () {
        () if pair && role(one.clone()) && names(two.clone()) => Some(two),
        () if pair && names(one.clone()) && role(two) => Some(one),
        () => None,
    }
}

/// The subject among the words between a mark and a verb: "the spokesman", "which armed forces". None where they are the
/// end of a list ("France and Germany"), of a name, or an adverbial.
fn inserted(tokens: &Tokens, words: Range<usize>) -> Option<Range<usize>> {
    let start = words.start + usize::from(tokens.word(words.start).is(Class::Relative));
    let opens = |at: usize| {
        tokens.all[at].is_capital()
            || tokens.word(at).any(&[Class::Determiner, Class::Subject])
            || tokens.word(at).is(Class::Title)
    };
    let people = start < words.end && tokens.word(words.end - 1).is(Class::Person);
    let joined = (start..words.end).any(|at| tokens.word(at).is(Class::Conjunction));
    (start < words.end && (opens(start) || people) && !joined).then_some(start..words.end)
}

/// Where the words behind a quotation begin that ends in `words`: what is quoted is not who says it.
fn after_quotation(tokens: &Tokens, words: Range<usize>) -> usize {
    let stop = |at: usize| matches!(tokens.written(at), "," | "." | "?" | "!" | "…" | "—" | "–");
    let behind = |at: usize| match mark(tokens, at) {
        Some((Side::Closing, end)) if at > words.start && stop(at - 1) => Some(end),
        Some((Side::Closing, end)) if end < words.end && stop(end) => Some(end + 1),
        _ => None,
    };
    words.clone().rev().find_map(behind).filter(|behind| *behind < words.end).unwrap_or(words.start)
}

/// The end of a subject without the adverbs and days behind it: "Mr. Orban Saturday", "Mr. Putin effectively",
/// "the minister this week".
fn without_time(tokens: &Tokens, words: Range<usize>) -> usize {
    let mut end = words.end;
    while end > words.start {
        let (word, folded) = (tokens.word(end - 1), tokens.folded(end - 1));
        let small = tokens.all[end - 1].shape == Shape::Small;
        let adverb = word.is(Class::Adverb) && !word.is(Class::Pronoun)
            || small && folded.ends_with("ly") && word.can(Form::Adverb) && !word.can(Form::Noun);
        let day = word.is(Class::Weekday) && end - 1 > words.start || matches!(folded, "today" | "yesterday");
        let unit = matches!(folded, "week" | "month" | "year" | "morning" | "afternoon" | "evening" | "night")
            && end - words.start > 2
            && matches!(tokens.folded(end - 2), "this" | "last");
        // "The mayor, a lawyer who spoke": the lawyer.
        let who = word.is(Class::Relative) && end - 1 > words.start;
        if !(adverb || day || unit || who) {
            break;
        }
        end -= 1 + usize::from(unit);
    }
    end
}

/// "…, Pat McFadden, who has backed Kyiv," → the phrase before "who".
fn antecedent(tokens: &Tokens, sentence: &Range<usize>, who: usize) -> Option<Range<usize>> {
    let mut end = who;
    while end > sentence.start && tokens.all[end - 1].shape == Shape::Mark {
        end -= 1;
    }
    let mut start = end;
    while start > sentence.start
        && tokens.all[start - 1].shape != Shape::Mark
        && !tokens.word(start - 1).any(&[Class::Preposition, Class::Conjunction])
    {
        start -= 1;
    }
    (start < end).then_some(start..end)
}

/// Of "On Tuesday, Keith Kellogg, the envoy," the phrase that is the subject: the first that is not an adverbial.
fn first_phrase(tokens: &Tokens, start: usize, end: usize) -> Option<Range<usize>> {
    // "Also on Monday, the envoy said".
    let is_then = |at: usize| tokens.word(at).any(&[Class::Preposition, Class::Weekday]);
    let mut from = start;
    while from < end {
        let mut to = from;
        while to < end && !ends_phrase(tokens, to) {
            to += 1;
        }
        from += usize::from(tokens.word(from).is(Class::Conjunction) && from + 1 < to);
        let word = tokens.word(from);
        let adverbial = to == from
            || opened(tokens, from..to) == to
            || word.any(&[Class::Preposition, Class::Subordinator, Class::Weekday])
            || word.is(Class::Adverb) && (to == from + 1 || is_then(from + 1))
            || word.is(Class::Conjunction)
            || word.can(Form::Gerund) && !word.can(Form::Noun);
        if !adverbial || (to >= end && word.is(Class::Adverb)) {
            return Some(from..to);
        }
        if let Some(behind) = behind_time(tokens, from..to).filter(|_| to >= end) {
            return Some(behind..to);
        }
        from = to + 1;
    }
    None
}

/// "In 2010 she", "on Monday the mayor": where a subject begins behind a time that no comma closes.
fn behind_time(tokens: &Tokens, words: Range<usize>) -> Option<usize> {
    let year = |at: usize| tokens.all[at].shape == Shape::Number && tokens.written(at).len() == 4;
    let time = |at: usize| year(at) || tokens.word(at).any(&[Class::Weekday, Class::Month]);
    let opens = |at: &usize| {
        tokens.word(*at).is(Class::Subject)
            || time(at - 1)
                && (tokens.all[*at].is_capital() || tokens.word(*at).any(&[Class::Determiner, Class::Person]))
    };
    (words.start + 1..words.end).find(opens)
}

/// Whether a mark closes a noun phrase; those inside names do not.
pub(super) fn ends_phrase(tokens: &Tokens, at: usize) -> bool {
    tokens.all[at].shape == Shape::Mark && !matches!(tokens.folded(at), "'s" | "'" | "-" | "." | "&" | "%")
}

fn is_comma(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at), "," | "-" | ")")
}

/// Returns where "the minister, | Johan Hansen" begins, what somebody is included: `before` are the words up to the name.
/// The end of `before` where they do not say.
pub(super) fn role_start(tokens: &Tokens, clauses: &[Clause], before: Range<usize>) -> usize {
    let parts = |at: &usize| is_comma(tokens, *at);
    let comma = before.clone().next_back().filter(parts);
    let first = comma.and_then(|comma| (before.start..comma).rfind(parts)).map(|at| at + 1);
    let role = |first: &usize| {
        let titled = (*first..before.end).any(|at| tokens.word(at).any(&[Class::Title, Class::Person]));
        let verb = clauses.iter().any(|clause| (*first..before.end).contains(&clause.verb.group.start));
        tokens.word(*first).is(Class::Determiner) && titled && !verb
    };
    first.filter(role).unwrap_or(before.end)
}
