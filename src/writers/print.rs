//! `editions/ID/print.html` and its `print.css`: the briefing for the printer of a browser.
//!
//! It draws the same view as the PDF, for those who have none or want other paper. The style sheet is written for each
//! edition, because running heads are text in a style sheet; so the page needs no inline style, and the strictest
//! Content-Security-Policy fits here too. What was learned about browsers on paper stands in the style sheet.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Context;

use super::compact::compact;
use super::edition::EditionFile;
use super::{Drawn, Look, Pieces};
use crate::diag::Diagnostic;
use crate::model::{Newsbook, OutputFile};
use crate::pages::{Card, EditionView, Matrix, Page, ThemeRef, labels, marks};

/// What the style sheet says itself.
#[derive(Serialize)]
struct Sheet {
    /// `A4` or `letter`.
    size: &'static str,
    /// Strings of CSS: left and right head, left foot.
    head: String,
    aside: String,
    foot: String,
}

/// What `print.html` gets of the edition beside its briefing, as `edition`.
#[derive(Serialize)]
struct SheetEdition<'a> {
    label: &'a str,
    headline: &'a str,
    period: &'a str,
    matrix: Option<&'a Matrix<'a>>,
    /// Its themes with their signs.
    themes: Vec<ThemeRef<'a>>,
}

/// Draws page and style sheet of an edition's own page, and nothing for other pages.
pub fn draw(book: &Newsbook, page: &Page<'_>, look: &Look) -> Drawn {
    let Some(drawn) = drawn(book, page, look, false)? else { return Ok(Pieces::default()) };
    Ok(drawn.into())
}

/// Draws one page with its style sheet inside.
pub fn alone(book: &Newsbook, page: &Page<'_>, look: &Look) -> Drawn {
    let Some(mut drawn) = drawn(book, page, look, true)? else { return Ok(Pieces::default()) };
    drawn.truncate(1);
    Ok(drawn.into())
}

fn drawn(
    book: &Newsbook,
    page: &Page<'_>,
    look: &Look,
    inside: bool,
) -> Result<Option<Vec<OutputFile>>, Vec<Diagnostic>> {
    let Some((edition, file)) = EditionFile::of(book, page) else { return Ok(None) };
    let view = file.edition;
    let mut context = Context::new();
    context.insert("sheet", &sheet(&file));
    let css = compact(&String::from_utf8_lossy(&look.draw("print.css", &context)?));
    context.insert("briefing", &file.briefing);
    context.insert("edition", &sheet_edition(view));
    context.insert("cards", &cards(&file, view));
    context.insert("root", "../../");
    context.insert("marks", &marks(book));
    context.insert("style", &inside.then_some(&css));
    let html = look.draw("print.html", &context)?;
    let named = |name: &str, bytes| OutputFile { path: format!("editions/{}/{name}", edition.id), bytes };
    Ok(Some(vec![named("print.html", html), named("print.css", css.into_bytes())]))
}

fn sheet_edition<'a>(view: &'a EditionView<'_>) -> SheetEdition<'a> {
    SheetEdition {
        label: view.label,
        headline: view.headline,
        period: &view.period,
        matrix: view.matrix.as_ref(),
        themes: view.themes.iter().map(|section| section.theme).collect(),
    }
}

/// The event of each note as the edition's page shows it, nothing where that only lists it.
fn cards<'a, 'b>(file: &EditionFile<'a, 'b>, view: &'b EditionView<'a>) -> BTreeMap<String, Option<&'b Card<'a>>> {
    let mut cards: BTreeMap<String, Option<&Card<'_>>> =
        file.briefing.notes.iter().map(|note| (note.event.clone(), None)).collect();
    for card in view.themes.iter().flat_map(|theme| &theme.events).chain(&view.ahead) {
        cards.insert(card.event.id.to_owned(), Some(card));
    }
    cards
}

fn sheet(file: &EditionFile<'_, '_>) -> Sheet {
    let briefing = &file.briefing;
    let mut foot = briefing.address.clone().unwrap_or_else(|| briefing.id.clone());
    let ui = &labels(&briefing.language).ui;
    if let Some(day) = briefing.corrections.iter().find_map(|told| told.day.as_deref()) {
        foot = format!("{foot} · {}: {day}", ui.corrected);
    }
    if briefing.draft {
        foot = format!("{} · {foot}", ui.draft_band);
    }
    Sheet {
        size: if file.paper == "a4" { "A4" } else { "letter" },
        head: css_string(file.newsbook),
        aside: css_string(&format!("{} · {}", file.edition.label, file.edition.period)),
        foot: css_string(&foot),
    }
}

/// Returns a text as a string of CSS, which nothing in it can end.
fn css_string(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || " .,:;/·–-_()".contains(c);
    let spelled = |c: char| if plain(c) { c.to_string() } else { format!("\\{:x} ", u32::from(c)) };
    format!("\"{}\"", text.chars().map(spelled).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_of_css_holds_what_it_is_given() {
        assert_eq!(css_string("The \"Desk\"</style>\\\n"), "\"The \\22 Desk\\22 \\3c /style\\3e \\5c \\a \"");
    }
}
