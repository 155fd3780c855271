//! How columns are followed: where any lost input loses the node, and where needs survive some losses.

use super::census::Census;
use super::columns::Columns;
use super::tally::{CoreTally, Tally};
use crate::analysis::profile::Profile;
use crate::engine::{Condensed, Cores, Hit, Hits, Lane, Lanes, Much, Pull, QuorumLanes, Quorums, Reach};
use std::sync::Arc;

/// How many components and rows a column may meet before it goes to the lanes.
const MOST_MET: usize = 1_024;
/// In a small network, one over this of its components.
const PART: usize = 8;

/// A network without time, condensed.
pub(in crate::analysis::ranking) enum Network<'g> {
    /// Any lost input loses the node.
    AnyInput(Condensed<'g>),
    /// Needs survive some losses.
    Quorums(Quorums<'g>),
}

/// A network with what is known of it before any column is followed.
pub(super) enum Way<'a> {
    AnyInput { condensed: &'a Condensed<'a>, much: Much },
    Quorums { quorums: &'a Quorums<'a>, cores: Cores, tallies: Vec<CoreTally>, most: usize },
}

/// Room for following one column at a time.
pub(super) enum Walker {
    AnyInput(Reach),
    Quorums(Hits),
}

/// Room for following 512 columns.
#[derive(Clone)]
pub(super) enum Sweeper {
    AnyInput(Lanes),
    Quorums(QuorumLanes, Arc<Pull>),
}

impl Network<'_> {
    /// Its components.
    pub(super) fn condensed(&self) -> &Condensed<'_> {
        match self {
            Self::AnyInput(condensed) => condensed,
            Self::Quorums(quorums) => quorums.alone(),
        }
    }
}

impl<'a> Way<'a> {
    pub(super) fn of(network: &'a Network<'a>, census: &Census, columns: &Columns, profile: &Profile) -> Self {
        match network {
            Network::AnyInput(condensed) => Self::AnyInput { condensed, much: Much::new(condensed.count()) },
            Network::Quorums(quorums) => {
                let most = MOST_MET.min(quorums.alone().count() / PART);
                let cores = Cores::find(quorums, columns.count(), |at| columns.components(at as u32), most);
                let tallies = cores.list().iter().map(|core| CoreTally::of(core, census, profile.sectors)).collect();
                Self::Quorums { quorums, cores, tallies, most }
            }
        }
    }

    pub(super) fn walker(&self) -> Walker {
        match self {
            Self::AnyInput { condensed, .. } => Walker::AnyInput(Reach::new(condensed.count())),
            Self::Quorums { quorums, .. } => Walker::Quorums(Hits::new(quorums)),
        }
    }

    /// Counts what falls outside of a column's own components, unless it is too much to be followed by itself.
    pub(super) fn count(&self, walker: &mut Walker, census: &Census, own: &[u32], tally: &mut Tally) -> bool {
        match (self, walker) {
            (Self::AnyInput { condensed, much }, Walker::AnyInput(reach)) => match reach.follow(condensed, own, MOST_MET, much) {
                Some(found) => add(tally, census, &found[own.len()..]),
                None => return false,
            },
            (Self::Quorums { quorums, cores, tallies, most }, Walker::Quorums(hits)) => match hits.follow(quorums, own, *most, cores) {
                Hit::Few(found) => add(tally, census, &found[own.len()..]),
                Hit::Core(place, beyond) => {
                    let core = &cores.list()[place];
                    let within: Vec<u32> = own.iter().copied().filter(|&component| core.holds(component)).collect();
                    tallies[place].without(&census.sum(&within), tally);
                    for &component in beyond.iter().skip(own.len() - within.len()) {
                        tally.add(census, component);
                    }
                }
                Hit::Much => return false,
            },
            _ => unreachable!("a walker is made for the way it goes"),
        }
        true
    }

    /// Room for following so many columns side by side.
    pub(super) fn sweeper(&self, columns: usize) -> Sweeper {
        let components = |count: usize| if columns == 0 { 0 } else { count };
        match self {
            Self::AnyInput { condensed, .. } => Sweeper::AnyInput(Lanes::new(components(condensed.count()))),
            Self::Quorums { quorums, .. } => {
                let pull = if columns == 0 { Pull::default() } else { Pull::of(quorums) };
                Sweeper::Quorums(QuorumLanes::new(components(quorums.alone().count())), Arc::new(pull))
            }
        }
    }
}

fn add(tally: &mut Tally, census: &Census, found: &[u32]) {
    tally.clear();
    for &component in found {
        tally.add(census, component);
    }
}

impl Sweeper {
    pub(super) fn sweep(&mut self, way: &Way, columns: &[&[u32]], show: impl FnMut(u32, &Lane)) {
        match (self, way) {
            (Self::AnyInput(lanes), Way::AnyInput { condensed, .. }) => lanes.sweep(condensed, columns, show),
            (Self::Quorums(lanes, pull), Way::Quorums { quorums, .. }) => lanes.sweep(quorums, pull, columns, show),
            _ => unreachable!("a sweeper is made for the way it goes"),
        }
    }
}
