use kedja::charts::retention::{RetentionCurve, retention};
use kedja::charts::scale::period_ticks;

fn curve(values: &[f64]) -> RetentionCurve<'_> {
    RetentionCurve { value: values, low: values, high: values }
}

fn falling(to: f64) -> Vec<f64> {
    (0..=24).map(|t| 1.0 - (1.0 - to) * f64::from(t) / 24.0).collect()
}

#[test]
fn end_labels_never_collide() {
    for today in 0..=20 {
        for now in 0..=20 {
            let (a, b) = (falling(f64::from(today) / 20.0), falling(f64::from(now) / 20.0));
            let drawn = retention(curve(&a), Some(curve(&b)), 560.0, 216.0).unwrap();
            let gap = (drawn.today.end_label.y - drawn.what_if.unwrap().end_label.y).abs();
            assert!(gap >= 16.9, "{today} and {now}: {gap}");
        }
    }
}

#[test]
fn every_label_stays_in_the_drawing() {
    for (a, b) in [(0.0, 0.0), (1.0, 1.0), (0.5, 0.51), (0.02, 0.0)] {
        for width in [260.0, 358.0, 560.0, 900.0] {
            let (a, b) = (falling(a), falling(b));
            let drawn = retention(curve(&a), Some(curve(&b)), width, 216.0).unwrap();
            let what_if = drawn.what_if.unwrap();
            for at in [drawn.today.end_label, what_if.end_label, drawn.today.name, what_if.name] {
                assert!(at.x >= 0.0 && at.x + 30.0 <= width && at.y >= 8.0 && at.y <= 216.0, "{at:?} in {width}");
            }
        }
    }
}

#[test]
fn a_curve_of_no_period_is_no_curve() {
    assert_eq!(retention(curve(&[1.0]), None, 500.0, 200.0), None);
    assert_eq!(retention(curve(&[]), None, 500.0, 200.0), None);
}

#[test]
fn ticks_begin_at_0_end_at_the_horizon_and_leave_each_other_room() {
    for last in 1..=240 {
        let ticks = period_ticks(last, 6);
        assert_eq!((ticks[0], ticks[ticks.len() - 1]), (0, last));
        assert!(ticks.len() <= 8, "{last}: {ticks:?}");
        let least = ticks.windows(2).map(|w| w[1] - w[0]).min().unwrap();
        assert!(least * 14 >= last, "{last}: {ticks:?}");
    }
}
