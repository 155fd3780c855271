//! For tests and measurements: which way of working a ranking out is taken, and which one was. Neither shows in the help, and neither changes
//! an answer.

use crate::analysis::ranking::Engine;
use clap::Args;

#[derive(Debug, Clone, Copy, Default, Args)]
pub(in crate::app::cli) struct Ways {
    /// The way to take, where it can serve the network
    #[arg(long, hide = true, value_name = "NAME", value_parser = way)]
    pub(in crate::app::cli) engine: Option<Way>,
    /// Name the way that is taken on standard error
    #[arg(long, hide = true)]
    pub(in crate::app::cli) debug_engine: bool,
}

/// A way of working a ranking out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app::cli) enum Way {
    /// Without samples.
    Of(Engine),
    /// Many samples at once.
    SideBySide,
    /// Each sample by itself, all drawn beforehand.
    OneByOne,
}

impl Way {
    const SAMPLED: [(&'static str, Self); 2] = [("side-by-side", Self::SideBySide), ("one-by-one", Self::OneByOne)];

    pub(in crate::app::cli) fn name(self) -> &'static str {
        match self {
            Self::Of(engine) => engine.name(),
            Self::SideBySide => Self::SAMPLED[0].0,
            Self::OneByOne => Self::SAMPLED[1].0,
        }
    }
}

fn way(text: &str) -> Result<Way, String> {
    let known = Engine::ALL.map(|(name, engine)| (name, Way::Of(engine))).into_iter().chain(Way::SAMPLED);
    let names = || known.clone().map(|(name, _)| name).collect::<Vec<_>>().join(", ");
    known.clone().find(|(name, _)| *name == text).map(|(_, way)| way).ok_or_else(names)
}
