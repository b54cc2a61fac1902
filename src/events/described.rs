//! What tells more of a noun, and may be left out of a headline: "guns | promised by Norway in May | had arrived".

use std::ops::Range;

use super::clause::{Clause, Role};
use super::lexicon::{Class, Form, Word};
use super::reduced::has_object;
use super::shorten::Told;
use super::spared::{is_mark, opens_phrase};
use super::token::{Shape, Tokens};
use super::verbs::Tense;

/// "Guns | promised by Norway in May | had arrived", "talks | to end the war | were going on": what tells more of the noun
/// before it.
pub(super) fn described(told: &Told) -> impl Iterator<Item = Range<usize>> {
    let (tokens, clauses) = (told.tokens, told.clauses);
    (1..clauses.len()).filter_map(move |of| {
        let behind = |at: &usize| {
            let between = clauses[*at].verb.group.start..clauses[of].verb.group.start;
            let describes = matches!(clauses[*at].role, Role::Participle | Role::Infinitive | Role::Relative);
            describes
                && (lists(tokens, between.clone())
                    || !between.clone().any(|at| is_mark(tokens, at) && tokens.folded(at) != "."))
        };
        let first = &clauses[(0..of).rev().take_while(behind).last()?];
        let verb = first.verb.group.start;
        let who = (first.tokens.start..verb).rfind(|at| tokens.word(*at).is(Class::Relative));
        // "The flurry of talks | around ending the war | began".
        let by = verb.checked_sub(1).filter(|by| tokens.word(verb).can(Form::Gerund) && opens_phrase(tokens, *by));
        let opener = who.filter(|_| first.role == Role::Relative).or(by);
        let part = opener.unwrap_or(verb)..clauses[of].verb.group.start;
        let inside = told.words.start < part.start && part.end < told.words.end;
        let thing = |word: Word| {
            (word.can(Form::Noun) || word.is_formless()) && !word.any(&[Class::Preposition, Class::Adverb])
        };
        let behind_noun = inside && thing(tokens.word(part.start - 1));
        // "Issued a statement | saying it had left".
        let says = tokens.word(first.verb.head).is(Class::Saying) && clauses[of].role == Role::Content;
        // "Plans | to visit the town's friends": that is what it plans.
        let ends = |clause: &Clause| clause.verb.tense.is_finite() && clause.verb.group.end == part.start;
        let planned = first.role == Role::Infinitive && clauses.iter().any(ends);
        // "A law that allows firms | to sell guns": that is what it allows.
        let before = clauses[..of].iter().rfind(|before| before.verb.group.end <= part.start);
        let planned =
            planned || first.role == Role::Infinitive && before.is_some_and(|before| before.role == Role::Relative);
        // "To settle whether the doctor who treated him | should stand trial".
        let asks = part.clone().any(|at| matches!(tokens.folded(at), "whether" | "why"));
        let well = behind_noun
            && !planned
            && !asks
            && !says
            && is_description(tokens, first)
            && tells(tokens, &clauses[of], &part);
        (well && is_same(tokens, first.role, &part)).then_some(part)
    })
}

/// "Carrying fighters, crates of guns and a radio": whether words are a list, and not what stands between commas.
fn lists(tokens: &Tokens, words: Range<usize>) -> bool {
    let joins = words.clone().rfind(|at| tokens.word(*at).is(Class::Conjunction) && !is_mark(tokens, *at));
    let comma = |at: usize| !is_mark(tokens, at) || tokens.folded(at) == ",";
    let last = words.end.checked_sub(1).is_some_and(|last| !is_mark(tokens, last));
    // "From the south and north of the country, where tents stand": what follows such a comma is no thing of the list.
    let closed = |and: usize| (and..words.end).all(|at| tokens.folded(at) != ",");
    last && joins.is_some_and(|and| tokens.folded(and - 1) != "," && closed(and)) && words.clone().all(comma)
}

/// Whether a clause can describe: not "workers recovered three bodies", nor what no table knows.
fn is_description(tokens: &Tokens, clause: &Clause) -> bool {
    let verb = clause.verb.group.start;
    let past = clause.verb.tense == Tense::Participle && !tokens.word(verb).can(Form::Gerund);
    let active = past && has_object(tokens, verb + 1);
    // "Consumer spending in May".
    let noun = clause.verb.group.len() == 1
        && tokens.word(verb).can(Form::Gerund)
        && tokens.word(verb).can(Form::Noun)
        && verb > 0
        && tokens.all[verb - 1].shape == Shape::Small
        && !has_object(tokens, verb + 1)
        && !tokens.folded(verb - 1).ends_with('s');
    !active && !noun && !tokens.word(verb).is_formless() && tokens.folded(verb) != "including"
}

/// Whether the noun before `part` is what `clause` tells of: not "goods sold to bypass limits imposed by Norway", whose
/// last verb has no subject, nor "the price fell amid fears Hansen would sell", whose last verb has its own.
fn tells(tokens: &Tokens, clause: &Clause, part: &Range<usize>) -> bool {
    let verb = &clause.verb;
    let warns = tokens.word(verb.head).is(Class::Saying) && tokens.folded(verb.group.end) != "by";
    let sure = verb.group.len() > 1
        || !tokens.word(verb.head).can(Form::Participle)
        || has_object(tokens, verb.group.end)
        || warns;
    let name = part.clone().rev().take_while(|at| tokens.all[*at].is_capital()).last();
    let own = name.is_some_and(|name| !tokens.word(name - 1).any(&[Class::Preposition, Class::Conjunction]));
    let before = verb.group.start.saturating_sub(1);
    // "The way it | administers the act", "to ensure nobody | meddles".
    let own = own || tokens.word(before).any(&[Class::Subject, Class::Pronoun]) || tokens.folded(before) == "it";
    verb.tense.is_finite() && clause.tokens.start == part.end && sure && !own
}

/// Whether it is as true without `part`: "80 soldiers who surrendered" are 80 soldiers; "all soldiers captured in Oslo"
/// are not all soldiers.
fn is_same(tokens: &Tokens, role: Role, part: &Range<usize>) -> bool {
    let mut before = part.start.saturating_sub(5)..part.start;
    let all = |at: usize| matches!(tokens.folded(at), "all" | "most" | "no" | "any" | "only" | "every" | "those");
    let some = |at: usize| {
        let counts = tokens.all[at].shape == Shape::Number || tokens.word(at).is(Class::Number);
        counts || matches!(tokens.folded(at), "a" | "an" | "several" | "some")
    };
    !before.clone().any(all) && (role != Role::Relative || before.any(some))
}
