//! Pairs what is there now with what is remembered: likeliest first, one to one, and never by guessing.

use std::collections::{BTreeMap, BTreeSet};

/// The outcome, in indices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// For each new thing the old one it continues.
    pub chosen: Vec<Option<usize>>,
    pub ties: Vec<Tie>,
}

/// Things that fit each other equally well, so that none was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    pub old: usize,
    /// At least one; several where they all want the same old thing.
    pub new: Vec<usize>,
}

/// Chooses among `pairs` of (fit, new, old), `count` new things in all.
///
/// Where one new thing fits several old ones equally, it takes the lowest if `sure` of the fit: all of them are its
/// own past. In every other tie all sides go empty-handed, even if a lesser fit is left for them.
pub fn match_best<F: Ord>(mut pairs: Vec<(F, usize, usize)>, count: usize, sure: impl Fn(&F) -> bool) -> Matched {
    let mut matched = Matched { chosen: vec![None; count], ties: Vec::new() };
    let (mut spent_new, mut spent_old) = (BTreeSet::new(), BTreeSet::new());
    pairs.sort_unstable_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for equals in pairs.chunk_by(|a, b| a.0 == b.0) {
        let free = equals.iter().filter(|(_, new, old)| !spent_new.contains(new) && !spent_old.contains(old));
        let free: BTreeSet<(usize, usize)> = free.map(|(_, new, old)| (*new, *old)).collect();
        let rivals = Rivals::of(&free);
        for (new, old) in &free {
            match (rivals.wanted_by(*old), rivals.wants(*new)) {
                (1, 1) => matched.chosen[*new] = Some(*old),
                (1, _) if sure(&equals[0].0) && rivals.only_suitor_of_all(*new) => {
                    matched.chosen[*new].get_or_insert(*old);
                }
                _ => matched.ties.push(Tie { old: *old, new: rivals.by_old[old].clone() }),
            }
        }
        spent_new.extend(free.iter().map(|(new, _)| *new));
        spent_old.extend(free.iter().map(|(_, old)| *old));
    }
    matched.ties.sort_by_key(|tie| tie.old);
    matched.ties.dedup();
    matched
}

/// Who wants whom among pairs of one fit.
struct Rivals {
    by_new: BTreeMap<usize, Vec<usize>>,
    by_old: BTreeMap<usize, Vec<usize>>,
}

impl Rivals {
    fn of(pairs: &BTreeSet<(usize, usize)>) -> Self {
        let mut rivals = Self { by_new: BTreeMap::new(), by_old: BTreeMap::new() };
        for (new, old) in pairs {
            rivals.by_new.entry(*new).or_default().push(*old);
            rivals.by_old.entry(*old).or_default().push(*new);
        }
        rivals
    }

    fn wants(&self, new: usize) -> usize {
        self.by_new[&new].len()
    }

    fn wanted_by(&self, old: usize) -> usize {
        self.by_old[&old].len()
    }

    fn only_suitor_of_all(&self, new: usize) -> bool {
        self.by_new[&new].iter().all(|old| self.wanted_by(*old) == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pairs: &[(u32, usize, usize)], chosen: &[Option<usize>], tied: &[usize]) {
        let matched = match_best(pairs.to_vec(), chosen.len(), |fit| *fit >= 90);
        assert_eq!(matched.chosen, chosen);
        assert_eq!(matched.ties.iter().map(|tie| tie.old).collect::<Vec<_>>(), tied);
    }

    #[test]
    fn the_best_pair_is_first_and_each_is_taken_once() {
        check(&[(50, 0, 0), (80, 1, 0), (40, 0, 1)], &[Some(1), Some(0)], &[]);
        check(&[(50, 0, 0), (80, 1, 0)], &[None, Some(0)], &[]);
    }

    #[test]
    fn a_tie_is_not_guessed() {
        check(&[(70, 0, 0), (70, 1, 0), (60, 1, 1)], &[None, None], &[0]);
        check(&[(70, 0, 0), (70, 0, 1)], &[None], &[0, 1]);
    }

    #[test]
    fn what_was_two_and_surely_is_one_keeps_the_first() {
        check(&[(95, 0, 1), (95, 0, 0)], &[Some(0)], &[]);
        check(&[(95, 0, 0), (95, 0, 1), (95, 1, 1)], &[None, None], &[0, 1]);
    }

    proptest::proptest! {
        #[test]
        fn no_old_thing_is_given_twice(pairs in proptest::collection::vec((80u32..100, 0usize..6, 0usize..6), 0..30)) {
            let matched = match_best(pairs.clone(), 6, |fit| *fit >= 90);
            let given: Vec<usize> = matched.chosen.iter().flatten().copied().collect();
            let distinct: BTreeSet<usize> = given.iter().copied().collect();
            proptest::prop_assert_eq!(given.len(), distinct.len());
            let mut turned = pairs;
            turned.reverse();
            proptest::prop_assert_eq!(match_best(turned, 6, |fit| *fit >= 90), matched);
        }
    }
}
