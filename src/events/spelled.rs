//! How a source is written: without what stands around it, and by name where only a pronoun stands.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::memory::{Memory, is_human, is_personal};
use super::names::{Name, NameKind};
use super::stamp::without_stamp;
use super::token::{Shape, Tokens};

/// Returns the words of a source without what stands around it: marks, the hour and the label of a live report or a
/// transcript, times and adverbs ("last week the ministry", "the mayor earlier"), and what opens its clause ("that it").
/// Empty where nothing else is left.
pub(super) fn bare(tokens: &Tokens, words: Range<usize>) -> Range<usize> {
    let mut words = without_stamp(tokens, words);
    let shape = |at: usize| tokens.all[at].shape;
    let mark = |at: usize| shape(at) == Shape::Mark && !matches!(tokens.written(at), "$" | "€" | "£" | "#" | "@" | "%");
    let year = |at: usize| shape(at) == Shape::Number && tokens.written(at).len() == 4;
    let before = |at: usize| mark(at) || at + 1 < words.end && year(at) && tokens.all[at + 1].is_capital();
    words.start = words.clone().find(|at| !before(*at)).unwrap_or(words.end);
    words.start = opened(tokens, words.clone());
    words.end = told(tokens, words.clone());
    let loose = |at: usize| tokens.word(at).is(Class::Preposition) && shape(at) == Shape::Small;
    let weekday = |at: usize| at > words.start + 1 && tokens.word(at).is(Class::Weekday) && loose(at - 1);
    let marked = |at: usize| matches!(tokens.written(at), "," | "“" | "—" | "–" | ":");
    let behind = |at: usize| loose(at) || weekday(at) || marked(at) || is_when(tokens, at);
    words.end = words.clone().rfind(|at| !behind(*at)).map_or(words.start, |at| at + 1);
    // "The plan that he": who stands at the verb.
    let last = words.end.max(1) - 1;
    let pronoun = tokens.word(last).is(Class::Subject) || tokens.folded(last) == "it";
    let joined = words.clone().any(|at| tokens.word(at).is(Class::Conjunction));
    let place = matches!(
        tokens.folded(words.start),
        "in" | "before" | "with" | "without" | "from" | "by" | "for" | "on" | "to"
    );
    let month = words.len() == 1 && tokens.word(last).is(Class::Month) && !tokens.word(last).is(Class::Modal);
    if place || month {
        return words.start..words.start;
    }
    if words.len() > 1 && pronoun && !joined { last..words.end } else { words }
}

/// Where a source begins behind what opens its clause and the time it tells: "that the mayor", "last week the mayor".
pub(super) fn opened(tokens: &Tokens, words: Range<usize>) -> usize {
    let mut at = words.start;
    if at + 2 < words.end + 1
        && (tokens.folded(at), tokens.folded(at + 1)) == ("the", "same")
        && is_unit(tokens, at + 2)
    {
        at += 3;
    }
    while at < words.end {
        let (word, next) = (tokens.word(at), tokens.word(at + 1));
        let dated = at + 1 < words.end && is_unit(tokens, at + 1);
        let which = matches!(tokens.folded(at), "last" | "this" | "next" | "one" | "earlier" | "later");
        if dated && (which || word.is(Class::Weekday)) {
            at += 2;
        } else if tokens.folded(at) == "that"
            && (next.is(Class::Subject) || next.is(Class::Determiner) || tokens.folded(at + 1) == "it")
            || word.is(Class::Relative) && !matches!(tokens.folded(at), "that" | "who" | "which" | "whose")
            || word.is(Class::Subordinator) && at + 1 < words.end && tokens.folded(at) != "as"
            || word.is(Class::Conjunction) && at + 1 < words.end
            || is_when(tokens, at) && at + 1 < words.end
            || matches!(tokens.folded(at), "meanwhile" | "notably" | "earlier" | "later" | "why")
        {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// Whether a word is a time of which there is "this" and "that": "that day", "last week".
pub(super) fn is_unit(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at), "week" | "month" | "year" | "night" | "day" | "morning" | "afternoon" | "evening")
}

/// Where a source ends before a verb that was taken for a part of it: "the spokesman told reporters".
fn told(tokens: &Tokens, words: Range<usize>) -> usize {
    let verb = |at: &usize| {
        let token = tokens.all[*at];
        token.shape == Shape::Small
            && (token.word.any(&[Class::Be, Class::Have, Class::Modal]) && tokens.folded(*at) != "'s"
                || token.word.is(Class::Saying) && matches!(token.word.usual, b'd' | b'z'))
    };
    let relative = |at: &usize| matches!(tokens.folded(*at), "who" | "which" | "that");
    let end = words.clone().find(|at| verb(at) || relative(at)).unwrap_or(words.end);
    if end > words.start { end } else { words.end }
}

/// Whether a word only tells when or how: "earlier", "also", "defiantly".
fn is_when(tokens: &Tokens, at: usize) -> bool {
    let (word, folded) = (tokens.word(at), tokens.folded(at));
    let adverb = word.is(Class::Adverb) && !word.any(&[Class::Pronoun, Class::Determiner]);
    let ly = folded.len() > 4 && folded.ends_with("ly") && (word.is_formless() || word.can(Form::Adverb));
    let time = matches!(
        folded,
        "earlier"
            | "later"
            | "shortly"
            | "afterwards"
            | "meanwhile"
            | "overnight"
            | "yesterday"
            | "today"
            | "tomorrow"
            | "tonight"
            | "notably"
    );
    time || tokens.all[at].shape == Shape::Small && (adverb || ly && !word.can(Form::Noun) && word.usual != b'a')
}

/// Whether a source is only a pronoun, or counts without saying whom: no name to show beside an event.
pub(super) fn is_named(text: &str) -> bool {
    let pronouns = [
        "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "others", "some", "many", "one",
        "who", "which", "both", "most", "all", "several", "there",
    ];
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    // "Some 299 deputies" voted, and nobody knows who.
    let counts = matches!(first, "Some" | "some" | "About" | "about" | "Nearly" | "nearly")
        && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    !counts && !pronouns.iter().any(|pronoun| text.eq_ignore_ascii_case(pronoun))
}

/// Returns a source as written, on one line: a pronoun becomes the person last named in `names`, or before, and a surname
/// the full name of the article ("Mr. Karim" is Ali Karim).
pub(super) fn spelled<'n>(
    tokens: &Tokens,
    words: &Range<usize>,
    mut names: impl Iterator<Item = &'n Name>,
    memory: &Memory,
) -> String {
    if is_personal(tokens, words) {
        let pronoun = tokens.folded(words.start);
        // "Karim said that he had met Roe, but he told them": the sentence goes on with whom it began with.
        let here = names
            .find(|name| name.tokens.end <= words.start && is_human(tokens, name) && memory.fits(&name.full, pronoun));
        if let Some(name) = here.map(|name| &name.full).or_else(|| memory.of(pronoun)) {
            return name.clone();
        }
    }
    let title = |at: usize| tokens.word(at).is(Class::Title) || tokens.folded(at) == ".";
    let surname = |name: &&Name| {
        name.tokens.end == words.end
            && name.kind == NameKind::Person
            && name.tokens.len() < name.full.split(' ').count()
            && (words.start..name.tokens.start).all(title)
    };
    let Some(name) = names.find(surname) else { return as_in_a_sentence(tokens, words) };
    let polite = |at: &usize| matches!(tokens.folded(*at), "mr" | "mrs" | "ms" | "miss" | ".");
    let office: Vec<&str> =
        (words.start..name.tokens.start).filter(|at| !polite(at)).map(|at| tokens.written(at)).collect();
    office.into_iter().chain([name.full.as_str()]).collect::<Vec<_>>().join(" ")
}

/// The words with a small "the" or "a" where only the beginning of a sentence gave it a capital: "the mayor of Mosul".
fn as_in_a_sentence(tokens: &Tokens, words: &Range<usize>) -> String {
    let text = tokens.joined(words.clone());
    let opens = words.start == 0 || matches!(tokens.all[words.start - 1].shape, Shape::Mark | Shape::Number);
    let article = opens && words.len() > 1 && matches!(tokens.folded(words.start), "the" | "a" | "an");
    match text.chars().next() {
        Some(first @ ('T' | 'A')) if article => first.to_ascii_lowercase().to_string() + &text[1..],
        _ => text,
    }
}
