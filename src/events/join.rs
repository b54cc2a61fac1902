//! One event made of the reports that an editor says belong together.

use crate::model::{Confidence, Editorial, Event, Id, Kind, Mention, MentionIx, State};

/// Returns the event of these mentions, the first of them leading: what it says is taken from the first, the date from
/// the first that has one, who and where from all. An editor's word needs no points, so confidence is that of the
/// surest report. Without mentions the event is empty.
pub fn join(mentions: &[Mention], of: &[MentionIx]) -> Event {
    let reports: Vec<&Mention> = of.iter().map(|ix| &mentions[ix.0]).collect();
    let lead = reports.first();
    let surest = reports.iter().max_by_key(|report| report.confidence);
    Event {
        id: Id::from_fingerprint(0, 4),
        date: reports.iter().find_map(|report| report.date.clone()),
        state: lead.map_or(State::Past, |lead| lead.state),
        kind: lead.map_or(Kind::Reported, |lead| lead.kind),
        headline: lead.map(|lead| lead.headline.clone()).unwrap_or_default(),
        themes: lead.map(|lead| lead.themes.iter().take(2).cloned().collect()).unwrap_or_default(),
        who: each_once(reports.iter().flat_map(|report| &report.who)),
        places: each_once(reports.iter().flat_map(|report| &report.places)),
        mentions: of.to_vec(),
        context: Vec::new(),
        merged_because: Vec::new(),
        confidence: surest.map_or(Confidence::Low, |report| report.confidence),
        points: surest.map(|report| report.points.clone()).unwrap_or_default(),
        editorial: Editorial::default(),
    }
}

fn each_once<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        if !seen.contains(name) {
            seen.push(name.clone());
        }
    }
    seen
}
