//! What may be shown of an article's own words: the quote of a mention and the words an event's date was read from.
//!
//! Both are plain substrings of the article. A quote is cut after the number of words the site allows and is withheld
//! altogether where the article's rights say so; nothing here ever adds a character.

use crate::model::{Event, MentionIx, Newsbook, Rights};

/// A run of an article's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote<'a> {
    /// A substring of the article, starting where the mention starts.
    pub text: &'a str,
    /// Whether the mention goes on after it.
    pub cut: bool,
}

/// Returns the words that prove a mention, or `None` where the article's rights allow none to be shown.
pub fn quote(book: &Newsbook, ix: MentionIx) -> Option<Quote<'_>> {
    if book[book[ix].article].rights == Rights::None {
        return None;
    }
    let words = book.evidence(ix).trim();
    let text = book.site.quote_words.map_or(words, |most| first_words(words, most));
    Some(Quote { text, cut: text.len() < words.len() })
}

/// Returns the words an event's date was read from, where it was read from words.
pub fn date_words<'a>(book: &'a Newsbook, event: &Event) -> Option<&'a str> {
    let dated = event.date.as_ref()?;
    let mention = event.mentions.iter().map(|ix| &book[*ix]).find(|mention| mention.date.as_ref() == Some(dated))?;
    book[mention.article].text.get(dated.words.clone()?)
}

/// The start of `text` up to the end of its word number `most`.
fn first_words(text: &str, most: usize) -> &str {
    let end = text.split_whitespace().nth(most.saturating_sub(1)).map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start + word.len()
    });
    end.map_or(text, |end| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_ends_with_a_whole_word() {
        assert_eq!(first_words("one  two\nthree four", 3), "one  two\nthree");
        assert_eq!(first_words("one two", 2), "one two");
        assert_eq!(first_words("one two", 9), "one two");
        assert_eq!(first_words("", 3), "");
    }
}
