//! The rules, each a line of the table and a function.

use std::collections::BTreeSet;

use super::names::names;
use super::{Rule, likelihood};
use crate::diag::{Code, Diagnostic};
use crate::model::{Edition, Event, EventIx, Newsbook};

/// How many events a newsbook has before a theme that holds nearly all of them is worth a word.
const ENOUGH_EVENTS: usize = 10;

/// The share of all events, in per cent, that is too much for one theme.
const NEARLY_ALL: usize = 90;

/// How many events an unlisted name stands in before it is worth a word.
const OFTEN: usize = 2;

/// Every rule, by name.
pub const RULES: &[Rule] = &[
    Rule {
        name: "broken_link",
        finds: "a link between pages whose page does not exist, or an address in a template whose file does not",
        fix: "name an event, theme, article or file that is there",
        find: |_| Vec::new(),
    },
    Rule {
        name: "event_without_source",
        finds: "an event that rests on no article and no address on the web",
        fix: "add `sources` to its file",
        find: events_without_source,
    },
    Rule {
        name: "long_quote",
        finds: "more words quoted in a row than `events.quote_words` allows",
        fix: "shorten the quotation, or say it in your own words",
        find: long_quotes,
    },
    Rule {
        name: "low_confidence_lead",
        finds: "an edition whose lead has low confidence",
        fix: "lead with another event, find a second source, or set its confidence with a reason",
        find: |_| Vec::new(),
    },
    Rule {
        name: "mixed_likelihood_terms",
        finds: "an edition that mixes words for likelihood: of two rows, of two scales, or other ones than its keys",
        fix: "keep to one row, such as `likely`, `very likely`",
        find: likelihood::mixed_terms,
    },
    Rule {
        name: "single_source_edition",
        finds: "an edition in which everything comes from one outlet",
        fix: "add an article of another outlet; until then the edition says so itself",
        find: single_source_editions,
    },
    Rule {
        name: "theme_matches_everything",
        finds: "a theme that nearly every event belongs to",
        fix: "make its patterns narrower",
        find: greedy_themes,
    },
    Rule {
        name: "undated_article",
        finds: "an article whose date nothing tells",
        fix: "newsbook set PATH date=… --because \"…\"",
        find: undated_articles,
    },
    Rule {
        name: "unknown_name",
        finds: "a name in several events that content/entities does not list",
        fix: "add it to a file in content/entities, or to the aliases of one",
        find: unknown_names,
    },
    Rule {
        name: "unused_theme",
        finds: "a theme that no event belongs to",
        fix: "mend its patterns, or remove it",
        find: unused_themes,
    },
];

pub(super) fn warn(message: String) -> Diagnostic {
    Diagnostic::warn(Code::Check, message)
}

fn events_without_source(book: &Newsbook) -> Vec<Diagnostic> {
    let bare = |event: &&Event| event.mentions.is_empty() && event.editorial.web.is_empty();
    let say = |event: &Event| {
        let found = warn(format!("`{}` \"{}\" has no source", event.id, event.headline));
        event.editorial.file.as_ref().map_or(found.clone(), |file| found.in_file(file))
    };
    book.events.iter().filter(bare).map(say).collect()
}

/// Looks at what editors write; what is shown of articles is cut to the limit anyway.
fn long_quotes(book: &Newsbook) -> Vec<Diagnostic> {
    let Some(limit) = book.site.quote_words else { return Vec::new() };
    let of_events =
        book.events.iter().filter_map(|event| Some((event.editorial.file.as_ref(), event.editorial.text.as_ref()?)));
    let of_editions = book.editions.iter().filter_map(|edition| edition.text.as_ref()).flat_map(|written| {
        let said = written.judgements.iter().map(|judgement| &judgement.say);
        written.summary.iter().chain(said).map(|text| (Some(&written.file), text))
    });
    let mut found = Vec::new();
    for (file, text) in of_events.chain(of_editions) {
        for words in quotations(text).map(|quote| quote.split_whitespace().count()).filter(|words| *words > limit) {
            let diagnostic = warn(format!("a quotation of {words} words; at most {limit} are allowed"));
            found.push(file.map_or(diagnostic.clone(), |file| diagnostic.in_file(file)));
        }
    }
    found
}

/// What stands between double quotation marks, curly or straight.
fn quotations(text: &str) -> impl Iterator<Item = &str> {
    text.split(['“', '”', '"']).skip(1).step_by(2)
}

fn single_source_editions(book: &Newsbook) -> Vec<Diagnostic> {
    let single = |edition: &Edition| {
        let outlets = outlets(book, edition.events.iter().chain(&edition.ahead));
        let [outlet] = outlets.into_iter().collect::<Vec<_>>()[..] else { return None };
        let events = edition.events.len() + edition.ahead.len();
        (events > 1).then(|| warn(format!("all {events} events of `{}` come from {outlet}", edition.id)))
    };
    book.editions.iter().filter_map(single).collect()
}

/// The outlets that tell these events; an article without one stands for itself.
fn outlets<'a>(book: &'a Newsbook, events: impl Iterator<Item = &'a EventIx>) -> BTreeSet<&'a str> {
    let mut outlets = BTreeSet::new();
    for event in events.map(|ix| &book[*ix]) {
        let articles = event.mentions.iter().map(|mention| &book[book[*mention].article]);
        outlets.extend(articles.map(|article| article.source.as_deref().unwrap_or(&article.path)));
        outlets.extend(event.editorial.web.iter().map(|source| source.url.as_str()));
    }
    outlets
}

fn events_of(book: &Newsbook, theme: usize) -> usize {
    book.events.iter().filter(|event| event.themes.iter().any(|hit| hit.theme == theme)).count()
}

fn greedy_themes(book: &Newsbook) -> Vec<Diagnostic> {
    let all = book.events.len();
    let greedy = |(ix, theme): (usize, &crate::model::Theme)| {
        let own = events_of(book, ix);
        let too_many = all >= ENOUGH_EVENTS && own * 100 >= all * NEARLY_ALL;
        too_many.then(|| warn(format!("`{}` holds {own} of {all} events, so it tells nothing apart", theme.id)))
    };
    book.themes.iter().enumerate().filter_map(greedy).collect()
}

fn unused_themes(book: &Newsbook) -> Vec<Diagnostic> {
    let unused = book.themes.iter().enumerate().filter(|(ix, _)| events_of(book, *ix) == 0);
    unused.map(|(_, theme)| warn(format!("no event belongs to the theme `{}`", theme.id))).collect()
}

fn undated_articles(book: &Newsbook) -> Vec<Diagnostic> {
    let undated = book.articles.iter().filter(|article| article.published.is_none());
    let say = |path: &String| {
        let diagnostic = Diagnostic::warn(Code::NoDate, "no date found".to_owned()).in_file(path);
        diagnostic.fix(format!("newsbook set {path} date=… --because \"…\""))
    };
    undated.map(|article| say(&article.path)).collect()
}

fn unknown_names(book: &Newsbook) -> Vec<Diagnostic> {
    let often = names(book).into_iter().filter(|name| name.entity.is_none() && name.events >= OFTEN);
    often.map(|name| warn(format!("`{}` is named in {} events and not listed", name.name, name.events))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_sorted_and_each_once() {
        assert!(RULES.is_sorted_by(|a, b| a.name < b.name));
    }

    #[test]
    fn what_stands_between_quotation_marks_is_a_quotation() {
        assert_eq!(quotations("He said “one two” and \"three\". End").collect::<Vec<_>>(), ["one two", "three"]);
    }
}
