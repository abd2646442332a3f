//! How readily people leave on the spot after trouble with the service, beside trouble with anything else.

use super::Rate;
use crate::analysis::{Trail, TrailStep, Z95};
use crate::model::{Journey, Nature};

/// Of the failures that customers met, how many made them leave on the spot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Switching {
    /// With service, and on the way from one touchpoint to the next.
    pub service: Rate,
    /// With everything else: product, price, what is said and sold.
    pub other: Rate,
    /// So many times as readily with service, with its interval. `None` where nobody left over anything else.
    pub times: Option<(f64, f64, f64)>,
}

/// Counts it in lives; `None` where one of the two never failed.
pub fn switching(journey: &Journey, trails: &[&Trail]) -> Option<Switching> {
    let is_service: Vec<bool> = journey
        .touchpoints
        .iter()
        .map(|touchpoint| touchpoint.nature == Nature::Service)
        .chain(journey.handovers.iter().map(|_| true))
        .collect();
    // Failures, and of these those that somebody left over at once; other, then service.
    let mut counts = [(0_u64, 0_u64); 2];
    for trail in trails {
        let customers = trail.steps.iter().skip_while(|step| !matches!(step, TrailStep::Bought));
        let mut before = None;
        for step in customers {
            match (*step, before) {
                (TrailStep::Failed { link }, _) => {
                    let service = is_service.get(usize::from(link)).copied().unwrap_or(false);
                    counts[usize::from(service)].0 += 1;
                }
                // Whoever is phased out leaves at a value check; who leaves on the spot does so right after the failure.
                (TrailStep::Left { link: Some(left) }, Some(TrailStep::Failed { link })) if left == link => {
                    let service = is_service.get(usize::from(link)).copied().unwrap_or(false);
                    counts[usize::from(service)].1 += 1;
                }
                _ => {}
            }
            before = Some(*step);
        }
    }
    let [(others, left), (services, switched)] = counts;
    let (service, other) = (Rate::of(switched, services)?, Rate::of(left, others)?);
    let times = (left > 0 && switched > 0).then(|| {
        let ratio = service.share / other.share;
        // Of the logarithm of a ratio of two shares (Katz and others, 1978).
        let variance = 1.0 / switched as f64 - 1.0 / services as f64 + 1.0 / left as f64 - 1.0 / others as f64;
        let far = libm::exp(Z95 * variance.max(0.0).sqrt());
        (ratio, ratio / far, ratio * far)
    });
    Some(Switching { service, other, times })
}
