//! Feeds as JSON Feed 1.1: `feed.json`, `corrections.json` and one for each theme.

use chrono::NaiveDate;
use serde::Serialize;

use super::feeds::{Entry, Feed, absolute, feeds};
use super::{Drawn, Look, data};
use crate::model::Newsbook;
use crate::pages::Page;

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    date_modified: String,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [&'a str],
}

/// Draws every feed.
pub fn draw(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    let base = book.site.base_url.as_deref().unwrap_or_default();
    let files = feeds(book, "jsonfeed");
    Ok(files.iter().map(|feed| data::json(&feed.path, &json_feed(book, base, feed))).collect::<Vec<_>>().into())
}

fn json_feed<'a>(book: &'a Newsbook, base: &str, feed: &'a Feed<'_>) -> JsonFeed<'a> {
    JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: absolute(base, feed.page),
        feed_url: format!("{base}{}", feed.path),
        description: book.site.tagline.as_deref(),
        language: &book.site.language,
        authors: [Author { name: book.site.publisher.as_deref().unwrap_or(&book.site.title) }],
        items: feed.entries.iter().map(item).collect(),
    }
}

fn item<'a>(entry: &'a Entry<'_>) -> Item<'a> {
    Item {
        id: &entry.id,
        url: &entry.address,
        title: entry.title,
        content_text: &entry.text,
        date_published: entry.published.map(midnight),
        date_modified: midnight(entry.updated),
        tags: &entry.themes,
    }
}

fn midnight(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}
