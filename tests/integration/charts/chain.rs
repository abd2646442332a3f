use crate::arbitrary::journey;
use crate::workload::large::{Size, large};
use kedja::charts::chain::{
    ChainDrawing, Direction, Heading, LEAST, LinkShape, Room, Screen, Shape, chain, counted, fitted, for_wall,
    thickness,
};
use kedja::charts::geometry::Rect;
use kedja::charts::text;
use kedja::exchange::READY;
use kedja::model::{Journey, Stage};
use proptest::prelude::*;

pub(super) const ROOMS: [(f64, Direction); 4] =
    [(1_060.0, Direction::Across), (960.0, Direction::Across), (1_500.0, Direction::Across), (358.0, Direction::Down)];

pub(super) fn drawn(journey: &Journey, (width, way): (f64, Direction)) -> ChainDrawing {
    chain(&Room { journey, lang: "sv", width, way, scale: 1.0 })
}

fn everywhere(journey: &Journey, check: impl Fn(&Journey, &ChainDrawing)) {
    for room in ROOMS {
        check(journey, &drawn(journey, room));
    }
}

/// The room for the chain on screens of 1920 by 1080, 1440 by 900, 1280 by 720, 1024 by 768, and on a phone.
const SCREENS: [(f64, f64, Direction); 5] = [
    (1_164.0, 664.0, Direction::Across),
    (1_068.0, 700.0, Direction::Across),
    (908.0, 520.0, Direction::Across),
    (976.0, 504.0, Direction::Across),
    (358.0, f64::INFINITY, Direction::Down),
];

fn on_screens(check: impl Fn(&Journey, &ChainDrawing, (f64, f64, Direction))) {
    for ready in READY {
        let journey = ready.journey();
        for lang in ["en", "sv"] {
            for (width, height, way) in SCREENS {
                let drawing = fitted(&Screen { journey: &journey, lang, width, height, way });
                check(&journey, &drawing, (width, height, way));
            }
        }
    }
}

#[test]
fn all_of_a_ready_journey_is_seen_on_every_screen_with_words_that_can_be_read() {
    on_screens(|journey, chain, (width, height, _)| {
        let (wide, high) = (chain.size.width * chain.scale, chain.size.height * chain.scale);
        let id = &journey.id;
        assert!(wide <= width + 0.5 && high <= height + 0.5, "{id}: {wide} × {high} of {width} × {height}");
        let least = chain.lettering.small.min(chain.lettering.value) * chain.scale;
        assert!(least >= LEAST - 0.05, "{id} at {width} × {height}: words of {least} px");
    });
}

#[test]
fn all_of_a_ready_journey_is_seen_on_a_wall_as_large_as_there_is_room_for() {
    for ready in READY {
        let journey = ready.journey();
        for lang in ["en", "sv"] {
            // What screens of 1280 by 720 and of 3840 by 2160 leave for it.
            for (width, height) in [(850.0, 420.0), (2_550.0, 1_260.0)] {
                let chain = for_wall(&Screen { journey: &journey, lang, width, height, way: Direction::Across });
                let (wide, high) = (chain.size.width * chain.scale, chain.size.height * chain.scale);
                assert!(wide <= width + 0.5 && high <= height + 0.5, "{}: {wide} × {high}", journey.id);
                assert!(
                    (wide / width).max(high / height) > 0.99,
                    "{}: {wide} × {high} of {width} × {height}",
                    journey.id
                );
                let least = chain.lettering.small.min(chain.lettering.value) * chain.scale;
                assert!(least >= LEAST - 0.05, "{} ({lang}): words of {least} px", journey.id);
            }
        }
    }
}

#[test]
fn no_name_of_a_ready_journey_is_cut_where_it_runs_across() {
    let found = std::cell::RefCell::new(Vec::new());
    on_screens(|journey, chain, (width, _, way)| {
        if way == Direction::Down {
            return;
        }
        let cut = |shape: &&Shape| shape.label.as_ref().is_some_and(|label| label.cut);
        let names = chain.shapes.iter().filter(cut).map(|shape| shape.link.to_string());
        let phases = chain.headings.iter().filter(|heading| heading.words.contains('…'));
        let cut = names.chain(phases.map(|heading| heading.words.clone()));
        found.borrow_mut().extend(cut.map(|words| format!("{words} in {} at {width}", journey.id)));
    });
    assert_eq!(found.into_inner(), [""; 0]);
}

#[test]
fn names_of_phases_never_touch_on_any_screen() {
    on_screens(|journey, chain, (width, ..)| {
        let size = chain.lettering.phase();
        let place = |heading: &Heading| {
            Rect::new(heading.at.x, heading.at.y - size, text::width(&heading.words, size) + 10.0, size * 1.2)
        };
        for (i, one) in chain.headings.iter().enumerate() {
            for other in &chain.headings[i + 1..] {
                let touch = place(one).overlaps(&place(other));
                assert!(!touch, "{} at {width}: {} and {}", journey.id, one.words, other.words);
            }
        }
    });
}

#[test]
fn the_sign_of_any_link_stands_on_no_words_and_on_no_other_sign() {
    on_screens(|journey, chain, (width, ..)| {
        let links: Vec<_> = journey.links().collect();
        for (i, one) in links.iter().enumerate() {
            let other = links[(i + 1) % links.len()];
            let signs = chain.signs([(*one, "weakest".to_owned()), (other, "bottleneck".to_owned())]);
            assert_eq!(signs.len(), 2, "{} at {width}: {one} or {other} has no sign", journey.id);
            assert!(!signs[0].place.overlaps(&signs[1].place), "{} at {width}: {one} and {other}", journey.id);
            for sign in &signs {
                let on = chain.words.iter().find(|words| words.overlaps(&sign.place));
                assert!(
                    on.is_none() && chain.size.holds(&sign.place),
                    "{} at {width}: the sign of {}",
                    journey.id,
                    sign.link
                );
            }
        }
    });
}

#[test]
fn whatever_is_written_on_the_chain_stands_in_a_room_of_words() {
    on_screens(|journey, chain, (width, ..)| {
        for (link, label) in words(chain) {
            let holds = chain.words.iter().any(|room| room.holds(&label));
            assert!(holds, "{} at {width}: the words of {link}", journey.id);
        }
    });
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
    let thick = thickness(LinkShape::Touchpoint, 1.0);
    let rings: Vec<_> =
        chain.shapes.iter().filter(|s| s.kind == LinkShape::Touchpoint).map(|s| (&s.link, s.rings[0])).collect();
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
    for shape in chain.shapes.iter().filter(|s| s.kind == LinkShape::Handover) {
        let handover = journey.handover(&shape.link).unwrap();
        for other in chain.shapes.iter().filter(|s| s.kind == LinkShape::Touchpoint) {
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
    for kind in [LinkShape::Touchpoint, LinkShape::Handover] {
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
                counted(&Room { journey: &journey, lang: "en", width, way, scale: 1.0 }).1 as f64
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
            if chain.way == Direction::Across {
                no_touchpoint_overlaps_another(&journey, &chain);
            }
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
