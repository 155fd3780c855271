//! `keten rank`

use crate::analysis::ranking::{Config, Criterion, Engine, Grouping, memory, rank as run};
use crate::analysis::uncertainty::{self, Plan};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::{Rank, Way, Ways};
use crate::app::cli::input::Case;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input, output};
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::network::NodeKey;
use crate::report::json::Run;
use crate::report::language::app as say;
use crate::report::rank::{self as words, Asked};
use crate::report::{Question, csv, json, uncertainty as bands};

pub(super) fn rank(arguments: &Rank, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let case = input::load(&arguments.network.network, context)?;
    let config = config(&case, arguments, context)?;
    context.allow(memory(&case.model, &config, context.threads()))?;
    input::mention(&case.found, context);
    context.stop_on_interrupt();
    let mut settings = case
        .run("rank", context, &[])
        .with("by", arguments.by.as_str())
        .with("criterion", config.criterion.name(&case.model.network))
        .with("within_h", config.within.hours())
        .with("top", arguments.top);
    if config.criterion != Criterion::Compromised {
        settings = settings.with("threshold", config.threshold.as_f64());
    }
    if let Some(of) = &arguments.of {
        settings = settings.with("of", of.as_str());
    }
    let asked = Asked { by: arguments.by.clone(), threshold: arguments.threshold, top: arguments.top };
    if let Some(mut plan) = context.plan()? {
        plan.one_by_one = arguments.ways.engine == Some(Way::OneByOne);
        let side_by_side = || uncertainty::runs_side_by_side(&case.model, &config, &plan);
        mention(arguments.ways, || if side_by_side() { Way::SideBySide } else { Way::OneByOne });
        return sampled(&targets, &case, &config, &asked, &settings.sampled(plan.samples, plan.until_se), &plan, context);
    }
    if config.criterion != Criterion::Compromised {
        mention(arguments.ways, || Way::Of(Engine::of(&case.model, &config)));
    }
    let outcome = with_progress(context, || run(&case.model, &config, &context.control));
    let question = Question { model: &case.model, run: &settings, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &outcome, &asked, context.lang)),
        json: Box::new(|| json::rank(&case.model, &outcome, &asked.by, asked.top, &settings)),
        csv: Box::new(|| csv::rank(outcome.value(), asked.top)),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

/// Names the way that is taken, to whoever measures.
fn mention(ways: Ways, taken: impl FnOnce() -> Way) {
    if ways.debug_engine {
        output::note(&format!("engine: {}\n", taken().name()));
    }
}

fn sampled(
    targets: &Targets,
    case: &Case,
    config: &Config,
    asked: &Asked,
    settings: &Run,
    plan: &Plan,
    context: &Context,
) -> Result<Ending, Failure> {
    let outcome = with_progress(context, || uncertainty::rank(&case.model, config, plan, &context.control));
    let question = Question { model: &case.model, run: settings, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| bands::rank(&question, &outcome, asked, context.lang)),
        json: Box::new(|| json::rank_sampled(&case.model, &outcome, &asked.by, asked.top, settings)),
        csv: Box::new(|| csv::rank_sampled(outcome.value(), asked.top)),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

fn config(case: &Case, arguments: &Rank, context: &Context) -> Result<Config, Failure> {
    let stated = criterion(case, arguments.criterion.as_deref(), context)?;
    let criterion = stated.unwrap_or_else(|| Criterion::suiting(&case.model));
    let mut config = Config::new(criterion);
    config.within = arguments.within;
    config.threshold = arguments.threshold;
    config.of = arguments.of.as_ref().map(|of| case.select("--of", std::slice::from_ref(of))).transpose()?;
    config.by = grouping(case, &arguments.by)?;
    config.engine = match arguments.ways.engine {
        Some(Way::Of(engine)) => Some(engine),
        _ => None,
    };
    Ok(config)
}

/// What `--criterion` names.
pub(super) fn criterion(case: &Case, name: Option<&str>, context: &Context) -> Result<Option<Criterion>, Failure> {
    let parse = |name: &str| {
        Criterion::parse(&case.model.network, name).map_err(|known| Failure::Usage(say::unknown_criterion(context.lang, name, &known)))
    };
    name.map(parse).transpose()
}

/// What `--by` groups by.
pub(super) fn grouping(case: &Case, by: &str) -> Result<Grouping, Failure> {
    if is_by_owner(case, by) {
        return Ok(Grouping::Owner);
    }
    if by == "node" {
        return Ok(Grouping::Node);
    }
    let fault = |nearest| {
        let finding = Finding::UnknownSelectorKey { key: by.to_owned(), nearest };
        Failure::Faulty(vec![Diagnostic::new(finding, Place::text("--by", by))])
    };
    NodeKey::parse(&case.model.network, by).map(Grouping::Key).map_err(fault)
}

/// Whether initiators are those of one owner. A network without an ownership table may have a column of that name.
fn is_by_owner(case: &Case, by: &str) -> bool {
    let network = &case.model.network;
    let has_table = || !network.ownership().holdings().is_empty();
    ["owner", "eigenaar"].contains(&by) && (has_table() || NodeKey::parse(network, by).is_err())
}
