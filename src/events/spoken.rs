//! Days that somebody speaks of who may speak on another day than the article.
//!
//! "Yesterday", "three days ago" and "last Friday" count from when they are said. In the writer's own words that is the day
//! of publication; in a quotation it is the day of the speech, which need not be told.

use std::ops::Range;

use chrono::NaiveDate;

use super::clause::{Clause, Role};
use super::date::{Found, Sentence};
use super::lexicon::Class;
use super::quoted::is_quoted;
use super::token::{Shape, Tokens};
use crate::model::DateBasis;

/// "“I will call him tonight,” he said": a day of him who speaks, and nobody tells when he spoke.
pub(super) fn is_said_then(tokens: &Tokens, sentence: &Range<usize>, date: &Range<usize>) -> bool {
    let own = |at: usize| match tokens.folded(at) {
        "today" | "tonight" | "tomorrow" | "yesterday" => true,
        "same" => tokens.folded(at + 1) == "day",
        // "Two weeks ago" is no day.
        "ago" if at > 0 => matches!(tokens.folded(at - 1), "day" | "days" | "hours"),
        "last" | "this" => matches!(tokens.folded(at + 1), "night" | "morning" | "afternoon" | "evening"),
        _ => false,
    };
    date.clone().any(own) && is_quoted(tokens, sentence, date.start)
}

/// Doubts the days that cannot be counted from publication: of "on 20 July he wrote that rebels had come two days ago" that
/// would be after he wrote it, and in a quotation "last Friday" is that before he spoke.
pub(super) fn doubt_days(sentence: &Sentence, found: &mut [Option<Found>], published: Option<NaiveDate>) {
    let Some((says, said)) = saying(sentence, found).filter(|(_, said)| Some(*said) != published) else { return };
    for (at, clause) in sentence.clauses.iter().enumerate().filter(|(at, _)| *at != says) {
        let Some(own) = found[at].as_mut().filter(|own| own.dated.basis == DateBasis::Relative) else { continue };
        let Some(words) = own.dated.words.as_ref() else { continue };
        let first = clause.tokens.clone().find(|at| sentence.tokens.all[*at].start as usize >= words.start);
        let quoted = first.is_some_and(|first| is_quoted(sentence.tokens, sentence.range, first));
        let told = clause.role == Role::Content && clause.parent == Some(says);
        let later = clause.verb.tense.is_past() && own.dated.date.first_day().is_some_and(|first| first > said);
        own.weak |= (quoted || told) && later;
    }
}

/// The clause that says something, and the day it names for that.
fn saying(sentence: &Sentence, found: &[Option<Found>]) -> Option<(usize, NaiveDate)> {
    let says = |at: &usize| sentence.tokens.word(sentence.clauses[*at].verb.head).is(Class::Saying);
    let at = (0..found.len()).find(says)?;
    let own = found[at].as_ref().filter(|own| !own.weak)?;
    Some((at, own.dated.date.exact_day()?))
}

/// "Said in a statement | released on Sunday", "were shown in a video | aired on Monday": whoever says or shows something does
/// so on the day it is made known.
pub(super) fn is_made_known(sentence: &Sentence, at: usize) -> bool {
    let (tokens, clause, next) = (sentence.tokens, &sentence.clauses[at], &sentence.clauses[at + 1]);
    let head = tokens.folded(clause.verb.head);
    let shows = tokens.word(clause.verb.head).any(&[Class::Saying, Class::Claiming, Class::Stance])
        || matches!(head, "shown" | "seen" | "heard" | "appeared" | "made" | "repeated" | "gave");
    let issued = ["released", "published", "issued", "aired", "broadcast", "posted", "circulated", "shared"];
    let known = issued.contains(&tokens.folded(next.verb.head))
        && is_of_said_thing(tokens, clause.verb.group.end, next.verb.group.start);
    // "With" only tells who was asked, and "of" who that is.
    let within = (clause.verb.group.end..next.verb.group.start)
        .rfind(|at| tokens.word(*at).is(Class::Preposition) && !matches!(tokens.folded(*at), "with" | "of"));
    shows && known && within.is_some_and(|at| matches!(tokens.folded(at), "in" | "on"))
}

/// "Agreed on it at a meeting of envoys | held in Oslo on Friday": what is done at a meeting is done on its day.
pub(super) fn is_held_then(sentence: &Sentence, at: usize) -> bool {
    let (tokens, clause, next) = (sentence.tokens, &sentence.clauses[at], &sentence.clauses[at + 1]);
    let held = matches!(tokens.folded(next.verb.head), "held" | "convened" | "hosted" | "staged");
    let words = clause.verb.group.end..next.verb.group.start;
    let Some(place) = words.clone().find(|at| tokens.folded(*at) == "at").filter(|_| held) else { return false };
    let about = |at: usize| matches!(tokens.folded(at), "for" | "about" | "over" | "from" | ",");
    let happening = |at: usize| tokens.word(at).is(Class::Happening);
    !(words.start..place).any(about) && (place..words.end).any(happening)
}

/// "In a statement | released on Friday", "in an interview with the Post | aired on Friday": whether the words from `first`
/// end with what is said, and with whom.
pub(super) fn is_of_said_thing(tokens: &Tokens, first: usize, end: usize) -> bool {
    let said = |at: usize| at >= first && tokens.word(at).is(Class::SaidThing);
    let with = || (first..end).rfind(|at| tokens.folded(*at) == "with");
    said(end - 1)
        || with().is_some_and(|with| with > first && said(with - 1) && !(with..end).any(|at| tokens.folded(at) == ","))
}

/// "The statement, issued on Monday, suggested": what is said was said when it came out.
pub(super) fn is_issued(sentence: &Sentence, clause: &Clause) -> bool {
    let before = sentence.range.start..clause.verb.group.start;
    before.is_empty() || before.clone().any(|at| sentence.tokens.word(at).is(Class::SaidThing))
}

/// "In June, Karim said on Monday, rebels left the town": when he said so, in a sentence that opens with the time of what he
/// tells.
pub(super) fn is_of_inserted_saying(sentence: &Sentence, at: usize, byte: usize) -> bool {
    let tokens = sentence.tokens;
    let (0, [first, next, ..]) = (at, sentence.clauses) else { return false };
    let verb = &first.verb.group;
    let Some(comma) = (first.tokens.start + 1..verb.start).find(|at| tokens.folded(*at) == ",") else { return false };
    let closed = (verb.end..next.verb.group.start).find(|at| tokens.folded(*at) == ",");
    let day = |at: usize| tokens.word(at).any(&[Class::Weekday, Class::Preposition]);
    let plain = |at: usize| !tokens.word(at).any(&[Class::QuoteMark, Class::Conjunction, Class::Relative]);
    let told = |closed: usize| {
        (verb.end..closed).all(day)
            && closed + 1 < next.verb.group.start
            && (closed + 1..next.verb.group.start).all(plain)
    };
    let behind = byte > tokens.all[first.verb.head].start as usize;
    let opens = comma <= first.tokens.start + OPENING && tokens.word(comma - 1).any(&[Class::Month, Class::Number]);
    let opens = opens || tokens.all[comma - 1].shape == Shape::Number;
    let says = tokens.word(first.verb.head).is(Class::Saying) && next.verb.tense.is_finite();
    behind && opens && says && next.role != Role::Relative && closed.is_some_and(told)
}

/// How many words a time has that opens a sentence.
const OPENING: usize = 4;

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the days of what is listed of a sentence behind a first one.
    fn check(text: &str, expected: &[&str]) {
        let found = sample::mentions("2024-03-20", &format!("Basra is old.\n{text}"));
        let dates = found.iter().filter(|mention| mention.listed).filter_map(|mention| mention.date.as_ref());
        assert_eq!(dates.map(|dated| dated.date.to_string()).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn what_is_done_at_a_meeting_or_in_a_video_is_of_its_day() {
        check("Iraq backed Basra at a meeting of envoys held in Mosul on Monday.", &["2024-03-18"]);
        check("Ali Karim said Iraq would leave Basra after speaking with envoys in Mosul on Monday.", &["2024-03-18"]);
        check("Ali Karim made the same point in a video posted in Mosul on Monday.", &["2024-03-18"]);
        check("Ali Karim was blamed for a scuffle at a rally held in Mosul on Monday.", &[]);
    }

    #[test]
    fn a_mark_may_open_a_text() {
        assert!(
            !sample::mentions("2024-03-20", ",Iraq left Mosul on Monday -- and a flood followed on Friday.").is_empty()
        );
    }

    #[test]
    fn an_entry_of_a_live_report_counts_from_its_own_day() {
        check("19 March 2024 23.08 Ali Karim came to Mosul today.", &["2024-03-19"]);
        check("20 March 2024 00.14 Ali Karim came to Mosul today.", &["2024-03-20"]);
    }

    #[test]
    fn a_day_counted_from_a_speech_is_not_counted_from_publication() {
        check("“Rebels of Iraq left Mosul three days ago,” Ali Karim told reporters.", &[]);
        check("“Last night rebels of Iraq left Mosul,” Ali Karim said.", &[]);
        check("“On Monday rebels attacked Mosul,” Ali Karim said.", &["2024-03-18"]);
        check("Rebels of Iraq left Mosul three days ago, Ali Karim said.", &["2024-03-17"]);
        check("“Last Friday, rebels left Mosul,” Ali Karim said in a video on 10 March.", &["2024-03-10"]);
        check("On 10 March, Ali Karim said rebels had left Mosul two days ago.", &["2024-03-10"]);
        check("On 10 March, Ali Karim said rebels had left Mosul on 8 March.", &["2024-03-10", "2024-03-08"]);
        check(
            "Ali Karim said on Monday that rebels had left Mosul last week.",
            &["2024-03-18", "2024-03-11/2024-03-17"],
        );
    }
}
