//! The groups that mentions are joined to, one by one.

use foldhash::{HashMap, HashMapExt};

/// The groups that mentions are joined to.
#[derive(Debug)]
pub(super) struct Groups {
    /// Every mention begins as a group of its own, so the place of a mention is the place of its group.
    pub members: Vec<Vec<usize>>,
    /// The group of each mention.
    pub of: Vec<usize>,
    /// Groups that were found unlike, with how many of each were asked: as long as it is the same ones, they stay so.
    pub parted: HashMap<(usize, usize), [usize; 2]>,
}

impl Groups {
    pub fn new(mentions: usize, taking: impl Iterator<Item = usize>) -> Self {
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); mentions];
        for at in taking {
            if members[at].is_empty() {
                members[at].push(at);
            }
        }
        Self { members, of: (0..mentions).collect(), parted: HashMap::new() }
    }

    /// Joins the second group to the first.
    pub fn join(&mut self, a: usize, b: usize) {
        let from = std::mem::take(&mut self.members[b]);
        from.iter().for_each(|member| self.of[*member] = a);
        self.members[a].extend(from);
    }
}
