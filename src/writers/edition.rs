//! `editions/ID/edition.json`: an edition as data, and what the printed one is made from.
//!
//! It holds the two views of an edition side by side: what its page shows and what its briefing says. Whoever prints
//! an edition in a way of their own, as our PDF does, needs nothing else.

use serde::Serialize;

use super::{Drawn, Look, Pieces, data};
use crate::model::{Edition, Newsbook, Paper};
use crate::pages::briefing::{Briefing, briefing};
use crate::pages::{EditionView, Page, Target, View};

/// One edition, with everything its pages and papers say.
#[derive(Serialize)]
pub(super) struct EditionFile<'a, 'b> {
    /// Version of this format.
    version: u32,
    pub newsbook: &'a str,
    publisher: Option<&'a str>,
    /// Typst's name of the sheet: `a4` or `us-letter`.
    pub paper: &'static str,
    edition: &'b EditionView<'a>,
    pub briefing: Briefing,
    /// How many events of the edition are not in the briefing, where paper is short.
    left_out: usize,
}

/// Writes the file of an edition's own page, and nothing for other pages.
pub fn draw(book: &Newsbook, page: &Page<'_>, _look: &Look) -> Drawn {
    let Some((edition, view)) = edition_of(book, page) else { return Ok(Pieces::default()) };
    let path = format!("editions/{}/edition.json", edition.id);
    Ok(vec![data::json(&path, &EditionFile::new(book, view, edition, 0))].into())
}

/// Returns the edition whose own page this is, with what the page says; `None` for others, the home page among them.
pub(super) fn edition_of<'a, 'b>(book: &'a Newsbook, page: &'b Page<'a>) -> Option<(&'a Edition, &'b EditionView<'a>)> {
    let (Target::Edition(id), View::Edition(view)) = (page.target, &page.view) else { return None };
    Some((book.editions.iter().find(|edition| edition.id == id)?, view))
}

impl<'a, 'b> EditionFile<'a, 'b> {
    /// Puts an edition together. `edition` may hold `left_out` events fewer than the view.
    pub fn new(book: &'a Newsbook, view: &'b EditionView<'a>, edition: &Edition, left_out: usize) -> Self {
        Self {
            version: 1,
            newsbook: &book.site.title,
            publisher: book.site.publisher.as_deref(),
            paper: paper(book.site.paper),
            edition: view,
            briefing: briefing(book, edition),
            left_out,
        }
    }
}

/// Returns the edition without the `left_out` events that count least: the least sure, and of these the least often
/// told.
pub(super) fn without_least(book: &Newsbook, edition: &Edition, left_out: usize) -> Edition {
    let mut ranked = edition.events.clone();
    ranked.sort_by_key(|ix| (book[*ix].confidence, book[*ix].mentions.len()));
    let least = &ranked[..left_out.min(ranked.len())];
    let events = edition.events.iter().copied().filter(|ix| !least.contains(ix)).collect();
    Edition { events, ..edition.clone() }
}

/// Returns the name that Typst and pandoc know a sheet by. LaTeX, which would say `letter`, takes an unknown one for
/// US Letter anyway.
pub(super) fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    }
}
