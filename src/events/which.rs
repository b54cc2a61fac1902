//! What only tells which one somebody or something is, in front of a verb: what a headline can spare when nothing else fits.
//!
//! "The hacker who had read the letters" is a hacker, "Norway's presidential nominee Olga Berg" is Olga Berg; what is told of
//! all, none or most of a kind keeps what it is told of, and so does who speaks.

use std::ops::Range;

use super::clause::{Clause, Role};
use super::ending::{is_among, is_thing, is_whole};
use super::finite::is_possessive;
use super::lexicon::{Class, Form};
use super::names::NameKind;
use super::shorten::{Spare, Told};
use super::spared::{is_part, is_plain, opens_phrase};
use super::token::Shape;
use super::verbs::joins_names;
use super::when::when;

/// The parts that tell which one, with what is lost.
pub(super) fn which(told: &Told) -> Vec<Spare> {
    let says = told.tokens.word(told.verb.end - 1).any(&[Class::Saying, Class::Claiming]);
    let own = told.words.start..told.verb.start;
    let subjects: Vec<Range<usize>> = [Some(own.clone()), content(told)].into_iter().flatten().collect();
    let between = subjects.iter().filter_map(|before| inserted(told, before)).map(|part| Spare::of(part, 5));
    let which = subjects.iter().flat_map(|before| {
        let parts = [relative(told, before), participle(told, before)].into_iter().flatten();
        // "A spokesman for the ministry said" stays.
        let spoken = says && *before == own;
        let parts: Vec<Range<usize>> = parts.chain(located(told, before).into_iter().filter(|_| !spoken)).collect();
        parts.into_iter().filter(|part| describes(told, before, part)).map(|part| Spare::of(part, 7))
    });
    let opening = opening(told).map(|part| Spare::of(part, 3));
    let parts = opening.into_iter().chain(between).chain(which).chain(roles(told));
    parts.filter(|spare| is_own(told, &spare.parts)).collect()
}

/// Whether no words of somebody else begin or end in `parts`.
fn is_own(told: &Told, parts: &[Range<usize>]) -> bool {
    let count = |marks: &[&str]| {
        let words = parts.iter().cloned().flatten();
        words.filter(|at| marks.contains(&told.tokens.written(*at))).count()
    };
    count(&["\"", "'", "`"]) % 2 == 0 && count(&["“"]) == count(&["”"]) && count(&["‘"]) == 0
}

/// The words of what is said up to its verb: "said that | a man who had left Oslo | was caught".
fn content(told: &Told) -> Option<Range<usize>> {
    let tokens = told.tokens;
    let finite = |clause: &&Clause| clause.verb.tense.is_finite() && clause.verb.group.start >= told.verb.end;
    let mut rest = told.clauses.iter().filter(finite);
    let first = rest.next()?;
    let start = match first.role {
        Role::Content => first.tokens.start,
        _ => (told.verb.end..first.verb.group.start).find(|at| tokens.folded(*at) == "that")?,
    };
    let bare = |clause: &&Clause| clause.tokens.start == clause.verb.group.start;
    let verb = if first.role == Role::Relative { rest.next().filter(bare)? } else { first };
    let opened = usize::from(tokens.folded(start) == "that");
    (start < verb.verb.group.start).then_some(start + opened..verb.verb.group.start)
}

/// Whether `part` stands between the subject in `before` and its verb, and tells which one that is.
fn describes(told: &Told, before: &Range<usize>, part: &Range<usize>) -> bool {
    let (tokens, last) = (told.tokens, told.tokens.word(before.end - 1));
    let own = told.clauses.iter().find(|clause| clause.verb.group.start == before.end);
    let start = own.map_or(before.end, |clause| clause.tokens.start);
    // "Johan Hansen, who left Oslo after | he | was freed": the verb has a subject of its own.
    let subject =
        last.any(&[Class::Subject, Class::Pronoun, Class::Conjunction]) || tokens.folded(part.end - 1) == "it";
    let opened = part.start < start && start < before.end;
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let commas = part.clone().filter(comma).count();
    let closed = commas == 0 || commas < 3 && comma(&(part.end - 1)) || is_places(told, part.clone());
    let noun = tokens.word(part.start - 1);
    let noun = is_thing(tokens, part.start - 1) && !noun.any(&[Class::Preposition, Class::Subordinator, Class::Adverb]);
    let mark = |at: usize| {
        tokens.all[at].shape == Shape::Mark && !comma(&at) && tokens.folded(at) != "." && !is_possessive(tokens, at)
    };
    let all = |at: usize| is_part(tokens, at) || tokens.folded(at) == "those";
    let one = !(before.start..part.start).any(all) && is_whole(told, part.start);
    !subject && !opened && closed && noun && !part.clone().any(mark) && one
}

/// "Monday at the fair in Bergen, Norway, | the mayor said": what stands before the subject, at its last comma.
fn opening(told: &Told) -> Option<Range<usize>> {
    let (tokens, before) = (told.tokens, told.words.start..told.verb.start);
    let first = tokens.word(before.start);
    let classes = [Class::Preposition, Class::Subordinator, Class::Weekday, Class::Adverb];
    let contrary = tokens.folded(before.start).ends_with("ly") || tokens.folded(before.start) == "contrary";
    let opens = contrary || first.any(&classes) || when(tokens, before.clone()).is_some() || first.can(Form::Gerund);
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
        let person = told.names.iter().flatten().any(|name| name.tokens == rest && name.kind == NameKind::Person);
        let place = tokens.all[*at - 1].is_capital() && rest.clone().all(|at| tokens.all[at].is_capital()) && !person;
        subject && !place && !next.can(Form::Gerund) && (commas == 0 || commas == 2 && closed)
    };
    let last = before.clone().skip(1).filter(comma).find(ends)?;
    (opens && !hangs).then_some(before.start..last + 1)
}

/// Words that open what a sentence hangs on, or whose word it is.
const CONDITIONS: &str = "if unless without according citing except only not no despite until";

/// "The firm|, Oslo, Norway,| has sold", "Johan Hansen|, a former mayor and the host of “News,”| left": what stands between the
/// first comma and the verb.
fn inserted(told: &Told, before: &Range<usize>) -> Option<Range<usize>> {
    let tokens = told.tokens;
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let quote = |at: usize| matches!(tokens.written(at), "”" | "\"");
    let last = before.end.checked_sub(1).filter(|last| before.contains(last))?;
    let last = if quote(last) && last > before.start { last - 1 } else { last };
    let first = before.clone().find(comma).filter(|first| comma(&last) && first + 1 < last && *first > before.start)?;
    let capital = |at: usize| tokens.all[at].is_capital() || tokens.folded(at) == ".";
    let named = (before.start..first).all(capital);
    let next = tokens.word(first + 1);
    let role = tokens.all[first + 1].shape == Shape::Small && next.can(Form::Noun);
    let opens = role || tokens.all[first + 1].shape == Shape::Number || next.any(&[Class::Determiner, Class::Relative]);
    let joins = |at: usize| tokens.word(at).is(Class::Conjunction) && (!opens || comma(&(at - 1)));
    // "Hansen, Berg, | Olsen left".
    let whole = opens || (first..last).all(|at| capital(at) || comma(&at));
    (named && whole && !(first..last).any(joins)).then_some(first..before.end)
}

/// "The hacker | who had read the mail | was caught": what tells which one.
fn relative(told: &Told, before: &Range<usize>) -> Option<Range<usize>> {
    let tokens = told.tokens;
    let who = |at: &usize| matches!(tokens.folded(*at), "who" | "which" | "whose" | "that" | "where");
    let who = before.clone().skip(1).find(who)?;
    let first = who - usize::from(tokens.folded(who - 1) == ",");
    let verb = |clause: &Clause| clause.verb.tense.is_finite() && (who..before.end).contains(&clause.verb.group.start);
    let joins = |at: usize| tokens.word(at).is(Class::Conjunction) && !joins_names(tokens, at);
    let tells = told.clauses.iter().any(verb) && !(who..before.end).any(joins);
    (tells && first > before.start).then_some(first..before.end)
}

/// "Two men | seen at the port on Monday | left": what is done by or to somebody.
fn participle(told: &Told, before: &Range<usize>) -> Option<Range<usize>> {
    let inside = |clause: &&Clause| {
        let at = clause.verb.group.start;
        let plain = clause.role == Role::Participle && !told.tokens.word(at).can(Form::Noun);
        plain && at > before.start && at < before.end
    };
    let at = told.clauses.iter().find(inside)?.verb.group.start;
    (!precedes_noun(told, at) && !has_verb(told, before)).then_some(at..before.end)
}

/// "The leaders | in the two chambers and the committee | left": where or of which kind somebody is.
fn located(told: &Told, before: &Range<usize>) -> Vec<Range<usize>> {
    let tokens = told.tokens;
    let opens = |at: &usize| {
        let noun = is_thing(tokens, *at - 1) && tokens.all[*at - 1].shape != Shape::Number;
        let phrase = tokens.all[*at].shape == Shape::Small && opens_phrase(tokens, *at);
        noun && phrase && when(tokens, *at..before.end).is_none()
    };
    let and = (before.start..before.end).find(|at| tokens.word(*at).is(Class::Conjunction));
    let second =
        |first: usize| and.is_some_and(|and| and > first && (and..before.end).any(|at| opens_phrase(tokens, at)));
    let opener = tokens.word(before.start).any(&[Class::Preposition, Class::Subordinator]);
    if opener || has_verb(told, before) {
        return Vec::new();
    }
    let comma = |first: usize| (before.start..first).any(|at| tokens.folded(at) == ",");
    let plain = |first: &usize| {
        !comma(*first)
            && (!second(*first) && is_plain(tokens, *first..before.end) || is_places(told, *first..before.end))
    };
    let firsts = (before.start + 2..before.end).filter(opens).filter(plain);
    firsts.map(|first| first..before.end).collect()
}

/// "The attacks | in Nairobi, Kenya, and in Oslo, Norway, | killed": whether all that commas part are names.
fn is_places(told: &Told, words: Range<usize>) -> bool {
    let tokens = told.tokens;
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let name = |at: usize| {
        let skipped = usize::from(tokens.word(at).is(Class::Conjunction));
        let skipped = skipped + usize::from(tokens.word(at + skipped).any(&[Class::Determiner, Class::Preposition]));
        tokens.all[at + skipped].is_capital() || at == words.end || when(tokens, at..words.end) == Some(words.end)
    };
    let clause = |at: usize| {
        let mark = tokens.all[at].shape == Shape::Mark
            && !comma(&at)
            && tokens.folded(at) != "."
            && !is_possessive(tokens, at);
        mark || tokens.word(at).any(&[Class::Relative, Class::Subject])
    };
    let verb = |clause: &Clause| words.contains(&clause.verb.group.start);
    let Some(last) = words.clone().rfind(comma) else { return false };
    // "In Bergen, Norway, | the mayor left".
    let listed = (last..words.end).any(|at| tokens.word(at).is(Class::Conjunction));
    let ends = last + 1 == words.end || listed || when(tokens, last + 1..words.end) == Some(words.end);
    let parted = ends && words.clone().filter(comma).all(|at| name(at + 1));
    parted && !words.clone().any(clause) && !told.clauses.iter().any(verb)
}

/// Whether another finite verb stands before the one that is told.
fn has_verb(told: &Told, before: &Range<usize>) -> bool {
    told.clauses.iter().any(|clause| clause.verb.tense.is_finite() && before.contains(&clause.verb.group.start))
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

/// "39 | detached houses": whether a participle belongs to the noun behind it.
pub(super) fn precedes_noun(told: &Told, at: usize) -> bool {
    let next = told.tokens.word(at + 1);
    let noun = next.can(Form::Noun) || next.can(Form::Adjective);
    noun && !next.any(&[Class::Preposition, Class::Determiner, Class::Pronoun, Class::Adverb])
}
