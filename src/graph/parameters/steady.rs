//! The numbers of a network for a lasting loss, where a standby member is there from the start or not at all (docs/semantics.md, section 7).

use super::{NEVER_STARTS, Parameters};
use crate::graph::Topology;
use crate::units::{ONE_PPM, Time};

impl Parameters {
    /// The same numbers without an end to the time: every stock runs out, and a standby member that starts counts as active from the
    /// start, one that does not as absent.
    #[must_use]
    pub fn steady(&self, topology: &Topology) -> Self {
        let mut steady = self.without_standby(topology, NEVER_STARTS);
        for class in &mut steady.need_classes {
            (class.buffer_ms, class.refill_ms) = (0, 0);
        }
        steady
    }

    /// The same numbers within a time, in ms: a standby member that steps in before its end counts as active from the start, any other as
    /// absent, and a stock that lasts as long never runs out. Nothing recovers then from a lasting loss, and losing more never loses less.
    #[must_use]
    pub fn lasting(&self, topology: &Topology, within_ms: i64) -> Self {
        let mut lasting = self.without_standby(topology, within_ms);
        for class in lasting.need_classes.iter_mut().filter(|class| class.buffer_ms > 0 && class.buffer_ms >= within_ms) {
            class.buffer_ms = Time::MAX.ms();
        }
        lasting
    }

    /// Standby members that step in before a moment become members like any other, and those that do not deliver nothing.
    fn without_standby(&self, topology: &Topology, before_ms: i64) -> Self {
        let mut changed = self.clone();
        for &(member, activation_ms) in &self.activation_ms {
            let need = topology.need_of(member);
            let is_standby = activation_ms > 0;
            if is_standby && activation_ms >= before_ms {
                changed.share.set(member as usize, 0);
            }
            let whole = u64::from(changed.share.get(member as usize)) * u64::from(ONE_PPM);
            changed.change_need(need, |class| {
                class.base += if is_standby { whole } else { 0 };
                class.standby = false;
            });
        }
        changed.activation_ms.clear();
        changed.short_at_baseline = self.short_at_baseline.iter().copied().filter(|&need| changed.need(need).is_short()).collect();
        changed
    }
}
