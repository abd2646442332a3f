//! What an older Kedja wrote opens for ever. The files in tests/fixtures are never renewed: a new version of a format adds
//! its own beside them.

use kedja::analysis::studies::Goal;
use kedja::app::{Command, Lane, Language, Origin, Place, Theme, restore, save};
use kedja::exchange::*;
use kedja::model::Field;
use std::path::Path;

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn a_journey_file_of_version_1_opens_for_ever() {
    for ready in READY {
        let text = fixture(&format!("journey-1/{}.json", ready.id));
        let journey = open_journey(text.as_bytes()).unwrap_or_else(|problems| panic!("{}: {problems:?}", ready.id));
        assert_eq!(journey.id, ready.id);
        // Every field is written anew as it was read.
        let written: serde_json::Value = serde_json::from_str(&journey_json(&journey)).unwrap();
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_within(&read, &written, ready.id);
    }
}

/// Everything that one value has, the other has too; what it has besides are defaults.
fn assert_within(read: &serde_json::Value, written: &serde_json::Value, at: &str) {
    use serde_json::Value;
    match (read, written) {
        (Value::Object(read), Value::Object(written)) => {
            for (name, value) in read {
                let at = format!("{at}.{name}");
                assert_within(value, written.get(name).unwrap_or_else(|| panic!("{at} is lost")), &at);
            }
        }
        (Value::Array(read), Value::Array(written)) => {
            assert_eq!(read.len(), written.len(), "{at}");
            for (n, (read, written)) in read.iter().zip(written).enumerate() {
                assert_within(read, written, &format!("{at}[{n}]"));
            }
        }
        (Value::Number(read), Value::Number(written)) => assert_eq!(read.as_f64(), written.as_f64(), "{at}"),
        (read, written) => assert_eq!(read, written, "{at}"),
    }
}

#[test]
fn a_saved_state_of_version_1_opens_for_ever() {
    let (mut session, lost) = restore(&fixture("saved-state-1.json")).expect("it was saved by the page itself");
    assert!(lost.is_nothing());
    assert_eq!(session.work.journey.id, "mine");
    assert_eq!((session.work.seed, session.customers), (987_654_321, 50_000));
    assert_eq!((session.language, session.theme), (Some(Language::Sv), Theme::Dark));
    assert_eq!((session.place, session.agenda.goal), (Place::Prioritise, Goal::Retention12));
    assert_eq!((session.agenda.units, session.agenda.unit_cost, session.agenda.is_covered), (7, Some(1_250.0), true));
    assert_eq!(session.lanes.iter().copied().collect::<Vec<_>>(), [Lane::Emotion, Lane::Words]);
    assert!(session.dashboards && session.persona.is_some());
    assert_eq!(session.selected.as_str(), "letter");
    assert_eq!(session.agenda.bets, ["advert".into()]);
    assert!(session.can_redo());
    // Back to the first journey, with its proposals and its bets.
    session.apply(Command::Undo);
    session.apply(Command::Undo);
    assert_eq!(session.work.journey.id, "telecom");
    assert_eq!(session.agenda.bets, ["invoice".into(), "invoice".into(), "advert".into()]);
    let names: Vec<_> = session.work.proposals().map(|p| (p.name.get("en").to_owned(), p.off)).collect();
    assert_eq!(names, [("F\u{f6}rklara fakturan \"b\u{e4}ttre\"".to_owned(), false), ("Ny app".to_owned(), true)]);
    let mut steps = 0;
    while session.can_undo() {
        session.apply(Command::Undo);
        steps += 1;
    }
    assert!(steps >= 8 && session.work.scenario.is_empty(), "{steps}");
}

#[test]
fn changed_qualities_of_personas_in_a_saved_state_open_for_ever() {
    let kept = fixture("saved-state-2-qualities.json");
    let (mut session, lost) = restore(&kept).expect("it was saved by the page itself");
    assert!(lost.is_nothing());
    let of = |session: &kedja::app::Session, persona: &str, quality| session.work.quality_now(&persona.into(), quality);
    assert_eq!(of(&session, "amir", Field::Memory), Some(6.5));
    assert_eq!(of(&session, "sara", Field::Tolerance), Some(5.0));
    assert_eq!(without_records(&save(&session)), as_version(&kept, 4));
    session.apply(Command::Undo);
    assert!(session.work.scenario.is_empty());
}

/// A kept state as this version writes it.
fn as_version(kept: &str, version: u32) -> serde_json::Value {
    let mut state: serde_json::Value = serde_json::from_str(kept).unwrap();
    state["version"] = version.into();
    state
}

/// A kept state without the records that its steps were given: those come with the library.
fn without_records(kept: &str) -> serde_json::Value {
    let mut state: serde_json::Value = serde_json::from_str(kept).unwrap();
    let forget = |step: &mut serde_json::Value| drop(step.as_object_mut().unwrap().remove("record"));
    forget(&mut state["now"]);
    for list in ["past", "future"] {
        state[list].as_array_mut().unwrap().iter_mut().for_each(forget);
    }
    state
}

#[test]
fn a_saved_state_of_version_3_opens_for_ever() {
    let kept = fixture("saved-state-3.json");
    let (mut session, lost) = restore(&kept).expect("it was saved by the page itself");
    assert!(lost.is_nothing());
    assert_eq!(as_version(&save(&session), 4), as_version(&kept, 4));
    let names: Vec<&str> = session.work.named.iter().map(|named| named.name.as_str()).collect();
    assert_eq!(names, ["Tydligare faktura", "Bara i \"storm\""]);
    assert_eq!(session.work.named[1].parent.as_ref(), Some(&session.work.named[0].id));
    assert_eq!(session.work.taken.as_ref(), Some(&session.work.named[1].id));
    let record = session.work.record.clone();
    assert!(record.is_some());
    session.apply(Command::Undo);
    assert_eq!((session.work.named.len(), &session.work.record), (1, &record));
}

#[test]
fn a_saved_state_of_version_4_opens_for_ever() {
    let kept = fixture("saved-state-4.json");
    let (mut session, lost) = restore(&kept).expect("it was saved by the page itself");
    assert!(lost.is_nothing());
    assert_eq!(save(&session), kept.trim_end());
    let scenes: Vec<_> = session.work.scenes.iter().map(|s| (s.id.as_str(), s.shows.name(), s.seconds)).collect();
    assert_eq!(scenes, [("scene-1", "bets", Some(90)), ("scene-2", "journey", None)]);
    let journey = &session.work.scenes[1];
    assert_eq!(
        (journey.caption.as_str(), journey.note.as_str()),
        ("Med \"tydligare\" faktura", "Fråga först.\nVänta.")
    );
    assert_eq!(journey.focus, Some("invoice".into()));
    assert_eq!(journey.work().now(&"invoice".into()), Some(0.7));
    assert_eq!(journey.journey.id, "telecom");
    session.apply(Command::Undo);
    assert_eq!(session.work.scenes.len(), 1);
}

#[test]
fn a_scenario_with_another_structure_in_a_saved_state_of_version_4_opens_for_ever() {
    let kept = fixture("saved-state-4-structure.json");
    let (mut session, lost) = restore(&kept).expect("it was saved by the page itself");
    assert!(lost.is_nothing());
    assert_eq!(save(&session), kept.trim_end());
    let (work, today) = (&session.work, session.work.today_journey());
    let is_in = |journey: &kedja::model::Journey, link: &str| journey.touchpoint(&link.into()).is_some();
    assert_eq!(work.named.iter().map(|named| named.name.as_str()).collect::<Vec<_>>(), ["Chat instead"]);
    assert!(is_in(work.whole(), "chat") && is_in(work.whole(), "brev-hem") && !is_in(work.whole(), "support"));
    assert!(!is_in(today, "chat") && is_in(today, "support"));
    session.apply(Command::Undo);
    assert!(!is_in(session.work.whole(), "brev-hem") && is_in(session.work.whole(), "chat"));
    while session.can_undo() {
        session.apply(Command::Undo);
    }
    assert!(session.work.as_is.is_none());
}

#[test]
fn a_saved_state_of_version_1_is_written_as_it_was() {
    let kept = fixture("saved-state-1.json");
    let (state, _) = read_saved_state(&kept).unwrap();
    let now = as_version(&kept, 4);
    assert_eq!(without_records(&saved_state_json(&state)), now);
    assert_eq!(without_records(&save(&restore(&kept).unwrap().0)), now);
}

#[test]
fn a_saved_state_of_version_2_opens_for_ever() {
    let kept = fixture("saved-state-2.json");
    let (mut session, lost) = restore(&kept).expect("it was saved by the page itself");
    assert!(lost.is_nothing());
    assert_eq!(without_records(&save(&session)), as_version(&kept, 4));
    // A journey of one's own, of which nothing can be simulated at last, and which held as a whole at first.
    assert_eq!((&session.work.origin, session.place), (&Origin::Own, Place::Build));
    assert!(session.work.stands_still());
    let names = |session: &kedja::app::Session| session.work.whole().touchpoints.len();
    assert_eq!(names(&session), 17);
    session.apply(Command::Undo);
    assert!(session.work.draft.as_ref().is_some_and(|draft| draft.holds));
    while session.can_undo() {
        session.apply(Command::Undo);
    }
    assert_eq!((session.work.journey.id.as_str(), names(&session)), ("telecom", 16));
}
