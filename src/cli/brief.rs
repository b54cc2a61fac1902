//! `newsbook brief`: one edition as one file, to print, to send or to hand on.

use std::io::{self, IsTerminal, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;

use super::report::{self, Told};
use super::{Exit, Globals, project};
use crate::diag::{Code, Diagnostic, nearest};
use crate::disk;
use crate::model::{Newsbook, OutputFile, Paper};
use crate::pipeline::{self, BRIEFS, Brief};

/// Print one edition, or write it to a file
///
/// Without an id it is the edition that the home page shows. It goes to standard output, or to the file of `-o`.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Formats:
  md      Markdown, ready for pandoc
  pdf     the printed briefing (where this program was built with it)
  html    one page for the printer of a browser, with its style inside
  email   a whole message (.eml), as HTML and as plain text
  txt     plain text

Examples:
  newsbook brief > briefing.md
  newsbook brief 2025-W49 --format email -o briefing.eml
  newsbook brief --format html --paper letter -o briefing.html")]
pub(super) struct BriefArgs {
    /// The edition, as newsbook list editions shows it
    #[arg(value_name = "ID")]
    id: Option<String>,

    /// In which form
    #[arg(long, value_name = "FORMAT", default_value = "md", value_parser = PossibleValuesParser::new(["md", "pdf", "html", "email", "txt"]))]
    format: String,

    /// The sheet of paper: `a4` or `letter`; the config's if not given
    #[arg(long, value_name = "PAPER", value_parser = PossibleValuesParser::new(["a4", "letter"]), hide_possible_values = true)]
    paper: Option<String>,

    /// The most pages that a PDF may have
    #[arg(long, value_name = "N")]
    max_pages: Option<u32>,

    /// Show an edition that is still a draft; it says so
    #[arg(long)]
    drafts: bool,

    /// The file to write instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    file: Option<String>,
    bytes: usize,
    diagnostics: Vec<Told<'a>>,
}

pub(super) fn run(globals: &Globals, args: &BriefArgs) -> Exit {
    let Some(form) = BRIEFS.iter().find(|form| form.name == args.format) else {
        report::to_stderr(
            "error: this program was built without the PDF\n  fix: cargo install --path . --features pdf, or --format html \
             and print it from a browser\n",
        );
        return Exit::Usage;
    };
    let (file, mut diagnostics) = drawn(globals, args, form);
    let written = file.and_then(|file| match write(globals, args, &file) {
        Ok(()) => Some(file.bytes.len()),
        Err(fault) => {
            diagnostics.push(fault);
            None
        }
    });
    let exit = Exit::after(&diagnostics, false);
    report::print(globals, &diagnostics);
    if globals.json {
        let file = args.output.as_ref().map(|path| path.display().to_string());
        let diagnostics = diagnostics.iter().map(Told::from).collect();
        let bytes = written.unwrap_or_default();
        report::to_stdout_as_json(&Answer {
            version: 1,
            command: "brief",
            ok: exit == Exit::Done,
            file,
            bytes,
            diagnostics,
        });
    }
    exit
}

/// The brief, unless something stands against it.
fn drawn(globals: &Globals, args: &BriefArgs, form: &Brief) -> (Option<OutputFile>, Vec<Diagnostic>) {
    let (project, mut diagnostics) = project::open(globals, None);
    let Some(mut project) = project else { return (None, diagnostics) };
    let site = &mut project.config.site;
    site.drafts = args.drafts;
    site.max_pages = args.max_pages.or(site.max_pages);
    site.paper = match args.paper.as_deref() {
        Some("a4") => Paper::A4,
        Some(_) => Paper::Letter,
        None => site.paper,
    };
    let (file, found) = pipeline::brief(&project.config, &project.inputs, project.today, args.id.as_deref(), form);
    diagnostics.extend(found);
    if Exit::after(&diagnostics, false) != Exit::Done {
        return (None, diagnostics);
    }
    if file.is_none() {
        let known = pipeline::know(&project.config, &project.inputs, project.today).newsbook;
        diagnostics.push(no_such_edition(&known, args.id.as_deref()));
    }
    (file, diagnostics)
}

fn no_such_edition(book: &Newsbook, id: Option<&str>) -> Diagnostic {
    let Some(id) = id else {
        let diagnostic = Diagnostic::error(Code::NoInput, "there is no edition yet");
        return diagnostic.fix("put articles into content/articles");
    };
    let fix = match nearest(id, book.editions.iter().map(|edition| edition.id.as_str())) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "newsbook list editions shows those that there are".into(),
    };
    Diagnostic::error(Code::UnknownId, format!("no edition `{id}`")).fix(fix)
}

fn write(globals: &Globals, args: &BriefArgs, file: &OutputFile) -> Result<(), Diagnostic> {
    let Some(path) = &args.output else {
        if globals.json {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        if args.format == "pdf" && out.is_terminal() {
            let fault = Diagnostic::error(Code::CannotAccess, "a PDF is nothing to read in a terminal");
            return Err(fault.fix("name a file: -o briefing.pdf"));
        }
        // A reader that has gone away, such as `head`, is no error.
        let _ = out.write_all(&file.bytes).and_then(|()| out.flush());
        return Ok(());
    };
    let file = OutputFile { path: path.to_string_lossy().into_owned(), bytes: file.bytes.clone() };
    disk::write_beside(Path::new(""), &file)
}
