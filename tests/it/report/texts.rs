//! The words of each answer, in both languages.

use super::hold;
use crate::cli::{CASE, folder, run};

/// A course that ends in a restart deadlock, and a loop that keeps itself up.
const LOOP: [(&str, &str); 1] = [(
    "dependencies.csv",
    "dependent,provider,need,buffer_h\n\
     STATION,PLANT,power,\n\
     STATION,MAST,control,1\n\
     MAST,STATION,power,1\n\
     PUMP,TEL,signal,\n\
     TEL,PUMP,feed,\n\
     TEL,PLANT,feed,\n",
)];

fn answer(files: &[(&str, &str)], arguments: &[&str]) -> String {
    let case = folder(files);
    let ran = run(case.path(), arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.out.replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

fn both(files: &[(&str, &str)], arguments: &[&str]) -> String {
    let english = answer(files, arguments);
    let dutch = answer(files, &[arguments, &["--lang", "nl"]].concat());
    format!("{english}\n=== nl ===\n{dutch}")
}

#[test]
fn text_of_simulate() {
    hold("text_simulate", &both(&CASE, &["simulate", ".", "--scenario", "cut"]));
}

#[test]
fn text_of_simulate_with_loops() {
    hold("text_loops", &both(&LOOP, &["simulate", ".", "--fail", "PLANT+5", "--horizon", "24"]));
}

#[test]
fn text_of_simulate_when_nothing_falls() {
    hold("text_nothing", &both(&CASE, &["simulate", ".", "--fail", "HOSPITAL@100", "--horizon", "10"]));
}

#[test]
fn text_of_why() {
    hold("text_why", &both(&CASE, &["why", ".", "HOSPITAL", "TEL", "--scenario", "cut"]));
}

#[test]
fn text_of_rank() {
    hold("text_rank", &both(&CASE, &["rank", ".", "--by", "sector", "--criterion", "first_vital_loss_h"]));
}

#[test]
fn text_of_check() {
    hold("text_check", &both(&CASE, &["check", "."]));
}

#[test]
fn markdown_of_simulate() {
    hold("markdown_simulate", &both(&CASE, &["simulate", ".", "--scenario", "cut", "--format", "md"]));
}
