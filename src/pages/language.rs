//! In which language a text is, where that is not the language of the site: what `lang` says of it.
//!
//! The front matter of an article says it, or nobody does. Without it an English site takes Latin letters for English, as
//! the reading of articles does, and everything else for a language that is not known (`und`). A text without `lang` is
//! in the language of its page, so its direction is that of the page too.

use super::parts::Maker;
use crate::model::{Article, EventIx};

impl<'a> Maker<'a, '_> {
    /// Returns the language of an event's headline, where it is not that of the site.
    pub fn language_of_event(&self, ix: EventIx) -> Option<&'a str> {
        let book = self.catalog.book;
        let event = &book.events[ix.0];
        self.language_of(self.catalog.article(book[*event.mentions.first()?].article), &event.headline)
    }

    /// Returns the language of words of an article, where it is not that of the site: `und` where nobody says which.
    pub fn language_of(&self, article: &'a Article, words: &str) -> Option<&'a str> {
        let site = self.catalog.labels.language;
        match article.language.as_deref() {
            Some(own) => (own != site && own != self.catalog.book.site.language).then_some(own),
            None => (!site.starts_with("en") || !is_latin(words)).then_some("und"),
        }
    }
}

/// Whether most letters are Latin ones.
fn is_latin(words: &str) -> bool {
    let is_latin = |c: char| matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    let letters = words.chars().filter(|c| c.is_alphabetic());
    words.is_ascii() || letters.map(|c| if is_latin(c) { 1 } else { -1 }).sum::<i32>() >= 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_that_a_text_is_not_english() {
        assert!(is_latin("Łódź, 7 December: “Привет”, he said"));
        assert!(is_latin("…"));
        assert!(!is_latin("Зустріч у Женеві, NATO"));
        assert!(!is_latin("اجتمع الوفدان"));
    }
}
