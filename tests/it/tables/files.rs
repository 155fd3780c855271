//! Files that cannot be read, and inputs that are not worth reading to their end.

use super::{folder, load_one, path_of, rows, shown};
use keten::diagnostic::Finding;
use keten::network::{RowRef, Table};
use keten::tables::load_network;
use std::fmt::Write;

fn codes(path: &str) -> Vec<(u16, String)> {
    let found = load_network(path).diagnostics;
    found.into_iter().map(|d| (d.finding.code().0, d.places.first().map_or(String::new(), |place| place.file.clone()))).collect()
}

#[test]
fn a_missing_file_is_unreadable() {
    assert_eq!(codes("/nowhere/at all.csv"), [(1, "/nowhere/at all.csv".to_owned())]);
}

#[test]
fn a_folder_in_place_of_a_file_is_unreadable() {
    let folder = folder(&[("dependencies.csv", b"dependent,provider\na,b\n"), ("nodes/x.csv/inside", b"")]);
    let found = codes(folder.path().to_str().unwrap());
    assert_eq!(found, [(1, path_of(&folder, "nodes/x.csv").display().to_string())]);
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_a_file_that_vanished() {
    let folder = folder(&[("dependencies/a.csv", b"dependent,provider\na,b\n")]);
    std::os::unix::fs::symlink("/nowhere", path_of(&folder, "dependencies/b.csv")).unwrap();
    assert_eq!(codes(folder.path().to_str().unwrap()), [(1, path_of(&folder, "dependencies/b.csv").display().to_string())]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_that_never_ends_is_refused_at_its_first_line() {
    assert_eq!(codes("/dev/zero"), [(9, "/dev/zero".to_owned())]);
}

#[test]
fn files_of_other_kinds_are_refused() {
    let folder = folder(&[("net.ods", b"PK"), ("case/dependencies.ods", b"PK")]);
    let path = path_of(&folder, "net.ods");
    let finding = load_network(path.to_str().unwrap()).diagnostics.remove(0).finding;
    assert_eq!(finding, Finding::UnknownFormat { extension: "ods".into() });
    assert_eq!(codes(path_of(&folder, "case").to_str().unwrap())[0].0, 21);
}

/// A file so long that it is read in parts, with faults near its cuts.
fn long_table(fault: &str) -> String {
    let mut text = String::from("dependent,provider,share,source\r\n");
    for at in 0..300_000 {
        match at % 100_000 {
            0 => text.push_str(fault),
            50_000 => text.push_str("# a comment\r\n\r\n"),
            _ => {}
        }
        write!(text, "node-{at},node-{},0.5,bron {}\r\n", at + 1, at % 7).unwrap();
    }
    text.replace(",0.5,", ",1,")
}

#[test]
fn a_file_read_in_parts_gives_what_it_gives_as_a_whole() {
    let text = long_table("");
    let alone = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| load_one(&text));
    let (one, four) = (alone(1).value.unwrap(), alone(4).value.unwrap());
    assert_eq!(rows(&one.network), rows(&four.network));
    let names = |loaded: &keten::tables::Loaded| {
        let names = loaded.network.names();
        (0..names.len() as u32).map(|name| names.text(keten::network::NameId(name)).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&one), names(&four));
    let source = |loaded: &keten::tables::Loaded, at: usize| {
        let network = &loaded.network;
        network.detail(&network.dependencies()[at]).provenance.source.map(|name| network.text(name).to_owned())
    };
    assert!((0..300_000).step_by(997).all(|at| source(&one, at) == source(&four, at)));
    assert_eq!(one.sources.files[0].digest, four.sources.files[0].digest);
}

#[test]
fn faults_of_parts_stand_on_their_own_lines() {
    let text = long_table("a,b,x,\r\nshort\r\nc,c,,\r\n");
    let alone = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| load_one(&text));
    let (one, four) = (shown(&alone(1).diagnostics), shown(&alone(4).diagnostics));
    assert_eq!(one, four);
    let lines: Vec<&str> = text.split("\r\n").collect();
    let short = one.lines().filter_map(|line| line.strip_prefix("K007 ")).map(|line| line.split(' ').next().unwrap());
    let rows: Vec<usize> = short.map(|row| row.parse().unwrap()).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| lines[row - 1] == "short"));
    assert_eq!(one.lines().filter(|line| line.starts_with("K015") && line.ends_with('c')).count(), 3);
}

#[test]
fn rows_are_found_again_by_their_place() {
    let folder = folder(&[
        ("dependencies/a.csv", b"dependent,provider\n\na,b\n# x\nc,d\n"),
        ("dependencies/b.csv", b"provider,dependent,Bron\nf,e,CBS\n"),
        ("nodes.csv", b"id,name\na,A\n"),
    ]);
    let loaded = load_network(folder.path().to_str().unwrap()).value.unwrap();
    let at = |table, index, column| {
        let place = loaded.sources.place(RowRef { table, index }, column);
        (place.row, place.quote[place.span].to_owned())
    };
    assert_eq!(at(Table::Dependencies, 1, Some("provider")), (5, "d".to_owned()));
    assert_eq!(at(Table::Dependencies, 2, Some("source")), (2, "CBS".to_owned()));
    assert_eq!(at(Table::Nodes, 0, None), (2, "a,A".to_owned()));
    let files: Vec<(usize, Option<Table>)> = loaded.sources.files.iter().map(|file| (file.rows, file.table)).collect();
    assert_eq!(files, [(2, Some(Table::Dependencies)), (1, Some(Table::Dependencies)), (1, Some(Table::Nodes))]);
    assert!(loaded.sources.files.iter().all(|file| file.digest.len() == 64));
}

#[test]
fn a_long_file_that_changed_since_is_not_quoted() {
    let folder = folder(&[("only.csv", long_table("").as_bytes())]);
    let path = path_of(&folder, "only.csv");
    let loaded = load_network(path.to_str().unwrap()).value.unwrap();
    let row = RowRef { table: Table::Dependencies, index: 299_999 };
    let place = loaded.sources.place(row, Some("dependent"));
    assert_eq!((place.row, &place.quote[place.span]), (300_007, "node-299999"));
    std::fs::write(&path, "dependent,provider\nx,y\n").unwrap();
    assert_eq!(loaded.sources.place(row, None).row, 0);
}
