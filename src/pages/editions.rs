//! The list of all editions, newest first.

use serde::Serialize;

use super::catalog::Catalog;
use super::edition::{EditionRef, edition_ref};
use super::parts::Maker;
use super::target::Target;
use super::{Page, View};

/// What `editions.html` gets, as `editions`.
#[derive(Debug, Serialize)]
pub struct EditionsView<'a> {
    pub count: String,
    pub editions: Vec<EditionRef<'a>>,
}

/// Plans the one page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let all = &catalog.book.editions;
    let view = EditionsView {
        count: catalog.labels.count(all.len(), &catalog.labels.counts.editions),
        editions: all.iter().rev().map(|edition| edition_ref(&mut maker, edition)).collect(),
    };
    vec![Page::new(Target::Editions, catalog.labels.ui.editions.to_owned(), View::Editions(view), maker)]
}
