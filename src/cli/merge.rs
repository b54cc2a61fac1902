//! `newsbook merge`: events that are one.

use clap::Args;

use super::amend::{Changed, Correction, Decision, Desk, Why, named, refuse};
use super::{Exit, Globals};
use crate::edits::{Amendment, find_event};

/// Join events that are one
///
/// Writes `merge` into overrides.yml. The addresses of the events that go lead to the one that stays.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook merge m3zd p0qk --because 'two reports of one speech'
  newsbook merge m3zd p0qk w8vt")]
pub(super) struct MergeArgs {
    /// The event that stays
    #[arg(value_name = "INTO")]
    into: String,

    /// The events that become part of it
    #[arg(value_name = "FROM", required = true)]
    from: Vec<String>,

    #[command(flatten)]
    why: Why,

    #[command(flatten)]
    correction: Correction,
}

pub(super) fn run(globals: &Globals, args: &MergeArgs) -> Exit {
    let mut desk = match Desk::open(globals, "merge") {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    let all = [&args.into].into_iter().chain(&args.from);
    let unknown: Vec<_> = all.filter_map(|id| find_event(desk.book(), id).err()).collect();
    if !unknown.is_empty() {
        return refuse(globals, "merge", &unknown);
    }
    let decision = Decision {
        command: "merge",
        amendment: Amendment::Merge { into: &args.into, from: &args.from },
        why: &args.why,
        correction: args.correction.text(),
        tell: &|before, _| {
            let lines = args.from.iter().map(|id| format!("          {}\n", named(before, id)));
            let words = format!("Merged    {} takes in\n{}", named(before, &args.into), lines.collect::<String>());
            let to = Some(args.into.clone());
            let changes =
                args.from.iter().map(|id| Changed { id: id.clone(), what: "merge", from: None, to: to.clone() });
            (words, changes.collect())
        },
    };
    desk.decide(globals, &decision)
}
