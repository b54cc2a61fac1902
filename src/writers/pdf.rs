//! `editions/ID/briefing.pdf`: the printed briefing, set by Typst inside the program.
//!
//! The layout is `templates/briefing.typ`, and a project may have its own. It reads the edition as data, never as
//! markup, so no text of an article can break it, and the file it makes is tagged for screen readers as PDF/UA-1 asks,
//! and fit to be archived as PDF/A-2a asks. Nothing outside the program is read: fonts and layout are embedded, there is
//! no clock, and the same edition gives the same bytes. What no embedded font can show is set in Latin letters, and said
//! so: an empty box on paper would be a silent loss.

use std::sync::LazyLock;

use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::edition::EditionFile;
use super::look::LAYOUT;
use super::{Drawn, Look, Pieces};
use crate::diag::{Code, Diagnostic};
use crate::model::{Newsbook, OutputFile};
use crate::pages::{Page, labels};
use crate::text;

/// Serif for reading, sans for small print; both have Latin, Greek and Cyrillic letters.
const FONTS: [&[u8]; 5] = [
    include_bytes!("../../print/fonts/LibertinusSerif-Regular.otf"),
    include_bytes!("../../print/fonts/LibertinusSerif-Italic.otf"),
    include_bytes!("../../print/fonts/LibertinusSerif-Bold.otf"),
    include_bytes!("../../print/fonts/Inter-Regular.otf"),
    include_bytes!("../../print/fonts/Inter-SemiBold.otf"),
];

/// Draws the briefing of an edition's own page, and nothing for other pages.
pub fn draw(book: &Newsbook, page: &Page<'_>, look: &Look) -> Drawn {
    let Some((edition, file)) = EditionFile::of(book, page) else { return Ok(Pieces::default()) };
    let path = format!("editions/{}/briefing.pdf", edition.id);
    let pages = |briefing: &Set| briefing.document.pages().len();
    let fits = |briefing: &Set| book.site.max_pages.is_none_or(|most| pages(briefing) <= most as usize);
    // On too many pages its parts run on, and if need be the events that count least are left out: as few as make it
    // fit.
    let draw = |file: &EditionFile<'_, '_>| {
        let roomy = set(file, look.layout(), false)?;
        if fits(&roomy) { Ok(roomy) } else { set(file, look.layout(), true) }
    };
    let briefing = file.fitted(book, edition, draw, fits)?;
    let too_long = (!fits(&briefing)).then(|| format!("has {} pages even so", pages(&briefing)));
    let bytes = typst_pdf::pdf(&briefing.document, &options(&path)).map_err(|faults| briefing.desk.told(&faults))?;
    // What Typst keeps of one briefing is no use to the next, and grows with each of them.
    comemo::evict(0);
    let warnings = briefing
        .warning
        .into_iter()
        .chain(too_long)
        .map(|words| Diagnostic::warn(Code::Print, words).in_file(path.clone()))
        .collect();
    Ok(Pieces { files: vec![OutputFile { path, bytes }], warnings })
}

/// A briefing that is set.
struct Set {
    desk: Desk,
    document: PagedDocument,
    /// What had to be said differently.
    warning: Option<String>,
}

/// Sets a briefing, on as few pages as it can where it is to be `tight`. Fails only where the layout does.
fn set(file: &EditionFile<'_, '_>, layout: &str, tight: bool) -> Result<Set, Vec<Diagnostic>> {
    let mut lost = Lost::default();
    let mut data = |mut value: Value| {
        lost.make_printable(&mut value);
        Bytes::from_string(value.to_string())
    };
    let value = |view: serde_json::Result<Value>| view.expect("views are text, numbers and lists");
    let mut edition = value(serde_json::to_value(file));
    edition["tight"] = tight.into();
    let edition = data(edition);
    let ui = data(value(serde_json::to_value(&labels(&file.briefing.language).ui)));
    let desk = Desk { layout: Source::new(PRESS.layout, layout.to_owned()), edition, ui };
    match typst::compile::<PagedDocument>(&desk).output {
        Ok(document) => Ok(Set { document, warning: lost.words(), desk }),
        Err(faults) => Err(desk.told(&faults)),
    }
}

fn options(path: &str) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).expect("both are profiles of PDF 1.7");
    PdfOptions {
        ident: Smart::Custom(path.to_owned()),
        creator: Smart::Custom(Some(concat!("Newsbook ", env!("CARGO_PKG_VERSION")).to_owned())),
        standards,
        ..PdfOptions::default()
    }
}

/// Characters that no embedded font has.
#[derive(Default)]
struct Lost(Vec<char>);

impl Lost {
    /// Replaces what cannot be printed in every text of `data`: controls by spaces, letters without a glyph by Latin
    /// ones.
    fn make_printable(&mut self, data: &mut Value) {
        match data {
            Value::String(words) if !words.chars().all(is_printable) => {
                *words = words.chars().map(|c| self.printable(c)).collect();
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.make_printable(item)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.make_printable(field)),
            _ => {}
        }
    }

    fn printable(&mut self, c: char) -> String {
        if is_printable(c) {
            return c.to_string();
        }
        if c.is_control() || c.is_whitespace() {
            return " ".to_owned();
        }
        if is_invisible(c) {
            return String::new();
        }
        if !self.0.contains(&c) {
            self.0.push(c);
        }
        text::in_latin(c).chars().filter(|c| is_printable(*c)).collect()
    }

    fn words(&self) -> Option<String> {
        let example = self.0.first()?;
        let (number, what) = (self.0.len(), if self.0.len() == 1 { "character" } else { "characters" });
        Some(format!(
            "{number} {what} that the fonts of the PDF do not have, for example {example:?}, are set in Latin letters"
        ))
    }
}

fn is_printable(c: char) -> bool {
    !c.is_control() && PRESS.fonts.iter().any(|font| font.info().coverage.contains(c.into()))
}

/// Whether a character only joins, parts, orders or varies others.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// What every briefing is set with; made once.
struct Press {
    language: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    layout: FileId,
    edition: FileId,
    ui: FileId,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let id = |name: &str| {
        let path = VirtualPath::new(name).expect("a plain file name");
        FileId::new(RootedPath::new(VirtualRoot::Project, path))
    };
    let fonts: Vec<Font> = FONTS.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    Press {
        language: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        layout: id(LAYOUT),
        edition: id("edition.json"),
        ui: id("ui.json"),
    }
});

/// The world that Typst sees while it sets one briefing: the layout and two files of data.
struct Desk {
    layout: Source,
    edition: Bytes,
    /// The words of the site's language.
    ui: Bytes,
}

impl Desk {
    /// Says what Typst found wrong, each with its place in the layout.
    fn told(&self, faults: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        faults.iter().map(|fault| self.diagnostic(fault)).collect()
    }

    fn diagnostic(&self, fault: &SourceDiagnostic) -> Diagnostic {
        let path = format!("templates/{LAYOUT}");
        let told = Diagnostic::error(Code::Template, fault.message.as_str());
        let range = self.range(fault.span).filter(|_| fault.span.id() == Some(PRESS.layout));
        let place = range.and_then(|range| Some((self.layout.lines().byte_to_line_column(range.start)?, range.len())));
        let Some(((line, column), width)) = place else { return told.in_file(path) };
        let mut told = told.at(path, line as u32 + 1, column as u32 + 1);
        let text = self.layout.text().lines().nth(line).unwrap_or_default();
        let width = width.clamp(1, text.chars().count().saturating_sub(column).max(1));
        if let Some(place) = &mut told.place {
            place.excerpt = Some((text.to_owned(), width as u32));
        }
        told.fix = fault.hints.first().map(|hint| hint.v.to_string());
        told
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.language
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        PRESS.layout
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == PRESS.layout { Ok(self.layout.clone()) } else { Err(missing(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == PRESS.edition => Ok(self.edition.clone()),
            id if id == PRESS.ui => Ok(self.ui.clone()),
            id => Err(missing(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    /// The layout takes its day from the edition.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
