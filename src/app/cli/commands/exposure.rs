//! `keten exposure`

use crate::analysis::cyber_map;
use crate::analysis::exposure::{Config, Exposure, Subject, exposure as run};
use crate::analysis::uncertainty::{self, Plan};
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Exposure as Arguments;
use crate::app::cli::input::Case;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input};
use crate::diagnostic::{Diagnostic, Finding, Instead, Place};
use crate::network::{Deal, Network, nearest, unknown_actor};
use crate::report::json::Run;
use crate::report::language::app as say;
use crate::report::{Question, cyber_map as cyber_words, exposure as words, json, uncertainty as bands};
use crate::units::{Level, NumberFault};

pub(super) fn exposure(arguments: &Arguments, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    context.stop_on_interrupt();
    let case = input::load(&arguments.network.network, context)?;
    if arguments.cyber {
        return cyber(&case, arguments, &targets, context);
    }
    let mut config = Config::within(arguments.within);
    config.deal = arguments.acquire.as_ref().map(|text| deal(&case.model.network, text, context)).transpose()?;
    let subject = subject(&case, arguments, config.deal.as_ref(), context)?;
    input::mention(&case.found, context);
    let answer = run(&case.model, &subject, &config);
    let mut settings = case.run("exposure", context, &[]);
    settings = match &subject {
        Subject::Actor(id) => settings.with("actor", id.as_str()),
        Subject::Country(code) => settings.with("country", code.as_str()),
    };
    settings = settings.with("within_h", config.within.hours());
    if let Some(deal) = &config.deal {
        settings = settings.with("acquire", format!("{}:{}:{}", deal.buyer, deal.company, deal.share));
    }
    if let Some(plan) = context.plan()? {
        return sampled(&targets, &case, &answer, &settings.sampled(plan.samples, plan.until_se), &plan, context);
    }
    let question = Question { model: &case.model, run: &settings, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &answer, context.lang)),
        json: Box::new(|| json::exposure(&case.model, &answer, &settings)),
        csv: Box::new(|| words::csv(&question, &answer)),
        picture: None,
    })?;
    Ok(Ending::Fine)
}

/// What follows over samples.
fn sampled(targets: &Targets, case: &Case, found: &Exposure, settings: &Run, plan: &Plan, context: &Context) -> Result<Ending, Failure> {
    let outcome = with_progress(context, || uncertainty::exposure(&case.model, found, plan, &context.control));
    let question = Question { model: &case.model, run: settings, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| bands::exposure(&question, found, &outcome, context.lang)),
        json: Box::new(|| json::exposure_sampled(&case.model, found, &outcome, settings)),
        csv: Box::new(|| bands::exposure_csv(&question, found, outcome.value())),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

/// The ICT behind vital processes.
fn cyber(case: &Case, arguments: &Arguments, targets: &Targets, context: &Context) -> Result<Ending, Failure> {
    let mut config = cyber_map::Config::within(arguments.within);
    config.of = arguments.of.as_ref().map(|of| case.select("--of", std::slice::from_ref(of))).transpose()?;
    input::mention(&case.found, context);
    let map = cyber_map::cyber_map(&case.model, &config);
    let mut settings = case.run("exposure", context, &[]).with("cyber", true).with("within_h", config.within.hours());
    if let Some(of) = &arguments.of {
        settings = settings.with("of", of.as_str());
    }
    let question = Question { model: &case.model, run: &settings, events: &[], title: None };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| cyber_words::document(&question, &map, context.lang)),
        json: Box::new(|| json::cyber_map(&case.model, &map, &settings)),
        csv: Box::new(|| cyber_words::csv(&question, &map)),
        picture: None,
    })?;
    Ok(Ending::Fine)
}

fn faulty(finding: Finding, option: &str, text: &str) -> Failure {
    Failure::Faulty(vec![Diagnostic::new(finding, Place::text(option, text))])
}

/// Whose exposure: the actor or country that is named, else the buyer's.
fn subject(case: &Case, arguments: &Arguments, deal: Option<&Deal>, context: &Context) -> Result<Subject, Failure> {
    let network = &case.model.network;
    match (&arguments.actor, &arguments.country, deal) {
        (Some(actor), ..) => {
            let id = actor.trim();
            let is_known =
                network.ownership().find(id).is_some() || network.find(id).is_some() || deal.is_some_and(|deal| deal.buyer == id);
            if is_known {
                Ok(Subject::Actor(id.to_owned()))
            } else {
                Err(faulty(unknown_actor(network, network.ownership(), id), "--actor", actor))
            }
        }
        (None, Some(country), _) => country_of(network, country),
        (None, None, Some(deal)) => Ok(Subject::Actor(deal.buyer.clone())),
        (None, None, None) => Err(Failure::Usage(say::nobody_asked(context.lang).to_owned())),
    }
}

fn country_of(network: &Network, country: &str) -> Result<Subject, Failure> {
    let code = country.trim();
    let stated = || network.nodes().filter_map(|node| network.node(node).country).map(|name| network.text(name));
    if stated().any(|known| known == code) {
        return Ok(Subject::Country(code.to_owned()));
    }
    let nearest = nearest(code, stated());
    Err(faulty(Finding::NothingSelected { selector: format!("country={code}"), nearest }, "--country", country))
}

/// Reads `OWNER:OWNED:SHARE`, from the right. Ids may hold colons, so every split is tried for a company that exists.
fn deal(network: &Network, text: &str, context: &Context) -> Result<Deal, Failure> {
    let (parties, share) = text.rsplit_once(':').ok_or_else(|| Failure::Usage(say::not_a_deal(context.lang, text)))?;
    let share = part(share.trim()).map_err(|finding| faulty(finding, "--acquire", text))?;
    let splits = || parties.match_indices(':').map(|(at, _)| (parties[..at].trim(), parties[at + 1..].trim()));
    let exists = |id: &str| network.ownership().find(id).is_some() || network.find(id).is_some();
    let split = splits().find(|(_, company)| exists(company)).or_else(|| splits().next());
    let (buyer, company) = split
        .filter(|(buyer, company)| !buyer.is_empty() && !company.is_empty())
        .ok_or_else(|| Failure::Usage(say::not_a_deal(context.lang, text)))?;
    let deal = Deal { buyer: buyer.to_owned(), company: company.to_owned(), share };
    match deal.fault(network) {
        Some(finding) => Err(faulty(finding, "--acquire", text)),
        None => Ok(deal),
    }
}

/// A share, also as a percentage with its sign.
fn part(text: &str) -> Result<Level, Finding> {
    let (read, allowed) = match text.strip_suffix('%') {
        Some(percentage) => (Level::parse_percent(percentage.trim()), "0..100"),
        None => (Level::parse(text), "0..1"),
    };
    read.map_err(|fault| match fault {
        NumberFault::OutOfRange if text.parse::<f64>().is_ok_and(|number| number > 1.0 && number <= 100.0) => {
            Finding::PercentageAsShare { text: text.to_owned() }
        }
        NumberFault::OutOfRange => Finding::OutOfRange { column: "share".to_owned(), text: text.to_owned(), allowed: allowed.to_owned() },
        _ => Finding::NotANumber { column: "share".to_owned(), text: text.to_owned(), instead: Instead::Nothing },
    })
}
