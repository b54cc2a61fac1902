//! Whole builds against what they should give: one folder for each case in `tests/golden/`.
//!
//! A case holds a `newsbook.yml`, articles in `content/articles/`, and in `expected/` what must come out: every
//! briefing, `data/events.json`, what the build said in `messages.txt` and the list of all files in `files.txt`. A page
//! is compared where `expected/` holds one, so a case may name the pages it is about.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` writes the expectations anew; read every changed line before you commit.

#![allow(clippy::disallowed_methods, reason = "the test reads its own cases and writes them on request")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use newsbook::config;
use newsbook::model::{InputFile, Inputs};
use newsbook::pipeline::{Outcome, build};

/// The day every case is built on.
const TODAY: &str = "2025-12-20";

#[test]
fn every_case_builds_what_it_expects() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let cases = folders(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"));
    assert!(cases.len() >= 6, "cases are missing");
    let mut faults = Vec::new();
    for case in &cases {
        let expected = case.join("expected");
        let found = compared(&run(case), &expected);
        if update {
            write(&expected, &found);
        }
        faults.extend(differences(
            &case.file_name().unwrap_or_default().to_string_lossy(),
            &read_all(&expected),
            &found,
        ));
    }
    assert!(faults.is_empty(), "\n{}\nUPDATE_GOLDEN=1 writes the expectations anew.", faults.join("\n"));
}

fn run(case: &Path) -> Outcome {
    let file = |path: &str| InputFile { path: path.to_owned(), bytes: std::fs::read(case.join(path)).expect("a file") };
    let config = file("newsbook.yml");
    let text = std::str::from_utf8(&config.bytes).expect("UTF-8");
    let (settings, faults) = config::read(&config.path, text);
    assert!(faults.is_empty(), "{}: {faults:?}", case.display());
    let names = read_all(&case.join("content/articles")).into_keys();
    let articles = names.map(|name| file(&format!("content/articles/{name}"))).collect();
    let inputs = Inputs { config: Some(config), articles, ..Inputs::default() };
    build(&settings, &inputs, TODAY.parse().expect("a day"))
}

/// What is compared of a build, by path inside `expected/`.
fn compared(outcome: &Outcome, expected: &Path) -> BTreeMap<String, String> {
    let paths: Vec<&str> = outcome.files.iter().map(|file| file.path.as_str()).collect();
    let messages: Vec<String> =
        outcome.diagnostics.iter().map(|said| format!("{} {}\n", said.code, said.message)).collect();
    let mut compared = BTreeMap::from([
        ("files.txt".to_owned(), paths.join("\n") + "\n"),
        ("messages.txt".to_owned(), messages.concat()),
    ]);
    for file in &outcome.files {
        let is_ours =
            file.path.ends_with(".md") || file.path == "data/events.json" || expected.join(&file.path).exists();
        if is_ours {
            compared.insert(file.path.clone(), String::from_utf8_lossy(&file.bytes).into_owned());
        }
    }
    compared
}

fn differences(case: &str, expected: &BTreeMap<String, String>, found: &BTreeMap<String, String>) -> Vec<String> {
    let paths = expected.keys().chain(found.keys().filter(|path| !expected.contains_key(*path)));
    let differs = |path: &&String| expected.get(*path) != found.get(*path);
    let say = |path: &String| match (expected.get(path), found.get(path)) {
        (Some(expected), Some(found)) => format!("{case}/{path}:\n{}", first_difference(expected, found)),
        (Some(_), None) => format!("{case}/{path}: was not written"),
        _ => format!("{case}/{path}: nobody expected it"),
    };
    paths.filter(differs).map(say).collect()
}

fn first_difference(expected: &str, found: &str) -> String {
    let mut lines = expected.lines().zip(found.lines()).zip(1..);
    match lines.find(|((expected, found), _)| expected != found) {
        Some(((expected, found), line)) => format!("  line {line}\n  - {expected}\n  + {found}"),
        None => format!("  {} lines expected, {} found", expected.lines().count(), found.lines().count()),
    }
}

fn write(folder: &Path, files: &BTreeMap<String, String>) {
    for stale in read_all(folder).keys().filter(|path| !files.contains_key(*path)) {
        std::fs::remove_file(folder.join(stale)).expect("a file of ours");
    }
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
}

/// Every file under a folder, by path inside it; empty where there is no such folder.
fn read_all(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for path in entries(folder) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(read_all(&path).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)));
        } else {
            files.insert(name, String::from_utf8_lossy(&std::fs::read(&path).expect("a file")).into_owned());
        }
    }
    files
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    entries(folder).into_iter().filter(|path| path.is_dir()).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths
}
