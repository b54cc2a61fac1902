//! Whether a part of a sentence can stand as a happening of its own.
//!
//! A clause that only describes what stands before it, or only tells who says so, is no event however well it is dated.

use std::ops::Range;

use super::active::has_agent;
use super::clause::{Clause, Role};
use super::date::Found;
use super::lexicon::{Class, Form};
use super::names::{Name, NameKind};
use super::reduced::has_object;
use super::token::{Shape, Tokens};
use crate::model::{DateBasis, Mention};

pub(super) const SAYS_SO: &str = "not listed: it only tells who says so";
pub(super) const THINKS_SO: &str = "not listed: it tells what somebody thinks or wants";
pub(super) const DESCRIBES: &str = "not listed: it only describes what stands before it";

/// Whether the verb only describes what stands right before it: "bombs launched against the town".
pub(super) fn is_reduced(tokens: &Tokens, clause: &Clause) -> bool {
    let verb = &clause.verb;
    let bare = verb.group.len() == 1 && verb.group.start == clause.tokens.start;
    !verb.tense.is_finite() || bare && tokens.word(verb.head).can(Form::Participle)
}

/// Whether a clause at `at` can be told with a finite verb, and of its own day: its own verb, "guns promised by Norway in
/// May", "there were bombs launched against Norway". "Bergen, captured in March" has none, and in "October's cap – set by
/// the regulator –" the date is of the cap.
pub(super) fn is_deed(tokens: &Tokens, clauses: &[Clause], at: usize, date: Option<&Found>) -> bool {
    let verb = &clauses[at].verb;
    let dated = date.and_then(|found| found.dated.words.clone());
    let before = dated.is_some_and(|words| words.end <= tokens.all[verb.group.start].span().start);
    verb.tense.is_finite() || !before && (has_agent(tokens, &clauses[at]) || existing(tokens, clauses, at).is_some())
}

/// The clause of "there were" that a participle belongs to: "there were | bombs launched against Norway".
pub(super) fn existing(tokens: &Tokens, clauses: &[Clause], at: usize) -> Option<usize> {
    let before = clauses[..at].iter().rposition(|clause| clause.verb.tense.is_finite())?;
    let verb = &clauses[before].verb;
    let there = verb.group.start > 0 && tokens.folded(verb.group.start - 1) == "there";
    let plain = !(verb.group.end..clauses[at].verb.group.start).any(|at| tokens.all[at].shape == Shape::Mark);
    (there && plain && tokens.word(verb.head).is(Class::Be)).then_some(before)
}

/// Returns why a part of a sentence tells nothing complete, or `None` where it does: it needs a subject of its own and
/// something after the verb. A passive participle has what stands before it.
pub(super) fn complete(tokens: &Tokens, clause: &Clause, next: Option<&Clause>) -> Option<&'static str> {
    let verb = &clause.verb;
    if !is_reduced(tokens, clause) {
        let first = tokens.word(clause.tokens.start);
        let opens = |at: usize| matches!(tokens.folded(at), "who" | "which" | "that" | "what");
        let who = opens(clause.tokens.start)
            || clause.role == Role::Relative && (clause.tokens.start..verb.group.start).any(opens);
        let tied = who || first.any(&[Class::Conjunction, Class::Subordinator]);
        let is_subject = |at: usize| tokens.all[at].is_word() && !tokens.word(at).any(&[Class::Month, Class::Weekday]);
        let subject = (clause.tokens.start + usize::from(tied)..verb.group.start).any(is_subject);
        // "… said it was opening a corridor": who that is stands in another part.
        let it = |at: usize| matches!(tokens.folded(at), "it" | "they");
        let it =
            it(clause.tokens.start + usize::from(tied)) || it(clause.tokens.start + 1) && first.is(Class::Relative);
        let subject = subject && !it;
        // "With sanctions aimed at the army": told beside, whatever form the verb has.
        let with = tokens.folded(clause.tokens.start) == "with"
            && !(clause.tokens.start..verb.group.start).any(|at| tokens.folded(at) == ",");
        // "Did not reveal what he would say on Friday": a question, and not its answer.
        let asked = matches!(tokens.folded(clause.tokens.start), "what" | "whether" | "why" | "how");
        if !subject || with || asked || (who && clause.role != Role::Content) {
            return Some(DESCRIBES);
        }
    }
    if is_of_noun(tokens, clause) {
        return Some(DESCRIBES);
    }
    let rest = (verb.group.end..clause.tokens.end).filter(|at| tokens.all[*at].is_word()).count();
    let content = next.is_some_and(|next| next.role == Role::Content);
    // "When the ban is set to end".
    let set = verb.group.clone().any(|at| tokens.folded(at) == "to");
    // "And in May the general declared himself head of state": that is a deed.
    let declares = tokens.folded(verb.head) == "declared" && has_object(tokens, verb.group.end);
    let says = tokens.word(verb.head).is(Class::Saying) && clause.role == Role::Coordinate && !content && !declares;
    // "As the envoy put it", "as he said in May"; but "as Norway reported a new case" tells of one.
    let put = tokens.folded(verb.head) == "put" && tokens.folded(verb.head + 1) == "it";
    let said =
        matches!(tokens.folded(verb.head), "said" | "says" | "noted" | "notes" | "wrote" | "reported" | "explained");
    let so = put || said && !content && !has_object(tokens, verb.group.end);
    let quoted = tokens.folded(clause.tokens.start) == "as" && so;
    if rest == 0 && !set || says || quoted {
        return Some(SAYS_SO);
    }
    None
}

/// "Business with three men named last week": whether the words before a participle hold a thing within a thing.
pub(super) fn is_nested(tokens: &Tokens, mut words: Range<usize>) -> bool {
    words.any(|at| tokens.word(at).is(Class::Preposition) && tokens.folded(at) != "of")
}

/// Whether "whose" stands right behind a name.
pub(super) fn is_whose(tokens: &Tokens, names: &[Name], clause: &Clause) -> bool {
    let first = clause.tokens.start;
    let ends = |name: &Name| name.tokens.end == first || name.tokens.end + 1 == first;
    tokens.folded(first) == "whose" && names.iter().any(ends)
}

/// Whether the subject is a "he" or "she" that can only be the one person the sentence names before, and no minister or
/// other man beside him.
pub(super) fn is_he(tokens: &Tokens, names: &[Name], clause: &Clause) -> bool {
    let before = |name: &&Name| name.kind == NameKind::Person && name.tokens.end <= clause.tokens.start;
    let he = (clause.tokens.start..clause.verb.group.start).any(|at| matches!(tokens.folded(at), "he" | "she"));
    let mut people = names.iter().filter(before);
    let Some(person) = people.next().filter(|_| he) else { return false };
    let another = |at: usize| {
        tokens.all[at].shape == Shape::Small
            && tokens.word(at).any(&[Class::Title, Class::Person])
            && !tokens.folded(at).ends_with('s')
    };
    people.next().is_none() && !(person.tokens.end..clause.tokens.start).any(another)
}

/// "The war that Iraq began in March": "that" stands for the noun before it, and nothing but a day follows the verb.
fn is_of_noun(tokens: &Tokens, clause: &Clause) -> bool {
    let first = clause.tokens.start;
    let before = first.checked_sub(1).map(|at| tokens.all[at]);
    let noun =
        before.is_some_and(|token| token.word.can(Form::Noun) && !token.word.any(&[Class::Weekday, Class::Saying]));
    let rest = |at: usize| {
        let word = tokens.word(at);
        let when = word.any(&[Class::Preposition, Class::Weekday, Class::Month, Class::Adverb, Class::Determiner]);
        let part = matches!(tokens.folded(at), "last" | "late" | "early" | "week" | "month" | "year" | "ago");
        !tokens.all[at].is_word() || when || part
    };
    tokens.folded(first) == "that" && noun && (clause.verb.group.end..clause.tokens.end).all(rest)
}

/// Whether a clause has a date that is not taken over from another.
pub(super) fn is_own(found: Option<&Found>) -> bool {
    let inherits = |found: &Found| matches!(found.dated.basis, DateBasis::Carried | DateBasis::Published);
    found.is_some_and(|found| !found.weak && !inherits(found))
}

fn is_one(first: &str, second: &str) -> bool {
    first.starts_with(second) || second.starts_with(first)
}

/// Lists one of two mentions of a sentence whose headlines begin alike: the one with a date of its own, else the first.
pub(super) fn once(mentions: &mut [Mention]) {
    for at in 1..mentions.len() {
        let told = |at: usize| mentions[at].headline.trim_end_matches('…');
        let same = |before: &usize| mentions[*before].listed && is_one(told(*before), told(at));
        let Some(before) = (0..at).find(same).filter(|_| mentions[at].listed) else { continue };
        let inherits = |at: usize| mentions[at].date.as_ref().is_none_or(|dated| dated.basis == DateBasis::Carried);
        let other = if inherits(before) && !inherits(at) { before } else { at };
        mentions[other].listed = false;
        mentions[other].why[0] = "not listed: the sentence tells it already".into();
    }
}
