//! A message to the user: what, where, and how to mend it.
//!
//! One type for errors and warnings. A step of the pipeline returns its result together with its diagnostics; only
//! `cli` prints them. Codes are stable and each has a page (`newsbook explain N104`), so they are an enum here, in one
//! table, and never a string elsewhere.

/// One message. Built with [`Diagnostic::error`] or [`Diagnostic::warn`] and refined by the methods that return it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    pub level: Level,
    pub place: Option<Place>,
    /// Cause: lower case, no full stop, names in backticks.
    pub message: String,
    /// What to do about it.
    pub fix: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    Info,
    Warn,
    Error,
}

/// Where in the user's files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path inside the project, with `/`.
    pub file: String,
    /// Line from 1, and column in characters from 1, where known.
    pub at: Option<(u32, u32)>,
    /// The text of that line and how many characters of it to underline, where known.
    pub excerpt: Option<(String, u32)>,
}

/// Every kind of message, by number. Codes are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u16)]
pub enum Code {
    /// A key that no section knows.
    UnknownKey = 1,
    /// A value of the wrong type or outside its range.
    BadValue = 2,
    /// The same key or id twice.
    GivenTwice = 3,
    /// Text that is not YAML.
    NotYaml = 4,
    /// A file larger than its guard allows.
    TooLarge = 5,
    /// An article whose date nothing tells.
    NoDate = 101,
    /// A date that is not EDTF, or that could be two days.
    BadDate = 102,
    /// An encoding that had to be guessed.
    GuessedEncoding = 103,
    /// Two articles with mostly the same wording.
    NearDuplicate = 104,
    /// A file in the articles folder that is not an article.
    NotAnArticle = 105,
    /// An article without any prose.
    NoProse = 106,
    /// A line given to `extract` that is no document.
    NotADocument = 107,
    /// An id that two events claim equally well.
    TiedId = 201,
    /// An id that nothing has.
    UnknownId = 202,
    /// An override that no longer changes anything.
    IdleOverride = 203,
    /// Articles, events or an edition that an editor should look at before they are published.
    Check = 301,
    /// An edition whose first story has low confidence.
    LowConfidenceLead = 302,
    /// Something published that is different now, without a word to the readers.
    SilentChange = 303,
    /// A published event that nothing tells any more.
    Vanished = 304,
    /// A release of what is still a draft.
    StillDraft = 305,
    /// A template that is not right: an unknown field, file or filter.
    Template = 401,
    /// A link whose page does not exist.
    BrokenLink = 402,
    /// Something that the PDF could not show as it is written.
    Print = 403,
    /// Files in the output folder that Newsbook did not write.
    ForeignFile = 501,
    /// A file that cannot be read or written.
    CannotAccess = 502,
    /// Another build is writing to the same folder.
    Busy = 503,
    /// No usable article.
    NoInput = 504,
    /// A line of `newsbook.lock` that is no entry.
    BadLock = 601,
    /// A `newsbook.lock` that git left half merged.
    LockConflict = 602,
    /// A `newsbook.lock` of a later version.
    LockNewer = 603,
    /// A release that two branches made under one number.
    TwinReleases = 604,
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "N{:03}", *self as u16)
    }
}

impl Diagnostic {
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self { code, level: Level::Error, place: None, message: message.into(), fix: None }
    }

    pub fn warn(code: Code, message: impl Into<String>) -> Self {
        Self { level: Level::Warn, ..Self::error(code, message) }
    }

    /// Says which file it is about, without a line.
    pub fn in_file(self, file: impl Into<String>) -> Self {
        Self { place: Some(Place { file: file.into(), at: None, excerpt: None }), ..self }
    }

    /// Says which line (from 1) and column (characters, from 1) it is about.
    pub fn at(self, file: impl Into<String>, line: u32, col: u32) -> Self {
        Self { place: Some(Place { file: file.into(), at: Some((line, col)), excerpt: None }), ..self }
    }

    /// Shows the line it is about and underlines `width` characters from its column. Needs a line; see [`Self::at`].
    pub fn excerpt(mut self, line: impl Into<String>, width: u32) -> Self {
        if let Some(place) = &mut self.place {
            place.excerpt = Some((line.into(), width));
        }
        self
    }

    pub fn fix(self, fix: impl Into<String>) -> Self {
        Self { fix: Some(fix.into()), ..self }
    }
}

/// Returns the candidate most like `word`, where one is near enough to be a slip of the hand.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
