//! The table of ownership as a stranger writes it, and what selectors and rankings make of it.

use super::{Ran, folder, run};

const DEPENDENCIES: &str = "dependent,provider,need\nTEL,GRID,power\nRAIL,GRID,power\nRAIL,SIGNALS,signals\n";
const NODES: &str = "id,name,kind,category,operator,country\n\
    GRID,Grid,asset,,GRID-BV,NL\n\
    SIGNALS,Signals,asset,,SIGNAL-NV,NL\n\
    TEL,Telephony,process,A,,NL\n\
    RAIL,Rail,process,B,,NL\n\
    HOLDING,Made-up holding,actor,,,XX\n";
const OWNERSHIP: &str = "owner,owned,share\nFUND,GRID-BV,0.4\nHOLDING,FUND,0.51\nHOLDING,GRID-BV,0.2\nTOWN,SIGNAL-NV,1\nTOWN,TEL,0.3\n";

fn case(ownership: &str) -> tempfile::TempDir {
    folder(&[("dependencies.csv", DEPENDENCIES), ("nodes.csv", NODES), ("ownership.csv", ownership)])
}

fn ran(ownership: &str, arguments: &[&str]) -> Ran {
    run(case(ownership).path(), arguments)
}

fn hit(selector: &str) -> Vec<String> {
    let ran = ran(OWNERSHIP, &["simulate", ".", "--fail", selector, "--format", "csv"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.out.lines().filter(|line| line.contains(",hazard 0,")).map(|line| line.split(',').next().unwrap().to_owned()).collect()
}

#[test]
fn selectors_know_who_controls_and_from_where() {
    assert_eq!(hit("controlled_by=HOLDING"), ["GRID"]);
    assert_eq!(hit("zeggenschap_van=TOWN"), ["SIGNALS"]);
    assert_eq!(hit("controlled_by=GRID-BV"), ["GRID"]);
    assert_eq!(hit("controlled_by=HOLDING & country=NL, TEL"), ["GRID", "TEL"]);
    assert_eq!(hit("ultimate_country=XX"), ["GRID", "HOLDING"]);
    assert_eq!(hit("uiteindelijk_land=X* & kind=asset"), ["GRID"]);
    assert_eq!(hit("controlled_by!=HOLDING & kind=asset"), ["SIGNALS"]);
}

#[test]
fn a_selector_that_cannot_be_says_why() {
    for (selector, code) in [
        ("controlled_by=HOLDNG", "K029"),
        ("controlled_by=FUNDING", "K029"),
        ("controlled_by=TEL", "K026"),
        ("ultimate_country=YY", "K026"),
    ] {
        let ran = ran(OWNERSHIP, &["simulate", ".", "--fail", selector, "--format", "json"]);
        assert_eq!(ran.code, Some(3));
        assert!(ran.err.contains(code), "{selector}: {}", ran.err);
    }
    let ran = ran(OWNERSHIP, &["simulate", ".", "--fail", "controlled_by=HOLDNG"]);
    assert!(ran.err.contains("did you mean 'HOLDING'?"), "{}", ran.err);
}

#[test]
fn rank_by_owner_loses_all_that_one_ultimate_parent_controls() {
    let ran = ran(OWNERSHIP, &["rank", ".", "--by", "owner", "--format", "csv"]);
    let rows: Vec<&str> = ran.out.lines().skip(1).collect();
    // The holding is a node itself; the town is not, and controls no more than its signals.
    assert_eq!(rows, ["1,HOLDING,2,2,2,2,0,0,144,2", "2,TOWN,1,1,1,1,0,0,72,1"]);
}

#[test]
fn what_an_actor_holds_disturbs_no_count_of_nodes() {
    let with = ran(OWNERSHIP, &["check", ".", "--format", "json"]);
    assert!(with.out.contains("\"counts\":{\"nodes\":5,"), "{}", with.out);
    assert!(!with.out.contains("K102") && !with.out.contains("K116"), "{}", with.out);
    assert!(with.out.contains("{\"name\":\"ownership.csv\",\"blake3\":"));
}

#[test]
fn faults_are_told_at_once_each_at_its_place() {
    let ran = ran(
        "owner,owned,share\nFUND,GRID-BV,0.7\nOTHER,GRID-BV,0.4\nFUND,FUND,0.1\n,GRID-BV,0.1\nFUND,SIGNAL-NV,51\nFUND,TEL,0.3\nFUND,TEL,0.3\nFUND,RAIL,-1\nFUND,RAIL,x\n",
        &["check", ".", "--format", "json"],
    );
    assert_eq!(ran.code, Some(3));
    let told = |code: &str, row: u64, header: &str| {
        let place = format!("\"code\":\"{code}\",\"severity\":\"error\",\"file\":\"./ownership.csv\",\"row\":{row},");
        ran.err.split(&place).nth(1).is_some_and(|rest| rest[..rest.len().min(60)].contains(&format!("\"header\":\"{header}\"")))
    };
    for (code, row, header) in [
        ("K050", 2, "share"),
        ("K051", 4, "owned"),
        ("K011", 5, "owner"),
        ("K053", 6, "share"),
        ("K052", 8, "owned"),
        ("K013", 9, "share"),
        ("K012", 10, "share"),
    ] {
        assert!(told(code, row, header), "{code} {row}: {}", ran.err);
    }
}

#[test]
fn percentages_have_a_column_of_their_own() {
    let dutch = "eigenaar;onderneming;belang_pct\nHOLDING;GRID-BV;50,1\nTOWN;SIGNAL-NV;100\n";
    let found = ran(dutch, &["simulate", ".", "--fail", "controlled_by=HOLDING", "--format", "csv"]);
    assert!(found.out.contains("GRID,Grid,,0,0,72,0,hazard 0"), "{}{}", found.out, found.err);
    let above = ran("owner,owned,belang_pct\nHOLDING,GRID-BV,101\n", &["check", ".", "--format", "json"]);
    assert!(above.err.contains("K013") && above.err.contains("0 to 100"), "{}", above.err);
    let both = ran("owner,owned,share,belang_pct\nHOLDING,GRID-BV,0.5,50\n", &["check", ".", "--format", "json"]);
    assert!(both.err.contains("K005"), "{}", both.err);
    let fractions = ran("owner,owned,belang_pct\nHOLDING,GRID-BV,0.6\nTOWN,GRID-BV,0.4\n", &["check", ".", "--format", "json"]);
    assert!(fractions.code == Some(0) && fractions.out.contains("K115"), "{}", fractions.out);
    let share = ran("owner,owned,share\nHOLDING,GRID-BV,51\n", &["check", "."]);
    assert!(share.err.contains("0.51") && share.err.contains("belang_pct"), "{}", share.err);
}

#[test]
fn a_misspelt_company_is_warned_of() {
    let ran = ran("owner,owned,share\nHOLDING,GRID-B,0.6\nTOWN,SIGNAL-NV,0.6\nTown.,SIGNAL-NV,0.2\n", &["check", "."]);
    assert!(ran.err.contains("did you mean 'GRID'?") || ran.err.contains("did you mean 'GRID-BV'?"), "{}", ran.err);
    assert!(ran.err.contains("K117") && ran.err.contains("did you mean"), "{}", ran.err);
}

#[test]
fn the_table_may_be_a_folder_and_is_in_the_columns() {
    let case = folder(&[
        ("dependencies.csv", DEPENDENCIES),
        ("nodes.csv", NODES),
        ("zeggenschap/energie.csv", "eigenaar,onderneming,aandeel\nHOLDING,GRID-BV,2/3\n"),
        ("zeggenschap/spoor.csv", "owner,owned,share\nHOLDING,SIGNAL-NV,1\n"),
    ]);
    let found = run(case.path(), &["simulate", ".", "--fail", "controlled_by=HOLDING", "--format", "csv"]);
    assert_eq!(found.out.matches("hazard 0").count(), 2, "{}", found.err);
    let columns = run(case.path(), &["columns", "--format", "csv"]);
    assert!(columns.out.contains("\nownership,share_pct,belang_pct aandeel_pct,false,%,0..100,\n"), "{}", columns.out);
}
