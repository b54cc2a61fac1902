//! What `set`, `merge`, `split`, `hide` and `pin` share: a decision is tried on the whole project before it is written.
//!
//! The newsbook is made from the corrected text as the next build would make it. Where that shows a mistake that was
//! not there before, the message is that of a build, with the line as it would stand, and nothing is written.

use clap::Args;
use serde::Serialize;

use super::project::{self, Project};
use super::report::{self, Told};
use super::{Exit, Globals};
use crate::diag::{Code, Diagnostic, Level};
use crate::disk;
use crate::edits::{self, Amendment, Remark};
use crate::model::{InputFile, Newsbook, OutputFile};
use crate::pipeline::{self, Known};

/// Who decides and why.
#[derive(Debug, Default, Args)]
pub(super) struct Why {
    /// The reason, for whoever reads the history
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,

    /// Who decides it
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

/// What readers are told.
#[derive(Debug, Default, Args)]
pub(super) struct Correction {
    /// What readers are told, where this corrects something that was published
    #[arg(long, value_name = "TEXT")]
    correction: Option<String>,
}

impl Correction {
    pub fn text(&self) -> Option<&str> {
        self.correction.as_deref()
    }
}

/// A project and what it says now.
pub(super) struct Desk {
    project: Project,
    before: Known,
}

/// One thing that becomes different.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Changed {
    pub id: String,
    pub what: &'static str,
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    file: &'a str,
    changes: &'a [Changed],
    diagnostics: Vec<Told<'a>>,
}

/// Says what became different, in words and as values, from the newsbook before and after.
pub(super) type Tell<'a> = &'a dyn Fn(&Newsbook, &Newsbook) -> (String, Vec<Changed>);

/// A decision and how to tell it.
pub(super) struct Decision<'a> {
    pub command: &'static str,
    pub amendment: Amendment<'a>,
    pub why: &'a Why,
    pub correction: Option<&'a str>,
    pub tell: Tell<'a>,
}

impl Desk {
    /// Opens the project. Mistakes elsewhere in it do not matter here; those that make ids uncertain do.
    pub fn open(globals: &Globals, command: &'static str) -> Result<Self, Exit> {
        let (project, mut diagnostics) = project::open(globals, None);
        let Some(project) = project else { return Err(refuse(globals, command, &diagnostics)) };
        let before = pipeline::know(&project.config, &project.inputs, project.today);
        diagnostics.extend(before.diagnostics.iter().cloned());
        match Exit::after(&diagnostics, false) {
            Exit::Lock | Exit::NoInput => Err(refuse(globals, command, &diagnostics)),
            _ => Ok(Self { project, before }),
        }
    }

    pub fn book(&self) -> &Newsbook {
        &self.before.newsbook
    }

    /// Tries the decision, writes it where it is right, and says so.
    pub fn decide(&mut self, globals: &Globals, decision: &Decision) -> Exit {
        let text = match self.amended(decision) {
            Ok(text) => text,
            Err(diagnostic) => return refuse(globals, decision.command, &[diagnostic]),
        };
        let path = self.project.config.input.overrides.clone();
        self.project.inputs.overrides = Some(InputFile { path: path.clone(), bytes: text.clone().into_bytes() });
        let after = pipeline::know(&self.project.config, &self.project.inputs, self.project.today);
        let fresh: Vec<Diagnostic> = after.diagnostics.iter().filter(|found| !self.was_said(found)).cloned().collect();
        if fresh.iter().any(|found| found.level == Level::Error || found.code == Code::IdleOverride) {
            // A decision that changes nothing is a mistake when it is made, and only later a warning.
            let fresh: Vec<_> = fresh.into_iter().map(|found| Diagnostic { level: Level::Error, ..found }).collect();
            return refuse(globals, decision.command, &fresh);
        }
        if let Err(fault) = disk::write_beside(&globals.project, &OutputFile { path: path.clone(), bytes: text.into() })
        {
            return refuse(globals, decision.command, &[fault]);
        }
        let (words, changes) = (decision.tell)(&self.before.newsbook, &after.newsbook);
        report::print(globals, &fresh);
        if globals.json {
            let diagnostics = fresh.iter().map(Told::from).collect();
            let command = decision.command;
            report::to_stdout_as_json(&Answer {
                version: 1,
                command,
                ok: true,
                file: &path,
                changes: &changes,
                diagnostics,
            });
        } else if !globals.quiet {
            report::to_stdout(&format!("{words}Wrote     {path}; newsbook build publishes it\n"));
        }
        Exit::Done
    }

    fn amended(&self, decision: &Decision) -> Result<String, Diagnostic> {
        let path = &self.project.config.input.overrides;
        let old = self.project.inputs.overrides.as_ref().map(|file| str::from_utf8(&file.bytes));
        let old = match old.transpose() {
            Ok(text) => text,
            Err(_) => return Err(self.unreadable(path)),
        };
        let remark = Remark {
            because: decision.why.because.clone(),
            by: decision.why.by.clone(),
            on: Some(self.project.today.to_string()),
            correction: decision.correction.map(str::to_owned),
        };
        let amended = edits::amend(path, old, &decision.amendment, &remark);
        // Where the file has mistakes of its own, they are why.
        amended.map_err(|fault| self.fault_of(path).unwrap_or(fault))
    }

    fn unreadable(&self, path: &str) -> Diagnostic {
        self.fault_of(path).unwrap_or_else(|| Diagnostic::error(Code::NotYaml, "is not UTF-8 text").in_file(path))
    }

    fn fault_of(&self, path: &str) -> Option<Diagnostic> {
        let of_file = |found: &&Diagnostic| found.place.as_ref().is_some_and(|place| place.file == path);
        self.before.diagnostics.iter().filter(|found| found.level == Level::Error).find(of_file).cloned()
    }

    /// Whether the project had this fault before; a new line may have moved it.
    fn was_said(&self, found: &Diagnostic) -> bool {
        self.before.diagnostics.iter().any(|known| known.code == found.code && known.message == found.message)
    }
}

/// Says why nothing was written.
pub(super) fn refuse(globals: &Globals, command: &'static str, diagnostics: &[Diagnostic]) -> Exit {
    report::print(globals, diagnostics);
    if globals.json {
        let diagnostics = diagnostics.iter().map(Told::from).collect();
        report::to_stdout_as_json(&Answer { version: 1, command, ok: false, file: "", changes: &[], diagnostics });
    } else {
        report::to_stderr("nothing was written\n");
    }
    Exit::after(diagnostics, false)
}

/// Returns an event's id with its headline, as messages show it.
pub(super) fn named(book: &Newsbook, id: &str) -> String {
    let event = book.events.iter().find(|event| event.id.as_str() == id);
    event.map_or_else(|| id.to_owned(), |event| format!("{id} \"{}\"", event.headline))
}
