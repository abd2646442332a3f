//! What is done to scenes, and what a page shows of one. Each change is one step of undo, as any other.

use super::fitting::fit;
use super::{Project, Scene, Session, Shows};
use crate::model::Scenario;
use std::sync::Arc;

/// Most scenes of a meeting [count]. An assumption: more than a day of slides.
pub const MOST_SCENES: usize = 40;
/// The longest line over a scene, and the longest note to whoever leads [characters].
pub const LONGEST_CAPTION: usize = 120;
pub const LONGEST_NOTE: usize = 2_000;
/// The shortest and the longest countdown [s].
pub const COUNTDOWN: (u16, u16) = (5, 3_600);
/// The usual countdown of a bet [s].
const USUAL_COUNTDOWN: u16 = 60;

impl Scene {
    /// The work that it shows.
    pub fn work(&self) -> Project {
        let mut work = Project::pristine(self.journey.clone(), self.origin.clone(), self.seed);
        work.scenario = self.scenario.clone();
        work
    }

    /// Takes the journey, the scenario and the seed of a work, as far as they hold.
    pub(super) fn take(&mut self, work: &Project) {
        (self.journey, self.origin, self.seed) = (work.journey.clone(), work.origin.clone(), work.seed);
        self.scenario = work.scenario.clone();
        let journey = &self.journey;
        self.focus = self.focus.take().filter(|link| journey.strength(link).is_some());
    }

    /// A page that shows it: its work, with what the room has agreed on, and with bets where it is of the same journey.
    pub fn shown(&self, session: &Session) -> Session {
        let mut shown = Session::of(self.work());
        shown.agenda = session.agenda.clone();
        shown.agenda.elsewhere.clear();
        if self.journey.id != session.work.journey.id {
            shown.agenda.bets = session.agenda.elsewhere.get(&self.journey.id).cloned().unwrap_or_default();
            shown.agenda.target = None;
        }
        shown.agenda.is_covered = self.shows == Shows::Bets;
        shown.agenda.is_told = self.shows.names_binding();
        shown.customers = session.customers;
        shown.language = session.language;
        shown.theme = session.theme;
        shown.place = self.shows.asks().0;
        shown.agenda.bets.retain(|link| self.journey.strength(link).is_some());
        if let Some(focus) = self.focus.clone() {
            shown.selected = focus;
        }
        shown
    }

    /// Whether the wall shows something else by now than what was kept.
    pub fn has_moved(&self, session: &Session) -> bool {
        session.work.scenario != self.scenario || self.focus.as_ref().is_some_and(|focus| *focus != session.selected)
    }
}

/// A scene of the work as it stands, with a link in sight.
pub fn scene_of(session: &Session, shows: Shows, caption: &str, note: &str) -> Scene {
    let work = &session.work;
    Scene {
        id: free_id(&work.scenes),
        caption: within(caption, LONGEST_CAPTION),
        note: within(note, LONGEST_NOTE),
        shows,
        focus: (shows == Shows::Journey).then(|| session.selected.clone()),
        seconds: (shows == Shows::Bets).then_some(USUAL_COUNTDOWN),
        journey: work.journey.clone(),
        origin: work.origin.clone(),
        scenario: work.scenario.clone(),
        seed: work.seed,
    }
}

fn free_id(scenes: &[Scene]) -> String {
    let is_free = |id: &String| scenes.iter().all(|scene| scene.id != *id);
    (1..=scenes.len() + 1).map(|n| format!("scene-{n}")).find(is_free).unwrap_or_default()
}

/// A text without what goes beyond so many characters.
fn within(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// The work with a scene more, at the end. `None` where there are as many as there can be.
pub fn add_scene(work: &Project, scene: Scene) -> Option<Project> {
    if work.scenes.len() >= MOST_SCENES {
        return None;
    }
    Some(changed(work, |all| {
        let id = free_id(all);
        all.push(Scene { id, ..scene });
    }))
}

/// The work with a whole meeting at the end of its scenes; `words` says the line over each and the note to whoever leads.
/// `None` where there is no room for it.
pub fn add_meeting(session: &Session, words: impl Fn(Shows) -> (String, String)) -> Option<Project> {
    let mut work = session.work.clone();
    for shows in Shows::ALL {
        let (caption, note) = words(shows);
        let mut scene = scene_of(session, shows, &caption, &note);
        if !matches!(shows, Shows::Proposals | Shows::Race | Shows::Decision | Shows::Brief) {
            // A meeting begins with the world as it is.
            scene.scenario = Scenario { effort_curve: scene.scenario.effort_curve, ..Scenario::default() };
        }
        work = add_scene(&work, scene)?;
    }
    Some(work)
}

/// The work with a scene changed; texts that are too long are cut, and a countdown lies within its bounds.
pub fn change_scene(work: &Project, id: &str, change: impl FnOnce(&mut Scene)) -> Project {
    changed(work, |all| {
        if let Some(scene) = all.iter_mut().find(|scene| scene.id == id) {
            change(scene);
            scene.caption = within(scene.caption.trim(), LONGEST_CAPTION);
            scene.note = within(&scene.note, LONGEST_NOTE);
            scene.seconds = scene.seconds.map(|seconds| seconds.clamp(COUNTDOWN.0, COUNTDOWN.1));
        }
    })
}

/// The work with a scene that shows the work as it is now.
pub fn retake_scene(session: &Session, id: &str) -> Project {
    let selected = session.selected.clone();
    change_scene(&session.work, id, |scene| {
        scene.take(&session.work);
        if scene.focus.is_some() || scene.shows == Shows::Journey {
            scene.focus = Some(selected);
        }
    })
}

/// The work without a scene.
pub fn drop_scene(work: &Project, id: &str) -> Project {
    changed(work, |all| all.retain(|scene| scene.id != id))
}

/// The work with a scene one place earlier or later.
pub fn move_scene(work: &Project, id: &str, later: bool) -> Project {
    changed(work, |all| {
        let Some(at) = all.iter().position(|scene| scene.id == id) else { return };
        let to = if later { at + 1 } else { at.saturating_sub(1) };
        if to < all.len() {
            all.swap(at, to);
        }
    })
}

fn changed(work: &Project, change: impl FnOnce(&mut Vec<Scene>)) -> Project {
    let mut all = work.scenes.to_vec();
    change(&mut all);
    Project { scenes: Arc::new(all), ..work.clone() }
}

/// A scene as it was kept, on a journey that may have changed since, and how much of it no longer fits.
pub(super) fn refitted(mut scene: Scene) -> (Scene, usize) {
    let mut work = scene.work();
    let gone = fit(&mut work);
    scene.take(&work);
    (scene, gone)
}
