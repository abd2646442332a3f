//! What is kept on the device, and how it comes back. A damaged store is told of and never breaks anything.

use super::history::History;
use super::session::ready_work;
use super::{Lane, Language, Origin, Place, PrioritiseSettings, Project, Session, Theme};
use crate::analysis::studies::Goal;
use crate::exchange::{Damage, SavedAgenda, SavedJourney, SavedState, SavedStep, saved_state_json};
use crate::model::{Journey, Scenario, check, check_scenario};
use std::sync::Arc;

/// Steps back that are kept over a reload.
const KEPT_STEPS: usize = 200;

/// The state as text for the device's store.
pub fn save(session: &Session) -> String {
    let mut known: Vec<(Arc<Journey>, Origin)> = Vec::new();
    let mut put = |work: &Project| {
        let same = |(journey, origin): &(Arc<Journey>, Origin)| *journey == work.journey && *origin == work.origin;
        let journey = known.iter().position(same).unwrap_or_else(|| {
            known.push((work.journey.clone(), work.origin.clone()));
            known.len() - 1
        });
        SavedStep { journey, scenario: work.scenario.clone(), seed: work.seed }
    };
    let history = &session.history;
    let now = put(&session.work);
    let past = history.past.iter().skip(history.past.len().saturating_sub(KEPT_STEPS)).map(&mut put).collect();
    let future = history.future.iter().map(&mut put).collect();
    let journeys = known
        .into_iter()
        .map(|(journey, origin)| match origin {
            Origin::Ready(id) => SavedJourney::Ready(id),
            Origin::File(name) => SavedJourney::File { name, journey: Box::new((*journey).clone()) },
        })
        .collect();
    saved_state_json(&SavedState {
        journeys,
        now,
        past,
        future,
        selected: session.selected.clone(),
        persona: session.persona.clone(),
        lanes: session.lanes.iter().map(|lane| lane.name().to_owned()).collect(),
        dashboards: session.dashboards,
        customers: session.customers,
        language: session.language.map(|language| language.code().to_owned()),
        theme: session.theme.name().to_owned(),
        place: Some(session.place.slug().to_owned()),
        agenda: Some(saved_agenda(&session.agenda)),
    })
}

fn saved_agenda(agenda: &PrioritiseSettings) -> SavedAgenda {
    SavedAgenda {
        goal: Some(agenda.goal.name().to_owned()),
        units: Some(agenda.units),
        unit_cost: agenda.unit_cost,
        bets: agenda.bets.clone(),
        elsewhere: agenda.elsewhere.clone(),
        is_covered: agenda.is_covered,
    }
}

/// The ids of the ready journeys that a kept state points to.
pub fn ready_ids(saved: &SavedState) -> impl Iterator<Item = &str> {
    saved.journeys.iter().filter_map(|journey| match journey {
        SavedJourney::Ready(id) => Some(id.as_str()),
        SavedJourney::File { .. } => None,
    })
}

/// The state from text of the device's store, with the ready journeys as they are built in.
///
/// # Errors
/// What is damaged, when the text is not one that this version saved.
#[cfg(not(target_arch = "wasm32"))]
pub fn restore(text: &str) -> Result<Session, Damage> {
    restored(crate::exchange::read_saved_state(text)?, |id| crate::exchange::ready(id).map(|ready| ready.journey()))
}

/// The state that was kept; `ready` knows the ready journeys that it points to.
///
/// # Errors
/// What is damaged, when parts of it do not belong together.
pub fn restored(saved: SavedState, ready: impl Fn(&str) -> Option<Journey>) -> Result<Session, Damage> {
    let journeys = saved.journeys.into_iter().map(|saved| journey(saved, &ready));
    let journeys: Vec<Project> = journeys.collect::<Result<_, _>>()?;
    let work = |saved: SavedStep| -> Result<Project, Damage> {
        let base = journeys.get(saved.journey).ok_or(Damage)?;
        let mut work = Project { scenario: saved.scenario, seed: saved.seed, ..base.clone() };
        drop_unknown(&mut work);
        Ok(work)
    };
    let mut session = Session::of(work(saved.now)?);
    session.history = History::of(
        saved.past.into_iter().map(&work).collect::<Result<_, _>>()?,
        saved.future.into_iter().map(&work).collect::<Result<_, _>>()?,
    );
    let lanes = saved.lanes.iter().map(|lane| named(&Lane::ALL, Lane::name, lane));
    session.lanes = lanes.collect::<Result<_, _>>()?;
    session.dashboards = saved.dashboards;
    session.language = saved.language.map(|code| named(&Language::ALL, Language::code, &code)).transpose()?;
    session.theme = named(&Theme::ALL, Theme::name, &saved.theme)?;
    if let Some(place) = saved.place {
        session.place = named(&Place::ALL, Place::slug, &place)?;
    }
    if let Some(saved) = saved.agenda {
        session.agenda = agenda(saved)?;
    }
    session.agenda.bets.retain(|link| session.work.journey.strength(link).is_some());
    session.apply(super::Command::SetUnits(session.agenda.units));
    session.apply(super::Command::SetUnitCost(session.agenda.unit_cost));
    session.apply(super::Command::SetCustomers(saved.customers));
    session.apply(super::Command::Select(saved.selected));
    session.apply(super::Command::Only(saved.persona));
    Ok(session)
}

/// The choice that is saved by this name.
fn named<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str, wanted: &str) -> Result<T, Damage> {
    all.iter().copied().find(|choice| name(*choice) == wanted).ok_or(Damage)
}

fn agenda(saved: SavedAgenda) -> Result<PrioritiseSettings, Damage> {
    let usual = PrioritiseSettings::default();
    let goal = saved.goal.map(|goal| named(&Goal::ALL, Goal::name, &goal)).transpose()?;
    Ok(PrioritiseSettings {
        goal: goal.unwrap_or(usual.goal),
        units: saved.units.unwrap_or(usual.units),
        unit_cost: saved.unit_cost,
        bets: saved.bets,
        elsewhere: saved.elsewhere,
        is_covered: saved.is_covered,
    })
}

fn journey(saved: SavedJourney, ready: impl Fn(&str) -> Option<Journey>) -> Result<Project, Damage> {
    match saved {
        SavedJourney::Ready(id) => ready(&id).map(|journey| ready_work(&id, journey)).ok_or(Damage),
        SavedJourney::File { journey, .. } if !check(&journey).is_empty() => Err(Damage),
        SavedJourney::File { name, journey } => Ok(Project {
            journey: Arc::new(*journey),
            origin: Origin::File(name),
            scenario: Scenario::default(),
            seed: 1,
        }),
    }
}

/// A ready journey may have changed since: what points to a link that is gone goes too; a scenario that still cannot
/// be goes whole.
fn drop_unknown(work: &mut Project) {
    let journey = work.journey.clone();
    for improvement in &mut work.scenario.improvements {
        improvement.changes.retain(|c| journey.strength(c.link()).is_some());
        improvement.owner = improvement.owner.take().filter(|owner| journey.owners.iter().any(|o| o.id == *owner));
    }
    work.scenario.improvements.retain(|i| !i.changes.is_empty());
    if !check_scenario(&journey, &work.scenario).is_empty() {
        work.scenario = Scenario::default();
    }
}
