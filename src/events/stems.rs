//! The words of all articles as numbers, one for each stem, so that counting and comparing is arithmetic on numbers.
//!
//! Every text is read once, and of most words only the letters are read: what a spelling stands for is looked up by a
//! number made of its letters. What tells nothing ("the", "said") has no number of its own.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::{Class, Lexicon};
use crate::text;

/// A word that counts: where it begins, in bytes, and the number of its stem.
pub(super) type Placed = (u32, u32);

/// A word with its weight, or with how often it stands there.
pub(super) type Weighed = (u32, f32);

/// As many articles of ordinary English as this are thought to stand beside those that are given.
const BACKGROUND: f32 = 30.0;

/// What stands for a word that tells nothing: the number of a stem that no text has.
const NOTHING: u32 = 0;
/// Room is made for so many words at once.
const ROOM: usize = 256;

/// Numbers for the stems of words, in the order in which they are first read.
pub(super) struct Stems<'a> {
    lexicon: &'a Lexicon,
    /// What every spelling stands for, by its letters.
    spellings: Numbers,
    /// By the fingerprint of the stem.
    numbers: Numbers,
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
        Self {
            lexicon,
            spellings: Numbers::new(),
            numbers: Numbers::new(),
            stems: vec![Stem { share: 1.0, capital: 0, all: 0 }],
        }
    }

    /// Returns how many stems there are.
    pub fn len(&self) -> usize {
        self.stems.len()
    }

    /// Adds the words of a text that count to those read before.
    pub fn read(&mut self, text: &str, placed: &mut Vec<Placed>) {
        let mut end = placed.len();
        for span in text::word_spans(text) {
            let start = span.start;
            let letters = letters(text.as_bytes(), span.clone());
            let number = match self.spellings.get(letters) {
                Some(known) => known,
                None => self.new_spelling(&text[span], letters),
            };
            // Half of all words tell nothing, and nobody can guess which: they are written like the others and written over.
            if end == placed.len() {
                placed.resize(end + ROOM, (0, NOTHING));
            }
            placed[end] = (start as u32, number);
            let counts = number != NOTHING;
            end += usize::from(counts);
            let stem = &mut self.stems[number as usize];
            stem.capital += u32::from(is_capital(text, start));
            stem.all += 1;
        }
        placed.truncate(end);
    }

    #[cold]
    fn new_spelling(&mut self, written: &str, letters: u64) -> u32 {
        let is_folded = written.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let folded = if is_folded { Cow::Borrowed(written) } else { Cow::Owned(text::fold(written)) };
        let folded = if folded.contains('\'') { folded.trim_end_matches("'s").trim_end_matches('\'') } else { &folded };
        let word = self.lexicon.word(folded);
        let mut number = NOTHING;
        if !word.is(Class::Stop) && folded.len() >= 2 {
            let base = if word.is_formless() { folded } else { self.lexicon.base(folded) };
            number = self.number(text::fingerprint(stem(base)), word.band);
        }
        self.spellings.insert(letters, number);
        number
    }

    fn number(&mut self, stem: u64, band: Option<u8>) -> u32 {
        if let Some(known) = self.numbers.get(stem) {
            return known;
        }
        let next = self.stems.len() as u32;
        self.numbers.insert(stem, next);
        self.stems.push(Stem { share: share(band), capital: 0, all: 0 });
        next
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

#[inline]
fn is_capital(text: &str, start: usize) -> bool {
    let first = text.as_bytes()[start];
    if first.is_ascii() { first.is_ascii_uppercase() } else { text[start..].starts_with(char::is_uppercase) }
}

/// Returns a number for the letters of a word, the same in small letters and in capitals where they are plain: "The" and
/// "the" are looked up as one. Up to seven letters are the number themselves. More are taken eight at a time, the last
/// eight again where they do not come out even.
#[inline]
fn letters(text: &[u8], word: Range<usize>) -> u64 {
    let length = word.len();
    let in_one = |part: u64| if part & BEYOND_PLAIN == 0 { part | SMALL } else { part };
    if length < 8 {
        let part = match text[word.start..].first_chunk::<8>() {
            Some(eight) => u64::from_le_bytes(*eight) & ((1 << (8 * length)) - 1),
            None => text[word].iter().rev().fold(0, |part, byte| part << 8 | u64::from(*byte)),
        };
        return in_one(part);
    }
    let mix = |hash: u64, part: u64| {
        let product = u128::from(hash ^ in_one(part)) * SPREAD;
        product as u64 ^ (product >> 64) as u64
    };
    let (eights, rest) = text[word.clone()].as_chunks::<8>();
    let hash = eights.iter().fold(length as u64, |hash, eight| mix(hash, u64::from_le_bytes(*eight)));
    match text[word].last_chunk::<8>() {
        Some(last) if !rest.is_empty() => mix(hash, u64::from_le_bytes(*last)),
        _ => hash,
    }
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

/// Numbers by other numbers that are spread over all bits, or are the letters of a word: a plain table, half of it empty.
struct Numbers {
    slots: Vec<(u64, u32)>,
    filled: usize,
    /// How far a product is shifted to become the number of a slot.
    shift: u32,
}

/// What stands in an empty slot.
const EMPTY: u32 = u32::MAX - 1;
/// There is room for half as many numbers at first.
const SLOTS: usize = 1 << 14;

impl Numbers {
    fn new() -> Self {
        Self::with_slots(SLOTS)
    }

    fn with_slots(slots: usize) -> Self {
        Self { slots: vec![(0, EMPTY); slots], filled: 0, shift: u64::BITS - slots.trailing_zeros() }
    }

    /// The slot of a number, or the empty one where it is to stand.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        let mut slot = (key.wrapping_mul(SPREAD as u64) >> self.shift) as usize;
        while self.slots[slot].0 != key && self.slots[slot].1 != EMPTY {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }

    #[inline]
    fn get(&self, key: u64) -> Option<u32> {
        let number = self.slots[self.slot(key)].1;
        (number != EMPTY).then_some(number)
    }

    /// Puts a number in that is not there yet.
    fn insert(&mut self, key: u64, number: u32) {
        if 2 * self.filled >= self.slots.len() {
            let mut larger = Self::with_slots(2 * self.slots.len());
            let known = self.slots.iter().filter(|(_, number)| *number != EMPTY);
            known.for_each(|(key, number)| larger.insert(*key, *number));
            *self = larger;
        }
        let slot = self.slot(key);
        self.slots[slot] = (key, number);
        self.filled += 1;
    }
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

    /// Cuts each row that is longer down to so many words, which are those that stand first once it was `sorted`.
    pub fn shorten(&mut self, most: usize, sorted: impl Fn(&mut [Weighed])) {
        let (mut start, mut kept) = (0, 0);
        for end in &mut self.ends {
            let row = start..*end as usize;
            start = row.end;
            if row.len() > most {
                sorted(&mut self.words[row.clone()]);
            }
            let row = row.start..row.end.min(row.start + most);
            self.words.copy_within(row.clone(), kept);
            kept += row.len();
            *end = kept as u32;
        }
        self.words.truncate(kept);
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
    /// Returns a counter with room for so many words in all.
    pub fn with_room(words: usize) -> Self {
        Self { rows: Rows { words: Vec::with_capacity(words), ends: Vec::new() }, places: Vec::new() }
    }

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
