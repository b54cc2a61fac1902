//! The one door to YAML: text in, a typed value out, with every problem of the file at once.
//!
//! A person who has mistyped three keys wants to hear of three keys, each with its line. `serde_yaml` stops at the
//! first, keeps the last of two equal keys without a word and tells no places afterwards, so reading goes in steps:
//!
//! 1. `guard`: size, nesting and what aliases expand to are bounded, as the parser alone does not bound them;
//! 2. `tree`: the text becomes a tree in which equal keys are both kept, and then reported;
//! 3. `typed`: the tree becomes the caller's type. What does not fit is reported and left out, and the rest is tried
//!    again, until it fits;
//! 4. `place`: for each problem the parser is asked where that node stands.
//!
//! Writing is `pen`'s work, which edits a text and then reads it again to see that it means what was asked. What is left
//! out: tags, merge keys (`<<`) and more than one document in a text. Nothing outside
//! this folder names `serde_yaml`, so another parser would change only this room.

mod line;
pub mod pen;
mod place;
mod spell;
mod tree;
mod typed;

use serde::de::DeserializeOwned;

use crate::diag::{Code, Diagnostic};
use tree::Node;

/// The most bytes a front matter may have.
pub const FRONT_MATTER_LIMIT: usize = 16 << 10;

/// The most bytes a configuration file may have.
pub const FILE_LIMIT: usize = 256 << 10;

/// How many brackets may be open at once; the parser's time grows with the square of it.
const BRACKETS_LIMIT: usize = 64;

/// More problems than this in one file are not listed.
const PROBLEMS_LIMIT: usize = 50;

/// A piece of YAML text and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    file: &'a str,
    text: &'a str,
    first_line: u32,
    limit: usize,
}

/// One step from the root of a document towards a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// The value of this key; of the first one, where it is given twice.
    Key(&'a str),
    /// The item of a list, or the entry of a map, with this index.
    Item(usize),
}

impl<'a> From<&'a str> for Step<'a> {
    fn from(key: &'a str) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step<'_> {
    fn from(index: usize) -> Self {
        Self::Item(index)
    }
}

impl<'a> Source<'a> {
    /// A whole file. `file` is its path inside the project, for messages.
    pub fn file(file: &'a str, text: &'a str) -> Self {
        Self { file, text: text.trim_start_matches('\u{feff}'), first_line: 1, limit: FILE_LIMIT }
    }

    /// The front matter of a file, whose first line of YAML is line `first_line` of the file.
    pub fn front_matter(file: &'a str, text: &'a str, first_line: u32) -> Self {
        Self { first_line, limit: FRONT_MATTER_LIMIT, ..Self::file(file, text) }
    }

    /// Allows more bytes than usual, for files that grow with the project.
    pub fn limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// Reads the text as a `T`.
    ///
    /// The value is `None` where nothing usable is left: the text is not YAML, or what is wrong cannot be left out.
    /// Otherwise it is there even when diagnostics are, without the parts they complain of. An empty text is an
    /// empty map. Structs refuse unknown keys, with no attribute needed, except those with `#[serde(flatten)]`.
    pub fn read<T: DeserializeOwned>(&self) -> (Option<T>, Vec<Diagnostic>) {
        let mut tree = match self.guard().and_then(|()| self.tree()) {
            Ok(tree) => tree,
            Err(diagnostic) => return (None, vec![diagnostic]),
        };
        let mut diagnostics = self.report_twins(&mut tree);
        let value = self.fit(&mut tree, &mut diagnostics);
        diagnostics.sort_by_key(|diagnostic| diagnostic.place.as_ref().and_then(|place| place.at));
        (value, diagnostics)
    }

    /// Places a diagnostic at a value of this text, for checks that only the caller can make.
    pub fn at_value(&self, diagnostic: Diagnostic, path: &[Step]) -> Diagnostic {
        self.place(diagnostic, path, place::Part::Value)
    }

    /// Places a diagnostic at the key that `path` ends in.
    pub fn at_key(&self, diagnostic: Diagnostic, path: &[Step]) -> Diagnostic {
        self.place(diagnostic, path, place::Part::Key)
    }

    fn guard(&self) -> Result<(), Diagnostic> {
        if self.text.len() > self.limit {
            let message = format!("has {} bytes of YAML; at most {} are read", self.text.len(), self.limit);
            return Err(Diagnostic::error(Code::TooLarge, message).in_file(self.file));
        }
        match first_bracket_too_deep(self.text) {
            None => Ok(()),
            Some(offset) => {
                let message = format!("more than {BRACKETS_LIMIT} brackets are open here");
                let fix = "close them, or put text that holds brackets in quotes";
                Err(self.at_offset(Diagnostic::error(Code::NotYaml, message).fix(fix), offset))
            }
        }
    }

    fn tree(&self) -> Result<Node, Diagnostic> {
        tree::parse(self.text).map_err(|error| self.syntax(&error))
    }

    fn syntax(&self, error: &serde_yaml::Error) -> Diagnostic {
        let said = without_marks(&error.to_string());
        let mut diagnostic = Diagnostic::error(Code::NotYaml, format!("not valid YAML: {said}"));
        let location = error.location().map(|at| (at.line(), at.column()));
        let line = location.and_then(|(line, _)| self.text.lines().nth(line - 1)).unwrap_or_default();
        if line.trim_start_matches(' ').starts_with('\t') {
            diagnostic = diagnostic.fix("indent with spaces; YAML does not allow tabs");
        } else if said.contains("mapping values are not allowed") || said.contains("cannot start any token") {
            diagnostic = diagnostic.fix("put the value in quotes");
        }
        match location {
            Some((line, column)) => self.at_mark(diagnostic, line, column, 1),
            None => diagnostic.in_file(self.file),
        }
    }

    /// Reports keys that stand twice in one map, and drops the second of each.
    fn report_twins(&self, tree: &mut Node) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for twin in tree::twins(tree).into_iter().take(PROBLEMS_LIMIT) {
            let first = self.find(&twin.first, place::Part::Key).map_or(0, |mark| self.line_in_file(mark.line));
            let message =
                format!("`{}` is given twice, here and on line {first}; the second would win silently", twin.key);
            let diagnostic = Diagnostic::error(Code::GivenTwice, message).fix("join the two, or remove one");
            diagnostics.push(self.place(diagnostic, &twin.second, place::Part::Key));
            tree.drop_at(&twin.second);
        }
        diagnostics
    }

    /// Fits the tree to the type, dropping what does not fit until the rest does.
    fn fit<T: DeserializeOwned>(&self, tree: &mut Node, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
        loop {
            let fault = match typed::read(tree) {
                Ok(value) => return Some(value),
                Err(fault) => fault,
            };
            let known = diagnostics.len() > PROBLEMS_LIMIT || fault.follows_from_a_drop(tree);
            if !known {
                diagnostics.push(self.place(fault.diagnostic(), &fault.path, fault.part));
            }
            if fault.path.is_empty() {
                return None;
            }
            tree.drop_at(&fault.path);
        }
    }

    fn place(&self, diagnostic: Diagnostic, path: &[Step], part: place::Part) -> Diagnostic {
        match self.find(path, part) {
            Some(mark) => self.at_mark(diagnostic, mark.line, mark.column, mark.width),
            None => diagnostic.in_file(self.file),
        }
    }

    fn find(&self, path: &[Step], part: place::Part) -> Option<place::Mark> {
        place::find(self.text, path, part)
    }

    fn at_offset(&self, diagnostic: Diagnostic, offset: usize) -> Diagnostic {
        let before = &self.text[..offset];
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.at_mark(diagnostic, before.matches('\n').count() + 1, column, 1)
    }

    fn at_mark(&self, diagnostic: Diagnostic, line: usize, column: usize, width: usize) -> Diagnostic {
        let excerpt = self.text.lines().nth(line - 1).unwrap_or_default();
        diagnostic.at(self.file, self.line_in_file(line), column as u32).excerpt(excerpt, width as u32)
    }

    fn line_in_file(&self, line: usize) -> u32 {
        self.first_line + line as u32 - 1
    }
}

/// Splits a text that opens with front matter.
///
/// Returns the YAML between the two `---` lines, the number of its first line in the text (2), and the byte where the
/// rest begins. `None` where the text does not open with a `---` line or no second one (or `...`) ends it.
pub fn split_front_matter(text: &str) -> Option<(&str, u32, usize)> {
    let open = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.len() - open.len() + open.find('\n')? + 1;
    if open[..open.find('\n')?].trim_end() != "---" {
        return None;
    }
    let mut offset = start;
    for line in text[start..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&text[start..offset], 2, offset + line.len()));
        }
        offset += line.len();
    }
    None
}

/// Returns where the bracket stands that opens one level too many.
///
/// Brackets are counted wherever they stand, in quotes too: a text with that many unclosed ones is not a
/// configuration, and reading quotes right would take the parser this is to protect.
fn first_bracket_too_deep(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > BRACKETS_LIMIT {
            return Some(offset);
        }
    }
    None
}

/// Removes the parser's own `at line 3 column 5`, which count from the start of the YAML and not of the file.
fn without_marks(message: &str) -> String {
    let mut out = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once(" at line ") {
        out.push_str(before);
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        rest = rest.strip_prefix(" column ").unwrap_or(rest).trim_start_matches(|c: char| c.is_ascii_digit());
    }
    out + rest
}

#[cfg(test)]
mod tests;
