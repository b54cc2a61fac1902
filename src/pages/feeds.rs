//! What others can follow: feeds, calendars and open data, and the page that says what each of them carries.
//!
//! A feed is read far from the site, so its addresses must hold from anywhere: without `site.base_url` there is none,
//! and the page says how to get one. A calendar needs no address, and so is always there.

use chrono::NaiveDate;
use serde::Serialize;

use super::catalog::Catalog;
use super::parts::{Maker, TextLink};
use super::target::Target;
use super::{Page, View};
use crate::model::{Event, Kind, Newsbook, Site, State};

/// What `feeds.html` gets, as `feeds`.
#[derive(Debug, Serialize)]
pub struct FeedsView<'a> {
    /// Everything that can be followed or taken away.
    pub all: Vec<FeedView<'a>>,
    /// Whether feeds are left out because the site does not know its own address.
    pub lacks_address: bool,
}

/// One thing to follow, in each of its forms.
#[derive(Debug, Serialize)]
pub struct FeedView<'a> {
    pub title: String,
    pub about: &'static str,
    /// "Atom", "JSON Feed".
    pub forms: Vec<TextLink<'a>>,
}

/// A form in which feeds are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// As `output.formats` of the config names it.
    pub format: &'static str,
    /// As people call it.
    pub name: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// The addresses of the two feeds that every site has.
    pub site: &'static str,
    pub corrections: &'static str,
    /// What the name of its files ends in.
    pub ending: &'static str,
}

/// Every form of feed.
pub const FORMS: [Form; 2] = [
    Form {
        format: "atom",
        name: "Atom",
        media: "application/atom+xml",
        site: "feed.xml",
        corrections: "corrections.xml",
        ending: "xml",
    },
    Form {
        format: "jsonfeed",
        name: "JSON Feed",
        media: "application/feed+json",
        site: "feed.json",
        corrections: "corrections.json",
        ending: "json",
    },
];

/// The calendar of all that is planned.
pub const CALENDAR: &str = "calendar.ics";

const EVENTS_JSON: &str = "data/events.json";
const EVENTS_CSV: &str = "data/events.csv";

/// The longest span, in days, that a calendar shows as one bar.
const LONGEST_IN_CALENDAR: i64 = 31;

/// Returns the forms in which a build of this site writes feeds.
pub fn forms(site: &Site) -> impl Iterator<Item = Form> {
    FORMS.into_iter().filter(|form| site.base_url.is_some() && site.formats.contains(&form.format))
}

/// Returns first and last day under which a calendar lists an event: those of a plan that has an end, and is not so
/// wide that a bar would say nothing. A deadline stands on its day.
pub fn calendar_days(event: &Event) -> Option<(NaiveDate, NaiveDate)> {
    let is_plan = event.state == State::Scheduled || (event.kind == Kind::Plan && event.state != State::Hypothetical);
    let date = event.date.as_ref().filter(|_| is_plan)?.date;
    let last = date.last_day()?;
    let first = date.first_day().unwrap_or(last);
    ((last - first).num_days() <= LONGEST_IN_CALENDAR).then_some((first, last))
}

/// Returns whether a build of this newsbook writes calendars.
pub fn has_calendar(book: &Newsbook) -> bool {
    book.site.formats.contains(&"ics")
}

/// Plans the one page, which is the home of every feed, calendar and file of open data.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let (book, ui) = (catalog.book, &catalog.labels.ui);
    let mut offers = Vec::new();
    let mut offer = |title: &str, about, forms: Vec<(&'static str, Target<'a>)>| {
        offers.push(Offer { title: title.to_owned(), about, forms });
    };
    let every = |target: &dyn Fn(Form) -> Target<'a>| forms(&book.site).map(|form| (form.name, target(form))).collect();
    offer(&book.site.title, ui.feed_site, every(&|form| Target::File(form.site)));
    offer(ui.corrections, ui.feed_corrections, every(&|form| Target::File(form.corrections)));
    for theme in &book.themes {
        offer(&theme.title, ui.feed_theme, every(&|form| Target::ThemeFeed(&theme.id, form.ending)));
    }
    if has_calendar(book) {
        offer(ui.calendar, ui.feed_calendar, vec![("iCalendar", Target::File(CALENDAR))]);
    }
    let data = [("json", "JSON", EVENTS_JSON), ("csv", "CSV", EVENTS_CSV)].into_iter();
    let data = data.filter(|(format, ..)| book.site.formats.contains(format));
    offer(ui.open_data, ui.feed_data, data.map(|(_, name, path)| (name, Target::File(path))).collect());
    offers.retain(|offer| !offer.forms.is_empty());
    vec![page(catalog, offers)]
}

/// Something to follow or take away: what it is called and carries, and its forms with their addresses.
struct Offer<'a> {
    title: String,
    about: &'static str,
    forms: Vec<(&'static str, Target<'a>)>,
}

fn page<'a>(catalog: &Catalog<'a>, offers: Vec<Offer<'a>>) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let site = &catalog.book.site;
    let lacks_address = site.base_url.is_none() && FORMS.iter().any(|form| site.formats.contains(&form.format));
    let mut holds = Vec::new();
    let all = offers.into_iter().map(|Offer { title, about, forms }| {
        holds.extend(forms.iter().map(|(_, target)| *target));
        let link = |(name, target): (&str, _)| TextLink { text: name.to_owned(), link: maker.links.to(target) };
        FeedView { title, about, forms: forms.into_iter().map(link).collect() }
    });
    let view = FeedsView { all: all.collect(), lacks_address };
    let page = Page::new(Target::Feeds, catalog.labels.ui.feeds.to_owned(), View::Feeds(view), maker);
    Page { holds, ..page }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn without_an_address_there_is_no_feed_and_the_page_says_so() {
        let mut book = sample::newsbook();
        book.site.formats = vec!["html", "atom", "ics"];
        assert_eq!(forms(&book.site).map(|form| form.name).collect::<Vec<_>>(), ["Atom"]);
        book.site.base_url = None;
        assert_eq!(forms(&book.site).count(), 0);
        let page = pages(&Catalog::new(&book)).remove(0);
        assert!(matches!(&page.view, View::Feeds(view) if view.lacks_address && view.all.len() == 1));
    }

    #[test]
    fn a_calendar_lists_plans_with_an_end() {
        let book = sample::newsbook();
        let listed: Vec<String> = book
            .events
            .iter()
            .filter(|event| calendar_days(event).is_some())
            .filter_map(|event| event.date.as_ref().map(|dated| dated.date.to_string()))
            .collect();
        assert_eq!(listed, ["../2025-12-07", "2025-12-20"]);
    }
}
