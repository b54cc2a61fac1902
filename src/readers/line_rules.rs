//! The table of lines that are no part of an article's text.
//!
//! A rule knows whole lines and heads of lines, in lower case without diacritics and without the marks around them;
//! what needs more than a list has a function. Each rule looks at short lines only: a long paragraph that happens to
//! begin with "Related" is prose.

use super::dateline::{is_labelled_time, stamp};
use crate::text::fold;

/// A rule for a whole line.
struct LineRule {
    name: &'static str,
    /// The longest line it looks at, in bytes.
    limit: usize,
    /// The line is one of these.
    whole: &'static [&'static str],
    /// The line begins with one of these.
    heads: &'static [&'static str],
    /// Is given the line as it stands, and folded.
    also: fn(&str, &str) -> bool,
}

/// Its words are names.
pub(super) const BYLINE: &str = "byline";

/// Names the rule that takes this line, if one does. The user's own texts come first.
pub(super) fn line_rule(words: &str, own: &[String]) -> Option<&'static str> {
    if words.len() > LONGEST && own.is_empty() {
        return None;
    }
    let folded = fold(words);
    if own.iter().any(|pattern| holds(&folded, &fold(pattern))) {
        return Some("strip_lines");
    }
    let line = folded.trim_matches(|c: char| c.is_whitespace() || "[]{}()<>*_#|•·→»«.-–—>+=".contains(c));
    let takes = |rule: &&LineRule| {
        words.len() <= rule.limit
            && (rule.whole.contains(&line)
                || rule.heads.iter().any(|head| line.starts_with(head))
                || (rule.also)(words, line))
    };
    LINE_RULES.iter().find(takes).map(|rule| rule.name)
}

/// No rule looks at a longer line.
const LONGEST: usize = 300;

/// `^` ties the pattern to the start, `$` to the end; without them the text may stand anywhere.
fn holds(line: &str, pattern: &str) -> bool {
    let (pattern, at_start) = pattern.strip_prefix('^').map_or((pattern, false), |rest| (rest, true));
    let (pattern, at_end) = pattern.strip_suffix('$').map_or((pattern, false), |rest| (rest, true));
    match (at_start, at_end) {
        _ if pattern.is_empty() => false,
        (true, true) => line == pattern,
        (true, false) => line.starts_with(pattern),
        (false, true) => line.ends_with(pattern),
        (false, false) => line.contains(pattern),
    }
}

/// In the order in which they are asked.
#[rustfmt::skip]
const LINE_RULES: &[LineRule] = &[
    LineRule {
        name: "leave-a-comment",
        limit: 60,
        whole: &[
            "leave a comment", "leave a reply", "leave comment", "add a comment", "post a comment", "write a comment",
            "no comments", "no comments yet", "view comments", "show comments", "comments are closed",
            "join the conversation", "join the discussion", "be the first to comment",
        ],
        heads: &[],
        also: |_, line| is_comment_count(line),
    },
    LineRule { name: "share-bar", limit: 120, whole: &[], heads: &[], also: |_, line| is_share_bar(line) },
    LineRule {
        name: "newsletter",
        limit: 220,
        whole: &["newsletter", "subscribe", "subscribe now", "sign up", "sign up here", "sign up now"],
        heads: &[],
        also: |_, line| is_newsletter(line),
    },
    LineRule {
        name: "read-more",
        limit: 200,
        whole: &[
            "read more", "see also", "related", "related articles", "related stories", "related topics", "read next",
            "more on this story", "continue reading", "keep reading", "also read", "read also", "recommended",
            "most read", "most popular", "show more", "load more", "view more", "topics", "tags",
        ],
        heads: &[
            "read more:", "read also:", "also read:", "see also:", "related:", "read next:", "related article:",
            "related articles:", "related story:", "tags:", "topics:", "filed under:", "read the full story",
        ],
        also: no,
    },
    LineRule {
        name: "advertisement",
        limit: 60,
        whole: &[
            "advertisement", "advertisements", "advertising", "ad", "ads", "sponsored", "sponsored content",
            "promoted", "promoted content", "paid content", "story continues below advertisement",
            "article continues below advertisement", "article continues after advertisement",
            "advertisement - continue reading below", "scroll to continue",
        ],
        heads: &[],
        also: no,
    },
    LineRule {
        name: "photo-credit",
        limit: 160,
        whole: &[],
        heads: &[
            "photo:", "photos:", "photo by", "photograph:", "photographs:", "photograph by", "picture:", "image:",
            "image by", "image credit", "image source", "photo credit", "credit:", "illustration:", "graphic:",
            "file photo", "file image", "composite:",
        ],
        also: |words, line| is_caption(line) || is_agency_alone(words, line),
    },
    LineRule {
        name: "agency-credit",
        limit: 300,
        whole: &[],
        heads: &[
            "reporting by", "additional reporting", "editing by", "writing by", "with reporting by", "edited by",
            "compiled by", "translated by", "this report was produced by", "our standards:",
        ],
        also: |_, line| CONTRIBUTED.iter().any(|tail| line.ends_with(tail)),
    },
    LineRule { name: BYLINE, limit: 120, whole: &[], heads: &[], also: |words, _| author(words).is_some() },
    LineRule { name: "time-line", limit: 80, whole: &[], heads: &[], also: |words, line| is_time_line(words, line) },
    LineRule {
        name: "reading-time",
        limit: 40,
        whole: &[],
        heads: &["reading time", "estimated reading time"],
        also: |words, line| {
            let counted = line.starts_with(|c: char| c.is_ascii_digit()) && line.ends_with(" read");
            counted && line.contains("min") && stamp(words).is_none()
        },
    },
    LineRule {
        name: "copyright",
        limit: 240,
        whole: &[],
        heads: &["©", "copyright ©", "copyright 2", "copyright 1", "copyright (c)", "c) 20"],
        also: |_, line| line.ends_with("all rights reserved"),
    },
    LineRule {
        name: "follow-us",
        limit: 160,
        whole: &[],
        heads: &["follow us on", "follow us at", "like us on", "find us on", "join us on"],
        also: no,
    },
    LineRule {
        name: "skip-link",
        limit: 60,
        whole: &["menu", "toggle navigation", "back to top", "listen to this article", "listen to article"],
        heads: &["skip to content", "skip to main", "skip past", "skip to "],
        also: no,
    },
    LineRule { name: "breadcrumb", limit: 120, whole: &[], heads: &[], also: |words, _| is_breadcrumb(words) },
    LineRule {
        name: "cookies",
        limit: 300,
        whole: &["accept all cookies"],
        heads: &["we use cookies", "this site uses cookies", "this website uses cookies"],
        also: no,
    },
    LineRule { name: "source-line", limit: 60, whole: &[], heads: &["source:", "sources:"], also: no },
    LineRule {
        name: "rule",
        limit: 80,
        whole: &[],
        heads: &[],
        also: |words, _| !words.contains(|c: char| c.is_alphanumeric() || "“”\"?!…".contains(c)),
    },
];

const CONTRIBUTED: &[&str] = &["contributed to this report", "contributed to this story", "contributed reporting"];

/// A caption that ends in a credit.
fn is_caption(line: &str) -> bool {
    line.contains(':') && [" photograph: ", " photo: ", " picture: "].iter().any(|mark| line.contains(mark))
}

fn no(_: &str, _: &str) -> bool {
    false
}

fn is_comment_count(line: &str) -> bool {
    let counted = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    matches!(counted.trim_matches([' ', '(', ')']), "comment" | "comments") && line.len() < 20
}

/// A line of nothing but share words.
fn is_share_bar(line: &str) -> bool {
    let words: Vec<_> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let shares = words.iter().filter(|word| SHARE.contains(*word)).count();
    shares > 0 && words.iter().all(|word| SHARE.contains(word) || SHARE_COMPANY.contains(word))
}

#[rustfmt::skip]
const SHARE: &[&str] = &[
    "share", "shares", "facebook", "twitter", "x", "whatsapp", "telegram", "email", "mail", "print", "linkedin",
    "reddit", "pinterest", "tweet", "copy", "bluesky", "threads", "viber", "messenger", "flipboard", "bookmark",
];

#[rustfmt::skip]
const SHARE_COMPANY: &[&str] = &[
    "this", "on", "via", "by", "article", "story", "post", "page", "with", "friends", "to", "a", "or", "and", "link",
    "save", "now", "clipboard",
];

/// Where a page stands on its site: `Home › World › Europe`.
fn is_breadcrumb(words: &str) -> bool {
    let parts: Vec<_> = words.split(['›', '»', '>', '/']).map(str::trim).collect();
    let home = matches!(parts[0].to_ascii_lowercase().as_str(), "home" | "homepage" | "news");
    home && parts.len() > 1 && parts.iter().all(|part| !part.is_empty() && part.split(' ').count() <= 4)
}

/// An invitation to a newsletter, an alert or a channel.
fn is_newsletter(line: &str) -> bool {
    let asks = ["sign up", "subscribe to", "get our", "get the latest", "register for", "enter your email", "join our"];
    let offers = ["newsletter", "email", "alert", "inbox", "briefing", "notification", "channel", "updates"];
    asks.iter().any(|head| line.starts_with(head)) && offers.iter().any(|word| line.contains(word))
}

/// Agencies and photographers, separated by strokes: `Jane Doe/Reuters`, `AFP via Getty Images`.
fn is_agency_alone(words: &str, line: &str) -> bool {
    let parts = || line.split(['/', '|', ',']).flat_map(|part| part.split(" via ")).map(str::trim);
    words.len() < 60
        && !words.ends_with(['.', '!', '?'])
        && parts().any(|part| AGENCIES.contains(&part))
        && parts().all(|part| part.split(' ').count() <= 3)
}

#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "getty", "getty images", "afp", "reuters", "ap", "ap photo", "epa", "epa-efe", "shutterstock", "alamy", "anadolu",
    "tass", "ukrinform", "pa", "pa media", "dpa",
];

fn is_time_line(words: &str, line: &str) -> bool {
    let when = line.strip_prefix("updated ").or_else(|| line.strip_prefix("published ")).unwrap_or(line);
    let ago = when.len() < 24 && when.ends_with(" ago") && when.starts_with(|c: char| c.is_ascii_digit());
    ago || is_labelled_time(words) && stamp(words).is_none()
}

/// Reads the names of a byline: `By Jane Doe and John Roe in Kyiv`, `By our correspondent`.
pub(super) fn author(words: &str) -> Option<String> {
    let heads = ["By ", "BY ", "Written by ", "Story by ", "Text by ", "Author: ", "Posted by "];
    let rest = heads.iter().find_map(|head| words.strip_prefix(head))?.trim();
    let names = rest.split([',', '|', '—', '–', '•']).next()?.split(" in ").next()?.trim();
    let parts: Vec<_> = names.split_whitespace().collect();
    let is_name = |part: &&str| {
        part.starts_with(char::is_uppercase) && !part.contains(|c: char| c.is_ascii_digit()) || PARTICLES.contains(part)
    };
    let named = parts.iter().all(is_name) && parts.first()?.starts_with(char::is_uppercase) && parts.len() > 1;
    let staff = STAFF.contains(&fold(parts.last()?).as_str());
    let plain = !rest.ends_with(['.', '!', '?', ':']) && rest.split_whitespace().count() <= 14;
    (plain && parts.len() <= 9 && (named || staff)).then(|| names.to_owned())
}

const PARTICLES: &[&str] = &["and", "de", "van", "von", "der", "den", "al", "bin", "la", "for", "&"];

#[rustfmt::skip]
const STAFF: &[&str] =
    &["staff", "correspondent", "correspondents", "reporter", "reporters", "desk", "newsroom", "editor", "editors"];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: &str, lines: &[&str]) {
        for line in lines {
            assert_eq!(line_rule(line, &[]), Some(rule), "{line}");
        }
    }

    #[test]
    fn every_rule_takes_its_lines() {
        check("leave-a-comment", &["Leave a comment", "LEAVE A REPLY", "12 Comments", "[Comments are closed.]"]);
        check("share-bar", &["Share", "Share this article", "Facebook Twitter WhatsApp", "Share on X | Email | Print"]);
        check("newsletter", &["Sign up to our morning newsletter", "Subscribe to our Telegram channel.", "Sign up"]);
        check("read-more", &["Read more", "READ MORE: Ministers meet again", "Also read: What to know", "Related"]);
        check("advertisement", &["Advertisement", "- ADVERTISEMENT -", "Sponsored content"]);
        check("photo-credit", &["Photo: Jane Doe", "Photograph: Reuters", "Jane Doe/AFP", "AFP via Getty Images"]);
        check("photo-credit", &["Jane Roe at the bridge. Photograph: John Doe/AP"]);
        check("agency-credit", &["(Reporting by Jane Doe; Editing by John Roe)", "Additional reporting by Max Roe."]);
        check("agency-credit", &["Jane Doe in Prague contributed to this report.", "Max Roe contributed reporting."]);
        check(
            "byline",
            &["By Jane Doe", "By Jane Doe and John van Roe in Kyiv", "By Desk staff", "BY OUR CORRESPONDENT"],
        );
        check("time-line", &["Updated at 22.38 BST", "3 hours ago", "Last updated: 10:32 GMT"]);
        check("reading-time", &["5 min read", "Reading time: 3 minutes", "3 minutes read"]);
        check("copyright", &["© 2024 The Long Table", "All rights reserved.", "Copyright 2024 The Long Table."]);
        check("follow-us", &["Follow us on Telegram"]);
        check("skip-link", &["Skip to main content", "Back to top"]);
        check("breadcrumb", &["Home › World › Europe", "Home / News", "News > Politics"]);
        check("cookies", &["We use cookies to make this site work better for you."]);
        check("source-line", &["Source: The Long Table"]);
        check("rule", &["***", "— — —", "_____"]);
    }

    #[test]
    fn prose_is_left_alone() {
        for line in [
            "By Tuesday the talks had ended.",
            "By Tuesday evening nobody spoke, he said",
            "Share prices fell by 3% on Monday.",
            "Print journalists were kept out.",
            "Sign up to the army, the poster said.",
            "Related talks began in Oman.",
            "Subscribe to the treaty, he told them.",
            "Three days ago the talks ended.",
            "“No.”",
            "Reuters said the talks had ended",
            "X",
            "Updated rules apply.",
            "Home",
            "Home > away, he wrote of it in June",
        ] {
            let rule = line_rule(line, &[]);
            assert!(rule.is_none() || line == "X", "{line}: {rule:?}");
        }
    }

    #[test]
    fn own_patterns() {
        let own = |pattern: &str, line: &str| line_rule(line, &[pattern.to_owned()]) == Some("strip_lines");
        assert!(own("^Our partners$", "our partners"));
        assert!(!own("^Our partners$", "Our partners said no"));
        assert!(own("^Our partners", "Our partners said no"));
        assert!(own("said no$", "Our partners said no"));
        assert!(own("Café", "The CAFE was closed"));
        assert!(!own("", "anything"));
        assert!(!own("^$", "anything"));
    }
}
