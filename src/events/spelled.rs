//! How a source is written: without what stands around it, and by name where only a pronoun stands.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::names::{Name, NameKind};
use super::stamp::without_stamp;
use super::token::{Shape, Tokens};

/// Whom a pronoun stands for, kept while an article is read.
#[derive(Debug, Default)]
pub(super) struct Memory {
    he: Option<String>,
    she: Option<String>,
}

impl Memory {
    /// Remembers the people a sentence names first, and before them who has `said` what it tells.
    pub fn note(&mut self, tokens: &Tokens, names: &[Name], said: Option<&Range<usize>>) {
        let mut people = names.iter().filter(|name| is_human(tokens, name));
        if let Some(first) = people.next() {
            self.put(&first.full, titled(tokens, first));
            // Of those behind the first only a "Mr." or "Ms." tells who "he" and "she" are.
            let second = people.next().filter(|name| !is_owner(tokens, name));
            let sex = second.and_then(|name| titled(tokens, name));
            second.filter(|_| sex.is_some()).iter().for_each(|name| self.put(&name.full, sex));
        }
        let Some(words) = said else { return };
        let of = |name: &&Name| {
            let behind = name.tokens.start == words.end + 1 && tokens.folded(words.end) == ",";
            is_human(tokens, name) && (behind || words.contains(&name.tokens.start) && !is_beside(tokens, words, name))
        };
        if let Some(name) = names.iter().rfind(of) {
            self.put(&name.full, sex(tokens, words.start..name.tokens.end));
        } else if let Some(role) = role(tokens, words) {
            let sex = sex(tokens, words.start..role + 1);
            let known = if sex == Some(Sex::Female) { &self.she } else { &self.he };
            // "The governor" mostly is whom the article has named; "a lawyer" is somebody new.
            if known.is_none() || tokens.folded(words.start) != "the" {
                self.put(&written(tokens, words), sex);
            }
        }
    }

    fn put(&mut self, name: &str, sex: Option<Sex>) {
        if sex != Some(Sex::Male) {
            self.she = Some(name.to_owned());
        }
        if sex != Some(Sex::Female) {
            self.he = Some(name.to_owned());
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sex {
    Male,
    Female,
}

/// What the titles and roles among some words tell: "Ms. Roe", "the spokesman".
fn sex(tokens: &Tokens, words: Range<usize>) -> Option<Sex> {
    words.into_iter().find_map(|at| match tokens.folded(at) {
        "mr" | "sir" | "lord" | "king" | "father" | "son" | "brother" | "husband" => Some(Sex::Male),
        "ms" | "mrs" | "miss" | "lady" | "queen" | "mother" | "daughter" | "sister" | "wife" => Some(Sex::Female),
        folded if tokens.all[at].shape == Shape::Small && folded.ends_with("woman") => Some(Sex::Female),
        folded if tokens.all[at].shape == Shape::Small && folded.ends_with("man") => Some(Sex::Male),
        _ => None,
    })
}

/// What the title right before a name tells: "Ms. Roe".
fn titled(tokens: &Tokens, name: &Name) -> Option<Sex> {
    let end = name.tokens.start;
    let dot = usize::from(end > 0 && tokens.folded(end - 1) == ".");
    sex(tokens, end.saturating_sub(1 + dot)..end)
}

/// "Karim's mayor".
fn is_owner(tokens: &Tokens, name: &Name) -> bool {
    matches!(tokens.folded(name.tokens.end), "'s" | "'")
}

/// "The mayor of Karim's town", "Karim's mayor": whether a name only tells which one it is.
fn is_beside(tokens: &Tokens, words: &Range<usize>, name: &Name) -> bool {
    let first = name.tokens.start;
    is_owner(tokens, name) || first > words.start && tokens.word(first - 1).is(Class::Preposition)
}

/// One who is called by what he is: "the mayor of Mosul", not "officials".
fn role(tokens: &Tokens, words: &Range<usize>) -> Option<usize> {
    let stops = |at: &usize| tokens.all[*at].shape == Shape::Mark || tokens.word(*at).is(Class::Preposition);
    let head = words.clone().take_while(|at| !stops(at)).last()?;
    let human = tokens.word(head).any(&[Class::Person, Class::Title]) && !tokens.ends(head, b"s");
    (human && !MANY.contains(&tokens.folded(head))).then_some(head)
}

/// Words for those who speak that are many.
const MANY: [&str; 20] = [
    "authority",
    "police",
    "people",
    "men",
    "women",
    "children",
    "company",
    "government",
    "agency",
    "campaign",
    "ministry",
    "department",
    "court",
    "army",
    "military",
    "newspaper",
    "magazine",
    "office",
    "team",
    "group",
];

pub(super) fn is_personal(tokens: &Tokens, words: &Range<usize>) -> bool {
    words.len() == 1 && matches!(tokens.folded(words.start), "he" | "she" | "his" | "her")
}

fn written(tokens: &Tokens, words: &Range<usize>) -> String {
    let written = if words.is_empty() { "" } else { tokens.slice(words.clone()) };
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a name can only be somebody's: one with a first name (no "Aurelia Investment") or a title, or a single word that
/// English does not have and that follows neither "the" nor what it might be the name of ("the yacht Aurelia").
fn is_human(tokens: &Tokens, name: &Name) -> bool {
    if name.kind != NameKind::Person {
        return false;
    }
    let last = tokens.word(name.tokens.end - 1);
    if name.full.contains(' ') {
        return !(name.tokens.len() > 1 && last.usual == b'n' && last.band > Some(2));
    }
    let (first, at) = (tokens.word(name.tokens.start), name.tokens.start);
    let thing = at.checked_sub(1).is_some_and(|before| {
        let token = tokens.all[before];
        let role = token.word.any(&[Class::Person, Class::Title, Class::Preposition]);
        tokens.folded(before) == "the" || token.shape == Shape::Small && token.word.can(Form::Noun) && !role
    });
    let plain = tokens.all[at].shape == Shape::Capital && !tokens.folded(at).contains(|c: char| c.is_ascii_digit());
    titled(tokens, name).is_some() || plain && first.is_formless() && !thing
}

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

/// Returns a source as written, on one line; a pronoun becomes the person last named in `names`, or before.
pub(super) fn spelled<'n>(
    tokens: &Tokens,
    words: &Range<usize>,
    names: impl Iterator<Item = &'n Name>,
    memory: &Memory,
) -> String {
    if is_personal(tokens, words) {
        // "Karim said that he had met Roe, but he told them": the sentence goes on with whom it began with.
        let mut names = names;
        let here =
            names.find(|name| name.tokens.end <= words.start && is_human(tokens, name)).map(|name| name.full.clone());
        let before = if matches!(tokens.folded(words.start), "he" | "his") { &memory.he } else { &memory.she };
        if let Some(name) = here.or_else(|| before.clone()) {
            return name;
        }
    }
    written(tokens, words)
}
