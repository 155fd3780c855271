//! All that happens at one moment, settled in two steps so that loops have one answer (docs/semantics.md, section 4):
//! gains raise levels to the least fixed point above, then losses lower them to the greatest fixed point below.

use super::buffer::Buffer;
use super::course::{DrainChange, OwnChange};
use super::queue::Wake;
use super::timeline::{Change, Timeline};
use super::touch::AHEAD;
use super::window::Window;
use crate::graph::ESSENTIAL;
use crate::units::ONE_PPM;

/// Which way levels move in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Gains,
    Losses,
}

/// What a node notices of one of its needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// The need is met as it was.
    Nothing,
    /// It is not, and another need leaves the node nothing before and after.
    Hidden,
    /// What the node can deliver may be another.
    Felt,
}

impl Timeline<'_> {
    pub(super) fn instant(&mut self, own: &[OwnChange], drains: &[DrainChange]) {
        self.apply_drains(drains);
        self.apply_wakes();
        for change in own {
            self.apply_rise(change);
        }
        self.spread(Step::Gains);
        for change in own {
            self.apply_fall(change);
        }
        while let Some(node) = self.work.held.pop() {
            self.work.queue.push(node);
        }
        self.spread(Step::Losses);
        self.settle();
    }

    fn apply_drains(&mut self, drains: &[DrainChange]) {
        let now = self.now;
        for drain in drains {
            let class = self.graph.parameters.need(drain.need);
            if class.buffer_ms > 0 || class.standby {
                self.buffer_mut(drain.need).drain(drain.step, now);
            }
        }
        for drain in drains {
            self.refresh_and_queue(drain.need);
        }
    }

    fn apply_wakes(&mut self) {
        while let Some(wake) = self.state.agenda.take(self.now) {
            match wake {
                Wake::Need(need) => self.refresh_and_queue(need),
                Wake::Window(node) => self.open_window(node),
                Wake::BlackStart(node) => self.end_black_start(node),
            }
        }
    }

    /// A need whose own circumstances changed: a better one may raise its node in the first step, a worse one lower it in the second.
    fn refresh_and_queue(&mut self, need: u32) {
        let before = self.state.needs[need as usize].short;
        let node = self.graph.topology.node_of(need);
        self.refresh(need);
        self.watch(node, Step::Gains);
        self.watch(node, Step::Losses);
        if self.state.needs[need as usize].short < before {
            self.work.queue.push(node);
        } else {
            self.work.held.push(node);
        }
    }

    fn open_window(&mut self, node: u32) {
        let restart = self.graph.parameters.node(node).restart_ms;
        let now = self.now;
        let was_pending = self.window_mut(node).is_pending();
        if let Some(next) = self.window_mut(node).forget(restart, now) {
            self.state.agenda.add(next, Wake::Window(node));
        }
        if was_pending && !self.window_mut(node).is_pending() {
            self.release(node);
        }
        self.work.queue.push(node);
    }

    /// A black start that was begun again in the meantime goes on.
    fn end_black_start(&mut self, node: u32) {
        let now = self.now;
        self.state.black_starts.retain(|&(other, until)| other != node || until > now);
        self.work.held.push(node);
        self.watch(node, Step::Losses);
    }

    fn apply_rise(&mut self, change: &OwnChange) {
        let node = change.node;
        if change.loss >= self.state.own[node as usize] {
            return;
        }
        self.set_own(change);
        self.release(node);
        self.work.queue.push(node);
        let black_start = self.graph.parameters.node(node).black_start_ms;
        if black_start > 0 {
            let until = self.now + black_start;
            self.state.black_starts.retain(|&(other, _)| other != node);
            self.state.black_starts.push((node, until));
            self.state.agenda.add(until, Wake::BlackStart(node));
        }
    }

    fn apply_fall(&mut self, change: &OwnChange) {
        if change.loss > self.state.own[change.node as usize] {
            self.set_own(change);
            self.work.queue.push(change.node);
        }
    }

    fn set_own(&mut self, change: &OwnChange) {
        self.work.touched_nodes.add(change.node);
        self.state.own[change.node as usize] = change.loss;
        self.state.event[change.node as usize] = change.event;
    }

    /// Moves levels one way until nothing moves any more.
    fn spread(&mut self, step: Step) {
        for turn in 0.. {
            if turn % AHEAD == 0 {
                self.touch_queued();
            }
            let Some(node) = self.work.queue.pop() else { return };
            self.work.looked_at.add(node);
            let potential = self.potential_loss(node);
            let wanted = if self.graph.parameters.node(node).restart_ms > 0 { potential.max(self.held_loss(node)) } else { potential };
            let loss = self.state.loss[node as usize];
            match step {
                Step::Gains if wanted < loss => self.move_to(node, wanted, step),
                Step::Losses if wanted > loss => self.move_to(node, wanted, step),
                _ => {}
            }
        }
    }

    fn held_loss(&self, node: u32) -> u32 {
        match self.state.window_of[node as usize] {
            0 => 0,
            place => self.state.windows[place as usize - 1].held_loss(),
        }
    }

    fn move_to(&mut self, node: u32, loss: u32, step: Step) {
        let before = std::mem::replace(&mut self.state.loss[node as usize], loss);
        self.count_event();
        self.work.touched_nodes.add(node);
        if self.work.moved.add(node) {
            self.work.place[node as usize] = self.work.before.len() as u32;
            self.work.before.push((before, None));
        }
        if step == Step::Losses {
            let cause = self.cause_of(node, loss);
            self.work.before[self.work.place[node as usize] as usize].1 = Some(cause);
        }
        self.stamp(node, before, step);
        self.tell_dependents(node, before, loss, step);
    }

    fn tell_dependents(&mut self, node: u32, before: u32, loss: u32, step: Step) {
        let graph = self.graph;
        let edges = graph.topology.dependents(node);
        for (at, edge) in edges.iter().enumerate() {
            if at % AHEAD == 0 {
                self.touch_needs(&edges[at..edges.len().min(at + AHEAD)]);
            }
            let member = edge.member as usize;
            if graph.parameters.always_delivers(member) {
                continue;
            }
            let class = graph.parameters.need(edge.need);
            if !class.standby || graph.parameters.activation_ms(member) == 0 {
                let share = u64::from(graph.parameters.share(member));
                let deficit = &mut self.state.needs[edge.need as usize].deficit;
                *deficit = *deficit + share * u64::from(loss) - share * u64::from(before);
            }
            let dependent = graph.topology.node_of(edge.need);
            let effect = self.refresh(edge.need);
            if effect == Effect::Felt || (effect == Effect::Hidden && self.loops.is_some()) {
                self.work.queue.push(dependent);
            }
            self.watch(dependent, step);
        }
    }

    /// Works out a need anew; says what its node notices of it.
    pub(super) fn refresh(&mut self, need: u32) -> Effect {
        self.work.touched_needs.add(need);
        let class = self.graph.parameters.need(need);
        if class.buffer_ms > 0 || class.standby {
            self.work.needs.add(need);
        }
        let is_essential = class.weight == ESSENTIAL;
        let short = self.need_shortfall(need);
        let before = std::mem::replace(&mut self.state.needs[need as usize].short, short);
        if before == short {
            return Effect::Nothing;
        }
        self.count_event();
        let dead = &mut self.state.dead_needs[self.graph.topology.node_of(need) as usize];
        let dead_before = *dead;
        *dead += u32::from(is_essential && short == ONE_PPM);
        *dead -= u32::from(is_essential && before == ONE_PPM);
        if dead_before > 0 && *dead > 0 { Effect::Hidden } else { Effect::Felt }
    }

    /// The end of an instant: stocks, timers and windows take note, and what moved is recorded.
    fn settle(&mut self) {
        for at in 0..self.work.needs.items().len() {
            self.settle_need(self.work.needs.items()[at]);
        }
        self.work.needs.clear();
        for at in 0..self.work.looked_at.items().len() {
            if at % AHEAD == 0 {
                self.touch_nodes(&self.work.looked_at.items()[at..self.work.looked_at.items().len().min(at + AHEAD)]);
            }
            let node = self.work.looked_at.items()[at];
            if self.graph.parameters.node(node).restart_ms > 0 {
                self.settle_window(node);
            }
        }
        self.watch_loops();
        self.work.looked_at.clear();
        self.record_moves();
    }

    fn settle_need(&mut self, need: u32) {
        let class = *self.graph.parameters.need(need);
        let (supply, primary, now) = (self.supply(need), self.primary_supply(need), self.now);
        let was_short = self.state.buffer(need).is_some_and(|buffer| buffer.primary_short_since.is_some());
        if self.state.needs[need as usize].buffer_of == 0 && supply == ONE_PPM && primary == ONE_PPM {
            return;
        }
        if let Some(at) = self.buffer_mut(need).settle(&class, supply, primary, now) {
            self.state.agenda.add(at, Wake::Need(need));
        }
        if class.standby {
            // A standby member that stands down takes nothing away now, yet it no longer feeds its need.
            self.watch(self.graph.topology.node_of(need), Step::Losses);
        }
        if class.standby && !was_short && primary < ONE_PPM {
            for member in self.graph.topology.members(need) {
                let activation = self.graph.parameters.activation_ms(member);
                if activation > 0 && activation < crate::graph::NEVER_STARTS {
                    self.state.agenda.add(now + activation, Wake::Need(need));
                }
            }
        }
    }

    fn settle_window(&mut self, node: u32) {
        let potential = self.potential_loss(node);
        if potential == 0 && self.state.window_of[node as usize] == 0 {
            return;
        }
        let (restart, now) = (self.graph.parameters.node(node).restart_ms, self.now);
        let was_pending = self.window_mut(node).is_pending();
        if let Some(at) = self.window_mut(node).settle(potential, restart, now) {
            self.state.agenda.add(at, Wake::Window(node));
        }
        if was_pending && !self.window_mut(node).is_pending() {
            self.release(node);
        }
    }

    fn record_moves(&mut self) {
        let mut moved: Vec<(u32, u32)> = self.work.moved.items().iter().enumerate().map(|(place, &node)| (node, place as u32)).collect();
        moved.sort_unstable();
        for (node, place) in moved {
            let (before, cause) = self.work.before[place as usize];
            let loss = self.state.loss[node as usize];
            if loss != before {
                let cause = cause.filter(|_| loss > before);
                self.record(Change { at: self.now, node, output: ONE_PPM - loss, cause });
            }
        }
        self.work.moved.clear();
        self.work.before.clear();
    }

    fn buffer_mut(&mut self, need: u32) -> &mut Buffer {
        self.work.touched_needs.add(need);
        let place = &mut self.state.needs[need as usize].buffer_of;
        if *place == 0 {
            self.state.buffers.push(Buffer::full(need, self.graph.parameters.need(need)));
            *place = self.state.buffers.len() as u32;
        }
        &mut self.state.buffers[*place as usize - 1]
    }

    fn window_mut(&mut self, node: u32) -> &mut Window {
        self.work.touched_nodes.add(node);
        let place = &mut self.state.window_of[node as usize];
        if *place == 0 {
            self.state.windows.push(Window::default());
            *place = self.state.windows.len() as u32;
        }
        &mut self.state.windows[*place as usize - 1]
    }
}
