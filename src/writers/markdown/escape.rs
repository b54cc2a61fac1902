//! Text that stays text, whatever Markdown reader gets it.
//!
//! CommonMark and pandoc both take a backslash before any ASCII punctuation mark as that mark and nothing else, so
//! every mark that any of their extensions gives a meaning gets one: emphasis, links, notes, code, HTML, entities,
//! maths, citations, sub- and superscripts, tables, attributes, quotes and dashes that a reader would make "smart",
//! bare addresses and emoji codes. A mark that has a meaning only in some places (a full stop after a number that
//! starts a line, say) is escaped only there, so that the source stays readable.

/// Returns `raw` as Markdown that shows the characters of [`plain`] and nothing else, wherever it stands in a line.
pub fn text(raw: &str) -> String {
    let line = plain(raw);
    let list_mark = end_of_list_mark(&line);
    let mut out = String::with_capacity(line.len() + 8);
    for (at, c) in line.char_indices() {
        if needs_backslash(&line, at, c) || list_mark == Some(at) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Returns the characters of `raw` that a document can hold, on one line: runs of white space and control characters
/// become one space, none at either end; code points that are no characters are left out.
pub fn plain(raw: &str) -> String {
    let is_gap = |c: char| c.is_ascii_whitespace() || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let mut line = String::with_capacity(raw.len());
    for word in raw.split(is_gap).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !is_noncharacter(*c)));
    }
    line.trim().to_owned()
}

fn is_noncharacter(c: char) -> bool {
    matches!(c as u32 & 0xFFFF, 0xFFFE | 0xFFFF) || ('\u{FDD0}'..='\u{FDEF}').contains(&c) || c == '\u{FEFF}'
}

/// Tells whether `c`, which stands at byte `at` of a line, has a meaning there.
fn needs_backslash(line: &str, at: usize, c: char) -> bool {
    if !c.is_ascii_punctuation() {
        return false;
    }
    let (before, after) = (line[..at].chars().next_back(), line[at + 1..].chars().next());
    let doubled = before == Some(c) || after == Some(c);
    match c {
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '^' | '$' | '@' | '&' => true,
        '"' | '\'' => true,
        // A picture, where a note follows; and a list mark or a rule, where a line starts.
        '!' => after.is_none(),
        '+' | '%' | '(' => before.is_none(),
        '-' | '=' => doubled || before.is_none(),
        '.' => doubled || ends_with_www(&line[..at]),
        ':' => before.is_none() || after == Some('/') || starts_emoji(&line[at + 1..]),
        _ => false,
    }
}

/// Where the text would start a list, as `12.`, `a)` or `iv.` do: the byte at which the mark that ends it stands.
fn end_of_list_mark(line: &str) -> Option<usize> {
    let end = line.find(|c: char| !c.is_ascii_alphanumeric())?;
    let number = &line[..end];
    let is_number = number.bytes().all(|b| b.is_ascii_digit());
    let is_roman = number.chars().all(|c| "ivxlcdmIVXLCDM".contains(c));
    (line[end..].starts_with(['.', ')']) && (is_number || is_roman || end == 1)).then_some(end)
}

/// `www.` alone makes a link for some readers.
fn ends_with_www(text: &str) -> bool {
    text.len() >= 3 && text.as_bytes()[text.len() - 3..].eq_ignore_ascii_case(b"www")
}

/// Tells whether what follows a colon makes it an emoji code, as in `:smile:`.
fn starts_emoji(after: &str) -> bool {
    let end = after.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '+' | '-'));
    end.is_some_and(|end| end > 0 && after[end..].starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(text(raw), expected);
    }

    #[test]
    fn marks_with_a_meaning_get_a_backslash() {
        check(
            "# *a* _b_ `c` [d](e) <f> g|h ~i~ j^k^ $l$ @m &amp; \\n",
            r"\# \*a\* \_b\_ \`c\` \[d\](e) \<f\> g\|h \~i\~ j\^k\^ \$l\$ \@m \&amp; \\n",
        );
        check("say \"it's\" -- now...", r#"say \"it\'s\" \-\- now\.\.\."#);
        check("see https://a.b and www.c.d :smile:", r"see https\://a.b and www\.c.d \:smile:");
    }

    #[test]
    fn ordinary_prose_stays_readable() {
        let prose = "At 11:20, Kyiv’s 1,600 drones (about 3.5%) – air-defence – “really close”; 50/50 + more = less!";
        check(&format!("{prose} Yes."), &format!("{prose} Yes."));
    }

    #[test]
    fn a_line_cannot_start_a_list_a_rule_or_a_heading() {
        check("1. One", r"1\. One");
        check("2024) Two", r"2024\) Two");
        check("iv. Four", r"iv\. Four");
        check("A. Merkel", r"A\. Merkel");
        check("- dash", r"\- dash");
        check("+ plus", r"\+ plus");
        check("=== under", r"\=\=\= under");
        check("::: div", r"\::: div");
        check("(1) one", r"\(1) one");
        check("3.5 million", r"3\.5 million");
        check("Mr. Smith", "Mr. Smith");
    }

    #[test]
    fn text_is_one_line_without_controls() {
        assert_eq!(plain(" a\r\n\tb\u{0}c\u{85}d\u{2028}e \u{feff}"), "a b c d e");
        assert_eq!(plain("a\u{a0}b \u{a0}"), "a\u{a0}b");
        assert_eq!(plain("\u{fffe}"), "");
    }
}
