//! Short public names: `k7q2`.

use std::fmt;

/// An id of four or more characters: consonants and digits, the first one a letter.
///
/// No vowels, so no words; never all digits and never `no` or `y`, so no YAML traps. Ids order as their text does.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(Box<str>);

const LETTERS: &[u8] = b"bcdfghjkmnpqrstvwxz";
const SYMBOLS: &[u8] = b"0123456789bcdfghjkmnpqrstvwxz";

impl Id {
    /// Returns the id spelled by a 64-bit fingerprint, `length` characters long (at least 4).
    ///
    /// The same fingerprint gives ids that extend each other, so a collision is solved by asking for one more.
    pub fn from_fingerprint(fingerprint: u64, length: usize) -> Self {
        let mut rest = fingerprint;
        let mut text = String::with_capacity(length);
        for place in 0..length.max(4) {
            let alphabet = if place == 0 { LETTERS } else { SYMBOLS };
            let n = alphabet.len() as u64;
            text.push(alphabet[(rest % n) as usize] as char);
            rest = (rest / n).wrapping_add(fingerprint.rotate_left(place as u32 + 7));
        }
        Self(text.into())
    }

    /// Returns the id written in `text`, or `None` where it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let good = bytes.len() >= 4 && LETTERS.contains(&bytes[0]) && bytes.iter().all(|b| SYMBOLS.contains(b));
        good.then(|| Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_id_extends_the_shorter() {
        let short = Id::from_fingerprint(0x1234_5678_9abc_def0, 4);
        let long = Id::from_fingerprint(0x1234_5678_9abc_def0, 6);
        assert!(long.as_str().starts_with(short.as_str()));
        assert_eq!(Id::parse(short.as_str()), Some(short));
    }

    #[test]
    fn words_and_numbers_are_not_ids() {
        for bad in ["", "no", "0123", "dove", "K7Q2", "k7q"] {
            assert_eq!(Id::parse(bad), None, "{bad}");
        }
    }
}
