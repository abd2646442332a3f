//! Two pages of the site have the same work open: what each has changed since they agreed is joined. What only one of
//! them has changed is taken from that one. Where both have changed the work itself, what is here holds, and what was done
//! there becomes a step of undo: nothing vanishes.

use crate::app::history::History;
use crate::app::{Project, Session};
use std::sync::Arc;

/// What comes of joining the state of a page with one that another page has kept.
pub(super) struct Joined {
    pub session: Session,
    /// Both have changed the work.
    pub is_twice: bool,
    /// The other page works on another journey, and nothing has been done here since: the two go their own ways.
    pub is_elsewhere: bool,
}

/// Joins the state `here` with one from `there`; `base` is the state that both come from, as far as it is known.
pub(super) fn joined(base: Option<&Session>, here: &Session, there: &Session) -> Joined {
    let (is_changed_here, is_changed_there) = match base {
        Some(base) => (!is_same_work(base, here), !is_same_work(base, there)),
        None => (true, true),
    };
    let is_twice = is_changed_here && is_changed_there && !is_same_work(here, there);
    // Two copies of one journey are each a work of its own.
    let (mine, theirs) = (&here.work.record, &there.work.record);
    let is_one_record = mine == theirs || mine.is_none() || theirs.is_none();
    let is_near =
        is_one_record && here.work.origin == there.work.origin && here.work.journey.id == there.work.journey.id;
    let is_elsewhere = !is_near && !is_changed_here;
    let mut session = if is_changed_here { here.clone() } else { there.clone() };
    if is_twice {
        session.history = above(base.unwrap_or(there), here, there);
    }
    join_settings(&mut session, base, here, there);
    if is_near {
        if is_changed(base, here, |s| &s.agenda) {
            session.agenda = here.agenda.clone();
        } else {
            session.agenda = there.agenda.clone();
        }
    }
    if !is_elsewhere {
        keep_view(&mut session, here);
    }
    Joined { session, is_twice, is_elsewhere }
}

/// True if there is nothing in a state that its base does not have.
pub(super) fn is_same(base: &Session, here: &Session) -> bool {
    is_same_work(base, here) && !is_set_otherwise(base, here) && base.agenda == here.agenda && is_seen_alike(base, here)
}

/// True if the settings that hold for every page are other ones.
pub(super) fn is_set_otherwise(base: &Session, here: &Session) -> bool {
    (base.customers, base.language, base.theme) != (here.customers, here.language, here.theme)
}

fn is_seen_alike(base: &Session, here: &Session) -> bool {
    let view = |s: &Session| (s.dashboards, s.place);
    view(base) == view(here)
        && base.selected == here.selected
        && base.persona == here.persona
        && base.lanes == here.lanes
}

fn join_settings(session: &mut Session, base: Option<&Session>, here: &Session, there: &Session) {
    session.customers = if is_changed(base, here, |s| &s.customers) { here } else { there }.customers;
    session.language = if is_changed(base, here, |s| &s.language) { here } else { there }.language;
    session.theme = if is_changed(base, here, |s| &s.theme) { here } else { there }.theme;
}

fn is_changed<T: PartialEq>(base: Option<&Session>, here: &Session, part: fn(&Session) -> &T) -> bool {
    base.is_none_or(|base| part(base) != part(here))
}

/// What is looked at here is looked at still, where it is there.
fn keep_view(session: &mut Session, here: &Session) {
    if session.work.journey == here.work.journey {
        session.work.journey = here.work.journey.clone();
    }
    if session.work.journey.strength(&here.selected).is_some() {
        session.selected = here.selected.clone();
    }
    session.persona = here.persona.clone().filter(|persona| session.work.has_persona(persona));
    (session.lanes, session.dashboards, session.place) = (here.lanes.clone(), here.dashboards, here.place);
}

/// The work of a file above that of the page, which is looked at as before. What was said here of other journeys stays; of the same
/// journey the file says it, but for what the books say where the file knows nothing of them.
pub(in crate::app) fn opened_above(mut file: Session, here: &Session) -> Session {
    let mut past = here.history.past.clone();
    past.push(here.work.clone());
    past.append(&mut file.history.past);
    file.history = History::of(past, std::mem::take(&mut file.history.future));
    (file.language, file.theme, file.place) = (here.language, here.theme, here.place);
    file.agenda.join(here.agenda.clone(), (&here.work.journey.id, &file.work.journey.id));
    file
}

/// The steps of here since the base, above what was done there.
fn above(base: &Session, here: &Session, there: &Session) -> History {
    let shared = base.history.past.iter().zip(&here.history.past).take_while(|(a, b)| is_alike(a, b)).count();
    let mut past = there.history.past.clone();
    past.push(there.work.clone());
    past.extend(here.history.past.iter().skip(shared).cloned());
    History::of(past, here.history.future.clone())
}

fn is_same_work(a: &Session, b: &Session) -> bool {
    let are_alike = |a: &[Project], b: &[Project]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_alike(a, b));
    is_alike(&a.work, &b.work)
        && are_alike(&a.history.past, &b.history.past)
        && are_alike(&a.history.future, &b.history.future)
}

/// Equal, and quick to tell where the journey is the same one.
fn is_alike(a: &Project, b: &Project) -> bool {
    a.seed == b.seed
        && a.scenario == b.scenario
        && a.named == b.named
        && (Arc::ptr_eq(&a.scenes, &b.scenes) || a.scenes == b.scenes)
        && a.taken == b.taken
        && a.record == b.record
        && a.origin == b.origin
        && a.draft == b.draft
        && a.as_is == b.as_is
        && (Arc::ptr_eq(&a.journey, &b.journey) || a.journey == b.journey)
}
