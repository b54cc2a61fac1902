//! The elements rules are made of: each reads some tokens and returns what they are worth, or `None`.
//!
//! An element is a function from a [`Cursor`] to an `Option`. Those here read a word, a number or a name of the
//! calendar; the larger ones are in [`super::day`], [`super::stretch`],
//! [`super::clock`] and [`super::amount`]. Every element reads a bounded number of tokens, which keeps the
//! whole tagger linear on any input.

use super::DateOrder;
use super::lexicon::{Which, Word};
use super::token::{Gap, Token};
use super::value::{Count, Modifier, Time, Unit};

/// A place among the tokens of a text. Copying it is how a pattern goes back.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub tokens: &'a [Token],
    pub start: usize,
    pub at: usize,
    pub order: DateOrder,
}

impl Cursor<'_> {
    /// Returns the class of the token ahead; past the end of a paragraph there is only [`Word::End`].
    #[inline]
    pub fn peek(&self) -> Word {
        match self.tokens.get(self.at) {
            Some(token) if self.at == self.start || token.gap != Gap::Paragraph => token.word,
            _ => Word::End,
        }
    }

    #[inline]
    pub fn step(&mut self) -> Word {
        let word = self.peek();
        self.at += usize::from(word != Word::End);
        word
    }

    /// Returns the class of the `n`th token before the match, from 1.
    pub fn before(&self, n: usize) -> Word {
        let paragraph = self.tokens[self.start.saturating_sub(n - 1)..=self.start.min(self.tokens.len() - 1)]
            .iter()
            .any(|t| t.gap == Gap::Paragraph);
        match self.start.checked_sub(n) {
            Some(i) if !paragraph => self.tokens[i].word,
            _ => Word::End,
        }
    }

    /// Whether no space stands before the token ahead.
    #[inline]
    pub fn is_glued(&self) -> bool {
        self.peek() != Word::End && self.tokens[self.at].gap == Gap::Glued
    }

    #[inline]
    pub fn is_capital(&self) -> bool {
        self.peek() != Word::End && self.tokens[self.at].capital
    }

    /// Whether the two tokens ahead are words with capitals that name no time, behind one that names none either.
    pub fn opens_name(&self) -> bool {
        let name = |t: &Token| t.capital && t.word == Word::Other && t.gap == Gap::Space;
        let behind = matches!(self.before(1), Word::Other | Word::Comma);
        behind && self.tokens.get(self.at..self.at + 2).is_some_and(|two| two.iter().all(name))
    }

    /// Tries an element; where it fails nothing is read.
    #[inline]
    pub fn take<T>(&mut self, element: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = element(&mut ahead)?;
        self.at = ahead.at;
        Some(found)
    }
}

/// Reads one given word.
pub(super) fn word(expected: Word) -> impl Fn(&mut Cursor) -> Option<()> {
    move |c| (c.step() == expected).then_some(())
}

/// Reads one of several words.
pub(super) fn any(expected: &[Word]) -> impl Fn(&mut Cursor) -> Option<Word> {
    move |c| Some(c.step()).filter(|word| expected.contains(word))
}

/// Reads an element if it is there.
pub(super) fn maybe<T>(element: impl Fn(&mut Cursor) -> Option<T>) -> impl Fn(&mut Cursor) -> Option<Option<T>> {
    move |c| Some(c.take(&element))
}

/// Reads the first of two elements that fits.
pub(super) fn either<T>(
    a: impl Fn(&mut Cursor) -> Option<T>,
    b: impl Fn(&mut Cursor) -> Option<T>,
) -> impl Fn(&mut Cursor) -> Option<T> {
    move |c| c.take(&a).or_else(|| b(c))
}

/// Reads nothing; holds where the element does not fit.
pub(super) fn no<T>(element: impl Fn(&mut Cursor) -> Option<T>) -> impl Fn(&mut Cursor) -> Option<()> {
    move |c| element(&mut c.clone()).is_none().then_some(())
}

/// Reads nothing; holds where the element fits.
pub(super) fn ahead<T>(element: impl Fn(&mut Cursor) -> Option<T>) -> impl Fn(&mut Cursor) -> Option<T> {
    move |c| element(&mut c.clone())
}

/// Reads nothing; holds where one of the words stands before the match.
pub(super) fn after(words: &[Word]) -> impl Fn(&mut Cursor) -> Option<()> {
    move |c| words.contains(&c.before(1)).then_some(())
}

/// Reads nothing; holds where none of the words stands before the match.
pub(super) fn not_after(words: &[Word]) -> impl Fn(&mut Cursor) -> Option<()> {
    move |c| (!words.contains(&c.before(1))).then_some(())
}

/// Reads a hyphen with no space around it.
pub(super) fn hyphen(c: &mut Cursor) -> Option<()> {
    let glued = c.is_glued();
    (c.step() == Word::Hyphen && glued && c.is_glued()).then_some(())
}

/// Reads a hyphen or nothing between two words: "third-quarter", "third quarter".
pub(super) fn joint(c: &mut Cursor) -> Option<()> {
    let _ = c.take(hyphen);
    Some(())
}

/// Reads an apostrophe and an s.
pub(super) fn possessive(c: &mut Cursor) -> Option<()> {
    let glued = c.is_glued();
    (c.step() == Word::Apostrophe && glued && c.is_glued() && c.step() == Word::Letter(b's')).then_some(())
}

/// Reads a month, 1 to 12, with the point of an abbreviation.
pub(super) fn month(c: &mut Cursor) -> Option<u8> {
    let capital = c.is_capital();
    match c.step() {
        Word::Month(month) => Some(month),
        Word::MonthWeak(month) if capital => Some(month),
        Word::MonthShort(month) if capital => {
            abbreviation_point(c);
            Some(month)
        }
        _ => None,
    }
}

/// Reads a month that is no other word: not "May" or "March", and an abbreviation only with its point.
pub(super) fn sure_month(c: &mut Cursor) -> Option<u8> {
    let capital = c.is_capital();
    match c.step() {
        Word::Month(month) => Some(month),
        Word::MonthWeak(8) if capital => Some(8),
        Word::MonthShort(month) if capital && c.peek() == Word::Dot && c.is_glued() => {
            c.step();
            Some(month)
        }
        _ => None,
    }
}

/// Reads nothing; holds where the word just read starts with a capital and the one after it does not.
pub(super) fn capital_before(c: &mut Cursor) -> Option<()> {
    (c.tokens[c.at - 1].capital && !c.is_capital()).then_some(())
}

/// Reads a month that is another word as well.
pub(super) fn weak_month(c: &mut Cursor) -> Option<u8> {
    let capital = c.is_capital();
    if let Word::MonthWeak(month) = c.step() { Some(month).filter(|_| capital) } else { None }
}

fn abbreviation_point(c: &mut Cursor) {
    if c.is_glued() {
        let _ = c.take(word(Word::Dot));
    }
}

/// Reads a weekday, 1 for Monday to 7; a short one needs its capital.
pub(super) fn weekday(c: &mut Cursor) -> Option<u8> {
    let capital = c.is_capital();
    match c.step() {
        Word::Weekday(day) => Some(day),
        Word::WeekdayShort(day) if capital => {
            abbreviation_point(c);
            Some(day)
        }
        _ => None,
    }
}

/// Reads a weekday written in full.
pub(super) fn full_weekday(c: &mut Cursor) -> Option<u8> {
    if let Word::Weekday(day) = c.step() { Some(day) } else { None }
}

/// Reads a day of the month in digits or as an ordinal.
pub(super) fn month_day(c: &mut Cursor) -> Option<u8> {
    let day = match c.step() {
        Word::Digits(day, 1 | 2) => day,
        Word::OrdinalDigits(day) => day,
        Word::Ordinal(day) => day.into(),
        Word::Second => 2,
        Word::Tens(tens @ (20 | 30)) => {
            c.take(joint);
            u32::from(tens) + u32::from(ordinal_word(c).filter(|n| *n < 10)?)
        }
        _ => return None,
    };
    u8::try_from(day).ok().filter(|day| (1..=31).contains(day))
}

fn ordinal_word(c: &mut Cursor) -> Option<u8> {
    match c.step() {
        Word::Ordinal(n) => Some(n),
        Word::Second => Some(2),
        _ => None,
    }
}

/// Reads an ordinal, "third" or "3rd", compound words included.
pub(super) fn ordinal(c: &mut Cursor) -> Option<u32> {
    match c.step() {
        Word::Ordinal(n) => Some(n.into()),
        Word::Second => Some(2),
        Word::OrdinalDigits(n) => Some(n),
        Word::Tens(tens) => {
            c.take(joint);
            Some(u32::from(tens) + u32::from(ordinal_word(c).filter(|n| *n < 10)?))
        }
        _ => None,
    }
}

/// Reads a number below a hundred, in words.
pub(super) fn below_hundred(c: &mut Cursor) -> Option<i32> {
    match c.step() {
        Word::Small(n) => Some(n.into()),
        Word::Tens(tens) => {
            let ones = c.take(|c| {
                c.take(joint);
                if let Word::Small(n @ 1..=9) = c.step() { Some(n) } else { None }
            });
            Some(i32::from(tens) + i32::from(ones.unwrap_or(0)))
        }
        _ => None,
    }
}

/// Reads a whole number, in digits or words.
pub(super) fn whole(c: &mut Cursor) -> Option<u32> {
    match c.peek() {
        Word::Digits(n, 1..=6) | Word::Grouped(n) => {
            c.step();
            Some(n)
        }
        Word::A => {
            c.step();
            multiples(c, 1).filter(|n| *n > 1)
        }
        _ => {
            let n = below_hundred(c)? as u32;
            multiples(c, n)
        }
    }
}

/// Reads "hundred", "thousand" and what may follow them.
fn multiples(c: &mut Cursor, n: u32) -> Option<u32> {
    let unit = match c.peek() {
        Word::Hundred => 100,
        Word::Thousand => 1000,
        Word::Dozen => 12,
        _ => return Some(n),
    };
    c.step();
    let rest = c.take(|c| {
        c.take(word(Word::And));
        below_hundred(c)
    });
    Some(n * unit + rest.unwrap_or(0) as u32)
}

/// Reads "last", "next" and their like.
pub(super) fn which(c: &mut Cursor) -> Option<Which> {
    if let Word::Which(which) = c.step() { Some(which) } else { None }
}

/// Reads one of the given words for which.
pub(super) fn which_of(allowed: &[Which]) -> impl Fn(&mut Cursor) -> Option<Which> {
    move |c| which(c).filter(|w| allowed.contains(w))
}

/// Reads a unit in the singular.
pub(super) fn unit(c: &mut Cursor) -> Option<Unit> {
    if let Word::Unit(unit) = c.step() { Some(unit) } else { None }
}

/// Reads one of the given units in the singular.
pub(super) fn unit_of(allowed: &[Unit]) -> impl Fn(&mut Cursor) -> Option<Unit> {
    move |c| unit(c).filter(|u| allowed.contains(u))
}

/// Reads a unit in the plural.
pub(super) fn units(c: &mut Cursor) -> Option<Unit> {
    if let Word::Units(unit) = c.step() { Some(unit) } else { None }
}

/// Reads "early", "late", "mid".
pub(super) fn edge(c: &mut Cursor) -> Option<Modifier> {
    if let Word::Edge(edge) = c.step() { Some(edge) } else { None }
}

/// Reads a number from two to ninety-nine.
pub(super) fn several(c: &mut Cursor) -> Option<u32> {
    whole(c).filter(|n| (2..100).contains(n))
}

/// Reads a part of the day.
pub(super) fn day_part(c: &mut Cursor) -> Option<Time> {
    if let Word::DayPart(time) = c.step() { Some(time) } else { None }
}

/// Reads a number of units: digits, words, "2 1/2", "a few", "two or three".
pub(super) fn count(c: &mut Cursor) -> Option<Count> {
    if let Some(vague) = c.take(vague_count) {
        return Some(vague);
    }
    if let Word::Decimal(tenths) = c.peek() {
        c.step();
        return Some(Count::Tenths(tenths));
    }
    let n = whole(c)?;
    if c.take(half_more).is_some() {
        return Some(Count::Tenths(n.saturating_mul(10).saturating_add(5)));
    }
    c.take(|c| {
        any(&[Word::To, Word::Or, Word::Hyphen, Word::Dash])(c)?;
        whole(c)
    });
    Some(Count::Exact(n))
}

fn vague_count(c: &mut Cursor) -> Option<Count> {
    let article = c.take(word(Word::A));
    let count = match c.step() {
        Word::Vague => Some(Count::Vague),
        Word::Some if article.is_none() => Some(Count::Vague),
        Word::Couple => Some(Count::Exact(2)),
        Word::Dozen => Some(Count::Exact(12)),
        _ => None,
    }?;
    c.take(word(Word::Of));
    Some(count)
}

/// Reads the half of "2 1/2" or "two and a half".
fn half_more(c: &mut Cursor) -> Option<()> {
    if c.take(and_a_half).is_some() {
        return Some(());
    }
    match c.step() {
        Word::HalfSign => Some(()),
        Word::Digits(1, 1) => (c.step() == Word::Slash && c.step() == Word::Digits(2, 1)).then_some(()),
        Word::Hyphen => {
            (c.step() == Word::Digits(1, 1) && c.step() == Word::Slash && c.step() == Word::Digits(2, 1)).then_some(())
        }
        _ => None,
    }
}

/// Reads "and a half".
pub(super) fn and_a_half(c: &mut Cursor) -> Option<()> {
    (c.step() == Word::And && c.step() == Word::A && c.step() == Word::Half).then_some(())
}
