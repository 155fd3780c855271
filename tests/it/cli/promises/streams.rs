//! Standard input, output and error: pipes that close, devices that are full, colours and languages.

use super::{Desk, Ran, command, fed};
use std::process::Stdio;

const PLAIN: &[u8] = b"dependent,provider,buffer_h\ntel,grid,4\n";

#[test]
fn a_network_on_standard_input() {
    let desk = Desk::with(&[("net.csv", PLAIN)]);
    let questions: [&[&str]; 4] = [&["check"], &["simulate", "--fail", "grid"], &["why", "--node", "tel", "--fail", "grid"], &["rank"]];
    for question in questions {
        let ask = |network: &'static str| [&question[..1], &[network], &question[1..], &["--format", "csv"]].concat();
        assert_eq!(fed(desk.path(), &ask("-"), PLAIN).fine(), desk.run(&ask("net.csv")).fine(), "{question:?}");
    }
    fed(desk.path(), &["check", "-"], b"").refused(3, &["K003"]);
}

#[test]
fn messages_and_data_do_not_mix() {
    let desk = Desk::tiny();
    let ran = desk.run(&["check", "net", "--format", "csv"]);
    assert!(ran.err.contains("warning[K103]") && !ran.out.contains("K103"), "{}", ran.err);
    let ran = desk.run(&["check", "net", "--format", "csv", "--quiet"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let ran = desk.run(&["simulate", "net", "--fail", "grid", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "nothing to say");
}

#[test]
fn nobody_reads_the_answer() {
    let desk = Desk::tiny();
    let questions: [&[&str]; 8] = [
        &["simulate", "net", "--fail", "grid"],
        &["check", "net", "--quiet"],
        &["rank", "net", "--format", "json"],
        &["generate", "--nodes", "20000"],
        &["completions", "bash"],
        &["columns"],
        &["explain"],
        &["--help"],
    ];
    for question in questions {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ran = Ran::of(command(desk.path(), question).stdout(writer).stderr(Stdio::piped()).output().unwrap());
        assert_eq!(ran, Ran { code: 0, out: String::new(), err: String::new() }, "{question:?}");
    }
}

#[cfg(target_os = "linux")]
fn full() -> Stdio {
    std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap().into()
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_under_the_answer_is_told() {
    let desk = Desk::tiny();
    let questions: [&[&str]; 6] = [
        &["simulate", "net", "--fail", "grid"],
        &["rank", "net", "--format", "json"],
        &["generate", "--nodes", "10"],
        &["completions", "bash"],
        &["columns", "--format", "md"],
        &["explain", "K012"],
    ];
    for question in questions {
        let ran = Ran::of(command(desk.path(), question).stdout(full()).stderr(Stdio::piped()).output().unwrap());
        ran.refused(1, &["cannot write to standard output"]);
    }
    assert_eq!(command(desk.path(), &["--help"]).stdout(full()).status().unwrap().code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_under_the_messages_changes_no_exit_code() {
    let desk = Desk::tiny();
    let questions: [(&[&str], i32); 4] =
        [(&["check", "net"], 0), (&["check", "nowhere"], 3), (&["explain", "K999"], 2), (&["rank", "net", "--out", "nowhere/a.json"], 1)];
    for (question, code) in questions {
        let status = command(desk.path(), question).stdout(Stdio::null()).stderr(full()).status().unwrap();
        assert_eq!(status.code(), Some(code), "{question:?}");
    }
}

#[test]
fn no_colours_where_nobody_looks() {
    let desk = Desk::tiny();
    for question in [&["check", "net"][..], &["check", "nowhere"], &["simulate", "net", "--fail", "gird"]] {
        let plain = desk.run(question);
        for other in [desk.run_with("NO_COLOR", "1", question), desk.run(&[question, &["--no-color"]].concat())] {
            assert_eq!(plain, other, "{question:?}");
        }
        assert!(!plain.err.contains('\u{1b}') && !plain.out.contains('\u{1b}'), "{question:?}");
    }
}

#[test]
fn the_language_of_the_environment_and_of_the_option() {
    let desk = Desk::tiny();
    let question = ["simulate", "net", "--fail", "grid"];
    let with = |lang: &'static str| [&question[..], &["--lang", lang]].concat();
    let (english, dutch) = (desk.run(&question).fine(), desk.run(&with("nl")).fine());
    assert!(english.contains("What falls") && dutch.contains("Wat uitvalt"), "{dutch}");
    assert_eq!(desk.run(&with("en")).fine(), english);
    assert_eq!(desk.run_with("KETEN_LANG", "nl", &question).fine(), dutch);
    assert_eq!(desk.run_with("KETEN_LANG", "nl", &with("en")).fine(), english, "the option goes before the environment");
    assert_eq!(desk.run_with("KETEN_LANG", "xx", &question).fine(), english, "a language it does not speak");
}
