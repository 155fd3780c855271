//! What the model remembers, and how one instant changes it.

use super::conditions::Conditions;
use super::fixed;
use super::level::{ONE, supply};
use super::schedule::{drained, own_state};
use super::stock::Stock;
use super::window::History;
use super::{Need, Net, Scenario};

/// Everything as settled at the end of an instant.
#[derive(Clone, Debug)]
pub struct State {
    /// Per node its own state.
    pub own: Vec<i64>,
    /// Per node its output.
    pub output: Vec<i64>,
    /// Per node its potentials up to now.
    pub history: Vec<History>,
    /// Per node the end of its last black start.
    pub black_until: Vec<Option<i64>>,
    /// Per need its stock.
    pub stocks: Vec<Stock>,
    /// Per need since when the members that are always there fall short.
    pub short_since: Vec<Option<i64>>,
}

impl State {
    /// Just before 0: whole and full.
    pub fn initial(net: &Net) -> Self {
        let nodes = net.nodes.len();
        Self {
            own: vec![ONE; nodes],
            output: vec![ONE; nodes],
            history: vec![History::initial(); nodes],
            black_until: vec![None; nodes],
            stocks: net.needs.iter().map(Stock::initial).collect(),
            short_since: vec![None; net.needs.len()],
        }
    }

    /// Settles all that happens at `t`: gains first, then losses, then what the outcome sets going.
    pub fn settle(&mut self, net: &Net, scenario: &Scenario, t: i64) {
        let own: Vec<i64> = (0..net.nodes.len()).map(|node| own_state(scenario, node, t)).collect();
        for (node, kind) in net.nodes.iter().enumerate() {
            if own[node] > self.own[node] {
                self.black_until[node] = Some(t + kind.black_start);
            }
        }

        let mut conditions = self.conditions(net, scenario, t);
        conditions.cap = (0..net.nodes.len()).map(|node| self.history[node].cap(net.nodes[node].restart, t)).collect();
        // An own state that falls is not yet felt while others rise.
        conditions.own = (self.own.iter().zip(&own)).map(|(old, new)| *old.max(new)).collect();
        let risen = fixed::rise(net, &conditions, &self.output);
        conditions.own.clone_from(&own);
        self.output = fixed::fall(net, &conditions, &risen);
        self.own = own;

        self.remember(net, scenario, &conditions, t);
    }

    /// Only the outcome of an instant moves stocks, timers and restart windows.
    fn remember(&mut self, net: &Net, scenario: &Scenario, conditions: &Conditions, t: i64) {
        for node in 0..net.nodes.len() {
            let potential = conditions.potential(net, node, &self.output);
            self.history[node].note(t, potential);
        }
        for (place, need) in net.needs.iter().enumerate() {
            let arrives = conditions.supply(place, need, &self.output);
            let drained = drained(scenario, place, t);
            self.stocks[place].follow(need, t, arrives, drained);
            self.short_since[place] = if self.always_there(need) == ONE { None } else { self.short_since[place].or(Some(t)) };
        }
    }

    /// What the members without an activation time bring.
    fn always_there(&self, need: &Need) -> i64 {
        supply(need, &self.output, |member| need.members[member].activation == 0)
    }

    /// What holds at `t` by what is remembered, with nothing held back by the past.
    pub fn conditions(&self, net: &Net, scenario: &Scenario, t: i64) -> Conditions {
        let nodes = net.nodes.len();
        Conditions {
            own: self.own.clone(),
            cap: vec![ONE; nodes],
            black: (self.black_until.iter()).map(|end| end.is_some_and(|end| t < end)).collect(),
            stocked: (net.needs.iter().enumerate())
                .map(|(place, need)| !drained(scenario, place, t) && self.stocks[place].at(need, t) > 0)
                .collect(),
            active: (0..net.needs.len()).map(|place| self.active(net, scenario, place, t)).collect(),
        }
    }

    /// Which members of a need count at `t`.
    fn active(&self, net: &Net, scenario: &Scenario, place: usize, t: i64) -> Vec<bool> {
        let drained = drained(scenario, place, t);
        (net.needs[place].members.iter())
            .map(|member| {
                let due = (self.short_since[place]).is_some_and(|since| since + member.activation <= t);
                member.activation == 0 || (member.starts && !drained && due)
            })
            .collect()
    }
}
