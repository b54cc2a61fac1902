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
