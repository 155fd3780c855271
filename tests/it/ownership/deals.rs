//! Acquisitions in a course of events: selectors and gains against a table that is changed row by row and asked anew at every moment.

use super::{Shares, WHOLE, marked, shares};
use keten::analysis::{Model, acquired::acquired};
use keten::network::{Action, Deal, Draft, Event, Network, Owners, Stance};
use keten::units::{Level, Time};
use proptest::collection::vec;
use proptest::prelude::*;

/// A deal of the reference: when, who, of whom, how much.
type Sale = (u32, usize, usize, u32);

impl Shares {
    /// The same companies, each of them a node that others may depend on.
    fn with_nodes(&self) -> Network {
        let mut draft = Draft::default();
        for party in 0..self.count() {
            draft.depend(&format!("p{party}"), "y");
            for owned in (0..self.count()).filter(|&owned| self.0[party][owned] > 0) {
                draft.own(&format!("p{party}"), &format!("p{owned}"), Level::from_ppm(self.0[party][owned]).unwrap());
            }
        }
        Network::build(draft).unwrap()
    }

    /// The table after a sale; `None` where there is not so much to acquire.
    fn after(&self, (_, buyer, company, share): Sale) -> Option<Self> {
        let mut table = self.clone();
        let own = table.0[buyer][company] + share;
        if own > WHOLE + 10 {
            return None;
        }
        table.0[buyer][company] = 0;
        let others = table.held_in(company);
        let room = WHOLE - own.min(WHOLE);
        if others > room {
            for row in &mut table.0 {
                row[company] = (u64::from(row[company]) * u64::from(room) / u64::from(others)) as u32;
            }
        }
        table.0[buyer][company] = own.min(WHOLE);
        Some(table)
    }
}

fn event((at, buyer, company, share): Sale) -> Event {
    let deal = Deal { buyer: format!("p{buyer}"), company: format!("p{company}"), share: Level::from_ppm(share).unwrap() };
    Event { at: Time::from_hours(at), action: Action::Acquire { deal } }
}

/// Every ownership from the first on, each with the moment from which it holds; and the sales that could be done.
fn history(first: &Shares, sales: &[Sale]) -> (Vec<(u32, Shares)>, Vec<Sale>) {
    let (mut tables, mut done) = (vec![(0, first.clone())], Vec::new());
    for &sale in sales {
        if let Some(next) = tables.last().unwrap().1.after(sale) {
            tables.push((sale.0, next));
            done.push(sale);
        }
    }
    (tables, done)
}

fn sales(count: usize) -> impl Strategy<Value = Vec<Sale>> {
    let parties = (0..count, 1..count).prop_map(move |(buyer, step)| (buyer, (buyer + step) % count));
    let share = proptest::sample::select(vec![1_u32, 100_000, 250_001, 333_333, 500_000, 500_001, 1_000_000]);
    vec((0_u32..6, parties, share).prop_map(|(at, (buyer, company), share)| (at, buyer, company, share)), 0..5).prop_map(|mut sales| {
        sales.sort_by_key(|sale| sale.0);
        sales
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::engine::cases(4_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn selectors_see_who_controls_at_their_moment((first, sales) in shares().prop_flat_map(|first| { let count = first.count(); (Just(first), sales(count)) })) {
        let network = first.with_nodes();
        let (tables, done) = history(&first, &sales);
        let events: Vec<Event> = done.iter().copied().map(event).collect();
        // The order of events at different moments does not matter.
        let mut stated = events.clone();
        stated.sort_by_key(|event| std::cmp::Reverse(event.at));
        let owners = Owners::over(&network, &stated);
        for at in 0..7 {
            let table = &tables.iter().rev().find(|(from, _)| *from <= at).unwrap().1;
            for actor in 0..first.count() {
                let expected: Vec<String> = marked(&table.controlled_by(actor, &|_| 0)).iter().map(|party| format!("p{party}")).collect();
                let found = owners.select(Time::from_hours(at), &format!("controlled_by=p{actor}"));
                let found: Vec<String> = found.unwrap_or_default().iter().map(|&node| network.id(node).to_owned()).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }

    #[test]
    fn gains_are_those_of_who_stands_behind_the_buyer((first, sales) in shares().prop_flat_map(|first| { let count = first.count(); (Just(first), sales(count)) })) {
        let (tables, done) = history(&first, &sales);
        let events: Vec<Event> = done.iter().copied().map(event).collect();
        let model = Model::new(first.with_nodes(), Stance::Central);
        let gains = acquired(&model, &events);
        prop_assert_eq!(gains.len(), done.len());
        for ((gain, pair), sale) in gains.iter().zip(tables.windows(2)).zip(&done) {
            let (before, after) = (&pair[0].1, &pair[1].1);
            let head = after.head(&after.control(&|_| 0), sale.1);
            let had = before.controlled_by(head, &|_| 0);
            let has = after.controlled_by(head, &|_| 0);
            let expected: Vec<String> = (0..first.count()).filter(|&party| has[party] && !had[party]).map(|party| format!("p{party}")).collect();
            prop_assert_eq!(&gain.parties, &expected);
            prop_assert_eq!(gain.nodes.iter().map(|&node| model.network.id(node).to_owned()).collect::<Vec<_>>(), expected);
            prop_assert_eq!(gain.holds.ppm(), after.0[sale.1][sale.2]);
            prop_assert_eq!(gain.behind.clone(), (head != sale.1).then(|| format!("p{head}")));
        }
    }
}
