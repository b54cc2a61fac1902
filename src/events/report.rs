//! Which sentences of an event report it, and which only touch on it.
//!
//! A sentence that is no event by itself joins one by its day and its story, so that what an article says of a happening
//! is found with it: the toll, a reply, the weather of that week. Not all of that tells the happening again, and a
//! source is only what does. So a sentence counts as a report where it says the same in much the same words, names not
//! counted; what is left is kept as context, and lends an event neither outlet nor confidence.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::merge::{COPIED, Judge};
use super::veto;
use crate::model::{DateBasis, Mention, State};

/// Mentions that are one event.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Those that tell it, best first; listed ones before the others.
    pub reports: Vec<usize>,
    /// Those of its stories that only touch on it, best first.
    pub context: Vec<usize>,
    /// Why the reports are one event.
    pub reasons: BTreeSet<String>,
}

/// Gives every event what its stories say of it besides: as a report to the event that it tells best, to the others as
/// context.
pub(super) fn groups(events: Vec<Vec<usize>>, stories: &[Vec<usize>], judge: &Judge) -> Vec<Group> {
    let beside: Vec<Vec<usize>> = beside(&events, stories, judge);
    let mut told: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for (event, sentences) in beside.iter().enumerate() {
        for sentence in sentences {
            let Some(how) = judge.tells(*sentence, &events[event]) else { continue };
            let best = told.entry(*sentence).or_insert((how, event));
            *best = if how > best.0 { (how, event) } else { *best };
        }
    }
    let group = |(event, (mut reports, mut others)): (usize, (Vec<usize>, Vec<usize>))| {
        rank(&mut reports, judge.mentions);
        rank(&mut others, judge.mentions);
        let is_report = |at: &usize| told.get(at).is_some_and(|(_, best)| *best == event);
        let (telling, context): (Vec<usize>, Vec<usize>) = others.into_iter().partition(is_report);
        reports.extend(telling);
        let reasons = (1..reports.len()).flat_map(|at| judge.reasons(reports[at], &reports[..at])).collect();
        Group { reports, context, reasons }
    };
    events.into_iter().zip(beside).enumerate().map(group).collect()
}

/// For each event the sentences of its stories that are no events.
fn beside(events: &[Vec<usize>], stories: &[Vec<usize>], judge: &Judge) -> Vec<Vec<usize>> {
    let mut story_of: Vec<Option<usize>> = vec![None; judge.mentions.len()];
    for (story, members) in stories.iter().enumerate() {
        members.iter().for_each(|at| story_of[*at] = Some(story));
    }
    let of_event = |event: &Vec<usize>| {
        let own: BTreeSet<usize> = event.iter().filter_map(|at| story_of[*at]).collect();
        let members = own.into_iter().flat_map(|story| &stories[story]);
        members.copied().filter(|at| !judge.mentions[*at].listed).collect()
    };
    events.iter().map(of_event).collect()
}

/// Best first: listed, surest, with a date of its own, not led by a pronoun; then the order of the articles.
fn rank(members: &mut [usize], mentions: &[Mention]) {
    members.sort_by_cached_key(|at| {
        let mention = &mentions[*at];
        // A day counted from another happening stands behind one that is told.
        let inherited = match mention.date.as_ref().map(|dated| dated.basis) {
            None | Some(DateBasis::Carried | DateBasis::Published) => 2,
            Some(DateBasis::Event) => 1,
            _ => 0,
        };
        let pronoun = ["He ", "She ", "It ", "They ", "This ", "That ", "These ", "Those "]
            .iter()
            .any(|word| mention.headline.starts_with(word));
        (!mention.listed, inherited, pronoun, Reverse(mention.confidence), *at)
    });
}

impl Judge<'_> {
    /// How plainly a sentence that is no event by itself tells an event, `None` where it does not or where anything speaks
    /// against it.
    fn tells(&self, sentence: usize, event: &[usize]) -> Option<f64> {
        let told = event.iter().filter_map(|report| self.tells_of(sentence, *report)).max_by(f64::total_cmp)?;
        // Few tell it, so what is against it is asked last.
        event.iter().all(|report| self.veto(sentence, *report).is_none()).then_some(told)
    }

    /// How plainly a sentence tells what a report tells: a plan is not yet a deed, a word about a deed seldom the deed, and
    /// the same names alone are the same people on another day of their lives.
    fn tells_of(&self, sentence: usize, report: usize) -> Option<f64> {
        let mentions = [&self.mentions[sentence], &self.mentions[report]];
        let [ahead, done] = mentions.map(|mention| mention.state == State::Scheduled);
        let common = self.likeness.common(sentence, report);
        if ahead != done || !common.is_more_than_names() || common.all < COPIED {
            return None;
        }
        let asked = match veto::tell_word_and_deed(mentions, self.texts(sentence, report)) {
            true => WORD_AND_DEED,
            false => TOLD_AGAIN,
        };
        let how = common.all + common.besides_names;
        (how >= asked).then_some(how)
    }

    /// Why a report is one event with those before it, in words: what it has in common with the likest of them.
    fn reasons(&self, report: usize, before: &[usize]) -> Vec<String> {
        let likest = before.iter().map(|other| (report.min(*other), report.max(*other)));
        let likest = likest.map(|(a, b)| (self.score(a, b), a, b)).max_by(|one, other| one.0.total_cmp(&other.0));
        let Some((score, a, b)) = likest else { return Vec::new() };
        let near = match self.same_date(a, b) {
            _ if self.again(a, b) => "the article takes it up again",
            true => "same date",
            false => "dates that agree",
        };
        let shared = self.shared(a, b).map(|name| format!("shared: {name}"));
        [near.to_owned()].into_iter().chain(shared).chain([format!("similarity {score:.2}")]).collect()
    }
}

/// How much two sentences need in common to tell the same, in all and by words that name nobody; more where one tells
/// what was said and the other what was done. Found on ECB+ and on press articles, and checked by reading.
const TOLD_AGAIN: f64 = 0.75;
const WORD_AND_DEED: f64 = 1.1;

#[cfg(test)]
mod tests {
    use super::super::{Options, Rules, analyse, merge, sample};
    use crate::model::{Article, ArticleIx, Event, Mention, MentionIx};

    /// The event of the first sentence of the first of these articles, each of one outlet.
    fn event(texts: [&str; 2]) -> Event {
        let outlet = |text| Article { source: Some(format!("{text:.3}")), ..sample::article("2024-03-20", text) };
        let articles = texts.map(outlet);
        let rules = Rules::new(&[], &[], Options::default());
        let read = articles.iter().enumerate();
        let mentions: Vec<Mention> =
            read.flat_map(|(at, article)| analyse(article, ArticleIx(at), &rules).mentions).collect();
        let mut events = merge(&mentions, &articles, &rules);
        events.retain(|event| event.mentions.contains(&MentionIx(0)));
        events.remove(0)
    }

    const DAM: &str = "Rebels blew up the huge Tabqa dam on the Euphrates on Monday.";

    /// Checks how many sentences report that the dam was blown up, and how many only touch on it.
    fn check(second: &str, reports: usize, context: usize) {
        let event = event([DAM, second]);
        assert_eq!((event.mentions.len(), event.context.len()), (reports, context), "{second}");
    }

    #[test]
    fn a_report_tells_the_same_in_much_the_same_words() {
        check("The huge Tabqa dam on the Euphrates blown up by rebels.", 2, 0);
        check("Engineers drink tea at the Tabqa dam on the Euphrates.", 1, 1);
    }

    #[test]
    fn a_plan_or_a_word_is_context_of_a_deed() {
        check("Rebels will blow up the huge Tabqa dam on the Euphrates.", 1, 1);
        check("Rebels say that the huge Tabqa dam is safe.", 1, 1);
    }

    #[test]
    fn an_outlet_counts_where_it_tells_the_event() {
        let points = |second: &str| event([DAM, second]).points.join("; ");
        assert!(points("The huge Tabqa dam on the Euphrates blown up by rebels.").contains("2 outlets"));
        assert!(points("Engineers drink tea at the Tabqa dam on the Euphrates.").contains("only one outlet"));
    }

    #[test]
    fn only_what_reports_an_event_says_why_they_are_one() {
        let reasons = |second: &str| event([DAM, second]).merged_because.len();
        assert!(reasons("The huge Tabqa dam on the Euphrates blown up by rebels.") > 0);
        assert_eq!(reasons("Engineers drink tea at the Tabqa dam on the Euphrates."), 0);
    }
}
