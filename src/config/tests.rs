//! What a config may say, and how it is told that it may not.

use super::*;
use crate::diag::Code;
use crate::model::{Mark, Period};

fn problems(text: &str) -> Vec<String> {
    let told = |diagnostic: &Diagnostic| {
        let (line, column) = diagnostic.place.as_ref().and_then(|place| place.at).unwrap_or_default();
        format!("{} {line}:{column} {}", diagnostic.code, diagnostic.message)
    };
    read(FILE, text).1.iter().map(told).collect()
}

#[test]
fn no_config_is_a_config() {
    let config = Config::default();
    assert_eq!(problems(""), Vec::<String>::new());
    assert_eq!((config.site.language.as_str(), config.output.dir.as_str()), ("en", "output"));
    assert_eq!((config.editions.period, config.editions.skip_empty), (Period::Week, true));
    assert_eq!((config.events.per_article, config.events.quote_words), (12, 25));
    assert_eq!((config.dates.undated, config.dates.latest_ahead_days), (Undated::List, 400));
    assert_eq!(config.checks["broken_link"], Severity::Error);
    assert!(config.themes.is_empty());
}

#[test]
fn a_desk_reads_as_written() {
    let text = r##"
version: 1
site: { title: Desk, base_url: https://example.org/desk, timezone: Europe/Kyiv, publisher: { name: D, contact: a@b.c } }
dates: { order: dmy, earliest: 2022-02-24 }
editions: { period: none, label: "{id}" }
themes:
  - { id: air-war, title: Air, mark: star, match: { any: ["drone*"], none: [dam] } }
sources:
  - { match: "articles/wire/**", grade: b2, text: none }
entities: { files: ["people/*.yml"] }
look: { accent: "#0a5563" }
checks: { broken_link: warn }
"##;
    assert_eq!(problems(text), Vec::<String>::new());
    let (config, _) = read(FILE, text);
    assert_eq!(config.site.base_url.as_deref(), Some("https://example.org/desk/"));
    assert_eq!(config.timezone, chrono_tz::Europe::Kyiv);
    assert_eq!((config.editions.period, config.dates.order), (Period::None, DateOrder::Dmy));
    assert_eq!(
        (config.themes[0].mark, config.themes[0].matches.none.as_slice()),
        (Mark::Star, &["dam".to_owned()][..])
    );
    assert_eq!((config.sources[0].grade.to_string().as_str(), config.sources[0].rights), ("B2", Rights::None));
    assert_eq!(config.input.entities, ["content/entities/*.yml", "people/*.yml"]);
    assert_eq!(config.checks["broken_link"], Severity::Warn);
}

#[test]
fn what_a_config_may_not_say() {
    let text = r#"
version: 2
site: { title: "", language: english!, timezone: Europe/Kiyv, base_url: "javascript:alert(1)" }
input: { articles: ["../secrets/*", "/etc/*"] }
dates: { earliest: soon, order: dym }
editions: { label: "{weeks}" }
themes:
  - { id: war, title: War }
  - { id: war, title: " " }
  - { id: Other, title: x, match: { any: ["*"] } }
events: { merge: { threshold: 72 } }
confidence: { levels: { high: 0 } }
sources: [{ match: "a/**", grade: Z9 }]
look: { accent: red }
checks: { broken_links: warn, long_quote: off }
"#;
    insta::assert_snapshot!(problems(text).join("\n"), @r"
    N002 2:10 this Newsbook reads version 1
    N002 3:16 is empty
    N002 3:30 `english!` is not a language tag
    N002 3:50 `Europe/Kiyv` is not a time zone
    N002 3:73 `javascript:alert(1)` is not a web address
    N002 4:21 `../secrets/*` is not a path inside the project
    N002 4:37 `/etc/*` is not a path inside the project
    N002 5:20 `soon` is not a day such as 2025-12-07
    N002 5:33 `dym` is not one of the choices
    N002 6:20 `{weeks}` is not filled in
    N003 9:11 the theme `war` is given twice
    N002 9:23 is empty
    N002 10:11 `Other` cannot be the id of a theme
    N002 10:43 `*` matches nothing
    N002 11:31 lies outside 0 to 1
    N002 12:23 `high` is below `medium`
    N002 13:35 `Z9` is not a grade
    N002 14:17 is not a colour
    N001 15:11 no check is called `broken_links`
    N002 15:43 `off` is not one of the choices
    ");
}

#[test]
fn the_schema_and_the_reader_agree_on_every_key() {
    let documented: Vec<String> = explain("").expect("all").into_iter().map(|help| help.path).collect();
    for path in ["site.title", "events.merge.threshold", "themes[].match.any", "sources[].text", "output.print.paper"] {
        assert!(documented.iter().any(|known| known == path), "{path} in {documented:?}");
    }
    assert_eq!(schema()["properties"].as_object().map(serde_json::Map::len), Some(14));
}

#[test]
fn every_key_is_explained() {
    for help in explain("").expect("all keys") {
        assert!(!help.about.is_empty(), "{} has no words", help.path);
    }
    let period = &explain("editions.period").expect("a key")[0];
    assert_eq!(
        (period.default.as_deref(), period.choices.join(" ").as_str()),
        (Some("\"week\""), "day week month none")
    );
    assert_eq!(explain("perod"), Err(None));
    assert_eq!(explain("period"), Err(Some("editions.period".into())));
    assert_eq!(explain("edition"), Err(Some("editions".into())));
}

#[test]
fn shown_values_are_those_in_force() {
    let lines = show("site: { title: Desk }\nthemes: [{ id: a, title: A }]\n");
    let value = |key: &str| lines.iter().find(|(path, _)| path == key).map(|(_, value)| value.as_str());
    assert_eq!((value("site.title"), value("output.dir")), (Some("\"Desk\""), Some("\"output\"")));
    assert_eq!(value("themes[0].mark"), Some("\"circle\""));
}

#[test]
fn an_unknown_key_names_the_nearest() {
    let (_, found) = read(FILE, "themes:\n  - id: a\n    titel: Negotiations\n    title: x\n");
    assert_eq!(found[0].code, Code::UnknownKey);
    assert!(found[0].fix.as_deref().is_some_and(|fix| fix.starts_with("did you mean `title`?")), "{found:?}");
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in "(?s)((site|themes|input|checks|look|version|id|title|match|any): ?|[\\[\\]{}\"#*?~0-9a-c/. -]|\n  ?-? ?|\r)*") {
        read(FILE, &text);
    }
}
