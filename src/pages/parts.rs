//! The pieces that views of several kinds share: an event in a list, a theme's name and mark, a source with its ¶.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::catalog::{Catalog, SHOWN_THEMES};
use super::confidence::ConfidenceView;
use super::dates::DateView;
use super::evidence;
use super::labels::Labels;
use super::outcome::{OutcomeView, is_passed, outcome};
use super::sign::Sign;
use super::target::{Link, Links, Target};
use crate::model::{Article, ArticleIx, Dated, EventIx, Kind, MentionIx, State};

/// An event in a list. Most of what a build draws are lists, so it holds no more than they show, and is flat.
#[derive(Debug, Serialize)]
pub struct EventLine<'a> {
    pub id: &'a str,
    pub link: Link<'a>,
    pub headline: &'a str,
    /// BCP 47 tag of its words, where they are not in the language of the site.
    pub language: Option<&'a str>,
    /// `None` in a list whose heading says the date.
    pub date: Option<DateView>,
    /// How we know it: "Claim".
    pub kind: &'static str,
    /// The class of its mark that says the same: `so` solid, `ou` open, `pl` dashed.
    pub fill: &'static str,
    /// Shape of the theme it is told under.
    pub mark: &'static str,
    /// Colour of that theme.
    pub colour: usize,
}

/// How we know it.
#[derive(Clone, Copy, Debug)]
pub struct KindView {
    pub label: &'static str,
    /// Class of the mark: `so` solid, `ou` open, `pl` dashed.
    pub fill: &'static str,
}

/// A theme's name, address and sign.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ThemeRef<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub link: Link<'a>,
    pub sign: Sign,
}

/// A paragraph of a source.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct SourceRef<'a> {
    pub title: &'a str,
    /// The outlet, where it is known.
    pub outlet: Option<&'a str>,
    /// To the paragraph on the page of the source.
    pub link: Link<'a>,
    pub paragraph: u32,
}

/// The words an event rests on, and the reasons for what we made of them.
#[derive(Debug, Serialize)]
pub struct Evidence<'a> {
    /// The beginning of the passage, as it stands in the article; `None` where its rights allow none.
    pub quote: Option<&'a str>,
    /// Whether the passage goes on.
    pub cut: bool,
    /// Whether the quote says more than the headline does.
    pub adds: bool,
    /// BCP 47 tag of the article, where it is known.
    pub language: Option<&'a str>,
    pub speaker: Option<&'a str>,
    /// Why it has this date, as a clause without a full stop.
    pub dated_because: String,
}

/// An event told in full on a page of several.
#[derive(Debug, Serialize)]
pub struct Card<'a> {
    pub event: EventLine<'a>,
    pub confidence: ConfidenceView,
    /// The second theme it is shown under.
    pub also: Option<ThemeRef<'a>>,
    /// One for each article that tells it, best first.
    pub sources: Vec<SourceRef<'a>>,
    /// What an editor wrote; then it stands in the place of the quote.
    pub text: Option<&'a str>,
    /// `None` for an event that an editor wrote without naming an article.
    pub evidence: Option<Evidence<'a>>,
    /// What the confidence is made of.
    pub points: Vec<Cow<'a, str>>,
    /// What was reported of a plan whose day has passed.
    pub outcome: Option<OutcomeView<'a>>,
}

/// Events under one date.
#[derive(Debug, Serialize)]
pub struct DateGroup<'a> {
    pub date: DateView,
    /// To the day's page, where the date is one day.
    pub link: Option<Link<'a>>,
    pub events: Vec<EventLine<'a>>,
}

/// A source in a list.
#[derive(Debug, Serialize)]
pub struct SourceCard<'a> {
    pub title: &'a str,
    /// BCP 47 tag of the title, where it is not in the language of the site.
    pub language: Option<&'a str>,
    /// True where the title was cut from the text.
    pub made: bool,
    pub link: Link<'a>,
    pub outlet: Option<&'a str>,
    /// When it was published, in full.
    pub published: String,
    /// How that was found: "from its dateline"; `None` where nothing tells.
    pub basis: Option<&'static str>,
    /// Admiralty grade, e.g. `B2`.
    pub grade: String,
    /// "4 events", counted over the page it stands on.
    pub events: String,
}

/// A name, linked where it has a page.
#[derive(Debug, Serialize)]
pub struct NameLink<'a> {
    pub text: &'a str,
    pub link: Option<Link<'a>>,
}

/// A link with its text.
#[derive(Debug, Serialize)]
pub struct TextLink<'a> {
    pub text: String,
    pub link: Link<'a>,
}

/// Makes the shared pieces of one page and notes its links.
#[derive(Debug)]
pub struct Maker<'a, 'c> {
    pub catalog: &'c Catalog<'a>,
    pub links: Links<'a>,
}

impl<'a, 'c> Maker<'a, 'c> {
    pub fn new(catalog: &'c Catalog<'a>) -> Self {
        Self { catalog, links: Links::default() }
    }

    pub fn lines(&mut self, events: &[EventIx]) -> Vec<EventLine<'a>> {
        events.iter().map(|ix| self.line(*ix)).collect()
    }

    /// Returns the lines of a list whose heading says the date.
    pub fn lines_of_one_date(&mut self, events: &[EventIx]) -> Vec<EventLine<'a>> {
        events.iter().map(|ix| self.line_without_date(*ix)).collect()
    }

    pub fn line(&mut self, ix: EventIx) -> EventLine<'a> {
        EventLine { date: Some(self.date(ix)), ..self.line_without_date(ix) }
    }

    fn line_without_date(&mut self, ix: EventIx) -> EventLine<'a> {
        let event = self.catalog.event(ix);
        let KindView { label: kind, fill } = self.kind(ix);
        let Sign { mark, colour } = self.sign(self.leading_theme(ix));
        EventLine {
            id: event.id.as_str(),
            link: self.links.to(Target::Event(&event.id)),
            headline: &event.headline,
            language: self.language_of_event(ix),
            date: None,
            kind,
            fill,
            mark,
            colour,
        }
    }

    pub fn date(&self, ix: EventIx) -> DateView {
        let dated = self.catalog.event(ix).date.as_ref();
        DateView::new(dated.map(|dated| &dated.date), self.catalog.labels)
    }

    pub fn kind(&self, ix: EventIx) -> KindView {
        let event = self.catalog.event(ix);
        let kind = self.kind_of(event.state, event.kind);
        let ui = &self.catalog.labels.ui;
        match is_passed(self.catalog.book, ix) {
            true if self.catalog.outcomes.contains_key(&ix) => KindView { label: ui.kept_plan, ..kind },
            true => KindView { label: ui.past_plan, ..kind },
            false => kind,
        }
    }

    /// Returns how something is known, whether or not its day has passed.
    pub fn kind_of(&self, state: State, kind: Kind) -> KindView {
        let fill = match kind {
            _ if is_plan(state, kind) || state == State::Hypothetical => "pl",
            Kind::Statement | Kind::Claim => "ou",
            Kind::Reported | Kind::Background | Kind::Plan => "so",
        };
        KindView { label: self.catalog.labels.kind(kind, state), fill }
    }

    /// Returns the themes it is shown under, best first; "Other" where it has none.
    pub fn themes_of(&mut self, ix: EventIx) -> Vec<ThemeRef<'a>> {
        let hits = &self.catalog.event(ix).themes;
        if hits.is_empty() {
            return vec![self.theme(self.catalog.book.themes.len())];
        }
        hits.iter().take(SHOWN_THEMES).map(|hit| self.theme(hit.theme)).collect()
    }

    /// Returns the index of the theme an event is told under.
    pub fn leading_theme(&self, ix: EventIx) -> usize {
        let other = self.catalog.book.themes.len();
        self.catalog.event(ix).themes.first().map_or(other, |hit| hit.theme.min(other))
    }

    /// Returns the theme at an index of the config; the position after the last one is "Other".
    pub fn theme(&mut self, ix: usize) -> ThemeRef<'a> {
        let (id, title) = match self.catalog.book.themes.get(ix) {
            Some(theme) => (theme.id.as_str(), theme.title.as_str()),
            None => (OTHER, self.catalog.labels.other),
        };
        ThemeRef { id, title, link: self.links.to(Target::Theme(id)), sign: self.sign(ix) }
    }

    pub fn sign(&self, ix: usize) -> Sign {
        Sign::of(self.catalog.book, ix)
    }

    /// The first mention of each article that tells the event.
    fn sources_of(&mut self, ix: EventIx) -> Vec<SourceRef<'a>> {
        let mut seen: Vec<ArticleIx> = Vec::new();
        let mut sources = Vec::new();
        for mention in &self.catalog.event(ix).mentions {
            let article = self.catalog.book[*mention].article;
            if !seen.contains(&article) {
                seen.push(article);
                sources.push(self.source(*mention));
            }
        }
        sources
    }

    pub fn source(&mut self, ix: MentionIx) -> SourceRef<'a> {
        let mention = &self.catalog.book.mentions[ix.0];
        let article = self.catalog.article(mention.article);
        SourceRef {
            title: &article.title.text,
            outlet: article.source.as_deref(),
            link: self.links.to(Target::Paragraph(&article.id, mention.paragraph)),
            paragraph: mention.paragraph,
        }
    }

    pub fn name(&mut self, spelling: &'a str) -> NameLink<'a> {
        let key = self.catalog.names.find(spelling).map(|name| name.key);
        NameLink { text: spelling, link: key.map(|key| self.links.to(Target::Who(key))) }
    }

    /// Returns what a mention rests on, and why it has the date it has.
    pub fn evidence(&mut self, ix: MentionIx, headline: &str) -> Evidence<'a> {
        let book = self.catalog.book;
        let mention = &book.mentions[ix.0];
        let article = self.catalog.article(mention.article);
        let quote = evidence::quote(book, ix);
        Evidence {
            quote: quote.map(|quote| quote.text),
            cut: quote.is_some_and(|quote| quote.cut),
            adds: quote.is_some_and(|quote| says_more(quote.text, headline)),
            language: self.language_of(article, quote.map_or(headline, |quote| quote.text)),
            speaker: mention.speaker.as_deref(),
            dated_because: dated_because(self.catalog.labels, mention.date.as_ref(), article),
        }
    }

    /// Returns the event with its best evidence.
    pub fn card(&mut self, ix: EventIx) -> Card<'a> {
        let event = self.catalog.event(ix);
        let best = event.mentions.first();
        Card {
            event: self.line(ix),
            confidence: ConfidenceView::new(event.confidence, self.catalog.labels),
            also: event.themes.get(1).map(|hit| self.theme(hit.theme)),
            sources: self.sources_of(ix),
            text: event.editorial.text.as_deref(),
            evidence: best.map(|mention| self.evidence(*mention, &event.headline)),
            points: best
                .map_or_else(Vec::new, |ix| self.catalog.labels.reasons(&self.catalog.book.mentions[ix.0].points)),
            outcome: outcome(self, ix),
        }
    }

    pub fn cards(&mut self, events: &[EventIx]) -> Vec<Card<'a>> {
        events.iter().map(|ix| self.card(*ix)).collect()
    }

    /// Returns the events, which must be in order of their dates, under one heading for each date.
    pub fn by_date(&mut self, events: &[EventIx]) -> Vec<DateGroup<'a>> {
        let date = |ix: &EventIx| self.catalog.event(*ix).date.as_ref().map(|dated| dated.date);
        let groups: Vec<&[EventIx]> = events.chunk_by(|a, b| date(a) == date(b)).collect();
        groups.into_iter().map(|group| self.date_group(group)).collect()
    }

    fn date_group(&mut self, events: &[EventIx]) -> DateGroup<'a> {
        let day = self.catalog.event(events[0]).date.as_ref().and_then(|dated| dated.date.exact_day());
        DateGroup {
            date: self.date(events[0]),
            link: day.map(|day| self.links.to(Target::Day(day))),
            events: self.lines_of_one_date(events),
        }
    }

    /// Returns the article as one entry of a list, with the number of events that the list counts for it.
    pub fn source_card(&mut self, ix: ArticleIx, events: usize) -> SourceCard<'a> {
        let article = self.catalog.article(ix);
        SourceCard {
            title: &article.title.text,
            language: self.language_of(article, &article.title.text),
            made: article.title.made,
            link: self.links.to(Target::Article(&article.id)),
            outlet: article.source.as_deref(),
            published: self.published(article),
            basis: basis(self.catalog.labels, article),
            grade: article.grade.to_string(),
            events: self.catalog.labels.count(events, &self.catalog.labels.counts.events),
        }
    }

    /// Returns the articles that tell any of the events, each with the number of them it tells, the busiest first.
    pub fn source_cards(&mut self, events: &[EventIx]) -> Vec<SourceCard<'a>> {
        let mut counts: BTreeMap<ArticleIx, usize> = BTreeMap::new();
        for ix in events {
            let mentions = &self.catalog.event(*ix).mentions;
            let articles: BTreeSet<ArticleIx> = mentions.iter().map(|m| self.catalog.book[*m].article).collect();
            for article in articles {
                *counts.entry(article).or_default() += 1;
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(article, count)| (Reverse(*count), *article));
        counts.into_iter().map(|(article, count)| self.source_card(article, count)).collect()
    }

    /// Returns when an article was published, in full.
    pub fn published(&self, article: &Article) -> String {
        self.catalog.labels.full_date(article.published.as_ref().map(|found| &found.date))
    }
}

/// Whether something is planned, by its state or as an editor says.
pub fn is_plan(state: State, kind: Kind) -> bool {
    state == State::Scheduled || (kind == Kind::Plan && state != State::Hypothetical)
}

/// Returns how an article's date was found; `None` where nothing tells.
pub fn basis(labels: &Labels, article: &Article) -> Option<&'static str> {
    article.published.as_ref().map(|found| labels.article_basis(found.basis))
}

/// Returns why a mention or event has its date, as a clause; `article` is where the words stand.
pub fn dated_because(labels: &Labels, dated: Option<&Dated>, article: &Article) -> String {
    let read_from = dated.and_then(|dated| article.text.get(dated.words.clone()?));
    labels.why_dated(dated, read_from)
}

/// Id of the theme page that lists what no theme took.
pub const OTHER: &str = "other";

/// Whether a quote has enough words that the headline made of it left out to be worth reading beside it.
fn says_more(quote: &str, headline: &str) -> bool {
    quote.split_whitespace().count() > headline.split_whitespace().count() + 3
}
