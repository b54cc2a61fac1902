//! The happening that several mentions share.

use super::{Confidence, Dated, Editorial, Id, Kind, MentionIx, State, ThemeHit};

/// One happening, with everything that reports it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stable short id; its page lives at `/e/ID/`.
    pub id: Id,
    /// The date of the best mention, or the one an editor gave.
    pub date: Option<Dated>,
    pub state: State,
    pub kind: Kind,
    pub headline: String,
    /// Best first; up to two are shown, the first one leads.
    pub themes: Vec<ThemeHit>,
    pub who: Vec<String>,
    pub places: Vec<String>,
    /// Best first: the first one gives headline and evidence. Empty only where an editor wrote the event by hand
    /// without naming an article; then `editorial.file` says where.
    pub mentions: Vec<MentionIx>,
    /// Sentences of the same days and story that touch on it without telling it, best first: no reports of it. One may
    /// touch on several events.
    pub context: Vec<MentionIx>,
    /// Why its mentions are one event; empty for an event with one mention.
    pub merged_because: Vec<MergeReason>,
    pub confidence: Confidence,
    pub points: Vec<String>,
    /// What people added or changed.
    pub editorial: Editorial,
}

/// One reason that two mentions are the same event, in words: `same day`, `shared: Russian forces`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeReason {
    pub words: String,
}
