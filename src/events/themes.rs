//! Themes by written rules: the patterns of the config, compiled once into one trie over folded words.
//!
//! A pattern is a word, several words, `prefix*`, or a word with `?` for one letter or none. Words match whole, case and
//! diacritics folded, a possessive ending ignored; inner hyphens belong to the word; marks between words do not count.
//! A pattern of `none` silences its theme in the sentence.
//!
//! Every pattern found counts one, a phrase beside the words in it; close calls go to the theme the config lists first.
//! That is easy to say on a page, and nothing weighed better on the development data: how rare a word is in English or in
//! the collection, how long a phrase is, where a word stands, how many patterns a theme has, how many themes claim one.
//! What did (labels counted from the rules' own verdicts over all articles) needs the whole collection before the first
//! answer, lets an article change the theme of another, and gives themes for words that no rule names.

use std::ops::Range;

use super::token::{Shape, Tokens};
use super::trie::Trie;
use crate::model::{Mention, Theme, ThemeHit};
use crate::text;

/// The patterns of all themes.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    /// The first words of `patterns`.
    trie: Trie,
    patterns: Vec<Pattern>,
    /// Per theme: how many patterns of `all` there are, and whether `any` has one.
    needs: Vec<(u32, bool)>,
}

#[derive(Debug)]
struct Pattern {
    theme: usize,
    part: Part,
    /// The words after the first.
    rest: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Any,
    All(u32),
    None,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    word: String,
    prefix: bool,
}

impl Piece {
    fn matches(&self, folded: &str) -> bool {
        if self.prefix { folded.starts_with(&self.word) } else { folded == self.word }
    }
}

impl Patterns {
    /// Compiles the patterns of `themes`; `names` gives the spellings of an entity id.
    pub fn new(themes: &[Theme], names: impl Fn(&str) -> Vec<String>) -> Self {
        let mut compiled = Self::default();
        let mut firsts = Vec::new();
        for (theme, described) in themes.iter().enumerate() {
            let rules = &described.matches;
            let spellings: Vec<String> = rules.entities.iter().flat_map(|id| names(id)).collect();
            for pattern in rules.any.iter().chain(&spellings) {
                compiled.add(theme, Part::Any, pattern, &mut firsts);
            }
            for (place, pattern) in rules.all.iter().enumerate() {
                compiled.add(theme, Part::All(place as u32), pattern, &mut firsts);
            }
            for pattern in &rules.none {
                compiled.add(theme, Part::None, pattern, &mut firsts);
            }
            compiled.needs.push((rules.all.len() as u32, !rules.any.is_empty() || !spellings.is_empty()));
        }
        compiled.trie = Trie::new(&firsts);
        compiled
    }

    fn add(&mut self, theme: usize, part: Part, pattern: &str, firsts: &mut Vec<(String, bool)>) {
        for mut pieces in pieces(pattern) {
            let first = pieces.remove(0);
            firsts.push((first.word, first.prefix));
            self.patterns.push(Pattern { theme, part, rest: pieces });
        }
    }

    /// Returns the themes of the words in `range`, best first; `spans` of the words that matched go with each.
    pub fn hits(&self, tokens: &Tokens, range: Range<usize>) -> Vec<ThemeHit> {
        if self.patterns.is_empty() {
            return Vec::new();
        }
        let mut begun = Vec::new();
        for at in range.clone() {
            self.trie.words_of(tokens.folded(at), |pattern| begun.push((at, pattern)));
        }
        // Most sentences have no word that any pattern begins with.
        if begun.is_empty() {
            return Vec::new();
        }
        let words: Vec<usize> = range.filter(|at| is_counted(tokens, *at)).collect();
        let mut found = vec![Found::default(); self.needs.len()];
        for (at, pattern) in begun {
            if let Ok(place) = words.binary_search(&at) {
                self.try_pattern(pattern, tokens, &words, place, &mut found);
            }
        }
        let mut hits: Vec<ThemeHit> =
            (0..found.len()).filter_map(|theme| self.hit(theme, &found[theme], tokens, &words)).collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.theme.cmp(&b.theme)));
        hits
    }

    fn try_pattern(&self, at: u32, tokens: &Tokens, words: &[usize], place: usize, found: &mut [Found]) {
        let pattern = &self.patterns[at as usize];
        let end = place + 1 + pattern.rest.len();
        let rest = words.get(place + 1..end);
        if !rest.is_some_and(|rest| pattern.rest.iter().zip(rest).all(|(piece, at)| piece.matches(tokens.folded(*at))))
        {
            return;
        }
        let found = &mut found[pattern.theme];
        match pattern.part {
            Part::None => found.silenced = true,
            Part::All(nth) => found.all |= 1 << nth.min(63),
            Part::Any => found.any = true,
        }
        found.places.push((place as u32, end as u32));
    }

    fn hit(&self, theme: usize, found: &Found, tokens: &Tokens, words: &[usize]) -> Option<ThemeHit> {
        let (all, any) = self.needs[theme];
        let complete = found.all.count_ones() >= all && (found.any || !any) && !found.places.is_empty();
        if found.silenced || !complete {
            return None;
        }
        let mut matched: Vec<String> = Vec::new();
        for (start, end) in longest(&found.places) {
            let words = tokens.slice(words[start as usize]..words[end as usize - 1] + 1);
            if !matched.iter().any(|before| before.eq_ignore_ascii_case(words)) {
                matched.push(words.to_owned());
            }
        }
        Some(ThemeHit { theme, score: found.places.len() as f64, matched })
    }
}

/// The words of a sentence speak for its themes once, however many happenings it tells.
pub(super) fn share(mentions: &mut [Mention]) {
    let parts = mentions.len() as f64;
    for hit in mentions.iter_mut().flat_map(|mention| &mut mention.themes) {
        hit.score = (hit.score / parts * 1000.0).round() / 1000.0;
    }
}

#[derive(Clone, Debug, Default)]
struct Found {
    silenced: bool,
    any: bool,
    all: u64,
    /// First word, end.
    places: Vec<(u32, u32)>,
}

/// Leaves out what lies inside a longer match: "drone strike" says all that "drone" says.
fn longest(places: &[(u32, u32)]) -> impl Iterator<Item = (u32, u32)> + '_ {
    places.iter().enumerate().filter_map(|(at, place)| {
        let inside = places.iter().enumerate().any(|(other_at, other)| {
            let covers = other.0 <= place.0 && other.1 >= place.1;
            let longer = other.1 - other.0 > place.1 - place.0;
            covers && (longer || (other.1 - other.0 == place.1 - place.0 && other_at < at))
        });
        (!inside).then_some(*place)
    })
}

fn is_counted(tokens: &Tokens, at: usize) -> bool {
    tokens.all[at].shape != Shape::Mark && !matches!(tokens.folded(at), "'s" | "'")
}

/// Cuts a pattern into words and spells out its `?`: one list of pieces per spelling.
fn pieces(pattern: &str) -> Vec<Vec<Piece>> {
    let mut spellings: Vec<Vec<Piece>> = vec![Vec::new()];
    for word in text::fold(pattern).split_whitespace() {
        let word = word
            .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '?' | '.' | '-' | '\''))
            .trim_start_matches(['\'', '-', '.']);
        let word = word.trim_end_matches("'s").trim_end_matches('\'');
        let prefix = word.ends_with('*');
        let word = word.trim_end_matches('*');
        if word.is_empty() {
            continue;
        }
        let variants = question(word);
        spellings = spellings
            .iter()
            .flat_map(|pieces| {
                variants.iter().map(move |word| {
                    let mut pieces = pieces.clone();
                    pieces.push(Piece { word: word.clone(), prefix });
                    pieces
                })
            })
            .take(MOST_SPELLINGS)
            .collect();
    }
    spellings.retain(|pieces| !pieces.is_empty());
    spellings
}

/// A pattern with several `?` multiplies; nobody needs more than two of them.
const MOST_SPELLINGS: usize = 800;

fn question(word: &str) -> Vec<String> {
    let Some((before, after)) = word.split_once('?') else { return vec![word.to_owned()] };
    let letters = ('a'..='z').map(|letter| format!("{before}{letter}"));
    std::iter::once(before.to_owned())
        .chain(letters)
        .flat_map(|start| question(after).into_iter().map(move |end| format!("{start}{end}")))
        .take(MOST_SPELLINGS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;
    use crate::model::{Mark, Match};

    fn theme(any: &[&str], none: &[&str]) -> Theme {
        let list = |patterns: &[&str]| patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
        let matches = Match { any: list(any), none: list(none), ..Match::default() };
        Theme { id: "t".into(), title: "T".into(), why: None, mark: Mark::Circle, matches }
    }

    fn check(any: &[&str], none: &[&str], text: &str, expected: &[&str]) {
        let lexicon = Lexicon::new();
        let patterns = Patterns::new(&[theme(any, none)], |_| Vec::new());
        let mut tokens = Tokens::new(text);
        let range = tokens.cut(0..text.len(), &lexicon);
        let found: Vec<String> = patterns.hits(&tokens, range).into_iter().flat_map(|hit| hit.matched).collect();
        assert_eq!(found, expected, "{any:?} in {text}");
    }

    #[test]
    fn words_match_whole_and_folded() {
        check(&["dam"], &[], "The Dam’s wall; damage, dams.", &["Dam"]);
        check(&["zelenskyy", "cafe"], &[], "ZELENSKYY at the Café", &["ZELENSKYY", "Café"]);
        check(&["air-defen?e"], &[], "air-defence, air-defense and air defence", &["air-defence", "air-defense"]);
        check(&["colo?r"], &[], "color colour colors", &["color", "colour"]);
    }

    #[test]
    fn phrases_and_prefixes() {
        check(&["oil refiner*", "strike*"], &[], "An oil refinery was hit by strikes.", &["oil refinery", "strikes"]);
        check(&["region, russia"], &[], "in the Bryansk region, Russia said", &["region, Russia"]);
        check(&["trump's administration"], &[], "Trump’s administration", &["Trump’s administration"]);
    }

    #[test]
    fn a_longer_match_covers_a_shorter_one() {
        check(&["drone", "drone strike*"], &[], "a drone strike", &["drone strike"]);
    }

    #[test]
    fn none_silences() {
        check(&["strike*"], &["bus drivers"], "Bus drivers strike.", &[]);
    }

    #[test]
    fn more_words_win_then_the_order_of_the_config() {
        let lexicon = Lexicon::new();
        let best = |text: &str| {
            let themes = [theme(&["ombud", "plaint"], &[]), theme(&["mortarman", "gun", "salvo gun"], &[])];
            let patterns = Patterns::new(&themes, |_| Vec::new());
            let mut tokens = Tokens::new(text);
            let range = tokens.cut(0..text.len(), &lexicon);
            patterns.hits(&tokens, range)[0].theme
        };
        assert_eq!(best("The mortarman left the ombud before the gun."), 1);
        assert_eq!(best("The ombud told of a salvo gun."), 1);
        assert_eq!(best("The mortarman left the ombud."), 0);
        assert_eq!(best("The plaint told the ombud of the salvo gun."), 0);
    }
}
