//! `content/editions/*.md`: what a person writes for one edition: headline, summary, judgements, gaps.
//!
//! A judgement says how likely something is and how sure its writers are. These are two things (ICD 203), so they are
//! two keys, the words of the first come from one scale, and a sentence that mixes them is refused.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Confidence, Edition, EditionText, Event, EventIx, Figure, Judgement, Scale, Status};
use crate::yaml::{Source, Step, split_front_matter};

use super::forms::{ConfidenceWord, nearest_id};
use super::scale::{check, check_words};

/// An edition file whose keys were read; the ids in it are looked up when there are events.
#[derive(Clone, Debug)]
pub struct WrittenEdition {
    file: String,
    yaml: String,
    raw: Raw,
    summary: Vec<String>,
}

/// Reads one edition file. `None` where nothing usable is left; the diagnostics say why.
pub fn read_edition(file: &str, text: &str) -> (Option<WrittenEdition>, Vec<Diagnostic>) {
    let Some((yaml, line, body)) = split_front_matter(text) else {
        let fix = "begin it with a line `---`, `edition: 2025-W49`, and a second line `---`";
        let fault = Diagnostic::error(Code::NotYaml, "an edition file needs a front matter").in_file(file).fix(fix);
        return (None, vec![fault]);
    };
    let (raw, diagnostics) = Source::front_matter(file, yaml, line).read::<Raw>();
    let edition =
        raw.map(|raw| WrittenEdition { file: file.into(), yaml: yaml.into(), raw, summary: paragraphs(&text[body..]) });
    (edition, diagnostics)
}

/// What judgements may and must say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wording<'a> {
    pub scale: Scale,
    /// Keys that none may lack.
    pub require: &'a [&'static str],
}

/// Gives each edition what was written for it. `events` are those of the newsbook, whose indices the editions hold.
pub fn write_editions(
    editions: Vec<Edition>,
    written: &[WrittenEdition],
    events: &[Event],
    wording: Wording,
) -> (Vec<Edition>, Vec<Diagnostic>) {
    let mut texts: BTreeMap<&str, EditionText> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for file in written {
        let mut desk = Desk { file, events, wording, diagnostics: Vec::new() };
        let text = desk.text();
        if !editions.iter().any(|edition| edition.id == file.raw.edition) {
            desk.no_such_edition(&editions);
        } else if texts.contains_key(file.raw.edition.as_str()) {
            let message = format!("`{}` has two files", file.raw.edition);
            desk.say(Diagnostic::error(Code::GivenTwice, message).fix("join the two"), &["edition".into()]);
        } else {
            texts.insert(&file.raw.edition, text);
        }
        desk.diagnostics.sort_by(|a, b| a.place.cmp(&b.place));
        diagnostics.append(&mut desk.diagnostics);
    }
    let with_text = |edition: Edition| {
        let text = texts.remove(edition.id.as_str());
        Edition { text: text.or(edition.text), ..edition }
    };
    (editions.into_iter().map(with_text).collect(), diagnostics)
}

#[derive(Clone, Debug, Deserialize)]
struct Raw {
    edition: String,
    title: Option<String>,
    #[serde(default)]
    status: StatusWord,
    lead: Option<String>,
    #[serde(default)]
    order: Vec<String>,
    #[serde(default)]
    judgements: Vec<RawJudgement>,
    #[serde(default)]
    gaps: Vec<String>,
    #[serde(default)]
    figures: Vec<RawFigure>,
    #[serde(default)]
    themes: BTreeMap<String, RawTheme>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StatusWord {
    Draft,
    Ready,
    #[default]
    Published,
}

#[derive(Clone, Debug, Deserialize)]
struct RawJudgement {
    say: String,
    likelihood: Option<String>,
    confidence: Option<ConfidenceWord>,
    #[serde(default)]
    rests_on: Vec<String>,
    would_change: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct RawFigure {
    value: String,
    unit: Option<String>,
    claimed_by: Option<String>,
    event: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct RawTheme {
    why: Option<String>,
}

/// One file and what its ids may name.
struct Desk<'a> {
    file: &'a WrittenEdition,
    events: &'a [Event],
    wording: Wording<'a>,
    diagnostics: Vec<Diagnostic>,
}

impl Desk<'_> {
    fn text(&mut self) -> EditionText {
        let raw = &self.file.raw;
        let order = raw.order.iter().enumerate();
        EditionText {
            file: self.file.file.clone(),
            title: raw.title.clone(),
            status: match raw.status {
                StatusWord::Draft => Status::Draft,
                StatusWord::Ready => Status::Ready,
                StatusWord::Published => Status::Published,
            },
            lead: raw.lead.as_deref().and_then(|id| self.lead(id)),
            order: order.filter_map(|(place, id)| self.event(id, &["order".into(), place.into()])).collect(),
            summary: self.file.summary.clone(),
            judgements: raw.judgements.iter().enumerate().map(|(place, raw)| self.judgement(place, raw)).collect(),
            gaps: raw.gaps.clone(),
            figures: raw.figures.iter().enumerate().map(|(place, raw)| self.figure(place, raw)).collect(),
            why: raw.themes.iter().filter_map(|(id, theme)| Some((id.clone(), theme.why.clone()?))).collect(),
        }
    }

    fn lead(&mut self, id: &str) -> Option<EventIx> {
        let lead = self.event(id, &["lead".into()])?;
        if self.events[lead.0].confidence == Confidence::Low {
            let message = format!("the lead `{id}` has low confidence");
            let fix = "lead with another event, find a second source, or set its confidence with a reason";
            self.say(Diagnostic::warn(Code::LowConfidenceLead, message).fix(fix), &["lead".into()]);
        }
        Some(lead)
    }

    fn judgement(&mut self, place: usize, raw: &RawJudgement) -> Judgement {
        let item = [Step::Key("judgements"), Step::Item(place)];
        let [list, at] = item;
        let likelihood = raw.likelihood.as_deref().map(|given| match check(self.wording.scale, given) {
            Ok(term) => term.to_owned(),
            Err((message, fix)) => {
                let path = [list, at, Step::Key("likelihood")];
                self.say(Diagnostic::error(Code::BadValue, message).fix(fix), &path);
                given.to_owned()
            }
        });
        if let Some((message, fix)) = check_words(self.wording.scale, &raw.say) {
            self.say(Diagnostic::error(Code::BadValue, message).fix(fix), &[list, at, Step::Key("say")]);
        }
        self.require(place, raw);
        let rests_on = raw
            .rests_on
            .iter()
            .enumerate()
            .filter_map(|(place, id)| self.event(id, &[list, at, Step::Key("rests_on"), Step::Item(place)]));
        Judgement {
            rests_on: rests_on.collect(),
            say: raw.say.clone(),
            likelihood,
            confidence: raw.confidence.map(Confidence::from),
            would_change: raw.would_change.clone(),
        }
    }

    fn require(&mut self, place: usize, raw: &RawJudgement) {
        let there = [
            ("likelihood", raw.likelihood.is_some()),
            ("confidence", raw.confidence.is_some()),
            ("rests_on", !raw.rests_on.is_empty()),
            ("would_change", raw.would_change.is_some()),
        ];
        for (key, _) in there.into_iter().filter(|(key, there)| !there && self.wording.require.contains(key)) {
            let fault = Diagnostic::error(Code::BadValue, format!("a judgement without `{key}`"));
            let fault = fault.fix(format!("add `{key}:`, which `judgements.require` of the config asks for"));
            self.say(fault, &["judgements".into(), place.into(), "say".into()]);
        }
    }

    fn figure(&mut self, place: usize, raw: &RawFigure) -> Figure {
        let path = [Step::Key("figures"), Step::Item(place), Step::Key("event")];
        Figure {
            value: raw.value.clone(),
            unit: raw.unit.clone(),
            claimed_by: raw.claimed_by.clone(),
            event: raw.event.as_deref().and_then(|id| self.event(id, &path)),
        }
    }

    fn event(&mut self, id: &str, path: &[Step]) -> Option<EventIx> {
        let found = self.events.iter().position(|event| event.id.as_str() == id).map(EventIx);
        if found.is_none() {
            let fix = nearest_id(id, self.events.iter().map(|event| (&event.id, event.headline.as_str())));
            self.say(Diagnostic::error(Code::UnknownId, format!("no such event `{id}`")).fix(fix), path);
        }
        found
    }

    fn no_such_edition(&mut self, editions: &[Edition]) {
        let id = &self.file.raw.edition;
        let fix = match nearest(id, editions.iter().map(|edition| edition.id.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "newsbook list editions shows those that have events".into(),
        };
        self.say(Diagnostic::error(Code::UnknownId, format!("no edition `{id}`")).fix(fix), &["edition".into()]);
    }

    fn say(&mut self, diagnostic: Diagnostic, path: &[Step]) {
        let source = Source::front_matter(&self.file.file, &self.file.yaml, 2);
        self.diagnostics.push(source.at_value(diagnostic, path));
    }
}

/// Cuts a body at its blank lines, each paragraph on one line.
fn paragraphs(body: &str) -> Vec<String> {
    let body = body.replace("\r\n", "\n");
    let joined = body.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    joined.filter(|paragraph| !paragraph.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use crate::model::Id;

    fn edition(id: &str) -> Edition {
        let day = "2025-03-03".parse().unwrap();
        Edition { id: id.into(), label: id.into(), first: day, last: day, events: vec![], ahead: vec![], text: None }
    }

    fn write(text: &str) -> (Option<EditionText>, String) {
        let (file, faults) = read_edition("content/editions/2025-W10.md", text);
        assert_eq!(faults, []);
        let named = |id: &str, headline: &str| Event {
            id: Id::parse(id).unwrap(),
            headline: headline.into(),
            ..samples::event(vec![])
        };
        let events = [named("f18c", "Envoys met near the lake"), named("m3zd", "A storm cut power")];
        let (editions, faults) = write_editions(
            vec![edition("2025-W10")],
            &[file.unwrap()],
            &events,
            Wording { scale: Scale::Icd203, require: &[] },
        );
        let said = faults.iter().map(|d| {
            let place = d.place.as_ref().and_then(|place| place.at);
            format!("{} {place:?} {} | {}", d.code, d.message, d.fix.as_deref().unwrap_or(""))
        });
        let said = said.collect::<Vec<_>>().join("\n");
        (editions.into_iter().next().unwrap().text, said)
    }

    #[test]
    fn every_key_reaches_the_edition() {
        let (text, said) = write(
            "---\nedition: 2025-W10\ntitle: Quiet\nstatus: ready\norder: [m3zd]\njudgements:\n  - say: A law will pass.\n    \
             likelihood: Very likely\n    confidence: low\n    rests_on: [m3zd, f18c]\n    would_change: A vote.\ngaps: [Who paid.]\n\
             figures: [{ value: 1600, unit: homes, claimed_by: The mayor, event: f18c }]\nthemes: { sea: { why: Trade. } }\n---\n\
             One\nparagraph.\n\nAnother.\n",
        );
        assert_eq!(said, "");
        let text = text.unwrap();
        assert_eq!((text.status, text.order.as_slice()), (Status::Ready, &[EventIx(1)][..]));
        assert_eq!(text.summary, ["One paragraph.", "Another."]);
        assert_eq!(text.judgements[0].likelihood.as_deref(), Some("very likely"));
        assert_eq!(text.judgements[0].rests_on, [EventIx(1), EventIx(0)]);
        assert_eq!((text.figures[0].value.as_str(), text.figures[0].event), ("1600", Some(EventIx(0))));
        assert_eq!(text.why["sea"], "Trade.");
    }

    #[test]
    fn what_is_wrong_is_said_at_once() {
        let (_, said) = write(
            "---\nedition: 2025-W10\nlead: m3zd\njudgements:\n  - { say: x, likelihood: likely with low confidence, rests_on: [f18x] }\n  \
             - { say: y, likelihood: likly }\n---\n",
        );
        insta::assert_snapshot!(said, @r#"
        N302 Some((3, 7)) the lead `m3zd` has low confidence | lead with another event, find a second source, or set its confidence with a reason
        N002 Some((5, 27)) `likely with low confidence` puts likelihood and confidence in one value | give the second a key of its own: `confidence: low`
        N202 Some((5, 66)) no such event `f18x` | did you mean `f18c` "Envoys met near the lake"?
        N002 Some((6, 27)) `likly` is not a term of this scale | did you mean `likely`?
        "#);
    }
}
