//! Addresses that must not die: an event that was joined to another one, and one that is no longer told.

use std::collections::BTreeSet;

use serde::Serialize;

use super::catalog::Catalog;
use super::parts::{EventLine, Maker};
use super::target::Target;
use super::{Page, View};
use crate::model::{EventIx, Gone, Moved};

/// What `gone.html` gets, as `gone`.
#[derive(Debug, Serialize)]
pub struct GoneView<'a> {
    /// The event that the address now leads to.
    pub moved_to: Option<EventLine<'a>>,
    pub because: Option<&'a str>,
}

/// Plans a page for each id that has no event of its own any more.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let moved = catalog.book.moved.iter().map(|moved| moved_page(catalog, moved));
    let gone = catalog.book.gone.iter().map(|gone| gone_page(catalog, gone));
    moved.chain(gone).collect()
}

/// Plans a page for each address that was published and has no page among `pages`.
pub fn former<'a>(catalog: &Catalog<'a>, pages: &[Page<'a>]) -> Vec<Page<'a>> {
    let paths: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let lost = catalog.book.addresses.iter().filter(|path| !paths.contains(path.as_str()));
    let title = catalog.labels.ui.gone_page;
    let view = || View::Gone(Box::new(GoneView { moved_to: None, because: None }));
    lost.map(|path| Page::new(Target::Former(path), title.to_owned(), view(), Maker::new(catalog))).collect()
}

fn moved_page<'a>(catalog: &Catalog<'a>, moved: &'a Moved) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let event = catalog.book.events.iter().position(|event| event.id == moved.to);
    let view = GoneView { moved_to: event.map(|n| maker.line(EventIx(n))), because: None };
    Page::new(Target::Event(&moved.from), catalog.labels.ui.moved.to_owned(), View::Gone(Box::new(view)), maker)
}

fn gone_page<'a>(catalog: &Catalog<'a>, gone: &'a Gone) -> Page<'a> {
    let maker = Maker::new(catalog);
    let because = gone.note.correction.as_deref().or(gone.note.because.as_deref());
    let view = GoneView { moved_to: None, because };
    Page::new(Target::Event(&gone.id), catalog.labels.ui.gone.to_owned(), View::Gone(Box::new(view)), maker)
}
