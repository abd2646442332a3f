use crate::arbitrary::journey;
use crate::workload::large::{Size, large};
use kedja::charts::chain::{ChainDrawing, Direction, Kind, Room, chain, counted, thickness};
use kedja::charts::geometry::Rect;
use kedja::exchange::READY;
use kedja::model::{Journey, Stage};
use proptest::prelude::*;

const ROOMS: [(f64, Direction); 4] =
    [(1_060.0, Direction::Across), (960.0, Direction::Across), (1_500.0, Direction::Across), (358.0, Direction::Down)];

fn drawn(journey: &Journey, (width, way): (f64, Direction)) -> ChainDrawing {
    chain(&Room { journey, lang: "sv", width, way })
}

fn everywhere(journey: &Journey, check: impl Fn(&Journey, &ChainDrawing)) {
    for room in ROOMS {
        check(journey, &drawn(journey, room));
    }
}

fn ready(check: impl Fn(&Journey, &ChainDrawing)) {
    for ready in READY {
        everywhere(&ready.journey(), &check);
    }
}

fn every_link_is_drawn_once(journey: &Journey, chain: &ChainDrawing) {
    let mut drawn: Vec<_> = chain.shapes.iter().map(|s| &s.link).collect();
    let mut all: Vec<_> = journey.links().collect();
    drawn.sort();
    all.sort();
    assert_eq!(drawn, all);
    assert!(chain.shapes.iter().all(|s| !s.rings.is_empty()));
}

fn no_touchpoint_overlaps_another(_: &Journey, chain: &ChainDrawing) {
    let thick = thickness(Kind::Touchpoint, 1.0);
    let rings: Vec<_> =
        chain.shapes.iter().filter(|s| s.kind == Kind::Touchpoint).map(|s| (&s.link, s.rings[0])).collect();
    for (i, (a, one)) in rings.iter().enumerate() {
        for (b, other) in &rings[i + 1..] {
            assert!(one.gap(other) > thick, "{a} and {b}: {}", one.gap(other));
        }
    }
}

fn everything_lies_within_the_drawing(_: &Journey, chain: &ChainDrawing) {
    for shape in &chain.shapes {
        let outer = shape.rings.iter().map(|r| r.grown(thickness(shape.kind, 1.0) / 2.0).bounds());
        let words = shape.label.iter().flat_map(|l| l.boxes.clone());
        for part in outer.chain(words) {
            assert!(chain.size.holds(&part), "{}: {part:?} in {:?}", shape.link, chain.size);
        }
    }
}

fn words(chain: &ChainDrawing) -> Vec<(String, Rect)> {
    let all = chain.shapes.iter();
    all.flat_map(|s| s.label.iter().flat_map(|l| &l.boxes).map(|b| (s.link.to_string(), *b))).collect()
}

fn no_words_overlap_others(_: &Journey, chain: &ChainDrawing) {
    let words = words(chain);
    for (i, (a, one)) in words.iter().enumerate() {
        for (b, other) in &words[i + 1..] {
            assert!(a == b || !one.overlaps(other), "{a} {one:?} and {b} {other:?}");
        }
    }
}

fn no_words_lie_on_metal(_: &Journey, chain: &ChainDrawing) {
    for (link, words) in words(chain) {
        for shape in &chain.shapes {
            for ring in &shape.rings {
                let gap = ring.gap_to_rect(&words) - thickness(shape.kind, 1.0) / 2.0;
                assert!(gap > 0.0, "the words of {link} lie {gap} on {}", shape.link);
            }
        }
    }
}

fn order_follows_the_flow(journey: &Journey, chain: &ChainDrawing) {
    let along = |link| {
        let ring = chain.shape(link).unwrap().rings[0];
        if chain.way == Direction::Across { ring.center.x } else { ring.center.y }
    };
    let phase = |link| {
        let touchpoint = journey.touchpoint(link).unwrap();
        journey.phases.iter().position(|p| p.id == touchpoint.phase).unwrap()
    };
    let before = |link| journey.stage(&journey.touchpoint(link).unwrap().phase) == Some(Stage::Before);
    for handover in &journey.handovers {
        let (from, to) = (&handover.from, &handover.to);
        if before(from) && (!before(to) || phase(from) < phase(to)) {
            assert!(along(from) < along(to), "{from} does not come before {to}");
        }
    }
}

fn no_handover_lies_on_a_touchpoint_that_is_not_its_own(journey: &Journey, chain: &ChainDrawing) {
    for shape in chain.shapes.iter().filter(|s| s.kind == Kind::Handover) {
        let handover = journey.handover(&shape.link).unwrap();
        for other in chain.shapes.iter().filter(|s| s.kind == Kind::Touchpoint) {
            if other.link != handover.from && other.link != handover.to {
                let gap = shape.rings.iter().map(|r| r.gap(&other.rings[0])).fold(f64::INFINITY, f64::min);
                assert!(gap > 4.0, "{} lies on {}: {gap}", shape.link, other.link);
            }
        }
    }
}

fn the_ladder_stands_clear_of_everything(_: &Journey, chain: &ChainDrawing) {
    let Some(ladder) = chain.ladder else { return };
    for shape in &chain.shapes {
        for ring in &shape.rings {
            let gap = ring.gap_to_rect(&ladder) - thickness(shape.kind, 1.0) / 2.0;
            assert!(gap > 0.0, "the ladder lies {gap} on {}", shape.link);
        }
    }
    for (link, words) in words(chain) {
        assert!(!words.overlaps(&ladder), "the ladder lies on the words of {link}");
    }
    assert!(chain.size.holds(&ladder));
}

#[test]
fn in_ready_journeys_there_is_a_ladder_and_it_stands_clear_of_everything() {
    ready(|journey, chain| {
        assert!(chain.ladder.is_some(), "{} has no ladder at {}", journey.id, chain.size.width);
        the_ladder_stands_clear_of_everything(journey, chain);
    });
}

#[test]
fn in_ready_journeys_every_link_is_drawn_once() {
    ready(every_link_is_drawn_once);
}

#[test]
fn in_ready_journeys_no_touchpoint_overlaps_another() {
    ready(no_touchpoint_overlaps_another);
}

#[test]
fn in_ready_journeys_everything_lies_within_the_drawing() {
    ready(everything_lies_within_the_drawing);
}

#[test]
fn in_ready_journeys_no_words_overlap_others() {
    ready(no_words_overlap_others);
}

#[test]
fn in_ready_journeys_no_words_lie_on_metal() {
    ready(no_words_lie_on_metal);
}

#[test]
fn in_ready_journeys_order_follows_the_flow() {
    ready(order_follows_the_flow);
}

#[test]
fn in_ready_journeys_no_handover_lies_on_a_touchpoint_that_is_not_its_own() {
    ready(no_handover_lies_on_a_touchpoint_that_is_not_its_own);
}

#[test]
fn handovers_interlock_with_what_they_join() {
    let journey = crate::builder::small();
    let chain = drawn(&journey, ROOMS[0]);
    for handover in &journey.handovers {
        let rings = &chain.shape(&handover.id).unwrap().rings;
        for end in [&handover.from, &handover.to] {
            let touchpoint = chain.shape(end).unwrap();
            assert!(rings.iter().any(|r| r.gap(&touchpoint.rings[0]) < 0.0), "{} hangs loose from {end}", handover.id);
        }
        assert!(!chain.shape(&handover.from).unwrap().over.is_empty());
    }
}

#[test]
fn a_stronger_link_is_thicker() {
    for kind in [Kind::Touchpoint, Kind::Handover] {
        let steps: Vec<f64> = (0..=100).map(|s| thickness(kind, f64::from(s) / 100.0)).collect();
        assert!(steps[0] > 0.0 && steps.windows(2).all(|w| w[0] < w[1]));
    }
}

/// The layout's work is counted, not timed: a busy machine changes nothing. Twice as many touchpoints may take twice as
/// much and a little more.
#[test]
fn the_work_of_a_layout_grows_with_the_journey_and_not_with_its_square() {
    for way in [Direction::Across, Direction::Down] {
        for skips in [false, true] {
            let looked = |touchpoints: usize| {
                let journey = large(Size { touchpoints, personas: 1, skips });
                let width = if way == Direction::Across { 1_060.0 } else { 358.0 };
                counted(&Room { journey: &journey, lang: "en", width, way }).1 as f64
            };
            let per_touchpoint = |touchpoints: usize| looked(touchpoints) / touchpoints as f64;
            let (few, many) = (per_touchpoint(50), per_touchpoint(200));
            assert!(few > 10.0, "the count does not count: {few}");
            assert!(
                many < 1.5 * few,
                "{way:?}, skips {skips}: {few:.0} looks for each of 50, {many:.0} for each of 200"
            );
        }
    }
}

#[test]
fn a_journey_of_sixty_touchpoints_is_drawn_as_a_small_one_is() {
    for skips in [false, true] {
        let journey = large(Size { touchpoints: 60, personas: 1, skips });
        for room in ROOMS {
            let chain = drawn(&journey, room);
            every_link_is_drawn_once(&journey, &chain);
            everything_lies_within_the_drawing(&journey, &chain);
            order_follows_the_flow(&journey, &chain);
            the_ladder_stands_clear_of_everything(&journey, &chain);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn in_any_journey_links_are_drawn_once_apart_and_in_order(journey in journey()) {
        everywhere(&journey, every_link_is_drawn_once);
        everywhere(&journey, no_touchpoint_overlaps_another);
        everywhere(&journey, everything_lies_within_the_drawing);
        everywhere(&journey, order_follows_the_flow);
    }
}
