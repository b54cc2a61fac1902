//! An edition: what one day, week or month brought. The latest one is also the home page.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days};
use serde::Serialize;

use super::calendar::{MonthGrid, month_grid};
use super::catalog::{Catalog, published_day};
use super::corrections::{self, CorrectionView};
use super::editorial::{EditorialView, editorial};
use super::matrix::{Matrix, matrix};
use super::names::names_of;
use super::parts::{Card, DateGroup, EventLine, Maker, SourceCard, TextLink, ThemeRef};
use super::target::{Link, Target};
use super::theme::{Strip, strip};
use super::thread::{self, ThreadLine};
use super::who::{NameCount, counts as counts_of};
use super::{Page, View};
use crate::model::{Edition, EventIx, Newsbook, Status};

/// What `edition.html` gets, as `edition`.
#[derive(Debug, Serialize)]
pub struct EditionView<'a> {
    pub id: &'a str,
    /// "Week 49, 2025".
    pub label: &'a str,
    /// What an editor called it, else its label.
    pub headline: &'a str,
    /// Paragraphs that an editor wrote.
    pub summary: &'a [String],
    /// "1–7 December 2025".
    pub period: String,
    /// Year in which it begins: dates in it need not say that again.
    pub year: i32,
    /// First and last day, `2025-12-01`.
    pub first: String,
    pub last: String,
    /// Its own permanent page, for the home page to name.
    pub link: Link<'a>,
    /// "11 events", "4 sources", "1 date ahead", in this order; nothing is said of what there is none of.
    pub counts: Vec<String>,
    /// Whether everything in it comes from one article.
    pub one_source: bool,
    pub matrix: Option<Matrix<'a>>,
    pub month: Option<MonthGrid<'a>>,
    pub themes: Vec<ThemeSection<'a>>,
    /// The questions that it has news of.
    pub threads: Vec<ThreadLine<'a>>,
    pub dates: Vec<DateGroup<'a>>,
    pub ahead: Vec<Card<'a>>,
    /// Reported in the period, without a date of any kind.
    pub undated: Vec<EventLine<'a>>,
    /// The page of everything without a day.
    pub undated_link: Link<'a>,
    /// The edition to take away: "PDF", "Markdown".
    pub papers: Vec<TextLink<'a>>,
    pub sources: Vec<SourceCard<'a>>,
    pub previous: Option<TextLink<'a>>,
    pub next: Option<TextLink<'a>>,
    /// What a person wrote.
    pub editorial: EditorialView<'a>,
    /// Whether an editor still works on it.
    pub draft: bool,
    /// What readers were told about its events, the latest first.
    pub corrections: Vec<CorrectionView<'a>>,
    pub who: Vec<NameCount<'a>>,
    pub places: Vec<NameCount<'a>>,
    /// Only on the home page.
    pub home: Option<HomeView<'a>>,
}

/// What happened under one theme.
#[derive(Debug, Serialize)]
pub struct ThemeSection<'a> {
    pub theme: ThemeRef<'a>,
    pub why: Option<&'a str>,
    pub count: String,
    /// The year up to the end of the edition.
    pub strip: Strip,
    pub events: Vec<Card<'a>>,
}

/// What the home page shows below the latest edition.
#[derive(Debug, Serialize)]
pub struct HomeView<'a> {
    /// The editions before it, newest first.
    pub earlier: Vec<EditionRef<'a>>,
    /// Every date ahead of today, soonest first.
    pub ahead: Vec<EventLine<'a>>,
    /// How many events have no day: "12 events".
    pub loose: Option<String>,
}

/// An edition in a list.
#[derive(Debug, Serialize)]
pub struct EditionRef<'a> {
    pub label: &'a str,
    pub period: String,
    pub link: Link<'a>,
    /// "11 events".
    pub events: String,
    /// The first headlines, to recognise it by.
    pub headlines: Vec<&'a str>,
}

const EARLIER: usize = 6;
const AHEAD: usize = 12;
const HEADLINES: usize = 2;
const NAMES: usize = 6;

/// Plans one page for each edition.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    (0..catalog.book.editions.len()).map(|n| page(catalog, n, false)).collect()
}

/// Plans the edition with index `n`, as the home page or as its own.
pub fn page<'a>(catalog: &Catalog<'a>, n: usize, home: bool) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let edition = &catalog.book.editions[n];
    let view = view(&mut maker, n, home);
    let target = if home { Target::Home } else { Target::Edition(&edition.id) };
    let title = if home { catalog.book.site.title.clone() } else { edition.label.clone() };
    let page = Page::new(target, title, View::Edition(Box::new(view)), maker);
    let papers = written_papers(catalog.book, edition).map(|(_, paper)| paper);
    Page { holds: if home { Vec::new() } else { papers.collect() }, ..page }
}

/// The briefings that a build writes, by name.
fn written_papers<'a>(
    book: &Newsbook,
    edition: &'a Edition,
) -> impl Iterator<Item = (&'static str, Target<'a>)> + use<'a> {
    let id = edition.id.as_str();
    let papers = [
        ("pdf", "PDF", Target::Briefing(id, "pdf")),
        ("html", "HTML", Target::Print(id)),
        ("markdown", "Markdown", Target::Briefing(id, "md")),
    ];
    let written: Vec<_> = papers.into_iter().filter(|(format, ..)| book.site.formats.contains(format)).collect();
    written.into_iter().map(|(_, name, paper)| (name, paper))
}

fn papers<'a>(maker: &mut Maker<'a, '_>, edition: &'a Edition) -> Vec<TextLink<'a>> {
    let papers = written_papers(maker.catalog.book, edition);
    papers.map(|(name, paper)| TextLink { text: name.to_owned(), link: maker.links.to(paper) }).collect()
}

fn view<'a>(maker: &mut Maker<'a, '_>, n: usize, home: bool) -> EditionView<'a> {
    let book = maker.catalog.book;
    let edition = &book.editions[n];
    let undated = undated(maker.catalog, edition);
    let themes = themes(maker, edition);
    let happened = own_first(maker.catalog, edition);
    let all: Vec<EventIx> = edition.events.iter().chain(&edition.ahead).chain(&undated).copied().collect();
    let sources = maker.source_cards(&all);
    let neighbour = |n: Option<usize>| n.and_then(|n| book.editions.get(n));
    let (previous, next) = (neighbour(n.checked_sub(1)), neighbour(n.checked_add(1)));
    EditionView {
        id: &edition.id,
        label: &edition.label,
        headline: edition.text.as_ref().and_then(|text| text.title.as_deref()).unwrap_or(&edition.label),
        summary: edition.text.as_ref().map_or(&[], |text| &text.summary),
        period: maker.catalog.labels.days(edition.first, edition.last),
        year: edition.first.year(),
        first: edition.first.to_string(),
        last: edition.last.to_string(),
        link: maker.links.to(Target::Edition(&edition.id)),
        counts: counts(maker, edition, undated.len(), sources.len()),
        one_source: sources.len() == 1 && all.len() > 1,
        matrix: matrix(maker, edition, &themes),
        month: small_month(maker, edition),
        themes: themes.iter().map(|theme| theme_section(maker, edition, &happened, *theme)).collect(),
        threads: thread::lines(maker, edition),
        dates: maker.by_date(&happened),
        ahead: maker.cards(&edition.ahead),
        undated: maker.lines_of_one_date(&undated),
        undated_link: maker.links.to(Target::Undated),
        papers: papers(maker, edition),
        sources,
        previous: previous.map(|edition| neighbour_link(maker, edition)),
        next: next.map(|edition| neighbour_link(maker, edition)),
        editorial: editorial(maker, edition.text.as_ref()),
        draft: book.site.drafts && edition.text.as_ref().is_some_and(|text| text.status == Status::Draft),
        corrections: corrections_of(maker, &all),
        who: names(maker, &all, false),
        places: names(maker, &all, true),
        home: home.then(|| home_view(maker, n)),
    }
}

fn corrections_of<'a>(maker: &mut Maker<'a, '_>, events: &[EventIx]) -> Vec<CorrectionView<'a>> {
    let book = maker.catalog.book;
    let ids: BTreeSet<_> = events.iter().map(|ix| &book[*ix].id).collect();
    let own = book.corrections.iter().filter(|correction| ids.contains(&correction.event));
    own.map(|correction| corrections::view(maker, correction)).collect()
}

/// Themes with something in the edition, in the order of the config, "Other" last.
fn themes(maker: &Maker<'_, '_>, edition: &Edition) -> Vec<usize> {
    let events = edition.events.iter().chain(&edition.ahead);
    events.map(|ix| maker.leading_theme(*ix)).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The events of an edition: first those dated within its period, then what was only reported in it and is dated to
/// an earlier day, a month or a year. Both by date.
fn own_first(catalog: &Catalog<'_>, edition: &Edition) -> Vec<EventIx> {
    let within = |ix: &EventIx| {
        let Some(date) = catalog.event(*ix).date.as_ref().map(|dated| dated.date) else { return false };
        let starts = date.first_day().or(date.last_day()).is_some_and(|day| edition.first <= day);
        let ends = date.last_day().or(date.first_day()).is_some_and(|day| day <= edition.last);
        starts && ends
    };
    let (mut own, rest): (Vec<EventIx>, Vec<EventIx>) = edition.events.iter().copied().partition(within);
    own.extend(rest);
    own
}

fn theme_section<'a>(
    maker: &mut Maker<'a, '_>,
    edition: &'a Edition,
    happened: &[EventIx],
    theme: usize,
) -> ThemeSection<'a> {
    let labels = maker.catalog.labels;
    let events: Vec<EventIx> = happened.iter().filter(|ix| maker.leading_theme(**ix) == theme).copied().collect();
    ThemeSection {
        theme: maker.theme(theme),
        why: why(maker.catalog, edition, theme),
        count: labels.count(events.len(), &labels.counts.events),
        strip: strip(maker.catalog, theme, edition.last),
        events: maker.cards(&events),
    }
}

/// Why the theme matters in this edition, as its editor says, else as the config says.
fn why<'a>(catalog: &Catalog<'a>, edition: &'a Edition, theme: usize) -> Option<&'a str> {
    let theme = catalog.book.themes.get(theme)?;
    let written = edition.text.as_ref().and_then(|text| text.why.get(&theme.id));
    written.or(theme.why.as_ref()).map(String::as_str)
}

/// Undated events that an article published within the period tells.
fn undated(catalog: &Catalog<'_>, edition: &Edition) -> Vec<EventIx> {
    let within = |ix: &&EventIx| {
        let mut articles = catalog.event(**ix).mentions.iter().map(|m| catalog.article(catalog.book[*m].article));
        articles.any(|article| published_day(article).is_some_and(|day| edition.first <= day && day <= edition.last))
    };
    catalog.undated.iter().filter(within).copied().collect()
}

fn counts(maker: &Maker<'_, '_>, edition: &Edition, undated: usize, sources: usize) -> Vec<String> {
    let (labels, forms) = (maker.catalog.labels, &maker.catalog.labels.counts);
    let numbers = [
        (edition.events.len(), &forms.events),
        (sources, &forms.sources),
        (edition.ahead.len(), &forms.ahead),
        (undated, &forms.undated),
    ];
    numbers.iter().filter(|(n, _)| *n > 0).map(|(n, forms)| labels.count(*n, forms)).collect()
}

/// The month that holds the middle of the edition.
fn small_month<'a>(maker: &mut Maker<'a, '_>, edition: &Edition) -> Option<MonthGrid<'a>> {
    let half = (edition.last - edition.first).num_days() as u64 / 2;
    let middle = edition.first.checked_add_days(Days::new(half))?;
    month_grid(maker, middle.year(), middle.month(), |day| edition.first <= day && day <= edition.last)
}

/// The names most often in the edition.
fn names<'a>(maker: &mut Maker<'a, '_>, events: &[EventIx], places: bool) -> Vec<NameCount<'a>> {
    let catalog = maker.catalog;
    let mut found: BTreeMap<&'a str, usize> = BTreeMap::new();
    for ix in events {
        for (name, _) in names_of(catalog.event(*ix)).filter(|(_, is_place)| *is_place == places) {
            let name = catalog.names.find(name).map_or(name, |name| name.name);
            *found.entry(name).or_default() += 1;
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(name, events)| (Reverse(*events), *name));
    found.truncate(NAMES);
    counts_of(maker, found.into_iter())
}

fn neighbour_link<'a>(maker: &mut Maker<'a, '_>, edition: &'a Edition) -> TextLink<'a> {
    TextLink { text: edition.label.clone(), link: maker.links.to(Target::Edition(&edition.id)) }
}

fn home_view<'a>(maker: &mut Maker<'a, '_>, n: usize) -> HomeView<'a> {
    let catalog = maker.catalog;
    let earlier = catalog.book.editions[..n].iter().rev().take(EARLIER);
    let ahead: Vec<EventIx> = upcoming(catalog).take(AHEAD).collect();
    let loose = catalog.undated.len() + catalog.yearless.len() + catalog.wide.len();
    HomeView {
        earlier: earlier.map(|edition| edition_ref(maker, edition)).collect(),
        ahead: maker.lines(&ahead),
        loose: (loose > 0).then(|| catalog.labels.count(loose, &catalog.labels.counts.events)),
    }
}

/// Events whose date has not begun on the day of the build, soonest first.
pub fn upcoming<'c>(catalog: &'c Catalog<'_>) -> impl Iterator<Item = EventIx> + 'c {
    let ahead = |ix: &EventIx| {
        let first = catalog.event(*ix).date.as_ref().and_then(|dated| dated.date.first_day());
        first.is_some_and(|day| day > catalog.book.today)
    };
    (0..catalog.book.events.len()).map(EventIx).filter(ahead)
}

/// Returns an edition as an entry of a list.
pub fn edition_ref<'a>(maker: &mut Maker<'a, '_>, edition: &'a Edition) -> EditionRef<'a> {
    let labels = maker.catalog.labels;
    let headline = |ix: &EventIx| maker.catalog.event(*ix).headline.as_str();
    EditionRef {
        label: &edition.label,
        period: maker.catalog.labels.days(edition.first, edition.last),
        headlines: edition.events.iter().take(HEADLINES).map(headline).collect(),
        events: labels.count(edition.events.len(), &labels.counts.events),
        link: maker.links.to(Target::Edition(&edition.id)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn what_is_dated_wider_than_the_period_stands_after_what_happened_in_it() {
        let book = sample::newsbook();
        let catalog = Catalog::new(&book);
        let edition = &book.editions[0];
        let date = |ix: &EventIx| catalog.event(*ix).date.as_ref().map(|dated| dated.date.to_string());
        let dates: Vec<String> = own_first(&catalog, edition).iter().filter_map(date).collect();
        assert_eq!(dates, ["2025-12-07", "../2025-12-07", "2025-12-01/2025-12-07", "2025-12"]);
    }
}
