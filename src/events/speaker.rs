//! Who says it: the source of a sentence's words as the article writes it, with a pronoun or a surname made a full name.
//!
//! Three forms carry nearly all attribution in news: a verb of saying or holding with its subject before it ("the mayor
//! said"), the same turned round ("said the mayor"), and "according to the mayor". What is tied to another clause ("…,
//! adding that", "declined to say") has the subject of that clause. A sentence inside a long quotation has no cue of its
//! own and gets no speaker: guessing one would put words into somebody's mouth; nor is "I think" inside a quotation
//! asked, because who is quoted says all of it. Whose mind a clause tells without reporting words is for `attitude`.

use std::ops::Range;

use super::attitude::{attitude, counted};
use super::clause::Clause;
use super::lexicon::{Class, Form};
use super::memory::Memory;
use super::names::Name;
use super::quoted::{is_quoted, mark};
use super::spelled::{bare, is_unit, spelled};
use super::subject::{ends_phrase, subject};
use super::token::{Shape, Tokens};
use super::verbs::Tense;

/// A source and the clause that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    /// Index of the clause of the saying; `None` for "according to".
    pub clause: Option<usize>,
    pub words: Range<usize>,
    /// The words that tell that it is said or thought: "has said", "according to", "his view".
    pub cue: Range<usize>,
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
    let named = |words: Range<usize>, cue: Range<usize>, clause: Option<usize>, says: bool| {
        let words = bare(tokens, words);
        // Who speaks of somebody is somebody else.
        let told = |name: &&Name| !is_quoted(tokens, sentence, name.tokens.start);
        let text = spelled(tokens, &words, names.iter().filter(told), memory);
        Speaker { clause, cue, text, words, says }
    };
    // "Declared himself head of state": who seizes power says nothing by it.
    let seizes = |clause: &Clause| {
        let himself = ["himself", "herself", "itself", "themselves"].contains(&tokens.folded(clause.verb.group.end));
        himself && tokens.folded(clause.verb.head) == "declared"
    };
    for (at, clause) in clauses.iter().enumerate().filter(|(_, clause)| !seizes(clause)) {
        let source = source(tokens, sentence, clauses, at);
        match source.filter(|words| !words.is_empty() && could_speak(tokens, words, clause)) {
            Some(words) => found.push(named(words, clause.verb.group.clone(), Some(at), true)),
            None => found
                .extend(attitude(tokens, sentence, clauses, at).map(|(words, cue)| named(words, cue, Some(at), false))),
        }
    }
    let outside = labelled(tokens, sentence)
        .or_else(|| according_to(tokens, sentence))
        .or_else(|| found.is_empty().then(|| headlined(tokens, sentence))?);
    found.extend(outside.map(|(words, cue)| named(words, cue, None, true)));
    found.extend(counted(tokens, sentence).map(|words| named(words.clone(), words, None, false)));
    // Outside of a quotation "I" is the writer and "you" the reader: neither is a source, nor is the word for a picture.
    let nobody = ["i", "you", "nobody", "nothing", "none", "anyone", "photograph", "photo", "image", "video"];
    found.retain(|speaker| {
        let first = speaker.words.start;
        !speaker.words.is_empty() && (speaker.words.len() > 1 || !nobody.contains(&tokens.folded(first)))
    });
    found
}

fn source(tokens: &Tokens, sentence: &Range<usize>, clauses: &[Clause], at: usize) -> Option<Range<usize>> {
    let clause = &clauses[at];
    let head = tokens.word(clause.verb.head);
    let verb = clause.verb.head;
    let puts_it = matches!(tokens.folded(verb), "put" | "puts")
        && tokens.folded(verb + 1) == "it"
        && (tokens.folded(verb + 2) == "to" || tokens.all.get(verb + 2).is_some_and(|next| next.shape == Shape::Mark));
    let says = puts_it || head.any(&[Class::Saying, Class::Claiming]);
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
        let mut doer = clause.parent?;
        while !clauses[doer].verb.tense.is_finite() {
            doer = clauses[doer].parent.filter(|parent| *parent < doer)?;
        }
        return subject(tokens, sentence, clauses, doer);
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
fn labelled(tokens: &Tokens, sentence: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let colon = (sentence.start + 1..sentence.end.min(sentence.start + 6)).find(|at| tokens.folded(*at) == ":")?;
    let name = |at: usize| tokens.all[at].is_capital() || tokens.folded(at) == ".";
    let words = sentence.start..colon;
    let first = tokens.word(words.start);
    let quoted = matches!(tokens.folded(colon + 1), "“" | "‘" | "\"" | "'");
    let text = first.any(&[Class::Count, Class::SaidThing]);
    if words.len() == 1 && (tokens.folded(words.start).len() < 2 || first.band.is_some() && !quoted && !text) {
        return None;
    }
    (words.clone().all(name) && colon + 3 < sentence.end).then_some((words, colon..colon + 1))
}

/// "Mayor Says Dam Will Hold", "Dam Will Hold, Mayor Says": a headline among the prose, its verbs with capitals.
fn headlined(tokens: &Tokens, sentence: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let says = |at: &usize| {
        let counts = tokens.word(*at - 1).is(Class::Count) && tokens.word(*at).is(Class::Showing);
        let ends = || tokens.ends(*at, b"s") || tokens.ends(*at, b"ed");
        counts || tokens.word(*at).any(&[Class::Saying, Class::Claiming, Class::Stance, Class::Holding]) && ends()
    };
    let verb = (sentence.start + 1..sentence.end).find(says)?;
    let long = |at: &usize| tokens.all[*at].is_word() && tokens.folded(*at).len() > 3;
    let words = sentence.clone().filter(long).count();
    let small = sentence.clone().filter(long).filter(|at| tokens.all[*at].shape == Shape::Small).count();
    if words < 4 || small * 4 > words {
        return None;
    }
    let from = (sentence.start..verb).rfind(|at| ends_phrase(tokens, *at)).map_or(sentence.start, |mark| mark + 1);
    (from < verb).then_some((from..verb, verb..verb + 1))
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
    // "Called this week for talks": a time stands between.
    let time = |at: &usize| {
        is_unit(tokens, *at) || is_day(tokens, *at) || matches!(tokens.folded(*at), "this" | "last" | "on")
    };
    let behind = (next..sentence.end).find(|at| !time(at)).map_or("", |at| tokens.folded(at));
    let closes = says && tokens.all.get(next).is_none_or(|after| after.shape == Shape::Mark);
    // "Reported to a barracks": that is where somebody went.
    let went = folded.starts_with("report") && matches!(first, "to" | "for");
    quoted
        || closes
        || behind == "for" && !went
        || !went && matches!(first, "that" | "for" | "to" | "on" | "about" | "how" | "what" | "why" | "," | ":")
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
    // "The mayor, who was there, welcomed the news": what is welcomed welcomes nobody.
    let quoted = before > sentence.start && mark(tokens, before - 1).is_some();
    let acts = ["welcom", "prais", "condemn", "denounc", "accus", "blam", "criti", "reject", "dismiss", "urg", "thank"];
    let begins = |stems: &[&str]| stems.iter().any(|stem| tokens.folded(clause.verb.head).starts_with(stem));
    // "When Ann Roe, the minister, announced the plan": what has a subject in its own clause wants no other.
    let has_subject = before > clause.tokens.start + 1;
    if tokens.written(before) == "," && !quoted && (begins(&acts) || has_subject && begins(&OBJECTS)) {
        return None;
    }
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
    // "The mayor, Ali Karim, said Sunday's raid …" tells of the raid.
    let day = first.word.any(&[Class::Weekday, Class::Month]);
    if !opens || day || matches!(tokens.folded(from), "that" | "this" | "there") {
        return None;
    }
    let end = phrase_end(tokens, from, sentence.end);
    // "…, said Russia had…" is a content clause, not a subject.
    let verb_follows = clause.tokens.end <= end
        && clause.tokens.end < sentence.end
        && tokens.all[end.min(sentence.end - 1)].shape != Shape::Mark;
    (!verb_follows).then_some(from..end)
}

/// Verbs of saying whose object is no sentence as often as not, by their beginnings.
const OBJECTS: [&str; 14] = [
    "announc", "confirm", "report", "reveal", "propos", "promis", "suggest", "describ", "repeat", "reiterat", "declar",
    "claim", "predict", "demand",
];

/// Where a noun phrase that begins at `from` ends: at a mark, a verb, or a preposition other than "of".
fn phrase_end(tokens: &Tokens, from: usize, limit: usize) -> usize {
    let mut at = from;
    while at < limit {
        let token = tokens.all[at];
        let stops = token.shape == Shape::Mark && !matches!(tokens.folded(at), "'s" | "'" | "-" | "." | "&")
            || tokens.folded(at) == "." && at + 1 == limit
            || token.word.any(&[Class::Relative, Class::Subordinator, Class::Modal]) && at > from
            || token.word.is(Class::Preposition) && tokens.folded(at) != "of" && at > from
            // "Promised by Norway back in May".
            || tokens.folded(at) == "back" && at > from
            || token.word.any(&[Class::Weekday, Class::Be, Class::Have]) && at > from && tokens.folded(at) != "'s";
        if stops {
            break;
        }
        at += 1;
    }
    at
}

/// "was reported by MSNBC".
pub(super) fn agent(tokens: &Tokens, sentence: &Range<usize>, clause: &Clause) -> Option<Range<usize>> {
    let by = clause.verb.group.end;
    (tokens.folded(by) == "by" && by + 1 < sentence.end).then(|| by + 1..phrase_end(tokens, by + 1, sentence.end))
}

fn according_to(tokens: &Tokens, sentence: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let at = sentence
        .clone()
        .find(|at| tokens.folded(*at) == "according" && *at + 2 < sentence.end && tokens.folded(*at + 1) == "to")?;
    let end = without_telling(tokens, at + 2..phrase_end(tokens, at + 2, sentence.end));
    let end = published_in(tokens, end, sentence.end).unwrap_or(end);
    (end > at + 2).then_some((at + 2..end, at..at + 2))
}

/// "A report | released", "a speech | the mayor delivered": where a text ends before what is told of it.
fn without_telling(tokens: &Tokens, words: Range<usize>) -> usize {
    let told = words.clone().next_back().filter(|last| {
        let token = tokens.all[*last];
        token.shape == Shape::Small && token.word.usually_verb() && token.word.can(Form::Participle)
    });
    let text = |at: &usize| tokens.word(*at).is(Class::SaidThing);
    told.and_then(|told| (words.start..told).rfind(text)).map_or(words.end, |text| text + 1)
}

/// "A report | in the Tribune", "a study | by Oslo University": where a text stands goes with it.
fn published_in(tokens: &Tokens, at: usize, end: usize) -> Option<usize> {
    let text = tokens.word(at.checked_sub(1)?).is(Class::SaidThing);
    let joins = at < end && matches!(tokens.folded(at), "in" | "by" | "from");
    let name = at + 1 + usize::from(tokens.word(at + 1).is(Class::Determiner));
    let last = (name..end).take_while(|at| tokens.all[*at].is_capital() && !is_day(tokens, *at)).last()?;
    (text && joins).then_some(last + 1)
}

fn is_day(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at).any(&[Class::Weekday, Class::Month])
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
        check("The mayor of Mosul said that the dam would hold.", &["the mayor of Mosul"]);
        check("“The dam will hold,” said Ali Karim, an engineer.", &["Ali Karim"]);
        check("Ali Karim declared himself head of Iraq on Monday.", &[]);
        check("The dam will hold, Mr. Karim said on Monday.", &["Mr. Karim"]);
        check("Also on Monday, the engineer Ali Karim said the dam would hold.", &["the engineer Ali Karim"]);
        check("According to the ministry, the dam broke.", &["the ministry"]);
        check("Steele, who was mayor when Karim was there, said Karim could help.", &["Steele"]);
        check("John Weaver, a critic who has feuded with Karim, wrote in a letter: “Go.”", &["John Weaver"]);
        check("According to a report in the Oslo Post on Monday, the dam broke.", &["a report in the Oslo Post"]);
        check(
            "Iraq is “running out of steam” in its war, the chief of Iran’s spy agency, Ali Karim, said on Monday.",
            &["Ali Karim"],
        );
        // What the mayor spoke after is not what he says.
        check(
            "The mayor spoke after Ali Karim called on Monday for the people of Mosul to leave.",
            &["Ali Karim", "the mayor"],
        );
        check("The dam broke.", &[]);
    }

    #[test]
    fn what_is_welcomed_welcomes_nobody() {
        check("People in Mosul, where the dam broke in May, welcomed the plan.", &["People in Mosul"]);
        check("Residents left as the dam broke, miners and a diplomat said.", &["miners and a diplomat"]);
    }

    #[test]
    fn an_attribution_stands_on_the_words_of_saying() {
        let text = "The dam is old, the mayor has said.";
        let found = sample::mentions("2024-03-20", text);
        let said: Vec<_> = found.iter().filter(|mention| mention.speaker.is_some()).collect();
        assert_eq!(said.iter().map(|mention| &text[mention.span.clone()]).collect::<Vec<_>>(), ["has said"]);
        assert!(found.iter().any(|mention| mention.span.len() == text.len()), "the sentence has a mention of its own");
    }

    #[test]
    fn what_introduces_words_needs_no_plural_before_it() {
        check("Police say they have towed the car.", &["Police"]);
        check("Polls show voters want the dam.", &["Polls"]);
        check("The dam is old, records show.", &["records"]);
        check("Of the voters, 47% say the dam is old.", &["47%"]);
        check("Water experts — and some mayors — say that the dam is old.", &["Water experts — and some mayors"]);
        check("Hacking specialists say that the dam is old.", &["Hacking specialists"]);
        check("People close to the mayor said the dam was old.", &["People"]);
        check("But officials in Mosul say that the dam is old.", &["officials in Mosul"]);
        check("Several said they would leave.", &["Several"]);
        check("Hearing him say it, people left.", &[]);
    }

    #[test]
    fn what_could_be_a_noun_says_it_before_words() {
        check("The ad claims “the dam will hold for years”.", &["the ad"]);
        check("Anna Roe, a writer, notes that the dam is old.", &["Anna Roe"]);
        check("“The dam is old,” the Post notes.", &["the Post"]);
        check("The claims that the dam is old went on.", &[]);
        check("Internet services and international calls were partly cut in Mosul.", &[]);
        check("The report found it was an old dam.", &["the report"]);
    }

    #[test]
    fn a_role_and_a_name_between_marks_are_one() {
        check("The dam is old, the mayor of Mosul, Ali Karim, said.", &["Ali Karim"]);
        check("They left the town, Ali Karim, the mayor, said.", &["Ali Karim"]);
        check(
            "The mayor, Ali Karim, said Sunday's raid, which began at dawn, was the worst.",
            &["the mayor, Ali Karim"],
        );
        check("“The dam is old,” Ali Karim, the mayor, said.", &["Ali Karim"]);
    }

    #[test]
    fn a_name_like_a_word_says_it() {
        check("Jolly said the dam was old.", &["Jolly"]);
        check("In 2010 she said that the dam was old.", &["she"]);
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
        check("27 Jul 2022 18.50 A group of senators said that the dam was old.", &["a group of senators"]);
        check("Nobody said that the dam was old.", &[]);
        check("Earlier this month, western officials said the dam was old.", &["western officials"]);
    }

    #[test]
    fn who_goes_on_is_whom_the_sentence_began_with() {
        check("Ali Karim met Johan Berg in Mosul, but he told members that it was not planned.", &["Ali Karim"]);
        check("The yacht Aurelia left. “It is old,” she said.", &["she"]);
        check("God bless you. “It is old,” he said.", &["he"]);
        check("The Aurelia is old, he said.", &["he"]);
        check("Ali Karim left. President Karim called this week for talks.", &["President Ali Karim"]);
        check("Ann Roe cited her aides. Roe met Ali Karim. “It is old,” he said.", &["Ann Roe", "he"]);
    }

    #[test]
    fn he_and_she_are_who_spoke_last() {
        check(
            "Ali Karim left. The dam is old, a woman from Mosul said. “It broke,” she said.",
            &["a woman from Mosul"],
        );
        check("Ali Karim left. Johan Berg told Ann Roe it was old. He said it broke.", &["Johan Berg"]);
        check("Mr. Karim met Ms. Roe. “It is old,” she said.", &["Roe"]);
        check("Mr. Karim met Ms. Roe. “It is old,” he said.", &["Karim"]);
        check("The dam is old, an aide, Ann Roe, said. “It broke,” she said.", &["Ann Roe"]);
        check("Ali Karim left. The ministry said it was old. “It broke,” he said.", &["the ministry", "Ali Karim"]);
    }

    #[test]
    fn what_is_announced_announces_nothing() {
        check("The shares fell when Ann Roe, the minister, announced the plan.", &["Ann Roe"]);
        check("It is old, although the head of the port, Ali Karim, said on Monday it was safe.", &["Ali Karim"]);
        check("Anna Roe, a writer, described a dam.", &["Anna Roe"]);
    }

    #[test]
    fn a_text_ends_before_what_is_told_of_it() {
        check("The dam is old, according to a report released on Monday.", &["a report"]);
        check("The dam is old, according to a speech the mayor delivered.", &["a speech"]);
    }

    #[test]
    fn what_opens_or_dates_a_source_is_no_part_of_it() {
        check("Last month the ministry said that the dam was old.", &["the ministry"]);
        check("Earlier, the mayor, Ali Karim, said the dam was old.", &["the mayor, Ali Karim"]);
        check("The mayor earlier said that the dam was old.", &["the mayor"]);
        check("The ministry on Saturday said that the dam was old.", &["the ministry"]);
        check("ANNA ROE And the mayor said that the dam was old.", &["the mayor"]);
        check("What did they say?", &[]);
    }

    #[test]
    fn an_event_has_no_pronoun_nor_who_went_for_a_speaker() {
        for text in [
            "On Monday they told the ministry in Mosul that the dam was old.",
            "On Monday Mr. Karim reported to a barracks in Mosul.",
        ] {
            let found = sample::mentions("2024-03-20", text);
            assert!(found.iter().any(|mention| mention.listed), "{found:?}");
            assert!(found.iter().all(|mention| !mention.listed || mention.speaker.is_none()), "{found:?}");
        }
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
