//! Which ends a handover may have, and what those out of one touchpoint share out together.

use super::findings::Findings;
use super::map::Map;
use crate::model::location::Repeats;
use crate::model::{Code, Field, PartId, Role, Stage};

/// How far over 1 shares may sum from rounding alone.
const ROUNDING: f64 = 1e-9;

pub(super) fn check(map: &Map, findings: &mut Findings) {
    let mut repeats = Repeats::default();
    for (n, handover) in map.journey.handovers.iter().enumerate() {
        let at = repeats.next(PartId::Handover(handover.id.clone()));
        let Some((from, to)) = map.ends.get(n).copied().flatten() else { continue };
        let role_of = |t: usize| map.journey.touchpoints.get(t).map(|t| t.role);
        let buys = role_of(from) == Some(Role::Purchase);
        let names = || (handover.from.to_string(), handover.to.to_string());
        let what = match (map.side(from), map.side(to)) {
            (Some(Stage::Before), Some(Stage::After)) if !buys => {
                let (from, to) = names();
                Some(Code::HandoverAcross { from, to })
            }
            (Some(Stage::After), Some(Stage::Before)) => {
                let (from, to) = names();
                Some(Code::HandoverBack { from, to })
            }
            (Some(Stage::Before), Some(Stage::Before)) if buys => {
                let (from, to) = names();
                Some(Code::HandoverAfterBuying { from, to })
            }
            _ => None,
        };
        if let Some(what) = what {
            findings.add(at.clone(), what);
        }
        if role_of(to) == Some(Role::Reckoning) {
            let what = Code::HandoverIntoReckoning { to: handover.to.to_string() };
            findings.add(at.on(Field::To), what);
        }
        let after_buying = buys || map.side(from) == Some(Stage::After);
        if after_buying && handover.days != 0.0 && handover.days.is_finite() {
            findings.add(at.on(Field::Days), Code::OnlyBefore { quantity: Field::Days });
        }
    }
    let places = map.touchpoint_places();
    for (touchpoint, sum) in overshared(map) {
        if let Some(at) = places.get(touchpoint) {
            findings.add(at.clone(), Code::SharesTooLarge { sum });
        }
    }
}

/// The touchpoints, by index, whose handovers share out more than everybody, with that sum.
pub(super) fn overshared(map: &Map) -> Vec<(usize, f64)> {
    let mut sums = vec![0.0; map.journey.touchpoints.len()];
    for handover in &map.journey.handovers {
        if let Some(sum) = map.touchpoint(&handover.from).and_then(|from| sums.get_mut(from)) {
            *sum += handover.share;
        }
    }
    let over = |sum: f64| sum.is_finite() && sum > 1.0 + ROUNDING;
    sums.into_iter().enumerate().filter(|&(_, sum)| over(sum)).collect()
}
