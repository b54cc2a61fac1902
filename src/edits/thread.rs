//! Threads: events that an editor ties to one question, across weeks.
//!
//! Nobody declares a thread. It is there as soon as one event names it, by its question ("Will the ferry sail again?")
//! or by the short form of it (`will-the-ferry-sail-again`), which is also its address; so the question is written
//! once, and the other events may use the short form.

use std::collections::BTreeMap;

use crate::model::{Event, EventIx, Thread};
use crate::text;

/// Returns the events, each with the id of its thread instead of the words, and the threads they make, by id.
///
/// `events` are in the order of the newsbook, and so are those of a thread.
pub fn tie(events: Vec<Event>) -> (Vec<Event>, Vec<Thread>) {
    let mut threads: BTreeMap<String, Thread> = BTreeMap::new();
    let mut tied = Vec::with_capacity(events.len());
    for (ix, mut event) in events.into_iter().enumerate() {
        if let Some(words) = event.editorial.thread.take() {
            let id = text::slug(&words);
            let new = || Thread { id: id.clone(), title: words.clone(), events: Vec::new() };
            let thread = threads.entry(id.clone()).or_insert_with(new);
            thread.events.push(EventIx(ix));
            if thread.title == id {
                thread.title = words;
            }
            event.editorial.thread = Some(id);
        }
        tied.push(event);
    }
    // What no address can spell has no page.
    threads.remove("");
    let titled = |thread: Thread| Thread {
        title: if thread.title == thread.id { spoken(&thread.id) } else { thread.title },
        ..thread
    };
    (tied, threads.into_values().map(titled).collect())
}

/// `ferry-link` as "Ferry link".
fn spoken(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edits::samples::event;

    #[test]
    fn events_that_name_a_question_or_its_short_form_share_a_thread() {
        let words = [Some("ferry-link"), None, Some("The Ferry: link?"), Some("the-ferry-link"), Some("ferry-link")];
        let events = words.map(|words| {
            let mut event = event(vec![]);
            event.editorial.thread = words.map(str::to_owned);
            event
        });
        let (events, threads) = tie(events.to_vec());
        let told: Vec<_> = threads.iter().map(|thread| (&*thread.id, &*thread.title, thread.events.len())).collect();
        assert_eq!(told, [("ferry-link", "Ferry link", 2), ("the-ferry-link", "The Ferry: link?", 2)]);
        assert_eq!(events[2].editorial.thread.as_deref(), Some("the-ferry-link"));
        assert_eq!(threads[0].events, [EventIx(0), EventIx(4)]);
    }
}
