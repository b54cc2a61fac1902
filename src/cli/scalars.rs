//! Byte offsets as counts of characters: `extract` speaks of Unicode scalar values, so that Python, Java and people
//! count the same.

use crate::model::Span;

/// Bytes for which one count is kept.
const BLOCK: usize = 64;

/// Answers how many characters stand before a byte of a text, in constant time.
#[derive(Debug)]
pub(super) struct Scalars<'a> {
    bytes: &'a [u8],
    /// Characters before each block; empty for ASCII, where bytes are characters.
    before: Vec<usize>,
}

impl<'a> Scalars<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        if bytes.is_ascii() {
            return Self { bytes, before: Vec::new() };
        }
        let mut count = 0;
        let blocks = bytes.chunks(BLOCK).map(|block| {
            let before = count;
            count += starts(block);
            before
        });
        Self { bytes, before: blocks.collect() }
    }

    /// Returns the characters before a byte that is a character's boundary.
    pub(super) fn at(&self, byte: usize) -> usize {
        let block = byte / BLOCK;
        match self.before.get(block) {
            Some(before) => before + starts(&self.bytes[block * BLOCK..byte]),
            None if self.before.is_empty() => byte,
            // The end of a text that fills its last block.
            None => self.before[block - 1] + starts(&self.bytes[(block - 1) * BLOCK..]),
        }
    }

    pub(super) fn span(&self, span: &Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}

/// Counts the bytes at which a character starts.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_as_a_walk_would(text in "([a-z ]|é|—|👩|\\PC){0,300}") {
            let scalars = Scalars::new(&text);
            for (number, (byte, _)) in text.char_indices().chain([(text.len(), 'x')]).enumerate() {
                prop_assert_eq!(scalars.at(byte), number);
            }
        }
    }

    #[test]
    fn the_end_of_a_full_block_counts() {
        let text = "é".repeat(BLOCK / 2);
        assert_eq!(Scalars::new(&text).at(text.len()), BLOCK / 2);
    }
}
