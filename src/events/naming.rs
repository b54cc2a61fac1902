//! What a run of capitalised words names: people, bodies, places, or nothing.
//!
//! A run is cut at titles, departments and datelines, and what is left is sorted by the gazetteer and by the words in it
//! and beside it. Days, laws, weapons and exclamations have capitals too and name nobody; of the people of a country only
//! those count that act for it ("French officials", not "a French bank").

use std::ops::Range;

use super::gazetteer::{Gazetteer, Sort};
use super::lexicon::{Class, Form};
use super::names::{Name, NameKind};
use super::token::{Shape, Tokens};

/// Cuts a run at its titles and adds what it holds.
pub(super) fn sort_run(
    tokens: &Tokens,
    sentence: &Range<usize>,
    run: Range<usize>,
    gazetteer: &Gazetteer,
    found: &mut Vec<Name>,
) {
    if let Some(state) = state(tokens, sentence, &run) {
        return found.push(Name { tokens: run, kind: NameKind::Place, full: state.to_owned() });
    }
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
            let of = matches!(tokens.folded(last + 1), "of" | "for") && last + 2 < run.end;
            // "Secretary of State Ann Roe": the office goes with its title.
            let of_more = of && last + 3 < run.end;
            let office = of_more && is_office(tokens, last + 2);
            let the = of_more && tokens.word(last + 2).is(Class::Determiner);
            let from = last + 1 + usize::from(of) + usize::from(office || the);
            if *first > run.start && !is_office(tokens, run.start) {
                add_plain(tokens, sentence, run.start..*first, gazetteer, found);
            }
            if office {
                push(tokens, from..run.end, NameKind::Person, found);
            } else if of {
                add_plain(tokens, sentence, from..run.end, gazetteer, found);
            } else {
                push(tokens, last + 1..run.end, NameKind::Person, found);
            }
        } else if *first > run.start && !is_office(tokens, run.start) {
            add_plain(tokens, sentence, run.start..*first, gazetteer, found);
        }
        return;
    }
    add_plain(tokens, sentence, run, gazetteer, found);
}

/// "Salem, Ore.", "Salem, OR", "N.H.", "Rep. Ann Roe of Calif.": a state in short, behind what lies in it.
fn state(tokens: &Tokens, sentence: &Range<usize>, run: &Range<usize>) -> Option<&'static str> {
    if run.len() > 1 || run.start == sentence.start || tokens.written(run.start).len() > 6 {
        return None;
    }
    let dotted = tokens.written(run.start).contains('.');
    let ends = tokens.folded(run.end) == "." || tokens.all[run.start].shape == Shape::Capitals;
    let behind = matches!(tokens.folded(run.start - 1), "," | "of") && ends;
    if dotted || behind { Gazetteer::state(tokens.written(run.start).trim_end_matches('.')) } else { None }
}

/// "Secretary of State", "Defense Secretary": what a department is for, next to its title.
fn is_office(tokens: &Tokens, at: usize) -> bool {
    matches!(
        tokens.folded(at),
        "state"
            | "defense"
            | "defence"
            | "interior"
            | "justice"
            | "health"
            | "education"
            | "energy"
            | "labor"
            | "commerce"
            | "transportation"
            | "agriculture"
            | "treasury"
            | "war"
    )
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
    // "New York-based Aurelia" is Aurelia.
    run.start = (run.start..run.end - 1).rfind(|at| is_compound(tokens, *at)).map_or(run.start, |at| at + 1);
    // "Seven European", "Top Israeli" open a sentence; "Russian-held Kherson" is Kherson.
    let opens = |at: usize| {
        let sort = tokens.word(at).usual == b'a' && gazetteer.is_people(tokens.written(at + 1));
        at == sentence.start
            && tokens.all[at].shape == Shape::Capital
            && (tokens.word(at).is(Class::Number) || sort && !gazetteer.is_people(tokens.written(at)))
    };
    if run.len() > 1 && (opens(run.start) || describes(tokens, run.start)) {
        run.start += 1;
    }
    run.start += opening(tokens, sentence, &run, gazetteer);
    if let Some(place) = gazetteer.get(tokens.slice(run.clone())) {
        return add_place(tokens, sentence, run, place.sort, found);
    }
    let body = run.clone().any(|at| tokens.word(at).is(Class::Body) || matches!(tokens.folded(at), "of" | "for"))
        || tokens.all[run.start].shape == Shape::Capitals && run.len() == 1;
    if run.len() > 1 && !body && gazetteer.is_people(tokens.written(run.start)) {
        run.start += 1;
    }
    let named = || gazetteer.get(tokens.written(run.end - 1)).is_some_and(|place| place.sort != Sort::People);
    let region = tokens.word(run.end).is(Class::Ground)
        || run.len() == 2 && is_side(tokens, run.start) && named()
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
    if kind != NameKind::Body && is_thing(tokens, &run) {
        return;
    }
    push(tokens, run, kind, found);
}

/// How many words of a run only open its sentence or a report: "Unlike Europe", "Retaking Kherson", "Kyiv Ann Roe said".
fn opening(tokens: &Tokens, sentence: &Range<usize>, run: &Range<usize>, gazetteer: &Gazetteer) -> usize {
    let place = |at: usize| gazetteer.get(tokens.written(at)).is_some_and(|place| place.sort != Sort::People);
    let body = || run.clone().any(|at| tokens.word(at).any(&[Class::Body, Class::Ground, Class::Side]));
    let dateline = run.len() == 3
        && !body()
        && place(run.start)
        && run.clone().skip(1).all(|at| !place(at) && tokens.word(at).is_formless());
    let formed = tokens.folded(run.start).len() > 6 && tokens.ends(run.start, b"ing");
    let leads = formed && !tokens.word(run.end - 1).is(Class::Ground) || tokens.folded(run.start) == "unlike";
    let first = run.start == sentence.start || tokens.all[run.start - 1].shape == Shape::Mark;
    let opens = first && leads && !place(run.start);
    // "Driver Leo Brandt won": what somebody is opens the sentence, not his name.
    let role = run.start == sentence.start
        && run.len() > 2
        && !body()
        && tokens.word(run.start).usual == b'n'
        && !place(run.start)
        && run.clone().skip(1).all(|at| tokens.word(at).is_formless() && tokens.all[at].shape == Shape::Capital);
    usize::from(dateline || role || run.len() > 1 && (opens || is_day(tokens, run.start)))
}

fn is_day(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.folded(at), "today" | "tomorrow" | "yesterday" | "tonight")
}

fn is_side(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at).is(Class::Region) || tokens.folded(at) == "central"
}

/// "Kite anti-tank missiles", "S-300", "Covid-19": what is named there is a weapon, a product or an illness.
fn is_thing(tokens: &Tokens, run: &Range<usize>) -> bool {
    let written = tokens.written(run.end - 1);
    let numbered = written.contains('-') && written.ends_with(|c: char| c.is_ascii_digit());
    // "The October-to-December period".
    let numbered = numbered || written.contains("-to-");
    let sort = run.len() > 1 && tokens.word(run.end - 1).is(Class::Thing);
    numbered || run.len() == 1 && is_arm(tokens, run.end) || sort
}

/// "Kestrel (high mobility artillery rocket) systems", "Kite mobile guns": whether a weapon is told of right behind a name.
fn is_arm(tokens: &Tokens, from: usize) -> bool {
    let tells = |at: &usize| {
        let word = tokens.word(*at);
        let kind = word.can(Form::Noun) || word.can(Form::Adjective) || tokens.written(*at).contains('-');
        matches!(tokens.folded(*at), "(" | "anti")
            || tokens.all[*at].shape == Shape::Small && kind && !word.usually_verb()
    };
    let mut behind = (from..tokens.all.len().min(from + 5)).take_while(tells);
    behind.any(|at| ARMS.contains(&tokens.folded(at)))
}

const ARMS: [&str; 16] = [
    "missile",
    "missiles",
    "rocket",
    "rockets",
    "tank",
    "tanks",
    "launcher",
    "launchers",
    "howitzer",
    "howitzers",
    "torpedo",
    "torpedoes",
    "gun",
    "guns",
    "artillery",
    "anti-aircraft",
];

fn add_place(tokens: &Tokens, sentence: &Range<usize>, run: Range<usize>, sort: Sort, found: &mut Vec<Name>) {
    let kind = match sort {
        Sort::Country => NameKind::Country,
        Sort::Town | Sort::State => NameKind::Place,
        Sort::People => {
            let field = is_field(tokens.folded(run.end)) && tokens.all[run.end].shape == Shape::Small;
            let next = run.end + usize::from(field);
            let head = matches!(tokens.folded(next), "minister" | "ministry" | "secretary") && next > run.end;
            if next < sentence.end && (head || acts(tokens, next)) {
                return push(tokens, run.start..next + 1, NameKind::Group, found);
            }
            return;
        }
    };
    push(tokens, run, kind, found);
}

/// "The German | economic | ministry": what a ministry, a minister or a force is for.
fn is_field(folded: &str) -> bool {
    matches!(
        folded,
        "prime"
            | "foreign"
            | "defence"
            | "defense"
            | "interior"
            | "economic"
            | "economy"
            | "finance"
            | "health"
            | "justice"
            | "energy"
            | "armed"
            | "air"
            | "naval"
            | "security"
            | "special"
    )
}

/// "Russian forces", "French officials", "the Polish president": not one of many ("a Russian soldier", "a German bank").
fn acts(tokens: &Tokens, at: usize) -> bool {
    let (word, folded) = (tokens.word(at), tokens.folded(at));
    let state = matches!(
        folded,
        "government"
            | "military"
            | "army"
            | "navy"
            | "parliament"
            | "police"
            | "force"
            | "forces"
            | "intelligence"
            | "authorities"
            | "leader"
            | "embassy"
            | "senate"
            | "congress"
            | "administration"
    );
    let office = word.is(Class::Title) && !word.is(Class::Person);
    let people = word.is(Class::Person) && folded.ends_with('s');
    tokens.all[at].shape == Shape::Small && (word.is(Class::Troop) || state || office || people)
}

fn push(tokens: &Tokens, run: Range<usize>, kind: NameKind, found: &mut Vec<Name>) {
    if run.is_empty() || run.len() > 8 {
        return;
    }
    let sort = run.len() == 1 && (tokens.word(run.start).is(Class::Region) || describes(tokens, run.start));
    // "The Sierra Leone-flagged ship".
    if sort || is_compound(tokens, run.end - 1) {
        return;
    }
    let only_common = run.len() == 1
        && tokens.all[run.start].shape == Shape::Capital
        && tokens.word(run.start).any(&[Class::Stop, Class::Number]);
    let nobody = run.len() == 1 && tokens.word(run.start).is(Class::Nobody);
    if only_common || nobody {
        return;
    }
    let full = tokens.joined(run.clone());
    // "U.S." and "US" are one name.
    let full =
        if run.len() == 1 && tokens.all[run.start].shape == Shape::Capitals { full.replace('.', "") } else { full };
    found.push(Name { tokens: run, kind, full });
}

/// "Russian-occupied", "Article 5", "@karim", "(D-Calif.)": what only tells of which sort, which part, which account or
/// which party something is.
fn describes(tokens: &Tokens, at: usize) -> bool {
    let counted = tokens.word(at).can(Form::Noun)
        && tokens.all[at].shape == Shape::Capital
        && tokens.all.get(at + 1).is_some_and(|next| next.shape == Shape::Number);
    let account = at > 0 && matches!(tokens.written(at - 1), "@" | "#" | "/");
    let party = at > 0 && tokens.written(at - 1) == "(" && matches!(tokens.written(at).get(..2), Some("D-" | "R-"));
    is_compound(tokens, at) || counted || account || party
}

/// "Russian-occupied".
fn is_compound(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.written(at);
    let hyphen = word.bytes().rposition(|byte| byte == b'-');
    hyphen.is_some_and(|hyphen| word[hyphen + 1..].starts_with(char::is_lowercase))
}
