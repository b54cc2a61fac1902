//! The name that a headline begins with in place of "he" or "she".
//!
//! A page that tells that "He said" something sends its reader to the article to learn who. The name stands there only where
//! nobody else can be meant: the sentence before names one person, whom the pronoun fits, and no other "he" stands in it.
//! What somebody did, and did not say, could be told of one without a name ("Karim met a soldier. He was wounded in March").

use std::ops::Range;

use super::headline::LONGEST;
use super::lexicon::Class;
use super::memory::{Memory, is_human};
use super::names::{Name, NameKind};
use super::token::{Shape, Tokens};
use crate::model::Mention;

/// The sentences of an article as far as they are read, the one at hand last.
pub(super) struct Before<'a> {
    pub tokens: &'a Tokens<'a>,
    pub ranges: &'a [Range<usize>],
    pub names: &'a [Vec<Name>],
    pub memory: &'a Memory,
}

impl Before<'_> {
    /// Puts the name for the pronoun where one can be meant and there is room for it, in what was `found` of the sentence at
    /// hand.
    pub fn name(&self, found: &mut [Mention]) {
        let here = |mention: &&mut Mention| mention.sentence as usize + 1 == self.ranges.len();
        for mention in found.iter_mut().rev().take_while(here).filter(|mention| mention.listed) {
            let Some((pronoun, rest)) = mention.headline.split_once(' ') else { continue };
            let Some(name) = self.meant(pronoun, rest, mention) else { continue };
            let told = format!("{name} {rest}");
            if told.chars().count() <= LONGEST {
                mention.headline = told;
                mention.who.insert(0, name.to_owned());
            }
        }
    }

    fn meant(&self, pronoun: &str, rest: &str, mention: &Mention) -> Option<&str> {
        let others = match pronoun {
            "He" => ["he", "him"],
            "She" => ["she", "her"],
            _ => return None,
        };
        let tokens = self.tokens;
        let ([.., before, here], [.., names, named]) = (self.ranges, self.names) else { return None };
        let verb = mention.verb.as_ref().filter(|_| mention.span.start == tokens.all[here.start].start as usize)?;
        let head = tokens.all.partition_point(|token| (token.start as usize) < verb.start);
        let one = people(tokens, names).next()?;
        // "KARIM: My brother was there" is of a talk between several.
        let label = tokens.folded(one.tokens.end) == ":";
        let alone = is_human(tokens, one) && !label && people(tokens, names).all(|name| name.full == one.full);
        // "Karim said he hoped so" speaks of himself.
        let comma = |at: usize| tokens.folded(at) == ",";
        let himself = |at: usize| {
            let said = at - 1;
            said >= one.tokens.end && tokens.word(said).is(Class::Saying) && (one.tokens.end..said).all(comma)
        };
        let other = |at: usize| others.contains(&tokens.folded(at)) && !himself(at);
        let alone = alone && !before.clone().any(other);
        // "He was killed, Karim said".
        let apart = people(tokens, named).all(|name| name.full != one.full && name.tokens.start > head);
        let behind = rest.split(' ').take(3).any(|word| word == &tokens.text[verb.clone()]);
        let says = tokens.word(head).any(&[Class::Saying, Class::Claiming]) && behind;
        let sure = if says { mention.speaker.as_ref() == Some(&one.full) } else { self.is_alone(before, one) };
        (alone && apart && sure && self.memory.fits(&one.full, others[0])).then_some(one.full.as_str())
    }

    /// Whether a sentence speaks of nobody else by what he is; "Karim, a teacher who" and "the mayor, Karim," are one.
    fn is_alone(&self, sentence: &Range<usize>, name: &Name) -> bool {
        let tokens = self.tokens;
        let role = |at: &usize| {
            let word = tokens.word(*at);
            tokens.all[*at].shape == Shape::Small && word.any(&[Class::Person, Class::Title]) && !tokens.ends(*at, b"s")
        };
        let words = &name.tokens;
        let close = (words.end + 1..sentence.end).find(|at| tokens.folded(*at) == ",").unwrap_or(sentence.end);
        let described = if tokens.folded(words.end) == "," { words.end..close } else { words.end..words.end };
        let titled = words.start.saturating_sub(2)..words.start;
        sentence.clone().filter(role).all(|at| described.contains(&at) || titled.contains(&at))
    }
}

/// Those of the names who are people, or may be: a surname that two share is taken for a place.
fn people<'n>(tokens: &Tokens, names: &'n [Name]) -> impl Iterator<Item = &'n Name> {
    names.iter().filter(|name| match name.kind {
        NameKind::Person => true,
        NameKind::Place => !name.tokens.start.checked_sub(1).is_some_and(|at| tokens.word(at).is(Class::Preposition)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    fn check(text: &str, expected: &str) {
        let told = sample::mentions("2024-03-20", text);
        let last = told.iter().rfind(|mention| mention.listed).map(|mention| mention.headline.as_str());
        assert_eq!(last, Some(expected), "{text}");
    }

    #[test]
    fn the_only_one_whom_the_sentence_before_names_is_meant() {
        check(
            "The mayor of Mosul, Ali Karim, promised a new bridge. He said on Monday that Iraq would pay for it.",
            "Ali Karim said on Monday that Iraq would pay for it",
        );
        check("Ali Karim is a rebel. He left Mosul on Monday.", "Ali Karim left Mosul on Monday");
        check(
            "Iraq's envoy, Ali Karim, said he wanted peace. He left Mosul on Monday.",
            "Ali Karim left Mosul on Monday",
        );
    }

    #[test]
    fn a_pronoun_stays_where_another_can_be_meant() {
        for before in [
            "Ali Karim met Omar Hamid.",
            "Ali Karim met a soldier.",
            "His brother saw him in the town, Ali Karim said.",
            "ALI KARIM: My brother was there.",
            "Ms. Ana Karim is a rebel.",
            "Ali Karim is a rebel. The house of his fathers stands there.",
        ] {
            check(&format!("{before} He left Mosul on Monday."), "He left Mosul on Monday");
        }
        check(
            "Ali Karim is a rebel. He was shot in Mosul on Monday, Ali Karim said.",
            "He was shot in Mosul on Monday",
        );
    }
}
