//! Addresses that must not die: an event that was joined to another one or is no longer told, and an edition, thread or
//! name that has another address now.

use std::collections::BTreeSet;

use serde::Serialize;

use super::catalog::Catalog;
use super::parts::{EventLine, Maker, TextLink};
use super::target::Target;
use super::{Page, View};
use crate::model::{EventIx, Gone, Moved, Renamed, Subject};

/// What `gone.html` gets, as `gone`.
#[derive(Debug, Serialize)]
pub struct GoneView<'a> {
    /// What the address now leads to.
    pub to: Option<TextLink<'a>>,
    /// The same, where it is an event.
    pub moved_to: Option<EventLine<'a>>,
    pub because: Option<&'a str>,
}

/// Plans a page for each id that has no event of its own any more, and for each former address.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let moved = catalog.book.moved.iter().map(|moved| moved_page(catalog, moved));
    let gone = catalog.book.gone.iter().map(|gone| gone_page(catalog, gone));
    let renamed = catalog.book.renamed.iter().map(|renamed| renamed_page(catalog, renamed));
    moved.chain(gone).chain(renamed).collect()
}

/// Returns the page of an edition, a thread or a name.
pub fn page_of(what: Subject, key: &str) -> Target<'_> {
    match what {
        Subject::Edition => Target::Edition(key),
        Subject::Thread => Target::Thread(key),
        Subject::Who => Target::Who(key),
    }
}

/// Plans a page for each address that was published and has no page among `pages`.
pub fn former<'a>(catalog: &Catalog<'a>, pages: &[Page<'a>]) -> Vec<Page<'a>> {
    let paths: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let lost = catalog.book.addresses.iter().filter(|path| !paths.contains(path.as_str()));
    let title = catalog.labels.ui.gone_page;
    let view = || View::Gone(Box::new(GoneView { to: None, moved_to: None, because: None }));
    lost.map(|path| Page::new(Target::Former(path), title.to_owned(), view(), Maker::new(catalog))).collect()
}

fn moved_page<'a>(catalog: &Catalog<'a>, moved: &'a Moved) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let event = catalog.book.events.iter().position(|event| event.id == moved.to);
    let moved_to = event.map(|n| maker.line(EventIx(n)));
    let to = moved_to.as_ref().map(|event| TextLink { text: event.headline.to_owned(), link: event.link });
    let view = GoneView { to, moved_to, because: None };
    Page::new(Target::Event(&moved.from), catalog.labels.ui.moved.to_owned(), View::Gone(Box::new(view)), maker)
}

fn gone_page<'a>(catalog: &Catalog<'a>, gone: &'a Gone) -> Page<'a> {
    let maker = Maker::new(catalog);
    let because = gone.note.correction.as_deref().or(gone.note.because.as_deref());
    let view = GoneView { to: None, moved_to: None, because };
    Page::new(Target::Event(&gone.id), catalog.labels.ui.gone.to_owned(), View::Gone(Box::new(view)), maker)
}

fn renamed_page<'a>(catalog: &Catalog<'a>, renamed: &'a Renamed) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let link = maker.links.to(page_of(renamed.what, &renamed.to));
    let to = Some(TextLink { text: name_of(catalog, renamed).to_owned(), link });
    let view = View::Gone(Box::new(GoneView { to, moved_to: None, because: None }));
    Page::new(page_of(renamed.what, &renamed.from), catalog.labels.ui.moved_page.to_owned(), view, maker)
}

fn name_of<'a>(catalog: &Catalog<'a>, Renamed { what, to, .. }: &'a Renamed) -> &'a str {
    let book = catalog.book;
    let name = match what {
        Subject::Edition => {
            book.editions.iter().find(|edition| edition.id == *to).map(|edition| edition.label.as_str())
        }
        Subject::Thread => book.threads.iter().find(|thread| thread.id == *to).map(|thread| thread.title.as_str()),
        Subject::Who => catalog.names.find(to).map(|name| name.name),
    };
    name.unwrap_or(to)
}
