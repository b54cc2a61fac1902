//! Words that make a stop doubtful, sorted by how they behave, and the words that settle the doubt.

/// How the word before a stop behaves.
#[derive(Clone, Copy, Debug)]
pub(super) enum Abbreviation {
    /// A word like others.
    None,
    /// Never ends a sentence before a word: `Gen.`, `vs.`
    Joins,
    /// Joins a number (`No. 5`), else it is a word (`No.`).
    BeforeNumber,
    /// Joins a number, and anything that cannot open a sentence: `Dec.`
    Month,
    /// `a.m.`, `p.m.`
    Clock,
    /// Ends a sentence only before a word that usually opens one: `U.S.`, `Inc.`, `J.`
    Either,
}

/// Returns how `word`, which stands right before a stop, behaves. Opening quotes in front of it are no part of it.
pub(super) fn behaviour(word: &str) -> Abbreviation {
    if is_single_letter(word) || word.len() > 2 && is_dotted(word) {
        return match word {
            "a.m" | "p.m" | "A.M" | "P.M" => Abbreviation::Clock,
            _ if word.starts_with(char::is_lowercase) => Abbreviation::Joins,
            _ => Abbreviation::Either,
        };
    }
    if word.len() > LONGEST {
        return Abbreviation::None;
    }
    let lists = [
        (JOINING, Abbreviation::Joins),
        (NUMBERED, Abbreviation::BeforeNumber),
        (MONTHS, Abbreviation::Month),
        (EITHER, Abbreviation::Either),
    ];
    lists.into_iter().find(|(list, _)| list.contains(&word)).map_or(Abbreviation::None, |(_, behaviour)| behaviour)
}

/// True for a word that usually opens a sentence and rarely begins a name; `It's` counts as `It`.
pub(super) fn opens(word: &str) -> bool {
    OPENING_WORDS.binary_search(&word.split(['\'', '’']).next().unwrap_or(word)).is_ok()
}

/// True for a word that goes on after a time of day: a weekday, a month, a zone.
pub(super) fn goes_with_clock(word: &str) -> bool {
    CLOCK_COMPANY.contains(&word) || MONTHS.contains(&word)
}

/// `J`, or in any script `В`.
pub(super) fn is_single_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// `U.S`, `e.g`, `Ph.D`: one or two letters between stops.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| part.chars().all(char::is_alphabetic) && (1..=2).contains(&part.chars().count()))
}

/// No abbreviation of the lists below has more letters; most words have.
const LONGEST: usize = "Messrs".len();

/// Titles, and Latin that always goes on.
#[rustfmt::skip]
const JOINING: &[&str] = &[
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Col", "Lt", "Maj", "Capt", "Cpt", "Sgt", "Cpl", "Pvt", "Pfc",
    "Sen", "Rep", "Gov", "Pres", "Rev", "Hon", "Adm", "Cmdr", "Cdr", "Brig", "Supt", "Insp", "Det", "Fr", "Msgr",
    "Amb", "Atty", "Sens", "Reps", "Govs", "Gens", "Drs", "Messrs", "Mme", "Mlle", "Ste", "vs", "cf", "ca", "approx",
    "viz", "al",
];

/// Before a number.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "No", "Nos", "no", "nos", "Art", "art", "Sec", "sec", "Fig", "fig", "Vol", "vol", "Ch", "ch", "pp", "par", "para",
];

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
];

/// What may end a sentence and mostly does not.
#[rustfmt::skip]
const EITHER: &[&str] = &[
    "Inc", "Co", "Corp", "Ltd", "Plc", "Cos", "Bros", "Jr", "Sr", "Esq", "St", "Mt", "Ft", "Ave", "Blvd", "Rd",
    "Dept", "Univ", "Assn", "etc", "est", "Ph", "Calif", "Fla", "Mass", "Mich", "Minn", "Pa", "Va", "Wash", "Ariz",
    "Conn", "Ga", "Ill", "Ky", "La", "Md", "Mo", "Tenn", "Wis", "Okla", "Ore", "Colo", "Ala", "Ark", "Del", "Kan",
    "Neb", "Nev",
];

#[rustfmt::skip]
const CLOCK_COMPANY: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Central", "Pacific",
    "Mountain", "GMT", "UTC", "EST", "EDT", "ET", "CET", "CEST", "EET", "EEST", "BST", "PST", "PDT", "PT", "MSK",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

/// Sorted. ("Under" is missing because of the Under Secretary.)
#[rustfmt::skip]
const OPENING_WORDS: &[&str] = &[
    "A", "According", "After", "Also", "Although", "Among", "An", "And", "Another", "As", "At", "Because", "Before",
    "Besides", "Both", "But", "By", "Despite", "During", "Each", "Earlier", "Even", "For", "From", "Having", "He",
    "Her", "Here", "His", "How", "However", "I", "If", "In", "Instead", "Is", "It", "Its", "Later", "Many",
    "Meanwhile", "Moreover", "My", "Neither", "Nor", "Not", "Officials", "On", "Only", "Or", "Our", "Several", "She",
    "Since", "So", "Some", "Such", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those",
    "Though", "Through", "Thus", "To", "Until", "Was", "We", "What", "When", "Where", "Whether", "Which", "While",
    "Who", "Why", "With", "Without", "Yet", "You",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_abbreviation_is_longer_than_the_longest() {
        assert!([JOINING, NUMBERED, MONTHS, EITHER].concat().iter().all(|word| word.len() <= LONGEST));
    }

    #[test]
    fn the_opening_words_are_sorted() {
        assert!(OPENING_WORDS.is_sorted());
    }
}
