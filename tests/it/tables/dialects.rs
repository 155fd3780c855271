//! Encodings, delimiters, decimal marks and headers.

use super::{check, detail, load_one, network, rows};
use keten::diagnostic::Finding;
use keten::units::{Level, Quantity, Time};

const PLAIN: &str = "dependent,provider,need\ncafé,grid,power\n";

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn every_encoding_gives_the_same_rows() {
    let with_mark = |mark: &[u8], rest: Vec<u8>| [mark.to_vec(), rest].concat();
    let windows = PLAIN.bytes().filter(|&b| b != 0xc3).map(|b| if b == 0xa9 { 0xe9 } else { b }).collect();
    let cases: [(&str, Vec<u8>); 7] = [
        ("", PLAIN.into()),
        ("", with_mark(b"\xef\xbb\xbf", PLAIN.into())),
        ("UTF-16LE", with_mark(b"\xff\xfe", utf16(PLAIN, u16::to_le_bytes))),
        ("UTF-16BE", with_mark(b"\xfe\xff", utf16(PLAIN, u16::to_be_bytes))),
        ("UTF-16LE", utf16(PLAIN, u16::to_le_bytes)),
        ("UTF-16BE", utf16(PLAIN, u16::to_be_bytes)),
        ("windows-1252", windows),
    ];
    for (expected, bytes) in cases {
        let checked = load_one(bytes);
        let found = checked.diagnostics.iter().map(|d| match &d.finding {
            Finding::Detected { encoding, .. } => encoding.clone(),
            other => panic!("{other:?}"),
        });
        assert_eq!(found.collect::<String>(), expected);
        assert_eq!(rows(&checked.value.unwrap().network), ["café power grid"]);
    }
}

#[test]
fn the_delimiter_and_the_decimal_mark_are_told_from_the_header() {
    for (delimiter, number) in [(',', "0.25"), (';', "0,25"), ('\t', "0,25"), (';', "0.25"), (';', "1/4")] {
        let text = "dependent,provider,need,share\na,b,x,S\na,c,x,0.75\n".replace(',', &delimiter.to_string()).replace('S', number);
        let network = network(text);
        let share = network.share(&network.dependencies()[0]);
        assert_eq!(share, Quantity::Fixed(Level::from_ppm(250_000).unwrap()), "{delimiter}{number}");
    }
}

#[test]
fn what_is_detected_is_said_once() {
    check("dependent;provider\na;b\n", "K201 0");
    let finding = load_one("dependent;provider\na;b\n").diagnostics.remove(0).finding;
    assert_eq!(finding, Finding::Detected { encoding: "UTF-8".into(), delimiter: ';', decimal_comma: true });
}

#[test]
fn a_decimal_comma_leaves_bars_between_the_arguments() {
    let network = network("dependent;provider;buffer_h\na;b;tri(0,5|2|3,5)\n");
    assert_eq!(detail(&network).buffer.value().unwrap().to_string(), "tri(0.5|2|3.5)");
    check("dependent;provider;buffer_h\na;b;tri(1,2,3)\n", "K201 0\nK020 2:3 tri(1,2,3)");
}

#[test]
fn a_point_for_thousands_is_warned_of_where_the_comma_is_the_decimal_mark() {
    check("dependent;provider;buffer_h\na;b;0.125\nc;d;1.500\ne;f;2.500\n", "K201 0\nK109 3:3 1.500");
    check("dependent,provider,buffer_h\na,b,1.500\n", "");
    check("dependent;provider;buffer_h\na;b;1.234,5\n", "K201 0\nK012 2:3 1.234,5");
}

#[test]
fn a_comma_is_no_decimal_mark_where_it_delimits() {
    check("dependent,provider,buffer_h\na,b,\"1,5\"\n", "K012 2:3 1,5");
}

#[test]
fn headers_are_known_in_both_languages_in_any_case_order_and_spelling() {
    for header in [
        "Buffer H,PROVIDER, dependent ",
        "buffer-h,leverancier,Afnemer",
        "Buffer (uren),Leverancier,afnemer",
        "buffer_uren,provider,afnemer",
    ] {
        let network = network(format!("{header}\n4,grid,tel\n"));
        assert_eq!(rows(&network), ["tel grid grid"]);
        assert_eq!(detail(&network).buffer.value(), Some(&Quantity::Fixed(Time::from_hours(4))), "{header}");
    }
}

#[test]
fn line_ends_of_every_system_are_line_ends() {
    for end in ["\n", "\r\n", "\r"] {
        check(["dependent,provider", "a,b", "a,a"].join(end), "K015 3:2 a");
    }
}

#[test]
fn comments_empty_rows_and_the_separator_line_of_spreadsheets_are_skipped_and_counted() {
    check("sep=;\n# dependencies of \"tel\ndependent;provider\n\n  # more\n;\n   \na;a\n", "K201 0\nK015 8:2 a");
    let network = network("dependent,provider\na,#b\n\"#c\",d\n");
    assert_eq!(rows(&network), ["#c d d", "a #b #b"]);
}

#[test]
fn a_row_that_begins_with_a_failed_formula_is_no_remark() {
    check("dependent,provider\n#N/A,a\nb, #VERW! \n# N/A,c\n", "K082 2:1 #N/A\nK082 3:2 #VERW!");
    check("dependent;provider\r\n#N/A;#DEEL/0!\r\n", "K201 0\nK082 2:1 #N/A\nK082 2:2 #DEEL/0!");
    assert_eq!(rows(&network("dependent,provider\n#N/Atlantic,x\na,b\n")), ["a b b"], "a remark may begin like one");
}

#[test]
fn quoted_fields_hold_delimiters_quotes_and_line_ends() {
    let network = network("dependent,provider,source\na, \"b, \"\"c\"\"\" ,\"two\nlines\"\n");
    assert_eq!(rows(&network), [r#"a b, "c" b, "c""#]);
    assert_eq!(network.text(detail(&network).provenance.source.unwrap()), "two\nlines");
    check("dependent,provider,source\na,b,\"two\n\nlines\"\nc,c,\n", "K015 5:2 c");
}

#[test]
fn empty_columns_behind_the_last_do_not_count() {
    let network = network("dependent,provider,,\na,b,,\nc,d\n");
    assert_eq!(rows(&network), ["a b b", "c d d"]);
}
