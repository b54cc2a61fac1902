//! What paper and data say, which speak English: dates, kinds and reasons as phrases, for every format alike.
//!
//! "by 7 December 2025" so reads the same in the Markdown, on paper and on an English site. How a value becomes a
//! phrase is in `say`; a site in another language asks its own labels.

use chrono::NaiveDate;

use super::labels::ENGLISH;
use crate::model::{ArticleDate, Dated, Edtf, Kind, State};

/// Returns a date as running text says it: `7 December 2025`, `by 7 December 2025`, `c. April 2025`.
pub fn date(date: &Edtf) -> String {
    ENGLISH.date(date)
}

/// Returns a date with its weekday where it is one exact day, and as [`date`] says it where it is not.
pub fn weekday_date(edtf: &Edtf) -> String {
    ENGLISH.weekday_date(edtf)
}

/// Returns `Sunday 7 December 2025`.
pub fn full_day(day: NaiveDate) -> String {
    ENGLISH.full_day(day)
}

/// Returns the days from `first` to `last`, both included, without saying twice what they share.
pub fn days(first: NaiveDate, last: NaiveDate) -> String {
    ENGLISH.days(first, last)
}

/// Returns how we know, in one or two words: `Reported`, `Statement`, `Claim`, `Planned`.
pub fn kind(kind: Kind, state: State) -> &'static str {
    ENGLISH.kind(kind, state)
}

/// Returns why an event carries its date, as words that follow "Date:", without an end mark. `quoted` are the words it
/// was read from.
pub fn why_dated(dated: Option<&Dated>, quoted: Option<&str>) -> String {
    ENGLISH.why_dated(dated, quoted)
}

/// Returns when an article was published and how that is known, or that it is not: `18 December 2024, from its first
/// line`.
pub fn published(published: Option<&ArticleDate>) -> String {
    let Some(published) = published else { return "undated".to_owned() };
    format!("{}, {}", date(&published.date), ENGLISH.article_basis(published.basis))
}

/// Returns a number with its noun: `1 source`, `4 sources`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DateBasis;

    fn check(edtf: &str, expected: &str) {
        let parsed: Edtf = edtf.parse().expect("EDTF");
        assert_eq!(date(&parsed), expected, "{edtf}");
    }

    #[test]
    fn every_shape_of_date_says_what_it_does_not_know() {
        check("2025-12-07", "7 December 2025");
        check("2025-12", "December 2025");
        check("2025", "2025");
        check("198X", "the 1980s");
        check("19XX", "the 1900s");
        check("-0043", "44 BC");
        check("XXXX-12-08", "8 December, year not known");
        check("XXXX-12", "December, year not known");
        check("2025-04~", "c. April 2025");
        check("2025-12-07?", "7 December 2025 (uncertain)");
        check("2025-12%", "c. December 2025 (uncertain)");
        check("../2025-12-07", "by 7 December 2025");
        check("2025-12-07/..", "since 7 December 2025");
        check("2025-12-01/2025-12-07", "1–7 December 2025");
        check("2025-11-28/2025-12-04", "28 November – 4 December 2025");
        check("2024-12-30/2025-01-05", "30 December 2024 – 5 January 2025");
        check("2025-10/2025-12", "October–December 2025");
        check("2025-12-07/2025-12-07", "7 December 2025");
        check("2025-01~/2025-03", "c. January 2025 – March 2025");
        check("2024-24", "winter 2024/25");
        check("2025-34", "the second quarter of 2025");
        check("2025-41", "the second half of 2025");
    }

    #[test]
    fn only_a_sure_day_gets_a_weekday() {
        let say = |text: &str| weekday_date(&text.parse().expect("EDTF"));
        assert_eq!(say("2025-12-07"), "Sunday 7 December 2025");
        assert_eq!(say("2025-12-07~"), "c. 7 December 2025");
        assert_eq!(say("2025-12-07?"), "7 December 2025 (uncertain)");
        assert_eq!(say("XXXX-12-08"), "8 December, year not known");
    }

    #[test]
    fn a_year_that_was_not_stated_is_part_of_the_reason() {
        let dated = |date: &str| Dated {
            date: date.parse().expect("EDTF"),
            basis: DateBasis::Explicit,
            words: None,
            timex: None,
            rule: "month-day".into(),
        };
        let why = why_dated(Some(&dated("XXXX-12-08")), Some("December 8"));
        assert_eq!(why, "stated as “December 8”; the year is not stated");
        assert_eq!(why_dated(Some(&dated("2025-12-08")), None), "stated");
        assert_eq!(why_dated(None, None), "the text gives none");
    }
}
