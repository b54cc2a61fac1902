//! Themes: the subjects a newsbook sorts its events by.

/// A subject, as the config describes it. (The appearance of the site is the *look*, never a theme.)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Lower-case letters, digits and hyphens; its page lives at `/themes/ID/`.
    pub id: String,
    pub title: String,
    /// Why it matters, one sentence for the theme's page.
    pub why: Option<String>,
    pub mark: Mark,
    pub matches: Match,
}

/// When a text belongs to a theme: patterns as written in the config.
///
/// A pattern is a word, several words, `prefix*`, or a word with `?` for one optional or unknown letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// At least one of these must be there (unless the list is empty).
    pub any: Vec<String>,
    /// All of these must be there.
    pub all: Vec<String>,
    /// One of these silences the theme.
    pub none: Vec<String>,
    /// Entity ids that count like a pattern of `any`.
    pub entities: Vec<String>,
}

/// The shape that stands for a theme, readable without colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mark {
    #[default]
    Circle,
    Square,
    Triangle,
    Diamond,
    Cross,
    Star,
}
