//! Small values for the tests of this room.

use std::collections::BTreeSet;

pub(super) use crate::model::sample::article;
use crate::model::{
    ArticleIx, Confidence, DateBasis, Dated, Editorial, Event, Id, Kind, Mention, MentionIx, Span, State,
};

/// A report in the first paragraph; `date` may be empty.
pub(super) fn mention(article: usize, span: Span, date: &str, who: &[&str]) -> Mention {
    let dated = |date| Dated { date, basis: DateBasis::Explicit, words: None, timex: None, rule: "sample" };
    Mention {
        article: ArticleIx(article),
        paragraph: 1,
        sentence: 0,
        headline: format!("What stands at {}", span.start),
        span,
        date: date.parse().ok().map(dated),
        state: State::Past,
        kind: Kind::Reported,
        listed: true,
        why: vec![],
        verb: None,
        speaker: None,
        who: who.iter().map(ToString::to_string).collect(),
        places: vec![],
        themes: vec![],
        confidence: Confidence::Low,
        points: vec![],
    }
}

/// An event of these mentions, its own fields empty.
pub(super) fn event(mentions: Vec<MentionIx>) -> Event {
    Event {
        id: Id::from_fingerprint(0, 4),
        date: None,
        state: State::Past,
        kind: Kind::Reported,
        headline: String::new(),
        themes: vec![],
        who: vec![],
        places: vec![],
        mentions,
        context: vec![],
        merged_because: vec![],
        confidence: Confidence::Low,
        points: vec![],
        editorial: Editorial::default(),
    }
}

/// What makes one event of several mentions, in the tests of this room: words and date of the first.
pub(super) fn join(mentions: &[Mention], of: &[MentionIx]) -> Event {
    let lead = of.first().map(|ix| &mentions[ix.0]);
    let who: BTreeSet<&String> = of.iter().flat_map(|ix| &mentions[ix.0].who).collect();
    Event {
        headline: lead.map(|lead| lead.headline.clone()).unwrap_or_default(),
        date: of.iter().find_map(|ix| mentions[ix.0].date.clone()),
        who: who.into_iter().cloned().collect(),
        ..event(of.to_vec())
    }
}
