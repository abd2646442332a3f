//! The named scenarios of a journey: kept, taken up, held, reset to what they were made from.

use super::room::Desk;
use kedja::app::library::*;
use kedja::app::{Built, Command, Project, Proposal};
use kedja::model::{Change, Field};

fn put(desk: &mut Desk, change: impl FnOnce(&Project) -> Project) {
    let work = change(&desk.session.work);
    desk.run(Command::Build(Box::new(Built { work, typed: None, is_copy: false })));
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.open_file("ours.json");
    desk
}

fn now_of(work: &Project) -> u32 {
    let link = work.journey.links().next().unwrap();
    (work.now(link).unwrap() * 100.0).round() as u32
}

#[test]
fn what_is_changed_is_kept_under_a_name_and_taken_up_again_as_it_was() {
    let mut desk = desk();
    assert!(!has_moved(&desk.session.work));
    desk.set(70);
    assert!(has_moved(&desk.session.work));
    put(&mut desk, |work| keep_as(work, " Clear ").unwrap());
    assert!(!has_moved(&desk.session.work));
    assert_eq!(desk.session.work.named[0].name, "Clear");
    put(&mut desk, |work| take_named(work, None));
    assert!(desk.session.work.scenario.is_empty() && !has_moved(&desk.session.work));
    put(&mut desk, |work| take_named(work, Some("scenario-1")));
    assert_eq!(now_of(&desk.session.work), 70);
    desk.run(Command::Undo);
    desk.run(Command::Undo);
    desk.run(Command::Undo);
    assert!(desk.session.work.named.is_empty() && now_of(&desk.session.work) == 70);
}

#[test]
fn reset_goes_to_what_a_scenario_was_made_from_and_then_to_its_parent() {
    let mut desk = desk();
    desk.set(70);
    put(&mut desk, |work| keep_as(work, "One").unwrap());
    desk.set(80);
    put(&mut desk, |work| keep_as(work, "Two").unwrap());
    assert_eq!(desk.session.work.named[1].parent.as_deref(), Some("scenario-1"));
    desk.set(90);
    for at in [80, 70, 50] {
        put(&mut desk, back_to_parent);
        assert_eq!(now_of(&desk.session.work), at);
    }
    assert!(!has_moved(&desk.session.work) && desk.session.work.taken.is_none());
    put(&mut desk, |work| drop_named(work, "scenario-1"));
    assert_eq!((desk.session.work.named.len(), desk.session.work.named[0].parent.as_deref()), (1, None));
}

#[test]
fn changes_are_held_in_the_scenario_and_proposals_stay_switched_off_elsewhere() {
    let mut desk = desk();
    desk.set(70);
    put(&mut desk, |work| keep_as(work, "One").unwrap());
    let link = desk.session.work.journey.links().nth(1).unwrap().clone();
    let changes = vec![Change::Set { link, lever: Field::Strength, value: 0.9 }];
    desk.run(Command::AddProposal(Proposal { name: "Call back".to_owned(), owner: None, effort: 1.0, changes }));
    put(&mut desk, hold);
    assert!(!has_moved(&desk.session.work));
    put(&mut desk, |work| take_named(work, None));
    let proposals: Vec<bool> = desk.session.work.proposals().map(|proposal| proposal.off).collect();
    assert_eq!(proposals, [true]);
    assert!(!has_moved(&desk.session.work));
    put(&mut desk, |work| take_named(work, Some("scenario-1")));
    assert_eq!(desk.session.work.proposals().map(|proposal| proposal.off).collect::<Vec<_>>(), [false]);
}

#[test]
fn a_name_that_is_empty_or_too_long_and_one_too_many_are_refused() {
    let mut desk = desk();
    desk.set(70);
    for bad in ["", "  ", &"x".repeat(LONGEST_SCENARIO + 1)] {
        assert!(keep_as(&desk.session.work, bad).is_none());
    }
    for n in 0..MOST_SCENARIOS {
        put(&mut desk, |work| keep_as(work, &format!("{n} \u{202e}<b>")).unwrap());
    }
    assert!(keep_as(&desk.session.work, "One more").is_none());
    put(&mut desk, |work| rename(work, "scenario-2", "Other"));
    assert_eq!(desk.session.work.named[1].name, "Other");
}

#[test]
fn named_scenarios_and_their_record_come_back_over_a_reload() {
    let mut desk = desk();
    desk.set(70);
    put(&mut desk, |work| keep_as(work, "One").unwrap());
    let reloaded = desk.reloaded();
    assert_eq!(reloaded.session.work, desk.session.work);
    // On a ready journey a name makes it one's own.
    let mut ready = Desk::new();
    ready.set(70);
    assert_eq!(ready.session.work.record, None);
    put(&mut ready, |work| keep_as(work, "One").unwrap());
    assert!(ready.session.work.record.is_some());
}
