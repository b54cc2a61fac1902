//! The index that the search page asks: `search/base.js`, `tN.js` with words, `dN.js` with what results show.
//!
//! A page opened from a folder may load scripts and nothing else, so the index is cut into scripts (decision 0012).
//! `base.js` is loaded first and holds what every filter needs, in columns of one character for each event; the rest
//! is loaded by the reader's browser as words are asked for and results shown. Events are numbered with the newest
//! first, so a list of matches is in the order in which it is shown. What a reader may not see is not searched either.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Drawn, Look, Pieces};
use crate::model::{Event, Newsbook, OutputFile};
use crate::pages::search::{KINDS, has_search};
use crate::pages::{DateView, Labels, Page, evidence, labels};
use crate::text::fold;

/// Events in one file of results.
const BLOCK: usize = 64;

/// About how many bytes of words go into one file.
const SHARD: usize = 48 * 1024;

/// The character that stands for 0 in the columns.
const ZERO: u32 = 48;

/// A day before all others, for events that have none.
const NEVER: i32 = -1_000_000;

/// What `base.js` holds.
#[derive(Serialize)]
struct Base<'a> {
    events: usize,
    block: usize,
    zero: u32,
    never: i32,
    /// `[event, day]`: from this event on the last day is this one, counted from 1970.
    days: Vec<(usize, i32)>,
    /// `[event, day]`: events that may have begun before their last day.
    spans: Vec<(usize, i32)>,
    theme: String,
    also: String,
    kind: String,
    kinds: Vec<&'static str>,
    other: &'a str,
    /// The first word of each file of words.
    terms: Vec<&'a str>,
    /// Letters that are searched as others, `ée ßss`.
    fold: String,
}

/// What a result shows: id, date, headline, words of a source, names.
#[derive(Serialize)]
struct Entry<'a>(&'a str, When, &'a str, &'a str, String);

/// A date in the margin, as pages have it: an exact day in its parts, anything less in words.
#[derive(Serialize)]
#[serde(untagged)]
enum When {
    Day(&'static str, u32, &'static str, i32),
    Less(String),
}

/// Draws the index.
pub fn draw(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    if !has_search(&book.site) {
        return Ok(Pieces::default());
    }
    let events = newest_first(book);
    let labels = labels(&book.site.language);
    let mut terms: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut entries = Vec::with_capacity(events.len());
    for (n, event) in events.iter().enumerate() {
        let entry = entry(book, event, labels);
        add_words(&mut terms, n as u32, &entry, event);
        entries.push(entry);
    }
    let terms = with_beginnings(terms.into_iter().collect());
    let shards = shards(&terms);
    let base = base(&events, labels, shards.iter().map(|shard| shard[0].0.as_str()).collect());
    let mut files = vec![script("base", &base)];
    files.extend(entries.chunks(BLOCK).enumerate().map(|(n, block)| script(&format!("d{n}"), &block)));
    let shards = shards.iter().map(|shard| shard.iter().map(|(term, found)| (term, postings(found))).collect());
    files.extend(shards.enumerate().map(|(n, shard): (_, BTreeMap<_, _>)| script(&format!("t{n}"), &shard)));
    Ok(files.into())
}

/// One script: it hands its data to the page under its own name.
fn script(name: &str, data: &impl Serialize) -> OutputFile {
    let json = serde_json::to_string(data).expect("our types hold nothing that JSON cannot");
    OutputFile { path: format!("search/{name}.js"), bytes: format!("newsbook(\"{name}\",{json})\n").into_bytes() }
}

fn newest_first(book: &Newsbook) -> Vec<&Event> {
    let mut events: Vec<&Event> = book.events.iter().collect();
    events.sort_by_key(|event| (Reverse(sort_day(event)), &event.id));
    events
}

fn sort_day(event: &Event) -> Option<NaiveDate> {
    event.date.as_ref()?.date.sort_day()
}

fn entry<'a>(book: &'a Newsbook, event: &'a Event, labels: &Labels) -> Entry<'a> {
    let date = DateView::new(event.date.as_ref().map(|dated| &dated.date), labels);
    let quote = event.mentions.first().and_then(|ix| evidence::quote(book, *ix)).map_or("", |quote| quote.text);
    let quote = if quote.trim_end_matches('.') == event.headline { "" } else { quote };
    let text = event.editorial.text.as_deref().unwrap_or(quote);
    let when = match date.day {
        Some(day) => When::Day(day.weekday, day.number, day.month, day.year),
        None => When::Less(date.soft.unwrap_or(date.full)),
    };
    Entry(event.id.as_str(), when, &event.headline, text, names(event))
}

fn names(event: &Event) -> String {
    event.who.iter().chain(&event.places).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Notes every word a result shows, and with `@` before it those of names. Events come in order.
fn add_words(terms: &mut BTreeMap<String, Vec<u32>>, n: u32, entry: &Entry<'_>, event: &Event) {
    let mut note = |term: String| {
        let found = terms.entry(term).or_default();
        if found.last() != Some(&n) {
            found.push(n);
        }
    };
    let Entry(_, _, headline, text, names) = entry;
    for text in [headline, text, names.as_str()] {
        words_of(&fold(text)).for_each(|word| note(word.to_owned()));
    }
    for name in event.who.iter().chain(&event.places) {
        words_of(&fold(name)).for_each(|word| note(format!("@{word}")));
    }
}

/// Runs of letters and digits, as the script in the browser cuts them.
fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A word with the events it stands in, or the beginning of words, as `ta*`, with the events of them all.
type Term = (String, Vec<u32>);

/// Adds the beginnings that so many words share that a reader would wait for all their files, so that whatever is
/// asked for is in two files at most. Sorted as a browser compares text: by UTF-16.
fn with_beginnings(mut terms: Vec<Term>) -> Vec<Term> {
    let mut beginnings = Vec::new();
    add_beginnings(&terms, 2, &mut beginnings);
    terms.append(&mut beginnings);
    terms.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    terms
}

/// Notes the beginnings of `length` letters, of which `terms` in rising order have one or several, and longer ones.
fn add_beginnings(terms: &[Term], length: usize, beginnings: &mut Vec<Term>) {
    for group in terms.chunk_by(|(a, _), (b, _)| beginning(a, length) == beginning(b, length)) {
        if let [(first, _), _, ..] = group
            && group.iter().map(size).sum::<usize>() > SHARD
        {
            let mut found: Vec<u32> = group.iter().flat_map(|(_, found)| found).copied().collect();
            found.sort_unstable();
            found.dedup();
            beginnings.push((format!("{}*", beginning(first, length)), found));
            add_beginnings(group, length + 1, beginnings);
        }
    }
}

/// The first letters of a word, without counting the sign of a name; the whole word where it has no more.
fn beginning(term: &str, length: usize) -> &str {
    let length = length + usize::from(term.starts_with('@'));
    term.char_indices().nth(length).map_or(term, |(end, _)| &term[..end])
}

/// About how many bytes a word takes in its file.
fn size((term, found): &Term) -> usize {
    term.len() + 6 + found.len() * 3
}

/// Cuts the words into files of about the same size.
fn shards(terms: &[Term]) -> Vec<&[Term]> {
    let (mut shards, mut start, mut full) = (Vec::new(), 0, 0);
    for (n, term) in terms.iter().enumerate() {
        full += size(term);
        if full > SHARD {
            shards.push(&terms[start..=n]);
            (start, full) = (n + 1, 0);
        }
    }
    if start < terms.len() {
        shards.push(&terms[start..]);
    }
    shards
}

/// Writes numbers in rising order as their differences, in base 36.
fn postings(found: &[u32]) -> String {
    let mut text = String::with_capacity(found.len() * 3);
    let mut last = 0;
    for n in found {
        if !text.is_empty() {
            text.push(' ');
        }
        push_base_36(&mut text, n - last);
        last = *n;
    }
    text
}

fn push_base_36(text: &mut String, n: u32) {
    if n >= 36 {
        push_base_36(text, n / 36);
    }
    text.push(char::from_digit(n % 36, 36).expect("a digit below 36"));
}

fn base<'a>(events: &[&Event], labels: &'a Labels, terms: Vec<&'a str>) -> Base<'a> {
    let number = |day: NaiveDate| day.signed_duration_since(NaiveDate::default()).num_days() as i32;
    let last = |event: &Event| sort_day(event).map_or(NEVER, number);
    let first =
        |event: &Event| event.date.as_ref().and_then(|dated| dated.date.first_day()).map_or(last(event), number);
    let mut days: Vec<(usize, i32)> = events.iter().enumerate().map(|(n, event)| (n, last(event))).collect();
    days.dedup_by_key(|(_, day)| *day);
    let spans = events.iter().enumerate().map(|(n, event)| (n, first(event)));
    let spans = spans.filter(|(n, day)| *day != last(events[*n])).collect();
    let column = |of: &dyn Fn(&Event) -> usize| events.iter().map(|event| letter(of(event))).collect();
    let theme = |event: &Event, n: usize| event.themes.get(n).map(|hit| hit.theme);
    let kinds: Vec<&'static str> = KINDS.iter().map(|(kind, state)| labels.kind(*kind, *state)).collect();
    let kind = |event: &Event| {
        let word = labels.kind(event.kind, event.state);
        kinds.iter().position(|kind| *kind == word).unwrap_or(0)
    };
    // "Other" stands after the last theme of the config, and the search page lists it there.
    let others = |event: &Event| theme(event, 0).unwrap_or(usize::MAX);
    Base {
        events: events.len(),
        block: BLOCK,
        zero: ZERO,
        never: NEVER,
        days,
        spans,
        theme: column(&others),
        also: column(&|event| theme(event, 1).unwrap_or_else(|| others(event))),
        kind: column(&kind),
        kinds: kinds.clone(),
        other: labels.other,
        terms,
        fold: folds(),
    }
}

/// A number as one character, counted from "0"; far too large ones share the last.
fn letter(n: usize) -> char {
    u32::try_from(n).ok().and_then(|n| char::from_u32(ZERO + n.min(5000))).unwrap_or('0')
}

/// Every letter whose folding is not its small form, with what it becomes.
fn folds() -> String {
    let ranges = ['\u{A0}'..='\u{24F}', '\u{370}'..='\u{3FF}', '\u{1E00}'..='\u{1FFF}', '\u{2010}'..='\u{2033}'];
    let letters = ranges.into_iter().flatten().filter(|c| c.is_alphabetic() && c.to_lowercase().eq([*c]));
    let folded = letters.map(|c| (c, fold(c.encode_utf8(&mut [0; 4])))).filter(|(c, to)| !to.chars().eq([*c]));
    folded.map(|(c, to)| format!("{c}{to}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    fn draw_all(book: &Newsbook) -> Vec<(String, String)> {
        let look = Look::load(&[], &book.site).expect("our own templates");
        let files = draw(book, &[], &look).expect("an index").files;
        files.into_iter().map(|file| (file.path, String::from_utf8(file.bytes).expect("UTF-8"))).collect()
    }

    fn book() -> Newsbook {
        let mut book = sample::newsbook();
        book.site.formats = vec!["html", "search"];
        book
    }

    #[test]
    fn every_word_of_a_result_is_found_folded() {
        let files = draw_all(&book());
        let (_, words) = files.iter().find(|(path, _)| path == "search/t0.js").expect("words");
        let data: BTreeMap<String, String> = serde_json::from_str(
            words.trim_end().strip_prefix("newsbook(\"t0\",").and_then(|rest| rest.strip_suffix(')')).expect("a call"),
        )
        .expect("JSON");
        assert_eq!(data["@lovelace"], "0 1 1 1 1 1 1 1 1", "everybody's name, in each event");
        assert!(data.contains_key(
            "donaudampfschifffahrtselektrizitatenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender"
        ));
        assert!(data.contains_key("зустріч"));
        assert!(!data.keys().any(|word| word.contains('ä') || word.contains('A')));
    }

    #[test]
    fn what_the_rights_withhold_is_not_searched() {
        let mut book = book();
        book.events.truncate(1);
        book.events[0].mentions.rotate_left(2);
        book.events[0].editorial.text = None;
        let all: String = draw_all(&book).into_iter().map(|(_, text)| text).collect();
        assert!(!all.contains("اجتمع"));
    }

    #[test]
    fn the_first_file_stays_small_with_fifty_thousand_events() {
        let mut book = book();
        let one = book.events[3].clone();
        let day = |n: usize| NaiveDate::default() + chrono::Days::new(n as u64 / 9);
        book.events = (0..50_000)
            .map(|n| {
                let mut event = one.clone();
                let name = format!("word{} and name{}", n % 7919, n % 611);
                event.headline = name;
                event.date.iter_mut().for_each(|dated| dated.date = day(n).into());
                event
            })
            .collect();
        let files = draw_all(&book);
        let size = |path: &str| files.iter().find(|(own, _)| own == path).map_or(0, |(_, text)| text.len());
        assert!(size("search/base.js") < 400_000, "{}", size("search/base.js"));
        assert!(files.iter().all(|(path, text)| path.contains("/t") || text.len() < 400_000));
    }

    #[test]
    fn whatever_is_typed_is_in_two_files_at_most() {
        let word = |n: u32| (format!("ta{n}"), (0..40).map(|event| n + event * 100).collect());
        let terms =
            with_beginnings((0..3000).map(word).chain([("@tara".into(), vec![7]), ("été".into(), vec![8])]).collect());
        let files = shards(&terms);
        let all: Vec<&str> = terms.iter().map(|(term, _)| term.as_str()).collect();
        assert!(all.contains(&"ta*") && all.contains(&"ta1*") && all.is_sorted());
        assert!(!all.contains(&"ta17*") && !all.contains(&"ét*"), "too few words to need it");
        for term in all.iter().filter(|term| !term.ends_with('*')) {
            for start in (2..=term.len()).map(|length| beginning(term, length)) {
                let holds = |file: &&&[Term]| file.iter().any(|(term, _)| term.starts_with(start));
                assert!(
                    all.contains(&format!("{start}*").as_str()) || files.iter().filter(holds).count() <= 2,
                    "{start}"
                );
            }
        }
    }

    #[test]
    fn numbers_are_differences_in_base_36() {
        assert_eq!(postings(&[0, 35, 71, 2000]), "0 z 10 1hl");
    }

    #[test]
    fn a_site_without_search_has_no_index() {
        let mut book = book();
        book.site.formats = vec!["html"];
        assert!(draw_all(&book).is_empty());
    }
}
