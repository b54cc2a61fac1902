//! Time expressions as dates for events, and dates moved by "the eve of" and "two weeks after".

use std::ops::Range;

use chrono::{Days, Months, NaiveDate};

use super::misfit::{is_misfit, is_of_month, month_of, named_weekday};
use crate::model::{Bound, DateBasis, Dated, Edtf, Part, Point, State, Year};
use crate::timex::{Anchor, Basis, Reading, Relative, Side, Timex, TimexKind, Unit};

/// A dated expression of the article, ready to be owned by a clause.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    pub span: Range<usize>,
    pub dated: Dated,
    /// "since 2022": where something began, not when this happened.
    pub since: bool,
    /// "On" stands before it.
    pub on: bool,
    /// Its words name a day of the week.
    pub weekday: bool,
    /// The text does not say on which side of publication it lies; usage had to tell.
    pub inferred: bool,
}

/// Returns the expressions that can date a clause, in text order; the parts of an interval become one.
pub(super) fn expressions(reading: &Reading, text: &str, published: Option<NaiveDate>) -> Vec<Expression> {
    let in_interval =
        |at: usize| reading.intervals.iter().any(|interval| interval.parts.0 <= at && at <= interval.parts.1);
    let single = reading
        .timexes
        .iter()
        .enumerate()
        .filter(|(at, _)| !in_interval(*at))
        .filter_map(|(at, timex)| single(at, timex, text, published));
    let spans = reading.intervals.iter().filter_map(|interval| {
        let date = interval.edtf()?.parse().ok()?;
        let timex = &reading.timexes[interval.parts.0];
        let last = &reading.timexes[interval.parts.1];
        let weekday = last.rule.contains("weekday");
        let inferred = weekday && last.direction == Basis::Inferred && last.year != Basis::Stated;
        let dated = Dated {
            date,
            basis: basis(timex),
            words: Some(interval.span.clone()),
            timex: Some(interval.parts.0 as u32),
            rule: "interval",
        };
        Some(Expression { span: interval.span.clone(), dated, since: false, on: false, weekday, inferred })
    });
    let mut all: Vec<Expression> = single.chain(spans).collect();
    all.sort_by_key(|expression| expression.span.start);
    join_neighbours(&mut all, text, published);
    all
}

/// "Will strike on 18 and 20 August": two days of one week to come are one span, as neither alone is the day of both. Of days
/// gone the first tells when it was.
fn join_neighbours(all: &mut Vec<Expression>, text: &str, published: Option<NaiveDate>) {
    for at in (1..all.len()).rev() {
        let (first, second) = (&all[at - 1], &all[at]);
        let joined = text.get(first.span.end..second.span.start).is_some_and(|between| between == " and ");
        let days = first.dated.date.exact_day().zip(second.dated.date.exact_day());
        let Some((from, to)) =
            days.filter(|(from, to)| joined && (1..7).contains(&(*to - *from).num_days()) && published < Some(*from))
        else {
            continue;
        };
        let span = first.span.start..second.span.end;
        let date = Edtf::Between(Bound::At(from.into()), Bound::At(to.into()));
        let dated = Dated { date, words: Some(span.clone()), rule: "interval", ..first.dated.clone() };
        all[at - 1] = Expression { span, dated, ..first.clone() };
        all.remove(at);
    }
}

fn single(at: usize, timex: &Timex, text: &str, published: Option<NaiveDate>) -> Option<Expression> {
    if is_clock_alone(timex) {
        return None;
    }
    if is_of_odd_week(text, &timex.span) {
        return None;
    }
    let date: Edtf = match coming_or_gone(timex, text, published) {
        Some(date) => date,
        None if matches!(timex.kind, TimexKind::Date | TimexKind::Time) => timex.edtf()?.parse().ok()?,
        None => return None,
    };
    let basis = basis(timex);
    let named = named_weekday(&text[timex.span.clone()]);
    let date = if is_misfit(timex.rule, named, date) { month_of(date)? } else { date };
    let dated = Dated { date, basis, words: Some(timex.span.clone()), timex: Some(at as u32), rule: timex.rule };
    let since = timex.bound == Some(crate::timex::Bound::Since);
    let inferred = timex.direction == Basis::Inferred && timex.year != Basis::Stated;
    // "This weekend" of what was done is the last, and so is "the weekend".
    let weekend =
        ["this weekend", "the weekend"].iter().any(|words| text[timex.span.clone()].eq_ignore_ascii_case(words));
    let weekday = !is_of_month(timex.rule) && (timex.rule.contains("weekday") || named.is_some());
    let before = text[..timex.span.start].trim_end();
    let on = before.get(before.len().saturating_sub(2)..).is_some_and(|word| word.eq_ignore_ascii_case("on"));
    let (weekday, inferred) = (weekday || weekend, inferred || weekend);
    Some(Expression { span: timex.span.clone(), dated, since, on, weekday, inferred })
}

/// "At 3.10 p.m.", "1023 GMT": tells the hour and leaves the day to the sentences before. The day of publication is only
/// the reader's guess, and a wrong one whenever the article tells of yesterday.
fn is_clock_alone(timex: &Timex) -> bool {
    timex.kind == TimexKind::Time && timex.rule.starts_with("clock") && timex.rule != "clock and day"
}

/// "The week beginning on Sunday" is none of the weeks from Monday, and not that Sunday either.
fn is_of_odd_week(text: &str, span: &Range<usize>) -> bool {
    const OPENERS: [&str; 3] = ["beginning", "starting", "commencing"];
    if text[span.clone()].ends_with("week") {
        let behind = text[span.end..].trim_start();
        let monday = || behind.split_whitespace().take(3).any(|word| word.starts_with("Monday"));
        return OPENERS.iter().any(|opener| behind.starts_with(opener)) && !monday();
    }
    let before = text[..span.start].trim_end();
    let before = before.strip_suffix(" on").unwrap_or(before);
    before.ends_with("ing")
        && OPENERS.iter().any(|opener| before.strip_suffix(opener).is_some_and(|week| week.ends_with("week ")))
}

/// "In the coming days" is from now on, nobody knows until when; "the previous week" is the one before this.
fn coming_or_gone(timex: &Timex, text: &str, published: Option<NaiveDate>) -> Option<Edtf> {
    let words = &text[timex.span.clone()];
    let opens = |with: &str| words.get(..with.len()).is_some_and(|words| words.eq_ignore_ascii_case(with));
    if timex.kind == TimexKind::Duration && (opens("coming ") || opens("the coming ")) {
        return Some(Edtf::Between(Bound::At(published?.into()), Bound::Open));
    }
    if words.eq_ignore_ascii_case("the previous week") && timex.edtf().is_none() {
        let monday = published?.week(chrono::Weekday::Mon).first_day();
        let (from, to) = (monday.checked_sub_days(Days::new(7))?, monday.pred_opt()?);
        return Some(Edtf::Between(Bound::At(from.into()), Bound::At(to.into())));
    }
    None
}

/// News tells what happened within so many days.
const STORY_DAYS: i64 = 3;

impl Expression {
    /// Whether it names a day that news of this day may be about.
    pub fn is_near(&self, published: Option<NaiveDate>) -> bool {
        let day = self.dated.date.exact_day();
        published.zip(day).is_some_and(|(published, day)| (0..=STORY_DAYS).contains(&(published - day).num_days()))
    }

    /// "From Thursday to Monday".
    pub fn is_from_to(&self, text: &str) -> bool {
        let words = &text[self.span.clone()];
        words.contains(" to ") || words.contains(" until ")
    }

    /// "On Monday": a day of which the text does not say on which side of publication it lies.
    pub fn is_weekday(&self) -> bool {
        self.inferred && self.weekday
    }

    /// Returns its date on the side of publication where the clause puts it, when the expression leaves that open:
    /// "in February" of something proposed is the last February, "on Tuesday" of a visit made is not next Tuesday, and
    /// what is "expected to rise in October" did not do so in the October before. To come is only a day of a month, a month
    /// or a season, and only where the next one is nearer than the last: "moved to seize power in March" has been.
    /// A weekday that the clause puts `ahead` for certain is the next.
    pub fn on_side(&self, state: State, ahead: bool, published: Option<NaiveDate>) -> Dated {
        let date = self.dated.date;
        let moved = published.filter(|_| self.inferred).and_then(|published| match state {
            _ if ahead && self.is_weekday() && date.last_day().is_some_and(|last| last < published) => in_a_week(date),
            _ if self.dated.rule == "interval" => self.ended(state, ahead, published),
            State::Past if !ahead && self.is_weekend() && date.first_day().is_some_and(|first| first > published) => {
                week_before(date)
            }
            State::Past if !ahead && date.first_day().is_some_and(|first| first > published) => self.before(published),
            State::Scheduled if !self.is_weekday() => {
                let gone = (published - date.last_day().filter(|last| *last < published)?).num_days();
                let next = in_years(date, 1)?;
                let left = (next.last_day()? - published).num_days();
                // "Will be announced on 10 October" in March.
                (left < gone || ahead && gone > SOON_DAYS).then_some(next)
            }
            _ => None,
        });
        Dated { date: moved.unwrap_or(date), ..self.dated.clone() }
    }

    fn is_weekend(&self) -> bool {
        self.is_weekday() && self.dated.date.exact_day().is_none() && self.dated.date.first_day().is_some()
    }

    /// "The fair ran from 29 July until Tuesday": until the last one.
    fn ended(&self, state: State, ahead: bool, published: NaiveDate) -> Option<Edtf> {
        let Edtf::Between(Bound::At(from), Bound::At(_)) = self.dated.date else { return None };
        let (first, last) = (self.dated.date.first_day()?, self.dated.date.last_day()?);
        let gone = last.checked_sub_days(Days::new(7)).filter(|gone| *gone > first)?;
        let over = state == State::Past && !ahead && self.is_weekday() && first <= published && last > published;
        over.then_some(Edtf::Between(Bound::At(from), Bound::At(gone.into())))
    }

    /// The same weekday of the week before, or the same month of the year before. A day of a month without "on" stays
    /// where it is: told in the past beside a day to come, it is another's ("named him chief, effective September 1"). So is
    /// one of the next weeks: news names the year of what happened eleven months ago.
    fn before(&self, published: NaiveDate) -> Option<Edtf> {
        let date = self.dated.date;
        match date.exact_day() {
            Some(day) if self.weekday => day.checked_sub_days(Days::new(7)).map(Edtf::from),
            Some(day) if !self.on || (day - published).num_days() < SOON_DAYS => None,
            _ => in_years(date, -1),
        }
    }
}

/// A day no further ahead than this is to come, whatever the tense beside it.
const SOON_DAYS: i64 = 31;

/// Moves a weekend by a week.
fn week_before(date: Edtf) -> Option<Edtf> {
    let earlier = |day: NaiveDate| day.checked_sub_days(Days::new(7)).map(|day| Bound::At(day.into()));
    Some(Edtf::Between(earlier(date.first_day()?)?, earlier(date.last_day()?)?))
}

/// Moves a day, the day until which something lasts, or a few days, by a week.
fn in_a_week(date: Edtf) -> Option<Edtf> {
    let later = |day: NaiveDate| day.checked_add_days(Days::new(7));
    let day = later(date.last_day()?)?;
    match date {
        Edtf::Between(Bound::Open, _) => Some(Edtf::Between(Bound::Open, Bound::At(day.into()))),
        Edtf::Between(Bound::At(_), Bound::At(_)) => {
            let first = later(date.first_day()?).filter(|first| (day - *first).num_days() < 7)?;
            Some(Edtf::Between(Bound::At(first.into()), Bound::At(day.into())))
        }
        _ => date.exact_day().map(|_| day.into()),
    }
}

/// Moves what is told of a year to another.
fn in_years(date: Edtf, years: i32) -> Option<Edtf> {
    let moved = |point: Point| match point.year {
        Year::Known(year) => Some(Point { year: Year::Known(year + years), ..point }),
        _ => None,
    };
    let end = |bound: Bound| match bound {
        Bound::At(point) => moved(point).map(Bound::At),
        open => Some(open),
    };
    Some(match date {
        Edtf::At(point) => Edtf::At(moved(point)?),
        Edtf::Between(from, to) => Edtf::Between(end(from)?, end(to)?),
    })
}

fn basis(timex: &Timex) -> DateBasis {
    let worked_out = timex.anchor.is_some_and(|anchor| matches!(anchor, Anchor::Published(_) | Anchor::Text(_)));
    if worked_out && timex.year != Basis::Stated && !matches!(timex.rule, "month-day" | "day-month") {
        DateBasis::Relative
    } else {
        DateBasis::Explicit
    }
}

/// Moves an event's date by "the day before", "two weeks after"; an unknown distance gives an open interval.
pub(super) fn shifted(date: Option<Edtf>, relative: &Relative, published: Option<NaiveDate>) -> Option<Edtf> {
    // After something nobody dated, and told: at any rate before publication.
    if date.is_none_or(|date| matches!(date, Edtf::Between(Bound::Open, _))) && relative.side == Side::After {
        return published.map(|day| Edtf::Between(Bound::Open, Bound::At(day.into())));
    }
    let date = date?;
    match (relative.shift, relative.side) {
        (_, Side::At) => Some(date),
        (None, Side::Before) => Some(Edtf::Between(Bound::Open, bound(date, true)?)),
        (None, Side::After) => match published {
            Some(day) if date.last_day().is_some_and(|last| last <= day) => {
                Some(Edtf::Between(Bound::Open, Bound::At(day.into())))
            }
            Some(_) => Some(Edtf::Between(bound(date, false)?, Bound::Open)),
            None => None,
        },
        (Some((count, unit)), _) => move_by(date, count, unit),
    }
}

/// Returns the near end of a date: its start where `first`, else its end; `None` where that is open.
pub(super) fn bound(date: Edtf, first: bool) -> Option<Bound> {
    match date {
        Edtf::At(point) => Some(Bound::At(point)),
        Edtf::Between(from, to) => Some(if first { from } else { to }).filter(|bound| *bound != Bound::Open),
    }
}

fn move_by(date: Edtf, count: i32, unit: Unit) -> Option<Edtf> {
    let day = date.exact_day();
    let by = u64::from(count.unsigned_abs());
    let moved = match (unit, day) {
        (Unit::Day, Some(day)) => {
            if count < 0 {
                day.checked_sub_days(Days::new(by))
            } else {
                day.checked_add_days(Days::new(by))
            }
        }
        (Unit::Week, Some(day)) => {
            if count < 0 {
                day.checked_sub_days(Days::new(7 * by))
            } else {
                day.checked_add_days(Days::new(7 * by))
            }
        }
        (Unit::Month, Some(day)) => {
            let months = Months::new(by as u32);
            let moved = if count < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) };
            return moved.map(|day| Edtf::from(day).approximate());
        }
        (Unit::Day, None) => return yearless(date, count),
        _ => None,
    };
    moved.map(Edtf::from)
}

/// Moves a day of an unknown year, where that stays inside its month.
fn yearless(date: Edtf, count: i32) -> Option<Edtf> {
    let Edtf::At(Point { year: Year::Unknown, part: Part::Day(month, day), quality }) = date else { return None };
    let moved = u8::try_from(i32::from(day) + count).ok().filter(|day| (1..=28).contains(day))?;
    Some(Edtf::At(Point { year: Year::Unknown, part: Part::Day(month, moved), quality }))
}
