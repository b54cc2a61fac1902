//! What each step of a build costs, in articles and bytes a second, on the made-up corpus.
//!
//! `cargo bench --bench pipeline` prints the table. Everything runs on one thread except where the name says so.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use newsbook::timex::{Context, tag};

mod corpus;

/// Articles per measured round.
const COUNT: usize = 200;
const SEED: u64 = 7;

fn main() {
    divan::main();
}

#[divan::bench]
fn tag_dates(bencher: Bencher) {
    let made = corpus::articles(COUNT, SEED);
    let bytes: usize = made.iter().map(|article| article.text.len()).sum();
    bencher
        .counter(ItemsCount::new(made.len()))
        .counter(BytesCount::new(bytes))
        .bench(|| made.iter().map(|article| tag(&article.text, &Context::default()).len()).sum::<usize>());
}
