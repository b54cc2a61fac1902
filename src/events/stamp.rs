//! What a page sets before a sentence and its reader prints in one line with it: the hour and the author of an entry in a
//! live report, the name of who speaks in a transcript, the agency with its place.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::token::{Shape, Tokens};

/// Returns the words behind the stamp: "27 Jul 2022 18.50 Anna Roe A group of senators", "ANNA ROE And on Monday".
pub(super) fn without_stamp(tokens: &Tokens, range: Range<usize>) -> Range<usize> {
    let number = |at: usize| tokens.all[at].shape == Shape::Number;
    let dated = range.len() > 4
        && number(range.start)
        && tokens.word(range.start + 1).is(Class::Month)
        && number(range.start + 2);
    let at = range.start + if dated { 3 } else { 0 };
    let clock = range.len() > 6 && number(at) && is_clock(tokens.written(at)) && !tokens.word(at + 1).can(Form::Noun);
    let clock = clock || dated && is_clock(tokens.written(at));
    if clock {
        return at + 1 + author(tokens, at + 1..range.end)..range.end;
    }
    range.start + label(tokens, range.clone())..range.end
}

/// "Jun 24, 2009 6:44 pm EDT OSLO (Reuters) - | The king left", "in Oslo, 9:29 p.m. ET) | The king left": the words behind
/// the agency or the hour that a page sets before its text.
pub(super) fn without_agency(tokens: &Tokens, range: &Range<usize>) -> Option<Range<usize>> {
    let dash = |at: usize| matches!(tokens.written(at), "—" | "–" | "-" | "―" | "_");
    let agency = |at: usize| matches!(tokens.folded(at), "reuters" | "ap" | "afp" | "cnn" | "upi" | "dpa" | "xinhua");
    let zone = |at: usize| matches!(tokens.written(at), "ET" | "EST" | "EDT" | "GMT" | "UTC" | "BST");
    let mut first = range.start + 1..range.end.saturating_sub(4).min(range.start + STAMP);
    let opened = first.clone().skip(1).find(|at| tokens.written(*at - 1) == "(");
    let closes = |at: usize| matches!(tokens.written(at), ")" | "]");
    // "ET Monday)".
    let day = |at: usize| tokens.word(at + 1).is(Class::Weekday);
    let close = first.find(|at| {
        let end = *at + usize::from(day(*at));
        if !closes(end + 1) {
            return false;
        }
        let named = agency(end) && tokens.written(end - 1) == "(" && dash(end + 2);
        let hour = zone(*at) && opened.is_none() && (tokens.all[end + 2].is_capital() || dash(end + 2));
        named || hour
    });
    let Some(close) = close else {
        return tagged(tokens, range).or_else(|| numbered(tokens, range)).or_else(|| dated(tokens, range, true));
    };
    let close = close + usize::from(day(close));
    let marks = (close + 2..range.end).take_while(|at| dash(*at)).count();
    Some(close + 2 + marks..range.end).filter(|words| words.len() > 3)
}

/// `<b id="7">We go`: the words behind a tag that the page has left.
fn tagged(tokens: &Tokens, range: &Range<usize>) -> Option<Range<usize>> {
    if range.is_empty() || tokens.written(range.start) != "<" {
        return None;
    }
    let close = range.clone().find(|at| tokens.written(*at) == ">")?;
    Some(close + 1..range.end).filter(|words| words.len() > 3)
}

/// "(ID: nL71001475) | The mayor left": the words behind the number of a story.
fn numbered(tokens: &Tokens, range: &Range<usize>) -> Option<Range<usize>> {
    let first = range.start..range.end.min(range.start + 6);
    if first.len() < 6 || tokens.written(first.start) != "(" || tokens.folded(first.start + 2) != ":" {
        return None;
    }
    let close = first.clone().find(|at| tokens.written(*at) == ")")?;
    Some(close + 1..range.end)
}

/// "February 3, 2011 at 12:24 am | Report abuse | As it seems": the words behind the day of an entry and, if one is asked
/// for, its hour.
pub(super) fn dated(tokens: &Tokens, range: &Range<usize>, clock: bool) -> Option<Range<usize>> {
    let first = range.start..range.end.min(range.start + STAMP);
    let part = |at: &usize| {
        let word = tokens.word(*at);
        let day = tokens.all[*at].is_capital() && word.any(&[Class::Weekday, Class::Month]);
        tokens.all[*at].shape == Shape::Number || day || is_around(tokens.folded(*at))
    };
    let end = first.clone().find(|at| !part(at)).filter(|end| *end > first.start)?;
    let stamp = first.start..end;
    let has = |is: &dyn Fn(usize) -> bool| stamp.clone().any(is);
    let hour = stamp.len() > 2 && has(&|at| tokens.written(at).contains(':') && tokens.all[at].shape == Shape::Number);
    let day = !clock
        && has(&|at| tokens.word(at).is(Class::Month))
        && stamp.clone().filter(|at| tokens.all[*at].shape == Shape::Number).count() > 1;
    let opens = tokens.all[end].is_capital() && range.end - end > 3 && !tokens.word(end - 1).is(Class::Preposition);
    // "July 29 A court".
    let article =
        tokens.word(end).is(Class::Determiner) && has(&|at| tokens.word(at).is(Class::Month)) && stamp.len() == 2;
    (opens && (hour || day || article)).then_some(end..range.end)
}

/// Whether a word stands around the day and the hour of an entry.
fn is_around(word: &str) -> bool {
    matches!(word, "at" | "|" | "," | ":" | "(" | ")" | "am" | "pm" | "a.m." | "p.m." | "last" | "report" | "abuse")
        || matches!(word, "et" | "est" | "edt" | "gmt" | "bst" | "utc" | "uk")
        || matches!(word, "update" | "updated" | "published" | "posted")
}

/// What stands before a text is no longer than so many words.
const STAMP: usize = 30;

/// "18.50", "02:43".
fn is_clock(written: &str) -> bool {
    let two = |digits: &str, below: u32| digits.len() == 2 && digits.parse().is_ok_and(|number: u32| number < below);
    written.split_once(['.', ':']).is_some_and(|(hour, minute)| two(hour, 24) && two(minute, 60))
}

/// How many words name the author of an entry: two that English does not have, before one that it has.
fn author(tokens: &Tokens, words: Range<usize>) -> usize {
    let name = |at: usize| tokens.all[at].shape == Shape::Capital && tokens.word(at).is_formless();
    let named = words.len() > 4 && name(words.start + 1) && tokens.all[words.start].shape == Shape::Capital;
    let first = named && !tokens.word(words.start).any(&[Class::Title, Class::Determiner, Class::Preposition]);
    if first && opens(tokens, words.start + 2) { 2 } else { 0 }
}

/// How many words name who speaks, in capitals before words that are not.
fn label(tokens: &Tokens, words: Range<usize>) -> usize {
    let shouted = |at: &usize| tokens.all[*at].shape == Shape::Capitals && tokens.written(*at).len() > 2;
    let label = words.clone().take_while(shouted).count();
    let next = words.start + label;
    if label > 1 && next + 1 < words.end && opens(tokens, next) { label } else { 0 }
}

/// Whether a word with a capital is one of English, as the first of a sentence mostly is.
fn opens(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    tokens.all[at].shape == Shape::Capital
        && word.band.is_some()
        && !word.any(&[Class::Body, Class::Title])
        && (!word.is_formless()
            || word.any(&[Class::Determiner, Class::Pronoun, Class::Preposition, Class::Conjunction, Class::Adverb]))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::new();
        let mut tokens = Tokens::new(text);
        let range = tokens.cut(0..text.len(), &lexicon);
        assert_eq!(tokens.slice(without_stamp(&tokens, range)), expected);
    }

    #[test]
    fn an_entry_begins_behind_its_hour_and_author() {
        check("9 May 2022 02.50 Joanna Karlberg The mayor has left the town.", "The mayor has left the town.");
        check("17.23 Joanna Karlberg In the town people left.", "In the town people left.");
        check("17.23 Recep Tayyip Karimoglu left the old town.", "Recep Tayyip Karimoglu left the old town.");
        check(
            "9 May 2022 17.23 President Karlberg The Younger left the town.",
            "President Karlberg The Younger left the town.",
        );
    }

    #[test]
    fn a_comment_begins_behind_its_day_hour_and_tag() {
        let check = |text: &str, expected: &str| {
            let lexicon = Lexicon::new();
            let mut tokens = Tokens::new(text);
            let range = tokens.cut(0..text.len(), &lexicon);
            let words = without_agency(&tokens, &range).unwrap_or(range);
            assert_eq!(tokens.slice(words), expected);
        };
        check("February 3, 2011 at 12:24 am | Report abuse | The mayor has left.", "The mayor has left.");
        check("updated: Mon Feb 14 2011 10:24:00 Police left the town.", "Police left the town.");
        check("(Update 1:10 a.m. Tuesday in Oslo, 6:10 p.m. ET Monday) The king left Oslo.", "The king left Oslo.");
        check("OSLO, Norway (AP)_ The king left the town.", "The king left the town.");
        check("<b id=\"7\">The mayor has left the town.", "The mayor has left the town.");
        check("(ID: nN0817) The mayor has left the town.", "The mayor has left the town.");
        check("Oct 4 The mayor left the town.", "The mayor left the town.");
        check("4 October 2011 The mayor left the town.", "4 October 2011 The mayor left the town.");
        check("12 men left the town.", "12 men left the town.");
    }

    #[test]
    fn a_transcript_begins_behind_who_speaks() {
        check("JOANNA KARLBERG And on Monday they left.", "And on Monday they left.");
        check("NATO AND THE TOWN left.", "NATO AND THE TOWN left.");
        check("The mayor left.", "The mayor left.");
    }
}
