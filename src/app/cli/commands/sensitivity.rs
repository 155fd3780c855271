//! `keten sensitivity`

use crate::analysis::sensitivity::{Conclusion, Config, Wanted, sensitivity as run};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Sensitivity;
use crate::app::cli::input::Case;
use crate::app::cli::job::Context;
use crate::app::cli::output::{self, Targets};
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input};
use crate::diagnostic::{Diagnostic, Place};
use crate::network::{NodeId, Ranges, unknown_node};
use crate::report::language::app as say;
use crate::report::{csv, json, sensitivity as words};

pub(super) fn sensitivity(arguments: &Sensitivity, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let mut case = input::load(&arguments.network.network, context)?;
    let happening = case.happening(&arguments.course, context.lang)?;
    let mut config = Config::to(happening.horizon);
    config.wanted = Wanted { figure: arguments.figure, node: node(&case, arguments, context)? };
    // That a network takes defaults for certain settles what its verdicts rest on; what to ask is another matter.
    config.ranges = case.ranges(Ranges::plausible(), |range| range.contains(".."), &arguments.range)?;
    config.plan = context.plan()?;
    config.conclusion = arguments.conclusion.as_deref().map(|text| conclusion(&case, text)).transpose()?;
    input::mention(&case.found, context);
    context.stop_on_interrupt();
    let outcome = with_progress(context, || run(&case.model, &happening.events, &config, &context.control));
    let mut settings = happening.run(&case, "sensitivity", context).with("figure", arguments.figure.name());
    if let Some(of) = &arguments.figure_of {
        settings = settings.with("node", of.trim());
    }
    settings = settings.ranging(&config.ranges);
    if let Some(conclusion) = &arguments.conclusion {
        settings = settings.with("conclusion", conclusion.trim());
    }
    if let Some(plan) = &config.plan {
        // The questions one at a time are asked under the stance; only the uncertain cells are drawn.
        let stance = settings.stance;
        settings = settings.sampled(plan.samples, plan.until_se);
        settings.stance = stance;
    }
    let question = happening.question(&case, &settings);
    if let Some(path) = &arguments.questionnaire {
        let form = csv::questionnaire(&case.model, outcome.value(), arguments.questions, context.lang);
        output::write(path, form.as_bytes())?;
    }
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &outcome, arguments.questions, context.lang)),
        json: Box::new(|| json::sensitivity(&case.model, &outcome, &settings)),
        csv: Box::new(|| csv::sensitivity(&case.model, outcome.value())),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

fn conclusion(case: &Case, text: &str) -> Result<Conclusion, Failure> {
    let faulty = |finding| Failure::Faulty(vec![Diagnostic::new(finding, Place::text("--conclusion", text))]);
    Conclusion::parse(&case.model.network, text).map_err(faulty)
}

/// The node whose figure is asked for; a figure that does not go with it is refused.
fn node(case: &Case, arguments: &Sensitivity, context: &Context) -> Result<Option<NodeId>, Failure> {
    let figure = arguments.figure;
    let refused = |of_node| Failure::Usage(say::figure_of(context.lang, figure.name(), of_node));
    let Some(id) = arguments.figure_of.as_deref().map(str::trim) else {
        return if figure.is_of_all() { Ok(None) } else { Err(refused(false)) };
    };
    if !figure.is_of_node() {
        return Err(refused(true));
    }
    let network = &case.model.network;
    let unknown = || unknown_node(network, id);
    network.find(id).map(Some).ok_or_else(|| Failure::Faulty(vec![Diagnostic::new(unknown(), Place::text("--node", id))]))
}
