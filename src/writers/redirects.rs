//! `_redirects`: former addresses for hosts that read such a list (Netlify, Cloudflare Pages and their like), so that a
//! reader is led on before a page is drawn. The pages at these addresses do the same everywhere else.

use std::fmt::Write as _;

use super::{Drawn, Look};
use crate::model::{Newsbook, OutputFile};
use crate::pages::{Page, Target};

/// Draws the list: one line for each event that became part of another. Hidden ones keep a page of their own.
pub fn draw(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    let base = book.site.base_url.as_deref().and_then(|url| url.split_once("://"));
    let base = base.and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..])).unwrap_or("/");
    let mut list = String::new();
    for moved in &book.moved {
        let [from, to] = [&moved.from, &moved.to].map(|id| Target::Event(id).address());
        let _ = writeln!(
            list,
            "{base}{} {base}{} 301",
            from.trim_end_matches("index.html"),
            to.trim_end_matches("index.html")
        );
    }
    let file = OutputFile { path: "_redirects".into(), bytes: list.into_bytes() };
    let files = if book.moved.is_empty() { Vec::new() } else { vec![file] };
    Ok(files.into())
}
