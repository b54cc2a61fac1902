//! What became of a plan whose day has passed: the report that a later article gives of it, or none.
//!
//! A plan never turns into a fact by itself. A report is held to be its outcome where the reading has joined both as
//! one event; where an editor tied both to one thread; or where both name the same: two names, one of them in the
//! plan's own headline, or one place on the same day. A name that half of the newsbook bears tells nothing and does not
//! count, nor does an article that came out before the day. The page says which of these it was, so that a reader can
//! judge; where there is none, it says so.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::labels::fill;
use super::names::{Name, Names, names_of, spaced};
use super::parts::{Maker, SourceRef, is_plan};
use super::target::{Link, Target};
use crate::model::{Dated, Event, EventIx, Kind, Mention, MentionIx, Newsbook, State};

/// The report of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// The event that tells it: the plan itself where the report was joined to it.
    pub event: EventIx,
    /// `None` where an editor wrote the event without naming an article.
    mention: Option<MentionIx>,
    because: Because<'a>,
}

/// Why a report is held to be that of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Because<'a> {
    OneEvent,
    Thread,
    Names(Vec<&'a str>),
}

/// The report of a plan, with the way to it.
#[derive(Debug, Serialize)]
pub struct OutcomeView<'a> {
    pub headline: &'a str,
    /// BCP 47 tag of its words, where they are not in the language of the site.
    pub language: Option<&'a str>,
    /// To the event that tells it, or to the paragraph where it is told of the plan itself.
    pub link: Link<'a>,
    /// "Friday 19 December 2025".
    pub date: String,
    pub source: Option<SourceRef<'a>>,
    /// Why it is held to be that, as a clause.
    pub because: String,
}

/// The longest plan, in days, that a report can be held against: of "this year" almost everything is a report.
const LONGEST: i64 = 31;

/// What was planned for an evening is often told of the night after it.
const DAYS_AFTER: u64 = 1;

/// A name tells something where so few events bear it, or so small a share of all of them.
const FEW: usize = 6;
const SHARE: usize = 25;

/// Finds the reports of all plans whose day has passed.
pub fn outcomes<'a>(book: &'a Newsbook, names: &Names<'a>) -> BTreeMap<EventIx, Outcome<'a>> {
    let plans = (0..book.events.len()).map(EventIx).filter(|ix| is_passed(book, *ix));
    plans.filter_map(|ix| Some((ix, Plan::new(book, names, ix)?.outcome()?))).collect()
}

/// Whether an event is a plan whose last day is over.
pub fn is_passed(book: &Newsbook, ix: EventIx) -> bool {
    let event = &book[ix];
    let last = event.date.as_ref().and_then(|dated| dated.date.last_day());
    is_plan(event.state, event.kind) && last.is_some_and(|day| day < book.today)
}

/// Returns the report of a plan as pages show it; `None` for what is no plan of the past or has no report.
pub fn outcome<'a>(maker: &mut Maker<'a, '_>, ix: EventIx) -> Option<OutcomeView<'a>> {
    let catalog = maker.catalog;
    let found = catalog.outcomes.get(&ix)?;
    let (event, book) = (catalog.event(found.event), catalog.book);
    let joined = found.mention.filter(|_| found.event == ix).map(|mention| &book.mentions[mention.0]);
    let source = found.mention.map(|mention| maker.source(mention));
    let dated = joined.map_or(&event.date, |mention| &mention.date);
    Some(OutcomeView {
        headline: joined.map_or(&event.headline, |mention| &mention.headline),
        language: maker.language_of_event(found.event),
        link: match source.filter(|_| joined.is_some()) {
            Some(source) => source.link,
            None => maker.links.to(Target::Event(&event.id)),
        },
        date: dated.as_ref().map_or_else(String::new, |dated| catalog.labels.weekday_date(&dated.date)),
        source,
        because: because(maker, &found.because),
    })
}

fn because(maker: &Maker<'_, '_>, because: &Because<'_>) -> String {
    let ui = &maker.catalog.labels.ui;
    match because {
        Because::OneEvent => ui.outcome_joined.to_owned(),
        Because::Thread => ui.outcome_thread.to_owned(),
        Because::Names(names) => fill(ui.outcome_names, &names.join(", ")),
    }
}

/// A plan and what a report is held against.
struct Plan<'a, 'n> {
    book: &'a Newsbook,
    names: &'n Names<'a>,
    ix: EventIx,
    first: NaiveDate,
    last: NaiveDate,
    /// Its telling names.
    named: Vec<&'n Name<'a>>,
}

impl<'a, 'n> Plan<'a, 'n> {
    /// Returns `None` for a plan without two ends, or with too long a time between them.
    fn new(book: &'a Newsbook, names: &'n Names<'a>, ix: EventIx) -> Option<Self> {
        let event = &book[ix];
        let date = event.date.as_ref()?.date;
        let (first, last) = (date.first_day()?, date.last_day()?);
        let tells = |name: &&Name<'_>| name.events.len() <= FEW.max(book.events.len() / SHARE);
        let named = names_of(event).filter_map(|(spelling, _)| names.find(spelling)).filter(tells);
        let plan = Self { book, names, ix, first, last, named: distinct(named) };
        ((last - first).num_days() < LONGEST).then_some(plan)
    }

    fn outcome(&self) -> Option<Outcome<'a>> {
        self.joined().or_else(|| self.tied()).or_else(|| self.named_alike())
    }

    /// A report among its own: one that was listed as a happening, or that names the same.
    fn joined(&self) -> Option<Outcome<'a>> {
        let is_report = |ix: &&MentionIx| {
            let mention = &self.book[**ix];
            let spelled = mention.who.iter().chain(&mention.places).filter_map(|name| self.names.find(name));
            mention.state == State::Past
                && mention.kind != Kind::Statement
                && self.covers(mention.date.as_ref())
                && self.is_late_enough(mention)
                && (mention.listed || self.enough(&self.shared(spelled), false))
        };
        let mention = *self.book[self.ix].mentions.iter().find(is_report)?;
        Some(Outcome { event: self.ix, mention: Some(mention), because: Because::OneEvent })
    }

    /// The first happening of its days in the same thread.
    fn tied(&self) -> Option<Outcome<'a>> {
        let id = self.book[self.ix].editorial.thread.as_deref()?;
        let thread = self.book.threads.iter().find(|thread| thread.id == id)?;
        let event = thread.events.iter().copied().find(|ix| self.is_report(*ix))?;
        Some(self.elsewhere(event, Because::Thread))
    }

    /// The happening of its days that names most of the same: told as fact before said, nearest day first.
    fn named_alike(&self) -> Option<Outcome<'a>> {
        let near: BTreeSet<EventIx> =
            self.named.iter().flat_map(|name| &name.events).copied().filter(|ix| self.is_report(*ix)).collect();
        let alike = near.into_iter().filter_map(|ix| {
            let event = &self.book[ix];
            let names = names_of(event).filter_map(|(spelling, _)| self.names.find(spelling));
            let shared = self.shared(names);
            let is_same_day = self.day() == day(event) && event.kind == Kind::Reported;
            self.enough(&shared, is_same_day).then_some((ix, shared))
        });
        let rank = |(ix, shared): &(EventIx, Vec<&Name<'_>>)| {
            let event = &self.book[*ix];
            (shared.len(), event.kind == Kind::Reported, std::cmp::Reverse(day(event)), std::cmp::Reverse(*ix))
        };
        let (event, shared) = alike.max_by_key(rank)?;
        Some(self.elsewhere(event, Because::Names(shared.iter().map(|name| name.name).collect())))
    }

    fn elsewhere(&self, event: EventIx, because: Because<'a>) -> Outcome<'a> {
        Outcome { event, mention: self.book[event].mentions.first().copied(), because }
    }

    /// Whether another event has happened on the plan's days, as an article tells that came out on them or later.
    fn is_report(&self, ix: EventIx) -> bool {
        let event = &self.book[ix];
        matches!(event.state, State::Past | State::Ongoing)
            && self.covers(event.date.as_ref())
            && event.mentions.first().is_none_or(|mention| self.is_late_enough(&self.book[*mention]))
    }

    fn covers(&self, dated: Option<&Dated>) -> bool {
        let Some((first, last)) = dated.and_then(|dated| dated.date.first_day().zip(dated.date.last_day())) else {
            return false;
        };
        let end = self.last.checked_add_days(Days::new(DAYS_AFTER)).unwrap_or(self.last);
        self.first <= last && first <= end && (last - first).num_days() < LONGEST
    }

    fn is_late_enough(&self, mention: &Mention) -> bool {
        let published = self.book[mention.article].published.as_ref().and_then(|found| found.date.first_day());
        published.is_some_and(|day| self.first <= day)
    }

    /// The telling names that a report has in common with it.
    fn shared(&self, names: impl Iterator<Item = &'n Name<'a>>) -> Vec<&'n Name<'a>> {
        distinct(names.filter(|name| self.named.iter().any(|own| own.key == name.key)))
    }

    /// Two names, one of them in the headline; one place of the headline will do for a report of the same day.
    fn enough(&self, shared: &[&Name<'_>], is_same_day: bool) -> bool {
        let headline = spaced(&self.book[self.ix].headline);
        let mut in_headline = shared.iter().filter(|name| name.stands_in(&headline));
        match shared.len() {
            0 => false,
            1 => is_same_day && in_headline.any(|name| name.is_place),
            _ => in_headline.next().is_some(),
        }
    }

    fn day(&self) -> Option<NaiveDate> {
        day(&self.book[self.ix])
    }
}

fn day(event: &Event) -> Option<NaiveDate> {
    event.date.as_ref()?.date.exact_day()
}

/// Each name once, in order.
fn distinct<'a, 'n>(names: impl Iterator<Item = &'n Name<'a>>) -> Vec<&'n Name<'a>>
where
    'a: 'n,
{
    let mut seen = BTreeSet::new();
    names.filter(|name| seen.insert(name.key)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::catalog::Catalog;
    use super::super::sample;
    use super::*;

    /// The sample's first event, told a day later by its own article, after a plan for `date` that names `names`.
    fn book(date: &str, headline: &str, names: &[&str]) -> Newsbook {
        let mut book = sample::newsbook();
        book.threads.clear();
        for event in &mut book.events {
            (event.who, event.places, event.editorial.thread) = (vec![], vec![], None);
        }
        let mut plan = book.events[0].clone();
        plan.headline = headline.into();
        plan.state = State::Scheduled;
        plan.kind = Kind::Plan;
        plan.mentions.clear();
        plan.date.iter_mut().for_each(|dated| dated.date = date.parse().expect("EDTF"));
        plan.who = names.iter().map(|name| (*name).to_owned()).collect();
        book.events[0].who = vec!["Ada Lovelace".into(), "Royal Society".into()];
        book.events.push(plan);
        book.today = "2026-01-01".parse().expect("a day");
        book
    }

    fn check(book: &Newsbook, expected: Option<usize>) {
        let catalog = Catalog::new(book);
        let plan = EventIx(book.events.len() - 1);
        assert_eq!(catalog.outcomes.get(&plan).map(|found| found.event.0), expected);
    }

    #[test]
    fn two_names_one_of_them_in_the_headline_make_a_report() {
        let both = &["Ada Lovelace", "Royal Society"];
        check(&book("2025-12-07", "Lovelace is to meet the society", both), Some(0));
        check(&book("2025-12-06", "Lovelace is to meet the society", both), Some(0));
        check(&book("2025-12-07", "They are to meet", both), None);
        check(&book("2025-12-07", "Lovelace is to speak", &["Ada Lovelace"]), None);
        check(&book("2025-12-04", "Lovelace is to meet the society", both), None);
        check(&book("2025", "Lovelace is to meet the society", both), None);
    }

    #[test]
    fn what_came_out_before_the_day_is_no_report_of_it() {
        let mut early = book("2025-12-07", "Lovelace is to meet the society", &["Ada Lovelace", "Royal Society"]);
        for article in &mut early.articles {
            article.published.iter_mut().for_each(|found| found.date = "2025-12-06".parse().expect("EDTF"));
        }
        check(&early, None);
    }

    #[test]
    fn a_report_that_was_joined_to_the_plan_comes_first() {
        let mut joined = book("2025-12-07", "They are to meet", &[]);
        let plan = joined.events.len() - 1;
        joined.events[plan].mentions = joined.events[0].mentions.clone();
        check(&joined, Some(plan));
    }

    #[test]
    fn a_thread_ties_a_plan_to_its_report() {
        let mut tied = book("2025-12-07", "They are to meet", &[]);
        let plan = tied.events.len() - 1;
        for n in [0, plan] {
            tied.events[n].editorial.thread = Some("q".into());
        }
        let events = vec![EventIx(0), EventIx(plan)];
        tied.threads = vec![crate::model::Thread { id: "q".into(), title: "What of it?".into(), events }];
        check(&tied, Some(0));
    }
}
