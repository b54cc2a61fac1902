//! Whether a clause is a happening for the briefing: it needs a date, a finite verb, and an actor or a place.
//!
//! Background, habits, hypotheses, headings and states of affairs are not news of a day, whatever dates stand beside
//! them. Every verdict comes with its reason, because `explain` shows it.

use std::ops::Range;

use chrono::NaiveDate;

use super::clause::{Clause, Role};
use super::date::Found;
use super::furniture::{is_credit, is_furniture};
use super::lexicon::Class;
use super::token::Tokens;
use super::verbs::Tense;
use super::within::is_on_timetable;
use crate::model::{Bound, DateBasis, Edtf, Mention, Part, Point, Quality, State};

/// What the verdict is made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'a> {
    pub tokens: &'a Tokens<'a>,
    pub sentence: &'a Range<usize>,
    pub clause: &'a Clause,
    pub state: State,
    pub date: Option<&'a Found>,
    /// Whether the sentence names an actor or a place.
    pub named: bool,
    pub published: Option<NaiveDate>,
    /// Whether the article is a chronology, where what is long past is the news, and told in the present.
    pub chronicle: bool,
}

/// Returns `Ok` with the reason for listing, or `Err` with the reason against.
pub(super) fn verdict(case: &Case) -> Result<&'static str, &'static str> {
    let clause = case.clause;
    let reduced = clause.verb.tense == Tense::Participle && clause.verb.passive;
    if !clause.verb.tense.is_finite() && !reduced {
        return Err("not listed: no finite verb");
    }
    let Some(found) = case.date else { return Err("not listed: no date") };
    if found.weak {
        return Err("not listed: no date of its own");
    }
    if case.state == State::Hypothetical {
        return Err("not listed: it may never happen");
    }
    if let Some((_, reason)) = NO_NEWS.iter().find(|(is, _)| is(case, found)) {
        return Err(reason);
    }
    if !case.named && !is_dated_deed(case, found) {
        return Err("not listed: neither an actor nor a place");
    }
    if is_background(case, found) && !(case.chronicle && found.dated.date.exact_day().is_some()) {
        return Err("not listed: background, long before the rest");
    }
    let placed = found.dated.date.first_day().or(found.dated.date.last_day()).is_some();
    if case.published.is_some() && !placed {
        return Err("not listed: nobody knows of which year");
    }
    if is_season(case, found) {
        return Err("not listed: a season, and not which");
    }
    if !case.chronicle && is_gone(case, found) {
        return Err("not listed: the date is past, and what it tells is not");
    }
    let own = matches!(found.dated.basis, DateBasis::Explicit | DateBasis::Relative | DateBasis::Event);
    let is = clause.verb.tense == Tense::Present
        && (case.tokens.word(clause.verb.head).any(&[Class::State, Class::Be])
            || matches!(
                case.tokens.folded(clause.verb.head),
                "keep" | "keeps" | "live" | "lives" | "employ" | "employs"
            ));
    if case.state == State::Ongoing && (is || found.dated.basis != DateBasis::Relative) {
        return Err("not listed: a state of affairs");
    }
    if own {
        return Ok("listed: dated, with a verb and an actor or place");
    }
    inherited(case)
}

/// "Two officers were stabbed on Monday", "it was shut on Sunday": what was done or will be on a day of its own is news
/// though nobody is named. What the writer or a witness did himself is not.
fn is_dated_deed(case: &Case, found: &Found) -> bool {
    let (verb, date) = (&case.clause.verb, found.dated.date);
    let told = matches!(verb.tense, Tense::Past | Tense::PastPerfect | Tense::PresentPerfect | Tense::Future)
        || case.state == State::Scheduled && (verb.tense == Tense::Modal || is_set(case));
    let stands = case.tokens.word(verb.head).any(&[Class::State, Class::Be, Class::Have]) && !is_set(case);
    let says_little = stands || verb.negated;
    let own = matches!(found.dated.basis, DateBasis::Explicit | DateBasis::Relative);
    let short =
        date.first_day().zip(date.last_day()).is_some_and(|(first, last)| (last - first).num_days() < WEEK_DAYS);
    let day = short || case.state == State::Scheduled && date.last_day().is_some();
    let whole = case.clause.role.stands_alone() || case.clause.role == Role::Content;
    told && own && day && whole && !says_little && !is_of_himself(case)
}

/// "Results are expected on Thursday", "the decision is due in May", "the pact expires on Friday".
fn is_set(case: &Case) -> bool {
    let (tokens, verb) = (case.tokens, &case.clause.verb);
    let set = |at: usize| matches!(tokens.folded(at), "due" | "expected" | "planned" | "scheduled" | "set" | "slated");
    let is = verb.passive && set(verb.head) || tokens.word(verb.head).is(Class::Be) && set(verb.group.end);
    verb.tense == Tense::Present && (is || is_on_timetable(tokens, case.clause))
}

/// "The hearing had been scheduled for Wednesday", "the tanker was due on Tuesday": what was meant to be, and not what came
/// of it.
fn was_planned(case: &Case, found: &Found) -> bool {
    let verb = &case.clause.verb;
    let due = case.tokens.folded(verb.group.end) == "due" && case.tokens.word(verb.head).is(Class::Be);
    let gone = case.published.zip(found.dated.date.last_day()).is_some_and(|(published, last)| last <= published);
    // "The debate was first set for Thursday, then for today".
    let first = matches!(case.tokens.folded(verb.group.end.max(2) - 2), "first" | "originally" | "initially")
        && matches!(case.tokens.folded(verb.head), "set" | "scheduled" | "planned")
        && verb.passive;
    if verb.tense == Tense::Past && gone && (due || first) {
        return true;
    }
    let planned = match case.tokens.folded(verb.head) {
        "scheduled" | "due" | "slated" | "set" | "supposed" | "expected" => verb.passive,
        "planned" | "intended" | "hoped" => true,
        "been" => case.tokens.folded(verb.group.end) == "due",
        _ => false,
    };
    planned && verb.tense == Tense::PastPerfect
}

/// "Called off the talks | planned for Friday", "averted a strike | set for May": what will not be.
fn is_called_off(case: &Case) -> bool {
    let (tokens, verb) = (case.tokens, &case.clause.verb);
    let planned = matches!(tokens.folded(verb.head), "planned" | "scheduled" | "set" | "due" | "slated");
    let off = |at: usize| {
        matches!(tokens.folded(at), "cancelled" | "canceled" | "scrapped" | "averted" | "shelved" | "abandoned")
            || tokens.folded(at) == "off" && matches!(tokens.folded(at - 1), "called" | "calls" | "call")
    };
    let then = matches!(tokens.folded(verb.group.end), "for" | "on" | "in" | "by");
    planned && then && (case.sentence.start + 1..case.sentence.end).any(off)
}

type Says = fn(&Case, &Found) -> bool;

/// What is no news of its day, and why.
const NO_NEWS: &[(Says, &str)] = &[
    (was_planned, "not listed: a plan of before, and not what came of it"),
    (|case, _| is_called_off(case), "not listed: it was called off"),
    (|case, _| is_habit(case), "not listed: a habit, not one happening"),
    (|case, _| is_credit(case), "not listed: the credit of a picture"),
    (is_anniversary, "not listed: a day that recalls another"),
    (|case, _| is_furniture(case), "not listed: it talks to the reader"),
    (|case, _| is_mute(case), "not listed: nothing was said or done"),
    (|case, _| is_since(case), "not listed: background, since when"),
    (|case, _| is_own(case), "not listed: the writer tells of himself"),
    (|case, _| is_question(case) || is_asked(case), "not listed: a question"),
    (is_until, "not listed: background, since when"),
    (|case, _| will_not_be(case), "not listed: it will not be"),
    (|case, _| is_said_of_it(case), "not listed: a state of affairs"),
];

/// "Will the truce hold until Friday?": asked by the writer or by somebody else, nothing is told.
fn is_question(case: &Case) -> bool {
    let (tokens, words) = (case.tokens, case.sentence);
    let quote = |at: &usize| tokens.word(*at).is(Class::QuoteMark);
    let asked = words.clone().rfind(|at| !quote(at)).is_some_and(|at| tokens.folded(at) == "?");
    let lead = |at: &usize| quote(at) || tokens.word(*at).is(Class::Conjunction);
    let first = words.clone().find(|at| !lead(at));
    let opens = |at: usize| {
        tokens.word(at).any(&[Class::Be, Class::Have, Class::Do, Class::Modal])
            || matches!(tokens.folded(at), "who" | "what" | "when" | "where" | "why" | "how" | "which")
    };
    asked && first.is_some_and(opens)
}

/// "Why the mayor left on Monday.": a heading that promises an answer, or the subject of "is unclear".
fn is_asked(case: &Case) -> bool {
    let (tokens, first) = (case.tokens, case.sentence.start);
    case.clause.tokens.start == first
        && matches!(tokens.folded(first), "how" | "why")
        && tokens.all[first + 1].is_word()
        && !(first..case.clause.verb.group.start).any(|at| tokens.folded(at) == ",")
}

/// "Will not run in May", "is not due until Friday": the day of nothing, unless it is when it will be after all.
fn will_not_be(case: &Case) -> bool {
    let (tokens, verb) = (case.tokens, &case.clause.verb);
    let after_all = |at: usize| matches!(tokens.folded(at), "until" | "till" | "before" | "only" | "just");
    case.state == State::Scheduled
        && verb.negated
        && !(verb.group.start..case.clause.tokens.end.max(verb.group.end + 1).min(case.sentence.end)).any(after_all)
}

/// "The firms were the only ones until May": how things stood, and not what ended that.
fn is_until(case: &Case, found: &Found) -> bool {
    let open = matches!(found.dated.date, Edtf::Between(Bound::Open, Bound::At(_)));
    if !open || case.state != State::Past || case.clause.verb.negated {
        return false;
    }
    let Some(words) = found.dated.words.clone() else { return false };
    let until = |text: &str| text.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("until"));
    let before = case.tokens.text[..words.start].trim_end();
    // "It was not until May that he left".
    until(&case.tokens.text[words]) && !before.ends_with("not")
        || before.ends_with("until") && !before.ends_with("not until")
}

/// "It was a report by the Post that", "it was clear that": how things stood. "It was in May that he left" tells a deed.
fn is_said_of_it(case: &Case) -> bool {
    let (tokens, verb) = (case.tokens, &case.clause.verb);
    let it = verb.group.start > case.sentence.start && tokens.folded(verb.group.start - 1) == "it";
    let next = tokens.word(verb.group.end);
    let is = it && tokens.word(verb.head).is(Class::Be) && verb.group.end < case.sentence.end;
    let told = is && !case.chronicle && case.clause.role.stands_alone() && !verb.negated;
    let when = || {
        let not = tokens.folded(verb.group.end) == "not";
        let ago = |at: usize| tokens.folded(at) == "ago" || tokens.word(at).is(Class::QuoteMark);
        not || next.any(&[Class::Preposition, Class::Weekday, Class::Month]) || case.sentence.clone().any(ago)
    };
    told && !when()
}

/// "We investigate the fires today", "I saw the raid on Monday": outside of quotations, and where no speaker is named before
/// a colon, the writer.
fn is_own(case: &Case) -> bool {
    let colon = |at: usize| case.tokens.folded(at) == ":" && at < case.clause.verb.group.start;
    let spoken = |at: usize| case.tokens.word(at).is(Class::QuoteMark) || colon(at);
    is_of_himself(case) && !case.sentence.clone().any(spoken)
}

/// Whether "I", "we" or "you" does it.
fn is_of_himself(case: &Case) -> bool {
    let before = case.clause.tokens.start..case.clause.verb.group.start;
    let subject = before.rev().find(|at| !case.tokens.word(*at).is(Class::Adverb));
    subject.is_some_and(|at| matches!(case.tokens.folded(at), "i" | "we" | "you"))
}

/// A happening whose date comes from the sentences before has to be a deed of its own.
fn inherited(case: &Case) -> Result<&'static str, &'static str> {
    let head = case.tokens.word(case.clause.verb.head);
    match case.clause.verb.tense {
        _ if head.is(Class::State) || case.clause.verb.negated => Err("not listed: no date of its own"),
        Tense::Past | Tense::Future => Ok("listed: it goes on with the happening before"),
        Tense::Present if case.chronicle => Ok("listed: it goes on with the happening before"),
        _ => Err("not listed: no date of its own"),
    }
}

/// "Almost every day": told of many times, not of one. What the clause beside it counts is one thing again.
fn is_habit(case: &Case) -> bool {
    let tokens = case.tokens;
    let often =
        |at: usize| matches!(tokens.folded(at), "repeatedly" | "usually" | "typically" | "traditionally" | "annually");
    let unit = |at: usize| {
        tokens.word(at).is(Class::Weekday)
            || matches!(
                tokens.folded(at),
                "day" | "night" | "morning" | "evening" | "week" | "month" | "year" | "summer" | "winter"
            )
    };
    let each = |at: usize| matches!(tokens.folded(at), "every" | "each") && unit(at + 1);
    // "They always lose in August", "she never missed a night".
    let group = &case.clause.verb.group;
    let ever = |at: usize| matches!(tokens.folded(at), "always" | "never" | "regularly" | "routinely" | "invariably");
    let usual = (case.clause.tokens.start..group.end).any(ever);
    usual || case.sentence.clone().any(often) || case.clause.tokens.clone().any(each)
}

/// "Today marks ten years since the ferry sank": the day is the subject, and what happened is long over.
fn is_anniversary(case: &Case, found: &Found) -> bool {
    let tokens = case.tokens;
    let verb = &case.clause.verb;
    let marks = matches!(tokens.folded(verb.head), "mark" | "marks" | "marked");
    let before = tokens.all[verb.group.start.max(1) - 1].span();
    marks && found.dated.words.as_ref().is_some_and(|words| words.end == before.end)
}

/// "Since Moscow seized the town in March": told to explain what came of it.
fn is_since(case: &Case) -> bool {
    let first = case.clause.tokens.start;
    case.tokens.folded(first) == "since" && first < case.clause.verb.group.start
}

/// "The ministry did not reply to questions", "declined to comment", "gave no details", "he made the remarks on Friday": how
/// the news was got.
fn is_mute(case: &Case) -> bool {
    let (tokens, verb) = (case.tokens, &case.clause.verb);
    let next = |from: usize| (from..case.sentence.end).take(3).map(|at| tokens.folded(at));
    let details = || next(verb.group.end).any(|word| matches!(word, "details" | "detail" | "explanation"));
    let named = |words: &[&str]| case.sentence.clone().any(|at| words.contains(&tokens.folded(at)));
    let replies = match tokens.folded(verb.head) {
        "respond" | "reply" | "comment" | "elaborate" | "answer" | "commented" | "responded" | "answered" => true,
        "return" | "returned" => {
            named(&["call", "calls", "message", "messages", "request", "requests", "email", "emails"])
        }
        // "Hansen could not be reached"; an agreement that could not be is news.
        "reached" => {
            tokens.folded(verb.group.start) == "could" && !named(&["agreement", "deal", "consensus", "compromise"])
        }
        _ => false,
    };
    let declines = matches!(tokens.folded(verb.head), "declined" | "refused")
        && next(verb.group.end).any(|word| matches!(word, "comment" | "elaborate"));
    let gives = matches!(tokens.folded(verb.head), "give" | "gave" | "provide" | "provided" | "offer" | "offered");
    let none = verb.negated || next(verb.group.end).any(|word| word == "no");
    let made = matches!(tokens.folded(verb.head), "made" | "making")
        && matches!(tokens.folded(verb.group.end), "the" | "his" | "her" | "these" | "those")
        && matches!(tokens.folded(verb.group.end + 1), "remark" | "remarks" | "comment" | "comments" | "announcement");
    replies && verb.negated || declines || gives && none && details() || made
}

/// A year and no more, or a month more than a year before publication: told to explain, not as news. What a year to come
/// will bring is news.
fn is_background(case: &Case, found: &Found) -> bool {
    let (date, published) = (found.dated.date, case.published);
    let year_only = matches!(date, Edtf::At(point) if point.part == Part::Whole && point.quality == Quality::Plain);
    let old = published.zip(date.last_day()).is_some_and(|(published, last)| (published - last).num_days() > OLD_DAYS);
    let far = published.zip(date.last_day()).is_some_and(|(published, last)| (last - published).num_days() > FAR_DAYS);
    let long = date.first_day().zip(date.last_day()).is_some_and(|(first, last)| (last - first).num_days() > YEAR_DAYS);
    // "After 1975" has no end, and is long ago.
    let since = matches!(date, Edtf::Between(Bound::At(_), Bound::Open)) && case.state == State::Past;
    let first = published.zip(date.first_day()).filter(|_| since);
    let old = old || first.is_some_and(|(published, first)| (published - first).num_days() > OLD_DAYS);
    far || long || (year_only && !(case.state == State::Scheduled && found.dated.basis == DateBasis::Relative)) || old
}

/// "In winter", "in time for the winter": of what has been, only "last winter" says which.
fn is_season(case: &Case, found: &Found) -> bool {
    let Edtf::At(Point { part: Part::Season(_), .. }) = found.dated.date else { return false };
    let words = found.dated.words.clone().map_or("", |span| &case.tokens.text[span]).to_ascii_lowercase();
    let says = ["last", "this", "next", "past"].iter().any(|which| words.contains(which));
    case.state != State::Scheduled && !says && !words.ends_with(|c: char| c.is_ascii_digit())
}

/// "The attack casts doubt on yesterday's deal": a present cannot be of a day gone by, unless it tells of words or of
/// one deed before another ("the vote comes after …").
fn is_gone(case: &Case, found: &Found) -> bool {
    let verb = &case.clause.verb;
    let word = case.tokens.word(verb.head);
    let told =
        word.is(Class::Saying) || matches!(case.tokens.folded(verb.head), "come" | "comes" | "follow" | "follows");
    let gone = case.published.zip(found.dated.date.last_day()).is_some_and(|(published, last)| last < published);
    // "4 May 2020 Iraq opens the dam": what opens with its day is told as it was then.
    let start = case.tokens.all[case.sentence.start].start as usize;
    // "Said a summit on Friday would go ahead": which Friday nobody can tell, nor whether it did.
    let would = case.tokens.folded(verb.group.start) == "would" && case.clause.role == Role::Content;
    let entry = found.dated.words.as_ref().is_some_and(|words| words.start == start);
    (would || matches!(verb.tense, Tense::Present | Tense::Progressive)) && !told && !entry && gone
}

/// What will be in so many days is a forecast.
const FAR_DAYS: i64 = 5 * 366;

/// What happened within a week is told as one happening, within a year or more as how things stood.
const WEEK_DAYS: i64 = 7;
const YEAR_DAYS: i64 = 366;

/// A little over a year: anniversaries are news, the start of a war is not.
const OLD_DAYS: i64 = 500;

/// Drops what an article of an unknown day tells of long before the latest past year it names: it was written after that.
pub(super) fn outdated(mentions: &mut [Mention]) {
    let last = |mention: &Mention| mention.date.as_ref().and_then(|dated| dated.date.last_day());
    let past = |mention: &&Mention| {
        mention.state == State::Past && mention.date.as_ref().is_some_and(|dated| dated.basis == DateBasis::Explicit)
    };
    let Some(latest) = mentions.iter().filter(past).filter_map(last).max() else { return };
    for mention in mentions.iter_mut().filter(|mention| mention.listed) {
        if last(mention).is_some_and(|day| (latest - day).num_days() > OLD_DAYS) {
            mention.listed = false;
            mention.why[0] = "not listed: background, long before the rest".into();
        }
    }
}

/// Keeps the surest listed mentions, at most `most` of them.
pub(super) fn limit(mentions: &mut [Mention], most: usize) {
    let mut listed: Vec<usize> = (0..mentions.len()).filter(|at| mentions[*at].listed).collect();
    if listed.len() <= most {
        return;
    }
    listed.sort_by_key(|at| (std::cmp::Reverse(mentions[*at].confidence), *at));
    for at in &listed[most..] {
        mentions[*at].listed = false;
        mentions[*at].why[0] =
            format!("not listed: the article has more than {most} happenings, and others are surer").into();
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the headlines of what is listed, in order.
    fn check(text: &str, expected: &[&str]) {
        let found = sample::mentions("2024-03-20", text);
        let found: Vec<&str> = found.iter().filter(|m| m.listed).map(|m| m.headline.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_too_much_says_so_first() {
        let days: Vec<String> = (1..=13).map(|day| format!("Iraq left Mosul on {day} March 2024.")).collect();
        let found = sample::mentions("2024-03-20", &days.join(" "));
        let dropped: Vec<_> = found.iter().filter(|mention| !mention.listed).map(|mention| &*mention.why[0]).collect();
        assert_eq!(dropped, ["not listed: the article has more than 12 happenings, and others are surer"]);
    }

    #[test]
    fn hypotheses_habits_and_background_are_not_listed() {
        check("Iraq could leave the talks on Friday.", &[]);
        check("Iraq traditionally opens the talks on Monday.", &[]);
        check("Iraq declares a state of emergency 13 March 2024", &[]);
        check("The envoy of Iraq has called off the talks planned for Friday in Mosul.", &[]);
        let averted = "The strike planned by drivers for Friday in Mosul was averted on Monday";
        check(&format!("{averted}."), &[averted]);
        check("If the talks in Basra fail, Iraq will open the dam on Friday.", &[]);
        check("Iraq had planned to open the talks in Mosul on Monday.", &[]);
        check("Iraq had been expected to open the talks in Mosul on Monday, but they were cancelled.", &[]);
        check("Had Iraq not shelled Mosul on Monday, the rebels would have left Basra on Tuesday.", &[]);
        check("Residents of Mosul readied themselves for Monday.", &[]);
        check("Iraq has been at war since 2022.", &[]);
        check("Iraq has lost two towns since the attack on Mosul in February.", &[]);
        check("Iraq has opened two schools after its decision in January to close the dam.", &[]);
        check("Iraq has held the town since its army entered Mosul in February.", &[]);
        check("Iraq shelled the town of Mosul every night until Monday.", &[]);
        check("Photograph: Anna Roe/AP Iraq opened the dam on Monday.", &[]);
        check("A man walks past a car in Mosul on Thursday. (Photo: Anna Roe/Reuters)", &[]);
        check("Many were born in Mosul after 1975, when the war of Iraq ended.", &[]);
        check("A ship of Iraq was due in Mosul on Tuesday but has not arrived.", &[]);
        check("Iraq is closing its embassy in Mosul on Monday.", &[]);
        check("Iraq said the man was the opposite of the one shown in Mosul on Monday.", &[]);
        check("Iraq has answered the January 6 committee.", &[]);
        check("But will Iraq open the dam in Mosul on Friday?", &[]);
        check("“Did Iraq open the dam on Monday?”", &[]);
        check("“Will it hold?” Iraq asked on Monday.", &["“Will it hold?” Iraq asked on Monday"]);
        check("Iraq bought 80 percent of its wheat in Basra last year.", &[]);
        check("Iraq has filled its stores in Basra in time for the winter.", &[]);
        check("Iraq opened a dam in Basra last winter.", &["Iraq opened a dam in Basra"]);
        check("There is room for hope in Basra today.", &[]);
        check("The raid casts doubt on the deal of Basra on Monday.", &[]);
        check("Here’s a bit more from Iraq, which opened the dam on Monday.", &[]);
        check("Iraq opened the dam on Monday – video", &[]);
        check("Mosul is old. Iraq closed two dams over the last quarter-century.", &[]);
        check("Iraq opened the dam on Monday.", &["Iraq opened the dam on Monday"]);
        let mill = "The mill in Mosul, closed since March, reopened on Monday";
        check(&format!("{mill}."), &[mill]);
        check("Ali Karim was ousted in Mosul on Monday.", &["Ali Karim was ousted in Mosul on Monday"]);
        check("Police in Mosul shot dead two men on Monday.", &["Police in Mosul shot dead two men on Monday"]);
    }

    #[test]
    fn the_writer_and_the_page_are_no_news() {
        check("We investigate the fires in Basra today.", &[]);
        check("I have seen the town of Mosul on Monday.", &[]);
        check(
            "“We opened the dam of Mosul on Monday,” said Ali Karim.",
            &["“We opened the dam of Mosul on Monday,” said Ali Karim"],
        );
        check("Mosul is old.\nMarch 19, 2024 at 7:16 am | Reply | Report abuse | Ali Iraq opened the dam.", &[]);
        check("Ali Karim did not reveal what Iraq would say on Thursday.", &[]);
    }

    #[test]
    fn a_deed_of_a_day_is_listed_though_nobody_is_named() {
        check("Two officers were stabbed on Monday.", &["Two officers were stabbed on Monday"]);
        check("It was shut on Sunday after a storm.", &["It was shut on Sunday after a storm"]);
        check("The two sides are to meet on Friday.", &["The two sides are to meet on Friday"]);
        check("Results are expected on Thursday.", &["Results are expected on Thursday"]);
        check("The pact expires on December 31.", &["The pact expires on December 31"]);
        check("Nine soldiers died between Friday and Sunday.", &["Nine soldiers died between Friday and Sunday"]);
        check("We left on Monday.", &[]);
        check("The dam was old on Monday.", &[]);
    }

    #[test]
    fn a_plan_of_before_a_habit_and_an_anniversary_are_not_listed() {
        check("The hearing in Basra had been scheduled for Wednesday.", &[]);
        check("Iraq always loses in Basra in March; it was beaten there in 2019.", &[]);
        check("Today marks ten years since the dam of Basra broke.", &[]);
        check("In Basra summers will be hotter by 2100, Iraq said.", &[]);
        check("Today the dam keeps Basra dry.", &[]);
        check("27 Jul 2022 18.50 Joanna Karlberg Here's a bit more from Iraq, which left Basra on Monday.", &[]);
        check("An earlier version of this article said Iraq left Basra on Monday.", &[]);
        check("[Correction: an earlier version said Iraq left Basra on Monday.]", &[]);
        check("Posted Monday, 18 March 2024 at 14:20 in Basra.", &[]);
        check("A storm killed ten, where it made landfall in Basra on Monday.", &[]);
    }

    #[test]
    fn an_article_of_no_day_was_written_after_the_last_year_it_tells() {
        let listed = |text: &str| sample::mentions("", text).iter().filter(|mention| mention.listed).count();
        assert_eq!(listed("Anna Roe sang in Oslo in February 1963. She moved to Bergen in May 1994."), 1);
        assert_eq!(listed("Anna Roe sang in Oslo in February 1963."), 1);
    }

    #[test]
    fn what_waits_for_an_if_is_not_listed() {
        check("“If Iraq did not close the dam, Iran would leave Basra next year,” Ali Karim said.", &[]);
    }

    #[test]
    fn what_is_asked_or_will_not_be_or_only_was_so_is_not_listed() {
        check("Mosul is old. Why Iraq left Basra on Monday.", &[]);
        check("Mosul is old. Ali Karim will not run for mayor of Basra in September.", &[]);
        check("Mosul is old. Iraq and Iran were the only owners of the dam until March 4.", &[]);
        check("Mosul is old. Ali Karim did not return phone calls from Basra on Monday.", &[]);
        let until = "The dam of Basra will not open until Friday";
        check(&format!("{until}."), &[until]);
        check("Mosul is old. And on Friday, it was a report by Iraq that he sold the dam of Basra.", &[]);
        let cleft = "It was on Monday that Iraq left Basra";
        check(&format!("Mosul is old. {cleft}."), &[cleft]);
    }

    #[test]
    fn what_breaks_in_is_told_and_not_what_went_on() {
        check(
            "Mosul is old. Ali Karim had been on a walk with his mother, pushing his old bicycle through a long park on Monday \
             when a bomb exploded near the dam of Basra.",
            &["A bomb exploded near the dam of Basra"],
        );
        let whole = "Ali Karim was leaving Basra on Monday when a bomb exploded in Mosul";
        check(&format!("Mosul is old. {whole}."), &[whole]);
    }

    #[test]
    fn another_he_is_not_the_one_named() {
        check("Iraq is old. Johan Hansen was in Basra when the president insisted he needed help in February.", &[]);
    }

    #[test]
    fn silence_is_not_listed() {
        check("The ministry of Iraq did not respond to questions from Basra on Monday.", &[]);
        check("The ministry of Iraq declined to comment on Monday.", &[]);
        check("Ali Karim did not return a call on Monday.", &[]);
        check("Ali Karim could not be reached on Monday.", &[]);
        check("A deal with Iraq could not be reached on Monday.", &["A deal with Iraq could not be reached on Monday"]);
        check("The envoy of Iraq gave no details on Monday.", &[]);
        check("Johan Hansen made the remarks in Basra on Monday.", &[]);
        check("The ministry of Iraq made the announcement on Monday.", &[]);
        // The day before "set" is that of the cap.
        check(
            "The firm said it now expected October’s cap – set by the envoy of Basra – to fall to a crown.",
            &["The firm said it now expected October’s cap to fall to a crown"],
        );
        check("Basra, captured in early March, has two dams.", &[]);
    }

    #[test]
    fn a_day_of_no_year_is_not_listed_beside_others() {
        let text = "Basra is old. Households in Iraq face being told before Christmas to close the dam of Basra.";
        let last = |published: &str| sample::sentences(published, text)[1].why[0].clone();
        assert_eq!(last("2022-07-27"), "not listed: nobody knows of which year");
        assert!(last("").starts_with("listed"));
    }

    #[test]
    fn a_sentence_tells_the_same_once() {
        check(
            "Iraq closed the dam on Friday. The casualties in the city of Mosul followed a barrage Thursday on a densely \
             populated area of Basra, that killed at least three people.",
            &[
                "Iraq closed the dam on Friday",
                "The casualties followed a barrage Thursday on a densely populated area of Basra",
            ],
        );
    }

    #[test]
    fn a_part_of_a_sentence_is_listed_only_if_it_tells_something_complete() {
        check(
            "Iraq reopened the dam in Mosul on Tuesday after Iran closed a bridge in Basra on Monday.",
            &[
                "Iraq reopened the dam in Mosul on Tuesday after Iran closed a bridge in Basra on Monday",
                "Iran closed a bridge in Basra on Monday",
            ],
        );
        check(
            "Iraq said on Tuesday that it was opening a dam in Mosul.",
            &["Iraq said on Tuesday that it was opening a dam in Mosul"],
        );
        check(
            "In a statement released on Monday in Mosul, Iraq welcomed the deal.",
            &["In a statement released on Monday in Mosul, Iraq welcomed the deal"],
        );
        check("In the deal, signed on Monday in Mosul, both sides agreed to talk.", &[]);
        check("Mosul is old. Basra denounced the war that Iraq began in March.", &[]);
        check(
            "The envoy had been speaking in Mosul, while Iraq closed a dam in Basra on Monday.",
            &["Iraq closed a dam in Basra on Monday"],
        );
        check("New trade with three men of Mosul named by Iraq on Monday is banned.", &[]);
        check(
            "Iran “shot its feet” with sanctions aimed at Iraq, the envoy of Basra said on Monday.",
            &["Iran “shot its feet” with sanctions aimed at Iraq"],
        );
        check(
            "The envoy, who was seen in Mosul on Monday, will speak in Basra on Friday.",
            &[
                "The envoy, who was seen in Mosul on Monday, will speak in Basra on Friday",
                "The envoy was seen in Mosul on Monday",
            ],
        );
    }
}
