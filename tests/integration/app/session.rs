use kedja::app::{Command, ListedChange, Origin, Session, changes, effort_spent, settle, weakest};
use kedja::model::{Field, LinkId, Stage};

fn link() -> LinkId {
    Session::first().selected
}

fn set(session: &mut Session, value: f64) {
    session.apply(Command::SetLever { link: link(), lever: Field::Strength, value });
}

#[test]
fn a_first_visit_selects_a_touchpoint_after_the_purchase_that_is_not_the_weakest_and_changes_nothing() {
    let session = Session::first();
    let journey = &session.work.journey;
    let after = journey.touchpoints.iter().filter(|t| journey.stage(&t.phase) == Some(Stage::After));
    assert!(after.clone().any(|t| t.id == session.selected));
    assert_ne!(weakest(journey).unwrap().link, session.selected);
    assert!(session.work.scenario.is_empty());
    assert!(!session.can_undo() && !session.can_redo());
}

#[test]
fn a_strength_that_returns_to_today_is_no_change() {
    let mut session = Session::first();
    let today = session.work.today(&link()).unwrap();
    set(&mut session, 0.9);
    assert_eq!(
        changes(&session.work),
        [ListedChange::Lever { link: link(), lever: Field::Strength, today, value: 0.9, off: false }]
    );
    assert_eq!(session.work.now(&link()), Some(0.9));
    set(&mut session, today);
    assert_eq!(changes(&session.work), []);
    assert!(session.work.scenario.is_empty());
}

#[test]
fn a_drag_is_one_step_of_undo() {
    let mut session = Session::first();
    let before = session.work.clone();
    for value in [0.5, 0.6, 0.7] {
        set(&mut session, value);
    }
    session.apply(Command::LetGo);
    set(&mut session, 0.8);
    session.apply(Command::Undo);
    assert_eq!(session.work.now(&link()), Some(0.7));
    session.apply(Command::Undo);
    assert_eq!(session.work, before);
    assert!(!session.can_undo());
    session.apply(Command::Redo);
    session.apply(Command::Redo);
    assert_eq!(session.work.now(&link()), Some(0.8));
    assert!(!session.can_redo());
}

#[test]
fn a_drag_back_to_where_it_began_leaves_nothing_to_undo() {
    let mut session = Session::first();
    let today = session.work.today(&link()).unwrap();
    set(&mut session, 0.9);
    set(&mut session, today);
    assert!(!session.can_undo());
}

#[test]
fn drags_of_two_links_are_two_steps() {
    let mut session = Session::first();
    let other = session.work.journey.links().find(|l| **l != link()).cloned().unwrap();
    set(&mut session, 0.9);
    session.apply(Command::SetLever { link: other.clone(), lever: Field::Strength, value: 0.91 });
    session.apply(Command::Undo);
    assert_eq!(session.work.now(&link()), Some(0.9));
    assert_eq!(session.work.now(&other), session.work.today(&other));
}

#[test]
fn a_new_change_forgets_what_was_undone() {
    let mut session = Session::first();
    set(&mut session, 0.9);
    session.apply(Command::Undo);
    session.apply(Command::SetStrain(0.5));
    assert!(!session.can_redo());
}

#[test]
fn resetting_one_link_keeps_the_others_and_resetting_all_keeps_none() {
    let mut session = Session::first();
    let other = session.work.journey.links().find(|l| **l != link()).cloned().unwrap();
    set(&mut session, 0.9);
    session.apply(Command::SetLever { link: other.clone(), lever: Field::Strength, value: 0.91 });
    session.apply(Command::SetPrice(Some(123.0)));
    session.apply(Command::ResetLink(link()));
    assert_eq!(session.work.now(&link()), session.work.today(&link()));
    assert_eq!(session.work.now(&other), Some(0.91));
    session.apply(Command::ResetAll);
    assert!(session.work.scenario.is_empty());
    session.apply(Command::Undo);
    assert_eq!(session.work.now(&other), Some(0.91));
    assert_eq!(session.work.price(), 123.0);
}

#[test]
fn what_is_switched_off_is_kept_and_not_asked_for() {
    let mut session = Session::first();
    set(&mut session, 0.9);
    session.apply(Command::Switch { link: link(), lever: Field::Strength, off: true });
    assert!(session.ask().scenario.is_empty());
    assert_eq!(changes(&session.work).len(), 1);
    session.apply(Command::Switch { link: link(), lever: Field::Strength, off: false });
    assert_eq!(session.ask().scenario.improvements.len(), 1);
}

#[test]
fn only_what_changes_a_result_is_asked_again() {
    let mut session = Session::first();
    let other = session.work.journey.links().find(|l| **l != link()).cloned().unwrap();
    let changed = session.apply(Command::Select(other));
    assert!(changed.keep && !changed.ask && !changed.journey);
    assert!(session.apply(Command::SetSeed(7)).ask);
    assert_eq!(session.apply(Command::SetSeed(7)), Default::default());
    assert_eq!(session.apply(Command::Select("nowhere".into())), Default::default());
}

#[test]
fn another_journey_is_a_step_that_can_be_undone() {
    let mut session = Session::first();
    set(&mut session, 0.9);
    let before = session.work.clone();
    let journey = crate::builder::small();
    let changed = session.apply(Command::OpenJourney { journey: Box::new(journey.clone()), name: "mine.json".into() });
    assert!(changed.ask && changed.journey && changed.keep);
    assert_eq!(session.work.origin, Origin::File("mine.json".into()));
    assert!(session.work.scenario.is_empty());
    assert!(journey.strength(&session.selected).is_some());
    session.apply(Command::Undo);
    assert_eq!(session.work, before);
    assert!(session.work.journey.strength(&session.selected).is_some());
}

#[test]
fn impossible_values_cannot_be_entered() {
    let mut session = Session::first();
    let before = session.work.clone();
    set(&mut session, f64::NAN);
    session.apply(Command::SetStrain(f64::INFINITY));
    session.apply(Command::SetPrice(Some(-4.0)));
    session.apply(Command::SetLever { link: "nowhere".into(), lever: Field::Strength, value: 0.5 });
    assert_eq!(session.work, before);
    set(&mut session, 7.0);
    assert_eq!(session.work.now(&link()), Some(1.0));
    session.apply(Command::SetStrain(-1.0));
    assert_eq!(session.work.scenario.strain, 0.0);
}

#[test]
fn what_is_out_of_bounds_leaves_the_former_value() {
    let mut session = Session::first();
    let most = session.work.most_price();
    for command in [
        Command::SetPrice(Some(400.0)),
        Command::SetUnitCost(Some(1_250.0)),
        Command::SetUnits(7),
        Command::SetSeed(u64::MAX),
    ] {
        session.apply(command);
    }
    let before = session.clone();
    for beyond in [
        Command::SetPrice(Some(most * 1.001)),
        Command::SetPrice(Some(0.0)),
        Command::SetUnitCost(Some(2e9)),
        Command::SetUnitCost(Some(0.001)),
        Command::SetUnits(51),
        Command::SetUnits(0),
    ] {
        session.apply(beyond.clone());
        assert_eq!((&session.work, &session.agenda), (&before.work, &before.agenda), "{beyond:?}");
    }
    assert_eq!(session.ask().seed, u64::MAX);
    session.apply(Command::SetPrice(Some(most)));
    assert_eq!(session.work.price(), most);
}

#[test]
fn effort_is_spent_by_strengthening_and_freed_by_weakening() {
    let mut session = Session::first();
    let today = session.work.today(&link()).unwrap();
    let cost = session.work.journey.halving_cost(&link()).unwrap();
    set(&mut session, 1.0 - (1.0 - today) / 2.0);
    assert!((effort_spent(&session.work, &link()).unwrap() - cost).abs() < 1e-9);
    set(&mut session, today / 2.0);
    assert!(effort_spent(&session.work, &link()).unwrap() < 0.0);
    set(&mut session, 1.0);
    assert_eq!(effort_spent(&session.work, &link()), None);
    // What is kept has to be a number that JSON knows.
    assert!(session.work.scenario.improvements.iter().all(|i| i.effort.is_finite()));
}

#[test]
fn a_dragged_slider_settles_on_whole_per_cents_and_on_today() {
    assert_eq!(settle(0.4249, 0.7), 0.42);
    assert_eq!(settle(0.4286, 0.423), 0.423);
    assert_eq!(settle(0.44, 0.423), 0.44);
    assert_eq!(settle(1.2, 0.5), 1.0);
}

#[test]
fn another_journey_is_looked_at_afresh_and_undo_brings_the_work_before_back() {
    let mut session = Session::first();
    session.apply(Command::Select("support".into()));
    session.apply(crate::app::choose("business-software"));
    assert_eq!(session.selected.as_str(), "data-move", "both journeys have a support; it is not where this one opens");
    session.apply(Command::Undo);
    assert_eq!(session.work.journey.id, "telecom");
    assert!(session.work.journey.strength(&session.selected).is_some());
}

#[test]
fn what_a_finger_did_in_passing_is_taken_back_and_a_parked_change_with_it_still_there() {
    let mut session = Session::first();
    let (link, lever) = (LinkId::from("invoice"), Field::Strength);
    let set = |value| Command::SetLever { link: LinkId::from("invoice"), lever: Field::Strength, value };
    let _ = session.apply(set(0.7));
    let _ = session.apply(Command::LetGo);
    let _ = session.apply(Command::Switch { link, lever, off: true });
    let parked = session.work.clone();
    let _ = session.apply(set(0.2));
    let _ = session.apply(set(0.3));
    assert_ne!(session.work, parked);
    assert!(session.apply(Command::TakeBack).ask);
    assert_eq!(session.work, parked);
    let _ = session.apply(Command::TakeBack);
    assert_eq!(session.work, parked, "nothing is held any more");
    let _ = session.apply(Command::Undo);
    assert_eq!(session.work.now(&LinkId::from("invoice")), Some(0.7), "the step before is the switch");
}
