//! The barest clause that still tells the happening, where nothing better fits.
//!
//! "The Norwegian hacker who had read the mail of the minister was sentenced to four years" stays true without what he had
//! read. Only what would end in an ellipsis is told so: what tells who somebody is goes, in front of the verb and behind
//! its object. Somebody's words stay whole, and so does who says something.

use std::ops::Range;

use super::clause::{Clause, Role};
use super::ending::{is_among, is_bare, is_thing, is_whole, loss_at, says_all};
use super::finite::is_possessive;
use super::joined::is_in_list;
use super::lexicon::{Class, Form, Word};
use super::names::NameKind;
use super::places::places;
use super::quoted::is_quoted;
use super::shorten::{Kept, Spare, Told, shortened};
use super::spared::{is_part, is_plain, opens_phrase, spared};
use super::stopgap::{LAST, hangs, is_share};
use super::token::Shape;
use super::verbs::{is_border, joins_names};
use super::when::when;

/// What stays of `told` as the barest clause, if its verb is one that tells something.
pub(super) fn barest(told: &Told) -> Option<Kept> {
    let carries = |clause: &&Clause| clause.verb.group == told.verb && clause.verb.tense.is_finite();
    let clause = told.clauses.iter().find(carries).filter(|_| told.words.start < told.verb.start)?;
    if is_quoted(told.tokens, &told.words, told.words.start) || is_doubtful(told) {
        return None;
    }
    let mut spares = spared(told);
    spares.extend(more(told).into_iter().filter(|spare| is_own(told, &spare.parts)));
    spares.sort_by_key(|spare| spare.loss);
    let least = (told.verb.end + usize::from(!says_all(told.tokens, clause))).max(told.words.start + 4);
    shortened(told, &spares, places(told, least.min(told.words.end)), |at| loss_at(told, at).or_else(|| loss(told, at)))
}

/// "Supplies | sent from Oslo": whether the verb looks like one but may only describe what stands before it.
fn is_doubtful(told: &Told) -> bool {
    let tokens = told.tokens;
    let (at, next) = (told.verb.start, tokens.word(told.verb.end));
    let word = tokens.word(at);
    let done = word.can(Form::Participle) && word.usual != b'd' && next.is(Class::Preposition);
    let noun = word.can(Form::Third) && word.can(Form::Noun) && next.is(Class::Preposition);
    told.verb.len() == 1 && (done || noun)
}

/// Whether no words of somebody else stand in `parts`.
fn is_own(told: &Told, parts: &[Range<usize>]) -> bool {
    let quote = |at: usize| told.tokens.word(at).is(Class::QuoteMark) || matches!(told.tokens.written(at), "“" | "”");
    !parts.iter().cloned().flatten().any(quote)
}

/// What only tells which one or when, in front of the verb.
fn more(told: &Told) -> Vec<Spare> {
    let says = told.tokens.word(told.verb.end - 1).any(&[Class::Saying, Class::Claiming]);
    let found = [opening(told).map(|part| Spare::of(part, 3)), inserted(told).map(|part| Spare::of(part, 5))];
    let which = [relative(told), participle(told), located(told)];
    let which = which.into_iter().flatten().filter(|part| !says && describes(told, part));
    let which = which.map(|part| Spare::of(part, 7));
    found.into_iter().flatten().chain(which).chain(roles(told)).collect()
}

/// Whether `part` stands between the subject and its verb, and tells which one that is.
fn describes(told: &Told, part: &Range<usize>) -> bool {
    let (tokens, last) = (told.tokens, told.tokens.word(told.verb.start - 1));
    let own = told.clauses.iter().find(|clause| clause.verb.group == told.verb);
    let start = own.map_or(told.verb.start, |clause| clause.tokens.start);
    // "Johan Hansen, who left Oslo after | he | was freed": the verb has a subject of its own.
    let subject =
        last.any(&[Class::Subject, Class::Pronoun, Class::Conjunction]) || tokens.folded(part.end - 1) == "it";
    let opened = part.start < start && start < told.verb.start;
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let commas = part.clone().filter(comma).count();
    let closed = commas == 0
        || commas == 2 && comma(&part.start) && comma(&(part.end - 1))
        || commas == 2 && comma(&(part.end - 1));
    let before = tokens.word(part.start - 1);
    let noun =
        is_thing(tokens, part.start - 1) && !before.any(&[Class::Preposition, Class::Subordinator, Class::Adverb]);
    let mark = |at: usize| {
        tokens.all[at].shape == Shape::Mark && !comma(&at) && tokens.folded(at) != "." && !is_possessive(tokens, at)
    };
    !subject && !opened && closed && noun && !part.clone().any(mark) && is_one(told, part.start)
}

/// "Monday at the fair in Bergen, Norway, | the mayor said": what stands before the subject, at its last comma.
fn opening(told: &Told) -> Option<Range<usize>> {
    let (tokens, before) = (told.tokens, told.words.start..told.verb.start);
    let first = tokens.word(before.start);
    let classes = [Class::Preposition, Class::Subordinator, Class::Weekday, Class::Adverb];
    let opens = first.any(&classes) || when(tokens, before.clone()).is_some() || first.can(Form::Gerund);
    let hangs = is_among(CONDITIONS, tokens.folded(before.start)) || first.is(Class::Not);
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let ends = |at: &usize| {
        let rest = *at + 1..before.end;
        let closed = rest.clone().next_back().is_some_and(|last| comma(&last));
        let commas = rest.clone().filter(comma).count();
        let next = tokens.word(rest.start);
        let joins = [Class::Preposition, Class::Conjunction, Class::Relative, Class::Subordinator, Class::Adverb];
        let subject = !rest.is_empty() && tokens.all[rest.start].shape != Shape::Mark && !next.any(&joins);
        // "On Monday the mayor of Bergen, Norway | said".
        let place = tokens.all[*at - 1].is_capital() && rest.clone().all(|at| tokens.all[at].is_capital());
        subject && !place && !next.can(Form::Gerund) && (commas == 0 || commas == 2 && closed)
    };
    let last = before.clone().skip(1).filter(comma).find(ends)?;
    (opens && !hangs).then_some(before.start..last + 1)
}

/// Words that open what a sentence hangs on, or whose word it is.
const CONDITIONS: &str = "if unless without according citing except only not no despite until";

/// "The firm|, Oslo, Norway,| has sold": what stands between the commas before the verb.
fn inserted(told: &Told) -> Option<Range<usize>> {
    let (tokens, before) = (told.tokens, told.words.start..told.verb.start);
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let last = before.end.checked_sub(1).filter(|last| before.contains(last)).filter(comma)?;
    let first = before.clone().find(comma).filter(|first| *first + 1 < last && *first > before.start)?;
    let named = (before.start..first).all(|at| tokens.all[at].is_capital() || tokens.folded(at) == ".");
    let joins = |at: usize| tokens.word(at).is(Class::Conjunction);
    (named && !(first..last).any(joins)).then_some(first..before.end)
}

/// "The hacker | who had read the mail | was caught": what tells which one.
fn relative(told: &Told) -> Option<Range<usize>> {
    let (tokens, before) = (told.tokens, told.words.start..told.verb.start);
    let who = |at: &usize| matches!(tokens.folded(*at), "who" | "which" | "whose" | "that" | "where");
    let who = before.clone().skip(1).find(who)?;
    let first = who - usize::from(tokens.folded(who - 1) == ",");
    let verb = |clause: &&Clause| clause.verb.tense.is_finite() && (who..before.end).contains(&clause.verb.group.start);
    let joins = |at: usize| tokens.word(at).is(Class::Conjunction) && !joins_names(tokens, at);
    let tells = told.clauses.iter().filter(verb).count() == 1 && !(who..before.end).any(joins);
    (tells && first > before.start).then_some(first..before.end)
}

/// "Two men | seen at the port on Monday | left": what is done by or to somebody.
fn participle(told: &Told) -> Option<Range<usize>> {
    let tokens = told.tokens;
    let inside = |clause: &&Clause| {
        let at = clause.verb.group.start;
        let plain = clause.role == Role::Participle && !tokens.word(at).can(Form::Noun);
        plain && at > told.words.start && at < told.verb.start
    };
    let at = told.clauses.iter().find(inside)?.verb.group.start;
    (!precedes_noun(told, at) && !has_verb(told)).then_some(at..told.verb.start)
}

/// "The leaders | in the two chambers and the committee | left": where or of which kind somebody is.
fn located(told: &Told) -> Option<Range<usize>> {
    let (tokens, before) = (told.tokens, told.words.start..told.verb.start);
    let opens = |at: &usize| {
        let noun = is_thing(tokens, *at - 1) && tokens.all[*at - 1].shape != Shape::Number;
        noun && tokens.all[*at].shape == Shape::Small
            && opens_phrase(tokens, *at)
            && when(tokens, *at..before.end).is_none()
    };
    let first = (before.start + 2..before.end).find(opens)?;
    let and = (first..before.end).find(|at| tokens.word(*at).is(Class::Conjunction));
    let second = and.is_some_and(|and| (and..before.end).any(|at| opens_phrase(tokens, at)));
    let opener = tokens.word(before.start).any(&[Class::Preposition, Class::Subordinator]);
    let comma = (before.start..first).any(|at| tokens.folded(at) == ",");
    let plain = is_plain(tokens, first..before.end) && !has_verb(told);
    (!opener && !second && !comma && plain).then_some(first..before.end)
}

/// Whether another finite verb stands before the one that is told.
fn has_verb(told: &Told) -> bool {
    let before = |clause: &Clause| (told.words.start..told.verb.start).contains(&clause.verb.group.start);
    told.clauses.iter().any(|clause| clause.verb.tense.is_finite() && before(clause))
}

/// Whether what is told of those before `at` is told of each, and not of all or none of a kind.
fn is_one(told: &Told, at: usize) -> bool {
    let from = told.words.start..at;
    !from.clone().any(|at| is_part(told.tokens, at) || told.tokens.folded(at) == "those") && is_whole(told, at)
}

/// "Norwegian presidential nominee | Olga Berg": what somebody is, before the name and a title.
fn roles(told: &Told) -> Vec<Spare> {
    let (tokens, words) = (told.tokens, &told.words);
    let names = told.names.iter().flatten();
    let people = names.filter(|name| {
        name.kind == NameKind::Person
            && name.tokens.len() > 1
            && words.start < name.tokens.start
            && name.tokens.end <= words.end
    });
    let title = |at: usize| {
        tokens.all[at].is_capital() && tokens.word(at).is(Class::Title)
            || tokens.folded(at) == "." && at > words.start && tokens.word(at - 1).is(Class::Title)
    };
    let part = |at: usize| {
        let name = at - (words.start..at).rev().take_while(|at| title(*at)).count();
        let last = name.checked_sub(1).filter(|last| *last >= words.start)?;
        let what = tokens.all[last].shape == Shape::Small && is_somebody(told, last);
        let describes = |at: &usize| {
            let word = tokens.word(*at);
            let verb = told.clauses.iter().any(|clause| clause.verb.group.contains(at));
            let parts = [Class::Preposition, Class::Conjunction, Class::Subordinator, Class::Relative, Class::Number];
            tokens.all[*at].is_word() && !verb && !word.any(&parts)
        };
        let first = (words.start..name).rev().take_while(describes).last()?;
        let opener = first == words.start || told.clauses.iter().any(|clause| clause.verb.group.end == first);
        let before =
            opener || tokens.word(first - 1).is(Class::Preposition) || matches!(tokens.folded(first - 1), "," | "that");
        // "A singer Olga Berg met".
        let one = matches!(tokens.folded(first), "a" | "an");
        let titled = name < at && (first..name).any(|at| is_among(FORMER, tokens.folded(at)));
        (what && before && !one && !titled).then_some(Spare::of(first..name, 4))
    };
    people.filter_map(|name| part(name.tokens.start)).collect()
}

/// What makes an office another one: it goes with the office, or not at all.
const FORMER: &str = "former ex late acting deputy vice then onetime one-time senior junior";

/// Whether a word says what one person is: "nominee", "actress", "rival".
fn is_somebody(told: &Told, at: usize) -> bool {
    let folded = told.tokens.folded(at);
    let ends = ["er", "or", "ist", "ee", "man", "ess", "ian", "ant", "ate"].iter().any(|end| folded.ends_with(end));
    let known =
        told.tokens.word(at).any(&[Class::Person, Class::Title]) || is_among("rival star host chief head aide", folded);
    let noun = told.tokens.word(at).usual != b'a' && !is_among(FORMER, folded);
    (ends || known) && noun && is_thing(told.tokens, at) && (!folded.ends_with('s') || folded.ends_with("ss"))
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
    let border = |at: usize| is_border(tokens, at) && !joins_names(tokens, at) && !is_possessive(tokens, at);
    let first = tokens.word(object.start);
    let phrase =
        first.any(&[Class::Preposition, Class::Subordinator, Class::Adverb]) || when(tokens, object.clone()).is_some();
    let whole =
        object.len() > 1 && !phrase && !object.clone().any(border) && is_thing(tokens, at - 1) && is_whole(told, at);
    let opened = |clause: &Clause| {
        let (start, verb) = (clause.tokens.start, clause.verb.group.clone());
        verb.end == at
            || clause.role == Role::Content && start == at
            || clause.verb.tense.is_finite() && start < at && at <= verb.start && start < verb.start
    };
    let whole = whole && !told.clauses.iter().any(opened);
    let ends = whole && goes_on(told, clause, at) && !hangs(told, at) && !is_bare(told, at);
    ends.then_some(LAST + 1)
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
    let next = told.clauses[at + 1..].iter().find(|next| next.verb.tense.is_finite());
    let bare = |next: &Clause| next.tokens.start == next.verb.group.start;
    let head = tokens.word(clause.verb.head);
    // "The man seen in Oslo, a lawyer, | left".
    let main = next.is_some_and(|next| bare(next) && tokens.folded(next.tokens.start - 1) == ",");
    let tail = |next: &Clause| next.role == Role::Coordinate && tokens.word(next.verb.head).is(Class::Saying);
    let alone = next.is_none_or(|next| if introduces(head) { tail(next) } else { own || !bare(next) });
    (own || said) && alone && !main && !is_among(WAITING, tokens.folded(clause.verb.head))
}

fn introduces(verb: Word) -> bool {
    verb.any(&[Class::Saying, Class::Holding, Class::Claiming, Class::Showing])
}

/// Verbs whose object waits for something: "accused him | of", "allowed the firm | to sell", "gave the mayor | the book".
const WAITING: &str = "accuse accused accuses charged convicted suspected put placed turned attributed linked compared added moved brought took keep kept keeps left leave made make makes called calls find found finds see saw seen let lets allow allows allowed force forced forces help helped helps enable enabled lead led persuade persuaded ask asked asks urge urged urges tell told tells order ordered orders want wanted wants expect expected expects use used uses hope hoped hopes warn warned warns invite invited lobby lobbied beg begged press pressed get got gets cost costs give gave gives gives offer offered show showed shows deny denied send sent hand handed pay paid award awarded grant granted blame blamed prevent prevented stop stopped ban banned bar barred is are was were be been became become becomes seem seemed appear appeared remain remained";

/// Words that wait for a number: "almost | three weeks ago".
const ROUGH: &str = "almost nearly about around just only some roughly barely over more less";

/// Whether words open at `at` that only tell more of the object before them.
fn goes_on(told: &Told, clause: &Clause, at: usize) -> bool {
    let tokens = told.tokens;
    let word = tokens.word(at);
    let opened = told.clauses.iter().find(|clause| clause.verb.group.start == at);
    let role = opened.map(|opened| opened.role);
    match tokens.folded(at) {
        "of" => !is_share(tokens, at - 1),
        "than" | "as" | "per" | "like" => false,
        "," | ";" | "—" | "–" | "-" => {
            !introduces(tokens.word(clause.verb.head)) && !is_in_list(tokens, at, told.words.end)
        }
        "to" if tokens.folded(at + 1) == "death" => false,
        "to" if role == Some(Role::Infinitive) => !tokens.word(clause.verb.head).any(&[Class::Ahead, Class::Done]),
        _ if when(tokens, at..told.words.end).is_some() => !is_among(ROUGH, tokens.folded(at - 1)),
        _ if role == Some(Role::Participle) => !word.can(Form::Noun) && !precedes_noun(told, at),
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

/// "39 | detached houses": whether a participle belongs to the noun behind it.
fn precedes_noun(told: &Told, at: usize) -> bool {
    let next = told.tokens.word(at + 1);
    let noun = next.can(Form::Noun) || next.can(Form::Adjective);
    noun && !next.any(&[Class::Preposition, Class::Determiner, Class::Pronoun, Class::Adverb])
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
