//! How the pages came about: the rules in words, the scales, and what the program cannot do.

use serde::Serialize;

use super::catalog::Catalog;
use super::parts::{Maker, ThemeRef};
use super::target::Target;
use super::{Page, View};

/// What `method.html` gets, as `method`.
#[derive(Debug, Serialize)]
pub struct MethodView<'a> {
    /// Version of the program.
    pub version: &'static str,
    /// The day that divides past from ahead.
    pub today: String,
    pub sections: &'static [Section],
    pub themes: Vec<ThemePatterns<'a>>,
}

/// A heading with its paragraphs.
#[derive(Debug, Serialize)]
pub struct Section {
    pub title: &'static str,
    pub paragraphs: &'static [&'static str],
}

/// The patterns of a theme, as the config writes them.
#[derive(Debug, Serialize)]
pub struct ThemePatterns<'a> {
    pub theme: ThemeRef<'a>,
    pub any: &'a [String],
    pub all: &'a [String],
    pub none: &'a [String],
}

/// Plans the one page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let patterns = |(n, theme): (usize, &'a crate::model::Theme)| ThemePatterns {
        theme: maker.theme(n),
        any: &theme.matches.any,
        all: &theme.matches.all,
        none: &theme.matches.none,
    };
    let view = MethodView {
        version: env!("CARGO_PKG_VERSION"),
        today: catalog.labels.full_day(catalog.book.today),
        sections: catalog.labels.method,
        themes: catalog.book.themes.iter().enumerate().map(patterns).collect(),
    };
    vec![Page::new(Target::Method, catalog.labels.ui.method.to_owned(), View::Method(view), maker)]
}
