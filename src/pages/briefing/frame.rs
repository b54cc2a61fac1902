//! What stands around the events of a briefing: the numbers at its top, and how it was made at its end.

use serde::Serialize;

use super::{Briefing, Counts};
use crate::pages::labels::{Counted, Labels, fill};

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

/// Returns the numbers, events first; nothing is said of what there is none of, but for events.
pub(super) fn numbers(counts: Counts, labels: &'static Labels) -> Vec<Number> {
    let (paper, nouns) = (&labels.paper, &labels.counts);
    let dated = match counts.events - counts.on_a_day {
        _ if counts.events == 0 => paper.nothing_done.to_owned(),
        0 => paper.each_on_a_day.to_owned(),
        _ if counts.on_a_day == 0 => paper.none_on_a_day.to_owned(),
        wider => fill(&fill(paper.some_on_a_day, &counts.on_a_day.to_string()), &wider.to_string()),
    };
    let line = |number: usize, noun: Counted, more| Number { number, what: labels.noun(number, noun), more };
    let rest = [(counts.ahead, nouns.ahead), (counts.undated, nouns.undated), (counts.sources, nouns.sources)];
    let rest = rest.into_iter().filter(|(n, _)| *n > 0).map(|(n, noun)| line(n, noun, None));
    std::iter::once(line(counts.events, nouns.events, Some(dated))).chain(rest).collect()
}

/// Returns what a judgement rests on, as a phrase; `None` where it rests on no note.
pub(super) fn basis(notes: &[usize], labels: &Labels) -> Option<String> {
    let numbers: Vec<String> = notes.iter().map(usize::to_string).collect();
    let (last, before) = numbers.split_last()?;
    let [one, several] = labels.paper.rests_on;
    Some(match before {
        [] => fill(one, last),
        before => fill(several, &[&before.join(", "), last.as_str()].join(labels.paper.and)),
    })
}

/// Returns how the briefing was made, in paragraphs: the second names the scale, where judgements use one.
pub(super) fn method(briefing: &Briefing, labels: &Labels) -> Vec<String> {
    let mut method = vec![labels.paper.method.to_owned()];
    if !briefing.judgements.is_empty() && !briefing.scale.is_empty() {
        let term = |term: &Term| format!("{} {}–{} %", term.term, term.from, term.to);
        let terms: Vec<String> = briefing.scale.iter().map(term).collect();
        method.push(fill(labels.paper.scale, &terms.join(", ")));
    }
    method
}
