//! What came under control through acquisitions, as a section of a document.

use super::document::Document;
use super::language::{acquired as say, list, percent};
use super::names::Names;
use crate::analysis::acquired::Acquired;

/// So many names are written out in a sentence; data formats have all.
const MAX_NAMES: usize = 12;

/// Adds what came under control, where any event acquires anything.
pub(super) fn add(document: &mut Document, acquired: &[Acquired], names: &Names) {
    if acquired.is_empty() {
        return;
    }
    document.heading(say::heading(names.lang));
    document.list(acquired.iter().map(|one| line(one, names)).collect());
}

fn line(one: &Acquired, names: &Names) -> String {
    let lang = names.lang;
    let (buyer, company) = (names.full_of_id(&one.deal.buyer), names.full_of_id(&one.deal.company));
    let head = one.behind.as_ref().map(|id| names.full_of_id(id));
    let parties: Vec<String> = one.parties.iter().take(MAX_NAMES + 1).map(|id| names.full_of_id(id)).collect();
    let is_party = |id: &str| one.parties.iter().any(|party| party == id);
    let operated: Vec<String> = one.nodes.iter().filter(|&&node| !is_party(names.id(node))).map(|&node| names.full(node)).collect();
    let mut text = say::holds(lang, one.at, &buyer, &percent(lang, one.holds), &company);
    if let Some(stranger) = &one.stranger {
        text = text + " " + &say::stranger(lang, &one.deal.buyer, stranger.nearest.as_deref());
    }
    text += &head.map_or_else(String::new, |head| say::behind(lang, &head));
    text += &if one.parties.is_empty() { say::no_control(lang).to_owned() } else { say::control(lang, &list(lang, &parties, MAX_NAMES)) };
    text += &if operated.is_empty() { String::new() } else { say::operated(lang, &list(lang, &operated, MAX_NAMES)) };
    text
}
