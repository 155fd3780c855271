//! How unknowns are taken in a run without samples (docs/semantics.md, section 5).

use crate::units::{End, Probability};

/// Which way every unknown is taken. It is printed on every result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stance {
    /// What is most likely: probabilities of a half or more happen, distributions stand at their mode or middle.
    #[default]
    Central,
    /// What is bad and possible happens.
    Cautious,
    /// What is good and possible happens.
    Optimistic,
}

/// Which end of a distribution is the bad one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adverse {
    /// Less is worse: buffers, black start, shares.
    Low,
    /// More is worse: everything else.
    High,
}

impl Stance {
    /// The point of a distribution that the stance takes.
    pub fn end(self, adverse: Adverse) -> End {
        match (self, adverse) {
            (Self::Central, _) => End::Middle,
            (Self::Cautious, Adverse::Low) | (Self::Optimistic, Adverse::High) => End::Low,
            (Self::Cautious, Adverse::High) | (Self::Optimistic, Adverse::Low) => End::High,
        }
    }

    /// Whether something bad with probability `p` happens: a row carries a loss, a hazard strikes.
    pub fn strikes(self, p: Probability) -> bool {
        match self {
            Self::Central => p.value() >= 0.5,
            Self::Cautious => p.value() > 0.0,
            Self::Optimistic => p.value() >= 1.0,
        }
    }

    /// Whether something good with probability `p` happens: a generator starts.
    pub fn works(self, p: Probability) -> bool {
        match self {
            Self::Central => p.value() >= 0.5,
            Self::Cautious => p.value() >= 1.0,
            Self::Optimistic => p.value() > 0.0,
        }
    }
}
