//! Forms of the third person: whether "strikes" or "calls" tells what somebody does, or is a noun.

use std::ops::Range;

use super::finite::{is_nominal, takes_object};
use super::lexicon::{Class, Form};
use super::past::closes_insertion;
use super::token::{Shape, Tokens};
use super::verbs::is_border;

/// Whether a form of the third person tells what somebody does where it stands.
pub(super) fn is_third(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let word = tokens.word(at);
    if has_single_subject(tokens, sentence, at) {
        return true;
    }
    if at == sentence.start
        || is_nominal(tokens, sentence, at)
        || word.can(Form::Noun) && (is_counted(tokens, sentence, at) || is_subject(tokens, sentence, at))
        || word.can(Form::Noun) && (is_held(tokens, at - 1) || tokens.folded(at) == "headquarters")
        || is_of_state(tokens, at)
        || word.can(Form::Noun) && at == sentence.start + 1 && is_joint(tokens, sentence.start)
    {
        return false;
    }
    let before = tokens.all[at - 1];
    // "Who were protesting calls for a vote": what is protested.
    if word.can(Form::Noun) && before.word.usual == b'g' && before.shape == Shape::Small && tokens.ends(at - 1, b"ing")
    {
        return false;
    }
    if word.usual == b'z' {
        // "Most TV shows.": with nothing behind it a noun.
        let bare = tokens.all.get(at + 1).is_none_or(|next| next.shape == Shape::Mark);
        return !(bare && word.can(Form::Noun) && before.shape == Shape::Capitals);
    }
    if ends_on_day(tokens, sentence, at) {
        return true;
    }
    let subject = before.word.any(&[Class::Subject, Class::Relative])
        || matches!(tokens.folded(at - 1), "it" | "this" | "that")
        || before.is_capital();
    // "A strike called by Volvo drivers for Monday": who does it.
    let by = || {
        let name = (sentence.start..at).rev().take_while(|at| tokens.all[*at].is_capital()).last();
        name.is_some_and(|name| name > sentence.start && tokens.folded(name - 1) == "by")
    };
    if word.usual == b'n' && tokens.word(at + 1).is(Class::Preposition) && by() {
        return false;
    }
    if at == sentence.start + 1 && word.usual == b'n' && opens_with(tokens, sentence, at) {
        return false;
    }
    // "Ukrainian forces on Sunday": a people's name and a noun.
    let people = before.is_capital()
        && ["ian", "ean", "can", "ish", "ese"].iter().any(|end| tokens.folded(at - 1).ends_with(end));
    // "Somali pirates", "western states this week".
    let people = people || before.is_capital() && (tokens.ends(at - 1, b"i") || before.word.is(Class::Region));
    let phrase = |at: usize| {
        tokens.word(at).any(&[Class::Preposition, Class::Relative]) || matches!(tokens.folded(at), "this" | "last")
    };
    let noun = people && word.usual == b'n' && at + 1 < sentence.end && phrase(at + 1);
    // "The bureau, which monitors piracy, said".
    let which = matches!(tokens.folded(at - 1), "which" | "who") && {
        let next = tokens.word(at + 1);
        at + 2 < sentence.end && matches!(next.usual, b'n' | b'z') && !next.any(&[Class::Be, Class::Have, Class::Modal])
    };
    let object = at + 1 < sentence.end && (takes_object(tokens, at + 1) || tokens.folded(at + 1) == "out" || which);
    subject && !noun && (object || closes(tokens, sentence, at))
        || introduces(tokens, sentence, at)
        || aims(tokens, sentence, at)
}

/// "Rescue teams arrived", "junior doctors in Oslo will strike": two nouns that open a sentence, or an adjective and a noun
/// before the verb that they have.
fn opens_with(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let first = tokens.word(at - 1);
    let day = matches!(tokens.folded(at - 1), "today" | "tomorrow" | "tonight" | "yesterday");
    let nouns = !day && first.can(Form::Noun) && matches!(first.usual, b'n' | b'v');
    let inner = |at: &usize| !is_border(tokens, *at);
    let told = |at: usize| tokens.word(at).any(&[Class::Modal, Class::Have, Class::Be]);
    let described = first.usual == b'a' && tokens.word(at + 1).is(Class::Preposition);
    nouns || described && (at + 1..sentence.end).take_while(inner).any(told)
}

/// "Held calls with the envoy", "made visits to the front", "phone calls".
fn is_held(tokens: &Tokens, before: usize) -> bool {
    matches!(tokens.folded(before), "held" | "made" | "received" | "phone")
}

/// "His term ends on 3 May", "the mayor, Olga Berg, steps down".
fn ends_on_day(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let day = |at: usize| tokens.word(at).any(&[Class::Weekday, Class::Month]) || tokens.all[at].shape == Shape::Number;
    let leaves = tokens.folded(at) == "steps" && matches!(tokens.folded(at + 1), "down" | "aside");
    leaves
        || at + 2 < sentence.end
            && tokens.folded(at + 1) == "on"
            && matches!(tokens.folded(at), "ends" | "starts" | "opens" | "begins" | "expires" | "closes")
            && day(at + 2)
}

/// "Although advances in it allowed them": nothing stands between what opens a clause and its subject.
fn is_joint(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at), "although" | "though" | "while" | "because" | "if" | "whereas" | "when")
}

/// "It caps weeks of talks", "the victim, who came from Oslo, shares a house with him".
fn has_single_subject(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let article = at + 1 < sentence.end && matches!(tokens.folded(at + 1), "a" | "an" | "the");
    // "That puts the town in danger", "the race now moves to Oslo".
    let that = at == sentence.start + 1 && matches!(tokens.folded(sentence.start), "this" | "that") && article;
    let now = at > sentence.start + 1
        && matches!(tokens.folded(at - 1), "now" | "also" | "currently")
        && !tokens.word(at - 2).is(Class::Be);
    at == sentence.start + 1 && matches!(tokens.folded(sentence.start), "it" | "he" | "she")
        || that
        || now && at + 1 < sentence.end && takes_object(tokens, at + 1)
        || (article || !tokens.word(at).can(Form::Noun) || tokens.word(at).usual == b'z')
            && closes_insertion(tokens, sentence, at)
}

/// "U.S. troops there", "key U.S. allies": behind the short name of a state, a noun.
fn is_of_state(tokens: &Tokens, at: usize) -> bool {
    let state = matches!(tokens.folded(at - 1), "u.s." | "u.s" | "u.k." | "u.n.");
    let object = matches!(tokens.folded(at + 1), "a" | "an" | "the" | "its" | "their");
    state && tokens.word(at).usual == b'n' && !object
}

/// "International calls were cut": right before another verb, a noun, unless "he" or a name has it for a verb.
fn is_subject(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let before = tokens.all[at - 1];
    let doer = before.is_capital() || before.word.any(&[Class::Subject, Class::Relative, Class::Pronoun]);
    let does = at + 1 < sentence.end && tokens.word(at + 1).any(&[Class::Be, Class::Have, Class::Modal]);
    does && !doer
}

/// "Two Norwegian volunteers": behind a number of more than one, a noun.
fn is_counted(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let describes = |at: &usize| tokens.word(*at).can(Form::Adjective) || tokens.all[*at].is_capital();
    let first = (sentence.start + 1..at).rev().take_while(describes).last().unwrap_or(at).checked_sub(1);
    first.is_some_and(|at| tokens.word(at).is(Class::Number) && tokens.folded(at) != "one")
}

/// "The ministry plans to hold a drill"; not "government plans to cut taxes were dropped".
fn aims(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let ahead = tokens.word(at).is(Class::Ahead) && at + 2 < sentence.end && tokens.folded(at + 1) == "to";
    let before = tokens.word(at - 1);
    let subject = before.can(Form::Noun) && !before.is(Class::Preposition) && !tokens.ends(at - 1, b"s");
    let told = |at: usize| {
        let verb = tokens.word(at).any(&[Class::Be, Class::Have, Class::Modal]) || tokens.word(at).usual == b'd';
        verb && !tokens.all[at].is_capital()
    };
    let mut rest = (at + 3..sentence.end).take_while(|at| !is_border(tokens, *at));
    ahead && subject && tokens.word(at + 2).can(Form::Base) && !rest.any(told)
}

/// "The ad claims “…", "the envoy, a lawyer, notes that it fell": a word of saying that could be a noun, before words.
fn introduces(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if !tokens.word(at).any(&[Class::Saying, Class::Claiming]) || at + 2 >= sentence.end {
        return false;
    }
    let (before, next) = (tokens.all[at - 1], tokens.folded(at + 1));
    let noun = before.word.can(Form::Noun) || before.word.is_formless() || before.is_capital();
    let the = (at.saturating_sub(4).max(sentence.start)..at).any(|at| tokens.word(at).is(Class::Determiner));
    let singular = noun && the && !before.word.can(Form::Adjective) && !tokens.ends(at - 1, b"s");
    match next {
        "“" | "\"" => noun && before.end + 1 == tokens.all[at].start && tokens.all[at].end < tokens.all[at + 1].start,
        "that" => singular || tokens.folded(at - 1) == "," && the,
        _ => false,
    }
}

/// "“We go,” the Post notes.": a word of saying behind a name or a pronoun that stands behind a mark, and a mark after it.
fn closes(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let part = |at: &usize| {
        tokens.all[*at].is_capital() || tokens.word(*at).any(&[Class::Subject, Class::Determiner, Class::Title])
    };
    let from = (sentence.start..at).rev().take_while(part).last().unwrap_or(at);
    let marked = |at: usize| tokens.all.get(at).is_some_and(|token| token.shape == Shape::Mark);
    let before = from > sentence.start && matches!(tokens.written(from - 1), "," | "”" | "\"" | "'");
    tokens.word(at).is(Class::Saying) && before && (at + 1 == sentence.end || marked(at + 1))
}
