//! `keten report`

mod risks;
mod whole;

use super::compare::Beside;
use crate::analysis::governance::{Party, parties};
use crate::analysis::what_if::{Config, WhatIf, what_if};
use crate::analysis::{check, structure};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::{Format, Report};
use crate::app::cli::input::{Case, Happening};
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::{Ending, Failure, input, output};
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::network::NodeKey;
use crate::report::document::Document;
use crate::report::json::{self, Run};
use crate::report::language::app as say;
use crate::report::{Question, dossier, governance as words, portrait};
use whole::Whole;

pub(super) fn report(arguments: &Report, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    refuse_beside(arguments, &targets, context)?;
    let mut case = input::load(&arguments.network.network, context)?;
    if arguments.course.is_empty() && !targets.want(|format| format != Format::Html) {
        return of_network(&targets, &case, arguments, context);
    }
    if arguments.course.is_empty() {
        return Err(Failure::Usage(say::report_of_what(context.lang).to_owned()));
    }
    let happening = case.happening(&arguments.course, context.lang)?;
    let key = NodeKey::parse(&case.model.network, &arguments.by).map_err(|nearest| {
        let finding = Finding::UnknownSelectorKey { key: arguments.by.clone(), nearest };
        Failure::Faulty(vec![Diagnostic::new(finding, Place::text("--by", &arguments.by))])
    })?;
    input::mention(&case.found, context);
    let result = what_if(&case.model, &happening.events, &Config::to(happening.horizon));
    let parties = parties(&case.model, &result, key);
    let told = Told { case: &case, happening: &happening, result: &result, parties: &parties, by: &arguments.by };
    // A page is the whole report; the other formats hold who must be called, as data to work with.
    if targets.want(|format| format != Format::Html) {
        if context.wants_samples() && !context.quiet {
            output::note(say::samples_of_a_page(context.lang));
        }
        told.parties(&targets, context)?;
    }
    if targets.want(|format| format == Format::Html) { told.whole(&targets, arguments, context) } else { Ok(Ending::Fine) }
}

/// An answer that is to be told.
struct Told<'a> {
    case: &'a Case,
    happening: &'a Happening,
    result: &'a WhatIf,
    parties: &'a [Party],
    by: &'a str,
}

impl Told<'_> {
    fn parties(&self, targets: &Targets, context: &Context) -> Result<(), Failure> {
        let run = self.happening.run(self.case, "report", context).with("by", self.by);
        let question = self.happening.question(self.case, &run);
        let answer = Answer {
            lang: context.lang,
            document: Box::new(|| words::document(&question, self.result, self.parties, self.by, context.lang)),
            json: Box::new(|| json::governance(&self.case.model, self.result, self.parties, self.by, &run)),
            csv: Box::new(|| words::csv(&question, self.result, self.parties)),
            picture: None,
        };
        targets.give_where(|format| format != Format::Html, &answer)
    }

    fn whole(&self, targets: &Targets, arguments: &Report, context: &Context) -> Result<Ending, Failure> {
        context.stop_on_interrupt();
        let beside = beside(self.case, arguments, context)?;
        let whole = Whole::of(self.case, self.happening, self.result, context)?;
        let mut run = self.happening.run(self.case, "report", context).with("by", self.by);
        if let Some(plan) = context.plan()? {
            run = run.sampled(plan.samples, plan.until_se);
        }
        run = with_beside(run, beside.as_ref());
        let question = self.happening.question(self.case, &run);
        let beside_left_out = beside.is_none() && arguments.beside.is_some();
        let found = whole.found(self.result, self.parties, self.by, (beside.as_ref().map(Beside::compared), beside_left_out));
        let answer = page(context, || dossier::document(&question, &found, context.lang));
        targets.give_where(|format| format == Format::Html, &answer)?;
        Ok(whole.ending(context).or_else(|| ending_of(arguments, beside.as_ref(), context)))
    }
}

/// A network by itself: what is in it, what it can answer and what is critical.
fn of_network(targets: &Targets, case: &Case, arguments: &Report, context: &Context) -> Result<Ending, Failure> {
    input::mention(&case.found, context);
    context.stop_on_interrupt();
    let beside = beside(case, arguments, context)?;
    let checked = check::check(&case.model);
    let built = structure::structure(&case.model, &structure::Config::default());
    let ranking = whole::rank(case, context.plan()?.as_ref(), context);
    let risks = risks::of_network(case, &context.control.cancel);
    let mut run = case.run("report", context, &[]);
    if let Some(plan) = context.plan()? {
        run = run.sampled(plan.samples, plan.until_se);
    }
    run = with_beside(run, beside.as_ref());
    let question = Question { model: &case.model, run: &run, events: &[], title: None };
    let compared = beside.as_ref().map(Beside::compared);
    let beside_left_out = beside.is_none() && arguments.beside.is_some();
    targets.give(&page(context, || {
        portrait::document(&question, (&checked, &built), (ranking.ranked(), &risks), (compared.as_ref(), beside_left_out), context.lang)
    }))?;
    Ok(ranking.ending(context).or_else(|| ending_of(arguments, beside.as_ref(), context)))
}

/// Another version is set beside a network as it is or under a scenario, and only on a page.
fn refuse_beside(arguments: &Report, targets: &Targets, context: &Context) -> Result<(), Failure> {
    let course = &arguments.course;
    let is_typed = !(course.fail.is_empty() && course.compromise.is_empty() && course.trigger.is_empty()) || course.horizon.is_some();
    if arguments.beside.is_some() && (is_typed || !targets.want(|format| format == Format::Html)) {
        return Err(Failure::Usage(say::beside_what(context.lang).to_owned()));
    }
    Ok(())
}

/// What differs from the other version, where one is named; a part of it would say that nodes are new that are not, so there is none.
fn beside(case: &Case, arguments: &Report, context: &Context) -> Result<Option<Beside>, Failure> {
    let Some(other) = &arguments.beside else { return Ok(None) };
    let networks = [arguments.network.network.as_str(), other.as_str()];
    let found = Beside::of(case, networks, arguments.course.scenario.as_deref(), context)?;
    Ok((!context.control.cancel.is_stopped()).then_some(found))
}

fn with_beside(mut run: Run, beside: Option<&Beside>) -> Run {
    let Some(beside) = beside else { return run };
    run.inputs.extend(beside.inputs.iter().cloned());
    run.with("beside", beside.compared().sides.a.as_str())
}

/// How a report ends of which all else is whole.
fn ending_of(arguments: &Report, beside: Option<&Beside>, context: &Context) -> Ending {
    match beside {
        None if arguments.beside.is_some() => {
            output::note(say::interrupted(context.lang));
            Ending::Interrupted
        }
        Some(beside) if !beside.is_whole() => Ending::Truncated,
        _ => Ending::Fine,
    }
}

/// An answer that is only asked for as a page.
fn page<'a>(context: &Context, document: impl Fn() -> Document + 'a) -> Answer<'a> {
    let no_data = || unreachable!("only a page is asked for");
    Answer { lang: context.lang, document: Box::new(document), json: Box::new(no_data), csv: Box::new(no_data), picture: None }
}
