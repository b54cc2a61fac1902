//! `newsbook set`: a value that is to stand in the place of what was found.

use clap::Args;

use super::amend::{Changed, Correction, Decision, Desk, Why, named, refuse};
use super::extract::kind;
use super::{Exit, Globals, report};
use crate::diag::{Diagnostic, nearest};
use crate::edits::{Amendment, Given, KEYS_OF_ARTICLES, KEYS_OF_EVENTS, Shape, Value, find_event};
use crate::model::{Article, Confidence, Event, Newsbook};

/// Correct an event or an article
///
/// Writes an override into overrides.yml and keeps whatever stands there; the sources stay as they are.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Keys of an event: date, kind, title, text, themes, entities, confidence, thread.
Keys of an article: date, title, source, grade, language, ignore.
Lists take `themes=a,b`; `themes+=a` adds and `themes-=a` removes.

Examples:
  newsbook set k7q2 date=2025-12-07 --because 'the mayor gives the day'
  newsbook set k7q2 themes+=air-war
  newsbook set content/articles/wire/002.txt date=2025-04~ --because 'placed by the Paris meeting'
  newsbook set k7q2 date=2025-12-07 --correction 'First listed under 6 December.'")]
pub(super) struct SetArgs {
    /// The id of an event, or the path or id of an article
    #[arg(value_name = "ID")]
    id: String,

    /// What it is to be
    #[arg(value_name = "KEY=VALUE", required = true)]
    values: Vec<String>,

    #[command(flatten)]
    why: Why,

    #[command(flatten)]
    correction: Correction,
}

/// What is set: found in the newsbook.
enum Subject<'a> {
    Event(&'a Event),
    Article(&'a Article),
}

/// One argument, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked<'a> {
    key: &'a str,
    how: How,
    value: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Is,
    With,
    Without,
}

pub(super) fn run(globals: &Globals, args: &SetArgs) -> Exit {
    let mut desk = match Desk::open(globals, "set") {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    let (name, is_event, values) = match asked(desk.book(), args) {
        Ok(asked) => asked,
        Err(Fault::Unknown(diagnostic)) => return refuse(globals, "set", &[diagnostic]),
        Err(Fault::Usage(lines)) => {
            report::to_stderr(&(lines.join("\n") + "\n"));
            return Exit::Usage;
        }
    };
    let amendment = if is_event { Amendment::Event(&name, &values) } else { Amendment::Article(&name, &values) };
    let decision = Decision {
        command: "set",
        amendment,
        why: &args.why,
        correction: args.correction.text(),
        tell: &|before, after| tell(before, after, &name, &values),
    };
    desk.decide(globals, &decision)
}

enum Fault {
    Unknown(Diagnostic),
    Usage(Vec<String>),
}

/// Name in the overrides, whether it is an event, and the keys with their values.
type Wish = (String, bool, Vec<Value>);

fn asked(book: &Newsbook, args: &SetArgs) -> Result<Wish, Fault> {
    let subject = subject(book, &args.id).map_err(Fault::Unknown)?;
    let (keys, name, is_event) = match &subject {
        Subject::Event(event) => (KEYS_OF_EVENTS, event.id.to_string(), true),
        Subject::Article(article) => (KEYS_OF_ARTICLES, article.path.clone(), false),
    };
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for text in &args.values {
        match value(text, keys, &subject, book) {
            Ok(value) => values.push(value),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok((name, is_event, values)) } else { Err(Fault::Usage(faults)) }
}

fn subject<'a>(book: &'a Newsbook, name: &str) -> Result<Subject<'a>, Diagnostic> {
    let path = name.strip_prefix("./").unwrap_or(name);
    let article = book.articles.iter().find(|article| article.path == path || article.id.as_str() == name);
    match article {
        Some(article) => Ok(Subject::Article(article)),
        None if name.contains(['/', '.']) => {
            let near = nearest(path, book.articles.iter().map(|article| article.path.as_str()));
            let fix =
                near.map_or("newsbook list articles shows the paths".into(), |near| format!("did you mean `{near}`?"));
            Err(Diagnostic::error(crate::diag::Code::UnknownId, format!("no article `{name}`")).fix(fix))
        }
        None => find_event(book, name).map(Subject::Event),
    }
}

fn value(text: &str, keys: &[(&'static str, Shape)], subject: &Subject, book: &Newsbook) -> Result<Value, String> {
    let Some(asked) = Asked::parse(text) else {
        return Err(format!("error: `{text}` has no `=`\n  fix: write KEY=VALUE, for example date=2025-12-07"));
    };
    let Some((key, shape)) = keys.iter().find(|(key, _)| *key == asked.key) else {
        let all: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
        let near = nearest(asked.key, all.iter().copied()).map(|near| format!("did you mean `{near}`?  "));
        let near = near.unwrap_or_default();
        return Err(format!(
            "error: there is no key `{}` to set here\n  fix: {near}All: {}",
            asked.key,
            all.join(", ")
        ));
    };
    if asked.value.is_empty() && *shape != Shape::List {
        return Err(format!(
            "error: `{key}` is given no value\n  fix: to undo a correction, remove its line in overrides.yml"
        ));
    }
    if asked.how != How::Is && *shape != Shape::List {
        return Err(format!("error: `{key}` is not a list\n  fix: write {key}={}", asked.value));
    }
    let given = match shape {
        Shape::Word => Given::Word(asked.value.into()),
        Shape::Prose => Given::Prose(asked.value.into()),
        Shape::List => Given::List(asked.items(now(subject, key, book))),
    };
    Ok((key, given))
}

impl<'a> Asked<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let (key, value) = text.split_once('=')?;
        let (key, how) = match (key.strip_suffix('+'), key.strip_suffix('-')) {
            (Some(key), _) => (key, How::With),
            (_, Some(key)) => (key, How::Without),
            _ => (key, How::Is),
        };
        let key = match key.trim() {
            "theme" => "themes",
            "entity" => "entities",
            key => key,
        };
        Some(Self { key, how, value: value.trim() })
    }

    fn items(&self, now: Vec<String>) -> Vec<String> {
        let given: Vec<String> =
            self.value.split(',').map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect();
        match self.how {
            How::Is => given,
            How::With => {
                let new: Vec<String> = given.into_iter().filter(|item| !now.contains(item)).collect();
                [now, new].concat()
            }
            How::Without => now.into_iter().filter(|item| !given.contains(item)).collect(),
        }
    }
}

/// The list as it is now, by the names that overrides use.
fn now(subject: &Subject, key: &str, book: &Newsbook) -> Vec<String> {
    match subject {
        Subject::Event(event) if key == "themes" => {
            event.themes.iter().filter_map(|hit| book.themes.get(hit.theme)).map(|theme| theme.id.clone()).collect()
        }
        Subject::Event(event) => {
            let id = |name: &String| {
                book.entities.iter().find(|entity| entity.name == *name).map_or(name, |entity| &entity.id).clone()
            };
            event.who.iter().chain(&event.places).map(id).collect()
        }
        Subject::Article(_) => Vec::new(),
    }
}

fn tell(before: &Newsbook, after: &Newsbook, name: &str, values: &[Value]) -> (String, Vec<Changed>) {
    let mut words = format!("Set       {}\n", named(before, name));
    let mut changes = Vec::new();
    for (key, _) in values {
        let (from, to) = (shown(before, name, key), shown(after, name, key));
        let nothing = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
        words.push_str(&format!("          {key}: {} → {}\n", nothing(&from), nothing(&to)));
        changes.push(Changed { id: name.to_owned(), what: key, from, to });
    }
    (words, changes)
}

/// A value as people read it, `None` where there is none.
fn shown(book: &Newsbook, name: &str, key: &str) -> Option<String> {
    if let Some(event) = book.events.iter().find(|event| event.id.as_str() == name) {
        return match key {
            "date" => event.date.as_ref().map(|dated| dated.date.to_string()),
            "kind" => Some(kind(event.kind).into()),
            "title" => Some(event.headline.clone()),
            "text" => event.editorial.text.clone(),
            "confidence" => Some(match event.confidence {
                Confidence::Low => "low".into(),
                Confidence::Medium => "medium".into(),
                Confidence::High => "high".into(),
            }),
            "thread" => event.editorial.thread.clone(),
            list => Some(now(&Subject::Event(event), list, book).join(", ")).filter(|list| !list.is_empty()),
        };
    }
    let Some(article) = book.articles.iter().find(|article| article.path == name) else {
        return (key == "ignore").then(|| "true".into());
    };
    match key {
        "date" => article.published.as_ref().map(|published| published.date.to_string()),
        "title" => Some(article.title.text.clone()),
        "source" => article.source.clone(),
        "grade" => Some(article.grade.to_string()),
        "language" => article.language.clone(),
        _ => Some("false".into()),
    }
}
