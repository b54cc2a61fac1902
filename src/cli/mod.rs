//! The command line: arguments in, messages and an exit code out.
//!
//! Here, and nowhere else, the program reads its arguments, the environment and the clock, and prints. A verb is a file
//! here and a line in [`Verb`]: it opens the project, asks the pipeline, and says what came of it. What was asked for
//! goes to standard output, everything else to standard error.

#![allow(clippy::disallowed_methods, reason = "this is the room that reads the environment and the clock")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the room that prints")]

mod amend;
mod appended;
mod brief;
mod build;
mod check;
mod completions;
mod conditions;
mod config;
mod diff;
mod draft;
mod edition;
mod event;
mod exit;
mod explain;
mod extract;
mod hide;
mod list;
mod man;
mod merge;
mod new;
mod pin;
mod project;
mod report;
mod review;
mod scalars;
mod set;
mod split;
mod trace;

use std::panic;
use std::path::PathBuf;
use std::process::{self, ExitCode};

use chrono::NaiveDate;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use exit::Exit;

/// Runs the program.
pub fn main() -> ExitCode {
    panic::set_hook(Box::new(|info| {
        report::bug(info);
        process::exit(Exit::Bug as i32);
    }));
    run().into()
}

fn run() -> Exit {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no errors; neither is a reader that has gone away.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Done };
        }
    };
    let globals = &arguments.globals;
    match &arguments.verb {
        Verb::Build(args) => build::run(globals, args),
        Verb::New(args) => new::run(globals, args),
        Verb::Brief(args) => brief::run(globals, args),
        Verb::List(args) => list::run(globals, args),
        Verb::Set(args) => set::run(globals, args),
        Verb::Merge(args) => merge::run(globals, args),
        Verb::Split(args) => split::run(globals, args),
        Verb::Hide(args) => hide::run(globals, args),
        Verb::Pin(args) => pin::run(globals, args),
        Verb::Event(args) => event::run(globals, args),
        Verb::Edition(args) => edition::run(globals, args),
        Verb::Review(args) => review::run(globals, args),
        Verb::Check(args) => check::run(globals, args),
        Verb::Diff(args) => diff::run(globals, args),
        Verb::Extract(args) => extract::run(globals, args),
        Verb::Explain(args) => explain::run(globals, args),
        Verb::Config(args) => config::run(globals, args),
        Verb::Completions(args) => completions::run(args),
        Verb::Man(args) => man::run(args),
    }
}

/// Returns the whole command line as a value, for completions, manual pages and the tests of the documentation.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Makes a dated, themed, cross-linked briefing from the articles you have read.
///
/// Put articles (.txt, .md or .html, as they are) into a folder, run `newsbook build` there, and open
/// output/index.html.
#[derive(Debug, Parser)]
#[command(name = "newsbook", version, after_long_help = EXAMPLES, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    verb: Verb,
}

const EXAMPLES: &str = "\
Examples:
  newsbook build                                 make the newsbook of this folder
  newsbook new desk --demo                       start a project with four sample articles
  newsbook list events --where 'theme=talks and date>=2025-12'
  newsbook set k7q2 date=2025-12-07 --because '…'    correct an event without touching a source
  newsbook explain content/articles/one.txt      what was made of each sentence of an article
  newsbook explain N102                          what a message means and how to mend it
  newsbook explain \"last Tuesday\" --date 2024-03-20    how a date is read, and why so

Exit status:
  0  done, warnings allowed
  1  an error-level check failed, or a warning under --strict; nothing was written
  2  the command line was not understood
  3  config, overrides, templates or front matter are not valid
  4  there is no usable input
  5  files could not be read or written
  6  newsbook.lock is of a later version or in conflict
 70  a bug in this program";

#[derive(Debug, Subcommand)]
enum Verb {
    Build(build::BuildArgs),
    New(new::NewArgs),
    Brief(brief::BriefArgs),
    List(list::ListArgs),
    Set(set::SetArgs),
    Merge(merge::MergeArgs),
    Split(split::SplitArgs),
    Hide(hide::HideArgs),
    Pin(pin::PinArgs),
    Event(event::EventArgs),
    Edition(edition::EditionArgs),
    Review(review::ReviewArgs),
    Check(check::CheckArgs),
    Diff(diff::DiffArgs),
    Extract(extract::ExtractArgs),
    Explain(explain::ExplainArgs),
    Config(config::ConfigArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// What every verb understands.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Global options")]
struct Globals {
    /// The project's folder
    #[arg(short = 'C', long, value_name = "DIR", global = true, default_value = ".", hide_default_value = true)]
    project: PathBuf,

    /// The config to use instead of newsbook.yml
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,

    /// The day that divides what is past from what lies ahead
    ///
    /// Without it the day of SOURCE_DATE_EPOCH counts, or else that of the clock, in the config's time zone. With it
    /// the same files give the same bytes on every day.
    #[arg(long, value_name = "DATE", global = true, value_parser = day)]
    today: Option<NaiveDate>,

    /// Print one JSON object instead of words
    #[arg(long, global = true)]
    json: bool,

    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,

    /// Say more
    #[arg(short, long, global = true)]
    verbose: bool,

    /// When to colour messages; NO_COLOR is honoured
    #[arg(long, value_name = "WHEN", global = true, value_enum, default_value_t, hide_default_value = true)]
    color: When,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum When {
    #[default]
    Auto,
    Always,
    Never,
}

fn day(text: &str) -> Result<NaiveDate, &'static str> {
    text.parse().map_err(|_| "write a day such as 2025-12-07")
}
