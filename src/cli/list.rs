//! `newsbook list`: what the newsbook holds, as a table.

use std::collections::{BTreeMap, BTreeSet};

use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use super::conditions::Conditions;
use super::extract::{kind, state};
use super::report::{self, to_stdout, to_stdout_as_json};
use super::{Exit, Globals, project};
use crate::checks;
use crate::diag::Diagnostic;
use crate::model::{Article, ArticleDateBasis, Event, EventIx, Id, Newsbook, Thread};
use crate::pipeline::{self, Known};

/// What stands in a cell that holds nothing.
pub(super) const NOTHING: &str = "-";

/// List what the newsbook holds
///
/// Builds the newsbook in memory and writes nothing.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Conditions for --where name a column: `=`, `!=`, `<`, `<=`, `>`, `>=`, and `~` for \"holds\". `and` joins them.
Dates compare as far as they are written: date<=2025-12 takes all of December. `-` is an empty cell.

Examples:
  newsbook list events --where 'theme=talks and date>=2025-12'
  newsbook list events --format csv > events.csv
  newsbook list people --where 'events>=3'
  newsbook list articles --where 'date=-'")]
pub(super) struct ListArgs {
    /// What to list
    #[arg(value_enum)]
    what: What,

    /// Only the rows for which this holds
    #[arg(long = "where", value_name = "CONDITION", value_parser = Conditions::parse)]
    conditions: Option<Conditions>,

    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    Events,
    Articles,
    Editions,
    Themes,
    /// Persons, bodies and offices, and any other name that is no place
    People,
    Places,
    /// Outlets
    Sources,
    Threads,
    /// Every id that was ever given, and where it leads
    Ids,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    #[default]
    Table,
    Json,
    Csv,
}

/// Named columns and their rows.
#[derive(Debug)]
struct Table {
    name: &'static str,
    columns: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

pub(super) fn run(globals: &Globals, args: &ListArgs) -> Exit {
    let (known, diagnostics) = known(globals);
    report::print(globals, &diagnostics);
    let exit = Exit::after(&diagnostics, false);
    // What was published otherwise, or should not be published, is still there to be listed.
    let Some(known) = known.filter(|_| matches!(exit, Exit::Done | Exit::Refused)) else { return exit };
    let mut table = table(args.what, &known);
    if let Some(conditions) = &args.conditions {
        if let Some(column) = conditions.unknown_column(table.columns) {
            let columns = table.columns.join(", ");
            report::to_stderr(&format!("error: there is no column `{column}`\n  fix: use one of {columns}\n"));
            return Exit::Usage;
        }
        table.rows.retain(|row| conditions.hold(table.columns, row));
    }
    match (globals.json, args.format) {
        (true, _) | (_, Format::Json) => to_stdout_as_json(&as_json(&table)),
        (_, Format::Csv) => to_stdout(&as_csv(&table)),
        (_, Format::Table) => to_stdout(&in_columns(&table)),
    }
    Exit::Done
}

fn known(globals: &Globals) -> (Option<Known>, Vec<Diagnostic>) {
    let (project, mut diagnostics) = project::open(globals, None);
    let Some(project) = project else { return (None, diagnostics) };
    let known = pipeline::know(&project.config, &project.inputs, project.today);
    diagnostics.extend(known.diagnostics.iter().cloned());
    (Some(known), diagnostics)
}

fn table(what: What, known: &Known) -> Table {
    let book = &known.newsbook;
    match what {
        What::Events => Table {
            name: "events",
            columns: &["id", "date", "state", "kind", "theme", "headline", "sources"],
            rows: book.events.iter().map(|event| event_row(event, book)).collect(),
        },
        What::Articles => Table {
            name: "articles",
            columns: &["id", "date", "from", "events", "source", "title", "path"],
            rows: book.articles.iter().enumerate().map(|(ix, article)| article_row(ix, article, book)).collect(),
        },
        What::Editions => Table {
            name: "editions",
            columns: &["id", "first", "last", "events", "ahead", "label"],
            rows: book.editions.iter().map(edition_row).collect(),
        },
        What::Themes => Table {
            name: "themes",
            columns: &["id", "events", "title"],
            rows: (0..book.themes.len()).map(|ix| theme_row(ix, book)).collect(),
        },
        What::People => Table { name: "people", columns: NAMES, rows: names_of(book, false) },
        What::Places => Table { name: "places", columns: NAMES, rows: names_of(book, true) },
        What::Sources => Table {
            name: "sources",
            columns: &["name", "articles", "undated", "grade", "first", "last"],
            rows: sources(book),
        },
        What::Threads => Table {
            name: "threads",
            columns: &["id", "events", "first", "last", "title"],
            rows: book.threads.iter().map(|thread| thread_row(thread, book)).collect(),
        },
        What::Ids => Table { name: "ids", columns: &["id", "what", "to", "title"], rows: ids(known) },
    }
}

fn event_row(event: &Event, book: &Newsbook) -> Vec<String> {
    let theme = event.themes.first().and_then(|hit| book.themes.get(hit.theme)).map(|theme| theme.id.clone());
    let sources: BTreeSet<_> = event.mentions.iter().map(|ix| book[*ix].article).collect();
    vec![
        event.id.to_string(),
        or_nothing(event.date.as_ref().map(|dated| dated.date.to_string())),
        state(event.state).into(),
        kind(event.kind).into(),
        or_nothing(theme),
        event.headline.clone(),
        sources.len().to_string(),
    ]
}

fn article_row(ix: usize, article: &Article, book: &Newsbook) -> Vec<String> {
    let tells = |event: &&Event| event.mentions.iter().any(|mention| book[*mention].article.0 == ix);
    let published = article.published.as_ref();
    vec![
        article.id.to_string(),
        or_nothing(published.map(|found| found.date.to_string())),
        or_nothing(published.map(|found| date_from(found.basis).to_owned())),
        book.events.iter().filter(tells).count().to_string(),
        or_nothing(article.source.clone()),
        article.title.text.clone(),
        article.path.clone(),
    ]
}

fn date_from(basis: ArticleDateBasis) -> &'static str {
    match basis {
        ArticleDateBasis::Given => "override",
        ArticleDateBasis::FrontMatter => "front-matter",
        ArticleDateBasis::FileName => "file-name",
        ArticleDateBasis::LeadingLine => "leading-line",
        ArticleDateBasis::Dateline => "dateline",
        ArticleDateBasis::Text => "text",
    }
}

fn edition_row(edition: &crate::model::Edition) -> Vec<String> {
    vec![
        edition.id.clone(),
        edition.first.to_string(),
        edition.last.to_string(),
        edition.events.len().to_string(),
        edition.ahead.len().to_string(),
        edition.label.clone(),
    ]
}

fn theme_row(ix: usize, book: &Newsbook) -> Vec<String> {
    let events = book.events.iter().filter(|event| event.themes.iter().any(|hit| hit.theme == ix)).count();
    vec![book.themes[ix].id.clone(), events.to_string(), book.themes[ix].title.clone()]
}

const NAMES: &[&str] = &["id", "events", "name"];

fn names_of(book: &Newsbook, places: bool) -> Vec<Vec<String>> {
    let wanted = checks::names(book).into_iter().filter(|name| name.is_place == places);
    wanted.map(|name| vec![or_nothing(name.entity), name.events.to_string(), name.name]).collect()
}

fn thread_row(thread: &Thread, book: &Newsbook) -> Vec<String> {
    let date = |ix: Option<&EventIx>| or_nothing(ix.and_then(|ix| Some(book[*ix].date.as_ref()?.date.to_string())));
    let (first, last) = (date(thread.events.first()), date(thread.events.last()));
    vec![thread.id.clone(), thread.events.len().to_string(), first, last, thread.title.clone()]
}

/// A row for each outlet, articles without one together under the empty name.
fn sources(book: &Newsbook) -> Vec<Vec<String>> {
    let mut outlets: BTreeMap<&str, Vec<&Article>> = BTreeMap::new();
    for article in &book.articles {
        outlets.entry(article.source.as_deref().unwrap_or_default()).or_default().push(article);
    }
    let row = |(name, articles): (&str, Vec<&Article>)| {
        let mut dates: Vec<String> =
            articles.iter().filter_map(|article| Some(article.published.as_ref()?.date.to_string())).collect();
        dates.sort_unstable();
        let grades: BTreeSet<String> = articles.iter().map(|article| article.grade.to_string()).collect();
        vec![
            or_nothing(Some(name.to_owned())),
            articles.len().to_string(),
            (articles.len() - dates.len()).to_string(),
            grades.into_iter().collect::<Vec<_>>().join(" "),
            or_nothing(dates.first().cloned()),
            or_nothing(dates.last().cloned()),
        ]
    };
    outlets.into_iter().map(row).collect()
}

/// Every id, also those whose event or article is there no more: none of them is given again.
fn ids(known: &Known) -> Vec<Vec<String>> {
    let (book, lock) = (&known.newsbook, &known.lock);
    let mut rows: BTreeMap<&Id, (&str, Option<String>, Option<String>)> = BTreeMap::new();
    for report in &lock.reports {
        rows.insert(&report.event, ("former event", None, lock.headline(&report.event).map(str::to_owned)));
    }
    for file in &lock.files {
        rows.insert(&file.id, ("former event", None, Some(file.headline.clone())));
    }
    for article in &lock.articles {
        rows.insert(&article.id, ("former article", None, Some(article.path.clone())));
    }
    for subject in &lock.subjects {
        let title = subject.known.as_ref().map(|known| known.title.clone());
        let row = (subject.what.word(), Some(subject.key.clone()), title);
        // A former key of something has no title; the one that it has now wins.
        match rows.get(&subject.id) {
            Some((.., Some(_))) => {}
            _ => _ = rows.insert(&subject.id, row),
        }
    }
    for article in &book.articles {
        rows.insert(&article.id, ("article", None, Some(article.path.clone())));
    }
    for event in &book.events {
        rows.insert(&event.id, ("event", None, Some(event.headline.clone())));
    }
    for gone in &book.gone {
        rows.insert(&gone.id, ("hidden", None, gone.headline.clone()));
    }
    for moved in &book.moved {
        rows.insert(&moved.from, ("moved", Some(moved.to.to_string()), None));
    }
    let row = |(id, (what, to, title)): (&Id, (&str, Option<String>, Option<String>))| {
        vec![id.to_string(), what.to_owned(), or_nothing(to), or_nothing(title)]
    };
    rows.into_iter().map(row).collect()
}

fn or_nothing(value: Option<String>) -> String {
    value.filter(|text| !text.is_empty()).unwrap_or_else(|| NOTHING.into())
}

fn as_json(table: &Table) -> Value {
    let cell = |text: &String| if text == NOTHING { Value::Null } else { Value::from(text.as_str()) };
    let row = |row: &Vec<String>| -> Map<String, Value> {
        table.columns.iter().map(|column| (*column).to_owned()).zip(row.iter().map(cell)).collect()
    };
    let rows: Vec<_> = table.rows.iter().map(row).collect();
    let mut object = Map::new();
    object.insert("version".into(), 1.into());
    object.insert("command".into(), "list".into());
    object.insert("ok".into(), true.into());
    object.insert(table.name.into(), rows.into());
    object.into()
}

fn as_csv(table: &Table) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header: Vec<String> = table.columns.iter().map(|column| (*column).to_owned()).collect();
    let empty = |text: &String| if text == NOTHING { String::new() } else { text.clone() };
    for row in [header].into_iter().chain(table.rows.iter().map(|row| row.iter().map(empty).collect())) {
        writer.write_record(&row).expect("every row has a cell for each column");
    }
    let bytes = writer.into_inner().expect("writing to memory does not fail");
    String::from_utf8_lossy(&bytes).into_owned()
}

fn in_columns(table: &Table) -> String {
    let header: Vec<String> = table.columns.iter().map(|column| (*column).to_owned()).collect();
    let width = |column: usize| {
        let cells = table.rows.iter().chain([&header]).map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    [&header].into_iter().chain(&table.rows).map(line).collect()
}
