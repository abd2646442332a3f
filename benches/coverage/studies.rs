//! What the questions come to: ranking, chain logic, strain, split and rescue.

use crate::score::{Score, print};
use crate::{Case, effort_on};
use kedja::analysis::Estimate;
use kedja::analysis::studies::{Goal, Study, StudyKind, StudyResult, StudyTerms};
use kedja::model::{Improvement, LinkId, Scenario};
use kedja::runner::{answer, live_here};
use std::thread;

/// Customers, and how often so many are asked of.
const SIZES: [(u64, u64); 2] = [(2_000, 40), (10_000, 10)];

/// Customers of the run that is held to be the truth.
const TRUTH: u64 = 200_000;

/// The outcomes that are asked about.
const GOALS: [Goal; 3] = [Goal::Churn, Goal::CustomersAtEnd, Goal::Recommendation];

fn ask(case: &Case, base: Scenario, goal: Goal, kind: StudyKind, seed: u64, customers: u64) -> StudyResult {
    let terms = StudyTerms { journey: case.journey.clone(), base, goal, effort: 1.0, seed, customers };
    let study = Study { terms, kind };
    answer(&case.journey, |rounds| study.ask(rounds), live_here).expect("it can be asked")
}

/// Two improvements, for the split.
fn package(case: &Case) -> Scenario {
    let links: Vec<&LinkId> = case.journey.links().collect();
    let one = |at: usize| {
        let scenario = effort_on(&[links[at].clone()], 1.0);
        scenario.improvements.into_iter().next().map(|i| Improvement { id: format!("part-{at}").as_str().into(), ..i })
    };
    let middle = case.journey.touchpoints.len() / 2;
    Scenario { improvements: [middle, middle + 1].into_iter().filter_map(one).collect(), ..Scenario::default() }
}

fn kinds(is_ready: bool) -> Vec<StudyKind> {
    let mut kinds = vec![StudyKind::Ranking];
    if is_ready {
        kinds.push(StudyKind::Chain { mended_by: 2.0 });
        kinds.push(StudyKind::Strain { strains: vec![0.5] });
        kinds.push(StudyKind::Rescue { link: None });
        kinds.push(StudyKind::Split);
    }
    kinds
}

/// Figures by name, with the kind each is of.
fn figures(result: &StudyResult) -> Vec<(&'static str, String, Option<Estimate>)> {
    let mut all = Vec::new();
    match result {
        StudyResult::Ranking(found) => {
            for link in &found.links {
                let id = link.id.to_string();
                all.push(("ranking, effect", id.clone(), link.effect));
                all.push(("ranking, ceiling", id.clone(), link.ceiling));
                for (persona, effect) in &link.by_persona {
                    all.push(("ranking, effect on a persona", format!("{id} {persona}"), *effect));
                }
                if let Some(kept) = &link.kept {
                    all.push(("ranking, kept", id, kept.more));
                }
            }
        }
        StudyResult::Chain(found) => {
            for pair in found.feels.iter().take(1).flat_map(|feel| &feel.pairs) {
                let id = format!("{} {}", pair.first, pair.then);
                all.push(("chain, alone", id.clone(), pair.gives.alone));
                all.push(("chain, after", id.clone(), pair.gives.after));
                all.push(("chain, more", id.clone(), pair.gives.more));
                for (persona, gives) in &pair.by_persona {
                    all.push(("chain, more, persona", format!("{id} {persona}"), gives.more));
                }
            }
        }
        StudyResult::Strain(found) => {
            for point in &found.points {
                all.push(("strain, level", point.strain.to_string(), point.level));
                all.push(("strain, change", point.strain.to_string(), point.change.filter(|_| point.strain > 0.0)));
                for link in &point.links {
                    all.push(("strain, cost of a link", link.id.to_string(), link.costs));
                }
            }
        }
        StudyResult::Rescue(found) => all.push(("rescue, net", found.link.to_string(), found.net_share)),
        StudyResult::Split(found) => {
            all.push(("split, together", String::new(), found.together));
            for part in &found.parts {
                all.push(("split, part", part.id.to_string(), part.part));
            }
        }
        _ => {}
    }
    all
}

fn note(score: &mut Score, case: &Case, goal: Goal, found: &StudyResult, truth: &StudyResult) {
    let truths = figures(truth);
    for (kind, of, found) in figures(found) {
        let truth = truths.iter().find(|(other, name, _)| *other == kind && *name == of).and_then(|(_, _, e)| *e);
        score.note(kind, format!("{} {} {of}", case.name, goal.name()), found, truth);
    }
}

/// The ready journeys are asked every question, the random ones where effort does what.
pub fn study(ready: &[Case], random: &[Case]) {
    let mut jobs: Vec<(&Case, Goal, StudyKind)> = Vec::new();
    for (case, is_ready) in ready.iter().map(|case| (case, true)).chain(random.iter().map(|case| (case, false))) {
        for goal in GOALS {
            jobs.extend(kinds(is_ready).into_iter().map(|kind| (case, goal, kind)));
        }
    }
    let of_job = |(case, goal, kind): &(&Case, Goal, StudyKind)| -> Vec<Score> {
        let base = if *kind == StudyKind::Split { package(case) } else { Scenario::default() };
        let asked = |seed, customers| ask(case, base.clone(), *goal, kind.clone(), seed, customers);
        let truth = asked(u64::MAX / 2, TRUTH);
        let of_size = |(customers, seeds): (u64, u64)| {
            let mut score = Score::default();
            (0..seeds).for_each(|seed| note(&mut score, case, *goal, &asked(1 + seed, customers), &truth));
            score
        };
        SIZES.map(of_size).into_iter().collect()
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let of_part = |part: usize| -> Vec<Vec<Score>> { jobs.iter().skip(part).step_by(threads).map(of_job).collect() };
    let all: Vec<Vec<Score>> = thread::scope(|scope| {
        let parts: Vec<_> = (0..threads).map(|part| scope.spawn(move || of_part(part))).collect();
        parts.into_iter().flat_map(|part| part.join().expect("it ends")).collect()
    });
    let mut scores: Vec<Score> = SIZES.iter().map(|_| Score::default()).collect();
    for of_job in all {
        scores.iter_mut().zip(of_job).for_each(|(sum, more)| sum.add(more));
    }
    let sizes: Vec<u64> = SIZES.iter().map(|(customers, _)| *customers).collect();
    print("Questions, by customers", &sizes, &scores);
}
