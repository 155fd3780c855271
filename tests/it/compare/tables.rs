//! What differs in each table, and impacts of nodes that come and go.

use super::{compared, effect, need};
use crate::cli::{folder, run};
use keten::network::{Network, Table, Unit, changes};
use keten::tables::load_network;
use std::collections::BTreeSet;

/// One row in every table.
const TABLES: [(&str, &str); 6] = [
    ("dependencies.csv", "dependent,provider\ntel,grid\n"),
    ("nodes.csv", "id,name\ntel,Telephony\ngrid,Grid\n"),
    ("ownership.csv", "owner,owned,share\nfund,grid,0.5\n"),
    ("impacts.csv", "node,criterion,amount\ntel,costs,100\n"),
    ("criteria.csv", "scheme,criterion,measure,class,from\nown,costs,integral,1,10\n"),
    ("measures.csv", "id,target,change\nT-1,tel,grid.buffer_h=4\n"),
];

/// The network of these tables with one text in them replaced.
fn with(from: &str, to: &str) -> Network {
    let files: Vec<(&str, String)> = TABLES.iter().map(|(name, text)| (*name, text.replace(from, to))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let case = folder(&files);
    let loaded = load_network(case.path().to_str().unwrap());
    loaded.value.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).network
}

#[test]
fn a_cell_that_differs_is_found_in_every_table() {
    let old = with("", "");
    let consequences = Some(Unit::Consequences);
    let expected = [
        ("Grid", "Power", Table::Nodes, "grid", "name", Some(Unit::Node("grid".to_owned()))),
        ("0.5", "0.6", Table::Ownership, "fund grid", "share", Some(Unit::Company("grid".to_owned()))),
        ("costs,100", "costs,200", Table::Impacts, "tel costs  ", "amount", consequences.clone()),
        ("1,10", "1,20", Table::Criteria, "own costs 1 ", "from", consequences),
        ("buffer_h=4", "buffer_h=8", Table::Measures, "T-1", "change", None),
    ];
    for (from, to, table, key, column, unit) in expected {
        let found = changes(&old, &with(from, to));
        assert_eq!(found.len(), 1, "{found:?}");
        let change = &found[0];
        assert_eq!((change.table, change.key.join(" ").as_str(), &change.unit), (table, key, &unit));
        assert_eq!(change.cells.iter().map(|cell| cell.column.as_str()).collect::<Vec<_>>(), [column]);
    }
}

#[test]
fn an_impact_of_a_new_node_is_in_no_mixture_without_it() {
    let one = |rows: &str, impacts: &str| {
        let case = folder(&[("dependencies.csv", rows), ("impacts.csv", impacts)]);
        load_network(case.path().to_str().unwrap()).value.unwrap().network
    };
    let old = one("dependent,provider\ntel,grid\n", "node,criterion,amount\ntel,costs,1\n");
    let new = one("dependent,provider\ntel,grid\nfax,grid\n", "node,criterion,amount\ntel,costs,1\nfax,costs,2\n");
    let impacts = |network: &Network| network.impacts().iter().map(|impact| network.id(impact.node).to_owned()).collect::<Vec<_>>();
    let (fax, all) = (need("fax", "grid"), BTreeSet::from([need("fax", "grid"), Unit::Consequences]));
    assert_eq!(impacts(&old.with_units_of(&new, &BTreeSet::from([Unit::Consequences]))), ["tel"]);
    assert_eq!(impacts(&new.with_units_of(&old, &BTreeSet::from([fax.clone()]))), ["tel"]);
    assert_eq!(impacts(&old.with_units_of(&new, &BTreeSet::from([fax.clone()]))), ["tel"]);
    assert_eq!(impacts(&old.with_units_of(&new, &all)), ["fax", "tel"]);
    // The new node is lost with the grid, which is what its need does, either way.
    for (before, after, sign) in [(&old, &new, 1.0), (&new, &old, -1.0)] {
        let answer = compared(before.clone(), after.clone(), Some("grid"), None);
        assert_eq!(effect(&answer, &fax, "lost"), (sign, sign));
    }
}

#[test]
fn a_network_that_differs_in_measures_alone_says_so() {
    let case = folder(&[]);
    for (name, change) in [("a", "grid.buffer_h=4"), ("b", "grid.buffer_h=8")] {
        std::fs::create_dir(case.path().join(name)).unwrap();
        std::fs::write(case.path().join(name).join("dependencies.csv"), "dependent,provider\ntel,grid\n").unwrap();
        std::fs::write(case.path().join(name).join("measures.csv"), format!("id,target,change\nT-1,tel,{change}\n")).unwrap();
    }
    let ran = run(case.path(), &["compare", "a", "b", "--format", "csv"]);
    assert!(ran.out.contains("measures_changed,T-1,change,grid.buffer_h=4,grid.buffer_h=8,,,\n"), "{}", ran.out);
    for (lang, same, heading) in
        [("en", "hold the same rows", "All rows that differ"), ("nl", "dezelfde rijen", "Alle rijen die verschillen")]
    {
        let ran = run(case.path(), &["compare", "a", "b", "--lang", lang]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(!ran.out.contains(same) && ran.out.contains(heading), "{}", ran.out);
        let ran = run(case.path(), &["compare", "a", "a", "--lang", lang]);
        assert!(ran.out.contains(same) && ran.out.contains("network.toml"), "{}", ran.out);
    }
}
