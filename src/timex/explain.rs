//! Says for each time expression which rule read it, from which day, and what it could have been instead.

use std::ops::Range;

use super::clause::Clause;
use super::lexicon::Which;
use super::meaning::{Meaning, What, YearOf};
use super::pattern::Cursor;
use super::rules::RULES;
use super::scan::{self, Match};
use super::state::State;
use super::token::{self, Token};
use super::value::Value;
use super::{Anchor, Basis, Context, Interval, Relative, Timex};

/// How one time expression was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub timex: Timex,
    /// The words, as written.
    pub phrase: String,
    /// The elements of the rule, as the table has them.
    pub pattern: &'static str,
    /// One sentence on where the value comes from.
    pub reading: String,
    /// Other readings, each with the reason against it.
    pub refused: Vec<(String, &'static str)>,
}

/// All that can be said of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// In text order.
    pub times: Vec<Explanation>,
    pub intervals: Vec<Interval>,
    pub relatives: Vec<Relative>,
    /// Phrases that a rule knows and that tell no time here.
    pub untimed: Vec<Untimed>,
}

/// A phrase that looks like a time and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untimed {
    /// Bytes into the text, end excluded.
    pub span: Range<usize>,
    pub rule: &'static str,
    /// Why no time is read from it.
    pub why: &'static str,
}

/// Explains every time expression of `text`, the spans and relations they make, and what was taken for no time.
pub fn explain(text: &str, context: &Context) -> Explained {
    let tokens = token::tokens(text);
    let (found, _) = scan::timexes(&tokens, text, context);
    let times: Vec<Explanation> = found
        .iter()
        .map(|(m, timex)| Explanation {
            phrase: text[timex.span.clone()].to_owned(),
            pattern: m.rule.pattern,
            reading: reading(timex),
            refused: refused(m, timex, &tokens, text, context),
            timex: timex.clone(),
        })
        .collect();
    let read = scan::read(text, context);
    Explained {
        times,
        intervals: read.intervals,
        relatives: read.relatives,
        untimed: untimed(&found, &tokens, context),
    }
}

fn untimed(found: &[(Match, Timex)], tokens: &[Token], context: &Context) -> Vec<Untimed> {
    let is_found = |m: &Match| found.binary_search_by_key(&m.start, |(m, _)| m.start).is_ok();
    let phrases = scan::find(tokens, context).into_iter().filter(|m| !is_found(m));
    let untimed = phrases.map(|m| Untimed {
        span: tokens[m.start].start..tokens[m.end - 1].end,
        rule: m.rule.name,
        why: match m.meaning.what {
            What::Nothing => "the rule says that it is no time",
            What::Holiday(..) => "it is part of another name, or nobody says whose day it is",
            What::Narrative(_) => "it tells a time only in texts that tell history",
            _ => "nothing before it in the text says which is meant",
        },
    });
    untimed.collect()
}

fn reading(timex: &Timex) -> String {
    let anchor = match timex.anchor {
        Some(Anchor::Published(day)) => format!("counted from publication on {day}"),
        Some(Anchor::Text(day)) => format!("counted from {day}, told before it in the text"),
        None if timex.year == Basis::Stated && timex.direction == Basis::Stated => "as it stands".to_owned(),
        None => "no day to count from is known".to_owned(),
    };
    let direction = if timex.direction == Basis::Inferred { "; the direction is inferred" } else { "" };
    format!("{}: {anchor}{direction}", timex.value)
}

fn refused(m: &Match, timex: &Timex, tokens: &[Token], text: &str, context: &Context) -> Vec<(String, &'static str)> {
    let clause = Clause { tokens, text, start: m.start, end: m.end };
    let mut other: Vec<(String, &'static str)> = Vec::new();
    let mut add = |value: Option<Value>, phrase: Option<&str>, why| {
        let Some(value) = value.filter(|value| *value != timex.value || phrase.is_some()) else { return };
        let text = phrase.map_or(value.to_string(), |phrase| format!("{value} for \"{phrase}\""));
        if other.iter().all(|(had, _)| *had != text) {
            other.push((text, why));
        }
    };
    for (meaning, why) in directions(&m.meaning, timex) {
        add(State::new(context.published, false).resolve(&meaning, &clause).map(|r| r.value), None, why);
    }
    if let Some((day_first, month_first)) = timex.either {
        for day in [day_first, month_first] {
            add(Some(day.into()), None, "the order of day and month is not known");
        }
    }
    for rule in RULES {
        let mut cursor = Cursor { tokens, start: m.start, at: m.start, order: context.order };
        let Some(meaning) = (rule.read)(&mut cursor) else { continue };
        if cursor.at < m.end && cursor.at > m.start && rule.name != m.rule.name {
            let shorter = &text[tokens[m.start].start..tokens[cursor.at - 1].end];
            let value = State::new(context.published, false).resolve(&meaning, &clause).map(|r| r.value);
            add(value, Some(shorter), "a longer phrase was read");
        }
    }
    other
}

/// Whether the day it names lies after the day it was counted from.
fn looks_ahead(timex: &Timex) -> bool {
    match (timex.value, timex.anchor) {
        (Value::Date(date), Some(anchor)) => date.day().is_some_and(|day| day > anchor.day()),
        _ => false,
    }
}

/// The same phrase on the other side of its anchor.
fn directions(meaning: &Meaning, timex: &Timex) -> Vec<(Meaning, &'static str)> {
    let with = |what| Meaning { what, ..*meaning };
    let years = |make: &dyn Fn(YearOf) -> What| {
        let year = |n| with(make(YearOf::Published(n)));
        let why = "it lies farther from publication, and no word points there";
        vec![(year(-1), why), (year(0), why), (year(1), why)]
    };
    if timex.year == Basis::Stated {
        return Vec::new();
    }
    match meaning.what {
        What::Weekday(None, day) => {
            let (last, next) = (What::Weekday(Some(Which::Last), day), What::Weekday(Some(Which::Next), day));
            let why = if looks_ahead(timex) { "a word that looks ahead governs it" } else { "a nearer day fits" };
            vec![(with(next), "no word that looks ahead governs it"), (with(last), why)]
        }
        What::Weekday(Some(_), day) => {
            vec![
                (with(What::Weekday(Some(Which::Next), day)), "the words say which"),
                (with(What::Weekday(Some(Which::Last), day)), "the words say which"),
            ]
        }
        What::Day(YearOf::Open, month, day) => years(&|year| What::Day(year, month, day)),
        What::Part(YearOf::Open, part) => years(&|year| What::Part(year, part)),
        _ => Vec::new(),
    }
}
