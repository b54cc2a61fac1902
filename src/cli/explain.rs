//! `newsbook explain`: what a message means.

use clap::Args;
use serde::Serialize;

use super::report::{to_stderr, to_stdout, to_stdout_as_json};
use super::{Exit, Globals};

/// The page of every message: a section each, `## N001: a key that no section knows`.
const MESSAGES: &str = include_str!("../../docs/messages.md");

/// Explain a message by its code
///
/// Says what the message means, why it is one, and how to mend it.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  newsbook explain N102\n  newsbook explain N102 --json")]
pub(super) struct ExplainArgs {
    /// The code, such as N102
    #[arg(value_name = "CODE")]
    code: String,
}

#[derive(Serialize)]
struct Explained<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    code: &'a str,
    title: &'a str,
    text: &'a str,
}

pub(super) fn run(globals: &Globals, args: &ExplainArgs) -> Exit {
    let code = args.code.to_uppercase();
    let Some((title, text)) = section(&code) else {
        let all: Vec<&str> = sections().filter_map(|(head, _)| head.split(':').next()).collect();
        to_stderr(&format!("error: there is no message `{}`\n  fix: use one of {}\n", args.code, all.join(", ")));
        return Exit::Usage;
    };
    if globals.json {
        to_stdout_as_json(&Explained { version: 1, command: "explain", ok: true, code: &code, title, text });
    } else {
        to_stdout(&format!("{code}: {title}\n\n{text}\n"));
    }
    Exit::Done
}

fn section(code: &str) -> Option<(&'static str, &'static str)> {
    sections().find_map(|(head, text)| Some((head.strip_prefix(code)?.strip_prefix(": ")?, text)))
}

fn sections() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = MESSAGES.split("\n## ").skip(1);
    parts.filter_map(|part| part.split_once('\n')).map(|(head, text)| (head.trim(), text.trim()))
}
