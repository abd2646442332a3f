use kedja::app::{Command, Session};
use kedja::model::{Field, check_scenario};

fn set(session: &mut Session, link: &str, lever: Field, value: f64) {
    session.apply(Command::SetLever { link: link.into(), lever, value });
    session.apply(Command::LetGo);
}

#[test]
fn the_last_move_goes_from_before_to_exactly_what_is() {
    let mut session = Session::first();
    set(&mut session, "support", Field::Strength, 0.8);
    let before = session.work.clone();
    set(&mut session, "invoice", Field::Pain, 0.05);
    let moved = session.last_move().unwrap();
    assert_eq!(moved.at(0.0), before);
    assert_eq!(moved.at(1.0), session.work);
    let pains: Vec<f64> =
        (0..=10).map(|n| moved.at(f64::from(n) / 10.0).now_of(&"invoice".into(), Field::Pain).unwrap()).collect();
    assert!(pains.is_sorted_by(|a, b| a > b), "{pains:?}");
    assert!((pains[5] - 0.25).abs() < 1e-9);
    assert_eq!(moved.at(0.5).now_of(&"support".into(), Field::Strength), Some(0.8), "what was not moved stands still");
}

#[test]
fn looking_at_a_move_again_leaves_no_trace() {
    let mut session = Session::first();
    set(&mut session, "invoice", Field::Strength, 0.8);
    let untouched = session.clone();
    let moved = session.last_move().unwrap();
    for n in 0..=16 {
        let _ = moved.at(f64::from(n) / 16.0);
    }
    assert_eq!(session, untouched);
}

#[test]
fn strain_price_and_what_was_reset_move_too() {
    let mut session = Session::first();
    session.apply(Command::SetStrain(1.0));
    assert_eq!(session.last_move().unwrap().at(0.5).scenario.strain, 0.5);
    session.apply(Command::SetPrice(Some(449.0)));
    assert_eq!(session.last_move().unwrap().at(0.5).price(), 399.0);
    set(&mut session, "invoice", Field::Strength, 0.82);
    session.apply(Command::ResetLink("invoice".into()));
    let back = session.last_move().unwrap();
    assert!((back.at(0.5).now(&"invoice".into()).unwrap() - 0.735).abs() < 1e-9);
    session.apply(Command::ResetAll);
    let all = session.last_move().unwrap().at(0.5);
    assert_eq!((all.scenario.strain, all.price()), (0.5, 399.0));
}

#[test]
fn every_step_on_the_way_can_be_lived() {
    let mut session = Session::first();
    set(&mut session, "compare-price-faq", Field::Share, 0.1);
    set(&mut session, "compare-shop", Field::Share, 0.7);
    session.apply(Command::ResetLink("compare-price-faq".into()));
    let moved = session.last_move().unwrap();
    for n in 0..=16 {
        let work = moved.at(f64::from(n) / 16.0);
        assert_eq!(check_scenario(&work.journey, &work.active_scenario()), [], "step {n}");
    }
}

#[test]
fn another_journey_or_seed_is_no_move() {
    let mut session = Session::first();
    assert_eq!(session.last_move(), None);
    session.apply(Command::SetSeed(7));
    assert_eq!(session.last_move(), None);
    session.apply(crate::app::choose("insurance"));
    assert_eq!(session.last_move(), None);
}

#[test]
fn after_an_undo_the_move_before_is_the_last() {
    let mut session = Session::first();
    set(&mut session, "invoice", Field::Strength, 0.8);
    let first = session.last_move();
    set(&mut session, "support", Field::Strength, 0.8);
    session.apply(Command::Undo);
    assert_eq!(session.last_move(), first);
}
