//! Articles that are mostly the same text.
//!
//! Comparing each with each is quadratic, so articles are brought together by what they share. Of each article's
//! shingles (runs of five words) those are kept whose number ends in two zero bits, the same ones in every text; two
//! articles that share enough of these are compared in full. A shingle that many articles share (a standing last
//! paragraph) says little: it brings together neighbours in the list only, which keeps a thousand copies of one text
//! from making half a million pairs by itself.

use std::collections::BTreeMap;

use crate::model::{Article, ArticleIx, Duplicate, ParagraphKind};
use crate::text::{containment, shingles};

/// Words in a shingle.
const RUN: usize = 5;

/// Articles with fewer shingles than this are too short to be judged.
const SHORTEST: usize = 20;

/// Two articles are near-duplicates from this share of the shorter one's shingles on.
const SHARE: f64 = 0.5;

/// Pairs are compared in full from this share of kept shingles on: less than [`SHARE`], for the sample errs.
const LIKELY: f64 = 0.3;

/// A shingle is common from this many articles on.
const COMMON: usize = 20;

/// Returns the pairs of articles that share at least half of the shorter one's wording, by their positions.
pub fn near_duplicates(articles: &[Article]) -> Vec<Duplicate> {
    let sets: Vec<Vec<u64>> = articles.iter().map(|article| shingles(&prose(article), RUN)).collect();
    let sketches: Vec<Vec<u64>> = sets.iter().map(|set| sketch(set)).collect();
    shared_counts(&sketches)
        .into_iter()
        .filter(|((a, b), shared)| {
            let smaller = sketches[*a].len().min(sketches[*b].len());
            *shared as f64 >= LIKELY * smaller as f64
        })
        .map(|((a, b), _)| Duplicate {
            first: ArticleIx(a),
            second: ArticleIx(b),
            share: containment(&sets[a], &sets[b]),
        })
        .filter(|duplicate| duplicate.share >= SHARE)
        .collect()
}

fn prose(article: &Article) -> String {
    let kept = article.paragraphs.iter().filter(|paragraph| paragraph.kind != ParagraphKind::Boilerplate);
    kept.map(|paragraph| &article.text[paragraph.span.clone()]).collect::<Vec<_>>().join("\n")
}

fn sketch(set: &[u64]) -> Vec<u64> {
    if set.len() < SHORTEST { Vec::new() } else { set.iter().copied().filter(|shingle| shingle % 4 == 0).collect() }
}

/// Counts the kept shingles of each pair that shares any.
fn shared_counts(sketches: &[Vec<u64>]) -> BTreeMap<(usize, usize), usize> {
    let mut holders: Vec<(u64, usize)> = sketches
        .iter()
        .enumerate()
        .flat_map(|(index, sketch)| sketch.iter().map(move |shingle| (*shingle, index)))
        .collect();
    holders.sort_unstable();
    let mut counts = BTreeMap::new();
    for group in holders.chunk_by(|a, b| a.0 == b.0) {
        let reach = if group.len() < COMMON { group.len() } else { 1 };
        for (i, (_, first)) in group.iter().enumerate() {
            for (_, second) in group.iter().skip(i + 1).take(reach) {
                *counts.entry((*first, *second)).or_insert(0) += 1;
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::super::{Given, from_text};
    use super::*;

    fn article(words: impl Iterator<Item = usize>) -> Article {
        let text: String = words.map(|n| format!("word{n} ")).collect();
        from_text("a", &format!("The story. {text}."), Given::default())
    }

    #[test]
    fn copies_and_excerpts_are_found() {
        let articles = [
            article(0..200),
            article(500..700),
            article((0..100).chain(900..950)),
            article(0..200),
            article((0..40).chain(700..900)),
        ];
        let pairs: Vec<_> = near_duplicates(&articles).into_iter().map(|d| (d.first.0, d.second.0, d.share)).collect();
        let expected = [(0, 2), (0, 3), (2, 3)];
        assert_eq!(pairs.iter().map(|(a, b, _)| (*a, *b)).collect::<Vec<_>>(), expected);
        assert_eq!(pairs[1].2, 1.0);
        assert!((0.6..0.75).contains(&pairs[0].2), "{}", pairs[0].2);
    }

    #[test]
    fn short_texts_are_not_judged() {
        assert_eq!(near_duplicates(&[article(0..9), article(0..9)]), []);
    }

    #[test]
    fn a_thousand_copies_are_chained_not_multiplied() {
        let articles: Vec<_> = (0..300).map(|_| article(0..60)).collect();
        assert_eq!(near_duplicates(&articles).len(), 299);
    }
}
