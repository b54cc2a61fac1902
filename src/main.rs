//! Sets the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    newsbook::cli::main()
}
