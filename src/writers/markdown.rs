//! `editions/ID/briefing.md`: a briefing as Markdown that is ready for PDF.
//!
//! One file that pandoc turns into HTML, DOCX, EPUB and PDF and that a plain CommonMark reader shows well too. Its
//! template uses only what both understand alike: a metadata block, headings, lists, emphasis and footnotes; no table,
//! no raw HTML, no attributes. Templates of Markdown are drawn by an engine of their own, which escapes what it puts
//! in with [`text`], since every library that prints Markdown escapes for one reader only, and an article must not
//! break the structure in any of them.

mod escape;

pub use escape::{plain, text};

use std::fmt::Write as _;
use std::io;

use tera::{Context, Kwargs, State, Tera, Value};

use super::edition::paper;
use super::look::MARKDOWN;
use super::{Drawn, Look, Pieces};
use crate::diag::Diagnostic;
use crate::model::{Newsbook, OutputFile};
use crate::pages::briefing::Briefing;
use crate::pages::{Page, Target};

/// Draws the briefing that belongs to the page of an edition, and nothing for other pages.
pub fn draw(book: &Newsbook, page: &Page<'_>, look: &Look) -> Drawn {
    let Target::Edition(id) = page.target else { return Ok(Pieces::default()) };
    let Some(edition) = book.editions.iter().find(|edition| edition.id == id) else { return Ok(Pieces::default()) };
    let bytes = markdown(page.briefing(book, edition), look)?.into_bytes();
    Ok(vec![OutputFile { path: path(id), bytes }].into())
}

/// Returns where the briefing of an edition is written, inside the output folder.
pub fn path(edition: &str) -> String {
    format!("editions/{edition}/briefing.md")
}

/// Returns a briefing as one Markdown document. Fails where its template asks for something that is not there.
pub fn markdown(briefing: &Briefing, look: &Look) -> Result<String, Vec<Diagnostic>> {
    let mut context = Context::new();
    context.insert("briefing", briefing);
    context.insert("paper", paper(briefing.paper));
    let drawn = look.draw(MARKDOWN, &context)?;
    Ok(without_gaps(&String::from_utf8_lossy(&drawn)))
}

/// Returns an engine for templates of Markdown: what they put in is escaped for it, as HTML is in the others.
pub(super) fn engine() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".md"]);
    tera.set_escape_fn(escape);
    tera.register_filter("quoted", |words: &str, _: Kwargs, _: &State| Value::safe_string(&quoted(&text(words))));
    tera.register_filter("link", |url: &str, _: Kwargs, _: &State| Value::safe_string(&link(url)));
    tera
}

fn escape(words: &str, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(text(words).as_bytes())
}

/// A YAML string. Every JSON string is one, as long as it holds no control characters, and [`text`] leaves none.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A web address as a link that shows itself, with everything percent-encoded that an address need not hold; anything
/// else as text.
fn link(url: &str) -> String {
    if !is_web(url) {
        return text(url);
    }
    let mut out = String::from("<");
    for byte in url.trim().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte.into()),
            b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'@' | b'!' | b'$' | b'&' => out.push(byte.into()),
            b'(' | b')' | b'+' | b',' | b';' | b'=' | b'%' => out.push(byte.into()),
            other => write!(out, "%{other:02X}").expect("a string takes every character"),
        }
    }
    out + ">"
}

fn is_web(url: &str) -> bool {
    let url = url.trim().to_ascii_lowercase();
    url.starts_with("https://") || url.starts_with("http://")
}

/// Makes one empty line of several, so that a template need not count them; none stands at either end.
fn without_gaps(drawn: &str) -> String {
    let mut out = String::with_capacity(drawn.len());
    for line in drawn.trim().lines().map(str::trim_end) {
        if !(line.is_empty() && out.ends_with("\n\n")) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
