//! `keten report`

use crate::analysis::governance::parties;
use crate::analysis::what_if::{Config, what_if};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Report;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::{Ending, Failure, input};
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::network::NodeKey;
use crate::report::{governance as words, json};

pub(super) fn report(arguments: &Report, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let case = input::load(&arguments.network.network, context)?;
    let happening = case.happening(&arguments.course, context.lang)?;
    let key = NodeKey::parse(&case.model.network, &arguments.by).map_err(|nearest| {
        let finding = Finding::UnknownSelectorKey { key: arguments.by.clone(), nearest };
        Failure::Faulty(vec![Diagnostic::new(finding, Place::text("--by", &arguments.by))])
    })?;
    input::mention(&case.found, context);
    let result = what_if(&case.model, &happening.events, &Config::to(happening.horizon));
    let parties = parties(&case.model, &result, key);
    let run = happening.run(&case, "report", context).with("by", arguments.by.as_str());
    let question = happening.question(&case, &run);
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &result, &parties, &arguments.by, context.lang)),
        json: Box::new(|| json::governance(&case.model, &result, &parties, &arguments.by, &run)),
        csv: Box::new(|| words::csv(&question, &result, &parties)),
        picture: None,
    })?;
    Ok(Ending::Fine)
}
