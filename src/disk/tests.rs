//! What happens to folders.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;

use super::*;
use crate::diag::Level;
use crate::model::{InputFile, OutputFile};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// The files of a build with a manifest that lists them.
fn build(files: &[(&str, &str)]) -> Vec<OutputFile> {
    let outputs: BTreeMap<&str, &str> = files.iter().map(|(path, _)| (*path, "hash")).collect();
    let manifest = serde_json::json!({ "outputs": outputs }).to_string();
    let all = files.iter().copied().chain([("manifest.json", manifest.as_str())]);
    all.map(|(path, text)| OutputFile { path: path.into(), bytes: text.into() }).collect()
}

/// Every visible file of a folder with its text.
fn standing(root: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.file_name().unwrap().to_string_lossy().starts_with('.') {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    files
}

fn write(root: &Path, path: &str, text: &str) {
    fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
    fs::write(root.join(path), text).unwrap();
}

fn counts(written: usize, unchanged: usize, deleted: usize) -> Published {
    Published { written, unchanged, deleted }
}

#[test]
fn only_what_changed_is_written_and_only_ours_is_deleted() {
    let dir = folder();
    let out = dir.path().join("output");
    assert_eq!(publish(&out, &build(&[("a", "1"), ("e/x/p", "2"), ("e/y/p", "3")]), false), Ok(counts(4, 0, 0)));
    let kept = fs::metadata(out.join("a")).unwrap().modified().unwrap();
    write(&out, ".gitignore", "*");
    write(&out, "e/.keep", "");
    assert_eq!(publish(&out, &build(&[("a", "1"), ("b", "4"), ("e/x/p", "5")]), false), Ok(counts(3, 1, 1)));
    assert_eq!(fs::metadata(out.join("a")).unwrap().modified().unwrap(), kept);
    assert!(!out.join("e/y").exists() && out.join("e/.keep").exists() && out.join(".gitignore").exists());
    assert_eq!(publish(&out, &build(&[("a", "1"), ("b", "4"), ("e/x/p", "5")]), false), Ok(counts(0, 4, 0)));
}

#[test]
fn a_foreign_file_stops_the_build_before_anything_changes() {
    let dir = folder();
    publish(dir.path(), &build(&[("a", "1")]), false).unwrap();
    write(dir.path(), "sub/index.php", "mine");
    let before = standing(dir.path());
    let refused = publish(dir.path(), &build(&[("a", "2")]), false).unwrap_err();
    assert_eq!(refused[0].code, Code::ForeignFile);
    assert!(
        refused[0].message.contains("a file that Newsbook did not write, for example sub/index.php"),
        "{refused:?}"
    );
    assert_eq!(standing(dir.path()), before);
    publish(dir.path(), &build(&[("a", "2")]), true).unwrap();
    assert_eq!(standing(dir.path())["sub/index.php"], "mine");
    let refused = publish(dir.path(), &build(&[("sub/index.php/x", "2")]), true).unwrap_err();
    assert!(refused[0].message.contains("in the way"), "{refused:?}");
}

#[test]
fn a_manifest_that_is_not_ours_owns_nothing() {
    let dir = folder();
    write(dir.path(), "manifest.json", r#"{"name": "an app", "icons": []}"#);
    assert_eq!(publish(dir.path(), &build(&[]), false).unwrap_err()[0].code, Code::ForeignFile);
}

#[test]
fn a_page_can_become_a_folder_and_a_folder_a_page() {
    let dir = folder();
    publish(dir.path(), &build(&[("a", "1"), ("b/c", "2")]), false).unwrap();
    publish(dir.path(), &build(&[("a/c", "3"), ("b", "4")]), false).unwrap();
    let now = standing(dir.path());
    assert_eq!((now["a/c"].as_str(), now["b"].as_str(), now.len()), ("3", "4", 3));
}

#[test]
fn what_a_killed_build_left_is_known_and_repaired() {
    let dir = folder();
    publish(dir.path(), &build(&[("a", "1")]), false).unwrap();
    write(dir.path(), ".newsbook-journal", r#"{"ours":["a","new/page","never"]}"#);
    write(dir.path(), "new/page", "written before the end");
    fs::create_dir(dir.path().join("b")).unwrap();
    write(dir.path(), "new/.newsbook-part-index.html", "half a");
    publish(dir.path(), &build(&[("a", "2"), ("b", "3")]), false).unwrap();
    assert_eq!(standing(dir.path()).keys().collect::<Vec<_>>(), ["a", "b", "manifest.json"]);
    assert!(!dir.path().join("new").exists() && !dir.path().join(".newsbook-journal").exists());
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let dir = folder();
    let out = dir.path().join("output");
    for path in ["../x", "/x", "a/../../x", "a//x", "", "a/./x", "a\\x"] {
        let file = OutputFile { path: path.into(), bytes: Vec::new() };
        assert_eq!(publish(&out, &[file], false).unwrap_err()[0].code, Code::CannotAccess, "{path}");
    }
    write(dir.path(), "x", "mine");
    write(&out, "manifest.json", r#"{"outputs":{"../x":"h"}}"#);
    publish(&out, &build(&[("a", "1")]), false).unwrap();
    assert!(dir.path().join("x").exists());
}

#[cfg(unix)]
#[test]
fn links_are_replaced_and_never_followed() {
    let dir = folder();
    let out = dir.path().join("output");
    write(dir.path(), "secret/index.html", "keep");
    publish(&out, &build(&[("a", "1"), ("e/index.html", "2")]), false).unwrap();
    fs::remove_file(out.join("a")).unwrap();
    std::os::unix::fs::symlink("../secret/index.html", out.join("a")).unwrap();
    publish(&out, &build(&[("a", "new"), ("e/index.html", "2")]), false).unwrap();
    assert_eq!(fs::read_to_string(dir.path().join("secret/index.html")).unwrap(), "keep");
    fs::remove_dir_all(out.join("e")).unwrap();
    std::os::unix::fs::symlink("../secret", out.join("e")).unwrap();
    for keep_foreign in [false, true] {
        let refused = publish(&out, &build(&[("a", "new"), ("e/index.html", "3")]), keep_foreign).unwrap_err();
        assert_eq!(refused[0].code, Code::ForeignFile);
    }
    assert_eq!(fs::read_to_string(dir.path().join("secret/index.html")).unwrap(), "keep");
}

fn paths(files: &[InputFile]) -> Vec<&str> {
    files.iter().map(|file| file.path.as_str()).collect()
}

fn wanted<'a>() -> Wanted<'a> {
    Wanted { overrides: "overrides.yml", templates: "templates", output: "output", ..Wanted::default() }
}

#[test]
fn a_project_is_loaded_in_the_order_of_its_paths() {
    let dir = folder();
    for path in ["b.txt", "a/z.md", "a.md", ".hidden.md", "c.jpg"] {
        write(dir.path(), &format!("content/articles/{path}"), path);
    }
    write(dir.path(), "look/themes/theme.html", "");
    write(dir.path(), "newsbook.lock", "");
    let (inputs, found) = load(dir.path(), &Wanted { templates: "look", ..wanted() });
    assert_eq!(found, []);
    let articles: Vec<_> = paths(&inputs.articles);
    assert_eq!(
        articles,
        ["content/articles/a.md", "content/articles/a/z.md", "content/articles/b.txt", "content/articles/c.jpg"]
    );
    assert_eq!(paths(&inputs.templates), ["templates/themes/theme.html"]);
    assert!(inputs.lock.is_some() && inputs.overrides.is_none());
}

#[test]
fn a_folder_of_pasted_articles_is_a_project() {
    let dir = folder();
    for path in ["one.txt", "sub/two.md", "README.md", "photo.jpg", "output/old.md", "templates/page.html"] {
        write(dir.path(), path, "x");
    }
    let (inputs, _) = load(dir.path(), &wanted());
    assert_eq!(paths(&inputs.articles), ["one.txt", "sub/two.md"]);
}

#[test]
fn a_project_without_articles_says_so() {
    let dir = folder();
    assert_eq!(load(dir.path(), &wanted()).1[0].code, Code::NoInput);
    let found = load(&dir.path().join("none"), &wanted()).1;
    assert_eq!((found[0].code, found[0].level), (Code::CannotAccess, Level::Error));
}

#[cfg(unix)]
#[test]
fn links_out_of_the_project_are_not_read() {
    let dir = folder();
    let root = dir.path().join("project");
    write(dir.path(), "secret.txt", "x");
    write(&root, "content/articles/a.txt", "x");
    std::os::unix::fs::symlink("../../../secret.txt", root.join("content/articles/b.txt")).unwrap();
    std::os::unix::fs::symlink("a.txt", root.join("content/articles/c.txt")).unwrap();
    std::os::unix::fs::symlink("..", root.join("content/articles/loop")).unwrap();
    let (inputs, found) = load(&root, &wanted());
    assert_eq!(paths(&inputs.articles), ["content/articles/a.txt", "content/articles/c.txt"]);
    assert_eq!(found.iter().map(|d| (d.code, d.level)).collect::<Vec<_>>(), [(Code::CannotAccess, Level::Warn); 2]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Whatever builds follow each other, the folder ends up as the last one wants it.
    #[test]
    fn the_folder_is_what_the_last_build_made(builds in prop::collection::vec(prop::collection::btree_map("[ab](/[ab]){0,2}", "[xy]", 0..5), 1..5)) {
        let dir = folder();
        for files in builds {
            let is_folder = |path: &str| files.keys().any(|other| other.starts_with(&format!("{path}/")));
            let files: Vec<_> = files.iter().filter(|(path, _)| !is_folder(path)).map(|(a, b)| (a.as_str(), b.as_str())).collect();
            publish(dir.path(), &build(&files), false).unwrap();
            let mut now = standing(dir.path());
            now.remove("manifest.json");
            prop_assert_eq!(now, files.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect());
        }
    }

    #[test]
    fn no_manifest_panics(bytes: Vec<u8>, journal: Vec<u8>) {
        let dir = folder();
        fs::write(dir.path().join("manifest.json"), bytes).unwrap();
        fs::write(dir.path().join(".newsbook-journal"), journal).unwrap();
        let _ = publish(dir.path(), &build(&[("a", "1")]), false);
    }
}
