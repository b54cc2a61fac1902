//! Bytes to text.
//!
//! A byte order mark is believed, and so is text that is valid UTF-8. UTF-16 without a mark gives itself away by its
//! zero bytes, which stand at even or at odd places only; all else is guessed by its letter statistics, and the guess
//! is named in a warning. Line ends become `\n`. A file that still holds control characters in number is not a text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::diag::{Code, Diagnostic};

/// Returns the text of a file with `\n` line ends and without byte order mark; `None` where it is not a text.
///
/// `declared` is the encoding a page names itself; it is believed after the marks and before any guess.
pub(super) fn decode(bytes: &[u8], file: &str, declared: Option<&str>) -> (Option<String>, Vec<Diagnostic>) {
    let (encoding, known) = choose(bytes, declared);
    let (text, _, faulty) = encoding.decode(bytes);
    if looks_binary(&text) {
        let message = "is not a text: it holds control characters";
        return (None, vec![Diagnostic::warn(Code::NotAnArticle, message).in_file(file)]);
    }
    let diagnostics = warnings(encoding, known, faulty).into_iter().map(|d| d.in_file(file)).collect();
    (Some(with_line_feeds(&text)), diagnostics)
}

/// Returns the encoding and whether it is known rather than guessed.
fn choose(bytes: &[u8], declared: Option<&str>) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, true);
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return (encoding, false);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, true);
    }
    if let Some(encoding) = declared.and_then(|label| Encoding::for_label(label.as_bytes())) {
        return (encoding, true);
    }
    (guess(bytes), false)
}

/// Recognises UTF-16 without a mark: zero bytes, nine in ten of them at places of the same parity.
///
/// Even Cyrillic text has them, in its spaces. One in fifty characters is enough.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.contains(&0) {
        return None;
    }
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if !bytes.len().is_multiple_of(2) || (even + odd) * 100 < bytes.len() {
        None
    } else if even * 9 <= odd {
        Some(UTF_16LE)
    } else if odd * 9 <= even {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // UTF-8 was tried before. Where a few bytes of an otherwise valid text are broken, UTF-8 with marks in their
    // place loses less than any other reading.
    if mostly_utf8(bytes) { UTF_8 } else { detector.guess(None, chardetng::Utf8Detection::Deny) }
}

/// True where multi-byte characters outnumber the broken bytes.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    good > 2 * broken
}

fn warnings(encoding: &'static Encoding, known: bool, faulty: bool) -> Option<Diagnostic> {
    let name = encoding.name();
    let message = match (known, faulty) {
        (true, false) => return None,
        (true, true) => format!("is {name}, but some bytes of it are not; they are shown as \u{FFFD}"),
        (false, false) => format!("is not UTF-8; read as {name}, which is a guess"),
        (false, true) => format!("is not UTF-8; read as {name}, which is a guess; some bytes are shown as \u{FFFD}"),
    };
    Some(Diagnostic::warn(Code::GuessedEncoding, message).fix("look at the accents; save the file as UTF-8"))
}

/// True where more than one character in fifty is a control character.
fn looks_binary(text: &str) -> bool {
    let controls = text.bytes().filter(|b| *b < b'\t' || (0x0E..0x20).contains(b)).count();
    controls * 50 > text.len()
}

/// Makes every kind of line end `\n`, and drops the few zeros that may be left.
fn with_line_feeds(text: &str) -> String {
    let odd = |c: char| matches!(c, '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\0');
    if !text.contains(odd) {
        return text.to_owned();
    }
    let text = text.replace("\r\n", "\n").replace('\0', "\u{FFFD}");
    text.replace(odd, "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: &str = "Café à Kyiv — “où”\nЗеленський прибув до Парижа у вівторок";

    fn check(bytes: &[u8], expected: &str, warned: bool) {
        let (text, diagnostics) = decode(bytes, "a.txt", None);
        assert_eq!(text.as_deref(), Some(expected));
        assert_eq!(diagnostics.iter().any(|d| d.code == Code::GuessedEncoding), warned, "{diagnostics:?}");
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn utf8_with_and_without_a_mark() {
        check(WORDS.as_bytes(), WORDS, false);
        check(&[b"\xEF\xBB\xBF", WORDS.as_bytes()].concat(), WORDS, false);
        check(b"", "", false);
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            check(&utf16(&format!("\u{FEFF}{WORDS}"), to_bytes), WORDS, false);
            check(&utf16(WORDS, to_bytes), WORDS, true);
            check(&utf16("Plain words of no accent.", to_bytes), "Plain words of no accent.", true);
        }
    }

    #[test]
    fn windows_1252_is_guessed_and_said() {
        let text = "The caf\u{e9} in Besan\u{e7}on said \u{201c}no\u{201d} \u{2014} again.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        check(&bytes, text, true);
    }

    #[test]
    fn a_declared_encoding_is_no_guess() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Київ");
        let (text, diagnostics) = decode(&bytes, "a.html", Some("windows-1251"));
        assert_eq!((text.as_deref(), diagnostics.len()), (Some("Київ"), 0));
    }

    #[test]
    fn one_broken_byte_does_not_spoil_a_text() {
        let broken = [WORDS.as_bytes(), b" \xFF end"].concat();
        check(&broken, &format!("{WORDS} \u{FFFD} end"), true);
    }

    #[test]
    fn every_line_end_becomes_a_line_feed() {
        check(b"a\r\nb\rc\x0Cd", "a\nb\nc\nd", false);
        check("a\u{2029}b".as_bytes(), "a\nb", false);
    }

    #[test]
    fn a_picture_is_not_a_text() {
        let (text, diagnostics) = decode(b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x01\x00\x02", "a.txt", None);
        assert_eq!((text, diagnostics[0].code), (None, Code::NotAnArticle));
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let (text, _) = decode(&bytes, "a.txt", None);
            prop_assert!(text.is_none_or(|text| !text.contains('\r')));
        }
    }
}
