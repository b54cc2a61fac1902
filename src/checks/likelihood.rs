//! Whether an edition's words for how likely something is are of one kind.
//!
//! A word means a range only where every word of the edition is of one scale, and of one row of it (ICD 203, section
//! D.6.e.2.a). Words stand in two places: behind the key `likelihood`, and in the sentences that editors write. A
//! sentence that says another range than its own key is the same fault.

use std::collections::BTreeMap;

use super::rules::warn;
use crate::diag::Diagnostic;
use crate::model::{Edition, EditionText, Judgement, Newsbook, Scale, Spoken};
use crate::text;

/// Says, for each edition, which words of likelihood do not go together.
pub(super) fn mixed_terms(book: &Newsbook) -> Vec<Diagnostic> {
    let written = |edition: &Edition| edition.text.as_ref().map(|text| of_edition(book.site.scale, text));
    book.editions.iter().filter_map(written).flatten().collect()
}

fn of_edition(scale: Scale, written: &EditionText) -> Vec<Diagnostic> {
    let said = written.judgements.iter().map(|judgement| &judgement.say).chain(&written.summary);
    let spoken: Vec<Spoken> = said.flat_map(|text| spoken(scale, text)).collect();
    let keys = written.judgements.iter().filter_map(|judgement| judgement.likelihood.as_deref());
    let mut found = Vec::new();
    if scale != Scale::Any {
        let own = spoken.iter().filter(|spoken| spoken.scale == scale).map(|spoken| spoken.term);
        found.extend(of_two_rows(scale, keys.chain(own)));
        found.extend(
            spoken
                .iter()
                .filter(|spoken| spoken.scale != scale)
                .map(|spoken| format!("`{}` is a word of another scale than this edition's", spoken.term)),
        );
    }
    found.extend(written.judgements.iter().filter_map(|judgement| unlike_its_key(scale, judgement)));
    found.dedup();
    found.into_iter().map(|message| warn(message).in_file(&written.file)).collect()
}

fn spoken(scale: Scale, said: &str) -> Vec<Spoken> {
    let folded = text::fold(said);
    scale.spoken(&text::words(&folded).collect::<Vec<_>>())
}

fn of_two_rows<'a>(scale: Scale, terms: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut rows: BTreeMap<usize, &str> = BTreeMap::new();
    for term in terms {
        if let Some(row) = scale.row(term) {
            rows.entry(row).or_insert(term);
        }
    }
    let [one, other] = rows.into_values().collect::<Vec<_>>()[..] else { return None };
    Some(format!("`{one}` and `{other}` are of different rows of the scale"))
}

/// What is wrong with a judgement whose sentence says another range than its key.
fn unlike_its_key(scale: Scale, judgement: &Judgement) -> Option<String> {
    let key = judgement.likelihood.as_deref()?;
    let range = scale.percent(key)?;
    let other = spoken(scale, &judgement.say).into_iter().find(|spoken| spoken.percent != range)?;
    Some(format!("a judgement says `{}` and its likelihood is `{key}`", other.term))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(scale: Scale, judgements: &[(&str, &str)], summary: &str) -> Vec<String> {
        let judgement = |(say, likelihood): &(&str, &str)| Judgement {
            say: (*say).into(),
            likelihood: Some((*likelihood).into()),
            confidence: None,
            rests_on: vec![],
            would_change: None,
        };
        let judgements = judgements.iter().map(judgement).collect();
        let written = EditionText { judgements, summary: vec![summary.into()], ..EditionText::default() };
        of_edition(scale, &written).into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn words_of_one_row_go_together() {
        let said = [("A law is unlikely.", "unlikely"), ("They will meet.", "very likely")];
        assert!(check(Scale::Icd203, &said, "It is likely to rain.").is_empty());
        assert!(check(Scale::Any, &said, "It is highly likely to rain.").is_empty());
    }

    #[test]
    fn words_of_two_rows_two_scales_or_two_ranges_do_not() {
        let two_rows = check(Scale::Icd203, &[("They will meet.", "likely")], "It will probably rain.");
        assert_eq!(two_rows, ["`likely` and `probable` are of different rows of the scale"]);
        let two_scales = check(Scale::Phia, &[("They will meet.", "likely")], "Rain is very likely.");
        assert_eq!(two_scales, ["`very likely` is a word of another scale than this edition's"]);
        let two_ranges = check(Scale::Icd203, &[("They will very likely meet.", "likely")], "");
        assert_eq!(two_ranges, ["a judgement says `very likely` and its likelihood is `likely`"]);
    }
}
