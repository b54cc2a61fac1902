//! What was said, without who says it, where there is no room for both.
//!
//! Who says something stays in a headline as long as it fits, and stands beside it in any case. Only what is told as true
//! stands alone, never what is claimed, and what begins with "he" only where nothing else can be told.

use std::ops::Range;

use super::barest::barest;
use super::clause::{Clause, Role};
use super::ending::{is_among, loss_at, says_all};
use super::lexicon::Class;
use super::places::places;
use super::quoted::{Side, is_quoted, mark};
use super::shorten::{Kept, Told, shortened};
use super::spared::spared;
use super::token::Tokens;
use super::verbs::Tense;

/// What stays of the quoted words alone that open `told`; `said` is where the saying begins.
pub(super) fn quoted_words(told: &Told, said: usize) -> Option<Kept> {
    let (tokens, start) = (told.tokens, told.words.start);
    let closes = |at: &usize| mark(tokens, *at).is_some_and(|(side, _)| side == Side::Closing);
    let end = (start + 1..said).find(closes)? + 1;
    let inside = told.clauses.partition_point(|clause| clause.verb.group.end <= end);
    let clauses = &told.clauses[..inside];
    let verb = clauses.iter().find(|clause| clause.role.stands_alone() && clause.verb.tense.is_finite())?;
    kept(told, start..end, verb, false)
}

/// What stays of what `told` says alone: "the envoy said that | the dam would hold". What begins with "he" only where
/// nothing else can be told.
pub(super) fn said_words(told: &Told, how: Alone) -> Option<Kept> {
    let found = |plain: bool| {
        let said = (0..told.clauses.len()).find_map(|said| content(told, said));
        let (words, clause) =
            said.or_else(|| news(told)).filter(|(words, _)| plain == tells_of(told.tokens, words.start))?;
        let closes = |at: &usize| mark(told.tokens, *at).is_some_and(|(side, _)| side == Side::Closing);
        let quoted = is_quoted(told.tokens, &told.words, words.start);
        let end = words.clone().find(closes).filter(|_| quoted).map_or(words.end, |at| at + 1);
        kept(told, words.start..end, clause, how == Alone::Barest)
    };
    match how {
        Alone::Named => found(true),
        Alone::Unnamed => found(false),
        Alone::Barest => found(true).or_else(|| found(false)),
    }
}

/// How what is said is told alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Alone {
    /// Only where it names whom it is about.
    Named,
    /// Only where it begins with "he".
    Unnamed,
    /// As its barest clause.
    Barest,
}

/// The clause behind a verb that tells something as true, and its words.
fn content<'a>(told: &Told<'a>, said: usize) -> Option<(Range<usize>, &'a Clause)> {
    let (tokens, clauses) = (told.tokens, told.clauses);
    let verb = &clauses[said].verb;
    // "The hacker who revealed that the minister lied was caught" tells that he was caught.
    // "Urged him to announce that he left" tells of no word of his.
    let own = clauses[said].role != Role::Relative && !matches!(verb.tense, Tense::Infinitive | Tense::Modal);
    let told_as_true = own && !verb.negated && verb.tense != Tense::Future && is_among(SAYS, tokens.folded(verb.head));
    let mut finite = clauses[said + 1..].iter().filter(|next| next.verb.tense.is_finite() && told_as_true);
    let next = finite.next()?;
    // "Acknowledged | what he called a mistake".
    let asks = matches!(tokens.folded(next.tokens.start), "whether" | "what" | "how" | "why");
    let that = |clause: &Clause| usize::from(tokens.folded(clause.tokens.start) == "that");
    // "Said that while talks went on, | nothing was signed".
    let aside = next.role == Role::Adverbial && tokens.folded(next.tokens.start - 1) == "that";
    let next = if aside { finite.next()? } else { next };
    // "Told talk show host Olga Berg | the charity had learned": who was told is none of it.
    let whom = matches!(tokens.folded(verb.head), "told" | "tells") && next.tokens.start == verb.group.end;
    if whom && that(next) == 0 && !tokens.word(next.tokens.start).is(Class::Subject) {
        return None;
    }
    (aside || next.role == Role::Content && !asks).then(|| (next.tokens.start + that(next)..told.words.end, next))
}

/// Verbs that tell something as true.
const SAYS: &str = "said says told tells reported reports announced announces announce confirmed confirms confirm added adds stated states wrote noted notes explained explains shown shows showed found finds revealed reveals reveal disclosed discloses acknowledged acknowledges admitted admits stressed emphasized emphasised";

/// "The disclosure last week that | Norway sells arms": what is news in a noun, and its words.
fn news<'a>(told: &Told<'a>) -> Option<(Range<usize>, &'a Clause)> {
    let tokens = told.tokens;
    let first = told.clauses.first().filter(|first| first.role == Role::Relative && first.verb.tense.is_finite())?;
    let that = (told.words.start..first.verb.group.start).find(|at| tokens.folded(*at) == "that")?;
    let noun = (told.words.start..that).any(|at| is_among(NEWS, tokens.folded(at)));
    let main = told.clauses[1..].iter().find(|clause| clause.role.stands_alone())?;
    noun.then(|| (that + 1..main.tokens.start, first))
}

/// Nouns that tell something as true.
const NEWS: &str = "announcement confirmation disclosure news revelation";

/// Whether words at `at` say whom they are about, and do not begin with "he".
fn tells_of(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    !word.any(&[Class::Subject, Class::Pronoun]) || matches!(tokens.folded(at), "there" | "all" | "some")
}

/// What stays of the words from `start` to `end` that `clause` carries: of somebody's own words, only a beginning.
fn kept(told: &Told, own: Range<usize>, clause: &Clause, bare: bool) -> Option<Kept> {
    let (whole, start, end) = (&told.words, own.start, own.end);
    let inside = told.clauses.partition_point(|clause| clause.verb.group.end <= end);
    let from = told.clauses.partition_point(|clause| clause.verb.group.end <= start);
    let (verb, clauses) = (clause.verb.group.clone(), &told.clauses[from..inside]);
    let words = Told { tokens: told.tokens, words: own, verb, clauses, names: told.names };
    let least = words.verb.end + usize::from(!says_all(told.tokens, clause));
    let spares = if is_quoted(told.tokens, whole, start) { Vec::new() } else { spared(&words) };
    let least = least.max(start + 4).min(end);
    let mut kept = match bare {
        true if is_quoted(told.tokens, whole, start) => return None,
        true => barest(&words)?,
        false => shortened(&words, &spares, places(&words, least), |at| loss_at(&words, at))?,
    };
    if start > whole.start {
        kept.gaps.insert(0, whole.start..start);
    }
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the headline of the first mention.
    fn check(text: &str, expected: &str) {
        assert_eq!(sample::mentions("2024-03-20", text)[0].headline, expected, "{text}");
    }

    #[test]
    fn what_is_said_stands_alone_where_there_is_no_room() {
        check(
            "Last week a senior commander of the northern army said the goal of the new offensive was to seize control of \
             southern Norway.",
            "The goal of the new offensive was to seize control of southern Norway",
        );
        check(
            "The spokeswoman of the northern foreign ministry of Norway said on Monday that while the talks were going on, \
             “no concrete result has been seen in Oslo.”",
            "“No concrete result has been seen in Oslo.”",
        );
        check(
            "“The last week in Oslo has shown that the enemy of us all does not even try to aim at our barracks any more,” \
             Olga Berg said on Monday.",
            "“The enemy of us all does not even try to aim at our barracks any more”",
        );
    }

    #[test]
    fn what_is_told_in_the_present_stands_alone_too() {
        check(
            "The old state council of the northern republic of Norway announces on Monday that the ban on ships in Bergen \
             will be extended.",
            "The ban on ships in Bergen will be extended",
        );
        // Who is "she"? Who says so is told before that.
        check(
            "Olga Berg, executive secretary of the northern council of ministers in Norway, announces on Monday that she will \
             leave Oslo.",
            "Olga Berg announces on Monday that she will leave Oslo",
        );
    }

    #[test]
    fn what_is_only_claimed_does_not() {
        check(
            "A senior commander of the northern army claimed on Monday the goal of the new offensive was Oslo’s freedom.",
            "A senior commander of the northern army claimed the goal of the new offensive was…",
        );
    }
}
