//! What keten knows by itself: `explain`, `columns`, `completions`.

use super::{Desk, fed};
use keten::diagnostic::{Finding, FindingKind, Severity};

#[test]
fn every_code_is_explained_in_both_languages() {
    let desk = Desk::with(&[]);
    for (code, severity) in Finding::CODES {
        let code = code.to_string();
        let explain = |lang: &str| desk.run(&["explain", &code, "--lang", lang]).fine();
        let (english, dutch) = (explain("en"), explain("nl"));
        let words = match severity {
            Severity::Error => ("error", "fout"),
            Severity::Warning => ("warning", "waarschuwing"),
            Severity::Note => ("note", "opmerking"),
        };
        assert!(english.starts_with(&format!("{code} ({}): ", words.0)), "{english}");
        assert!(dutch.starts_with(&format!("{code} ({}): ", words.1)), "{dutch}");
        for text in [&english, &dutch] {
            assert!(text.lines().count() > 3, "{code} has a page:\n{text}");
            assert!(text.lines().all(|line| line.chars().count() <= 100), "{code} fits:\n{text}");
        }
        assert_ne!(english.lines().skip(1).collect::<String>(), dutch.lines().skip(1).collect::<String>(), "{code} is translated");
    }
}

#[test]
fn codes_may_be_typed_in_any_way() {
    let desk = Desk::with(&[]);
    let page = desk.run(&["explain", "K012"]).fine();
    for code in ["k012", "K12", "12", "012"] {
        assert_eq!(desk.run(&["explain", code]).fine(), page, "{code}");
    }
    for code in ["K999", "twelve", "", "K", "-1"] {
        desk.run(&["explain", "--", code]).refused(2, &["keten explain"]);
        desk.run(&["explain", "--lang", "nl", "--", code]).refused(2, &["geen code"]);
    }
}

#[test]
fn without_a_code_all_are_listed() {
    let desk = Desk::with(&[]);
    for lang in ["en", "nl"] {
        let list = desk.run(&["explain", "--lang", lang]).fine();
        let csv = desk.run(&["explain", "--lang", lang, "--format", "csv"]).fine();
        let json = desk.run(&["explain", "--lang", lang, "--format", "json"]).json();
        assert_eq!(json["kinds"].as_array().unwrap().len(), FindingKind::ALL.len());
        for (code, _) in Finding::CODES {
            assert!(list.contains(&code.to_string()) && csv.contains(&code.to_string()), "{code}");
        }
    }
}

#[test]
fn columns_lists_every_column_with_its_dutch_name() {
    let desk = Desk::with(&[]);
    let (english, dutch) = (desk.run(&["columns"]).fine(), desk.run(&["columns", "--lang", "nl"]).fine());
    let json = desk.run(&["columns", "--format", "json"]).json();
    assert_eq!(json["schema"], "keten.columns/1");
    let columns = json["columns"].as_array().unwrap();
    assert_eq!(columns.len(), keten::tables::columns().len());
    for column in keten::tables::columns() {
        for text in [&english, &dutch] {
            assert!(text.contains(column.name), "{} is missing", column.name);
        }
        assert!(columns.iter().any(|found| found["column"] == column.name), "{}", column.name);
    }
    let required: Vec<&str> =
        columns.iter().filter(|found| found["required"] == true).map(|found| found["column"].as_str().unwrap()).collect();
    assert_eq!(
        required,
        ["dependent", "provider", "id", "owner", "owned", "share", "node", "criterion", "amount", "criterion", "id", "target", "change"]
    );
    let alias = |name: &str| columns.iter().find(|found| found["column"] == name).unwrap()["aliases"][0].clone();
    assert_eq!([alias("dependent"), alias("buffer_h"), alias("restart_h")], ["afnemer", "buffer_uren", "herstart_uren"]);
}

#[test]
fn every_header_that_columns_lists_is_read() {
    let desk = Desk::with(&[]);
    let json = desk.run(&["columns", "--format", "json"]).json();
    let names = |column: &serde_json::Value| {
        let aliases = column["aliases"].as_array().unwrap().clone();
        std::iter::once(column["column"].clone()).chain(aliases).map(|name| name.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for column in json["columns"].as_array().unwrap().iter().filter(|column| column["table"] == "dependencies") {
        for name in names(column).iter().filter(|_| column["required"] == false) {
            // The same column twice is a fault, so both names are known to be one.
            let table = format!("dependent,provider,{},{name}\na,b,,\n", column["column"].as_str().unwrap());
            fed(desk.path(), &["check", "-"], table.as_bytes()).refused(3, &["K005"]);
        }
    }
}

#[test]
fn completions_for_each_shell() {
    let desk = Desk::with(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = desk.run(&["completions", shell]).fine();
        for word in ["simulate", "rank", "scenario"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    desk.run(&["completions", "cobol"]).refused(2, &["cobol", "bash"]);
}

/// The script is read and asked as a shell would.
#[cfg(target_os = "linux")]
#[test]
fn bash_completes_a_command() {
    let desk = Desk::with(&[]);
    desk.put("keten.bash", desk.run(&["completions", "bash"]).fine().as_bytes());
    let ask = "source ./keten.bash; COMP_WORDS=(keten sim); COMP_CWORD=1; _keten keten sim keten; echo \"${COMPREPLY[@]}\"";
    let Ok(output) = std::process::Command::new("bash").args(["--norc", "-c", ask]).current_dir(desk.path()).output() else { return };
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), "simulate");
}
