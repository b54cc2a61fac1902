//! Names in the text: people, bodies and places, from runs of capitalised words.
//!
//! A run is cut at titles ("German Chancellor | Olaf Scholz"), looked up among the user's entities and in the gazetteer,
//! and sorted by what stands in it and before it. A surname stands for the full name the article gave before or after,
//! unless two people share it. Nothing here knows a person: a name nobody has listed is kept as the article spells it.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::gazetteer::Gazetteer;
use super::lexicon::Class;
use super::naming::sort_run;
use super::stamp::{without_agency, without_stamp};
use super::token::{Shape, Tokens};
use crate::model::{Entity, EntityKind};
use crate::text;

/// A name in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub tokens: Range<usize>,
    pub kind: NameKind,
    /// The fullest form known in the article, or the entity's own name.
    pub full: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NameKind {
    Person,
    Body,
    Place,
    /// A country: a place after "in", an actor before a verb.
    Country,
    /// "Russian forces".
    Group,
}

/// The user's entities, ready to be looked up word by word.
#[derive(Debug, Default)]
pub(super) struct Aliases {
    /// By first folded word: the rest of the words, the name, the kind.
    spellings: HashMap<String, Vec<(Vec<String>, String, NameKind)>>,
}

impl Aliases {
    pub fn new(entities: &[Entity]) -> Self {
        let mut spellings: HashMap<String, Vec<(Vec<String>, String, NameKind)>> = HashMap::new();
        for entity in entities.iter().filter(|entity| entity.kind != EntityKind::Office) {
            let kind = match entity.kind {
                EntityKind::Person => NameKind::Person,
                EntityKind::Place => NameKind::Place,
                EntityKind::Body | EntityKind::Office => NameKind::Body,
            };
            for spelling in entity.aliases.iter().chain([&entity.name]) {
                let folded = text::fold(spelling);
                let mut words = folded.split_whitespace().map(str::to_owned);
                let Some(first) = words.next() else { continue };
                spellings.entry(first).or_default().push((words.collect(), entity.name.clone(), kind));
            }
        }
        spellings.values_mut().for_each(|list| list.sort_by_key(|(rest, ..)| std::cmp::Reverse(rest.len())));
        Self { spellings }
    }

    /// Returns the longest entity whose words stand at `at`: the end, the name, the kind.
    fn at(&self, tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<(usize, &str, NameKind)> {
        let list = self.spellings.get(tokens.folded(at))?;
        list.iter().find_map(|(rest, name, kind)| {
            let end = at + 1 + rest.len();
            let fits =
                end <= sentence.end && rest.iter().enumerate().all(|(i, word)| tokens.folded(at + 1 + i) == word);
            fits.then_some((end, name.as_str(), *kind))
        })
    }
}

/// Returns the names of a sentence in order, as written; [`Surnames`] completes them over the article.
pub(super) fn names(tokens: &Tokens, sentence: Range<usize>, aliases: &Aliases, gazetteer: &Gazetteer) -> Vec<Name> {
    let mut found = Vec::new();
    // "JERUSALEM (AP)_ Police said".
    let shouted = sentence.start < sentence.end && tokens.all[sentence.start].shape == Shape::Capitals;
    let agency = if shouted { without_agency(tokens, &sentence) } else { None };
    let sentence = agency.unwrap_or_else(|| without_stamp(tokens, sentence));
    let mut at = sentence.start;
    while at < sentence.end {
        // Only a spelling of the user's makes a name of small letters.
        if aliases.spellings.is_empty() && !tokens.all[at].is_capital() {
            at += 1;
            continue;
        }
        if let Some((end, name, kind)) = aliases.at(tokens, &sentence, at) {
            found.push(Name { tokens: at..end, kind, full: name.to_owned() });
            at = end;
            continue;
        }
        let Some(run) = run_at(tokens, &sentence, at) else {
            at += 1;
            continue;
        };
        at = run.end;
        // "RAIN ON THE COAST The mayor left": a heading is nobody.
        if run.len() > 2 && run.clone().all(|at| tokens.all[at].shape == Shape::Capitals) {
            continue;
        }
        sort_run(tokens, &sentence, run, gazetteer, &mut found);
    }
    found
}

/// The names of every sentence; those of headings are not read.
pub(super) fn all_names(
    tokens: &Tokens,
    ranges: &[Range<usize>],
    prose: impl Fn(usize) -> bool,
    aliases: &Aliases,
    gazetteer: &Gazetteer,
) -> Vec<Vec<Name>> {
    let read = |(at, range): (usize, &Range<usize>)| {
        let words = if prose(at) { range.clone() } else { range.end..range.end };
        names(tokens, words, aliases, gazetteer)
    };
    let mut named = ranges.iter().enumerate().map(read).collect::<Vec<_>>();
    let surnames = Surnames::of(&named);
    for (at, range) in ranges.iter().enumerate().filter(|(at, _)| prose(*at)) {
        surnames.add_opening(tokens, range, &mut named[at]);
    }
    surnames.resolve(&mut named);
    named
}

/// The full names of an article by their last words: one each, or none where two share it.
struct Surnames(HashMap<String, Option<(String, NameKind)>>);

impl Surnames {
    fn of(sentences: &[Vec<Name>]) -> Self {
        let mut by_last: HashMap<String, Option<(String, NameKind)>> = HashMap::new();
        for name in sentences.iter().flatten().filter(|name| matches!(name.kind, NameKind::Person | NameKind::Body)) {
            let (mut count, mut last) = (0, "");
            name.full.split_whitespace().for_each(|word| (count, last) = (count + 1, word));
            if count < 2 || name.kind == NameKind::Body && (count > 3 || CHAMBERS.contains(&last)) {
                continue;
            }
            let full = (name.full.clone(), name.kind);
            match by_last.get_mut(last) {
                None => drop(by_last.insert(last.to_owned(), Some(full))),
                Some(known) => {
                    *known = known.take().and_then(|known| match () {
                        () if known.0 == full.0 || is_surname(&full.0, &known.0) => Some(known),
                        () => is_surname(&known.0, &full.0).then_some(full),
                    });
                }
            }
        }
        Self(by_last)
    }

    /// Adds a person whose surname opens a sentence and is a word of English too: "Brown said".
    fn add_opening(&self, tokens: &Tokens, sentence: &Range<usize>, names: &mut Vec<Name>) {
        let at = sentence.start;
        let is_free = names.first().is_none_or(|name| name.tokens.start > at + 1);
        let word = at + 1 < sentence.end && is_free && tokens.all[at].shape == Shape::Capital;
        if !word || tokens.word(at).is(Class::Stop) {
            return;
        }
        let next = tokens.word(at + 1);
        let goes_on = next.usually_verb() && !tokens.ends(at + 1, b"s")
            || next.any(&[Class::Be, Class::Have, Class::Modal, Class::Saying, Class::Adverb])
            || matches!(tokens.folded(at + 1), "'s" | ",");
        match self.0.get(tokens.written(at)) {
            Some(Some((full, NameKind::Person))) if goes_on => {
                names.insert(0, Name { tokens: at..at + 1, kind: NameKind::Person, full: full.clone() });
            }
            _ => {}
        }
    }

    /// Lets surnames stand for the full names of the article, wherever that is certain.
    fn resolve(&self, sentences: &mut [Vec<Name>]) {
        for name in sentences.iter_mut().flatten() {
            if matches!(name.kind, NameKind::Country | NameKind::Group) {
                continue;
            }
            let last = name.full.rsplit(' ').next().unwrap_or(&name.full);
            let Some(Some((full, kind))) = self.0.get(last) else { continue };
            if !name.full.contains(' ') || is_surname(&name.full, full) {
                (name.full, name.kind) = (full.clone(), *kind);
            }
        }
    }
}

/// Bodies that one word names: "the House" is not the White House of the same article.
const CHAMBERS: [&str; 3] = ["House", "Senate", "Congress"];

/// Whether a name is the surname of another and opens a sentence: "Von der Leyen", elsewhere "Ursula von der Leyen".
fn is_surname(name: &str, full: &str) -> bool {
    let first = full.len().checked_sub(name.len()).filter(|first| *first > 0 && full.is_char_boundary(*first));
    let tail = first.filter(|first| full[..*first].ends_with(' ')).map_or("", |first| &full[first..]);
    tail != name && tail.eq_ignore_ascii_case(name)
}

/// Returns the run of capitalised words that begins at `at`.
fn run_at(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Range<usize>> {
    if !may_open(tokens, sentence, at) {
        return None;
    }
    let mut end = at + 1;
    while end < sentence.end {
        // "William J. Burns": the dot after an initial does not end a name.
        let initial = tokens.folded(end) == "." && tokens.all[end - 1].width == 1;
        // "The Donetsk People's Republic".
        let people = tokens.folded(end) == "'s" && matches!(tokens.folded(end - 1), "people" | "peoples");
        let initial = initial || people;
        // "PASSENGERS FLED The mayor": a heading in capitals and what follows on it.
        let heading = tokens.all[end - 1].shape == Shape::Capitals
            && tokens.all[end].shape == Shape::Capital
            && tokens.word(end).is(Class::Determiner);
        if heading {
            break;
        }
        if is_name_word(tokens, end) || initial && end + 1 < sentence.end && is_name_word(tokens, end + 1) {
            end += 1;
            continue;
        }
        let mut next = end;
        while next < sentence.end && next < end + 3 && tokens.word(next).is(Class::Particle) {
            next += 1;
        }
        // "The Institute for the Study of War", "the Organization for Security and Cooperation".
        let purpose = (at..end).any(|at| tokens.folded(at) == "for");
        next += usize::from(tokens.folded(end) == "for" && tokens.folded(next) == "the");
        if purpose && tokens.folded(end) == "and" {
            next = end + 1;
        }
        let links = next > end && next < sentence.end && is_name_word(tokens, next);
        let of = matches!(tokens.folded(end), "of" | "for");
        // "President of France" is one run; "Paris of Monday" is not, nor is "Scholz of Germany".
        let owns = purpose && tokens.folded(end) == "of"
            || tokens.word(end - 1).any(&[Class::Body, Class::Title])
            || tokens.folded(end - 1) == "states";
        if !links || of && !owns {
            break;
        }
        end = next + 1;
    }
    Some(at..end)
}

fn is_name_word(tokens: &Tokens, at: usize) -> bool {
    let token = &tokens.all[at];
    token.is_capital()
        && !token.word.any(&[Class::Weekday])
        && !(token.word.is(Class::Month) && tokens.folded(at).len() > 2 && follows_date(tokens, at))
        && tokens.folded(at) != "i"
}

/// "May 5", "5 May": a month rather than a name.
fn follows_date(tokens: &Tokens, at: usize) -> bool {
    let number =
        |at: Option<usize>| at.and_then(|at| tokens.all.get(at)).is_some_and(|token| token.shape == Shape::Number);
    tokens.folded(at) != "may" && tokens.folded(at) != "march"
        || number(Some(at + 1))
        || number(at.checked_sub(1))
        || at > 0
            && matches!(
                tokens.folded(at - 1),
                "in" | "since" | "until" | "by" | "last" | "early" | "late" | "mid" | "of" | "this" | "next" | "from"
            )
}

/// A capitalised word can open a name unless it only opens the sentence.
fn may_open(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> bool {
    if !is_name_word(tokens, at) {
        return false;
    }
    let token = tokens.all[at];
    let word = token.word;
    if word.any(&[
        Class::Determiner,
        Class::Pronoun,
        Class::Preposition,
        Class::Conjunction,
        Class::Subordinator,
        Class::Relative,
    ]) && token.shape != Shape::Capitals
    {
        return false;
    }
    let opens =
        at == sentence.start || tokens.all[at - 1].shape == Shape::Mark && !matches!(tokens.folded(at - 1), "," | "-");
    if !opens || token.shape == Shape::Capitals {
        return true;
    }
    let next_is_name = at + 1 < sentence.end && is_name_word(tokens, at + 1);
    let ordinary = word.usual != 0 && word.usual != b'x'
        || word.any(&[Class::Adverb, Class::Be, Class::Have, Class::Do, Class::Modal, Class::Number]);
    // "Downing Street said".
    let ground = next_is_name && tokens.word(at + 1).is(Class::Ground);
    !ordinary || ground || (next_is_name && !word.usually_verb() && word.usual != b'r') || word.is(Class::Title)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::super::sample;
    use super::*;

    #[test]
    fn what_only_describes_is_no_name() {
        check("The Russian-occupied town of Kherson fell.", &[("Kherson", NameKind::Place)]);
        check("They asked for talks under Article 4.", &[]);
        check("Seven European ministers left.", &[]);
    }

    #[test]
    fn a_day_a_law_a_weapon_and_an_exclamation_are_nobody() {
        check("They marked Victory Day, and Sorry was what God heard.", &[]);
        check("They sent Kite mobile artillery guns and a Sierra Leone-flagged ship.", &[]);
        check("They fired an S-300 and Kestrel rockets under the Secrets Act.", &[]);
    }

    #[test]
    fn what_stands_around_a_name_is_nobody() {
        check(
            "New York-based Aurelia Corp. left Oslo.",
            &[("Aurelia Corp", NameKind::Body), ("Oslo", NameKind::Place)],
        );
        check("Ann Roe (D-Calif.) left at 5 p.m. ET.", &[("Ann Roe", NameKind::Person)]);
        check("OSLO (AP)_ Top Israeli officials left on TV.", &[("Israeli officials", NameKind::Group)]);
        check("RAIN ON THE COAST The Norwegian left.", &[]);
        check("The October-to-December sales fell on Mondays.", &[]);
        check(
            "Mr Roe, an MP for the Lake District, left.",
            &[("Roe", NameKind::Person), ("Lake District", NameKind::Place)],
        );
    }

    #[test]
    fn a_state_in_short_is_a_place() {
        use NameKind::*;
        check(
            "They left Salem, Ore., and Lowell, MA, for N.H.",
            &[
                ("Salem", Place),
                ("Oregon", Place),
                ("Lowell", Place),
                ("Massachusetts", Place),
                ("New Hampshire", Place),
            ],
        );
        check("They left, Will said.", &[]);
    }

    #[test]
    fn a_surname_that_is_a_word_opens_a_sentence() {
        let who = |text: &str| {
            let found = sample::mentions("2024-03-20", text);
            found.last().map(|mention| mention.who.clone()).unwrap_or_default()
        };
        assert_eq!(who("Ann Brown left on Monday. Brown met Ali Karim."), ["Ann Brown", "Ali Karim"]);
        assert_eq!(who("Ann Brown left on Monday. Brown bread was baked for Ali Karim."), ["Ali Karim"]);
    }

    #[test]
    fn a_surname_of_several_words_stands_for_its_person() {
        let found =
            sample::mentions("2024-03-20", "Ann van der Roe met Ali Karim on Monday. Van der Roe left Oslo on Monday.");
        let who: Vec<&[String]> = found.iter().filter(|one| one.listed).map(|one| one.who.as_slice()).collect();
        assert_eq!(who, [&["Ann van der Roe".to_owned(), "Ali Karim".to_owned()][..], &["Ann van der Roe".to_owned()]]);
        check(
            "House Speaker Ann Roe left for the White House.",
            &[("House", NameKind::Body), ("Ann Roe", NameKind::Person), ("White House", NameKind::Body)],
        );
    }

    #[test]
    fn what_only_opens_a_sentence_is_no_part_of_a_name() {
        use NameKind::*;
        check("Retaking Kherson is hard.", &[("Kherson", Place)]);
        check("Unlike Germany, they paid.", &[("Germany", Country)]);
        check("Driver Leonid Karimoglu won.", &[("Leonid Karimoglu", Person)]);
        check("ANNA ROE And they left.", &[]);
        check("They met in Kyiv Oleh Harasymchuk said.", &[("Oleh Harasymchuk", Person)]);
    }

    #[test]
    fn long_names_are_whole() {
        use NameKind::*;
        check("The Institute for the Study of War left.", &[("Institute for the Study of War", Body)]);
        check(
            "It asked the Organization for Security and Cooperation.",
            &[("Organization for Security and Cooperation", Body)],
        );
        check("Secretary of State Anna J. Roe left.", &[("Anna J. Roe", Person)]);
        check("Defense Secretary Karl Berg left.", &[("Karl Berg", Person)]);
    }

    #[test]
    fn of_a_people_only_who_acts_for_it_counts() {
        use NameKind::Group;
        check(
            "The Polish prime minister met French officials.",
            &[("Polish prime minister", Group), ("French officials", Group)],
        );
        check("A German bank paid a Russian soldier.", &[]);
        check(
            "The German economic ministry met the Polish foreign minister.",
            &[("German economic ministry", Group), ("Polish foreign minister", Group)],
        );
    }

    fn check(text: &str, expected: &[(&str, NameKind)]) {
        let (lexicon, gazetteer) = (Lexicon::new(), Gazetteer::new());
        let mut tokens = Tokens::new(text);
        let range = tokens.cut(0..text.len(), &lexicon);
        let mut found = [names(&tokens, range, &Aliases::default(), &gazetteer)];
        Surnames::of(&found).resolve(&mut found);
        let found: Vec<_> = found[0].iter().map(|name| (name.full.as_str(), name.kind)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn titles_and_roles_are_not_names() {
        use NameKind::*;
        check(
            "The meeting includes German Chancellor Olaf Scholz and European Commission President Ursula von der Leyen.",
            &[("Olaf Scholz", Person), ("European Commission", Body), ("Ursula von der Leyen", Person)],
        );
        check(
            "On Tuesday, the Russian Defense Ministry said Mr. Scholz met Olaf Scholz in Kyiv.",
            &[("Russian Defense Ministry", Body), ("Olaf Scholz", Person), ("Olaf Scholz", Person), ("Kyiv", Place)],
        );
        check("The envoys of the U.S. left Kyiv.", &[("US", Country), ("Kyiv", Place)]);
        check("Downing Street said no.", &[("Downing Street", Place)]);
        check(
            "Russian forces struck Ukraine’s Kharkiv region.",
            &[("Russian forces", Group), ("Ukraine", Country), ("Kharkiv", Place)],
        );
    }
}
