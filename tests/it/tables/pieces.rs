//! Large tables are read in pieces, on as many cores as there are: what comes out is what comes out of the whole on one.

use super::{load_one, rows};
use keten::diagnostic::Checked;
use keten::network::NameId;
use keten::tables::Loaded;
use std::fmt::Write;

/// A table of so many rows, in each of which `fault` may put something else.
fn table(count: u32, fault: impl Fn(u32, u32) -> Option<String>) -> String {
    let mut text = String::from("dependent,provider,need,share,buffer_h,source\n");
    for at in 0..count {
        // Numbers without a pattern that a cut could fall in with.
        let drawn = at.wrapping_mul(2_654_435_761).rotate_left(13).wrapping_mul(0x9e37_79b9) >> 8;
        match fault(at, drawn) {
            Some(row) => text.push_str(&row),
            None => writeln!(text, "node-{},node-{},,,4,bron {}", at / 5, 100_000 + drawn % 12_000 * 5 + at % 5, at % 7).unwrap(),
        }
    }
    text
}

fn strewn(at: u32, drawn: u32) -> Option<String> {
    Some(match drawn % 400 {
        0 => "short\n".to_owned(),
        1 => format!("a,b,c,d,e,f,{at}\n"),
        2 => format!(",p{at},,,,\n"),
        3 => format!("d{at},geen,,,,x\n"),
        4 => format!("d{at},p,,vier,,\n"),
        5 => format!("d{at},p,,1.5,2000000,\n"),
        6 => format!("loop-{at},loop-{at},,,,\n"),
        7 => "twice,the same,,,,\n".to_owned(),
        8 => format!("d{at},p\0q,,,,\n"),
        9 => format!("short-{at},p,power,0.25,,\n"),
        10 => format!("shared,p{at},water,1,{},\n", drawn / 400 % 5),
        11 => format!("# comment {at}\n\n\r\n"),
        12 => format!("d{at},{},,,,\n", "x".repeat(70_000 * usize::from((drawn / 400).is_multiple_of(9)) + 1)),
        13 => format!("  d{at}\t, caf\u{e9} {at} ,,1/3, 1.234 ,\r\n"),
        14 => format!("d{at},p,,,uniform(1,2),\n"),
        15 => format!("d{at},p,,0.999995,uniform(1|{}),none\n", 2 + drawn % 3),
        _ => return None,
    })
}

fn with_threads(threads: usize, bytes: &[u8]) -> Checked<Loaded> {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| load_one(bytes))
}

/// All that was found, to the last sign, but for the folder that the file stands in.
fn told(checked: &Checked<Loaded>) -> String {
    let mut diagnostics = checked.diagnostics.clone();
    diagnostics.iter_mut().flat_map(|diagnostic| &mut diagnostic.places).for_each(|place| place.file.clear());
    format!("{diagnostics:#?}")
}

#[test]
fn faults_strewn_over_a_large_table_are_told_alike_by_any_number_of_threads() {
    let text = table(200_000, strewn);
    assert!(text.len() > 6 << 20);
    // A quote anywhere has a table read as a whole, and one in a comment changes nothing else.
    let whole = told(&with_threads(1, (text.clone() + "# \"\n").as_bytes()));
    // Of a thousand errors each kind of the rows is among the first; what rows say of one another comes behind them.
    for code in ["NulByte", "TooLong", "WrongFieldCount", "NotShown"] {
        assert!(whole.contains(code), "{code}");
    }
    for threads in [1, 2, 4, 8] {
        assert!(told(&with_threads(threads, text.as_bytes())) == whole, "{threads} threads tell something else");
    }
}

#[test]
fn faults_of_every_piece_have_their_lines() {
    let text = table(200_000, |at, _| (at % 1_000 == 999).then(|| format!("d{at},p,,x,,\n")));
    assert!(text.len() > 6 << 20, "four pieces");
    let expected: Vec<u64> = text.lines().zip(1..).filter(|(line, _)| line.ends_with(",p,,x,,")).map(|(_, at)| at).collect();
    assert_eq!(expected.len(), 200);
    for threads in [1, 2, 8] {
        let found = with_threads(threads, text.as_bytes());
        let errors = found.diagnostics.iter().filter(|one| one.finding.code().0 == 12);
        assert_eq!(errors.map(|one| one.places[0].row).collect::<Vec<_>>(), expected, "{threads}");
    }
}

#[test]
fn faults_between_rows_far_apart_are_told_alike_by_any_number_of_threads() {
    let text = table(200_000, |at, drawn| strewn(at, drawn).filter(|_| matches!(drawn % 400, 6 | 7 | 9 | 10 | 11 | 13 | 15)));
    let whole = told(&with_threads(1, (text.clone() + "# \"\n").as_bytes()));
    for code in ["ShortAtBaseline", "NeedDisagrees", "SelfDependency", "DuplicateDependency"] {
        assert!(whole.contains(code), "{code}");
    }
    for threads in [1, 2, 4, 8] {
        assert!(told(&with_threads(threads, text.as_bytes())) == whole, "{threads} threads tell something else");
    }
}

#[test]
fn a_large_table_without_faults_is_the_same_network_by_any_number_of_threads() {
    let text = table(200_000, |at, drawn| strewn(at, drawn).filter(|_| matches!(drawn % 400, 11 | 15)));
    let all = |loaded: &Loaded| {
        let network = &loaded.network;
        let names: Vec<&str> = (0..network.names().len() as u32).map(|name| network.text(NameId(name))).collect();
        let details: Vec<_> = network.dependencies().iter().map(|row| (row.index, network.terms(row).share, network.detail(row))).collect();
        format!("{names:?} {:?} {details:?}", rows(network))
    };
    let whole = all(&with_threads(1, (text.clone() + "# \"\n").as_bytes()).value.unwrap());
    for threads in [1, 2, 4, 8] {
        assert!(all(&with_threads(threads, text.as_bytes()).value.unwrap()) == whole, "{threads} threads read something else");
    }
}

#[test]
fn what_is_not_plain_far_down_a_large_table_has_it_read_as_a_whole() {
    let count = |bytes: &[u8]| with_threads(2, bytes).value.map(|loaded| loaded.network.dependency_count());
    let text = table(200_000, |_, _| None);
    let plain = count(text.as_bytes()).unwrap();
    assert_eq!(count((text.clone() + "\"a, b\",c,,,,\n").as_bytes()), Some(plain + 1));
    assert_eq!(count((text.clone() + "a,b").as_bytes()), None);
    assert_eq!(count((text.clone() + "a,b,,,,").as_bytes()), Some(plain + 1));
    let ansi = with_threads(2, &[text.as_bytes(), b"caf\xe9,grid,,,,\n"].concat()).value.unwrap();
    assert!(ansi.network.find("caf\u{e9}").is_some());
    assert_eq!(ansi.network.dependency_count(), plain + 1);
    let long = with_threads(2, (text.clone() + &"x".repeat(2 << 20)).as_bytes());
    assert_eq!(long.diagnostics.iter().map(|found| found.finding.code().0).collect::<Vec<_>>(), [9]);
    assert_eq!(long.diagnostics[0].places[0].row, 200_002);
}

#[test]
fn no_text_of_a_piece_stays_when_a_large_table_turns_out_not_to_be_plain() {
    // In a text of another encoding a sign of two bytes is two signs, so that what a piece held is no text of the whole.
    let good = table(200_000, |at, _| (at % 1_000 == 0).then(|| format!("caf\u{e9}-{at},grid,,,,\n")));
    let bytes = [good.as_bytes(), b"caf\xe9,grid,,,,\n"].concat();
    let texts = |threads| {
        let network = with_threads(threads, &bytes).value.unwrap().network;
        (0..network.names().len() as u32).map(|name| network.text(NameId(name)).to_owned()).collect::<Vec<_>>()
    };
    let one = texts(1);
    assert!(one.contains(&"caf\u{c3}\u{a9}-0".to_owned()) && !one.contains(&"caf\u{e9}-0".to_owned()));
    for threads in [2, 4, 8] {
        assert!(texts(threads) == one, "{threads} threads leave other texts");
    }
}
