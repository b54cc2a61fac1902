//! The words for how likely something is.
//!
//! ICD 203 (Intelligence Community Directive 203, 2015, section D.6.e.2) has seven steps in two rows of words that mean
//! the same and are not to be mixed in one product. The PHIA yardstick of the United Kingdom (Professional Head of
//! Intelligence Assessment, 2019) leaves gaps between its ranges on purpose, and its fourth stays below 50.

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
}
