//! What `yaml` promises its callers.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;

use super::*;

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
struct Desk {
    title: Option<String>,
    count: u32,
    period: Period,
    themes: Vec<Theme>,
    notes: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Theme {
    id: String,
    title: Option<String>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Period {
    #[default]
    Week,
    Month,
}

fn read(text: &str) -> (Option<Desk>, Vec<Diagnostic>) {
    Source::file("desk.yml", text).read()
}

/// `N001 3:5 titel | unknown key …`, one line each: code, place, what is underlined, message.
fn problems(text: &str) -> Vec<String> {
    read(text).1.iter().map(in_one_line).collect()
}

fn in_one_line(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().expect("every problem has a place");
    let (line, column) = place.at.unwrap_or_default();
    let underlined: String = match &place.excerpt {
        Some((text, width)) => text.chars().skip(column as usize - 1).take(*width as usize).collect(),
        None => String::new(),
    };
    format!("{} {line}:{column} {underlined} | {}", diagnostic.code, diagnostic.message)
}

#[test]
fn all_problems_of_a_file_are_told_at_once_with_their_places() {
    let text = "\
titel: Desk
count: twelve # not a number
period: weak
themes:
  - id: a
    mark: x
  - { title: no id }
  - id: [1]
count: 3
";
    insta::assert_snapshot!(problems(text).join("\n"), @r"
    N001 1:1 titel | unknown key `titel`
    N002 2:8 twelve | expected a whole number from 0, found the text `twelve`
    N002 3:9 weak | `weak` is not one of the choices
    N001 6:5 mark | unknown key `mark` in `themes`
    N002 7:5 { title: no id } | `id` is missing
    N002 8:9 [1] | expected text, found a list
    N003 9:1 count | `count` is given twice, here and on line 2; the second would win silently
    ");
}

#[test]
fn what_is_right_survives_what_is_wrong() {
    let (desk, _) = read("count: many\ntitle: Kept\nthemes: [{id: a, x: 1}, {title: b}, {id: c}]\n");
    let desk = desk.expect("the root is a map");
    assert_eq!((desk.title.as_deref(), desk.count), (Some("Kept"), 0));
    assert_eq!(desk.themes.iter().map(|theme| theme.id.as_str()).collect::<Vec<_>>(), ["a", "c"]);
}

#[test]
fn numbers_keep_their_spelling_where_text_is_wanted() {
    let (desk, problems) = read("title: 2024.10\nnotes: { a: 007, b: yes, c: True, d: 1e3 }\ncount: 7\n");
    let desk = desk.expect("valid");
    assert_eq!(problems, []);
    assert_eq!(desk.title.as_deref(), Some("2024.10"));
    assert_eq!(desk.notes.into_values().collect::<Vec<_>>(), ["007", "yes", "True", "1e3"]);
}

#[test]
fn empty_texts_and_empty_sections_are_empty_maps() {
    for text in ["", "\n", "# only a comment\n", "\u{feff}", "\u{feff}count: 0", "themes:\nnotes:\ntitle:\n"] {
        assert_eq!(read(text), (Some(Desk::default()), vec![]), "{text:?}");
    }
}

#[test]
fn a_syntax_error_has_its_line_in_the_file() {
    let (desk, problems) = Source::front_matter("a.md", "title: x\nsource: a: b\n", 2).read::<Desk>();
    assert_eq!(desk, None);
    assert_eq!(problems[0].code, Code::NotYaml);
    assert_eq!(problems[0].place.as_ref().and_then(|place| place.at), Some((3, 10)));
    assert_eq!(problems[0].fix.as_deref(), Some("put the value in quotes"));
}

#[test]
fn bombs_are_refused() {
    let aliases = "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n";
    let copies = format!("a: &a {}\nb: [{}]\n", "x".repeat(9000), "*a,".repeat(2000));
    let deep = "[".repeat(10_000);
    let dashes = "- ".repeat(5_000);
    let long = format!("title: {}\n", "x".repeat(FRONT_MATTER_LIMIT));
    for (text, code) in [
        (aliases, Code::NotYaml),
        (&copies, Code::NotYaml),
        (&deep, Code::NotYaml),
        (&dashes, Code::NotYaml),
        (&long, Code::TooLarge),
    ] {
        let (value, problems) = Source::front_matter("a.md", text, 2).read::<Desk>();
        assert_eq!((value, problems[0].code), (None, code), "{}", &text[..20]);
    }
}

#[test]
fn a_place_can_be_asked_for_by_keys() {
    let text = "themes:\n  - id: war\n    title: \"The war\" # x\n";
    let source = Source::file("desk.yml", text);
    let path = ["themes".into(), 0.into(), "title".into()];
    let said = || Diagnostic::error(Code::BadValue, "odd");
    assert_eq!(in_one_line(&source.at_value(said(), &path)), "N002 3:12 \"The war\" | odd");
    assert_eq!(in_one_line(&source.at_key(said(), &path)), "N002 3:5 title | odd");
}

#[test]
fn front_matter_is_what_stands_between_two_rules() {
    let text = "---\ntitle: x\n---\nbody";
    assert_eq!(split_front_matter(text), Some(("title: x\n", 2, 17)));
    assert_eq!(&text[17..], "body");
    assert_eq!(split_front_matter("\u{feff}---\r\na: b\r\n...\r\nrest"), Some(("a: b\r\n", 2, 19)));
    assert_eq!(split_front_matter("---\n---"), Some(("", 2, 7)));
    for text in ["", "---", "--- \nno end", "text\n---\na: b\n---\n", "----\na\n---\n"] {
        assert_eq!(split_front_matter(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "(?s)([\\[\\]{}:,&*!|>'\"%@`#?\\- \t\r\na-c0-9~<.=é]|title|themes: |id: |\n  )*") {
        for problem in read(&text).1 {
            prop_assert!(problem.place.is_some());
        }
        split_front_matter(&text);
    }

    #[test]
    fn no_bytes_panic(bytes: Vec<u8>) {
        let text = String::from_utf8_lossy(&bytes);
        read(&text);
        split_front_matter(&text);
    }
}
