//! `keten classify`

use crate::analysis::classify::{Config, classify as run, scheme_of};
use crate::analysis::uncertainty::{self, Plan};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Classify;
use crate::app::cli::input::Case;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input};
use crate::network::{CriterionId, SchemeId};
use crate::report::classify::{self as words, Asked};
use crate::report::json::Run;
use crate::report::language::{app, classify as say};
use crate::report::{Question, csv, json, uncertainty as bands};

pub(super) fn classify(arguments: &Classify, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    context.stop_on_interrupt();
    let case = input::load(&arguments.network.network, context)?;
    let config = config(&case, arguments, context)?;
    input::mention(&case.found, context);
    let network = &case.model.network;
    let mut settings = case
        .run("classify", context, &[])
        .with("scheme", network.criteria().scheme(config.scheme).name.as_str())
        .with("within_h", config.within.hours())
        .with("threshold", config.threshold.as_f64())
        .with("at_least", config.at_least)
        .with("without", arguments.without.clone())
        .with("with_parts", config.with_parts);
    if let Some(of) = &arguments.of {
        settings = settings.with("of", of.as_str());
    }
    let asked = Asked { at_least: config.at_least, top: arguments.top, named: arguments.of.is_some() };
    if let Some(plan) = context.plan()? {
        return sampled(&targets, &case, &config, (&settings.sampled(plan.samples, plan.until_se), &asked), &plan, context);
    }
    let outcome = with_progress(context, || run(&case.model, &config, &context.control));
    let question = Question { model: &case.model, run: &settings, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &outcome, &asked, context.lang)),
        json: Box::new(|| json::classify(&case.model, &outcome, &settings)),
        csv: Box::new(|| csv::classify(&case.model, outcome.value())),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

/// The verdicts over samples.
fn sampled(
    targets: &Targets,
    case: &Case,
    config: &Config,
    (settings, asked): (&Run, &Asked),
    plan: &Plan,
    context: &Context,
) -> Result<Ending, Failure> {
    let outcome = with_progress(context, || uncertainty::classify(&case.model, config, plan, &context.control));
    let question = Question { model: &case.model, run: settings, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| bands::classify(&question, &outcome, asked, context.lang)),
        json: Box::new(|| json::classify_sampled(&case.model, &outcome, settings)),
        csv: Box::new(|| csv::classify_sampled(&case.model, outcome.value())),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

fn config(case: &Case, arguments: &Classify, context: &Context) -> Result<Config, Failure> {
    let mut config = Config::new(scheme(case, arguments.scheme.as_deref(), context)?);
    config.of = arguments.of.as_ref().map(|of| case.select("--of", std::slice::from_ref(of))).transpose()?;
    config.within = arguments.within;
    config.threshold = arguments.threshold;
    config.at_least = arguments.at_least.into();
    config.with_parts = !arguments.alone;
    let without: Result<Vec<CriterionId>, Failure> = arguments.without.iter().map(|name| criterion(case, name, context)).collect();
    config.without = without?;
    Ok(config)
}

fn scheme(case: &Case, asked: Option<&str>, context: &Context) -> Result<SchemeId, Failure> {
    let criteria = case.model.network.criteria();
    let known = criteria.schemes().map(|(_, scheme)| scheme.name.as_str()).collect::<Vec<_>>().join(", ");
    let found = asked.map_or_else(|| scheme_of(&case.model), |asked| criteria.find_scheme(asked));
    found.ok_or_else(|| Failure::Usage(say::no_scheme(context.lang, asked, &known)))
}

fn criterion(case: &Case, name: &str, context: &Context) -> Result<CriterionId, Failure> {
    let criteria = case.model.network.criteria();
    let known = || criteria.all().map(|(_, criterion)| criterion.name.clone()).collect::<Vec<_>>();
    criteria.find(name).ok_or_else(|| Failure::Usage(app::unknown_criterion(context.lang, name, &known())))
}
