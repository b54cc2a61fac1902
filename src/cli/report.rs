//! Messages as people read them, and as programs do.
//!
//! ```text
//! error[N001] newsbook.yml:34:5
//!   34 |     titel: Negotiations
//!            ^^^^^ unknown key in `themes`
//!   fix: did you mean `title`?
//! ```

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::panic::PanicHookInfo;

use serde::Serialize;

use super::{Globals, When};
use crate::diag::{Diagnostic, Level};

/// The most characters of a line that are shown around a mistake.
const EXCERPT: usize = 110;

/// A diagnostic as `--json` shows it.
#[derive(Debug, Serialize)]
pub(super) struct Told<'a> {
    code: String,
    level: &'static str,
    file: Option<&'a str>,
    line: Option<u32>,
    col: Option<u32>,
    message: &'a str,
    help: Option<&'a str>,
}

impl<'a> From<&'a Diagnostic> for Told<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        let place = diagnostic.place.as_ref();
        let at = place.and_then(|place| place.at);
        Self {
            code: diagnostic.code.to_string(),
            level: word(diagnostic.level),
            file: place.map(|place| place.file.as_str()),
            line: at.map(|(line, _)| line),
            col: at.map(|(_, column)| column),
            message: &diagnostic.message,
            help: diagnostic.fix.as_deref(),
        }
    }
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Info => "info",
        Level::Warn => "warn",
        Level::Error => "error",
    }
}

/// Prints the diagnostics to standard error, errors last, where they are seen, and then their count.
///
/// `-q` leaves only errors, `-v` adds what is merely worth knowing. Prints nothing under `--json`, whose object holds
/// them all.
pub(super) fn print(globals: &Globals, diagnostics: &[Diagnostic]) {
    if globals.json {
        return;
    }
    let least = match (globals.quiet, globals.verbose) {
        (true, _) => Level::Error,
        (_, true) => Level::Info,
        _ => Level::Warn,
    };
    let colour = wants_colour(globals.color);
    let mut text = String::new();
    for level in [Level::Info, Level::Warn, Level::Error].into_iter().filter(|level| *level >= least) {
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.level == level) {
            text.push_str(&in_words(diagnostic, colour));
            text.push('\n');
        }
    }
    if let Some(count) = count(diagnostics) {
        let _ = writeln!(text, "{count}");
    }
    to_stderr(&text);
}

/// Returns `2 errors, 1 warning`, or `None` where there is neither.
fn count(diagnostics: &[Diagnostic]) -> Option<String> {
    let of = |level| diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count();
    let parts: Vec<String> = [(of(Level::Error), "error"), (of(Level::Warn), "warning")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| counted(number, what))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Returns `1 page` or `2 pages`.
pub(super) fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn in_words(diagnostic: &Diagnostic, colour: bool) -> String {
    let (name, paint) = match diagnostic.level {
        Level::Info => ("note", "\x1b[1;36m"),
        Level::Warn => ("warning", "\x1b[1;33m"),
        Level::Error => ("error", "\x1b[1;31m"),
    };
    let (paint, bold, end) = if colour { (paint, "\x1b[1m", "\x1b[0m") } else { ("", "", "") };
    let message = plain(&diagnostic.message);
    let mut text = format!("{paint}{name}[{}]{end}", diagnostic.code);
    let place = diagnostic.place.as_ref();
    if let Some(place) = place {
        let _ = write!(text, " {bold}{}", plain(&place.file));
        if let Some((line, column)) = place.at {
            let _ = write!(text, ":{line}:{column}");
        }
        text.push_str(end);
    }
    let shown = place.and_then(|place| Some((place.at?, place.excerpt.as_ref()?)));
    match shown.filter(|(_, (line, _))| !line.trim().is_empty()) {
        Some(((line, column), (excerpt, width))) => {
            let (shown, before, width) = cut(&plain(excerpt), column as usize - 1, *width as usize);
            let number = format!("  {line} | ");
            let _ = write!(text, "\n{number}{shown}\n");
            let gap = " ".repeat(number.len() + before);
            let _ = writeln!(text, "{gap}{paint}{}{end} {message}", "^".repeat(width));
        }
        None => {
            let _ = writeln!(text, "\n  {message}");
        }
    }
    if let Some(fix) = &diagnostic.fix {
        let _ = writeln!(text, "  {bold}fix:{end} {}", plain(fix));
    }
    text
}

/// Cuts a line to a window around a place. Returns it with the characters before the place and the width that is left.
fn cut(line: &str, before: usize, width: usize) -> (String, usize, usize) {
    let skip = if before + width > EXCERPT { before.saturating_sub(EXCERPT / 3) } else { 0 };
    let shown: String = line.chars().skip(skip).take(EXCERPT).collect();
    let before = before - skip;
    let left = EXCERPT.saturating_sub(before).max(1);
    (shown.trim_end().to_owned(), before, width.clamp(1, left))
}

/// Returns the text without anything that could move the cursor: it may come from a stranger's file.
fn plain(text: &str) -> String {
    let safe = |c: char| match c {
        '\n' | '\t' => ' ',
        c if c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
        {
            '\u{fffd}'
        }
        c => c,
    };
    text.chars().map(safe).collect()
}

fn wants_colour(when: When) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) && io::stderr().is_terminal(),
    }
}

/// Prints to standard error. Nobody reading it is no reason to stop.
pub(super) fn to_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Prints to standard output. A reader that has gone away, such as `head`, is no error.
pub(super) fn to_stdout(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints a value as JSON on one line.
pub(super) fn to_stdout_as_json(value: &impl Serialize) {
    let text = serde_json::to_string(value).expect("what we print has only text for keys");
    to_stdout(&(text + "\n"));
}

/// Says that the program has failed, and what to do about it.
pub(super) fn bug(info: &PanicHookInfo) {
    let place = info.location().map(|at| format!(" at {}:{}", at.file(), at.line())).unwrap_or_default();
    let payload = info.payload();
    let words = payload.downcast_ref::<&str>().copied();
    let words = words.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no words");
    let version = env!("CARGO_PKG_VERSION");
    let nothing = "your sources are untouched; each file of the output folder is whole";
    to_stderr(&format!(
        "error: a bug in newsbook {version}{place}: {}\n  {nothing}\n  fix: please report this line with the file that causes it\n",
        plain(words)
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;

    #[test]
    fn a_message_shows_its_line() {
        let told = Diagnostic::error(Code::UnknownKey, "unknown key `titel` in `themes`")
            .at("newsbook.yml", 34, 5)
            .excerpt("    titel: Negotiations", 5)
            .fix("did you mean `title`?");
        insta::assert_snapshot!(in_words(&told, false), @r"
        error[N001] newsbook.yml:34:5
          34 |     titel: Negotiations
                   ^^^^^ unknown key `titel` in `themes`
          fix: did you mean `title`?
        ");
    }

    #[test]
    fn a_message_without_a_line_shows_its_file() {
        let told = Diagnostic::warn(Code::NoDate, "no date found in 6 paragraphs").in_file("a.txt");
        insta::assert_snapshot!(in_words(&told, false), @r"
        warning[N101] a.txt
          no date found in 6 paragraphs
        ");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mistake() {
        let line = format!("{}oops{}", "a".repeat(1000), "b".repeat(1000));
        let told = Diagnostic::error(Code::BadValue, "no").at("x.yml", 1, 1001).excerpt(line, 4);
        let text = in_words(&told, false);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[2].find('^'), lines[1].find("oops"));
        assert!(lines[1].len() < 130);
    }

    #[test]
    fn a_file_cannot_paint_the_terminal() {
        let told =
            Diagnostic::error(Code::BadValue, "bad \x1b[2J\u{202e}").at("x\x07", 1, 1).excerpt("\x1b]0;title\x07", 9);
        let text = in_words(&told, false);
        assert!(!text.contains(['\x1b', '\x07', '\u{202e}']), "{text:?}");
    }
}
