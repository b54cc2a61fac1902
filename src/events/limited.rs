//! Where a headline cannot end as it would say something else, or leave what it began.
//!
//! "Would not be brought in" is not "would not be brought in before the vote", "asked the envoy" tells no question, and
//! behind "as police in the town" a verb is still to come.

use super::clause::{Clause, Role};
use super::ending::is_among;
use super::lexicon::{Class, Form};
use super::quoted::is_quoted;
use super::shorten::Told;
use super::stopgap::is_left_open;
use super::token::Shape;
use super::verbs::Verb;

/// Whether the words before `at` would be another thing, or a question or a subject without its end.
pub(super) fn is_limited(told: &Told, at: usize) -> bool {
    let (tokens, clauses) = (told.tokens, told.clauses);
    let ends = |clause: &Clause| clause.verb.tense.is_finite() && clause.verb.group.end <= at;
    let Some(last) = clauses.iter().rfind(|clause| ends(clause)).map(|clause| &clause.verb) else { return false };
    // "They are aware | that it broke".
    let (word, before) = (tokens.word(at), tokens.word(at - 1));
    let known = || before.usual == b'a' && !before.can(Form::Noun) && tokens.folded(at) == "that";
    word.is(Class::Relative) && known()
        || is_named(told, last, at)
        || is_put(told, last, at)
        || is_sentence(told, at)
        || is_told_again(told)
        || is_needed(told, last, at)
        || is_asked(told, last, at)
        || last.negated && is_negated_until(told, last.head, at)
        || is_bracketed(told, at)
        || opens_only(told, at)
        || is_without_verb(told, at)
        || is_beside(told, at)
}

/// "Called the plan | of the mayor "childish"": what somebody is called comes last; not "called a vote | for May".
fn is_named(told: &Told, verb: &Verb, at: usize) -> bool {
    let tokens = told.tokens;
    let names =
        !verb.passive && matches!(tokens.folded(verb.head), "called" | "calls" | "dubbed" | "termed" | "deemed");
    let next = tokens.folded(verb.group.end);
    let other =
        matches!(next, "a" | "an" | "for" | "on" | "off" | "in" | "out" | "up" | "it" | "himself" | "elections");
    let other = other || next == "upon" || tokens.word(verb.group.end).is(Class::Weekday) || tokens.folded(at) == "to";
    let closed = matches!(tokens.written(at - 1), "\"" | "”") || tokens.all[at].shape == Shape::Mark;
    names && !other && !closed && tokens.word(at).is(Class::Preposition)
}

/// "Sentenced the man who killed four people | to life": where another verb stands between.
fn is_sentence(told: &Told, at: usize) -> bool {
    let carries = |clause: &&Clause| clause.verb.group == told.verb && clause.verb.group.end <= at;
    let own = told.clauses.iter().find(carries).map(|clause| &clause.verb);
    own.is_some_and(|verb| told.tokens.folded(verb.head).starts_with("sentence") && is_left_open(told, verb, at))
}

/// "There is no place for it in any court|, no place for her": what is denied in other words is not denied for good.
fn is_told_again(told: &Told) -> bool {
    let tokens = told.tokens;
    let no = |at: usize| tokens.folded(at) == "no";
    let comma = (told.words.start + 2..told.words.end).find(|at| tokens.all[*at].shape == Shape::Mark && no(at + 1));
    let same = |before: usize, comma: usize| no(before) && tokens.folded(before + 1) == tokens.folded(comma + 2);
    comma.is_some_and(|comma| (told.words.start..comma).any(|before| same(before, comma)))
}

/// "Had put the power | for the day in his hands": where something is put comes last.
fn is_put(told: &Told, verb: &Verb, at: usize) -> bool {
    let tokens = told.tokens;
    let put = !verb.passive && matches!(tokens.folded(verb.head), "put" | "puts");
    put && tokens.word(verb.group.end).any(&[Class::Determiner, Class::Pronoun])
        && !(verb.group.end..at).any(|at| tokens.word(at).is(Class::Preposition))
}

/// "It is vital for us and the others | to show it": what that is.
fn is_needed(told: &Told, verb: &Verb, at: usize) -> bool {
    let tokens = told.tokens;
    let first = verb.group.start.checked_sub(1).map_or("", |at| tokens.folded(at));
    let needs = first == "it" && tokens.word(verb.head).is(Class::Be) && tokens.word(verb.group.end).usual == b'a';
    needs && tokens.folded(at) == "to" && !(verb.group.end..at).any(|at| tokens.folded(at) == "to")
}

/// "Asked the mayor | on Monday if he would go".
fn is_asked(told: &Told, verb: &Verb, at: usize) -> bool {
    let tokens = told.tokens;
    let asks = tokens.word(verb.head).is(Class::Saying) && is_among("ask asks asked asking", tokens.folded(verb.head));
    let next = told.clauses.iter().find(|next| next.verb.tense.is_finite() && next.verb.group.start >= at);
    asks && next.is_some_and(|next| at <= next.tokens.start && tokens.folded(next.tokens.start) == "if")
}

/// "Would not be brought in | before the vote", "hadn't spoken of 1 | and 2 April until May".
fn is_negated_until(told: &Told, verb: usize, at: usize) -> bool {
    let tokens = told.tokens;
    let number = |at: usize| tokens.all.get(at).is_some_and(|next| next.shape == Shape::Number);
    let joins = |at: usize| tokens.word(at).is(Class::Conjunction) && !number(at + 1);
    let goes_on = |at: &usize| tokens.all[*at].is_word() && !joins(*at);
    let until = |at: usize| matches!(tokens.folded(at), "before" | "until" | "till" | "unless" | "without");
    (at..told.words.end).take_while(goes_on).any(until) && !is_quoted(tokens, &told.words, verb)
}

/// "The first outsider (that is, one | who won)".
fn is_bracketed(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let bracket = |at: &usize| matches!(tokens.text.as_bytes()[tokens.all[*at].start as usize], b'(' | b')');
    (told.words.start..at).rfind(bracket).is_some_and(|last| tokens.written(last) == "(")
}

/// "If current trends continue|, it will be sold": whether only what a condition or a time opens stands before `at`.
fn opens_only(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let first = told.words.start + usize::from(tokens.all[told.words.start].shape == Shape::Mark);
    let opens = ["if", "when", "while", "although", "though", "unless", "because"];
    if !tokens.word(first).is(Class::Subordinator) || !opens.contains(&tokens.folded(first)) {
        return false;
    }
    let main = |clause: &&Clause| clause.verb.tense.is_finite() && clause.verb.group.start > first;
    let next = told.clauses.iter().filter(main).skip(1).find(|clause| clause.role.stands_alone());
    next.is_some_and(|next| at <= next.verb.group.start)
}

/// "As police in the town | clashed with rebels": the verb that "as" or "because" waits for is still to come.
fn is_without_verb(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let plain = |at: &usize| tokens.all[*at].is_word();
    let joins = [Class::Subordinator, Class::Preposition];
    let opens = |at: &usize| tokens.word(*at).any(&joins) && matches!(tokens.folded(*at), "as" | "because" | "while");
    let before = (told.verb.end..at).rev().take_while(plain);
    let Some(opener) = before.take(12).find(opens).filter(|opener| *opener + 1 < at) else { return false };
    let inside = |clause: &&Clause| clause.verb.group.end > opener && clause.verb.group.start < told.words.end;
    let Some(next) = told.clauses.iter().find(inside).map(|clause| &clause.verb) else { return false };
    let parts = |at: usize| tokens.word(at).any(&[Class::Relative, Class::Subordinator]) || !tokens.all[at].is_word();
    let done = next.tense.is_finite() || next.group.len() == 1 && tokens.word(next.head).can(Form::Past);
    let by = tokens.folded(next.group.end) == "by";
    let compared = matches!(tokens.folded(opener + 1), "well" | "part" | "of" | "a" | "an" | "if" | "to");
    next.group.start >= at && done && !by && !compared && !(opener + 1..next.group.start).any(parts)
}

/// "March in Oslo with two people | killed", "with half the town | under water": what is told beside a deed goes as a whole.
fn is_beside(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let done = told.clauses.iter().any(|clause| clause.verb.group.start == at && clause.role == Role::Participle);
    if !done && tokens.folded(at) != "under" {
        return false;
    }
    let plain = |at: &usize| tokens.all[*at].is_word();
    let phrase =
        |at: &usize| tokens.word(*at).is(Class::Preposition) && !matches!(tokens.folded(*at), "of" | "than" | "at");
    let opener = (told.verb.end..at).rev().take_while(plain).find(phrase);
    opener.is_some_and(|opener| tokens.folded(opener) == "with")
}

/// "“People should know | that …", "“we will look at it | when time permits”": whether what somebody knows, or when, is still
/// to come in words that are quoted.
pub(super) fn is_due(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let that = || {
        let content = |clause: &Clause| clause.tokens.start == at && clause.role == Role::Content;
        let hollow = is_among("fact way reason point month week", tokens.folded(at - 1));
        hollow || tokens.folded(told.words.start + 1) == "it" || told.clauses.iter().any(content)
    };
    match tokens.folded(at) {
        "when" => true,
        "that" => that(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::shorten::tests::told;
    use super::*;

    /// Checks before which of the words behind the main verb a sentence cannot end: a bar before each.
    fn check(marked: &str) {
        let found = told(&marked.replace("| ", ""), |told| {
            let words = told.words.clone().filter(|at| told.tokens.written(*at) != ".");
            let bar = |at: usize| if at > told.verb.end && is_limited(told, at) { "| " } else { "" };
            words.map(|at| format!("{}{}", bar(at), told.tokens.written(at))).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(found, marked.trim_end_matches('.'));
    }

    #[test]
    fn what_is_denied_until_a_day_is_not_denied_for_good() {
        check("The scheme would not be brought in | by | Norway | before the vote.");
        check("The scheme was brought in by Norway before the vote.");
    }

    #[test]
    fn what_is_begun_has_its_verb() {
        check("Anger broke out in Norway as police | in | the | town | clashed with rebels.");
        check("Berg worked in Oslo as a lawyer of the firm.");
        check("People march in Oslo with at least two | killed by rebels.");
    }

    #[test]
    fn what_somebody_knows_or_asks_is_told_with_it() {
        check("They were aware | that the dam broke.");
        check("The reporter asked Berg | in | May | if he would go.");
    }

    #[test]
    fn where_something_is_put_and_what_it_is_called_come_last() {
        check("The move put the | power | for the day in his hands.");
        check("The mayor called the plan | of Berg \" childish \".");
        check("The mayor called a vote for May.");
        check("The court sentenced the | man | who | killed | four | people | to life in prison.");
        check("There is no | place | for | it | , | no | place | for | her.");
        check("It is vital for the others | to show it.");
    }

    #[test]
    fn a_bracket_is_closed() {
        check("Berg was the first outsider ( | that | is | one | who | won | ) in Oslo.");
    }
}
