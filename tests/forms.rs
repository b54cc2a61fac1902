//! One briefing in all its forms: Markdown, mail, plain text and the page for the printer say the same facts, no text
//! of an article breaks any of them, and the mail is a mail.

mod sample;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use newsbook::config;
use newsbook::model::{Event, EventIx, Id, InputFile, Inputs};
use newsbook::pages::{Target, plan};
use newsbook::pipeline::{self, BRIEFS};
use newsbook::writers::{Draw, FORMATS, Look};
use serde_json::Value;

const ARTICLE: &str = "date 2025-12-08\n\nOn December 1, 2025, Anna Berg signed the \"harbour\" treaty in Riga & left.\n\n\
    On December 2, 2025, the port of Ventspils closed its <northern> gate.\n\n\
    On December 3, 2025, Jonas Kask visited the shipyard in Tallinn.\n\n\
    Ministers will meet in Riga on January 9, 2026.\n";

fn inputs(article: &str) -> Inputs {
    let file = |path: &str, text: String| InputFile { path: path.into(), bytes: text.into_bytes() };
    Inputs { articles: vec![file("content/articles/one.txt", article.to_owned())], ..Inputs::default() }
}

fn config(keys: &str) -> config::Config {
    let keys = format!("site: {{ title: The Harbour, base_url: 'https://example.org/desk/' }}\n{keys}");
    let (config, faults) = config::read(config::FILE, &keys);
    assert!(faults.is_empty(), "{faults:?}");
    config
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day of the calendar")
}

/// An edition in every form, as text, by the ending of its file.
fn forms(inputs: &Inputs) -> Vec<(&'static str, String)> {
    let config = config("judgements: { scale: icd203 }\n");
    let of = |form: &pipeline::Brief| {
        let (file, said) = pipeline::brief(&config, inputs, today(), Some("2025-W49"), form);
        assert!(said.iter().all(|said| said.level < newsbook::diag::Level::Error), "{said:?}");
        (form.ending, String::from_utf8(file.expect("an edition").bytes).expect("text"))
    };
    BRIEFS.iter().filter(|form| form.name != "pdf").map(of).collect()
}

/// The letters and figures of a text, as they are read: whatever a form writes around and between them is gone.
fn letters(text: &str) -> String {
    let read = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
    read.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// Every text of a briefing that readers are owed.
fn facts(value: &Value, found: &mut BTreeSet<String>) {
    const KEYS: [&str; 10] =
        ["headline", "say", "likelihood", "would_change", "value", "quote", "why_dated", "event", "published", "grade"];
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if KEYS.contains(&key.as_str()) => _ = found.insert(text.clone()),
                    field => facts(field, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| facts(item, found)),
        _ => {}
    }
}

fn briefing(inputs: &Inputs) -> Value {
    let outcome = pipeline::build(&config("judgements: { scale: icd203 }\n"), inputs, today());
    let file = outcome.files.iter().find(|file| file.path == "editions/2025-W49/edition.json").expect("an edition");
    serde_json::from_slice::<Value>(&file.bytes).expect("JSON")["briefing"].take()
}

#[test]
fn all_forms_tell_the_same_facts() {
    let mut inputs = inputs(ARTICLE);
    let first = briefing(&inputs)["notes"][0]["event"].as_str().expect("an id").to_owned();
    let edition = format!(
        "---\nedition: 2025-W49\ntitle: A quiet harbour\njudgements:\n  - say: The gate will open again.\n    likelihood: very \
         likely\n    confidence: low\n    rests_on: [{first}]\n    would_change: a second storm\ngaps: [Who paid for it?]\n\
         figures: [{{ value: 12, unit: ships, claimed_by: the port, event: {first} }}]\n---\nNothing sank.\n"
    );
    inputs.editions = vec![InputFile { path: "content/editions/w.md".into(), bytes: edition.into_bytes() }];
    let mut told = BTreeSet::from(["Nothing sank.".to_owned(), "Who paid for it?".into(), "A quiet harbour".into()]);
    facts(&briefing(&inputs), &mut told);
    assert!(told.len() > 15, "{told:?}");
    for (ending, text) in forms(&inputs) {
        // A mail as it travels spells its lines for old servers; its two parts are looked at as files.
        if ending == ".eml" {
            continue;
        }
        let text = letters(&text);
        for fact in &told {
            assert!(text.contains(&letters(fact)), "{ending} lacks {fact:?}");
        }
    }
}

#[test]
fn a_mail_is_the_same_bytes_twice_and_has_both_parts() {
    let inputs = inputs(ARTICLE);
    let mail = |inputs: &Inputs| forms(inputs).into_iter().find(|(ending, _)| *ending == ".eml").expect("a mail").1;
    let text = mail(&inputs);
    assert_eq!(text, mail(&inputs));
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    for line in [
        "From: ",
        "Subject: The Harbour: ",
        "Date: Sun, 7 Dec 2025 12:00:00 ",
        "Message-ID: <2025-W49.",
        "MIME-Version: 1.0",
    ] {
        assert!(head.contains(line), "{line} in {head}");
    }
    assert!(head.contains("multipart/alternative"), "{head}");
    let boundary = head.split("boundary=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a boundary");
    let parts: Vec<&str> = body.split(&format!("--{boundary}")).collect();
    assert_eq!(parts.len(), 4, "nothing, two parts, the end");
    assert!(parts[1].contains("text/plain") && parts[2].contains("text/html") && parts[3].starts_with("--"));
    assert!(text.lines().all(|line| line.len() <= 998), "no server cuts a line");
}

#[test]
fn a_long_edition_is_still_a_mail_and_says_what_it_leaves_out() {
    let mut book = sample::book();
    let one = book.events[0].clone();
    book.events.extend((0..300).map(|n: u64| Event {
        id: Id::from_fingerprint(n.wrapping_mul(0x9e37_79b9_7f4a_7c15), 6),
        headline: format!("Inspector {n} opened the dock {n} that storms had closed for most of the autumn"),
        ..one.clone()
    }));
    book.editions[0].events = (4..book.events.len()).map(EventIx).collect();
    book.editions[0].ahead.clear();
    let look = Look::load(&[], &book.site).expect("our own templates are right");
    let (pages, _) = plan(&book);
    let page = pages.iter().find(|page| matches!(page.target, Target::Edition(_))).expect("an edition");
    let Some(Draw::Page(draw)) = FORMATS.iter().find(|format| format.name == "email").map(|format| format.draw) else {
        panic!("mails are drawn page by page");
    };
    let files = draw(&book, page, &look).expect("drawn").files;
    let [html, plain] = [0, 1].map(|n| String::from_utf8_lossy(&files[n].bytes).into_owned());
    assert!((80 * 1024..=100 * 1024).contains(&html.len()), "{}", html.len());
    let told = html.matches("Inspector ").count();
    let said = format!("{}\u{a0}further events, less sure", 300 - told);
    assert!(html.contains(&said) && letters(&plain).contains(&letters(&said)), "{told}");
}

#[test]
fn no_text_of_an_article_becomes_markup() {
    let hostile =
        ARTICLE.replace("signed the", "signed </style></td><script>alert(1)</script> <img src=x> {{ 7 }} \\ */ the");
    for (ending, text) in forms(&inputs(&hostile)) {
        if ending == ".html" {
            assert!(!text.contains("<script") && !text.contains("<img"), "{text}");
            assert_eq!(text.matches("</style>").count(), 1, "{ending}");
        }
    }
}

#[test]
fn a_markdown_of_the_project_takes_the_place_of_ours() {
    let with = |template: &str| {
        let file = InputFile { path: "templates/briefing.md".into(), bytes: template.into() };
        let inputs = Inputs { templates: vec![file], ..inputs(&ARTICLE.replace("treaty", "*treaty*")) };
        pipeline::build(&config(""), &inputs, today())
    };
    let own = "# {{ ui.by_theme }}\n{% for theme in briefing.themes %}{% for entry in theme.entries %}\n\n\n\
        - {{ entry.headline }}\n{% endfor %}{% endfor %}";
    let outcome = with(own);
    let file = outcome.files.iter().find(|file| file.path == "editions/2025-W49/briefing.md").expect("a briefing");
    let text = String::from_utf8_lossy(&file.bytes);
    assert!(text.starts_with("# What happened, by theme\n\n- On December 1, 2025, Anna Berg signed"), "{text}");
    assert!(text.contains(r"\*treaty\*"), "{text}");
    let faulty = with(&format!("{own}{{{{ briefing.titel }}}}")).diagnostics;
    let told = faulty.iter().find(|told| told.code.to_string() == "N401").expect("a fault of the template");
    let place = told.place.as_ref().expect("a place");
    assert_eq!((place.file.as_str(), place.at.map(|(line, _)| line)), ("templates/briefing.md", Some(6)));
}
