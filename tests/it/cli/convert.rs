//! Software as suppliers: bills of materials become networks.

use super::{folder, run};
use std::path::Path;

const BILL: &str = r#"{
  "bomFormat": "CycloneDX",
  "specVersion": "1.5",
  "metadata": {"component": {"bom-ref": "app", "name": "portal", "version": "2.1"}},
  "components": [
    {"type": "library", "bom-ref": "pkg:npm/%40x/core@7", "group": "@x", "name": "core", "version": "7"},
    {"type": "framework", "bom-ref": "web", "name": "web", "version": "1",
     "components": [{"bom-ref": "inner", "name": "parser, fast", "version": "3"}]}
  ],
  "dependencies": [
    {"ref": "app", "dependsOn": ["web", "web"]},
    {"ref": "web", "dependsOn": ["inner", "pkg:npm/%40x/core@7"]},
    {"ref": "inner"}
  ]
}"#;

/// What a file of a folder holds.
fn text(place: &Path, file: &str) -> String {
    std::fs::read_to_string(place.join(file)).unwrap()
}

#[test]
fn a_bill_of_materials_becomes_a_network_that_can_be_ranked() {
    let case = folder(&[("bill.json", BILL)]);
    let ran = run(case.path(), &["convert", "bill.json", "--out", "net"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    assert!(ran.err.contains("4 nodes, 3 dependencies"), "{}", ran.err);
    let dependencies = "dependent,provider,type,access,source\nportal@2.1,web@1,cyber,update,bill.json\n\
                        web@1,'@x/core@7,cyber,update,bill.json\nweb@1,\"parser, fast@3\",cyber,update,bill.json\n";
    assert_eq!(text(case.path(), "net/dependencies.csv"), dependencies);
    assert!(text(case.path(), "net/nodes.csv").contains("\nportal@2.1,portal,product,2.1,bill.json\n"));
    assert!(text(case.path(), "net/network.toml").starts_with("title = \"portal\"\n"));
    assert_eq!(run(case.path(), &["check", "net"]).code, Some(0));
    let ranked = run(case.path(), &["rank", "net", "--criterion", "compromised", "--top", "2", "--format", "csv"]);
    assert!(ranked.out.contains("core@7,1,2,0,,2"), "{}", ranked.out);
}

#[test]
fn the_crates_of_keten_itself_are_an_example() {
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock");
    let case = folder(&[]);
    let ran = run(case.path(), &["convert", lock, "--out", "net"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ranked = run(case.path(), &["rank", "net", "--criterion", "compromised", "--format", "json", "--top", "1000"]);
    let answer: serde_json::Value = serde_json::from_str(&ranked.out).unwrap();
    let rows = answer["rows"].as_array().unwrap();
    let packages = std::fs::read_to_string(lock).unwrap().matches("[[package]]").count();
    assert_eq!(rows.len(), packages);
    // What keten is built from reaches keten; keten itself reaches nobody.
    let of = |id: &str| rows.iter().find(|row| row["id"].as_str().unwrap().starts_with(id)).unwrap()["compromised"].as_u64().unwrap();
    assert_eq!(of("keten@"), 0);
    assert!(of("memchr@") > of("annotate-snippets@") && of("annotate-snippets@") >= 1);
}

#[test]
fn packages_of_one_name_are_told_apart_by_version_and_source() {
    let lock = "version = 4\n[[package]]\nname = 'app'\nversion = '1'\ndependencies = ['lib 1.0', 'lib 2.0 (git+b)']\n\
                [[package]]\nname = 'lib'\nversion = '1.0'\nsource = 'r'\n[[package]]\nname = 'lib'\nversion = '2.0'\nsource = 'git+a'\n\
                [[package]]\nname = 'lib'\nversion = '2.0'\nsource = 'git+b'\n";
    let case = folder(&[("Cargo.lock", lock)]);
    assert_eq!(run(case.path(), &["convert", "Cargo.lock", "--out", "net"]).code, Some(0));
    let expected =
        "dependent,provider,type,access,source\napp@1,lib@1.0,cyber,update,Cargo.lock\napp@1,lib@2.0#2,cyber,update,Cargo.lock\n";
    assert_eq!(text(case.path(), "net/dependencies.csv"), expected);
}

/// Code and place of every fault, in order.
fn faults(name: &str, content: &str) -> Vec<String> {
    let case = folder(&[(name, content)]);
    let ran = run(case.path(), &["convert", name, "--out", "net", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{}", ran.err);
    assert!(!case.path().join("net").exists());
    let told: serde_json::Value = serde_json::from_str(&ran.err).unwrap();
    let all = told["diagnostics"].as_array().unwrap();
    all.iter().map(|found| format!("{} {}", found["code"].as_str().unwrap(), found["row"])).collect()
}

#[test]
fn every_fault_of_a_bill_is_placed() {
    let broken = BILL
        .replace("\"dependsOn\": [\"inner\", ", "\"dependsOn\": [\"iner\", \"web\", ")
        .replace("\"bom-ref\": \"inner\"", "\"bom-ref\": \"web\"");
    // The reference of 'inner' is gone too: 'web' stands twice, and two references lead nowhere.
    assert_eq!(faults("b.json", &broken), ["K019 8", "K029 12", "K015 12", "K029 13"]);
    assert_eq!(faults("b.json", &BILL.replace("\"name\": \"web\", ", ""))[0], "K035 7");
    assert_eq!(faults("b.json", &BILL.replace("CycloneDX", "SPDX")), ["K024 1"]);
    assert_eq!(faults("b.json", "{\"bomFormat\": \"CycloneDX\"}"), ["K035 1", "K003 null"]);
    assert_eq!(faults("b.json", &BILL[..200]), ["K041 6"]);
    assert_eq!(faults("b.json", "{\n\"components\": 5}"), ["K041 2"]);
    assert_eq!(faults("b.json", ""), ["K041 null"]);
    assert_eq!(faults("b.xml", "<bom/>"), ["K021 null"]);
    assert_eq!(faults("b.lock", "a = 1\n"), ["K035 1", "K003 null"]);
    let lock = "[[package]]\nname = 'a'\nversion = '1'\ndependencies = ['b', 'a', 5]\n[[package]]\nversion = '1'\n";
    assert_eq!(faults("b.lock", lock), ["K035 5", "K029 4", "K015 4", "K024 4", "K003 null"]);
}

#[test]
fn a_bill_may_be_one_long_line_and_needs_a_folder_to_go_to() {
    let parts: Vec<String> =
        (0..20_000).map(|part| format!("{{\"bom-ref\":\"p{part}\",\"name\":\"package-{part}\",\"version\":\"1\"}}")).collect();
    let uses: Vec<String> = (1..20_000).map(|part| format!("{{\"ref\":\"p{}\",\"dependsOn\":[\"p{part}\"]}}", part / 2)).collect();
    let bill = format!("{{\"bomFormat\":\"CycloneDX\",\"components\":[{}],\"dependencies\":[{}]}}", parts.join(","), uses.join(","));
    assert!(bill.len() > 1 << 20);
    let case = folder(&[("b.json", &bill)]);
    assert_eq!(run(case.path(), &["convert", "b.json", "--out", "net"]).code, Some(0));
    for (lang, wanted) in [("en", "--out FOLDER"), ("nl", "--out MAP")] {
        let ran = run(case.path(), &["convert", "b.json", "--lang", lang]);
        assert!(ran.code == Some(2) && ran.err.contains(wanted), "{}", ran.err);
    }
    assert_eq!(run(case.path(), &["convert", "b.json", "--out", "net"]).code, Some(1));
}

#[test]
fn a_title_with_a_sign_that_toml_forbids_is_read_back() {
    let bill = BILL.replace("\"portal\"", "\"por\\u007ftal \\\"x\\\"\"");
    let case = folder(&[("bill.json", &bill)]);
    assert_eq!(run(case.path(), &["convert", "bill.json", "--out", "net"]).code, Some(0));
    assert!(text(case.path(), "net/network.toml").contains("por\\u007Ftal"), "{}", text(case.path(), "net/network.toml"));
    let checked = run(case.path(), &["check", "net"]);
    assert_eq!(checked.code, Some(0), "{}", checked.err);
}
