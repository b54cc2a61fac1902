//! The printed briefing, from articles to bytes. What other programs see in it is checked by `.ci/pdf.py`.

#![cfg(feature = "pdf")]

use chrono::NaiveDate;
use newsbook::config;
use newsbook::diag::{Diagnostic, Level};
use newsbook::model::{InputFile, Inputs};
use newsbook::pipeline::{self, Outcome};

const ARTICLE: &str = "date 2025-12-07\n\nOn December 1, 2025, Anna Berg signed the harbour treaty in Riga.\n\n\
    On December 2, 2025, the port of Ventspils closed its northern gate.\n\n\
    On December 3, 2025, Jonas Kask visited the shipyard in Tallinn.\n";

fn file(path: &str, text: &str) -> InputFile {
    InputFile { path: path.into(), bytes: text.into() }
}

fn inputs(article: &str) -> Inputs {
    Inputs { articles: vec![file("content/articles/one.txt", article)], ..Inputs::default() }
}

fn build(article: &str, print: &str) -> Outcome {
    of(inputs(article), print)
}

fn of(inputs: Inputs, print: &str) -> Outcome {
    let config = format!("site: {{ title: The Harbour }}\noutput: {{ print: {{ {print} }} }}\n");
    let (config, faults) = config::read(config::FILE, &config);
    assert!(faults.is_empty(), "{faults:?}");
    let today = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day of the calendar");
    pipeline::build(&config, &inputs, today)
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
    let short = build(&article, "max_pages: 1");
    assert_eq!(said(&short), [""; 0]);
    assert!(pdf(&short).len() < pdf(&build(&article, "paper: a4")).len());
    // What an editor wrote is never cut.
    let edition = |body: &str| {
        let text = format!("---\nedition: 2025-W49\njudgements:\n  - say: The gate stays shut.\n---\n{body}\n");
        Inputs { editions: vec![file("content/editions/w.md", &text)], ..inputs(ARTICLE) }
    };
    let long = "Nothing sank in the harbour this week.\n\n".repeat(80);
    assert_eq!(said(&of(edition(&long), "max_pages: 1")), ["has 4 pages even so"]);
    // Its parts have pages of their own only where there are pages enough.
    assert_eq!(said(&of(edition("All was quiet."), "max_pages: 2")), [""; 0]);
}

#[test]
fn a_layout_of_the_project_takes_the_place_of_ours() {
    let with = |layout: &str| {
        let templates = vec![file("templates/briefing.typ", layout)];
        of(Inputs { templates, ..inputs(ARTICLE) }, "paper: a4")
    };
    let own = "#let brief = json(\"edition.json\").briefing\n#let words = json(\"ui.json\")\n\
        #set document(title: \"Set anew: \" + words.notes, date: datetime(year: 2025, month: 12, day: 7))\n= #brief.title\n";
    let outcome = with(own);
    assert_eq!(faults(&outcome), [""; 0]);
    assert!(String::from_utf8_lossy(pdf(&outcome)).contains("Set anew: Notes"), "its title");
    let faulty = with(&format!("{own}#brief.titel\n"));
    assert_eq!(faults(&faulty), ["N401 templates/briefing.typ:5:8 dictionary does not contain key \"titel\""]);
}

/// Every error as code, place and message.
fn faults(outcome: &Outcome) -> Vec<String> {
    let errors = outcome.diagnostics.iter().filter(|told| told.level == Level::Error);
    let told = |told: &Diagnostic| {
        let place = told.place.as_ref().expect("a place");
        let at = place.at.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        format!("{} {}{at} {}", told.code, place.file, told.message)
    };
    errors.map(told).collect()
}
