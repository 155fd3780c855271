//! Certain verdicts against worlds: whatever values are picked within the ranges, nothing leaves the bounds.

use keten::analysis::bounds::{Bounds, Config, Verdict, bounds};
use keten::analysis::{Model, what_if};
use keten::network::{Action, Cell, Draft, Event, Importance, Network, NodeDetail, NodeRow, Ranges, Stance};
use keten::units::{Level, Measure, ONE_PPM, Probability, Quantity, Time};
use proptest::prelude::*;

/// Numbers that depend on a seed alone.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.roll(values.len() as u64) as usize]
    }
}

/// A cell that is not stated, or lies between two values.
#[derive(Debug, Clone, Copy)]
enum Open {
    NotStated,
    Between(f64, f64),
}

fn open(dice: &mut Dice, values: &[f64]) -> Open {
    let (a, b) = (dice.of(values), dice.of(values));
    match dice.roll(4) {
        0 => Open::NotStated,
        1 => Open::Between(a.min(b), a.max(b)),
        _ => Open::Between(a, a),
    }
}

#[derive(Debug, Clone)]
struct Member {
    provider: usize,
    share: Open,
    activation: Open,
    start_p: Open,
    probability: Open,
}

#[derive(Debug, Clone)]
struct Need {
    dependent: usize,
    members: Vec<Member>,
    minimum: Open,
    buffer: Open,
    refill: Open,
    /// Essential, not stated, or a weight.
    weight: Option<Open>,
}

#[derive(Debug, Clone)]
struct Spec {
    nodes: Vec<[Open; 3]>,
    needs: Vec<Need>,
    fails: Vec<(usize, u64, Open, f64, f64)>,
    drain: Option<(usize, u64, Open)>,
}

const SHARES: [f64; 4] = [1.0, 0.5, 0.4, 0.7];
const HOURS: [f64; 6] = [0.0, 1.0, 2.0, 3.0, 5.0, 8.0];
const CHANCES: [f64; 4] = [1.0, 1.0, 0.5, 0.0];
const HORIZON_H: u32 = 20;

fn spec(seed: u64) -> Spec {
    let mut dice = Dice(seed);
    let count = 3 + dice.roll(5) as usize;
    let member = |dice: &mut Dice, provider: usize, standby: bool| Member {
        provider,
        share: open(dice, &SHARES),
        activation: if standby { open(dice, &[0.5, 1.0, 2.0]) } else { dice.of(&[Open::NotStated, Open::Between(0.0, 0.0)]) },
        start_p: if dice.roll(3) == 0 { open(dice, &CHANCES) } else { Open::NotStated },
        probability: if dice.roll(3) == 0 { open(dice, &CHANCES) } else { Open::NotStated },
    };
    let need = |dice: &mut Dice| {
        let dependent = dice.roll(count as u64) as usize;
        let mut providers: Vec<usize> = (0..1 + dice.roll(3)).map(|_| dice.roll(count as u64) as usize).collect();
        providers.retain(|&provider| provider != dependent);
        providers.sort_unstable();
        providers.dedup();
        let members: Vec<Member> = providers.into_iter().enumerate().map(|(at, p)| member(dice, p, at > 0 && p % 2 == 1)).collect();
        let weight = match dice.roll(3) {
            0 => Some(open(dice, &[0.2, 0.5, 1.0])),
            _ => None,
        };
        Need {
            dependent,
            members,
            minimum: open(dice, &[0.0, 0.5]),
            buffer: open(dice, &HOURS),
            refill: open(dice, &[0.0, 0.0, 2.0]),
            weight,
        }
    };
    let nodes =
        (0..count).map(|_| [open(&mut dice, &[0.0, 0.0, 1.0, 2.0]), open(&mut dice, &[0.0, 0.0, 3.0]), open(&mut dice, &[1.0, 4.0])]);
    let nodes = nodes.collect();
    let needs: Vec<Need> = (0..2 + dice.roll(2 * count as u64)).map(|_| need(&mut dice)).filter(|need| !need.members.is_empty()).collect();
    let fails = (0..1 + dice.roll(3))
        .map(|_| {
            let duration = if dice.roll(3) == 0 { Open::NotStated } else { open(&mut dice, &HOURS) };
            (dice.roll(count as u64) as usize, dice.roll(6), duration, dice.of(&[0.0, 0.0, 0.5]), dice.of(&[1.0, 1.0, 0.5]))
        })
        .collect();
    let drain =
        (dice.roll(4) == 0 && !needs.is_empty()).then(|| (dice.roll(needs.len() as u64) as usize, dice.roll(5), open(&mut dice, &HOURS)));
    Spec { nodes, needs, fails, drain }
}

/// How cells become values: as ranges, or as one world.
trait Pick {
    fn pick(&mut self, column: &str, cell: Open) -> Option<String>;
}

/// As the analyst writes them.
struct AsRanges;

impl Pick for AsRanges {
    fn pick(&mut self, _: &str, cell: Open) -> Option<String> {
        match cell {
            Open::NotStated => None,
            Open::Between(low, high) if low == high => Some(low.to_string()),
            Open::Between(low, high) => Some(format!("uniform({low}|{high})")),
        }
    }
}

/// One world: values at either end or between them; a probability becomes 0 or 1.
struct World<'r> {
    dice: Dice,
    ranges: &'r Ranges,
}

impl Pick for World<'_> {
    fn pick(&mut self, column: &str, cell: Open) -> Option<String> {
        let known = keten::network::RangeColumn::ALL.iter().find(|(name, _)| *name == column);
        let (low, high) = match (cell, known.and_then(|(_, column)| self.ranges.of(*column))) {
            (Open::Between(low, high), _) => (low, high),
            (Open::NotStated, Some((low, high))) => (low, high.min(50.0)),
            (Open::NotStated, None) => return None,
        };
        let value = low + (high - low) * self.dice.of(&[0.0, 1.0, 0.25, 0.5, 0.9]);
        let chance = matches!(column, "start_p" | "probability");
        Some(if chance && value > 0.0 && value < 1.0 { self.dice.roll(2).to_string() } else { value.to_string() })
    }
}

fn cell<T: Measure>(text: Option<String>) -> Option<Quantity<T>> {
    text.map(|text| Quantity::parse(&text).unwrap())
}

fn state<T: Measure>(text: Option<String>) -> Cell<Quantity<T>> {
    cell(text).map_or(Cell::NotStated, Cell::Is)
}

/// The network and its events; `None` where the values picked make no valid network.
fn build(spec: &Spec, pick: &mut impl Pick) -> Option<(Model, Vec<Event>)> {
    let mut draft = Draft::default();
    for (node, [restart, black_start, repair]) in spec.nodes.iter().enumerate() {
        let detail = NodeDetail {
            restart: state(pick.pick("restart_h", *restart)),
            black_start: state(pick.pick("black_start_h", *black_start)),
            repair: state(pick.pick("repair_h", *repair)),
            ..NodeDetail::default()
        };
        let id = draft.names.intern(&format!("n{node}"));
        draft.nodes.push(NodeRow { id, detail });
    }
    draft.has_node_table = true;
    for (at, need) in spec.needs.iter().enumerate() {
        let (minimum, buffer, refill) =
            (pick.pick("minimum", need.minimum), pick.pick("buffer_h", need.buffer), pick.pick("refill_h", need.refill));
        let weight = need.weight.map(|weight| pick.pick("importance", weight));
        let start_p = pick.pick("start_p", need.members[0].start_p);
        for member in &need.members {
            draft.depend(&format!("n{}", need.dependent), &format!("n{}", member.provider));
            let name = draft.names.intern(&format!("g{at}"));
            let row = draft.dependencies.len() - 1;
            draft.dependencies[row].need = name;
            let single = need.members.len() == 1;
            let share = if single { None } else { pick.pick("share", member.share) };
            let activation: Cell<Quantity<Time>> =
                if single { Cell::NotStated } else { state(pick.pick("activation_h", member.activation)) };
            let is_standby = matches!(&activation, Cell::Is(cell) if cell.at(keten::units::End::Middle) > Time::ZERO);
            let own_start = if is_standby { pick.pick("start_p", member.start_p) } else { start_p.clone() };
            let probability = pick.pick("probability", member.probability);
            if share.is_some() {
                draft.dependencies[row].share = keten::network::IN_DETAIL;
            }
            if minimum.is_some() {
                draft.dependencies[row].minimum = keten::network::IN_DETAIL;
            }
            let detail = draft.detail_mut(row);
            detail.share = cell(share);
            detail.minimum = cell(minimum.clone());
            detail.buffer = state(buffer.clone());
            detail.refill = state(refill.clone());
            detail.activation = activation;
            detail.start_p = cell(own_start);
            detail.probability = cell(probability);
            detail.importance = match &weight {
                None => Some(Importance::Essential),
                // What is not stated may be essential wherever its range reaches 1.
                Some(Some(text)) if text == "1" && matches!(need.weight, Some(Open::NotStated)) => Some(Importance::Essential),
                Some(weight) => cell(weight.clone()).map(Importance::Supporting),
            };
        }
    }
    let network = Network::build(draft).ok()?;
    let node = |node: usize| network.find(&format!("n{node}")).unwrap();
    let mut events: Vec<Event> = Vec::new();
    for &(fails, at, duration, level, p) in &spec.fails {
        let p = pick.pick("probability", Open::Between(p, p)).unwrap().parse().unwrap();
        let action = Action::Fail {
            nodes: vec![node(fails)],
            duration: cell(pick.pick("duration_h", duration)),
            level: Quantity::Fixed(Level::from_ppm((level * f64::from(ONE_PPM)) as u32).unwrap()),
            probability: Probability::new(p).unwrap(),
            common: false,
        };
        events.push(Event { at: Time::from_hours(at as u32), action });
    }
    if let Some((need, at, duration)) = spec.drain {
        let need = network.find_need(node(spec.needs[need].dependent), &format!("g{need}")).unwrap();
        let duration = cell(pick.pick("duration_h", duration));
        events.push(Event { at: Time::from_hours(at as u32), action: Action::Drain { need, duration } });
    }
    Some((Model::new(network, Stance::Central), events))
}

/// Holds one world against the bounds.
fn hold(model: &Model, events: &[Event], found: &Bounds) -> Result<(), String> {
    let answer = what_if::what_if(model, events, &what_if::Config::to(Time::from_hours(HORIZON_H)));
    for node in model.network.nodes() {
        let fell = answer.nodes.iter().find(|affected| affected.node == node);
        let enclosed = found.nodes.iter().find(|enclosed| enclosed.node == node);
        let id = model.network.id(node);
        match (fell, enclosed) {
            (None, None) => {}
            (None, Some(enclosed)) if enclosed.falls == Verdict::Must => return Err(format!("{id} must fall and does not")),
            (None, Some(_)) => {}
            (Some(fell), None) => return Err(format!("{id} cannot fall and does at {}", fell.first_loss)),
            (Some(fell), Some(enclosed)) => {
                let (low, high) = enclosed.min_output;
                let in_time = enclosed.earliest <= fell.first_loss && enclosed.latest.is_none_or(|latest| fell.first_loss <= latest);
                let in_level = low <= fell.min_output && (enclosed.latest.is_none() || fell.min_output <= high);
                let in_hours = enclosed.lost_h.0 <= fell.lost_h + 1e-9 && fell.lost_h <= enclosed.lost_h.1 + 1e-9;
                if !(in_time && in_level && in_hours) {
                    return Err(format!("{id}: {fell:?} lies outside {enclosed:?}"));
                }
            }
        }
    }
    Ok(())
}

fn ranges(choice: u64) -> Ranges {
    let mut ranges = Ranges::defaults();
    let given: &[&str] = match choice % 4 {
        0 => &[],
        1 => &["buffer_h=0..3", "restart_h=0..2", "repair_h=1..5"],
        2 => &["probability=0..1", "minimum=0..0.5", "refill_h=0..4", "start_p=0..1"],
        _ => &["share=0.3..1", "importance=0.2..1", "black_start_h=0..3", "activation_h=0..2"],
    };
    given.iter().for_each(|text| ranges.set(text).unwrap());
    ranges
}

proptest! {
    #![proptest_config(ProptestConfig { cases: super::engine::cases(1_500), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_world_leaves_the_bounds(seed in any::<u64>()) {
        let spec = spec(seed);
        let Some((model, events)) = build(&spec, &mut AsRanges) else { return Ok(()) };
        let mut config = Config::to(Time::from_hours(HORIZON_H));
        config.ranges = ranges(seed);
        let found = bounds(&model, &events, &config);
        for world in 0..24 {
            let mut pick = World { dice: Dice(seed ^ (world * 7_919 + 1)), ranges: &config.ranges };
            if let Some((model, events)) = build(&spec, &mut pick) {
                let held = hold(&model, &events, &found);
                prop_assert!(held.is_ok(), "world {}: {}\n{:?}\n{:?}", world, held.unwrap_err(), spec, ranges(seed));
            }
        }
    }

    #[test]
    fn where_all_is_certain_the_bounds_meet(seed in any::<u64>()) {
        let mut pick = World { dice: Dice(seed), ranges: &Ranges::defaults() };
        let Some((model, events)) = build(&spec(seed), &mut pick) else { return Ok(()) };
        let mut config = Config::to(Time::from_hours(HORIZON_H));
        config.ranges = Ranges::defaults();
        let found = bounds(&model, &events, &config);
        prop_assert!(hold(&model, &events, &found).is_ok());
        if found.bracketed_needs == 0 {
            prop_assert_eq!(found.count(Verdict::May), 0, "{:?}", found);
        }
    }
}

/// Verdicts on a small hospital behind a grid that is out for four hours.
fn verdict(csv: &str, ranges: &[&str], id: &str) -> (Verdict, Option<(f64, Option<f64>)>) {
    let model = super::uncertainty::model(csv);
    let mut config = Config::to(Time::from_hours(24));
    config.ranges = Ranges::defaults();
    ranges.iter().for_each(|text| config.ranges.set(text).unwrap());
    let found = bounds(&model, &[Event::fail(&model.network, "grid+4").unwrap()], &config);
    let node = model.network.find(id).unwrap();
    let enclosed = found.nodes.iter().find(|enclosed| enclosed.node == node);
    enclosed.map_or((Verdict::Cannot, None), |found| (found.falls, Some((found.earliest.hours(), found.latest.map(Time::hours)))))
}

#[test]
fn verdicts_are_those_that_an_analyst_would_give() {
    let battery = |hours: &str| format!("dependent,provider,buffer_h\nmast,grid,\"{hours}\"\n");
    assert_eq!(verdict(&battery("uniform(1,3)"), &[], "mast"), (Verdict::Must, Some((1.0, Some(3.0)))));
    assert_eq!(verdict(&battery("uniform(3,6)"), &[], "mast"), (Verdict::May, Some((3.0, None))));
    assert_eq!(verdict(&battery("uniform(5,6)"), &[], "mast"), (Verdict::Cannot, None));
    assert_eq!(verdict(&battery("lognormal(100|2)"), &[], "mast"), (Verdict::May, Some((0.0, None))), "a lognormal may be anything");
    assert_eq!(verdict(&battery(""), &[], "mast"), (Verdict::Must, Some((0.0, Some(0.0)))));
    assert_eq!(verdict(&battery(""), &["buffer_h=0..8"], "mast"), (Verdict::May, Some((0.0, None))));
    assert_eq!(verdict(&battery(""), &["all=widest"], "grid"), (Verdict::Must, Some((0.0, Some(0.0)))));
    assert_eq!(verdict(&battery(""), &["all=widest"], "mast"), (Verdict::May, Some((0.0, None))));
}

#[test]
fn standby_is_counted_on_where_it_can_be() {
    let generator = |start: &str, grid_buffer: &str| {
        format!(
            "dependent,provider,need,buffer_h,activation_h,start_p\nhospital,grid,power,{grid_buffer},,\nhospital,diesel,power,,0.05,{start}\n"
        )
    };
    assert_eq!(verdict(&generator("1", "0.1"), &[], "hospital").0, Verdict::Cannot, "the battery bridges the gap");
    assert_eq!(verdict(&generator("0.9", "0.1"), &[], "hospital").0, Verdict::May);
    assert_eq!(verdict(&generator("1", ""), &[], "hospital"), (Verdict::Must, Some((0.0, Some(0.0)))));
    // Behind a plant that may fall at any time the moment of standby is not known; the buffer still bridges it.
    let behind = |buffer: &str| {
        format!(
            "dependent,provider,need,buffer_h,activation_h\nplant,grid,,\"uniform(0,3)\",\nhospital,plant,power,{buffer},\nhospital,diesel,power,,0.5\n"
        )
    };
    assert_eq!(verdict(&behind("0.5"), &[], "hospital").0, Verdict::Cannot);
    assert_eq!(verdict(&behind("0.4"), &[], "hospital").0, Verdict::May);
}
