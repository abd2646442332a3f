//! Scenarios with another structure: today's journey stays as it is whatever is built in them.

use super::room::{Desk, Memory};
use kedja::app::library::*;
use kedja::app::{Built, Command, DoneStep, Origin, Project, built, rebuilt, step_between};
use kedja::exchange::journey_json;
use kedja::model::edit::{Edit, Spot, edited};
use kedja::model::{PartId, Text};

fn put(desk: &mut Desk, change: impl FnOnce(&Project) -> Project) {
    let work = change(&desk.session.work);
    desk.run(Command::Build(Box::new(Built { work, typed: None, is_copy: false })));
}

fn edit(desk: &mut Desk, edit: &Edit) {
    let work = &desk.session.work;
    let after = edited(work.whole(), edit, "en");
    let built = built(work, after, Text::same("A copy"), None);
    desk.run(Command::Build(Box::new(built)));
}

fn add(desk: &mut Desk, name: &str) {
    let first = desk.session.work.whole().touchpoints[0].id.clone();
    edit(desk, &Edit::AddTouchpoint { name: name.to_owned(), spot: Spot::After(first) });
}

fn remove(desk: &mut Desk, id: &str) {
    edit(desk, &Edit::Remove(PartId::Touchpoint(id.into())));
}

fn size(desk: &Desk) -> usize {
    desk.session.work.whole().touchpoints.len()
}

/// Today with a link made stronger; and a scenario in which a touchpoint is replaced.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.open_file("ours.json");
    put(&mut desk, |work| build_on(work, "Chat instead").unwrap());
    add(&mut desk, "Chat");
    remove(&mut desk, "support");
    desk
}

#[test]
fn what_is_built_in_a_scenario_leaves_today_as_it_is_and_stays_when_it_is_left() {
    let mut desk = desk();
    let today = journey_json(desk.session.work.today_journey());
    assert!(has_moved(&desk.session.work));
    put(&mut desk, |work| take_named(work, None));
    assert_eq!((journey_json(&desk.session.work.journey), size(&desk)), (today.clone(), 6));
    assert_eq!(desk.session.work.origin, Origin::File("ours.json".to_owned()));
    assert!(desk.session.work.as_is.is_none() && !has_moved(&desk.session.work));
    // Today is built on meanwhile.
    add(&mut desk, "Letter");
    put(&mut desk, |work| take_named(work, Some("scenario-1")));
    let (work, whole) = (&desk.session.work, desk.session.work.whole());
    assert!(whole.touchpoint(&"chat".into()).is_some() && whole.touchpoint(&"support".into()).is_none());
    assert!(work.today_journey().touchpoint(&"letter".into()).is_some());
    let parts = rebuilt(work.today_journey(), whole);
    assert_eq!(parts.added, [PartId::Touchpoint("chat".into())]);
    assert!(parts.removed.contains(&PartId::Touchpoint("support".into())), "{parts:?}");
}

#[test]
fn reset_takes_back_what_was_built_since_and_then_goes_to_the_parent() {
    let mut desk = desk();
    put(&mut desk, hold);
    put(&mut desk, |work| build_on(work, "And a letter").unwrap());
    add(&mut desk, "Letter");
    assert_eq!(desk.session.work.named[1].parent.as_deref(), Some("scenario-1"));
    assert_eq!(size(&desk), 7);
    put(&mut desk, back_to_parent);
    assert_eq!((size(&desk), desk.session.work.taken.as_deref()), (6, Some("scenario-2")));
    put(&mut desk, back_to_parent);
    assert_eq!(desk.session.work.taken.as_deref(), Some("scenario-1"));
    assert!(desk.session.work.whole().touchpoint(&"chat".into()).is_some());
    put(&mut desk, back_to_parent);
    assert_eq!((size(&desk), desk.session.work.taken.as_deref()), (6, None));
    assert!(desk.session.work.whole().touchpoint(&"support".into()).is_some());
}

#[test]
fn each_step_back_and_a_reload_and_the_library_give_both_journeys_again() {
    let mut desk = desk();
    assert_eq!(desk.reloaded().session.work, desk.session.work);
    let memory = Memory::default();
    desk.shelve(&memory, 1);
    let mut other = Desk::new();
    other.take(&memory, &desk.record()).unwrap();
    assert_eq!(other.session.work, desk.session.work);
    for _ in 0..3 {
        desk.run(Command::Undo);
    }
    assert!(desk.session.work.as_is.is_none() && desk.session.work.named.is_empty());
    assert_eq!(desk.session.work.origin, Origin::File("ours.json".to_owned()));
}

#[test]
fn a_scenario_on_a_ready_journey_leaves_that_ready() {
    let mut desk = Desk::new();
    put(&mut desk, |work| build_on(work, "Without the app").unwrap());
    assert_eq!(desk.session.work.origin, Origin::Own);
    let link = desk.session.work.whole().touchpoints[2].id.clone();
    edit(&mut desk, &Edit::Remove(PartId::Touchpoint(link)));
    assert_eq!(desk.reloaded().session.work, desk.session.work);
    let before = desk.session.work.clone();
    put(&mut desk, |work| take_named(work, None));
    assert!(matches!(&desk.session.work.origin, Origin::Ready(id) if id == "telecom"));
    assert_eq!(step_between(&before, &desk.session.work), DoneStep::Scenario);
}

#[test]
fn a_scenario_that_is_taken_away_while_it_is_built_leaves_what_it_was_made_from() {
    let mut desk = desk();
    put(&mut desk, |work| drop_named(work, "scenario-1"));
    let work = &desk.session.work;
    assert!(work.named.is_empty() && work.as_is.is_none() && work.taken.is_none());
    assert_eq!(size(&desk), 6);
    // And undo brings all of it back.
    desk.run(Command::Undo);
    assert!(desk.session.work.whole().touchpoint(&"chat".into()).is_some());
}

#[test]
fn half_made_journeys_stay_half_made_on_both_sides() {
    let mut desk = desk();
    remove(&mut desk, "invoice");
    assert!(desk.session.work.stands_still());
    put(&mut desk, |work| take_named(work, None));
    assert!(!desk.session.work.stands_still());
    remove(&mut desk, "checkout");
    assert!(desk.session.work.draft.is_some());
    let half = desk.session.work.whole().clone();
    put(&mut desk, |work| take_named(work, Some("scenario-1")));
    assert!(desk.session.work.stands_still());
    assert_eq!(desk.reloaded().session.work, desk.session.work);
    put(&mut desk, |work| take_named(work, None));
    assert_eq!(desk.session.work.whole(), &half);
}
