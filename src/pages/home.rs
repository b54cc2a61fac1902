//! The home page: the latest edition, or what there is to say before the first one.

use serde::Serialize;

use super::catalog::Catalog;
use super::edition;
use super::parts::{EventLine, Maker, SourceCard};
use super::target::{Link, Target};
use super::{Page, View};
use crate::model::{ArticleIx, EventIx};

/// What `welcome.html` gets, as `welcome`: the home page while nothing has a date.
#[derive(Debug, Serialize)]
pub struct WelcomeView<'a> {
    pub events: Vec<EventLine<'a>>,
    pub undated_link: Link<'a>,
    /// "12 events".
    pub count: String,
    pub sources: Vec<SourceCard<'a>>,
}

const SHOWN: usize = 40;

/// Plans the one home page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    vec![catalog.latest().map_or_else(|| welcome(catalog), |n| edition::page(catalog, n, true))]
}

fn welcome<'a>(catalog: &Catalog<'a>) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let loose = [&catalog.wide, &catalog.yearless, &catalog.undated];
    let events: Vec<EventIx> = loose.into_iter().flatten().take(SHOWN).copied().collect();
    let view = WelcomeView {
        events: maker.lines(&events),
        undated_link: maker.links.to(Target::Undated),
        count: catalog.labels.count(catalog.book.events.len(), &catalog.labels.counts.events),
        sources: catalog
            .article_events
            .iter()
            .enumerate()
            .take(SHOWN)
            .map(|(n, events)| maker.source_card(ArticleIx(n), events.len()))
            .collect(),
    };
    Page::new(Target::Home, catalog.book.site.title.clone(), View::Welcome(view), maker)
}
