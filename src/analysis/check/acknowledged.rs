//! Warnings that are true, known and stay: a row says so in its attribute `acknowledged` (erkend).
//!
//! The cell holds the code of the warning and, behind it, why: `K107: seen in the outage of 2019`. One row of those that the warning is
//! about is enough. It counts for that code and those rows alone, so that another warning is never silenced with it.

use super::warnings::Warning;
use crate::analysis::Model;
use crate::network::{DependencyDetail, Table};
use std::collections::BTreeMap;

/// The attribute, in English and Dutch.
const NAMES: [&str; 2] = ["acknowledged", "erkend"];

/// The warnings that are acknowledged, and the others.
pub(super) fn split(model: &Model, warnings: Vec<Warning>) -> (Vec<Warning>, Vec<Warning>) {
    let stated = stated(model);
    warnings.into_iter().partition(|(finding, rows)| {
        let code = finding.code().to_string();
        rows.iter().filter(|row| row.table == Table::Dependencies).any(|row| stated.get(&row.index).is_some_and(|cell| names(cell, &code)))
    })
}

/// The cells of the attribute, by row.
fn stated(model: &Model) -> BTreeMap<u32, &str> {
    let network = &model.network;
    let is_key = |key: &str| NAMES.iter().any(|name| name.eq_ignore_ascii_case(key));
    let has_any = |detail: &DependencyDetail| detail.attributes.iter().any(|(key, _)| is_key(network.text(*key)));
    if !network.details().iter().any(has_any) {
        return BTreeMap::new();
    }
    let cell =
        |row| network.detail(row).attributes.iter().find(|(key, _)| is_key(network.text(*key))).map(|(_, value)| network.text(*value));
    network.dependencies().iter().filter_map(|row| cell(row).map(|text| (row.index, text))).collect()
}

/// Whether a cell names this code.
fn names(cell: &str, code: &str) -> bool {
    cell.split(|sign: char| !sign.is_ascii_alphanumeric()).any(|word| word.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use crate::analysis::Model;
    use crate::analysis::check::check;
    use crate::network::{Draft, Network, Stance};

    /// Codes that are acknowledged and those that are not, where the first row of a false redundancy holds `cell` under `key`.
    fn codes(key: &str, cell: &str) -> (Vec<String>, Vec<String>) {
        let mut draft = Draft::default();
        for (dependent, provider) in [("TEL", "A"), ("TEL", "B"), ("A", "STATION"), ("B", "STATION")] {
            let need = draft.names.intern("power");
            draft.depend(dependent, provider).need = need;
        }
        let attribute = (draft.names.intern(key), draft.names.intern(cell));
        draft.detail_mut(0).attributes.push(attribute);
        let result = check(&Model::new(Network::build(draft).unwrap(), Stance::Central));
        let codes = |warnings: &[super::Warning]| warnings.iter().map(|(finding, _)| finding.code().to_string()).collect();
        (codes(&result.acknowledged), codes(&result.warnings))
    }

    #[test]
    fn a_row_acknowledges_the_codes_it_names_and_no_others() {
        let (known, open) = (vec!["K107".to_owned()], vec!["K108".to_owned()]);
        assert_eq!(codes("acknowledged", "K107: seen in 2019"), (known.clone(), open.clone()));
        assert_eq!(codes("Erkend", "k101, k107"), (known.clone(), open.clone()));
        for (key, cell) in [("acknowledged", "K101"), ("acknowledged", "K1070"), ("remark", "K107")] {
            assert_eq!(codes(key, cell), (Vec::new(), [known.clone(), open.clone()].concat()), "{key}: {cell}");
        }
    }
}
