//! Gives every article and event its id: the one it had, where the lock knows it, else a new one.
//!
//! A new id is made of what the thing is (an article's path, the wording of an event's first report), so the same
//! project without a lock gets the same ids again. Against a lock, everything now there is compared with everything
//! remembered, and ids go to the likeliest pairs first, one to one. Where two candidates are equally likely, neither
//! is taken: the id stays unused, both get new ones, and the user is told how to join them.
//!
//! Articles come first, because a report is best known by the article it stands in, whatever the file is called now.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic};
use crate::model::{Article, Event, Id, Mention};
use crate::text;

use super::decide::Found;
use super::fingerprint::{Fingerprint, Likeness, dice, likeness};
use super::lock::{LOCK_FILE, Lock, LockedArticle, LockedReport};
use super::matching::match_best;

/// Who has which id from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// One for each article, in their order.
    pub articles: Vec<Id>,
    /// One for each event, in their order.
    pub events: Vec<Id>,
    /// Ids of events that are now part of another: from, to. Sorted.
    pub redirects: Vec<(Id, Id)>,
    /// What to write into `newsbook.lock`.
    pub lock: Lock,
    pub diagnostics: Vec<Diagnostic>,
}

/// Settles all ids. `reserved` are those that hand-written events have; nothing else gets one of them.
pub fn identify(
    articles: &[Article],
    mentions: &[Mention],
    events: &[Event],
    lock: &Lock,
    reserved: &BTreeSet<Id>,
) -> Identity {
    let mut diagnostics = Vec::new();
    let mut free = FreeIds::new(lock, reserved);
    let sketches: Vec<Vec<u32>> = articles.iter().map(|article| sketch(&article.text)).collect();
    let article_ids = settle_articles(articles, &sketches, lock, &mut free, &mut diagnostics);
    let prints = prints(articles, mentions, events);
    let reports = reports(articles, mentions, events, &article_ids, &prints);
    let (events, redirects) = settle_events(&reports, lock, &mut free, &mut diagnostics);
    let known = articles.iter().zip(sketches).zip(&article_ids);
    let known = known.map(|((article, sketch), id)| LockedArticle {
        id: id.clone(),
        path: article.path.clone(),
        sketch,
        title: article.title.text.clone(),
    });
    Identity {
        lock: renew(lock, known.collect(), reports, &events),
        articles: article_ids,
        events,
        redirects,
        diagnostics,
    }
}

/// Settles the ids of events split off from others: those they had before, else new ones, and puts them in `lock`.
///
/// `before` is the lock that the run began with; an id of it that `alive` holds is not for them.
pub(super) fn identify_more(
    found: Found,
    events: &[Event],
    article_ids: &[Id],
    before: &Lock,
    alive: &BTreeSet<Id>,
    lock: &mut Lock,
) -> Vec<Id> {
    let prints = prints(found.articles, found.mentions, found.events);
    let reports = reports(found.articles, found.mentions, events, article_ids, &prints);
    let free_before = before.reports.iter().filter(|report| !alive.contains(&report.event)).cloned().collect();
    let before = Lock { reports: free_before, ..Lock::default() };
    // What ties here was said or settled before; a new id is right for it.
    let (ids, _) = settle_events(&reports, &before, &mut FreeIds::new(lock, alive), &mut Vec::new());
    let moved: BTreeSet<(Id, String)> =
        reports.iter().flatten().map(|report| (report.article.clone(), report.print.spell_words())).collect();
    let went = |old: &LockedReport| {
        alive.contains(&old.event) && moved.contains(&(old.article.clone(), old.print.spell_words()))
    };
    lock.reports.retain(|old| !(ids.contains(&old.event) || went(old)));
    lock.reports.extend(locked(reports, &ids));
    ids
}

/// One report of an event that is there now.
struct Report {
    article: Id,
    path: String,
    print: Fingerprint,
    headline: String,
}

/// Every id that was ever given, so that none is given again.
pub(super) struct FreeIds(BTreeSet<Id>);

impl FreeIds {
    pub fn new(lock: &Lock, reserved: &BTreeSet<Id>) -> Self {
        let articles = lock.articles.iter().map(|article| &article.id);
        let events = lock.reports.iter().map(|report| &report.event);
        let files = lock.files.iter().map(|file| &file.id);
        let told = lock.told.iter().map(|line| &line.event);
        let subjects = lock.subjects.iter().map(|subject| &subject.id);
        let all = articles.chain(events).chain(files).chain(told).chain(subjects).chain(reserved);
        Self(all.cloned().collect())
    }

    /// Returns the shortest id spelled by `seed` that nothing had so far.
    pub fn take(&mut self, seed: u64) -> Id {
        self.take_longer(seed, 4)
    }

    /// The same with a least length.
    pub fn take_longer(&mut self, seed: u64, least: usize) -> Id {
        let mut length = least;
        loop {
            let id = Id::from_fingerprint(seed, length);
            if self.0.insert(id.clone()) {
                return id;
            }
            length += 1;
        }
    }
}

/// Returns the sixteen smallest of the numbers that stand for an article's runs of three words, in order.
///
/// The smallest are a fair sample: two texts share about as many of them as of all their runs (Broder 1997).
fn sketch(text: &str) -> Vec<u32> {
    let mut runs: Vec<u32> = text::shingles(text, 3).iter().map(|run| (run >> 32) as u32).collect();
    runs.dedup();
    runs.truncate(16);
    runs
}

fn settle_articles(
    articles: &[Article],
    sketches: &[Vec<u32>],
    lock: &Lock,
    free: &mut FreeIds,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Id> {
    let ids = distinct(lock.articles.iter().map(|article| &article.id));
    let pairs = article_fits(articles, sketches, lock, &ids);
    let matched = match_best(pairs, articles.len(), |(share, _)| *share >= 900);
    for tie in &matched.ties {
        let rivals = tie.new.iter().map(|new| format!("`{}`", articles[*new].path));
        diagnostics.push(tied(ids[tie.old], "article", rivals));
    }
    let seeds = articles.iter().map(|article| text::fingerprint(&article.path));
    let settled = matched.chosen.iter().zip(seeds);
    settled.map(|(old, seed)| old.map_or_else(|| free.take(seed), |old| ids[old].clone())).collect()
}

/// Returns every likely pair of an article and an id: shared wording in thousandths, same path, and their indices.
fn article_fits(
    articles: &[Article],
    sketches: &[Vec<u32>],
    lock: &Lock,
    ids: &[&Id],
) -> Vec<((u16, bool), usize, usize)> {
    let (mut by_path, mut by_run) = (BTreeMap::new(), BTreeMap::<u32, Vec<usize>>::new());
    for (ix, locked) in lock.articles.iter().enumerate() {
        by_path.entry(locked.path.as_str()).or_insert_with(Vec::new).push(ix);
        locked.sketch.iter().for_each(|run| by_run.entry(*run).or_default().push(ix));
    }
    let mut pairs = Vec::new();
    for (new, (article, sketch)) in articles.iter().zip(sketches).enumerate() {
        let of_path = by_path.get(article.path.as_str()).into_iter().flatten();
        let alike = sketch.iter().filter_map(|run| by_run.get(run)).flatten();
        for old in of_path.chain(alike).copied().collect::<BTreeSet<usize>>() {
            let locked = &lock.articles[old];
            let (same_path, share) = (article.path == locked.path, dice(sketch, &locked.sketch));
            // A file of the same name with other words is another article; a few words more or less are an edit.
            if share >= 500 || (same_path && (share >= 300 || *sketch == locked.sketch)) {
                pairs.push(((share, same_path), new, index_of(ids, &locked.id)));
            }
        }
    }
    pairs
}

/// Returns the fingerprints of all mentions that are in events, by index.
fn prints(articles: &[Article], mentions: &[Mention], events: &[Event]) -> BTreeMap<usize, Fingerprint> {
    let shown: BTreeSet<usize> = events.iter().flat_map(|event| event.mentions.iter().map(|ix| ix.0)).collect();
    let mut seen: BTreeMap<(usize, Vec<u16>), u16> = BTreeMap::new();
    let mut print = |ix: usize| {
        let mention = &mentions[ix];
        let sentence = &articles[mention.article.0].text[mention.span.clone()];
        let names = mention.who.iter().chain(&mention.places).map(String::as_str);
        let mut print = Fingerprint::of(sentence, mention.date.as_ref().map(|dated| dated.date), names);
        let before = seen.entry((mention.article.0, print.words.clone())).or_default();
        print.nth = *before;
        *before += 1;
        (ix, print)
    };
    shown.into_iter().map(&mut print).collect()
}

/// Returns the reports of each event, its best first.
fn reports(
    articles: &[Article],
    mentions: &[Mention],
    events: &[Event],
    article_ids: &[Id],
    prints: &BTreeMap<usize, Fingerprint>,
) -> Vec<Vec<Report>> {
    let report = |ix: usize| Report {
        article: article_ids[mentions[ix].article.0].clone(),
        path: articles[mentions[ix].article.0].path.clone(),
        print: prints[&ix].clone(),
        headline: mentions[ix].headline.clone(),
    };
    events.iter().map(|event| event.mentions.iter().map(|ix| report(ix.0)).collect()).collect()
}

/// How well an event fits an id: by its likest report, then by whether both put it first, then by how many fit.
type Fit = (Likeness, bool, usize);

/// Every fit of an event (by index) and an id (by index into the sorted ids of the lock).
type Fits = BTreeMap<(usize, usize), Fit>;

fn settle_events(
    reports: &[Vec<Report>],
    lock: &Lock,
    free: &mut FreeIds,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Id>, Vec<(Id, Id)>) {
    let ids = distinct(lock.reports.iter().map(|report| &report.event));
    let fits = fits(reports, lock, &ids);
    let pairs = fits.iter().map(|((new, old), fit)| (*fit, *new, *old)).collect();
    let matched = match_best(pairs, reports.len(), |(likeness, ..)| likeness.is_near_copy());
    let mut settled: Vec<Option<Id>> = matched.chosen.iter().map(|old| old.map(|old| ids[old].clone())).collect();
    for new in in_seed_order(reports) {
        settled[new].get_or_insert_with(|| free.take(seed(&reports[new])));
    }
    let settled: Vec<Id> = settled.into_iter().flatten().collect();
    for tie in &matched.ties {
        let headline = |new: usize| reports[new].first().map_or("", |report| report.headline.as_str());
        let rivals = tie.new.iter().map(|new| format!("`{}` \"{}\"", settled[*new], headline(*new)));
        diagnostics.push(tied(ids[tie.old], "event", rivals));
    }
    let redirects = redirects(&fits, &ids, &settled);
    (settled, redirects)
}

fn fits(reports: &[Vec<Report>], lock: &Lock, ids: &[&Id]) -> Fits {
    let candidates = Candidates::of(lock);
    let mut fits = Fits::new();
    for (new, reports) in reports.iter().enumerate() {
        for (place, report) in reports.iter().enumerate() {
            for locked in candidates.like(report) {
                let Some(likeness) = likeness(&locked.print, &report.print, locked.article == report.article) else {
                    continue;
                };
                let fit = fits.entry((new, index_of(ids, &locked.event))).or_insert((likeness, false, 0));
                let lead = place == 0 && locked.lead;
                (fit.0, fit.1) = (fit.0, fit.1).max((likeness, lead));
                fit.2 += 1;
            }
        }
    }
    fits
}

/// The remembered reports, so arranged that those worth comparing with a new one are found without trying all.
struct Candidates<'a> {
    by_article: BTreeMap<&'a Id, Vec<usize>>,
    by_word: BTreeMap<u16, Vec<usize>>,
    reports: &'a [LockedReport],
}

impl<'a> Candidates<'a> {
    fn of(lock: &'a Lock) -> Self {
        let mut found = Self { by_article: BTreeMap::new(), by_word: BTreeMap::new(), reports: &lock.reports };
        for (ix, report) in lock.reports.iter().enumerate() {
            found.by_article.entry(&report.article).or_default().push(ix);
            for word in &report.print.words {
                found.by_word.entry(*word).or_default().push(ix);
            }
        }
        found
    }

    /// Returns the reports of the same article, and of others those that can share four fifths of the wording.
    ///
    /// Two sets that share 80 % (twice the shared over the sum) share two thirds of either, so one of any
    /// third-and-one-more of the words must be common: the rarest are asked.
    fn like(&self, report: &Report) -> impl Iterator<Item = &'a LockedReport> {
        let mut words: Vec<&[usize]> =
            report.print.words.iter().map(|word| self.by_word.get(word).map_or(&[][..], Vec::as_slice)).collect();
        words.sort_by_key(|lines| lines.len());
        words.truncate(words.len() / 3 + 2);
        let elsewhere = words.into_iter().flatten().copied();
        let here = self.by_article.get(&report.article).into_iter().flatten().copied();
        let mut lines: Vec<usize> = elsewhere.chain(here).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.into_iter().map(|ix| &self.reports[ix])
    }
}

/// Returns where the ids lead whose reports now belong, word for word, to an event with another id.
fn redirects(fits: &Fits, ids: &[&Id], settled: &[Id]) -> Vec<(Id, Id)> {
    let alive: BTreeSet<&Id> = settled.iter().collect();
    let mut best: BTreeMap<usize, (Fit, usize)> = BTreeMap::new();
    for ((new, old), fit) in fits {
        if fit.0.is_near_copy() && !alive.contains(ids[*old]) {
            let known = best.entry(*old).or_insert((*fit, *new));
            *known = (*known).max((*fit, *new));
        }
    }
    best.into_iter().map(|(old, (_, new))| (ids[old].clone(), settled[new].clone())).collect()
}

/// Returns the events in the order in which they choose new ids, so that it does not depend on the order of a list.
fn in_seed_order(reports: &[Vec<Report>]) -> Vec<usize> {
    let key = |ix: &usize| {
        let lead = reports[*ix].first();
        (seed(&reports[*ix]), lead.map(|lead| (&lead.path, lead.print.nth)))
    };
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by_cached_key(key);
    order
}

fn seed(reports: &[Report]) -> u64 {
    reports.first().map_or(0, |lead| lead.print.seed())
}

/// Returns the lock to write: what is there now as it looks now, and what is gone as it was.
fn renew(lock: &Lock, articles: Vec<LockedArticle>, reports: Vec<Vec<Report>>, events: &[Id]) -> Lock {
    let gone_articles = {
        let alive: BTreeSet<&Id> = articles.iter().map(|article| &article.id).collect();
        lock.articles.iter().filter(|article| !alive.contains(&article.id)).cloned().collect::<Vec<_>>()
    };
    let alive: BTreeSet<&Id> = events.iter().collect();
    let gone_reports = lock.reports.iter().filter(|report| !alive.contains(&report.event)).cloned();
    let reports = gone_reports.chain(locked(reports, events)).collect();
    let articles = articles.into_iter().chain(gone_articles).collect();
    Lock { articles, reports, ..lock.clone() }
}

fn locked(reports: Vec<Vec<Report>>, events: &[Id]) -> impl Iterator<Item = LockedReport> {
    reports.into_iter().zip(events).flat_map(|(reports, event)| {
        reports.into_iter().enumerate().map(|(place, report)| LockedReport {
            article: report.article,
            event: event.clone(),
            lead: place == 0,
            print: report.print,
            headline: report.headline,
        })
    })
}

fn distinct<'a>(ids: impl Iterator<Item = &'a Id>) -> Vec<&'a Id> {
    ids.collect::<BTreeSet<_>>().into_iter().collect()
}

/// `id` must be one of the sorted `ids`, as every id of the lock is.
fn index_of(ids: &[&Id], id: &Id) -> usize {
    ids.binary_search(&id).unwrap_or_else(|place| place)
}

pub(super) fn tied(id: &Id, what: &str, rivals: impl Iterator<Item = String>) -> Diagnostic {
    let rivals: Vec<String> = rivals.collect();
    let message = format!(
        "`{id}` can be the id of more than one {what}; it is left unused, they have new ids: {}",
        rivals.join(", ")
    );
    let fix = match what {
        "event" => format!("newsbook merge NEW {id}, where one of them is the old event"),
        _ => format!("nothing to do, unless addresses of the old {what} were given away"),
    };
    Diagnostic::warn(Code::TiedId, message).in_file(LOCK_FILE).fix(fix)
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use crate::model::MentionIx;
    use proptest::prelude::*;

    /// A sentence that is an event, its date and its names.
    type Told<'a> = (&'a str, &'a str, &'a [&'a str]);

    const BRIDGE: Told =
        ("The mayor of Aldvik opened a long bridge over the fjord on Monday.", "2025-03-03", &["Aldvik"]);
    const FERRY: Told = ("Ferry crews in Borrby stopped work over their pay for two days.", "2025-03-05", &["Borrby"]);
    const STORM: Told = ("A winter storm cut power to every school along the coast.", "2025-03-06", &[]);
    const VOTE: Told =
        ("Parliament is to vote on the harbour law next week.", "2025-03-10/2025-03-16", &["Parliament"]);

    fn article(path: &str, told: &[Told]) -> Article {
        samples::article(path, &told.iter().map(|told| told.0).collect::<Vec<_>>().join("\n"))
    }

    fn mention(article: usize, start: usize, told: &Told) -> Mention {
        samples::mention(article, start..start + told.0.len(), told.1, told.2)
    }

    fn event(mentions: Vec<MentionIx>) -> Event {
        samples::event(mentions)
    }

    /// Builds a project of articles, each sentence an event; `merged` lists sentences that are one, by number.
    fn build(files: &[(&str, &[Told])], merged: &[&[usize]], lock: &Lock) -> Identity {
        let articles: Vec<_> = files.iter().map(|(path, told)| article(path, told)).collect();
        let mut mentions = Vec::new();
        for (ix, (_, told)) in files.iter().enumerate() {
            let mut start = 0;
            for told in *told {
                mentions.push(mention(ix, start, told));
                start += told.0.len() + 1;
            }
        }
        let inside = |ix: usize| merged.iter().find(|group| group.contains(&ix));
        let groups = (0..mentions.len()).filter_map(|ix| match inside(ix) {
            Some(group) if group[0] != ix => None,
            Some(group) => Some(group.to_vec()),
            None => Some(vec![ix]),
        });
        let events: Vec<_> = groups.map(|group| event(group.into_iter().map(MentionIx).collect())).collect();
        identify(&articles, &mentions, &events, lock, &BTreeSet::new())
    }

    /// Through text, as a lock travels.
    fn saved(identity: &Identity) -> Lock {
        Lock::read(&identity.lock.print()).unwrap()
    }

    #[test]
    fn the_same_project_gives_the_same_ids_without_its_lock() {
        let files: &[(&str, &[Told])] = &[("a.txt", &[BRIDGE, FERRY]), ("b.txt", &[STORM, BRIDGE])];
        let first = build(files, &[], &Lock::default());
        assert_eq!(build(files, &[], &Lock::default()), first);
        let again = build(files, &[], &saved(&first));
        assert_eq!((&again.events, &again.articles), (&first.events, &first.articles));
        assert_eq!(again.lock.print(), first.lock.print());
        assert_eq!(again.diagnostics, []);
    }

    #[test]
    fn ids_stay_through_edits_moves_and_renames() {
        let first = build(&[("a.txt", &[BRIDGE, FERRY, STORM]), ("b.txt", &[VOTE])], &[], &Lock::default());
        let typo = (&*BRIDGE.0.replace("opened", "openned"), BRIDGE.1, BRIDGE.2);
        let moved_date = (FERRY.0, "2025-02-26", FERRY.2);
        let no_names: Told = (STORM.0, STORM.1, &["Coast"]);
        let files: &[(&str, &[Told])] = &[
            ("0-new.txt", &[("Nothing like it was ever told before.", "", &[])]),
            ("old.txt", &[no_names, typo, moved_date]),
            ("b.txt", &[VOTE]),
        ];
        let then = build(files, &[], &saved(&first));
        let of = |ix: usize| first.events[ix].clone();
        assert_eq!(then.events[1..], [of(2), of(0), of(1), of(3)]);
        assert_eq!(then.articles[1..], first.articles);
        assert_eq!(then.diagnostics, []);
    }

    #[test]
    fn another_event_never_inherits_an_id_and_none_is_reused() {
        let first = build(&[("a.txt", &[BRIDGE, FERRY])], &[], &Lock::default());
        let then = build(&[("a.txt", &[BRIDGE, STORM])], &[], &saved(&first));
        assert_eq!(then.events[0], first.events[0]);
        assert!(!first.events.contains(&then.events[1]));
        assert!(saved(&then).headline(&first.events[1]).is_some(), "the id of the ferry stays taken");
        let back = build(&[("a.txt", &[BRIDGE, FERRY])], &[], &saved(&then));
        assert_eq!(back.events, first.events);
    }

    #[test]
    fn a_replaced_file_is_another_article() {
        let first = build(&[("a.txt", &[BRIDGE, FERRY])], &[], &Lock::default());
        let then = build(&[("a.txt", &[STORM, VOTE])], &[], &saved(&first));
        assert_ne!(then.articles, first.articles);
        assert!(then.articles[0].as_str().starts_with(first.articles[0].as_str()), "the next longer id");
    }

    #[test]
    fn equal_sentences_have_ids_of_their_own() {
        let first = build(&[("a.txt", &[STORM, BRIDGE, STORM]), ("b.txt", &[STORM])], &[], &Lock::default());
        let distinct: BTreeSet<_> = first.events.iter().collect();
        assert_eq!(distinct.len(), 4);
        let then = build(&[("a.txt", &[STORM, BRIDGE, STORM]), ("b.txt", &[STORM])], &[], &saved(&first));
        assert_eq!(then.events, first.events);
    }

    #[test]
    fn a_tie_is_said_and_left_alone() {
        let first = build(&[("a.txt", &[STORM])], &[], &Lock::default());
        let then =
            build(&[("b.txt", &[STORM, BRIDGE, FERRY, VOTE]), ("c.txt", &[STORM, VOTE, FERRY])], &[], &saved(&first));
        assert!(!then.events.contains(&first.events[0]));
        assert_eq!(then.diagnostics.len(), 1);
        assert_eq!(then.diagnostics[0].code, Code::TiedId);
        assert_eq!(build(&[("b.txt", &[STORM])], &[], &saved(&then)).diagnostics, []);
    }

    #[test]
    fn what_a_better_merger_unites_is_redirected() {
        let files: &[(&str, &[Told])] = &[("a.txt", &[BRIDGE]), ("b.txt", &[BRIDGE, STORM])];
        let first = build(files, &[], &Lock::default());
        let then = build(files, &[&[1, 0]], &saved(&first));
        assert_eq!(then.events, [&first.events[1], &first.events[2]].map(Clone::clone));
        assert_eq!(then.redirects, [(first.events[0].clone(), first.events[1].clone())]);
        assert_eq!(build(files, &[&[1, 0]], &saved(&then)), then, "and stays so");
    }

    #[test]
    fn what_is_told_apart_again_leaves_the_id_with_the_first_report() {
        let files: &[(&str, &[Told])] = &[("a.txt", &[BRIDGE]), ("b.txt", &[STORM])];
        let first = build(files, &[&[0, 1]], &Lock::default());
        let then = build(files, &[], &saved(&first));
        assert_eq!(then.events[0], first.events[0]);
        assert_eq!(then.diagnostics, []);
    }

    #[test]
    fn a_reserved_id_is_not_given() {
        let files: &[(&str, &[Told])] = &[("a.txt", &[BRIDGE])];
        let articles = [article("a.txt", files[0].1)];
        let (mentions, events) = ([mention(0, 0, &BRIDGE)], [event(vec![MentionIx(0)])]);
        let free = identify(&articles, &mentions, &events, &Lock::default(), &BTreeSet::new());
        let reserved = free.events.iter().cloned().collect();
        let then = identify(&articles, &mentions, &events, &Lock::default(), &reserved);
        assert!(then.events[0].as_str().starts_with(free.events[0].as_str()) && then.events[0] != free.events[0]);
    }

    proptest! {
        #[test]
        fn ids_are_unique_and_stay(words in proptest::collection::vec("[a-d]{1,2}( [a-d]{1,2}){0,5}", 1..12)) {
            let told: Vec<Told> = words.iter().map(|text| (text.as_str(), "", &[][..])).collect();
            let first = build(&[("a.txt", &told)], &[], &Lock::default());
            let distinct: BTreeSet<_> = first.events.iter().collect();
            prop_assert_eq!(distinct.len(), first.events.len());
            let again = build(&[("a.txt", &told)], &[], &saved(&first));
            prop_assert_eq!(&again.events, &first.events);
            let fewer = build(&[("a.txt", &told[1..])], &[], &saved(&first));
            prop_assert!(fewer.events.iter().collect::<BTreeSet<_>>().len() == told.len() - 1);
        }
    }
}
