//! Whether a date is the verb's or somebody else's.
//!
//! A clause holds more dates than its own. "Prices have soared since the invasion in February", "a reply to Monday's
//! raid", "the 6 January panel": there the date says which invasion, which raid, which panel. And a tense leaves no day to
//! a verb that lies on the other side of publication.

use std::ops::Range;

use chrono::NaiveDate;

use super::clause::Clause;
use super::date::Sentence;
use super::expression::Expression;
use super::finite::is_possessive;
use super::lexicon::{Class, Form};
use super::mentioned::{
    is_made_ready_for, is_of_comparison, is_of_crime, is_of_either, is_of_opening, is_of_proposal, is_of_what_comes,
};
use super::spoken::is_said_then;
use super::together::is_harm;
use super::token::Tokens;
use super::verbs::Tense;
use super::within::is_put_off;
use crate::model::{Edtf, State};

/// Whose date an expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Verb,
    /// A thing the clause mentions: what is told may well be of another day.
    Noun,
    /// What went before, or what is only traded for then: certainly not of the verb.
    Another,
}

/// Returns whose date an expression in a clause is.
pub(super) fn owner(
    sentence: &Sentence,
    clause: usize,
    expression: &Expression,
    published: Option<NaiveDate>,
) -> Owner {
    let (tokens, at, clause) = (sentence.tokens, clause, &sentence.clauses[clause]);
    // What describes the subject stands between it and its verb.
    let before = tokens.all[clause.tokens.start].start as usize > expression.span.start;
    let words = if before { sentence.range.start } else { clause.tokens.start }..clause.tokens.end;
    let place = |byte: usize| words.clone().find(|at| tokens.all[*at].start as usize >= byte).unwrap_or(words.end);
    let date = place(expression.span.start)..place(expression.span.end);
    let last = published.zip(expression.dated.date.last_day());
    // What comes today is told today.
    let today = published.is_some() && expression.dated.date.exact_day() == published;
    let over = last.is_some_and(|(published, last)| last < published);
    let another = is_since(tokens, words.start, clause.verb.head, date.start)
        || is_term(tokens, words.start, date.start)
        || is_of_comparison(tokens, clause, date.start)
        || expression.is_weekday() && is_of_cancelled(tokens, words.start, clause, date.start)
        || !fits(clause.verb.tense, &expression.dated.date, published) && !is_called(tokens, clause, date.start);
    let noun = || {
        is_name(tokens, sentence.range, &date)
            || expression.is_weekday() && is_label(tokens, sentence.range, &date)
            || expression.is_weekday() && is_another_weeks(tokens, date.start)
            || is_said_then(tokens, sentence.range, &date)
            || is_declared(tokens, clause.verb.head, &date)
            || is_end_of_term(tokens, date.start)
            || is_beyond_end(tokens, &words, date.start)
            || is_effect(tokens, date.start)
            || is_of_noun(tokens, &words, &date)
            || is_when_due(tokens, clause, &date)
            || is_of_apposition(tokens, clause, &date)
            || over && is_of_described(tokens, clause, &date)
            || !is_ahead(&expression.dated.date, published) && is_of_proposal(tokens, clause, &date)
            || is_of_crime(tokens, clause, &date)
            || is_of_opening(sentence, clause, &date, last)
            || !today && is_of_what_comes(tokens, clause, &words, &date)
            || is_made_ready_for(tokens, clause, date.start)
            || expression.is_weekday() && !today && is_of_either(sentence, at, &date)
            || over && (is_from(tokens, &words, date.start) || is_of_cause(tokens, clause.verb.head, date.start))
            || is_told_ahead(tokens, clause, &expression.on_side(State::Past, false, published).date, published)
    };
    match () {
        () if another => Owner::Another,
        () if noun() => Owner::Noun,
        () => Owner::Verb,
    }
}

/// "His trip to Oslo on Monday was called off": the day of what will not be. One that opens the sentence, or stands behind
/// a comma, is that of the verb.
fn is_of_cancelled(tokens: &Tokens, first: usize, clause: &Clause, at: usize) -> bool {
    let verb = clause.verb.group.start;
    let off = matches!(
        tokens.folded(clause.verb.head),
        "cancelled"
            | "canceled"
            | "called"
            | "scrapped"
            | "shelved"
            | "dropped"
            | "postponed"
            | "delayed"
            | "abandoned"
            | "suspended"
    );
    let opens = tokens.word(first).is(Class::Preposition);
    off && clause.verb.passive && !opens && at < verb && !(at..verb).any(|at| tokens.folded(at) == ",")
}

/// "Have called a rally for Saturday": a deed done by words, and the day they are of.
pub(super) fn is_called(tokens: &Tokens, clause: &Clause, at: usize) -> bool {
    let called =
        matches!(tokens.folded(clause.verb.head), "called" | "announced" | "scheduled" | "planned" | "summoned")
            || is_put_off(tokens.folded(clause.verb.head));
    // "Brought forward to Sunday" may be the Sunday just gone.
    called
        && tokens.folded(clause.verb.head) != "brought"
        && at > 0
        && matches!(tokens.folded(at - 1), "for" | "until" | "to" | "till")
}

/// Whether a verb of this tense can have this date. No tense of English that reaches to now can be of a day long over or
/// of one to come: of "has risen since it began in May" and "has tried to stop a visit in June" the date is another's.
pub(super) fn fits(tense: Tense, date: &Edtf, published: Option<NaiveDate>) -> bool {
    tense != Tense::PresentPerfect || !is_over(date, published) && !is_ahead(date, published)
}

/// News says "has resigned on Monday" of the last days.
pub(super) const PERFECT_DAYS: i64 = 7;

fn is_over(date: &Edtf, published: Option<NaiveDate>) -> bool {
    let days = published.zip(date.last_day()).map(|(published, last)| (published - last).num_days());
    days.is_some_and(|days| days > PERFECT_DAYS)
}

fn is_ahead(date: &Edtf, published: Option<NaiveDate>) -> bool {
    // "By November" is ahead, too, though it has no first day.
    published.zip(date.first_day().or(date.last_day())).is_some_and(|(published, first)| first > published)
}

/// "Since the invasion in February".
fn is_since(tokens: &Tokens, first: usize, head: usize, at: usize) -> bool {
    let since = (first..at).rfind(|at| tokens.folded(*at) == "since");
    since.is_some_and(|since| {
        let between = since + 1..at;
        !between.clone().any(|at| tokens.folded(at) == ",") && !between.contains(&head)
    })
}

/// "Wheat for delivery in September": a term of trade, not the day it was traded on.
fn is_term(tokens: &Tokens, first: usize, at: usize) -> bool {
    let term = |of: usize| matches!(tokens.folded(of), "delivery" | "settlement" | "shipment" | "completion");
    let bare = at >= first + 2 && tokens.folded(at - 2) == "for" && term(at - 1);
    // "Payable Dec. 15 to stock of record Nov. 17".
    let paid = at >= first + 2
        && match tokens.folded(at - 1) {
            "record" => tokens.folded(at - 2) == "of",
            word => matches!(word, "payable" | "maturing"),
        };
    // "The figures for July will come out on Friday": what they count.
    let counts = |of: usize| {
        matches!(
            tokens.folded(of),
            "figure"
                | "figures"
                | "data"
                | "numbers"
                | "results"
                | "sales"
                | "reading"
                | "index"
                | "inflation"
                | "budget"
        )
    };
    let figures =
        at >= first + 2 && tokens.folded(at - 1) == "for" && counts(at - 2) && tokens.word(at).is(Class::Month);
    paid || bare || figures || at >= first + 3 && tokens.folded(at - 3) == "for" && term(at - 2)
}

/// "The January 6 panel", "the 6 January storming", "Russia's 9 May parade": the date is part of a name.
fn is_name(tokens: &Tokens, sentence: &Range<usize>, date: &Range<usize>) -> bool {
    let Some(before) = date.start.checked_sub(1).filter(|before| sentence.contains(before)) else { return false };
    let Some(next) = Some(date.end).filter(|next| sentence.contains(next)) else { return false };
    let word = tokens.word(next);
    let body = matches!(tokens.folded(next), "committee" | "commission" | "panel" | "inquiry");
    let is_noun = word.can(Form::Noun) || word.can(Form::Gerund) || tokens.all[next].is_capital();
    let noun = tokens.all[next].is_word() && is_noun;
    let owned = is_possessive(tokens, before) || tokens.word(before).is(Class::Determiner);
    let named = date.clone().any(|at| tokens.word(at).is(Class::Month)) && date.len() > 1;
    // "Captured during a 9 June battle", "killed in the 9 June battle": then.
    let then = before.checked_sub(1).is_some_and(|at| match tokens.folded(at) {
        "during" => true,
        "in" => at > 0 && is_harm(tokens.folded(at - 1)),
        _ => false,
    });
    // "The August vote".
    let month =
        tokens.word(date.start).is(Class::Month) && date.len() == 1 && tokens.word(before).is(Class::Determiner);
    body && !tokens.word(before).is(Class::Preposition)
        || owned && (named || month) && noun && !then && !word.is(Class::Preposition)
}

/// "MONDAY: Parliament met": an entry of a list of days, which may be those of a week before.
fn is_label(tokens: &Tokens, sentence: &Range<usize>, date: &Range<usize>) -> bool {
    date.start == sentence.start && tokens.folded(date.end) == ":" && date.end < sentence.end
}

/// "On the Friday, rebels left": that of the week the text tells of.
fn is_another_weeks(tokens: &Tokens, at: usize) -> bool {
    at > 1 && tokens.folded(at - 1) == "the" && tokens.folded(at - 2) == "on"
}

/// "Declared Thursday a day of mourning": the day is what is declared.
fn is_declared(tokens: &Tokens, head: usize, date: &Range<usize>) -> bool {
    head + 1 == date.start
        && matches!(tokens.folded(head), "declared" | "proclaimed" | "designated" | "made" | "named")
        && tokens.word(date.end).is(Class::Determiner)
}

/// "The three months ended March 31": where a stretch of time ends, of which the whole is told.
fn is_end_of_term(tokens: &Tokens, at: usize) -> bool {
    let unit =
        |at: usize| matches!(tokens.folded(at), "months" | "quarter" | "year" | "weeks" | "week" | "period" | "half");
    at >= 2 && matches!(tokens.folded(at - 1), "ended" | "ending") && unit(at - 2)
}

/// "Will not stay beyond the end of his term in May": when the term ends.
fn is_beyond_end(tokens: &Tokens, words: &Range<usize>, at: usize) -> bool {
    if at < words.start + 5 || tokens.folded(at - 1) != "in" {
        return false;
    }
    let end = (at - 5..at - 2).rfind(|at| tokens.folded(*at) == "end" && tokens.folded(at + 1) == "of");
    let beyond = |end: usize| matches!(tokens.folded(end - 2), "beyond" | "past" | "before" | "after");
    end.is_some_and(|end| end >= words.start + 2 && beyond(end))
}

/// "Named him chief, effective September 1".
fn is_effect(tokens: &Tokens, at: usize) -> bool {
    let on = usize::from(at > 0 && matches!(tokens.folded(at - 1), "on" | "from"));
    at > on && tokens.folded(at - 1 - on) == "effective"
}

/// "A reply to Monday's raid", "hosted by Peru, this year's chair": the date is a noun's that the verb only mentions.
/// What happens "at Monday's hearing" or "in Sunday's vote", and whoever wins that vote, does so that day.
fn is_of_noun(tokens: &Tokens, words: &Range<usize>, date: &Range<usize>) -> bool {
    let owns = is_possessive(tokens, date.end.min(words.end - 1)) || date.clone().any(|at| is_possessive(tokens, at));
    if owns && date.start == words.start {
        // "January's price went up"; but "Monday's raid hit the town".
        let mut thing = date.end..words.end.min(date.end + 4);
        return !thing.any(|at| tokens.word(at).is(Class::Happening) || tokens.word(at).sort.is_some());
    }
    let Some(before) = date.start.checked_sub(1).filter(|before| owns && words.contains(before)) else { return false };
    let then = ["at", "in", "on", "during", "after", "following", "amid", "throughout", "since", "before", "by"];
    let word = tokens.word(before);
    word.is(Class::Preposition) && !then.contains(&tokens.folded(before)) || tokens.folded(before) == ","
}

/// "The envoy, due in Oslo on Friday, left": between commas, when he is due and not when he left.
fn is_when_due(tokens: &Tokens, clause: &Clause, date: &Range<usize>) -> bool {
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let opened = (clause.tokens.start..date.start).rfind(comma).is_some_and(|at| tokens.folded(at + 1) == "due");
    let closed = comma(&date.end) && date.end < clause.tokens.end;
    opened && (closed || (date.end..clause.verb.group.start).any(|at| comma(&at)))
}

/// "Yagi, the strongest storm this year, is to hit Oslo": a stretch that only says of what the subject is the first or most.
fn is_of_apposition(tokens: &Tokens, clause: &Clause, date: &Range<usize>) -> bool {
    let comma = |at: &usize| tokens.folded(*at) == ",";
    let opened = (clause.tokens.start..date.start).rfind(comma).is_some_and(|at| {
        matches!(tokens.folded(at + 1), "a" | "an" | "the") && at > clause.tokens.start && date.start > at + 2
    });
    opened && date.end < clause.verb.group.start && comma(&date.end)
}

/// "Was blamed for a shooting last month that killed three": a day between a happening that the clause is about and what
/// tells more of it.
fn is_of_described(tokens: &Tokens, clause: &Clause, date: &Range<usize>) -> bool {
    let tells = matches!(tokens.folded(date.end), "that" | "which") && date.end + 1 < tokens.all.len();
    if !tells || clause.verb.group.end >= date.start {
        return false;
    }
    let about = |at: &usize| matches!(tokens.folded(*at), "for" | "about" | "over" | "of" | "from");
    let Some(about) = (clause.verb.group.end..date.start).find(about) else { return false };
    (about + 1..date.start).any(|at| tokens.word(at).is(Class::Happening) || tokens.word(at).sort.is_some())
}

/// "Predicted a tight supply this winter": what is past cannot be of a day to come, but what was called for it can.
fn is_told_ahead(tokens: &Tokens, clause: &Clause, date: &Edtf, published: Option<NaiveDate>) -> bool {
    let head = clause.verb.head;
    let calls = tokens.word(head).is(Class::Ahead)
        || is_put_off(tokens.folded(head))
        || matches!(tokens.folded(head), "announced" | "booked" | "extended");
    let says = clause.verb.tense == Tense::Present && tokens.word(head).is(Class::Saying);
    (says || clause.verb.tense == Tense::Past && !calls) && is_ahead(date, published)
}

/// "A headline from last month": from when a thing is.
fn is_from(tokens: &Tokens, words: &Range<usize>, at: usize) -> bool {
    at >= words.start + 2 && tokens.folded(at - 1) == "from" && tokens.word(at - 2).can(Form::Noun)
}

/// "Rising after the invasion in February": what came before is of that month. So it is behind a comma, where the words say
/// how long before: "in May, two months after the raid of 23 March".
fn is_of_cause(tokens: &Tokens, head: usize, at: usize) -> bool {
    let result = |at: usize| tokens.folded(at) == "of" && matches!(tokens.folded(at - 1), "because" | "result");
    let cause = (head + 1..at)
        .rfind(|at| matches!(tokens.folded(*at), "after" | "following" | "amid" | "despite") || result(*at));
    // "After the capture of Mosul on Sunday".
    let deed = |at: usize| {
        let word = tokens.word(at);
        let noun = word.can(Form::Noun) || word.is_formless();
        word.is(Class::Happening) || noun && tokens.folded(at + 1) == "of" && tokens.folded(at - 1) == "the"
    };
    let unit = |at: usize| matches!(tokens.folded(at).trim_end_matches('s'), "day" | "week" | "month" | "year");
    let apart = |cause: usize| unit(cause - 1) || !(head..at).any(|at| tokens.folded(at) == ",");
    // "Came two days after another on Saturday".
    let counted = |cause: usize| unit(cause - 1) && !(cause..at).any(|at| tokens.folded(at) == ",");
    // "Praised the deal after a meeting with the envoy on Monday": whoever speaks does so on coming out.
    let speaks = tokens.word(head).any(&[Class::Saying, Class::Claiming, Class::Stance]);
    let comes_out = |cause: usize| {
        let met = |at: usize| {
            let one = tokens.folded(at).trim_end_matches('s');
            matches!(one, "meeting" | "talk" | "call" | "conversation" | "session" | "summit" | "visit")
        };
        speaks && tokens.folded(cause) == "after" && (cause + 1..at).any(met)
    };
    cause.is_some_and(|cause| {
        let led = counted(cause) || (cause + 1..at).any(deed) && apart(cause) || result(cause);
        led && !comes_out(cause)
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the day of a sentence that opens no article, "" where it is not listed.
    fn check(text: &str, expected: &str) {
        let mention = &sample::sentences("2024-03-20", &format!("Basra is old.\n{text}"))[1];
        let date = mention.date.as_ref().filter(|_| mention.listed).map(|dated| dated.date.to_string());
        assert_eq!(date.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn what_is_counted_promised_or_a_cause_has_its_own_day() {
        check("The figures for February will be published by Iraq in Mosul.", "");
        check("Iraq praised Basra after a meeting with its envoys in Mosul on Monday.", "2024-03-18");
        check("Iraq promised elections in Mosul in October.", "");
        check("Iraq closed the dam of Mosul as a result of the floods in January.", "");
    }

    #[test]
    fn a_date_that_belongs_to_a_noun_is_not_the_day_of_the_verb() {
        check("The price of wheat for delivery in September fell in Mosul.", "");
        check("The price of wheat for delivery this autumn fell in Mosul.", "");
        check("Iraq has answered the January 6 committee.", "");
        check("Iraq was blamed for a raid on Mosul last month that killed two men.", "");
        check("Iraq held a meeting in Mosul on Monday that lasted two hours.", "2024-03-18");
        check("Ali Karim will stay in Mosul beyond the end of his term in May.", "");
        check("Iraq blamed the 6 January storming of Mosul.", "");
        check("Iraq spoke hours ahead of Iraq's 9 March parade.", "");
        check("Iraq asked for a reply to Monday's raid on Mosul.", "");
        check("Iraq quoted a headline from last month.", "");
        check("With prices rising after the invasion of Mosul in January, Iraq closed the dam.", "");
        check("January's price – set by the ministry in Mosul – went up.", "");
        check("Iraq raised the prospect of a drought in Mosul next week.", "");
        check("“Iraq will call tonight,” Ali Karim said in Mosul.", "");
        check("Iraq met Iran on Friday. “On the same day a man called from Mosul,” Ali Karim wrote.", "2024-03-15");
        check("MONDAY: Iraq passed a law in Mosul. TUESDAY: Iraq left.", "");
        check("Iraq declared Friday a day of mourning in Mosul.", "");
        check("Sales in Mosul rose in the three months ended January 31.", "");
        check("Iraq named Ali Karim chief of Mosul, effective September 1.", "");
        check("Iraq stepped up its raids after the capture of Mosul on Sunday.", "");
        check("With the finding of a rifle 11 days ago, the police of Mosul say they have found a witness.", "");
        check("After a test in January, the council of Mosul barred Iraq.", "");
        check("After a meeting in Mosul on Monday, Ali Karim resigned.", "2024-03-18");
        check("Ahead of talks in Mosul on Friday, Ali Karim said that Iraq would leave Basra.", "");
        check("Ahead of talks in Mosul on Wednesday, Ali Karim said that Iraq would leave Basra.", "2024-03-20");
        check("Ali Karim landed in Mosul ahead of talks on Friday.", "");
        check("Ali Karim spoke before a session of the council of Mosul on Monday.", "2024-03-18");
        check("Iraq said a summit in Mosul on Friday would go ahead.", "");
        check("A man has been charged over the death of a woman in Mosul on Sunday.", "");
        check("Iraq reported 20 deaths in Mosul, up from 10 on Monday.", "");
        check("Iraq reported 20 deaths in Mosul on Tuesday, up from 10 on Monday.", "2024-03-19");
        check("Shares in Mosul fell from 10 to 5 on Monday.", "2024-03-18");
        check("The mill of Mosul has declared a dividend, payable April 15.", "");
        check("On the Friday, rebels left Mosul.", "");
        check("Ali Karim denied a raid on Mosul on March 4.", "");
        check("Iraq has agreed to open the dam of Mosul on Sunday.", "");
        check("The blast in Mosul came two days after another on Saturday.", "");
        check("Iraq proposed a debate in Mosul on the evening of March 18.", "");
        check("Iraq called for a vote of the council of Mosul on Friday.", "");
        check("Iraq demanded answers from the mayor of Mosul on Friday.", "2024-03-15");
        check("Iraq confirmed Ali Karim in a vote in Mosul on Friday.", "2024-03-15");
        check("Iraq proposed a meeting in Mosul on April 10.", "2024-04-10");
        check("Ali Karim was charged with the murder of a man in Mosul on March 4.", "");
        check("Ali Karim was convicted in Mosul of killing two men on March 4.", "");
        check("Ali Karim was jailed in Mosul on Monday for a raid on 4 February.", "2024-03-18");
        check("Karim, due in Basra on Tuesday, left Mosul on Monday.", "2024-03-18");
        check("A truce in Mosul, agreed on Monday, came into force on Tuesday.", "2024-03-19");
        check("Karim was killed in Mosul in February, two months after the mutiny of 12 December.", "2024-02");
        check("A trip to Mosul on Monday has been called off.", "");
        check("On Monday a trip to Mosul was called off.", "2024-03-18");
        check("Iraq barred Ali Karim from running in the August vote.", "");
        check("Iraq has called a rally in Mosul for Saturday.", "2024-03-23");
        check("Iraq scheduled a vote in Mosul for next Monday.", "2024-03-25");
        check("Two people were killed following an attack on Monday on Mosul.", "2024-03-18");
        check("Ali Karim was captured in Mosul during a 9 March battle.", "2024-03-09");
        check("Ali Karim was killed in the 9 March raid on Mosul.", "2024-03-09");
        check("Ali Karim was jailed for his part in the 9 March raid on Mosul.", "");
        check("Iraq left Mosul on Monday.", "2024-03-18");
        check("Iraq won Monday's election in Mosul.", "2024-03-18");
        check("Iraq spoke at Monday's hearing in Mosul.", "2024-03-18");
    }

    #[test]
    fn the_day_of_a_word_or_of_what_it_is_about_stays_open() {
        check("Iraq promised to leave Mosul on Monday.", "");
        check("Iraq threatened in Mosul to leave on Monday in a speech.", "2024-03-18");
        check("Iraq denied shelling Mosul on Monday.", "");
        check("Iraq in Mosul condemned the raid on Monday.", "");
        check("Ali Karim landed in Mosul for a summit on Monday.", "");
        check("Ali Karim landed in Mosul on Monday for a summit.", "2024-03-18");
        check("Iraq warned Mosul of storms on Monday.", "");
        check("Iraq called off the talks in Mosul on Monday.", "");
        check("On Monday, 18 March, Iraq left Mosul.", "2024-03-18");
        check("On Tuesday, 18 March, Iraq left Mosul.", "2024-03");
    }

    #[test]
    fn a_perfect_has_no_day_long_over_and_none_to_come() {
        check("Iraq has been held in Mosul since arriving in Basra in January.", "");
        check("Iraq has asked Iran to fill its stores by November.", "");
        check("Iraq has tried to stop Iraq from going through with a trip in April.", "");
        check("Iraq has left Mosul on Monday.", "2024-03-18");
    }
}
