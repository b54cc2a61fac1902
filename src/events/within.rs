//! Dates inside a sentence: which clause owns which expression, and which clauses happen together.
//!
//! A clause owns the expressions among its words. "Speaking on December 7, the envoy said" is said on December 7, and a
//! man shot and wounded on Monday was shot on Monday: what is tied or joined shares a date, unless a relative clause or
//! a passive participle tells how something began. What the sentences before say is for `date`.

use chrono::NaiveDate;

use super::clause::{Clause, Role};
use super::date::{Found, Sentence};
use super::expression::Expression;
use super::lexicon::Class;
use super::verbs::Tense;
use crate::model::{DateBasis, Dated, State};

/// The expressions inside a sentence.
pub(super) fn within<'e>(sentence: &Sentence, expressions: &'e [Expression]) -> &'e [Expression] {
    let span = sentence.tokens.span(sentence.range.clone());
    let first = expressions.partition_point(|expression| expression.span.start < span.start);
    let rest = &expressions[first..];
    &rest[..rest.partition_point(|expression| expression.span.end <= span.end)]
}

/// What is tied to a clause happens, as far as anybody can tell, on its day; too weak to list by.
pub(super) fn of_parent(sentence: &Sentence, found: &[Option<Found>], at: usize) -> Option<Found> {
    let clause = &sentence.clauses[at];
    let tied = matches!(clause.role, Role::Infinitive | Role::Participle | Role::Content | Role::Relative);
    let parent = found[clause.parent.filter(|parent| tied && *parent < at)?].as_ref()?;
    let past = sentence.states[clause.parent?] == State::Past;
    past.then(|| Found {
        weak: true,
        dated: Dated { basis: DateBasis::Carried, ..parent.dated.clone() },
        why: "date: that of the clause it hangs on".to_owned(),
    })
}

/// The clause that carries the sentence: the first that stands alone, else the first.
pub(super) fn main_clause(clauses: &[Clause]) -> Option<usize> {
    let finite = |clause: &Clause| clause.role.stands_alone() && clause.verb.tense.is_finite();
    clauses.iter().position(finite).or_else(|| (!clauses.is_empty()).then_some(0))
}

pub(super) fn clause_of(sentence: &Sentence, byte: usize) -> Option<usize> {
    let tokens = sentence.tokens;
    let holds = |clause: &Clause| !clause.tokens.is_empty() && tokens.span(clause.tokens.clone()).end > byte;
    let at = sentence.clauses.iter().position(holds)?;
    Some(if at == 0 { subject_clause(sentence, byte) } else { at })
}

/// "On Monday the mayor, who lives there, said", "On Tuesday a bomb hidden in a car killed": what stands before "who" or
/// before "hidden" belongs to the main clause.
fn subject_clause(sentence: &Sentence, byte: usize) -> usize {
    let (tokens, first) = (sentence.tokens, &sentence.clauses[0]);
    let opener = match first.role {
        Role::Relative => first.tokens.clone().find(|at| tokens.word(*at).is(Class::Relative)),
        Role::Participle => Some(first.verb.group.start),
        _ => None,
    };
    let before = opener.is_some_and(|opener| byte < tokens.all[opener].start as usize);
    main_clause(sentence.clauses).filter(|_| before).unwrap_or(0)
}

/// Returns the date of each clause that has an expression of its own.
pub(super) fn own_dates(
    sentence: &Sentence,
    expressions: &[Expression],
    published: Option<NaiveDate>,
) -> Vec<Option<Found>> {
    let mut found: Vec<Option<Found>> = vec![None; sentence.clauses.len()];
    for expression in expressions {
        let Some(clause) = clause_of(sentence, expression.span.start) else { continue };
        if expression.since || is_before(sentence, clause, expression, published) {
            continue;
        }
        let better = found[clause].as_ref().is_none_or(|before| {
            before.dated.date.exact_day().is_none() && expression.dated.date.exact_day().is_some()
        });
        if better {
            let words = &sentence.tokens.text[expression.span.clone()];
            let how = if expression.dated.basis == DateBasis::Relative { "worked out from" } else { "read from" };
            found[clause] = Some(Found {
                dated: expression.on_side(sentence.states[clause], published),
                why: format!("date: {how} “{words}”"),
                weak: false,
            });
        }
    }
    found
}

/// Whether an expression tells of something before what the clause tells. "Prices have soared since the invasion in
/// February": no tense of English that reaches to now can be of a day that is over, so it is the invasion's.
fn is_before(sentence: &Sentence, clause: usize, expression: &Expression, published: Option<NaiveDate>) -> bool {
    let (tokens, verb) = (sentence.tokens, &sentence.clauses[clause].verb);
    let words = sentence.clauses[clause].tokens.clone();
    let at = words.clone().find(|at| tokens.all[*at].start as usize >= expression.span.start).unwrap_or(words.end);
    let since = (words.start..at).rfind(|at| tokens.folded(*at) == "since");
    let in_phrase = |since: usize| {
        let between = since + 1..at;
        !between.clone().any(|at| tokens.folded(at) == ",") && !between.contains(&verb.head)
    };
    let over = published.zip(expression.dated.date.last_day());
    let is_over = over.is_some_and(|(published, last)| (published - last).num_days() > PERFECT_DAYS);
    // "The January 6 panel": the date is part of a name.
    let named = words.clone().find(|at| tokens.all[*at].start as usize >= expression.span.end);
    let is_name = named.is_some_and(|at| matches!(tokens.folded(at), "committee" | "commission" | "panel" | "inquiry"));
    // "Wheat for delivery in September": a term of trade, not the day it was traded on.
    let term = at >= words.start + 3
        && tokens.folded(at - 3) == "for"
        && matches!(tokens.folded(at - 2), "delivery" | "settlement" | "shipment" | "completion");
    let behind = at.checked_sub(1).is_some_and(|at| tokens.word(at).is(Class::Preposition));
    since.is_some_and(in_phrase) || is_name && !behind || term || verb.tense == Tense::PresentPerfect && is_over
}

/// News says "has resigned on Monday" of the last days.
const PERFECT_DAYS: i64 = 7;

/// Shares dates inside a sentence: a main clause and what is tied to it happen together.
pub(super) fn share(sentence: &Sentence, found: &mut [Option<Found>]) {
    for at in 0..found.len() {
        if found[at].is_none() {
            let sources = [above(sentence, at), opening(sentence, at), tied(sentence, at), joined(sentence, at)];
            let source = sources.into_iter().flatten().find(|source| found[*source].is_some());
            found[at] = source.and_then(|source| found[source].clone());
        }
    }
}

/// The clause that another hangs on, where both are past, or ahead. "Who" and "which" may tell of another time.
fn above(sentence: &Sentence, at: usize) -> Option<usize> {
    let clause = &sentence.clauses[at];
    let hangs = !matches!(clause.role, Role::Main | Role::Relative);
    clause.parent.filter(|parent| hangs && sentence.states[*parent] == sentence.states[at])
}

/// The clause before a main clause that opens it: "Speaking on Monday, the envoy said".
fn opening(sentence: &Sentence, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let clause = &sentence.clauses[before];
    let opens = match clause.role {
        Role::Adverbial => true,
        // "The work, begun two years ago, has stopped": that is when it began.
        Role::Participle => !clause.verb.passive || is_issued(sentence, clause),
        _ => false,
    };
    (opens && sentence.clauses[at].role.stands_alone()).then_some(before)
}

/// The clause behind a main clause that goes on with it: "left, landing on Monday", "met to sign on Monday".
fn tied(sentence: &Sentence, at: usize) -> Option<usize> {
    let next = sentence.clauses.get(at + 1).filter(|next| next.parent == Some(at))?;
    let goes_on = match next.role {
        // "Was charged following a fire on Sunday": the fire is dated; but who is killed is killed by it.
        Role::Participle if sentence.tokens.word(next.verb.head).is(Class::Preposition) => harms(sentence, at),
        Role::Participle => !next.verb.passive,
        role => role == Role::Infinitive,
    };
    goes_on.then_some(at + 1)
}

/// What a blow does it does at once.
fn harms(sentence: &Sentence, at: usize) -> bool {
    matches!(
        sentence.tokens.folded(sentence.clauses[at].verb.head),
        "killed" | "injured" | "wounded" | "hurt" | "died" | "damaged" | "destroyed" | "collapsed" | "evacuated"
    )
}

/// "The statement, issued on Monday, suggested": what is said was said when it came out.
fn is_issued(sentence: &Sentence, clause: &Clause) -> bool {
    let before = sentence.range.start..clause.verb.group.start;
    before.is_empty() || before.clone().any(|at| sentence.tokens.word(at).is(Class::SaidThing))
}

/// "shot and wounded a man on Monday": the clause that is joined without a subject of its own.
fn joined(sentence: &Sentence, at: usize) -> Option<usize> {
    let next = sentence.clauses.get(at + 1).filter(|next| next.role == Role::Coordinate && next.parent == Some(at))?;
    let bare = next.verb.group.start <= next.tokens.start + 1 && next.verb.tense == sentence.clauses[at].verb.tense;
    bare.then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the day of the first mention.
    fn check(text: &str, expected: &str) {
        let date = sample::mentions("2024-03-20", text)[0].date.as_ref().map(|dated| dated.date.to_string());
        assert_eq!(date.as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn a_date_that_belongs_to_a_noun_is_not_the_day_of_the_verb() {
        check("The price of wheat for delivery in September fell in Mosul.", "2024-03-20");
        check("Karim has answered the January 6 committee.", "2024-03-20");
        check("Two people were killed following an attack on Monday on Mosul.", "2024-03-18");
        check("Karim left Mosul on Monday.", "2024-03-18");
    }
}
