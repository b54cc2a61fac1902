//! Planned page to bytes: one file for each format, one line for each in [`FORMATS`].
//!
//! A writer draws values and touches no file: what it returns is written only after everything has been drawn without
//! error. It says nothing of its own either: the words come from the views and the newsbook.

mod accent;
mod atom;
mod card;
mod compact;
mod csl;
pub mod data;
mod edition;
mod email;
mod feeds;
mod fields;
pub mod html;
mod ics;
mod json_feed;
mod jsonld;
pub mod links;
mod look;
pub mod manifest;
pub mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod print;
mod redirects;
mod search;
mod sitemap;

pub use look::Look;

use crate::diag::Diagnostic;
use crate::model::{Newsbook, OutputFile};
use crate::pages::Page;

/// An output format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// As `output.formats` of the config names it.
    pub name: &'static str,
    /// What it writes, in one line.
    pub about: &'static str,
    pub draw: Draw,
}

/// The files of one piece, none where the format has nothing for it, or what is wrong with it.
pub type Drawn = Result<Pieces, Vec<Diagnostic>>;

/// Files, and what could not be drawn quite as it is written.
#[derive(Debug, Default)]
pub struct Pieces {
    pub files: Vec<OutputFile>,
    pub warnings: Vec<Diagnostic>,
}

impl From<Vec<OutputFile>> for Pieces {
    fn from(files: Vec<OutputFile>) -> Self {
        Self { files, warnings: Vec::new() }
    }
}

/// Whether this program can make PDFs.
pub const HAS_PDF: bool = cfg!(feature = "pdf");

/// How a format is drawn: the pieces are independent, so the pipeline may draw them in parallel.
#[derive(Clone, Copy, Debug)]
pub enum Draw {
    /// Called once for each page.
    Page(fn(&Newsbook, &Page<'_>, &Look) -> Drawn),
    /// Called once for the whole run.
    Book(fn(&Newsbook, &[Page<'_>], &Look) -> Drawn),
}

/// Every format, in the order in which the help lists them.
pub const FORMATS: &[Format] = &[
    Format {
        name: "html",
        about: "the site: a page for every day, theme, event and source",
        draw: Draw::Page(html::draw),
    },
    Format {
        name: "html",
        about: "former addresses, for hosts that read a list of them",
        draw: Draw::Book(redirects::draw),
    },
    Format { name: "html", about: "the picture beside a shared link", draw: Draw::Book(card::draw) },
    Format {
        name: "html",
        about: "the briefing of each edition for the printer of a browser",
        draw: Draw::Page(print::draw),
    },
    Format {
        name: "email",
        about: "the briefing of each edition as a mail, as HTML and as plain text",
        draw: Draw::Page(email::draw),
    },
    Format {
        name: "markdown",
        about: "the briefing of each edition as Markdown, ready for pandoc",
        draw: Draw::Page(markdown::draw),
    },
    #[cfg(feature = "pdf")]
    Format {
        name: "pdf",
        about: "the briefing of each edition as PDF, ready to hand out",
        draw: Draw::Page(pdf::draw),
    },
    Format {
        name: "json",
        about: "each edition as JSON: what its page and its briefing say",
        draw: Draw::Page(edition::draw),
    },
    Format {
        name: "json",
        about: "open data: all events as JSON with a JSON Schema, and the articles as citations (CSL)",
        draw: Draw::Book(data::draw_json),
    },
    Format {
        name: "html",
        about: "what search engines ask for: sitemap.xml and robots.txt",
        draw: Draw::Book(sitemap::draw),
    },
    Format {
        name: "atom",
        about: "feeds of the latest events, of each theme, and of corrections, as Atom",
        draw: Draw::Book(atom::draw),
    },
    Format { name: "jsonfeed", about: "the same as JSON Feed", draw: Draw::Book(json_feed::draw) },
    Format { name: "ics", about: "everything planned as one calendar", draw: Draw::Book(ics::draw) },
    Format { name: "ics", about: "each plan as a file for calendars", draw: Draw::Page(ics::draw_event) },
    Format {
        name: "search",
        about: "the index of the search page, as `output.search` asks",
        draw: Draw::Book(search::draw),
    },
    Format { name: "csv", about: "open data: all events as a table", draw: Draw::Book(data::draw_csv) },
];

/// A form in which one edition is handed out.
#[derive(Clone, Copy, Debug)]
pub struct Brief {
    /// As `newsbook brief --format` names it.
    pub name: &'static str,
    /// What its file ends in.
    pub ending: &'static str,
    /// Draws files for the page of an edition; the one with the ending is the brief.
    pub draw: fn(&Newsbook, &Page<'_>, &Look) -> Drawn,
}

/// Every form of one edition.
pub const BRIEFS: &[Brief] = &[
    Brief { name: "md", ending: ".md", draw: markdown::draw },
    #[cfg(feature = "pdf")]
    Brief { name: "pdf", ending: ".pdf", draw: pdf::draw },
    Brief { name: "html", ending: ".html", draw: print::alone },
    Brief { name: "email", ending: ".eml", draw: email::message },
    Brief { name: "txt", ending: ".txt", draw: email::draw },
];
