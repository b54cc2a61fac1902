//! Verb groups: "has not been struck", "is due to arrive", "to withdraw", and what tense they stand in.
//!
//! There is no trained tagger behind this. The lexicon says which forms a word can have; the words beside it decide.
//! English news prose is regular enough for that: a past form after a determiner is an adjective, a base form after
//! "to" is an infinitive, and two finite verbs without a border between them make the first a participle ("troops
//! killed in the attack were buried").

use std::ops::Range;

use super::finite::{could_be_done, is_done, is_possessive, lexical, owns, takes_object};
use super::lexicon::{Class, Form};
use super::only::add_only_verb;
use super::reduced::{demote, is_charged, is_reduced};
use super::token::{Shape, Tokens};

/// One verb group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    /// All its words, adverbs between them included.
    pub group: Range<usize>,
    /// The word that carries the meaning.
    pub head: usize,
    pub tense: Tense,
    pub passive: bool,
    pub negated: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    PastPerfect,
    PastProgressive,
    PresentPerfect,
    Present,
    Progressive,
    /// Will, shall, is to, is due to.
    Future,
    /// Would, could, may.
    Modal,
    Infinitive,
    /// -ing or past participle without an auxiliary.
    Participle,
}

impl Tense {
    #[inline]
    pub fn is_finite(self) -> bool {
        !matches!(self, Self::Infinitive | Self::Participle)
    }

    /// Whether it tells of a time before the writing.
    pub fn is_past(self) -> bool {
        matches!(self, Self::Past | Self::PastPerfect | Self::PastProgressive | Self::PresentPerfect)
    }
}

/// Returns the verb groups of a sentence, in order.
pub(super) fn verbs(tokens: &Tokens, sentence: Range<usize>) -> Vec<Verb> {
    let mut found: Vec<Verb> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        // Most words are of no verb, wherever they stand.
        if !could_open_group(tokens, at) {
            at += 1;
            continue;
        }
        match group_at(tokens, &sentence, at).or_else(|| second(tokens, &sentence, &found, at)) {
            Some(verb) => {
                at = verb.group.end;
                let charged = is_charged(tokens, &verb);
                if !charged {
                    demote(tokens, &sentence, &mut found, &verb);
                }
                let reduced = charged || is_reduced(tokens, &found, &verb);
                found.push(if reduced { Verb { tense: Tense::Participle, passive: true, ..verb } } else { verb });
            }
            None => at += 1,
        }
    }
    if found.iter().all(|verb| !verb.tense.is_finite()) {
        add_only_verb(tokens, &sentence, &mut found);
    }
    found
}

/// Whether a word has a form of a verb, is "to" or ends like a verb that nobody listed.
fn could_open_group(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.all[at].word;
    let unknown = || word.is_formless() && tokens.ends(at, b"ed");
    word.could_be_verb() || word.any(&AUXILIARY) || tokens.folded(at) == "to" || unknown()
}

const AUXILIARY: [Class; 4] = [Class::Modal, Class::Have, Class::Be, Class::Do];

/// "To withdraw from the town and release the soldiers": a bare verb joined to an infinitive or to what will be.
fn second(tokens: &Tokens, sentence: &Range<usize>, found: &[Verb], at: usize) -> Option<Verb> {
    let word = tokens.word(at);
    if !word.can(Form::Base) || at == sentence.start || !matches!(tokens.folded(at - 1), "and" | "or") {
        return None;
    }
    let first = found.last().filter(|verb| matches!(verb.tense, Tense::Infinitive | Tense::Future | Tense::Modal))?;
    let bare = tokens.all[at].shape == Shape::Small && takes_object(tokens, at + 1);
    let apart = |at: usize| matches!(tokens.folded(at), "that" | "who" | "which" | ";");
    (!first.passive
        && bare
        && !(first.group.end..at).any(apart)
        && (word.usually_verb() || !word.can(Form::Noun) || tokens.word(at + 1).is(Class::Determiner)))
    .then(|| verb(tokens, at..at + 1, at, first.tense))
}

/// Whether "and" stands between two names: "the Organization for Security and Cooperation", "Norway and Sweden".
pub(super) fn joins_names(tokens: &Tokens, at: usize) -> bool {
    let name = |at: usize| tokens.all.get(at).is_some_and(|token| token.is_capital());
    tokens.word(at).is(Class::Conjunction) && at > 0 && name(at - 1) && name(at + 1)
}

/// Whether a clause may begin at or after this token.
pub(super) fn is_border(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    let shortens = tokens.folded(at) == "." && at > 0 && tokens.all[at - 1].is_capital();
    let owns = || tokens.folded(at) == "'" && owns(tokens, at);
    tokens.all[at].shape == Shape::Mark && !shortens && tokens.folded(at) != "%" && tokens.folded(at) != "$" && !owns()
        || word.any(&[Class::Conjunction, Class::Relative])
        || (word.is(Class::Subordinator) && !word.is(Class::Preposition))
}

fn group_at(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Verb> {
    let token = tokens.all[at];
    let word = token.word;
    if !token.is_word() && token.shape != Shape::Mark {
        return None;
    }
    let folded = tokens.folded(at);
    if !word.any(&AUXILIARY) {
        return if folded == "to" { infinitive(tokens, sentence, at) } else { lexical(tokens, sentence, at) };
    }
    if word.is(Class::Modal)
        && !(folded == "may" && token.is_capital())
        && !(folded == "will" && at > sentence.start && token.is_capital() && is_told(tokens, at + 1))
        && !(folded == "might" && tokens.folded(at.max(1) - 1) != "that" && after_determiner(tokens, sentence, at))
    {
        return Some(modal(tokens, sentence, at));
    }
    if word.is(Class::Have) && folded != "having" {
        return Some(have(tokens, sentence, at));
    }
    if word.is(Class::Be)
        && !matches!(folded, "being" | "be" | "been")
        && (folded != "'s" || contracts_be(tokens, sentence, at))
    {
        return Some(be(tokens, sentence, at));
    }
    if word.is(Class::Do) {
        return Some(do_support(tokens, sentence, at));
    }
    lexical(tokens, sentence, at)
}

/// "Mr. Will | believes": what stands behind a name, and never behind "will".
fn is_told(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    at < tokens.all.len() && (word.can(Form::Third) || word.can(Form::Past)) && !word.can(Form::Base)
}

fn after_determiner(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    at > sentence.start && (tokens.word(at - 1).is(Class::Determiner) || is_possessive(tokens, at - 1))
}

/// Whether `'s` is "is": after a pronoun, or before a verb form that a noun could not have.
fn contracts_be(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    at > sentence.start && tokens.word(at - 1).any(&[Class::Pronoun, Class::Relative])
}

/// Skips adverbs and returns the next place.
fn skip(tokens: &Tokens, sentence: &Range<usize>, mut at: usize) -> usize {
    while at < sentence.end {
        let word = tokens.word(at);
        let ly = tokens.ends(at, b"ly") && (word.can(Form::Adverb) || word.is_formless());
        // "Had “surrendered”": the words of somebody else inside the verb.
        let quote =
            matches!(tokens.written(at), "“" | "\"" | "‘") && at + 1 < sentence.end && could_be_done(tokens, at + 1);
        // "Was last hit", "was first seen".
        let which =
            matches!(tokens.folded(at), "last" | "first") && could_be_done(tokens, at + 1) && at + 1 < sentence.end;
        // "To further harm it", "has somewhat slowed".
        let more = matches!(tokens.folded(at), "further" | "somewhat")
            && at + 1 < sentence.end
            && (tokens.word(at + 1).can(Form::Base) || could_be_done(tokens, at + 1));
        if !(word.is(Class::Adverb) || ly || quote || which || more) {
            break;
        }
        at += 1;
    }
    at
}

fn negated(tokens: &Tokens, range: Range<usize>) -> bool {
    range.into_iter().any(|at| tokens.word(at).is(Class::Not))
}

pub(super) fn verb(tokens: &Tokens, group: Range<usize>, head: usize, tense: Tense) -> Verb {
    Verb { negated: negated(tokens, group.clone()), group, head, tense, passive: false }
}

fn modal(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Verb {
    let tense = match tokens.folded(at) {
        "will" | "shall" | "'ll" | "won't" => Tense::Future,
        "'d" if is_had(tokens, sentence, at) => return have(tokens, sentence, at),
        _ => Tense::Modal,
    };
    // "will the minister resign": the subject may stand between; it is left out of the group.
    let mut next = skip(tokens, sentence, at + 1);
    let mut passive = false;
    let mut tense = tense;
    if tokens.folded(next) == "have" {
        next = skip(tokens, sentence, next + 1);
        if tense == Tense::Modal && (tokens.word(next).can(Form::Participle) || tokens.folded(next) == "been") {
            tense = Tense::PastPerfect;
        }
    }
    if matches!(tokens.folded(next), "be" | "been") {
        let after = skip(tokens, sentence, next + 1);
        if after < sentence.end && (is_done(tokens, after) || tokens.word(after).can(Form::Gerund)) {
            passive = is_done(tokens, after);
            next = after;
        }
    }
    let is_verb = next < sentence.end
        && (passive
            || tokens.word(next).can(Form::Base)
            || tokens.word(next).usually_verb()
            || tokens.word(next).any(&[Class::Be, Class::Have]));
    let head = if is_verb { next } else { at };
    Verb { passive, ..verb(tokens, at..head + 1, head, tense) }
}

/// "He'd been dropped", "she'd gone": before a participle that is no base form, `'d` is "had".
fn is_had(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    let next = skip(tokens, sentence, at + 1);
    let word = tokens.word(next);
    next < sentence.end && word.can(Form::Participle) && !word.can(Form::Base)
}

fn infinitive(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Verb> {
    let either = usize::from(tokens.folded(at + 1) == "either");
    let mut next = skip(tokens, sentence, at + 1 + either);
    if next >= sentence.end
        || !(tokens.all[next].shape == Shape::Small || tokens.all[next].is_word() && tokens.word(next).usual == b'v')
    {
        return None;
    }
    let word = tokens.word(next);
    if !(word.can(Form::Base) || word.any(&[Class::Be, Class::Have, Class::Do])) {
        return None;
    }
    // "Came to aid of the town", "wrote to Lynch".
    let named = tokens.all[next].is_capital() && tokens.all[at].shape == Shape::Small;
    let of = tokens.folded(next + 1) == "of" && !word.usually_verb();
    if named || word.can(Form::Noun) && !word.usually_verb() && (!takes_object(tokens, next + 1) || of) {
        return None;
    }
    let mut passive = false;
    let mut tense = Tense::Infinitive;
    if tokens.folded(next) == "have" && tokens.word(next + 1).can(Form::Participle) && next + 1 < sentence.end {
        tense = Tense::PastPerfect;
        next += 1;
    } else if tokens.folded(next) == "be" {
        let after = skip(tokens, sentence, next + 1);
        if after < sentence.end && (is_done(tokens, after) || tokens.word(after).can(Form::Gerund)) {
            passive = is_done(tokens, after);
            next = after;
        }
    }
    Some(Verb { passive, ..verb(tokens, at..next + 1, next, tense) })
}

fn have(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Verb {
    let past = matches!(tokens.folded(at), "had" | "hadn't" | "'d");
    let next = skip(tokens, sentence, at + 1);
    let (perfect, simple) =
        if past { (Tense::PastPerfect, Tense::Past) } else { (Tense::PresentPerfect, Tense::Present) };
    if next >= sentence.end {
        return verb(tokens, at..at + 1, at, simple);
    }
    if tokens.folded(next) == "been" {
        let after = skip(tokens, sentence, next + 1);
        let word = tokens.word(after);
        if after < sentence.end && word.can(Form::Gerund) && !word.can(Form::Noun) | tokens.ends(after, b"ing") {
            let tense = if past { Tense::PastPerfect } else { Tense::Progressive };
            return verb(tokens, at..after + 1, after, tense);
        }
        if after < sentence.end && is_done(tokens, after) {
            return Verb { passive: true, ..verb(tokens, at..after + 1, after, perfect) };
        }
        return verb(tokens, at..next + 1, next, perfect);
    }
    // "Had stayed", "has learned": the table has other participles of some, and no forms of many.
    let regular = tokens.ends(next, b"ed") && (tokens.word(next).is_formless() || tokens.word(next).can(Form::Past));
    if (tokens.word(next).can(Form::Participle) || regular) && !tokens.word(next).is(Class::Determiner) {
        return verb(tokens, at..next + 1, next, perfect);
    }
    if tokens.folded(next) == "to" && tokens.word(next + 1).can(Form::Base) && next + 1 < sentence.end {
        return verb(tokens, at..next + 2, next + 1, if past { Tense::Past } else { Tense::Modal });
    }
    verb(tokens, at..at + 1, at, simple)
}

fn be(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Verb {
    let past = matches!(tokens.folded(at), "was" | "were" | "wasn't" | "weren't");
    let (simple, progressive) =
        if past { (Tense::Past, Tense::PastProgressive) } else { (Tense::Present, Tense::Progressive) };
    let next = skip(tokens, sentence, at + 1);
    if next >= sentence.end {
        return verb(tokens, at..at + 1, at, simple);
    }
    let word = tokens.word(next);
    let folded = tokens.folded(next);
    // "The goal is to hold the town".
    let aim =
        ["aim", "goal", "objective", "purpose", "idea", "hope", "task", "challenge", "job", "intention", "priority"];
    let is_aim = folded == "to" && at > sentence.start && aim.contains(&tokens.folded(at - 1));
    if let Some(head) = ahead(tokens, sentence, next).filter(|_| !is_aim) {
        let after = skip(tokens, sentence, head + 1);
        let passive = tokens.folded(head) == "be" && after < sentence.end && is_done(tokens, after);
        let head = if passive { after } else { head };
        return verb(tokens, at..head + 1, head, if past { Tense::Modal } else { Tense::Future });
    }
    // "Is being actively used".
    let done = skip(tokens, sentence, next + 1);
    if folded == "being" && done < sentence.end && is_done(tokens, done) {
        return Verb { passive: true, ..verb(tokens, at..done + 1, done, progressive) };
    }
    if word.can(Form::Gerund) && !(word.can(Form::Adjective) && word.usual == b'a') {
        return verb(tokens, at..next + 1, next, progressive);
    }
    if is_done(tokens, next) && tokens.all[next].shape == Shape::Small {
        return Verb { passive: true, ..verb(tokens, at..next + 1, next, simple) };
    }
    verb(tokens, at..at + 1, at, simple)
}

/// "(is) to meet", "due to arrive", "scheduled to meet", "going to win": returns the place of the verb that lies ahead.
fn ahead(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<usize> {
    let to = if tokens.folded(at) == "to" {
        at
    } else {
        let word = tokens.folded(at);
        let opens = matches!(
            word,
            "due"
                | "set"
                | "scheduled"
                | "slated"
                | "forecast"
                | "poised"
                | "going"
                | "about"
                | "expected"
                | "likely"
                | "ready"
                | "bound"
                | "planning"
                | "supposed"
                | "preparing"
        );
        let to = when(tokens, sentence, at + 1);
        if !opens || to >= sentence.end || tokens.folded(to) != "to" {
            return None;
        }
        to
    };
    let verb = skip(tokens, sentence, to + 1);
    let word = tokens.word(verb);
    (verb < sentence.end && (word.can(Form::Base) || word.is(Class::Be))).then_some(verb)
}

/// "(set) on Thursday (to vote)": skips a day that stands between, and returns the next place.
fn when(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> usize {
    let opens = |at: usize| matches!(tokens.folded(at), "on" | "later" | "early" | "late" | "this" | "next");
    let day = |at: usize| {
        let word = tokens.word(at);
        word.is(Class::Weekday) || matches!(tokens.folded(at), "today" | "tomorrow" | "week" | "month" | "year")
    };
    let start = (at..sentence.end.min(at + 3)).find(|at| !opens(*at)).unwrap_or(at);
    if start < sentence.end && day(start) { start + 1 } else { at }
}

fn do_support(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Verb {
    let past = matches!(tokens.folded(at), "did" | "didn't");
    let next = skip(tokens, sentence, at + 1);
    let tense = if past { Tense::Past } else { Tense::Present };
    let base = next < sentence.end && tokens.word(next).can(Form::Base) && tokens.all[next].shape == Shape::Small;
    let head = if base { next } else { at };
    verb(tokens, at..head + 1, head, tense)
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    /// Checks the verb groups of a sentence and their tenses.
    pub fn check(text: &str, expected: &[(&str, Tense)]) {
        let lexicon = Lexicon::new();
        let mut tokens = Tokens::new(text);
        let sentence = tokens.cut(0..text.len(), &lexicon);
        let found: Vec<_> =
            verbs(&tokens, sentence).into_iter().map(|verb| (tokens.slice(verb.group), verb.tense)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_no_table_has_is_done_behind_be() {
        check("The mayor will be inaugurated on Monday.", &[("will be inaugurated", Tense::Future)]);
        check("The mayor has been extradited to Oslo.", &[("has been extradited", Tense::PresentPerfect)]);
        check("The mayor is to be extradited to Oslo.", &[("is to be extradited", Tense::Future)]);
        check(
            "Oslo asked for him to be extradited.",
            &[("asked", Tense::Past), ("to be extradited", Tense::Infinitive)],
        );
        check("Junior doctors in Norway will strike on Monday.", &[("will strike", Tense::Future)]);
    }

    #[test]
    fn groups_and_tenses() {
        check("Hansen got caught in a storm.", &[("got caught", Tense::Past)]);
        check("Hansen on Monday held calls with Berg.", &[("held", Tense::Past)]);
        check("Officers rallied outside Ministry headquarters on Monday.", &[("rallied", Tense::Past)]);
        check("A gunman shot two people.", &[("shot", Tense::Past)]);
        check("A man shot two days ago died.", &[("died", Tense::Past)]);
        use Tense::*;
        check(
            "Russian forces had struck a dam, disrupting a route used by troops.",
            &[("had struck", PastPerfect), ("disrupting", Participle), ("used", Participle)],
        );
        check("He is due to arrive in London on Monday.", &[("is due to arrive", Future)]);
        check("The court is set on Monday to rule.", &[("is set on Monday to rule", Future)]);
        check("The minister did not say when talks would resume.", &[("did not say", Past), ("would resume", Modal)]);
        check("Troops killed in the attack were buried.", &[("killed", Participle), ("were buried", Past)]);
        check(
            "Officials say the army has been shelling the town.",
            &[("say", Present), ("has been shelling", Progressive)],
        );
        check("The town was last hit by floods in May.", &[("was last hit", Past)]);
        check("The river burst its banks.", &[("burst", Past)]);
        check("Somali pirates on Monday left.", &[("left", Past)]);
        check("The bureau, which monitors piracy, said so.", &[("monitors", Present), ("said", Past)]);
        check("The blast in Oslo, the capital, killed at least ten people.", &[("killed", Past)]);
        check(
            "Mohamed Karim carried out the raid after being freed.",
            &[("carried", Past), ("being freed", Participle)],
        );
        check("Johan Hansen, a trader seized in Oslo, was freed.", &[("seized", Participle), ("was freed", Past)]);
        check("Olga Berg grilled the envoy.", &[("grilled", Past)]);
        check("He spoke of her collapsed house.", &[("spoke", Past)]);
        check("They seized a ship that might be sold.", &[("seized", Past), ("might be sold", Modal)]);
        check("Oslo criticized the pact adopted in May.", &[("criticized", Past), ("adopted", Participle)]);
        check("The pact, officially signed by Norway, ended.", &[("signed", Participle), ("ended", Past)]);
        check("Rescue teams arrived.", &[("arrived", Past)]);
        check("Gunmen kill six people.", &[("kill", Present)]);
        check("Polls open in the town on Tuesday.", &[("open", Present)]);
        check("A man appeared in court on Monday charged with theft.", &[("appeared", Past), ("charged", Participle)]);
        check("Guns promised by Iraq had arrived.", &[("promised", Participle), ("had arrived", PastPerfect)]);
        check("The deal finalized in March was signed.", &[("finalized", Participle), ("was signed", Past)]);
        check("Troops had “surrendered” in the town.", &[("had “surrendered", PastPerfect)]);
        check("Iraq shelled a densely populated town.", &[("shelled", Past)]);
        check("Iraq will deploy the newly tested guns.", &[("will deploy", Future)]);
        check("The envoy offered details about the plan he revealed.", &[("offered", Past), ("revealed", Past)]);
        check("He resigned on Monday after the Post reported it.", &[("resigned", Past), ("reported", Past)]);
        check(
            "The envoy had lied, and they have stayed.",
            &[("had lied", PastPerfect), ("have stayed", PresentPerfect)],
        );
        check("Iraq promised to withdraw from the border.", &[("promised", Past), ("to withdraw", Infinitive)]);
        check("On Monday evening the army retook the town.", &[("retook", Past)]);
        check("Plans to fill the stores face another hurdle.", &[("to fill", Infinitive), ("face", Present)]);
        check("Two Norwegian volunteers in Oslo have gone.", &[("have gone", PresentPerfect)]);
        check("The ministry plans to hold a drill in May.", &[("plans", Present), ("to hold", Infinitive)]);
        check("The old plans to cut a tax were dropped.", &[("to cut", Infinitive), ("were dropped", Past)]);
        check("The trial went on until May at which point it ended.", &[("went", Past), ("ended", Past)]);
        check("The envoy, whose name was unknown, set up a firm.", &[("was", Past), ("set", Past)]);
        check("The attacks on Ukraine's ports reports say will go on.", &[("say", Present), ("will go", Future)]);
    }

    #[test]
    fn what_happens_and_who_owns() {
        use Tense::*;
        check("The editor, seized by rebels in May, died of it.", &[("seized", Participle), ("died", Past)]);
        check("The talks met the countries' needs.", &[("met", Past)]);
        check("It caps weeks of talks.", &[("caps", Present)]);
        check("The envoy is willing to go.", &[("is", Present), ("to go", Infinitive)]);
        check("The flaw is being actively used.", &[("is being actively used", Progressive)]);
        check("The raid has somewhat slowed.", &[("has somewhat slowed", PresentPerfect)]);
        check("The minister, Johan Hansen, dented optimism by going.", &[("dented", Past), ("going", Participle)]);
        check("Of all voters, 58 percent overall said they would go.", &[("said", Past), ("would go", Modal)]);
        check("The victim, who came from Oslo, shares a house with him.", &[("came", Past), ("shares", Present)]);
        check("Cases found in the states now resist the drug.", &[("found", Participle), ("resist", Present)]);
        check("They appointed him to the three standing committees.", &[("appointed", Past)]);
        check("He decided to keep a number of U.S. troops there.", &[("decided", Past), ("to keep", Infinitive)]);
        check("The parties dove into the record.", &[("dove", Past)]);
    }

    #[test]
    fn what_stands_behind_an_insertion() {
        use Tense::*;
        check("The office - an outpost of theirs - bustled with guests.", &[("bustled", Past)]);
        check("Olga Berg, the mayor, attacked Hansen.", &[("attacked", Past)]);
        check("The virus, formerly referred to as the flu, grew.", &[("referred", Participle), ("grew", Past)]);
        check(
            "The employee accused of shooting two men, killing one, stays in jail.",
            &[("accused", Participle), ("shooting", Participle), ("killing", Participle), ("stays", Present)],
        );
    }

    #[test]
    fn names_and_nouns_are_no_verbs() {
        use Tense::*;
        check("On Monday, George Will described it.", &[("described", Past)]);
        check("They wrote to Lynch on Monday.", &[("wrote", Past)]);
        check("They came to aid of the town.", &[("came", Past)]);
        check("Although advances in it allowed the war, they left.", &[("allowed", Past), ("left", Past)]);
        check("That puts the town in danger.", &[("puts", Present)]);
        check("The race now moves to Oslo.", &[("moves", Present)]);
        check("There are now fears for the tests.", &[("are", Present)]);
        check("A man shot to death his friend.", &[("shot", Past)]);
    }

    #[test]
    fn what_looks_like_a_noun_or_a_participle() {
        use Tense::*;
        check("The raid, which Oslo denied, cast grave doubts on the deal.", &[("denied", Past), ("cast", Past)]);
        check(
            "Its economy, the second-largest, expanded by a mere 0.4 percent compared with May.",
            &[("expanded", Past), ("compared", Participle)],
        );
        check("Norwegian shelling had stopped it.", &[("had stopped", PastPerfect)]);
        check("Oslo sells armed and unarmed drones.", &[("sells", Present), ("armed", Participle)]);
    }
}
