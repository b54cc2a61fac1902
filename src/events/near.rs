//! Which mentions are compared at all: those that share one of their rarest words with one of the nearest days.

/// A word that more mentions share tells nothing; only the nearest are compared.
const NEIGHBOURS: usize = 8;

/// For each word the mentions that have it among their rarest, by their places in the order of days. The lists of all
/// words lie behind each other in memory.
#[derive(Debug)]
pub(super) struct Posted {
    /// Where the list of each word ends.
    ends: Vec<u32>,
    places: Vec<u32>,
}

impl Posted {
    /// Returns the lists of so many `words`, of mentions in the order of days, each with its rarest words.
    pub fn new<K: Iterator<Item = u32>>(words: usize, mentions: impl Iterator<Item = K> + Clone) -> Self {
        let mut ends = vec![0; words];
        mentions.clone().flatten().for_each(|word| ends[word as usize] += 1);
        let mut all = 0;
        for end in &mut ends {
            // As long as its list is empty, it ends where it begins.
            (*end, all) = (all, all + *end);
        }
        let mut places = vec![0; all as usize];
        for (place, keys) in (0..).zip(mentions) {
            for word in keys {
                let end = &mut ends[word as usize];
                places[*end as usize] = place;
                *end += 1;
            }
        }
        Self { ends, places }
    }

    /// Returns the places in the list of a word that are nearest to one of them, on both sides, and that one.
    pub fn around(&self, word: u32, place: u32) -> &[u32] {
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        let list = &self.places[start as usize..self.ends[word as usize] as usize];
        let at = if list.len() > NEIGHBOURS { list.partition_point(|other| *other < place) } else { 0 };
        &list[at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(list.len())]
    }
}

/// Which mentions were looked at for their neighbours.
#[derive(Debug)]
pub(super) struct Steps {
    /// The place of each mention in the order of days.
    pub places: Vec<u32>,
    pub taken: Vec<bool>,
    /// For each mention the one that it was compared with last: several words may lead from one to the other.
    met: Vec<u32>,
}

impl Steps {
    pub fn new(mentions: usize, by_day: &[u32]) -> Self {
        let mut places = vec![0; mentions];
        (0..).zip(by_day).for_each(|(place, at)| places[*at as usize] = place);
        Self { places, taken: vec![false; mentions], met: vec![u32::MAX; mentions] }
    }

    /// Takes a mention, and returns whether it was not taken before.
    pub fn take(&mut self, at: u32) -> bool {
        !std::mem::replace(&mut self.taken[at as usize], true)
    }

    /// Whether two meet for the first time.
    pub fn meets(&mut self, at: u32, other: u32) -> bool {
        std::mem::replace(&mut self.met[other as usize], at) != at
    }
}
