//! `keten measures`

use crate::analysis::measures::{Config, Impossible, is_measurable, measures as run};
use crate::analysis::ranking::Criterion;
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Measures;
use crate::app::cli::input::{Case, Happening};
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input};
use crate::diagnostic::Diagnostic;
use crate::network::{Gauge, MeasureId, RowRef, Scenario, Table};
use crate::report::language::measures as say;
use crate::report::measures::{self as words, Asked};
use crate::report::{Question, csv, json};

pub(super) fn measures(arguments: &Measures, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    context.stop_on_interrupt();
    let mut case = input::load(&arguments.network.network, context)?;
    if case.model.network.measures().is_empty() {
        return Err(Failure::Usage(say::none(context.lang).to_owned()));
    }
    let course = &arguments.course;
    let is_course = course.scenario.is_some() || !(course.fail.is_empty() && course.compromise.is_empty() && course.trigger.is_empty());
    if is_course && arguments.of.is_some() {
        return Err(Failure::Usage(say::of_without_events(context.lang).to_owned()));
    }
    let happening = if is_course { Some(case.happening(course, context.lang)?) } else { None };
    let config = config(&case, arguments, happening.as_ref(), context)?;
    input::mention(&case.found, context);
    let mut settings = match &happening {
        Some(happening) => happening.run(&case, "measures", context),
        None => case.run("measures", context, &[]).with("within_h", config.within.hours()),
    };
    settings = settings.with("criterion", config.criterion.name(&case.model.network)).with("years", config.years);
    settings = config.budget.map_or(settings.clone(), |budget| settings.with("budget_eur", budget));
    if let Some(of) = &arguments.of {
        settings = settings.with("of", of.as_str());
    }
    if let Some(plan) = &config.plan {
        settings = settings.sampled(plan.samples, plan.until_se);
    }
    let events = happening.as_ref().map(|happening| happening.events.as_slice());
    let outcome =
        with_progress(context, || run(&case.model, events, &config, &context.control)).map_err(|faults| impossible(&case, faults))?;
    let question = match &happening {
        Some(happening) => happening.question(&case, &settings),
        None => Question { model: &case.model, run: &settings, events: &[], title: None },
    };
    let asked = Asked {
        criterion: config.criterion,
        within: config.within,
        budget: config.budget,
        years: config.years,
        of_events: happening.is_some(),
    };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &outcome, &asked, context.lang)),
        json: Box::new(|| json::measures(&case.model, &outcome, config.criterion, &settings)),
        csv: Box::new(|| csv::measures(&case.model, outcome.value())),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

/// Measures that cannot be taken, at the rows that state them.
fn impossible(case: &Case, faults: Vec<Impossible>) -> Failure {
    let place = |id: MeasureId| case.sources.place(RowRef { table: Table::Measures, index: id.0 }, Some("change"));
    let of_measure = |(id, findings): Impossible| findings.into_iter().map(move |finding| Diagnostic::new(finding, place(id)));
    Failure::Faulty(faults.into_iter().flat_map(of_measure).collect())
}

fn config(case: &Case, arguments: &Measures, happening: Option<&Happening>, context: &Context) -> Result<Config, Failure> {
    let stated = super::rank::criterion(case, arguments.criterion.as_deref(), context)?;
    let criterion = stated.unwrap_or_else(|| suiting(case));
    if !is_measurable(criterion) {
        return Err(Failure::Usage(say::not_measurable(context.lang).to_owned()));
    }
    let within = happening.map_or_else(|| arguments.course.horizon.unwrap_or(Scenario::HORIZON), |happening| happening.horizon);
    let mut config = Config::new(criterion, within);
    config.of = arguments.of.as_ref().map(|of| case.select("--of", std::slice::from_ref(of))).transpose()?;
    config.budget = arguments.budget;
    config.years = arguments.years;
    config.plan = context.plan()?;
    Ok(config)
}

/// The first amount that is added up over time, such as costs; where there is none, the hours lost.
fn suiting(case: &Case) -> Criterion {
    let network = &case.model.network;
    let has_amounts = |id| network.impacts().iter().any(|impact| impact.criterion == id);
    let over_time = network.criteria().all().find(|(id, criterion)| criterion.gauge() == Gauge::Integral && has_amounts(*id));
    over_time.map_or(Criterion::LostHours, |(id, _)| Criterion::Impact(id))
}
