//! Which words tell a part of a sentence.

use std::ops::Range;

use super::clause::{Clause, Role};
use super::lexicon::{Class, Form};
use super::part::{existing, is_nested, is_reduced};
use super::subject::ends_phrase;
use super::token::{Shape, Tokens};

/// The words of a part that can stand alone, and the clause that carries them: without what ties it to its sentence
/// ("after Moscow launched …"), or with what it describes ("there were bombs launched against the town", "the envoy,
/// whose term begins next week"). The sentence begins at `first`.
pub(super) fn worded(tokens: &Tokens, clauses: &[Clause], first: usize, at: usize) -> (Range<usize>, usize) {
    let (clause, range) = (&clauses[at], unbroken(tokens, clauses, at));
    if let Some(there) = existing(tokens, clauses, at).filter(|_| is_reduced(tokens, clause)) {
        return (clauses[there].verb.group.start - 1..range.end, there);
    }
    if is_reduced(tokens, clause) || tokens.folded(range.start) == "whose" {
        return (described(tokens, clauses, first, clause)..range.end, at);
    }
    let tied = tokens.word(range.start).any(&[Class::Conjunction, Class::Subordinator]);
    (range.start + usize::from(tied && range.start + 1 < clause.verb.group.start)..range.end, at)
}

/// Whether the words before a participle name something: "1,200 bombs launched", not "dispose of assets seized".
pub(super) fn is_described(tokens: &Tokens, clauses: &[Clause], first: usize, clause: &Clause) -> bool {
    let first = described(tokens, clauses, first, clause);
    let word = tokens.word(first);
    let names = tokens.all[first].shape != Shape::Small
        || word.is(Class::Determiner)
        || word.any(&[Class::Number, Class::Pronoun])
        || (word.can(Form::Noun) || word.can(Form::Adjective)) && !word.usually_verb();
    let at = clause.verb.group.start.saturating_sub(1);
    let told = matches!(tokens.folded(at), "one" | "ones" | "those") || tokens.word(at).is(Class::Subject);
    // "A statement released on Monday" is where the news is from.
    let is_source = tokens.word(at).is(Class::SaidThing);
    first < clause.verb.group.start
        && names
        && !told
        && !is_source
        && !is_nested(tokens, first + 1..clause.verb.group.start)
}

/// The words of a clause with what is tied to it without a mark between: "he expected a council meeting on Tuesday
/// to discuss the raids".
fn unbroken(tokens: &Tokens, clauses: &[Clause], at: usize) -> Range<usize> {
    let mut words = clauses[at].tokens.clone();
    for next in &clauses[at + 1..] {
        let tied = matches!(next.role, Role::Participle | Role::Infinitive | Role::Content);
        if !tied || next.tokens.start != words.end || words.is_empty() || ends_phrase(tokens, words.end - 1) {
            break;
        }
        words.end = next.tokens.end;
    }
    words
}

/// Where the phrase begins that stands before a participle or "whose".
fn described(tokens: &Tokens, clauses: &[Clause], first: usize, clause: &Clause) -> usize {
    let is_mark = |at: usize| ends_phrase(tokens, at);
    let behind = clause.tokens.start;
    let behind = behind - usize::from(behind > first && is_mark(behind - 1));
    let verbs = clauses.iter().map(|clause| clause.verb.group.end).filter(|end| *end <= behind);
    let from = verbs.max().unwrap_or(first);
    let from = (from..behind).rev().find(|at| is_mark(*at)).map_or(from, |mark| mark + 1);
    // "Asked Norway to drop | charges filed in May".
    let infinitive = |at: &usize| tokens.folded(*at) == "to" && tokens.word(*at + 1).can(Form::Base);
    let from = (from..behind.saturating_sub(2)).rev().find(infinitive).map_or(from, |to| to + 2);
    from + usize::from(from + 1 < behind && tokens.word(from).is(Class::Preposition))
}
