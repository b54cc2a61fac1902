//! The look: templates and style sheet, embedded in the binary and overridden file by file by the project.

use crate::diag::Diagnostic;
use crate::model::{InputFile, OutputFile};

/// Every template and asset, checked and ready.
#[derive(Debug)]
pub struct Look {}

impl Look {
    /// Makes the look from the embedded files and the project's own ones, whose paths start with `templates/`.
    /// Fails with one diagnostic for each unknown file and each template that cannot be read.
    pub fn load(_overrides: &[InputFile]) -> Result<Self, Vec<Diagnostic>> {
        Ok(Self {})
    }

    /// Returns the files that every page uses: the style sheet.
    pub fn assets(&self) -> Vec<OutputFile> {
        Vec::new()
    }
}
