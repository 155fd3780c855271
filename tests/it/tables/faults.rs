//! One failing example for each fault of a table, with its place.

use super::{check, load, load_one, shown};
use keten::diagnostic::{Finding, Severity};

#[test]
fn an_empty_file_and_one_without_rows() {
    check("", "K003 0");
    check("\n \n# nothing\n", "K003 0");
    check("dependent,provider\n", "K003 0");
}

#[test]
fn a_file_without_a_header_lacks_its_columns() {
    check("tel,grid\ntel,water\n", "K004 1 tel,grid\nK004 1 tel,grid");
    let finding = load_one("dependant;provider;x\na;b;c\n").diagnostics.remove(1).finding;
    let headers = vec!["dependant".into(), "provider".into(), "x".into()];
    assert_eq!(finding, Finding::MissingColumn { column: "dependent".into(), headers, nearest: Some("dependant".into()) });
}

#[test]
fn two_headers_for_one_column() {
    check("dependent,provider,leverancier\na,b,c\n", "K005 1:3 1:2 leverancier");
    check("dependent,provider,Kabel,kabel\na,b,c,d\n", "K005 1:4 1:3 kabel");
}

#[test]
fn a_header_that_resembles_a_column_is_kept_and_warned_of() {
    check("dependent,provider,bufer_h\na,b,4\n", "K105 1:3 bufer_h");
    check("dependent,provider,kleur\na,b,rood\n", "");
}

#[test]
fn broken_quotes_cost_their_own_line_alone() {
    check("dependent,provider\na,\"b\nc,c\nd,\"e\"f\ng,g\n", "K006 2 \"b\nK006 4 \"e\"\nK015 3:2 c\nK015 5:2 g");
    check("dependent,provider,source\na,b,\"x\ny\",\"z\nc,c,\n", "K006 3 \"z\nK015 4:2 c");
    check("dependent,provider\na,b\nc,\"d", "K006 3 \"d");
    check("dependent,\"provider\na,b\n", "K006 1 \"provider");
}

#[test]
fn short_and_long_rows() {
    check("dependent,provider,need\na,b\nc,d,x,y\ne,f,,,\n", "K007 2 a,b\nK007 3 c,d,x,y");
}

#[test]
fn nul_bytes_in_a_text() {
    check(b"dependent,provider\na,b\0c\nd,d\n", "K008 2 \0\nK015 3:2 d");
}

#[test]
fn fields_and_lines_that_are_too_long() {
    let field = "x".repeat(70_000);
    let checked = load_one(format!("dependent,provider\na,{field}\nd,d\n"));
    let codes: Vec<String> = checked.diagnostics.iter().map(|d| d.finding.code().to_string()).collect();
    assert_eq!(codes, ["K009", "K015"]);
    assert!(checked.diagnostics[0].places[0].quote.len() <= 400);

    let line = "x".repeat(2 << 20);
    let checked = load_one(format!("dependent,provider\na,b\n{line}"));
    let places = &checked.diagnostics[0].places;
    assert_eq!((checked.diagnostics[0].finding.code().0, places[0].row), (9, 3));
}

#[test]
fn bytes_of_no_encoding() {
    check(b"dependent,provider\nd,d\na,\xff\x81\n", "K010 3 \u{fffd}");
    check(b"\xef\xbb\xbfdependent,provider\na,caf\xe9\n", "K010 2 \u{fffd}");
    check(b"\xff\xfed\0e\0\x00\xd8a\0", "K010 1 \u{fffd}");
}

#[test]
fn missing_ids() {
    check("dependent,provider\n,b\na,\ngeen,none\n", "K011 2:1\nK011 3:2\nK011 4:1 geen\nK011 4:2 none");
}

#[test]
fn text_and_values_that_are_no_numbers() {
    for text in ["vier", "NaN", "inf", "4 h", "1/0", "1.2.3", "0x10", "1e"] {
        check(format!("dependent,provider,buffer_h\na,b,{text}\n"), &format!("K012 2:3 {text}"));
    }
    check("dependent,provider,need,share\na,b,x,none\n", "K012 2:4 none");
    check("dependent,provider,need,share\na,b,x,50%\n", "K012 2:4 50%");
}

#[test]
fn numbers_out_of_range() {
    for (column, text) in [
        ("buffer_h", "-1"),
        ("buffer_h", "2e6"),
        ("share", "1.2"),
        ("share", "-0.1"),
        ("probability", "1.01"),
        ("importance", "0"),
        ("confidence", "2"),
    ] {
        check(format!("dependent,provider,{column}\na,b,{text}\n"), &format!("K013 2:3 {text}"));
    }
    let finding = load_one("dependent,provider,buffer_h\na,b,-1\n").diagnostics.remove(0).finding;
    assert_eq!(finding, Finding::OutOfRange { column: "buffer_h".into(), text: "-1".into(), allowed: "0..1000000 h".into() });
    let nodes = b"id,lat,lon,failures_per_year\na,91,-181,-1\n";
    let checked = load(&[("dependencies.csv", b"dependent,provider\na,b\n"), ("nodes.csv", nodes)]);
    assert_eq!(shown(&checked.diagnostics), "K013 2:2 91\nK013 2:3 -181\nK013 2:4 -1");
}

#[test]
fn words_that_a_column_does_not_know() {
    let finding = load_one("dependent,provider,type\na,b,fysik\n").diagnostics.remove(0).finding;
    let allowed = ["physical", "cyber", "geographic", "logical", "personnel", "trust"].map(str::to_owned).to_vec();
    assert_eq!(finding, Finding::UnknownWord { column: "type".into(), text: "fysik".into(), allowed, nearest: Some("fysiek".into()) });
    check("dependent,provider,confidence\na,b,zeker\n", "K014 2:3 zeker");
    check("dependent,provider,importance\na,b,supporting\n", "K014 2:3 supporting");
}

#[test]
fn distributions_that_are_none() {
    for text in ["tri(5|2|9)", "gauss(1|2)", "uniform(1)", "tri(a|b|c)"] {
        check(format!("dependent,provider,buffer_h\na,b,{text}\n"), &format!("K020 2:3 {text}"));
    }
    check("dependent,provider,share\na,b,uniform(0|2)\n", "K013 2:3 uniform(0|2)");
}

#[test]
fn rows_that_contradict_one_another_are_placed_at_both() {
    check("dependent,provider\na,a\n", "K015 2:2 a");
    check("dependent,provider\na,b\n\n# again\na,b\n", "K016 5:2 2:2 b");
    check("dependent,provider,need,buffer_h\na,b,x,4\na,c,x,8\n", "K017 3:4 2:4 8");
    check("dependent,provider,need,share\na,b,x,0.3\na,c,x,0.3\n", "K018 2:4 3:4 0.3");
    let nodes = b"id\na\nb\na\n";
    let checked = load(&[("dependencies.csv", b"dependent,provider\na,b\n"), ("nodes.csv", nodes)]);
    assert_eq!(shown(&checked.diagnostics), "K019 4:1 2:1 a");
}

#[test]
fn a_need_is_not_called_short_where_one_of_its_rows_is_broken() {
    check("dependent,provider,need,share\na,b,x,0.5\na,c,x\n", "K007 3 a,c,x");
    check("dependent,provider,need,share\na,b,x,0.5\na,c,x,half\n", "K012 3:4 half");
}

#[test]
fn every_fault_is_found_at_once_and_a_repeated_one_each_time() {
    check(
        "dependent,provider,buffer_h,type\na,b,x,y\nc,d,x,y\ne,e,,\n,f,,\n",
        "K012 2:3 x\nK014 2:4 y\nK012 3:3 x\nK014 3:4 y\nK011 5:1\nK015 4:2 e",
    );
}

#[test]
fn a_place_knows_its_header_and_row() {
    let place = load_one("Afnemer;Leverancier;Buffer (uren)\na;b; veel \n").diagnostics.remove(1).places.remove(0);
    assert_eq!((place.row, place.column, place.header.as_deref()), (2, Some(3), Some("Buffer (uren)")));
    assert_eq!((place.quote.as_str(), place.span, place.file.ends_with("only.csv")), ("a;b; veel ", 5..9, true));
}

#[test]
fn a_thousand_errors_are_shown_and_the_others_counted() {
    let text = format!("dependent,provider,kleurr\n{}", "a,a,x\n".repeat(1_500));
    let checked = load_one(text);
    let errors = checked.diagnostics.iter().filter(|d| d.finding.severity() == Severity::Error).count();
    assert_eq!(errors, 1_000);
    let last = &checked.diagnostics.last().unwrap().finding;
    assert!(matches!(last, Finding::NotShown { errors: 1_999, others: 0 }), "{last:?}");
}

#[test]
fn a_file_of_broken_quotes_ends_early() {
    let checked = load_one(format!("dependent,provider\n{}", "a,\"b\"c\n".repeat(100_000)));
    assert_eq!(checked.diagnostics.len(), 1_001);
}
