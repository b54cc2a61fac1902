//! A site in French or Ukrainian says nothing in English of its own: every reason that the analysis gives for the sample
//! desk stands in the table of reasons, and every edition has its usual name in that language.

#![allow(clippy::disallowed_methods, reason = "reads the sample desk")]

use std::collections::BTreeSet;
use std::path::Path;

use newsbook::config::Config;
use newsbook::model::{InputFile, Inputs};
use newsbook::pages::labels;
use newsbook::pipeline;

fn desk() -> Inputs {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut articles = Vec::new();
    for folder in ["content/articles", "content/articles/wire"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("the sample desk") {
            let path = entry.expect("a file").path();
            if path.is_file() {
                let name = path.strip_prefix(root).expect("inside").to_str().expect("UTF-8").replace('\\', "/");
                articles.push(InputFile { path: name, bytes: std::fs::read(&path).expect("it can be read") });
            }
        }
    }
    articles.sort_by(|a, b| a.path.cmp(&b.path));
    Inputs { articles, ..Inputs::default() }
}

fn check(language: &str, edition: &str) {
    let mut config = Config::default();
    config.site.language = language.into();
    let book = pipeline::know(&config, &desk(), "2026-01-01".parse().expect("a day")).newsbook;
    let labels = labels(language);
    let whys = book.mentions.iter().flat_map(|mention| &mention.why).map(AsRef::as_ref);
    let points =
        book.mentions.iter().map(|mention| &mention.points).chain(book.events.iter().map(|event| &event.points));
    let merges = book.events.iter().flat_map(|event| &event.merged_because).map(|reason| reason.words.as_str());
    let reasons = whys.chain(points.flatten().map(String::as_str)).chain(merges);
    let english: BTreeSet<&str> = reasons.filter(|reason| labels.reason(reason) == *reason).collect();
    assert_eq!(english, BTreeSet::new());
    assert!(book.editions[0].label.starts_with(edition), "{}", book.editions[0].label);
}

#[test]
fn french() {
    check("fr", "Semaine ");
}

#[test]
fn ukrainian() {
    check("uk", "Тиждень ");
}
