//! The files that an editor fills in, with what is known written into them as comments.
//!
//! A new file says nothing that nobody has said: every key that is a decision stands behind a `#`, with the ids and
//! words it can take beside it.

use chrono::NaiveDate;

use crate::model::{Article, Edition, Event, Newsbook, Scale};
use crate::text;
use crate::yaml::pen;

/// How many days around an event's date an article is offered as its source.
const NEAR_DAYS: i64 = 7;

/// How many articles are offered.
const OFFERED: usize = 12;

/// What is known of an event that is about to be written.
#[derive(Clone, Debug, Default)]
pub struct NewEvent {
    pub title: Option<String>,
    /// EDTF, checked.
    pub date: Option<String>,
    pub kind: Option<String>,
    pub themes: Vec<String>,
}

impl NewEvent {
    /// Returns the name of its file: its date and its title.
    pub fn file_name(&self) -> String {
        let date = self.date.as_deref().unwrap_or("undated").replace(['/', '~', '?', '%'], "-");
        let slug = text::slug(self.title.as_deref().unwrap_or("event"));
        let short: Vec<&str> = slug.split('-').take(8).collect();
        format!("{date}-{}.md", if slug.is_empty() { "event".into() } else { short.join("-") })
    }
}

/// Returns the text of a new event file.
pub fn draft_event(new: &NewEvent, book: &Newsbook) -> String {
    let mut lines = vec!["---".to_owned()];
    match &new.title {
        Some(title) => lines.push(format!("title: {}", pen::quoted(title))),
        None => lines.push("# title: \"…\"                  # what happened, in one line".into()),
    }
    match &new.date {
        Some(date) => lines.push(format!("date: {date}")),
        None => lines.push("# date: 2025-12-08            # about: 2025-12~, between: 2025-12-01/2025-12-07".into()),
    }
    lines.push(format!(
        "kind: {:<24}# reported, statement, claim, plan, background",
        new.kind.as_deref().unwrap_or("reported")
    ));
    let known: Vec<&str> = book.themes.iter().map(|theme| theme.id.as_str()).collect();
    match new.themes.is_empty() {
        true => lines.push(format!("# themes: []                  # {}", known.join(", "))),
        false => lines.push(format!("themes: {}", pen::list(&new.themes))),
    }
    lines.extend([
        "# entities: []                # ids of content/entities, or names".to_owned(),
        "# place: \"…\"".into(),
        "# confidence: medium          # low, medium, high".into(),
        "# thread: \"…\"                 # the question it belongs to, across weeks".into(),
    ]);
    lines.extend(sources(new, book));
    lines.extend(["---".to_owned(), String::new()]);
    lines.join("\n")
}

/// The articles of the days around it, ready to be uncommented.
fn sources(new: &NewEvent, book: &Newsbook) -> Vec<String> {
    let day =
        new.date.as_deref().and_then(|date| date.parse::<crate::model::Edtf>().ok()).and_then(|date| date.sort_day());
    let published = |article: &Article| article.published.as_ref().and_then(|found| found.date.sort_day());
    let near = |article: &&Article| match (day, published(article)) {
        (Some(day), Some(published)) => (published - day).num_days().abs() <= NEAR_DAYS,
        _ => true,
    };
    let mut lines = vec![
        "# sources:".to_owned(),
        "#   - url: https://example.org/page".into(),
        "#     title: \"…\"".into(),
        "#     accessed: 2025-12-09".into(),
    ];
    for article in book.articles.iter().filter(near).take(OFFERED) {
        lines.push(format!("#   - article: {}   # {}", article.path, in_one_line(&article.title.text)));
        lines.push("#     paragraphs: [1]".into());
    }
    lines
}

/// Returns the text of a new edition file.
pub fn draft_edition(edition: &Edition, book: &Newsbook) -> String {
    let events: Vec<&Event> = edition.events.iter().chain(&edition.ahead).map(|ix| &book[*ix]).collect();
    let first = events.first().map_or("k7q2", |event| event.id.as_str());
    let ids: Vec<&str> = events.iter().take(3).map(|event| event.id.as_str()).collect();
    let theme = book.themes.first().map_or("theme", |theme| theme.id.as_str());
    let mut lines = vec![
        "---".to_owned(),
        format!("edition: {}", edition.id),
        "status: draft                 # draft, ready, published".into(),
        format!("# title: \"…\"                  # the headline of {}", edition.label),
        format!("# lead: {first}"),
        format!("# order: [{}]", ids.join(", ")),
        "# judgements:".into(),
        "#   - say: \"…\"".into(),
        format!("#     likelihood: {}", likelihood(book.site.scale)),
        "#     confidence: medium      # low, medium, high".into(),
        format!("#     rests_on: [{first}]"),
        "#     would_change: \"…\"".into(),
        "# gaps:".into(),
        "#   - \"What could not be established?\"".into(),
        "# figures:".into(),
        "#   - value: \"…\"".into(),
        "#     unit: \"…\"".into(),
        "#     claimed_by: \"…\"".into(),
        format!("#     event: {first}"),
        "# themes:".into(),
        format!("#   {theme}:"),
        "#     why: \"…\"".into(),
        "#".into(),
        format!("# {}, {} to {}:", edition.label, edition.first, edition.last),
    ];
    lines.extend(events.iter().map(|event| listed(event, edition.last)));
    lines.extend(["---".to_owned(), String::new()]);
    lines.join("\n")
}

fn likelihood(scale: Scale) -> String {
    let terms: Vec<&str> = scale.steps().iter().filter_map(|step| step.terms.first()).copied().collect();
    if terms.is_empty() { "likely".into() } else { format!("likely      # {}", terms.join(", ")) }
}

fn listed(event: &Event, last: NaiveDate) -> String {
    let date = event.date.as_ref().map_or_else(|| "undated".into(), |dated| dated.date.to_string());
    let day = event.date.as_ref().and_then(|dated| dated.date.sort_day());
    let ahead = if day.is_some_and(|day| day > last) { "  (ahead)" } else { "" };
    format!("#   {}  {date:<12} {}{ahead}", event.id, in_one_line(&event.headline))
}

fn in_one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edits::{read_edition, read_event};

    #[test]
    fn a_new_event_reads_as_what_was_said_and_nothing_else() {
        let new = NewEvent {
            title: Some("The \"Elder\" bridge: closed # again".into()),
            date: Some("2025-12~".into()),
            kind: Some("claim".into()),
            themes: vec!["talks".into()],
        };
        assert_eq!(new.file_name(), "2025-12--the-elder-bridge-closed-again.md");
        let book = sample();
        let (event, diagnostics) = read_event("a.md", &draft_event(&new, &book));
        assert_eq!((event.is_some(), diagnostics), (true, vec![]));
        let (_, diagnostics) = read_event("a.md", &draft_event(&NewEvent::default(), &book));
        assert_eq!(diagnostics[0].message, "an event says nothing");
    }

    #[test]
    fn a_new_edition_is_a_draft_that_says_nothing_yet() {
        let edition = Edition {
            id: "2025-W49".into(),
            label: "Week 49, 2025".into(),
            first: "2025-12-01".parse().unwrap(),
            last: "2025-12-07".parse().unwrap(),
            events: vec![],
            ahead: vec![],
            text: None,
        };
        let text = draft_edition(&edition, &sample());
        let (written, diagnostics) = read_edition("a.md", &text);
        assert_eq!((written.is_some(), diagnostics), (true, vec![]));
        assert!(text.contains("# lead: k7q2\n"), "{text}");
    }

    /// A newsbook of nothing: drafts must be right for a desk that has only begun.
    fn sample() -> Newsbook {
        Newsbook { today: "2025-12-10".parse().unwrap(), ..Newsbook::default() }
    }
}
