//! The labels of the interface, one table for each language.
//!
//! Every heading, label and note of a page that does not come from an article, the config or an editor stands here, so
//! that a translator edits one table; how dates, kinds and reasons are said is in `words`. Templates see the labels as
//! `ui`; Rust code uses the same fields.

use serde::Serialize;

use super::method::Section;

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
    /// The theme of what no theme took.
    pub other: &'static str,
    pub dates: DateLabels,
    pub counts: CountLabels,
    pub ui: Ui,
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

/// A noun with a number: one, then many.
pub type Counted = [&'static str; 2];

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
}

/// Labels that only templates use.
#[derive(Debug, Serialize)]
pub struct Ui {
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
}

impl Labels {
    /// Returns "1 event" or "4 events".
    pub fn count(&self, n: usize, forms: &Counted) -> String {
        format!("{n}\u{a0}{}", forms[usize::from(n != 1)])
    }
}

/// Returns the labels for a BCP 47 tag; English where there is no table for it.
pub fn labels(_language: &str) -> &'static Labels {
    &EN
}

/// Puts `inside` into a pattern at `{}`.
pub fn fill(pattern: &str, inside: &str) -> String {
    pattern.replacen("{}", inside, 1)
}

const EN: Labels = Labels {
    language: "en",
    direction: "ltr",
    months: [
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
    ],
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    weekdays_short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    other: "Other",
    dates: DateLabels {
        undated: "undated",
        by: "by {}",
        since: "since {}",
        about: "about {}",
        week: "week {}",
        year_not_stated: "{}, year?",
    },
    counts: CountLabels {
        events: ["event", "events"],
        sources: ["source", "sources"],
        themes: ["theme", "themes"],
        days: ["day", "days"],
        ahead: ["date ahead", "dates ahead"],
        undated: ["undated", "undated"],
        reports: ["report", "reports"],
        paragraphs: ["paragraph", "paragraphs"],
        hidden: ["paragraph not shown", "paragraphs not shown"],
        days_later: ["day later", "days later"],
        days_earlier: ["day earlier", "days earlier"],
        editions: ["edition", "editions"],
    },
    ui: Ui {
        ahead: "Ahead",
        all_undated: "Everything without a day",
        also_within: "Dated to a span that includes this day",
        archive: "Archive",
        as_of: "What counts as ahead is counted from",
        author: "Author",
        built: "Built offline by fixed rules, without a language model.",
        by_date: "By date",
        by_theme: "What happened, by theme",
        coming: "Dates ahead",
        confidence: "Confidence",
        day: "Day",
        days: "Days",
        drawn_from: "Events drawn from it",
        duplicates: "Shares most of its wording with",
        earlier: "Earlier",
        earlier_editions: "Earlier editions",
        edition: "Edition",
        edition_page: "Permanent page of this edition",
        editions: "Editions",
        event: "Event",
        events: "Events",
        evidence: "Evidence",
        excerpt_note: "Only the passages that events rest on are shown.",
        file: "File",
        fingerprint: "SHA-256",
        first_steps: "Three steps",
        grade: "Grade",
        heat: "{} on {} of {}; the busiest is {} with {}",
        how: "How",
        how_known: "How we know",
        in_view: "The period in view",
        later: "Later",
        latest: "Latest",
        legend_bar: "bar: spread over several days",
        legend_ou: "said or claimed by one side",
        legend_pl: "planned",
        legend_so: "reported as fact",
        looking_ahead: "Looking ahead",
        main: "Main",
        matched: "matched",
        menu: "Menu",
        method: "Method",
        month: "Month",
        months: "Months",
        names: "Who and where",
        no_basis: "Nothing in the text tells.",
        no_date_known: "Date not known",
        no_date_note: "Reported in this period, but nothing in the text says which day.",
        no_day: "No day given",
        no_edition: "In no edition",
        no_text_note: "The rights to this text allow no excerpt; paragraphs are listed by number.",
        not_found: "This page does not exist",
        not_found_note: "Addresses here do not change, so the link was probably mistyped.",
        nothing_dated: "none of them has a date that an edition could be made from",
        nothing_drawn: "No event was drawn from this source.",
        older_months: "Earlier, by month",
        on_this_page: "On this page",
        one_source: "One source.",
        one_source_note: "Everything in this edition comes from a single article; nothing has been matched against a second account.",
        original: "Original",
        paragraph: "Paragraph",
        past_plan: "Was planned; no outcome seen",
        pattern_all: "all of",
        pattern_any: "any of",
        pattern_none: "none of",
        patterns: "What leads to a theme",
        permanent: "Permanent address",
        planned_for: "Planned for this day",
        published: "Published",
        published_on: "Sources published this day",
        same_day: "The same day",
        sections: "All sections",
        set_aside: "Set aside by a rule",
        skip: "Skip to the content",
        source: "Source",
        sources: "Sources",
        step_add: "Put articles into content/articles/ as .txt, .md or .html files.",
        step_build: "Run newsbook build.",
        step_look: "Open this page again.",
        strip: "{} in the last 52 weeks, in {} of them",
        text: "Text",
        theme: "Theme",
        themes: "Themes",
        title_made: "Made from its first words; the article has no title of its own.",
        undated: "Undated",
        undated_heading: "No date at all",
        version: "Version",
        when: "When",
        who_says: "Who says so",
        why_it_matters: "Why it matters.",
        why_listed: "Why it is listed",
        why_one: "Why these are one event",
        why_theme: "Why this theme",
        wide_heading: "Dated to a longer span",
        wide_note: "A year, a season or a span too long for one month.",
        wider: "Dated to the month or a part of it",
        yearless: "Day known, year not stated",
        yearless_note: "The text gives a month or a day and no year, and nothing else settles it.",
    },
    method: METHOD_EN,
};

const METHOD_EN: &[Section] = &[
    Section {
        title: "Where the words come from",
        paragraphs: &[
            "Every event on these pages was found in one sentence of a source. The sentence is quoted, its paragraph is numbered, and the numbers are the same here, in the printed briefing and in the data.",
            "Headlines are cut from the sentence's own words. Nothing is written by a language model, and nothing is fetched while the pages are built.",
        ],
    },
    Section {
        title: "How a date is found",
        paragraphs: &[
            "A date stands as a large figure only when the text leads to exactly one day. “On Sunday” is counted from the day the article was published; where that day is not known, it stays unknown.",
            "What the text leaves open stays open: a month is shown as a month, a week as a week, a deadline as “by”, a day without a year as such. Such dates are set small and in italics.",
        ],
    },
    Section {
        title: "What the marks mean",
        paragraphs: &[
            "The shape and colour of a mark name the theme. Its fill tells how we know: solid for what the source reports as fact, open for what somebody says or claims, dashed for what is planned.",
            "Confidence has three steps and adds up points that are listed with each event. It says how well the report supports the date and the event, not whether the report is true.",
        ],
    },
    Section {
        title: "When several reports are one event",
        paragraphs: &[
            "Reports are joined only when their dates agree, they share a person, body or place, and their wording is close. The reasons are listed on the event's page.",
        ],
    },
    Section {
        title: "What this cannot do",
        paragraphs: &[
            "The rules read news prose. They miss what is only hinted at, and they can take a figure of speech for a fact. A report counts as a report, however many outlets copied it.",
            "Grades of sources follow the Admiralty scale: a letter for how reliable the source is and a figure for how credible the report is. F6 means that nobody has judged it.",
        ],
    },
];
