//! The numbers of a network when nothing takes time any more: what holds in the end of a lasting loss (docs/semantics.md, section 7).

use super::{NEVER_STARTS, Parameters};
use crate::graph::Topology;
use crate::units::ONE_PPM;

impl Parameters {
    /// The same numbers without an end to the time: every stock runs out, and a standby member that starts counts as active from the
    /// start, one that does not as absent.
    #[must_use]
    pub fn steady(&self, topology: &Topology) -> Self {
        let mut steady = self.clone();
        for class in &mut steady.need_classes {
            (class.buffer_ms, class.refill_ms) = (0, 0);
        }
        for &(member, activation_ms) in &self.activation_ms {
            let need = topology.need_of(member);
            if activation_ms == NEVER_STARTS {
                steady.share.set(member as usize, 0);
            }
            let whole = u64::from(steady.share.get(member as usize)) * u64::from(ONE_PPM);
            steady.change_need(need, |class| {
                class.base += whole;
                class.standby = false;
            });
        }
        steady.activation_ms.clear();
        steady
    }
}
