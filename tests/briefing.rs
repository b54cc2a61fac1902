//! What a briefing says, and what it must never say twice.

mod sample;

use newsbook::model::{Confidence, EditionText, EventIx, Figure, Judgement, Newsbook, Thread};
use newsbook::pages::briefing::{Briefing, Entry, briefing};
use newsbook::writers::Look;

fn of(book: &Newsbook) -> Briefing {
    briefing(book, &book.editions[0])
}

fn markdown(book: &Newsbook) -> String {
    let look = Look::load(&[], &book.site).expect("our own templates are right");
    newsbook::writers::markdown::markdown(&of(book), &look).expect("drawn")
}

#[test]
fn the_markdown_of_the_sample() {
    let mut book = sample::book();
    book.articles[1].published = book.articles[0].published.clone();
    insta::assert_snapshot!(markdown(&book), @r#"
    ---
    title: "Sample Desk: Week 51, 2024"
    subtitle: "16–22 December 2024"
    date: "2024-12-22"
    lang: "en"
    papersize: a4
    toc: true
    ---

    # In numbers

    - **2 events**: 1 on a known day, 1 less exactly dated
    - **1 date ahead**
    - **1 undated**
    - **2 sources**

    # What happened, by theme

    ## Talks

    *Why it matters.* Who meets whom.

    - **Tuesday 17 December 2024**\
      Ministers meet in Riga[^1]\
      Reported · medium confidence · 2 reports

    ## Other

    - **by 17 December 2024**\
      \=SUM(1) is said[^2]\
      Reported · medium confidence

    # By date

    - **Tuesday 17 December 2024**

      - Ministers meet in Riga (note 1; Talks)

    - **by 17 December 2024**

      - \=SUM(1) is said (note 2; Other)

    # Looking ahead

    - **Thursday 9 January 2025**\
      Ministers to meet again[^3]\
      Planned · medium confidence

    # Undated

    - **8 December, year not known**\
      It rains[^4]\
      Reported · medium confidence

    # Sources

    1. Ministers met in Riga on Tuesday (title made from the text): outlet not stated · 18 December 2024, from its front matter · grade F6 · 2 paragraphs · content/articles/b1.txt

    2. The ministers met on December 17, 2024 (title made from the text): outlet not stated · 18 December 2024, from its front matter · grade F6 · 3 paragraphs · content/articles/c2.txt

    # Method

    Events are drawn from the sources by fixed, published rules. No language model is used, and the same files always give the same pages. Confidence in an event rises with a stated day, a named speaker and a second source, and falls when only one side speaks. A date stands as a day only where the text leads to exactly one; what is not known is shown as not known.

    [^1]: “Ministers met in Riga on Tuesday.” (source 1, ¶ 1). “The ministers met on December 17, 2024.” (source 2, ¶ 1). Date: worked out from “on Tuesday”. Confidence: medium. Event k7q2.

    [^2]: “By then, \"=SUM(1)\" was said.” (source 2, ¶ 2). Date: carried over from “By then” before it. Confidence: medium. Event m3zd.

    [^3]: “They will meet again on January 9, 2025.” (source 1, ¶ 2). Date: stated as “January 9, 2025”. Confidence: medium. Event p0qk.

    [^4]: “On December 8 it rained.” (source 2, ¶ 3). Date: stated as “December 8”; the year is not stated. Confidence: medium. Event w8vt.
    "#);
}

#[test]
fn every_event_stands_in_full_once_and_has_one_note() {
    let mut book = sample::book();
    book.editions[0].events.push(EventIx(2)); // in the period and ahead of it, as "in 2026" can be
    let briefing = of(&book);
    let in_full =
        briefing.themes.iter().flat_map(|theme| &theme.entries).chain(&briefing.ahead).chain(&briefing.undated);
    let numbers: Vec<usize> = in_full.map(|entry: &Entry| entry.note).collect();
    assert_eq!(numbers, (1..=briefing.notes.len()).collect::<Vec<_>>());
    assert_eq!(briefing.notes.iter().filter(|note| note.event == "p0qk").count(), 1);
    assert_eq!(briefing.counts.events, 2);
}

#[test]
fn an_undated_event_stands_in_the_issue_that_reported_it() {
    let mut book = sample::book();
    let undated = |book: &Newsbook| of(book).undated.iter().map(|entry| entry.headline.clone()).collect::<Vec<_>>();
    assert_eq!(undated(&book), Vec::<String>::new());
    book.articles[1].published = book.articles[0].published.clone();
    assert_eq!(undated(&book), ["It rains"]);
}

#[test]
fn a_thread_runs_through_the_editions_that_have_news_of_it() {
    let mut book = sample::book();
    let events = vec![EventIx(0), EventIx(2)];
    book.threads = vec![Thread { id: "again".into(), title: "Will they meet again?".into(), events }];
    let text = markdown(&book);
    let thread = text.split("# Thread\n\n").nth(1).and_then(|rest| rest.split("\n\n#").next()).expect("a thread");
    insta::assert_snapshot!(thread, @r"
    - **Will they meet again?**

      - Tuesday 17 December 2024: Ministers meet in Riga (note 1)
      - Thursday 9 January 2025 (23 days later), planned: Ministers to meet again (note 3)
    ");
    book.threads[0].events = vec![EventIx(3)];
    assert!(!markdown(&book).contains("# Thread"), "none of the edition's own events is in it");
}

#[test]
fn one_source_alone_is_said_at_the_top() {
    let mut book = sample::book();
    assert_eq!(of(&book).warning, None);
    book.events[0].mentions.pop();
    book.editions[0].events.retain(|ix| *ix == EventIx(0));
    assert!(of(&book).warning.is_some());
}

#[test]
fn an_edition_without_events_still_is_a_document() {
    let mut book = sample::book();
    book.editions[0].events.clear();
    book.editions[0].ahead.clear();
    book.articles[0].published = None;
    let text = markdown(&book);
    assert!(text.contains("**0 events**: nothing was reported"), "{text}");
}

#[test]
fn addresses_appear_only_where_the_site_has_one() {
    let mut book = sample::book();
    assert!(!markdown(&book).contains("://"));
    book.site.base_url = Some("https://example.org/desk/".into());
    let text = markdown(&book);
    assert!(text.contains("<https://example.org/desk/editions/2024-W51/>"), "{text}");
    assert!(text.contains("<https://example.org/desk/e/k7q2/>"), "{text}");
}

#[test]
fn what_an_editor_wrote_comes_first_and_names_its_notes() {
    let mut book = sample::book();
    let judgement = Judgement {
        say: "They will meet a third time.".into(),
        likelihood: Some("likely".into()),
        confidence: Some(Confidence::Low),
        rests_on: vec![EventIx(2), EventIx(0)],
        would_change: Some("a cancelled flight".into()),
    };
    let figure =
        Figure { value: "27".into(), unit: Some("flags".into()), claimed_by: Some("Riga".into()), event: None };
    book.editions[0].text = Some(EditionText {
        title: Some("Ministers keep talking".into()),
        summary: vec!["They met.".into()],
        judgements: vec![judgement],
        gaps: vec!["What they ate.".into()],
        figures: vec![figure],
        why: [("talks".into(), "They may agree.".into())].into(),
        ..EditionText::default()
    });
    book.events[1].mentions.clear();
    book.events[1].editorial.file = Some("content/events/one.md".into());
    book.events[1].editorial.text = Some("A sum was mentioned.".into());
    let text = markdown(&book);
    let (front, rest) = text.split_once("# In numbers").expect("the counts");
    insta::assert_snapshot!(front, @r#"
    ---
    title: "Ministers keep talking"
    subtitle: "Sample Desk: Week 51, 2024 · 16–22 December 2024"
    date: "2024-12-22"
    lang: "en"
    papersize: a4
    toc: true
    ---

    They met.

    # Key judgements

    1. They will meet a third time.\
       likely (55–80 %) · low confidence\
       Rests on notes 1 and 3. Would change if: a cancelled flight
    "#);
    for line in [
        "- 27 flags, according to Riga\n",
        "*Why it matters.* They may agree.\n",
        "  A sum was mentioned.\\\n",
        "- What they ate.\n",
    ] {
        assert!(rest.contains(line), "{line}{rest}");
    }
    assert!(rest.contains("[^2]: Written by the editor: content/events/one.md."), "{rest}");
}

#[test]
fn a_briefing_speaks_the_language_of_its_site() {
    let mut book = sample::book();
    book.site.language = "uk".into();
    book.site.toc = false;
    let text = markdown(&book);
    for line in [
        "lang: \"uk\"\npapersize: a4\ntoc: false\n",
        "# У цифрах\n\n- **2 події**: у відомий день: 1; датовано менш точно: 1\n",
        "- **вівторок, 17 грудня 2024**\\\n  Ministers meet in Riga[^1]\\\n  Повідомлено · середня певність",
        "(примітка 1; Talks)",
        "(джерело 2, ¶ 1). Дата: виведена зі слів «on Tuesday». Певність: середня. Подія k7q2.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let english = ["Events", "Notes", "Sources", "Method", "Date:", "confidence", "undated", "By date"];
    assert_eq!(english.into_iter().find(|word| text.contains(word)), None, "{text}");
}
