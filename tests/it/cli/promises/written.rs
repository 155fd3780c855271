//! Texts that leave: the columns of csv, names that a spreadsheet, a browser or Markdown would take for something else, and markings.

use super::Desk;

#[test]
fn csv_has_the_columns_that_were_promised() {
    let desk = Desk::tiny();
    let head =
        |question: &[&str]| desk.run(&[question, &["--format", "csv", "--quiet"]].concat()).fine().lines().next().unwrap().to_owned();
    let cases: [(&[&str], &str); 4] = [
        (&["simulate", "net", "--fail", "grid"], "id,name,sector,first_loss_h,min_output,lost_h,order,cause,need,providers,buffer_ended_h"),
        (&["rank", "net"], "rank,id,nodes,affected,lost,processes_lost,sectors_hit,first_vital_loss_h,lost_h,score"),
        (&["why", "net", "tel", "--fail", "grid"], "asked,depth,id,at_h,output,cause,need,providers,buffer_ended_h,explained_above"),
        (&["check", "net"], "table,column,stated,of"),
    ];
    for (question, expected) in cases {
        assert!(head(question).starts_with(expected), "{question:?}: {}", head(question));
    }
    let answer = desk.run(&["simulate", "net", "--fail", "grid+7", "--format", "csv"]).fine();
    let rows: Vec<&str> = answer.lines().skip(1).collect();
    assert!(rows[0].starts_with("grid,National grid,energy,0,0,7,0,hazard 0,,,"), "{answer}");
    assert!(rows[1].starts_with("tel,Telephony,telecom,4,0,3,1,need,grid,grid,4"), "{answer}");
}

/// A network of which the only names are these.
fn named(name: &str) -> Desk {
    let nodes = format!("id,name\ngrid,\"{}\"\n", name.replace('"', "\"\""));
    Desk::with(&[("net/dependencies.csv", b"dependent,provider\ntel,grid\n"), ("net/nodes.csv", nodes.as_bytes())])
}

#[test]
fn names_that_a_spreadsheet_would_run_are_neutralised() {
    for name in ["=1+1", "+31 20", "-x", "@SUM(A1)"] {
        let answer = named(name).run(&["simulate", "net", "--fail", "grid", "--format", "csv", "--quiet"]).fine();
        assert!(answer.contains(&format!("grid,'{name},")), "{answer}");
        let json = named(name).run(&["simulate", "net", "--fail", "grid", "--format", "json"]).json();
        assert_eq!(json["nodes"][0]["name"], name, "data for machines is as it was");
    }
    let answer = named("a \"b\", c").run(&["simulate", "net", "--fail", "grid", "--format", "csv", "--quiet"]).fine();
    assert!(answer.contains("grid,\"a \"\"b\"\", c\","), "{answer}");
}

#[test]
fn names_that_a_browser_or_markdown_would_read_are_escaped() {
    let desk = named("<script>x</script> & a|b");
    desk.run(&["simulate", "net", "--fail", "grid", "--out", "a.svg", "--out", "a.md", "--quiet"]).fine();
    for file in ["a.svg", "a.md"] {
        assert!(!desk.text(file).contains("<script>"), "{file}: {}", desk.text(file));
    }
    assert!(desk.text("a.svg").contains("&lt;script&gt;"));
    assert!(!desk.text("a.md").contains(" a|b"), "{}", desk.text("a.md"));
}

#[test]
fn an_answer_carries_the_highest_marking() {
    let desk = Desk::with(&[
        ("net/dependencies.csv", b"dependent,provider,marking\ntel,grid,TLP:AMBER\nwater,grid,TLP:GREEN\n"),
        ("net/network.toml", b"title = \"Small\"\nmarking = \"TLP:CLEAR\"\n"),
    ]);
    let questions: [&[&str]; 4] =
        [&["check", "net"], &["simulate", "net", "--fail", "grid"], &["why", "net", "tel", "--fail", "grid"], &["rank", "net"]];
    for question in questions {
        for format in ["table", "md"] {
            let text = desk.run(&[question, &["--format", format, "--quiet"]].concat()).fine();
            assert!(text.contains("TLP:AMBER") && !text.contains("TLP:CLEAR"), "{question:?} {format}:\n{text}");
        }
    }
}

#[test]
fn a_terminal_gets_no_control_signs_from_a_name() {
    let desk = named("a\u{1b}[31mred");
    for format in ["table", "md"] {
        let ran = desk.run(&["simulate", "net", "--fail", "grid", "--format", format]);
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{format}: {}", ran.out.escape_debug());
    }
}
