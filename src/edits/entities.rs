//! `content/entities/*.yml`: people, bodies, places and offices, with the dates of their roles.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Edtf, Entity, EntityKind, Role};
use crate::yaml::{Source, Step};

use super::forms::Checks;
use super::lookup::is_slug;

/// One file: its path inside the project and its text.
pub type File<'a> = (&'a str, &'a str);

/// Reads all entity files. The entities are sorted by id; of two with the same id the first is kept, and the second
/// is an error, as is an office held by nobody known.
pub fn read_entities(files: &[File]) -> (Vec<Entity>, Vec<Diagnostic>) {
    let mut entities: BTreeMap<String, (Entity, String)> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    let mut holders = Vec::new();
    for (file, text) in files {
        if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            continue;
        }
        let source = Source::file(file, text);
        let (raw, faults) = source.read::<Vec<RawEntity>>();
        let mut checks = Checks { source, diagnostics: faults };
        for (index, raw) in raw.unwrap_or_default().into_iter().enumerate() {
            let entity = raw.check(index, &mut checks);
            let id_path = [Step::Item(index), Step::Key("id")];
            if let Some((_, first)) = entities.get(&entity.id) {
                let message = format!("`{}` is given twice, here and in {first}", entity.id);
                let diagnostic = Diagnostic::error(Code::GivenTwice, message).fix("join the two, or rename one");
                checks.error_at(diagnostic, &id_path);
            } else {
                if entity.kind == EntityKind::Office {
                    holders.push((source, index, entity.roles.clone()));
                }
                entities.insert(entity.id.clone(), (entity, (*file).to_owned()));
            }
        }
        diagnostics.append(&mut checks.diagnostics);
    }
    for (source, index, roles) in holders {
        diagnostics.extend(unknown_holders(source, index, &roles, &entities));
    }
    diagnostics.sort_by(|a, b| a.place.cmp(&b.place));
    (entities.into_values().map(|(entity, _)| entity).collect(), diagnostics)
}

fn unknown_holders(
    source: Source,
    index: usize,
    roles: &[Role],
    entities: &BTreeMap<String, (Entity, String)>,
) -> Vec<Diagnostic> {
    let unknown = roles.iter().enumerate().filter(|(_, role)| !entities.contains_key(&role.what));
    unknown
        .map(|(place, role)| {
            let fix = match nearest(&role.what, entities.keys().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add an entity with `id: {}`", role.what),
            };
            let diagnostic = Diagnostic::error(Code::UnknownId, format!("nobody has the id `{}`", role.what)).fix(fix);
            let path = [Step::Item(index), Step::Key("held_by"), Step::Item(place), Step::Key("who")];
            source.at_value(diagnostic, &path)
        })
        .collect()
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KindOfEntity {
    Person,
    Body,
    Place,
    Office,
}

#[derive(Deserialize)]
struct RawEntity {
    id: String,
    name: String,
    kind: KindOfEntity,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    roles: Vec<RawRole>,
    #[serde(default)]
    held_by: Vec<RawHolder>,
}

#[derive(Deserialize)]
struct RawRole {
    title: String,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Deserialize)]
struct RawHolder {
    who: String,
    from: Option<String>,
    to: Option<String>,
}

impl RawEntity {
    fn check(self, index: usize, checks: &mut Checks) -> Entity {
        let item = Step::Item(index);
        if !is_slug(&self.id) {
            let message = format!("`{}` cannot be the id of an entity", self.id);
            let fix = "write lower-case letters, digits and hyphens, for example `ada-berg`";
            checks.error_at(Diagnostic::error(Code::BadValue, message).fix(fix), &[item, Step::Key("id")]);
        }
        let kind = match self.kind {
            KindOfEntity::Person => EntityKind::Person,
            KindOfEntity::Body => EntityKind::Body,
            KindOfEntity::Place => EntityKind::Place,
            KindOfEntity::Office => EntityKind::Office,
        };
        let office = kind == EntityKind::Office;
        let (misplaced, fix) =
            if office { ("roles", "an office has `held_by`") } else { ("held_by", "use `roles`, or `kind: office`") };
        if if office { !self.roles.is_empty() } else { !self.held_by.is_empty() } {
            let diagnostic =
                Diagnostic::error(Code::BadValue, format!("`{misplaced}` does not go with this kind")).fix(fix);
            checks.diagnostics.push(checks.source.at_key(diagnostic, &[item, Step::Key(misplaced)]));
        }
        let rows: Vec<_> = if office {
            self.held_by.into_iter().map(|holder| (holder.who, holder.from, holder.to)).collect()
        } else {
            self.roles.into_iter().map(|role| (role.title, role.from, role.to)).collect()
        };
        let list = Step::Key(if office { "held_by" } else { "roles" });
        let roles = rows.into_iter().enumerate().map(|(place, (what, from, to))| {
            let path = [item, list, Step::Item(place)];
            Role { what, from: end(from, "from", path, checks), to: end(to, "to", path, checks) }
        });
        let roles = roles.collect();
        Entity { id: self.id, name: self.name, kind, aliases: self.aliases, roles }
    }
}

fn end(text: Option<String>, key: &'static str, [item, list, place]: [Step; 3], checks: &mut Checks) -> Option<Edtf> {
    checks.date(&text?, &[item, list, place, Step::Key(key)])
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: &str = "\
- { id: ada-berg, name: Ada Berg, kind: person, aliases: [Berg], roles: [{ title: Mayor, from: 2019-05 }] }
- { id: bo-dahl, name: Bo Dahl, kind: person }
- id: mayor
  name: Mayor of Aldvik
  kind: office
  held_by: [{ who: bo-dahl, to: 2019-05 }, { who: ada-berg, from: 2019-05 }]
";

    #[test]
    fn people_and_offices_are_read() {
        let (entities, diagnostics) = read_entities(&[("people.yml", PEOPLE), ("empty.yml", "# later\n")]);
        assert_eq!(diagnostics, []);
        let office = entities.iter().find(|entity| entity.id == "mayor").unwrap();
        let holder = |date: &str| office.role_on(&date.parse().unwrap()).map(|role| role.what.as_str());
        assert_eq!(holder("2018-02-01"), Some("bo-dahl"));
        assert_eq!(holder("2020"), Some("ada-berg"));
        assert_eq!(holder("2019-05-12"), None, "nobody knows on which day of May it changed");
        assert_eq!(holder("../2020-01-01"), None);
        assert_eq!(holder("XXXX-03-01"), None);
    }

    #[test]
    fn what_is_wrong_is_said_at_once() {
        let text = "\
- { id: Ada Berg, name: Ada, kind: person, held_by: [{ who: x }] }
- { id: head, name: Head, kind: office, held_by: [{ who: ada-brg, from: 5/6/2019 }] }
- { id: bo-dahl, name: Bo, kind: person }
- { id: ada-berg, name: Ada, kind: persn }
";
        let (_, diagnostics) = read_entities(&[("people.yml", PEOPLE), ("more.yml", text)]);
        let said: Vec<String> = diagnostics
            .iter()
            .map(|d| format!("{} {:?} {}", d.code, d.place.as_ref().and_then(|place| place.at), d.message))
            .collect();
        insta::assert_snapshot!(said.join("\n"), @r"
        N002 Some((1, 9)) `Ada Berg` cannot be the id of an entity
        N002 Some((1, 44)) `held_by` does not go with this kind
        N202 Some((2, 58)) nobody has the id `ada-brg`
        N102 Some((2, 73)) `5/6/2019` could be 5 June or 6 May
        N003 Some((3, 9)) `bo-dahl` is given twice, here and in people.yml
        N002 Some((4, 36)) `persn` is not one of the choices
        ");
    }
}
