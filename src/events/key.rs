//! One number that stands for a word in a table, made of its letters eight at a time.
//!
//! Unlike a [fingerprint](crate::text::fingerprint) it is never kept: a word is read once, and that has to be quick.

use crate::text::eight;

/// The number of a word in the making.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Key(u64);

impl Key {
    /// Returns the number with up to eight bytes more: the first is the lowest of `eight`, what is missing is 0.
    #[inline]
    #[must_use]
    pub fn with(self, eight: u64) -> Self {
        let mixed = (self.0 ^ eight).wrapping_mul(ODD);
        Self(mixed ^ mixed >> 32)
    }

    #[inline]
    pub fn value(self) -> u64 {
        self.0
    }
}

/// 2^64 divided by the golden ratio, as in Knuth's multiplicative hashing. It is odd, so that no two words of up to eight
/// letters have one number.
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Returns the number of a whole word.
pub(super) fn key(word: &str) -> u64 {
    let bytes = word.as_bytes();
    (0..bytes.len()).step_by(8).fold(Key::default(), |key, at| key.with(eight(&bytes[at..]))).value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_numbers_of_their_own() {
        assert_eq!(key("government"), Key::default().with(eight(b"governme")).with(eight(b"nt")).value());
        assert_ne!(key("government"), key("governmentnt"));
        assert_ne!(key("oslo"), key("solo"));
    }
}
