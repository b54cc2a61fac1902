//! What keeps events apart that are told in like words: the other half of why reports were joined.

use super::Rules;
use super::merge::Judge;
use crate::model::{Article, Mention, MentionIx};

/// A mention that is like another and tells another event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    pub mention: MentionIx,
    /// What speaks against one event, as a clause.
    pub because: String,
}

/// Returns the `most` of `others` that are told in words most like those of `mention`, likest first, each with what
/// keeps the two apart. What shares no telling word with it is left out.
pub fn apart(
    mentions: &[Mention],
    articles: &[Article],
    rules: &Rules,
    mention: MentionIx,
    others: &[MentionIx],
    most: usize,
) -> Vec<Apart> {
    let judge = Judge::new(mentions, articles, rules);
    let like = |other: &MentionIx| (judge.likeness.of_sentences(mention.0, other.0), *other);
    let mut found: Vec<(f64, MentionIx)> = others.iter().map(like).filter(|(likeness, _)| *likeness > 0.0).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.0.cmp(&b.1.0)));
    found.truncate(most);
    let said = |(_, other): (f64, MentionIx)| Apart {
        because: against(&judge, mention.0.min(other.0), mention.0.max(other.0)),
        mention: other,
    };
    found.into_iter().map(said).collect()
}

/// Why two mentions are not one event.
fn against(judge: &Judge, a: usize, b: usize) -> String {
    let (score, asked) = (judge.score(a, b), judge.asked(a, b));
    let (words, wording) = (judge.likeness.of_sentences(a, b), judge.wording(a, b));
    match judge.veto(a, b) {
        Some(veto) => veto.to_owned(),
        // No story is asked for where the sentences are too unlike.
        None if score == 0.0 && words < wording => {
            format!("their words are alike by {words:.2}, and {wording:.2} is asked")
        }
        None if score < asked => format!("similarity {score:.2}, and {asked:.2} is asked"),
        None => format!("similarity {score:.2}, but what else is told of each is too unlike"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Options, analyse, sample};
    use super::*;
    use crate::model::ArticleIx;

    /// Checks what keeps the first mention of one article apart from the first of another, of one day.
    fn check(texts: [&str; 2], expected: Option<&str>) {
        let rules = Rules::new(&[], &[], Options::default());
        let articles = texts.map(|text| sample::article("2024-03-20", text));
        let read = articles.iter().enumerate();
        let mentions: Vec<Mention> =
            read.flat_map(|(at, article)| analyse(article, ArticleIx(at), &rules).mentions).collect();
        let other = mentions.iter().position(|mention| mention.article == ArticleIx(1)).expect("a mention");
        let found = apart(&mentions, &articles, &rules, MentionIx(0), &[MentionIx(other)], 1);
        assert_eq!(found.first().map(|apart| apart.because.as_str()), expected, "{texts:?}");
    }

    #[test]
    fn it_says_what_speaks_against_one_event() {
        let dam = "Rebels blew up the Tabqa dam in Syria on Monday.";
        check([dam, "Rebels blew up the Tabqa dam in Syria on 3 January 2024."], Some("the dates do not agree"));
        check(
            ["On Monday 40 rebels stormed the Homs prison.", "On Monday 90 rebels stormed the Homs prison."],
            Some("their numbers differ"),
        );
        check(
            [
                "Ali Karim said on Monday that rebels had mined roads, burned barns and poisoned wells in Syria.",
                "Ali Karim told farmers on Monday that schools, bakeries and markets would open.",
            ],
            Some("their words are alike by 0.25, and 0.40 is asked"),
        );
        check([dam, "Bakers in Lima opened a fair."], None);
    }
}
