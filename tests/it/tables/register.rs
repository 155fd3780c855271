//! The register of columns holds what the reader reads.

use super::{load, network};
use keten::diagnostic::Checked;
use keten::network::{NodeKey, Table, select};
use keten::tables::{Holds, Loaded, columns};

#[test]
fn no_name_stands_for_two_columns_of_a_table() {
    for table in Table::ALL {
        let of_table = columns().iter().filter(|column| column.table == table);
        let mut names: Vec<&str> = of_table.flat_map(|column| [column.name].into_iter().chain(column.dutch.iter().copied())).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}

/// A cell that the column reads.
fn example(holds: Holds, word: &str) -> String {
    match holds {
        Holds::Id | Holds::Text => "x".to_owned(),
        Holds::Word | Holds::WordOrNone => word.to_owned(),
        // An activation above 0 would leave the need short at the baseline.
        Holds::Hours => "0".to_owned(),
        Holds::Percent => "100".to_owned(),
        _ => "1".to_owned(),
    }
}

/// A small network with one more column in one of its tables. A share in percent stands in place of the share.
fn load_with(table: Table, header: &str, row: &str) -> Checked<Loaded> {
    let more = |which: Table| if which == table { (header, row) } else { ("", "") };
    let text = |which: Table, head: &str, first: &str| format!("{head}{}\n{first}{}\n", more(which).0, more(which).1);
    let is_percent = header.ends_with("_pct");
    let (head, first) = if is_percent { ("owner,owned", "x,a") } else { ("owner,owned,share", "x,a,1") };
    // A class, a bound and a duration are parts of a limit, and need the others.
    let (limit_head, limit) = match header.trim_start_matches(',') {
        _ if row == ",geen" => ("", ""),
        "class" | "klasse" => (",measure,from", ",peak,1"),
        "from" | "vanaf" | "ondergrens" => (",measure,class", ",peak,A"),
        "duration_h" | "duur_uren" => (",measure,class,from", ",beyond,A,1"),
        _ => ("", ""),
    };
    load(&[
        ("dependencies.csv", text(Table::Dependencies, "dependent,provider", "a,b").as_bytes()),
        ("nodes.csv", text(Table::Nodes, "id", "a").as_bytes()),
        ("ownership.csv", text(Table::Ownership, head, first).as_bytes()),
        ("impacts.csv", text(Table::Impacts, "node,criterion,amount", "a,c,1").as_bytes()),
        ("measures.csv", text(Table::Measures, "id,target,change", "x,a,restart_h=1").as_bytes()),
        ("criteria.csv", text(Table::Criteria, &format!("criterion{limit_head}"), &format!("d{limit}")).as_bytes()),
    ])
}

#[test]
fn every_name_and_word_of_every_column_is_read() {
    for column in columns() {
        let words = column.words();
        let all = words.iter().flat_map(|word| [word.english].into_iter().chain(word.dutch.iter().copied()));
        let cells: Vec<String> = all.map(str::to_owned).chain([example(column.holds, "")]).filter(|cell| !cell.is_empty()).collect();
        for name in [column.name].iter().chain(column.dutch) {
            for cell in &cells {
                let (header, row) = if column.required { (String::new(), String::new()) } else { (format!(",{name}"), format!(",{cell}")) };
                let checked = load_with(column.table, &header, &row);
                let network = checked.value.unwrap_or_else(|| panic!("{name}={cell}: {:?}", checked.diagnostics)).network;
                let attributes =
                    network.detail(&network.dependencies()[0]).attributes.len() + network.node(network.find("a").unwrap()).attributes.len();
                assert_eq!(attributes, 0, "{name} was not known");
            }
        }
    }
}

#[test]
fn none_is_read_where_the_register_says_so_and_nowhere_else() {
    for column in columns().iter().filter(|column| !column.required) {
        let checked = load_with(column.table, &format!(",{}", column.name), ",geen");
        assert_eq!(checked.value.is_some(), column.allows_none(), "{}: {:?}", column.name, checked.diagnostics);
    }
}

#[test]
fn selectors_know_the_text_columns_of_nodes_by_the_same_names() {
    let network = network("dependent,provider\na,b\n");
    let texts = columns().iter().filter(|column| column.table == Table::Nodes);
    for column in texts.filter(|column| matches!(column.holds, Holds::Text | Holds::Id) || matches!(column.name, "kind" | "category")) {
        let key = NodeKey::parse(&network, column.name);
        assert!(key.is_ok(), "{}", column.name);
        if let (Some(dutch), true) = (column.dutch.first(), column.name != "id") {
            assert_eq!(NodeKey::parse(&network, dutch), key, "{dutch}");
        }
    }
}

#[test]
fn a_node_without_a_name_has_its_id_as_its_name() {
    let network = network("dependent,provider\na,b\n");
    assert_eq!(select(&network, "name=b"), Ok(vec![network.find("b").unwrap()]));
}
