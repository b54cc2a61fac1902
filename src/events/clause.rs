//! Clauses: which words of a sentence belong to which verb.
//!
//! A flat cut, not a tree: every verb group gets the run of words from the border before it (a mark, "that", "after",
//! "and", or the verb that introduces it) to the border before the next. That is enough to say which date and which
//! speaker go with which verb, and whether a clause stands on its own. Words before the first border belong to the first
//! clause.

use std::ops::Range;

use super::cut_off::{ends_subject, is_behind_insertion, joined_later};
use super::ending::is_among;
use super::finite::is_possessive;
use super::lexicon::{Class, Form};
use super::opening::opening_distance;
use super::past::is_amount;
use super::quoted::{Side, mark};
use super::spoken::is_of_said_thing;
use super::subject::ends_phrase;
use super::token::{Shape, Tokens};
use super::verbs::{Tense, Verb, is_border, joins_names, verbs};
use super::when::{time, when};

/// One clause of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub tokens: Range<usize>,
    pub verb: Verb,
    pub role: Role,
    /// The clause it hangs on, where it hangs on one.
    pub parent: Option<usize>,
}

/// How a clause hangs in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Main,
    /// Joined to the clause before by "and" or "but".
    Coordinate,
    /// What is said, thought or planned.
    Content,
    /// Who, which, where.
    Relative,
    /// After, because, if.
    Adverbial,
    /// To do something.
    Infinitive,
    /// Doing, done.
    Participle,
}

impl Role {
    /// Whether it says something of its own: a main or coordinated clause.
    #[inline]
    pub fn stands_alone(self) -> bool {
        matches!(self, Self::Main | Self::Coordinate)
    }
}

/// Cuts a sentence into clauses, in order. Empty where it has no verb.
pub(super) fn clauses(tokens: &Tokens, sentence: Range<usize>) -> Vec<Clause> {
    let found = verbs(tokens, sentence.clone());
    let mut clauses: Vec<Clause> = Vec::with_capacity(found.len());
    for (place, verb) in found.iter().enumerate() {
        let verb = verb.clone();
        let (start, role) = match clauses.last() {
            None => first_border(tokens, &sentence, &verb),
            Some(before) => border(tokens, before, &verb),
        };
        let role =
            if role == Role::Relative && says_late(tokens, start, &clauses, &verb) { Role::Content } else { role };
        let (start, role) = if lists(tokens, start, &clauses) { (verb.group.start, Role::Main) } else { (start, role) };
        let phrase = role == Role::Adverbial && ends_subject(tokens, start, &found[place..], &clauses);
        let (start, role) = if phrase { (verb.group.start, Role::Main) } else { (start, role) };
        let main = clauses.iter().any(|clause| clause.role.stands_alone() && clause.verb.tense.is_finite());
        let role = match role {
            Role::Coordinate if !clauses.iter().any(|clause| clause.role.stands_alone()) => {
                let finite = clauses.iter().rfind(|clause: &&Clause| clause.verb.tense.is_finite());
                let before = finite.map_or(Role::Main, |before| before.role);
                if goes_on(tokens, start, &found[place..], before) { before } else { Role::Main }
            }
            // "He praised the rockets the president announced last week": what was announced stands before.
            Role::Coordinate if main && is_bare(tokens, &clauses, &verb, start) => Role::Relative,
            // "After a meeting, known as the forum, | took place".
            Role::Coordinate if main && start == verb.group.start && is_behind_insertion(tokens, &clauses) => {
                Role::Adverbial
            }
            role => role,
        };
        let contact = role == Role::Coordinate && start == verb.group.start && is_contact(tokens, &clauses);
        let role = if contact { Role::Main } else { role };
        if contact {
            clauses[0].role = Role::Relative;
        }
        if let Some(before) = clauses.last_mut() {
            before.tokens.end = start;
        }
        let parent = parent(&clauses, role);
        clauses.push(Clause { tokens: start..sentence.end, verb, role, parent });
    }
    clauses
}

/// "The envoy, who left Oslo | and was freed, told", "as they left, | and the port was hit, the envoy went on": whether
/// what "and" joins to a clause `before` the main one goes on with it, as the main verb follows on a bare comma.
fn goes_on(tokens: &Tokens, start: usize, verbs: &[Verb], before: Role) -> bool {
    let [verb, rest @ ..] = verbs else { return false };
    let Some(next) = rest.iter().find(|next| next.tense.is_finite()) else { return false };
    let gap = verb.group.end..next.group.start;
    let opens = |at: usize| is_border(tokens, at) || opens_clause(tokens, at);
    let Some(comma) = gap.clone().rfind(|at| tokens.folded(*at) == ",") else {
        // "The man who opened fire | and killed two people | has been held".
        let has = tokens.word(next.group.start).any(&[Class::Have, Class::Be, Class::Modal]);
        let object = gap.len() > 1 && tokens.word(gap.end - 1).can(Form::Noun) && !gap.clone().any(opens);
        let noun =
            object && tokens.all[gap.end - 1].shape == Shape::Small && !tokens.word(gap.end - 1).is(Class::Subject);
        return before == Role::Relative
            && has
            && noun
            && verb.group.start == start + 1
            && tokens.word(start).is(Class::Conjunction);
    };
    let told = match before {
        Role::Relative => comma + 1 == gap.end && verb.group.start == start + 1,
        Role::Adverbial => tokens.word(comma + 1).is(Class::Subject) && comma + 2 == gap.end,
        _ => false,
    };
    told && tokens.word(start).is(Class::Conjunction) && !(comma + 1..gap.end).any(opens)
}

/// "Two ships carrying guns, cars and a tank | left": before the main verb "and" joins what a participle lists.
fn lists(tokens: &Tokens, start: usize, clauses: &[Clause]) -> bool {
    let [first] = clauses else { return false };
    let verb = &first.verb.group;
    let subject = verb.start > first.tokens.start && tokens.word(verb.start - 1).can(Form::Noun);
    let doing = first.role == Role::Participle && !first.verb.passive && subject;
    doing && start > verb.end && tokens.word(start).is(Class::Conjunction) && tokens.folded(start - 1) != ","
}

/// "The first man Johan Hansen met | was a lawyer": a name behind a noun opens a clause that tells of it.
fn is_contact(tokens: &Tokens, clauses: &[Clause]) -> bool {
    let Some(first) = clauses.first().filter(|first| first.role == Role::Main) else { return false };
    let tied = |clause: &Clause| matches!(clause.role, Role::Infinitive | Role::Participle);
    let verb = first.verb.group.start;
    let name = (first.tokens.start..verb).rev().take_while(|at| tokens.all[*at].is_capital()).last();
    let noun = |at: usize| {
        let word = tokens.word(at);
        word.can(Form::Noun) && tokens.all[at].shape == Shape::Small && !word.any(&[Class::Person, Class::Title])
    };
    let behind_noun = name.is_some_and(|name| name > first.tokens.start + 1 && noun(name - 1));
    behind_noun && tokens.word(first.tokens.start).is(Class::Determiner) && clauses[1..].iter().all(tied)
}

/// "He claimed, giving no proof, | that rebels had left", "said in a note released on Friday | that they had": what is said,
/// behind an insertion or behind when it was made known.
fn says_late(tokens: &Tokens, start: usize, clauses: &[Clause], verb: &Verb) -> bool {
    let [.., said, inserted] = clauses else { return false };
    let says = tokens.word(said.verb.head).any(&[Class::Saying, Class::Claiming]) && said.verb.tense.is_finite();
    if !says || inserted.role != Role::Participle || tokens.folded(start) != "that" {
        return false;
    }
    let told = verb.group.start > start + 1;
    let made_known = inserted.verb.passive
        && told
        && is_of_said_thing(tokens, said.verb.group.end, inserted.verb.group.start)
        && tokens.word(said.verb.group.end).is(Class::Preposition);
    tokens.folded(start - 1) == "," || made_known
}

/// Whether a finite verb follows on a noun of the clause before, and nothing opens a clause between.
fn is_bare(tokens: &Tokens, clauses: &[Clause], verb: &Verb, start: usize) -> bool {
    let apart = clauses.last().is_some_and(|before| before.verb.group.end < verb.group.start);
    let before = start.saturating_sub(1);
    // "That a man who left Oslo | had admitted it": the verb of what is said.
    let voice = tokens.word(verb.head).any(&[Class::Saying, Class::Attitude]);
    let apart = apart && !clauses.last().is_some_and(|before| before.role == Role::Relative);
    apart && voice && start == verb.group.start && verb.tense.is_past() && tokens.all[before].is_word()
}

/// The clause that a new one with this role hangs on: the one before it, or for "and" the last one of the same rank.
fn parent(clauses: &[Clause], role: Role) -> Option<usize> {
    match role {
        Role::Main => None,
        Role::Coordinate => clauses.iter().rposition(|clause| clause.role.stands_alone()),
        _ => clauses.len().checked_sub(1),
    }
}

/// "Two days | after he resigned, the party met": how far from it the rest lies is said before what the first verb tells.
fn first_border(tokens: &Tokens, sentence: &Range<usize>, verb: &Verb) -> (usize, Role) {
    let after = opening_distance(tokens, sentence).map(|distance| distance.at).filter(|at| *at < verb.group.start);
    match after.filter(|at| verb.tense.is_finite() && !comma_before(tokens, *at, verb)) {
        Some(at) => (at, Role::Adverbial),
        None => (sentence.start, first_role(tokens, sentence, verb)),
    }
}

fn first_role(tokens: &Tokens, sentence: &Range<usize>, verb: &Verb) -> Role {
    // "So the town was shelled", "so when the town was shelled, …".
    let mark = usize::from(opens_quote(tokens, sentence.start));
    let first = sentence.start + mark;
    // "And that fire went on".
    let behind_joint = sentence.start + usize::from(tokens.word(sentence.start).is(Class::Conjunction));
    let first = tokens.word(first + usize::from(tokens.folded(first) == "so"));
    match verb.tense {
        Tense::Infinitive => Role::Infinitive,
        Tense::Participle => Role::Participle,
        _ if (behind_joint + 1..verb.group.start).any(|at| opens_relative(tokens, at)) => Role::Relative,
        _ if first.is(Class::Subordinator) && !comma_before(tokens, sentence.start, verb) => Role::Adverbial,
        _ if (sentence.start + 2..verb.group.start).any(|at| opens_second(tokens, at, verb)) => Role::Adverbial,
        _ => Role::Main,
    }
}

/// "On Tuesday, as he met the envoy, …": what the first verb belongs to begins behind an adverbial.
fn opens_second(tokens: &Tokens, at: usize, verb: &Verb) -> bool {
    tokens.folded(at - 1) == "," && tokens.word(at).is(Class::Subordinator) && !comma_before(tokens, at, verb)
}

/// "…, who has backed Kyiv": the first verb belongs to a relative clause, and the main one is still to come.
fn opens_relative(tokens: &Tokens, at: usize) -> bool {
    let quotes = opens_quote(tokens, at - 1);
    // "During that meeting".
    let phrase = tokens.folded(at) == "that" && tokens.word(at - 1).is(Class::Preposition);
    let after_noun = !tokens.word(at - 1).any(&[Class::Saying, Class::Holding]) && !quotes && !phrase;
    tokens.word(at).is(Class::Relative)
        && matches!(tokens.folded(at), "who" | "which" | "whose" | "whom" | "that")
        && after_noun
        && !tokens.word(at + 1).is(Class::Relative)
}

fn comma_before(tokens: &Tokens, start: usize, verb: &Verb) -> bool {
    (start..verb.group.start).any(|at| tokens.folded(at) == ",")
}

/// Where the clause of `verb` begins, after the clause `before`, and what it is.
fn border(tokens: &Tokens, before: &Clause, verb: &Verb) -> (usize, Role) {
    let gap = before.verb.group.end..verb.group.start;
    if verb.tense == Tense::Infinitive || tokens.folded(verb.group.start) == "to" {
        return (verb.group.start, Role::Infinitive);
    }
    if verb.tense == Tense::Participle {
        return (verb.group.start, Role::Participle);
    }
    let behind = quote_end(tokens, gap.clone());
    let gap = behind.unwrap_or(gap.start)..gap.end;
    // "Has held it since Friday; | it seized the bridge".
    let semicolon = gap.clone().rfind(|at| tokens.all[*at].shape == Shape::Mark && tokens.folded(*at) == ";");
    let gap = semicolon.unwrap_or(gap.start)..gap.end;
    let opener = gap.clone().rev().find(|at| opens_clause(tokens, *at) && !is_inserted(tokens, *at, gap.end));
    if let Some(at) = opener.filter(|at| !joined_later(tokens, *at..gap.end)) {
        return (at, opened_role(tokens, before, at));
    }
    if let Some(behind) = behind.filter(|behind| *behind < gap.end) {
        return (behind, Role::Coordinate);
    }
    let introduces = tokens.word(before.verb.head).any(&[Class::Saying, Class::Holding, Class::Claiming]);
    match gap.clone().rev().find(|at| is_border(tokens, *at) && !joins_names(tokens, *at)) {
        Some(at) if tokens.word(at).is(Class::Conjunction) => {
            (two_sources(tokens, gap.start..at, verb).unwrap_or(at), Role::Coordinate)
        }
        // "… and on Friday the minister, Ann Roe, | left": the clause begins before the apposition.
        Some(at) if at + 1 == gap.end && joined_before(tokens, gap.start..at).is_some() => {
            (joined_before(tokens, gap.start..at).unwrap_or(at), Role::Coordinate)
        }
        Some(at) if introduces && opens_quote(tokens, at) => (at, Role::Content),
        Some(at) => (time_before(tokens, gap.start..at).unwrap_or(at + 1), Role::Coordinate),
        // "Said earlier this week it would close": that is when it was said.
        // So does "a statement saying | it had closed".
        // "A truce that was agreed on Monday | was broken": nobody stands between.
        None if introduces
            && !(before.verb.passive && time(tokens, gap.clone()) == Some(gap.end))
            && (before.verb.tense.is_finite() || is_pronoun(tokens, gap.start)) =>
        {
            // "Told the court on Monday | he had lied".
            let pronoun = gap.clone().next_back().filter(|at| tokens.word(*at).is(Class::Subject));
            // "Said | last week's talks had failed".
            let behind = || time(tokens, gap.clone()).filter(|end| *end < gap.end && !is_possessive(tokens, *end));
            // "Asked him about words | he had said".
            let about = |at: usize| tokens.folded(at) == "about" || at == gap.start && tokens.folded(at) == "of";
            match pronoun.filter(|_| gap.clone().any(about)) {
                Some(at) => (at, Role::Relative),
                None => (pronoun.or_else(behind).unwrap_or(gap.start), Role::Content),
            }
        }
        None => {
            // "The struggle he often describes": a pronoun opens a clause that tells of the noun before it.
            let adverb = |at: &usize| tokens.word(*at).is(Class::Adverb);
            let subject = gap.clone().rev().find(|at| !adverb(at));
            let bare = subject.filter(|at| tokens.word(*at).is(Class::Subject) && *at > gap.start);
            bare.map_or((verb.group.start, Role::Coordinate), |at| (at, Role::Relative))
        }
    }
}

/// "Iraq opened the dam; | on Monday, rebels left", "… | and in March, rebels left": a time between a mark or "and" and the
/// comma belongs to what follows.
fn time_before(tokens: &Tokens, gap: Range<usize>) -> Option<usize> {
    let opener = gap.clone().rfind(|at| is_border(tokens, *at) && !joins_names(tokens, *at))?;
    let told = tokens.folded(gap.end) == "," && when(tokens, opener + 1..gap.end) == Some(gap.end);
    let joins = tokens.word(opener).is(Class::Conjunction);
    (told && (joins || tokens.folded(opener) == ";")).then_some(opener + usize::from(!joins))
}

/// "…, residents | and a diplomat said": behind a comma both say it.
fn two_sources(tokens: &Tokens, gap: Range<usize>, verb: &Verb) -> Option<usize> {
    let comma = gap.clone().rfind(|at| tokens.folded(*at) == ",")?;
    let people = |at: usize| {
        let many = tokens.word(at).can(Form::Noun) && tokens.ends(at, b"s");
        many || tokens.word(at).any(&[Class::Person, Class::Title]) || tokens.all[at].is_capital()
    };
    let short = (comma + 1..gap.end).len() <= 4 && comma + 1 < gap.end && people(gap.end - 1);
    (short && tokens.word(verb.head).is(Class::Saying)).then_some(comma + 1)
}

/// Where ", and" begins before an apposition that a comma closes.
fn joined_before(tokens: &Tokens, gap: Range<usize>) -> Option<usize> {
    let joins = |at: &usize| {
        let apart = *at > gap.start && tokens.folded(*at - 1) == ",";
        apart && tokens.word(*at).is(Class::Conjunction) && !joins_names(tokens, *at)
    };
    let and = gap.clone().rfind(joins)?;
    (and..gap.end).any(|at| tokens.folded(at) == ",").then_some(and)
}

fn is_pronoun(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at).is(Class::Subject) || tokens.folded(at) == "it"
}

/// "We go as friends,” the envoy said": where somebody's words end that began before; returns the place behind.
fn quote_end(tokens: &Tokens, mut gap: Range<usize>) -> Option<usize> {
    let (at, side, behind) = gap.find_map(|at| mark(tokens, at).map(|(side, behind)| (at, side, behind)))?;
    let glued = at > 0 && tokens.all[at - 1].end == tokens.all[at].start;
    (side == Side::Closing && glued && ends_phrase(tokens, at - 1)).then_some(behind)
}

/// "That Hansen, even | as a mayor, | had lied": a phrase between commas right before the verb opens no clause.
fn is_inserted(tokens: &Tokens, at: usize, verb: usize) -> bool {
    let comma = |at: usize| tokens.folded(at) == ",";
    let phrase = tokens.word(at).is(Class::Preposition) && !tokens.word(at + 1).is(Class::Subject);
    let opened = at > 1 && (comma(at - 1) || comma(at - 2));
    phrase && opened && comma(verb - 1) && verb > at + 2 && !(at + 1..verb - 1).any(comma)
}

fn opens_clause(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    if !(word.is(Class::Relative) || word.is(Class::Subordinator) && tokens.all[at].shape != Shape::Mark) {
        return false;
    }
    let next = tokens.word(at + 1);
    match tokens.folded(at) {
        // "Killed as many as 200 people", "a man known as Berg said so".
        "as" if tokens.folded(at + 1) == "well" && tokens.folded(at + 2) != "as" => false,
        "as" if is_amount(tokens, at) || at > 1 && is_amount(tokens, at - 2) => false,
        "as" => at == 0 || !is_among(CALLED, tokens.folded(at - 1)),
        // "The deaths so far", "a strain never seen before has spread", "Berg once described it".
        "so" => tokens.folded(at + 1) != "far",
        "before" | "since" | "after" => !next.any(&[Class::Have, Class::Be, Class::Modal]),
        "once" => !next.can(Form::Past),
        _ => true,
    }
}

/// What stands before an "as" that opens no clause.
const CALLED: &str = "known described such confirmed identified seen regarded viewed hailed listed";

/// Whether a mark opens a quotation, or may.
pub(super) fn opens_quote(tokens: &Tokens, at: usize) -> bool {
    let mark = tokens.all.get(at).is_some_and(|token| token.shape == Shape::Mark);
    mark && matches!(tokens.written(at), "“" | "\"" | "‘" | "'" | "`")
}

fn opened_role(tokens: &Tokens, before: &Clause, at: usize) -> Role {
    let word = tokens.folded(at);
    let head = tokens.word(before.verb.head);
    // "Will offer 3 % of the stock that it owns", "agreed a swap that freed four".
    let stock = tokens.word(at - 1).can(Form::Noun) && !tokens.word(at - 1).is(Class::Weekday);
    let next = tokens.word(at + 1);
    let bare = stock && (next.can(Form::Past) || next.is(Class::Modal));
    let introduces = head.any(&[Class::Saying, Class::Claiming])
        || head.is(Class::Holding) && !bare
        || head.is(Class::Ahead) && !stock;
    // "Told reporters in remarks | that were aired live": what it tells of stands before it.
    let whose = word == "that" && stock && tokens.folded(at - 1).ends_with('s') && next.any(&[Class::Be, Class::Have]);
    match word {
        "that" if whose && tokens.word(at - 2).is(Class::Preposition) => Role::Relative,
        "that" | "whether" | "how" | "what" | "why" if introduces || before.verb.group.end == at => Role::Content,
        _ if tokens.word(at).is(Class::Relative) && word != "when" => Role::Relative,
        _ => Role::Adverbial,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    fn check(text: &str, expected: &[(&str, Role)]) {
        let lexicon = Lexicon::new();
        let mut tokens = Tokens::new(text);
        let sentence = tokens.cut(0..text.len(), &lexicon);
        let found: Vec<_> =
            clauses(&tokens, sentence).into_iter().map(|clause| (tokens.slice(clause.tokens), clause.role)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn borders_and_roles() {
        use Role::*;
        check(
            "After the dam broke, people left and the army said it would help.",
            &[
                ("After the dam broke,", Adverbial),
                ("people left", Main),
                ("and the army said", Coordinate),
                ("it would help.", Content),
            ],
        );
        check(
            "The mayor, who lives there, said that rockets had hit a school.",
            &[("The mayor, who lives there,", Relative), ("said", Main), ("that rockets had hit a school.", Content)],
        );
        check(
            "She was sworn in as president on Monday, and nobody spoke.",
            &[("She was sworn in as president on Monday,", Main), ("and nobody spoke.", Coordinate)],
        );
        check(
            "He left the town after the raid, troops said.",
            &[("He left the town after the raid,", Main), ("troops said.", Coordinate)],
        );
        check(
            "On Tuesday, as he met the envoy, troops left.",
            &[("On Tuesday, as he met the envoy,", Adverbial), ("troops left.", Main)],
        );
        check(
            "They use it as a weapon,” Hansen, an envoy, told reporters.",
            &[("They use it as a weapon,”", Main), ("Hansen, an envoy, told reporters.", Coordinate)],
        );
        check("The deaths so far have been few.", &[("The deaths so far have been few.", Main)]);
        check(
            "He issued a note saying it had closed.",
            &[("He issued a note", Main), ("saying", Participle), ("it had closed.", Content)],
        );
        check(
            "The firm said earlier this week it would close.",
            &[("The firm said earlier this week", Main), ("it would close.", Content)],
        );
        check(
            "The firm has sold the guns Iraq announced.",
            &[("The firm has sold the guns Iraq", Main), ("announced.", Relative)],
        );
        check(
            "Hansen, who has spoken up since he left Oslo, praised Berg.",
            &[("Hansen, who has spoken up", Relative), ("since he left Oslo,", Adverbial), ("praised Berg.", Main)],
        );
        check(
            "He said that Berg, even as a mayor, had lied.",
            &[("He said", Main), ("that Berg, even as a mayor, had lied.", Content)],
        );
        check(
            "The envoy told the court on Monday he had lied.",
            &[("The envoy told the court on Monday", Main), ("he had lied.", Content)],
        );
        check("He told of the talks he had held.", &[("He told of the talks", Main), ("he had held.", Relative)]);
        check("During that meeting, he left.", &[("During that meeting, he left.", Main)]);
        check("The union (WHO) left.", &[("The union (WHO) left.", Main)]);
        check("He agreed to meet envoys in Paris.", &[("He agreed", Main), ("to meet envoys in Paris.", Infinitive)]);
    }

    #[test]
    fn an_apposition_is_no_border() {
        use Role::*;
        check(
            "Envoys left without a date, and on Friday the minister, Ann Roe, flew home.",
            &[("Envoys left without a date,", Main), ("and on Friday the minister, Ann Roe, flew home.", Coordinate)],
        );
    }

    #[test]
    fn what_goes_on_waits_for_the_main_verb() {
        use Role::*;
        check(
            "The envoy, who left Oslo and was freed, has met the king.",
            &[("The envoy, who left Oslo", Relative), ("and was freed,", Relative), ("has met the king.", Main)],
        );
        check(
            "As the port was hit, and the town was shelled, they decided.",
            &[("As the port was hit,", Adverbial), ("and the town was shelled,", Adverbial), ("they decided.", Main)],
        );
    }

    #[test]
    fn as_is_a_phrase_up_to_a_mark() {
        use Role::*;
        check(
            "The quake killed as many as 200 people and left Oslo in ruins.",
            &[("The quake killed as many as 200 people", Main), ("and left Oslo in ruins.", Coordinate)],
        );
        check(
            "A man known online as “Chin,” was held.",
            &[("A man known online as “Chin,”", Participle), ("was held.", Main)],
        );
        check(
            "A man who opened fire and killed two people has been held.",
            &[("A man who opened fire", Relative), ("and killed two people", Relative), ("has been held.", Main)],
        );
    }

    #[test]
    fn that_tells_of_the_noun_before_it() {
        use Role::*;
        check(
            "Norway agreed a swap that took two weeks.",
            &[("Norway agreed a swap", Main), ("that took two weeks.", Relative)],
        );
        check(
            "The state will offer crowns for the stock that it has.",
            &[("The state will offer crowns for the stock", Main), ("that it has.", Relative)],
        );
        check("“That was a blow,” he said.", &[("“That was a blow,”", Main), ("he said.", Coordinate)]);
    }

    #[test]
    fn and_between_names_is_no_border() {
        use Role::*;
        check(
            "The envoy said Oslo and Bergen had agreed.",
            &[("The envoy said", Main), ("Oslo and Bergen had agreed.", Content)],
        );
    }

    #[test]
    fn what_tells_of_the_subject_is_not_the_main_clause() {
        use Role::*;
        check(
            "Two ships carrying guns, cars and a tank left Oslo.",
            &[("Two ships carrying guns, cars and a tank", Participle), ("left Oslo.", Main)],
        );
        check(
            "The first person Olga Berg met was a lawyer.",
            &[("The first person Olga Berg met", Relative), ("was a lawyer.", Main)],
        );
    }

    #[test]
    fn as_names_and_opens() {
        use Role::*;
        check(
            "A strain never seen before has spread.",
            &[("A strain never seen before", Participle), ("has spread.", Main)],
        );
        check("And that fire went on.", &[("And that fire went on.", Main)]);
        check("He said that Berg once described it.", &[("He said", Main), ("that Berg once described it.", Content)]);
        check(
            "A sergeant known as Berg said they were tired.",
            &[("A sergeant known as Berg", Participle), ("said", Main), ("they were tired.", Content)],
        );
    }
}
