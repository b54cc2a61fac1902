//! What speaks against two reports being of one happening, however alike they are.
//!
//! Date and state, place, side and number, and a word against a deed; what few plain numbers tell is asked before anything
//! is read. A sentence too small to be listed goes with an event and cannot contradict it: it may name the capital where
//! the ministry is, or the toll of another day.

use super::glance::Glance;
use super::merge::Judge;
use crate::model::{Article, DateBasis, Dated, Kind, Mention};

impl Judge<'_> {
    /// Why two mentions cannot be one event, however alike they are.
    pub fn veto(&self, a: usize, b: usize) -> Option<&'static str> {
        let dates = (!self.dates_agree(a, b)).then_some("the dates do not agree");
        dates.or_else(|| self.at_a_glance(a, b)).or_else(|| self.contradiction(a, b))
    }

    /// What can be told of two whose dates agree without reading either.
    pub fn at_a_glance(&self, a: usize, b: usize) -> Option<&'static str> {
        let (first, second) = (&self.glances[a], &self.glances[b]);
        if first.is_imagined != second.is_imagined {
            return Some("one is only imagined");
        }
        if first.article == second.article && first.sentence == second.sentence {
            return Some("one sentence tells them as two");
        }
        (!self.are_events(a, b) && self.other_day(a, b)).then_some("each states another day")
    }

    /// What one says against the other.
    pub fn contradiction(&self, a: usize, b: usize) -> Option<&'static str> {
        let (first, second) = (&self.mentions[a], &self.mentions[b]);
        let together = self.are_events(a, b);
        if first.article != second.article && !together {
            return None;
        }
        if together && self.are_days_apart(a, b) {
            return Some("each states another day");
        }
        let counts = || together && count_differently(&self.numbers[a], &self.numbers[b]);
        contradict(first, second, self.texts(a, b)).or_else(|| counts().then_some("their numbers differ"))
    }

    /// Whether two are of days two or more apart, one of them stated: a report seldom errs by so much.
    fn are_days_apart(&self, a: usize, b: usize) -> bool {
        let known = |dated: &&Dated| dated.basis != DateBasis::Published;
        let day = |at: usize| self.mentions[at].date.as_ref().filter(known).and_then(|dated| dated.date.exact_day());
        let told = self.glances[a].is_stated || self.glances[b].is_stated;
        told && day(a).zip(day(b)).is_some_and(|(a, b)| (a - b).num_days().abs() > 1)
    }

    /// Whether both texts state their day, and not the same one.
    pub fn other_day(&self, a: usize, b: usize) -> bool {
        let (first, second) = (&self.glances[a], &self.glances[b]);
        first.is_stated && second.is_stated && (first.days != second.days || !self.same_date(a, b))
    }

    /// Whether two dates can be one: within the window of each other, wider where they are wider. What has no date is
    /// only ever one with what its own article tells: likeness alone would chain different meetings together.
    #[inline]
    pub fn dates_agree(&self, a: usize, b: usize) -> bool {
        if let Some(meet) = self.glances[a].meets(&self.glances[b]) {
            return meet;
        }
        let (first, second) = (&self.mentions[a], &self.mentions[b]);
        match (&first.date, &second.date) {
            (Some(first), Some(second)) => first.date == second.date,
            _ => first.article == second.article,
        }
    }
}

/// Returns what speaks against two reports, if one tells of another place or side than the other, or of words where the
/// other tells a deed. `articles` are the texts the mentions stand in.
pub(super) fn contradict(a: &Mention, b: &Mention, articles: [&str; 2]) -> Option<&'static str> {
    if tell_word_and_deed([a, b], articles) {
        return Some("one tells what was said, the other what was done");
    }
    if are_of_two_sides(a, b) {
        return Some("two sides claim them");
    }
    are_apart(a, b).then_some("they name other places, and nobody is in both")
}

/// Returns whether one tells what was said and the other what was done, under another verb. A claim tells both.
pub(super) fn tell_word_and_deed(mentions: [&Mention; 2], articles: [&str; 2]) -> bool {
    let [first, second] = mentions.map(|mention| mention.kind == Kind::Statement);
    let claimed = mentions.iter().any(|mention| mention.kind == Kind::Claim);
    first != second && !claimed && !do_the_same(mentions, articles)
}

/// Returns whether one word tells what is done: what is "proposed" in both is one proposal, whoever it is put down to.
pub(super) fn do_the_same(mentions: [&Mention; 2], articles: [&str; 2]) -> bool {
    let verb = |at: usize| mentions[at].verb.clone().map(|span| &articles[at][span]);
    verb(0) == verb(1)
}

/// Whether two speak. One and the same can be told with an office and without: "Mexico's health secretary Pedro Cortes",
/// "Pedro Cortes".
fn are_of_two_sides(a: &Mention, b: &Mention) -> bool {
    let ends_with = |whole: &str, name: &str| {
        let before = whole.strip_suffix(name);
        before.is_some_and(|before| before.ends_with(' ')) && name.starts_with(char::is_uppercase)
    };
    let is_same = |a: &str, b: &str| a == b || ends_with(a, b) || ends_with(b, a);
    a.kind == Kind::Claim
        && b.kind == Kind::Claim
        && !match (&a.speaker, &b.speaker) {
            (Some(a), Some(b)) => is_same(a, b),
            (a, b) => a == b,
        }
}

/// Whether both name places, and none of the names of one is in the other: a town can be where and who.
fn are_apart(a: &Mention, b: &Mention) -> bool {
    let is_in = |name: &String| b.places.contains(name) || b.who.contains(name);
    !a.places.is_empty() && !b.places.is_empty() && !a.places.iter().chain(&a.who).any(is_in)
}

/// Returns the numbers that a mention gives, if it is listed.
pub(super) fn numbers<'a>(glance: &Glance, mention: &Mention, articles: &'a [Article]) -> Vec<&'a str> {
    if glance.is_listed { numbers_of(mention, &articles[mention.article.0].text) } else { Vec::new() }
}

/// The numbers a report gives in digits, without those of its date, times of day and units: "1bn" is "1 billion", and of
/// "7.2" only the 7 is compared.
fn numbers_of<'a>(mention: &Mention, article: &'a str) -> Vec<&'a str> {
    let sentence = &article[mention.span.clone()];
    if !sentence.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let dated = mention.date.as_ref().and_then(|dated| dated.words.clone()).unwrap_or_default();
    let start = |word: &str| word.as_ptr() as usize - article.as_ptr() as usize;
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    sentence
        .split(|c: char| !c.is_alphanumeric() && !MARKS.contains(&c))
        .map(|word| word.trim_matches(MARKS))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()) && !is_year(word))
        .filter(|word| !dated.contains(&start(word)) && !is_of_a_clock(word, &article[..mention.span.end], start(word)))
        .map(|word| word.split_once('.').map_or(word, |(whole, _)| whole).trim_end_matches(char::is_alphabetic))
        .collect()
}

/// What can stand within a number.
const MARKS: [char; 3] = [',', '.', ':'];

/// Whether a number is a time of day: "at 16:53", "at 1653 (2153 GMT)", "at 8 p.m.".
fn is_of_a_clock(number: &str, text: &str, start: usize) -> bool {
    let behind = text[start + number.len()..].trim_start();
    let is_next = |unit: &str| behind.get(..unit.len()).is_some_and(|word| word.eq_ignore_ascii_case(unit));
    let is_at = number.len() == 4 && number < "2400" && text[..start].ends_with(" at ");
    is_at
        || number.contains(':')
        || ["am", "pm"].iter().any(|half| number.ends_with(half))
        || CLOCK.into_iter().any(is_next)
}

/// What stands behind a time of day.
const CLOCK: [&str; 7] = ["gmt", "local time", "a.m", "p.m", "am ", "pm ", "o'clock"];

/// Returns whether both give numbers and none is the same: "1,600" is "1600".
pub(super) fn count_differently(a: &[&str], b: &[&str]) -> bool {
    let is_same = |a: &str, b: &str| {
        let digits = |number: &str| number.bytes().filter(|byte| *byte != b',').collect::<Vec<_>>();
        digits(a) == digits(b)
    };
    !a.is_empty() && !b.is_empty() && !a.iter().any(|first| b.iter().any(|second| is_same(first, second)))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_town_can_be_where_and_who() {
        let text = "Rebels shelled Homs on Monday.";
        let with = |who: &str, place: &str| {
            let mut mention = sample::mentions("2024-03-20", text).remove(0);
            (mention.who, mention.places) = (vec![who.to_owned()], vec![place.to_owned()]);
            mention
        };
        let speaks_against = |b: &Mention| contradict(&with("Rebels", "Homs"), b, [text, text]);
        assert_eq!(speaks_against(&with("Homs", "Basra")), None);
        assert!(speaks_against(&with("Turkey", "Basra")).is_some());
    }
}
