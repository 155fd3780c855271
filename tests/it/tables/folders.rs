//! What is read of a folder.

use super::{folder, load, path_of, rows, shown};
use keten::diagnostic::Finding;
use keten::tables::load_network;

#[test]
fn tables_per_sector_are_joined_in_the_order_of_their_names() {
    let checked = load(&[
        ("dependencies/telecom.csv", b"dependent,provider\ntel,grid\n"),
        ("dependencies/drinkwater.csv", "afnemer;leverancier\ndrinkwater;grid\n".as_bytes()),
        ("dependencies.csv", b"provider,dependent\ngrid,rail\n"),
        ("nodes/energy.csv", b"id,name\ngrid,Grid\n"),
        ("knopen.csv", b"id,naam\ntel,Telefoon\n"),
        ("network.toml", b"title = 'T'\nmarking = 'TLP:CLEAR'\ndate = 2026-01-02\nversion = 3\nauthors = ['a', 'b']\n"),
        ("scenarios/b.toml", b""),
        ("scenarios/a.toml", b""),
        ("expected/x.csv", b""),
        ("README.md", b"# hi"),
        (".hidden.csv", b""),
    ]);
    assert_eq!(shown(&checked.diagnostics), "K201 0");
    let loaded = checked.value.unwrap();
    assert_eq!(rows(&loaded.network), ["drinkwater grid grid", "rail grid grid", "tel grid grid"]);
    assert_eq!(loaded.network.name(loaded.network.find("tel").unwrap()), "Telefoon");
    let meta = loaded.network.meta();
    assert_eq!((meta.date.as_deref(), meta.version.as_deref(), meta.authors.len()), (Some("2026-01-02"), Some("3"), 2));
    let names =
        |paths: &[std::path::PathBuf]| paths.iter().map(|p| p.file_name().unwrap().to_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&loaded.sources.scenarios), ["a.toml", "b.toml"]);
    let files: Vec<&str> = loaded.sources.files.iter().map(|file| file.name.rsplit('/').next().unwrap()).collect();
    assert_eq!(files, ["drinkwater.csv", "telecom.csv", "dependencies.csv", "knopen.csv", "energy.csv", "network.toml"]);
}

#[test]
fn dutch_folders_are_the_same_folders() {
    let checked = load(&[("Afhankelijkheden/x.csv", b"afnemer,leverancier\na,b\n"), ("netwerk.toml", b"title = 'T'\n")]);
    assert_eq!(shown(&checked.diagnostics), "");
    assert_eq!(checked.value.unwrap().network.meta().title.as_deref(), Some("T"));
}

#[test]
fn a_folder_without_dependencies_says_what_there_is() {
    let checked = load(&[("nodes.csv", b"id\na\n"), ("notes.txt", b"")]);
    let finding = &checked.diagnostics[0].finding;
    assert_eq!(*finding, Finding::NoDependencies { found: vec!["nodes.csv".into(), "notes.txt".into()] });
    assert!(checked.value.is_none());
}

#[test]
fn files_that_are_no_table_are_noted() {
    let checked = load(&[("dependencies.csv", b"dependent,provider\na,b\n"), ("extra.csv", b"x")]);
    let findings: Vec<&Finding> = checked.diagnostics.iter().map(|d| &d.finding).collect();
    assert_eq!(findings, [&Finding::FileNotUsed {}]);
    assert!(checked.value.is_some());
}

#[test]
fn network_toml_is_checked_like_a_table() {
    let checked =
        load(&[("dependencies.csv", b"dependent,provider\na,b\n"), ("network.toml", b"titel = 'x'\nmarking = 3\nauthors = [1]\n")]);
    assert_eq!(shown(&checked.diagnostics), "K023 1 titel\nK024 2 3\nK024 3 1");
    assert_eq!(checked.diagnostics[0].finding, Finding::UnknownKey { key: "titel".into(), nearest: Some("title".into()) });
    let checked = load(&[("dependencies.csv", b"dependent,provider\na,b\n"), ("network.toml", b"title = \n[x\n")]);
    assert!(checked.diagnostics.iter().all(|d| d.finding.code().0 == 22) && !checked.diagnostics.is_empty());
}

#[test]
fn faults_of_all_files_are_told_at_once() {
    let folder = folder(&[
        ("dependencies/a.csv", b"dependent,provider\na,a\n"),
        ("dependencies/b.csv", b"from,to\na,b\n"),
        ("dependencies/c.csv", b""),
        ("nodes.csv", b"id,repair_h\na,x\n"),
    ]);
    let checked = load_network(folder.path().to_str().unwrap());
    assert_eq!(shown(&checked.diagnostics), "K004 1 from,to\nK004 1 from,to\nK003 0\nK012 2:2 x\nK015 2:2 a");
    let last = checked.diagnostics.last().unwrap();
    assert_eq!(last.places[0].file, path_of(&folder, "dependencies/a.csv").display().to_string());
}
