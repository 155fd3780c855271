//! What every command needs to know, taken from arguments and environment once.

use super::Failure;
use super::arguments::{Common, Format};
use crate::analysis::uncertainty::Plan;
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::network::Stance;
use crate::outcome::Control;
use crate::report::language::Lang;
use std::io::IsTerminal;
use std::path::PathBuf;

/// With `--until-se` and no `--samples` so many are drawn at most.
const MOST_SAMPLES: u64 = 1_000_000;
/// What a sample takes at least, in bytes: its sums.
const BYTES_PER_SAMPLE: u64 = 40;

/// The settings of a run.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) format: Format,
    pub(super) out: Vec<PathBuf>,
    pub(super) lang: Lang,
    pub(super) stance: Stance,
    pub(super) seed: u64,
    samples: Option<u64>,
    until_se: Option<f64>,
    max_memory: Option<u64>,
    /// Filled-in questionnaires.
    pub(super) answers: Vec<String>,
    threads: Option<u16>,
    pub(super) quiet: bool,
    pub(super) colour: bool,
    pub(super) control: Control,
}

impl Context {
    pub(super) fn of(common: &Common) -> Self {
        if let Some(threads) = common.threads {
            // It fails only when a pool exists already, and none does before this.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build_global();
        }
        Self {
            format: common.format,
            out: common.out.clone(),
            lang: common.lang.or_else(|| Lang::parse(&variable("KETEN_LANG")?)).unwrap_or_default(),
            stance: common.stance,
            seed: common.seed,
            samples: common.samples,
            until_se: common.until_se,
            max_memory: common.max_memory,
            answers: common.answers.clone(),
            threads: common.threads,
            quiet: common.quiet,
            colour: !common.no_color && variable("NO_COLOR").is_none_or(|value| value.is_empty()) && std::io::stderr().is_terminal(),
            control: Control::default(),
        }
    }

    /// Whether the arguments ask for samples.
    pub(super) const fn wants_samples(&self) -> bool {
        self.samples.is_some() || self.until_se.is_some()
    }

    /// The samples that the arguments ask for; `None` where they ask for none.
    pub(super) fn plan(&self) -> Result<Option<Plan>, Failure> {
        if !self.wants_samples() {
            return Ok(None);
        }
        let mut plan = Plan::new(self.seed, self.samples.unwrap_or(MOST_SAMPLES));
        plan.until_se = self.until_se;
        plan.max_bytes = self.max_memory.unwrap_or(plan.max_bytes);
        let most = plan.max_bytes / BYTES_PER_SAMPLE;
        if plan.samples == 0 || plan.samples > most {
            let (text, allowed) = (plan.samples.to_string(), format!("1..{most}"));
            let finding = Finding::SampleCount { text: text.clone(), allowed };
            return Err(Failure::Faulty(vec![Diagnostic::new(finding, Place::text("--samples", &text))]));
        }
        Ok(Some(plan))
    }

    /// How many threads there are to work with.
    pub(super) fn threads(&self) -> u64 {
        self.threads.map_or_else(|| std::thread::available_parallelism().map_or(1, |threads| threads.get() as u64), u64::from)
    }

    /// Refuses what is estimated to take more memory than the arguments allow.
    pub(super) fn allow(&self, needs: u64) -> Result<(), Failure> {
        match self.max_memory {
            Some(allowed) if needs > allowed => Err(Failure::Faulty(vec![Diagnostic::general(Finding::MemoryNeeded { needs, allowed })])),
            _ => Ok(()),
        }
    }

    /// From now on Ctrl-C asks the work to stop at the next item; a second one ends the process. While tables are still being read there
    /// is no part of an answer to keep, so that is left to the system: it ends the process at once.
    pub(super) fn stop_on_interrupt(&self) {
        let cancel = self.control.cancel.clone();
        let handler = move || {
            if cancel.is_stopped() {
                std::process::exit(130);
            }
            cancel.stop();
        };
        // Without a handler Ctrl-C ends the process, which is what it did before.
        let _ = ctrlc::set_handler(handler);
    }
}

/// A variable of the environment.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
