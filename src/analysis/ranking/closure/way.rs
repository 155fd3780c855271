//! How columns are followed: where any lost input loses the node, and where needs survive some losses.

use super::census::Census;
use super::columns::Columns;
use super::tally::{CoreTally, Tally};
use crate::analysis::profile::Profile;
use crate::engine::{Condensed, Cores, Hit, Hits, Lane, Lanes, Much, Pull, QuorumLanes, Quorums, Reach, Spare, Upstream};

/// How many components and rows a column may meet before it goes to the lanes.
const MOST_MET: usize = 1_024;
/// In a small network, one over this of its components.
const PART: usize = 8;
/// The same where any lost input loses the node: following 512 columns there costs little.
const SMALL_PART: usize = 400;
/// So much is always followed by itself.
const LEAST_MET: usize = 4;

/// A network without time, condensed.
pub(in crate::analysis::ranking) enum Network<'g> {
    /// Any lost input loses the node.
    AnyInput(Condensed<'g>),
    /// Needs survive some losses.
    Quorums(Quorums<'g>),
}

/// A network with what is known of it before any column is followed.
pub(super) enum Way<'a> {
    AnyInput { condensed: &'a Condensed<'a>, much: Much, most: usize },
    Quorums { quorums: &'a Quorums<'a>, cores: Cores, tallies: Vec<CoreTally>, most: usize },
}

/// Room for following one column at a time.
pub(super) enum Walker {
    AnyInput(Reach),
    Quorums(Hits),
}

/// Room for following 512 columns.
pub(super) enum Sweeper {
    AnyInput(Lanes),
    Quorums(QuorumLanes),
}

/// What everyone who follows 512 columns looks at.
pub(super) enum Ground {
    AnyInput(Upstream),
    Quorums(Pull),
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
            Network::AnyInput(condensed) => {
                let most = (condensed.count() / SMALL_PART).clamp(LEAST_MET, MOST_MET);
                Self::AnyInput { condensed, much: Much::new(condensed.count()), most }
            }
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
            (Self::AnyInput { condensed, much, most }, Walker::AnyInput(reach)) => match reach.follow(condensed, own, *most, much) {
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

    /// Room for following columns side by side.
    pub(super) fn sweeper(&self) -> Sweeper {
        match self {
            Self::AnyInput { condensed, .. } => Sweeper::AnyInput(Lanes::new(condensed.count())),
            Self::Quorums { quorums, .. } => Sweeper::Quorums(QuorumLanes::new(quorums.alone().count())),
        }
    }

    /// What is looked at when columns are followed side by side.
    pub(super) fn ground(&self) -> Ground {
        match self {
            Self::AnyInput { condensed, .. } => Ground::AnyInput(Upstream::of(condensed)),
            Self::Quorums { quorums, .. } => Ground::Quorums(Pull::of(quorums)),
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
    /// Shows every component that falls in any of the columns with those in which it does; those to which it belongs are left out. Gives
    /// what the ground can do without.
    pub(super) fn sweep(&mut self, way: &Way, ground: &Ground, columns: &[&[u32]], mut show: impl FnMut(u32, &Lane)) -> Vec<Spare> {
        let mut spare = Vec::new();
        match (self, way, ground) {
            (Self::AnyInput(lanes), _, Ground::AnyInput(upstream)) => lanes.sweep(upstream, columns, &mut spare, show),
            (Self::Quorums(lanes), Way::Quorums { quorums, .. }, Ground::Quorums(pull)) => {
                let own = owners(columns);
                lanes.sweep(quorums, pull, columns, |component, row| show(component, &outside(&own, component, row)));
            }
            _ => unreachable!("a sweeper is made for the way it goes"),
        }
        spare
    }
}

impl Ground {
    /// How many batches are followed before what was learned from them is used.
    pub(super) fn at_once(&self) -> usize {
        match self {
            Self::AnyInput(_) => rayon::current_num_threads(),
            Self::Quorums(_) => usize::MAX,
        }
    }

    pub(super) fn leave_out(&mut self, spare: &[Spare]) {
        if let Self::AnyInput(upstream) = self {
            upstream.leave_out(spare);
        }
    }
}

/// The components of columns, each with the columns to which it belongs, in order.
fn owners(columns: &[&[u32]]) -> Vec<(u32, u32)> {
    let of = |(lane, column): (usize, &&[u32])| column.iter().map(|&component| (component, lane as u32)).collect::<Vec<_>>();
    let mut own: Vec<(u32, u32)> = columns.iter().enumerate().flat_map(of).collect();
    own.sort_unstable();
    own
}

/// The columns of a row to which a component does not belong.
fn outside(own: &[(u32, u32)], component: u32, row: &Lane) -> Lane {
    let mut outside = *row;
    let first = own.partition_point(|&(other, _)| other < component);
    for &(_, lane) in own[first..].iter().take_while(|&&(other, _)| other == component) {
        outside[lane as usize / 64] &= !(1 << (lane % 64));
    }
    outside
}
