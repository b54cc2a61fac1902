//! The only verb that a sentence can have: "The council votes on the plan on Friday".
//!
//! "Votes", "strikes" and "reports" are nouns as often as verbs, and behind another noun mostly nouns. A sentence that ends
//! with a stop has a verb, though; where no other word can be it, the form of the present right behind a plain subject is.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::token::{Shape, Tokens};
use super::verbs::{Tense, Verb, verb};

/// Adds the verb of a sentence in which no finite one was found.
pub(super) fn add_only_verb(tokens: &Tokens, sentence: &Range<usize>, found: &mut Vec<Verb>) {
    let Some(at) = only_verb(tokens, sentence) else { return };
    let place = found.partition_point(|verb| verb.group.start < at);
    found.insert(place, verb(tokens, at..at + 1, at, Tense::Present));
}

fn only_verb(tokens: &Tokens, sentence: &Range<usize>) -> Option<usize> {
    let end = sentence.end.checked_sub(1).filter(|end| tokens.folded(*end) == ".")?;
    let subject = (sentence.start..end).take_while(|at| is_of_subject(tokens, *at)).count();
    let last = sentence.start + subject;
    (sentence.start + 1..end.min(last + 1)).rev().find(|at| {
        let opens = is_subject(tokens, sentence.start..*at);
        opens && tells(tokens, *at) && goes_on(tokens, *at + 1..end)
    })
}

/// Whether a word can stand in a plain subject: "Norway's new government", "the two unions".
fn is_of_subject(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    let noun = word.can(Form::Noun) || word.can(Form::Adjective) || word.is_formless();
    let mark = tokens.all[at].shape == Shape::Mark && tokens.folded(at) != "'s";
    let part = word.any(&[Class::Determiner, Class::Number]) || tokens.all[at].is_capital() || noun;
    part && !mark && !word.any(&[Class::Preposition, Class::Conjunction, Class::Relative, Class::Subordinator])
}

/// Whether words name one or many: an article or a name before the noun, or a noun of many that opens the sentence.
fn is_subject(tokens: &Tokens, words: Range<usize>) -> bool {
    let Some(last) = words.clone().next_back().filter(|at| tokens.folded(*at) != "'s") else { return false };
    let first = tokens.word(words.start);
    let opened = words.len() > 1 && (first.is(Class::Determiner) || tokens.folded(words.start + 1) == "'s");
    let noun = tokens.word(last).can(Form::Noun) && !tokens.word(last).is(Class::Number);
    opened && noun || words.len() == 1 && noun && tokens.ends(last, b"s")
}

/// Whether a word is a present of the noun before it: "the union | strikes", "doctors | strike".
fn tells(tokens: &Tokens, at: usize) -> bool {
    let many = tokens.ends(at - 1, b"s") && !tokens.ends(at - 1, b"ss");
    let form = if many { Form::Base } else { Form::Third };
    tokens.all[at].shape == Shape::Small && tokens.word(at).can(form)
}

/// Whether something follows that a verb has behind it.
fn goes_on(tokens: &Tokens, rest: Range<usize>) -> bool {
    let Some(next) = rest.clone().next() else { return false };
    let word = tokens.word(next);
    word.any(&[Class::Preposition, Class::Determiner, Class::Pronoun, Class::Weekday, Class::Number])
        || tokens.all[next].is_capital()
        || word.can(Form::Noun)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    /// Checks the verb found, "" where there is none.
    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::new();
        let mut tokens = Tokens::new(text);
        let sentence = tokens.cut(0..text.len(), &lexicon);
        assert_eq!(only_verb(&tokens, &sentence).map_or("", |at| tokens.written(at)), expected, "{text}");
    }

    #[test]
    fn a_form_of_the_present_behind_a_plain_subject() {
        check("Norway's parliament votes on the deal tomorrow.", "votes");
        check("The minister visits Oslo on Friday.", "visits");
        check("The ministry reports its results on Friday.", "reports");
        check("Rebels fire rockets at Oslo.", "fire");
        check("The two unions strike on Friday.", "strike");
        check("Doctors strike in Oslo on Friday.", "strike");
    }

    #[test]
    fn what_is_no_sentence_has_no_verb() {
        check("Norway's parliament votes on the deal tomorrow", "");
        check("Two arrests in Oslo.", "");
        check("Talks in Oslo.", "");
        check("The company's shares.", "");
        check("A night of raids on Oslo.", "");
        check("In Oslo, strikes and talks.", "");
    }
}
