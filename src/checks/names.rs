//! Who and what is named, for those who keep the lists of names and of what may be one event.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{EntityKind, EventIx, Newsbook};
use crate::text;

/// The share of words at which two events of one day look like one.
const ALIKE: f64 = 0.5;

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    /// Its spelling in addresses, fit for an id.
    pub slug: String,
    /// Id of the entity that lists it.
    pub entity: Option<String>,
    pub is_place: bool,
    /// How many events name it.
    pub events: usize,
}

/// Returns every name of the newsbook, the most frequent first; spellings of one entity are one name.
pub fn names(book: &Newsbook) -> Vec<Named> {
    let mut names: BTreeMap<String, Named> = BTreeMap::new();
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    for entity in &book.entities {
        let is_place = entity.kind == EntityKind::Place;
        let slug = entity.id.clone();
        let named = Named { name: entity.name.clone(), slug, entity: Some(entity.id.clone()), is_place, events: 0 };
        names.insert(entity.id.clone(), named);
        for spelling in [&entity.id, &entity.name].into_iter().chain(&entity.aliases) {
            keys.entry(text::slug(spelling)).or_insert_with(|| entity.id.clone());
        }
    }
    for event in &book.events {
        let who = event.who.iter().map(|name| (name, false));
        let all = who.chain(event.places.iter().map(|name| (name, true)));
        let own: BTreeMap<String, (&String, bool)> = all
            .map(|(name, is_place)| (text::slug(name), (name, is_place)))
            .filter(|(slug, _)| !slug.is_empty())
            .collect();
        let key = |slug: &String| keys.get(slug).cloned().unwrap_or_else(|| format!(" {slug}"));
        let own: BTreeMap<String, (&String, bool)> = own.iter().map(|(slug, found)| (key(slug), *found)).collect();
        for (key, (name, is_place)) in own {
            let new = || Named { name: name.clone(), slug: text::slug(name), entity: None, is_place, events: 0 };
            names.entry(key).or_insert_with(new).events += 1;
        }
    }
    let mut names: Vec<Named> = names.into_values().collect();
    names.sort_by(|a, b| b.events.cmp(&a.events).then_with(|| a.name.cmp(&b.name)));
    names
}

/// Returns pairs of events of one day whose headlines share most of their words: they may be one.
pub fn likely_duplicates(book: &Newsbook) -> Vec<(EventIx, EventIx)> {
    let mut by_day: BTreeMap<_, Vec<(EventIx, Vec<u64>)>> = BTreeMap::new();
    for (ix, event) in book.events.iter().enumerate() {
        if let Some(day) = event.date.as_ref().and_then(|dated| dated.date.exact_day()) {
            let words: BTreeSet<u64> = text::word_hashes(&event.headline).into_iter().collect();
            by_day.entry(day).or_default().push((EventIx(ix), words.into_iter().collect()));
        }
    }
    let mut pairs = Vec::new();
    for events in by_day.values() {
        for (place, (one, words)) in events.iter().enumerate() {
            let alike = events[place + 1..].iter().filter(|(_, other)| text::jaccard(words, other) >= ALIKE);
            pairs.extend(alike.map(|(other, _)| (*one, *other)));
        }
    }
    pairs
}
