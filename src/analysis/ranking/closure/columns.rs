//! Initiators that bring down the same.

use crate::analysis::ranking::groups::Group;
use crate::engine::Condensed;

/// Which groups share a column, and which components each column loses at the start. Columns stand in the order of their first component.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    first_component: Vec<u32>,
    components: Vec<u32>,
    first_group: Vec<u32>,
    groups: Vec<u32>,
}

impl Columns {
    /// Groups within one and the same component share a column, every other group has its own.
    pub(super) fn of(condensed: &Condensed, groups: &[Group]) -> Self {
        let first_of = |group: &Group| group.nodes.iter().map(|node| condensed.of_node(node.0)).min().unwrap_or(0);
        let mut order: Vec<(u32, u32)> = groups.iter().enumerate().map(|(place, group)| (first_of(group), place as u32)).collect();
        order.sort_unstable();
        let mut columns = Self::default();
        let mut own: Vec<u32> = Vec::new();
        for (_, group) in order {
            own.clear();
            own.extend(groups[group as usize].nodes.iter().map(|node| condensed.of_node(node.0)));
            own.sort_unstable();
            own.dedup();
            let shares = own.len() == 1 && columns.alone_in() == Some(own[0]);
            if !shares {
                columns.begin(&own);
            }
            columns.groups.push(group);
        }
        columns.first_component.push(columns.components.len() as u32);
        columns.first_group.push(columns.groups.len() as u32);
        columns
    }

    fn begin(&mut self, components: &[u32]) {
        self.first_component.push(self.components.len() as u32);
        self.first_group.push(self.groups.len() as u32);
        self.components.extend_from_slice(components);
    }

    /// The component of the last column if it has only one.
    fn alone_in(&self) -> Option<u32> {
        let first = *self.first_component.last()? as usize;
        if let [only] = self.components[first..] { Some(only) } else { None }
    }

    pub(super) fn count(&self) -> usize {
        self.first_group.len() - 1
    }

    /// The components that a column loses at the start, each once.
    pub(super) fn components(&self, column: u32) -> &[u32] {
        &self.components[self.first_component[column as usize] as usize..self.first_component[column as usize + 1] as usize]
    }

    /// The places of the groups that share a column.
    pub(super) fn groups(&self, column: u32) -> &[u32] {
        &self.groups[self.first_group[column as usize] as usize..self.first_group[column as usize + 1] as usize]
    }
}
