//! What is kept on the device, as text.

use crate::builder::{scenario, small, strengthen};
use kedja::exchange::*;
use kedja::model::{KeptCheck, KeptFigure, NamedScenario, OwnBooks, OwnCount, OwnFigure, OwnFigures, Signing};
use proptest::prelude::*;

fn own() -> OwnFigures {
    let mut own = OwnFigures::default();
    own.set(OwnFigure::Churn, Some(OwnCount { value: 0.023, of: None, over: None }));
    own.set(OwnFigure::Conversion, Some(OwnCount { value: 300.0 / 10_000.0, of: Some(10_000.0), over: None }));
    own
}

fn check() -> KeptCheck {
    let figure = |figure: &str, came: f64, is_hit| KeptFigure {
        figure: figure.to_owned(),
        said: 0.0226,
        low: 0.02,
        high: 0.025,
        came,
        is_hit,
    };
    KeptCheck {
        on: "2027-03-01".to_owned(),
        figures: vec![figure("churn", 0.023, true), figure("strength:Möte \"1\"", 0.5, false)],
    }
}

fn state() -> SavedState {
    let step = |journey| SavedStep {
        journey,
        as_is: Some(0),
        scenario: scenario(vec![strengthen("ad", 1.0)]),
        seed: u64::MAX,
        named: Some(0),
        taken: Some("scenario-1".to_owned()),
        record: Some("00ff".to_owned()),
        scenes: vec![1, 0],
    };
    let named = NamedScenario {
        id: "scenario-1".to_owned(),
        name: "A clearer \"invoice\"".to_owned(),
        parent: None,
        structure: Some(Box::new(small())),
        scenario: scenario(vec![strengthen("ad", 2.0)]),
    };
    let scene = |id: &str, seconds: Option<u16>| SavedScene {
        id: id.to_owned(),
        caption: "Which link?".to_owned(),
        note: seconds.map_or_else(String::new, |_| "Wait\nfor all".to_owned()),
        shows: "bets".to_owned(),
        focus: seconds.map(|_| "ad".into()),
        seconds,
        journey: 1,
        scenario: scenario(vec![strengthen("ad", 0.5)]),
        seed: 3,
    };
    let journey = SavedJourney::File { name: "mine.json".to_owned(), journey: Box::new(small()) };
    SavedState {
        revision: 7,
        journeys: vec![Some(SavedJourney::Ready("telecom".to_owned())), Some(journey)],
        now: Some(step(1)),
        past: vec![step(0), step(1)],
        future: vec![step(0)],
        named: vec![vec![named]],
        scenes: vec![Some(scene("scene-1", Some(90))), Some(scene("scene-2", None))],
        selected: "ad".into(),
        persona: Some("anna".into()),
        lanes: vec!["words".to_owned()],
        dashboards: true,
        customers: Some(10_000_000),
        language: Some("sv".to_owned()),
        theme: Some("dark".to_owned()),
        place: Some("prioritise".to_owned()),
        agenda: Some(SavedAgenda {
            signing: Signing {
                question: "Vad gör vi?".into(),
                books: books_text(&OwnBooks { today: own(), checks: vec![check()] }),
                ..Signing::default()
            },
            signed: [("insurance".to_owned(), Signing { owner: "Eva".into(), ..Signing::default() })].into(),
            goal: Some("churn".to_owned()),
            units: Some(20),
            unit_cost: Some(0.01),
            target: Some(0.02),
            bets: vec!["ad".into(), "ad".into()],
            elsewhere: [("telecom".to_owned(), vec!["invoice".into()])].into(),
            is_covered: true,
            is_told: true,
        }),
    }
}

#[test]
fn what_the_books_say_comes_back_and_what_cannot_be_is_left_out() {
    let books = OwnBooks { today: own(), checks: vec![check()] };
    assert_eq!(read_books(&books_text(&books)), books);
    assert_eq!(books_text(&OwnBooks::default()), "");
    let odd = r#"{"own": {"churn": [1.5], "conversion": [0.4, 0.2], "later": [1], "days_to_purchase": []}, "new": 1}"#;
    let read = read_books(odd);
    assert_eq!(
        read.today.said().collect::<Vec<_>>(),
        [(OwnFigure::Conversion, OwnCount { value: 0.4, of: None, over: None })]
    );
    for damaged in ["", "{", "[]", r#"{"checks": [{"on": 3}]}"#] {
        assert_eq!(read_books(damaged), OwnBooks::default(), "{damaged}");
    }
}

#[test]
fn what_is_saved_is_read_as_the_same_state() {
    let full = state();
    let bare = SavedState { persona: None, language: None, place: None, agenda: None, lanes: vec![], ..state() };
    let usual = SavedState { agenda: Some(SavedAgenda::default()), ..state() };
    for state in [full, bare, usual] {
        assert_eq!(read_saved_state(&saved_state_json(&state)), Ok((state, Lost::default())));
    }
}

#[test]
fn a_state_from_before_there_was_a_choice_is_read() {
    let mut early: serde_json::Value = serde_json::from_str(&saved_state_json(&state())).unwrap();
    for later in ["revision", "persona", "lanes", "dashboards", "place", "agenda", "language"] {
        early.as_object_mut().unwrap().remove(later);
    }
    let (read, lost) = read_saved_state(&early.to_string()).unwrap();
    assert_eq!((read.revision, read.persona, read.place, read.agenda), (0, None, None, None));
    assert!(read.lanes.is_empty() && !read.dashboards && lost.is_nothing());
}

#[test]
fn a_field_that_a_later_page_saved_is_left_alone() {
    let later = saved_state_json(&state()).replacen("{\"version\":4,", "{\"version\":4,\"sound\":true,", 1);
    assert_eq!(read_saved_state(&later), Ok((state(), Lost::default())));
}

#[test]
fn a_later_version_is_told_from_damage() {
    for (version, unread) in
        [("0", Unread::Damaged), ("0.5", Unread::Damaged), ("5", Unread::Newer), ("4.5", Unread::Newer)]
    {
        let other = saved_state_json(&state()).replacen("{\"version\":4,", &format!("{{\"version\":{version},"), 1);
        assert_eq!(read_saved_state(&other), Err(unread), "{version}");
    }
}

#[test]
fn of_a_text_cut_off_anywhere_what_stands_before_is_read() {
    let (text, whole) = (saved_state_json(&state()), state());
    let now = text.find("\"past\"").unwrap();
    for length in (0..text.len()).filter(|length| text.is_char_boundary(*length)) {
        let read = read_saved_state(&text[..length]);
        if length <= now {
            // Nothing that is worked on, or all of it.
            assert!(
                read.is_err() || read.is_ok_and(|(read, _)| read.now.is_none() || read.now == whole.now),
                "{length}"
            );
            continue;
        }
        let (read, lost) = read.unwrap_or_else(|unread| panic!("{length}: {unread:?}"));
        assert_eq!((read.journeys, read.now), (whole.journeys.clone(), whole.now.clone()), "{length}");
        assert!(whole.past.starts_with(&read.past) && !lost.is_nothing(), "{length}");
    }
}

#[test]
fn each_part_that_is_damaged_costs_itself_alone() {
    let text = saved_state_json(&state());
    let damaged = |field: &str, by: &str| {
        let mut tree: serde_json::Value = serde_json::from_str(&text).unwrap();
        *tree.pointer_mut(field).unwrap() = serde_json::from_str(by).unwrap();
        read_saved_state(&tree.to_string()).unwrap()
    };
    let (settings, changes, steps) = (
        Lost { settings: 1, ..Lost::default() },
        Lost { changes: 1, ..Lost::default() },
        Lost { steps: 1, ..Lost::default() },
    );
    for (field, by) in [
        ("/theme", "1"),
        ("/language", "[]"),
        ("/place", "{}"),
        ("/lanes", "\"words\""),
        ("/customers", "-1"),
        ("/selected", "null"),
        ("/agenda/bets", "3"),
        ("/persona", "true"),
        ("/dashboards", "\"yes\""),
        ("/revision", "1.5"),
    ] {
        let (read, lost) = damaged(field, by);
        assert_eq!(lost, settings, "{field}");
        assert_eq!((read.now, read.past, read.future), (state().now, state().past, state().future), "{field}");
    }
    for (field, by) in [("/now/scenario/strain", "null"), ("/now/seed", "-1"), ("/now/scenario", "[]")] {
        let (read, lost) = damaged(field, by);
        assert_eq!((lost, read.now.map(|now| now.journey)), (changes, Some(1)), "{field}");
        assert_eq!((read.past, read.theme), (state().past, state().theme), "{field}");
    }
    for (field, by) in [("/scenes/1", "null"), ("/scenes/1/shows", "7"), ("/scenes/1/scenario", "[]")] {
        let (read, lost) = damaged(field, by);
        assert_eq!((lost, &read.scenes[0], &read.scenes[1]), (changes, &state().scenes[0], &None), "{field}");
        assert_eq!((read.now, read.past), (state().now, state().past), "{field}");
    }
    for (field, by) in [("/past/0", "null"), ("/past/1/seed", "\"x\""), ("/future/0/scenario/improvements", "{}")] {
        let (read, lost) = damaged(field, by);
        assert_eq!((lost, read.past.len() + read.future.len()), (steps, 2), "{field}");
        assert_eq!((read.now, read.theme), (state().now, state().theme), "{field}");
    }
    for (field, by) in [("/journeys/1", "null"), ("/journeys/1/file/journey/version", "2")] {
        let (read, lost) = damaged(field, by);
        assert_eq!(
            (read.journeys[1].is_none(), read.journeys[0].is_some(), lost.is_nothing()),
            (true, true, true),
            "{field}"
        );
    }
}

proptest! {
    #[test]
    fn flipped_bytes_never_stop_the_reader(flips in prop::collection::vec((any::<prop::sample::Index>(), 0..7_u32), 1..6)) {
        let mut bytes = saved_state_json(&state()).into_bytes();
        for (at, bit) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        let _ = read_saved_state(&String::from_utf8_lossy(&bytes));
    }
}
