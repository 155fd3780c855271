//! The curve of losses as plain rows.

use super::{Rows, number, word};
use crate::analysis::curve::Curve;

/// `critical-sets --curve`: a row per loss of the targeted order, then one per point of the band.
pub fn curve(curve: &Curve) -> String {
    let mut rows = Rows::new("order,losses,id,lost,p5,p50,p95");
    for (place, (id, lost)) in curve.targeted.iter().enumerate() {
        let empty = String::new;
        rows.add(&["targeted".to_owned(), number(place + 1), word(id), number(lost), empty(), empty(), empty()]);
    }
    for point in &curve.random {
        let [low, middle, high] = point.lost.map(number);
        rows.add(&["random".to_owned(), number(point.losses), String::new(), String::new(), low, middle, high]);
    }
    rows.text()
}
