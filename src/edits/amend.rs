//! Writes a decision into the text of `overrides.yml`, leaving alone whatever its author wrote there.
//!
//! What a decision must be (an id that something has, a date that is one) is not checked here: the caller builds the
//! newsbook from the new text first, so a decision is held to the same checks whoever writes it.

use crate::diag::{Code, Diagnostic};
use crate::yaml::pen::{self, Item};

/// One decision to be written.
#[derive(Clone, Debug)]
pub enum Amendment<'a> {
    /// Values of an article, by its path.
    Article(&'a str, &'a [Value]),
    /// Values of an event, by its id.
    Event(&'a str, &'a [Value]),
    Merge {
        into: &'a str,
        from: &'a [String],
    },
    Split {
        event: &'a str,
        at: &'a str,
    },
    Hide {
        event: &'a str,
    },
    Pin {
        event: &'a str,
    },
}

/// A key and what is to stand behind it.
pub type Value = (&'static str, Given);

/// A value as a person gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A date, or one of a few words.
    Word(String),
    Prose(String),
    List(Vec<String>),
}

/// Who decided, when and why.
#[derive(Clone, Debug, Default)]
pub struct Remark {
    pub because: Option<String>,
    pub by: Option<String>,
    pub on: Option<String>,
    pub correction: Option<String>,
}

/// What the value of a key is; see [`Given`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Word,
    Prose,
    List,
}

/// What can be set for an article.
pub const KEYS_OF_ARTICLES: &[(&str, Shape)] = &[
    ("date", Shape::Word),
    ("title", Shape::Prose),
    ("source", Shape::Prose),
    ("grade", Shape::Word),
    ("language", Shape::Word),
    ("ignore", Shape::Word),
];

/// What can be set for an event.
pub const KEYS_OF_EVENTS: &[(&str, Shape)] = &[
    ("date", Shape::Word),
    ("kind", Shape::Word),
    ("title", Shape::Prose),
    ("text", Shape::Prose),
    ("themes", Shape::List),
    ("entities", Shape::List),
    ("confidence", Shape::Word),
    ("thread", Shape::Prose),
];

/// What a new file begins with.
const HEAD: &str = "\
# Corrections: they change what is published, never a source. Write here, or let newsbook set, merge, split, hide and pin
# do it.
version: 1
";

/// Returns the text with the decision in it.
///
/// Fails where the text is written in a form that cannot be edited without risk; the message then holds the lines to
/// write by hand.
pub fn amend(file: &str, text: Option<&str>, amendment: &Amendment, remark: &Remark) -> Result<String, Diagnostic> {
    let old = text.unwrap_or(HEAD);
    let new = match amendment {
        Amendment::Article(path, values) => put_all(old, ["articles", path], values, remark),
        Amendment::Event(id, values) => put_all(old, ["events", id], values, remark),
        Amendment::Pin { event } if remark.because.is_none() && remark.by.is_none() => {
            pen::push(old, "pin", &Item::Value(event))
        }
        _ => pen::push(old, section(amendment), &Item::Map(&fields(amendment, remark))),
    };
    new.ok_or_else(|| by_hand(file, amendment, remark))
}

fn put_all(text: &str, [section, name]: [&str; 2], values: &[Value], remark: &Remark) -> Option<String> {
    let all = values.iter().map(|(key, given)| (*key, given.yaml())).chain(remark.fields());
    all.into_iter().try_fold(text.to_owned(), |text, (key, value)| pen::put(&text, &[section, name, key], &value))
}

impl Given {
    fn yaml(&self) -> String {
        match self {
            Self::Word(text) => pen::scalar(text),
            Self::Prose(text) => pen::quoted(text),
            Self::List(items) => pen::list(items),
        }
    }
}

/// A key and the YAML behind it.
type Field = (&'static str, String);

impl Remark {
    fn fields(&self) -> Vec<Field> {
        let prose = |key, text: &Option<String>| Some((key, pen::quoted(text.as_deref()?)));
        let word = |key, text: &Option<String>| Some((key, pen::scalar(text.as_deref()?)));
        let all = [
            prose("because", &self.because),
            prose("correction", &self.correction),
            word("by", &self.by),
            word("on", &self.on),
        ];
        all.into_iter().flatten().collect()
    }
}

fn section(amendment: &Amendment) -> &'static str {
    match amendment {
        Amendment::Article(..) => "articles",
        Amendment::Event(..) => "events",
        Amendment::Merge { .. } => "merge",
        Amendment::Split { .. } => "split",
        Amendment::Hide { .. } => "hide",
        Amendment::Pin { .. } => "pin",
    }
}

fn fields(amendment: &Amendment, remark: &Remark) -> Vec<Field> {
    let mut fields = match amendment {
        Amendment::Article(_, values) | Amendment::Event(_, values) => {
            values.iter().map(|(key, given)| (*key, given.yaml())).collect()
        }
        Amendment::Merge { into, from } => vec![("into", (*into).to_owned()), ("from", pen::list(from))],
        Amendment::Split { event, at } => vec![("event", (*event).to_owned()), ("at", pen::quoted(at))],
        Amendment::Hide { event } | Amendment::Pin { event } => vec![("event", (*event).to_owned())],
    };
    fields.extend(remark.fields());
    fields
}

fn by_hand(file: &str, amendment: &Amendment, remark: &Remark) -> Diagnostic {
    let fields: Vec<String> =
        fields(amendment, remark).into_iter().map(|(key, value)| format!("{key}: {value}")).collect();
    let fields = fields.join(", ");
    let entry = match amendment {
        Amendment::Article(name, _) | Amendment::Event(name, _) => format!("{}: {{ {fields} }}", pen::scalar(name)),
        _ => format!("- {{ {fields} }}"),
    };
    let message = "is written in a form that cannot be edited without touching what is yours";
    let fix = format!("add this line under `{}`: {entry}", section(amendment));
    Diagnostic::error(Code::BadValue, message).in_file(file).fix(fix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edits::read_overrides;

    fn written(text: Option<&str>, amendment: &Amendment, remark: &Remark) -> String {
        let new = amend("overrides.yml", text, amendment, remark).unwrap();
        let (_, diagnostics) = read_overrides("overrides.yml", &new);
        assert_eq!(diagnostics, []);
        new
    }

    #[test]
    fn decisions_follow_each_other_in_a_new_file() {
        let remark =
            Remark { because: Some("she \"said\" so".into()), on: Some("2025-12-09".into()), ..Remark::default() };
        let none = Remark::default();
        let date = [("date", Given::Word("2025-12-07".into()))];
        let from = ["p0qk".to_owned(), "w8vt".to_owned()];
        let steps: &[(Amendment, &Remark)] = &[
            (Amendment::Event("k7q2", &date), &remark),
            (Amendment::Article("content/articles/wire/it's 2.txt", &date), &none),
            (Amendment::Merge { into: "k7q2", from: &from }, &remark),
            (Amendment::Split { event: "k7q2", at: "3" }, &none),
            (Amendment::Hide { event: "m3zd" }, &remark),
            (Amendment::Pin { event: "k7q2" }, &none),
        ];
        let text = steps
            .iter()
            .fold(None, |text: Option<String>, (amendment, remark)| Some(written(text.as_deref(), amendment, remark)));
        insta::assert_snapshot!(text.unwrap(), @r##"
        # Corrections: they change what is published, never a source. Write here, or let newsbook set, merge, split, hide and pin
        # do it.
        version: 1

        events:
          k7q2:
            date: 2025-12-07
            because: "she \"said\" so"
            on: 2025-12-09

        articles:
          "content/articles/wire/it's 2.txt":
            date: 2025-12-07

        merge:
          - into: k7q2
            from: [p0qk, w8vt]
            because: "she \"said\" so"
            on: 2025-12-09

        split:
          - event: k7q2
            at: "3"

        hide:
          - event: m3zd
            because: "she \"said\" so"
            on: 2025-12-09

        pin:
          - k7q2
        "##);
    }

    #[test]
    fn where_it_cannot_write_it_says_what_to_write() {
        let amendment = Amendment::Hide { event: "m3zd" };
        let fault = amend("overrides.yml", Some("hide: [\n]\n"), &amendment, &Remark::default()).unwrap_err();
        assert_eq!(fault.fix.as_deref(), Some("add this line under `hide`: - { event: m3zd }"));
    }
}
