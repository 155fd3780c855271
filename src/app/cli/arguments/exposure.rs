//! The arguments of `keten exposure`.

use super::{Network, hours};
use crate::units::Time;
use clap::Args;

#[derive(Debug, Args)]
pub(in crate::app::cli) struct Exposure {
    #[command(flatten)]
    pub(in crate::app::cli) network: Network,
    /// An actor: an owner, a company, an operator or a node
    #[arg(long, value_name = "ID", conflicts_with_all = ["country", "cyber"])]
    pub(in crate::app::cli) actor: Option<String>,
    /// A country: all that it ultimately controls or hosts
    #[arg(long, value_name = "CODE", conflicts_with = "cyber")]
    pub(in crate::app::cli) country: Option<String>,
    /// Before and after an acquisition; without --actor it is the buyer who is looked at
    #[arg(long, value_name = "OWNER:OWNED:SHARE", conflicts_with = "cyber")]
    pub(in crate::app::cli) acquire: Option<String>,
    /// The ICT that each vital process needs, whose it is and where, shared ones first
    #[arg(long)]
    pub(in crate::app::cli) cyber: bool,
    /// With --cyber: which nodes count as ICT (a selector; default all that provide through a row of type cyber)
    #[arg(long, value_name = "SELECTOR", requires = "cyber", id = "ict")]
    pub(in crate::app::cli) of: Option<String>,
    /// How long after the withdrawal, the abuse or the loss to look, in hours
    #[arg(long, visible_alias = "horizon", value_parser = hours, default_value = "72", value_name = "HOURS")]
    pub(in crate::app::cli) within: Time,
}
