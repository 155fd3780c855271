//! `keten compare`

use crate::analysis::compare::{self as analysis, Comparison, Config, Course, Resolve, Side};
use crate::analysis::ranking::Criterion;
use crate::app::cli::answer::Answer;
use crate::app::cli::arguments::Compare;
use crate::app::cli::input::Case;
use crate::app::cli::job::Context;
use crate::app::cli::output::Targets;
use crate::app::cli::progress::with_progress;
use crate::app::cli::{Ending, Failure, ending, input};
use crate::diagnostic::{Diagnostic, Severity};
use crate::network::{Event, Network, Ranges};
use crate::outcome::Outcome;
use crate::report::compare::{self as words, Compared, Sides};
use crate::report::json::{Input, Run};
use crate::report::language::{app as say_app, compare as say};
use crate::report::{Question, csv, json};
use crate::tables::{self, LoadedScenario};
use crate::units::Time;
use std::path::Path;

pub(super) fn compare(arguments: &Compare, context: &Context) -> Result<Ending, Failure> {
    let targets = Targets::of(context, false)?;
    let wanted = Wanted::of(arguments, context)?;
    let (a, b) = (input::load(wanted.networks[0], context), input::load(wanted.networks[1], context));
    let (a, b) = both(a, b)?;
    let scenarios = both(scenario(&a, wanted.scenarios[0]), scenario(&b, wanted.scenarios[1]))?;
    input::mention(&b.found, context);
    let config = config(&b, arguments, context)?;
    let loaded = [scenarios.0.as_ref(), scenarios.1.as_ref()];
    context.stop_on_interrupt();
    let outcome = asked([&a, &b], loaded, wanted.scenarios, &config, context)?;
    let run = run(&a, (!wanted.is_one).then_some(&b), loaded, &config, context);
    let question = Question { model: &b.model, run: &run, events: &[], title: None };
    let sides = wanted.sides();
    let compared =
        Compared { before: &a.model, outcome: &outcome, sides: &sides, happens: loaded[0].is_some(), is_two_scenarios: wanted.is_one };
    targets.give(&Answer {
        lang: context.lang,
        document: Box::new(|| words::document(&question, &compared, context.lang)),
        json: Box::new(|| json::compare([&a.model, &b.model], &outcome, &sides, &run)),
        csv: Box::new(|| csv::compare(outcome.value())),
        picture: None,
    })?;
    Ok(ending(&outcome, context))
}

/// Compares two networks, each under its scenario if there is one.
fn asked(
    [a, b]: [&Case; 2],
    loaded: [Option<&LoadedScenario>; 2],
    names: [Option<&str>; 2],
    config: &Config,
    context: &Context,
) -> Result<Outcome<Comparison>, Failure> {
    let side = |case: &'_ Case| case.ranges(Ranges::widest(), |_| true, &[]);
    let (model_a, model_b) = (a.under(loaded[0]), b.under(loaded[1]));
    let resolve_a = |network: &Network| resolved(network, a.sources.folder.as_deref(), names[0]);
    let resolve_b = |network: &Network| resolved(network, b.sources.folder.as_deref(), names[1]);
    let [before, after] = [
        Side { model: &model_a, course: happening(loaded[0], &resolve_a), ranges: side(a)? },
        Side { model: &model_b, course: happening(loaded[1], &resolve_b), ranges: side(b)? },
    ];
    Ok(with_progress(context, || analysis::compare(&before, &after, config, &context.control)))
}

/// Another version of a network, and what differs from it.
pub(super) struct Beside {
    other: Case,
    outcome: Outcome<Comparison>,
    sides: Sides,
    /// Whether something happens.
    happens: bool,
    /// What was read of the other version.
    pub(super) inputs: Vec<Input>,
}

impl Beside {
    /// Sets another version beside a network, both under a scenario if one is named.
    pub(super) fn of(case: &Case, [network, other]: [&str; 2], name: Option<&str>, context: &Context) -> Result<Self, Failure> {
        let loaded = input::load(other, context)?;
        let scenarios = both(scenario(&loaded, name), scenario(case, name))?;
        let mut config = Config::new(Criterion::suiting(&case.model));
        config.plan = context.plan()?;
        let scenarios = [scenarios.0.as_ref(), scenarios.1.as_ref()];
        let outcome = asked([&loaded, case], scenarios, [name, name], &config, context)?;
        let inputs = inputs(&loaded, "beside", scenarios[0], "report", context);
        Ok(Self { outcome, sides: sides([other, network]), happens: name.is_some(), inputs, other: loaded })
    }

    /// What is told of it.
    pub(super) fn compared(&self) -> Compared<'_> {
        Compared { before: &self.other.model, outcome: &self.outcome, sides: &self.sides, happens: self.happens, is_two_scenarios: false }
    }

    /// Whether all samples were drawn.
    pub(super) fn is_whole(&self) -> bool {
        self.outcome.is_complete()
    }
}

/// Which networks and scenarios stand on which side.
struct Wanted<'a> {
    networks: [&'a str; 2],
    scenarios: [Option<&'a str>; 2],
    /// Whether one network was named, and two scenarios.
    is_one: bool,
}

impl<'a> Wanted<'a> {
    /// Two networks under at most one scenario, or one network under two.
    fn of(arguments: &'a Compare, context: &Context) -> Result<Self, Failure> {
        let first = arguments.network.network.as_str();
        match (arguments.other.as_deref(), arguments.scenario.as_slice()) {
            (Some(second), []) => Ok(Self { networks: [first, second], scenarios: [None, None], is_one: false }),
            (Some(second), [one]) => Ok(Self { networks: [first, second], scenarios: [Some(one), Some(one)], is_one: false }),
            (None, [one, other]) => Ok(Self { networks: [first, first], scenarios: [Some(one), Some(other)], is_one: true }),
            _ => Err(Failure::Usage(say::which_scenarios(context.lang).to_owned())),
        }
    }

    fn sides(&self) -> Sides {
        let [a, b] = if self.is_one { self.scenarios.map(Option::unwrap_or_default) } else { self.networks };
        sides([a, b])
    }
}

/// What two files or folders are called. Where they lie changes nothing; where they are called alike the whole path tells them apart.
fn sides([a, b]: [&str; 2]) -> Sides {
    let [short_a, short_b] = [a, b].map(name);
    let [a, b] = if short_a == short_b { [a, b] } else { [short_a, short_b] };
    Sides { a: a.to_owned(), b: b.to_owned() }
}

/// The name of a file or folder without where it lies.
fn name(path: &str) -> &str {
    Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or(path)
}

/// Both, or all that is wrong with either.
fn both<T>(a: Result<T, Failure>, b: Result<T, Failure>) -> Result<(T, T), Failure> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(Failure::Faulty(mut faults)), Err(Failure::Faulty(more))) => {
            faults.extend(more.into_iter().filter(|fault| !faults.contains(fault)).collect::<Vec<_>>());
            Err(Failure::Faulty(faults))
        }
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}

fn scenario(case: &Case, name: Option<&str>) -> Result<Option<LoadedScenario>, Failure> {
    let Some(name) = name else { return Ok(None) };
    let checked = tables::load_scenario(&case.model.network, case.sources.folder.as_deref(), name);
    let is_error = |found: &Diagnostic| found.finding.severity() == Severity::Error;
    match checked.value {
        Some(loaded) => Ok(Some(loaded)),
        None => Err(Failure::Faulty(checked.diagnostics.into_iter().filter(is_error).collect())),
    }
}

fn horizon(loaded: &LoadedScenario) -> Time {
    loaded.scenario.looked_ahead()
}

fn happening<'s>(loaded: Option<&'s LoadedScenario>, resolve: Resolve<'s>) -> Option<Course<'s>> {
    let loaded = loaded?;
    Some(Course { name: &loaded.name, scenario: &loaded.scenario, horizon: horizon(loaded), resolve })
}

/// The scenario in a network between the two, which holds the cells that its measures leave; `None` where it names what is not there.
fn resolved(network: &Network, folder: Option<&Path>, name: Option<&str>) -> Option<(Vec<Event>, Time)> {
    let loaded = tables::load_scenario_in_place(network, folder, name?).value?;
    let horizon = horizon(&loaded);
    Some((loaded.scenario.events, horizon))
}

fn config(case: &Case, arguments: &Compare, context: &Context) -> Result<Config, Failure> {
    // A criterion of one network's impacts may be another one in the other, so only those that every network has are taken.
    let known = |name: &String| {
        let unknown = || say_app::unknown_criterion(context.lang, name, &Criterion::ALL.map(|(name, _)| name.to_owned()));
        let found = Criterion::ALL.iter().find(|(known, _)| known == name).map(|(_, criterion)| *criterion);
        found.ok_or_else(|| Failure::Usage(unknown()))
    };
    let criterion = arguments.criterion.as_ref().map(known).transpose()?.unwrap_or_else(|| Criterion::suiting(&case.model));
    let mut config = Config::new(criterion);
    config.within = arguments.within;
    config.plan = context.plan()?;
    Ok(config)
}

/// What was read of a side.
fn inputs(case: &Case, side: &str, loaded: Option<&LoadedScenario>, question: &'static str, context: &Context) -> Vec<Input> {
    let files = case.run(question, context, &[]).inputs.into_iter().chain(loaded.map(|loaded| scenario_input(loaded, "")));
    files.map(|file| Input { name: format!("{side}/{}", file.name), ..file }).collect()
}

fn scenario_input(loaded: &LoadedScenario, side: &str) -> Input {
    Input { name: format!("{side}scenarios/{}.toml", loaded.name), blake3: loaded.digest.clone() }
}

/// The `run` object; without a second case it is one network under two scenarios, whose files are named once.
fn run(a: &Case, b: Option<&Case>, loaded: [Option<&LoadedScenario>; 2], config: &Config, context: &Context) -> Run {
    let mut inputs = inputs(a, "a", loaded[0], "compare", context);
    match b {
        Some(b) => inputs.extend(self::inputs(b, "b", loaded[1], "compare", context)),
        None => inputs.extend(loaded[1].map(|loaded| scenario_input(loaded, "b/"))),
    }
    let b = b.unwrap_or(a);
    let mut run = Run::new("compare", inputs, context.seed, context.stance)
        .with("criterion", config.criterion.name(&b.model.network))
        .with("within_h", config.within.hours())
        .with("scenarios", loaded.iter().flatten().map(|loaded| loaded.name.clone()).collect::<Vec<_>>());
    if let Some(plan) = &config.plan {
        run = run.sampled(plan.samples, plan.until_se);
    }
    run
}
