//! Feeds as Atom (RFC 4287): `feed.xml`, `corrections.xml` and one for each theme.

use atom_syndication::{Category, Content, Entry, Feed, Generator, Link, Person, Text, WriteConfig};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use super::feeds::{self, absolute, feeds, printable};
use super::{Drawn, Look};
use crate::model::{Newsbook, OutputFile};
use crate::pages::Page;

/// Draws every feed.
pub fn draw(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    let base = book.site.base_url.as_deref().unwrap_or_default();
    Ok(feeds(book, "atom").iter().map(|feed| file(book, base, feed)).collect::<Vec<_>>().into())
}

fn file(book: &Newsbook, base: &str, feed: &feeds::Feed<'_>) -> OutputFile {
    let config = WriteConfig { indent_size: Some(1), ..WriteConfig::default() };
    let mut bytes = atom(book, base, feed).write_with_config(Vec::new(), config).expect("memory does not fail");
    bytes.push(b'\n');
    OutputFile { path: feed.path.clone(), bytes }
}

fn atom(book: &Newsbook, base: &str, feed: &feeds::Feed<'_>) -> Feed {
    let own = format!("{base}{}", feed.path);
    let link = |rel: &str, media: &str, href: String| Link {
        rel: rel.into(),
        mime_type: Some(media.into()),
        href,
        ..Link::default()
    };
    let publisher = book.site.publisher.as_deref().unwrap_or(&book.site.title);
    Feed {
        title: text(&feed.title),
        subtitle: book.site.tagline.as_deref().map(text),
        id: own.clone(),
        updated: midnight(feed.updated()),
        authors: vec![Person { name: printable(publisher), ..Person::default() }],
        generator: Some(Generator { value: "Newsbook".into(), ..Generator::default() }),
        links: vec![
            link("self", "application/atom+xml", own),
            link("alternate", "text/html", absolute(base, feed.page)),
        ],
        rights: book.site.rights.as_deref().map(text),
        entries: feed.entries.iter().map(entry).collect(),
        lang: Some(book.site.language.clone()),
        ..Feed::default()
    }
}

fn entry(entry: &feeds::Entry<'_>) -> Entry {
    let category = |theme: &&str| Category { term: printable(theme), ..Category::default() };
    Entry {
        title: text(entry.title),
        id: entry.id.clone(),
        updated: midnight(entry.updated),
        published: entry.published.map(midnight),
        categories: entry.themes.iter().map(category).collect(),
        links: vec![Link { rel: "alternate".into(), href: entry.address.clone(), ..Link::default() }],
        content: Some(Content {
            value: Some(printable(&entry.text)),
            content_type: Some("text".into()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn text(words: &str) -> Text {
    Text::plain(printable(words))
}

/// News dates are civil days; Atom wants an instant, and the first of the day claims the least.
fn midnight(day: NaiveDate) -> DateTime<FixedOffset> {
    day.and_time(NaiveTime::MIN).and_utc().fixed_offset()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    #[test]
    fn a_feed_reads_as_it_was_written() {
        let mut book = sample::newsbook();
        book.site.formats = vec!["atom"];
        book.events[0].headline = "A <b>\u{8}& ]]> end".into();
        let look = Look::load(&[], &book.site).expect("our own templates");
        let files = draw(&book, &[], &look).expect("feeds").files;
        assert_eq!(files.len(), 2 + book.themes.len());
        for file in &files {
            let read = Feed::read_from(&file.bytes[..]).expect("Atom");
            assert_eq!(read.id, format!("https://example.org/desk/{}", file.path));
        }
        let site = Feed::read_from(&files[0].bytes[..]).expect("Atom");
        assert_eq!(site.entries[0].title.as_str(), "A <b> & ]]> end");
        assert_eq!(site.updated.to_rfc3339(), "2025-12-09T00:00:00+00:00");
    }
}
