//! What was published, and what has become different since.
//!
//! `build --release` writes into the lock how each event is told: its date, kind and words. From then on a change to
//! one of them is a correction, and readers are owed a sentence about it; without one it is N303. That is an error
//! where an editor made the change. Where the articles made it (a new source, a better reading) it is a warning, so
//! that a desk can go on building, but no release. Words that only came from another article are no change of ours.
//!
//! A line is written only for what differs from the release before, so the lock grows with the changes and not with
//! the releases.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::diag::{Code, Diagnostic};
use crate::model::{Article, Correction, Edtf, Event, Gone, Id, Kind, Mention, Note};

use super::lock::{Lock, LockedRelease, LockedTold, Told};
use super::replace::kind_word;

/// What became different of one event between two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub event: Id,
    pub before: Option<Told>,
    pub after: Option<Told>,
}

/// Returns the lock with a release of that day, in which the events are told as they are now.
pub fn release(mut lock: Lock, events: &[Event], day: NaiveDate) -> Lock {
    let number = lock.releases.iter().map(|release| release.number).max().unwrap_or(0) + 1;
    let differences = differences(&state_at(&lock, None), &state_now(events));
    lock.releases.push(LockedRelease { number, day });
    let told =
        differences.into_iter().map(|found| LockedTold { event: found.event, release: number, told: found.after });
    lock.told.extend(told.collect::<Vec<_>>());
    lock
}

/// Returns how the events were told in a release; in the last one, where none is named.
pub fn state_at(lock: &Lock, release: Option<u32>) -> BTreeMap<Id, Told> {
    let mut lines: Vec<&LockedTold> =
        lock.told.iter().filter(|line| release.is_none_or(|last| line.release <= last)).collect();
    lines.sort_by_key(|line| line.release);
    let last: BTreeMap<&Id, &LockedTold> = lines.into_iter().map(|line| (&line.event, line)).collect();
    last.into_iter().filter_map(|(id, line)| Some((id.clone(), line.told.clone()?))).collect()
}

/// Returns how the events are told now.
pub fn state_now(events: &[Event]) -> BTreeMap<Id, Told> {
    events.iter().map(|event| (event.id.clone(), told(event))).collect()
}

/// Returns what differs between two states, by id.
pub fn differences(before: &BTreeMap<Id, Told>, after: &BTreeMap<Id, Told>) -> Vec<Difference> {
    let ids: BTreeSet<&Id> = before.keys().chain(after.keys()).collect();
    let pair = |id: &Id| (before.get(id).cloned(), after.get(id).cloned());
    let all = ids.into_iter().map(|id| (id, pair(id)));
    let differ = all.filter(|(_, (before, after))| before != after);
    differ.map(|(id, (before, after))| Difference { event: id.clone(), before, after }).collect()
}

fn told(event: &Event) -> Told {
    Told {
        date: event.date.as_ref().map(|dated| dated.date),
        kind: kind_word(event.kind).into(),
        headline: event.headline.clone(),
        text: event.editorial.text.clone().unwrap_or_default(),
        correction: correction(event).unwrap_or_default().to_owned(),
    }
    .on_one_line()
}

/// The last correction of an event, as it reads now.
fn correction(event: &Event) -> Option<&str> {
    event.editorial.changes.iter().rev().find_map(|change| change.note.correction.as_deref())
}

/// One thing that was published and is different now.
struct Changed {
    what: &'static str,
    was: String,
    now: String,
}

impl Told {
    /// Returns what a reader of the first would find changed in the second.
    pub fn changes(&self, now: &Self) -> Vec<(&'static str, String, String)> {
        let date = |told: &Self| told.date.map_or_else(|| "undated".into(), |date| date.to_string());
        let all = [
            ("date", date(self), date(now)),
            ("kind", self.kind.clone(), now.kind.clone()),
            ("title", self.headline.clone(), now.headline.clone()),
            ("text", self.text.clone(), now.text.clone()),
        ];
        all.into_iter().filter(|(_, was, now)| was != now).collect()
    }
}

/// Complains of every event that was published otherwise and does not say so.
///
/// `place` finds the entry or file in which an editor made the change to a key, `None` where the articles made it.
pub(super) fn silent_changes(
    events: &BTreeMap<Id, Event>,
    lock: &Lock,
    place: &dyn Fn(&Event, &'static str, Diagnostic) -> Diagnostic,
) -> Vec<Diagnostic> {
    let published = state_at(lock, None);
    let known = published.iter().filter_map(|(id, old)| Some((old, events.get(id)?)));
    known.flat_map(|(old, event)| silent(old, event, place)).collect()
}

fn silent(
    old: &Told,
    event: &Event,
    place: &dyn Fn(&Event, &'static str, Diagnostic) -> Diagnostic,
) -> Vec<Diagnostic> {
    let now = told(event);
    let said = !now.correction.is_empty() && now.correction != old.correction;
    let by_editor =
        |what| event.editorial.file.is_some() || event.editorial.changes.iter().any(|change| change.what == what);
    let changed = old.changes(&now).into_iter().map(|(what, was, now)| Changed { what, was, now });
    let owed = changed.filter(|change| !said && (by_editor(change.what) || !matches!(change.what, "title" | "text")));
    owed.map(|change| complaint(event, &change, by_editor(change.what), place)).collect()
}

fn complaint(
    event: &Event,
    Changed { what, was, now }: &Changed,
    by_editor: bool,
    place: &dyn Fn(&Event, &'static str, Diagnostic) -> Diagnostic,
) -> Diagnostic {
    let id = &event.id;
    let message =
        format!("the {what} of `{id}` was published as `{was}` and is now `{now}`, and no `correction` says so");
    let tell = format!("newsbook set {id} {what}={} --correction \"…\"", shell(now));
    if by_editor {
        let fix = if event.editorial.file.is_some() { "add `correction: …`, which readers see".into() } else { tell };
        return place(event, what, Diagnostic::error(Code::SilentChange, message).fix(fix));
    }
    let fix = format!("{tell} to tell readers, or newsbook set {id} {what}={} --because \"…\" to keep it", shell(was));
    place(event, what, Diagnostic::warn(Code::SilentChange, message).fix(fix))
}

/// A value as it is typed at a prompt.
fn shell(value: &str) -> String {
    if value.contains(' ') { format!("\"{value}\"") } else { value.to_owned() }
}

/// Returns a tombstone, and a warning, for each published event that is neither told nor led elsewhere nor hidden.
pub(super) fn vanished(lock: &Lock, has_address: &dyn Fn(&Id) -> bool) -> Vec<(Gone, Diagnostic)> {
    let gone = |(id, told): (Id, Told)| {
        let message = format!("`{id}` \"{}\" was published and nothing tells it any more", told.headline);
        let fix = format!(
            "its address now says so: give the reason with newsbook hide {id} --because \"…\", lead it to another \
             event with newsbook merge INTO {id}, or bring the source back"
        );
        let warning = Diagnostic::warn(Code::Vanished, message).fix(fix);
        let planned = told.date.filter(|_| told.kind == kind_word(Kind::Plan));
        (Gone { id, headline: Some(told.headline), planned, note: Note::default() }, warning)
    };
    state_at(lock, None).into_iter().filter(|(id, _)| !has_address(id)).map(gone).collect()
}

/// Returns every correction that readers were or are to be told, the latest first.
pub(super) fn corrections(events: &[Event], gone: &[Gone], lock: &Lock) -> Vec<Correction> {
    let mut all: Vec<Correction> = Vec::new();
    for event in events {
        for change in &event.editorial.changes {
            let Some(said) = &change.note.correction else { continue };
            let known = all.iter_mut().find(|known| known.event == event.id && known.said == *said);
            let row = (change.what, change.from.clone(), change.to.clone());
            match known {
                Some(known) => known.changes.push(row),
                None => all.push(new_correction(&event.id, said, change.note.on, vec![row])),
            }
        }
    }
    for gone in gone {
        if let Some(said) = &gone.note.correction {
            all.push(new_correction(&gone.id, said, gone.note.on, Vec::new()));
        }
    }
    all.extend(earlier(lock, &all));
    all.sort_by(|a, b| {
        let day = |correction: &Correction| correction.on.and_then(|on| on.sort_day());
        day(b).cmp(&day(a)).then_with(|| (&a.event, &a.said).cmp(&(&b.event, &b.said)))
    });
    all
}

/// Corrections of earlier releases whose place in the overrides a later one has taken.
fn earlier(lock: &Lock, known: &[Correction]) -> Vec<Correction> {
    let said = |line: &LockedTold| Some((line.event.clone(), line.told.as_ref()?.correction.clone()));
    let day =
        |number| lock.releases.iter().find(|release| release.number == number).map(|release| Edtf::from(release.day));
    let mut seen: BTreeSet<(Id, String)> = known.iter().map(|one| (one.event.clone(), one.said.clone())).collect();
    let mut found = Vec::new();
    for line in &lock.told {
        if let Some((id, text)) = said(line)
            && !text.is_empty()
            && seen.insert((id.clone(), text.clone()))
        {
            found.push(new_correction(&id, &text, day(line.release), Vec::new()));
        }
    }
    found
}

fn new_correction(
    event: &Id,
    said: &str,
    on: Option<Edtf>,
    changes: Vec<(&'static str, String, String)>,
) -> Correction {
    Correction { event: event.clone(), said: said.into(), on, changes }
}

/// Places a message at the report that gives an event its date.
pub(super) fn at_report(
    diagnostic: Diagnostic,
    event: &Event,
    articles: &[Article],
    mentions: &[Mention],
) -> Diagnostic {
    let Some(mention) = event.mentions.first().map(|ix| &mentions[ix.0]) else { return diagnostic };
    let article = &articles[mention.article.0];
    let paragraph = article.paragraphs.iter().find(|paragraph| paragraph.number == mention.paragraph);
    match paragraph {
        Some(paragraph) => diagnostic.at(&article.path, paragraph.line, 1),
        None => diagnostic.in_file(&article.path),
    }
}
