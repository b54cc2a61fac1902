//! Whom "he" and "she" stand for: who spoke last, else whom a sentence names first.
//!
//! A title ("Ms. Roe"), a role ("the spokesman") and what the article itself says of somebody ("Roe cited her aides") tell
//! who is meant; where nothing does, both pronouns can stand for the same person.

use std::ops::Range;

use foldhash::HashMap;

use super::lexicon::Class;
use super::names::{Name, NameKind};
use super::token::{Shape, Tokens};

/// Whom a pronoun stands for, kept while an article is read.
#[derive(Debug, Default)]
pub(super) struct Memory {
    he: Option<String>,
    she: Option<String>,
    /// What the article has told of people by "his" and "her".
    sexes: HashMap<String, Sex>,
}

impl Memory {
    /// Returns whom "he", "his", "she" or "her" stands for.
    pub fn of(&self, pronoun: &str) -> Option<&String> {
        if is_his(pronoun) { self.he.as_ref() } else { self.she.as_ref() }
    }

    /// Whether a pronoun can stand for somebody.
    pub fn fits(&self, name: &str, pronoun: &str) -> bool {
        self.sexes.get(name).is_none_or(|sex| (*sex == Sex::Male) == is_his(pronoun))
    }

    /// Remembers the people a sentence names first, and before them who has `said` what it tells.
    pub fn note(&mut self, tokens: &Tokens, sentence: &Range<usize>, names: &[Name], said: Option<&Range<usize>>) {
        self.learn(tokens, sentence, names);
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
            // "Karim said": a town says nothing, and no company is "he".
            let alone = name.kind == NameKind::Person && name.tokens == *words;
            alone
                || is_human(tokens, name)
                    && (behind || words.contains(&name.tokens.start) && !is_beside(tokens, words, name))
        };
        if let Some(name) = names.iter().rfind(of) {
            self.put(&name.full, sex(tokens, words.start..name.tokens.end));
        } else if let Some(role) = role(tokens, words) {
            let sex = sex(tokens, words.start..role + 1);
            let known = if sex == Some(Sex::Female) { &self.she } else { &self.he };
            // "The governor" mostly is whom the article has named; "a lawyer" is somebody new.
            if known.is_none() || tokens.folded(words.start) != "the" {
                self.put(&tokens.joined(words.clone()), sex);
            }
        }
    }

    /// "Roe cited her own aides": of the only one whom a sentence names.
    fn learn(&mut self, tokens: &Tokens, sentence: &Range<usize>, names: &[Name]) {
        let mut people = names.iter().filter(|name| name.kind == NameKind::Person);
        let (Some(only), None) = (people.next(), people.next()) else { return };
        if self.sexes.contains_key(&only.full) || !is_human(tokens, only) {
            return;
        }
        let behind = || (only.tokens.end..sentence.end).map(|at| tokens.folded(at));
        let (his, hers) = (behind().any(is_his), behind().any(is_hers));
        if his != hers {
            self.sexes.insert(only.full.clone(), if his { Sex::Male } else { Sex::Female });
        }
    }

    fn put(&mut self, name: &str, sex: Option<Sex>) {
        let sex = match sex {
            Some(sex) => Some(*self.sexes.entry(name.to_owned()).or_insert(sex)),
            None => self.sexes.get(name).copied(),
        };
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

/// Whether the words are one pronoun that stands for somebody.
pub(super) fn is_personal(tokens: &Tokens, words: &Range<usize>) -> bool {
    let pronoun = tokens.folded(words.start);
    words.len() == 1 && (is_his(pronoun) || is_hers(pronoun))
}

fn is_his(word: &str) -> bool {
    matches!(word, "he" | "his")
}

fn is_hers(word: &str) -> bool {
    matches!(word, "she" | "her")
}

/// Whether a name can only be somebody's: one with a first name (no "Aurelia Investment"), or one behind a title or what
/// somebody is ("Ms. Roe", "the engineer Karim"). A single word alone could be a town.
pub(super) fn is_human(tokens: &Tokens, name: &Name) -> bool {
    if name.kind != NameKind::Person {
        return false;
    }
    let last = tokens.word(name.tokens.end - 1);
    if name.full.contains(' ') {
        return !(name.tokens.len() > 1 && last.usual == b'n' && last.band > Some(2));
    }
    let role = |at: usize| tokens.word(at).any(&[Class::Person, Class::Title]);
    titled(tokens, name).is_some() || name.tokens.start.checked_sub(1).is_some_and(role)
}
