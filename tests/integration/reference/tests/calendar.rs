//! "Two views", the calendar view.

use super::super::calendar::{Detection, live_calendar};
use crate::builder::*;
use kedja::model::*;

/// 10 arrive each period from −3 to 5, all buy at once and none leaves.
fn steady() -> Journey {
    let mut journey = small();
    journey.touchpoints = vec![purchase("checkout", "decision", 1.0), reckoning("invoice", "delivery", 1.0)];
    journey.handovers.clear();
    journey.horizon = 5;
    journey.market = Market { arrivals: 10.0, warm_up: 3, echo: 0.0 };
    let persona = &mut journey.personas[0];
    persona.entries = vec![entry("checkout", "decision", 1.0)];
    persona.usefulness = Usefulness { mean: 1.0, spread: 0.0 };
    persona.remorse = 0.0;
    journey
}

fn column(calendar: &[Detection], figure: impl Fn(&Detection) -> f64) -> Vec<f64> {
    calendar.iter().map(figure).collect()
}

#[test]
fn customers_gather_from_the_warm_up_on_and_pay_from_the_period_after_their_purchase() {
    let calendar = live_calendar(&steady(), &Scenario::default(), 1);
    assert_eq!(calendar.iter().map(|s| s.period).collect::<Vec<_>>(), [-3, -2, -1, 0, 1, 2, 3, 4, 5]);
    assert!(calendar.iter().all(|s| s.arrived == 10.0 && s.bought == 10.0 && s.left == 0.0));
    assert_eq!(column(&calendar, |s| s.customers), [10., 20., 30., 40., 50., 60., 70., 80., 90.]);
    assert_eq!(column(&calendar, |s| s.revenue), [0., 10., 20., 30., 40., 50., 60., 70., 80.]);
    assert!(calendar.iter().all(|s| s.rungs == [s.customers, 0.0, 0.0]));
}

#[test]
fn the_scenario_holds_from_its_start_for_everybody_wherever_they_are() {
    // From period 2 on nobody buys, the price is higher than what the product is worth, and 20 arrive.
    let scenario = Scenario {
        price: Some(200.0),
        arrivals: Some(20.0),
        start: 2,
        ..scenario(vec![set("checkout", Field::Strength, 0.0)])
    };
    let calendar = live_calendar(&steady(), &scenario, 1);
    assert_eq!(column(&calendar, |s| s.arrived), [10., 10., 10., 10., 10., 20., 20., 20., 20.]);
    assert_eq!(column(&calendar, |s| s.bought), [10., 10., 10., 10., 10., 0., 0., 0., 0.]);
    // All stand on rung 1 at the end of period 2, on rung 2 after 3, and are gone in 4.
    assert_eq!(column(&calendar, |s| s.left), [0., 0., 0., 0., 0., 0., 0., 50., 0.]);
    assert_eq!(calendar[5].rungs, [0.0, 50.0, 0.0]);
    assert_eq!(column(&calendar, |s| s.revenue), [0., 10., 20., 30., 40., 100., 100., 0., 0.]);
}

#[test]
fn a_purchase_is_seen_in_the_period_in_which_it_is_made() {
    // A mean of 30 days at checkout: the chance to buy n months after arrival is e^(−n)·(1 − 1/e).
    let mut journey = steady();
    touchpoint_mut(&mut journey, "checkout").days = 30.0;
    journey.market.arrivals = 20_000.0;
    journey.market.warm_up = 0;
    journey.horizon = 3;
    let calendar = live_calendar(&journey, &Scenario::default(), 1);
    for (n, seen) in calendar.iter().enumerate() {
        let expected = 20_000.0 * (1.0 - (-(n as f64) - 1.0).exp());
        assert!((seen.bought - expected).abs() < 4.5 * 20_000f64.sqrt(), "{seen:?}, not {expected}");
    }
}

#[test]
fn promoters_bring_arrivals_and_detractors_keep_them_away() {
    // All are promoters each period: 1 + 0.5·5/12 of the base from the second period on.
    let mut journey = steady();
    journey.market = Market { arrivals: 120.0, warm_up: 0, echo: 0.5 };
    journey.personas[0].usefulness.mean = 9.0;
    touchpoint_mut(&mut journey, "checkout").gain = 9.0;
    touchpoint_mut(&mut journey, "invoice").gain = 9.0;
    let calendar = live_calendar(&journey, &Scenario::default(), 1);
    assert_eq!(column(&calendar, |s| s.arrived), [120., 145., 145., 145., 145., 145.]);
    assert!(calendar.iter().all(|s| s.promoters == s.customers));

    // All are detractors: 1 − 0.5·12/12, until the first have left and again when others come after them.
    journey.personas[0].usefulness.mean = 0.5;
    journey.personas[0].tolerance = 1;
    touchpoint_mut(&mut journey, "checkout").gain = 0.0;
    touchpoint_mut(&mut journey, "invoice").gain = 0.0;
    let calendar = live_calendar(&journey, &Scenario::default(), 1);
    assert_eq!(column(&calendar, |s| s.arrived), [120., 60., 60., 60., 60., 60.]);
    assert_eq!(column(&calendar, |s| s.left), [0., 120., 60., 60., 60., 60.]);

    // With a full echo there is nobody left to tell anybody every second period.
    journey.market.echo = 1.0;
    let calendar = live_calendar(&journey, &Scenario::default(), 1);
    assert_eq!(column(&calendar, |s| s.arrived), [120., 0., 120., 0., 120., 0.]);
}
