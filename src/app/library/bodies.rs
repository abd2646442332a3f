//! Of all that stands on the desk, the part that one record keeps.

use super::super::kept::{Read, read};
use crate::app::history::History;
use crate::app::ports::ReadyJourneys;
use crate::app::saved::{KEPT_STEPS, saved_with};
use crate::app::{Language, Place, PrioritiseSettings, Project, Session, Theme};
use crate::model::digest;
use std::sync::Arc;

/// The ids of all records that what stands on the desk belongs to, that of what is worked on first.
pub fn records_in(session: &Session) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let history = &session.history;
    for step in [&session.work].into_iter().chain(history.past.iter().rev()).chain(history.future.iter().rev()) {
        ids.extend(step.record.iter().filter(|id| !ids.contains(id)).cloned().collect::<Vec<_>>());
    }
    ids
}

/// What a record keeps of the state of a page: its own steps, and what is looked at in it. `None` if it keeps nothing.
pub fn part_of(session: &Session, id: &str) -> Option<Session> {
    let is_its = |work: &&Project| work.record.as_deref() == Some(id);
    let mut past: Vec<Project> = session.history.past.iter().filter(is_its).cloned().collect();
    let mut future: Vec<Project> = session.history.future.iter().filter(is_its).cloned().collect();
    let on_desk = Some(&session.work).filter(is_its).cloned();
    let is_on_desk = on_desk.is_some();
    let work = on_desk.or_else(|| past.pop()).or_else(|| future.pop())?;
    let mut part = if is_on_desk { session.clone() } else { Session::of(work.clone()) };
    if !is_on_desk {
        let bets = session.agenda.elsewhere.get(&work.journey.id).cloned().unwrap_or_default();
        let signing = session.agenda.signed.get(&work.journey.id).cloned().unwrap_or_default();
        part.agenda = PrioritiseSettings { bets, signing, ..PrioritiseSettings::default() };
    }
    part.agenda.elsewhere.clear();
    part.agenda.signed.clear();
    part.history = History::of(past, future);
    // How somebody wants the page is no part of a journey.
    (part.language, part.theme, part.place) = (None::<Language>, Theme::default(), Place::default());
    Some(part)
}

/// The state with its work, and each step, kept under another id.
#[must_use]
pub fn with_record(mut session: Session, from: &str, to: &str) -> Session {
    let history = &mut session.history;
    for work in history.past.iter_mut().chain(&mut history.future).chain([&mut session.work]) {
        if work.record.as_deref() == Some(from) {
            work.record = Some(to.to_owned());
        }
    }
    session
}

/// A part as the text that a record keeps.
pub(super) fn body_of(part: &Session) -> String {
    saved_with(part, 0, KEPT_STEPS)
}

/// The part in a text that a record keeps; `None` if nothing of it can be read, or a ready journey is not to be had.
pub(super) async fn part_in(body: &str, id: &str, journeys: &dyn ReadyJourneys) -> Option<Session> {
    let Read { session, .. } = read(body, journeys, None).await.ok()?.ok()?;
    // Every step in it is its own, whatever it was called where it was written.
    let ids = records_in(&session);
    Some(ids.into_iter().fold(session, |session, other| with_record(session, &other, id)))
}

/// An id for a record that nobody has yet, made of what it begins as.
pub(super) fn fresh(of: &str, at: u64) -> String {
    format!("{:016x}", digest(format!("{at} {of}")))
}

/// Whether two parts hold the same work, steps and agreements. What is looked at does not count.
pub(super) fn is_same(a: &Session, b: &Session) -> bool {
    let alike = |a: &[Project], b: &[Project]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_alike(a, b));
    is_alike(&a.work, &b.work)
        && alike(&a.history.past, &b.history.past)
        && alike(&a.history.future, &b.history.future)
        && a.agenda == b.agenda
}

/// Whether a part leads to this work, by undo or redo or as it stands.
pub(super) fn leads_to(part: &Session, work: &Project) -> bool {
    let history = &part.history;
    [&part.work].into_iter().chain(&history.past).chain(&history.future).any(|step| is_alike(step, work))
}

fn is_alike(a: &Project, b: &Project) -> bool {
    (a.seed, &a.origin, &a.taken) == (b.seed, &b.origin, &b.taken)
        && a.scenario == b.scenario
        && a.named == b.named
        && (Arc::ptr_eq(&a.scenes, &b.scenes) || a.scenes == b.scenes)
        && a.draft == b.draft
        && a.as_is == b.as_is
        && (Arc::ptr_eq(&a.journey, &b.journey) || a.journey == b.journey)
}
