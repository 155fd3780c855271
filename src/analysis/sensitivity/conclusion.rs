//! A conclusion that an analyst draws from a run, and whether it holds.
//!
//! ```
//! use keten::analysis::sensitivity::{Claim, Conclusion};
//! use keten::network::{Draft, Network};
//! let mut draft = Draft::default();
//! draft.depend("tel", "grid");
//! let network = Network::build(draft).unwrap();
//! assert_eq!(Conclusion::parse(&network, "tel falls").unwrap().claim, Claim::Falls);
//! assert_eq!(Conclusion::parse(&network, "tel in top 3").unwrap().claim, Claim::Top(3));
//! assert_eq!(Conclusion::parse(&network, "tel kan niet uitvallen").unwrap().claim, Claim::Works);
//! ```

use super::figure::{Meter, Track};
use crate::diagnostic::Finding;
use crate::network::{Network, NodeId, unknown_node};

/// What is concluded of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Its output falls below 1.
    Falls,
    /// Its output falls to 0.
    Lost,
    /// Its output stays 1.
    Works,
    /// It is among so many nodes that lose the most hours; of equal losses all count as being among them.
    Top(usize),
}

/// A claim about a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conclusion {
    /// The node.
    pub node: NodeId,
    /// The claim.
    pub claim: Claim,
}

/// How a claim is put, in English and Dutch; of two that end alike the longer one stands first.
const WORDS: [(&str, Claim); 10] = [
    ("cannot fall", Claim::Works),
    ("kan niet uitvallen", Claim::Works),
    ("works", Claim::Works),
    ("werkt", Claim::Works),
    ("is lost", Claim::Lost),
    ("lost", Claim::Lost),
    ("valt geheel uit", Claim::Lost),
    ("falls", Claim::Falls),
    ("valt uit", Claim::Falls),
    ("valt", Claim::Falls),
];
/// What stands before the number of a top.
const IN_TOP: [&str; 6] = ["is in the top", "is in de top", "in the top", "in de top", "in top", "top"];

/// What stands before some words at the end of a text.
fn before<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(words.len()).filter(|at| text.is_char_boundary(*at))?;
    let (rest, last) = text.split_at(at);
    (last.eq_ignore_ascii_case(words) && rest.ends_with(char::is_whitespace)).then(|| rest.trim_end())
}

fn read(text: &str) -> Option<(&str, Claim)> {
    if let Some((rest, claim)) = WORDS.iter().find_map(|(words, claim)| Some((before(text, words)?, *claim))) {
        return Some((rest, claim));
    }
    let (rest, last) = text.rsplit_once(char::is_whitespace)?;
    let number: usize = last.parse().ok().filter(|number| *number > 0)?;
    let rest = IN_TOP.iter().find_map(|words| before(rest.trim_end(), words))?;
    Some((rest, Claim::Top(number)))
}

impl Conclusion {
    /// Reads `NODE falls`, `NODE is lost`, `NODE cannot fall` or `NODE in top N`, or the same in Dutch. It is read from the right, so that ids may hold
    /// spaces.
    ///
    /// # Errors
    /// One finding: there is no such claim, or no such node.
    pub fn parse(network: &Network, text: &str) -> Result<Self, Finding> {
        let expected = "conclusion";
        let wrong = || Finding::WrongValue { key: "--conclusion".to_owned(), expected: expected.to_owned() };
        let (id, claim) = read(text.trim()).ok_or_else(wrong)?;
        let unknown = || unknown_node(network, id);
        network.find(id).map(|node| Self { node, claim }).ok_or_else(unknown)
    }

    /// Whether it holds in a run.
    pub(super) fn holds(&self, meter: &Meter) -> bool {
        let track = meter.track(self.node);
        match self.claim {
            Claim::Falls => track.is_some(),
            Claim::Works => track.is_none(),
            Claim::Lost => track.is_some_and(Track::is_lost),
            Claim::Top(most) => track.is_some_and(|track| meter.worse_than(track) < most),
        }
    }

    /// How far it holds: a number that grows as the claim comes true, for the search to climb along.
    pub(super) fn degree(&self, meter: &Meter) -> f64 {
        let lost = meter.track(self.node).map_or(0.0, Track::lost_h);
        match self.claim {
            Claim::Falls => lost,
            Claim::Works => -lost,
            Claim::Lost => meter.track(self.node).map_or(0.0, |track| f64::from(track.worst)),
            Claim::Top(most) => lost - meter.lost_by(most, self.node),
        }
    }
}
