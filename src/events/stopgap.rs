//! Where the words of a headline end when nothing better fits: a complete clause of which much is lost.
//!
//! "The envoys signed a contract | of two years with the firm" still tells what was done. A count keeps what is counted,
//! and who says something keeps what was said.

use super::clause::Clause;
use super::ending::{is_among, is_measure, is_thing, is_whole};
use super::joined::{ends_list, is_pair};
use super::lexicon::{Class, Form};
use super::shorten::Told;
use super::token::{Shape, Tokens};
use super::verbs::Verb;

/// Where a noun phrase ends that only goes on: "signing a contract | of two years", "signed a law | that bars them". Much
/// is lost with it, and so it is dearer than all else.
pub(super) fn stopgap(told: &Told, at: usize) -> Option<u32> {
    let (tokens, clauses) = (told.tokens, told.clauses);
    if matches!(tokens.all[at].shape, Shape::Mark | Shape::Number) || at <= told.verb.end {
        return None;
    }
    let (word, before) = (tokens.word(at), tokens.word(at - 1));
    let last = at - 1 - usize::from(tokens.written(at - 1) == "”");
    let noun = is_thing(tokens, last)
        && tokens.all[last].shape != Shape::Number
        && !before.any(&[Class::Pronoun, Class::Weekday, Class::Month]);
    let phrase = !word.is(Class::Month) && tokens.all[at].shape != Shape::Capitals;
    if !noun || !phrase {
        return None;
    }
    let verbs = clauses.iter().filter(|clause| clause.verb.group.end < at);
    let last = verbs.max_by_key(|clause| clause.verb.group.end).map(|clause| &clause.verb);
    let says = last.is_some_and(|verb| {
        tokens.word(verb.head).any(&[Class::Saying, Class::Holding, Class::Claiming, Class::Showing])
    });
    let goes_on = match tokens.folded(at) {
        "of" => !is_share(tokens, at - 1) && !is_amount(tokens, at + 1),
        "and" => !is_pair(tokens, at) && !tokens.all[at - 1].is_capital() && !is_compound(tokens, at),
        "or" => !is_pair(tokens, at),
        "that" if says => before.is(Class::SaidThing) && !is_object(told, at),
        "that" | "which" | "who" | "where" => is_whole(told, at) || before.any(&[Class::SaidThing, Class::Voiced]),
        _ => (!says || is_object(told, at)) && tells(told, at),
    };
    goes_on.then_some(LAST)
}

/// Whether the words before `at` say nothing without those behind it.
pub(super) fn hangs(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let (word, before) = (tokens.word(at), tokens.word(at - 1));
    // "Said the army was not | in full control": never without what is denied.
    let month = before.is(Class::Month) && tokens.all[at - 1].is_capital();
    let hangs = before.any(&[Class::Not, Class::Be, Class::Have, Class::Modal]) && !month
        || before.is(Class::Link) && is_link(told, at);
    // "A bridge that is critical | for the army".
    let described = word.is(Class::Preposition) && before.usual == b'a' && !tokens.all[at - 1].is_capital();
    let described = described && tokens.folded(at - 1) != "overnight";
    let hangs = hangs || described && !before.can(Form::Noun) && !before.can(Form::Adverb);
    // "Had hit it the night | before."
    let alone = matches!(tokens.folded(at + 1), "" | "." | "," | ";" | "!" | "?");
    let hangs = hangs || word.is(Class::Preposition) && alone || is_day_before(tokens, at);
    // "Reported no suspected | or confirmed cases".
    let none = before.usual == b'p' && at > 1 && matches!(tokens.folded(at - 2), "no" | "any");
    let hangs = hangs || none;
    // "Almost | three weeks ago".
    let rough =
        matches!(tokens.folded(at - 1), "almost" | "nearly" | "roughly" | "barely" | "exactly" | "just" | "only");
    // "As early | as Monday".
    let early =
        at > 1 && tokens.folded(at) == "as" && (tokens.folded(at - 2) == "as" || tokens.folded(at - 1) == "much");
    // "Warned against any attempt | by rebels".
    let tries = || is_among("attempt attempts effort efforts move talk hint", tokens.folded(at - 1));
    let any = word.is(Class::Preposition) && at > 1 && tokens.folded(at - 2) == "any" && tries();
    let hangs = hangs || any || early || rough && is_measure(tokens, at);
    // ", the second time | in two days".
    let again =
        tokens.folded(at - 1) == "time" && at > 3 && tokens.folded(at - 4) == "," && tokens.folded(at - 3) == "the";
    let hangs = hangs || again;
    let number = |at: usize| tokens.all[at].shape == Shape::Number;
    let joint = word.is(Class::Conjunction);
    // "In art, biology | and languages", "the events of 1 | and 2 April".
    let listed = joint && ends_list(tokens, at, told.words.start, told.words.end);
    let hangs = hangs || listed || joint && number(at - 1) && number(at + 1);
    // "Helped to stop more people | from entering the town".
    let hangs = hangs || tokens.folded(at) == "from" && tokens.word(at + 1).can(Form::Gerund);
    // "Because of talks between him | and other mayors".
    let plain = |at: &usize| tokens.all[*at].is_word() && !tokens.word(*at).is(Class::Conjunction);
    let pair = |at: usize| tokens.folded(at) == "between";
    let hangs = hangs || joint && (told.words.start..at).rev().take_while(plain).take(8).any(pair);
    // "In economic | and other affairs".
    let joined = word.is(Class::Conjunction) || tokens.folded(at) == ",";
    let bound = at > 1 && tokens.word(at - 2).any(&[Class::Preposition, Class::Determiner]);
    let hangs = hangs || joined && bound && before.usual == b'a' && !before.can(Form::Noun);
    // "A medium-| to long-range gun", "one soldier | to ten of theirs".
    let glued = |mark: usize| tokens.written(mark) == "-" && tokens.all[mark - 1].end == tokens.all[mark].start;
    let ratio = tokens.folded(at) == "to"
        && (tokens.all[at + 1].shape == Shape::Number || tokens.word(at + 1).is(Class::Number))
        && (at.saturating_sub(4)..at - 1).any(|at| tokens.word(at).is(Class::Number));
    let hangs = hangs || ratio || at > 1 && (glued(at) || glued(at - 1));
    // "Not only rose | but fell".
    let only =
        |at: &usize| tokens.folded(*at) == "only" && at.checked_sub(1).is_some_and(|at| tokens.folded(at) == "not");
    hangs || (told.words.start..at).rfind(only).is_some_and(|only| (only..at).all(|at| tokens.folded(at) != "but"))
}

/// "Banned the journalists | from entering", "labelled the fund | as undesirable", "sentenced two men | to death": whether what a verb does to its object
/// comes behind `at`.
pub(super) fn is_left_open(told: &Told, verb: &Verb, at: usize) -> bool {
    let tokens = told.tokens;
    let word = match tokens.folded(verb.head) {
        "banned" | "bans" | "ban" | "barred" | "bars" | "prevented" | "prevents" if !verb.passive => "from",
        "sentenced" | "sentences" => "to",
        "labelled" | "labeled" | "designate" | "designated" | "branded" | "classified" | "described" => "as",
        _ => return false,
    };
    // "Sentenced the man who killed four people | to life in prison".
    if word == "to" {
        let prison = |at: usize| {
            is_among("death life prison jail time", tokens.folded(at))
                || tokens.all[at].shape == Shape::Number
                || tokens.word(at).is(Class::Number)
        };
        return (at..told.words.end)
            .any(|at| tokens.folded(at) == word && (at + 1..(at + 4).min(told.words.end)).any(prison));
    }
    let finite = |clause: &&Clause| clause.verb.tense.is_finite() && clause.verb.group.start > verb.head;
    let next = told.clauses.iter().find(finite);
    (at..next.map_or(told.words.end, |next| next.tokens.start)).any(|at| tokens.folded(at) == word)
}

/// "In order | to leave", "according | to him"; not "won an order | from Norway".
fn is_link(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let noun = is_among(
        "order response addition exchange line contrast relation reference regard connection",
        tokens.folded(at - 1),
    );
    !noun || tokens.folded(at) == "of" || at > 1 && tokens.word(at - 2).is(Class::Preposition)
}

/// "Amid fears | Hansen would sell", "asked about reports | the firm had sold": a noun that tells what, and what it tells.
pub(super) fn tells(told: &Told, at: usize) -> bool {
    let (tokens, before) = (told.tokens, told.tokens.word(at - 1));
    let opens = tokens.all[at].is_capital() || tokens.word(at).is(Class::Determiner);
    let phrase =
        |at: &usize| tokens.all[*at].is_word() && !tokens.word(*at).any(&[Class::Preposition, Class::Conjunction]);
    let end = (at..told.words.end).take_while(phrase).last().map_or(at, |last| last + 1);
    let verb = |clause: &&Clause| clause.verb.tense.is_finite() && (at + 1..end).contains(&clause.verb.group.start);
    let noun = before.any(&[Class::SaidThing, Class::Voiced]) && tokens.folded(at - 1).ends_with('s');
    noun && opens && told.clauses.iter().any(|clause| verb(&clause))
}

/// What is lost where nothing better fits.
pub(super) const LAST: u32 = 8;

/// Whether the noun before `at` belongs to a preposition behind the last verb: "asked him about reports | he had seen".
fn is_object(told: &Told, at: usize) -> bool {
    let ends = told.clauses.iter().map(|clause| clause.verb.group.end).filter(|end| *end < at);
    let from = ends.max().unwrap_or(told.words.start);
    (from..at - 1).any(|at| told.tokens.word(at).is(Class::Preposition))
}

/// "Marine cargo | and war insurance", "military | and humanitarian aid": both belong to what follows.
fn is_compound(tokens: &Tokens, at: usize) -> bool {
    let noun = |at: usize| tokens.word(at).usual == b'n';
    let both = noun(at + 1) && noun(at + 2) || tokens.word(at + 1).usual == b'a';
    let many = tokens.folded(at - 1).ends_with('s');
    both && !many || tokens.word(at - 1).usual == b'a'
}

/// "Hundreds | of", "one | of": a count without what is counted.
pub(super) fn is_share(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at).any(&[Class::Number, Class::Pronoun, Class::Determiner])
        || tokens.all[at].shape == Shape::Number
        || is_among(SHARES, tokens.folded(at))
}

/// "Sales of | 312,000": a number that counts no other thing.
pub(super) fn is_amount(tokens: &Tokens, at: usize) -> bool {
    let next = tokens.word(at + 1);
    let counts = next.can(Form::Noun) || next.can(Form::Adjective);
    let counts = counts || tokens.all.get(at + 1).is_some_and(|next| next.is_capital());
    tokens.all.get(at).is_some_and(|number| number.shape == Shape::Number) && !counts
}

/// Nouns that say nothing without what they are of.
const SHARES: &str = "number lives part parts half most lot lots series couple majority rest kind type sort end result % percent group pair piece range bulk tons tonnes control use lack risk handful amount level levels version form member members head leader loss means president possibility prospect chance total";

/// "We will look elsewhere | for grain if we cannot use the sea".
pub(super) fn is_conditional(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let goes_on = |at: &usize| tokens.all[*at].shape != Shape::Mark && !tokens.word(*at).is(Class::Conjunction);
    let mut rest = (at..told.words.end).take_while(goes_on);
    rest.any(|at| matches!(tokens.folded(at), "if" | "unless"))
        || matches!(tokens.folded(at), "until" | "till" | "without" | "except")
}

/// "Left Oslo; his successor|, Olga Berg, stayed": behind a semicolon a verb is to come.
pub(super) fn is_begun(told: &Told, at: usize) -> bool {
    let Some(mark) = (told.words.start..at).rfind(|at| told.tokens.folded(*at) == ";") else { return false };
    !told.clauses.iter().any(|clause| clause.verb.tense.is_finite() && (mark..at).contains(&clause.verb.group.start))
}

/// "Resigned the day | before": which day that is.
fn is_day_before(tokens: &Tokens, at: usize) -> bool {
    let unit = |at: usize| matches!(tokens.folded(at), "day" | "week" | "month" | "year" | "night" | "weekend");
    at > 1
        && matches!(tokens.folded(at), "before" | "after" | "earlier")
        && unit(at - 1)
        && tokens.folded(at - 2) == "the"
}

#[cfg(test)]
mod tests {
    use super::super::shorten::tests::told;
    use super::*;

    /// Checks where a sentence can end if it must: a bar before each such word.
    fn check(marked: &str) {
        let found = told(&marked.replace("| ", ""), |told| {
            let words = told.words.clone().filter(|at| told.tokens.written(*at) != ".");
            let bar = |at: usize| if stopgap(told, at).is_some() { "| " } else { "" };
            words.map(|at| format!("{}{}", bar(at), told.tokens.written(at))).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(found, marked.trim_end_matches('.'));
    }

    #[test]
    fn what_only_goes_on_can_go() {
        check("The envoys signed a contract | of two years with the firm.");
        check("The ministry repeated its claims | that rebels held the town.");
        check("The envoys signed a law | that bars them.");
    }

    #[test]
    fn counts_pairs_and_what_is_said_stay() {
        check("The army hit hundreds of houses.");
        check("The firms sold marine cargo and war insurance.");
        check("The envoy said in a statement that the talks went on.");
        check("The firm disclosed in May that it knew.");
    }
}
