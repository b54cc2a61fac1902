//! The open data says what its schema promises, and a spreadsheet can open it without running anything.

mod sample;

use newsbook::model::{Newsbook, OutputFile, Rights};
use newsbook::writers::{Look, data};
use serde_json::Value;

fn files(book: &Newsbook) -> Vec<OutputFile> {
    let look = Look::load(&[], &book.site).expect("the embedded look");
    let [json, csv] = [data::draw_json, data::draw_csv].map(|draw| draw(book, &[], &look).expect("data"));
    json.files.into_iter().chain(csv.files).collect()
}

fn text(book: &Newsbook, path: &str) -> String {
    let file = files(book).into_iter().find(|file| file.path == path).expect("a file of this name");
    String::from_utf8(file.bytes).expect("UTF-8")
}

fn json(book: &Newsbook, path: &str) -> Value {
    serde_json::from_str(&text(book, path)).expect("JSON")
}

#[test]
fn the_events_follow_their_schema() {
    let book = sample::book();
    let schema = jsonschema::draft202012::new(&json(&book, "data/schema.json")).expect("a schema");
    let events = json(&book, "data/events.json");
    let faults: Vec<String> = schema.iter_errors(&events).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    for (broken, with) in [("/events/0/state", "past?"), ("/events/0/sources/0/paragraph", "one"), ("/version", "1")] {
        let mut events = events.clone();
        *events.pointer_mut(broken).expect("a place in the data") = with.into();
        assert!(!schema.is_valid(&events), "{broken} may be anything");
    }
}

#[test]
fn an_event_says_where_it_comes_from_and_why_it_has_its_date() {
    let events = json(&sample::book(), "data/events.json");
    insta::assert_snapshot!(serde_json::to_string_pretty(&events["events"][0]).unwrap(), @r#"
    {
      "basis": "relative",
      "confidence": {
        "level": "medium",
        "points": [
          "+2 the date is stated"
        ]
      },
      "date": "2024-12-17",
      "headline": "Ministers meet in Riga",
      "id": "k7q2",
      "kind": "reported",
      "merged_because": [
        "same day"
      ],
      "page": "e/k7q2/index.html",
      "places": [
        "Riga"
      ],
      "sources": [
        {
          "article": "b100",
          "paragraph": 1,
          "path": "content/articles/b1.txt",
          "quote": "Ministers met in Riga on Tuesday.",
          "quote_cut": false
        },
        {
          "article": "c200",
          "paragraph": 1,
          "path": "content/articles/c2.txt",
          "quote": "The ministers met on December 17, 2024.",
          "quote_cut": false
        }
      ],
      "state": "past",
      "themes": [
        {
          "id": "talks",
          "matched": [
            "met"
          ],
          "score": 1.5,
          "title": "Talks"
        }
      ],
      "who": [
        "Ministers"
      ],
      "words": "on Tuesday"
    }
    "#);
}

#[test]
fn what_is_not_known_is_null_or_said_in_edtf() {
    let mut book = sample::book();
    book.events[1].date = None;
    let events = json(&book, "data/events.json");
    assert_eq!(events["events"][1]["date"], Value::Null);
    assert_eq!(events["events"][1]["basis"], Value::Null);
    assert_eq!(events["events"][3]["date"], "XXXX-12-08");
    assert_eq!(events["articles"][1]["published"], Value::Null);
}

#[test]
fn a_quote_is_as_long_as_the_site_and_the_source_allow() {
    let mut book = sample::book();
    book.site.quote_words = Some(3);
    book.articles[1].rights = Rights::None;
    let sources = json(&book, "data/events.json")["events"][0]["sources"].clone();
    assert_eq!((&sources[0]["quote"], &sources[0]["quote_cut"]), (&"Ministers met in".into(), &true.into()));
    assert_eq!((&sources[1]["quote"], &sources[1]["quote_cut"]), (&Value::Null, &false.into()));
}

#[test]
fn the_table_opens_in_a_spreadsheet_without_running_a_formula() {
    insta::assert_snapshot!(text(&sample::book(), "data/events.csv"), @r#"
    id,date,state,kind,theme,headline,sources,basis,words,confidence,who,places,quote,page
    k7q2,2024-12-17,past,reported,talks,Ministers meet in Riga,content/articles/b1.txt ¶1; content/articles/c2.txt ¶1,relative,on Tuesday,medium,Ministers,Riga,Ministers met in Riga on Tuesday.,e/k7q2/index.html
    m3zd,../2024-12-17,past,reported,,'=SUM(1) is said,content/articles/c2.txt ¶2,carried,By then,medium,Ministers,Riga,"By then, ""=SUM(1)"" was said.",e/m3zd/index.html
    p0qk,2025-01-09,scheduled,reported,talks,Ministers to meet again,content/articles/b1.txt ¶2,explicit,"January 9, 2025",medium,Ministers,Riga,"They will meet again on January 9, 2025.",e/p0qk/index.html
    w8vt,XXXX-12-08,past,reported,weather,It rains,content/articles/c2.txt ¶3,explicit,December 8,medium,Ministers,Riga,On December 8 it rained.,e/w8vt/index.html
    "#);
}

#[test]
fn the_articles_are_citations() {
    let mut book = sample::book();
    book.articles[0].source = Some("Sample Wire".into());
    let items = json(&book, "data/sources.csl.json");
    assert_eq!(items[0]["id"], "b100");
    assert_eq!(items[0]["container-title"], "Sample Wire");
    assert_eq!(items[0]["issued"]["date-parts"], serde_json::json!([[2024, 12, 18]]));
    assert!(items[1].get("issued").is_none(), "an article without a date has none in its citation");
}
