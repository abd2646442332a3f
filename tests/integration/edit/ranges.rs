//! Between which values a figure lies, as somebody says it while building.

use super::after;
use crate::builder::*;
use kedja::exchange::{journey_json, open_journey};
use kedja::model::edit::{Edit, PartChoice, mend};
use kedja::model::*;

fn support() -> PartId {
    PartId::Touchpoint("support".into())
}

fn between(journey: &Journey, field: Field, low: Option<f64>, high: Option<f64>) -> Journey {
    after(journey, Edit::Range { part: support(), field, low, high })
}

fn said(journey: &Journey, field: Field) -> (Option<f64>, Option<f64>) {
    let evidence = journey.touchpoint(&"support".into()).unwrap().evidence.get(&field);
    evidence.map_or((None, None), |evidence| (evidence.low, evidence.high))
}

#[test]
fn a_range_is_kept_in_the_file_and_can_be_taken_away_again() {
    let ranged = between(&small(), Field::Pain, Some(0.25), Some(1.5));
    assert_eq!(check(&ranged), []);
    assert_eq!(open_journey(journey_json(&ranged).as_bytes()).unwrap(), ranged);
    assert_eq!(said(&ranged, Field::Pain), (Some(0.25), Some(1.5)));
    assert_eq!(said(&between(&ranged, Field::Pain, None, None), Field::Pain), (None, None));
}

#[test]
fn a_range_holds_its_figure_whichever_of_them_is_set_last() {
    let ranged = between(&small(), Field::Pain, Some(0.4), Some(0.6));
    let moved = after(&ranged, Edit::Number { part: support(), field: Field::Pain, value: Some(0.9) });
    assert_eq!(said(&moved, Field::Pain), (Some(0.4), Some(0.9)));
    // The pain of support is 0.5.
    assert_eq!(said(&between(&small(), Field::Pain, Some(0.7), Some(0.9)), Field::Pain), (Some(0.5), Some(0.9)));
    assert_eq!(said(&between(&small(), Field::Pain, Some(0.7), Some(0.3)), Field::Pain), (Some(0.3), Some(0.7)));
    assert_eq!(said(&between(&small(), Field::Pain, Some(-1.0), Some(1e9)), Field::Pain), (Some(0.0), Some(1_000.0)));
}

/// What somebody has said of a figure stays: the figure is not begun anew with what another nature begins with.
#[test]
fn a_figure_with_a_range_is_no_longer_a_mere_guess() {
    let ranged = between(&small(), Field::Pain, Some(0.4), Some(0.6));
    let choice = PartChoice::Nature(Nature::Product);
    let other = after(&ranged, Edit::Choose { part: support(), choice });
    assert_eq!(other.touchpoint(&"support".into()).unwrap().pain, 0.5);
    assert_eq!(said(&other, Field::Pain), (Some(0.4), Some(0.6)));
    assert_eq!(check(&other), []);
}

#[test]
fn where_a_figure_is_no_longer_varied_its_range_ends() {
    let ranged = between(&small(), Field::Frequency, Some(0.1), Some(2.0));
    assert_eq!(said(&ranged, Field::Frequency), (Some(0.1), Some(2.0)));
    let reckoning = after(&ranged, Edit::Choose { part: support(), choice: PartChoice::Role(Role::Reckoning) });
    assert_eq!(said(&reckoning, Field::Frequency), (None, None));
    let before = after(&ranged, Edit::Choose { part: support(), choice: PartChoice::Phase("consideration".into()) });
    assert_eq!(said(&before, Field::Frequency), (None, None));
    for journey in [reckoning, before] {
        let ranges = |problem: &&Problem| matches!(problem.what, Code::RangeUnused { .. } | Code::OutOfRange { .. });
        assert_eq!(check(&journey).iter().find(ranges), None);
    }
}

#[test]
fn what_is_never_varied_takes_no_range() {
    for field in [Field::Strength, Field::ComplaintRate, Field::HalvingCost, Field::Share] {
        assert_eq!(said(&between(&small(), field, Some(0.1), Some(0.9)), field), (None, None), "{field:?}");
    }
}

#[test]
fn a_range_that_cannot_be_is_mended_where_it_stands() {
    let with = |field, low, high| {
        let mut journey = small();
        let own = Evidence { low, high, ..Evidence::new(Grounds::Measured, Text::default()) };
        touchpoint_mut(&mut journey, "support").evidence.insert(field, own);
        journey
    };
    for (field, low, high, mended) in [
        (Field::Pain, Some(0.7), Some(0.3), (Some(0.3), Some(0.7))),
        (Field::Pain, Some(0.7), None, (Some(0.5), Some(0.7))),
        (Field::Pain, None, Some(5_000.0), (None, Some(1_000.0))),
        (Field::Strength, Some(0.1), None, (None, None)),
    ] {
        let mut journey = with(field, low, high);
        let problems = check(&journey);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(mend(&mut journey, &problems[0]));
        assert_eq!(check(&journey), []);
        assert_eq!(said(&journey, field), mended);
        assert_eq!(journey.touchpoint(&"support".into()).unwrap().evidence[&field].grounds, Grounds::Measured);
    }
}
