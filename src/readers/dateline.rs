//! What stands before the first sentence: a date stamp or an agency's dateline.
//!
//! Both are read strictly, for what is taken here is no longer read as prose: a place must look like one, a stamp
//! must be a date and nothing else, and the text must go on like the start of a sentence.

use std::ops::Range;

use super::full_date::{date_at_start, dates_in, numbers_at_start};
use crate::model::Edtf;

/// What a date stamp is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Published,
    Updated,
    /// An entry of a live blog, `From 8 May 2022 21.48`: the page itself is often of the next day.
    Entry,
}

/// A date that stands before the text, or alone on its line.
#[derive(Debug)]
pub(super) struct Stamp {
    pub date: Edtf,
    /// Bytes of the date from the start of the stamp.
    pub date_span: Range<usize>,
    pub says: Says,
    /// True where nothing else stands on its line.
    pub alone: bool,
    /// True where neither a label nor an hour says that it is the page's.
    pub is_bare: bool,
    /// Bytes of the stamp itself.
    pub words: usize,
    /// Bytes up to where the text goes on.
    pub length: usize,
}

/// Reads `date 2024-12-18 The…`, `Published: 18 December 2024, 10:32 GMT`, `December 18, 2024`, `Page last updated at 10:32
/// GMT, Wednesday, 18 December 2024`.
pub(super) fn stamp(words: &str) -> Option<Stamp> {
    if let Some(by) = byline_length(words) {
        let stamp = stamp(&words[by..]).filter(|stamp| stamp.date.exact_day().is_some())?;
        let date_span = stamp.date_span.start + by..stamp.date_span.end + by;
        return Some(Stamp { date_span, words: stamp.words + by, length: stamp.length + by, ..stamp });
    }
    let (label, at) = label(words);
    let at = if label.is_empty() { at } else { at + clock_before(&words[at..]) };
    let (date, length) = date_at_start(&words[at..]).or_else(|| numbers_at_start(&words[at..]))?;
    let end = at + length;
    let timed = end + time_length(&words[end..]);
    let alone = is_time(&words[end..]) || is_page_line(&words[timed..]);
    let rest = words[timed..].trim_start_matches([' ', '\u{A0}', '\t', ':', '|', '-', '–', '—']);
    if label == "from" && (timed == end || date.exact_day().is_none()) {
        return None;
    }
    let says = match label {
        "from" => Says::Entry,
        _ if label.contains("updated") || label.contains("modified") => Says::Updated,
        _ => Says::Published,
    };
    // Without a label, "December 18, 2024 was…" must stay a sentence; so must a date that only lacks its year.
    let opens = |c: char| c.is_uppercase() || c.is_ascii_digit() && timed > end || matches!(c, '“' | '"' | '‘');
    let goes_on = rest.starts_with(opens);
    let glued = goes_on && (!label.is_empty() || date.exact_day().is_some()) && words[timed..].len() > rest.len();
    if !alone && !glued {
        return None;
    }
    let is_bare = label.is_empty() && timed == end;
    let stamp =
        Stamp { date, date_span: at..end, says, alone, is_bare, words: timed, length: words.len() - rest.len() };
    Some(if alone { Stamp { words: words.len(), ..stamp } } else { stamp })
}

/// Measures the byline that a day follows on its line: `By Jane Doe | `.
fn byline_length(words: &str) -> Option<usize> {
    let bar = words.find(" | ").filter(|bar| *bar < LONGEST_BYLINE)?;
    words.starts_with("By ").then_some(bar + 3)
}

/// Bytes of a byline with two names.
const LONGEST_BYLINE: usize = 60;

/// True for what pages set behind their date: ` | By Jane Doe`, ` / 8:32 PM EST / NewsNet`, ` by admin`.
fn is_page_line(rest: &str) -> bool {
    let rest = rest.trim();
    let opens = rest.starts_with(['|', '/', '•', '·']) || rest.starts_with("by ");
    rest.len() <= 60 && opens && !rest.ends_with(['.', '?', '!', '”', '"'])
}

/// Finds the day that a byline ends with, and where: `By Jane Doe | March 14, 2024`, `By Jane Doe • 14 March 2024 10:32`.
pub(super) fn signed(byline: &str) -> Option<(Edtf, Range<usize>)> {
    let (date, span) = dates_in(byline).pop().filter(|(date, _)| date.exact_day().is_some())?;
    let parted = byline[..span.start].trim_end().ends_with(['|', '/', '•', '·', '—', '–', '-', ',']);
    (parted && is_time(&byline[span.end..])).then_some((date, span))
}

/// Returns the label before a date, without its colon, and where the date begins.
fn label(words: &str) -> (&'static str, usize) {
    let found = LABELS.iter().find_map(|label| {
        let rest =
            words.get(..label.len()).filter(|head| head.eq_ignore_ascii_case(label)).map(|_| &words[label.len()..])?;
        let cut = words.len() - rest.trim_start_matches([' ', ':', '-', '–', '—']).len();
        (cut > label.len()).then_some((*label, cut))
    });
    found.unwrap_or(("", 0))
}

/// Longer ones first.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "page last updated at", "page last updated", "first published on", "last modified on", "last updated on",
    "last updated at", "first published", "last modified", "last updated",
    "date published", "publication date", "published on", "published at", "published", "updated on", "updated at",
    "updated", "modified", "posted on", "posted", "issued on", "issued", "release date", "created", "pubdate", "date",
    "from",
];

/// True for a label with only a time of day behind it: `Updated at 22.38 BST`.
pub(super) fn is_labelled_time(words: &str) -> bool {
    let (label, at) = label(words);
    !label.is_empty() && words.contains(|c: char| c.is_ascii_digit()) && is_time(&words[at..])
}

/// Measures a clock time behind a date, with its zone: ` 22.17 BST`, `, 10:32 GMT`.
fn time_length(rest: &str) -> usize {
    let body = rest.trim_start_matches([' ', ',']);
    let Some(clock) = body.split(' ').next().filter(|word| is_clock(word)) else { return 0 };
    let after = &body[clock.len()..];
    // "AM EST".
    let zones =
        after.split_inclusive([' ', ',']).take_while(|word| TIME_WORDS.contains(&word.trim_end_matches([' ', ','])));
    let zones = after[..zones.map(str::len).sum()].trim_end_matches([' ', ',']).len();
    rest.len() - body.len() + clock.len() + zones
}

/// Measures a clock time before a date, up to the date: `16:05 GMT, 9 June 2013`.
fn clock_before(rest: &str) -> usize {
    match time_length(rest) {
        0 => 0,
        time => rest.len() - rest[time..].trim_start_matches([' ', ',']).len(),
    }
}

/// `22.17`, `10:32:05`.
fn is_clock(word: &str) -> bool {
    let two_digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    word.contains([':', '.']) && word.split([':', '.']).all(two_digits)
}

/// True for what may stand behind a date alone on its line: nothing, a time, a zone.
pub(super) fn is_time(rest: &str) -> bool {
    let parts = rest.split(|c: char| c.is_whitespace() || ",|()·•-–—".contains(c)).filter(|part| !part.is_empty());
    parts.map(|part| part.trim_end_matches('.').trim_start_matches('+')).all(|part| {
        // "08/11/2023" may be two days and is none, but it is no prose.
        let clock = part.starts_with(|c: char| c.is_ascii_digit()) && part.len() <= 10;
        clock || TIME_WORDS.contains(&part)
    })
}

#[rustfmt::skip]
const TIME_WORDS: &[&str] = &[
    "at", "am", "pm", "a.m", "p.m", "AM", "PM", "A.M", "P.M", "GMT", "UTC", "BST", "CET", "CEST", "EET", "EEST", "EST",
    "EDT", "ET", "MSK", "Z", "h", "hrs", "",
];

/// A dateline: its length with the dash and the space, its own words, and its date.
#[derive(Debug)]
pub(super) struct Dateline {
    /// Bytes up to the end of the dash.
    pub words: usize,
    /// Bytes up to where the text goes on.
    pub length: usize,
    pub date: Option<(Edtf, Range<usize>)>,
}

/// Reads `KYIV, Ukraine —`, `LONDON, Dec. 7 (Agency) —`, `BRUSSELS/KYIV (Agency) -`.
///
/// The place stands in capitals; or a date or an agency stands with it, and then it need not.
///
/// Marks of emphasis may stand round it: `**KYIV, Dec 9** —`.
pub(super) fn dateline(words: &str) -> Option<Dateline> {
    let plain = words.trim_start_matches(EMPHASIS);
    let marks = words.len() - plain.len();
    let found = day_in_brackets(plain).or_else(|| plain_dateline(plain)).map(|found| with_stamp(plain, found))?;
    let date = found.date.map(|(date, span)| (date, span.start + marks..span.end + marks));
    Some(Dateline { words: found.words + marks, length: found.length + marks, date })
}

const EMPHASIS: [char; 2] = ['*', '_'];

/// Reads `TAIPEI (January 14) Taiwan's`, with or without a dash.
fn day_in_brackets(words: &str) -> Option<Dateline> {
    let (place, rest) = words.split_once(" (")?;
    let first = place.split(", ").next()?;
    let shown = is_capitals(first) && !NO_PLACES.contains(&first) && place.split(", ").all(is_place);
    let from = place.len() + 2;
    let (date, length) = date_at_start(rest).filter(|_| shown)?;
    let end = from + length;
    let rest = words[end..].strip_prefix(')')?.trim_start_matches([' ', '—', '–', '-', ':']);
    rest.starts_with(opens_prose).then(|| Dateline {
        words: words[..words.len() - rest.len()].trim_end().len(),
        length: words.len() - rest.len(),
        date: Some((date, from..end)),
    })
}

/// `NIAMEY — date 2023-08-07 — The rulers`: a stamp behind the place.
fn with_stamp(words: &str, found: Dateline) -> Dateline {
    match stamp(&words[found.length..]).filter(|_| is_labelled_stamp(&words[found.length..])) {
        Some(stamp) if found.date.is_none() && stamp.says == Says::Published => Dateline {
            words: found.length + stamp.words,
            date: Some((stamp.date, found.length + stamp.date_span.start..found.length + stamp.date_span.end)),
            length: found.length + stamp.length,
        },
        _ => found,
    }
}

fn is_labelled_stamp(words: &str) -> bool {
    stamp(words).is_some_and(|stamp| !stamp.alone && !stamp.is_bare)
}

fn opens_prose(c: char) -> bool {
    c.is_uppercase() || c.is_numeric() || "“\"‘'".contains(c)
}

fn plain_dateline(words: &str) -> Option<Dateline> {
    let (head, dash) = head_and_dash(words)?;
    let head = head.trim_end_matches(EMPHASIS);
    let (place, agency) = match head.split_once('(') {
        Some((place, agency)) => (place.trim_end(), Some(agency.strip_suffix(')')?)),
        None => (head, None),
    };
    let mut date = None;
    let mut offset = 0;
    let mut parts = 0;
    for part in place.split(", ") {
        if let Some((found, length)) = date_at_start(&place[offset..]).filter(|_| parts > 0) {
            // "Dec. 18, 2024" holds a comma of its own, so the date has the last word.
            (offset + length == place.len()).then_some(())?;
            date = Some((found, offset..offset + length));
            break;
        }
        (is_place(part) && parts < 3).then_some(())?;
        offset += part.len() + 2;
        parts += 1;
    }
    let first = place.split(", ").next()?;
    let shown = is_capitals(first) && !NO_PLACES.contains(&first);
    let company = date.is_some() || agency.is_some_and(|name| !name.is_empty());
    let rest = words[dash.end..].trim_start();
    let opens = rest.starts_with(opens_prose) || is_labelled_stamp(rest);
    (parts > 0 && opens && (shown || company)).then(|| Dateline {
        words: dash.end,
        length: words.len() - rest.len(),
        date,
    })
}

/// Splits the head of a dateline from its dash, where there is one in the first 90 characters.
fn head_and_dash(words: &str) -> Option<(&str, Range<usize>)> {
    let words = words.char_indices().nth(90).map_or(words, |(end, _)| &words[..end]);
    words.contains(['—', '–', '-']).then_some(())?;
    let dashes = [" — ", " – ", " -- ", " - ", "— ", "– ", " —", "—"];
    let found = dashes.iter().filter_map(|dash| words.find(dash).map(|at| (at, at + dash.trim_end().len())));
    let (at, end) = found.min()?;
    Some((words[..at].trim_end(), at..end))
}

/// One to four words with capitals, joined by spaces, hyphens or slashes.
fn is_place(part: &str) -> bool {
    let words: Vec<_> = part.split([' ', '/']).collect();
    (1..=4).contains(&words.len())
        && words.iter().all(|word| {
            let letters = word.chars().all(|c| c.is_alphabetic() || ".'’-".contains(c));
            letters && (word.starts_with(char::is_uppercase) || ["of", "de", "la", "el", "al", "the"].contains(word))
        })
}

fn is_capitals(part: &str) -> bool {
    part.chars().filter(|c| c.is_alphabetic()).count() > 2 && !part.contains(char::is_lowercase)
}

/// Capitals before a dash that name no place.
#[rustfmt::skip]
const NO_PLACES: &[&str] = &[
    "NATO", "BREAKING", "UPDATE", "UPDATED", "EXCLUSIVE", "WATCH", "ANALYSIS", "OPINION", "LIVE", "VIDEO", "PHOTOS",
    "NEW", "USA", "OSCE", "BRICS", "IAEA", "READ",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn stamped(words: &str) -> Option<(String, &str)> {
        stamp(words).map(|stamp| (stamp.date.to_string(), &words[stamp.length.min(words.len())..]))
    }

    #[test]
    fn stamps_before_the_text() {
        let check =
            |words: &str, date: &str, rest: &str| assert_eq!(stamped(words), Some((date.into(), rest)), "{words}");
        check("date 2024-12-18 Ukrainian President", "2024-12-18", "Ukrainian President");
        check("Date: 2024-12-18 The talks", "2024-12-18", "The talks");
        check("2024-12-18 – The talks", "2024-12-18", "The talks");
        check("December 18, 2024 “We are ready,” he said", "2024-12-18", "“We are ready,” he said");
        check("Published 18 December 2024 The talks", "2024-12-18", "The talks");
        check("From 18 Dec 2024 22.17 The talks", "2024-12-18", "The talks");
        check("18 Dec 2024 10:32 GMT 20 people", "2024-12-18", "20 people");
        check("By Jane Doe | December 18, 2024 - The talks", "2024-12-18", "The talks");
        check("Page last updated at 10:32 GMT, Wednesday, 18 December 2024 The talks", "2024-12-18", "The talks");
        check("PUBLISHED: 16:05 GMT, 18 December 2024 | UPDATED: 17:00 GMT", "2024-12-18", "UPDATED: 17:00 GMT");
    }

    #[test]
    fn stamps_alone_on_a_line() {
        for line in [
            "2024-12-18",
            "December 18, 2024",
            "Wed 18 Dec 2024 10.32 GMT",
            "Published: 18 December 2024, 10:32 a.m. EST",
            "First published on December 18, 2024 at 10:32 (CET)",
            "2024-12-18T10:32:00+01:00",
            "Published 18 December 2024, 10:32 GMT · Updated 3 hours ago",
            "PUBLISHED DEC 18, 2024, 10:32 AM",
            "Posted on December 18, 2024 by admin",
            "Issued on: 18/12/2024 - 10:32",
        ] {
            assert!(stamp(line).is_some_and(|stamp| stamp.alone && stamp.date.to_string() == "2024-12-18"), "{line}");
        }
        assert!(stamp("Updated 18 December 2024").is_some_and(|stamp| stamp.says == Says::Updated));
        assert!(is_labelled_time("Updated at 22.38 BST"));
        assert!(!is_labelled_time("Updated at noon"));
    }

    #[test]
    fn a_byline_may_end_with_its_day() {
        let check = |line: &str, day: Option<&str>| {
            assert_eq!(signed(line).map(|(date, _)| date.to_string()).as_deref(), day, "{line}");
        };
        check("By Jane Doe | December 18, 2024", Some("2024-12-18"));
        check("By Jane Doe and John Roe, The Long Table — 18 Dec 2024 10:32 GMT", Some("2024-12-18"));
        check("By Jane Doe | December 18", None);
        check("By Jane Doe on 18 December 2024 in Oslo", None);
    }

    #[test]
    fn sentences_that_begin_with_a_date_are_no_stamps() {
        for words in [
            "December 18, 2024 was a dark day.",
            "December 18, 2024, President Doe spoke.",
            "December 18 The talks began.",
            "From 18 December 2024 The talks were secret.",
            "date palms grow in Iraq.",
            "2024-12-181 The talks",
        ] {
            assert!(stamp(words).is_none(), "{words}");
        }
    }

    #[test]
    fn datelines() {
        let check = |words: &str, rest: &str, date: Option<&str>| {
            let found = dateline(words).expect(words);
            assert_eq!(&words[found.length..], rest);
            let dated = found.date.map(|(date, span)| (date.to_string(), words[span].to_owned()));
            assert_eq!(dated.as_ref().map(|(date, _)| date.as_str()), date, "{dated:?}");
        };
        check("KYIV, Ukraine — President Doe", "President Doe", None);
        check("KYIV — The talks", "The talks", None);
        check("LONDON, Dec. 7 (Agency) — Ministers", "Ministers", Some("XXXX-12-07"));
        check("BRUSSELS/KYIV, March 3, 2025 (Agency) - Ministers", "Ministers", Some("2025-03-03"));
        check("WASHINGTON, D.C. – “We met", "“We met", None);
        check("London, 8 December 2025 -- Ministers", "Ministers", Some("2025-12-08"));
        check("Kyiv (Agency) – Ministers", "Ministers", None);
        check("UNITED NATIONS (Agency) — Ministers", "Ministers", None);
        check("RIO DE JANEIRO, Brazil—Ministers", "Ministers", None);
        check("TAIPEI (January 14) Ministers", "Ministers", Some("XXXX-01-14"));
        check("TAIPEI, Taiwan (Jan. 14, 2024) — Ministers", "Ministers", Some("2024-01-14"));
        check("NIAMEY — date 2023-08-07 — Ministers", "Ministers", Some("2023-08-07"));
    }

    #[test]
    fn sentences_with_a_dash_are_no_datelines() {
        for words in [
            "NATO — The alliance said no.",
            "KYIV — the capital — was hit.",
            "BREAKING — Talks end.",
            "Kyiv — Moscow talks ended.",
            "The minister, Jane Doe — The one from Kyiv",
            "UK – US talks",
            "LONDON, Dec. 7 and 8 — Ministers",
        ] {
            assert!(dateline(words).is_none(), "{words}");
        }
    }
}
