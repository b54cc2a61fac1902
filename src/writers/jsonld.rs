//! What a page says, for machines, in the words of schema.org: JSON-LD in a data block of the page's head.
//!
//! A data block is not a script: browsers never run it, so the strictest Content-Security-Policy still fits (HTML
//! standard, "data block"; CSP asks only of what would run). Whatever stands in the texts, the block cannot be closed
//! or left from inside: no `<`, `>` or `&` is written as such.
//!
//! Only what readers are told stands here too. A correction is a `CorrectionComment` on the page of its event.

use serde_json::{Map, Value, json};

use crate::model::{Correction, Id, Newsbook};
use crate::pages::{Page, Target};

/// Returns the text of the page's data block, safe inside a `script` element; `None` where there is nothing to say.
pub fn block(book: &Newsbook, page: &Page<'_>) -> Option<String> {
    let mut data = match page.target {
        Target::Event(id) => corrected(book, id)?,
        Target::Corrections => all_corrected(book)?,
        _ => return None,
    };
    data.insert("@context".into(), json!("https://schema.org"));
    Some(guarded(&data.into()))
}

/// The page of an event with the corrections to it; `None` where there were none.
fn corrected(book: &Newsbook, id: &Id) -> Option<Map<String, Value>> {
    let comments: Vec<Value> =
        book.corrections.iter().filter(|correction| correction.event == *id).map(comment).collect();
    let mut page = web_page(book, Target::Event(id));
    page.insert("correction".into(), json!(comments));
    let event = book.events.iter().find(|event| event.id == *id);
    page.extend(event.map(|event| ("name".into(), json!(event.headline))));
    (!comments.is_empty()).then_some(page)
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
    let mut page = web_page(book, Target::Corrections);
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

/// A page of the site, with its address on the web where the site's is known.
fn web_page(book: &Newsbook, target: Target<'_>) -> Map<String, Value> {
    let mut page = Map::from_iter([("@type".to_owned(), json!("WebPage"))]);
    let address = target.address();
    let url = book.site.base_url.as_ref().map(|base| format!("{base}{}", address.trim_end_matches("index.html")));
    page.extend(url.map(|url| ("url".to_owned(), json!(url))));
    page
}

/// JSON without the characters that mean something to a reader of HTML. They stand in strings only, where JSON has
/// another spelling for them.
fn guarded(data: &Value) -> String {
    let json = data.to_string();
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text
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
        assert_eq!(
            blocks.iter().map(|(target, _)| *target).collect::<Vec<_>>(),
            [Target::Event(&event), Target::Corrections]
        );
        for (_, text) in &blocks {
            assert!(!text.contains(['<', '>', '&']), "{text}");
            let value: Value = serde_json::from_str(text).unwrap();
            let page = value.get("hasPart").map_or(&value, |parts| &parts[0]);
            assert_eq!(page["url"], format!("https://example.org/desk/e/{event}/"));
            assert_eq!(
                page["correction"][0],
                json!({ "@type": "CorrectionComment", "text": book.corrections[0].said, "datePublished": "2025-12-12" })
            );
        }
    }
}
