//! Newsbook reads news articles, finds the dated events in their prose, and publishes a cross-linked briefing.
//!
//! The tour, in the order in which a run passes through the rooms (see `ARCHITECTURE.md` for the map):
//!
//! ```text
//! disk → readers → Article → timex, events → Mention → merge → Event → edits → group → Newsbook
//!      → pages → Page, View → writers → OutputFile → disk
//! ```

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
