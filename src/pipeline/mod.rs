//! The steps in order: from files as they were found to files as they will be written.
//!
//! This is the table of contents. [`build`] names every room a run passes through; what a step does is the room's
//! business. Steps take values and return values with diagnostics. The only threads of the program are here: articles
//! are read and analysed, and pages drawn, independently of each other and put back in order, so the number of threads
//! never shows in the output.
//!
//! Nothing here touches files or the clock: [`Inputs`] come from `disk`, and today is an argument.

mod extract;
mod settings;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::config::Config;
use crate::diag::{Diagnostic, Level};
use crate::edits::{self, Decided, Decisions, Found, Lock};
use crate::events::{self, Analysis, Rules};
use crate::model::{Article, ArticleIx, Event, EventIx, Inputs, Mention, MentionIx, Newsbook, OutputFile, Site};
use crate::pages::{self, Page};
use crate::readers;
use crate::writers::{Draw, Look, links};

use settings::Desk;

pub use crate::writers::{BRIEFS, Brief, HAS_PDF};
pub use extract::{Document, Extracted, Extractor};

/// What a build made of its inputs.
#[derive(Debug)]
pub struct Outcome {
    pub newsbook: Newsbook,
    /// By path, complete; to be written only when no diagnostic is an error. The manifest is the last one.
    pub files: Vec<OutputFile>,
    /// What is to be written into `newsbook.lock`.
    pub lock: Lock,
    pub diagnostics: Vec<Diagnostic>,
    /// How long each step took, in order.
    pub timings: Vec<(&'static str, Duration)>,
}

/// Everything a project says, before a page of it is planned.
#[derive(Debug)]
pub struct Known {
    pub newsbook: Newsbook,
    /// What is to be written into `newsbook.lock`.
    pub lock: Lock,
    pub diagnostics: Vec<Diagnostic>,
}

/// Builds a newsbook. `today` divides what is past from what lies ahead.
///
/// Always returns: what is wrong is in the diagnostics, and with an error among them the files are not to be written.
pub fn build(config: &Config, inputs: &Inputs, today: NaiveDate) -> Outcome {
    let mut run = Run::default();
    let (newsbook, lock) = analysed(config, inputs, today, &mut run);
    let pages = run.step("plan", |log| take(pages::plan(&newsbook), log));
    let files = run.step("draw", |log| draw(config, inputs, &newsbook, &pages, log));
    drop(pages);
    Outcome { newsbook, files, lock, diagnostics: run.diagnostics, timings: run.timings }
}

/// The same without drawing anything, for those who only ask.
pub fn know(config: &Config, inputs: &Inputs, today: NaiveDate) -> Known {
    let mut run = Run::default();
    let (newsbook, lock) = analysed(config, inputs, today, &mut run);
    Known { newsbook, lock, diagnostics: run.diagnostics }
}

/// Draws one edition in one form. Fails with what stands against it: an error of the project, or no such edition.
///
/// `edition` is its id; without one it is the edition that the home page shows.
pub fn brief(
    config: &Config,
    inputs: &Inputs,
    today: NaiveDate,
    edition: Option<&str>,
    form: &Brief,
) -> (Option<OutputFile>, Vec<Diagnostic>) {
    let mut run = Run::default();
    let (newsbook, _) = analysed(config, inputs, today, &mut run);
    let mut log = run.diagnostics;
    let file = briefed(inputs, &newsbook, edition, form, &mut log);
    (file, log)
}

fn briefed(
    inputs: &Inputs,
    book: &Newsbook,
    edition: Option<&str>,
    form: &Brief,
    log: &mut Vec<Diagnostic>,
) -> Option<OutputFile> {
    let look = Look::load(&inputs.templates, &book.site).map_err(|faults| log.extend(faults)).ok()?;
    let pages = take(pages::plan(book), log);
    let home = pages.iter().find_map(|page| match &page.view {
        pages::View::Edition(view) => Some(view.id),
        _ => None,
    });
    let id = edition.or(home)?;
    let page = pages.iter().find(|page| page.target == pages::Target::Edition(id))?;
    let drawn = (form.draw)(book, page, &look).map_err(|faults| log.extend(faults)).ok()?;
    log.extend(drawn.warnings);
    drawn.files.into_iter().find(|file| file.path.ends_with(form.ending))
}

/// Returns the events told in words most like those of `event`, at most `most`, each with what keeps the two apart.
pub fn apart(config: &Config, book: &Newsbook, event: EventIx, most: usize) -> Vec<(EventIx, String)> {
    let lead = |ix: EventIx| book[ix].mentions.first().copied();
    let others: BTreeMap<MentionIx, EventIx> =
        (0..book.events.len()).map(EventIx).filter(|ix| *ix != event).filter_map(|ix| Some((lead(ix)?, ix))).collect();
    let Some(own) = lead(event) else { return Vec::new() };
    let rules = settings::rules(config, &book.entities);
    let leads: Vec<MentionIx> = others.keys().copied().collect();
    let found = events::apart(&book.mentions, &book.articles, &rules, own, &leads, most);
    found.into_iter().map(|apart| (others[&apart.mention], apart.because)).collect()
}

/// Runs the checks of the config on a newsbook: each thing found, with the name of its rule. Those that are errors are
/// among the diagnostics of [`build`] and [`know`] already.
pub fn checks(config: &Config, book: &Newsbook) -> Vec<(&'static str, Diagnostic)> {
    settings::checks(config, book, Level::Warn)
}

/// Runs the rule about links on what a build has drawn, at the level that the config gives it.
pub fn check_links(config: &Config, files: &[OutputFile]) -> Vec<Diagnostic> {
    links::broken(files).into_iter().filter_map(|found| settings::at_its_level(config, found)).collect()
}

fn analysed(config: &Config, inputs: &Inputs, today: NaiveDate, run: &mut Run) -> (Newsbook, Lock) {
    let desk = run.step("edits", |log| settings::desk(inputs, log));
    let (articles, idle) = run.step("read", |log| read(config, inputs, &desk, log));
    let (mentions, found) = run.step("analyse", |_| analyse(config, &articles, &desk));
    let events = run.step("merge", |_| events::merge(&mentions, &articles, &found));
    let made =
        run.step("decide", |log| assemble((config, inputs, desk), today, (articles, mentions, events), &idle, log));
    run.step("check", |log| {
        let found = settings::checks(config, &made.0, Level::Error);
        log.extend(found.into_iter().map(|(_, found)| found));
    });
    let log = std::mem::take(&mut run.diagnostics);
    run.diagnostics = log.into_iter().filter_map(|found| settings::at_its_level(config, found)).collect();
    made
}

/// The log of a run: what each step complained of and how long it took.
#[derive(Default)]
struct Run {
    diagnostics: Vec<Diagnostic>,
    timings: Vec<(&'static str, Duration)>,
}

impl Run {
    fn step<T>(&mut self, name: &'static str, work: impl FnOnce(&mut Vec<Diagnostic>) -> T) -> T {
        let start = Instant::now();
        let value = work(&mut self.diagnostics);
        self.timings.push((name, start.elapsed()));
        value
    }
}

fn take<T>((value, diagnostics): (T, Vec<Diagnostic>), log: &mut Vec<Diagnostic>) -> T {
    log.extend(diagnostics);
    value
}

/// Files to articles, with what the config and the editor know about them. Sorted by path. And the paths of overrides
/// that none of them has.
fn read(config: &Config, inputs: &Inputs, desk: &Desk, log: &mut Vec<Diagnostic>) -> (Vec<Article>, Vec<String>) {
    let options = settings::read_options(config);
    let results: Vec<_> = inputs.articles.par_iter().map(|file| readers::read(file, &options)).collect();
    let mut articles = Vec::with_capacity(results.len());
    for (article, diagnostics) in results {
        // One article never stops the run, whatever stands in its front matter; `--strict` does.
        log.extend(diagnostics.into_iter().map(|told| Diagnostic { level: told.level.min(Level::Warn), ..told }));
        articles.extend(article.map(|article| settings::credit(article, &config.sources)));
    }
    let (articles, idle) = desk.overrides.correct_articles(articles);
    (settings::with_undated(articles, config.dates.undated, log), idle)
}

/// Articles to mentions, in the order of the articles, together with the rules they were found by.
fn analyse(config: &Config, articles: &[Article], desk: &Desk) -> (Vec<Mention>, Rules) {
    let rules = settings::rules(config, &desk.entities);
    let analyses: Vec<Analysis> =
        articles.par_iter().enumerate().map(|(ix, article)| events::analyse(article, ArticleIx(ix), &rules)).collect();
    (analyses.into_iter().flat_map(|analysis| analysis.mentions).collect(), rules)
}

/// Everything known after what people decided, and the text of the lock that keeps the ids.
fn assemble(
    (config, inputs, desk): (&Config, &Inputs, Desk),
    today: NaiveDate,
    (articles, mentions, events): (Vec<Article>, Vec<Mention>, Vec<Event>),
    idle: &[String],
    log: &mut Vec<Diagnostic>,
) -> (Newsbook, Lock) {
    let before = settings::lock(inputs, log);
    let found = Found { articles: &articles, mentions: &mentions, events: &events };
    let decisions = Decisions {
        overrides: &desk.overrides,
        written: &desk.written,
        lock: &before,
        themes: &config.themes,
        entities: &desk.entities,
    };
    let Decided { article_ids, events, moved, gone, corrections, lock, diagnostics } =
        edits::decide(found, decisions, &|of| events::join(&mentions, of));
    log.extend(diagnostics);
    let (events, threads) = edits::tie(events);
    let articles: Vec<Article> =
        articles.into_iter().zip(article_ids).map(|(article, id)| Article { id, ..article }).collect();
    log.extend(desk.overrides.idle_articles(idle, &articles, &before));
    let rules = edits::Wording { scale: config.site.scale, require: &settings::required(config) };
    let editions = settings::editions(config, &events, &mentions, &articles);
    let editions = take(edits::write_editions(editions, &desk.editions, &events, rules), log);
    let editions = if config.site.drafts { editions } else { settings::without_drafts(editions) };
    let duplicates = readers::near_duplicates(&articles);
    let newsbook = Newsbook {
        site: Site {
            formats: settings::formats(config).map(|format| format.name).collect(),
            accent: config.look.accent.clone(),
            ..config.site.clone()
        },
        today,
        themes: config.themes.clone(),
        entities: desk.entities,
        articles,
        mentions,
        events,
        editions,
        duplicates,
        threads,
        moved,
        renamed: Vec::new(),
        gone,
        corrections,
        addresses: lock.addresses.iter().cloned().collect(),
    };
    let (lock, renamed, diagnostics) = edits::settle(&settings::subjects(config, &newsbook), lock);
    log.extend(diagnostics);
    (Newsbook { renamed, ..newsbook }, lock)
}

/// Pages to files, each format as its table entry says, and the manifest over all of them.
fn draw(
    config: &Config,
    inputs: &Inputs,
    book: &Newsbook,
    pages: &[Page],
    log: &mut Vec<Diagnostic>,
) -> Vec<OutputFile> {
    let look = match Look::load(&inputs.templates, &book.site) {
        Ok(look) => look,
        Err(diagnostics) => {
            log.extend(diagnostics);
            return Vec::new();
        }
    };
    let mut files = look.assets();
    for format in settings::formats(config) {
        let drawn: Vec<_> = match format.draw {
            Draw::Page(draw) => dealt(pages, |page| draw(book, page, &look)),
            Draw::Book(draw) => vec![draw(book, pages, &look)],
        };
        for result in drawn {
            match result {
                Ok(drawn) => {
                    files.extend(drawn.files);
                    log.extend(drawn.warnings);
                }
                Err(diagnostics) => log.extend(diagnostics),
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.push(settings::manifest(inputs, &files));
    files
}

/// Returns what `draw` makes of each page, in their order. The pages are dealt out like cards, one to each thread in
/// turn: the editions, which cost most, stand side by side, so that pieces of the list would leave them to one thread.
/// Single pages for whoever is free would be shared out better still, but the typesetter lets a thread that waits begin
/// another piece of work, and then dozens of PDFs stand half made in memory.
fn dealt<T: Send>(pages: &[Page], draw: impl Fn(&Page) -> T + Sync) -> Vec<T> {
    let threads = rayon::current_num_threads();
    let hand = |first: usize| pages.iter().skip(first).step_by(threads).map(&draw).collect();
    let hands: Vec<Vec<T>> = (0..threads).into_par_iter().with_max_len(1).map(hand).collect();
    let mut hands: Vec<_> = hands.into_iter().map(Vec::into_iter).collect();
    (0..pages.len()).filter_map(|place| hands[place % threads].next()).collect()
}
