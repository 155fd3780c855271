//! Every text field of a network filled with what would do harm: it comes out inert, in every format.

use super::{assert_sound, page};
use crate::cli::{folder, run};

/// Texts that would do harm where they are taken for something else.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</style></title></svg><script>alert(1)</script>",
    "=HYPERLINK(\"http://example.invalid\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "evil\u{202e}fdp.exe\u{2066}\u{200f}",
    "]]>--><!-- ${x} {{y}} %0a [a](javascript:alert(1)) `z` | # *",
    "javascript:alert(1)//\u{1b}[31m",
];
/// Signs that turn the direction of a text.
const STEERING: [char; 12] = [
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}',
];

/// A cell of csv.
fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A network all of whose texts are this one; ids have it behind a letter that keeps them apart.
fn network(text: &str) -> tempfile::TempDir {
    let id = |letter: &str| cell(&format!("{letter}{text}"));
    let (a, b, c, all) = (id("a"), id("b"), id("c"), cell(text));
    let dependencies = format!(
        "dependent,provider,need,buffer_h,access,source,marking,confidence\n{b},{a},{all},2,,{all},{all},high\n{c},{b},{all},,,{all},{all},low\n{a},{c},{all},50,update,{all},{all},low\n"
    );
    let node = |id: &str, kind: &str| format!("{id},{all},{all},{all},{kind},{all},A,{all},{all},{all},{all},{all},{all},{all},{all}\n");
    let nodes = format!(
        "id,name,name_nl,name_en,kind,sector,category,ministry,operator,region,product,supervisor,source,marking,remark\n{}{}{}",
        node(&a, "asset"),
        node(&b, "process"),
        node(&c, "process")
    );
    let toml = |text: &str| text.chars().map(|sign| format!("\\U{:08x}", u32::from(sign))).collect::<String>();
    let quoted = toml(text);
    let meta = format!(
        "title = \"{quoted}\"\ndescription = \"{quoted}\"\nmarking = \"{quoted}\"\ndate = \"{quoted}\"\nversion = \"{quoted}\"\nauthors = [\"{quoted}\"]\n"
    );
    let first = toml(&format!("a{text}"));
    let scenario = format!(
        "title = \"{quoted}\"\ndescription = \"{quoted}\"\nsource = \"{quoted}\"\nhorizon_h = 24\n[[event]]\nat_h = 0\nfail = \"name!=nothing & kind=asset\"\nduration_h = 6\n[[event]]\nat_h = 1\ncompromise = \"kind=asset\"\n[[expect]]\nnode = \"{first}\"\nstate = \"down\"\nsource = \"{quoted}\"\nconfidence = \"high\"\n"
    );
    let ownership = format!("owner,owned,share,source,marking\n{all},{b},0.6,{all},{all}\n");
    let criteria = format!(
        "scheme,criterion,interest,measure,class,from,unit,source,marking\n{all},{all},{all},integral,A,1,{all},{all},{all}\n{all},{all},{all},integral,B,50,{all},{all},{all}\n"
    );
    let impacts =
        format!("node,criterion,amount,population,source,marking\n{b},{all},100,{all},{all},{all}\n{c},{all},7,{all},{all},{all}\n");
    let measures = format!("id,name,cost_eur,target,change,source,marking\n{all},{all},5,kind=process,buffer_h=20,{all},{all}\n");
    folder(&[
        ("dependencies.csv", &dependencies),
        ("nodes.csv", &nodes),
        ("ownership.csv", &ownership),
        ("criteria.csv", &criteria),
        ("impacts.csv", &impacts),
        ("measures.csv", &measures),
        ("network.toml", &meta),
        ("scenarios/cut.toml", &scenario),
    ])
}

/// Every command that tells of a network.
const QUESTIONS: [&[&str]; 17] = [
    &["simulate", ".", "--scenario", "cut"],
    &["simulate", ".", "--scenario", "cut", "--samples", "5"],
    &["simulate", ".", "--scenario", "cut", "--bounds"],
    &["rank", "."],
    &["rank", ".", "--by", "operator"],
    &["rank", ".", "--by", "owner"],
    &["critical-sets", "."],
    &["critical-sets", ".", "--curve"],
    &["classify", "."],
    &["measures", ".", "--scenario", "cut", "--criterion", "lost_h"],
    &["exposure", ".", "--cyber"],
    &["check", "."],
    &["check", ".", "--structure"],
    &["sensitivity", ".", "--scenario", "cut"],
    &["verify", "."],
    &["report", ".", "--scenario", "cut"],
    &["report", ".", "--scenario", "cut", "--by", "operator", "--samples", "5"],
];

#[test]
fn hostile_texts_are_inert_on_pages() {
    for text in HOSTILE {
        let case = network(text);
        for question in QUESTIONS {
            for lang in ["en", "nl"] {
                let page = page(case.path(), &[question, &["--lang", lang]].concat());
                // Elements, attributes and escapes are those of the program, or the reader and the check fail.
                let root = assert_sound(&page);
                assert!(!page.contains(STEERING), "{question:?}");
                assert!(!page.contains('\u{1b}'));
                // The text is there all the same, as a text.
                let seen: String = text.chars().take_while(|sign| !STEERING.contains(sign) && !sign.is_control()).collect();
                assert!(root.text().contains(&seen), "{question:?} does not show {seen}");
            }
        }
    }
}

#[test]
fn hostile_texts_are_inert_in_every_other_format() {
    for text in HOSTILE {
        let case = network(text);
        for question in QUESTIONS {
            let with = |format: &str| {
                let ran = run(case.path(), &[question, &["--format", format, "--quiet"]].concat());
                assert!(ran.code == Some(0) || ran.code == Some(4), "{}", ran.err);
                ran.out
            };
            let (csv, json, markdown, table) = (with("csv"), with("json"), with("md"), with("table"));
            for out in [&csv, &json, &markdown, &table] {
                assert!(!out.contains(STEERING), "{question:?}: {out}");
                assert!(!out.contains('\u{1b}') || *out == csv, "{question:?}: {}", out.escape_debug());
            }
            serde_json::from_str::<serde_json::Value>(&json).unwrap();
            assert!(!markdown.contains('<') && !markdown.replace("\\]", "").contains("](javascript"), "{question:?}: {markdown}");
            for line in csv.split(['\n', ',']) {
                let begins = line.trim_start_matches('"');
                assert!(!begins.starts_with(['=', '@', '\t', '\r']), "{question:?}: {line}");
            }
        }
    }
}

#[test]
fn hostile_texts_are_inert_in_a_picture() {
    for text in HOSTILE {
        let case = network(text);
        let ran = run(case.path(), &["simulate", ".", "--scenario", "cut", "--out", "x.svg", "--quiet"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let picture = std::fs::read_to_string(case.path().join("x.svg")).unwrap();
        super::reader::read(&picture);
        assert!(!picture.contains(STEERING) && !picture.contains("<script"));
    }
}

#[test]
fn hostile_texts_are_inert_where_two_networks_are_compared() {
    for text in HOSTILE {
        let (old, new) = (network(text), network(text));
        let rows = new.path().join("dependencies.csv");
        let more = std::fs::read_to_string(&rows).unwrap().lines().take(2).collect::<Vec<_>>().join("\n") + "\n";
        std::fs::write(&rows, more).unwrap();
        let other = old.path().display().to_string();
        for question in [&["compare", &other, ".", "--scenario", "cut"][..], &["report", ".", "--scenario", "cut", "--beside", &other]] {
            for lang in ["en", "nl"] {
                let page = page(new.path(), &[question, &["--lang", lang]].concat());
                assert_sound(&page);
                assert!(!page.contains(STEERING) && !page.contains('\u{1b}'), "{question:?}");
            }
        }
    }
}
