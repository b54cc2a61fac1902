//! Markdown to plain text with blocks.
//!
//! The text is what a reader sees: no marks, no link targets, no pictures, no raw HTML, no code blocks, no tables.
//! Paragraphs whose lines were broken at some width become one line; where the lines are paragraphs of their own, as
//! in text pasted without blank lines, they stay apart. Foot notes are left out: they are not the article's prose.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::paragraphs::{self, Block, BlockKind};
use super::{Draft, Source, front_matter};
use crate::diag::Diagnostic;

pub(super) fn read(source: Source) -> (Draft, Vec<Diagnostic>) {
    let (about, body, first_line, diagnostics) = front_matter::read(source);
    let (text, blocks) = plain(body, first_line);
    (Draft { text, blocks, about }, diagnostics)
}

/// Returns the words of a Markdown text and its blocks.
pub(super) fn plain(markdown: &str, first_line: u32) -> (String, Vec<Block>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut page = Page::new(markdown, first_line);
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        page.take(event, range.start);
    }
    page.close();
    (page.text, page.blocks)
}

/// The text as it grows.
struct Page<'a> {
    markdown: &'a str,
    text: String,
    blocks: Vec<Block>,
    /// Words of the block that is open.
    open: String,
    /// Kind and source line of the open block.
    kind: BlockKind,
    line: u32,
    /// Up to which byte the lines are counted, and how many there are.
    counted: (usize, u32),
    quotes: usize,
    items: usize,
    /// Tags open whose content is not read.
    skipped: usize,
}

impl<'a> Page<'a> {
    fn new(markdown: &'a str, first_line: u32) -> Self {
        let (text, blocks, open) = (String::with_capacity(markdown.len()), Vec::new(), String::new());
        let counted = (0, first_line);
        let (kind, line) = (BlockKind::Prose, first_line);
        Self { markdown, text, blocks, open, kind, line, counted, quotes: 0, items: 0, skipped: 0 }
    }

    fn take(&mut self, event: Event, at: usize) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag),
            _ if self.skipped > 0 => {}
            Event::Text(words) | Event::Code(words) => {
                self.at(at);
                self.open.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => self.open.push('\n'),
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, at: usize) {
        if self.skipped > 0 || is_skipped(tag) {
            self.skipped += 1;
            return;
        }
        match tag {
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::Item => self.items += 1,
            _ => {}
        }
        if is_block(tag) {
            self.close();
            self.at(at);
            self.kind = match tag {
                Tag::Heading { .. } => BlockKind::Heading,
                _ if self.quotes > 0 => BlockKind::Quote,
                _ if self.items > 0 => BlockKind::Item,
                _ => BlockKind::Prose,
            };
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.close(),
            TagEnd::Item => {
                self.close();
                self.items -= 1;
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes -= 1;
            }
            _ => {}
        }
    }

    /// Remembers the source line of a block, when its first words come.
    fn at(&mut self, at: usize) {
        if self.open.is_empty() {
            let (from, line) = self.counted;
            let at = at.max(from);
            self.counted = (at, line + self.markdown[from..at].matches('\n').count() as u32);
            self.line = self.counted.1;
        }
    }

    /// Ends the open block and adds it to the text.
    fn close(&mut self) {
        let open = std::mem::take(&mut self.open);
        for part in paragraphs::split(&open, self.line) {
            let words = open[part.span].replace('\n', " ");
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            let start = self.text.len();
            self.text.push_str(&words);
            let kind = if self.kind == BlockKind::Prose { part.kind } else { self.kind };
            self.blocks.push(Block { span: start..self.text.len(), line: part.line, kind });
        }
        self.kind = BlockKind::Prose;
    }
}

fn is_skipped(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Image { .. }
            | Tag::Table(_)
            | Tag::FootnoteDefinition(_)
            | Tag::MetadataBlock(_)
    )
}

fn is_block(tag: &Tag) -> bool {
    matches!(tag, Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::BlockQuote(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &[(BlockKind, u32, &str)]) {
        let (text, blocks) = plain(markdown, 1);
        let found: Vec<_> = blocks.iter().map(|b| (b.kind, b.line, &text[b.span.clone()])).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_go_and_words_stay() {
        check(
            "# The *title*\n\nA **bold** [link](https://example.org) and `code`.\n\n> A quotation\n> of two lines.\n\n- one\n- two\n",
            &[
                (BlockKind::Heading, 1, "The title"),
                (BlockKind::Prose, 3, "A bold link and code."),
                (BlockKind::Quote, 5, "A quotation of two lines."),
                (BlockKind::Item, 8, "one"),
                (BlockKind::Item, 9, "two"),
            ],
        );
    }

    #[test]
    fn what_is_not_prose_is_left_out() {
        check(
            "One <b onclick=x>word</b>.\n\n<div>\nraw\n</div>\n\n```\ncode\n```\n\n![alt](a.png)\n\n| a | b |\n|---|---|\n| c | d |\n\nTwo[^1].\n\n[^1]: A note.\n\n***\n\nThree.",
            &[(BlockKind::Prose, 1, "One word."), (BlockKind::Prose, 17, "Two."), (BlockKind::Prose, 23, "Three.")],
        );
    }

    #[test]
    fn broken_lines_join_and_pasted_lines_do_not() {
        check(
            "The ministers met for two hours on\nTuesday and agreed to meet again\nnext month.\n",
            &[(BlockKind::Prose, 1, "The ministers met for two hours on Tuesday and agreed to meet again next month.")],
        );
        check(
            "He left on Monday.\nShe came on Tuesday.\n",
            &[(BlockKind::Prose, 1, "He left on Monday."), (BlockKind::Prose, 2, "She came on Tuesday.")],
        );
    }

    #[test]
    fn nested_lists_are_items() {
        check(
            "- one\n  - two\n\n  three\n",
            &[(BlockKind::Item, 1, "one"), (BlockKind::Item, 2, "two"), (BlockKind::Item, 4, "three")],
        );
    }
}
