//! Each ready journey has its truth: one link on which the same effort does more than on any other, and seldom the one
//! that people look at first.

use crate::ready::{one_unit, report};
use kedja::analysis::{Estimate, Figures, Report};
use kedja::exchange::{READY, ready};
use kedja::model::{Journey, LinkId, Scenario, Strength};
use rand::RngExt;
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug)]
enum Outcome {
    /// Fewer who leave are better.
    Churn,
    /// More who buy are better.
    Conversion,
}

struct Truth {
    journey: &'static str,
    outcome: Outcome,
    link: &'static str,
    /// How many times as much it does as the next best link, at least, under each of five seeds.
    lead: f64,
    /// What is believable in the trade: share of customers kept after 12 periods, least and most [0..1].
    retention_12: (f64, f64),
}

const TRUTHS: [Truth; 7] = [
    Truth { journey: "telecom", outcome: Outcome::Churn, link: "invoice", lead: 1.5, retention_12: (0.65, 0.82) },
    Truth { journey: "streaming", outcome: Outcome::Churn, link: "add-sport", lead: 1.6, retention_12: (0.5, 0.75) },
    Truth {
        journey: "e-commerce",
        outcome: Outcome::Churn,
        link: "delivery-info",
        lead: 2.5,
        retention_12: (0.4, 0.7),
    },
    Truth { journey: "insurance", outcome: Outcome::Churn, link: "letter-app", lead: 3.0, retention_12: (0.6, 0.9) },
    Truth {
        journey: "b2b-purchase",
        outcome: Outcome::Conversion,
        link: "business-case",
        lead: 1.4,
        retention_12: (0.6, 0.9),
    },
    Truth { journey: "food-box", outcome: Outcome::Churn, link: "dinner", lead: 3.3, retention_12: (0.3, 0.6) },
    Truth {
        journey: "business-software",
        outcome: Outcome::Churn,
        link: "new-version",
        lead: 1.35,
        retention_12: (0.6, 0.9),
    },
];

/// Links that can be first in a world nearby: so many of the best in the journey itself.
const CONTENDERS: usize = 6;

impl Truth {
    fn journey(&self) -> Journey {
        ready(self.journey).expect("it is a ready journey").journey()
    }

    fn effect(&self, report: &Report) -> f64 {
        let value = |figure: fn(&Figures) -> Option<Estimate>| {
            let difference = report.difference.as_ref().expect("there is a change");
            figure(&difference.figures).expect("there is something to count").value
        };
        match self.outcome {
            Outcome::Churn => -value(|f| f.churn),
            Outcome::Conversion => value(|f| f.conversion),
        }
    }

    /// What one unit of effort does on each of these links, best first.
    fn ranking(&self, journey: &Journey, links: &[LinkId], seed: u64, customers: u64) -> Vec<(f64, LinkId)> {
        let effect = |link: &LinkId| self.effect(&report(journey, one_unit(link), seed, customers));
        let mut ranking: Vec<_> = links.iter().map(|link| (effect(link), link.clone())).collect();
        ranking.sort_by(|a, b| b.0.total_cmp(&a.0));
        ranking
    }

    /// The links that do most, under the first seed.
    fn contenders(&self, journey: &Journey) -> Vec<LinkId> {
        let all: Vec<LinkId> = journey.links().cloned().collect();
        self.ranking(journey, &all, 1, 40_000).into_iter().take(CONTENDERS).map(|(_, link)| link).collect()
    }

    fn holds(&self) {
        let journey = self.journey();
        let contenders = self.contenders(&journey);
        for seed in 1..=5 {
            let ranking = self.ranking(&journey, &contenders, seed, 40_000);
            let [(first, link), (second, next), ..] = &ranking[..] else { panic!("there are links") };
            assert_eq!(link.as_str(), self.link, "{} under seed {seed}: {ranking:?}", self.journey);
            let lead = first / second;
            assert!(lead >= self.lead, "{} under seed {seed}: {lead} times as much as {next}", self.journey);
        }
    }

    fn holds_nearby(&self, at_least: usize) {
        let journey = self.journey();
        let contenders = self.contenders(&journey);
        let is_first = |world: &u64| {
            let ranking = self.ranking(&nearby(&journey, *world), &contenders, 100 + world, 8_000);
            ranking[0].1.as_str() == self.link
        };
        let count = (0..50).filter(is_first).count();
        assert!(count >= at_least, "{}: {} is first in {count} of 50 worlds", self.journey, self.link);
    }
}

/// The journey with every strength moved by up to ±10 % of its failures.
pub fn nearby(journey: &Journey, seed: u64) -> Journey {
    let mut random = kedja::engine::SplitMix64::new(seed);
    let mut moved = |strength: f64| 1.0 - (1.0 - strength) * (1.0 + random.random_range(-0.1..=0.1));
    let mut journey = journey.clone();
    for touchpoint in &mut journey.touchpoints {
        touchpoint.strength = Strength::of(moved(touchpoint.strength.likely));
    }
    for handover in &mut journey.handovers {
        handover.strength = Strength::of(moved(handover.strength.likely));
    }
    journey
}

#[test]
fn each_ready_journey_has_one_truth() {
    let with: Vec<&str> = TRUTHS.iter().map(|t| t.journey).collect();
    let all: Vec<&str> = READY.iter().map(|r| r.id).collect();
    assert_eq!(with, all);
}

#[test]
fn the_moment_of_truth_that_is_found_is_another_in_each_trade_and_nobody_of_the_firm_stands_there() {
    let (mut found, mut natures) = (BTreeSet::new(), BTreeSet::new());
    for truth in &TRUTHS {
        let journey = truth.journey();
        let link = truth.contenders(&journey).into_iter().next().expect("there are links");
        // A handover is where no touchpoint is.
        let touchpoint = journey.touchpoint(&link);
        natures.insert(touchpoint.map(|t| format!("{:?}", t.nature)));
        if let Some(touchpoint) = touchpoint {
            let channel = journey.channels.iter().find(|c| c.id == touchpoint.channel).expect("it is met somewhere");
            let channel = channel.name.get("en").to_lowercase();
            let is_staffed = ["phone", "meeting", "shop", "visit", "chat"].iter().any(|word| channel.contains(word));
            assert!(!is_staffed, "{}: {link} is met in {channel}", truth.journey);
        }
        found.insert(link);
        // They are several, wherever somebody has marked them.
        assert!(journey.touchpoints.iter().filter(|t| t.moment_of_truth).count() >= 3, "{}", truth.journey);
    }
    assert_eq!(found.len(), TRUTHS.len(), "{found:?}");
    assert!(natures.len() >= 5, "{natures:?}");
}

#[test]
fn each_ready_journey_keeps_customers_as_its_trade_does() {
    for truth in &TRUTHS {
        let today = report(&truth.journey(), Scenario::default(), 1, 100_000).today;
        let kept = today.figures.retention_12.expect("some buy").value;
        let (low, high) = truth.retention_12;
        assert!((low..=high).contains(&kept), "{}: {kept} after 12 periods", truth.journey);
    }
}

#[test]
fn the_same_effort_does_most_at_the_truth_under_five_seeds() {
    TRUTHS.iter().for_each(Truth::holds);
}

#[test]
fn the_truth_is_first_in_at_least_45_of_50_worlds_nearby() {
    TRUTHS.iter().for_each(|truth| truth.holds_nearby(45));
}
