//! Any text, any publication date, any order of figures: the tagger returns, spans lie in the text in order and cut no
//! character, and what it says is well formed.
//!
//! The first four bytes are the date and the order, the rest is the text, so plain text makes a corpus. Run it with
//! `cargo +nightly fuzz run timex`. Without that command the flags it sets do the same:
//!
//! ```text
//! RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 --cfg fuzzing -Ccodegen-units=1 \
//!   -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table" \
//!   cargo +nightly build --release --target x86_64-unknown-linux-gnu
//! target/x86_64-unknown-linux-gnu/release/timex corpus -max_len=700 -max_total_time=1500
//! ```

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsbook::model::Edtf;
use newsbook::timex::{Context, DateOrder, Published, explain, read};

fuzz_target!(|input: &[u8]| {
    let (head, text) = input.split_at(input.len().min(4));
    let text = String::from_utf8_lossy(text);
    let [year, month, day, order] = [0, 1, 2, 3].map(|at| head.get(at).copied().unwrap_or(0));
    let known = |byte: u8| (byte > 15).then_some(byte);
    let published = Published {
        year: known(year).map(|byte| 1900 + i32::from(byte)),
        month: known(month).map(|byte| u32::from(byte % 14)),
        day: known(day).map(|byte| u32::from(byte % 33)),
    };
    let order =
        [DateOrder::Ask, DateOrder::DayMonth, DateOrder::MonthDay, DateOrder::YearMonth][usize::from(order % 4)];
    let context = Context { published, order };
    let found = read(&text, &context);
    let mut end = 0;
    for timex in &found.timexes {
        assert!(timex.span.start >= end && timex.span.start < timex.span.end, "spans overlap or are empty");
        assert!(text.get(timex.span.clone()).is_some(), "a span cuts a character");
        end = timex.span.end;
        assert!(!timex.value.to_string().is_empty());
        assert!(timex.edtf().is_none_or(|edtf| edtf.parse::<Edtf>().is_ok()), "{:?}", timex.edtf());
    }
    for interval in &found.intervals {
        assert!(text.get(interval.span.clone()).is_some());
        assert!(interval.edtf().is_none_or(|edtf| edtf.parse::<Edtf>().is_ok()), "{:?}", interval.edtf());
    }
    for relative in &found.relatives {
        assert!(text.get(relative.span.clone()).is_some() && text.get(relative.event.clone()).is_some());
    }
    if text.len() < 400 {
        explain(&text, &context);
    }
});
