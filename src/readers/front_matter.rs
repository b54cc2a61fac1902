//! What a file says about itself between two `---` lines.
//!
//! Our own keys are those of the reference page; besides, the names that Hugo, Jekyll, Zotero and CSL give to the same
//! things are read. Pasted files carry keys of other tools that mean nothing here, so an unknown key is no error: it
//! is a warning where it looks like a slip of the hand, else a note that only `-v` shows.
//!
//! A value that is wrong is reported with its place and left out. A date that could be two days is not a date.

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::full_date::metadata_date;
use super::{About, Published, Source};
use crate::diag::{Code, Diagnostic, Level};
use crate::model::{Grade, Rights};
use crate::yaml;

/// Reads the front matter of a file: what it says, the rest of the text, and the line the rest begins on.
pub(super) fn read(source: Source<'_>) -> (About, &str, u32, Vec<Diagnostic>) {
    let Some((yaml, first_line, end)) = yaml::split_front_matter(source.text) else {
        return (About::default(), source.text, 1, unclosed(source).into_iter().collect());
    };
    let body_line = 1 + source.text[..end].matches('\n').count() as u32;
    let place = yaml::Source::front_matter(source.file, yaml, first_line);
    let (keys, found): (Option<Keys>, _) = place.read();
    let mut diagnostics: Vec<_> = found.into_iter().map(soften).collect();
    let about = keys.unwrap_or_default().about(&place, &mut diagnostics);
    (about, &source.text[end..], body_line, diagnostics)
}

/// Warns of front matter that nothing ends, for it would be read as text.
fn unclosed(source: Source) -> Option<Diagnostic> {
    let mut lines = source.text.lines();
    let opens = lines.next()?.trim_end() == "---";
    let key = lines.next()?.split_once(':')?.0;
    let looks_like_keys = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
    (opens && looks_like_keys).then(|| {
        let message = "the front matter has no end; it is read as text";
        Diagnostic::warn(Code::NotYaml, message).at(source.file, 1, 1).fix("close it with a line `---`")
    })
}

/// Makes an unknown key a warning, or a note where it is not even similar to one of ours.
fn soften(diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.code != Code::UnknownKey {
        return diagnostic;
    }
    match diagnostic.fix.as_deref().and_then(|fix| fix.split_once("  ")) {
        Some((near, _)) => Diagnostic { level: Level::Warn, fix: Some(near.to_owned()), ..diagnostic },
        None => Diagnostic { level: Level::Info, fix: None, ..diagnostic },
    }
}

/// The keys, ours first, then the aliases that are read and never written.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Keys {
    title: Option<String>,
    date: Option<Day>,
    updated: Option<Day>,
    source: Option<String>,
    url: Option<String>,
    author: Option<Names>,
    language: Option<String>,
    grade: Option<String>,
    text: Option<Shown>,
    themes: Words,
    entities: Words,
    ignore: bool,
    /// Hugo and Jekyll.
    #[serde(rename = "publishDate")]
    publish_date: Option<Day>,
    lastmod: Option<Day>,
    last_modified_at: Option<Day>,
    tags: Words,
    categories: Words,
    draft: bool,
    /// Zotero and CSL.
    issued: Option<Day>,
    #[serde(rename = "container-title")]
    container_title: Option<String>,
    #[serde(rename = "URL")]
    csl_url: Option<String>,
    lang: Option<String>,
}

impl Keys {
    fn about(self, place: &yaml::Source, diagnostics: &mut Vec<Diagnostic>) -> About {
        let mut check = Check { place, diagnostics };
        let published = [("date", &self.date), ("publishDate", &self.publish_date), ("issued", &self.issued)];
        let updated =
            [("updated", &self.updated), ("lastmod", &self.lastmod), ("last_modified_at", &self.last_modified_at)];
        About {
            title: check.not_empty("title", self.title),
            published: check.first_day(published),
            updated: match check.first_day(updated) {
                Published::At(date) => Some(date),
                Published::Unsaid | Published::Unreadable => None,
            },
            source: check.not_empty("source", self.source).or(self.container_title),
            url: check.web_address("url", self.url).or(check.web_address("URL", self.csl_url)),
            author: self.author.map(|names| names.0).filter(|names| !names.is_empty()),
            language: check.not_empty("language", self.language).or(self.lang),
            grade: check.grade(self.grade),
            rights: self.text.unwrap_or_default().rights(),
            themes: [self.themes.0, self.tags.0, self.categories.0].concat(),
            entities: self.entities.0,
            ignore: self.ignore || self.draft,
        }
    }
}

/// Checks that need more than a type, and reports what fails them.
struct Check<'a> {
    place: &'a yaml::Source<'a>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Check<'_> {
    fn report(&mut self, key: &str, diagnostic: Diagnostic) {
        self.diagnostics.push(self.place.at_value(diagnostic, &[key.into()]));
    }

    fn not_empty(&mut self, key: &'static str, value: Option<String>) -> Option<String> {
        let value = value?.trim().to_owned();
        if value.is_empty() {
            let diagnostic = Diagnostic::warn(Code::BadValue, format!("`{key}` is empty")).fix("fill it or remove it");
            self.report(key, diagnostic);
        }
        Some(value).filter(|value| !value.is_empty())
    }

    /// Reads the first of the keys that is there.
    fn first_day<const N: usize>(&mut self, keys: [(&'static str, &Option<Day>); N]) -> Published {
        let Some((key, day)) = keys.into_iter().find_map(|(key, day)| day.as_ref().map(|day| (key, day))) else {
            return Published::Unsaid;
        };
        match metadata_date(&day.0) {
            Ok(date) => Published::At(date),
            Err(reason) => {
                let fix = "write 2025-12-08; about, or unsure: 2025-12~, 2025-12-08?, 2025-12-01/2025-12-07";
                self.report(key, Diagnostic::error(Code::BadDate, reason).fix(fix));
                Published::Unreadable
            }
        }
    }

    /// An address inside a site, as Hugo and Jekyll write it, is not where the article stands.
    fn web_address(&mut self, key: &'static str, value: Option<String>) -> Option<String> {
        let value = self.not_empty(key, value)?;
        let web = ["http://", "https://"].iter().any(|scheme| value.starts_with(scheme));
        if !web && !value.starts_with('/') {
            let diagnostic = Diagnostic::warn(Code::BadValue, format!("`{value}` is not a web address"));
            self.report(key, diagnostic.fix("write it with https://"));
        }
        web.then_some(value)
    }

    fn grade(&mut self, value: Option<String>) -> Grade {
        let Some(value) = value else { return Grade::default() };
        value.parse().unwrap_or_else(|()| {
            let message = format!("`{value}` is not a grade");
            let fix = "a letter A to F for the source and a digit 1 to 6 for the report, for example B2";
            self.report("grade", Diagnostic::error(Code::BadValue, message).fix(fix));
            Grade::default()
        })
    }
}

/// `text`: how much of it may be shown.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Shown {
    None,
    #[default]
    Excerpt,
    Full,
}

impl Shown {
    fn rights(self) -> Rights {
        match self {
            Self::None => Rights::None,
            Self::Excerpt => Rights::Excerpt,
            Self::Full => Rights::Full,
        }
    }
}

/// A date as written. CSL's `date-parts: [[2025, 12, 8]]` is written out.
#[derive(Debug)]
struct Day(String);

/// One word or a list of words.
#[derive(Debug, Default)]
struct Words(Vec<String>);

/// One name, or a list of names or of CSL's `family` and `given`.
#[derive(Debug)]
struct Names(String);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Written("a date")).map(|written| Self(written.join("-")))
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = deserializer.deserialize_str(Written("a word or a list of words"))?;
        Ok(Self(words.iter().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()))
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Written("a name or a list of names")).map(|names| Self(names.join(", ")))
    }
}

/// Anything as a flat list of the texts in it: a scalar is one, a list is its items, a map is its known values.
struct Written(&'static str);

impl<'de> Visitor<'de> for Written {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Vec<String>, E> {
        Ok(vec![text.to_owned()])
    }

    fn visit_unit<E: Error>(self) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<String>, A::Error> {
        let mut all = Vec::new();
        while let Some(Item(words)) = seq.next_element()? {
            all.extend(words);
        }
        Ok(all)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<String>, A::Error> {
        let (mut given, mut rest) = (Vec::new(), Vec::new());
        while let Some((key, Item(words))) = map.next_entry::<String, Item>()? {
            match key.as_str() {
                "given" => given = words,
                "date-parts" | "raw" | "literal" | "name" | "family" => rest.extend(words),
                _ => {}
            }
        }
        Ok(if given.is_empty() { rest } else { vec![[given, rest].concat().join(" ")] })
    }
}

/// An item inside a list or map.
struct Item(Vec<String>);

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Written("text")).map(Item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(yaml: &str) -> (About, Vec<String>) {
        let text = format!("---\n{yaml}\n---\nThe text.\n");
        let (about, body, _, diagnostics) = read(Source { file: "a.md", text: &text });
        assert_eq!(body, "The text.\n");
        let said = |d: Diagnostic| {
            let at = d.place.and_then(|place| place.at).unwrap_or_default();
            format!("{:?} {}:{} {}", d.level, at.0, at.1, d.message)
        };
        (about, diagnostics.into_iter().map(said).collect())
    }

    fn day(text: &str) -> Published {
        Published::At(text.parse().expect("a test date"))
    }

    #[test]
    fn our_own_keys() {
        let (about, said) = about(
            "title: 2024\ndate: 2024-12-18\nupdated: 2024-12-19\nsource: The Long Table\nurl: https://example.org/a\n\
             author: Jane Doe\nlanguage: en\ngrade: b2\ntext: full\nthemes: [money, talks]\nentities: kyiv",
        );
        assert_eq!(said, Vec::<String>::new());
        assert_eq!((about.title.as_deref(), about.published), (Some("2024"), day("2024-12-18")));
        assert_eq!(about.updated.map(|date| date.to_string()).as_deref(), Some("2024-12-19"));
        assert_eq!((about.source.as_deref(), about.author.as_deref()), (Some("The Long Table"), Some("Jane Doe")));
        assert_eq!((about.url.as_deref(), about.language.as_deref()), (Some("https://example.org/a"), Some("en")));
        assert_eq!((about.grade.to_string().as_str(), about.rights), ("B2", Rights::Full));
        assert_eq!((about.themes, about.entities), (vec!["money".to_owned(), "talks".into()], vec!["kyiv".to_owned()]));
    }

    #[test]
    fn keys_of_other_tools() {
        let (about, said) = about(
            "publishDate: 2024-12-18T23:30:00-05:00\nlastmod: 2024-12-19 10:00:00 +0100\ntags: [money]\n\
             categories: talks\nurl: /posts/a/\nauthor: [Jane Doe, John Roe]",
        );
        assert_eq!(said, Vec::<String>::new());
        assert_eq!((about.published, about.url), (day("2024-12-18"), None));
        assert_eq!(about.updated.map(|date| date.to_string()).as_deref(), Some("2024-12-19"));
        assert_eq!(
            (about.themes.join(" ").as_str(), about.author.as_deref()),
            ("money talks", Some("Jane Doe, John Roe"))
        );
    }

    #[test]
    fn keys_of_reference_managers() {
        let (about, said) = about(
            "issued:\n  date-parts: [[2024, 12, 8]]\ncontainer-title: The Long Table\nURL: https://example.org/a\n\
             author:\n  - family: Doe\n    given: Jane\n  - literal: Desk staff",
        );
        assert_eq!(said, Vec::<String>::new());
        assert_eq!((about.published, about.source.as_deref()), (day("2024-12-08"), Some("The Long Table")));
        assert_eq!(
            (about.url.as_deref(), about.author.as_deref()),
            (Some("https://example.org/a"), Some("Jane Doe, Desk staff"))
        );
    }

    #[test]
    fn a_draft_is_ignored() {
        assert!(about("draft: true").0.ignore);
        assert!(about("ignore: true").0.ignore);
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        let (about, said) =
            about("titel: A\nlayout: post\ndate: 8/12/2025\ngrade: G9\ntext: some\nsource: ''\nurl: example");
        assert_eq!(about.published, Published::Unreadable);
        assert_eq!(
            said,
            [
                "Warn 2:1 unknown key `titel`",
                "Info 3:1 unknown key `layout`",
                "Error 6:7 `some` is not one of the choices",
                "Error 4:7 could be 8 December or 12 August",
                "Warn 7:9 `source` is empty",
                "Warn 8:6 `example` is not a web address",
                "Error 5:8 `G9` is not a grade",
            ]
        );
    }

    #[test]
    fn front_matter_without_an_end_is_text() {
        let text = "---\ntitle: A\n\nThe text.\n";
        let (about, body, line, diagnostics) = read(Source { file: "a.md", text });
        assert_eq!((about.title, body, line, diagnostics.len()), (None, text, 1, 1));
        let (_, _, _, diagnostics) = read(Source { file: "a.md", text: "---\n\nThe text: new.\n" });
        assert_eq!(diagnostics, []);
    }
}
