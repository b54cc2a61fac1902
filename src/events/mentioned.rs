//! Dates of what a clause only mentions: the vote it calls for, the murder of a trial, the talks it comes ahead of.
//!
//! News sets them at the end of the clause, where the day of the verb stands as well. Where nobody can tell which of the two
//! it is, the clause has no day.

use std::ops::Range;

use chrono::NaiveDate;

use super::belongs::PERFECT_DAYS;
use super::clause::Clause;
use super::date::Sentence;
use super::lexicon::Class;
use super::token::{Shape, Tokens};
use super::verbs::Tense;

/// "Proposed a debate on the evening of August 1", "called for a vote on Friday": when they are to meet, or when it was
/// proposed; nobody can tell.
pub(super) fn is_of_proposal(tokens: &Tokens, clause: &Clause, date: &Range<usize>) -> bool {
    let verb = &clause.verb;
    let called = tokens.folded(verb.head) == "called" && tokens.folded(verb.group.end) == "for";
    let proposes = matches!(
        tokens.folded(verb.head),
        "approved"
            | "announced"
            | "banned"
            | "canceled"
            | "cancelled"
            | "confirmed"
            | "demanded"
            | "pledged"
            | "promised"
            | "proposed"
            | "requested"
            | "scrapped"
            | "sought"
            | "suggested"
            | "wanted"
    );
    let off = tokens.folded(verb.head) == "called" && tokens.folded(verb.group.end) == "off";
    // "Confirmed the envoy in a vote on Friday".
    let mut object = (verb.group.end + usize::from(called || off)..date.start)
        .take_while(|at| !tokens.word(*at).is(Class::Preposition));
    (proposes || called || off) && !verb.passive && object.any(|at| is_gathering(tokens.folded(at)))
}

/// What people come together for on a day that is set.
fn is_gathering(word: &str) -> bool {
    let one = if word == "rallies" { "rally" } else { word.strip_suffix('s').unwrap_or(word) };
    matches!(
        one,
        "meeting"
            | "talk"
            | "summit"
            | "visit"
            | "trip"
            | "vote"
            | "referendum"
            | "election"
            | "debate"
            | "rally"
            | "protest"
            | "march"
            | "strike"
            | "walkout"
            | "session"
            | "hearing"
            | "conference"
            | "ceremony"
            | "match"
    )
}

/// "Landed in Oslo ahead of talks on Friday", "left before the vote on Sunday": the day of what is to come.
pub(super) fn is_of_what_comes(tokens: &Tokens, clause: &Clause, words: &Range<usize>, date: &Range<usize>) -> bool {
    let before = |at: &usize| match tokens.folded(*at) {
        "of" => tokens.folded(at.max(&1) - 1) == "ahead",
        "to" => tokens.folded(at.max(&1) - 1) == "prior",
        word => word == "before",
    };
    // A comma parts what is told before it.
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let mut near = (words.start..date.start).rev().take_while(|at| !comma(at));
    let Some(before) = near.find(before) else { return false };
    // "Speaks before a session of Congress on Friday".
    let place = |at: usize| tokens.folded(before) == "before" && matches!(tokens.folded(at), "session" | "hearing");
    let told = (before..date.start).contains(&clause.verb.head);
    !told && (before + 1..date.start).any(|at| is_gathering(tokens.folded(at)) && !place(at))
}

/// "Was charged with the murder of a man on July 4": courts take their time, so a day of a month may well be that of the
/// deed, as a weekday of late is not; and "has been charged" has no day.
pub(super) fn is_of_crime(tokens: &Tokens, clause: &Clause, date: &Range<usize>) -> bool {
    let verb = &clause.verb;
    let crime = |at: usize| tokens.word(at).is(Class::Happening) || tokens.word(at).sort.is_some();
    let ground = |at: usize| matches!(tokens.folded(at), "of" | "with" | "for" | "over");
    let mut behind = verb.group.end..date.start;
    let old = verb.tense == Tense::PresentPerfect || is_of_month(tokens, date.clone());
    // "Denied a raid on 4 July".
    let owned = matches!(tokens.folded(verb.head), "admitted" | "blamed" | "condemned" | "confessed" | "denied");
    owned && is_of_month(tokens, date.clone()) && behind.clone().any(crime)
        || is_tried(tokens.folded(verb.head)) && old && behind.any(ground) && behind.any(crime)
}

fn is_of_month(tokens: &Tokens, mut date: Range<usize>) -> bool {
    date.any(|at| tokens.word(at).is(Class::Month))
}

/// "Promised to leave on Friday", "denied striking the port on Friday", "condemned the attack on Friday", "flew in for a summit
/// on Friday", "warned of storms on Friday": the day of the word or that of what it is about; nobody can tell.
pub(super) fn is_of_either(sentence: &Sentence, at: usize, date: &Range<usize>) -> bool {
    let (tokens, clause) = (sentence.tokens, &sentence.clauses[at]);
    let head = tokens.folded(clause.verb.head);
    let between = clause.verb.group.end.min(date.start)..date.start;
    // "Threatened to leave on Thursday in a speech": that is when he spoke.
    let told =
        matches!(tokens.folded(date.end), "in" | "during" | "at") && tokens.word(date.end + 1).is(Class::Determiner);
    let parted = told || between.is_empty() || between.clone().any(|at| tokens.folded(at) == ",");
    let above = clause.parent.filter(|above| *above < at && !parted).map(|above| &sentence.clauses[above].verb);
    let is_above = |words: &[&str]| above.is_some_and(|above| words.contains(&tokens.folded(above.head)));
    let deed = |at: usize| tokens.word(at).is(Class::Happening) || is_gathering(tokens.folded(at));
    let on = tokens.folded(date.start.max(1) - 1) == "on";
    // "Condemned the attack | on Friday".
    let noun = date.start.saturating_sub(1 + usize::from(on));
    let mut object = between.clone().take_while(|at| !tokens.word(*at).is(Class::Preposition));
    let last_is = |words: &[&str]| between.contains(&noun) && words.contains(&tokens.folded(noun));
    let coming = || between.clone().any(|at| tokens.folded(at) == "for") && is_gathering(tokens.folded(noun));
    match clause.verb.tense {
        Tense::Infinitive => is_above(&ASKS),
        Tense::Participle => is_above(&["denied", "admitted", "confessed"]) && !clause.verb.passive,
        _ if parted => false,
        _ if JUDGES.contains(&head) => on && between.contains(&noun) && deed(noun) && object.any(|at| at == noun),
        _ if MOVES.contains(&head) => between.contains(&noun) && coming(),
        _ => matches!(head, "warned" | "forecast" | "predicted") && last_is(&FORESEEN),
    }
}

const ASKS: [&str; 15] = [
    "called",
    "promised",
    "threatened",
    "vowed",
    "pledged",
    "offered",
    "intended",
    "hoped",
    "urged",
    "asked",
    "told",
    "invited",
    "begged",
    "instructed",
    "swore",
];

const JUDGES: [&str; 10] = [
    "condemned",
    "praised",
    "hailed",
    "denounced",
    "criticised",
    "criticized",
    "mourned",
    "lamented",
    "deplored",
    "decried",
];

const MOVES: [&str; 8] = ["landed", "arrived", "flew", "travelled", "traveled", "came", "gathered", "left"];

const FORESEEN: [&str; 12] = [
    "storm",
    "storms",
    "thunderstorms",
    "rain",
    "floods",
    "flooding",
    "snow",
    "winds",
    "delays",
    "disruption",
    "strikes",
    "protests",
];

/// What courts and police do to somebody for a deed.
pub(super) fn is_tried(head: &str) -> bool {
    matches!(
        head,
        "accused"
            | "acquitted"
            | "arrested"
            | "charged"
            | "cleared"
            | "convicted"
            | "faces"
            | "fined"
            | "guilty"
            | "indicted"
            | "jailed"
            | "sentenced"
            | "suspected"
            | "tried"
            | "wanted"
    )
}

/// "With the vote due this September, he left", "after a test in January, the council met": what opens a sentence says what
/// went before, and what went before in another week is of another day.
pub(super) fn is_of_opening(
    sentence: &Sentence,
    clause: &Clause,
    date: &Range<usize>,
    last: Option<(NaiveDate, NaiveDate)>,
) -> bool {
    let (tokens, first) = (sentence.tokens, sentence.range.start);
    let opens = match tokens.folded(first) {
        "with" => true,
        "after" | "following" | "despite" | "amid" => {
            last.is_some_and(|(at, day)| (at - day).num_days() > PERFECT_DAYS)
        }
        _ => false,
    };
    opens && date.end < clause.verb.group.start && tokens.folded(date.end) == ","
}

/// "Readied themselves for Sunday", "braced for a storm on Monday": the day of what they wait for.
pub(super) fn is_made_ready_for(tokens: &Tokens, clause: &Clause, at: usize) -> bool {
    let readies = ["prepar", "readi", "ready", "brac", "gear"];
    let verb = &clause.verb;
    let readies = readies.iter().any(|stem| tokens.folded(verb.head).starts_with(stem));
    readies && (verb.group.end..at).any(|at| tokens.folded(at) == "for")
}

/// "Reported 20 deaths, up from 10 on Monday", "earned 3 million, compared with 2 million a year earlier": the day of what
/// a figure is set against.
pub(super) fn is_of_comparison(tokens: &Tokens, clause: &Clause, date: usize) -> bool {
    let number = |at: usize| tokens.all[at].shape == Shape::Number || tokens.word(at).is(Class::Number);
    let against = |at: &usize| match tokens.folded(*at) {
        "from" => matches!(tokens.folded(at - 1), "up" | "down"),
        "with" | "to" => tokens.folded(at - 1) == "compared",
        word => matches!(word, "versus" | "against"),
    };
    let from = clause.verb.group.end..date;
    let Some(mark) = from.clone().rfind(|at| *at > clause.verb.group.start && against(at)) else { return false };
    let behind = mark + 1..date;
    behind.len() <= FIGURE && behind.clone().any(number) && !behind.into_iter().any(|at| tokens.folded(at) == "to")
}

/// How many words a figure takes with its signs: "$100 million, or $2.03 a share,".
const FIGURE: usize = 14;

/// "Must answer by Friday".
pub(super) fn is_duty(tokens: &Tokens, clause: &Clause) -> bool {
    matches!(tokens.folded(clause.verb.group.start), "must" | "should" | "shall")
}

/// "Promises to", "has vowed to": what is promised now is to come.
pub(super) fn promises(tokens: &Tokens, clause: &Clause) -> bool {
    let stems = ["promis", "threaten", "vow", "pledg", "urg", "ask", "offer", "invit", "intend", "hope", "agree"];
    let now = matches!(clause.verb.tense, Tense::Present | Tense::PresentPerfect | Tense::Progressive);
    now && stems.iter().any(|stem| tokens.folded(clause.verb.head).starts_with(stem))
}
