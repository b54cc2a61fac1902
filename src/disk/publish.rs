//! Writes what was drawn into the output folder, so that it can be killed at any moment.
//!
//! Whose a file is, the folder itself tells: the last build's `manifest.json` lists its files. A build that is killed
//! half-way has written files that no manifest lists yet, so before the first of them a journal is written that names
//! them all. The order is: lock, journal, changed files, deletions, manifest, end of the journal. Wherever it stops,
//! each file is whole, old or new, and the next build knows every one of them as ours.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{TEMPORARY, below, cannot, write_whole};
use crate::diag::{Code, Diagnostic};
use crate::model::OutputFile;

const MANIFEST: &str = "manifest.json";
const JOURNAL: &str = ".newsbook-journal";
const BUSY: &str = ".newsbook-busy";

/// How often, and how many milliseconds apart, a build asks whether another one has ended.
const ASK: (u32, u64) = (100, 100);

/// What a build changed in its output folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    pub written: usize,
    pub unchanged: usize,
    pub deleted: usize,
}

/// Makes the folder hold these files and no others of ours.
///
/// Fails before anything is changed where the folder holds files that no build wrote (with `keep_foreign`: where one
/// of them stands in the way), where another build keeps it busy, or where a path leads out of it. Fails in between
/// where the system does; the next build then repairs what is left.
pub fn publish(folder: &Path, files: &[OutputFile], keep_foreign: bool) -> Result<Published, Vec<Diagnostic>> {
    Site { folder, shown: folder.display().to_string() }.publish(files, keep_foreign)
}

/// Makes a folder with these files. Fails where it exists and holds anything.
pub fn create(folder: &Path, files: &[OutputFile]) -> Result<(), Diagnostic> {
    let shown = folder.display().to_string();
    if std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        let diagnostic = Diagnostic::error(Code::ForeignFile, "is not empty").in_file(shown);
        return Err(diagnostic.fix("choose another folder"));
    }
    files.iter().try_for_each(|file| Site { folder, shown: shown.clone() }.write(file))
}

/// Writes one file of the project, whole or not at all. Does nothing where it already holds these bytes.
pub fn write_beside(root: &Path, file: &OutputFile) -> Result<(), Diagnostic> {
    let path = root.join(&file.path);
    if std::fs::read(&path).is_ok_and(|old| old == file.bytes) {
        return Ok(());
    }
    write_whole(&path, &file.bytes).map_err(|error| cannot("written", &file.path, &error))
}

/// Writes a new file of the project and the folders above it. Fails where something stands there already.
pub fn write_new(root: &Path, file: &OutputFile) -> Result<(), Diagnostic> {
    let Some(path) = below(root, &file.path) else {
        let diagnostic = Diagnostic::error(Code::CannotAccess, "is not a path inside the project");
        return Err(diagnostic.in_file(file.path.clone()));
    };
    if path.symlink_metadata().is_ok() {
        let diagnostic = Diagnostic::error(Code::CannotAccess, "is there already and is not replaced");
        return Err(diagnostic.in_file(file.path.clone()).fix("edit it, or move it first"));
    }
    let made = std::fs::create_dir_all(path.parent().unwrap_or(root)).and_then(|()| write_whole(&path, &file.bytes));
    made.map_err(|error| cannot("written", &file.path, &error))
}

/// The part of the manifest that says which files are ours; the rest is for other readers.
#[derive(Default, Deserialize)]
struct Manifest {
    outputs: BTreeMap<String, serde::de::IgnoredAny>,
}

#[derive(Default, Deserialize, Serialize)]
struct Journal {
    ours: BTreeSet<String>,
}

/// What stands in the folder: files by path, and parts that a killed build left.
#[derive(Default)]
struct Standing {
    files: BTreeSet<String>,
    parts: Vec<PathBuf>,
}

struct Site<'a> {
    folder: &'a Path,
    /// As messages name it.
    shown: String,
}

impl Site<'_> {
    fn publish(&self, files: &[OutputFile], keep_foreign: bool) -> Result<Published, Vec<Diagnostic>> {
        self.check_paths(files)?;
        std::fs::create_dir_all(self.folder).map_err(|error| vec![cannot("made", &self.shown, &error)])?;
        let _busy = self.lock().map_err(|diagnostic| vec![diagnostic])?;
        let standing = self.standing().map_err(|error| vec![cannot("read", &self.shown, &error)])?;
        let ours = self.ours();
        self.check_foreign(files, &standing, &ours, keep_foreign)?;
        self.replace(files, &standing, ours).map_err(|diagnostic| vec![diagnostic])
    }

    fn check_paths(&self, files: &[OutputFile]) -> Result<(), Vec<Diagnostic>> {
        let leads_out = |file: &&OutputFile| below(self.folder, &file.path).is_none();
        let message = "is not a path inside the output folder";
        let say = |file: &OutputFile| Diagnostic::error(Code::CannotAccess, message).in_file(file.path.clone());
        let bad: Vec<_> = files.iter().filter(leads_out).map(say).collect();
        if bad.is_empty() { Ok(()) } else { Err(bad) }
    }

    /// Waits until no other build writes here; the lock ends with the returned file, also when the program is killed.
    fn lock(&self) -> Result<File, Diagnostic> {
        let path = self.folder.join(BUSY);
        let file = File::options().create(true).write(true).truncate(false).open(path);
        let file = file.map_err(|error| cannot("written", &self.shown, &error))?;
        for _ in 0..ASK.0 {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(ASK.1)),
                // A file system without locks: a second build at the same time is then the user's own care.
                Err(TryLockError::Error(_)) => return Ok(file),
            }
        }
        let fix = "wait until it has ended, or choose another folder with -o";
        Err(Diagnostic::error(Code::Busy, "another build is writing here").in_file(self.shown.clone()).fix(fix))
    }

    /// Lists what stands in the folder. Links count as files and are not followed; other dot names are passed over.
    fn standing(&self) -> io::Result<Standing> {
        let mut standing = Standing::default();
        let mut folders = vec![(self.folder.to_path_buf(), String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            for entry in std::fs::read_dir(folder)? {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                if name.starts_with(TEMPORARY) {
                    standing.parts.push(entry.path());
                } else if name.starts_with('.') {
                } else if entry.file_type()?.is_dir() {
                    folders.push((entry.path(), format!("{prefix}{name}/")));
                } else {
                    standing.files.insert(format!("{prefix}{name}"));
                }
            }
        }
        Ok(standing)
    }

    /// Returns the paths that earlier builds wrote or were about to write.
    fn ours(&self) -> BTreeSet<String> {
        let read = |name| std::fs::read(self.folder.join(name)).unwrap_or_default();
        let manifest = serde_json::from_slice::<Manifest>(&read(MANIFEST));
        let journal = serde_json::from_slice::<Journal>(&read(JOURNAL)).unwrap_or_default();
        let mut ours = journal.ours;
        if let Ok(manifest) = manifest {
            ours.extend(manifest.outputs.into_keys());
            ours.insert(MANIFEST.to_owned());
        }
        ours
    }

    fn check_foreign(
        &self,
        files: &[OutputFile],
        standing: &Standing,
        ours: &BTreeSet<String>,
        keep_foreign: bool,
    ) -> Result<(), Vec<Diagnostic>> {
        let foreign: Vec<&String> = standing.files.difference(ours).collect();
        let Some(example) = foreign.first() else { return Ok(()) };
        if !keep_foreign {
            let files = if foreign.len() == 1 { "a file".to_owned() } else { format!("{} files", foreign.len()) };
            let message = format!("holds {files} that Newsbook did not write, for example {example}");
            let fix = "choose an empty folder with -o, or add --keep-foreign";
            return Err(vec![Diagnostic::error(Code::ForeignFile, message).in_file(self.shown.clone()).fix(fix)]);
        }
        let new: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let in_the_way = |path: &&&String| {
            let below = format!("{path}/");
            new.contains(path.as_str())
                || new.range(below.as_str()..).next().is_some_and(|next| next.starts_with(&below))
        };
        let message = "stands in the way, and Newsbook did not write it";
        let say = |path: &&String| {
            let diagnostic = Diagnostic::error(Code::ForeignFile, message).in_file(format!("{}/{path}", self.shown));
            diagnostic.fix("move it, or choose another folder with -o")
        };
        let bad: Vec<_> = foreign.iter().filter(in_the_way).map(say).collect();
        if bad.is_empty() { Ok(()) } else { Err(bad) }
    }

    fn replace(
        &self,
        files: &[OutputFile],
        standing: &Standing,
        ours: BTreeSet<String>,
    ) -> Result<Published, Diagnostic> {
        let changed: Vec<&OutputFile> = files.iter().filter(|file| self.differs(file, standing)).collect();
        let new: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let stale: Vec<&String> =
            standing.files.iter().filter(|path| ours.contains(*path) && !new.contains(path.as_str())).collect();
        let published =
            Published { written: changed.len(), unchanged: files.len() - changed.len(), deleted: stale.len() };
        self.remove_parts(standing)?;
        if !changed.is_empty() || !stale.is_empty() {
            self.begin(&ours, files)?;
        }
        let (blocking, stale) = Self::blocking(stale, &new);
        blocking.iter().try_for_each(|path| self.delete(path))?;
        let (manifest, pages): (Vec<&OutputFile>, Vec<_>) = changed.into_iter().partition(|file| file.path == MANIFEST);
        pages.into_iter().try_for_each(|file| self.write(file))?;
        stale.iter().try_for_each(|path| self.delete(path))?;
        manifest.into_iter().try_for_each(|file| self.write(file))?;
        self.end()?;
        Ok(published)
    }

    fn differs(&self, file: &OutputFile, standing: &Standing) -> bool {
        let path = self.folder.join(&file.path);
        let same_length =
            || path.symlink_metadata().is_ok_and(|about| about.is_file() && about.len() == file.bytes.len() as u64);
        let same = || std::fs::read(&path).is_ok_and(|old| old == file.bytes);
        !(standing.files.contains(&file.path) && same_length() && same())
    }

    /// Names in the journal every file that is ours or is about to be.
    fn begin(&self, ours: &BTreeSet<String>, files: &[OutputFile]) -> Result<(), Diagnostic> {
        let new = files.iter().map(|file| file.path.clone());
        let journal = Journal { ours: ours.iter().cloned().chain(new).collect() };
        let bytes = serde_json::to_vec(&journal).unwrap_or_default();
        write_whole(&self.folder.join(JOURNAL), &bytes).map_err(|error| cannot("written", &self.shown, &error))
    }

    fn end(&self) -> Result<(), Diagnostic> {
        match std::fs::remove_file(self.folder.join(JOURNAL)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(cannot("deleted", &self.shown, &error)),
            _ => Ok(()),
        }
    }

    fn remove_parts(&self, standing: &Standing) -> Result<(), Diagnostic> {
        let remove = |part: &PathBuf| std::fs::remove_file(part);
        standing.parts.iter().try_for_each(remove).map_err(|error| cannot("cleaned", &self.shown, &error))
    }

    /// Splits off the stale files that must go before their successors can come: a page `a` that became a folder
    /// `a/`, or the other way round.
    fn blocking<'s>(stale: Vec<&'s String>, new: &BTreeSet<&str>) -> (Vec<&'s String>, Vec<&'s String>) {
        let parents = |path: &str| path.match_indices('/').map(|(end, _)| path[..end].to_owned()).collect::<Vec<_>>();
        let folders: BTreeSet<String> = new.iter().flat_map(|path| parents(path)).collect();
        let is_page = |folder: String| new.contains(folder.as_str());
        stale.into_iter().partition(|path| folders.contains(*path) || parents(path).into_iter().any(is_page))
    }

    fn write(&self, file: &OutputFile) -> Result<(), Diagnostic> {
        let path = self.folder.join(&file.path);
        let parent = path.parent().unwrap_or(self.folder);
        if path.is_dir() {
            // One that a killed build left empty goes; any other refuses, and then writing says why.
            let _ = std::fs::remove_dir(&path);
        }
        let written = std::fs::create_dir_all(parent).and_then(|()| write_whole(&path, &file.bytes));
        written.map_err(|error| cannot("written", &format!("{}/{}", self.shown, file.path), &error))
    }

    /// Deletes a file of ours and the folders it leaves empty.
    fn delete(&self, path: &str) -> Result<(), Diagnostic> {
        match std::fs::remove_file(self.folder.join(path)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(cannot("deleted", &format!("{}/{path}", self.shown), &error));
            }
            _ => {}
        }
        let parents = path.match_indices('/').map(|(end, _)| &path[..end]);
        for parent in parents.collect::<Vec<_>>().into_iter().rev() {
            // A folder that is not empty refuses, and then those above it are not empty either.
            if std::fs::remove_dir(self.folder.join(parent)).is_err() {
                break;
            }
        }
        Ok(())
    }
}
