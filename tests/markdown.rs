//! No text can break a briefing: whatever stands in an article, the Markdown has the structure it was written with and
//! every reader gets the text back as it is.
//!
//! Each case draws one briefing twice, once with a plain word in every place that holds text and once with a hostile
//! string there, and parses both with every extension on. The outlines must be equal but for the text itself.

use std::sync::LazyLock;

use newsbook::model::{Confidence, Paper, Site};
use newsbook::pages::briefing::{
    Briefing, Citation, Claimed, Counts, DateSection, Entry, Judged, Line, Note, Number, Source, Step, ThemeSection,
    ThreadSection, Told,
};
use newsbook::pages::{ConfidenceView, labels};
use newsbook::writers::{Look, markdown::plain};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn markdown(briefing: &Briefing) -> String {
    static LOOK: LazyLock<Look> =
        LazyLock::new(|| Look::load(&[], &Site::default()).expect("our own templates are right"));
    newsbook::writers::markdown::markdown(briefing, &LOOK).expect("drawn")
}

fn sure(confidence: Confidence) -> ConfidenceView {
    ConfidenceView::new(confidence, labels("en"))
}

/// A briefing whose every text is `text`, with one of each kind of list.
fn briefing(text: &str) -> Briefing {
    let entry = |note| Entry {
        event: "k7q2".into(),
        note,
        date: "Sunday 7 December 2025".into(),
        headline: text.into(),
        text: Some(text.into()),
        corrections: vec![text.into()],
        kind: "Statement",
        speaker: Some(text.into()),
        confidence: sure(Confidence::Medium),
        reports: 2,
        told: Some("2 reports".into()),
    };
    let line = |note| Line { note, headline: text.into(), theme: text.into() };
    let citation = Citation { source: 1, paragraph: 3, quote: Some(text.into()), cut: true };
    let note = Note {
        citations: vec![citation.clone(), Citation { quote: None, ..citation }],
        web: vec![(Some(text.into()), "https://example.org/report".into())],
        file: Some(text.into()),
        why_dated: text.into(),
        confidence: sure(Confidence::Low),
        event: "k7q2".into(),
        address: Some(format!("https://example.org/{text}")),
    };
    Briefing {
        id: "2025-W49".into(),
        title: text.into(),
        subtitle: text.into(),
        date: "2025-12-07".parse().expect("a day"),
        language: "en-GB".into(),
        paper: Paper::A4,
        toc: true,
        address: Some("https://example.org/editions/2025-W49/".into()),
        summary: vec![text.into(), text.into()],
        judgements: vec![judged(text), judged(text)],
        figures: vec![Claimed { value: text.into(), by: Some(text.into()), note: Some(1) }],
        gaps: vec![text.into()],
        corrections: vec![Told { day: Some("9 December 2025".into()), said: text.into() }],
        draft: true,
        numbers: vec![Number { number: 2, what: "events", more: Some(text.into()) }],
        warning: None,
        threads: vec![thread(text)],
        notes_at_foot: false,
        scale: vec![],
        method: vec![text.into()],
        counts: Counts { events: 2, on_a_day: 1, ahead: 1, undated: 1, sources: 2 },
        themes: vec![ThemeSection { title: text.into(), why: Some(text.into()), entries: vec![entry(1), entry(2)] }],
        dates: vec![DateSection { date: text.into(), lines: vec![line(1), line(2)] }],
        ahead: vec![entry(3)],
        undated: vec![entry(4)],
        notes: vec![note.clone(), note.clone(), note.clone(), note],
        sources: vec![source(text), source(text)],
    }
}

/// A source whose every text is `text`.
fn source(text: &str) -> Source {
    Source {
        title: text.into(),
        title_made: true,
        outlet: Some(text.into()),
        author: Some(text.into()),
        published: "18 December 2024, from its first line".into(),
        url: Some(format!("https://example.org/?q={text}")),
        grade: "F6".into(),
        paragraphs: 7,
        length: "7 paragraphs".into(),
        path: text.into(),
    }
}

/// A thread of two steps.
fn thread(text: &str) -> ThreadSection {
    let step = |note: Option<usize>| Step {
        date: "Sunday 7 December 2025".into(),
        gap: note.map(|_| "3 days later".into()),
        headline: text.into(),
        note,
        planned: true,
    };
    ThreadSection { title: text.into(), earlier: 1, steps: vec![step(None), step(Some(1))] }
}

fn judged(text: &str) -> Judged {
    Judged {
        say: text.into(),
        likelihood: Some(text.into()),
        range: None,
        confidence: Some(sure(Confidence::Low)),
        rests_on: vec![1, 2],
        basis: Some("Rests on notes 1 and 2".into()),
        would_change: Some(text.into()),
    }
}

/// What a reader sees: every tag that opens or closes, and the text between as one string. Addresses are left out,
/// since they are percent-encoded; the metadata is read apart.
fn outline(document: &str) -> Vec<String> {
    let mut outline = vec![];
    let mut seen = String::new();
    let mut is_metadata = false;
    for event in Parser::new_ext(body(document), Options::all()) {
        let piece = match event {
            Event::Text(text) => {
                seen.push_str(&text);
                continue;
            }
            Event::SoftBreak => "soft break".to_owned(),
            Event::Start(Tag::Link { .. }) => "link".to_owned(),
            Event::End(TagEnd::Link) => {
                seen.clear();
                "end of link".to_owned()
            }
            other => format!("{other:?}"),
        };
        if !seen.is_empty() {
            outline.push(std::mem::take(&mut seen));
        }
        is_metadata |= piece.contains("Metadata");
        outline.push(piece);
    }
    assert!(!is_metadata, "a second block of metadata");
    outline
}

/// The document after its metadata block, which ends with the first line of three dashes after the opening one.
fn body(document: &str) -> &str {
    let rest = document.strip_prefix("---\n").expect("a metadata block");
    &rest[rest.find("\n---\n").expect("the end of the metadata block") + 5..]
}

/// The values of the metadata block, read as YAML and then as Markdown, as pandoc does.
fn metadata(document: &str) -> Vec<String> {
    let block = &document[..document.len() - body(document).len()];
    let yaml: serde_yaml::Value = serde_yaml::from_str(block.trim_end().trim_end_matches("---")).expect("YAML");
    let shown =
        |value: &serde_yaml::Value| outline(&format!("---\n\n---\n{}", value.as_str().unwrap_or_default())).concat();
    let keys = ["title", "subtitle", "date", "lang", "papersize"];
    keys.iter().map(|key| shown(&yaml[*key])).collect()
}

fn check(hostile: &str) {
    let text = plain(hostile);
    let put_in = |expected: Vec<String>| expected.iter().map(|s| s.replace("Zq", &text)).collect::<Vec<_>>();
    let (expected, found) = (markdown(&briefing("Zq")), markdown(&briefing(hostile)));
    assert_eq!(metadata(&found), put_in(metadata(&expected)), "{found}");
    assert_eq!(outline(&found), put_in(outline(&expected)), "{found}");
}

#[test]
fn known_attacks_stay_text() {
    let attacks = include_str!("hostile.txt");
    for attack in attacks.lines().filter(|line| !plain(line).is_empty()) {
        check(attack);
    }
    check("several\n\n---\n\nparagraphs\n\n[^1]: and a note");
    check("    code\n\tby tab\r\n# and a heading");
}

#[test]
fn text_without_any_character_leaves_the_structure_alone() {
    let count = |document: &str, tag: &str| outline(document).iter().filter(|piece| piece.starts_with(tag)).count();
    let (empty, full) = (markdown(&briefing(" \u{0} ")), markdown(&briefing("Zq")));
    for tag in ["Start(Heading", "Start(Item", "FootnoteReference", "Start(FootnoteDefinition", "Start(List"] {
        assert_eq!(count(&empty, tag), count(&full, tag), "{tag}\n{empty}");
    }
}

/// Strings of the marks that Markdown is made of, with letters, digits, spaces and line breaks between.
fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        r"[-+*_~^=#|<>!\[\](){}`'$@&:.,;/\\%]{1,4}".boxed(),
        "[a-zA-Z0-9]{1,3}".boxed(),
        Just(" ".to_owned()).boxed(),
        Just("\n".to_owned()).boxed(),
        Just("\n\n".to_owned()).boxed(),
        prop::sample::select(vec!["[^1]", "![", "---", ":::", "1. ", "\u{a0}", "www.", "http://", "«é»", "\"", "&lt;"])
            .prop_map(str::to_owned)
            .boxed(),
    ];
    prop::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn markup_stays_text(hostile in markup().prop_filter("has text", |text| !plain(text).is_empty())) {
        check(&hostile);
    }

    #[test]
    fn anything_stays_text(hostile in any::<String>().prop_filter("has text", |text| !plain(text).is_empty())) {
        check(&hostile);
    }
}
