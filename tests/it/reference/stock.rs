//! The stock behind a need, counted in whole ppm-milliseconds.

use super::Need;
use super::level::ONE;

/// A stock since the last time its course changed.
#[derive(Clone, Debug)]
pub struct Stock {
    level: i128,
    from: i64,
    course: Course,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    Still,
    Draining { per_ms: i64 },
    Refilling,
}

/// What a full stock holds.
fn full(need: &Need) -> i128 {
    if need.buffer_works { i128::from(need.buffer) * i128::from(ONE) } else { 0 }
}

impl Stock {
    /// The stock before anything has happened.
    pub fn initial(need: &Need) -> Self {
        Self { level: full(need), from: 0, course: Course::Still }
    }

    /// What is left at `t`.
    pub fn at(&self, need: &Need, t: i64) -> i128 {
        let passed = i128::from(t - self.from);
        match self.course {
            Course::Still => self.level,
            Course::Draining { per_ms } => (self.level - i128::from(per_ms) * passed).max(0),
            // Counted from the start of the refilling, so that looking in between rounds nothing.
            Course::Refilling => {
                let gained = full(need) * passed / i128::from(need.refill);
                (self.level + gained).min(full(need))
            }
        }
    }

    /// Takes the course that the end of an instant sets.
    pub fn follow(&mut self, need: &Need, t: i64, supply: i64, drained: bool) {
        let level = self.at(need, t);
        let (level, course) = if drained {
            (0, Course::Still)
        } else if supply < ONE {
            let per_ms = ONE - supply;
            (level, Course::Draining { per_ms })
        } else if need.refill == 0 {
            (full(need), Course::Still)
        } else {
            (level, Course::Refilling)
        };
        if course != self.course || course == Course::Still {
            *self = Self { level, from: t, course };
        }
    }

    /// The moment at which it runs out if nothing else happens.
    pub fn runs_out(&self) -> Option<i64> {
        match self.course {
            Course::Draining { per_ms } if self.level > 0 => {
                let per_ms = i128::from(per_ms);
                let lasts = (self.level + per_ms - 1) / per_ms;
                i64::try_from(i128::from(self.from) + lasts).ok()
            }
            _ => None,
        }
    }
}
