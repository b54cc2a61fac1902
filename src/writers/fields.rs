//! Whether the fields that a template of the project asks for exist.
//!
//! Tera refuses an unknown field where it is printed, and takes one for nothing where it is only asked for:
//! `{% if event.confidnce %}` is never true, and nobody is told. So the names behind dots are read here before a page
//! is drawn, and held against `docs/templates.md`, which is made from the views. Where the value is the template's own
//! (`event` in `event.html`) or one that all have, the whole path is followed; behind a variable of a loop or a
//! component a field must exist in some view. Keys of a map that the template writes itself are its own affair.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, nearest};

/// Every view with its fields, a heading for each and a line for each field.
const VIEWS: &str = include_str!("../../docs/templates.md");

/// What every template gets, with its view.
const EVERYWHERE: [(&str, &str); 3] = [("page", "PageView"), ("site", "SiteView"), ("ui", "Ui")];

/// Fields and their views by the name of the view they belong to.
type Views = BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>;

/// Says which fields a template asks for that are in no view, each with its place; `file` is its path in the project,
/// `name` that inside the folder of templates.
pub fn unknown(file: &str, name: &str, text: &str) -> Vec<Diagnostic> {
    let (views, whole) = views(name);
    let all: BTreeSet<&str> = views.values().flat_map(|fields| fields.keys().copied()).chain(own_keys(text)).collect();
    let fault = |path: &[(usize, &str)]| {
        let own = EVERYWHERE.iter().chain(&whole).find(|(own, _)| *own == path[0].1 && !is_bound(text, own));
        let mut view = own.map(|(_, view)| *view);
        path[1..].iter().find_map(|(at, field)| {
            let here = view.and_then(|view| views.get(view));
            view = here.and_then(|fields| fields.get(field)).copied();
            let known = here.map_or_else(|| all.contains(field), |fields| fields.contains_key(field));
            let names: Vec<&str> =
                here.map_or_else(|| all.iter().copied().collect(), |fields| fields.keys().copied().collect());
            (!known).then(|| diagnostic(file, text, *at, field, &names, here.is_some()))
        })
    };
    paths(text).iter().filter(|path| path[0].1 != "loop").filter_map(|path| fault(path)).collect()
}

fn diagnostic(file: &str, text: &str, at: usize, field: &str, names: &[&str], is_whole: bool) -> Diagnostic {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let (row, column) = (text[..at].matches('\n').count() + 1, text[start..at].chars().count() + 1);
    let near = nearest(field, names.iter().copied()).map(|near| format!("did you mean `{near}`? "));
    let list = if is_whole {
        format!("fields here: {}", names.join(", "))
    } else {
        "docs/templates.md lists all fields".to_owned()
    };
    Diagnostic::error(Code::Template, format!("no such field `{field}`"))
        .at(file, row as u32, column as u32)
        .excerpt(line, field.chars().count() as u32)
        .fix(near.unwrap_or_default() + &list)
}

/// Whether a template may give the name to something of its own: `{% for event in event.same_day %}`.
fn is_bound(text: &str, name: &str) -> bool {
    ["for ", "set ", ", ", "("].iter().any(|before| text.contains(&format!("{before}{name}")))
}

/// Returns all views, and the value that is the template's own with its view.
fn views(template: &str) -> (Views, Option<(&str, &'static str)>) {
    let (mut views, mut whole, mut view) = (Views::new(), None, "");
    for line in VIEWS.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            view = heading.rsplit(' ').next().unwrap_or(heading);
            if heading.strip_prefix('`').is_some_and(|rest| rest.starts_with(&format!("{template}`"))) {
                whole =
                    template.split_once('.').map(|(stem, _)| (if stem == "print" { "edition" } else { stem }, view));
            }
        } else if let Some((field, kind)) = line.strip_prefix("- `").and_then(|rest| rest.split_once("`: ")) {
            let kind = kind.split(['.', ',']).next().unwrap_or(kind);
            views.entry(view).or_default().insert(field, kind);
        }
    }
    (views, whole)
}

/// The keys of maps that a template writes: `{"mark": "square"}`.
fn own_keys(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.match_indices("\":").filter_map(|(end, _)| Some(&text[text[..end].rfind('"')? + 1..end]));
    quoted.filter(|key| key.chars().all(is_letter))
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Reads every path with a dot in the tags of a template, as names with the byte at which they stand. A path behind a
/// bracket begins with an empty name.
fn paths(text: &str) -> Vec<Vec<(usize, &str)>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) =
        text[at..].find("{{").into_iter().chain(text[at..].find("{%")).chain(text[at..].find("{#")).min()
    {
        let start = at + open;
        let close = match &text[start..start + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let end = text[start..].find(close).map_or(text.len(), |end| start + end);
        if close != "#}" {
            read_tag(text, start + 2, end, &mut found);
        }
        at = end;
    }
    found
}

fn read_tag<'a>(text: &'a str, start: usize, end: usize, found: &mut Vec<Vec<(usize, &'a str)>>) {
    let mut at = start;
    let mut path: Vec<(usize, &str)> = Vec::new();
    while at < end {
        let rest = &text[at..end];
        let first = rest.chars().next().unwrap_or_default();
        let length = match first {
            '"' | '\'' | '`' => rest[1..].find(first).map_or(rest.len(), |close| close + 2),
            c if is_letter(c) => rest.find(|c| !is_letter(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let follows = text[..at].ends_with('.') && !path.is_empty();
        if is_letter(first) {
            if !follows {
                found.push(std::mem::take(&mut path));
            }
            path.push((at, &rest[..length]));
        } else if matches!(first, ']' | ')') {
            found.push(std::mem::replace(&mut path, vec![(at, "")]));
        } else if !matches!(first, '.' | '?') {
            found.push(std::mem::take(&mut path));
        }
        at += length;
    }
    found.push(path);
    found.retain(|path| path.len() > 1 && !path[0].1.starts_with(|c: char| c.is_ascii_digit()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, text: &str, expected: &[&str]) {
        let found = unknown(&format!("templates/{name}"), name, text);
        let say = |found: &Diagnostic| {
            let (line, column) = found.place.as_ref().and_then(|place| place.at).unwrap_or_default();
            let fix = found.fix.as_deref().and_then(|fix| fix.split(['?', ':']).next()).unwrap_or_default();
            format!("{line}:{column} {}, {fix}", found.message)
        };
        assert_eq!(found.iter().map(say).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_field_that_is_only_asked_for_must_exist_too() {
        check(
            "event.html",
            "{% if event.confidence.level > 2 and event.dat.iso %}",
            &["1:44 no such field `dat`, did you mean `date`"],
        );
        check(
            "event.html",
            "é\n{{ event.texd | default(value=page.titel) }}",
            &["2:10 no such field `texd`, did you mean `text`", "2:36 no such field `titel`, did you mean `title`"],
        );
        check("event.html", "{% elif event.count %}", &["1:15 no such field `count`, fields here"]);
        check(
            "day.html",
            "{% for card in day.events %}{% if card.evidense %}{{ <cards cards={[card.evnt]}/> }}",
            &[
                "1:40 no such field `evidense`, did you mean `evidence`",
                "1:74 no such field `evnt`, did you mean `event`",
            ],
        );
        check(
            "print.html",
            "{% if cards[entry.event].evnt or edition.themes[0].titel %}",
            &["1:26 no such field `evnt`, did you mean `event`", "1:52 no such field `titel`, did you mean `title`"],
        );
    }

    #[test]
    fn what_is_no_field_of_ours_is_left_alone() {
        check("event.html", "event.x {# event.x #} {{ \"event.x\" }} {{ 1.5 }} {% if loop.first %}", &[]);
        check("event.html", "{% set own = {\"shape\": 1} %}{{ own.shape }}{% if site?.title %}", &[]);
        check("event.html", "{% for event in event.same_day %}{{ event.mark }}{% endfor %}", &[]);
    }

    #[test]
    fn every_view_of_the_page_is_read() {
        let (views, whole) = views("event.html");
        assert!(views.len() > 60 && views.values().all(|fields| !fields.is_empty()));
        assert_eq!(whole, Some(("event", "EventView")));
        assert_eq!(views["EventView"]["confidence"], "ConfidenceView");
    }

    #[test]
    fn our_own_templates_ask_for_nothing_else() {
        for (name, text) in super::super::look::embedded() {
            if !name.starts_with("assets/") && name != super::super::look::LAYOUT {
                assert_eq!(unknown(&name, &name, &text), []);
            }
        }
    }
}
