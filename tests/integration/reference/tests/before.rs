//! "Before the purchase".

use super::super::Ending;
use super::*;
use crate::builder::*;
use kedja::model::*;

/// The small journey with gains and pains of 0, where every strength is 1 but those that are named.
fn only(strengths: &[(&str, f64)]) -> Journey {
    let mut journey = small();
    for touchpoint in &mut journey.touchpoints {
        touchpoint.strength = Strength::of(1.0);
        touchpoint.gain = 0.0;
        touchpoint.pain = 0.0;
    }
    for &(link, strength) in strengths {
        match journey.touchpoints.iter_mut().find(|t| t.id.as_str() == link) {
            Some(touchpoint) => touchpoint.strength = Strength::of(strength),
            None => handover_mut(&mut journey, link).strength = Strength::of(strength),
        }
    }
    journey
}

#[test]
fn conversion_of_a_chain_is_the_product_of_its_strengths() {
    let journey = only(&[("ad", 0.8), ("ad-compare", 0.9), ("compare", 0.7), ("checkout", 0.6)]);
    let figures = figures_of(&journey, 20_000);
    assert_near(&figures, Measure::Conversion, 0.8 * 0.9 * 0.7 * 0.6);
    assert_near(&figures, Measure::Dropped { link: "ad".into() }, 0.2);
    assert_near(&figures, Measure::Dropped { link: "ad-compare".into() }, 0.8 * 0.1);
    assert_near(&figures, Measure::Dropped { link: "compare".into() }, 0.8 * 0.9 * 0.3);
    assert_near(&figures, Measure::Dropped { link: "checkout".into() }, 0.8 * 0.9 * 0.7 * 0.4);
    assert_near(&figures, Measure::Met { link: "compare".into() }, 0.8 * 0.9);
    assert_near(&figures, Measure::Failed { link: "compare".into() }, 0.8 * 0.9 * 0.3);
}

#[test]
fn patience_tries_the_same_link_again_and_spends_its_days_each_time() {
    let mut journey = only(&[("ad", 0.5), ("ad-compare", 0.5)]);
    journey.personas[0].patience = 0.5;
    touchpoint_mut(&mut journey, "ad").pain = 0.2;
    handover_mut(&mut journey, "ad-compare").days = 4.0;
    let figures = figures_of(&journey, 20_000);
    // pass = p / (1 − patience·(1 − p)) = 2/3; tries = 1 / (1 − patience·(1 − p)) = 4/3, passed or not.
    assert_near(&figures, Measure::Conversion, 4.0 / 9.0);
    assert_near(&figures, Measure::Met { link: "ad".into() }, 4.0 / 3.0);
    assert_near(&figures, Measure::Failed { link: "ad".into() }, 2.0 / 3.0);
    assert_near(&figures, Measure::Met { link: "ad-compare".into() }, 8.0 / 9.0);
    assert_near(&figures, Measure::Dropped { link: "ad-compare".into() }, 2.0 / 9.0);
    assert_near(&figures, Measure::DaysToPurchase, (2.0 + 4.0) * 4.0 / 3.0 + 3.0 + 1.0);
    // The n-th of those who fail at ad has mood −0.2·n after it; who holds after n failures has the same.
    let (stay, again): (f64, f64) = (0.5, 0.25);
    let moods: f64 =
        (0..60).map(|n| again.powi(n) * (stay * -0.2 * f64::from(n) + 0.5 * -0.2 * f64::from(n + 1))).sum();
    assert_near(&figures, Measure::MoodAfter { link: "ad".into() }, moods / (4.0 / 3.0));
}

#[test]
fn a_gap_disturbs_unless_the_touchpoint_notices() {
    let mut journey = only(&[("ad", 0.9), ("compare", 0.8)]);
    journey.disturbance = 0.5;
    journey.personas[0].entries[0].readiness = "decision".into();
    touchpoint_mut(&mut journey, "ad").sensing = 0.3;
    touchpoint_mut(&mut journey, "compare").sensing = 0.4;
    let figures = figures_of(&journey, 20_000);
    // Two phases too early at ad, one at compare; who is noticed goes straight to checkout, which always holds.
    let compare = 0.4 + 0.6 * 0.8 * 0.5;
    assert_near(&figures, Measure::Conversion, 0.3 + 0.7 * 0.9 * 0.25 * compare);
    assert_near(&figures, Measure::Met { link: "ad".into() }, 0.7);
    assert_near(&figures, Measure::Met { link: "compare".into() }, 0.7 * 0.9 * 0.25 * 0.6);
    assert_near(&figures, Measure::Dropped { link: "ad".into() }, 0.7 * (1.0 - 0.9 * 0.25));
}

#[test]
fn sensing_is_drawn_once_per_visit_not_at_each_try() {
    let mut journey = only(&[("ad", 0.5)]);
    journey.disturbance = 0.0;
    journey.personas[0].patience = 0.9;
    journey.personas[0].entries[0].readiness = "decision".into();
    touchpoint_mut(&mut journey, "ad").sensing = 0.5;
    let figures = figures_of(&journey, 20_000);
    assert_near(&figures, Measure::Conversion, 0.5 + 0.5 * 0.5 / (1.0 - 0.9 * 0.5));
}

#[test]
fn what_is_missing_to_1_is_a_dead_end() {
    let mut journey = only(&[]);
    handover_mut(&mut journey, "compare-checkout").share = 0.7;
    let figures = figures_of(&journey, 20_000);
    assert_near(&figures, Measure::Conversion, 0.7);
    assert_near(&figures, Measure::Dropped { link: "compare".into() }, 0.3);
    assert_near(&figures, Measure::DeadEnd { link: "compare".into() }, 0.3);
    assert_eq!(value(&figures.everybody, Measure::Failed { link: "compare".into() }), 0.0);
}

/// From compare 0.6 go on to checkout (web) and 0.2 to shop (phone), both of which always hold.
fn branching() -> Journey {
    let mut journey = only(&[]);
    journey.touchpoints.push(Touchpoint { channel: "phone".into(), ..purchase("shop", "decision", 1.0) });
    handover_mut(&mut journey, "compare-checkout").share = 0.6;
    journey.handovers.push(handover("compare", "shop", 0.2, 1.0));
    journey
}

#[test]
fn leaning_moves_shares_between_branches_and_keeps_their_sum() {
    let mut journey = branching();
    journey.personas[0].leaning.insert("phone".into(), 3.0);
    let figures = figures_of(&journey, 20_000);
    assert_near(&figures, Measure::Met { link: "checkout".into() }, 0.6 * 0.8 / 1.2);
    assert_near(&figures, Measure::Met { link: "shop".into() }, 0.2 * 3.0 * 0.8 / 1.2);
    assert_near(&figures, Measure::DeadEnd { link: "compare".into() }, 0.2);
}

#[test]
fn with_no_leaning_at_all_every_way_on_is_a_dead_end() {
    let mut journey = branching();
    journey.personas[0].leaning.insert("phone".into(), 0.0);
    journey.personas[0].leaning.insert("web".into(), 0.0);
    let figures = figures_of(&journey, 100);
    assert_is(&figures, Measure::DeadEnd { link: "ad".into() }, 1.0);
}

#[test]
fn price_acts_on_the_purchase_alone_and_never_past_certainty() {
    let journey = {
        let mut journey = only(&[("compare", 0.9), ("checkout", 0.6)]);
        journey.personas[0].elasticity = 2.0;
        journey
    };
    let at = |price| Scenario { price: Some(price), ..Scenario::default() };
    assert_near(&figures_in(&journey, &at(200.0), 20_000), Measure::Conversion, 0.9 * 0.6 / 4.0);
    assert_near(&figures_in(&journey, &at(50.0), 20_000), Measure::Conversion, 0.9);
}

#[test]
fn strain_weakens_by_exposure_and_effort_halves_failures() {
    let mut journey = only(&[("ad", 0.8), ("compare", 0.6)]);
    touchpoint_mut(&mut journey, "ad").exposure = 2.0;
    touchpoint_mut(&mut journey, "compare").halving_cost = 0.5;
    let strained = Scenario { strain: 0.5, ..scenario(vec![strengthen("compare", 1.0)]) };
    let figures = figures_in(&journey, &strained, 20_000);
    assert_near(&figures, Measure::Conversion, 0.8f64.powi(2) * 0.9f64.powf(1.5));
}

#[test]
fn personas_and_entries_come_by_their_shares() {
    let mut journey = only(&[("ad", 0.5)]);
    journey.personas[0].share = 0.25;
    let entries = vec![entry("ad", "awareness", 0.4), entry("checkout", "decision", 0.6)];
    journey.personas.push(persona("bo", 0.75, entries));
    let figures = figures_of(&journey, 20_000);
    assert_near(&figures, Measure::Conversion, 0.25 * 0.5 + 0.75 * (0.4 * 0.5 + 0.6));
    assert_near(&figures, Measure::Met { link: "ad".into() }, 0.25 + 0.75 * 0.4);
    let theirs = |id| value(&figures.by_persona[id], Measure::Conversion);
    assert!((theirs("anna") - 0.5).abs() < 0.03 && (theirs("bo") - 0.8).abs() < 0.02);
}

#[test]
fn a_thousand_visits_are_the_end() {
    let mut journey = only(&[]);
    journey.handovers = vec![handover("ad", "compare", 1.0, 1.0), handover("compare", "ad", 1.0, 1.0)];
    let lives = live_cohort(&journey, &Scenario::default(), 3, 1);
    for life in &lives {
        assert_eq!(life.met["ad"] + life.met["compare"], 1000.0);
        assert!(matches!(&life.ending, Ending::Dropped { after_1000_visits: true, .. }));
    }
    assert_is(&count(&journey, &lives), Measure::LostInLoops, 1.0);
}
