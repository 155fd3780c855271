//! One node's loss in words: how long, and why.

use super::language::{Lang, compromise, hours, simulate as say};
use super::names::Names;
use crate::analysis::what_if::{Affected, LossCause};
use crate::units::{Level, TOLERANCE_PPM, Time};

/// How long a node gave less than all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    /// The time below all, within the horizon.
    below: Time,
    /// How many times it fell.
    times: usize,
    /// Whether it still gave less at the horizon.
    open: bool,
}

impl Length {
    /// For a sentence.
    pub(super) fn words(self, lang: Lang) -> String {
        let below = hours(lang, self.below);
        if self.open { lang.pick(format!("more than {below}"), format!("meer dan {below}")) } else { below }
    }

    /// For a table.
    pub(super) fn show(self, lang: Lang) -> String {
        let below = hours(lang, self.below);
        let sign = if self.open { ">" } else { "" };
        let times = if self.times > 1 { format!(" ({}x)", self.times) } else { String::new() };
        format!("{sign}{below}{times}")
    }
}

/// How long a node gave less than all within a horizon.
pub(super) fn length(affected: &Affected, horizon: Time) -> Length {
    let (mut below, mut times, mut since) = (0, 0, None);
    for &(at, output) in &affected.steps {
        match (since, output == Level::ONE) {
            (None, false) => {
                since = Some(at);
                times += 1;
            }
            (Some(start), true) => {
                below += at.ms() - Time::ms(start);
                since = None;
            }
            _ => {}
        }
    }
    below += since.map_or(0, |start| horizon.ms() - start.ms());
    Length { below: Time::from_ms(below).unwrap_or(Time::MAX), times, open: since.is_some() }
}

/// Whether a node lost all its output at some moment.
pub(super) fn is_lost(affected: &Affected) -> bool {
    affected.min_output.ppm() <= TOLERANCE_PPM
}

/// Why a node fell, in words.
pub(super) fn cause(cause: &LossCause, names: &Names) -> String {
    match cause {
        LossCause::Hazard { event } => say::hit(names.lang, event + 1),
        LossCause::Detected => compromise::detected(names.lang).to_owned(),
        LossCause::Need { need, providers, short_since, buffer_ended } => {
            let bridged = buffer_ended.and_then(|ended| Time::from_ms(ended.ms() - short_since.ms()));
            say::unmet(names.lang, names.need(*need), &names.ids(providers), bridged)
        }
    }
}
