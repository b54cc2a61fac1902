//! The look: templates and style sheet, embedded in the binary and overridden file by file by the project.
//!
//! A file of the project's `templates/` replaces the embedded one of the same name, and only that one. Anything that
//! cannot work is said before a page is drawn where it can be known by then (a file nobody asks for, a filter that
//! does not exist, a field that no view has), and with line and column where it shows in drawing.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::accent;
use super::compact::compact;
use super::fields;
use super::markdown;
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{InputFile, OutputFile, Site};
use crate::pages::feeds::forms;
use crate::pages::search::has_search;
use crate::pages::{Target, labels, navigation};

/// Where the project keeps its own templates, and the name of the embedded folder.
const FOLDER: &str = "templates/";

/// The layout of the PDF, which is no template of Tera.
pub(super) const LAYOUT: &str = "briefing.typ";

/// The template of the Markdown briefing.
pub(super) const MARKDOWN: &str = "briefing.md";

/// A style sheet that a project may add; it is linked after ours, so one custom property can change the whole look.
const CUSTOM_STYLE: &str = "assets/custom.css";

/// Our own style sheet, and what the search page runs.
const STYLE: &str = "assets/style.css";
const SEARCH_SCRIPT: &str = "assets/search.js";

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Every template and asset, checked and ready.
#[derive(Debug)]
pub struct Look {
    tera: Tera,
    /// Templates of Markdown, where text is escaped for that.
    markdown: Tera,
    /// The layout of the PDF.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only the PDF is set by it"))]
    layout: String,
    /// The text of each template by its name, to show the line of an error.
    sources: BTreeMap<String, String>,
    assets: Vec<OutputFile>,
}

/// What every page knows of the site, as `site`.
#[derive(Debug, Serialize)]
struct SiteView<'a> {
    title: &'a str,
    tagline: Option<&'a str>,
    publisher: Option<&'a str>,
    rights: Option<&'a str>,
    base_url: Option<&'a str>,
    /// Whether this is a draft, which every page must say.
    drafts: bool,
    /// The feeds of the whole site.
    feeds: Vec<SiteFeed>,
}

/// A feed of the whole site.
#[derive(Debug, Serialize)]
struct SiteFeed {
    /// Media type.
    media: &'static str,
    link: &'static str,
}

/// A link at the top of every page, one of `navigation`.
#[derive(Debug, Serialize)]
struct NavigationItem {
    label: &'static str,
    link: String,
    /// Whether it stands at the top of the page too; all of them stand at the foot.
    top: bool,
}

impl Look {
    /// Makes the look from the embedded files and the project's own ones, whose paths start with `templates/`.
    /// Fails with one diagnostic for each unknown file and each template that cannot be read.
    pub fn load(overrides: &[InputFile], site: &Site) -> Result<Self, Vec<Diagnostic>> {
        let mut files = embedded();
        let faults: Vec<Diagnostic> = overrides.iter().filter_map(|file| replace(&mut files, file).err()).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let (assets, sources): (BTreeMap<_, _>, BTreeMap<_, _>) =
            files.into_iter().partition(|(name, _)| name.starts_with("assets/"));
        let mut sources = sources;
        let layout = sources.remove(LAYOUT).unwrap_or_default();
        let has_custom_style = assets.contains_key(CUSTOM_STYLE);
        let ready = |tera: Tera, of: fn(&str) -> bool| engine(tera, &sources, of, site, has_custom_style);
        let tera = ready(Tera::new(), |name| !name.ends_with(".md"))?;
        let markdown = ready(markdown::engine(), |name| name.ends_with(".md"))?;
        let faults: Vec<Diagnostic> = overrides.iter().flat_map(|file| unknown_fields(file, &sources)).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let used = assets.into_iter().filter(|(path, _)| path != SEARCH_SCRIPT || has_search(site));
        let assets = used.map(|(path, text)| asset(path, text, site)).collect();
        Ok(Self { tera, markdown, layout, sources, assets })
    }

    /// Returns the files that every page uses: the style sheets.
    pub fn assets(&self) -> Vec<OutputFile> {
        self.assets.clone()
    }

    /// Returns the text of the PDF's layout, in the language of Typst.
    #[cfg(feature = "pdf")]
    pub(super) fn layout(&self) -> &str {
        &self.layout
    }

    /// Draws the template of a name. Fails where it asks for something its view does not have.
    pub(super) fn draw(&self, name: &str, context: &Context) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let mut bytes = Vec::with_capacity(8 * 1024);
        let tera = if name.ends_with(".md") { &self.markdown } else { &self.tera };
        match tera.render_to(name, context, &mut bytes) {
            Ok(()) => Ok(bytes),
            Err(error) => Err(diagnostics(&error, &self.sources)),
        }
    }
}

/// Says which fields a template of the project asks for that no view has.
fn unknown_fields(file: &InputFile, sources: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    let name = file.path.strip_prefix(FOLDER).unwrap_or(&file.path);
    sources.get(name).map_or_else(Vec::new, |text| fields::unknown(&file.path, name, text))
}

/// Fills an engine with those of the templates that are its own.
fn engine(
    mut tera: Tera,
    sources: &BTreeMap<String, String>,
    of: fn(&str) -> bool,
    site: &Site,
    has_custom_style: bool,
) -> Result<Tera, Vec<Diagnostic>> {
    let own = sources.iter().filter(|(name, _)| of(name)).map(|(name, text)| (name.as_str(), text.as_str()));
    tera.add_raw_templates(own).map_err(|error| diagnostics(&error, sources))?;
    set_globals(tera.global_context(), site, has_custom_style);
    Ok(tera)
}

fn asset(path: String, text: String, site: &Site) -> OutputFile {
    let text = if path.ends_with(".css") { compact(&text) } else { text };
    let accent = site.accent.as_deref().filter(|_| path == STYLE).and_then(accent::rule);
    let text = text + accent.as_deref().unwrap_or_default();
    OutputFile { path, bytes: text.into_bytes() }
}

fn set_globals(globals: &mut Context, site: &Site, has_custom_style: bool) {
    let labels = labels(&site.language);
    let items = navigation(labels, site).into_iter().map(|(label, target)| NavigationItem {
        label,
        link: target.address(),
        top: !matches!(target, Target::Undated | Target::Corrections | Target::Feeds),
    });
    globals.insert(
        "site",
        &SiteView {
            title: &site.title,
            tagline: site.tagline.as_deref(),
            publisher: site.publisher.as_deref(),
            rights: site.rights.as_deref(),
            base_url: site.base_url.as_deref(),
            drafts: site.drafts,
            feeds: forms(site).map(|form| SiteFeed { media: form.media, link: form.site }).collect(),
        },
    );
    globals.insert("ui", &labels.ui);
    globals.insert("language", labels.language);
    globals.insert("direction", labels.direction);
    globals.insert("navigation", &items.collect::<Vec<_>>());
    globals.insert("version", env!("CARGO_PKG_VERSION"));
    globals.insert("has_custom_style", &has_custom_style);
}

/// The embedded files by their name inside the folder.
pub(super) fn embedded() -> BTreeMap<String, String> {
    fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, String>) {
        for file in dir.files() {
            let text = file.contents_utf8().expect("embedded templates are UTF-8, as their tests draw them");
            files.insert(file.path().to_string_lossy().replace('\\', "/"), text.to_owned());
        }
        for dir in dir.dirs() {
            collect(dir, files);
        }
    }
    let mut files = BTreeMap::new();
    collect(&EMBEDDED, &mut files);
    files
}

fn replace(files: &mut BTreeMap<String, String>, file: &InputFile) -> Result<(), Diagnostic> {
    let name = file.path.strip_prefix(FOLDER).unwrap_or(&file.path);
    let error = |message: String| Diagnostic::error(Code::Template, message).in_file(file.path.clone());
    if !files.contains_key(name) && name != CUSTOM_STYLE {
        let all = files.keys().map(String::as_str).collect::<Vec<_>>();
        let hint = match nearest(name, all.iter().copied()) {
            Some(near) => format!("did you mean `{FOLDER}{near}`?"),
            None => format!("the files that can be replaced are {}", all.join(", ")),
        };
        return Err(error("no page uses a template of this name".into()).fix(hint));
    }
    let text = std::str::from_utf8(&file.bytes).map_err(|_| error("this template is not UTF-8 text".into()))?;
    files.insert(name.to_owned(), text.trim_start_matches('\u{feff}').to_owned());
    Ok(())
}

/// Says what Tera found wrong, each with its place.
fn diagnostics(error: &tera::Error, sources: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let place = Spot { file: report.filename(), line: span.start_line, column: span.start_col + 1 };
            let width = span.end_col.saturating_sub(span.start_col).max(1);
            vec![place.diagnostic(report.message(), width, sources)]
        }
        // Faults that Tera finds in several places come as one text: reports with a blank line between them.
        other => {
            let text = other.to_string();
            let reports = text.split("\n\nerror: ").map(|report| report.trim_start_matches("error: "));
            reports.map(|report| from_report(report, sources)).collect()
        }
    }
}

/// Reads `message`, then ` --> file:line:column` on the next line, where there is one.
fn from_report(report: &str, sources: &BTreeMap<String, String>) -> Diagnostic {
    let mut lines = report.lines();
    let message = lines.next().unwrap_or_default();
    let place = lines.next().and_then(|line| line.trim_start().strip_prefix("--> ")).and_then(|place| {
        let mut parts = place.rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        Some(Spot { column, line: parts.next()?.parse().ok()?, file: parts.next()? })
    });
    let width = lines.last().map_or(1, |line| line.matches('^').count().max(1));
    match place {
        Some(place) => place.diagnostic(message, width, sources),
        None => Diagnostic::error(Code::Template, lower_first(message)).in_file(FOLDER),
    }
}

/// A place in a template, line and column from 1.
struct Spot<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

impl Spot<'_> {
    fn diagnostic(&self, message: &str, width: usize, sources: &BTreeMap<String, String>) -> Diagnostic {
        let (message, hint) = explain(message);
        let path = format!("{FOLDER}{}", self.file);
        let mut found = Diagnostic::error(Code::Template, message).at(path, self.line as u32, self.column as u32);
        let text = sources.get(self.file).and_then(|text| text.lines().nth(self.line.saturating_sub(1)));
        if let (Some(place), Some(text)) = (&mut found.place, text) {
            place.excerpt = Some((text.to_owned(), width as u32));
        }
        Diagnostic { fix: hint, ..found }
    }
}

/// Turns Tera's words into a cause and a fix with the nearest name.
fn explain(message: &str) -> (String, Option<String>) {
    for (list, what) in [("Available fields: ", "field"), ("Available variables: ", "variable")] {
        if let Some((cause, names)) = message.split_once(list) {
            let wrong = cause.split('`').nth(1).unwrap_or_default();
            let near = nearest(wrong, names.split(", ")).map(|near| format!("did you mean `{near}`? "));
            let hint = format!("{}{what}s here: {names}", near.unwrap_or_default());
            return (format!("no such {what} `{wrong}`"), Some(hint));
        }
    }
    (lower_first(message.trim_end_matches('.')), None)
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Labels that pages put into their views.
    const USED_IN_RUST: &[&str] = &[
        "moved",
        "moved_page",
        "gone",
        "gone_page",
        "feed_site",
        "feed_corrections",
        "feed_theme",
        "feed_calendar",
        "feed_data",
        "open_data",
        "person",
        "body",
        "office",
        "place",
        "name",
        "heat",
        "past_plan",
        "kept_plan",
        "outcome_joined",
        "outcome_thread",
        "outcome_names",
        "strip",
        "undated",
    ];

    fn load(path: &str, text: &str) -> Result<Look, Vec<Diagnostic>> {
        let file = InputFile { path: path.into(), bytes: text.into() };
        Look::load(&[file], &Site::default())
    }

    /// Returns the diagnostics as `place: message; fix`.
    fn check(path: &str, text: &str, expected: &[&str]) {
        let found: Vec<String> = load(path, text).err().unwrap_or_default().iter().map(show).collect();
        assert_eq!(found, expected);
    }

    fn show(found: &Diagnostic) -> String {
        let place = found.place.as_ref().expect("a place");
        let at = place.at.map(|(line, col)| format!(":{line}:{col}")).unwrap_or_default();
        format!("{}{at}: {}; {}", place.file, found.message, found.fix.as_deref().unwrap_or("-"))
    }

    #[test]
    fn the_embedded_look_loads() {
        let look = Look::load(&[], &Site::default()).expect("our own templates");
        let names: Vec<String> = look.assets().into_iter().map(|file| file.path).collect();
        assert_eq!(names, ["assets/style.css"]);
    }

    #[test]
    fn a_file_that_nobody_asks_for_is_refused_with_the_nearest_name() {
        check(
            "templates/evnt.html",
            "",
            &["templates/evnt.html: no page uses a template of this name; did you mean `templates/event.html`?"],
        );
    }

    #[test]
    fn filters_and_syntax_are_checked_before_drawing() {
        check(
            "templates/event.html",
            "\n{{ event.id | uper }}{{ 1 | lowr }}",
            &[
                "templates/event.html:2:15: unknown filter `uper`; -",
                "templates/event.html:2:29: unknown filter `lowr`; -",
            ],
        );
        assert_eq!(load("templates/event.html", "{% if %}").err().map(|faults| faults.len()), Some(1));
    }

    #[test]
    fn bytes_that_are_not_text_are_refused() {
        let file = InputFile { path: "templates/day.html".into(), bytes: vec![0xff, 0xfe, 0x00] };
        assert!(Look::load(&[file], &Site::default()).is_err());
    }

    #[test]
    fn every_label_is_used_and_the_style_sheet_stays_small() {
        let files = embedded();
        let templates: String = files.values().map(String::as_str).collect();
        let labels = serde_json::to_value(&labels("en").ui).expect("labels");
        for name in labels.as_object().expect("a struct").keys() {
            let used = templates.contains(&format!("ui.{name}")) || USED_IN_RUST.contains(&name.as_str());
            assert!(used, "{name}");
        }
        assert!(compact(&files["assets/style.css"]).len() <= 20_000);
    }

    #[test]
    fn what_stands_in_a_template_of_markdown_is_escaped_for_it() {
        let look = load("templates/briefing.md", "# {{ briefing }}: {{ briefing | quoted }}, {{ address | link }}\n");
        let mut context = Context::new();
        context.insert("briefing", "1. <b>*x*");
        context.insert("address", "https://example.org/a b");
        let drawn = look.expect("a template of the briefing").draw(MARKDOWN, &context).expect("drawn");
        let expected = r#"# 1\. \<b\>\*x\*: "1\\. \\<b\\>\\*x\\*", <https://example.org/a%20b>"#;
        assert_eq!(String::from_utf8_lossy(&drawn).trim(), expected);
    }

    #[test]
    fn a_style_sheet_of_the_project_is_an_asset() {
        let look = load("templates/assets/custom.css", ":root{--accent:#600}").expect("a custom style sheet");
        assert_eq!(look.assets()[0].path, "assets/custom.css");
    }
}
