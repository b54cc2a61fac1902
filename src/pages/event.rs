//! An event on one screen: what, when and why then, who says so, and what is near it.

use std::borrow::Cow;

use chrono::Datelike;
use serde::Serialize;

use super::catalog::Catalog;
use super::confidence::ConfidenceView;
use super::corrections::{self, CorrectionView};
use super::dates::{DateView, month_in_full};
use super::names::spaced;
use super::outcome::{OutcomeView, outcome};
use super::parts::{EventLine, Evidence, KindView, Maker, NameLink, SourceRef, TextLink, ThemeRef};
use super::target::{Link, Target, web_address};
use super::{Page, View, evidence, feeds};
use crate::model::{Change, Entity, EntityKind, Event, EventIx, MentionIx, WebSource};

/// What `event.html` gets, as `event`.
#[derive(Debug, Serialize)]
pub struct EventView<'a> {
    /// For writers that need more than the page says.
    #[serde(skip)]
    pub ix: EventIx,
    pub id: &'a str,
    pub headline: &'a str,
    /// BCP 47 tag of its words, where they are not in the language of the site.
    pub language: Option<&'a str>,
    /// What an editor wrote.
    pub text: Option<&'a str>,
    pub date: DateView,
    /// Why it has this date, as a clause without a full stop.
    pub dated_because: String,
    /// The day, month or list where it stands.
    pub shelf: TextLink<'a>,
    pub edition: Option<TextLink<'a>>,
    /// How we know it: "Claim".
    pub kind: &'static str,
    /// The class of its mark that says the same: `so` solid, `ou` open, `pl` dashed.
    pub fill: &'static str,
    /// What was reported of a plan whose day has passed.
    pub outcome: Option<OutcomeView<'a>>,
    pub confidence: ConfidenceView,
    pub points: Vec<Cow<'a, str>>,
    pub themes: Vec<ThemeReason<'a>>,
    pub who: Vec<NameLink<'a>>,
    pub places: Vec<NameLink<'a>>,
    /// Offices among the names, with who held them on the event's date.
    pub offices: Vec<OfficeView<'a>>,
    pub thread: Option<TextLink<'a>>,
    /// Sources outside the project, where their address is one of the web.
    pub web: Vec<WebView<'a>>,
    /// What an editor changed, in order.
    pub changes: Vec<ChangeView<'a>>,
    /// What readers were told in earlier releases, before the corrections among the changes.
    pub earlier: Vec<CorrectionView<'a>>,
    /// Best first; the first gives the headline.
    pub reports: Vec<Report<'a>>,
    /// Why the reports are one event; empty for a single one.
    pub merged_because: Vec<Cow<'a, str>>,
    /// Other events of the same date.
    pub same_day: Vec<EventLine<'a>>,
    pub previous: Option<NextEvent<'a>>,
    pub next: Option<NextEvent<'a>>,
    /// Its file for calendars, where it is planned for a day or a short span.
    pub calendar: Option<Link<'a>>,
}

/// A theme with the words that led to it.
#[derive(Debug, Serialize)]
pub struct ThemeReason<'a> {
    pub theme: ThemeRef<'a>,
    pub matched: &'a [String],
}

/// An office and its holder.
#[derive(Debug, Serialize)]
pub struct OfficeView<'a> {
    pub office: &'a str,
    pub holder: NameLink<'a>,
}

/// A source on the web.
#[derive(Debug, Serialize)]
pub struct WebView<'a> {
    pub url: &'a str,
    pub title: &'a str,
    /// When it was read.
    pub accessed: Option<String>,
}

/// A value that an editor replaced.
#[derive(Debug, Serialize)]
pub struct ChangeView<'a> {
    pub what: &'static str,
    /// Both empty where there was nothing.
    pub from: &'a str,
    pub to: &'a str,
    pub because: Option<&'a str>,
    pub by: Option<&'a str>,
    pub on: Option<String>,
}

/// One mention of the event.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    pub evidence: Evidence<'a>,
    pub source: SourceRef<'a>,
    /// How we know it: "Claim".
    pub kind: &'static str,
    /// In full: "Sunday 7 December 2025".
    pub date: String,
    /// Name of the rule that read the date.
    pub rule: Option<&'a str>,
    /// Why it is listed.
    pub why: Vec<Cow<'a, str>>,
    /// When the source was published, in full.
    pub published: String,
    pub grade: String,
    /// The page of the whole source.
    pub article: Link<'a>,
}

/// The event before or after in the order of dates.
#[derive(Debug, Serialize)]
pub struct NextEvent<'a> {
    pub headline: &'a str,
    pub link: Link<'a>,
    /// In full.
    pub date: String,
}

/// Most events of the same date that are listed; the day's page has them all.
const SAME_DAY: usize = 6;

/// Plans a page for each event.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    (0..catalog.book.events.len()).map(|n| page(catalog, EventIx(n))).collect()
}

fn page<'a>(catalog: &Catalog<'a>, ix: EventIx) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let view = view(&mut maker, ix);
    let event = catalog.event(ix);
    let holds = view.calendar.map(|_| Target::EventCalendar(&event.id)).into_iter().collect();
    let page = Page::new(Target::Event(&event.id), event.headline.clone(), View::Event(Box::new(view)), maker);
    Page { holds, ..page }
}

fn view<'a>(maker: &mut Maker<'a, '_>, ix: EventIx) -> EventView<'a> {
    let catalog = maker.catalog;
    let event = catalog.event(ix);
    let last = catalog.book.events.len() - 1;
    let KindView { label: kind, fill } = maker.kind(ix);
    EventView {
        ix,
        id: event.id.as_str(),
        headline: &event.headline,
        language: maker.language_of_event(ix),
        text: event.editorial.text.as_deref(),
        date: maker.date(ix),
        dated_because: why_dated(catalog, ix),
        shelf: shelf(maker, ix),
        edition: edition(maker, ix),
        kind,
        fill,
        outcome: outcome(maker, ix),
        confidence: ConfidenceView::new(event.confidence, catalog.labels),
        points: catalog.labels.reasons(&event.points),
        themes: themes(maker, ix),
        who: event.who.iter().map(|name| maker.name(name)).collect(),
        places: event.places.iter().map(|name| maker.name(name)).collect(),
        offices: offices(maker, event),
        thread: thread(maker, event),
        web: event.editorial.web.iter().filter_map(|source| web(catalog, source)).collect(),
        changes: event.editorial.changes.iter().map(|found| change(catalog, found)).collect(),
        earlier: earlier(maker, event),
        reports: event.mentions.iter().map(|mention| report(maker, *mention, &event.headline)).collect(),
        merged_because: catalog.labels.reasons(event.merged_because.iter().map(|reason| &reason.words)),
        same_day: same_day(maker, ix),
        previous: ix.0.checked_sub(1).map(|n| next(maker, EventIx(n))),
        next: (ix.0 < last).then(|| next(maker, EventIx(ix.0 + 1))),
        calendar: calendar(maker, event),
    }
}

fn calendar<'a>(maker: &mut Maker<'a, '_>, event: &'a Event) -> Option<Link<'a>> {
    let listed = feeds::has_calendar(maker.catalog.book) && feeds::calendar_days(event).is_some();
    listed.then(|| maker.links.to(Target::EventCalendar(&event.id)))
}

fn why_dated(catalog: &Catalog<'_>, ix: EventIx) -> String {
    let event = catalog.event(ix);
    catalog.labels.why_dated(event.date.as_ref(), evidence::date_words(catalog.book, event))
}

/// The narrowest list that holds the event: its day, its month, or the page of what has no day.
fn shelf<'a>(maker: &mut Maker<'a, '_>, ix: EventIx) -> TextLink<'a> {
    let labels = maker.catalog.labels;
    let date = maker.catalog.event(ix).date.as_ref().map(|dated| dated.date);
    if let Some(day) = date.and_then(|date| date.exact_day()) {
        return TextLink { text: labels.full_day(day), link: maker.links.to(Target::Day(day)) };
    }
    let month = date.and_then(|date| date.sort_day()).map(|day| (day.year(), day.month()));
    let listed = |key: &(i32, u32)| maker.catalog.months.get(key).is_some_and(|events| events.contains(&ix));
    match month.filter(listed) {
        Some((year, month)) => {
            TextLink { text: month_in_full(year, month, labels), link: maker.links.to(Target::Month(year, month)) }
        }
        None => TextLink { text: labels.ui.all_undated.to_owned(), link: maker.links.to(Target::Undated) },
    }
}

fn edition<'a>(maker: &mut Maker<'a, '_>, ix: EventIx) -> Option<TextLink<'a>> {
    let edition = &maker.catalog.book.editions[maker.catalog.edition_of[ix.0]?];
    Some(TextLink { text: edition.label.clone(), link: maker.links.to(Target::Edition(&edition.id)) })
}

fn themes<'a>(maker: &mut Maker<'a, '_>, ix: EventIx) -> Vec<ThemeReason<'a>> {
    let event = maker.catalog.event(ix);
    let refs = maker.themes_of(ix);
    let matched = event.themes.iter().map(|hit| hit.matched.as_slice()).chain(std::iter::repeat(&[][..]));
    refs.into_iter().zip(matched).map(|(theme, matched)| ThemeReason { theme, matched }).collect()
}

fn report<'a>(maker: &mut Maker<'a, '_>, ix: MentionIx, headline: &str) -> Report<'a> {
    let mention = &maker.catalog.book.mentions[ix.0];
    let article = maker.catalog.article(mention.article);
    Report {
        evidence: maker.evidence(ix, headline),
        source: maker.source(ix),
        kind: maker.kind_of(mention.state, mention.kind).label,
        date: maker.catalog.labels.full_date(mention.date.as_ref().map(|dated| &dated.date)),
        rule: mention.date.as_ref().map(|dated| dated.rule).filter(|rule| !rule.is_empty()),
        why: maker.catalog.labels.reasons(&mention.why),
        published: maker.published(article),
        grade: article.grade.to_string(),
        article: maker.links.to(Target::Article(&article.id)),
    }
}

fn earlier<'a>(maker: &mut Maker<'a, '_>, event: &'a Event) -> Vec<CorrectionView<'a>> {
    let of_event = maker.catalog.book.corrections.iter().filter(|correction| correction.event == event.id);
    of_event
        .filter(|correction| correction.changes.is_empty())
        .map(|correction| corrections::view(maker, correction))
        .collect()
}

/// The offices that the event's names or its reports' own words name, where their holder on that date is certain.
fn offices<'a>(maker: &mut Maker<'a, '_>, event: &'a Event) -> Vec<OfficeView<'a>> {
    let book = maker.catalog.book;
    let Some(dated) = &event.date else { return Vec::new() };
    let mut offices = book.entities.iter().filter(|entity| entity.kind == EntityKind::Office).peekable();
    if offices.peek().is_none() {
        return Vec::new();
    }
    let said = event.mentions.iter().map(|ix| book.evidence(*ix)).chain([event.headline.as_str()]);
    let said: Vec<String> = said.map(spaced).collect();
    let named = |office: &Entity| {
        let mut spellings = office.aliases.iter().chain([&office.name]).map(|spelling| spaced(spelling));
        event.who.contains(&office.name) || spellings.any(|spelling| said.iter().any(|words| words.contains(&spelling)))
    };
    let held = offices.filter(|office| named(office)).filter_map(|office| {
        let holder = &office.role_on(&dated.date)?.what;
        let person = book.entities.iter().find(|entity| entity.id == *holder)?;
        Some((office.name.as_str(), person.name.as_str()))
    });
    held.map(|(office, holder)| OfficeView { office, holder: maker.name(holder) }).collect()
}

fn thread<'a>(maker: &mut Maker<'a, '_>, event: &Event) -> Option<TextLink<'a>> {
    let id = event.editorial.thread.as_deref()?;
    let thread = maker.catalog.book.threads.iter().find(|thread| thread.id == id)?;
    Some(TextLink { text: thread.title.clone(), link: maker.links.to(Target::Thread(&thread.id)) })
}

fn web<'a>(catalog: &Catalog<'_>, source: &'a WebSource) -> Option<WebView<'a>> {
    let url = web_address(&source.url)?;
    let accessed = source.accessed.as_ref().map(|date| DateView::new(Some(date), catalog.labels).full);
    Some(WebView { url, title: source.title.as_deref().unwrap_or(url), accessed })
}

fn change<'a>(catalog: &Catalog<'_>, change: &'a Change) -> ChangeView<'a> {
    ChangeView {
        what: change.what,
        from: &change.from,
        to: &change.to,
        because: change.note.correction.as_deref().or(change.note.because.as_deref()),
        by: change.note.by.as_deref(),
        on: change.note.on.as_ref().map(|date| DateView::new(Some(date), catalog.labels).full),
    }
}

fn next<'a>(maker: &mut Maker<'a, '_>, ix: EventIx) -> NextEvent<'a> {
    let event = maker.catalog.event(ix);
    NextEvent {
        headline: &event.headline,
        link: maker.links.to(Target::Event(&event.id)),
        date: maker.catalog.labels.full_date(event.date.as_ref().map(|dated| &dated.date)),
    }
}

fn same_day<'a>(maker: &mut Maker<'a, '_>, ix: EventIx) -> Vec<EventLine<'a>> {
    let catalog = maker.catalog;
    let day = catalog.event(ix).date.as_ref().and_then(|dated| dated.date.exact_day());
    let shelf = day.and_then(|day| catalog.days.get(&day)).map_or(&[][..], |shelf| shelf.events.as_slice());
    let others: Vec<EventIx> = shelf.iter().copied().filter(|other| *other != ix).take(SAME_DAY).collect();
    maker.lines_of_one_date(&others)
}
