//! `newsbook.yml`: from keys a person wrote to a [`Config`] that needs no more checking.
//!
//! [`read`] goes in two steps: `keys` says what each value may be, `check` what they must be together. Both report all
//! they find. There is always a config, since every key has a default; whether problems stop the run is the caller's
//! decision. What a key means is written once, in `keys`, and shown by [`schema`] and `reference`.

mod check;
mod keys;
mod reference;

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::model::{Grade, Rights, Site, Theme};
use crate::yaml::Source;

pub use check::base_url;
pub use keys::{
    AssumeYear, Confidence, DateOrder, Dates, Editions, Entities, Events, FormatName, Input, JudgementPart, Judgements,
    Levels, Look, Merge, Notes, Output, Points, Print, Scale, Severity, Undated, UnknownNames,
};
pub use reference::{KeyHelp, explain, schema, show};

/// The name under which the config is looked for.
pub const FILE: &str = "newsbook.yml";

/// How this newsbook is made: every key with its value, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Its title is empty where the config gives none: the folder's name is the caller's to know.
    pub site: Site,
    /// Decides what "today" is.
    pub timezone: chrono_tz::Tz,
    /// An address for corrections.
    pub contact: Option<String>,
    pub input: Input,
    pub dates: Dates,
    pub editions: Editions,
    pub themes: Vec<Theme>,
    pub sources: Vec<SourceRule>,
    pub entities: Entities,
    pub events: Events,
    pub confidence: Confidence,
    pub judgements: Judgements,
    pub output: Output,
    pub look: Look,
    /// Every check with its level.
    pub checks: BTreeMap<String, Severity>,
}

/// What the config knows about the source of some articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRule {
    /// A pattern for paths inside the project: `*` is any part of a name, `**` any folders.
    pub pattern: String,
    pub name: Option<String>,
    pub url: Option<String>,
    pub grade: Grade,
    pub rights: Rights,
}

/// Reads a config. `file` is its path, for messages.
///
/// The config holds what is right in the text, and defaults for the rest, which the diagnostics name.
pub fn read(file: &str, text: &str) -> (Config, Vec<Diagnostic>) {
    let source = Source::file(file, text);
    let (keys, mut diagnostics) = source.read::<keys::Keys>();
    let keys = keys.unwrap_or_default();
    let (config, more) = check::check(&keys, &source);
    diagnostics.extend(more);
    diagnostics.sort_by_key(|diagnostic| diagnostic.place.as_ref().and_then(|place| place.at));
    (config, diagnostics)
}

impl Default for Config {
    /// What holds where there is no config at all.
    fn default() -> Self {
        read(FILE, "").0
    }
}

#[cfg(test)]
mod tests;
