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

/// Every file the run reads. All lists are sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inputs {
    pub config: Option<InputFile>,
    pub articles: Vec<InputFile>,
    /// Events the user wrote.
    pub events: Vec<InputFile>,
    /// Headline, summary and judgements of single editions.
    pub editions: Vec<InputFile>,
    pub entities: Vec<InputFile>,
    pub overrides: Option<InputFile>,
    /// `newsbook.lock`, with the ids given so far.
    pub lock: Option<InputFile>,
    /// The user's own templates; paths start with `templates/` wherever the folder is.
    pub templates: Vec<InputFile>,
}
