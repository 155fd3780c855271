//! `keten critical-sets`

use super::rank::{criterion, grouping};
use crate::analysis::critical_sets::{Config, memory, of_events, of_losses};
use crate::analysis::curve;
use crate::analysis::ranking::{Config as RankConfig, Criterion};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::{Course, CriticalSets};
use crate::app::cli::input::{Case, Happening};
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input};
use crate::network::Scenario;
use crate::report::critical_sets::{self as words, Asked};
use crate::report::language::app as say;
use crate::report::{Question, csv, curve as drawn, json, svg};

pub(super) fn critical_sets(arguments: &CriticalSets, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, arguments.curve)?;
    let mut case = input::load(&arguments.network.network, context)?;
    if arguments.curve {
        return curve(&case, arguments, &targets, context);
    }
    let happening = happening(&mut case, arguments, context)?;
    let config = config(&case, arguments, happening.as_ref(), context)?;
    context.allow(memory(&case.model, &config, context.threads()))?;
    input::mention(&case.found, context);
    context.stop_on_interrupt();
    let events = happening.as_ref().map_or(&[][..], |happening| &happening.events);
    let outcome = with_progress(context, || match &happening {
        Some(_) => of_events(&case.model, events, &config, &context.control),
        None => of_losses(&case.model, &config, &context.control),
    });
    let mut run = match &happening {
        Some(happening) => happening.run(&case, "critical-sets", context),
        None => case.run("critical-sets", context, &[]).with("by", arguments.by.as_str()),
    };
    run = run
        .with("size", config.size)
        .with("criterion", config.rank.criterion.name(&case.model.network))
        .with("within_h", config.rank.within.hours())
        .with("threshold", config.rank.threshold.as_f64())
        .with("top", arguments.top);
    if let Some(of) = &arguments.of {
        run = run.with("of", of.as_str());
    }
    let question = Question { model: &case.model, run: &run, events, title: None };
    let asked = Asked { size: config.size, within: config.rank.within, top: arguments.top };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &outcome, &asked, context.lang)),
        json: Box::new(|| json::critical_sets(&case.model, &outcome, asked.size, asked.within, asked.top, &run)),
        csv: Box::new(|| csv::critical_sets(outcome.value(), asked.top)),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

/// How many losses until half of the processes are lost.
fn curve(case: &Case, arguments: &CriticalSets, targets: &Targets, context: &Context) -> Result<Ending, Failure> {
    let mut config = curve::Config::new(config(case, arguments, None, context)?.rank, context.seed);
    config.orders = arguments.orders;
    input::mention(&case.found, context);
    context.stop_on_interrupt();
    let outcome = with_progress(context, || curve::curve(&case.model, &config, &context.control));
    let mut run = case.run("critical-sets", context, &[]).with("curve", true).with("by", arguments.by.as_str());
    run = run.with("orders", config.orders).with("within_h", config.rank.within.hours());
    if let Some(of) = &arguments.of {
        run = run.with("of", of.as_str());
    }
    let question = Question { model: &case.model, run: &run, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| drawn::document(&question, &outcome, config.orders, context.lang)),
        json: Box::new(|| json::curve(&case.model, &outcome, &run)),
        csv: Box::new(|| csv::curve(outcome.value())),
        picture: Some(Box::new(|| svg::lines(&drawn::lines(outcome.value(), context.lang)))),
    })?;
    Ok(ending(&outcome, context))
}

/// The events to combine, where a scenario is named.
fn happening(case: &mut Case, arguments: &CriticalSets, context: &Context) -> Result<Option<Happening>, Failure> {
    let Some(scenario) = &arguments.scenario else { return Ok(None) };
    let course = Course { scenario: Some(scenario.clone()), horizon: arguments.within, ..Course::default() };
    case.happening(&course, context.lang).map(Some)
}

fn config(case: &Case, arguments: &CriticalSets, happening: Option<&Happening>, context: &Context) -> Result<Config, Failure> {
    let suiting = || if happening.is_some() { Criterion::LostHours } else { Criterion::suiting(&case.model) };
    let criterion = criterion(case, arguments.criterion.as_deref(), context)?.unwrap_or_else(suiting);
    if criterion == Criterion::Compromised {
        return Err(Failure::Usage(say::no_sets_of_reach(context.lang).to_owned()));
    }
    let mut rank = RankConfig::new(criterion);
    rank.within = happening.map_or(arguments.within.unwrap_or(Scenario::HORIZON), |happening| happening.horizon);
    rank.threshold = arguments.threshold;
    rank.of = arguments.of.as_ref().map(|of| case.select("--of", std::slice::from_ref(of))).transpose()?;
    rank.by = grouping(case, &arguments.by)?;
    let mut config = Config::new(rank, usize::from(arguments.size));
    config.keep = config.keep.max(arguments.top);
    Ok(config)
}
