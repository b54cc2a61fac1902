//! The present of a headline where no clause has it: "storms in Norway | claim two lives with three missing".
//!
//! A noun that could be a verb is read as a noun, so that nothing is listed for it. Where a headline is too long to be told by
//! the verbs that were found, a word right behind a subject and right before "a", "the" or a number can only be its verb.

use super::barest::barest;
use super::clause::{Clause, Role};
use super::ending::loss_at;
use super::finite::is_possessive;
use super::lexicon::{Class, Form};
use super::places::places;
use super::shorten::{Kept, Told, shortened};
use super::spared::spared;
use super::token::{Shape, Tokens};
use super::verbs::{Tense, Verb, verb};
use super::when::time;

/// What stays of `told` by the verb that no clause has, if there is one.
pub(super) fn unseen(told: &Told) -> Option<Kept> {
    let tokens = told.tokens;
    let says = [Class::Saying, Class::Claiming, Class::Holding, Class::Showing];
    let carries = |clause: &&Clause| clause.verb.group == told.verb;
    let main = |clause: &Clause| clause.tokens.start > told.words.start && !is_alike(tokens, clause);
    let sure = told.clauses.iter().find(carries).is_some_and(main);
    let told_verb = !told.verb.is_empty() && told.verb.start > told.words.start;
    if told_verb && (sure || tokens.word(told.verb.end - 1).any(&says)) {
        return None;
    }
    let finite = |clause: &&Clause| clause.verb.tense.is_finite() && !is_alike(tokens, clause);
    let first = told.clauses.iter().find(finite).map_or(told.words.end, |clause| clause.tokens.start);
    let any = told.clauses.first().map_or(told.words.end, |clause| clause.verb.group.start);
    // Where another clause opens the sentence, its subject does.
    let until = if first <= told.words.start { any } else { any.min(first) };
    let at = (told.words.start + 1..until.min(told.words.end)).find(|at| is_present(tokens, told, *at))?;
    let own = Clause {
        tokens: told.words.clone(),
        verb: verb(tokens, at..at + 1, at, Tense::Present),
        role: Role::Main,
        parent: None,
    };
    let own_verb = |clause: &&Clause| !is_possessive(tokens, clause.verb.group.start);
    let behind = told.clauses.iter().filter(|clause| clause.verb.group.start > at).filter(own_verb);
    let clauses: Vec<Clause> = std::iter::once(own).chain(behind.map(|clause| later(tokens, clause, at))).collect();
    let told = Told { tokens, words: told.words.clone(), verb: at..at + 1, clauses: &clauses, names: told.names };
    let least = (at + 2).min(told.words.end);
    shortened(&told, &spared(&told), places(&told, least), |at| loss_at(&told, at)).or_else(|| barest(&told))
}

/// What stays of `told` by a verb that no clause has, where its own could only describe what stands before it.
pub(super) fn rival(told: &Told) -> Option<Kept> {
    let carries = |clause: &&Clause| clause.verb.group == told.verb && clause.tokens.start <= told.words.start;
    let alike = told.clauses.iter().find(carries).is_some_and(|clause| is_alike(told.tokens, clause));
    if alike { unseen(told) } else { None }
}

/// "The trial of two men charged in Bergen | begins in Oslo", "in response to shots fired in May, the army | moves in": the
/// clause whose verb is the main one where that of `at` only describes, as its tense says.
pub(super) fn mistaken(tokens: &Tokens, clauses: &[Clause], at: usize) -> Option<usize> {
    let own = &clauses[at];
    let says = tokens.word(own.verb.head).any(&[Class::Saying, Class::Claiming, Class::Holding, Class::Showing]);
    let end = own.verb.group.end;
    let described = tokens.word(end).is(Class::Preposition) || time(tokens, end..own.tokens.end.max(end)).is_some();
    if own.verb.tense != Tense::Past || !is_alike(tokens, own) || says || own.role != Role::Main || !described {
        return None;
    }
    // "Charged in Bergen, and crimes carried out in Oslo, | begins".
    let joined = |clause: &Clause| is_alike(tokens, clause) && tokens.word(clause.tokens.start).is(Class::Conjunction);
    let main = |clause: &Clause| clause.role.stands_alone() && clause.verb.tense.is_finite() && !joined(clause);
    let later = (at + 1..clauses.len()).find(|later| main(&clauses[*later]))?;
    let clause = &clauses[later];
    let (first, verb) = (clause.tokens.start, clause.verb.group.start);
    let comma = |at: usize| tokens.folded(at) == ",";
    let auxiliary = tokens.word(verb).is(Class::Be) && clause.verb.group.len() > 1;
    let present = matches!(clause.verb.tense, Tense::Present | Tense::Progressive) && !says_so(tokens, clause);
    let sure = auxiliary || tokens.word(verb).usual == b'z';
    let bare = first == verb && (comma(first - 1) || auxiliary && tokens.all[first - 1].is_word());
    let bare = bare && !tokens.word(first - 1).is(Class::Conjunction);
    // "Clashed in Oslo over plans which, they say, | are bad": that is of the plans.
    let bare = bare && !(own.verb.group.end..first).any(|at| tokens.word(at).is(Class::Relative));
    let opened = tokens.word(clauses[0].tokens.start).is(Class::Preposition);
    let opens = opened && comma(first - 1) && !(clauses[0].tokens.start..own.verb.group.start).any(comma);
    (present && sure && (bare || opens)).then_some(later)
}

fn says_so(tokens: &Tokens, clause: &Clause) -> bool {
    tokens.word(clause.verb.head).is(Class::Saying)
}

/// "With two people | killed": whether a verb is only one if no other is.
fn is_alike(tokens: &Tokens, clause: &Clause) -> bool {
    let word = tokens.word(clause.verb.head);
    let done = word.can(Form::Participle) || word.is_formless() && tokens.ends(clause.verb.head, b"ed");
    clause.verb.group.len() == 1 && done
}

/// A clause behind the verb `at`: one that began before it is what "reports that" tells, or has no subject of its own.
fn later(tokens: &Tokens, clause: &Clause, at: usize) -> Clause {
    if clause.tokens.start > at {
        return clause.clone();
    }
    let (that, alike) = (tokens.folded(at + 1) == "that", is_alike(tokens, clause));
    let start = if that { at + 1 } else { clause.verb.group.start };
    let (role, tense) = match (that, alike) {
        (true, _) => (Role::Content, clause.verb.tense),
        (_, true) => (Role::Participle, Tense::Participle),
        _ => (Role::Coordinate, clause.verb.tense),
    };
    let verb = Verb { tense, ..clause.verb.clone() };
    Clause { tokens: start..clause.tokens.end.max(start), verb, role, parent: clause.parent }
}

/// Whether the word at `at` can only be the verb of what stands before it.
fn is_present(tokens: &Tokens, told: &Told, at: usize) -> bool {
    let (word, before) = (tokens.word(at), tokens.word(at - 1));
    let folded = tokens.folded(at - 1);
    let subject = tokens.all[at - 1].is_capital()
        || (before.can(Form::Noun) || before.is_formless()) && tokens.all[at - 1].shape == Shape::Small;
    let subject = subject
        && !before.any(&[Class::Preposition, Class::Determiner, Class::Adverb, Class::Conjunction])
        && !is_possessive(tokens, at - 1);
    // "Soldiers of the republic | fire".
    let phrase = (told.words.start + 1..at).find(|at| tokens.word(*at).is(Class::Preposition));
    let head = tokens.folded(phrase.unwrap_or(at) - 1);
    let many = folded.ends_with('s') || head.ends_with('s') || matches!(folded, "people" | "police");
    let joined = (told.words.start..at).any(|at| tokens.folded(at) == "and");
    let name = tokens.all[at - 1].is_capital();
    let third = tokens.folded(at).ends_with('s')
        && (word.can(Form::Third)
            || word.is_formless() && tokens.folded(at).len() > 4 && !tokens.folded(at).ends_with("ss"));
    let agrees = third && (!many || name) || word.can(Form::Base) && !third && (many || joined);
    let commas = (told.words.start..at).filter(|at| tokens.all[*at].shape == Shape::Mark).count();
    let small = tokens.all[at].shape == Shape::Small && !is_possessive(tokens, at);
    let other = word.any(&[Class::Preposition, Class::Adverb, Class::Conjunction, Class::Determiner, Class::Pronoun]);
    small && !other && subject && agrees && commas == 0 && has_object(tokens, at)
}

/// "Claims two lives", "breaks out in Oslo": whether what follows a word can only follow a verb.
fn has_object(tokens: &Tokens, at: usize) -> bool {
    let next = tokens.word(at + 1);
    let folded = tokens.folded(at + 1);
    let day = next.any(&[Class::Weekday, Class::Month]);
    let article = matches!(folded, "a" | "an" | "the" | "its" | "his" | "her" | "their" | "all");
    let least = folded == "at" && matches!(tokens.folded(at + 2), "least" | "most");
    let number = next.is(Class::Number) || tokens.all.get(at + 1).is_some_and(|token| token.shape == Shape::Number);
    // "Coach Johan Hansen": a noun before a name is what somebody is.
    let name = tokens.word(at).usual != b'n' && tokens.all.get(at + 1).is_some_and(|token| token.is_capital());
    let number = number || name;
    let often = tokens.word(at).usual == b'z' || tokens.word(at).usual == b'v';
    let goes_on = often && (next.is(Class::Preposition) || matches!(next.usual, b'n' | b'a') || next.is_formless());
    !day && (article || least || number || matches!(folded, "into" | "out" | "up" | "down" | "off") || goes_on)
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the headline of the first mention.
    fn check(text: &str, expected: &str) {
        assert_eq!(sample::mentions("2024-03-20", text)[0].headline, expected, "{text}");
    }

    #[test]
    fn what_only_describes_is_no_headline() {
        check(
            "In response to over 25 rockets fired from Bergen into Oslo on Monday, the army of Norway carries out raids, \
             killing six men.",
            "The army of Norway carries out raids, killing six men",
        );
        check(
            "Soldiers of the northern republic fire 20 rockets at the old harbour of Bergen positioned in the disputed land \
             of Norway on Monday.",
            "Soldiers of the northern republic fire 20 rockets at the old harbour of Bergen",
        );
    }

    #[test]
    fn a_present_that_could_be_a_noun_carries_the_headline() {
        check(
            "Flash floods and heavy storms in the northern towns of Norway claim at least two lives on Monday with three \
             missing and many homes destroyed.",
            "Flash floods and heavy storms in the northern towns of Norway claim at least two lives",
        );
        check(
            "A truck plows into a mass of people on the old harbour street in Bergen, Norway, on Monday, with ten dead and \
             two injured.",
            "A truck plows into a mass of people on the old harbour street in Bergen, Norway, on Monday",
        );
    }
}
