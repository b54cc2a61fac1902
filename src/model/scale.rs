//! The words for how likely something is.
//!
//! ICD 203 (Intelligence Community Directive 203, 2015, section D.6.e.2) has seven steps in two rows of words that mean
//! the same and are not to be mixed in one product. The PHIA yardstick of the United Kingdom (Professional Head of
//! Intelligence Assessment, "Explaining uncertainty in UK intelligence assessment", GOV.UK, 24 March 2025) leaves gaps
//! between its ranges on purpose. Every end of a range is "about" there; the first begins above 0, the fourth stays
//! below 50 and the last below 100.

/// Which words a judgement may use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    Icd203,
    Phia,
    /// Any words.
    #[default]
    Any,
}

/// A step of a scale: the words for it, and what they stand for in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleStep {
    /// Of ICD 203, one word of each row.
    pub terms: &'static [&'static str],
    pub percent: (u8, u8),
}

/// A term as it stands in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// As the scale writes it: `almost certain` where the sentence says `almost certainly`.
    pub term: &'static str,
    /// The scale it is of.
    pub scale: Scale,
    pub percent: (u8, u8),
}

/// Words before a term that make something else of it: `not likely`, `more likely than`.
const TURNED: &[&str] = &["not", "more", "less", "most", "least", "as", "how", "so", "equally", "if"];

const ICD203: &[ScaleStep] = &[
    ScaleStep { terms: &["almost no chance", "remote"], percent: (1, 5) },
    ScaleStep { terms: &["very unlikely", "highly improbable"], percent: (5, 20) },
    ScaleStep { terms: &["unlikely", "improbable"], percent: (20, 45) },
    ScaleStep { terms: &["roughly even chance", "roughly even odds"], percent: (45, 55) },
    ScaleStep { terms: &["likely", "probable"], percent: (55, 80) },
    ScaleStep { terms: &["very likely", "highly probable"], percent: (80, 95) },
    ScaleStep { terms: &["almost certain", "nearly certain"], percent: (95, 99) },
];

const PHIA: &[ScaleStep] = &[
    ScaleStep { terms: &["remote chance"], percent: (0, 5) },
    ScaleStep { terms: &["highly unlikely"], percent: (10, 20) },
    ScaleStep { terms: &["unlikely"], percent: (25, 35) },
    ScaleStep { terms: &["realistic possibility"], percent: (40, 50) },
    ScaleStep { terms: &["likely", "probable"], percent: (55, 75) },
    ScaleStep { terms: &["highly likely"], percent: (80, 90) },
    ScaleStep { terms: &["almost certain"], percent: (95, 100) },
];

impl Scale {
    /// Returns the steps, least likely first; none for a scale of any words.
    pub fn steps(self) -> &'static [ScaleStep] {
        match self {
            Self::Icd203 => ICD203,
            Self::Phia => PHIA,
            Self::Any => &[],
        }
    }

    /// Returns what a term stands for, in per cent; `None` for a term that is not of the scale. Where any words are
    /// allowed, those of ICD 203 keep their meaning.
    pub fn percent(self, term: &str) -> Option<(u8, u8)> {
        let steps = if self == Self::Any { ICD203 } else { self.steps() };
        let term = term.to_lowercase();
        steps.iter().find(|step| step.terms.contains(&term.as_str())).map(|step| step.percent)
    }

    /// Returns which of two rows of words a term is from; `None` where the scale has one row only.
    pub fn row(self, term: &str) -> Option<usize> {
        let two_rows = self == Self::Icd203;
        let place = |step: &ScaleStep| step.terms.iter().position(|known| *known == term.to_lowercase());
        self.steps().iter().filter(|_| two_rows).find_map(place)
    }

    /// Returns the terms of any scale in a sentence, given as its words in small letters; a term that this scale
    /// shares with another is its own.
    ///
    /// `remote` alone is left out, as it is a word for places too.
    pub fn spoken(self, words: &[&str]) -> Vec<Spoken> {
        let other = if self == Self::Phia { Self::Icd203 } else { Self::Phia };
        let own = if self == Self::Any { Self::Icd203 } else { self };
        let all: Vec<Spoken> = [own, other].into_iter().flat_map(Self::terms).collect();
        let (mut found, mut at) = (Vec::new(), 0);
        while at < words.len() {
            let here = all.iter().filter(|spoken| begins(&words[at..], spoken.term));
            let Some(spoken) = here.rev().max_by_key(|spoken| spoken.term.len()) else {
                at += 1;
                continue;
            };
            if at == 0 || !TURNED.contains(&words[at - 1]) {
                found.push(*spoken);
            }
            at += spoken.term.split(' ').count();
        }
        found
    }

    fn terms(self) -> impl Iterator<Item = Spoken> {
        let of_step = move |step: &'static ScaleStep| {
            step.terms.iter().map(move |term| Spoken { term, scale: self, percent: step.percent })
        };
        self.steps().iter().flat_map(of_step).filter(|spoken| spoken.term != "remote")
    }
}

/// Whether words begin with a term or with the adverb of it: `probably` for `probable`.
fn begins(words: &[&str], term: &str) -> bool {
    let mut rest = words.iter();
    term.split(' ').all(|wanted| {
        let Some(word) = rest.next() else { return false };
        let adverb = wanted.strip_suffix('e').is_some_and(|stem| word.strip_suffix('y') == Some(stem));
        *word == wanted || word.strip_suffix("ly") == Some(wanted) || adverb
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_of_a_scale_rise() {
        assert!(ICD203.windows(2).all(|pair| pair[0].percent.1 == pair[1].percent.0));
        assert!(PHIA.windows(2).all(|pair| pair[0].percent.1 < pair[1].percent.0));
    }

    #[test]
    fn a_term_has_the_range_and_the_row_of_its_scale() {
        assert_eq!(Scale::Icd203.percent("Very likely"), Some((80, 95)));
        assert_eq!(Scale::Phia.percent("likely"), Some((55, 75)));
        assert_eq!(Scale::Any.percent("maybe"), None);
        assert_eq!(
            [Scale::Icd203.row("probable"), Scale::Icd203.row("likely"), Scale::Phia.row("likely")],
            [Some(1), Some(0), None]
        );
    }

    #[test]
    fn terms_are_found_in_sentences() {
        let spoken = |scale: Scale, text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            scale.spoken(&words).iter().map(|found| (found.term, found.scale)).collect::<Vec<_>>()
        };
        let (icd, phia) = (Scale::Icd203, Scale::Phia);
        assert_eq!(spoken(icd, "they will almost certainly meet"), [("almost certain", icd)]);
        assert_eq!(
            spoken(icd, "a law is very unlikely and probably dead"),
            [("very unlikely", icd), ("probable", icd)]
        );
        assert_eq!(spoken(icd, "a realistic possibility in a remote village"), [("realistic possibility", phia)]);
        assert_eq!(spoken(phia, "it is likely or very likely"), [("likely", phia), ("very likely", icd)]);
        assert_eq!(spoken(Scale::Any, "highly likely"), [("highly likely", phia)]);
        assert_eq!(spoken(icd, "not likely and no more likely than that"), []);
    }
}
