//! Faulty input and faulty usage: the exit code, every fault with its place, nothing on standard output, no file.

use super::damage::{self, Damaged};
use super::{Desk, Ran, fed};
use serde_json::Value;

/// The codes of a JSON list of diagnostics, each with its line.
fn told(ran: &Ran) -> Vec<String> {
    let found: Value = serde_json::from_str(&ran.err).unwrap_or_else(|error| panic!("{error}: {}", ran.err));
    assert_eq!(found["schema"], "keten.diagnostics/1");
    let show = |one: &Value| format!("{} {}", one["code"].as_str().unwrap(), one["row"].as_u64().unwrap_or_default());
    found["diagnostics"].as_array().unwrap().iter().map(show).collect()
}

fn is_refused(damaged: &Damaged) {
    let desk = Desk::with(&[("net.csv", &damaged.table)]);
    let args = ["simulate", "net.csv", "--fail", "grid", "--out", "answer.json"];
    for (lang, word) in [("en", "error"), ("nl", "fout")] {
        let ran = desk.run(&[&args[..], &["--lang", lang]].concat());
        ran.refused(3, &["net.csv"]);
        for told in damaged.told {
            let marked = format!("{word}[{}]", &told[..4]);
            assert!(ran.err.contains(&marked), "{}: {marked} is missing in:\n{}", damaged.what, ran.err);
        }
        assert!(ran.err.len() < 20_000, "{}: {} bytes of message", damaged.what, ran.err.len());
        assert!(!ran.err.contains('\0') && !ran.err.contains("panicked"), "{}", ran.err);
    }
    let ran = desk.run(&[&args[..], &["--format", "json"]].concat());
    ran.refused(3, &[]);
    let mut told = told(&ran);
    // Broken rows are told before what is wrong between rows.
    told.sort_by_key(|one| one[5..].parse::<u64>().unwrap());
    assert_eq!(told, damaged.told, "{}", damaged.what);
    assert_eq!(desk.names(), ["net.csv"], "{}", damaged.what);
}

#[test]
fn damaged_tables_are_refused_with_every_fault_placed() {
    for damaged in damage::all() {
        is_refused(&damaged);
    }
}

#[test]
fn every_command_refuses_a_damaged_table_alike() {
    let desk = Desk::with(&[("net.csv", b"dependent,provider\ntel,tel\n")]);
    let commands: [&[&str]; 4] =
        [&["check", "net.csv"], &["simulate", "net.csv", "--fail", "a"], &["why", "net.csv", "a", "--fail", "a"], &["rank", "net.csv"]];
    for command in commands {
        desk.run(command).refused(3, &["error[K015]", "net.csv:2:5", "tel,tel", "= help:", "1 error."]);
        desk.run(&[command, &["--lang", "nl"]].concat()).refused(3, &["fout[K015]", "net.csv:2:5", "= advies:", "1 fout."]);
        desk.run(&[command, &["--quiet"]].concat()).refused(3, &["error[K015]"]);
    }
}

#[test]
fn a_place_names_the_file_of_a_folder_and_standard_input() {
    let desk = Desk::with(&[
        ("net/dependencies/energy.csv", b"dependent,provider\na,b\n"),
        ("net/dependencies/water.csv", b"dependent,provider\nc,c\n"),
    ]);
    desk.run(&["check", "net"]).refused(3, &["net/dependencies/water.csv:2:3"]);
    fed(desk.path(), &["check", "-"], b"dependent,provider\nc,c\n").refused(3, &["-:2:3", "K015"]);
}

#[test]
fn faults_of_all_tables_are_told_at_once() {
    let desk = Desk::with(&[
        ("net/dependencies.csv", b"dependent,provider\na,a\n"),
        ("net/nodes.csv", b"id,restart_h\na,soon\na,1\n"),
        ("net/network.toml", b"title = \n"),
    ]);
    desk.run(&["check", "net"])
        .refused(3, &["K015", "K012", "K019", "K022", "dependencies.csv:2", "nodes.csv:2", "nodes.csv:3", "network.toml:1"]);
}

#[test]
fn what_may_stand_in_place_of_a_number_is_said_where_it_may() {
    let scenario = b"[[event]]\nat_h = 'soon'\nfail = 'grid'\n";
    let desk = Desk::with(&[("net/dependencies.csv", b"dependent,provider\ntel,grid\n"), ("net/scenarios/s.toml", scenario)]);
    for (lang, number, none) in [("en", "write a number such as 4 or 0.5", "none"), ("nl", "schrijf een getal zoals 4 of 0,5", "geen")] {
        let ran = desk.run(&["simulate", "net", "--scenario", "s", "--lang", lang]);
        ran.refused(3, &["[K012]", number]);
        assert!(!ran.err.contains(none) && !ran.err.contains("empty") && !ran.err.contains("leeg"), "{}", ran.err);
    }
    let rest = |table: &str, rows: &[u8]| {
        let desk = Desk::with(&[("net/dependencies.csv", b"dependent,provider\ntel,grid\n"), (&format!("net/{table}.csv"), rows)]);
        let ran = desk.run(&["check", "net"]);
        ran.refused(3, &["[K012]"]);
        ran.err.split("such as 4 or 0.5").nth(1).unwrap().lines().next().unwrap().to_owned()
    };
    assert_eq!(rest("nodes", b"id,repair_h\ntel,soon\n"), "; leave it empty when not known, write none when there is none");
    assert_eq!(rest("measures", b"id,target,change,cost_eur\nm,tel,buffer_h=4,much\n"), "; leave it empty when not known");
    assert_eq!(rest("impacts", b"node,criterion,amount\ntel,costs,much\n"), "");
}

#[test]
fn files_and_folders_that_are_not_there_or_hold_no_table() {
    let desk = Desk::with(&[("notes/readme.txt", b"nothing here\n"), ("table.pdf", b"%PDF")]);
    desk.run(&["check", "nowhere.csv"]).refused(3, &["error[K001]", "nowhere.csv", "no such file"]);
    desk.run(&["check", "nowhere.csv", "--lang", "nl"]).refused(3, &["fout[K001]", "nowhere.csv"]);
    desk.run(&["check", "notes"]).refused(3, &["error[K002]", "notes", "readme.txt"]);
    desk.run(&["check", "notes", "--lang", "nl"]).refused(3, &["fout[K002]", "notes", "readme.txt"]);
    desk.run(&["check", "table.pdf"]).refused(3, &["error[K021]", "table.pdf"]);
}

#[cfg(unix)]
#[test]
fn a_table_that_vanished_or_may_not_be_read() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::tiny();
    let vanished = desk.path().join("net/dependencies");
    std::fs::create_dir(&vanished).unwrap();
    symlink("gone.csv", vanished.join("energy.csv")).unwrap();
    desk.run(&["check", "net"]).refused(3, &["error[K001]", "net/dependencies/energy.csv"]);

    let desk = Desk::tiny();
    let closed = desk.path().join("net/nodes.csv");
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything.
    if std::fs::read(&closed).is_err() {
        desk.run(&["check", "net"]).refused(3, &["error[K001]", "net/nodes.csv"]);
    }
}

#[test]
fn names_that_the_network_does_not_know_come_with_the_nearest() {
    let desk = Desk::tiny();
    let cases: [(&[&str], &str, &str); 7] = [
        (&["simulate", "net", "--fail", "gird"], "K029", "'grid'"),
        (&["why", "net", "watr", "--fail", "grid"], "K029", "'water'"),
        (&["rank", "net", "--of", "tle"], "K029", "'tel'"),
        (&["simulate", "net", "--fail", "sectr=energy"], "K028", "'sector'"),
        (&["rank", "net", "--by", "operatr"], "K028", "'operator'"),
        (&["simulate", "net", "--fail", "x*"], "K026", "x*"),
        (&["simulate", "net", "--fail", "grid,,tel"], "K027", "grid,,tel"),
    ];
    for (args, code, nearest) in cases {
        desk.run(args).refused(3, &[&format!("error[{code}]"), nearest]);
        desk.run(&[args, &["--lang", "nl"]].concat()).refused(3, &[&format!("fout[{code}]"), nearest]);
    }
    desk.run(&["simulate", "net", "--fail", "gird"]).refused(3, &["did you mean 'grid'?", "--fail"]);
    desk.run(&["simulate", "net", "--fail", "gird", "--lang", "nl"]).refused(3, &["bedoel je 'grid'?"]);
    let both = desk.run(&["simulate", "net", "--fail", "gird", "--fail", "tell", "--format", "json"]);
    assert_eq!(told(&both), ["K029 1", "K029 1"], "both at once");
}

#[test]
fn arguments_that_make_no_sense_are_usage() {
    let desk = Desk::tiny();
    let cases: [(&[&str], &str); 13] = [
        (&[], "Usage"),
        (&["explode"], "explode"),
        (&["simulate"], "NETWORK"),
        (&["simulate", "net"], "--fail"),
        (&["why", "net", "--fail", "grid"], "NODES"),
        (&["check", "net", "tel"], "tel"),
        (&["simulate", "net", "--fail", "grid", "--horizon", "-1"], "-1"),
        (&["simulate", "net", "--fail", "grid", "--horizon", "soon"], "soon"),
        (&["rank", "net", "--criterion", "fame"], "sectors_hit"),
        (&["check", "net", "--format", "xml"], "json"),
        (&["check", "net", "--lang", "de"], "nl"),
        (&["check", "net", "--threads", "0"], "0"),
        (&["check", "net", "--stance", "bold"], "cautious"),
    ];
    for (args, word) in cases {
        desk.run(args).refused(2, &[word]);
    }
    desk.run(&["simulate", "net", "--lang", "nl"]).refused(2, &["zeg wat er gebeurt"]);
}

#[test]
fn help_and_version_are_no_faults() {
    let desk = Desk::with(&[]);
    for args in [&["--help"][..], &["help", "rank"], &["simulate", "--help"], &["--version"]] {
        let ran = desk.run(args);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(!ran.out.is_empty(), "{args:?}");
    }
}
