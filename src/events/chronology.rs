//! Chronologies: articles that tell one day after the other, each entry opening with its date.
//!
//! "28 July 2021 Police search the house. 8 February 2022 The doctor is charged. He pleads not guilty." There every
//! entry is an event, however old, and what follows it happens on its day, not on the day of publication. Their present
//! tense tells the past. An article of any other make is read as before.

use super::Sentence;
use super::date::Found;
use super::expression::Expression;
use crate::model::{DateBasis, Dated, ParagraphKind};

/// The entries of a chronology; of an article of any other make, none.
#[derive(Clone, Debug, Default)]
pub(super) struct Chronology {
    /// By sentence: the date of the entry it belongs to; `None` before the first.
    days: Vec<Option<Dated>>,
}

/// So many entries make a chronology where a colon or a dash stands behind their dates.
const MARKED: usize = 3;
/// So many entries make a chronology, and one sentence in so many has to open one.
const ENTRIES: usize = 6;
const SENTENCES_AN_ENTRY: usize = 5;

impl Chronology {
    pub fn new(sentences: &[Sentence], expressions: &[Expression], text: &str) -> Self {
        let opens =
            |sentence: &&Sentence| sentence.kind == ParagraphKind::Prose && opening(sentence, expressions).is_some();
        let entries = sentences.iter().filter(opens).count();
        let marked = |sentence: &&Sentence| {
            let words = opening(sentence, expressions).and_then(|dated| dated.words.clone());
            let behind = words.and_then(|words| text.get(words.end..sentence.span.end)).unwrap_or_default();
            behind.trim_start().starts_with([':', '—', '–'])
        };
        let enough = entries >= ENTRIES || sentences.iter().filter(opens).filter(marked).count() >= MARKED;
        if !enough || entries * SENTENCES_AN_ENTRY < sentences.len() {
            return Self::default();
        }
        let mut day = None;
        let date = |sentence: &Sentence| {
            day = latest(sentence, expressions).or_else(|| day.take().map(followed));
            day.clone()
        };
        Self { days: sentences.iter().map(date).collect() }
    }

    pub fn has_entries(&self) -> bool {
        !self.days.is_empty()
    }

    /// Returns the date of the entry that the sentence at `index` belongs to.
    pub fn day(&self, index: usize) -> Option<&Dated> {
        self.days.get(index)?.as_ref()
    }

    /// Gives the clauses of the sentence at `index` that only inherit a date that of its entry; `main` is sure of it.
    pub fn date(&self, index: usize, main: Option<usize>, dates: &mut [Option<Found>]) {
        let Some(day) = self.day(index) else { return };
        for (at, found) in dates.iter_mut().enumerate() {
            let inherits = |found: &Found| matches!(found.dated.basis, DateBasis::Carried | DateBasis::Published);
            if found.as_ref().is_none_or(inherits) {
                let why = "date: that of the entry of the chronology".into();
                *found = Some(Found { dated: followed(day.clone()), why, weak: main != Some(at) });
            }
        }
    }
}

/// The full date a sentence begins with.
fn opening<'e>(sentence: &Sentence, expressions: &'e [Expression]) -> Option<&'e Dated> {
    let at = expressions.partition_point(|expression| expression.span.start < sentence.span.start);
    let first = expressions.get(at).filter(|expression| expression.span.start == sentence.span.start)?;
    is_full(first).then_some(&first.dated)
}

/// The last full date in a sentence: a caption may stand before the date of an entry.
fn latest(sentence: &Sentence, expressions: &[Expression]) -> Option<Dated> {
    let within = |expression: &&Expression| sentence.span.contains(&expression.span.start) && is_full(expression);
    opening(sentence, expressions).or_else(|| expressions.iter().rfind(within).map(|e| &e.dated)).cloned()
}

fn is_full(expression: &Expression) -> bool {
    expression.dated.basis == DateBasis::Explicit && expression.dated.date.exact_day().is_some()
}

fn followed(day: Dated) -> Dated {
    Dated { basis: DateBasis::Carried, rule: "entry of a chronology", ..day }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the days and headlines of what is listed, in order, of an article of that day.
    fn check(published: &str, text: &str, expected: &[&str]) {
        let found = sample::mentions(published, text);
        let listed = found.iter().filter(|mention| mention.listed);
        let found: Vec<String> = listed
            .map(|mention| {
                format!("{} {}", mention.date.as_ref().map_or(String::new(), |d| d.date.to_string()), mention.headline)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    const ENTRIES: [&str; 6] = [
        "28 July 2019 Iraq opens the dam in Mosul.",
        "3 May 2020 Iran closes a bridge in Basra. Iraq opens it again.",
        "8 August 2021 Iraq signs a treaty with Iran in Basra.",
        "9 June 2022 Iran builds a mill in Basra.",
        "4 March 2023 Iraq floods the fields of Mosul.",
        "1 March 2024 Iraq repairs the dam in Mosul.",
    ];

    #[test]
    fn entries_are_listed_however_old_and_what_follows_is_of_their_day() {
        check(
            "2024-03-20",
            &ENTRIES.join(" "),
            &[
                "2019-07-28 28 July 2019 Iraq opens the dam in Mosul",
                "2020-05-03 3 May 2020 Iran closes a bridge in Basra",
                "2020-05-03 Iraq opens it again",
                "2021-08-08 8 August 2021 Iraq signs a treaty with Iran in Basra",
                "2022-06-09 9 June 2022 Iran builds a mill in Basra",
                "2023-03-04 4 March 2023 Iraq floods the fields of Mosul",
                "2024-03-01 1 March 2024 Iraq repairs the dam in Mosul",
            ],
        );
    }

    #[test]
    fn a_colon_behind_the_dates_makes_a_chronology_of_a_few() {
        let text = "28 July 2019: Iraq opens the dam in Mosul. 3 May 2020: Iran closes a bridge in Basra. 1 March 2024: \
                    Iraq repairs the dam in Mosul.";
        let days: Vec<String> =
            sample::mentions("2024-03-20", text).iter().filter(|m| m.listed).map(|m| m.headline.clone()).collect();
        assert_eq!(days.len(), 3, "{days:?}");
    }

    #[test]
    fn a_few_dates_make_no_chronology() {
        check("2024-03-20", &ENTRIES[..5].join(" "), &["2023-03-04 4 March 2023 Iraq floods the fields of Mosul"]);
    }
}
