//! An article for the tests of every room: its words, a paragraph a line, and nothing else known about it.

use super::{Article, Grade, Id, Paragraph, ParagraphKind, Rights, Title};

pub fn article(path: &str, text: &str) -> Article {
    let mut start = 0;
    let paragraph = |(line, number): (&str, u32)| {
        let span = start..start + line.len();
        start = span.end + 1;
        Paragraph { number, span, line: number, kind: ParagraphKind::Prose }
    };
    Article {
        id: Id::from_fingerprint(0, 4),
        path: path.into(),
        title: Title { text: path.into(), made: true },
        published: None,
        updated: None,
        source: None,
        url: None,
        author: None,
        language: None,
        grade: Grade::default(),
        rights: Rights::Full,
        themes: vec![],
        entities: vec![],
        text: text.into(),
        paragraphs: text.split('\n').zip(1..).map(paragraph).collect(),
        stripped: vec![],
        hash: String::new(),
    }
}
