//! Sets the exit code and the allocator.

use std::process::ExitCode;

/// A build makes millions of short strings; this allocator takes a fifth off its time: docs/decisions/0005.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    newsbook::cli::main()
}
