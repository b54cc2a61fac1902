//! Lengths of time: "more than 30 days", "a couple of years", and what they are told by ("ago", "or so").

use super::lexicon::Word;
use super::meaning::{From, Meaning, What, length};
use super::pattern::{Cursor, and_a_half, any, count, joint, unit, units, whole, word};
use super::value::{Count, Modifier, Unit, Value};

/// Reads an amount of time: "two weeks", "more than 30 days", "at least 20 more years".
pub(super) fn amount(c: &mut Cursor) -> Option<Meaning> {
    let (modifier, count, unit) = amount_parts(c)?;
    Some(length(count, unit).modified(modifier))
}

/// Reads the parts of an amount: how exact, how many, of what.
pub(super) fn amount_parts(c: &mut Cursor) -> Option<(Option<Modifier>, Count, Unit)> {
    let modifier = c.take(bound);
    let one = c.take(|c| {
        word(Word::A)(c)?;
        c.take(any(&[Word::Full, Word::Additional]));
        unit(c)
    });
    if let Some(unit) = one {
        let more = c.take(and_a_half).is_some();
        return Some((modifier, if more { Count::Tenths(15) } else { Count::Exact(1) }, unit));
    }
    let count = count(c)?;
    c.take(any(&[Word::More, Word::Additional, Word::Full, Word::Filler]));
    let unit = c.take(units).or_else(|| unit(c).filter(|_| count == Count::Exact(1)))?;
    Some((modifier, count, unit))
}

/// Reads "more than", "at least", "nearly", "up to" before an amount.
pub(super) fn bound(c: &mut Cursor) -> Option<Modifier> {
    match c.step() {
        Word::More => word(Word::Than)(c).map(|()| Modifier::MoreThan),
        Word::Less => word(Word::Than)(c).map(|()| Modifier::LessThan),
        Word::At => match c.step() {
            Word::Least => Some(Modifier::EqualOrMore),
            Word::Most => Some(Modifier::EqualOrLess),
            _ => None,
        },
        Word::Near(Modifier::LessThan) => Some(Modifier::LessThan),
        _ => None,
    }
}

/// Reads "two years" as a shift: how many of what, a vague number being none.
pub(super) fn shift(c: &mut Cursor) -> Option<(Option<Modifier>, Option<i32>, Unit)> {
    let (modifier, count, unit) = amount_parts(c)?;
    let n = match count {
        Count::Exact(n) => Some(i32::try_from(n).ok().filter(|n| *n <= 9999)?),
        Count::Tenths(_) | Count::Vague => None,
    };
    Some((modifier, n, unit))
}

/// Returns the meaning of so many units before or after a reference; without a number it is just past or future.
pub(super) fn shifted(n: Option<i32>, sign: i32, unit: Unit, from: From) -> Meaning {
    match n {
        Some(n) => What::Shift(sign * n, unit, from).into(),
        None if sign < 0 => Value::Past.into(),
        None => Value::Future.into(),
    }
}

/// Returns the meaning of so many units from today; nothing where the number is vague or bounded.
pub(super) fn away(bound: Option<Modifier>, n: Option<i32>, unit: Unit, sign: i32, days: i8) -> Meaning {
    let whole = unit >= Unit::Day && !matches!(unit, Unit::Weekend | Unit::Quarter | Unit::Season | Unit::Period);
    match n {
        Some(n) if bound.is_none() && whole => What::Away(sign * n, unit, days).into(),
        _ => What::Nothing.into(),
    }
}

/// Returns the meaning of so many days or weeks from a weekday; nothing where the words leave more than one day.
pub(super) fn from_weekday(bound: Option<Modifier>, n: Option<i32>, unit: Unit, weekday: Option<u8>) -> Meaning {
    let each = match unit {
        Unit::Day => 1,
        Unit::Week => 7,
        Unit::Fortnight => 14,
        _ => return What::Nothing.into(),
    };
    match (n, weekday) {
        (Some(n), Some(weekday)) if bound.is_none() => What::AfterComing(n.saturating_mul(each), weekday).into(),
        _ => What::Nothing.into(),
    }
}

/// Reads "ago" as -1, "from" as 1.
pub(super) fn ago_or_from(c: &mut Cursor) -> Option<i32> {
    match c.step() {
        Word::Ago => Some(-1),
        Word::From => Some(1),
        _ => None,
    }
}

/// Reads a unit that something can be counted by: "twice a day".
pub(super) fn rate_unit(c: &mut Cursor) -> Option<Unit> {
    let unit = unit(c)?;
    let told = matches!(
        c.peek(),
        Word::Ago | Word::Earlier | Word::Later | Word::Before | Word::After | Word::Long | Word::Hyphen
    );
    (!told && unit != Unit::Quarter).then_some(unit)
}

/// Reads "ended", "of" and what else shows that a year has an end of its own.
pub(super) fn end_of(c: &mut Cursor) -> Option<()> {
    matches!(c.step(), Word::Of | Word::Ago | Word::Earlier | Word::Before | Word::After | Word::Digits(..))
        .then_some(())
}

/// Reads "or so", "or more" after an amount, or nothing.
pub(super) fn or_so(c: &mut Cursor) -> Option<()> {
    c.take(|c| {
        word(Word::Or)(c)?;
        any(&[Word::So, Word::More])(c)
    });
    Some(())
}

/// Reads "-old".
pub(super) fn old(c: &mut Cursor) -> Option<()> {
    joint(c)?;
    word(Word::Old)(c)
}

/// Reads a plural unit that stands without a number.
pub(super) fn vague_units(c: &mut Cursor) -> Option<Unit> {
    let unit = units(c)?;
    (unit >= Unit::Day && unit != Unit::Quarter && c.peek() != Word::Old && c.peek() != Word::Ago).then_some(unit)
}

/// Reads "daily" and its like.
pub(super) fn often(c: &mut Cursor) -> Option<Unit> {
    if let Word::Often(unit) = c.step() { Some(unit) } else { None }
}

/// Reads what shows that "the past" has a noun of its own.
pub(super) fn owned(c: &mut Cursor) -> Option<()> {
    matches!(
        c.step(),
        Word::Other
            | Word::Digits(..)
            | Word::Unit(_)
            | Word::Units(_)
            | Word::Small(_)
            | Word::Tens(_)
            | Word::Vague
            | Word::Couple
            | Word::Season(_)
            | Word::Seasons(_)
    )
    .then_some(())
}

/// Reads what shows that "the day before" goes on: "the day before he left".
pub(super) fn clause(c: &mut Cursor) -> Option<()> {
    matches!(c.step(), Word::Other | Word::The | Word::A | Word::Which(_) | Word::Its | Word::Feast(_)).then_some(())
}

/// Reads a number that may be somebody's age.
pub(super) fn age(c: &mut Cursor) -> Option<u32> {
    whole(c).filter(|n| *n < 130)
}
