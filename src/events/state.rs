//! Whether a clause tells of something past, going on, to come, or only imagined; and what sort of report it is.
//!
//! The tense of the verb decides first, then what introduces the clause ("plans to", "if"), and last the date against
//! the day of publication: later evidence wins, so "a scheduled visit" that the next sentence reports as made is past.

use chrono::NaiveDate;

use super::clause::{Clause, Role, opens_quote};
use super::lexicon::{Class, Form};
use super::token::Tokens;
use super::verbs::Tense;
use crate::model::{Edtf, Kind, State};

/// Returns the state of each clause of a sentence.
pub(super) fn states(tokens: &Tokens, clauses: &[Clause]) -> Vec<State> {
    let mut states = Vec::with_capacity(clauses.len());
    if is_inverted(tokens, clauses) {
        return vec![State::Hypothetical; clauses.len()];
    }
    let conditional = clauses.iter().any(|clause| imagined(tokens, clause));
    for clause in clauses {
        // "If they left, the town would fall", "they would have stopped": nothing of that is told to be.
        if is_unreal(tokens, clause, conditional) {
            states.push(State::Hypothetical);
            continue;
        }
        let before = clause.parent.map(|parent| (&clauses[parent], states[parent]));
        // "If they failed, others would leave": nobody has said that they will.
        let depends = clauses.first().is_some_and(|first| imagined(tokens, first) && clause.parent.is_none());
        let would = matches!(tokens.folded(clause.verb.group.start), "would" | "'d");
        let told = state(tokens, clause, before);
        // "If tests fail, it will be held on Friday", "unless they pay by Friday, it will go".
        let will = clause.parent.is_none() && clause.verb.tense == Tense::Future && is_condition(tokens, clauses);
        states.push(if depends && would || will { State::Hypothetical } else { told });
    }
    states
}

/// "Had the rebels not left, the town would have fallen", "should they return, …": a condition without "if".
fn is_inverted(tokens: &Tokens, clauses: &[Clause]) -> bool {
    let Some(first) = clauses.first().map(|clause| clause.tokens.start) else { return false };
    let next = tokens.word(first + 1);
    let subject = next.any(&[Class::Subject, Class::Determiner]) || tokens.folded(first + 1) == "it";
    matches!(tokens.folded(first), "had" | "should" | "were")
        && first + 1 < tokens.all.len()
        && (subject || tokens.all[first + 1].is_capital())
}

fn is_condition(tokens: &Tokens, clauses: &[Clause]) -> bool {
    clauses.first().is_some_and(|first| matches!(tokens.folded(first.tokens.start), "if" | "unless"))
}

fn state(tokens: &Tokens, clause: &Clause, parent: Option<(&Clause, State)>) -> State {
    if imagined(tokens, clause) {
        return State::Hypothetical;
    }
    if matches!(tokens.folded(clause.verb.head), "follow" | "follows") && clause.verb.tense == Tense::Present {
        return State::Past;
    }
    match clause.verb.tense {
        Tense::Past if stays(tokens.folded(clause.verb.head)) => State::Ongoing,
        Tense::PastProgressive if is_told(tokens, clause, parent) => State::Ongoing,
        Tense::Past | Tense::PastPerfect | Tense::PastProgressive | Tense::PresentPerfect => State::Past,
        Tense::Future => State::Scheduled,
        Tense::Progressive => State::Ongoing,
        Tense::Present if waits(tokens, clause, parent) => State::Scheduled,
        Tense::Present if tokens.word(clause.verb.head).is(Class::Saying) => State::Past,
        Tense::Present => State::Ongoing,
        Tense::Modal => modal(tokens, clause),
        Tense::Infinitive => infinitive(tokens, clause, parent),
        Tense::Participle if clause.verb.passive && lasts(tokens, clause) => State::Ongoing,
        Tense::Participle if clause.verb.passive => State::Past,
        Tense::Participle if deed(tokens, clause) => State::Past,
        Tense::Participle if by(tokens, clause) => parent.map_or(State::Past, |(_, state)| state),
        Tense::Participle if parent.is_some_and(|(parent, _)| tokens.word(parent.verb.head).is(Class::Ahead)) => {
            State::Scheduled
        }
        Tense::Participle if describes(tokens, clause) && parent.is_none_or(|(_, state)| state == State::Scheduled) => {
            State::Ongoing
        }
        Tense::Participle => parent.map_or(State::Past, |(_, state)| state),
    }
}

fn is_unreal(tokens: &Tokens, clause: &Clause, conditional: bool) -> bool {
    match (clause.verb.tense, tokens.folded(clause.verb.group.start)) {
        (Tense::PastPerfect, "would" | "should" | "might") => true,
        (Tense::Modal, "would" | "could" | "might") => conditional && !clause.verb.negated,
        _ => false,
    }
}

fn modal(tokens: &Tokens, clause: &Clause) -> State {
    match tokens.folded(clause.verb.group.start) {
        "can" | "cannot" | "can't" => State::Ongoing,
        "could" | "couldn't" if clause.verb.negated => State::Past,
        "must" | "has" | "have" | "would" | "should" | "'d" => State::Scheduled,
        _ => State::Hypothetical,
    }
}

fn infinitive(tokens: &Tokens, clause: &Clause, parent: Option<(&Clause, State)>) -> State {
    // "Seems eager to leave": what one is ready for lies ahead.
    let ready =
        clause.verb.group.start.checked_sub(1).filter(|at| parent.is_some_and(|(above, _)| above.verb.head != *at));
    if ready.is_some_and(|at| tokens.word(at).any(&[Class::Outlook, Class::Ahead])) {
        return State::Scheduled;
    }
    match parent {
        Some((parent, state)) if tokens.word(parent.verb.head).is(Class::Done) => state,
        Some((parent, State::Past)) if tried(tokens.folded(parent.verb.head)) => State::Past,
        _ => State::Scheduled,
    }
}

/// "Until the crisis ends", "as soon as they leave": a present that waits for what lies ahead.
fn waits(tokens: &Tokens, clause: &Clause, parent: Option<(&Clause, State)>) -> bool {
    let opener = tokens.folded(clause.tokens.start);
    let ahead = parent.is_some_and(|(_, state)| matches!(state, State::Scheduled | State::Hypothetical));
    ahead && matches!(opener, "until" | "till" | "once" | "when" | "before" | "after" | "as" | "while")
}

/// "Banks remained closed": told in the past, true until something else is told; a day that is over makes it past.
fn stays(head: &str) -> bool {
    matches!(head, "remained" | "continued" | "stayed" | "persisted")
}

/// "She said the airline was working on it": what was going on when it was said.
fn is_told(tokens: &Tokens, clause: &Clause, parent: Option<(&Clause, State)>) -> bool {
    clause.role == Role::Content && parent.is_some_and(|(above, _)| tokens.word(above.verb.head).is(Class::Saying))
}

/// "Units sending soldiers": what stands right behind a noun says what it is doing.
fn describes(tokens: &Tokens, clause: &Clause) -> bool {
    let before = clause.verb.group.start.checked_sub(1).map(|at| tokens.all[at].word);
    before.is_some_and(|word| word.can(Form::Noun) && !word.any(&[Class::Preposition, Class::Be, Class::Adverb]))
}

/// "Trapped in Basra", "camped in the desert": participles that tell where somebody is left, not what was done.
fn lasts(tokens: &Tokens, clause: &Clause) -> bool {
    let led = tokens.folded(clause.verb.head) == "led" && tokens.folded(clause.verb.group.end) == "by";
    led || matches!(
        tokens.folded(clause.verb.head),
        "trapped"
            | "stranded"
            | "camped"
            | "closed"
            | "held"
            | "based"
            | "stationed"
            | "deployed"
            | "occupied"
            | "besieged"
            | "suspected"
    )
}

/// "For seizing the town", "after leaving": a deed named as the ground of another is done.
fn deed(tokens: &Tokens, clause: &Clause) -> bool {
    let before = clause.verb.group.start.checked_sub(1).map_or("", |at| tokens.folded(at));
    matches!(before, "for" | "after" | "since" | "of" | "from")
}

/// "By promising to leave": the way in which the deed before is done.
fn by(tokens: &Tokens, clause: &Clause) -> bool {
    clause.verb.group.start.checked_sub(1).is_some_and(|at| matches!(tokens.folded(at), "by" | "in" | "while"))
}

/// "Declined to discuss", "tried to reach": the matter is over, whether it came about or not.
fn tried(head: &str) -> bool {
    matches!(
        head,
        "try"
            | "tried"
            | "trying"
            | "attempted"
            | "declined"
            | "refused"
            | "sought"
            | "struggled"
            | "neglected"
            | "allowed"
            | "forced"
            | "ordered"
    )
}

fn imagined(tokens: &Tokens, clause: &Clause) -> bool {
    let first = clause.tokens.start;
    clause.role == Role::Adverbial && {
        let opener = tokens.folded(first + usize::from(opens_quote(tokens, first)));
        matches!(opener, "if" | "unless" | "whether")
    }
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

#[cfg(test)]
mod tests {
    use super::super::clause::clauses;
    use super::super::lexicon::Lexicon;
    use super::*;
    use State::*;

    /// Checks the state of each clause, without dates.
    fn check(text: &str, expected: &[State]) {
        let lexicon = Lexicon::new();
        let mut tokens = Tokens::new(text);
        let sentence = tokens.cut(0..text.len(), &lexicon);
        assert_eq!(states(&tokens, &clauses(&tokens, sentence)), expected, "{text}");
    }

    #[test]
    fn the_tense_decides_first() {
        check("Iraq left the town.", &[Past]);
        check("Iraq will leave the town.", &[Scheduled]);
        check("Iraq is leaving the town.", &[Ongoing]);
        check("Iraq is to leave the town.", &[Scheduled]);
        check("The goal is to hold the town.", &[Ongoing, Scheduled]);
        check("Iraq may leave the town.", &[Hypothetical]);
        check("Iraq must leave the town.", &[Scheduled]);
        check("Iraq could not hold the town.", &[Past]);
    }

    #[test]
    fn an_infinitive_is_what_its_verb_makes_of_it() {
        check("Iraq plans to leave the town.", &[Ongoing, Scheduled]);
        check("Iraq declined to discuss the town.", &[Past, Past]);
        check("Iraq tried to reach the town.", &[Past, Past]);
        check("Iraq promised to leave the town and release the soldiers.", &[Past, Scheduled, Scheduled]);
        check("Iraq seems eager to leave the town.", &[Ongoing, Scheduled]);
    }

    #[test]
    fn what_would_have_been_was_not() {
        check("They would have stopped.", &[Hypothetical]);
        check("If Iraq left the town, people would go.", &[Hypothetical, Hypothetical]);
    }

    #[test]
    fn a_participle_tells_how_or_why() {
        check("Iraq sought peace by promising to leave.", &[Past, Past, Scheduled]);
        check("Iraq was punished for seizing the town.", &[Past, Past]);
        check("Among them were foreigners trapped in the town.", &[Past, Ongoing]);
    }

    #[test]
    fn what_lasts_is_going_on() {
        check("Banks remained closed.", &[Ongoing, Ongoing]);
        check("The envoy said that Iraq was working on a plan.", &[Past, Ongoing]);
        check("Troops will stay until they are beaten.", &[Scheduled, Scheduled]);
    }

    #[test]
    fn a_date_overrules_the_tense() {
        let day = |text: &str| text.parse().ok();
        let published = NaiveDate::from_ymd_opt(2024, 3, 20);
        let check = |state, date| against_date(state, Tense::Past, day(date), published);
        assert_eq!(check(Past, "2024-03-22"), Scheduled);
        assert_eq!(check(Scheduled, "2024-03-18"), Past);
        assert_eq!(check(Ongoing, "2024-03-18"), Past);
        assert_eq!(check(Ongoing, "2024-03-20"), Ongoing);
    }
}
