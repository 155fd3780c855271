//! `keten why`

use crate::analysis::uncertainty::{self, Plan};
use crate::analysis::what_if::Config;
use crate::analysis::why;
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Why;
use crate::app::cli::input::{Case, Happening};
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input};
use crate::network::NodeId;
use crate::report::{csv, json, uncertainty as bands, why as words};

pub(super) fn why(arguments: &Why, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let mut case = input::load(&arguments.network.network, context)?;
    let happening = case.happening(&arguments.course, context.lang)?;
    let selectors: Vec<String> = arguments.nodes.iter().chain(&arguments.node).cloned().collect();
    let nodes = case.select("node", &selectors)?;
    input::mention(&case.found, context);
    if let Some(plan) = context.plan()? {
        return sampled(&targets, &case, &happening, &nodes, &plan, context);
    }
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

fn sampled(
    targets: &Targets,
    case: &Case,
    happening: &Happening,
    nodes: &[NodeId],
    plan: &Plan,
    context: &Context,
) -> Result<Ending, Failure> {
    context.stop_on_interrupt();
    let config = Config::to(happening.horizon);
    let outcome = with_progress(context, || uncertainty::what_if(&case.model, &happening.events, &config, plan, &context.control));
    let ids: Vec<&str> = nodes.iter().map(|&node| case.model.network.id(node)).collect();
    let run = happening.run(case, "why", context).sampled(plan.samples, plan.until_se).with("nodes", ids);
    let question = happening.question(case, &run);
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| bands::why(&question, &outcome, nodes, context.lang)),
        json: Box::new(|| json::why_sampled(&case.model, &outcome, nodes, &run)),
        csv: Box::new(|| csv::simulate_sampled(&case.model, outcome.value(), Some(nodes))),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}
