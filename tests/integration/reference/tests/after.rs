//! "After the purchase", and what is reported of it.

use super::super::{Life, live_cohort};
use super::*;
use crate::builder::*;
use kedja::model::*;

/// Everybody buys at once. After the purchase there is one reckoning, `invoice`, without gain or pain, that always
/// holds; usefulness is 1, without spread, remorse and walking out; prices are paid each period for 12 periods.
fn bare() -> Journey {
    let mut journey = small();
    journey.touchpoints = vec![purchase("checkout", "decision", 1.0), reckoning("invoice", "delivery", 1.0)];
    journey.handovers.clear();
    journey.rival_pull = 0.0;
    let persona = &mut journey.personas[0];
    persona.entries = vec![entry("checkout", "awareness", 1.0)];
    persona.usefulness = Usefulness { mean: 1.0, spread: 0.0 };
    persona.remorse = 0.0;
    persona.chain_feel = 0.0;
    journey.disturbance = 0.0;
    journey
}

/// The bare journey with one more touchpoint after the purchase, met before the invoice.
fn with(touchpoint: Touchpoint) -> Journey {
    let mut journey = bare();
    journey.touchpoints.insert(1, touchpoint);
    journey
}

fn one_life(journey: &Journey) -> Life {
    live_cohort(journey, &Scenario::default(), 1, 3).remove(0)
}

#[track_caller]
fn assert_close(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
}

#[test]
fn without_gains_and_pains_a_buyer_leaves_exactly_at_tolerance_or_never() {
    let mut journey = bare();
    journey.touchpoints.insert(1, touchpoint("using", "delivery", 0.5));
    let life = one_life(&journey);
    assert_eq!((life.left, life.periods.len()), (None, 13));

    journey.personas[0].usefulness.mean = 0.99;
    journey.personas[0].tolerance = 4;
    let life = one_life(&journey);
    assert_eq!(life.periods_lived(), 4);
    assert_eq!(life.left.as_deref(), Some("price"));
    assert_eq!(life.periods.iter().map(|p| p.rung).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    // The period of leaving does not pay, nor the day of purchase.
    assert_eq!(life.revenue(), 3.0);
}

#[test]
fn with_no_memory_churn_is_the_chance_to_fail_and_retention_is_geometric() {
    let mut journey = bare();
    *touchpoint_mut(&mut journey, "invoice") =
        Touchpoint { pain: 0.2, gain: 0.1, ..reckoning("invoice", "delivery", 0.9) };
    journey.personas[0].tolerance = 1;
    journey.personas[0].memory = 0.001;
    let figures = figures_of(&journey, 20_000);
    assert_near(&figures, Measure::Churn, 0.1);
    for tenure in 1..=12 {
        assert_near(&figures, Measure::Survival { tenure }, 0.9f64.powi(tenure as i32));
    }
    assert_near(&figures, Measure::Retention12, 0.9f64.powi(12));
    assert_near(&figures, Measure::Lifetime, (0..12).map(|t| 0.9f64.powi(t)).sum());
    assert_near(&figures, Measure::Left { link: "invoice".into() }, 1.0 - 0.9f64.powi(12));
    assert_near(&figures, Measure::RevenuePerArrival, (1..=12).map(|t| 0.9f64.powi(t)).sum());
}

#[test]
fn worth_and_felt_price_follow_the_price_now() {
    // u = 1.1 is enough at price feel 1 and the journey's price, not at a price 20 % higher.
    let mut journey = bare();
    journey.personas[0].usefulness.mean = 1.1;
    journey.personas[0].elasticity = 0.0;
    let dearer = Scenario { price: Some(120.0), ..Scenario::default() };
    assert_is(&figures_in(&journey, &dearer, 10), Measure::Lifetime, 3.0);
    assert_is(&figures_in(&journey, &dearer, 10), Measure::RevenuePerArrival, 2.0 * 1.2);
    journey.personas[0].price_feel = 0.9;
    assert_is(&figures_in(&journey, &dearer, 10), Measure::RevenuePerArrival, 12.0 * 1.2);
}

#[test]
fn gains_halve_within_a_period_and_start_afresh_in_the_next() {
    let using = Touchpoint { gain: 0.4, frequency: 3.0, ..touchpoint("using", "delivery", 1.0) };
    let life = one_life(&with(using));
    let each = 0.4 + 0.2 + 0.1;
    assert_close(life.periods[1].mood, each);
    assert_close(life.periods[2].mood, each / 2.0 + each);
    assert_eq!(life.met["using"], 36.0);
}

#[test]
fn encounters_are_frequency_times_leaning_with_its_fraction_as_a_chance() {
    let using = Touchpoint { frequency: 0.9, ..touchpoint("using", "delivery", 1.0) };
    let mut journey = with(using);
    journey.personas[0].leaning.insert("web".into(), 2.5);
    let figures = figures_of(&journey, 5_000);
    assert_near(&figures, Measure::Met { link: "using".into() }, 12.0 * 2.25);
    // Leaning does not act on reckonings.
    assert_is(&figures, Measure::Met { link: "invoice".into() }, 12.0);
    let times: Vec<f64> = live_cohort(&journey, &Scenario::default(), 500, 5).iter().map(|l| l.met["using"]).collect();
    assert!(times.iter().all(|&n| (24.0..=36.0).contains(&n)));
}

#[test]
fn tenure_says_in_which_periods_a_touchpoint_occurs() {
    let mut welcome = touchpoint("welcome", "delivery", 1.0);
    welcome.tenure = Tenure { from: 2, until: Some(4) };
    let mut journey = with(welcome);
    touchpoint_mut(&mut journey, "invoice").tenure = Tenure { from: 3, until: None };
    let life = one_life(&journey);
    assert_eq!(life.met["welcome"], 3.0);
    assert_eq!(life.met["invoice"], 10.0);
}

#[test]
fn the_account_fades_by_memory_and_the_mood_by_half() {
    // All fail at using in period 1: P = 0.3 then. With memory 2, P is 0.3/√2 = 0.212 in period 2 and 0.15 in period 3.
    let mut using = Touchpoint { pain: 0.3, ..touchpoint("using", "delivery", 0.0) };
    using.tenure = Tenure { from: 1, until: Some(1) };
    let mut journey = with(using);
    journey.personas[0].tolerance = 5;
    journey.personas[0].usefulness.mean = 1.2;
    let life = one_life(&journey);
    assert_eq!(life.periods[..5].iter().map(|p| p.rung).collect::<Vec<_>>(), [0, 1, 2, 1, 0]);
    assert_close(life.periods[3].mood, -0.075);
}

#[test]
fn chain_feel_voids_gains_while_the_heaviest_failure_is_fresh() {
    // Each period one gain of 0.5 and one pain of 0.25, with no memory between: the bracket is 1 − κ/2, and w is
    // u + 0.25 for κ = 0 and u for κ = 1.
    let good = Touchpoint { gain: 0.5, ..touchpoint("good", "delivery", 1.0) };
    let mut journey = with(good);
    journey.touchpoints.insert(2, Touchpoint { pain: 0.25, ..touchpoint("bad", "delivery", 0.0) });
    journey.personas[0].memory = 0.001;
    journey.personas[0].usefulness.mean = 0.9;
    assert_eq!(one_life(&journey).left, None);
    journey.personas[0].chain_feel = 1.0;
    let life = one_life(&journey);
    assert_eq!((life.left.as_deref(), life.periods_lived()), (Some("bad"), 3));
    journey.personas[0].usefulness.mean = 1.01;
    assert_eq!(one_life(&journey).left, None);
}

#[test]
fn remorse_weighs_on_the_first_periods() {
    let mut journey = bare();
    journey.personas[0].remorse = 0.3;
    journey.personas[0].usefulness.mean = 1.25;
    journey.personas[0].memory = 1.0;
    // P is 0.15 at the first reckoning: enough. With 0.6 it is 0.3: not enough, and nobody is to blame but the price.
    assert_eq!(one_life(&journey).periods[1].rung, 0);
    journey.personas[0].remorse = 0.6;
    journey.personas[0].tolerance = 1;
    assert_eq!(one_life(&journey).left.as_deref(), Some("price"));
}

#[test]
fn leaving_is_booked_on_the_later_of_two_equal_failures() {
    let mut journey = with(Touchpoint { pain: 0.5, ..touchpoint("first", "delivery", 0.0) });
    journey.touchpoints.insert(2, Touchpoint { pain: 0.5, ..touchpoint("second", "delivery", 0.0) });
    journey.touchpoints.insert(3, Touchpoint { pain: 0.1, ..touchpoint("third", "delivery", 0.0) });
    // Worth 0.6 of 1, and 1.1 without the second.
    journey.personas[0].usefulness.mean = 1.7;
    journey.personas[0].tolerance = 1;
    assert_eq!(one_life(&journey).left.as_deref(), Some("second"));
    // Worth 0.9: a price a tenth lower would do too. At 0.4 neither would.
    journey.personas[0].usefulness.mean = 2.000_001;
    assert!(one_life(&journey).or_price);
    journey.personas[0].usefulness.mean = 1.4;
    assert_eq!(one_life(&journey).left.as_deref(), Some("price"));
}

#[test]
fn service_makes_people_walk_out_four_times_as_readily() {
    for (nature, chance) in [(Nature::Service, 0.4), (Nature::Product, 0.1)] {
        let mut journey = with(Touchpoint { nature, ..touchpoint("using", "delivery", 0.0) });
        journey.rival_pull = 0.1;
        let figures = figures_of(&journey, 20_000);
        assert_near(&figures, Measure::Churn, chance);
        assert_near(&figures, Measure::Survival { tenure: 1 }, 1.0 - chance);
        assert_near(&figures, Measure::Met { link: "invoice".into() }, (1..=12).map(|t| (1.0 - chance).powi(t)).sum());
    }
}

#[test]
fn a_walk_goes_on_after_a_failed_touchpoint_and_ends_at_a_failed_handover() {
    let mut journey = with(Touchpoint { pain: 0.1, ..touchpoint("using", "delivery", 0.0) });
    for id in ["help", "phone"] {
        journey.touchpoints.insert(2, Touchpoint { frequency: 0.0, ..touchpoint(id, "delivery", 0.5) });
    }
    journey.handovers = vec![handover("using", "help", 1.0, 1.0), handover("help", "phone", 0.5, 0.4)];
    journey.rival_pull = 0.0;
    journey.personas[0].usefulness.mean = 2.0;
    let figures = figures_of(&journey, 5_000);
    assert_is(&figures, Measure::Met { link: "help".into() }, 12.0);
    assert_near(&figures, Measure::Met { link: "help-phone".into() }, 6.0);
    assert_near(&figures, Measure::Met { link: "phone".into() }, 2.4);
}

#[test]
fn a_walk_meets_16_touchpoints_at_most() {
    let mut journey = with(touchpoint("using", "delivery", 1.0));
    journey.handovers = vec![handover("using", "using", 1.0, 1.0)];
    let life = one_life(&journey);
    assert_eq!((life.met["using"], life.met["using-using"]), (12.0 * 16.0, 12.0 * 15.0));
}

#[test]
fn the_handover_of_the_purchase_is_walked_on_its_day() {
    let welcome = Touchpoint { frequency: 0.0, gain: 0.4, ..offer("welcome", "delivery", 1.0, 0.7) };
    let mut journey = with(welcome);
    journey.rival_pull = 0.1;
    journey.handovers = vec![handover("checkout", "welcome", 0.5, 0.8)];
    journey.personas[0].usefulness.mean = 9.0;
    let figures = figures_of(&journey, 20_000);
    assert_near(&figures, Measure::Met { link: "checkout-welcome".into() }, 0.5);
    assert_near(&figures, Measure::Met { link: "welcome".into() }, 0.4);
    // A failed handover makes 0.4 of those who meet it walk out, on the day: they have lived 0 periods and paid nothing.
    let left = 0.5 * 0.2 * 0.4;
    assert_near(&figures, Measure::Left { link: "checkout-welcome".into() }, left);
    assert_near(&figures, Measure::Survival { tenure: 0 }, 1.0 - left);
    assert_near(&figures, Measure::Lifetime, 12.0 * (1.0 - left));
    assert_near(&figures, Measure::RevenuePerArrival, 12.0 * (1.0 - left) + 0.4 * 0.7);
    assert_is(&figures, Measure::OfferSuccess, 1.0);
    assert_near(&figures, Measure::MoodAtTenure { tenure: 1 }, 0.4 / (1.0 - left) * 0.4 / 2.0);
}

#[test]
fn the_desk_takes_the_pain_back() {
    // A failure each period that by itself would make everybody leave; every one is voiced.
    let bad = Touchpoint { pain: 0.6, complaint_rate: 1.0, ..touchpoint("bad", "delivery", 0.0) };
    let mut journey = with(bad);
    journey.touchpoints.insert(2, Touchpoint { frequency: 0.0, gain: 0.1, ..touchpoint("desk", "delivery", 1.0) });
    journey.personas[0].tolerance = 1;
    assert_eq!(one_life(&journey).left.as_deref(), Some("bad"));

    journey.complaint_desk = Some("desk".into());
    let life = one_life(&journey);
    assert_eq!((life.left, life.met["desk"], life.complaints["bad"]), (None, 12.0, 12.0));
    assert_close(life.periods[1].mood, 0.1);

    // H was 0 again: when the price alone is too high, nothing else is to blame.
    journey.personas[0].usefulness.mean = 0.5;
    assert_eq!(one_life(&journey).left.as_deref(), Some("price"));

    // A desk that fails adds its own pain, and its complaint goes no further. Without that, worth 1.05 of 1.
    journey.personas[0].usefulness.mean = 1.65;
    let desk = touchpoint_mut(&mut journey, "desk");
    *desk = Touchpoint { frequency: 0.0, pain: 0.7, complaint_rate: 1.0, ..touchpoint("desk", "delivery", 0.0) };
    let life = one_life(&journey);
    assert_eq!((life.left.as_deref(), life.met["desk"], life.complaints["desk"]), (Some("desk"), 1.0, 1.0));
    assert_close(life.periods[1].mood, -1.3);
}

#[test]
fn an_unlucky_complaint_leaves_an_older_heavier_failure_the_heaviest() {
    // The first period has a failure of 0.9; the second one of 0.1 that is solved.
    let mut heavy = Touchpoint { pain: 0.9, complaint_rate: 0.0, ..touchpoint("heavy", "delivery", 0.0) };
    heavy.tenure = Tenure { from: 1, until: Some(1) };
    let mut light = Touchpoint { pain: 0.1, complaint_rate: 1.0, ..touchpoint("light", "delivery", 0.0) };
    light.tenure = Tenure { from: 2, until: Some(2) };
    let mut journey = with(heavy);
    journey.touchpoints.insert(2, light);
    journey.touchpoints.insert(3, Touchpoint { frequency: 0.0, ..touchpoint("desk", "delivery", 1.0) });
    journey.complaint_desk = Some("desk".into());
    assert_eq!(one_life(&journey).left.as_deref(), Some("heavy"));
}

#[test]
fn payment_at_reckonings_is_paid_at_each_that_is_passed() {
    let mut journey = bare();
    journey.payment = Payment::AtReckoning;
    touchpoint_mut(&mut journey, "invoice").frequency = 0.5;
    journey.touchpoints.push(reckoning("renewal", "delivery", 0.3));
    assert_near(&figures_of(&journey, 5_000), Measure::RevenuePerArrival, 18.0);

    // Who goes up a rung without leaving pays as well: twice before the third rung.
    journey.personas[0].usefulness.mean = 0.5;
    assert_is(&figures_of(&journey, 100), Measure::RevenuePerArrival, 2.0);
}

#[test]
fn a_reckoning_is_walked_before_it_is_judged() {
    // The question asked on the invoice is answered, which is just worth what was missing.
    let mut journey = bare();
    journey.personas[0].usefulness.mean = 0.9;
    journey.touchpoints.insert(1, Touchpoint { gain: 0.2, frequency: 0.0, ..touchpoint("answer", "delivery", 1.0) });
    assert_eq!(one_life(&journey).periods_lived(), 3);
    journey.handovers = vec![handover("invoice", "answer", 1.0, 1.0)];
    assert_eq!(one_life(&journey).left, None);
}

#[test]
fn the_score_is_half_worth_and_half_mood() {
    // w = q and M = 0: the middle of both.
    assert_eq!(one_life(&bare()).periods[12].score, 5.0);
    // R = squash(4·0.5) = 0.83 and E = squash(0) = 0.5: 6.7, so 7.
    let mut journey = bare();
    journey.personas[0].usefulness.mean = 1.5;
    assert_eq!(one_life(&journey).periods[12].score, 7.0);
    // R = E = squash(4·1) = 0.9 on the first day: 9, a promoter. G of before the purchase counts, too.
    touchpoint_mut(&mut journey, "checkout").gain = 1.0;
    journey.personas[0].usefulness.mean = 1.0;
    let life = one_life(&journey);
    assert_eq!((life.periods[0].score, life.periods[0].mood), (9.0, 1.0));
    assert!(life.periods[12].score < 9.0);
    // A leaver is asked as they leave: R = squash(-2) = 0.17, E = 0.5: 3, a detractor.
    journey = bare();
    journey.personas[0].usefulness.mean = 0.5;
    let figures = figures_of(&journey, 10);
    assert_is(&figures, Measure::Recommendation, -100.0);
    assert_is(&figures, Measure::Detractors, 1.0);
}
