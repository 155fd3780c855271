//! The arguments of `keten critical-sets`.

use super::{Network, hours, level};
use crate::units::{Level, Time};
use clap::Args;

#[derive(Debug, Args)]
pub(in crate::app::cli) struct CriticalSets {
    #[command(flatten)]
    pub(in crate::app::cli) network: Network,
    /// How many are lost, or happen, together
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(2..=8))]
    pub(in crate::app::cli) size: u8,
    /// Combine the events of this scenario in place of lost nodes
    #[arg(long, conflicts_with_all = ["by", "of"])]
    pub(in crate::app::cli) scenario: Option<String>,
    /// node, owner, or a column whose values are lost together: operator, sector, region, ...
    #[arg(long, default_value = "node")]
    pub(in crate::app::cli) by: String,
    /// How many losses until half of the processes are lost: the worst first, and in random orders
    #[arg(long, conflicts_with_all = ["scenario", "size", "criterion"])]
    pub(in crate::app::cli) curve: bool,
    /// With --curve: how many random orders
    #[arg(long, default_value_t = 100, requires = "curve", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(in crate::app::cli) orders: u32,
    /// Which nodes may be lost at the start (a selector; default all)
    #[arg(long, value_name = "SELECTOR")]
    pub(in crate::app::cli) of: Option<String>,
    /// affected, `processes_lost`, lost, `lost_h`, `sectors_hit`, `first_vital_loss_h`, or a criterion of the network's impacts
    #[arg(long, value_name = "NAME")]
    pub(in crate::app::cli) criterion: Option<String>,
    /// How long to look, in hours (default: 72, or the scenario's horizon)
    #[arg(long, visible_alias = "horizon", value_parser = hours, value_name = "HOURS")]
    pub(in crate::app::cli) within: Option<Time>,
    /// How many rows to show
    #[arg(long, default_value_t = 20)]
    pub(in crate::app::cli) top: usize,
    /// An output at or below this is lost
    #[arg(long, value_parser = level, default_value = "0", value_name = "LEVEL")]
    pub(in crate::app::cli) threshold: Level,
}
