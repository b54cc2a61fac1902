//! A saved web page to an article, without the net.
//!
//! A library finds the article in the page (Mozilla's Readability in Rust) and hands it over as Markdown, so that
//! headings, quotations and lists go the way Markdown goes. Metadata come from JSON-LD, `meta` tags and the address
//! of the page, as the library reads them; where it misses JSON-LD inside a `@graph`, the dates are looked for here.
//!
//! The library was written for pages as they come, yet a page can be made to hurt it. A page beyond [`LIMIT`] bytes or
//! [`DEPTH`] open elements is not read.

use dom_smoothie::{Config, ParsePolicy, Readability, TextMode};

use super::full_date::metadata_date;
use super::paragraphs::Block;
use super::{About, Draft, Published, Source, markdown};
use crate::diag::{Code, Diagnostic};
use crate::model::Edtf;

/// The largest page that is read, in bytes. Saved pages with their pictures inside can be larger; articles never are.
const LIMIT: usize = 8 << 20;

/// Elements that may be open at once; the library walks the page by recursion.
const DEPTH: usize = 400;

pub(super) fn read(source: Source) -> (Draft, Vec<Diagnostic>) {
    if let Some(message) = refusal(source.text) {
        return (Draft::default(), vec![Diagnostic::warn(Code::TooLarge, message).in_file(source.file)]);
    }
    let Some((page, address)) = article(source.text) else { return (Draft::default(), Vec::new()) };
    let (text, mut blocks) = markdown::plain(&page.text_content, 1);
    find_lines(source.text, &text, &mut blocks);
    (Draft { text, blocks, about: about(page, address, source.text) }, Vec::new())
}

/// Returns the encoding a page names in its first kilobyte: `<meta charset="windows-1251">`.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after.trim_start_matches(['"', '\'']).chars().take_while(|c| !"\"'> ;/".contains(*c)).collect();
    Some(label).filter(|label| !label.is_empty())
}

fn refusal(html: &str) -> Option<String> {
    if html.len() > LIMIT {
        return Some(format!("has {} bytes; pages of at most {LIMIT} are read", html.len()));
    }
    (depth(html) > DEPTH).then(|| format!("has more than {DEPTH} elements inside each other"))
}

/// Counts the elements that are open at once at most, reading an element that is never closed as open to the end.
///
/// Those that have no content are not counted, nor those whose end tag may be left out, nor what scripts compare.
fn depth(html: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    let mut raw: Option<&str> = None;
    for tag in html.split('<').skip(1) {
        let name = tag.trim_start_matches('/');
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        if let Some(raw_name) = raw {
            raw = Some(raw_name).filter(|raw_name| !(tag.starts_with('/') && name.eq_ignore_ascii_case(raw_name)));
            continue;
        }
        raw = ["script", "style"].into_iter().find(|raw| name.eq_ignore_ascii_case(raw) && !tag.starts_with('/'));
        if raw.is_some() || name.is_empty() || SHALLOW.iter().any(|shallow| name.eq_ignore_ascii_case(shallow)) {
            continue;
        }
        open = if tag.starts_with('/') { open.saturating_sub(1) } else { open + 1 };
        most = most.max(open);
    }
    most
}

#[rustfmt::skip]
const SHALLOW: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "path", "circle", "rect", "use",
];

/// Finds the article, and the address the page gives itself.
fn article(html: &str) -> Option<(dom_smoothie::Article, Option<String>)> {
    let config = Config { text_mode: TextMode::Markdown, ..Config::default() };
    let mut page = Readability::new(html, None, Some(config.clone())).ok()?;
    let link = page.doc.select("link[rel='canonical']").attr("href");
    let address = link.or_else(|| page.doc.select("meta[property='og:url']").attr("content"));
    let again = || Readability::new(html, None, Some(config))?.parse_with_policy(ParsePolicy::Raw);
    Some((page.parse().or_else(|_| again()).ok()?, address.map(|address| address.to_string())))
}

fn about(page: dom_smoothie::Article, address: Option<String>, html: &str) -> About {
    let said = |text: Option<String>| text.map(|text| one_line(&text)).filter(|text| !text.is_empty());
    let day =
        |own: Option<String>, key: &str| own.and_then(|own| metadata_date(&own).ok()).or_else(|| json_day(html, key));
    About {
        title: said(Some(page.title)),
        published: day(page.published_time, "datePublished").map_or(Published::Unsaid, Published::At),
        updated: day(page.modified_time, "dateModified"),
        source: said(page.site_name),
        url: said(address.or(page.url)).filter(|url| url.starts_with("http")),
        author: said(page.byline).map(|names| names.strip_prefix("By ").map_or(names.clone(), str::to_owned)),
        language: said(page.lang),
        ..About::default()
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the day that every `"key": "…"` of the page's JSON names; `None` where two differ.
///
/// A page may hold the data of other articles too; then nobody knows which day is whose.
fn json_day(html: &str, key: &str) -> Option<Edtf> {
    let quoted = format!("\"{key}\"");
    let values = html.match_indices(&quoted).filter_map(|(at, _)| {
        let value = html[at + quoted.len()..].trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        metadata_date(&value[..value.find('"')?]).ok()
    });
    let mut days: Vec<_> = values.collect();
    days.dedup();
    if let [day] = days[..] { Some(day) } else { None }
}

/// Finds the source line of each block by its first words, from top to bottom. A block that is not found, for its
/// words hold a link or an entity, has the line of the one before.
fn find_lines(html: &str, text: &str, blocks: &mut [Block]) {
    let (mut at, mut line) = (0, 1);
    for block in blocks {
        let words = &text[block.span.clone()];
        let head = words.char_indices().nth(24).map_or(words, |(end, _)| &words[..end]);
        if let Some(found) = html[at..].find(head) {
            line += html[at..at + found].matches('\n').count() as u32;
            at += found;
        }
        block.line = line;
    }
}
