//! Journeys in which one kind of figure is another everywhere, as far as nobody has measured it: how often links fail before the
//! purchase, how long they take, and how many complain. How the links compare to each other stays as it is.

use crate::model::fields::PartKind;
use crate::model::{Evidence, Field, Grounds, Handover, Journey, LinkId, Role, Stage, Strength, Text, Touchpoint};
use std::collections::BTreeMap;

type EvidenceByField = BTreeMap<Field, Evidence>;

/// What of a journey is scaled.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Scaled {
    /// The odds of a failure before the purchase.
    Failures,
    /// Days before the purchase.
    Days,
    /// Complaint rates after the purchase.
    Complaints,
}

impl Scaled {
    fn field(self) -> Field {
        match self {
            Self::Failures => Field::Strength,
            Self::Days => Field::Days,
            Self::Complaints => Field::ComplaintRate,
        }
    }

    /// How many figures there are that can be scaled, and how many of those were measured.
    pub fn figures(self, journey: &Journey) -> (usize, usize) {
        let (mut all, mut measured) = (0, 0);
        let mut count = |value: f64, evidence: &EvidenceByField| {
            // Nothing stays nothing, however often it is taken.
            if value > 0.0 {
                all += 1;
                measured += usize::from(is_measured(evidence, self.field()));
            }
        };
        for touchpoint in journey.touchpoints.iter().filter(|t| self.is_at(journey, t)) {
            count(self.of_touchpoint(touchpoint), &touchpoint.evidence);
        }
        for handover in journey.handovers.iter().filter(|h| self.is_from(journey, &h.from)) {
            count(self.of_handover(handover), &handover.evidence);
        }
        (all, measured)
    }

    /// The journey with all of them so many times as large that were not measured, marked with their source.
    pub fn by(self, journey: &Journey, times: f64, source: &Text) -> Journey {
        let mut scaled = journey.clone();
        let mark = |evidence: &mut EvidenceByField, most: f64| {
            let before = evidence.get(&self.field());
            // A strength has its range beside it.
            let scaled = |end: Option<f64>| end.filter(|_| self != Self::Failures).map(|end| (end * times).min(most));
            let [low, high] = [before.and_then(|e| e.low), before.and_then(|e| e.high)].map(scaled);
            let new = Evidence { low, high, ..Evidence::new(Grounds::Estimated, source.clone()) };
            evidence.insert(self.field(), new);
        };
        for touchpoint in &mut scaled.touchpoints {
            if self.is_at(journey, touchpoint)
                && self.of_touchpoint(touchpoint) > 0.0
                && !is_measured(&touchpoint.evidence, self.field())
            {
                let most = self.field().on(PartKind::Touchpoint).map_or(1.0, |row| row.most);
                match self {
                    Self::Failures => touchpoint.strength = failing(touchpoint.strength, times),
                    Self::Days => touchpoint.days = written(touchpoint.days * times).min(most),
                    Self::Complaints => {
                        touchpoint.complaint_rate = written(touchpoint.complaint_rate * times).min(most)
                    }
                }
                mark(&mut touchpoint.evidence, most);
            }
        }
        for handover in &mut scaled.handovers {
            if self.is_from(journey, &handover.from)
                && self.of_handover(handover) > 0.0
                && !is_measured(&handover.evidence, self.field())
            {
                let most = self.field().on(PartKind::Handover).map_or(1.0, |row| row.most);
                match self {
                    Self::Failures => handover.strength = failing(handover.strength, times),
                    Self::Days => handover.days = written(handover.days * times).min(most),
                    Self::Complaints => handover.complaint_rate = written(handover.complaint_rate * times).min(most),
                }
                mark(&mut handover.evidence, most);
            }
        }
        scaled
    }

    fn is_at(self, journey: &Journey, touchpoint: &Touchpoint) -> bool {
        (journey.stage(&touchpoint.phase) == Some(Stage::Before)) != (self == Self::Complaints)
    }

    /// Handovers out of the purchase lead on after it.
    fn is_from(self, journey: &Journey, from: &LinkId) -> bool {
        let from = journey.touchpoint(from);
        from.is_some_and(|from| {
            let is_before = journey.stage(&from.phase) == Some(Stage::Before) && from.role != Role::Purchase;
            is_before != (self == Self::Complaints)
        })
    }

    fn of_touchpoint(self, touchpoint: &Touchpoint) -> f64 {
        match self {
            Self::Failures => 1.0 - touchpoint.strength.likely,
            Self::Days => touchpoint.days,
            Self::Complaints => touchpoint.complaint_rate,
        }
    }

    fn of_handover(self, handover: &Handover) -> f64 {
        match self {
            Self::Failures => 1.0 - handover.strength.likely,
            Self::Days => handover.days,
            Self::Complaints => handover.complaint_rate,
        }
    }
}

/// Whether somebody has measured a figure.
pub(super) fn is_measured(evidence: &EvidenceByField, field: Field) -> bool {
    evidence.get(&field).is_some_and(|evidence| evidence.grounds == Grounds::Measured)
}

/// A strength of which the odds of failing are so many times as high.
fn failing(strength: Strength, times: f64) -> Strength {
    // Four digits of how often it fails: of one that hardly ever does, too.
    let other = |holds: f64| 1.0 - written((1.0 - holds) * times / (holds + (1.0 - holds) * times));
    let likely = other(strength.likely);
    Strength {
        likely,
        low: strength.low.map(|low| other(low).min(likely)),
        high: strength.high.map(|high| other(high).max(likely)),
    }
}

/// A value with four digits, as a person would write it.
pub(super) fn written(value: f64) -> f64 {
    if value <= 0.0 {
        return value;
    }
    let scale = libm::pow(10.0, 3.0 - libm::floor(libm::log10(value)));
    (value * scale).round() / scale
}
