//! Verbs without an auxiliary: whether "struck", "strikes" or "attack" is a verb where it stands.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::past::past;
use super::reduced::has_object;
use super::third::is_third;
use super::token::{Shape, Tokens};
use super::verbs::{Tense, Verb, verb};

/// Returns the verb at `at`, where the word there is one.
pub(super) fn lexical(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Verb> {
    let token = tokens.all[at];
    let word = token.word;
    // "United meet City".
    if token.shape != Shape::Small && (at != sentence.start || tokens.folded(at) == "united") {
        return None;
    }
    // "Mohamed Karim left".
    let name = token.shape == Shape::Capital
        && at + 1 < sentence.end
        && (tokens.all[at + 1].is_capital() || is_possessive(tokens, at + 1));
    let unknown = !name && word.is_formless() && tokens.ends(at, b"ed") && tokens.folded(at).len() > 4;
    let one = |tense| Some(verb(tokens, at..at + 1, at, tense));
    // "Of having shelled it", "after being shelled".
    if matches!(tokens.folded(at), "having" | "being") && at + 1 < sentence.end && could_be_done(tokens, at + 1) {
        let passive = tokens.folded(at) == "being";
        return Some(Verb { passive, ..verb(tokens, at..at + 2, at + 1, Tense::Participle) });
    }
    if word.can(Form::Gerund) && tokens.ends(at, b"ing") {
        // "Is willing to run": what somebody is.
        if word.usual == b'a' && word.can(Form::Adjective) && at > sentence.start && tokens.word(at - 1).is(Class::Be) {
            return None;
        }
        // "The three standing committees", "the first sitting member".
        let counted = at > sentence.start + 1
            && (tokens.word(at - 1).is(Class::Number) || tokens.folded(at - 1) == "first")
            && tokens.word(at - 2).is(Class::Determiner);
        if counted && at + 1 < sentence.end && tokens.word(at + 1).usual == b'n' {
            return None;
        }
        let behind = |class: Class| at > sentence.start && tokens.word(at - 1).is(class);
        let evening = word.usual == b'n' && behind(Class::Weekday) || word.can(Form::Noun) && behind(Class::Month);
        let deed = is_deed_of(tokens, sentence, at) || word.usual == b'n' && is_bodys(tokens, sentence, at);
        let doing = !evening && !is_nominal(tokens, sentence, at) && !deed;
        return doing.then(|| verb(tokens, at..at + 1, at, Tense::Participle));
    }
    // "They dove into the record": no table knows it as a past form.
    let down = matches!(tokens.folded(at + 1), "into" | "deeper" | "in" | "off" | "for" | "headfirst");
    if tokens.folded(at) == "dove" && at > sentence.start && at + 1 < sentence.end && down {
        return one(Tense::Past);
    }
    // "Got caught in a storm": done to somebody.
    let got = tokens.folded(at) == "got" && at + 1 < sentence.end && could_be_done(tokens, at + 1);
    if got && tokens.word(at + 1).usually_verb() && !has_object(tokens, at + 2) {
        return Some(Verb { passive: true, ..verb(tokens, at..at + 2, at + 1, Tense::Past) });
    }
    // "A state-owned bank".
    let next = tokens.word(at + 1);
    if at + 1 < sentence.end && (next.can(Form::Noun) || next.can(Form::Adjective)) && tokens.folded(at).contains('-') {
        return None;
    }
    // "Unarmed drones": what no table knows with "un" is no verb.
    if word.can(Form::Past) || unknown && !tokens.folded(at).starts_with("un") {
        return past(tokens, sentence, at);
    }
    if word.can(Form::Participle) && word.usual == b'p' && !is_nominal(tokens, sentence, at) && !is_sort(tokens, at) {
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

/// "Russian shelling had stopped": behind a name and before an auxiliary, the subject.
fn is_deed_of(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let next = tokens.word(at + 1);
    let told = at + 1 < sentence.end && next.any(&[Class::Have, Class::Be, Class::Modal]);
    told && at > sentence.start && tokens.all[at - 1].is_capital()
}

/// "Told a Senate Committee hearing": behind a name that "a" or "the" opens, what is named so.
fn is_bodys(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let first = (sentence.start..at).rev().take_while(|at| tokens.all[*at].is_capital()).last();
    first.is_some_and(|first| first > sentence.start && tokens.word(first - 1).is(Class::Determiner))
}

/// "Norwegian armed forces": a participle between whose they are and what they are.
pub(super) fn is_sort(tokens: &Tokens, at: usize) -> bool {
    let people = at > 0 && tokens.all[at - 1].is_capital();
    people && tokens.all.get(at + 1).is_some_and(|next| next.word.is(Class::Troop))
}

/// Whether the place is inside a noun phrase: after a determiner, a possessive, an adjective, or a preposition.
#[inline]
pub(super) fn is_nominal(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if at == sentence.start {
        return false;
    }
    let mut before = tokens.word(at - 1);
    let gerund = tokens.word(at).can(Form::Gerund);
    // "The newly built dam": the adverb goes with what is built.
    let adverb =
        (before.can(Form::Adverb) || before.is_formless()) && tokens.ends(at - 1, b"ly") && at > sentence.start + 1;
    if adverb && !gerund && tokens.word(at - 2).any(&[Class::Determiner, Class::Preposition]) {
        before = tokens.word(at - 2);
    }
    let pronoun = before.is(Class::Pronoun);
    // "Bright said": an adjective with a capital is a name before what only somebody does.
    // So does one before what is said: "40 percent of voters overall said they would".
    let words = tokens.word(at + 1).is(Class::Subject) || matches!(tokens.folded(at + 1), "that" | "it");
    let named = tokens.folded(at) == "said" && (tokens.all[at - 1].shape == Shape::Capital || words);
    // "A blast that took place": behind "that" a form that is only ever past is no noun's.
    let noun = |at: usize| {
        let word = tokens.word(at);
        (word.can(Form::Noun) || word.is_formless()) && !word.is(Class::Conjunction)
    };
    let that = tokens.folded(at - 1) == "that" && at > sentence.start + 1 && noun(at - 2);
    // So is one before its object: "a raid that killed two people".
    let relative =
        that && (tokens.word(at).usual == b'd' || tokens.word(at).can(Form::Past) && has_object(tokens, at + 1));
    // "Her renewed hope", "his collapsed house".
    let hers = tokens.folded(at - 1) == "her" && tokens.word(at).can(Form::Participle) && {
        let next = tokens.word(at + 1);
        at + 1 < sentence.end && next.can(Form::Noun) && !next.any(&[Class::Preposition, Class::Weekday, Class::Month])
    };
    hers || (before.is(Class::Determiner) && !pronoun && !relative)
        || is_possessive(tokens, at - 1) && (tokens.folded(at - 1) != "'" || owns(tokens, at - 1))
        || (before.is(Class::Preposition) && !gerund && !before.is(Class::Subordinator))
        || (before.usual == b'a' && before.can(Form::Adjective) && !before.can(Form::Noun) && !gerund && !named)
}

/// "The countries' needs": behind a plural, and before a noun; not the end of somebody's words.
pub(super) fn owns(tokens: &Tokens, at: usize) -> bool {
    let many =
        at > 0 && tokens.ends(at - 1, b"s") && (tokens.word(at - 1).can(Form::Noun) || tokens.all[at - 1].is_capital());
    let space = tokens.all.get(at + 1).is_some_and(|next| tokens.all[at].end < next.start);
    many && space && tokens.word(at + 1).can(Form::Noun)
}

fn is_plural_present(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if at == sentence.start || is_nominal(tokens, sentence, at) {
        return false;
    }
    let word = tokens.word(at);
    let voices = word.any(&[Class::Saying, Class::Holding, Class::Showing, Class::Claiming]);
    // "Cases found in Norway now resist the drug".
    let plain = word.usual == b'v' && !word.can(Form::Noun);
    let back = usize::from((voices || plain) && at > sentence.start + 1 && tokens.word(at - 1).is(Class::Adverb));
    let before = tokens.word(at - 1 - back);
    let folded = tokens.folded(at - 1 - back);
    // "At which point it ended".
    let phrase = folded == "which" && at > sentence.start + 1 && tokens.word(at - 2).is(Class::Preposition);
    let subject = matches!(folded, "i" | "we" | "you" | "they" | "who" | "which" | "that" | "people") && !phrase;
    let seems = matches!(tokens.folded(at), "appear" | "seem" | "tend") && tokens.folded(at + 1) == "to";
    let men = folded.len() > 3 && folded.ends_with("men");
    if is_fixture(tokens, sentence, at) {
        return true;
    }
    let noun =
        before.can(Form::Noun) || men || voices && (before.is_formless() || tokens.all[at - 1 - back].is_capital());
    let shouted = tokens.all[at - 1 - back].shape == Shape::Capitals;
    // "Plans to fill the stores face another hurdle": a noun has no article behind it.
    let article = matches!(tokens.folded(at + 1), "a" | "an" | "the" | "another" | "their");
    let article = article && at + 2 < sentence.end && !word.is(Class::Preposition);
    let many = folded.ends_with('s') || men;
    // "Polls open on Tuesday".
    let opens = matches!(tokens.folded(at), "open" | "close" | "start" | "end") && takes_object(tokens, at + 1);
    let plural = many && noun && !shouted && (word.usual == b'v' || article || opens);
    (subject && (word.usual == b'v' || takes_object(tokens, at + 1))) || plural || voices && tells(tokens, at) || seems
}

/// "Leicester face Chelsea on 27 August", "voters in Norway head to the polls on Sunday": what a calendar tells of a subject
/// that opens the sentence, where no other verb follows.
fn is_fixture(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let next = at + 1;
    if next + 1 >= sentence.end {
        return false;
    }
    let day = |at: usize| tokens.word(at).any(&[Class::Weekday, Class::Month]);
    let name = tokens.all[next].shape == Shape::Capital && !day(next);
    let folded = tokens.folded(next);
    let sets = match tokens.folded(at) {
        "face" | "host" | "play" | "meet" | "visit" => name || matches!(folded, "each" | "their" | "host"),
        "travel" | "return" | "head" => {
            folded == "to" && (tokens.all[next + 1].is_capital() || tokens.folded(next + 1) == "the")
        }
        "hold" => matches!(folded, "talks" | "elections"),
        "go" => folded == "on" && matches!(tokens.folded(next + 1), "sale" | "strike" | "trial" | "show"),
        _ => false,
    };
    if !sets || !(at..sentence.end).any(day) {
        return false;
    }
    let before = tokens.all[at - 1];
    let opens = before.shape == Shape::Capital && !day(at - 1) || before.is_word() && tokens.ends(at - 1, b"s");
    let inserted = tokens.folded(at - 1) == "," && tokens.all[sentence.start].is_capital();
    let verb = |at: usize| {
        let word = tokens.word(at);
        word.any(&[Class::Be, Class::Have, Class::Modal, Class::Do]) || matches!(word.usual, b'd' | b'z')
    };
    let first = if inserted { at } else { sentence.start };
    let rest = (next..sentence.end).take_while(|at| tokens.folded(*at) != ",");
    (opens || inserted) && !(first..at).chain(rest).any(verb)
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
        let behind = matches!(tokens.written(at - 1), "—" | "–" | "," | "-") && tokens.folded(at + 1) != ",";
        let inserted = behind && tokens.folded(at) == "say";
        return phrase && !object && before.shape != Shape::Mark || tokens.written(at - 1) == "%" || inserted;
    }
    // "Polls show", "…, records show.": whatever follows, that is what they do.
    let texts = tokens.ends(at - 1, b"s") && before.word.any(&[Class::SaidThing, Class::Count]);
    if word.is(Class::Showing) && texts {
        return true;
    }
    let plural = tokens.ends(at - 1, b"s") && phrase || matches!(tokens.folded(at - 1), "police" | "data" | "people");
    plural && !object && takes_object(tokens, at + 1) && !tokens.word(at + 1).is(Class::Preposition)
}

/// What happens and is never done: behind a noun such a past form tells it, and describes nothing.
const HAPPENS: [&str; 20] = [
    "agonized",
    "apologized",
    "arrived",
    "belonged",
    "came",
    "died",
    "disappeared",
    "emerged",
    "existed",
    "fell",
    "happened",
    "insisted",
    "occurred",
    "persisted",
    "remained",
    "responded",
    "seemed",
    "stood",
    "struggled",
    "went",
];

/// Whether a past form is never a participle without an auxiliary: "the editor, shot in May, | died of it".
pub(super) fn happens(tokens: &Tokens, at: usize) -> bool {
    HAPPENS.contains(&tokens.folded(at))
}

/// Whether a past form is also a participle; of a word nobody listed, "finalized", it is.
pub(super) fn could_be_done(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    word.can(Form::Participle)
        || tokens.folded(at) != "showed" && (word.is_formless() || word.can(Form::Past)) && tokens.ends(at, b"ed")
}

/// Whether behind a form of "be" a word is what is done to somebody: a participle, or "extradited", regular and in no table.
pub(super) fn is_done(tokens: &Tokens, at: usize) -> bool {
    let (word, folded) = (tokens.word(at), tokens.folded(at));
    let small = tokens.all.get(at).is_some_and(|token| token.shape == Shape::Small);
    let regular = word.is_formless() && tokens.ends(at, b"ed") && folded.len() > 4 && !folded.contains('-') && small;
    word.can(Form::Participle) && !word.is(Class::Determiner) || regular
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
