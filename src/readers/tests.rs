//! What the readers promise whatever they are given, and the shapes articles come in.

use proptest::prelude::*;

use super::*;
use crate::model::ArticleDateBasis;

const PROSE: &str = "The ministers met for two hours on Tuesday and agreed to meet again next month in Prague.";

fn file(path: &str, bytes: &[u8]) -> InputFile {
    InputFile { path: path.to_owned(), bytes: bytes.to_vec() }
}

fn article(path: &str, text: &str) -> Article {
    let (article, diagnostics) = read(&file(path, text.as_bytes()), &ReadOptions::default());
    assert_eq!(diagnostics, []);
    article.expect("an article")
}

fn dated(article: &Article) -> Option<(String, ArticleDateBasis, Option<&str>)> {
    let published = article.published.as_ref()?;
    let words = published.words.clone().map(|span| &article.text[span]);
    Some((published.date.to_string(), published.basis, words))
}

fn pasted(text: &str) -> Article {
    from_text("a", text, Given::default())
}

/// Asserts the date of a pasted text: what, from where, and from which words.
fn check_date(text: &str, expected: Option<(&str, ArticleDateBasis, &str)>) {
    let found = pasted(text);
    let expected = expected.map(|(date, basis, words)| (date.to_owned(), basis, Some(words)));
    assert_eq!(dated(&found), expected, "{text}");
}

#[test]
fn the_places_of_a_date_are_asked_in_order() {
    use ArticleDateBasis::{Dateline, FileName, FrontMatter, Given as Stated, LeadingLine};
    let text = format!("2024-12-18 {PROSE}");
    let with_matter = format!("---\ndate: 2024-12-01\n---\n{text}");
    let basis = |article: &Article| article.published.as_ref().map(|published| published.basis);
    assert_eq!(basis(&article("a/2024-12-02.md", &with_matter)), Some(FrontMatter));
    assert_eq!(basis(&article("a/2024-12-02.md", &text)), Some(FileName));
    assert_eq!(basis(&article("a/b.txt", &text)), Some(LeadingLine));
    assert_eq!(basis(&article("a/b.txt", &format!("PRAGUE, Dec. 18, 2024 — {PROSE}"))), Some(Dateline));
    let given = Given { published: Some("2024-12~".parse().expect("a test date")), ..Given::default() };
    assert_eq!(basis(&from_text("2024-12-02", &text, given)), Some(Stated));
    assert_eq!(basis(&pasted(PROSE)), None);
}

#[test]
fn a_date_without_a_year_gets_none() {
    use ArticleDateBasis::{Dateline, Text};
    check_date(&format!("PRAGUE, Dec. 7 (Agency) — {PROSE}"), Some(("XXXX-12-07", Dateline, "Dec. 7")));
    let known = format!("PRAGUE, Dec. 7 — {PROSE} They had met on December 7, 2024.");
    check_date(&known, Some(("2024-12-07", Dateline, "Dec. 7")));
    let days = "Ministers are due in Prague on May 8.\nThey spoke on May 6 by phone and on May 7 in Vienna.";
    check_date(days, Some(("XXXX-05-08", Text, "May 8")));
}

#[test]
fn prose_gives_a_date_only_where_it_must_be_the_day() {
    use ArticleDateBasis::Text;
    let lead = |when: &str| format!("Ministers met in Prague {when}, and left without a word.\n{PROSE}");
    check_date(&lead("on Wednesday, December 18, 2024"), Some(("2024-12-18", Text, "Wednesday, December 18, 2024")));
    check_date(&lead("on December 18, 2024"), None);
    check_date(&lead("on May 8"), None);
    let company = format!("{} They had spoken on December 13.", lead("on December 18, 2024"));
    check_date(&company, Some(("2024-12-18", Text, "December 18, 2024")));
    let later = format!("{} They meet again on March 3, 2025.", lead("on Wednesday, December 18, 2024"));
    check_date(&later, None);
    check_date(&format!("{PROSE}\nThe bridge fell on Wednesday, December 18, 2024, at noon."), None);
}

#[test]
fn a_bad_date_in_front_matter_is_not_replaced_by_a_guess() {
    let text = format!("---\ndate: 8/12/2025\n---\n2024-12-18 {PROSE}");
    let (article, diagnostics) = read(&file("a/2024-12-18.md", text.as_bytes()), &ReadOptions::default());
    assert_eq!(article.expect("an article").published, None);
    assert_eq!(diagnostics[0].code, Code::BadDate);
}

#[test]
fn what_is_not_an_article_is_said() {
    let codes = |path: &str, text: &str| {
        let (article, diagnostics) = read(&file(path, text.as_bytes()), &ReadOptions::default());
        assert_eq!(article, None);
        diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("a.docx", PROSE), [Code::NotAnArticle]);
    assert_eq!(codes("a.txt", "  \n"), [Code::NoProse]);
    assert_eq!(codes("a.txt", "Leave a comment\n"), [Code::NoProse]);
    assert_eq!(codes("a.html", ""), [Code::NoProse]);
    assert_eq!(codes("a.md", &format!("---\nignore: true\n---\n{PROSE}")), []);
}

#[test]
fn a_pasted_text_is_kept_byte_for_byte() {
    let text = "  KYIV —  The *talks* ended.\r\n\r\n# Not a heading\t\r\n---\nx";
    assert_eq!(pasted(text).text, text);
}

#[test]
fn lines_are_those_of_the_file() {
    let article = article("a.md", &format!("---\ntitle: A\n---\n\n# Head\n\n{PROSE}\n"));
    assert_eq!(article.paragraphs.iter().map(|p| (p.number, p.line)).collect::<Vec<_>>(), [(1, 5), (2, 7)]);
}

#[test]
fn a_saved_page_gives_its_article_and_its_metadata() {
    let article = article("a.html", include_str!("samples/page.html"));
    assert_eq!(article.title.text, "Ferry line opens again after a winter of repairs");
    assert_eq!(dated(&article), Some(("2024-03-12".into(), ArticleDateBasis::FrontMatter, None)));
    assert_eq!(article.url.as_deref(), Some("https://example.org/harbour/ferry-line-opens"));
    assert_eq!((article.source.as_deref(), article.language.as_deref()), (Some("The Harbour Post"), Some("en-GB")));
    assert_eq!(article.author.as_deref(), Some("Jane Doe"));
    let prose: Vec<_> = kind(&article, ParagraphKind::Prose);
    assert!(prose[0].starts_with("The ferry between the old harbour"), "{prose:?}");
    assert!(prose.iter().all(|words| !words.contains("cookies") && !words.contains("Sign up")), "{prose:?}");
    assert_eq!(kind(&article, ParagraphKind::Heading), ["What it cost"]);
    assert_eq!(kind(&article, ParagraphKind::Quote), ["We counted the bolts twice, and then we counted them again."]);
    assert!(article.paragraphs.iter().all(|paragraph| paragraph.line > 28), "{:?}", article.paragraphs);
}

#[test]
fn a_page_with_its_data_in_a_graph_has_a_date() {
    let article = article("a.htm", include_str!("samples/graph.html"));
    assert_eq!(dated(&article), Some(("2024-04-02".into(), ArticleDateBasis::FrontMatter, None)));
}

fn kind(article: &Article, kind: ParagraphKind) -> Vec<&str> {
    article.paragraphs.iter().filter(|p| p.kind == kind).map(|p| &article.text[p.span.clone()]).collect()
}

#[test]
fn a_page_made_to_hurt_is_refused() {
    for page in ["<div>".repeat(100_000), "<b><p>".repeat(50_000), "<table><tr><td>".repeat(30_000)] {
        let (article, diagnostics) = read(&file("a.html", page.as_bytes()), &ReadOptions::default());
        assert_eq!((article, diagnostics[0].code), (None, Code::TooLarge));
    }
    let script = format!("<script>{}</script><p>{PROSE}</p>", "if(a<b)".repeat(1000));
    assert_eq!(article("a.html", &script).text, PROSE);
}

#[test]
fn a_page_as_deep_as_allowed_is_survived() {
    let page = format!("{}<p>{PROSE}</p>", "<div>".repeat(399));
    read(&file("a.html", page.as_bytes()), &ReadOptions::default());
}

/// Asserts what every article keeps.
fn check_promises(article: &Article) {
    let mut end = 0;
    for (paragraph, number) in article.paragraphs.iter().zip(1..) {
        assert_eq!(paragraph.number, number);
        assert!(paragraph.span.start >= end && paragraph.line >= 1);
        let words = article.text.get(paragraph.span.clone()).expect("a span on character boundaries");
        assert!(!words.trim().is_empty());
        end = paragraph.span.end;
    }
    let mut start = 0;
    for stripped in &article.stripped {
        assert!(article.text.get(stripped.span.clone()).is_some() && stripped.span.start >= start);
        start = stripped.span.start;
    }
    let words = article.published.as_ref().and_then(|published| published.words.clone());
    assert!(words.is_none_or(|span| article.text.get(span).is_some()));
    assert!(!article.title.text.trim().is_empty() || article.paragraphs.iter().all(|p| p.kind != ParagraphKind::Prose));
}

/// Pieces that articles, and files made to hurt, are put together from.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,12}",
        proptest::sample::select(vec![
            "---\n",
            "title: x\n",
            "date: 2024-12-18\n",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "> ",
            "- ",
            "# ",
            "KYIV — ",
            "LONDON, Dec. 7 (X) -- ",
            "date 2024-12-18 ",
            "December 18, 2024",
            "By Jane Doe\n",
            "Leave a comment\n",
            "“",
            "”",
            "\u{FEFF}",
            "\u{2028}",
            "\0",
            "é",
            "<p>",
            "</div>",
            "<script>",
            "<!--",
            "<a href=x>",
            "&amp;",
            "[a](b)",
            "[^1]: ",
            "```\n",
            "| a |\n|--|\n",
            "…",
            "The ministers met for two hours on Tuesday. ",
            "Three Days In Prague\n",
            "From 8 May 2022 21.48 ",
            "Updated at 22.38 BST\n",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for path in ["a.md", "a.txt", "a.html", "2024-12-18"] {
            if let (Some(article), _) = read(&file(path, &bytes), &ReadOptions::default()) {
                check_promises(&article);
            }
        }
    }

    #[test]
    fn every_article_keeps_its_promises(pieces in proptest::collection::vec(piece(), 0..24)) {
        let text = pieces.concat();
        check_promises(&pasted(&text));
        prop_assert_eq!(&pasted(&text).text, &text);
        for path in ["a.md", "a.txt", "a.html"] {
            if let (Some(article), _) = read(&file(path, text.as_bytes()), &ReadOptions::default()) {
                check_promises(&article);
            }
        }
    }
}
