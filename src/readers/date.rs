//! When an article was published, and how that is known.
//!
//! The places are asked in the order of [`ArticleDateBasis`]; the first that answers wins, because each is closer to
//! the person who knew than the next. The last one, the prose itself, is asked with much reserve: a full date in an
//! article is mostly some other day (an invasion, a birthday, a summit to come), and a wrong exact day is the gravest
//! fault this program can commit. So prose gives a day only where its first paragraph names it with its weekday, or
//! where other days around it carry the same story, and it is the latest day named.
//!
//! Where the prose names days but never a year, the year stays unknown: `XXXX-12-08`.

use std::ops::Range;

use chrono::{Days, NaiveDate};

use super::full_date::{date_in_file_name, dates_in};
use super::paragraphs::BlockKind;
use super::strip::Found;
use super::{Draft, Published};
use crate::model::{ArticleDate, ArticleDateBasis, Edtf, Part, Point, Year};

/// Returns the date of the article and its basis; `None` where nothing tells. `file` is its path, where it has one.
pub(super) fn settle(draft: &Draft, found: &Found, file: Option<&str>, given: Option<Edtf>) -> Option<ArticleDate> {
    let said = |date, basis| Some(ArticleDate { date, basis, words: None });
    if let Some(date) = given {
        return said(date, ArticleDateBasis::Given);
    }
    match draft.about.published {
        Published::At(date) => return said(date, ArticleDateBasis::FrontMatter),
        Published::Unreadable => return None,
        Published::Unsaid => {}
    }
    if let Some(day) = file.and_then(date_in_file_name) {
        return said(day.into(), ArticleDateBasis::FileName);
    }
    let prose = || Prose::of(draft);
    let read = |(date, words): &(Edtf, Range<usize>), basis| {
        Some(ArticleDate { date: prose().with_year(*date), basis, words: Some(words.clone()) })
    };
    match (&found.stamp, &found.dateline) {
        (Some(stamp), _) => read(stamp, ArticleDateBasis::LeadingLine),
        (None, Some(dateline)) => read(dateline, ArticleDateBasis::Dateline),
        (None, None) => {
            let (date, words) = prose().date()?;
            Some(ArticleDate { date, basis: ArticleDateBasis::Text, words: Some(words) })
        }
    }
}

/// The days an article's prose names.
struct Prose<'a> {
    text: &'a str,
    /// End of the first paragraph.
    lead: usize,
    /// With a year.
    full: Vec<(NaiveDate, Range<usize>)>,
    /// Month and day only.
    yearless: Vec<(NaiveDate, Edtf, Range<usize>)>,
}

/// Stands in for an unknown year, so that days can be compared: a leap year, for 29 February.
const SOME_YEAR: i32 = 2024;

/// The days of one story lie this close together.
const STORY: u64 = 10;

impl<'a> Prose<'a> {
    fn of(draft: &'a Draft) -> Self {
        let text = draft.text.as_str();
        let mut prose = Self { text, lead: 0, full: Vec::new(), yearless: Vec::new() };
        for block in draft.blocks.iter().filter(|block| block.kind == BlockKind::Prose) {
            prose.lead = if prose.lead == 0 { block.span.end } else { prose.lead };
            for (date, span) in dates_in(&text[block.span.clone()]) {
                prose.add(date, block.span.start + span.start..block.span.start + span.end);
            }
        }
        prose
    }

    fn add(&mut self, date: Edtf, span: Range<usize>) {
        let Edtf::At(point) = date else { return };
        match (date.exact_day(), point.part) {
            (Some(day), _) => self.full.push((day, span)),
            (None, Part::Day(month, day)) => {
                let day = NaiveDate::from_ymd_opt(SOME_YEAR, month.into(), day.into());
                self.yearless.extend(day.map(|day| (day, date, span)));
            }
            _ => {}
        }
    }

    /// Adds the year to a date that lacks it, where the prose names the same day in full, and only one.
    fn with_year(&self, date: Edtf) -> Edtf {
        let Edtf::At(Point { year: Year::Unknown, part, .. }) = date else { return date };
        let same = |day: &NaiveDate| Point::from(*day).part == part;
        let mut days: Vec<_> = self.full.iter().map(|(day, _)| *day).filter(same).collect();
        days.dedup();
        if let [day] = days[..] { day.into() } else { date }
    }

    fn date(&self) -> Option<(Edtf, Range<usize>)> {
        if self.full.is_empty() { self.day_without_year() } else { self.full_day() }
    }

    /// A full date of the first paragraph, the latest of all, and either named with its weekday or in company.
    fn full_day(&self) -> Option<(Edtf, Range<usize>)> {
        let (latest, span) = self.full.iter().max_by_key(|(day, _)| *day)?;
        let in_lead = span.end <= self.lead;
        let has_weekday = self.text[span.clone()].split([',', ' ']).next().is_some_and(|word| word.ends_with("day"));
        (in_lead && (has_weekday || self.has_company(*latest))).then(|| ((*latest).into(), span.clone()))
    }

    /// True where the prose names another day without a year shortly before `day`, and none that is not.
    fn has_company(&self, day: NaiveDate) -> bool {
        let before = |other: &NaiveDate| {
            let other = chrono::Datelike::with_year(other, chrono::Datelike::year(&day));
            other.is_some_and(|other| other <= day && other + Days::new(STORY) >= day)
        };
        !self.yearless.is_empty() && self.yearless.iter().all(|(other, ..)| before(other))
    }

    /// The latest of the days named without a year, where they are one story that the first paragraph begins.
    fn day_without_year(&self) -> Option<(Edtf, Range<usize>)> {
        let (first, ..) = self.yearless.iter().min_by_key(|(day, ..)| *day)?;
        let (last, date, span) = self.yearless.iter().rev().max_by_key(|(day, ..)| *day)?;
        let begins = self.yearless.iter().any(|(_, _, span)| span.end <= self.lead);
        (begins && first != last && *first + Days::new(STORY) >= *last).then(|| (*date, span.clone()))
    }
}
