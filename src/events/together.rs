//! Which clauses of a sentence happen together: what is tied to a verb, what opens its sentence, what goes on with it.

use super::clause::{Clause, Role};
use super::date::{Found, Sentence};
use super::lexicon::Class;
use super::mentioned::is_tried;
use super::opening::opening_distance;
use super::spoken::{is_held_then, is_issued, is_made_known};
use super::token::{Shape, Tokens};
use super::verbs::Tense;
use crate::model::{Edtf, Part, Point, State};

/// "Next week, when the ban is set to end": the clause that names the day of one behind it, whatever becomes of its own verb.
pub(super) fn before_when(sentence: &Sentence, found: &[Option<Found>], at: usize) -> Option<usize> {
    let clause = &sentence.clauses[at];
    let opens = sentence.tokens.folded(clause.tokens.start) == "when" && clause.verb.tense.is_finite();
    let before = at.checked_sub(1).filter(|_| opens && sentence.states[at] == State::Scheduled)?;
    let named = found[before].as_ref()?.dated.words.as_ref()?;
    let between = sentence.tokens.text.get(named.end..sentence.tokens.all[clause.tokens.start].start as usize)?;
    (between.trim() == ",").then_some(before)
}

/// The clause that another hangs on, where both are past, or ahead. "Who" and "which" may tell of another time, and what
/// a deed came after or was done for is of a day before it.
pub(super) fn above(sentence: &Sentence, at: usize) -> Option<usize> {
    let clause = &sentence.clauses[at];
    // "Said on Monday that he had left": he left before.
    let earlier = clause.role == Role::Content && clause.verb.tense == Tense::PastPerfect;
    let hangs = !matches!(clause.role, Role::Main | Role::Relative) && !is_cause(sentence, at) && !earlier;
    // "Before the war began in May, as tensions were growing": they grew before it, too.
    let before = |parent: usize| clause.role == Role::Adverbial && is_cause(sentence, parent);
    clause.parent.filter(|parent| hangs && !before(*parent) && sentence.states[*parent] == sentence.states[at])
}

/// "After rockets had hit the port": what a deed came after, before or was done for, of a day nobody tells.
pub(super) fn is_cause(sentence: &Sentence, at: usize) -> bool {
    let clause = &sentence.clauses[at];
    let opener = sentence.tokens.folded(clause.tokens.start);
    clause.role == Role::Adverbial && matches!(opener, "after" | "before" | "because" | "since" | "although")
}

/// The clause before a main clause that opens it: "Speaking on Monday, the envoy said".
pub(super) fn opening(sentence: &Sentence, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let clause = &sentence.clauses[before];
    let opens = match clause.role {
        // "Two days after he resigned on 7 July, the party met": that is of another day.
        // "Has shut the border after two men were shot on Sunday, | the ministry said"; but "left after 10 a.m. on Monday".
        Role::Adverbial if before > 0 && is_cause(sentence, before) => !is_clause(sentence, clause),
        Role::Adverbial => clause.tokens.start == sentence.range.start || before > 0 || !is_counted_from(sentence),
        // "The work, begun two years ago, has stopped": that is when it began.
        Role::Participle if clause.verb.passive => is_issued(sentence, clause),
        // "Fears grew of her going through with a visit next month, envoys said": no word of theirs is of that month.
        Role::Participle => {
            before == 0
                || sentence.tokens.all[clause.tokens.start - 1].shape == Shape::Mark
                || is_beside(sentence, before)
        }
        _ => false,
    };
    (opens && sentence.clauses[at].role.stands_alone()).then_some(before)
}

/// "While celebrating | sweeping victories on Monday, he left": the second of two doings that open a sentence.
fn is_beside(sentence: &Sentence, at: usize) -> bool {
    let first = &sentence.clauses[0];
    let opener = sentence.tokens.word(first.verb.head);
    let cites = opener.is(Class::Preposition) || sentence.tokens.folded(first.verb.head) == "citing";
    at == 1 && first.role == Role::Participle && !first.verb.passive && !cites
}

/// Whether "after" and the like open a clause, and not an hour or a stretch of time.
fn is_clause(sentence: &Sentence, clause: &Clause) -> bool {
    let (tokens, next) = (sentence.tokens, clause.tokens.start + 1);
    let counted = tokens.all[next].shape == Shape::Number || tokens.word(next).is(Class::Number);
    let unit = tokens.folded(next + 1).trim_end_matches('s');
    !(counted && matches!(unit, "a" | "a.m." | "p" | "p.m." | "minute" | "hour" | "day" | "week" | "month" | "year"))
}

fn is_counted_from(sentence: &Sentence) -> bool {
    opening_distance(sentence.tokens, sentence.range).is_some()
}

/// The clause behind a main clause that goes on with it: "left, landing on Monday", "met to sign on Monday".
pub(super) fn tied(sentence: &Sentence, found: &[Option<Found>], at: usize) -> Option<usize> {
    if let Some(met) = after_meeting(sentence, at) {
        return Some(met);
    }
    let next = sentence.clauses.get(at + 1).filter(|next| next.parent == Some(at))?;
    let goes_on = match next.role {
        // "Was charged following a fire on Sunday": the fire is dated; but who is killed is killed by it.
        Role::Participle if sentence.tokens.word(next.verb.head).is(Class::Preposition) => {
            is_harm(sentence.tokens.folded(sentence.clauses[at].verb.head))
        }
        // "Will close after pausing work in March": that is of another day.
        Role::Participle if sentence.states[at] != State::Past && before_or_after(sentence, next) => false,
        // "Is accused of | killing two men on July 4": courts take their time.
        Role::Participle if is_ground(sentence, at) => false,
        // "Was jailed on three counts, among them ordering raids in May": what a list names is of another day.
        Role::Participle if is_listed_deed(sentence, next) => false,
        // "Fell by a third, having hit a record in April": that was before.
        Role::Participle if sentence.tokens.folded(next.verb.group.start) == "having" => false,
        // "Two were killed and dozens hurt on Sunday".
        // "Said in a statement | released on Sunday".
        Role::Participle if next.verb.passive => {
            is_gapped(sentence.tokens, sentence.clauses, at + 1)
                || is_made_known(sentence, at)
                || is_held_then(sentence, at)
                || is_one_of(sentence, at)
        }
        Role::Relative => is_one_of(sentence, at),
        Role::Participle => true,
        // "Scored twice as Rovers won on Tuesday": one and the same time.
        Role::Adverbial => {
            let opener = sentence.tokens.folded(next.tokens.start);
            let tense = sentence.clauses[at].verb.tense;
            matches!(opener, "as" | "when" | "while") && tense.is_finite() && tense == next.verb.tense
        }
        Role::Content => says_of_itself(sentence, at),
        // "Has agreed to open the dam on Friday": a perfect has no such day.
        Role::Infinitive if sentence.clauses[at].verb.tense == Tense::PresentPerfect => {
            found[at + 1].as_ref().is_none_or(|own| !is_day(&own.dated.date))
        }
        role => role == Role::Infinitive,
    };
    goes_on.then_some(at + 1)
}

/// Whether a date is one day, of whatever year.
fn is_day(date: &Edtf) -> bool {
    matches!(date, Edtf::At(Point { part: Part::Day(..), .. }))
}

/// "Was among three men | shot on Monday", "was one of those | who resigned on Monday": what they share is told of him.
fn is_one_of(sentence: &Sentence, at: usize) -> bool {
    let (tokens, verb) = (sentence.tokens, &sentence.clauses[at].verb);
    let next = verb.group.end;
    let among = tokens.folded(next) == "among" || tokens.folded(next) == "one" && tokens.folded(next + 1) == "of";
    let plain = |at: usize| tokens.folded(at) != ",";
    among
        && tokens.word(verb.head).is(Class::Be)
        && verb.tense == Tense::Past
        && !verb.negated
        && (next..sentence.clauses[at + 1].verb.group.start).all(plain)
}

/// "The army said it hit the port on Friday": who says so did it, and no other day is told.
fn says_of_itself(sentence: &Sentence, at: usize) -> bool {
    let (tokens, clause, next) = (sentence.tokens, &sentence.clauses[at], &sentence.clauses[at + 1]);
    let past = [at, at + 1].iter().all(|at| sentence.states[*at] == State::Past);
    let first = next.tokens.start + usize::from(tokens.folded(next.tokens.start) == "that");
    let says = tokens.word(clause.verb.head).is(Class::Saying) && clause.verb.tense == Tense::Past;
    let itself = matches!(tokens.folded(first), "it" | "they" | "he" | "she") && next.verb.group.start == first + 1;
    past && says && itself && next.verb.tense == Tense::Past && !next.verb.negated
}

/// "Convicted | of killing two men on July 4": whether what follows a verb of courts tells the deed, on a day of a month.
fn is_ground(sentence: &Sentence, at: usize) -> bool {
    let (tokens, next) = (sentence.tokens, &sentence.clauses[at + 1]);
    let of = matches!(tokens.folded(next.verb.group.start - 1), "of" | "for" | "with" | "over");
    let accused = tokens.folded(sentence.clauses[at].verb.head) == "accused";
    let tried = of && is_tried(tokens.folded(sentence.clauses[at].verb.head));
    let charged = sentence.clauses[at].verb.tense == Tense::PresentPerfect;
    tried && (accused || charged || next.tokens.clone().any(|at| tokens.word(at).is(Class::Month)))
}

/// "Said he would go | after speaking with the envoy on Monday": whoever has met somebody speaks on coming out.
fn after_meeting(sentence: &Sentence, at: usize) -> Option<usize> {
    let (tokens, clause) = (sentence.tokens, &sentence.clauses[at]);
    let says = tokens.word(clause.verb.head).is(Class::Saying) && clause.verb.tense == Tense::Past;
    let meets = |next: usize| {
        let verb = &sentence.clauses[next].verb;
        let met = matches!(tokens.folded(verb.head), "speaking" | "talking" | "meeting" | "visiting" | "chairing");
        met && verb.group.len() == 1 && tokens.folded(verb.head - 1) == "after"
    };
    (at + 1..sentence.clauses.len()).find(|next| says && clause.role == Role::Main && meets(*next))
}

/// "Among them | ordering raids", "including | ordering raids".
fn is_listed_deed(sentence: &Sentence, clause: &Clause) -> bool {
    let before = |back: usize| clause.verb.group.start.checked_sub(back).map_or("", |at| sentence.tokens.folded(at));
    before(1) == "including" || before(1) == "them" && matches!(before(2), "among" | "of")
}

fn before_or_after(sentence: &Sentence, clause: &Clause) -> bool {
    let before = clause.verb.group.start.checked_sub(1).map_or("", |at| sentence.tokens.folded(at));
    matches!(before, "after" | "before" | "since" | "despite" | "without")
}

/// "Were killed and dozens | hurt": whether the clause `at` shares the verb of the one before, its own "were" left out.
pub(super) fn is_gapped(tokens: &Tokens, clauses: &[Clause], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &clauses[before].verb) else { return false };
    let next = &clauses[at];
    let joins = |at: usize| tokens.word(at).is(Class::Conjunction);
    let shares = next.role == Role::Participle && next.verb.passive && before.passive && before.tense.is_finite();
    shares && (before.group.end..next.verb.group.start).any(joins)
}

/// What a blow does it does at once.
pub(super) fn is_harm(head: &str) -> bool {
    matches!(
        head,
        "killed" | "injured" | "wounded" | "hurt" | "died" | "damaged" | "destroyed" | "collapsed" | "evacuated"
    )
}

/// "shot and wounded a man on Monday": the clause that is joined without a subject of its own.
pub(super) fn joined(sentence: &Sentence, at: usize) -> Option<usize> {
    let next = sentence.clauses.get(at + 1).filter(|next| next.role == Role::Coordinate && next.parent == Some(at))?;
    let bare = next.verb.group.start <= next.tokens.start + 1 && next.verb.tense == sentence.clauses[at].verb.tense;
    bare.then_some(at + 1)
}
