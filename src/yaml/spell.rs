//! A text as YAML that means that text: in quotes wherever it could be read as something else.

use super::tree::{self, Node};

/// Returns a text as YAML that fits on one line: as it is where it can only be text, else in double quotes.
pub fn scalar(text: &str) -> String {
    let word = |c: char| c.is_alphanumeric() || "-_./ ~".contains(c);
    let plain = text.chars().all(word) && text.starts_with(char::is_alphanumeric) && !text.ends_with(' ');
    let same = tree::parse(&format!("v: {text}")).ok() == Some(Node::Map(vec![("v".into(), text_node(text))]));
    if plain && (same || is_date(text)) { text.to_owned() } else { quoted(text) }
}

/// Returns a text in double quotes, with all that YAML would read in it escaped.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                out.push_str(&format!("\\u{:04x}", c as u32));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Returns a list of texts as YAML on one line.
pub fn list(texts: &[impl AsRef<str>]) -> String {
    let items: Vec<String> = texts.iter().map(|text| scalar(text.as_ref())).collect();
    format!("[{}]", items.join(", "))
}

/// Dates read as text though a parser may take a bare year for a number.
fn is_date(text: &str) -> bool {
    text.len() >= 4 && text.bytes().all(|b| b.is_ascii_digit() || b"-~/.".contains(&b))
}

fn text_node(text: &str) -> Node {
    Node::Scalar { raw: text.to_owned(), meaning: tree::Meaning::Text }
}
