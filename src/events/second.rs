//! What a second verb tells of the subject of the first: "Karim was shot on Monday | and died on Tuesday".
//!
//! So does "Karim, | who was killed on Sunday, | will be buried": what "who" tells is a deed of whoever stands before it.
//!
//! Behind "and" or "but" a verb of another day needs no subject of its own; the headline gives it that of the first, word
//! for word. Where the words name somebody or something only by a pronoun ("but backed it"), or the verb may lack its "was",
//! nothing is told.

use std::ops::Range;

use super::clause::{Clause, Role};
use super::cut_off::cut_off;
use super::date::Found;
use super::finite::could_be_done;
use super::headline::{LONGEST, capitalised};
use super::lexicon::Class;
use super::mentions::Reader;
use super::names::NameKind;
use super::part::is_own;
use super::subject::{ends_phrase, subject};
use super::together::is_harm;
use super::token::Shape;
use super::verbs::Tense;

impl Reader<'_> {
    /// The headline of a second deed of the same subject, on a day of its own.
    pub(super) fn second(&self, at: usize, date: Option<&Found>) -> Option<String> {
        let (tokens, clause) = (self.tokens, &self.clauses[at]);
        let cut = self.before_insertion(at);
        let apart = cut.is_none() && !matches!(clause.role, Role::Relative | Role::Coordinate);
        if apart || date.is_none_or(|found| found.weak) {
            return None;
        }
        let stands = tokens.word(clause.verb.head).any(&[Class::Saying, Class::Holding, Class::State, Class::Be]);
        if stands || !(self.has_day(at, date) || cut.is_some() && self.has_words(at, date).is_some()) {
            return None;
        }
        let (who, first) = match (cut, clause.role) {
            (Some(who), _) => (who, clause.tokens.start),
            (None, Role::Relative) => self.antecedent(at)?,
            _ => (self.first_subject(at)?, clause.tokens.start + 1),
        };
        let opens = tokens.word(who.start);
        let named = (tokens.all[who.start].is_capital() || opens.is(Class::Determiner)) && !opens.is(Class::Not);
        let end = (clause.verb.group.end..clause.tokens.end).find(|at| ends_phrase(tokens, *at));
        let told = first..end.unwrap_or(clause.tokens.end);
        let unclear = |at: usize| {
            let word = tokens.folded(at);
            // "Had been jailed before his arrest on Sunday": that is when he was arrested.
            matches!(word, "it" | "them" | "him" | "her" | "so" | "this" | "that" | "before" | "since")
        };
        if !named || told.len() < 2 || told.clone().any(unclear) || who.clone().any(|at| ends_phrase(tokens, at)) {
            return None;
        }
        // "Prime Minister | Ali Karim".
        let person = self.names().iter().find(|name| name.kind == NameKind::Person && name.tokens.end == who.end);
        let named = person.map_or(who.clone(), |name| name.tokens.clone());
        let dayless = told.start..self.day_behind(&told, date).unwrap_or(told.end);
        let text = |(who, told)| capitalised(format!("{} {}", tokens.joined(who), tokens.joined(told)));
        let texts = [(who, told.clone()), (named.clone(), told), (named, dayless)].map(text);
        let texts = texts.map(|text| text.trim_end_matches('.').to_owned());
        texts.into_iter().find(|text| text.chars().count() <= LONGEST)
    }

    /// "After | a meeting of ministers, known as the forum, | took place": the subject that an insertion cuts from its verb.
    fn before_insertion(&self, at: usize) -> Option<Range<usize>> {
        let (tokens, verb) = (self.tokens, &self.clauses[at].verb);
        let inserted = &self.clauses.get(at.checked_sub(1)?)?.verb;
        let closed = (inserted.group.end..verb.group.start).any(|at| tokens.folded(at) == ",");
        let cut = verb.tense.is_finite() && verb.group.start == self.clauses[at].tokens.start;
        cut_off(tokens, self.range.start, inserted).filter(|_| cut && closed)
    }

    /// Where the words of the day begin that a part ends with, which the reader is shown anyway: "| on Friday".
    fn day_behind(&self, told: &Range<usize>, date: Option<&Found>) -> Option<usize> {
        let words = date?.dated.words.as_ref()?;
        let first = told.clone().find(|at| self.tokens.all[*at].start as usize >= words.start)?;
        let last = self.tokens.span(first..told.end).end <= words.end + 1;
        last.then(|| first - usize::from(self.tokens.folded(first - 1) == "on"))
    }

    /// The words for who does what a verb behind "and" tells without a subject of its own.
    pub(super) fn first_subject(&self, at: usize) -> Option<Range<usize>> {
        let first = self.clauses[at].parent.filter(|_| self.shares_subject(at))?;
        subject(self.tokens, self.range, self.clauses, first)
    }

    /// "A man | who shot two people on Sunday": the words that "who" stands for, where nothing else can be meant, and where
    /// what they did begins.
    fn antecedent(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let (tokens, clause) = (self.tokens, &self.clauses[at]);
        let verb = clause.verb.group.start;
        let who = (clause.tokens.start..verb).rfind(|at| matches!(tokens.folded(*at), "who" | "which" | "that"))?;
        let adverb = |at: usize| tokens.word(at).is(Class::Adverb);
        let end = who.checked_sub(1)?;
        let end = end + usize::from(tokens.folded(end) != ",");
        let start = match at.checked_sub(1) {
            Some(before) => self.clauses[before].verb.group.end,
            None => self.range.start,
        };
        let tied = [Class::Preposition, Class::Conjunction, Class::Subordinator, Class::Relative, Class::Adverb];
        let plain = |at: usize| {
            let word = tokens.word(at);
            // "Rebels defy a curfew that": what the thing is, nobody can tell.
            let another = at > start && word.is(Class::Determiner);
            !another && !word.any(&tied) && !word.any(&[Class::Weekday, Class::Month]) && !ends_phrase(tokens, at)
        };
        let place =
            (start + 1..end).find(|at| tokens.word(*at).is(Class::Preposition) && tokens.folded(who - 1) == ",");
        let place = place.filter(|at| {
            // "The bridge in Oslo, which", "the mayor of Oslo, who".
            let harmed = is_harm(tokens.folded(clause.verb.head)) && matches!(tokens.folded(*at), "in" | "at" | "near");
            let title =
                tokens.folded(*at) == "of" && tokens.word(*at - 1).is(Class::Title) && tokens.folded(who) == "who";
            let tie = harmed || title;
            tie && (at + 1..end).all(|at| tokens.all[at].is_capital()) && at + 1 < end
        });
        // "The plan of the forests that was signed".
        let many = start < end && tokens.all[end - 1].shape == Shape::Small && tokens.ends(end - 1, b"s");
        let agrees = !many || !matches!(tokens.folded(verb), "was" | "is" | "has");
        let past = matches!(clause.verb.tense, Tense::Past | Tense::PastPerfect | Tense::Future);
        let told = past && agrees && !clause.verb.negated && (who + 1..verb).all(adverb);
        (told && start < end && (start..place.unwrap_or(end)).all(plain)).then_some((start..end, who + 1))
    }

    /// "Rejected it in 2017 but backed it on Sunday": where what is told first is background, the sentence tells the other.
    pub(super) fn later(&self, main: usize, dates: &[Option<Found>]) -> Option<usize> {
        let is = |at: &usize| self.clauses[*at].parent == Some(main) && self.has_day(*at, dates[*at].as_ref());
        let found = (main + 1..self.clauses.len()).find(|at| self.shares_subject(*at) && is(at));
        found.filter(|_| dates[main].as_ref().is_some_and(|found| !found.weak))
    }

    /// Whether the words of a clause tell its day.
    fn has_day(&self, at: usize, date: Option<&Found>) -> bool {
        self.has_words(at, date).is_some_and(|found| found.dated.date.exact_day().is_some()) && is_own(date)
    }

    /// The date of a clause whose words tell it.
    pub(super) fn has_words<'f>(&self, at: usize, date: Option<&'f Found>) -> Option<&'f Found> {
        let words = &self.tokens.span(self.clauses[at].tokens.clone());
        date.filter(|found| {
            found.dated.words.as_ref().is_some_and(|dated| words.start <= dated.start && dated.end <= words.end)
        })
    }

    /// Whether "and" or "but" joins a verb that has no subject of its own, and needs no "was" of the first either.
    fn shares_subject(&self, at: usize) -> bool {
        let (tokens, clause) = (self.tokens, &self.clauses[at]);
        if clause.role != Role::Coordinate || !tokens.word(clause.tokens.start).is(Class::Conjunction) {
            return false;
        }
        let Some(first) = clause.parent.map(|first| &self.clauses[first]) else { return false };
        let adverb = |at: usize| tokens.word(at).is(Class::Adverb) || matches!(tokens.folded(at), "then" | "later");
        let bare = (clause.tokens.start + 1..clause.verb.group.start).all(adverb);
        let finite = [first, clause].iter().all(|clause: &&Clause| clause.verb.tense.is_finite());
        let gapped = first.verb.passive && clause.verb.group.len() == 1 && could_be_done(tokens, clause.verb.head);
        let alone = matches!(tokens.folded(clause.verb.head), "died" | "fled" | "escaped" | "returned" | "resigned");
        // "Will leave on Friday and arrive on Monday".
        let will = matches!(clause.verb.tense, Tense::Future | Tense::Modal) && clause.verb.group.len() == 1;
        bare && finite && !will && (!gapped || alone)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the days and the headlines of what is listed.
    fn check(text: &str, expected: &[&str]) {
        let found = sample::mentions("2024-03-20", text);
        let told = |mention: &crate::model::Mention| {
            let date = mention.date.as_ref().map_or(String::new(), |dated| dated.date.to_string());
            format!("{date} {}", mention.headline)
        };
        let found: Vec<String> = found.iter().filter(|mention| mention.listed).map(told).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_second_deed_of_another_day_has_the_subject_of_the_first() {
        check(
            "Ali Karim was shot in Mosul on Monday and died on Tuesday.",
            &[
                "2024-03-18 Ali Karim was shot in Mosul on Monday and died on Tuesday",
                "2024-03-19 Ali Karim died on Tuesday",
            ],
        );
        check(
            "Iraq left the talks in Mosul on Friday but returned to Basra on Monday.",
            &[
                "2024-03-15 Iraq left the talks in Mosul on Friday but returned to Basra on Monday",
                "2024-03-18 Iraq returned to Basra on Monday",
            ],
        );
    }

    #[test]
    fn who_did_the_first_did_the_second() {
        let found = sample::mentions("2024-03-20", "Ali Karim left Mosul on Monday and died in Basra on Tuesday.");
        let who: Vec<_> = found.iter().filter(|mention| mention.listed).map(|mention| &mention.who).collect();
        assert_eq!(who, [&["Ali Karim"], &["Ali Karim"]]);
    }

    #[test]
    fn an_insertion_cuts_a_subject_from_its_verb() {
        check(
            "The dam was closed after a meeting of ministers, also known as “the forum,” took place in Mosul on Monday.",
            &["2024-03-18 A meeting of ministers took place in Mosul on Monday"],
        );
    }

    #[test]
    fn whose_titles_are_too_long_is_told_by_name() {
        check(
            "Prime Minister Ali Karim will visit Mosul on Friday and is to meet President Hassan Rahimi of the republic in Basra on Sunday.",
            &[
                "2024-03-22 Prime Minister Ali Karim will visit Mosul on Friday",
                "2024-03-24 Ali Karim is to meet President Hassan Rahimi of the republic in Basra on Sunday",
            ],
        );
    }

    #[test]
    fn what_somebody_did_who_is_told_of_is_an_event() {
        check(
            "Ali Karim, who was killed in Mosul on Sunday, will be buried in Basra on Friday.",
            &[
                "2024-03-22 Ali Karim, who was killed in Mosul on Sunday, will be buried in Basra on Friday",
                "2024-03-17 Ali Karim was killed in Mosul on Sunday",
            ],
        );
        check(
            "A raid that killed two people in Mosul on Monday was the work of rebels.",
            &["2024-03-18 A raid killed two people in Mosul on Monday"],
        );
        check(
            "A man who shot two people in Mosul on Monday has been held.",
            &["2024-03-18 A man shot two people in Mosul on Monday"],
        );
        check(
            "The bridge in Mosul, which was destroyed on Monday, is of stone.",
            &["2024-03-18 The bridge in Mosul was destroyed on Monday"],
        );
        check("A photo of Ali Karim, who died in Mosul on Monday, was sold.", &[]);
        check("The family of a man who died in Mosul on Monday has been told.", &[]);
        check("A man found dead in Mosul on Monday was named as Ali Karim.", &[]);
    }

    #[test]
    fn what_lacks_its_verb_or_names_nobody_is_not_told() {
        check(
            "Ali Karim was held in Mosul on Friday and released on Monday.",
            &["2024-03-15 Ali Karim was held in Mosul on Friday and released on Monday"],
        );
        check(
            "Iraq backed the deal of Mosul on Friday but rejected it on Monday.",
            &["2024-03-15 Iraq backed the deal of Mosul on Friday but rejected it on Monday"],
        );
    }

    #[test]
    fn behind_background_the_sentence_tells_the_later_deed() {
        check(
            "Iraq rejected the deal of Mosul in 2017 but backed it on Sunday.",
            &["2024-03-17 Iraq rejected the deal of Mosul in 2017 but backed it on Sunday"],
        );
    }
}
