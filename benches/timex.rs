//! How fast times are found and resolved, and that no input is slower than linear.
//!
//! The news is read from `../shared/eval/data` where that exists, else a page of made-up sentences is repeated. Each
//! hostile text has two sizes: where the larger takes more than its share, something is not linear.

#![expect(clippy::disallowed_methods, reason = "a bench reads its texts from disk")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use newsbook::timex::{Context, Published, read};

fn main() {
    divan::main();
}

const PUBLISHED: Published = Published { year: Some(2024), month: Some(3), day: Some(20) };

fn run(bencher: Bencher, text: &str) {
    let context = Context { published: PUBLISHED, ..Context::default() };
    bencher.counter(BytesCount::of_str(text)).bench(|| read(black_box(text), &context));
}

#[divan::bench]
fn news(bencher: Bencher) {
    run(bencher, &news_text());
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn the_word_last(bencher: Bencher, times: usize) {
    run(bencher, &"last ".repeat(times));
}

#[divan::bench(args = [1_000_000, 10_000_000], sample_count = 5, sample_size = 1)]
fn digits(bencher: Bencher, times: usize) {
    run(bencher, &"7".repeat(times));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn groups_of_digits(bencher: Bencher, times: usize) {
    run(bencher, &format!("1{}1", ",111".repeat(times)));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn weekdays(bencher: Bencher, times: usize) {
    run(bencher, &"Tuesday ".repeat(times));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn number_words(bencher: Bencher, times: usize) {
    run(bencher, &"two hundred and twenty ".repeat(times));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn the_word_after(bencher: Bencher, times: usize) {
    run(bencher, &"after the ".repeat(times));
}

fn news_text() -> String {
    let sets = ["timebank", "aquaint"].map(|set| format!("../shared/eval/data/timex/{set}.jsonl"));
    let found: String =
        sets.iter().filter_map(|path| std::fs::read_to_string(path).ok()).flat_map(|s| texts(&s)).collect();
    if found.is_empty() {
        "The council met on Tuesday and will vote again on 8 April. Prices rose in the third quarter, as they had a year \
         earlier, and nobody in the harbour town expects much of the summer.\n"
            .repeat(3000)
    } else {
        found
    }
}

fn texts(lines: &str) -> Vec<String> {
    let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned);
    lines.lines().filter_map(text).collect()
}
