//! Verbs without an auxiliary: whether "struck", "strikes" or "attack" is a verb where it stands.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::token::{Shape, Token, Tokens};
use super::verbs::{Tense, Verb, is_border, verb};

/// Returns the verb at `at`, where the word there is one.
pub(super) fn lexical(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Verb> {
    let token = tokens.all[at];
    let word = token.word;
    if token.shape != Shape::Small && at != sentence.start {
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
        let behind = |class: Class| at > sentence.start && tokens.word(at - 1).is(class);
        let evening = word.usual == b'n' && behind(Class::Weekday) || word.can(Form::Noun) && behind(Class::Month);
        let deed = is_deed_of(tokens, sentence, at) || word.usual == b'n' && is_bodys(tokens, sentence, at);
        let doing = !evening && !is_nominal(tokens, sentence, at) && !deed;
        return doing.then(|| verb(tokens, at..at + 1, at, Tense::Participle));
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
fn is_sort(tokens: &Tokens, at: usize) -> bool {
    let people = at > 0 && tokens.all[at - 1].is_capital();
    people && tokens.all.get(at + 1).is_some_and(|next| next.word.is(Class::Troop))
}

fn past(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Verb> {
    let word = tokens.word(at);
    let after_subject = at > sentence.start && tokens.word(at - 1).is(Class::Subject);
    // "The river burst its banks".
    let owned = matches!(tokens.folded(at + 1), "its" | "his" | "her" | "their") && at + 1 < sentence.end;
    // "The raid cast grave doubts on the deal".
    let doubt = |at: usize| matches!(tokens.folded(at), "doubt" | "doubts" | "shadow" | "vote" | "votes" | "ballots");
    let casts = tokens.folded(at) == "cast" && (at + 1..sentence.end.min(at + 4)).any(doubt);
    // "Olga Berg grilled the envoy": behind a name of two words and before an object.
    let name =
        |at: usize| tokens.all[at].shape == Shape::Capital && !tokens.word(at).any(&[Class::Weekday, Class::Month]);
    let named = at > sentence.start + 1 && name(at - 1) && name(at - 2) && tokens.ends(at, b"ed");
    let named = named && takes_object(tokens, at + 1) && !tokens.word(at + 1).is(Class::Preposition);
    let owned = owned || casts || named || shoots_dead(tokens, at);
    let rarely = !word.usually_verb() && word.usual != 0 && word.usual != b'x' && !owned;
    let noun = is_nominal(tokens, sentence, at) && !after_some(tokens, sentence, at);
    // "1,200 guided aerial bombs".
    let next = tokens.word(at + 1);
    let counted = at > sentence.start
        && tokens.all[at - 1].shape == Shape::Number
        && word.usual != b'd'
        && (next.can(Form::Noun) || next.can(Form::Adjective))
        && !next.any(&[Class::Determiner, Class::Preposition, Class::Conjunction, Class::Weekday]);
    let behind = closes_insertion(tokens, sentence, at);
    if noun || counted || rarely && !after_subject && !behind || word.usual == b'p' && is_sort(tokens, at) {
        return None;
    }
    let participle = word.can(Form::Participle) || word.is_formless();
    // "Grew by 3 percent compared with last year".
    let beside = tokens.folded(at) == "compared" && matches!(tokens.folded(at + 1), "with" | "to");
    if beside && !after_subject {
        return Some(Verb { passive: true, ..verb(tokens, at..at + 1, at, Tense::Participle) });
    }
    // "The deal, officially signed by Norway".
    let adverb = at > sentence.start + 1 && tokens.ends(at - 1, b"ly") && tokens.folded(at + 1) == "by";
    // "The visit, originally planned for Monday, was put off".
    let before = at > sentence.start + 1 && matches!(tokens.folded(at - 1), "originally" | "initially" | "first");
    let planned = before
        && matches!(tokens.folded(at), "scheduled" | "planned" | "expected" | "slated" | "set" | "intended")
        && matches!(tokens.folded(at + 1), "for" | "to" | "on" | "in");
    let back = usize::from(adverb && tokens.word(at - 1).can(Form::Adverb) || planned);
    let opens = at == sentence.start
        || matches!(tokens.folded(at - 1 - back), "," | "-" | "(" | "when" | "if" | "as" | "while");
    let by = tokens.folded(at + 1) == "by" && at + 1 < sentence.end;
    let grows = by && is_measure(tokens, at + 2);
    // "Guns promised by Germany": even of verbs that mostly tell what somebody did.
    let agent = by && is_name(tokens, at + 2);
    let has_subject = !opens || behind || takes_subject(tokens, sentence, at);
    if participle && !grows && (word.usual != b'd' && (by || !has_subject) || agent || by && opens) {
        return Some(Verb { passive: true, ..verb(tokens, at..at + 1, at, Tense::Participle) });
    }
    Some(verb(tokens, at..at + 1, at, Tense::Past))
}

/// "Police shot dead two men"; not "two men shot dead on Monday".
fn shoots_dead(tokens: &Tokens, at: usize) -> bool {
    let whom = |at: usize| {
        let next = tokens.word(at);
        let named = tokens.all[at].is_capital() && !next.any(&[Class::Weekday, Class::Month]);
        named || next.any(&[Class::Determiner, Class::Number]) || tokens.all[at].shape == Shape::Number
    };
    tokens.folded(at) == "shot" && tokens.folded(at + 1) == "dead" && at + 2 < tokens.all.len() && whom(at + 2)
}

/// "Grew by | 3 percent", "by | a mere 0.4 percent": how much, and not who.
fn is_measure(tokens: &Tokens, at: usize) -> bool {
    let counts = |at: usize| tokens.all.get(at).is_some_and(|next| next.shape == Shape::Number);
    let rough = ["a", "mere", "only", "just", "about", "around", "almost", "nearly", "some"];
    let amount = (at..).find(|at| *at >= tokens.all.len() || !rough.contains(&tokens.folded(*at)));
    let amount = amount.unwrap_or(at);
    let unit = |at: usize| matches!(tokens.folded(at), "percent" | "%" | "per" | "percentage" | "points" | "basis");
    counts(amount) && amount + 1 < tokens.all.len() && unit(amount + 1)
}

/// Whether a past form behind a mark tells what somebody did: "the envoy, a lawyer, described Karim's plan", as a
/// participle takes no object; "the driver, 26, checked in", as an age does not open a description.
fn takes_subject(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if at == sentence.start {
        return false;
    }
    let comma = tokens.folded(at - 1) == ",";
    let told = tokens.word(at).any(&[Class::Saying, Class::Claiming]);
    let told = told && !matches!(tokens.folded(at), "called" | "quoted") && is_name(tokens, at + 1);
    let aged = at > sentence.start + 2 && tokens.folded(at - 3) == "," && tokens.all[at - 2].shape == Shape::Number;
    // "The envoy, whose name nobody knew, set up a firm".
    let up = usize::from(matches!(tokens.folded(at + 1), "up" | "out" | "off" | "down" | "back"));
    // "The blasts in Oslo, the capital, killed at least ten people": what a participle tells has no number.
    let least = 2 * usize::from(
        matches!(tokens.folded(at + 1), "at" | "more") && matches!(tokens.folded(at + 2), "least" | "most" | "than"),
    );
    let number = at + 1 + least;
    let counts = tokens.all.get(number).is_some_and(|next| next.shape == Shape::Number || next.word.is(Class::Number));
    let counted = comma && counts && tokens.folded(at) != "aged" && tokens.word(number + 1).can(Form::Noun);
    tokens.word(at + 1 + up).is(Class::Determiner) || comma && (told || aged) || counted
}

/// "The raid, which the army denied, cast doubt on it": behind an insertion, before its object, a form that is mostly a noun
/// tells what was done.
fn closes_insertion(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let comma = at > sentence.start + 2 && tokens.folded(at - 1) == ",";
    // "The tanker, seized by Iran in May, docked in Piraeus".
    let seized = |at: usize| tokens.word(at).can(Form::Participle) && tokens.folded(at + 1) == "by";
    let opens = |at: usize| {
        tokens.folded(at) == "," && (matches!(tokens.folded(at + 1), "who" | "which" | "whose") || seized(at + 1))
    };
    let opened = (sentence.start + 1..at.saturating_sub(2)).find(|at| tokens.folded(*at) == ",").is_some_and(opens);
    comma && opened && takes_object(tokens, at + 1)
}

/// Whether a capitalised word that is no date stands there.
fn is_name(tokens: &Tokens, at: usize) -> bool {
    let dated = |next: &Token| next.word.any(&[Class::Weekday, Class::Month]);
    tokens.all.get(at).is_some_and(|next| next.is_capital() && !dated(next))
}

/// "Several said they would": what counts people stands for them where no noun can follow.
fn after_some(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let counts = at > sentence.start
        && matches!(tokens.folded(at - 1), "several" | "some" | "most" | "many" | "all" | "both" | "few" | "another");
    let words = tokens.word(at).is(Class::Saying) && matches!(tokens.folded(at + 1), "," | ":");
    counts && at + 1 < sentence.end && (tokens.word(at).usual == b'd' && takes_object(tokens, at + 1) || words)
}

/// Whether the place is inside a noun phrase: after a determiner, a possessive, an adjective, or a preposition.
fn is_nominal(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
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
    let named = tokens.all[at - 1].shape == Shape::Capital && tokens.folded(at) == "said";
    // "A blast that took place": behind "that" a form that is only ever past is no noun's.
    let noun = |at: usize| {
        let word = tokens.word(at);
        (word.can(Form::Noun) || word.is_formless()) && !word.is(Class::Conjunction)
    };
    let that = tokens.folded(at - 1) == "that" && at > sentence.start + 1 && noun(at - 2);
    let relative = that && tokens.word(at).usual == b'd';
    // "Her renewed hope", "his collapsed house".
    let hers = tokens.folded(at - 1) == "her" && tokens.word(at).can(Form::Participle) && {
        let next = tokens.word(at + 1);
        at + 1 < sentence.end && next.can(Form::Noun) && !next.any(&[Class::Preposition, Class::Weekday, Class::Month])
    };
    hers || (before.is(Class::Determiner) && !pronoun && !relative)
        || is_possessive(tokens, at - 1) && tokens.folded(at - 1) != "'"
        || (before.is(Class::Preposition) && !gerund && !before.is(Class::Subordinator))
        || (before.usual == b'a' && before.can(Form::Adjective) && !before.can(Form::Noun) && !gerund && !named)
}

fn is_third(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let word = tokens.word(at);
    if at == sentence.start
        || is_nominal(tokens, sentence, at)
        || word.can(Form::Noun) && is_counted(tokens, sentence, at)
    {
        return false;
    }
    let before = tokens.all[at - 1];
    // "Who were protesting calls for a vote": what is protested.
    if word.can(Form::Noun) && before.word.usual == b'g' && before.shape == Shape::Small && tokens.ends(at - 1, b"ing")
    {
        return false;
    }
    if word.usual == b'z' {
        // "Most TV shows.": with nothing behind it a noun.
        let bare = tokens.all.get(at + 1).is_none_or(|next| next.shape == Shape::Mark);
        return !(bare && word.can(Form::Noun) && before.shape == Shape::Capitals);
    }
    // "His term ends on 3 May".
    let day = |at: usize| tokens.word(at).any(&[Class::Weekday, Class::Month]) || tokens.all[at].shape == Shape::Number;
    if at + 2 < sentence.end
        && tokens.folded(at + 1) == "on"
        && matches!(tokens.folded(at), "ends" | "starts" | "opens" | "begins" | "expires" | "closes")
        && day(at + 2)
    {
        return true;
    }
    let subject = before.word.any(&[Class::Subject, Class::Relative])
        || matches!(tokens.folded(at - 1), "it" | "this" | "that")
        || before.is_capital();
    // "A strike called by Volvo drivers for Monday": who does it.
    let name = (sentence.start..at).rev().take_while(|at| tokens.all[*at].is_capital()).last();
    let by = name.is_some_and(|name| name > sentence.start && tokens.folded(name - 1) == "by");
    if by && word.usual == b'n' && tokens.word(at + 1).is(Class::Preposition) {
        return false;
    }
    // "Rescue teams arrived": two nouns that open a sentence.
    let first = tokens.word(at - 1);
    let day = matches!(tokens.folded(at - 1), "today" | "tomorrow" | "tonight" | "yesterday");
    if at == sentence.start + 1
        && !day
        && first.can(Form::Noun)
        && matches!(first.usual, b'n' | b'v')
        && word.usual == b'n'
    {
        return false;
    }
    // "Ukrainian forces on Sunday": a people's name and a noun.
    let people = before.is_capital()
        && ["ian", "ean", "can", "ish", "ese"].iter().any(|end| tokens.folded(at - 1).ends_with(end));
    // "Somali pirates", "western states this week".
    let people = people || before.is_capital() && (tokens.ends(at - 1, b"i") || before.word.is(Class::Region));
    let phrase = |at: usize| {
        tokens.word(at).any(&[Class::Preposition, Class::Relative]) || matches!(tokens.folded(at), "this" | "last")
    };
    let noun = people && word.usual == b'n' && at + 1 < sentence.end && phrase(at + 1);
    // "The bureau, which monitors piracy, said".
    let which = matches!(tokens.folded(at - 1), "which" | "who") && {
        let next = tokens.word(at + 1);
        at + 2 < sentence.end && matches!(next.usual, b'n' | b'z') && !next.any(&[Class::Be, Class::Have, Class::Modal])
    };
    let object = at + 1 < sentence.end && (takes_object(tokens, at + 1) || tokens.folded(at + 1) == "out" || which);
    subject && !noun && (object || closes(tokens, sentence, at))
        || introduces(tokens, sentence, at)
        || aims(tokens, sentence, at)
}

/// "Two Norwegian volunteers": behind a number of more than one, a noun.
fn is_counted(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let describes = |at: &usize| tokens.word(*at).can(Form::Adjective) || tokens.all[*at].is_capital();
    let first = (sentence.start + 1..at).rev().take_while(describes).last().unwrap_or(at).checked_sub(1);
    first.is_some_and(|at| tokens.word(at).is(Class::Number) && tokens.folded(at) != "one")
}

/// "The ministry plans to hold a drill"; not "government plans to cut taxes were dropped".
fn aims(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let ahead = tokens.word(at).is(Class::Ahead) && at + 2 < sentence.end && tokens.folded(at + 1) == "to";
    let before = tokens.word(at - 1);
    let subject = before.can(Form::Noun) && !before.is(Class::Preposition) && !tokens.ends(at - 1, b"s");
    let told = |at: usize| {
        let verb = tokens.word(at).any(&[Class::Be, Class::Have, Class::Modal]) || tokens.word(at).usual == b'd';
        verb && !tokens.all[at].is_capital()
    };
    let mut rest = (at + 3..sentence.end).take_while(|at| !is_border(tokens, *at));
    ahead && subject && tokens.word(at + 2).can(Form::Base) && !rest.any(told)
}

/// "The ad claims “…", "the envoy, a lawyer, notes that it fell": a word of saying that could be a noun, before words.
fn introduces(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if !tokens.word(at).any(&[Class::Saying, Class::Claiming]) || at + 2 >= sentence.end {
        return false;
    }
    let (before, next) = (tokens.all[at - 1], tokens.folded(at + 1));
    let noun = before.word.can(Form::Noun) || before.word.is_formless() || before.is_capital();
    let the = (at.saturating_sub(4).max(sentence.start)..at).any(|at| tokens.word(at).is(Class::Determiner));
    let singular = noun && the && !before.word.can(Form::Adjective) && !tokens.ends(at - 1, b"s");
    match next {
        "“" | "\"" => noun && before.end + 1 == tokens.all[at].start && tokens.all[at].end < tokens.all[at + 1].start,
        "that" => singular || tokens.folded(at - 1) == "," && the,
        _ => false,
    }
}

/// "“We go,” the Post notes.": a word of saying behind a name or a pronoun that stands behind a mark, and a mark after it.
fn closes(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let part = |at: &usize| {
        tokens.all[*at].is_capital() || tokens.word(*at).any(&[Class::Subject, Class::Determiner, Class::Title])
    };
    let from = (sentence.start..at).rev().take_while(part).last().unwrap_or(at);
    let marked = |at: usize| tokens.all.get(at).is_some_and(|token| token.shape == Shape::Mark);
    let before = from > sentence.start && matches!(tokens.written(from - 1), "," | "”" | "\"" | "'");
    tokens.word(at).is(Class::Saying) && before && (at + 1 == sentence.end || marked(at + 1))
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
    // "At which point it ended".
    let phrase = folded == "which" && at > sentence.start + 1 && tokens.word(at - 2).is(Class::Preposition);
    let subject = matches!(folded, "i" | "we" | "you" | "they" | "who" | "which" | "that" | "people") && !phrase;
    let seems = matches!(tokens.folded(at), "appear" | "seem" | "tend") && tokens.folded(at + 1) == "to";
    let men = folded.len() > 3 && folded.ends_with("men");
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

/// Whether a past form is also a participle; of a word nobody listed, "finalized", it is.
pub(super) fn could_be_done(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    word.can(Form::Participle) || word.is_formless() && tokens.ends(at, b"ed")
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
