//! Damaged and hostile files: they open, or they are refused with a reason; the reader survives.

use super::file_of;
use crate::arbitrary;
use crate::builder::small;
use kedja::app::Language;
use kedja::exchange::*;
use kedja::model::*;
use kedja::words::problem::line;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Opens or is refused with a reason that can be said; and what opens is a valid journey.
fn assert_survived(text: &str) -> Result<(), TestCaseError> {
    match open_journey(text.as_bytes()) {
        Ok(journey) => prop_assert_eq!(check(&journey), vec![]),
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!(line(Language::Sv, &problem).ends_with('.'));
            }
        }
    }
    Ok(())
}

/// One edit of a file's bytes.
#[derive(Clone, Debug)]
enum Edit {
    Delete(prop::sample::Index, usize),
    Put(prop::sample::Index, u8),
    Insert(prop::sample::Index, String),
}

fn edit() -> impl Strategy<Value = Edit> {
    let token = prop::sample::select(vec![
        "1e308",
        "-1",
        "0",
        "1e-320",
        "null",
        "[]",
        "{}",
        "\"\"",
        ",",
        "true",
        "\"price\"",
        "99999999999999999999",
        ":",
    ]);
    prop_oneof![
        (any::<prop::sample::Index>(), 1..40usize).prop_map(|(at, length)| Edit::Delete(at, length)),
        (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(at, byte)| Edit::Put(at, byte)),
        (any::<prop::sample::Index>(), token).prop_map(|(at, token)| Edit::Insert(at, token.to_owned())),
    ]
}

fn edited(mut bytes: Vec<u8>, edits: &[Edit]) -> String {
    for edit in edits {
        if bytes.is_empty() {
            break;
        }
        match edit {
            Edit::Delete(at, length) => {
                let from = at.index(bytes.len());
                let to = (from + length).min(bytes.len());
                bytes.drain(from..to);
            }
            Edit::Put(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Edit::Insert(at, token) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, token.bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Something else than a file has in a place.
fn odd_value() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<f64>().prop_filter_map("not a number of JSON", |n| n.is_finite().then(|| json!(n))),
        any::<i64>().prop_map(|n| json!(n)),
        Just(json!(u64::MAX)),
        Just(json!(1e308)),
        Just(json!(5e-324)),
        (-2..3i32).prop_map(|n| json!(n)),
        (0.0..1.5).prop_map(|n| json!(n)),
    ];
    let leaf = prop_oneof![
        6 => number,
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(|b| json!(b)),
        2 => prop::sample::select(vec!["", "ad", "price", "using", "service", "delivery", "Å", "{{ id }}"]).prop_map(|s| json!(s)),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::btree_map("id|from|to|share|likely|low|en|x", inner, 0..4).prop_map(|m| json!(m)),
        ]
    })
}

/// Every place in a file, as a JSON pointer.
fn pointers(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, v)| pointers(v, format!("{at}/{key}"), found)),
        Value::Array(parts) => parts.iter().enumerate().for_each(|(n, v)| pointers(v, format!("{at}/{n}"), found)),
        _ => {}
    }
    found.push(at);
}

proptest! {
    #[test]
    fn damaged_bytes_never_stop_the_reader(edits in prop::collection::vec(edit(), 1..4)) {
        assert_survived(&edited(journey_json(&small()).into_bytes(), &edits))?;
    }

    #[test]
    fn odd_values_anywhere_never_stop_the_reader(
        journey in arbitrary::journey(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), odd_value()), 1..4),
    ) {
        let mut file = file_of(&journey);
        for (which, odd) in changes {
            let mut places = Vec::new();
            pointers(&file, String::new(), &mut places);
            *file.pointer_mut(which.get(&places)).unwrap() = odd;
        }
        assert_survived(&file.to_string())?;
    }

    #[test]
    fn fields_left_out_anywhere_never_stop_the_reader(
        journey in arbitrary::journey(), which in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
    ) {
        let mut file = file_of(&journey);
        for index in which {
            let mut places = Vec::new();
            pointers(&file, String::new(), &mut places);
            let place = index.get(&places).clone();
            let (parent, key) = place.rsplit_once('/').unwrap_or(("", ""));
            match file.pointer_mut(parent).unwrap() {
                Value::Object(fields) => drop(fields.remove(key)),
                Value::Array(parts) if !parts.is_empty() => drop(parts.remove(index.index(parts.len()))),
                _ => {}
            }
        }
        assert_survived(&file.to_string())?;
    }

    #[test]
    fn any_numbers_in_a_journey_are_checked_without_stopping(
        journey in arbitrary::journey(),
        numbers in prop::collection::vec((any::<prop::sample::Index>(), any::<f64>()), 1..5),
    ) {
        let mut journey = journey;
        let links = journey.touchpoints.len();
        for (which, number) in numbers {
            let touchpoint = &mut journey.touchpoints[which.index(links)];
            touchpoint.strength.likely = number;
            touchpoint.sensing = number;
            journey.personas[0].entries[0].share = number;
            journey.price = number;
            if let Some(handover) = journey.handovers.first_mut() {
                handover.share = number;
            }
        }
        let found = check(&journey);
        for problem in &found {
            // Every problem has a form in JSON: numbers in problems are finite.
            let again: Problem = serde_json::from_value(serde_json::to_value(problem).unwrap()).unwrap();
            prop_assert_eq!(&again, problem);
        }
    }
}

#[test]
fn more_problems_than_anybody_reads_are_counted() {
    let mut file = file_of(&small());
    for n in 0..MAX_PROBLEMS + 7 {
        file["market"][format!("field{n}")] = json!(n);
    }
    let found = open_journey(file.to_string().as_bytes()).unwrap_err();
    assert_eq!(found.len(), MAX_PROBLEMS + 1);
    assert_eq!(found.last().map(|p| &p.what), Some(&Code::FurtherProblems { left: 7 }));
}

#[test]
fn a_long_file_of_faults_is_refused() {
    // As many touchpoints as fit in the bytes, none of them whole.
    let parts = vec![json!({"id": "a", "strength": 2}); 60_000];
    let mut file = file_of(&small());
    file["touchpoints"] = Value::Array(parts);
    let text = file.to_string();
    assert!(text.len() < MAX_BYTES);
    assert!(open_journey(text.as_bytes()).unwrap_err().len() <= MAX_PROBLEMS + 1);
}

#[test]
fn a_file_of_nothing_but_tiny_faults_is_refused_and_counted() {
    for tiny in ["1", "{}", "[]", "\"\""] {
        let parts = vec![tiny; 900_000].join(",");
        let text = file_of(&small()).to_string();
        let start = text.find("\"handovers\":[").unwrap() + "\"handovers\":[".len();
        let text = format!("{}{parts},{}", &text[..start], &text[start..]);
        let found = open_journey(text.as_bytes()).unwrap_err();
        assert_eq!(found.len(), MAX_PROBLEMS + 1, "{tiny}");
        assert!(matches!(found.last().unwrap().what, Code::FurtherProblems { left } if left >= 899_500), "{tiny}");
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let text = journey_json(&small());
    for length in 0..text.len() - 1 {
        assert!(open_journey(&text.as_bytes()[..length]).is_err() || text[length..].trim().is_empty(), "{length}");
    }
}

proptest! {
    #[test]
    fn flipped_bytes_never_stop_the_reader(flips in prop::collection::vec((any::<prop::sample::Index>(), 0..8_u32), 1..6)) {
        let mut bytes = journey_json(&small()).into_bytes();
        for (at, bit) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        match open_journey(&bytes) {
            Ok(journey) => prop_assert_eq!(check(&journey), vec![]),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}
