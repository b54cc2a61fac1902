//! The labels of the interface, one table for each language.
//!
//! Every heading, label and note of a page that does not come from an article, the config or an editor stands here, so
//! that a translator edits one table; how dates, kinds and reasons are said is in `words`. Templates see the labels as
//! `ui`; Rust code uses the same fields.

mod ar;
mod en;
mod fr;
mod reasons;
mod uk;

use chrono::Weekday;
use serde::Serialize;

use super::method::Section;
use super::say::Phrases;
use crate::model::Period;

/// The labels of one language.
#[derive(Debug)]
pub struct Labels {
    /// BCP 47 tag.
    pub language: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    pub months: [&'static str; 12],
    pub months_short: [&'static str; 12],
    /// Monday first.
    pub weekdays_short: [&'static str; 7],
    /// On which a week begins in the calendars.
    pub first_weekday: Weekday,
    /// Which form of a noun stands beside a number.
    pub plural: fn(usize) -> usize,
    pub say: Phrases,
    /// The theme of what no theme took.
    pub other: &'static str,
    pub dates: DateLabels,
    pub counts: CountLabels,
    pub ui: Ui,
    pub paper: PaperLabels,
    /// The usual label of an edition of a day, a week, a month, and of one of everything.
    pub editions: [&'static str; 4],
    /// What the letters A to F and the numbers 1 to 6 of an Admiralty grade mean.
    pub reliability: [&'static str; 6],
    pub credibility: [&'static str; 6],
    /// The page of the method.
    pub method: &'static [Section],
}

/// Patterns for the dates in the margin; `{}` is the date inside.
#[derive(Debug)]
pub struct DateLabels {
    pub undated: &'static str,
    pub by: &'static str,
    pub since: &'static str,
    pub about: &'static str,
    pub week: &'static str,
    pub year_not_stated: &'static str,
}

/// A noun with a number, in the forms of its language: one, then many; or one, few, many.
pub type Counted = &'static [&'static str];

#[derive(Debug)]
pub struct CountLabels {
    pub events: Counted,
    pub sources: Counted,
    pub themes: Counted,
    pub days: Counted,
    pub ahead: Counted,
    pub undated: Counted,
    pub reports: Counted,
    pub paragraphs: Counted,
    pub hidden: Counted,
    pub days_later: Counted,
    pub days_earlier: Counted,
    pub editions: Counted,
    pub quiet_months: Counted,
    /// Events that a short paper has no room for.
    pub left_out: Counted,
}

/// Whole phrases of the printed briefing, which the views say; `{}` is what stands inside.
#[derive(Debug)]
pub struct PaperLabels {
    /// On one note, on several.
    pub rests_on: [&'static str; 2],
    /// Between the last two of several.
    pub and: &'static str,
    pub nothing_done: &'static str,
    pub each_on_a_day: &'static str,
    pub none_on_a_day: &'static str,
    /// How many on a day, how many less exactly dated.
    pub some_on_a_day: &'static str,
    pub method: &'static str,
    /// The terms of the scale.
    pub scale: &'static str,
}

/// Labels that only templates use.
#[derive(Debug, Serialize)]
pub struct Ui {
    pub names_title: &'static str,
    pub timeline: &'static str,
    pub calendar: &'static str,
    pub moved: &'static str,
    pub moved_page: &'static str,
    pub gone: &'static str,
    pub gone_page: &'static str,
    pub feeds: &'static str,
    pub feeds_note: &'static str,
    pub feeds_lack_address: &'static str,
    pub feed_site: &'static str,
    pub feed_corrections: &'static str,
    pub feed_theme: &'static str,
    pub feed_calendar: &'static str,
    pub feed_data: &'static str,
    pub open_data: &'static str,
    pub add_to_calendar: &'static str,
    pub search: &'static str,
    pub search_words: &'static str,
    pub search_from: &'static str,
    pub search_to: &'static str,
    pub search_name: &'static str,
    pub search_more: &'static str,
    /// What the script says of its results; `{}` is their number.
    pub search_found: &'static str,
    pub search_none: &'static str,
    pub search_failed: &'static str,
    pub search_needs_script: &'static str,
    pub corrections: &'static str,
    pub revised: &'static str,
    pub corrections_note: &'static str,
    pub no_corrections: &'static str,
    pub draft_band: &'static str,
    pub office_held: &'static str,
    pub person: &'static str,
    pub body: &'static str,
    pub office: &'static str,
    pub place: &'static str,
    pub name: &'static str,
    pub said: &'static str,
    pub happened: &'static str,
    pub with: &'static str,
    pub aliases: &'static str,
    pub who_title: &'static str,
    pub places_title: &'static str,
    pub and_more: &'static str,
    pub judgements: &'static str,
    pub rests_on: &'static str,
    pub would_change: &'static str,
    pub gaps: &'static str,
    /// Before the files of an edition: "PDF · Markdown".
    pub to_print: &'static str,
    pub figures: &'static str,
    pub claimed_by: &'static str,
    pub draft: &'static str,
    pub thread: &'static str,
    pub accessed: &'static str,
    pub history: &'static str,
    pub passed: &'static str,
    pub passed_note: &'static str,
    pub nothing_ahead: &'static str,
    pub since: &'static str,
    pub until: &'static str,
    pub no_names: &'static str,
    pub ahead: &'static str,
    pub all_undated: &'static str,
    pub also_within: &'static str,
    pub archive: &'static str,
    pub as_of: &'static str,
    pub author: &'static str,
    pub built: &'static str,
    pub by_date: &'static str,
    pub by_theme: &'static str,
    pub coming: &'static str,
    pub confidence: &'static str,
    pub day: &'static str,
    pub days: &'static str,
    pub drawn_from: &'static str,
    pub duplicates: &'static str,
    pub earlier: &'static str,
    pub earlier_editions: &'static str,
    pub edition: &'static str,
    pub edition_page: &'static str,
    pub editions: &'static str,
    pub event: &'static str,
    pub events: &'static str,
    pub evidence: &'static str,
    pub excerpt_note: &'static str,
    pub file: &'static str,
    pub fingerprint: &'static str,
    pub first_steps: &'static str,
    pub grade: &'static str,
    /// Events, days, year, busiest day, its events.
    pub heat: &'static str,
    pub how: &'static str,
    pub how_known: &'static str,
    pub in_view: &'static str,
    pub later: &'static str,
    pub latest: &'static str,
    pub legend_bar: &'static str,
    pub legend_ou: &'static str,
    pub legend_pl: &'static str,
    pub legend_so: &'static str,
    pub looking_ahead: &'static str,
    pub main: &'static str,
    pub matched: &'static str,
    pub menu: &'static str,
    pub method: &'static str,
    pub month: &'static str,
    pub months: &'static str,
    pub names: &'static str,
    pub no_basis: &'static str,
    pub no_date_known: &'static str,
    pub no_date_note: &'static str,
    pub no_day: &'static str,
    pub no_edition: &'static str,
    pub no_text_note: &'static str,
    pub not_found: &'static str,
    pub not_found_note: &'static str,
    pub nothing_dated: &'static str,
    pub nothing_drawn: &'static str,
    pub older_months: &'static str,
    pub on_this_page: &'static str,
    pub one_source: &'static str,
    pub one_source_note: &'static str,
    pub original: &'static str,
    pub paragraph: &'static str,
    pub past_plan: &'static str,
    pub kept_plan: &'static str,
    pub outcome: &'static str,
    pub outcome_joined: &'static str,
    pub outcome_thread: &'static str,
    /// The names, with commas.
    pub outcome_names: &'static str,
    pub scales: &'static str,
    pub scale_likelihood: &'static str,
    pub scale_reliability: &'static str,
    pub scale_credibility: &'static str,
    pub no_outlet: &'static str,
    pub pattern_all: &'static str,
    pub pattern_any: &'static str,
    pub pattern_none: &'static str,
    pub patterns: &'static str,
    pub permanent: &'static str,
    pub planned_for: &'static str,
    pub published: &'static str,
    pub published_on: &'static str,
    pub same_day: &'static str,
    pub sections: &'static str,
    pub set_aside: &'static str,
    pub skip: &'static str,
    pub source: &'static str,
    pub sources: &'static str,
    pub step_add: &'static str,
    pub step_build: &'static str,
    pub step_look: &'static str,
    /// Events, then weeks with any of them.
    pub strip: &'static str,
    pub text: &'static str,
    pub theme: &'static str,
    pub themes: &'static str,
    pub title_made: &'static str,
    pub undated: &'static str,
    pub undated_heading: &'static str,
    pub version: &'static str,
    pub when: &'static str,
    pub who_says: &'static str,
    pub why_it_matters: &'static str,
    pub why_listed: &'static str,
    pub why_one: &'static str,
    pub why_theme: &'static str,
    pub wide_heading: &'static str,
    pub wide_note: &'static str,
    pub wider: &'static str,
    pub yearless: &'static str,
    pub yearless_note: &'static str,
    // The printed briefing alone.
    pub back_to_edition: &'static str,
    pub corrected: &'static str,
    pub date: &'static str,
    /// What stands across each page of a draft.
    pub draft_stamp: &'static str,
    pub grades: &'static str,
    pub in_numbers: &'static str,
    pub not_verified: &'static str,
    /// Before the number of a note.
    pub note: &'static str,
    pub notes: &'static str,
    pub notes_at_end: &'static str,
    pub notes_at_foot: &'static str,
    pub notes_hold: &'static str,
    pub on_the_web: &'static str,
    pub print_hint: &'static str,
    pub this_document: &'static str,
    pub title_from_text: &'static str,
    pub withheld: &'static str,
    pub written_by_editor: &'static str,
}

impl Labels {
    /// Returns the usual label of the editions of a period, with `{week}` and such in it.
    pub fn edition_pattern(&self, period: Period) -> &'static str {
        self.editions[match period {
            Period::Day => 0,
            Period::Week => 1,
            Period::Month => 2,
            Period::None => 3,
        }]
    }

    /// Returns "1 event" or "4 events".
    pub fn count(&self, n: usize, forms: &Counted) -> String {
        format!("{n}\u{a0}{}", self.noun(n, forms))
    }

    /// Returns the form of a noun that stands beside a number.
    pub fn noun(&self, n: usize, forms: Counted) -> &'static str {
        forms[(self.plural)(n).min(forms.len() - 1)]
    }
}

/// English, which data speak too.
pub static ENGLISH: Labels = en::EN;

static TABLES: [Labels; 4] = [EN_US, fr::FR, uk::UK, ar::AR];

/// Returns the labels for a BCP 47 tag: those of its language and region, else of its language, else English.
pub fn labels(language: &str) -> &'static Labels {
    let tag = language.to_ascii_lowercase().replace('_', "-");
    let primary = tag.split('-').next().unwrap_or_default();
    let find = |name: &str| TABLES.iter().find(|table| table.language.eq_ignore_ascii_case(name));
    find(&tag).or_else(|| find(primary)).unwrap_or(&ENGLISH)
}

/// English of the United States: the month before the day, and weeks from Sunday.
const EN_US: Labels = Labels {
    language: "en-US",
    first_weekday: Weekday::Sun,
    say: Phrases { day: "{m} {d}, {y}", day_without_year: "{m} {d}", weekday: "{w}, {}", ..en::EN.say },
    ..en::EN
};

/// Puts `inside` into a pattern at `{}`.
pub fn fill(pattern: &str, inside: &str) -> String {
    pattern.replacen("{}", inside, 1)
}
