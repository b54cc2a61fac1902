//! `editions/ID/briefing.md`: a briefing as Markdown that is ready for PDF.
//!
//! One file that pandoc turns into HTML, DOCX, EPUB and PDF and that a plain CommonMark reader shows well too. It uses
//! only what both understand alike: a metadata block, headings, lists, emphasis and footnotes; no table, no raw HTML,
//! no attributes. We write it ourselves because every library that prints Markdown escapes for one reader only, and
//! an article must not break the structure in any of them (see [`escape`]).
//!
//! Two rules come from pandoc. A footnote is referred to once, since pandoc prints it anew at each reference: lists
//! that name an event again say `note 3`. And a value of the metadata block is Markdown in itself, so it is escaped
//! like text and then quoted for YAML.

mod escape;

pub use escape::{plain, text};

use std::fmt::Write;

use tera::Context;

use super::edition::paper;
use super::look::MARKDOWN;
use super::{Drawn, Look, Pieces};
use crate::model::{Newsbook, OutputFile};
use crate::pages::briefing::{
    Briefing, Citation, Claimed, DateSection, Entry, Judged, Line, Note, Number, Source, Step, ThemeSection,
    ThreadSection, counted,
};
use crate::pages::{ConfidenceView, Page, Target, words};

/// Draws the briefing that belongs to the page of an edition, and nothing for other pages.
pub fn draw(book: &Newsbook, page: &Page<'_>, look: &Look) -> Drawn {
    let Target::Edition(id) = page.target else { return Ok(Pieces::default()) };
    let Some(edition) = book.editions.iter().find(|edition| edition.id == id) else { return Ok(Pieces::default()) };
    let briefing = page.briefing(book, edition);
    let bytes = if look.has(MARKDOWN) {
        let mut context = Context::new();
        context.insert("briefing", briefing);
        look.draw(MARKDOWN, &context)?
    } else {
        markdown(briefing).into_bytes()
    };
    Ok(vec![OutputFile { path: path(id), bytes }].into())
}

fn correction((on, said): &(Option<chrono::NaiveDate>, String)) -> String {
    let day = on.map(|day| format!("**{}** ", words::full_day(day))).unwrap_or_default();
    format!("- {day}{}", text(said))
}

/// Returns where the briefing of an edition is written, inside the output folder.
pub fn path(edition: &str) -> String {
    format!("editions/{edition}/briefing.md")
}

/// Returns a briefing as one Markdown document.
pub fn markdown(briefing: &Briefing) -> String {
    let mut out = metadata(briefing);
    if briefing.draft {
        block(&mut out, "> **DRAFT.** Not for publication.");
    }
    for paragraph in &briefing.summary {
        block(&mut out, &text(paragraph));
    }
    section(&mut out, "Key judgements", briefing.judgements.iter().zip(1..).map(judgement));
    if let Some(banner) = briefing.warning {
        block(&mut out, &format!("> **Weak sourcing.** {banner}"));
    }
    section(&mut out, "In numbers", std::iter::once(numbers(briefing)));
    section(&mut out, "Figures", briefing.figures.iter().map(figure));
    section(&mut out, "What happened, by theme", briefing.themes.iter().map(theme));
    section(&mut out, "By date", briefing.dates.iter().map(date));
    section(&mut out, "Threads", briefing.threads.iter().map(thread));
    section(&mut out, "Looking ahead", briefing.ahead.iter().map(entry));
    section(&mut out, "Undated", briefing.undated.iter().map(entry));
    section(&mut out, "What we could not establish", briefing.gaps.iter().map(|gap| format!("- {}", text(gap))));
    section(&mut out, "Corrections", briefing.corrections.iter().map(correction));
    section(&mut out, "Sources", briefing.sources.iter().zip(1..).map(source));
    section(&mut out, "Method", briefing.method.iter().map(|paragraph| text(paragraph)));
    for (note, number) in briefing.notes.iter().zip(1..) {
        block(&mut out, &footnote(note, number));
    }
    out
}

fn metadata(briefing: &Briefing) -> String {
    let paper = paper(briefing.paper);
    format!(
        "---\ntitle: {}\nsubtitle: {}\ndate: {}\nlang: {}\npapersize: {paper}\ntoc: true\n---\n",
        quoted(&text(&briefing.title)),
        quoted(&text(&briefing.subtitle)),
        quoted(&briefing.date.to_string()),
        quoted(&text(&briefing.language)),
    )
}

/// A YAML string. Every JSON string is one, as long as it holds no control characters, and [`text`] leaves none.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn numbers(briefing: &Briefing) -> String {
    let more = |line: &Number| line.more.as_deref().map(|more| format!(": {}", text(more))).unwrap_or_default();
    let line = |line: &Number| format!("- **{}**{}", counted(line), more(line));
    let mut lines: Vec<String> = briefing.numbers.iter().map(line).collect();
    lines.extend(briefing.address.as_deref().map(|address| format!("- On the web: {}", link(address))));
    lines.join("\n")
}

fn judgement((judgement, number): (&Judged, usize)) -> String {
    let mut out = format!("{number}. {}", text(&judgement.say));
    let mut how: Vec<String> = judgement.likelihood.iter().map(|term| text(term)).collect();
    how.extend(judgement.confidence.map(confidence));
    if !judgement.rests_on.is_empty() {
        let notes: Vec<String> = judgement.rests_on.iter().map(usize::to_string).collect();
        how.push(format!("rests on {} {}", if notes.len() == 1 { "note" } else { "notes" }, notes.join(", ")));
    }
    how.extend(judgement.would_change.as_deref().map(|change| format!("would change: {}", text(change))));
    let indent = " ".repeat(number.to_string().len() + 2);
    if !how.is_empty() {
        out.push_str(&format!("\\\n{indent}{}", how.join(" · ")));
    }
    out
}

fn figure(figure: &Claimed) -> String {
    let by = figure.by.as_deref().map(|by| format!(", according to {}", text(by))).unwrap_or_default();
    let note = figure.note.map(|note| format!(" (note {note})")).unwrap_or_default();
    format!("- {}{by}{note}", text(&figure.value))
}

/// A heading with its items, or nothing where there are none.
fn section(out: &mut String, title: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        return;
    }
    block(out, &format!("# {title}"));
    for item in items {
        block(out, &item);
    }
}

fn theme(section: &ThemeSection) -> String {
    let mut out = format!("## {}\n", text(&section.title));
    if let Some(why) = &section.why {
        block(&mut out, &format!("*Why it matters.* {}", text(why)));
    }
    for item in &section.entries {
        block(&mut out, &entry(item));
    }
    out
}

fn entry(entry: &Entry) -> String {
    let mut how = vec![entry.kind.to_owned()];
    how.extend(entry.speaker.as_deref().map(text));
    how.push(confidence(entry.confidence));
    if entry.reports > 1 {
        how.push(words::count(entry.reports, "article", "articles"));
    }
    let mut lines = vec![format!("- **{}**", text(&entry.date)), format!("{}[^{}]", text(&entry.headline), entry.note)];
    lines.extend(entry.text.as_deref().map(text));
    lines.extend(entry.corrections.iter().map(|correction| format!("*Corrected:* {}", text(correction))));
    lines.push(how.join(" · "));
    lines.join("\\\n  ")
}

fn confidence(confidence: ConfidenceView) -> String {
    format!("{} confidence", confidence.label.to_lowercase())
}

fn date(section: &DateSection) -> String {
    let line = |line: &Line| format!("\n  - {} (note {}; {})", text(&line.headline), line.note, text(&line.theme));
    format!("- **{}**\n{}", text(&section.date), section.lines.iter().map(line).collect::<String>())
}

fn thread(section: &ThreadSection) -> String {
    let step = |step: &Step| {
        let gap = step.gap.as_deref().map(|gap| format!(" ({gap})")).unwrap_or_default();
        let note = step.note.map(|note| format!(" (note {note})")).unwrap_or_default();
        let planned = if step.planned { ", planned" } else { "" };
        format!("\n  - {}{gap}{planned}: {}{note}", text(&step.date), text(&step.headline))
    };
    let earlier = match section.earlier {
        0 => String::new(),
        earlier => format!(" ({earlier} earlier)"),
    };
    format!("- **{}**{earlier}\n{}", text(&section.title), section.steps.iter().map(step).collect::<String>())
}

fn source((source, number): (&Source, usize)) -> String {
    let outlet = source.outlet.as_deref().map_or_else(|| "outlet not stated".to_owned(), text);
    let mut about = vec![outlet];
    about.extend(source.author.as_deref().map(text));
    about.push(source.published.clone());
    about.push(format!("grade {}", source.grade));
    about.push(words::count(source.paragraphs, "paragraph", "paragraphs"));
    about.push(text(&source.path));
    about.extend(source.url.as_deref().filter(|url| is_web(url)).map(link));
    let made = if source.title_made { " (title made from the text)" } else { "" };
    format!("{number}. {}{made}: {}", text(&source.title), about.join(" · "))
}

fn footnote(note: &Note, number: usize) -> String {
    let mut parts: Vec<String> = note.citations.iter().map(citation).collect();
    parts.extend(note.web.iter().map(web));
    parts.extend(note.file.as_deref().map(|file| format!("Written by the editor: {}.", text(file))));
    parts.push(format!("Date: {}.", text(&note.why_dated)));
    parts.push(format!("Confidence: {}.", note.confidence.label.to_lowercase()));
    parts.push(match &note.address {
        Some(address) => format!("Event {}: {}", note.event, link(address)),
        None => format!("Event {}.", note.event),
    });
    format!("[^{number}]: {}", parts.join(" "))
}

fn citation(citation: &Citation) -> String {
    let place = format!("source {}, ¶ {}", citation.source, citation.paragraph);
    match &citation.quote {
        Some(quote) => format!("“{}{}” ({place}).", text(quote), if citation.cut { " …" } else { "" }),
        None => format!("The words are withheld by the rights of the source ({place})."),
    }
}

fn web((title, url): &(Option<String>, String)) -> String {
    let title = title.as_deref().map(|title| format!("{}: ", text(title))).unwrap_or_default();
    if is_web(url) { format!("{title}{}", link(url)) } else { format!("{title}{}.", text(url)) }
}

/// An address as a link that shows itself. Everything an address need not hold is percent-encoded.
fn link(url: &str) -> String {
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

/// Adds a block, parted from what stands before it by an empty line.
fn block(out: &mut String, block: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(block.trim_end());
    out.push('\n');
}
