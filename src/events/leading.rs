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

/// "With tensions rising, the officials left": where the subject begins, after the first comma.
pub(super) fn after_adverbial(tokens: &Tokens, before: Range<usize>) -> Option<usize> {
    let even = usize::from(
        matches!(tokens.folded(before.start), "even" | "just" | "only" | "ahead" | "back") && before.len() > 1,
    );
    let first = tokens.word(before.start + even);
    // "According to the mayor, the dam will hold" says whose word it is.
    // "Convicted mobster Johan Hansen, known as the Chin, died": what stands before a noun opens no phrase.
    let sort =
        first.can(Form::Participle) && before.len() > even + 1 && tokens.word(before.start + even + 1).usual == b'n';
    let doing = !sort
        && (first.can(Form::Gerund) || first.can(Form::Participle) || tokens.folded(before.start) == "unlike")
        && !first.can(Form::Noun)
        && !matches!(tokens.folded(before.start), "according" | "citing" | "quoting");
    let opens = !before.is_empty() && (first.any(&[Class::Preposition, Class::Subordinator]) || doing);
    // Behind some commas the opening only goes on: "On Tuesday, as he met Hansen, the envoy left".
    let goes_on = |next: usize| {
        let joins = [Class::Relative, Class::Conjunction, Class::Preposition, Class::Subordinator];
        tokens.all[next].shape == Shape::Mark || tokens.word(next).any(&joins)
    };
    // "After he said it “can go on,” | the mayor left": the mark behind the comma closes what is quoted.
    let closes_quote = |comma: usize| usize::from(tokens.written(comma + 1) == "”");
    // "In April the minister, Johan Hansen, left": the name only adds to what stands before it.
    let names = |at: usize| {
        tokens.folded(before.end - 1) == "," && (at + 1..before.end - 1).all(|at| tokens.all[at].is_capital())
    };
    // "With the minister, Johan Hansen, in Oslo, the envoy said": so does one between commas.
    let inserts = |at: usize| {
        let named = (at + 1..before.end).take_while(|at| tokens.all[*at].is_capital()).count();
        let comma = at + 1 + named;
        let goes_on = comma + 1 < before.end && tokens.word(comma + 1).is(Class::Preposition);
        // "At a rally in Bergen, New York, Hansen said": so does a place behind a place, where nothing else is inserted.
        let place = at > before.start
            && tokens.all[at - 1].is_capital()
            && comma + 1 < before.end
            && !(comma + 1..before.end).any(|at| tokens.folded(at) == "," || tokens.word(at).is(Class::Conjunction));
        named > 0 && (goes_on || place) && tokens.folded(comma) == ","
    };
    // "When the main line, the new bridge, was closed": the comma right before the verb closes what the other opens.
    let last = before.end.saturating_sub(1);
    let commas = before.clone().filter(|at| tokens.folded(*at) == ",").count();
    let closes = |at: usize| commas == 2 && at < last && tokens.folded(last) == "," && first.is(Class::Subordinator);
    // "On Friday the envoys of Norway, Spain, Italy and Greece left": names in a row.
    let lists = |at: usize| {
        let row = |at: &usize| tokens.all[*at].is_capital() || tokens.folded(*at) == ",";
        let end = at + (at..before.end).take_while(row).count();
        let start = at - (before.start..at).rev().take_while(row).count();
        let many = (start..end).filter(|at| tokens.folded(*at) == ",").count() > 1;
        many && end + 1 < before.end && tokens.folded(end) == "and" && tokens.all[end + 1].is_capital()
    };
    let ends = |at: &usize| {
        let goes_on = goes_on(*at + 1 + closes_quote(*at));
        let inside = !goes_on && !names(*at) && !inserts(*at) && !closes(*at) && !lists(*at);
        tokens.folded(*at) == "," && *at + 1 < before.end && inside
    };
    // "In a note by the minister, Johan Hansen, on Friday, | he said".
    let alone = before.end.checked_sub(2).filter(|at| before.contains(at) && ends(at));
    let alone = alone.filter(|at| tokens.word(*at + 1).is(Class::Subject));
    // "In a post on Friday | he added": a pronoun needs no comma before it.
    let bare = before.end.checked_sub(1).filter(|at| before.start + 1 < *at && tokens.word(*at).is(Class::Subject));
    let plain =
        |at: &usize| !before.clone().any(|at| tokens.folded(at) == ",") && first.is(Class::Preposition) && *at > 0;
    if let Some(pronoun) = bare.filter(plain).filter(|_| !first.is(Class::Subordinator)) {
        return Some(pronoun);
    }
    alone.or_else(|| before.clone().find(ends)).filter(|_| opens).map(|comma| comma + 1 + closes_quote(comma))
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
    let dated = tokens.word(at).any(&[Class::Month, Class::Weekday]);
    !(verb(at) || is_unit(tokens, at) || tokens.folded(at) == "same" || bare || dated)
}
