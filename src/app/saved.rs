//! What is kept on the device, and how it comes back. A damaged store is told of and never breaks anything.

use super::history::History;
use super::session::ready_work;
use super::{Agenda, Lane, Language, Origin, Place, Session, Theme, Work, ready};
use crate::model::{Journey, LinkId, PersonaId, Scenario, check, check_scenario};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Version of what is written here.
const VERSION: u32 = 1;
/// Steps back that are kept over a reload.
const KEPT_STEPS: usize = 200;

/// The store could not be read; the page starts afresh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage;

#[derive(Serialize, Deserialize)]
struct Saved {
    version: u32,
    /// Every journey that the steps below point to.
    journeys: Vec<SavedJourney>,
    now: SavedWork,
    past: Vec<SavedWork>,
    future: Vec<SavedWork>,
    selected: LinkId,
    /// Not known before there was a choice.
    #[serde(default)]
    persona: Option<PersonaId>,
    #[serde(default)]
    lanes: BTreeSet<Lane>,
    #[serde(default)]
    dashboards: bool,
    customers: u64,
    language: Option<Language>,
    theme: Theme,
    #[serde(default)]
    place: Place,
    #[serde(default)]
    agenda: Agenda,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedJourney {
    Ready(String),
    File { name: String, journey: Box<Journey> },
}

#[derive(Serialize, Deserialize)]
struct SavedWork {
    journey: usize,
    scenario: Scenario,
    seed: u64,
}

/// The state as text for the device's store.
pub fn save(session: &Session) -> String {
    let mut known: Vec<(Arc<Journey>, Origin)> = Vec::new();
    let mut put = |work: &Work| {
        let same = |(journey, origin): &(Arc<Journey>, Origin)| *journey == work.journey && *origin == work.origin;
        let journey = known.iter().position(same).unwrap_or_else(|| {
            known.push((work.journey.clone(), work.origin.clone()));
            known.len() - 1
        });
        SavedWork { journey, scenario: work.scenario.clone(), seed: work.seed }
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
    let saved = Saved {
        version: VERSION,
        journeys,
        now,
        past,
        future,
        selected: session.selected.clone(),
        persona: session.persona.clone(),
        lanes: session.lanes.clone(),
        dashboards: session.dashboards,
        customers: session.customers,
        language: session.language,
        theme: session.theme,
        place: session.place,
        agenda: session.agenda.clone(),
    };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// The state from text of the device's store.
///
/// # Errors
/// What is damaged, when the text is not one that this version saved.
pub fn restore(text: &str) -> Result<Session, Damage> {
    let saved: Saved = serde_json::from_str(text).map_err(|_| Damage)?;
    if saved.version != VERSION {
        return Err(Damage);
    }
    let journeys: Vec<Work> = saved.journeys.into_iter().map(journey).collect::<Result<_, _>>()?;
    let work = |saved: SavedWork| -> Result<Work, Damage> {
        let base = journeys.get(saved.journey).ok_or(Damage)?;
        let mut work = Work { scenario: saved.scenario, seed: saved.seed, ..base.clone() };
        drop_unknown(&mut work);
        Ok(work)
    };
    let mut session = Session::of(work(saved.now)?);
    session.history = History::of(
        saved.past.into_iter().map(&work).collect::<Result<_, _>>()?,
        saved.future.into_iter().map(&work).collect::<Result<_, _>>()?,
    );
    session.lanes = saved.lanes;
    session.dashboards = saved.dashboards;
    session.language = saved.language;
    session.theme = saved.theme;
    session.place = saved.place;
    session.agenda = saved.agenda;
    session.agenda.bets.retain(|link| session.work.journey.strength(link).is_some());
    session.apply(super::Command::SetUnits(session.agenda.units));
    session.apply(super::Command::SetUnitCost(session.agenda.unit_cost));
    session.apply(super::Command::SetCustomers(saved.customers));
    session.apply(super::Command::Select(saved.selected));
    session.apply(super::Command::Only(saved.persona));
    Ok(session)
}

fn journey(saved: SavedJourney) -> Result<Work, Damage> {
    match saved {
        SavedJourney::Ready(id) => ready(&id).map(ready_work).ok_or(Damage),
        SavedJourney::File { journey, .. } if !check(&journey).is_empty() => Err(Damage),
        SavedJourney::File { name, journey } => {
            Ok(Work { journey: Arc::new(*journey), origin: Origin::File(name), scenario: Scenario::default(), seed: 1 })
        }
    }
}

/// A ready journey may have changed since: what points to a link that is gone goes too; a scenario that still cannot
/// be goes whole.
fn drop_unknown(work: &mut Work) {
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
