//! Shapes that the editor's files have in common: words for kinds and levels, one or many, and checks with a place.

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Confidence, Edtf, Grade, Id, Kind, Note};
use crate::yaml::{Source, Step};

/// `kind` as it is written.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum KindWord {
    Reported,
    Statement,
    Claim,
    Plan,
    Background,
}

impl From<KindWord> for Kind {
    fn from(word: KindWord) -> Self {
        match word {
            KindWord::Reported => Self::Reported,
            KindWord::Statement => Self::Statement,
            KindWord::Claim => Self::Claim,
            KindWord::Plan => Self::Plan,
            KindWord::Background => Self::Background,
        }
    }
}

/// `confidence` as it is written.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ConfidenceWord {
    Low,
    Medium,
    High,
}

impl From<ConfidenceWord> for Confidence {
    fn from(word: ConfidenceWord) -> Self {
        match word {
            ConfidenceWord::Low => Self::Low,
            ConfidenceWord::Medium => Self::Medium,
            ConfidenceWord::High => Self::High,
        }
    }
}

/// `a` or `[a, b]`.
#[derive(Clone, Debug, Default)]
pub(super) struct OneOrMany(pub Vec<String>);

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items;
        impl<'de> Visitor<'de> for Items {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an id or a list of them")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany(vec![text.into()]))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<OneOrMany, E> {
                Ok(OneOrMany(vec![number.to_string()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OneOrMany, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(OneOrMany(items))
            }
        }
        deserializer.deserialize_any(Items)
    }
}

/// An entry of `pin`: an id, or a map that gives a reason with it.
#[derive(Clone, Debug)]
pub(super) struct Pinned {
    pub event: String,
    pub note: RawNote,
}

/// The long form of [`Pinned`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PinnedMap {
    event: String,
    because: Option<String>,
    by: Option<String>,
    on: Option<String>,
}

impl<'de> Deserialize<'de> for Pinned {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entry;
        impl<'de> Visitor<'de> for Entry {
            type Value = Pinned;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an id")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Pinned, E> {
                Ok(Pinned { event: text.into(), note: RawNote::default() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Pinned, A::Error> {
                let PinnedMap { event, because, by, on } =
                    PinnedMap::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(Pinned { event, note: RawNote { because, by, on, correction: None } })
            }
        }
        deserializer.deserialize_any(Entry)
    }
}

/// Who, when and why, before the day is checked.
#[derive(Clone, Debug, Default)]
pub(super) struct RawNote {
    pub because: Option<String>,
    pub by: Option<String>,
    pub on: Option<String>,
    pub correction: Option<String>,
}

/// Checks values of one file, and keeps what was wrong with them.
pub(super) struct Checks<'a> {
    pub source: Source<'a>,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Checks<'a> {
    pub fn error_at(&mut self, diagnostic: Diagnostic, path: &[Step]) {
        self.diagnostics.push(self.source.at_value(diagnostic, path));
    }

    /// Returns the date at `path`, or `None` with N102 where it is not one.
    pub fn date(&mut self, text: &str, path: &[Step]) -> Option<Edtf> {
        match text.trim().parse() {
            Ok(date) => Some(date),
            Err(error) => {
                let fix = "write 2025-12-08. About, or unsure: 2025-12~, 2025-12-08?, 2025-12-01/2025-12-07";
                self.error_at(Diagnostic::error(Code::BadDate, error.to_string()).fix(fix), path);
                None
            }
        }
    }

    /// Returns the id at `path`, or `None` with N202 where it cannot be one.
    pub fn id(&mut self, text: &str, path: &[Step]) -> Option<Id> {
        let id = Id::parse(text);
        if id.is_none() {
            let message = format!("`{text}` is not an id: four or more consonants and digits, a letter first");
            let diagnostic = Diagnostic::error(Code::UnknownId, message).fix("newsbook list events shows the ids");
            self.error_at(diagnostic, path);
        }
        id
    }

    pub fn grade(&mut self, text: &str, path: &[Step]) -> Option<Grade> {
        let grade = text.parse().ok();
        if grade.is_none() {
            let message = format!("`{text}` is not a grade");
            let fix = "write a letter A–F for the source and a digit 1–6 for what it says, for example `B2`";
            self.error_at(Diagnostic::error(Code::BadValue, message).fix(fix), path);
        }
        grade
    }

    /// Returns the note of the entry at `path`.
    pub fn note(&mut self, raw: RawNote, path: &[Step]) -> Note {
        let on = raw.on.and_then(|on| {
            let path: Vec<Step> = path.iter().copied().chain([Step::Key("on")]).collect();
            self.date(&on, &path)
        });
        Note { because: raw.because, by: raw.by, on, correction: raw.correction }
    }
}

/// Returns "did you mean" with the headline that belongs to the nearest id, or where to look.
pub(super) fn nearest_id<'a>(id: &str, known: impl IntoIterator<Item = (&'a Id, &'a str)>) -> String {
    let known: Vec<(&str, &str)> = known.into_iter().map(|(id, headline)| (id.as_str(), headline)).collect();
    let near = nearest(id, known.iter().map(|(id, _)| *id));
    match near.and_then(|near| known.iter().find(|(id, _)| *id == near)) {
        Some((id, headline)) => format!("did you mean `{id}` \"{headline}\"?"),
        None => "newsbook list events shows all ids".into(),
    }
}
