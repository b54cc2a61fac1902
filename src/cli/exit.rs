//! How a run ends, for those who call the program.

use std::process::ExitCode;

use crate::diag::{Code, Diagnostic, Level};

/// The exit codes; their numbers are part of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    Done = 0,
    /// An error-level check failed, or a warning under `--strict`. Nothing was written.
    Refused = 1,
    Usage = 2,
    /// Config, overrides, templates or front matter are not valid.
    Invalid = 3,
    NoInput = 4,
    /// Files could not be read or written.
    Disk = 5,
    /// `newsbook.lock` is of a later version or in conflict.
    Lock = 6,
    Bug = 70,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl Exit {
    /// Returns how a run with these diagnostics ends. Of several errors the one counts that must be mended first.
    pub(super) fn after(diagnostics: &[Diagnostic], strict: bool) -> Self {
        let errors = || diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
        let found = |exit: &Self| errors().any(|error| Self::of(error.code) == *exit);
        let first = [Self::Lock, Self::Invalid, Self::Disk, Self::NoInput, Self::Refused].into_iter().find(found);
        let warned = strict && diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Warn);
        first.unwrap_or(if warned { Self::Refused } else { Self::Done })
    }

    fn of(code: Code) -> Self {
        match code as u16 {
            1..=99 | 102 | 200..=299 | 401 => Self::Invalid,
            504 => Self::NoInput,
            500..=599 => Self::Disk,
            600..=699 => Self::Lock,
            _ => Self::Refused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_to_mend_first_decides() {
        let error = |code| Diagnostic::error(code, "");
        let warn = Diagnostic::warn(Code::NoDate, "");
        assert_eq!(Exit::after(&[], true), Exit::Done);
        assert_eq!(Exit::after(std::slice::from_ref(&warn), false), Exit::Done);
        assert_eq!(Exit::after(&[warn], true), Exit::Refused);
        assert_eq!(Exit::after(&[error(Code::BrokenLink)], false), Exit::Refused);
        assert_eq!(Exit::after(&[error(Code::NoInput), error(Code::UnknownKey)], false), Exit::Invalid);
        assert_eq!(Exit::after(&[error(Code::ForeignFile)], false), Exit::Disk);
        assert_eq!(Exit::after(&[error(Code::NoInput)], false), Exit::NoInput);
        assert_eq!(Exit::after(&[error(Code::BadValue), error(Code::LockConflict)], false), Exit::Lock);
    }
}
