//! Times of day: "10 a.m.", "14:30 GMT", "noon", "the early morning hours".

use super::day::day;
use super::lexicon::Word;
use super::meaning::Meaning;
use super::pattern::{Cursor, any, day_part, word};
use super::stretch::edge_joined;
use super::value::{Modifier, Time, Unit};

/// Reads a clock time that is one beyond doubt: "10 a.m.", "10:30 p.m. EST", "noon", "9 o'clock", "14:30 GMT".
pub(super) fn clock(c: &mut Cursor) -> Option<Time> {
    if let Word::ClockName(hour) = c.peek() {
        c.step();
        return Some(Time::Clock(hour, 0));
    }
    let (hour, minute) = hour_and_minute(c)?;
    let half = c.take(meridiem);
    let named = half.is_some() || c.take(oclock).is_some();
    let zone = c.take(word(Word::Zone)).is_some();
    if !named && !zone || half.is_some() && !(1..=12).contains(&hour) {
        return None;
    }
    Some(Time::Clock(on_the_day(hour, half), minute))
}

/// Reads "10:30", which a preposition must make a clock time.
pub(super) fn bare_clock(c: &mut Cursor) -> Option<Time> {
    let Word::Digits(_, 1 | 2) = c.peek() else { return None };
    let colon = matches!(c.tokens.get(c.at + 1).map(|t| t.word), Some(Word::Colon));
    let (hour, minute) = hour_and_minute(c)?;
    (colon && c.peek() != Word::Colon).then_some(Time::Clock(hour, minute))
}

fn on_the_day(hour: u8, afternoon: Option<bool>) -> u8 {
    match (hour, afternoon) {
        (12, Some(false)) => 0,
        (1..=11, Some(true)) => hour + 12,
        _ => hour,
    }
}

fn hour_and_minute(c: &mut Cursor) -> Option<(u8, u8)> {
    let first = c.step();
    if let Word::Digits(n @ 0..=2400, 4) = first {
        return Some(((n / 100) as u8, (n % 100) as u8)).filter(|(_, minute)| *minute < 60);
    }
    let hour = match first {
        Word::Digits(hour @ 0..=24, 1 | 2) => hour as u8,
        Word::Small(hour @ 1..=12) => hour,
        _ => return None,
    };
    let minute = c.take(|c| {
        any(&[Word::Colon, Word::Dot])(c)?;
        if !c.is_glued() {
            return None;
        }
        if let Word::Digits(minute @ 0..=59, 2) = c.step() { Some(minute as u8) } else { None }
    });
    let minute = minute.unwrap_or(0);
    (hour < 24 || minute == 0).then_some((hour, minute))
}

/// Reads "a.m." or "p.m."; true is after noon.
pub(super) fn meridiem(c: &mut Cursor) -> Option<bool> {
    let afternoon = match c.step() {
        Word::Meridiem(afternoon) => return Some(afternoon),
        Word::A => false,
        Word::Letter(b'p') => true,
        _ => return None,
    };
    word(Word::Dot)(c)?;
    word(Word::Letter(b'm'))(c)?;
    if c.is_glued() {
        c.take(word(Word::Dot));
    }
    Some(afternoon)
}

fn oclock(c: &mut Cursor) -> Option<()> {
    word(Word::Letter(b'o'))(c)?;
    word(Word::Apostrophe)(c)?;
    word(Word::Oclock)(c)
}

/// Reads a clock time of another zone in brackets, then the day of both: "(0735 GMT) Friday".
pub(super) fn day_after_zones(c: &mut Cursor) -> Option<Meaning> {
    word(Word::Open)(c)?;
    clock(c)?;
    word(Word::Close)(c)?;
    c.take(word(Word::On));
    day(c)
}

/// Reads a part of the day with the words before it: "the early morning".
pub(super) fn dayparted(c: &mut Cursor) -> Option<(Time, Option<Modifier>)> {
    c.take(word(Word::The));
    let edge = c.take(edge_joined);
    let time = day_part(c)?;
    c.take(word(Word::Units(Unit::Hour)));
    Some((time, edge))
}

/// Reads an hour with no minutes.
pub(super) fn hour(c: &mut Cursor) -> Option<Time> {
    match c.step() {
        Word::Digits(hour @ 1..=12, 1 | 2) => Some(Time::Clock(hour as u8, 0)),
        Word::Small(hour @ 1..=12) => Some(Time::Clock(hour, 0)),
        _ => None,
    }
}

/// Returns a clock time in the half of the day its part names.
pub(super) fn half_of_day(time: Time, part: Time) -> Time {
    match (time, part) {
        (Time::Clock(hour @ 1..=11, minute), Time::Afternoon | Time::Evening) => Time::Clock(hour + 12, minute),
        (Time::Clock(hour @ 6..=11, minute), Time::Night) => Time::Clock(hour + 12, minute),
        _ => time,
    }
}
