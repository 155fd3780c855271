//! A question in its context: what every document may need to tell.

use super::json::Run;
use crate::analysis::Model;
use crate::network::Event;

/// A question in its context.
#[derive(Debug)]
pub struct Question<'a> {
    /// The network under its stance.
    pub model: &'a Model,
    /// What was asked of which files.
    pub run: &'a Run,
    /// The events, in the order in which causes count them.
    pub events: &'a [Event],
    /// The title of the scenario; `None` where there is none.
    pub title: Option<String>,
}

impl Question<'_> {
    /// One digest for all inputs, short enough to compare by eye.
    pub(super) fn fingerprint(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for input in &self.run.inputs {
            hasher.update(format!("{}  {}\n", input.blake3, input.name).as_bytes());
        }
        hasher.finalize().to_hex()[..16].to_owned()
    }
}
