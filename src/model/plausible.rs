//! How far off a figure may be that nobody knows for certain.
//!
//! A strength says its own range. Another figure may say one with its evidence. Where it does not, its grounds say it: one
//! that is measured is not varied; an estimate may be off by half as much as an assumption, on the scale of how many times
//! as large or small it may be. How far an assumption may be off goes by what it is (docs/model.md, "How sure"); all of
//! these are assumptions themselves.

use super::{Evidence, Field, Grounds, Journey, PartId, Role, Stage, Strength};

impl Field {
    /// How many times as large, or as small, an assumption of this kind may be; `None` for a figure that is never varied.
    const fn off_by(self) -> Option<f64> {
        match self {
            Self::Gain | Self::Pain | Self::Memory | Self::Remorse => Some(2.0),
            Self::Frequency | Self::Sensing | Self::Patience => Some(1.5),
            Self::ChainFeel => Some(1.4),
            Self::Usefulness | Self::PriceFeel => Some(1.25),
            _ => None,
        }
    }

    /// True if plausible worlds vary it, on some part at least. (A strength says its range itself.)
    pub const fn may_be_varied(self) -> bool {
        self.off_by().is_some()
    }
}

/// True if plausible worlds vary this figure of this part: then its evidence may say between which values it lies. What a
/// link lacks cannot be varied.
pub fn is_varied(journey: &Journey, part: &PartId, figure: Field) -> bool {
    if !figure.may_be_varied() {
        return false;
    }
    match part {
        PartId::Touchpoint(id) => journey.touchpoint(id).is_some_and(|touchpoint| {
            let is_before = journey.stage(&touchpoint.phase) == Some(Stage::Before);
            match figure {
                Field::Gain | Field::Pain => true,
                Field::Sensing => is_before,
                Field::Frequency => !is_before && touchpoint.role != Role::Reckoning,
                _ => false,
            }
        }),
        PartId::Handover(_) => figure == Field::Pain,
        PartId::Persona(_) => figure.as_quality().is_some(),
        _ => false,
    }
}

/// Between which values a figure that is varied plausibly lies, within its bounds and in its own unit; `None` where it is
/// certain. A range of its own holds; where one end alone is said the other end is the figure as it stands.
pub fn plausible_range(
    figure: Field,
    likely: f64,
    (least, most): (f64, f64),
    evidence: Option<&Evidence>,
) -> Option<Strength> {
    let off_by = figure.off_by()?;
    let (low, high) = match evidence.and_then(|own| own.range(likely)) {
        Some(own) => own,
        None => {
            let off_by = match evidence.map(|evidence| evidence.grounds) {
                Some(Grounds::Measured) => 1.0,
                Some(Grounds::Published | Grounds::Estimated) => off_by.sqrt(),
                Some(Grounds::Assumption) | None => off_by,
            };
            let ends = (likely / off_by, likely * off_by);
            if likely < 0.0 { (ends.1, ends.0) } else { ends }
        }
    };
    let (low, high) = (low.max(least), high.min(most));
    (low < high).then_some(Strength { likely, low: Some(low), high: Some(high) })
}
