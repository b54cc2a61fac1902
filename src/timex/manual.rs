//! The list of all rules as a page, made from the table, so that it cannot lie.

use std::fmt::Write;

use super::rules::RULES;

/// Returns `docs/timex.md`: every rule with its tokens and examples, in the order that settles ties.
pub fn rules_page() -> String {
    let mut page = String::from(HEAD);
    for rule in RULES {
        let examples: Vec<String> = rule.examples.iter().map(|(text, value)| example(text, value)).collect();
        let pattern = rule.pattern.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
        // Writing to a string cannot fail.
        let _ = writeln!(page, "| {} | {} | `{pattern}` |", rule.name, examples.join("; "));
    }
    page
}

fn example(text: &str, value: &str) -> String {
    if value.is_empty() { format!("{text} → no time") } else { format!("{text} → `{value}`") }
}

const HEAD: &str = "\
# Time expressions

Made from the rule table by `timex::rules_page`; `tests/timex.rs` checks that it is current. Examples are read as of
Wednesday 20 March 2024, and run as tests. Brackets mark the phrase where it is not the whole text. The longest match
wins, then the higher row.

| rule | examples | tokens |
| --- | --- | --- |
";
