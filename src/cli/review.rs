//! `newsbook review`: what needs a human, worst first.

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::report::{self, counted, to_stdout, to_stdout_as_json};
use super::{Exit, Globals, project};
use crate::checks::{Named, likely_duplicates, names};
use crate::diag::{Code, Diagnostic};
use crate::edits::{self, Difference, Lock, Told};
use crate::model::{Article, ArticleIx, Confidence, Edition, Event, Newsbook};
use crate::pipeline::{self, Known};

/// How many characters of a headline are shown.
const SHOWN: usize = 60;

/// How many of one reason are shown unasked.
const FIRST: usize = 10;

/// In how many events a name stands before it is offered unasked.
const OFTEN: usize = 2;

/// List what needs a human, worst first
///
/// Each line has the reason, the id, what it is about, and the command that settles it. Without a flag the first ten
/// of every reason are listed, names only when they stand in several events, new events only after the first release.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook review
  newsbook review --undated --low
  newsbook review --new --since 2025-12-05")]
pub(super) struct ReviewArgs {
    /// Events that are new or told otherwise since a release
    #[arg(long)]
    new: bool,

    /// Events of low confidence, and editions that rest on one outlet
    #[arg(long)]
    low: bool,

    /// Articles without a date
    #[arg(long)]
    undated: bool,

    /// Articles that look like copies, and events of one day that look like one
    #[arg(long)]
    dupes: bool,

    /// Names that content/entities does not list
    #[arg(long)]
    names: bool,

    /// What new is counted from: `release`, the last one, or the last one up to a day
    #[arg(long, value_name = "WHEN", value_parser = since, default_value = "release", hide_default_value = true)]
    since: Since,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Since {
    Release,
    Day(NaiveDate),
}

/// One thing to settle.
#[derive(Debug, Serialize)]
struct Item {
    reason: &'static str,
    id: String,
    about: String,
    command: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    items: &'a [Item],
}

fn since(text: &str) -> Result<Since, &'static str> {
    match (text, text.parse()) {
        ("release", _) => Ok(Since::Release),
        (_, Ok(day)) => Ok(Since::Day(day)),
        _ => Err("write `release`, or a day such as 2025-12-05"),
    }
}

impl ReviewArgs {
    /// Whether no kind of thing was picked.
    fn asks_for_all(&self) -> bool {
        !(self.new || self.low || self.undated || self.dupes || self.names)
    }
}

pub(super) fn run(globals: &Globals, args: &ReviewArgs) -> Exit {
    let (project, mut diagnostics) = project::open(globals, None);
    let known = project.map(|project| pipeline::know(&project.config, &project.inputs, project.today));
    diagnostics.extend(known.iter().flat_map(|known| known.diagnostics.iter().cloned()));
    let exit = Exit::after(&diagnostics, false);
    // What is only told otherwise than it was published is what this verb is for.
    let Some(known) = known.filter(|_| matches!(exit, Exit::Done | Exit::Refused)) else {
        report::print(globals, &diagnostics);
        return exit;
    };
    let items = items(&known, args);
    if globals.json {
        to_stdout_as_json(&Answer { version: 1, command: "review", ok: true, items: &items });
    } else {
        to_stdout(&table(&items, if args.asks_for_all() { FIRST } else { usize::MAX }));
    }
    Exit::Done
}

fn items(known: &Known, args: &ReviewArgs) -> Vec<Item> {
    let book = &known.newsbook;
    let all = args.asks_for_all();
    let mut items = Vec::new();
    if all || args.new {
        items.extend(changed(known));
    }
    if all || args.undated {
        items.extend(book.articles.iter().filter(|article| article.published.is_none()).map(undated));
    }
    if all || args.dupes {
        items.extend(copies(book));
        items.extend(twins(book));
    }
    if all || args.low {
        items.extend(book.events.iter().filter(|event| event.confidence == Confidence::Low).map(low));
        items.extend(book.editions.iter().filter_map(|edition| single_source(book, edition)));
    }
    if args.new || all && !known.lock.releases.is_empty() {
        items.extend(new_events(book, &known.lock, args.since));
    }
    if all || args.names {
        let least = if args.names { 1 } else { OFTEN };
        let unlisted = names(book).into_iter().filter(|name| name.entity.is_none() && name.events >= least);
        items.extend(unlisted.map(unlisted_name));
    }
    items
}

/// What was published otherwise, or is told no more, and no sentence says so: a build says how to mend it.
fn changed(known: &Known) -> impl Iterator<Item = Item> {
    let told = known.diagnostics.iter().filter(|found| matches!(found.code, Code::SilentChange | Code::Vanished));
    told.map(|found| Item {
        reason: if found.code == Code::Vanished { "vanished" } else { "changed" },
        id: first_id(found),
        about: found.message.clone(),
        command: found.fix.clone().unwrap_or_default(),
    })
}

/// The first thing between backticks that is an id.
fn first_id(found: &Diagnostic) -> String {
    let mut quoted = found.message.split('`').skip(1).step_by(2);
    quoted.find(|word| crate::model::Id::parse(word).is_some()).unwrap_or_default().to_owned()
}

fn undated(article: &Article) -> Item {
    Item {
        reason: "undated",
        id: article.id.to_string(),
        about: article.path.clone(),
        command: format!("newsbook set {} date=… --because \"…\"", typed(&article.path)),
    }
}

fn copies(book: &Newsbook) -> impl Iterator<Item = Item> {
    let path = |ix: ArticleIx| &book[ix].path;
    book.duplicates.iter().map(move |pair| Item {
        reason: "copy",
        id: book[pair.second].id.to_string(),
        about: format!("shares {:.0} % of its words with {}", pair.share * 100.0, path(pair.first)),
        command: format!("newsbook set {} ignore=true --because \"…\"", typed(path(pair.second))),
    })
}

fn twins(book: &Newsbook) -> impl Iterator<Item = Item> {
    likely_duplicates(book).into_iter().map(|(one, other)| {
        let (one, other) = (&book[one], &book[other]);
        Item {
            reason: "one event?",
            id: other.id.to_string(),
            about: format!("{} / {}", other.headline, one.headline),
            command: format!("newsbook merge {} {} --because \"…\"", one.id, other.id),
        }
    })
}

fn low(event: &Event) -> Item {
    Item {
        reason: "low",
        id: event.id.to_string(),
        about: event.headline.clone(),
        command: format!("newsbook set {} confidence=medium --because \"…\"", event.id),
    }
}

fn single_source(book: &Newsbook, edition: &Edition) -> Option<Item> {
    let events = || edition.events.iter().chain(&edition.ahead).map(|ix| &book[*ix]);
    let mut articles: Vec<&Article> =
        events().flat_map(|event| &event.mentions).map(|mention| &book[book[*mention].article]).collect();
    articles.dedup_by(|a, b| a.path == b.path);
    let outlet = |article: &Article| article.source.clone().unwrap_or_else(|| article.path.clone());
    let first = outlet(articles.first()?);
    let single = events().count() > 1 && articles.iter().all(|article| outlet(article) == first);
    single.then(|| Item {
        reason: "one source",
        id: edition.id.clone(),
        about: format!("all {} events come from {first}", events().count()),
        command: "add an article of another outlet; until then the edition says so itself".into(),
    })
}

fn new_events(book: &Newsbook, lock: &Lock, since: Since) -> impl Iterator<Item = Item> {
    let until =
        |day| lock.releases.iter().filter(move |release| release.day <= day).map(|release| release.number).max();
    let before = match since {
        Since::Release => edits::state_at(lock, None),
        Since::Day(day) => edits::state_at(lock, Some(until(day).unwrap_or(0))),
    };
    let differences = edits::differences(&before, &edits::state_now(&book.events));
    differences.into_iter().filter_map(|Difference { event, before, after }| {
        let (reason, told): (_, Told) = match (before, after?) {
            (None, after) => ("new", after),
            (Some(_), after) => ("different", after),
        };
        let command = format!("newsbook hide {event} --because \"…\", unless it is right as it is");
        Some(Item { reason, id: event.to_string(), about: told.headline, command })
    })
}

fn unlisted_name(Named { name, slug, is_place, events, .. }: Named) -> Item {
    let (kind, file) = if is_place { ("place", "places") } else { ("person|body|office", "people") };
    Item {
        reason: "name",
        id: "-".into(),
        about: format!("{name}, in {}", counted(events, "event")),
        command: format!("add to content/entities/{file}.yml: - {{ id: {slug}, name: \"{name}\", kind: {kind} }}"),
    }
}

/// A path as it is typed at a prompt.
fn typed(path: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if path.chars().all(plain) { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

fn table(items: &[Item], most: usize) -> String {
    if items.is_empty() {
        return "Nothing needs you.\n".into();
    }
    let width = |text: &dyn Fn(&Item) -> usize| items.iter().map(text).max().unwrap_or_default();
    let (ids, abouts) = (width(&|item| item.id.len()), width(&|item| cut(&item.about).chars().count()));
    let line = |item: &Item| {
        let about = cut(&item.about);
        format!("{:<10}  {:<ids$}  {about:<abouts$}  {}\n", item.reason, item.id, item.command)
    };
    let mut text = String::new();
    for group in items.chunk_by(|a, b| a.reason == b.reason) {
        text.extend(group.iter().take(most).map(line));
        if let Some(more) = group.len().checked_sub(most).filter(|more| *more > 0) {
            let flag = flag(group[0].reason);
            text.push_str(&format!("{:<10}  {:<ids$}  and {more} more: newsbook review {flag}\n", group[0].reason, ""));
        }
    }
    format!("{text}{} to settle\n", counted(items.len(), "thing"))
}

/// The flag that shows all of a reason.
fn flag(reason: &str) -> &'static str {
    match reason {
        "undated" => "--undated",
        "copy" | "one event?" => "--dupes",
        "low" | "one source" => "--low",
        "name" => "--names",
        _ => "--new",
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= SHOWN { text.to_owned() } else { text.chars().take(SHOWN - 1).chain(['…']).collect() }
}
