//! What users read is complete: every message, key, verb, flag and template field has its words.
//!
//! The lists come from the tables in the code, so a new entry without words fails here, and so do words whose entry is
//! gone. Whether the words are good is for a reader to say.

#![allow(clippy::disallowed_methods, reason = "reads the repository's own documents")]

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_message_has_its_section() {
    let sections = sections(&read("docs/messages.md"), "## ");
    let documented = sections.iter().filter_map(|(head, _)| head.split_once(':')).map(|(code, _)| code.to_owned());
    same(codes(&read("src/diag.rs")), documented.collect());
}

#[test]
fn every_section_of_the_messages_says_something() {
    let short: Vec<_> =
        sections(&read("docs/messages.md"), "## ").into_iter().filter(|(_, text)| text.len() < 80).collect();
    assert!(short.is_empty(), "{short:?}");
}

/// Reads the codes from the enum: every line `Name = number,` of `diag.rs`.
fn codes(source: &str) -> BTreeSet<String> {
    let numbers =
        source.lines().filter_map(|line| line.trim().strip_suffix(',')?.split_once(" = ")?.1.parse::<u16>().ok());
    numbers.map(|number| format!("N{number:03}")).collect()
}

/// Returns the sections of a document whose headings start with `mark`: heading and text.
fn sections(document: &str, mark: &str) -> Vec<(String, String)> {
    let start = format!("\n{mark}");
    let halves = document.split(&start).skip(1).filter_map(|part| part.split_once('\n'));
    halves.map(|(head, text)| (head.to_owned(), text.trim().to_owned())).collect()
}

fn same(code: BTreeSet<String>, documents: BTreeSet<String>) {
    let undocumented: Vec<_> = code.difference(&documents).collect();
    let unknown: Vec<_> = documents.difference(&code).collect();
    assert!(
        !code.is_empty() && undocumented.is_empty() && unknown.is_empty(),
        "no words: {undocumented:?}, no entry: {unknown:?}"
    );
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the repository")
}
