//! What is kept on the device, as text.

use crate::builder::{scenario, small, strengthen};
use kedja::exchange::*;
use proptest::prelude::*;

fn state() -> SavedState {
    let step = |journey| SavedStep { journey, scenario: scenario(vec![strengthen("ad", 1.0)]), seed: u64::MAX };
    let journey = SavedJourney::File { name: "mine.json".to_owned(), journey: Box::new(small()) };
    SavedState {
        journeys: vec![SavedJourney::Ready("telecom".to_owned()), journey],
        now: step(1),
        past: vec![step(0), step(1)],
        future: vec![step(0)],
        selected: "ad".into(),
        persona: Some("anna".into()),
        lanes: vec!["words".to_owned()],
        dashboards: true,
        customers: 10_000_000,
        language: Some("sv".to_owned()),
        theme: "dark".to_owned(),
        place: Some("prioritise".to_owned()),
        agenda: Some(SavedAgenda {
            goal: Some("churn".to_owned()),
            units: Some(20),
            unit_cost: Some(0.01),
            bets: vec!["ad".into(), "ad".into()],
            elsewhere: [("telecom".to_owned(), vec!["invoice".into()])].into(),
            is_covered: true,
        }),
    }
}

#[test]
fn what_is_saved_is_read_as_the_same_state() {
    let full = state();
    let bare = SavedState { persona: None, language: None, place: None, agenda: None, lanes: vec![], ..state() };
    let usual = SavedState { agenda: Some(SavedAgenda::default()), ..state() };
    for state in [full, bare, usual] {
        assert_eq!(read_saved_state(&saved_state_json(&state)), Ok(state));
    }
}

#[test]
fn a_state_from_before_there_was_a_choice_is_read() {
    let mut early: serde_json::Value = serde_json::from_str(&saved_state_json(&state())).unwrap();
    for later in ["persona", "lanes", "dashboards", "place", "agenda", "language"] {
        early.as_object_mut().unwrap().remove(later);
    }
    let read = read_saved_state(&early.to_string()).unwrap();
    assert_eq!((read.persona, read.place, read.agenda), (None, None, None));
    assert!(read.lanes.is_empty() && !read.dashboards);
}

#[test]
fn a_field_that_a_later_page_saved_is_left_alone() {
    let later = saved_state_json(&state()).replacen("{\"version\":1,", "{\"version\":1,\"sound\":true,", 1);
    assert_eq!(read_saved_state(&later), Ok(state()));
}

#[test]
fn another_version_is_damage() {
    for version in ["0", "2", "1.5", "\"1\"", "null"] {
        let other = saved_state_json(&state()).replacen("{\"version\":1,", &format!("{{\"version\":{version},"), 1);
        assert_eq!(read_saved_state(&other), Err(Damage), "{version}");
    }
}

#[test]
fn a_text_cut_off_anywhere_is_damage() {
    let text = saved_state_json(&state());
    for length in (0..text.len()).filter(|length| text.is_char_boundary(*length)) {
        assert_eq!(read_saved_state(&text[..length]), Err(Damage), "{length}");
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
