//! How sure we are, as pages and papers show it: three dots and a word.

use serde::Serialize;

use super::labels::Labels;
use crate::model::Confidence;

/// How sure we are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ConfidenceView {
    /// 1 low, 2 medium, 3 high.
    pub level: u8,
    /// "Low", "Medium" or "High".
    pub label: &'static str,
    /// "low confidence", where it stands alone.
    pub phrase: &'static str,
}

impl ConfidenceView {
    /// Returns how sure we are, in the words of a language.
    pub fn new(confidence: Confidence, labels: &Labels) -> Self {
        let level = match confidence {
            Confidence::Low => 1,
            Confidence::Medium => 2,
            Confidence::High => 3,
        };
        Self { level, label: labels.confidence(confidence), phrase: labels.say.sure[usize::from(level - 1)] }
    }
}
