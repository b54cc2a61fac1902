//! The page a server shows for an address that does not exist.

use serde::Serialize;

use super::catalog::Catalog;
use super::edition::{EditionRef, edition_ref};
use super::parts::Maker;
use super::search::has_search;
use super::target::{Link, Target};
use super::{Page, View};

/// What `not_found.html` gets, as `not_found`.
#[derive(Debug, Serialize)]
pub struct NotFoundView<'a> {
    pub latest: Option<EditionRef<'a>>,
    /// To the search page, where there is one.
    pub search: Option<Link<'a>>,
}

/// Plans the one page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let latest = catalog.latest().map(|n| edition_ref(&mut maker, &catalog.book.editions[n]));
    let search = has_search(&catalog.book.site).then(|| maker.links.to(Target::Search));
    let title = catalog.labels.ui.not_found.to_owned();
    vec![Page::new(Target::NotFound, title, View::NotFound(NotFoundView { latest, search }), maker)]
}
