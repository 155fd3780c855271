//! Bills of materials: which software is built from which. `Cargo.lock` and `CycloneDX` (JSON) become the same list.
//!
//! Invariant: every use is between two packages of the list, none uses itself, and no use stands twice.

mod cargo_lock;
mod cyclonedx;

use super::bytes::Origin;
use super::findings::Findings;
use crate::diagnostic::{Checked, Finding};
use std::collections::BTreeMap;
use std::path::Path;

/// What software is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bill {
    /// What it is the bill of, where that is said.
    pub title: Option<String>,
    /// The packages, in the order of their ids.
    pub packages: Vec<Package>,
    /// Who uses what, by places among the packages: dependent, provider; in order.
    pub uses: Vec<(usize, usize)>,
}

/// One piece of software in one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Package {
    /// `name@version`, and where that is not enough with a number behind it: `name@version#2`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its version; empty where none is stated.
    pub version: String,
}

/// Reads a bill of materials: `*.lock` as Cargo.lock, `*.json` as `CycloneDX`.
///
/// Every fault of the file is found; there is a value only when there is no error.
pub fn load_bill(path: &Path) -> Checked<Bill> {
    let mut findings = Findings::default();
    let origin = Origin::file(path);
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let read = match ending.as_str() {
        "lock" => cargo_lock::read,
        "json" => cyclonedx::read,
        _ => {
            findings.push(origin.whole(Finding::UnknownFormat { extension: ending }));
            return findings.check(None);
        }
    };
    // A bill may be one line, however long.
    let bill = origin.read_lines_up_to(usize::MAX).map_err(|fault| findings.push(*fault)).ok();
    let bill = bill.and_then(|raw| read(&origin, raw, &mut findings)).map(Draft::finish);
    if bill.as_ref().is_some_and(|bill| bill.uses.is_empty()) {
        findings.push(origin.whole(Finding::EmptyTable {}));
    }
    findings.check(bill)
}

/// A bill as it is read: packages in the order of the file.
#[derive(Debug, Default)]
struct Draft {
    title: Option<String>,
    packages: Vec<Stated>,
    uses: Vec<(usize, usize)>,
}

#[derive(Debug)]
struct Stated {
    name: String,
    version: String,
}

impl Draft {
    /// Gives every package an id of its own and puts all in order.
    fn finish(self) -> Bill {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let named = self.packages.into_iter().enumerate().map(|(place, Stated { name, version })| {
            let plain = if version.is_empty() { name.clone() } else { format!("{name}@{version}") };
            let count = seen.entry(plain.clone()).and_modify(|count| *count += 1).or_insert(1);
            let id = if *count == 1 { plain } else { format!("{plain}#{count}") };
            (Package { id, name, version }, place)
        });
        let mut packages: Vec<(Package, usize)> = named.collect();
        packages.sort_unstable();
        let mut place_of = vec![0; packages.len()];
        for (place, (_, stated)) in packages.iter().enumerate() {
            place_of[*stated] = place;
        }
        let mut uses: Vec<(usize, usize)> =
            self.uses.into_iter().map(|(dependent, provider)| (place_of[dependent], place_of[provider])).collect();
        uses.sort_unstable();
        uses.dedup();
        Bill { title: self.title, packages: packages.into_iter().map(|(package, _)| package).collect(), uses }
    }
}
