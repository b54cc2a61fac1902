//! How alike two mentions are: by the words of their sentences and by the stories they stand in.
//!
//! Words are weighed by how few articles have them. A handful of articles says little about that, so every count starts
//! from how common the word is in English: four articles on one war do not make "war" a stop word, nor "the" a rare one.
//! Two reports of one event often share few words in the sentence and many in the article; two earthquakes share the
//! sentence and not the article. So both count, in equal parts.
//!
//! Every text is read once. Words are numbered on the way, so that counting and comparing is arithmetic on numbers.

use std::cell::RefCell;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::Rules;
use super::lexicon::{Class, Lexicon};
use crate::model::{Article, Mention};
use crate::text;

/// Words of a text with their weights, sorted by word, of length one.
#[derive(Clone, Debug, Default)]
pub(super) struct Vector(Vec<(u32, f32)>);

impl Vector {
    /// Returns the cosine of two vectors, 0 to 1. Without branches on which word comes first, as no processor can guess
    /// them.
    pub fn cosine(&self, other: &Self) -> f64 {
        let (a, b) = (self.0.as_slice(), other.0.as_slice());
        let (mut x, mut y, mut sum) = (0, 0, 0.0);
        while let (Some(first), Some(second)) = (a.get(x), b.get(y)) {
            let product = f64::from(first.1) * f64::from(second.1);
            sum += if first.0 == second.0 { product } else { 0.0 };
            x += usize::from(first.0 <= second.0);
            y += usize::from(second.0 <= first.0);
        }
        f64::min(sum, 1.0)
    }

    /// Returns the words that both have, each with what it adds to the cosine.
    fn products(&self, other: &Self) -> impl Iterator<Item = (u32, f64)> {
        self.0.iter().filter_map(|(word, weight)| {
            let at = other.0.binary_search_by_key(word, |(other, _)| *other).ok()?;
            Some((*word, f64::from(*weight) * f64::from(other.0[at].1)))
        })
    }

    /// Returns how many words there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns the heaviest words, at most `most` of them, heaviest first.
    pub fn heaviest(&self, most: usize) -> impl Iterator<Item = u32> {
        // No weight is negative, so that the bits of two have the order of the two: one number holds weight and word.
        let key = |(word, weight): &(u32, f32)| u64::from(weight.to_bits()) << 32 | u64::from(!word);
        let mut words: Vec<u64> = self.0.iter().map(key).collect();
        words.sort_unstable();
        words.into_iter().rev().take(most).map(|key| !(key as u32))
    }

    fn shortened(mut self, most: usize) -> Self {
        if self.0.len() > most {
            self.0.select_nth_unstable_by(most, heavier);
            self.0.truncate(most);
            self.0.sort_unstable_by_key(|(word, _)| *word);
        }
        self
    }
}

/// One vector spread out over all words, for comparing it with many: the words of the others need not be sought in it.
#[derive(Debug)]
pub(super) struct Spread(Vec<f32>);

impl Spread {
    /// Returns the empty spread of so many words.
    fn of(words: usize) -> Self {
        Self(vec![0.0; words])
    }

    /// Puts a vector into the empty spread.
    pub fn put(&mut self, vector: &Vector) {
        vector.0.iter().for_each(|(word, weight)| self.0[*word as usize] = *weight);
    }

    /// Takes the vector out again.
    pub fn take(&mut self, vector: &Vector) {
        vector.0.iter().for_each(|(word, _)| self.0[*word as usize] = 0.0);
    }

    /// Returns what [`Vector::cosine`] returns of the vector within and another.
    pub fn cosine(&self, other: &Vector) -> f64 {
        let product = |(word, weight): &(u32, f32)| f64::from(self.0[*word as usize]) * f64::from(*weight);
        f64::min(other.0.iter().map(product).fold(0.0, |sum, product| sum + product), 1.0)
    }
}

fn heavier(a: &(u32, f32), b: &(u32, f32)) -> std::cmp::Ordering {
    b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
}

/// What two sentences have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Common {
    /// How alike they are by all their words, 0 to 1.
    pub all: f64,
    /// What part of that is due to words that name nobody.
    pub besides_names: f64,
    /// How many such words there are.
    pub words: usize,
}

impl Common {
    /// Whether words besides names are the same: the same people alone do many things.
    pub fn is_more_than_names(self) -> bool {
        self.words >= WORDS && self.besides_names >= BESIDES_NAMES
    }
}

/// The least likeness by words that name nobody, and how many such words.
const BESIDES_NAMES: f64 = 0.13;
const WORDS: usize = 2;

/// The vectors of all mentions and articles.
#[derive(Debug)]
pub(super) struct Likeness {
    pub mentions: Vec<Vector>,
    /// How many words there are in all.
    pub words: usize,
    articles: Vec<Vector>,
    /// Whether a word mostly stands with a capital, as names do.
    is_name: Vec<bool>,
    /// How alike each article is to itself: less than 1 where it has more words than stand for it.
    own: Vec<f64>,
    stories: RefCell<Stories>,
}

/// How alike articles are, as far as it was asked.
#[derive(Debug)]
struct Stories {
    /// What is known of two articles, the first before the second: many pairs of mentions ask for the same two.
    known: HashMap<(u32, u32), f64>,
    /// The words of the article that was last compared: it often is the next to be compared, too.
    spread: Spread,
    of: Option<u32>,
}

/// Articles of one story stay below this, copies above.
const COPY: f64 = 0.7;
/// So many words stand for an article.
const ARTICLE_WORDS: usize = 80;

impl Likeness {
    pub fn new(mentions: &[Mention], articles: &[Article], rules: &Rules) -> Self {
        let mut stems = Stems::new(&rules.lexicon);
        let texts: Vec<Vec<Placed>> = articles.iter().map(|article| stems.read(&article.text)).collect();
        let counts: Vec<Vec<(u32, f32)>> = texts.iter().map(|text| counted(text)).collect();
        let rarities = stems.rarities(&counts);
        let article = |counts| weighed(counts, &rarities).shortened(ARTICLE_WORDS);
        let words = |mention: &Mention| within(&texts[mention.article.0], &mention.span);
        let mention = |mention: &Mention| weighed(counted(words(mention)), &rarities);
        let articles: Vec<Vector> = counts.into_iter().map(article).collect();
        Self {
            own: articles.iter().map(|article| article.cosine(article)).collect(),
            articles,
            mentions: mentions.iter().map(mention).collect(),
            words: rarities.len(),
            is_name: stems.spelled.iter().map(|(capital, all)| 2 * capital > *all).collect(),
            stories: RefCell::new(Stories { known: HashMap::new(), spread: Spread::of(rarities.len()), of: None }),
        }
    }

    /// Returns an empty spread of all words.
    pub fn spread(&self) -> Spread {
        Spread::of(self.words)
    }

    /// Returns how alike the sentences of two mentions are, 0 to 1.
    pub fn of_sentences(&self, a: usize, b: usize) -> f64 {
        self.mentions[a].cosine(&self.mentions[b])
    }

    /// Returns what the sentences of two mentions have in common.
    pub fn common(&self, a: usize, b: usize) -> Common {
        let mut common = Common::default();
        for (word, product) in self.mentions[a].products(&self.mentions[b]) {
            common.all += product;
            if !self.is_name[word as usize] {
                common.besides_names += product;
                common.words += 1;
            }
        }
        common
    }

    /// Returns how alike two articles are, 0 to 1, by their indices.
    pub fn of_stories(&self, a: u32, b: u32) -> f64 {
        if a == b {
            return 1.0;
        }
        let stories = &mut *self.stories.borrow_mut();
        let pair = (a.min(b), a.max(b));
        if let Some(known) = stories.known.get(&pair) {
            return *known;
        }
        if stories.of != Some(a) {
            stories.of.iter().for_each(|last| stories.spread.take(&self.articles[*last as usize]));
            stories.spread.put(&self.articles[a as usize]);
            stories.of = Some(a);
        }
        let cosine = stories.spread.cosine(&self.articles[b as usize]);
        stories.known.insert(pair, cosine);
        cosine
    }

    /// Returns whether two articles have most of their words in common, one being a copy or a later version of the other.
    pub fn are_copies(&self, a: u32, b: u32) -> bool {
        self.of_stories(a, b) > COPY * (self.own[a as usize] * self.own[b as usize]).sqrt()
    }
}

/// As many articles of ordinary English as this are thought to stand beside those that are given.
const BACKGROUND: f32 = 30.0;

/// A word that counts: where it begins, in bytes, and the number of its stem.
type Placed = (u32, u32);

/// Numbers for the stems of words, each with the share of ordinary articles that have it.
struct Stems<'a> {
    lexicon: &'a Lexicon,
    /// What every spelling stands for, by its fingerprint; `None` for words that tell nothing.
    spellings: HashMap<u64, Option<u32>>,
    /// By the fingerprint of the stem.
    numbers: HashMap<u64, u32>,
    shares: Vec<f32>,
    /// How often each stands with a capital, and in all.
    spelled: Vec<(u32, u32)>,
}

impl<'a> Stems<'a> {
    fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, spellings: HashMap::new(), numbers: HashMap::new(), shares: Vec::new(), spelled: Vec::new() }
    }

    fn read(&mut self, text: &str) -> Vec<Placed> {
        let start = |word: &str| (word.as_ptr() as usize - text.as_ptr() as usize) as u32;
        let placed = text::words(text).filter_map(|word| {
            let number = self.number(word)?;
            let (capital, all) = &mut self.spelled[number as usize];
            *capital += u32::from(word.starts_with(char::is_uppercase));
            *all += 1;
            Some((start(word), number))
        });
        placed.collect()
    }

    fn number(&mut self, written: &str) -> Option<u32> {
        let spelling = text::fingerprint(written);
        if let Some(known) = self.spellings.get(&spelling) {
            return *known;
        }
        let folded = text::fold(written);
        let folded = folded.trim_end_matches("'s").trim_end_matches('\'');
        let word = self.lexicon.word(folded);
        let counts = !word.is(Class::Stop) && folded.len() >= 2;
        let number = counts.then(|| {
            let next = self.shares.len() as u32;
            let number = *self.numbers.entry(text::fingerprint(stem(self.lexicon.base(folded)))).or_insert(next);
            if number == next {
                self.shares.push(share(word.band));
                self.spelled.push((0, 0));
            }
            number
        });
        self.spellings.insert(spelling, number);
        number
    }

    /// Returns for every stem how much it tells: the logarithm of how few articles have it.
    fn rarities(&self, texts: &[Vec<(u32, f32)>]) -> Vec<f32> {
        let mut seen = vec![0.0_f32; self.shares.len()];
        texts.iter().flatten().for_each(|(word, _)| seen[*word as usize] += 1.0);
        let total = texts.len() as f32 + BACKGROUND;
        let rarity = |(seen, share): (f32, &f32)| ((total + 1.0) / (seen + BACKGROUND * share + 0.5)).ln().max(0.0);
        seen.into_iter().zip(&self.shares).map(rarity).collect()
    }
}

fn within<'t>(text: &'t [Placed], span: &Range<usize>) -> &'t [Placed] {
    let at = |byte: usize| text.partition_point(|(start, _)| (*start as usize) < byte);
    &text[at(span.start)..at(span.end)]
}

/// Returns every word of a text once, in the order of their numbers, with how often it stands there.
fn counted(text: &[Placed]) -> Vec<(u32, f32)> {
    let mut words: Vec<u32> = text.iter().map(|(_, word)| *word).collect();
    words.sort_unstable();
    let mut counts: Vec<(u32, f32)> = Vec::with_capacity(words.len());
    for word in words {
        match counts.last_mut() {
            Some((last, count)) if *last == word => *count += 1.0,
            _ => counts.push((word, 1.0)),
        }
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

/// Weighs words that were counted.
fn weighed(mut words: Vec<(u32, f32)>, rarities: &[f32]) -> Vector {
    words.iter_mut().for_each(|(word, weight)| *weight = (1.0 + weight.ln()) * rarities[*word as usize]);
    let length = words.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if length > 0.0 {
        words.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
    Vector(words)
}
