//! How alike two texts are, and one number that stands for a text.
//!
//! Likeness is counted in shingles: runs of `n` words, each as a 64-bit number, kept as a sorted list without
//! repeats. Copies of a wire story share most of theirs whatever was cut from the end or the head. A number in place of
//! the words makes the sets small and quick to compare; two different shingles share one with a chance of about
//! 1 in 10^19.
//!
//! [`fingerprint`] is part of the public interface by way of ids: `newsbook.lock` holds what it returned years ago. It
//! is written out here, and must never change.

use std::ops::Range;

use super::eight::parts_of_words;
use super::fold;

/// Returns a 64-bit number for `text`, the same in every version and on every machine.
///
/// FNV-1a (parameters of draft-eastlake-fnv) over the bytes, then the final mix of MurmurHash3, because the low bits
/// of FNV alone are poor and ids are made of them.
pub fn fingerprint(text: &str) -> u64 {
    mix(text.bytes().fold(FNV_OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)))
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// Cuts `text` into words: runs of letters and digits, with apostrophes inside a word.
#[inline]
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    word_spans(text).map(|span| &text[span])
}

/// Returns where each word of `text` stands.
#[inline]
pub fn word_spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            while at < bytes.len() && PLACES[usize::from(bytes[at])] == OUTSIDE {
                at += 1;
            }
            let start = at;
            if let Some(length) = short_word(bytes, start) {
                at += length;
                return Some(start..at);
            }
            let start = run_end::<OUTSIDE>(text, start);
            at = run_end::<IN_WORD>(text, start);
            if start == at {
                return None;
            }
            let word = trimmed(text, start..at);
            if !word.is_empty() {
                return Some(word);
            }
        }
    })
}

/// How long the word is that begins here, if it is shorter than eight letters, all of them plain, and nothing need be
/// trimmed: most words are so, and are read at once.
#[inline]
fn short_word(bytes: &[u8], start: usize) -> Option<usize> {
    let eight = bytes.get(start..)?.first_chunk::<8>()?;
    let length = parts_of_words(u64::from_le_bytes(*eight));
    let is_short = length > 0 && length < 8 && eight[length].is_ascii();
    (is_short && eight[0] != b'\'' && eight[length - 1] != b'\'').then_some(length)
}

#[inline]
fn trimmed(text: &str, run: Range<usize>) -> Range<usize> {
    let ends_plainly = |at: usize| text.as_bytes()[at].is_ascii_alphanumeric();
    if ends_plainly(run.start) && ends_plainly(run.end - 1) { run } else { without_apostrophes(text, run) }
}

#[cold]
fn without_apostrophes(text: &str, run: Range<usize>) -> Range<usize> {
    let marks = ['\'', '’'];
    let word = text[run.clone()].trim_start_matches(marks);
    let start = run.end - word.len();
    start..start + word.trim_end_matches(marks).len()
}

/// Returns where a run of characters ends, inside a word or outside, from `at` on.
#[inline]
fn run_end<const PLACE: u8>(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        at = plain_end::<PLACE>(bytes, at);
        if at == bytes.len() || bytes[at].is_ascii() {
            return at;
        }
        match character(text, at) {
            (is_part, width) if is_part == (PLACE == IN_WORD) => at += width,
            _ => return at,
        }
    }
}

/// Where a run of plain characters ends. The letters of a word are looked at eight at a time.
#[inline]
fn plain_end<const PLACE: u8>(bytes: &[u8], mut at: usize) -> usize {
    while PLACE == IN_WORD
        && let Some(eight) = bytes[at..].first_chunk::<8>()
    {
        match parts_of_words(u64::from_le_bytes(*eight)) {
            8 => at += 8,
            some => return at + some,
        }
    }
    while at < bytes.len() && PLACES[usize::from(bytes[at])] == PLACE {
        at += 1;
    }
    at
}

/// Whether a character that takes several bytes is part of a word, and how many it takes.
#[cold]
fn character(text: &str, at: usize) -> (bool, usize) {
    let is_part = |c: char| match c {
        '’' => true,
        // Dashes, quotation marks and what else is printed between words.
        '\u{2010}'..='\u{2027}' => false,
        c => c.is_alphanumeric(),
    };
    text[at..].chars().next().map_or((false, 0), |c| (is_part(c), c.len_utf8()))
}

/// Where each byte of plain text stands; 0 for part of a character that takes several.
static PLACES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = if byte.is_ascii_alphanumeric() || byte == b'\'' { IN_WORD } else { OUTSIDE };
        byte += 1;
    }
    table
};
const IN_WORD: u8 = 1;
const OUTSIDE: u8 = 2;

/// Returns one number per word of `text`, in order, the same for spellings that fold alike.
pub fn word_hashes(text: &str) -> Vec<u64> {
    words(text).map(word_hash).collect()
}

fn word_hash(word: &str) -> u64 {
    if !word.is_ascii() {
        return fingerprint(&fold(word));
    }
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(FNV_PRIME);
    mix(word.bytes().fold(FNV_OFFSET, step))
}

/// Returns the runs of `n` words of `text` as numbers, sorted, each once.
///
/// A text shorter than `n` words is one shingle; a text without words has none.
pub fn shingles(text: &str, n: usize) -> Vec<u64> {
    let words = word_hashes(text);
    let mut shingles: Vec<u64> = if words.len() < n {
        words.first().map(|_| run_hash(&words)).into_iter().collect()
    } else {
        words.windows(n.max(1)).map(run_hash).collect()
    };
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

fn run_hash(words: &[u64]) -> u64 {
    mix(words.iter().fold(FNV_OFFSET, |hash, word| (hash.rotate_left(5) ^ word).wrapping_mul(FNV_PRIME)))
}

/// Returns the share of their union that two sorted sets have in common, 0 to 1. Two empty sets share nothing.
pub fn jaccard(a: &[u64], b: &[u64]) -> f64 {
    weighted_jaccard(a, b, |_| 1.0)
}

/// Returns the share of the smaller set that the other has too, 0 to 1. An empty set is contained in nothing.
pub fn containment(a: &[u64], b: &[u64]) -> f64 {
    let smaller = a.len().min(b.len());
    if smaller == 0 {
        return 0.0;
    }
    let shared = merge(a, b).filter(|(_, in_a, in_b)| *in_a && *in_b).count();
    shared as f64 / smaller as f64
}

/// Returns the weight two sorted sets share over the weight of their union, 0 to 1.
///
/// `weight` says how much an item counts, for example less the more texts have it; it must not be negative.
pub fn weighted_jaccard(a: &[u64], b: &[u64], weight: impl Fn(u64) -> f64) -> f64 {
    let (mut shared, mut union) = (0.0, 0.0);
    for (item, in_a, in_b) in merge(a, b) {
        let weight = weight(item);
        union += weight;
        shared += if in_a && in_b { weight } else { 0.0 };
    }
    if union > 0.0 { shared / union } else { 0.0 }
}

/// Walks two sorted sets at once: each item of either, in order, and which of them has it.
fn merge<'a>(mut a: &'a [u64], mut b: &'a [u64]) -> impl Iterator<Item = (u64, bool, bool)> + 'a {
    std::iter::from_fn(move || {
        let item = match (a.first(), b.first()) {
            (Some(x), Some(y)) => *x.min(y),
            (x, y) => *x.or(y)?,
        };
        let (in_a, in_b) = (a.first() == Some(&item), b.first() == Some(&item));
        a = &a[usize::from(in_a)..];
        b = &b[usize::from(in_b)..];
        Some((item, in_a, in_b))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fingerprints_never_change() {
        assert_eq!(fingerprint(""), 0xefd0_1f60_ba99_2926);
        assert_eq!(fingerprint("Kyiv"), fingerprint("Kyiv"));
        assert_ne!(fingerprint("Kyiv"), fingerprint("kyiv"));
    }

    #[test]
    fn words_keep_inner_apostrophes() {
        let found: Vec<_> = words("“Ukraine’s 1,600 drones,” he said -- 'now'.").collect();
        assert_eq!(found, ["Ukraine’s", "1", "600", "drones", "he", "said", "now"]);
    }

    #[test]
    fn spelling_does_not_hide_a_copy() {
        assert_eq!(shingles("Ukraine’s CAFÉ opened", 2), shingles("ukraine's café -- opened.", 2));
        assert_eq!(shingles("a b", 5).len(), 1);
        assert_eq!(shingles("...", 5), Vec::<u64>::new());
    }

    #[test]
    fn a_cut_copy_is_contained() {
        let whole = shingles("one two three four five six seven eight", 3);
        let part = shingles("one two three four five", 3);
        assert_eq!(containment(&whole, &part), 1.0);
        assert_eq!(jaccard(&whole, &part), 0.5);
        assert_eq!(containment(&whole, &[]), 0.0);
        assert_eq!(jaccard(&[], &[]), 0.0);
    }

    #[test]
    fn heavy_items_count_more() {
        let weight = |item| if item == 1 { 3.0 } else { 1.0 };
        assert_eq!(weighted_jaccard(&[1, 2], &[1, 3], weight), 0.6);
    }

    proptest! {
        #[test]
        fn likeness_is_symmetric_and_within_bounds(a in "[a-d ]{0,40}", b in "[a-d ]{0,40}") {
            let (a, b) = (shingles(&a, 2), shingles(&b, 2));
            for likeness in [jaccard, containment] {
                let share = likeness(&a, &b);
                prop_assert!((0.0..=1.0).contains(&share));
                prop_assert_eq!(share, likeness(&b, &a));
            }
        }
    }
}
