//! Which pages exist, where they live and what they say.
//!
//! Planning comes before drawing: [`plan`] lists every page with its view as plain values, and checks that each link
//! has exactly one home, before a single byte is drawn. Views are the only values made for templates; they hold words
//! ready to read and links, never Markdown or HTML. A new kind of page is a file here, a line in [`KINDS`], a variant
//! of [`View`] and a template.

mod ahead;
mod archive;
pub mod briefing;
mod calendar;
mod catalog;
mod confidence;
mod corrections;
mod dates;
mod day;
mod edition;
mod editions;
mod editorial;
mod event;
pub mod evidence;
pub mod feeds;
mod gone;
mod home;
mod labels;
mod language;
mod matrix;
mod method;
mod month;
mod names;
mod not_found;
mod outcome;
mod parts;
#[cfg(test)]
pub mod sample;
mod say;
pub mod search;
mod sign;
mod source;
mod target;
mod theme;
mod thread;
mod timeline;
mod undated;
mod who;

use std::sync::OnceLock;

use foldhash::HashSet;
use serde::Serialize;

use briefing::Briefing;
pub use catalog::Catalog;
pub use dates::DateView;
pub use edition::EditionView;
pub use gone::page_of;
pub use labels::{Labels, labels};
pub use matrix::Matrix;
pub use target::{Link, Links, Target};

use crate::diag::{Code, Diagnostic};
use crate::model::{Edition, Newsbook, Site};
pub use confidence::ConfidenceView;
use parts::Maker;
pub use parts::{Card, ThemeRef};
pub use sign::marks;

/// One page of the site, ready to be drawn.
#[derive(Debug)]
pub struct Page<'a> {
    pub target: Target<'a>,
    /// Path inside the output folder.
    pub path: String,
    pub title: String,
    pub view: View<'a>,
    /// Every target it links to, each once.
    pub links: Vec<Target<'a>>,
    /// The places inside it that can be linked to, besides itself.
    pub holds: Vec<Target<'a>>,
    /// What the paper of an edition says, once somebody has asked.
    briefing: OnceLock<Briefing>,
}

/// What a page says, one shape for each kind.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View<'a> {
    Edition(Box<edition::EditionView<'a>>),
    Welcome(home::WelcomeView<'a>),
    Editions(editions::EditionsView<'a>),
    Day(Box<day::DayView<'a>>),
    Month(Box<month::MonthView<'a>>),
    Archive(archive::ArchiveView<'a>),
    Theme(Box<theme::ThemeView<'a>>),
    Themes(theme::ThemesView<'a>),
    Event(Box<event::EventView<'a>>),
    Gone(Box<gone::GoneView<'a>>),
    Thread(thread::ThreadView<'a>),
    Who(Box<who::WhoView<'a>>),
    Names(who::NamesView<'a>),
    Timeline(timeline::TimelineView<'a>),
    Calendar(ahead::CalendarView<'a>),
    Source(Box<source::SourceView<'a>>),
    Sources(source::SourcesView<'a>),
    Undated(undated::UndatedView<'a>),
    Method(method::MethodView<'a>),
    Corrections(corrections::CorrectionsView<'a>),
    Feeds(feeds::FeedsView<'a>),
    Search(search::SearchView<'a>),
    NotFound(not_found::NotFoundView<'a>),
}

impl View<'_> {
    /// Returns the name that the template has for the view; the template itself is `NAME.html`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Edition(_) => "edition",
            Self::Welcome(_) => "welcome",
            Self::Editions(_) => "editions",
            Self::Day(_) => "day",
            Self::Month(_) => "month",
            Self::Archive(_) => "archive",
            Self::Theme(_) => "theme",
            Self::Themes(_) => "themes",
            Self::Event(_) => "event",
            Self::Gone(_) => "gone",
            Self::Thread(_) => "thread",
            Self::Who(_) => "who",
            Self::Names(_) => "names",
            Self::Timeline(_) => "timeline",
            Self::Calendar(_) => "calendar",
            Self::Source(_) => "source",
            Self::Sources(_) => "sources",
            Self::Undated(_) => "undated",
            Self::Method(_) => "method",
            Self::Corrections(_) => "corrections",
            Self::Feeds(_) => "feeds",
            Self::Search(_) => "search",
            Self::NotFound(_) => "not_found",
        }
    }
}

impl View<'_> {
    /// Returns one sentence about the page, for search engines and previews.
    pub fn description(&self) -> Option<String> {
        match self {
            Self::Edition(view) => Some(format!("{}: {}", view.period, view.counts.join(", "))),
            Self::Day(view) => Some(format!("{}: {}", view.date.full, view.count)),
            Self::Theme(view) => Some(view.why.unwrap_or(&view.strip.label).to_owned()),
            Self::Event(view) => Some(format!("{}: {}", view.date.full, view.headline)),
            _ => None,
        }
    }

    /// Returns the entry of the navigation that the page stands under; for a missing page itself, which is no entry.
    pub fn section(&self) -> Target<'static> {
        match self {
            Self::Edition(view) if view.home.is_some() => Target::Home,
            Self::Edition(_) | Self::Editions(_) => Target::Editions,
            Self::Welcome(_) => Target::Home,
            Self::Day(_) | Self::Month(_) | Self::Archive(_) | Self::Event(_) | Self::Gone(_) => Target::Archive,
            Self::Thread(_) | Self::Timeline(_) => Target::Timeline,
            Self::Who(_) | Self::Names(_) => Target::Names,
            Self::Calendar(_) => Target::Calendar,
            Self::Theme(_) | Self::Themes(_) => Target::Themes,
            Self::Source(_) | Self::Sources(_) => Target::Sources,
            Self::Undated(_) => Target::Undated,
            Self::Method(_) => Target::Method,
            Self::Corrections(_) => Target::Corrections,
            Self::Feeds(_) => Target::Feeds,
            Self::Search(_) => Target::Search,
            Self::NotFound(_) => Target::NotFound,
        }
    }
}

/// A kind of page: its name for people, and the function that plans its pages.
#[derive(Debug)]
pub struct Kind {
    pub name: &'static str,
    pub plan: for<'a> fn(&Catalog<'a>) -> Vec<Page<'a>>,
}

/// Every kind of page.
pub const KINDS: &[Kind] = &[
    Kind { name: "home", plan: home::pages },
    Kind { name: "edition", plan: edition::pages },
    Kind { name: "list of editions", plan: editions::pages },
    Kind { name: "day", plan: day::pages },
    Kind { name: "month", plan: month::pages },
    Kind { name: "archive", plan: archive::pages },
    Kind { name: "theme", plan: theme::pages },
    Kind { name: "list of themes", plan: theme::list },
    Kind { name: "event", plan: event::pages },
    Kind { name: "former event", plan: gone::pages },
    Kind { name: "thread", plan: thread::pages },
    Kind { name: "name", plan: who::pages },
    Kind { name: "list of names", plan: who::list },
    Kind { name: "timeline", plan: timeline::pages },
    Kind { name: "calendar", plan: ahead::pages },
    Kind { name: "source", plan: source::pages },
    Kind { name: "list of sources", plan: source::list },
    Kind { name: "undated", plan: undated::pages },
    Kind { name: "method", plan: method::pages },
    Kind { name: "corrections", plan: corrections::pages },
    Kind { name: "feeds", plan: feeds::pages },
    Kind { name: "search", plan: search::pages },
    Kind { name: "not found", plan: not_found::pages },
];

/// The links at the top of every page. Their targets have a page in every newsbook, an empty one too; search where the
/// config wants it.
pub fn navigation(labels: &Labels, site: &Site) -> Vec<(&'static str, Target<'static>)> {
    let ui = &labels.ui;
    let mut links = vec![
        (ui.latest, Target::Home),
        (ui.editions, Target::Editions),
        (ui.themes, Target::Themes),
        (ui.names_title, Target::Names),
        (ui.timeline, Target::Timeline),
        (ui.calendar, Target::Calendar),
        (ui.archive, Target::Archive),
        (ui.undated, Target::Undated),
        (ui.sources, Target::Sources),
        (ui.method, Target::Method),
        (ui.corrections, Target::Corrections),
        (ui.feeds, Target::Feeds),
    ];
    links.extend(search::has_search(site).then_some((ui.search, Target::Search)));
    links
}

/// Lists every page of the site, kind by kind, with a diagnostic for each link that leads nowhere.
pub fn plan(book: &Newsbook) -> (Vec<Page<'_>>, Vec<Diagnostic>) {
    let catalog = Catalog::new(book);
    let mut pages: Vec<Page<'_>> = KINDS.iter().flat_map(|kind| (kind.plan)(&catalog)).collect();
    pages.extend(gone::former(&catalog, &pages));
    let diagnostics = check(&pages, &catalog);
    (pages, diagnostics)
}

impl<'a> Page<'a> {
    fn new(target: Target<'a>, title: String, view: View<'a>, maker: Maker<'a, '_>) -> Self {
        let links = maker.links.into_targets();
        Self { target, path: target.file(), title, view, links, holds: Vec::new(), briefing: OnceLock::new() }
    }

    /// Returns what the paper of an edition says, whose page this must be: worked out once for all forms of paper.
    pub fn briefing(&self, book: &Newsbook, edition: &Edition) -> &Briefing {
        self.briefing.get_or_init(|| briefing::briefing(book, edition))
    }
}

/// Says which links have no home and which pages share one.
fn check(pages: &[Page<'_>], catalog: &Catalog<'_>) -> Vec<Diagnostic> {
    let mut homes: HashSet<Target<'_>> = HashSet::default();
    let mut faults = Vec::new();
    for page in pages {
        for target in std::iter::once(&page.target).chain(&page.holds) {
            if !homes.insert(*target) {
                faults.push(fault(page, format!("two pages want to live at `{target}`")));
            }
        }
    }
    let everywhere = navigation(catalog.labels, &catalog.book.site).into_iter().map(|(_, target)| target);
    let everywhere: Vec<_> = everywhere.collect();
    for page in pages {
        let links = page.links.iter().chain(everywhere.iter());
        for target in links.filter(|target| !homes.contains(target)) {
            faults.push(fault(page, format!("link to `{target}`, which has no page")));
        }
    }
    faults
}

fn fault(page: &Page<'_>, message: String) -> Diagnostic {
    Diagnostic::error(Code::BrokenLink, message).in_file(page.path.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_of_the_sample_has_one_home() {
        let book = sample::newsbook();
        let (pages, faults) = plan(&book);
        assert_eq!(faults, []);
        assert_eq!(pages.iter().filter(|page| matches!(page.view, View::Event(_))).count(), book.events.len());
    }

    #[test]
    fn an_empty_newsbook_has_a_home_page_too() {
        let book = sample::empty();
        let (pages, faults) = plan(&book);
        assert_eq!(faults, []);
        assert!(matches!(pages[0].view, View::Welcome(_)));
    }

    #[test]
    fn a_link_without_a_page_and_a_page_without_its_own_address_are_faults() {
        let mut book = sample::newsbook();
        book.themes[1].id = book.themes[0].id.clone();
        let faults = plan(&book).1;
        let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(messages, ["two pages want to live at `themes/talks/index.html`"]);

        let book = sample::newsbook();
        let catalog = Catalog::new(&book);
        let events = event::pages(&catalog);
        let faults = check(&events[..1], &catalog);
        assert!(faults.iter().any(|fault| fault.message == "link to `days/2025-12-07/index.html`, which has no page"));
    }

    #[test]
    fn no_page_gives_a_day_to_what_has_none() {
        let book = sample::newsbook();
        let catalog = Catalog::new(&book);
        let vague: Vec<&str> = ["../2025-12-07", "2025-12", "2025-12-01/2025-12-07", "2025~", "XXXX-12-08"].into();
        let date = |event: &crate::model::Event| event.date.as_ref().map(|dated| dated.date.to_string());
        for shelf in catalog.days.values() {
            for ix in &shelf.events {
                assert!(!vague.contains(&date(catalog.event(*ix)).unwrap_or_default().as_str()));
            }
        }
        assert_eq!(catalog.yearless.len(), 1);
        assert_eq!(catalog.undated.len(), 1);
    }
}
