//! `keten verify`

use crate::analysis::pattern::pattern;
use crate::analysis::uncertainty::{self, Plan};
use crate::analysis::verify::verify as run;
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Verify;
use crate::app::cli::input::Case;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input};
use crate::diagnostic::Severity;
use crate::network::Scenario;
use crate::report::json::{self, Input};
use crate::report::{Question, csv, uncertainty as bands, verify as words};
use crate::tables;

/// Beyond this many nodes letting each fail in turn takes long; `rank` is made for that.
const MAX_NODES_FOR_PATTERN: usize = 5_000;

pub(super) fn verify(arguments: &Verify, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let case = input::load(&arguments.network.network, context)?;
    let (scenarios, inputs) = scenarios(&case, &arguments.scenario)?;
    input::mention(&case.found, context);
    if let Some(plan) = context.plan()? {
        return sampled(&targets, &case, &scenarios, &inputs, &plan, context);
    }
    let result = run(&case.model, &scenarios);
    let whole = arguments.scenario.is_empty() && case.model.network.node_count() <= MAX_NODES_FOR_PATTERN;
    let pattern = whole.then(|| pattern(&case.model));
    let settings = case.run("verify", context, &inputs);
    let question = Question { model: &case.model, run: &settings, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &result, pattern.as_ref(), context.lang)),
        json: Box::new(|| json::verify(&case.model, &result, pattern.as_ref(), &settings)),
        csv: Box::new(|| csv::verify(&case.model, &result)),
        picture: None,
    })?;
    Ok(if result.failures().next().is_none() { Ending::Fine } else { Ending::RequirementNotMet })
}

type Named = Vec<(String, Scenario)>;

/// The scenarios named, or all of the network's; every fault of every one is reported.
fn scenarios(case: &Case, named: &[String]) -> Result<(Named, Vec<Input>), Failure> {
    let all = || case.sources.scenarios.iter().map(|path| path.display().to_string()).collect();
    let wanted: Vec<String> = if named.is_empty() { all() } else { named.to_vec() };
    let (mut scenarios, mut inputs, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for name in wanted {
        let checked = tables::load_scenario(&case.model.network, case.sources.folder.as_deref(), &name);
        faults.extend(checked.diagnostics.into_iter().filter(|diagnostic| diagnostic.finding.severity() == Severity::Error));
        if let Some(loaded) = checked.value {
            inputs.push(Input { name: format!("scenarios/{}.toml", loaded.name), blake3: loaded.digest });
            scenarios.push((loaded.name, loaded.scenario));
        }
    }
    if faults.is_empty() { Ok((scenarios, inputs)) } else { Err(Failure::Faulty(faults)) }
}

fn sampled(targets: &Targets, case: &Case, scenarios: &Named, inputs: &[Input], plan: &Plan, context: &Context) -> Result<Ending, Failure> {
    context.stop_on_interrupt();
    let outcome = with_progress(context, || uncertainty::verify(&case.model, scenarios, plan, &context.control));
    let settings = case.run("verify", context, inputs).sampled(plan.samples, plan.until_se);
    let question = Question { model: &case.model, run: &settings, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| bands::verify(&question, &outcome, scenarios, context.lang)),
        json: Box::new(|| json::verify_sampled(&case.model, &outcome, scenarios, &settings)),
        csv: Box::new(|| csv::verify_sampled(&case.model, outcome.value(), scenarios)),
        picture: None,
    })?;
    let ending = ending(&outcome, context);
    Ok(if ending == Ending::Fine && outcome.value().fails() { Ending::RequirementNotMet } else { ending })
}
