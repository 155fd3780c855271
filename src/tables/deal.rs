//! `acquire = { owner = "...", owned = "...", share = 0.6 }`: events in which a share of a company changes hands.
//!
//! They are read before the others, in the order of their moments, because later events may select by control.

use super::columns::Holds;
use super::ownership::as_percentage;
use super::toml_doc::{Doc, Section};
use crate::diagnostic::Finding;
use crate::network::{Action, Deal, Event, Network, Owners};
use crate::units::Time;
use std::ops::Range;

const EVENT_KEYS: [&str; 2] = ["at_h", "acquire"];
const KEYS: [&str; 3] = ["owner", "owned", "share"];

/// A deal as it stands in the file, with its place among the sections and in the text.
struct Stated {
    place: usize,
    at: Time,
    deal: Deal,
    span: Range<usize>,
}

/// Reads those of the sections that `are_deals`: the event of each, `None` for one that is faulty or no deal, and who owns what over time.
pub(super) fn read_all<'n>(
    network: &'n Network,
    doc: &mut Doc,
    sections: &[Section],
    is_deal: impl Fn(Section) -> bool,
) -> (Owners<'n>, Vec<Option<Event>>) {
    let mut stated: Vec<Stated> = Vec::new();
    for (place, &section) in sections.iter().enumerate().filter(|(_, section)| is_deal(**section)) {
        stated.extend(read(doc, place, section));
    }
    stated.sort_by_key(|one| one.at);
    let mut owners = Owners::now(network);
    let mut events = vec![None; sections.len()];
    for Stated { place, at, deal, span } in stated {
        match owners.add(at, &deal) {
            Ok(()) => events[place] = Some(Event { at, action: Action::Acquire { deal } }),
            Err(finding) => doc.report(span, finding),
        }
    }
    (owners, events)
}

fn read(doc: &mut Doc, place: usize, section: Section) -> Option<Stated> {
    let before = doc.errors();
    doc.check_keys(section, &EVENT_KEYS);
    let at = doc.hours(section, "at_h").unwrap_or(Time::ZERO);
    let inner = doc.table(section, "acquire", "{owner, owned, share}")?;
    doc.check_keys(inner, &KEYS);
    for key in KEYS.into_iter().filter(|&key| !inner.entries.contains_key(key)) {
        doc.report(inner.span(), Finding::MissingKey { key: key.to_owned() });
    }
    let [buyer, company] = ["owner", "owned"].map(|key| doc.string(inner, key).map(|(text, _)| text.trim().to_owned()));
    let share = doc.number_or(inner, "share", Holds::Share, as_percentage);
    let deal = Deal { buyer: buyer?, company: company?, share: share? };
    (doc.errors() == before).then(|| Stated { place, at, deal, span: inner.span() })
}
