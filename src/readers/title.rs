//! What an article is called.
//!
//! Pasted text often has no headline. Then the title is the start of its first sentence, up to a place where a clause
//! ends, and is marked as made, so that nobody takes it for the outlet's own words.

use super::Draft;
use super::paragraphs::BlockKind;
use crate::model::Title;
use crate::text::sentences;

/// The longest made title, in characters.
const LONGEST: usize = 100;

/// A clause must leave at least this much of a title.
const SHORTEST: usize = 40;

/// Returns the title: the file's own, else the headline on top, else one made from the first sentence.
pub(super) fn settle(draft: &Draft, headline: Option<usize>) -> Title {
    let own = draft.about.title.clone();
    let headline = headline.map(|index| on_one_line(&draft.text[draft.blocks[index].span.clone()]));
    if let Some(text) = own.or(headline) {
        return Title { text, made: false };
    }
    let paragraph = first_paragraph(draft).unwrap_or_default();
    let text = Some(made(paragraph)).filter(|title| !title.is_empty()).unwrap_or_else(|| on_one_line(paragraph));
    Title { text, made: true }
}

/// Returns the first paragraph that is long enough to say something, else the first one.
fn first_paragraph(draft: &Draft) -> Option<&str> {
    let of_kind = |kind| draft.blocks.iter().filter(move |block| block.kind == kind);
    let all = || [BlockKind::Prose, BlockKind::Item, BlockKind::Quote].into_iter().flat_map(of_kind);
    let block = all().find(|block| block.span.len() >= SHORTEST).or_else(|| all().next())?;
    Some(&draft.text[block.span.clone()])
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Makes a title of the first sentence of a paragraph.
fn made(paragraph: &str) -> String {
    let sentence = sentences(paragraph).into_iter().next().unwrap_or(0..0);
    let sentence = on_one_line(&paragraph[sentence]);
    let sentence = sentence.trim_start_matches(['-', '*', '•', ' ']);
    let sentence = without_open_quote(sentence);
    let end = sentence.char_indices().nth(LONGEST).map_or(sentence.len(), |(at, _)| at);
    if end == sentence.len() {
        return sentence.strip_suffix('.').unwrap_or(sentence).to_owned();
    }
    match clause_end(&sentence[..end]) {
        Some(cut) => closed(&sentence[..cut]),
        None => format!("{}…", closed(&sentence[..word_end(&sentence[..end])])),
    }
}

/// Returns the last place in `text` where a clause ends and enough stands before it.
fn clause_end(text: &str) -> Option<usize> {
    let is_cut = |at: usize| {
        let (before, behind) = text.split_at(at);
        CLAUSES.iter().any(|mark| behind.starts_with(mark)) || behind.starts_with(" to ") && follows_a_name(before)
    };
    // Each mark begins with one of these.
    let mut places = text.rmatch_indices([' ', ',', ';', ':']).map(|(at, _)| at).take_while(|&at| at >= SHORTEST);
    places.find(|&at| is_cut(at) && balanced(&text[..at]) && !leans(&text[..at]))
}

/// Removes the opening quote of a quotation that goes on after the sentence.
fn without_open_quote(sentence: &str) -> &str {
    if balanced(sentence) { sentence } else { sentence.strip_prefix(['“', '"']).unwrap_or(sentence) }
}

/// Returns where the last whole word of `text` ends; before a quotation that `text` does not close, where one is near.
fn word_end(text: &str) -> usize {
    let end = text.rfind(' ').unwrap_or(text.len());
    let opened = text[..end].rfind(['“', '"', '(']).filter(|&at| at >= SHORTEST / 2 && !balanced(&text[..end]));
    opened.unwrap_or(end)
}

/// What begins a new clause. A plain comma does not: it may stand in a list.
const CLAUSES: &[&str] = &[
    " — ",
    " – ",
    " -- ",
    "; ",
    ": ",
    ", as ",
    ", after ",
    ", while ",
    ", but ",
    ", which ",
    ", who ",
    ", where ",
    ", when ",
    ", saying ",
    ", with ",
    ", according ",
    ", in ",
    ", amid ",
    ", marking ",
    ", despite ",
    ", because ",
    " as ",
    " after ",
    " while ",
    " amid ",
    " following ",
    " because ",
    " ahead of ",
    " during ",
    " before ",
    " despite ",
    " since ",
];

/// "in the hours | before the war": words that only the next clause completes.
fn leans(text: &str) -> bool {
    LEANING.contains(&text.rsplit(' ').next().unwrap_or_default())
}

const LEANING: &[&str] =
    &["minutes", "hours", "days", "weeks", "months", "years", "soon", "shortly", "just", "even", "long", "well"];

/// "in London on December 8 | to meet": a purpose, where "is due to" is none.
fn follows_a_name(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}

/// False inside a quotation or a bracket.
fn balanced(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('“') == count('”') && count('"') % 2 == 0 && count('(') == count(')')
}

fn closed(text: &str) -> String {
    text.trim_end_matches([',', ';', ':', ' ', '—', '–', '-']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_sentence_is_the_title() {
        assert_eq!(made("The talks ended. Nobody spoke."), "The talks ended");
        assert_eq!(made("Who pays? Nobody knows."), "Who pays?");
        assert_eq!(made("“The bridge is ours. We paid for it,” he said."), "The bridge is ours");
    }

    #[test]
    fn a_long_sentence_is_cut_at_a_clause() {
        let check = |text: &str, title: &str| assert_eq!(made(text), title);
        check(
            "The foreign ministers of seven countries are due to arrive in Prague on May 8 to meet their hosts, who want a bridge built.",
            "The foreign ministers of seven countries are due to arrive in Prague on May 8",
        );
        check(
            "Prague, Vienna, Warsaw and four other capitals agreed on Tuesday to pay for the bridge -- and for the ferry that serves until it stands.",
            "Prague, Vienna, Warsaw and four other capitals agreed on Tuesday to pay for the bridge",
        );
        check(
            "The minister said that seven countries which share the bridge would in the coming year have to share its cost too.",
            "The minister said that seven countries which share the bridge would in the coming year have to…",
        );
    }

    #[test]
    fn a_cut_never_falls_into_a_quotation() {
        let text = "The ministers spoke of what they called “a bridge for all of us, as long as somebody pays for it in time” and left.";
        assert_eq!(made(text), "The ministers spoke of what they called…");
    }
}
