//! How a sentence opens: with a time told by an event ("On the eve of the visit, …"), or an article with its news.

use std::ops::Range;

use chrono::{NaiveDate, TimeDelta};

use super::clause::Role;
use super::date::{Found, Sentence};
use super::expression::{Expression, shifted};
use super::lexicon::{Class, Form};
use super::token::{Shape, Tokens};
use super::verbs::Verb;
use super::within::{clause_of, main_clause};
use crate::model::{DateBasis, Dated, State};
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

/// How far from a happening a sentence lies that opens with it: "Two days after he resigned".
#[derive(Clone, Copy, Debug)]
pub(super) struct Distance {
    shift: Option<(i32, Unit)>,
    side: Side,
    /// Where "after" or "before" stands.
    pub at: usize,
}

pub(super) fn opening_distance(tokens: &Tokens, sentence: &Range<usize>) -> Option<Distance> {
    let places = sentence.start + 1..sentence.end.min(sentence.start + 5);
    let ties = |at: &usize| tokens.word(*at).is(Class::Subordinator);
    let at = places.clone().find(|at| ties(at) && matches!(tokens.folded(*at), "after" | "before"))?;
    let (sign, side) = if tokens.folded(at) == "after" { (1, Side::After) } else { (-1, Side::Before) };
    let (unit, hours) = match tokens.folded(at - 1) {
        "day" | "days" | "morning" => (Unit::Day, false),
        "week" | "weeks" => (Unit::Week, false),
        "month" | "months" => (Unit::Month, false),
        "year" | "years" => (Unit::Year, false),
        "minute" | "minutes" | "hour" | "hours" => (Unit::Day, true),
        _ => return None,
    };
    let exact = usize::from(matches!(tokens.folded(sentence.start), "just" | "only" | "barely" | "exactly"));
    let first = sentence.start + exact;
    let count = if first + 2 == at { count(tokens, first) } else { None };
    let shift = if hours { Some((0, unit)) } else { count.map(|count| (sign * count, unit)) };
    Some(Distance { shift, side, at })
}

fn count(tokens: &Tokens, at: usize) -> Option<i32> {
    const NUMBERS: [&str; 11] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match tokens.folded(at) {
        "a" | "an" | "the" | "one" => Some(1),
        written if tokens.all[at].shape == Shape::Number => written.parse().ok(),
        word => (2..).zip(NUMBERS).find(|(_, number)| *number == word).map(|(count, _)| count),
    }
}

/// "Two days after he resigned on 7 July, the party met": the day of the main clause, counted from that of the opening.
pub(super) fn told_from_opening(
    sentence: &Sentence,
    found: &[Option<Found>],
    expressions: &[Expression],
    published: Option<NaiveDate>,
) -> Option<(usize, Found)> {
    let tokens = sentence.tokens;
    let Distance { shift, side, at } = opening_distance(tokens, sentence.range)?;
    let main = main_clause(sentence.clauses)?;
    let clause = &sentence.clauses[main];
    let verb = tokens.all[clause.verb.group.start].start as usize;
    let behind = |expression: &&Expression| expression.span.start >= tokens.all[at].end as usize;
    let expression = expressions.iter().find(behind).filter(|expression| expression.span.end <= verb)?;
    // "The morning after he announced | he would run in September": that is not when he announced it.
    let of = clause_of(sentence, expression.span.start).map(|of| sentence.clauses[of].role);
    if matches!(of, Some(Role::Content | Role::Infinitive | Role::Relative)) {
        return None;
    }
    let next = (at..clause.verb.group.start).find(|at| tokens.all[*at].start as usize >= expression.span.end)?;
    // "Ten days after the raid of 20 July on the port, Iraq …".
    let comma = (next..clause.verb.group.start).any(|at| tokens.folded(at) == ",");
    let apart = comma || next <= clause.tokens.start;
    let of_opening = |own: &Found| own.weak || own.dated.words.as_ref() == Some(&expression.span);
    if !apart || !found[main].as_ref().is_none_or(of_opening) {
        return None;
    }
    let start = tokens.all[sentence.range.start].start as usize;
    let relative = Relative { span: start..expression.span.end, event: expression.span.clone(), shift, side };
    let from = expression.on_side(State::Past, false, published);
    // "A year after the fire of 3 August 2021": about then, and not on the day of the fire.
    let date = shifted(Some(from.date), &relative, published);
    let weak = shift.is_none() || date.is_none();
    let date = date.unwrap_or(from.date);
    let why = format!("date: “{}”", &tokens.text[relative.span.clone()]).into();
    let words = Some(relative.span);
    let dated = Dated { date, basis: DateBasis::Event, words, timex: None, rule: "event-relative" };
    Some((main, Found { dated, why, weak }))
}

/// "Was found in Oslo on Thursday, | two days after he was shot": the day of what is counted from, by that of the sentence.
pub(super) fn count_back(sentence: &Sentence, found: &mut [Option<Found>]) {
    let tokens = sentence.tokens;
    let Some(main) = main_clause(sentence.clauses) else { return };
    for (at, clause) in sentence.clauses.iter().enumerate() {
        let after = clause.tokens.start;
        let told = clause.role == Role::Adverbial && clause.verb.tense.is_past() && !clause.verb.negated;
        if !told || after < sentence.range.start + 2 || tokens.folded(after) != "after" {
            continue;
        }
        let day = matches!(tokens.folded(after - 1), "day" | "days");
        let rough = after > sentence.range.start + 2
            && matches!(tokens.folded(after - 3), "nearly" | "almost" | "than" | "about" | "some" | "around" | "least");
        let count = count(tokens, after - 2).filter(|_| day && !rough);
        let of = found[main].as_ref().filter(|of| main != at && !of.weak && sentence.states[main] == State::Past);
        let from = of.and_then(|of| of.dated.date.exact_day()).zip(count);
        let own = found[at]
            .as_ref()
            .is_some_and(|own| !own.weak && own.dated.words != of.and_then(|of| of.dated.words.clone()));
        if let Some((day, count)) = from.filter(|_| !own) {
            let words = tokens.span(after - 2..after + 1);
            let why =
                format!("date: “{}”, counted back from the day of the sentence", &tokens.text[words.clone()]).into();
            let date = (day - TimeDelta::days(count.into())).into();
            let dated =
                Dated { date, basis: DateBasis::Event, words: Some(words), timex: None, rule: "event-relative" };
            found[at] = Some(Found { dated, why, weak: false });
        }
    }
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
    !tied && !stood && !sentence.clone().any(elsewhen) && opening_distance(tokens, sentence).is_none()
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

/// "The ship sank | a day after it left": a day counted from one that nobody told.
pub(super) fn is_counted(sentence: &Sentence, at: usize) -> bool {
    let (tokens, clause) = (sentence.tokens, &sentence.clauses[at]);
    let unit =
        |at: usize| matches!(tokens.folded(at).trim_end_matches('s'), "day" | "week" | "month" | "year" | "night");
    let side = |at: usize| matches!(tokens.folded(at), "after" | "before" | "later" | "earlier");
    let last = clause.tokens.end.min(sentence.range.end - 1);
    (clause.verb.group.end + 1..=last).any(|at| unit(at - 1) && side(at))
}

/// "After a meeting": a happening told for the first time is none that was dated before.
pub(super) fn is_new(sentence: &Sentence, relative: &Relative) -> bool {
    let first = sentence.range.clone().find(|at| sentence.tokens.all[*at].start as usize >= relative.event.start);
    let Some(first) = first else { return false };
    [first, first.saturating_sub(1)].iter().any(|at| matches!(sentence.tokens.folded(*at), "a" | "an" | "another"))
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

/// "After Sunday's final, | the team flew home on Monday": what opens the sentence says what went before.
pub(super) fn is_of_happening_before(sentence: &Sentence, at: usize, before: &Found) -> bool {
    let (tokens, first) = (sentence.tokens, sentence.range.start);
    let Some(words) = before.dated.words.as_ref() else { return false };
    let verb = tokens.all[sentence.clauses[at].verb.group.start].start as usize;
    let opens = matches!(tokens.folded(first), "after" | "following" | "despite" | "before" | "amid");
    opens && words.start <= tokens.all[first + 2].start as usize && words.end < verb
}
