//! Corrections: what readers were told otherwise before, the latest first. Nothing is ever taken off this page.

use serde::Serialize;

use super::catalog::Catalog;
use super::dates::DateView;
use super::parts::{Maker, TextLink};
use super::target::Target;
use super::{Page, View};
use crate::model::Correction;

/// What `corrections.html` gets, as `corrections`.
#[derive(Debug, Serialize)]
pub struct CorrectionsView<'a> {
    pub all: Vec<CorrectionView<'a>>,
}

/// A correction and the event it is about.
#[derive(Debug, Serialize)]
pub struct CorrectionView<'a> {
    pub said: &'a str,
    pub on: Option<DateView>,
    pub event: TextLink<'a>,
    pub changes: Vec<CorrectedValue<'a>>,
}

/// A value before and after.
#[derive(Debug, Serialize)]
pub struct CorrectedValue<'a> {
    pub what: &'a str,
    /// Empty where there was nothing.
    pub from: &'a str,
    pub to: &'a str,
}

/// Plans the one page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let all = catalog.book.corrections.iter().map(|correction| view(&mut maker, correction)).collect();
    let title = catalog.labels.ui.corrections.to_owned();
    vec![Page::new(Target::Corrections, title, View::Corrections(CorrectionsView { all }), maker)]
}

/// Returns a correction as pages show it.
pub fn view<'a>(maker: &mut Maker<'a, '_>, correction: &'a Correction) -> CorrectionView<'a> {
    let catalog = maker.catalog;
    let event = catalog.book.events.iter().find(|event| event.id == correction.event);
    let text = event.map_or_else(|| catalog.labels.ui.gone.to_owned(), |event| event.headline.clone());
    let value = |(what, from, to): &'a (&'static str, String, String)| CorrectedValue { what, from, to };
    CorrectionView {
        said: &correction.said,
        on: correction.on.as_ref().map(|on| DateView::new(Some(on), catalog.labels)),
        event: TextLink { text, link: maker.links.to(Target::Event(&correction.event)) },
        changes: correction.changes.iter().map(value).collect(),
    }
}
