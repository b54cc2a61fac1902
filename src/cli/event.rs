//! `newsbook event new`: a file for an event that no article tells.

use clap::{Args, Subcommand};

use super::draft::{self, Written};
use super::{Exit, Globals};
use crate::diag::{Code, Diagnostic};
use crate::edits::{NewEvent, draft_event};
use crate::model::{Edtf, Glob};

/// Write events by hand
#[derive(Debug, Args)]
pub(super) struct EventArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    New(NewArgs),
}

/// Write the file of a new event, with what it can say as comments
///
/// Opens it with $VISUAL or $EDITOR at a terminal.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook event new --date 2025-12-08 --title 'The council met behind closed doors'
  newsbook event new --date 2026-01-15 --kind plan --theme talks")]
struct NewArgs {
    /// What happened, in one line
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// When, as EDTF: 2025-12-08, 2025-12~, 2025-12-01/2025-12-07
    #[arg(long, value_name = "DATE", value_parser = edtf)]
    date: Option<Edtf>,

    /// What sort of report it is
    #[arg(long, value_name = "KIND", value_parser = ["reported", "statement", "claim", "plan", "background"])]
    kind: Option<String>,

    /// A theme; may be given more than once
    #[arg(long = "theme", value_name = "ID")]
    themes: Vec<String>,
}

fn edtf(text: &str) -> Result<Edtf, String> {
    text.parse().map_err(|error: crate::model::EdtfError| error.to_string())
}

pub(super) fn run(globals: &Globals, args: &EventArgs) -> Exit {
    let What::New(new) = &args.what;
    let desk = match draft::open(globals, "event new") {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    let unknown = new.themes.iter().filter(|id| !desk.book.themes.iter().any(|theme| theme.id == **id));
    let unknown: Vec<Diagnostic> = unknown.map(|id| no_theme(id, &desk.book.themes)).collect();
    if !unknown.is_empty() {
        return draft::refuse(globals, "event new", &unknown);
    }
    let event = NewEvent {
        title: new.title.clone(),
        date: new.date.map(|date| date.to_string()),
        kind: new.kind.clone(),
        themes: new.themes.clone(),
    };
    let folder = desk.config.input.events.first().map_or("content/events", |pattern| Glob(pattern).folder());
    let path = format!("{folder}/{}", event.file_name());
    draft::write(globals, &Written { command: "event new", path, text: draft_event(&event, &desk.book) })
}

fn no_theme(id: &str, themes: &[crate::model::Theme]) -> Diagnostic {
    let known = || themes.iter().map(|theme| theme.id.as_str());
    let fix = match crate::diag::nearest(id, known()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("one of: {}", known().collect::<Vec<_>>().join(", ")),
    };
    Diagnostic::error(Code::UnknownId, format!("no theme `{id}`")).fix(fix)
}
