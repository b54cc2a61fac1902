//! The printed briefing, from articles to bytes. What other programs see in it is checked by `.ci/pdf.py`.

#![cfg(feature = "pdf")]

use chrono::NaiveDate;
use newsbook::config;
use newsbook::model::{InputFile, Inputs};
use newsbook::pipeline::{self, Outcome};

const ARTICLE: &str = "date 2025-12-08\n\nOn December 1, 2025, Anna Berg signed the harbour treaty in Riga.\n\n\
    On December 2, 2025, the port of Ventspils closed its northern gate.\n\n\
    On December 3, 2025, Jonas Kask visited the shipyard in Tallinn.\n";

fn build(article: &str, print: &str) -> Outcome {
    let config = format!("site: {{ title: The Harbour }}\noutput: {{ print: {{ {print} }} }}\n");
    let (config, faults) = config::read(config::FILE, &config);
    assert!(faults.is_empty(), "{faults:?}");
    let file = InputFile { path: "content/articles/one.txt".into(), bytes: article.into() };
    let today = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day of the calendar");
    pipeline::build(&config, &Inputs { articles: vec![file], ..Inputs::default() }, today)
}

fn pdf(outcome: &Outcome) -> &[u8] {
    let file = outcome.files.iter().find(|file| file.path.ends_with("briefing.pdf"));
    &file.expect("an edition has a briefing").bytes
}

/// What was said about the PDF.
fn said(outcome: &Outcome) -> Vec<&str> {
    let about_print = outcome.diagnostics.iter().filter(|told| told.code.to_string() == "N403");
    about_print.map(|told| told.message.as_str()).collect()
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    let (first, second) = (build(ARTICLE, "paper: a4"), build(ARTICLE, "paper: a4"));
    assert!(pdf(&first).starts_with(b"%PDF-1.7"));
    assert_eq!(pdf(&first), pdf(&second));
    assert_ne!(pdf(&first), pdf(&build(ARTICLE, "paper: letter")));
    assert_eq!(said(&first), [""; 0]);
}

#[test]
fn what_no_font_has_is_said_and_not_drawn_as_a_box() {
    let outcome = build(&ARTICLE.replace("Anna Berg", "Anna 北京"), "paper: a4");
    assert!(said(&outcome)[0].contains("for example '北', are set in Latin letters"), "{:?}", said(&outcome));
    assert!(!pdf(&outcome).is_empty());
    let greek_and_cyrillic = build(&ARTICLE.replace("Anna Berg", "Άννα Щербак"), "paper: a4");
    assert_eq!(said(&greek_and_cyrillic), [""; 0]);
}

#[test]
fn text_of_an_article_is_never_markup() {
    let hostile = "#panic(\"x\") $ * _ @ref <label> `raw` \\ [ ] { } // /* \u{0} \u{202e} end";
    let outcome = build(&ARTICLE.replace("the harbour treaty", hostile), "paper: a4");
    assert!(pdf(&outcome).starts_with(b"%PDF"), "{:?}", said(&outcome));
}

#[test]
fn a_briefing_keeps_to_its_pages_or_says_that_it_cannot() {
    let many: String =
        (1..=28).map(|day| format!("On December {day}, 2025, Anna Berg opened dock {day} in Riga.\n\n")).collect();
    let article = format!("date 2025-12-29\n\n{many}");
    assert_eq!(said(&build(&article, "max_pages: 3")), [""; 0]);
    let too_short = build(&article, "max_pages: 1");
    assert!(said(&too_short).iter().all(|words| words.ends_with("pages even so")), "{:?}", said(&too_short));
    assert!(!said(&too_short).is_empty());
}
