//! Finds and reads the files of a project.

use std::io;
use std::path::{Path, PathBuf};

use super::{INPUT_LIMIT, cannot};
use crate::diag::{Code, Diagnostic};
use crate::model::{Glob, InputFile, Inputs};

/// Where articles are when the config does not say and the folder exists.
const ARTICLES: &str = "content/articles";

/// What counts as an article in a project without that folder.
const LOOSE_ARTICLES: &[&str] = &["**/*.md", "**/*.txt", "**/*.html", "**/*.htm"];

/// Files that are about a project and not articles of it.
const ABOUT: &[&str] = &["README", "LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING"];

/// The name under which ids are kept.
const LOCK: &str = "newsbook.lock";

/// Which files of the project to read.
#[derive(Clone, Debug, Default)]
pub struct Wanted<'a> {
    /// The config as it was read, if there was one.
    pub config: Option<InputFile>,
    /// Patterns; when empty, `content/articles/` or else every article of the project.
    pub articles: &'a [String],
    pub events: &'a [String],
    pub editions: &'a [String],
    pub entities: &'a [String],
    pub overrides: &'a str,
    /// Folder of the user's templates.
    pub templates: &'a str,
    /// Whether the config names that folder, so that it must be there.
    pub templates_asked: bool,
    /// The output folder, as a path inside the project; nothing in it is read.
    pub output: &'a str,
}

/// Reads the config. `None` where the project has none; a file that was asked for by `--config` must exist.
pub fn read_config(root: &Path, asked: Option<&Path>, usual: &str) -> Result<Option<InputFile>, Diagnostic> {
    let path = asked.map_or_else(|| root.join(usual), Path::to_path_buf);
    let shown = asked.map_or_else(|| usual.to_owned(), |path| path.display().to_string());
    match std::fs::read(&path) {
        Ok(bytes) => Ok(Some(InputFile { path: shown, bytes })),
        Err(error) if asked.is_none() && error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot("read", &shown, &error)),
    }
}

/// Reads everything a run needs, with a diagnostic for each file that could not be read.
pub fn load(root: &Path, wanted: &Wanted) -> (Inputs, Vec<Diagnostic>) {
    let mut project = match Project::open(root, wanted) {
        Ok(project) => project,
        Err(diagnostic) => return (Inputs::default(), vec![diagnostic]),
    };
    let inputs = Inputs {
        config: wanted.config.clone(),
        articles: project.articles(wanted.articles),
        events: project.matching(wanted.events),
        editions: project.matching(wanted.editions),
        entities: project.matching(wanted.entities),
        overrides: project.single(wanted.overrides),
        lock: project.single(LOCK),
        templates: project.templates(),
    };
    if wanted.templates_asked && !root.join(wanted.templates).is_dir() {
        let diagnostic = Diagnostic::error(Code::CannotAccess, "there is no such folder").in_file(wanted.templates);
        project.found.push(diagnostic.fix("make it, or remove `look.templates` from newsbook.yml"));
    }
    if inputs.articles.is_empty() && inputs.events.is_empty() && project.found.is_empty() {
        project.found.push(nothing_to_read(wanted.articles));
    }
    (inputs, project.found)
}

fn nothing_to_read(patterns: &[String]) -> Diagnostic {
    let (message, fix) = if patterns.is_empty() {
        ("there is no article here".to_owned(), "put .txt, .md or .html files into content/articles/")
    } else {
        (format!("no file matches {}", patterns.join(", ")), "mend `input.articles` in newsbook.yml")
    };
    Diagnostic::error(Code::NoInput, message).fix(fix)
}

struct Project<'a> {
    root: &'a Path,
    /// The root without links, to tell whether a link leads out.
    real_root: PathBuf,
    output: &'a str,
    templates: &'a str,
    found: Vec<Diagnostic>,
}

impl<'a> Project<'a> {
    fn open(root: &'a Path, wanted: &Wanted<'a>) -> Result<Self, Diagnostic> {
        let shown = root.display().to_string();
        let real_root = root.canonicalize().map_err(|error| cannot("read", &shown, &error))?;
        Ok(Self { root, real_root, output: wanted.output, templates: wanted.templates, found: Vec::new() })
    }

    fn articles(&mut self, patterns: &[String]) -> Vec<InputFile> {
        if !patterns.is_empty() {
            return self.matching(patterns);
        }
        if self.root.join(ARTICLES).is_dir() {
            return self.matching(&[format!("{ARTICLES}/**")]);
        }
        let loose: Vec<String> = LOOSE_ARTICLES.iter().map(|pattern| (*pattern).to_owned()).collect();
        let about = |path: &str| ABOUT.iter().any(|name| path.rsplit('/').next().unwrap_or(path).starts_with(name));
        let templates = format!("{}/", self.templates);
        let ours = |path: &str| path.starts_with("content/") || path.starts_with(&templates);
        let paths = self.paths(&loose);
        let paths = paths.into_iter().filter(|path| !about(path) && !ours(path)).collect();
        self.read_all(paths)
    }

    fn matching(&mut self, patterns: &[String]) -> Vec<InputFile> {
        let paths = self.paths(patterns);
        self.read_all(paths)
    }

    /// Returns a file that need not exist.
    fn single(&mut self, path: &str) -> Option<InputFile> {
        if self.root.join(path).symlink_metadata().is_ok() { self.read(path.to_owned()) } else { None }
    }

    fn templates(&mut self) -> Vec<InputFile> {
        let files = self.matching(&[format!("{}/**", self.templates)]);
        let named =
            |file: InputFile| InputFile { path: format!("templates{}", &file.path[self.templates.len()..]), ..file };
        files.into_iter().map(named).collect()
    }

    /// Returns the paths that match any of the patterns, sorted, each once.
    fn paths(&mut self, patterns: &[String]) -> Vec<String> {
        let mut paths = Vec::new();
        for pattern in patterns {
            let glob = Glob(pattern);
            let mut below = Vec::new();
            self.walk(glob.folder(), &mut below);
            paths.extend(below.into_iter().filter(|path| glob.matches(path)));
        }
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    /// Lists the files below a folder. Names that start with a dot and the output folder are passed over.
    fn walk(&mut self, folder: &str, paths: &mut Vec<String>) {
        let entries = match std::fs::read_dir(self.root.join(folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return,
            Err(error) => return self.found.push(cannot("read", folder, &error)),
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.found.push(cannot("read", folder, &error));
                    continue;
                }
            };
            let Some(name) = self.name(folder, &entry) else { continue };
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && path != self.output {
                self.walk(&path, paths);
            } else if !is_folder {
                paths.push(path);
            }
        }
    }

    /// Returns an entry's name; `None` for hidden ones, and with a warning for those that are not Unicode.
    fn name(&mut self, folder: &str, entry: &std::fs::DirEntry) -> Option<String> {
        match entry.file_name().into_string() {
            Ok(name) => Some(name).filter(|name| !name.starts_with('.')),
            Err(name) => {
                let message = format!("the name `{}` is not Unicode; the file is not read", name.display());
                self.found.push(Diagnostic::warn(Code::CannotAccess, message).in_file(folder).fix("rename it"));
                None
            }
        }
    }

    fn read_all(&mut self, paths: Vec<String>) -> Vec<InputFile> {
        paths.into_iter().filter_map(|path| self.read(path)).collect()
    }

    /// Reads a file, unless it is too large, is no file, or is a link that leads out of the project.
    fn read(&mut self, path: String) -> Option<InputFile> {
        let full = self.root.join(&path);
        let real = full.canonicalize().and_then(|real| Ok((real.metadata()?, real)));
        let (about, real) = match real {
            Ok(found) => found,
            Err(error) => {
                self.found.push(cannot("read", &path, &error));
                return None;
            }
        };
        let refusal = if !real.starts_with(&self.real_root) {
            Some((Code::CannotAccess, "is a link that leads out of the project; it is not read".to_owned()))
        } else if !about.is_file() {
            Some((Code::CannotAccess, "is not a file; it is not read".to_owned()))
        } else if about.len() > INPUT_LIMIT {
            Some((Code::TooLarge, format!("has {} bytes; at most {INPUT_LIMIT} are read", about.len())))
        } else {
            None
        };
        if let Some((code, message)) = refusal {
            self.found.push(Diagnostic::warn(code, message).in_file(path));
            return None;
        }
        match std::fs::read(real) {
            Ok(bytes) => Some(InputFile { path, bytes }),
            Err(error) => {
                self.found.push(cannot("read", &path, &error));
                None
            }
        }
    }
}
