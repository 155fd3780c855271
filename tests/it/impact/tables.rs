//! What is read of criteria and impacts, and what is found wrong in them.

use crate::cli::folder;
use keten::diagnostic::Diagnostic;
use keten::tables::load_network;

/// Codes and places of what is found in a network with these tables.
fn found(criteria: &str, impacts: &str) -> Vec<String> {
    let folder = folder(&[("dependencies.csv", "dependent,provider\ntel,grid\n"), ("criteria.csv", criteria), ("impacts.csv", impacts)]);
    let told = |diagnostic: &Diagnostic| {
        let place = &diagnostic.places[0];
        let also: Vec<u64> = diagnostic.places[1..].iter().map(|place| place.row).collect();
        format!("{} {}:{} {} {also:?}", diagnostic.finding.code(), &place.file.rsplit('/').next().unwrap()[..4], place.row, place.quote)
    };
    load_network(folder.path().to_str().unwrap()).diagnostics.iter().map(told).collect()
}

const CRITERIA: &str = "criterion,measure,class,from\ncosts,integral,A,10\n";
const IMPACTS: &str = "node,criterion,amount\ngrid,costs,1\n";

fn codes(criteria: &str, impacts: &str) -> Vec<String> {
    found(criteria, impacts).iter().map(|found| found[..13].to_owned()).collect()
}

#[test]
fn sound_tables_say_nothing() {
    assert_eq!(codes(CRITERIA, IMPACTS), [""; 0]);
}

#[test]
fn every_fault_of_criteria_is_found_at_once() {
    let criteria = "scheme,criterion,measure,duration_h,class,from\n\
        s,costs,integral,,A,10\n\
        s,costs,peak,,B,20\n\
        s,people,beyond,,A,1\n\
        s,people,beyond,4,A,\n\
        s,costs,integral,2,C,30\n\
        s,costs,integral,,A,15\n\
        s,deaths,,,A,15\n\
        s,other,integral,,E,5\n\
        s,other,integral,,A,50\n\
        s,third,integral,,A,1\n\
        s,third,integral,,E,10\n\
        s,,integral,,A,1\n\
        s,fourth,sometimes,,A,1\n\
        s,fifth,peak,,A,-1\n";
    let found = codes(criteria, IMPACTS);
    let expected = [
        "K011 crit:13 ",
        "K014 crit:14 ",
        "K013 crit:15 ",
        "K070 crit:3 c",
        "K072 crit:4 p",
        "K072 crit:5 p",
        "K072 crit:6 c",
        "K074 crit:7 c",
        "K072 crit:8 d",
    ];
    for code in expected {
        let code = code.trim_end_matches(|sign: char| sign.is_alphabetic());
        assert!(found.iter().any(|found| found.starts_with(code.trim_end())), "{code}: {found:?}");
    }
    assert!(found.iter().any(|found| found.starts_with("K073")), "{found:?}");
}

#[test]
fn every_fault_of_impacts_is_found_at_once() {
    let criteria = "criterion,measure\ncosts,integral\nchain,sectors\n";
    let impacts = "node,criterion,amount,after_h,population\n\
        grid,costs,1,,\n\
        grid,costs,2,0,\n\
        grid,costs,2,3,\n\
        gird,costs,2,,\n\
        grid,chain,2,,\n\
        grid,costs,,,\n\
        grid,costs,x,,city\n\
        grid,costs,1e13,,city\n\
        tel,costs,1,,city\n";
    let found = codes(criteria, impacts);
    for code in ["K071 impa:3", "K029 impa:5", "K075 impa:6", "K011 impa:7", "K071 impa:7", "K012 impa:8", "K013 impa:9", "K071 impa:9"] {
        assert!(found.iter().any(|found| found.starts_with(code)), "{code}: {found:?}");
    }
    assert_eq!(found.len(), 8, "{found:?}");
}

#[test]
fn the_order_of_classes_follows_from_the_limits_and_not_from_the_rows() {
    for rows in [["B,5", "A,50"], ["A,50", "B,5"]] {
        let criteria = format!("criterion,measure,class,from\ncosts,integral,{}\ncosts,integral,{}\n", rows[0], rows[1]);
        let folder = folder(&[("dependencies.csv", "dependent,provider\ntel,grid\n"), ("criteria.csv", &criteria)]);
        let network = load_network(folder.path().to_str().unwrap()).value.unwrap().network;
        let schemes: Vec<_> = network.criteria().schemes().map(|(_, scheme)| scheme.classes.join(" ")).collect();
        assert_eq!(schemes, ["B A"]);
    }
}

#[test]
fn a_faulty_amount_does_not_hide_what_is_wrong_elsewhere() {
    let folder = folder(&[
        ("dependencies.csv", "dependent,provider,need,share\ntel,grid,power,0.5\n"),
        ("impacts.csv", "node,criterion,amount\ngrid,costs,x\n"),
    ]);
    let found = load_network(folder.path().to_str().unwrap()).diagnostics;
    let codes: Vec<String> = found.iter().map(|found| found.finding.code().to_string()).collect();
    assert_eq!(codes, ["K012", "K018"]);
}

#[test]
fn dutch_tables_with_decimal_commas_are_the_same_tables() {
    let folder = folder(&[
        ("afhankelijkheden.csv", "afnemer;leverancier\ntel;net\n"),
        (
            "criteria.csv",
            "stelsel;criterium;belang;maat;duur_uren;klasse;vanaf;eenheid\neigen;mensen;samenleving;langer_dan;1,5;A;2,5;mensen\n",
        ),
        ("gevolgen.csv", "knoop;criterium;hoeveelheid;na_uren;bevolking\nnet;mensen;1,5;0,5;stad\n"),
    ]);
    let network = load_network(folder.path().to_str().unwrap()).value.unwrap().network;
    let criterion = network.criteria().get(network.criteria().find("mensen").unwrap());
    assert_eq!((criterion.scales[0].limits[0].from.as_f64(), criterion.durations()[0].hours()), (2.5, 1.5));
    assert_eq!(network.impacts()[0].row.after.value().unwrap().to_string(), "0.5");
}
