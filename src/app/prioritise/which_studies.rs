//! Which questions are asked in which place, the quickest first.

use super::super::Session;
use super::super::place::Studies;
use crate::analysis::studies::{Study, StudyKind, StudyTerms};

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

/// The questions about the state as it stands that belong to some studies.
pub(super) fn questions(session: &Session, studies: Studies) -> Vec<Study> {
    let agenda = &session.agenda;
    let with = |kind: StudyKind, customers: u64| Study {
        terms: StudyTerms {
            journey: (*session.work.journey).clone(),
            base: session.work.active_scenario(),
            goal: agenda.goal,
            effort: UNIT,
            seed: session.work.seed,
            customers,
        },
        kind,
    };
    let mut all = vec![with(StudyKind::Ranking, FIRST), with(StudyKind::Ranking, FIRM)];
    if studies == Studies::All {
        all.extend([
            with(StudyKind::Ranking, FIRMEST),
            with(StudyKind::Sure { worlds: WORLDS }, PLAUSIBLE),
            with(StudyKind::Budget { units: agenda.units, unit_cost: None }, LONGER),
            with(StudyKind::Strain { strains: STRAINS.to_vec() }, LONGER),
            with(StudyKind::Rescue { link: None }, FIRM),
            with(StudyKind::Chain { mended_by: MENDED_BY }, FIRMEST),
        ]);
        if session.work.scenario.improvements.iter().filter(|improvement| !improvement.off).count() > 1 {
            all.push(with(StudyKind::Split, FIRM));
        }
    }
    all
}
