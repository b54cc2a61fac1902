//! A source: what is known of an article, and the part of its text that events rest on, as far as its rights allow;
//! and the list of sources.
//!
//! Paragraphs keep their numbers, so that ¶ 12 is the same place on the page, in a footnote and in the data.

use std::ops::Range;

use serde::Serialize;

use super::catalog::Catalog;
use super::dates::DateView;
use super::parts::{EventLine, Maker, SourceCard, TextLink, basis};
use super::target::{Link, Target, web_address};
use super::{Page, View};
use crate::model::{Article, ArticleIx, EventIx, Paragraph, ParagraphKind, Rights};

/// What `source.html` gets, as `source`.
#[derive(Debug, Serialize)]
pub struct SourceView<'a> {
    pub title: &'a str,
    pub made: bool,
    pub published: DateView,
    /// How that was found: "from its dateline"; `None` where nothing tells.
    pub basis: Option<&'static str>,
    pub outlet: Option<&'a str>,
    pub author: Option<&'a str>,
    /// BCP 47 tag.
    pub language: Option<&'a str>,
    pub grade: String,
    /// The original, where its address is one of the web.
    pub url: Option<&'a str>,
    pub path: &'a str,
    pub hash: &'a str,
    /// `none`, `excerpt` or `full`.
    pub rights: &'static str,
    pub text: Vec<Block<'a>>,
    pub events: Vec<EventLine<'a>>,
    pub count: String,
    /// Names of the rules that set something aside, each with how often: "byline, 2 ×".
    pub stripped: Vec<String>,
    pub duplicates: Vec<TextLink<'a>>,
    pub day: Option<Link<'a>>,
    pub previous: Option<TextLink<'a>>,
    pub next: Option<TextLink<'a>>,
}

/// A paragraph, or the mark of some that are not shown.
#[derive(Debug, Serialize)]
pub struct Block<'a> {
    /// Its number; 0 for a gap.
    pub number: u32,
    /// `prose`, `heading`, `quote` or `gap`.
    pub kind: &'static str,
    /// "3 paragraphs not shown", for a gap.
    pub gap: Option<String>,
    pub pieces: Vec<Piece<'a>>,
}

/// A part of a paragraph.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Piece<'a> {
    /// As it stands in the article; empty where words are left out.
    pub text: &'a str,
    /// The event that rests on it.
    pub event: Option<EventMark<'a>>,
    /// True where the rights leave words out here.
    pub left_out: bool,
}

/// An event that a passage is evidence for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct EventMark<'a> {
    pub link: Link<'a>,
    pub headline: &'a str,
}

/// What `sources.html` gets, as `sources`.
#[derive(Debug, Serialize)]
pub struct SourcesView<'a> {
    pub count: String,
    pub sources: Vec<SourceCard<'a>>,
}

/// A passage of the article and the event it is evidence for.
type Marked<'a> = (Range<usize>, EventMark<'a>);

/// Plans a page for each article.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let marks = marks(catalog);
    (0..catalog.book.articles.len()).map(|n| page(catalog, ArticleIx(n), &marks[n])).collect()
}

/// Plans the list of all sources, in the order of their files.
pub fn list<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let events = catalog.article_events.iter().enumerate();
    let sources: Vec<_> = events.map(|(n, events)| maker.source_card(ArticleIx(n), events.len())).collect();
    let count = catalog.labels.count(sources.len(), &catalog.labels.counts.sources);
    let view = SourcesView { count, sources };
    vec![Page::new(Target::Sources, catalog.labels.ui.sources.to_owned(), View::Sources(view), maker)]
}

/// For each article the spans of its evidence with the events that rest on them, in the order of the events.
fn marks(catalog: &Catalog<'_>) -> Vec<Vec<(Range<usize>, EventIx)>> {
    let mut marks = vec![Vec::new(); catalog.book.articles.len()];
    for (n, event) in catalog.book.events.iter().enumerate() {
        for mention in event.mentions.iter().map(|ix| &catalog.book[*ix]) {
            marks[mention.article.0].push((mention.span.clone(), EventIx(n)));
        }
    }
    for list in &mut marks {
        list.sort_by_key(|(span, ix)| (span.start, span.end, *ix));
    }
    marks
}

fn page<'a>(catalog: &Catalog<'a>, ix: ArticleIx, marks: &[(Range<usize>, EventIx)]) -> Page<'a> {
    let mut maker = Maker::new(catalog);
    let article = catalog.article(ix);
    let marked: Vec<Marked<'a>> = marks.iter().map(|(span, event)| (span.clone(), mark(&mut maker, *event))).collect();
    let text = blocks(catalog, article, &marked);
    let mut page = {
        let shown = text.iter().filter(|block| block.number > 0).map(|block| block.number).collect::<Vec<_>>();
        let view = view(&mut maker, ix, text);
        let title = article.title.text.clone();
        let page = Page::new(Target::Article(&article.id), title, View::Source(Box::new(view)), maker);
        (page, shown)
    };
    page.0.holds = page.1.into_iter().map(|number| Target::Paragraph(&article.id, number)).collect();
    page.0
}

fn mark<'a>(maker: &mut Maker<'a, '_>, ix: EventIx) -> EventMark<'a> {
    let event = maker.catalog.event(ix);
    EventMark { link: maker.links.to(Target::Event(&event.id)), headline: &event.headline }
}

fn view<'a>(maker: &mut Maker<'a, '_>, ix: ArticleIx, text: Vec<Block<'a>>) -> SourceView<'a> {
    let catalog = maker.catalog;
    let article = catalog.article(ix);
    let events = &catalog.article_events[ix.0];
    let day = super::catalog::published_day(article);
    SourceView {
        title: &article.title.text,
        made: article.title.made,
        published: DateView::new(article.published.as_ref().map(|found| &found.date), catalog.labels),
        basis: basis(catalog.labels, article),
        outlet: article.source.as_deref(),
        author: article.author.as_deref(),
        language: article.language.as_deref(),
        grade: article.grade.to_string(),
        url: article.url.as_deref().and_then(web_address),
        path: &article.path,
        hash: &article.hash,
        rights: rights_name(article.rights),
        text,
        events: maker.lines(events),
        count: catalog.labels.count(events.len(), &catalog.labels.counts.events),
        stripped: stripped(article),
        duplicates: duplicates(maker, ix),
        day: day.map(|day| maker.links.to(Target::Day(day))),
        previous: ix.0.checked_sub(1).map(|n| neighbour(maker, n)),
        next: (ix.0 + 1 < catalog.book.articles.len()).then(|| neighbour(maker, ix.0 + 1)),
    }
}

fn rights_name(rights: Rights) -> &'static str {
    match rights {
        Rights::None => "none",
        Rights::Excerpt => "excerpt",
        Rights::Full => "full",
    }
}

fn stripped(article: &Article) -> Vec<String> {
    let mut rules: Vec<(&str, usize)> = Vec::new();
    for stripped in &article.stripped {
        match rules.iter_mut().find(|(rule, _)| *rule == stripped.rule) {
            Some((_, times)) => *times += 1,
            None => rules.push((stripped.rule, 1)),
        }
    }
    rules.into_iter().map(|(rule, n)| if n == 1 { rule.to_owned() } else { format!("{rule}, {n} ×") }).collect()
}

fn duplicates<'a>(maker: &mut Maker<'a, '_>, ix: ArticleIx) -> Vec<TextLink<'a>> {
    let others = maker.catalog.book.duplicates.iter().filter_map(|pair| match ix {
        _ if pair.first == ix => Some(pair.second),
        _ if pair.second == ix => Some(pair.first),
        _ => None,
    });
    others.map(|other| neighbour(maker, other.0)).collect()
}

fn neighbour<'a>(maker: &mut Maker<'a, '_>, n: usize) -> TextLink<'a> {
    let article = maker.catalog.article(ArticleIx(n));
    TextLink { text: article.title.text.clone(), link: maker.links.to(Target::Article(&article.id)) }
}

/// The text as its rights allow: whole, the passages that events rest on, or only the numbers of their paragraphs.
fn blocks<'a>(catalog: &Catalog<'_>, article: &'a Article, marks: &[Marked<'a>]) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block<'a>> = Vec::new();
    let mut hidden = 0;
    for paragraph in article.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Boilerplate) {
        let inside: Vec<&Marked<'a>> = marks.iter().filter(|(span, _)| overlaps(span, &paragraph.span)).collect();
        if inside.is_empty() && article.rights != Rights::Full {
            hidden += 1;
            continue;
        }
        push_gap(catalog, &mut blocks, std::mem::take(&mut hidden));
        blocks.push(block(article, paragraph, &inside));
    }
    push_gap(catalog, &mut blocks, hidden);
    blocks
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn push_gap<'a>(catalog: &Catalog<'_>, blocks: &mut Vec<Block<'a>>, hidden: usize) {
    if hidden > 0 {
        let gap = catalog.labels.count(hidden, &catalog.labels.counts.hidden);
        blocks.push(Block { number: 0, kind: "gap", gap: Some(gap), pieces: Vec::new() });
    }
}

fn block<'a>(article: &'a Article, paragraph: &Paragraph, marks: &[&Marked<'a>]) -> Block<'a> {
    let kind = match paragraph.kind {
        ParagraphKind::Prose | ParagraphKind::Boilerplate => "prose",
        ParagraphKind::Heading => "heading",
        ParagraphKind::Quote => "quote",
    };
    let pieces = pieces(&article.text, &paragraph.span, marks, article.rights);
    Block { number: paragraph.number, kind, gap: None, pieces }
}

/// Cuts a paragraph at the edges of its marked passages. Where passages overlap, the earlier one keeps the words.
fn pieces<'a>(text: &'a str, paragraph: &Range<usize>, marks: &[&Marked<'a>], rights: Rights) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut at = paragraph.start;
    for (span, event) in marks {
        let (from, to) = (span.start.max(at), span.end.min(paragraph.end));
        if from < to {
            push_between(&mut pieces, &text[at..from], rights);
            let shown = if rights == Rights::None { "" } else { &text[from..to] };
            pieces.push(Piece { text: shown, event: Some(*event), left_out: rights == Rights::None });
            at = to;
        }
    }
    push_between(&mut pieces, &text[at..paragraph.end], rights);
    pieces
}

/// The words between two passages: themselves, or the mark of their absence.
fn push_between<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str, rights: Rights) {
    let wordless = !text.contains(char::is_alphanumeric);
    match rights {
        _ if text.is_empty() => {}
        Rights::None => {}
        Rights::Excerpt if !wordless => pieces.push(Piece { text: "", event: None, left_out: true }),
        Rights::Excerpt | Rights::Full => pieces.push(Piece { text, event: None, left_out: false }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "One came. Two went. Three stayed.";

    /// Returns the paragraph with `[…]` around evidence and `…` for what is left out.
    fn check(marks: &[(usize, usize)], rights: Rights, expected: &str) {
        let id = crate::model::Id::parse("k7q2").expect("an id");
        let event = EventMark { link: super::super::target::Links::default().to(Target::Event(&id)), headline: "" };
        let marked: Vec<Marked<'_>> = marks.iter().map(|(from, to)| (*from..*to, event)).collect();
        let refs: Vec<&Marked<'_>> = marked.iter().collect();
        let shown: String = pieces(TEXT, &(0..TEXT.len()), &refs, rights)
            .iter()
            .map(|piece| match piece {
                Piece { event: Some(_), text, .. } => format!("[{text}]"),
                Piece { left_out: true, .. } => "…".to_owned(),
                Piece { text, .. } => (*text).to_owned(),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn rights_decide_what_is_shown() {
        check(&[(10, 19)], Rights::Full, "One came. [Two went.] Three stayed.");
        check(&[(10, 19)], Rights::Excerpt, "…[Two went.]…");
        check(&[(10, 19)], Rights::None, "[]");
    }

    #[test]
    fn passages_that_touch_or_overlap_lose_no_words() {
        check(&[(0, 9), (10, 19)], Rights::Excerpt, "[One came.] [Two went.]…");
        check(&[(0, 12), (10, 19)], Rights::Full, "[One came. Tw][o went.] Three stayed.");
        check(&[(0, 33), (10, 19)], Rights::Full, "[One came. Two went. Three stayed.]");
    }
}
