//! `newsbook explain`: what a message means, or how the dates of a sentence are read; what an event or an article is
//! made of is for `trace`.

use std::fmt::Write as _;
use std::ops::Range;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::report::{to_stderr, to_stdout, to_stdout_as_json};
use super::scalars::Scalars;
use super::{Exit, Globals, trace};
use crate::timex::{self, Anchor, Basis, Context, Explained, Explanation, Relative, Side};

/// The page of every message: a section each, `## N001: a key that no section knows`.
const MESSAGES: &str = include_str!("../../docs/messages.md");

/// Explain an event, an article, a message or how a date in a sentence is read
///
/// For the id of an event: its date, why its reports are one, what keeps it apart from events like it, and each report.
/// For the file of an article: what was set aside, and of each sentence why it is listed or not, its date, state,
/// speaker, names and themes, with the line of each.
///
/// For a code: what the message means, why it is one, and how to mend it. For a phrase or a sentence: for each time in
/// it the rule that read it, the day it was counted from, the reading, and the readings that were refused; then the
/// spans that two times make, the times told by events, and the phrases that only look like times.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook explain k7q2
  newsbook explain content/articles/2025-12-07.txt
  newsbook explain N102
  newsbook explain \"last Tuesday\" --date 2024-03-20
  newsbook explain \"He said on Tuesday he would leave in May.\" --date 2024-03-20 --json")]
pub(super) struct ExplainArgs {
    /// The id of an event, the file of an article, a code such as N102, or words with a date in them
    #[arg(value_name = "ID|FILE|CODE|TEXT")]
    what: String,

    /// The day the text was published; without it nothing is counted from
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Message<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    code: &'a str,
    title: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Read<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    times: Vec<Time<'a>>,
    spans: Vec<SpanOut<'a>>,
    relations: Vec<Relation<'a>>,
    untimed: Vec<UntimedOut<'a>>,
}

/// Two expressions that are the ends of one span of time; `start` and `end` count Unicode characters.
#[derive(Serialize)]
struct SpanOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    begin: String,
    finish: String,
    edtf: Option<String>,
}

/// A time told by another event.
#[derive(Serialize)]
struct Relation<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    event: &'a str,
    relation: String,
}

/// A phrase that a rule knows and that tells no time here.
#[derive(Serialize)]
struct UntimedOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    rule: &'static str,
    why: &'static str,
}

/// A time expression; `start` and `end` count Unicode characters.
#[derive(Serialize)]
struct Time<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    value: String,
    r#mod: Option<&'static str>,
    edtf: Option<String>,
    rule: &'static str,
    pattern: &'static str,
    anchor: Option<NaiveDate>,
    year: &'static str,
    direction: &'static str,
    reading: &'a str,
    refused: Vec<Refused<'a>>,
}

#[derive(Serialize)]
struct Refused<'a> {
    reading: &'a str,
    why: &'static str,
}

pub(super) fn run(globals: &Globals, args: &ExplainArgs) -> Exit {
    match args.what.as_str() {
        what if is_code(what) => explain_code(globals, &what.to_uppercase()),
        what if trace::is_place(what) => trace::run(globals, what),
        _ => explain_text(globals, args),
    }
}

/// A letter and three figures are a code and never a date.
fn is_code(what: &str) -> bool {
    matches!(what.as_bytes(), [letter, figures @ ..]
        if letter.is_ascii_alphabetic() && figures.len() == 3 && figures.iter().all(u8::is_ascii_digit))
}

fn explain_code(globals: &Globals, code: &str) -> Exit {
    let Some((title, text)) = section(code) else {
        let all: Vec<&str> = sections().filter_map(|(head, _)| head.split(':').next()).collect();
        to_stderr(&format!("error: there is no message `{code}`\n  fix: use one of {}\n", all.join(", ")));
        return Exit::Usage;
    };
    if globals.json {
        to_stdout_as_json(&Message { version: 1, command: "explain", ok: true, code, title, text });
    } else {
        to_stdout(&format!("{code}: {title}\n\n{text}\n"));
    }
    Exit::Done
}

fn section(code: &str) -> Option<(&'static str, &'static str)> {
    sections().find_map(|(head, text)| Some((head.strip_prefix(code)?.strip_prefix(": ")?, text)))
}

fn sections() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = MESSAGES.split("\n## ").skip(1);
    parts.filter_map(|part| part.split_once('\n')).map(|(head, text)| (head.trim(), text.trim()))
}

fn explain_text(globals: &Globals, args: &ExplainArgs) -> Exit {
    let published = args.date.map_or_else(Default::default, Into::into);
    let found = timex::explain(&args.what, &Context { published, ..Context::default() });
    if globals.json {
        to_stdout_as_json(&as_json(&found, &args.what));
    } else {
        to_stdout(&all_in_words(&found, &args.what));
    }
    Exit::Done
}

fn as_json<'a>(found: &'a Explained, text: &'a str) -> Read<'a> {
    let scalars = Scalars::new(text);
    let at = |span: &Range<usize>| (scalars.at(span.start), scalars.at(span.end));
    let spans = found.intervals.iter().map(|span| {
        let ((start, end), text) = (at(&span.span), &text[span.span.clone()]);
        SpanOut { start, end, text, begin: span.from.to_string(), finish: span.to.to_string(), edtf: span.edtf() }
    });
    let relations = found.relatives.iter().map(|told| {
        let ((start, end), event) = (at(&told.span), &text[told.event.clone()]);
        Relation { start, end, text: &text[told.span.clone()], event, relation: relation(told) }
    });
    let untimed = found.untimed.iter().map(|one| {
        let (start, end) = at(&one.span);
        UntimedOut { start, end, text: &text[one.span.clone()], rule: one.rule, why: one.why }
    });
    Read {
        version: 1,
        command: "explain",
        ok: true,
        times: found.times.iter().map(|one| time(one, &scalars)).collect(),
        spans: spans.collect(),
        relations: relations.collect(),
        untimed: untimed.collect(),
    }
}

/// The times first, then what they make together, then what is no time.
fn all_in_words(found: &Explained, text: &str) -> String {
    let mut told: Vec<String> = found.times.iter().map(in_words).collect();
    told.extend(found.intervals.iter().map(|span| {
        let edtf = span.edtf().unwrap_or_else(|| "has no place on the calendar".to_owned());
        let (phrase, from, to) = (&text[span.span.clone()], span.from, span.to);
        format!("\"{phrase}\"\n  span      begins {from}, ends {to}, both included\n  as event  {edtf}\n")
    }));
    told.extend(found.relatives.iter().map(|told| {
        let (phrase, event) = (&text[told.span.clone()], &text[told.event.clone()]);
        format!("\"{phrase}\"\n  relation  {}\n  event     {event}\n", relation(told))
    }));
    told.extend(found.untimed.iter().map(|one| {
        let phrase = &text[one.span.clone()];
        format!("\"{phrase}\"\n  no time   {}\n  rule      {}\n", one.why, one.rule)
    }));
    if told.is_empty() { "no time is told here\n".to_owned() } else { told.join("\n") }
}

/// Says how a time lies to the event it is told by: "2 days after", "some time before".
fn relation(told: &Relative) -> String {
    let side = match told.side {
        Side::Before => "before",
        Side::At => return "at the time of the event".to_owned(),
        Side::After => "after",
    };
    match told.shift {
        Some((count, unit)) => {
            let unit = format!("{unit:?}").to_lowercase();
            let plural = if count.abs() == 1 { "" } else { "s" };
            format!("{} {unit}{plural} {side} the event", count.abs())
        }
        None => format!("some time {side} the event"),
    }
}

fn time<'a>(explained: &'a Explanation, scalars: &Scalars) -> Time<'a> {
    let timex = &explained.timex;
    let basis = |basis| if basis == Basis::Stated { "stated" } else { "inferred" };
    Time {
        start: scalars.at(timex.span.start),
        end: scalars.at(timex.span.end),
        text: &explained.phrase,
        r#type: timex.kind.as_str(),
        value: timex.value.to_string(),
        r#mod: timex.mod_attribute(),
        edtf: timex.edtf(),
        rule: timex.rule,
        pattern: explained.pattern,
        anchor: timex.anchor.map(Anchor::day),
        year: basis(timex.year),
        direction: basis(timex.direction),
        reading: &explained.reading,
        refused: explained.refused.iter().map(|(reading, why)| Refused { reading, why }).collect(),
    }
}

/// One line for the phrase, then what is known of it under names of one width.
fn in_words(explained: &Explanation) -> String {
    let timex = &explained.timex;
    let mut text = format!("\"{}\"\n", explained.phrase);
    let mut line = |name: &str, value: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {name:<9} {value}");
    };
    line("reading", &explained.reading);
    line("rule", timex.rule);
    match timex.anchor {
        Some(Anchor::Published(day)) => line("anchor", &format!("{day}, the day of publication")),
        Some(Anchor::Text(day)) => line("anchor", &format!("{day}, told before it in the text")),
        None => line("anchor", "none"),
    }
    line("as event", timex.edtf().as_deref().unwrap_or("has no place on the calendar"));
    for (place, (reading, why)) in explained.refused.iter().enumerate() {
        line(if place == 0 { "refused" } else { "" }, &format!("{reading}: {why}"));
    }
    if explained.refused.is_empty() {
        line("refused", "nothing: the words leave no choice");
    }
    text
}
