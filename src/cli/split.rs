//! `newsbook split`: a report that is an event of its own.

use clap::Args;

use super::amend::{Changed, Correction, Decision, Desk, Why, named, refuse};
use super::{Exit, Globals};
use crate::edits::{Amendment, find_event};
use crate::model::{Id, Newsbook};

/// Make an event of its own out of one report
///
/// Writes `split` into overrides.yml. The reports of an event, with their paragraphs, are on its page.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook split m3zd --at 3 --because 'the vote, not the debate'
  newsbook split m3zd --at 'content/articles/wire/002.txt#3'")]
pub(super) struct SplitArgs {
    /// The event
    #[arg(value_name = "ID")]
    id: String,

    /// The paragraph of the report; with the article's path and # before it where several articles have one
    #[arg(long, value_name = "¶")]
    at: String,

    #[command(flatten)]
    why: Why,

    #[command(flatten)]
    correction: Correction,
}

pub(super) fn run(globals: &Globals, args: &SplitArgs) -> Exit {
    let mut desk = match Desk::open(globals, "split") {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    if let Err(unknown) = find_event(desk.book(), &args.id) {
        return refuse(globals, "split", &[unknown]);
    }
    let decision = Decision {
        command: "split",
        amendment: Amendment::Split { event: &args.id, at: &args.at },
        why: &args.why,
        correction: args.correction.text(),
        tell: &|before, after| {
            let new = new_events(before, after);
            let lines = new.iter().map(|id| format!("          {}\n", named(after, id)));
            let words = format!("Split     {} gives off\n{}", named(before, &args.id), lines.collect::<String>());
            let from = Some(args.id.clone());
            let changes = new.iter().map(|id| Changed { id: id.clone(), what: "split", from: from.clone(), to: None });
            (words, changes.collect())
        },
    };
    desk.decide(globals, &decision)
}

fn new_events(before: &Newsbook, after: &Newsbook) -> Vec<String> {
    let old = |id: &Id| before.events.iter().any(|event| event.id == *id);
    after.events.iter().map(|event| &event.id).filter(|id| !old(id)).map(ToString::to_string).collect()
}
