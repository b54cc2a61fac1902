//! Whether the links of the drawn pages lead to files that are drawn too.
//!
//! Links between views are checked before anything is drawn. A template of the project can still write an address of
//! its own, and so can a look that is copied from elsewhere; those show only in the pages. Addresses that begin with
//! `/` depend on the host, and those of other sites on the network, so neither is looked at.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic};
use crate::model::OutputFile;

/// The attributes that hold an address.
const ATTRIBUTES: [&str; 4] = [" href=\"", " href=\'", " src=\"", " src=\'"];

/// Says which addresses of pages lead to no file, each once, with the first page that has it.
pub fn broken(files: &[OutputFile]) -> Vec<Diagnostic> {
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut found: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.ends_with(".html")) {
        let html = String::from_utf8_lossy(&file.bytes);
        let targets: BTreeSet<String> = addresses(&html).filter_map(|address| target(&file.path, address)).collect();
        for lost in targets.into_iter().filter(|target| !paths.contains(target.as_str())) {
            found.entry(lost).or_default().push(&file.path);
        }
    }
    found.into_iter().map(|(lost, pages)| fault(&lost, &pages)).collect()
}

fn fault(lost: &str, pages: &[&str]) -> Diagnostic {
    let others = match pages.len() {
        1 => String::new(),
        all => format!(", on this page and {} more", all - 1),
    };
    let fix = "a template writes this address: name a file that a build writes";
    Diagnostic::error(Code::BrokenLink, format!("link to `{lost}`, which is not written{others}"))
        .in_file(pages[0])
        .fix(fix)
}

/// The addresses that a page holds, as written.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    let of = move |name: &'static str| {
        let end = name.chars().next_back().unwrap_or('"');
        html.split(name).skip(1).map(move |rest| rest.split(end).next().unwrap_or_default())
    };
    ATTRIBUTES.into_iter().flat_map(of)
}

/// Returns the file that an address on a page names; `None` where it is not one of this site's folder.
fn target(page: &str, address: &str) -> Option<String> {
    let path = address.split(['#', '?']).next().unwrap_or_default().replace("&amp;", "&");
    let elsewhere = path.is_empty() || path.starts_with('/') || path.split('/').next()?.contains(':');
    if elsewhere || page == "404.html" {
        return None;
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => _ = parts.pop(),
            "." => {}
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    Some(if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_a_file_is_said_once() {
        let file = |path: &str, html: &str| OutputFile { path: path.into(), bytes: html.into() };
        let nav = "<a href=\"../../about.html\"><a href='../../a b.css#x'><img src=\"https://example.org/x\"><a href=\"#top\">";
        let files = [
            file("e/k7q2/index.html", nav),
            file("e/m3zd/index.html", "<a href=\"../../about.html?x=1\"><a href=\"../k7q2/\"><a href=\"mailto:a@b\">"),
            file("a b.css", ""),
        ];
        let said: Vec<String> = broken(&files).into_iter().map(|found| found.message).collect();
        assert_eq!(said, ["link to `about.html`, which is not written, on this page and 1 more"]);
    }
}
