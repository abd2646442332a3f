//! Versions of a format and the steps between them.

use kedja::exchange::{Migration, Tree, current, migrated};

/// A format of three versions: the second calls `cost` price, the third counts it in small coins.
const MIGRATIONS: &[Migration] = &[
    |file| renewed(file, 2, |(name, value)| (if name == "cost" { "price".to_owned() } else { name }, value)),
    |file| {
        renewed(file, 3, |(name, value)| match value.as_number() {
            Some(price) if name == "price" => (name, (price * 100.0).into()),
            _ => (name, value),
        })
    },
];

fn renewed(file: Tree, version: u64, change: impl Fn((String, Tree)) -> (String, Tree)) -> Tree {
    let Tree::Object(fields) = file else { return file };
    let next = |(name, value): (String, Tree)| {
        if name == "version" { (name, version.into()) } else { change((name, value)) }
    };
    Tree::Object(fields.into_iter().map(next).collect())
}

fn tree(text: &str) -> Tree {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_each_version_wrote_is_read_as_the_current_one() {
    assert_eq!(current(MIGRATIONS), 3);
    let now = tree(r#"{"version": 3, "price": 500.0}"#);
    for written in
        [r#"{"version": 1, "cost": 5}"#, r#"{"version": 2, "price": 5}"#, r#"{"version": 3, "price": 500.0}"#]
    {
        assert_eq!(migrated(tree(written), MIGRATIONS), Ok(now.clone()), "{written}");
    }
}

#[test]
fn a_version_that_nobody_knows_is_told() {
    for (version, found) in [("0", 0.0), ("4", 4.0), ("1.5", 1.5), ("-1", -1.0)] {
        assert_eq!(migrated(tree(&format!(r#"{{"version": {version}}}"#)), MIGRATIONS), Err(found));
    }
}

#[test]
fn what_names_no_version_is_left_as_it_is() {
    for file in ["{}", "3", r#"{"version": "1"}"#] {
        assert_eq!(migrated(tree(file), MIGRATIONS), Ok(tree(file)));
    }
}
