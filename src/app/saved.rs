//! What is kept on the device, and how it comes back: each part by itself, so that a damaged one costs no other.

use super::fitting::fit;
use super::half_made::HalfMade;
use super::history::History;
use super::scenes::refitted;
use super::session::ready_work;
use super::{Lane, Language, Origin, Place, PrioritiseSettings, Project, Scene, Session, Shows, Theme};
use crate::analysis::studies::Goal;
use crate::exchange::{
    Lost, SavedAgenda, SavedDraft, SavedJourney, SavedScene, SavedState, SavedStep, saved_state_json,
};
use crate::model::{Journey, NamedScenario, check};
use std::sync::Arc;

/// Steps back that are kept over a reload.
pub(super) const KEPT_STEPS: usize = 200;

/// Journeys of one's own that are kept over a reload in each direction: each is some tens of kilobytes, and all of them are
/// written whenever one is changed.
const KEPT_JOURNEYS: usize = 20;

/// The state as text for the device's store, as if it were written for the first time.
pub fn save(session: &Session) -> String {
    saved_with(session, 0, KEPT_STEPS)
}

/// The state as text that is written for this time, with at most so many steps back and forth.
pub(super) fn saved_with(session: &Session, revision: u64, steps: usize) -> String {
    let mut known: Vec<Project> = Vec::new();
    let mut lists: Vec<Arc<Vec<NamedScenario>>> = Vec::new();
    let mut scenes: Vec<(Scene, SavedScene)> = Vec::new();
    let mut put = |work: &Project| {
        let journey = put_journey(&mut known, work);
        let as_is = work.as_is.is_some().then(|| put_journey(&mut known, &work.on_as_it_is()));
        let named = (!work.named.is_empty()).then(|| {
            lists.iter().position(|list| *list == work.named).unwrap_or_else(|| {
                lists.push(work.named.clone());
                lists.len() - 1
            })
        });
        let (taken, record) = (work.taken.clone(), work.record.clone());
        let mut put_scene = |scene: &Scene| {
            scenes.iter().position(|(one, _)| one == scene).unwrap_or_else(|| {
                let journey = put_journey(&mut known, &scene.work());
                scenes.push((scene.clone(), saved_scene(scene, journey)));
                scenes.len() - 1
            })
        };
        let scenes = work.scenes.iter().map(&mut put_scene).collect();
        SavedStep { journey, as_is, scenario: work.scenario.clone(), seed: work.seed, named, taken, record, scenes }
    };
    let history = &session.history;
    let now = put(&session.work);
    let past = newest(&history.past, steps).iter().map(&mut put).collect();
    let future = newest(&history.future, steps).iter().map(&mut put).collect();
    let journeys = known.into_iter().map(|work| Some(saved_journey(work))).collect();
    let named = lists.iter().map(|list| list.to_vec()).collect();
    saved_state_json(&SavedState {
        revision,
        journeys,
        now: Some(now),
        past,
        future,
        named,
        scenes: scenes.into_iter().map(|(_, saved)| Some(saved)).collect(),
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

/// The place of a work's journey among those that are saved; it is put there where it is not yet.
fn put_journey(known: &mut Vec<Project>, work: &Project) -> usize {
    known.iter().position(|known| is_same_journey(known, work)).unwrap_or_else(|| {
        known.push(work.clone());
        known.len() - 1
    })
}

fn saved_scene(scene: &Scene, journey: usize) -> SavedScene {
    SavedScene {
        id: scene.id.clone(),
        caption: scene.caption.clone(),
        note: scene.note.clone(),
        shows: scene.shows.name().to_owned(),
        focus: scene.focus.clone(),
        seconds: scene.seconds,
        journey,
        scenario: scene.scenario.clone(),
        seed: scene.seed,
    }
}

/// Whether two works have the same journey from the same place, as a whole.
fn is_same_journey(a: &Project, b: &Project) -> bool {
    a.origin == b.origin && (Arc::ptr_eq(&a.journey, &b.journey) || a.journey == b.journey) && a.draft == b.draft
}

fn saved_journey(work: Project) -> SavedJourney {
    let journey = Box::new((*work.journey).clone());
    match work.origin {
        Origin::Ready(id) => SavedJourney::Ready(id),
        Origin::File(name) => SavedJourney::File { name, journey },
        Origin::Own => {
            let draft =
                work.draft.map(|draft| SavedDraft { journey: Box::new((*draft.journey).clone()), holds: draft.holds });
            SavedJourney::Own { journey, draft }
        }
    }
}

/// The last steps of a list, at most so many, and no more than what has so many journeys of one's own.
fn newest(steps: &[Project], most: usize) -> &[Project] {
    let mut from = steps.len();
    let mut own = 0;
    for (at, work) in steps.iter().enumerate().rev().take(most) {
        let is_next_alike = steps.get(at + 1).is_some_and(|next| is_same_journey(next, work));
        own += usize::from(work.origin == Origin::Own && !is_next_alike);
        if own > KEPT_JOURNEYS {
            break;
        }
        from = at;
    }
    steps.get(from..).unwrap_or_default()
}

fn saved_agenda(agenda: &PrioritiseSettings) -> SavedAgenda {
    SavedAgenda {
        goal: Some(agenda.goal.name().to_owned()),
        units: Some(agenda.units),
        unit_cost: agenda.unit_cost,
        target: agenda.target,
        bets: agenda.bets.clone(),
        elsewhere: agenda.elsewhere.clone(),
        signing: agenda.signing.clone(),
        signed: agenda.signed.clone(),
        is_covered: agenda.is_covered,
        is_told: agenda.is_told,
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
    let named = saved.named.into_iter().map(Arc::new).collect();
    let mut parts = Parts { journeys: journeys.collect(), named, scenes: Vec::new(), lost };
    parts.scenes = saved.scenes.into_iter().map(|scene| parts.scene(scene?)).collect();
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
    session.record_steps();
    Some((session, parts.lost))
}

/// The parts of a kept state as they come back.
struct Parts {
    journeys: Vec<Option<Project>>,
    named: Vec<Arc<Vec<NamedScenario>>>,
    scenes: Vec<Option<Scene>>,
    lost: Lost,
}

impl Parts {
    /// What is worked on in a step, as far as it still can be; `None` if its journey is lost.
    fn work(&mut self, step: SavedStep) -> Option<Project> {
        let mut work = self.journeys.get(step.journey)?.clone()?;
        if let Some(at) = step.as_is {
            let as_is = self.journeys.get(at).cloned().flatten();
            // Without the journey as it is, what would be is all there is.
            self.lost.changes += usize::from(as_is.is_none());
            work.as_is = as_is.map(|as_is| Arc::new(as_is.as_it_is()));
        }
        (work.scenario, work.seed) = (step.scenario, step.seed);
        work.named = step.named.and_then(|at| self.named.get(at)).cloned().unwrap_or_default();
        (work.taken, work.record) = (step.taken, step.record);
        let scenes = step.scenes.iter().filter_map(|at| self.scenes.get(*at)?.clone());
        work.scenes = Arc::new(scenes.collect());
        // A ready journey may have changed since.
        self.lost.changes += fit(&mut work);
        Some(work)
    }

    /// A scene; `None` if its journey is lost, or it shows what only a later page knows.
    fn scene(&mut self, saved: SavedScene) -> Option<Scene> {
        let of =
            self.journeys.get(saved.journey).and_then(Option::as_ref).map(|of| (of.journey.clone(), of.origin.clone()));
        let shows = Shows::ALL.into_iter().find(|shows| shows.name() == saved.shows);
        let Some(((journey, origin), shows)) = of.zip(shows) else {
            self.lost.changes += 1;
            return None;
        };
        let SavedScene { id, caption, note, focus, seconds, scenario, seed, .. } = saved;
        let (scene, gone) =
            refitted(Scene { id, caption, note, shows, focus, seconds, journey, origin, scenario, seed });
        self.lost.changes += gone;
        Some(scene)
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
            target: saved.target,
            bets: saved.bets,
            elsewhere: saved.elsewhere,
            signing: saved.signing,
            signed: saved.signed,
            is_covered: saved.is_covered,
            is_told: saved.is_told,
        }
    }
}

fn journey(saved: SavedJourney, ready: impl Fn(&str) -> Option<Journey>) -> Option<Project> {
    let (journey, origin, draft) = match saved {
        SavedJourney::Ready(id) => return ready(&id).map(|journey| ready_work(&id, journey)),
        SavedJourney::File { name, journey } => (journey, Origin::File(name), None),
        SavedJourney::Own { journey, draft } => (journey, Origin::Own, draft),
    };
    if !check(&journey).is_empty() {
        return None;
    }
    let draft = draft.map(|draft| HalfMade { journey: Arc::new(*draft.journey), holds: draft.holds });
    Some(Project { draft, ..Project::pristine(Arc::new(*journey), origin, 1) })
}
