//! `editions/ID/email.html` and `email.txt`: a briefing for a mailing list, and the whole message as `.eml`.
//!
//! Mail readers are the strictest readers there are: no style sheet, no picture, no address that leads only within the
//! site. The page is a template of tables with their style on each element; the plain text stands for those who show
//! nothing else. The message is built by `mail-builder`, which knows the encodings; what that would take from the clock
//! (the date, the id, the boundary between the parts) is taken from the edition, so the same edition is the same bytes.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;
use tera::Context;

use super::edition::EditionFile;
use super::{Drawn, Look, Pieces};
use crate::diag::Diagnostic;
use crate::model::{Newsbook, OutputFile};
use crate::pages::Page;
use crate::text;

/// Where mail goes that nobody is to answer, where the site has no address (RFC 2606).
const NO_HOST: &str = "example.invalid";

/// What a mail may weigh: Gmail cuts off what is longer than 102 KB.
const LIMIT: usize = 100 * 1024;

/// How long a line of the plain text is, in characters.
const WIDTH: usize = 74;

/// Draws the page and the text of an edition's own page, and nothing for other pages.
pub fn draw(book: &Newsbook, page: &Page<'_>, look: &Look) -> Drawn {
    let Some((edition, file)) = EditionFile::of(book, page) else { return Ok(Pieces::default()) };
    // What is too long for a mail goes without its notes, and if need be without the events that count least.
    let mut drawn = parts(&file, true, look)?;
    let fits = |drawn: &[Vec<u8>; 2]| drawn[0].len() <= LIMIT;
    if !fits(&drawn) {
        drawn = file.fitted(book, edition, |file| parts(file, false, look), fits)?;
    }
    let named = ["email.html", "email.txt"].into_iter().zip(drawn);
    let file = |(name, bytes)| OutputFile { path: format!("editions/{}/{name}", edition.id), bytes };
    Ok(named.map(file).collect::<Vec<_>>().into())
}

/// Page and text.
fn parts(file: &EditionFile<'_, '_>, notes: bool, look: &Look) -> Result<[Vec<u8>; 2], Vec<Diagnostic>> {
    let mut context = Context::new();
    context.insert("briefing", &file.briefing);
    context.insert("notes", &notes);
    context.insert("left_out", &file.left_out_said);
    let html = look.draw("email.html", &context)?;
    let plain = look.draw("email.txt", &context)?;
    Ok([html, folded(&String::from_utf8_lossy(&plain)).into_bytes()])
}

/// Folds lines between words, under the depth at which their first word after a mark of a list begins; no two empty
/// lines follow each other.
fn folded(plain: &str) -> String {
    let mut out = String::new();
    for line in plain.trim().lines().map(str::trim_end) {
        if line.is_empty() {
            out.push_str(if out.ends_with("\n\n") { "" } else { "\n" });
            continue;
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        let mut length = indent;
        let under = indent + mark(&line[indent..]);
        out.push_str(&" ".repeat(indent));
        for (place, word) in line.split_whitespace().enumerate() {
            let width = word.chars().count();
            if place > 0 && length + 1 + width > WIDTH {
                out.push_str(&format!("\n{}", " ".repeat(under)));
                length = under;
            } else if place > 0 {
                out.push(' ');
                length += 1;
            }
            out.push_str(word);
            length += width;
        }
        out.push('\n');
    }
    out
}

/// How long the mark of a list is that a line begins with, `- `, `12. ` or `[12] `, in characters.
fn mark(line: &str) -> usize {
    let Some((first, _)) = line.split_once(' ') else { return 0 };
    let digits = first.trim_start_matches('[').trim_end_matches([']', '.']);
    let is_numbered = first.ends_with(['.', ']']) && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if is_numbered || first == "-" { first.len() + 1 } else { 0 }
}

/// Draws the whole message: both forms of one text, for a mail program to open and send.
pub fn message(book: &Newsbook, page: &Page<'_>, look: &Look) -> Drawn {
    let Some((edition, file)) = EditionFile::of(book, page) else { return Ok(Pieces::default()) };
    let parts: Vec<String> =
        draw(book, page, look)?.files.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    let [html, plain] = &parts[..] else { return Ok(Pieces::default()) };
    let host = host(book);
    let mark = format!("{:016x}", text::fingerprint(&format!("{html}{plain}")));
    let kind = ContentType::new("multipart/alternative").attribute("boundary", format!("newsbook-{mark}"));
    let body = MimePart::new(
        kind,
        vec![MimePart::new("text/plain", plain.as_str()), MimePart::new("text/html", html.as_str())],
    );
    let noon = file.briefing.date.and_hms_opt(12, 0, 0).map_or(0, |noon| noon.and_utc().timestamp());
    let from = book.site.publisher.as_deref().unwrap_or(&book.site.title);
    let message = MessageBuilder::new()
        .from(Address::new_address(Some(from.to_owned()), format!("no-reply@{host}")))
        .date(Date::new(noon))
        .subject(format!("{}: {}", book.site.title, file.briefing.title))
        .message_id(format!("{}.{mark}@{host}", edition.id))
        // Mail programs open a message marked so as a draft, ready for an address.
        .header("X-Unsent", Text::new("1"))
        .body(body);
    let bytes = message.write_to_vec().map_err(|_| Vec::new())?;
    Ok(vec![OutputFile { path: format!("editions/{}/briefing.eml", edition.id), bytes }].into())
}

/// The host of the site's address.
fn host(book: &Newsbook) -> &str {
    let address = book.site.base_url.as_deref().and_then(|url| url.split_once("://"));
    let host = address.and_then(|(_, rest)| rest.split(['/', ':']).next());
    host.filter(|host| !host.is_empty()).unwrap_or(NO_HOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_words_under_their_beginning() {
        let long = format!("  {}\n\n\n\nEnd  \n", "word ".repeat(20));
        let folded = folded(&format!("x\n{long}"));
        assert!(folded.lines().all(|line| line.chars().count() <= WIDTH), "{folded}");
        assert!(folded.lines().nth(2).is_some_and(|line| line.starts_with("  word")), "{folded}");
        assert!(folded.ends_with("word\n\nEnd\n"), "{folded}");
    }

    #[test]
    fn lines_of_a_list_hang_under_their_first_word() {
        for (mark, under) in [("- ", 2), ("12. ", 4), ("[3] ", 4), ("2025 ", 0)] {
            let folded = folded(&format!("{mark}{}", "word ".repeat(20)));
            let second = folded.lines().nth(1).expect("two lines");
            assert_eq!(second.len() - second.trim_start().len(), under, "{folded}");
        }
    }
}
