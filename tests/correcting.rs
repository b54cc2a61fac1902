//! What people decide, as they do it: commands that write `overrides.yml`, and what the next build makes of it.

#![allow(clippy::disallowed_methods, reason = "looks at the folders that the program wrote")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail loudly")]

#[path = "desk/mod.rs"]
mod desk;

use std::fs;

use desk::Desk;

const ARTICLES: &[(&str, &str)] = &[
    (
        "a.txt",
        "date 2025-03-12 Mayor Anna Keller closed the bridge in Lisbon on Tuesday.\nThe council met in Oslo on Wednesday.\n",
    ),
    (
        "b.txt",
        "date 2025-03-13 Ida Moss repaired the ferry in Tallinn on Thursday.\nOle Brandt opened a market in Bergen on Monday.\n",
    ),
];

fn desk() -> Desk {
    let desk = Desk::empty();
    for (name, text) in ARTICLES {
        desk.write(&format!("content/articles/{name}"), text);
    }
    desk
}

fn overrides(desk: &Desk) -> String {
    fs::read_to_string(desk.root().join("overrides.yml")).unwrap_or_default()
}

#[test]
fn decisions_are_written_beside_what_is_there_and_hold() {
    let desk = desk();
    let [bridge, council, ferry, market] = ["bridge", "council", "ferry", "market"].map(|words| desk.id(words));
    let mine = "# ours\nhide: []  # nothing yet\n\n# by hand, please keep\npin: []\n";
    desk.write("overrides.yml", mine);
    let said = desk.done(&["set", &bridge, "date=2025-03-10", "--because", "the log says \"Monday\"", "--by", "ada"]);
    assert!(said.contains("date: 2025-03-11 → 2025-03-10"), "{said}");
    desk.done(&["hide", &market, "--because", "background"]);
    desk.done(&["merge", &bridge, &council]);
    desk.done(&["pin", &ferry]);
    let expected = format!(
        "# ours\nhide: # nothing yet\n  - event: {market}\n    because: \"background\"\n    on: 2025-12-20\n\n\
         # by hand, please keep\npin:\n  - {ferry}\n\nevents:\n  {bridge}:\n    date: 2025-03-10\n    \
         because: \"the log says \\\"Monday\\\"\"\n    by: ada\n    on: 2025-12-20\n\nmerge:\n  - into: {bridge}\n    \
         from: [{council}]\n    on: 2025-12-20\n"
    );
    assert_eq!(overrides(&desk), expected);
    let list = desk.done(&["list", "events", "--format", "csv"]);
    assert!(list.contains(&format!("{bridge},2025-03-10,")), "{list}");
    assert!(!list.contains(&council) && !list.contains(&market), "{list}");
}

#[test]
fn a_mistake_is_said_as_a_build_says_it_and_nothing_is_written() {
    let desk = desk();
    let [bridge, ferry] = ["bridge", "ferry"].map(|words| desk.id(words));
    desk.done(&["pin", &ferry]);
    let before = overrides(&desk);
    let cases: &[(i32, &[&str], &[&str])] = &[
        (3, &["set", &bridge, "date=8/12/2025", "kind=clam"], &["error[N102] overrides.yml:", "did you mean `claim`?"]),
        (3, &["set", &bridge, "themes+=talks"], &["error[N202]", "no theme `talks`"]),
        (2, &["set", &bridge, "dat=2025", "x"], &["did you mean `date`?", "`x` has no `=`"]),
        (2, &["set", &bridge, "title="], &["`title` is given no value"]),
        (3, &["set", "content/articles/c.txt", "date=2025"], &["no article", "did you mean `content/articles/a.txt`?"]),
        (3, &["pin", &ferry], &["is pinned already"]),
        (3, &["hide", "zzzz"], &["error[N202]", "no such event `zzzz`"]),
        (3, &["merge", &bridge, &bridge], &["would be merged into itself"]),
        (
            3,
            &["split", &bridge, "--at", "9"],
            &["has no report in paragraph 9", "its reports: `content/articles/a.txt#1`"],
        ),
    ];
    for (code, args, messages) in cases {
        let (found, said) = desk.run(args);
        assert_eq!(found, *code, "{args:?}: {said}");
        messages.iter().for_each(|message| assert!(said.contains(message), "{args:?}: {said}"));
    }
    assert_eq!(overrides(&desk), before);
}

#[test]
fn a_thread_has_a_page_with_the_gaps_between_its_events() {
    let desk = desk();
    let [bridge, ferry] = ["bridge", "ferry"].map(|words| desk.id(words));
    desk.done(&["set", &bridge, "thread=How do people cross the river?"]);
    desk.done(&["set", &ferry, "thread=how-do-people-cross-the-river"]);
    desk.done(&["build"]);
    let page = fs::read_to_string(desk.root().join("output/threads/how-do-people-cross-the-river/index.html")).unwrap();
    assert!(page.contains("<h1 dir=\"auto\">How do people cross the river?</h1>"), "{page}");
    assert!(page.contains("days later"), "{page}");
}

#[test]
fn after_a_release_a_change_needs_a_correction_and_then_shows_everywhere() {
    let desk = desk();
    desk.write("newsbook.yml", "site: { base_url: \"https://example.org/desk/\" }\n");
    let [bridge, ferry, market] = ["bridge", "ferry", "market"].map(|words| desk.id(words));
    desk.done(&["set", &bridge, "date=2025-03-10"]);
    let said = desk.done(&["build", "--release"]);
    assert!(said.contains("Released  number 1"), "{said}");
    assert!(!desk.done(&["build", "--release"]).contains("Released"), "nothing is new");

    let (code, said) = desk.run(&["set", &bridge, "date=2025-03-09", "--because", "a slip"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("error[N303] overrides.yml:"), "{said}");
    assert!(said.contains("was published as `2025-03-10` and is now `2025-03-09`"), "{said}");
    desk.done(&["set", &bridge, "date=2025-03-09", "--correction", "First listed under 10 March."]);
    desk.done(&["merge", &ferry, &market, "--because", "one day"]);
    let diff = desk.done(&["diff"]);
    assert!(diff.starts_with("Since release 1 of 2025-12-20: 2 events differ, 0 new, 1 changed, 1 gone\n"), "{diff}");
    assert!(diff.contains("date: 2025-03-10 → 2025-03-09\n        correction: First listed under 10 March."), "{diff}");
    assert!(diff.contains(&format!("now part of {ferry}")), "{diff}");
    let said = desk.done(&["build", "--release"]);
    assert!(said.contains("Released  number 2"), "{said}");
    for page in
        ["corrections/index.html", "corrections.xml", "editions/2025-W10/index.html", "editions/2025-W10/briefing.md"]
    {
        let text = fs::read_to_string(desk.root().join("output").join(page)).unwrap();
        assert!(text.contains("First listed under 10 March."), "{page}: {text}");
    }
    let event = fs::read_to_string(desk.root().join(format!("output/e/{bridge}/index.html"))).unwrap();
    assert!(event.contains("First listed under 10 March."), "{event}");
    let list = fs::read_to_string(desk.root().join("output/_redirects")).unwrap();
    assert_eq!(list, format!("/desk/e/{market}/ /desk/e/{ferry}/ 301\n"));
    desk.done(&["set", &bridge, "date=2025-03-08", "--correction", "Nor on the 9th."]);
    desk.done(&["build", "--release"]);
    let event = fs::read_to_string(desk.root().join(format!("output/e/{bridge}/index.html"))).unwrap();
    assert!(event.contains("Nor on the 9th.") && event.contains("First listed under 10 March."), "{event}");
    let between = desk.done(&["diff", "1", "2", "--format", "markdown"]);
    assert!(between.contains("# What is new\n") && between.contains("2025-03-09** [Mayor"), "{between}");
}

#[test]
fn a_published_address_outlives_its_article() {
    let desk = desk();
    let ferry = desk.id("ferry");
    desk.done(&["build", "--release"]);
    fs::remove_file(desk.root().join("content/articles/b.txt")).unwrap();
    let said = desk.done(&["build"]);
    assert!(said.contains("warning[N304]") && said.contains(&format!("`{ferry}` \"Ida Moss")), "{said}");
    let page = desk.root().join(format!("output/e/{ferry}/index.html"));
    assert!(fs::read_to_string(&page).unwrap().contains("This event is no longer told"));
    desk.done(&["hide", &ferry, "--because", "withdrawn by its outlet"]);
    let said = desk.done(&["build"]);
    assert!(!said.contains(&ferry), "{said}");
    assert!(fs::read_to_string(&page).unwrap().contains("withdrawn by its outlet"));
}

#[test]
fn a_draft_is_shown_as_one_or_not_at_all() {
    let desk = desk();
    desk.write("content/editions/w11.md", "---\nedition: 2025-W11\ntitle: A quiet week\nstatus: draft\n---\nHardly.\n");
    let page = || fs::read_to_string(desk.root().join("output/editions/2025-W11/index.html")).unwrap();
    let said = desk.done(&["build"]);
    assert!(said.contains("1 draft left out: newsbook build --drafts"), "{said}");
    assert!(!page().contains("A quiet week") && !page().contains("DRAFT"));
    desk.done(&["build", "--drafts"]);
    assert!(page().contains("A quiet week") && page().contains("DRAFT") && page().contains("content=\"noindex\""));
    let (code, said) = desk.run(&["build", "--release"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("error[N305] content/editions/w11.md"), "{said}");
    let (code, said) = desk.run(&["build", "--edition", "2025-W12"]);
    assert_eq!((code, said.contains("no edition `2025-W12`")), (3, true), "{said}");
}

#[test]
fn review_and_check_say_what_to_do_and_a_new_file_says_nothing_yet() {
    let desk = desk();
    desk.write("content/articles/c.txt", "Prime Minister Pia Lund visited Porto on Monday.\n");
    let review = desk.done(&["review"]);
    let first = review.lines().next().unwrap();
    assert!(
        first.starts_with("undated ") && first.ends_with("newsbook set content/articles/c.txt date=… --because \"…\""),
        "{review}"
    );
    assert!(desk.done(&["review", "--dupes"]).starts_with("Nothing needs you."));
    assert!(desk.done(&["review", "--names"]).contains("- { id: anna-keller, name: \"Anna Keller\", kind: "));

    let check = desk.done(&["check"]);
    assert!(check.contains("1  undated_article") && check.contains("warning[N101] content/articles/c.txt"), "{check}");
    assert_eq!(desk.run(&["check", "--strict", "--only", "undated_article"]).0, 1);
    assert_eq!(desk.run(&["check", "--strict", "--only", "long_quote"]).0, 0);
    assert!(
        desk.done(&["check", "--list-rules"])
            .contains("undated_article          warn    an article whose date nothing tells")
    );

    let said = desk.done(&["edition", "new", "2025-W11"]);
    assert_eq!(said, "Wrote     content/editions/2025-W11.md\n");
    let (code, said) = desk.run(&["edition", "new", "2025-W11"]);
    assert_eq!((code, said.contains("`2025-W11` has a file already")), (3, true), "{said}");
    let (code, said) = desk.run(&["edition", "new", "2025-W19"]);
    assert_eq!((code, said.contains("did you mean `2025-W1")), (3, true), "{said}");
    desk.done(&["event", "new", "--date", "2025-03-11", "--title", "The council sat behind closed doors"]);
    assert!(desk.done(&["list", "events"]).contains("The council sat behind closed doors"));
    assert!(desk.done(&["check"]).contains("event_without_source"));
    assert_eq!(desk.run(&["event", "new", "--date", "8/12/2025"]).0, 2);
}

#[test]
fn every_kind_can_be_listed() {
    let desk = desk();
    let events = desk.done(&["list", "events", "--format", "csv"]);
    assert!(events.starts_with("id,date,state,kind,theme,headline,sources\n"), "{events}");
    for what in ["events", "articles", "editions", "themes", "people", "places", "sources", "threads", "ids"] {
        let json = desk.done(&["list", what, "--json"]);
        assert!(json.contains(&format!("\"{what}\":[")), "{json}");
    }
    assert!(desk.done(&["list", "places"]).contains("Lisbon"));
    assert!(!desk.root().join("newsbook.lock").exists() && !desk.root().join("output").exists());
}

#[test]
fn an_office_is_shown_as_held_on_the_date_of_the_event() {
    let desk = Desk::empty();
    desk.write(
        "content/articles/a.txt",
        "date 2024-12-18 The German chancellor met Emmanuel Macron in Paris on Tuesday.\n",
    );
    desk.write(
        "content/articles/b.txt",
        "date 2025-08-19 The German chancellor met Emmanuel Macron in Lyon on Monday.\n",
    );
    desk.write(
        "content/entities/people.yml",
        "- { id: scholz, name: Olaf Scholz, kind: person }\n- { id: merz, name: Friedrich Merz, kind: person }\n\
         - id: chancellery\n  name: Chancellor of Germany\n  kind: office\n  aliases: [German chancellor]\n  held_by:\n    \
         - { who: scholz, from: 2021-12-08, to: 2025-05-06 }\n    - { who: merz, from: 2025-05-06 }\n",
    );
    desk.done(&["build"]);
    let list = desk.done(&["list", "events"]);
    for (year, holder) in [("2024", "Olaf Scholz"), ("2025", "Friedrich Merz")] {
        let line = list.lines().find(|line| line.contains(year)).unwrap_or_else(|| panic!("{list}"));
        let page = desk.page(&format!("e/{}/index.html", &line[..4]));
        let office = page.split("Chancellor of Germany</span> on that date: ").nth(1).unwrap_or_default();
        assert!(office.split("</dd>").next().unwrap_or_default().contains(holder), "{page}");
    }
}
