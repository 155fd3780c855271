//! Bad input: exit 3 with every fault placed, or 2 for arguments, and nothing on standard output.

use super::{CASE, folder, run};

#[test]
fn every_fault_is_told_at_once_and_nothing_is_computed() {
    let bad = "dependent,provider,need,share,buffer_h\nTEL,GRID,power,60,4 uur\nTEL,TEL,x,,\n,GRID,,,\n";
    let case = folder(&[("bad.csv", bad)]);
    let ran = run(case.path(), &["simulate", "bad.csv", "--fail", "GRID"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""));
    for code in ["K011", "K012", "K013", "K015"] {
        assert!(ran.err.contains(code), "{code}: {}", ran.err);
    }
    assert!(ran.err.contains("bad.csv:2:19"), "{}", ran.err);
    assert!(ran.err.contains("TEL,GRID,power,60,4 uur"), "{}", ran.err);
    assert!(ran.err.contains("4 errors. Nothing was computed."), "{}", ran.err);
}

#[test]
fn faults_are_told_in_dutch_and_as_json() {
    let case = folder(&[("bad.csv", "dependent,provider,buffer_h\nTEL,GRID,x\n")]);
    let dutch = run(case.path(), &["check", "bad.csv", "--lang", "nl"]);
    assert!(dutch.err.starts_with("fout[K012]: 'buffer_h' moet een getal zijn, niet 'x'"), "{}", dutch.err);
    let json = run(case.path(), &["check", "bad.csv", "--format", "json"]);
    assert_eq!((json.code, json.out.as_str()), (Some(3), ""));
    let told: serde_json::Value = serde_json::from_str(&json.err).unwrap();
    assert_eq!(told["schema"], "keten.diagnostics/1");
    let first = &told["diagnostics"][0];
    assert_eq!((&first["code"], &first["row"], &first["column"]), (&"K012".into(), &2.into(), &3.into()));
}

#[test]
fn a_misspelt_name_gets_the_nearest_one() {
    let case = folder(&CASE);
    for (arguments, wanted) in [
        (&["simulate", ".", "--fail", "GIRD"][..], "did you mean 'GRID'?"),
        (&["simulate", ".", "--fail", "sectr=Telecom"], "did you mean 'sector'?"),
        (&["simulate", ".", "--scenario", "cutt"], "did you mean 'cut'?"),
        (&["why", ".", "HOSPTAL", "--scenario", "cut"], "did you mean 'HOSPITAL'?"),
        (&["rank", ".", "--by", "secto"], "did you mean 'sector'?"),
        (&["rank", ".", "--of", "sector=none at all"], "selects no node"),
    ] {
        let ran = run(case.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{arguments:?}");
        assert!(ran.err.contains(wanted), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn arguments_that_do_not_fit_are_usage() {
    let case = folder(&CASE);
    for arguments in [
        &["simulate", "."][..],
        &["simulate", ".", "--scenario", "cut", "--horizon", "-1"],
        &["rank", ".", "--criterion", "badness"],
        &["rank", ".", "--out", "x.svg"],
        &["simulate", ".", "--scenario", "cut", "--out", "x.docx"],
        &["explain", "K999"],
        &["fly"],
    ] {
        let ran = run(case.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}: {}", ran.err);
    }
    assert!(!case.path().join("x.svg").exists());
}

#[test]
fn odd_files_are_faults_and_never_a_panic() {
    let long = format!("dependent,provider\n{},b\n", "x".repeat(2 << 20));
    for (text, code) in [
        ("", "K003"),
        ("\n\n", "K003"),
        ("dependent,provider\n", "K003"),
        ("a,b\nc,d\n", "K004"),
        ("dependent,provider\na,\"b\n", "K006"),
        ("dependent,provider\na\n", "K007"),
        ("dependent,provider\na,b\0\n", "K008"),
        (&long, "K009"),
        ("dependent,provider,share\na,b,NaN\n", "K012"),
        ("dependent,provider,share\na,b,inf\n", "K012"),
        ("dependent,provider,buffer_h\na,b,-1\n", "K013"),
        ("dependent,provider,need\na,b,n\na,b,n\n", "K016"),
        ("dependent,provider,need,buffer_h\na,b,n,1\na,c,n,2\n", "K017"),
        ("dependent,provider,share\na,b,0.4\n", "K018"),
    ] {
        let case = folder(&[("net.csv", text)]);
        let ran = run(case.path(), &["check", "net.csv"]);
        let shown = &text[..text.len().min(60)];
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{shown:?}: {}", ran.err);
        assert!(ran.err.contains(code), "{shown:?}: {}", ran.err);
        assert!(!ran.err.contains("panicked"), "{shown:?}: {}", ran.err);
    }
}

#[test]
fn what_is_not_there_is_told() {
    let case = folder(&[("notes.txt", "hello")]);
    for (path, code) in [("nowhere", "K001"), (".", "K002"), ("notes.txt", "K004")] {
        let ran = run(case.path(), &["check", path]);
        assert_eq!(ran.code, Some(3), "{path}: {}", ran.err);
        assert!(ran.err.contains(code), "{path}: {}", ran.err);
    }
}

#[test]
fn a_warning_does_not_stop_an_answer() {
    let case = folder(&[("net.csv", "dependent,provider,bufer_h\na,b,1\n")]);
    let ran = run(case.path(), &["simulate", "net.csv", "--fail", "b"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("warning[K105]"), "{}", ran.err);
    let quiet = run(case.path(), &["simulate", "net.csv", "--fail", "b", "--quiet"]);
    assert_eq!((quiet.code, quiet.err.as_str()), (Some(0), ""));
}

#[test]
fn what_is_wrong_with_a_scenario_file_is_told_in_dutch() {
    for (text, wanted) in [
        ("title = Loss\n", "een tekst moet tussen aanhalingstekens staan"),
        ("title = \"Loss\n", "een tekst die niet wordt gesloten"),
        ("[[event]\nat_h = 0\n", "een kop zonder sluitende `]]`"),
        ("[[event]]\nat_h = 0\nat_h = 1\n", "dezelfde sleutel staat er twee keer"),
        ("[[event]]\nhours = [1, 2\n", "een lijst zonder sluitende `]`"),
        ("= 3\n", "een sleutel ontbreekt"),
    ] {
        let case = folder(&[CASE[0], ("x.toml", text)]);
        let ran = run(case.path(), &["simulate", ".", "--scenario", "x.toml", "--lang", "nl"]);
        assert_eq!(ran.code, Some(3));
        assert!(ran.err.contains(&format!("fout[K022]: dit is geen geldige TOML: {wanted}")), "{text}: {}", ran.err);
    }
}
