//! Verbs without an auxiliary: whether "struck", "strikes" or "attack" is a verb where it stands.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::token::{Shape, Tokens};
use super::verbs::{Tense, Verb, verb};

/// Returns the verb at `at`, where the word there is one.
pub(super) fn lexical(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Verb> {
    let token = tokens.all[at];
    let word = token.word;
    if token.shape != Shape::Small && at != sentence.start {
        return None;
    }
    let one = |tense| Some(verb(tokens, at..at + 1, at, tense));
    if word.can(Form::Gerund) && tokens.folded(at).ends_with("ing") {
        return (!is_nominal(tokens, sentence, at)).then(|| verb(tokens, at..at + 1, at, Tense::Participle));
    }
    if word.can(Form::Past) || (word.is_formless() && tokens.folded(at).ends_with("ed") && tokens.folded(at).len() > 4)
    {
        return past(tokens, sentence, at);
    }
    if word.can(Form::Participle) && word.usual == b'p' && !is_nominal(tokens, sentence, at) {
        return Some(Verb { passive: true, ..verb(tokens, at..at + 1, at, Tense::Participle) });
    }
    if word.can(Form::Third) && is_third(tokens, sentence, at) {
        return one(Tense::Present);
    }
    if word.can(Form::Base) && is_plural_present(tokens, sentence, at) {
        return one(Tense::Present);
    }
    None
}

fn past(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Verb> {
    let word = tokens.word(at);
    let after_subject = at > sentence.start && tokens.word(at - 1).is(Class::Subject);
    let rarely = !word.usually_verb() && word.usual != 0 && word.usual != b'x';
    if is_nominal(tokens, sentence, at) && !after_some(tokens, sentence, at) || (rarely && !after_subject) {
        return None;
    }
    let participle = word.can(Form::Participle) || word.is_formless();
    let opens =
        at == sentence.start || matches!(tokens.folded(at - 1), "," | "-" | "(" | "when" | "if" | "as" | "while");
    let by = tokens.folded(at + 1) == "by" && at + 1 < sentence.end;
    let has_subject = !opens || (at > sentence.start && tokens.word(at + 1).is(Class::Determiner));
    // "Guns promised by Germany": even of verbs that mostly tell what somebody did.
    let agent = by
        && tokens
            .all
            .get(at + 2)
            .is_some_and(|next| next.is_capital() && !next.word.any(&[Class::Weekday, Class::Month]));
    if participle && (word.usual != b'd' && (by || !has_subject) || agent) {
        return Some(Verb { passive: true, ..verb(tokens, at..at + 1, at, Tense::Participle) });
    }
    Some(verb(tokens, at..at + 1, at, Tense::Past))
}

/// "Several said they would": what counts people stands for them where no noun can follow.
fn after_some(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let counts = at > sentence.start
        && matches!(tokens.folded(at - 1), "several" | "some" | "most" | "many" | "all" | "both" | "few" | "another");
    counts && tokens.word(at).usual == b'd' && at + 1 < sentence.end && takes_object(tokens, at + 1)
}

/// Whether the place is inside a noun phrase: after a determiner, a possessive, an adjective, or a preposition.
fn is_nominal(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if at == sentence.start {
        return false;
    }
    let mut before = tokens.word(at - 1);
    let gerund = tokens.word(at).can(Form::Gerund);
    // "The newly built dam": the adverb goes with what is built.
    let adverb = before.can(Form::Adverb) && tokens.folded(at - 1).ends_with("ly") && at > sentence.start + 1;
    if adverb && !gerund && tokens.word(at - 2).any(&[Class::Determiner, Class::Preposition]) {
        before = tokens.word(at - 2);
    }
    let pronoun = before.is(Class::Pronoun);
    (before.is(Class::Determiner) && !pronoun)
        || is_possessive(tokens, at - 1) && tokens.folded(at - 1) != "'"
        || (before.is(Class::Preposition) && !gerund && !before.is(Class::Subordinator))
        || (before.usual == b'a' && before.can(Form::Adjective) && !before.can(Form::Noun) && !gerund)
}

fn is_third(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if at == sentence.start || is_nominal(tokens, sentence, at) {
        return false;
    }
    let word = tokens.word(at);
    let before = tokens.all[at - 1];
    if word.usual == b'z' {
        return true;
    }
    let subject = before.word.any(&[Class::Subject, Class::Relative])
        || matches!(tokens.folded(at - 1), "it" | "this" | "that")
        || before.is_capital();
    // "Ukrainian forces on Sunday": a people's name and a noun.
    let people =
        before.is_capital() && ["ian", "ean", "ish", "ese"].iter().any(|end| tokens.folded(at - 1).ends_with(end));
    let noun = people && word.usual == b'n' && tokens.word(at + 1).is(Class::Preposition);
    subject && !noun && takes_object(tokens, at + 1) && at + 1 < sentence.end
}

fn is_plural_present(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if at == sentence.start || is_nominal(tokens, sentence, at) {
        return false;
    }
    let word = tokens.word(at);
    let voices = word.any(&[Class::Saying, Class::Holding, Class::Showing, Class::Claiming]);
    let back = usize::from(voices && at > sentence.start + 1 && tokens.word(at - 1).is(Class::Adverb));
    let before = tokens.word(at - 1 - back);
    let folded = tokens.folded(at - 1 - back);
    let subject = matches!(folded, "i" | "we" | "you" | "they" | "who" | "which" | "that" | "people");
    let seems = matches!(tokens.folded(at), "appear" | "seem" | "tend") && tokens.folded(at + 1) == "to";
    let noun = before.can(Form::Noun) || voices && (before.is_formless() || tokens.all[at - 1 - back].is_capital());
    let plural = folded.ends_with('s') && noun && word.usual == b'v';
    (subject && (word.usual == b'v' || takes_object(tokens, at + 1))) || plural || voices && tells(tokens, at) || seems
}

/// "Police say", "organizers in Basra say", "polls show": what introduces words needs no plural ending right before it.
fn tells(tokens: &Tokens, at: usize) -> bool {
    let (word, before) = (tokens.word(at), tokens.all[at - 1]);
    let object = matches!(tokens.folded(at - 1), "him" | "her" | "them" | "me" | "us" | "let" | "it" | "not");
    let phrase = before.word.can(Form::Noun)
        || before.is_capital()
        || before.word.is(Class::Number)
        || before.word.is_formless();
    if word.usual == b'v' && !word.can(Form::Noun) || tokens.folded(at) == "say" {
        return phrase && !object && before.shape != Shape::Mark;
    }
    let plural =
        tokens.folded(at - 1).ends_with('s') && phrase || matches!(tokens.folded(at - 1), "police" | "data" | "people");
    plural && !object && takes_object(tokens, at + 1) && !tokens.word(at + 1).is(Class::Preposition)
}

/// Whether what follows could be the object or complement of a verb rather than the rest of a noun phrase.
pub(super) fn takes_object(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    word.any(&[Class::Determiner, Class::Pronoun, Class::Preposition, Class::Number, Class::Relative])
        || tokens.all.get(at).is_some_and(|token| token.is_capital() || token.shape == Shape::Number)
        || (word.can(Form::Adjective) && word.usual == b'a')
}

pub(super) fn is_possessive(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at), "'s" | "'")
}
