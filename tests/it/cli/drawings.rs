//! What drawings are dressed in: a class without a rule would be drawn black, or not at all.

use super::run;

/// The classes that the elements of drawings name.
fn named(drawing: &str) -> Vec<&str> {
    drawing.split(" class=\"").skip(1).filter_map(|rest| rest.split_once('"')).flat_map(|(names, _)| names.split(' ')).collect()
}

/// The drawings within a page, or the one that a file is.
fn drawings(text: &str) -> Vec<&str> {
    text.split("<svg ").skip(1).filter_map(|rest| rest.split_once("</svg>")).map(|(drawing, _)| drawing).collect()
}

#[test]
fn every_class_of_a_drawing_has_its_rule() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let desk = tempfile::tempdir().unwrap();
    let out = |name: &str| desk.path().join(name).display().to_string();
    for (question, name) in [
        (&["simulate", "networks/nl-vitaal", "--scenario", "diemen-2015"][..], "course.svg"),
        (&["critical-sets", "networks/nl-vitaal", "--curve"], "curve.svg"),
        (&["report", "networks/nl-vitaal", "--scenario", "diemen-2015", "--samples", "20"], "report.html"),
    ] {
        let path = out(name);
        let ran = run(root, &[question, &["--quiet", "--out", &path]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let text = std::fs::read_to_string(&path).unwrap();
        let (_, style) = text.split_once("<style>").unwrap();
        let (style, _) = style.split_once("</style>").unwrap();
        let classes: Vec<&str> = drawings(&text).into_iter().flat_map(named).collect();
        assert!(classes.len() > 50, "{name}: {} classes", classes.len());
        for class in classes {
            let rule = |end: char| style.contains(&format!(".{class}{end}"));
            assert!([',', '{', ' ', '>', ':'].into_iter().any(rule), "{name}: nothing says how '{class}' looks");
        }
    }
}
