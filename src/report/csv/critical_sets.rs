//! Critical sets as plain rows.

use super::{Rows, figures, maybe, number, word};
use crate::analysis::critical_sets::CriticalSets;

/// `critical-sets`: a row per set.
pub fn critical_sets(answer: &CriticalSets, top: usize) -> String {
    let mut rows = Rows::new("rank,ids,nodes,affected,lost,processes_lost,sectors_hit,first_vital_loss_h,lost_h,score,sum,excess");
    for set in answer.rows.iter().take(top) {
        let named = [number(set.row.rank), word(&set.ids.join(" + "))];
        rows.add(&[&named[..], &figures(&set.row), &[maybe(set.sum), maybe(set.excess)]].concat());
    }
    rows.text()
}
