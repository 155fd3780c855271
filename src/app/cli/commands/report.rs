//! `keten report`

mod whole;

use crate::analysis::governance::{Party, parties};
use crate::analysis::what_if::{Config, WhatIf, what_if};
use crate::analysis::{check, structure};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::{Format, Report};
use crate::app::cli::input::{Case, Happening};
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::{Ending, Failure, input};
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::network::NodeKey;
use crate::report::document::Document;
use crate::report::language::app as say;
use crate::report::{Question, dossier, governance as words, json, portrait};
use whole::Whole;

pub(super) fn report(arguments: &Report, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let case = input::load(&arguments.network.network, context)?;
    if arguments.course.is_empty() && !targets.want(|format| format != Format::Html) {
        return of_network(&targets, &case, context);
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
        told.parties(&targets, context)?;
    }
    if targets.want(|format| format == Format::Html) { told.whole(&targets, context) } else { Ok(Ending::Fine) }
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

    fn whole(&self, targets: &Targets, context: &Context) -> Result<Ending, Failure> {
        context.stop_on_interrupt();
        let whole = Whole::of(self.case, self.happening, self.result, context)?;
        let mut run = self.happening.run(self.case, "report", context).with("by", self.by);
        if let Some(plan) = context.plan()? {
            run = run.sampled(plan.samples, plan.until_se);
        }
        let question = self.happening.question(self.case, &run);
        let found = whole.found(self.result, self.parties, self.by);
        let answer = page(context, || dossier::document(&question, &found, context.lang));
        targets.give_where(|format| format == Format::Html, &answer)?;
        Ok(whole.ending(context))
    }
}

/// A network by itself: what is in it, what it can answer and what is critical.
fn of_network(targets: &Targets, case: &Case, context: &Context) -> Result<Ending, Failure> {
    input::mention(&case.found, context);
    context.stop_on_interrupt();
    let checked = check::check(&case.model);
    let built = structure::structure(&case.model, &structure::Config::default());
    let ranking = whole::rank(case, context.plan()?.as_ref(), context);
    let mut run = case.run("report", context, &[]);
    if let Some(plan) = context.plan()? {
        run = run.sampled(plan.samples, plan.until_se);
    }
    let question = Question { model: &case.model, run: &run, events: &[], title: None };
    targets.give(&page(context, || portrait::document(&question, &checked, &built, ranking.ranked(), context.lang)))?;
    Ok(ranking.ending(context))
}

/// An answer that is only asked for as a page.
fn page<'a>(context: &Context, document: impl Fn() -> Document + 'a) -> Answer<'a> {
    let no_data = || unreachable!("only a page is asked for");
    Answer { lang: context.lang, document: Box::new(document), json: Box::new(no_data), csv: Box::new(no_data), picture: None }
}
