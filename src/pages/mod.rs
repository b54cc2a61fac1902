//! Which pages exist, where they live and what they say.
//!
//! Planning comes before drawing: [`plan`] lists every page with its view as plain values, and checks that each link
//! has exactly one home, before a single byte is drawn. Views are the only values made for templates; they hold words
//! ready to read and links, never Markdown or HTML.

pub mod briefing;
pub mod evidence;
mod target;
pub mod words;

pub use target::{Link, Links, Target};

use crate::diag::Diagnostic;
use crate::model::Newsbook;

/// One page of the site, ready to be drawn.
#[derive(Debug)]
pub struct Page<'a> {
    pub target: Target<'a>,
    /// Path inside the output folder.
    pub path: String,
    pub title: String,
    pub view: View,
}

/// What a page says, one shape for each kind.
#[derive(Debug)]
pub enum View {}

/// Lists every page of the site, in the order of their paths, with a diagnostic for each link that leads nowhere.
pub fn plan(_book: &Newsbook) -> (Vec<Page<'_>>, Vec<Diagnostic>) {
    (Vec::new(), Vec::new())
}
