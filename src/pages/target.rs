//! Where everything lives: the address of each page, and the links between them.
//!
//! A link stays a [`Target`] until a writer prints it, so that every one can be checked before anything is drawn. The
//! address is a pure function of the target: whoever holds one needs to know nothing else to link to it. Addresses
//! name `index.html`, because a folder opened from a USB stick has no server to add it.

use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::model::Id;
use crate::text;

/// A page, or a place in one, that can be linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target<'a> {
    Home,
    Editions,
    /// By its id, e.g. `2025-W49`.
    Edition(&'a str),
    Day(NaiveDate),
    /// Year and month from 1 to 12.
    Month(i32, u32),
    Archive,
    Undated,
    Themes,
    Theme(&'a str),
    Event(&'a Id),
    Thread(&'a str),
    Names,
    /// By the id of an entity, or by the name itself.
    Who(&'a str),
    Timeline,
    Calendar,
    Sources,
    /// The briefing of an edition, by the ending of its file: `pdf`, `md`.
    Briefing(&'a str, &'static str),
    /// The pages of an edition for the printer of a browser.
    Print(&'a str),
    Article(&'a Id),
    /// A paragraph on the page of its article, by its number.
    Paragraph(&'a Id, u32),
    Method,
    Corrections,
    Feeds,
    Search,
    /// A file that is no page, by its path: `feed.xml`.
    File(&'static str),
    /// The feed of a theme, by the ending of its file: `xml`, `json`.
    ThemeFeed(&'a str, &'static str),
    /// The calendar of one event.
    EventCalendar(&'a Id),
    /// A page that was published and has nothing to tell any more, by its path.
    Former(&'a str),
    NotFound,
    Style,
}

impl Target<'_> {
    /// Returns the path inside the output folder, with `#anchor` where the target is a place in a page.
    pub fn address(&self) -> String {
        self.to_string()
    }

    /// Returns the file the target is written to, which is its address without the anchor.
    pub fn file(&self) -> String {
        match *self {
            Self::Paragraph(id, _) => Target::Article(id).address(),
            _ => self.address(),
        }
    }
}

impl fmt::Display for Target<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("index.html"),
            Self::Editions => f.write_str("editions/index.html"),
            Self::Edition(id) => write!(f, "editions/{id}/index.html"),
            Self::Day(day) => write!(f, "days/{day}/index.html"),
            Self::Month(year, month) => write!(f, "months/{year:04}-{month:02}/index.html"),
            Self::Archive => f.write_str("archive/index.html"),
            Self::Undated => f.write_str("undated/index.html"),
            Self::Themes => f.write_str("themes/index.html"),
            Self::Theme(id) => write!(f, "themes/{id}/index.html"),
            Self::Event(id) => write!(f, "e/{id}/index.html"),
            Self::Thread(id) => write!(f, "threads/{id}/index.html"),
            Self::Names => f.write_str("who/index.html"),
            Self::Who(key) => write!(f, "who/{}/index.html", text::slug(key)),
            Self::Timeline => f.write_str("timeline/index.html"),
            Self::Calendar => f.write_str("calendar/index.html"),
            Self::Sources => f.write_str("sources/index.html"),
            Self::Briefing(id, ending) => write!(f, "editions/{id}/briefing.{ending}"),
            Self::Print(id) => write!(f, "editions/{id}/print.html"),
            Self::Article(id) => write!(f, "sources/{id}/index.html"),
            Self::Paragraph(id, number) => write!(f, "sources/{id}/index.html#p{number}"),
            Self::Method => f.write_str("method/index.html"),
            Self::Corrections => f.write_str("corrections/index.html"),
            Self::Search => f.write_str("search/index.html"),
            Self::Feeds => f.write_str("feeds/index.html"),
            Self::File(path) => f.write_str(path),
            Self::ThemeFeed(id, ending) => write!(f, "themes/{id}/feed.{ending}"),
            Self::EventCalendar(id) => write!(f, "e/{id}/event.ics"),
            Self::Former(path) => f.write_str(path),
            Self::NotFound => f.write_str("404.html"),
            Self::Style => f.write_str("assets/style.css"),
        }
    }
}

/// A link as a view holds it. Only [`Links`] makes one, so none escapes the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'a>(Target<'a>);

impl Serialize for Link<'_> {
    /// Writes the address; the template puts `{{ root }}` before it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The links of one page, noted as they are made.
#[derive(Debug, Default)]
pub struct Links<'a>(Vec<Target<'a>>);

impl<'a> Links<'a> {
    /// Returns a link to `target` and notes that it must exist.
    pub fn to(&mut self, target: Target<'a>) -> Link<'a> {
        self.0.push(target);
        Link(target)
    }

    /// Returns every target that was linked, each once, sorted.
    pub fn into_targets(mut self) -> Vec<Target<'a>> {
        self.0.sort_unstable();
        self.0.dedup();
        self.0
    }
}

/// Returns the address where it is one that a browser opens as a page, and not a script or a file.
pub fn web_address(url: &str) -> Option<&str> {
    let lower = url.to_ascii_lowercase();
    let web = lower.starts_with("http://") || lower.starts_with("https://");
    (web && !url.contains(|c: char| c.is_control() || c.is_whitespace())).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_their_file() {
        let id = Id::parse("k7q2").unwrap();
        let day = NaiveDate::from_ymd_opt(2025, 12, 7).unwrap();
        assert_eq!(Target::Event(&id).address(), "e/k7q2/index.html");
        assert_eq!(Target::Day(day).address(), "days/2025-12-07/index.html");
        assert_eq!(Target::Month(987, 3).address(), "months/0987-03/index.html");
        assert_eq!(Target::Paragraph(&id, 12).address(), "sources/k7q2/index.html#p12");
        assert_eq!(Target::Paragraph(&id, 12).file(), "sources/k7q2/index.html");
    }

    #[test]
    fn links_are_noted_once() {
        let mut links = Links::default();
        links.to(Target::Home);
        links.to(Target::Archive);
        links.to(Target::Home);
        assert_eq!(links.into_targets(), [Target::Home, Target::Archive]);
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(web_address("https://example.org/a?b=c"), Some("https://example.org/a?b=c"));
        for bad in
            ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "//x", "https://a\nb"]
        {
            assert_eq!(web_address(bad), None, "{bad}");
        }
    }
}
