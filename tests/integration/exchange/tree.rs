//! JSON as a tree.

use kedja::exchange::Tree;
use proptest::prelude::*;
use serde_json::{Value, json};

fn tree(text: &str) -> Tree {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_tree_keeps_what_is_given_twice_and_the_order_of_fields() {
    let tree = tree(r#"{"b": 1, "a": 2, "b": 3}"#);
    let names: Vec<&str> = tree.fields().iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["b", "a", "b"]);
    assert_eq!(tree.get("b").and_then(Tree::as_number), Some(3.0));
}

#[test]
fn whole_numbers_are_those_written_without_a_fraction() {
    let whole = |text: &str| tree(text).as_whole();
    assert_eq!(
        [whole("3"), whole("-3"), whole("3.0"), whole("3e1"), whole("\"3\"")],
        [Some(3), Some(-3), None, None, None]
    );
    assert_eq!(whole("18446744073709551615"), Some(u64::MAX.into()));
    assert_eq!(tree("-0").as_number().map(f64::to_bits), Some((-0.0_f64).to_bits()));
    assert_eq!(Tree::from(f64::NAN), Tree::Null);
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(|yes| json!(yes)),
        any::<i64>().prop_map(|n| json!(n)),
        any::<u64>().prop_map(|n| json!(n)),
        any::<f64>().prop_map(|n| json!(n)),
        ".{0,8}".prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::btree_map(".{0,4}", inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

proptest! {
    #[test]
    fn a_tree_is_read_and_written_as_any_json(value in any_value()) {
        let tree = tree(&value.to_string());
        prop_assert_eq!(tree.to_json(), value.to_string());
        prop_assert_eq!(tree.to_json_lines(), serde_json::to_string_pretty(&value).unwrap());
    }
}
