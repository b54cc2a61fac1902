//! What the mentions of one event say together.
//!
//! The best of them lends its headline, date and state; names come from all that are listed, and confidence grows with the
//! outlets. Which mentions belong together is for `merge`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Points;
use super::confidence::Score;
use super::report::Group;
use crate::model::{Article, Editorial, Event, Id, Kind, Mention, MentionIx, MergeReason, State};

/// Returns the event that the mentions of a group tell, the first of them leading.
pub(super) fn event(
    group: &Group,
    mentions: &[Mention],
    articles: &[Article],
    points: &Points,
    fingerprint: u64,
) -> Event {
    let best = &mentions[group.reports[0]];
    let outlets = outlets(group, mentions, articles);
    let mut score = Score { sum: super::confidence::sum(&best.points), grounds: best.points.clone() };
    match outlets {
        0 | 1 => score.add(points.single_source, "only one outlet tells it"),
        more => score.add(points.second_source, &format!("{more} outlets tell it")),
    }
    let union = |of: fn(&Mention) -> &Vec<String>| {
        let mut all: Vec<String> = Vec::new();
        listed(group, mentions).flat_map(|at| of(&mentions[*at])).for_each(|name| {
            if !all.contains(name) {
                all.push(name.clone())
            }
        });
        all
    };
    let listed = group.reports.iter().map(|at| &mentions[*at]).filter(|mention| mention.listed);
    let passed = best.state == State::Scheduled
        && listed.clone().any(|mention| {
            mention.state == State::Past
                && mention.date.as_ref().map(|dated| dated.date) == best.date.as_ref().map(|dated| dated.date)
                && mention.article == best.article
        });
    Event {
        id: Id::from_fingerprint(fingerprint, 4),
        date: best.date.clone(),
        state: if passed { State::Past } else { best.state },
        kind: kind(best, &articles[best.article.0].text),
        headline: best.headline.clone(),
        themes: best.themes.iter().take(2).cloned().collect(),
        who: union(|mention| &mention.who),
        places: union(|mention| &mention.places),
        mentions: group.reports.iter().copied().map(MentionIx).collect(),
        context: group.context.iter().copied().map(MentionIx).collect(),
        merged_because: group.reasons.iter().map(|words| MergeReason { words: words.clone() }).collect(),
        confidence: score.level(points),
        points: score.grounds,
        editorial: Editorial::default(),
    }
}

/// The kind of its best report. What stands in quotation marks is what somebody says of it: a claim where it is over,
/// else a statement. Merging looks past that: one outlet quotes what another reports.
fn kind(best: &Mention, text: &str) -> Kind {
    let sentence = &text[best.span.clone()];
    let quoted = best.verb.as_ref().is_some_and(|verb| is_quoted(sentence, verb.start - best.span.start));
    let said = quoted && (best.speaker.is_some() || sentence.starts_with(['“', '"']));
    match (best.kind, best.state) {
        (Kind::Reported, State::Past) if said => Kind::Claim,
        (Kind::Reported | Kind::Plan, _) if said => Kind::Statement,
        (kind, _) => kind,
    }
}

/// Whether a place in a sentence stands in quotation marks: the last mark before it opens, or the first behind it closes
/// what began before the sentence.
fn is_quoted(sentence: &str, at: usize) -> bool {
    if !['"', '“', '”'].iter().any(|mark| sentence.contains(*mark)) {
        return false;
    }
    let (before, behind) = sentence.split_at(at);
    let straight = before.matches('"').count() % 2 == 1;
    match before.rmatches(['“', '”']).next() {
        Some(mark) => mark == "“",
        None => straight || behind.matches(['“', '”']).next() == Some("”"),
    }
}

/// Returns what events are sorted by: their day, undated last, then their id.
pub(super) fn order(event: &Event) -> (bool, Option<NaiveDate>, &Id) {
    let day = event.date.as_ref().and_then(|dated| dated.date.sort_day());
    (day.is_none(), day, &event.id)
}

/// The members that tell the event itself; the others go with it.
fn listed<'a>(group: &'a Group, mentions: &'a [Mention]) -> impl Iterator<Item = &'a usize> {
    group.reports.iter().filter(|at| mentions[**at].listed)
}

/// How many outlets report it; articles without a source count as one each.
fn outlets(group: &Group, mentions: &[Mention], articles: &[Article]) -> usize {
    let names: BTreeSet<&str> = group
        .reports
        .iter()
        .map(|at| &articles[mentions[*at].article.0])
        .map(|article| article.source.as_deref().unwrap_or(&article.path))
        .collect();
    names.len()
}

#[cfg(test)]
mod tests {
    use super::super::{Options, Rules, analyse, merge, sample};
    use crate::model::{ArticleIx, Kind};

    /// Checks the kind of the only event of an article.
    fn check(text: &str, expected: Kind) {
        let rules = Rules::new(&[], &[], Options::default());
        let articles = [sample::article("2024-03-20", text)];
        let mentions = analyse(&articles[0], ArticleIx(0), &rules).mentions;
        let kinds: Vec<Kind> = merge(&mentions, &articles, &rules).iter().map(|event| event.kind).collect();
        assert_eq!(kinds, [expected], "{text}");
    }

    #[test]
    fn what_is_quoted_is_somebodys_word() {
        check("“Rebels shelled Homs on Monday,” the envoy of Syria said.", Kind::Claim);
        check("\"Rebels shelled Homs on Monday,\" the envoy of Syria said.", Kind::Claim);
        check("“Rebels will leave Homs on Friday,” the envoy of Syria said.", Kind::Statement);
        check("Rebels shelled Homs on Monday, the envoy of Syria said.", Kind::Reported);
        check("Rebels “shelled” Homs on Monday.", Kind::Reported);
    }
}
