//! How alike two mentions are: by the words of their sentences and by the stories they stand in.
//!
//! Words are weighed by how few articles have them. A handful of articles says little about that, so every count starts
//! from how common the word is in English: four articles on one war do not make "war" a stop word, nor "the" a rare one.
//! Two reports of one event often share few words in the sentence and many in the article; two earthquakes share the
//! sentence and not the article. So both count, in equal parts.
//!
//! Words are numbers here (`stems`), and the words of all texts lie in rows behind each other.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::ops::Range;

use super::Rules;
use super::glance::Glance;
use super::stems::{Counter, Placed, Rows, Stems, Weighed};
use crate::model::Article;

/// One text of many with its words spread out over all words, for comparing it with others: their words need not be
/// sought in it.
#[derive(Debug)]
struct Spread {
    weights: Vec<f32>,
    of: Option<usize>,
}

impl Spread {
    fn new(words: usize) -> Self {
        Self { weights: vec![0.0; words], of: None }
    }

    /// Puts one of two texts in, if neither is, and returns the words of the other.
    #[inline]
    fn put<'r>(&mut self, rows: &'r Rows, a: usize, b: usize) -> &'r [Weighed] {
        if self.of == Some(b) {
            return rows.row(a);
        }
        if self.of != Some(a) {
            self.of.iter().flat_map(|of| rows.row(*of)).for_each(|(word, _)| self.weights[*word as usize] = 0.0);
            rows.row(a).iter().for_each(|(word, weight)| self.weights[*word as usize] = *weight);
            self.of = Some(a);
        }
        rows.row(b)
    }

    /// Returns the words of another text, each with what it adds to the cosine of the two.
    #[inline]
    fn products(&self, other: &[Weighed]) -> impl Iterator<Item = (u32, f64)> {
        other.iter().map(|(word, weight)| (*word, f64::from(self.weights[*word as usize]) * f64::from(*weight)))
    }

    #[inline]
    fn cosine(&self, other: &[Weighed]) -> f64 {
        f64::min(self.products(other).fold(0.0, |sum, (_, product)| sum + product), 1.0)
    }
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

/// The weighed words of all mentions and articles, each text of length one.
#[derive(Debug)]
pub(super) struct Likeness {
    mentions: Rows,
    /// How many words there are in all.
    pub words: usize,
    articles: Rows,
    /// Whether a word mostly stands with a capital, as names do.
    is_name: Vec<bool>,
    /// How alike each article is to itself: less than 1 where it has more words than stand for it.
    own: Vec<f64>,
    /// The mention that was last compared: it often is the next to be compared, too.
    sentence: RefCell<Spread>,
    stories: RefCell<Stories>,
}

/// How alike articles are, as far as it was asked lately: many pairs of mentions ask for the same two.
#[derive(Debug)]
struct Stories {
    /// Two articles, the first before the second, and how alike they are, at the place that their numbers give.
    known: Vec<(u32, u32, f64)>,
    spread: Spread,
}

/// For so many pairs an article there is room to be known, but for no more than that in all.
const KNOWN: usize = 64;
const MOST_KNOWN: usize = 1 << 16;

impl Stories {
    fn new(articles: usize, words: usize) -> Self {
        let room = (KNOWN * articles).next_power_of_two().min(MOST_KNOWN);
        Self { known: vec![(0, 0, 1.0); room], spread: Spread::new(words) }
    }

    #[inline]
    fn alike(&mut self, articles: &Rows, a: u32, b: u32) -> f64 {
        let (a, b) = (a.min(b), a.max(b));
        let place = (u64::from(a) * BESIDE + u64::from(b)) as usize & (self.known.len() - 1);
        let (first, second, known) = self.known[place];
        if (first, second) == (a, b) {
            return known;
        }
        let other = self.spread.put(articles, a as usize, b as usize);
        let cosine = self.spread.cosine(other);
        self.known[place] = (a, b, cosine);
        cosine
    }
}

/// How far from each other the places are where the pairs of two articles begin.
const BESIDE: u64 = 0x9e37_79b1;

/// Articles of one story stay below this, copies above.
const COPY: f64 = 0.7;
/// So many words stand for an article.
const ARTICLE_WORDS: usize = 80;
/// About so many letters stand in a text for each word that counts.
const LETTERS: usize = 10;
/// So many of the heaviest words of a mention stand before the others.
pub(super) const KEYS: usize = 6;

impl Likeness {
    /// Reads the articles, and of the mentions those that can take part; the others have no words.
    pub fn new(mentions: &[Glance], articles: &[Article], rules: &Rules) -> Self {
        let mut stems = Stems::new(&rules.lexicon);
        let letters: usize = articles.iter().map(|article| article.text.len()).sum();
        let (mut placed, mut texts) = (Vec::with_capacity(letters / LETTERS), Vec::with_capacity(articles.len()));
        let mut counter = Counter::with_room(letters / LETTERS);
        for article in articles {
            let start = placed.len();
            stems.read(&article.text, &mut placed);
            counter.count(&placed[start..], stems.len());
            texts.push(start..placed.len());
        }
        let rarities = stems.rarities(&counter.rows);
        let articles = shortened(weighed(counter.rows, &rarities));
        let mut counter = Counter::with_room(placed.len());
        let mut within = Within::default();
        for mention in mentions {
            counter.count(within.words(&placed, &texts[mention.article as usize], mention.span), stems.len());
        }
        let mut mentions = weighed(counter.rows, &rarities);
        (0..mentions.len()).for_each(|at| heaviest_first(mentions.row_mut(at)));
        Self {
            own: (0..articles.len()).map(|at| square(articles.row(at))).collect(),
            sentence: RefCell::new(Spread::new(stems.len())),
            stories: RefCell::new(Stories::new(articles.len(), stems.len())),
            articles,
            mentions,
            words: stems.len(),
            is_name: stems.names(),
        }
    }

    /// Returns the words of a mention, the heaviest [`KEYS`] before the others.
    pub fn mention(&self, at: usize) -> &[Weighed] {
        self.mentions.row(at)
    }

    /// Returns how alike the sentences of two mentions are, 0 to 1.
    #[inline]
    pub fn of_sentences(&self, a: usize, b: usize) -> f64 {
        let spread = &mut *self.sentence.borrow_mut();
        let other = spread.put(&self.mentions, a, b);
        spread.cosine(other)
    }

    /// Returns what the sentences of two mentions have in common.
    pub fn common(&self, a: usize, b: usize) -> Common {
        let spread = &mut *self.sentence.borrow_mut();
        let other = spread.put(&self.mentions, a, b);
        let mut common = Common::default();
        for (word, product) in spread.products(other).filter(|(_, product)| *product > 0.0) {
            common.all += product;
            if !self.is_name[word as usize] {
                common.besides_names += product;
                common.words += 1;
            }
        }
        common
    }

    /// Returns how alike two articles are, 0 to 1, by their indices.
    #[inline]
    pub fn of_stories(&self, a: u32, b: u32) -> f64 {
        if a == b { 1.0 } else { self.stories.borrow_mut().alike(&self.articles, a, b) }
    }

    /// Returns whether two articles that are so much alike have most of their words in common, one being a copy or a later
    /// version of the other.
    pub fn are_copies(&self, a: u32, b: u32, story: f64) -> bool {
        story > COPY * (self.own[a as usize] * self.own[b as usize]).sqrt()
    }
}

/// Where the last mention began among the words of all texts: the next begins there or a few words on.
#[derive(Debug, Default)]
struct Within {
    at: usize,
}

impl Within {
    /// Returns the words between two bytes of a text.
    #[inline]
    fn words<'t>(&mut self, placed: &'t [Placed], text: &Range<usize>, span: (u32, u32)) -> &'t [Placed] {
        let begins_before = |at: usize| at > text.start && placed[at - 1].0 >= span.0;
        if !text.contains(&self.at) || begins_before(self.at) {
            self.at = text.start + placed[text.clone()].partition_point(|(start, _)| *start < span.0);
        }
        let words = &placed[self.at..text.end];
        let skipped = words.iter().take_while(|(start, _)| *start < span.0).count();
        self.at += skipped;
        let words = &words[skipped..];
        &words[..words.iter().take_while(|(start, _)| *start < span.1).count()]
    }
}

/// Weighs words that were counted.
fn weighed(mut texts: Rows, rarities: &[f32]) -> Rows {
    for at in 0..texts.len() {
        let row = texts.row_mut(at);
        for (word, weight) in row.iter_mut() {
            let often = if *weight > 1.0 { 1.0 + weight.ln() } else { 1.0 };
            *weight = often * rarities[*word as usize];
        }
        let length = row.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if length > 0.0 {
            row.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
    }
    texts
}

/// Keeps the heaviest words of each text.
fn shortened(mut texts: Rows) -> Rows {
    texts.shorten(ARTICLE_WORDS, |row| {
        row.select_nth_unstable_by_key(ARTICLE_WORDS, |word| Reverse(heaviness(word)));
    });
    texts
}

/// Puts the heaviest words before the others: each of these is set against the lightest of those.
fn heaviest_first(row: &mut [Weighed]) {
    let Some((first, rest)) = row.split_first_chunk_mut::<KEYS>() else { return };
    let mut keys = first.each_ref().map(heaviness);
    let lightest = |keys: &[u64; KEYS]| keys.iter().fold(u64::MAX, |least, key| least.min(*key));
    let mut least = lightest(&keys);
    for word in rest {
        let key = heaviness(word);
        if key <= least {
            continue;
        }
        for at in 0..KEYS {
            if keys[at] == least {
                keys[at] = key;
                std::mem::swap(word, &mut first[at]);
                break;
            }
        }
        least = lightest(&keys);
    }
}

/// A number that is greater for what weighs more, of two that weigh the same for the word first met. No weight is
/// negative, so that the bits of two have the order of the two.
#[inline]
fn heaviness((word, weight): &Weighed) -> u64 {
    u64::from(weight.to_bits()) << 32 | u64::from(!word)
}

fn square(text: &[Weighed]) -> f64 {
    text.iter().map(|(_, weight)| f64::from(*weight) * f64::from(*weight)).sum::<f64>().min(1.0)
}
