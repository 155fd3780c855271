//! `keten simulate`

use crate::analysis::what_if::{Config, what_if};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Simulate;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::{Ending, Failure, input};
use crate::report::{chart, csv, json, simulate as words, svg};

pub(super) fn simulate(arguments: &Simulate, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, true)?;
    let case = input::load(&arguments.network.network, context)?;
    let happening = case.happening(&arguments.course, context.lang)?;
    input::mention(&case.found, context);
    let result = what_if(&case.model, &happening.events, &Config::to(happening.horizon));
    let run = happening.run(&case, "simulate", context);
    let question = happening.question(&case, &run);
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &result, context.lang)),
        json: Box::new(|| json::simulate(&case.model, &result, &run)),
        csv: Box::new(|| csv::simulate(&case.model, &result)),
        picture: Some(Box::new(|| svg::svg(&chart::chart(&question, &result, context.lang)))),
    })?;
    Ok(Ending::Fine)
}
