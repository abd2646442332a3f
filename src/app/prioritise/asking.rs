//! Which questions are asked in which place, the quickest first.

use super::super::{Place, Session};
use crate::analysis::answers::{About, Inquiry, Terms};

/// Customers of the first ranking, which comes at once, and of those that follow [customers].
const FIRST: u64 = 4_096;
pub(super) const FIRM: u64 = 32_768;
/// Customers of each world in the longer questions [customers].
const LONGER: u64 = 16_384;
/// Customers of the chain logic, which tells of single personas, and of the last ranking, so that both say the same
/// [customers].
const FIRMEST: u64 = 98_304;
/// Customers of each plausible world [customers].
const PLAUSIBLE: u64 = 4_096;
/// Plausible worlds: so many can be counted on the screen [worlds].
const WORLDS: u32 = 50;
/// One unit of effort [effort].
const UNIT: f64 = 1.0;
/// Effort on the link that is mended first, in the chain logic [effort].
const MENDED_BY: f64 = 2.0;
/// Strains of the strain test, beside a calm day.
const STRAINS: [f64; 6] = [0.5, 1.0, 1.5, 2.0, 2.5, 3.0];

/// The questions about the state as it stands that are asked in a place.
pub(super) fn questions(session: &Session, place: Place) -> Vec<Inquiry> {
    let agenda = &session.agenda;
    let with = |about: About, customers: u64| Inquiry {
        terms: Terms {
            journey: (*session.work.journey).clone(),
            base: session.work.active_scenario(),
            goal: agenda.goal,
            effort: UNIT,
            seed: session.work.seed,
            customers,
        },
        about,
    };
    let mut all = vec![with(About::Ranking, FIRST), with(About::Ranking, FIRM)];
    if place == Place::Prioritise {
        all.extend([
            with(About::Ranking, FIRMEST),
            with(About::Sure { worlds: WORLDS }, PLAUSIBLE),
            with(About::Budget { units: agenda.units, unit_cost: None }, LONGER),
            with(About::Strain { strains: STRAINS.to_vec() }, LONGER),
            with(About::Rescue { link: None }, FIRM),
            with(About::Chain { mended_by: MENDED_BY }, FIRMEST),
        ]);
        if session.work.scenario.improvements.iter().filter(|improvement| !improvement.off).count() > 1 {
            all.push(with(About::Split, FIRM));
        }
    }
    all
}
