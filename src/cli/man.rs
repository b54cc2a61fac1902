//! `newsbook man`: manual pages.

use std::path::PathBuf;

use clap::Args;

use super::{Exit, command, report};
use crate::disk;
use crate::model::OutputFile;

/// Print the manual page, or write one for every command
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook man | man -l -
  newsbook man --dir ~/.local/share/man/man1")]
pub(super) struct ManArgs {
    /// Write the pages of all commands into this folder
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

pub(super) fn run(args: &ManArgs) -> Exit {
    let mut whole = command();
    // Gives each verb its full name, `newsbook-build`.
    whole.build();
    let Some(dir) = &args.dir else {
        report::to_stdout(&String::from_utf8_lossy(&page(&whole).bytes));
        return Exit::Done;
    };
    for command in [&whole].into_iter().chain(whole.get_subcommands()) {
        if let Err(diagnostic) = disk::write_beside(dir, &page(command)) {
            report::to_stderr(&format!("error[{}]: {}\n", diagnostic.code, diagnostic.message));
            return Exit::Disk;
        }
    }
    Exit::Done
}

fn page(command: &clap::Command) -> OutputFile {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut bytes).expect("writing to memory does not fail");
    let name = command.get_display_name().unwrap_or_else(|| command.get_name());
    OutputFile { path: format!("{name}.1"), bytes }
}
