//! The signs of themes: a shape and a colour for each, so that they are told apart in grey too.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{Mark, Newsbook};

/// The shape and colour of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sign {
    /// `circle`, `square`, `triangle`, `diamond`, `cross`, `star`; `other` for events without a theme.
    pub mark: &'static str,
    /// 1 to 6 in the order of the config, 0 for events without a theme.
    pub colour: usize,
}

const COLOURS: usize = 6;

impl Sign {
    /// Returns the sign of the theme at an index of the config; the position after the last one is "Other".
    pub fn of(book: &Newsbook, theme: usize) -> Self {
        match book.themes.get(theme) {
            Some(found) => Self { mark: mark_name(found.mark), colour: theme % COLOURS + 1 },
            None => Self { mark: "other", colour: 0 },
        }
    }
}

/// Returns the names of the shapes that pages of this newsbook can show: those of its themes, that of events without
/// one, and the square that explains the fills.
pub fn marks(book: &Newsbook) -> BTreeSet<&'static str> {
    book.themes.iter().map(|theme| mark_name(theme.mark)).chain(["other", "square"]).collect()
}

fn mark_name(mark: Mark) -> &'static str {
    match mark {
        Mark::Circle => "circle",
        Mark::Square => "square",
        Mark::Triangle => "triangle",
        Mark::Diamond => "diamond",
        Mark::Cross => "cross",
        Mark::Star => "star",
    }
}
