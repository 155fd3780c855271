//! `keten chokepoints`

use crate::analysis::chokepoints::{Config, chokepoints as run};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Chokepoints;
use crate::app::cli::input::Case;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::{Ending, Failure, input};
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::network::NodeId;
use crate::report::chokepoints::{self as words, Asked};
use crate::report::{Question, json};

pub(super) fn chokepoints(arguments: &Chokepoints, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let case = input::load(&arguments.network.network, context)?;
    let (from, to) = (case.select("--from", std::slice::from_ref(&arguments.from)), target(&case, arguments));
    let config = match (from, to) {
        (Ok(from), Ok(to)) => Config::new(from, to),
        // Both may be at fault, and both are told.
        (Err(Failure::Faulty(mut faults)), Err(Failure::Faulty(more))) => {
            faults.extend(more);
            return Err(Failure::Faulty(faults));
        }
        (Err(failure), _) | (_, Err(failure)) => return Err(failure),
    };
    input::mention(&case.found, context);
    let answer = run(&case.model, &config);
    let mut settings = case.run("chokepoints", context, &[]).with("from", arguments.from.trim()).with("top", arguments.top);
    if let Some(to) = &arguments.to {
        settings = settings.with("to", to.trim());
    }
    let question = Question { model: &case.model, run: &settings, events: &[], title: None };
    let asked = Asked { from: arguments.from.clone(), to: arguments.to.clone(), top: arguments.top };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &answer, &asked, context.lang)),
        json: Box::new(|| json::chokepoints(&case.model, &answer, asked.top, &settings)),
        csv: Box::new(|| words::csv(&case.model, &answer, asked.top)),
        picture: None,
    })?;
    Ok(Ending::Fine)
}

/// The nodes that must not be reached: those named, else all that is vital.
fn target(case: &Case, arguments: &Chokepoints) -> Result<Vec<NodeId>, Failure> {
    if let Some(to) = &arguments.to {
        return case.select("--to", std::slice::from_ref(to));
    }
    let network = &case.model.network;
    let has_categories = network.has_categories();
    let vital: Vec<NodeId> = network.nodes().filter(|&node| case.model.is_vital(node, has_categories)).collect();
    if vital.is_empty() {
        let finding = Finding::NothingSelected { selector: "kind=process".to_owned(), nearest: None };
        return Err(Failure::Faulty(vec![Diagnostic::new(finding, Place::text("--to", "kind=process"))]));
    }
    Ok(vital)
}
