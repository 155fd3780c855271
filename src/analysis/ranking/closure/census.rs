//! What a ranking counts about nodes, added up by component.

use crate::analysis::profile::Profile;
use crate::engine::Condensed;
use crate::network::NodeId;

/// What there is to count in a set of nodes.
#[derive(Debug, Clone, Default)]
pub(super) struct Sum {
    pub(super) nodes: u64,
    pub(super) processes: u64,
    pub(super) vital: u64,
    /// Sectors with how many of the nodes are in them, by sector.
    pub(super) sectors: Vec<(u32, u32)>,
}

impl Sum {
    pub(super) fn in_sector(&self, sector: u32) -> u32 {
        self.sectors.binary_search_by_key(&sector, |&(sector, _)| sector).map_or(0, |place| self.sectors[place].1)
    }
}

/// What there is to count in every component.
#[derive(Debug, Clone)]
pub(super) struct Census {
    nodes: Vec<u32>,
    processes: Vec<u32>,
    vital: Vec<u32>,
    first_sector: Vec<u32>,
    sectors: Vec<(u32, u32)>,
}

impl Census {
    pub(super) fn of(condensed: &Condensed, profile: &Profile) -> Self {
        let count = condensed.count();
        let mut census = Self {
            nodes: Vec::with_capacity(count),
            processes: Vec::with_capacity(count),
            vital: Vec::with_capacity(count),
            first_sector: vec![0],
            sectors: Vec::with_capacity(count),
        };
        for component in 0..count as u32 {
            let nodes = condensed.nodes(component);
            let many = |is: &[bool]| nodes.iter().filter(|&&node| is[node as usize]).count() as u32;
            census.nodes.push(nodes.len() as u32);
            census.processes.push(many(&profile.is_process));
            census.vital.push(many(&profile.is_vital));
            match nodes {
                [only] => census.sectors.extend(Some((profile.sector[*only as usize], 1)).filter(|&(sector, _)| sector > 0)),
                _ => census.sectors.extend(sectors_of(profile, nodes)),
            }
            census.first_sector.push(census.sectors.len() as u32);
        }
        census
    }

    pub(super) fn nodes(&self, component: u32) -> u32 {
        self.nodes[component as usize]
    }

    pub(super) fn processes(&self, component: u32) -> u32 {
        self.processes[component as usize]
    }

    pub(super) fn vital(&self, component: u32) -> u32 {
        self.vital[component as usize]
    }

    pub(super) fn has_vital(&self, component: u32) -> bool {
        self.vital[component as usize] > 0
    }

    /// The sectors of a component, each with how many of its nodes are in it.
    pub(super) fn sectors(&self, component: u32) -> &[(u32, u32)] {
        &self.sectors[self.first_sector[component as usize] as usize..self.first_sector[component as usize + 1] as usize]
    }

    /// Components taken together.
    pub(super) fn sum(&self, components: &[u32]) -> Sum {
        let add = |column: &[u32]| components.iter().map(|&component| u64::from(column[component as usize])).sum();
        let sectors = match *components {
            [] => Vec::new(),
            [only] => self.sectors(only).to_vec(),
            _ => self.sectors_of_all(components),
        };
        Sum { nodes: add(&self.nodes), processes: add(&self.processes), vital: add(&self.vital), sectors }
    }

    fn sectors_of_all(&self, components: &[u32]) -> Vec<(u32, u32)> {
        let mut sectors: Vec<(u32, u32)> = components.iter().flat_map(|&component| self.sectors(component)).copied().collect();
        sectors.sort_unstable();
        let total = |same: &[(u32, u32)]| (same[0].0, same.iter().map(|&(_, nodes)| nodes).sum());
        sectors.chunk_by(|a, b| a.0 == b.0).map(total).collect()
    }

    /// Nodes taken together, each once.
    pub(super) fn of_nodes(profile: &Profile, nodes: &[NodeId]) -> Sum {
        if let [only] = *nodes {
            return Self::of_node(profile, only.0);
        }
        let mut nodes: Vec<u32> = nodes.iter().map(|node| node.0).collect();
        nodes.sort_unstable();
        nodes.dedup();
        let many = |is: &[bool]| nodes.iter().filter(|&&node| is[node as usize]).count() as u64;
        Sum {
            nodes: nodes.len() as u64,
            processes: many(&profile.is_process),
            vital: many(&profile.is_vital),
            sectors: sectors_of(profile, &nodes),
        }
    }

    fn of_node(profile: &Profile, node: u32) -> Sum {
        let (place, sector) = (node as usize, profile.sector[node as usize]);
        let sectors = if sector > 0 { vec![(sector, 1)] } else { Vec::new() };
        Sum { nodes: 1, processes: profile.is_process[place].into(), vital: profile.is_vital[place].into(), sectors }
    }
}

fn sectors_of(profile: &Profile, nodes: &[u32]) -> Vec<(u32, u32)> {
    let mut sectors: Vec<u32> = nodes.iter().map(|&node| profile.sector[node as usize]).filter(|&sector| sector > 0).collect();
    sectors.sort_unstable();
    sectors.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
}
