//! Small chains solved by hand. Exact to the last digits, and simulated to within 4 standard errors.

use crate::builder::*;
use crate::runs::*;
use kedja::analysis::exact_conversion;
use kedja::model::*;

/// That a journey converts as it does by hand.
#[track_caller]
fn converts(journey: &Journey, scenario: &Scenario, by_hand: f64) {
    let exact = exact_conversion(journey, scenario);
    assert!((exact - by_hand).abs() < 1e-12, "exact {exact}, by hand {by_hand}");
    let customers = 20_000;
    let report = report(journey, scenario, 6, customers);
    let simulated = report.what_if.unwrap_or(report.today).figures.conversion.unwrap().value;
    let error = (by_hand * (1.0 - by_hand) / customers as f64).sqrt();
    assert!((simulated - by_hand).abs() <= 4.0 * error, "simulated {simulated}, by hand {by_hand} ± {error}");
}

/// `ad` 0.5 → `compare` 0.6 → `checkout` 0.8, with one period after it.
fn series() -> Journey {
    up_to_the_purchase(&small())
}

/// Where half of those at `ad` go to `compare` and 3 of 10 straight to `checkout`, over a handover that holds for 9.
fn branches() -> Journey {
    let mut journey = series();
    handover_mut(&mut journey, "ad-compare").share = 0.5;
    journey.handovers.push(handover("ad", "checkout", 0.3, 0.9));
    journey
}

const NOTHING: fn() -> Scenario = Scenario::default;

#[test]
fn links_in_series_multiply() {
    converts(&series(), &NOTHING(), 0.24);
    let mut journey = series();
    handover_mut(&mut journey, "ad-compare").strength.likely = 0.7;
    converts(&journey, &NOTHING(), 0.168);
}

#[test]
fn who_tries_again_gets_past_more_often() {
    // p / (1 − ½·(1 − p)): 2/3 · 3/4 · 8/9.
    let mut journey = series();
    journey.personas[0].patience = 0.5;
    converts(&journey, &NOTHING(), 4.0 / 9.0);
    // The handover is tried again too: 0.5 / 0.75 = 2/3 of that.
    handover_mut(&mut journey, "compare-checkout").strength.likely = 0.5;
    converts(&journey, &NOTHING(), 8.0 / 27.0);
}

#[test]
fn a_part_of_those_at_a_branch_meets_a_dead_end() {
    // ½ · (0.5 · 0.6 · 0.8 + 0.3 · 0.9 · 0.8); 2 of 10 have no way on.
    converts(&branches(), &NOTHING(), 0.228);
    let dead_ends = report(&branches(), &NOTHING(), 7, 20_000).today.dead_ends_by_link;
    // 0.5 · 0.2 of all.
    assert!((dead_ends[&"ad".into()] as f64 - 2_000.0).abs() < 4.0 * (20_000.0_f64 * 0.1 * 0.9).sqrt());
    assert_eq!(dead_ends[&"compare".into()], 0);
}

#[test]
fn who_goes_back_comes_round_again() {
    // 4 of 10 at `compare` go back to `ad`: x = ½ · 0.6 · (0.4 x + 0.6 · 0.8), so x = 0.144 / 0.88.
    let mut journey = series();
    handover_mut(&mut journey, "compare-checkout").share = 0.6;
    journey.handovers.push(handover("compare", "ad", 0.4, 1.0));
    converts(&journey, &NOTHING(), 0.144 / 0.88);
}

#[test]
fn who_is_noticed_to_be_ready_goes_straight_there() {
    // At `ad`, two phases too early: half are noticed and go to `checkout`; the others are disturbed, twice at `ad` and
    // once at `compare`: ½ · 0.8 + ½ · (0.5 · 0.75²) · (0.6 · 0.75) · 0.8.
    let mut journey = series();
    journey.personas[0].entries = vec![entry("ad", "decision", 1.0)];
    touchpoint_mut(&mut journey, "ad").sensing = 0.5;
    converts(&journey, &NOTHING(), 0.450_625);
    // Nobody is noticed where all are where they seem to be.
    journey.personas[0].entries = vec![entry("ad", "awareness", 1.0)];
    converts(&journey, &NOTHING(), 0.24);
    // Being too late disturbs nobody: ½ · 0.24 + ½ · 0.8.
    journey.personas[0].entries = vec![entry("ad", "awareness", 0.5), entry("checkout", "awareness", 0.5)];
    converts(&journey, &NOTHING(), 0.52);
}

#[test]
fn a_jump_leads_to_the_first_touchpoint_of_the_phase() {
    // A second touchpoint to decide at: who is noticed never gets there.
    let mut journey = series();
    journey.personas[0].entries = vec![entry("ad", "decision", 1.0)];
    journey.touchpoints.push(purchase("shop", "decision", 0.3));
    handover_mut(&mut journey, "compare-checkout").share = 0.5;
    journey.handovers.push(handover("compare", "shop", 0.5, 1.0));
    // 0.5 · 0.75² · 0.6 · 0.75 · (½ · 0.8 + ½ · 0.3).
    converts(&journey, &NOTHING(), 0.069_609_375);
    touchpoint_mut(&mut journey, "ad").sensing = 0.9;
    converts(&journey, &NOTHING(), 0.9 * 0.8 + 0.1 * 0.069_609_375);
}

#[test]
fn leaning_moves_shares_between_the_ways_on() {
    let mut journey = branches();
    touchpoint_mut(&mut journey, "compare").channel = "phone".into();
    // 3 · 0.5 : 0.3, together 0.8: 2/3 and 2/15. ½ · (2/3 · 0.48 + 2/15 · 0.72).
    journey.personas[0].leaning = [("phone".into(), 3.0)].into();
    converts(&journey, &NOTHING(), 0.208);
    // All of the 0.8 to `checkout`.
    journey.personas[0].leaning = [("phone".into(), 0.0)].into();
    journey.personas[0].entries.push(entry("compare", "awareness", 0.5));
    journey.personas[0].entries[0].share = 0.5;
    // ½ · ½ · 0.8 · 0.72 + ½ · 0.6 · 0.8.
    converts(&journey, &NOTHING(), 0.384);
}

#[test]
fn a_price_acts_at_the_purchase_by_the_elasticity() {
    let priced = |price: f64, elasticity: f64, by_hand: f64| {
        let mut journey = series();
        journey.personas[0].elasticity = elasticity;
        converts(&journey, &Scenario { price: Some(price), ..NOTHING() }, by_hand);
    };
    priced(200.0, 1.0, 0.12);
    priced(200.0, 2.0, 0.06);
    priced(200.0, 0.0, 0.24);
    priced(400.0, 0.5, 0.12);
    // Never above certain: 0.5 · 0.6 · 1.
    priced(50.0, 1.0, 0.3);
}

#[test]
fn strain_acts_by_the_exposure_of_each_link() {
    let strained = Scenario { strain: 1.0, ..NOTHING() };
    // All squared.
    converts(&series(), &strained, 0.0576);
    // s^(1 + 1·e) with e of 0, 2 and 1: 0.5 · 0.216 · 0.64.
    let mut journey = series();
    touchpoint_mut(&mut journey, "ad").exposure = 0.0;
    touchpoint_mut(&mut journey, "compare").exposure = 2.0;
    converts(&journey, &strained, 0.069_12);
}

#[test]
fn personas_and_entries_are_weighed_by_their_shares() {
    let mut journey = series();
    journey.personas[0].share = 0.25;
    let entries = vec![entry("ad", "awareness", 0.4), entry("checkout", "decision", 0.6)];
    journey.personas.push(Persona { patience: 0.5, ..persona("bo", 0.75, entries) });
    // 0.25 · 0.24 + 0.75 · (0.4 · 4/9 + 0.6 · 8/9).
    converts(&journey, &NOTHING(), 0.06 + 0.75 * (1.6 / 9.0 + 4.8 / 9.0));
}

#[test]
fn a_perfect_link_is_as_good_as_gone() {
    converts(&series(), &scenario(vec![set("ad", Field::Strength, 1.0)]), 0.48);
    converts(&series(), &scenario(vec![strengthen("ad", 1.0)]), 0.36);
    converts(&series(), &scenario(vec![set("ad", Field::Strength, 0.0), set("compare", Field::Strength, 1.0)]), 0.0);
}
