//! The nouns of the program, as plain values.
//!
//! Three of them are waists that everything passes through: an [`Article`] is what came in, a [`Newsbook`] is what we
//! know. (The third, what we say, is a `View` and lives in `pages`.) Values here are built once and never changed, do
//! no work beyond answering questions about themselves, and know nothing of files, templates or YAML.

mod article;
mod date;
mod edition;
mod editorial;
mod entity;
mod event;
mod file;
mod glob;
mod id;
mod mention;
mod newsbook;
#[cfg(test)]
pub mod sample;
mod scale;
mod theme;

pub use article::{Article, ArticleDate, ArticleDateBasis, Grade, Paragraph, ParagraphKind, Rights, Stripped, Title};
pub use date::{Bound, Edtf, EdtfError, Part, Point, Quality, Year};
pub use edition::{Edition, Period};
pub use editorial::{
    Change, Correction, EditionText, Editorial, Figure, Gone, Judgement, Moved, Note, Renamed, Status, Subject, Thread,
    WebSource,
};
pub use entity::{Entity, EntityKind, Role};
pub use event::{Event, MergeReason};
pub use file::{InputFile, Inputs, OutputFile};
pub use glob::Glob;
pub use id::Id;
pub use mention::{Confidence, DateBasis, Dated, Kind, Mention, Span, State, ThemeHit};
pub use newsbook::{ArticleIx, Duplicate, EventIx, MentionIx, Newsbook, Paper, Site};
pub use scale::{Scale, ScaleStep, Spoken};
pub use theme::{Mark, Match, Theme};
