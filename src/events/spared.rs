//! What a headline can spare that does not stand at its end, and what is lost with it.
//!
//! "The mayor, who was elected in May, said on Tuesday that the dam would hold" is as true without both: an apposition and
//! a clause between commas only add to the name before them, and the day stands beside the headline. A list, a quotation
//! and what opens the sentence are left alone.

use std::ops::Range;

use super::clause::{Clause, Role};
use super::described::described;
use super::ending::{is_among, is_thing};
use super::finite::is_possessive;
use super::lesser::lesser;
use super::lexicon::{Class, Form};
use super::marked::{bracketed, dashed, paired};
use super::quoted::{Side, is_quoted, mark};
use super::shorten::{Spare, Told};
use super::token::{Shape, Tokens};
use super::verbs::Tense;
use super::when::{unit, when};

/// Returns the parts that `told` can spare, what loses least first.
pub(super) fn spared(told: &Told) -> Vec<Spare> {
    let subject = subject(told);
    let mut spares: Vec<Spare> = times(told).chain(joints(told)).collect();
    let found = [
        inserted(told, &subject, false)
            .map(|part| Spare::of(part, 1))
            .or_else(|| inserted(told, &subject, true).map(|part| Spare::of(part, 2))),
        circumstance(told).map(|part| Spare::of(part, 2)),
        source(told).map(|part| Spare::of(part, 4)),
        dashed(told, &subject).map(|part| Spare::of(part, 1)),
        included(told, &subject).map(|part| Spare::of(part, 2)),
        country(told, &subject).map(|part| Spare::of(part, 2)),
        role(told, &subject).map(|parts| Spare { parts, loss: 3 }),
    ];
    spares.extend(found.into_iter().flatten());
    spares.extend(bracketed(told));
    spares.extend(paired(told).map(|part| Spare::of(part, 1)));
    spares.extend(embedded(told).map(|part| Spare::of(part, 1)));
    spares.extend(described(told).map(|part| Spare::of(part, 3)));
    spares.extend(among(told).map(|part| Spare::of(part, 2)));
    spares.extend(located(told).map(|part| Spare::of(part, 5)));
    spares.extend(lesser(told));
    spares.retain(|spare| spare.parts.iter().all(|part| !is_quoted(told.tokens, &told.words, part.start)));
    spares.sort_by_key(|spare| spare.loss);
    spares.dedup_by(|next, spare| next.parts == spare.parts);
    spares
}

/// The words before the verb and its day, behind a quotation that ends there: "“We go,” | the envoy | on Friday".
fn subject(told: &Told) -> Range<usize> {
    let before = told.words.start..told.verb.start.max(told.words.start);
    let closed = |at: &usize| mark(told.tokens, *at).is_some_and(|(side, _)| side == Side::Closing);
    let day = before.clone().find(|at| *at > before.start && when(told.tokens, *at..before.end) == Some(before.end));
    // "Rebels, who left a “safe” place, | have returned": only words that open the sentence are somebody's.
    let opened = is_quoted(told.tokens, &told.words, before.start) || is_mark(told.tokens, before.start);
    let ends = |at: usize| opened || at > 0 && told.tokens.folded(at - 1) == ",";
    let behind = before.clone().rfind(closed).filter(|at| ends(*at));
    behind.map_or(before.start, |at| at + 1)..day.unwrap_or(before.end)
}

/// The days and weeks of a sentence: they stand beside the headline.
pub(super) fn times(told: &Told) -> impl Iterator<Item = Spare> {
    let tokens = told.tokens;
    let starts = told.words.start + 1..told.words.end;
    starts.filter_map(move |at| {
        let end = when(tokens, at..told.words.end)?;
        let before = tokens.word(at - 1);
        // "A USA Today poll": a name.
        let name = tokens.all[at].is_capital() && tokens.all[at - 1].is_capital();
        let name = name && matches!(tokens.folded(at), "today" | "tonight" | "yesterday");
        // "Vowed | last month | to go", "decided | on Monday | that it would go"; not "is scheduled for Monday".
        let told_verb = told.verb.end == at && !before.is(Class::Be) && before.is(Class::Ahead);
        let ahead = told_verb && matches!(tokens.folded(end), "to" | "that");
        let bound = before.any(&[Class::Preposition, Class::Determiner, Class::Be, Class::Conjunction])
            || before.is(Class::Ahead) && !ahead
            || before.usual == b'a' && at > 2 && tokens.all[at].is_capital() && is_one(tokens, at - 1)
            || matches!(
                tokens.folded(at - 1),
                "late" | "early" | "earlier" | "only" | "just" | "due" | "set" | "last" | "next"
            )
            || told.clauses.iter().any(|clause| clause.verb.tense == Tense::Participle && clause.verb.group.end == at);
        // "Appeared on Sunday interview shows": what is of that day.
        let of_day = tokens.folded(at) == "on" && end == at + 2 && at >= told.verb.end && end < told.words.end && {
            let next = tokens.word(end);
            tokens.all[end].shape == Shape::Small
                && next.usual == b'n'
                && next.can(Form::Noun)
                && !next.is(Class::Adverb)
        };
        let goes_on = end < told.words.end
            && (tokens.folded(end) == "'s"
                || is_holiday(told, end)
                || of_day
                || name
                || tokens.folded(end) == "," && end + 1 < told.words.end && tokens.all[end + 1].shape == Shape::Number
                || tokens.all[end].shape == Shape::Number
                || tokens.word(end).is(Class::Conjunction) && when(tokens, end + 1..told.words.end).is_some());
        // "The mayor, on Friday, said" has no use for either comma; other marks part what is said.
        let commas = tokens.folded(at - 1) == "," && end < told.words.end && tokens.folded(end) == ",";
        // "Claimed that | last week | ships had left".
        let says = told.clauses.iter().any(|clause| clause.role == Role::Content && clause.tokens.start + 1 == at);
        let bound = bound && !says || tokens.all[at - 1].shape == Shape::Mark && tokens.folded(at - 1) != ",";
        let part = at - usize::from(commas)..end + usize::from(commas);
        let own =
            told.verb.end > at || !told.clauses.iter().any(|clause| (told.verb.end..at).contains(&clause.tokens.start));
        (!bound && !goes_on && !has_another(told, at..end)).then(|| Spare::of(part, if own { 1 } else { 2 }))
    })
}

/// "Came on 27 August|, Independence Day": a name for the day, which would stand alone.
fn is_holiday(told: &Told, comma: usize) -> bool {
    let tokens = told.tokens;
    let named = (comma + 1..told.words.end).take_while(|at| tokens.all[*at].is_capital()).count();
    let last = comma + named;
    let ends =
        last + 1 >= told.words.end || tokens.all[last + 1].shape == Shape::Mark || tokens.folded(last + 1) == "and";
    tokens.folded(comma) == ","
        && named > 0
        && ends
        && matches!(tokens.folded(last), "day" | "eve" | "christmas" | "easter")
}

/// "Hit Oslo on Friday and Bergen on Saturday": without one of two days the other would be taken for that of both.
fn has_another(told: &Told, day: Range<usize>) -> bool {
    let tokens = told.tokens;
    let weekday = |at: usize| tokens.word(at).is(Class::Weekday);
    let joined = |mut between: Range<usize>| between.any(|at| tokens.word(at).is(Class::Conjunction));
    let other = |at: usize| at < day.start && joined(at..day.start) || at >= day.end && joined(day.end..at);
    day.clone().any(weekday) && told.words.clone().any(|at| weekday(at) && other(at))
}

/// "On a relatively mild | Monday night": whether an article opens what the word at `at` describes.
fn is_one(tokens: &Tokens, at: usize) -> bool {
    let one = |at: usize| matches!(tokens.folded(at), "a" | "an" | "the");
    one(at - 1) || at > 1 && tokens.folded(at - 1).ends_with("ly") && one(at - 2)
}

/// The "that" behind a verb of saying, with the day between them.
fn joints(told: &Told) -> impl Iterator<Item = Spare> {
    let tokens = told.tokens;
    let pairs = told.clauses.windows(2).filter(|pair| pair[1].role == Role::Content);
    pairs.filter_map(move |pair| {
        let (said, that) = (pair[0].verb.group.end, pair[1].tokens.start);
        let next = tokens.word(that + 1);
        let inside = told.words.start < said && that + 1 < told.words.end && tokens.folded(that) == "that";
        let opens = inside
            && (next.any(&[Class::Determiner, Class::Pronoun, Class::Number]) || tokens.all[that + 1].is_capital());
        // "Told Hansen on Sunday that": to whom it was said stays.
        let told = matches!(tokens.folded(pair[0].verb.head), "told" | "tells");
        let day = (said..that).find(|at| when(tokens, *at..that) == Some(that)).unwrap_or(that);
        let plain = !(said..that).any(|at| tokens.all[at].shape == Shape::Mark);
        let loss = 1 + u32::from(day < that);
        // "Said in a statement released on Monday that": released is what says nothing.
        let says = pair[0].verb.tense.is_finite() || !pair[0].verb.passive;
        let goes = opens && says && plain && (told || day == said);
        // "Replied that there were none": such verbs never go without it.
        let goes = goes && !is_among(WITH_THAT, tokens.folded(pair[0].verb.head));
        goes.then(|| Spare::of(day..that + 1, loss))
    })
}

/// Verbs whose "that" cannot go.
const WITH_THAT: &str = "cited cites replied responded complained objected countered joked tweeted";

/// "According to the ministry, | the dam": whose word it is stands beside the headline, too.
fn source(told: &Told) -> Option<Range<usize>> {
    let (tokens, words) = (told.tokens, &told.words);
    let opens = matches!(tokens.folded(words.start), "according" | "citing") && words.start < told.verb.start;
    let comma = |from: usize| (from..told.verb.start).find(|at| tokens.folded(*at) == ",");
    let first = comma(words.start).filter(|_| opens)?;
    // "According to the station in Bergen, western Norway, | the dam".
    let capital = |at: usize| tokens.all[at].is_capital();
    let second = comma(first + 1).filter(|second| capital(first - 1) && second - first < 4 && capital(second - 1));
    let last = second.unwrap_or(first);
    (last + 1 < told.verb.start).then_some(words.start..last + 1)
}

/// "Said | in a post late on Tuesday | that the dam": where and how something was said.
fn circumstance(told: &Told) -> Option<Range<usize>> {
    let tokens = told.tokens;
    let said = tokens.word(told.verb.end.saturating_sub(1)).any(&[Class::Saying, Class::Claiming]);
    let content =
        told.clauses.iter().find(|clause| clause.role == Role::Content && clause.tokens.start >= told.verb.end)?;
    let between = told.verb.end..content.tokens.start;
    let opens = |at: &usize| {
        tokens.word(*at).is(Class::Preposition) && !matches!(tokens.folded(*at), "to" | "of" | "for" | "about")
    };
    let first = between.clone().find(opens)?;
    let plain = between.clone().all(|at| tokens.all[at].shape != Shape::Mark && tokens.folded(at) != "that");
    // "Told them on Monday after hinting | that they could leave": that is hinted.
    let hints = |clause: &Clause| between.contains(&clause.verb.group.start) && !clause.verb.passive;
    let plain = plain && !told.clauses.iter().any(hints);
    let joint = matches!(tokens.folded(between.end), "that" | "whether") && between.end < told.words.end;
    (said && plain && joint).then_some(first..between.end)
}

/// ", who was elected in May," right before the verb, behind a subject that needs nothing more.
fn inserted(told: &Told, before: &Range<usize>, names: bool) -> Option<Range<usize>> {
    let (tokens, clauses) = (told.tokens, told.clauses);
    let is_comma = |at: &usize| tokens.written(*at) == ",";
    let last = before.end.checked_sub(1).filter(|at| before.contains(at)).filter(is_comma)?;
    let first = before.clone().find(is_comma).filter(|first| before.start < *first && *first + 1 < last)?;
    let opener = tokens.word(before.start);
    let opens = opener.any(&[Class::Preposition, Class::Subordinator, Class::Adverb, Class::Conjunction])
        || opener.can(Form::Gerund)
        || clauses.iter().any(|clause| {
            let at = clause.verb.group.start;
            (before.start..first).contains(&at) && (clause.verb.tense.is_finite() || at == before.start)
        })
        || unit(tokens, first - 1) && first - before.start < 4;
    let inside = tokens.word(first + 1);
    // "The governor, Ali Karim, said".
    let named = names
        && tokens.word(before.start).any(&[Class::Determiner, Class::Number])
        && tokens.all[first - 1].shape == Shape::Small
        && (first + 1..last).take_while(|at| tokens.written(*at) != ",").all(|at| tokens.all[at].is_capital());
    // "Olga Berg, Norway's economy minister, said".
    let what = tokens.all[last - 1].shape == Shape::Small && tokens.word(last - 1).any(&[Class::Title, Class::Person]);
    let adds = named
        || what
        || tokens.all[first + 1].shape != Shape::Capital && !inside.is(Class::Conjunction)
        || inside.any(&[Class::Relative, Class::Determiner]);
    // "The envoy, who left, and Hansen, a captive, were shown", "Hansen, 39, and Berg, 27, were shown"; not "Hansen, 39, who
    // led the town and had two ships, was shown", "Hansen, from Oslo, but living in Bergen, was shown".
    let joins = |at: usize| {
        let goes_on = clauses.iter().any(|clause| (at + 1..at + 3).contains(&clause.verb.group.start));
        let items = is_comma(&(at - 1)) || tokens.all[first + 1].shape == Shape::Number;
        tokens.word(at).is(Class::Conjunction) && items && !goes_on
    };
    let list = (first + 1..last).any(joins);
    // "Officials in Oslo, Norway, report that two men, both seamen, left": that is what they do.
    let reports = |at: usize| tokens.folded(at) == "that" && tokens.word(at - 1).is(Class::Saying);
    let tells = !inside.is(Class::Relative) && (first + 2..last).any(reports);
    (!opens && adds && !list && !tells).then_some(first..last + 1)
}

/// "The firm, which has offices in Oslo, left": a clause of "who" or "which" between its commas or dashes, wherever it
/// stands.
fn embedded(told: &Told) -> impl Iterator<Item = Range<usize>> {
    let tokens = told.tokens;
    let parts = |at: usize| matches!(tokens.written(at), "," | "—" | "–");
    told.clauses.iter().filter_map(move |clause| {
        let last = clause.verb.group.start.checked_sub(1).filter(|last| *last > told.verb.end && parts(*last))?;
        let first = (told.verb.end..last).rfind(|at| tokens.written(*at) == tokens.written(last))?;
        let relative = matches!(tokens.folded(first + 1), "who" | "which" | "whose");
        (relative && clause.verb.tense.is_finite() && last < told.words.end).then_some(first..last + 1)
    })
}

pub(super) fn is_mark(tokens: &Tokens, at: usize) -> bool {
    tokens.all[at].shape == Shape::Mark
}

/// "A centre for exports | under the new deal | will open": where or whose something is, behind a noun that is no part of a
/// whole. Who speaks stays.
fn located(told: &Told) -> impl Iterator<Item = Range<usize>> {
    let tokens = told.tokens;
    let says = |verb: usize| tokens.word(verb).any(&[Class::Saying, Class::Claiming]);
    let told_of = told.clauses.iter().filter(move |clause| clause.verb.tense.is_finite() && !says(clause.verb.head));
    told_of.flat_map(move |clause| {
        let first = clause.tokens.start.max(told.words.start);
        let opened = tokens.word(first).any(&[Class::Relative, Class::Subordinator, Class::Conjunction]);
        let words = first + usize::from(opened)..clause.verb.group.start;
        // "Said that the centre | in Oslo | — which he led — would open": the subject stands before what is inserted.
        let inserted = embedded(told).find(|part| words.is_empty() && part.end == words.end);
        let that = |part: &Range<usize>| (told.verb.end..part.start).rfind(|at| tokens.folded(*at) == "that");
        let before = inserted.and_then(|part| Some(that(&part)? + 1..part.start));
        let words = before.unwrap_or(words);
        // "Protesters march in Oslo with at least two people | killed": the main verb stands before.
        let done = clause.verb.group.len() == 1 && tokens.word(clause.verb.head).can(Form::Participle);
        let with = done && words.clone().any(|at| tokens.folded(at) == "with");
        // "Burst into the store on the avenue and | stole watches".
        let joined = words.start < words.end && tokens.word(words.end - 1).is(Class::Conjunction);
        let fits = !with
            && !joined
            && words.start < words.end
            && words.end < told.words.end
            && is_plain(tokens, words.clone());
        let whole = !words.clone().any(|at| is_part(tokens, at));
        let opens = move |at: &usize| {
            let noun = is_thing(tokens, *at - 1) && tokens.all[*at - 1].shape != Shape::Number;
            noun && opens_phrase(tokens, *at)
        };
        let end = words.end;
        let time = move |at: &usize| when(tokens, *at..end) == Some(end);
        // "Half the guards in the tunnels | below the town": the tunnels are those of the town, and half stays half.
        let first = words.start + 2;
        let inner = move |at: usize| (first..at).any(|at| opens(&at));
        (first..end).filter(move |at| fits && opens(at) && !time(at) && (whole || inner(*at))).map(move |at| at..end)
    })
}

/// Whether a word opens a phrase that tells where, whose or how something is.
pub(super) fn opens_phrase(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    let phrase = word.is(Class::Preposition) && !word.is(Class::Subordinator);
    // "A program that allows foreigners | to buy land".
    let next = tokens.word(at + 1);
    let does = tokens.folded(at) == "to" && next.can(Form::Base) && next.usual == b'v';
    phrase && !does && !matches!(tokens.folded(at), "of" | "than" | "as" | "like")
}

/// Whether words are one phrase: no mark but a bracket, nothing that opens a clause.
pub(super) fn is_plain(tokens: &Tokens, words: Range<usize>) -> bool {
    let opens = |at: usize| {
        let word = tokens.word(at);
        // "Asked him about reports | the town had seen".
        let bare = at > words.start && word.is(Class::Determiner) && tokens.word(at - 1).can(Form::Noun);
        bare && !tokens.word(at - 1).is(Class::Preposition) && !is_part(tokens, at - 1)
            || tokens.all[at].shape == Shape::Mark
                && !is_possessive(tokens, at)
                && !matches!(tokens.folded(at), "(" | ")")
            || word.any(&[Class::Relative, Class::Subject])
            || word.is(Class::Subordinator) && !word.is(Class::Preposition)
    };
    !words.clone().any(opens)
}

/// Whether a word counts a part of a whole.
pub(super) fn is_part(tokens: &Tokens, at: usize) -> bool {
    let words = ["all", "most", "half", "no", "any", "only", "every", "percent", "%", "none", "few", "number", "first"];
    words.contains(&tokens.folded(at))
}

/// "Officials | including Hansen | had left".
fn included(told: &Told, subject: &Range<usize>) -> Option<Range<usize>> {
    let first = subject.clone().find(|at| told.tokens.folded(*at) == "including").filter(|at| *at > subject.start)?;
    let first = first - usize::from(told.tokens.folded(first - 1) == ",");
    let plain = !told.clauses.iter().any(|clause| (first + 2..subject.end).contains(&clause.verb.group.start));
    plain.then_some(first..subject.end)
}

/// "Banned ten reporters|, including two of the Post,| from Oslo": some of those behind a verb, between commas.
fn among(told: &Told) -> impl Iterator<Item = Range<usize>> {
    let comma = |at: &usize| told.tokens.folded(*at) == ",";
    let opens = move |at: &usize| comma(at) && matches!(told.tokens.folded(*at + 1), "including" | "among" | "mostly");
    (told.verb.end..told.words.end).filter(opens).filter_map(move |first| {
        let last = (first + 2..told.words.end - 1).find(comma)?;
        let verb = |clause: &Clause| (first + 2..last).contains(&clause.verb.group.start);
        (!told.clauses.iter().any(verb)).then_some(first..last + 1)
    })
}

/// "President Johan Hansen | of Norway | said".
fn country(told: &Told, subject: &Range<usize>) -> Option<Range<usize>> {
    let capital = |at: usize| told.tokens.all[at].is_capital();
    let of = subject.clone().rfind(|at| told.tokens.folded(*at) == "of")?;
    let person = of >= subject.start + 3
        && (of - 2..of).all(capital)
        && (subject.start..of - 2).any(|at| told.tokens.word(at).is(Class::Title) && capital(at));
    (person && of + 1 < subject.end && (of + 1..subject.end).all(capital)).then_some(of..subject.end)
}

/// "The foreign minister Johan Hansen", "the governor of the region, Johan Hansen,": what somebody is, before the name.
fn role(told: &Told, subject: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let tokens = told.tokens;
    let comma = subject.end.checked_sub(1).filter(|at| subject.contains(at) && tokens.folded(*at) == ",");
    let end = comma.unwrap_or(subject.end);
    // "Johan H. Hansen".
    let initial = |at: usize| tokens.folded(at) == "." && at > 0 && tokens.written(at - 1).len() == 1;
    let name = |at: &usize| tokens.all[*at].is_capital() && !tokens.word(*at).is(Class::Title) || initial(*at);
    let named = (subject.start..end).rev().take_while(name).count();
    let first = end - named;
    let alone = comma.is_some() == (first > subject.start && tokens.folded(first - 1) == ",");
    let what = subject.start..first - usize::from(comma.is_some() && first > subject.start);
    let titled = what.clone().any(|at| tokens.word(at).any(&[Class::Title, Class::Person]))
        || comma.is_some() && tokens.folded(what.start) == "the";
    let near = comma.is_some() || !what.is_empty() && tokens.word(what.end - 1).any(&[Class::Title, Class::Person]);
    // "The lawyer for the star Olga Berg" is not Olga Berg.
    let joins = |at: usize| {
        tokens.word(at).any(&[Class::Conjunction, Class::Relative])
            || comma.is_none() && tokens.word(at).is(Class::Preposition)
            || matches!(tokens.folded(at), "," | "according")
            || told.clauses.iter().any(|clause| clause.verb.group.start == at)
    };
    let plain = !what.clone().any(joins);
    let before = subject.start..first;
    let parts = std::iter::once(before).chain(comma.map(|comma| comma..comma + 1)).collect();
    ((2..=4).contains(&named) && alone && titled && near && plain).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::super::shorten::tests::told;
    use super::*;

    /// Checks what a sentence can spare, with what is lost, in the order of the loss.
    fn check(text: &str, expected: &[&str]) {
        let found = told(text, |told| {
            let part = |part: &Range<usize>| told.tokens.slice(part.clone()).to_owned();
            let spares = spared(told).into_iter();
            let spares = spares.map(|spare| {
                let parts: Vec<String> = spare.parts.iter().map(part).collect();
                format!("{} {}", spare.loss, parts.join(" … "))
            });
            spares.collect::<Vec<_>>()
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn days_and_joints() {
        check("The envoy vowed last month to take it to Oslo.", &["1 last month"]);
        check("Norway on Monday sent ships to Oslo.", &["1 on Monday"]);
        check("The envoy met him in Oslo last Monday and left.", &["1 last Monday"]);
        check("The storm hit Oslo on Friday and Bergen on Saturday.", &[]);
        check("The envoys came to Oslo on Friday, Constitution Day, and left.", &[]);
        check("Norway banned ships this month.", &["1 this month"]);
        check("The mayor, on Friday, left.", &["1 , on Friday,"]);
        check("Ships will sail until Monday.", &[]);
        check("Ships sailed on Monday and Tuesday.", &[]);
        check("A report published in May was long.", &["3 published in May"]);
        check("The envoy said that the dam would hold.", &["1 that"]);
        check(
            "The envoy told Olsen on Sunday that the dam would hold.",
            &["1 on Sunday", "2 on Sunday that", "2 on Sunday"],
        );
        check(
            "The envoy said in a note late on Friday that the dam would hold.",
            &["1 late on Friday", "2 in a note late on Friday"],
        );
        check("The envoy said on Friday that a member of the team that left had come.", &["1 on Friday"]);
    }

    #[test]
    fn insertions() {
        check("The centre (OBC) opened.", &["1 (OBC)"]);
        check("The mayor, elected to office, said so.", &["1 , elected to office,"]);
        check("Olga Berg, Norway’s economy minister, said so.", &["1 , Norway’s economy minister,"]);
        check(
            "The envoy said that the firm, which has offices in Oslo, had closed.",
            &["1 , which has offices in Oslo,"],
        );
        check(
            "Johan Hansen, 39, who had led the town and had two ships, was found dead.",
            &["1 , 39, who had led the town and had two ships,"],
        );
        check(
            "The envoy said the firm — which has offices in Oslo — had closed.",
            &["1 — which has offices in Oslo —"],
        );
        check("According to the ministry, Olsen left.", &["4 According to the ministry,"]);
        check(
            "According to the station in Bergen, western Norway, no gas came.",
            &["4 According to the station in Bergen, western Norway,"],
        );
        check("Olga Berg -- who is not in Oslo -- spoke so.", &["1 -- who is not in Oslo --"]);
        check("Olsen was jailed — by the old court — for ten years.", &["1 — by the old court —"]);
        check("Officials including Olsen had left.", &["2 including Olsen"]);
        check("President Johan Olsen of Norway left.", &["2 of Norway"]);
        check("Hansen, Olsen and Berg left.", &[]);
    }

    #[test]
    fn what_is_told_inside_an_insertion_stays() {
        check("Officials in Oslo, Norway, report that two men, both seamen, were killed.", &[]);
        check("The envoy told Olsen on Friday after hinting that he would go.", &["1 on Friday", "1 that"]);
    }

    #[test]
    fn names_and_what_they_are() {
        check("The governor of the region, Ali Karim, left.", &["2 , Ali Karim,", "3 The governor of the region, … ,"]);
        check("One of the officers on patrol that day, Johan Hansen, left.", &["2 , Johan Hansen,"]);
        check("The foreign minister Olga Berg on Friday left.", &["1 on Friday", "3 The foreign minister"]);
        check("Norwegian President Olga Berg left.", &["3 Norwegian President"]);
        // It is the lawyer who spoke.
        check("The lawyer for the star Olga Berg said so.", &["3 the star"]);
        check("Olga Berg left.", &[]);
    }

    #[test]
    fn descriptions() {
        check("Guns promised by Norway in May had arrived.", &["1 in May", "3 promised by Norway in May"]);
        check("Talks to end the war were going on.", &["3 to end the war"]);
        check("The 80 soldiers who surrendered in Oslo were being treated.", &["3 who surrendered in Oslo"]);
        check("The flurry of talks around ending the war went on.", &["3 around ending the war"]);
        check("The envoys issued a statement saying Olsen had left.", &[]);
        check("Two ships carrying guns, cars and a tank left Oslo.", &["3 carrying guns, cars and a tank"]);
        check("The price sold amid fears Olsen would go had risen.", &[]);
        check(
            "The centre for exports to Norway under the deal will open.",
            &["5 for exports to Norway under the deal", "5 to Norway under the deal", "5 under the deal"],
        );
        check(
            "The envoy said that the noise about the bridge — which he led — was hard to bear.",
            &["1 — which he led —", "5 about the bridge"],
        );
        check("Most people in Oslo left.", &[]);
        check("All soldiers captured in Oslo were being treated.", &[]);
        check("Workers recovered three bodies from a school hit by a raid.", &[]);
        check("Goods are sold to bypass limits imposed by Norway.", &[]);
    }
}
