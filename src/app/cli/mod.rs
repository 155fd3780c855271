//! The command line: raw arguments, then a job, then an answer in the formats asked for, then an exit code.
//!
//! Invariants: data goes to standard output and messages to standard error; a file is written whole or not at all; faulty input prints
//! every fault and writes nothing. Exit codes: 0 fine, 1 unexpected, 2 usage, 3 faulty input, 4 a checked requirement is not met,
//! 5 truncated, 130 interrupted.

mod answer;
mod arguments;
mod commands;
mod input;
mod job;
mod output;
mod progress;
mod usage;

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::outcome::{Outcome, Stop};
use crate::report::language::app as say;
use std::process::ExitCode;

/// Why a command gave no answer.
#[derive(Debug)]
enum Failure {
    /// The input is faulty.
    Faulty(Vec<Diagnostic>),
    /// Something failed at run time.
    Runtime(Error),
    /// The arguments do not fit one another.
    Usage(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Runtime(error)
    }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Fine,
    RequirementNotMet,
    /// A limit was reached; the answer says so.
    Truncated,
    Interrupted,
}

impl Ending {
    /// This, or where it is fine, another.
    fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Fine { other() } else { self }
    }
}

/// How a command ends whose answer may be a part.
fn ending<T>(outcome: &Outcome<T>, context: &job::Context) -> Ending {
    match outcome {
        Outcome::Complete(_) => Ending::Fine,
        Outcome::Truncated { reason: Stop::Interrupted, .. } => {
            output::note(say::interrupted(context.lang));
            Ending::Interrupted
        }
        Outcome::Truncated { .. } => {
            output::note(say::truncated(context.lang));
            Ending::Truncated
        }
    }
}

/// Runs the command that the arguments of the process name.
pub fn main() -> ExitCode {
    let arguments = match arguments::parse() {
        Ok(arguments) => arguments,
        Err(unread) => return usage::show(&unread),
    };
    let context = job::Context::of(&arguments.common);
    match commands::run(&arguments.command, &context) {
        Ok(Ending::Fine) => ExitCode::SUCCESS,
        Ok(Ending::RequirementNotMet) => ExitCode::from(4),
        Ok(Ending::Truncated) => ExitCode::from(5),
        Ok(Ending::Interrupted) => ExitCode::from(130),
        Err(Failure::Faulty(found)) => {
            input::show(&found, matches!(arguments.command, arguments::Command::Check(_)), &context);
            ExitCode::from(3)
        }
        Err(Failure::Usage(message)) => {
            output::message(&message);
            ExitCode::from(2)
        }
        Err(Failure::Runtime(error)) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(Failure::Runtime(error)) => {
            output::message(&say::not_written(context.lang, error.path(), error.said()));
            ExitCode::FAILURE
        }
    }
}
