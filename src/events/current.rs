//! What a clause inherits of the sentence before: the day the text is talking about, and when it is of no other.

use chrono::NaiveDate;

use super::clause::{Clause, Role};
use super::date::Sentence;
use super::lexicon::Class;
use super::names::NameKind;
use super::token::{Shape, Tokens};
use crate::model::{Dated, State};

#[derive(Clone, Debug)]
pub(super) struct Current {
    pub dated: Dated,
    pub state: State,
    pub sentence: usize,
    pub clause: usize,
    pub paragraph: u32,
    pub places: Vec<String>,
}

pub(super) fn carries(current: &Current, state: State, published: Option<NaiveDate>) -> bool {
    let date = current.dated.date;
    let to_come = published.zip(date.first_day()).is_some_and(|(published, first)| first > published);
    let right_side = match state {
        State::Past => !to_come,
        State::Scheduled | State::Hypothetical => to_come,
        State::Ongoing => false,
    };
    date.exact_day().is_some() && right_side
}

pub(super) fn places(sentence: &Sentence) -> Vec<String> {
    let places = sentence.names.iter().filter(|name| name.kind == NameKind::Place);
    places.map(|name| name.full.clone()).collect()
}

/// "He was arrested in Oslo on Thursday. He spoke only once in Bergen.": another place, and maybe another day. In "Oslo
/// spoke of it" the place is who spoke.
pub(super) fn is_elsewhere(sentence: &Sentence, before: &[String]) -> bool {
    let acts = |verb: usize| sentence.names.iter().any(|name| name.kind == NameKind::Place && name.tokens.end == verb);
    let acts = sentence.clauses.first().is_some_and(|first| acts(first.verb.group.start));
    let places = if acts { Vec::new() } else { places(sentence) };
    !places.is_empty() && !before.is_empty() && !places.iter().any(|place| before.contains(place))
}

/// ", and 15 lorries left Mosul on Friday": a clause with a subject of its own, which tells of something else. In "the trial
/// of Karim, charged with theft, and his wife was held" it has none.
pub(super) fn opens_another(tokens: &Tokens, first: &Clause, next: &Clause) -> bool {
    let subject = next.tokens.start + 1;
    let opens = tokens.word(subject).any(&[Class::Determiner, Class::Number, Class::Subject])
        || tokens.all[subject].shape == Shape::Number
        || tokens.all[subject].is_capital();
    next.role == Role::Coordinate
        && tokens.word(subject - 1).is(Class::Conjunction)
        && tokens.folded(subject - 2) == ","
        && opens
        && (first.verb.group.len() > 1 || tokens.word(first.verb.head).usual != b'p')
}
