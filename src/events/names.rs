//! Names in the text: people, bodies and places, from runs of capitalised words.
//!
//! A run is cut at titles ("German Chancellor | Olaf Scholz"), looked up among the user's entities and in the gazetteer,
//! and sorted by what stands in it and before it. A surname stands for the full name the article gave before or after,
//! unless two people share it. Nothing here knows a person: a name nobody has listed is kept as the article spells it.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::gazetteer::{Gazetteer, Sort};
use super::lexicon::{Class, Form};
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

/// Returns the names of a sentence in order, as written; [`resolve`] completes them over the article.
pub(super) fn names(tokens: &Tokens, sentence: Range<usize>, aliases: &Aliases, gazetteer: &Gazetteer) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
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
    resolve(&mut named);
    named
}

/// Lets surnames stand for the full names of the article, wherever that is certain.
pub(super) fn resolve(sentences: &mut [Vec<Name>]) {
    let mut by_last: HashMap<String, Option<(String, NameKind)>> = HashMap::new();
    for name in sentences.iter().flatten().filter(|name| matches!(name.kind, NameKind::Person | NameKind::Body)) {
        let words: Vec<&str> = name.full.split_whitespace().collect();
        if words.len() < 2 || name.kind == NameKind::Body && words.len() > 3 {
            continue;
        }
        let last = words[words.len() - 1].to_owned();
        let full = (name.full.clone(), name.kind);
        by_last
            .entry(last)
            .and_modify(|known| {
                if known.as_ref().is_some_and(|known| known.0 != full.0) {
                    *known = None
                }
            })
            .or_insert(Some(full));
    }
    for name in sentences.iter_mut().flatten() {
        if name.full.contains(' ') || matches!(name.kind, NameKind::Country | NameKind::Group) {
            continue;
        }
        if let Some(Some((full, kind))) = by_last.get(&name.full) {
            (name.full, name.kind) = (full.clone(), *kind);
        }
    }
}

/// Returns the run of capitalised words that begins at `at`.
fn run_at(tokens: &Tokens, sentence: &Range<usize>, at: usize) -> Option<Range<usize>> {
    if !may_open(tokens, sentence, at) {
        return None;
    }
    let mut end = at + 1;
    while end < sentence.end {
        // "William J. Burns": the dot after an initial does not end a name.
        let initial = tokens.folded(end) == "." && tokens.folded(end - 1).chars().count() == 1;
        if is_name_word(tokens, end) || initial && end + 1 < sentence.end && is_name_word(tokens, end + 1) {
            end += 1;
            continue;
        }
        let mut next = end;
        while next < sentence.end && next < end + 3 && tokens.word(next).is(Class::Particle) {
            next += 1;
        }
        let links = next > end && next < sentence.end && is_name_word(tokens, next);
        let of = matches!(tokens.folded(end), "of" | "for");
        // "President of France" is one run; "Paris of Monday" is not, nor is "Scholz of Germany".
        if !links
            || (of && !tokens.word(end - 1).any(&[Class::Body, Class::Title]) && tokens.folded(end - 1) != "states")
        {
            break;
        }
        end = next + 1;
    }
    Some(at..end)
}

fn is_name_word(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.all[at];
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
        || at > 0 && tokens.folded(at - 1) == "in"
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
    !ordinary || (next_is_name && !word.usually_verb() && word.usual != b'r') || word.is(Class::Title)
}

/// Cuts a run at its titles and adds what it holds.
fn sort_run(tokens: &Tokens, sentence: &Range<usize>, run: Range<usize>, gazetteer: &Gazetteer, found: &mut Vec<Name>) {
    let whole = tokens.slice(run.clone());
    if let Some(place) = gazetteer.get(whole) {
        add_place(tokens, sentence, run, place.sort, found);
        return;
    }
    let is_title = |at: usize| tokens.word(at).is(Class::Title) || tokens.folded(at).ends_with("-general");
    let titles: Vec<usize> = run.clone().filter(|at| is_title(*at)).collect();
    let ends_in_body = tokens.word(run.end - 1).is(Class::Body) && !is_title(run.end - 1);
    if let (Some(first), Some(last), false) = (titles.first(), titles.last(), ends_in_body) {
        if *last + 1 < run.end {
            let from = last + 1 + usize::from(tokens.folded(last + 1) == "of" && last + 2 < run.end);
            let after_of = from > last + 1;
            if *first > run.start {
                add_plain(tokens, sentence, run.start..*first, gazetteer, found);
            }
            if after_of {
                add_plain(tokens, sentence, from..run.end, gazetteer, found);
            } else {
                push(tokens, last + 1..run.end, NameKind::Person, found);
            }
        } else if *first > run.start {
            add_plain(tokens, sentence, run.start..*first, gazetteer, found);
        }
        return;
    }
    add_plain(tokens, sentence, run, gazetteer, found);
}

/// Adds a run without titles: "Russian", "Bryansk", "Defense Ministry", "Keith Kellogg".
fn add_plain(
    tokens: &Tokens,
    sentence: &Range<usize>,
    run: Range<usize>,
    gazetteer: &Gazetteer,
    found: &mut Vec<Name>,
) {
    let mut run = run;
    // "Seven European" opens a sentence; "Russian-held Kherson" is Kherson.
    let counts =
        |at: usize| at == sentence.start && tokens.word(at).is(Class::Number) && tokens.all[at].shape == Shape::Capital;
    if run.len() > 1 && (counts(run.start) || describes(tokens, run.start)) {
        run.start += 1;
    }
    if let Some(place) = gazetteer.get(tokens.slice(run.clone())) {
        return add_place(tokens, sentence, run, place.sort, found);
    }
    let first_is_people = gazetteer.is_people(tokens.written(run.start));
    let body = run.clone().any(|at| tokens.word(at).is(Class::Body) || matches!(tokens.folded(at), "of" | "for"))
        || tokens.all[run.start].shape == Shape::Capitals && run.len() == 1;
    if first_is_people && !body && run.len() > 1 {
        run.start += 1;
    }
    let region = tokens.word(run.end).is(Class::Ground)
        || run.clone().any(|at| tokens.word(at).any(&[Class::Ground, Class::Side]));
    let after_place_word =
        run.start > sentence.start && matches!(tokens.folded(run.start - 1), "in" | "at" | "near" | "outside");
    let kind = if body {
        NameKind::Body
    } else if region || (after_place_word && run.len() == 1) {
        NameKind::Place
    } else {
        NameKind::Person
    };
    push(tokens, run, kind, found);
}

fn add_place(tokens: &Tokens, sentence: &Range<usize>, run: Range<usize>, sort: Sort, found: &mut Vec<Name>) {
    let kind = match sort {
        Sort::Country => NameKind::Country,
        Sort::Town | Sort::State => NameKind::Place,
        Sort::People => {
            let next = run.end;
            let group = next < sentence.end
                && tokens.all[next].shape == Shape::Small
                && tokens.word(next).any(&[Class::Person, Class::Body, Class::Title, Class::Troop]);
            if group {
                return push(tokens, run.start..next + 1, NameKind::Group, found);
            }
            return;
        }
    };
    push(tokens, run, kind, found);
}

fn push(tokens: &Tokens, run: Range<usize>, kind: NameKind, found: &mut Vec<Name>) {
    if run.is_empty() || run.len() > 8 {
        return;
    }
    if run.len() == 1 && (tokens.word(run.start).is(Class::Region) || describes(tokens, run.start)) {
        return;
    }
    let only_common = run.len() == 1
        && tokens.all[run.start].shape == Shape::Capital
        && tokens.word(run.start).any(&[Class::Stop, Class::Number]);
    if only_common {
        return;
    }
    let full = tokens.slice(run.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
    // "U.S." and "US" are one name.
    let full =
        if run.len() == 1 && tokens.all[run.start].shape == Shape::Capitals { full.replace('.', "") } else { full };
    found.push(Name { tokens: run, kind, full });
}

/// "Russian-occupied", "Article 5", "@karim": what only tells of which sort, which part or which account something is.
fn describes(tokens: &Tokens, at: usize) -> bool {
    let compound = tokens.written(at).rsplit_once('-').is_some_and(|(_, last)| last.starts_with(char::is_lowercase));
    let counted = tokens.word(at).can(Form::Noun)
        && tokens.all[at].shape == Shape::Capital
        && tokens.all.get(at + 1).is_some_and(|next| next.shape == Shape::Number);
    let account = at > 0 && matches!(tokens.written(at - 1), "@" | "#" | "/");
    compound || counted || account
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    #[test]
    fn what_only_describes_is_no_name() {
        check("The Russian-occupied town of Kherson fell.", &[("Kherson", NameKind::Place)]);
        check("They asked for talks under Article 4.", &[]);
        check("Seven European ministers left.", &[]);
    }

    fn check(text: &str, expected: &[(&str, NameKind)]) {
        let (lexicon, gazetteer) = (Lexicon::new(), Gazetteer::new());
        let mut tokens = Tokens::new(text);
        let range = tokens.cut(0..text.len(), &lexicon);
        let mut found = [names(&tokens, range, &Aliases::default(), &gazetteer)];
        resolve(&mut found);
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
        check(
            "Russian forces struck Ukraine’s Kharkiv region.",
            &[("Russian forces", Group), ("Ukraine", Country), ("Kharkiv", Place)],
        );
    }
}
