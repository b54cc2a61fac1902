//! A headline without "today" and "last week": the day stands beside it, and who reads it later has another today.

use std::ops::Range;

use super::ending::is_bare;
use super::finite::is_possessive;
use super::lexicon::{Class, Form};
use super::quoted::is_quoted;
use super::shorten::{Kept, Told};
use super::spared::times;
use super::stopgap::hangs;
use super::when::when;

/// Words that tell a day as seen from the day of writing.
const SEEN: [&str; 8] = ["today", "yesterday", "tonight", "this", "last", "next", "ago", "earlier"];

/// Leaves out what stays of the words at the bytes `day`, if they tell the day as seen from that of writing and the rest is
/// whole without them. Somebody's words, told by the marks of the `sentence`, stay whole.
pub(super) fn without_day(told: &Told, sentence: &Range<usize>, day: Option<&Range<usize>>, mut kept: Kept) -> Kept {
    let (tokens, Some(day)) = (told.tokens, day) else { return kept };
    let words = told.words.start..kept.end;
    let is_day = |at: usize| day.start <= tokens.all[at].span().start && tokens.all[at].span().end <= day.end;
    let Some(first) = words.clone().find(|at| is_day(*at)) else { return kept };
    // "Then last month, | the two met".
    let then = usize::from(tokens.word(words.start).is(Class::Adverb) && first == words.start + 1);
    let comma = |end: usize| end + usize::from(tokens.folded(end) == ",");
    // "Last month's truce was broken": the month is the truce's.
    let apart = |end: &usize| !is_possessive(tokens, *end);
    let opens = || when(tokens, words.start + then..words.end).filter(apart).map(|end| words.start..comma(end));
    // "Began last week|, when the ministers met": the comma goes with the week.
    let when_comma = |end: usize| if tokens.folded(end + 1) == "when" { comma(end) } else { end };
    let inside = || {
        let part = times(told).flat_map(|spare| spare.parts).find(|part| part.contains(&first))?;
        Some(part.start..when_comma(part.end))
    };
    let part = if first == words.start + then { opens() } else { inside() };
    // "Last week | proved that it works": there the week is what proved it.
    let does =
        |at: usize| tokens.word(at).can(Form::Past) || tokens.word(at).any(&[Class::Be, Class::Have, Class::Modal]);
    let is_subject = |part: &Range<usize>| part.start == words.start && told.verb.start == part.end && does(part.end);
    let part = part.filter(|part| !is_subject(part));
    let fits = |part: &Range<usize>| {
        let seen = part.clone().any(|at| SEEN.contains(&tokens.folded(at)));
        let says = part.start > words.start && tokens.word(part.start - 1).any(&[Class::Saying, Class::Claiming]);
        let ends = part.end >= kept.end && (says || hangs(told, part.start) || is_bare(told, part.start));
        let meets = kept.gaps.iter().any(|gap| gap.start < part.end && part.start < gap.end);
        let few = words.len() < part.len() + 3;
        seen && !ends && !meets && !few && part.end <= kept.end && !is_quoted(tokens, sentence, part.start)
    };
    kept.gaps.extend(part.filter(fits));
    kept.gaps.sort_unstable_by_key(|gap| gap.start);
    kept
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the headline of the first mention.
    fn check(text: &str, expected: &str) {
        assert_eq!(sample::mentions("2024-03-20", text)[0].headline, expected, "{text}");
    }

    #[test]
    fn a_day_that_is_another_for_the_reader_goes() {
        check("Last month's truce in Mosul was broken by Iraq.", "Last month's truce in Mosul was broken by Iraq");
        check("Iraq opened the dam in Mosul yesterday.", "Iraq opened the dam in Mosul");
        check("The mayor of Mosul said earlier this week the dam was old.", "The mayor of Mosul said the dam was old");
        check("The ministry will this week announce a plan for Mosul.", "The ministry will announce a plan for Mosul");
        check(
            "The talks in Mosul began last week, when ministers of Iraq met.",
            "The talks in Mosul began when ministers of Iraq met",
        );
        check("Yesterday ministers of Iraq met in Mosul.", "Ministers of Iraq met in Mosul");
        check("Last week proved that Mosul is in Iraq.", "Last week proved that Mosul is in Iraq");
        check("Then last month, the ministers of Iraq met in Mosul.", "The ministers of Iraq met in Mosul");
    }

    #[test]
    fn who_is_told_is_none_of_what_is_told() {
        check(
            "On Wednesday, the Grammy-winning artist told talk show host Olga Berg the charity had “learned from our mistakes”.",
            "The Grammy-winning artist told Olga Berg the charity had “learned from our mistakes”",
        );
    }

    #[test]
    fn a_weekday_and_what_the_rest_needs_stay() {
        check("Iraq opened the dam in Mosul on Monday.", "Iraq opened the dam in Mosul on Monday");
        check("Ali Karim said: “We leave Mosul today.”", "Ali Karim said: “We leave Mosul today.”");
        check("Ali Karim left Mosul, the mayor said today.", "Ali Karim left Mosul");
        check("Iraq met the deadline of last week in Mosul.", "Iraq met the deadline of last week in Mosul");
    }
}
