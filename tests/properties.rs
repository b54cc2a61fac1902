//! What holds for every whole build, whatever it is given.
//!
//! Rooms have properties of their own beside their code; here only what nobody can promise alone: the threads do not
//! show, nothing is invented on the way, and no input stops the run by accident.

#![allow(clippy::disallowed_methods, reason = "reads the sample desk of the repository")]

use std::path::Path;

use chrono::NaiveDate;
use newsbook::config::Config;
use newsbook::diag::Level;
use newsbook::events::{Options, Rules, analyse};
use newsbook::model::{ArticleIx, InputFile, Inputs, Newsbook, ParagraphKind};
use newsbook::pipeline::{Outcome, build};
use newsbook::readers::{self, ReadOptions};
use proptest::prelude::*;

#[path = "../benches/corpus/mod.rs"]
mod corpus;

#[test]
fn the_same_bytes_on_one_thread_and_on_seven() {
    let inputs = desk(made(40));
    let one = on_threads(1, &inputs);
    let seven = on_threads(7, &inputs);
    assert!(one.files.len() > 100, "{} files", one.files.len());
    assert_eq!(one.diagnostics, seven.diagnostics);
    assert_eq!(one.lock, seven.lock);
    for (a, b) in one.files.iter().zip(&seven.files) {
        assert!(a == b, "{} differs from {}", a.path, b.path);
    }
    assert_eq!(one.files.len(), seven.files.len());
}

#[test]
fn the_sample_desk_builds_without_an_error_and_makes_editions() {
    let outcome = build_with(&desk(samples()));
    let errors: Vec<_> = outcome.diagnostics.iter().filter(|d| d.level == Level::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(outcome.newsbook.editions.len() >= 3);
    assert!(outcome.newsbook.events.iter().any(|event| event.mentions.len() > 1), "two articles tell one event");
}

#[test]
fn the_sample_desk_invents_no_day() {
    let newsbook = build_with(&desk(samples())).newsbook;
    let yearless = newsbook.articles.iter().position(|a| a.path.ends_with("four-in-london.txt")).expect("an article");
    let days = newsbook.mentions.iter().filter(|mention| mention.article.0 == yearless);
    let days: Vec<_> = days.filter_map(|mention| mention.date.as_ref()?.date.exact_day()).collect();
    assert!(days.is_empty(), "no year stands in that text, yet: {days:?}");
}

/// A paste may end or begin anywhere: a teaser stops at "will travel to", a line has lost its full stop.
#[test]
fn no_sentence_cut_short_stops_the_run() {
    let rules = Rules::new(&[], &[], Options::default());
    let mut mentions = 0;
    for sample in samples().into_iter().chain(made(4)) {
        let text = String::from_utf8_lossy(&sample.bytes).into_owned();
        for piece in text.lines().flat_map(|line| line.split_inclusive(". ")).flat_map(cut_short) {
            let (article, _) = readers::read(&file("a.txt", piece.as_bytes()), &ReadOptions::default());
            mentions += article.map_or(0, |article| analyse(&article, ArticleIx(0), &rules).mentions.len());
        }
    }
    assert!(mentions > 1000, "{mentions} mentions");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn evidence_is_a_piece_of_its_article(text in prose()) {
        let newsbook = build_with(&desk(vec![file("content/articles/a.txt", text.as_bytes())])).newsbook;
        for ix in 0..newsbook.mentions.len() {
            prop_assert!(stands_in_its_article(&newsbook, ix), "{:?}", newsbook.mentions[ix]);
        }
    }

    #[test]
    fn no_bytes_of_an_article_stop_the_run(bytes in noise(), ending in "txt|md|html|TXT|weird") {
        let path = format!("content/articles/a.{ending}");
        build_with(&desk(vec![file(&path, &bytes), file("content/articles/b.txt", b"date 2025-03-04 Hadek met Venn in Velm.")]));
    }

    #[test]
    fn no_text_of_a_config_stops_the_run(text in config()) {
        let (config, _) = newsbook::config::read("newsbook.yml", &text);
        build(&config, &Inputs { articles: made(2), ..Inputs::default() }, today());
    }

    #[test]
    fn no_bytes_of_what_people_decide_stop_the_run(bytes in noise()) {
        let one = |path: &str| vec![file(path, &bytes)];
        build_with(&Inputs {
            overrides: Some(file("overrides.yml", &bytes)),
            lock: Some(file("newsbook.lock", &bytes)),
            events: one("content/events/a.md"),
            editions: one("content/editions/2025-W50.md"),
            entities: one("content/entities/a.yml"),
            ..desk(made(2))
        });
    }

    #[test]
    fn no_template_stops_the_run(bytes in noise(), name in "event|base|home|day|briefing|nothing") {
        let templates = vec![file(&format!("templates/{name}.html"), &bytes)];
        build_with(&Inputs { templates, ..desk(made(2)) });
    }
}

/// The first words of a sentence without the rest, and the last without the first, at each of its gaps; and both with what
/// news puts before and behind.
fn cut_short(sentence: &str) -> impl Iterator<Item = String> {
    sentence.match_indices(' ').flat_map(move |(gap, _)| {
        let (first, last) = (&sentence[..gap], &sentence[gap + 1..]);
        [first.to_owned(), format!("{first} on Monday"), last.to_owned(), format!(", {last}")]
    })
}

/// Tells whether a mention's words are in its article, in a paragraph that is read.
fn stands_in_its_article(newsbook: &Newsbook, ix: usize) -> bool {
    let mention = &newsbook.mentions[ix];
    let article = &newsbook[mention.article];
    let words = mention.date.as_ref().and_then(|date| date.words.clone());
    let inside = article
        .paragraphs
        .iter()
        .find(|paragraph| paragraph.span.start <= mention.span.start && mention.span.end <= paragraph.span.end);
    article.text.get(mention.span.clone()).is_some_and(|evidence| !evidence.trim().is_empty())
        && words.is_none_or(|words| article.text.get(words).is_some())
        && inside.is_some_and(|paragraph| {
            paragraph.number == mention.paragraph && paragraph.kind != ParagraphKind::Boilerplate
        })
}

/// Pieces of news prose in any order, with the marks that news has.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(" date 2025-03-04 ".to_owned()),
        Just("VELM, Dec. 7 (Courier) — ".to_owned()),
        Just("“We have a deal,” Venn said on Tuesday. ".to_owned()),
        Just("Hadek met Venn in Velm on March 3, 2025 -- and left; a storm followed on Friday. ".to_owned()),
        Just("What Comes Next\n".to_owned()),
        Just("Leave a comment\n".to_owned()),
        Just("\r\n\r\n".to_owned()),
        Just("\n".to_owned()),
        "[A-Za-z ,.—–'’0-9]{0,40}",
        "\\PC{0,12}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Bytes: some at random, some that look like what is expected.
fn noise() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40),
        "---\n|\n- |: |\\{\\{ |\\}\\}|\\{% |<p>|</|<script>|&#|\\[|events:|date: |2025-02-30|\\[\\^1\\]"
            .prop_map(String::into_bytes),
        "\\PC{0,20}".prop_map(String::into_bytes),
    ];
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

/// Texts like a config: its keys, with values that do not fit them.
fn config() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "(site|dates|editions|themes|events|output|sources|checks): ?(\\[\\]|\\{\\}|x|)\n",
        "  (title|period|undated|label|timezone|dir|threshold|match): ?(\\{week\\}|\\{|week|-1|\\.\\./x|9e99|)\n",
        "- (id|match|title): ?\\PC{0,8}\n",
        "\\PC{0,20}\n",
    ];
    proptest::collection::vec(line, 0..12).prop_map(|lines| lines.concat())
}

fn on_threads(threads: usize, inputs: &Inputs) -> Outcome {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads");
    pool.install(|| build_with(inputs))
}

fn build_with(inputs: &Inputs) -> Outcome {
    let text = inputs.config.as_ref().map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    let config = text.map_or_else(Config::default, |text| newsbook::config::read("newsbook.yml", &text).0);
    build(&config, inputs, today())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 12, 20).expect("a day of the calendar")
}

/// A project with the repository's own config and these articles.
fn desk(articles: Vec<InputFile>) -> Inputs {
    let config = std::fs::read(root().join("newsbook.yml")).expect("the sample config");
    Inputs { config: Some(file("newsbook.yml", &config)), articles, ..Inputs::default() }
}

fn made(count: usize) -> Vec<InputFile> {
    corpus::articles(count, 1).iter().map(|made| file(&made.path, made.text.as_bytes())).collect()
}

/// The sample articles, by path.
fn samples() -> Vec<InputFile> {
    let mut files = Vec::new();
    for folder in ["content/articles", "content/articles/wire"] {
        for entry in std::fs::read_dir(root().join(folder)).expect("the sample desk") {
            let path = entry.expect("a readable folder").path();
            if path.is_file() {
                let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
                files.push(file(&format!("{folder}/{name}"), &std::fs::read(&path).expect("a readable file")));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn file(path: &str, bytes: &[u8]) -> InputFile {
    InputFile { path: path.to_owned(), bytes: bytes.to_vec() }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
