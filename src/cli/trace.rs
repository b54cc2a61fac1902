//! `newsbook explain ID|FILE`: why an event is told as it is, or what was made of each sentence of an article.
//!
//! Every line stands beside the place in the file that it comes from. What is shown is what the analysis kept as its
//! reasons; only what keeps an event apart from those like it is worked out anew.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Serialize;

use super::extract::{article_date_basis, date_basis, kind, state};
use super::report::{self, to_stderr, to_stdout, to_stdout_as_json};
use super::{Exit, Globals, project};
use crate::model::{Article, Change, Dated, Event, EventIx, Id, Mention, MentionIx, Newsbook, Span, ThemeHit};
use crate::pipeline;

/// How the files of articles end.
const ENDINGS: [&str; 5] = [".txt", ".md", ".markdown", ".html", ".htm"];

/// So many sentences are shown that only touch on an event.
const NEAR: usize = 5;

/// So many events are named that are like the one asked for.
const ALIKE: usize = 5;

#[derive(Serialize)]
struct Traced<'a> {
    version: u32,
    command: &'static str,
    ok: bool,
    event: Option<EventOut<'a>>,
    article: Option<ArticleOut<'a>>,
    sentences: Vec<SentenceOut<'a>>,
}

#[derive(Serialize)]
struct EventOut<'a> {
    id: &'a str,
    headline: &'a str,
    date: Option<String>,
    confidence: String,
    points: &'a [String],
    /// Why its reports are one event.
    joined: Vec<&'a str>,
    /// What people changed.
    changed: Vec<String>,
    apart: Vec<ApartOut<'a>>,
}

/// An event told in like words, and what keeps it apart.
#[derive(Serialize)]
struct ApartOut<'a> {
    event: &'a str,
    headline: &'a str,
    because: String,
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    id: &'a str,
    file: &'a str,
    title: &'a str,
    published: Option<String>,
    published_basis: Option<&'static str>,
    /// What a rule set aside, each with its line.
    set_aside: Vec<AsideOut<'a>>,
}

#[derive(Serialize)]
struct AsideOut<'a> {
    line: u32,
    rule: &'static str,
    text: &'a str,
}

/// A sentence or a part of one.
#[derive(Serialize)]
struct SentenceOut<'a> {
    file: &'a str,
    line: u32,
    text: &'a str,
    event: Option<&'a str>,
    /// Events that it touches on without telling them.
    near: Vec<&'a str>,
    listed: bool,
    why: &'a [Cow<'static, str>],
    date: Option<DateOut<'a>>,
    state: &'static str,
    kind: &'static str,
    speaker: Option<&'a str>,
    names: Vec<&'a str>,
    themes: Vec<ThemeOut<'a>>,
    points: &'a [String],
}

#[derive(Serialize)]
struct DateOut<'a> {
    value: String,
    basis: &'static str,
    rule: &'a str,
    words: Option<&'a str>,
    line: Option<u32>,
}

#[derive(Serialize)]
struct ThemeOut<'a> {
    id: &'a str,
    score: f64,
    matched: &'a [String],
}

/// Whether words look like the id of an event or the path of an article, and not like words with a date in them.
pub(super) fn is_place(what: &str) -> bool {
    Id::parse(what).is_some() || is_file(what)
}

fn is_file(what: &str) -> bool {
    ENDINGS.iter().any(|ending| what.ends_with(ending)) && !what.contains(char::is_whitespace)
}

pub(super) fn run(globals: &Globals, what: &str) -> Exit {
    let (project, mut diagnostics) = project::open(globals, None);
    let known = project.as_ref().map(|project| pipeline::know(&project.config, &project.inputs, project.today));
    diagnostics.extend(known.iter().flat_map(|known| known.diagnostics.iter().cloned()));
    let exit = Exit::after(&diagnostics, false);
    let (Some(project), Some(known)) = (project, known.filter(|_| matches!(exit, Exit::Done | Exit::Refused))) else {
        report::print(globals, &diagnostics);
        return exit;
    };
    let book = &known.newsbook;
    let found = if is_file(what) { of_article(book, what) } else { of_event(&project, book, what) };
    let Some(found) = found else {
        let list = if is_file(what) { "articles" } else { "events" };
        to_stderr(&format!("error: the newsbook has no `{what}`\n  fix: newsbook list {list} shows what it has\n"));
        return Exit::Usage;
    };
    if globals.json {
        to_stdout_as_json(&found)
    } else {
        to_stdout(&in_words(&found))
    }
    Exit::Done
}

fn of_event<'a>(project: &project::Project, book: &'a Newsbook, id: &str) -> Option<Traced<'a>> {
    let moved = book.moved.iter().find(|moved| moved.from.as_str() == id).map_or(id, |moved| moved.to.as_str());
    let ix = EventIx(book.events.iter().position(|event| event.id.as_str() == moved)?);
    let event = &book[ix];
    let near = event.context.iter().take(NEAR);
    let apart = pipeline::apart(&project.config, book, ix, ALIKE);
    let apart = apart.into_iter().map(|(other, because)| ApartOut {
        event: book[other].id.as_str(),
        headline: &book[other].headline,
        because,
    });
    Some(Traced {
        event: Some(event_out(event, apart.collect())),
        sentences: event.mentions.iter().chain(near).map(|mention| sentence(book, *mention)).collect(),
        ..nothing()
    })
}

fn event_out<'a>(event: &'a Event, apart: Vec<ApartOut<'a>>) -> EventOut<'a> {
    EventOut {
        id: event.id.as_str(),
        headline: &event.headline,
        date: event.date.as_ref().map(|dated| dated.date.to_string()),
        confidence: format!("{:?}", event.confidence).to_lowercase(),
        points: &event.points,
        joined: event.merged_because.iter().map(|reason| reason.words.as_str()).collect(),
        changed: event.editorial.changes.iter().map(changed).collect(),
        apart,
    }
}

fn changed(change: &Change) -> String {
    let Change { what, from, to, note } = change;
    let because = note.because.as_ref().map(|because| format!(", because {because}")).unwrap_or_default();
    format!("{what} from “{from}” to “{to}”{because}")
}

/// The article whose path ends in `file`, as a path may be given from any folder above it.
fn of_article<'a>(book: &'a Newsbook, file: &str) -> Option<Traced<'a>> {
    let file = file.trim_start_matches("./");
    let ends = |path: &str| path.strip_suffix(file).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
    let at = book.articles.iter().position(|article| ends(&article.path))?;
    let article = &book.articles[at];
    let own = (0..book.mentions.len()).map(MentionIx).filter(|ix| book[*ix].article.0 == at);
    Some(Traced {
        article: Some(article_out(article)),
        sentences: own.map(|ix| sentence(book, ix)).collect(),
        ..nothing()
    })
}

fn nothing<'a>() -> Traced<'a> {
    Traced { version: 1, command: "explain", ok: true, event: None, article: None, sentences: Vec::new() }
}

fn article_out(article: &Article) -> ArticleOut<'_> {
    ArticleOut {
        id: article.id.as_str(),
        file: &article.path,
        title: &article.title.text,
        published: article.published.as_ref().map(|found| found.date.to_string()),
        published_basis: article.published.as_ref().map(|found| article_date_basis(found.basis)),
        set_aside: article
            .stripped
            .iter()
            .map(|stripped| AsideOut {
                line: line(article, &stripped.span),
                rule: stripped.rule,
                text: article.text[stripped.span.clone()].trim(),
            })
            .collect(),
    }
}

fn sentence(book: &Newsbook, ix: MentionIx) -> SentenceOut<'_> {
    let mention = &book[ix];
    let article = &book[mention.article];
    let event = book.events.iter().find(|event| event.mentions.contains(&ix));
    let near = book.events.iter().filter(|event| event.context.contains(&ix));
    SentenceOut {
        file: &article.path,
        line: line(article, &mention.span),
        text: &article.text[mention.span.clone()],
        event: event.map(|event| event.id.as_str()),
        near: near.map(|event| event.id.as_str()).collect(),
        listed: mention.listed,
        why: &mention.why,
        date: mention.date.as_ref().map(|dated| date(article, dated)),
        state: state(mention.state),
        kind: kind(mention.kind),
        speaker: mention.speaker.as_deref(),
        names: names(mention),
        themes: mention.themes.iter().map(|hit| theme(book, hit)).collect(),
        points: &mention.points,
    }
}

fn names(mention: &Mention) -> Vec<&str> {
    mention.who.iter().chain(&mention.places).map(String::as_str).collect()
}

fn date<'a>(article: &'a Article, dated: &'a Dated) -> DateOut<'a> {
    DateOut {
        value: dated.date.to_string(),
        basis: date_basis(dated.basis),
        rule: dated.rule,
        words: dated.words.clone().map(|words| &article.text[words]),
        line: dated.words.as_ref().map(|words| line(article, words)),
    }
}

fn theme<'a>(book: &'a Newsbook, hit: &'a ThemeHit) -> ThemeOut<'a> {
    let id = book.themes.get(hit.theme).map_or("other", |theme| theme.id.as_str());
    ThemeOut { id, score: hit.score, matched: &hit.matched }
}

/// The line of the file where a span begins, from 1: that of its paragraph, and as many more as the text has broken.
fn line(article: &Article, span: &Span) -> u32 {
    let Some(last) = article.paragraphs.partition_point(|paragraph| paragraph.span.start <= span.start).checked_sub(1)
    else {
        return 1;
    };
    let paragraph = &article.paragraphs[last];
    let breaks = article.text[paragraph.span.start..span.start].matches('\n').count();
    paragraph.line + breaks as u32
}

fn in_words(traced: &Traced<'_>) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    if let Some(event) = &traced.event {
        let _ = writeln!(text, "{}  {}", event.id, event.headline);
        put(&mut text, "date", event.date.as_deref().unwrap_or("unknown"));
        put(&mut text, "sure", &format!("{}: {}", event.confidence, event.points.join("; ")));
        put(&mut text, "one event", &event.joined.join("; "));
        event.changed.iter().for_each(|changed| put(&mut text, "changed", changed));
        for other in &event.apart {
            put(&mut text, "not with", &format!("{} “{}”: {}", other.event, other.headline, other.because));
        }
    }
    if let Some(article) = &traced.article {
        let _ = writeln!(text, "{}  {}", article.file, article.title);
        let basis = article.published_basis.map(|basis| format!(" ({basis})")).unwrap_or_default();
        put(&mut text, "published", &format!("{}{basis}", article.published.as_deref().unwrap_or("unknown")));
        for aside in &article.set_aside {
            put(&mut text, "set aside", &format!("line {}, {}: “{}”", aside.line, aside.rule, aside.text));
        }
    }
    traced.sentences.iter().for_each(|sentence| sentence_in_words(&mut text, sentence));
    text
}

fn sentence_in_words(text: &mut String, sentence: &SentenceOut<'_>) {
    let words = sentence.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let _ = write!(text, "\n{}:{}\n  “{words}”\n", sentence.file, sentence.line);
    put(text, "event", sentence.event.unwrap_or(""));
    put(text, "near", &sentence.near.join(" "));
    sentence.why.iter().for_each(|why| put(text, "why", why));
    if let Some(date) = &sentence.date {
        let words =
            date.words.zip(date.line).map(|(words, line)| format!(", “{words}” in line {line}")).unwrap_or_default();
        put(text, "date", &format!("{}, {}, by the rule {}{words}", date.value, date.basis, date.rule));
    }
    put(text, "state", &format!("{}, {}", sentence.state, sentence.kind));
    put(text, "speaker", sentence.speaker.unwrap_or(""));
    put(text, "names", &sentence.names.join("; "));
    for theme in &sentence.themes {
        put(text, "theme", &format!("{} {}: {}", theme.id, theme.score, theme.matched.join(", ")));
    }
    put(text, "points", &sentence.points.join("; "));
}

/// Puts what is known under a name, and nothing where nothing is.
fn put(text: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        let _ = writeln!(text, "  {name:<9} {value}");
    }
}
