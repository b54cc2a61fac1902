//! What stands around an article and is not its text: bylines, share bars, `Leave a comment`, datelines, date stamps.
//!
//! Each rule has a name, which is kept with what it set aside, so that a user can see why a line is missing and say
//! so. A rule for whole lines makes a block boilerplate. A rule for heads only moves the start of a block past the
//! words, so that evidence does not begin with `date 2024-12-18` or `KYIV, Ukraine —`; the words stay in the text and
//! their span is recorded. Nothing is ever cut.

use std::ops::Range;

use super::dateline::{Says, Stamp, dateline, signed, stamp};
use super::line_rules::{BYLINE, author, line_rule};
use super::paragraphs::{Block, BlockKind};
use crate::model::{Edtf, Stripped};

/// What the stripping found besides.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub stripped: Vec<Stripped>,
    /// A date stamp at the head, with the span of the date.
    pub stamp: Option<(Edtf, Range<usize>)>,
    /// The date of a dateline, with its span.
    pub dateline: Option<(Edtf, Range<usize>)>,
    /// A stamp that says "updated".
    pub updated: Option<Edtf>,
    /// The names of a byline.
    pub author: Option<String>,
}

/// Sets aside what is not the article's text: marks blocks as boilerplate and moves the starts of others.
///
/// `lines` are the user's own texts (see `input.strip_lines`).
pub(super) fn strip(text: &str, blocks: &mut [Block], lines: &[String]) -> Found {
    let mut found = Found::default();
    for (at, block) in blocks.iter_mut().enumerate() {
        let (words, start) = (&text[block.span.clone()], block.span.start);
        let Some(rule) = line_rule(words, lines) else { continue };
        found.stripped.push(Stripped { rule, span: block.span.clone() });
        if rule == BYLINE && found.author.is_none() {
            found.author = author(words);
            let day = signed(words).filter(|_| at < HEAD);
            found.stamp = day.map(|(date, span)| (date, start + span.start..start + span.end));
        }
        block.kind = BlockKind::Boilerplate;
    }
    strip_heads(text, blocks, &mut found);
    found.stripped.sort_by_key(|stripped| stripped.span.start);
    found
}

/// How many blocks the head of an article has: title, stamp, byline, picture credit, and the first paragraph.
const HEAD: usize = 6;

fn strip_heads(text: &str, blocks: &mut [Block], found: &mut Found) {
    let entries = has_entries(text, blocks);
    for block in blocks.iter_mut().filter(|block| block.kind == BlockKind::Prose).take(HEAD) {
        let words = &text[block.span.clone()];
        if let Some(stamp) = stamp(words).filter(|stamp| !(entries && stamp.is_bare)) {
            take_stamp(block, &stamp, found);
        }
        let words = &text[block.span.clone()];
        if block.kind == BlockKind::Prose
            && let Some(dateline) = dateline(words)
        {
            let start = block.span.start;
            found.stripped.push(Stripped { rule: "dateline", span: start..start + dateline.words });
            found.dateline = dateline.date.map(|(date, span)| (date, start + span.start..start + span.end));
            block.span.start += dateline.length;
            return;
        }
        if block.kind == BlockKind::Prose && words.len() > 200 {
            return;
        }
    }
}

/// Whether paragraphs begin with several days, none of them called the page's: the entries of a chronology, which tell
/// when something happened and not when it was written.
fn has_entries(text: &str, blocks: &[Block]) -> bool {
    let prose = blocks.iter().filter(|block| block.kind == BlockKind::Prose);
    let mut days: Vec<Edtf> = prose
        .filter_map(|block| stamp(&text[block.span.clone()]))
        .filter(|stamp| stamp.is_bare)
        .map(|s| s.date)
        .collect();
    days.dedup();
    days.len() >= ENTRIES
}

/// A page's own date may stand at its head and that of another page at its end.
const ENTRIES: usize = 3;

fn take_stamp(block: &mut Block, stamp: &Stamp, found: &mut Found) {
    let start = block.span.start;
    let date_span = start + stamp.date_span.start..start + stamp.date_span.end;
    match stamp.says {
        Says::Published => found.stamp = found.stamp.take().or(Some((stamp.date, date_span))),
        Says::Updated => found.updated = found.updated.or(Some(stamp.date)),
        Says::Entry => {}
    }
    found.stripped.push(Stripped {
        rule: if stamp.alone { "date-line" } else { "leading-date" },
        span: start..start + stamp.words,
    });
    if stamp.alone {
        block.kind = BlockKind::Boilerplate;
    } else {
        block.span.start += stamp.length;
    }
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs::split;
    use super::*;

    const PROSE: &str = "The ministers met for two hours on Tuesday and agreed to meet again next month in Prague.";

    fn check(text: &str, rules: &[&str], first_prose: &str) -> Found {
        let mut blocks = split(text, 1);
        let found = strip(text, &mut blocks, &["^My Own Line$".to_owned()]);
        assert_eq!(found.stripped.iter().map(|s| s.rule).collect::<Vec<_>>(), rules);
        let prose = blocks.iter().find(|block| block.kind == BlockKind::Prose).map(|block| &text[block.span.clone()]);
        assert_eq!(prose, Some(first_prose));
        found
    }

    #[test]
    fn the_first_sentence_does_not_begin_with_its_date() {
        let text = format!(" date 2024-12-18 {PROSE}");
        let found = check(&text, &["leading-date"], PROSE);
        assert_eq!(found.stamp.map(|(_, span)| &text[span]), Some("2024-12-18"));
    }

    #[test]
    fn a_dateline_is_no_part_of_the_sentence() {
        let text = format!("LONDON, Dec. 7 (Agency) — {PROSE}");
        let found = check(&text, &["dateline"], PROSE);
        assert_eq!(found.dateline.map(|(_, span)| &text[span]), Some("Dec. 7"));
    }

    #[test]
    fn the_whole_head_of_a_pasted_page() {
        let text = format!("By Jane Doe\nPublished 18 December 2024\nUpdated: 19 December 2024\nPRAGUE — {PROSE}");
        let found = check(&text, &["byline", "date-line", "date-line", "dateline"], PROSE);
        assert_eq!(found.author.as_deref(), Some("Jane Doe"));
        assert_eq!(found.updated.map(|date| date.to_string()).as_deref(), Some("2024-12-19"));
        assert_eq!(found.stamp.map(|(date, _)| date.to_string()).as_deref(), Some("2024-12-18"));
    }

    #[test]
    fn the_byline_of_a_page_may_tell_its_day() {
        let found = check(&format!("By Jane Doe | December 18, 2024\n{PROSE}"), &["byline"], PROSE);
        assert_eq!(found.stamp.map(|(date, _)| date.to_string()).as_deref(), Some("2024-12-18"));
    }

    #[test]
    fn the_users_own_lines_go_too() {
        check(&format!("{PROSE}\nmy own line\nLeave a comment"), &["strip_lines", "leave-a-comment"], PROSE);
    }

    #[test]
    fn an_entry_of_a_live_blog_does_not_date_the_page() {
        let found = check(&format!("From 18 Dec 2024 22.17 {PROSE}"), &["leading-date"], PROSE);
        assert_eq!(found.stamp, None);
    }

    #[test]
    fn the_entries_of_a_chronology_do_not_date_the_page() {
        let entries = ["17 August 2021", "5 January 2024", "2 April 2024"].map(|day| format!("{day}: {PROSE}"));
        let found = check(&entries.join("\n"), &[], &entries[0]);
        assert_eq!(found.stamp, None);
    }

    #[test]
    fn the_date_of_a_page_stands_on_a_line_of_its_own() {
        for stamp in [
            "18 December 2024, 11:05",
            "Published: 2024-12-18 10:30",
            "Date: 18.12.2024",
            "12/18/2024",
            "Dec 18, 2024 / 8:32 PM EST / NewsNet",
        ] {
            let found = check(
                &format!("Ministers meet in Prague\n{stamp}\n\n{PROSE}"),
                &["date-line"],
                "Ministers meet in Prague",
            );
            assert_eq!(found.stamp.map(|(date, _)| date.to_string()).as_deref(), Some("2024-12-18"), "{stamp}");
        }
        let found = check(&format!("Published: 08/11/2023 - 16:42\n\n{PROSE}"), &["time-line"], PROSE);
        assert_eq!(found.stamp, None);
    }

    #[test]
    fn marks_of_emphasis_stand_round_a_dateline() {
        let found = check(&format!("**OSLO, Dec. 7** — {PROSE}"), &["dateline"], PROSE);
        assert_eq!(found.dateline.map(|(date, _)| date.to_string()).as_deref(), Some("XXXX-12-07"));
    }

    #[test]
    fn a_date_far_down_is_prose() {
        let text = format!("{PROSE} {PROSE} {PROSE}\nKYIV — {PROSE}\n2024-12-18 {PROSE}");
        check(&text, &[], &format!("{PROSE} {PROSE} {PROSE}"));
    }
}
