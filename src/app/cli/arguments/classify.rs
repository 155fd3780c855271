//! The arguments of `keten classify`.

use super::{Network, hours, level};
use crate::units::{Level, Time};
use clap::Args;

#[derive(Debug, Args)]
pub(in crate::app::cli) struct Classify {
    #[command(flatten)]
    pub(in crate::app::cli) network: Network,
    /// By whose limits: a scheme of the criteria (default: the one whose classes are A and B)
    #[arg(long, value_name = "NAME")]
    pub(in crate::app::cli) scheme: Option<String>,
    /// Which nodes (a selector; default all: vital ones are shown, others where they reach a class)
    #[arg(long, value_name = "SELECTOR", id = "classified")]
    pub(in crate::app::cli) of: Option<String>,
    /// How long after the loss to look, in hours
    #[arg(long, value_parser = hours, default_value = "72", value_name = "HOURS")]
    pub(in crate::app::cli) within: Time,
    /// An output at or below this is lost
    #[arg(long, value_parser = level, default_value = "0", value_name = "LEVEL")]
    pub(in crate::app::cli) threshold: Level,
    /// How many criteria must reach a class
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    pub(in crate::app::cli) at_least: u8,
    /// A criterion that does not count; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(in crate::app::cli) without: Vec<String>,
    /// Lose each process by itself, without its parts
    #[arg(long)]
    pub(in crate::app::cli) alone: bool,
    /// How many nodes that are not vital to show
    #[arg(long, default_value_t = 20)]
    pub(in crate::app::cli) top: usize,
}
