//! The editor's decisions, applied to what was found, in the order in which they make sense.
//!
//! First every event gets its settled id, since decisions name events by id. Then reports are split off, hand-written
//! events join, events are merged, values replaced, and last of all events are hidden and pinned. Nothing is dropped
//! without a word: an id that is merged away or hidden still has an address, and an entry that names nothing is said,
//! with what it last named.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic};
use crate::model::{
    Article, ArticleIx, Change, Correction, Entity, Event, Gone, Id, Mention, MentionIx, MergeReason, Moved, Note,
    State, Theme,
};
use crate::yaml::Step;

use super::forms::nearest_id;
use super::identity::{Identity, identify, identify_more};
use super::lock::Lock;
use super::overrides::{Hide, Merge, Overrides, Split};
use super::release::{at_report, corrections, silent_changes, vanished};
use super::replace::Replacement;
use super::written::{Known, WrittenEvent, settle_ids};

/// What was found, before anybody decided anything.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    pub articles: &'a [Article],
    pub mentions: &'a [Mention],
    /// With provisional ids.
    pub events: &'a [Event],
}

/// What the project's people and its past say.
#[derive(Clone, Copy, Debug)]
pub struct Decisions<'a> {
    pub overrides: &'a Overrides,
    /// Events written by hand.
    pub written: &'a [WrittenEvent],
    pub lock: &'a Lock,
    pub themes: &'a [Theme],
    pub entities: &'a [Entity],
}

/// What there is after all decisions.
#[derive(Clone, Debug, Default)]
pub struct Decided {
    /// One for each article, in their order.
    pub article_ids: Vec<Id>,
    /// By date (undated last), then by id.
    pub events: Vec<Event>,
    /// By id.
    pub moved: Vec<Moved>,
    /// By id.
    pub gone: Vec<Gone>,
    /// Latest first.
    pub corrections: Vec<Correction>,
    /// What to write into `newsbook.lock`.
    pub lock: Lock,
    pub diagnostics: Vec<Diagnostic>,
}

/// Applies all decisions. `join` makes one event of some mentions, as the room `events` does.
pub fn decide(found: Found, decisions: Decisions, join: &dyn Fn(&[MentionIx]) -> Event) -> Decided {
    let reserved = decisions.written.iter().filter_map(|event| event.id.clone()).collect();
    let Identity { articles: article_ids, events: ids, redirects, lock, diagnostics } =
        identify(found.articles, found.mentions, found.events, decisions.lock, &reserved);
    let events = found.events.iter().zip(ids);
    let mut sheet = Sheet {
        found,
        overrides: decisions.overrides,
        events: events.map(|(event, id)| (id.clone(), Event { id, ..event.clone() })).collect(),
        moved: redirects.into_iter().collect(),
        merged: BTreeMap::new(),
        gone: Vec::new(),
        lock,
        diagnostics,
    };
    sheet.split(&article_ids, decisions.lock, join);
    sheet.write(decisions);
    sheet.merge(join);
    sheet.replace(decisions.themes, decisions.entities);
    sheet.pin();
    sheet.hide();
    sheet.compare_with_the_release(decisions.written);
    sheet.finish(article_ids)
}

/// The work in progress.
struct Sheet<'a> {
    found: Found<'a>,
    overrides: &'a Overrides,
    events: BTreeMap<Id, Event>,
    /// From, to: joined by the program.
    moved: BTreeMap<Id, Id>,
    /// From, to: joined by an editor.
    merged: BTreeMap<Id, Id>,
    gone: Vec<Gone>,
    lock: Lock,
    diagnostics: Vec<Diagnostic>,
}

impl Sheet<'_> {
    /// Makes events of their own out of reports that do not belong where they are.
    fn split(&mut self, article_ids: &[Id], lock: &Lock, join: &dyn Fn(&[MentionIx]) -> Event) {
        let mut parts: Vec<(Event, Id, &Split)> = Vec::new();
        for split in &self.overrides.splits {
            let path = [Step::Key("split"), Step::Item(split.index), Step::Key("event")];
            if !self.has(&split.event, &path) {
                continue;
            }
            let event = &self.events[&split.event];
            let (part, rest): (Vec<MentionIx>, Vec<MentionIx>) =
                event.mentions.iter().partition(|ix| self.stands_at(**ix, split));
            if part.is_empty() || rest.is_empty() || !self.one_article(&part) {
                self.bad_split(split, &part, &rest);
                continue;
            }
            let rest = Event { id: event.id.clone(), context: event.context.clone(), ..join(&rest) };
            self.events.insert(split.event.clone(), rest);
            parts.push((join(&part), split.event.clone(), split));
        }
        let events: Vec<Event> = parts.iter().map(|(event, ..)| event.clone()).collect();
        let alive: BTreeSet<Id> = self.events.keys().cloned().collect();
        let ids = identify_more(self.found, &events, article_ids, lock, &alive, &mut self.lock);
        for ((event, from, split), id) in parts.into_iter().zip(ids) {
            self.moved.remove(&id);
            let mut event = Event { id: id.clone(), ..event };
            event.editorial.changes.push(change("split", from.to_string(), String::new(), &split.note));
            self.events.insert(id, event);
        }
    }

    /// Adds the events that were written by hand.
    fn write(&mut self, decisions: Decisions) {
        let others = self.events.keys().cloned().collect();
        let (ids, mut diagnostics) = settle_ids(decisions.written, &others, &mut self.lock);
        self.diagnostics.append(&mut diagnostics);
        let Found { articles, mentions, .. } = self.found;
        let known = Known { articles, mentions, themes: decisions.themes, entities: decisions.entities };
        let unpinned = self.overrides.pins.len();
        for (place, (written, id)) in decisions.written.iter().zip(ids).enumerate() {
            let Some(id) = id else { continue };
            let (mut event, mut diagnostics) = written.event(id.clone(), known);
            event.editorial.pin = written.pin.then_some(unpinned + place);
            self.diagnostics.append(&mut diagnostics);
            self.events.insert(id, event);
        }
    }

    fn stands_at(&self, ix: MentionIx, split: &Split) -> bool {
        let mention = &self.found.mentions[ix.0];
        let path = &self.found.articles[mention.article.0].path;
        mention.paragraph == split.paragraph && split.article.as_ref().is_none_or(|article| article == path)
    }

    fn one_article(&self, part: &[MentionIx]) -> bool {
        let articles: BTreeSet<ArticleIx> = part.iter().map(|ix| self.found.mentions[ix.0].article).collect();
        articles.len() == 1
    }

    fn bad_split(&mut self, split: &Split, part: &[MentionIx], rest: &[MentionIx]) {
        let (id, paragraph) = (&split.event, split.paragraph);
        let place = |ix: &MentionIx| {
            let mention = &self.found.mentions[ix.0];
            format!("`{}#{}`", self.found.articles[mention.article.0].path, mention.paragraph)
        };
        let all: Vec<String> = part.iter().chain(rest).map(place).collect();
        let diagnostic = if part.is_empty() {
            Diagnostic::warn(Code::IdleOverride, format!("`{id}` has no report in paragraph {paragraph}"))
        } else if rest.is_empty() {
            Diagnostic::warn(Code::IdleOverride, format!("`{id}` has no report outside paragraph {paragraph}"))
        } else {
            Diagnostic::error(
                Code::BadValue,
                format!("`{id}` has reports in paragraph {paragraph} of several articles"),
            )
        };
        let diagnostic = diagnostic.fix(format!("its reports: {}", all.join(", ")));
        let path = [Step::Key("split"), Step::Item(split.index), Step::Key("at")];
        self.diagnostics.push(self.overrides.at_value(diagnostic, &path));
    }

    /// Joins events that an editor says are one; the ids that go lead to the one that stays.
    fn merge(&mut self, join: &dyn Fn(&[MentionIx]) -> Event) {
        for merge in &self.overrides.merges {
            for (place, from) in merge.from.iter().enumerate() {
                let path = [Step::Key("merge"), Step::Item(merge.index), Step::Key("from"), Step::Item(place)];
                self.record_merge(merge, from, if merge.from.len() > 1 { &path } else { &path[..3] });
            }
        }
        for merge in &self.overrides.merges {
            let target = self.root(&merge.into);
            let path = [Step::Key("merge"), Step::Item(merge.index), Step::Key("into")];
            if !self.has(&target, &path) {
                self.merged.retain(|from, _| !merge.from.contains(from));
                continue;
            }
            for from in merge.from.iter().filter(|from| self.merged.get(*from) == Some(&merge.into)) {
                let Some(gone) = self.events.remove(from) else { continue };
                let into = self.events[&target].clone();
                self.events.insert(target.clone(), join_events(into, gone, merge, join));
            }
        }
    }

    fn record_merge(&mut self, merge: &Merge, from: &Id, path: &[Step]) {
        let known = self.events.contains_key(from) || self.lock.knows(from) || self.moved.contains_key(from);
        let fault = if *from == merge.into || self.root(&merge.into) == *from {
            Some((Code::BadValue, format!("`{from}` would be merged into itself"), "remove it".into()))
        } else if let Some(into) = self.merged.get(from) {
            let message = format!("`{from}` is already merged into `{into}`");
            Some((Code::GivenTwice, message, "an event can be merged once: remove one of the two".into()))
        } else if !known {
            Some((Code::UnknownId, "no such event".into(), self.nearest(from)))
        } else {
            None
        };
        match fault {
            Some((code, message, fix)) => {
                self.diagnostics.push(self.overrides.at_value(Diagnostic::error(code, message).fix(fix), path));
            }
            None => {
                self.moved.remove(from);
                self.merged.insert(from.clone(), merge.into.clone());
            }
        }
    }

    /// Returns where an id leads after all merges; itself where it was not merged. Merges have no cycles.
    fn root(&self, id: &Id) -> Id {
        let mut id = id;
        while let Some(into) = self.merged.get(id) {
            id = into;
        }
        id.clone()
    }

    /// Puts the editor's values in place of what was found.
    fn replace(&mut self, themes: &[Theme], entities: &[Entity]) {
        let overrides = self.overrides;
        for (id, values) in &overrides.events {
            let path = [Step::Key("events"), Step::Key(id.as_str())];
            if !self.has_key(id, &path) {
                continue;
            }
            let Some(event) = self.events.remove(id) else { continue };
            let mut replacement = Replacement { values, themes, entities, overrides, diagnostics: Vec::new() };
            let event = replacement.apply(event);
            self.diagnostics.append(&mut replacement.diagnostics);
            self.events.insert(id.clone(), event);
        }
    }

    fn pin(&mut self) {
        for (rank, pin) in self.overrides.pins.iter().enumerate() {
            let long = [Step::Key("pin"), Step::Item(pin.index)];
            if self.has(&pin.event, &long)
                && let Some(event) = self.events.get_mut(&pin.event)
            {
                event.editorial.pin = event.editorial.pin.filter(|known| *known < rank).or(Some(rank));
            }
        }
    }

    fn hide(&mut self) {
        for Hide { event, note, index } in &self.overrides.hidden {
            let path = [Step::Key("hide"), Step::Item(*index), Step::Key("event")];
            if self.gone.iter().any(|gone| gone.id == *event) {
                let diagnostic = Diagnostic::error(Code::GivenTwice, format!("`{event}` is hidden twice"));
                self.diagnostics.push(self.overrides.at_value(diagnostic.fix("remove one of the two"), &path));
            } else if !self.events.contains_key(event) && !self.leads_somewhere(event) && self.was_told(event) {
                let headline = self.lock.headline(event).map(str::to_owned);
                self.gone.push(Gone { id: event.clone(), headline, planned: None, note: note.clone() });
            } else if self.has(event, &path) {
                let hidden = self.events.remove(event);
                let planned = hidden.as_ref().filter(|event| event.state == State::Scheduled);
                let planned = planned.and_then(|event| event.date.as_ref()).map(|dated| dated.date);
                let headline = hidden.map(|event| event.headline);
                self.gone.push(Gone { id: event.clone(), headline, planned, note: note.clone() });
            }
        }
    }

    /// Says what is told otherwise than it was published, and keeps the addresses of what is told no more.
    fn compare_with_the_release(&mut self, written: &[WrittenEvent]) {
        let (found, overrides) = (self.found, self.overrides);
        let place = |event: &Event, what: &'static str, diagnostic: Diagnostic| {
            let file = written.iter().find(|file| event.editorial.file.as_ref() == Some(&file.file));
            if let Some(file) = file {
                return file.at(diagnostic, &[Step::Key(what)]);
            }
            let id = Step::Key(event.id.as_str());
            let placed = overrides.at_value(diagnostic.clone(), &[Step::Key("events"), id, Step::Key(what)]);
            let known = event.editorial.changes.iter().any(|change| change.what == what);
            if known { placed } else { at_report(diagnostic, event, found.articles, found.mentions) }
        };
        self.diagnostics.extend(silent_changes(&self.events, &self.lock, &place));
        let gone = vanished(&self.lock, &|id| self.leads_somewhere(id));
        for (gone, warning) in gone {
            self.gone.push(gone);
            self.diagnostics.push(warning);
        }
    }

    /// Whether a release told it.
    fn was_told(&self, id: &Id) -> bool {
        self.lock.told.iter().any(|line| line.event == *id)
    }

    fn leads_somewhere(&self, id: &Id) -> bool {
        let to = self.root(self.moved.get(id).unwrap_or(id));
        self.events.contains_key(&to) || self.gone.iter().any(|gone| gone.id == to)
    }

    /// Whether there is such an event; says what is wrong at the value where there is none.
    fn has(&mut self, id: &Id, path: &[Step]) -> bool {
        self.missing(id).map(|fault| self.diagnostics.push(self.overrides.at_value(fault, path))).is_none()
    }

    /// The same for an id that is a key.
    fn has_key(&mut self, id: &Id, path: &[Step]) -> bool {
        self.missing(id).map(|fault| self.diagnostics.push(self.overrides.at_key(fault, path))).is_none()
    }

    fn missing(&self, id: &Id) -> Option<Diagnostic> {
        if self.events.contains_key(id) {
            return None;
        }
        Some(if let Some(into) = self.merged.get(id) {
            Diagnostic::error(Code::UnknownId, format!("`{id}` was merged into `{into}`"))
                .fix(format!("give this to `{}`", self.root(into)))
        } else if self.gone.iter().any(|gone| gone.id == *id) {
            Diagnostic::error(Code::UnknownId, format!("`{id}` is hidden")).fix("remove one of the two entries")
        } else if let Some(into) = self.moved.get(id) {
            Diagnostic::warn(Code::IdleOverride, format!("`{id}` is now part of `{into}`, so this changes nothing"))
                .fix(format!("give this to `{into}`"))
        } else if let Some(headline) = self.lock.headline(id) {
            let message = format!("`{id}` matches nothing any more; it last was \"{headline}\"");
            Diagnostic::warn(Code::IdleOverride, message).fix("remove the entry, or bring the source back")
        } else {
            Diagnostic::error(Code::UnknownId, "no such event").fix(self.nearest(id))
        })
    }

    fn nearest(&self, id: &Id) -> String {
        nearest_id(id.as_str(), self.events.values().map(|event| (&event.id, event.headline.as_str())))
    }

    fn finish(mut self, article_ids: Vec<Id>) -> Decided {
        let mut moved: Vec<Moved> = Vec::new();
        for (from, to) in self.moved.iter().chain(&self.merged) {
            let to = self.root(self.moved.get(to).unwrap_or(to));
            let there = self.events.contains_key(&to) || self.gone.iter().any(|gone| gone.id == to);
            if there && *from != to {
                moved.push(Moved { from: from.clone(), to });
            }
        }
        moved.sort_by(|a, b| a.from.cmp(&b.from));
        self.gone.sort_by(|a, b| a.id.cmp(&b.id));
        let mut events: Vec<Event> = self.events.into_values().collect();
        events.sort_by_cached_key(|event| {
            let day = event.date.as_ref().and_then(|dated| dated.date.sort_day());
            (day.is_none(), day, event.date.as_ref().map(|dated| dated.date), event.id.clone())
        });
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.place.clone());
        let corrections = corrections(&events, &self.gone, &self.lock);
        let Self { gone, lock, diagnostics, .. } = self;
        Decided { article_ids, events, moved, gone, corrections, lock, diagnostics }
    }
}

/// Returns `into` with the reports of `from`: what it says stays, who and where is known of both.
fn join_events(into: Event, from: Event, merge: &Merge, join: &dyn Fn(&[MentionIx]) -> Event) -> Event {
    let mentions: Vec<MentionIx> = into.mentions.iter().chain(&from.mentions).copied().collect();
    let joined = if mentions.is_empty() { into.clone() } else { join(&mentions) };
    let mut editorial = into.editorial;
    editorial.changes.push(change("merge", from.id.to_string(), into.id.to_string(), &merge.note));
    let words = merge.note.because.clone().unwrap_or_else(|| "an editor joined them".into());
    let mut merged_because = joined.merged_because;
    merged_because.push(MergeReason { words });
    Event {
        id: into.id,
        headline: into.headline,
        kind: into.kind,
        state: into.state,
        date: into.date.or(joined.date),
        mentions,
        context: [into.context, from.context].concat(),
        editorial,
        merged_because,
        ..joined
    }
}

/// Returns the record of one change.
pub(super) fn change(what: &'static str, from: String, to: String, note: &Note) -> Change {
    Change { what, from, to, note: note.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::overrides::read_overrides;
    use super::super::samples;
    use super::super::written::read_event;
    use super::*;
    use crate::model::{Confidence, DateBasis, Kind, Mark, Match};

    const A: &str = "The mayor of Aldvik opened a long bridge over the fjord.";
    const B: &str = "Ferry crews in Borrby stopped work over their pay.";
    const C: &str = "A winter storm cut power to every school along the coast.";
    const D: &str = "Parliament is to vote on the harbour law.";

    /// Four events in two articles, one a paragraph; the first two articles' first paragraphs are A and C.
    struct Project {
        articles: Vec<Article>,
        mentions: Vec<Mention>,
        events: Vec<Event>,
    }

    /// `groups` are the events: lists of sentences, by number.
    fn project(groups: &[&[usize]]) -> Project {
        let texts = [[A, B], [C, D]];
        let articles: Vec<_> =
            texts.iter().zip(["a.txt", "b.txt"]).map(|(text, path)| samples::article(path, &text.join("\n"))).collect();
        let mut mentions = Vec::new();
        for (ix, text) in texts.iter().enumerate() {
            let (first, second) = (0..text[0].len(), text[0].len() + 1..text[0].len() + 1 + text[1].len());
            for (paragraph, (span, who)) in (1..).zip([(first, "Aldvik"), (second, "Borrby")]) {
                let headline = text[paragraph as usize - 1].chars().take(12).collect();
                mentions.push(Mention { paragraph, headline, ..samples::mention(ix, span, "2025-03-03", &[who]) });
            }
        }
        let events = groups
            .iter()
            .map(|group| samples::join(&mentions, &group.iter().map(|ix| MentionIx(*ix)).collect::<Vec<_>>()));
        let events = events.collect();
        Project { articles, mentions, events }
    }

    impl Project {
        fn decide(&self, overrides: &str, lock: &Lock) -> Decided {
            self.decide_with(overrides, &[], lock)
        }

        fn decide_with(&self, overrides: &str, files: &[(&str, &str)], lock: &Lock) -> Decided {
            let written: Vec<_> = files
                .iter()
                .map(|(file, text)| {
                    let (event, faults) = read_event(file, text);
                    assert_eq!(faults, [], "{text}");
                    event.unwrap()
                })
                .collect();
            let (overrides, faults) = read_overrides("overrides.yml", overrides);
            assert_eq!(faults, [], "{overrides:?}");
            let found = Found { articles: &self.articles, mentions: &self.mentions, events: &self.events };
            let theme = |id: &str| Theme {
                id: id.into(),
                title: id.to_uppercase(),
                why: None,
                mark: Mark::Circle,
                matches: Match::default(),
            };
            let themes = [theme("sea"), theme("roads")];
            let decisions =
                Decisions { overrides: &overrides, written: &written, lock, themes: &themes, entities: &[] };
            decide(found, decisions, &|of| samples::join(&self.mentions, of))
        }

        /// The ids of the events in the order of the groups, without any decision.
        fn ids(&self) -> Vec<String> {
            let decided = self.decide("", &Lock::default());
            let of =
                |event: &Event| decided.events.iter().find(|e| e.mentions == event.mentions).unwrap().id.to_string();
            self.events.iter().map(of).collect()
        }
    }

    fn said(decided: &Decided) -> Vec<String> {
        decided
            .diagnostics
            .iter()
            .map(|d| format!("{} {} | {}", d.code, d.message, d.fix.as_deref().unwrap_or("")))
            .collect()
    }

    #[test]
    fn values_are_replaced_and_recorded() {
        let project = project(&[&[0], &[1], &[2], &[3]]);
        let id = &project.ids()[0];
        let text = format!(
            "events:\n  {id}: {{ date: 2025-03~, kind: plan, title: New, text: Some words., themes: [roads, sea], \
             entities: [Ada Berg], confidence: high, thread: who-pays, because: A call., by: AB }}"
        );
        let decided = project.decide(&text, &Lock::default());
        assert_eq!(said(&decided), [] as [String; 0]);
        let event = decided.events.iter().find(|event| event.id.as_str() == id).unwrap();
        let dated = event.date.as_ref().unwrap();
        assert_eq!((dated.date.to_string(), dated.basis), ("2025-03~".into(), DateBasis::Editor));
        assert_eq!((event.kind, event.state, event.confidence), (Kind::Plan, State::Scheduled, Confidence::High));
        assert_eq!((event.headline.as_str(), event.editorial.text.as_deref()), ("New", Some("Some words.")));
        assert_eq!(event.themes.iter().map(|hit| hit.theme).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(event.who, ["Ada Berg"]);
        assert_eq!(event.editorial.thread.as_deref(), Some("who-pays"));
        let changes: Vec<String> =
            event.editorial.changes.iter().map(|c| format!("{}: {} -> {}", c.what, c.from, c.to)).collect();
        insta::assert_snapshot!(changes.join("\n"), @r"
        date: 2025-03-03 -> 2025-03~
        kind: reported -> plan
        title: The mayor of -> New
        text:  -> Some words.
        confidence: low -> high
        themes:  -> ROADS, SEA
        entities: Aldvik -> Ada Berg
        ");
        assert!(event.editorial.changes.iter().all(|c| c.note.by.as_deref() == Some("AB")));
    }

    #[test]
    fn merged_events_are_one_and_their_ids_lead_to_it() {
        let mut project = project(&[&[0], &[1], &[2], &[3]]);
        project.events.iter_mut().for_each(|event| event.context = event.mentions.clone());
        let [a, b, c, _] = &project.ids()[..] else { panic!() };
        let text = format!("merge: [{{ into: {b}, from: {a} }}, {{ into: {c}, from: [{b}], because: One story. }}]");
        let decided = project.decide(&text, &Lock::default());
        assert_eq!(said(&decided), [] as [String; 0]);
        assert_eq!(decided.events.len(), 2);
        let event = decided.events.iter().find(|event| event.id.as_str() == c).unwrap();
        assert_eq!((event.mentions.len(), event.context.len()), (3, 3));
        assert_eq!(event.merged_because.last().unwrap().words, "One story.");
        let moved: BTreeSet<_> = decided.moved.iter().map(|m| (m.from.to_string(), m.to.to_string())).collect();
        assert_eq!(moved, BTreeSet::from([(a.clone(), c.clone()), (b.clone(), c.clone())]));
        let undone = project.decide("", &decided.lock);
        assert_eq!(undone.events.len(), 4, "without the entry the old ids come back");
        assert_eq!(undone.moved, []);
    }

    #[test]
    fn a_split_report_has_an_id_that_stays() {
        let project = project(&[&[0, 2], &[1], &[3]]);
        let id = &project.ids()[0];
        let text = format!("split: [{{ event: {id}, at: b.txt#1 }}]");
        let first = project.decide(&text, &Lock::default());
        assert_eq!(said(&first), [] as [String; 0]);
        assert_eq!(first.events.len(), 4);
        let again = project.decide(&text, &Lock::read(&first.lock.print()).unwrap());
        assert_eq!(again.events, first.events);
        assert_eq!(again.lock.print(), first.lock.print());
        let kept = first.events.iter().find(|event| event.id.as_str() == id).unwrap();
        assert_eq!(kept.mentions, [MentionIx(0)]);
        let healed = project.decide("", &again.lock);
        assert_eq!(healed.moved.len(), 1, "the part's address leads back to the whole");
    }

    #[test]
    fn hidden_and_pinned() {
        let project = project(&[&[0], &[1], &[2], &[3]]);
        let [a, b, c, d] = &project.ids()[..] else { panic!() };
        let text = format!(
            "hide: [{{ event: {a}, because: It was false. }}]\npin: [{c}, {b}]\nmerge: [{{ into: {a}, from: {d} }}]"
        );
        let decided = project.decide(&text, &Lock::default());
        assert_eq!(said(&decided), [] as [String; 0]);
        assert_eq!(decided.gone.len(), 1);
        assert_eq!(decided.gone[0].note.because.as_deref(), Some("It was false."));
        assert_eq!(decided.moved[0].to.as_str(), a, "what was merged into a hidden event leads to its tombstone");
        let pin = |id: &str| decided.events.iter().find(|event| event.id.as_str() == id).unwrap().editorial.pin;
        assert_eq!((pin(b), pin(c)), (Some(1), Some(0)));
        assert!(decided.lock.headline(&decided.gone[0].id).is_some(), "a hidden id is never given again");
    }

    #[test]
    fn what_names_nothing_is_said_all_at_once() {
        let all = project(&[&[0], &[1], &[2], &[3]]);
        let [a, b, c, _] = &all.ids()[..] else { panic!() };
        let lock = all.decide("", &Lock::default()).lock;
        let fewer = project(&[&[1], &[2], &[3]]);
        let typo = format!("{b}0");
        let text = format!(
            "events:\n  {a}: {{ title: Lost }}\n  {typo}: {{ title: Typo }}\n  {c}: {{ themes: rods, title: Away }}\n\
             merge: [{{ into: {b}, from: [{c}, {b}, zzzz] }}, {{ into: {b}, from: {c} }}]\nhide: [{{ event: {c} }}]"
        );
        let shown =
            said(&fewer.decide(&text, &lock)).join("\n").replace(a, "AAAA").replace(b, "BBBB").replace(c, "CCCC");
        insta::assert_snapshot!(shown, @r#"
        N203 `AAAA` matches nothing any more; it last was "The mayor of" | remove the entry, or bring the source back
        N202 no such event | did you mean `BBBB` "Ferry crews "?
        N202 `CCCC` was merged into `BBBB` | give this to `BBBB`
        N002 `BBBB` would be merged into itself | remove it
        N202 no such event | newsbook list events shows all ids
        N003 `CCCC` is already merged into `BBBB` | an event can be merged once: remove one of the two
        N202 `CCCC` was merged into `BBBB` | give this to `BBBB`
        "#);
    }

    #[test]
    fn a_theme_that_is_none_is_an_error_with_the_nearest() {
        let project = project(&[&[0], &[1]]);
        let ids = project.ids();
        let text = format!("events:\n  {}: {{ themes: rods }}\n  {}: {{ entities: [ada-berg] }}", ids[0], ids[1]);
        insta::assert_snapshot!(said(&project.decide(&text, &Lock::default())).join("\n"), @r"
        N202 no theme `rods` | did you mean `roads`?
        N202 no entity `ada-berg` | there is no entity yet
        ");
    }

    const VOTE: &str = "---\ndate: 2025-03-10\nkind: plan\nthemes: sea\npin: true\n\
        sources: [{ article: b.txt, paragraphs: [2] }, { url: https://example.org/, title: Agenda, accessed: 2025-03-01 }]\n\
        ---\nThe harbour law comes to the vote. It may fail.\n";

    #[test]
    fn a_written_event_stands_beside_the_others() {
        let project = project(&[&[0], &[1], &[2]]);
        let decided = project.decide_with("", &[("content/events/vote.md", VOTE)], &Lock::default());
        assert_eq!(said(&decided), [] as [String; 0]);
        let event = decided.events.iter().find(|event| event.editorial.file.is_some()).unwrap();
        assert_eq!(event.headline, "The harbour law comes to the vote");
        assert_eq!(
            (event.kind, event.state, event.mentions.as_slice()),
            (Kind::Plan, State::Scheduled, &[MentionIx(3)][..])
        );
        assert_eq!(event.editorial.web[0].title.as_deref(), Some("Agenda"));
        assert_eq!(event.editorial.pin, Some(0));
        let merge = format!("merge: [{{ into: {}, from: {} }}]", event.id, project.ids()[0]);
        let merged = project.decide_with(&merge, &[("content/events/vote.md", VOTE)], &decided.lock);
        assert_eq!(said(&merged), [] as [String; 0]);
        assert_eq!(merged.events.iter().find(|e| e.id == event.id).unwrap().mentions.len(), 2);
    }

    #[test]
    fn a_written_event_keeps_its_id_through_edits_and_renames() {
        let project = project(&[&[0]]);
        let id =
            |decided: &Decided| decided.events.iter().find(|event| event.editorial.file.is_some()).unwrap().id.clone();
        let first = project.decide_with("", &[("content/events/vote.md", VOTE)], &Lock::default());
        let lock = Lock::read(&first.lock.print()).unwrap();
        let edited = VOTE.replace("comes to the vote", "is put off");
        assert_eq!(id(&project.decide_with("", &[("content/events/vote.md", &edited)], &lock)), id(&first));
        assert_eq!(id(&project.decide_with("", &[("content/events/later.md", VOTE)], &lock)), id(&first));
        assert_ne!(id(&project.decide_with("", &[("content/events/later.md", &edited)], &lock)), id(&first));
        let own = VOTE.replacen("---\n", "---\nid: k7q2\n", 1);
        let two = project.decide_with("", &[("a.md", &own), ("b.md", &own)], &lock);
        assert_eq!(id(&two).as_str(), "k7q2");
        assert_eq!(said(&two).len(), 1, "the second cannot have it");
    }

    #[test]
    fn what_a_written_event_cites_must_be_there() {
        let project = project(&[&[0]]);
        let text = "---\nthemes: [see]\nentities: [ada-berg, Ada Berg]\nsources:\n- { article: b.tx, paragraphs: [1] }\n\
            - { article: b.txt, paragraphs: [9], quote: Nobody said so. }\n---\nA vote.\n";
        let decided = project.decide_with("", &[("content/events/vote.md", text)], &Lock::default());
        insta::assert_snapshot!(said(&decided).join("\n"), @r"
        N202 no theme `see` | did you mean `sea`?
        N202 no entity `ada-berg` | there is no entity yet
        N202 no article `b.tx` | did you mean `b.txt`?
        N202 `b.txt` has no paragraph 9 | it has 2
        N002 `b.txt` does not say this | quote it word for word
        ");
    }
}
