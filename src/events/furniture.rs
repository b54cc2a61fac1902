//! The voice of the page, and not of the news: credits of pictures, links with their days, stamps and corrections.

use std::ops::Range;

use super::lexicon::Class;
use super::listing::Case;
use super::stamp::without_stamp;
use super::token::{Shape, Tokens};
use super::verbs::Tense;

/// "Here's more from the envoy", "your browser does not play this": the voice of the page, not of the news.
pub(super) fn is_furniture(case: &Case) -> bool {
    let (tokens, mut words) = (case.tokens, without_stamp(case.tokens, case.sentence.clone()));
    // "[Correction: …]".
    words.start += usize::from(matches!(tokens.written(words.start), "[" | "(") && words.len() > 1);
    let here = tokens.folded(words.start) == "here" && tokens.word(words.start + 1).is(Class::Be);
    let yours = |at: usize| tokens.folded(at) == "your" && matches!(tokens.folded(at + 1), "browser" | "inbox");
    let clip = matches!(tokens.folded(words.end - 1), "video" | "audio" | "gallery" | "podcast");
    let notes = matches!(tokens.folded(words.start), "correction" | "clarification") || is_version(tokens, &words);
    here || notes
        || is_link(case)
        || is_page_stamp(tokens, &words)
        || words.clone().any(yours)
        || clip && tokens.all[words.end.saturating_sub(2)].shape == Shape::Mark
}

/// "Page last updated at 06:56 GMT", "PUBLISHED: 16:05 GMT, 9 June", "9 June 2021 | Reply | Report abuse": what a page says
/// of itself.
fn is_page_stamp(tokens: &Tokens, words: &Range<usize>) -> bool {
    let made = |at: usize| matches!(tokens.folded(at), "published" | "updated" | "posted" | "modified");
    let first = words.start..words.end.min(words.start + 4);
    let last = first.clone().any(|at| tokens.folded(at) == "last" && made(at + 1) && at + 1 < words.end);
    let bars = words.clone().filter(|at| tokens.folded(*at) == "|").count();
    let stamped = |at: usize| tokens.folded(at) == ":" || tokens.word(at).is(Class::Weekday);
    last || bars > 1 || made(first.start) && stamped(first.start + 1)
}

/// "An earlier version of this article said".
fn is_version(tokens: &Tokens, words: &Range<usize>) -> bool {
    let of_this = |at: &usize| tokens.folded(*at + 1) == "of" && tokens.folded(*at + 2) == "this";
    words.clone().filter(|at| at + 3 < words.end && tokens.folded(*at) == "version").any(|at| of_this(&at))
}

/// "Oslo closes its port 13 March 2024": the heading of another page with its day.
fn is_link(case: &Case) -> bool {
    let (tokens, end) = (case.tokens, case.sentence.end);
    let long = case.sentence.len() > 5 && case.clause.verb.tense == Tense::Present;
    let year = |at: usize| tokens.all[at].shape == Shape::Number && tokens.written(at).len() == 4;
    long && year(end - 1)
        && tokens.word(end - 2).is(Class::Month)
        && tokens.all[end - 3].shape == Shape::Number
        && !tokens.word(end - 4).any(&[Class::Preposition, Class::Determiner, Class::Weekday])
}

/// "Photograph: Anna Roe/AP The mayor left", "A man walks past a car on Tuesday. (Photo: Anna Roe)": what stands under a
/// picture is told in the present, whenever it was taken.
pub(super) fn is_credit(case: &Case) -> bool {
    let (tokens, first) = (case.tokens, case.sentence.start);
    let photo = matches!(tokens.folded(first), "photograph" | "photo" | "photos");
    let shown = matches!(case.clause.verb.tense, Tense::Present | Tense::Progressive);
    photo && tokens.folded(first + 1) == ":"
        || shown && {
            let behind =
                tokens.text[tokens.span(case.sentence.clone()).end..].trim_start_matches([' ', '\n', '.', '(', '[']);
            CREDITS.iter().any(|credit| behind.starts_with(credit))
        }
}

const CREDITS: [&str; 7] = ["Photograph:", "Photo:", "Photo by", "AP Photo", "Picture:", "Credit:", "Composite:"];
