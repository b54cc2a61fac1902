//! Small questions about plain text: where sentences end, what a slug is, how alike two texts are.
//!
//! Knows nothing of articles. Everything here is a pure function over `&str`; offsets are bytes.

mod abbreviation;
mod eight;
mod fold;
mod sentence;
mod similar;

pub use eight::{eight, small_letters};
pub use fold::{fold, in_latin, slug};
pub use sentence::sentences;
pub use similar::{containment, fingerprint, jaccard, shingles, weighted_jaccard, word_hashes, word_spans, words};

/// Returns bytes as pairs of hexadecimal digits, in small letters.
pub fn hexadecimal(bytes: impl IntoIterator<Item = u8>) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    bytes.into_iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
