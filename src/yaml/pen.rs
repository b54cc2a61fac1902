//! Writes a value into a YAML text without touching anything else: comments, order, quotes and blank lines stay.
//!
//! A program that reads a file into a tree and prints the tree again takes away what its author wrote beside the data.
//! So the text itself is edited, line by line, at places that the parser tells. The forms that people write are known
//! (block maps and lists, `{…}` and `[…]`, on one line or one entry a line); any other form may be edited wrongly. That is why nothing
//! is trusted: the new text is read again and must mean what the old one meant, but for the value that was to be
//! written. Where it does not, there is no new text.
//!
//! It leaves out removing entries, and anchors and tags.

use super::Step;
use super::line::{closing, depth, is_comment, is_item, split_comment, width};
use super::place::{self, Mark, Part};
pub use super::spell::{list, quoted, scalar};
use super::tree::{self, Node};

/// Columns that a nested entry stands further right where its map has no entry to copy from.
const INDENT: usize = 2;

/// Returns the text with `value`, itself YAML on one line, at the end of a path of keys, all made where they are
/// missing. `None` where the text cannot be edited so that it means that.
pub fn put(text: &str, path: &[&str], value: &str) -> Option<String> {
    let page = Page::open(text)?;
    let mut wanted = page.tree.clone();
    put_node(&mut wanted, path, read_value(value)?)?;
    page.put(path, value)?.close(text, &wanted)
}

/// Returns the text with an item at the end of the list under `key`, a list that is made where it is missing.
///
/// The item is a value on one line or, with several fields, a map of them. `None` as for [`put`].
pub fn push(text: &str, key: &str, item: &Item) -> Option<String> {
    let page = Page::open(text)?;
    let mut wanted = page.tree.clone();
    push_node(&mut wanted, key, item.node()?)?;
    page.push(key, item)?.close(text, &wanted)
}

/// What is added to a list. Values are YAML on one line.
#[derive(Clone, Debug)]
pub enum Item<'a> {
    Value(&'a str),
    Map(&'a [(&'a str, String)]),
}

fn read_value(value: &str) -> Option<Node> {
    match tree::parse(&format!("v: {value}")).ok()? {
        Node::Map(mut entries) if entries.len() == 1 && !value.contains('\n') => Some(entries.remove(0).1),
        _ => None,
    }
}

fn put_node(node: &mut Node, path: &[&str], value: Node) -> Option<()> {
    let Some((key, rest)) = path.split_first() else {
        *node = value;
        return Some(());
    };
    if *node == Node::Null {
        *node = Node::Map(Vec::new());
    }
    let Node::Map(entries) = node else { return None };
    let at = entries.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
        entries.push(((*key).to_owned(), Node::Null));
        entries.len() - 1
    });
    put_node(&mut entries[at].1, rest, value)
}

fn push_node(root: &mut Node, key: &str, item: Node) -> Option<()> {
    let Node::Map(entries) = root else { return None };
    let at = entries.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
        entries.push((key.to_owned(), Node::Null));
        entries.len() - 1
    });
    match &mut entries[at].1 {
        list @ Node::Null => *list = Node::List(vec![item]),
        Node::List(items) => items.push(item),
        _ => return None,
    }
    Some(())
}

impl Item<'_> {
    fn node(&self) -> Option<Node> {
        match self {
            Self::Value(value) => read_value(value),
            Self::Map(fields) => {
                let field = |(key, value): &(&str, String)| Some(((*key).to_owned(), read_value(value)?));
                Some(Node::Map(fields.iter().map(field).collect::<Option<_>>()?))
            }
        }
    }

    fn on_one_line(&self) -> String {
        match self {
            Self::Value(value) => (*value).to_owned(),
            Self::Map(fields) => {
                let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
                format!("{{ {} }}", fields.join(", "))
            }
        }
    }

    fn lines(&self, indent: usize) -> Vec<String> {
        let gap = " ".repeat(indent);
        match self {
            Self::Value(value) => vec![format!("{gap}- {value}")],
            Self::Map(fields) => {
                let lead = |n| if n == 0 { "- " } else { "  " };
                let line = |(n, (key, value)): (usize, &(&str, String))| format!("{gap}{}{key}: {value}", lead(n));
                fields.iter().enumerate().map(line).collect()
            }
        }
    }
}

/// A text, cut into lines, and what it means.
struct Page {
    text: String,
    lines: Vec<String>,
    tree: Node,
}

impl Page {
    fn open(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let tree = tree::parse(&text).ok()?;
        Some(Self { lines: text.lines().map(str::to_owned).collect(), text, tree })
    }

    /// Returns the new text, in the manner of the old one, if it means what was wanted.
    fn close(self, old: &str, wanted: &Node) -> Option<String> {
        let mut text = self.lines.join("\n");
        text.push('\n');
        if tree::parse(&text).ok()? != *wanted {
            return None;
        }
        let text = if old.contains("\r\n") { text.replace('\n', "\r\n") } else { text };
        Some(if old.starts_with('\u{feff}') { format!("\u{feff}{text}") } else { text })
    }

    fn put(mut self, path: &[&str], value: &str) -> Option<Self> {
        let known = (0..=path.len()).rev().find(|depth| self.node(&path[..*depth]).is_some())?;
        if known == path.len() {
            let mark = self.key(path)?;
            let is_list = matches!(self.node(path), Some(Node::List(_)));
            self.replace(mark, value, is_list, self.within_brackets(path))?;
            return Some(self);
        }
        let (parent, missing) = path.split_at(known);
        self.add(parent, missing, value)?;
        Some(self)
    }

    fn push(mut self, key: &str, item: &Item) -> Option<Self> {
        match self.node(&[key]) {
            None => {
                let lines = [vec![format!("{key}:")], item.lines(INDENT)].concat();
                self.append(lines);
            }
            Some(Node::List(items)) if !items.is_empty() => {
                let mark = self.key(&[key])?;
                match self.brackets(mark) {
                    Some(close) => self.insert_before(close, &item.on_one_line()),
                    None => {
                        let indent = self.dash(key)?;
                        let end = self.end_of_list(mark.line, indent);
                        self.insert(end, item.lines(indent));
                    }
                }
            }
            Some(Node::List(_) | Node::Null) => {
                let mark = self.key(&[key])?;
                self.clear(mark)?;
                self.insert(mark.line, item.lines(INDENT));
            }
            Some(_) => return None,
        }
        Some(self)
    }

    fn node(&self, path: &[&str]) -> Option<&Node> {
        path.iter().try_fold(&self.tree, |node, key| match node {
            Node::Map(entries) => entries.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        })
    }

    fn key(&self, path: &[&str]) -> Option<Mark> {
        let steps: Vec<Step> = path.iter().map(|key| Step::Key(key)).collect();
        place::find(&self.text, &steps, Part::Key)
    }

    /// Adds `missing`, one key below the other, under a map that is there.
    fn add(&mut self, parent: &[&str], missing: &[&str], value: &str) -> Option<()> {
        let Some(_) = parent.last() else {
            self.append(nested(missing, value, 0));
            return Some(());
        };
        let mark = self.key(parent)?;
        let first = match self.node(parent)? {
            Node::Map(entries) if !entries.is_empty() => Some(entries[0].0.clone()),
            Node::Map(_) | Node::Null => None,
            _ => return None,
        };
        let Some(first) = first else {
            self.clear(mark)?;
            self.insert(mark.line, nested(missing, value, mark.column - 1 + INDENT));
            return Some(());
        };
        if let Some(close) = self.brackets(mark) {
            self.insert_before(close, &on_one_line(missing, value));
            return Some(());
        }
        let child = self.key(&[parent, &[first.as_str()]].concat())?;
        let end = self.end_of_block(child.line, child.column - 1);
        self.insert(end, nested(missing, value, child.column - 1));
        Some(())
    }

    /// Puts lines at the end, after a blank one.
    fn append(&mut self, lines: Vec<String>) {
        while self.lines.last().is_some_and(|line| line.trim().is_empty()) {
            self.lines.pop();
        }
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
    }

    fn insert(&mut self, at: usize, lines: Vec<String>) {
        self.lines.splice(at..at, lines);
    }

    /// Adds an entry before the bracket that closes at a place: behind the last entry, or on a line of its own where the
    /// bracket has one.
    fn insert_before(&mut self, (line, close): (usize, usize), entry: &str) {
        let before = &self.lines[line][..close];
        if !before.trim().is_empty() {
            let kept = before.trim_end().len();
            let gap = if before.ends_with(' ') { " " } else { "" };
            let comma = if before[..kept].ends_with(',') { " " } else { ", " };
            self.lines[line].replace_range(kept..close, &format!("{comma}{entry}{gap}"));
            return;
        }
        let entries = |line: &&usize| !(self.lines[**line].trim().is_empty() || is_comment(&self.lines[**line]));
        let last = (0..line).rev().collect::<Vec<_>>().iter().find(entries).copied().unwrap_or_default();
        let length = split_comment(&self.lines[last]).0.len();
        let ends_in_comma = self.lines[last][..length].ends_with(',');
        let new = format!("{}{entry}{}", " ".repeat(depth(&self.lines[last])), if ends_in_comma { "," } else { "" });
        if !ends_in_comma {
            self.lines[last].insert(length, ',');
        }
        self.insert(last + 1, vec![new]);
    }

    /// Returns the line (from 0) and the byte in it at which the bracket after a key closes; `None` where there is none.
    fn brackets(&self, key: Mark) -> Option<(usize, usize)> {
        let (line, colon) = self.after_key(key)?;
        let open = colon + line[colon..].find(|c: char| c != ' ')?;
        let text =
            line[open..].starts_with(['{', '[']).then(|| [&[&line[open..]], self.below(key).as_slice()].concat())?;
        let text = text.join("\n");
        let inside = &text[..closing(&text)?];
        let below = inside.matches('\n').count();
        let byte = inside.rfind('\n').map_or(open + inside.len(), |start| inside.len() - start - 1);
        Some((key.line - 1 + below, byte))
    }

    fn below(&self, key: Mark) -> Vec<&str> {
        self.lines[key.line..].iter().map(String::as_str).collect()
    }

    /// Whether a key stands between the brackets of one above it.
    fn within_brackets(&self, path: &[&str]) -> bool {
        let bracketed = |depth: usize| self.key(&path[..depth]).and_then(|key| self.brackets(key)).is_some();
        (1..path.len()).any(bracketed)
    }

    /// Removes an empty value (`{}`, `[]`, `~`) from its line.
    fn clear(&mut self, key: Mark) -> Option<()> {
        let (line, colon) = self.after_key(key)?;
        let (value, comment) = split_comment(&line[colon..]);
        let gone = matches!(value.trim(), "" | "{}" | "[]" | "~" | "null");
        let kept = if comment.is_empty() { line[..colon].to_owned() } else { format!("{} {comment}", &line[..colon]) };
        self.lines[key.line - 1] = kept;
        gone.then_some(())
    }

    /// Returns the line of a key and the byte behind its colon.
    fn after_key(&self, key: Mark) -> Option<(&str, usize)> {
        let line = self.lines.get(key.line - 1)?.as_str();
        let start = line.char_indices().nth(key.column - 1)?.0;
        let name = match line[start..].chars().next()? {
            '"' | '\'' => closing(&line[start..])? + 1,
            _ => 0,
        };
        let colon = line[start + name..].find(':')? + start + name + 1;
        Some((line, colon))
    }

    /// Puts a value in the place of the one that a key has.
    fn replace(&mut self, key: Mark, value: &str, is_list: bool, inside: bool) -> Option<()> {
        let (line, colon) = self.after_key(key)?;
        let body = &line[colon..];
        let lead = body.len() - body.trim_start().len();
        let end = colon + lead + width(&body[lead..], inside)?;
        let tail = if inside { line[end..].to_owned() } else { split_comment(&line[end..]).1.to_owned() };
        let gap = if tail.is_empty() || inside { "" } else { "  " };
        let new = format!("{} {value}{gap}{tail}", &line[..colon]);
        // In a text over several lines `#` is a letter like any other.
        let is_text = body.trim_start().starts_with(['|', '>', '"', '\'']);
        let below = if inside { key.line } else { self.end_of_value(key, is_list) };
        self.lines[key.line - 1] = new;
        let old = &self.lines[key.line..below];
        let comments: Vec<String> = old.iter().filter(|line| !is_text && is_comment(line)).cloned().collect();
        self.lines.splice(key.line..below, comments);
        Some(())
    }

    /// Returns the index of the line after the value of a key: what follows deeper, and a list at the same depth.
    fn end_of_value(&self, key: Mark, is_list: bool) -> usize {
        if let Some((close, _)) = self.brackets(key) {
            return close + 1;
        }
        let indent = key.column - 1;
        let belongs = |line: &str| depth(line) > indent || (is_list && depth(line) == indent && is_item(line));
        self.end(key.line, belongs)
    }

    /// Returns the index of the line after a map whose first entry stands on `line` (from 1).
    fn end_of_block(&self, line: usize, indent: usize) -> usize {
        self.end(line, |line| depth(line) >= indent && !(depth(line) == indent && is_comment(line)))
    }

    fn end_of_list(&self, line: usize, indent: usize) -> usize {
        self.end(line, |line| depth(line) > indent || (depth(line) == indent && is_item(line)))
    }

    fn end(&self, from: usize, belongs: impl Fn(&str) -> bool) -> usize {
        let mut end = from;
        for (n, line) in self.lines.iter().enumerate().skip(from) {
            if line.trim().is_empty() || is_comment(line) && !belongs(line) {
                continue;
            }
            if !belongs(line) || line.starts_with("...") {
                break;
            }
            end = n + 1;
        }
        end
    }

    /// Returns the column of the dashes of a block list, from 0.
    fn dash(&self, key: &str) -> Option<usize> {
        let mark = place::find(&self.text, &[Step::Key(key), Step::Item(0)], Part::Value)?;
        let line = self.lines.get(mark.line - 1)?;
        is_item(line).then(|| depth(line))
    }
}

fn nested(path: &[&str], value: &str, indent: usize) -> Vec<String> {
    let last = path.len() - 1;
    let line = |(n, key): (usize, &&str)| {
        let (gap, key) = (" ".repeat(indent + n * INDENT), scalar(key));
        if n == last { format!("{gap}{key}: {value}") } else { format!("{gap}{key}:") }
    };
    path.iter().enumerate().map(line).collect()
}

fn on_one_line(path: &[&str], value: &str) -> String {
    match path.split_first() {
        Some((key, [])) => format!("{}: {value}", scalar(key)),
        Some((key, rest)) => format!("{}: {{ {} }}", scalar(key), on_one_line(rest, value)),
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, path: &[&str], value: &str, expected: &str) {
        assert_eq!(put(text, path, value).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn a_value_is_replaced_and_all_else_stays() {
        let path = ["events", "k7q2", "date"];
        check("events:\n  k7q2:\n    date: 2025  # why\n", &path, "2026", "events:\n  k7q2:\n    date: 2026  # why\n");
        check("events: { k7q2: { date: 2025, x: 1 } }", &path, "2026", "events: { k7q2: { date: 2026, x: 1 } }\n");
        check("events:\r\n  k7q2: {date: '2, 5'}\r\n", &path, "2026", "events:\r\n  k7q2: {date: 2026}\r\n");
        let long = "events:\n  k7q2:\n    date: >\n      one\n\n      # two\n    # kept\n    x: 1\n";
        check(long, &path, "2026", "events:\n  k7q2:\n    date: 2026\n    # kept\n    x: 1\n");
        let list = "events:\n  k7q2:\n    date:\n    - a\n    # kept\n    - b\n  z: 1\n";
        check(list, &path, "[c]", "events:\n  k7q2:\n    date: [c]\n    # kept\n  z: 1\n");
    }

    #[test]
    fn a_key_is_added_where_its_like_stand() {
        let path = ["events", "k7q2", "date"];
        check("", &path, "2026", "events:\n  k7q2:\n    date: 2026\n");
        check("# mine\nhide: []\n\n", &path, "2026", "# mine\nhide: []\n\nevents:\n  k7q2:\n    date: 2026\n");
        check(
            "events:   # none yet\nhide: []\n",
            &path,
            "2026",
            "events: # none yet\n  k7q2:\n    date: 2026\nhide: []\n",
        );
        check("events: {}\n", &path, "2026", "events:\n  k7q2:\n    date: 2026\n");
        check(
            "events:\n   # first\n   m3zd:\n      kind: plan\n\n# the rest\npin: [a]\n",
            &path,
            "2026",
            "events:\n   # first\n   m3zd:\n      kind: plan\n   k7q2:\n     date: 2026\n\n# the rest\npin: [a]\n",
        );
        check("events:\n  k7q2: {kind: plan}\n", &path, "2026", "events:\n  k7q2: {kind: plan, date: 2026}\n");
        check(
            "events: { m3zd: {kind: plan} }",
            &path,
            "2026",
            "events: { m3zd: {kind: plan}, k7q2: { date: 2026 } }\n",
        );
    }

    #[test]
    fn an_item_is_added_to_a_list_in_its_own_manner() {
        let check = |text: &str, expected: &str| {
            assert_eq!(push(text, "pin", &Item::Value("k7q2")).as_deref(), Some(expected), "{text}");
        };
        check("", "pin:\n  - k7q2\n");
        check("pin: [m3zd]  # lead\n", "pin: [m3zd, k7q2]  # lead\n");
        check("pin:\n- m3zd # lead\n\n# end\n", "pin:\n- m3zd # lead\n- k7q2\n\n# end\n");
        check("pin:\n    - m3zd\nhide: []\n", "pin:\n    - m3zd\n    - k7q2\nhide: []\n");
        let fields = [("event", "k7q2".to_owned()), ("because", quoted("it is \"old\""))];
        let hidden = push("hide:\n  - event: m3zd\n    because: x\n", "hide", &Item::Map(&fields));
        let expected = "hide:\n  - event: m3zd\n    because: x\n  - event: k7q2\n    because: \"it is \\\"old\\\"\"\n";
        assert_eq!(hidden.as_deref(), Some(expected));
    }

    #[test]
    fn brackets_over_several_lines_are_written_in_as_their_author_does() {
        let pushed = |text: &str| push(text, "pin", &Item::Value("k7q2")).unwrap();
        assert_eq!(pushed("pin: [\n  m3zd,  # lead\n  # end\n]\n"), "pin: [\n  m3zd,  # lead\n  k7q2,\n  # end\n]\n");
        assert_eq!(pushed("pin: [\n  m3zd # [1]\n]\nx: 1\n"), "pin: [\n  m3zd, # [1]\n  k7q2\n]\nx: 1\n");
        assert_eq!(pushed("pin: [m3zd,\n      f18c]  # two\n"), "pin: [m3zd,\n      f18c, k7q2]  # two\n");
        let path = ["events", "k7q2", "date"];
        let open = "events: {\n  k7q2: { kind: plan } }\n";
        check(open, &path, "2026", "events: {\n  k7q2: { kind: plan, date: 2026 } }\n");
        check(open, &["events", "m3zd", "x"], "1", "events: {\n  k7q2: { kind: plan }, m3zd: { x: 1 } }\n");
        let long = "events:\n  k7q2: {\n    date: 2025, # why\n    kind: plan\n  }\n";
        check(long, &path, "2026", "events:\n  k7q2: {\n    date: 2026, # why\n    kind: plan\n  }\n");
        let list = "events:\n  k7q2:\n    themes: [\n      a,\n      # b\n    ]\n    kind: plan\n";
        check(
            list,
            &["events", "k7q2", "themes"],
            "[c]",
            "events:\n  k7q2:\n    themes: [c]\n      # b\n    kind: plan\n",
        );
    }

    #[test]
    fn what_cannot_be_edited_safely_is_refused() {
        assert_eq!(put("events: &all\n  k7q2: { kind: plan }\n", &["events"], "x"), None);
        assert_eq!(put("events: [", &["events"], "x"), None);
        assert_eq!(push("pin: k7q2\n", "pin", &Item::Value("m3zd")), None);
    }

    proptest! {
        #[test]
        fn any_text_survives_as_a_value(text in "\\PC*", key in "[a-z#:'\"{ -]{1,8}") {
            let written = put("a: 1 # b\n", &["c", &key], &scalar(&text));
            let path = [Step::Item(1), Step::Item(0)];
            let value = written.as_deref().and_then(|text| tree::parse(text).ok()).and_then(|tree| tree.at(&path).cloned());
            let raw = match value { Some(Node::Scalar { raw, .. }) => raw, other => format!("{other:?}") };
            prop_assert_eq!(raw, text, "{:?}", written);
        }

        #[test]
        fn no_line_but_the_new_ones_changes(lines in prop::collection::vec(prop::sample::select(vec![
            "# a comment", "", "events:", "  k7q2:", "    date: 2025 # why", "    themes: [a, b]", "  m3zd: { kind: plan }",
            "    # deep", "hide:", "  - event: f18c", "    because: 'it''s # old'", "pin: [z9zz]", "events: {", "  k7q2: {", "  },", "}",
        ]), 0..14)) {
            let text = lines.join("\n") + "\n";
            if let Some(new) = put(&text, &["events", "k7q2", "kind"], "claim") {
                let mut rest = new.lines();
                for line in lines.iter().filter(|line| !line.trim().is_empty()) {
                    // Between brackets the last entry gets a comma.
                    let kept = rest.any(|new| new.replace(',', "") == line.replace(',', ""));
                    prop_assert!(kept, "{} lost from\n{}\nin\n{}", line, text, new);
                }
            }
        }
    }
}
