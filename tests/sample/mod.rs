//! A small newsbook made by hand, for tests of what is drawn from one: two articles, four events, one edition.
//!
//! | event | date | reported by |
//! |---|---|---|
//! | `k7q2` | 2024-12-17 | both articles |
//! | `m3zd` | ../2024-12-17 | the second |
//! | `p0qk` | 2025-01-09, planned | the first |
//! | `w8vt` | 12-08 of an unknown year | the second, which has no date |

use newsbook::model::{
    Article, ArticleDate, ArticleDateBasis, ArticleIx, Confidence, DateBasis, Dated, Edition, Editorial, Event,
    EventIx, Grade, Id, Kind, Mark, Match, Mention, MentionIx, MergeReason, Newsbook, Paragraph, ParagraphKind, Rights,
    Site, State, Theme, ThemeHit, Title,
};

pub fn book() -> Newsbook {
    let articles = vec![
        article(
            "b1",
            Some("2024-12-18"),
            "Ministers met in Riga on Tuesday.\nThey will meet again on January 9, 2025.",
        ),
        article(
            "c2",
            None,
            "The ministers met on December 17, 2024.\nBy then, \"=SUM(1)\" was said.\nOn December 8 it rained.",
        ),
    ];
    let mentions = vec![
        mention(&articles, 0, 1, "2024-12-17", DateBasis::Relative, "on Tuesday"),
        mention(&articles, 0, 2, "2025-01-09", DateBasis::Explicit, "January 9, 2025"),
        mention(&articles, 1, 1, "2024-12-17", DateBasis::Explicit, "December 17, 2024"),
        mention(&articles, 1, 2, "../2024-12-17", DateBasis::Carried, "By then"),
        mention(&articles, 1, 3, "XXXX-12-08", DateBasis::Explicit, "December 8"),
    ];
    let events = vec![
        event(&mentions, "k7q2", &[0, 2], "Ministers meet in Riga", Some(0)),
        event(&mentions, "m3zd", &[3], "=SUM(1) is said", None),
        Event { state: State::Scheduled, ..event(&mentions, "p0qk", &[1], "Ministers to meet again", Some(0)) },
        event(&mentions, "w8vt", &[4], "It rains", Some(1)),
    ];
    let edition = Edition {
        id: "2024-W51".into(),
        label: "Week 51, 2024".into(),
        first: "2024-12-16".parse().expect("a day"),
        last: "2024-12-22".parse().expect("a day"),
        events: vec![EventIx(0), EventIx(1)],
        ahead: vec![EventIx(2)],
        text: None,
    };
    Newsbook {
        site: Site { title: "Sample Desk".into(), language: "en".into(), toc: true, ..Site::default() },
        today: "2024-12-20".parse().expect("a day"),
        themes: vec![theme("talks", "Talks", Some("Who meets whom.")), theme("weather", "Weather", None)],
        articles,
        mentions,
        events,
        editions: vec![edition],
        ..Newsbook::default()
    }
}

fn article(id: &str, published: Option<&str>, text: &str) -> Article {
    let given = |date: &str| ArticleDate {
        date: date.parse().expect("EDTF"),
        basis: ArticleDateBasis::FrontMatter,
        words: None,
    };
    let mut start = 0;
    let paragraphs = text.split('\n').zip(1..).map(|(line, number)| {
        let span = start..start + line.len();
        start = span.end + 1;
        Paragraph { number, span, line: number, kind: ParagraphKind::Prose }
    });
    Article {
        id: Id::parse(&format!("{id}00")).expect("an id"),
        path: format!("content/articles/{id}.txt"),
        title: Title { text: text.split('.').next().unwrap_or_default().into(), made: true },
        published: published.map(given),
        updated: None,
        source: None,
        url: None,
        author: None,
        language: None,
        grade: Grade::default(),
        rights: Rights::Excerpt,
        themes: vec![],
        entities: vec![],
        paragraphs: paragraphs.collect(),
        text: text.into(),
        stripped: vec![],
        hash: "00".repeat(32),
    }
}

/// The mention that is the whole of a paragraph, dated by words of it.
fn mention(articles: &[Article], article: usize, paragraph: u32, date: &str, basis: DateBasis, words: &str) -> Mention {
    let text = &articles[article].text;
    let start = text.find(words).expect("words of the article");
    Mention {
        article: ArticleIx(article),
        paragraph,
        sentence: paragraph - 1,
        span: articles[article].paragraphs[paragraph as usize - 1].span.clone(),
        date: Some(Dated {
            date: date.parse().expect("EDTF"),
            basis,
            words: Some(start..start + words.len()),
            timex: None,
            rule: "sample",
        }),
        state: State::Past,
        kind: Kind::Reported,
        listed: true,
        why: vec![],
        headline: String::new(),
        verb: None,
        speaker: None,
        who: vec!["Ministers".into()],
        places: vec!["Riga".into()],
        themes: vec![],
        confidence: Confidence::Medium,
        points: vec!["+2 the date is stated".into()],
    }
}

/// The event of some mentions, dated as the first of them.
fn event(mentions: &[Mention], id: &str, of: &[usize], headline: &str, theme: Option<usize>) -> Event {
    let best = &mentions[of[0]];
    let hit = |theme| ThemeHit { theme, score: 1.5, matched: vec!["met".into()] };
    Event {
        id: Id::parse(id).expect("an id"),
        date: best.date.clone(),
        state: best.state,
        kind: best.kind,
        headline: headline.into(),
        themes: theme.map(hit).into_iter().collect(),
        who: best.who.clone(),
        places: best.places.clone(),
        mentions: of.iter().map(|ix| MentionIx(*ix)).collect(),
        context: vec![],
        merged_because: of[1..].iter().map(|_| MergeReason { words: "same day".into() }).collect(),
        confidence: Confidence::Medium,
        points: best.points.clone(),
        editorial: Editorial::default(),
    }
}

fn theme(id: &str, title: &str, why: Option<&str>) -> Theme {
    Theme {
        id: id.into(),
        title: title.into(),
        why: why.map(str::to_owned),
        mark: Mark::Circle,
        matches: Match::default(),
    }
}
