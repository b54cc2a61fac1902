//! `editions/ID/edition.json`: an edition as data, and what the printed one is made from.
//!
//! It holds the two views of an edition side by side: what its page shows and what its briefing says. Whoever prints
//! an edition in a way of their own, as our PDF does, needs nothing else.

use std::borrow::Cow;

use serde::Serialize;

use super::{Drawn, Look, Pieces};
use crate::model::{Edition, EditionText, EventIx, Newsbook, OutputFile, Paper};
use crate::pages::briefing::{Briefing, briefing};
use crate::pages::{EditionView, Page, Target, View, labels};

/// One edition, with everything its pages and papers say.
#[derive(Serialize)]
pub(super) struct EditionFile<'a, 'b> {
    /// Version of this format.
    version: u32,
    pub newsbook: &'a str,
    publisher: Option<&'a str>,
    /// Typst's name of the sheet: `a4` or `us-letter`.
    pub paper: &'static str,
    pub edition: &'b EditionView<'a>,
    pub briefing: Cow<'b, Briefing>,
    /// How many events of the edition are not in the briefing, where paper is short.
    left_out: usize,
    /// The same as a sentence, without an end mark.
    pub left_out_said: Option<String>,
}

/// Writes the file of an edition's own page, and nothing for other pages.
pub fn draw(book: &Newsbook, page: &Page<'_>, _look: &Look) -> Drawn {
    let Some((edition, file)) = EditionFile::of(book, page) else { return Ok(Pieces::default()) };
    // On one line, half as long: programs read it, and people read its pages.
    let bytes = serde_json::to_vec(&file).expect("our types hold nothing that JSON cannot");
    Ok(vec![OutputFile { path: format!("editions/{}/edition.json", edition.id), bytes }].into())
}

impl<'a, 'b> EditionFile<'a, 'b> {
    /// Returns the edition whose own page this is, and all of it put together; `None` for other pages, the home page
    /// among them.
    pub fn of(book: &'a Newsbook, page: &'b Page<'a>) -> Option<(&'a Edition, Self)> {
        let (Target::Edition(id), View::Edition(view)) = (page.target, &page.view) else { return None };
        let edition = book.editions.iter().find(|edition| edition.id == id)?;
        let file = Self {
            version: 1,
            newsbook: &book.site.title,
            publisher: book.site.publisher.as_deref(),
            paper: paper(book.site.paper),
            edition: view,
            briefing: Cow::Borrowed(page.briefing(book, edition)),
            left_out: 0,
            left_out_said: None,
        };
        Some((edition, file))
    }

    /// Returns what `draw` makes of the edition with as few events left out as `fits` allows, those that count least
    /// first; of one event where even two do not fit.
    pub fn fitted<T, E>(
        self,
        book: &Newsbook,
        edition: &Edition,
        draw: impl Fn(&Self) -> Result<T, E>,
        fits: impl Fn(&T) -> bool,
    ) -> Result<T, E> {
        let mut drawn = draw(&self)?;
        let told = edition.events.iter().filter(|ix| !edition.ahead.contains(ix)).count();
        let (mut too_few, mut enough) = (0, if fits(&drawn) { 0 } else { told });
        let labels = labels(&book.site.language);
        let mut file = self;
        while too_few + 1 < enough {
            let left_out = too_few.midpoint(enough);
            let briefing = briefing(book, &without_least(book, edition, left_out));
            let said = labels.count(left_out, &labels.counts.left_out);
            file = Self { briefing: Cow::Owned(briefing), left_out, left_out_said: Some(said), ..file };
            let shorter = draw(&file)?;
            let is_short_enough = fits(&shorter);
            // Of what never fits, the shortest is kept.
            if is_short_enough || enough == told {
                drawn = shorter;
            }
            if is_short_enough { enough = left_out } else { too_few = left_out }
        }
        Ok(drawn)
    }
}

/// Returns the edition without the `left_out` events that count least: those that no judgement and no figure rests on,
/// then the least sure, and of these the least often told. What lies ahead stays.
fn without_least(book: &Newsbook, edition: &Edition, left_out: usize) -> Edition {
    let needed: Vec<EventIx> = edition.text.iter().flat_map(needed).collect();
    let mut ranked: Vec<EventIx> = edition.events.iter().copied().filter(|ix| !edition.ahead.contains(ix)).collect();
    ranked.sort_by_key(|ix| (needed.contains(ix), book[*ix].confidence, book[*ix].mentions.len()));
    let least = &ranked[..left_out.min(ranked.len())];
    let events = edition.events.iter().copied().filter(|ix| !least.contains(ix)).collect();
    Edition { events, ..edition.clone() }
}

/// The events that what an editor wrote rests on.
fn needed(text: &EditionText) -> impl Iterator<Item = EventIx> {
    let judged = text.judgements.iter().flat_map(|judgement| judgement.rests_on.iter().copied());
    judged.chain(text.figures.iter().filter_map(|figure| figure.event)).chain(text.lead)
}

/// Returns the name that Typst and pandoc know a sheet by. LaTeX, which would say `letter`, takes an unknown one for
/// US Letter anyway.
pub(super) fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{plan, sample};

    /// Checks how many events are left out where `most` still fit.
    fn check(most: usize, expected: usize) {
        let book = sample::newsbook();
        let (pages, _) = plan(&book);
        let told = |edition: &Edition| edition.events.iter().filter(|ix| !edition.ahead.contains(ix)).count();
        let found = pages.iter().filter_map(|page| EditionFile::of(&book, page));
        let (edition, file) = found.max_by_key(|(edition, _)| told(edition)).expect("an edition");
        assert_eq!(told(edition), 4, "the sample has changed");
        let draw = |file: &EditionFile| Ok::<_, ()>(file.left_out);
        assert_eq!(file.fitted(&book, edition, draw, |left_out| 4 - left_out <= most), Ok(expected));
    }

    #[test]
    fn as_few_as_possible_are_left_out_and_one_always_stays() {
        check(4, 0);
        check(2, 2);
        check(1, 3);
        check(0, 3);
    }
}
