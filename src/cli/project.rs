//! Opens a project: its config, its files and the day it is.

use std::path::{Path, PathBuf, absolute};

use chrono::{DateTime, NaiveDate, Utc};

use super::Globals;
use crate::config::{self, Config};
use crate::diag::{Code, Diagnostic, Level};
use crate::disk::{self, Wanted};
use crate::model::{InputFile, Inputs};

/// Where templates are looked for when the config does not say.
const TEMPLATES: &str = "templates";

/// A project, ready to be built.
#[derive(Debug)]
pub(super) struct Project {
    pub config: Config,
    pub inputs: Inputs,
    pub output: PathBuf,
    pub today: NaiveDate,
}

/// The config as text, empty where there is none.
#[derive(Debug)]
pub(super) struct ConfigText {
    pub path: String,
    pub text: String,
    file: Option<InputFile>,
}

/// Opens the project that the arguments name. `out` replaces the output folder of the config.
///
/// What was read comes with its diagnostics; with an error among them there may be no project.
pub(super) fn open(globals: &Globals, out: Option<&Path>) -> (Option<Project>, Vec<Diagnostic>) {
    let (config, file, mut diagnostics) = match configured(globals) {
        Ok(read) => read,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let root = &globals.project;
    let output = out.map_or_else(|| root.join(&config.output.dir), Path::to_path_buf);
    diagnostics.extend(holds_the_project(root, &output));
    if diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error) {
        return (None, diagnostics);
    }
    let wanted = Wanted {
        config: file,
        articles: &config.input.articles,
        events: &config.input.events,
        editions: &config.input.editions,
        entities: &config.input.entities,
        overrides: &config.input.overrides,
        templates: config.look.templates.as_deref().unwrap_or(TEMPLATES),
        templates_asked: config.look.templates.is_some(),
        output: &inside(root, &output),
    };
    let (inputs, found) = disk::load(root, &wanted);
    diagnostics.extend(found);
    let today = today(globals, &config);
    (Some(Project { inputs, output, today, config }), diagnostics)
}

/// Reads and checks the config, and gives the site a title.
pub(super) fn configured(globals: &Globals) -> Result<(Config, Option<InputFile>, Vec<Diagnostic>), Diagnostic> {
    let source = config_text(globals)?;
    let (mut config, diagnostics) = config::read(&source.path, &source.text);
    if config.site.title.is_empty() {
        config.site.title = title_of(&globals.project);
    }
    Ok((config, source.file, diagnostics))
}

/// Reads the text of the config.
pub(super) fn config_text(globals: &Globals) -> Result<ConfigText, Diagnostic> {
    let file = disk::read_config(&globals.project, globals.config.as_deref(), config::FILE)?;
    let Some(file) = file else {
        return Ok(ConfigText { path: config::FILE.into(), text: String::new(), file: None });
    };
    let text = str::from_utf8(&file.bytes).map_err(|_| {
        let fix = "save the file as UTF-8";
        Diagnostic::error(Code::NotYaml, "is not UTF-8 text").in_file(file.path.clone()).fix(fix)
    })?;
    Ok(ConfigText { path: file.path.clone(), text: text.to_owned(), file: Some(file) })
}

/// Returns the day it is: the one that was given, or that of `SOURCE_DATE_EPOCH`, or that of the clock.
pub(super) fn today(globals: &Globals, config: &Config) -> NaiveDate {
    let fixed = || {
        let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
        Some(DateTime::from_timestamp(seconds, 0)?.with_timezone(&config.timezone).date_naive())
    };
    globals.today.or_else(fixed).unwrap_or_else(|| Utc::now().with_timezone(&config.timezone).date_naive())
}

/// Makes a title from the folder's name: `eastern-desk` is "Eastern desk".
fn title_of(root: &Path) -> String {
    let full = absolute(root).unwrap_or_default();
    let name = full.file_name().unwrap_or_default().to_string_lossy().replace(['-', '_'], " ");
    let mut letters = name.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Newsbook".into(),
    }
}

/// An output folder around the project would make its sources look like files of the site.
fn holds_the_project(root: &Path, output: &Path) -> Option<Diagnostic> {
    let (root, around) = (absolute(root).ok()?, absolute(output).ok()?);
    root.starts_with(&around).then(|| {
        let fix = "choose a folder inside the project, or one elsewhere, with -o";
        let diagnostic = Diagnostic::error(Code::ForeignFile, "the output folder holds the project itself");
        diagnostic.in_file(output.display().to_string()).fix(fix)
    })
}

/// Returns the output folder as a path inside the project with `/`, empty where it is elsewhere.
fn inside(root: &Path, output: &Path) -> String {
    let relative = || absolute(output).ok()?.strip_prefix(absolute(root).ok()?).ok().map(Path::to_path_buf);
    let parts = |path: PathBuf| path.iter().map(|part| part.to_string_lossy().into_owned()).collect::<Vec<_>>();
    relative().map(parts).unwrap_or_default().join("/")
}
