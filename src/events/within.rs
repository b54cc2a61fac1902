//! Dates inside a sentence: which clause owns which expression, and which clauses happen together.
//!
//! A clause owns the expressions among its words. "Speaking on December 7, the envoy said" is said on December 7, and a
//! man shot and wounded on Monday was shot on Monday: what is tied or joined shares a date, unless a relative clause or
//! a passive participle tells how something began. What the sentences before say is for `date`.

use chrono::{Days, NaiveDate};

use super::belongs::{Owner, fits, is_called, owner};
use super::clause::{Clause, Role};
use super::date::{Found, Sentence};
use super::expression::Expression;
use super::lexicon::{Class, Form};
use super::mentioned::{is_duty, promises};
use super::opening::is_of_happening_before;
use super::spoken::is_of_inserted_saying;
use super::together::{above, before_when, joined, opening, tied};
use super::token::Tokens;
use super::verbs::Tense;
use crate::model::{Bound, DateBasis, Dated, Edtf, State};

/// The expressions inside a sentence.
pub(super) fn within<'e>(sentence: &Sentence, expressions: &'e [Expression]) -> &'e [Expression] {
    let span = sentence.tokens.span(sentence.range.clone());
    let first = expressions.partition_point(|expression| expression.span.start < span.start);
    let rest = &expressions[first..];
    &rest[..rest.partition_point(|expression| expression.span.end <= span.end)]
}

/// What is tied to a clause happens, as far as anybody can tell, on its day; too weak to list by.
pub(super) fn of_parent(sentence: &Sentence, found: &[Option<Found>], at: usize) -> Option<Found> {
    let clause = &sentence.clauses[at];
    let tied = matches!(clause.role, Role::Infinitive | Role::Participle | Role::Content | Role::Relative);
    let parent = found[clause.parent.filter(|parent| tied && *parent < at)?].as_ref()?;
    let past = sentence.states[clause.parent?] == State::Past;
    past.then(|| Found {
        weak: true,
        dated: Dated { basis: DateBasis::Carried, ..parent.dated.clone() },
        why: "date: that of the clause it hangs on".into(),
    })
}

/// The clause that carries the sentence: the first that stands alone, else the first.
pub(super) fn main_clause(clauses: &[Clause]) -> Option<usize> {
    let finite = |clause: &Clause| clause.role.stands_alone() && clause.verb.tense.is_finite();
    clauses.iter().position(finite).or_else(|| (!clauses.is_empty()).then_some(0))
}

pub(super) fn clause_of(sentence: &Sentence, byte: usize) -> Option<usize> {
    let tokens = sentence.tokens;
    let holds = |clause: &Clause| !clause.tokens.is_empty() && tokens.span(clause.tokens.clone()).end > byte;
    let at = sentence.clauses.iter().position(holds)?;
    if at == 0 {
        return Some(subject_clause(sentence, byte));
    }
    Some(if is_behind_insertion(sentence, at, byte) { main_clause(sentence.clauses).unwrap_or(at) } else { at })
}

/// "Floods in Basra on Sunday; the mayor | said", "the mayor | left; Hamid, sacked in May": a semicolon parts what has no verb
/// of its own from the clause before or behind it.
fn is_of_another_part(sentence: &Sentence, at: usize, expression: &Expression) -> bool {
    let (tokens, verb) = (sentence.tokens, &sentence.clauses[at].verb.group);
    let start = |at: usize| tokens.all[at].start as usize;
    // "A loss of 68m euros ($89m; £47m) in June".
    let whole = |at: &usize| tokens.folded(*at) == ";" && !(*at..*at + 4).any(|at| tokens.folded(at) == ")");
    let mut parts = sentence.clauses[at].tokens.clone().filter(whole);
    parts.any(|mark| match mark < verb.start {
        true => expression.span.end <= start(mark),
        false => start(mark) < expression.span.start,
    })
}

/// "Nadal left the Open, which starts on Sunday, on Thursday": behind the comma that closes a relative clause, the last
/// words are the main verb's.
fn is_behind_insertion(sentence: &Sentence, at: usize, byte: usize) -> bool {
    let (tokens, clause) = (sentence.tokens, &sentence.clauses[at]);
    if clause.role != Role::Relative || clause.tokens.start == sentence.range.start {
        return false;
    }
    let Some(first) = clause.tokens.clone().find(|at| tokens.all[*at].start as usize >= byte) else { return false };
    let on = tokens.folded(first - 1) == "on" && tokens.folded(first - 2) == "," && first - 2 > clause.verb.group.end;
    let opened = tokens.folded(clause.tokens.start - 1) == ",";
    // A year may stand behind its own comma.
    let marks = (first..clause.tokens.end).filter(|at| tokens.folded(*at) == "," || tokens.word(*at).can(Form::Past));
    on && opened && marks.count() == 0 && clause.tokens.end == sentence.range.end && sentence.range.end - first <= 4
}

/// "On Monday the mayor, who lives there, said", "On Tuesday a bomb hidden in a car killed": what stands before "who" or
/// before "hidden" belongs to the main clause.
fn subject_clause(sentence: &Sentence, byte: usize) -> usize {
    let (tokens, first) = (sentence.tokens, &sentence.clauses[0]);
    let opener = match first.role {
        Role::Relative => first.tokens.clone().find(|at| tokens.word(*at).is(Class::Relative)),
        Role::Participle => Some(first.verb.group.start),
        _ => None,
    };
    let before = opener.is_some_and(|opener| byte < tokens.all[opener].start as usize);
    main_clause(sentence.clauses).filter(|_| before).unwrap_or(0)
}

/// Returns the date of each clause that has an expression of its own.
pub(super) fn own_dates(
    sentence: &Sentence,
    expressions: &[Expression],
    published: Option<NaiveDate>,
) -> Vec<Option<Found>> {
    let mut found: Vec<Option<Found>> = vec![None; sentence.clauses.len()];
    for expression in expressions {
        let Some(clause) = clause_of(sentence, expression.span.start) else { continue };
        if is_of_another_part(sentence, clause, expression) {
            continue;
        }
        let owner = owner(sentence, clause, expression, published);
        if expression.since || owner == Owner::Another {
            continue;
        }
        let weak = owner == Owner::Noun || is_of_inserted_saying(sentence, clause, expression.span.start);
        let better = found[clause].as_ref().is_none_or(|before| {
            let days = [&before.dated, &expression.dated].map(|dated| dated.date.exact_day().is_some());
            // "Overnight from Monday to Tuesday".
            let night = before.dated.rule == "overnight";
            let another = !days[0]
                || is_bare_stamp(sentence, before)
                || is_of_subject(sentence, clause, before)
                || is_of_happening_before(sentence, clause, before);
            before.weak && !weak || before.weak == weak && (night || days[1] && another)
        });
        if better {
            let words = &sentence.tokens.text[expression.span.clone()];
            let how = if expression.dated.basis == DateBasis::Relative { "worked out from" } else { "read from" };
            let whose = if weak { ", which belongs to a thing it mentions" } else { "" };
            found[clause] = Some(Found {
                dated: placed(sentence, clause, expression, published),
                why: format!("date: {how} “{words}”{whose}").into(),
                weak,
            });
        }
    }
    found
}

/// "March 31 A storm struck Oslo on Friday": what dates the text and opens no sentence.
fn is_bare_stamp(sentence: &Sentence, before: &Found) -> bool {
    let (tokens, first) = (sentence.tokens, sentence.range.start);
    let Some(words) = before.dated.words.as_ref() else { return false };
    let next = (first + 1..sentence.range.end).find(|at| tokens.all[*at].start as usize >= words.end);
    let opens = |at: usize| tokens.word(at).is(Class::Determiner) && tokens.all[at].is_capital();
    words.start == tokens.all[first].start as usize && next.is_some_and(opens)
}

/// "An inquest into the death of Karim on 4 July | opened": a day behind a happening in the subject, where the verb has one of
/// its own.
fn is_of_subject(sentence: &Sentence, at: usize, before: &Found) -> bool {
    let (tokens, clause) = (sentence.tokens, &sentence.clauses[at]);
    let Some(words) = before.dated.words.as_ref() else { return false };
    let subject = clause.tokens.start..clause.verb.group.start;
    let place = subject.clone().find(|at| tokens.all[*at].start as usize >= words.start);
    place.is_some_and(|place| (subject.start..place).any(|at| tokens.word(at).is(Class::Happening)))
}

/// The date of an expression as its clause means it.
fn placed(sentence: &Sentence, at: usize, expression: &Expression, published: Option<NaiveDate>) -> Dated {
    let (tokens, clause) = (sentence.tokens, &sentence.clauses[at]);
    let head = tokens.folded(clause.verb.head);
    // "Adjourned | sentencing until Friday".
    let above = clause.parent.filter(|above| above + 1 == at && !clause.verb.tense.is_finite());
    let put_off = is_put_off(above.map_or(head, |above| tokens.folded(sentence.clauses[above].verb.head)));
    let condition = sentence.states[at] == State::Hypothetical && clause.role == Role::Adverbial;
    let before = sentence.range.clone().rfind(|at| tokens.all[*at].end as usize <= expression.span.start);
    let ahead = match clause.verb.tense {
        Tense::Future => true,
        // "Will begin | withdrawing troops on Friday".
        Tense::Participle | Tense::Infinitive if begins_later(sentence, at) => true,
        _ if before.is_some_and(|before| is_called(tokens, clause, before + 1)) => true,
        // "Must answer by Friday".
        Tense::Modal => matches!(expression.dated.date, Edtf::Between(Bound::Open, _)) && is_duty(tokens, clause),
        // "Promises | to leave on Friday".
        Tense::Infinitive => above.is_some_and(|above| promises(tokens, &sentence.clauses[above])),
        Tense::Present => {
            let is_day =
                before.is_none_or(|before| before < clause.tokens.start) && is_of_be(tokens, clause, expression);
            condition || is_day || is_on_timetable(tokens, clause) && !clause.verb.negated
        }
        _ => false,
    };
    let dated = expression.on_side(sentence.states[at], ahead, published);
    // "Adjourned the hearing until 12 July": that is when it will be.
    match dated.date {
        // "Pushed back from Thursday to Monday".
        Edtf::Between(Bound::At(_), Bound::At(day)) if put_off && expression.is_from_to(tokens.text) => {
            let gone = expression.weekday && published.zip(dated.date.last_day()).is_some_and(|(at, day)| day < at);
            let next = dated.date.last_day().filter(|_| gone).and_then(|day| day.checked_add_days(Days::new(7)));
            Dated { date: next.map_or(Edtf::At(day), Edtf::from), ..dated }
        }
        Edtf::Between(Bound::Open, Bound::At(day)) if put_off => Dated { date: Edtf::At(day), ..dated },
        _ => dated,
    }
}

/// "They travel to Oslo on Saturday": what a present tells of a weekday is what the calendar says.
fn is_timetabled(head: &str) -> bool {
    [
        "begin", "start", "open", "reopen", "close", "end", "expire", "resume", "travel", "host", "play", "convene",
        "sit", "depart", "take", "hand", "face", "meet", "vote", "visit", "arrive", "leave", "return", "head", "hold",
        "go",
    ]
    .iter()
    .any(|stem| head == *stem || head.strip_prefix(stem).is_some_and(|rest| matches!(rest, "s" | "es")))
}

/// So does "comes into force on Friday", and not "comes after Monday's raid".
pub(super) fn is_on_timetable(tokens: &Tokens, clause: &Clause) -> bool {
    let head = tokens.folded(clause.verb.head);
    is_timetabled(head) || matches!(head, "come" | "comes") && tokens.folded(clause.verb.group.end) == "into"
}

/// "Friday | is the deadline".
fn is_of_be(tokens: &Tokens, clause: &Clause, expression: &Expression) -> bool {
    let verb = clause.verb.group.start;
    tokens.word(verb).is(Class::Be) && verb > 0 && tokens.all[verb - 1].end as usize == expression.span.end
}

fn begins_later(sentence: &Sentence, at: usize) -> bool {
    let clause = &sentence.clauses[at];
    let above = clause.parent.or(Some(at + 1)).and_then(|above| sentence.clauses.get(above));
    let starts = matches!(sentence.tokens.folded(clause.verb.head), "starting" | "beginning");
    let ahead = starts || sentence.states[at] == State::Scheduled;
    ahead && above.is_some_and(|above| above.verb.tense == Tense::Future)
}

/// Verbs that give a happening another day.
pub(super) fn is_put_off(head: &str) -> bool {
    matches!(
        head,
        "adjourned" | "postponed" | "delayed" | "deferred" | "rescheduled" | "moved" | "put" | "pushed" | "brought"
    )
}

/// Shares dates inside a sentence: a main clause and what is tied to it happen together.
pub(super) fn share(sentence: &Sentence, found: &mut [Option<Found>], published: Option<NaiveDate>) {
    for at in 0..found.len() {
        if found[at].as_ref().is_none_or(|own| own.weak) {
            let sources = [
                before_when(sentence, found, at),
                above(sentence, at),
                opening(sentence, at),
                tied(sentence, found, at),
                joined(sentence, at),
            ];
            let tense = sentence.clauses[at].verb.tense;
            let can = |source: &Found| !source.weak && fits(tense, &source.dated.date, published);
            let source = sources.into_iter().flatten().find(|source| found[*source].as_ref().is_some_and(can));
            found[at] = source.and_then(|source| found[source].clone()).or(found[at].take());
        }
    }
}

/// "Jets bombed the port overnight, officials said on Tuesday": the night before they said it.
pub(super) fn place_nights(sentence: &Sentence, found: &mut [Option<Found>]) {
    let is_night = |found: &Option<Found>| found.as_ref().is_some_and(|own| own.dated.rule == "overnight");
    if !found.iter().any(is_night) {
        return;
    }
    let says = |at: &usize| sentence.tokens.word(sentence.clauses[*at].verb.head).is(Class::Saying);
    let day = |at: usize| found[at].as_ref().filter(|own| own.dated.rule != "overnight")?.dated.date.exact_day();
    let Some(said) = (0..found.len()).filter(says).find_map(day) else { return };
    for own in found.iter_mut().filter(|found| is_night(found)).flatten() {
        if own.dated.date.exact_day().is_some_and(|night| night > said) {
            own.dated.date = Edtf::from(said);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks date and state of the sentence behind a first one.
    fn check(text: &str, expected: &str) {
        let found = sample::sentences("2024-03-20", &format!("Basra is old.\n{text}"));
        let date = found[1].date.as_ref().map_or(String::new(), |dated| dated.date.to_string());
        assert_eq!(format!("{date} {:?}", found[1].state), expected, "{text}");
    }

    #[test]
    fn what_lies_ahead_is_not_of_the_last_weekday() {
        check("President Ali Karim is to travel to Mosul on Tuesday, and has left Basra.", "2024-03-26 Scheduled");
        check("The courts sit in Mosul on Saturday.", "2024-03-23 Scheduled");
        check("Mosul face Basra on Monday.", "2024-03-25 Scheduled");
        check("Mosul, who lost to Oslo on Saturday, play Basra on Monday.", "2024-03-25 Scheduled");
        check("Voters in Iraq head to the polls on Sunday.", "2024-03-24 Scheduled");
        check("The term of Ali Karim ends on April 10.", "2024-04-10 Scheduled");
        check("Iraq left Mosul; the parties meet in Basra on Saturday.", "2024-03-20 Past");
        check("Two prisoners are to be freed in Mosul by Monday.", "../2024-03-25 Scheduled");
        check("Iraq is to open the dam of Mosul on 1 September.", "2024-09-01 Scheduled");
        check("Iraq will open the dam of Mosul on 1 November.", "2024-11-01 Scheduled");
        check("Friday is the day on which Iraq pays Mosul.", "2024-03-22 Scheduled");
        check("Unless Iraq pays, the dam of Mosul will close on Friday.", "2024-03-22 Hypothetical");
        check("Iraq plans to open the dam of Mosul later this month.", "2024-03 Scheduled");
        check("Starting Tuesday, Iraq will close the dam of Mosul.", "2024-03-26 Scheduled");
        check("Ali Karim is to hold talks in Mosul on Tuesday morning.", "2024-03-26 Scheduled");
        check("Iraq pushed the talks in Mosul back from Thursday to Monday.", "2024-03-25 Scheduled");
        check("The talks in Mosul were brought forward to Sunday.", "2024-03-17 Past");
        check("Iraq will begin leaving Mosul on Tuesday.", "2024-03-26 Scheduled");
        check("Ali Karim announced a vote to be held in Mosul on Thursday.", "2024-03-21 Scheduled");
        check("Ali Karim cancelled a stop in Mosul on April 11.", "2024-04-11 Past");
        check("Iraq is to close its mills in Mosul after pausing work in March.", "2024-03-20 Scheduled");
        check("Iraq adjourned the hearing in Mosul until 12 April.", "2024-04-12 Scheduled");
    }

    /// Checks the day of the last part of a sentence, "" where it is not listed.
    fn check_last(text: &str, expected: &str) {
        let found = sample::mentions("2024-03-20", &format!("Basra is old.\n{text}"));
        let last = found.last().filter(|last| last.listed).and_then(|last| last.date.as_ref());
        assert_eq!(last.map_or(String::new(), |dated| dated.date.to_string()), expected, "{text}");
    }

    #[test]
    fn what_is_behind_when_has_the_day_before_it() {
        check_last("Iraq could run dry next week, when a ban of Basra is set to end.", "2024-03-25/2024-03-31");
    }

    #[test]
    fn who_is_one_of_some_shares_what_they_did() {
        let among = "Ali Karim was among two men shot on Monday by the police of Mosul.";
        check(among, "2024-03-18 Past");
        check_last(among, "2024-03-18");
        check_last("Ali Karim was one of three envoys of Iraq who resigned on Monday.", "2024-03-18");
        check_last("The dam was one of the topics of the talks of Iraq, which were held on Monday.", "");
    }

    #[test]
    fn two_doings_open_a_sentence() {
        check_last("While hailing sweeping victories in Iraq on Monday, Ali Karim left Mosul.", "2024-03-18");
        check_last("Citing rising crime in Iraq last week, Ali Karim left Mosul.", "");
    }

    #[test]
    fn a_deed_is_counted_back_from_the_day_of_the_sentence() {
        check_last("Ali Karim was found in Mosul on Monday, three days after he was shot by rebels.", "2024-03-15");
        check_last("Three days after rebels shot a man in Basra, Iraq closed the dam on Monday.", "2024-03-15");
        check_last("Iraq closed the dam on Monday, nearly three days after rebels shot a man in Basra.", "2024-03-18");
    }

    #[test]
    fn what_stands_in_commas_or_before_a_semicolon_dates_nothing_else() {
        let mayor =
            "The mayor Ali Karim, who took over in May after the court removed Hamid on 4 March, said he agreed.";
        check_last(mayor, "");
        let mentions = sample::mentions("2024-03-20", mayor);
        let listed = |mention: &&crate::model::Mention| mention.listed;
        assert!(!mentions[0].listed && mentions.iter().filter(listed).count() == 1, "{mentions:?}");
        check("The dam, a wall in Mosul, burst on Sunday; Iraq said on Monday that ten had died.", "2024-03-17 Past");
        check_last("The mayor of Mosul left Basra; Ali Hamid, sacked as a minister by Iraq last month, stayed.", "");
        check(
            "Iraq raised taxes in Mosul as well this week: Ali Karim announced it on 3 March.",
            "2024-03-18/2024-03-24 Past",
        );
    }

    #[test]
    fn what_went_on_before_a_day_is_not_of_that_day() {
        check_last("Talks had begun before war broke out on 4 March, as the army of Iraq was growing.", "");
    }

    #[test]
    fn whoever_speaks_does_so_when_it_is_made_known() {
        check("Ali Karim said in a statement released in Mosul on Monday that the dam was safe.", "2024-03-18 Past");
        check("Ali Karim said in an interview with the Post aired in Mosul on Monday that he left.", "2024-03-18 Past");
        check("Ali Karim said in an interview with an envoy of Basra aired on Monday that he left.", "2024-03-18 Past");
        check_last("In a Mosul Times/CBS News survey released on Monday, 79 percent of them said so.", "2024-03-18");
        check("Ali Karim was shown in a video aired in Mosul on Monday.", "2024-03-18 Past");
    }

    #[test]
    fn a_verb_has_its_own_day_and_not_that_of_its_subject() {
        check("An inquest into the death of Ali Karim on 4 March opened in Mosul on Monday.", "2024-03-18 Past");
        check("Ali Karim on Monday praised the raid on Mosul on 4 March.", "2024-03-18 Past");
        check("Overnight into Tuesday, rebels shelled Mosul.", "2024-03-19 Past");
        check("Rebels shelled Mosul overnight from Monday to Tuesday.", "2024-03-18/2024-03-19 Past");
        check("Under a deal signed in Basra on 4 March, rebels left Mosul on Monday.", "2024-03-18 Past");
        check("The law, passed in January, comes into force in Mosul on Monday.", "2024-03-25 Scheduled");
        check("The visit to Mosul comes after the raid on Monday.", "2024-03-18 Ongoing");
        check_last("Iraq has shut Mosul after two men were shot on Monday, the ministry said.", "");
    }

    #[test]
    fn a_stamp_before_the_first_word_is_no_day_of_the_verb() {
        check("March 19 A storm struck Mosul on Sunday, the ministry of Iraq said.", "2024-03-17 Past");
        check_last("The debate in Mosul was first set for Monday, then for today.", "");
    }

    #[test]
    fn what_is_called_for_or_forecast_has_its_own_day() {
        check_last("Ali Karim, the son of the last king, called for people to sing in Mosul on Friday.", "");
        check_last("A strike called for Tuesday has been backed by the unions of Mosul.", "");
        check(
            "Yagi, the strongest storm in Iraq this year, is forecast to hit Mosul on Friday.",
            "2024-03-22 Scheduled",
        );
        check("Ali Karim, the mayor of Mosul, steps down this Friday.", "2024-03-22 Scheduled");
        check_last("Iraq, in Basra, says a law on Mosul, due in June, is old.", "");
    }

    #[test]
    fn what_is_promised_or_must_be_is_to_come() {
        check("Iraq must answer the mayor of Mosul by Tuesday.", "../2024-03-26 Scheduled");
        check("Iraq promises to leave Mosul on Monday.", "2024-03-25 Scheduled");
    }

    #[test]
    fn what_opens_a_sentence_is_not_the_day_of_who_says_so() {
        check("On 4 March, Ali Karim said on Monday, rebels left Mosul.", "2024-03-04 Past");
        check("After Sunday's final, Iraq sang in Mosul on Monday.", "2024-03-18 Past");
        check_last("Iraq said on Tuesday that Iran told it on Monday that rebels had left Mosul.", "");
    }

    #[test]
    fn what_a_sentence_counts_from_in_its_opening_is_of_another_day() {
        check("Two days after Ali Karim left Basra on 4 March, Iraq opened the dam.", "2024-03-06 Past");
        check("The day after the army of Iraq left Basra on Monday, rebels entered it.", "2024-03-19 Past");
        check("The morning after Ali Karim left Basra on Monday, Iraq opened the dam.", "2024-03-19 Past");
        check("Two days after Ali Karim said he would sing in June, Iraq opened the dam.", "2024-03-20 Past");
        check("Just a week before Ali Karim left Basra on 11 March, Iraq opened the dam.", "2024-03-04 Past");
        check("Hours after Ali Karim landed in Basra on Monday, Iraq opened the dam.", "2024-03-18 Past");
        let year = "A year after the fire in Mosul on 3 March 2023, Iraq opened the dam.";
        assert!(!sample::sentences("2024-03-20", &format!("Basra is old.\n{year}"))[1].listed, "{year}");
        check("Ten days after the raid of 4 March on Basra, Iraq opened the dam.", "2024-03-14 Past");
        check("A truce that was agreed on Monday was broken in Mosul on Tuesday.", "2024-03-19 Past");
        check("A month after the flood in Basra on 11 February, Iraq opened the dam.", "2024-03-11~ Past");
        check("Two days after Ali Karim left Basra on 4 March, Iraq opened the dam on 7 March.", "2024-03-07 Past");
        check("Two days after Ali Karim left Basra, Iraq opened the dam on 7 March.", "2024-03-07 Past");
    }

    #[test]
    fn what_was_planned_first_is_not_the_day_of_what_came_of_it() {
        check("The visit to Mosul, originally planned for Friday, was postponed to 4 April.", "2024-04-04 Scheduled");
        check("The visit to Mosul, first set for Sunday, took place on Monday.", "2024-03-18 Past");
    }

    #[test]
    fn two_weekdays_lie_in_one_week() {
        check("Rebels shelled Mosul from Saturday night until Monday.", "2024-03-16/2024-03-18 Past");
        check("Iraq met Iran in Mosul on Sunday and Monday.", "2024-03-17 Past");
        check("Iraq will meet Iran in Mosul on 8 and 9 April.", "2024-04-08/2024-04-09 Scheduled");
        check("Iraq will meet Iran in Mosul on 8 and 10 April.", "2024-04-08/2024-04-10 Scheduled");
        check("Iraq closed the dam in Mosul this weekend.", "2024-03-16/2024-03-17 Past");
        check("Iraq will close the dam in Mosul this weekend.", "2024-03-23/2024-03-24 Scheduled");
        check("In the week beginning Sunday, Iraq closed the dam in Mosul.", "2024-03-20 Past");
        check("In the week beginning Monday, Iraq closed the dam in Mosul.", "2024-03-18/2024-03-24 Past");
        check("In the week beginning 4 March, Iraq closed the dam in Mosul.", "2024-03-04/2024-03-10 Past");
        check("The fair in Mosul ran from 13 March until Friday.", "2024-03-13/2024-03-15 Past");
        check("The fair in Mosul will run from Monday to Friday.", "2024-03-25/2024-03-29 Scheduled");
        check("Rebels shelled Mosul between Monday and Wednesday last week.", "2024-03-11/2024-03-13 Past");
    }

    #[test]
    fn a_time_between_marks_belongs_to_what_follows() {
        check("Iraq opened the dam in Mosul on Monday; on Tuesday, rebels left Basra.", "2024-03-18 Past");
        check("Two weeks ago, Iraq opened the dam; on Monday, rebels left Basra.", "2024-03-04/2024-03-10 Past");
        check("Ali Karim left the talks in Mosul, which end on Sunday, on Monday.", "2024-03-18 Past");
    }

    #[test]
    fn a_night_is_told_on_the_day_after() {
        check("Rebels shelled Mosul overnight, the army of Iraq said on Tuesday.", "2024-03-19 Past");
        check("Rebels shelled Mosul overnight, the army of Iraq said.", "2024-03-20 Past");
    }

    #[test]
    fn who_tells_of_himself_did_it_on_that_day() {
        check("The army of Iraq said it struck Mosul on Monday.", "2024-03-18 Past");
        check("The army of Iraq said on Tuesday it struck Mosul on Monday.", "2024-03-19 Past");
    }

    #[test]
    fn a_condition_leaves_no_day_behind() {
        check("Ali Karim, who was mayor in June, said: “If we win on Saturday people will talk.”", "2024-03-20 Past");
    }

    #[test]
    fn what_happens_together_shares_its_day() {
        check("Two men were killed and dozens of houses damaged in Mosul on Sunday.", "2024-03-17 Past");
        check(
            "Fears have grown of her going through with a visit to Mosul next month, envoys of Iraq say.",
            "2024-03-20 Past",
        );
        check("Shares in Mosul fell, having hit a record in February.", "2024-03-20 Past");
        check("Ali Karim fell twice as Iraq beat Iran in Mosul on Monday.", "2024-03-18 Past");
    }
}
