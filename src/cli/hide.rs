//! `newsbook hide`: an event that is not to be told.

use clap::Args;

use super::amend::{Changed, Correction, Decision, Desk, Why, named, refuse};
use super::{Exit, Globals};
use crate::edits::{Amendment, find_event};
use crate::model::{Newsbook, Note};

/// Leave an event out
///
/// Writes `hide` into overrides.yml. Its address shows the reason instead.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook hide w8vt --because 'background, not news'
  newsbook hide w8vt --correction 'The report proved false; the bridge was never closed.'")]
pub(super) struct HideArgs {
    /// The event
    #[arg(value_name = "ID")]
    id: String,

    #[command(flatten)]
    why: Why,

    #[command(flatten)]
    correction: Correction,
}

pub(super) fn run(globals: &Globals, args: &HideArgs) -> Exit {
    let mut desk = match Desk::open(globals, "hide") {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    if let Err(unknown) = find_event(desk.book(), &args.id)
        && !vanished(desk.book(), &args.id)
    {
        return refuse(globals, "hide", &[unknown]);
    }
    let decision = Decision {
        command: "hide",
        amendment: Amendment::Hide { event: &args.id },
        why: &args.why,
        correction: args.correction.text(),
        tell: &|before, _| {
            let changed = Changed { id: args.id.clone(), what: "hide", from: None, to: None };
            (format!("Hidden    {}\n", named(before, &args.id)), vec![changed])
        },
    };
    desk.decide(globals, &decision)
}

/// Whether an event was published and is told no more, and nobody has said why.
fn vanished(book: &Newsbook, id: &str) -> bool {
    book.gone.iter().any(|gone| gone.id.as_str() == id && gone.note == Note::default())
}
