use kedja::charts::race::{LABEL, LABEL_GAP, Race, RaceCourse, Runner, apart, race};
use kedja::charts::scale::value_ticks;
use kedja::charts::text::width;
use kedja::charts::worlds::{Mark, mark, outline, room, worlds};
use proptest::prelude::*;

const WAYS: [&str; 6] = ["evenly", "by owner", "most complaints", "weakest first", "best effect", "taken from others"];

fn runners(ends: [f64; 6]) -> Vec<Runner> {
    let runner = |(label, end): (&str, f64)| Runner {
        values: (0..=10).map(|unit| 0.03 + (end - 0.03) * f64::from(unit) / 10.0).collect(),
        label: label.to_owned(),
    };
    WAYS.into_iter().zip(ends).map(runner).collect()
}

fn drawn(runners: &[Runner], come: usize, width: f64) -> Race {
    let turn = Some((3, "the advice changes here"));
    race(&RaceCourse { runners, units: 10, come, turn, width, height: 300.0 }).unwrap()
}

proptest! {
    #[test]
    fn end_labels_never_collide_and_stay_in_the_drawing(
        ends in prop::array::uniform6(0.0..0.05_f64), come in 0_usize..=10, wide in 300.0..1_000.0_f64,
    ) {
        let runners = runners(ends);
        let race = drawn(&runners, come, wide);
        let mut heights: Vec<f64> = race.lanes.iter().map(|lane| lane.label.y).collect();
        heights.sort_by(f64::total_cmp);
        for pair in heights.windows(2) {
            prop_assert!(pair[1] - pair[0] >= LABEL_GAP - 1e-6, "{heights:?}");
        }
        for (lane, runner) in race.lanes.iter().zip(&runners) {
            let right = lane.label.x + width(&runner.label, LABEL);
            prop_assert!(right <= wide + 1e-6, "{} ends at {right} of {wide}", runner.label);
            prop_assert!((race.plot.y..=race.plot.bottom() + LABEL).contains(&lane.label.y), "{:?}", lane.label);
            prop_assert!((race.plot.y - 1e-6..=race.plot.bottom() + 1e-6).contains(&lane.end.y), "{:?}", lane.end);
        }
    }

    #[test]
    fn labels_keep_the_order_of_what_they_name(wanted in prop::collection::vec(0.0..200.0_f64, 2..9)) {
        let heights = apart(&wanted, 16.0, (0.0, 200.0));
        for (a, b) in (0..wanted.len()).flat_map(|a| (0..wanted.len()).map(move |b| (a, b))) {
            prop_assert!(wanted[a] >= wanted[b] || heights[a] < heights[b], "{wanted:?} {heights:?}");
        }
    }

    #[test]
    fn ticks_hold_all_values_and_are_few(least in -100.0..100.0_f64, span in 1e-4..200.0_f64) {
        let ticks = value_ticks(least, least + span, 4);
        prop_assert!(ticks[0] <= least + span * 1e-6 && *ticks.last().unwrap() >= least + span * (1.0 - 1e-6), "{ticks:?}");
        prop_assert!((2..=7).contains(&ticks.len()), "{ticks:?}");
    }
}

#[test]
fn labels_with_room_stand_where_their_curves_end() {
    assert_eq!(apart(&[10.0, 100.0, 50.0], 16.0, (0.0, 200.0)), [10.0, 100.0, 50.0]);
    assert_eq!(apart(&[50.0, 50.0], 16.0, (0.0, 200.0)), [42.0, 58.0], "what collides is moved evenly");
    assert_eq!(apart(&[199.0, 200.0], 16.0, (0.0, 200.0)), [184.0, 200.0], "and not out of the drawing");
}

#[test]
fn a_race_under_way_is_drawn_as_far_as_it_has_come() {
    let runners = runners([0.02, 0.021, 0.025, 0.012, 0.01, 0.017]);
    let (start, half, end) = (drawn(&runners, 0, 600.0), drawn(&runners, 5, 600.0), drawn(&runners, 10, 600.0));
    assert_eq!(start.lanes[4].value, 0.03);
    assert_eq!(half.lanes[4].line.matches('L').count(), 5);
    assert!((half.lanes[4].value - 0.02).abs() < 1e-12 && (end.lanes[4].value - 0.01).abs() < 1e-12);
    assert_eq!(half.y_ticks, end.y_ticks, "the axes stand still meanwhile");
    assert!(
        race(&RaceCourse { runners: &runners, units: 0, come: 0, turn: None, width: 600.0, height: 300.0 }).is_none()
    );
}

#[test]
fn where_the_advice_changes_late_the_words_stand_before_the_line() {
    let runners = runners([0.02; 6]);
    let at = |unit| {
        let turn = Some((unit, "the advice changes here"));
        race(&RaceCourse { runners: &runners, units: 10, come: 10, turn, width: 358.0, height: 300.0 })
            .unwrap()
            .turn
            .unwrap()
    };
    assert!(!at(0).ends && at(10).ends);
    assert!(at(10).words.x - width("the advice changes here", LABEL) > 0.0);
}

#[test]
fn every_world_is_a_dot_of_its_own_and_those_that_noise_decided_are_hollow() {
    let dots = worlds(&[(41, 40), (6, 2), (3, 0)]);
    assert_eq!(dots.len(), 50);
    assert_eq!(dots.iter().filter(|dot| dot.hollow).count(), 1 + 4 + 3);
    assert_eq!(dots.iter().filter(|dot| dot.group == 0).count(), 41);
    let (wide, high) = room(dots.len());
    for (n, dot) in dots.iter().enumerate() {
        assert!((0.0..wide).contains(&dot.at.x) && (0.0..high).contains(&dot.at.y), "{dot:?}");
        assert!(dots[..n].iter().all(|other| other.at.distance(dot.at) > 14.0), "{dot:?} covers another");
    }
}

#[test]
fn groups_are_told_apart_by_shape_and_not_by_colour_alone() {
    let at = kedja::charts::geometry::Point::new(10.0, 10.0);
    let shapes: Vec<String> = (0..5).map(|group| outline(mark(group), at)).collect();
    for (n, shape) in shapes.iter().enumerate() {
        assert!(!shapes[..n].contains(shape), "{shape}");
    }
    assert_eq!(mark(9), Mark::Cross);
}
