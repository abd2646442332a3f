//! The lanes: every touchpoint has its column, in the order of the flow.

use crate::arbitrary;
use crate::runs::for_all;
use kedja::charts::lanes::{Columns, Mood, accounts, curve};
use kedja::exchange::READY;
use kedja::model::{Journey, LinkId, Stage};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn stage(journey: &Journey, link: &LinkId) -> Option<Stage> {
    journey.touchpoint(link).and_then(|t| journey.stage(&t.phase))
}

#[test]
fn every_touchpoint_has_one_column_those_before_the_purchase_first() {
    for_all(40, &arbitrary::journey(), |journey| {
        let columns = Columns::of(&journey, 900.0);
        let links: BTreeSet<&LinkId> = columns.links.iter().collect();
        prop_assert_eq!(links.len(), journey.touchpoints.len());
        prop_assert_eq!(columns.links.len(), journey.touchpoints.len());
        let (before, after) = columns.links.split_at(columns.before);
        prop_assert!(before.iter().all(|link| stage(&journey, link) == Some(Stage::Before)));
        prop_assert!(after.iter().all(|link| stage(&journey, link) == Some(Stage::After)));
        Ok(())
    });
}

#[test]
fn in_ready_journeys_a_handover_leads_on_to_a_later_column() {
    for ready in &READY {
        let journey = ready.journey();
        let columns = Columns::of(&journey, 900.0);
        let place = |link: &LinkId| columns.links.iter().position(|l| l == link).unwrap();
        let before = |link: &LinkId| stage(&journey, link) == Some(Stage::Before);
        for handover in journey.handovers.iter().filter(|h| before(&h.from)) {
            assert!(place(&handover.from) < place(&handover.to), "{}: {}", ready.id, handover.id);
        }
    }
}

#[test]
fn runs_cover_all_columns_and_none_reaches_over_the_purchase() {
    for ready in &READY {
        let journey = ready.journey();
        let columns = Columns::of(&journey, 900.0);
        let owner = |link: &LinkId| journey.touchpoint(link).map(|t| t.owner.clone());
        let runs = columns.runs(owner);
        assert_eq!(runs.iter().map(|(_, n)| n).sum::<usize>(), columns.links.len());
        let mut place = 0;
        let starts: Vec<usize> = runs
            .iter()
            .map(|(_, n)| {
                place += n;
                place - n
            })
            .collect();
        assert!(starts.contains(&columns.before), "{}: {starts:?}", ready.id);
        for ((value, n), start) in runs.iter().zip(starts) {
            assert!(columns.links[start..start + n].iter().all(|link| owner(link) == *value));
        }
    }
}

#[test]
fn columns_are_never_too_narrow_for_a_name() {
    let journey = READY[0].journey();
    assert!(Columns::of(&journey, 300.0).column >= 58.0);
    assert!((Columns::of(&journey, 1_600.0).width() - 1_600.0).abs() < 1e-9);
}

#[test]
fn gains_and_pains_stand_on_one_scale_within_the_height() {
    let drawn = accounts(&[(0.05, 0.45), (0.8, 0.55), (0.0, 0.0)], 64.0);
    let up = drawn.bars.iter().map(|b| b.0).fold(0.0, f64::max);
    let down = drawn.bars.iter().map(|b| b.1).fold(0.0, f64::max);
    assert!((up - drawn.zero).abs() < 1e-9 && (up + down - 64.0).abs() < 1e-9);
    assert!((drawn.bars[1].0 / drawn.bars[0].0 - 16.0).abs() < 1e-6);
    assert_eq!(drawn.bars[2], (0.0, 0.0));
    assert_eq!(accounts(&[(0.0, 0.0)], 64.0).bars, [(0.0, 0.0)]);
}

#[test]
fn moods_and_their_labels_stay_in_the_drawing_and_the_labels_apart() {
    let columns = Columns::of(&READY[0].journey(), 1_000.0);
    let after: Vec<Vec<f64>> =
        (0..6).map(|k| (1..=24).map(|t| -0.01 * f64::from(t) + 0.001 * f64::from(k)).collect()).collect();
    let before = vec![Some(0.02), Some(-0.03), None, Some(0.2), Some(0.1), Some(0.0), Some(0.05)];
    let moods: Vec<Mood> = after.iter().map(|after| Mood { before: before.clone(), after }).collect();
    let drawn = curve(&columns, &moods, 156.0);
    let mut ends: Vec<f64> = drawn.lines.iter().map(|l| l.end.unwrap().y).collect();
    ends.sort_by(f64::total_cmp);
    assert!(ends.windows(2).all(|w| w[1] - w[0] >= 14.9) && ends[0] >= 9.0 && ends[5] <= 156.0, "{ends:?}");
    assert_eq!(drawn.lines[0].dots.len(), 6, "nobody came to the third");
    for dot in &drawn.lines[0].dots {
        assert!(dot.x < drawn.purchase && dot.y >= 0.0 && dot.y <= 156.0);
    }
    assert!(drawn.zero > 0.0 && drawn.zero < 156.0);
    assert!(drawn.x_ticks.iter().all(|t| t.at > drawn.purchase && t.at <= drawn.last));
}

#[test]
fn without_customers_there_is_no_curve_after_the_purchase() {
    let columns = Columns::of(&READY[0].journey(), 1_000.0);
    let drawn = curve(&columns, &[Mood { before: vec![None; 7], after: &[] }], 156.0);
    assert!(drawn.lines[0].after.is_empty() && drawn.lines[0].end.is_none() && drawn.x_ticks.is_empty());
}
