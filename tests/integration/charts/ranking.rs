use kedja::analysis::Estimate;
use kedja::charts::ranking::{Bar, bars, ring};

fn row(value: f64, half: f64, ceiling: f64) -> Bar {
    Bar { gain: Some(Estimate { value, low: value - half, high: value + half }), ceiling: Some(ceiling) }
}

#[test]
fn every_bar_interval_and_ceiling_stays_in_the_width() {
    for rows in [
        vec![row(60.0, 4.0, 120.0), row(-5.0, 9.0, -20.0), row(0.0, 2.0, 1.0)],
        vec![row(-3.0, 1.0, -9.0)],
        vec![row(0.0, 0.0, 0.0), Bar::default()],
        vec![row(1e9, 1e3, 1e9), row(1e-9, 1e-9, 0.0)],
    ] {
        let laid = bars(&rows, 100.0);
        assert!((0.0..=100.0).contains(&laid.zero));
        for one in &laid.bars {
            let reaches = [Some(one.bar), one.ceiling, one.interval, one.on_bar].into_iter().flatten();
            for reach in reaches {
                assert!(reach.from >= 0.0 && reach.to <= 100.0 && reach.length() >= 0.0, "{reach:?} of {rows:?}");
            }
        }
    }
}

#[test]
fn a_gain_goes_to_the_right_of_zero_and_a_loss_to_the_left_on_one_scale() {
    let laid = bars(&[row(40.0, 2.0, 80.0), row(20.0, 2.0, 30.0), row(-20.0, 2.0, -20.0)], 100.0);
    let [most, half, loss] = [0, 1, 2].map(|at: usize| laid.bars[at].bar);
    assert!((most.length() - 2.0 * half.length()).abs() < 1e-9 && (half.length() - loss.length()).abs() < 1e-9);
    assert!(most.from == laid.zero && half.from == laid.zero && loss.to == laid.zero);
}

#[test]
fn the_part_of_an_interval_that_lies_on_its_bar_ends_where_the_bar_does() {
    let laid = bars(&[row(40.0, 4.0, 80.0), row(1.0, 4.0, 2.0), Bar::default()], 100.0);
    let [clear, noisy, nothing] = [0, 1, 2].map(|at: usize| laid.bars[at]);
    let on_bar = clear.on_bar.unwrap();
    assert!(on_bar.to == clear.bar.to && on_bar.from == clear.interval.unwrap().from);
    let noisy_part = noisy.on_bar.unwrap();
    assert_eq!((noisy_part.from, noisy_part.to), (noisy.bar.from, noisy.bar.to));
    assert_eq!((nothing.bar.length(), nothing.interval, nothing.on_bar), (0.0, None, None));
}

#[test]
fn a_stronger_link_has_a_larger_ring_and_no_ring_is_too_small_to_see() {
    let rings: Vec<f64> = (0..=10).map(|n| ring(f64::from(n) / 10.0, 8.5)).collect();
    assert!(rings.is_sorted_by(|a, b| a < b) && rings[0] > 2.0 && rings[10] == 8.5, "{rings:?}");
    assert_eq!(ring(7.0, 8.5), 8.5);
}
