//! Who says what a sentence tells, and whether it tells the saying or what is said.
//!
//! "Police said two men were shot on Monday" tells the shots, and that police say so; "“We go,” the envoy said on Monday"
//! tells that it was said; "the minister denied that troops had left" tells no leaving at all.

use std::ops::Range;

use super::clause::{Clause, Role};
use super::date::Found;
use super::lexicon::Class;
use super::mentions::Reader;
use super::part::is_own;
use super::speaker::Speaker;
use super::spelled::is_named;
use super::subject::role_start;
use super::verbs::Tense;

impl Reader<'_> {
    /// "“That is the point,” the envoy said on Monday": where only the saying is dated, the sentence tells that it was said.
    pub(super) fn told(&self, main: usize, dates: &[Option<Found>]) -> Option<usize> {
        let dated = |at: usize| is_own(dates[at].as_ref());
        let says = |at: &usize| {
            let clause = &self.clauses[*at];
            let head = self.tokens.word(clause.verb.head);
            clause.role == Role::Coordinate && clause.verb.tense.is_finite() && head.is(Class::Saying) && dated(*at)
        };
        (main + 1..self.clauses.len()).find(says).filter(|_| !dated(main))
    }

    /// "The bank says it will close on Friday", "police said two men were shot on Monday": where only what is said is
    /// dated, and it names nobody by itself, the sentence tells that.
    pub(super) fn content(&self, main: usize, dates: &[Option<Found>]) -> Option<usize> {
        let at = main + 1;
        let (says, content) = (&self.clauses[main], self.clauses.get(at)?);
        let (who, places) = self.actors(&content.tokens);
        let first = content.tokens.start;
        let pronoun = first + usize::from(self.tokens.folded(first) == "that");
        let itself = matches!(self.tokens.folded(pronoun), "it" | "they" | "he" | "she");
        let ahead = matches!(content.verb.tense, Tense::Future | Tense::Modal);
        let nobody = who.is_empty() && places.is_empty() && content.verb.tense.is_finite();
        let hangs = content.role == Role::Content && content.parent == Some(main);
        let said = self.tokens.word(says.verb.head).any(&[Class::Saying, Class::Claiming]) && !says.verb.negated;
        let day = dates[at].as_ref().is_some_and(|found| found.dated.date.exact_day().is_some());
        let tells = itself && ahead || nobody && day;
        (tells && hangs && said && is_own(dates[at].as_ref()) && !is_own(dates[main].as_ref())).then_some(at)
    }

    /// "It recalled that in May a man was shot": of a saying that only inherits its day, what is said has another.
    pub(super) fn tells_of_another_day(&self, main: usize, dates: &[Option<Found>]) -> bool {
        let Some(content) = self.clauses.get(main + 1) else { return false };
        let hangs = content.role == Role::Content && content.parent == Some(main);
        let thinks = self.tokens.word(content.verb.head).any(&[Class::Ahead, Class::Holding]);
        let date = |at: usize| dates[at].as_ref().map(|found| found.dated.date);
        let apart = date(main) != date(main + 1) && is_own(dates[main + 1].as_ref());
        hangs && !thinks && apart && !is_own(dates[main].as_ref())
    }

    /// "The minister denied that troops had left on Monday".
    pub(super) fn is_denied(&self, at: usize) -> bool {
        let clause = &self.clauses[at];
        let denies = |above: usize| {
            let verb = &self.clauses[above].verb;
            matches!(self.tokens.folded(verb.head), "deny" | "denies" | "denied" | "denying") && !verb.negated
        };
        let above = clause.parent.filter(|_| clause.role == Role::Content);
        above.is_some_and(denies)
    }

    /// The speaker of a clause: of its own verb, else of the clause it hangs on, else of what closes it ("…, she said")
    /// and "according to".
    pub(super) fn speaker<'s>(&self, at: usize, speakers: &'s [Speaker], whole: bool) -> Option<&'s str> {
        let of = |clause: usize| speakers.iter().find(|speaker| speaker.says && speaker.clause == Some(clause));
        // "Envoys agreed on a truce, mediators said": they say what the others did.
        let says = self.tokens.word(self.clauses[at].verb.head).any(&[Class::Saying, Class::Claiming]);
        let closing =
            || speakers.iter().find(|speaker| whole && !says && self.closes(speaker) && self.is_said(speaker));
        let found = closing()
            .or_else(|| of(at))
            .or_else(|| self.clauses[at].parent.filter(|_| self.clauses[at].role != Role::Adverbial).and_then(of))
            .or_else(|| speakers.iter().find(|speaker| speaker.says && speaker.clause.is_none()));
        found
            .or_else(|| speakers.iter().find(|speaker| whole && self.closes(speaker)))
            .map(|speaker| speaker.text.as_str())
            .filter(|text| is_named(text))
    }

    /// Whether a source says it in so many words.
    fn is_said(&self, speaker: &Speaker) -> bool {
        let verb = speaker.clause.map(|at| &self.clauses[at].verb);
        verb.is_some_and(|verb| self.tokens.folded(verb.head) == "said")
    }

    /// "…, she said": whether a saying stands beside what it reports instead of before it.
    fn closes(&self, speaker: &Speaker) -> bool {
        let Some(at) = speaker.clause.filter(|_| speaker.says) else { return false };
        let content = self.clauses.get(at + 1).is_some_and(|next| next.role == Role::Content);
        self.clauses[at].role.stands_alone() && !content
    }

    /// Where "…, the mayor said" begins, when it ends the words in `range` and is not what the clause `at` tells.
    pub(super) fn attribution_tail(&self, at: usize, speakers: &[Speaker], range: &Range<usize>) -> Option<usize> {
        let speaker = speakers.iter().rfind(|speaker| speaker.says).filter(|speaker| speaker.clause != Some(at))?;
        let start = match speaker.clause {
            Some(clause) => role_start(
                self.tokens,
                self.clauses,
                self.range.start..self.clauses[clause].tokens.start.min(speaker.words.start),
            ),
            None => speaker.words.start.saturating_sub(2),
        };
        let ends = match speaker.clause {
            // Of a part the verb of saying may stand behind: "losses peaked in May, the minister, Hansen, | said".
            Some(at) => {
                let (clause, rest) = (&self.clauses[at], &self.clauses[at + 1..]);
                let aside = |next: &Clause| next.role == Role::Participle || next.tokens.start >= range.end;
                let last = rest.iter().all(aside) || clause.verb.group.start >= range.end;
                clause.role.stands_alone() && clause.verb.tense.is_finite() && last
            }
            None => !self.clauses.iter().any(|clause| (start..range.end).contains(&clause.verb.head)),
        };
        // What stands before the clause itself is no tail of it.
        let behind = start > range.start && start >= self.clauses[at].verb.group.end;
        (behind && ends).then_some(start)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the date, the state and the speaker of what is listed in the sentence behind a first one.
    fn check(text: &str, expected: &[&str]) {
        let found = sample::mentions("2024-03-20", &format!("Basra is old.\n{text}"));
        let told = |mention: &crate::model::Mention| {
            let date = mention.date.as_ref().map_or(String::new(), |dated| dated.date.to_string());
            format!("{date} {:?} {}", mention.state, mention.speaker.as_deref().unwrap_or("-"))
        };
        let found: Vec<String> = found.iter().filter(|mention| mention.listed).map(told).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_said_dates_a_sentence_whose_saying_has_no_day() {
        check(
            "The bank of Oslo says it will close two branches on Friday.",
            &["2024-03-22 Scheduled the bank of Oslo"],
        );
        check("Police said two men were shot on Monday.", &["2024-03-18 Past Police"]);
        check("Two bridges have fallen in Oslo, officials said Monday.", &["2024-03-18 Past officials"]);
    }

    #[test]
    fn what_somebody_denies_did_not_happen() {
        check("The minister denied that Norway had closed the port of Oslo on Monday.", &[]);
    }

    #[test]
    fn what_is_said_of_another_day_has_not_the_day_before() {
        check(
            "Norway opened the dam on Monday. It recalled that in November 2019 an envoy, Ali Karim, was shot in Oslo.",
            &["2024-03-18 Past -"],
        );
    }

    #[test]
    fn who_says_it_at_the_end_says_what_others_agreed() {
        check("Norway and Iraq agreed on Monday to open the dam, mediators said.", &["2024-03-18 Past mediators"]);
    }
}
