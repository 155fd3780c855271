//! The arguments of `keten sensitivity`.

use super::{Course, Network};
use crate::analysis::sensitivity::Figure;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::app::cli) struct Sensitivity {
    #[command(flatten)]
    pub(in crate::app::cli) network: Network,
    #[command(flatten)]
    pub(in crate::app::cli) course: Course,
    /// What is to be known: `lost_h`, affected, lost, `processes_lost` or `sectors_hit`; of a node `lost_h`, `first_loss_h` or `min_output`
    #[arg(long, value_parser = figure, default_value = "lost_h", value_name = "NAME")]
    pub(in crate::app::cli) figure: Figure,
    /// The node whose figure it is (default: all together)
    #[arg(long = "node", id = "figure_of", value_name = "ID")]
    pub(in crate::app::cli) figure_of: Option<String>,
    /// How many questions to show
    #[arg(long, default_value_t = 10, id = "questions", long = "top", value_name = "N")]
    pub(in crate::app::cli) questions: usize,
    /// Where empty cells of a column lie: LOW..HIGH, default (known for certain) or widest; may be repeated
    #[arg(long, value_name = "COLUMN=LOW..HIGH")]
    pub(in crate::app::cli) range: Vec<String>,
    /// A conclusion of which is sought what would overturn it: 'NODE falls', 'NODE is lost', 'NODE cannot fall' or 'NODE in top N'
    #[arg(long, value_name = "CONCLUSION")]
    pub(in crate::app::cli) conclusion: Option<String>,
    /// Write the questions as a form to fill in, as csv
    #[arg(long, value_name = "FILE")]
    pub(in crate::app::cli) questionnaire: Option<PathBuf>,
}

fn figure(text: &str) -> Result<Figure, String> {
    let known = || Figure::ALL.map(|(name, _)| name).join(", ");
    Figure::ALL.iter().find(|(name, _)| *name == text).map(|(_, figure)| *figure).ok_or_else(known)
}
