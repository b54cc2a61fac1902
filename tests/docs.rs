//! What users read is complete: every message, key, verb, flag and template field has its words.
//!
//! The lists come from the tables in the code, so a new entry without words fails here, and so do words whose entry is
//! gone. Whether the words are good is for a reader to say. A page that is made whole from a table is compared with
//! it; `UPDATE_DOCS=1 cargo test --test docs` writes it anew.

#![allow(clippy::disallowed_methods, reason = "reads the repository's own documents")]

use std::collections::BTreeSet;
use std::path::Path;

use newsbook::config::{self, KeyHelp};

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

#[test]
fn every_key_of_the_config_is_explained() {
    let keys = config::explain("").expect("the empty path explains all");
    let silent: Vec<_> = keys.iter().filter(|key| key.about.is_empty()).map(|key| &key.path).collect();
    assert!(keys.len() > 30 && silent.is_empty(), "no words for {silent:?}");
    matches_page("docs/config.md", &config_page(&keys));
}

/// Makes the reference of `newsbook.yml`: a section for each top key, a line for each below it.
fn config_page(keys: &[KeyHelp]) -> String {
    let mut page = String::from(
        "# `newsbook.yml`\n\nEvery key is optional. `newsbook config schema` prints a JSON Schema for editors. \
         This page is made from the code.\n",
    );
    for key in keys {
        let default = key.default.as_deref().map(|value| format!(" Default: `{value}`.")).unwrap_or_default();
        let choices = match key.choices.join("`, `") {
            none if none.is_empty() => none,
            words => format!(" One of `{words}`."),
        };
        match key.path.contains('.') {
            false => page.push_str(&format!("\n## `{}`\n\n{}{choices}{default}\n\n", key.path, key.about)),
            true => page.push_str(&format!("- `{}`: {}{choices}{default}\n", key.path, key.about)),
        }
    }
    page.replace("\n\n\n", "\n\n")
}

/// Compares a made page with the one in the repository, or writes it when asked to.
fn matches_page(path: &str, made: &str) {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), made).expect("a writable page");
    }
    assert!(read(path) == made, "{path} is not what the code says; run UPDATE_DOCS=1 cargo test --test docs");
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
