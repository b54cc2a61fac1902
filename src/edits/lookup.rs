//! Themes and entities by the names an editor gives them.

use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Entity, EntityKind, Event, Newsbook, Theme, ThemeHit};
use crate::yaml::Step;

use super::forms::nearest_id;

/// A name of a list that nothing has: its index in the list, and what to say.
pub(super) type Unknown = (usize, Diagnostic);

/// Returns the event that a person means by an id. Fails with where it went, or with the id that is most like it.
pub fn find_event<'a>(book: &'a Newsbook, id: &str) -> Result<&'a Event, Diagnostic> {
    if let Some(event) = book.events.iter().find(|event| event.id.as_str() == id) {
        return Ok(event);
    }
    let (message, fix) = if let Some(moved) = book.moved.iter().find(|moved| moved.from.as_str() == id) {
        (format!("`{id}` is now part of `{}`", moved.to), format!("say `{}`", moved.to))
    } else if book.gone.iter().any(|gone| gone.id.as_str() == id) {
        (format!("`{id}` is hidden"), "remove its entry under `hide` in the overrides first".into())
    } else {
        let known = book.events.iter().map(|event| (&event.id, event.headline.as_str()));
        (format!("no such event `{id}`"), nearest_id(id, known))
    };
    Err(Diagnostic::error(Code::UnknownId, message).fix(fix))
}

/// Returns the themes with these ids, in this order; `other` is the one after the last.
pub(super) fn themes(known: &[Theme], ids: &[String]) -> (Vec<ThemeHit>, Vec<Unknown>) {
    let (mut hits, mut unknown) = (Vec::new(), Vec::new());
    for (place, id) in ids.iter().enumerate() {
        let other = (id == "other").then_some(known.len());
        match known.iter().position(|theme| theme.id == *id).or(other) {
            Some(theme) => hits.push(ThemeHit { theme, score: 1.0, matched: Vec::new() }),
            None => unknown.push((place, no_such("theme", id, known.iter().map(|theme| theme.id.as_str())))),
        }
    }
    (hits, unknown)
}

/// People and bodies, then places, then what names nobody.
pub(super) type Named = (Vec<String>, Vec<String>, Vec<Unknown>);

/// Returns who and where. What has the form of an id must be one; anything else is a name to be shown as it is.
pub(super) fn entities(known: &[Entity], names: &[String]) -> Named {
    let (mut who, mut places, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for (place, name) in names.iter().enumerate() {
        match known.iter().find(|entity| entity.id == *name) {
            Some(entity) if entity.kind == EntityKind::Place => places.push(entity.name.clone()),
            Some(entity) => who.push(entity.name.clone()),
            None if is_slug(name) => {
                unknown.push((place, no_such("entity", name, known.iter().map(|entity| entity.id.as_str()))));
            }
            None => who.push(name.clone()),
        }
    }
    (who, places, unknown)
}

/// Whether a text has the form of an id of `content/entities`: lower case, digits and hyphens.
pub(super) fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Places what is unknown: at the item of the list at `path`, or at its only value, where it is not written as a list.
pub(super) fn placed<'p>(
    unknown: Vec<Unknown>,
    path: &'p [Step<'p>],
    at: impl Fn(Diagnostic, &[Step]) -> Diagnostic + 'p,
) -> impl Iterator<Item = Diagnostic> + 'p {
    unknown.into_iter().map(move |(place, diagnostic)| {
        let item: Vec<Step> = path.iter().copied().chain([Step::Item(place)]).collect();
        let placed = at(diagnostic.clone(), &item);
        if placed.place.as_ref().is_some_and(|place| place.at.is_some()) { placed } else { at(diagnostic, path) }
    })
}

fn no_such<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let fix = match nearest(id, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => format!("there is no {what} yet"),
        None => format!("one of: {}", known.join(", ")),
    };
    Diagnostic::error(Code::UnknownId, format!("no {what} `{id}`")).fix(fix)
}
