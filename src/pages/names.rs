//! Who and where: the names that have a page, because an editor listed them or because several events share them.
//!
//! A name is the same as another when both are spelled the same in an address (case, diacritics and punctuation
//! folded away), or when the entity files say so. Nothing else is guessed: two people of one name share a page.

use std::collections::BTreeMap;

use foldhash::HashMap;

use crate::model::{Entity, EntityKind, Event, EventIx, Newsbook};
use crate::text;

/// How many events a name needs for a page of its own when nobody listed it.
const EVENTS_FOR_A_PAGE: usize = 2;

/// Every name of the newsbook.
#[derive(Debug, Default)]
pub struct Names<'a> {
    /// From the spelling in addresses to the index in `all`.
    by_slug: BTreeMap<String, usize>,
    /// The same from every spelling in an event, which is what is asked for most.
    by_spelling: HashMap<&'a str, usize>,
    pub all: Vec<Name<'a>>,
}

/// Somebody, something or some place.
#[derive(Debug)]
pub struct Name<'a> {
    /// What its address is made of: the id of the entity, or the name itself.
    pub key: &'a str,
    pub name: &'a str,
    pub entity: Option<&'a Entity>,
    /// Whether it was read as the name of a place.
    pub is_place: bool,
    /// In the order of the newsbook.
    pub events: Vec<EventIx>,
}

impl<'a> Names<'a> {
    /// Collects the names of all entities and events.
    pub fn new(book: &'a Newsbook) -> Self {
        let mut names = Self::default();
        for entity in &book.entities {
            names.add_entity(entity);
        }
        for (n, event) in book.events.iter().enumerate() {
            for (name, is_place) in names_of(event) {
                names.add(name, is_place, EventIx(n));
            }
        }
        names
    }

    /// Returns the name that has a page under this spelling.
    pub fn find(&self, spelling: &str) -> Option<&Name<'a>> {
        let known = self.by_spelling.get(spelling).or_else(|| self.by_slug.get(&text::slug(spelling)));
        let name = &self.all[*known?];
        name.has_page().then_some(name)
    }

    /// Returns the names with a page, the most frequent first.
    pub fn with_page(&self) -> Vec<&Name<'a>> {
        let mut names: Vec<&Name<'a>> = self.all.iter().filter(|name| name.has_page()).collect();
        names.sort_by(|a, b| b.events.len().cmp(&a.events.len()).then(a.name.cmp(b.name)));
        names
    }

    fn add_entity(&mut self, entity: &'a Entity) {
        let is_place = entity.kind == EntityKind::Place;
        let at = self.all.len();
        self.all.push(Name { key: &entity.id, name: &entity.name, entity: Some(entity), is_place, events: vec![] });
        for spelling in [&entity.id, &entity.name].into_iter().chain(&entity.aliases) {
            self.by_slug.entry(text::slug(spelling)).or_insert(at);
        }
    }

    /// Returns where a name stands in `all`, after putting it there; `None` for one that no address can spell, which
    /// has no page.
    fn place(&mut self, name: &'a str, is_place: bool) -> Option<usize> {
        if let Some(at) = self.by_spelling.get(name) {
            return Some(*at);
        }
        let slug = text::slug(name);
        if slug.is_empty() {
            return None;
        }
        let next = self.all.len();
        let at = *self.by_slug.entry(slug).or_insert(next);
        if at == next {
            self.all.push(Name { key: name, name, entity: None, is_place, events: vec![] });
        }
        self.by_spelling.insert(name, at);
        Some(at)
    }

    fn add(&mut self, name: &'a str, is_place: bool, event: EventIx) {
        let Some(at) = self.place(name, is_place) else { return };
        let events = &mut self.all[at].events;
        if events.last() != Some(&event) {
            events.push(event);
        }
    }
}

impl Name<'_> {
    /// Whether words, as [`spaced`] writes them, have the name or its last word: "Erdoğan" for "Recep Tayyip Erdoğan".
    pub fn stands_in(&self, words: &str) -> bool {
        let aliases = self.entity.map_or(&[][..], |entity| &entity.aliases);
        aliases.iter().map(String::as_str).chain([self.name]).any(|spelling| {
            let spelling = spaced(spelling);
            let last = spelling.trim_end().rsplit(' ').next().unwrap_or_default();
            words.contains(&spelling) || words.contains(&format!(" {last} "))
        })
    }

    fn has_page(&self) -> bool {
        self.entity.is_some() || self.events.len() >= EVENTS_FOR_A_PAGE
    }
}

/// The names of an event, each with whether it is a place.
pub fn names_of(event: &Event) -> impl Iterator<Item = (&str, bool)> {
    let who = event.who.iter().map(|name| (name.as_str(), false));
    who.chain(event.places.iter().map(|name| (name.as_str(), true)))
}

/// The words of a text, folded, with a space around each: in them a name is found as whole words.
pub fn spaced(words: &str) -> String {
    let folded = text::fold(words);
    text::words(&folded).fold(String::from(" "), |all, word| all + word + " ")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_page_and_a_single_mention_has_none() {
        let mut book = sample::newsbook();
        for (event, who) in book.events.iter_mut().zip(["Łukasz Żak", "Lukasz Zak", "Once Only", "!", "…"]) {
            event.who = vec![who.into()];
        }
        let names = Names::new(&book);
        let name = names.find("LUKASZ ŻAK").expect("two events share it");
        assert_eq!((name.name, name.events.len()), ("Łukasz Żak", 2));
        assert!(names.find("Once Only").is_none());
        assert!(names.find("!").is_none());
    }
}
