//! How large the words on the chain are: as large as usual, or larger where the drawing is shown smaller, so that nobody
//! has to read what is too small.

use super::size;

/// The least size at which a name is seen, and any other words [px at the usual type].
const LEAST_NAME: f64 = 12.0;
pub const LEAST: f64 = 11.0;

/// How wide the words under the ladder may be at the usual size.
const UNDER_LADDER: f64 = 84.0;

/// Sizes of type, in units of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lettering {
    /// Of a link's name.
    pub name: f64,
    /// Of a strength, and of how many drop out.
    pub value: f64,
    /// Of a handover's strength, and of the words under the ladder.
    pub small: f64,
}

impl Lettering {
    /// For a drawing that is shown at a scale [times its natural size].
    pub fn at(scale: f64) -> Self {
        Self {
            name: size::NAME.max(LEAST_NAME / scale),
            value: size::VALUE.max(LEAST / scale),
            small: size::SMALL.max(LEAST / scale),
        }
    }

    /// How much larger than usual a name is, and a strength, and what is small [times].
    pub fn names(&self) -> f64 {
        self.name / size::NAME
    }

    pub fn values(&self) -> f64 {
        self.value / size::VALUE
    }

    pub fn smalls(&self) -> f64 {
        self.small / size::SMALL
    }

    /// From baseline to baseline of a name.
    pub fn line(&self) -> f64 {
        size::LINE * self.names()
    }

    /// From a number of drop-outs to the word under it.
    pub fn drops_line(&self) -> f64 {
        size::DROPS_LINE * self.values()
    }

    /// From baseline to baseline of what is small.
    pub fn small_line(&self) -> f64 {
        size::SMALL_LINE * self.smalls()
    }

    /// How wide the words under the ladder may be.
    pub fn under_ladder(&self) -> f64 {
        UNDER_LADDER * self.smalls()
    }

    /// The size of a phase's name.
    pub fn phase(&self) -> f64 {
        size::PHASE * self.values()
    }
}
