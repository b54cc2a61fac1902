//! What a phrase can begin with, so that each word of a text meets only the rules that may read it.
//!
//! Every rule names the classes of its first word; an article is looked through, because "the" stands before half of
//! all phrases and before far more that are none. Most words have no class and cost one look. Trying the whole table
//! at every word was five times slower, and it read the same: the test below holds the two together.

use super::lexicon::{Which, Word};
use super::rules::{RULES, Rule};
use super::token::{Gap, Token};

/// A set of classes, a bit each.
pub(super) type Classes = u32;

pub(super) const DIGITS: Classes = 1;
/// "one" to "nineteen"
pub(super) const SMALL: Classes = 1 << 1;
pub(super) const TENS: Classes = 1 << 2;
/// "a few", "1,980", "a hundred"
pub(super) const AMOUNT: Classes = 1 << 3;
pub(super) const ORDINAL: Classes = 1 << 4;
/// "more" than, "at" least, "nearly"
pub(super) const BOUND: Classes = 1 << 5;
pub(super) const MONTH: Classes = 1 << 6;
pub(super) const WEEKDAY: Classes = 1 << 7;
/// "yesterday", "today", "tomorrow"
pub(super) const TODAY: Classes = 1 << 8;
pub(super) const UNIT: Classes = 1 << 9;
pub(super) const UNITS: Classes = 1 << 10;
pub(super) const SEASON: Classes = 1 << 11;
/// A part of the day, or a clock time with a name.
pub(super) const DAYTIME: Classes = 1 << 12;
pub(super) const FEAST: Classes = 1 << 13;
/// "last", "this", "next"
pub(super) const WHICH: Classes = 1 << 14;
/// "early", "the end of"
pub(super) const EDGE: Classes = 1 << 15;
/// "earlier", "later"
pub(super) const LATER: Classes = 1 << 16;
/// "fiscal", "full", "comparable": before the noun that counts.
pub(super) const FILLER: Classes = 1 << 17;
/// "1990s", "nineties", "'98"
pub(super) const DECADE: Classes = 1 << 18;
/// "every", "daily"
pub(super) const OFTEN: Classes = 1 << 19;
/// "now", "tonight", "the time being"
pub(super) const NOW: Classes = 1 << 20;
/// "recently", "former"
pub(super) const RECENT: Classes = 1 << 21;
/// "future", "near", "as" soon as possible
pub(super) const FUTURE: Classes = 1 << 22;
/// "aged", "old"
pub(super) const AGE: Classes = 1 << 23;
/// "USA" Today, "Black" Friday
pub(super) const NAME: Classes = 1 << 24;
pub(super) const OVER: Classes = 1 << 25;
/// Four digits.
pub(super) const YEAR: Classes = 1 << 26;
/// "H1", "Q3"
pub(super) const LETTER: Classes = 1 << 27;
/// "AD" 79
pub(super) const ERA: Classes = 1 << 28;
const CLASSES: usize = 29;

pub(super) const NUMBER: Classes = DIGITS | YEAR | SMALL | TENS | AMOUNT;
/// A number of units of time.
pub(super) const COUNT: Classes = NUMBER | NEEDS_UNIT;
/// "two weeks", "more than a full year"
pub(super) const LENGTH: Classes = COUNT | BOUND | FILLER | UNIT;
/// No class but a condition: most numbers count no time, and a dozen rules need not look at them.
const NEEDS_UNIT: Classes = 1 << 31;
/// No class but a condition: behind a number stands another word of time. "40 people" is no clock time.
pub(super) const GOES_ON: Classes = 1 << 30;
/// "More than two hundred and fifty-five full years" has its unit at the tenth place.
const LONGEST_AMOUNT: usize = 12;
/// A day of the month.
pub(super) const MONTH_DAY: Classes = DIGITS | ORDINAL | TENS;
/// A day however written.
pub(super) const DAY: Classes = MONTH_DAY | YEAR | MONTH | WEEKDAY | WHICH | TODAY | FEAST;
/// A quarter, perhaps with its year before it.
pub(super) const QUARTER: Classes = YEAR | ORDINAL | TENS | WHICH | FILLER;

/// Returns the rules that may read a phrase of a class that begins with these words, in the order of the table.
pub(super) fn candidates(class: Classes, words: &[Token]) -> impl Iterator<Item = &'static Rule> {
    let unmet = if class & LENGTH == 0 { 0 } else { unmet(class, words) };
    let listed = BY_CLASS.get(class.trailing_zeros() as usize).map_or(&[][..], |list| &list.rules[..list.len]);
    let rules = listed.iter().map(|&rule| &RULES[usize::from(rule)]);
    rules.filter(move |rule| rule.first & unmet == 0)
}

/// Returns the conditions that a phrase does not meet, by the class and the words that it begins with.
fn unmet(class: Classes, words: &[Token]) -> Classes {
    let of_time = |t: &Token| !matches!(t.word, Word::Other | Word::Counted | Word::Percent);
    let goes_on = class & NUMBER == 0 || words.get(1).is_some_and(of_time);
    let unit_near = words.iter().take(LONGEST_AMOUNT).any(|t| matches!(t.word, Word::Unit(_) | Word::Units(_)));
    (if goes_on { 0 } else { GOES_ON }) | (if unit_near { 0 } else { NEEDS_UNIT })
}

/// Returns the class of the phrase that may begin at a token; 0 where none does.
pub(super) fn class_at(tokens: &[Token], at: usize) -> Classes {
    let next = || tokens.get(at + 1).filter(|t| t.gap != Gap::Paragraph).map_or(0, |t| class(t.word));
    let word = tokens[at].word;
    match word {
        Word::The | Word::A => next(),
        // Mostly something else: "he said that", "at home", "as he left", "Russia's".
        Word::Which(Which::This | Which::That) | Word::At | Word::As | Word::Apostrophe if next() == 0 => 0,
        word => class(word),
    }
}

/// Returns the one class of a word that can begin a phrase, else none.
fn class(word: Word) -> Classes {
    match word {
        Word::Digits(_, 4) => YEAR,
        Word::Digits(..) => DIGITS,
        Word::Small(_) => SMALL,
        Word::Tens(_) => TENS,
        Word::Grouped(_) | Word::Decimal(_) | Word::Hundred | Word::Thousand | Word::Dozen => AMOUNT,
        Word::Vague | Word::Some | Word::Couple | Word::Half => AMOUNT,
        Word::Ordinal(_) | Word::OrdinalDigits(_) | Word::Second => ORDINAL,
        Word::More | Word::Less | Word::At | Word::Least | Word::Most | Word::Near(_) => BOUND,
        Word::Month(_) | Word::MonthShort(_) | Word::MonthWeak(_) => MONTH,
        Word::Weekday(_) | Word::WeekdayShort(_) | Word::Weekdays(_) => WEEKDAY,
        Word::Yesterday(_) => TODAY,
        Word::Unit(_) => UNIT,
        Word::Units(_) => UNITS,
        Word::Season(_) => SEASON,
        Word::DayPart(_) | Word::DayParts(_) | Word::ClockName(_) => DAYTIME,
        Word::Feast(_) => FEAST,
        Word::Which(_) => WHICH,
        Word::Edge(_) | Word::EdgeOf(_) => EDGE,
        Word::Earlier | Word::Later => LATER,
        Word::Fiscal | Word::Filler | Word::Full | Word::Additional | Word::Comparable => FILLER,
        Word::Digits0s(_) | Word::DecadeName(_) | Word::Apostrophe => DECADE,
        Word::Every | Word::Per | Word::Often(_) => OFTEN,
        Word::Now | Word::Right | Word::Presently | Word::Time | Word::These | Word::Sometime => NOW,
        Word::Tonight | Word::Overnight => NOW,
        Word::Formerly | Word::Recent | Word::Former => RECENT,
        Word::Future | Word::Nearby | Word::Short | Word::As | Word::Soon => FUTURE,
        Word::Age | Word::Old => AGE,
        Word::Usa | Word::DayName => NAME,
        Word::Over => OVER,
        Word::Letter(b'h' | b'q') => LETTER,
        Word::AnnoDomini => ERA,
        _ => 0,
    }
}

/// The rules of one class, as places in the table.
#[derive(Clone, Copy)]
struct List {
    rules: [u8; RULES.len()],
    len: usize,
}

static BY_CLASS: [List; CLASSES] = by_class();

const fn by_class() -> [List; CLASSES] {
    assert!(RULES.len() < 256, "a rule's place in the table no longer fits a byte");
    let mut lists = [List { rules: [0; RULES.len()], len: 0 }; CLASSES];
    let mut rule = 0;
    while rule < RULES.len() {
        let mut class = 0;
        while class < CLASSES {
            if RULES[rule].first >> class & 1 == 1 {
                let list = &mut lists[class];
                list.rules[list.len] = rule as u8;
                list.len += 1;
            }
            class += 1;
        }
        rule += 1;
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::super::DateOrder;
    use super::super::lexicon::LEXICON;
    use super::super::pattern::Cursor;
    use super::super::token;
    use super::*;
    use proptest::prelude::*;

    /// Words of the examples, so that phrases come about; words of the lexicon, so that every class has its turn.
    fn phrases() -> impl Strategy<Value = String> {
        let examples = RULES.iter().flat_map(|rule| rule.examples);
        let written = examples.flat_map(|(text, _)| text.split([' ', '[', ']'])).filter(|word| !word.is_empty());
        let written: Vec<&str> = written.collect();
        let known: Vec<&str> = LEXICON.iter().map(|(word, _)| *word).collect();
        let word = prop_oneof![5 => proptest::sample::select(written), 2 => proptest::sample::select(known)];
        let glue = prop_oneof![6 => Just(" "), 1 => Just("-"), 1 => Just(", ")];
        proptest::collection::vec((word, glue), 2..20)
            .prop_map(|parts| parts.into_iter().map(|(w, g)| w.to_owned() + g).collect())
    }

    proptest! {
        #[test]
        fn no_rule_reads_a_phrase_whose_first_word_it_does_not_name(text in phrases()) {
            let tokens = token::tokens(&text);
            let article = |at: usize| tokens.get(at).is_some_and(|t| matches!(t.word, Word::The | Word::A));
            // Two articles together are no English.
            for start in (0..tokens.len()).filter(|&start| !(article(start) && article(start + 1))) {
                for rule in RULES {
                    let mut cursor = Cursor { tokens: &tokens, start, at: start, order: DateOrder::Ask };
                    let reads = (rule.read)(&mut cursor).is_some() && cursor.at > start;
                    let mut candidates = candidates(class_at(&tokens, start), &tokens[start..]);
                    let named = candidates.any(|candidate| candidate.name == rule.name);
                    prop_assert!(named || !reads, "{} reads {:?}", rule.name, &text[tokens[start].start..]);
                }
            }
        }
    }
}
