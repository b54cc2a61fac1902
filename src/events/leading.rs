//! What stands before the first word of a headline and is no part of its clause: "meanwhile,", "and", "Context:".

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::spelled::is_unit;
use super::token::{Shape, Tokens};

/// Leaves out a conjunction or adverb before the subject, and a quotation mark that stays alone.
pub(super) fn skip_opening(tokens: &Tokens, range: &Range<usize>) -> usize {
    let mut at = label(tokens, range).unwrap_or(range.start);
    while at + 3 < range.end {
        let word = tokens.word(at);
        let folded = tokens.folded(at);
        let adverb = (word.is(Class::Adverb)
            || matches!(
                folded,
                "meanwhile"
                    | "earlier"
                    | "separately"
                    | "moreover"
                    | "however"
                    | "concurrently"
                    | "additionally"
                    | "also"
            ))
            && tokens.folded(at + 1) == ",";
        let joins = word.is(Class::Conjunction) || folded == "that" && opens_clause(tokens, at + 1);
        match (adverb, joins, tokens.all[at].shape) {
            (true, ..) => at += 2,
            (_, true, _) | (_, _, Shape::Mark) => at += 1,
            _ => break,
        }
    }
    at
}

/// "Financial context: | the crown fell": where the words begin behind what a paragraph is about.
fn label(tokens: &Tokens, range: &Range<usize>) -> Option<usize> {
    let colon = (range.start + 1..range.end.min(range.start + 4)).find(|at| tokens.written(*at) == ":")?;
    let last = tokens.word(colon - 1);
    let thing = tokens.all[colon - 1].shape == Shape::Small && last.can(Form::Noun) && !last.is(Class::Person);
    let plain = !(range.start..colon).any(|at| tokens.word(at).any(&[Class::Saying, Class::Pronoun]));
    (thing && plain && colon + 4 < range.end && tokens.all[colon + 1].is_capital()).then_some(colon + 1)
}

/// "That he would travel", "that raids resumed"; not "that posture was given up", "that changed on Monday", "that night".
fn opens_clause(tokens: &Tokens, at: usize) -> bool {
    let verb = |at: usize| {
        let word = tokens.word(at);
        word.any(&[Class::Be, Class::Have, Class::Modal, Class::Do])
            || (word.usually_verb() || word.can(Form::Past)) && !word.can(Form::Noun)
    };
    let singular = tokens.word(at).can(Form::Noun)
        && tokens.all[at].shape == Shape::Small
        && !tokens.word(at).any(&[Class::Determiner, Class::Pronoun]);
    let bare = singular && (verb(at + 1) || tokens.folded(at + 1) == ",");
    !(verb(at) || is_unit(tokens, at) || tokens.folded(at) == "same" || bare)
}
