//! `newsbook pin`: an event that comes first.

use clap::Args;

use super::amend::{Changed, Decision, Desk, Why, named, refuse};
use super::{Exit, Globals};
use crate::diag::{Code, Diagnostic};
use crate::edits::{Amendment, find_event};

/// Put an event first
///
/// Writes `pin` into overrides.yml. Pinned events come first in their edition, in the order of the file.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  newsbook pin m3zd\n  newsbook pin m3zd --because 'the story of the week'")]
pub(super) struct PinArgs {
    /// The event
    #[arg(value_name = "ID")]
    id: String,

    #[command(flatten)]
    why: Why,
}

pub(super) fn run(globals: &Globals, args: &PinArgs) -> Exit {
    let mut desk = match Desk::open(globals, "pin") {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    match find_event(desk.book(), &args.id) {
        Err(unknown) => return refuse(globals, "pin", &[unknown]),
        Ok(event) if event.editorial.pin.is_some() => {
            let known = Diagnostic::error(Code::GivenTwice, format!("`{}` is pinned already", args.id));
            return refuse(globals, "pin", &[known.fix("change the order of `pin` in the overrides by hand")]);
        }
        Ok(_) => {}
    }
    let decision = Decision {
        command: "pin",
        amendment: Amendment::Pin { event: &args.id },
        why: &args.why,
        correction: None,
        tell: &|before, _| {
            let changed = Changed { id: args.id.clone(), what: "pin", from: None, to: None };
            (format!("Pinned    {}\n", named(before, &args.id)), vec![changed])
        },
    };
    desk.decide(globals, &decision)
}
