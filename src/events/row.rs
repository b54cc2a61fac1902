//! The tokens of a text in their order, and what stands where it ends.

use std::ops::{Deref, Index};

use super::lexicon::Word;
use super::token::{Shape, Token};

/// Tokens in their order. Where a text ends, a rule may ask for the next word all the same, as in "left on Monday" without
/// a full stop: what stands there is a mark without letters.
#[derive(Debug)]
pub(super) struct Row {
    tokens: Vec<Token>,
    end: Token,
}

impl Deref for Row {
    type Target = [Token];

    #[inline]
    fn deref(&self) -> &[Token] {
        &self.tokens
    }
}

impl Index<usize> for Row {
    type Output = Token;

    #[inline]
    fn index(&self, at: usize) -> &Token {
        self.tokens.get(at).unwrap_or(&self.end)
    }
}

impl Row {
    /// Returns a row for the tokens of `text`, with room for so many.
    pub fn new(text: &str, most: usize) -> Self {
        let end = text.len() as u32;
        let end = Token { start: end, end, width: 0, shape: Shape::Mark, word: Word::default() };
        Self { tokens: Vec::with_capacity(most), end }
    }

    #[inline]
    pub fn push(&mut self, token: Token) {
        self.tokens.push(token);
    }
}
