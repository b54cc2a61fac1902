//! Questions about one line of YAML, as far as `pen` needs them: how deep it stands, where its value ends.
//!
//! They know the forms that people write and no more; `pen` checks whatever follows from them.

pub(super) fn depth(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

pub(super) fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with('#')
}

pub(super) fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    line == "-" || line.starts_with("- ")
}

/// Splits what follows a value into itself and the comment behind it.
pub(super) fn split_comment(text: &str) -> (&str, &str) {
    let at = text.find(" #").map(|at| at + 1).or(text.starts_with('#').then_some(0));
    at.map_or((text.trim_end(), ""), |at| (text[..at].trim_end(), &text[at..]))
}

/// Returns how many bytes the value at the start of a text takes on its line; `None` for anchors, aliases and tags.
pub(super) fn width(text: &str, inside: bool) -> Option<usize> {
    match text.chars().next() {
        None | Some('#') => Some(0),
        Some('&' | '*' | '!') => None,
        Some('"' | '\'' | '[' | '{') => Some(closing(text).map_or(text.len(), |close| close + 1)),
        Some(_) if inside => Some(text.find([',', ']', '}']).unwrap_or(text.len())),
        Some(_) => Some(split_comment(text).0.len()),
    }
}

/// Returns the byte of the quote or bracket that closes the one at the start of a text. Comments are passed over.
pub(super) fn closing(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    let mut quote = None;
    let mut escaped = false;
    let (mut comment, mut before) = (false, ' ');
    for (at, c) in text.char_indices() {
        comment = c != '\n' && (comment || quote.is_none() && c == '#' && before.is_whitespace());
        before = c;
        if comment {
            continue;
        }
        match quote {
            Some(_) if escaped => escaped = false,
            Some('"') if c == '\\' => escaped = true,
            Some(mark) if c == mark => quote = None,
            Some(_) => continue,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            None if matches!(c, '[' | '{') => open += 1,
            None if matches!(c, ']' | '}') => open = open.checked_sub(1)?,
            None => {}
        }
        if open == 0 && quote.is_none() && !escaped && matches!(c, '"' | '\'' | ']' | '}') {
            return Some(at);
        }
    }
    None
}
