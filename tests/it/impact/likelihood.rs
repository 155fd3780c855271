//! Classes of likelihood: against a literal reading of the limits.

use super::model;
use keten::analysis::Model;
use keten::analysis::impact::{Likely, likely};
use keten::network::{Confidence, Likelihood, Stance};
use keten::units::{Quantity, Time};

const LIMITS: [(&str, f64); 5] =
    [("very unlikely", 0.0), ("unlikely", 0.0005), ("possible", 0.005), ("likely", 0.05), ("very likely", 0.5)];

/// Limits for a year, others for ten years, and a criterion of another kind in the same scheme.
fn graded() -> Model {
    let limit = |(class, from): &(&str, f64)| format!("own,chance,probability,8766,{class},{from},high\n");
    let year: String = LIMITS.iter().rev().map(limit).collect();
    let table = format!(
        "scheme,criterion,measure,duration_h,class,from,confidence\nown,costs,integral,,bad,5,high\n{year}own,chance,probability,87660,possible,0.1,low\n"
    );
    model(&[("dependencies.csv", "dependent,provider\ntel,grid\n"), ("criteria.csv", &table)])
}

fn stated(probability: &str, hours: u32) -> Likelihood {
    Likelihood {
        probability: Quantity::parse(probability).unwrap(),
        period: Time::from_hours(hours),
        source: "made up".to_owned(),
        confidence: Some(Confidence(0.9)),
    }
}

fn name(model: &Model, likely: &Likely, class: Option<u32>) -> Option<String> {
    class.map(|class| model.network.criteria().class(likely.scheme, class).to_owned())
}

#[test]
fn a_probability_is_in_the_class_of_the_highest_limit_that_it_reaches() {
    let model = graded();
    for millionths in [0, 1, 499, 500, 501, 4_999, 5_000, 49_999, 50_000, 499_999, 500_000, 999_999, 1_000_000] {
        let p = f64::from(millionths) / 1e6;
        let likely = likely(&model.network, &stated(&format!("{p}"), 8_766), Stance::Central).unwrap();
        let literally = LIMITS.iter().rfind(|(_, from)| p > 0.0 && p >= *from).map(|(class, _)| (*class).to_owned());
        assert_eq!(name(&model, &likely, likely.class), literally, "{p}");
        let classes: Vec<_> = likely.classes.iter().map(|&class| name(&model, &likely, Some(class)).unwrap()).collect();
        assert_eq!(classes, LIMITS.map(|(class, _)| class), "least likely first, and no class of another criterion");
        assert_eq!((likely.band, likely.verified), ((likely.class, likely.class), true));
    }
}

#[test]
fn limits_hold_for_their_own_period_and_stances_and_bands_show() {
    let model = graded();
    assert_eq!(likely(&model.network, &stated("0.2", 8_767), Stance::Central), None, "nor is it made one of another time");
    let decade = likely(&model.network, &stated("0.2", 87_660), Stance::Central).unwrap();
    assert_eq!((name(&model, &decade, decade.class).as_deref(), decade.classes.len(), decade.verified), (Some("possible"), 1, false));
    let below = likely(&model.network, &stated("0.05", 87_660), Stance::Central).unwrap();
    assert_eq!(below.class, None);
    let wide = stated("uniform(0.001|0.1)", 8_766);
    let class = |stance: Stance| {
        let likely = likely(&model.network, &wide, stance).unwrap();
        (name(&model, &likely, likely.class).unwrap(), [likely.band.0, likely.band.1].map(|class| name(&model, &likely, class).unwrap()))
    };
    let band = ["possible", "likely"].map(str::to_owned);
    assert_eq!(class(Stance::Central), ("likely".to_owned(), band.clone()));
    assert_eq!(class(Stance::Optimistic), ("possible".to_owned(), band));
}
