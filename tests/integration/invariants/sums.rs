//! Counts add up, shares are shares, and intervals hold their values.

use crate::runs::*;
use kedja::analysis::{Difference, Estimate, Fates, Figures, LeftOver, Outcome, PRICE, Report};
use kedja::model::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const CUSTOMERS: u64 = 1_500;

fn total<K>(counts: &BTreeMap<K, u64>) -> u64 {
    counts.values().sum()
}

fn figures(of: &Figures) -> [(&'static str, Option<Estimate>); 9] {
    [
        ("conversion", of.conversion),
        ("churn", of.churn),
        ("retention at 12", of.retention_12),
        ("lifetime", of.lifetime),
        ("revenue per arrival", of.revenue_per_arrival),
        ("recommendation", of.recommendation),
        ("offer success", of.offer_success),
        ("days to purchase", of.days_to_purchase),
        ("complaints per period", of.complaints_per_period),
    ]
}

/// All outcomes of a report: both worlds, everybody and each persona.
fn outcomes(report: &Report) -> impl Iterator<Item = &Outcome> {
    let worlds = std::iter::once(&report.today).chain(&report.what_if);
    worlds.flat_map(|outcome| std::iter::once(outcome).chain(outcome.by_persona.values()))
}

/// One of the counts by link.
type Table = fn(&Outcome) -> &BTreeMap<LinkId, u64>;

fn for_reports(cases: u32, holds: impl Fn(&Journey, &Report) -> Result<(), TestCaseError>) {
    for_all(cases, &journey_and_scenario(), |(journey, scenario)| {
        holds(&journey, &report(&journey, &scenario, 13, CUSTOMERS))
    });
}

#[test]
fn nobody_is_lost_between_arrival_and_the_end() {
    for_reports(60, |journey, report| {
        prop_assert_eq!(report.today.arrived, CUSTOMERS);
        for outcome in outcomes(report) {
            prop_assert_eq!(outcome.arrived, outcome.bought + total(&outcome.dropped_by_link));
            prop_assert_eq!(outcome.left, total(&outcome.left_by_link));
            prop_assert_eq!(outcome.left, LeftOver::of(outcome).all(), "each leaver has one reason");
            prop_assert!(outcome.or_price_by_link.iter().all(|(link, n)| *n <= outcome.left_by_link[link]));
            let stays = outcome.rungs.last().map_or(0, |rungs| rungs.iter().sum());
            prop_assert_eq!(outcome.bought, outcome.left + stays);
            // Everybody holds at a purchase once.
            let sold = journey.touchpoints.iter().filter(|t| t.role == Role::Purchase).map(|t| &t.id);
            let sold: u64 = sold.map(|id| outcome.met_by_link[id] - outcome.failed_by_link[id]).sum();
            prop_assert_eq!(outcome.bought, sold);
        }
        Ok(())
    });
}

#[test]
fn what_is_counted_by_link_stands_where_it_belongs() {
    for_reports(60, |journey, report| {
        for outcome in outcomes(report) {
            for link in journey.links() {
                let [met, failed, voiced] =
                    [&outcome.met_by_link, &outcome.failed_by_link, &outcome.complaints_by_link].map(|by| by[link]);
                let [dropped, dead_ends, left] =
                    [&outcome.dropped_by_link, &outcome.dead_ends_by_link, &outcome.left_by_link].map(|by| by[link]);
                prop_assert!(voiced <= failed && failed <= met, "{link}: {voiced} of {failed} of {met}");
                prop_assert!(dead_ends <= dropped && dropped - dead_ends <= failed, "{link}");
                if is_before(journey, link) {
                    prop_assert!(left == 0 && voiced == 0, "{link} stands before the purchase");
                } else {
                    prop_assert!(dropped == 0 && left <= failed, "{link} stands after the purchase");
                }
            }
            let links = journey.links().count();
            prop_assert_eq!(outcome.met_by_link.len(), links);
            prop_assert_eq!(outcome.left_by_link.len(), links + 1);
            prop_assert!(outcome.left_by_link.contains_key(&PRICE.into()));
        }
        Ok(())
    });
}

#[test]
fn survival_falls_from_one_to_those_who_stay() {
    for_reports(60, |journey, report| {
        for outcome in outcomes(report) {
            let periods = if outcome.bought > 0 { usize::from(journey.horizon) + 1 } else { 0 };
            prop_assert_eq!(outcome.survival.len(), periods);
            let bought = outcome.bought as f64;
            let mut before = 1.0;
            for (tenure, &there) in outcome.survival.iter().enumerate() {
                prop_assert!((0.0..=before).contains(&there), "{there} after {before} at {tenure}");
                let (low, high) = (outcome.survival_low[tenure], outcome.survival_high[tenure]);
                prop_assert!((0.0..=there).contains(&low) && (there..=1.0).contains(&high), "{low} {there} {high}");
                if tenure > 0 {
                    let on_rungs: u64 = outcome.rungs[tenure - 1].iter().sum();
                    prop_assert_eq!((there * bought).round() as u64, on_rungs);
                }
                before = there;
            }
            let (Some(last), Some(churn)) = (outcome.survival.last(), outcome.figures.churn) else { continue };
            prop_assert_eq!(((1.0 - last) * bought).round() as u64, outcome.left);
            prop_assert_eq!(((1.0 - outcome.survival[0]) * bought).round() as u64, outcome.left_at_once);
            // Left of periods lived, as churn has it. Periods lived: who is there at the end of the one before.
            let periods: f64 = outcome.survival.iter().rev().skip(1).sum::<f64>() * bought;
            let left = (outcome.left - outcome.left_at_once) as f64;
            prop_assert!((churn.value * periods - left).abs() < 1e-6 * periods.max(1.0));
            prop_assert!(churn.value <= 1.0, "no rate exceeds 1");
        }
        Ok(())
    });
}

#[test]
fn personas_add_up_to_everybody() {
    for_reports(40, |_, report| {
        for outcome in std::iter::once(&report.today).chain(&report.what_if) {
            let parts = || outcome.by_persona.values();
            let numbers: [fn(&Outcome) -> u64; 3] = [|o| o.arrived, |o| o.bought, |o| o.left];
            for number in numbers {
                prop_assert_eq!(number(outcome), parts().map(number).sum::<u64>());
            }
            let tables: [Table; 7] = [
                |o| &o.dropped_by_link,
                |o| &o.dead_ends_by_link,
                |o| &o.left_by_link,
                |o| &o.or_price_by_link,
                |o| &o.met_by_link,
                |o| &o.failed_by_link,
                |o| &o.complaints_by_link,
            ];
            for table in tables {
                for (link, count) in table(outcome) {
                    prop_assert_eq!(*count, parts().map(|part| table(part)[link]).sum::<u64>(), "{}", link);
                }
            }
            for (tenure, rungs) in outcome.rungs.iter().enumerate() {
                for (rung, crowd) in rungs.iter().enumerate() {
                    prop_assert_eq!(*crowd, parts().map(|part| part.rungs[tenure][rung]).sum::<u64>());
                }
            }
            prop_assert!(parts().all(|part| part.by_persona.is_empty()));
        }
        if let Some(difference) = &report.difference {
            let parts: Vec<_> = difference.by_persona.values().map(|part| part.fates.0).collect();
            prop_assert_eq!(difference.fates, Fates::sum(&parts));
        }
        Ok(())
    });
}

fn fates_are_those_of_both_worlds(
    difference: &Difference,
    today: &Outcome,
    what_if: &Outcome,
) -> Result<(), TestCaseError> {
    let fates = difference.fates.0;
    let row = |today: usize| fates[today].iter().sum::<u64>();
    let column = |what_if: usize| fates.iter().map(|row| row[what_if]).sum::<u64>();
    let ends = |o: &Outcome| [o.arrived - o.bought, o.left, o.bought - o.left];
    prop_assert_eq!([row(0), row(1), row(2)], ends(today));
    prop_assert_eq!([column(0), column(1), column(2)], ends(what_if));
    prop_assert_eq!(difference.won + today.bought, difference.sale_lost + what_if.bought);
    prop_assert_eq!(difference.unchanged, fates[0][0] + fates[1][1] + fates[2][2]);
    prop_assert_eq!((difference.saved, difference.lost), (fates[1][2], fates[2][1]));
    let all = difference.won + difference.sale_lost + difference.saved + difference.lost + difference.unchanged;
    prop_assert_eq!(all, today.arrived);
    Ok(())
}

#[test]
fn fates_today_and_in_the_what_if_are_told_of_every_customer() {
    for_reports(60, |_, report| {
        let (Some(what_if), Some(difference)) = (&report.what_if, &report.difference) else { return Ok(()) };
        fates_are_those_of_both_worlds(difference, &report.today, what_if)?;
        for (persona, difference) in &difference.by_persona {
            fates_are_those_of_both_worlds(
                difference,
                &report.today.by_persona[persona],
                &what_if.by_persona[persona],
            )?;
        }
        Ok(())
    });
}

#[test]
fn figures_lie_within_their_intervals_and_differences_between_their_worlds() {
    for_reports(60, |journey, report| {
        for outcome in outcomes(report) {
            for (name, figure) in figures(&outcome.figures) {
                let Some(Estimate { value, low, high }) = figure else { continue };
                prop_assert!(low.is_finite() == high.is_finite() && value.is_finite(), "{name}: {low} to {high}");
                prop_assert!(low <= value && value <= high, "{name}: {low} ≤ {value} ≤ {high}");
            }
            for (name, share) in figures(&outcome.figures)
                .into_iter()
                .filter(|(name, _)| ["conversion", "retention at 12", "offer success"].contains(name))
            {
                let Some(share) = share.filter(|share| share.noise().is_some()) else { continue };
                prop_assert!(0.0 <= share.low && share.high <= 1.0, "{name}: {share:?}");
            }
            let (prices, money) = (outcome.figures.revenue_per_arrival, outcome.revenue_per_arrival_money);
            prop_assert_eq!(prices.map(|e| e.value * journey.price), money.map(|e| e.value));
        }
        let (Some(what_if), Some(difference)) = (&report.what_if, &report.difference) else { return Ok(()) };
        let worlds = figures(&report.today.figures).into_iter().zip(figures(&what_if.figures));
        for ((name, difference), ((_, today), (_, what_if))) in figures(&difference.figures).into_iter().zip(worlds) {
            let (Some(today), Some(what_if)) = (today, what_if) else {
                prop_assert!(difference.is_none(), "{name} differs although it is nothing in one world");
                continue;
            };
            let Estimate { value, low, high } = difference.unwrap();
            prop_assert!((value - (what_if.value - today.value)).abs() < 1e-9 * (1.0 + today.value.abs()), "{name}");
            prop_assert!(low <= value && value <= high, "{name}: {low} ≤ {value} ≤ {high}");
        }
        Ok(())
    });
}

#[test]
fn retention_at_12_is_not_told_of_a_shorter_horizon() {
    let of = |horizon: u16| {
        let journey = Journey { horizon, ..crate::builder::small() };
        let change = crate::builder::scenario(vec![crate::builder::strengthen("invoice", 1.0)]);
        let report = report(&journey, &change, 14, 2_000);
        let figures = [report.today.figures, report.what_if.unwrap().figures, report.difference.unwrap().figures];
        (figures.map(|f| f.retention_12.map(|e| e.value)), report.today.survival.get(12).copied())
    };
    assert_eq!(of(11), ([None; 3], None));
    let (figures, survival) = of(12);
    assert!(figures.iter().all(Option::is_some));
    assert_eq!(figures[0], survival);
}
