//! Patterns for paths: `content/**/*.md`.

/// A pattern for paths with `/`: `*` is any part of a name, `?` one letter, `**` any folders, none included.
///
/// Case counts, and nothing else is special: no `[a-z]`, no `{a,b}`. Matching takes time in proportion to pattern
/// times path, whatever they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glob<'a>(pub &'a str);

impl<'a> Glob<'a> {
    /// Says whether the whole path matches.
    pub fn matches(&self, path: &str) -> bool {
        let pattern: Vec<&str> = self.0.split('/').collect();
        let parts: Vec<&str> = path.split('/').collect();
        sequence(&pattern, &parts, |part| *part == "**", |pattern, part| name(pattern, part))
    }

    /// Returns the folder above everything that can match: what stands before the first wildcard, without the file's
    /// name. Empty for the project itself.
    pub fn folder(&self) -> &'a str {
        let wild = self.0.find(['*', '?']).unwrap_or(self.0.len());
        self.0[..wild].rfind('/').map_or("", |end| &self.0[..end])
    }
}

fn name(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let name: Vec<char> = name.chars().collect();
    sequence(&pattern, &name, |c| *c == '*', |p, c| *p == '?' || p == c)
}

/// Matches a sequence against a pattern in which some items stand for any run, going back only to the last such item:
/// an earlier one can never do better.
fn sequence<P, T>(pattern: &[P], items: &[T], any: impl Fn(&P) -> bool, one: impl Fn(&P, &T) -> bool) -> bool {
    let (mut p, mut i) = (0, 0);
    let mut retry = None;
    while i < items.len() {
        if pattern.get(p).is_some_and(&any) {
            retry = Some((p, i));
            p += 1;
        } else if pattern.get(p).is_some_and(|here| one(here, &items[i])) {
            (p, i) = (p + 1, i + 1);
        } else if let Some((last, taken)) = retry {
            retry = Some((last, taken + 1));
            (p, i) = (last + 1, taken + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(any)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_paths() {
        for (pattern, path, expected) in [
            ("content/articles/**", "content/articles/a.txt", true),
            ("content/articles/**", "content/articles/wire/2025/a.txt", true),
            ("content/articles/**", "content/events/a.txt", false),
            ("content/**/*.md", "content/a.md", true),
            ("content/**/*.md", "content/a/b/c.md", true),
            ("content/**/*.md", "content/a/b/c.mdx", false),
            ("**/x/**/y", "a/x/b/x/c/y", true),
            ("**/x/**/y", "a/x/b/y/c", false),
            ("*.txt", "a/b.txt", false),
            ("a*b*c", "aXbXbXc", true),
            ("2025-??.md", "2025-12.md", true),
            ("2025-??.md", "2025-1.md", false),
            ("é*", "écrit", true),
        ] {
            assert_eq!(Glob(pattern).matches(path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn the_folder_is_what_comes_before_the_first_wildcard() {
        let folder = |pattern| Glob(pattern).folder();
        assert_eq!(folder("content/articles/**/*.md"), "content/articles");
        assert_eq!(folder("content/a*/x.md"), "content");
        assert_eq!((folder("*.md"), folder("notes/one.md")), ("", "notes"));
    }

    #[test]
    fn hostile_patterns_take_no_time() {
        let pattern = "*a".repeat(500) + "b/" + &"**/a/".repeat(500);
        let path = "a".repeat(5_000) + "/" + &"a/".repeat(5_000);
        assert!(!Glob(&pattern).matches(&path));
    }
}
