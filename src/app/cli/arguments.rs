//! The arguments as typed, before they mean anything.

mod classify;
mod compare;
mod critical_sets;
mod engine;
mod exposure;
mod generate;
mod measures;
mod sensitivity;
mod value;

use crate::network::Stance;
use crate::report::language::{Lang, help};
use crate::units::{Level, Time};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;
use value::{bytes, hours, language, level, positive, stance};

pub(super) use classify::Classify;
pub(super) use compare::Compare;
pub(super) use critical_sets::CriticalSets;
pub(super) use engine::{Way, Ways};
pub(super) use exposure::Exposure;
pub(super) use generate::{Access, Generate, Needs, Shape};
pub(super) use measures::Measures;
pub(super) use sensitivity::Sensitivity;

/// What falls when this fails, when, why, and what is critical.
#[derive(Debug, Parser)]
#[command(name = "keten", version, max_term_width = 120, subcommand_required = true, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) common: Common,
}

/// Options that every command knows.
#[derive(Debug, Clone, Args)]
pub(super) struct Common {
    /// Format on standard output
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
    /// Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) out: Vec<PathBuf>,
    /// Language of texts: en or nl (default: from `KETEN_LANG`, else en)
    #[arg(long, global = true, value_parser = language)]
    pub(super) lang: Option<Lang>,
    /// How unknowns are taken
    #[arg(long, global = true, value_parser = stance, default_value = "central", value_name = "cautious|central|optimistic")]
    pub(super) stance: Stance,
    /// Seed of all draws
    #[arg(long, global = true, default_value_t = 1)]
    pub(super) seed: u64,
    /// Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)
    #[arg(long, global = true, value_name = "N")]
    pub(super) samples: Option<u64>,
    /// Draw samples until the standard error of the main figure is no larger than this
    #[arg(long, global = true, value_name = "X", value_parser = positive)]
    pub(super) until_se: Option<f64>,
    /// The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)
    #[arg(long, global = true, value_name = "BYTES", value_parser = bytes)]
    pub(super) max_memory: Option<u64>,
    /// A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) answers: Vec<String>,
    /// Threads to use (default: all); never changes a result
    #[arg(long, global = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
    /// Say nothing but errors on standard error
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    /// No colours
    #[arg(long, global = true)]
    pub(super) no_color: bool,
}

/// A format on standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Csv,
    Json,
    Md,
    Html,
    Xlsx,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Look a network over: faults, warnings, what it can and cannot answer
    Check(Check),
    /// What falls, when and why, in a scenario
    Simulate(Simulate),
    /// Why a node fails in a scenario, and what would have prevented it
    Why(Why),
    /// Whose lasting loss brings down most
    Rank(Rank),
    /// Where compromise must pass on its way, and which guard holds off most
    Chokepoints(Chokepoints),
    /// Which nodes would count as vital, by which criterion, and how firmly
    Classify(Classify),
    /// What each measure helps and costs, and the best that a budget buys
    Measures(Measures),
    /// Which uncertain cells decide a figure of a scenario, and whom to ask
    Sensitivity(Sensitivity),
    /// Hold the network against what is known of past incidents
    Verify(Verify),
    /// A whole report as a page (--out X.html), on a scenario or on the network; in other formats who must be called
    Report(Report),
    /// What an actor or a country has in its hands, and what follows if it withdraws or abuses that
    Exposure(Exposure),
    /// What together brings down most, and how much worse that is than each alone
    CriticalSets(CriticalSets),
    /// What differs between two networks or scenarios, what follows from it, and which rows are behind it
    Compare(Compare),
    /// Explain a diagnostic code such as K012
    Explain(Explain),
    /// Every column that tables may have, in English and Dutch
    Columns,
    /// Make a folder with a commented case to fill in
    Init(Init),
    /// Turn a network, or a bill of materials, into a folder of tables or a file for another program
    Convert(Convert),
    /// Make a synthetic network
    Generate(Generate),
    /// Completions for a shell
    Completions(Completions),
}

#[derive(Debug, Args)]
pub(super) struct Network {
    /// A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input
    pub(super) network: String,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) network: Network,
    /// Also how it is built: loops, depth, single points of failure, redundancy that hangs on one node
    #[arg(long)]
    pub(super) structure: bool,
}

/// What happens.
#[derive(Debug, Default, Args)]
pub(super) struct Course {
    /// A scenario file, or the name of one in the network's scenarios folder
    #[arg(long)]
    pub(super) scenario: Option<String>,
    /// Nodes that fail, when and for how long; may be repeated
    #[arg(long, value_name = "SELECTOR[@at_h][+duration_h]")]
    pub(super) fail: Vec<String>,
    /// Nodes that are compromised, and when; may be repeated
    #[arg(long, value_name = "SELECTOR[@at_h]")]
    pub(super) compromise: Vec<String>,
    /// When nodes that are compromised by then are taken out; may be repeated
    #[arg(long, value_name = "SELECTOR@at_h[+duration_h]")]
    pub(super) trigger: Vec<String>,
    /// How far to look ahead, in hours (default: the scenario's, else 72)
    #[arg(long, value_parser = hours, value_name = "HOURS")]
    pub(super) horizon: Option<Time>,
}

impl Course {
    /// Whether nothing is said to happen.
    pub(super) fn is_empty(&self) -> bool {
        self.scenario.is_none() && self.fail.is_empty() && self.compromise.is_empty() && self.trigger.is_empty()
    }
}

#[derive(Debug, Args)]
pub(super) struct Simulate {
    #[command(flatten)]
    pub(super) network: Network,
    #[command(flatten)]
    pub(super) course: Course,
    /// What must, may and cannot fall, wherever the values lie within their ranges
    #[arg(long, conflicts_with_all = ["samples", "until_se"])]
    pub(super) bounds: bool,
    /// With --bounds, where empty cells of a column lie: LOW..HIGH, default or widest; may be repeated
    #[arg(long, value_name = "COLUMN=LOW..HIGH", requires = "bounds")]
    pub(super) range: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Why {
    #[command(flatten)]
    pub(super) network: Network,
    /// The nodes to explain (selectors)
    #[arg(required_unless_present = "node")]
    pub(super) nodes: Vec<String>,
    /// The same as an option; may be repeated
    #[arg(long)]
    pub(super) node: Vec<String>,
    #[command(flatten)]
    pub(super) course: Course,
}

#[derive(Debug, Args)]
pub(super) struct Rank {
    #[command(flatten)]
    pub(super) network: Network,
    /// node, owner, or a column whose values are lost together: operator, sector, region, ...
    #[arg(long, default_value = "node")]
    pub(super) by: String,
    /// Which nodes may be lost at the start (a selector; default all)
    #[arg(long, value_name = "SELECTOR")]
    pub(super) of: Option<String>,
    /// affected, `processes_lost`, lost, `lost_h`, `sectors_hit`, `first_vital_loss_h`, compromised, or a criterion of the network's impacts
    #[arg(long, value_name = "NAME")]
    pub(super) criterion: Option<String>,
    /// How long after the loss to look, in hours
    #[arg(long, value_parser = hours, default_value = "72", value_name = "HOURS")]
    pub(super) within: Time,
    /// How many rows to show
    #[arg(long, default_value_t = 20)]
    pub(super) top: usize,
    /// An output at or below this is lost
    #[arg(long, value_parser = level, default_value = "0", value_name = "LEVEL")]
    pub(super) threshold: Level,
    #[command(flatten)]
    pub(super) ways: Ways,
}

#[derive(Debug, Args)]
pub(super) struct Chokepoints {
    #[command(flatten)]
    pub(super) network: Network,
    /// Where compromise may begin (a selector)
    #[arg(long, value_name = "SELECTOR")]
    pub(super) from: String,
    /// What must not be reached (a selector; default: everything vital)
    #[arg(long, value_name = "SELECTOR")]
    pub(super) to: Option<String>,
    /// How many rows to show
    #[arg(long, default_value_t = 20)]
    pub(super) top: usize,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    #[command(flatten)]
    pub(super) network: Network,
    /// A scenario to check; may be repeated (default: all of the network's)
    #[arg(long)]
    pub(super) scenario: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Report {
    #[command(flatten)]
    pub(super) network: Network,
    #[command(flatten)]
    pub(super) course: Course,
    /// A column to divide by: ministry, supervisor, region, operator, ...
    #[arg(long, default_value = "ministry", id = "party", value_name = "COLUMN")]
    pub(super) by: String,
    /// Another version of the network: the page also tells what changed since
    #[arg(long, value_name = "NETWORK")]
    pub(super) beside: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code; without one, all codes are listed
    pub(super) code: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder to make; one that exists is left alone
    pub(super) folder: PathBuf,
    /// What to begin with
    #[arg(long, value_enum, default_value_t = Template::Empty)]
    pub(super) template: Template,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Template {
    Empty,
    Telecom,
    Electricity,
    Municipality,
}

#[derive(Debug, Args)]
pub(super) struct Convert {
    /// A network, or a bill of materials (*.lock, *.json); --out names the folder, or the file, to make
    #[arg(id = "convertible", value_name = "NETWORK")]
    pub(super) input: String,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

/// Reads the arguments of the process; help is in the language they ask for.
pub(super) fn parse() -> Result<Arguments, Unread> {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let lang = asked_language(&typed);
    let command = match lang {
        Lang::English => command(),
        Lang::Dutch => in_dutch(command()),
    };
    let matches = command.try_get_matches_from(typed).and_then(|matches| Arguments::from_arg_matches(&matches));
    matches.map_err(|error| Unread { error, lang })
}

/// Why the arguments were not read: a fault in them, or a question for help.
pub(super) struct Unread {
    pub(super) error: clap::Error,
    /// The language that they ask for.
    pub(super) lang: Lang,
}

/// The command as clap knows it.
pub(super) fn command() -> clap::Command {
    with_negatives(Arguments::command())
}

/// The same command with numbers below 0 read as values of options, so that they are refused for what they are.
fn with_negatives(command: clap::Command) -> clap::Command {
    let of_option = |argument: clap::Arg| {
        let is_option = !argument.is_positional() && argument.get_action().takes_values();
        if is_option { argument.allow_negative_numbers(true) } else { argument }
    };
    command.mut_args(of_option).mut_subcommands(with_negatives)
}

/// The language that the arguments ask for, found before they are read: help is text too.
fn asked_language(typed: &[OsString]) -> Lang {
    let texts: Vec<&str> = typed.iter().filter_map(|argument| argument.to_str()).collect();
    let behind = texts.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1]).next_back();
    let within = texts.iter().filter_map(|text| text.strip_prefix("--lang=")).next_back();
    let asked = behind.or(within).map(str::to_owned).or_else(|| super::job::variable("KETEN_LANG"));
    asked.and_then(|code| Lang::parse(&code)).unwrap_or_default()
}

/// The same command with its help in Dutch.
fn in_dutch(command: clap::Command) -> clap::Command {
    let about = help::command(command.get_name());
    let command = match about {
        Some(about) => command.about(about),
        None => command,
    };
    let name = command.get_name().to_owned();
    let command = command.mut_args(|argument| match help::argument(&name, argument.get_id().as_str()) {
        Some(text) => argument.help(text),
        None => argument,
    });
    command.mut_subcommands(in_dutch)
}

#[cfg(test)]
mod tests {
    use super::{command, help};

    #[test]
    fn every_command_and_argument_has_its_help_in_dutch() {
        for command in std::iter::once(&command()).chain(command().get_subcommands()) {
            assert!(help::command(command.get_name()).is_some(), "{}", command.get_name());
            for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
                assert!(
                    help::argument(command.get_name(), argument.get_id().as_str()).is_some(),
                    "{} {}",
                    command.get_name(),
                    argument.get_id()
                );
            }
        }
    }
}
