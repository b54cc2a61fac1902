//! The table of rules. To add a time expression, add an entry: its name, its tokens, its meaning, its examples.
//!
//! An entry reads like the phrase it stands for: its name, the classes of words it can begin with
//! ([`super::first`]), a list of elements, each from [`super::pattern`] or its larger neighbours, then the meaning
//! built from what they found, then at least one example (an entry without does not compile). The longest match wins,
//! then the earlier entry. There are no weights. What looks like a time and is none has entries too, with the meaning
//! [`What::Nothing`].
//!
//! Examples are the tests: text, then the value expected for a text published on 20 March 2024, a Wednesday, with
//! the `mod` after a space. Brackets mark the phrase where it is not the whole text. An empty value is "no time here".

use super::amount::*;
use super::clock::*;
use super::day::*;
use super::feast::holiday;
use super::figures::*;
use super::first::*;
use super::lexicon::{Cue, Which, Word};
use super::meaning::{From, Meaning, Step, What, YearOf, always, every, fixed, length};
use super::pattern::*;
use super::stretch::*;
use super::value::{Count, Modifier, Part, Time, Unit, Value, Year};
use super::year::*;

/// One entry of the table.
pub(super) struct Rule {
    pub name: &'static str,
    /// What its first word can be, after an article.
    pub first: Classes,
    /// The elements as written in the table.
    pub pattern: &'static str,
    pub read: fn(&mut Cursor) -> Option<Meaning>,
    /// Text and expected value.
    pub examples: &'static [(&'static str, &'static str)],
}

macro_rules! rules {
    ($( $name:literal $( $first:ident )|+ [ $( $found:pat_param = $element:expr ),+ $(,)? ] => $meaning:expr,
        { $( $text:literal => $value:literal ),+ $(,)? } )*) => {
        /// Every rule, in the order that settles ties.
        pub(super) const RULES: &[Rule] = &[ $( Rule {
            name: $name,
            first: $( $first )|+,
            pattern: stringify!($( $element ),+),
            #[allow(clippy::let_unit_value)]
            read: |c| { $( let $found = ($element)(c)?; )+ Some(Meaning::from($meaning)) },
            examples: &[ $( ($text, $value) ),+ ],
        } ),* ];
    };
}

use Word::{And, At, By, During, In, Of, On, Per, Since, The, To};

const CLOCK_AFTER: &[Word] = &[
    At,
    By,
    Word::Until,
    Since,
    Word::From,
    To,
    Word::Before,
    Word::After,
    Word::Between,
    And,
    Word::Near(Modifier::Approx),
];

/// Words after which an amount of time is a length and not a distance: "after a week today's talks".
const BEFORE_A_LENGTH: &[Word] = &[
    Word::For,
    In,
    Of,
    Word::After,
    Word::Before,
    Word::Within,
    Word::Over,
    During,
    Since,
    Word::Than,
    Word::Be,
    Word::Cue(Cue::Past),
    The,
    Word::Every,
    Per,
];

rules! {
    // What is no time

    "age" COUNT [_ = age, _ = hyphen, _ = any(&[Word::Unit(Unit::Year), Word::Unit(Unit::Month), Word::Unit(Unit::Day)]), _ = hyphen, _ = word(Word::Old)]
        => What::Nothing,
        { "a 13-year-old boy" => "", "the six-month-old child" => "" }
    "age in years" COUNT [_ = count, _ = any(&[Word::Units(Unit::Year), Word::Units(Unit::Month), Word::Unit(Unit::Year)]), _ = word(Word::Old)]
        => What::Nothing,
        { "He is 13 years old" => "" }
    "age of" AGE [_ = any(&[Word::Age, Word::Old]), _ = maybe(word(Of)), _ = age] => What::Nothing,
        { "at the age of 45" => "", "aged 30" => "" }
    "birthday" ORDINAL | TENS [_ = ordinal, _ = joint, _ = maybe(any(&[Word::Unit(Unit::Year)])), _ = word(Word::Birthday)] => What::Nothing,
        { "his 80th birthday" => "", "the 60th anniversary" => "" }
    "newspaper" NAME | WEEKDAY | DAYTIME | FEAST | MONTH | TODAY [_ = proper_name] => What::Nothing,
        { "USA Today reported" => "", "the Sunday Times wrote" => "", "Black Friday Inc." => "", "the Business Today email" => "", "April Smith said" => "",
          "with June Carter Cash" => "",
          "the April 6 Movement" => "" }
    "more than one quarter" UNIT | AMOUNT | BOUND [_ = maybe(bound), _ = any(&[Word::A, Word::Half]), _ = maybe(word(Word::A)), _ = word(Word::Unit(Unit::Quarter)), _ = any(&[Of, Word::Unit(Unit::Century)])] => What::Nothing,
        { "a quarter of the votes" => "", "more than a quarter of them" => "" }
    "round the clock" COUNT [_ = whole, _ = any(&[Word::Units(Unit::Hour), Word::Units(Unit::Day)]), _ = word(Word::A), _ = any(&[Word::Unit(Unit::Day), Word::Unit(Unit::Week), Word::Unit(Unit::Year)]), _ = no(any(&[Word::Ago, Word::Before, Word::After]))]
        => What::Nothing,
        { "guarded 24 hours a day" => "", "seven days a week" => "" }
    "programme" COUNT [_ = after(&[Word::Apostrophe, Word::Quote]), _ = whole, _ = units, _ = capital_before] => What::Nothing,
        { "on ''60 Minutes''" => "" }
    "rate of growth" OFTEN [_ = after(&[Word::Percent]), _ = word(Word::Often(Unit::Year))] => What::Nothing,
        { "It grew 8.5% annually" => "" }
    // Days

    "iso date" YEAR [m = iso_date] => m,
        { "2024-12-18" => "2024-12-18" }
    "date in figures" DIGITS | YEAR | GOES_ON [m = figures] => m,
        { "25/12/2023" => "2023-12-25", "2023/12/25" => "2023-12-25", "25.12.2023" => "2023-12-25" }
    "weekday and date" WEEKDAY [m = weekday_and_date] => m,
        { "Tuesday, December 8, 2020" => "2020-12-08", "Thursday 14 March" => "2024-03-14" }
    "month and day" MONTH [m = month_and_day] => m,
        { "December 8, 2020" => "2020-12-08", "Feb. 3" => "2024-02-03", "December 8 last year" => "2023-12-08" }
    "day and month" MONTH_DAY | GOES_ON [m = day_and_month] => m,
        { "8 December 2020" => "2020-12-08", "the [8th of February]" => "2024-02-08", "3 Feb" => "2024-02-03" }
    "second day of a range" MONTH_DAY [m = range_end] => m,
        { "December 4-[6, 2020]" => "2020-12-06" }
    "first day of a range" DIGITS | ORDINAL | GOES_ON [m = range_start] => m,
        { "from [4] to 6 December 2020" => "2020-12-04", "from the [3rd] to the 5th of May" => "2024-05-03" }
    "which weekday" WHICH [m = which_weekday] => m,
        { "last Tuesday" => "2024-03-19", "next Friday" => "2024-03-22", "next Thursday" => "2024-03-28", "this Friday" => "2024-03-22" }
    "which month and day" WHICH [w = which_of(&[Which::Last, Which::Next]), (m, d) = month_then_day] => What::NamedDay(w, m, d),
        { "last Oct. 23" => "2023-10-23", "next May 3" => "2024-05-03" }
    "the weekday before or after" WHICH [_ = word(The), w = which_of(&[Which::Previous, Which::Following, Which::Next, Which::Same]), d = weekday]
        => What::Weekday(Some(w), d),
        { "He spoke on March 12. [The following Friday] he left." => "2024-03-15" }
    "nth weekday of a month" ORDINAL | WHICH [_ = word(The), n = nth, d = full_weekday, _ = any(&[Of, In]), m = month, y = maybe(year_tail)]
        => What::NthWeekday(n, d, m, y.unwrap_or(YearOf::Open)),
        { "the second Tuesday of March" => "2024-03-12", "the last Monday in May 2023" => "2023-05-29" }
    "nth weekday" ORDINAL | WHICH [_ = word(The), _ = nth, _ = full_weekday, _ = word(Of)] => What::Nothing,
        { "the first Monday of each term" => "" }
    "weekday of a week" WEEKDAY [d = weekday, _ = maybe(word(Of)), w = which_of(&[Which::Last, Which::This, Which::Next]), _ = word(Word::Unit(Unit::Week))]
        => What::WeekdayOf(offset(w), d),
        { "Monday of last week" => "2024-03-11", "Thursday of this week" => "2024-03-21" }
    "week and weekday" WHICH [w = which_of(&[Which::Last, Which::This, Which::Next]), _ = word(Word::Unit(Unit::Week)), _ = maybe(possessive), _ = maybe(word(On)), d = full_weekday]
        => What::WeekdayOf(offset(w), d),
        { "last week on Tuesday" => "2024-03-12", "next week Tuesday" => "2024-03-26" }
    "weekday before last" WEEKDAY | ORDINAL [_ = maybe(word(The)), d = full_weekday, s = before_or_after, w = which_of(&[Which::Last, Which::Next]), _ = no(either(weekday, unit_or_month))]
        => What::BesideWeekday(7 * s, Some(w), d),
        { "the Tuesday before last" => "2024-03-12", "the Friday after next" => "2024-03-29" }
    "so many weekdays ago" NUMBER | GOES_ON [n = several, d = plural_weekday, _ = word(Word::Ago)] => weekdays_ago(n, d),
        { "two Mondays ago" => "2024-03-11" }
    "unit before last" UNIT [_ = word(The), u = unit_of(&[Unit::Week, Unit::Month, Unit::Year, Unit::Weekend]), s = before_or_after, w = which_of(&[Which::Last, Which::Next]), _ = no(either(weekday, unit_or_month))]
        => before_last(s, w, u),
        { "the week before last" => "2024-W10", "the month after next" => "2024-05" }
    "night before last" DAYTIME [_ = word(The), t = day_part, _ = word(Word::Before), _ = which_of(&[Which::Last]), _ = no(either(weekday, unit_or_month))] => What::Today(-2).on(t),
        { "the night before last" => "2024-03-18TNI" }
    "first of several weekdays" WEEKDAY [d = full_weekday, m = ahead(more_weekdays)] => Meaning { what: always(Part::Weekday(d)).what, ..m },
        { "on [Monday] and Tuesday nights" => "XXXX-WXX-1TNI" }
    "weekday" WEEKDAY [d = full_weekday] => What::Weekday(None, d),
        { "on [Tuesday]" => "2024-03-19", "[Wednesday] was calm" => "2024-03-20" }
    "weekday in short" WEEKDAY [d = short_weekday] => What::Weekday(None, d),
        { "on [Tues.] he left" => "2024-03-19" }
    "today" TODAY [m = day_word] => m,
        { "yesterday" => "2024-03-19", "tomorrow" => "2024-03-21", "in today's world" => "" }
    "day before yesterday" UNIT [_ = maybe(word(The)), _ = word(Word::Unit(Unit::Day)), s = before_or_after, d = day_offset]
        => What::Today(s + d),
        { "the day before yesterday" => "2024-03-18", "the day after tomorrow" => "2024-03-22" }
    "so long from today" LENGTH [_ = not_after(BEFORE_A_LENGTH), (m, n, u) = shift, d = day_offset, _ = no(any(&[Word::Apostrophe, Word::Hyphen])), s = maybe(word(Since))]
        => if s.is_none() { away(m, n, u, 1, d) } else { What::Nothing.into() },
        { "They meet [a week today]" => "2024-03-27", "[a fortnight tomorrow]" => "2024-04-04", "a week today since he left" => "" }
    "a week from today" TODAY [d = day_offset, u = unit_of(&[Unit::Week, Unit::Fortnight]), _ = no(hyphen)] => What::Away(1, u, d),
        { "[today week]" => "2024-03-27", "[tomorrow fortnight]" => "2024-04-04" }
    "so long before or after today" LENGTH [(m, n, u) = shift, s = ago_or_from, d = day_offset, _ = no(possessive)] => away(m, n, u, s, d),
        { "three years ago today" => "2021-03-20", "a week from tomorrow" => "2024-03-28", "ten days from today" => "2024-03-30", "a month ago yesterday" => "2024-02-19" }
    "weekday and a week" WEEKDAY | WHICH [w = maybe(which), d = weekday, u = unit_of(&[Unit::Week, Unit::Fortnight]), _ = no(hyphen)]
        => if w.is_none() { What::AfterComing(if u == Unit::Week { 7 } else { 14 }, d) } else { What::Nothing },
        { "He will answer on [Friday week]" => "2024-03-29", "[Monday fortnight]" => "2024-04-08", "last Tuesday week" => "", "Wednesday week" => "" }
    "a week on a weekday" UNIT [_ = not_after(&[Word::For]), _ = word(Word::A), u = unit_of(&[Unit::Week, Unit::Fortnight]), _ = word(On), d = undated_weekday]
        => d.map_or(What::Nothing, |d| What::AfterComing(if u == Unit::Week { 7 } else { 14 }, d)),
        { "They vote [a week on Friday]" => "2024-03-29" }
    "so long from a weekday" LENGTH [_ = not_after(&[Word::For, The]), (m, n, u) = shift, _ = word(Word::From), d = undated_weekday]
        => from_weekday(m, n, u, d),
        { "They vote [two weeks from Friday]" => "2024-04-05", "two weeks from next Monday" => "", "a month from Friday" => "" }
    "a length this weekday" UNIT [_ = shift, _ = word(Word::Which(Which::This)), _ = weekday] => What::Nothing,
        { "It is a week this Friday" => "" }
    "Monday and its number" WEEKDAY [d = full_weekday, _ = maybe(word(The)), n = numbered_day] => What::WeekdayThe(d, n),
        { "Monday the 18th" => "2024-03-18", "Friday the 13th" => "XXXX-XX-XX", "on [Thursday 21st]" => "2024-03-21" }
    "number of a day" ORDINAL [_ = after(&[On, By, Since, Word::Until, Word::From, To, Word::Before, Word::After, Word::Between]), _ = word(The), d = numbered_day, _ = ahead(no_noun), _ = no(rest_of_range)] => What::TheDay(d),
        { "On [the 12th] he left" => "2024-03-12", "He will leave on [the 25th]." => "2024-03-25", "He left on [the 25th]." => "2024-02-25", "on the 12th floor" => "",
          "on the 25th anniversary" => "", "on the second try" => "" }
    "number of a day of a month" ORDINAL [_ = word(The), d = numbered_day, _ = maybe(word(Of)), w = which_of(&[Which::Last, Which::This, Which::Next]), _ = word(Word::Unit(Unit::Month))]
        => What::TheDayOf(w, d),
        { "the 18th of last month" => "2024-02-18" }
    "day before or after a day" UNIT | LENGTH [n = one_or_more_days, s = before_or_after, b = base_day] => What::Beside(Step::Days(n * i32::from(s)), b),
        { "the day after Christmas" => "2023-12-26", "two days before May 9, 2022" => "2022-05-07", "a week after Good Friday" => "2024-04-05" }
    "Sunday before or after a day" WEEKDAY | ORDINAL [_ = maybe(word(The)), d = full_weekday, s = before_or_after, b = base_day] => What::Beside(Step::Weekday(s, d), b),
        { "the Sunday before Christmas" => "2023-12-24", "the Friday after Easter 2022" => "2022-04-22" }
    "Sunday before or after an event" WEEKDAY [_ = word(The), d = full_weekday, _ = before_or_after, _ = ahead(any(&[The, Word::A, Word::Its, Word::Other]))] => What::SomeWeekday(d),
        { "[the Sunday before] the vote" => "XXXX-WXX-7" }
    "early or late in a day" EDGE [e = part_of, m = near_day] => m.modified(e),
        { "late yesterday" => "2024-03-19 END", "early Tuesday" => "2024-03-19 START", "late on Monday" => "2024-03-18 END" }
    "earlier or later that day" LATER [e = earlier_later, _ = maybe(any(&[On, In])), m = near_day] => m.modified(e),
        { "earlier yesterday" => "2024-03-19 START", "later Tuesday" => "2024-03-19 END" }
    "holiday" WHICH | FEAST | MONTH [w = maybe(which_of(&[Which::Last, Which::This, Which::Next])), h = holiday, y = maybe(year_tail)]
        => What::Holiday(w, y.unwrap_or(YearOf::Open), h),
        { "Christmas" => "2023-12-25", "New Year's Eve" => "2023-12-31", "Good Friday" => "2024-03-29", "Easter 2025" => "2025-04-20",
          "Easter Monday" => "2024-04-01", "last Remembrance Sunday" => "2023-11-12", "May Day" => "2024-05-01", "Easter week" => "2024-W13",
          "Orthodox [Easter 2024]" => "2024-05-05", "Ukraine's [Independence Day]" => "XXXX-08-24", "Britain's [Mother's Day]" => "2024-03-10",
          "[Thanksgiving 2023] in Canada" => "2023-10-09", "on Independence Day" => "", "Mother's Day" => "", "Kenya's Independence Day" => "",
          "the Christmas tree" => "", "Lunar New Year's Eve" => "", "Super Tuesday" => "" }

    // Times of day

    "clock with the day after another zone's" DIGITS | SMALL | GOES_ON [t = either(clock, bare_clock), d = ahead(day_after_zones)] => d.at(t),
        { "at [10:35 a.m.] (0735 GMT) Friday" => "2024-03-15T10:35" }
    "clock of another zone" DIGITS | YEAR | GOES_ON [_ = after(&[Word::Open]), _ = clock, _ = ahead(word(Word::Close))] => What::Nothing,
        { "(0735 GMT)" => "" }
    "clock" DIGITS | YEAR | SMALL | DAYTIME | GOES_ON [t = clock] => What::SameDay(0).on(t),
        { "at [10:30 a.m.]" => "2024-03-20T10:30", "[14:00 GMT]" => "2024-03-20T14:00" }
    "clock after a preposition" DIGITS | GOES_ON [_ = after(CLOCK_AFTER), t = bare_clock] => What::SameDay(0).on(t),
        { "at [19:15]" => "2024-03-20T19:15" }
    "clock and part of the day" DIGITS | SMALL | GOES_ON [t = either(clock, either(bare_clock, hour)), _ = word(In), _ = word(The), p = day_part] => What::SameDay(0).on(half_of_day(t, p)),
        { "at [4 in the morning]" => "2024-03-20T04:00", "at [9 o'clock in the evening]" => "2024-03-20T21:00" }
    "clock and day" DIGITS | YEAR | SMALL | DAYTIME | GOES_ON [t = either(clock, bare_clock), _ = maybe(word(Word::Zone)), _ = maybe(word(Word::Comma)), _ = maybe(word(On)), d = day] => d.at(t),
        { "10 a.m. Thursday" => "2024-03-14T10:00", "noon on Tuesday" => "2024-03-19T12:00", "9:30 a.m. EST on March 3" => "2024-03-03T09:30" }
    "day and clock" DAY | GOES_ON [d = day, _ = maybe(word(Word::Comma)), _ = maybe(word(At)), t = clock] => d.at(t),
        { "Tuesday at 10 a.m." => "2024-03-19T10:00" }
    "day and part" DAY | GOES_ON [d = day, t = day_part] => d.at(t),
        { "Tuesday morning" => "2024-03-19TMO", "yesterday evening" => "2024-03-19TEV" }
    "part of a day" EDGE | DAYTIME [(t, e) = dayparted, _ = any(&[Of, On]), _ = maybe(word(The)), d = either(first_of_two_days, day)] => d.at(t).modified(e),
        { "the evening of December 8, 2020" => "2020-12-08TEV", "the early morning hours of 3 March" => "2024-03-03TMO START",
          "[the night of 12]-13 March" => "2024-03-12TNI" }
    "night of a day" DAYTIME [_ = word(The), t = day_part, _ = word(Of), d = month_day] => What::DayOfMonth(d).on(t),
        { "It fell on March 12. On [the night of 14] they left." => "2024-03-14TNI" }
    "early in part of a day" EDGE [e = part_of, d = day, t = day_part] => d.at(t).modified(e),
        { "early Tuesday morning" => "2024-03-19TMO START" }
    "part before day" EDGE | DAYTIME [e = maybe(edge_joined), t = day_part, d = day_word] => d.at(t).modified(e),
        { "mid-afternoon yesterday" => "2024-03-19TAF MID" }
    "last night" WHICH [w = which_of(&[Which::Last]), t = day_part] => What::Today(if w == Which::Last { -1 } else { 0 }).on(t),
        { "last night" => "2024-03-19TNI" }
    "this morning" LATER | WHICH [e = maybe(earlier_later), _ = word(Word::Which(Which::This)), t = day_part] => What::Today(0).on(t).modified(e),
        { "this morning" => "2024-03-20TMO", "later this afternoon" => "2024-03-20TAF END" }
    "tonight" NOW [_ = word(Word::Tonight)] => What::Today(0).on(Time::Night),
        { "tonight" => "2024-03-20TNI" }
    "overnight" NOW [_ = word(Word::Overnight), d = maybe(near_day)] => d.unwrap_or(What::SameDay(0).into()).at(Time::Night),
        { "overnight" => "2024-03-20TNI", "overnight Tuesday" => "2024-03-19TNI" }
    "that evening" WHICH [_ = any(&[Word::Which(Which::That)]), _ = maybe(word(Word::Which(Which::Same))), t = day_part] => What::Unit(Which::Same, Unit::Day).on(t),
        { "On March 12 he spoke. [That evening] he left." => "2024-03-12TEV" }
    "in the morning" EDGE | DAYTIME [_ = after(&[In, By, Word::Until, During]), _ = maybe(word(The)), e = maybe(edge_joined), t = day_part, _ = no(any(&[Of, On, Word::Hyphen]))]
        => What::DayTold.on(t).modified(e),
        { "On March 12 he spoke. In [the morning] he left." => "2024-03-12TMO", "He spoke on Tuesday. By [mid-afternoon] he left." => "2024-03-19TAF MID", "in the morning" => "" }
    "the next morning" EDGE | WHICH [e = maybe(edge), _ = word(The), w = which_of(&[Which::Next, Which::Following, Which::Previous]), t = day_part]
        => What::SameDay(if w == Which::Previous { -1 } else { 1 }).on(t).modified(e),
        { "On March 12 he spoke. [The next morning] he left." => "2024-03-13TMO" }
    "the night before" DAYTIME [_ = word(The), t = day_part, s = before_or_after, _ = no(clause), _ = no(weekday)] => What::SameDay(s).on(t),
        { "On March 12 he spoke. [The night before], he had left." => "2024-03-11TNI", "the night before the vote" => "" }
    "every weekday" OFTEN [_ = word(Word::Every), p = repeating] => p,
        { "every Tuesday" => "XXXX-WXX-2", "each July" => "XXXX-07" }
    "on weekdays" WEEKDAY | UNITS [m = weekdays] => m,
        { "Tuesday nights" => "XXXX-WXX-2TNI", "Mondays" => "XXXX-WXX-1", "at [weekends]" => "XXXX-WXX-WE" }

    // Months, quarters, seasons, years

    "month and year" MONTH [m = month_and_year] => m,
        { "December 2020" => "2020-12", "March of last year" => "2023-03", "May 1998" => "1998-05" }
    "month" MONTH [m = sure_month] => What::Part(YearOf::Open, Part::Month(m)),
        { "in [February]" => "2024-02", "in [December]" => "2023-12", "in [Oct.] and later" => "2023-10" }
    "month that is a word" MONTH [_ = after(MONTH_AFTER), m = weak_month] => What::Part(YearOf::Open, Part::Month(m)),
        { "in [May]" => "2024-05", "since [March]" => "2024-03" }
    "March before a noun" MONTH [_ = after(&[The, Word::A, Word::Its]), _ = word(Word::MonthWeak(3)), _ = ahead(word(Word::Other)), _ = capital_before] => What::Part(YearOf::Open, Part::Month(3)),
        { "the [March] accession" => "2024-03", "the March on Rome" => "" }
    "which month or season" WHICH [_ = maybe(word(The)), m = which_named] => m,
        { "last March" => "2023-03", "next summer" => "2024-SU", "this past fall" => "2023-FA" }
    "quarter" QUARTER [_ = maybe(word(The)), _ = no(quarter_as_adjective), m = quarter] => m,
        { "the third quarter" => "2023-Q3", "third quarter of 2019" => "2019-Q3",
          "last year's fourth quarter" => "2023-Q4" }
    "quarter before a noun" QUARTER [m = quarter] => m,
        { "the [third-quarter] loss" => "2023-Q3" }
    "half" ORDINAL | WHICH [_ = maybe(word(The)), n = half_year, _ = word(Of), y = year_of] => What::Part(y, Part::Half(n)),
        { "the first half of 2023" => "2023-H1", "the first half of the year" => "2024-H1", "the second half of last year" => "2023-H2", "the first two quarters of 2023" => "2023-H1" }
    "half or quarter in short" LETTER [p = half_or_quarter, y = year_tail] => What::Part(y, p),
        { "H1 2024" => "2024-H1", "Q3 2023" => "2023-Q3", "Q4 of last year" => "2023-Q4", "an H1N1 case" => "" }
    "quarter in short" LETTER [_ = after(&[In, Of, During, By, Since, Word::For, Word::Until]), p = half_or_quarter, _ = no(either(hyphen, word(Word::Other)))] => What::Part(YearOf::Open, p),
        { "It grew in [Q3]." => "2023-Q3", "an Audi Q3" => "" }
    "season and year" SEASON [_ = maybe(word(The)), m = season_of] => m,
        { "the summer of 2020" => "2020-SU", "spring 2024" => "2024-SP", "the winter of 2022-23" => "2022-WI",
          "winter 2022–23" => "2022-WI" }
    "season" SEASON [_ = word(The), s = season, _ = no(any(&[Word::Of, Word::Other, Word::Hyphen]))] => What::Part(YearOf::Open, Part::Season(s)),
        { "during [the winter]" => "2023-WI" }
    "season after a preposition" SEASON [_ = after(&[In, During, Since, By, Word::Until, Word::Edge(Modifier::Start), Word::Edge(Modifier::End)]), s = season]
        => What::Part(YearOf::Open, Part::Season(s)),
        { "in [autumn]" => "2023-FA" }
    "fiscal year" FILLER [_ = maybe(word(The)), _ = any(&[Word::Fiscal, Word::Filler]), _ = maybe(word(Word::Unit(Unit::Year))), y = year] => fixed(Year::Known(y)),
        { "fiscal 2023" => "2023", "fiscal year 2019" => "2019", "FY2024" => "2024", "FY 2024" => "2024" }
    "the year" UNIT [_ = maybe(word(The)), _ = word(Word::Unit(Unit::Year)), y = either(year, spelled_year)] => fixed(Year::Known(y)),
        { "the year 2000" => "2000", "the year two thousand" => "2000" }
    "year" YEAR [y = year, _ = year_place] => fixed(Year::Known(y)),
        { "in [2014]" => "2014", "since [1998]" => "1998", "the [1990] invasion" => "1990", "the Boeing 1970" => "", "1980 people" => "", "$1990" => "" }
    "end of a range of years" DIGITS [y = end_year] => fixed(Year::Known(y)),
        { "the war of 1947-[54]" => "1954" }
    "start of a range before Christ" DIGITS | YEAR | GOES_ON [y = year_before_range] => fixed(Year::Known(y)),
        { "the revolt ([499]-493 BC)" => "BC0499" }
    "year in words" SMALL | TENS [y = spelled_year] => fixed(Year::Known(y)),
        { "nineteen ninety-six" => "1996", "twenty fourteen" => "2014" }
    "year in two figures" DECADE [y = short_year, _ = no(word(Word::Letter(b's')))] => What::Part(YearOf::Short(y), Part::Whole),
        { "the class of ['98]" => "1998" }
    "year of our era" DIGITS | YEAR | ERA [y = of_our_era] => fixed(Year::Known(y)),
        { "AD 79" => "0079", "in [410 AD]" => "0410" }
    "year before Christ" DIGITS | YEAR | GOES_ON [y = before_christ] => fixed(Year::Known(y)),
        { "480 BC" => "BC0480", "44 B.C." => "BC0044" }
    "decade" DECADE [_ = maybe(word(The)), d = decade] => d,
        { "the 1990s" => "199", "the nineties" => "199", "in her early twenties" => "", "the '80s" => "198", "the 470s BC" => "BC047" }
    "century" ORDINAL | TENS [_ = maybe(word(The)), n = century] => n,
        { "the 19th century" => "18", "the fifth century BC" => "BC04" }
    "part of a stretch" EDGE [e = part_of, _ = maybe(word(The)), m = stretch] => m.modified(e),
        { "early 2019" => "2019 START", "mid-March" => "2024-03 MID", "the end of last year" => "2023 END",
          "the late 1970s" => "197 END", "the beginning of December" => "2023-12 START" }
    "earlier or later in the day" LATER [e = earlier_later, _ = word(In), _ = word(The), _ = unit_of(&[Unit::Day])] => Meaning::from(What::Unit(Which::Same, Unit::Day)).modified(e),
        { "On March 12 he spoke. [Earlier in the day] he left." => "2024-03-12 START" }
    "earlier or later in a stretch" LATER [e = earlier_later, _ = maybe(any(&[In])), _ = maybe(word(The)), m = stretch_or_the] => m.modified(e),
        { "earlier this year" => "2024 START", "later this month" => "2024-03 END", "earlier this week" => "2024-W12 START",
          "later in the year" => "2024 END" }
    "first or last week of a month" ORDINAL | WHICH [_ = word(The), n = nth, _ = any(&[Word::Unit(Unit::Week), Word::Units(Unit::Week), Word::Units(Unit::Day)]), _ = any(&[Of, In]), m = month, y = maybe(year_tail)]
        => Meaning::from(What::Part(y.unwrap_or(YearOf::Open), Part::Month(m))).modified(part_of_nth(n)),
        { "the first week of February" => "2024-02 START", "the last days of May 2023" => "2023-05 END", "the second week of March" => "2024-03" }
    "sometime in a stretch" NOW [_ = word(Word::Sometime), _ = maybe(word(In)), m = stretch] => m,
        { "sometime next year" => "2025" }
    "end of the unit" EDGE [e = edge_of, _ = maybe(word(The)), u = unit_of(&[Unit::Year, Unit::Month, Unit::Week, Unit::Quarter, Unit::Decade, Unit::Century])]
        => Meaning::from(What::This(u)).modified(e),
        { "the end of the year" => "2024 END", "the middle of the month" => "2024-03 MID" }
    "year end" UNIT [_ = year_end] => Meaning::from(What::This(Unit::Year)).modified(Modifier::End),
        { "by [year-end]" => "2024 END" }

    // This, last and next

    "quarter that ended" FILLER | UNIT [_ = maybe(word(The)), _ = maybe(word(Word::Fiscal)), _ = unit_of(&[Unit::Quarter]), (y, m, d) = ended] => What::QuarterEnded(y, m, d),
        { "[the quarter] ended Dec. 30" => "2023-Q4", "for [the quarter] ended July 31, 2023" => "2023-Q2" }
    "year that ended" FILLER | UNIT [_ = word(The), _ = maybe(any(&[Word::Fiscal, Word::Filler, Word::Full])), _ = unit_of(&[Unit::Year]), _ = ahead(either(either(word(Word::Ended), word(Word::Ending)), to_month))] => length(Count::Exact(1), Unit::Year),
        { "for [the year] ended" => "P1Y", "[the fiscal year] ending" => "P1Y", "in [the year] to March" => "P1Y" }
    "last quarter of a year" WHICH [_ = maybe(word(The)), _ = which_of(&[Which::Last]), _ = unit_of(&[Unit::Quarter]), _ = word(Of), y = year_of] => What::Part(y, Part::Quarter(4)),
        { "the last quarter of 2021" => "2021-Q4" }
    "quarter of last year" FILLER | UNIT | WHICH [_ = word(The), _ = maybe(any(&[Word::Comparable, Word::Which(Which::Same)])), _ = unit_of(&[Unit::Quarter, Unit::Period]), _ = maybe(word(Of)), _ = either(a_year_ago, last_year)] => What::QuarterBefore,
        { "the corresponding period last year" => "2022-Q4", "the quarter a year ago" => "2022-Q4", "the same period of last year" => "2022-Q4" }
    "the quarter" WHICH | FILLER | UNIT [_ = word(The), _ = maybe(any(&[Word::Which(Which::Latest), Word::Comparable])), _ = unit_of(&[Unit::Quarter])] => What::ReportedQuarter,
        { "Sales in the third quarter fell. In [the quarter] costs rose." => "2023-Q3" }
    "the latest period" WHICH [_ = word(The), _ = word(Word::Which(Which::Latest)), _ = unit_of(&[Unit::Period])] => What::ReportedQuarter,
        { "the latest period" => "2023-Q4" }
    "which unit" WHICH [m = which_unit] => m,
        { "last week" => "2024-W11", "this year" => "2024", "next month" => "2024-04", "last weekend" => "2024-W11-WE",
          "this century" => "20", "the last decade" => "201", "last quarter" => "2023-Q4" }
    "that very unit" WHICH [_ = maybe(any(&[The, Word::Which(Which::That), Word::Which(Which::This)])), _ = word(Word::Which(Which::Same)), u = unit_of(&[Unit::Day, Unit::Week, Unit::Month, Unit::Year])] => What::Unit(Which::Same, u),
        { "On March 12 he spoke. [That same day] he left." => "2024-03-12" }
    "the year or week" FILLER | UNIT [_ = after(&[In, Of, Word::For, Word::During]), _ = word(The), _ = maybe(any(&[Word::Fiscal, Word::Full])), u = unit_of(&[Unit::Year, Unit::Week]), _ = no(either(clause, end_of))] => What::The(u),
        { "sales for [the year] rose" => "2024" }
    "the weekend" UNIT [_ = word(The), _ = word(Word::Unit(Unit::Weekend))] => What::The(Unit::Weekend),
        { "over [the weekend]" => "2024-W11-WE" }
    "week of a day" UNIT [_ = maybe(word(The)), u = unit_of(&[Unit::Week, Unit::Weekend]), _ = any(&[Of, Word::Ended, Word::Ending, Word::EdgeOf(Modifier::Start)]), (y, m, d) = day_of_week] => What::WeekOf(y, m, d, u == Unit::Weekend),
        { "the week of March 3" => "2024-W09", "the weekend of March 9" => "2024-W10-WE", "the week of 4 March 2024" => "2024-W10", "the week ending March 15" => "2024-W11",
          "the week beginning March 4" => "2024-W10",
          "the weekend of 2-3 March" => "2024-W09-WE" }
    "year-ago quarter" FILLER | UNIT [_ = maybe(any(&[The, Word::A])), _ = maybe(word(Word::Comparable)), _ = year_ago, _ = maybe(ordinal), _ = unit_of(&[Unit::Quarter, Unit::Period])] => What::QuarterBefore,
        { "the year-ago quarter" => "2022-Q4", "the year-earlier period" => "2022-Q4" }
    "quarter of a year" YEAR | WHICH [_ = maybe(word(The)), y = owner_year, _ = unit_of(&[Unit::Quarter, Unit::Period])] => What::QuarterOf(y),
        { "last year's quarter" => "2022-Q4", "the 2022 period" => "2022-Q4" }
    "year-ago" UNIT [_ = year_ago] => What::YearBefore,
        { "a rise from [year-ago] levels" => "2023" }
    "a year ago" UNIT [_ = a_year_ago] => What::YearBefore,
        { "a year ago" => "2023", "a year earlier" => "2023" }

    // So long before or after

    "units ago" LENGTH [(m, n, u) = shift, _ = or_so, _ = word(Word::Ago)] => shifted(n, -1, u, From::Published).modified(m),
        { "two weeks ago" => "2024-W10", "10 days ago" => "2024-03-10", "three years ago" => "2021", "a decade ago" => "2014",
          "several years ago" => "PAST_REF", "nearly four years ago" => "2020 LESS_THAN" }
    "units ago on a weekday" LENGTH [(m, n, u) = shift, _ = or_so, _ = word(Word::Ago), _ = undated_weekday]
        => if u > Unit::Week { shifted(n, -1, u, From::Published).modified(m) } else { What::Nothing.into() },
        { "a week ago on Friday" => "", "a week ago Friday" => "", "a year ago on Friday" => "2023" }
    "units earlier" LENGTH [(m, n, u) = shift, _ = or_so, _ = any(&[Word::Earlier, Word::Beforehand])] => shifted(n, -1, u, From::Text).modified(m),
        { "On March 12 he spoke. [Two days earlier] he had left." => "2024-03-10" }
    "units later" LENGTH [(m, n, u) = shift, _ = or_so, _ = word(Word::Later)] => shifted(n, 1, u, From::Text).modified(m),
        { "On March 12 he spoke. [Two days later] he left." => "2024-03-14", "[A month later] he fell" => "XXXX-XX" }
    "units from now" LENGTH [(m, n, u) = shift, _ = word(Word::From), _ = word(Word::Now)] => shifted(n, 1, u, From::Published).modified(m),
        { "two weeks from now" => "2024-W14" }
    "the day before" UNIT [_ = word(The), _ = word(Word::Unit(Unit::Day)), s = before_or_after, _ = no(clause)] => What::SameDay(s),
        { "On March 12 he spoke. [The day before], he had left." => "2024-03-11" }
    "day before a day" UNIT [_ = maybe(word(The)), _ = word(Word::Unit(Unit::Day)), s = before_or_after, w = which_of(&[Which::Last, Which::Next]), d = weekday] => What::BesideWeekday(s, Some(w), d),
        { "day before last Tuesday" => "2024-03-18" }

    // How long

    "rate" UNIT [_ = after(&[Word::Other, Word::Units(Unit::Hour), Word::Counted, Word::Percent]), _ = word(Word::A), _ = rate_unit] => What::Nothing,
        { "five cents a share a year" => "" }
    "one day" SMALL [_ = after(&[Word::Cue(Cue::Future), Word::Cue(Cue::Modal), Word::Cue(Cue::Ahead), Word::Ll]), _ = word(Word::Small(1)), _ = word(Word::Unit(Unit::Day))] => Value::Future,
        { "He will [one day] be king" => "FUTURE_REF" }
    "length" LENGTH [m = amount, _ = no(any(&[Word::Ago, Word::Hyphen]))] => m,
        { "two weeks" => "P2W", "more than 30 days" => "P30D MORE_THAN", "2 1/2 years" => "P2Y6M", "a minute and a half" => "PT1M30S", "several months" => "PXM",
          "a couple of years" => "P2Y", "nearly two years" => "P2Y LESS_THAN" }
    "length in one word" BOUND | COUNT [m = maybe(bound), n = count, _ = hyphen, u = unit, _ = no(old)] => length(n, u).modified(m),
        { "a [two-year] plan" => "P2Y", "the [24-hour] watch" => "PT24H" }
    "length before a noun" COUNT [_ = maybe(word(Word::A)), n = count, _ = hyphen, u = unit, _ = word(Word::Unit(Unit::Period))] => length(n, u),
        { "a three-year period" => "P3Y" }
    "length without hyphen" COUNT [_ = not_after(&[Word::Slash]), n = several, u = unit, _ = no(word(Word::Hyphen)), _ = no(old)] => length(Count::Exact(n), u),
        { "a [two day] rally" => "P2D" }
    "so long" UNIT [u = unit, _ = joint, _ = word(Word::Long)] => length(Count::Exact(1), u),
        { "the [year-long] trial" => "P1Y" }
    "many so long" UNITS [u = units, _ = joint, _ = any(&[Word::Long, Word::Old])] => length(Count::Vague, u),
        { "the [decades-long] war" => "PXDE", "a [years-old] quarrel" => "PXY" }
    "units to come or gone" WHICH [_ = maybe(word(The)), _ = which_of(&[Which::Last, Which::Past, Which::Next, Which::Coming, Which::Previous, Which::Following]), u = units] => length(Count::Vague, u),
        { "in [the following days]" => "PXD" }
    "more or less than one" OVER [_ = word(Word::Over), _ = word(Word::A), u = unit_of(&[Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year, Unit::Decade, Unit::Century])] => length(Count::Exact(1), u).modified(Modifier::MoreThan),
        { "over a week" => "P1W MORE_THAN" }
    "past so long" BOUND | WHICH [_ = maybe(bound), _ = maybe(word(The)), _ = which_of(&[Which::Last, Which::Past, Which::Next, Which::Coming, Which::Previous, Which::Following, Which::Latest]), m = amount] => m,
        { "the past three months" => "P3M", "the next two weeks" => "P2W", "the last few years" => "PXY" }
    "past fortnight" WHICH [_ = maybe(word(The)), _ = which, u = unit_of(&[Unit::Fortnight])] => length(Count::Exact(1), u),
        { "the past fortnight" => "P2W" }
    "first so long" LENGTH | ORDINAL [_ = word(The), _ = maybe(ordinal), m = amount, _ = no(any(&[Word::Ago, Word::Earlier, Word::Later]))] => m,
        { "the first nine months" => "P9M", "the six months" => "P6M" }
    "length a year before" UNIT [_ = maybe(word(The)), _ = year_ago, m = amount] => m,
        { "the year-earlier nine months" => "P9M" }
    "recent lengths" RECENT [_ = word(Word::Recent), u = units] => length(Count::Vague, u),
        { "recent weeks" => "PXW", "recent months" => "PXM" }
    "units" UNITS [_ = not_after(&[Word::Hyphen]), u = vague_units] => length(Count::Vague, u),
        { "for [weeks]" => "PXW", "in [months]" => "PXM" }
    // How often

    "how often" OFTEN [u = often] => every(1, u),
        { "daily" => "P1D", "annually" => "P1Y" }
    "every unit" OFTEN [_ = any(&[Word::Every, Per]), u = unit] => every(1, u),
        { "every day" => "P1D", "each month" => "P1M", "per week" => "P1W" }
    "every other unit" OFTEN [_ = word(Word::Every), _ = any(&[Word::Alternate, Word::Second]), u = unit] => every(2, u),
        { "every other day" => "P2D", "every second week" => "P2W" }
    "every other weekday" OFTEN [_ = word(Word::Every), _ = any(&[Word::Alternate, Word::Second]), d = full_weekday] => always(Part::Weekday(d)),
        { "every second Friday" => "XXXX-WXX-5" }
    "every few units" OFTEN [_ = word(Word::Every), n = count, u = units] => length(n, u).repeated(),
        { "every two weeks" => "P2W" }

    // Now, then and soon

    "now" NOW [_ = maybe(word(Word::Right)), _ = word(Word::Now), _ = no(word(Word::Hyphen))] => Value::Present,
        { "now" => "PRESENT_REF", "right now" => "PRESENT_REF" }
    "currently" NOW [_ = word(Word::Presently)] => Value::Present,
        { "currently" => "PRESENT_REF" }
    "current" WHICH [_ = word(Word::Which(Which::Current)), _ = no(unit)] => Value::Present,
        { "the [current] plan" => "PRESENT_REF" }
    "these days" NOW [_ = word(Word::These), _ = word(Word::Units(Unit::Day))] => Value::Present,
        { "these days" => "PRESENT_REF" }
    "recently" RECENT [_ = word(Word::Formerly)] => Value::Past,
        { "recently" => "PAST_REF" }
    "recent" RECENT [_ = word(Word::Recent), _ = no(units)] => What::Narrative(Value::Past),
        { "a recent visit" => "" }
    "the past" WHICH [_ = word(The), _ = word(Word::Which(Which::Past)), _ = no(owned)] => Value::Past,
        { "as in [the past]" => "PAST_REF" }
    "the time being" NOW [_ = word(The), _ = word(Word::Time), _ = word(Word::Being)] => Value::Present,
        { "for [the time being]" => "PRESENT_REF" }
    "the near or long term" FUTURE [_ = word(The), _ = any(&[Word::Nearby, Word::Short]), _ = word(Word::Term)] => Value::Future,
        { "in [the short term]" => "FUTURE_REF" }
    "the future" FUTURE [_ = word(The), _ = maybe(word(Word::Nearby)), _ = word(Word::Future), _ = no(any(&[Of]))] => Value::Future,
        { "in [the future]" => "FUTURE_REF", "in [the near future]" => "FUTURE_REF" }
    "soon" FUTURE [_ = word(Word::As), _ = word(Word::Soon), _ = word(Word::As), _ = word(Word::Possible)] => Value::Future,
        { "as soon as possible" => "FUTURE_REF" }
    "soon, of what is to come" FUTURE [_ = after(&[Word::Cue(Cue::Future), Word::Cue(Cue::Modal), To, Word::MonthWeak(5), Word::Ll]), _ = word(Word::Soon), _ = no(any(&[Word::As, Word::After]))] => Value::Future,
        { "They will [soon] vote" => "FUTURE_REF", "They may [soon] vote" => "FUTURE_REF" }
    "soon before a verb" FUTURE [_ = not_after(&[Word::As]), _ = word(Word::Soon), _ = ahead(any(&[Word::Cue(Cue::Future), Word::Cue(Cue::Modal)]))] => Value::Future,
        { "It [soon] will begin" => "FUTURE_REF" }
    "future" FUTURE [_ = word(Word::Future)] => What::Narrative(Value::Future),
        { "any future attack" => "" }
    "former" RECENT [_ = word(Word::Former)] => What::Narrative(Value::Past),
        { "the former king" => "" }
}

#[cfg(test)]
mod tests {
    use super::super::{Context, Published, Timex, read};
    use super::*;

    const PUBLISHED: Published = Published { year: Some(2024), month: Some(3), day: Some(20) };

    /// Reads an example: the text without brackets, and what the marked phrase gave.
    fn tagged(example: &str) -> (String, Vec<Timex>, std::ops::Range<usize>) {
        let text = example.replace(['[', ']'], "");
        let start = example.find('[').unwrap_or(0);
        let end = example.find(']').map_or(text.len(), |end| end - 1);
        let found = read(&text, &Context { published: PUBLISHED, ..Context::default() }).timexes;
        (text, found, start..end)
    }

    #[test]
    fn every_example_is_read_by_its_own_rule() {
        let mut faults = Vec::new();
        for rule in RULES {
            for (example, expected) in rule.examples {
                let (text, found, span) = tagged(example);
                let got = found.iter().find(|t| t.span == span);
                let value = got.map_or(String::new(), |t| match t.modifier {
                    Some(modifier) => format!("{} {modifier}", t.value),
                    None => t.value.to_string(),
                });
                let rule_name = got.map_or("", |t| t.rule);
                let mine =
                    if expected.is_empty() { found.is_empty() } else { value == *expected && rule_name == rule.name };
                if !mine {
                    let all: Vec<_> =
                        found.iter().map(|t| (&text[t.span.clone()], t.value.to_string(), t.rule)).collect();
                    faults.push(format!(
                        "{}: {example:?} gave {value:?} by {rule_name:?}, {expected:?} is due; all: {all:?}",
                        rule.name
                    ));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn names_are_unique() {
        for (i, rule) in RULES.iter().enumerate() {
            assert!(RULES[..i].iter().all(|other| other.name != rule.name), "{}", rule.name);
        }
    }
}
