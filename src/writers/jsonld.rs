//! What a page says, for machines, in the words of schema.org: JSON-LD in a data block of the page's head.
//!
//! A data block is not a script: browsers never run it, so the strictest Content-Security-Policy still fits (HTML
//! standard, "data block"; CSP asks only of what would run). Whatever stands in the texts, the block cannot be closed
//! or left from inside: no `<`, `>` or `&` is written as such.
//!
//! Only what readers are told stands here too. An edition is a `Report` whose parts are `Event`s; a correction is a
//! `CorrectionComment` on the page of its event. A date stands here only as far as it is known: a deadline has an end
//! and no start, and what is undated has neither. Nothing is rated true or false.

use serde_json::{Map, Value, json};

use crate::model::{Correction, Edition, Event, EventIx, Id, Newsbook, State};
use crate::pages::{Page, Target, View, labels};

/// Returns the text of the page's data block, safe inside a `script` element; `None` where there is nothing to say.
pub fn block(book: &Newsbook, page: &Page<'_>) -> Option<String> {
    let mut data = match &page.view {
        View::Event(view) => event_page(book, view.ix),
        View::Edition(view) => report(book, book.editions.iter().find(|edition| edition.id == view.id)?),
        View::Corrections(_) => all_corrected(book)?,
        _ => return None,
    };
    data.insert("@context".into(), json!("https://schema.org"));
    Some(guarded(&data.into()))
}

/// An edition with everything that happened in it and what lay ahead.
fn report(book: &Newsbook, edition: &Edition) -> Map<String, Value> {
    let site = &book.site;
    let mut report = thing(book, "Report", Target::Edition(&edition.id));
    let title = edition.text.as_ref().and_then(|text| text.title.as_ref()).unwrap_or(&edition.label);
    let publisher = site.publisher.as_ref().unwrap_or(&site.title);
    report.insert("name".into(), json!(title));
    report.insert("inLanguage".into(), json!(site.language));
    report.insert("temporalCoverage".into(), json!(format!("{}/{}", edition.first, edition.last)));
    report.insert("publisher".into(), json!({ "@type": "Organization", "name": publisher }));
    let parts = edition.events.iter().chain(&edition.ahead).map(|ix| part(book, &book[*ix]));
    report.insert("hasPart".into(), parts.collect());
    report
}

/// The page of an event: the event itself, and the corrections to what was told of it.
fn event_page(book: &Newsbook, ix: EventIx) -> Map<String, Value> {
    let told = &book[ix];
    let mut main = event(book, told);
    let place = told.places.first().map(|place| ("location".to_owned(), json!({ "@type": "Place", "name": place })));
    main.extend(place);
    main.extend(told.editorial.text.as_ref().map(|text| ("description".to_owned(), json!(text))));
    let mut page = corrected(book, &told.id).unwrap_or_else(|| thing(book, "WebPage", Target::Event(&told.id)));
    page.insert("name".into(), json!(told.headline));
    page.insert("mainEntity".into(), main.into());
    page
}

/// An event of an edition: its name stands on the page that its address leads to, and twice on this one already.
fn part(book: &Newsbook, told: &Event) -> Map<String, Value> {
    let mut part = event(book, told);
    if part.contains_key("url") {
        part.remove("name");
    }
    part
}

fn event(book: &Newsbook, event: &Event) -> Map<String, Value> {
    let mut data = thing(book, "Event", Target::Event(&event.id));
    data.insert("name".into(), json!(event.headline));
    let date = event.date.as_ref().map(|dated| dated.date);
    let ends =
        [("startDate", date.and_then(|date| date.first_day())), ("endDate", date.and_then(|date| date.last_day()))];
    // One day is a start and needs no end.
    let ends = if ends[0].1 == ends[1].1 { &ends[..1] } else { &ends[..] };
    data.extend(ends.iter().filter_map(|(key, day)| day.map(|day| ((*key).to_owned(), json!(day.to_string())))));
    if event.state == State::Scheduled {
        data.insert("eventStatus".into(), json!("https://schema.org/EventScheduled"));
    }
    data
}

/// The page of an event with the corrections to it; `None` where there were none.
fn corrected(book: &Newsbook, id: &Id) -> Option<Map<String, Value>> {
    let comments: Vec<Value> =
        book.corrections.iter().filter(|correction| correction.event == *id).map(comment).collect();
    if comments.is_empty() {
        return None;
    }
    let mut page = thing(book, "WebPage", Target::Event(id));
    page.extend(
        book.events.iter().find(|event| event.id == *id).map(|event| ("name".to_owned(), json!(event.headline))),
    );
    page.insert("correction".into(), json!(comments));
    Some(page)
}

/// The page of all corrections: a part for each event that was corrected, the latest correction first.
fn all_corrected(book: &Newsbook) -> Option<Map<String, Value>> {
    let mut parts: Vec<Map<String, Value>> = Vec::new();
    let mut seen: Vec<&Id> = Vec::new();
    for correction in &book.corrections {
        if !seen.contains(&&correction.event) {
            seen.push(&correction.event);
            parts.extend(corrected(book, &correction.event));
        }
    }
    let mut page = thing(book, "WebPage", Target::Corrections);
    page.insert("name".into(), json!(labels(&book.site.language).ui.corrections));
    page.insert("hasPart".into(), json!(parts));
    (!parts.is_empty()).then_some(page)
}

fn comment(correction: &Correction) -> Value {
    let mut comment =
        Map::from_iter([("@type".to_owned(), json!("CorrectionComment")), ("text".to_owned(), json!(correction.said))]);
    let day = correction.on.and_then(|on| on.exact_day());
    comment.extend(day.map(|day| ("datePublished".to_owned(), json!(day.to_string()))));
    Value::Object(comment)
}

/// Something that a page of the site is about, with its address on the web where the site's is known.
fn thing(book: &Newsbook, kind: &str, target: Target<'_>) -> Map<String, Value> {
    let mut page = Map::from_iter([("@type".to_owned(), json!(kind))]);
    let address = target.address();
    let url = book.site.base_url.as_ref().map(|base| format!("{base}{}", address.trim_end_matches("index.html")));
    page.extend(url.map(|url| ("url".to_owned(), json!(url))));
    page
}

/// JSON without the characters that mean something to a reader of HTML. They stand in strings only, where JSON has
/// another spelling for them.
fn guarded(data: &Value) -> String {
    let mut json = data.to_string();
    for c in ['<', '>', '&', '\u{2028}', '\u{2029}'] {
        if json.contains(c) {
            json = json.replace(c, &format!("\\u{:04x}", u32::from(c)));
        }
    }
    json
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{plan, sample};

    #[test]
    fn corrections_stand_on_their_event_and_on_their_page() {
        let mut book = sample::newsbook();
        let event = book.events[0].id.clone();
        let said = "First told </script><!-- & otherwise.".to_owned();
        book.corrections =
            vec![Correction { event: event.clone(), said, on: "2025-12-12".parse().ok(), changes: vec![] }];
        let (pages, _) = plan(&book);
        let blocks: Vec<(Target<'_>, String)> =
            pages.iter().filter_map(|page| Some((page.target, block(&book, page)?))).collect();
        let told = |(_, text): &(Target<'_>, String)| text.contains("CorrectionComment");
        let blocks: Vec<_> = blocks.into_iter().filter(told).collect();
        assert_eq!(
            blocks.iter().map(|(target, _)| *target).collect::<Vec<_>>(),
            [Target::Event(&event), Target::Corrections]
        );
        for (_, text) in &blocks {
            assert!(!text.contains(['<', '>', '&']), "{text}");
            let value: Value = serde_json::from_str(text).unwrap();
            assert!(value["name"].is_string(), "without an address a page has its name: {text}");
            let page = value.get("hasPart").map_or(&value, |parts| &parts[0]);
            assert_eq!(page["url"], format!("https://example.org/desk/e/{event}/"));
            assert_eq!(
                page["correction"][0],
                json!({ "@type": "CorrectionComment", "text": book.corrections[0].said, "datePublished": "2025-12-12" })
            );
        }
    }

    #[test]
    fn a_date_is_given_as_far_as_it_is_known() {
        let book = sample::newsbook();
        let ends = |n: usize| {
            let data = event(&book, &book.events[n]);
            ["startDate", "endDate"].map(|key| data.get(key).and_then(Value::as_str).unwrap_or("-").to_owned())
        };
        assert_eq!(ends(0), ["2025-12-07", "-"]);
        assert_eq!(ends(1), ["-", "2025-12-07"]);
        assert_eq!(ends(4), ["2025-12-01", "2025-12-31"]);
        assert_eq!(ends(7), ["-", "-"], "the year is not known");
    }

    #[test]
    fn an_edition_is_a_report_with_its_events() {
        let book = sample::newsbook();
        let (pages, _) = plan(&book);
        let text = pages.iter().find_map(|page| block(&book, page)).expect("the home page is an edition");
        let report: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(report["@type"], "Report");
        assert_eq!(report["url"], "https://example.org/desk/editions/2025-W50/");
        assert_eq!(report["hasPart"].as_array().map(Vec::len), Some(2));
    }
}
