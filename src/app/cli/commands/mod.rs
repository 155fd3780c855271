//! The commands: each takes its arguments and the context, and gives an answer.

mod check;
mod chokepoints;
mod classify;
mod compare;
mod convert;
mod critical_sets;
mod exposure;
mod generate;
mod init;
mod measures;
mod rank;
mod reference;
mod report;
mod sensitivity;
mod simulate;
mod verify;
mod why;

use super::arguments::Command;
use super::job::Context;
use super::{Ending, Failure};
use crate::report::language::app as say;

/// Runs a command.
pub(super) fn run(command: &Command, context: &Context) -> Result<Ending, Failure> {
    if let Some(name) = draws_nothing(command)
        && context.wants_samples()
    {
        return Err(Failure::Usage(say::draws_nothing(context.lang, name)));
    }
    match command {
        Command::Check(arguments) => check::check(arguments, context),
        Command::Simulate(arguments) => simulate::simulate(arguments, context),
        Command::Why(arguments) => why::why(arguments, context),
        Command::Rank(arguments) => rank::rank(arguments, context),
        Command::Chokepoints(arguments) => chokepoints::chokepoints(arguments, context),
        Command::Classify(arguments) => classify::classify(arguments, context),
        Command::Measures(arguments) => measures::measures(arguments, context),
        Command::Sensitivity(arguments) => sensitivity::sensitivity(arguments, context),
        Command::Verify(arguments) => verify::verify(arguments, context),
        Command::Report(arguments) => report::report(arguments, context),
        Command::CriticalSets(arguments) => critical_sets::critical_sets(arguments, context),
        Command::Exposure(arguments) => exposure::exposure(arguments, context),
        Command::Explain(arguments) => reference::explain(arguments, context),
        Command::Columns => reference::columns(context),
        Command::Init(arguments) => init::init(arguments, context),
        Command::Compare(arguments) => compare::compare(arguments, context),
        Command::Convert(arguments) => convert::convert(arguments, context),
        Command::Generate(arguments) => generate::generate(arguments, context),
        Command::Completions(arguments) => reference::completions(arguments, context),
    }
}

/// The name of a command that takes no samples: to take them and draw nothing would say more than it knows.
const fn draws_nothing(command: &Command) -> Option<&'static str> {
    Some(match command {
        Command::Check(_) => "check",
        Command::Chokepoints(_) => "chokepoints",
        Command::CriticalSets(_) => "critical-sets",
        Command::Explain(_) => "explain",
        Command::Columns => "columns",
        Command::Init(_) => "init",
        Command::Convert(_) => "convert",
        Command::Generate(_) => "generate",
        Command::Completions(_) => "completions",
        Command::Exposure(arguments) if arguments.cyber => "exposure --cyber",
        _ => return None,
    })
}
