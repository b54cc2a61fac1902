//! What "and" and commas join in a headline: clauses, things or the items of a list.
//!
//! Words can end before a second clause or a second thing; not inside a pair ("between him and the others"), nor where
//! both words before a noun belong to it ("marine cargo and war insurance").

use super::ending::is_thing;
use super::lexicon::{Class, Form};
use super::token::{Shape, Tokens};

/// Whether "and" joins what is said of the subject, and not two names.
pub(super) fn joins_clauses(tokens: &Tokens, at: usize) -> bool {
    let next = tokens.word(at + 1);
    // "Ukrainian and US officials": a country is no pronoun.
    let pronoun = next.is(Class::Pronoun) && tokens.all[at + 1].shape != Shape::Capitals;
    let opens = next.is(Class::Relative) && tokens.folded(at + 1) != "when";
    tokens.written(at - 1) == "," || next.usually_verb() || pronoun || opens
}

/// "A naval vessel | and two ships", "protection | or similar schemes"; not "between him | and the others".
pub(super) fn joins_things(tokens: &Tokens, at: usize) -> bool {
    let next = tokens.word(at + 1);
    let quotes = tokens.written(at - 1) == "”" && tokens.written(at + 1) == "“";
    let apart = next.any(&[Class::Determiner, Class::Number])
        || next.usual == b'a'
        || tokens.all[at + 1].shape == Shape::Number;
    // "The prosecutor general | and the head": no adjective stands before "and the".
    let adjective = tokens.word(at - 1).can(Form::Adjective) && !next.is(Class::Determiner);
    let thing = is_thing(tokens, at - 1) && !adjective;
    // "Marine cargo and war insurance" is all insurance, "crimes | and human rights violations" are not all violations.
    let many = tokens.folded(at - 1).ends_with('s') && tokens.all[at + 1].shape == Shape::Small;
    let listed = tokens.all[at - 1].is_capital() && (at.saturating_sub(4)..at).any(|at| tokens.folded(at) == ",");
    !is_pair(tokens, at) && !listed && ((apart || many) && thing || quotes)
}

/// "Between him | and the others".
pub(super) fn is_pair(tokens: &Tokens, at: usize) -> bool {
    let opens = |at: usize| matches!(tokens.folded(at), "between" | "both" | "either" | "neither" | "from");
    (at.saturating_sub(8)..at).any(opens)
}

/// Whether a comma parts the items of a list: names on both sides, and no verb before the next border.
pub(super) fn is_in_list(tokens: &Tokens, mark: usize, end: usize) -> bool {
    let mut item =
        (mark + 1..end).take_while(|at| tokens.all[*at].is_word() && !tokens.word(*at).is(Class::Conjunction));
    let names = mark + 1 < end && tokens.all[mark - 1].is_capital() && tokens.all[mark + 1].is_capital();
    tokens.written(mark) == ","
        && (names && !item.any(|at| tokens.all[at].shape == Shape::Small && tokens.word(at).usually_verb())
            || joins_last(tokens, mark, end))
}

/// "For us|, the others and the allies to show": the comma before the last but one.
fn joins_last(tokens: &Tokens, mark: usize, end: usize) -> bool {
    let verb = |at: usize| tokens.all[at].shape == Shape::Small && tokens.word(at).usually_verb();
    let phrase = |at: &usize| tokens.all[*at].is_word() && !verb(*at);
    let joins = |at: &usize| tokens.word(*at).is(Class::Conjunction);
    if lists_things(tokens, mark, end) {
        return true;
    }
    let Some(and) = (mark + 2..end).take_while(phrase).find(joins) else { return false };
    let opens = tokens.word(mark + 1).is(Class::Determiner) && tokens.word(mark - 1).is(Class::Pronoun);
    opens && tokens.word(and + 1).is(Class::Determiner)
}

/// "Exams in art|, biology and foreign languages": short things of one sort, and no verb behind them.
fn lists_things(tokens: &Tokens, mark: usize, end: usize) -> bool {
    let thing = |at: usize| {
        let word = tokens.word(at);
        tokens.all[at].shape == Shape::Small && matches!(word.usual, b'n' | b'a') && !word.is(Class::Saying)
    };
    let joins = |at: usize| tokens.word(at).is(Class::Conjunction);
    let parts = |at: usize| tokens.folded(at) == "," || joins(at);
    let items = (mark + 1..end).take_while(|at| thing(*at) || parts(*at));
    let short = (mark + 1..end.min(mark + 16)).take_while(|at| thing(*at) || parts(*at)).find(|at| joins(*at));
    let Some(and) = short.filter(|and| *and > mark + 1 && thing(mark - 1) && thing(mark + 1)) else { return false };
    let last = items.last().unwrap_or(and) + 1;
    let verb = last < end && tokens.all[last].shape == Shape::Small && tokens.word(last).could_be_verb();
    last > and + 1 && !verb
}

/// "Exams in art, biology | and foreign languages": whether "and" joins the last of a list.
pub(super) fn ends_list(tokens: &Tokens, and: usize, first: usize, end: usize) -> bool {
    let near = and.saturating_sub(4).max(first + 1);
    (near..and).any(|at| tokens.folded(at) == "," && lists_things(tokens, at, end))
}
