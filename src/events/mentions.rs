//! From the clauses of a sentence to its mentions.
//!
//! A sentence gives one mention for its main clause, with the whole sentence as evidence, and one more for each clause
//! that tells something else: another date, another state, or a happening of its own. A shorter span then says exactly
//! which words it stands on.

use std::borrow::Cow;
use std::ops::Range;

use chrono::NaiveDate;

use super::active::active;
use super::chronology::Chronology;
use super::clause::{Clause, Role, clauses};
use super::confidence::Score;
use super::date::{Discourse, Found};
use super::expression::expressions;
use super::lexicon::Class;
use super::listing::{Case, limit, outdated, verdict};
use super::meant::Before;
use super::memory::{Memory, is_personal};
use super::names::{Name, NameKind, all_names};
use super::part::{DESCRIBES, SAYS_SO, THINKS_SO, complete, is_deed, is_he, is_reduced, is_whose, once};
use super::posted::keep_prose;
use super::speaker::{Speaker, speakers};
use super::state::{against_date, kind, states};
use super::token::Tokens;
use super::verbs::Tense;
use super::within::main_clause;
use super::worded::{is_described, worded};
use super::{Rules, Sentence, headline};
use crate::model::{Article, ArticleIx, Dated, Kind, Mention, ParagraphKind, State};
use crate::timex::Reading;

/// Returns the mentions of an article, by sentence.
pub(super) fn mentions(
    article: &Article,
    ix: ArticleIx,
    sentences: &[Sentence],
    reading: &Reading,
    rules: &Rules,
) -> Vec<Mention> {
    let mut tokens = Tokens::new(&article.text);
    let ranges: Vec<Range<usize>> = sentences
        .iter()
        .map(|sentence| match sentence.kind {
            ParagraphKind::Prose | ParagraphKind::Heading => tokens.cut(sentence.span.clone(), &rules.lexicon),
            _ => tokens.all.len()..tokens.all.len(),
        })
        .collect();
    let prose = |index: usize| sentences[index].kind == ParagraphKind::Prose;
    let named = all_names(&tokens, &ranges, prose, &rules.aliases, &rules.gazetteer);
    let published = article.published.as_ref().and_then(|published| published.date.exact_day());
    let mut expressions = expressions(reading, &article.text, published);
    keep_prose(&mut expressions, sentences, &article.text, published);
    let chronology = Chronology::new(sentences, &expressions, &article.text);
    let mut discourse = Discourse::new(published, &expressions);
    let mut memory = Memory::default();
    // A sentence gives two mentions or three.
    let mut found = Vec::with_capacity(3 * sentences.len());
    for (index, sentence) in sentences.iter().enumerate() {
        if !matches!(sentence.kind, ParagraphKind::Prose | ParagraphKind::Heading) {
            continue;
        }
        let clauses = if prose(index) { clauses(&tokens, ranges[index].clone()) } else { Vec::new() };
        let reader = Reader {
            ix,
            rules,
            tokens: &tokens,
            sentence,
            index,
            range: &ranges[index],
            clauses: &clauses,
            names: &named,
            published,
            chronicle: chronology.day(index).is_some(),
        };
        if clauses.is_empty() {
            let speakers = speakers(&tokens, &ranges[index], &clauses, &named[index], &memory);
            let day = chronology.day(index).cloned().or_else(|| discourse.main_day());
            reader.verbless(day, &speakers, &mut found);
            continue;
        }
        let states = states(&tokens, &clauses);
        let view = super::date::Sentence {
            tokens: &tokens,
            range: &ranges[index],
            clauses: &clauses,
            states: &states,
            names: &named[index],
            index,
            paragraph: sentence.paragraph,
        };
        let mut dates = discourse.date(view, &expressions, &reading.relatives);
        chronology.date(index, main_clause(&clauses), &mut dates);
        let speakers = speakers(&tokens, &ranges[index], &clauses, &named[index], &memory);
        memory.note(&tokens, &ranges[index], &named[index], sayer(&tokens, &clauses, &speakers));
        reader.read(&states, &dates, &speakers, &mut found);
        Before { tokens: &tokens, ranges: &ranges[..=index], names: &named[..=index], memory: &memory }
            .name(&mut found);
    }
    thin_out(&mut found, article.published.is_none(), &chronology, rules);
    found
}

/// Who has said what a sentence tells, by words and not as "he".
fn sayer<'s>(tokens: &Tokens, clauses: &[Clause], speakers: &'s [Speaker]) -> Option<&'s Range<usize>> {
    let alone = |speaker: &&Speaker| speaker.clause.is_some_and(|at| clauses[at].role.stands_alone());
    let says = |speaker: &&Speaker| speaker.says && alone(speaker) && !is_personal(tokens, &speaker.words);
    speakers.iter().rfind(says).map(|speaker| &speaker.words)
}

/// Drops what an article of an unknown day tells of long before the rest, and what is too much. An entry of a chronology
/// stands for an article of its own day.
fn thin_out(found: &mut [Mention], undated: bool, chronology: &Chronology, rules: &Rules) {
    if chronology.has_entries() {
        return;
    }
    if undated {
        outdated(found);
    }
    limit(found, rules.options.per_article);
}

/// One sentence with everything around it.
pub(super) struct Reader<'a> {
    pub ix: ArticleIx,
    pub rules: &'a Rules,
    pub tokens: &'a Tokens<'a>,
    pub sentence: &'a Sentence,
    pub index: usize,
    pub range: &'a Range<usize>,
    pub clauses: &'a [Clause],
    /// Those of the article, by sentence.
    pub names: &'a [Vec<Name>],
    pub published: Option<NaiveDate>,
    /// Whether the sentence is of an entry of a chronology.
    pub chronicle: bool,
}

impl Reader<'_> {
    pub(super) fn names(&self) -> &[Name] {
        &self.names[self.index]
    }

    fn read(&self, states: &[State], dates: &[Option<Found>], speakers: &[Speaker], out: &mut Vec<Mention>) {
        let themes = self.rules.patterns.hits(self.tokens, self.range.clone());
        let Some(main) = main_clause(self.clauses) else { return };
        let state = |at: usize| {
            against_date(
                if self.plans(at, states, dates) { State::Scheduled } else { states[at] },
                self.clauses[at].verb.tense,
                dates[at].as_ref().filter(|found| !found.weak).map(|found| found.dated.date),
                self.published,
            )
        };
        let mut whole = self.mention(main, state(main), dates[main].as_ref(), speakers, true);
        if whole.listed && self.tells_of_another_day(main, dates) {
            whole.listed = false;
            whole.why[0] = "not listed: no date of its own".into();
        }
        let told = if whole.listed { None } else { self.told(main, dates).or_else(|| self.later(main, dates)) };
        let told = told.or_else(|| self.content(main, dates));
        let own = |at: usize| dates[at].as_ref().is_some_and(|found| !found.weak);
        let first = out.len();
        out.push(Mention { themes: themes.clone(), ..whole });
        for at in (0..self.clauses.len()).filter(|at| *at != main) {
            let date = |at: usize| dates[at].as_ref().map(|found| found.dated.date);
            let surer = own(at) && !own(main) && self.clauses[at].verb.tense.is_finite() || told == Some(at);
            let breaks_in = out[first].listed && self.breaks_in(main, at) && !out[first].headline.contains(" when ");
            let differs = surer || breaks_in || state(at) != out[first].state || date(at) != date(main);
            if differs && !self.clauses[at].tokens.is_empty() {
                let part = self.mention(at, state(at), dates[at].as_ref(), speakers, told == Some(at));
                if breaks_in && part.listed {
                    out[first].listed = false;
                    out[first].why[0] = "not listed: what went on when something happened".into();
                }
                out.push(Mention { themes: themes.clone(), ..part });
            }
        }
        once(&mut out[first..]);
        super::themes::share(&mut out[first..]);
        self.attributed(speakers, first, out, |at| Mention {
            date: dates[at].as_ref().map(|found| found.dated.clone()),
            state: state(at),
            verb: Some(self.tokens.all[self.clauses[at].verb.head].span()),
            why: dates[at].iter().map(|found| found.why.clone()).collect(),
            ..self.blank()
        });
    }

    /// "The ship was leaving on Monday | when a bomb exploded": whether the clause `at` is what happened while that of the
    /// sentence went on.
    fn breaks_in(&self, main: usize, at: usize) -> bool {
        let (first, last) = (&self.clauses[main].verb, &self.clauses[at]);
        let went_on = first.tense == Tense::PastProgressive
            || first.tense == Tense::PastPerfect && self.tokens.word(first.head).is(Class::Be);
        went_on
            && last.verb.tense == Tense::Past
            && self.tokens.folded(last.tokens.start) == "when"
            && !self.tokens.word(last.tokens.start + 1).is(Class::Subject)
            && at > main
            && self.clauses[main + 1..at].iter().all(|between| between.role == Role::Participle)
    }

    /// "Plans | to vote later this month": what goes on is told for what is to come.
    fn plans(&self, at: usize, states: &[State], dates: &[Option<Found>]) -> bool {
        let next = self.clauses.get(at + 1).filter(|next| next.role == Role::Infinitive && next.parent == Some(at));
        let ahead = next.is_some() && states[at] == State::Ongoing && states[at + 1] == State::Scheduled;
        let date = dates[at].as_ref().filter(|found| ahead && !found.weak);
        if date.is_none_or(|found| self.has_words(at + 1, Some(found)).is_none()) {
            return false;
        }
        let head = self.tokens.folded(self.clauses[at].verb.head);
        let stem = head.strip_suffix('s').or_else(|| head.strip_suffix("ing")).unwrap_or(head);
        matches!(stem, "plan" | "plann" | "intend" | "aim" | "hope" | "hop" | "expect" | "prepare" | "prepar")
    }

    /// Adds who says or thinks what, each on the words of saying, where no event names them: a sentence that is not
    /// listed has its speakers there and nowhere else.
    fn attributed(&self, speakers: &[Speaker], first: usize, out: &mut Vec<Mention>, of: impl Fn(usize) -> Mention) {
        let main = main_clause(self.clauses).unwrap_or(0);
        for mention in out[first..].iter_mut().filter(|mention| !mention.listed) {
            mention.speaker = None;
        }
        for speaker in speakers.iter().filter(|speaker| !speaker.cue.is_empty()) {
            let span = self.tokens.span(speaker.cue.clone());
            let named = |mention: &Mention| mention.speaker.as_ref() == Some(&speaker.text) && mention.listed;
            if out[first..].iter().any(named) {
                continue;
            }
            let reason = if speaker.says { SAYS_SO } else { THINKS_SO };
            let told = of(speaker.clause.unwrap_or(main));
            let why = std::iter::once(reason.into()).chain(told.why.clone()).collect();
            out.push(Mention { span, why, speaker: Some(speaker.text.clone()), ..told });
        }
    }

    /// A heading, or a sentence without a verb: never listed, and dated by what the article is about.
    fn verbless(&self, date: Option<Dated>, speakers: &[Speaker], out: &mut Vec<Mention>) {
        let heading = self.sentence.kind == ParagraphKind::Heading;
        let why = if heading { "not listed: a heading" } else { "not listed: no verb" };
        let themes = self.rules.patterns.hits(self.tokens, self.range.clone());
        let first = out.len();
        out.push(Mention { date: date.clone(), themes, why: vec![why.into()], ..self.blank() });
        self.attributed(speakers, first, out, |_| Mention { date: date.clone(), ..self.blank() });
    }

    /// A mention of a sentence without anything to say about it.
    fn blank(&self) -> Mention {
        Mention {
            article: self.ix,
            paragraph: self.sentence.paragraph,
            sentence: self.index as u32,
            span: self.sentence.span.clone(),
            date: None,
            state: State::Ongoing,
            kind: Kind::Background,
            listed: false,
            why: Vec::new(),
            headline: String::new(),
            verb: None,
            speaker: None,
            who: Vec::new(),
            places: Vec::new(),
            themes: Vec::new(),
            confidence: crate::model::Confidence::Low,
            points: Vec::new(),
        }
    }

    fn mention(&self, at: usize, state: State, date: Option<&Found>, speakers: &[Speaker], whole: bool) -> Mention {
        let clause = &self.clauses[at];
        let range = if whole { self.range.clone() } else { clause.tokens.clone() };
        let (who, places, own) = self.named(at, &range, whole);
        let named = !who.is_empty() || !places.is_empty();
        let case = Case {
            tokens: self.tokens,
            sentence: self.range,
            clause,
            state,
            date,
            named,
            published: self.published,
            chronicle: self.chronicle,
        };
        let verdict = match verdict(&case) {
            _ if self.is_denied(at) => Err("not listed: somebody denies it"),
            Ok(reason) if !whole => self.stands(at, date, own).map_or(Ok(reason), Err),
            verdict => verdict,
        };
        let (listed, reason) = match verdict {
            Ok(reason) => (true, reason),
            Err(reason) => (false, reason),
        };
        let mut why = vec![Cow::Borrowed(reason)];
        why.extend(date.map(|found| found.why.clone()));
        let speaker = self.speaker(at, speakers, whole);
        let kind = kind(self.tokens, self.clauses, at, state);
        let dated = date.map(|found| found.dated.clone());
        let points = &self.rules.options.points;
        let score = Score::of_report(points, dated.as_ref(), speaker, kind, listed);
        let day = dated.as_ref().and_then(|dated| dated.words.clone());
        let headline = match listed {
            true => {
                let second = if whole { None } else { self.second(at, date) };
                second.unwrap_or_else(|| self.headline(at, day, self.attribution_tail(at, speakers, &range), whole))
            }
            false => headline::beginning(self.tokens, range.clone()),
        };
        Mention {
            span: if whole { self.sentence.span.clone() } else { self.tokens.span(range.clone()) },
            date: dated,
            state,
            kind,
            listed,
            why,
            headline,
            verb: Some(self.tokens.all[clause.verb.head].span()),
            // Who says what is not listed stands on the words of saying.
            speaker: speaker.filter(|_| listed).map(str::to_owned),
            who,
            places,
            confidence: score.level(points),
            points: score.grounds,
            ..self.blank()
        }
    }

    /// Who and where the words in `range` tell of, else those of the sentence, and whether they name somebody by themselves.
    fn named(&self, at: usize, range: &Range<usize>, whole: bool) -> (Vec<String>, Vec<String>, bool) {
        let (mut who, places) = self.actors(range);
        let own = !who.is_empty() || !places.is_empty();
        // "Karim was shot on Monday | and died on Tuesday".
        if let Some(subject) = self.first_subject(at).filter(|_| !whole) {
            who.splice(0..0, self.actors(&subject).0);
            who.dedup();
        }
        if !who.is_empty() || !places.is_empty() {
            return (who, places, own);
        }
        let (who, places) = self.actors(self.range);
        (who, places, own)
    }

    /// Why a part of the sentence is no happening of its own, or `None` where it is; `own` says whether it names somebody.
    fn stands(&self, at: usize, date: Option<&Found>, own: bool) -> Option<&'static str> {
        let (tokens, clause, names) = (self.tokens, &self.clauses[at], self.names());
        let bare = is_reduced(tokens, clause) && !is_described(tokens, self.clauses, self.range.start, clause);
        let nobody = !own && !is_he(tokens, names, clause) && !is_whose(tokens, names, clause);
        match () {
            () if self.second(at, date).is_some() => None,
            () if bare || !is_deed(tokens, self.clauses, at, date) => Some(DESCRIBES),
            () if nobody => Some("not listed: it names nobody"),
            () => complete(tokens, clause, self.clauses.get(at + 1)),
        }
    }

    /// The headline of the sentence or of the part that the clause `at` carries.
    fn headline(&self, at: usize, day: Option<Range<usize>>, tail: Option<usize>, whole: bool) -> String {
        let source = headline::Source { tokens: self.tokens, clauses: self.clauses, names: self.names, day };
        if whole {
            return headline::headline(&source, self.range.clone(), tail, Some(at));
        }
        let (words, by) = worded(self.tokens, self.clauses, self.range.start, at);
        let told = active(self.tokens, words.start, &self.clauses[at], words.end);
        told.unwrap_or_else(|| headline::headline(&source, words, tail, Some(by)))
    }

    /// People and bodies, and places, of the words in `range`; the whole sentence's where the clause names none.
    pub(super) fn actors(&self, range: &Range<usize>) -> (Vec<String>, Vec<String>) {
        let (mut who, mut places) = (Vec::new(), Vec::new());
        for name in self.names().iter().filter(|name| range.contains(&name.tokens.start)) {
            let before = self.tokens.word(name.tokens.start.saturating_sub(1));
            let is_place = match name.kind {
                NameKind::Place => true,
                NameKind::Country => name.tokens.start > self.range.start && before.is(Class::Preposition),
                _ => false,
            };
            let list = if is_place { &mut places } else { &mut who };
            if !list.contains(&name.full) {
                list.push(name.full.clone());
            }
        }
        (who, places)
    }
}
