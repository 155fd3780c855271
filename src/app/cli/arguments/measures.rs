//! The arguments of `keten measures`.

use super::{Course, Network, positive};
use clap::Args;

#[derive(Debug, Args)]
pub(in crate::app::cli) struct Measures {
    #[command(flatten)]
    pub(in crate::app::cli) network: Network,
    /// Against what; without events, against the lasting loss of each node
    #[command(flatten)]
    pub(in crate::app::cli) course: Course,
    /// Without events: which nodes may be lost (a selector; default all)
    #[arg(long, value_name = "SELECTOR")]
    pub(in crate::app::cli) of: Option<String>,
    /// What is to be made smaller: a criterion of the network's impacts, `lost_h`, lost, affected, `processes_lost` or `sectors_hit`
    #[arg(long, value_name = "NAME", id = "smaller")]
    pub(in crate::app::cli) criterion: Option<String>,
    /// What may be spent, in euros: finds the best set of measures
    #[arg(long, value_name = "EUROS", value_parser = positive)]
    pub(in crate::app::cli) budget: Option<f64>,
    /// Over how many years yearly costs are added up
    #[arg(long, value_name = "YEARS", value_parser = positive, default_value = "10")]
    pub(in crate::app::cli) years: f64,
}
