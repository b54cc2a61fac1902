//! One pass over the tokens finds the phrases, a second pins them to the calendar in text order.
//!
//! Two passes, because whether a text tells history is known only at its end, and that changes how its dates are read.

use chrono::NaiveDate;

use super::clause::Clause;
use super::first::{Classes, candidates, class_at};
use super::land::Lands;
use super::lexicon::Word;
use super::meaning::{Meaning, What, YearOf};
use super::pattern::Cursor;
use super::rules::Rule;
use super::state::{Resolved, State};
use super::token::{self, Gap, Token};
use super::value::{Date, Value, Year};
use super::{Bound, Context, Reading, Timex, TimexKind, interval, relative};

/// A phrase that a rule read, before it has a place on the calendar.
#[derive(Clone, Copy)]
pub(super) struct Match {
    pub rule: &'static Rule,
    pub meaning: Meaning,
    /// Tokens, end excluded.
    pub start: usize,
    pub end: usize,
}

pub(super) fn read(text: &str, context: &Context) -> Reading {
    let tokens = token::tokens(text);
    let (found, narrative) = timexes(&tokens, text, context);
    let intervals = interval::intervals(&found, &tokens);
    let timexes: Vec<Timex> = found.into_iter().map(|(_, timex)| timex).collect();
    let relatives = relative::relatives(&tokens, text, &timexes);
    Reading { timexes, intervals, relatives, narrative }
}

/// Returns the time expressions with the matches they come from, and whether the text tells history.
pub(super) fn timexes(tokens: &[Token], text: &str, context: &Context) -> (Vec<(Match, Timex)>, bool) {
    let mut matches = find(tokens, context);
    interval::share_years(&mut matches, tokens);
    let narrative = tells_history(&matches, context);
    let mut state = State::new(context.published, narrative);
    if matches.iter().any(|m| matches!(m.meaning.what, What::Holiday(..))) {
        state.lands = Lands::named_in(tokens, text);
    }
    let mut read = 0;
    let mut found = Vec::with_capacity(matches.len());
    for m in matches {
        if tokens[read..=m.start].iter().any(|t| t.gap == Gap::Paragraph) {
            state.start_paragraph();
        }
        read = m.start + 1;
        let clause = Clause { tokens, text, start: m.start, end: m.end };
        if let Some(resolved) = state.resolve(&m.meaning, &clause) {
            found.push((m, timex(&m, &resolved, &clause)));
        }
    }
    (found, narrative)
}

/// Returns the phrases, longest first at each place, in text order, those that are no time among them.
pub(super) fn find(tokens: &[Token], context: &Context) -> Vec<Match> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // Most words have no class.
        let class = if matches!(tokens[at].word, Word::Other) { 0 } else { class_at(tokens, at) };
        match if class == 0 { None } else { longest(tokens, context, at, class) } {
            Some(m) => {
                at = m.end;
                found.push(m);
            }
            None => at += 1,
        }
    }
    found
}

fn longest(tokens: &[Token], context: &Context, start: usize, class: Classes) -> Option<Match> {
    let mut best: Option<Match> = None;
    for rule in candidates(class, &tokens[start..]) {
        let mut cursor = Cursor { tokens, start, at: start, order: context.order };
        let Some(meaning) = (rule.read)(&mut cursor) else { continue };
        if cursor.at > best.map_or(start, |b| b.end) {
            best = Some(Match { rule, meaning, start, end: cursor.at });
        }
    }
    best
}

fn timex(found: &Match, resolved: &Resolved, clause: &Clause) -> Timex {
    let before = clause.before();
    let near = if let Word::Near(modifier) = before { Some(modifier) } else { None };
    // "After midnight on Tuesday" is still that night.
    let names_a_date = || resolved.kind == TimexKind::Date && clause.stands_alone();
    let bound = match before {
        Word::Since => Some(Bound::Since),
        Word::Until | Word::By => Some(Bound::Until),
        Word::After if names_a_date() => Some(Bound::After),
        Word::Before if names_a_date() => Some(Bound::Before),
        _ => None,
    };
    Timex {
        span: clause.tokens[found.start].start..clause.tokens[found.end - 1].end,
        kind: resolved.kind,
        value: resolved.value,
        modifier: found.meaning.modifier.or(near),
        bound,
        rule: found.rule.name,
        anchor: resolved.anchor,
        year: resolved.year,
        direction: resolved.direction,
        either: both_readings(&found.meaning, &resolved.value),
    }
}

/// Returns both readings of an ambiguous date in figures.
fn both_readings(meaning: &Meaning, value: &Value) -> Option<(NaiveDate, NaiveDate)> {
    let (What::Day(_, month, day), Some(other)) = (meaning.what, meaning.either) else { return None };
    let Value::Date(Date { year: Year::Known(year), .. }) = *value else { return None };
    let in_year = |(month, day): (u8, u8)| NaiveDate::from_ymd_opt(year, month.into(), day.into());
    Some((in_year((month, day))?, in_year(other)?))
}

/// Whether most years written out lie more than two years before publication, and weekdays are rare: the text tells
/// history, not the news of its day.
fn tells_history(matches: &[Match], context: &Context) -> bool {
    let years: Vec<i32> = matches.iter().filter_map(|m| written_year(&m.meaning)).collect();
    let news = matches.iter().filter(|m| matches!(m.meaning.what, What::Weekday(..) | What::Today(_))).count();
    let old = match context.published.year {
        Some(published) => years.iter().filter(|year| **year <= published - 2).count(),
        None => years.len(),
    };
    old >= 8 && old * 2 > years.len() && news * 8 < old
}

fn written_year(meaning: &Meaning) -> Option<i32> {
    match meaning.what {
        What::Day(YearOf::Stated(year), ..) | What::Part(YearOf::Stated(year), _) => Some(year),
        What::Fixed(Value::Date(Date { year: Year::Known(year), .. })) => Some(year),
        _ => None,
    }
}
