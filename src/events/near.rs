//! Which mentions are compared at all: those that share one of their rarest words with one of the nearest days.

/// A word that more mentions share tells nothing; only the nearest are compared.
const NEIGHBOURS: usize = 8;

/// For each word the mentions that have it among their rarest, in the order in which they are put there. The lists of all
/// words lie behind each other in memory, as it is known before how long each will be.
#[derive(Debug)]
pub(super) struct Posted {
    /// Where the list of each word begins, and where it ends as yet.
    lists: Vec<(u32, u32)>,
    mentions: Vec<u32>,
}

impl Posted {
    /// Returns empty lists of so many words, with room for these `keys`.
    pub fn new(words: usize, keys: impl Iterator<Item = u32>) -> Self {
        let mut lists = vec![(0, 0); words];
        keys.for_each(|word| lists[word as usize].1 += 1);
        let mut end = 0;
        for (start, room) in &mut lists {
            (*start, end) = (end, end + *room);
            *room = *start;
        }
        Self { lists, mentions: vec![0; end as usize] }
    }

    /// Returns the mentions that were last put into the list of a word.
    #[inline]
    pub fn nearest(&self, word: u32) -> &[u32] {
        let (start, end) = self.lists[word as usize];
        &self.mentions[(end.saturating_sub(NEIGHBOURS as u32)).max(start) as usize..end as usize]
    }

    /// Puts a mention into the list of a word.
    #[inline]
    pub fn post(&mut self, word: u32, mention: u32) {
        let end = &mut self.lists[word as usize].1;
        self.mentions[*end as usize] = mention;
        *end += 1;
    }
}
