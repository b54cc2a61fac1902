//! What each step of a build costs, in articles and bytes a second, on the made-up corpus.
//!
//! `cargo bench --bench pipeline` prints the table, and below it the whole analysis (dates, events, merge) in articles of
//! 500 words, held against what the project aims at. All of it runs on one thread, so that time is CPU time, and on the
//! allocator of the program. The other floors: 2,000 articles a second from `read` to `extract`, and `build` of 1,000
//! articles in one second.

use std::hint::black_box;
use std::time::Instant;

use chrono::NaiveDate;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use newsbook::config::{self, Config};
use newsbook::disk;
use newsbook::events::{Options, Rules, analyse, merge};
use newsbook::model::{Article, ArticleIx, InputFile, Inputs, Mention, Newsbook, OutputFile};
use newsbook::pages;
use newsbook::pipeline;
use newsbook::readers::{self, ReadOptions};
use newsbook::timex::{Context, tag};
use newsbook::writers::{Draw, FORMATS, Look};

mod corpus;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Articles per measured round of a step.
const COUNT: usize = 200;
/// Articles that have more than 100,000 mentions.
const MANY: usize = 4_000;
const SEED: u64 = 7;

fn main() {
    divan::main();
    whole_analysis();
}

/// What the whole analysis is to reach: articles of so many words, so many a second on one core.
const WORDS: usize = 500;
const FLOOR: usize = 5_000;
/// The best of so many rounds counts: the others shared the machine.
const ROUNDS: usize = 5;

/// Prints how many articles a second go through dates, events and merge together, from text in memory.
#[expect(clippy::print_stdout, reason = "the figure is what a bench is for")]
fn whole_analysis() {
    let (articles, rules) = (articles(1_000), rules());
    let words: usize = articles.iter().map(|article| article.text.split_whitespace().count()).sum();
    let round = |_| {
        let start = Instant::now();
        black_box(merge(&mentions(&articles, &rules), &articles, &rules));
        start.elapsed().as_secs_f64()
    };
    let best = (0..ROUNDS).map(round).fold(f64::INFINITY, f64::min);
    let rate = words as f64 / WORDS as f64 / best;
    println!("whole analysis, articles of {WORDS} words on one core: {rate:.0} a second, aim {FLOOR}");
}

/// Bytes of a file to an article.
#[divan::bench]
fn read(bencher: Bencher) {
    let files = files(COUNT);
    let options = ReadOptions::default();
    counted(bencher, COUNT, size(&files)).bench_local(|| {
        for file in &files {
            black_box(readers::read(file, &options));
        }
    });
}

/// Text to time expressions: the part of `extract` that knows the calendar.
#[divan::bench(name = "tag")]
fn tag_dates(bencher: Bencher) {
    let articles = articles(COUNT);
    counted(bencher, COUNT, length(&articles)).bench_local(|| {
        for article in &articles {
            black_box(tag(&article.text, &Context::default()));
        }
    });
}

/// Article to mentions, dates included.
#[divan::bench]
fn extract(bencher: Bencher) {
    let (articles, rules) = (articles(COUNT), rules());
    counted(bencher, COUNT, length(&articles)).bench_local(|| {
        for (ix, article) in articles.iter().enumerate() {
            black_box(analyse(article, ArticleIx(ix), &rules));
        }
    });
}

/// Bytes of a file to mentions: what the first floor is about.
#[divan::bench]
fn read_and_extract(bencher: Bencher) {
    let (files, rules, options) = (files(COUNT), rules(), ReadOptions::default());
    counted(bencher, COUNT, size(&files)).bench_local(|| {
        for (ix, file) in files.iter().enumerate() {
            let article = readers::read(file, &options).0;
            black_box(article.map(|article| analyse(&article, ArticleIx(ix), &rules)));
        }
    });
}

/// Mentions to events.
#[divan::bench(name = "merge", args = [200, 1000])]
fn merge_reports(bencher: Bencher, count: usize) {
    let (articles, rules) = (articles(count), rules());
    let mentions: Vec<Mention> = mentions(&articles, &rules);
    counted(bencher, count, length(&articles)).bench_local(|| merge(&mentions, &articles, &rules));
}

/// Mentions to events where there are very many: it has to stay a matter of seconds.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn merge_100_000_mentions(bencher: Bencher) {
    let (articles, rules) = (articles(MANY), rules());
    let mentions: Vec<Mention> = mentions(&articles, &rules).into_iter().take(100_000).collect();
    bencher.counter(ItemsCount::new(mentions.len())).bench_local(|| merge(&mentions, &articles, &rules).len());
}

/// Newsbook to planned pages.
#[divan::bench]
fn plan(bencher: Bencher) {
    let book = book(COUNT);
    bencher.counter(ItemsCount::new(COUNT)).bench_local(|| pages::plan(&book).0.len());
}

/// Planned pages to bytes, in every format.
#[divan::bench]
fn draw(bencher: Bencher) {
    let book = book(COUNT);
    let drawn: usize = draw_all(&book).iter().map(|file| file.bytes.len()).sum();
    counted(bencher, COUNT, drawn).bench_local(|| draw_all(&book));
}

/// Bytes to an empty folder, and again where nothing has changed.
#[divan::bench(args = ["all new", "unchanged"])]
fn write(bencher: Bencher, folder: &str) {
    let files = built(COUNT).files;
    let target = tempfile::tempdir().expect("a temporary folder");
    let place = |n: usize| target.path().join(if folder == "all new" { n.to_string() } else { "site".to_owned() });
    let mut round = 0;
    counted(bencher, COUNT, files.iter().map(|file| file.bytes.len()).sum()).bench_local(|| {
        round += 1;
        disk::publish(&place(round), &files, false).expect("the folder is ours")
    });
}

/// The whole pipeline without the disk: the second floor.
#[divan::bench(args = [100, 1000], sample_count = 5, sample_size = 1)]
fn build(bencher: Bencher, count: usize) {
    let inputs = inputs(count);
    counted(bencher, count, size(&inputs.articles)).bench_local(|| on_one_thread(&inputs));
}

fn counted<'a, 'b>(bencher: Bencher<'a, 'b>, articles: usize, bytes: usize) -> Bencher<'a, 'b> {
    bencher.counter(ItemsCount::new(articles)).counter(BytesCount::new(bytes))
}

fn files(count: usize) -> Vec<InputFile> {
    let made = corpus::articles(count, SEED).into_iter();
    made.map(|made| InputFile { path: made.path, bytes: made.text.into_bytes() }).collect()
}

fn articles(count: usize) -> Vec<Article> {
    files(count).iter().filter_map(|file| readers::read(file, &ReadOptions::default()).0).collect()
}

fn rules() -> Rules {
    Rules::new(&config().themes, &[], Options::default())
}

fn config() -> Config {
    config::read(config::FILE, corpus::config()).0
}

fn mentions(articles: &[Article], rules: &Rules) -> Vec<Mention> {
    let analyses = articles.iter().enumerate().map(|(ix, article)| analyse(article, ArticleIx(ix), rules));
    analyses.flat_map(|analysis| analysis.mentions).collect()
}

fn inputs(count: usize) -> Inputs {
    let config = InputFile { path: config::FILE.to_owned(), bytes: corpus::config().into() };
    Inputs { config: Some(config), articles: files(count), ..Inputs::default() }
}

fn built(count: usize) -> pipeline::Outcome {
    on_one_thread(&inputs(count))
}

fn book(count: usize) -> Newsbook {
    built(count).newsbook
}

fn on_one_thread(inputs: &Inputs) -> pipeline::Outcome {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("one thread");
    let today = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day of the calendar");
    pool.install(|| pipeline::build(&config(), inputs, today))
}

fn draw_all(book: &Newsbook) -> Vec<OutputFile> {
    let look = Look::load(&[], &book.site).expect("our own templates");
    let (pages, _) = pages::plan(book);
    let mut files = Vec::new();
    for format in FORMATS {
        match format.draw {
            Draw::Page(draw) => {
                for page in &pages {
                    files.extend(draw(book, page, &look).expect("our own templates").files);
                }
            }
            Draw::Book(draw) => files.extend(draw(book, &pages, &look).expect("our own templates").files),
        }
    }
    files
}

fn size(files: &[InputFile]) -> usize {
    files.iter().map(|file| file.bytes.len()).sum()
}

fn length(articles: &[Article]) -> usize {
    articles.iter().map(|article| article.text.len()).sum()
}
