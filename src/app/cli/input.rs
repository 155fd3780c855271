//! Loading what the arguments name, and telling what is wrong with it.

use super::Failure;
use super::answer::width;
use super::arguments::{Course, Format};
use super::job::Context;
use super::output;
use crate::analysis::Model;
use crate::diagnostic::{Checked, Diagnostic, Finding, Place, Severity};
use crate::network::{Event, NodeId, Owners, RangeFault, Ranges, Scenario, select};
use crate::report::Question;
use crate::report::json::{self, Input, Run};
use crate::report::language::{Lang, app as say};
use crate::report::render::{self, Look};
use crate::tables::{self, Loaded, Sources};
use crate::units::Time;
use std::borrow::Cow;

/// A network ready for questions, and what was read.
pub(super) struct Case {
    pub(super) model: Model,
    pub(super) sources: Sources,
    pub(super) found: Vec<Diagnostic>,
}

/// What happens, resolved.
pub(super) struct Happening {
    pub(super) events: Vec<Event>,
    pub(super) horizon: Time,
    /// The scenario by its name, where nothing but it happens.
    pub(super) scenario: Option<(String, Scenario)>,
    /// The scenario's title, or where it has none, its name.
    title: Option<String>,
    inputs: Vec<Input>,
    /// The options that named events, as they were typed.
    typed: Vec<(&'static str, Vec<String>)>,
}

/// What is wrong with a trigger among these events, unless another fault hides whether it is.
fn trigger_before(option: &str, event: &Event, events: &[Event], faults: &[Diagnostic]) -> Option<Finding> {
    let first = Event::first_compromise(events);
    let hides = |fault: &Diagnostic| fault.places.first().is_none_or(|place| !matches!(place.file.as_str(), "--fail" | "--trigger"));
    let is_early = option == "trigger" && !faults.iter().any(hides) && first.is_none_or(|first| event.at < first);
    is_early.then(|| Finding::TriggerBeforeCompromise { at_h: event.at.hours(), first_h: first.map(Time::hours) })
}

/// Loads a network; what is worth knowing about how it was read is said on standard error.
pub(super) fn load(path: &str, context: &Context) -> Result<Case, Failure> {
    context.allow(tables::memory(path))?;
    let Checked { mut value, mut diagnostics } = tables::load_network(path);
    for answers in &context.answers {
        let Some(loaded) = value else { break };
        let answered = tables::load_answers(loaded, answers);
        value = answered.value;
        diagnostics.extend(answered.diagnostics);
    }
    let Some(Loaded { network, sources }) = value else { return Err(Failure::Faulty(diagnostics)) };
    Ok(Case { model: Model::new(network, context.stance), sources, found: diagnostics })
}

/// Says how the files were read, and what in them may have been read otherwise than it was meant.
pub(super) fn mention(found: &[Diagnostic], context: &Context) {
    let is_told = |finding: &Finding| !matches!(finding, Finding::FileNotUsed {});
    let told: Vec<Diagnostic> = found.iter().filter(|diagnostic| is_told(&diagnostic.finding)).cloned().collect();
    tell(&told, context);
}

/// Notes and warnings in words.
pub(super) fn tell(found: &[Diagnostic], context: &Context) {
    if !context.quiet && !found.is_empty() {
        output::note(&render::diagnostics(found, look(context)));
    }
}

fn look(context: &Context) -> Look {
    Look { lang: context.lang, width: width(), colour: context.colour }
}

/// Shows faults, in words or as JSON; `is_check` says whether the network as a whole would be looked over without them.
pub(super) fn show(found: &[Diagnostic], is_check: bool, context: &Context) {
    let is_error = |diagnostic: &&Diagnostic| diagnostic.finding.severity() == Severity::Error;
    let shown: Vec<Diagnostic> = found.iter().filter(|diagnostic| !context.quiet || is_error(diagnostic)).cloned().collect();
    if context.format == Format::Json {
        return output::note(&json::diagnostics(&shown, context.lang));
    }
    let count = |severity: Severity| shown.iter().filter(|diagnostic| diagnostic.finding.severity() == severity).count() as u64;
    output::note(&render::diagnostics(&shown, look(context)));
    output::note(&say::faults(context.lang, count(Severity::Error), count(Severity::Warning), count(Severity::Note), is_check));
}

impl Case {
    /// The network in which a scenario happens: with the measures that it takes.
    pub(super) fn under(&self, loaded: Option<&tables::LoadedScenario>) -> Cow<'_, Model> {
        let network = loaded.and_then(|loaded| loaded.network.clone());
        network.map_or(Cow::Borrowed(&self.model), |network| Cow::Owned(Model::new(network, self.model.stance)))
    }

    /// The `run` object of an answer about this network.
    pub(super) fn run(&self, question: &'static str, context: &Context, also: &[Input]) -> Run {
        let folder = self.sources.folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default();
        let within = |name: &str| {
            let inside = name.strip_prefix(&folder).map(|rest| rest.trim_start_matches(['/', '\\']));
            inside.filter(|_| !folder.is_empty()).unwrap_or_else(|| name.rsplit(['/', '\\']).next().unwrap_or(name)).to_owned()
        };
        let files = self.sources.files.iter().map(|file| Input { name: within(&file.name), blake3: file.digest.clone() });
        let run = Run::new(question, files.chain(also.iter().cloned()).collect(), context.seed, context.stance);
        let network = &self.model.network;
        if network.answers().is_empty() { run } else { run.with("answers", json::answers(network)) }
    }

    /// The nodes that selectors name; every selector at fault is reported.
    pub(super) fn select(&self, option: &str, selectors: &[String]) -> Result<Vec<NodeId>, Failure> {
        let mut nodes = Vec::new();
        let mut faults = Vec::new();
        for text in selectors {
            match select(&self.model.network, text) {
                Ok(selected) => nodes.extend(selected),
                Err(finding) => faults.push(Diagnostic::new(finding, Place::text(option, text))),
            }
        }
        if faults.is_empty() { Ok(nodes) } else { Err(Failure::Faulty(faults)) }
    }

    /// Where empty cells lie: as given, else as the network says, else as here; every text that is no range is reported. What the network
    /// says counts as far as `counts` has it.
    pub(super) fn ranges(&self, mut ranges: Ranges, counts: impl Fn(&str) -> bool, given: &[String]) -> Result<Ranges, Failure> {
        for (column, range) in self.model.network.meta().ranges.iter().filter(|(_, range)| counts(range)) {
            // They were checked when network.toml was read.
            let _ = ranges.set_column(column, range);
        }
        let mut faults = Vec::new();
        for text in given {
            if let Err(fault) = ranges.set(text) {
                let allowed = match fault {
                    RangeFault::UnknownColumn => Ranges::widest().list().map(|(name, _)| name).collect::<Vec<_>>().join(", "),
                    RangeFault::BadRange { allowed } => allowed,
                };
                faults.push(Diagnostic::new(Finding::BadRange { text: text.clone(), allowed }, Place::text("--range", text)));
            }
        }
        if faults.is_empty() { Ok(ranges) } else { Err(Failure::Faulty(faults)) }
    }

    /// What the arguments say happens. The measures that it takes are taken in the case from here on.
    pub(super) fn happening(&mut self, course: &Course, lang: Lang) -> Result<Happening, Failure> {
        if course.is_empty() {
            return Err(Failure::Usage(say::nothing_happens(lang).to_owned()));
        }
        let mut faults = Vec::new();
        let mut loaded = course.scenario.as_ref().and_then(|name| {
            let checked = tables::load_scenario(&self.model.network, self.sources.folder.as_deref(), name);
            faults.extend(checked.diagnostics.into_iter().filter(|diagnostic| diagnostic.finding.severity() == Severity::Error));
            checked.value
        });
        let mut events = loaded.as_ref().map_or_else(Vec::new, |loaded| loaded.scenario.events.clone());
        let typed = self.typed(course, &mut events, &mut faults);
        if !faults.is_empty() {
            return Err(Failure::Faulty(faults));
        }
        // No event of the command line takes a measure.
        if let Some(network) = loaded.as_mut().and_then(|loaded| loaded.network.take()) {
            self.model = Model::new(network, self.model.stance);
        }
        let stated = loaded.as_ref().and_then(|loaded| loaded.scenario.horizon);
        let input =
            |loaded: &tables::LoadedScenario| Input { name: format!("scenarios/{}.toml", loaded.name), blake3: loaded.digest.clone() };
        Ok(Happening {
            events,
            horizon: course.horizon.or(stated).unwrap_or(Scenario::HORIZON),
            scenario: loaded.iter().filter(|_| typed.is_empty()).map(|loaded| (loaded.name.clone(), loaded.scenario.clone())).next(),
            inputs: loaded.iter().map(input).collect(),
            title: loaded.map(|loaded| loaded.scenario.title.unwrap_or(loaded.name)),
            typed,
        })
    }

    /// Adds the events of the command line, and returns the options that named them.
    fn typed(&self, course: &Course, events: &mut Vec<Event>, faults: &mut Vec<Diagnostic>) -> Vec<(&'static str, Vec<String>)> {
        type Read = fn(&Owners, &str) -> Result<Event, Finding>;
        let options: [(&str, &str, &[String], Read); 3] = [
            ("fail", "--fail", &course.fail, Event::fail_under),
            ("compromise", "--compromise", &course.compromise, Event::compromise_under),
            ("trigger", "--trigger", &course.trigger, Event::trigger_under),
        ];
        let owners = Owners::over(&self.model.network, events);
        for (name, option, texts, read) in options {
            for text in texts {
                let before = |event: &Event| trigger_before(name, event, events, faults);
                let early = |event: &Event| self.before_measure(event, events);
                match read(&owners, text).and_then(|event| before(&event).or_else(|| early(&event)).map_or(Ok(event), Err)) {
                    Ok(event) => events.push(event),
                    Err(finding) => faults.push(Diagnostic::new(finding, Place::text(option, text))),
                }
            }
        }
        let named = options.into_iter().filter(|(_, _, texts, _)| !texts.is_empty());
        named.map(|(name, _, texts, _)| (name, texts.iter().map(|text| text.trim().to_owned()).collect())).collect()
    }
}

impl Case {
    /// What is wrong with an event that happens before a measure of the scenario is taken.
    fn before_measure(&self, event: &Event, events: &[Event]) -> Option<Finding> {
        let (at, measure) = Event::measures(events).find(|(at, _)| event.at < *at)?;
        let id = self.model.network.measures()[measure.0 as usize].id.clone();
        Some(Finding::LateMeasure { id, at_h: at.hours(), begin_h: event.at.hours() })
    }
}

impl Happening {
    /// What is asked about what happens here.
    pub(super) fn question<'q>(&'q self, case: &'q Case, run: &'q Run) -> Question<'q> {
        Question { model: &case.model, run, events: &self.events, title: self.title.clone() }
    }

    /// The `run` object of an answer about what happens here.
    pub(super) fn run(&self, case: &Case, question: &'static str, context: &Context) -> Run {
        let run = case.run(question, context, &self.inputs).with("horizon_h", self.horizon.hours());
        let run = run.with("events", json::events(&case.model, &self.events));
        self.typed.iter().fold(run, |run, (name, texts)| run.with(name, texts.clone()))
    }
}
