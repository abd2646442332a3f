//! How often a link was visited, by what came of it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Encounters that failed and that held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Visits([u64; 2]);

impl Visits {
    /// Books so many encounters. Which of the two to count up is not asked but computed: nobody could foresee it.
    #[inline(always)]
    pub fn book(&mut self, held: bool, times: u64) {
        self.0[usize::from(held)] += times;
    }

    pub fn add(&mut self, other: &Self) {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum += more;
        }
    }

    pub fn failed(&self) -> u64 {
        self.0[0]
    }

    pub fn held(&self) -> u64 {
        self.0[1]
    }
}

/// As those that took place and, of these, those that held.
impl Serialize for Visits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.failed() + self.held(), self.held()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Visits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (met, held) = <(u64, u64)>::deserialize(deserializer)?;
        Ok(Self([met.saturating_sub(held), held]))
    }
}
