//! `newsbook build`: reads everything, draws everything, and then writes what changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::project::{self, Project};
use super::report::{self, Told, counted};
use super::{Exit, Globals};
use crate::config;
use crate::diag::{Code, Diagnostic, Level, nearest};
use crate::disk;
use crate::edits::{self, LOCK_FILE};
use crate::model::{Newsbook, OutputFile, Status};
use crate::pipeline::{self, HAS_PDF, Outcome};

/// Build the site, the briefings and the data
///
/// Reads the articles of the project, finds the dated events in them, and writes the site. With an error nothing in
/// the output folder changes.
#[derive(Debug, Default, Args)]
#[command(after_long_help = "\
Examples:
  newsbook build
  newsbook build -C desk -o public --base-url https://example.org/desk/
  newsbook build --drafts -o preview
  newsbook build --release --base-url https://example.org/desk/
  newsbook build --strict --json")]
pub(super) struct BuildArgs {
    /// The folder to write to instead of the config's
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,

    /// The address under which the site will be published
    #[arg(long, value_name = "URL", value_parser = config::base_url)]
    base_url: Option<String>,

    /// Keep what is built as what was published: later changes to it are corrections
    ///
    /// Refuses while an edition is a draft, and while something published is told otherwise without a correction.
    #[arg(long, conflicts_with = "drafts")]
    release: bool,

    /// Show editions that are still drafts; every page says so
    #[arg(long)]
    drafts: bool,

    /// The edition that the home page shows instead of the latest one
    #[arg(long, value_name = "ID")]
    edition: Option<String>,

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
    /// The number of the release that was made.
    release: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Counts {
    articles: usize,
    undated: usize,
    /// Editions whose text is left out because it is a draft.
    drafts: usize,
    /// Things that the checks of the config warn of.
    warnings: usize,
    duplicates: usize,
    events: usize,
    /// Events that are not told, because an editor hid them or nothing tells them any more.
    hidden: usize,
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
    release: Option<u32>,
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
    project.config.site.drafts = args.drafts;
    project.config.site.front.clone_from(&args.edition);
    let mut outcome = pipeline::build(&project.config, &project.inputs, project.today);
    built.diagnostics.extend(outcome.diagnostics.iter().cloned());
    built.diagnostics.extend(args.edition.as_deref().and_then(|id| no_such_edition(&outcome.newsbook, id)));
    let found = warnings(&project, &outcome.newsbook);
    built.counts.warnings = found.len();
    if args.strict {
        built.diagnostics.extend(found);
    }
    if args.release {
        built.release = release(&mut outcome, project.today, &mut built.diagnostics);
    }
    built.steps.extend(&outcome.timings);
    built.counts = Counts { warnings: built.counts.warnings, ..counts(&outcome) };
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
    let lock = OutputFile { path: LOCK_FILE.into(), bytes: outcome.lock.print().into_bytes() };
    built.diagnostics.extend(disk::write_beside(&globals.project, &lock).err());
    built.outputs = outcome.files.into_iter().map(|file| file.path).collect();
    built.folder.clone_from(&project.output);
}

fn warnings(project: &Project, book: &Newsbook) -> Vec<Diagnostic> {
    let found = pipeline::checks(&project.config, book).into_iter().map(|(_, found)| found);
    found.filter(|found| found.level == Level::Warn).collect()
}

fn no_such_edition(book: &Newsbook, id: &str) -> Option<Diagnostic> {
    let known = || book.editions.iter().map(|edition| edition.id.as_str());
    let fix = match nearest(id, known()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "newsbook list editions shows those that there are".into(),
    };
    let missing = !known().any(|known| known == id);
    missing.then(|| Diagnostic::error(Code::UnknownId, format!("no edition `{id}`")).fix(fix))
}

/// Puts a release into the lock, unless something stands against it or nothing is new. Returns its number.
fn release(outcome: &mut Outcome, day: NaiveDate, diagnostics: &mut Vec<Diagnostic>) -> Option<u32> {
    for found in diagnostics.iter_mut().filter(|found| found.code == Code::SilentChange) {
        found.level = Level::Error;
    }
    diagnostics.extend(drafts(&outcome.newsbook).map(|file| {
        let diagnostic = Diagnostic::error(Code::StillDraft, "this edition is still a draft").in_file(file);
        diagnostic.fix("write `status: ready` when it is done")
    }));
    let pages = outcome.files.iter().map(|file| &file.path).filter(|path| path.ends_with("/index.html"));
    let new: Vec<String> = pages.filter(|path| !outcome.lock.addresses.contains(*path)).cloned().collect();
    outcome.lock.addresses.extend(new);
    let last = outcome.lock.releases.iter().map(|release| release.number).max();
    let now = edits::state_now(&outcome.newsbook.events);
    if last.is_none() || edits::state_at(&outcome.lock, None) != now {
        outcome.lock = edits::release(std::mem::take(&mut outcome.lock), &outcome.newsbook.events, day);
        return Some(last.unwrap_or(0) + 1);
    }
    None
}

/// The files of editions that are still drafts.
fn drafts(book: &Newsbook) -> impl Iterator<Item = &str> {
    let written = book.editions.iter().filter_map(|edition| edition.text.as_ref());
    written.filter(|text| text.status == Status::Draft).map(|text| text.file.as_str())
}

fn counts(outcome: &Outcome) -> Counts {
    let book: &Newsbook = &outcome.newsbook;
    let ending = |end: &str| outcome.files.iter().filter(|file| file.path.ends_with(end)).count();
    Counts {
        articles: book.articles.len(),
        drafts: if book.site.drafts { 0 } else { drafts(book).count() },
        undated: book.articles.iter().filter(|article| article.published.is_none()).count(),
        duplicates: book.duplicates.len(),
        events: book.events.len(),
        hidden: book.gone.len(),
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
        release: built.release,
        milliseconds: timings.then(|| built.steps.iter().map(milliseconds).collect()),
    }
}

fn summary(built: &Built, time: Duration) -> String {
    let counts = &built.counts;
    let undated = if counts.undated > 0 { format!(" ({} undated)", counts.undated) } else { String::new() };
    let merged = if counts.merged > 0 { format!(", {} told more than once", counts.merged) } else { String::new() };
    let hidden = if counts.hidden > 0 { format!(", {} hidden", counts.hidden) } else { String::new() };
    let mut text = format!("Read      {}{undated}\n", counted(counts.articles, "article"));
    let _ = writeln!(text, "Found     {}{merged}{hidden}", counted(counts.events, "event"));
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
    if let Some(number) = built.release {
        let _ = writeln!(text, "Released  number {number}; newsbook diff compares with it from now on");
    }
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
    if counts.drafts > 0 {
        lines.push(format!("{} left out: newsbook build --drafts", counted(counts.drafts, "draft")));
    }
    if counts.warnings > 0 {
        lines.push(format!("{} to look at: newsbook check", counted(counts.warnings, "thing")));
    }
    if counts.duplicates > 0 {
        lines.push(format!("{} of articles that look like copies", counted(counts.duplicates, "pair")));
    }
    if counts.editions > 0 && !HAS_PDF {
        lines.push("no PDFs, which this program was built without: cargo install --path . --features pdf".to_owned());
    }
    lines
}

fn timings(steps: &[(&'static str, Duration)]) -> String {
    let line = |(name, time): &(&str, Duration)| format!("{name:<10}{:>9.1} ms\n", time.as_secs_f64() * 1000.0);
    steps.iter().map(line).collect()
}
