//! `keten why`

use crate::analysis::what_if::Config;
use crate::analysis::why;
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Why;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::{Ending, Failure, input};
use crate::report::{csv, json, why as words};

pub(super) fn why(arguments: &Why, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let case = input::load(&arguments.network.network, context)?;
    let happening = case.happening(&arguments.course, context.lang)?;
    let selectors: Vec<String> = arguments.nodes.iter().chain(&arguments.node).cloned().collect();
    let nodes = case.select("node", &selectors)?;
    input::mention(&case.found, context);
    let answers = why::why(&case.model, &happening.events, &nodes, &Config::to(happening.horizon));
    let ids: Vec<&str> = nodes.iter().map(|&node| case.model.network.id(node)).collect();
    let run = happening.run(&case, "why", context).with("nodes", ids);
    let question = happening.question(&case, &run);
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &answers, happening.horizon, context.lang)),
        json: Box::new(|| json::why(&case.model, &answers, &run)),
        csv: Box::new(|| csv::why(&case.model, &answers)),
        picture: None,
    })?;
    Ok(Ending::Fine)
}
