//! What is remembered of a report, and when two reports are taken for the same one.
//!
//! An id has to survive the small things that happen to a source: a typo mended, a word changed, a paragraph moved, a
//! better tagger that reads another date. And it must never pass to another happening: an address that suddenly tells
//! something else is worse than one that is gone. So [`likeness`] looks at the wording first, and names, numbers and
//! dates may forbid what the wording suggests:
//!
//! | where | the wording shares | and |
//! |---|---|---|
//! | same article | everything | nothing else matters: only the reading of it has changed |
//! | same article | 60 % | no name was exchanged for another, and not both the date and a number |
//! | another article | 80 % | the dates agree and no name or number was exchanged |
//!
//! Words are kept as 16-bit numbers, not as text: the lock shows what is needed to tell two sentences apart and no
//! more of other people's prose than a headline. Names are kept as written, because a spelling has to be compared.

use crate::diag::nearest;
use crate::model::Edtf;
use crate::text;

/// What one report of an event looks like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint {
    pub date: Option<Edtf>,
    /// The words of its sentence that carry meaning, each once, as numbers, in numeric order.
    pub words: Vec<u16>,
    /// How many reports with the same words stand before it in its article.
    pub nth: u16,
    /// People, bodies and places, folded, in order, each once.
    pub names: Vec<String>,
}

/// How alike two reports are; the greater, the more. Only the order of two scores has a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness {
    pub same_article: bool,
    /// Shared wording in thousandths.
    pub words: u16,
    same_place: bool,
    /// 2 where the dates are equal, 1 where they can be the same, else 0.
    date: u8,
    /// Shared names in thousandths.
    names: u16,
}

impl Likeness {
    /// True where the wording is the same but for a word in ten: one report was carried over whole.
    pub fn is_near_copy(self) -> bool {
        self.words >= 900
    }
}

/// Marks the number of a word that holds a digit, so that `30 drones` and `40 drones` can be told apart.
const HAS_DIGIT: u16 = 1 << 15;

/// Words that stand in every sentence, or that only say when and that somebody spoke. In alphabetical order.
const COMMON: &[&str] = &[
    "a",
    "about",
    "after",
    "all",
    "also",
    "an",
    "and",
    "are",
    "as",
    "at",
    "be",
    "been",
    "before",
    "but",
    "by",
    "for",
    "friday",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "his",
    "in",
    "into",
    "is",
    "it",
    "its",
    "last",
    "monday",
    "more",
    "next",
    "not",
    "of",
    "on",
    "or",
    "over",
    "said",
    "saturday",
    "say",
    "says",
    "she",
    "sunday",
    "than",
    "that",
    "the",
    "their",
    "they",
    "this",
    "thursday",
    "to",
    "today",
    "told",
    "tomorrow",
    "tuesday",
    "was",
    "wednesday",
    "were",
    "which",
    "who",
    "will",
    "with",
    "would",
    "yesterday",
];

impl Fingerprint {
    /// Returns the fingerprint of a sentence, as the `nth` of its wording (0 until told otherwise).
    pub fn of<'a>(sentence: &str, date: Option<Edtf>, names: impl IntoIterator<Item = &'a str>) -> Self {
        Self { date, words: wording(sentence), nth: 0, names: sorted(names.into_iter().map(text::fold)) }
    }

    /// Returns the number that an id is made of: the wording alone, which no better tagger changes.
    pub fn seed(&self) -> u64 {
        text::fingerprint(&self.spell_words())
    }

    /// Returns the words and the place among equals as the lock writes them: `0a1bc3d4+1`.
    pub fn spell_words(&self) -> String {
        let words = text::hexadecimal(self.words.iter().flat_map(|word| word.to_be_bytes()));
        if self.nth == 0 { words } else { format!("{words}+{}", self.nth) }
    }

    /// Reads what [`spell_words`](Self::spell_words) wrote: words and place. `None` for anything else.
    pub fn read_words(text: &str) -> Option<(Vec<u16>, u16)> {
        let (words, nth) = match text.split_once('+') {
            Some((words, nth)) => (words, nth.parse().ok()?),
            None => (text, 0),
        };
        let digits: Vec<u32> = words.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
        let exact = digits.len().is_multiple_of(4);
        exact.then(|| (digits.chunks(4).map(|four| four.iter().fold(0, |n, d| n << 4 | *d as u16)).collect(), nth))
    }
}

/// Returns the words of `text` that carry meaning, as a sorted set of numbers.
pub fn wording(text: &str) -> Vec<u16> {
    let folded = text::fold(text);
    let words = text::words(&folded).map(|word| word.strip_suffix("'s").unwrap_or(word));
    sorted(words.filter(|word| COMMON.binary_search(word).is_err()).map(|word| {
        let number = (text::fingerprint(word) as u16) & !HAS_DIGIT;
        if word.contains(|c: char| c.is_ascii_digit()) { number | HAS_DIGIT } else { number }
    }))
}

/// Returns how alike an old and a new report are, or `None` where they must not be taken for the same one.
pub fn likeness(old: &Fingerprint, new: &Fingerprint, same_article: bool) -> Option<Likeness> {
    let words = if old.words == new.words { 1000 } else { dice(&old.words, &new.words) };
    // Most pairs end here, so the names are looked at last.
    if words < if same_article { 600 } else { 800 } {
        return None;
    }
    let date = date_agreement(old.date, new.date);
    let exchanged_number = || exchanged(&old.words, &new.words, |word| word & HAS_DIGIT != 0);
    let exchanged_name = || exchanged_name(&old.names, &new.names);
    let allowed = match (same_article, words) {
        (true, 1000) => true,
        (true, _) => (date > 0 || !exchanged_number()) && !exchanged_name(),
        (false, _) => date > 0 && !exchanged_number() && !exchanged_name(),
    };
    let names = || dice(&old.names, &new.names);
    allowed.then(|| Likeness { same_article, words, same_place: old.nth == new.nth, date, names: names() })
}

/// Returns twice the shared items over all items of two sorted sets, in thousandths. Two empty sets share nothing.
pub fn dice<T: Ord>(a: &[T], b: &[T]) -> u16 {
    let (mut left, mut right, mut shared) = (0, 0, 0);
    while left < a.len() && right < b.len() {
        let order = a[left].cmp(&b[right]);
        left += usize::from(order.is_le());
        right += usize::from(order.is_ge());
        shared += usize::from(order.is_eq());
    }
    match a.len() + b.len() {
        0 => 0,
        all => (2000 * shared / all) as u16,
    }
}

fn date_agreement(a: Option<Edtf>, b: Option<Edtf>) -> u8 {
    match (a, b) {
        (a, b) if a == b => 2,
        (Some(a), Some(b)) => u8::from(can_be_the_same(a, b)),
        _ => 0,
    }
}

/// Whether two dates share a day. A date of an unknown year shares none that we know of.
fn can_be_the_same(a: Edtf, b: Edtf) -> bool {
    let before = |end: Option<_>, start: Option<_>| matches!((end, start), (Some(end), Some(start)) if end < start);
    let known = |date: Edtf| date.first_day().is_some() || date.last_day().is_some();
    known(a) && known(b) && !before(a.last_day(), b.first_day()) && !before(b.last_day(), a.first_day())
}

/// Whether each side has an item of a kind that the other lacks: one was put in place of another.
fn exchanged(a: &[u16], b: &[u16], of_kind: impl Fn(u16) -> bool) -> bool {
    let stranger = |from: &[u16], to: &[u16]| from.iter().any(|item| of_kind(*item) && to.binary_search(item).is_err());
    stranger(a, b) && stranger(b, a)
}

fn exchanged_name(a: &[String], b: &[String]) -> bool {
    let stranger =
        |from: &[String], to: &[String]| from.iter().any(|name| !to.iter().any(|other| same_name(name, other)));
    stranger(a, b) && stranger(b, a)
}

/// Whether two folded names can be one: a fuller form of it, or a slip of the hand away.
fn same_name(a: &str, b: &str) -> bool {
    let within = |part: &str, whole: &str| part.split(' ').all(|word| whole.split(' ').any(|other| word == other));
    within(a, b) || within(b, a) || nearest(a, [b]).is_some()
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(sentence: &str, date: &str, names: &[&str]) -> Fingerprint {
        Fingerprint::of(sentence, date.parse().ok(), names.iter().copied())
    }

    #[test]
    fn the_common_words_are_in_order() {
        assert!(COMMON.is_sorted());
    }

    #[test]
    fn small_changes_keep_a_report() {
        let old = print(
            "The mayor of Aldvik opened the new bridge on Monday, after 12 years of work.",
            "2025-03-03",
            &["Aldvik"],
        );
        for (what, new, date, names) in [
            (
                "a typo",
                "The mayor of Aldvik openned the new bridge on Monday, after 12 years of work.",
                "2025-03-03",
                &["Aldvik"],
            ),
            (
                "a word",
                "The mayor of Aldvik opened the long bridge on Monday, after 12 years of work.",
                "2025-03-03",
                &["Aldvik"],
            ),
            (
                "a moved date",
                "The mayor of Aldvik opened the new bridge on Monday, after 12 years of work.",
                "2025-02-24",
                &["Aldvik"],
            ),
            (
                "a weekday",
                "The mayor of Aldvik opened the new bridge on Tuesday, after 12 years of work.",
                "2025-03-04",
                &["Aldvik"],
            ),
            (
                "a spelling",
                "The mayor of Alvdik opened the new bridge on Monday, after 12 years of work.",
                "2025-03-03",
                &["Alvdik"],
            ),
            (
                "a number",
                "The mayor of Aldvik opened the new bridge on Monday, after 11 years of work.",
                "2025-03-03",
                &["Aldvik"],
            ),
        ] {
            assert!(likeness(&old, &print(new, date, names), true).is_some(), "{what}");
        }
    }

    #[test]
    fn another_happening_is_refused() {
        let old = print("The mayor of Aldvik opened 12 new shelters on Monday.", "2025-03-03", &["Aldvik"]);
        for (what, new, date, names, same_article) in [
            ("another place", "The mayor of Borrby opened 12 new shelters on Monday.", "2025-03-03", "Borrby", true),
            (
                "another day and number",
                "The mayor of Aldvik opened 15 new shelters on Friday.",
                "2025-03-07",
                "Aldvik",
                true,
            ),
            ("other words", "The mayor of Aldvik closed three old schools on Monday.", "2025-03-03", "Aldvik", true),
            ("a series", "The mayor of Aldvik opened 12 new shelters on Monday.", "2025-03-10", "Aldvik", false),
            ("a count", "The mayor of Aldvik opened 14 new shelters on Monday.", "2025-03-03", "Aldvik", false),
        ] {
            assert_eq!(likeness(&old, &print(new, date, &[names]), same_article), None, "{what}");
        }
    }

    #[test]
    fn the_better_likeness_is_greater() {
        let old = print("Envoys met near the lake for talks about grain.", "2025-03", &["Aldvik"]);
        let same = likeness(&old, &old, true);
        let edited =
            likeness(&old, &print("Envoys met near the lake for talks about wheat.", "2025-03", &["Aldvik"]), true);
        let elsewhere = likeness(&old, &old, false);
        let dated =
            likeness(&old, &print("Envoys met near the lake for talks about grain.", "2025-03-04", &["Aldvik"]), true);
        assert!(same > dated && dated > edited && edited > elsewhere && elsewhere.is_some());
    }

    #[test]
    fn words_are_read_back() {
        let mut print = print("Two bridges opened in 2025.", "2025", &[]);
        print.nth = 3;
        assert_eq!(Fingerprint::read_words(&print.spell_words()), Some((print.words.clone(), 3)));
        for bad in ["xyz1", "123", "1234+x", "é"] {
            assert_eq!(Fingerprint::read_words(bad), None, "{bad}");
        }
    }
}
