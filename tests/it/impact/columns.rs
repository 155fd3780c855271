//! Every column that a measure may change: the cells after it are those that somebody would have typed.

use super::model;
use keten::network::case::{self, CaseTable, Field};
use keten::network::{MeasureId, Network};
use std::collections::{BTreeMap, BTreeSet};

/// A column of the need's rows (two grids and a standby, or the standby alone) or of the node, what it holds, a change, and what it holds then.
const CASES: [(Of, &str, &str, &str, &str); 45] = [
    (Of::Rows, "buffer_h", "8", "buffer_h=24", "24"),
    (Of::Rows, "buffer_h", "8", "buffer_h*0.5", "4"),
    (Of::Rows, "buffer_h", "", "power.buffer_h=72", "72"),
    (Of::Rows, "buffer_h", "", "buffer_h*3", ""),
    (Of::Rows, "buffer_h", "8", "buffer_h=none", "0"),
    (Of::Rows, "buffer_h", "tri(2|4|6)", "buffer_h*2", "tri(4|8|12)"),
    (Of::Rows, "buffer_h", "lognormal(4|2)", "buffer_h*2", "lognormal(8|2)"),
    (Of::Rows, "refill_h", "3", "refill_h*2", "6"),
    (Of::Rows, "refill_h", "", "refill_h=uniform(1|2)", "uniform(1|2)"),
    (Of::Standby, "activation_h", "1", "activation_h=0.25", "0.25"),
    (Of::Standby, "activation_h", "uniform(1|2)", "power.activation_h*2", "uniform(2|4)"),
    (Of::Rows, "share", "1", "share=0.5", "0.5"),
    (Of::Rows, "share", "", "share*0.5", "0.5"),
    (Of::Rows, "share", "0.75", "share*2", "1"),
    (Of::Rows, "share", "uniform(0.75|1)", "share*0.625", "uniform(0.46875|0.625)"),
    (Of::Rows, "minimum", "0.4", "minimum*0.5", "0.2"),
    (Of::Rows, "minimum", "", "minimum=0.3", "0.3"),
    (Of::Rows, "minimum", "", "minimum*2", ""),
    (Of::Rows, "start_p", "0.8", "start_p=0.95", "0.95"),
    (Of::Rows, "start_p", "0.8", "start_p*0.5", "0.4"),
    (Of::Rows, "start_p", "", "start_p*0.5", "0.5"),
    (Of::Rows, "probability", "0.8", "probability=0", "0"),
    (Of::Rows, "probability", "0.5", "probability*0.5", "0.25"),
    (Of::Rows, "probability", "0.8", "probability*2", "1"),
    (Of::Rows, "probability", "", "probability*0.25", "0.25"),
    (Of::Rows, "p_compromise", "0.5", "p_compromise=0.1", "0.1"),
    (Of::Rows, "p_compromise", "", "power.p_compromise*0.25", "0.25"),
    (Of::Rows, "ttc_h", "10", "ttc_h*2", "20"),
    (Of::Rows, "ttc_h", "", "ttc_h=uniform(5|9)", "uniform(5|9)"),
    (Of::Rows, "access", "update", "access=none", "none"),
    (Of::Rows, "access", "remote", "access=geen", "none"),
    (Of::Node, "repair_h", "10", "repair_h=4", "4"),
    (Of::Node, "repair_h", "10", "repair_h*0.5", "5"),
    (Of::Node, "repair_h", "", "repair_h*0.5", ""),
    (Of::Node, "restart_h", "none", "restart_h=2", "2"),
    (Of::Node, "restart_h", "6", "restart_h*0.5", "3"),
    (Of::Node, "black_start_h", "", "black_start_h=12", "12"),
    (Of::Node, "black_start_h", "4", "black_start_h*1.5", "6"),
    (Of::Node, "detect_h", "100", "detect_h*0.1", "10"),
    (Of::Node, "detect_h", "", "detect_h=24", "24"),
    (Of::Node, "failures_per_year", "2", "failures_per_year*0.25", "0.5"),
    (Of::Node, "failures_per_year", "", "failures_per_year=3", "3"),
    (Of::Node, "on_detect", "", "on_detect=shutdown", "shutdown"),
    (Of::Node, "on_detect", "none", "on_detect=shutdown", "shutdown"),
    (Of::Rows, "share", "", "share=1; share*0.75", "0.75"),
];

/// Where a column stands.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Of {
    Rows,
    Standby,
    Node,
}

/// A network in which one column holds something, and one measure. Another need, another node and the node next to the target hold what no
/// measure on the power of `tel` may touch.
fn network(of: Of, column: &str, cell: &str, change: &str) -> Network {
    let activation = if of == Of::Standby { cell } else { "1" };
    let own = if of == Of::Rows { (column, cell) } else { ("source", "interview") };
    let dependencies = format!(
        "dependent,provider,need,activation_h,{}\ntel,grid,power,,{}\ntel,grid2,power,,{}\ntel,set,power,{activation},{}\nrail,tel,,,\n",
        own.0, own.1, own.1, own.1
    );
    let node = if of == Of::Node { (column, cell) } else { ("name", "Telephony") };
    let nodes = format!("id,{},sector\ntel,{},telecom\nset,,energy\n", node.0, node.1);
    let measures = format!("id,target,change\nm,tel,{change}\n");
    model(&[("dependencies.csv", &dependencies), ("nodes.csv", &nodes), ("measures.csv", &measures)]).network
}

/// Every row with the cells that it states, in any order.
fn cells(network: &Network) -> BTreeSet<BTreeMap<String, String>> {
    let text = |field: Field| match field {
        Field::Empty => None,
        Field::Text(text) => Some(text.into_owned()),
        Field::Number(number) => Some(number),
    };
    let rows = |table: CaseTable| -> Vec<BTreeMap<String, String>> {
        let heads: Vec<String> = table.heads.iter().map(ToString::to_string).collect();
        let row = |fields: Vec<Field>| heads.iter().cloned().zip(fields).filter_map(|(head, field)| Some((head, text(field)?))).collect();
        table.rows.map(row).collect()
    };
    [rows(case::dependencies(network)), rows(case::nodes(network))].concat().into_iter().collect()
}

#[test]
fn a_measure_leaves_the_cells_that_somebody_would_have_typed() {
    for (of, column, before, change, after) in CASES {
        let network_before = network(of, column, before, change);
        let taken = network_before.taking(&[MeasureId(0)]).unwrap();
        let typed = network(of, column, after, change);
        assert_eq!(cells(&taken), cells(&typed), "{column} {before:?} {change}");
        assert_eq!(network_before.is_changed_by(MeasureId(0)), cells(&network_before) != cells(&typed), "{column} {before:?} {change}");
    }
}

#[test]
fn every_column_that_the_page_names_is_tried_with_a_value_and_where_it_can_be_with_a_factor() {
    let page = include_str!("../../../docs/formats.md");
    let table = page.split("| change | columns |").nth(1).unwrap().split("\n\n").next().unwrap();
    let named: BTreeSet<&str> = table.split('`').skip(1).step_by(2).map(|name| name.split('=').next().unwrap()).collect();
    let tried = |sign: char| -> BTreeSet<&str> {
        CASES.iter().filter(|(_, _, _, change, _)| change.contains(sign)).map(|(_, column, _, _, _)| *column).collect()
    };
    let words = ["access", "on_detect"];
    assert_eq!(named.iter().copied().filter(|column| *column != "add_provider").collect::<BTreeSet<_>>(), tried('='));
    assert_eq!(
        named.iter().copied().filter(|column| *column != "add_provider" && !words.contains(column)).collect::<BTreeSet<_>>(),
        tried('*')
    );
}

#[test]
fn a_provider_is_brought_once_in_full_and_never_to_itself() {
    let measures = "id,target,change\na,tel,add_provider=set2\nb,all,power.add_provider=set2\nc,tel,add_provider=grid\n";
    let dependencies = "dependent,provider,need,share\ntel,grid,power,0.5\ntel,grid2,power,0.5\nset2,grid,power,\nrail,tel,,\n";
    let network = model(&[("dependencies.csv", dependencies), ("measures.csv", measures)]).network;
    let after = network.taking(&[MeasureId(0), MeasureId(1), MeasureId(2)]).unwrap();
    let rows: Vec<String> =
        after.dependencies().iter().map(|row| format!("{} {}", after.id(after.need(row.need).dependent), after.id(row.provider))).collect();
    let mut wanted = vec!["tel grid", "tel grid2", "set2 grid", "rail tel", "tel set2"];
    let mut found: Vec<&str> = rows.iter().map(String::as_str).collect();
    wanted.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, wanted);
    assert!(!network.is_changed_by(MeasureId(2)), "it has that provider");
}
