//! YAML text as a tree that keeps what the typed readers of `serde_yaml` throw away: both of two equal keys, and the
//! spelling of numbers (a title `2024.10` is not 2024.1).
//!
//! A tree may not outgrow its text: what aliases repeat is counted, and a document that unfolds to several times its
//! own size is refused before it is built.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Deserializer, Error};

use super::Step;

/// How many times its own size a document may unfold to through aliases.
const UNFOLDING_LIMIT: usize = 4;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// Nothing after the colon, `~` or `null`.
    Null,
    Scalar {
        /// As written, without quotes.
        raw: String,
        meaning: Meaning,
    },
    List(Vec<Node>),
    /// In the order of the text.
    Map(Vec<(String, Node)>),
    /// Reported as wrong and skipped from then on. It keeps its place so that paths stay true.
    Dropped,
}

/// What a scalar is, as YAML's core schema resolves it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    Text,
    Bool(bool),
    Whole(i64),
    Real(f64),
}

/// A key that stands twice in one map, with the way to both.
#[derive(Debug)]
pub(super) struct Twin {
    pub key: String,
    pub first: Vec<Step<'static>>,
    pub second: Vec<Step<'static>>,
}

/// Reads a text. Fails where it is not YAML or unfolds to more than its size allows.
pub(super) fn parse(text: &str) -> Result<Node, Error> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Node::Map(Vec::new()));
    }
    let left = Cell::new(text.len() * UNFOLDING_LIMIT + 64);
    let mut tree = Meanings { left: &left }.deserialize(Deserializer::from_str(text))?;
    if tree.has_numbers() {
        Spellings(&mut tree).deserialize(Deserializer::from_str(text))?;
    }
    Ok(tree)
}

/// Returns the keys that stand twice, in text order.
pub(super) fn twins(tree: &Node) -> Vec<Twin> {
    let mut found = Vec::new();
    collect_twins(tree, &mut Vec::new(), &mut found);
    found
}

fn collect_twins(node: &Node, path: &mut Vec<Step<'static>>, found: &mut Vec<Twin>) {
    let mut seen = BTreeMap::new();
    if let Node::Map(entries) = node {
        for (index, (key, _)) in entries.iter().enumerate() {
            if let Some(first) = seen.get(key.as_str()) {
                let to = |index| path.iter().copied().chain([Step::Item(index)]).collect();
                found.push(Twin { key: key.clone(), first: to(*first), second: to(index) });
            } else {
                seen.insert(key.as_str(), index);
            }
        }
    }
    for (index, child) in node.children().enumerate() {
        path.push(Step::Item(index));
        collect_twins(child, path, found);
        path.pop();
    }
}

impl Node {
    /// Drops the node at a path of indices; does nothing where there is none.
    pub(super) fn drop_at(&mut self, path: &[Step]) {
        let Some((step, rest)) = path.split_first() else {
            *self = Node::Dropped;
            return;
        };
        if let Some(child) = self.child_mut(step) {
            child.drop_at(rest);
        }
    }

    /// Returns the node at a path of indices.
    pub(super) fn at(&self, path: &[Step]) -> Option<&Node> {
        path.iter().try_fold(self, |node, step| match (node, step) {
            (Node::List(items), Step::Item(index)) => items.get(*index),
            (Node::Map(entries), Step::Item(index)) => entries.get(*index).map(|(_, value)| value),
            _ => None,
        })
    }

    fn child_mut(&mut self, step: &Step) -> Option<&mut Node> {
        match (self, step) {
            (Node::List(items), Step::Item(index)) => items.get_mut(*index),
            (Node::Map(entries), Step::Item(index)) => entries.get_mut(*index).map(|(_, value)| value),
            _ => None,
        }
    }

    fn children(&self) -> Box<dyn Iterator<Item = &Node> + '_> {
        match self {
            Node::List(items) => Box::new(items.iter()),
            Node::Map(entries) => Box::new(entries.iter().map(|(_, value)| value)),
            _ => Box::new(std::iter::empty()),
        }
    }

    fn has_numbers(&self) -> bool {
        match self {
            Node::Scalar { meaning, .. } => *meaning != Meaning::Text,
            _ => self.children().any(Node::has_numbers),
        }
    }
}

/// Builds the tree as YAML resolves it; numbers still lack their spelling.
struct Meanings<'l> {
    /// Bytes and nodes that may still come.
    left: &'l Cell<usize>,
}

impl Meanings<'_> {
    fn spend<E: de::Error>(&self, bytes: usize) -> Result<(), E> {
        let left = self.left.get().checked_sub(bytes + 1);
        self.left.set(left.ok_or_else(|| E::custom("aliases repeat more than the text itself holds"))?);
        Ok(())
    }

    fn scalar<E: de::Error>(&self, raw: &str, meaning: Meaning) -> Result<Node, E> {
        self.spend(raw.len())?;
        Ok(Node::Scalar { raw: raw.to_owned(), meaning })
    }
}

impl<'de> DeserializeSeed<'de> for Meanings<'_> {
    type Value = Node;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Meanings<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain YAML; tags (`!name`) are not read")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        self.spend(0)?;
        Ok(Node::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Node, E> {
        self.scalar("", Meaning::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Node, E> {
        self.scalar("", Meaning::Whole(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Node, E> {
        let meaning = i64::try_from(value).map_or(Meaning::Real(value as f64), Meaning::Whole);
        self.scalar("", meaning)
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Node, E> {
        self.scalar("", Meaning::Real(value as f64))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Node, E> {
        self.scalar("", Meaning::Real(value as f64))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Node, E> {
        self.scalar("", Meaning::Real(value))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Node, E> {
        self.scalar(value, Meaning::Text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        self.spend(0)?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Meanings { left: self.left })? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        self.spend(0)?;
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            self.spend(key.len())?;
            entries.push((key, map.next_value_seed(Meanings { left: self.left })?));
        }
        Ok(Node::Map(entries))
    }
}

/// Walks the text beside its tree and fills in how each scalar was written.
struct Spellings<'t>(&'t mut Node);

impl<'de> DeserializeSeed<'de> for Spellings<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            Node::List(_) => deserializer.deserialize_seq(self),
            Node::Map(_) => deserializer.deserialize_map(self),
            Node::Scalar { .. } => deserializer.deserialize_str(self),
            Node::Null | Node::Dropped => deserializer.deserialize_ignored_any(de::IgnoredAny).map(|_| ()),
        }
    }
}

impl<'de> Visitor<'de> for Spellings<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the same text again")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<(), E> {
        if let Node::Scalar { raw, .. } = self.0 {
            value.clone_into(raw);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if let Node::List(items) = self.0 {
            for item in items {
                seq.next_element_seed(Spellings(item))?;
            }
        }
        seq.next_element::<de::IgnoredAny>().map(|_| ())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if let Node::Map(entries) = self.0 {
            for (_, value) in entries {
                map.next_key::<de::IgnoredAny>()?;
                map.next_value_seed(Spellings(value))?;
            }
        }
        map.next_key::<de::IgnoredAny>().map(|_| ())
    }
}
