//! Pins a meaning to the calendar, with the publication date and what the text said before.
//!
//! The rules of direction were measured on TimeBank, AQUAINT and WikiWars. A weekday is the latest one not after
//! publication, unless a word that looks ahead governs it. A month and day without a year is the nearest one, in the
//! past where nearest is more than 150 days off. A month is the past one up to seven months back, else the nearest.
//! Where history is told ([`State::narrative`]), the last date mentioned takes the place of the publication date.
//!
//! Nothing is guessed: without a publication date a weekday stays `XXXX-WXX-2` and a day without a year
//! `XXXX-12-08`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{
    add_days, earliest, first_month, latest, month_year, quarter_year, season_year, week, weekday_number, year_of_name,
};
use super::clause::{Clause, Tense};
use super::lexicon::{Which, Word};
use super::meaning::{From, Meaning, What, YearOf};
use super::state::{Resolved, State};
use super::value::{Count, Date, Duration, Part, Time, Unit, Value, Year};
use super::{Anchor, TimexKind};

/// A day without a year that lies so many days on the other side of publication than its verb is another year's.
///
/// Only a word that looks ahead moves it: a past verb does not, because reports of the past stand before plans ("said he
/// would leave on June 5"), and moving by those was wrong seven times where it was right once.
const FAR: i64 = 60;

/// A day farther ahead than this is not the one that "killed on June 24" speaks of.
const SOON: i64 = 14;

impl State {
    /// Returns the place of a meaning, and remembers it; `None` where the phrase is no time after all.
    pub fn resolve(&mut self, meaning: &Meaning, clause: &Clause) -> Option<Resolved> {
        let mut found = self.place(meaning, clause)?;
        if let (Some(time), Value::Date(date)) = (meaning.time, &mut found.value) {
            date.time = Some(time);
            found.kind = TimexKind::Time;
        }
        if matches!(found.value, Value::Duration(_)) {
            found.kind = TimexKind::Duration;
        }
        if let (Some(_), Value::Date(date)) = (meaning.either, &mut found.value) {
            // Two days are possible: the year is all that is said.
            date.part = Part::Some(Unit::Day);
        }
        if let Some(kind) = meaning.kind {
            found.kind = kind;
        }
        self.remember(&found, meaning, clause);
        Some(found)
    }

    fn place(&self, meaning: &Meaning, clause: &Clause) -> Option<Resolved> {
        match meaning.what {
            What::Nothing => None,
            What::Fixed(value) => Some(Resolved::stated(value)),
            What::Narrative(value) => self.narrative.then(|| Resolved::stated(value)),
            What::Day(year, month, day) => self.day(year, month, day, clause),
            What::Part(year, part) => self.part(year, part, clause),
            What::Weekday(which, day) => Some(self.weekday(which, day, clause)),
            What::WeekdayOf(weeks, day) => Some(self.weekday_of(weeks, day)),
            What::Unit(Which::Last, Unit::Year) if self.is_compared(clause) => Some(self.quarter_back(1)),
            What::Unit(which, unit) => self.unit(which, unit, clause),
            What::Named(which, part) => Some(self.named(which, part)),
            What::NamedDay(which, month, day) => self.named_day(which, month, day),
            What::Today(0) if clause.names_an_age() => None,
            What::Today(days) => Some(self.today(days.into())),
            What::SameDay(days) => Some(self.same_day(days.into(), meaning.time, clause)),
            What::DayTold if !self.month_in_paragraph || !clause.is_past() => None,
            What::DayTold => self.last_day.map(|day| Resolved::from_anchor(day, Some(Anchor::Text(day))).guessed()),
            What::Shift(n, unit, from) => Some(self.shift(n, unit, from)),
            What::BesideWeekday(days, which, day) => Some(self.beside_weekday(days.into(), which, day, clause)),
            What::YearBefore => Some(self.year_before(clause)),
            What::ReportedQuarter => Some(self.quarter_back(0)),
            What::QuarterBefore => Some(self.quarter_back(1)),
            What::QuarterOf(year) => self.quarter_of(year),
            What::QuarterEnded(year, month, day) => self.quarter_ended(year, month, day, clause),
            What::The(unit) => Some(self.the(unit)),
            What::This(unit) => Some(self.this(unit)),
            What::DayOfMonth(day) => Some(self.day_of_month(day)),
            What::Holiday(which, year, holiday) => self.holiday(which, year, holiday, clause),
            What::Away(n, unit, days) => Some(self.away(n, unit, days.into())),
            What::AfterComing(days, weekday) => self.after_coming(days, weekday),
            What::Beside(step, base) => self.beside(step, base, clause),
            What::SomeWeekday(day) => Some(Resolved::stated(Date::new(Year::Unknown, Part::Weekday(day))).guessed()),
            What::WeekdayThe(weekday, day) => Some(self.weekday_the(weekday, day)),
            What::TheDay(day) => self.the_day(day, clause),
            What::TheDayOf(which, day) => Some(self.the_day_of(which, day)),
            What::WeekOf(year, month, day, weekend) => self.week_of(year, month, day, clause, weekend),
            What::NthWeekday(n, day, month, year) => {
                self.nth_weekday(n, day, self.part(year, Part::Month(month), clause)?)
            }
        }
    }

    // Days

    pub fn day(&self, year: YearOf, month: u8, day: u8, clause: &Clause) -> Option<Resolved> {
        let known = |year: i32| Date::new(Year::Known(year), Part::Day(month, day));
        let Some(year) = self.stated_year(year) else {
            let open = || self.open_day(month, day, clause);
            let unknown = || Some(Resolved::stated(Date::new(Year::Unknown, Part::Day(month, day))));
            return if year == YearOf::Open { open() } else { unknown() };
        };
        let date = known(year);
        date.day()?;
        Some(Resolved::stated(date))
    }

    /// A day without a year.
    fn open_day(&self, month: u8, day: u8, clause: &Clause) -> Option<Resolved> {
        NaiveDate::from_ymd_opt(2024, month.into(), day.into())?;
        let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month.into(), day.into());
        if let Some(year) = year_of_name(month, day, clause)
            && self.today.is_some_and(|today| in_year(year).is_some_and(|day| day < today))
        {
            return in_year(year).map(|day| Resolved::from_anchor(day, None).guessed());
        }
        if let Some(year) = self.year_told_before(month, clause)
            && let Some(found) = in_year(year)
            && (self.narrative || !self.is_of_late(month, day))
        {
            let anchor = self.last_day.map(Anchor::Text);
            return Some(Resolved::from_anchor(found, anchor).guessed());
        }
        let unknown = Resolved::stated(Date::new(Year::Unknown, Part::Day(month, day)));
        let Some(today) = self.about_today() else { return Some(unknown) };
        let nearest =
            (today.year() - 1..=today.year() + 1).filter_map(in_year).min_by_key(|d| (*d - today).num_days().abs());
        let Some(nearest) = nearest else { return Some(unknown) };
        let far = (nearest - today).num_days();
        if clause.before() == Word::Ended && nearest > today {
            return in_year(nearest.year() - 1)
                .map(|d| Resolved::from_anchor(d, Some(Anchor::Published(today))).guessed());
        }
        let chosen = match clause.nearest_tense() {
            Some(Tense::Future)
                if far < -FAR && clause.is_dated_by() && clause.is_future() && !clause.was_planned() =>
            {
                in_year(nearest.year() + 1)
            }
            Some(Tense::Future) => None,
            // "On 7 August 2013 he wrote. … A message of 16 September indicated" that same year's.
            Some(Tense::Past) if far > 0 && self.told_year.is_some_and(|year| year < today.year()) => {
                self.told_year.and_then(in_year)
            }
            Some(Tense::Past) if far > SOON && clause.is_done_then() => in_year(nearest.year() - 1),
            _ if far > 150 => in_year(nearest.year() - 1),
            _ => None,
        };
        Some(Resolved::from_anchor(chosen.unwrap_or(nearest), Some(Anchor::Published(today))).guessed())
    }

    fn weekday(&self, which: Option<Which>, day: u8, clause: &Clause) -> Resolved {
        let told = matches!(which, Some(Which::Previous | Which::Following | Which::Same));
        let base =
            if told || self.narrative { self.last_day.map(Anchor::Text) } else { self.today.map(Anchor::Published) };
        let Some(anchor) = base.filter(|_| which.is_some() || !clause.is_any_of_its_kind()) else {
            return Resolved::stated(Date::new(Year::Unknown, Part::Weekday(day))).guessed();
        };
        let day = weekday_number(day);
        // "from Monday to Friday": the Friday after that Monday.
        if let (None, Some(first)) = (which, self.last_day.filter(|_| clause.ends_range_begun_at(self.last_day_at))) {
            return Resolved::from_anchor(earliest(first, day, 1), Some(Anchor::Text(first))).guessed();
        }
        // "Victory Day on Monday", "Election Day, Tuesday"
        if let (None, Some(told)) = (which, self.last_day.filter(|_| clause.goes_with(self.last_day_end)))
            && told.weekday() == day
        {
            return Resolved::from_anchor(told, Some(Anchor::Text(told)));
        }
        let back = || latest(anchor.day(), day, 0);
        let same = self.weekdays[day.num_days_from_monday() as usize];
        let found = match which {
            // "On the same Tuesday": the one told of last, whatever was told since.
            Some(Which::Same) => same.unwrap_or_else(back),
            Some(Which::Last | Which::Past | Which::Previous) => latest(anchor.day(), day, 1),
            // Nobody calls tomorrow "next Tuesday".
            Some(Which::Next) => earliest(anchor.day(), day, 2),
            Some(Which::Coming | Which::Following) => earliest(anchor.day(), day, 1),
            Some(Which::This) => earliest(anchor.day(), day, 0),
            None if self.narrative => earliest(anchor.day(), day, 0),
            _ if clause.is_future() => earliest(anchor.day(), day, 0),
            _ => back(),
        };
        let resolved = Resolved::from_anchor(found, Some(anchor));
        if which.is_some() { resolved } else { resolved.guessed() }
    }

    fn weekday_of(&self, weeks: i8, day: u8) -> Resolved {
        let Some(today) = self.today else {
            return Resolved::stated(Date::new(Year::Unknown, Part::Weekday(day)));
        };
        let monday = latest(today, Weekday::Mon, 0);
        let found = add_days(monday, i64::from(weeks) * 7 + i64::from(day) - 1);
        Resolved::from_anchor(found, Some(Anchor::Published(today)))
    }

    fn beside_weekday(&self, days: i64, which: Option<Which>, day: u8, clause: &Clause) -> Resolved {
        let found = self.weekday(which, day, clause);
        match found.value {
            Value::Date(date) if date.day().is_some() => {
                Resolved { value: date.day().map_or(found.value, |d| add_days(d, days).into()), ..found }
            }
            _ => Resolved { value: Date::new(Year::Unknown, Part::Some(Unit::Day)).into(), ..found },
        }
    }

    fn today(&self, days: i64) -> Resolved {
        if self.narrative && days == 0 {
            return Resolved::stated(Value::Present);
        }
        if let Some(today) = self.today {
            return Resolved::from_anchor(add_days(today, days), Some(Anchor::Published(today)));
        }
        // Month and day may be known without the year. Around the end of February the year would matter.
        let part = match (self.published.month, self.published.day) {
            (Some(month), Some(day)) => NaiveDate::from_ymd_opt(2023, month, day)
                .filter(|d| days == 0 || !(month == 2 && d.day() >= 28 || month == 3 && d.day() == 1))
                .map(|d| add_days(d, days))
                .map_or(Part::Some(Unit::Day), |d| Part::Day(d.month() as u8, d.day() as u8)),
            _ => Part::Some(Unit::Day),
        };
        Resolved::from_anchor(Date::new(Year::Unknown, part), None)
    }

    /// The day spoken of, or one so many days from it: "that evening", "the next morning", "at 10 a.m.".
    fn same_day(&self, days: i64, time: Option<Time>, clause: &Clause) -> Resolved {
        let clock = matches!(time, Some(Time::Clock(..)) | Some(Time::Night)) && days == 0;
        if clock && clause.is_habit() {
            return Resolved::from_anchor(Date::new(Year::Unknown, Part::Some(Unit::Day)), None);
        }
        if clock
            && !self.narrative
            && !(self.last_day.is_some() && self.month_in_paragraph)
            && let Some(today) = self.today
        {
            return Resolved::from_anchor(today, Some(Anchor::Published(today))).guessed();
        }
        match self.last_day {
            Some(day) => Resolved::from_anchor(add_days(day, days), Some(Anchor::Text(day))),
            None => Resolved::from_anchor(Date::new(Year::Unknown, Part::Some(Unit::Day)), None),
        }
    }

    fn day_of_month(&self, day: u8) -> Resolved {
        let Some((year, month)) = self.last_month else {
            return Resolved::from_anchor(Date::new(Year::Unknown, Part::Some(Unit::Day)), None);
        };
        let date = Date::new(Year::Known(year), Part::Day(month, day));
        let date = if date.day().is_some() { date } else { Date::new(Year::Known(year), Part::SomeDayOf(month)) };
        Resolved::from_anchor(date, self.last_day.map(Anchor::Text))
    }

    // Months, quarters, seasons, years

    fn part(&self, year: YearOf, part: Part, clause: &Clause) -> Option<Resolved> {
        if let Some(year) = self.stated_year(year) {
            return Some(Resolved::stated(Date::new(Year::Known(year), part)));
        }
        let unknown = Resolved::stated(Date::new(Year::Unknown, part));
        if part == Part::Whole || !matches!(year, YearOf::Open) {
            return (part != Part::Whole).then_some(unknown);
        }
        let first_month = first_month(part);
        if let Some(year) = self.year_told_before(first_month, clause).filter(|_| self.narrative) {
            let anchor = self.last_day.map(Anchor::Text);
            return Some(Resolved::from_anchor(Date::new(Year::Known(year), part), anchor).guessed());
        }
        let Some(today) = self.about_today() else { return Some(unknown) };
        let year = match part {
            Part::Month(month) => month_year(today, month, clause.nearest_tense(), clause.is_future()),
            Part::Quarter(n) => quarter_year(today, n, clause.is_future()),
            _ => season_year(today, part, clause.nearest_tense()),
        };
        Some(Resolved::from_anchor(Date::new(Year::Known(year), part), Some(Anchor::Published(today))).guessed())
    }

    fn named(&self, which: Which, part: Part) -> Resolved {
        let month = i32::from(first_month(part));
        let text = matches!(which, Which::Previous | Which::Following | Which::Same | Which::That) || self.narrative;
        // "Was hit in 2014; that July half of it": the year that "that year" would mean.
        let that = self.mentioned_year.filter(|_| which == Which::That).map(|year| (year, 1));
        let reference = that
            .or(if text { self.last_month } else { None })
            .or_else(|| self.about_today().map(|d| (d.year(), d.month() as u8)))
            .or(self.last_month.filter(|_| text));
        let Some((year, now)) = reference else {
            return Resolved::from_anchor(Date::new(Year::Unknown, part), None);
        };
        let now = i32::from(now);
        let span = if matches!(part, Part::Season(_)) { 2 } else { 0 };
        let year = match which {
            Which::Last | Which::Past | Which::Previous if month + span >= now => year - 1,
            Which::Next | Which::Coming | Which::Following if month <= now => year + 1,
            _ => year,
        };
        Resolved::from_anchor(Date::new(Year::Known(year), part), self.anchor(text))
    }

    fn named_day(&self, which: Which, month: u8, day: u8) -> Option<Resolved> {
        let Some(today) = self.today else {
            return NaiveDate::from_ymd_opt(2024, month.into(), day.into())
                .map(|_| Resolved::stated(Date::new(Year::Unknown, Part::Day(month, day))));
        };
        let mut near = (today.year() - 8..=today.year() + 8)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month.into(), day.into()));
        let found = match which {
            Which::Last => near.rfind(|d| *d < today),
            _ => near.find(|d| *d > today),
        };
        found.map(|found| Resolved::from_anchor(found, Some(Anchor::Published(today))))
    }

    /// The `n`th such weekday of a month, 0 being the last; a month of unknown year keeps the day open.
    fn nth_weekday(&self, n: u8, day: u8, month: Resolved) -> Option<Resolved> {
        let Value::Date(Date { year, part: Part::Month(number), .. }) = month.value else { return None };
        let Year::Known(known) = year else {
            return Some(Resolved { value: Date::new(year, Part::SomeDayOf(number)).into(), ..month });
        };
        let nth = |n| NaiveDate::from_weekday_of_month_opt(known, number.into(), weekday_number(day), n);
        let found = if n == 0 { nth(5).or_else(|| nth(4)) } else { nth(n) };
        found.map(|found| Resolved { value: found.into(), ..month })
    }

    fn week_of(&self, year: YearOf, month: u8, day: u8, clause: &Clause, weekend: bool) -> Option<Resolved> {
        let found = self.day(year, month, day, clause)?;
        let Value::Date(date) = found.value else { return None };
        Some(Resolved { value: date.day().map_or(found.value, |d| week(d, weekend).into()), ..found })
    }

    // This, last and next

    /// "That day" where no day was told is no time but an example: "on days like that, trades made that day".
    ///
    /// "They came the same day he signed" is told by the signing.
    fn unit(&self, which: Which, unit: Unit, clause: &Clause) -> Option<Resolved> {
        let told = self.last_day.is_some() && clause.shares_sentence(self.last_day_at);
        if (which, unit) == (Which::Same, Unit::Day) && clause.goes_on() && !told {
            return Some(Resolved::from_anchor(Date::new(Year::Unknown, Part::Some(unit)), None));
        }
        let text = match which {
            Which::That | Which::Same | Which::Previous | Which::Following => true,
            Which::Past | Which::Next | Which::Coming => self.narrative,
            Which::This if unit == Unit::Day => self.narrative,
            // Whoever tells history says "this year" and "last week" of his own day.
            Which::This | Which::Last | Which::Current | Which::Latest => false,
        };
        let n = match which {
            Which::Last | Which::Past | Which::Previous => -1,
            Which::Next | Which::Coming | Which::Following => 1,
            _ => 0,
        };
        if unit == Unit::Quarter && which == Which::Latest {
            return Some(self.quarter_back(0));
        }
        Some(self.at_grain(n, unit, text)).filter(|found| which != Which::That || found.value.is_placed())
    }

    fn this(&self, unit: Unit) -> Resolved {
        if unit == Unit::Quarter { self.quarter_back(0) } else { self.at_grain(0, unit, self.narrative) }
    }

    /// "The weekend" is the last one until the week is half over; the rest are as long as they say.
    fn the(&self, unit: Unit) -> Resolved {
        match (unit, self.today.filter(|_| !self.narrative)) {
            (Unit::Weekend, Some(today)) => {
                let back = if today.weekday().num_days_from_monday() < 4 { -1 } else { 0 };
                self.at_grain(back, unit, false).guessed()
            }
            (Unit::Weekend, None) => self.at_grain(0, unit, self.narrative),
            (Unit::Week, Some(today)) => {
                let back = if today.weekday().num_days_from_monday() < 2 { -1 } else { 0 };
                self.at_grain(back, unit, false).guessed()
            }
            _ => self.at_grain(0, unit, self.narrative).guessed(),
        }
    }

    fn shift(&self, n: i32, unit: Unit, from: From) -> Resolved {
        let text = from == From::Text || self.narrative;
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => {
                let count = Count::Exact(n.unsigned_abs());
                Resolved::stated(Value::Duration(Duration::new(count, unit)))
            }
            Unit::Decade | Unit::Century => {
                let years = if unit == Unit::Decade { 10 } else { 100 };
                self.at_grain(n.saturating_mul(years), Unit::Year, text)
            }
            Unit::Season | Unit::Period => Resolved::stated(if n < 0 { Value::Past } else { Value::Future }),
            _ => self.at_grain(n, unit, text),
        }
    }
}
