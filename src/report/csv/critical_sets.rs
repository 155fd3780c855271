//! Critical sets as plain rows.

use super::{Rows, maybe, number, word};
use crate::analysis::critical_sets::CriticalSets;

/// `critical-sets`: a row per set.
pub fn critical_sets(answer: &CriticalSets, top: usize) -> String {
    let mut rows = Rows::new("rank,ids,nodes,affected,lost,processes_lost,sectors_hit,first_vital_loss_h,lost_h,score,sum,excess");
    for set in answer.rows.iter().take(top) {
        let row = &set.row;
        rows.add(&[
            number(row.rank),
            word(&set.ids.join(" + ")),
            number(row.nodes),
            number(row.affected),
            number(row.lost),
            number(row.processes_lost),
            number(row.sectors_hit),
            maybe(row.first_vital_loss),
            number(row.lost_h),
            maybe(row.score),
            maybe(set.sum),
            maybe(set.excess),
        ]);
    }
    rows.text()
}
