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

    /// Returns the state of the United States that stands behind a town as "Ore." or "OR"; `short` has no dot at its end.
    pub fn state(short: &str) -> Option<&'static str> {
        let row = STATES.iter().find(|(printed, postal, _)| short == *printed || short == *postal)?;
        Some(row.2)
    }

    pub fn is_people(&self, name: &str) -> bool {
        self.get(name).is_some_and(|place| place.sort == Sort::People)
    }
}

/// As the press prints states behind towns, as the post writes them, and their names.
const STATES: [(&str, &str, &str); 51] = [
    ("Ala", "AL", "Alabama"),
    ("Alaska", "AK", "Alaska"),
    ("Ariz", "AZ", "Arizona"),
    ("Ark", "AR", "Arkansas"),
    ("Calif", "CA", "California"),
    ("Colo", "CO", "Colorado"),
    ("Conn", "CT", "Connecticut"),
    ("Del", "DE", "Delaware"),
    ("D.C", "DC", "Washington"),
    ("Fla", "FL", "Florida"),
    ("Ga", "GA", "Georgia"),
    ("Hawaii", "HI", "Hawaii"),
    ("Idaho", "ID", "Idaho"),
    ("Ill", "IL", "Illinois"),
    ("Ind", "IN", "Indiana"),
    ("Iowa", "IA", "Iowa"),
    ("Kan", "KS", "Kansas"),
    ("Ky", "KY", "Kentucky"),
    ("La", "LA", "Louisiana"),
    ("Maine", "ME", "Maine"),
    ("Md", "MD", "Maryland"),
    ("Mass", "MA", "Massachusetts"),
    ("Mich", "MI", "Michigan"),
    ("Minn", "MN", "Minnesota"),
    ("Miss", "MS", "Mississippi"),
    ("Mo", "MO", "Missouri"),
    ("Mont", "MT", "Montana"),
    ("Neb", "NE", "Nebraska"),
    ("Nev", "NV", "Nevada"),
    ("N.H", "NH", "New Hampshire"),
    ("N.J", "NJ", "New Jersey"),
    ("N.M", "NM", "New Mexico"),
    ("N.Y", "NY", "New York"),
    ("N.C", "NC", "North Carolina"),
    ("N.D", "ND", "North Dakota"),
    ("Ohio", "OH", "Ohio"),
    ("Okla", "OK", "Oklahoma"),
    ("Ore", "OR", "Oregon"),
    ("Pa", "PA", "Pennsylvania"),
    ("R.I", "RI", "Rhode Island"),
    ("S.C", "SC", "South Carolina"),
    ("S.D", "SD", "South Dakota"),
    ("Tenn", "TN", "Tennessee"),
    ("Texas", "TX", "Texas"),
    ("Utah", "UT", "Utah"),
    ("Vt", "VT", "Vermont"),
    ("Va", "VA", "Virginia"),
    ("Wash", "WA", "Washington"),
    ("W.Va", "WV", "West Virginia"),
    ("Wis", "WI", "Wisconsin"),
    ("Wyo", "WY", "Wyoming"),
];

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
