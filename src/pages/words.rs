//! Says dates, kinds and reasons in words: the one place where a value becomes English.
//!
//! Every page and every printed line draws from here, so that "by 7 December 2025" reads the same on the site, in the
//! Markdown and on paper. Doubt is always said: what is no exact day never looks like one. Only English is spoken;
//! another language would be another file like this one.

use chrono::NaiveDate;

use crate::model::{
    ArticleDate, ArticleDateBasis, Bound, Confidence, DateBasis, Dated, Edtf, Kind, Part, Point, Quality, State, Year,
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns a date as running text says it: `7 December 2025`, `by 7 December 2025`, `c. April 2025`.
pub fn date(date: &Edtf) -> String {
    match date {
        Edtf::At(at) => point(at),
        Edtf::Between(Bound::Open, Bound::At(last)) => format!("by {}", point(last)),
        Edtf::Between(Bound::At(first), Bound::Open) => format!("since {}", point(first)),
        Edtf::Between(Bound::At(first), Bound::At(last)) if first == last => point(first),
        Edtf::Between(Bound::At(first), Bound::At(last)) => between(first, last),
        Edtf::Between(Bound::Open, Bound::Open) => "no date".to_owned(),
    }
}

/// Returns a date with its weekday where it is one exact day, and as [`date`] says it where it is not.
pub fn weekday_date(edtf: &Edtf) -> String {
    match (edtf, edtf.exact_day()) {
        (Edtf::At(Point { quality: Quality::Plain, .. }), Some(day)) => full_day(day),
        _ => date(edtf),
    }
}

/// Returns `Sunday 7 December 2025`.
pub fn full_day(day: NaiveDate) -> String {
    format!("{} {}", day.format("%A"), self::day(day))
}

/// Returns `7 December 2025`.
pub fn day(day: NaiveDate) -> String {
    point(&day.into())
}

/// Returns the days from `first` to `last`, both included, without saying twice what they share:
/// `1–7 December 2025`, `30 December 2024 – 5 January 2025`.
pub fn days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last { day(first) } else { between(&first.into(), &last.into()) }
}

/// Returns how we know, in one or two words: `Reported`, `Statement`, `Claim`, `Planned`.
pub fn kind(kind: Kind, state: State) -> &'static str {
    match (kind, state) {
        (_, State::Scheduled) | (Kind::Plan, _) => "Planned",
        (_, State::Hypothetical) => "Possible",
        (Kind::Reported, _) => "Reported",
        (Kind::Statement, _) => "Statement",
        (Kind::Claim, _) => "Claim",
        (Kind::Background, _) => "Background",
    }
}

/// Returns `Low`, `Medium` or `High`.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "Low",
        Confidence::Medium => "Medium",
        Confidence::High => "High",
    }
}

/// Returns why an event carries its date, as words that follow "Date:", without an end mark. `quoted` are the words it was read from.
pub fn why_dated(dated: Option<&Dated>, quoted: Option<&str>) -> String {
    let Some(dated) = dated else { return "the text gives none".to_owned() };
    let read = match (dated.basis, quoted) {
        (DateBasis::Explicit, Some(words)) => format!("stated as “{words}”"),
        (DateBasis::Explicit, None) => "stated".to_owned(),
        (DateBasis::Relative, Some(words)) => format!("worked out from “{words}”"),
        (DateBasis::Relative, None) => "worked out from another date".to_owned(),
        (DateBasis::Event, Some(words)) => format!("worked out from another event: “{words}”"),
        (DateBasis::Event, None) => "worked out from another event".to_owned(),
        (DateBasis::Carried, Some(words)) => format!("carried over from “{words}” before it"),
        (DateBasis::Carried, None) => "carried over from the sentences before".to_owned(),
        (DateBasis::Published, _) => "not in the sentence; the article’s own date stands in".to_owned(),
        (DateBasis::Editor, _) => "set by the editor".to_owned(),
    };
    if has_unknown_year(&dated.date) { format!("{read}; the year is not stated") } else { read }
}

/// Returns when an article was published and how that is known, or that it is not: `18 December 2024, from its first
/// line`.
pub fn published(published: Option<&ArticleDate>) -> String {
    let Some(published) = published else { return "undated".to_owned() };
    format!("{}, {}", date(&published.date), article_basis(published.basis))
}

/// Returns where an article's date was found, as words that follow the date.
pub fn article_basis(basis: ArticleDateBasis) -> &'static str {
    match basis {
        ArticleDateBasis::Given => "set by the editor",
        ArticleDateBasis::FrontMatter => "from its front matter",
        ArticleDateBasis::FileName => "from its file name",
        ArticleDateBasis::LeadingLine => "from its first line",
        ArticleDateBasis::Dateline => "from its dateline",
        ArticleDateBasis::Text => "from a full date in its text",
    }
}

/// Returns a number with its noun: `1 source`, `4 sources`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn has_unknown_year(date: &Edtf) -> bool {
    let unknown = |point: &Point| point.year == Year::Unknown;
    match date {
        Edtf::At(at) => unknown(at),
        Edtf::Between(first, last) => [first, last].into_iter().any(|end| matches!(end, Bound::At(at) if unknown(at))),
    }
}

fn between(first: &Point, last: &Point) -> String {
    if first.quality == Quality::Plain && last.quality == Quality::Plain && first.year == last.year {
        match (first.part, last.part) {
            (Part::Day(m, from), Part::Day(n, to)) if m == n => return format!("{from}–{to} {}", month_year(last)),
            (Part::Day(m, from), Part::Day(..)) => return format!("{from} {} – {}", month(m), point(last)),
            (Part::Month(m), Part::Month(_)) => return format!("{}–{}", month(m), point(last)),
            _ => {}
        }
    }
    format!("{} – {}", point(first), point(last))
}

fn point(point: &Point) -> String {
    let words = match point.part {
        Part::Whole => year(point.year),
        Part::Month(_) => month_year(point),
        Part::Day(_, day) => format!("{day} {}", month_year(point)),
        Part::Season(code) => season(code, point.year),
    };
    match point.quality {
        Quality::Plain => words,
        Quality::Approximate => format!("c. {words}"),
        Quality::Uncertain => format!("{words} (uncertain)"),
        Quality::Both => format!("c. {words} (uncertain)"),
    }
}

/// The month, where there is one, and the year: `December 2025`, `December, year not known`.
fn month_year(point: &Point) -> String {
    let (Part::Month(m) | Part::Day(m, _)) = point.part else { return year(point.year) };
    match point.year {
        Year::Unknown => format!("{}, year not known", month(m)),
        known => format!("{} {}", month(m), year(known)),
    }
}

fn month(number: u8) -> &'static str {
    MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("month not known")
}

fn year(year: Year) -> String {
    match year {
        Year::Known(n) if n <= 0 => format!("{} BC", 1 - n),
        Year::Known(n) => n.to_string(),
        Year::Decade(n) => format!("the {n}0s"),
        Year::Century(n) => format!("the {n}00s"),
        Year::Unknown => "year not known".to_owned(),
    }
}

fn season(code: u8, of: Year) -> String {
    let words = match code {
        21 => "spring",
        22 => "summer",
        23 => "autumn",
        24 => return winter(of),
        33 => "the first quarter of",
        34 => "the second quarter of",
        35 => "the third quarter of",
        36 => "the fourth quarter of",
        40 => "the first half of",
        _ => "the second half of",
    };
    match of {
        Year::Unknown => format!("{}, year not known", words.trim_end_matches(" of")),
        known => format!("{words} {}", year(known)),
    }
}

/// Winter begins in December, so it has two years.
fn winter(of: Year) -> String {
    match of {
        Year::Known(n) if n > 0 => format!("winter {n}/{:02}", (n + 1) % 100),
        Year::Unknown => "winter, year not known".to_owned(),
        other => format!("winter of {}", year(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
