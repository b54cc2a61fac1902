//! The analysis as a filter: one document in, what it says out, for `newsbook extract`.

use crate::config::Config;
use crate::events::{self, Analysis, Rules};
use crate::model::{Article, ArticleIx, Edtf, Event, Mention};
use crate::readers::{self, Given};

use super::settings;

/// A text with what the caller knows about it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub id: String,
    /// Exactly as pasted; Markdown is not interpreted.
    pub text: String,
    pub title: Option<String>,
    pub published: Option<Edtf>,
    pub source: Option<String>,
}

/// What a document says.
#[derive(Debug)]
pub struct Extracted {
    /// Its `text` is the document's own, so every span counts in it.
    pub article: Article,
    pub analysis: Analysis,
}

/// The analysis of a desk, ready for any number of documents.
#[derive(Debug)]
pub struct Extractor {
    rules: Rules,
}

impl Extractor {
    pub fn new(config: &Config) -> Self {
        Self { rules: settings::rules(config, &[]) }
    }

    /// Reads one document; `number` counts from 0 and is the article of its mentions.
    pub fn extract(&self, number: usize, document: &Document) -> Extracted {
        let given =
            Given { title: document.title.clone(), published: document.published, source: document.source.clone() };
        let article = readers::from_text(&document.id, &document.text, given);
        let analysis = events::analyse(&article, ArticleIx(number), &self.rules);
        Extracted { article, analysis }
    }

    /// Joins what several documents report twice. `mentions` are those of all documents, in the order of `articles`.
    pub fn merge(&self, mentions: &[Mention], articles: &[Article]) -> Vec<Event> {
        events::merge(mentions, articles, &self.rules)
    }
}
