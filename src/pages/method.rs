//! How the pages came about: the rules in words, the scales, the outlets, and what the program cannot do.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::catalog::Catalog;
use super::editorial::Range;
use super::parts::{Maker, ThemeRef};
use super::target::{Link, Target};
use super::{Page, View};
use crate::model::{Scale, ScaleStep};

/// What `method.html` gets, as `method`.
#[derive(Debug, Serialize)]
pub struct MethodView<'a> {
    /// Version of the program.
    pub version: &'static str,
    /// The day that divides past from ahead.
    pub today: String,
    pub sections: &'static [Section],
    pub themes: Vec<ThemePatterns<'a>>,
    /// The words of the scale for how likely something is, the least likely first.
    pub likelihood: Vec<ScaleWords>,
    /// The letters and the numbers of the Admiralty grades.
    pub reliability: Vec<GradeWords>,
    pub credibility: Vec<GradeWords>,
    /// Who published the sources, by name.
    pub outlets: Vec<Outlet<'a>>,
    pub sources: Link<'a>,
}

/// A step of a scale.
#[derive(Debug, Serialize)]
pub struct ScaleWords {
    /// All terms for it, with commas.
    pub terms: String,
    pub range: Range,
}

/// One sign of a grade and what it means.
#[derive(Debug, Serialize)]
pub struct GradeWords {
    pub sign: char,
    pub words: &'static str,
}

/// Somebody who published sources.
#[derive(Debug, Serialize)]
pub struct Outlet<'a> {
    /// `None` for the sources of which nobody says whose they are.
    pub name: Option<&'a str>,
    /// "8 sources".
    pub count: String,
    /// Their grades, with commas.
    pub grades: String,
}

/// A heading with its paragraphs.
#[derive(Debug, Serialize)]
pub struct Section {
    pub title: &'static str,
    pub paragraphs: &'static [&'static str],
}

/// The patterns of a theme, as the config writes them.
#[derive(Debug, Serialize)]
pub struct ThemePatterns<'a> {
    pub theme: ThemeRef<'a>,
    pub any: &'a [String],
    pub all: &'a [String],
    pub none: &'a [String],
}

/// Plans the one page.
pub fn pages<'a>(catalog: &Catalog<'a>) -> Vec<Page<'a>> {
    let mut maker = Maker::new(catalog);
    let patterns = |(n, theme): (usize, &'a crate::model::Theme)| ThemePatterns {
        theme: maker.theme(n),
        any: &theme.matches.any,
        all: &theme.matches.all,
        none: &theme.matches.none,
    };
    let view = MethodView {
        version: env!("CARGO_PKG_VERSION"),
        today: catalog.labels.full_day(catalog.book.today),
        sections: catalog.labels.method,
        themes: catalog.book.themes.iter().enumerate().map(patterns).collect(),
        likelihood: scale(catalog).steps().iter().map(scale_words).collect(),
        reliability: grade_words('A', &catalog.labels.reliability),
        credibility: grade_words('1', &catalog.labels.credibility),
        outlets: outlets(catalog),
        sources: maker.links.to(Target::Sources),
    };
    vec![Page::new(Target::Method, catalog.labels.ui.method.to_owned(), View::Method(view), maker)]
}

/// The scale that gives terms their ranges: ICD 203 where any words will do.
fn scale(catalog: &Catalog<'_>) -> Scale {
    match catalog.book.site.scale {
        Scale::Any => Scale::Icd203,
        named => named,
    }
}

fn scale_words(step: &ScaleStep) -> ScaleWords {
    let (from, to) = step.percent;
    ScaleWords { terms: step.terms.join(", "), range: Range { from, to } }
}

fn grade_words(first: char, words: &[&'static str; 6]) -> Vec<GradeWords> {
    (first..).zip(words).map(|(sign, words)| GradeWords { sign, words }).collect()
}

fn outlets<'a>(catalog: &Catalog<'a>) -> Vec<Outlet<'a>> {
    let mut outlets: BTreeMap<Option<&'a str>, (usize, BTreeSet<String>)> = BTreeMap::new();
    for article in &catalog.book.articles {
        let (count, grades) = outlets.entry(article.source.as_deref()).or_default();
        *count += 1;
        grades.insert(article.grade.to_string());
    }
    let labels = catalog.labels;
    let outlet = |(name, (count, grades)): (Option<&'a str>, (usize, BTreeSet<String>))| Outlet {
        name,
        count: labels.count(count, &labels.counts.sources),
        grades: grades.into_iter().collect::<Vec<_>>().join(", "),
    };
    outlets.into_iter().map(outlet).collect()
}
