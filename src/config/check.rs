//! What the values of `newsbook.yml` must be beyond their types: ids that differ, addresses that are addresses.
//!
//! Each check reads one value and answers with the checked one or a complaint at its place; a value that is refused
//! is replaced by its default, so that the rest can be checked too.

use std::collections::BTreeMap;

use super::keys::{self, CHECKS, Keys};
use super::{Config, Severity, SourceRule};
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Grade, Match, Scale, Site, Theme};
use crate::yaml::{Source, Step};

/// Turns the keys into a config, with a diagnostic for each value that had to be refused.
pub(super) fn check(keys: &Keys, source: &Source) -> (Config, Vec<Diagnostic>) {
    let mut check = Check { source, found: Vec::new() };
    check.version(keys.version);
    check.numbers(keys);
    let config = Config {
        site: check.site(keys),
        timezone: check.timezone(&keys.site.timezone),
        contact: keys.site.publisher.contact.clone(),
        input: check.input(keys),
        dates: keys.dates.clone(),
        editions: check.editions(&keys.editions),
        themes: check.themes(&keys.themes),
        sources: check.sources(&keys.sources),
        entities: keys.entities.clone(),
        events: keys.events.clone(),
        confidence: keys.confidence.clone(),
        judgements: keys.judgements.clone(),
        output: check.output(&keys.output),
        look: check.look(&keys.look),
        checks: check.checks(&keys.checks),
    };
    (config, check.found)
}

struct Check<'s> {
    source: &'s Source<'s>,
    found: Vec<Diagnostic>,
}

impl Check<'_> {
    fn refuse(&mut self, path: &[Step], message: impl Into<String>, fix: &str) {
        self.refuse_as(Code::BadValue, path, message, fix);
    }

    fn refuse_as(&mut self, code: Code, path: &[Step], message: impl Into<String>, fix: &str) {
        let diagnostic = Diagnostic::error(code, message).fix(fix);
        self.found.push(self.source.at_value(diagnostic, path));
    }

    fn version(&mut self, version: Option<u32>) {
        if version.is_some_and(|version| version != 1) {
            self.refuse(&["version".into()], "this Newsbook reads version 1", "write `version: 1`");
        }
    }

    fn numbers(&mut self, keys: &Keys) {
        let threshold = keys.events.merge.threshold;
        if threshold.is_some_and(|share| !(0.0..=1.0).contains(&share)) {
            let path = ["events".into(), "merge".into(), "threshold".into()];
            self.refuse(&path, "lies outside 0 to 1", "write a share such as 0.72");
        }
        let levels = keys.confidence.levels;
        if levels.high < levels.medium {
            let path = ["confidence".into(), "levels".into()];
            self.refuse(&path, "`high` is below `medium`", "give `high` the larger number");
        }
    }

    fn site(&mut self, keys: &Keys) -> Site {
        let site = &keys.site;
        for (key, value) in [("title", site.title.as_deref()), ("language", Some(site.language.as_str()))] {
            if value.is_some_and(|text| text.trim().is_empty()) {
                self.refuse(&["site".into(), key.into()], "is empty", "fill it in, or remove the key");
            }
        }
        if !is_language_tag(&site.language) {
            let message = format!("`{}` is not a language tag", site.language);
            self.refuse(&["site".into(), "language".into()], message, "write a tag such as `en` or `en-GB`");
        }
        Site {
            title: site.title.as_deref().unwrap_or_default().trim().to_owned(),
            tagline: site.tagline.clone(),
            base_url: site.base_url.as_deref().and_then(|url| self.base_url(url)),
            language: site.language.clone(),
            publisher: site.publisher.name.clone(),
            rights: site.rights.clone(),
            paper: keys.output.print.paper,
            scale: match keys.judgements.scale {
                keys::Scale::Icd203 => Scale::Icd203,
                keys::Scale::Phia => Scale::Phia,
                keys::Scale::None => Scale::Any,
            },
            drafts: false,
            accent: None,
            front: None,
            formats: Vec::new(),
            notes_at_foot: keys.output.print.notes == keys::Notes::Foot,
            toc: keys.output.print.toc,
            max_pages: keys.output.print.max_pages,
            quote_words: Some(keys.events.quote_words),
        }
    }

    fn base_url(&mut self, url: &str) -> Option<String> {
        match base_url(url) {
            Ok(url) => Some(url),
            Err(fix) => {
                self.refuse(&["site".into(), "base_url".into()], format!("`{url}` is not a web address"), fix);
                None
            }
        }
    }

    fn timezone(&mut self, name: &str) -> chrono_tz::Tz {
        name.parse().unwrap_or_else(|_| {
            let near = nearest(name, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()));
            let fix = near.map_or("write a name such as Europe/Kyiv".into(), |near| format!("did you mean `{near}`?"));
            self.refuse(&["site".into(), "timezone".into()], format!("`{name}` is not a time zone"), &fix);
            chrono_tz::UTC
        })
    }

    fn input(&mut self, keys: &Keys) -> keys::Input {
        let input = &keys.input;
        let lists = [
            ("articles", &input.articles),
            ("events", &input.events),
            ("editions", &input.editions),
            ("entities", &input.entities),
        ];
        for (key, patterns) in lists {
            for (index, pattern) in patterns.iter().enumerate() {
                self.inside(&["input".into(), key.into(), index.into()], pattern);
            }
        }
        self.inside(&["input".into(), "overrides".into()], &input.overrides);
        for (index, pattern) in keys.entities.files.iter().enumerate() {
            self.inside(&["entities".into(), "files".into(), index.into()], pattern);
        }
        let more = keys.entities.files.iter().filter(|pattern| !input.entities.contains(pattern));
        keys::Input { entities: input.entities.iter().chain(more).cloned().collect(), ..input.clone() }
    }

    /// A path that leaves the project would make the result hang on the machine it is built on.
    fn inside(&mut self, path: &[Step], text: &str) {
        let leaves = text.starts_with(['/', '~', '\\'])
            || text.get(1..2) == Some(":")
            || text.split('/').any(|part| part == "..");
        if text.trim().is_empty() || leaves {
            self.refuse(
                path,
                format!("`{text}` is not a path inside the project"),
                "write it from the project's folder, with `/`",
            );
        }
    }

    fn editions(&mut self, editions: &keys::Editions) -> keys::Editions {
        if let Some(unknown) = editions.label.as_deref().and_then(unknown_placeholder) {
            let path = ["editions".into(), "label".into()];
            self.refuse(
                &path,
                format!("`{{{unknown}}}` is not filled in"),
                "use {week}, {year}, {month}, {day} or {id}",
            );
        }
        editions.clone()
    }

    fn themes(&mut self, themes: &[keys::ThemeKeys]) -> Vec<Theme> {
        for (index, theme) in themes.iter().enumerate() {
            let at = |key| ["themes".into(), index.into(), Step::Key(key)];
            if !is_slug(&theme.id) || theme.id == "other" {
                let message = format!("`{}` cannot be the id of a theme", theme.id);
                self.refuse(&at("id"), message, "use lower-case letters, digits and hyphens; `other` is taken");
            }
            if theme.title.trim().is_empty() {
                self.refuse(&at("title"), "is empty", "give the theme a name");
            }
            if themes[..index].iter().any(|earlier| earlier.id == theme.id) {
                let message = format!("the theme `{}` is given twice", theme.id);
                self.refuse_as(Code::GivenTwice, &at("id"), message, "join the two, or choose another id");
            }
            self.patterns(index, &theme.matches);
        }
        themes.iter().map(theme).collect()
    }

    fn patterns(&mut self, theme: usize, matches: &keys::MatchKeys) {
        for (key, patterns) in [("any", &matches.any), ("all", &matches.all), ("none", &matches.none)] {
            for (index, pattern) in patterns.iter().enumerate() {
                if !pattern.contains(char::is_alphanumeric) {
                    let path = ["themes".into(), theme.into(), "match".into(), key.into(), index.into()];
                    self.refuse(&path, format!("`{pattern}` matches nothing"), "write a word, or remove it");
                }
            }
        }
    }

    fn sources(&mut self, sources: &[keys::SourceKeys]) -> Vec<SourceRule> {
        let rules = sources.iter().enumerate();
        rules.map(|(index, source)| self.source_rule(index, source)).collect()
    }

    fn source_rule(&mut self, index: usize, source: &keys::SourceKeys) -> SourceRule {
        self.inside(&["sources".into(), index.into(), "match".into()], &source.pattern);
        let grade = source.grade.parse::<Grade>().unwrap_or_else(|()| {
            let path = ["sources".into(), index.into(), "grade".into()];
            let message = format!("`{}` is not a grade", source.grade);
            self.refuse(&path, message, "write a letter A to F and a digit 1 to 6, such as B2");
            Grade::default()
        });
        SourceRule {
            pattern: source.pattern.clone(),
            name: source.name.clone(),
            url: source.url.clone(),
            grade,
            rights: source.text,
        }
    }

    fn output(&mut self, output: &keys::Output) -> keys::Output {
        self.inside(&["output".into(), "dir".into()], &output.dir);
        output.clone()
    }

    fn look(&mut self, look: &keys::Look) -> keys::Look {
        if look.accent.as_deref().is_some_and(|accent| !is_colour(accent)) {
            self.refuse(&["look".into(), "accent".into()], "is not a colour", "write it as \"#0a5563\", in quotes");
        }
        if let Some(templates) = &look.templates {
            self.inside(&["look".into(), "templates".into()], templates);
        }
        look.clone()
    }

    fn checks(&mut self, given: &BTreeMap<String, Severity>) -> BTreeMap<String, Severity> {
        let names = || CHECKS.iter().map(|(name, _)| *name);
        for name in given.keys().filter(|name| !names().any(|known| known == *name)) {
            let all = names().collect::<Vec<_>>().join(", ");
            let near = nearest(name, names()).map_or(String::new(), |near| format!("did you mean `{near}`?  "));
            let diagnostic = Diagnostic::error(Code::UnknownKey, format!("no check is called `{name}`"));
            let diagnostic = diagnostic.fix(format!("{near}All: {all}"));
            self.found.push(self.source.at_key(diagnostic, &["checks".into(), Step::Key(name)]));
        }
        let level = |(name, usual): &(&str, Severity)| ((*name).to_owned(), *given.get(*name).unwrap_or(usual));
        CHECKS.iter().map(level).collect()
    }
}

fn theme(keys: &keys::ThemeKeys) -> Theme {
    let keys::MatchKeys { any, all, none, entities } = keys.matches.clone();
    Theme {
        id: keys.id.clone(),
        title: keys.title.trim().to_owned(),
        why: keys.why.clone(),
        mark: keys.mark,
        matches: Match { any, all, none, entities },
    }
}

/// Returns the address with a `/` at its end, or how to mend it.
pub fn base_url(url: &str) -> Result<String, &'static str> {
    let Some((_, rest)) = url.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https")) else {
        return Err("start it with https://");
    };
    let plain = rest.chars().all(|c| c.is_alphanumeric() || "-._~/:%@+,;=!$&'()*[]".contains(c));
    if rest.is_empty() || rest.starts_with('/') || !plain {
        return Err("write it like https://example.org/desk/, without `?` and `#`");
    }
    Ok(if url.ends_with('/') { url.to_owned() } else { format!("{url}/") })
}

fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    let alphanumeric = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=8).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic()) && parts.all(alphanumeric)
}

fn is_slug(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.bytes().all(allowed) && !text.starts_with('-') && !text.ends_with('-')
}

fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Returns the first `{name}` of a label that nothing fills.
fn unknown_placeholder(label: &str) -> Option<&str> {
    let names = label.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default());
    names.into_iter().find(|name| !["week", "year", "month", "day", "id"].contains(name))
}
