//! The qualities of personas as a reader changes them.

use crate::builder::{checked, small};
use kedja::analysis::{Cohort, Fate};
use kedja::app::*;
use kedja::exchange::{open_scenario, scenario_json};
use kedja::model::*;
use std::sync::Arc;

fn amir() -> PersonaId {
    "amir".into()
}

fn set(session: &mut Session, quality: Field, value: f64) {
    session.apply(Command::SetQuality { persona: amir(), quality, value });
    session.apply(Command::LetGo);
}

#[test]
fn a_quality_is_set_listed_reset_and_undone_like_any_other_change() {
    let mut session = Session::first();
    let today = session.work.quality_today(&amir(), Field::Memory).unwrap();
    set(&mut session, Field::Memory, 6.0);
    assert_eq!(session.work.quality_now(&amir(), Field::Memory), Some(6.0));
    assert_eq!(session.work.changed_journey().quality(&amir(), Field::Memory), Some(6.0));
    let entry = ListedChange::Quality { persona: amir(), quality: Field::Memory, today, value: 6.0 };
    assert_eq!(changes(&session.work), std::slice::from_ref(&entry));
    assert!(is_changed(&session.work));
    assert_eq!(entry.alone(&session.work), session.work.active_scenario());
    assert_eq!(cause(&session.work), Some(Cause::Persona(amir())));
    session.apply(Command::Undo);
    assert!(changes(&session.work).is_empty() && !is_changed(&session.work));
    session.apply(Command::Redo);
    session.apply(Command::ResetQuality { persona: amir(), quality: Field::Memory });
    assert!(session.work.scenario.is_empty());
    set(&mut session, Field::Patience, 0.9);
    let patience = session.work.quality_today(&amir(), Field::Patience).unwrap();
    set(&mut session, Field::Patience, patience);
    assert!(session.work.scenario.is_empty(), "back at today's it is no change");
}

#[test]
fn a_drag_is_one_step_of_undo_and_everything_goes_back_together() {
    let mut session = Session::first();
    for value in [2.5, 3.0, 4.0] {
        session.apply(Command::SetQuality { persona: amir(), quality: Field::Memory, value });
    }
    session.apply(Command::LetGo);
    set(&mut session, Field::ChainFeel, 0.0);
    assert_eq!(session.work.changed_qualities(&amir()), 2);
    session.apply(Command::ResetAll);
    assert!(session.work.scenario.is_empty());
    session.apply(Command::Undo);
    session.apply(Command::Undo);
    session.apply(Command::Undo);
    assert!(!session.can_undo() && session.work.scenario.is_empty());
}

#[test]
fn a_quality_keeps_within_what_it_can_be_and_its_slider_holds_it() {
    let mut session = Session::first();
    for quality in Field::QUALITIES {
        let (least, most) = quality_bounds(quality).unwrap();
        for value in [-1e9, 1e9, f64::NAN] {
            set(&mut session, quality, value);
            let now = session.work.quality_now(&amir(), quality).unwrap();
            assert!((least..=most).contains(&now), "{quality:?}: {now}");
            assert!(check_scenario(&session.work.journey, &session.work.scenario).is_empty(), "{quality:?}");
            assert!(quality_scale(&session.work, &amir(), quality).most >= now.min(most) || now == most);
        }
    }
    assert_eq!(quality_bounds(Field::Strength), None);
    let before = session.work.clone();
    session.apply(Command::SetQuality { persona: "nobody".into(), quality: Field::Memory, value: 3.0 });
    assert_eq!(session.work, before, "of an unknown persona nothing is set");
    set(&mut session, Field::Tolerance, 2.4);
    assert_eq!(session.work.quality_now(&amir(), Field::Tolerance), Some(2.0), "steps are whole");
    set(&mut session, Field::Binding, 6.4);
    assert_eq!(session.work.quality_now(&amir(), Field::Binding), Some(6.0), "so are periods of binding");
}

#[test]
fn changed_qualities_are_kept_and_come_back() {
    let mut session = Session::first();
    set(&mut session, Field::Tolerance, 6.0);
    set(&mut session, Field::Memory, 0.5);
    let (back, lost) = restore(&save(&session)).unwrap();
    assert!(lost.is_nothing());
    assert_eq!(back.work, session.work);
}

#[test]
fn what_a_persona_that_is_gone_was_like_is_dropped_and_said() {
    let mut session = Session::first();
    set(&mut session, Field::Tolerance, 6.0);
    let kept = save(&session).replace(r#""persona":"amir""#, r#""persona":"nobody""#);
    let (back, lost) = restore(&kept).unwrap();
    assert!(back.work.scenario.is_empty());
    assert_eq!(lost.changes, 1);
}

fn scenario(quality: Field, value: f64) -> Scenario {
    let change = PersonaChange { persona: "anna".into(), quality, value };
    Scenario { qualities: vec![change], ..Scenario::default() }
}

#[test]
fn a_scenario_file_says_qualities_and_is_refused_with_what_cannot_be() {
    let journey = small();
    for quality in Field::QUALITIES {
        let said = scenario(quality, 0.5);
        let is_whole = matches!(quality, Field::Tolerance | Field::Binding);
        let said = if is_whole { scenario(quality, 5.0) } else { said };
        assert_eq!(open_scenario(scenario_json(&said).as_bytes(), &journey), Ok(said));
    }
    let refused = |text: &str| -> Vec<(String, Code)> {
        let problems = open_scenario(text.as_bytes(), &journey).unwrap_err();
        problems.into_iter().map(|problem| (problem.place.path(), problem.what)).collect()
    };
    let of = |persona: &str, quality: &str, value: &str| {
        format!(r#"{{"qualities": [{{"persona": "{persona}", "quality": "{quality}", "value": {value}}}]}}"#)
    };
    let unknown = Code::UnknownPersona { id: "nobody".to_owned() };
    assert_eq!(refused(&of("nobody", "memory", "2")), [("qualities[0].persona".to_owned(), unknown)]);
    let patient = refused(&of("anna", "patience", "0.99"));
    assert!(matches!(&patient[..], [(path, Code::OutOfRange { .. })] if path == "qualities[0].value"), "{patient:?}");
    let half = refused(&of("anna", "tolerance", "2.5"));
    assert!(matches!(&half[..], [(path, Code::NotWhole { .. })] if path == "qualities[0].value"), "{half:?}");
    assert!(matches!(&refused(&of("anna", "strength", "0.5"))[..], [(_, Code::UnknownChoice { .. })]));
}

/// Lives of telecom with a quality of Amir's changed: how many of each persona have another fate or another number of
/// periods, and how many of each there are.
fn turned(quality: Field, value: f64) -> Vec<(u64, u64)> {
    let mut session = Session::first();
    set(&mut session, quality, value);
    let journey: Arc<Journey> = session.work.journey.clone();
    let cohort = Cohort::new(&checked(&journey), &session.work.active_scenario(), 1).unwrap();
    let mut counts = vec![(0, 0); journey.personas.len()];
    for customer in 0..3_000 {
        let life = cohort.life(customer);
        let (today, what_if) = (life.today.life, life.what_if.unwrap().life);
        assert_eq!(today.persona, what_if.persona);
        counts[today.persona].1 += 1;
        counts[today.persona].0 += u64::from((today.fate, today.tenures) != (what_if.fate, what_if.tenures));
    }
    counts
}

#[test]
fn only_the_persona_that_is_changed_lives_otherwise() {
    for (quality, value) in
        [(Field::Tolerance, 8.0), (Field::Memory, 0.5), (Field::Usefulness, 3.0), (Field::Patience, 0.9)]
    {
        let counts = turned(quality, value);
        let at = Session::first().work.journey.personas.iter().position(|p| p.id == amir()).unwrap();
        for (persona, (others, of)) in counts.iter().enumerate() {
            assert!(*of > 300);
            assert_eq!(*others > 20, persona == at, "{quality:?}: {counts:?}");
            assert!(persona == at || *others == 0, "{quality:?}: {counts:?}");
        }
    }
}

#[test]
fn a_more_patient_twin_never_drops_out_where_the_other_bought() {
    let mut session = Session::first();
    set(&mut session, Field::Patience, 0.9);
    let cohort = Cohort::new(&checked(&session.work.journey), &session.work.active_scenario(), 1).unwrap();
    let mut won = 0;
    for customer in 0..5_000 {
        let life = cohort.life(customer);
        let (today, patient) = (life.today.life.fate, life.what_if.unwrap().life.fate);
        assert!(today == Fate::Dropped || patient != Fate::Dropped, "customer {customer}");
        won += u64::from(today == Fate::Dropped && patient != Fate::Dropped);
    }
    assert!(won > 50, "{won}");
}
