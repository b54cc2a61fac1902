//! `newsbook extract`: the analysis as a filter, one JSON document a line in, one result a line out.
//!
//! Lines are answered in batches of what has arrived, and each batch is answered before more is waited for, so a
//! program on the other side may send one line and read the answer before it sends the next. A line that is no
//! document gets an error in its place; the others never notice.

use std::borrow::Cow;
use std::io::{self, BufRead, Write};

use clap::Args;
use serde::{Deserialize, Serialize};

use super::appended::Appended;
use super::report;
use super::scalars::Scalars;
use super::{Exit, Globals, project};
use crate::config::Config;
use crate::diag::Code;
use crate::model::{
    Article, ArticleDateBasis, Confidence, DateBasis, Event, Kind, Mention, ParagraphKind, State, ThemeHit,
};
use crate::pipeline::{Document, Extracted, Extractor};

/// Bytes that are read at once, and so about the size of a batch.
const BUFFER: usize = 1 << 20;

/// Analyse documents given as JSON, one a line
///
/// Reads {"id", "text", "title"?, "published"?, "source"?} from each line of standard input and writes what the text
/// says to standard output: time expressions, sentences and dated mentions. Offsets count Unicode characters. A line
/// that is not a document gets an "error" in its place, and the exit status is 1 at the end.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook extract < docs.jsonl > results.jsonl
  newsbook extract --merge --config newsbook.yml < docs.jsonl | tail -n 20
  echo '{\"id\":\"a\",\"text\":\"They met on Monday.\",\"published\":\"2024-12-18\"}' | newsbook extract")]
pub(super) struct ExtractArgs {
    /// After all documents, print one line for each event, joining the documents that tell it
    ///
    /// Of its `mentions`, as many as `reports` says tell it, best first; those behind them only touch on it.
    #[arg(long)]
    merge: bool,
}

/// A line as it comes in. Keys that mean nothing to us are passed over.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    title: Option<String>,
    published: Option<String>,
    source: Option<String>,
}

#[derive(Serialize)]
struct Refused {
    id: Option<String>,
    error: Reason,
}

#[derive(Serialize)]
struct Reason {
    code: String,
    message: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    published: Option<PublishedOut>,
    timexes: Vec<TimexOut<'a>>,
    sentences: Vec<SentenceOut>,
    mentions: Vec<MentionOut<'a>>,
}

#[derive(Serialize)]
struct PublishedOut {
    value: String,
    basis: &'static str,
}

#[derive(Serialize)]
struct TimexOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
    rule: &'static str,
}

#[derive(Serialize)]
struct SentenceOut {
    start: usize,
    end: usize,
    kind: &'static str,
}

#[derive(Serialize)]
struct MentionOut<'a> {
    sentence: u32,
    start: usize,
    end: usize,
    date: Option<String>,
    date_basis: Option<&'static str>,
    timex: Option<u32>,
    state: &'static str,
    kind: &'static str,
    listed: bool,
    why: &'a [Cow<'static, str>],
    headline: &'a str,
    speaker: Option<&'a str>,
    who: &'a [String],
    #[serde(rename = "where")]
    places: &'a [String],
    themes: Vec<ThemeOut<'a>>,
    confidence: &'static str,
}

#[derive(Serialize)]
struct ThemeOut<'a> {
    id: &'a str,
    score: f64,
    matched: &'a [String],
}

#[derive(Serialize)]
struct EventOut<'a> {
    event: &'a str,
    date: Option<String>,
    state: &'static str,
    headline: &'a str,
    themes: Vec<&'a str>,
    /// The reports first, then what only touches on it.
    mentions: Vec<(&'a str, usize)>,
    /// How many of them are reports.
    reports: usize,
    why: Vec<&'a str>,
}

pub(super) fn run(globals: &Globals, args: &ExtractArgs) -> Exit {
    let (config, _, diagnostics) = match project::configured(globals) {
        Ok(read) => read,
        Err(diagnostic) => (Config::default(), None, vec![diagnostic]),
    };
    report::print(globals, &diagnostics);
    let exit = Exit::after(&diagnostics, false);
    if exit != Exit::Done {
        return exit;
    }
    let mut filter = Filter::new(&config, args.merge);
    match filter.run(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) if filter.refused => Exit::Refused,
        Ok(()) => Exit::Done,
        // The reader has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            report::to_stderr(&format!("error[{}]: {error}\n", Code::CannotAccess));
            Exit::Disk
        }
    }
}

/// The state of a run: what has been read so far matters only to `--merge`.
struct Filter<'c> {
    config: &'c Config,
    extractor: Extractor,
    merge: bool,
    /// Documents that were accepted so far.
    number: usize,
    refused: bool,
    articles: Vec<Article>,
    mentions: Vec<Mention>,
}

impl<'c> Filter<'c> {
    fn new(config: &'c Config, merge: bool) -> Self {
        let extractor = Extractor::new(config);
        Self { config, extractor, merge, number: 0, refused: false, articles: Vec::new(), mentions: Vec::new() }
    }

    fn run(&mut self, input: impl io::Read, mut output: impl Write) -> io::Result<()> {
        let mut input = io::BufReader::with_capacity(BUFFER, input);
        let mut line = Vec::new();
        let mut answers = Vec::new();
        while input.read_until(b'\n', &mut line)? > 0 {
            if !line.trim_ascii().is_empty() {
                self.answer(&line, &mut answers)?;
                answers.push(b'\n');
            }
            line.clear();
            if !input.buffer().contains(&b'\n') {
                output.write_all(&answers)?;
                output.flush()?;
                answers.clear();
            }
        }
        self.events(&mut answers)?;
        output.write_all(&answers)?;
        output.flush()
    }

    fn answer(&mut self, line: &[u8], answers: &mut Vec<u8>) -> io::Result<()> {
        let document = match document(line) {
            Ok(document) => document,
            Err(refused) => {
                self.refused = true;
                return Ok(serde_json::to_writer(answers, &refused)?);
            }
        };
        let extracted = self.extractor.extract(self.number, &document);
        self.number += 1;
        serde_json::to_writer(Appended(answers), &answer(&document.id, &extracted, self.config))?;
        if self.merge {
            self.articles.push(extracted.article);
            self.mentions.extend(extracted.analysis.mentions);
        }
        Ok(())
    }

    fn events(&self, answers: &mut Vec<u8>) -> io::Result<()> {
        if !self.merge {
            return Ok(());
        }
        let mut first_mention = vec![0; self.articles.len()];
        for (index, mention) in self.mentions.iter().enumerate().rev() {
            first_mention[mention.article.0] = index;
        }
        for event in self.extractor.merge(&self.mentions, &self.articles) {
            serde_json::to_writer(&mut *answers, &self.event(&event, &first_mention))?;
            answers.push(b'\n');
        }
        Ok(())
    }

    fn event<'e>(&'e self, event: &'e Event, first_mention: &[usize]) -> EventOut<'e> {
        let place = |ix: usize| {
            let article = self.mentions[ix].article.0;
            (self.articles[article].path.as_str(), ix - first_mention[article])
        };
        EventOut {
            event: event.id.as_str(),
            date: event.date.as_ref().map(|dated| dated.date.to_string()),
            state: state(event.state),
            headline: &event.headline,
            themes: themes(&event.themes, self.config).into_iter().map(|theme| theme.id).collect(),
            mentions: event.mentions.iter().chain(&event.context).map(|ix| place(ix.0)).collect(),
            reports: event.mentions.len(),
            why: event.merged_because.iter().map(|reason| reason.words.as_str()).collect(),
        }
    }
}

/// Reads a line as a document, or says why it is none.
fn document(line: &[u8]) -> Result<Document, Refused> {
    let read: Line = serde_json::from_slice(line).map_err(|error| {
        // The id is worth telling even where the rest is wrong.
        let value: Option<serde_json::Value> = serde_json::from_slice(line).ok();
        let id = value.and_then(|value| Some(value.get("id")?.as_str()?.to_owned()));
        refuse(id, Code::NotADocument, error.to_string())
    })?;
    let published = match read.published.as_deref().map(str::parse) {
        None => None,
        Some(Ok(date)) => Some(date),
        Some(Err(error)) => return Err(refuse(Some(read.id), Code::BadDate, format!("`published`: {error}"))),
    };
    Ok(Document { id: read.id, text: read.text, title: read.title, published, source: read.source })
}

fn refuse(id: Option<String>, code: Code, message: String) -> Refused {
    Refused { id, error: Reason { code: code.to_string(), message } }
}

fn answer<'a>(id: &'a str, extracted: &'a Extracted, config: &'a Config) -> Answer<'a> {
    let (article, analysis) = (&extracted.article, &extracted.analysis);
    let scalars = Scalars::new(&article.text);
    let timexes = analysis.timexes.iter().map(|timex| {
        let (start, end) = scalars.span(&timex.span);
        let text = &article.text[timex.span.clone()];
        let modifier = timex.modifier.map(|modifier| modifier.as_str());
        let (kind, value) = (timex.kind.as_str(), timex.value.to_string());
        TimexOut { start, end, text, kind, value, modifier, rule: timex.rule }
    });
    let sentences = analysis.sentences.iter().map(|sentence| {
        let (start, end) = scalars.span(&sentence.span);
        SentenceOut { start, end, kind: paragraph_kind(sentence.kind) }
    });
    let published = article.published.as_ref();
    Answer {
        id,
        published: published
            .map(|found| PublishedOut { value: found.date.to_string(), basis: article_date_basis(found.basis) }),
        timexes: timexes.collect(),
        sentences: sentences.collect(),
        mentions: analysis.mentions.iter().map(|mention| mention_out(mention, &scalars, config)).collect(),
    }
}

fn mention_out<'a>(mention: &'a Mention, scalars: &Scalars, config: &'a Config) -> MentionOut<'a> {
    let (start, end) = scalars.span(&mention.span);
    let dated = mention.date.as_ref();
    MentionOut {
        sentence: mention.sentence,
        start,
        end,
        date: dated.map(|dated| dated.date.to_string()),
        date_basis: dated.map(|dated| date_basis(dated.basis)),
        timex: dated.and_then(|dated| dated.timex),
        state: state(mention.state),
        kind: kind(mention.kind),
        listed: mention.listed,
        why: &mention.why,
        headline: &mention.headline,
        speaker: mention.speaker.as_deref(),
        who: &mention.who,
        places: &mention.places,
        themes: themes(&mention.themes, config),
        confidence: match mention.confidence {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        },
    }
}

/// Names the themes; "Other" is none.
fn themes<'a>(hits: &'a [ThemeHit], config: &'a Config) -> Vec<ThemeOut<'a>> {
    let named = |hit: &'a ThemeHit| {
        let score = (hit.score * 1000.0).round() / 1000.0;
        config.themes.get(hit.theme).map(|theme| ThemeOut { id: &theme.id, score, matched: &hit.matched })
    };
    hits.iter().filter_map(named).collect()
}

pub(super) fn article_date_basis(basis: ArticleDateBasis) -> &'static str {
    match basis {
        ArticleDateBasis::Given | ArticleDateBasis::FrontMatter | ArticleDateBasis::FileName => "given",
        ArticleDateBasis::LeadingLine => "leading-line",
        ArticleDateBasis::Dateline => "dateline",
        ArticleDateBasis::Text => "text",
    }
}

fn paragraph_kind(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Prose => "prose",
        ParagraphKind::Heading => "heading",
        ParagraphKind::Quote => "quote",
        ParagraphKind::Boilerplate => "boilerplate",
    }
}

pub(super) fn date_basis(basis: DateBasis) -> &'static str {
    match basis {
        // No editor has a say in a filter; what one states is explicit.
        DateBasis::Explicit | DateBasis::Editor => "explicit",
        DateBasis::Relative => "relative",
        DateBasis::Event => "event",
        DateBasis::Carried => "carried",
        DateBasis::Published => "published",
    }
}

pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Past => "past",
        State::Ongoing => "ongoing",
        State::Scheduled => "scheduled",
        State::Hypothetical => "hypothetical",
    }
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Reported => "reported",
        Kind::Statement => "statement",
        Kind::Claim => "claim",
        Kind::Plan => "plan",
        Kind::Background => "background",
    }
}
