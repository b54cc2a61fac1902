//! `data/sources.csl.json`: the articles as citations, in the JSON that Zotero, pandoc and citation processors read.
//!
//! CSL knows a date as one or two lists of year, month and day, with a mark for "about". What does not fit, a day of
//! an unknown year for example, goes in as words rather than as a guess. The Admiralty grade and the file have no
//! field of their own there and stand in the note.

use serde_json::{Map, Value, json};

use crate::model::{Article, Bound, Edtf, Newsbook, OutputFile, Part, Point, Quality, Year};
use crate::pages::labels;

/// Returns `data/sources.csl.json`, by path of the article.
pub fn citations(book: &Newsbook) -> OutputFile {
    let items: Vec<Value> = book.articles.iter().map(item).collect();
    let mut bytes = serde_json::to_vec_pretty(&items).expect("strings and numbers are always JSON");
    bytes.push(b'\n');
    OutputFile { path: "data/sources.csl.json".to_owned(), bytes }
}

fn item(article: &Article) -> Value {
    let mut item = Map::from_iter([
        ("id".to_owned(), json!(article.id.as_str())),
        ("type".to_owned(), json!("article-newspaper")),
        ("title".to_owned(), json!(article.title.text)),
        ("note".to_owned(), json!(format!("grade {}; {}", article.grade, article.path))),
    ]);
    let author = article.author.as_ref().map(|name| json!([{ "literal": name }]));
    let issued = article.published.as_ref().map(|published| issued(&published.date));
    let optional = [
        ("author", author),
        ("issued", issued),
        ("container-title", article.source.as_ref().map(|outlet| json!(outlet))),
        ("language", article.language.as_ref().map(|tag| json!(tag))),
        ("URL", article.url.as_ref().map(|url| json!(url))),
    ];
    item.extend(optional.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    Value::Object(item)
}

fn issued(date: &Edtf) -> Value {
    let ends = match date {
        Edtf::At(at) => parts(at).map(|parts| (vec![parts], at.quality)),
        Edtf::Between(Bound::At(first), Bound::At(last)) => {
            parts(first).zip(parts(last)).map(|(from, to)| (vec![from, to], first.quality.max(last.quality)))
        }
        Edtf::Between(..) => None,
    };
    match ends {
        Some((parts, Quality::Plain)) => json!({ "date-parts": parts }),
        Some((parts, _)) => json!({ "date-parts": parts, "circa": true }),
        None => json!({ "literal": labels("en").date(date) }),
    }
}

/// Year, month and day as far as they are known; `None` where the year is not.
fn parts(point: &Point) -> Option<Vec<i32>> {
    let Year::Known(year) = point.year else { return None };
    match point.part {
        Part::Whole => Some(vec![year]),
        Part::Month(month) => Some(vec![year, month.into()]),
        Part::Day(month, day) => Some(vec![year, month.into(), day.into()]),
        Part::Season(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_never_more_exact_than_it_was() {
        for (edtf, expected) in [
            ("2025-12-07", json!({ "date-parts": [[2025, 12, 7]] })),
            ("2025-04~", json!({ "date-parts": [[2025, 4]], "circa": true })),
            ("2025-12-01/2025-12-07", json!({ "date-parts": [[2025, 12, 1], [2025, 12, 7]] })),
            ("XXXX-12-08", json!({ "literal": "8 December, year not known" })),
            ("../2025-12-07", json!({ "literal": "by 7 December 2025" })),
            ("2025-23", json!({ "literal": "autumn 2025" })),
        ] {
            assert_eq!(issued(&edtf.parse().unwrap()), expected, "{edtf}");
        }
    }
}
