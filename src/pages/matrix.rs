//! The period in view: a table of themes against days, or against weeks in a monthly edition.
//!
//! Each event is one mark. An exact day puts it in a column, a span over several columns makes a bar, and whatever is
//! vaguer ("by Sunday", "in December" in a weekly book) has a column of its own instead of being forced into a day.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Serialize;

use super::dates::DayView;
use super::parts::{KindView, Maker, ThemeRef};
use super::target::{Link, Target};
use crate::model::{Edition, EventIx};

/// The table.
#[derive(Debug, Serialize)]
pub struct Matrix<'a> {
    pub columns: Vec<Column<'a>>,
    pub rows: Vec<Row<'a>>,
    /// Whether any row has a mark after the period.
    pub has_ahead: bool,
    /// Whether any row has a mark without a day.
    pub has_loose: bool,
}

/// A day of the period, or a week of a longer one.
#[derive(Debug, Serialize)]
pub struct Column<'a> {
    /// "Mon", or "Dec" in a monthly edition.
    pub above: &'static str,
    /// "7", or "1–7".
    pub below: String,
    /// To the day, where it has a page.
    pub link: Option<Link<'a>>,
    #[serde(skip)]
    first: NaiveDate,
    #[serde(skip)]
    last: NaiveDate,
}

/// A theme: single days first, then one lane for each set of bars that do not overlap.
#[derive(Debug, Serialize)]
pub struct Row<'a> {
    pub theme: ThemeRef<'a>,
    pub lanes: Vec<Vec<Cell<'a>>>,
    pub ahead: Marks<'a>,
    pub loose: Marks<'a>,
}

/// The marks of a theme under one column, or several where dates are wide.
#[derive(Debug, Serialize)]
pub struct Cell<'a> {
    /// How many columns it covers.
    pub width: usize,
    pub marks: Marks<'a>,
}

/// The marks of one cell.
#[derive(Debug, Default, Serialize)]
pub struct Marks<'a> {
    pub shown: Vec<MarkView<'a>>,
    /// How many more there are.
    pub more: usize,
}

/// An event as a mark.
#[derive(Debug, Serialize)]
pub struct MarkView<'a> {
    /// The event's id: its card on the same page is `#e-ID`.
    pub id: &'a str,
    pub headline: &'a str,
    /// How we know it, in a word and as the class of the mark.
    pub kind: &'static str,
    pub fill: &'static str,
    /// When, in words; `None` under the column of its day.
    pub date: Option<String>,
}

/// Most marks in one cell; the rest is a number.
const SHOWN: usize = 6;

/// The longest period, in days, with a column for each day.
const DAILY: i64 = 7;

/// The longest period, in days, with a column for each week.
const WEEKLY: i64 = 31;

/// Makes the table of an edition; `None` where its period is a single day or too long for one.
pub fn matrix<'a>(maker: &mut Maker<'a, '_>, edition: &Edition, themes: &[usize]) -> Option<Matrix<'a>> {
    let columns = columns(maker, edition)?;
    let rows: Vec<Row<'a>> = themes.iter().map(|theme| row(maker, edition, &columns, *theme)).collect();
    let has_ahead = rows.iter().any(|row| !row.ahead.shown.is_empty());
    let has_loose = rows.iter().any(|row| !row.loose.shown.is_empty());
    Some(Matrix { columns, rows, has_ahead, has_loose })
}

fn columns<'a>(maker: &mut Maker<'a, '_>, edition: &Edition) -> Option<Vec<Column<'a>>> {
    let days = (edition.last - edition.first).num_days() + 1;
    let mut columns = Vec::new();
    let mut first = edition.first;
    if !(2..=WEEKLY).contains(&days) {
        return None;
    }
    while first <= edition.last {
        let last = if days <= DAILY { first } else { first.week(Weekday::Mon).last_day().min(edition.last) };
        columns.push(column(maker, first, last));
        first = last.checked_add_days(Days::new(1))?;
    }
    Some(columns)
}

fn column<'a>(maker: &mut Maker<'a, '_>, first: NaiveDate, last: NaiveDate) -> Column<'a> {
    let labels = maker.catalog.labels;
    if first == last {
        let link = maker.catalog.days.contains_key(&first).then(|| maker.links.to(Target::Day(first)));
        let day = DayView::new(first, labels);
        return Column { above: day.weekday, below: day.number.to_string(), link, first, last };
    }
    let above = labels.months_short[first.month0() as usize];
    Column { above, below: format!("{}–{}", first.day(), last.day()), link: None, first, last }
}

/// Where an event stands in its row.
enum Spot {
    Columns(usize, usize),
    Ahead,
    Loose,
}

fn row<'a>(maker: &mut Maker<'a, '_>, edition: &Edition, columns: &[Column<'a>], theme: usize) -> Row<'a> {
    let mut spots: BTreeMap<(usize, usize), Vec<EventIx>> = BTreeMap::new();
    let (mut ahead, mut loose) = (Vec::new(), Vec::new());
    for ix in edition.events.iter().chain(&edition.ahead).filter(|ix| maker.leading_theme(**ix) == theme) {
        match spot(maker, *ix, columns, edition.last) {
            Spot::Columns(from, to) => spots.entry((from, to)).or_default().push(*ix),
            Spot::Ahead => ahead.push(*ix),
            Spot::Loose => loose.push(*ix),
        }
    }
    let lanes = lanes(&spots, columns.len());
    let cells = |maker: &Maker<'a, '_>, lane: &[(usize, Vec<EventIx>)]| {
        let is_day = |width: usize| width == 1 && columns.iter().all(|column| column.first == column.last);
        let cell = |(width, events): &(usize, Vec<EventIx>)| Cell {
            width: *width,
            marks: marks(maker, events, !is_day(*width)),
        };
        lane.iter().map(cell).collect()
    };
    Row {
        lanes: lanes.iter().map(|lane| cells(maker, lane)).collect(),
        ahead: marks(maker, &ahead, true),
        loose: marks(maker, &loose, true),
        theme: maker.theme(theme),
    }
}

fn spot(maker: &Maker<'_, '_>, ix: EventIx, columns: &[Column<'_>], end: NaiveDate) -> Spot {
    let Some(date) = maker.catalog.event(ix).date.as_ref().map(|dated| dated.date) else { return Spot::Loose };
    let (Some(first), Some(last)) = (date.first_day(), date.last_day()) else {
        return if date.first_day().is_some_and(|day| day > end) { Spot::Ahead } else { Spot::Loose };
    };
    let holding = |day: NaiveDate| columns.iter().position(|column| column.first <= day && day <= column.last);
    match (holding(first), holding(last)) {
        _ if first > end => Spot::Ahead,
        (Some(from), Some(to)) if date.exact_day().is_some() || first < last => Spot::Columns(from, to),
        _ => Spot::Loose,
    }
}

/// Lays spans into lanes, left to right, each as (width, events) with empty cells between: single columns in the
/// first lane, and every bar in the first lane below it that is still free there.
fn lanes(spots: &BTreeMap<(usize, usize), Vec<EventIx>>, columns: usize) -> Vec<Vec<(usize, Vec<EventIx>)>> {
    let mut lanes: Vec<Vec<(usize, Vec<EventIx>)>> = Vec::new();
    let filled = |lane: &[(usize, Vec<EventIx>)]| lane.iter().map(|(width, _)| width).sum::<usize>();
    let (single, bars): (Vec<_>, Vec<_>) = spots.iter().partition(|((from, to), _)| from == to);
    let bars_start = usize::from(!single.is_empty());
    for ((from, to), events) in single.into_iter().chain(bars) {
        let lowest = if from == to { 0 } else { bars_start };
        let free = (lowest..lanes.len()).find(|n| filled(&lanes[*n]) <= *from);
        let lane = free.unwrap_or_else(|| {
            lanes.push(Vec::new());
            lanes.len() - 1
        });
        let empty = from - filled(&lanes[lane]);
        lanes[lane].extend((0..empty).map(|_| (1, Vec::new())));
        lanes[lane].push((to - from + 1, events.clone()));
    }
    if lanes.is_empty() {
        lanes.push(Vec::new());
    }
    for lane in &mut lanes {
        let empty = columns - filled(lane);
        lane.extend((0..empty).map(|_| (1, Vec::new())));
    }
    lanes
}

fn marks<'a>(maker: &Maker<'a, '_>, events: &[EventIx], dated: bool) -> Marks<'a> {
    let view = |ix: &EventIx| {
        let event = maker.catalog.event(*ix);
        let date = dated.then(|| maker.date(*ix).full);
        let KindView { label: kind, fill } = maker.kind(*ix);
        MarkView { id: event.id.as_str(), headline: &event.headline, kind, fill, date }
    };
    Marks { shown: events.iter().take(SHOWN).map(view).collect(), more: events.len().saturating_sub(SHOWN) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_that_overlap_get_lanes_of_their_own() {
        let spots: BTreeMap<_, _> =
            [((0, 6), vec![EventIx(0)]), ((2, 2), vec![EventIx(1)]), ((1, 2), vec![EventIx(2)])].into();
        let lanes = lanes(&spots, 7);
        let shape = |lane: &Vec<(usize, Vec<EventIx>)>| {
            lane.iter().map(|(width, events)| (*width, events.len())).collect::<Vec<_>>()
        };
        let shapes: Vec<_> = lanes.iter().map(shape).collect();
        assert_eq!(
            shapes,
            [
                vec![(1, 0), (1, 0), (1, 1), (1, 0), (1, 0), (1, 0), (1, 0)],
                vec![(7, 1)],
                vec![(1, 0), (2, 1), (1, 0), (1, 0), (1, 0), (1, 0)],
            ]
        );
    }
}
