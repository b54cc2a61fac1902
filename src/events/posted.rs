//! What dates a page, a post or an entry of a live report, and so dates no deed; and the days that are counted from it.

use std::ops::Range;

use chrono::{NaiveDate, TimeDelta};

use super::Sentence;
use super::expression::Expression;
use crate::model::{DateBasis, Edtf, ParagraphKind};

/// Drops the expressions outside of sentences of prose, and stamps: what dates a page or a post does not date a deed, and
/// the "tomorrow" of a post is not that of the article.
pub(super) fn keep_prose(
    expressions: &mut Vec<Expression>,
    sentences: &[Sentence],
    text: &str,
    published: Option<NaiveDate>,
) {
    let of = |span: &Range<usize>| {
        let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        sentences.get(at).filter(|sentence| sentence.span.start <= span.start)
    };
    let stamped = |expression: &&Expression| is_posted(text, &expression.span);
    // A post may end in the paragraph of its stamp, and begin in the one before.
    let posts: Vec<u32> = expressions
        .iter()
        .filter(stamped)
        .filter_map(|stamp| Some(of(&stamp.span)?.paragraph))
        .flat_map(|paragraph| [paragraph.saturating_sub(1), paragraph])
        .collect();
    let transcript = is_transcript(sentences, text);
    count_from_entries(expressions, sentences, text, published);
    expressions.retain(|expression| {
        let Some(sentence) = of(&expression.span) else { return false };
        let post = posts.contains(&sentence.paragraph);
        let stamp = opens_entry(text, &sentence.span, &expression.span)
            || is_posted(text, &expression.span)
            || is_of_update(&text[sentence.span.start..expression.span.start]);
        let spoken = transcript && is_of_speaker(&text[expression.span.clone()]);
        let another = stamp || spoken || post && expression.dated.basis == DateBasis::Relative;
        sentence.kind == ParagraphKind::Prose && !another
    });
}

/// "8 May 2022 23.08 The envoy came today": a live report may end on the day after, and an entry counts from its own day.
fn count_from_entries(
    expressions: &mut [Expression],
    sentences: &[Sentence],
    text: &str,
    published: Option<NaiveDate>,
) {
    let Some(published) = published else { return };
    let mut shift = 0;
    for expression in expressions {
        let Some(day) = expression.dated.date.exact_day() else { continue };
        if expression.dated.basis == DateBasis::Explicit {
            let at = sentences.partition_point(|sentence| sentence.span.end <= expression.span.start);
            let opens = sentences.get(at).is_some_and(|sentence| opens_entry(text, &sentence.span, &expression.span));
            shift = if opens { (day - published).num_days() } else { shift };
        } else if (-NIGHT..0).contains(&shift) && is_of_speaker(&text[expression.span.clone()]) {
            expression.dated.date = Edtf::from(day + TimeDelta::days(shift));
        }
    }
}

/// How many days a live report goes on for.
const NIGHT: i64 = 2;

/// Whether several speakers are named in capitals before their words: what is broadcast was spoken before.
fn is_transcript(sentences: &[Sentence], text: &str) -> bool {
    let shouted = |word: &str| word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase());
    let label = |sentence: &&Sentence| {
        let mut words = text[sentence.span.clone()].split_whitespace();
        let named = words.by_ref().take(2).filter(|word| shouted(word)).count() == 2;
        named && words.next().is_some_and(|word| !shouted(word) && word.starts_with(char::is_uppercase))
    };
    sentences.iter().filter(|sentence| sentence.kind == ParagraphKind::Prose).filter(label).count() >= SPEAKERS
}

const SPEAKERS: usize = 3;

/// "Yesterday", "tomorrow": a day counted from the one somebody speaks on.
fn is_of_speaker(words: &str) -> bool {
    let days = ["today", "tonight", "tomorrow", "yesterday"];
    words.split_whitespace().any(|word| days.iter().any(|day| word.eq_ignore_ascii_case(day)))
}

/// "9 May 2022 03.33 A court has …", "May 9, 2022 03:33 pm | A court has …": when an entry of a live blog was written.
fn opens_entry(text: &str, sentence: &Range<usize>, span: &Range<usize>) -> bool {
    let words = &text[span.clone()];
    let year = || words.split([' ', ',']).any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    if span.start == sentence.start && words.contains(':') && year() && !text[span.end..].starts_with(',') {
        return true;
    }
    let mut behind = text[span.end..].trim_start().chars();
    let mut next = |is: fn(char) -> bool| behind.next().is_some_and(is);
    let digit = |c: char| c.is_ascii_digit();
    span.start == sentence.start
        && next(digit)
        && next(digit)
        && next(|c| matches!(c, '.' | ':'))
        && next(digit)
        && next(digit)
}

/// "(@envoy) July 26, 2022": when a post was written.
fn is_posted(text: &str, span: &Range<usize>) -> bool {
    let before = text[..span.start].trim_end().strip_suffix(')');
    before.and_then(|before| before.rsplit_once("(@")).is_some_and(|(_, name)| !name.contains(char::is_whitespace))
}

/// "(Update 4:08 a.m. | Tuesday in Cairo)": when an entry of a live blog was changed, by the words before the day.
fn is_of_update(before: &str) -> bool {
    let open = before.rsplit_once('(').map_or("", |(_, open)| open);
    open.get(..6).is_some_and(|word| word.eq_ignore_ascii_case("update")) && !open.contains(')')
}
