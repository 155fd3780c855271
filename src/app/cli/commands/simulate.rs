//! `keten simulate`

use crate::analysis::bounds;
use crate::analysis::uncertainty::{self, Plan};
use crate::analysis::what_if::{Config, what_if};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Simulate;
use crate::app::cli::input::{Case, Happening};
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input};
use crate::network::Ranges;
use crate::report::exchange::Export;
use crate::report::{bounds as certain, chart, csv, json, simulate as words, svg, uncertainty as bands};

pub(super) fn simulate(arguments: &Simulate, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, true)?;
    let mut case = input::load(&arguments.network.network, context)?;
    let happening = case.happening(&arguments.course, context.lang)?;
    input::mention(&case.found, context);
    if arguments.bounds {
        return enclosed(&targets, &case, &happening, &arguments.range, context);
    }
    if let Some(plan) = context.plan()? {
        return sampled(&targets, &case, &happening, &plan, context);
    }
    let result = what_if(&case.model, &happening.events, &Config::to(happening.horizon));
    let run = happening.run(&case, "simulate", context);
    let question = happening.question(&case, &run);
    let answer = Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &result, context.lang)),
        json: Box::new(|| json::simulate(&case.model, &result, &run)),
        csv: Box::new(|| csv::simulate(&case.model, &result)),
        picture: Some(Box::new(|| svg::svg(&chart::chart(&question, &result, context.lang)))),
    };
    targets.give_with(&answer, Some(&Export { network: &case.model.network, course: Some(&result) }))?;
    Ok(Ending::Fine)
}

fn sampled(targets: &Targets, case: &Case, happening: &Happening, plan: &Plan, context: &Context) -> Result<Ending, Failure> {
    context.stop_on_interrupt();
    let config = Config::to(happening.horizon);
    let outcome = with_progress(context, || uncertainty::what_if(&case.model, &happening.events, &config, plan, &context.control));
    let run = happening.run(case, "simulate", context).sampled(plan.samples, plan.until_se);
    let question = happening.question(case, &run);
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| bands::simulate(&question, &outcome, context.lang)),
        json: Box::new(|| json::simulate_sampled(&case.model, &outcome, &run)),
        csv: Box::new(|| csv::simulate_sampled(&case.model, outcome.value(), None)),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

fn enclosed(targets: &Targets, case: &Case, happening: &Happening, given: &[String], context: &Context) -> Result<Ending, Failure> {
    let mut config = bounds::Config::to(happening.horizon);
    config.ranges = case.ranges(Ranges::widest(), |_| true, given)?;
    let answer = bounds::bounds(&case.model, &happening.events, &config);
    let run = happening.run(case, "simulate", context).enclosing(&config.ranges);
    let question = happening.question(case, &run);
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| certain::document(&question, &answer, &config.ranges, context.lang)),
        json: Box::new(|| json::bounds(&case.model, &answer, &run)),
        csv: Box::new(|| csv::bounds(&case.model, &answer)),
        picture: None,
    })?;
    Ok(Ending::Fine)
}
