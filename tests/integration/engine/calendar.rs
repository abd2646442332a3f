//! The calendar view: what will be seen, and when.

use crate::builder::*;
use crate::runs::*;
use kedja::engine::{Calendar, CalendarRun, Fate, PeriodCounts, live_calendar, live_story};
use kedja::model::*;
use proptest::prelude::*;

/// A calendar of a journey in which a scenario starts.
#[track_caller]
fn calendar(journey: &Journey, scenario: &Scenario, seed: u64, per_period: u64) -> Calendar {
    let world = |scenario: &Scenario| world(journey, scenario);
    let run = CalendarRun { seed, per_period, from: 0, start: scenario.start };
    live_calendar(&world(&Scenario::default()), &world(scenario), run)
}

fn column<T>(calendar: &Calendar, figure: impl Fn(&PeriodCounts) -> T) -> Vec<T> {
    calendar.periods.iter().map(figure).collect()
}

/// The place of a calendar period in a calendar.
fn place(calendar: &Calendar, period: i32) -> usize {
    (period - calendar.first).clamp(0, calendar.periods.len() as i32) as usize
}

/// A random journey with a scenario that starts somewhere in its calendar, with arrivals and an echo of its own.
fn journey_and_calendar() -> impl Strategy<Value = (Journey, Scenario)> {
    let arrivals = prop_oneof![Just(None), (0.2..3.0).prop_map(Some)];
    let echo = prop_oneof![Just(None), (0.0..=1.0).prop_map(Some)];
    (journey_and_scenario(), 0.0..=1.0_f64, arrivals, echo).prop_map(
        |((journey, mut scenario), start, arrivals, echo)| {
            let (first, last) = (-f64::from(journey.market.warm_up), f64::from(journey.horizon));
            scenario.start = (first + start * (last - first)).round() as i32;
            scenario.arrivals = arrivals.map(|times: f64| journey.market.arrivals * times);
            scenario.echo = echo;
            (journey, scenario)
        },
    )
}

#[test]
fn customers_are_those_of_the_period_before_with_the_buyers_and_without_the_leavers() {
    for_all(60, &journey_and_calendar(), |(journey, scenario)| {
        let calendar = calendar(&journey, &scenario, 1, 40);
        prop_assert_eq!(calendar.first, -i32::from(journey.market.warm_up));
        prop_assert_eq!(calendar.periods.len(), usize::from(journey.market.warm_up + journey.horizon) + 1);
        let (mut customers, mut bought, mut arrived) = (0, 0, 0);
        for (n, period) in calendar.periods.iter().enumerate() {
            prop_assert_eq!(customers + period.bought, period.customers + period.left, "period {}", n);
            customers = period.customers;
            (arrived, bought) = (arrived + period.arrived, bought + period.bought);
            prop_assert!(bought <= arrived, "period {n}: {bought} of {arrived}");
            prop_assert_eq!(period.rungs.iter().sum::<u64>(), period.customers);
            prop_assert!(period.promoters + period.detractors <= period.customers);
            prop_assert!(period.complaints <= period.failures);
            prop_assert!(period.revenue() >= 0.0);
        }
        Ok(())
    });
}

#[test]
fn without_a_change_every_start_gives_the_run_of_today() {
    for_all(20, &crate::arbitrary::journey(), |journey| {
        let today = calendar(&journey, &Scenario::default(), 2, 30);
        for start in [-i32::from(journey.market.warm_up), 3, journey.horizon.into()] {
            prop_assert!(calendar(&journey, &Scenario { start, ..Scenario::default() }, 2, 30) == today, "{start}");
        }
        let same_price = Scenario { price: Some(journey.price), ..Scenario::default() };
        prop_assert!(calendar(&journey, &same_price, 2, 30) == today);
        Ok(())
    });
}

#[test]
fn before_its_start_a_scenario_changes_no_figure() {
    let differed = std::cell::Cell::new(0);
    for_all(60, &journey_and_calendar(), |(journey, scenario)| {
        let today = calendar(&journey, &Scenario::default(), 3, 40);
        let what_if = calendar(&journey, &scenario, 3, 40);
        let start = place(&today, scenario.start);
        prop_assert!(today.periods[..start] == what_if.periods[..start]);
        differed.set(differed.get() + u32::from(today.periods[start..] != what_if.periods[start..]));
        Ok(())
    });
    assert!(differed.get() > 20, "only {} scenarios changed anything after their start", differed.get());
}

#[test]
fn a_scenario_of_old_is_the_world_of_all_time() {
    // Started before anybody arrived: the same as if the journey had always been so.
    for_all(20, &journey_and_scenario(), |(journey, scenario)| {
        let scenario = Scenario { strain: 0.0, price: None, start: -i32::from(journey.market.warm_up), ..scenario };
        let mut changed = apply(&journey, &scenario);
        // A range that the strength has left is no part of how it unfolds.
        changed.touchpoints.iter_mut().for_each(|t| t.strength = Strength::of(t.strength.likely));
        changed.handovers.iter_mut().for_each(|h| h.strength = Strength::of(h.strength.likely));
        let as_ever = calendar(&changed, &Scenario::default(), 4, 30);
        prop_assert!(calendar(&journey, &scenario, 4, 30) == as_ever);
        Ok(())
    });
}

#[test]
fn without_echo_as_many_arrive_in_every_period() {
    for_all(20, &journey_and_calendar(), |(mut journey, scenario)| {
        journey.market.echo = 0.0;
        let scenario = Scenario { echo: None, ..scenario };
        let calendar = calendar(&journey, &scenario, 5, 40);
        let start = place(&calendar, scenario.start);
        let then = 40.0 * scenario.arrivals.map_or(1.0, |now| now / journey.market.arrivals);
        let arrived = column(&calendar, |p| p.arrived);
        prop_assert!(arrived[..start].iter().all(|&n| n == 40));
        prop_assert!(arrived[start..].iter().all(|&n| n == (then + 0.5).floor() as u64), "{arrived:?}, not {then}");
        Ok(())
    });
}

/// All buy at once, and what they find it worth never changes.
fn steady(worth: f64) -> Journey {
    let mut journey = small();
    journey.touchpoints = vec![
        Touchpoint { gain: worth, ..purchase("checkout", "decision", 1.0) },
        Touchpoint { gain: worth, ..reckoning("invoice", "delivery", 1.0) },
    ];
    journey.handovers.clear();
    (journey.horizon, journey.rival_pull) = (8, 0.0);
    journey.market = Market { arrivals: 120.0, warm_up: 0, echo: 0.5 };
    let persona = &mut journey.personas[0];
    persona.entries = vec![entry("checkout", "decision", 1.0)];
    persona.usefulness = Usefulness { mean: 1.0 + worth, spread: 0.0 };
    (persona.remorse, persona.tolerance) = (0.0, 20);
    journey
}

#[test]
fn promoters_raise_arrivals_and_detractors_lower_them() {
    let arrived = |journey: &Journey| column(&calendar(journey, &Scenario::default(), 6, 120), |p| p.arrived);
    // A month's share of 5 a year, at half strength: 120 · (1 + ½ · 5/12).
    assert_eq!(arrived(&steady(9.0)), [120, 145, 145, 145, 145, 145, 145, 145, 145]);
    // Just worth the price, in a mood neither good nor bad: half of 10, a detractor. 120 · (1 − ½ · 12/12).
    assert_eq!(arrived(&steady(0.0)), [120, 60, 60, 60, 60, 60, 60, 60, 60]);
    // The echo grows with the year's part that a period is, and stops at nobody.
    let yearly = Journey { period: PeriodUnit::Year, ..steady(9.0) };
    assert_eq!(arrived(&yearly)[..3], [120, 420, 420]);
    let yearly = Journey { period: PeriodUnit::Year, ..steady(0.0) };
    assert_eq!(arrived(&yearly)[..3], [120, 0, 0]);
}

#[test]
fn more_echo_among_promoters_never_lowers_arrivals() {
    let arrived = |echo: f64| {
        let mut journey = steady(9.0);
        journey.market.echo = echo;
        calendar(&journey, &Scenario::default(), 7, 120).periods.iter().map(|p| p.arrived).sum::<u64>()
    };
    let sums: Vec<u64> = [0.0, 0.25, 0.5, 0.75, 1.0].map(arrived).to_vec();
    assert!(sums.is_sorted() && sums[0] == 9 * 120 && sums[4] > sums[0], "{sums:?}");
}

#[test]
fn customers_are_numbered_within_their_period_so_that_more_of_them_change_none() {
    // With more arrivals all that happened to the first ones happens again, and something more.
    for_all(20, &crate::arbitrary::journey(), |mut journey| {
        journey.market.echo = 0.0;
        let [few, more] = [25, 40].map(|n| calendar(&journey, &Scenario::default(), 8, n));
        for (few, more) in few.periods.iter().zip(&more.periods) {
            let counts = |p: &PeriodCounts| {
                let mut counts = vec![p.arrived, p.bought, p.left, p.customers, p.complaints, p.failures];
                counts.extend([p.promoters, p.detractors]);
                counts.extend(&p.rungs);
                counts
            };
            let pairs = counts(few).into_iter().zip(counts(more));
            prop_assert!(pairs.into_iter().all(|(few, more)| few <= more), "{few:?}\n{more:?}");
            prop_assert!(few.revenue() <= more.revenue());
        }
        Ok(())
    });
}

/// One period's arrivals, and nobody after them.
fn one_wave(journey: &Journey, seed: u64, customers: u64) -> Calendar {
    let mut journey = journey.clone();
    (journey.market.warm_up, journey.market.echo) = (0, 0.0);
    let nobody = Scenario { arrivals: Some(1e-9), start: 1, ..Scenario::default() };
    calendar(&journey, &nobody, seed, customers)
}

#[test]
fn one_period_s_arrivals_live_the_lives_of_the_cohort() {
    for_all(25, &crate::arbitrary::journey(), |mut journey| {
        // Bought on the day of arrival, so that tenure and calendar run together.
        journey.touchpoints.iter_mut().for_each(|t| t.days = 0.0);
        journey.handovers.iter_mut().for_each(|h| h.days = 0.0);
        let (wave, cohort) = (one_wave(&journey, 9, 200), report(&journey, &Scenario::default(), 9, 200).today);
        prop_assert_eq!(column(&wave, |p| p.arrived)[..2].to_vec(), vec![200, 0]);
        prop_assert_eq!(column(&wave, |p| p.bought).iter().sum::<u64>(), cohort.bought);
        prop_assert_eq!(column(&wave, |p| p.left).iter().sum::<u64>(), cohort.left);
        for (tenure, rungs) in cohort.rungs.iter().enumerate() {
            prop_assert_eq!(&wave.periods[tenure + 1].rungs, rungs, "tenure {}", tenure + 1);
        }
        let complaints: u64 = cohort.complaints_by_link.values().sum();
        prop_assert_eq!(column(&wave, |p| p.complaints).iter().sum::<u64>(), complaints);
        let after = journey.links().filter(|link| !is_before(&journey, link));
        let failures: u64 = after.map(|link| cohort.failed_by_link[link]).sum();
        prop_assert_eq!(column(&wave, |p| p.failures).iter().sum::<u64>(), failures);
        let revenue = column(&wave, PeriodCounts::revenue).iter().sum::<f64>() / 200.0;
        let of_cohort = cohort.figures.revenue_per_arrival.unwrap().value;
        prop_assert!((revenue - of_cohort).abs() < 1e-4, "{revenue}, {of_cohort}");
        Ok(())
    });
}

#[test]
fn a_purchase_is_booked_so_many_whole_periods_after_arrival() {
    let mut journey = small();
    for (id, days) in [("ad", 20.0), ("compare", 45.0), ("checkout", 10.0)] {
        touchpoint_mut(&mut journey, id).days = days;
    }
    let world = world(&journey, &Scenario::default());
    let mut by_hand = vec![0; usize::from(journey.horizon) + 1];
    for customer in 0..2_000 {
        let life = live_story(&world, 10, customer).life;
        let period = (life.days / 30.0).floor() as usize;
        if life.fate != Fate::Dropped && period < by_hand.len() {
            by_hand[period] += 1;
        }
    }
    assert!(by_hand[..6].iter().all(|&n| n > 10), "{by_hand:?}");
    assert_eq!(column(&one_wave(&journey, 10, 2_000), |p| p.bought), by_hand);
}

#[test]
fn the_price_now_is_paid_by_those_who_stay_from_the_period_after_their_purchase() {
    // No offers, and no way out of the purchase on which to leave that day.
    let scenario = Scenario { price: Some(125.0), start: 4, ..Scenario::default() };
    let calendar = calendar(&small(), &scenario, 11, 200);
    for (n, period) in calendar.periods.iter().enumerate() {
        let price = if calendar.first + n as i32 >= 4 { 1.25 } else { 1.0 };
        assert_eq!(period.revenue(), price * (period.customers - period.bought) as f64, "period {n}");
    }
}

#[test]
fn a_failing_invoice_is_seen_to_cost_customers_only_after_as_many_periods_as_are_tolerated() {
    // All find it just worth its price with a good invoice; from period 2 on the invoice always fails.
    let mut journey = steady(0.0);
    (journey.market.warm_up, journey.market.echo) = (4, 0.0);
    journey.personas[0].tolerance = 3;
    touchpoint_mut(&mut journey, "invoice").pain = 0.1;
    let scenario = Scenario { start: 2, ..scenario(vec![set("invoice", Field::Strength, 0.0)]) };
    let calendar = calendar(&journey, &scenario, 12, 10);
    assert_eq!(column(&calendar, |p| p.failures), [0, 0, 0, 0, 0, 0, 60, 70, 80, 30, 30, 30, 30]);
    // The six waves that were customers before, all in period 4, and one wave each period from then on.
    assert_eq!(column(&calendar, |p| p.left), [0, 0, 0, 0, 0, 0, 0, 0, 60, 10, 10, 10, 10]);
    assert_eq!(calendar.periods[7].rungs, [10, 10, 60]);
}
