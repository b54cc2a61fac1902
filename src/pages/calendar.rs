//! A month as a grid of weeks, its busy days shaded and linked.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use super::dates::month_in_full;
use super::labels::Labels;
use super::parts::Maker;
use super::target::{Link, Target};

/// One month; the language says on which day a week begins.
#[derive(Debug, Serialize)]
pub struct MonthGrid<'a> {
    pub title: String,
    /// To the month's page, where it has one.
    pub link: Option<Link<'a>>,
    pub weekdays: [&'static str; 7],
    pub weeks: Vec<Vec<DayCell<'a>>>,
}

/// A cell of the grid.
#[derive(Debug, Serialize)]
pub struct DayCell<'a> {
    /// 1 to 31; `None` pads the first and the last week.
    pub number: Option<u32>,
    /// To the day's page, where it has one.
    pub link: Option<Link<'a>>,
    /// How busy: 0 nothing, 3 among the busiest of the month.
    pub level: usize,
    /// "7, 5 events": the table says the month and the weekday.
    pub label: String,
    pub events: usize,
    /// Whether the edition shown covers the day.
    pub inside: bool,
}

/// Draws a month; `inside` tells which days to mark as covered.
pub fn month_grid<'a>(
    maker: &mut Maker<'a, '_>,
    year: i32,
    month: u32,
    inside: impl Fn(NaiveDate) -> bool,
) -> Option<MonthGrid<'a>> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let start = first.week(maker.catalog.labels.first_weekday).checked_first_day()?;
    let busiest = busiest(maker, first);
    let mut weeks = Vec::new();
    for start_of_week in (0..6).map_while(|n| start.checked_add_days(Days::new(7 * n))) {
        let days = (0..7).map_while(|n| start_of_week.checked_add_days(Days::new(n)));
        if (start_of_week.year(), start_of_week.month()) <= (year, month) {
            weeks.push(days.map(|day| cell(maker, day, month, busiest, &inside)).collect());
        }
    }
    let labels = maker.catalog.labels;
    let has_page = maker.catalog.months.contains_key(&(year, month));
    let link = has_page.then(|| maker.links.to(Target::Month(year, month)));
    Some(MonthGrid { title: month_in_full(year, month, labels), link, weekdays: weekdays(labels), weeks })
}

/// The short names of the days, the first of the week first.
fn weekdays(labels: &Labels) -> [&'static str; 7] {
    let mut names = labels.weekdays_short;
    names.rotate_left(labels.first_weekday.num_days_from_monday() as usize);
    names
}

fn cell<'a>(
    maker: &mut Maker<'a, '_>,
    day: NaiveDate,
    month: u32,
    busiest: usize,
    inside: &impl Fn(NaiveDate) -> bool,
) -> DayCell<'a> {
    if day.month() != month {
        return DayCell { number: None, link: None, level: 0, label: String::new(), events: 0, inside: false };
    }
    let shelf = maker.catalog.days.get(&day);
    let events = shelf.map_or(0, |shelf| shelf.events.len());
    let labels = maker.catalog.labels;
    DayCell {
        number: Some(day.day()),
        link: shelf.map(|_| maker.links.to(Target::Day(day))),
        level: level(events, busiest),
        label: format!("{}, {}", day.day(), labels.count(events, &labels.counts.events)),
        events,
        inside: inside(day),
    }
}

/// Returns 0 for nothing, else 1 to 3 by thirds of the busiest day.
pub fn level(events: usize, busiest: usize) -> usize {
    (events * 3).div_ceil(busiest.max(1)).min(3)
}

fn busiest(maker: &Maker<'_, '_>, first: NaiveDate) -> usize {
    let days = maker.catalog.days.range(first..).take_while(|(day, _)| day.month() == first.month());
    days.take(31).map(|(_, shelf)| shelf.events.len()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_thirds_of_the_busiest_day() {
        let levels: Vec<usize> = [0, 1, 3, 4, 6, 7, 9].iter().map(|n| level(*n, 9)).collect();
        assert_eq!(levels, [0, 1, 1, 2, 2, 3, 3]);
        assert_eq!(level(0, 0), 0);
    }
}
