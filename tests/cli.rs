//! The program as its users meet it: exit codes, messages, and what happens to folders.

#![allow(clippy::disallowed_methods, reason = "looks at the folders that the program wrote")]
#![allow(
    clippy::unwrap_used,
    clippy::type_complexity,
    reason = "helpers of tests fail loudly, and a table of cases is read as one"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use assert_cmd::cargo::cargo_bin;
use serde_json::Value;
use tempfile::TempDir;

const ARTICLE: &str = "date 2025-03-12 Engineers closed the bridge on Tuesday. The council voted on Wednesday.\n";

/// 2025-03-20, in seconds: the day it is in all tests.
const EPOCH: &str = "1742428800";

/// A project of one article and these files.
fn project(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in [("content/articles/a.txt", ARTICLE)].iter().chain(files) {
        write(dir.path(), path, text);
    }
    dir
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn newsbook(root: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(cargo_bin("newsbook"));
    command.current_dir(root).args(args).env("SOURCE_DATE_EPOCH", EPOCH).stdin(Stdio::null());
    command
}

fn run(root: &Path, args: &[&str]) -> Output {
    newsbook(root, args).output().unwrap()
}

/// Runs a build that must succeed.
fn build(root: &Path) -> String {
    let output = run(root, &["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Every file below a folder with its bytes, dot files left out.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.file_name().unwrap().to_string_lossy().starts_with('.') {
            } else if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
fn how_a_run_ends_says_its_exit_code() {
    let cases: &[(i32, &[(&str, &str)], &[&str], &str)] = &[
        (0, &[], &["build"], ""),
        (2, &[], &["biuld"], "a similar subcommand exists: 'build'"),
        (2, &[], &["build", "--today", "tomorrow"], "write a day such as 2025-12-07"),
        (2, &[], &["build", "--base-url", "example.org"], "start it with https://"),
        (3, &[("newsbook.yml", "site: { titel: x }")], &["build"], "error[N001] newsbook.yml:1:9"),
        (3, &[("newsbook.yml", "site: [")], &["build"], "error[N004]"),
        (4, &[("newsbook.yml", "input: { articles: [none/*.txt] }")], &["build"], "error[N504]"),
        (5, &[("output/index.php", "x")], &["build"], "error[N501]"),
        (5, &[], &["build", "--config", "other.yml"], "error[N502] other.yml"),
        (5, &[], &["build", "-o", "."], "the output folder holds the project itself"),
    ];
    for (code, extra, args, message) in cases {
        let dir = project(extra);
        let output = run(dir.path(), args);
        assert_eq!(output.status.code(), Some(*code), "{args:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(message), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn all_errors_are_shown_and_then_counted() {
    let dir = project(&[("newsbook.yml", "themes:\n  - id: a\n    titel: Negotiations\n    title: A\nfoo: 1\n")]);
    let output = run(dir.path(), &["build"]);
    let text = stderr(&output);
    assert!(text.starts_with(
        "error[N001] newsbook.yml:3:5\n  3 |     titel: Negotiations\n          ^^^^^ unknown key `titel` in `themes`\n"
    ));
    assert!(text.contains("fix: did you mean `title`?"), "{text}");
    assert!(text.ends_with("2 errors\nnothing was written\n"), "{text}");
    assert!(output.stdout.is_empty() && !dir.path().join("output").exists());
}

#[test]
fn a_build_says_what_it_did_and_a_second_one_does_nothing() {
    let dir = project(&[]);
    let first = build(dir.path());
    assert!(first.starts_with("Read      1 article\nFound     "), "{first}");
    assert!(first.contains("→ output/ in "), "{first}");
    assert!(dir.path().join("output/index.html").exists() && dir.path().join("newsbook.lock").exists());
    let before = files(dir.path());
    assert!(build(dir.path()).contains("nothing has changed since the last build"));
    assert_eq!(files(dir.path()), before);
}

#[test]
fn only_our_files_are_deleted() {
    let dir = project(&[("content/articles/b.txt", "date 2025-04-02 The ferry sailed on Monday.\n")]);
    write(dir.path(), "output/.gitignore", "*");
    build(dir.path());
    let with_both = files(&dir.path().join("output"));
    fs::remove_file(dir.path().join("content/articles/b.txt")).unwrap();
    write(dir.path(), "output/notes/mine.txt", "keep");
    let refused = run(dir.path(), &["build"]);
    assert_eq!(refused.status.code(), Some(5));
    let output = run(dir.path(), &["build", "--keep-foreign"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let now = files(&dir.path().join("output"));
    assert!(with_both.keys().any(|path| !now.contains_key(path)), "the pages of b.txt are gone");
    assert_eq!(now["notes/mine.txt"], b"keep");
    assert_eq!(fs::read_to_string(dir.path().join("output/.gitignore")).unwrap(), "*");
}

#[test]
fn json_is_one_object() {
    let dir = project(&[]);
    let output = run(dir.path(), &["build", "--json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&answer["version"], &answer["command"], &answer["ok"]), (&1.into(), &"build".into(), &true.into()));
    assert_eq!(answer["counts"]["articles"], 1);
    assert!(answer["outputs"].as_array().unwrap().contains(&"index.html".into()));
    write(dir.path(), "newsbook.yml", "site:\n  titel: x\n");
    let output = run(dir.path(), &["build", "--json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &answer["ok"]), (Some(3), &false.into()));
    let told = &answer["diagnostics"][0];
    assert_eq!(
        (&told["code"], &told["level"], &told["line"], &told["col"]),
        (&"N001".into(), &"error".into(), &2.into(), &3.into())
    );
    assert_eq!(told["file"], "newsbook.yml");
    assert!(output.stderr.is_empty(), "{}", stderr(&output));
}

#[test]
fn under_strict_a_warning_leaves_everything_as_it_was() {
    let dir = project(&[]);
    build(dir.path());
    write(dir.path(), "content/articles/picture.jpg", "not an article");
    let before = files(dir.path());
    let output = run(dir.path(), &["build", "--strict"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("warning[N105] content/articles/picture.jpg"), "{}", stderr(&output));
    assert_eq!(files(dir.path()), before);
    build(dir.path());
}

#[test]
fn the_day_can_be_fixed() {
    let dir = project(&[]);
    build(dir.path());
    let by_epoch = files(&dir.path().join("output"));
    let mut command = newsbook(dir.path(), &["build", "-q", "--today", "2025-03-20"]);
    assert!(command.env_remove("SOURCE_DATE_EPOCH").status().unwrap().success());
    assert_eq!(files(&dir.path().join("output")), by_epoch);
}

#[test]
fn builds_at_the_same_time_do_not_harm_each_other() {
    let dir = project(&[]);
    let builds: Vec<_> = (0..4).map(|_| newsbook(dir.path(), &["build", "-q"]).spawn().unwrap()).collect();
    for mut build in builds {
        assert!(build.wait().unwrap().success());
    }
    assert!(build(dir.path()).contains("nothing has changed"));
}

#[test]
fn a_killed_build_leaves_whole_files_and_the_next_one_repairs_the_rest() {
    let one = "site: { title: A }\nthemes: [{ id: bridge, title: Bridge, match: { any: [bridge] } }]";
    let two = "site: { title: A }\nthemes: [{ id: council, title: Council, match: { any: [council] } }]";
    let clean = |config| {
        let dir = project(&[("newsbook.yml", config)]);
        build(dir.path());
        files(&dir.path().join("output"))
    };
    let (first, second) = (clean(one), clean(two));
    let dir = project(&[("newsbook.yml", one)]);
    build(dir.path());
    for step in 0..24 {
        write(dir.path(), "newsbook.yml", if step % 2 == 0 { two } else { one });
        let mut build = newsbook(dir.path(), &["build", "-q"]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(step * 12));
        build.kill().unwrap();
        build.wait().unwrap();
        for (path, bytes) in files(&dir.path().join("output")) {
            let whole = first.get(&path) == Some(&bytes) || second.get(&path) == Some(&bytes);
            assert!(whole, "{path} is half written after {} ms", step * 12);
        }
    }
    write(dir.path(), "newsbook.yml", two);
    build(dir.path());
    assert_eq!(files(&dir.path().join("output")), second);
}

#[test]
fn extract_answers_every_line_in_its_place() {
    let lines = "{\"id\":\"a\",\"text\":\"They met on Monday.\",\"published\":\"2024-12-18\"}\nnot json\n{\"id\":\"c\"}\n\n{\"id\":\"d\",\"text\":\"é. On 14 December 2024 it rained.\"}\n{\"id\":\"e\",\"text\":\"\",\"published\":\"2024-13-45\"}\n";
    let dir = tempfile::tempdir().unwrap();
    let output = assert_cmd::Command::cargo_bin("newsbook")
        .unwrap()
        .current_dir(dir.path())
        .arg("extract")
        .write_stdin(lines)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let answers: Vec<Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, [&Value::from("a"), &Value::Null, &"c".into(), &"d".into(), &"e".into()]);
    let codes: Vec<&Value> = answers.iter().map(|answer| &answer["error"]["code"]).collect();
    assert_eq!(codes, [&Value::Null, &"N107".into(), &"N107".into(), &Value::Null, &"N102".into()]);
    assert_eq!(answers[0]["published"], serde_json::json!({ "value": "2024-12-18", "basis": "given" }));
}

#[test]
fn what_only_touches_on_an_event_is_no_report_of_it() {
    let texts = [
        "date 2025-03-12 Rebels blew up the huge Tabqa dam on the Euphrates on Monday.",
        "date 2025-03-12 Engineers drink tea at the Tabqa dam on the Euphrates.",
    ];
    let dir = tempfile::tempdir().unwrap();
    let lines = texts.map(|text| serde_json::json!({ "id": &text[16..19], "text": text }).to_string() + "\n").concat();
    let mut extract = assert_cmd::Command::cargo_bin("newsbook").unwrap();
    let output = extract.current_dir(dir.path()).args(["extract", "--merge"]).write_stdin(lines).output().unwrap();
    let event: Value = serde_json::from_str(String::from_utf8(output.stdout).unwrap().lines().last().unwrap()).unwrap();
    assert_eq!((&event["mentions"], &event["reports"]), (&serde_json::json!([["Reb", 0], ["Eng", 0]]), &1.into()));

    write(dir.path(), "content/articles/a.txt", texts[0]);
    write(dir.path(), "content/articles/b.txt", texts[1]);
    build(dir.path());
    let data = fs::read_to_string(dir.path().join("output/data/events.json")).unwrap();
    let event = &serde_json::from_str::<Value>(&data).unwrap()["events"][0];
    assert_eq!(event["sources"].as_array().unwrap().len(), 1);
    let id = event["id"].as_str().unwrap();
    let told = String::from_utf8(run(dir.path(), &["explain", "b.txt"]).stdout).unwrap();
    assert!(told.contains(&format!("  near      {id}\n")) && !told.contains("  event "), "{told}");
    assert!(String::from_utf8(run(dir.path(), &["explain", id]).stdout).unwrap().contains("b.txt:1\n"));
}

#[test]
fn a_new_project_builds() {
    let dir = tempfile::tempdir().unwrap();
    let output = run(dir.path(), &["new", "desk", "--demo"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("Read      4 articles (2 undated)"), "{output:?}");
    let output = run(dir.path(), &["new", "desk"]);
    assert_eq!(output.status.code(), Some(5));
    let output = run(dir.path(), &["new", "empty"]);
    assert_eq!(output.status.code(), Some(0));
    let output = run(&dir.path().join("empty"), &["config", "show"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("site.title: \"empty\""), "{output:?}");
}

#[test]
fn a_folder_of_articles_needs_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "eastern-desk/one.txt", ARTICLE);
    build(&dir.path().join("eastern-desk"));
    let home = fs::read_to_string(dir.path().join("eastern-desk/output/index.html")).unwrap();
    assert!(home.contains("Eastern desk"), "the folder's name is the title");
}

#[test]
fn explain_says_how_a_date_is_read() {
    let dir = project(&[]);
    let said = |args: &[&str]| String::from_utf8(run(dir.path(), args).stdout).unwrap();
    let told = said(&["explain", "They met last Tuesday.", "--date", "2024-03-20"]);
    assert_eq!(
        told,
        "\"last Tuesday\"
  reading   2024-03-19: counted from publication on 2024-03-20
  rule      which weekday
  anchor    2024-03-20, the day of publication
  as event  2024-03-19
  refused   2024-03-26: the words say which
"
    );
    let json: Value = serde_json::from_str(&said(&["explain", "Été, le 8 December", "--json"])).unwrap();
    assert_eq!(json["times"][0]["text"], "8 December");
    assert_eq!((json["times"][0]["start"].as_u64(), json["times"][0]["value"].as_str()), (Some(8), Some("XXXX-12-08")));
    assert_eq!(said(&["explain", "Nobody knows."]), "no time is told here\n");
    assert_eq!(
        said(&["explain", "two days after the talks"]),
        "\"two days\"
  reading   P2D: as it stands
  rule      length
  anchor    none
  as event  has no place on the calendar
  refused   nothing: the words leave no choice

\"two days after the talks\"
  relation  2 days after the event
  event     the talks
"
    );
    let spans: Value = serde_json::from_str(&said(&["explain", "from 4 to 6 May 2023", "--json"])).unwrap();
    assert_eq!(spans["spans"][0]["begin"], "2023-05-04");
    assert_eq!(spans["spans"][0]["finish"], "2023-05-06");
    assert!(said(&["explain", "n102"]).starts_with("N102: "));
    assert_eq!(run(dir.path(), &["explain", "N999"]).status.code(), Some(2));
}

#[test]
fn explain_says_what_an_article_and_an_event_are_made_of() {
    let second = "date 2025-03-12 Engineers of Malmo closed the bridge in Malmo on 4 March.\nLeave a comment\n";
    let dir = project(&[("content/articles/b.txt", second)]);
    let said = |what: &str| String::from_utf8(run(dir.path(), &["explain", what]).stdout).unwrap();
    let article = said("content/articles/a.txt");
    assert!(article.starts_with("content/articles/a.txt  Engineers closed the bridge on Tuesday"), "{article}");
    assert!(article.contains("\n  published 2025-03-12 (leading-line)\n"), "{article}");
    assert!(article.contains("\ncontent/articles/a.txt:1\n  “The council voted on Wednesday.”\n"), "{article}");
    assert!(
        article.contains("  date      2025-03-12, relative, by the rule weekday, “Wednesday” in line 1\n"),
        "{article}"
    );
    assert!(said("articles/b.txt").contains("  set aside line 2, leave-a-comment: “Leave a comment”\n"));
    let output = run(dir.path(), &["explain", "b.txt", "--json"]).stdout;
    let json: Value = serde_json::from_slice(&output).unwrap();
    let id = json["sentences"][0]["event"].as_str().unwrap();
    assert!(said(id).starts_with(&format!("{id}  Engineers of Malmo closed the bridge in Malmo on 4 March\n")));
    for missing in ["nothing.txt", "zzzz9"] {
        assert_eq!(run(dir.path(), &["explain", missing]).status.code(), Some(2), "{missing}");
    }
}
