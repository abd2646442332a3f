//! Which questions are asked in which place: first what is seen.

use super::super::options::own_options;
use super::super::place::Studies;
use super::super::{Panel, Session};
use crate::analysis::studies::{Study, StudyKind, StudyTerms};
use crate::model::Scenario;

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
/// Customers of the room's own options, as many as the library sets scenarios beside each other with [customers].
const OPTIONS: u64 = 20_000;
/// Plausible worlds: so many can be counted on the screen [worlds].
const WORLDS: u32 = 50;
/// One unit of effort [effort].
const UNIT: f64 = 1.0;
/// Effort on the link that is mended first, in the chain logic [effort].
const MENDED_BY: f64 = 2.0;
/// Strains of the strain test, beside a calm day.
const STRAINS: [f64; 6] = [0.5, 1.0, 1.5, 2.0, 2.5, 3.0];

/// The questions about the state as it stands that belong to some studies, for whoever has a panel open: what is seen comes
/// first, and all else as far as the line of its panel needs it.
pub(super) fn questions(session: &Session, studies: Studies, open: Panel) -> Vec<Study> {
    let first = study_for(session, Need::FirstLook);
    let mut all = vec![first];
    if studies == Studies::Binding {
        all.push(study_for(session, Need::Ranking));
        return all;
    }
    let several = session.work.scenario.improvements.iter().filter(|improvement| !improvement.off).count() > 1;
    // Nobody has split a single one, nor said where the outcome should stand without a target.
    let is_asked = |need: &Need| match need {
        Need::Split => several,
        Need::Reach => session.agenda.target.is_some(),
        _ => true,
    };
    if studies == Studies::Brief {
        all.extend(best_option(session));
        // What the page to sign says, then what else is drawn or stands in tables.
        let signed = [Need::Ranking, Need::Sure, Need::Race, Need::FirmRanking];
        let taken = [Need::Strain, Need::Logic, Need::Reach, Need::Split, Need::Rescue, Need::Taken];
        all.extend(signed.into_iter().chain(taken).filter(is_asked).map(|need| study_for(session, need)));
        return all;
    }
    let seen = match open {
        Panel::Bets | Panel::Ranking => vec![Need::Ranking, Need::FirmRanking],
        // It is told by what is simulated anyway.
        Panel::Today => Vec::new(),
        Panel::Sure => vec![Need::Sure],
        Panel::Strain => vec![Need::Strain],
        // Both tell of single links, and have to say the same.
        Panel::Logic => vec![Need::Logic, Need::FirmLogic, Need::FirmRanking],
        // What is taken from a link is told with what is given to others.
        Panel::Race => vec![Need::Race, Need::Taken],
        Panel::Reach => vec![Need::Reach],
        Panel::Proposals => vec![Need::Split],
        Panel::Rescue => vec![Need::Rescue],
    };
    // The order in which a meeting asks.
    let lines = [Need::Ranking, Need::Sure, Need::Strain, Need::Logic, Need::Race, Need::Split, Need::Rescue];
    let (quick, firm): (Vec<Need>, Vec<Need>) =
        seen.into_iter().partition(|need| !matches!(need, Need::FirmLogic | Need::FirmRanking));
    let mut needs = quick;
    for need in lines.into_iter().chain(firm) {
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    all.extend(needs.into_iter().filter(is_asked).map(|need| study_for(session, need)));
    all
}

/// Every question that somebody may ask about the state as it stands, whatever is open.
pub(super) fn any(session: &Session) -> Vec<Study> {
    let in_panels = Panel::ALL.into_iter().flat_map(|open| questions(session, Studies::All, open));
    in_panels.chain(best_option(session)).collect()
}

/// The question of what a room decides between, from today on; `None` where it has proposed nothing of its own, and
/// while a scenario of another structure lies on the desk.
fn best_option(session: &Session) -> Option<Study> {
    let work = &session.work;
    let options: Vec<Scenario> = own_options(work).into_iter().map(|(_, scenario)| scenario).collect();
    let base = Scenario { effort_curve: work.scenario.effort_curve, ..Scenario::default() };
    // Beside a scenario of another structure today is another journey than that on the desk.
    if options.is_empty() || work.as_is.is_some() {
        return None;
    }
    let terms = StudyTerms { base, ..terms(session, OPTIONS) };
    Some(Study { terms, kind: StudyKind::BestOption { options, worlds: WORLDS } })
}

/// What a panel, or its line, needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    FirstLook,
    Ranking,
    FirmRanking,
    Sure,
    Strain,
    Logic,
    FirmLogic,
    Race,
    Split,
    Rescue,
    Taken,
    Reach,
}

/// The question that answers a need.
fn study_for(session: &Session, need: Need) -> Study {
    let agenda = &session.agenda;
    let (kind, customers) = match need {
        Need::FirstLook => (StudyKind::Ranking, FIRST),
        Need::Ranking => (StudyKind::Ranking, FIRM),
        Need::FirmRanking => (StudyKind::Ranking, FIRMEST),
        Need::Sure => (StudyKind::Sure { worlds: WORLDS }, PLAUSIBLE),
        Need::Strain => (StudyKind::Strain { strains: STRAINS.to_vec() }, LONGER),
        Need::Logic => (StudyKind::Chain { mended_by: MENDED_BY }, FIRM),
        Need::FirmLogic => (StudyKind::Chain { mended_by: MENDED_BY }, FIRMEST),
        Need::Race => (StudyKind::Budget { units: agenda.units, unit_cost: None }, LONGER),
        Need::Split => (StudyKind::Split, FIRM),
        Need::Rescue => (StudyKind::Rescue { link: None }, FIRM),
        Need::Taken => (StudyKind::Taken, FIRM),
        Need::Reach => (StudyKind::Reach { target: agenda.target.unwrap_or_default() }, LONGER),
    };
    Study { terms: terms(session, customers), kind }
}

/// The terms of the state as it stands.
fn terms(session: &Session, customers: u64) -> StudyTerms {
    StudyTerms {
        journey: (*session.work.journey).clone(),
        base: session.work.active_scenario(),
        goal: session.agenda.goal,
        effort: UNIT,
        seed: session.work.seed,
        customers,
    }
}
