//! Which words of a long headline stay: the choice that loses least and fits.
//!
//! [`spared`](super::spared) says what can be left out before the end, [`ending`](super::ending) where the words can end,
//! and both how much is lost. Every ending is tried with the cheapest parts that make it fit; the cheapest whole wins, and
//! of two the longer one. Losses are ours, small whole numbers, set by reading headlines of news.

use std::cmp::Reverse;
use std::ops::Range;

use super::clause::Clause;
use super::ending::is_bare;
use super::headline::LONGEST;
use super::lexicon::Class;
use super::names::Name;
use super::quoted::is_quoted;
use super::stopgap::hangs;
use super::token::Tokens;

/// The words that a headline is made of, with the verb that carries it and the clauses around.
pub(super) struct Told<'a> {
    pub tokens: &'a Tokens<'a>,
    pub words: Range<usize>,
    pub verb: Range<usize>,
    pub clauses: &'a [Clause],
    /// Those of the article, by sentence.
    pub names: &'a [Vec<Name>],
}

/// Parts that can be left out together, in order, and what is lost with them.
pub(super) struct Spare {
    pub parts: Vec<Range<usize>>,
    pub loss: u32,
}

impl Spare {
    /// A part that can be left out alone.
    pub fn of(part: Range<usize>, loss: u32) -> Self {
        Self { parts: vec![part], loss }
    }
}

/// A word before which the words may end, and where they end then, as nothing loose stays.
pub(super) struct Place {
    pub at: usize,
    pub end: usize,
}

/// What stays: the words up to `end` without the gaps, which are in order.
pub(super) struct Kept {
    pub end: usize,
    pub gaps: Vec<Range<usize>>,
}

/// Returns what stays at the least loss; `None` where nothing complete fits. `loss` says what is lost at a place, or that
/// the words cannot end there; it is only asked where the place could be the best.
pub(super) fn shortened(
    told: &Told,
    spares: &[Spare],
    places: impl Iterator<Item = Place>,
    loss: impl Fn(usize) -> Option<u32>,
) -> Option<Kept> {
    let widths = Widths::new(told);
    let spared: usize = spares.iter().map(|spare| widths.of(spare)).sum();
    let mut best: Option<Choice> = None;
    for Place { at, end } in places {
        let width = widths.between(&(told.words.start..end));
        let least = u32::from(at < told.words.end) + empty(width);
        if width > widths.most + spared || best.as_ref().is_some_and(|best| best.loss < least) {
            continue;
        }
        let Some(loss) = loss(at) else { continue };
        // The cheapest part may stand in the way of one that is enough, so each has its turn to be the first.
        let firsts = spares.iter().map(Some).filter(|_| width > widths.most);
        for first in std::iter::once(None).chain(firsts) {
            let Some(parts) = chosen(&widths, end, spares, first) else { continue };
            // "The envoy spoke | on Friday | with the mayor": a part at the end leaves nothing bare before it.
            let cut = at < told.words.end;
            let last = parts.iter().flat_map(|spare| &spare.parts).find(|part| cut && part.end == end);
            if last.is_some_and(|part| stands_bare(told, part.start)) {
                continue;
            }
            let length = widths.without(end, &parts);
            let gaps: u32 = parts.iter().map(|spare| spare.loss).sum();
            let loss = loss + gaps + empty(length);
            if best.as_ref().is_none_or(|best| (loss, Reverse(length)) < (best.loss, Reverse(best.length))) {
                best = Some(Choice { loss, length, end, parts });
            }
        }
    }
    best.map(|best| kept(best.end, &best.parts))
}

/// Whether the words before `at` are a verb that says nothing alone, and not who says so: "…, the mayor said | on Friday".
fn stands_bare(told: &Told, at: usize) -> bool {
    let comma = |clause: &Clause| told.tokens.folded(clause.tokens.start.saturating_sub(1)) == ",";
    let says = |clause: &Clause| clause.verb.group.end == at && told.tokens.word(clause.verb.head).is(Class::Saying);
    let tail = told.clauses.iter().any(|clause| says(clause) && comma(clause));
    !tail && (is_bare(told, at) || hangs(told, at))
}

/// An ending with the parts that go before it, what is lost with all of them, and how long the rest is.
struct Choice<'a> {
    loss: u32,
    length: usize,
    end: usize,
    parts: Vec<&'a Spare>,
}

/// What is lost by the places that so many characters leave empty.
fn empty(length: usize) -> u32 {
    (LONGEST.saturating_sub(length) / EMPTY) as u32
}

/// Returns what stays where nothing complete fits: only what is worth little goes, and it is too long.
pub(super) fn too_long(told: &Told, spares: &[Spare]) -> Kept {
    kept(told.words.end, &apart(spares))
}

fn kept(end: usize, chosen: &[&Spare]) -> Kept {
    let mut gaps: Vec<Range<usize>> = chosen.iter().flat_map(|spare| spare.parts.clone()).collect();
    gaps.sort_unstable_by_key(|gap| gap.start);
    Kept { end, gaps }
}

/// So many characters left empty weigh as much as one point of loss.
const EMPTY: usize = 12;

/// The parts that make the words up to `end` fit, with `first` before the cheaper ones, and none in vain; `None` if all
/// are not enough.
fn chosen<'a>(widths: &Widths, end: usize, spares: &'a [Spare], first: Option<&'a Spare>) -> Option<Vec<&'a Spare>> {
    let mut chosen: Vec<&Spare> = Vec::new();
    for spare in first.into_iter().chain(spares).filter(|spare| spare.parts.iter().all(|part| part.end <= end)) {
        if widths.without(end, &chosen) <= widths.most {
            break;
        }
        // A part goes with all that is inside it, and is not taken where it only meets another.
        if meets(&chosen, spare) {
            let rest: Vec<&Spare> = chosen.iter().copied().filter(|other| !holds(spare, other)).collect();
            if meets(&rest, spare) {
                continue;
            }
            chosen = rest;
        }
        chosen.push(spare);
    }
    let mut room = widths.most.checked_sub(widths.without(end, &chosen))?;
    chosen.retain(|spare| {
        let width = widths.of(spare);
        let vain = width <= room;
        room -= if vain { width } else { 0 };
        !vain
    });
    Some(chosen)
}

/// The cheap parts that do not meet each other, the longest first.
fn apart(spares: &[Spare]) -> Vec<&Spare> {
    let mut cheap: Vec<&Spare> = spares.iter().filter(|spare| spare.loss < 3).collect();
    cheap.sort_by_key(|spare| Reverse(spare.parts.iter().map(ExactSizeIterator::len).sum::<usize>()));
    cheap.into_iter().fold(Vec::new(), |mut chosen, spare| {
        if !meets(&chosen, spare) {
            chosen.push(spare);
        }
        chosen
    })
}

/// Whether all parts of another lie inside one of `spare`.
fn holds(spare: &Spare, other: &Spare) -> bool {
    let inside = |part: &Range<usize>| spare.parts.iter().any(|own| own.start <= part.start && part.end <= own.end);
    other.parts.iter().all(inside)
}

/// Whether a part shares words with one that is chosen.
fn meets(chosen: &[&Spare], spare: &Spare) -> bool {
    let mut parts = chosen.iter().flat_map(|other| &other.parts);
    parts.any(|a| spare.parts.iter().any(|b| a.start < b.end && b.start < a.end))
}

/// How many characters words take in a headline, the space before each included.
struct Widths {
    first: usize,
    /// For every word and the end, the characters of all before it.
    sums: Vec<usize>,
    most: usize,
}

impl Widths {
    fn new(told: &Told) -> Self {
        let mut sums = Vec::with_capacity(told.words.len() + 1);
        let mut sum = 0;
        for at in told.words.clone() {
            sums.push(sum);
            sum += told.tokens.all[at].width as usize + usize::from(has_space(told.tokens, at));
        }
        sums.push(sum);
        // A headline that begins within a quotation gets its mark back.
        let opened = usize::from(is_quoted(told.tokens, &told.words, told.words.start));
        Self { first: told.words.start, sums, most: LONGEST - opened }
    }

    fn between(&self, words: &Range<usize>) -> usize {
        self.sums[words.end - self.first] - self.sums[words.start - self.first]
    }

    /// What is left of the words up to `end`.
    fn without(&self, end: usize, chosen: &[&Spare]) -> usize {
        self.between(&(self.first..end)) - chosen.iter().map(|spare| self.of(spare)).sum::<usize>()
    }

    fn of(&self, spare: &Spare) -> usize {
        spare.parts.iter().map(|part| self.between(part)).sum()
    }
}

/// Whether white space stands before a word.
pub(super) fn has_space(tokens: &Tokens, at: usize) -> bool {
    at > 0 && tokens.all[at - 1].end < tokens.all[at].start
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::clause::clauses;
    use super::super::lexicon::Lexicon;
    use super::super::within::main_clause;
    use super::*;

    /// Calls `check` with a sentence as it is told, its main verb carrying it.
    pub fn told<T>(text: &str, check: impl FnOnce(&Told) -> T) -> T {
        let lexicon = Lexicon::new();
        let mut tokens = Tokens::new(text);
        let words = tokens.cut(0..text.len(), &lexicon);
        let clauses = clauses(&tokens, words.clone());
        let verb = main_clause(&clauses).map_or(words.start..words.start, |at| clauses[at].verb.group.clone());
        check(&Told { tokens: &tokens, words, verb, clauses: &clauses, names: &[] })
    }

    const LONG: &str = "The mayor of the town of Bergen, whom nobody had seen for weeks, opened the bridge over the river with a speech.";

    /// Checks what is kept: its end and the gaps, as `first-behind`.
    fn check(endings: &[(usize, u32)], spares: &[(Range<usize>, u32)], expected: &str) {
        told(LONG, |told| {
            let places = endings.iter().map(|(end, _)| Place { at: *end, end: *end });
            let loss = |at: usize| endings.iter().find(|(end, _)| *end == at).map(|(_, loss)| *loss);
            let spares: Vec<Spare> = spares.iter().map(|(part, loss)| Spare::of(part.clone(), *loss)).collect();
            let kept = shortened(told, &spares, places, loss).unwrap_or_else(|| too_long(told, &spares));
            let gaps: Vec<String> = kept.gaps.iter().map(|gap| format!(" {}-{}", gap.start, gap.end)).collect();
            assert_eq!(format!("{}{}", kept.end, gaps.concat()), expected);
        });
    }

    #[test]
    fn what_loses_least_goes() {
        check(&[(24, 0), (20, 4)], &[(7..15, 1)], "24 7-15");
        check(&[(24, 0), (20, 1)], &[(7..15, 5)], "24 7-15");
        check(&[(24, 0), (19, 1)], &[(2..4, 5)], "19");
    }

    #[test]
    fn nothing_goes_in_vain() {
        check(&[(24, 0)], &[(1..2, 1), (7..15, 2)], "24 7-15");
    }

    #[test]
    fn a_cheap_part_stands_in_nobodys_way() {
        check(&[(24, 0)], &[(8..9, 1), (7..15, 2)], "24 7-15");
    }

    #[test]
    fn where_nothing_fits_only_cheap_parts_go() {
        check(&[(24, 0)], &[(5..6, 1), (1..3, 3)], "25 5-6");
    }
}
