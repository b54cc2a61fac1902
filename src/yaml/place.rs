//! Where a node of a YAML text stands.
//!
//! `serde_yaml` tells places only in its errors, so the way to learn one is to walk to the node and fail there: the
//! error carries the parser's own line and column. That costs one more parse for each message, and no second YAML
//! parser of ours that might disagree with the first.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Step;

/// Which half of a map entry is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Key,
    Value,
}

/// A stretch of one line: line and column from 1, column and width in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub line: usize,
    pub column: usize,
    pub width: usize,
}

/// Returns where the node at `path` stands, or `None` where there is no such node.
pub(super) fn find(text: &str, path: &[Step], part: Part) -> Option<Mark> {
    let error = Walk { path, part }.deserialize(serde_yaml::Deserializer::from_str(text)).err()?;
    let location = error.location()?;
    let line = text.lines().nth(location.line() - 1).unwrap_or_default();
    let start = line.char_indices().nth(location.column() - 1).map_or(line.len(), |(offset, _)| offset);
    let width = width(&line[..start], &line[start..], part);
    Some(Mark { line: location.line(), column: location.column(), width })
}

/// Returns how many characters the key or value at the start of `rest` takes on its line. Only an underline hangs on
/// it, so a comma in plain text between brackets may end it early.
fn width(before: &str, rest: &str, part: Part) -> usize {
    let until = |end: Option<usize>| end.map_or(rest, |end| &rest[..end]).trim_end();
    let quoted = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let shown = match (quoted, part) {
        (Some(quote), _) => until(rest[1..].find(quote).map(|end| end + 2)),
        (None, Part::Key) => until(rest.find(':')),
        (None, Part::Value) if before.contains(['[', '{']) => until(rest.find([',', ']', '}', '#'])),
        (None, Part::Value) => until(rest.find(" #")),
    };
    shown.chars().count().max(1)
}

/// Goes down the path and fails at its end.
struct Walk<'p> {
    path: &'p [Step<'p>],
    part: Part,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.path.is_empty() { deserializer.deserialize_any(Stop) } else { deserializer.deserialize_any(self) }
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or a map")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if let Some((Step::Item(index), rest)) = self.path.split_first() {
            for _ in 0..*index {
                seq.next_element::<IgnoredAny>()?;
            }
            seq.next_element_seed(Walk { path: rest, part: self.part })?;
        }
        Err(de::Error::custom("the path ends here"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((step, rest)) = self.path.split_first() else { return Err(de::Error::custom("the path ends here")) };
        let stop_at_key = rest.is_empty() && self.part == Part::Key;
        let mut index = 0;
        loop {
            let due = *step == Step::Item(index);
            let Some(found) = map.next_key_seed(Key { step, due, stop: stop_at_key })? else {
                return Err(de::Error::custom("the path ends here"));
            };
            if found {
                return map.next_value_seed(Walk { path: rest, part: self.part });
            }
            map.next_value::<IgnoredAny>()?;
            index += 1;
        }
    }
}

/// Says whether a key is the one looked for; fails at it where it is the end of the path.
struct Key<'p> {
    step: &'p Step<'p>,
    /// True where the entry's index is the one looked for.
    due: bool,
    stop: bool,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<bool, E> {
        let found = self.due || *self.step == Step::Key(key);
        if found && self.stop { Err(E::custom("here")) } else { Ok(found) }
    }
}

/// Fails at whatever it is shown: every method of a visitor that is not written down does.
struct Stop;

impl Visitor<'_> for Stop {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing")
    }
}
