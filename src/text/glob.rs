//! Patterns for paths: `content/articles/**/*.txt`.

/// Tells whether a path, written with `/`, fits a pattern.
///
/// `*` stands for any part of one name, `?` for one character of it, and `**` for any number of whole folders, none
/// among them. Everything else is itself, letter case included.
pub fn glob(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.split('/').collect();
    let path: Vec<&str> = path.split('/').collect();
    sequence(&pattern, &path, |part| *part == "**", |part, name| segment(part, name))
}

fn segment(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let name: Vec<char> = name.chars().collect();
    sequence(&pattern, &name, |c| *c == '*', |c, n| *c == '?' || c == n)
}

/// Matches items one to one, where an item that `is_any` covers stands for any number of them.
///
/// Only the last such item is ever tried again, which is enough, and keeps the time within the product of the lengths.
fn sequence<T>(pattern: &[T], items: &[T], is_any: impl Fn(&T) -> bool, fits: impl Fn(&T, &T) -> bool) -> bool {
    let (mut p, mut i) = (0, 0);
    let mut retry = None;
    while i < items.len() {
        if p < pattern.len() && is_any(&pattern[p]) {
            retry = Some((p + 1, i));
            p += 1;
        } else if p < pattern.len() && fits(&pattern[p], &items[i]) {
            p += 1;
            i += 1;
        } else if let Some((after, from)) = retry {
            retry = Some((after, from + 1));
            (p, i) = (after, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(is_any)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_fit_their_patterns() {
        for (pattern, path) in [
            ("content/articles/**/*.txt", "content/articles/a.txt"),
            ("content/articles/**/*.txt", "content/articles/wire/old/a.txt"),
            ("articles/**", "articles/a/b.md"),
            ("*.md", "a.md"),
            ("**/a?.md", "x/y/ab.md"),
            ("a/**/b/**/c", "a/b/x/b/c"),
            ("", ""),
        ] {
            assert!(glob(pattern, path), "{pattern} {path}");
        }
    }

    #[test]
    fn other_paths_do_not() {
        for (pattern, path) in [
            ("*.md", "x/a.md"),
            ("content/*.txt", "content/a/b.txt"),
            ("content/**/*.txt", "content/a.md"),
            ("a?.md", "a.md"),
            ("*.MD", "a.md"),
            ("a/**/b", "a/c"),
        ] {
            assert!(!glob(pattern, path), "{pattern} {path}");
        }
    }
}
