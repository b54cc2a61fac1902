//! Whose view it is: beliefs, wishes, judgements and promises that a clause reports without reporting words.
//!
//! "The mayor wants to resign", "critics worry", "her support for the plan": the article tells somebody's mind. Such a
//! holder stands beside the happening and never makes it a claim. Where nobody is told who thinks so ("is expected to",
//! "it seems", "reportedly") there is no holder: none is made up.

use std::ops::Range;

use super::clause::Clause;
use super::lexicon::{Class, Form};
use super::quoted::is_quoted;
use super::speaker::agent;
use super::subject::subject;
use super::token::{Shape, Tokens};

/// Returns the words that name whose attitude a clause reports, and those that tell it.
pub(super) fn attitude(
    tokens: &Tokens,
    sentence: &Range<usize>,
    clauses: &[Clause],
    at: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let verb = &clauses[at].verb;
    let head = tokens.word(verb.head);
    let holder = if verb.passive && !head.is(Class::Outlook) {
        agent(tokens, sentence, &clauses[at]).filter(|_| head.is(Class::Attitude))
    } else if head.any(&[Class::Attitude, Class::Outlook]) || has_outlook(tokens, &clauses[at]) {
        doer(tokens, sentence, clauses, at)
    } else {
        None
    };
    let holder = holder.or_else(|| document(tokens, sentence, clauses, at));
    let holder = holder.filter(|words| is_someone(tokens, words)).map(|words| (words, verb.group.clone()));
    let holder = holder.or_else(|| owner(tokens, sentence, clauses, at));
    holder.filter(|_| !is_quoted(tokens, sentence, verb.head))
}

/// "A poll released on Sunday puts him ahead": what a text or a count does, it tells.
fn document(tokens: &Tokens, sentence: &Range<usize>, clauses: &[Clause], at: usize) -> Option<Range<usize>> {
    let verb = &clauses[at].verb;
    let tells = verb.tense.is_finite() && !verb.passive && !tokens.word(verb.head).is(Class::Be);
    let counted = || sentence.clone().any(|at| tokens.word(at).is(Class::Count));
    let words = (tells && counted()).then(|| subject(tokens, sentence, clauses, at))??;
    words.clone().any(|at| tokens.word(at).is(Class::Count)).then_some(words)
}

/// "…, in most polls", "in a survey of voters".
pub(super) fn counted(tokens: &Tokens, sentence: &Range<usize>) -> Option<Range<usize>> {
    let count = |at: &usize| tokens.word(*at).is(Class::Count);
    sentence.clone().find(count)?;
    let first = sentence.clone().find(|at| matches!(tokens.folded(*at), "in" | "per"))?;
    let end = (first + 1..sentence.end.min(first + 7)).find(count)?;
    let part = |at: usize| tokens.all[at].is_word() && !tokens.word(at).any(&[Class::Preposition, Class::Be]);
    (first + 1..end).all(part).then_some(first + 1..end + 1)
}

/// "Is worried", "remain very skeptical".
fn has_outlook(tokens: &Tokens, clause: &Clause) -> bool {
    let links = tokens.word(clause.verb.head).any(&[Class::Be, Class::State]);
    let next = clause.verb.group.end..clause.tokens.end.min(clause.verb.group.end + 3);
    links && next.clone().find(|at| !is_degree(tokens, *at)).is_some_and(|at| tokens.word(at).is(Class::Outlook))
}

fn is_degree(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at).is(Class::Adverb) || matches!(tokens.folded(at), "more" | "less") || tokens.ends(at, b"ly")
}

/// The subject of a clause, or of the nearest finite one it hangs on.
fn doer(tokens: &Tokens, sentence: &Range<usize>, clauses: &[Clause], at: usize) -> Option<Range<usize>> {
    let mut at = at;
    while !clauses[at].verb.tense.is_finite() {
        at = clauses[at].parent.filter(|parent| *parent < at)?;
    }
    subject(tokens, sentence, clauses, at)
}

/// Whether words can name somebody who has a mind, or a text: a name, a person, a body, a pronoun.
fn is_someone(tokens: &Tokens, words: &Range<usize>) -> bool {
    let named = |at: usize| {
        tokens.all[at].is_capital() && at > words.start
            || tokens.word(at).any(&[Class::Person, Class::Title, Class::Body, Class::SaidThing, Class::Subject])
            || matches!(tokens.folded(at), "who" | "others" | "some" | "many" | "most" | "people")
            || tokens.all[at].is_capital()
                && !tokens.word(at).any(&[Class::Determiner, Class::Pronoun])
                && !(words.len() > 1 && matches!(tokens.word(at).usual, b'a' | b'r' | b'g' | b'p'))
    };
    words.clone().any(named) && !words.is_empty()
}

/// "Her view", "the senator's criticism": who stands before what is said or thought.
fn owner(
    tokens: &Tokens,
    sentence: &Range<usize>,
    clauses: &[Clause],
    at: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let noun = |at: &usize| tokens.word(*at).is(Class::Voiced) && tokens.word(*at).can(Form::Noun);
    clauses[at].tokens.clone().filter(noun).find_map(|noun| {
        let from = noun.saturating_sub(3).max(sentence.start);
        let mark = (from..noun).rev().take_while(|at| tokens.all[*at].shape != Shape::Mark || is_owning(tokens, *at));
        let mark = mark.clone().find(|at| is_owning(tokens, *at))?;
        let holder = owner_before(tokens, sentence, clauses, at, mark)?;
        (!is_quoted(tokens, sentence, noun)).then_some((holder, mark..noun + 1))
    })
}

fn is_owning(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at), "'s" | "'" | "his" | "her" | "their" | "its" | "whose")
}

fn owner_before(
    tokens: &Tokens,
    sentence: &Range<usize>,
    clauses: &[Clause],
    clause: usize,
    mark: usize,
) -> Option<Range<usize>> {
    if matches!(tokens.folded(mark), "his" | "her") {
        return Some(mark..mark + 1);
    }
    if !matches!(tokens.folded(mark), "'s" | "'") {
        let holder = doer(tokens, sentence, clauses, clause)?;
        return (holder.end <= mark && is_someone(tokens, &holder)).then_some(holder);
    }
    let part = |at: usize| {
        let token = tokens.all[at];
        token.is_capital() || token.word.can(Form::Noun) || token.word.can(Form::Adjective) || tokens.folded(at) == "."
    };
    let start = (sentence.start..mark).rev().take_while(|at| part(*at)).last()?;
    let words = start..mark;
    // "Monday's raid".
    let day = tokens.word(mark - 1).any(&[Class::Weekday, Class::Month]);
    (!day && is_someone(tokens, &words)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks who holds something, and that it lists nothing and is not the speaker of the whole sentence.
    fn check(text: &str, expected: &[&str]) {
        let found = sample::mentions("2024-03-20", text);
        let holders: Vec<&str> = found.iter().filter_map(|mention| mention.speaker.as_deref()).collect();
        assert_eq!(holders, expected, "{text}");
        assert!(found.iter().all(|mention| mention.speaker.is_none() || !mention.listed), "{text}");
    }

    #[test]
    fn who_wants_judges_or_promises() {
        check("The senator is seeking a vote.", &["the senator"]);
        check("Karim spent the week mocking the plan.", &["Karim"]);
        check("Traders are worried about the dam.", &["Traders"]);
        check("The plan was praised by the ministry.", &["the ministry"]);
    }

    #[test]
    fn whose_view_it_is() {
        check("The senator's criticism of the dam went on.", &["the senator"]);
    }

    #[test]
    fn a_count_tells_what_it_does() {
        check("A new poll puts him ahead.", &["a new poll"]);
        check("He leads in most polls.", &["most polls"]);
    }

    #[test]
    fn nobody_is_made_up() {
        check("The dam is expected to hold.", &[]);
        check("It seems that the dam holds.", &[]);
        check("The blast shook the dam.", &[]);
        check("Karim was killed in Monday's attack.", &[]);
    }
}
