//! Puts an editor's values in the place of what was found, and keeps a record of each.

use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Confidence, DateBasis, Dated, Edtf, Entity, EntityKind, Event, Kind, State, Theme, ThemeHit};
use crate::yaml::Step;

use super::decide::change;
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
            let hits = self.hits(&event, ids);
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
            (event.who, event.places) = self.names(&event, names);
            let after = both(&event);
            self.record(&mut event, "entities", |_| Some(before), after);
        }
        event
    }

    fn record(&self, event: &mut Event, what: &'static str, was: impl FnOnce(&Event) -> Option<String>, now: String) {
        let was = was(event).unwrap_or_default();
        event.editorial.changes.push(change(what, was, now, &self.values.note));
    }

    fn hits(&mut self, event: &Event, ids: &[String]) -> Vec<ThemeHit> {
        let found = ids.iter().enumerate().filter_map(|(place, id)| match theme_index(self.themes, id) {
            Some(theme) => Some(ThemeHit { theme, score: 1.0, matched: Vec::new() }),
            None => {
                let known: Vec<&str> = self.themes.iter().map(|theme| theme.id.as_str()).collect();
                self.no_such(event, "themes", place, id, &known);
                None
            }
        });
        found.collect()
    }

    /// Returns who and where. What has the form of an id must be one; anything else is a name to be shown.
    fn names(&mut self, event: &Event, names: &[String]) -> (Vec<String>, Vec<String>) {
        let (mut who, mut places) = (Vec::new(), Vec::new());
        for (place, name) in names.iter().enumerate() {
            match self.entities.iter().find(|entity| entity.id == *name) {
                Some(entity) if entity.kind == EntityKind::Place => places.push(entity.name.clone()),
                Some(entity) => who.push(entity.name.clone()),
                None if is_slug(name) => {
                    let known: Vec<&str> = self.entities.iter().map(|entity| entity.id.as_str()).collect();
                    self.no_such(event, "entities", place, name, &known);
                }
                None => who.push(name.clone()),
            }
        }
        (who, places)
    }

    fn no_such(&mut self, event: &Event, key: &'static str, place: usize, id: &str, known: &[&str]) {
        let what = if key == "themes" { "theme" } else { "entity" };
        let fix = match nearest(id, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => format!("there is no {what} yet"),
            None => format!("one of: {}", known.join(", ")),
        };
        let diagnostic = Diagnostic::error(Code::UnknownId, format!("no {what} `{id}`")).fix(fix);
        let path = [Step::Key("events"), Step::Key(event.id.as_str()), Step::Key(key), Step::Item(place)];
        // A single value need not be a list; then the path ends at the key.
        let at_item = self.overrides.at_value(diagnostic.clone(), &path);
        let known_place = at_item.place.as_ref().is_some_and(|place| place.at.is_some());
        self.diagnostics.push(if known_place { at_item } else { self.overrides.at_value(diagnostic, &path[..3]) });
    }
}

/// Returns the index of a theme; `other` stands after the last.
pub(super) fn theme_index(themes: &[Theme], id: &str) -> Option<usize> {
    let other = (id == "other").then_some(themes.len());
    themes.iter().position(|theme| theme.id == id).or(other)
}

/// Returns a date as an editor gives it.
pub(super) fn by_editor(date: Edtf) -> Dated {
    Dated { date, basis: DateBasis::Editor, words: None, timex: None, rule: "editor".into() }
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

/// Whether a text has the form of an id of `content/entities`: lower case, digits and hyphens.
pub(super) fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
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
