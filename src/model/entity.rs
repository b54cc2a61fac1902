//! People, bodies, places and offices.

use super::Edtf;

/// Somebody or something that has a page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Lower-case letters, digits and hyphens; its page lives at `/who/ID/`.
    pub id: String,
    pub name: String,
    pub kind: EntityKind,
    /// Other spellings, matched with case and diacritics folded.
    pub aliases: Vec<String>,
    pub roles: Vec<Role>,
}

impl Entity {
    /// Returns the role of a person, or the holder of an office, on a date; `None` where that is not certain: nobody
    /// known held it then, the date is open or of an unknown year, or it lies in the month in which the role changed.
    pub fn role_on(&self, date: &Edtf) -> Option<&Role> {
        let (first, last) = (date.first_day()?, date.last_day()?);
        let began = |role: &Role| role.from.is_none_or(|from| from.first_day().is_none_or(|day| day <= last));
        let ended = |role: &Role| role.to.is_some_and(|to| to.last_day().is_some_and(|day| day < first));
        let mut possible = self.roles.iter().filter(|role| began(role) && !ended(role));
        let (role, other) = (possible.next()?, possible.next());
        let sure_start = role.from.is_none_or(|from| from.last_day().is_some_and(|day| day <= first));
        let sure_end = role.to.is_none_or(|to| to.first_day().is_some_and(|day| last <= day));
        (other.is_none() && sure_start && sure_end).then_some(role)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityKind {
    Person,
    Body,
    Place,
    Office,
}

/// A role with its dates: what a person was, or who held an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// For a person the title of the role, for an office the id of the person who holds it.
    pub what: String,
    /// First day, month or year of the role; `None` is open.
    pub from: Option<Edtf>,
    /// Last day, month or year of the role; `None` is open.
    pub to: Option<Edtf>,
}
