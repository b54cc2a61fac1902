//! Which mentions report the same happening.

use std::collections::BTreeMap;

use super::Rules;
use crate::model::{Article, Event, Id, Mention, MentionIx};
use crate::text;

/// Joins the listed mentions into events: by date (undated last), then by id.
pub fn merge(mentions: &[Mention], articles: &[Article], _rules: &Rules) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut taken: BTreeMap<u64, u32> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.listed) {
        let evidence = &articles[mention.article.0].text[mention.span.clone()];
        let base = text::fingerprint(evidence);
        let again = taken.entry(base).or_insert(0);
        let fingerprint = base.wrapping_add(u64::from(*again));
        *again += 1;
        events.push(event(&[MentionIx(at)], mentions, fingerprint));
    }
    events.sort_by(|a, b| order(a).cmp(&order(b)));
    events
}

fn order(event: &Event) -> (bool, Option<chrono::NaiveDate>, &Id) {
    let day = event.date.as_ref().and_then(|dated| dated.date.sort_day());
    (day.is_none(), day, &event.id)
}

fn event(of: &[MentionIx], mentions: &[Mention], fingerprint: u64) -> Event {
    let best = &mentions[of[0].0];
    Event {
        id: Id::from_fingerprint(fingerprint, 4),
        date: best.date.clone(),
        state: best.state,
        kind: best.kind,
        headline: best.headline.clone(),
        themes: best.themes.iter().take(2).cloned().collect(),
        who: best.who.clone(),
        places: best.places.clone(),
        mentions: of.to_vec(),
        merged_because: Vec::new(),
        confidence: best.confidence,
        points: best.points.clone(),
        editorial: crate::model::Editorial::default(),
    }
}
