//! Which date a clause has: its own expression, one told by another event, or the date the text is talking about.
//!
//! A clause owns the expressions among its words. A main clause without one takes that of the participle or infinitive
//! tied to it ("Speaking on December 7, the envoy said"). "On the eve of the visit" is worked out from the visit, found
//! backwards in the article by its kind and place. What is left inherits the date the discourse stands at, and says so.
//! Where nothing is known nothing is made up: the publication date stands in only for clauses that are not listed.

use std::ops::Range;

use chrono::NaiveDate;

use super::clause::{Clause, Role};
use super::expression::{Expression, bound, shifted};
use super::happening::{Happening, latest, sort_of};
use super::lexicon::Class;
use super::names::{Name, NameKind};
use super::opening::opening_relative;
use super::token::Tokens;
use crate::model::{Bound, DateBasis, Dated, Edtf, State};
use crate::timex::Relative;

/// What has been dated so far: the day the text is talking about, and the happenings later sentences may point at.
#[derive(Debug, Default)]
pub(super) struct Discourse {
    published: Option<NaiveDate>,
    current: Option<Current>,
    /// The first day the article names near its publication: what it is about.
    story: Option<Dated>,
    /// Sentences with a verb, this one included.
    sentences_seen: usize,
    happenings: Vec<Happening>,
}

#[derive(Clone, Debug)]
struct Current {
    dated: Dated,
    sentence: usize,
    paragraph: u32,
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
    pub why: String,
    /// Inherited over a paragraph border or from publication only: too weak to list an event by.
    pub weak: bool,
}

impl Discourse {
    pub fn new(published: Option<NaiveDate>, expressions: &[Expression]) -> Self {
        let near = |expression: &&Expression| {
            let day = expression.dated.date.exact_day();
            published.zip(day).is_some_and(|(published, day)| (0..=STORY_DAYS).contains(&(published - day).num_days()))
        };
        let story = expressions.iter().find(near).map(|expression| expression.dated.clone());
        Self { published, story, ..Self::default() }
    }

    /// Returns the date of each clause of a sentence, and moves the discourse on.
    pub fn date(
        &mut self,
        sentence: Sentence,
        expressions: &[Expression],
        relatives: &[Relative],
    ) -> Vec<Option<Found>> {
        self.sentences_seen += 1;
        let own = own_dates(&sentence, expressions, self.published);
        let opening = opening_relative(sentence.tokens, sentence.range);
        let told = self.told_by_event(&sentence, relatives, opening);
        let mut found: Vec<Option<Found>> = own;
        for (clause, dated) in told {
            if found[clause].is_none() {
                found[clause] = Some(dated);
            }
        }
        share(&sentence, &mut found);
        if let Some(main) = main_clause(sentence.clauses).filter(|main| found[*main].is_none()) {
            found[main] = self
                .earlier(&sentence)
                .or_else(|| self.taken_up(&sentence))
                .or_else(|| self.told_again(&sentence, main));
        }
        self.remember(&sentence, &found);
        for at in 0..found.len() {
            let told = found[at].take();
            found[at] = told.or_else(|| of_parent(&sentence, &found, at)).or_else(|| self.inherited(&sentence, at));
        }
        found
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
                let clause = clause_of(sentence, relative.span.start)?;
                let event = self.find(sentence, &relative.event)?;
                let date = shifted(event.date, relative, self.published)?;
                let words = &sentence.tokens.text[relative.span.clone()];
                let dated = Dated {
                    date,
                    basis: DateBasis::Event,
                    words: Some(relative.span.clone()),
                    timex: None,
                    rule: "event-relative".to_owned(),
                };
                Some((
                    clause,
                    Found {
                        dated, why: format!("date: “{words}”, worked out from an event told before"), weak: false
                    },
                ))
            })
            .collect()
    }

    /// The latest happening that the words in `span` can mean.
    fn find(&self, sentence: &Sentence, span: &Range<usize>) -> Option<&Happening> {
        let tokens = sentence.tokens;
        let inside =
            |at: &usize| span.start <= tokens.all[*at].start as usize && tokens.all[*at].end as usize <= span.end;
        let sort = sentence.range.clone().filter(inside).filter_map(|at| sort_of(tokens.folded(at))).next_back()?;
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
            .filter(|at| sort_of(tokens.folded(*at)).is_some())
            .last()?;
        let sort = sort_of(tokens.folded(head))?;
        let places: Vec<&str> = sentence
            .names
            .iter()
            .filter(|name| name.tokens.start < limit && name.tokens.start >= start)
            .map(|name| name.full.as_str())
            .collect();
        let just_now = matches!(tokens.folded(start), "that" | "this" | "those" | "these");
        let upcoming = (start..head).any(|at| matches!(tokens.folded(at), "upcoming" | "coming" | "planned"));
        let event = latest(&self.happenings, sort, &places, upcoming.then_some(State::Scheduled), just_now)?;
        let date = event.date?;
        let dated =
            Dated { date, basis: DateBasis::Carried, words: None, timex: None, rule: "same happening".to_owned() };
        let words = tokens.slice(start..head + 1);
        // "The London talks follow three days of negotiations": the sentence tells what was before.
        let follows = matches!(tokens.folded(sentence.clauses[main].verb.head), "follow" | "follows" | "followed");
        let dated = if follows {
            Dated {
                date: Edtf::Between(Bound::Open, bound(date, true)?),
                basis: DateBasis::Event,
                rule: "follows".to_owned(),
                ..dated
            }
        } else {
            dated
        };
        Some(Found { dated, why: format!("date: “{words}” takes up a happening dated before"), weak: false })
    }

    /// The date of a happening told again with the same verb and place: "due to arrive in London … is to meet in London".
    fn told_again(&self, sentence: &Sentence, main: usize) -> Option<Found> {
        let clause = &sentence.clauses[main];
        let sort = sort_of(sentence.tokens.folded(clause.verb.head))?;
        let state = sentence.states[main];
        let shared = |happening: &Happening| {
            let names = sentence.names.iter().filter(|name| happening.names.contains(&name.full));
            names.map(|name| if name.kind == NameKind::Place { 2 } else { 1 }).sum::<i32>()
        };
        let event = self.happenings.iter().rev().find(|happening| {
            let sides = happening.state == state || (happening.state == State::Scheduled && state == State::Past);
            happening.date.is_some() && happening.sort.is_like(sort) && sides && shared(happening) >= 2
        })?;
        let dated = Dated {
            date: event.date?,
            basis: DateBasis::Carried,
            words: None,
            timex: None,
            rule: "same happening".to_owned(),
        };
        Some(Found { dated, why: "date: the same happening was dated before".to_owned(), weak: false })
    }

    /// "Earlier, the mayor said …": some time before what was just told.
    fn earlier(&self, sentence: &Sentence) -> Option<Found> {
        let tokens = sentence.tokens;
        let first = sentence.range.start;
        if tokens.folded(first) != "earlier" || tokens.folded(first + 1) != "," {
            return None;
        }
        let date = Edtf::Between(Bound::Open, bound(self.current.as_ref()?.dated.date, true)?);
        let dated = Dated {
            date,
            basis: DateBasis::Event,
            words: Some(tokens.all[first].span()),
            timex: None,
            rule: "earlier".to_owned(),
        };
        Some(Found { dated, why: "date: “Earlier”, before what was told last".to_owned(), weak: false })
    }

    fn remember(&mut self, sentence: &Sentence, found: &[Option<Found>]) {
        for (at, clause) in sentence.clauses.iter().enumerate() {
            let date = found[at].as_ref().map(|found| found.dated.date);
            if let (Some(found), true) = (&found[at], clause.role.stands_alone()) {
                self.current = Some(Current {
                    dated: found.dated.clone(),
                    sentence: sentence.index,
                    paragraph: sentence.paragraph,
                });
            }
            for word in clause.tokens.clone() {
                let Some(sort) = sort_of(sentence.tokens.folded(word)) else { continue };
                let places = sentence.names.iter().map(|name| name.full.clone()).collect();
                self.happenings.push(Happening { sort, names: places, date, state: sentence.states[at] });
            }
        }
        let keep = self.happenings.len().saturating_sub(MEMORY);
        self.happenings.drain(..keep);
    }

    /// The date the discourse stands at, or the publication date, for a clause that has none of its own.
    fn inherited(&self, sentence: &Sentence, at: usize) -> Option<Found> {
        let state = sentence.states[at];
        if let Some(current) = self.current.as_ref().filter(|current| carries(current, sentence, state, self.published))
        {
            let dated =
                Dated { basis: DateBasis::Carried, rule: "previous sentence".to_owned(), ..current.dated.clone() };
            let near = current.paragraph == sentence.paragraph && sentence.index <= current.sentence + 1;
            return Some(Found { dated, why: "date: inherited from the sentences before".to_owned(), weak: !near });
        }
        if let Some(story) = self.story.as_ref().filter(|_| state == State::Past && self.sentences_seen > 1) {
            let dated = Dated { basis: DateBasis::Carried, rule: "story".to_owned(), ..story.clone() };
            return Some(Found { dated, why: "date: inherited from what the article is about".to_owned(), weak: true });
        }
        let published = self.published?;
        let dated = Dated {
            date: published.into(),
            basis: DateBasis::Published,
            words: None,
            timex: None,
            rule: "published".to_owned(),
        };
        // The opening of an article tells the news of its day.
        let lead = self.sentences_seen == 1 && sentence.clauses[at].role.stands_alone();
        Some(Found { dated, why: "date: none in the text; the day of publication stands in".to_owned(), weak: !lead })
    }
}

/// News tells what happened within so many days.
const STORY_DAYS: i64 = 3;

/// How many happenings are kept; news takes up what was told lately.
const MEMORY: usize = 200;

fn carries(current: &Current, sentence: &Sentence, state: State, published: Option<NaiveDate>) -> bool {
    let date = current.dated.date;
    let exact = date.exact_day().is_some() || current.sentence == sentence.index;
    let to_come = published.zip(date.first_day()).is_some_and(|(published, first)| first > published);
    let right_side = match state {
        State::Past => !to_come,
        State::Scheduled | State::Hypothetical => to_come,
        State::Ongoing => false,
    };
    exact && right_side
}

/// What is tied to a clause happens, as far as anybody can tell, on its day; too weak to list by.
fn of_parent(sentence: &Sentence, found: &[Option<Found>], at: usize) -> Option<Found> {
    let clause = &sentence.clauses[at];
    let tied = matches!(clause.role, Role::Infinitive | Role::Participle | Role::Content | Role::Relative);
    let parent = found[clause.parent.filter(|parent| tied && *parent < at)?].as_ref()?;
    let past = sentence.states[clause.parent?] == State::Past;
    past.then(|| Found {
        weak: true,
        dated: Dated { basis: DateBasis::Carried, ..parent.dated.clone() },
        why: "date: that of the clause it hangs on".to_owned(),
    })
}

/// The clause that carries the sentence: the first that stands alone, else the first.
pub(super) fn main_clause(clauses: &[Clause]) -> Option<usize> {
    let finite = |clause: &Clause| clause.role.stands_alone() && clause.verb.tense.is_finite();
    clauses.iter().position(finite).or_else(|| (!clauses.is_empty()).then_some(0))
}

fn clause_of(sentence: &Sentence, byte: usize) -> Option<usize> {
    let tokens = sentence.tokens;
    sentence
        .clauses
        .iter()
        .position(|clause| !clause.tokens.is_empty() && tokens.span(clause.tokens.clone()).end > byte)
}

fn own_dates(sentence: &Sentence, expressions: &[Expression], published: Option<NaiveDate>) -> Vec<Option<Found>> {
    let mut found: Vec<Option<Found>> = vec![None; sentence.clauses.len()];
    let span = sentence.tokens.span(sentence.range.clone());
    let first = expressions.partition_point(|expression| expression.span.start < span.start);
    for expression in expressions[first..].iter().take_while(|expression| expression.span.end <= span.end) {
        let Some(clause) = clause_of(sentence, expression.span.start) else { continue };
        if expression.since {
            continue;
        }
        let better = found[clause].as_ref().is_none_or(|before| {
            before.dated.date.exact_day().is_none() && expression.dated.date.exact_day().is_some()
        });
        if better {
            let words = &sentence.tokens.text[expression.span.clone()];
            let how = if expression.dated.basis == DateBasis::Relative { "worked out from" } else { "read from" };
            found[clause] = Some(Found {
                dated: expression.on_side(sentence.states[clause] == State::Past, published),
                why: format!("date: {how} “{words}”"),
                weak: false,
            });
        }
    }
    found
}

/// Shares dates inside a sentence: a main clause and what is tied to it happen together.
fn share(sentence: &Sentence, found: &mut [Option<Found>]) {
    for at in 0..found.len() {
        if found[at].is_some() {
            continue;
        }
        let clause = &sentence.clauses[at];
        let parent = clause.parent.filter(|_| {
            matches!(
                clause.role,
                Role::Coordinate
                    | Role::Participle
                    | Role::Infinitive
                    | Role::Relative
                    | Role::Adverbial
                    | Role::Content
            )
        });
        let same = |other: usize| sentence.states[other] == sentence.states[at];
        let from = parent.filter(|parent| found[*parent].is_some() && same(*parent) && clause.role != Role::Relative);
        let tied = sentence
            .clauses
            .get(at + 1)
            .filter(|next| {
                let reduced = next.role == Role::Participle && next.verb.passive;
                matches!(next.role, Role::Participle | Role::Infinitive) && !reduced && next.parent == Some(at)
            })
            .map(|_| at + 1);
        let before = at.checked_sub(1).filter(|before| {
            matches!(sentence.clauses[*before].role, Role::Participle | Role::Adverbial) && clause.role.stands_alone()
        });
        let source = from.or(before.filter(|at| found[*at].is_some())).or(tied.filter(|at| found[*at].is_some()));
        found[at] = source.and_then(|source| found[source].clone());
    }
}
