//! A network with any texts at all is written so that no spreadsheet finds a formula in it, and is read back as the same network.

use super::{read, tables, written};
use crate::cli::{folder, run};
use crate::engine::cases;
use keten::network::{Draft, Network, NodeDetail, NodeRow, case};
use keten::report::csv;
use keten::tables::load_network;
use proptest::prelude::*;
use std::fs::File;

/// Pieces of texts that spreadsheets or readers of tables could take for something else.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "'",
        "''",
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\"",
        ",",
        ";",
        "#",
        " ",
        "a",
        "1",
        "0.5",
        "tri(1|2|3)",
        "\u{202e}",
        "\u{feff}",
        "none",
        "geen",
        "id",
        "share",
        "é",
        "sep=;",
        "N/A",
    ];
    let some = prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..6).prop_map(|pieces| pieces.concat());
    // Ids are trimmed where they are read, and what says that there is none names nothing.
    let some = some.prop_map(|text| text.trim().to_owned());
    some.prop_filter("a name", |text| !text.is_empty() && !["none", "geen", "#N/A"].contains(&text.as_str()))
}

/// A network of which every text is one of those.
fn network(texts: &[String]) -> Option<Network> {
    let mut draft = Draft::default();
    for pair in texts.chunks(2) {
        let [one, other] = pair else { continue };
        draft.depend(one, other);
        let [key, value] = [one, other].map(|text| draft.names.intern(text));
        let row = draft.dependencies.len() - 1;
        let detail = draft.detail_mut(row);
        detail.provenance.source = Some(key);
        draft.nodes.push(NodeRow { id: value, detail: NodeDetail { operator: Some(key), sector: Some(value), ..NodeDetail::default() } });
    }
    draft.has_node_table = true;
    draft.meta.title = texts.first().cloned();
    Network::build(draft).ok()
}

/// What is read of the folder that is written.
fn from_folder(network: &Network) -> Network {
    let place = tempfile::tempdir().unwrap();
    for table in case::tables(network) {
        let path = place.path().join(format!("{}.csv", table.name));
        csv::case_table(table, &mut File::create(path).unwrap()).unwrap();
    }
    std::fs::write(place.path().join("network.toml"), csv::case_toml(network)).unwrap();
    let read = load_network(place.path().to_str().unwrap());
    let told: Vec<_> = read.diagnostics.iter().map(|found| &found.finding).collect();
    read.value.unwrap_or_else(|| panic!("{told:?}")).network
}

/// Whether a cell of a table that was written would be a formula.
fn formula(table: &str) -> Option<&str> {
    table.split(['\n', ',']).find(|cell| cell.trim_start_matches('"').starts_with(['=', '@', '+']))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(300)))]

    #[test]
    fn any_texts_come_back_from_tables_and_from_workbooks(texts in prop::collection::vec(text(), 2..8)) {
        let Some(network) = network(&texts) else { return Ok(()) };
        let before = tables(&network);
        prop_assert_eq!(&before, &tables(&from_folder(&network)));
        let bytes = written(&network);
        prop_assert_eq!(&before, &tables(&read(&bytes).value.unwrap().network));
    }
}

#[test]
fn ids_that_begin_as_formulas_or_as_guards_stay_apart() {
    let case = folder(&[("dependencies.csv", "dependent,provider\n'=a,''=a\n'''=a,'s-Gravenhage\n@b,'x\n")]);
    assert_eq!(run(case.path(), &["convert", ".", "--out", "net"]).code, Some(0));
    let written = std::fs::read_to_string(case.path().join("net/dependencies.csv")).unwrap();
    assert_eq!(written, "dependent,provider\n'=a,''=a\n'''=a,'s-Gravenhage\n'@b,'x\n");
    assert_eq!(formula(&written), None);
    let ids = |name: &str| {
        let network = load_network(case.path().join(name).to_str().unwrap()).value.unwrap().network;
        network.nodes().map(|node| network.id(node).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids("net"), ["''=a", "'=a", "'s-Gravenhage", "'x", "=a", "@b"]);
    assert_eq!(ids("net"), ids("."));
}

#[test]
fn answers_find_the_cells_of_ids_that_begin_as_formulas() {
    let case = folder(&[
        ("dependencies.csv", "dependent,provider,need,buffer_h\n''=tel,+grid,@power,tri(1|2|9)\n"),
        ("nodes.csv", "id,kind\n''=tel,process\n"),
    ]);
    let asked = ["sensitivity", ".", "--fail", "+grid+4", "--questionnaire", "form.csv"];
    let ran = run(case.path(), &asked);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let form = std::fs::read_to_string(case.path().join("form.csv")).unwrap();
    assert!(form.contains(",''=tel,'@power,"), "{form}");
    let mut lines: Vec<String> = form.lines().map(str::to_owned).collect();
    let row = lines.iter().position(|line| line.contains(",buffer_h,")).unwrap();
    assert!(lines[row].ends_with(",,,,,"), "{}", lines[row]);
    lines[row] = lines[row].strip_suffix(",,,,").unwrap().to_owned() + "3,,,,";
    std::fs::write(case.path().join("form.csv"), lines.join("\n")).unwrap();
    let ran = run(case.path(), &["simulate", ".", "--fail", "+grid+4", "--answers", "form.csv", "--format", "json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("\"first_loss_h\":3.0"), "{}", ran.out);
}
