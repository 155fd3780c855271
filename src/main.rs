//! The `keten` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    keten::app::cli::main()
}
