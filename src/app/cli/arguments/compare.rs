//! The arguments of `keten compare`.

use super::{Network, hours};
use crate::units::Time;
use clap::Args;

#[derive(Debug, Args)]
pub(in crate::app::cli) struct Compare {
    #[command(flatten)]
    pub(in crate::app::cli) network: Network,
    /// The second network; without it two scenarios of the first are compared
    pub(in crate::app::cli) other: Option<String>,
    /// A scenario for both networks; or twice, for one network under each
    #[arg(long)]
    pub(in crate::app::cli) scenario: Vec<String>,
    /// affected, `processes_lost`, lost, `lost_h`, `sectors_hit`, `first_vital_loss_h` or compromised
    #[arg(long)]
    pub(in crate::app::cli) criterion: Option<String>,
    /// How long after the loss to look, in hours
    #[arg(long, value_parser = hours, default_value = "72", value_name = "HOURS")]
    pub(in crate::app::cli) within: Time,
}
