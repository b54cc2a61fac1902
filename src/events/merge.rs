//! Which mentions report the same happening.
//!
//! Candidates share a telling word and stand within the window of days; nothing else is compared, so the work grows with
//! the number of mentions and not with its square. A pair must agree in date, share a name, and be alike in wording and
//! story; vetoes speak against it. Pairs are joined best first, and two groups only where their members are alike on
//! average: one bridge does not make two events one. Better none than a loose one: what two articles on one war have in
//! common is not yet an event.
//!
//! Mentions are joined twice: the listed ones alone into events, and all of them into stories, headings and sentences
//! without names among them. So a sentence that goes with two happenings of one day never makes them one, and nothing is
//! dropped: what an event takes from its story is for `report`.

use std::collections::BTreeMap;

use super::event::{event, order};
use super::glance::Glance;
use super::groups::Groups;
use super::lexicon::{Class, Lexicon};
use super::likeness::{KEYS, Likeness};
use super::near::{Posted, Steps};
use super::report::{self, Group};
use super::{Rules, veto};
use crate::model::{Article, Event, Kind, Mention, State};
use crate::text;

/// Joins the listed mentions into events: by date (undated last), then by id.
pub fn merge(mentions: &[Mention], articles: &[Article], rules: &Rules) -> Vec<Event> {
    let groups = if rules.options.merge { groups(mentions, articles, rules) } else { alone(mentions) };
    let mut taken: BTreeMap<u64, u64> = BTreeMap::new();
    let mut events = Vec::with_capacity(groups.len());
    for group in groups {
        let best = &mentions[group.reports[0]];
        let base = text::fingerprint(&articles[best.article.0].text[best.span.clone()]);
        let again = taken.entry(base).or_insert(0);
        let fingerprint = base.wrapping_add(*again);
        *again += 1;
        events.push(event(&group, mentions, articles, &rules.options.points, fingerprint));
    }
    events.sort_by_cached_key(|event| {
        let (undated, day, id) = order(event);
        (undated, day, id.clone())
    });
    events
}

fn alone(mentions: &[Mention]) -> Vec<Group> {
    let listed = (0..mentions.len()).filter(|at| mentions[*at].listed);
    listed.map(|at| Group { reports: vec![at], ..Group::default() }).collect()
}

fn groups(mentions: &[Mention], articles: &[Article], rules: &Rules) -> Vec<Group> {
    let mut judge = Judge::new(mentions, articles, rules);
    let events = judge.joined();
    judge.of_events = false;
    let stories = judge.joined();
    judge.of_events = true;
    report::groups(events, &stories, &judge)
}

/// Two mentions that could be one event; the first stands before the second.
#[derive(Clone, Copy, Debug)]
struct Pair {
    a: u32,
    b: u32,
    score: f64,
}

impl Pair {
    /// What pairs are sorted by: the likest first, then in the order of the mentions. No score is negative, so that the bits
    /// of two have the order of the two.
    fn order(&self) -> u128 {
        u128::from(!self.score.to_bits()) << 64 | u128::from(self.a) << 32 | u128::from(self.b)
    }
}

/// How alike the words of two mentions are, 0 to 1.
#[derive(Clone, Copy, Debug)]
struct Alike {
    sentence: f64,
    /// By the articles they stand in.
    story: f64,
}

pub(super) struct Judge<'a> {
    pub mentions: &'a [Mention],
    articles: &'a [Article],
    lexicon: &'a Lexicon,
    pub likeness: Likeness,
    pub glances: Vec<Glance>,
    pub numbers: Vec<Vec<&'a str>>,
    threshold: f64,
    /// Whether events are made, of what is listed; else stories, of all that is told.
    of_events: bool,
}

/// So many listed mentions before it are looked at where an article takes a happening up again.
const BEFORE: usize = 40;
/// So many telling words a mention needs that is not listed: a fragment says nothing of its own.
const TELLING: usize = 4;
/// So many members of a group are asked when it grows.
const ASKED: usize = 6;

impl<'a> Judge<'a> {
    pub fn new(mentions: &'a [Mention], articles: &'a [Article], rules: &'a Rules) -> Self {
        let glance = |mention| Glance::of(mention, articles, rules.options.window_days);
        let glances: Vec<Glance> = mentions.iter().map(glance).collect();
        Self {
            mentions,
            articles,
            lexicon: &rules.lexicon,
            likeness: Likeness::new(&glances, articles, rules),
            numbers: glances
                .iter()
                .zip(mentions)
                .map(|(glance, mention)| veto::numbers(glance, mention, articles))
                .collect(),
            glances,
            threshold: rules.options.merge_threshold,
            of_events: true,
        }
    }

    /// Joins what takes part, pair by pair, best first.
    fn joined(&self) -> Vec<Vec<usize>> {
        let taking: Vec<usize> = (0..self.mentions.len()).filter(|at| self.takes_part(*at)).collect();
        let mut pairs = self.pairs(&taking);
        pairs.sort_unstable_by_key(Pair::order);
        let listed = taking.into_iter().filter(|at| self.glances[*at].is_listed);
        let paired = pairs.iter().flat_map(|pair| [pair.a as usize, pair.b as usize]);
        let mut groups = Groups::new(self.mentions.len(), listed.chain(paired));
        for pair in pairs {
            self.join(&mut groups, &pair);
        }
        groups.members.retain(|group| !group.is_empty());
        groups.members
    }

    /// All pairs of `taking` that could be one event: those that stand near each other in time and share a rare word, and
    /// what an article takes up again. A story without a listed mention is of no use, so the neighbours of a mention are
    /// looked at once it is listed or goes with one that was looked at.
    fn pairs(&self, taking: &[usize]) -> Vec<Pair> {
        let mut by_day: Vec<u64> = taking.iter().map(|at| self.glances[*at].last_day() << 32 | *at as u64).collect();
        by_day.sort_unstable_by_key(|day_and_place| !day_and_place);
        let by_day: Vec<u32> = by_day.into_iter().map(|day_and_place| day_and_place as u32).collect();
        let posted = Posted::new(self.likeness.words, by_day.iter().map(|at| self.keys(*at as usize)));
        let mut steps = Steps::new(self.mentions.len(), &by_day);
        let mut todo: Vec<u32> = by_day.iter().copied().filter(|at| self.glances[*at as usize].is_listed).collect();
        let (mut near, mut pairs) = (Vec::new(), Vec::new());
        while let Some(at) = todo.pop() {
            if !steps.take(at) {
                continue;
            }
            near.clear();
            for word in self.keys(at as usize) {
                let around = posted.around(word, steps.places[at as usize]).iter().map(|place| by_day[*place as usize]);
                near.extend(around.filter(|other| !steps.taken[*other as usize]));
            }
            self.taken_up(at as usize, &mut near);
            near.retain(|other| steps.meets(at, *other) && self.dates_agree(at as usize, *other as usize));
            let known = pairs.len();
            self.judge(at as usize, &near, &mut pairs);
            todo.extend(pairs[known..].iter().map(|pair: &Pair| if pair.a == at { pair.b } else { pair.a }));
        }
        pairs
    }

    /// The rarest words of a mention: by them others are found.
    fn keys(&self, at: usize) -> impl Iterator<Item = u32> {
        self.likeness.mention(at).iter().take(KEYS).map(|(word, _)| *word)
    }

    /// A happening that its article takes up again is compared with the mentions of its date before it.
    fn taken_up(&self, at: usize, near: &mut Vec<u32>) {
        if !self.glances[at].is_listed || !self.glances[at].is_taken_up {
            return;
        }
        let article = self.glances[at].article;
        let before = (0..at).rev().take_while(|other| self.glances[*other].article == article);
        let before = before.filter(|other| self.glances[*other].is_listed).take(BEFORE);
        let same = |other: &usize| self.same_date(at, *other);
        near.extend(before.filter(same).map(|other| other as u32));
    }

    /// Listed mentions, and in stories unlisted ones that say enough of what has happened.
    fn takes_part(&self, at: usize) -> bool {
        self.glances[at].is_listed || !self.of_events && self.likeness.mention(at).len() >= TELLING
    }

    /// Adds the pairs of a mention with those near it that are alike enough; what most pairs fail by is asked first.
    fn judge(&self, at: usize, near: &[u32], pairs: &mut Vec<Pair>) {
        for other in near.iter().map(|other| *other as usize) {
            let (a, b) = (at.min(other), at.max(other));
            if self.at_a_glance(a, b).is_some() {
                continue;
            }
            let sentence = self.likeness.of_sentences(at, other);
            if self.are_events(a, b) && sentence < WORDING && self.glances[a].article != self.glances[b].article {
                continue;
            }
            let alike = Alike { sentence, story: self.story(a, b) };
            if !self.plainly(a, b, alike) {
                continue;
            }
            let score = self.scored(a, b, alike);
            // The same people in the same town do many things on one day.
            let names_alone = || self.are_events(a, b) && self.likeness.common(a, b).words == 0;
            let alike = score >= self.threshold && score >= self.asked(a, b);
            if alike && self.contradiction(a, b).is_none() && !names_alone() {
                pairs.push(Pair { a: a as u32, b: b as u32, score });
            }
        }
    }

    /// Whether two happenings are to be one event: more is asked of them than of what goes with a story.
    pub fn are_events(&self, a: usize, b: usize) -> bool {
        self.of_events && self.glances[a].is_listed && self.glances[b].is_listed
    }

    /// Whether a sentence tells so plainly of the same as another that both are of one story.
    fn plainly(&self, a: usize, b: usize, Alike { sentence, story }: Alike) -> bool {
        self.are_events(a, b) || sentence >= COPIED || story >= ONE_STORY && sentence + story >= TOLD
    }

    fn story(&self, a: usize, b: usize) -> f64 {
        self.likeness.of_stories(self.glances[a].article, self.glances[b].article)
    }

    /// How alike two mentions must be: more where they share no name.
    pub fn asked(&self, a: usize, b: usize) -> f64 {
        self.threshold + if self.shared(a, b).is_some() { 0.0 } else { NO_NAME }
    }

    /// The first name that both have.
    pub fn shared(&self, a: usize, b: usize) -> Option<&String> {
        let (first, second) = (&self.mentions[a], &self.mentions[b]);
        let mut names = first.who.iter().chain(&first.places);
        names.find(|name| second.who.contains(name) || second.places.contains(name))
    }

    /// How alike two mentions are, 0 to 1.
    pub fn score(&self, a: usize, b: usize) -> f64 {
        self.scored(a, b, Alike { sentence: self.likeness.of_sentences(a, b), story: self.story(a, b) })
    }

    fn scored(&self, a: usize, b: usize, Alike { sentence, story }: Alike) -> f64 {
        let (first, second) = (self.glances[a].article, self.glances[b].article);
        if first == second {
            let is_one = self.again(a, b) || self.are_one_deed(a, b);
            return if is_one { 0.5 + sentence / 2.0 } else { sentence * SAME_ARTICLE };
        }
        let both = sentence + story;
        let too_unlike = match self.are_events(a, b) {
            true => sentence < self.wording(a, b),
            false => sentence < WORDING && story < STORY,
        };
        if too_unlike {
            return 0.0;
        }
        // Of two copies of one article every sentence is of the same story, so only the wording tells them apart.
        if sentence < COPIED && self.likeness.are_copies(first, second, story) {
            return 0.0;
        }
        both / (both + HALFWAY)
    }

    /// How alike the sentences of two listed happenings must be: articles on one story tell many events of the same days.
    pub fn wording(&self, a: usize, b: usize) -> f64 {
        let (first, second) = (&self.mentions[a], &self.mentions[b]);
        let says = |mention: &Mention| matches!(mention.kind, Kind::Statement | Kind::Claim);
        let goes_on = |mention: &Mention| mention.state == State::Ongoing;
        let ahead = |mention: &Mention| mention.state == State::Scheduled;
        // Who speaks says many things; two banks raise rates in the same words; what goes on or lies ahead is not done.
        let speaks_against = self.other_day(a, b)
            || self.shared(a, b).is_none()
            || says(first) && says(second)
            || goes_on(first) != goes_on(second)
            || ahead(first) != ahead(second);
        match () {
            () if speaks_against => LIKE_WORDING,
            () if !self.same_date(a, b) && !veto::do_the_same([first, second], self.texts(a, b)) => OTHER_DATE,
            () => WORDING,
        }
    }

    pub fn same_date(&self, a: usize, b: usize) -> bool {
        let dates = self.mentions[a].date.as_ref().zip(self.mentions[b].date.as_ref());
        dates.is_some_and(|(a, b)| a.date == b.date)
    }

    /// Whether one article takes a happening up again.
    pub fn again(&self, a: usize, b: usize) -> bool {
        let (first, second) = (&self.glances[a], &self.glances[b]);
        first.article == second.article && (first.is_taken_up || second.is_taken_up) && self.same_date(a, b)
    }

    /// Whether one article tells one deed of one date twice: "shot dead on Monday … the shooting that day" is told under one
    /// verb, and more than names are the same.
    fn are_one_deed(&self, a: usize, b: usize) -> bool {
        let deed = |at: usize| {
            let word = text::fold(&self.text(&self.mentions[at])[self.mentions[at].verb.clone()?]);
            let says_little =
                [Class::Attitude, Class::Saying, Class::State, Class::Be, Class::Have, Class::Do, Class::Stop];
            (!self.lexicon.word(&word).any(&says_little)).then(|| self.lexicon.base(&word).to_owned())
        };
        self.are_events(a, b)
            && self.same_date(a, b)
            && deed(a).is_some_and(|first| deed(b) == Some(first))
            && self.likeness.common(a, b).is_more_than_names()
    }

    pub fn texts(&self, a: usize, b: usize) -> [&str; 2] {
        [self.text(&self.mentions[a]), self.text(&self.mentions[b])]
    }

    fn text(&self, mention: &Mention) -> &str {
        &self.articles[mention.article.0].text
    }

    /// Joins the groups of a pair where their members are alike on average.
    fn join(&self, groups: &mut Groups, pair: &Pair) {
        let (a, b) = (groups.of[pair.a as usize], groups.of[pair.b as usize]);
        if a == b {
            return;
        }
        let asked = [a, b].map(|group| groups.members[group].len().min(ASKED));
        // Two that stand alone are judged already.
        let alone = pair.score > 0.0 && asked == [1, 1];
        if alone || groups.parted.get(&(a, b)) != Some(&asked) && self.alike(&groups.members[a], &groups.members[b]) {
            groups.join(a, b);
        } else {
            groups.parted.insert((a, b), asked);
        }
    }

    fn alike(&self, a: &[usize], b: &[usize]) -> bool {
        let mut sum = 0.0;
        let mut count = 0.0;
        for x in a.iter().take(ASKED) {
            for y in b.iter().take(ASKED) {
                if self.veto(*x, *y).is_some() {
                    return false;
                }
                let score = self.score(*x, *y);
                // Two happenings that share but names are two, whoever stands between them.
                let share = || self.likeness.common(*x, *y).besides_names >= HARDLY;
                if score == 0.0 && self.are_events(*x, *y) && !share() {
                    return false;
                }
                sum += score;
                count += 1.0;
            }
        }
        sum >= self.threshold * AVERAGE * count
    }
}

/// What two happenings need in common besides names, if others are to join them.
const HARDLY: f64 = 0.05;
/// The sum of both likenesses that counts as 0.5: there the development data divide best.
const HALFWAY: f64 = 0.12;
/// The least likeness of two sentences; of two dates that only agree; of what else speaks for two happenings.
const WORDING: f64 = 0.2;
const OTHER_DATE: f64 = 0.25;
const LIKE_WORDING: f64 = 0.4;
/// The least likeness of two articles where the sentences have less in common: on one war, articles of the same days
/// stay below it.
const STORY: f64 = 0.09;
/// What a sentence needs to go with a story: articles still more alike, and so much of both.
const ONE_STORY: f64 = 0.14;
const TOLD: f64 = 0.34;
/// How alike a sentence of one article is to its copy in another: such a one needs no story.
pub(super) const COPIED: f64 = 0.5;
/// What likeness within one article counts: repeated words are the rule there.
const SAME_ARTICLE: f64 = 1.0;
/// How much more alike two mentions must be that share no name.
const NO_NAME: f64 = 0.1;
/// What share of the threshold the average of two groups must reach.
const AVERAGE: f64 = 0.7;

#[cfg(test)]
mod tests {
    use super::super::{Options, analyse, sample};
    use super::*;
    use crate::model::{ArticleIx, MentionIx};

    /// Returns how many listed reports each event has, of these articles of one day.
    fn check(texts: &[&str], expected: &[usize]) {
        let articles: Vec<Article> = texts.iter().map(|text| sample::article("2024-03-20", text)).collect();
        let (mentions, events) = merged(&articles);
        let mut found: Vec<usize> =
            events.iter().map(|event| event.mentions.iter().filter(|ix| mentions[ix.0].listed).count()).collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{texts:?}");
    }

    /// Returns the mentions of the articles and their events; every listed mention is in one of them.
    fn merged(articles: &[Article]) -> (Vec<Mention>, Vec<Event>) {
        let rules = Rules::new(&[], &[], Options::default());
        let read = articles.iter().enumerate();
        let mentions: Vec<Mention> =
            read.flat_map(|(at, article)| analyse(article, ArticleIx(at), &rules).mentions).collect();
        let events = merge(&mentions, articles, &rules);
        let mut kept: Vec<usize> = events.iter().flat_map(|event| &event.mentions).map(|ix| ix.0).collect();
        kept.sort_unstable();
        assert!(kept.is_sorted_by(|a, b| a < b), "a mention is in two events");
        assert!((0..mentions.len()).all(|at| !mentions[at].listed || kept.contains(&at)), "a mention is dropped");
        (mentions, events)
    }

    #[test]
    fn two_reports_of_one_event_are_one() {
        check(
            &[
                "Rebels blew up the Tabqa dam in Syria on Monday. Water reached the town.",
                "The Tabqa dam in Syria was blown up by rebels on Monday.",
            ],
            &[2],
        );
    }

    #[test]
    fn names_alone_are_no_event() {
        check(
            &[
                "Karim met Hamid in Tabqa on Monday after weeks of silence.",
                "In Tabqa, Hamid beat Karim at chess on Monday.",
            ],
            &[1, 1],
        );
    }

    #[test]
    fn what_states_days_well_apart_is_two() {
        check(
            &[
                "Rebels blew up the Tabqa dam in Syria late on Monday, flooding a town.",
                "Rebels blew up the Tabqa dam in Syria again on Wednesday, flooding a town.",
            ],
            &[1, 1],
        );
    }

    #[test]
    fn a_report_between_two_events_does_not_chain_them() {
        check(
            &[
                "Rebels blew up the Tabqa dam in Syria on Monday, flooding three villages below it.",
                "Rebels blew up the Tabqa dam in Syria on Monday, and gunmen stormed the Homs prison.",
                "Gunmen stormed the Homs prison in Syria on Monday and freed a hundred inmates.",
            ],
            &[1, 2],
        );
    }

    #[test]
    fn what_is_not_listed_joins_no_two_events() {
        let articles: Vec<Article> = [
            "Rebels blew up the Tabqa dam in Syria on Monday.",
            "Tabqa dam in Syria blown up by rebels\nGunmen stormed the Homs prison in Syria on Monday.",
            "Rebels and gunmen, a dam and a prison, Tabqa and Homs in Syria.\nThe Tabqa dam in Syria was blown up on Monday.",
        ]
        .iter()
        .map(|text| sample::article("2024-03-20", text))
        .collect();
        let (mentions, events) = merged(&articles);
        let (listed, others): (Vec<usize>, Vec<usize>) = (0..mentions.len()).partition(|at| mentions[*at].listed);
        assert_eq!((listed.len(), others.len()), (3, 2));
        let alone: Vec<Mention> = listed.iter().map(|at| mentions[*at].clone()).collect();
        let told = |mentions: &[Mention], event: &Event| -> Vec<String> {
            let listed = event.mentions.iter().map(|ix| &mentions[ix.0]).filter(|mention| mention.listed);
            listed.map(|mention| mention.headline.clone()).collect()
        };
        let rules = Rules::new(&[], &[], Options::default());
        let without: Vec<_> = merge(&alone, &articles, &rules).iter().map(|event| told(&alone, event)).collect();
        assert_eq!(events.iter().map(|event| told(&mentions, event)).collect::<Vec<_>>(), without);
        assert_eq!(events.len(), 2);
    }

    #[test]
    fn an_article_tells_one_deed_of_one_day_once() {
        let arrest = "Detectives in Lima arrested a clerk on Monday under an old law on secrets. ";
        check(
            &[&[arrest, "Police of Lima arrested that clerk of the navy on Monday for selling secrets."].concat()],
            &[2],
        );
        check(
            &[&[arrest, "A judge of Lima questioned that clerk of the navy on Monday for selling secrets."].concat()],
            &[1, 1],
        );
    }

    #[test]
    fn a_claim_is_a_word_and_a_deed() {
        let said = "Syria said on Monday that it must close the Tabqa dam on the Euphrates.";
        check(&[said, "Syria claimed on Monday that it closed the Tabqa dam on the Euphrates."], &[2]);
    }

    #[test]
    fn another_place_is_another_event() {
        check(
            &["Rebels shelled the harbour of Homs on Monday.", "Rebels shelled the harbour of Homs on Monday."],
            &[2],
        );
        check(
            &["Rebels shelled a harbour in Homs on Monday.", "Rebels shelled a harbour in Basra on Monday."],
            &[1, 1],
        );
    }

    #[test]
    fn another_number_is_another_event() {
        let report = "Rebels fired rockets at the Tabqa dam in Syria on Monday, 46 of them.";
        check(&[report, report], &[2]);
        check(&[report, "Rebels fired rockets at the Tabqa dam in Syria on Monday, 12 of them."], &[1, 1]);
        let loan = |sum: &str| format!("The bank of Peru lent {sum} to the builders of the Lima dam on Monday.");
        check(&[&loan("$3bn"), &loan("$3 billion")], &[2]);
        check(&[&loan("$3bn"), &loan("$4 billion")], &[1, 1]);
    }

    #[test]
    fn thousands_are_one_number() {
        let toll = |number: &str| format!("The flood of Monday killed {number} people below the Tabqa dam in Syria.");
        check(&[&toll("1,600"), &toll("1600")], &[2]);
        check(&[&toll("100,000"), &toll("15,000")], &[1, 1]);
        check(&[&toll("7.2 percent of the"), &toll("9.2 percent of the")], &[1, 1]);
    }

    #[test]
    fn a_time_of_day_counts_nothing() {
        let flood = |words: &str| format!("The flood of Monday struck {words} below the Tabqa dam in Syria.");
        check(&[&flood("12 villages"), &flood("villages at 1653 (2153 GMT)")], &[2]);
        check(&[&flood("12 villages"), &flood("villages at 5:30 p.m.")], &[2]);
        check(&[&flood("12 villages"), &flood("15 villages at 4 p.m.")], &[1, 1]);
    }

    #[test]
    fn what_two_sides_claim_is_two_events() {
        let claim = |side: &str| format!("{side} claimed on Monday that its army shot down a jet over the Tabqa dam.");
        check(&[&claim("Pedro Cortes"), &claim("The health minister Pedro Cortes")], &[2]);
        check(&[&claim("Syria"), &claim("Syria")], &[2]);
        check(&[&claim("Syria"), &claim("Turkey")], &[1, 1]);
    }

    #[test]
    fn a_word_is_no_deed() {
        let deed = "Syria closed the Tabqa dam on the Euphrates on Monday.";
        check(&[deed, deed], &[2]);
        check(&[deed, "Syria said on Monday that it must close the Tabqa dam on the Euphrates."], &[1, 1]);
    }

    #[test]
    fn a_plan_and_a_deed_need_like_wording() {
        let trip = "The president of Peru will travel to Chile and Brazil this week for talks on gas.";
        check(&[trip, trip], &[2]);
        check(
            &[trip, "Chile signed the Lima treaty on mines this week, during a visit of the president of Peru."],
            &[1, 1],
        );
    }

    #[test]
    fn two_banks_are_two_events() {
        let cut =
            |bank: &str| format!("The central bank of {bank} lowered its key interest rate on Monday to 4 percent.");
        check(&[&cut("Peru"), &cut("Peru")], &[2]);
        check(
            &[&cut("Peru"), "The central bank of Chile on Monday raised its rate, fearing an outflow of money."],
            &[1, 1],
        );
    }

    #[test]
    fn who_speaks_says_many_things() {
        let first = "Hansen of Norway said on Monday that the gas would flow through the pipe.";
        check(&[first, "Hansen of Norway said on Monday that gas would flow through the pipe."], &[2]);
        check(&[first, "A flood, Hansen of Norway said on Monday, has closed the harbour of Bergen."], &[1, 1]);
    }

    /// Returns how many reports the event of the first article has, listed or not.
    fn reports(texts: [&str; 2]) -> usize {
        let articles = texts.map(|text| sample::article("2024-03-20", text));
        let (_, events) = merged(&articles);
        let first = events.iter().find(|event| event.mentions.contains(&MentionIx(0)));
        first.map_or(0, |event| event.mentions.len())
    }

    #[test]
    fn a_sentence_goes_with_an_event_it_plainly_tells_of() {
        let dam = "Rebels blew up the Tabqa dam in Syria on Monday.";
        assert_eq!(reports([dam, "The Tabqa dam in Syria blown up by rebels."]), 2);
        assert_eq!(reports([dam, "Bakers in the north of Syria are glad that the harvest is in."]), 1);
        assert_eq!(reports([dam, "Have rebels blown up the Tabqa dam in Syria?"]), 1);
    }

    #[test]
    fn copies_of_an_article_agree_sentence_by_sentence() {
        let article = "Rebels blew up the Tabqa dam in Syria on Monday. Gunmen stormed the Homs prison on Monday. \
                       Farmers of Basra blocked a bridge on Monday.";
        check(&[article, article], &[2, 2, 2]);
    }

    #[test]
    fn outlets_are_counted_and_not_files() {
        let text = "Rebels blew up the Tabqa dam in Syria on Monday.";
        let of = |source: &str| Article { source: Some(source.to_owned()), ..sample::article("2024-03-20", text) };
        let reasons = |sources: &[&str]| {
            let articles: Vec<Article> = sources.iter().map(|source| of(source)).collect();
            let (mentions, events) = merged(&articles);
            assert_eq!((mentions.len(), events.len()), (sources.len(), 1));
            events[0].points.join("; ")
        };
        assert!(reasons(&["Wire", "Wire"]).contains("only one outlet"));
        assert!(reasons(&["Wire", "Wire", "Herald"]).contains("2 outlets"));
    }

    #[test]
    fn two_happenings_of_one_story_stay_two() {
        check(
            &[
                "Ministers of Norway signed a treaty on gas in Oslo on Monday.",
                "Ministers of Norway signed a treaty on gas in Oslo on Monday. A storm closed Oslo airport on Tuesday.",
            ],
            &[1, 2],
        );
    }
}
