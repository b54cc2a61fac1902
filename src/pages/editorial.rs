//! What a person wrote for an edition: judgements with their scale, open questions, figures.
//!
//! How likely something is and how sure the writer is are two things and stay two marks. A figure always stands with
//! whoever claims it.

use serde::Serialize;

use super::confidence::ConfidenceView;
use super::parts::{Maker, TextLink};
use super::target::Target;
use crate::model::{EditionText, EventIx, Figure, Judgement, Newsbook};

/// The written part of an edition.
#[derive(Debug, Default, Serialize)]
pub struct EditorialView<'a> {
    pub judgements: Vec<JudgementView<'a>>,
    pub gaps: &'a [String],
    pub figures: Vec<FigureView<'a>>,
}

/// What an editor holds to be likely, and how sure of it they are.
#[derive(Debug, Serialize)]
pub struct JudgementView<'a> {
    pub say: &'a str,
    /// The term, as written.
    pub likelihood: Option<&'a str>,
    /// What the term stands for, in per cent, where the scale knows it.
    pub range: Option<Range>,
    pub confidence: Option<ConfidenceView>,
    pub rests_on: Vec<TextLink<'a>>,
    pub would_change: Option<&'a str>,
}

/// Both ends in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    pub from: u8,
    pub to: u8,
}

impl Range {
    /// Returns what a term of the newsbook's scale stands for; `None` for a word that is none.
    pub fn of(book: &Newsbook, term: &str) -> Option<Self> {
        let (from, to) = book.site.scale.percent(term)?;
        Some(Self { from, to })
    }
}

/// A number and whose it is.
#[derive(Debug, Serialize)]
pub struct FigureView<'a> {
    pub value: &'a str,
    pub unit: Option<&'a str>,
    pub claimed_by: Option<&'a str>,
    pub event: Option<TextLink<'a>>,
}

/// Returns the written part of an edition, empty where nobody wrote one.
pub fn editorial<'a>(maker: &mut Maker<'a, '_>, text: Option<&'a EditionText>) -> EditorialView<'a> {
    let Some(text) = text else { return EditorialView::default() };
    EditorialView {
        judgements: text.judgements.iter().map(|judgement| judgement_view(maker, judgement)).collect(),
        gaps: &text.gaps,
        figures: text.figures.iter().map(|figure| figure_view(maker, figure)).collect(),
    }
}

fn judgement_view<'a>(maker: &mut Maker<'a, '_>, judgement: &'a Judgement) -> JudgementView<'a> {
    JudgementView {
        say: &judgement.say,
        likelihood: judgement.likelihood.as_deref(),
        range: judgement.likelihood.as_deref().and_then(|term| Range::of(maker.catalog.book, term)),
        confidence: judgement.confidence.map(|level| ConfidenceView::new(level, maker.catalog.labels)),
        rests_on: judgement.rests_on.iter().map(|ix| event_link(maker, *ix)).collect(),
        would_change: judgement.would_change.as_deref(),
    }
}

fn figure_view<'a>(maker: &mut Maker<'a, '_>, figure: &'a Figure) -> FigureView<'a> {
    FigureView {
        value: &figure.value,
        unit: figure.unit.as_deref(),
        claimed_by: figure.claimed_by.as_deref(),
        event: figure.event.map(|ix| event_link(maker, ix)),
    }
}

fn event_link<'a>(maker: &mut Maker<'a, '_>, ix: EventIx) -> TextLink<'a> {
    let event = maker.catalog.event(ix);
    TextLink { text: event.headline.clone(), link: maker.links.to(Target::Event(&event.id)) }
}
