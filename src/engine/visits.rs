//! How often a link was visited, by what came of it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

const FAILED: usize = 1;
const HELD: usize = 2;

/// Encounters that did not take place, that failed and that held: one of the three to count up, without asking which.
/// Those that did not take place are counted for that alone; they don't travel, and make no difference.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Visits([u64; 3]);

impl Visits {
    /// Books an encounter that may not have taken place.
    #[inline(always)]
    pub fn book(&mut self, happened: bool, held: bool) {
        self.0[usize::from(happened) + usize::from(held)] += 1;
    }

    pub fn add(&mut self, other: &Self) {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum += more;
        }
    }

    pub fn failed(&self) -> u64 {
        self.0[FAILED]
    }

    pub fn held(&self) -> u64 {
        self.0[HELD]
    }
}

impl PartialEq for Visits {
    fn eq(&self, other: &Self) -> bool {
        self.0[FAILED..] == other.0[FAILED..]
    }
}

impl Eq for Visits {}

/// As those that took place and, of these, those that held.
impl Serialize for Visits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.failed() + self.held(), self.held()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Visits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (met, held) = <(u64, u64)>::deserialize(deserializer)?;
        Ok(Self([0, met.saturating_sub(held), held]))
    }
}
