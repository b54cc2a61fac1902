//! Where sentences end, in news English.
//!
//! A stop ends a sentence unless what stands around it says otherwise: "Gen. Smith", "No. 5", "the U.S. President",
//! "1.5", "J. K. Rowling", "“Why?” he asked". General splitters (Unicode's, ICU's) know no abbreviations and split
//! these; rule engines that know them are ten times slower. So this is our own: one pass over the bytes, and words are
//! looked at only where a stop stands. Abbreviations are data, sorted by how they behave.
//!
//! Where the case cannot be decided from the neighbouring words ("in the U.S. Trump said"), it keeps the sentence
//! whole: two happenings in one sentence cost less than a sentence torn in its middle. It does not look for sentences
//! inside brackets, and a line break is a space; only a blank line ends a sentence without a stop.

use std::ops::Range;

use super::abbreviation::{Abbreviation, behaviour, goes_with_clock, is_single_letter, opens};

/// Returns the sentences of `text` as byte ranges, in order, without the white space around them.
///
/// Every character that is not white space lies in exactly one of them.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::with_capacity(text.len() / 120 + 1);
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = next_mark(text, at) {
        let run = found + mark_length(text, found);
        let end = if text.as_bytes()[found] == b'\n' { blank_line(text, found) } else { stop(text, start, found, run) };
        if let Some(end) = end {
            push_trimmed(text, start..end, &mut sentences);
            start = end;
        }
        at = end.unwrap_or(run).max(run);
    }
    push_trimmed(text, start..text.len(), &mut sentences);
    sentences
}

fn push_trimmed(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        let start = range.start + (part.len() - part.trim_start().len());
        sentences.push(start..start + trimmed.len());
    }
}

/// Finds the next byte that could end a sentence: a stop mark, the first byte of `…` or of `。！？`, or a line break.
fn next_mark(text: &str, from: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[from..];
    // Eight at a time, without a branch for each.
    let plain =
        bytes.chunks_exact(8).take_while(|eight| !eight.iter().fold(false, |any, b| any | MAY_END[*b as usize]));
    let from = from + 8 * plain.count();
    text.as_bytes()[from..].iter().position(|b| MAY_END[*b as usize]).map(|i| from + i)
}

const MAY_END: [bool; 256] = {
    let mut table = [false; 256];
    table[b'.' as usize] = true;
    table[b'!' as usize] = true;
    table[b'?' as usize] = true;
    table[b'\n' as usize] = true;
    table[0xE2] = true;
    table[0xE3] = true;
    table[0xEF] = true;
    table
};

const STOPS: [char; 7] = ['.', '!', '?', '…', '。', '！', '？'];

/// Returns how many bytes the mark at `at` takes: the whole run of stops, or one character that is none.
fn mark_length(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let run = rest.len() - rest.trim_start_matches(STOPS).len();
    if run > 0 { run } else { rest.chars().next().map_or(1, char::len_utf8) }
}

/// Returns where the sentence ends, if the line break at `at` is followed by a blank line.
fn blank_line(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at + 1..];
    let line = rest.trim_start_matches([' ', '\t', '\r', '\u{A0}']);
    line.starts_with('\n').then_some(at)
}

/// Returns where the sentence ends, closing quotes and brackets included, if the run of stops ends one.
fn stop(text: &str, start: usize, from: usize, to: usize) -> Option<usize> {
    let marks = &text[from..to];
    if !marks.starts_with(STOPS) {
        return None;
    }
    let end = to + closers(&text[to..]);
    let after = &text[end..];
    let next = after.trim_start();
    if next.is_empty() || marks.contains(['。', '！', '？']) {
        return Some(end);
    }
    let sentence = &text[start..from];
    let ends = if next.len() == after.len() {
        marks == "." && glued(sentence, next)
    } else if marks.ends_with(['!', '?']) {
        starts_sentence(next) && !(end > to && is_attribution(next))
    } else if marks != "." {
        starts_sentence(next) && first_word(next) != "I"
    } else {
        full_stop(sentence.trim_start(), next)
    };
    ends.then_some(end)
}

/// Counts the bytes of closing quotes, brackets and note marks (`[12]`) at the head of `rest`.
fn closers(rest: &str) -> usize {
    let mut length = 0;
    loop {
        let tail = &rest[length..];
        match tail.chars().next() {
            Some(c @ ('”' | '’' | '"' | '\'' | ')' | ']' | '»' | '*' | '_')) => length += c.len_utf8(),
            Some('[') => match note_mark(tail) {
                0 => return length,
                n => length += n,
            },
            _ => return length,
        }
    }
}

fn note_mark(tail: &str) -> usize {
    let digits = tail[1..].bytes().take_while(u8::is_ascii_digit).count();
    if (1..4).contains(&digits) && tail.as_bytes().get(1 + digits) == Some(&b']') { digits + 2 } else { 0 }
}

/// True where `next` can open a sentence: a capital, a digit, a letter without case, an opening quote before one.
fn starts_sentence(next: &str) -> bool {
    let inner = next.trim_start_matches(OPENERS);
    match inner.chars().next() {
        Some(c) if c.is_alphabetic() => !c.is_lowercase() || BRANDS.contains(&first_word(inner)),
        Some(c) => c.is_numeric() || "•●▪*#@$£€".contains(c),
        None => true,
    }
}

const OPENERS: [char; 12] = ['“', '‘', '"', '\'', '`', '(', '[', '«', '„', '¿', '¡', '…'];

/// Names that begin with a small letter and may open a sentence all the same.
const BRANDS: &[&str] = &["iPhone", "iPad", "eBay", "iOS", "xAI", "macOS"];

/// A missing space, as pasting leaves it: "in Kyiv.The talks". A host name, "Booking.Com", has a known ending.
fn glued(sentence: &str, next: &str) -> bool {
    let word = last_word(sentence);
    let next_word = first_word(next);
    let mut letters = next_word.chars();
    word.chars().filter(|c| c.is_alphabetic()).count() > 1
        && word.chars().next_back().is_some_and(char::is_lowercase)
        && !word.contains(['.', '/', '@'])
        && letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_lowercase)
        && !["Com", "Org", "Net", "Js", "Io", "Tv"].contains(&next_word)
        && !next[next_word.len()..].starts_with(['.', '/', '@'])
}

/// “Is it over?” Donald Trump asked: the words after the quotation belong to it.
fn is_attribution(next: &str) -> bool {
    let mut words = next.split_whitespace().take(5);
    let capitals = words.by_ref().take_while(|word| !SAYING.contains(&trimmed(word)));
    let named = capitals.take_while(|word| word.starts_with(char::is_uppercase)).count();
    let said = next.split_whitespace().nth(named).is_some_and(|word| SAYING.contains(&trimmed(word)));
    (1..=4).contains(&named) && said && !next.starts_with(OPENERS)
}

const SAYING: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "wrote",
    "writes",
    "added",
    "adds",
    "told",
    "tells",
    "replied",
    "shouted",
    "cried",
    "continued",
    "posted",
    "tweeted",
    "declared",
    "exclaimed",
    "wondered",
    "insisted",
];

/// Decides a single full stop by the word before it and the words after it.
fn full_stop(sentence: &str, next: &str) -> bool {
    if !starts_sentence(next) {
        return false;
    }
    let word = last_word(sentence);
    let inner = next.trim_start_matches(OPENERS);
    let next_word = first_word(inner);
    match behaviour(word.trim_start_matches(OPENERS)) {
        Abbreviation::None => !is_list_number(sentence, word),
        Abbreviation::Joins => !next.starts_with(|c: char| c.is_alphanumeric()),
        Abbreviation::BeforeNumber => !next.starts_with(|c: char| c.is_ascii_digit()),
        Abbreviation::Month => !next.starts_with(|c: char| c.is_ascii_digit()) && opens(next_word),
        Abbreviation::Clock => !goes_on_after_clock(next_word, next),
        Abbreviation::Either => opens(next_word) && !is_initial(inner),
    }
}

/// `1. The talks`: the number of a list item belongs to its sentence.
fn is_list_number(sentence: &str, word: &str) -> bool {
    word.len() == sentence.len() && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())
}

/// `J. A. Smith`: what looks like the opening word "A" is another initial.
fn is_initial(next: &str) -> bool {
    let word = first_word(next);
    is_single_letter(word) && next[word.len()..].starts_with('.')
}

/// What follows a time of day in the same sentence: a weekday, a zone, "Kyiv time".
fn goes_on_after_clock(next_word: &str, next: &str) -> bool {
    goes_with_clock(next_word)
        || next.starts_with('(')
        || next.split_whitespace().nth(1).is_some_and(|word| trimmed(word) == "time")
}

/// Returns the word that ends `text`, without what is joined to it in front by a hyphen, dash, slash or bracket.
fn last_word(text: &str) -> &str {
    let cut = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | '(' | '[' | '“' | '"' | '‘');
    let mut word = text;
    // No word that matters is longer; a text without a space must not be walked again at each of its stops.
    for (at, c) in text.char_indices().rev().take(LONGEST_WORD) {
        word = &text[at..];
        if cut(c) {
            return &word[c.len_utf8()..];
        }
    }
    word
}

/// In characters.
const LONGEST_WORD: usize = 40;

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))).unwrap_or(text.len());
    &text[..end]
}

fn trimmed(word: &str) -> &str {
    word.trim_end_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `marked` shows the expected cuts as ` | `.
    fn check(marked: &str) {
        let text = marked.replace(" | ", " ");
        let found: Vec<_> = sentences(&text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found.join(" | "), marked);
    }

    #[test]
    fn plain_sentences() {
        check("Talks began on Monday. | They ended on Tuesday! | Did they? | Yes.");
        check("No stop at the end");
        check("The number fell to 1.5 million. | 20 people died.");
        check("It cost $3.50. | $4 would be too much.");
        check("He left.[12] | The talks went on.");
        check("They met in Oslo. | ``We are ready.'' | He left.");
    }

    #[test]
    fn titles_and_initials_join() {
        check("Gen. Smith met Lt. Gov. Jane Q. Public and Sen. J. D. Vance. | He left.");
        check("Lt.-Gen. Kyrylo Budanov spoke. | Dr. Who listened.");
        check("George W. Bush and J. K. Rowling met J. A. Smith.");
        check("В. Зеленський прибув. | Він виступив.");
        check("“Mr. President, thank you,” he said.");
    }

    #[test]
    fn states_and_bodies() {
        check("The U.S. President spoke. | He left the U.S. | The talks ended.");
        check("The U.S. Air Force, the U.N. Security Council and the E.U. Commission agreed.");
        check("They moved to Washington, D.C. | In March they left.");
        check("A pro-U.S. Member resigned.");
        check("Acme Inc. Chairman Roe quit. | He sold Acme Inc. | It was sad.");
        check("It is St. Petersburg, not Mt. Everest.");
    }

    #[test]
    fn numbers_and_months() {
        check("It ranked No. 5. | Was it true? | No. | It was not.");
        check("On Dec. 7 and Sept. 11 they met. | They met in Dec. | The rest is known.");
        check("See Art. 5 and pp. 4. | The end.");
        check("1. The first point. | 2. The second.");
        check("It was 2024. | The war went on.");
    }

    #[test]
    fn times_of_day() {
        check("At 5 p.m. Tuesday they met. | It ended at 9 a.m. | Nobody spoke.");
        check("At 3 p.m. GMT and 5 p.m. Kyiv time it began. | At 5 p.m. | Zelenskyy left.");
        check("It starts at 8 a.m. and ends at noon.");
    }

    #[test]
    fn quotations() {
        check("“We won. | We left,” he said. | “It is over.” | He sat down.");
        check("“Why?” he asked. | “Is it over?” Donald Trump asked. | “Yes!” | Nobody moved.");
        check("He said \"never.\" | She said 'now.' | (They argued.) | It ended.");
        check("“Stop!” shouted the guard. | “Stop!” Mr Smith said.");
        check("\"What happened?\" | That was all he wanted to know.");
        check("“It ended.” | “It did not.”");
    }

    #[test]
    fn ellipses_and_latin() {
        check("We waited ... and waited… and left. | Then… | Nothing.");
        check("Well... I think so.");
        check("Cities, e.g. Kyiv and i.e. Lviv vs. Odesa, were hit.");
        check("Tanks, guns, etc. were sent. | Tanks, guns, etc. | The rest stayed.");
    }

    #[test]
    fn a_missing_space_does_not_join_sentences() {
        let text = "They met in Kyiv.The talks went on.";
        assert_eq!(sentences(text), [0..17, 17..35]);
        check("Look at example.com and Booking.Com or www.Site.Org today.");
        check("Version 2.Beta is not out; the J.Doe file is.");
    }

    #[test]
    fn a_blank_line_ends_a_sentence() {
        let text = "A heading\n \nThe text goes\non here";
        assert_eq!(sentences(text), [0..9, 12..33]);
    }

    #[test]
    fn white_space_is_not_a_sentence() {
        assert_eq!(sentences(" \n\n\u{A0} "), Vec::<Range<usize>>::new());
        check("...");
    }

    proptest! {
        #[test]
        fn every_letter_is_in_one_sentence(text in "([A-Za-z.!?…“”\"'’ \n]|Mr\\. |U\\.S\\. |。|é|\\PC){0,60}") {
            let found = sentences(&text);
            let mut at = 0;
            for range in &found {
                prop_assert!(text[at..range.start].trim().is_empty());
                prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
                prop_assert!(!range.is_empty());
                at = range.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
