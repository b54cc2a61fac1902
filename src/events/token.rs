//! Words with their offsets: the one reading of the text that every other file of this room works on.
//!
//! A token is a word (inner hyphens, dots of abbreviations and digits included), a clitic (`'s`, `'ll`), a number or one
//! mark. Most folded spellings are the text's own letters or those of the lexicon, so that few words cost an allocation of
//! their own. What a word can be is looked up once, here, in the [`Lexicon`].

use std::borrow::Cow;
use std::ops::Range;

use super::key::Key;
use super::lexicon::{Lexicon, Word};
use super::row::Row;
use crate::text::{self, eight, small_letters};

/// One token of an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Bytes into the article's text.
    pub start: u32,
    pub end: u32,
    /// How many characters it has.
    pub width: u32,
    pub shape: Shape,
    pub word: Word,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word that starts small.
    Small,
    /// A word that starts with a capital.
    Capital,
    /// A word of two capitals or more, `NATO`.
    Capitals,
    Number,
    /// Anything else, one character each.
    Mark,
}

impl Token {
    #[inline]
    pub fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    #[inline]
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Capitals)
    }

    #[inline]
    pub fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Small | Shape::Capital | Shape::Capitals)
    }
}

/// The tokens of an article.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    pub text: &'a str,
    pub all: Row,
    /// The folded spelling of each token.
    folded: Vec<Cow<'a, str>>,
    /// Where a word is folded before anybody knows whether the lexicon has it.
    scratch: String,
}

impl<'a> Tokens<'a> {
    pub fn new(text: &'a str) -> Self {
        let most = text.len() / 5;
        Self { text, all: Row::new(text, most), folded: Vec::with_capacity(most), scratch: String::new() }
    }

    /// Cuts `span` into tokens and returns their places in `all`.
    pub fn cut(&mut self, span: Range<usize>, lexicon: &Lexicon) -> Range<usize> {
        let first = self.all.len();
        let bytes = &self.text.as_bytes()[..span.end];
        let mut at = span.start;
        while at < span.end {
            if bytes[at] == b' ' {
                at += 1;
                continue;
            }
            let plain = Plain::read(&bytes[at..]);
            let length = plain.map_or_else(|| token_length(&self.text[at..span.end]), |plain| plain.length);
            if length == 0 {
                at += self.text[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            match plain {
                Some(plain) => self.push_plain(at, plain, lexicon),
                None => self.push(at, at + length, lexicon),
            }
            at += length;
        }
        first..self.all.len()
    }

    fn push_plain(&mut self, start: usize, plain: Plain, lexicon: &Lexicon) {
        let end = start + plain.length;
        let written = &self.text[start..end];
        // No number and but one of the marks is listed.
        let is_word = !matches!(plain.shape, Shape::Mark | Shape::Number) || written == "\"";
        let listed = if is_word { lexicon.known(plain.key) } else { None };
        let (folded, word) = match listed {
            Some((spelling, word)) => (Cow::Borrowed(spelling), word),
            None => {
                let folded =
                    if plain.is_folded { Cow::Borrowed(written) } else { Cow::Owned(written.to_ascii_lowercase()) };
                let word = if is_word { lexicon.derived(&folded) } else { Word::default() };
                (folded, word)
            }
        };
        self.add(start..end, plain.length, plain.shape, folded, word);
    }

    fn push(&mut self, start: usize, end: usize, lexicon: &Lexicon) {
        let written = &self.text[start..end];
        let (folded, word) = self.fold(written, lexicon);
        self.add(start..end, written.chars().count(), shape(written), folded, word);
    }

    #[inline]
    fn add(&mut self, span: Range<usize>, width: usize, shape: Shape, folded: Cow<'a, str>, word: Word) {
        // The health organization is no pronoun.
        let who = shape == Shape::Capitals && folded == "who";
        let word = if who { Word::default() } else { word };
        self.all.push(Token { start: span.start as u32, end: span.end as u32, width: width as u32, shape, word });
        self.folded.push(folded);
    }

    /// Folds a word that is not folded as it stands; the lexicon lends its own letters where it has them.
    fn fold(&mut self, written: &str, lexicon: &Lexicon) -> (Cow<'a, str>, Word) {
        self.scratch.clear();
        if let Some(plain) = in_typescript(written) {
            self.scratch.push_str(plain);
        } else if written.is_ascii() {
            self.scratch.push_str(written);
            self.scratch.make_ascii_lowercase();
        } else {
            self.scratch.push_str(&text::fold(written));
        }
        match lexicon.listed(&self.scratch) {
            Some((spelling, word)) => (Cow::Borrowed(spelling), word),
            None => (Cow::Owned(self.scratch.clone()), lexicon.derived(&self.scratch)),
        }
    }

    /// Returns the folded spelling of token `at`, or "" past the end.
    #[inline]
    pub fn folded(&self, at: usize) -> &str {
        // As a match, which is compiled here, where the function of `Cow` would be called.
        match self.folded.get(at) {
            Some(Cow::Borrowed(folded)) => folded,
            Some(Cow::Owned(folded)) => folded,
            None => "",
        }
    }

    /// Whether the folded spelling of token `at` ends so. The length is known when this is compiled, so that no function has
    /// to be called for two letters.
    #[inline]
    pub fn ends<const N: usize>(&self, at: usize, with: &[u8; N]) -> bool {
        self.folded(at).as_bytes().last_chunk() == Some(with)
    }

    /// Returns token `at` as written, or "" past the end.
    #[inline]
    pub fn written(&self, at: usize) -> &'a str {
        self.all.get(at).map_or("", |token| &self.text[token.span()])
    }

    /// Returns the text from the first to the last token of `range`, as written.
    #[inline]
    pub fn slice(&self, range: Range<usize>) -> &'a str {
        &self.text[self.span(range)]
    }

    /// Returns the words of `range` as written, each gap between them one space.
    pub fn joined(&self, range: Range<usize>) -> String {
        let text = if range.is_empty() { "" } else { self.slice(range.clone()) };
        // Most words have one space or none between them already.
        let single = |at: usize| {
            let gap = self.all[at - 1].end as usize..self.all[at].start as usize;
            gap.is_empty() || &self.text.as_bytes()[gap] == b" "
        };
        if range.skip(1).all(single) {
            return text.to_owned();
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns the bytes from the first to the last token of `range`, which must not be empty.
    pub fn span(&self, range: Range<usize>) -> Range<usize> {
        self.all[range.start].start as usize..self.all[range.end - 1].end as usize
    }

    #[inline]
    pub fn word(&self, at: usize) -> Word {
        self.all.get(at).map_or(Word::default(), |token| token.word)
    }
}

fn shape(written: &str) -> Shape {
    if printed_mark(written).is_some() {
        return Shape::Mark;
    }
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        None if written.starts_with(|c: char| c.is_numeric()) => Shape::Number,
        None => Shape::Mark,
        Some(_) if written.starts_with(|c: char| c.is_numeric()) => Shape::Number,
        Some(first) if first.is_uppercase() => match letters.next() {
            Some(second) if second.is_uppercase() && !letters.any(char::is_lowercase) => Shape::Capitals,
            _ => Shape::Capital,
        },
        Some(_) => Shape::Small,
    }
}

/// The marks of printed text that stand alone and are common: whether other characters are letters takes longer to tell.
fn printed_mark(text: &str) -> Option<char> {
    text.chars().next().filter(|c| matches!(c, '“' | '”' | '‘' | '–' | '—' | '…'))
}

/// What a typewriter has for the common marks of printed text.
fn in_typescript(written: &str) -> Option<&'static str> {
    match written {
        "“" | "”" => Some("\""),
        "’s" => Some("'s"),
        "’" | "‘" => Some("'"),
        "–" | "—" => Some("-"),
        _ => None,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}') || c.is_control()
}

/// Returns the length in bytes of the token that starts `rest`, 0 where white space or nothing that is seen does.
fn token_length(rest: &str) -> usize {
    if let Some(mark) = printed_mark(rest) {
        return mark.len_utf8();
    }
    let Some(c) = rest.chars().next().filter(|c| !c.is_whitespace() && !is_invisible(*c)) else { return 0 };
    if is_apostrophe(c) {
        return clitic_length(rest).unwrap_or(c.len_utf8());
    }
    if !c.is_alphanumeric() {
        return c.len_utf8();
    }
    let mut end = 0;
    let mut before = c;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let inside = match c {
            c if c.is_alphanumeric() || is_mark(c) => true,
            '-' | '\u{2010}' | '\u{2011}' => (before.is_alphanumeric() || before == '.') && next.is_alphanumeric(),
            '.' => abbreviation_goes_on(&rest[..at], next),
            ',' | ':' => before.is_ascii_digit() && next.is_ascii_digit(),
            c if is_apostrophe(c) => joins(&rest[..at], &rest[at + c.len_utf8()..]),
            _ => false,
        };
        if !inside {
            break;
        }
        before = c;
        end = at + c.len_utf8();
    }
    end
}

/// A lone mark, or a run of plain letters and digits where a look at what follows says that the word ends: white space, or
/// a mark that never stands inside a word, or one that does only before a letter or digit.
#[derive(Clone, Copy)]
struct Plain {
    /// Bytes and characters alike.
    length: usize,
    shape: Shape,
    /// Of the folded spelling.
    key: u64,
    /// Whether the letters are small as they stand.
    is_folded: bool,
}

impl Plain {
    #[inline]
    fn read(rest: &[u8]) -> Option<Self> {
        let (mut key, mut is_folded, mut length) = (Key::default(), true, 0);
        loop {
            let written = eight(&rest[length..]);
            let (run, small) = small_letters(written);
            if run > 0 {
                key = key.with(small);
                is_folded &= (written ^ small) << (64 - 8 * run) == 0;
                length += run;
            }
            if run < 8 {
                break;
            }
        }
        let mark = *rest.get(length)?;
        if length == 0 {
            let alone = mark.is_ascii_punctuation() && mark != b'\'';
            let key = key.with(mark.into()).value();
            return alone.then_some(Self { length: 1, shape: Shape::Mark, key, is_folded });
        }
        let shape = if is_folded && !rest[0].is_ascii_digit() { Shape::Small } else { plain_shape(&rest[..length]) };
        ends(mark, &rest[length + 1..]).then(|| Self { length, shape, key: key.value(), is_folded })
    }
}

/// Whether a word ends before `mark` and what follows on it.
#[inline]
fn ends(mark: u8, rest: &[u8]) -> bool {
    match (mark, rest) {
        (b' ' | b'\n', _) => true,
        (b'-' | b'.' | b',' | b':', _) => {
            rest.first().is_none_or(|next| next.is_ascii() && !next.is_ascii_alphanumeric())
        }
        // An apostrophe behind a word, or "'s".
        (b'\'', rest) | (0xE2, [0x80, 0x99, rest @ ..]) => match rest {
            [b's', next, ..] => next.is_ascii() && !next.is_ascii_alphabetic(),
            rest => rest.first().is_some_and(|next| next.is_ascii() && !next.is_ascii_alphabetic()),
        },
        // The marks of printed text: “ ” ‘ – — …
        (0xE2, [0x80, 0x93 | 0x94 | 0x98 | 0x9C | 0x9D | 0xA6, ..]) => true,
        (mark, _) => mark.is_ascii(),
    }
}

/// The shape of a run of plain letters and digits.
fn plain_shape(written: &[u8]) -> Shape {
    let letters = || written.iter().filter(|byte| byte.is_ascii_alphabetic());
    match written[0] {
        b'a'..=b'z' => Shape::Small,
        b'0'..=b'9' => Shape::Number,
        _ if letters().nth(1).is_none() || letters().any(u8::is_ascii_lowercase) => Shape::Capital,
        _ => Shape::Capitals,
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{2BC}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// `U.S.`, `a.m.` and `3.5` hold their dots; the dot after a longer word ends it.
fn abbreviation_goes_on(before: &str, next: char) -> bool {
    let last = before.rsplit(['.', '-']).next().unwrap_or(before);
    let mut letters = last.chars();
    match (letters.next(), letters.next()) {
        (Some(one), None) if one.is_alphabetic() => next.is_alphabetic() || before.contains('.'),
        _ => next.is_ascii_digit() && before.ends_with(|c: char| c.is_ascii_digit()),
    }
}

/// Whether an apostrophe belongs inside the word: `O'Neill`, `don't`, but not `Ukraine's` or `he'll`.
fn joins(before: &str, after: &str) -> bool {
    let mut rest = after.chars();
    let Some(first) = rest.next().filter(|c| c.is_alphabetic()) else { return false };
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    let tail = &after[..end];
    if tail.eq_ignore_ascii_case("t") {
        return before.ends_with(['n', 'N']);
    }
    !is_clitic(tail) || (first.is_uppercase() && before.chars().count() == 1)
}

fn is_clitic(tail: &str) -> bool {
    ["s", "ll", "re", "ve", "d", "m"].iter().any(|clitic| tail.eq_ignore_ascii_case(clitic))
}

fn clitic_length(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices();
    let (_, mark) = chars.next()?;
    let tail = &rest[mark.len_utf8()..];
    let end = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
    is_clitic(&tail[..end]).then_some(mark.len_utf8() + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let lexicon = Lexicon::new();
        let mut tokens = Tokens::new(text);
        let range = tokens.cut(0..text.len(), &lexicon);
        let found: Vec<_> = range.map(|at| tokens.written(at)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_clitics_and_abbreviations() {
        check(
            "Ukraine’s U.S.-made air-defence, 1,600 in.",
            &["Ukraine", "’s", "U.S.-made", "air-defence", ",", "1,600", "in", "."],
        );
        check("He'll say 'no', don't O'Neill?", &["He", "'ll", "say", "'", "no", "'", ",", "don't", "O'Neill", "?"]);
        check(
            "The U.S. said 3.5 at 5 p.m. on Monday.",
            &["The", "U.S.", "said", "3.5", "at", "5", "p.m.", "on", "Monday", "."],
        );
    }
}
