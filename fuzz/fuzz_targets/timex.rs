//! Any text, any publication date: the tagger returns, and its spans lie in the text in order. Run it with
//! `cargo +nightly fuzz run timex`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsbook::timex::{Context, Published, read};

fuzz_target!(|input: (String, Option<i16>, Option<u8>, Option<u8>)| {
    let (text, year, month, day) = input;
    let published = Published { year: year.map(Into::into), month: month.map(Into::into), day: day.map(Into::into) };
    let found = read(&text, &Context { published, ..Context::default() });
    let mut end = 0;
    for timex in &found.timexes {
        assert!(timex.span.start >= end && text.get(timex.span.clone()).is_some());
        end = timex.span.end;
        let _ = (timex.value.to_string(), timex.edtf());
    }
});
