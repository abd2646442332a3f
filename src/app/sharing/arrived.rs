//! A link becomes work to look at; and that work, where the reader wants it, their own.

use crate::analysis::studies::Goal;
use crate::app::fitting::fit;
use crate::app::history::History;
use crate::app::session::ready_work;
use crate::app::{Command, Origin, Panel, Place, PrioritiseSettings, Project, Session, UNIT_COST, UNITS};
use crate::exchange::{SharedAgenda, SharedJourney, SharedWork, journey_digest};
use crate::model::{Journey, Problem, check_scenario};
use std::sync::Arc;

/// What has come by a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrived {
    /// The page with it, beside what the reader has of their own.
    pub session: Session,
    /// The panel that is open.
    pub panel: Option<Panel>,
    /// The ready journey is another one than the sender's was.
    pub has_changed: bool,
    /// Changes that the ready journey as it is now does not allow.
    pub left_out: usize,
}

/// What came by a link, as the page shows it to whoever has `own` work. `ready` is the ready journey that the link points to.
///
/// # Errors
/// What the scenario is that this journey does not allow, although nothing has changed since the link was made.
pub fn arrived(work: SharedWork, ready: Option<Journey>, own: &Session) -> Result<Arrived, Vec<Problem>> {
    let (mut project, has_changed) = match (work.journey, ready) {
        (SharedJourney::Ready { id, digest }, Some(journey)) => {
            let has_changed = journey_digest(&journey) != digest;
            (ready_work(&id, journey), has_changed)
        }
        (SharedJourney::Own(journey), _) => (own_work(*journey), false),
        (SharedJourney::Ready { .. }, None) => return Err(Vec::new()),
    };
    (project.scenario, project.seed) = (work.scenario, work.seed);
    let left_out = if has_changed { fit(&mut project) } else { 0 };
    let problems = check_scenario(&project.journey, &project.scenario);
    if !problems.is_empty() {
        return Err(problems);
    }
    let scenario = std::mem::take(&mut project.scenario);
    let mut session = Session::of(project.with_scenario(scenario));
    (session.language, session.theme, session.customers) = (own.language, own.theme, own.customers);
    agree(&mut session.agenda, work.agenda);
    let place = work.place.and_then(|slug| Place::ALL.into_iter().find(|place| place.slug() == slug));
    session.apply(Command::GoTo(place.unwrap_or_default()));
    let panel = work.open.as_deref().and_then(|slug| Panel::ALL.into_iter().find(|panel| panel.slug() == slug));
    if let Some(open) = work.open {
        session.apply(Command::Select(open.as_str().into()));
    }
    session.agenda.bets.retain(|link| session.work.journey.strength(link).is_some());
    Ok(Arrived { session, panel: panel.filter(|_| place == Some(Place::Prioritise)), has_changed, left_out })
}

fn own_work(journey: Journey) -> Project {
    Project::pristine(Arc::new(journey), Origin::Own, 1)
}

/// Takes over what a room agreed on; what cannot be is left as it begins.
fn agree(agenda: &mut PrioritiseSettings, shared: SharedAgenda) {
    let goal = shared.goal.and_then(|name| Goal::ALL.into_iter().find(|goal| goal.name() == name));
    agenda.goal = goal.unwrap_or(agenda.goal);
    agenda.units = shared.units.filter(|units| (UNITS.0..=UNITS.1).contains(units)).unwrap_or(agenda.units);
    agenda.unit_cost = shared.unit_cost.filter(|cost| (UNIT_COST.0..=UNIT_COST.1).contains(cost));
    agenda.bets = shared.bets;
    agenda.signing = shared.signing;
}

/// The reader's own work with what came by a link above it, kept at a moment [ms since the beginning of 1970]: undo leads back
/// to what was there. The copy has a record of its own in the library, also where the reader has the same journey.
pub fn kept_copy(own: &Session, visit: &Session, moment: u64) -> Session {
    let record = visit.work.record_at(moment);
    let copied = |step: &Project| {
        let record = record.clone().filter(|_| step.is_own());
        Project { record, ..step.clone() }
    };
    let mut past = own.history.past.clone();
    past.push(own.work.clone());
    past.extend(visit.history.past.iter().map(copied));
    let mut session = own.clone();
    session.begin_with(copied(&visit.work));
    session.history = History::of(past, visit.history.future.iter().map(copied).collect());
    (session.selected, session.persona) = (visit.selected.clone(), visit.persona.clone());
    (session.language, session.theme, session.place) = (visit.language, visit.theme, visit.place);
    let PrioritiseSettings { elsewhere, signed, signing: here, .. } = session.agenda;
    session.agenda = PrioritiseSettings { elsewhere, signed, ..visit.agenda.clone() };
    // No link carries what the reader's own books say.
    session.agenda.signing.books = here.books;
    session
}
