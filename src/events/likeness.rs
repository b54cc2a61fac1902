//! How alike two mentions are: by the words of their sentences and by the stories they stand in.
//!
//! Words are weighed by how few articles have them. A handful of articles says little about that, so every count starts
//! from how common the word is in English: four articles on one war do not make "war" a stop word, nor "the" a rare one.
//! Two reports of one event often share few words in the sentence and many in the article; two earthquakes share the
//! sentence and not the article. So both count, in equal parts.

use std::collections::{BTreeMap, HashMap};

use super::Rules;
use super::lexicon::{Class, Lexicon};
use crate::model::{Article, Mention};
use crate::text;

/// Words of a text with their weights, sorted by word, of length one.
#[derive(Clone, Debug, Default)]
pub(super) struct Vector(Vec<(u64, f32)>);

impl Vector {
    /// Returns the cosine of two vectors, 0 to 1.
    pub fn cosine(&self, other: &Self) -> f64 {
        let (mut a, mut b) = (self.0.as_slice(), other.0.as_slice());
        let mut sum = 0.0;
        while let (Some(x), Some(y)) = (a.first(), b.first()) {
            match x.0.cmp(&y.0) {
                std::cmp::Ordering::Less => a = &a[1..],
                std::cmp::Ordering::Greater => b = &b[1..],
                std::cmp::Ordering::Equal => {
                    sum += f64::from(x.1) * f64::from(y.1);
                    (a, b) = (&a[1..], &b[1..]);
                }
            }
        }
        sum.min(1.0)
    }

    /// Returns the heaviest words, at most `most` of them.
    pub fn heaviest(&self, most: usize) -> impl Iterator<Item = u64> {
        let mut words = self.0.clone();
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        words.into_iter().take(most).map(|(word, _)| word)
    }

    fn shortened(mut self, most: usize) -> Self {
        self.0.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        self.0.truncate(most);
        self.0.sort_by_key(|(word, _)| *word);
        self
    }
}

/// The vectors of all mentions and articles.
#[derive(Debug)]
pub(super) struct Likeness {
    pub mentions: Vec<Vector>,
    articles: Vec<Vector>,
}

/// So many words stand for an article.
const ARTICLE_WORDS: usize = 80;

impl Likeness {
    pub fn new(mentions: &[Mention], articles: &[Article], rules: &Rules) -> Self {
        let counts: Vec<Counts> = articles.iter().map(|article| count(&article.text, &rules.lexicon)).collect();
        let mut known: HashMap<u64, (f32, f32)> = HashMap::new();
        for (word, (_, prior)) in counts.iter().flatten() {
            known.entry(*word).or_insert((0.0, *prior)).0 += 1.0;
        }
        let total = articles.len() as f32 + BACKGROUND;
        let rarity = |word: u64, prior: f32| {
            let (seen, prior) = known.get(&word).copied().unwrap_or((0.0, prior));
            ((total + 1.0) / (seen + BACKGROUND * prior + 0.5)).ln().max(0.0)
        };
        let vector = |counts: &Counts| weighed(counts, rarity);
        Self {
            articles: counts.iter().map(|counts| vector(counts).shortened(ARTICLE_WORDS)).collect(),
            mentions: mentions
                .iter()
                .map(|mention| vector(&count(&articles[mention.article.0].text[mention.span.clone()], &rules.lexicon)))
                .collect(),
        }
    }

    /// Returns how alike the sentences of two mentions are and how alike their articles, each 0 to 1.
    pub fn of(&self, mentions: &[Mention], a: usize, b: usize) -> (f64, f64) {
        let (first, second) = (mentions[a].article.0, mentions[b].article.0);
        let story = if first == second { 1.0 } else { self.articles[first].cosine(&self.articles[second]) };
        (self.mentions[a].cosine(&self.mentions[b]), story)
    }
}

/// As many articles of ordinary English as this are thought to stand beside those that are given.
const BACKGROUND: f32 = 30.0;

/// Word → how often it stands there, and the share of ordinary articles that have it.
type Counts = BTreeMap<u64, (f32, f32)>;

fn count(text: &str, lexicon: &Lexicon) -> Counts {
    let mut counts = Counts::new();
    for written in text::words(text) {
        let folded = text::fold(written);
        let folded = folded.trim_end_matches("'s").trim_end_matches('\'');
        let word = lexicon.word(folded);
        if word.is(Class::Stop) || folded.len() < 2 {
            continue;
        }
        let stem = stem(lexicon.base(folded));
        counts.entry(text::fingerprint(stem)).or_insert((0.0, share(word.band))).0 += 1.0;
    }
    counts
}

/// The share of ordinary articles that have a word of this band: about a third for the commonest that are no stop words.
fn share(band: Option<u8>) -> f32 {
    band.map_or(0.002, |band| 0.002 * 2.2_f32.powi(i32::from(band)).min(250.0))
}

/// Takes the ending of a plural or a regular verb off; crude, and the same for both sides.
fn stem(word: &str) -> &str {
    let word = word.strip_suffix('s').filter(|rest| rest.len() > 2 && !rest.ends_with('s')).unwrap_or(word);
    ["ing", "ed", "er", "ion"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() > 3))
        .unwrap_or(word)
}

fn weighed(counts: &Counts, rarity: impl Fn(u64, f32) -> f32) -> Vector {
    let mut words: Vec<(u64, f32)> =
        counts.iter().map(|(word, (count, prior))| (*word, (1.0 + count.ln()) * rarity(*word, *prior))).collect();
    let length = words.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if length > 0.0 {
        words.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
    Vector(words)
}
