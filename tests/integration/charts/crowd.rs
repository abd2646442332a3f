//! The dots tell what the engine told, and nothing jumps.

use crate::builder::{checked, scenario, strengthen};
use kedja::analysis::{Cohort, TodayAndWhatIf};
use kedja::charts::chain::{ChainDrawing, Direction, Room, chain};
use kedja::charts::crowd::{Arrivals, Crowd, Dot, Ground, Light};
use kedja::charts::geometry::Rect;
use kedja::engine::{Fate, Trail};
use kedja::exchange::READY;
use kedja::model::{Journey, Scenario};

type Trails = TodayAndWhatIf<Vec<Trail>>;

fn trails(journey: &Journey, scenario: &Scenario, customers: u64) -> Trails {
    Cohort::new(&checked(journey), scenario, 1).unwrap().crowd(customers)
}

fn drawn(journey: &Journey, way: Direction) -> ChainDrawing {
    let width = if way == Direction::Across { 1_060.0 } else { 358.0 };
    chain(&Room { journey, lang: "en", width, way, scale: 1.0 })
}

fn crowd(journey: &Journey, chain: &ChainDrawing, trails: &Trails, arrivals: Arrivals) -> Crowd {
    Crowd::new(&Ground { journey, chain, arrivals }, &trails.today, trails.what_if.as_deref(), |_| true)
}

fn every_journey(check: impl Fn(&Journey, &ChainDrawing, &Trails)) {
    for ready in READY {
        let journey = ready.journey();
        let trails = trails(&journey, &Scenario::default(), 400);
        for way in [Direction::Across, Direction::Down] {
            check(&journey, &drawn(&journey, way), &trails);
        }
    }
}

fn find(crowd: &Crowd, customer: usize, time: f64) -> Option<Dot> {
    crowd.dots(time).find(|dot| dot.customer == customer)
}

#[test]
fn at_every_moment_everybody_who_has_come_is_counted_once() {
    every_journey(|journey, chain, trails| {
        for arrivals in [Arrivals::PerPeriod, Arrivals::AtOnce] {
            let crowd = crowd(journey, chain, trails, arrivals);
            let mut come = 0;
            for step in 0..=48 {
                let counts = crowd.counts(f64::from(step) * f64::from(journey.horizon) / 48.0);
                assert_eq!(counts.come, counts.on_the_way + counts.dropped + counts.customers + counts.left);
                assert_eq!(counts.customers, counts.rungs.iter().sum::<u64>());
                assert!(counts.come >= come);
                come = counts.come;
            }
            assert_eq!(come, 400);
        }
    });
}

#[test]
fn in_the_end_the_counts_are_the_fates() {
    every_journey(|journey, chain, trails| {
        let counts = crowd(journey, chain, trails, Arrivals::AtOnce).counts(10_000.0);
        let fates = |fate| trails.today.iter().filter(|trail| trail.fate == fate).count() as u64;
        assert_eq!(counts.dropped, fates(Fate::Dropped));
        assert_eq!(counts.left, fates(Fate::Left));
        assert_eq!(counts.customers, fates(Fate::Stays));
    });
}

#[test]
fn no_dot_jumps() {
    every_journey(|journey, chain, trails| {
        let crowd = crowd(journey, chain, trails, Arrivals::PerPeriod);
        // As long as a fifth of a frame at the usual speed; within a frame a dot may cross the drawing's width once.
        let (step, most) = (0.002, chain.size.width.max(chain.size.height) / 8.0);
        for start in [0.0, 3.1, 7.6] {
            let mut before: Vec<Dot> = crowd.dots(start).collect();
            for i in 1..=250 {
                let time = start + step * f64::from(i);
                let now: Vec<Dot> = crowd.dots(time).collect();
                for dot in &before {
                    if let Some(next) = now.iter().find(|d| d.customer == dot.customer) {
                        let far = dot.at.distance(next.at);
                        assert!(far <= most, "{} of {}: {far} at {time}", dot.customer, journey.id);
                    }
                }
                before = now;
            }
        }
    });
}

#[test]
fn every_dot_is_on_the_drawing() {
    every_journey(|journey, chain, trails| {
        let crowd = crowd(journey, chain, trails, Arrivals::PerPeriod);
        let Rect { x, y, width, height } = chain.size;
        // Those who fall may fall out of it.
        let around = Rect::new(x - 70.0, y - 70.0, width + 140.0, height + 140.0);
        for step in 0..200 {
            for dot in crowd.dots(f64::from(step) * 0.12) {
                assert!(around.distance(dot.at) == 0.0, "{dot:?} in {}", journey.id);
            }
        }
    });
}

#[test]
fn a_change_lights_those_whose_fate_it_changes_and_moves_nobody_else() {
    let journey = READY[0].journey();
    let chain = drawn(&journey, Direction::Across);
    let changed = trails(&journey, &scenario(vec![strengthen("invoice", 1.0)]), 4_000);
    let today = trails(&journey, &Scenario::default(), 4_000);
    assert_eq!(changed.today, today.today);
    let (before, after) =
        (crowd(&journey, &chain, &today, Arrivals::AtOnce), crowd(&journey, &chain, &changed, Arrivals::AtOnce));
    let what_if = changed.what_if.as_ref().unwrap();
    let same = |customer: usize| today.today[customer] == what_if[customer];
    let mut lit = vec![None; 4_000];
    // Also those who take months to buy are followed to their end.
    for step in 0..640 {
        let time = f64::from(step) * 0.1;
        let unmoved: Vec<Dot> = before.dots(time).filter(|dot| same(dot.customer)).collect();
        assert_eq!(after.dots(time).filter(|dot| same(dot.customer)).collect::<Vec<_>>(), unmoved);
        for dot in after.dots(time) {
            lit[dot.customer] = lit[dot.customer].or(dot.light);
        }
    }
    for (customer, light) in lit.iter().enumerate() {
        let fates = (today.today[customer].fate, what_if[customer].fate);
        match light {
            Some(Light::Better) => assert_ne!(fates.0, Fate::Stays, "{customer}"),
            Some(Light::Worse) => assert_ne!(fates.1, Fate::Stays, "{customer}"),
            None => {}
        }
        if fates == (Fate::Left, Fate::Stays) {
            assert_eq!(*light, Some(Light::Better), "{customer}");
        }
        if fates.0 == fates.1 {
            assert_eq!(*light, None, "{customer}");
        }
    }
    let changed = (0..4_000).filter(|c| today.today[*c].fate != what_if[*c].fate).count();
    assert!(changed > 20);
    assert_eq!(lit.iter().filter(|light| light.is_some()).count(), changed);
}

#[test]
fn who_leaves_has_reddened_or_walked_out() {
    let journey = READY[0].journey();
    let chain = drawn(&journey, Direction::Across);
    let trails = trails(&journey, &Scenario::default(), 2_000);
    let crowd = crowd(&journey, &chain, &trails, Arrivals::AtOnce);
    let rungs = |trail: &Trail| {
        let judged =
            |step: &kedja::engine::TrailStep| matches!(step, kedja::engine::TrailStep::Judged { rung } if *rung > 0);
        trail.steps.iter().any(judged)
    };
    let climbers: Vec<usize> =
        (0..2_000).filter(|c| trails.today[*c].fate == Fate::Left && rungs(&trails.today[*c])).collect();
    assert!(climbers.len() > 20);
    let hot = climbers.iter().filter(|customer| {
        (0..260).any(|step| find(&crowd, **customer, f64::from(step) * 0.1).is_some_and(|dot| dot.heat > 0.0))
    });
    assert_eq!(hot.count(), climbers.len());
}

#[test]
fn only_those_who_are_shown_have_dots() {
    let journey = READY[0].journey();
    let chain = drawn(&journey, Direction::Across);
    let trails = trails(&journey, &Scenario::default(), 500);
    let ground = Ground { journey: &journey, chain: &chain, arrivals: Arrivals::AtOnce };
    let crowd = Crowd::new(&ground, &trails.today, None, |persona| persona == 2);
    let all = trails.today.iter().filter(|trail| trail.persona == 2).count() as u64;
    assert_eq!(crowd.counts(1.0).come, all);
    assert!(crowd.dots(0.2).all(|dot| trails.today[dot.customer].persona == 2));
}

#[test]
fn the_nearest_dot_is_the_one_that_was_pressed() {
    let journey = READY[0].journey();
    let chain = drawn(&journey, Direction::Across);
    let trails = trails(&journey, &Scenario::default(), 300);
    let crowd = crowd(&journey, &chain, &trails, Arrivals::PerPeriod);
    let dots: Vec<Dot> = crowd.dots(9.0).collect();
    assert!(!dots.is_empty());
    for dot in dots {
        let found = crowd.nearest(9.0, dot.at, 5.0).unwrap();
        assert!(found.at.distance(dot.at) < 1e-9);
    }
    let far = kedja::charts::geometry::Point::new(-1_000.0, -1_000.0);
    assert!(crowd.nearest(9.0, far, 5.0).is_none());
}
