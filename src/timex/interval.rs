//! Pairs of dates that are the ends of one span: "from 4 to 6 December", "between May and June 2023", "1861–1865".
//!
//! Each end stays a time expression of its own, as TimeML wants it; the span is said once more beside them. A month or
//! day that has no year takes it from the end it is joined to, before anything is resolved.

use super::calendar::{add_months, first_month};
use super::lexicon::{Which, Word};
use super::meaning::{What, YearOf};
use super::scan::Match;
use super::token::{Gap, Token};
use super::value::{Count, Date, Part, Unit, Value, Year};
use super::{Interval, Timex};

/// Gives the first of two joined dates the year that is written only after the second, and a date the year that is
/// told just before it: "in 2014, on 23 June". Clock times share their day alike: "between 10 a.m. and noon on Tuesday".
pub(super) fn share_years(matches: &mut [Match], tokens: &[Token]) {
    for i in (1..matches.len()).rev() {
        let (first, second) = (matches[i - 1], matches[i]);
        if let (Some(year), Some((YearOf::Open, _))) =
            (year_before(&first, &second, tokens), month_of(second.meaning.what))
        {
            matches[i].meaning.what = in_year(second.meaning.what, year);
            continue;
        }
        if !are_joined(&first, &second, tokens) {
            continue;
        }
        if first.meaning.what == What::SameDay(0) && first.meaning.time.is_some() && second.meaning.time.is_some() {
            matches[i - 1].meaning.what = second.meaning.what;
            continue;
        }
        let (Some((YearOf::Open, month)), Some((YearOf::Stated(year), last_month))) =
            (month_of(first.meaning.what), month_of(second.meaning.what))
        else {
            continue;
        };
        let year = YearOf::Stated(if month > last_month { year - 1 } else { year });
        matches[i - 1].meaning.what = in_year(first.meaning.what, year);
    }
}

fn in_year(what: What, year: YearOf) -> What {
    match what {
        What::Day(_, month, day) => What::Day(year, month, day),
        What::Part(_, part) => What::Part(year, part),
        other => other,
    }
}

/// Returns the year that an expression tells for the one after it, where "on" or "in" is all that parts them.
fn year_before(first: &Match, second: &Match, tokens: &[Token]) -> Option<YearOf> {
    let between = &tokens[first.end..second.start];
    let parted = match between {
        [one] => matches!(one.word, Word::On | Word::In),
        [comma, one] => comma.word == Word::Comma && matches!(one.word, Word::On | Word::In),
        _ => false,
    };
    let apart = tokens[first.end..=second.start].iter().any(|t| t.gap == Gap::Paragraph);
    match first.meaning.what {
        _ if !parted || apart => None,
        What::Fixed(Value::Date(Date { year: Year::Known(year), part: Part::Whole, .. })) => Some(YearOf::Stated(year)),
        What::Unit(Which::Last, Unit::Year) => Some(YearOf::Published(-1)),
        What::Unit(Which::Next, Unit::Year) => Some(YearOf::Published(1)),
        _ => None,
    }
}

fn month_of(what: What) -> Option<(YearOf, u8)> {
    match what {
        What::Day(year, month, _) | What::Part(year, Part::Month(month)) => Some((year, month)),
        _ => None,
    }
}

/// Whether one joining word or mark is all that stands between: "and", "to", a dash, a comma.
fn are_joined(first: &Match, second: &Match, tokens: &[Token]) -> bool {
    let [joint] = tokens[first.end..second.start] else { return false };
    let apart = joint.gap == Gap::Paragraph || tokens[second.start].gap == Gap::Paragraph;
    let joins = matches!(
        joint.word,
        Word::And | Word::Or | Word::To | Word::Until | Word::Through | Word::Hyphen | Word::Dash | Word::Comma
    );
    joins && !apart
}

/// Returns the spans that pairs of neighbouring expressions name, in text order. Each expression comes with its match.
pub(super) fn intervals(found: &[(Match, Timex)], tokens: &[Token]) -> Vec<Interval> {
    let mut spans = Vec::new();
    for (i, pair) in found.windows(2).enumerate() {
        let [(first, a), (second, b)] = pair else { continue };
        if !are_joined(first, second, tokens) {
            continue;
        }
        let opener =
            first.start.checked_sub(1).map(|t| &tokens[t]).filter(|_| tokens[first.start].gap != Gap::Paragraph);
        let joint = tokens[first.end].word;
        let (a_value, b_value) = in_one_week(first, second, a.value, b.value, tokens);
        let Some((from, to)) = ends(&a_value, &b_value, opener.map(|t| t.word), joint) else { continue };
        let opens = opener.filter(|t| matches!(t.word, Word::From | Word::Between));
        let start = opens.map_or(a.span.start, |t| t.start);
        spans.push(Interval { span: start..b.span.end, parts: (i, i + 1), from, to });
    }
    spans
}

/// "From Friday night until Saturday", "between Monday and Wednesday last week": two weekdays less than a week apart,
/// whatever each would be by itself. Where only the second says of which week it is, the first moves.
fn in_one_week(first: &Match, second: &Match, a: Value, b: Value, tokens: &[Token]) -> (Value, Value) {
    let is_weekday = |part: &Match| matches!(tokens[part.start].word, Word::Weekday(_) | Word::WeekdayShort(_));
    let (Value::Date(from), Value::Date(to)) = (a, b) else { return (a, b) };
    let (Some(start), Some(end)) = (from.day(), to.day()) else { return (a, b) };
    let bare = |part: &Match| part.end - part.start <= 2;
    let days = (end - start).num_days().rem_euclid(7);
    if !is_weekday(first) || !is_weekday(second) || !bare(first) || (end - start).num_days() == days || days == 0 {
        return (a, b);
    }
    let days = chrono::Days::new(days.unsigned_abs());
    match bare(second) {
        true => (a, start.checked_add_days(days).map_or(b, |end| Value::Date(end.into()))),
        false => (end.checked_sub_days(days).map_or(a, |start| Value::Date(start.into())), b),
    }
}

fn ends(a: &Value, b: &Value, opener: Option<Word>, joint: Word) -> Option<(Date, Date)> {
    let Value::Date(to) = *b else { return None };
    match *a {
        Value::Date(from) => {
            let told = match joint {
                Word::Hyphen | Word::Dash | Word::Through => true,
                Word::To | Word::Until => opener != Some(Word::Between),
                Word::And => opener == Some(Word::Between),
                _ => false,
            };
            (told && in_order(from, to)).then_some((from, to))
        }
        // "the 12 months to March"
        Value::Duration(length) if joint == Word::To => {
            let (Count::Exact(n), Part::Month(month) | Part::Day(month, _), Year::Known(year)) =
                (length.count, to.part, to.year)
            else {
                return None;
            };
            let months = match length.unit {
                Unit::Month => n,
                Unit::Quarter => n.checked_mul(3)?,
                Unit::Year => n.checked_mul(12)?,
                _ => return None,
            };
            let (year, month) = add_months(year, month, 1 - i32::try_from(months).ok()?);
            Some((Date::new(Year::Known(year), Part::Month(month)), to))
        }
        _ => None,
    }
}

/// Whether the first date can lie before the second; unknown years are taken to agree.
fn in_order(from: Date, to: Date) -> bool {
    let years = match (from.year, to.year) {
        (Year::Known(a), Year::Known(b)) => a.cmp(&b),
        (Year::Unknown, Year::Unknown) => std::cmp::Ordering::Equal,
        (Year::Decade(a), Year::Decade(b)) | (Year::Century(a), Year::Century(b)) => a.cmp(&b),
        _ => return false,
    };
    let parts = match (from.part, to.part) {
        (Part::Day(m, d), Part::Day(n, e)) => (m, d) < (n, e),
        (Part::Month(m) | Part::Day(m, _), Part::Month(n) | Part::Day(n, _)) => m <= n,
        (Part::Quarter(a), Part::Quarter(b)) | (Part::Half(a), Part::Half(b)) => a < b,
        (Part::Whole, Part::Whole) => false,
        (Part::Week(a) | Part::Weekend(a), Part::Week(b) | Part::Weekend(b)) => a <= b,
        (Part::Week(_) | Part::Weekend(_), _) | (_, Part::Week(_) | Part::Weekend(_)) => false,
        (a, b) => first_month(a) <= first_month(b),
    };
    years.is_lt() || years.is_eq() && parts
}
