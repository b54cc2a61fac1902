//! Past forms: whether "struck" or "seized" tells what somebody did, was done to somebody, or is no verb where it stands.

use std::ops::Range;

use super::finite::{happens, is_nominal, is_sort, takes_object};
use super::lexicon::{Class, Form};
use super::reduced::has_object;
use super::token::{Shape, Token, Tokens};
use super::verbs::{Tense, Verb, verb};
use super::when::when;

/// Returns the verb of a past form at `at`, where it is one.
#[inline]
pub(super) fn past(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Verb> {
    let word = tokens.word(at);
    let after_subject = at > sentence.start && tokens.word(at - 1).is(Class::Subject);
    // "A man who shot two people".
    let who = at > sentence.start && matches!(tokens.folded(at - 1), "who" | "which") && has_object(tokens, at + 1);
    let after_subject = after_subject || who;
    // "The river burst its banks".
    let owned = matches!(tokens.folded(at + 1), "its" | "his" | "her" | "their") && at + 1 < sentence.end;
    // "The raid cast grave doubts on the deal".
    let doubt = |at: usize| matches!(tokens.folded(at), "doubt" | "doubts" | "shadow" | "vote" | "votes" | "ballots");
    let casts = tokens.folded(at) == "cast" && (at + 1..sentence.end.min(at + 4)).any(doubt);
    // "Olga Berg grilled the envoy": behind a name of two words and before an object.
    let name =
        |at: usize| tokens.all[at].shape == Shape::Capital && !tokens.word(at).any(&[Class::Weekday, Class::Month]);
    let named = at > sentence.start + 1 && name(at - 1) && name(at - 2) && tokens.ends(at, b"ed");
    let named = named && takes_object(tokens, at + 1) && !tokens.word(at + 1).is(Class::Preposition);
    let owned = owned || casts || named || shoots_dead(tokens, at);
    let rarely = !word.usually_verb() && word.usual != 0 && word.usual != b'x' && !owned;
    let dated = word.usual == b'n' && is_dated_behind_comma(tokens, sentence, at);
    let rarely = rarely && !dated && !meets_object(tokens, sentence, at);
    let noun = is_nominal(tokens, sentence, at) && !after_some(tokens, sentence, at);
    // "1,200 guided aerial bombs".
    let next = tokens.word(at + 1);
    let counted = at > sentence.start
        && tokens.all[at - 1].shape == Shape::Number
        && word.usual != b'd'
        && (next.can(Form::Noun) || next.can(Form::Adjective))
        && !next.any(&[Class::Determiner, Class::Preposition, Class::Conjunction, Class::Weekday]);
    let behind = closes_insertion(tokens, sentence, at) || closes_dashes(tokens, sentence, at);
    if noun || counted || rarely && !after_subject && !behind || word.usual == b'p' && is_sort(tokens, at) {
        return None;
    }
    let participle = (word.can(Form::Participle) || word.is_formless()) && !happens(tokens, at);
    // "Grew by 3 percent compared with last year".
    let beside = tokens.folded(at) == "compared" && matches!(tokens.folded(at + 1), "with" | "to");
    if beside && !after_subject {
        return Some(Verb { passive: true, ..verb(tokens, at..at + 1, at, Tense::Participle) });
    }
    // "The deal, officially signed by Norway".
    let adverb = at > sentence.start + 1 && tokens.ends(at - 1, b"ly");
    // "Pigs, largely viewed as unclean, were killed".
    let inserted = adverb && tokens.folded(at - 2) == "," && tokens.folded(at + 1) == "as";
    let adverb = adverb && (inserted || tokens.folded(at + 1) == "by");
    // "The visit, originally planned for Monday, was put off".
    let before = at > sentence.start + 1 && matches!(tokens.folded(at - 1), "originally" | "initially" | "first");
    let planned = before
        && matches!(tokens.folded(at), "scheduled" | "planned" | "expected" | "slated" | "set" | "intended")
        && matches!(tokens.folded(at + 1), "for" | "to" | "on" | "in");
    // "The virus, formerly referred to as the flu, spread".
    let called = tokens.folded(at) == "referred" && tokens.folded(at + 1) == "to" && tokens.folded(at + 2) == "as";
    let formerly = at > sentence.start + 2
        && (called && tokens.ends(at - 1, b"ly") || matches!(tokens.folded(at - 1), "formerly" | "previously"));
    let planned = planned || formerly && tokens.folded(at - 2) == ",";
    let back = usize::from(adverb && tokens.word(at - 1).can(Form::Adverb) || planned);
    let opens = at == sentence.start
        || matches!(tokens.folded(at - 1 - back), "," | "-" | "(" | "when" | "if" | "as" | "while");
    let by = tokens.folded(at + 1) == "by" && at + 1 < sentence.end;
    let grows = by && is_measure(tokens, at + 2);
    // "Guns promised by Germany": even of verbs that mostly tell what somebody did.
    let agent = by && is_name(tokens, at + 2);
    let has_subject =
        !opens || behind || dated || takes_subject(tokens, sentence, at) || speaks_behind_name(tokens, at);
    if participle && !grows && (word.usual != b'd' && (by || !has_subject) || agent || by && opens) {
        return Some(Verb { passive: true, ..verb(tokens, at..at + 1, at, Tense::Participle) });
    }
    Some(verb(tokens, at..at + 1, at, Tense::Past))
}

/// "A gunman shot two people", "the firm bid a million crowns": what is mostly a noun stands right before an object only as
/// a verb.
fn meets_object(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if tokens.word(at).usual != b'n' || at == sentence.start || at + 2 >= sentence.end {
        return false;
    }
    let (before, next) = (tokens.all[at - 1], tokens.all[at + 1]);
    let subject = before.is_capital() || before.word.can(Form::Noun) || before.word.is_formless() && before.is_word();
    let article = matches!(tokens.folded(at + 1), "a" | "an" | "the" | "another");
    let counts = next.shape == Shape::Number || next.word.is(Class::Number);
    let time = || when(tokens, at + 1..sentence.end).is_some();
    subject && (article || counts && tokens.word(at + 2).can(Form::Noun)) && !time()
}

/// "Police shot dead two men"; not "two men shot dead on Monday".
fn shoots_dead(tokens: &Tokens, at: usize) -> bool {
    let whom = |at: usize| {
        let next = tokens.word(at);
        let named = tokens.all[at].is_capital() && !next.any(&[Class::Weekday, Class::Month]);
        let rough = matches!(tokens.folded(at), "roughly" | "about" | "nearly" | "dozens" | "hundreds");
        named || rough || next.any(&[Class::Determiner, Class::Number]) || tokens.all[at].shape == Shape::Number
    };
    let to_death = tokens.folded(at + 1) == "to" && tokens.folded(at + 2) == "death";
    let behind = at + 2 + usize::from(to_death);
    tokens.folded(at) == "shot"
        && (to_death || tokens.folded(at + 1) == "dead")
        && behind < tokens.all.len()
        && whom(behind)
}

/// "Grew by | 3 percent", "by | a mere 0.4 percent": how much, and not who.
fn is_measure(tokens: &Tokens, at: usize) -> bool {
    let counts = |at: usize| tokens.all.get(at).is_some_and(|next| next.shape == Shape::Number);
    let rough = ["a", "mere", "only", "just", "about", "around", "almost", "nearly", "some"];
    let amount = (at..).find(|at| *at >= tokens.all.len() || !rough.contains(&tokens.folded(*at)));
    let amount = amount.unwrap_or(at);
    let unit = |at: usize| matches!(tokens.folded(at), "percent" | "%" | "per" | "percentage" | "points" | "basis");
    counts(amount) && amount + 1 < tokens.all.len() && unit(amount + 1)
}

/// What somebody is called or made: such a participle has a noun behind it.
const CALLED: [&str; 10] =
    ["called", "named", "elected", "appointed", "dubbed", "made", "considered", "declared", "aged", "born"];

/// Whether a past form behind a mark tells what somebody did: "the envoy, a lawyer, described Karim's plan", as a
/// participle takes no object; "the driver, 26, checked in", as an age does not open a description.
fn takes_subject(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if at == sentence.start {
        return false;
    }
    let comma = tokens.folded(at - 1) == ",";
    let told = tokens.word(at).any(&[Class::Saying, Class::Claiming]);
    let told = told && !matches!(tokens.folded(at), "called" | "quoted") && is_name(tokens, at + 1);
    // "Olga Berg, the mayor's daughter, attacked Hansen"; not "the city, renamed Oslo".
    let calls = CALLED.contains(&tokens.folded(at)) || tokens.folded(at).starts_with("re");
    let met = !calls
        && is_name(tokens, at + 1)
        && at > sentence.start + 2
        && tokens.word(at - 2).any(&[Class::Person, Class::Title]);
    let told = told || met;
    let aged = at > sentence.start + 2 && tokens.folded(at - 3) == "," && tokens.all[at - 2].shape == Shape::Number;
    // "The envoy, whose name nobody knew, set up a firm".
    let up = usize::from(matches!(tokens.folded(at + 1), "up" | "out" | "off" | "down" | "back"));
    // "The blasts in Oslo, the capital, killed at least ten people": what a participle tells has no number.
    let least = 2 * usize::from(
        matches!(tokens.folded(at + 1), "at" | "more") && matches!(tokens.folded(at + 2), "least" | "most" | "than"),
    );
    let number = at + 1 + least;
    let counts = tokens.all.get(number).is_some_and(|next| next.shape == Shape::Number || next.word.is(Class::Number));
    let counted = comma && counts && tokens.folded(at) != "aged" && tokens.word(number + 1).can(Form::Noun);
    // "The minister, Johan Hansen, dented hopes by saying so", "appointed dozens of them": nor does it take a noun.
    let next = tokens.all.get(at + 1).filter(|next| next.shape == Shape::Small).map(|next| next.word);
    let noun = next.is_some_and(|next| {
        next.usual == b'n'
            && next.can(Form::Noun)
            && !next.any(&[Class::Weekday, Class::Month, Class::Adverb, Class::Preposition])
    });
    let thing = comma
        && at > sentence.start + 2
        && tokens.all[at - 2].is_capital()
        && noun
        && when(tokens, at + 1..sentence.end).is_none();
    let thing = thing
        && (!CALLED.contains(&tokens.folded(at))
            || matches!(tokens.folded(at + 1), "dozens" | "hundreds" | "thousands"));
    tokens.word(at + 1 + up).is(Class::Determiner) || comma && (told || aged) || counted || thing
}

/// "The raid, which the army denied, cast doubt on it": behind an insertion, before its object, a form that is mostly a noun
/// tells what was done.
pub(super) fn closes_insertion(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let quoted = usize::from(at > sentence.start && tokens.written(at - 1) == "”");
    let comma = at > sentence.start + 2 && tokens.folded(at - 1 - quoted) == ",";
    // "The tanker, seized by Iran in May, docked in Piraeus".
    let seized = |at: usize| tokens.word(at).can(Form::Participle) && tokens.folded(at + 1) == "by";
    let opens = |at: usize| {
        tokens.folded(at) == "," && (matches!(tokens.folded(at + 1), "who" | "which" | "whose") || seized(at + 1))
    };
    let opened = (sentence.start + 1..at.saturating_sub(2)).find(|at| tokens.folded(*at) == ",").is_some_and(opens);
    comma && opened && takes_object(tokens, at + 1)
}

/// "The head of the council, Olga Berg, | said on Sunday": whether a verb stands behind a name between commas, that of who
/// was named by an office.
pub(super) fn is_behind_name(tokens: &Tokens, verb: usize) -> bool {
    let comma = verb.checked_sub(2).and_then(|last| (1..=last).rfind(|at| !tokens.all[*at].is_capital()));
    let comma = comma.filter(|at| at + 2 < verb && tokens.folded(*at) == "," && tokens.folded(verb - 1) == ",");
    comma.is_some_and(|at| tokens.word(at - 1).can(Form::Noun))
}

/// "Olga Berg, | denied on Sunday": what is mostly a participle, and told of somebody is what he said.
pub(super) fn speaks_behind_name(tokens: &Tokens, verb: usize) -> bool {
    let word = tokens.word(verb);
    let calls = tokens.folded(verb) == "called" && matches!(tokens.folded(verb + 1), "on" | "for");
    let voiced =
        calls || word.any(&[Class::Saying, Class::Claiming]) && !matches!(tokens.folded(verb), "accused" | "called");
    voiced && (is_behind_name(tokens, verb) || is_behind_apposition(tokens, verb))
}

/// "Olga Berg, the head of the council, | called for it": whether a verb stands behind what a name is said to be.
fn is_behind_apposition(tokens: &Tokens, verb: usize) -> bool {
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let opened = verb.checked_sub(2).and_then(|last| (1..last).rfind(comma)).filter(|_| comma(&(verb - 1)));
    opened.is_some_and(|at| {
        let article = matches!(tokens.folded(at + 1), "a" | "an" | "the");
        article && tokens.all[at - 1].is_capital() && verb - at < LONGEST_APPOSITION
    })
}

/// An apposition has fewer words, its commas counted.
const LONGEST_APPOSITION: usize = 12;

/// "A dam at Arbaat, a town in Sudan, | burst on Sunday": what is mostly a noun, behind an apposition and before a day.
fn is_dated_behind_comma(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let comma = |at: usize| tokens.folded(at) == ",";
    at > sentence.start + 2
        && comma(at - 1)
        && (sentence.start + 1..at - 2).any(comma)
        && when(tokens, at + 1..sentence.end).is_some()
}

/// "The office – an outpost of theirs – bustled": behind the second of two dashes.
fn closes_dashes(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let dash = |at: usize| matches!(tokens.written(at), "—" | "–" | "-");
    at > sentence.start + 2 && dash(at - 1) && (sentence.start + 1..at - 2).any(dash)
}

/// Whether a capitalised word that is no date stands there.
fn is_name(tokens: &Tokens, at: usize) -> bool {
    let dated = |next: &Token| next.word.any(&[Class::Weekday, Class::Month]);
    tokens.all.get(at).is_some_and(|next| next.is_capital() && !dated(next))
}

/// "Several said they would": what counts people stands for them where no noun can follow.
fn after_some(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let counts = at > sentence.start
        && matches!(tokens.folded(at - 1), "several" | "some" | "most" | "many" | "all" | "both" | "few" | "another");
    let words = tokens.word(at).is(Class::Saying) && matches!(tokens.folded(at + 1), "," | ":");
    counts && at + 1 < sentence.end && (tokens.word(at).usual == b'd' && takes_object(tokens, at + 1) || words)
}

/// "As many as 200".
pub(super) fn is_amount(tokens: &Tokens, at: usize) -> bool {
    let many = matches!(tokens.folded(at + 1), "many" | "much" | "few" | "little");
    let number = |at: usize| tokens.word(at).is(Class::Number) || tokens.all[at].shape == Shape::Number;
    tokens.folded(at) == "as" && many && at + 3 < tokens.all.len() && tokens.folded(at + 2) == "as" && number(at + 3)
}
