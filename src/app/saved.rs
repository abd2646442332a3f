//! What is kept on the device, and how it comes back: each part by itself, so that a damaged one costs no other.

use super::history::History;
use super::session::ready_work;
use super::{Lane, Language, Origin, Place, PrioritiseSettings, Project, Session, Theme};
use crate::analysis::studies::Goal;
use crate::exchange::{Lost, SavedAgenda, SavedJourney, SavedState, SavedStep, saved_state_json};
use crate::model::{Journey, Scenario, check, check_scenario};
use std::sync::Arc;

/// Steps back that are kept over a reload.
pub(super) const KEPT_STEPS: usize = 200;

/// The state as text for the device's store, as if it were written for the first time.
pub fn save(session: &Session) -> String {
    saved_with(session, 0, KEPT_STEPS)
}

/// The state as text that is written for this time, with at most so many steps back and forth.
pub(super) fn saved_with(session: &Session, revision: u64, steps: usize) -> String {
    let mut known: Vec<(Arc<Journey>, Origin)> = Vec::new();
    let mut put = |work: &Project| {
        let same = |(journey, origin): &(Arc<Journey>, Origin)| {
            (Arc::ptr_eq(journey, &work.journey) || *journey == work.journey) && *origin == work.origin
        };
        let journey = known.iter().position(same).unwrap_or_else(|| {
            known.push((work.journey.clone(), work.origin.clone()));
            known.len() - 1
        });
        SavedStep { journey, scenario: work.scenario.clone(), seed: work.seed }
    };
    let history = &session.history;
    let now = put(&session.work);
    let past = newest(&history.past, steps).map(&mut put).collect();
    let future = newest(&history.future, steps).map(&mut put).collect();
    let journeys = known
        .into_iter()
        .map(|(journey, origin)| match origin {
            Origin::Ready(id) => Some(SavedJourney::Ready(id)),
            Origin::File(name) => Some(SavedJourney::File { name, journey: Box::new((*journey).clone()) }),
        })
        .collect();
    saved_state_json(&SavedState {
        revision,
        journeys,
        now: Some(now),
        past,
        future,
        selected: session.selected.clone(),
        persona: session.persona.clone(),
        lanes: session.lanes.iter().map(|lane| lane.name().to_owned()).collect(),
        dashboards: session.dashboards,
        customers: Some(session.customers),
        language: session.language.map(|language| language.code().to_owned()),
        theme: Some(session.theme.name().to_owned()),
        place: Some(session.place.slug().to_owned()),
        agenda: Some(saved_agenda(&session.agenda)),
    })
}

/// The last steps of a list, at most so many.
fn newest(steps: &[Project], most: usize) -> impl Iterator<Item = &Project> {
    steps.iter().skip(steps.len().saturating_sub(most))
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
        Some(SavedJourney::Ready(id)) => Some(id.as_str()),
        _ => None,
    })
}

/// The state from text of the device's store, with the ready journeys as they are built in, and what of it is lost.
///
/// # Errors
/// Why nothing of the text can be read.
#[cfg(not(target_arch = "wasm32"))]
pub fn restore(text: &str) -> Result<(Session, Lost), crate::exchange::Unread> {
    let (saved, lost) = crate::exchange::read_saved_state(text)?;
    restored(saved, lost, |id| crate::exchange::ready(id).map(|ready| ready.journey()))
        .ok_or(crate::exchange::Unread::Damaged)
}

/// The state that was kept, with all that is lost of it; `ready` knows the ready journeys that it points to. `None` if
/// nothing is left to work on.
pub fn restored(saved: SavedState, lost: Lost, ready: impl Fn(&str) -> Option<Journey>) -> Option<(Session, Lost)> {
    let journeys = saved.journeys.into_iter().map(|saved| saved.and_then(|saved| journey(saved, &ready)));
    let mut parts = Parts { journeys: journeys.collect(), lost };
    parts.lost.journeys += parts.journeys.iter().filter(|journey| journey.is_none()).count();
    let mut past = parts.steps(saved.past);
    let future = parts.steps(saved.future);
    let now = saved.now.and_then(|now| parts.work(now));
    parts.lost.changes += usize::from(now.is_none());
    // Where what was worked on is lost, the step before it is nearest, and then the journey by itself.
    let now = now.or_else(|| past.pop()).or_else(|| parts.journeys.iter().flatten().next().cloned())?;
    let mut session = Session::of(now);
    session.history = History::of(past, future);
    session.lanes = saved.lanes.iter().filter_map(|lane| parts.named(&Lane::ALL, Lane::name, lane)).collect();
    session.dashboards = saved.dashboards;
    session.language = saved.language.and_then(|code| parts.named(&Language::ALL, Language::code, &code));
    session.theme = saved.theme.and_then(|theme| parts.named(&Theme::ALL, Theme::name, &theme)).unwrap_or_default();
    session.place = saved.place.and_then(|place| parts.named(&Place::ALL, Place::slug, &place)).unwrap_or_default();
    if let Some(saved) = saved.agenda {
        session.agenda = parts.agenda(saved);
    }
    session.agenda.bets.retain(|link| session.work.journey.strength(link).is_some());
    session.apply(super::Command::SetUnits(session.agenda.units));
    session.apply(super::Command::SetUnitCost(session.agenda.unit_cost));
    if let Some(customers) = saved.customers {
        session.apply(super::Command::SetCustomers(customers));
    }
    session.apply(super::Command::Select(saved.selected));
    session.apply(super::Command::Only(saved.persona));
    Some((session, parts.lost))
}

/// The parts of a kept state as they come back.
struct Parts {
    journeys: Vec<Option<Project>>,
    lost: Lost,
}

impl Parts {
    /// What is worked on in a step, as far as it still can be; `None` if its journey is lost.
    fn work(&mut self, step: SavedStep) -> Option<Project> {
        let mut work = self.journeys.get(step.journey)?.clone()?;
        (work.scenario, work.seed) = (step.scenario, step.seed);
        self.lost.changes += drop_unfit(&mut work);
        Some(work)
    }

    fn steps(&mut self, saved: Vec<SavedStep>) -> Vec<Project> {
        let all = saved.len();
        let steps: Vec<Project> = saved.into_iter().filter_map(|step| self.work(step)).collect();
        self.lost.steps += all - steps.len();
        steps
    }

    /// The choice that is saved by this name.
    fn named<T: Copy>(&mut self, all: &[T], name: impl Fn(T) -> &'static str, wanted: &str) -> Option<T> {
        let found = all.iter().copied().find(|choice| name(*choice) == wanted);
        self.lost.settings += usize::from(found.is_none());
        found
    }

    fn agenda(&mut self, saved: SavedAgenda) -> PrioritiseSettings {
        let usual = PrioritiseSettings::default();
        let goal = saved.goal.and_then(|goal| self.named(&Goal::ALL, Goal::name, &goal));
        PrioritiseSettings {
            goal: goal.unwrap_or(usual.goal),
            units: saved.units.unwrap_or(usual.units),
            unit_cost: saved.unit_cost,
            bets: saved.bets,
            elsewhere: saved.elsewhere,
            is_covered: saved.is_covered,
        }
    }
}

fn journey(saved: SavedJourney, ready: impl Fn(&str) -> Option<Journey>) -> Option<Project> {
    match saved {
        SavedJourney::Ready(id) => ready(&id).map(|journey| ready_work(&id, journey)),
        SavedJourney::File { journey, .. } if !check(&journey).is_empty() => None,
        SavedJourney::File { name, journey } => Some(Project {
            journey: Arc::new(*journey),
            origin: Origin::File(name),
            scenario: Scenario::default(),
            seed: 1,
        }),
    }
}

/// A ready journey may have changed since: what points to a link that is gone goes too, and what cannot be otherwise.
/// Tells how much went.
fn drop_unfit(work: &mut Project) -> usize {
    let journey = work.journey.clone();
    let mut gone = 0;
    for improvement in &mut work.scenario.improvements {
        let all = improvement.changes.len();
        improvement.changes.retain(|c| journey.strength(c.link()).is_some());
        gone += all - improvement.changes.len();
        improvement.owner = improvement.owner.take().filter(|owner| journey.owners.iter().any(|o| o.id == *owner));
    }
    work.scenario.improvements.retain(|i| !i.changes.is_empty());
    let all = work.scenario.qualities.len();
    work.scenario.qualities.retain(|change| journey.quality(&change.persona, change.quality).is_some());
    gone += all - work.scenario.qualities.len();
    if check_scenario(&journey, &work.scenario).is_empty() {
        return gone;
    }
    // One thing after the other, as long as all of them still fit together.
    let whole = std::mem::take(&mut work.scenario);
    work.scenario.effort_curve = whole.effort_curve;
    let mut take = |what: &dyn Fn(&mut Scenario)| {
        let before = work.scenario.clone();
        what(&mut work.scenario);
        if !check_scenario(&journey, &work.scenario).is_empty() {
            work.scenario = before;
            gone += 1;
        }
    };
    take(&|scenario| scenario.strain = whole.strain);
    take(&|scenario| scenario.price = whole.price);
    take(&|scenario| scenario.arrivals = whole.arrivals);
    take(&|scenario| scenario.echo = whole.echo);
    take(&|scenario| scenario.start = whole.start);
    for change in &whole.qualities {
        take(&|scenario| scenario.qualities.push(change.clone()));
    }
    for improvement in &whole.improvements {
        take(&|scenario| scenario.improvements.push(improvement.clone()));
    }
    gone
}
