//! One spelling for many: case, diacritics and typography folded away, so that "Erdoğan’s" is found as "erdogan's".
//!
//! Only Latin and Greek letters lose their marks. In other scripts a mark can make another letter (Cyrillic й is not
//! и), so those letters are lower-cased and otherwise kept; nothing is transliterated except in a [`slug`], which has
//! to be typed into an address bar. A folded text has offsets of its own: to find a place in the original, fold word
//! by word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Returns `text` in lower case, without Latin and Greek diacritics, with straight quotes, plain hyphens and spaces.
///
/// Folding twice changes nothing. `"Łódź’s Café"` becomes `"lodz's cafe"`; `"Київ"` becomes `"київ"`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    if text.chars().all(is_composed) {
        let mut rest = text;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| !c.is_ascii()) {
            push_small(&rest[..at], &mut folded);
            fold_char(c, &mut folded);
            rest = &rest[at + c.len_utf8()..];
        }
        push_small(rest, &mut folded);
    } else {
        text.nfc().for_each(|c| fold_char(c, &mut folded));
    }
    folded
}

/// True for characters that NFC leaves alone or that fold alike before and after it: most news is nothing else, and
/// NFC is slow.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..'\u{300}' | '\u{410}'..'\u{482}' | '\u{2000}'..='\u{206F}')
}

/// Returns `text` as lower-case ASCII words joined by single hyphens, for addresses and file names.
///
/// Other scripts are transliterated; apostrophes vanish. Empty where nothing in `text` can be spelled.
pub fn slug(text: &str) -> String {
    let ascii = deunicode::deunicode(&fold(text)).to_ascii_lowercase();
    let mut slug = String::with_capacity(ascii.len());
    for c in ascii.chars().filter(|c| *c != '\'') {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

fn push_small(plain: &str, out: &mut String) {
    let from = out.len();
    out.push_str(plain);
    out[from..].make_ascii_lowercase();
}

fn fold_char(c: char, out: &mut String) {
    match c {
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{2032}' => out.push('\''),
        '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{2033}' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => out.push(' '),
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
        '…' => out.push_str("..."),
        // A mark that NFC could not join to a Latin base is a mark on a Latin base still.
        '\u{300}'..='\u{36F}' if out.ends_with(|base: char| base.is_ascii_alphabetic()) => {}
        c => c.to_lowercase().for_each(|small| fold_small(small, out)),
    }
}

/// Returns a character in Latin letters, as a reader of English would spell it; empty where nothing stands for it.
pub fn in_latin(c: char) -> &'static str {
    deunicode::deunicode_char(c).unwrap_or_default()
}

fn fold_small(c: char, out: &mut String) {
    if is_latin(c) {
        out.push_str(&in_latin(c).to_ascii_lowercase());
    } else if is_greek(c) {
        out.extend(c.nfd().filter(|part| !is_combining_mark(*part)));
    } else if !is_combining_mark(c) || !out.ends_with(|base: char| base.is_ascii_alphabetic()) {
        out.push(c);
    }
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{FB00}'..='\u{FB06}' | '\u{FF21}'..='\u{FF5A}')
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_marks_and_typography_are_folded() {
        for (text, folded) in [
            ("Zelenskyy", "zelenskyy"),
            ("António Costa", "antonio costa"),
            ("Łódź’s Café", "lodz's cafe"),
            ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
            ("Straße, Æsir, Þór", "strasse, aesir, thor"),
            ("e\u{301}te\u{301}", "ete"),
            ("“Kyiv” – now…", "\"kyiv\" - now..."),
            ("Αθήνα", "αθηνα"),
            ("a\u{A0}b", "a b"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn other_scripts_keep_their_letters() {
        assert_eq!(fold("Київ, Йоганн"), "київ, йоганн");
        assert_eq!(fold("и\u{306}"), "й");
        assert_eq!(fold("東京"), "東京");
    }

    #[test]
    fn slugs_are_words_and_hyphens() {
        for (text, expected) in [
            ("Peace talks", "peace-talks"),
            ("  Ukraine’s air-defence / 2025 ", "ukraines-air-defence-2025"),
            ("Київ", "kiyiv"),
            ("!!!", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn slugs_hold_only_what_an_address_can(text in "\\PC{0,40}") {
            let slug = slug(&text);
            prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        }
    }
}
