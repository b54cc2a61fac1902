//! Pins a holiday to the calendar: whose day it is, then which year's.
//!
//! A day that countries keep on days of their own is known only where the text says whose it is: "Ukraine's
//! Independence Day", "Thanksgiving in Canada". A name that hardly anybody but America uses is America's in a text
//! that names America and no other country with such a day. Easter is the Western one unless the text speaks of
//! Orthodox churches or their countries, and then it is left open.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::Anchor;
use super::calendar::{add_days, week};
use super::clause::Clause;
use super::feast::{Around, Feast, Holiday};
use super::land::{self, Land, Owner};
use super::lexicon::{Which, Word};
use super::meaning::YearOf;
use super::state::{Resolved, State};
use super::value::{Date, Part, Value, Year};

/// A year's Election Day farther away than this is not the one that is meant.
const ELECTION: i64 = 240;
/// So soon after a feast a word that looks ahead hardly means the next.
const JUST_PAST: RangeInclusive<i64> = -30..=-1;
/// So many days around a feast it is this one. Farther away a verb must say whether the last or the next is meant, and
/// where none does the year stays open.
const NEAR: RangeInclusive<i64> = -100..=45;

impl State {
    /// Returns the day of a holiday; `None` where it is a word of another name, or nobody says whose day it is.
    pub fn holiday(&self, which: Option<Which>, year: YearOf, holiday: Holiday, clause: &Clause) -> Option<Resolved> {
        let Holiday { feast, days, around } = holiday;
        let bare = matches!(clause.tokens[clause.end - 1].word, Word::Feast(_));
        if bare && clause.is_followed_by_noun() || clause.is_followed_by_name() {
            return None;
        }
        let keeper = self.keeper(feast, clause)?;
        let day = |year| keeper.day(feast, year).map(|day| add_days(day, days.into()));
        let found = self.in_which_year(which, year, &day, feast, clause)?;
        Some(match (around, found.value) {
            (Around::Day, _) => found,
            (_, Value::Date(date)) => {
                // The weekend of a Monday is the one before it.
                let back = if around == Around::Weekend { -2 } else { 0 };
                let value = week(add_days(date.day()?, back), around == Around::Weekend).into();
                Resolved { value, ..found }
            }
            _ => return None,
        })
    }

    fn in_which_year(
        &self,
        which: Option<Which>,
        year: YearOf,
        day: &dyn Fn(i32) -> Option<NaiveDate>,
        feast: Feast,
        clause: &Clause,
    ) -> Option<Resolved> {
        if let Some(year) = self.stated_year(year) {
            return Some(Resolved::stated(day(year)?));
        }
        let open = || {
            let date = same_every_year(day)?;
            Some(Resolved::stated(Date::new(Year::Unknown, Part::Day(date.month() as u8, date.day() as u8))).guessed())
        };
        let text = self.narrative.then_some(self.last_year).flatten();
        let Some(today) = self.today.filter(|_| text.is_none()) else {
            let Some(year) = text else { return open() };
            return Some(Resolved::from_anchor(day(year)?, self.anchor(true)).guessed());
        };
        let election = |day: &NaiveDate| {
            feast != Feast::Election || day.year() % 2 == 0 && (*day - today).num_days().abs() <= ELECTION
        };
        let near = || (today.year() - 1..=today.year() + 1).filter_map(day).filter(election);
        let before = || near().filter(|d| *d < today).max();
        let after = || near().filter(|d| *d >= today).min();
        let nearest = near().min_by_key(|d| (*d - today).num_days().abs())?;
        let found = match which {
            Some(Which::Last) => before(),
            Some(Which::Next | Which::This) => after(),
            // "It will be like New Year's Eve", two weeks after it.
            _ if clause.is_future() && JUST_PAST.contains(&(nearest - today).num_days()) => return open(),
            _ if clause.is_future() => after(),
            _ if NEAR.contains(&(nearest - today).num_days()) || feast == Feast::Election => Some(nearest),
            _ if clause.is_past() => before(),
            _ => return open(),
        }?;
        let resolved = Resolved::from_anchor(found, Some(Anchor::Published(today)));
        Some(if which.is_some() { resolved } else { resolved.guessed() })
    }

    /// Returns who keeps the day; `None` where that is not said or not known.
    fn keeper(&self, feast: Feast, clause: &Clause) -> Option<Keeper> {
        let land = match land::owner(clause) {
            Owner::Unknown => return None,
            Owner::In(place) => match place.filter(|land| feast.is_kept_in(*land)) {
                Some(land) => return Some(Keeper::Only(land)),
                None if feast.is_kept_in(Land::All) => Land::All,
                None => return None,
            },
            Owner::Of(land) if land.is_orthodox() && feast.is_kept_in(Land::Orthodox) => {
                let church = feast != Feast::Christmas || matches!(land, Land::Orthodox | Land::Russia | Land::Serbia);
                return church.then_some(Keeper::Only(Land::Orthodox));
            }
            Owner::Of(land) => return feast.is_kept_in(land).then_some(Keeper::Only(land)),
            Owner::Nobody => Land::All,
        };
        if feast.is_kept_in(land) {
            let eastern = match feast {
                Feast::Christmas => self.lands.any(|land| land == Land::Orthodox),
                _ => feast.is_kept_in(Land::Orthodox) && self.lands.any(Land::is_orthodox),
            };
            return Some(if eastern { Keeper::Both } else { Keeper::Only(land) });
        }
        let rival = |land: Land| land != Land::America && feast.is_kept_in(land);
        let american = feast.is_american_name() && self.lands.any(|land| land == Land::America);
        (american && !self.lands.any(rival)).then_some(Keeper::Only(Land::America))
    }
}

/// Returns the day in some year of a feast that falls on the same one every year.
fn same_every_year(day: &dyn Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let first = day(2021)?;
    let same = |year| day(year).is_some_and(|d| (d.month(), d.day()) == (first.month(), first.day()));
    (same(2022) && same(2023)).then_some(first)
}

/// Whose calendar counts.
#[derive(Clone, Copy)]
enum Keeper {
    Only(Land),
    /// The Western and the Orthodox one, where they agree.
    Both,
}

impl Keeper {
    fn day(self, feast: Feast, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Only(land) => feast.day(land, year),
            Self::Both => feast.day(Land::All, year).filter(|day| feast.day(Land::Orthodox, year) == Some(*day)),
        }
    }
}
