//! Two branches that each add articles merge in git without a conflict.
#![allow(clippy::disallowed_methods, reason = "this test plays the user, who has files and a git")]

use std::path::Path;
use std::process::Command;

use newsbook::edits::{Fingerprint, Lock, LockedArticle, LockedReport};
use newsbook::model::Id;

/// A lock as a project with these articles has it, three events in each.
fn lock(articles: &[u64]) -> String {
    let mut lock = Lock::default();
    for seed in articles {
        let id = Id::from_fingerprint(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15), 5);
        let path = format!("content/articles/{seed}.txt");
        lock.articles.push(LockedArticle { id: id.clone(), path, sketch: vec![], title: String::new() });
        for n in 0..3 {
            lock.reports.push(LockedReport {
                article: id.clone(),
                event: Id::from_fingerprint(seed * 7919 + n, 5),
                lead: true,
                print: Fingerprint::of(&format!("bridge {seed} opened {n}"), None, []),
                headline: format!("Bridge {seed} opened"),
            });
        }
    }
    lock.print()
}

fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"];
    let done = Command::new("git").current_dir(folder).args(who).args(arguments).output().expect("git is installed");
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stdout));
}

#[test]
fn branches_that_add_articles_merge_without_conflict() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let commit = |text: &str, message: &str| {
        std::fs::write(folder.path().join("newsbook.lock"), text).expect("the lock is written");
        git(folder.path(), &["add", "."]);
        git(folder.path(), &["commit", "-qm", message]);
    };
    git(folder.path(), &["init", "-q", "-b", "main"]);
    std::fs::write(folder.path().join(".gitattributes"), include_str!("../.gitattributes")).expect("it is written");
    let base: Vec<u64> = (0..4).collect();
    commit(&lock(&base), "four articles");
    git(folder.path(), &["switch", "-qc", "hers"]);
    let hers: Vec<u64> = base.iter().copied().chain(100..130).collect();
    commit(&lock(&hers), "thirty more");
    git(folder.path(), &["switch", "-q", "main"]);
    let mine: Vec<u64> = base.iter().copied().chain(200..230).collect();
    commit(&lock(&mine), "thirty others");
    git(folder.path(), &["merge", "-q", "--no-edit", "hers"]);

    let merged = std::fs::read_to_string(folder.path().join("newsbook.lock")).expect("the lock is there");
    let all: Vec<u64> = base.into_iter().chain(100..130).chain(200..230).collect();
    assert_eq!(Lock::read(&merged).expect("a merged lock is a lock").print(), lock(&all));
}

#[test]
fn what_an_article_brings_stands_together() {
    let (base, more) = (lock(&[1, 2, 3]), lock(&[1, 2, 3, 4]));
    assert!(base.lines().all(|line| more.lines().any(|other| other == line)), "no other line changed");
    let is_new = |line: &&str| !base.lines().any(|old| old == *line);
    let added: Vec<usize> = more.lines().enumerate().filter(|(_, line)| is_new(line)).map(|(ix, _)| ix).collect();
    assert_eq!(added.len(), 4);
    assert!(added.windows(2).all(|pair| pair[1] == pair[0] + 1), "{added:?}");
}
