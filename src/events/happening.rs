//! Kinds of happening, so that "arrive in London" is found again as "the visit".

use std::rc::Rc;

use chrono::NaiveDate;

use super::lexicon::{Class, Word};
use super::token::{Shape, Tokens};
use crate::model::{Edtf, State};

/// A dated happening, by the kind of thing it is.
#[derive(Clone, Debug)]
pub(super) struct Happening {
    pub sort: Sort,
    /// The names that stand with it.
    pub names: Rc<[String]>,
    pub date: Option<Edtf>,
    pub state: State,
}

/// Kinds of happening that news takes up again under another word: "arrive … the visit", "negotiations … the talks".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Meeting,
    Visit,
    Call,
    Attack,
    Vote,
    Quake,
    Accident,
    Court,
    Statement,
    Deal,
    Launch,
}

/// The words of each kind, separated by white space.
pub(super) const SORTS: &[(Sort, &str)] = &[
    (
        Sort::Meeting,
        "meet meets met meeting meetings talks talk summit negotiations negotiation discussions discussion conference gathering convene convenes convened session forum",
    ),
    (
        Sort::Visit,
        "visit visits visited visiting arrive arrives arrived arriving trip travel travels traveled travelled tour",
    ),
    (Sort::Call, "call calls phone conversation communication spoke phoned"),
    (
        Sort::Attack,
        "attack attacks attacked strike strikes struck raid raids shelling bombing bombings bombed blast explosion exploded shooting assault offensive",
    ),
    (Sort::Vote, "election elections vote votes voted referendum ballot poll polls"),
    (Sort::Quake, "earthquake quake tremor tsunami"),
    (Sort::Accident, "crash crashed accident collision fire derailment"),
    (Sort::Court, "trial hearing verdict sentence sentenced sentencing arrest arrested"),
    (Sort::Statement, "statement announcement announced speech"),
    (Sort::Deal, "deal agreement accord treaty ceasefire truce signed merger acquisition"),
    (Sort::Launch, "launch launched unveiled released"),
];

impl Sort {
    /// Whether news tells one as the other: who visits, meets.
    pub fn is_like(self, other: Self) -> bool {
        self == other || matches!((self, other), (Self::Meeting, Self::Visit) | (Self::Visit, Self::Meeting))
    }
}

/// Returns the latest happening of a kind that shares one of `names` (any, where there are none).
///
/// One that is dated goes before one that is not, unless the words point at what was told just now ("those talks").
pub(super) fn latest<'a>(
    all: &'a [Happening],
    sort: Sort,
    names: &[&str],
    state: Option<State>,
    just_now: bool,
) -> Option<&'a Happening> {
    let fits = |happening: &&Happening| {
        state.is_none_or(|state| state == happening.state)
            && (names.is_empty() || names.iter().any(|name| happening.names.iter().any(|known| known == name)))
    };
    let of_sort = |exact: bool, dated: bool| {
        let right =
            move |happening: &&Happening| if exact { happening.sort == sort } else { happening.sort.is_like(sort) };
        all.iter().rev().filter(right).filter(move |happening| !dated || happening.date.is_some()).find(fits)
    };
    match just_now {
        true => of_sort(true, false).or_else(|| of_sort(false, false)),
        false => of_sort(true, true).or_else(|| of_sort(false, true)).or_else(|| of_sort(false, false)),
    }
}

/// "The quake", behind one of this week and one of last year that was told to compare: nobody can tell which.
pub(super) fn is_one_of_two(all: &[Happening], one: &Happening, published: Option<NaiveDate>) -> bool {
    let fresh = |happening: &Happening| {
        let days = published.zip(happening.date.and_then(|date| date.last_day()));
        days.is_some_and(|(published, day)| (published - day).num_days() <= FRESH_DAYS)
    };
    one.date.is_some() && !fresh(one) && all.iter().any(|other| other.sort.is_like(one.sort) && fresh(other))
}

/// What an article is about happened within so many days before it.
const FRESH_DAYS: i64 = 31;

/// "The fire chief", "the election commission": a happening that only says which.
pub(super) fn describes(tokens: &Tokens, at: usize) -> bool {
    let next = tokens.all.get(at + 1);
    let noun =
        |word: Word| word.usual == b'n' && !word.is(Class::Preposition) || word.any(&[Class::Title, Class::Person]);
    next.is_some_and(|next| next.shape == Shape::Small && noun(next.word))
}
