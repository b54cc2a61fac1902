//! The barest clause that still tells the happening, where nothing better fits.
//!
//! "The Norwegian hacker who had read the mail of the minister was sentenced to four years" stays true without what he had
//! read. Only what would end in an ellipsis is told so: what tells who somebody is goes, in front of the verb and behind
//! its object. Somebody's words stay whole, and so does who says something.

use super::clause::{Clause, Role};
use super::ending::{is_among, is_bare, is_thing, is_whole, loss_at, says_all};
use super::finite::is_possessive;
use super::joined::{is_in_list, joins_things};
use super::lexicon::{Class, Form};
use super::limited::is_limited;
use super::places::places;
use super::quoted::is_quoted;
use super::reduced::{OF_THINGS, has_object};
use super::shorten::{Kept, Told, shortened};
use super::spared::spared;
use super::stopgap::{LAST, hangs, is_amount, is_share};
use super::token::Shape;
use super::verbs::{is_border, joins_names};
use super::when::when;
use super::which::{precedes_noun, which};

/// What stays of `told` as the barest clause, if its verb is one that tells something.
pub(super) fn barest(told: &Told) -> Option<Kept> {
    let carries = |clause: &&Clause| clause.verb.group == told.verb && clause.verb.tense.is_finite();
    let clause = told.clauses.iter().find(carries).filter(|_| told.words.start < told.verb.start)?;
    if is_quoted(told.tokens, &told.words, told.words.start) || is_doubtful(told) {
        return None;
    }
    let mut spares = spared(told);
    spares.extend(which(told));
    spares.sort_by_key(|spare| spare.loss);
    let alone = says_all(told.tokens, clause) || is_alone(told, clause);
    let least = (told.verb.end + usize::from(!alone)).max(told.words.start + 4);
    shortened(told, &spares, places(told, least.min(told.words.end)), |at| loss_at(told, at).or_else(|| loss(told, at)))
}

/// "Supplies | sent from Oslo": whether the verb looks like one but may only describe what stands before it.
fn is_doubtful(told: &Told) -> bool {
    let tokens = told.tokens;
    let (at, next) = (told.verb.start, tokens.word(told.verb.end));
    let word = tokens.word(at);
    // What is mostly a participle, or has another verb behind it that stands alone.
    let bare = |clause: &Clause| {
        let verb = clause.verb.group.start;
        let plain = verb > at && verb == clause.tokens.start && clause.verb.tense.is_finite();
        plain && !(at..verb).any(|at| tokens.all[at].shape == Shape::Mark)
    };
    let often = matches!(word.usual, b'p' | b'a') || word.is_formless() || told.clauses.iter().any(bare);
    let done = word.can(Form::Participle) && often && next.is(Class::Preposition);
    let noun = word.can(Form::Third) && word.can(Form::Noun) && next.is(Class::Preposition);
    told.verb.len() == 1 && (done || noun)
}

/// What is lost before `at`, behind the object of the last verb: much, as that may be what makes it news.
fn loss(told: &Told, at: usize) -> Option<u32> {
    let tokens = told.tokens;
    let finite = |clause: &&Clause| clause.verb.tense.is_finite() && clause.verb.group.end <= at;
    let last = told.clauses.iter().rposition(|clause| finite(&clause))?;
    let clause = &told.clauses[last];
    if !carries(told, last) || is_quoted(tokens, &told.words, at) {
        return None;
    }
    let object = clause.verb.group.end..at;
    if object.is_empty() {
        let dated = when(tokens, at..told.words.end).is_some() || tokens.word(at).is(Class::Preposition);
        return (is_alone(told, clause) && dated).then_some(LAST + 2).filter(|_| !waits_for(told, clause));
    }
    let border = |at: usize| is_border(tokens, at) && !joins_names(tokens, at) && !is_possessive(tokens, at);
    let first = tokens.word(object.start);
    let waits = tokens.word(clause.verb.head).any(&[
        Class::Saying,
        Class::Claiming,
        Class::Holding,
        Class::Showing,
        Class::Ahead,
        Class::Attitude,
        Class::Done,
    ]);
    let phrase = first.is(Class::Preposition) && (waits || is_among(LINKED, tokens.folded(object.start + 1)))
        || first.any(&[Class::Subordinator, Class::Adverb])
        || when(tokens, object.clone()).is_some();
    let whole =
        object.len() > 1 && !phrase && !object.clone().any(border) && is_thing(tokens, at - 1) && is_whole(told, at);
    let opened = |clause: &Clause| {
        let (start, verb) = (clause.tokens.start, clause.verb.group.clone());
        verb.end == at
            || clause.role == Role::Content && start == at
            || clause.verb.tense.is_finite() && start < at && at <= verb.start && start < verb.start
    };
    let whole = whole && !told.clauses.iter().any(opened);
    let ends = whole && goes_on(told, clause, at) && !hangs(told, at) && !is_bare(told, at) && !is_limited(told, at);
    (ends && !waits_for(told, clause)).then_some(LAST + 1)
}

/// Whether the clause `at` is the one that is told, or what it says, and no content of its own is to come.
fn carries(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let clause = &told.clauses[at];
    let own = clause.verb.group == told.verb;
    let before = told.clauses[..at].iter().rfind(|before| before.verb.tense.is_finite());
    let said = clause.role == Role::Content
        && clause.tokens.start < clause.verb.group.start
        && before.is_some_and(|before| before.verb.group == told.verb);
    let finite = |next: &&Clause| next.verb.tense.is_finite() && next.role != Role::Infinitive;
    let next = told.clauses[at + 1..].iter().find(finite);
    let bare = |next: &Clause| next.tokens.start == next.verb.group.start;
    // "The man seen in Oslo, a lawyer, | left".
    let object = has_object(tokens, clause.verb.group.end);
    let main = next.is_some_and(|next| bare(next) && tokens.folded(next.tokens.start - 1) == ",") && !object;
    let tail = |next: &Clause| next.role == Role::Coordinate && tokens.word(next.verb.head).is(Class::Saying);
    let alone =
        next.is_none_or(|next| if introduces(told, clause.verb.head) { tail(next) } else { own || !bare(next) });
    (own || said) && alone && !main
}

/// Whether a verb may introduce what is said.
fn introduces(told: &Told, at: usize) -> bool {
    let says = told.tokens.word(at).any(&[Class::Saying, Class::Holding, Class::Claiming, Class::Showing]);
    says && !OF_THINGS.contains(&told.tokens.folded(at))
}

/// "Accused the firm | of", "sentenced the man | to".
fn waits_for(told: &Told, clause: &Clause) -> bool {
    is_among(WAITING, told.tokens.folded(clause.verb.head))
}

/// Verbs whose object waits for something: "accused him | of", "allowed the firm | to sell", "gave the mayor | the book".
const WAITING: &str = "sentenced sentences sentence accuse accused accuses charged convicted suspected put placed turned attributed linked compared added moved brought took keep kept keeps left leave made make makes called calls find found finds see saw seen let lets allow allows allowed force forced forces help helped helps enable enabled lead led persuade persuaded ask asked asks urge urged urges tell told tells order ordered orders want wanted wants expect expected expects use used uses hope hoped hopes warn warned warns invite invited lobby lobbied beg begged press pressed get got gets cost costs give gave gives gives offer offered show showed shows deny denied send sent hand handed pay paid award awarded grant granted blame blamed prevent prevented stop stopped is are was were be been became become becomes seem seemed appear appeared remain remained";

/// Whether a verb tells a happening by itself: "hundreds protested".
fn is_alone(told: &Told, clause: &Clause) -> bool {
    is_among(ALONE, told.tokens.folded(clause.verb.head))
}

/// Verbs without an object that tell a happening, where what tells where or when is too long.
const ALONE: &str = "campaign campaigned protested protest perform performed marched march rallied rally gathered gather met meet testified testify retired retire escaped fled vanished disappeared reopened reopen exploded erupted crashed sank drowned returned survived resigned won lost";

/// What follows a preposition in "in front of", "in response to".
const LINKED: &str = "front order response addition line contrast relation reference accordance favor favour support charge need search spite case terms";

/// Words that wait for a number: "almost | three weeks ago".
const ROUGH: &str = "almost nearly about around just only some roughly barely over more less";

/// Whether words open at `at` that only tell more of the object before them.
fn goes_on(told: &Told, clause: &Clause, at: usize) -> bool {
    let tokens = told.tokens;
    let word = tokens.word(at);
    let opened = told.clauses.iter().find(|clause| clause.verb.group.start == at);
    let role = opened.map(|opened| opened.role);
    // "Wore a hat | reading, “Go”", "| calling on them".
    let next = tokens.word(at + 1);
    let doing = next.any(&[Class::Determiner, Class::QuoteMark]) || matches!(tokens.written(at + 1), "," | "“");
    match tokens.folded(at) {
        "of" => !is_share(tokens, at - 1) && !is_amount(tokens, at + 1),
        "and" | "or" => joins_things(tokens, at),
        "than" | "as" | "per" | "like" => false,
        // "A Buffalo, N.Y.|, doctor".
        "," if tokens.folded(at - 1).contains('.') => false,
        "," | ";" | "—" | "–" | "-" => {
            !introduces(told, clause.verb.head) && !is_in_list(tokens, at, told.words.end)
        }
        "to" if tokens.folded(at + 1) == "death" => false,
        "to" if role == Some(Role::Infinitive) => !tokens.word(clause.verb.head).any(&[Class::Ahead, Class::Done]),
        _ if when(tokens, at..told.words.end).is_some() => !is_among(ROUGH, tokens.folded(at - 1)),
        _ if role == Some(Role::Participle) => (!word.can(Form::Noun) || doing) && !precedes_noun(told, at),
        // "Boats | quickly approaching the town".
        _ if tokens.folded(at).ends_with("ly") => {
            told.clauses.iter().any(|clause| clause.role == Role::Participle && clause.verb.group.start == at + 1)
        }
        _ if word.is(Class::Relative) => true,
        _ if word.is(Class::Preposition) => true,
        _ => tells(told, at),
    }
}

/// "Another step | it will be taking", "the threat | the union poses": a clause right behind the noun that it tells of.
fn tells(told: &Told, at: usize) -> bool {
    let tokens = told.tokens;
    let word = tokens.word(at);
    let opens = word.any(&[Class::Subject, Class::Determiner]) || tokens.folded(at) == "it";
    let small = tokens.all[at - 1].shape == Shape::Small;
    let next = told.clauses.iter().find(|clause| clause.verb.group.start > at && clause.verb.tense.is_finite());
    let near = |clause: &Clause| {
        let between = at..clause.verb.group.start;
        between.len() < 7 && !between.clone().any(|at| is_border(tokens, at))
    };
    opens && small && next.is_some_and(near)
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the headline of the first mention.
    fn check(text: &str, expected: &str) {
        assert_eq!(sample::mentions("2024-03-20", text)[0].headline, expected, "{text}");
    }

    #[test]
    fn what_tells_which_one_goes() {
        check(
            "The young Norwegian hacker who had read the private letters of the former minister for two whole years pleaded \
             guilty on Monday.",
            "The young Norwegian hacker pleaded guilty on Monday",
        );
        check(
            "The prime ministers in the northern region and the three small republics of the south looked to stop the war on \
             Monday.",
            "The prime ministers looked to stop the war on Monday",
        );
        check(
            "The likely Norwegian presidential nominee Olga Berg attacked her old northern rival Johan Hansen on Monday over \
             his stance.",
            "Olga Berg attacked her old northern rival Johan Hansen on Monday over his stance",
        );
    }

    #[test]
    fn what_goes_on_behind_an_object_goes() {
        check(
            "Fifty of the nation’s most senior former foreign ministry officials signed an open letter on Monday making it \
             clear.",
            "Fifty of the nation’s most senior former foreign ministry officials signed an open letter",
        );
        check(
            "The northern software firm Bergen Data released an emergency patch on Monday to fix the flaw that let hackers \
             in.",
            "The northern software firm Bergen Data released an emergency patch",
        );
    }

    #[test]
    fn where_something_is_goes_with_its_commas() {
        check(
            "The almost simultaneous raids on the northern embassies in Oslo, Norway, and Mosul, Iraq, killed two people on \
             Monday.",
            "The almost simultaneous raids on the northern embassies killed two people on Monday",
        );
        check(
            "Telephone lines between the islands, Norway and the northern towns of Finland were badly damaged on Monday by \
             storms.",
            "Telephone lines were badly damaged on Monday by storms",
        );
    }

    #[test]
    fn what_is_said_is_told_as_barely() {
        check(
            "The northern police said on Monday that a suspect who had been handed over by Norway in the spring had not \
             admitted it.",
            "The northern police said on Monday that a suspect had not admitted it",
        );
        check(
            "Olga Berg, a former deputy mayor of the town and the host of the long weekly show “Oslo”, was charged on Monday.",
            "Olga Berg was charged on Monday",
        );
        // Who says it stays where he is all that tells it is his word.
        check(
            "The hacker who first claimed that Johan Hansen had lied to the two northern parliaments pleaded guilty on \
             Monday in Oslo.",
            "The hacker pleaded guilty on Monday in Oslo",
        );
    }

    #[test]
    fn all_none_and_somebodys_words_stay() {
        check(
            "All of the Norwegian soldiers who had held out in the besieged northern town for more than eighty days left on \
             Monday.",
            "All of the Norwegian soldiers who had held out in the besieged northern town for more…",
        );
        check(
            "A man in the old northern harbour town of Bergen accused the Norwegian army on Monday of having shelled it.",
            "A man in the old northern harbour town of Bergen accused the Norwegian army",
        );
    }
}
