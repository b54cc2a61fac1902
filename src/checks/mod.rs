//! What a careful editor looks at before anything is published, as a table of rules.
//!
//! A rule reads the finished newsbook and says what it found, where, and how to mend it; how much that matters is the
//! config's to say (`checks`). Two rules are kept elsewhere, because they need what a newsbook no longer holds: a link
//! without a page is found while pages are planned, a weak lead while an edition's file is read. They stand in the
//! table all the same, so that there is one list.

mod likelihood;
mod names;
mod rules;

use crate::diag::{Code, Diagnostic};
use crate::model::Newsbook;

pub use names::{Named, likely_duplicates, names};
pub use rules::RULES;

/// One thing to look at.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// As `checks` of the config names it.
    pub name: &'static str,
    /// What it finds, in one line.
    pub finds: &'static str,
    /// What to do about it, in one line.
    pub fix: &'static str,
    find: fn(&Newsbook) -> Vec<Diagnostic>,
}

impl Rule {
    /// Returns what the rule finds, as warnings.
    pub fn find(&self, book: &Newsbook) -> Vec<Diagnostic> {
        let with_fix = |found: Diagnostic| {
            let fix = found.fix.unwrap_or_else(|| self.fix.to_owned());
            Diagnostic { message: format!("{} ({})", found.message, self.name), fix: Some(fix), ..found }
        };
        (self.find)(book).into_iter().map(with_fix).collect()
    }

    /// Returns the rule that a message belongs to which is not found here.
    pub fn of(code: Code) -> Option<&'static str> {
        match code {
            Code::BrokenLink => Some("broken_link"),
            Code::LowConfidenceLead => Some("low_confidence_lead"),
            _ => None,
        }
    }
}
