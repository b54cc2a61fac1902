//! What `newsbook list --where` chooses rows by.

use super::list::NOTHING;

/// Conditions that must all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Conditions(Vec<Condition>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Condition {
    column: String,
    test: Test,
    value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    Is,
    IsNot,
    Below,
    UpTo,
    Above,
    From,
    Holds,
}

/// The longer spellings first, so that `<=` is not read as `<`.
const TESTS: &[(&str, Test)] = &[
    ("!=", Test::IsNot),
    ("<=", Test::UpTo),
    (">=", Test::From),
    ("=", Test::Is),
    ("<", Test::Below),
    (">", Test::Above),
    ("~", Test::Holds),
];

impl Conditions {
    pub fn parse(text: &str) -> Result<Self, String> {
        text.split(" and ").map(Condition::parse).collect::<Result<_, _>>().map(Self)
    }

    /// Returns the first column named that is none of these.
    pub fn unknown_column(&self, columns: &[&str]) -> Option<&str> {
        let known = |condition: &&Condition| columns.contains(&condition.column.as_str());
        self.0.iter().find(|condition| !known(condition)).map(|condition| condition.column.as_str())
    }

    /// Whether all hold for the cells of a row.
    pub fn hold(&self, columns: &[&str], row: &[String]) -> bool {
        let cell = |condition: &Condition| {
            columns.iter().position(|column| *column == condition.column).map(|index| row[index].as_str())
        };
        self.0.iter().all(|condition| cell(condition).is_some_and(|cell| condition.holds(cell)))
    }
}

impl Condition {
    fn parse(text: &str) -> Result<Self, String> {
        let first = |(sign, test): &(&str, Test)| Some((text.find(sign)?, sign.len(), *test));
        let found = TESTS.iter().filter_map(first).min_by_key(|(place, length, _)| (*place, usize::MAX - length));
        let Some((place, length, test)) = found else { return Err(format!("`{text}` has no `=`")) };
        let (column, value) = (text[..place].trim(), text[place + length..].trim());
        Ok(Self { column: column.to_owned(), test, value: value.to_owned() })
    }

    /// Compares as numbers where both are, and otherwise as text, as far as the condition's value goes.
    fn holds(&self, cell: &str) -> bool {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let ordering = match (cell.parse::<f64>(), self.value.parse::<f64>()) {
            (Ok(cell), Ok(value)) if self.column != "date" => cell.partial_cmp(&value).unwrap_or(Equal),
            _ => cell.chars().take(self.value.chars().count()).cmp(self.value.chars()),
        };
        match self.test {
            Test::Is if self.column == "date" => ordering == Equal,
            Test::Is => cell == self.value,
            Test::IsNot => cell != self.value,
            Test::Holds => cell.to_lowercase().contains(&self.value.to_lowercase()),
            _ if cell == NOTHING => false,
            Test::Below => ordering == Less,
            Test::UpTo => ordering != Greater,
            Test::Above => ordering == Greater,
            Test::From => ordering != Less,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_choose_rows() {
        let columns = ["date", "theme", "events"];
        for (conditions, row, expected) in [
            ("theme=arms and date>=2025-12", ["2025-12-07", "arms", "3"], true),
            ("theme=arms and date>=2025-12", ["2025-11-30", "arms", "3"], false),
            ("date<=2025-12", ["2025-12-31", "arms", "3"], true),
            ("date=2025-12", ["2025-12-31", "arms", "3"], true),
            ("date=-", ["-", "arms", "3"], true),
            ("date<2025", ["-", "arms", "3"], false),
            ("events>9", ["-", "arms", "10"], true),
            ("theme!=arms", ["-", "arms", "10"], false),
            ("theme ~ RM", ["-", "arms", "10"], true),
            ("theme=arm", ["-", "arms", "10"], false),
        ] {
            let row = row.map(str::to_owned);
            assert_eq!(Conditions::parse(conditions).unwrap().hold(&columns, &row), expected, "{conditions} {row:?}");
        }
        assert!(Conditions::parse("theme arms").is_err());
        assert_eq!(Conditions::parse("thme=x").unwrap().unknown_column(&columns), Some("thme"));
    }
}
