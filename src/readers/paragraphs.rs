//! Lines to paragraphs, and paragraphs to headings.
//!
//! Pasted text comes in two shapes: a line for each paragraph, or lines broken at some width with blank lines between
//! paragraphs. The breaks tell: a line that was broken for its width would not have held the next line's first word,
//! and it mostly stops in the middle of a sentence. The whole text votes, so that one odd line decides nothing.
//!
//! A cross-head is a short line without an end mark. Prose never is, in news, except in lists; so short lines that
//! come in runs stay prose.

use std::ops::Range;

use super::dateline::stamp;
use super::line_rules::line_rule;

/// A stretch of text on its way to be a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Bytes into the article's text, without the white space around it.
    pub span: Range<usize>,
    /// Line of the source file, from 1.
    pub line: u32,
    pub kind: BlockKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    Prose,
    /// An entry of a list: prose that cannot be a cross-head.
    Item,
    Heading,
    Quote,
    Boilerplate,
}

/// Cuts pasted text into blocks. `first_line` is the number of its first line in the file.
pub(super) fn split(text: &str, first_line: u32) -> Vec<Block> {
    let lines = lines(text, first_line);
    let wrapped = are_wrapped(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let (mut after_blank, mut after_page) = (true, false);
    for line in lines {
        let words = &text[line.span.clone()];
        if words.is_empty() {
            after_blank = true;
            continue;
        }
        let of_page = wrapped && is_of_page(words);
        match blocks.last_mut() {
            Some(block) if wrapped && !after_blank && !is_item(words) && !of_page && !after_page => {
                block.span.end = line.span.end;
            }
            _ => blocks.push(Block { kind: kind_of_line(words), ..line }),
        }
        (after_blank, after_page) = (false, of_page);
    }
    blocks
}

fn lines(text: &str, first_line: u32) -> Vec<Block> {
    let mut start = 0;
    let line = |(number, line): (usize, &str)| {
        let head = start + (line.len() - line.trim_start().len());
        let span = head..head + line.trim().len();
        start += line.len();
        Block { span, line: first_line + number as u32, kind: BlockKind::Prose }
    };
    text.split_inclusive('\n').enumerate().map(line).collect()
}

fn kind_of_line(words: &str) -> BlockKind {
    if words.starts_with("> ") {
        BlockKind::Quote
    } else if is_item(words) {
        BlockKind::Item
    } else {
        BlockKind::Prose
    }
}

fn is_item(words: &str) -> bool {
    ["- ", "* ", "• ", "– ", "● ", "▪ "].iter().any(|mark| words.starts_with(mark))
}

/// Whether a line is the page's and no part of a paragraph: its date, its author.
fn is_of_page(words: &str) -> bool {
    stamp(words).is_some_and(|stamp| stamp.alone) || line_rule(words, &[]).is_some()
}

/// The widest line that anybody breaks by hand or by mail program, in characters.
const WIDEST: usize = 120;

/// True where the line breaks inside blocks come from a width and not from the ends of paragraphs.
fn are_wrapped(text: &str, lines: &[Block]) -> bool {
    let words = |line: &Block| &text[line.span.clone()];
    let pairs = || lines.windows(2).map(|pair| (words(&pair[0]), words(&pair[1])));
    let inner: Vec<_> = pairs().filter(|(line, next)| !line.is_empty() && !next.is_empty()).collect();
    if inner.len() < FEW && inner.iter().any(|(line, next)| is_of_page(line) || is_of_page(next)) {
        return false;
    }
    let inner = || inner.iter().copied();
    let width = inner().map(|(line, next)| characters(line).max(characters(next))).max().unwrap_or(0);
    let breaks = inner().count();
    let full = inner().filter(|(line, next)| characters(line) + 1 + first_word(next) > width.saturating_sub(8)).count();
    let inside = inner().filter(|(line, _)| !ends_sentence(line)).count();
    width <= WIDEST && breaks > 0 && full * 10 >= breaks * 7 && inside * 10 >= breaks * 3
}

/// So few breaks may all be those at the head of a page.
const FEW: usize = 6;

fn characters(words: &str) -> usize {
    words.chars().count()
}

fn first_word(words: &str) -> usize {
    words.split(' ').next().map_or(0, characters)
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…'])
}

/// Marks the bare cross-heads among the prose, and a headline at the top.
///
/// Returns the index of the block that is the article's headline, where it has one.
pub(super) fn mark_headings(text: &str, blocks: &mut [Block]) -> Option<usize> {
    let words = |block: &Block| &text[block.span.clone()];
    let headline = top(blocks).filter(|&i| is_headline(words(&blocks[i])) && prose_follows(text, &blocks[i + 1..]));
    let is_short: Vec<bool> = blocks.iter().map(|block| is_bare(block) && is_short(words(block))).collect();
    for i in 0..blocks.len() {
        let neighbours = [i.checked_sub(1), Some(i + 1)];
        let alone = neighbours.iter().flatten().all(|&j| Some(j) == headline || !is_short.get(j).unwrap_or(&false));
        let titled = is_short[i] && is_title_case(words(&blocks[i]));
        if is_short[i] && (alone || titled) && prose_follows(text, &blocks[i + 1..]) {
            blocks[i].kind = BlockKind::Heading;
        }
    }
    let index = headline?;
    blocks[index].kind = BlockKind::Heading;
    Some(index)
}

/// Returns the first block that is not boilerplate, where its kind is still open or it is a heading already.
fn top(blocks: &[Block]) -> Option<usize> {
    let first = blocks.iter().position(|block| block.kind != BlockKind::Boilerplate)?;
    matches!(blocks[first].kind, BlockKind::Prose | BlockKind::Heading).then_some(first)
}

fn is_bare(block: &Block) -> bool {
    block.kind == BlockKind::Prose
}

/// True where the next block that is no heading is prose that ends like prose.
fn prose_follows(text: &str, rest: &[Block]) -> bool {
    let readable = rest.iter().filter(|block| !matches!(block.kind, BlockKind::Boilerplate | BlockKind::Heading));
    readable.take(4).any(|block| characters(&text[block.span.clone()]) > 60 || block.kind != BlockKind::Prose)
}

/// A headline: up to 20 words and 140 characters, on one line, without a full stop.
fn is_headline(words: &str) -> bool {
    words.len() <= 4 * 140
        && words.split_whitespace().count() <= 20
        && characters(words) <= 140
        && opens_like_a_heading(words)
        && !words.contains('\n')
        && !words.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', ',', ';', ':', '…'])
        && !speaks(words)
}

/// A cross-head: up to 12 words and 90 characters in title case, up to 9 words otherwise.
fn is_short(words: &str) -> bool {
    // What most prose fails comes first: its length in bytes (a character has four at most), then its end mark.
    let bare = words.trim_end_matches(['"', '”', '’', '\'']);
    if words.len() > 4 * 90 || bare.ends_with(['.', ',', ';', ':', '…', '!', ')', '-', '–', '—']) {
        return false;
    }
    let count = words.split_whitespace().count();
    (count <= 9 || count <= 12 && is_title_case(words))
        && characters(words) <= 90
        && opens_like_a_heading(words)
        && !words.contains('\n')
        && !speaks(words)
}

fn opens_like_a_heading(words: &str) -> bool {
    words.trim_start_matches(['“', '‘', '"', '\'']).starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

/// True for a line that is one quotation, which is prose however short.
fn speaks(words: &str) -> bool {
    words.starts_with(['“', '"']) && words.ends_with(['”', '"'])
}

/// True where every word of four letters or more is capitalised, and two words at least are.
fn is_title_case(words: &str) -> bool {
    let letters = |word: &&str| word.chars().any(char::is_alphabetic);
    let mut capitals = 0;
    for word in words.split([' ', '-', '\u{A0}']).filter(letters) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.starts_with(|c: char| c.is_uppercase()) {
            capitals += 1;
        } else if characters(word) >= 4 && word.starts_with(char::is_lowercase) && !SMALL.contains(&word) {
            return false;
        }
    }
    capitals >= 2
}

/// Words of four letters and more that title case leaves small.
const SMALL: &[&str] = &["with", "from", "over", "into", "amid", "than", "that", "after", "under", "about", "against"];

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<&str> {
        split(text, 1).into_iter().map(|block| &text[block.span]).collect()
    }

    fn headings(text: &str) -> Vec<&str> {
        let mut blocks = split(text, 1);
        mark_headings(text, &mut blocks);
        blocks.into_iter().filter(|b| b.kind == BlockKind::Heading).map(|b| &text[b.span]).collect()
    }

    const PROSE: &str = "The ministers met for two hours on Tuesday and agreed to meet again next month in Prague.";

    #[test]
    fn a_line_is_a_paragraph() {
        let text = format!("{PROSE}\n{PROSE} {PROSE}\nNobody spoke.\n");
        assert_eq!(paragraphs(&text).len(), 3);
        assert_eq!(paragraphs(" One.\r\n\r\n\tTwo. \r\n"), ["One.", "Two."]);
    }

    #[test]
    fn broken_lines_are_joined() {
        let text = "The ministers met for two hours\non Tuesday and agreed to meet\nagain next month.\n\nNobody at all spoke of the\nmoney.";
        assert_eq!(paragraphs(text).len(), 2);
        assert_eq!(split(text, 5)[1].line, 9);
    }

    #[test]
    fn short_sentences_on_lines_of_their_own_stay_apart() {
        assert_eq!(paragraphs("He left on Monday.\nShe came on Tuesday.\nNobody knew.").len(), 3);
    }

    #[test]
    fn list_items_stay_apart() {
        let text = "The ministers met for two hours\non Tuesday and agreed to\n- money for the bridge that\nwas hit\n- a second meeting";
        assert_eq!(paragraphs(text).len(), 3);
    }

    #[test]
    fn cross_heads_are_found() {
        let text =
            format!("{PROSE}\nThree Days In Prague\n{PROSE}\nWhat happens next\n{PROSE}\nWho pays for it?\n{PROSE}");
        assert_eq!(headings(&text), ["Three Days In Prague", "What happens next", "Who pays for it?"]);
    }

    #[test]
    fn prose_and_lists_are_not_cross_heads() {
        for line in ["He said no.", "“We are ready”", "The full list is:", "they met again", "Nobody knew!"] {
            assert_eq!(headings(&format!("{PROSE}\n{line}\n{PROSE}")), Vec::<&str>::new(), "{line}");
        }
        let list = format!("{PROSE}\nJane Roe, editor\nJohn Doe, reporter\nMax Smith, reporter\n{PROSE}");
        assert_eq!(headings(&list), Vec::<&str>::new());
        assert_eq!(headings(&format!("{PROSE}\nThe Last Line")), Vec::<&str>::new());
    }

    #[test]
    fn a_headline_stands_on_top() {
        let headline = "Ministers agree on money for the bridge after two hours of talks";
        let text = format!("{headline}\n\n{PROSE}");
        let mut blocks = split(&text, 1);
        assert_eq!(mark_headings(&text, &mut blocks), Some(0));
        assert_eq!(headings(&format!("{PROSE}\n{PROSE}")), Vec::<&str>::new());
        assert_eq!(headings("A line alone"), Vec::<&str>::new());
    }
}
