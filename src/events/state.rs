//! Whether a clause tells of something past, going on, to come, or only imagined; and what sort of report it is.
//!
//! The tense of the verb decides first, then what introduces the clause ("plans to", "if"), and last the date against
//! the day of publication: later evidence wins, so "a scheduled visit" that the next sentence reports as made is past.

use chrono::NaiveDate;

use super::clause::{Clause, Role};
use super::lexicon::Class;
use super::token::Tokens;
use super::verbs::Tense;
use crate::model::{Edtf, Kind, State};

/// Returns the state of each clause of a sentence.
pub(super) fn states(tokens: &Tokens, clauses: &[Clause]) -> Vec<State> {
    let mut states = Vec::with_capacity(clauses.len());
    for clause in clauses {
        let before = clause.parent.map(|parent| (&clauses[parent], states[parent]));
        states.push(state(tokens, clause, before));
    }
    states
}

fn state(tokens: &Tokens, clause: &Clause, parent: Option<(&Clause, State)>) -> State {
    if imagined(tokens, clause) {
        return State::Hypothetical;
    }
    if matches!(tokens.folded(clause.verb.head), "follow" | "follows") && clause.verb.tense == Tense::Present {
        return State::Past;
    }
    match clause.verb.tense {
        Tense::Past | Tense::PastPerfect | Tense::PastProgressive | Tense::PresentPerfect => State::Past,
        Tense::Future => State::Scheduled,
        Tense::Progressive => State::Ongoing,
        Tense::Present if tokens.word(clause.verb.head).is(Class::Saying) => State::Past,
        Tense::Present => State::Ongoing,
        Tense::Modal => modal(tokens, clause),
        Tense::Infinitive => infinitive(tokens, parent),
        Tense::Participle if clause.verb.passive => State::Past,
        Tense::Participle if parent.is_some_and(|(parent, _)| tokens.word(parent.verb.head).is(Class::Ahead)) => {
            State::Scheduled
        }
        Tense::Participle => parent.map_or(State::Past, |(_, state)| state),
    }
}

fn modal(tokens: &Tokens, clause: &Clause) -> State {
    match tokens.folded(clause.verb.group.start) {
        "can" | "cannot" | "can't" | "must" => State::Ongoing,
        "would" | "should" | "'d" => State::Scheduled,
        _ => State::Hypothetical,
    }
}

fn infinitive(tokens: &Tokens, parent: Option<(&Clause, State)>) -> State {
    match parent {
        Some((parent, state)) if tokens.word(parent.verb.head).is(Class::Done) => state,
        _ => State::Scheduled,
    }
}

fn imagined(tokens: &Tokens, clause: &Clause) -> bool {
    let opener = tokens.folded(clause.tokens.start);
    matches!(opener, "if" | "unless" | "whether") && clause.role == Role::Adverbial
}

/// Corrects a state by the date: a day to come is not past, a day gone is not to come.
pub(super) fn against_date(state: State, tense: Tense, date: Option<Edtf>, published: Option<NaiveDate>) -> State {
    let (Some(date), Some(published)) = (date, published) else { return state };
    let ahead = date.first_day().is_some_and(|first| first > published);
    let gone = date.last_day().is_some_and(|last| last < published);
    match state {
        State::Ongoing if ahead => State::Scheduled,
        State::Ongoing if gone && tense != Tense::Progressive => State::Past,
        State::Scheduled if gone => State::Past,
        State::Past if ahead => State::Scheduled,
        other => other,
    }
}

/// Returns what sort of report a clause is.
pub(super) fn kind(tokens: &Tokens, clauses: &[Clause], at: usize, state: State) -> Kind {
    let clause = &clauses[at];
    let head = tokens.word(clause.verb.head);
    if head.is(Class::Claiming) {
        return Kind::Claim;
    }
    if head.is(Class::Saying) && clause.verb.tense.is_finite() {
        let told = clauses.get(at + 1).filter(|next| next.role == Role::Content);
        let deed = told.is_some_and(|next| next.verb.tense.is_past() && !tokens.word(next.verb.head).is(Class::State));
        return if deed { Kind::Claim } else { Kind::Statement };
    }
    match state {
        State::Scheduled => Kind::Plan,
        _ => Kind::Reported,
    }
}
