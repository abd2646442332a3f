//! Dots along a line.

use kedja::charts::dots::{RADIUS, dots};

#[test]
fn every_value_has_a_dot_within_the_drawing_and_the_larger_stands_to_the_right() {
    let values = [0.3, 0.1, 0.2, 0.1];
    let drawn = dots(&values, Some(0.25), 200.0);
    assert_eq!(drawn.at.len(), values.len());
    assert!(drawn.at[0].x > drawn.at[2].x && drawn.at[2].x > drawn.at[1].x);
    for dot in &drawn.at {
        assert!((RADIUS..=200.0 - RADIUS).contains(&dot.x) && (0.0..=drawn.height).contains(&dot.y), "{dot:?}");
    }
    let today = drawn.today.unwrap();
    assert!(today > drawn.at[2].x && today < drawn.at[0].x);
    assert!((drawn.middle.unwrap() - (drawn.at[1].x + drawn.at[2].x) / 2.0).abs() < 1e-9);
}

#[test]
fn what_is_the_same_is_piled_up_and_not_hidden() {
    let drawn = dots(&[5.0; 4], None, 100.0);
    let mut heights: Vec<f64> = drawn.at.iter().map(|dot| dot.y).collect();
    heights.sort_by(f64::total_cmp);
    heights.dedup();
    assert_eq!(heights.len(), 4);
    assert_eq!(drawn.height, 8.0 * RADIUS);
    assert_eq!(dots(&[], None, 100.0).middle, None);
}

#[test]
fn a_high_pile_is_no_higher_than_there_is_room_and_each_dot_of_it_is_seen() {
    let drawn = dots(&[5.0; 30], None, 100.0);
    let mut heights: Vec<f64> = drawn.at.iter().map(|dot| dot.y).collect();
    heights.sort_by(f64::total_cmp);
    assert!(heights.windows(2).all(|two| two[1] - two[0] > RADIUS / 2.0), "{heights:?}");
    assert!(heights[0] >= RADIUS - 1e-9 && heights[29] <= drawn.height - RADIUS + 1e-9, "{heights:?}");
    assert_eq!(drawn.height, 18.0 * RADIUS);
}
