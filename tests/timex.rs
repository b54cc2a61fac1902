//! The manual of the temporal tagger, run; the list of rules, current; and what holds for any text.

#![expect(clippy::disallowed_methods, reason = "the test rewrites a page when asked")]

use newsbook::model::Edtf;
use newsbook::timex::{Context, DateOrder, Published, explain, read, rules_page};
use proptest::prelude::*;

#[test]
fn the_list_of_rules_is_current() {
    let page = rules_page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write("docs/timex.md", &page).expect("docs/ can be written");
    }
    assert!(include_str!("../docs/timex.md") == page, "docs/timex.md is old: run with UPDATE_DOCS=1");
}

#[test]
fn the_manual_holds() {
    let mut published = Published::default();
    let mut faults = Vec::new();
    for line in include_str!("timex.md").lines() {
        if let Some(date) = line.strip_prefix("published ") {
            published = date_of(date);
        }
        let Some((sentence, expected)) = line.strip_prefix("- ").and_then(|case| case.split_once(" → ")) else {
            continue;
        };
        let (values, spans) = expected.split_once(" ⇒ ").unwrap_or((expected, ""));
        let found = read(sentence, &Context { published, ..Context::default() });
        let got: Vec<String> = found.timexes.iter().map(|t| t.value.to_string()).collect();
        let edtf: Vec<String> = found.timexes.iter().filter_map(|t| t.edtf()).collect();
        let bare = values.split(" (").next().unwrap_or_default();
        let due_edtf = values.split_once(" (").map(|(_, edtf)| edtf.trim_end_matches(')'));
        let got_spans: Vec<String> = found.intervals.iter().filter_map(|i| i.edtf()).collect();
        let read_right = if bare == "nothing" { got.is_empty() } else { got.join("; ") == bare };
        if !read_right || due_edtf.is_some_and(|due| edtf != [due]) || got_spans.join("; ") != spans {
            faults.push(format!("{sentence}\n    due {expected}\n    got {got:?} {edtf:?} {got_spans:?}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn date_of(text: &str) -> Published {
    let mut fields = text.split('-');
    let mut field = || fields.next().and_then(|field| field.parse::<u32>().ok());
    Published { year: field().map(|year| year as i32), month: field(), day: field() }
}

#[test]
fn the_order_of_figures_is_the_desks() {
    let check = |text: &str, order: DateOrder, expected: &str| {
        let found = read(text, &Context { published: date_of("2025-12-20"), order });
        assert_eq!(found.timexes[0].value.to_string(), expected, "{text} {order:?}");
    };
    check("8/12/2025", DateOrder::DayMonth, "2025-12-08");
    check("8/12/2025", DateOrder::MonthDay, "2025-08-12");
    check("8/12/2025", DateOrder::Ask, "2025-XX-XX");
    check("25/12/2025", DateOrder::MonthDay, "2025-12-25");
    check("25/12/08", DateOrder::YearMonth, "2025-12-08");
    check("2025/12/08", DateOrder::DayMonth, "2025-12-08");
}

#[test]
fn times_told_by_events_name_the_event() {
    let check = |text: &str, event: &str, days: Option<i32>| {
        let found = read(text, &Context::default()).relatives;
        let got: Vec<_> = found.iter().map(|r| (&text[r.event.clone()], r.shift.map(|(n, _)| n))).collect();
        assert_eq!(got, [(event, days)], "{text}");
    };
    check("On the eve of the visit he left.", "the visit", Some(-1));
    check("He left two days after the Florida talks.", "the Florida talks", Some(2));
    check("The day before the vote it rained.", "the vote", Some(-1));
    check("After the attack they fled.", "the attack", None);
}

#[test]
fn an_explanation_says_rule_anchor_and_what_was_refused() {
    let published = date_of("2024-03-20");
    let found = explain("on Tuesday", &Context { published, ..Context::default() }).times;
    assert_eq!(found[0].phrase, "Tuesday");
    assert_eq!(found[0].timex.rule, "weekday");
    assert_eq!(found[0].reading, "2024-03-19: counted from publication on 2024-03-20; the direction is inferred");
    assert!(found[0].refused.iter().any(|(value, _)| value == "2024-03-26"), "{:?}", found[0].refused);
    let found = explain("closed until Friday", &Context { published, ..Context::default() }).times;
    assert_eq!(found[0].refused, [("2024-03-15".to_owned(), "a word that looks ahead governs it")]);
}

#[test]
fn an_explanation_says_spans_relations_and_what_is_no_time() {
    let text = "From 4 to 6 March, two days after the talks, a 13-year-old marked Independence Day.";
    let found = explain(text, &Context { published: date_of("2024-03-20"), ..Context::default() });
    let spans: Vec<_> = found.intervals.iter().filter_map(|span| span.edtf()).collect();
    assert_eq!(spans, ["2024-03-04/2024-03-06"]);
    let events: Vec<_> = found.relatives.iter().map(|told| &text[told.event.clone()]).collect();
    assert_eq!(events, ["the talks"]);
    let untimed: Vec<_> = found.untimed.iter().map(|one| &text[one.span.clone()]).collect();
    assert_eq!(untimed, ["13-year-old", "Independence Day"]);
}

proptest! {
    #[test]
    fn any_text_gives_well_formed_times(text in words(), year in proptest::option::of(1900..2100i32), day in proptest::option::of(1..=28u32)) {
        let published = Published { year, month: day.map(|day| day % 12 + 1), day };
        for order in [DateOrder::Ask, DateOrder::DayMonth, DateOrder::MonthDay, DateOrder::YearMonth] {
            let found = read(&text, &Context { published, order });
            let mut end = 0;
            for timex in &found.timexes {
                prop_assert!(timex.span.start >= end && timex.span.start < timex.span.end, "overlap in {text:?}");
                prop_assert!(text.get(timex.span.clone()).is_some(), "a span cuts a character of {text:?}");
                end = timex.span.end;
                let value = timex.value.to_string();
                prop_assert!(is_timex3(&value), "{value} in {text:?}");
                if let Some(edtf) = timex.edtf() {
                    prop_assert!(edtf.parse::<Edtf>().is_ok(), "{edtf} in {text:?}");
                }
            }
            for interval in &found.intervals {
                prop_assert!(text.get(interval.span.clone()).is_some());
                if let Some(edtf) = interval.edtf() {
                    prop_assert!(edtf.parse::<Edtf>().is_ok(), "{edtf} in {text:?}");
                }
            }
            for relative in &found.relatives {
                prop_assert!(text.get(relative.span.clone()).is_some() && text.get(relative.event.clone()).is_some());
            }
            explain(&text, &Context { published, order });
        }
    }
}

/// Texts made of the words and marks that dates are made of, with anything between.
fn words() -> impl Strategy<Value = String> {
    let vocabulary = "the a of in on to and last next this that same first second third two twenty ninety hundred thousand \
        half few couple Monday Tuesday Sat. December May Dec. March spring fall 2024 1999 480 31 29 30 6 12 0 99999999999 \
        1,980 2.5 8th 1990s '90s nineteen year years week weekend quarter month days decade century hour night morning \
        ago later earlier early mid end beginning BC B.C. a.m. p.m. GMT noon 10:30 24:30 2400 8/12/2025 2024-02-30 0000 \
        yesterday today tomorrow tonight now every each daily since until by before after eve Easter Christmas Day \
        fiscal - – , . / : ' ’ \" ( ) $ % é 日 said will \n \n\n";
    let known = vocabulary.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let word = prop_oneof![8 => proptest::sample::select(known), 1 => ".{0,3}", 1 => "[0-9]{1,5}"];
    let glue = prop_oneof![4 => Just(" "), 1 => Just("")];
    proptest::collection::vec((word, glue), 0..24).prop_map(|parts| parts.into_iter().map(|(w, g)| w + g).collect())
}

/// Whether a text is a TIMEX3 value as the TimeML guidelines write them.
fn is_timex3(value: &str) -> bool {
    if matches!(value, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF") {
        return true;
    }
    match value.strip_prefix('P') {
        Some(length) => is_length(length),
        None => is_place(value),
    }
}

fn is_length(length: &str) -> bool {
    let clock = length.starts_with('T');
    let mut rest = length.trim_start_matches('T');
    let mut parts = 0;
    while !rest.is_empty() {
        let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let number = if rest.starts_with('X') { 1 } else { number };
        let (count, after) = rest.split_at(number);
        let after = if parts > 0 && !clock { after.trim_start_matches('T') } else { after };
        let units: &[&str] = if clock { &["H", "M", "S"] } else { &["DE", "CE", "D", "W", "M", "Q", "Y", "X", "T"] };
        let Some(unit) = units.iter().find(|unit| after.starts_with(**unit)) else {
            return parts == 1 && rest.starts_with('T');
        };
        if count.is_empty() && *unit != "T" {
            return false;
        }
        rest = &after[unit.len()..];
        parts += 1;
        if let Some(rest) = rest.strip_prefix('T') {
            return rest.trim_end_matches(['H', 'M', 'S']).bytes().all(|b| b.is_ascii_digit());
        }
    }
    (1..=2).contains(&parts)
}

fn is_place(value: &str) -> bool {
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let right_time = time.is_none_or(|time| {
        matches!(time, "MO" | "AF" | "EV" | "NI" | "DT")
            || matches!(time.as_bytes(), [b'0'..=b'2', _, b':', b'0'..=b'5', _])
    });
    let mut fields = date.split('-');
    let year = fields.next().unwrap_or_default();
    let digits = year.strip_prefix("BC").unwrap_or(year);
    let right_year =
        (2..=4).contains(&digits.len()) && (digits == "XXXX" || digits.bytes().all(|b| b.is_ascii_digit()));
    let rest: Vec<&str> = fields.collect();
    let number = |text: &str, most: u32| text.len() == 2 && text.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    let right_rest = match rest.as_slice() {
        [] => true,
        ["SP" | "SU" | "FA" | "WI" | "H1" | "H2" | "Q1" | "Q2" | "Q3" | "Q4" | "QX" | "XX" | "WXX"] => true,
        [month] if number(month, 12) => true,
        [week] | [week, "WE"] if week.strip_prefix('W').is_some_and(|w| w == "XX" || number(w, 53)) => true,
        ["WXX", day] => matches!(*day, "1" | "2" | "3" | "4" | "5" | "6" | "7"),
        ["XX", "XX"] => true,
        [month, day] => number(month, 12) && (*day == "XX" || number(day, 31)),
        _ => false,
    };
    right_year && right_time && right_rest
}
