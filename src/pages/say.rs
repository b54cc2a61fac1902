//! Says dates, kinds and reasons in the words of a language: the one place where a value becomes a phrase.
//!
//! The phrases stand in [`Phrases`], one table for each language; here is only what all languages share: which phrase
//! a value takes, and what a span need not say twice. Doubt is always said: what is no exact day never looks like one.
//! A pattern holds `{}`, or `{d}` day, `{m}` month, `{y}` year, `{w}` weekday, so each language keeps its own order.

use chrono::{Datelike, NaiveDate};

use super::labels::{Labels, fill};
use crate::model::{
    ArticleDateBasis, Bound, Confidence, DateBasis, Dated, Edtf, Kind, Part, Point, Quality, State, Year,
};

/// How a language says dates, kinds and reasons.
#[derive(Debug)]
pub struct Phrases {
    /// January first, in the form that stands beside a day.
    pub months_with_day: [&'static str; 12],
    /// Monday first.
    pub weekdays: [&'static str; 7],
    /// `{d} {m} {y}`
    pub day: &'static str,
    /// `{d} {m}`
    pub day_without_year: &'static str,
    /// How the first of a month is written.
    pub first: &'static str,
    /// `{w} {}`, with a day inside.
    pub weekday: &'static str,
    pub by: &'static str,
    pub since: &'static str,
    pub about: &'static str,
    pub uncertain: &'static str,
    pub no_date: &'static str,
    pub year_unknown: &'static str,
    pub decade: &'static str,
    pub century: &'static str,
    pub before_christ: &'static str,
    /// Spring, summer, autumn; then winter, whose year is `2024/25`.
    pub seasons: [&'static str; 4],
    pub quarters: [&'static str; 4],
    pub halves: [&'static str; 2],
    /// Planned, possible, reported, statement, claim, background.
    pub kinds: [&'static str; 6],
    /// Low, medium, high.
    pub confidence: [&'static str; 3],
    /// Low, medium, high confidence, where the word stands alone.
    pub sure: [&'static str; 3],
    /// Where an article's date was found: editor, front matter, file name, first line, dateline, text.
    pub article_basis: [&'static str; 6],
    /// Why an event has its date: none given; stated; stated as words; worked out; from words; from another event;
    /// from its words; carried over; from words; the article's own date; an editor.
    pub why_dated: [&'static str; 11],
    /// Follows a reason.
    pub year_not_stated: &'static str,
}

impl Labels {
    /// Returns a date as running text says it: `7 December 2025`, `by 7 December 2025`, `c. April 2025`.
    pub fn date(&self, date: &Edtf) -> String {
        match date {
            Edtf::At(at) => self.point(at),
            Edtf::Between(Bound::Open, Bound::At(last)) => fill(self.say.by, &self.point(last)),
            Edtf::Between(Bound::At(first), Bound::Open) => fill(self.say.since, &self.point(first)),
            Edtf::Between(Bound::At(first), Bound::At(last)) if first == last => self.point(first),
            Edtf::Between(Bound::At(first), Bound::At(last)) => self.between(first, last),
            Edtf::Between(Bound::Open, Bound::Open) => self.say.no_date.to_owned(),
        }
    }

    /// Returns a date with its weekday where it is one exact day, and as [`Labels::date`] says it where it is not.
    pub fn weekday_date(&self, edtf: &Edtf) -> String {
        match (edtf, edtf.exact_day()) {
            (Edtf::At(Point { quality: Quality::Plain, .. }), Some(day)) => self.full_day(day),
            _ => self.date(edtf),
        }
    }

    /// Returns a date with its weekday where it has one, or the word for having none.
    pub fn full_date(&self, date: Option<&Edtf>) -> String {
        date.map_or_else(|| self.dates.undated.to_owned(), |date| self.weekday_date(date))
    }

    /// Returns `Sunday 7 December 2025`.
    pub fn full_day(&self, day: NaiveDate) -> String {
        let weekday = self.say.weekdays[day.weekday().num_days_from_monday() as usize];
        fill(&self.say.weekday.replace("{w}", weekday), &self.point(&day.into()))
    }

    /// Returns the days from `first` to `last`, both included, without saying twice what they share:
    /// `1–7 December 2025`, `30 December 2024 – 5 January 2025`.
    pub fn days(&self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last { self.point(&first.into()) } else { self.between(&first.into(), &last.into()) }
    }

    /// Returns how we know, in one or two words: `Reported`, `Statement`, `Claim`, `Planned`.
    pub fn kind(&self, kind: Kind, state: State) -> &'static str {
        let n = match (kind, state) {
            (_, State::Scheduled) | (Kind::Plan, _) => 0,
            (_, State::Hypothetical) => 1,
            (Kind::Reported, _) => 2,
            (Kind::Statement, _) => 3,
            (Kind::Claim, _) => 4,
            (Kind::Background, _) => 5,
        };
        self.say.kinds[n]
    }

    /// Returns `Low`, `Medium` or `High`.
    pub fn confidence(&self, confidence: Confidence) -> &'static str {
        self.say.confidence[match confidence {
            Confidence::Low => 0,
            Confidence::Medium => 1,
            Confidence::High => 2,
        }]
    }

    /// Returns why an event carries its date, as words that follow "Date:", without an end mark. `quoted` are the words
    /// it was read from.
    pub fn why_dated(&self, dated: Option<&Dated>, quoted: Option<&str>) -> String {
        let why = &self.say.why_dated;
        let Some(dated) = dated else { return why[0].to_owned() };
        let (plain, from_words) = match dated.basis {
            DateBasis::Explicit => (1, Some(2)),
            DateBasis::Relative => (3, Some(4)),
            DateBasis::Event => (5, Some(6)),
            DateBasis::Carried => (7, Some(8)),
            DateBasis::Published => (9, None),
            DateBasis::Editor => (10, None),
        };
        let read = match from_words.zip(quoted) {
            Some((n, words)) => fill(why[n], words),
            None => why[plain].to_owned(),
        };
        if has_unknown_year(&dated.date) { read + self.say.year_not_stated } else { read }
    }

    /// Returns where an article's date was found, as words that follow the date.
    pub fn article_basis(&self, basis: ArticleDateBasis) -> &'static str {
        self.say.article_basis[match basis {
            ArticleDateBasis::Given => 0,
            ArticleDateBasis::FrontMatter => 1,
            ArticleDateBasis::FileName => 2,
            ArticleDateBasis::LeadingLine => 3,
            ArticleDateBasis::Dateline => 4,
            ArticleDateBasis::Text => 5,
        }]
    }

    fn between(&self, first: &Point, last: &Point) -> String {
        if first.quality == Quality::Plain && last.quality == Quality::Plain && first.year == last.year {
            match (first.part, last.part) {
                (Part::Day(m, from), Part::Day(n, to)) if m == n => {
                    return self.day(&format!("{}–{to}", self.ordinal(from)), m, last.year);
                }
                (Part::Day(m, from), Part::Day(..)) => {
                    return format!("{} – {}", self.day_without_year(from, m), self.point(last));
                }
                (Part::Month(m), Part::Month(_)) => return format!("{}–{}", self.month(m), self.point(last)),
                _ => {}
            }
        }
        format!("{} – {}", self.point(first), self.point(last))
    }

    fn point(&self, point: &Point) -> String {
        let words = match point.part {
            Part::Whole => self.year(point.year),
            Part::Month(m) => self.with_year(self.month(m), point.year),
            Part::Day(m, day) => self.day(&self.ordinal(day), m, point.year),
            Part::Season(code) => self.season(code, point.year),
        };
        match point.quality {
            Quality::Plain => words,
            Quality::Approximate => fill(self.say.about, &words),
            Quality::Uncertain => fill(self.say.uncertain, &words),
            Quality::Both => fill(self.say.uncertain, &fill(self.say.about, &words)),
        }
    }

    /// A day, or days within a month, with its year or without one where it is not known.
    fn day(&self, days: &str, month: u8, year: Year) -> String {
        let month = month_of(&self.say.months_with_day, month);
        match year {
            Year::Unknown => {
                fill(self.say.year_unknown, &self.say.day_without_year.replace("{d}", days).replace("{m}", month))
            }
            known => self.say.day.replace("{d}", days).replace("{m}", month).replace("{y}", &self.year(known)),
        }
    }

    fn day_without_year(&self, day: u8, month: u8) -> String {
        let month = month_of(&self.say.months_with_day, month);
        self.say.day_without_year.replace("{d}", &self.ordinal(day)).replace("{m}", month)
    }

    fn ordinal(&self, day: u8) -> String {
        if day == 1 { self.say.first.to_owned() } else { day.to_string() }
    }

    fn month(&self, number: u8) -> &'static str {
        month_of(&self.months, number)
    }

    fn with_year(&self, words: &str, of: Year) -> String {
        match of {
            Year::Unknown => fill(self.say.year_unknown, words),
            known => format!("{words} {}", self.year(known)),
        }
    }

    fn year(&self, year: Year) -> String {
        match year {
            Year::Known(n) if n <= 0 => fill(self.say.before_christ, &(1 - n).to_string()),
            Year::Known(n) => n.to_string(),
            Year::Decade(n) => fill(self.say.decade, &format!("{n}0")),
            Year::Century(n) => fill(self.say.century, &format!("{n}00")),
            Year::Unknown => fill(self.say.year_unknown, "").trim_start_matches([',', ' ', '،']).to_owned(),
        }
    }

    /// A part of a year. Winter begins in December, so it has two years.
    fn season(&self, code: u8, of: Year) -> String {
        let year = match (code, of) {
            (24, Year::Known(n)) if n > 0 => format!("{n}/{:02}", (n + 1) % 100),
            _ => self.year(of),
        };
        let pattern = match code {
            21..=24 => self.say.seasons[usize::from(code - 21)],
            33..=36 => self.say.quarters[usize::from(code - 33)],
            40 => self.say.halves[0],
            _ => self.say.halves[1],
        };
        fill(pattern, &year)
    }
}

fn month_of(months: &[&'static str; 12], number: u8) -> &'static str {
    months[usize::from(number.clamp(1, 12)) - 1]
}

fn has_unknown_year(date: &Edtf) -> bool {
    let unknown = |point: &Point| point.year == Year::Unknown;
    match date {
        Edtf::At(at) => unknown(at),
        Edtf::Between(first, last) => [first, last].into_iter().any(|end| matches!(end, Bound::At(at) if unknown(at))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::labels::labels;
    use crate::model::{DateBasis, Dated};

    fn check(language: &str, edtf: &str, expected: &str) {
        assert_eq!(labels(language).weekday_date(&edtf.parse().expect("EDTF")), expected, "{language} {edtf}");
    }

    #[test]
    fn each_language_has_its_order_and_its_cases() {
        check("en-US", "2025-12-07", "Sunday, December 7, 2025");
        check("en-US", "2025-12-01/2025-12-07", "December 1–7, 2025");
        check("en-US", "2025-11-28/2025-12-04", "November 28 – December 4, 2025");
        check("fr", "2025-12-07", "dimanche 7 décembre 2025");
        check("fr", "2025-12-01/2025-12-07", "1er–7 décembre 2025");
        check("fr", "2025-34", "2e trimestre 2025");
        check("uk", "2025-12-07", "неділя, 7 грудня 2025");
        check("uk", "2025-12", "грудень 2025");
        check("uk", "XXXX-12-08", "8 грудня, рік невідомий");
        check("ar", "2025-12-07", "الأحد 7 ديسمبر 2025");
    }

    fn english(edtf: &str, expected: &str) {
        assert_eq!(labels("en").date(&edtf.parse().expect("EDTF")), expected, "{edtf}");
    }

    #[test]
    fn every_shape_of_date_says_what_it_does_not_know() {
        english("2025-12-07", "7 December 2025");
        english("2025-12", "December 2025");
        english("2025", "2025");
        english("198X", "the 1980s");
        english("19XX", "the 1900s");
        english("-0043", "44 BC");
        english("XXXX-12-08", "8 December, year not known");
        english("XXXX-12", "December, year not known");
        english("2025-04~", "c. April 2025");
        english("2025-12-07?", "7 December 2025 (uncertain)");
        english("2025-12%", "c. December 2025 (uncertain)");
        english("../2025-12-07", "by 7 December 2025");
        english("2025-12-07/..", "since 7 December 2025");
        english("2025-12-01/2025-12-07", "1–7 December 2025");
        english("2025-11-28/2025-12-04", "28 November – 4 December 2025");
        english("2024-12-30/2025-01-05", "30 December 2024 – 5 January 2025");
        english("2025-10/2025-12", "October–December 2025");
        english("2025-12-07/2025-12-07", "7 December 2025");
        english("2025-01~/2025-03", "c. January 2025 – March 2025");
        english("2024-24", "winter 2024/25");
        english("2025-34", "the second quarter of 2025");
        english("2025-41", "the second half of 2025");
    }

    #[test]
    fn only_a_sure_day_gets_a_weekday() {
        let say = |text: &str| labels("en").weekday_date(&text.parse().expect("EDTF"));
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
            rule: "month-day",
        };
        let why = labels("en").why_dated(Some(&dated("XXXX-12-08")), Some("December 8"));
        assert_eq!(why, "stated as “December 8”; the year is not stated");
        assert_eq!(labels("en").why_dated(Some(&dated("2025-12-08")), None), "stated");
        assert_eq!(labels("en").why_dated(None, None), "the text gives none");
    }
}
