//! A neutral chart: bars over time, grouped. An exporter draws it and knows nothing of what it is about.

use super::language::{self, Lang, chart as say, simulate as words, word};
use super::names::{Names, fitting};
use super::question::Question;
use super::{marking, simulate};
use crate::analysis::what_if::{Affected, WhatIf};
use crate::network::{Event, NameId, NodeId};
use crate::units::{Level, ONE_PPM, Time};
use std::collections::BTreeMap;

/// Above so many nodes a chart shows sectors.
const MAX_LANES: usize = 60;
/// So many moments of the axis are named at most.
const TICKS: i64 = 12;
/// So many signs of a label fit before the bars.
const MAX_SIGNS: usize = 45;

/// Bars over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The title.
    pub title: String,
    /// Lines under the title.
    pub subtitles: Vec<String>,
    /// How far the time axis runs.
    pub until: Time,
    /// Moments to be marked, each with its number.
    pub marks: Vec<(Time, usize)>,
    /// The lanes, in groups.
    pub groups: Vec<Group>,
    /// The names of the five bands of the scale, from nothing left to almost all.
    pub bands: [&'static str; 5],
    /// Lines under the chart.
    pub notes: Vec<String>,
    /// The language of the axis.
    pub lang: Lang,
}

/// Lanes under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The heading; empty for none.
    pub name: String,
    /// The lanes.
    pub lanes: Vec<Lane>,
}

/// One line of bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// What it is about.
    pub name: String,
    /// The same, short enough to stand before the bars.
    pub label: String,
    /// A number to stand before the first bar.
    pub number: Option<u32>,
    /// From when to when at which level; full function is no bar.
    pub bars: Vec<(Time, Time, Level)>,
}

/// A simulation as a chart: a bar per affected node, or per sector where there are many.
pub fn chart(question: &Question, answer: &WhatIf, lang: Lang) -> Chart {
    let names = Names::new(&question.model.network, lang);
    let is_small = answer.nodes.len() <= MAX_LANES;
    let mut notes = vec![if is_small { say::order_note(lang) } else { say::sector_note(lang) }.to_owned()];
    notes.push(words::stance(lang, word::stance(lang, answer.stance)));
    if is_illustrative(question) {
        notes.push(say::illustrative(lang).to_owned());
    }
    let groups = if is_small { by_node(answer, &names) } else { vec![by_sector(question, answer, &names)] };
    let until = until(&groups, question, answer.horizon);
    if until < answer.horizon {
        notes.push(say::cut(lang, until, answer.horizon));
    }
    let meta = question.model.network.meta();
    let marking = marking::of(&question.model.network, &simulate::losses(answer));
    notes.push(words::network(lang, meta.title.as_deref(), meta.version.as_deref(), meta.date.as_deref(), marking.as_deref()));
    notes.push(words::inputs(lang, question.run.inputs.len() as u64, &question.fingerprint()));
    Chart {
        title: words::title(lang, &simulate::title(question, &names)),
        subtitles: vec![simulate::summary(question, answer, &names)],
        until,
        marks: question.events.iter().enumerate().map(|(place, event)| (event.at, place + 1)).filter(|(at, _)| *at <= until).collect(),
        groups,
        bands: say::bands(lang),
        notes,
        lang,
    }
}

/// Whether a network says of itself that it is illustrative.
pub(super) fn is_illustrative(question: &Question) -> bool {
    let meta = question.model.network.meta();
    let says = |text: &Option<String>| text.as_ref().is_some_and(|text| text.to_lowercase().contains("illustrat"));
    says(&meta.title) || says(&meta.description)
}

/// Nodes in order of their first loss, under their sectors in the same order.
fn by_node(answer: &WhatIf, names: &Names) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for affected in simulate::in_order(answer) {
        let name = names.sector(affected.node).unwrap_or(say::no_sector(names.lang));
        let lane = Lane {
            name: names.full(affected.node),
            label: names.fitting(affected.node, MAX_SIGNS),
            number: Some(affected.order),
            bars: bars(&affected.steps, answer.horizon),
        };
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.lanes.push(lane),
            None => groups.push(Group { name: name.to_owned(), lanes: vec![lane] }),
        }
    }
    groups
}

fn bars(steps: &[(Time, Level)], horizon: Time) -> Vec<(Time, Time, Level)> {
    let ends = steps.iter().skip(1).map(|(at, _)| *at).chain([horizon]);
    steps.iter().zip(ends).filter(|((_, output), _)| *output < Level::ONE).map(|(&(from, output), to)| (from, to, output)).collect()
}

/// Sectors in order of their first loss, each with the mean over its nodes.
fn by_sector(question: &Question, answer: &WhatIf, names: &Names) -> Group {
    let network = &question.model.network;
    let mut sizes: BTreeMap<Option<NameId>, u64> = BTreeMap::new();
    for node in network.nodes() {
        *sizes.entry(network.node(node).sector).or_default() += 1;
    }
    let sector = |node: NodeId| network.node(node).sector;
    let mut order: Vec<Option<NameId>> = Vec::new();
    for affected in &answer.nodes {
        if !order.contains(&sector(affected.node)) {
            order.push(sector(affected.node));
        }
    }
    let lane = |which: &Option<NameId>| {
        let nodes: Vec<&Affected> = answer.nodes.iter().filter(|affected| sector(affected.node) == *which).collect();
        let of = sizes.get(which).copied().unwrap_or_default();
        let name = which.map_or(say::no_sector(names.lang), |name| network.text(name));
        let label = say::sector(names.lang, name, nodes.len() as u64, of);
        let label = fitting(&label, MAX_SIGNS);
        Lane { name: label.clone(), label, number: None, bars: bars(&mean(&nodes, of), answer.horizon) }
    };
    Group { name: String::new(), lanes: order.iter().map(lane).collect() }
}

/// The mean output over `of` nodes, of which those that are not given are whole.
fn mean(nodes: &[&Affected], of: u64) -> Vec<(Time, Level)> {
    let mut changes: BTreeMap<Time, i64> = BTreeMap::new();
    for affected in nodes {
        let mut before = i64::from(ONE_PPM);
        for (at, output) in &affected.steps {
            *changes.entry(*at).or_default() += i64::from(output.ppm()) - before;
            before = i64::from(output.ppm());
        }
    }
    let mut missing = 0;
    let level = |missing: i64| Level::from_ppm(ONE_PPM - (missing / of.max(1) as i64).clamp(0, i64::from(ONE_PPM)) as u32);
    changes
        .into_iter()
        .map(|(at, change)| {
            missing -= change;
            (at, level(missing).unwrap_or(Level::ONE))
        })
        .collect()
}

/// The span of one column of a heat map, and how far the columns run: as far as the bars of a chart.
pub fn spans(events: &[Event], answer: &WhatIf) -> (Time, Time) {
    const MOST: i64 = 24;
    let ends = answer
        .nodes
        .iter()
        .filter_map(|affected| affected.steps.last())
        .map(|(at, output)| if *output == Level::ONE { *at } else { answer.horizon });
    let until = reach(ends.chain(events.iter().map(|event| event.at)).max(), answer.horizon);
    (Time::from_ms(step(until, MOST)).unwrap_or(Time::MAX), until)
}

/// How far the axis runs: to the horizon, or to the next tick behind the last change where most of the horizon is empty.
fn until(groups: &[Group], question: &Question, horizon: Time) -> Time {
    let ends = groups.iter().flat_map(|group| &group.lanes).flat_map(|lane| &lane.bars).map(|(_, to, _)| *to);
    reach(ends.chain(question.events.iter().map(|event| event.at)).max(), horizon)
}

fn reach(last: Option<Time>, horizon: Time) -> Time {
    let last = last.unwrap_or(horizon);
    let step = step(last, TICKS).max(1);
    let end = (last.ms() / step + 1) * step;
    Time::from_ms(end).filter(|end| end.ms() <= horizon.ms() / 5 * 3 && last > Time::ZERO).unwrap_or(horizon)
}

/// The space between two ticks, in milliseconds.
fn step(until: Time, most: i64) -> i64 {
    const STEPS_MS: [i64; 17] = [
        1_000,
        10_000,
        60_000,
        300_000,
        600_000,
        1_800_000,
        3_600_000,
        7_200_000,
        14_400_000,
        21_600_000,
        43_200_000,
        86_400_000,
        172_800_000,
        604_800_000,
        2_592_000_000,
        31_536_000_000,
        315_360_000_000,
    ];
    STEPS_MS.into_iter().find(|step| until.ms() / step <= most).unwrap_or(315_360_000_000)
}

/// Moments for the time axis, evenly spread, each with its name.
pub(super) fn ticks(until: Time, lang: Lang) -> Vec<(Time, String)> {
    let step = step(until, TICKS);
    (0..=until.ms() / step).filter_map(|number| Time::from_ms(number * step)).map(|at| (at, language::hours(lang, at))).collect()
}

/// Round values from 0 to past the largest.
pub(super) fn scale(most: f64, lang: Lang) -> Vec<(f64, String)> {
    let rough = (most / 5.0).max(1.0);
    let power = libm::exp10(libm::floor(libm::log10(rough)));
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|part| part * power).find(|step| *step >= rough).unwrap_or(rough);
    let last = libm::ceil(most / step).max(1.0) as u64;
    (0..=last).map(|number| number as f64 * step).map(|value| (value, language::count(lang, libm::round(value) as u64))).collect()
}
