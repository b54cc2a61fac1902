//! Which past form is a participle that only tells more of a noun: "troops killed in the attack were buried".
//!
//! Of two finite verbs without a border between them one describes. What has an object, what "who" opens and what
//! introduces somebody's words keeps its own subject.

use std::ops::Range;

use super::finite::{could_be_done, happens, takes_object};
use super::lexicon::{Class, Form};
use super::past::{closes_insertion, is_behind_name, speaks_behind_name};
use super::spoken::is_of_said_thing;
use super::token::{Shape, Tokens};
use super::verbs::{Tense, Verb, is_border, joins_names};
use super::when::{time, when};

/// Verbs of speech behind which "that" is never left out.
pub(super) const OF_THINGS: [&str; 16] = [
    "criticized",
    "criticised",
    "condemned",
    "denounced",
    "praised",
    "welcomed",
    "dismissed",
    "described",
    "accused",
    "blamed",
    "quoted",
    "cited",
    "opposed",
    "rejected",
    "supported",
    "questioned",
];

/// How many words behind "with" its verb can stand.
const LONGEST_PHRASE: usize = 20;

/// Whether what a verb is done to begins at a word: "reviewed the sanctions"; not "released on Friday", "released Friday".
pub(super) fn has_object(tokens: &Tokens, at: usize) -> bool {
    let plain = !tokens.word(at).any(&[Class::Preposition, Class::Relative, Class::Weekday]);
    plain && takes_object(tokens, at) && when(tokens, at..tokens.all.len()).is_none()
}

/// "Were among the foreigners trapped in Basra": of two finite verbs without a border the second describes, if it can. So
/// it does where the first is "to free the grain | stuck in ports" and a finite one stands before that.
pub(super) fn is_reduced(tokens: &Tokens, found: &[Verb], next: &Verb) -> bool {
    let plain = next.tense == Tense::Past && next.group.len() == 1 && could_be_done(tokens, next.head);
    let plain = plain && !happens(tokens, next.head);
    let Some((before, earlier)) = found.split_last().filter(|_| plain) else { return false };
    let apart = |first: &Verb| (first.group.end..before.group.start).any(|at| is_border(tokens, at));
    let behind = earlier.last().filter(|first| before.tense == Tense::Infinitive && first.tense.is_finite());
    // "Met on Monday, launching | a round of raids designed to end it".
    let adds = before.tense == Tense::Participle
        && earlier.iter().any(|verb| verb.tense.is_finite())
        && !before.passive
        && tokens.folded(before.group.start.saturating_sub(1)) == ","
        && (tokens.word(next.head).usual == b'p' || matches!(tokens.folded(next.head), "designed" | "aimed"));
    let tells = adds || before.tense.is_finite() || behind.is_some_and(|first| !apart(first));
    if !tells || has_object(tokens, next.group.end) {
        return false;
    }
    let says = tokens.word(before.head).any(&[Class::Saying, Class::Holding, Class::Claiming, Class::Showing]);
    // "Criticized the deal | adopted on Friday": what is criticized is a thing.
    let introduces = says && !OF_THINGS.contains(&tokens.folded(before.head));
    let noun = tokens.word(next.head - 1).can(Form::Noun)
        && !tokens.word(next.head - 1).any(&[Class::Pronoun, Class::Subject]);
    let beside = before.group.end == next.group.start;
    // "There were raids and bombs launched against the town", "it harms the effort and the deal finalized on Friday".
    let there = before.group.start > 0 && tokens.folded(before.group.start - 1) == "there";
    let done = there || tokens.word(next.head).usual == b'p';
    let lists = |at: usize| done && tokens.word(at).is(Class::Conjunction) && tokens.all[at - 1].shape != Shape::Mark;
    let opens = |at: usize| (is_border(tokens, at) || tokens.word(at).is(Class::Subordinator)) && !lists(at);
    let border = (before.group.end..next.group.start).any(opens);
    // "People close to the mayor said": that is what they did.
    let said = tokens.folded(next.head) == "said" && tokens.folded(next.head + 1) != "to";
    // "Said in an interview aired on Friday".
    let source = tokens.word(before.group.end).is(Class::Preposition)
        && is_of_said_thing(tokens, before.group.end, next.group.start);
    // "Shared a list for a class called “Perception”".
    let names = matches!(tokens.folded(next.head), "called" | "named" | "dubbed" | "titled" | "entitled");
    let source = source || names && matches!(tokens.written(next.group.end), "“" | "\"" | "‘");
    (!introduces || source) && (noun || beside || source) && !border && !said
}

/// "Appeared in court on Monday charged with theft": behind a day, what is done to somebody tells how he came there.
pub(super) fn is_charged(tokens: &Tokens, next: &Verb) -> bool {
    let plain = next.tense == Tense::Past && next.group.len() == 1 && could_be_done(tokens, next.head);
    let day = next.head > 0 && tokens.word(next.head - 1).is(Class::Weekday);
    plain && day && matches!(tokens.folded(next.head + 1), "with" | "by")
}

/// Turns the verb before `next` into a participle where nothing separates two finite verbs.
pub(super) fn demote(tokens: &Tokens, sentence: &Range<usize>, found: &mut [Verb], next: &Verb) {
    // "A man accused of | hiding guns | was held", "a page created | to help him | has fans": nothing is told between.
    let Some(at) = found.iter().rposition(|verb| verb.tense.is_finite()) else { return };
    let between = at + 1 < found.len();
    let Some((before, earlier)) = found[..=at].split_last_mut() else { return };
    let at = before.head;
    let opening = (sentence.start..at).rfind(|at| matches!(tokens.folded(*at), ":" | ";")).unwrap_or(sentence.start);
    let first = earlier.iter().all(|verb| !verb.tense.is_finite() || verb.head < opening);
    let word = tokens.word(before.head);
    // "Troops badly hurt in the raid were flown out".
    let alone = before.group.len() == 1 || before.group.len() == 2 && tokens.ends(before.group.start, b"ly");
    let plain = before.tense == Tense::Past && alone && could_be_done(tokens, at) && !happens(tokens, at);
    let marked = (before.group.end..next.group.start).any(|at| matches!(tokens.folded(at), ";" | ":"));
    if !plain || !next.tense.is_finite() || marked || between && is_parted(tokens, before, next) {
        return;
    }
    // "Workers recovered three bodies from a school hit by a raid", "carried out a search".
    let particle = matches!(tokens.folded(at + 1), "out" | "off" | "up" | "down" | "back" | "over");
    // "A woman found dead in Oslo was named".
    let dead = matches!(tokens.folded(at + 1), "dead" | "guilty" | "alive");
    let object = has_object(tokens, at + 1 + usize::from(particle)) && !dead;
    let accused = tokens.folded(at) == "accused" && tokens.folded(at + 1) == "of";
    let introduces = word.any(&[Class::Saying, Class::Holding, Class::Claiming]);
    let introduces = introduces && !matches!(tokens.folded(at + 1), "by" | "as") && !accused;
    let introduces = introduces && !is_called_for(tokens, at, next);
    // "Relatives brushed away tears as four men carried her", "the envoy resigned after the Post reported it", "talks ended
    // after the army stayed away".
    let as_they = |at: usize| {
        let phrase = |at: usize| tokens.all[at].shape == Shape::Mark || tokens.word(at).is(Class::Preposition);
        let after = word.usual == b'd' || tokens.word(next.head).is(Class::Saying);
        let opens = tokens.folded(at) == "as" || tokens.folded(at) == "after" && after;
        opens && !(at + 1..next.group.start).any(phrase)
    };
    let border = !between
        && (before.group.end..next.group.start)
            .any(|at| is_border(tokens, at) && !joins_names(tokens, at) || as_they(at));
    // "With most troops tied down in the east, the others left": what hangs on "with" is no clause.
    let ends = |at: &usize| matches!(tokens.folded(*at), "," | "." | ";");
    let opening = (at.saturating_sub(LONGEST_PHRASE)..at).rfind(ends).map_or(0, |mark| mark + 1);
    let hangs = first && tokens.folded(opening) == "with";
    // "Banks remained closed" is no "those killed were buried".
    let linked = before.group.end == next.group.start && next.group.len() == 1 && next.tense == Tense::Past;
    let own = has_own_subject(tokens, before.group.end..next.group.start);
    // "In the deal, signed on 22 July, both sides agreed": no subject stands before it.
    let aged = at > 1 && tokens.all[at - 2].shape == Shape::Number;
    let comma = at > 0 && tokens.folded(at - 1) == ",";
    let phrase = tokens.word(at + 1).is(Class::Preposition) || when(tokens, at + 1..tokens.all.len()).is_some();
    let inserted = first && comma && !aged && tokens.word(at + 1).is(Class::Preposition);
    // "In a new report released on Friday, the ministry warned": it is the report that was released.
    let opens_phrase = |of: usize| {
        let word = tokens.word(of);
        word.is(Class::Preposition) && !word.is(Class::Subordinator) && tokens.word(of + 1).is(Class::Determiner)
    };
    let said = first && at > 0 && tokens.word(at - 1).is(Class::SaidThing) && !word.is(Class::Showing);
    let source = said && (at.saturating_sub(5)..at).any(opens_phrase);
    let source = source
        || first
            && comma_behind(tokens, before.group.end..next.group.start)
            && (is_phrase(tokens, opening, at) || is_of_poll(tokens, opening, at));
    let told = at > 0 && matches!(tokens.folded(at - 1), "who" | "which");
    // "The truce, agreed on Monday, came into force": between commas nobody says it.
    let closed = inserted && tokens.folded(next.group.start - 1) == ",";
    // "Hansen, who had been in Paris, returned to Oslo for a meeting held on Saturday": behind "who" and what it tells.
    let main = !first && closes_insertion(tokens, sentence, at) || is_told(tokens, before, next, first);
    // "The foreign minister, Olga Berg, called on Saturday for talks".
    let named = inserted && (introduces || !closed) && (word.usual == b'd' || speaks_behind_name(tokens, at));
    let named = named && is_behind_name(tokens, at);
    let keeps = object || told || own || introduces && !closed || linked || main || named;
    let wrapped = first && !comma && phrase && is_wrapped(tokens, at, next);
    if !keeps && (!border || inserted || source || hangs || wrapped || first && has_no_subject(tokens, before, next)) {
        before.tense = Tense::Participle;
        before.passive = true;
    }
}

/// "Gave few details about the plan | he revealed", "fell amid fears | Hansen would sell": a pronoun opens a clause, and so
/// does a name behind a noun; the first verb keeps its subject.
fn has_own_subject(tokens: &Tokens, between: Range<usize>) -> bool {
    let subject = between.end.saturating_sub(1);
    let named = tokens.all[subject].is_capital() && subject > 1 && {
        let before = (between.start..subject).rfind(|at| !tokens.all[*at].is_capital());
        before.is_some_and(|at| tokens.ends(at, b"s") && tokens.word(at).can(Form::Noun))
    };
    tokens.word(subject).is(Class::Subject) || named
}

/// "The protests started after weeks of talks sparked a war", "a jury ordered execution for a man convicted of it": whether
/// a verb that is mostly no participle keeps what it tells, as its object or a clause of time follows.
fn is_told(tokens: &Tokens, before: &Verb, next: &Verb, first: bool) -> bool {
    let gap = before.group.end..next.group.start;
    if tokens.word(before.head).usual != b'd' || gap.len() < 2 {
        return false;
    }
    let later = |at: usize| matches!(tokens.folded(at), "after" | "before" | "until" | "since");
    let thing = tokens.word(gap.start);
    let bare = tokens.all[gap.start].shape == Shape::Small
        && thing.usual == b'n'
        && !thing.any(&[Class::Adverb, Class::Preposition, Class::Subordinator])
        && !matches!(tokens.folded(gap.start), "home" | "today" | "yesterday")
        && when(tokens, gap.clone()).is_none();
    bare || first && gap.clone().any(later) && has_object(tokens, next.group.end)
}

/// "Asked to hold off until he came", "rules changing the way it administers": whether a clause may open among words.
fn is_parted(tokens: &Tokens, before: &Verb, next: &Verb) -> bool {
    let mut words = before.group.end..next.group.start;
    // "A man, believed to be a trader, | was held".
    let wraps =
        before.group.start > 0 && [before.group.start, words.end].iter().all(|at| tokens.folded(*at - 1) == ",");
    words.end -= usize::from(wraps);
    // "Accused of shooting three people|, killing two of them, | was held".
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let last = words.end.checked_sub(1).filter(|last| words.contains(last) && comma(last));
    if let Some(first) = last.and_then(|last| (words.start..last).rfind(comma)) {
        words.end = if tokens.word(first + 1).can(Form::Gerund) { first } else { words.end };
    }
    words.any(|at| is_border(tokens, at) || tokens.word(at).is(Class::Subordinator) || tokens.folded(at) == "it")
}

/// "Johan Hansen, a trader | seized in Oslo, was freed": what stands between commas is no clause.
fn is_wrapped(tokens: &Tokens, at: usize, next: &Verb) -> bool {
    let says = |at: usize| tokens.word(at).any(&[Class::Saying, Class::Not]);
    let comma = |at: usize| tokens.folded(at) == ",";
    let opened = (at.saturating_sub(LONGEST_PHRASE)..at).any(comma);
    opened && comma(next.group.start - 1) && ![at, at - 1, next.head].into_iter().any(says)
}

/// "A strike | called for Monday | was put off".
fn is_called_for(tokens: &Tokens, at: usize, next: &Verb) -> bool {
    let day = || when(tokens, at + 2..next.group.start) == Some(next.group.start);
    tokens.folded(at) == "called" && tokens.folded(at + 1) == "for" && day()
}

/// "The firm registered as the owner, Bergen Data, on Friday | asked for it": no subject stands before the second verb.
fn has_no_subject(tokens: &Tokens, before: &Verb, next: &Verb) -> bool {
    let between = before.group.end..next.group.start;
    let commas = between.clone().filter(|at| tokens.folded(*at) == ",").count();
    let last = between.clone().rfind(|at| is_border(tokens, *at)).map_or(between.start, |mark| mark + 1);
    let phrase = tokens.word(between.start).is(Class::Preposition) || tokens.folded(between.start) == "as";
    phrase && commas > 1 && time(tokens, last..between.end) == Some(between.end)
}

fn comma_behind(tokens: &Tokens, mut words: Range<usize>) -> bool {
    words.any(|at| tokens.folded(at) == ",")
}

/// "Under a deal | signed in Oslo, ships left": a phrase that opens a sentence, and no subject.
fn is_phrase(tokens: &Tokens, opening: usize, verb: usize) -> bool {
    let first = tokens.word(opening);
    let opens = first.is(Class::Preposition) && !first.is(Class::Subordinator) && verb >= opening + 3;
    let told = |at: usize| {
        let word = tokens.word(at);
        word.any(&[Class::Happening, Class::SaidThing]) || word.sort.is_some()
    };
    let describes = |at: usize| tokens.word(at).can(Form::Adjective) || tokens.all[at].is_capital();
    let plain = opens && tokens.word(opening + 1).is(Class::Determiner);
    plain && verb - opening <= 5 && told(verb - 1) && (opening + 2..verb - 1).all(describes)
}

/// "In a national poll of the Post | released on Monday, half of them said": a phrase that opens a sentence with what is made
/// known.
fn is_of_poll(tokens: &Tokens, opening: usize, verb: usize) -> bool {
    let poll = |at: usize| matches!(tokens.folded(at), "poll" | "survey" | "study" | "video" | "tweet");
    let first = matches!(tokens.folded(opening), "in" | "under" | "on" | "with");
    let known = first && verb > opening + 2 && (poll(verb - 1) || is_of_said_thing(tokens, opening, verb));
    known && tokens.word(opening + 1).is(Class::Determiner)
}

#[cfg(test)]
mod tests {
    use super::super::verbs::tests::check;
    use super::*;

    #[test]
    fn what_has_an_object_is_no_reduced_participle() {
        use Tense::*;
        check(
            "Workers recovered three bodies from a school hit by a raid.",
            &[("recovered", Past), ("hit", Participle)],
        );
        check("A report released Friday warned of it.", &[("released", Participle), ("warned", Past)]);
        check(
            "According to a report released on Friday by the ministry, Olsen is held.",
            &[("According", Participle), ("released", Participle), ("is held", Present)],
        );
        check(
            "The firm registered as the owner, Bergen Data, on Friday obtained it.",
            &[("registered", Participle), ("obtained", Past)],
        );
        check("Troops badly hurt in the raid were flown out.", &[("hurt", Participle), ("were flown", Past)]);
        check("Guns promised by Norway had arrived.", &[("promised", Participle), ("had arrived", PastPerfect)]);
        check("Soldiers who surrendered were freed.", &[("surrendered", Past), ("were freed", Past)]);
        check(
            "A report released by the Organization for Security and Cooperation warned of it.",
            &[("released", Participle), ("warned", Past)],
        );
        check(
            "The envoys signed a deal to free the grain stuck in the ports.",
            &[("signed", Past), ("to free", Infinitive), ("stuck", Participle)],
        );
        check("The price nosedived amid fears Hansen would sell.", &[("nosedived", Past), ("would sell", Modal)]);
        check(
            "Losses peaked, Olsen said in an interview aired Friday.",
            &[("peaked", Past), ("said", Past), ("aired", Participle)],
        );
        check(
            "There were raids and 200 guided bombs launched against Oslo.",
            &[("were", Past), ("launched", Participle)],
        );
        check(
            "It harms the effort and the deal finalized on Friday.",
            &[("harms", Present), ("finalized", Participle)],
        );
        check("With most troops tied down in Bergen, the others left Oslo.", &[("tied", Participle), ("left", Past)]);
    }

    #[test]
    fn who_is_named_between_commas_does_what_follows() {
        use Tense::*;
        check(
            "The foreign minister, Olga Berg, called on Monday for talks, which were held.",
            &[("called", Past), ("were held", Past)],
        );
        check(
            "The head of the court, Olga Berg, said on Monday the first of two plants, a gift, would open.",
            &[("said", Past), ("would open", Modal)],
        );
        check("The mayor, Olga Berg, seized on Monday, was freed.", &[("seized", Participle), ("was freed", Past)]);
        check("The dam, Olga, burst on Monday; the mayor left.", &[("burst", Past), ("left", Past)]);
        check(
            "Two men left: a trader, believed to be a spy, was held.",
            &[("left", Past), ("believed", Participle), ("to be", Infinitive), ("was held", Past)],
        );
    }

    #[test]
    fn what_ended_after_a_deed_is_told() {
        use Tense::*;
        check("Talks in Oslo ended on Monday after the army stayed away.", &[("ended", Past), ("stayed", Past)]);
        check("Two men seized after the raid were freed.", &[("seized", Participle), ("were freed", Past)]);
    }

    #[test]
    fn what_describes_may_stand_far_from_the_verb() {
        use Tense::*;
        check(
            "A man accused of hiding guns will stay in Oslo.",
            &[("accused", Participle), ("hiding", Participle), ("will stay", Future)],
        );
        check(
            "A page created to help the mayor has 150 fans.",
            &[("created", Participle), ("to help", Infinitive), ("has", Present)],
        );
        check("The protests started after weeks of talks sparked a war.", &[("started", Past), ("sparked", Past)]);
        check(
            "A jury ordered execution for a man convicted of theft.",
            &[("ordered", Past), ("convicted", Participle)],
        );
        check(
            "The 70 firms focused on Oslo and Bergen had collected 40 crowns.",
            &[("focused", Participle), ("had collected", PastPerfect)],
        );
        check(
            "The army finalized rules changing the way it administers the park.",
            &[("finalized", Past), ("changing", Participle), ("administers", Present)],
        );
        check(
            "Hansen, who had been in Paris, returned to Oslo for a meeting held on Monday.",
            &[("had been", PastPerfect), ("returned", Past), ("held", Participle)],
        );
        check(
            "The parties met on Monday, launching a round of raids designed to end it.",
            &[("met", Past), ("launching", Participle), ("designed", Participle), ("to end", Infinitive)],
        );
        check(
            "Hansen shared a list for a class called “Peace” on Monday.",
            &[("shared", Past), ("called", Participle)],
        );
    }
}
