//! A tree drawn with lines.

use super::text::break_lines;
use crate::report::document::Branch;

/// Draws branches that stand depth first.
pub(super) fn tree(branches: &[Branch], width: u16) -> String {
    let mut drawn = String::new();
    // Whether a line runs on at each depth, seen from the branch that is drawn.
    let mut runs_on: Vec<bool> = Vec::new();
    for (place, branch) in branches.iter().enumerate() {
        let is_last = !has_sibling(&branches[place..], branch.depth);
        runs_on.resize(branch.depth + 1, false);
        runs_on[branch.depth] = !is_last;
        let stem: String = runs_on.iter().take(branch.depth).skip(1).map(|&runs| if runs { "│  " } else { "   " }).collect();
        let (mark, under) = match (branch.depth, is_last) {
            (0, _) => ("", ""),
            (_, true) => ("└─ ", "   "),
            (_, false) => ("├─ ", "│  "),
        };
        let has_child = branches.get(place + 1).is_some_and(|next| next.depth > branch.depth);
        let below = if has_child { "│  " } else { "   " };
        let room = usize::from(width).saturating_sub(stem.chars().count() + 3);
        for (number, line) in break_lines(&branch.text, room).into_iter().enumerate() {
            let start = if number == 0 { mark.to_owned() } else { format!("{under}{below}") };
            drawn.extend([&stem, &start, &line, "\n"]);
        }
    }
    drawn
}

/// Whether a later branch has the same parent.
fn has_sibling(from: &[Branch], depth: usize) -> bool {
    from[1..].iter().find(|later| later.depth <= depth).is_some_and(|later| later.depth == depth)
}
