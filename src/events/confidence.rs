//! How far a report can be relied on, as points with their reasons; the config sets points and levels.

use crate::model::{Confidence, DateBasis, Dated, Kind};

/// Points for and against, and the points that a level needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// The report states the date.
    pub date_explicit: i32,
    /// The date is worked out or inherited.
    pub date_relative: i32,
    pub date_none: i32,
    /// Somebody is named who says it.
    pub speaker_named: i32,
    /// It is told without saying by whom.
    pub speaker_none: i32,
    /// A second outlet tells it too.
    pub second_source: i32,
    /// Only one outlet tells it.
    pub single_source: i32,
    /// Only one side says it.
    pub one_side: i32,
    /// From this many points on, high.
    pub high: i32,
    /// From this many points on, medium.
    pub medium: i32,
}

impl Default for Points {
    fn default() -> Self {
        Self {
            date_explicit: 2,
            date_relative: 1,
            date_none: -1,
            speaker_named: 1,
            speaker_none: -1,
            second_source: 3,
            single_source: -1,
            one_side: -1,
            high: 4,
            medium: 1,
        }
    }
}

/// A sum of points with its grounds, each in words: `+2 the report states the date`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Score {
    pub sum: i32,
    pub grounds: Vec<String>,
}

impl Score {
    /// Returns what one report earns by itself, whatever others say; the grounds only where it is `listed`, as nobody asks
    /// how sure the rest is.
    pub fn of_report(points: &Points, date: Option<&Dated>, speaker: Option<&str>, kind: Kind, listed: bool) -> Self {
        let stated = match date.map(|dated| dated.basis) {
            Some(DateBasis::Explicit) => (points.date_explicit, "the report states the date"),
            Some(_) => (points.date_relative, "the date is worked out"),
            None => (points.date_none, "there is no date"),
        };
        let said = match speaker {
            Some(_) => (points.speaker_named, " says so"),
            None => (points.speaker_none, "nobody is named who says so"),
        };
        let side = (if kind == Kind::Claim { points.one_side } else { 0 }, "only one side says so");
        if !listed {
            return Self { sum: stated.0 + said.0 + side.0, grounds: Vec::new() };
        }
        let mut score = Self::default();
        score.add(stated.0, stated.1);
        score.add(said.0, &[speaker.unwrap_or_default(), said.1].concat());
        score.add(side.0, side.1);
        score
    }

    pub fn add(&mut self, points: i32, words: &str) {
        if points != 0 {
            self.sum += points;
            self.grounds.push(format!("{points:+} {words}"));
        }
    }

    pub fn level(&self, points: &Points) -> Confidence {
        match self.sum {
            sum if sum >= points.high => Confidence::High,
            sum if sum >= points.medium => Confidence::Medium,
            _ => Confidence::Low,
        }
    }
}

/// Returns the sum of grounds written by [`Score::add`].
pub(super) fn sum(grounds: &[String]) -> i32 {
    grounds.iter().filter_map(|ground| ground.split(' ').next()?.parse::<i32>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grounds_add_up_to_a_level() {
        let points = Points::default();
        let mut score = Score::of_report(&points, None, Some("the mayor"), Kind::Claim, true);
        let unlisted = Score::of_report(&points, None, Some("the mayor"), Kind::Claim, false);
        assert_eq!((unlisted.sum, unlisted.grounds.len()), (score.sum, 0));
        assert_eq!((score.sum, score.level(&points)), (-1, Confidence::Low));
        score.add(points.second_source, "2 outlets");
        assert_eq!(score.level(&points), Confidence::Medium);
        assert_eq!(
            score.grounds,
            ["-1 there is no date", "+1 the mayor says so", "-1 only one side says so", "+3 2 outlets"]
        );
    }
}
