//! The table of fields: what it says about each number, and that everything else agrees with it.

use crate::builder::small;
use kedja::exchange::{journey_json, open_journey, open_scenario, scenario_json};
use kedja::model::fields::{Absent, FIGURES, FieldDef, PartKind};
use kedja::model::{Change, Field, Journey, Scenario, apply, lever_bounds};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn the_name_of_a_field_is_the_one_in_files() {
    for field in Field::ALL {
        // "HalvingCost" is halving_cost.
        let mut name = String::new();
        for letter in format!("{field:?}").chars() {
            if letter.is_uppercase() && !name.is_empty() {
                name.push('_');
            }
            name.extend(letter.to_lowercase());
        }
        assert_eq!(field.name(), name);
    }
    let names: BTreeSet<&str> = Field::ALL.iter().map(|field| field.name()).collect();
    assert_eq!(names.len(), Field::ALL.len(), "no name stands twice");
}

#[test]
fn each_number_has_one_row_on_each_part_and_one_unit_everywhere() {
    for row in FIGURES {
        assert_eq!(FIGURES.iter().filter(|r| (r.field, r.part()) == (row.field, row.part())).count(), 1, "{row:?}");
        assert_eq!(row.field.unit(), Some(row.unit), "{row:?}");
        assert!(row.least < row.most, "{row:?}");
        if let Absent::Default(value, _) = row.absent {
            assert!((row.least..=row.most).contains(&value), "{row:?}");
        }
    }
}

#[test]
fn levers_are_those_of_the_table() {
    for part in [PartKind::Touchpoint, PartKind::Handover] {
        let in_table = FIGURES.iter().filter(|row| row.is_lever && row.part() == part);
        assert!(in_table.clone().all(|row| row.field.is_lever()));
        assert!(Field::LEVERS.iter().all(|lever| lever.on(part).is_none_or(|row| row.is_lever)));
    }
    let elsewhere = FIGURES.iter().filter(|row| !matches!(row.part(), PartKind::Touchpoint | PartKind::Handover));
    assert!(elsewhere.into_iter().all(|row| !row.is_lever));
    assert_eq!(Field::lever_named("days"), Some(Field::Days));
    assert_eq!(Field::lever_named("worth"), None, "a number, but no lever");
}

#[test]
fn evidence_is_of_these_fields_in_this_order() {
    let names: Vec<&str> = Field::ALL.iter().filter(|field| field.carries_evidence()).map(|f| f.name()).collect();
    let wanted = "strength gain pain complaint_rate exposure halving_cost days sensing frequency tenure worth share \
                  usefulness price_feel elasticity patience tolerance memory chain_feel remorse binding entries leaning \
                  price disturbance rival_pull arrivals echo";
    assert_eq!(names.join(" "), wanted);
}

#[test]
fn a_number_is_read_where_it_was_set() {
    let at =
        |row: &FieldDef| row.whole.map_or(row.least + (row.most - row.least) / 8.0, |(least, _)| least as f64 + 1.0);
    let mut journey = small();
    let mut scenario = Scenario::default();
    for row in FIGURES {
        let value = at(row);
        let read = match row.part() {
            PartKind::Journey => {
                row.set_on_journey(&mut journey, value);
                row.of_journey(&journey)
            }
            PartKind::Market => {
                row.set_on_market(&mut journey.market, value);
                row.of_market(&journey.market)
            }
            PartKind::Touchpoint => {
                row.set_on_touchpoint(&mut journey.touchpoints[0], value);
                row.of_touchpoint(&journey.touchpoints[0])
            }
            PartKind::Handover => {
                row.set_on_handover(&mut journey.handovers[0], value);
                row.of_handover(&journey.handovers[0])
            }
            PartKind::Persona => {
                row.set_on_persona(&mut journey.personas[0], value);
                row.of_persona(&journey.personas[0])
            }
            PartKind::Entry => {
                row.set_on_entry(&mut journey.personas[0].entries[0], value);
                row.of_entry(&journey.personas[0].entries[0])
            }
            PartKind::Scenario => {
                row.set_on_scenario(&mut scenario, value);
                row.of_scenario(&scenario)
            }
            PartKind::Leaning | PartKind::Improvement => continue,
        };
        assert_eq!(read, Some(value), "{row:?}");
    }
    // In the file each stands under its own path.
    let file: Value = serde_json::from_str(&journey_json(&journey)).unwrap();
    let pointer = |part: &str, row: &FieldDef| format!("{part}/{}", row.field.path().replace('.', "/"));
    for row in FIGURES {
        let part = match row.part() {
            PartKind::Journey => "",
            PartKind::Market => "/market",
            PartKind::Touchpoint => "/touchpoints/0",
            PartKind::Handover => "/handovers/0",
            PartKind::Persona => "/personas/0",
            PartKind::Entry => "/personas/0/entries/0",
            PartKind::Leaning | PartKind::Scenario | PartKind::Improvement => continue,
        };
        let found = file.pointer(&pointer(part, row)).and_then(Value::as_f64);
        assert_eq!(found, Some(at(row)), "{row:?}");
    }
}

/// Reads a number from a part of a journey.
type Read = fn(&FieldDef, &Journey) -> Option<f64>;

#[test]
fn what_a_file_leaves_out_is_as_the_table_says() {
    for row in FIGURES {
        let (part, read): (&str, Read) = match row.part() {
            PartKind::Journey => ("", |row, j| row.of_journey(j)),
            PartKind::Market => ("/market", |row, j| row.of_market(&j.market)),
            PartKind::Touchpoint => ("/touchpoints/4", |row, j| row.of_touchpoint(&j.touchpoints[4])),
            PartKind::Handover => ("/handovers/0", |row, j| row.of_handover(&j.handovers[0])),
            PartKind::Persona => ("/personas/0", |row, j| row.of_persona(&j.personas[0])),
            PartKind::Entry => ("/personas/0/entries/0", |row, j| row.of_entry(&j.personas[0].entries[0])),
            PartKind::Leaning | PartKind::Scenario | PartKind::Improvement => continue,
        };
        let mut file: Value = serde_json::from_str(&journey_json(&small())).unwrap();
        let (owner, field) = match row.field.path().split_once('.') {
            // Where a tenure begins must be said where anything of it is.
            Some(("tenure", _)) => continue,
            Some((owner, field)) => (format!("{part}/{owner}"), field),
            None => (part.to_owned(), row.field.path()),
        };
        file.pointer_mut(&owner).and_then(Value::as_object_mut).unwrap().remove(field);
        let opened = open_journey(file.to_string().as_bytes());
        match row.absent {
            Absent::Required => assert!(opened.is_err(), "{row:?}"),
            Absent::Unset => assert_eq!(read(row, &opened.unwrap()), None, "{row:?}"),
            Absent::Default(value, _) => assert_eq!(read(row, &opened.unwrap()), Some(value), "{row:?}"),
        }
    }
}

#[test]
fn a_change_sets_levers_and_nothing_else() {
    let journey = small();
    for field in Field::ALL.iter().copied().filter(|field| !field.is_lever()) {
        let set = Change::Set { link: "ad".into(), lever: field, value: 0.9 };
        let scenario = crate::builder::scenario(vec![set]);
        assert_eq!(apply(&journey, &scenario), journey, "{field:?}");
        assert_eq!(lever_bounds(&journey, &"ad".into(), field), None, "{field:?}");
        assert!(open_scenario(scenario_json(&scenario).as_bytes(), &journey).is_err(), "{field:?}");
    }
}
