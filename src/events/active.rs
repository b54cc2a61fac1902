//! What a participle tells, as a clause: "an idea proposed by Hansen in May" is told as "Hansen proposed an idea in May".
//!
//! A happening needs a finite verb. A past form behind its object, with "by" and who did it, has all a clause needs, only
//! in another order: no word is added and none is changed. Where the form is no past ("a letter written by Hansen") or
//! nobody did it, there is no clause, and nothing is told.

use std::ops::Range;

use super::clause::Clause;
use super::ending::is_among;
use super::headline::{LONGEST, capitalised};
use super::lexicon::{Class, Form};
use super::token::{Shape, Tokens};
use super::when::when;

/// Whether a participle can be told as what its agent did.
pub(super) fn has_agent(tokens: &Tokens, clause: &Clause) -> bool {
    agent(tokens, clause).is_some()
}

/// Returns the clause told by a participle of the thing that begins at `start`, up to `end`; `None` where nobody did it or
/// where it is too long without what follows the agent, too.
pub(super) fn active(tokens: &Tokens, start: usize, clause: &Clause, end: usize) -> Option<String> {
    let verb = clause.verb.group.clone();
    let agent = agent(tokens, clause).filter(|_| start < verb.start)?;
    let what = start..verb.start;
    let adverb = (what.start + 1..what.end).rev().take_while(|at| tokens.folded(*at).ends_with("ly")).last();
    let thing = counted(tokens, what.start..adverb.unwrap_or(what.end));
    let first = tokens.word(thing.start).is(Class::Determiner) && tokens.all[thing.start].shape == Shape::Capital;
    let opened = if first { tokens.folded(thing.start).to_owned() } else { tokens.written(thing.start).to_owned() };
    let thing = format!("{opened} {}", tokens.joined(thing.start + 1..thing.end));
    let mark = (agent.end..end).find(|at| tokens.all[*at].shape == Shape::Mark);
    let rest = tokens.joined(agent.end..mark.unwrap_or(end));
    let parts = [&tokens.joined(agent), &tokens.joined(adverb.unwrap_or(what.end)..verb.end), thing.trim_end()];
    let told = capitalised(parts.join(" "));
    let longer = format!("{told} {rest}");
    [longer.trim_end().to_owned(), told].into_iter().find(|text| text.chars().count() <= LONGEST)
}

/// Who did it: "by | the envoy Johan Hansen | in May".
fn agent(tokens: &Tokens, clause: &Clause) -> Option<Range<usize>> {
    let by = clause.verb.group.end;
    let past = tokens.word(clause.verb.head).can(Form::Past) || tokens.folded(clause.verb.head).ends_with("ed");
    let passive = clause.verb.passive && clause.verb.group.len() == 1 && past;
    let first = (passive && by + 1 < clause.tokens.end && tokens.folded(by) == "by").then_some(by + 1)?;
    let names = tokens.all[first].is_capital() || tokens.word(first).is(Class::Determiner);
    let ends = |at: &usize| {
        let word = tokens.word(*at);
        let phrase = word.any(&[Class::Preposition, Class::Adverb, Class::Relative]) && tokens.folded(*at) != "of";
        let mark = tokens.all[*at].shape == Shape::Mark && !matches!(tokens.written(*at), "'s" | "’" | "'" | "-" | ".");
        let adverb = is_among("back early earlier late later again twice", tokens.folded(*at));
        phrase || mark || adverb || when(tokens, *at..clause.tokens.end).is_some()
    };
    let end = (first..clause.tokens.end).find(ends).unwrap_or(clause.tokens.end);
    (names && first < end).then_some(first..end)
}

/// "The first three of | 15 guns": what was done to all is told of all.
fn counted(tokens: &Tokens, words: Range<usize>) -> Range<usize> {
    let counts = |at: usize| tokens.all[at].shape == Shape::Number || tokens.word(at).is(Class::Number);
    let whole = words.clone().rfind(|at| tokens.folded(*at) == "of" && at + 2 < words.end && counts(at + 1));
    whole.map_or(words.start, |of| of + 1)..words.end
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    /// Checks the headline of what a sentence tells beside its main clause.
    fn check(text: &str, expected: &[&str]) {
        let found = sample::mentions("2024-03-20", text);
        let found: Vec<&str> = found.iter().skip(1).filter(|m| m.listed).map(|m| m.headline.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_somebody_did_is_told_as_a_clause() {
        check(
            "An idea initially proposed by President Johan Hansen in February was discussed in Oslo on Monday.",
            &["President Johan Hansen initially proposed an idea in February"],
        );
        check(
            "The first three of 15 guns promised by Norway back in January arrived in Kyiv on Monday.",
            &["Norway promised 15 guns back in January"],
        );
    }

    #[test]
    fn what_has_no_agent_or_no_past_form_is_no_clause() {
        check("Guns sold to Norway in January arrived in Kyiv on Monday.", &[]);
        check("A letter written by Norway in January arrived in Kyiv on Monday.", &[]);
    }
}
