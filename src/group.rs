//! Groups events into editions: one for each day, ISO week or month that has something to tell.
//!
//! Where an event belongs is decided by its own date as far as that date goes, and never further:
//!
//! - A date that lies inside one period (a day, "1–7 December" in a weekly book, "by 7 December") belongs to it.
//! - A date wider than a period ("in February" in a weekly book) belongs to the edition in which it was reported, the
//!   period of the earliest dated article that tells it. Putting it into one week of February would invent a day.
//! - Everything else, dates of an unknown year among it, is in no edition; the undated list shows it.
//!
//! A period becomes an edition when something was reported in it: an article, or an event that is no mere plan and was
//! not still due. A plan for a week that nobody has written about yet is shown ahead of the edition that announced it,
//! not as an empty week of its own. The clock plays no part here.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::model::{Article, Edition, Edtf, Event, EventIx, Mention, Period, State};

/// How editions are called.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// Holds `{week}`, `{year}` (of the ISO week where `{week}` is used), `{month}`, `{day}` or `{id}`.
    pub pattern: &'a str,
    /// The names of the months.
    pub months: &'a [&'static str; 12],
}

/// Returns the editions, oldest first.
///
/// With `skip_empty` false, the periods between the first and the last edition that have none get an empty one.
pub fn editions(
    events: &[Event],
    mentions: &[Mention],
    articles: &[Article],
    period: Period,
    naming: Naming<'_>,
    skip_empty: bool,
) -> Vec<Edition> {
    let reported = |event: &Event| first_report(event, mentions, articles);
    let mut issues: BTreeMap<NaiveDate, Issue> = BTreeMap::new();
    for day in articles.iter().filter_map(publication_day) {
        issues.entry(start(day, period)).or_default().reported = true;
    }
    for (ix, event) in events.iter().enumerate() {
        let Some(first) = place(event, reported(event), period) else { continue };
        if is_after(event, first, period) {
            continue; // wider than a period and still to come: it stands ahead of the issue that reported it
        }
        let issue = issues.entry(first).or_default();
        issue.reported |= event.state != State::Scheduled && !is_due(event, reported(event));
        issue.events.push(EventIx(ix));
    }
    issues.retain(|_, issue| issue.reported);
    if !skip_empty {
        fill_gaps(&mut issues, period);
    }
    for (ix, event) in events.iter().enumerate() {
        let announced = reported(event).map(|day| start(day, period));
        if let Some(issue) =
            announced.and_then(|first| issues.get_mut(&first).filter(|_| is_after(event, first, period)))
        {
            issue.ahead.push(EventIx(ix));
        }
    }
    issues.into_iter().map(|(first, issue)| issue.into_edition(first, events, period, naming)).collect()
}

/// What is known of a period while it is being filled.
#[derive(Default)]
struct Issue {
    events: Vec<EventIx>,
    ahead: Vec<EventIx>,
    reported: bool,
}

impl Issue {
    fn into_edition(mut self, first: NaiveDate, events: &[Event], period: Period, naming: Naming<'_>) -> Edition {
        let rank = |ix: &EventIx| rank(&events[ix.0], *ix);
        self.events.sort_by_key(rank);
        self.ahead.sort_by_key(rank);
        let id = id(first, period);
        let (first, last) = match period {
            Period::None => covered(&self.events, events),
            _ => (first, end(first, period)),
        };
        let label = naming.label(first, &id);
        Edition { id, label, first, last, events: self.events, ahead: self.ahead, text: None }
    }
}

/// By date, then the surest and best attested first.
fn rank(event: &Event, ix: EventIx) -> impl Ord + use<> {
    let day = event.date.as_ref().and_then(|dated| dated.date.sort_day());
    (day, std::cmp::Reverse(event.confidence), std::cmp::Reverse(event.mentions.len()), ix)
}

/// The first day of the period an event belongs to.
fn place(event: &Event, reported: Option<NaiveDate>, period: Period) -> Option<NaiveDate> {
    let date = event.date.as_ref()?.date;
    if period == Period::None {
        return Some(start(date.sort_day()?, period));
    }
    own_period(&date, period).or_else(|| {
        date.sort_day()?;
        reported.map(|day| start(day, period))
    })
}

/// The period that holds the whole of a date; an open end counts as its other end ("by", "since").
fn own_period(date: &Edtf, period: Period) -> Option<NaiveDate> {
    let last = date.sort_day()?;
    let first = date.first_day().unwrap_or(last);
    (start(first, period) == start(last, period)).then(|| start(first, period))
}

/// "They were asked to agree by November", told in June: what the date is of has not been reported yet.
fn is_due(event: &Event, reported: Option<NaiveDate>) -> bool {
    let date = event.date.as_ref().map(|dated| dated.date).filter(|date| date.first_day().is_none());
    date.and_then(|date| date.last_day()).zip(reported).is_some_and(|(last, reported)| last > reported)
}

fn is_after(event: &Event, first: NaiveDate, period: Period) -> bool {
    let starts = event.date.as_ref().and_then(|dated| dated.date.first_day().or_else(|| dated.date.last_day()));
    period != Period::None && starts.is_some_and(|day| day > end(first, period))
}

fn first_report(event: &Event, mentions: &[Mention], articles: &[Article]) -> Option<NaiveDate> {
    event.mentions.iter().filter_map(|ix| publication_day(&articles[mentions[ix.0].article.0])).min()
}

fn publication_day(article: &Article) -> Option<NaiveDate> {
    article.published.as_ref()?.date.exact_day()
}

/// The first and the last day that the dated events of the one great edition cover.
fn covered(list: &[EventIx], events: &[Event]) -> (NaiveDate, NaiveDate) {
    let days = || list.iter().filter_map(|ix| events[ix.0].date.as_ref()?.date.sort_day());
    (days().min().unwrap_or_default(), days().max().unwrap_or_default())
}

fn fill_gaps(issues: &mut BTreeMap<NaiveDate, Issue>, period: Period) {
    let (Some(first), Some(last)) = (issues.keys().next().copied(), issues.keys().last().copied()) else { return };
    let mut day = first;
    while day < last && period != Period::None {
        issues.entry(day).or_default();
        day = end(day, period) + Days::new(1);
    }
}

/// Returns the first day of the period that holds `day`: the day itself, the Monday, the first of the month.
pub fn start(day: NaiveDate, period: Period) -> NaiveDate {
    match period {
        Period::Day => day,
        Period::Week => day.week(Weekday::Mon).first_day(),
        Period::Month => day.with_day(1).expect("every month has a first day"),
        Period::None => NaiveDate::MIN,
    }
}

/// Returns the last day, included, of the period that starts on `first`.
fn end(first: NaiveDate, period: Period) -> NaiveDate {
    match period {
        Period::Day | Period::None => first,
        Period::Week => first + Days::new(6),
        Period::Month => first + Months::new(1) - Days::new(1),
    }
}

fn id(first: NaiveDate, period: Period) -> String {
    match period {
        Period::Day => first.format("%Y-%m-%d").to_string(),
        Period::Week => first.format("%G-W%V").to_string(),
        Period::Month => first.format("%Y-%m").to_string(),
        Period::None => "all".to_owned(),
    }
}

impl Naming<'_> {
    fn label(self, first: NaiveDate, id: &str) -> String {
        let year = if self.pattern.contains("{week}") { first.iso_week().year() } else { first.year() };
        self.pattern
            .replace("{week}", &first.iso_week().week().to_string())
            .replace("{year}", &year.to_string())
            .replace("{month}", self.months[first.month0() as usize])
            .replace("{day}", &first.day().to_string())
            .replace("{id}", id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        ArticleDate, ArticleDateBasis, ArticleIx, Confidence, DateBasis, Dated, Editorial, Id, Kind, MentionIx, sample,
    };

    fn naming(pattern: &str) -> Naming<'_> {
        Naming { pattern, months: &[""; 12] }
    }

    fn article(published: &str) -> Article {
        let date = published.parse().ok();
        let published = date.map(|date| ArticleDate { date, basis: ArticleDateBasis::Given, words: None });
        Article { published, ..sample::article("content/articles/a.txt", "") }
    }

    fn event(date: &str, state: State) -> Event {
        let date = date.parse().expect("a test date");
        Event {
            id: Id::from_fingerprint(2, 4),
            date: Some(Dated { date, basis: DateBasis::Explicit, words: None, timex: None, rule: "test" }),
            state,
            kind: Kind::Reported,
            headline: "Something happened".into(),
            themes: vec![],
            who: vec![],
            places: vec![],
            mentions: vec![MentionIx(0)],
            context: vec![],
            merged_because: vec![],
            confidence: Confidence::Medium,
            points: vec![],
            editorial: Editorial::default(),
        }
    }

    fn mention() -> Mention {
        Mention {
            article: ArticleIx(0),
            paragraph: 1,
            sentence: 0,
            span: 0..0,
            date: None,
            state: State::Past,
            kind: Kind::Reported,
            listed: true,
            why: vec![],
            headline: String::new(),
            verb: None,
            speaker: None,
            who: vec![],
            places: vec![],
            themes: vec![],
            confidence: Confidence::Medium,
            points: vec![],
        }
    }

    /// One article of the given day reports all events; a date with `+` in front is a plan.
    /// Returns each edition as `id: events in it | events ahead`.
    fn check(published: &str, dates: &[&str], period: Period, expected: &[&str]) {
        let events: Vec<Event> = dates
            .iter()
            .map(|text| match text.strip_prefix('+') {
                Some(plan) => event(plan, State::Scheduled),
                None => event(text, State::Past),
            })
            .collect();
        let show = |list: &[EventIx]| list.iter().map(|ix| dates[ix.0]).collect::<Vec<_>>().join(" ");
        let found: Vec<String> = editions(&events, &[mention()], &[article(published)], period, naming("{id}"), true)
            .iter()
            .map(|e| format!("{}: {} | {}", e.id, show(&e.events), show(&e.ahead)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_day_goes_to_its_iso_week() {
        check(
            "2024-12-31",
            &["2024-12-29", "2024-12-30"],
            Period::Week,
            &["2024-W52: 2024-12-29 | ", "2025-W01: 2024-12-30 | "],
        );
    }

    #[test]
    fn a_month_in_a_weekly_book_goes_to_the_week_that_reported_it() {
        check("2024-12-18", &["2024-02"], Period::Week, &["2024-W51: 2024-02 | "]);
        check("", &["2024-02"], Period::Week, &[]);
        check("2024-12-18", &["2024-02"], Period::Month, &["2024-02: 2024-02 | ", "2024-12:  | "]);
    }

    #[test]
    fn a_wide_date_to_come_stands_ahead_and_nowhere_else() {
        check("2024-12-18", &["+2025-02"], Period::Week, &["2024-W51:  | +2025-02"]);
    }

    #[test]
    fn by_a_day_goes_to_the_week_of_that_day() {
        check("2025-12-07", &["../2025-12-07"], Period::Week, &["2025-W49: ../2025-12-07 | "]);
    }

    #[test]
    fn by_a_day_to_come_makes_no_edition_but_stands_ahead() {
        check("2022-06-22", &["../2022-11-30"], Period::Week, &["2022-W25:  | ../2022-11-30"]);
    }

    #[test]
    fn a_year_that_is_not_stated_is_in_no_edition() {
        check("", &["XXXX-12-08"], Period::Week, &[]);
        check("2025-12-07", &["XXXX-12-08"], Period::Week, &["2025-W49:  | "]);
    }

    #[test]
    fn a_plan_alone_makes_no_edition_but_stands_ahead_of_its_announcement() {
        check("2025-12-07", &["+2025-12-08"], Period::Week, &["2025-W49:  | +2025-12-08"]);
        check("", &["+2025-12-08"], Period::Week, &[]);
    }

    #[test]
    fn a_plan_stands_in_its_own_week_once_something_is_reported_there() {
        check(
            "2025-12-07",
            &["+2025-12-08", "2025-12-09"],
            Period::Week,
            &["2025-W49:  | +2025-12-08 2025-12-09", "2025-W50: +2025-12-08 2025-12-09 | "],
        );
    }

    #[test]
    fn one_edition_can_hold_everything() {
        check("2025-12-07", &["2025-12-09", "2024-02"], Period::None, &["all: 2024-02 2025-12-09 | "]);
    }

    #[test]
    fn empty_weeks_are_kept_on_request() {
        let events = [event("2025-01-01", State::Past), event("2025-01-20", State::Past)];
        let all =
            editions(&events, &[mention()], &[article("")], Period::Week, naming("{id}: week {week} of {year}"), false);
        let labels: Vec<&str> = all.iter().map(|e| e.label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "2025-W01: week 1 of 2025",
                "2025-W02: week 2 of 2025",
                "2025-W03: week 3 of 2025",
                "2025-W04: week 4 of 2025"
            ]
        );
    }
}
