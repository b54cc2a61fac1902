//! `overrides.yml`: what an editor corrects without touching a source.
//!
//! Reading checks every value by itself (dates, ids, grades) and says everything that is wrong at once. Whether an id
//! has an event is asked later, when there are events: see `apply`. The text is kept, because the place of a value is
//! looked up only when there is something to say about it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Article, ArticleDate, ArticleDateBasis, Confidence, Edtf, Grade, Id, Kind, Note, Title};
use crate::yaml::{Source, Step};

use super::forms::{Checks, ConfidenceWord, KindWord, OneOrMany, Pinned, RawNote};
use super::lock::Lock;

/// More bytes than other files may have, as it grows with the years.
const LIMIT: usize = 4 << 20;

/// What the file says, checked value by value.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    file: String,
    text: String,
    /// By path inside the project.
    pub articles: BTreeMap<String, ArticleOverride>,
    pub events: BTreeMap<Id, EventOverride>,
    pub merges: Vec<Merge>,
    pub splits: Vec<Split>,
    pub hidden: Vec<Hide>,
    pub pins: Vec<Pin>,
}

/// What to change in an article before it is analysed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleOverride {
    pub date: Option<Edtf>,
    pub title: Option<String>,
    pub source: Option<String>,
    pub grade: Option<Grade>,
    pub language: Option<String>,
    /// True where the article is left out.
    pub ignore: bool,
    pub note: Note,
}

/// What to change in an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventOverride {
    pub date: Option<Edtf>,
    pub kind: Option<Kind>,
    pub title: Option<String>,
    pub text: Option<String>,
    /// Theme ids, best first; an empty list means "Other".
    pub themes: Option<Vec<String>>,
    /// Entity ids, or names as they are to be shown.
    pub entities: Option<Vec<String>>,
    pub confidence: Option<Confidence>,
    pub thread: Option<String>,
    pub note: Note,
}

/// Events that are one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    pub into: Id,
    pub from: Vec<Id>,
    pub note: Note,
    /// Index in the list of the file, for messages.
    pub(super) index: usize,
}

/// A report that is an event of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    pub event: Id,
    /// The paragraph of the report, from 1.
    pub paragraph: u32,
    /// Path of its article, where the event has reports in that paragraph of several.
    pub article: Option<String>,
    pub note: Note,
    pub(super) index: usize,
}

/// An event not to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Hide {
    pub event: Id,
    pub note: Note,
    pub(super) index: usize,
}

/// An event to be put first.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    pub event: Id,
    pub note: Note,
    pub(super) index: usize,
}

/// Reads the text of `overrides.yml`. `file` is its path inside the project, for messages.
pub fn read_overrides(file: &str, text: &str) -> (Overrides, Vec<Diagnostic>) {
    let source = Source::file(file, text).limit(LIMIT);
    let (raw, diagnostics) = source.read::<Raw>();
    let mut checks = Checks { source, diagnostics };
    let raw = raw.unwrap_or_default();
    if raw.version.is_some_and(|version| version != 1) {
        let diagnostic = Diagnostic::error(Code::BadValue, "this program reads version 1").fix("write `version: 1`");
        checks.error_at(diagnostic, &["version".into()]);
    }
    let overrides = Overrides {
        file: file.into(),
        text: text.into(),
        articles: raw.articles.into_iter().map(|(path, raw)| raw.check(path, &mut checks)).collect(),
        events: raw.events.into_iter().filter_map(|(id, raw)| raw.check(&id, &mut checks)).collect(),
        merges: numbered(raw.merge).filter_map(|(index, raw)| raw.check(index, &mut checks)).collect(),
        splits: numbered(raw.split).filter_map(|(index, raw)| raw.check(index, &mut checks)).collect(),
        hidden: numbered(raw.hide).filter_map(|(index, raw)| raw.check(index, &mut checks)).collect(),
        pins: numbered(raw.pin).filter_map(|(index, raw)| check_pin(raw, index, &mut checks)).collect(),
    };
    checks.diagnostics.sort_by_key(|diagnostic| diagnostic.place.as_ref().and_then(|place| place.at));
    (overrides, checks.diagnostics)
}

impl Overrides {
    /// Places a message at the value that `path` leads to.
    pub(super) fn at_value(&self, diagnostic: Diagnostic, path: &[Step]) -> Diagnostic {
        Source::file(&self.file, &self.text).limit(LIMIT).at_value(diagnostic, path)
    }

    /// Places a message at the key that `path` ends in.
    pub(super) fn at_key(&self, diagnostic: Diagnostic, path: &[Step]) -> Diagnostic {
        Source::file(&self.file, &self.text).limit(LIMIT).at_key(diagnostic, path)
    }

    /// Returns the articles as the editor corrects them, without those to be ignored, and the paths that none has.
    pub fn correct_articles(&self, articles: Vec<Article>) -> (Vec<Article>, Vec<String>) {
        let paths: BTreeSet<&str> = articles.iter().map(|article| article.path.as_str()).collect();
        let idle = self.articles.keys().filter(|path| !paths.contains(path.as_str())).cloned().collect();
        let corrected = articles.into_iter().filter_map(|article| match self.articles.get(&article.path) {
            Some(correction) => correction.apply(article),
            None => Some(article),
        });
        (corrected.collect(), idle)
    }

    /// Warns of the paths that no article has, with what the article last was. `lock` is the one of the last build,
    /// `articles` have their settled ids.
    pub fn idle_articles(&self, idle: &[String], articles: &[Article], lock: &Lock) -> Vec<Diagnostic> {
        idle.iter().map(|path| self.idle_article(path, articles, lock)).collect()
    }

    fn idle_article(&self, path: &str, articles: &[Article], lock: &Lock) -> Diagnostic {
        let last = lock.articles.iter().find(|locked| locked.path == path);
        let now = last.and_then(|last| articles.iter().find(|article| article.id == last.id));
        let near = || nearest(path, articles.iter().map(|article| article.path.as_str()));
        let fix = match now.map(|article| article.path.as_str()) {
            Some(renamed) => format!("the file is `{renamed}` now: write that path"),
            None => match near().filter(|_| last.is_none()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "remove the entry, or bring the file back".into(),
            },
        };
        let title = last.map(|last| last.title.as_str()).filter(|title| !title.is_empty());
        let title = title.map(|title| format!("; it last was \"{title}\"")).unwrap_or_default();
        let message = format!("no article has the path `{path}` any more{title}");
        let message = if last.is_some() { message } else { format!("no article has the path `{path}`") };
        let diagnostic = Diagnostic::warn(Code::IdleOverride, message).fix(fix);
        self.at_key(diagnostic, &["articles".into(), Step::Key(path)])
    }
}

impl ArticleOverride {
    fn apply(&self, article: Article) -> Option<Article> {
        if self.ignore {
            return None;
        }
        let given = |date| ArticleDate { date, basis: ArticleDateBasis::Given, words: None };
        Some(Article {
            published: self.date.map(given).or(article.published),
            title: self.title.clone().map_or(article.title, |text| Title { text, made: false }),
            source: self.source.clone().or(article.source),
            grade: self.grade.unwrap_or(article.grade),
            language: self.language.clone().or(article.language),
            ..article
        })
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Raw {
    version: Option<u32>,
    articles: BTreeMap<String, RawArticle>,
    events: BTreeMap<String, RawEvent>,
    merge: Vec<RawMerge>,
    split: Vec<RawSplit>,
    hide: Vec<RawHide>,
    pin: Vec<Pinned>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct RawArticle {
    date: Option<String>,
    title: Option<String>,
    source: Option<String>,
    grade: Option<String>,
    language: Option<String>,
    ignore: bool,
    because: Option<String>,
    by: Option<String>,
    on: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct RawEvent {
    date: Option<String>,
    kind: Option<KindWord>,
    title: Option<String>,
    text: Option<String>,
    themes: Option<OneOrMany>,
    entities: Option<OneOrMany>,
    confidence: Option<ConfidenceWord>,
    thread: Option<String>,
    correction: Option<String>,
    because: Option<String>,
    by: Option<String>,
    on: Option<String>,
}

#[derive(Deserialize)]
struct RawMerge {
    into: String,
    from: OneOrMany,
    because: Option<String>,
    by: Option<String>,
    on: Option<String>,
    correction: Option<String>,
}

#[derive(Deserialize)]
struct RawSplit {
    event: String,
    at: String,
    because: Option<String>,
    by: Option<String>,
    on: Option<String>,
    correction: Option<String>,
}

#[derive(Deserialize)]
struct RawHide {
    event: String,
    because: Option<String>,
    by: Option<String>,
    on: Option<String>,
    correction: Option<String>,
}

fn numbered<T>(items: Vec<T>) -> impl Iterator<Item = (usize, T)> {
    items.into_iter().enumerate()
}

impl RawArticle {
    fn check(self, path: String, checks: &mut Checks) -> (String, ArticleOverride) {
        let entry = [Step::Key("articles"), Step::Key(&path)];
        let [section, name] = entry;
        let raw = RawNote { because: self.because, by: self.by, on: self.on, correction: None };
        let checked = ArticleOverride {
            date: self.date.and_then(|text| checks.date(&text, &[section, name, "date".into()])),
            title: self.title,
            source: self.source,
            grade: self.grade.and_then(|text| checks.grade(&text, &[section, name, "grade".into()])),
            language: self.language,
            ignore: self.ignore,
            note: checks.note(raw, &entry),
        };
        (path, checked)
    }
}

impl RawEvent {
    fn check(self, id: &str, checks: &mut Checks) -> Option<(Id, EventOverride)> {
        let entry = [Step::Key("events"), Step::Key(id)];
        let [section, name] = entry;
        let raw = RawNote { because: self.because, by: self.by, on: self.on, correction: self.correction };
        let checked = EventOverride {
            date: self.date.and_then(|text| checks.date(&text, &[section, name, "date".into()])),
            kind: self.kind.map(Kind::from),
            title: self.title,
            text: self.text,
            themes: self.themes.map(|themes| themes.0),
            entities: self.entities.map(|entities| entities.0),
            confidence: self.confidence.map(Confidence::from),
            thread: self.thread,
            note: checks.note(raw, &entry),
        };
        let checked_id = Id::parse(id);
        if checked_id.is_none() {
            let message = format!("`{id}` is not an id: four or more consonants and digits, a letter first");
            let diagnostic = Diagnostic::error(Code::UnknownId, message).fix("newsbook list events shows the ids");
            checks.diagnostics.push(checks.source.at_key(diagnostic, &entry));
        }
        Some((checked_id?, checked))
    }
}

impl RawMerge {
    fn check(self, index: usize, checks: &mut Checks) -> Option<Merge> {
        let entry = [Step::Key("merge"), Step::Item(index)];
        let [section, item] = entry;
        let raw = RawNote { because: self.because, by: self.by, on: self.on, correction: self.correction };
        let note = checks.note(raw, &entry);
        let into = checks.id(&self.into, &[section, item, "into".into()]);
        let many = self.from.0.len() > 1;
        let from: Vec<Option<Id>> = numbered(self.from.0)
            .map(|(place, id)| {
                let path = [section, item, Step::Key("from"), Step::Item(place)];
                checks.id(&id, if many { &path } else { &path[..3] })
            })
            .collect();
        Some(Merge { into: into?, from: from.into_iter().flatten().collect(), note, index })
    }
}

impl RawSplit {
    fn check(self, index: usize, checks: &mut Checks) -> Option<Split> {
        let entry = [Step::Key("split"), Step::Item(index)];
        let [section, item] = entry;
        let raw = RawNote { because: self.because, by: self.by, on: self.on, correction: self.correction };
        let note = checks.note(raw, &entry);
        let event = checks.id(&self.event, &[section, item, "event".into()]);
        let (article, paragraph) = match self.at.rsplit_once('#') {
            Some((article, paragraph)) => (Some(article.to_owned()), paragraph),
            None => (None, self.at.as_str()),
        };
        let paragraph = paragraph.trim_start_matches('¶').trim().parse().ok();
        if paragraph.is_none() {
            let message = format!("`{}` is not a paragraph", self.at);
            let fix = "write its number, or the article's path, `#` and the number";
            checks.error_at(Diagnostic::error(Code::BadValue, message).fix(fix), &[section, item, "at".into()]);
        }
        Some(Split { event: event?, paragraph: paragraph?, article, note, index })
    }
}

impl RawHide {
    fn check(self, index: usize, checks: &mut Checks) -> Option<Hide> {
        let entry = [Step::Key("hide"), Step::Item(index)];
        let raw = RawNote { because: self.because, by: self.by, on: self.on, correction: self.correction };
        let note = checks.note(raw, &entry);
        Some(Hide { event: checks.id(&self.event, &[entry[0], entry[1], "event".into()])?, note, index })
    }
}

fn check_pin(raw: Pinned, index: usize, checks: &mut Checks) -> Option<Pin> {
    let entry = [Step::Key("pin"), Step::Item(index)];
    let note = checks.note(raw.note, &entry);
    Some(Pin { event: checks.id(&raw.event, &entry)?, note, index })
}

#[cfg(test)]
mod tests {
    use super::super::lock::LockedArticle;
    use super::*;

    const SAMPLE: &str = r#"
version: 1
articles:
  content/articles/wire/002.txt:
    date: 2025-04~   # about April
    title: A force is planned
    grade: c3
    because: Placed by the meeting it names.
    by: AB
    on: 2026-01-05
events:
  h9h4: { date: 2025-12-07, kind: claim, themes: air-war, correction: First listed under 6 December. }
merge:
  - { into: m3zd, from: [p0qk, p1qk] }
split:
  - { event: m3zd, at: content/articles/a.txt#4 }
  - { event: m3zd, at: 7 }
hide:
  - { event: w8vt, because: "Background" }
pin: [k7q2, { event: m3zd, because: It leads. }]
"#;

    #[test]
    fn every_section_is_read() {
        let (overrides, diagnostics) = read_overrides("overrides.yml", SAMPLE);
        assert_eq!(diagnostics, []);
        let article = &overrides.articles["content/articles/wire/002.txt"];
        assert_eq!(article.date, "2025-04~".parse().ok());
        assert_eq!(article.note.on, "2026-01-05".parse().ok());
        let event = overrides.events.values().next().unwrap();
        assert_eq!((event.kind, event.themes.as_deref()), (Some(Kind::Claim), Some(&["air-war".to_owned()][..])));
        assert_eq!(overrides.merges[0].from.len(), 2);
        assert_eq!((overrides.splits[0].paragraph, overrides.splits[0].article.is_some()), (4, true));
        assert_eq!((overrides.splits[1].paragraph, overrides.splits[1].article.is_some()), (7, false));
        assert_eq!(overrides.pins[1].note.because.as_deref(), Some("It leads."));
    }

    #[test]
    fn everything_wrong_is_said_at_once_with_its_place() {
        let text = "\
articles:
  a.txt: { date: 8/12/2025, grade: Z9, colour: red }
events:
  no: { date: 2025-12-08 }
  h9h4: { date: soon, kind: rumour }
  h9h4: { title: Again }
hide: [{ event: x, because: y }]
split: [{ event: h9h4, at: here }]
";
        let (_, diagnostics) = read_overrides("overrides.yml", text);
        let said: Vec<String> = diagnostics
            .iter()
            .map(|d| format!("{} {:?} {}", d.code, d.place.as_ref().and_then(|place| place.at), d.message))
            .collect();
        insta::assert_snapshot!(said.join("\n"), @r"
        N102 Some((2, 18)) `8/12/2025` could be 8 December or 12 August
        N002 Some((2, 36)) `Z9` is not a grade
        N001 Some((2, 40)) unknown key `colour` in `a.txt`
        N202 Some((4, 3)) `no` is not an id: four or more consonants and digits, a letter first
        N102 Some((5, 17)) `soon` is not EDTF; write 2025-12-08, 2025-12~, ../2025-12-08 or 2025-12-01/2025-12-07
        N002 Some((5, 29)) `rumour` is not one of the choices
        N003 Some((6, 3)) `h9h4` is given twice, here and on line 5; the second would win silently
        N202 Some((7, 17)) `x` is not an id: four or more consonants and digits, a letter first
        N002 Some((8, 28)) `here` is not a paragraph
        ");
    }

    #[test]
    fn an_article_is_corrected_or_left_out() {
        let text =
            "articles: { a.txt: { title: Mended, date: 2025-04~ }, b.txt: { ignore: true }, c.tx: { title: Lost } }";
        let (overrides, _) = read_overrides("overrides.yml", text);
        let article = |path| super::super::samples::article(path, "Some words.");
        let (articles, idle) = overrides.correct_articles(vec![article("a.txt"), article("b.txt"), article("c.txt")]);
        assert_eq!(articles.iter().map(|a| a.path.as_str()).collect::<Vec<_>>(), ["a.txt", "c.txt"]);
        assert_eq!(articles[0].title, Title { text: "Mended".into(), made: false });
        assert_eq!(articles[0].published.as_ref().map(|p| p.basis), Some(ArticleDateBasis::Given));
        assert_eq!(idle, ["c.tx"]);
    }

    #[test]
    fn an_override_of_a_lost_article_says_what_it_was() {
        let (overrides, _) = read_overrides("overrides.yml", "articles: { c.tx: { title: Lost } }");
        let idle = ["c.tx".to_owned()];
        let article = |path, seed| Article {
            id: Id::from_fingerprint(seed, 4),
            ..super::super::samples::article(path, "Words.")
        };
        let locked = |seed| Lock {
            articles: vec![LockedArticle {
                id: Id::from_fingerprint(seed, 4),
                path: "c.tx".into(),
                sketch: vec![],
                title: "Quiet".into(),
            }],
            ..Lock::default()
        };
        let said = |lock: &Lock| {
            let found = overrides.idle_articles(&idle, &[article("c.txt", 1)], lock).remove(0);
            format!("{} | {}", found.message, found.fix.unwrap_or_default())
        };
        insta::assert_snapshot!(said(&Lock::default()), @"no article has the path `c.tx` | did you mean `c.txt`?");
        insta::assert_snapshot!(said(&locked(2)), @r#"no article has the path `c.tx` any more; it last was "Quiet" | remove the entry, or bring the file back"#);
        insta::assert_snapshot!(said(&locked(1)), @r#"no article has the path `c.tx` any more; it last was "Quiet" | the file is `c.txt` now: write that path"#);
    }
}
