//! `corrections.xml`: what was published otherwise before, as an Atom feed (RFC 4287), so that whoever has quoted it
//! hears of it.
//!
//! An entry's `updated` is the day of the correction and not of the build, so a rebuild shows nobody the same news
//! twice. A feed needs addresses that hold from anywhere, so a site without `base_url` has none.

use std::fmt::Write as _;

use super::{Drawn, Look, Pieces};
use crate::model::{Correction, Newsbook, OutputFile};
use crate::pages::{Page, Target};

/// Draws the feed.
pub fn draw(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    let Some(base) = &book.site.base_url else { return Ok(Pieces::default()) };
    let latest = book.corrections.iter().find_map(day).unwrap_or_else(|| "1970-01-01".into());
    let mut feed =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    let _ = writeln!(feed, " xml:lang=\"{}\">", escaped(&book.site.language));
    let _ =
        writeln!(feed, "  <id>{base}corrections.xml</id>\n  <title>{}: corrections</title>", escaped(&book.site.title));
    let _ = writeln!(feed, "  <updated>{latest}T00:00:00Z</updated>");
    let author = book.site.publisher.as_deref().unwrap_or(&book.site.title);
    let _ = writeln!(feed, "  <author><name>{}</name></author>", escaped(author));
    let _ = writeln!(feed, "  <link rel=\"self\" href=\"{base}corrections.xml\"/>");
    let _ = writeln!(feed, "  <link href=\"{base}corrections/\"/>");
    for correction in book.corrections.iter().filter(|correction| correction.on.is_some()) {
        feed.push_str(&entry(book, base, correction));
    }
    feed.push_str("</feed>\n");
    Ok(vec![OutputFile { path: "corrections.xml".into(), bytes: feed.into_bytes() }].into())
}

fn entry(book: &Newsbook, base: &str, correction: &Correction) -> String {
    let day = day(correction).unwrap_or_default();
    let event = book.events.iter().find(|event| event.id == correction.event);
    let title = event.map_or(correction.said.as_str(), |event| event.headline.as_str());
    let address = Target::Event(&correction.event).address();
    let address = format!("{base}{}", address.trim_end_matches("index.html"));
    let (title, said) = (escaped(title), escaped(&correction.said));
    format!(
        "  <entry>\n    <id>{address}#corrected-{day}</id>\n    <title>{title}</title>\n    \
         <updated>{day}T00:00:00Z</updated>\n    <link href=\"{address}\"/>\n    <summary>{said}</summary>\n  </entry>\n"
    )
}

fn day(correction: &Correction) -> Option<String> {
    correction.on.and_then(|on| on.sort_day()).map(|day| day.to_string())
}

/// Returns a text with the characters escaped that mean something in XML; what XML cannot hold becomes a space.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
