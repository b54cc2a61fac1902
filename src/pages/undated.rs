//! Everything without a day or a month: what is not known is shown as not known.

use serde::Serialize;

use super::catalog::Catalog;
use super::parts::{EventLine, Maker};
use super::target::Target;
use super::{Page, View};

/// What `undated.html` gets, as `undated`.
#[derive(Debug, Serialize)]
pub struct UndatedView<'a> {
    pub count: String,
    /// A month or day of an unknown year.
    pub yearless: Vec<EventLine<'a>>,
    /// A year, a season or a long span.
    pub wide: Vec<EventLine<'a>>,
    pub undated: Vec<EventLine<'a>>,
}

/// Plans the one page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let all = catalog.yearless.len() + catalog.wide.len() + catalog.undated.len();
    let view = UndatedView {
        count: catalog.labels.count(all, &catalog.labels.counts.events),
        yearless: maker.lines(&catalog.yearless),
        wide: maker.lines(&catalog.wide),
        undated: maker.lines_of_one_date(&catalog.undated),
    };
    vec![Page::new(Target::Undated, catalog.labels.ui.all_undated.to_owned(), View::Undated(view), maker)]
}
