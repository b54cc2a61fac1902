//! Places the program knows by itself: countries, capitals, towns of 100,000 people, and the names of peoples.
//!
//! The table and its licence are in `data/`. It only has to tell a place from a person and to give a people its country;
//! it does not say where a place lies, and it knows no villages: those are told by the words around them.

use foldhash::{HashMap, HashMapExt};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Country,
    Town,
    State,
    /// "Ukrainian", "French".
    People,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub sort: Sort,
    /// The country it is, lies in or comes from.
    pub country: &'static str,
}

#[derive(Debug)]
pub(super) struct Gazetteer {
    places: HashMap<&'static str, Place>,
}

const TABLE: &str = include_str!("data/places.tsv");

impl Gazetteer {
    pub fn new() -> Self {
        let mut places = HashMap::with_capacity(8_000);
        for line in TABLE.lines() {
            let mut fields = line.split('\t');
            let (Some(name), Some(sort), Some(country)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let sort = match sort {
                "country" => Sort::Country,
                "people" => Sort::People,
                "state" => Sort::State,
                _ => Sort::Town,
            };
            places.insert(name, Place { sort, country });
        }
        Self { places }
    }

    /// Looks a name up as written; the plural of a people ("Ukrainians") is found too.
    pub fn get(&self, name: &str) -> Option<Place> {
        let found = self.places.get(name).copied();
        found.or_else(|| {
            let place = self.places.get(name.strip_suffix('s')?)?;
            (place.sort == Sort::People).then_some(*place)
        })
    }

    pub fn is_people(&self, name: &str) -> bool {
        self.get(name).is_some_and(|place| place.sort == Sort::People)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peoples_have_countries() {
        let gazetteer = Gazetteer::new();
        assert_eq!(gazetteer.get("Ukrainians"), Some(Place { sort: Sort::People, country: "Ukraine" }));
        assert_eq!(gazetteer.get("Kharkiv").map(|place| place.country), Some("Ukraine"));
        assert_eq!(gazetteer.get("Reading"), None);
    }
}
