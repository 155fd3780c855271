//! The texts of answers over samples.

use super::word::noun;
use super::{Lang, count, counted, hours};
use crate::analysis::uncertainty::Figure;
use crate::units::Time;

/// A middle and the band that nine in ten samples lie in; one value where they are the same.
pub fn band(middle: &str, low: &str, high: &str) -> String {
    if middle == low && middle == high { middle.to_owned() } else { format!("{middle} ({low}–{high})") }
}

/// A mean and the band that nine in ten samples lie in. Where a few samples draw the mean out of the band, the text says so: a figure beside
/// a band that does not hold it reads as a fault.
pub fn mean_band(lang: Lang, figure: &Figure, show: impl Fn(f64) -> String) -> String {
    let (mean, low, high) = (show(figure.mean), show(figure.p5), show(figure.p95));
    let is_within = figure.p5 <= figure.mean && figure.mean <= figure.p95;
    if is_within || mean == low || mean == high {
        return band(&mean, &low, &high);
    }
    let most = if low == high { low } else { format!("{low}–{high}") };
    lang.pick(format!("{mean} (mostly {most})"), format!("{mean} (meestal {most})"))
}

/// Headings.
pub mod heading {
    use super::Lang;

    /// The table of nodes.
    pub fn nodes(lang: Lang) -> &'static str {
        lang.pick("What may fall, in order of time", "Wat kan uitvallen, op volgorde van tijd")
    }

    /// Who may be compromised.
    pub fn compromised(lang: Lang) -> &'static str {
        lang.pick("Who may be compromised", "Wie gecompromitteerd kan raken")
    }

    /// The sums.
    pub fn totals(lang: Lang) -> &'static str {
        lang.pick("Added up", "Bij elkaar")
    }
}

/// The first line of the summary.
pub fn summary(lang: Lang, samples: u64, horizon: Time, affected: &str, lost: &str) -> String {
    let (samples, within) = (count(lang, samples), hours(lang, horizon));
    lang.pick(
        format!("In {samples} samples within {within}: on average {affected} nodes affected, of which {lost} lost entirely."),
        format!("In {samples} trekkingen, binnen {within}: gemiddeld {affected} knopen getroffen, waarvan {lost} geheel uitgevallen."),
    )
}

/// How vital processes fared.
pub fn vital(lang: Lang, some: u64, always: u64) -> String {
    let (some, always) =
        (counted(lang, some, lang.pick(("vital process", "vital processes"), ("vitaal proces", "vitale processen"))), count(lang, always));
    lang.pick(
        format!("{some} may be affected; {always} in every sample."),
        format!("{some} kunnen getroffen worden; {always} in elke trekking."),
    )
}

/// Nothing fell in any sample.
pub fn nothing(lang: Lang, samples: u64, horizon: Time) -> String {
    let (samples, within) = (count(lang, samples), hours(lang, horizon));
    lang.pick(
        format!("Nothing loses function within {within} in any of {samples} samples."),
        format!("In geen van {samples} trekkingen verliest iets functie binnen {within}."),
    )
}

/// What the bands mean.
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "The chance is the share of samples in which the node loses function. Behind it the median, and between brackets the band that nine in ten samples lie in (5th to 95th percentile); for hours lost the mean. First loss is over the samples in which the node is affected.",
        "De kans is het deel van de trekkingen waarin de knoop functie verliest. Daarachter de mediaan, met tussen haakjes de band waarin negen van de tien trekkingen liggen (5e tot 95e percentiel); bij verloren uren het gemiddelde. Eerste verlies geldt voor de trekkingen waarin de knoop getroffen is.",
    )
}

/// Column heads of the nodes.
pub fn node_heads(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["chance", "what", "first loss", "lowest", "hours lost", "mostly through"],
        ["kans", "wat", "eerste verlies", "laagst", "uren verloren", "meestal door"],
    )
}

/// Column heads of compromised nodes.
pub fn compromise_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["chance", "what", "from"], ["kans", "wat", "vanaf"])
}

/// The most frequent cause, and how many others there are.
pub fn main_cause(lang: Lang, cause: &str, share: &str, others: u64) -> String {
    match others {
        0 => cause.to_owned(),
        others => {
            let others = counted(lang, others, lang.pick(("other", "others"), ("andere", "andere")));
            lang.pick(format!("{cause}: {share}, and {others}"), format!("{cause}: {share}, en {others}"))
        }
    }
}

/// Column heads of a table of figures.
pub fn figure_heads(lang: Lang) -> [&'static str; 6] {
    lang.pick(["", "mean", "5%", "median", "95%", "standard error"], ["", "gemiddelde", "5%", "mediaan", "95%", "standaardfout"])
}

/// The sums, in order.
pub fn total_names(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["nodes affected", "nodes lost", "processes lost", "sectors hit", "hours lost"],
        ["knopen getroffen", "knopen uitgevallen", "processen uitgevallen", "sectoren getroffen", "uren verloren"],
    )
}

/// Nodes that hold one another down in some samples.
pub fn deadlock(lang: Lang, share: &str, nodes: &str) -> String {
    lang.pick(
        format!("Restart deadlock in {share} of the samples: {nodes} wait for one another."),
        format!("Herstartblokkade in {share} van de trekkingen: {nodes} wachten op elkaar."),
    )
}

/// Nodes that keep one another up in some samples.
pub fn self_supported(lang: Lang, share: &str, nodes: &str) -> String {
    lang.pick(
        format!("Indeterminate in {share} of the samples: {nodes} are kept up only by one another."),
        format!("Onbepaald in {share} van de trekkingen: {nodes} houden alleen elkaar in bedrijf."),
    )
}

/// In place of the stance.
pub fn drawn(lang: Lang, seed: u64) -> String {
    lang.pick(
        format!("Unknowns were drawn, from seed {seed}; the same seed gives the same worlds on every machine. The bands show what the data leaves open, not what the model leaves out."),
        format!("Onbekenden zijn getrokken, met beginwaarde {seed}; dezelfde beginwaarde geeft op elke machine dezelfde werelden. De banden laten zien wat de gegevens openlaten, niet wat het model weglaat."),
    )
}

/// In how many worlds every initiator was followed.
pub fn rank_method(lang: Lang, samples: u64) -> String {
    let samples = counted(lang, samples, noun::samples(lang));
    lang.pick(format!("All are followed in the same {samples}."), format!("Alle zijn gevolgd in dezelfde {samples}."))
}

/// The user interrupted.
pub fn interrupted(lang: Lang, done: u64, of: u64) -> String {
    let (done, of) = (count(lang, done), count(lang, of));
    lang.pick(
        format!("Interrupted: this is of the first {done} of {of} samples. They are whole; the bands are wider than they could be."),
        format!("Onderbroken: dit gaat over de eerste {done} van {of} trekkingen. Die zijn volledig; de banden zijn onzekerder dan nodig."),
    )
}

/// Memory ran out.
pub fn out_of_memory(lang: Lang, done: u64, of: u64) -> String {
    let (done, of) = (count(lang, done), count(lang, of));
    lang.pick(
        format!("Stopped at {done} of {of} samples: the rest does not fit the memory allowed. --max-memory allows more."),
        format!("Gestopt bij {done} van {of} trekkingen: de rest past niet in het toegestane geheugen. --max-memory staat meer toe."),
    )
}

/// The standard error that was asked for was not reached.
pub fn error_not_reached(lang: Lang, done: u64) -> String {
    let done = count(lang, done);
    lang.pick(
        format!("After {done} samples the standard error is still larger than asked for. --samples allows more."),
        format!("Na {done} trekkingen is de standaardfout nog groter dan gevraagd. --samples staat er meer toe."),
    )
}

/// Column heads of a ranking.
pub fn rank_heads(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        ["rank", "what", "rank in a sample", "in top 10", "score", "nodes affected", "hours lost"],
        ["rang", "wat", "rang per trekking", "in top 10", "score", "knopen geraakt", "uren verloren"],
    )
}

/// Column heads of a ranking by compromise.
pub fn reach_heads(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        ["rank", "what", "rank in a sample", "in top 10", "vital compromised", "nodes compromised", "first vital"],
        ["rang", "wat", "rang per trekking", "in top 10", "vitaal gecompromitteerd", "knopen gecompromitteerd", "eerste vitale"],
    )
}

/// What shared ranks and bands mean.
pub fn rank_legend(lang: Lang) -> &'static str {
    lang.pick(
        "Ranked by mean score. Rows share a rank where their difference from the first of them is not significant (95 %, sample by sample, all in the same worlds). Figures are means, or medians for ranks and moments, with the band of nine in ten samples.",
        "Geordend naar gemiddelde score. Rijen delen een rang waar hun verschil met de eerste ervan niet significant is (95 %, trekking voor trekking, alle in dezelfde werelden). Getallen zijn gemiddelden, of medianen bij rangen en momenten, met de band van negen van de tien trekkingen.",
    )
}

/// Initiators that cannot be told apart from the worst.
pub fn tied(lang: Lang, ids: &str) -> String {
    lang.pick(format!("No significant difference at the top: {ids}."), format!("Geen significant verschil aan de top: {ids}."))
}

/// What a back-test over samples found.
pub fn verified(lang: Lang, samples: u64, tests: u64, always: u64, implausible: u64) -> String {
    let samples = count(lang, samples);
    lang.pick(
        format!("Of {tests} expectations {always} are met in every one of {samples} samples. {implausible} required ones are met in fewer than 5% of them: what happened then lies outside what the data allows."),
        format!("Van {tests} verwachtingen komen er {always} uit in elk van {samples} trekkingen. {implausible} vereiste komen uit in minder dan 5% ervan: wat toen gebeurde ligt dan buiten wat de gegevens toelaten."),
    )
}

/// Column heads of expectations that are not always met.
pub fn test_heads(lang: Lang) -> [&'static str; 8] {
    lang.pick(
        ["scenario", "node", "known", "comes out", "lowest", "first loss", "below 100%", "required"],
        ["scenario", "knoop", "bekend", "komt uit", "laagst", "eerste verlies", "onder 100%", "vereist"],
    )
}

/// A node that never fell.
pub fn kept_working(lang: Lang, samples: u64, horizon: Time) -> String {
    let (samples, within) = (count(lang, samples), hours(lang, horizon));
    lang.pick(
        format!("Kept working within {within} in all {samples} samples."),
        format!("Bleef binnen {within} werken in alle {samples} trekkingen."),
    )
}

/// How a node fared.
pub fn fell(lang: Lang, affected: &str, lost: &str, first: &str, lost_h: &str) -> String {
    lang.pick(
        format!("Affected in {affected} of the samples, out in {lost}. First loss at {first}; hours lost {lost_h}."),
        format!("Getroffen in {affected} van de trekkingen, uit in {lost}. Eerste verlies na {first}; uren verloren {lost_h}."),
    )
}

/// A cause of a node and its share.
pub fn cause_share(lang: Lang, node: &str, cause: &str, share: &str) -> String {
    lang.pick(format!("{node}: {cause}, in {share} of the samples"), format!("{node}: {cause}, in {share} van de trekkingen"))
}

#[cfg(test)]
mod tests {
    use super::{Figure, Lang, mean_band};

    #[test]
    fn a_mean_outside_its_band_is_told_as_such() {
        let of = |mean, p5, p95| Figure { mean, p5, p50: p5, p95, se: 0.0 };
        let text = |lang, figure: Figure| mean_band(lang, &figure, |value| format!("{value:.0}"));
        assert_eq!(text(Lang::English, of(5.0, 4.0, 6.0)), "5 (4–6)");
        assert_eq!(text(Lang::English, of(5.0, 5.0, 5.0)), "5");
        assert_eq!(text(Lang::English, of(7.0, 5.0, 5.0)), "7 (mostly 5)");
        assert_eq!(text(Lang::Dutch, of(1.0, 2.0, 3.0)), "1 (meestal 2–3)");
        assert_eq!(text(Lang::English, of(5.1, 5.0, 5.0)), "5", "what looks alike is alike");
    }
}
