//! What users read is complete: every message, key, verb, flag and template field has its words.
//!
//! The lists come from the tables in the code, so a new entry without words fails here, and so do words whose entry is
//! gone. Whether the words are good is for a reader to say. A page that is made whole from a table is compared with
//! it; `UPDATE_DOCS=1 cargo test --test docs` writes it anew.

#![allow(clippy::disallowed_methods, reason = "reads the repository's own documents")]

use std::collections::BTreeSet;
use std::path::Path;

use clap::{Arg, Command};
use newsbook::config::{self, KeyHelp};

#[test]
fn every_message_has_its_section() {
    let sections = sections(&read("docs/messages.md"), "## ");
    let documented = sections.iter().filter_map(|(head, _)| head.split_once(':')).map(|(code, _)| code.to_owned());
    same(codes(&read("src/diag.rs")), documented.collect());
}

#[test]
fn every_section_of_the_messages_says_something() {
    let short: Vec<_> =
        sections(&read("docs/messages.md"), "## ").into_iter().filter(|(_, text)| text.len() < 80).collect();
    assert!(short.is_empty(), "{short:?}");
}

#[test]
fn every_key_of_the_config_is_explained() {
    let keys = config::explain("").expect("the empty path explains all");
    let silent: Vec<_> = keys.iter().filter(|key| key.about.is_empty()).map(|key| &key.path).collect();
    assert!(keys.len() > 30 && silent.is_empty(), "no words for {silent:?}");
    matches_page("docs/config.md", &config_page(&keys));
}

/// Makes the reference of `newsbook.yml`: a section for each top key, a line for each below it.
fn config_page(keys: &[KeyHelp]) -> String {
    let mut page = String::from(
        "# `newsbook.yml`\n\nEvery key is optional. `newsbook config schema` prints a JSON Schema for editors. \
         This page is made from the code.\n",
    );
    for key in keys {
        let default = key.default.as_deref().map(|value| format!(" Default: `{value}`.")).unwrap_or_default();
        let choices = match key.choices.join("`, `") {
            none if none.is_empty() => none,
            words => format!(" One of `{words}`."),
        };
        match key.path.contains('.') {
            false => page.push_str(&format!("\n## `{}`\n\n{}{choices}{default}\n\n", key.path, key.about)),
            true => page.push_str(&format!("- `{}`: {}{choices}{default}\n", key.path, key.about)),
        }
    }
    page.replace("\n\n\n", "\n\n")
}

#[test]
fn every_field_a_template_can_use_is_listed() {
    let site_wide = ["src/writers/html.rs", "src/writers/look.rs", "src/writers/print.rs"].map(read);
    let pages = [sources("src/pages"), sources("src/pages/briefing")].concat();
    let mut views: Vec<View> = pages.iter().chain(&site_wide).flat_map(|source| views(source)).collect();
    views.sort_by_key(|view| (view.template().is_none(), view.name.clone()));
    let silent: Vec<_> = views.iter().filter(|view| view.about.is_empty()).map(|view| &view.name).collect();
    assert!(views.len() > 20 && silent.is_empty(), "no words for {silent:?}");
    matches_page("docs/templates.md", &templates_page(&views));
}

/// A struct made for templates: its comment and its fields with type and comment.
struct View {
    name: String,
    about: String,
    fields: Vec<(String, String, String)>,
}

impl View {
    /// Returns the template that gets it whole, as its comment says.
    fn template(&self) -> Option<&str> {
        self.about.strip_prefix("What `")?.split_once('`').map(|(name, _)| name)
    }
}

/// Reads the structs that a source derives `Serialize` for, with the fields that are serialised.
fn views(source: &str) -> Vec<View> {
    let mut views: Vec<View> = Vec::new();
    let (mut about, mut serialized, mut inside) = (Vec::new(), false, false);
    for line in source.lines().map(|line| line.trim().trim_start_matches("pub ")) {
        if let Some(words) = line.strip_prefix("/// ") {
            about.push(words);
        } else if line.starts_with("#[") {
            serialized = line.contains("Serialize") || serialized && !line.contains("skip");
        } else if let Some(rest) = line.strip_prefix("struct ").filter(|_| serialized) {
            let name = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            views.push(View { name: name.to_owned(), about: about.join(" "), fields: Vec::new() });
            (about, inside) = (Vec::new(), true);
        } else if let Some((name, kind)) = line.split_once(": ").filter(|_| inside) {
            let view = views.last_mut().filter(|_| serialized);
            view.into_iter().for_each(|view| view.fields.push((name.to_owned(), plain(kind), about.join(" "))));
            (about, serialized) = (Vec::new(), true);
        } else {
            (about, inside, serialized) = (Vec::new(), inside && line != "}", inside && line != "}");
        }
    }
    views
}

/// Says a Rust type in the words of somebody who writes templates.
fn plain(kind: &str) -> String {
    let kind =
        kind.trim_end_matches(',').replace("'static ", "").replace("'a ", "").replace("<'a>", "").replace('&', "");
    let inside = |outer: &str, rest: &str| rest.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>')).map(plain);
    if let Some(inner) = inside("Vec<", &kind).or_else(|| kind.strip_prefix('[')?.strip_suffix(']').map(plain)) {
        return format!("list of {inner}");
    }
    if let Some(inner) = inside("Option<", &kind) {
        return format!("{inner}, or nothing");
    }
    match kind.as_str() {
        "str" | "String" | "char" | "Cow<'a, str>" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "usize" | "u32" | "i32" | "u8" | "f64" => "number".to_owned(),
        "Link" => "link".to_owned(),
        _ => inside("Box<", &kind).unwrap_or(kind),
    }
}

fn templates_page(views: &[View]) -> String {
    let mut page = String::from(
        "# What templates can use\n\nA template gets one value, under its own name: `event.html` gets `event`. All of \
         them also get `site`, `page`, `ui` (the words of the site), `root` (what leads a link to the site's first \
         folder: write `{{ root }}{{ link }}`), `navigation` and `marks` (the shapes that its signs use). This page is made from the code.\n\n\
         What is printed and sent has templates too, and they get no `page`: `briefing.md` gets `briefing` (a Briefing) \
         and `paper` (`a4` or `us-letter`); `email.html` and `email.txt` get `briefing`, `notes` (whether there is room \
         for them) and `left_out` (what is said of the events there is no room for); `print.html` gets `briefing`, \
         `edition` (a SheetEdition), `cards` (the Card of each event, by its id) and `style`; `print.css` gets `sheet` (a Sheet). \
         What `briefing.md` puts in is escaped for Markdown, as it is for HTML elsewhere; its filter `quoted` makes a \
         value of the metadata block, and `link` shows a web address.\n\n`briefing.typ` is the layout of the PDF in the \
         language of Typst. It reads `edition.json`, which holds `briefing`, `edition`, `left_out_said` and `tight` \
         (whether pages must be saved), and `ui.json`, the words of the site. The PDF must follow PDF/UA-1 and PDF/A-2a, so a layout sets title and date of the \
         document and gives pictures a description.\n",
    );
    for view in views {
        let heading = view.template().map_or(view.name.clone(), |template| format!("`{template}`: {}", view.name));
        page.push_str(&format!("\n## {heading}\n\n{}\n\n", view.about));
        for (name, kind, about) in &view.fields {
            let about = if about.is_empty() { String::new() } else { format!(". {about}") };
            page.push_str(&format!("- `{name}`: {kind}{about}\n"));
        }
    }
    page.replace("\n\n\n", "\n\n")
}

/// Returns the Rust files of a folder of the repository, in the order of their names.
fn sources(folder: &str) -> Vec<String> {
    let entries =
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("a folder of the repository");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a readable file")).collect()
}

#[test]
fn every_verb_and_flag_is_described() {
    let program = newsbook::cli::command();
    let mut silent = Vec::new();
    let mut page = String::from(
        "# Commands\n\nResults go to standard output, everything else to standard error. `newsbook VERB --help` says \
         more, with examples. This page is made from the code.\n\n## Everywhere\n\n",
    );
    page.push_str(&arguments(&program, &mut silent));
    for verb in program.get_subcommands() {
        page.push_str(&verb_section("newsbook", verb, &mut silent));
    }
    assert!(silent.is_empty(), "no words for {silent:?}");
    matches_page("docs/commands.md", &page.replace("\n\n\n", "\n\n"));
}

fn verb_section(above: &str, verb: &Command, silent: &mut Vec<String>) -> String {
    let name = format!("{above} {}", verb.get_name());
    let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
    if about.is_empty() {
        silent.push(name.clone());
    }
    let mut text = format!("\n## `{name}`\n\n{about}\n\n{}", arguments(verb, silent));
    for inner in verb.get_subcommands() {
        text.push_str(&verb_section(&name, inner, silent));
    }
    text
}

/// Lists what a verb itself takes; what all verbs take stands only at the top.
fn arguments(command: &Command, silent: &mut Vec<String>) -> String {
    let inherited = |arg: &&Arg| arg.is_global_set() && command.get_name() != "newsbook";
    let mut text = String::new();
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set() && !inherited(arg)) {
        let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
        if about.is_empty() {
            silent.push(format!("{} {}", command.get_name(), arg.get_id()));
        }
        text.push_str(&format!("- `{}`: {about}\n", spelled(arg)));
    }
    text
}

/// Returns an argument as it is typed: `-o, --output DIR`, or `FILE` where it has no flag.
fn spelled(arg: &Arg) -> String {
    let value = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
    let value = if arg.get_action().takes_values() { value } else { String::new() };
    let short = arg.get_short().map(|letter| format!("-{letter}"));
    let long = arg.get_long().map(|name| format!("--{name}"));
    let flags: Vec<String> = short.into_iter().chain(long).collect();
    format!("{} {value}", flags.join(", ")).trim().to_owned()
}

/// Compares a made page with the one in the repository, or writes it when asked to.
fn matches_page(path: &str, made: &str) {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), made).expect("a writable page");
    }
    assert!(read(path) == made, "{path} is not what the code says; run UPDATE_DOCS=1 cargo test --test docs");
}

/// Reads the codes from the enum: every line `Name = number,` of `diag.rs`.
fn codes(source: &str) -> BTreeSet<String> {
    let numbers =
        source.lines().filter_map(|line| line.trim().strip_suffix(',')?.split_once(" = ")?.1.parse::<u16>().ok());
    numbers.map(|number| format!("N{number:03}")).collect()
}

/// Returns the sections of a document whose headings start with `mark`: heading and text.
fn sections(document: &str, mark: &str) -> Vec<(String, String)> {
    let start = format!("\n{mark}");
    let halves = document.split(&start).skip(1).filter_map(|part| part.split_once('\n'));
    halves.map(|(head, text)| (head.to_owned(), text.trim().to_owned())).collect()
}

fn same(code: BTreeSet<String>, documents: BTreeSet<String>) {
    let undocumented: Vec<_> = code.difference(&documents).collect();
    let unknown: Vec<_> = documents.difference(&code).collect();
    assert!(
        !code.is_empty() && undocumented.is_empty() && unknown.is_empty(),
        "no words: {undocumented:?}, no entry: {unknown:?}"
    );
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the repository")
}
