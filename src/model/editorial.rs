//! What people decided, in the form in which pages tell it.
//!
//! Where these values come from (`overrides.yml`, hand-written files) is the business of `edits`; here they stand as
//! facts about an event, an edition or an address. Everything is optional: most events are never touched.

use std::collections::BTreeMap;

use super::{Confidence, Edtf, EventIx, Id};

/// What people added to an event or changed in it. Empty for one that was found in articles and left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editorial {
    /// One to three sentences, as an editor wrote them.
    pub text: Option<String>,
    /// The file of an event that was written by hand.
    pub file: Option<String>,
    /// Sources outside the project.
    pub web: Vec<WebSource>,
    /// Id of the question this event belongs to, across weeks.
    pub thread: Option<String>,
    /// Place among the pinned events, from 0; pinned events come first in lists by rank.
    pub pin: Option<usize>,
    /// Every change an editor made, in the order in which they were applied.
    pub changes: Vec<Change>,
}

/// A source that is not an article of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebSource {
    pub url: String,
    pub title: Option<String>,
    pub accessed: Option<Edtf>,
}

/// One value that an editor replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key of the override: `date`, `kind`, `title`, `text`, `themes`, `entities`, `confidence`, `merge`, `split`.
    pub what: &'static str,
    /// Both in words; empty where there was nothing.
    pub from: String,
    pub to: String,
    pub note: Note,
}

/// Who decided it, when, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub because: Option<String>,
    pub by: Option<String>,
    pub on: Option<Edtf>,
    /// What readers are told, where the change corrects something that was published.
    pub correction: Option<String>,
}

/// The part of an edition that a person wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionText {
    /// Path of its file inside the project.
    pub file: String,
    pub title: Option<String>,
    pub status: Status,
    pub lead: Option<EventIx>,
    /// Events to be listed first, in this order.
    pub order: Vec<EventIx>,
    /// Paragraphs of plain text.
    pub summary: Vec<String>,
    pub judgements: Vec<Judgement>,
    /// What could not be established.
    pub gaps: Vec<String>,
    pub figures: Vec<Figure>,
    /// Why a theme matters in this edition, by theme id.
    pub why: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    Draft,
    Ready,
    #[default]
    Published,
}

/// What the writers hold to be so, with how likely it is and how sure they are, which are two things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub say: String,
    /// A term of the config's scale.
    pub likelihood: Option<String>,
    pub confidence: Option<Confidence>,
    pub rests_on: Vec<EventIx>,
    pub would_change: Option<String>,
}

/// A number and who claims it; a figure is never shown bare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub value: String,
    pub unit: Option<String>,
    pub claimed_by: Option<String>,
    pub event: Option<EventIx>,
}

/// Events tied by a question across weeks; its page lives at `/threads/ID/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Lower-case letters, digits and hyphens.
    pub id: String,
    /// The question, as written.
    pub title: String,
    /// By date.
    pub events: Vec<EventIx>,
}

/// What readers are told about a change to something published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// An event of the newsbook, or one of its tombstones.
    pub event: Id,
    pub said: String,
    pub on: Option<Edtf>,
    /// What was changed, from what, to what; empty where only the sentence is known.
    pub changes: Vec<(&'static str, String, String)>,
}

/// What has a page besides events and articles, and an id in the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Edition,
    Thread,
    /// A person, body, place or office.
    Who,
}

impl Subject {
    pub const ALL: [Self; 3] = [Self::Edition, Self::Thread, Self::Who];

    /// Returns the word for it in the lock and in lists.
    pub fn word(self) -> &'static str {
        match self {
            Self::Edition => "edition",
            Self::Thread => "thread",
            Self::Who => "who",
        }
    }
}

/// An edition, a thread or a name that has another address now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    pub what: Subject,
    /// What its address was made of.
    pub from: String,
    /// What it is made of now.
    pub to: String,
}

/// An id that now leads to another event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub from: Id,
    /// An event of the newsbook, or one of its tombstones.
    pub to: Id,
}

/// An event that is no longer told: its address shows why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    pub id: Id,
    /// The last headline, for the editor; not shown to readers.
    pub headline: Option<String>,
    /// The date it was planned for, where it was a plan: calendars must hear that it is off.
    pub planned: Option<Edtf>,
    pub note: Note,
}
