//! The manual of the temporal tagger, run; and the list of rules, current.

#![expect(clippy::disallowed_methods, reason = "the test rewrites a page when asked")]

use newsbook::timex::rules_page;

#[test]
fn the_list_of_rules_is_current() {
    let page = rules_page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write("docs/timex.md", &page).expect("docs/ can be written");
    }
    assert!(include_str!("../docs/timex.md") == page, "docs/timex.md is old: run with UPDATE_DOCS=1");
}
