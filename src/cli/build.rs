//! `newsbook build`: reads everything, draws everything, and then writes what changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;
use serde::Serialize;

use super::project::{self, Project};
use super::report::{self, Told, counted};
use super::{Exit, Globals};
use crate::config;
use crate::diag::Diagnostic;
use crate::disk;
use crate::edits::LOCK_FILE;
use crate::model::{Newsbook, OutputFile};
use crate::pipeline::{self, Outcome};

/// Build the site, the briefings and the data
///
/// Reads the articles of the project, finds the dated events in them, and writes the site. With an error nothing in
/// the output folder changes.
#[derive(Debug, Default, Args)]
#[command(after_long_help = "\
Examples:
  newsbook build
  newsbook build -C desk -o public --base-url https://example.org/desk/
  newsbook build --strict --json")]
pub(super) struct BuildArgs {
    /// The folder to write to instead of the config's
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,

    /// The address under which the site will be published
    #[arg(long, value_name = "URL", value_parser = config::base_url)]
    base_url: Option<String>,

    /// Treat every warning as an error
    #[arg(long)]
    strict: bool,

    /// Leave files in the output folder that Newsbook did not write, instead of stopping
    #[arg(long)]
    keep_foreign: bool,

    /// Say how long each step took
    #[arg(long)]
    timings: bool,
}

/// What came of a build.
#[derive(Default)]
struct Built {
    diagnostics: Vec<Diagnostic>,
    counts: Counts,
    outputs: Vec<String>,
    folder: PathBuf,
    steps: Vec<(&'static str, Duration)>,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Counts {
    articles: usize,
    undated: usize,
    duplicates: usize,
    events: usize,
    /// Events that more than one report tells.
    merged: usize,
    editions: usize,
    pages: usize,
    briefings: usize,
    files: usize,
    written: usize,
    unchanged: usize,
    deleted: usize,
}

#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    counts: Counts,
    outputs: &'a [String],
    diagnostics: Vec<Told<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    milliseconds: Option<BTreeMap<&'static str, f64>>,
}

pub(super) fn run(globals: &Globals, args: &BuildArgs) -> Exit {
    let start = Instant::now();
    let built = build(globals, args);
    let exit = Exit::after(&built.diagnostics, args.strict);
    report::print(globals, &built.diagnostics);
    if globals.json {
        report::to_stdout_as_json(&answer(&built, exit, args.timings));
        return exit;
    }
    if exit != Exit::Done {
        report::to_stderr("nothing was written\n");
    } else if !globals.quiet {
        report::to_stdout(&summary(&built, start.elapsed()));
    }
    if args.timings {
        report::to_stderr(&timings(&built.steps));
    }
    exit
}

/// Does it. Files are written only when nothing is an error, and under `--strict` nothing a warning.
fn build(globals: &Globals, args: &BuildArgs) -> Built {
    let mut built = Built::default();
    let start = Instant::now();
    let (project, found) = project::open(globals, args.output.as_deref());
    built.diagnostics = found;
    built.steps.push(("load", start.elapsed()));
    let Some(mut project) = project.filter(|_| Exit::after(&built.diagnostics, args.strict) == Exit::Done) else {
        return built;
    };
    if let Some(url) = &args.base_url {
        project.config.site.base_url = Some(url.clone());
    }
    let outcome = pipeline::build(&project.config, &project.inputs, project.today);
    built.diagnostics.extend(outcome.diagnostics.iter().cloned());
    built.steps.extend(&outcome.timings);
    built.counts = counts(&outcome);
    if Exit::after(&built.diagnostics, args.strict) == Exit::Done {
        let start = Instant::now();
        write(globals, args, &project, outcome, &mut built);
        built.steps.push(("write", start.elapsed()));
    }
    built
}

/// Writes the site and then the lock, which keeps the ids that the site now uses.
fn write(globals: &Globals, args: &BuildArgs, project: &Project, outcome: Outcome, built: &mut Built) {
    match disk::publish(&project.output, &outcome.files, args.keep_foreign) {
        Ok(published) => {
            built.counts.written = published.written;
            built.counts.unchanged = published.unchanged;
            built.counts.deleted = published.deleted;
        }
        Err(diagnostics) => return built.diagnostics.extend(diagnostics),
    }
    let lock = OutputFile { path: LOCK_FILE.into(), bytes: outcome.lock.into_bytes() };
    built.diagnostics.extend(disk::write_beside(&globals.project, &lock).err());
    built.outputs = outcome.files.into_iter().map(|file| file.path).collect();
    built.folder.clone_from(&project.output);
}

fn counts(outcome: &Outcome) -> Counts {
    let book: &Newsbook = &outcome.newsbook;
    let ending = |end: &str| outcome.files.iter().filter(|file| file.path.ends_with(end)).count();
    Counts {
        articles: book.articles.len(),
        undated: book.articles.iter().filter(|article| article.published.is_none()).count(),
        duplicates: book.duplicates.len(),
        events: book.events.len(),
        merged: book.events.iter().filter(|event| event.mentions.len() > 1).count(),
        editions: book.editions.len(),
        pages: ending(".html"),
        briefings: ending("briefing.md"),
        files: outcome.files.len(),
        ..Counts::default()
    }
}

fn answer(built: &Built, exit: Exit, timings: bool) -> Answer<'_> {
    let milliseconds = |(name, time): &(&'static str, Duration)| (*name, time.as_secs_f64() * 1000.0);
    Answer {
        version: 1,
        command: "build",
        ok: exit == Exit::Done,
        counts: built.counts,
        outputs: &built.outputs,
        diagnostics: built.diagnostics.iter().map(Told::from).collect(),
        milliseconds: timings.then(|| built.steps.iter().map(milliseconds).collect()),
    }
}

fn summary(built: &Built, time: Duration) -> String {
    let counts = &built.counts;
    let undated = if counts.undated > 0 { format!(" ({} undated)", counts.undated) } else { String::new() };
    let merged = if counts.merged > 0 { format!(", {} told more than once", counts.merged) } else { String::new() };
    let mut text = format!("Read      {}{undated}\n", counted(counts.articles, "article"));
    let _ = writeln!(text, "Found     {}{merged}", counted(counts.events, "event"));
    let _ = writeln!(
        text,
        "Wrote     {}, {}, {} → {} in {:.1} s",
        counted(counts.editions, "edition"),
        counted(counts.pages, "page"),
        counted(counts.briefings, "briefing"),
        folder(&built.folder),
        time.as_secs_f64()
    );
    let _ = writeln!(text, "          {}", changes(counts));
    for (index, line) in look_at(counts).iter().enumerate() {
        let head = if index == 0 { "Look at" } else { "" };
        let _ = writeln!(text, "{head:<10}{line}");
    }
    text
}

/// Returns a folder as people write it: without a leading `./`, with `/` at its end.
fn folder(path: &Path) -> String {
    let shown = path.strip_prefix(".").unwrap_or(path).display().to_string();
    format!("{}/", shown.trim_end_matches('/'))
}

fn changes(counts: &Counts) -> String {
    if counts.written + counts.deleted == 0 {
        return "nothing has changed since the last build".into();
    }
    let deleted = if counts.deleted > 0 { format!(", {} deleted", counts.deleted) } else { String::new() };
    format!("{} written, {} unchanged{deleted}", counted(counts.written, "file"), counts.unchanged)
}

/// What a person should see to, with the command that shows it.
fn look_at(counts: &Counts) -> Vec<String> {
    let mut lines = Vec::new();
    if counts.undated > 0 {
        let articles = counted(counts.undated, "article");
        lines.push(format!("{articles} without a date: newsbook list articles --where 'date=-'"));
    }
    if counts.duplicates > 0 {
        lines.push(format!("{} of articles that look like copies", counted(counts.duplicates, "pair")));
    }
    lines
}

fn timings(steps: &[(&'static str, Duration)]) -> String {
    let line = |(name, time): &(&str, Duration)| format!("{name:<10}{:>9.1} ms\n", time.as_secs_f64() * 1000.0);
    steps.iter().map(line).collect()
}
