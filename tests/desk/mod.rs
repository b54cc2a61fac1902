//! A project in a folder of its own, and the program run on it as its users run it.

#![allow(dead_code, reason = "not every test uses all of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

/// 2025-12-20, in seconds: the day it is in all tests.
const EPOCH: &str = "1766232000";

pub struct Desk {
    root: PathBuf,
    /// Removed with the value.
    _dir: TempDir,
}

impl Desk {
    pub fn empty() -> Self {
        let dir = tempfile::tempdir().unwrap();
        Self { root: dir.path().to_owned(), _dir: dir }
    }

    /// Returns the project in a folder of this one.
    pub fn at(self, folder: &str) -> Self {
        Self { root: self.root.join(folder), ..self }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Returns a file of the site.
    pub fn page(&self, path: &str) -> String {
        self.read(&format!("output/{path}"))
    }

    /// Runs the program and returns its exit code and all it said, results first.
    pub fn run(&self, args: &[&str]) -> (i32, String) {
        let mut command = Command::new(cargo_bin("newsbook"));
        let command = command.current_dir(&self.root).args(args).env("SOURCE_DATE_EPOCH", EPOCH).stdin(Stdio::null());
        let output = command.output().unwrap();
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        (output.status.code().unwrap(), text)
    }

    /// Runs what must succeed.
    pub fn done(&self, args: &[&str]) -> String {
        let (code, text) = self.run(args);
        assert_eq!(code, 0, "{args:?}: {text}");
        text
    }

    /// Returns the id of the event whose headline holds these words.
    pub fn id(&self, words: &str) -> String {
        let list = self.done(&["list", "events"]);
        let line = list.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("no {words} in\n{list}"));
        line.split_whitespace().next().unwrap().to_owned()
    }

    /// Returns the names in a folder, sorted.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.root.join(folder)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}
