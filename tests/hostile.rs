//! Whatever stands in the files, a build ends with a newsbook and messages, never with a panic.
//!
//! The files go through the whole program, except that they are handed over in memory instead of read from a folder.

use newsbook::config;
use newsbook::diag::{Diagnostic, Level};
use newsbook::model::{InputFile, Inputs};
use newsbook::pipeline::{self, Outcome};
use proptest::collection::vec;
use proptest::prelude::*;

fn build(config_text: &[u8], inputs: Inputs) -> (Outcome, Vec<Diagnostic>) {
    let (config, found) = config::read(config::FILE, &String::from_utf8_lossy(config_text));
    let today = "2025-03-20".parse().expect("a day");
    (pipeline::build(&config, &inputs, today), found)
}

fn file(path: &str, bytes: impl Into<Vec<u8>>) -> InputFile {
    InputFile { path: path.into(), bytes: bytes.into() }
}

/// Text of the kind that programs like ours take apart, with every mistake in it.
fn prose() -> impl Strategy<Value = Vec<u8>> {
    let word = prop_oneof![
        Just("On Monday, ".to_owned()),
        Just("December 8 ".into()),
        Just("date 2024-12-18 ".into()),
        Just("---\n".into()),
        Just("title: ".into()),
        Just("LONDON, Dec. 7 (Agency) — ".into()),
        Just("“he said.” ".into()),
        Just("\r\n\r\n".into()),
        Just("# ".into()),
        Just("[^1] $x$ @a `".into()),
        Just("<p><script>".into()),
        Just("next Friday the 45th ".into()),
        Just("99999999999 years ago ".into()),
        Just("Russian forces launched 93 missiles. ".into()),
        "\\PC{0,6}",
        "[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4} ",
    ];
    vec(word, 0..40).prop_map(|words| words.concat().into_bytes())
}

fn name() -> impl Strategy<Value = String> {
    let ending = prop_oneof![Just("txt"), Just("md"), Just("html"), Just("jpg")];
    ("[a-z0-9-]{1,10}", ending).prop_map(|(name, ending)| format!("content/articles/{name}.{ending}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_article_panics(articles in vec((name(), prop_oneof![prose(), vec(any::<u8>(), 0..200)]), 0..6)) {
        let mut articles: Vec<InputFile> = articles.into_iter().map(|(path, bytes)| file(&path, bytes)).collect();
        articles.sort_by(|a, b| a.path.cmp(&b.path));
        articles.dedup_by(|a, b| a.path == b.path);
        let (outcome, _) = build(b"site: { title: x }", Inputs { articles, ..Inputs::default() });
        let errors: Vec<_> = outcome.diagnostics.iter().filter(|told| told.level == Level::Error).collect();
        prop_assert!(errors.is_empty(), "an article never stops the run: {errors:?}");
        prop_assert!(outcome.files.iter().any(|file| file.path == "index.html"));
    }

    #[test]
    fn no_config_panics(text in "((site|themes|output|dates|editions|sources|look|checks|id|title|label|any|match|period): ?|[\\[\\]{}\"#*~0-9a-z/. -]|\n  ?-? ?)*") {
        build(text.as_bytes(), Inputs { articles: vec![file("content/articles/a.txt", "On Monday it rained.")], ..Inputs::default() });
    }

    #[test]
    fn no_template_lock_or_override_panics(
        name in prop_oneof![Just("event.html"), Just("base.html"), Just("style.css"), Just("x/y")],
        template in "(\\{\\{|\\}\\}|\\{%|%\\}|block|extends|if|for|in|\"|[a-z.| ()]|\\PC)*",
        lock: Vec<u8>,
        overrides in "((articles|events|merge|hide|pin|date|into): ?|[\\[\\]{}a-z0-9:. -]|\n  ?)*",
    ) {
        let inputs = Inputs {
            articles: vec![file("content/articles/a.txt", "On December 13, 2024 it rained.")],
            templates: vec![file(&format!("templates/{name}"), template)],
            lock: Some(file("newsbook.lock", lock)),
            overrides: Some(file("overrides.yml", overrides)),
            ..Inputs::default()
        };
        build(b"", inputs);
    }
}
