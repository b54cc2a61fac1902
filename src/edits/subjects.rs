//! Ids of what has a page besides events and articles: editions, threads, and the names of people, bodies and places.
//!
//! Their addresses are made of words that people read: a period, a question, a name. Words change. A question is put
//! better, a name gets an entry with its other spellings, a weekly desk goes monthly. So the lock gives each an id and
//! remembers by what it can be known again:
//!
//! | what | its address | known again by |
//! |---|---|---|
//! | edition | its period | the days that it covers, which an edition of other periods holds |
//! | thread | its question | the events that it ties |
//! | name | its spelling | the id, name and aliases of an entity |
//!
//! A thread and a name take their id with them; editions of other periods are other editions. Every former address
//! leads to what holds its subject now. Nothing is guessed: where two fit equally, there is a new id and no redirect.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Diagnostic;
use crate::model::{Edition, Event, Id, Renamed, Subject, Thread};
use crate::text;

use super::identity::{FreeIds, tied};
use super::lock::{Known, Lock, LockedSubject};
use super::matching::{Tie, match_best};

/// The shortest of these ids, so that they leave the shorter ones to events and articles.
const SHORTEST: usize = 5;

/// The share of a thread's events, in thousandths, by which it is known again.
const MOST: u16 = 500;

/// Something that has a page now.
#[derive(Clone, Debug)]
pub struct Standing {
    what: Subject,
    key: String,
    known: Known,
    /// Other keys that mean it too.
    also: Vec<String>,
}

impl Standing {
    pub fn edition(edition: &Edition) -> Self {
        let clues = vec![edition.first.to_string(), edition.last.to_string()];
        let known = Known { title: edition.label.clone(), clues };
        Self { what: Subject::Edition, key: edition.id.clone(), known, also: Vec::new() }
    }

    /// `events` are those of the newsbook.
    pub fn thread(thread: &Thread, events: &[Event]) -> Self {
        let mut clues: Vec<String> = thread.events.iter().map(|ix| events[ix.0].id.to_string()).collect();
        clues.sort();
        Self {
            what: Subject::Thread,
            key: thread.id.clone(),
            known: Known { title: thread.title.clone(), clues },
            also: Vec::new(),
        }
    }

    /// A name with the part of its address, and the other spellings of whoever has it.
    pub fn name<'a>(slug: &str, name: &str, spellings: impl IntoIterator<Item = &'a String>) -> Self {
        Self {
            what: Subject::Who,
            key: slug.to_owned(),
            known: Known { title: name.to_owned(), clues: Vec::new() },
            also: spellings.into_iter().map(|spelling| text::slug(spelling)).collect(),
        }
    }

    /// How well this continues a subject that is there no more, in thousandths; `None` where it does not.
    fn continues(&self, old: &LockedSubject) -> Option<u16> {
        let clues = old.known.as_ref().map_or(&[][..], |known| &known.clues);
        match self.what {
            Subject::Who => self.also.contains(&old.key).then_some(1000),
            Subject::Thread => Some(share(clues, &self.known.clues)).filter(|share| *share >= MOST),
            Subject::Edition => None,
        }
    }

    /// How much of a subject that is there no more this holds, in thousandths.
    fn holds(&self, old: &LockedSubject) -> Option<u16> {
        let clues = &old.known.as_ref()?.clues;
        match (self.what, &clues[..], &self.known.clues[..]) {
            (Subject::Edition, [_, last], [from, to]) => (from <= last && last <= to).then_some(1000),
            (Subject::Edition, ..) => None,
            _ => self.continues(old),
        }
    }
}

/// Returns how much of the first list the second holds, in thousandths.
fn share(of: &[String], held_by: &[String]) -> u16 {
    let held = of.iter().filter(|clue| held_by.contains(clue)).count();
    if of.is_empty() { 0 } else { (1000 * held / of.len()) as u16 }
}

/// Gives everything that stands now its id, in the lock to write, and says where former addresses lead.
pub fn settle(now: &[Standing], lock: Lock) -> (Lock, Vec<Renamed>, Vec<Diagnostic>) {
    let alive: BTreeSet<(Subject, &str)> = now.iter().map(|standing| (standing.what, &*standing.key)).collect();
    let (same, lost): (Vec<&LockedSubject>, Vec<&LockedSubject>) =
        lock.subjects.iter().partition(|old| alive.contains(&(old.what, old.key.as_str())));
    let (ids, diagnostics) = ids(now, &same, &lost, &lock);
    let leads_to = |old: &LockedSubject| {
        let own = now.iter().zip(&ids).find(|(_, id)| **id == old.id).map(|(standing, _)| standing);
        own.or_else(|| holder(now, old)).map(|to| Renamed { what: old.what, from: old.key.clone(), to: to.key.clone() })
    };
    let mut renamed: Vec<Renamed> = lost.iter().filter_map(|old| leads_to(old)).collect();
    renamed.sort_by(|a, b| (a.what, &a.from).cmp(&(b.what, &b.from)));
    renamed.dedup_by(|a, b| (a.what, &a.from) == (b.what, &b.from));
    let kept = lost.iter().map(|old| {
        let known = old.known.clone().filter(|_| !ids.contains(&old.id));
        LockedSubject { known, ..(*old).clone() }
    });
    let current = now.iter().zip(&ids).map(|(standing, id)| LockedSubject {
        id: id.clone(),
        what: standing.what,
        key: standing.key.clone(),
        known: Some(standing.known.clone()),
    });
    let subjects = current.chain(kept).collect();
    (Lock { subjects, ..lock }, renamed, diagnostics)
}

/// Returns the ids of what stands now: its own, else that of what it continues, else a new one.
fn ids(now: &[Standing], same: &[&LockedSubject], lost: &[&LockedSubject], lock: &Lock) -> (Vec<Id>, Vec<Diagnostic>) {
    let known = same.iter().filter(|old| old.known.is_some());
    let by_key: BTreeMap<(Subject, &str), &Id> =
        known.rev().map(|old| ((old.what, old.key.as_str()), &old.id)).collect();
    let mut ids: Vec<Option<Id>> =
        now.iter().map(|standing| by_key.get(&(standing.what, &*standing.key)).map(|id| (*id).clone())).collect();
    let taken: BTreeSet<&Id> = by_key.into_values().collect();
    let old: Vec<&LockedSubject> = lost.iter().copied().filter(|old| !taken.contains(&old.id)).collect();
    let new = now.iter().enumerate().filter(|(ix, _)| ids[*ix].is_none());
    let fits = |(ix, standing): (usize, &Standing)| {
        let of_kind = old.iter().enumerate().filter(|(_, old)| old.what == standing.what);
        of_kind.filter_map(|(at, old)| Some((standing.continues(old)?, ix, at))).collect::<Vec<_>>()
    };
    let matched = match_best(new.flat_map(fits).collect(), now.len(), |_| true);
    let mut free = FreeIds::new(lock, &BTreeSet::new());
    for (ix, standing) in now.iter().enumerate() {
        let seed = text::fingerprint(&format!("{} {}", standing.what.word(), standing.key));
        let continued = matched.chosen[ix].map(|at| old[at].id.clone());
        ids[ix].get_or_insert_with(|| continued.unwrap_or_else(|| free.take_longer(seed, SHORTEST)));
    }
    let rivals = |tie: &Tie| tie.new.iter().map(|ix| format!("`{}`", now[*ix].key)).collect::<Vec<_>>();
    let said = |tie: &Tie| tied(&old[tie.old].id, old[tie.old].what.word(), rivals(tie).into_iter());
    (ids.into_iter().flatten().collect(), matched.ties.iter().map(said).collect())
}

/// Returns what holds most of a subject that is there no more; `None` where nothing does, or two equally.
fn holder<'a>(now: &'a [Standing], old: &LockedSubject) -> Option<&'a Standing> {
    let of_kind = now.iter().filter(|standing| standing.what == old.what);
    let mut holders: Vec<(u16, &Standing)> =
        of_kind.filter_map(|standing| Some((standing.holds(old)?, standing))).collect();
    holders.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
    match holders[..] {
        [(most, _), (next, _), ..] if most == next => None,
        [(_, standing), ..] => Some(standing),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thread(question: &str, events: &[&str]) -> Standing {
        let clues = events.iter().map(ToString::to_string).collect();
        let known = Known { title: question.into(), clues };
        Standing { what: Subject::Thread, key: text::slug(question), known, also: vec![] }
    }

    fn edition(key: &str, first: &str, last: &str) -> Standing {
        let known = Known { title: key.into(), clues: vec![first.into(), last.into()] };
        Standing { what: Subject::Edition, key: key.into(), known, also: vec![] }
    }

    fn name(name: &str, also: &[&str]) -> Standing {
        let spellings: Vec<String> = also.iter().map(ToString::to_string).collect();
        Standing::name(&text::slug(name), name, &spellings)
    }

    /// Through text, as a lock travels.
    fn run(now: &[Standing], lock: &Lock) -> (Lock, Vec<String>, usize) {
        let (lock, renamed, said) = settle(now, Lock::read(&lock.print()).unwrap());
        let renamed = renamed.into_iter().map(|renamed| format!("{} → {}", renamed.from, renamed.to));
        (lock, renamed.collect(), said.len())
    }

    fn id_of(lock: &Lock, key: &str) -> Id {
        let current = |old: &&LockedSubject| old.key == key && old.known.is_some();
        lock.subjects.iter().find(current).unwrap_or_else(|| panic!("{key}")).id.clone()
    }

    #[test]
    fn the_same_things_keep_their_ids_and_get_them_again_without_a_lock() {
        let now =
            [edition("2025-W49", "2025-12-01", "2025-12-07"), thread("Will it open?", &["k7q2"]), name("Ada", &[])];
        let (lock, renamed, _) = run(&now, &Lock::default());
        assert_eq!(renamed, [""; 0]);
        let (again, ..) = run(&now, &lock);
        assert_eq!(again.print(), lock.print());
        assert_eq!(run(&now, &Lock::default()).0.print(), lock.print());
        assert!(lock.subjects.iter().all(|subject| subject.id.as_str().len() >= SHORTEST));
    }

    #[test]
    fn a_question_put_better_takes_its_id_along_and_its_addresses_lead_to_it() {
        let (lock, ..) = run(&[thread("Will it open?", &["k7q2", "m3zd"])], &Lock::default());
        let (then, renamed, _) = run(&[thread("When will it open?", &["k7q2", "m3zd", "f18c"])], &lock);
        assert_eq!(renamed, ["will-it-open → when-will-it-open"]);
        assert_eq!(id_of(&then, "when-will-it-open"), id_of(&lock, "will-it-open"));
        let (last, renamed, _) = run(&[thread("Opened?", &["k7q2", "m3zd", "f18c"])], &then);
        assert_eq!(renamed, ["when-will-it-open → opened", "will-it-open → opened"]);
        let (both, renamed, _) =
            run(&[thread("Opened?", &["k7q2", "m3zd"]), thread("Will it open?", &["b2c4"])], &last);
        assert_eq!(renamed, ["when-will-it-open → opened"], "a question asked anew has its address again");
        assert_ne!(id_of(&both, "will-it-open"), id_of(&both, "opened"));
    }

    #[test]
    fn another_thread_never_inherits_an_id_and_a_tie_is_said() {
        let (lock, ..) = run(&[thread("Will it open?", &["k7q2", "m3zd"])], &Lock::default());
        let (then, renamed, _) = run(&[thread("Who pays?", &["b2c4"])], &lock);
        assert_eq!(renamed, [""; 0]);
        assert!(then.subjects.iter().any(|old| old.key == "will-it-open" && old.known.is_some()), "it stays taken");
        let (_, renamed, said) = run(&[thread("One?", &["k7q2"]), thread("Other?", &["m3zd"])], &lock);
        assert_eq!((renamed.len(), said), (0, 1));
    }

    #[test]
    fn a_name_that_gets_an_entry_takes_its_spellings_along() {
        let (lock, ..) = run(&[name("V. Zelensky", &[]), name("Zelenskyy", &[])], &Lock::default());
        let listed = name("Volodymyr Zelenskyy", &["V. Zelensky", "Zelenskyy"]);
        let (then, renamed, said) = run(&[listed], &lock);
        assert_eq!(renamed, ["v-zelensky → volodymyr-zelenskyy", "zelenskyy → volodymyr-zelenskyy"]);
        assert_eq!(said, 0);
        assert!(lock.subjects.iter().any(|old| old.id == id_of(&then, "volodymyr-zelenskyy")));
    }

    #[test]
    fn weeks_lead_to_the_month_that_holds_their_last_day() {
        let week = edition("2025-W49", "2025-12-01", "2025-12-07");
        let (lock, ..) = run(&[week, edition("2025-W48", "2025-11-24", "2025-11-30")], &Lock::default());
        let (then, renamed, _) = run(&[edition("2025-12", "2025-12-01", "2025-12-31")], &lock);
        assert_eq!(renamed, ["2025-W49 → 2025-12"]);
        assert_ne!(id_of(&then, "2025-12"), id_of(&lock, "2025-W49"));
    }
}
