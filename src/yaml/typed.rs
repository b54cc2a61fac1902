//! A tree read as a type: the part of `serde` that sees a [`Node`] and answers with the caller's value or one
//! [`Fault`], which knows the way to the node that does not fit.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::Step;
use super::place::Part;
use super::tree::{Meaning, Node};
use crate::diag::{Code, Diagnostic, nearest};

/// The first thing in a tree that does not fit its type.
#[derive(Debug)]
pub(super) struct Fault {
    /// Indices from the root to the node.
    pub path: Vec<Step<'static>>,
    pub part: Part,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Unknown { key: String, under: String, known: &'static [&'static str] },
    Missing(&'static str),
    Choice { given: String, known: &'static [&'static str] },
    Said(String),
}

/// Reads the tree as a `T`.
pub(super) fn read<T: de::DeserializeOwned>(tree: &Node) -> Result<T, Fault> {
    T::deserialize(At { node: tree, key: "" })
}

impl Fault {
    fn new(kind: Kind) -> Self {
        Self { path: Vec::new(), part: Part::Value, kind }
    }

    /// Returns the same fault seen from the parent.
    fn inside(mut self, index: usize) -> Self {
        self.path.insert(0, Step::Item(index));
        self
    }

    /// True where a key is missing only because it was reported and dropped before.
    pub(super) fn follows_from_a_drop(&self, tree: &Node) -> bool {
        let (Kind::Missing(name), Some(Node::Map(entries))) = (&self.kind, tree.at(&self.path)) else { return false };
        entries.iter().any(|(key, value)| key == name && *value == Node::Dropped)
    }

    /// Says it in words, still without a place.
    pub(super) fn diagnostic(&self) -> Diagnostic {
        match &self.kind {
            Kind::Unknown { key, under, known } => {
                let place = if under.is_empty() { String::new() } else { format!(" in `{under}`") };
                Diagnostic::error(Code::UnknownKey, format!("unknown key `{key}`{place}")).fix(suggest(key, known))
            }
            Kind::Missing(name) => Diagnostic::error(Code::BadValue, format!("`{name}` is missing")),
            Kind::Choice { given, known } => {
                let message = format!("`{given}` is not one of the choices");
                Diagnostic::error(Code::BadValue, message).fix(suggest(given, known))
            }
            Kind::Said(words) => Diagnostic::error(Code::BadValue, words.clone()),
        }
    }
}

/// Names the nearest valid word, where one is near, and all of them.
fn suggest(word: &str, known: &[&str]) -> String {
    let all = known.join(", ");
    match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?  All: {all}"),
        None => format!("use one of: {all}"),
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic().message)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(words: T) -> Self {
        Self::new(Kind::Said(words.to_string()))
    }

    fn invalid_type(found: de::Unexpected, expected: &dyn de::Expected) -> Self {
        Self::custom(format!("expected {}, found {}", in_words(&expected.to_string()), found_words(found)))
    }

    fn invalid_value(found: de::Unexpected, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_variant(given: &str, known: &'static [&'static str]) -> Self {
        Self::new(Kind::Choice { given: given.to_owned(), known })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Kind::Missing(field))
    }
}

/// Serde's names for types, as a person would say them.
fn in_words(expected: &str) -> String {
    match expected {
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number from 0".into(),
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number".into(),
        "f32" | "f64" => "a number".into(),
        "a boolean" => "`true` or `false`".into(),
        "a string" => "text".into(),
        "a sequence" => "a list (`[a, b]`, or lines that start with `- `)".into(),
        "a map" => "keys with values".into(),
        other if other.starts_with("struct ") => "keys with values".into(),
        other if other.starts_with("enum ") => "one word".into(),
        other => other.into(),
    }
}

fn found_words(found: de::Unexpected) -> String {
    match found {
        de::Unexpected::Str(text) => format!("the text `{text}`"),
        de::Unexpected::Unit => "nothing".into(),
        de::Unexpected::Seq => "a list".into(),
        de::Unexpected::Map => "keys with values".into(),
        other => other.to_string(),
    }
}

/// A node to be read, and the nearest key above it, for messages.
#[derive(Clone, Copy)]
struct At<'t> {
    node: &'t Node,
    key: &'t str,
}

impl<'de> Deserializer<'de> for At<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Null | Node::Dropped => visitor.visit_unit(),
            Node::Scalar { raw, meaning } => match meaning {
                Meaning::Text => visitor.visit_str(raw),
                Meaning::Bool(value) => visitor.visit_bool(*value),
                Meaning::Whole(value) => visitor.visit_i64(*value),
                Meaning::Real(value) => visitor.visit_f64(*value),
            },
            Node::List(items) => visitor.visit_seq(Items { items, key: self.key, next: 0 }),
            Node::Map(entries) => visitor.visit_map(Entries { entries, next: 0 }),
        }
    }

    /// A number or `true` where text is wanted is that text, as written.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Scalar { raw, .. } => visitor.visit_str(raw),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Null | Node::Dropped => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if let Node::Map(entries) = self.node {
            let unknown = |(_, (key, value)): &(usize, &(String, Node))| {
                *value != Node::Dropped && !fields.contains(&key.as_str())
            };
            if let Some((index, (key, _))) = entries.iter().enumerate().find(unknown) {
                let kind = Kind::Unknown { key: key.clone(), under: self.key.to_owned(), known: fields };
                return Err(Fault { part: Part::Key, ..Fault::new(kind) }.inside(index));
            }
        }
        self.deserialize_map(visitor)
    }

    /// A section with everything commented out is an empty one.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Null => visitor.visit_map(Entries { entries: &[], next: 0 }),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Null => visitor.visit_seq(Items { items: &[], key: self.key, next: 0 }),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.node {
            Node::Scalar { raw, .. } => visitor.visit_enum(raw.as_str().into_deserializer()),
            Node::Map(entries) if entries.len() == 1 => visitor.visit_enum(One { entry: &entries[0] }),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf
        unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

struct Items<'t> {
    items: &'t [Node],
    key: &'t str,
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        while let Some(node) = self.items.get(self.next) {
            self.next += 1;
            if *node != Node::Dropped {
                let index = self.next - 1;
                return seed.deserialize(At { node, key: self.key }).map(Some).map_err(|fault| fault.inside(index));
            }
        }
        Ok(None)
    }
}

struct Entries<'t> {
    entries: &'t [(String, Node)],
    next: usize,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        while let Some((key, value)) = self.entries.get(self.next) {
            if *value != Node::Dropped {
                let read = seed.deserialize(key.as_str().into_deserializer()).map(Some);
                return read.map_err(|fault: Fault| Fault { part: Part::Key, ..fault.inside(self.next) });
            }
            self.next += 1;
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let Some((key, node)) = self.entries.get(self.next) else {
            return Err(de::Error::custom("a value without a key"));
        };
        self.next += 1;
        let index = self.next - 1;
        seed.deserialize(At { node, key }).map_err(|fault| fault.inside(index))
    }
}

/// A map of one entry read as a choice that carries a value.
struct One<'t> {
    entry: &'t (String, Node),
}

impl<'de, 't> EnumAccess<'de> for One<'t> {
    type Error = Fault;
    type Variant = Held<'t>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Held<'t>), Fault> {
        let (key, node) = self.entry;
        Ok((seed.deserialize(key.as_str().into_deserializer())?, Held(At { node, key })))
    }
}

struct Held<'t>(At<'t>);

impl<'de> de::VariantAccess<'de> for Held<'_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        de::Deserialize::deserialize(self.0).map_err(|fault: Fault| fault.inside(0))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(self.0).map_err(|fault| fault.inside(0))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Fault> {
        self.0.deserialize_any(visitor).map_err(|fault| fault.inside(0))
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        self.0.deserialize_struct("", fields, visitor).map_err(|fault| fault.inside(0))
    }
}
