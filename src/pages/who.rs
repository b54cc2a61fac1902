//! Somebody, something or some place: roles, what they said, what happened with them, and who appears with them; and
//! the list of all names.

use std::collections::BTreeMap;

use serde::Serialize;

use super::catalog::Catalog;
use super::names::{Name, names_of, spaced};
use super::parts::{Card, Maker, NameLink};
use super::target::Target;
use super::{Page, View};
use crate::model::{Edtf, Entity, EntityKind, EventIx, Kind, Role};

/// What `who.html` gets, as `who`.
#[derive(Debug, Serialize)]
pub struct WhoView<'a> {
    pub name: &'a str,
    pub kind: &'static str,
    pub aliases: &'a [String],
    pub roles: Vec<RoleView<'a>>,
    pub count: String,
    /// What they say, newest first.
    pub statements: Vec<Card<'a>>,
    /// What happened, newest first.
    pub events: Vec<Card<'a>>,
    /// How many events are too many to stand here.
    pub more: Option<String>,
    /// Who is named in the same events, the most frequent first.
    pub with: Vec<NameCount<'a>>,
}

/// A role and when it was held.
#[derive(Debug, Serialize)]
pub struct RoleView<'a> {
    /// What somebody was; of an office, who held it.
    pub what: NameLink<'a>,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// A name and how many events it is in.
#[derive(Debug, Serialize)]
pub struct NameCount<'a> {
    pub name: NameLink<'a>,
    pub events: usize,
    /// Length of its bar, 1 to 100.
    pub share: usize,
}

/// What `names.html` gets, as `names`.
#[derive(Debug, Serialize)]
pub struct NamesView<'a> {
    pub who: Vec<NameCount<'a>>,
    pub places: Vec<NameCount<'a>>,
}

/// Most events told on one page.
const SHOWN: usize = 100;

/// Most names that are listed as appearing together.
const TOGETHER: usize = 12;

/// Plans a page for each name that several events share or an editor listed.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    catalog.names.with_page().into_iter().map(|name| page(catalog, name)).collect()
}

/// Plans the list of all names.
pub fn list<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let (places, who): (Vec<_>, Vec<_>) = catalog.names.with_page().into_iter().partition(|name| name.is_place);
    let mut list = |names: &[&Name<'a>]| counts(&mut maker, names.iter().map(|name| (name.name, name.events.len())));
    let view = NamesView { who: list(&who), places: list(&places) };
    vec![Page::new(Target::Names, catalog.labels.ui.names_title.to_owned(), View::Names(view), maker)]
}

/// Returns names with the number of their events and a bar against the longest.
pub fn counts<'a>(maker: &mut Maker<'a, '_>, names: impl Iterator<Item = (&'a str, usize)>) -> Vec<NameCount<'a>> {
    let names: Vec<_> = names.collect();
    let most = names.iter().map(|(_, events)| *events).max().unwrap_or(1).max(1);
    let entry = |(name, events): (&'a str, usize)| NameCount {
        name: maker.name(name),
        events,
        share: (events * 100).div_ceil(most).max(1),
    };
    names.into_iter().map(entry).collect()
}

fn page<'a>(catalog: &Catalog<'a>, name: &Name<'a>) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let newest: Vec<EventIx> = name.events.iter().rev().copied().collect();
    let (shown, rest) = newest.split_at(newest.len().min(SHOWN));
    let (statements, events): (Vec<EventIx>, Vec<EventIx>) =
        shown.iter().copied().partition(|ix| is_said_by(catalog, *ix, name));
    let view = WhoView {
        name: name.name,
        kind: kind(catalog, name),
        aliases: name.entity.map_or(&[], |entity| &entity.aliases),
        roles: name.entity.map_or_else(Vec::new, |entity| roles(&mut maker, entity)),
        count: catalog.labels.count(name.events.len(), &catalog.labels.counts.events),
        statements: maker.cards(&statements),
        events: maker.cards(&events),
        more: (!rest.is_empty()).then(|| catalog.labels.count(rest.len(), &catalog.labels.counts.events)),
        with: together(&mut maker, name),
    };
    Page::new(Target::Who(name.key), name.name.to_owned(), View::Who(Box::new(view)), maker)
}

/// Whether an event is a statement of theirs, and not of somebody who named them.
fn is_said_by(catalog: &Catalog<'_>, ix: EventIx, name: &Name<'_>) -> bool {
    let event = catalog.event(ix);
    let speaker = event.mentions.iter().find_map(|ix| catalog.book[*ix].speaker.as_deref());
    event.kind == Kind::Statement && speaker.is_some_and(|speaker| name.stands_in(&spaced(speaker)))
}

fn kind(catalog: &Catalog<'_>, name: &Name<'_>) -> &'static str {
    let ui = &catalog.labels.ui;
    match name.entity.map(|entity| entity.kind) {
        Some(EntityKind::Person) => ui.person,
        Some(EntityKind::Body) => ui.body,
        Some(EntityKind::Office) => ui.office,
        Some(EntityKind::Place) => ui.place,
        None if name.is_place => ui.place,
        None => ui.name,
    }
}

fn roles<'a>(maker: &mut Maker<'a, '_>, entity: &'a Entity) -> Vec<RoleView<'a>> {
    let (book, labels) = (maker.catalog.book, maker.catalog.labels);
    let say = |date: &Option<Edtf>| date.as_ref().map(|date| labels.date(date));
    let mut view = |role: &'a Role| RoleView {
        what: match book.entities.iter().find(|other| entity.kind == EntityKind::Office && other.id == role.what) {
            Some(holder) => maker.name(&holder.name),
            None => NameLink { text: &role.what, link: None },
        },
        from: say(&role.from),
        to: say(&role.to),
    };
    entity.roles.iter().map(&mut view).collect()
}

fn together<'a>(maker: &mut Maker<'a, '_>, name: &Name<'a>) -> Vec<NameCount<'a>> {
    let catalog = maker.catalog;
    let mut shared: BTreeMap<&'a str, usize> = BTreeMap::new();
    for ix in &name.events {
        let found = names_of(catalog.event(*ix)).filter_map(|(spelling, _)| catalog.names.find(spelling));
        for other in found.filter(|other| other.key != name.key) {
            *shared.entry(other.name).or_default() += 1;
        }
    }
    let mut shared: Vec<_> = shared.into_iter().collect();
    shared.sort_by_key(|(name, events)| (std::cmp::Reverse(*events), *name));
    shared.truncate(TOGETHER);
    counts(maker, shared.into_iter())
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn an_office_names_its_holders_and_leads_to_them() {
        let mut book = sample::newsbook();
        let office = |entity: &mut Entity, holder: String| {
            entity.kind = EntityKind::Office;
            entity.roles = vec![Role { what: holder, from: None, to: None }];
        };
        let holder = book.entities[0].clone();
        let mut other = Entity { id: "chair".into(), name: "The chair".into(), aliases: vec![], ..holder.clone() };
        office(&mut other, holder.id.clone());
        book.entities.push(other);
        let catalog = Catalog::new(&book);
        let found = roles(&mut Maker::new(&catalog), &book.entities[book.entities.len() - 1]);
        assert_eq!((found[0].what.text, found[0].what.link.is_some()), (holder.name.as_str(), true));
    }

    #[test]
    fn what_somebody_else_says_of_them_is_no_statement_of_theirs() {
        let mut book = sample::newsbook();
        let statement = book.events.iter().position(|event| event.kind == Kind::Statement).expect("one of the sample");
        let mention = book.events[statement].mentions[0];
        for (speaker, expected) in [("the minister", false), ("A. Lovelace, an analyst", true)] {
            book.mentions[mention.0].speaker = Some(speaker.into());
            let catalog = Catalog::new(&book);
            let name = catalog.names.find("Ada Lovelace").expect("a name of the sample");
            assert_eq!(is_said_by(&catalog, EventIx(statement), name), expected, "{speaker}");
        }
    }
}
