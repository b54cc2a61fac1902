//! Puts an editor's values in the place of what was found, and keeps a record of each.

use crate::diag::Diagnostic;
use crate::model::{Confidence, DateBasis, Dated, Edtf, Entity, Event, Kind, State, Theme, ThemeHit};
use crate::yaml::Step;

use super::decide::change;
use super::lookup::{self, Unknown, placed};
use super::overrides::{EventOverride, Overrides};

/// One entry of `events` in `overrides.yml`, and what is needed to apply it.
pub(super) struct Replacement<'a> {
    pub values: &'a EventOverride,
    pub themes: &'a [Theme],
    pub entities: &'a [Entity],
    pub overrides: &'a Overrides,
    pub diagnostics: Vec<Diagnostic>,
}

impl Replacement<'_> {
    /// Returns the event with the given values; what is not given stays.
    pub fn apply(&mut self, mut event: Event) -> Event {
        let values = self.values;
        if let Some(date) = values.date {
            self.record(
                &mut event,
                "date",
                |event| event.date.as_ref().map(|dated| dated.date.to_string()),
                date.to_string(),
            );
            event.date = Some(by_editor(date));
        }
        if let Some(kind) = values.kind {
            self.record(&mut event, "kind", |event| Some(kind_word(event.kind).into()), kind_word(kind).into());
            event.state = state_of(kind, event.state);
            event.kind = kind;
        }
        if let Some(title) = &values.title {
            self.record(&mut event, "title", |event| Some(event.headline.clone()), title.clone());
            event.headline = title.clone();
        }
        if let Some(text) = &values.text {
            self.record(&mut event, "text", |event| event.editorial.text.clone(), text.clone());
            event.editorial.text = Some(text.clone());
        }
        if let Some(confidence) = values.confidence {
            let word = confidence_word(confidence);
            self.record(&mut event, "confidence", |event| Some(confidence_word(event.confidence).into()), word.into());
            event.confidence = confidence;
            event.points = vec![format!("{word}: set by the editor")];
        }
        if let Some(thread) = &values.thread {
            event.editorial.thread = Some(thread.clone());
        }
        self.apply_lists(event)
    }

    fn apply_lists(&mut self, mut event: Event) -> Event {
        let values = self.values;
        if let Some(ids) = &values.themes {
            let (hits, unknown) = lookup::themes(self.themes, ids);
            self.say(&event, "themes", unknown);
            let titles = |event: &Event| {
                let title =
                    |hit: &ThemeHit| self.themes.get(hit.theme).map_or("Other".into(), |theme| theme.title.clone());
                Some(event.themes.iter().map(title).collect::<Vec<_>>().join(", "))
            };
            let before = titles(&event);
            event.themes = hits;
            let after = titles(&event).unwrap_or_default();
            self.record(&mut event, "themes", |_| before, after);
        }
        if let Some(names) = &values.entities {
            let both = |event: &Event| event.who.iter().chain(&event.places).cloned().collect::<Vec<_>>().join(", ");
            let before = both(&event);
            let (who, mut places, unknown) = lookup::entities(self.entities, names);
            self.say(&event, "entities", unknown);
            // A name that was read as a place stays one.
            let (kept, who): (Vec<_>, Vec<_>) = who.into_iter().partition(|name| event.places.contains(name));
            places.extend(kept);
            (event.who, event.places) = (who, places);
            let after = both(&event);
            self.record(&mut event, "entities", |_| Some(before), after);
        }
        event
    }

    fn say(&mut self, event: &Event, key: &'static str, unknown: Vec<Unknown>) {
        let path = [Step::Key("events"), Step::Key(event.id.as_str()), Step::Key(key)];
        let at = |diagnostic, path: &[Step]| self.overrides.at_value(diagnostic, path);
        self.diagnostics.extend(placed(unknown, &path, at));
    }

    fn record(&self, event: &mut Event, what: &'static str, was: impl FnOnce(&Event) -> Option<String>, now: String) {
        let was = was(event).unwrap_or_default();
        event.editorial.changes.push(change(what, was, now, &self.values.note));
    }
}

/// Returns a date as an editor gives it.
pub(super) fn by_editor(date: Edtf) -> Dated {
    Dated { date, basis: DateBasis::Editor, words: None, timex: None, rule: "editor" }
}

/// Returns the state that goes with a kind an editor chose, given the state that was found.
pub(super) fn state_of(kind: Kind, found: State) -> State {
    match (kind, found) {
        (Kind::Plan, State::Past | State::Ongoing) => State::Scheduled,
        (Kind::Plan, state) => state,
        (_, State::Scheduled | State::Hypothetical) => State::Past,
        (_, state) => state,
    }
}

pub(super) fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Reported => "reported",
        Kind::Statement => "statement",
        Kind::Claim => "claim",
        Kind::Plan => "plan",
        Kind::Background => "background",
    }
}

pub(super) fn confidence_word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}
