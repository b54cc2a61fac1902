//! Newsbook reads news articles, finds the dated events in their prose, and publishes a cross-linked briefing.
//!
//! This is the tour, in the order in which a run passes through the rooms; `ARCHITECTURE.md` is the map.
//!
//! 1. [`cli`] reads the arguments, asks [`config`] what the desk is like and [`disk`] for its files.
//! 2. [`pipeline`] names every step that follows. Read it first: whoever knows it knows the program.
//! 3. [`readers`] make each file an [`Article`](model::Article), whatever its format and encoding. Its text is never
//!    cut: what is no prose is marked, so that evidence is always a piece of it.
//! 4. [`timex`] finds the dates in the prose, and [`events`] the happenings they belong to: a
//!    [`Mention`](model::Mention) for each report in each sentence. Reports of one happening become an
//!    [`Event`](model::Event).
//! 5. [`edits`] gives events their lasting ids and lets people's decisions win.
//! 6. [`group`] sorts events into editions. Everything known is now a [`Newsbook`](model::Newsbook).
//! 7. [`pages`] plans every page and checks every link before a byte is drawn.
//! 8. [`writers`] draw the plan as HTML, Markdown and open data, and [`disk`] writes what changed.
//!
//! [`checks`] is what an editor looks at before a release.
//!
//! Around them: [`model`] holds the nouns, [`text`] small questions about plain text, [`diag`] what is said to the
//! user, [`yaml`] the one door to YAML.

pub mod checks;
pub mod cli;
pub mod config;
pub mod diag;
pub mod disk;
pub mod edits;
pub mod events;
pub mod group;
pub mod model;
pub mod pages;
pub mod pipeline;
pub mod readers;
pub mod text;
pub mod timex;
pub mod writers;
pub mod yaml;
