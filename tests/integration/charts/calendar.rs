use kedja::charts::calendar::{Track, calendar, stack};
use kedja::charts::geometry::Rect;
use kedja::charts::scale::{above, part};

fn track<'a>(today: &'a [f64], noise: &'a [f64], what_if: Option<&'a [f64]>) -> Track<'a> {
    Track { today, noise, what_if, start: 2, seen: Some(3) }
}

#[test]
fn every_label_of_a_calendar_stays_in_its_drawing_and_clear_of_the_other() {
    let noise = vec![5.0; 25];
    for (today, now) in [(0.0, 0.0), (700.0, 690.0), (700.0, 480.0), (3.0, 900.0), (1e6, 1e6)] {
        for width in [300.0, 358.0, 500.0, 900.0] {
            let (today, now) = (vec![today; 25], vec![now; 25]);
            let drawn = calendar(&track(&today, &noise, Some(&now)), width, 132.0).unwrap();
            let (a, b) = (drawn.ends.0.at, drawn.ends.1.unwrap().at);
            assert!((a.y - b.y).abs() >= 14.9, "{a:?} {b:?}");
            let mark = drawn.mark.unwrap();
            for at in [a, b, mark.at, mark.label] {
                assert!(at.x >= 0.0 && at.x <= width && at.y >= 8.0 && at.y <= 132.0, "{at:?} in {width}");
            }
        }
    }
}

#[test]
fn the_what_if_begins_where_the_scenario_does() {
    let (today, noise, now) = ([4.0; 9], [1.0; 9], [2.0; 9]);
    let drawn = calendar(&track(&today, &noise, Some(&now)), 500.0, 132.0).unwrap();
    let points = |path: &str| path.matches(['M', 'L']).count();
    assert_eq!((points(&drawn.today), points(&drawn.what_if.unwrap())), (9, 7));
    let alone = calendar(&track(&today, &noise, None), 500.0, 132.0).unwrap();
    assert_eq!((alone.what_if, alone.mark), (None, None));
    assert_eq!(calendar(&track(&[1.0], &[0.0], None), 500.0, 132.0), None);
}

#[test]
fn a_scale_ends_on_a_round_value_over_everything() {
    let round =
        [(0.0, 1.0), (0.019, 0.02), (0.02, 0.02), (0.021, 0.025), (3.1, 4.0), (694.0, 800.0), (12_400.0, 15_000.0)];
    for (value, top) in round {
        assert!((above(value) / top - 1.0).abs() < 1e-9, "{value}: {}", above(value));
    }
}

#[test]
fn labels_are_parted_within_bounds_and_keep_their_order() {
    let mut at = [50.0, 50.0, 51.0, 10.0, 99.0];
    let [a, b, c, d, e] = &mut at;
    part(&mut [a, b, c, d, e], 15.0, (0.0, 100.0));
    let mut sorted = at;
    sorted.sort_by(f64::total_cmp);
    assert!(sorted.windows(2).all(|w| w[1] - w[0] >= 14.99), "{sorted:?}");
    assert!(sorted[0] >= 0.0 && sorted[4] <= 100.0);
    assert!(at[3] < at[0] && at[4] > at[2]);
    // Too many for the room stand closer.
    let mut many = [5.0; 11];
    part(&mut many.iter_mut().collect::<Vec<_>>(), 15.0, (0.0, 100.0));
    assert!(many.iter().all(|y| (-1e-9..=100.0 + 1e-9).contains(y)), "{many:?}");
}

#[test]
fn rungs_stand_on_each_other_and_only_thick_ones_are_named() {
    let shares = [vec![0.2; 5], vec![0.01; 5]];
    let plot = Rect::new(40.0, 10.0, 400.0, 100.0);
    let areas = stack(&shares, plot, 0.25);
    assert!(areas[0].1.is_some() && areas[1].1.is_none());
    let at = areas[0].1.unwrap();
    assert!(at.y > plot.y && at.y < plot.bottom());
    assert!(areas.iter().all(|(path, _)| path.ends_with('Z')));
}
