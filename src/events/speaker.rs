//! Who says it: the source of a sentence's words, as the article writes it, a pronoun replaced by its name.
//!
//! Three forms carry nearly all attribution in news: a verb of saying or holding with its subject before it ("the mayor
//! said"), the same turned round ("said the mayor"), and "according to the mayor". What is tied to another clause ("…,
//! adding that", "declined to say") has the subject of that clause. A sentence inside a long quotation has no cue of its
//! own and gets no speaker: guessing one would put words into somebody's mouth; nor is "I think" inside a quotation
//! asked, because who is quoted says all of it. Whose mind a clause tells without reporting words is for `attitude`.

use std::ops::Range;

use super::attitude::{attitude, counted};
use super::clause::{Clause, Role};
use super::lexicon::{Class, Form};
use super::names::Name;
use super::quoted::{Side, is_quoted, mark};
use super::spelled::{Memory, bare, spelled};
use super::token::{Shape, Tokens};
use super::verbs::Tense;

/// A source and the clause that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    /// Index of the clause of the saying; `None` for "according to".
    pub clause: Option<usize>,
    pub words: Range<usize>,
    pub text: String,
    /// Whether words are reported, not only what somebody thinks or wants.
    pub says: bool,
}

/// Returns the speakers of a sentence, in order.
pub(super) fn speakers(
    tokens: &Tokens,
    sentence: &Range<usize>,
    clauses: &[Clause],
    names: &[Name],
    memory: &Memory,
) -> Vec<Speaker> {
    let mut found: Vec<Speaker> = Vec::new();
    let named = |words: Range<usize>, clause: Option<usize>, says: bool| {
        let words = bare(tokens, words);
        // Who speaks of somebody is somebody else.
        let told = |name: &&Name| !is_quoted(tokens, sentence, name.tokens.start);
        Speaker { clause, text: spelled(tokens, &words, names.iter().filter(told), memory), words, says }
    };
    for (at, clause) in clauses.iter().enumerate() {
        let source = source(tokens, sentence, clauses, at);
        match source.filter(|words| !words.is_empty() && could_speak(tokens, words, clause)) {
            Some(words) => found.push(named(words, Some(at), true)),
            None => found.extend(attitude(tokens, sentence, clauses, at).map(|words| named(words, Some(at), false))),
        }
    }
    let outside = labelled(tokens, sentence)
        .or_else(|| according_to(tokens, sentence))
        .or_else(|| headlined(tokens, sentence).filter(|_| found.is_empty()));
    found.extend(outside.map(|words| named(words, None, true)));
    found.extend(counted(tokens, sentence).map(|words| named(words, None, false)));
    // Outside of a quotation "I" is the writer and "you" the reader: neither is a source.
    let nobody = ["i", "you", "nobody", "nothing", "none", "anyone"];
    found.retain(|speaker| {
        let first = speaker.words.start;
        !speaker.words.is_empty() && (speaker.words.len() > 1 || !nobody.contains(&tokens.folded(first)))
    });
    found
}

fn source(tokens: &Tokens, sentence: &Range<usize>, clauses: &[Clause], at: usize) -> Option<Range<usize>> {
    let clause = &clauses[at];
    let head = tokens.word(clause.verb.head);
    let says = head.any(&[Class::Saying, Class::Claiming]);
    let holds = head.any(&[Class::Holding, Class::Stance, Class::Showing]) && clause.verb.tense.is_finite();
    if !says && !holds {
        return None;
    }
    if is_quoted(tokens, sentence, clause.verb.head) {
        return None;
    }
    if clause.verb.passive {
        return agent(tokens, sentence, clause);
    }
    if !clause.verb.tense.is_finite() {
        return clause.parent.and_then(|parent| subject(tokens, sentence, clauses, parent));
    }
    if head.is(Class::Showing) {
        return subject(tokens, sentence, clauses, at).filter(|words| tells(tokens, words));
    }
    if !introduces_words(tokens, sentence, clause, head.is(Class::Saying)) {
        return None;
    }
    inverted(tokens, sentence, clause).or_else(|| subject(tokens, sentence, clauses, at))
}

/// "The poll shows", "records show": things that are written down or counted; a person shows nothing by saying so.
fn tells(tokens: &Tokens, words: &Range<usize>) -> bool {
    words.clone().any(|at| tokens.word(at).is(Class::SaidThing))
}

/// "Mr. Kellogg: We are close.": a name and a colon before the words.
fn labelled(tokens: &Tokens, sentence: &Range<usize>) -> Option<Range<usize>> {
    let colon = (sentence.start + 1..sentence.end.min(sentence.start + 6)).find(|at| tokens.folded(*at) == ":")?;
    let name = |at: usize| tokens.all[at].is_capital() || tokens.folded(at) == ".";
    let words = sentence.start..colon;
    if words.len() == 1 && tokens.word(words.start).band.is_some() {
        return None;
    }
    (words.clone().all(name) && colon + 3 < sentence.end).then_some(words)
}

/// "Mayor Says Dam Will Hold", "Dam Will Hold, Mayor Says": a headline among the prose, its verbs with capitals.
fn headlined(tokens: &Tokens, sentence: &Range<usize>) -> Option<Range<usize>> {
    let long = |at: &usize| tokens.all[*at].is_word() && tokens.folded(*at).len() > 3;
    let words = sentence.clone().filter(long).count();
    let small = sentence.clone().filter(long).filter(|at| tokens.all[*at].shape == Shape::Small).count();
    if words < 4 || small * 4 > words {
        return None;
    }
    let says = |at: &usize| {
        let ends = tokens.folded(*at).ends_with('s') || tokens.folded(*at).ends_with("ed");
        ends && tokens.word(*at).any(&[Class::Saying, Class::Claiming, Class::Stance, Class::Holding])
    };
    let verb = (sentence.start + 1..sentence.end).find(says)?;
    let from = (sentence.start..verb).rfind(|at| ends_phrase(tokens, *at)).map_or(sentence.start, |mark| mark + 1);
    (from < verb).then_some(from..verb)
}

/// Whether the verb has words or a content to report: "called the police" and "reported for duty" have none.
fn introduces_words(tokens: &Tokens, sentence: &Range<usize>, clause: &Clause, says: bool) -> bool {
    let folded = tokens.folded(clause.verb.head);
    let next = clause.verb.group.end;
    let first = tokens.folded(next);
    let loose = [
        "call", "share", "express", "speak", "spoke", "talk", "write", "wrote", "ask", "tell", "told", "promise",
        "support", "want", "need", "report", "signal", "charge",
    ];
    if !loose.iter().any(|stem| folded.starts_with(stem)) {
        return says || next < sentence.end;
    }
    let quoted = (sentence.start..sentence.end).any(|at| matches!(tokens.written(at), "“" | "\"" | "”" | "''" | "``"));
    quoted
        || matches!(first, "that" | "for" | "to" | "on" | "about" | "how" | "what" | "why" | "," | ":")
        || !folded.starts_with("call") && !folded.starts_with("report")
}

/// "said the mayor", after a quotation or a comma. Behind "told" stands who was told.
fn inverted(tokens: &Tokens, sentence: &Range<usize>, clause: &Clause) -> Option<Range<usize>> {
    let start = clause.verb.group.start;
    let head = tokens.word(clause.verb.head);
    if !head.any(&[Class::Saying, Class::Claiming]) {
        return None;
    }
    if matches!(tokens.folded(clause.verb.head), "tell" | "tells" | "told" | "informed" | "reminded" | "assured") {
        return None;
    }
    let before = start.checked_sub(1).filter(|at| *at >= sentence.start)?;
    if !matches!(tokens.written(before), "," | "”" | "\"" | "'" | "’" | "?" | "!" | "—" | "-" | "''") {
        return None;
    }
    let from = clause.verb.group.end;
    let first = tokens.all.get(from).filter(|_| from < sentence.end)?;
    let opens = first.is_capital()
        || first.word.any(&[Class::Determiner, Class::Person, Class::Title, Class::Subject])
        || first.word.can(Form::Noun)
            && first.shape == Shape::Small
            && !first.word.any(&[Class::Preposition, Class::Adverb]);
    if !opens || matches!(tokens.folded(from), "that" | "this" | "there") {
        return None;
    }
    let end = phrase_end(tokens, from, sentence.end);
    // "…, said Russia had…" is a content clause, not a subject.
    let verb_follows = clause.tokens.end <= end
        && clause.tokens.end < sentence.end
        && tokens.all[end.min(sentence.end - 1)].shape != Shape::Mark;
    (!verb_follows).then_some(from..end)
}

/// Where a noun phrase that begins at `from` ends: at a mark, a verb, or a preposition other than "of".
fn phrase_end(tokens: &Tokens, from: usize, limit: usize) -> usize {
    let mut at = from;
    while at < limit {
        let token = tokens.all[at];
        let stops = token.shape == Shape::Mark && !matches!(tokens.folded(at), "'s" | "'" | "-" | "." | "&")
            || tokens.folded(at) == "." && at + 1 == limit
            || token.word.any(&[Class::Relative, Class::Subordinator, Class::Modal]) && at > from
            || token.word.is(Class::Preposition) && tokens.folded(at) != "of" && at > from
            || token.word.any(&[Class::Weekday, Class::Be, Class::Have]) && at > from && tokens.folded(at) != "'s";
        if stops {
            break;
        }
        at += 1;
    }
    at
}

/// The words before the verb that can be its subject.
pub(super) fn subject(tokens: &Tokens, sentence: &Range<usize>, clauses: &[Clause], at: usize) -> Option<Range<usize>> {
    let clause = &clauses[at];
    let verb = clause.verb.group.start;
    let mut start = after_quotation(tokens, clause.tokens.start..verb);
    let end = without_time(tokens, start..verb);
    // The clause begins at its verb: the subject stands before the relative clause or the apposition just closed.
    let behind_words = |at: usize| mark(tokens, at).is_some_and(|(side, _)| side == Side::Closing);
    let closed = start > sentence.start
        && start == clause.tokens.start
        && verb > start
        && is_comma(tokens, verb - 1)
        && !behind_words(start - 1);
    if start >= end || closed && at > 0 {
        let from = match clause.role {
            Role::Coordinate if !is_comma(tokens, verb.checked_sub(1)?) => clauses[clause.parent?].tokens.start,
            _ => clauses[..at]
                .iter()
                .rev()
                .find(|before| !matches!(before.role, Role::Participle | Role::Relative | Role::Adverbial))
                .map_or(sentence.start, |before| before.tokens.start),
        };
        return clauses[..at]
            .iter()
            .find(|before| before.tokens.start == from)
            .and_then(|before| first_phrase(tokens, before.tokens.start, before.verb.group.start));
    }
    // A conjunction alone before the verb: "… and said": the subject of the clause it is joined to.
    if tokens.word(start).is(Class::Conjunction) {
        start += 1;
        if start >= end {
            return clause.parent.and_then(|parent| subject(tokens, sentence, clauses, parent));
        }
    }
    if tokens.word(start).any(&[Class::Relative, Class::Subordinator]) {
        start += 1;
        if start >= end {
            return antecedent(tokens, sentence, clause.tokens.start);
        }
    }
    // "The door to talks, the spokesman said, is open": the phrase that stands at the verb.
    let nearest = (start..end).rfind(|at| ends_phrase(tokens, *at)).filter(|mark| *mark + 1 < end);
    match nearest.and_then(|mark| inserted(tokens, mark + 1..end)) {
        Some(words) if !ends_phrase(tokens, verb - 1) => Some(words),
        _ => first_phrase(tokens, start, end),
    }
}

/// The subject among the words between a mark and a verb: "the spokesman", "which armed forces". None where they are the
/// end of a list ("France and Germany"), of a name, or an adverbial.
fn inserted(tokens: &Tokens, words: Range<usize>) -> Option<Range<usize>> {
    let start = words.start + usize::from(tokens.word(words.start).is(Class::Relative));
    let opens = |at: usize| {
        tokens.all[at].is_capital()
            || tokens.word(at).any(&[Class::Determiner, Class::Subject])
            || tokens.word(at).is(Class::Title)
    };
    let people = start < words.end && tokens.word(words.end - 1).is(Class::Person);
    let joined = (start..words.end).any(|at| tokens.word(at).is(Class::Conjunction));
    (start < words.end && (opens(start) || people) && !joined).then_some(start..words.end)
}

/// Where the words behind a quotation begin that ends in `words`: what is quoted is not who says it.
fn after_quotation(tokens: &Tokens, words: Range<usize>) -> usize {
    let stop = |at: usize| matches!(tokens.written(at), "," | "." | "?" | "!" | "…" | "—" | "–");
    let behind = |at: usize| match mark(tokens, at) {
        Some((Side::Closing, end)) if at > words.start && stop(at - 1) => Some(end),
        Some((Side::Closing, end)) if end < words.end && stop(end) => Some(end + 1),
        _ => None,
    };
    words.clone().rev().find_map(behind).filter(|behind| *behind < words.end).unwrap_or(words.start)
}

/// The end of a subject without the adverbs and days behind it: "Mr. Orban Saturday", "Mr. Putin effectively",
/// "the minister this week".
fn without_time(tokens: &Tokens, words: Range<usize>) -> usize {
    let mut end = words.end;
    while end > words.start {
        let (word, folded) = (tokens.word(end - 1), tokens.folded(end - 1));
        let small = tokens.all[end - 1].shape == Shape::Small;
        let adverb = word.is(Class::Adverb) && !word.is(Class::Pronoun)
            || small && folded.ends_with("ly") && word.can(Form::Adverb) && !word.can(Form::Noun);
        let day = word.is(Class::Weekday) && end - 1 > words.start || matches!(folded, "today" | "yesterday");
        let unit = matches!(folded, "week" | "month" | "year" | "morning" | "afternoon" | "evening" | "night")
            && end - words.start > 2
            && matches!(tokens.folded(end - 2), "this" | "last");
        // "The mayor, a lawyer who spoke": the lawyer.
        let who = word.is(Class::Relative) && end - 1 > words.start;
        if !(adverb || day || unit || who) {
            break;
        }
        end -= 1 + usize::from(unit);
    }
    end
}

/// "…, Pat McFadden, who has backed Kyiv," → the phrase before "who".
fn antecedent(tokens: &Tokens, sentence: &Range<usize>, who: usize) -> Option<Range<usize>> {
    let mut end = who;
    while end > sentence.start && tokens.all[end - 1].shape == Shape::Mark {
        end -= 1;
    }
    let mut start = end;
    while start > sentence.start
        && tokens.all[start - 1].shape != Shape::Mark
        && !tokens.word(start - 1).any(&[Class::Preposition, Class::Conjunction])
    {
        start -= 1;
    }
    (start < end).then_some(start..end)
}

/// Of "On Tuesday, Keith Kellogg, the envoy," the phrase that is the subject: the first that is not an adverbial.
fn first_phrase(tokens: &Tokens, start: usize, end: usize) -> Option<Range<usize>> {
    let mut from = start;
    while from < end {
        let mut to = from;
        while to < end && !ends_phrase(tokens, to) {
            to += 1;
        }
        let word = tokens.word(from);
        let adverbial = to == from
            || word.any(&[Class::Preposition, Class::Subordinator, Class::Weekday])
            || word.is(Class::Adverb) && to == from + 1
            || word.is(Class::Conjunction)
            || word.can(Form::Gerund) && !word.can(Form::Noun);
        if !adverbial || (to >= end && word.is(Class::Adverb)) {
            return Some(from..to);
        }
        from = to + 1;
    }
    None
}

/// Whether a mark closes a noun phrase; those inside names do not.
pub(super) fn ends_phrase(tokens: &Tokens, at: usize) -> bool {
    tokens.all[at].shape == Shape::Mark && !matches!(tokens.folded(at), "'s" | "'" | "-" | "." | "&")
}

fn is_comma(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at), "," | "-" | ")")
}

/// "was reported by MSNBC".
pub(super) fn agent(tokens: &Tokens, sentence: &Range<usize>, clause: &Clause) -> Option<Range<usize>> {
    let by = clause.verb.group.end;
    (tokens.folded(by) == "by" && by + 1 < sentence.end).then(|| by + 1..phrase_end(tokens, by + 1, sentence.end))
}

fn according_to(tokens: &Tokens, sentence: &Range<usize>) -> Option<Range<usize>> {
    let at = sentence
        .clone()
        .find(|at| tokens.folded(*at) == "according" && *at + 2 < sentence.end && tokens.folded(*at + 1) == "to")?;
    let end = phrase_end(tokens, at + 2, sentence.end);
    (end > at + 2).then_some(at + 2..end)
}

/// "The dam", "the blast" cannot say anything; "the report" can.
fn could_speak(tokens: &Tokens, words: &Range<usize>, clause: &Clause) -> bool {
    let head = tokens.word(clause.verb.head);
    let there = matches!(tokens.folded(words.start), "it" | "there" | "this" | "that" | "which") && words.len() == 1;
    let soft = !head.is(Class::Saying) || matches!(clause.verb.tense, Tense::Modal);
    !(there && soft)
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks who says or holds something, mention by mention, each name once.
    fn check(text: &str, expected: &[&str]) {
        let mut found: Vec<String> = Vec::new();
        for speaker in sample::mentions("2024-03-20", text).into_iter().filter_map(|mention| mention.speaker) {
            if !found.contains(&speaker) {
                found.push(speaker);
            }
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_saying_has_its_subject() {
        check("The mayor of Mosul said that the dam would hold.", &["The mayor of Mosul"]);
        check("“The dam will hold,” said Ali Karim, an engineer.", &["Ali Karim"]);
        check("The dam will hold, Mr. Karim said on Monday.", &["Mr. Karim"]);
        check("According to the ministry, the dam broke.", &["the ministry"]);
        check("Steele, who was mayor when Karim was there, said Karim could help.", &["Steele"]);
        check("John Weaver, a critic who has feuded with Karim, wrote in a letter: “Go.”", &["John Weaver"]);
        check("The dam broke.", &[]);
    }

    #[test]
    fn what_introduces_words_needs_no_plural_before_it() {
        check("Police say they have towed the car.", &["Police"]);
        check("But officials in Mosul say that the dam is old.", &["officials in Mosul"]);
        check("Several said they would leave.", &["Several"]);
        check("Hearing him say it, people left.", &[]);
    }

    #[test]
    fn a_straight_mark_closes_what_began_before() {
        check("It was another miracle,\" Anna Roe wrote.", &["Anna Roe"]);
        check("\"I think the dam will hold.\"", &[]);
        check("''The dam holds,'' Anna Roe said.", &["Anna Roe"]);
    }

    #[test]
    fn a_saying_beside_the_news_does_not_own_it() {
        let text = "Karim, who said the dam was safe, went to Mosul on Monday.";
        let found = sample::mentions("2024-03-20", text);
        let by = |whole: bool| {
            let mention = found.iter().find(|mention| (mention.span.len() == text.len()) == whole);
            mention.map(|mention| mention.speaker.clone())
        };
        assert_eq!(by(true), Some(None));
        assert_eq!(by(false), Some(Some("Karim".to_owned())));
    }

    #[test]
    fn he_is_nobody_of_whom_he_speaks() {
        check("Ali Karim resigned. “Johan Berg can go home,” he said.", &["Ali Karim"]);
    }

    #[test]
    fn a_source_is_only_who_says_it() {
        check("It is as never before,” Ali Karim, a minister, told a broadcaster on Monday.", &["Ali Karim"]);
        check("27 Jul 2022 18.50 A group of senators said that the dam was old.", &["A group of senators"]);
        check("Nobody said that the dam was old.", &[]);
        check("Earlier this month, western officials said the dam was old.", &["western officials"]);
    }

    #[test]
    fn the_writer_and_the_reader_are_no_sources() {
        check("I think the dam will hold, and you know it.", &[]);
    }

    #[test]
    fn a_headline_among_the_prose_has_its_verb_in_capitals() {
        check("Mayor Says Dam Above Mosul Will Hold.", &["Mayor"]);
    }
}
