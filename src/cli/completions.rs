//! `newsbook completions`: what a shell needs to complete our commands.

use clap::Args;
use clap_complete::Shell;

use super::{Exit, command, report};

/// Print completions for a shell
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  newsbook completions bash > ~/.local/share/bash-completion/completions/newsbook
  newsbook completions fish > ~/.config/fish/completions/newsbook.fish")]
pub(super) struct CompletionsArgs {
    /// The shell to print for
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs) -> Exit {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "newsbook", &mut bytes);
    report::to_stdout(&String::from_utf8_lossy(&bytes));
    Exit::Done
}
