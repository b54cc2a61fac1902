//! Whether a word is one for how likely something is, and not for how sure its writer is.

use crate::diag::nearest;
use crate::model::Scale;

/// Returns the term as the scale writes it, or what is wrong with it and how to mend it.
pub(super) fn check(scale: Scale, given: &str) -> Result<&str, (String, String)> {
    let word = given.trim().to_lowercase();
    if let Some(level) = ["low", "medium", "moderate", "high"].iter().find(|level| speaks_of_confidence(&word, level)) {
        let message = format!("`{given}` puts likelihood and confidence in one value");
        let level = if *level == "moderate" { "medium" } else { level };
        return Err((message, format!("give the second a key of its own: `confidence: {level}`")));
    }
    let terms: Vec<&'static str> = scale.steps().iter().flat_map(|step| step.terms).copied().collect();
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

fn speaks_of_confidence(word: &str, level: &str) -> bool {
    word.contains("confiden") && word.contains(level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_in_any_case_and_others_refused() {
        assert_eq!(check(Scale::Icd203, "Highly Probable"), Ok("highly probable"));
        assert_eq!(check(Scale::Phia, "realistic possibility"), Ok("realistic possibility"));
        assert_eq!(check(Scale::Any, "on balance"), Ok("on balance"));
        assert_eq!(check(Scale::Icd203, "likly").unwrap_err().1, "did you mean `likely`?");
        for scale in [Scale::Icd203, Scale::Phia, Scale::Any] {
            assert!(check(scale, "likely, with moderate confidence").unwrap_err().1.contains("`confidence: medium`"));
        }
    }
}
