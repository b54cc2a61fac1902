//! Whether a word is one for how likely something is, and not for how sure its writer is.

use crate::diag::nearest;
use crate::model::Scale;
use crate::text;

/// Words for how sure somebody is, and the level that the key has for each.
const LEVELS: &[(&str, &str)] = &[("low", "low"), ("medium", "medium"), ("moderate", "medium"), ("high", "high")];

/// Returns the term as the scale writes it, or what is wrong with it and how to mend it.
pub(super) fn check(scale: Scale, given: &str) -> Result<&str, (String, String)> {
    let word = given.trim().to_lowercase();
    if let Some(level) = confidence_in(&word) {
        let message = format!("`{given}` puts likelihood and confidence in one value");
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

/// Returns what is wrong with the words of a judgement, and how to mend it: a sentence that says both how likely
/// something is and how sure its writers are (ICD 203, section D.6.e.2.b).
pub(super) fn check_words(scale: Scale, said: &str) -> Option<(String, String)> {
    let mixed = |sentence: &str| {
        let sentence = text::fold(sentence);
        let words: Vec<&str> = text::words(&sentence).collect();
        let likelihood = scale.spoken(&words).first()?.term;
        Some((likelihood, confidence_in(&sentence)?))
    };
    let (term, level) = text::sentences(said).into_iter().find_map(|span| mixed(&said[span]))?;
    let message = format!("one sentence speaks of likelihood (`{term}`) and of confidence");
    Some((message, format!("leave the second to its key: `confidence: {level}`")))
}

/// The level of confidence that a text in small letters speaks of.
fn confidence_in(text: &str) -> Option<&'static str> {
    let words: Vec<&str> = text::words(text).collect();
    let speaks = words.iter().any(|word| word.starts_with("confiden"));
    let level = LEVELS.iter().find(|(word, _)| words.contains(word));
    level.filter(|_| speaks).map(|(_, level)| *level)
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

    #[test]
    fn a_sentence_speaks_of_one_of_the_two() {
        let check = |said| check_words(Scale::Icd203, said);
        assert_eq!(check("A law is unlikely. We hold this with low confidence, as one outlet tells it."), None);
        let (message, fix) = check("Quiet. With moderate confidence: a law is very unlikely.").unwrap();
        assert!(message.contains("`very unlikely`") && fix.contains("`confidence: medium`"));
    }
}
