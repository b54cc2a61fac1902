//! A newsbook with every odd case, for the tests of pages and writers.
//!
//! Dates of every sort, an event that two articles tell, two themes and none, text that attacks, words without end,
//! Cyrillic and Arabic. Sentences are found in their article by their words, so that evidence is always a substring.

use chrono::NaiveDate;

use crate::model::{
    Article, ArticleDate, ArticleDateBasis, ArticleIx, Change, Confidence, Correction, DateBasis, Dated, Duplicate,
    Edition, EditionText, Editorial, Edtf, Entity, EntityKind, Event, EventIx, Figure, Gone, Id, Judgement, Kind, Mark,
    Match, Mention, MentionIx, MergeReason, Moved, Newsbook, Note, Paragraph, ParagraphKind, Renamed, Rights, Role,
    Site, State, Status, Stripped, Subject, Theme, ThemeHit, Thread, Title, WebSource, sample,
};

/// An event of the sample: article and sentence of each report, EDTF or nothing, state, kind, themes.
struct Told {
    reports: &'static [(usize, &'static str)],
    date: &'static str,
    state: State,
    kind: Kind,
    themes: &'static [usize],
}

const TEXTS: [&str; 3] = [
    "Talks in Geneva\n\nEnvoys met in Geneva on Sunday. The minister said on Monday that the plan was dead.\n\nThe bridge is to open on 20 December.\n\nAround the turn of the year prices rose <script>alert(\"1\")</script> & fell. Nobody said when the tower leaned.\n\nLeave a comment",
    "Зустріч у Женеві відбулася у неділю, повідомило міністерство.\n\nDelegations will have left by 7 December. On December 8 the four leaders gather.",
    "اجتمع الوفدان في جنيف يوم الأحد.\n\nDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender resigned in December.",
];

const TOLD: [Told; 9] = [
    Told {
        reports: &[
            (0, "Envoys met in Geneva on Sunday."),
            (1, "Зустріч у Женеві відбулася у неділю, повідомило міністерство."),
            (2, "اجتمع الوفدان في جنيف يوم الأحد."),
        ],
        date: "2025-12-07",
        state: State::Past,
        kind: Kind::Reported,
        themes: &[0, 1],
    },
    Told {
        reports: &[(1, "Delegations will have left by 7 December.")],
        date: "../2025-12-07",
        state: State::Scheduled,
        kind: Kind::Plan,
        themes: &[0],
    },
    Told {
        reports: &[(0, "The minister said on Monday that the plan was dead.")],
        date: "2025-12-08",
        state: State::Past,
        kind: Kind::Statement,
        themes: &[1],
    },
    Told {
        reports: &[(0, "The bridge is to open on 20 December.")],
        date: "2025-12-20",
        state: State::Scheduled,
        kind: Kind::Plan,
        themes: &[2],
    },
    Told {
        reports: &[(
            2,
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender resigned in December.",
        )],
        date: "2025-12",
        state: State::Past,
        kind: Kind::Claim,
        themes: &[],
    },
    Told {
        reports: &[(1, "Зустріч у Женеві відбулася у неділю")],
        date: "2025-12-01/2025-12-07",
        state: State::Past,
        kind: Kind::Claim,
        themes: &[2],
    },
    Told {
        reports: &[(0, "Around the turn of the year prices rose <script>alert(\"1\")</script> & fell.")],
        date: "2025~",
        state: State::Past,
        kind: Kind::Background,
        themes: &[2],
    },
    Told {
        reports: &[(1, "On December 8 the four leaders gather.")],
        date: "XXXX-12-08",
        state: State::Past,
        kind: Kind::Reported,
        themes: &[0],
    },
    Told {
        reports: &[(0, "Nobody said when the tower leaned.")],
        date: "",
        state: State::Hypothetical,
        kind: Kind::Reported,
        themes: &[],
    },
];

/// Returns the sample, with one edition for the week of 1–7 December 2025 and one for the week after.
pub fn newsbook() -> Newsbook {
    let mut mentions = Vec::new();
    let events = (0..TOLD.len()).map(|n| event(n, &mut mentions)).collect();
    let edition = |id: &str, label: &str, first: &str, last: &str, events: &[usize], ahead: &[usize]| Edition {
        id: id.into(),
        label: label.into(),
        first: day(first),
        last: day(last),
        events: events.iter().copied().map(EventIx).collect(),
        ahead: ahead.iter().copied().map(EventIx).collect(),
        text: None,
    };
    let mut book = Newsbook {
        site: Site {
            title: "Sample <Desk>".into(),
            tagline: Some("Odd cases".into()),
            base_url: Some("https://example.org/desk/".into()),
            language: "en".into(),
            formats: vec!["html", "markdown"],
            quote_words: Some(25),
            drafts: true,
            ..Site::default()
        },
        today: day("2025-12-10"),
        themes: vec![theme("talks", Mark::Circle), theme("aid", Mark::Square), theme("works", Mark::Triangle)],
        entities: vec![],
        articles: (0..TEXTS.len()).map(article).collect(),
        mentions,
        events,
        editions: vec![
            edition("2025-W49", "Week 49, 2025", "2025-12-01", "2025-12-07", &[0, 1, 4, 5], &[2, 3]),
            edition("2025-W50", "Week 50, 2025", "2025-12-08", "2025-12-14", &[2], &[3]),
        ],
        duplicates: vec![Duplicate { first: ArticleIx(0), second: ArticleIx(2), share: 0.8 }],
        threads: vec![Thread {
            id: "geneva".into(),
            title: "Will they sign?".into(),
            events: vec![EventIx(0), EventIx(2)],
        }],
        moved: vec![Moved { from: Id::from_fingerprint(0xaaaa, 6), to: Id::from_fingerprint(0x9000, 4) }],
        renamed: vec![Renamed { what: Subject::Who, from: "a-lovelace".into(), to: "ada".into() }],
        gone: vec![Gone { id: Id::from_fingerprint(0xbbbb, 6), headline: None, planned: None, note: note() }],
        corrections: vec![Correction {
            event: Id::from_fingerprint(0x9000, 4),
            said: "First listed under 6 December.".into(),
            on: "2025-12-09".parse().ok(),
            changes: vec![("date", "2025-12-06".into(), "2025-12-07".into())],
        }],
        addresses: vec!["editions/2025-W40/index.html".into(), "editions/2025-W49/index.html".into()],
    };
    book.editions[0].text = Some(written());
    book.events[0].editorial = edited();
    book.entities = vec![Entity {
        id: "ada".into(),
        name: "Ada Lovelace".into(),
        kind: EntityKind::Person,
        aliases: vec!["A. Lovelace".into()],
        roles: vec![Role { what: "analyst".into(), from: "1842".parse().ok(), to: None }],
    }];
    book
}

/// An edition text with one of everything.
fn written() -> EditionText {
    EditionText {
        title: Some("Talks <and> more talks".into()),
        status: Status::Draft,
        summary: vec!["They met. Nothing was signed.".into()],
        judgements: vec![Judgement {
            say: "They will meet again.".into(),
            likelihood: Some("likely".into()),
            confidence: Some(Confidence::Medium),
            rests_on: vec![EventIx(0)],
            would_change: Some("an envoy goes home".into()),
        }],
        gaps: vec!["What was said?".into()],
        figures: vec![Figure {
            value: "12".into(),
            unit: Some("envoys".into()),
            claimed_by: Some("the host".into()),
            event: Some(EventIx(0)),
        }],
        ..EditionText::default()
    }
}

fn note() -> Note {
    Note { because: Some("it was told twice".into()), by: Some("an editor".into()), ..Note::default() }
}

fn edited() -> Editorial {
    let web = |url: &str| WebSource { url: url.into(), title: None, accessed: "2025-12-09".parse().ok() };
    Editorial {
        text: Some("The envoys of both sides met in Geneva.".into()),
        web: vec![web("https://example.org/press"), web("javascript:alert(1)")],
        thread: Some("geneva".into()),
        changes: vec![Change { what: "date", from: "2025-12-06".into(), to: "2025-12-07".into(), note: note() }],
        ..Editorial::default()
    }
}

/// Returns a newsbook with nothing in it.
pub fn empty() -> Newsbook {
    let full = newsbook();
    Newsbook { site: full.site, today: full.today, ..Newsbook::default() }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day of the sample")
}

fn theme(id: &str, mark: Mark) -> Theme {
    let matches = Match { any: vec![format!("{id}*")], ..Match::default() };
    Theme { id: id.into(), title: format!("On {id}"), why: Some(format!("Because of {id}.")), mark, matches }
}

fn article(n: usize) -> Article {
    let text = TEXTS[n];
    let published = ["2025-12-08", "XXXX-12-08", ""][n].parse().ok();
    Article {
        id: Id::from_fingerprint(0x1000 + n as u64 * 7919, 4),
        title: Title { text: text.split(['\n', '.']).next().expect("a first line").into(), made: n > 0 },
        published: published.map(|date| ArticleDate { date, basis: ArticleDateBasis::Dateline, words: None }),
        source: (n == 0).then(|| "The Sample & Co".into()),
        url: [Some("https://example.org/a?b=c&d"), Some("javascript:alert(1)"), None][n].map(Into::into),
        author: (n == 0).then(|| "A. Writer".into()),
        language: ["en", "uk", "ar"].get(n).map(|&tag| tag.into()),
        rights: [Rights::Full, Rights::Excerpt, Rights::None][n],
        paragraphs: paragraphs(text),
        stripped: vec![Stripped { rule: "leave-a-comment", span: 0..0 }],
        hash: "00".repeat(32),
        ..sample::article(&format!("content/articles/{n}.txt"), text)
    }
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut start = 0;
    let parts = text.split("\n\n").enumerate().map(|(n, part)| {
        let span = start..start + part.len();
        start = span.end + 2;
        let kind = match part {
            "Leave a comment" => ParagraphKind::Boilerplate,
            "Talks in Geneva" => ParagraphKind::Heading,
            _ => ParagraphKind::Prose,
        };
        Paragraph { number: n as u32 + 1, span, line: n as u32 * 2 + 1, kind }
    });
    parts.collect()
}

fn event(n: usize, mentions: &mut Vec<Mention>) -> Event {
    let told = &TOLD[n];
    let first = mentions.len();
    mentions.extend(told.reports.iter().map(|(article, sentence)| mention(told, *article, sentence)));
    let lead = mentions[first].clone();
    let merged = if told.reports.len() > 1 { vec![MergeReason { words: "same day".into() }] } else { vec![] };
    Event {
        id: Id::from_fingerprint(0x9000 + n as u64 * 104_729, 4),
        date: lead.date,
        state: told.state,
        kind: told.kind,
        headline: lead.headline,
        themes: lead.themes,
        who: vec!["Ada Lovelace".into()],
        places: vec!["Geneva".into()],
        mentions: (first..mentions.len()).map(MentionIx).collect(),
        context: vec![],
        merged_because: merged,
        confidence: [Confidence::Low, Confidence::Medium, Confidence::High][n % 3],
        points: vec!["+2 the date is stated".into()],
        editorial: Default::default(),
    }
}

fn mention(told: &Told, article: usize, sentence: &str) -> Mention {
    let start = TEXTS[article].find(sentence).expect("a sentence of the sample");
    let date: Option<Edtf> = told.date.parse().ok();
    let hits = told.themes.iter().map(|theme| ThemeHit { theme: *theme, score: 2.0, matched: vec!["met".into()] });
    Mention {
        article: ArticleIx(article),
        paragraph: paragraphs(TEXTS[article]).iter().find(|p| p.span.contains(&start)).map_or(1, |p| p.number),
        sentence: 0,
        span: start..start + sentence.len(),
        date: date.map(|date| Dated { date, basis: DateBasis::Relative, words: None, timex: None, rule: "weekday" }),
        state: told.state,
        kind: told.kind,
        listed: true,
        why: vec!["it has a date and a verb".into()],
        headline: sentence.trim_end_matches('.').into(),
        verb: None,
        speaker: (told.kind == Kind::Statement).then(|| "the minister".into()),
        who: vec![],
        places: vec![],
        themes: hits.collect(),
        confidence: Confidence::Medium,
        points: vec!["+1 one report".into()],
    }
}
