//! `keten generate`: what it makes can be read, and the same seed gives the same bytes.

use super::{Desk, fed, names};

const SHAPES: [&[&str]; 5] = [
    &[],
    &["--probability", "0.25"],
    &["--shape", "random"],
    &["--shape", "layered", "--buffers"],
    &["--needs", "k-of-n", "--buffers", "--mean-degree", "3"],
];

#[test]
fn what_is_made_can_be_checked() {
    let desk = Desk::with(&[]);
    for shape in SHAPES {
        let made = desk.run(&[&["generate", "--nodes", "200"], shape].concat()).fine();
        let check = fed(desk.path(), &["check", "-", "--format", "json"], made.as_bytes()).json();
        assert_eq!(check["counts"]["nodes"], 200, "{shape:?}");
        assert_eq!(check["counts"]["dependencies"], made.lines().count() - 1, "{shape:?}");
        let errors = check["diagnostics"].as_array().unwrap().iter().filter(|found| found["severity"] == "error").count();
        assert_eq!(errors, 0, "{shape:?}");
    }
}

#[test]
fn a_folder_is_made_whole_and_never_over_another() {
    let desk = Desk::with(&[]);
    assert_eq!(desk.run(&["generate", "--nodes", "50", "--out", "made"]).fine(), "");
    assert_eq!(names(&desk.path().join("made")), ["dependencies.csv", "network.toml", "nodes.csv"]);
    assert_eq!(desk.text("made/dependencies.csv"), desk.run(&["generate", "--nodes", "50"]).fine());
    let check = desk.run(&["check", "made", "--format", "json", "--quiet"]).json();
    assert_eq!(check["counts"]["nodes"], 50);
    desk.run(&["generate", "--nodes", "9", "--out", "made"]).refused(1, &["made"]);
    desk.run(&["generate", "--nodes", "9", "--out", "nowhere/made"]).refused(1, &["nowhere/made"]);
    desk.run(&["check", "made", "--quiet", "--format", "csv"]).fine();
    assert_eq!(desk.names(), ["made"], "nothing was left beside it");
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let desk = Desk::with(&[]);
    for shape in SHAPES {
        let make = |more: &[&str]| desk.run(&[&["generate", "--nodes", "300"], shape, more].concat()).fine();
        let once = make(&[]);
        assert_eq!(once, make(&["--seed", "1"]), "the seed is 1 where none is given");
        assert_eq!(once, make(&["--threads", "1"]));
        assert_ne!(once, make(&["--seed", "2"]));
        assert_eq!(make(&["--seed", "18446744073709551615"]), make(&["--seed", "18446744073709551615"]));
    }
}

#[test]
fn sizes_that_make_no_network() {
    let desk = Desk::with(&[]);
    for nodes in ["0", "1", "-5", "many", "100000001"] {
        desk.run(&["generate", "--nodes", nodes]).refused(2, &[nodes]);
    }
    assert_eq!(desk.run(&["generate", "--nodes", "2", "--mean-degree", "1"]).code, 0);
}
