//! A working week with the sample desk, command by command: from pasted articles to a release, a correction after it,
//! and a second release. What the screens and the pages say is asserted at every step.
//!
//! Events are looked for by words of their headlines, as a person would, so that a better headline fails here only
//! where it lost its subject.

#![allow(clippy::disallowed_methods, reason = "looks at the folders that the program wrote")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail loudly")]

#[path = "desk/mod.rs"]
mod desk;

use std::fs;
use std::path::Path;

use desk::Desk;

/// The desk that comes with the sources of this program: nine articles about one year of diplomacy.
fn sample() -> Desk {
    let desk = Desk::empty();
    assert!(desk.done(&["new", "week"]).starts_with("Made week. Put articles into week/content/articles"));
    let desk = desk.at("week");
    assert_eq!(desk.read(".gitattributes"), "newsbook.lock merge=union\n");
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    desk.write("newsbook.yml", &fs::read_to_string(repository.join("newsbook.yml")).unwrap());
    let mut folders = vec![repository.join("content/articles")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let path = entry.strip_prefix(repository).unwrap().to_str().unwrap().to_owned();
                desk.write(&path, &fs::read_to_string(&entry).unwrap());
            }
        }
    }
    desk
}

#[test]
fn from_pasted_articles_to_a_second_release() {
    let desk = sample();
    monday(&desk);
    let told = tuesday(&desk);
    wednesday(&desk);
    thursday(&desk);
    friday(&desk, &told);
    monday_after(&desk, &told);
    a_year_on(&desk);
}

/// What Tuesday's corrections were about.
struct Told {
    raid: String,
    depot: String,
    general: String,
    quarrel: String,
}

fn monday(desk: &Desk) {
    let first = Desk::empty();
    first.done(&["new", "desk", "--demo"]);
    assert!(first.read("desk/output/index.html").contains("<h1"), "a finished site, before a word was written");
    let screen = desk.done(&["build"]);
    assert!(screen.starts_with("Read      9 articles (3 undated)\nFound     "), "{screen}");
    assert!(
        screen.contains("\nLook at   3 articles without a date: newsbook list articles --where 'date=-'\n"),
        "{screen}"
    );
    assert!(desk.page("index.html").contains("The Long Table"));
}

fn tuesday(desk: &Desk) -> Told {
    let review = desk.done(&["review"]);
    assert!(review.starts_with("undated "), "{review}");
    let [raid, depot, general, quarrel] =
        ["93 missiles", "oil depot", "Kirillov", "scolded"].map(|words| desk.id(words));
    let planners = "content/articles/planners.txt";
    let screen = desk.done(&["set", planners, "date=2025-04~", "--because", "placed by the Paris meeting"]);
    assert!(screen.contains("date: - → 2025-04~\n"), "{screen}");
    desk.done(&["set", &raid, "themes+=money", "--because", "it cost the grid millions"]);
    desk.done(&["merge", &raid, &depot, "--because", "one night"]);
    let both = desk.id("Anchorage");
    let reports = desk.done(&["list", "events", "--where", &format!("id={both}")]);
    assert!(reports.trim_end().ends_with(" 2"), "{reports}");
    desk.done(&["split", &both, "--at", "2", "--because", "two meetings"]);
    let screen = desk.done(&["review", "--dupes"]);
    assert!(screen.contains(&format!("newsbook merge {both} ")), "the two look like one still: {screen}");
    desk.write("overrides.yml", desk.read("overrides.yml").split("\nsplit:").next().unwrap());
    let hidden = desk.id("Macron travelled");
    desk.done(&["hide", &hidden, "--because", "background"]);
    desk.done(&["event", "new", "--date", "2024-12-19", "--title", "The desk was briefed behind closed doors"]);
    let file = "content/events/2024-12-19-the-desk-was-briefed-behind-closed-doors.md";
    let text = desk.read(file).replace(
        "# sources:\n#   - url: https://example.org/page\n",
        "sources:\n  - url: https://example.org/briefing\n",
    );
    desk.write(file, &text);
    let screen = desk.done(&["build"]);
    assert!(screen.starts_with("Read      9 articles (2 undated)\n"), "{screen}");
    assert!(desk.page(&format!("e/{depot}/index.html")).contains(&format!("url=../../e/{raid}/index.html")));
    assert!(desk.page(&format!("e/{hidden}/index.html")).contains("background"));
    assert!(desk.page("days/2024-12-19/index.html").contains("The desk was briefed behind closed doors"));
    Told { raid, depot, general, quarrel }
}

fn wednesday(desk: &Desk) {
    assert!(desk.done(&["review", "--names"]).contains("name: \"Volodymyr Zelenskyy\""));
    desk.write(
        "content/entities/people.yml",
        "- { id: scholz, name: Olaf Scholz, kind: person }\n\
         - { id: merz, name: Friedrich Merz, kind: person }\n\
         - id: chancellery\n  name: Chancellor of Germany\n  kind: office\n  held_by:\n    \
         - { who: scholz, from: 2021-12-08, to: 2025-05-06 }\n    - { who: merz, from: 2025-05-06 }\n",
    );
    let [before, after] = ["Heads of government", "Anchorage"].map(|words| desk.id(words));
    for id in [&before, &after] {
        desk.done(&["set", id, "entities+=chancellery"]);
    }
    desk.done(&["build"]);
    for (id, holder) in [(before, "Olaf Scholz"), (after, "Friedrich Merz")] {
        let page = desk.page(&format!("e/{id}/index.html"));
        let office = page.split("Chancellor of Germany</span> on that date: ").nth(1).unwrap_or_default();
        assert!(office.split("</dd>").next().unwrap_or_default().contains(holder), "{page}");
    }
}

fn thursday(desk: &Desk) {
    desk.done(&["edition", "new", "2025-W33"]);
    let file = "content/editions/2025-W33.md";
    let lead = desk.id("Anchorage");
    let written = |likelihood: &str, status: &str| {
        format!(
            "---\nedition: 2025-W33\nstatus: {status}\ntitle: An agreement on nothing but more talks\nlead: {lead}\n\
             judgements:\n  - say: They will meet again before winter.\n    likelihood: {likelihood}\n    \
             confidence: low\n    rests_on: [{lead}]\ngaps:\n  - What was said between the two alone?\n---\n\
             Two presidents met for hours. Nobody signed anything.\n"
        )
    };
    desk.write("newsbook.yml", &(desk.read("newsbook.yml") + "judgements: { scale: icd203, require: [confidence] }\n"));
    desk.write(file, &written("likely, with low confidence", "draft"));
    let (code, screen) = desk.run(&["check"]);
    assert_eq!(code, 3, "{screen}");
    assert!(screen.contains("puts likelihood and confidence in one value"), "{screen}");
    assert!(screen.contains(&format!("error[N302] {file}:5:7")), "{screen}");
    assert!(screen.contains("single_source_edition"), "{screen}");
    desk.write(file, &written("likely", "draft"));
    desk.done(&["set", &lead, "confidence=medium", "--because", "both sides confirm it"]);
    let screen = desk.done(&["check"]);
    assert!(!screen.contains("N302") && screen.contains("single_source_edition"), "{screen}");
    let (code, screen) = desk.run(&["build", "--release"]);
    assert_eq!(code, 1, "{screen}");
    assert!(screen.contains(&format!("error[N305] {file}\n  this edition is still a draft")), "{screen}");
    desk.done(&["pin", &lead, "--because", "the week's first story"]);
    let screen = desk.done(&["build", "--drafts", "-o", "preview"]);
    assert!(!screen.contains("left out"), "{screen}");
    for day in desk.files("preview/days") {
        let page = desk.read(&format!("preview/days/{day}/index.html"));
        assert!(page.contains("noindex") && page.contains("DRAFT"), "{day}");
    }
    let page = desk.read("preview/editions/2025-W33/index.html");
    assert!(page.contains("noindex") && page.contains("DRAFT") && page.contains("An agreement on nothing"));
    assert!(page.contains("55–80&nbsp;%"), "the scale of the config");
    desk.write(file, &written("likely", "ready"));
}

fn friday(desk: &Desk, told: &Told) {
    let diff = desk.done(&["diff", "--format", "markdown"]);
    assert!(diff.starts_with("# What is new\n\nSince the beginning, as there is no release yet: "), "{diff}");
    let screen = desk.done(&["build", "--release", "--base-url", "https://example.org/desk/"]);
    assert!(screen.contains("\nReleased  number 1; "), "{screen}");
    assert!(!desk.page("index.html").contains("DRAFT"));
    assert!(desk.page("editions/2025-W33/index.html").contains("An agreement on nothing but more talks"));
    let merged = format!("/desk/e/{}/ /desk/e/{}/ 301\n", told.depot, told.raid);
    let renamed = "/desk/who/friedrich-merz/ /desk/who/merz/ 301\n";
    assert_eq!(desk.page("_redirects"), merged + renamed, "Wednesday's entry took the name's own page along");
    assert!(desk.page("who/friedrich-merz/index.html").contains("content=\"0; url=../../who/merz/index.html\""));
    assert!(desk.page("corrections/index.html").contains("Nothing that was published had to be corrected so far."));
    sending(desk);
    let again = desk.done(&["build", "--release", "--base-url", "https://example.org/desk/"]);
    assert!(again.contains("nothing has changed since the last build") && !again.contains("Released"), "{again}");
}

/// What is handed out: a mail, a page for the printer, Markdown; the folder opens from a stick.
fn sending(desk: &Desk) {
    let mail = desk.done(&["brief", "2025-W33", "--format", "email"]);
    assert!(mail.starts_with("From: ") && mail.contains("multipart/alternative"), "{mail}");
    let markdown = desk.done(&["brief", "2025-W33", "--paper", "letter"]);
    assert!(markdown.contains("papersize: us-letter") && markdown.contains("# Key judgements"), "{markdown}");
    for (path, says) in [("print.html", "1. They"), ("email.html", "They will meet"), ("email.txt", "KEY JUDGEMENTS")] {
        let says = says.trim_start_matches("1. ");
        assert!(desk.page(&format!("editions/2025-W33/{path}")).contains(says), "{path}");
    }
    assert!(!desk.page("editions/2025-W33/index.html").contains("href=\"/"), "links hold in any folder");
}

fn monday_after(desk: &Desk, told: &Told) {
    let (code, screen) = desk.run(&["set", &told.general, "date=2024-12-16"]);
    assert_eq!((code, screen.contains("error[N303]")), (1, true), "{screen}");
    desk.done(&["set", &told.general, "date=2024-12-16", "--correction", "First listed under 17 December."]);
    desk.done(&["hide", &told.quarrel, "--correction", "The report could not be upheld."]);
    let screen = desk.done(&["build", "--release", "--base-url", "https://example.org/desk/"]);
    assert!(screen.contains("\nReleased  number 2; "), "{screen}");
    for page in [
        &*format!("e/{}/index.html", told.general),
        "corrections/index.html",
        "corrections.xml",
        "editions/2024-W51/index.html",
    ] {
        assert!(desk.page(page).contains("First listed under 17 December."), "{page}");
    }
    for page in [&*format!("e/{}/index.html", told.general), "corrections/index.html"] {
        let comment = "{\"@type\":\"CorrectionComment\",\"datePublished\":\"2025-12-20\",\"text\":\"First listed under";
        assert!(desk.page(page).contains(comment), "{page}");
    }
    assert!(desk.page("editions/2024-W51/briefing.md").contains("First listed under 17 December."));
    assert!(desk.page(&format!("e/{}/index.html", told.quarrel)).contains("The report could not be upheld."));
    assert!(desk.page("editions/2025-W09/index.html").contains("Nothing is told here any more"));
    let diff = desk.done(&["diff", "1", "2"]);
    assert!(diff.contains("0 new, 1 changed, 1 gone"), "{diff}");
    assert!(diff.contains("date: 2024-12-17 → 2024-12-16"), "{diff}");
}

fn a_year_on(desk: &Desk) {
    let addresses = desk.files("output/e");
    desk.write(
        "content/articles/2025-03-14-late.txt",
        "Finland's president Alexander Stubb visited Riga on March 13. He met President Edgars Rinkevics there.\n",
    );
    let screen = desk.done(&["build", "--base-url", "https://example.org/desk/"]);
    assert!(screen.starts_with("Read      10 articles"), "{screen}");
    let number = |after: &str| -> usize {
        let rest = screen.split(after).next().unwrap_or_default();
        rest.rsplit(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty()).unwrap().parse().unwrap()
    };
    assert!(number(" unchanged") > number(" file"), "only what the new article touches changes: {screen}");
    let now = desk.files("output/e");
    assert!(addresses.iter().all(|address| now.contains(address)), "an address died");
    assert!(desk.done(&["diff"]).contains(" new, 0 changed, 0 gone"));
}
