//! One `[[event]]` of a scenario.

use super::columns::Holds;
use super::deal;
use super::toml_doc::{Doc, Section};
use crate::diagnostic::Finding;
use crate::network::{Action, Event, MeasureId, NeedId, Network, Owners, unknown_measure, unknown_node};
use crate::units::{Level, Probability, Quantity, Time};
use std::collections::BTreeSet;
use std::ops::Range;

/// What an event may do.
const ACTIONS: [&str; 6] = ["fail", "drain", "compromise", "trigger", "acquire", "measure"];
const FAIL_KEYS: [&str; 6] = ["at_h", "fail", "duration_h", "level", "probability", "common"];
const COMPROMISE_KEYS: [&str; 2] = ["at_h", "compromise"];
const TRIGGER_KEYS: [&str; 4] = ["at_h", "trigger", "duration_h", "level"];
const DRAIN_KEYS: [&str; 3] = ["at_h", "drain", "duration_h"];
const MEASURE_KEYS: [&str; 2] = ["at_h", "measure"];

/// Whether events take measures, or these are in place already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measures {
    /// Events take them.
    Taken,
    /// They are in place in the network; events that take one are passed over.
    InPlace,
}

/// Reads the events, and the network with the measures that they take, where they take any. Events that are faulty are left out. A measure is
/// in place from the start, so what the other events name is looked for in the network with it.
pub(super) fn read_all(network: &Network, doc: &mut Doc, sections: &[Section], measures: Measures) -> (Vec<Event>, Option<Network>) {
    let is_read = |section: &Section| measures == Measures::Taken || actions(*section) != ["measure"];
    let sections: Vec<Section> = sections.iter().copied().filter(is_read).collect();
    let taken = taken(network, &sections);
    let in_place = taken.as_ref().and_then(|taken| taken.as_ref().ok()).unwrap_or(network);
    let is_deal = |section: Section| actions(section) == ["acquire"];
    let (owners, mut events) = deal::read_all(in_place, doc, &sections, is_deal);
    for (event, &section) in events.iter_mut().zip(&sections).filter(|(_, section)| !is_deal(**section)) {
        *event = read(&owners, doc, section);
    }
    check_triggers(doc, &sections, &events);
    let before = doc.errors();
    let last = check_measures(network, doc, &sections, &events);
    let taken = match (taken, last.filter(|_| doc.errors() == before)) {
        (Some(Ok(taken)), Some(_)) => Some(taken),
        (Some(Err(faults)), Some(span)) => {
            for fault in faults {
                doc.report(span.clone(), fault);
            }
            None
        }
        _ => None,
    };
    (events.into_iter().flatten().collect(), taken)
}

/// What an event states that it does.
fn actions(section: Section) -> Vec<&'static str> {
    ACTIONS.into_iter().filter(|&action| section.entries.contains_key(action)).collect()
}

/// Reads an event; `None` when it is faulty.
fn read(owners: &Owners, doc: &mut Doc, section: Section) -> Option<Event> {
    let before = doc.errors();
    let found = actions(section);
    let at = doc.hours(section, "at_h").unwrap_or(Time::ZERO);
    let action = match found.as_slice() {
        ["fail"] => fail((owners, at), doc, section),
        ["drain"] => drain(owners.network(), doc, section),
        ["compromise"] => compromise((owners, at), doc, section),
        ["trigger"] => trigger((owners, at), doc, section),
        ["measure"] => measure(owners.network(), doc, section),
        found => {
            // A misspelt action is told as such, and not also as an event that does nothing.
            doc.check_keys(section, &[&FAIL_KEYS[..], &ACTIONS].concat());
            if doc.errors() == before {
                let found = found.iter().map(|&action| action.to_owned()).collect();
                doc.report(section.span(), Finding::EventAction { found });
            }
            None
        }
    };
    action.filter(|_| doc.errors() == before).map(|action| Event { at, action })
}

fn fail((owners, at): (&Owners, Time), doc: &mut Doc, section: Section) -> Option<Action> {
    doc.check_keys(section, &FAIL_KEYS);
    let duration = doc.quantity(section, "duration_h", Holds::Hours);
    let level = doc.quantity(section, "level", Holds::Share).unwrap_or(Quantity::Fixed(Level::ZERO));
    let probability = doc.fixed(section, "probability", Holds::Probability).unwrap_or(Probability::ONE);
    let common = doc.boolean(section, "common").unwrap_or(false);
    let (selector, span) = doc.string(section, "fail")?;
    let nodes = owners.select(at, selector).map_err(|finding| doc.report(span, finding)).ok()?;
    Some(Action::Fail { nodes, duration, level, probability, common })
}

fn drain(network: &Network, doc: &mut Doc, section: Section) -> Option<Action> {
    doc.check_keys(section, &DRAIN_KEYS);
    let duration = doc.quantity(section, "duration_h", Holds::Hours);
    let (text, span) = doc.string(section, "drain")?;
    let need = find_need(network, text).map_err(|finding| doc.report(span, finding)).ok()?;
    Some(Action::Drain { need, duration })
}

fn compromise((owners, at): (&Owners, Time), doc: &mut Doc, section: Section) -> Option<Action> {
    doc.check_keys(section, &COMPROMISE_KEYS);
    let (selector, span) = doc.string(section, "compromise")?;
    let nodes = owners.select(at, selector).map_err(|finding| doc.report(span, finding)).ok()?;
    Some(Action::Compromise { nodes })
}

fn trigger((owners, at): (&Owners, Time), doc: &mut Doc, section: Section) -> Option<Action> {
    doc.check_keys(section, &TRIGGER_KEYS);
    let duration = doc.quantity(section, "duration_h", Holds::Hours);
    let level = doc.quantity(section, "level", Holds::Share).unwrap_or(Quantity::Fixed(Level::ZERO));
    let (selector, span) = doc.string(section, "trigger")?;
    Action::trigger((owners, at), selector, duration, level).map_err(|finding| doc.report(span, finding)).ok()
}

fn measure(network: &Network, doc: &mut Doc, section: Section) -> Option<Action> {
    doc.check_keys(section, &MEASURE_KEYS);
    let (id, span) = doc.string(section, "measure")?;
    let unknown = || unknown_measure(id.trim(), &network.measures().iter().map(|measure| measure.id.as_str()).collect::<Vec<_>>());
    let measure = network.find_measure(id.trim()).ok_or_else(unknown).map_err(|finding| doc.report(span, finding)).ok()?;
    Some(Action::Measure { measure })
}

/// The network with the measures that events take, or what is at fault with them; `None` where they take none that is known.
fn taken(network: &Network, sections: &[Section]) -> Option<Result<Network, Vec<Finding>>> {
    let of_measure = sections.iter().filter(|section| actions(**section) == ["measure"]);
    let named = of_measure.filter_map(|section| section.entries.get("measure")?.get_ref().as_str());
    let measures: BTreeSet<MeasureId> = named.filter_map(|id| network.find_measure(id.trim())).collect();
    let measures: Vec<MeasureId> = measures.into_iter().collect();
    (!measures.is_empty()).then(|| network.taking(&measures))
}

/// A finding for each measure that is taken once something has happened, and for each that excludes one taken before it, where it is named
/// first; returns where the last is taken.
fn check_measures(network: &Network, doc: &mut Doc, sections: &[Section], events: &[Option<Event>]) -> Option<Range<usize>> {
    let begin = events.iter().flatten().filter(|event| event.action.happens_by_itself()).map(|event| event.at).min();
    let measure_of = |measure: MeasureId| &network.measures()[measure.0 as usize];
    let id = |measure: MeasureId| measure_of(measure).id.clone();
    let (mut taken, mut last) = (BTreeSet::new(), None);
    for (section, event) in sections.iter().zip(events) {
        let Some(Event { at, action: Action::Measure { measure } }) = event else { continue };
        let span = section.entries.get("measure").map_or(section.span(), toml::Spanned::span);
        if let Some(begin) = begin.filter(|begin| at > begin) {
            doc.report(span.clone(), Finding::LateMeasure { id: id(*measure), at_h: at.hours(), begin_h: begin.hours() });
        }
        let excluded = measure_of(*measure).excludes.iter().find(|other| taken.contains(*other));
        if let Some(&other) = excluded.filter(|_| !taken.contains(measure)) {
            doc.report(span.clone(), Finding::MeasuresExclude { id: id(*measure), other: id(other) });
        }
        taken.insert(*measure);
        last = Some(span);
    }
    last
}

/// A finding for each trigger before any compromise: `events` are those of the sections, `None` where one is faulty. A compromise that is
/// faulty by itself may have been at any moment.
fn check_triggers(doc: &mut Doc, sections: &[Section], events: &[Option<Event>]) {
    let is_faulty = |(section, event): (&Section, &Option<Event>)| event.is_none() && section.entries.contains_key("compromise");
    if sections.iter().zip(events).any(is_faulty) {
        return;
    }
    let known: Vec<Event> = events.iter().flatten().cloned().collect();
    let first = Event::first_compromise(&known);
    for (section, event) in sections.iter().zip(events) {
        let Some(Event { at, action: Action::Trigger { .. } }) = event else { continue };
        if first.is_none_or(|first| *at < first) {
            let span = section.entries.get("trigger").map_or(section.span(), toml::Spanned::span);
            doc.report(span, Finding::TriggerBeforeCompromise { at_h: at.hours(), first_h: first.map(Time::hours) });
        }
    }
}

/// The need in `NODE:need`. Both may hold colons themselves, so every split is tried.
fn find_need(network: &Network, text: &str) -> Result<NeedId, Finding> {
    let splits = || text.match_indices(':').map(|(at, _)| (text[..at].trim(), text[at + 1..].trim()));
    let mut unknown = None;
    for (id, need) in splits() {
        let Some(node) = network.find(id) else { continue };
        if let Some(need) = network.find_need(node, need) {
            return Ok(need);
        }
        let known = network.needs_of(node).map(|need| network.need_name(need).to_owned()).collect();
        unknown = Some(Finding::UnknownNeed { node: id.to_owned(), need: need.to_owned(), known });
    }
    let wrong = || Finding::WrongValue { key: "drain".to_owned(), expected: "NODE:need".to_owned() };
    Err(unknown.unwrap_or_else(|| splits().next().map_or_else(wrong, |(id, _)| unknown_node(network, id))))
}
