//! One number that stands for a word in a table, made of its letters eight at a time.
//!
//! Unlike a [fingerprint](crate::text::fingerprint) it is never kept: a word is read once, and that has to be quick.

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

/// Returns the first eight bytes, the first lowest; 0 for what is missing.
#[inline]
pub(super) fn eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}

/// Returns how many of eight bytes, from the first on, are plain letters and digits, and these in small letters with 0 for the rest.
/// Each byte is added to what makes its highest bit tell whether it is beyond a limit; no sum reaches the next byte.
#[inline]
pub(super) fn small_letters(eight: u64) -> (usize, u64) {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGHEST: u64 = 0x80 * EACH;
    const SMALL: u64 = 0x20 * EACH;
    let plain = eight & !HIGHEST;
    let from = |bytes: u64, first: u8| bytes + EACH * (0x80 - u64::from(first));
    let within = |bytes: u64, first: u8, last: u8| from(bytes, first) & !from(bytes, last + 1);
    let outside = !(within(plain | SMALL, b'a', b'z') | within(plain, b'0', b'9')) | eight;
    // All bits below the first byte that is none.
    let first = (outside & HIGHEST) >> 7;
    let inside = if first == 0 { u64::MAX } else { (first & first.wrapping_neg()) - 1 };
    // A digit has the bit already that makes a letter small.
    ((inside.count_ones() / 8) as usize, (eight | SMALL) & inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_run_of_letters_is_read_in_small_letters() {
        for (text, length, small) in [
            ("Oslo, on", 4, "oslo"),
            ("COVID19 ", 7, "covid19"),
            ("a`b", 1, "a"),
            ("Zealands", 8, "zealands"),
            ("@Oslo", 0, ""),
            ("Caf\u{e9}", 3, "caf"),
            ("[x]", 0, ""),
        ] {
            assert_eq!(small_letters(eight(text.as_bytes())), (length, eight(small.as_bytes())), "{text}");
        }
    }

    #[test]
    fn words_have_numbers_of_their_own() {
        assert_eq!(key("government"), Key::default().with(eight(b"governme")).with(eight(b"nt")).value());
        assert_ne!(key("government"), key("governmentnt"));
        assert_ne!(key("oslo"), key("solo"));
    }
}
