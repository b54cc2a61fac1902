//! `newsbook diff`: what is told otherwise than in a release.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::report::{self, counted, to_stdout, to_stdout_as_json};
use super::{Exit, Globals, project};
use crate::edits::{Difference, Lock, Told, differences, state_at, state_now};
use crate::model::{Id, Newsbook};
use crate::pipeline;

/// Show what has changed since a release, or between two
///
/// A release is named by its number or its day; `now` is what a build would publish. Without any, the last release is
/// compared with now.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook diff                              since the last release
  newsbook diff 3 --format markdown > new.md
  newsbook diff 2025-12-05 2025-12-12")]
pub(super) struct DiffArgs {
    /// The earlier state: a release or a day; the last release if not given
    #[arg(value_name = "A")]
    from: Option<String>,

    /// The later state; now if not given
    #[arg(value_name = "B")]
    to: Option<String>,

    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    #[default]
    Text,
    Markdown,
    Json,
}

/// A state of the newsbook, and what people call it.
struct State {
    name: String,
    events: BTreeMap<Id, Told>,
}

/// What differs, sorted by what became of it; each list by date.
#[derive(Default)]
struct Report {
    from: String,
    to: String,
    new: Vec<Row>,
    changed: Vec<Row>,
    gone: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    id: String,
    date: Option<String>,
    kind: String,
    headline: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Change>,
    #[serde(skip_serializing_if = "Option::is_none")]
    correction: Option<String>,
    /// What became of one that is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    became: Option<String>,
}

#[derive(Debug, Serialize)]
struct Change {
    what: &'static str,
    from: String,
    to: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    from: &'a str,
    to: &'a str,
    new: &'a [Row],
    changed: &'a [Row],
    gone: &'a [Row],
}

pub(super) fn run(globals: &Globals, args: &DiffArgs) -> Exit {
    let (project, mut diagnostics) = project::open(globals, None);
    let known = project.map(|project| pipeline::know(&project.config, &project.inputs, project.today));
    diagnostics.extend(known.iter().flat_map(|known| known.diagnostics.iter().cloned()));
    let exit = Exit::after(&diagnostics, false);
    let Some(known) = known.filter(|_| !matches!(exit, Exit::Lock | Exit::Disk | Exit::NoInput)) else {
        report::print(globals, &diagnostics);
        return exit;
    };
    let states = [state(&known, args.from.as_deref(), "last"), state(&known, args.to.as_deref(), "now")];
    let [from, to] = match states {
        [Ok(from), Ok(to)] => [from, to],
        [from, to] => {
            for fault in [from.err(), to.err()].into_iter().flatten() {
                report::to_stderr(&fault);
            }
            return Exit::Usage;
        }
    };
    let found = compare(from, to, &known.newsbook);
    match (globals.json, args.format) {
        (true, _) | (_, Format::Json) => to_stdout_as_json(&found.answer()),
        (_, Format::Text) => to_stdout(&found.text()),
        (_, Format::Markdown) => to_stdout(&found.markdown(known.newsbook.site.base_url.as_deref())),
    }
    Exit::Done
}

fn state(known: &pipeline::Known, name: Option<&str>, usual: &str) -> Result<State, String> {
    let lock = &known.lock;
    let name = name.unwrap_or(usual);
    if name == "now" {
        return Ok(State { name: "now".into(), events: state_now(&known.newsbook.events) });
    }
    let last = lock.releases.iter().max_by_key(|release| release.number);
    let release = match (name, name.parse::<u32>(), name.parse::<NaiveDate>()) {
        ("last", ..) => match last {
            Some(last) => Some(last),
            None => {
                return Ok(State { name: "the beginning, as there is no release yet".into(), events: BTreeMap::new() });
            }
        },
        (_, Ok(number), _) => lock.releases.iter().find(|release| release.number == number),
        (_, _, Ok(day)) => {
            lock.releases.iter().filter(|release| release.day <= day).max_by_key(|release| release.number)
        }
        _ => None,
    };
    let Some(release) = release else { return Err(unknown(name, lock)) };
    let name = format!("release {} of {}", release.number, release.day);
    Ok(State { name, events: state_at(lock, Some(release.number)) })
}

fn unknown(name: &str, lock: &Lock) -> String {
    let all: Vec<String> =
        lock.releases.iter().map(|release| format!("{} ({})", release.number, release.day)).collect();
    let all = if all.is_empty() { "none yet; newsbook build --release makes one".into() } else { all.join(", ") };
    format!("error: there is no release `{name}`\n  fix: the releases are: {all}\n")
}

fn compare(from: State, to: State, book: &Newsbook) -> Report {
    let mut report = Report { from: from.name, to: to.name, ..Report::default() };
    for Difference { event, before, after } in differences(&from.events, &to.events) {
        match (before, after) {
            (None, Some(after)) => report.new.push(row(&event, after)),
            (Some(before), None) => {
                let became = became(&event, book);
                report.gone.push(Row { became: Some(became), correction: None, ..row(&event, before) });
            }
            (Some(before), Some(after)) => {
                let changes = before.changes(&after).into_iter().map(|(what, from, to)| Change { what, from, to });
                let row = Row { changes: changes.collect(), ..row(&event, after) };
                // A correction that was only taken back is nothing that readers see otherwise.
                if !row.remarks().is_empty() {
                    report.changed.push(row);
                }
            }
            (None, None) => {}
        }
    }
    for list in [&mut report.new, &mut report.changed, &mut report.gone] {
        list.sort_by(|a, b| (a.date.is_none(), &a.date, &a.id).cmp(&(b.date.is_none(), &b.date, &b.id)));
    }
    report
}

fn row(id: &Id, told: Told) -> Row {
    Row {
        id: id.to_string(),
        date: told.date.map(|date| date.to_string()),
        kind: told.kind,
        headline: told.headline,
        changes: Vec::new(),
        correction: Some(told.correction).filter(|text| !text.is_empty()),
        became: None,
    }
}

fn became(id: &Id, book: &Newsbook) -> String {
    if let Some(moved) = book.moved.iter().find(|moved| moved.from == *id) {
        return format!("now part of {}", moved.to);
    }
    let note = book.gone.iter().find(|gone| gone.id == *id).map(|gone| &gone.note);
    match note.and_then(|note| note.correction.as_ref().or(note.because.as_ref())) {
        Some(reason) => format!("hidden: {reason}"),
        None => "no longer told".into(),
    }
}

impl Report {
    fn answer(&self) -> Answer<'_> {
        let Self { from, to, new, changed, gone } = self;
        Answer { version: 1, command: "diff", ok: true, from, to, new, changed, gone }
    }

    fn lists(&self) -> [(&'static str, &[Row]); 3] {
        [("New", &self.new), ("Changed", &self.changed), ("Gone", &self.gone)]
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", self.head());
        for (name, rows) in self.lists().into_iter().filter(|(_, rows)| !rows.is_empty()) {
            text.push_str(&format!("\n{name}\n"));
            for row in rows {
                let date = row.date.as_deref().unwrap_or("undated");
                text.push_str(&format!("  {}  {date:<12}  {}\n", row.id, row.headline));
                row.remarks().iter().for_each(|remark| text.push_str(&format!("        {remark}\n")));
            }
        }
        text
    }

    fn markdown(&self, base: Option<&str>) -> String {
        let mut text = format!("# What is new\n\n{}.\n", self.head());
        for (name, rows) in self.lists().into_iter().filter(|(_, rows)| !rows.is_empty()) {
            text.push_str(&format!("\n## {name}\n\n"));
            for row in rows {
                let date = row.date.as_deref().unwrap_or("undated");
                let headline = escaped(&row.headline);
                let headline =
                    base.map_or_else(|| headline.clone(), |base| format!("[{headline}]({base}e/{}/)", row.id));
                text.push_str(&format!("- **{}** {headline} (`{}`)\n", escaped(date), row.id));
                row.remarks().iter().for_each(|remark| text.push_str(&format!("  - {}\n", escaped(remark))));
            }
        }
        text
    }

    fn head(&self) -> String {
        let to = if self.to == "now" { String::new() } else { format!(" to {}", self.to) };
        let counts: Vec<String> =
            self.lists().iter().map(|(name, rows)| format!("{} {}", rows.len(), name.to_lowercase())).collect();
        let all = self.lists().iter().map(|(_, rows)| rows.len()).sum();
        let differ = if all == 1 { "differs" } else { "differ" };
        format!("Since {}{to}: {} {differ}, {}", self.from, counted(all, "event"), counts.join(", "))
    }
}

impl Row {
    fn remarks(&self) -> Vec<String> {
        let changes = self.changes.iter().map(|change| {
            let nothing = |text: &str| if text.is_empty() { "nothing".to_owned() } else { text.to_owned() };
            format!("{}: {} → {}", change.what, nothing(&change.from), nothing(&change.to))
        });
        let said = self.correction.iter().map(|text| format!("correction: {text}"));
        changes.chain(said).chain(self.became.clone()).collect()
    }
}

/// Returns a text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    let special = |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!');
    text.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect()
}
