//! Cuts text into tokens and gives each word its class. One pass over the bytes, nothing allocated per token.
//!
//! The lexer knows how words look, [`super::lexicon`] what they mean. Punctuation is kept because dates are made of it:
//! `8/12/2025`, `third-quarter`, `Dec. 8`. A token remembers the gap before it; a pattern may read over a space or a
//! wrapped line, never over the end of a paragraph. Whatever is neither a known word, a number nor such a mark is
//! [`Word::Other`], and costs no more than being stepped over.

use super::lexicon::{self, Word};

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Bytes into the text, end excluded.
    pub start: usize,
    pub end: usize,
    pub word: Word,
    pub gap: Gap,
    /// Whether it starts with a capital letter.
    pub capital: bool,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Glued,
    Space,
    /// The end of a paragraph, or the start of the text.
    Paragraph,
}

/// A line this long was probably wrapped by a machine, so its end is no more than a space.
const WRAPPED_LINE: std::ops::RangeInclusive<usize> = 45..=130;

/// Cuts `text` into tokens, in text order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { bytes: text.as_bytes(), at: 0, line: 0, gap: Gap::Paragraph };
    let mut found = Vec::with_capacity(text.len() / 5);
    while let Some(token) = lexer.next_token() {
        found.push(token);
    }
    found
}

struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Where the current line starts.
    line: usize,
    gap: Gap,
}

impl Lexer<'_> {
    fn next_token(&mut self) -> Option<Token> {
        self.skip_space();
        let start = self.at;
        let first = *self.bytes.get(start)?;
        let word = match first {
            b'0'..=b'9' => self.number(),
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            0x80.. => self.beyond_ascii(),
            _ => {
                self.at += 1;
                mark(first)
            }
        };
        let gap = std::mem::replace(&mut self.gap, Gap::Glued);
        Some(Token { start, end: self.at, word, gap, capital: first.is_ascii_uppercase() })
    }

    fn skip_space(&mut self) {
        // Mostly one space, and a word behind it.
        if let [b' ', b'A'..=b'Z' | b'a'..=b'z', ..] = self.bytes[self.at..] {
            self.at += 1;
            self.gap = if self.gap == Gap::Glued { Gap::Space } else { self.gap };
            return;
        }
        while let Some(&byte) = self.bytes.get(self.at) {
            let width = match byte {
                b'\n' => {
                    self.end_line();
                    1
                }
                b' ' | b'\t' | b'\r' => 1,
                // No-break space, and the thin and zero-width ones.
                0xC2 if self.bytes.get(self.at + 1) == Some(&0xA0) => 2,
                0xE2 if matches!(self.bytes[self.at..], [_, 0x80, 0x80..=0x8F | 0xAF, ..]) => 3,
                _ => return,
            };
            if self.gap == Gap::Glued {
                self.gap = Gap::Space;
            }
            self.at += width;
        }
    }

    /// A blank line, or one too short or too long to have been wrapped, ends the paragraph.
    fn end_line(&mut self) {
        if !WRAPPED_LINE.contains(&(self.at - self.line)) {
            self.gap = Gap::Paragraph;
        }
        self.line = self.at + 1;
    }

    /// A run of letters. No known word has a letter outside ASCII.
    fn word(&mut self) -> Word {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(|byte| LETTER[usize::from(*byte)]) {
            self.at += 1;
        }
        if self.bytes.get(self.at).is_none_or(u8::is_ascii) || self.is_mark() {
            return lexicon::look_up(self.bytes, start, self.at);
        }
        while self
            .bytes
            .get(self.at)
            .is_some_and(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii() && !self.is_mark())
        {
            self.at += 1;
        }
        Word::Other
    }

    /// Whether the bytes ahead are punctuation or a space written outside ASCII.
    fn is_mark(&self) -> bool {
        matches!(self.bytes[self.at..], [0xE2, 0x80, ..] | [0xC2, ..] | [0xE2, 0x88, 0x92, ..])
    }

    fn beyond_ascii(&mut self) -> Word {
        let (word, width) = match self.bytes[self.at..] {
            [0xE2, 0x80, 0x90..=0x91, ..] => (Word::Hyphen, 3),
            [0xE2, 0x80, 0x92..=0x95, ..] | [0xE2, 0x88, 0x92, ..] => (Word::Dash, 3),
            [0xE2, 0x80, 0x98..=0x99, ..] => (Word::Apostrophe, 3),
            [0xE2, 0x80, 0x9C..=0x9D, ..] => (Word::Quote, 3),
            [0xC2, 0xBD, ..] => (Word::HalfSign, 2),
            [0xC2, 0xA3, ..] => (Word::Money, 2),
            [0xE2, 0x80, _, ..] => (Word::Mark, 3),
            [0xC2, _, ..] => (Word::Mark, 2),
            _ => return self.word(),
        };
        self.at += width;
        word
    }

    /// Digits with what is glued to them: `1,980`, `2.5`, `1990s`, `8th`.
    fn number(&mut self) -> Word {
        let (value, len) = self.digits();
        match self.bytes[self.at..] {
            [b',', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', ..] if len <= 3 => self.grouped(value, len),
            [b'.', b'0'..=b'9', ..] if len <= 4 => self.decimal(value),
            [b's', ..] if !self.letter_at(1) => {
                self.at += 1;
                Word::Digits0s(value)
            }
            [a, b, ..] if !self.letter_at(2) && is_ordinal_end([a | 0x20, b | 0x20], value) => {
                self.at += 2;
                Word::OrdinalDigits(value)
            }
            _ => Word::Digits(value, len),
        }
    }

    fn letter_at(&self, ahead: usize) -> bool {
        self.bytes.get(self.at + ahead).is_some_and(u8::is_ascii_alphanumeric)
    }

    /// Returns the number and how many digits it has; one that does not fit is as large as can be.
    fn digits(&mut self) -> (u32, u8) {
        let start = self.at;
        let mut value: u32 = 0;
        while let Some(&byte @ b'0'..=b'9') = self.bytes.get(self.at) {
            value = value.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
            self.at += 1;
        }
        (value, (self.at - start).min(255) as u8)
    }

    /// Reads on while three digits follow a comma. In "December 4,2024" the comma groups none.
    fn grouped(&mut self, first: u32, len: u8) -> Word {
        let mut value = None;
        while let [b',', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', ref rest @ ..] = self.bytes[self.at..] {
            if rest.first().is_some_and(u8::is_ascii_digit) {
                break;
            }
            self.at += 1;
            value = Some(value.unwrap_or(first).saturating_mul(1000).saturating_add(self.digits().0));
        }
        value.map_or(Word::Digits(first, len), Word::Grouped)
    }

    fn decimal(&mut self, whole: u32) -> Word {
        let start = self.at;
        self.at += 1;
        let (tenths, len) = self.digits();
        let dotted_date = self.bytes.get(self.at) == Some(&b'.') && self.letter_at(1);
        if len == 1 && !dotted_date {
            return Word::Decimal(whole.saturating_mul(10).saturating_add(tenths));
        }
        self.at = start;
        Word::Digits(whole, (start - self.digits_start(start)).min(255) as u8)
    }

    fn digits_start(&self, end: usize) -> usize {
        self.bytes[..end].iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |i| i + 1)
    }
}

/// Which bytes are letters of plain text.
static LETTER: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphabetic();
        byte += 1;
    }
    table
};

fn is_ordinal_end(end: [u8; 2], value: u32) -> bool {
    let due: &[u8; 2] = match value % 100 {
        11..=13 => b"th",
        n => match n % 10 {
            1 => b"st",
            2 => b"nd",
            3 => b"rd",
            _ => b"th",
        },
    };
    end == *due
}

fn mark(byte: u8) -> Word {
    match byte {
        b'-' => Word::Hyphen,
        b',' => Word::Comma,
        b'.' => Word::Dot,
        b'/' => Word::Slash,
        b':' => Word::Colon,
        b'\'' => Word::Apostrophe,
        b'"' => Word::Quote,
        b'(' | b'[' => Word::Open,
        b')' | b']' => Word::Close,
        b'$' => Word::Money,
        b'%' => Word::Percent,
        b';' | b'?' | b'!' => Word::Stop,
        _ => Word::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[Word]) {
        let found: Vec<Word> = tokens(text).iter().map(|t| t.word).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_keep_what_is_glued_to_them() {
        check("1,980", &[Word::Grouped(1980)]);
        check("2.5", &[Word::Decimal(25)]);
        check("1990s", &[Word::Digits0s(1990)]);
        check("21st", &[Word::OrdinalDigits(21)]);
        check("21th", &[Word::Digits(21, 2), Word::Other]);
        check("4,2024", &[Word::Digits(4, 1), Word::Comma, Word::Digits(2024, 4)]);
        check("8.12.2025", &[Word::Digits(8, 1), Word::Dot, Word::Digits(12, 2), Word::Dot, Word::Digits(2025, 4)]);
    }

    #[test]
    fn marks_outside_ascii_are_marks() {
        check("4–6", &[Word::Digits(4, 1), Word::Dash, Word::Digits(6, 1)]);
        check("déjà", &[Word::Other]);
    }

    #[test]
    fn short_lines_end_a_paragraph_and_wrapped_ones_do_not() {
        let gap = |text: &str| tokens(text).last().map(|t| t.gap);
        assert_eq!(gap("Heading\nText"), Some(Gap::Paragraph));
        assert_eq!(gap("a\n\nb"), Some(Gap::Paragraph));
        assert_eq!(gap(&format!("{}\nb", "a line that was wrapped by a machine at sixty")), Some(Gap::Space));
    }
}
