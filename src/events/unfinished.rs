//! Whether a headline would end inside a clause: its subject is begun, or what was said is, and its verb is still to come.

use super::clause::{Clause, Role};
use super::finite::takes_object;
use super::lexicon::{Class, Form};
use super::quoted::{Side, mark};
use super::shorten::Told;
use super::token::{Shape, Tokens};

/// "Said that 80 soldiers | who surrendered were treated": what is begun has a verb of its own.
pub(super) fn is_unfinished(told: &Told, at: usize) -> bool {
    let (tokens, clauses) = (told.tokens, told.clauses);
    // Where only what describes the subject stands before the verb, the subject stands before that.
    let describes = |role: Role| matches!(role, Role::Participle | Role::Relative | Role::Infinitive);
    let begins = |of: usize| {
        let start = clauses[of].tokens.start;
        let said = |at: usize| clauses[of].role == Role::Content && at + 1 == of;
        let stands = |(at, clause): (usize, &Clause)| (!describes(clause.role) || said(at)).then_some(at);
        let Some(before) = clauses[..of].iter().enumerate().rev().find_map(stands) else { return start };
        let first = clauses[before].verb.group.end;
        let marks = || (first..start).filter(|at| tokens.all[*at].shape == Shape::Mark);
        // "The firm, which has offices, left", "the firm, the oldest, left".
        let closes = tokens.folded(start - 1) == "," && !is_inverted(tokens, clauses[of].verb.group.end);
        let inserted = closes && marks().all(|at| tokens.folded(at) == ",");
        // "Left Oslo, officials in Bergen, Norway, | said": the subject stands behind the first comma.
        let says = tokens.word(clauses[of].verb.head).is(Class::Saying) && !clauses[of].verb.passive;
        let tail = says && clauses[before].role.stands_alone();
        let tail = tail && clauses[of].role.stands_alone() && start == clauses[of].verb.group.start;
        if closes && tail && clauses[of + 1..].iter().all(|next| next.role != Role::Content) {
            let comma = (first..start).find(|at| tokens.folded(*at) == ",");
            return comma.map_or(start, |comma| comma + 1);
        }
        // "They were sure the vote | did not show it", "a man found late in Bergen, Norway, | is dead".
        let bare = is_bare_finite(tokens, &clauses[of], first) && marks().all(|at| parts_places(tokens, at));
        let whole = inserted || bare || before + 1 < of && marks().next().is_none();
        // "Left Oslo | and the talks to end the war went on", "| after a boat carrying guns sank": the subject stands behind.
        let opens = |at: &usize| {
            let marked = || (*at..start).any(|at| tokens.all[at].shape == Shape::Mark);
            tokens.word(*at).is(Class::Conjunction) || tokens.word(*at).is(Class::Subordinator) && !marked()
        };
        let joined = (first..start).rfind(opens);
        if start == clauses[of].verb.group.start && whole { joined.unwrap_or(first) } else { start }
    };
    let holds = |of: usize| {
        let verb = clauses[of].verb.group.start;
        verb < told.words.end && at <= verb && begins(of) < at
    };
    // "It said: “If they are there |, we ask …": a condition at the start waits for what follows.
    let opens = |clause: &Clause| {
        let first = clause.tokens.start;
        let quoted = first > 0 && mark(tokens, first - 1).is_some_and(|(side, _)| side == Side::Opening);
        let waits = clause.role == Role::Adverbial && tokens.folded(first) == "if" && quoted;
        waits && (first..clause.tokens.end + 1).contains(&at)
    };
    (0..clauses.len()).any(|of| clauses[of].verb.tense.is_finite() && holds(of))
        || clauses.iter().any(opens)
        || is_unsaid(told, at)
}

/// Whether a verb that can only be a main one follows on the words behind `first`.
fn is_bare_finite(tokens: &Tokens, clause: &Clause, first: usize) -> bool {
    let verb = &clause.verb;
    let before = tokens.word(verb.group.start - 1);
    let auxiliary = tokens.word(verb.group.start).any(&[Class::Be, Class::Have, Class::Modal, Class::Do]);
    let surely = auxiliary || !tokens.word(verb.head).can(Form::Participle) && tokens.word(verb.head).usual != b'n';
    let joined = before.any(&[Class::Conjunction, Class::Subordinator, Class::Relative]);
    surely && verb.group.start > first && tokens.all[verb.group.start - 1].is_word() && !joined
}

/// "Bergen|, Norway".
fn parts_places(tokens: &Tokens, at: usize) -> bool {
    tokens.folded(at) == "," && tokens.all[at - 1].is_capital() && tokens.all[at + 1].is_capital()
}

/// "…, said | the envoy".
fn is_inverted(tokens: &Tokens, behind: usize) -> bool {
    let phrase = tokens.word(behind).is(Class::Preposition) && !matches!(tokens.folded(behind + 1), "least" | "most");
    let subject = takes_object(tokens, behind) && !phrase;
    matches!(tokens.folded(behind - 1), "say" | "says" | "said" | "added") && subject
}

/// "Said that the talks | in Oslo would go on", "said the funds | of the state": what was said is still to come.
fn is_unsaid(told: &Told, at: usize) -> bool {
    let (tokens, clauses) = (told.tokens, told.clauses);
    let tells = |clause: &&Clause| {
        clause.verb.tense.is_finite() && clause.verb.group.start >= told.words.start && clause.verb.group.end <= at
    };
    let Some(last) =
        clauses.iter().rposition(|clause| tells(&clause) && !matches!(clause.role, Role::Relative | Role::Adverbial))
    else {
        return false;
    };
    let verb = &clauses[last].verb;
    // "Said on Monday, in a note, | “We go.”"
    let quotes = |at: usize| mark(tokens, at).is_some_and(|(side, _)| side == Side::Opening);
    let says = matches!(tokens.folded(verb.head), "said" | "says" | "wrote" | "tweeted");
    let next = clauses.get(last + 1);
    let until = next.map_or(told.words.end, |next| next.verb.group.start);
    let behind_words = (told.words.start..verb.group.start).any(|at| mark(tokens, at).is_some());
    if says && !behind_words && (at..until).any(quotes) && !(verb.group.end..at).any(quotes) {
        return true;
    }
    let opened = (verb.group.end..at).any(|at| matches!(tokens.folded(at), "that" | "whether"));
    let says = is_inverted(tokens, verb.group.end);
    let least = matches!(tokens.folded(verb.group.end + 1), "least" | "most");
    let after_words = tokens.word(verb.group.end).is(Class::Preposition) && !least
        || verb.group.start > 0 && tokens.folded(verb.group.start - 1) == "”";
    opened && tokens.word(verb.head).any(&[Class::Saying, Class::Holding, Class::Claiming, Class::Showing])
        || says && !after_words
}
