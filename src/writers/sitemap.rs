//! `sitemap.xml` and `robots.txt`: what search engines may read, and where everything is.
//!
//! Both speak in absolute addresses, so a site that does not know its own has only a `robots.txt` without a map. A
//! draft asks not to be read at all. A map may hold 50,000 addresses; a larger site gets several, and the one at the
//! known address lists them. Days of change are left out: a page has none that would not be the build's.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::html::canonical;
use super::{Drawn, Look};
use crate::model::{Newsbook, OutputFile};
use crate::pages::Page;

/// As many addresses as sitemaps.org allows in one file.
const MOST: usize = 50_000;

const SPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// Draws both.
pub fn draw(book: &Newsbook, pages: &[Page<'_>], _look: &Look) -> Drawn {
    let base = book.site.base_url.as_deref().filter(|_| !book.site.drafts);
    let mut files = vec![robots(book, base)];
    if let Some(base) = base {
        let addresses: BTreeSet<String> = pages.iter().filter_map(|page| canonical(&book.site, page)).collect();
        files.extend(maps(base, &addresses.into_iter().collect::<Vec<_>>()));
    }
    Ok(files.into())
}

fn robots(book: &Newsbook, base: Option<&str>) -> OutputFile {
    let mut text = format!("User-agent: *\n{}\n", if book.site.drafts { "Disallow: /" } else { "Allow: /" });
    if let Some(base) = base {
        let _ = writeln!(text, "\nSitemap: {base}sitemap.xml");
    }
    OutputFile { path: "robots.txt".into(), bytes: text.into_bytes() }
}

fn maps(base: &str, addresses: &[String]) -> Vec<OutputFile> {
    if addresses.len() <= MOST {
        return vec![map("sitemap.xml".into(), "urlset", "url", addresses)];
    }
    let parts = addresses.chunks(MOST).enumerate();
    let mut files: Vec<OutputFile> =
        parts.map(|(n, part)| map(format!("sitemap-{}.xml", n + 1), "urlset", "url", part)).collect();
    let named: Vec<String> = files.iter().map(|file| format!("{base}{}", file.path)).collect();
    files.push(map("sitemap.xml".into(), "sitemapindex", "sitemap", &named));
    files
}

fn map(path: String, root: &str, item: &str, addresses: &[String]) -> OutputFile {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let written = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).and_then(|()| {
        writer.create_element(root).with_attribute(SPACE).write_inner_content(|writer| {
            addresses.iter().try_for_each(|address| {
                let entry = writer.create_element(item);
                entry.write_inner_content(|writer| {
                    writer.create_element("loc").write_text_content(BytesText::new(address)).map(|_| ())
                })?;
                Ok(())
            })
        })
    });
    written.expect("memory does not fail");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    OutputFile { path, bytes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{plan, sample};

    fn draw_all(book: &Newsbook) -> Vec<(String, String)> {
        let look = Look::load(&[], &book.site).expect("our own templates");
        let files = draw(book, &plan(book).0, &look).expect("drawn").files;
        files.into_iter().map(|file| (file.path, String::from_utf8(file.bytes).expect("UTF-8"))).collect()
    }

    #[test]
    fn every_lasting_page_is_named_once_and_a_draft_hides() {
        let mut book = sample::newsbook();
        let draft = draw_all(&book);
        assert_eq!(draft, [("robots.txt".to_owned(), "User-agent: *\nDisallow: /\n".to_owned())]);
        book.site.drafts = false;
        let files = draw_all(&book);
        assert!(files[0].1.ends_with("\nSitemap: https://example.org/desk/sitemap.xml\n"));
        let map = &files[1].1;
        assert_eq!(map.matches("<loc>https://example.org/desk/editions/2025-W49/</loc>").count(), 1);
        assert!(!map.contains("404"));
    }

    #[test]
    fn a_large_site_has_several_maps() {
        let addresses: Vec<String> = (0..=MOST).map(|n| format!("https://example.org/e/{n}/?a&b")).collect();
        let files = maps("https://example.org/", &addresses);
        assert_eq!(files.len(), 3);
        let index = std::str::from_utf8(&files[2].bytes).expect("UTF-8");
        assert!(index.contains("<loc>https://example.org/sitemap-2.xml</loc>"));
        assert!(std::str::from_utf8(&files[0].bytes).expect("UTF-8").contains("?a&amp;b</loc>"));
    }
}
