//! `newsbook edition new`: a file for what a person writes about one edition.

use clap::{Args, Subcommand};

use super::draft::{self, Written};
use super::{Exit, Globals};
use crate::diag::{Code, Diagnostic, nearest};
use crate::edits::draft_edition;
use crate::model::Glob;

/// Write headline, summary and judgements of an edition
#[derive(Debug, Args)]
pub(super) struct EditionArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    New(NewArgs),
}

/// Write the file of an edition, with its events and all keys as comments
///
/// Opens it with $VISUAL or $EDITOR at a terminal. It begins as a draft: a build leaves it out until its status is
/// ready, and shows it with --drafts.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  newsbook edition new 2025-W49\n  newsbook list editions")]
struct NewArgs {
    /// The edition, as newsbook list editions shows it
    #[arg(value_name = "ID")]
    id: String,
}

pub(super) fn run(globals: &Globals, args: &EditionArgs) -> Exit {
    let What::New(new) = &args.what;
    let desk = match draft::open(globals, "edition new") {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    let Some(edition) = desk.book.editions.iter().find(|edition| edition.id == new.id) else {
        let fix = match nearest(&new.id, desk.book.editions.iter().map(|edition| edition.id.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "newsbook list editions shows those that have events".into(),
        };
        let fault = Diagnostic::error(Code::UnknownId, format!("no edition `{}`", new.id)).fix(fix);
        return draft::refuse(globals, "edition new", &[fault]);
    };
    if let Some(text) = &edition.text {
        let fault = Diagnostic::error(Code::GivenTwice, format!("`{}` has a file already", new.id)).in_file(&text.file);
        return draft::refuse(globals, "edition new", &[fault.fix("edit that one")]);
    }
    let folder = desk.config.input.editions.first().map_or("content/editions", |pattern| Glob(pattern).folder());
    let path = format!("{folder}/{}.md", edition.id);
    draft::write(globals, &Written { command: "edition new", path, text: draft_edition(edition, &desk.book) })
}
