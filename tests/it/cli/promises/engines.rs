//! The hidden options that name and force the way a ranking is worked out: the answer is the same.

use super::Desk;

/// The answers that each of these ways gives, and the names it goes by.
fn answers(desk: &Desk, network: &[&str], more: &[&str], ways: &[&str]) -> Vec<(String, String)> {
    let made = desk.run(&[&["generate", "--nodes", "60"], network].concat()).fine();
    std::fs::write(desk.path().join("made.csv"), made).unwrap();
    let answer = |way: &&str| {
        let run = desk.run(&[&["rank", "made.csv", "--format", "csv", "--quiet", "--debug-engine", "--engine", way], more].concat());
        assert_eq!(run.code, 0, "{way}: {}", run.err);
        (run.err, run.out)
    };
    ways.iter().map(answer).collect()
}

#[test]
fn every_way_of_ranking_can_be_forced_and_gives_the_same_bytes() {
    let desk = Desk::with(&[]);
    for (network, ways) in [
        (&[][..], &["closure", "counters", "schedules", "timeline"][..]),
        (&["--needs", "k-of-n"], &["counters", "schedules", "timeline"]),
        (&["--needs", "k-of-n", "--buffers"], &["schedules", "timeline"]),
    ] {
        let answers = answers(&desk, network, &[], ways);
        for ((named, answer), way) in answers.iter().zip(ways) {
            assert_eq!(*named, format!("engine: {way}\n"));
            assert_eq!(*answer, answers[0].1);
        }
    }
    let way_out = answers(&desk, &["--needs", "k-of-n"], &[], &["closure"]);
    assert_eq!(way_out[0].0, "engine: timeline\n", "a wish that cannot be met gives way to what serves every network");
}

#[test]
fn samples_side_by_side_and_one_by_one_give_the_same_bytes() {
    let desk = Desk::with(&[]);
    let more = ["--samples", "130", "--seed", "4"];
    let ways = ["side-by-side", "one-by-one"];
    let answers = answers(&desk, &["--probability", "0.2"], &more, &ways);
    assert_eq!(answers[0].0, "engine: side-by-side\n");
    assert_eq!(answers[1].0, "engine: one-by-one\n");
    assert_eq!(answers[0].1, answers[1].1);
}
