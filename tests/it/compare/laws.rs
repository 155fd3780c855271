//! What holds for any two networks.

use super::compared;
use keten::network::{Draft, Network, Unit, changes};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A small network from drawn rows: dependent, provider, buffer.
fn made(rows: &[(u8, u8, u8)]) -> Network {
    let mut draft = Draft::default();
    let mut seen = BTreeSet::new();
    draft.depend("n9", "n0");
    for &(dependent, provider, buffer) in rows {
        if dependent != provider && seen.insert((dependent, provider)) {
            let at = draft.dependencies.len();
            draft.depend(&format!("n{dependent}"), &format!("n{provider}"));
            let hours = keten::units::Quantity::parse(&buffer.to_string()).unwrap();
            draft.detail_mut(at).buffer = keten::network::Cell::Is(hours);
        }
    }
    Network::build(draft).unwrap()
}

fn rows() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    proptest::collection::vec((0_u8..6, 0_u8..6, 0_u8..4), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::engine::cases(300)))]

    /// All units of the other network make the other network; none leave the network as it is.
    #[test]
    fn all_units_of_the_other_are_the_other(old in rows(), new in rows()) {
        let (old, new) = (made(&old), made(&new));
        let units: BTreeSet<Unit> = changes(&old, &new).into_iter().filter_map(|change| change.unit).collect();
        prop_assert!(changes(&old.with_units_of(&new, &units), &new).is_empty());
        prop_assert!(changes(&old.with_units_of(&new, &BTreeSet::new()), &old).is_empty());
    }

    /// With a single change what it does alone is the whole difference, and so is what rests on it.
    #[test]
    fn a_single_change_is_the_whole_difference(old in rows(), place in 0_usize..8, buffer in 0_u8..4) {
        let mut new = old.clone();
        if let Some(row) = new.get_mut(place) {
            row.2 = buffer;
        }
        let answer = compared(made(&old), made(&new), Some("n0"), None);
        let moved: Vec<f64> = answer.figures.iter().map(|figure| figure.after - figure.before).collect();
        match answer.effects.as_slice() {
            [] => prop_assert!(moved.iter().all(|moved| moved.abs() < 1e-9), "{moved:?}"),
            [one] => {
                prop_assert_eq!(one.alone.as_ref(), Some(&moved));
                prop_assert_eq!(one.last.as_ref(), Some(&moved));
            }
            more => prop_assert!(false, "{more:?}"),
        }
    }

    /// Compared the other way round every difference has the other sign.
    #[test]
    fn the_other_way_round_is_the_mirror(old in rows(), new in rows()) {
        let there = compared(made(&old), made(&new), Some("n0"), None);
        let back = compared(made(&new), made(&old), Some("n0"), None);
        let (one, other) = (there.ranking, back.ranking);
        prop_assert_eq!(one.as_ref().map(|one| (&one.new_hubs, &one.gone_single_points)), other.as_ref().map(|other| (&other.gone_hubs, &other.new_single_points)));
        for (a, b) in there.figures.iter().zip(&back.figures) {
            prop_assert_eq!((a.before, a.after), (b.after, b.before));
        }
        prop_assert_eq!(there.changes.len(), back.changes.len());
    }
}
