//! `_redirects`: former addresses for hosts that read such a list (Netlify, Cloudflare Pages and their like), so that a
//! reader is led on before a page is drawn. The pages at these addresses do the same everywhere else.

use std::fmt::Write as _;

use super::{Drawn, Look};
use crate::model::{Newsbook, OutputFile};
use crate::pages::{Page, Target, page_of};

/// Draws the list: one line for each event that became part of another, and each edition, thread or name that has
/// another address now. Hidden ones keep a page of their own.
pub fn draw(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    let base = book.site.base_url.as_deref().and_then(|url| url.split_once("://"));
    let base = base.and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..])).unwrap_or("/");
    let mut list = String::new();
    let moved = book.moved.iter().map(|moved| (Target::Event(&moved.from), Target::Event(&moved.to)));
    let renamed = book.renamed.iter().map(|one| (page_of(one.what, &one.from), page_of(one.what, &one.to)));
    for (from, to) in moved.chain(renamed) {
        let [from, to] = [from, to].map(|target| target.address());
        let [from, to] = [&from, &to].map(|address| address.trim_end_matches("index.html"));
        let _ = writeln!(list, "{base}{from} {base}{to} 301");
    }
    let file = OutputFile { path: "_redirects".into(), bytes: list.into_bytes() };
    let files = if file.bytes.is_empty() { Vec::new() } else { vec![file] };
    Ok(files.into())
}
