//! `content/events/*.md`: events that an editor writes, because no article tells them or none tells them well.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{
    Article, Change, Confidence, Dated, Editorial, Entity, Event, Id, Kind, Mention, MentionIx, Note, State, Theme,
    WebSource,
};
use crate::text;
use crate::yaml::{Source, Step, split_front_matter};

use super::forms::{Checks, ConfidenceWord, KindWord, OneOrMany, RawNote};
use super::identity::FreeIds;
use super::lock::{Lock, LockedFile};
use super::lookup::{self, placed};
use super::replace::by_editor;

/// An event file, checked value by value. What it names is looked up later, when there are articles.
#[derive(Clone, Debug)]
pub struct WrittenEvent {
    pub file: String,
    /// The id it asks for.
    pub id: Option<Id>,
    yaml: String,
    date: Option<Dated>,
    kind: Kind,
    title: String,
    text: Option<String>,
    themes: Vec<String>,
    entities: Vec<String>,
    place: Option<String>,
    cited: Vec<Cited>,
    web: Vec<WebSource>,
    confidence: Option<Confidence>,
    thread: Option<String>,
    pub(super) pin: bool,
    note: Note,
}

/// An article that the event rests on.
#[derive(Clone, Debug)]
struct Cited {
    index: usize,
    article: String,
    paragraphs: Vec<u32>,
    quote: Option<String>,
}

/// What a hand-written event may name.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub articles: &'a [Article],
    pub mentions: &'a [Mention],
    pub themes: &'a [Theme],
    pub entities: &'a [Entity],
}

/// Reads one event file. `None` where nothing usable is left; the diagnostics say why.
pub fn read_event(file: &str, text: &str) -> (Option<WrittenEvent>, Vec<Diagnostic>) {
    let Some((yaml, line, body)) = split_front_matter(text) else {
        let fix = "begin it with a line `---`, keys such as `date:` and `title:`, and a second line `---`";
        return (
            None,
            vec![Diagnostic::error(Code::NotYaml, "an event file needs a front matter").in_file(file).fix(fix)],
        );
    };
    let source = Source::front_matter(file, yaml, line);
    let (raw, diagnostics) = source.read::<Raw>();
    let mut checks = Checks { source, diagnostics };
    let event = raw.and_then(|raw| raw.check(file, yaml, &text[body..], &mut checks));
    checks.diagnostics.sort_by(|a, b| a.place.cmp(&b.place));
    (event, checks.diagnostics)
}

/// Settles the ids of hand-written events, and puts them in `lock`. `None` for an event whose id another one has.
///
/// A file without an id keeps the one that its path had, or, renamed, the one of a vanished file with its headline.
/// `others` are the ids of events that were found in articles.
pub(super) fn settle_ids(
    written: &[WrittenEvent],
    others: &BTreeSet<Id>,
    lock: &mut Lock,
) -> (Vec<Option<Id>>, Vec<Diagnostic>) {
    let given: BTreeSet<Id> = written.iter().filter_map(|event| event.id.clone()).collect();
    let mut free = FreeIds::new(lock, &given);
    let (mut taken, mut diagnostics) = (others.clone(), Vec::new());
    let mut ids = Vec::with_capacity(written.len());
    for event in written {
        let paths: BTreeSet<&str> = written.iter().map(|event| event.file.as_str()).collect();
        let usable = |file: &&LockedFile| !taken.contains(&file.id) && !given.contains(&file.id);
        let of_path = lock.files.iter().filter(usable).find(|file| file.path == event.file);
        let renamed = || {
            let vanished = lock.files.iter().filter(usable).filter(|file| !paths.contains(file.path.as_str()));
            vanished.into_iter().find(|file| file.headline == event.title)
        };
        let known = of_path.or_else(renamed).map(|file| file.id.clone());
        let id = event.id.clone().or(known).unwrap_or_else(|| free.take(text::fingerprint(&event.file)));
        if taken.insert(id.clone()) {
            ids.push(Some(id));
        } else {
            let message = format!("`{id}` is the id of another event");
            let fix = "remove the line: a free id is given by the next build";
            diagnostics.push(event.at(Diagnostic::error(Code::GivenTwice, message).fix(fix), &[Step::Key("id")]));
            ids.push(None);
        }
    }
    lock.files.retain(|file| !ids.contains(&Some(file.id.clone())));
    let settled = written.iter().zip(&ids).filter_map(|(event, id)| {
        Some(LockedFile { id: id.clone()?, path: event.file.clone(), headline: event.title.clone() })
    });
    lock.files.extend(settled.collect::<Vec<_>>());
    (ids, diagnostics)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Raw {
    id: Option<String>,
    date: Option<String>,
    time: Option<String>,
    kind: Option<KindWord>,
    title: Option<String>,
    themes: OneOrMany,
    entities: OneOrMany,
    place: Option<String>,
    sources: Vec<RawSource>,
    confidence: Option<ConfidenceWord>,
    thread: Option<String>,
    pin: bool,
    correction: Option<String>,
    because: Option<String>,
    by: Option<String>,
    on: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct RawSource {
    article: Option<String>,
    paragraphs: Vec<u32>,
    quote: Option<String>,
    url: Option<String>,
    title: Option<String>,
    accessed: Option<String>,
}

impl Raw {
    fn check(self, file: &str, yaml: &str, body: &str, checks: &mut Checks) -> Option<WrittenEvent> {
        let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = self.title.or_else(|| first_sentence(&body));
        if title.is_none() {
            let fix = "add `title:`, or a sentence below the second `---`";
            checks.diagnostics.push(Diagnostic::error(Code::NoProse, "an event says nothing").in_file(file).fix(fix));
        }
        if self.time.as_deref().is_some_and(|time| !is_time(time)) {
            let diagnostic =
                Diagnostic::error(Code::BadValue, "this is not a time of day").fix("write \"14:30\", in quotes");
            checks.error_at(diagnostic, &["time".into()]);
        }
        let id = self.id.and_then(|id| checks.id(&id, &["id".into()]));
        let date = self.date.and_then(|date| checks.date(&date, &["date".into()])).map(by_editor);
        let raw = RawNote { because: self.because, by: self.by, on: self.on, correction: self.correction };
        let note = checks.note(raw, &[]);
        let (mut cited, mut web) = (Vec::new(), Vec::new());
        for (index, source) in self.sources.into_iter().enumerate() {
            source.check(index, &mut cited, &mut web, checks);
        }
        Some(WrittenEvent {
            file: file.into(),
            id,
            yaml: yaml.into(),
            date,
            kind: self.kind.map_or(Kind::Reported, Kind::from),
            title: title?,
            text: (!body.is_empty()).then_some(match self.time {
                Some(time) => format!("{body} ({time})"),
                None => body,
            }),
            themes: self.themes.0,
            entities: self.entities.0,
            place: self.place,
            cited,
            web,
            confidence: self.confidence.map(Confidence::from),
            thread: self.thread,
            pin: self.pin,
            note,
        })
    }
}

impl RawSource {
    fn check(self, index: usize, cited: &mut Vec<Cited>, web: &mut Vec<WebSource>, checks: &mut Checks) {
        let item = [Step::Key("sources"), Step::Item(index)];
        match (self.article, self.url) {
            (Some(article), None) => {
                cited.push(Cited { index, article, paragraphs: self.paragraphs, quote: self.quote });
            }
            (None, Some(url)) => {
                let path = [item[0], item[1], Step::Key("accessed")];
                let accessed = self.accessed.and_then(|day| checks.date(&day, &path));
                web.push(WebSource { url, title: self.title, accessed });
            }
            _ => {
                let fix =
                    "write `article: content/articles/…` with `paragraphs: [1]`, or `url: https://…` with a `title`";
                let message = "a source is either an article of the project or a page on the web";
                checks.error_at(Diagnostic::error(Code::BadValue, message).fix(fix), &item);
            }
        }
    }
}

impl WrittenEvent {
    /// Returns the event, its id settled, with the reports it cites; whatever is not there is said with its place.
    pub(super) fn event(&self, id: Id, known: Known) -> (Event, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        let mut mentions: Vec<MentionIx> = Vec::new();
        for cited in &self.cited {
            mentions.extend(self.reports(cited, known, &mut faults));
        }
        mentions.dedup();
        let (themes, unknown) = lookup::themes(known.themes, &self.themes);
        faults.extend(placed(unknown, &[Step::Key("themes")], |diagnostic, path| self.at(diagnostic, path)));
        let (who, mut places, unknown) = lookup::entities(known.entities, &self.entities);
        faults.extend(placed(unknown, &[Step::Key("entities")], |diagnostic, path| self.at(diagnostic, path)));
        if let Some(place) = &self.place {
            let entity = known.entities.iter().find(|entity| entity.id == *place);
            places.push(entity.map_or(place, |entity| &entity.name).clone());
            places.dedup();
        }
        let found = mentions.iter().map(|ix| known.mentions[ix.0].confidence).max();
        let confidence = self.confidence.or(found).unwrap_or(Confidence::Low);
        let changes = self.note.correction.as_ref().map(|_| Change {
            what: "text",
            from: String::new(),
            to: self.title.clone(),
            note: self.note.clone(),
        });
        let event = Event {
            id,
            date: self.date.clone(),
            state: if self.kind == Kind::Plan { State::Scheduled } else { State::Past },
            kind: self.kind,
            headline: self.title.clone(),
            themes,
            who,
            places,
            mentions,
            context: Vec::new(),
            merged_because: Vec::new(),
            confidence,
            points: vec!["written by hand".into()],
            editorial: Editorial {
                text: self.text.clone(),
                file: Some(self.file.clone()),
                web: self.web.clone(),
                thread: self.thread.clone(),
                pin: None,
                changes: changes.into_iter().collect(),
            },
        };
        (event, faults)
    }

    /// Places a message in the front matter.
    pub(super) fn at(&self, diagnostic: Diagnostic, path: &[Step]) -> Diagnostic {
        Source::front_matter(&self.file, &self.yaml, 2).at_value(diagnostic, path)
    }

    fn reports(&self, cited: &Cited, known: Known, faults: &mut Vec<Diagnostic>) -> Vec<MentionIx> {
        let item = [Step::Key("sources"), Step::Item(cited.index)];
        let Some(ix) = known.articles.iter().position(|article| article.path == cited.article) else {
            let fix = match nearest(&cited.article, known.articles.iter().map(|article| article.path.as_str())) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "newsbook list articles shows the paths".into(),
            };
            let diagnostic = Diagnostic::error(Code::UnknownId, format!("no article `{}`", cited.article)).fix(fix);
            faults.push(self.at(diagnostic, &[item[0], item[1], Step::Key("article")]));
            return Vec::new();
        };
        let article = &known.articles[ix];
        let last = article.paragraphs.len() as u32;
        for (place, number) in cited.paragraphs.iter().enumerate().filter(|(_, number)| !(1..=last).contains(*number)) {
            let message = format!("`{}` has no paragraph {number}", cited.article);
            let diagnostic = Diagnostic::error(Code::UnknownId, message).fix(format!("it has {last}"));
            faults.push(self.at(diagnostic, &[item[0], item[1], Step::Key("paragraphs"), Step::Item(place)]));
        }
        let quote = cited.quote.as_deref().map(text::fold);
        if quote.as_ref().is_some_and(|quote| !text::fold(&article.text).contains(quote.as_str())) {
            let diagnostic = Diagnostic::error(Code::BadValue, format!("`{}` does not say this", cited.article));
            faults.push(self.at(diagnostic.fix("quote it word for word"), &[item[0], item[1], Step::Key("quote")]));
        }
        let of_article = known.mentions.iter().enumerate().filter(|(_, mention)| mention.article.0 == ix);
        let wanted = of_article
            .filter(|(_, mention)| cited.paragraphs.is_empty() || cited.paragraphs.contains(&mention.paragraph));
        let said = |mention: &Mention| text::fold(&article.text[mention.span.clone()]);
        let (holding, other): (Vec<_>, Vec<_>) =
            wanted.partition(|(_, mention)| quote.as_ref().is_some_and(|quote| said(mention).contains(quote.as_str())));
        let chosen = if holding.is_empty() { other } else { holding };
        first_of_each_paragraph(chosen)
    }
}

/// One report stands for its paragraph: the first that is an event of its own, else the first.
fn first_of_each_paragraph(mentions: Vec<(usize, &Mention)>) -> Vec<MentionIx> {
    let by_paragraph = mentions.chunk_by(|a, b| a.1.paragraph == b.1.paragraph);
    let first = |chunk: &[(usize, &Mention)]| {
        let listed = chunk.iter().find(|(_, mention)| mention.listed);
        listed.or(chunk.first()).map(|(ix, _)| MentionIx(*ix))
    };
    by_paragraph.filter_map(first).collect()
}

fn first_sentence(body: &str) -> Option<String> {
    let span = text::sentences(body).into_iter().next()?;
    Some(body[span].trim().trim_end_matches('.').to_owned()).filter(|title| !title.is_empty())
}

/// Whether a text is an hour and a minute.
fn is_time(text: &str) -> bool {
    let Some((hour, minute)) = text.split_once(':') else { return false };
    let number = |text: &str, below: u32| text.len() == 2 && text.parse::<u32>().is_ok_and(|n| n < below);
    number(hour, 24) && number(minute, 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> String {
        let (_, diagnostics) = read_event("content/events/a.md", text);
        let said = diagnostics
            .iter()
            .map(|d| format!("{} {:?} {}", d.code, d.place.as_ref().and_then(|place| place.at), d.message));
        said.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_fault_has_its_line() {
        let text = "---\nid: no\ndate: 8/12/2025\ntime: noon\nkind: rumour\nsources: [{ title: Nothing }]\n---\n";
        insta::assert_snapshot!(faults(text), @r"
        N106 None an event says nothing
        N202 Some((2, 5)) `no` is not an id: four or more consonants and digits, a letter first
        N102 Some((3, 7)) `8/12/2025` could be 8 December or 12 August
        N002 Some((4, 7)) this is not a time of day
        N002 Some((5, 7)) `rumour` is not one of the choices
        N002 Some((6, 11)) a source is either an article of the project or a page on the web
        ");
        insta::assert_snapshot!(faults("Just text."), @"N004 None an event file needs a front matter");
    }

    #[test]
    fn the_first_sentence_stands_in_for_a_title() {
        let (event, _) = read_event("a.md", "---\ntime: \"14:30\"\n---\nThe law passed. It was\nclose.\n");
        let event = event.unwrap();
        assert_eq!(event.title, "The law passed");
        assert_eq!(event.text.as_deref(), Some("The law passed. It was close. (14:30)"));
    }
}
