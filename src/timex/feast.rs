//! Holidays whose date can be worked out for a year: what they are called, and when which country keeps them.
//!
//! Many countries keep a day of one name on days of their own. [`CALENDAR`] has a row for each country that is known;
//! [`super::holiday`] finds out whose day is meant, and where nobody says so no day is given. Holidays of the lunar
//! calendars (Eid, Passover, Diwali, the Lunar New Year) are left out: they begin at sunset or when the moon is seen,
//! not on the same day everywhere.

use chrono::{Days, NaiveDate, Weekday};

use super::calendar::add_days;
use super::land::Land;
use super::lexicon::Word;
use super::pattern::{Cursor, possessive, unit_of, word};
use super::value::Unit;

/// A holiday, or the word that a name of several begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    AllSaints,
    Anzac,
    AprilFools,
    /// Needs its Sunday, Monday or Thursday: "Good Friday", "Holy Saturday".
    Good,
    Holy,
    Maundy,
    Palm,
    Whit,
    Armistice,
    Ascension,
    AshWednesday,
    Bastille,
    Boxing,
    Christmas,
    Columbus,
    Constitution,
    Cyber,
    Easter,
    Election,
    Fathers,
    Flag,
    Halloween,
    Independence,
    Juneteenth,
    Labor,
    Labour,
    MayDay,
    Memorial,
    Mothering,
    Mothers,
    National,
    NewYear,
    Patrick,
    Pentecost,
    Presidents,
    Remembrance,
    RemembranceSunday,
    Republic,
    Shrove,
    Thanksgiving,
    Unity,
    Valentine,
    Veterans,
    Victory,
    Women,
}

/// A holiday as a phrase names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holiday {
    pub feast: Feast,
    /// From the feast itself: "Christmas Eve" is -1.
    pub days: i8,
    pub around: Around,
}

/// How much around the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    Day,
    /// "Easter week"
    Week,
    /// "the Labor Day weekend"
    Weekend,
}

/// When a feast is kept in a year.
#[derive(Clone, Copy)]
enum Kept {
    /// Month and day.
    On(u32, u32),
    /// The how manyth weekday of which month, and the days from it.
    Nth(u8, Weekday, u32, u64),
    /// The last such weekday of a month.
    Last(Weekday, u32),
    /// Days from Easter Sunday.
    Easter(i64),
    /// Days from the Easter Sunday of the Orthodox churches.
    EasternEaster(i64),
}

use Kept::{Easter, EasternEaster, Last, Nth, On};

/// Who keeps which feast when. Where no row says [`Land::All`], the day differs by country.
#[rustfmt::skip]
const CALENDAR: &[(Feast, Land, Kept)] = &[
    (Feast::NewYear, Land::All, On(1, 1)),
    (Feast::Valentine, Land::All, On(2, 14)),
    (Feast::Women, Land::All, On(3, 8)),
    (Feast::Patrick, Land::All, On(3, 17)),
    (Feast::AprilFools, Land::All, On(4, 1)),
    (Feast::Anzac, Land::All, On(4, 25)),
    (Feast::MayDay, Land::All, On(5, 1)),
    (Feast::Juneteenth, Land::All, On(6, 19)),
    (Feast::Bastille, Land::All, On(7, 14)),
    (Feast::Halloween, Land::All, On(10, 31)),
    (Feast::AllSaints, Land::All, On(11, 1)),
    (Feast::Armistice, Land::All, On(11, 11)),
    (Feast::Remembrance, Land::All, On(11, 11)),
    (Feast::RemembranceSunday, Land::All, Nth(2, Weekday::Sun, 11, 0)),
    (Feast::Boxing, Land::All, On(12, 26)),
    (Feast::Christmas, Land::All, On(12, 25)),
    (Feast::Christmas, Land::Orthodox, On(1, 7)),
    (Feast::Mothering, Land::All, Easter(-21)),
    (Feast::AshWednesday, Land::All, Easter(-46)),
    (Feast::Shrove, Land::All, Easter(-47)),
    (Feast::Easter, Land::All, Easter(0)),
    (Feast::Easter, Land::Orthodox, EasternEaster(0)),
    (Feast::Ascension, Land::All, Easter(39)),
    (Feast::Ascension, Land::Orthodox, EasternEaster(39)),
    (Feast::Pentecost, Land::All, Easter(49)),
    (Feast::Pentecost, Land::Orthodox, EasternEaster(49)),

    (Feast::Presidents, Land::America, Nth(3, Weekday::Mon, 2, 0)),
    (Feast::Memorial, Land::America, Last(Weekday::Mon, 5)),
    (Feast::Memorial, Land::Korea, On(6, 6)),
    (Feast::Labor, Land::America, Nth(1, Weekday::Mon, 9, 0)),
    (Feast::Labor, Land::Canada, Nth(1, Weekday::Mon, 9, 0)),
    (Feast::Labor, Land::China, On(5, 1)),
    (Feast::Labor, Land::Philippines, On(5, 1)),
    (Feast::Labor, Land::Mexico, On(5, 1)),
    (Feast::Labour, Land::Canada, Nth(1, Weekday::Mon, 9, 0)),
    (Feast::Labour, Land::NewZealand, Nth(4, Weekday::Mon, 10, 0)),
    (Feast::Labour, Land::Germany, On(5, 1)),
    (Feast::Labour, Land::France, On(5, 1)),
    (Feast::Labour, Land::India, On(5, 1)),
    (Feast::Labour, Land::China, On(5, 1)),
    (Feast::Labour, Land::Ukraine, On(5, 1)),
    (Feast::Columbus, Land::America, Nth(2, Weekday::Mon, 10, 0)),
    (Feast::Election, Land::America, Nth(1, Weekday::Mon, 11, 1)),
    (Feast::Veterans, Land::America, On(11, 11)),
    (Feast::Thanksgiving, Land::America, Nth(4, Weekday::Thu, 11, 0)),
    (Feast::Thanksgiving, Land::Canada, Nth(2, Weekday::Mon, 10, 0)),
    (Feast::Cyber, Land::America, Nth(4, Weekday::Thu, 11, 4)),
    (Feast::Mothers, Land::America, Nth(2, Weekday::Sun, 5, 0)),
    (Feast::Mothers, Land::Canada, Nth(2, Weekday::Sun, 5, 0)),
    (Feast::Mothers, Land::Australia, Nth(2, Weekday::Sun, 5, 0)),
    (Feast::Mothers, Land::Germany, Nth(2, Weekday::Sun, 5, 0)),
    (Feast::Mothers, Land::Ukraine, Nth(2, Weekday::Sun, 5, 0)),
    (Feast::Mothers, Land::Britain, Easter(-21)),
    (Feast::Mothers, Land::Mexico, On(5, 10)),
    (Feast::Mothers, Land::Russia, Last(Weekday::Sun, 11)),
    (Feast::Fathers, Land::America, Nth(3, Weekday::Sun, 6, 0)),
    (Feast::Fathers, Land::Britain, Nth(3, Weekday::Sun, 6, 0)),
    (Feast::Fathers, Land::Canada, Nth(3, Weekday::Sun, 6, 0)),
    (Feast::Fathers, Land::Australia, Nth(1, Weekday::Sun, 9, 0)),
    (Feast::Victory, Land::Russia, On(5, 9)),
    (Feast::Victory, Land::Belarus, On(5, 9)),
    (Feast::Victory, Land::Bangladesh, On(12, 16)),
    (Feast::Victory, Land::Turkey, On(8, 30)),
    (Feast::Unity, Land::Germany, On(10, 3)),
    (Feast::Unity, Land::Russia, On(11, 4)),
    (Feast::Unity, Land::Ukraine, On(1, 22)),
    (Feast::Republic, Land::India, On(1, 26)),
    (Feast::Republic, Land::Italy, On(6, 2)),
    (Feast::Republic, Land::Turkey, On(10, 29)),
    (Feast::Flag, Land::America, On(6, 14)),
    (Feast::Flag, Land::Ukraine, On(8, 23)),
    (Feast::Flag, Land::Russia, On(8, 22)),
    (Feast::National, Land::China, On(10, 1)),
    (Feast::National, Land::Spain, On(10, 12)),
    (Feast::National, Land::Hungary, On(8, 20)),
    (Feast::Constitution, Land::America, On(9, 17)),
    (Feast::Constitution, Land::Japan, On(5, 3)),
    (Feast::Constitution, Land::Norway, On(5, 17)),
    (Feast::Constitution, Land::Poland, On(5, 3)),
    (Feast::Constitution, Land::Russia, On(12, 12)),
    (Feast::Constitution, Land::Spain, On(12, 6)),
    (Feast::Constitution, Land::Ukraine, On(6, 28)),
    (Feast::Independence, Land::America, On(7, 4)),
    (Feast::Independence, Land::Bangladesh, On(3, 26)),
    (Feast::Independence, Land::Belarus, On(7, 3)),
    (Feast::Independence, Land::Brazil, On(9, 7)),
    (Feast::Independence, Land::Estonia, On(2, 24)),
    (Feast::Independence, Land::Finland, On(12, 6)),
    (Feast::Independence, Land::Georgia, On(5, 26)),
    (Feast::Independence, Land::Ghana, On(3, 6)),
    (Feast::Independence, Land::Greece, On(3, 25)),
    (Feast::Independence, Land::India, On(8, 15)),
    (Feast::Independence, Land::Indonesia, On(8, 17)),
    (Feast::Independence, Land::Kazakhstan, On(12, 16)),
    (Feast::Independence, Land::Mexico, On(9, 16)),
    (Feast::Independence, Land::Moldova, On(8, 27)),
    (Feast::Independence, Land::Nigeria, On(10, 1)),
    (Feast::Independence, Land::Pakistan, On(8, 14)),
    (Feast::Independence, Land::Philippines, On(6, 12)),
    (Feast::Independence, Land::Poland, On(11, 11)),
    (Feast::Independence, Land::Ukraine, On(8, 24)),
];

/// Names that end in a weekday: the word before it, the weekday, the feast, and the days from it.
#[rustfmt::skip]
const WEEKDAYS: &[(Feast, u8, Feast, i8)] = &[
    (Feast::AshWednesday, 3, Feast::AshWednesday, 0),
    (Feast::Cyber, 1, Feast::Cyber, 0),
    (Feast::Easter, 1, Feast::Easter, 1),
    (Feast::Easter, 6, Feast::Easter, -1),
    (Feast::Easter, 7, Feast::Easter, 0),
    (Feast::Good, 5, Feast::Easter, -2),
    (Feast::Holy, 4, Feast::Easter, -3),
    (Feast::Holy, 6, Feast::Easter, -1),
    (Feast::Maundy, 4, Feast::Easter, -3),
    (Feast::Mothering, 7, Feast::Mothering, 0),
    (Feast::Palm, 7, Feast::Easter, -7),
    (Feast::Remembrance, 7, Feast::RemembranceSunday, 0),
    (Feast::Shrove, 2, Feast::Shrove, 0),
    (Feast::Whit, 1, Feast::Pentecost, 1),
    (Feast::Whit, 7, Feast::Pentecost, 0),
];

impl Feast {
    /// Whether its name needs no "Day" or "Eve" after it.
    pub fn stands_alone(self) -> bool {
        matches!(
            self,
            Self::Christmas | Self::Easter | Self::Thanksgiving | Self::Halloween | Self::Juneteenth | Self::Pentecost
        )
    }

    /// Whether America calls a day so and hardly anybody else: an American text needs not say whose day it is.
    pub fn is_american_name(self) -> bool {
        matches!(
            self,
            Self::Presidents
                | Self::Memorial
                | Self::Labor
                | Self::Columbus
                | Self::Election
                | Self::Veterans
                | Self::Thanksgiving
                | Self::Cyber
        )
    }

    /// Whether a country keeps a day of this name, and that country's day is known.
    pub fn is_kept_in(self, land: Land) -> bool {
        CALENDAR.iter().any(|(feast, keeper, _)| (*feast, *keeper) == (self, land))
    }

    /// Returns the day a country keeps it on; `None` where that is not known.
    pub fn day(self, land: Land, year: i32) -> Option<NaiveDate> {
        let kept = CALENDAR.iter().find(|(feast, keeper, _)| (*feast, *keeper) == (self, land))?.2;
        match kept {
            On(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Nth(n, weekday, month, more) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, n)?.checked_add_days(Days::new(more))
            }
            Last(weekday, month) => {
                (4..=5).rev().find_map(|n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n))
            }
            Easter(days) => Some(add_days(easter(year)?, days)),
            EasternEaster(days) => Some(add_days(eastern_easter(year)?, days)),
        }
    }
}

/// Reads a holiday, its week or its weekend.
pub(super) fn holiday(c: &mut Cursor) -> Option<Holiday> {
    let (feast, days) = feast(c)?;
    let around = match c.take(unit_of(&[Unit::Week, Unit::Weekend])) {
        Some(Unit::Week) => Around::Week,
        Some(_) => Around::Weekend,
        None => Around::Day,
    };
    Some(Holiday { feast, days, around })
}

/// Reads the name of a holiday; the number is the days from the feast itself.
fn feast(c: &mut Cursor) -> Option<(Feast, i8)> {
    if !c.is_capital() {
        return None;
    }
    let first = match c.step() {
        Word::Feast(feast) => feast,
        Word::MonthWeak(5) => return day_of(c).map(|()| (Feast::MayDay, 0)),
        Word::Month(4) if c.step() == Word::Feast(Feast::AprilFools) => Feast::AprilFools,
        _ => return None,
    };
    if first == Feast::NewYear {
        word(Word::Unit(Unit::Year))(c)?;
    }
    if let Word::Weekday(day) = c.peek() {
        let named = WEEKDAYS.iter().find(|(before, weekday, ..)| (*before, *weekday) == (first, day))?;
        c.step();
        return Some((named.2, named.3));
    }
    let owner = c.take(possessive).is_some() || c.take(word(Word::Apostrophe)).is_some();
    if c.take(day_of).is_some() {
        return Some((first, 0));
    }
    if c.take(word(Word::Eve)).is_some() {
        return Some((first, -1));
    }
    (first.stands_alone() && !owner).then_some((first, 0))
}

/// Reads the "Day" of a name.
fn day_of(c: &mut Cursor) -> Option<()> {
    let capital = c.is_capital();
    (c.step() == Word::Unit(Unit::Day) && capital).then_some(())
}

/// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let moon_drift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_drift + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, (days / 31) as u32, (days % 31) as u32 + 1)
}

/// Easter Sunday as the Julian calendar has it, by the rule of Meeus, written in ours; from 1900 to 2099.
fn eastern_easter(year: i32) -> Option<NaiveDate> {
    if !(1900..=2099).contains(&year) {
        return None;
    }
    let moon = (19 * (year % 19) + 15) % 30;
    let to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let days = moon + to_sunday + 114;
    let julian = NaiveDate::from_ymd_opt(year, (days / 31) as u32, (days % 31) as u32 + 1)?;
    julian.checked_add_days(Days::new(13))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;

    #[test]
    fn feasts_fall_where_the_calendar_puts_them() {
        for (feast, land, day) in [
            (Feast::Easter, Land::All, "2024-03-31"),
            (Feast::Easter, Land::All, "2000-04-23"),
            (Feast::Easter, Land::Orthodox, "2022-04-24"),
            (Feast::Easter, Land::Orthodox, "2024-05-05"),
            (Feast::Easter, Land::Orthodox, "2025-04-20"),
            (Feast::Shrove, Land::All, "2024-02-13"),
            (Feast::Thanksgiving, Land::America, "1998-11-26"),
            (Feast::Thanksgiving, Land::Canada, "2023-10-09"),
            (Feast::Election, Land::America, "2022-11-08"),
            (Feast::Memorial, Land::America, "2023-05-29"),
            (Feast::Labor, Land::America, "2024-09-02"),
            (Feast::Mothers, Land::Britain, "2024-03-10"),
            (Feast::Mothers, Land::America, "2024-05-12"),
            (Feast::RemembranceSunday, Land::All, "2022-11-13"),
        ] {
            let expected: NaiveDate = day.parse().expect("a test date");
            assert_eq!(feast.day(land, expected.year()), Some(expected), "{feast:?} {land:?}");
        }
    }
}
