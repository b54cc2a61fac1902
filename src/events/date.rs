//! Which date a clause has: its own expression, one told by another event, or the date the text is talking about.
//!
//! A clause owns the expressions among its words. A main clause without one takes that of the participle or infinitive
//! tied to it ("Speaking on December 7, the envoy said"). "On the eve of the visit" is worked out from the visit, found
//! backwards in the article by its kind and place. What is left inherits the date the discourse stands at, and says so.
//! Where nothing is known nothing is made up: the publication date stands in for the opening of an article that names no
//! other day near it, and elsewhere only for clauses that are not listed.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::belongs::fits;
use super::clause::{Clause, Role};
use super::current::{Current, carries, is_elsewhere, opens_another, places};
use super::expression::{Expression, bound, shifted};
use super::happening::{Happening, describes, is_one_of_two, latest};
use super::lexicon::Class;
use super::names::{Name, NameKind};
use super::opening::{count_back, has_own_time, is_counted, is_new, opening_relative, opens_news, told_from_opening};
use super::spoken::doubt_days;
use super::together::is_cause;
use super::token::Tokens;
use super::verbs::Tense;
use super::within::{clause_of, main_clause, of_parent, own_dates, place_nights, share, within};
use crate::model::{Bound, DateBasis, Dated, Edtf, State};
use crate::timex::Relative;

/// What has been dated so far: the day the text is talking about, and the happenings later sentences may point at.
#[derive(Debug, Default)]
pub(super) struct Discourse {
    published: Option<NaiveDate>,
    current: Option<Current>,
    /// Where it stood before the sentence at hand.
    before: Option<Current>,
    /// The first day the article names near its publication, before rather than on it: what it is about.
    story: Option<Dated>,
    /// The last such day named so far, publication included.
    lately: Option<Dated>,
    /// Sentences with a verb, this one included.
    sentences_seen: usize,
    happenings: Vec<Happening>,
}

/// What `date` needs to know of the sentence it is dating.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence<'a> {
    pub tokens: &'a Tokens<'a>,
    pub range: &'a Range<usize>,
    pub clauses: &'a [Clause],
    pub states: &'a [State],
    pub names: &'a [Name],
    pub index: usize,
    pub paragraph: u32,
}

/// The date of a clause with the words that explain it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub dated: Dated,
    pub why: Cow<'static, str>,
    /// Inherited over a paragraph border or from publication only: too weak to list an event by.
    pub weak: bool,
}

impl Discourse {
    pub fn new(published: Option<NaiveDate>, expressions: &[Expression]) -> Self {
        let near = |expression: &&Expression| expression.is_near(published);
        let before = |expression: &&Expression| near(expression) && expression.dated.date.exact_day() != published;
        let story = expressions.iter().find(before).or_else(|| expressions.iter().find(near));
        Self { published, story: story.map(|expression| expression.dated.clone()), ..Self::default() }
    }

    /// Returns the date of each clause of a sentence, and moves the discourse on.
    pub fn date(
        &mut self,
        sentence: Sentence,
        expressions: &[Expression],
        relatives: &[Relative],
    ) -> Vec<Option<Found>> {
        self.sentences_seen += 1;
        let within = within(&sentence, expressions);
        let own = own_dates(&sentence, within, self.published);
        let opening = opening_relative(sentence.tokens, sentence.range);
        let told = self.told_by_event(&sentence, relatives, opening);
        let mut found: Vec<Option<Found>> = own;
        self.doubt_years(&sentence, &mut found);
        doubt_days(&sentence, &mut found, self.published);
        if let Some((main, dated)) = told_from_opening(&sentence, &found, within, self.published) {
            found[main] = Some(dated);
        }
        for (clause, dated) in told {
            if found[clause].is_none() {
                found[clause] = Some(dated);
            }
        }
        place_nights(&sentence, &mut found);
        share(&sentence, &mut found, self.published);
        count_back(&sentence, &mut found);
        if let Some(main) = main_clause(sentence.clauses).filter(|main| found[*main].is_none()) {
            found[main] = self
                .earlier(&sentence)
                .or_else(|| self.taken_up(&sentence))
                .or_else(|| self.told_again(&sentence, main));
        }
        self.before = self.current.clone();
        self.remember(&sentence, &found);
        let beside = self.beside(&found);
        for at in 0..found.len() {
            let told = found[at].take();
            found[at] = told
                .or_else(|| of_parent(&sentence, &found, at))
                .or_else(|| self.inherited(&sentence, at, beside.as_ref()))
                .map(|found| Found {
                    weak: found.weak || found.dated.basis == DateBasis::Carried && is_cause(&sentence, at),
                    ..found
                });
        }
        if let Some(last) = within.iter().rfind(|expression| expression.is_near(self.published)) {
            self.lately = Some(last.dated.clone());
        }
        found
    }

    /// "In 2019 he left. On 4 January he came back": a day without a year, right behind a year long gone, may be of that; and
    /// one read as of that year may be of the last weeks.
    fn doubt_years<'f>(&self, sentence: &Sentence, found: &'f mut [Option<Found>]) {
        let near = |current: &&Current| {
            let here = current.paragraph == sentence.paragraph && sentence.index <= current.sentence + 1;
            here && current.dated.basis == DateBasis::Explicit
        };
        let year = |dated: &Dated| dated.date.last_day().map(|day| day.year());
        let told = self.current.as_ref().filter(near).and_then(|current| year(&current.dated));
        let done =
            |(at, own): (usize, &'f mut Option<Found>)| own.as_mut().filter(|_| sentence.states[at] == State::Past);
        for own in found.iter_mut().enumerate().filter_map(done) {
            let yearless = matches!(own.dated.rule, "month and day" | "day and month" | "month");
            let another = || told.is_some_and(|told| year(&own.dated) > Some(told)) || self.is_of_late(&own.dated);
            own.weak |= yearless && own.dated.basis == DateBasis::Relative && another();
        }
    }

    /// Whether a day lies a year or more back, and in the weeks before publication if only its month and day count.
    fn is_of_late(&self, dated: &Dated) -> bool {
        let Some(day) = dated.date.exact_day() else { return false };
        // Nor can anybody tell what was late in an article of an unknown day.
        let Some(published) = self.published else { return true };
        let ago = (published - day).num_days();
        ago > DAYS_OF_YEAR && ago % DAYS_OF_YEAR < LATELY
    }

    /// The dates of clauses with "on the eve of the visit" and the like.
    fn told_by_event(
        &self,
        sentence: &Sentence,
        relatives: &[Relative],
        opening: Option<Relative>,
    ) -> Vec<(usize, Found)> {
        let span = sentence.tokens.span(sentence.range.clone());
        let inside = relatives
            .iter()
            .chain(&opening)
            .filter(|relative| span.start <= relative.span.start && relative.span.end <= span.end);
        inside
            .filter_map(|relative| {
                let clause = clause_of(sentence, relative.span.start).filter(|_| !is_new(sentence, relative))?;
                let event = self.find(sentence, &relative.event)?;
                let date = shifted(event.date, relative, self.published)?;
                let words = &sentence.tokens.text[relative.span.clone()];
                let dated = Dated {
                    date,
                    basis: DateBasis::Event,
                    words: Some(relative.span.clone()),
                    timex: None,
                    rule: "event-relative",
                };
                let why = format!("date: “{words}”, worked out from an event told before").into();
                // After a meeting nobody dated, and told: that is no date.
                let weak = relative.shift.is_none() && event.date.is_none();
                Some((clause, Found { dated, why, weak }))
            })
            .collect()
    }

    /// The latest happening that the words in `span` can mean.
    fn find(&self, sentence: &Sentence, span: &Range<usize>) -> Option<&Happening> {
        let tokens = sentence.tokens;
        let inside =
            |at: &usize| span.start <= tokens.all[*at].start as usize && tokens.all[*at].end as usize <= span.end;
        let sort = sentence.range.clone().filter(inside).filter_map(|at| tokens.word(at).sort).next_back()?;
        let places: Vec<&str> =
            sentence.names.iter().filter(|name| inside(&name.tokens.start)).map(|name| name.full.as_str()).collect();
        latest(&self.happenings, sort, &places, None, false)
    }

    /// The date of a sentence whose subject takes up a happening told before: "The Brussels meeting will include …".
    fn taken_up(&self, sentence: &Sentence) -> Option<Found> {
        let tokens = sentence.tokens;
        let main = main_clause(sentence.clauses)?;
        let first = sentence.range.start;
        let at_that = matches!(tokens.folded(first), "at" | "in" | "during")
            && matches!(tokens.folded(first + 1), "that" | "the" | "this" | "those");
        let start = first + usize::from(at_that);
        if !matches!(tokens.folded(start), "the" | "this" | "that" | "these" | "those") {
            return None;
        }
        let end = sentence.clauses[main].verb.group.start;
        let limit = end.max(start + 1).min(start + 8);
        let head = (start + 1..limit)
            .take_while(|at| !tokens.word(*at).is(Class::Preposition) && tokens.folded(*at) != ",")
            .filter(|at| tokens.word(*at).sort.is_some())
            .last()?;
        let sort = tokens.word(head).sort?;
        let places: Vec<&str> = sentence
            .names
            .iter()
            .filter(|name| name.tokens.start < limit && name.tokens.start >= start)
            .map(|name| name.full.as_str())
            .collect();
        let just_now = matches!(tokens.folded(start), "that" | "this" | "those" | "these");
        let upcoming = (start..head).any(|at| matches!(tokens.folded(at), "upcoming" | "coming" | "planned"));
        let event = latest(&self.happenings, sort, &places, upcoming.then_some(State::Scheduled), just_now)?;
        let date =
            event.date.filter(|_| !places.is_empty() || !is_one_of_two(&self.happenings, event, self.published))?;
        let dated = Dated { date, basis: DateBasis::Carried, words: None, timex: None, rule: "same happening" };
        let words = tokens.slice(start..head + 1);
        // "The London talks follow three days of negotiations": the sentence tells what was before.
        let follows = matches!(tokens.folded(sentence.clauses[main].verb.head), "follow" | "follows" | "followed");
        let dated = if follows {
            Dated {
                date: Edtf::Between(Bound::Open, bound(date, true)?),
                basis: DateBasis::Event,
                rule: "follows",
                ..dated
            }
        } else {
            dated
        };
        Some(Found { dated, why: format!("date: “{words}” takes up a happening dated before").into(), weak: false })
    }

    /// The date of a happening told again with the same verb and place: "due to arrive in London … is to meet in London".
    fn told_again(&self, sentence: &Sentence, main: usize) -> Option<Found> {
        let clause = &sentence.clauses[main];
        let sort = sentence.tokens.word(clause.verb.head).sort?;
        let state = sentence.states[main];
        let shared = |happening: &Happening| {
            let names = sentence.names.iter().filter(|name| happening.names.contains(&name.full));
            names.map(|name| if name.kind == NameKind::Place { 2 } else { 1 }).sum::<i32>()
        };
        let event = self.happenings.iter().rev().find(|happening| {
            let sides = happening.state == state || (happening.state == State::Scheduled && state == State::Past);
            happening.date.is_some() && happening.sort.is_like(sort) && sides && shared(happening) >= 2
        })?;
        let dated =
            Dated { date: event.date?, basis: DateBasis::Carried, words: None, timex: None, rule: "same happening" };
        Some(Found { dated, why: "date: the same happening was dated before".into(), weak: false })
    }

    /// "Earlier, the mayor said …": some time before what was just told.
    fn earlier(&self, sentence: &Sentence) -> Option<Found> {
        let tokens = sentence.tokens;
        let first = sentence.range.start;
        if tokens.folded(first) != "earlier" || tokens.folded(first + 1) != "," {
            return None;
        }
        let current = self.current.as_ref().filter(|current| carries(current, State::Past, self.published))?;
        let date = Edtf::Between(Bound::Open, bound(current.dated.date, true)?);
        let dated = Dated {
            date,
            basis: DateBasis::Event,
            words: Some(tokens.all[first].span()),
            timex: None,
            rule: "earlier",
        };
        Some(Found { dated, why: "date: “Earlier”, before what was told last".into(), weak: false })
    }

    fn remember(&mut self, sentence: &Sentence, found: &[Option<Found>]) {
        let names = LazyCell::new(|| sentence.names.iter().map(|name| name.full.clone()).collect::<Rc<[String]>>());
        for (at, clause) in sentence.clauses.iter().enumerate() {
            let date = found[at].as_ref().map(|found| found.dated.date);
            if let (Some(found), true) = (found[at].as_ref().filter(|own| !own.weak), clause.role.stands_alone()) {
                self.current = Some(Current {
                    dated: found.dated.clone(),
                    state: sentence.states[at],
                    sentence: sentence.index,
                    clause: at,
                    paragraph: sentence.paragraph,
                    places: places(sentence),
                });
            }
            // "Said on Sunday the strikes had hit a mill": when it was said, and not when they did.
            let before = clause.role == Role::Content && clause.verb.tense == Tense::PastPerfect;
            let date = date.filter(|_| !before);
            // "The London talks follow others": what is only known to lie before them is not their date.
            if matches!(date, Some(Edtf::Between(Bound::Open, _))) {
                continue;
            }
            for word in clause.tokens.clone() {
                let Some(sort) = sentence.tokens.word(word).sort.filter(|_| !describes(sentence.tokens, word)) else {
                    continue;
                };
                self.happenings.push(Happening { sort, names: names.clone(), date, state: sentence.states[at] });
            }
        }
        let keep = self.happenings.len().saturating_sub(MEMORY);
        self.happenings.drain(..keep);
    }

    /// The first day, not one to come, that another clause of the sentence has.
    fn beside(&self, found: &[Option<Found>]) -> Option<Dated> {
        let gone = |dated: &&Dated| dated.date.exact_day().is_some_and(|day| self.published.is_none_or(|at| day <= at));
        found.iter().flatten().map(|found| &found.dated).find(gone).cloned()
    }

    /// What the article is about happened then: the first near day it names, else its own; for headings.
    pub fn main_day(&self) -> Option<Dated> {
        let story = self.story.clone().map(|story| Dated { basis: DateBasis::Carried, rule: "story", ..story });
        story.or_else(|| Some(on_publication(self.published?)))
    }

    /// The date the discourse stands at, or the publication date, for a clause that has none of its own.
    ///
    /// News tells of one story: what has no date of its own happened on the day named last, as long as that is near
    /// publication. That is the likeliest day, and right four times in five; it is no ground to list an event by, unless
    /// the sentence just before stands there too.
    fn inherited(&self, sentence: &Sentence, at: usize, beside: Option<&Dated>) -> Option<Found> {
        let (state, tense) = (sentence.states[at], sentence.clauses[at].verb.tense);
        let carried = |dated: &Dated, rule: &'static str, why: &'static str, weak: bool| {
            let dated = Dated { basis: DateBasis::Carried, rule, ..dated.clone() };
            Some(Found { dated, why: why.into(), weak })
        };
        let fits = |current: &&Current| fits(tense, &current.dated.date, self.published);
        let stands = |current: &&Current| {
            let later = current.sentence == sentence.index && current.clause > at;
            later && opens_another(sentence.tokens, &sentence.clauses[at], &sentence.clauses[current.clause])
        };
        // "Rebels agreed to a truce, and lorries left Mosul on Friday": a day of what comes behind is not of the first.
        let current = self.current.as_ref().filter(|current| !stands(current)).or(self.before.as_ref());
        let current = current.filter(|current| carries(current, state, self.published)).filter(fits);
        let near =
            |current: &&Current| current.paragraph == sentence.paragraph && sentence.index <= current.sentence + 1;
        if let Some(current) = current.filter(near) {
            // "The raid cast doubt on the deal, which was signed in May and hailed on Friday".
            let relative = |next: &Clause| next.role == Role::Relative;
            let another = current.sentence == sentence.index && sentence.clauses[at + 1..].iter().any(relative);
            // "On Monday, rebels left": of a Monday that nobody can tell.
            let weekday = |at: usize| sentence.tokens.word(at).is(Class::Weekday);
            let unknown = self.published.is_none() && sentence.clauses[at].tokens.clone().any(weekday);
            let own = unknown || has_own_time(sentence.tokens, sentence.range) || is_counted(sentence, at);
            // "Is to meet the envoys on Friday. The summit was put off": of a day that is not over.
            let ahead = (current.state, state) == (State::Scheduled, State::Past)
                && current.sentence < sentence.index
                && self.published.is_some_and(|published| current.dated.date.last_day() >= Some(published));
            let weak = another || own || ahead || is_elsewhere(sentence, &current.places);
            return carried(&current.dated, "previous sentence", "date: inherited from the sentences before", weak);
        }
        let told = matches!(state, State::Past | State::Ongoing) || !tense.is_finite() || tense == Tense::Modal;
        if let Some(dated) = beside.filter(|_| told) {
            return carried(dated, "same sentence", "date: inherited from another clause of the sentence", true);
        }
        if let Some(dated) = self.lately.as_ref().filter(|_| told) {
            return carried(dated, "previous sentence", "date: inherited from the sentences before", true);
        }
        // The opening of an article that names no other day near by tells the news of its day.
        let lead = self.sentences_seen == 1 && sentence.clauses[at].role.stands_alone();
        let news = lead
            && state != State::Scheduled
            && opens_news(sentence.tokens, sentence.range, &sentence.clauses[at].verb);
        let another = |story: &&Dated| !lead || story.date.exact_day() != self.published;
        if let Some(story) = self.story.as_ref().filter(|_| told).filter(another) {
            return carried(story, "story", "date: inherited from what the article is about", true);
        }
        if let Some(current) = current {
            return carried(&current.dated, "previous sentence", "date: inherited from the sentences before", true);
        }
        let dated = on_publication(self.published?);
        Some(Found { dated, why: "date: none in the text; the day of publication stands in".into(), weak: !news })
    }
}

fn on_publication(published: NaiveDate) -> Dated {
    let rule = "published";
    Dated { date: published.into(), basis: DateBasis::Published, words: None, timex: None, rule }
}

/// What lies so many days back is told without a year, whatever was told before it; a day more or less is no matter.
const LATELY: i64 = 60;
const DAYS_OF_YEAR: i64 = 365;

/// How many happenings are kept; news takes up what was told lately.
const MEMORY: usize = 200;

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks date and basis of each sentence, and that those marked `*` are listed and no others.
    fn check(published: &str, text: &str, expected: &[&str]) {
        let found: Vec<String> = sample::sentences(published, text)
            .iter()
            .map(|mention| match &mention.date {
                Some(dated) => format!("{} {:?}{}", dated.date, dated.basis, if mention.listed { " *" } else { "" }),
                None => "none".to_owned(),
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_second_subject_has_its_own_day() {
        let text = "Iraq agreed to open the dam in Mosul, and the first boats left Basra on Monday.";
        let found = sample::mentions("2024-03-20", text);
        let listed: Vec<&str> = found.iter().filter(|mention| mention.listed).map(|m| m.headline.as_str()).collect();
        assert_eq!(listed, ["The first boats left Basra on Monday"]);
        check(
            "2024-03-20",
            "Iraq left Mosul on Sunday. It closed the dam in Mosul, and the first boats left Basra on Monday.",
            &["2024-03-17 Relative *", "2024-03-17 Carried *"],
        );
    }

    #[test]
    fn a_day_that_is_not_over_is_not_of_what_has_been() {
        check(
            "2024-03-20",
            "Iraq is to meet Iran in Mosul today. The summit of Basra was put off without a day.",
            &["2024-03-20 Relative *", "2024-03-20 Carried"],
        );
    }

    #[test]
    fn an_article_of_an_unknown_day_lends_no_day() {
        let undated = |text: &str| sample::mentions("", text).into_iter().filter(|mention| mention.listed).count();
        assert_eq!(undated("The war of Iraq began on 4 March 2021. Ali Karim left Mosul on 2 May."), 1);
        let since = "Iraq left Mosul on 24 June 2021. On Monday, Iran left Basra. Two days earlier, Syria left Basra.";
        assert_eq!(undated(since), 1);
    }

    #[test]
    fn that_month_is_of_the_year_told_before() {
        check(
            "2024-03-20",
            "A storm hit the port of Mosul in 2014. That July, Iraq left Basra.",
            &["2014 Explicit", "2014-07 Explicit"],
        );
        let undated = sample::mentions("", "Ali Karim of Iraq has been summoned to testify in Mosul on 26 February.");
        assert!(undated.iter().all(|mention| !mention.listed), "{undated:?}");
    }

    #[test]
    fn the_same_weekday_is_the_one_told_of_last() {
        check(
            "2024-03-20",
            "Iraq left the talks in Mosul on Tuesday. Iran had left on Monday. Syria left Basra on the same Tuesday.",
            &["2024-03-19 Relative *", "2024-03-18 Relative *", "2024-03-19 Relative *"],
        );
    }

    #[test]
    fn a_day_just_gone_needs_no_year() {
        check(
            "2024-03-20",
            "Two envoys of Iraq, seized on 4 March 2021, were freed in Mosul on 12 March. Iran will pay Iraq on 2 May.",
            &["2024-03-12 Relative *", "2024-05-02 Relative *"],
        );
    }

    #[test]
    fn a_day_of_the_last_weeks_is_hardly_of_a_year_told_before() {
        check(
            "2024-03-20",
            "The war of Iraq began on 4 March 2021. Its army fled. Ali Karim left Mosul on 2 March.",
            &["2021-03-04 Explicit", "2021-03-04 Carried", "2021-03-02 Relative"],
        );
    }

    #[test]
    fn what_a_thing_was_hailed_as_is_not_the_day_of_the_deed() {
        check(
            "2024-03-20",
            "The raid cast grave doubts on the deal in Mosul, which opens the dam and was hailed on Monday.",
            &["2024-03-18 Carried"],
        );
    }

    #[test]
    fn a_day_counted_from_another_is_not_the_day_of_who_tells_it() {
        check(
            "2024-03-20",
            "The ship sank off Mosul a day after it left Basra, the mayor of Basra said on Sunday.",
            &["2024-03-17 Carried"],
        );
    }

    #[test]
    fn another_place_may_be_another_day() {
        check(
            "2024-03-20",
            "Ali Karim was arrested in Mosul on Monday. He spoke once in Basra.",
            &["2024-03-18 Relative *", "2024-03-18 Carried"],
        );
        // Who speaks is no place.
        check(
            "2024-03-20",
            "Ali Karim opened a dam in Mosul on Monday. Basra spoke of a gift.",
            &["2024-03-18 Relative *", "2024-03-18 Carried *"],
        );
    }

    #[test]
    fn a_sentence_goes_on_where_the_one_before_stands() {
        check(
            "2024-03-20",
            "Troops left Oryol on Monday. The mayor of Oryol opened the bridge.\nThe mayor of Oryol closed a school.",
            &["2024-03-18 Relative *", "2024-03-18 Carried *", "2024-03-18 Carried"],
        );
        check(
            "2024-03-20",
            "Troops left Oryol on Monday. In the first weeks of the war the mayor of Oryol closed a school.",
            &["2024-03-18 Relative *", "2024-03-18 Carried"],
        );
        check(
            "2024-03-20",
            "Troops left Oryol on Monday. The day after the signing the mayor of Oryol closed a school.",
            &["2024-03-18 Relative *", "2024-03-18 Carried"],
        );
    }

    #[test]
    fn the_night_before_is_not_the_day_of_who_tells_of_it() {
        check(
            "2024-03-20",
            "Troops left Oryol on Monday. The night before, a raid hit the harbour of Oryol.",
            &["2024-03-18 Relative *", "2024-03-17 Relative *"],
        );
        check("2024-03-20", "The night before, a raid hit Oryol, the mayor said on Tuesday.", &["2024-03-19 Carried"]);
        check("2024-03-20", "That day, troops entered Oryol.", &["2024-03-20 Published"]);
    }

    #[test]
    fn the_opening_stands_on_publication_only_where_no_other_day_is_named() {
        check("2024-03-20", "Troops left Oryol.", &["2024-03-20 Published *"]);
        check("2024-03-20", "The day after the mayor left Kursk, troops left Oryol.", &["2024-03-20 Published"]);
        check("2024-03-20", "But the raid on Oryol changed the war.", &["2024-03-20 Published"]);
        check("2024-03-20", "At his stall in Oryol, Boris Lvov sold pears.", &["2024-03-20 Published"]);
        check("2024-03-20", "Boris Lvov sold pears in Oryol on a recent afternoon.", &["2024-03-20 Published"]);
        check("2024-03-20", "Troops will leave Oryol.", &["2024-03-20 Published"]);
        check(
            "2024-03-20",
            "Troops left Oryol.\nThe army crossed the bridge in Oryol on Monday.",
            &["2024-03-18 Carried", "2024-03-18 Relative *"],
        );
    }

    #[test]
    fn what_came_before_a_deed_is_not_listed_on_its_day() {
        let found = sample::mentions("2024-03-20", "The mayor of Oryol spoke on Monday, after troops shelled Kursk.");
        let listed = found.iter().filter(|mention| mention.listed).map(|mention| mention.headline.as_str());
        assert_eq!(listed.collect::<Vec<_>>(), ["The mayor of Oryol spoke on Monday, after troops shelled Kursk"]);
    }

    #[test]
    fn a_clock_without_a_day_tells_no_day() {
        check(
            "2024-03-20",
            "A quake struck Oryol on Monday.\nThe quake was felt in Kursk at 3.10 p.m.",
            &["2024-03-18 Relative *", "2024-03-18 Carried *"],
        );
    }

    #[test]
    fn a_stamp_dates_the_entry_and_not_the_deed() {
        check(
            "2024-03-20",
            "Oryol is old.\n19 March 2024 03.33 Troops have left Oryol.",
            &["2024-03-20 Published", "2024-03-20 Published"],
        );
        check(
            "2024-03-20",
            "Oryol is old.\nTroops left Oryol today. — Kursk (@kursk) March 12, 2024.",
            &["2024-03-20 Published", "2024-03-20 Published"],
        );
    }

    #[test]
    fn a_happening_that_may_be_either_of_two_takes_up_neither() {
        check(
            "2024-03-20",
            "A quake struck Oryol on Monday. A quake had killed ten people in Kursk in 2019.\nThe quake shook the mill of Oryol.",
            &["2024-03-18 Relative *", "2019 Explicit", "2024-03-18 Carried"],
        );
    }

    #[test]
    fn the_hour_of_an_update_dates_no_deed() {
        check(
            "2024-03-20",
            "Oryol is old.\n(Update 1:12 a.m. Monday in Kursk, 6:12 p.m. ET Sunday) Troops have left Oryol.",
            &["2024-03-20 Published", "2024-03-20 Published"],
        );
    }

    #[test]
    fn a_day_without_a_year_behind_an_old_year_is_of_nobody_knows_which() {
        check(
            "2024-03-20",
            "Oryol is old.\nIn 2019 the mayor left Oryol. On 4 January, he opened the bridge of Oryol.",
            &["2024-03-20 Published", "2019 Explicit", "2024-01-04 Relative"],
        );
    }

    #[test]
    fn the_stamp_of_a_comment_dates_no_deed() {
        check(
            "2024-03-20",
            "Oryol is old.\nMarch 12, 2024 09:23 pm | Troops left Oryol.",
            &["2024-03-20 Published", "2024-03-20 Published"],
        );
    }

    #[test]
    fn a_happening_told_for_the_first_time_is_none_told_before() {
        check(
            "2024-03-20",
            "The envoy visited Kursk on Monday.\nThe mayor of Oryol closed a school during the visit.",
            &["2024-03-18 Relative *", "2024-03-18 Event *"],
        );
        check(
            "2024-03-20",
            "The envoy visited Kursk on Monday.\nThe mayor of Oryol closed a school during a visit.",
            &["2024-03-18 Relative *", "2024-03-18 Carried"],
        );
    }

    #[test]
    fn a_heading_is_dated_by_the_story_and_never_listed() {
        check(
            "2024-03-20",
            "Troops leave Oryol\nTroops left Oryol on Monday.",
            &["2024-03-18 Carried", "2024-03-18 Relative *"],
        );
    }

    #[test]
    fn what_only_began_then_did_not_happen_then() {
        check(
            "2024-03-20",
            "Work on the bridge in Oryol, begun two years ago, has stopped.",
            &["2024-03-20 Published"],
        );
        check("2024-03-20", "On Monday a bomb hidden in a car killed a judge in Oryol.", &["2024-03-18 Relative *"]);
        check("2024-03-20", "A statement of Iraq, issued on Monday, praised the plan.", &["2024-03-18 Relative *"]);
    }

    #[test]
    fn what_is_to_come_is_not_in_the_months_gone() {
        check("2022-06-22", "The price in Oryol is expected to hit 200 in October.", &["2022-10 Relative *"]);
        check("2022-06-22", "Troops moved to seize Oryol in March.", &["2022-03 Relative *"]);
    }

    #[test]
    fn without_a_publication_day_nothing_is_made_up() {
        check("", "Troops left Oryol. On December 8 they came back to Oryol.", &["none", "XXXX-12-08 Explicit *"]);
    }
}
