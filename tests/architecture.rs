//! The rules of the house, read from `ARCHITECTURE.md` and held against every file of `src/`.
//!
//! One package has no walls between its modules, so this test builds them: which room may import which, who may name
//! which crate, how long a file may be. The tables live in the document a newcomer reads, never here, and a change of
//! plan is a change of that document.
//!
//! The sources are cut into words without a full parser: comments and literals are dropped, `use` trees are unfolded
//! and `super` is followed. It does not see paths made by macros, renamed roots (`use crate as c`), a type reached
//! through a value, or paths inside the text of a format string.

#![allow(clippy::disallowed_methods, reason = "the walls apply to the program, not to the test that reads it")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A file longer than this before its tests wants splitting.
const LONG: usize = 400;

/// What stands for work left undone, as it looks in the cut text.
const UNFINISHED: [&str; 4] = ["todo !", "unimplemented !", "dbg !", "# [ ignore"];

#[test]
fn the_house_keeps_its_rules() {
    let faults = faults(&the_law(), &sources("src"));
    assert!(faults.is_empty(), "\n{}\nThe rules are in ARCHITECTURE.md.", faults.join("\n"));
}

#[test]
fn the_table_of_rooms_runs_one_way() {
    assert_eq!(cycle(&the_law().rooms), None);
}

#[test]
fn every_dependency_has_its_rooms() {
    let law = the_law();
    let unplaced: Vec<_> =
        dependencies(&read("Cargo.toml")).into_iter().filter(|c| !law.names.contains_key(c)).collect();
    assert!(unplaced.is_empty(), "no row in ARCHITECTURE.md, \"Who may name what\", for {unplaced:?}");
}

#[test]
fn nothing_is_left_for_later() {
    let files = ["src", "tests", "benches"].into_iter().flat_map(sources);
    let faults: Vec<_> = files.flat_map(|(path, source)| unfinished(&path, &source)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What `ARCHITECTURE.md` says.
#[derive(Debug, Default)]
struct Law {
    /// Room → rooms it may import.
    rooms: BTreeMap<String, BTreeSet<String>>,
    /// Crate or path → rooms that may name it; `everywhere` allows all.
    names: BTreeMap<String, BTreeSet<String>>,
    /// Data tables, which may be longer than [`LONG`].
    long: BTreeSet<String>,
}

impl Law {
    /// Reads the tables, known by the first cell of their heads: `room`, `name` and `long file`.
    fn read(document: &str) -> Self {
        let mut law = Self::default();
        let mut table = String::new();
        for line in document.lines() {
            let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
            if !line.starts_with('|') {
                table.clear();
            } else if table.is_empty() {
                table = cells[0].to_owned();
            } else if !cells[0].starts_with("---") {
                law.add(&table, cells[0].trim_matches('`'), cells.last().copied().unwrap_or_default());
            }
        }
        law
    }

    fn add(&mut self, table: &str, key: &str, value: &str) {
        let list = || value.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
        match table {
            "room" => drop(self.rooms.insert(key.to_owned(), list())),
            "name" => drop(self.names.insert(key.to_owned(), list())),
            "long file" => drop(self.long.insert(key.to_owned())),
            _ => {}
        }
    }
}

/// Everything in `files` (path under `src/`, source) that the law forbids, one line each.
fn faults(law: &Law, files: &[(String, String)]) -> Vec<String> {
    let mut faults = room_faults(law, files);
    for (path, source) in files {
        faults.extend(file_faults(law, path, source));
        let Some(room) = room_of(path) else { continue };
        for named in paths(source, &module_of(path)) {
            faults.extend(import_fault(law, path, &room, &named));
            faults.extend(name_fault(law, path, &room, &named));
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

fn room_faults(law: &Law, files: &[(String, String)]) -> Vec<String> {
    let stand: BTreeSet<String> = files.iter().filter_map(|(path, _)| room_of(path)).collect();
    let planned: BTreeSet<String> = law.rooms.keys().cloned().collect();
    let unplanned = stand.difference(&planned).map(|room| format!("{room}: a room without a row in the table"));
    let missing = planned.difference(&stand).map(|room| format!("{room}: a row in the table without a room"));
    unplanned.chain(missing).collect()
}

fn file_faults(law: &Law, path: &str, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !source.starts_with("//!") {
        faults.push(format!("{path}: does not open with `//!`"));
    }
    let lines = source.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
    if lines > LONG && !law.long.contains(path) {
        faults.push(format!("{path}: {lines} lines before its tests, more than {LONG}"));
    }
    faults
}

fn import_fault(law: &Law, path: &str, room: &str, named: &[String]) -> Option<String> {
    let [root, other, ..] = named else { return None };
    let allowed = law.rooms.get(room)?;
    let known = root == "crate" && (other == "*" || law.rooms.contains_key(other));
    (known && other != room && !allowed.contains(other)).then(|| format!("{path}: {room} may not import {other}"))
}

fn name_fault(law: &Law, path: &str, room: &str, named: &[String]) -> Option<String> {
    let forbidden = |rooms: &BTreeSet<String>| !rooms.contains(room) && !rooms.contains("everywhere");
    let (name, _) = law.names.iter().find(|(name, rooms)| forbidden(rooms) && stands_in(name, named))?;
    Some(format!("{path}: {room} may not name {name}"))
}

/// Tells whether a path names a crate or module (which stands first) or a trait or type (which may end it).
fn stands_in(name: &str, named: &[String]) -> bool {
    if name.starts_with(char::is_uppercase) {
        return named.last().is_some_and(|last| last == name);
    }
    let parts: Vec<&str> = name.split("::").collect();
    named.len() >= parts.len() && parts.iter().zip(named).all(|(part, word)| part == word)
}

fn unfinished(path: &str, source: &str) -> Vec<String> {
    let text = words(source).join(" ");
    UNFINISHED.iter().filter(|word| text.contains(*word)).map(|word| format!("{path}: holds `{word}`")).collect()
}

/// Returns the room a file belongs to; `None` for `lib.rs` and `main.rs`, which only open the doors.
fn room_of(path: &str) -> Option<String> {
    module_of(path).into_iter().next()
}

/// Returns the module a file is, from the root: `src/timex/rules.rs` is `timex`, `rules`.
fn module_of(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').filter(|name| !matches!(*name, "mod" | "lib" | "main")).map(str::to_owned).collect()
}

/// Returns every path a source names, `use` trees unfolded, `super` and `self` resolved to `crate`.
fn paths(source: &str, module: &[String]) -> Vec<Vec<String>> {
    let words = words(source);
    let mut found = Vec::new();
    let mut here: Vec<(String, usize)> = Vec::new(); // inline modules around, with the depth of their brace
    let (mut depth, mut at) = (0, 0);
    while at < words.len() {
        match words[at].as_str() {
            "mod" if words.get(at + 2).is_some_and(|word| word == "{") => here.push((words[at + 1].clone(), depth)),
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                here.retain(|(_, opened)| *opened < depth);
            }
            word if is_name(word) => {
                let around: Vec<String> = module.iter().chain(here.iter().map(|(name, _)| name)).cloned().collect();
                let mut tree = Vec::new();
                at = unfold(&words, at, Vec::new(), &mut tree);
                found.extend(tree.into_iter().map(|path| absolute(path, &around)));
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Reads one path or `use` tree from `at` on, adds its branches to `found`, and returns where it ends.
fn unfold(words: &[String], mut at: usize, mut stem: Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    loop {
        match words.get(at).map(String::as_str) {
            Some("{") if !stem.is_empty() => {
                at += 1;
                while words.get(at).is_some_and(|word| word != "}") {
                    at = match words[at].as_str() {
                        "," => at + 1,
                        "as" => at + 2,
                        _ => unfold(words, at, stem.clone(), found).max(at + 1),
                    };
                }
                return at + 1;
            }
            Some(word) if is_name(word) || word == "*" && !stem.is_empty() => stem.push(word.to_owned()),
            _ => break,
        }
        at += 1;
        if words.get(at).is_none_or(|word| word != "::") {
            break;
        }
        at += 1;
    }
    found.push(stem);
    at
}

fn absolute(path: Vec<String>, around: &[String]) -> Vec<String> {
    let ups = path.iter().take_while(|word| *word == "super").count();
    let selves = usize::from(path.first().is_some_and(|word| word == "self"));
    if ups + selves == 0 {
        return path;
    }
    let base = around.iter().take(around.len().saturating_sub(ups)).cloned();
    std::iter::once("crate".to_owned()).chain(base).chain(path.into_iter().skip(ups + selves)).collect()
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Cuts a source into names, `::` and single marks, without comments, strings, characters and numbers.
fn words(source: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = literal(rest).unwrap_or_else(|| {
            let length = match first {
                _ if rest.starts_with("::") => 2,
                _ if first.is_alphanumeric() || first == '_' => {
                    rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
                }
                _ => first.len_utf8(),
            };
            words.extend((!first.is_whitespace() && first != '$').then(|| rest[..length].to_owned()));
            length
        });
        rest = &rest[length..];
    }
    words
}

/// Returns how many bytes the comment, string or character at the start of `rest` takes, if there is one.
fn literal(rest: &str) -> Option<usize> {
    let upto = |from: usize, end: &str| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    if rest.starts_with("//") {
        return Some(upto(0, "\n"));
    }
    if rest.starts_with("/*") {
        return Some(upto(2, "*/"));
    }
    let prefix = ["br", "r", "b", "c", ""].into_iter().find(|prefix| rest.starts_with(prefix))?;
    let hashes = rest[prefix.len()..].bytes().take_while(|byte| *byte == b'#').count();
    let open = prefix.len() + hashes;
    match rest.as_bytes().get(open)? {
        b'"' if prefix.ends_with('r') => Some(upto(open + 1, &format!("\"{}", "#".repeat(hashes)))),
        b'"' if hashes == 0 => Some(quoted(rest, open, '"')),
        b'\'' if hashes == 0 && is_character(&rest[open..]) => Some(quoted(rest, open, '\'')),
        _ => None,
    }
}

/// Tells `'a'` and `'\n'` from the lifetime `'a`.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    let first = chars.next();
    first == Some('\\') || first.is_some() && chars.next() == Some('\'')
}

fn quoted(rest: &str, open: usize, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(open + 1) {
        if c == mark && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}

/// Returns the rooms of a ring of imports, if the table has one.
fn cycle(rooms: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut left = rooms.clone();
    loop {
        let names: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, imports| imports.iter().any(|room| names.contains(room)));
        if left.is_empty() {
            return None;
        }
        if left.len() == before {
            return Some(left.into_keys().collect());
        }
    }
}

/// Returns the crates of `[dependencies]`, as they are written in code.
fn dependencies(manifest: &str) -> Vec<String> {
    let section = manifest.split("[dependencies]\n").nth(1).unwrap_or_default();
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    lines.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.trim().replace('-', "_")).collect()
}

fn the_law() -> Law {
    Law::read(&read("ARCHITECTURE.md"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the repository")
}

/// Returns the Rust files under a folder of the repository, by path.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let Ok(entries) = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) else { return files };
    for entry in entries {
        let name = entry.expect("a readable folder").file_name();
        let path = format!("{folder}/{}", name.to_string_lossy());
        match path.ends_with(".rs") {
            true => files.push((path.clone(), read(&path))),
            false => files.extend(sources(&path)),
        }
    }
    files.sort();
    files
}

mod the_checker {
    use super::*;

    const LAW: &str = "
| room | what | may import |
| --- | --- | --- |
| `low` | | |
| `high` | | low |

| name | where |
| --- | --- |
| `rayon` | high |
| `std::thread` | high |
| `Serialize` | high |
| `chrono` | everywhere |
| `serde` | everywhere |

| long file | why |
| --- | --- |
| `src/low/words.rs` | data |
";

    /// Checks a house of two rooms, where `low` holds the given source.
    fn check(low: &str, expected: &[&str]) {
        let files = [("src/high.rs", "//! High."), ("src/low/mod.rs", &format!("//! Low.\n{low}"))];
        let files = files.map(|(path, source)| (path.to_owned(), source.to_owned()));
        assert_eq!(faults(&Law::read(LAW), &files), expected, "{low}");
    }

    #[test]
    fn sees_an_import_against_the_table_in_every_spelling() {
        let fault = &["src/low/mod.rs: low may not import high"];
        check("use crate::high::Thing;", fault);
        check("use crate::{low as x, high::{Thing, Other as Name}};", fault);
        check("use super::high;", fault);
        check("mod inner { use super::super::high; }", fault);
        check("fn f() -> crate::high::Thing { crate::high::thing() }", fault);
        check("#[cfg(test)]\nmod tests { use super::super::{high as h}; }", fault);
        check("use crate::*;", &["src/low/mod.rs: low may not import *"]);
    }

    #[test]
    fn lets_a_room_use_itself_and_words_be_words() {
        check("use crate::low::inner; use super::low; use self::high; mod inner { use super::high; }", &[]);
        check("// use crate::high;\n/* crate::high */ const A: &str = \"crate::high \\\" crate::high\";", &[]);
        check("const A: &str = r#\"a \" crate::high\"#; const B: char = '\"'; fn f<'a>(x: &'a str) {}", &[]);
        check(
            "use crate::{low::inner as high}; use chrono::NaiveDate; fn thread() { std::fmt::Write; rayon_like(); serialize(); }",
            &[],
        );
    }

    #[test]
    fn sees_a_crate_or_a_trait_named_in_the_wrong_room() {
        check("use rayon::prelude::*;", &["src/low/mod.rs: low may not name rayon"]);
        check("use std::{fmt, thread};", &["src/low/mod.rs: low may not name std::thread"]);
        check("#[derive(Debug, serde::Serialize)] struct A;", &["src/low/mod.rs: low may not name Serialize"]);
        check("use serde::{Deserialize, Serialize};", &["src/low/mod.rs: low may not name Serialize"]);
    }

    #[test]
    fn sees_rooms_and_rows_that_do_not_match() {
        let files =
            [("src/low.rs".to_owned(), "//! Low.".to_owned()), ("src/attic.rs".to_owned(), "//! New.".to_owned())];
        let expected = ["attic: a room without a row in the table", "high: a row in the table without a room"];
        assert_eq!(faults(&Law::read(LAW), &files), expected);
    }

    #[test]
    fn sees_a_file_that_is_long_or_does_not_say_what_it_is_for() {
        let long = format!("//! Low.\n{}", "//\n".repeat(LONG));
        let lines = "src/low/mod.rs: 401 lines before its tests, more than 400";
        assert_eq!(file_faults(&Law::read(LAW), "src/low/mod.rs", &long), [lines]);
        assert!(file_faults(&Law::read(LAW), "src/low/words.rs", &long).is_empty());
        let tested = format!("//! Low.\n#[cfg(test)]\n{}", "//\n".repeat(LONG));
        assert!(file_faults(&Law::read(LAW), "src/low/mod.rs", &tested).is_empty());
        assert_eq!(file_faults(&Law::read(LAW), "src/a.rs", "use std;"), ["src/a.rs: does not open with `//!`"]);
    }

    #[test]
    fn sees_unfinished_work_but_not_the_words_for_it() {
        assert_eq!(unfinished("a.rs", "fn f() { todo!(\"later\") }"), ["a.rs: holds `todo !`"]);
        assert_eq!(unfinished("a.rs", "#[ignore]\nfn f() {}"), ["a.rs: holds `# [ ignore`"]);
        assert!(unfinished("a.rs", "// todo!()\nconst A: &str = \"#[ignore]\";").is_empty());
    }

    #[test]
    fn sees_a_ring_in_the_table() {
        let ring = "| room | may import |\n| --- | --- |\n| a | b |\n| b | c |\n| c | a |\n| d | a |\n";
        assert_eq!(cycle(&Law::read(ring).rooms), Some(["a", "b", "c", "d"].map(str::to_owned).to_vec()));
        assert_eq!(cycle(&Law::read(LAW).rooms), None);
    }

    #[test]
    fn reads_dependencies_as_code_spells_them() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\naho-corasick = \"1\"\ncsv = { version = \"1\" }\n\n[lints]\na = 1\n";
        assert_eq!(dependencies(manifest), ["aho_corasick", "csv"]);
    }
}
