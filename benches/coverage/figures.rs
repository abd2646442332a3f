//! The figures of a report: levels, paired differences, survival; of everybody and of each persona.

use crate::Case;
use crate::score::{Score, print};
use kedja::analysis::{Cohort, Difference, Estimate, Figures, Outcome, Report};
use kedja::engine::BLOCK;
use std::thread;

/// Customers, and how often so many are lived.
const SIZES: [(u64, u64); 5] = [(100, 500), (300, 500), (1_000, 300), (10_000, 40), (100_000, 10)];

/// Customers of the run that is held to be the truth.
const TRUTH: u64 = 2_000_000;

type Figure = (&'static str, &'static str, &'static str, &'static str, fn(&Figures) -> Option<Estimate>);

const FIGURES: [Figure; 9] = [
    ("conversion", "conversion, persona", "conversion, difference", "conversion, difference, persona", |f| {
        f.conversion
    }),
    ("churn", "churn, persona", "churn, difference", "churn, difference, persona", |f| f.churn),
    ("retention", "retention, persona", "retention, difference", "retention, difference, persona", |f| f.retention_12),
    ("lifetime", "lifetime, persona", "lifetime, difference", "lifetime, difference, persona", |f| f.lifetime),
    ("revenue", "revenue, persona", "revenue, difference", "revenue, difference, persona", |f| f.revenue_per_arrival),
    ("score", "score, persona", "score, difference", "score, difference, persona", |f| f.recommendation),
    ("offers", "offers, persona", "offers, difference", "offers, difference, persona", |f| f.offer_success),
    ("days", "days, persona", "days, difference", "days, difference, persona", |f| f.days_to_purchase),
    ("complaints", "complaints, persona", "complaints, difference", "complaints, difference, persona", |f| {
        f.complaints_per_period
    }),
];

fn report(case: &Case, seed: u64, customers: u64) -> Report {
    let journey = crate::builder::checked(&case.journey);
    let cohort = Cohort::new(&journey, &case.change, seed).expect("the change is right");
    cohort.report(&cohort.live(0..customers.div_ceil(BLOCK), customers))
}

fn note(score: &mut Score, case: &Case, found: &Report, truth: &Report) {
    let difference = |report: &Report| -> Difference { report.difference.clone().expect("there is a change") };
    let (by, truly) = (difference(found), difference(truth));
    for (level, of_persona, change, change_of_persona, figure) in FIGURES {
        score.note(level, &case.name, figure(&found.today.figures), figure(&truth.today.figures));
        score.note(change, &case.name, figure(&by.figures), figure(&truly.figures));
        for (id, truth) in &truth.today.by_persona {
            let of = format!("{} {id}", case.name);
            score.note(of_persona, of, figure(&found.today.by_persona[id].figures), figure(&truth.figures));
        }
        for (id, truth) in &truly.by_persona {
            let of = format!("{} {id}", case.name);
            score.note(change_of_persona, of, figure(&by.by_persona[id].figures), figure(&truth.figures));
        }
    }
    let band = |o: &Outcome, at: usize| {
        Some(Estimate { value: *o.survival.get(at)?, low: *o.survival_low.get(at)?, high: *o.survival_high.get(at)? })
    };
    for at in [1, 6] {
        score.note("survival", format!("{} {at}", case.name), band(&found.today, at), band(&truth.today, at));
    }
}

/// All sizes, on as many threads as there are cores.
pub fn study(cases: &[Case]) {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let of_case = |case: &Case| -> Vec<Score> {
        let truth = report(case, u64::MAX / 2, TRUTH);
        let of_size = |(customers, seeds): (u64, u64)| {
            let mut score = Score::default();
            (0..seeds).for_each(|seed| note(&mut score, case, &report(case, 1 + seed, customers), &truth));
            score
        };
        SIZES.map(of_size).into_iter().collect()
    };
    let of_part = |part: usize| -> Vec<Vec<Score>> { cases.iter().skip(part).step_by(threads).map(of_case).collect() };
    let all: Vec<Vec<Score>> = thread::scope(|scope| {
        let parts: Vec<_> = (0..threads).map(|part| scope.spawn(move || of_part(part))).collect();
        parts.into_iter().flat_map(|part| part.join().expect("it ends")).collect()
    });
    let mut scores: Vec<Score> = SIZES.iter().map(|_| Score::default()).collect();
    for of_case in all {
        scores.iter_mut().zip(of_case).for_each(|(sum, more)| sum.add(more));
    }
    let sizes: Vec<u64> = SIZES.iter().map(|(customers, _)| *customers).collect();
    print("Figures of a report, by customers", &sizes, &scores);
}
