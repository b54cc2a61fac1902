//! Letters read eight at a time, as one number: the first byte is the lowest, and 0 stands for what is missing.

const EACH: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte.
const HIGHEST: u64 = 0x80 * EACH;
/// The bit that makes a plain letter small; digits have it.
const SMALL: u64 = 0x20 * EACH;

/// Returns the first eight bytes, 0 for what is missing.
#[inline]
pub fn eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}

/// Returns how many of eight bytes, from the first on, are plain letters and digits, and these in small letters with 0 for
/// the rest.
#[inline]
pub fn small_letters(eight: u64) -> (usize, u64) {
    let outside = outside(letters_and_digits(eight), eight);
    // All bits below the first byte that is none.
    let first = outside >> 7;
    let inside = if first == 0 { u64::MAX } else { (first & first.wrapping_neg()) - 1 };
    ((inside.count_ones() / 8) as usize, (eight | SMALL) & inside)
}

/// Returns how many of eight bytes, from the first on, are plain letters, digits and apostrophes.
#[inline]
pub fn parts_of_words(eight: u64) -> usize {
    let apostrophes = within(eight & !HIGHEST, b'\'', b'\'');
    (outside(letters_and_digits(eight) | apostrophes, eight).trailing_zeros() / 8) as usize
}

/// The highest bit of each byte that is no plain character or not one of the `found`.
#[inline]
fn outside(found: u64, eight: u64) -> u64 {
    (!found | eight) & HIGHEST
}

/// Tells by the highest bit of each byte, where that is plain.
#[inline]
fn letters_and_digits(eight: u64) -> u64 {
    let plain = eight & !HIGHEST;
    within(plain | SMALL, b'a', b'z') | within(plain, b'0', b'9')
}

/// Tells by the highest bit of each byte whether it lies between two characters, both included. Each byte is added to what
/// makes that bit tell whether it is beyond a limit; no sum reaches the next byte.
#[inline]
fn within(plain: u64, first: u8, last: u8) -> u64 {
    let from = |first: u8| plain + EACH * (0x80 - u64::from(first));
    from(first) & !from(last + 1)
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
        assert_eq!(parts_of_words(eight(b"don't go")), 5);
    }
}
