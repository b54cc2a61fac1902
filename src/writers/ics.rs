//! Plans as iCalendar (RFC 5545): `calendar.ics` with all of them, and `event.ics` beside the page of each.
//!
//! An entry is an all-day one and never narrower than what is known: a span is a bar, and what is not one sure day says
//! so before its title ("by 7 Dec: …") and is tentative. A plan that is told no more stays, as cancelled, because a
//! calendar that fetched it would keep it otherwise. The time stamp is the day of the latest report, never the build's.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus, Property};

use super::feeds::{absolute, host_and_folder, printable, told};
use super::{Drawn, Look, Pieces};
use crate::model::{Event, Gone, Id, Newsbook, OutputFile};
use crate::pages::feeds::{CALENDAR, calendar_days};
use crate::pages::{DateView, Page, Target, View, evidence, labels};

/// Draws the calendar of one event, beside its page.
pub fn draw_event(book: &Newsbook, page: &Page<'_>, _look: &Look) -> Drawn {
    let (Target::Event(id), View::Event(view)) = (page.target, &page.view) else { return Ok(Pieces::default()) };
    let entry = view.calendar.and_then(|_| entry(book, &book[view.ix]));
    let files = entry.map(|entry| file(Target::EventCalendar(id).address(), calendar(None, vec![entry])));
    Ok(files.into_iter().collect::<Vec<_>>().into())
}

/// Draws the calendar of all plans.
pub fn draw(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    let told = book.events.iter().filter_map(|event| entry(book, event));
    let entries = told.chain(book.gone.iter().filter_map(|gone| cancelled(book, gone))).collect();
    Ok(vec![file(CALENDAR.to_owned(), calendar(Some(&book.site.title), entries))].into())
}

fn file(path: String, calendar: Calendar) -> OutputFile {
    OutputFile { path, bytes: calendar.to_string().into_bytes() }
}

fn calendar(title: Option<&str>, entries: Vec<Entry>) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Newsbook//Newsbook//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    if let Some(title) = title {
        calendar.name(&printable(title));
    }
    calendar.extend(entries);
    calendar
}

/// Returns the entry of a plan; `None` for what is none, or has no days to stand on.
fn entry(book: &Newsbook, event: &Event) -> Option<Entry> {
    let days = calendar_days(event)?;
    let date = DateView::new(event.date.as_ref().map(|dated| &dated.date), labels(&book.site.language));
    let title = match &date.soft {
        Some(soft) => format!("{soft}: {}", event.headline),
        None => event.headline.clone(),
    };
    let quote = event.mentions.first().and_then(|ix| evidence::quote(book, *ix)).map(|quote| quote.text);
    let words = event.editorial.text.as_deref().or(quote).unwrap_or(&event.headline);
    let mut entry = all_day(book, &event.id, days, &title);
    entry.description(&printable(&format!("{}. {words}", date.full)));
    entry.status(if date.soft.is_some() { EventStatus::Tentative } else { EventStatus::Confirmed });
    entry.sequence(event.editorial.changes.len() as u32);
    entry.timestamp(midnight(told(book, event).map(|(_, last)| last).unwrap_or_default()));
    let themes = event.themes.iter().take(2).filter_map(|hit| book.themes.get(hit.theme));
    let themes: Vec<String> = themes.map(|theme| printable(&theme.title)).collect();
    if !themes.is_empty() {
        entry.categories(&themes);
    }
    if let Some(place) = event.places.first() {
        entry.location(&printable(place));
    }
    Some(entry)
}

/// Returns the entry of a plan that is told no more.
fn cancelled(book: &Newsbook, gone: &Gone) -> Option<Entry> {
    let date = gone.planned?;
    let last = date.last_day()?;
    let title = gone.headline.as_deref().unwrap_or(labels(&book.site.language).ui.gone);
    let mut entry = all_day(book, &gone.id, (date.first_day().unwrap_or(last), last), title);
    entry.status(EventStatus::Cancelled).sequence(1);
    let day = gone.note.on.and_then(|on| on.sort_day()).unwrap_or_default();
    entry.timestamp(midnight(day));
    Some(entry)
}

/// An entry from the first to the last day, both included; iCalendar names the day after the last.
fn all_day(book: &Newsbook, id: &Id, (first, last): (NaiveDate, NaiveDate), title: &str) -> Entry {
    let base = book.site.base_url.as_deref();
    let host = base.map_or("newsbook", |base| host_and_folder(base).0);
    let mut entry = Entry::with_uid(&format!("{id}@{host}"));
    entry.summary(&printable(title)).starts(first).ends(last.succ_opt().unwrap_or(last));
    entry.add_property("TRANSP", "TRANSPARENT");
    if let Some(base) = base {
        entry.url(&absolute(base, Target::Event(id)));
    }
    entry
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{plan, sample};

    fn draw_all(book: &Newsbook) -> String {
        let look = Look::load(&[], &book.site).expect("our own templates");
        let files = draw(book, &[], &look).expect("a calendar").files;
        String::from_utf8(files[0].bytes.clone()).expect("UTF-8").replace("\r\n ", "")
    }

    #[test]
    fn a_day_ends_with_the_next_and_a_deadline_says_that_it_is_one() {
        let mut book = sample::newsbook();
        book.site.drafts = false;
        let text = draw_all(&book);
        assert!(text.contains("DTSTART;VALUE=DATE:20251220\r\n") && text.contains("DTEND;VALUE=DATE:20251221\r\n"));
        assert!(text.contains("SUMMARY:by 7 Dec: Delegations will have left by 7 December\r\n"));
        assert!(text.contains("STATUS:TENTATIVE\r\n") && text.contains("STATUS:CONFIRMED\r\n"));
        assert!(text.contains("@example.org\r\n"));
        assert_eq!(text, draw_all(&book));
    }

    #[test]
    fn a_plan_that_is_told_no_more_is_cancelled() {
        let mut book = sample::newsbook();
        book.gone[0].planned = "2026-01-05".parse().ok();
        assert!(draw_all(&book).contains("STATUS:CANCELLED\r\n"));
    }

    #[test]
    fn only_plans_have_a_file_beside_their_page() {
        let mut book = sample::newsbook();
        book.site.formats = vec!["html", "ics"];
        let look = Look::load(&[], &book.site).expect("our own templates");
        let pages = plan(&book).0;
        let files: Vec<OutputFile> =
            pages.iter().flat_map(|page| draw_event(&book, page, &look).expect("calendars").files).collect();
        assert_eq!(files.len(), 2);
        assert!(files.iter().all(|file| file.path.ends_with("/event.ics")));
    }
}
