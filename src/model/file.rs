//! Files as values: what was read before the run and what is to be written after it.

/// A file of the project, loaded before anything is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Path inside the project, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A file of the output folder, drawn but not yet written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Path inside the output folder, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}
