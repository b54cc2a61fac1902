//! The words for how likely something is.
//!
//! ICD 203 has seven steps in two rows of words that mean the same and are not to be mixed in one product. The words of
//! the PHIA yardstick are checked too; its ranges are left out, because its own page was not at hand to copy them from.

use crate::diag::nearest;

/// Which words a judgement may use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    Icd203,
    Phia,
    /// Any words.
    #[default]
    Any,
}

/// A step of a scale: the words for it, and its range in per cent where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Of ICD 203, one word of each row.
    pub terms: &'static [&'static str],
    pub percent: Option<(u8, u8)>,
}

const ICD203: &[Step] = &[
    Step { terms: &["almost no chance", "remote"], percent: Some((1, 5)) },
    Step { terms: &["very unlikely", "highly improbable"], percent: Some((5, 20)) },
    Step { terms: &["unlikely", "improbable"], percent: Some((20, 45)) },
    Step { terms: &["roughly even chance", "roughly even odds"], percent: Some((45, 55)) },
    Step { terms: &["likely", "probable"], percent: Some((55, 80)) },
    Step { terms: &["very likely", "highly probable"], percent: Some((80, 95)) },
    Step { terms: &["almost certain", "nearly certain"], percent: Some((95, 99)) },
];

const PHIA: &[Step] = &[
    Step { terms: &["remote chance"], percent: None },
    Step { terms: &["highly unlikely"], percent: None },
    Step { terms: &["unlikely"], percent: None },
    Step { terms: &["realistic possibility"], percent: None },
    Step { terms: &["likely", "probable"], percent: None },
    Step { terms: &["highly likely"], percent: None },
    Step { terms: &["almost certain"], percent: None },
];

impl Scale {
    /// Returns the steps, least likely first; none for a scale of any words.
    pub fn steps(self) -> &'static [Step] {
        match self {
            Self::Icd203 => ICD203,
            Self::Phia => PHIA,
            Self::Any => &[],
        }
    }

    /// Returns the term as the scale writes it, or what is wrong with it and how to mend it.
    pub fn check(self, given: &str) -> Result<&str, (String, String)> {
        let word = given.trim().to_lowercase();
        if let Some(level) =
            ["low", "medium", "moderate", "high"].iter().find(|level| speaks_of_confidence(&word, level))
        {
            let message = format!("`{given}` puts likelihood and confidence in one value");
            let level = if *level == "moderate" { "medium" } else { level };
            return Err((message, format!("give the second a key of its own: `confidence: {level}`")));
        }
        let terms: Vec<&'static str> = self.steps().iter().flat_map(|step| step.terms).copied().collect();
        match terms.iter().find(|term| **term == word) {
            Some(term) => Ok(term),
            None if terms.is_empty() => Ok(given),
            None => Err((
                format!("`{given}` is not a term of this scale"),
                match nearest(&word, terms.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("one of: {}", terms.join(", ")),
                },
            )),
        }
    }
}

fn speaks_of_confidence(word: &str, level: &str) -> bool {
    word.contains("confiden") && word.contains(level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_in_any_case_and_others_refused() {
        assert_eq!(Scale::Icd203.check("Highly Probable"), Ok("highly probable"));
        assert_eq!(Scale::Phia.check("realistic possibility"), Ok("realistic possibility"));
        assert_eq!(Scale::Any.check("on balance"), Ok("on balance"));
        assert_eq!(Scale::Icd203.check("likly").unwrap_err().1, "did you mean `likely`?");
        for scale in [Scale::Icd203, Scale::Phia, Scale::Any] {
            assert!(scale.check("likely, with moderate confidence").unwrap_err().1.contains("`confidence: medium`"));
        }
    }

    #[test]
    fn the_steps_of_icd_203_follow_each_other_without_a_gap() {
        let ranges: Vec<_> = ICD203.iter().filter_map(|step| step.percent).collect();
        assert!(ranges.windows(2).all(|pair| pair[0].1 == pair[1].0));
    }
}
