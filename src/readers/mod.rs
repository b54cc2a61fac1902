//! Text of a file to [`Article`]: one file per format, and what all formats share.
//!
//! A format's reader makes a [`Draft`]: the text as a person would see it, cut into blocks, with whatever the file
//! says about itself. From there on all formats go the same way: boilerplate is marked (`strip`), cross-heads are
//! found (`paragraphs`), the title and the date are settled (`title`, `date`). Each step only marks; the text of an
//! article is never cut, so every span of it stays a plain substring.
//!
//! To add a format, write its file and its line in [`READERS`]. Dates inside prose are not this room's: it reads only
//! the few forms that stand at the head of an article, in file names and in metadata.

mod date;
mod dateline;
mod duplicates;
mod encoding;
mod front_matter;
mod full_date;
mod html;
mod line_rules;
mod markdown;
mod paragraphs;
mod plain;
mod strip;
mod title;

use sha2::{Digest, Sha256};

use crate::diag::{Code, Diagnostic};
use crate::model::{Article, ArticleDate, Edtf, Grade, Id, InputFile, Paragraph, ParagraphKind, Rights};
use crate::text::fingerprint;
pub use duplicates::near_duplicates;
use paragraphs::{Block, BlockKind};

/// What the user may set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Lines to set aside: those that hold one of these texts, with case and diacritics folded. `^` at its start ties
    /// a text to the start of the line, `$` at its end to the end.
    pub strip_lines: Vec<String>,
}

/// What the caller knows about a text that comes without a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    pub title: Option<String>,
    pub published: Option<Edtf>,
    pub source: Option<String>,
}

/// A format and the function that reads it.
#[derive(Debug)]
pub struct Reader {
    pub name: &'static str,
    /// Of file names, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    read: fn(Source) -> (Draft, Vec<Diagnostic>),
}

/// The formats.
pub const READERS: &[Reader] = &[
    Reader { name: "Markdown", extensions: &["md", "markdown"], read: markdown::read },
    Reader { name: "plain text", extensions: &["txt", "text"], read: plain::read },
    Reader { name: "saved page", extensions: &["html", "htm", "xhtml"], read: html::read },
];

/// A decoded file on its way into a reader.
#[derive(Clone, Copy, Debug)]
struct Source<'a> {
    file: &'a str,
    text: &'a str,
}

/// What a format's reader makes of a file.
#[derive(Debug, Default)]
struct Draft {
    text: String,
    blocks: Vec<Block>,
    about: About,
}

/// What a file says about itself: its front matter, or the metadata of a saved page.
#[derive(Debug, Default)]
struct About {
    title: Option<String>,
    published: Published,
    updated: Option<Edtf>,
    source: Option<String>,
    url: Option<String>,
    author: Option<String>,
    language: Option<String>,
    grade: Grade,
    rights: Rights,
    themes: Vec<String>,
    entities: Vec<String>,
    ignore: bool,
}

/// What metadata say about the day of publication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Published {
    #[default]
    Unsaid,
    At(Edtf),
    /// There is a date, and it cannot be read. Nothing else may stand in for it: the user has to mend it.
    Unreadable,
}

/// Reads an article.
///
/// The article is `None` where the file is not one: an unknown format, not a text, `ignore: true`, or no prose. All
/// but `ignore` are said in a warning. What is wrong in the front matter is said, left out, and stops nothing.
pub fn read(file: &InputFile, options: &ReadOptions) -> (Option<Article>, Vec<Diagnostic>) {
    let Some(reader) = reader_of(&file.path) else {
        let known = READERS.iter().flat_map(|reader| reader.extensions).map(|extension| format!(".{extension}"));
        let fix = format!("articles end in {}", known.collect::<Vec<_>>().join(", "));
        return (None, vec![Diagnostic::warn(Code::NotAnArticle, "unknown format").in_file(&file.path).fix(fix)]);
    };
    let declared = html::declared_encoding(&file.bytes).filter(|_| reader.extensions.contains(&"html"));
    let (text, mut diagnostics) = encoding::decode(&file.bytes, &file.path, declared.as_deref());
    let Some(text) = text else { return (None, diagnostics) };
    let (draft, more) = (reader.read)(Source { file: &file.path, text: &text });
    diagnostics.extend(more);
    if draft.about.ignore {
        return (None, diagnostics);
    }
    let article = finish(draft, Origin::File(file), &options.strip_lines);
    if !article.paragraphs.iter().any(|paragraph| paragraph.kind == ParagraphKind::Prose) {
        diagnostics.push(Diagnostic::warn(Code::NoProse, "holds no prose").in_file(&file.path));
        return (None, diagnostics);
    }
    (Some(article), diagnostics)
}

/// Makes an article of a text as it was pasted. `Article::text` is `text`, byte for byte; its path is `id`.
pub fn from_text(id: &str, text: &str, given: Given) -> Article {
    let about = About { title: given.title, source: given.source, ..About::default() };
    let draft = Draft { text: text.to_owned(), blocks: paragraphs::split(text, 1), about };
    finish(draft, Origin::Text { id, published: given.published }, &[])
}

fn reader_of(path: &str) -> Option<&'static Reader> {
    let (_, extension) = path.rsplit('/').next()?.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    READERS.iter().find(|reader| reader.extensions.contains(&extension.as_str()))
}

/// Where a draft comes from.
enum Origin<'a> {
    File(&'a InputFile),
    /// The id a caller gave to a text is a name, so no date is read from it.
    Text {
        id: &'a str,
        published: Option<Edtf>,
    },
}

/// The way all formats go once their text is known.
fn finish(mut draft: Draft, origin: Origin, own_lines: &[String]) -> Article {
    let found = strip::strip(&draft.text, &mut draft.blocks, own_lines);
    let headline = paragraphs::mark_headings(&draft.text, &mut draft.blocks);
    let title = title::settle(&draft, headline);
    let (path, file, given) = match origin {
        Origin::File(file) => (file.path.as_str(), Some(file), None),
        Origin::Text { id, published } => (id, None, published),
    };
    let published: Option<ArticleDate> = date::settle(&draft, &found, file.map(|_| path), given);
    let hash = Sha256::digest(file.map_or(draft.text.as_bytes(), |file| &file.bytes));
    let Draft { text, blocks, about } = draft;
    Article {
        id: Id::from_fingerprint(fingerprint(&text), 4),
        path: path.to_owned(),
        title,
        published,
        updated: about.updated.or(found.updated),
        source: about.source,
        url: about.url,
        author: about.author.or(found.author),
        language: about.language,
        grade: about.grade,
        rights: about.rights,
        themes: about.themes,
        entities: about.entities,
        paragraphs: blocks.iter().zip(1..).map(|(block, number)| paragraph(block, number)).collect(),
        text,
        stripped: found.stripped,
        hash: hexadecimal(&hash),
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn paragraph(block: &Block, number: u32) -> Paragraph {
    let kind = match block.kind {
        BlockKind::Prose | BlockKind::Item => ParagraphKind::Prose,
        BlockKind::Heading => ParagraphKind::Heading,
        BlockKind::Quote => ParagraphKind::Quote,
        BlockKind::Boilerplate => ParagraphKind::Boilerplate,
    };
    Paragraph { number, span: block.span.clone(), line: block.line, kind }
}

#[cfg(test)]
mod tests;
