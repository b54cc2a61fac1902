//! What people decided: identity, corrections, hand-written events and editions.
//!
//! The rooms before this one work out what the articles say. This one holds what an editor says about it, which always
//! wins, and the memory that makes it possible to say anything at all: an id that stays with its event from one build
//! to the next. Everything here is a pure step from values to values; the files are read and written by `disk`.

mod amend;
mod decide;
mod draft;
mod entities;
mod fingerprint;
mod forms;
mod identity;
mod issue;
mod lock;
mod lookup;
mod matching;
mod overrides;
mod release;
mod replace;
#[cfg(test)]
mod samples;
mod scale;
mod subjects;
mod thread;
mod written;

pub use amend::{Amendment, Given, KEYS_OF_ARTICLES, KEYS_OF_EVENTS, Remark, Shape, Value, amend};
pub use decide::{Decided, Decisions, Found, decide};
pub use draft::{NewEvent, draft_edition, draft_event};
pub use entities::read_entities;
pub use fingerprint::Fingerprint;
pub use identity::{Identity, identify};
pub use issue::{Wording, WrittenEdition, read_edition, write_editions};
pub use lock::{
    LOCK_FILE, Lock, LockedArticle, LockedFile, LockedRelease, LockedReport, LockedSubject, LockedTold, Told,
};
pub use lookup::find_event;
pub use overrides::{ArticleOverride, EventOverride, Hide, Merge, Overrides, Pin, Split, read_overrides};
pub use release::{Difference, differences, release, state_at, state_now};
pub use subjects::{Standing, settle};
pub use thread::tie;
pub use written::{WrittenEvent, read_event};
