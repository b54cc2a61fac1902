//! What stands around the events of a briefing: the numbers at its top, and how it was made at its end.

use serde::Serialize;

use super::{Briefing, Counts};
use crate::pages::words;

/// One line of the summary in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    pub number: usize,
    /// `events`, `date ahead`.
    pub what: &'static str,
    pub more: Option<String>,
}

/// A term for how likely something is, with its ends in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    pub term: &'static str,
    pub from: u8,
    pub to: u8,
}

/// How events are found, for readers.
const METHOD: &str = "Events are drawn from the sources by fixed, published rules. No language model is used, and the \
    same files always give the same pages. Confidence in an event rises with a stated day, a named speaker and a second \
    source, and falls when only one side speaks. A date stands as a day only where the text leads to exactly one; what \
    is not known is shown as not known.";

/// Returns the numbers, events first; nothing is said of what there is none of, but for events.
pub(super) fn numbers(counts: Counts) -> Vec<Number> {
    let dated = match counts.events - counts.on_a_day {
        _ if counts.events == 0 => "nothing was reported as done in this period".to_owned(),
        0 => "each on a known day".to_owned(),
        _ if counts.on_a_day == 0 => "none on a known day".to_owned(),
        wider => format!("{} on a known day, {wider} less exactly dated", counts.on_a_day),
    };
    let line = |number: usize, [one, many]: [&'static str; 2], more| {
        let what = if number == 1 { one } else { many };
        Number { number, what, more }
    };
    let rest = [
        (counts.ahead, ["date ahead", "dates ahead"]),
        (counts.undated, ["undated event", "undated events"]),
        (counts.sources, ["source", "sources"]),
    ];
    let rest = rest.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| line(n, what, None));
    std::iter::once(line(counts.events, ["event", "events"], Some(dated))).chain(rest).collect()
}

/// Returns how the briefing was made, in paragraphs: the second names the scale, where judgements use one.
pub(super) fn method(briefing: &Briefing) -> Vec<String> {
    let mut method = vec![METHOD.to_owned()];
    if !briefing.judgements.is_empty() && !briefing.scale.is_empty() {
        let term = |term: &Term| format!("{} {}–{} %", term.term, term.from, term.to);
        let terms: Vec<String> = briefing.scale.iter().map(term).collect();
        method.push(format!("Likelihood words follow one scale: {}.", terms.join(", ")));
    }
    method
}

/// Returns what a reader is to know about weak sourcing, as whole sentences.
pub(super) fn warning(sources: usize) -> Option<&'static str> {
    (sources == 1)
        .then_some("Everything here comes from one article. Nothing has been matched against a second account.")
}

/// Returns a number and its noun: `3 sources`.
pub fn counted(line: &Number) -> String {
    words::count(line.number, line.what, line.what)
}
