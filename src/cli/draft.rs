//! What `event new` and `edition new` share: a new file, never over an old one, opened where somebody can edit it.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::Command;

use serde::Serialize;

use super::report::{self, Told};
use super::{Exit, Globals, project};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::disk;
use crate::model::{Newsbook, OutputFile};
use crate::pipeline;

/// What a draft is made from.
pub(super) struct Desk {
    pub config: Config,
    pub book: Newsbook,
}

/// A file to be written.
pub(super) struct Written {
    pub command: &'static str,
    pub path: String,
    pub text: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    file: Option<&'a str>,
    diagnostics: Vec<Told<'a>>,
}

/// Opens the project. Mistakes in it do not stand in the way of writing more of it.
pub(super) fn open(globals: &Globals, command: &'static str) -> Result<Desk, Exit> {
    let (project, mut diagnostics) = project::open(globals, None);
    let Some(mut project) = project else { return Err(refuse(globals, command, &diagnostics)) };
    project.config.site.drafts = true;
    let known = pipeline::know(&project.config, &project.inputs, project.today);
    diagnostics.extend(known.diagnostics);
    match Exit::after(&diagnostics, false) {
        Exit::Lock | Exit::Disk => Err(refuse(globals, command, &diagnostics)),
        _ => Ok(Desk { config: project.config, book: known.newsbook }),
    }
}

/// Says why nothing was written.
pub(super) fn refuse(globals: &Globals, command: &'static str, diagnostics: &[Diagnostic]) -> Exit {
    report::print(globals, diagnostics);
    if globals.json {
        let diagnostics = diagnostics.iter().map(Told::from).collect();
        report::to_stdout_as_json(&Answer { version: 1, command, ok: false, file: None, diagnostics });
    } else {
        report::to_stderr("nothing was written\n");
    }
    Exit::after(diagnostics, false)
}

/// Writes the file and opens it.
pub(super) fn write(globals: &Globals, written: &Written) -> Exit {
    let file = OutputFile { path: written.path.clone(), bytes: written.text.clone().into() };
    if let Err(fault) = disk::write_new(&globals.project, &file) {
        return refuse(globals, written.command, &[fault]);
    }
    if globals.json {
        let (command, file) = (written.command, Some(written.path.as_str()));
        report::to_stdout_as_json(&Answer { version: 1, command, ok: true, file, diagnostics: Vec::new() });
        return Exit::Done;
    }
    if !globals.quiet {
        report::to_stdout(&format!("Wrote     {}\n", written.path));
    }
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        edit(&globals.project.join(&written.path));
    }
    Exit::Done
}

/// Opens a file in the user's editor. Without one the file waits where it is.
fn edit(path: &Path) {
    let set = |name| std::env::var(name).ok().filter(|command| !command.trim().is_empty());
    let Some(command) = set("VISUAL").or_else(|| set("EDITOR")) else { return };
    let mut words = command.split_whitespace();
    let Some(program) = words.next() else { return };
    if let Err(error) = Command::new(program).args(words).arg(path).status() {
        report::to_stderr(&format!("`{program}` cannot be opened: {error}\n"));
    }
}
