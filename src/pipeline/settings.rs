//! From the config to the values that each room asks for: no room below knows a `Config`.

use crate::checks::{self, RULES, Rule};
use crate::config::{Config, DateOrder, FormatName, JudgementPart, Severity, SourceRule, Undated};
use crate::diag::{Code, Diagnostic, Level};
use crate::edits::{self, LOCK_FILE, Lock, Overrides, Standing, WrittenEdition, WrittenEvent};
use crate::events::{Options, Points, Rules};
use crate::group::{self, Naming};
use crate::model::{
    Article, Edition, EditionText, Entity, Event, Glob, Grade, InputFile, Inputs, Mention, Newsbook, OutputFile,
    Rights, Status,
};
use crate::pages::labels;
use crate::readers::ReadOptions;
use crate::timex;
use crate::writers::{FORMATS, Format, manifest};

/// Compiles what the analysis is told by the desk.
pub fn rules(config: &Config, entities: &[Entity]) -> Rules {
    Rules::new(&config.themes, entities, options(config))
}

fn options(config: &Config) -> Options {
    let usual = Options::default();
    Options {
        per_article: config.events.per_article,
        merge: config.events.merge.auto,
        merge_threshold: config.events.merge.threshold.unwrap_or(usual.merge_threshold),
        window_days: config.events.merge.window_days,
        points: points(config),
        date_order: match config.dates.order {
            DateOrder::Dmy => timex::DateOrder::DayMonth,
            DateOrder::Mdy => timex::DateOrder::MonthDay,
            DateOrder::Ymd => timex::DateOrder::YearMonth,
            DateOrder::Ask => timex::DateOrder::Ask,
        },
    }
}

fn points(config: &Config) -> Points {
    let (points, levels) = (config.confidence.points, config.confidence.levels);
    Points {
        date_explicit: points.date_explicit,
        date_relative: points.date_relative,
        date_none: points.date_none,
        speaker_named: points.speaker_named,
        speaker_none: points.speaker_none,
        second_source: points.second_source,
        single_source: points.single_source,
        one_side: points.one_side,
        high: levels.high,
        medium: levels.medium,
    }
}

pub fn read_options(config: &Config) -> ReadOptions {
    ReadOptions { strip_lines: config.input.strip_lines.clone() }
}

/// Adds what the first matching rule knows about the source of an article; the article's own words win.
pub fn credit(article: Article, rules: &[SourceRule]) -> Article {
    let Some(rule) = rules.iter().find(|rule| Glob(&rule.pattern).matches(&article.path)) else { return article };
    Article {
        source: article.source.or_else(|| rule.name.clone()),
        grade: if article.grade == Grade::default() { rule.grade } else { article.grade },
        rights: if article.rights == Rights::default() { rule.rights } else { article.rights },
        ..article
    }
}

/// Does with articles of unknown date what the config asks for: lists, hides or refuses them, never in silence.
pub fn with_undated(articles: Vec<Article>, undated: Undated, log: &mut Vec<Diagnostic>) -> Vec<Article> {
    let (dated, without): (Vec<Article>, Vec<Article>) = match undated {
        Undated::List => return articles,
        Undated::Hide | Undated::Error => articles.into_iter().partition(|article| article.published.is_some()),
    };
    log.extend(without.iter().map(|article| no_date(article, undated)));
    dated
}

fn no_date(article: &Article, undated: Undated) -> Diagnostic {
    let message = format!("no date found in {} paragraphs", article.paragraphs.len());
    let (diagnostic, why) = match undated {
        Undated::Error => (Diagnostic::error(Code::NoDate, message), "an error because dates.undated is `error`"),
        _ => (Diagnostic::warn(Code::NoDate, message), "left out because dates.undated is `hide`"),
    };
    let fix = format!("add `date:` under this path in overrides.yml ({why}; `list` publishes it as undated)");
    diagnostic.in_file(&article.path).fix(fix)
}

/// What the project's people wrote beside the articles.
#[derive(Default)]
pub struct Desk {
    pub overrides: Overrides,
    pub written: Vec<WrittenEvent>,
    pub editions: Vec<WrittenEdition>,
    pub entities: Vec<Entity>,
}

/// Reads the editor's files: corrections, hand-written events, what was written for editions, people and places.
pub fn desk(inputs: &Inputs, log: &mut Vec<Diagnostic>) -> Desk {
    let mut desk = Desk::default();
    if let Some(text) = inputs.overrides.as_ref().and_then(|file| utf8(file, log).map(|text| (&file.path, text))) {
        let (overrides, diagnostics) = edits::read_overrides(text.0, text.1);
        desk.overrides = overrides;
        log.extend(diagnostics);
    }
    for file in &inputs.events {
        let Some(text) = utf8(file, log) else { continue };
        let (event, diagnostics) = edits::read_event(&file.path, text);
        desk.written.extend(event);
        log.extend(diagnostics);
    }
    for file in &inputs.editions {
        let Some(text) = utf8(file, log) else { continue };
        let (edition, diagnostics) = edits::read_edition(&file.path, text);
        desk.editions.extend(edition);
        log.extend(diagnostics);
    }
    let files: Vec<(&str, &str)> =
        inputs.entities.iter().filter_map(|file| Some((file.path.as_str(), utf8(file, log)?))).collect();
    let (entities, diagnostics) = edits::read_entities(&files);
    log.extend(diagnostics);
    Desk { entities, ..desk }
}

/// What every judgement must say.
pub fn required(config: &Config) -> Vec<&'static str> {
    let key = |part: &JudgementPart| match part {
        JudgementPart::Likelihood => "likelihood",
        JudgementPart::Confidence => "confidence",
        JudgementPart::RestsOn => "rests_on",
        JudgementPart::WouldChange => "would_change",
    };
    config.judgements.require.iter().map(key).collect()
}

/// Runs the rules that matter at least as much as `least`, each found thing at the level that the config gives it.
pub fn checks(config: &Config, book: &Newsbook, least: Level) -> Vec<(&'static str, Diagnostic)> {
    let rules = RULES.iter().filter_map(|rule| Some((rule, level(config, rule.name)?)));
    let wanted = rules.filter(|(_, level)| *level >= least);
    let found = |(rule, level): (&'static Rule, Level)| {
        rule.find(book).into_iter().map(move |found| (rule.name, Diagnostic { level, ..found }))
    };
    wanted.flat_map(found).collect()
}

/// Returns a message that belongs to a rule at the level that the config gives the rule; `None` where it ignores it.
pub fn at_its_level(config: &Config, found: Diagnostic) -> Option<Diagnostic> {
    match Rule::of(found.code) {
        Some(rule) => Some(Diagnostic { level: level(config, rule)?, ..found }),
        None => Some(found),
    }
}

fn level(config: &Config, rule: &str) -> Option<Level> {
    match config.checks.get(rule)? {
        Severity::Ignore => None,
        Severity::Warn => Some(Level::Warn),
        Severity::Error => Some(Level::Error),
    }
}

/// The editor's files are read as they are or not at all: a guessed encoding could change a name.
fn utf8<'a>(file: &'a InputFile, log: &mut Vec<Diagnostic>) -> Option<&'a str> {
    let text = str::from_utf8(&file.bytes);
    if text.is_err() {
        let diagnostic = Diagnostic::error(Code::NotYaml, "is not UTF-8 text").in_file(&file.path);
        log.push(diagnostic.fix("save the file as UTF-8"));
    }
    text.ok()
}

/// Reads the lock. Without a usable one all ids are new; why it is not usable is an error in the log.
pub fn lock(inputs: &Inputs, log: &mut Vec<Diagnostic>) -> Lock {
    let Some(file) = &inputs.lock else { return Lock::default() };
    let Ok(text) = str::from_utf8(&file.bytes) else {
        log.push(Diagnostic::error(Code::BadLock, "is not UTF-8 text").in_file(LOCK_FILE));
        return Lock::default();
    };
    let mut lock = Lock::read(text).unwrap_or_else(|diagnostics| {
        log.extend(diagnostics);
        Lock::default()
    });
    log.extend(lock.join_twins());
    lock
}

/// What has a page besides events and articles, for the ids in the lock.
pub fn subjects(config: &Config, book: &Newsbook) -> Vec<Standing> {
    let editions = book.editions.iter().map(Standing::edition);
    let threads = book.threads.iter().map(|thread| Standing::thread(thread, &book.events));
    let least = config.entities.page_from_events as usize;
    let names = checks::names(book).into_iter().filter(|name| name.entity.is_some() || name.events >= least);
    let spellings = |id: &Option<String>| {
        let entity = book.entities.iter().find(|entity| Some(&entity.id) == id.as_ref());
        entity.into_iter().flat_map(|entity| entity.aliases.iter().chain([&entity.name]))
    };
    let names = names.map(|name| Standing::name(&name.slug, &name.name, spellings(&name.entity)));
    editions.chain(threads).chain(names).collect()
}

pub fn editions(config: &Config, events: &[Event], mentions: &[Mention], articles: &[Article]) -> Vec<Edition> {
    let keys = &config.editions;
    let labels = labels(&config.site.language);
    let pattern = keys.label.as_deref().unwrap_or(labels.edition_pattern(keys.period));
    // Beside a day, some languages have another form of the month's name.
    let months = if pattern.contains("{day}") { &labels.say.months_with_day } else { &labels.months };
    group::editions(events, mentions, articles, keys.period, Naming { pattern, months }, keys.skip_empty)
}

/// Takes what is written out of editions that are still drafts; that they are stays known.
pub fn without_drafts(editions: Vec<Edition>) -> Vec<Edition> {
    let emptied = |text: EditionText| match text.status {
        Status::Draft => EditionText { file: text.file, status: text.status, ..EditionText::default() },
        _ => text,
    };
    editions.into_iter().map(|edition| Edition { text: edition.text.map(emptied), ..edition }).collect()
}

/// The formats that the config asks for, or all; the site itself is always drawn, and searchable unless told not to be.
pub fn formats(config: &Config) -> impl Iterator<Item = &'static Format> {
    let asked: Vec<&str> = config.output.formats.iter().map(|name| format_name(*name)).collect();
    FORMATS.iter().filter(move |format| match format.name {
        "html" => true,
        "search" => config.output.search,
        name => asked.is_empty() || asked.contains(&name),
    })
}

fn format_name(name: FormatName) -> &'static str {
    match name {
        FormatName::Html => "html",
        FormatName::Markdown => "markdown",
        FormatName::Pdf => "pdf",
        FormatName::Email => "email",
        FormatName::Atom => "atom",
        FormatName::Jsonfeed => "jsonfeed",
        FormatName::Ics => "ics",
        FormatName::Json => "json",
        FormatName::Csv => "csv",
    }
}

/// The manifest of a build. The lock is left out of the inputs: the build writes it itself.
pub fn manifest(inputs: &Inputs, outputs: &[OutputFile]) -> OutputFile {
    let lists = [&inputs.articles, &inputs.events, &inputs.editions, &inputs.entities, &inputs.templates];
    let read: Vec<InputFile> = lists.into_iter().flatten().chain(&inputs.overrides).cloned().collect();
    let config = inputs.config.as_ref().map_or(&[][..], |file| &file.bytes);
    manifest::manifest(config, &read, outputs)
}
