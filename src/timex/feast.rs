//! Holidays whose date can be worked out for a year.
//!
//! Fixed days, "the fourth Thursday of November", and the feasts that move with Easter. Where countries differ
//! (Labour Day, Independence Day, Mother's Day) the American day is meant, as in the news the rules were measured on,
//! unless the text gives the day to somebody else: that is left unread. Holidays of the lunar calendars are left out.

use chrono::{Datelike, Days, NaiveDate, Weekday};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    NewYear,
    Valentine,
    AshWednesday,
    Women,
    PalmSunday,
    GoodFriday,
    Easter,
    Victory,
    Pentecost,
    Memorial,
    Juneteenth,
    Independence,
    Bastille,
    Labor,
    Columbus,
    Halloween,
    AllSaints,
    Election,
    Veterans,
    Thanksgiving,
    Christmas,
    Boxing,
}

impl Feast {
    /// Returns the weekday its name ends with: 5 for "Good Friday".
    pub fn weekday_in_name(self) -> Option<u8> {
        match self {
            Self::AshWednesday => Some(3),
            Self::GoodFriday => Some(5),
            Self::PalmSunday => Some(7),
            _ => None,
        }
    }

    /// Whether its name needs no "Day" or "Eve" after it.
    pub fn stands_alone(self) -> bool {
        matches!(
            self,
            Self::Christmas | Self::Easter | Self::Thanksgiving | Self::Halloween | Self::Juneteenth | Self::Pentecost
        )
    }

    /// Whether other countries keep a day of this name, on another date.
    pub fn differs_by_country(self) -> bool {
        matches!(
            self,
            Self::Independence | Self::Memorial | Self::Labor | Self::Election | Self::Veterans | Self::Thanksgiving
        )
    }

    /// Returns its day in `year`; `None` only for years outside the calendar.
    pub fn day(self, year: i32) -> Option<NaiveDate> {
        let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        match self {
            Self::NewYear => on(1, 1),
            Self::Valentine => on(2, 14),
            Self::Women => on(3, 8),
            Self::Victory => on(5, 9),
            Self::Juneteenth => on(6, 19),
            Self::Independence => on(7, 4),
            Self::Bastille => on(7, 14),
            Self::Halloween => on(10, 31),
            Self::AllSaints => on(11, 1),
            Self::Veterans => on(11, 11),
            Self::Christmas => on(12, 25),
            Self::Boxing => on(12, 26),
            Self::Memorial => on(5, 31).and_then(monday_of),
            Self::Labor => NaiveDate::from_weekday_of_month_opt(year, 9, Weekday::Mon, 1),
            Self::Columbus => NaiveDate::from_weekday_of_month_opt(year, 10, Weekday::Mon, 2),
            Self::Thanksgiving => NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Thu, 4),
            Self::Election => NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Mon, 1)?.succ_opt(),
            Self::Easter => easter(year),
            Self::AshWednesday => easter(year)?.checked_sub_days(Days::new(46)),
            Self::PalmSunday => easter(year)?.checked_sub_days(Days::new(7)),
            Self::GoodFriday => easter(year)?.checked_sub_days(Days::new(2)),
            Self::Pentecost => easter(year)?.checked_add_days(Days::new(49)),
        }
    }
}

fn monday_of(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_the_calendar_puts_them() {
        for (feast, day) in [
            (Feast::Easter, "2024-03-31"),
            (Feast::Easter, "2000-04-23"),
            (Feast::GoodFriday, "2025-04-18"),
            (Feast::Thanksgiving, "1998-11-26"),
            (Feast::Election, "2022-11-08"),
            (Feast::Memorial, "2023-05-29"),
            (Feast::Labor, "2024-09-02"),
        ] {
            let expected: NaiveDate = day.parse().expect("a test date");
            assert_eq!(feast.day(expected.year()), Some(expected), "{feast:?}");
        }
    }
}
