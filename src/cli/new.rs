//! `newsbook new`: starts a project.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Exit, Globals, build, report};
use crate::disk;
use crate::model::OutputFile;

/// The config of a new project: everything a person is likely to change first, and nothing else.
const CONFIG: &str = "\
# Every key is optional. What they all mean: newsbook config explain
version: 1

site:
  title: TITLE
  language: en
  timezone: UTC

# The subjects you follow. An event goes to the themes whose words it holds; what fits none goes to Other.
# themes:
#   - id: talks
#     title: Talks
#     match:
#       any: [\"talks\", \"negotiat*\", \"peace plan\"]

# What you know about where the articles come from.
# sources:
#   - match: \"content/articles/**\"
#     name: Name of the outlet
#     grade: F6
#     text: excerpt
";

const ARTICLES: &str = "\
Put articles here, as they are: .txt, .md or .html, in any folders. Then run newsbook build.
A file name that starts with a date, such as 2025-12-07-talks.txt, tells when the article was published.
";

/// Two people who add articles each add lines to the lock: both are kept.
const ATTRIBUTES: &str = "newsbook.lock merge=union\n";

const DEMO: &[(&str, &str)] = &[
    (".gitattributes", ATTRIBUTES),
    ("newsbook.yml", include_str!("demo/newsbook.yml")),
    ("content/articles/bridge-closed.txt", include_str!("demo/bridge-closed.txt")),
    ("content/articles/ferry-dateline.txt", include_str!("demo/ferry-dateline.txt")),
    ("content/articles/planners-undated.txt", include_str!("demo/planners-undated.txt")),
    ("content/articles/anniversary-no-year.md", include_str!("demo/anniversary-no-year.md")),
];

/// Start a project in a new folder
///
/// Writes a config and the folder for articles. With --demo, four invented articles come with it and the newsbook is
/// built at once.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  newsbook new desk\n  newsbook new desk --demo")]
pub(super) struct NewArgs {
    /// The folder to make; it must not hold anything yet
    dir: PathBuf,

    /// Add four invented articles and build
    #[arg(long)]
    demo: bool,
}

pub(super) fn run(globals: &Globals, args: &NewArgs) -> Exit {
    let files = if args.demo { demo() } else { empty(&args.dir) };
    if let Err(diagnostic) = disk::create(&args.dir, &files) {
        report::print(globals, std::slice::from_ref(&diagnostic));
        return Exit::after(&[diagnostic], false);
    }
    if args.demo {
        return build::run(&Globals { project: args.dir.clone(), ..globals.clone() }, &build::BuildArgs::default());
    }
    if !globals.quiet && !globals.json {
        report::to_stdout(&next(&args.dir));
    }
    Exit::Done
}

fn next(dir: &Path) -> String {
    let dir = dir.display();
    format!("Made {dir}. Put articles into {dir}/content/articles, then: newsbook build -C {dir}\n")
}

fn demo() -> Vec<OutputFile> {
    DEMO.iter().map(|(path, text)| file(path, text)).collect()
}

fn empty(dir: &Path) -> Vec<OutputFile> {
    let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // JSON's way to quote is one of YAML's.
    let title = serde_json::to_string(&name).unwrap_or_default();
    let attributes = file(".gitattributes", ATTRIBUTES);
    vec![
        attributes,
        file("newsbook.yml", &CONFIG.replace("TITLE", &title)),
        file("content/articles/.gitkeep", ARTICLES),
    ]
}

fn file(path: &str, text: &str) -> OutputFile {
    OutputFile { path: path.into(), bytes: text.into() }
}
