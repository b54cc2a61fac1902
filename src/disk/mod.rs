//! All file access: what a run reads is loaded before it, what it made is written after it.
//!
//! In between nothing touches a file, so the rooms between need no mock of a file system and a failed run leaves
//! nothing behind. [`load()`] follows no link out of the project; [`publish()`] writes only what changed, deletes only
//! what an earlier build wrote, and can be killed at any moment.

#![allow(clippy::disallowed_methods, reason = "this is the room that touches files")]

mod load;
mod publish;

use std::io;
use std::path::{Path, PathBuf};

use crate::diag::{Code, Diagnostic};

pub use load::{Wanted, load, read_config};
pub use publish::{Published, create, publish, write_beside, write_new};

/// The most bytes an article or any other input may have.
const INPUT_LIMIT: u64 = 16 << 20;

/// Names of the temporary files that become outputs by being renamed.
const TEMPORARY: &str = ".newsbook-part-";

fn cannot(verb: &str, path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error(Code::CannotAccess, format!("cannot be {verb}: {}", in_words(error))).in_file(path)
}

/// Says what an error of the system means; its own words carry numbers and differ between systems.
fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "permission is missing".into(),
        io::ErrorKind::StorageFull => "the disk is full".into(),
        io::ErrorKind::NotADirectory => "a file stands where a folder is needed".into(),
        _ => error.to_string(),
    }
}

/// Writes a file whole or not at all: under a temporary name in the same folder first, then by renaming.
///
/// A file renamed over another replaces it at once for every reader, and a link in its place is replaced, never
/// followed. The bytes are not forced to the disk: this guards against a killed program, not against a power cut. The
/// temporary name has the number of the process in it, so that two programs never write into one another's part.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let part = path.with_file_name(format!("{TEMPORARY}{}-{name}", std::process::id()));
    std::fs::write(&part, bytes)?;
    std::fs::rename(&part, path).inspect_err(|_| {
        // Nothing more can be done about a part that cannot be removed; the next build removes it.
        let _ = std::fs::remove_file(&part);
    })
}

/// Returns the path below `folder` for a path with `/`, or `None` where it would lead out of it.
fn below(folder: &Path, path: &str) -> Option<PathBuf> {
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
    path.split('/').all(plain).then(|| folder.join(path))
}

#[cfg(test)]
mod tests;
