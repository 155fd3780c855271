//! A cell that is at fault hides nothing else of its row, and makes nothing false of what refers to the row.

use super::{load, shown};

const ROWS: &[u8] = b"dependent,provider\ntel,grid\n";

/// The findings about a table beside one dependency.
#[track_caller]
fn check(table: &str, rows: &str, expected: &str) {
    let checked = load(&[("dependencies.csv", ROWS), (table, rows.as_bytes())]);
    assert_eq!(shown(&checked.diagnostics), expected, "{:#?}", checked.diagnostics);
    assert!(checked.value.is_none());
}

#[test]
fn a_bad_cost_hides_neither_target_nor_change_nor_what_is_excluded() {
    let rows = "id,cost_eur,target,change,excludes\nm,much,gird,buffer_h=soon,n\nn,1,tel,buffer_h=4,m\nn,?,tel,buffer_h=4,o\n";
    check("measures.csv", rows, "K012 2:2 much\nK012 4:2 ?\nK029 2:3 gird\nK076 2:4 buffer_h=soon\nK078 4:5 o\nK077 4:1 3:1 n");
}

#[test]
fn what_a_row_without_its_id_may_be_is_not_said_to_be_unknown() {
    check("measures.csv", "id,target,change,excludes\n,tel,buffer_h=4,\nn,tel,buffer_h=x,m\n", "K011 2:1\nK076 3:3 buffer_h=x");
    check(
        "measures.csv",
        "id,target,change,excludes\nm,tel,buffer_h=4\nn,tel,buffer_h=x,m\n",
        "K007 2 m,tel,buffer_h=4\nK076 3:3 buffer_h=x",
    );
    check("measures.csv", "id,target,change,excludes\nm,tel,buffer_h=4,\nn,tel,buffer_h=x,o\n", "K076 3:3 buffer_h=x\nK078 3:4 o");
}

#[test]
fn a_bad_cell_of_an_impact_hides_neither_its_node_nor_its_criterion() {
    check("impacts.csv", "node,criterion,amount\ngird,costs,x\n", "K012 2:3 x\nK029 2:1 gird");
    check("impacts.csv", "node,criterion,amount\ntel,costs,x\ntel,costs,1\n", "K012 2:3 x\nK071 3:2 2:2 costs");
    check("impacts.csv", "node,criterion,amount,after_h\ntel,costs,1,soon\ntel,costs,1,\n", "K012 2:4 soon");
    check(
        "impacts.csv",
        "node,criterion,amount,after_h\n,costs,1,soon\ngird,,1,-1\n",
        "K011 2:1\nK012 2:4 soon\nK011 3:2\nK013 3:4 -1\nK029 3:1 gird",
    );
}

#[test]
fn an_amount_on_an_unknown_node_is_still_held_against_its_criterion() {
    let files: [(&str, &[u8]); 3] = [
        ("dependencies.csv", ROWS),
        ("criteria.csv", b"criterion,measure\nchain,sectors\n"),
        ("impacts.csv", b"node,criterion,amount\ngird,chain,x\n"),
    ];
    assert_eq!(shown(&load(&files).diagnostics), "K012 2:3 x\nK029 2:1 gird\nK075 2:2 chain");
}

#[test]
fn a_bad_cell_of_a_limit_hides_no_other_and_is_no_part_of_a_limit() {
    let head = "criterion,measure,duration_h,class,from\n";
    let cases = [
        ("costs,integral,,A,much\n", "K012 2:5 much"),
        ("costs,integral,4,A,much\n", "K012 2:5 much\nK072 2:3 4"),
        ("costs,sum,4,A,1\n", "K014 2:2 sum"),
        ("costs,sum,4,A,\n", "K014 2:2 sum\nK072 2:5"),
        ("costs,beyond,long,A,1\n", "K012 2:3 long"),
        (",beyond,,A,much\n", "K011 2:1\nK012 2:5 much\nK072 2:3"),
        ("costs,integral,,A,1\ncosts,peak,,B,much\n", "K012 3:5 much\nK070 3:2 2:2 peak"),
        ("costs,integral,,A,1\ncosts,sum,,A,2\n", "K014 3:2 sum"),
    ];
    for (rows, expected) in cases {
        check("criteria.csv", &format!("{head}{rows}"), expected);
    }
}

#[test]
fn a_bad_share_hides_neither_a_second_row_nor_an_owner_of_itself() {
    check("ownership.csv", "owner,owned,share\nf,f,x\nf,g,0.5\nf,g,y\n", "K012 2:3 x\nK012 4:3 y\nK051 2:2 f\nK052 4:2 3:2 g");
}

#[test]
fn a_row_without_an_id_tells_its_other_cells_too() {
    check("nodes.csv", "id,restart_h,kind\n,soon,machine\n", "K011 2:1\nK012 2:2 soon\nK014 2:3 machine");
    let checked = load(&[("dependencies.csv", b"dependent,provider,share,buffer_h\n,grid,x,y\ntel,grid,,\n")]);
    assert_eq!(shown(&checked.diagnostics), "K011 2:1\nK012 2:4 y\nK012 2:3 x");
}

#[test]
fn what_a_lost_row_may_name_is_not_said_to_be_unknown() {
    let measures = b"id,target,change\nm,pump,add_provider=well\nn,region=west,buffer_h=4\no,all,change=it\n";
    let found = |rows: &[u8], nodes: &[u8]| {
        shown(&load(&[("dependencies.csv", rows), ("nodes.csv", nodes), ("measures.csv", measures)]).diagnostics)
    };
    assert_eq!(found(ROWS, b"id,region\ntel,\npump\nwell,west\n"), "K007 3 pump\nK076 4:3 change=it");
    assert_eq!(found(b"dependent,provider\ntel,grid\npump\n", b"id,region\ntel,north\n"), "K007 3 pump\nK076 4:3 change=it");
    assert_eq!(found(ROWS, b"id,kind\ntel,\n"), "K029 2:2 pump\nK076 2:3 add_provider=well\nK026 3:2 region=west\nK076 4:3 change=it");
}

#[test]
fn a_selector_that_a_bad_cell_may_answer_is_not_said_to_select_nothing() {
    let found = |kind: &str| {
        let nodes = format!("id,kind\ntel,{kind}\n");
        let measures = b"id,target,change\nm,kind=process,buffer_h=4\n";
        shown(&load(&[("dependencies.csv", ROWS), ("nodes.csv", nodes.as_bytes()), ("measures.csv", measures)]).diagnostics)
    };
    assert_eq!(found("machine"), "K014 2:2 machine");
    assert_eq!(found("asset"), "K026 2:2 kind=process");
}
