//! Insertions, and what they cut from its verb: "after a meeting of ministers, also known as “the forum”, took place".

use std::ops::Range;

use super::clause::{Clause, Role};
use super::lexicon::Class;
use super::quoted::{Side, mark};
use super::subject::ends_phrase;
use super::token::{Shape, Tokens};
use super::verbs::Verb;

/// Returns the words behind "after", "when" and the like that an `inserted` participle follows on a comma, from `first` on;
/// the verb that comes next is theirs.
pub(super) fn cut_off(tokens: &Tokens, first: usize, inserted: &Verb) -> Option<Range<usize>> {
    if inserted.tense.is_finite() {
        return None;
    }
    let adverb = |at: &usize| tokens.word(*at).is(Class::Adverb) || tokens.ends(*at, b"ly");
    let comma = (first..inserted.group.start).rev().find(|at| !adverb(at))?;
    let opens = |at: &usize| tokens.word(*at).is(Class::Subordinator);
    let opener = (first..comma).rev().find(|at| ends_phrase(tokens, *at) || opens(at)).filter(opens)?;
    (tokens.folded(comma) == "," && opener + 1 < comma).then_some(opener + 1..comma)
}

/// Whether the verb that comes next is that of the words an insertion cuts from it, in the clause before the last.
pub(super) fn is_behind_insertion(tokens: &Tokens, clauses: &[Clause]) -> bool {
    let [.., outer, inserted] = clauses else { return false };
    cut_off(tokens, outer.verb.group.end, &inserted.verb).is_some()
}

/// "as president on Monday, and nobody …", "after the raid, troops …": what opens with "as" or "after" is a phrase that
/// ends before the verb, at the mark.
pub(super) fn joined_later(tokens: &Tokens, gap: Range<usize>) -> bool {
    let phrase = tokens.word(gap.start).is(Class::Preposition) && tokens.all[gap.end - 1].shape != Shape::Mark;
    // "The mill, closed since March, | reopened": no comma stands between a subject and its verb.
    // "Known online as “Chin,” was | held", "disguised as women – | stole".
    let closing = mark(tokens, gap.end - 1).is_some_and(|(side, _)| side == Side::Closing);
    let last = gap.end - 1 - usize::from(closing && gap.len() > 2);
    let comma = |at: &usize| matches!(tokens.written(*at), "," | "—" | "–" | "-");
    if tokens.word(gap.start).is(Class::Preposition) && gap.clone().find(comma) == Some(last) {
        return gap.len() > 2;
    }
    let ends = |at: usize| tokens.word(at + 1).is(Class::Conjunction) || phrase && at > gap.start + 1;
    gap.clone().any(|at| tokens.folded(at) == "," && at + 1 < gap.end && ends(at))
}

/// "A raid that hit ports before the war | was the work of rebels": behind a relative clause in the subject, "before the
/// war" is a phrase where the next verb is the last before a mark.
pub(super) fn ends_subject(tokens: &Tokens, start: usize, verbs: &[Verb], clauses: &[Clause]) -> bool {
    let [first] = clauses else { return false };
    let [verb, rest @ ..] = verbs else { return false };
    // "The mayor, who took over after the council fell, | said": behind "who" in commas the main verb follows on the second.
    let who = (first.tokens.start + 1..first.verb.group.start).rfind(|at| tokens.word(*at).is(Class::Relative));
    let inserted = who.is_some_and(|who| tokens.folded(who - 1) == ",");
    let closed = inserted && rest.iter().any(|next| next.tense.is_finite());
    let opens = first.role == Role::Relative && !closed;
    // "Who has spoken up since he left": a pronoun opens a clause.
    let pronoun = verb.group.start > start && tokens.word(verb.group.start - 1).is(Class::Subject);
    let parted = |next: &Verb| (verb.group.end..next.group.start).any(|at| tokens.all[at].shape == Shape::Mark);
    let last = rest.iter().find(|next| next.tense.is_finite()).is_none_or(parted);
    opens && last && !pronoun && verb.tense.is_finite() && tokens.word(start).is(Class::Preposition)
}
