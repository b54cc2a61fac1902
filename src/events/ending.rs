//! Where the words of a headline can end before their sentence does, and what is lost there.
//!
//! An ending leaves a complete clause: what a verb waits for stays ("agreed on Friday" says nothing without "to lend"), a
//! noun keeps what makes it that one ("the first leader to visit"), and nothing loose remains. Cutting at a mark or before
//! a phrase loses little; before a condition it loses what the sentence hangs on.

use super::clause::{Clause, Role};
use super::joined::{is_in_list, joins_clauses, joins_things};
use super::lexicon::{Class, Form};
use super::limited::{is_due, is_limited};
use super::quoted::{is_in_phrase, is_quoted};
use super::shorten::Told;
use super::stopgap::{LAST, hangs, is_begun, is_conditional, is_left_open, stopgap, tells};
use super::together::is_gapped;
use super::token::{Shape, Tokens};
use super::unfinished::is_unfinished;

/// What is lost if `told` ends before `at`, `None` where it cannot. Somebody's words are broken off before a mark, or where
/// they must be, and never before a condition.
pub(super) fn loss_at(told: &Told, at: usize) -> Option<u32> {
    if at == told.words.end {
        return Some(0);
    }
    match loss(told, at).filter(|_| !is_in_phrase(told.tokens, told.words.end, at))? {
        loss @ 2.. if is_quoted(told.tokens, &told.words, at) => {
            let cut = loss > 2 && is_conditional(told, at) || is_due(told, at);
            (!cut).then_some(loss + 4)
        }
        loss => Some(loss),
    }
}

/// What is lost if the words end before `at`: 1 for what is only added, 4 for a phrase, 5 for a purpose, 6 for what the
/// clause hangs on. `None` where they cannot end.
fn loss(told: &Told, at: usize) -> Option<u32> {
    behind(told, at).or_else(|| stopgap(told, at)).filter(|_| {
        let whole = !hangs(told, at) && !is_bare(told, at) && !is_limited(told, at);
        whole && (!is_unfinished(told, at) || tells(told, at)) && !is_awaited(told, at) && !is_begun(told, at)
    })
}

/// What is lost behind `at`, whatever stands before it.
fn behind(told: &Told, at: usize) -> Option<u32> {
    let (tokens, clauses) = (told.tokens, told.clauses);
    let (word, before) = (tokens.word(at), tokens.word(at - 1));
    if tokens.all[at].shape == Shape::Capital {
        return None;
    }
    if tokens.all[at].shape == Shape::Mark {
        // "Invited her to visit Oslo | “to see what led to it”".
        if tokens.written(at) == "“" && tokens.folded(at + 1) == "to" && is_thing(tokens, at - 1) {
            return Some(5);
        }
        // "The envoy said: “We go.”"
        let says = told.verb.end <= at && tokens.word(told.verb.end.saturating_sub(1)).is(Class::Saying);
        let parts = matches!(tokens.written(at), "," | ";" | "—" | "–" | "-" | "(");
        let parts = parts || tokens.written(at) == ":" && !says;
        return (parts && !is_in_list(tokens, at, told.words.end)).then_some(1);
    }
    let opened = clauses.iter().position(|clause| clause.tokens.start == at || clause.verb.group.start == at);
    let role = opened.map(|at| clauses[at].role);
    let next = tokens.folded(at + 1);
    match tokens.folded(at) {
        "due" if next == "to" || tokens.all[at + 1].shape == Shape::Mark => Some(4),
        // "Hopes grew dimmer | the longer it went on".
        "the" if next.ends_with("er") && tokens.folded(at - 1).ends_with("er") => Some(4),
        "together" | "along" if next == "with" => Some(4),
        "of" if is_place(tokens, at - 1) => Some(6),
        "of" | "whether" | "than" | "per" => None,
        "as" if matches!(tokens.folded(at + 1), "well" | "part") => Some(2),
        "to" => to(told, at, opened),
        "as" if role != Some(Role::Adverbial) => Some(6),
        "if" | "unless" | "until" | "till" | "without" | "except" => Some(6),
        _ if role == Some(Role::Content) => None,
        // "Disclosed in May that it knew": this "that" tells no more of May.
        "that" if before.any(&[Class::Weekday, Class::Month]) || is_day_of_month(tokens, at - 1) => None,
        "that" => (role == Some(Role::Relative) && is_whole(told, at)).then_some(4),
        _ if word.is(Class::Conjunction) && (joins_clauses(tokens, at) || role == Some(Role::Coordinate)) => Some(2),
        // "To seize the town | and to hold it".
        _ if word.is(Class::Conjunction) && next == "to" && !before.is(Class::Conjunction) => {
            tokens.word(at + 2).can(Form::Base).then_some(3)
        }
        _ if word.is(Class::Conjunction) => joins_things(tokens, at).then_some(5),
        _ if is_measure(tokens, at) => Some(4),
        _ if is_counted(tokens, at) => None,
        _ if word.is(Class::Relative) && tokens.written(at - 1) != "," => is_whole(told, at).then_some(2),
        _ if word.any(&[Class::Relative, Class::Subordinator]) => Some(2),
        _ if word.is(Class::Preposition) => Some(if is_vague(tokens, at) { 6 } else { 4 }),
        _ if role == Some(Role::Participle) => {
            opened.filter(|of| describes(told, at, *of) && !is_gapped(tokens, clauses, *of)).map(|_| 4)
        }
        _ => None,
    }
}

/// "July | 21".
fn is_day_of_month(tokens: &Tokens, at: usize) -> bool {
    tokens.all[at].shape == Shape::Number && at > 0 && tokens.word(at - 1).is(Class::Month)
}

/// Nouns and particles that wait for the preposition behind them: "in order to", "in line with", "according to".
pub(super) const LINKS: &str = "order response addition exchange line contrast relation reference regard accordance connection according due thanks close such as well so more less rather other together along prior eligible";

/// Whether a verb that says nothing alone would stand at the end.
pub(super) fn is_bare(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let ends = |clause: &Clause| {
        let behind = clause.verb.group.end..at;
        let last = behind.start <= at && behind.clone().all(|at| tokens.all[at].shape == Shape::Mark);
        // "Less severe than first thought", "as planned".
        let than = |at: usize| matches!(tokens.folded(at), "than" | "as");
        let (start, finite) = (clause.verb.group.start, clause.verb.tense.is_finite());
        let compared = !finite && start > 1 && (than(start - 1) || than(start - 2));
        last && !compared && clause.verb.group.start >= told.words.start
    };
    // "What was going | on".
    let goes = told.tokens.folded(at) == "on" && told.tokens.folded(at - 1) == "going";
    let bare = |of: usize| {
        ends(&told.clauses[of]) && !says_all(tokens, &told.clauses[of]) && !is_gapped(tokens, told.clauses, of)
    };
    goes || (0..told.clauses.len()).any(bare)
}

/// "Issued an exemption | for", "hit an area | around": what a single thing is, when its phrase is gone.
fn is_vague(tokens: &Tokens, at: usize) -> bool {
    let from = at.saturating_sub(3);
    (from..at).any(|at| matches!(tokens.folded(at), "a" | "an")) && (from..at).all(|at| tokens.all[at].is_word())
}

/// "Signed a law | to punish the rest", "sent fighter jets | to Norway"; not "urged the firms | to do more".
fn to(told: &Told, at: usize, opened: Option<usize>) -> Option<u32> {
    let (tokens, before) = (told.tokens, told.tokens.word(at - 1));
    let Some(clause) = opened.filter(|of| told.clauses[*of].role == Role::Infinitive) else {
        // "A medium | to long-range system"; not "switched | to Real Sociedad".
        if tokens.word(at + 1).usual == b'a' && tokens.all[at + 1].shape == Shape::Small {
            return None;
        }
        let waits = matches!(
            tokens.folded(at - 1),
            "access" | "attention" | "end" | "rise" | "way" | "birth" | "return" | "visit"
        );
        // "The plan was leaked | to the press".
        let done = |clause: &Clause| clause.verb.group.end == at && clause.verb.passive && says_all(tokens, clause);
        let thing = before.can(Form::Noun) || tokens.all[at - 1].is_capital() && !joins_places(tokens, at);
        let whole = thing && is_whole(told, at) || told.clauses.iter().any(done);
        return (!waits && whole).then_some(6);
    };
    // "Reviews detailed plans | to take it": what is detailed waits for nothing.
    let asks = |before: &Clause| {
        let verb = &before.verb;
        before.role != Role::Participle || verb.group.end + 1 != at || tokens.word(verb.head).can(Form::Gerund)
    };
    let verb = &told.clauses[..clause].iter().rfind(|before| asks(before))?.verb;
    let head = tokens.word(verb.head);
    let calls_for = tokens.folded(verb.group.end) == "for";
    // "Set up a firm | to sell guns", "claimed the first use of it | to stop trains".
    let own = tokens.folded(verb.group.end) == "up" || head.is(Class::Claiming);
    let moves = verb.group.end == at
        || !calls_for && !own && head.any(&[Class::Ahead, Class::Done, Class::Be, Class::Attitude]);
    // "Calls for residents | to stay inside".
    let calls = |at: usize| tokens.folded(at) == "for" && !tokens.word(at + 1).is(Class::Weekday);
    let stays = moves || (verb.group.end + 1..at).any(calls);
    let hollow = before.is(Class::Ahead) || before.any(&[Class::SaidThing, Class::Voiced]);
    let loss = match is_whole(told, at) {
        true => 5 + u32::from(hollow),
        false => LAST,
    };
    (!stays && is_thing(tokens, at - 1)).then_some(loss)
}

/// "Left from Oslo | to Bergen", "gave Hansen | to the others": a name that says nothing without the other.
fn joins_places(tokens: &Tokens, at: usize) -> bool {
    !matches!(tokens.folded(at.saturating_sub(2)), "of" | "and")
}

/// Whether a participle only tells more of the noun before it: "ports | aimed at exports"; not "began issuing", "saw him
/// freed".
fn describes(told: &Told, at: usize, clause: usize) -> bool {
    let verb = clause.checked_sub(1).map_or("", |before| told.tokens.folded(told.clauses[before].verb.head));
    let has = matches!(verb, "have" | "has" | "had") && told.tokens.word(at).can(Form::Participle);
    let completes = has
        || [
            "see", "sees", "saw", "seen", "get", "got", "keep", "kept", "leave", "left", "hear", "heard", "find",
            "found", "show", "shown", "watch", "watched",
        ]
        .contains(&verb);
    let tokens = told.tokens;
    // "39 | detached houses", "if the west | reviewed".
    let next = tokens.word(at + 1);
    let noun_too = tokens.word(at).can(Form::Gerund) && tokens.word(at).can(Form::Noun);
    // "A decree | authorising President Hansen to act": no such word stands before a name.
    let acts = tokens.word(at).can(Form::Gerund) && !noun_too && tokens.all[at + 1].is_capital();
    let before_noun = next.can(Form::Noun) && !next.any(&[Class::Preposition, Class::Determiner]) && !acts;
    let opened = (at.saturating_sub(4)..at).any(|at| tokens.word(at).is(Class::Subordinator));
    // "Russian | shelling".
    let doing = told.clauses[clause].verb.group.len() == 1 && tokens.word(at).can(Form::Gerund);
    let noun = if doing { tokens.word(at - 1).can(Form::Noun) } else { is_thing(tokens, at - 1) };
    let noun = noun && tokens.all[at - 1].shape != Shape::Number && !(doing && tokens.all[at - 1].is_capital());
    !completes && !before_noun && !noun_too && !opened && noun && is_whole(told, at)
}

/// Whether the noun phrase that ends before `at` needs nothing more: not "the first day | that", "no one | trained".
pub(super) fn is_whole(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let verbs = told.clauses.iter().map(|clause| clause.verb.group.end).filter(|end| *end <= at);
    let from = verbs.max().unwrap_or(told.words.start);
    let picks = |at: usize| {
        matches!(
            tokens.folded(at),
            "first" | "last" | "only" | "no" | "any" | "all" | "every" | "most" | "enough" | "too" | "same" | "those"
        )
    };
    let said = tokens.word(at - 1).is(Class::SaidThing) && tokens.folded(at) == "that";
    // "The strongest storm | to hit the town".
    let most = |at: usize| tokens.word(at).usual == b'a' && tokens.ends(at, b"est") && tokens.folded(at) != "west";
    let picks = |at: usize| picks(at) || most(at);
    let day = |at: usize| is_unit(tokens, at) || tokens.word(at).any(&[Class::Weekday, Class::Month]);
    !said && !(from..at).any(|at| picks(at) && !day(at + 1))
}

/// Whether a noun, a name or a number can stand here.
pub(super) fn is_thing(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    let known = word.can(Form::Noun) && !word.any(&[Class::Preposition, Class::Determiner, Class::Adverb]);
    // "An intensification": a word in no table that no verb or adverb could be.
    let unknown = word.is_formless()
        && tokens.all[at].shape == Shape::Small
        && !["ed", "ly", "ing"].iter().any(|end| tokens.folded(at).ends_with(end));
    let known = known || unknown && !word.any(&[Class::Preposition, Class::Conjunction, Class::Relative]);
    tokens.all[at].is_capital() || tokens.all[at].shape == Shape::Number || known || tokens.folded(at) == "%"
}

/// Whether, behind `at`, something comes that the verb before it waits for: "on Friday to lend", "for years that".
fn is_awaited(told: &Told, at: usize) -> bool {
    let (tokens, clauses) = (told.tokens, told.clauses);
    // "Told the hearing on Friday that": a noun that looks like a verb says nothing.
    let finite = |clause: &Clause| clause.verb.tense.is_finite() && clause.verb.group.end <= at;
    let Some(finite) = clauses.iter().rposition(finite) else { return false };
    let (verb, verb_end) = (tokens.word(clauses[finite].verb.head), clauses[finite].verb.group.end);
    let says = verb.any(&[Class::Saying, Class::Holding, Class::Claiming, Class::Showing]);
    let next = clauses[finite..].iter().find(|clause| clause.verb.group.end > at);
    let until = next.map_or(told.words.end, |next| next.verb.group.start);
    let mut rest = (at + 1..until).take_while(|at| tokens.all[*at].shape != Shape::Mark);
    // "Praised him | for how well he played": a phrase is not what is said.
    let phrase = |start: usize| start > 0 && tokens.word(start - 1).is(Class::Preposition);
    let said = |next: &Clause| next.role == Role::Content && !phrase(next.tokens.start);
    let content = next.is_some_and(|next| said(next) && next.tokens.start > at) || is_late(told, finite, at);
    // "Urged citizens in the town, a key area, | to leave".
    let behind = clauses[finite + 1..].iter().take_while(|clause| !clause.verb.tense.is_finite());
    let purpose = behind.map(|clause| clause.verb.group.start).find(|start| tokens.folded(*start) == "to");
    // "Warned people in Oslo | to leave"; not "stressed the role | played by rockets to help it".
    // "Responded to the crash | to find", "support the plan | in May to end it".
    let against = matches!(tokens.folded(verb_end), "against" | "about" | "of");
    // "Called a meeting | to discuss it".
    let calls =
        matches!(tokens.folded(verb_end - 1), "called" | "calls") && matches!(tokens.folded(verb_end), "a" | "an");
    let asks = says
        && !against
        && !calls
        && !ASKS_NOBODY.contains(&tokens.folded(clauses[finite].verb.head))
        && clauses.get(finite + 1).is_some_and(|next| next.role == Role::Infinitive);
    // "Started | to fall"; not "started a petition | calling on Oslo to pay", "plans flights | to Oslo to help trade".
    let done = verb.is(Class::Done) || tokens.folded(clauses[finite].verb.head).starts_with("plan");
    let ahead = verb.is(Class::Ahead) && !done || done && tokens.folded(verb_end) == "to";
    // "Asked them to consider the talks | in the wake of raids that hit Oslo": what was asked is told.
    let told_already = clauses.get(finite + 1).is_some_and(|next| {
        next.role == Role::Infinitive && next.verb.group.end <= at && next.verb.group.start <= verb_end + 3
    });
    // "Was found guilty | of raids that hit Oslo": no more is said by who was found.
    let found = clauses[finite].verb.passive
        && !tokens.all[verb_end].is_capital()
        && tokens.word(verb_end).can(Form::Adjective);
    content
        || is_left_open(told, &clauses[finite].verb, at)
        || says && !told_already && !found && rest.any(|at| opens_content(told, at, verb.is(Class::Showing)))
        || purpose.is_some_and(|start| start > at) && (asks || ahead)
}

/// "Said in a talk with the Post | aired on Friday that the dam would hold": whether what is said comes behind a participle.
fn is_late(told: &Told, of: usize, at: usize) -> bool {
    let (tokens, clauses) = (told.tokens, told.clauses);
    if !matches!(tokens.folded(clauses[of].verb.head), "said" | "says" | "wrote") {
        return false;
    }
    let later = clauses[of + 1..].iter().find(|next| next.verb.group.end > at && next.role != Role::Participle);
    later.is_some_and(|next| {
        let commas = (clauses[of].verb.group.end..next.tokens.start).any(|at| tokens.folded(at) == ",");
        next.role == Role::Content && next.tokens.start > at && tokens.folded(next.tokens.start) == "that" && !commas
    })
}

/// Verbs of saying that ask nobody to do anything.
const ASKS_NOBODY: [&str; 8] = ["responded", "replied", "spoke", "talked", "wrote", "support", "supports", "supported"];

/// Whether "that" or "whether" opens what is said; behind a verb that also takes a thing ("found him guilty of raids | that
/// hit Oslo"), where it does not only tell more of a noun.
fn opens_content(told: &Told, at: usize, shows: bool) -> bool {
    let relative = |clause: &Clause| clause.tokens.start == at && clause.role == Role::Relative;
    matches!(told.tokens.folded(at), "that" | "whether") && !(shows && told.clauses.iter().any(relative))
}

/// "A densely populated area | of the city": a place is one without its name.
fn is_place(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at), "area" | "city" | "town" | "village" | "district" | "region")
}

/// "A day | before the attack": the distance says nothing without what it is counted from.
fn is_counted(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at), "before" | "after" | "since") && at.checked_sub(1).is_some_and(|at| is_unit(tokens, at))
}

/// "Left for Oslo | two weeks after the raid", "| hours before".
pub(super) fn is_measure(tokens: &Tokens, at: usize) -> bool {
    let counts =
        |at: usize| tokens.word(at).any(&[Class::Number, Class::Determiner]) || tokens.all[at].shape == Shape::Number;
    let unit = at + usize::from(counts(at));
    !counts(at - 1) && is_unit(tokens, unit) && is_counted(tokens, unit + 1)
}

fn is_unit(tokens: &Tokens, at: usize) -> bool {
    matches!(
        tokens.folded(at).trim_end_matches('s'),
        "minute" | "hour" | "day" | "night" | "week" | "month" | "year" | "decade"
    )
}

/// Whether a verb needs nothing behind it: "the town was shelled", "“We go,” the envoy said", "by the shelling".
pub(super) fn says_all(tokens: &Tokens, clause: &Clause) -> bool {
    let (head, group) = (tokens.word(clause.verb.head), &clause.verb.group);
    let before = group.start.saturating_sub(12)..group.start;
    let behind_words = head.is(Class::Saying) && before.into_iter().any(|at| tokens.written(at) == "”");
    let noun = group.len() == 1 && head.can(Form::Gerund) && head.can(Form::Noun);
    let alone = || is_among(ALONE, tokens.folded(clause.verb.head));
    let waits = || {
        head.any(&[Class::Saying, Class::Holding, Class::Ahead, Class::State])
            || is_among(WAITING, tokens.folded(clause.verb.head))
    };
    behind_words || noun || clause.verb.passive && clause.verb.tense.is_finite() && !waits() || alone()
}

/// "Was placed", "was known", "was sparked": what somebody is put, called or moved to, or by what, is still to come.
const WAITING: &str = "place placed put base based know known make made use used set call called name named keep kept left see seen force forced allow allowed accuse accused give given take taken send sent moved brought handed sparked triggered prompted caused devoted dedicated aimed intended designed regarded described viewed treated attributed switched transferred converted preceded followed accompanied";

/// "The war would continue", "hundreds died": verbs without an object.
const ALONE: &str = "continue continuing perished expire expires expired vanished vanish protest protested resume resumed died die arrived arrive collapsed collapse resigned resign surrendered surrender began ended fell rose happened";

/// Whether a word stands in a list of words.
pub(super) fn is_among(list: &str, word: &str) -> bool {
    list.as_bytes().split(|byte| *byte == b' ').any(|listed| listed == word.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::shorten::tests::told;
    use super::*;

    /// Checks where a sentence can end behind its main verb: a bar and the loss before each such word.
    fn check(marked: &str) {
        let plain = (1..=6).fold(marked.to_owned(), |text, loss| text.replace(&format!("|{loss}"), ""));
        let text = plain.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",");
        let found = told(&text, |told| {
            let losses = |at: usize| (at > told.verb.end).then(|| loss(told, at)).flatten();
            let words = told.words.clone().filter(|at| at + 1 < told.words.end || told.tokens.written(*at) != ".");
            let words = words.map(|at| {
                let bar = losses(at).map_or(String::new(), |loss| format!("|{loss} "));
                format!("{bar}{}", told.tokens.written(at))
            });
            words.collect::<Vec<_>>().join(" ")
        });
        assert_eq!(found.replace(" ,", ","), marked.trim_end_matches('.'));
    }

    #[test]
    fn phrases_and_clauses_can_go() {
        check("The army struck the dam |4 in the region |1, killing three people |2 who lived there.");
        check("Troops left the town |4 on Friday |2 after the envoy arrived.");
        check("The envoy left Oslo |2 and the talks went on.");
        check("The talks follow three days |4 with Norwegian and US envoys.");
        check("The court cut the sentence |6 to 15 years.");
        check("Three people were killed and dozens of houses damaged |4 in Oslo.");
        check("The envoys left Oslo |2 when the plan was leaked |6 to the press |4 in May.");
    }

    #[test]
    fn what_is_awaited_stays() {
        check("The envoys agreed on Friday to lend money.");
        check("The envoy suggested to reporters in Oslo that the talks would go on.");
        check("The minister urged the firms to do more.");
        check("The envoy told the hearing on Friday that he knew it.");
        check("The firm disclosed in May that it knew.");
        check("The army urged people in Oslo, a town seized by rebels, to leave.");
        check("The envoy said at least 11 houses and 39 barns were hit.");
        check("The envoy said the talks in Oslo, which began in May, would end.");
    }

    #[test]
    fn what_makes_a_noun_that_one_stays() {
        check("She was the first envoy to visit Oslo.");
        check("The firm lost the last ship that it owned.");
        check("The army hit an area |6 around the dam.");
    }

    #[test]
    fn conditions_are_dear_and_denials_stay() {
        check("Norway will open its ports |6 if the limits are lifted.");
        check("The army was not in full control of the town.");
        check("The bridge was critical for the army.");
    }

    #[test]
    fn purposes_and_descriptions_can_go() {
        check("The envoys signed a law |5 to punish smugglers.");
        check("Work began at three ports |4 aimed at exports.");
        check("Police saw the envoy freed from prison.");
    }
}
