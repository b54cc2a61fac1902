//! The words of all articles as numbers, one for each stem, so that counting and comparing is arithmetic on numbers.
//!
//! Every text is read once, and of most words only the letters are read: what a spelling stands for is looked up by a
//! number made of its letters. What tells nothing ("the", "said") has no number of its own.

use foldhash::{HashMap, HashMapExt};

use super::lexicon::{Class, Lexicon};
use crate::text;

/// A word that counts: where it begins, in bytes, and the number of its stem.
pub(super) type Placed = (u32, u32);

/// A word with its weight, or with how often it stands there.
pub(super) type Weighed = (u32, f32);

/// As many articles of ordinary English as this are thought to stand beside those that are given.
const BACKGROUND: f32 = 30.0;

/// What stands for a word that tells nothing.
const NOTHING: u32 = u32::MAX;

/// Numbers for the stems of words, in the order in which they are first read.
pub(super) struct Stems<'a> {
    lexicon: &'a Lexicon,
    /// What every spelling stands for, by its letters.
    spellings: HashMap<u64, u32>,
    /// By the fingerprint of the stem.
    numbers: HashMap<u64, u32>,
    stems: Vec<Stem>,
}

#[derive(Clone, Copy, Debug)]
struct Stem {
    /// The share of ordinary articles that have it.
    share: f32,
    /// How often it stands with a capital, and in all.
    capital: u32,
    all: u32,
}

impl<'a> Stems<'a> {
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, spellings: HashMap::new(), numbers: HashMap::new(), stems: Vec::new() }
    }

    /// Returns how many stems there are.
    pub fn len(&self) -> usize {
        self.stems.len()
    }

    /// Adds the words of a text that count to those read before.
    pub fn read(&mut self, text: &str, placed: &mut Vec<Placed>) {
        for word in text::words(text) {
            let number = self.number(word);
            if number == NOTHING {
                continue;
            }
            let stem = &mut self.stems[number as usize];
            stem.capital += u32::from(is_capital(word));
            stem.all += 1;
            placed.push(((word.as_ptr() as usize - text.as_ptr() as usize) as u32, number));
        }
    }

    #[inline]
    fn number(&mut self, written: &str) -> u32 {
        let letters = letters(written);
        match self.spellings.get(&letters) {
            Some(known) => *known,
            None => self.new_spelling(written, letters),
        }
    }

    #[cold]
    fn new_spelling(&mut self, written: &str, letters: u64) -> u32 {
        let folded = text::fold(written);
        let folded = if folded.contains('\'') { folded.trim_end_matches("'s").trim_end_matches('\'') } else { &folded };
        let word = self.lexicon.word(folded);
        let mut number = NOTHING;
        if !word.is(Class::Stop) && folded.len() >= 2 {
            let next = self.stems.len() as u32;
            let base = if word.is_formless() { folded } else { self.lexicon.base(folded) };
            number = *self.numbers.entry(text::fingerprint(stem(base))).or_insert(next);
            if number == next {
                self.stems.push(Stem { share: share(word.band), capital: 0, all: 0 });
            }
        }
        self.spellings.insert(letters, number);
        number
    }

    /// Returns for every stem how much it tells: the logarithm of how few articles have it.
    pub fn rarities(&self, articles: &Rows) -> Vec<f32> {
        let mut seen = vec![0.0_f32; self.stems.len()];
        articles.words.iter().for_each(|(word, _)| seen[*word as usize] += 1.0);
        let total = articles.len() as f32 + BACKGROUND;
        let rarity =
            |(seen, stem): (f32, &Stem)| ((total + 1.0) / (seen + BACKGROUND * stem.share + 0.5)).ln().max(0.0);
        seen.into_iter().zip(&self.stems).map(rarity).collect()
    }

    /// Returns for every stem whether it mostly stands with a capital, as names do.
    pub fn names(&self) -> Vec<bool> {
        self.stems.iter().map(|stem| 2 * stem.capital > stem.all).collect()
    }
}

fn is_capital(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
        _ => word.starts_with(char::is_uppercase),
    }
}

/// Returns a number for the letters of a word, the same in small letters and in capitals where they are plain: "The" and
/// "the" are looked up as one. Letters are taken eight at a time, the last eight again where they do not come out even.
#[inline]
fn letters(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mix = |hash: u64, part: u64| {
        let small = if part & BEYOND_PLAIN == 0 { SMALL } else { 0 };
        let product = u128::from(hash ^ (part | small)) * SPREAD;
        product as u64 ^ (product >> 64) as u64
    };
    let length = bytes.len() as u64;
    if let Some(last) = bytes.last_chunk::<8>() {
        let (eights, _) = bytes.as_chunks::<8>();
        let hash = eights.iter().fold(length, |hash, eight| mix(hash, u64::from_le_bytes(*eight)));
        return mix(hash, u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return mix(length, u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)));
    }
    mix(length, bytes.iter().fold(0, |part, byte| part << 8 | u64::from(*byte)))
}

/// The bit by which plain small letters differ from capitals; digits and the apostrophe have it.
const SMALL: u64 = 0x2020_2020_2020_2020;
/// The bits that no plain letter has.
const BEYOND_PLAIN: u64 = 0x8080_8080_8080_8080;
/// What spreads a number over all bits: the golden ratio.
const SPREAD: u128 = 0x9e37_79b9_7f4a_7c15;

/// The share of ordinary articles that have a word of this band: about a third for the commonest that are no stop words.
fn share(band: Option<u8>) -> f32 {
    band.map_or(0.002, |band| 0.002 * 2.2_f32.powi(i32::from(band)).min(250.0))
}

/// Takes the ending of a plural or a regular verb off; crude, and the same for both sides.
fn stem(word: &str) -> &str {
    let word = match word.as_bytes() {
        [.., b's', b's'] => word,
        [_, _, _, .., b's'] => &word[..word.len() - 1],
        _ => word,
    };
    let ending = match word.as_bytes() {
        [.., b'i', b'n', b'g'] | [.., b'i', b'o', b'n'] => 3,
        [.., b'e', b'd' | b'r'] => 2,
        _ => 0,
    };
    if word.len() > ending + 3 { &word[..word.len() - ending] } else { word }
}

/// Rows of words, one behind the other in memory.
#[derive(Debug, Default)]
pub(super) struct Rows {
    words: Vec<Weighed>,
    /// Where each row ends.
    ends: Vec<u32>,
}

impl Rows {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn row(&self, at: usize) -> &[Weighed] {
        &self.words[self.start(at)..self.ends[at] as usize]
    }

    pub fn row_mut(&mut self, at: usize) -> &mut [Weighed] {
        let range = self.start(at)..self.ends[at] as usize;
        &mut self.words[range]
    }

    fn start(&self, at: usize) -> usize {
        at.checked_sub(1).map_or(0, |before| self.ends[before] as usize)
    }

    pub fn push(&mut self, row: &[Weighed]) {
        self.words.extend_from_slice(row);
        self.ends.push(self.words.len() as u32);
    }
}

/// Counts the words of texts, a row for each.
#[derive(Debug, Default)]
pub(super) struct Counter {
    pub rows: Rows,
    /// For each word the place behind the one where it was last put: within the row at hand, if it stands there already.
    places: Vec<u32>,
}

impl Counter {
    /// Adds a row with every word of a text once, in the order of the text, with how often it stands there. So many
    /// `words` are known.
    pub fn count(&mut self, text: &[Placed], words: usize) {
        self.places.resize(words, 0);
        let row = &mut self.rows.words;
        let start = row.len() as u32;
        for (_, word) in text {
            let place = &mut self.places[*word as usize];
            if *place > start {
                row[*place as usize - 1].1 += 1.0;
            } else {
                row.push((*word, 1.0));
                *place = row.len() as u32;
            }
        }
        self.rows.ends.push(row.len() as u32);
    }
}
