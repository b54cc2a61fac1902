//! The search page: its form. What is found is drawn by the reader's browser, from the index that a writer makes.

use serde::Serialize;

use super::catalog::Catalog;
use super::parts::{Maker, ThemeRef};
use super::target::Target;
use super::{Page, View};
use crate::model::{Kind, Site, State};

/// What `search.html` gets, as `search`.
#[derive(Debug, Serialize)]
pub struct SearchView<'a> {
    /// In the order of the config, "Other" last; the index names them by their place.
    pub themes: Vec<ThemeRef<'a>>,
    /// How we know; the index names them by their place.
    pub kinds: Vec<&'static str>,
    /// The names most often told of, as suggestions.
    pub names: Vec<&'a str>,
}

const NAMES: usize = 200;

/// What an event can be, in the order in which the page lists it.
pub const KINDS: [(Kind, State); 6] = [
    (Kind::Reported, State::Past),
    (Kind::Statement, State::Past),
    (Kind::Claim, State::Past),
    (Kind::Plan, State::Scheduled),
    (Kind::Reported, State::Hypothetical),
    (Kind::Background, State::Past),
];

/// Returns whether the site can be searched.
pub fn has_search(site: &Site) -> bool {
    site.formats.contains(&"search")
}

/// Plans the one page, where the config wants it.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    if !has_search(&catalog.book.site) {
        return Vec::new();
    }
    let mut maker = Maker::new(catalog);
    let view = SearchView {
        themes: (0..=catalog.book.themes.len()).map(|n| maker.theme(n)).collect(),
        kinds: KINDS.iter().map(|(kind, state)| catalog.labels.kind(*kind, *state)).collect(),
        names: names(catalog),
    };
    vec![Page::new(Target::Search, catalog.labels.ui.search.to_owned(), View::Search(view), maker)]
}

fn names<'a>(catalog: &Catalog<'a>) -> Vec<&'a str> {
    catalog.names.with_page().into_iter().take(NAMES).map(|name| name.name).collect()
}
