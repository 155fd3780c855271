//! The arguments of `keten generate`.

use crate::units::Probability;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(in crate::app::cli) struct Generate {
    /// How many nodes
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(2..=100_000_000))]
    pub(in crate::app::cli) nodes: u32,
    /// How many dependencies a node has on average
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(in crate::app::cli) mean_degree: u32,
    /// Who provides to whom
    #[arg(long, value_enum, default_value_t = Shape::ScaleFree)]
    pub(in crate::app::cli) shape: Shape,
    /// Every row a need of its own, or needs of which some members are enough
    #[arg(long, value_enum, default_value_t = Needs::All)]
    pub(in crate::app::cli) needs: Needs,
    /// Give one need in four a buffer of 4, 24 or 72 hours
    #[arg(long)]
    pub(in crate::app::cli) buffers: bool,
    /// Let every row carry losses with this probability only
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(in crate::app::cli) probability: Option<Probability>,
    /// Let every row pass compromise: at once, or after 0, 1, 4 or 12 hours
    #[arg(long, value_enum, default_value_t = Access::None)]
    pub(in crate::app::cli) access: Access,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::app::cli) enum Access {
    None,
    Instant,
    Timed,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::app::cli) enum Shape {
    ScaleFree,
    Random,
    Layered,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::app::cli) enum Needs {
    All,
    KOfN,
}

fn probability(text: &str) -> Result<Probability, String> {
    text.parse().ok().and_then(Probability::new).ok_or_else(|| "0..1".to_owned())
}
