use kedja::charts::text::width;
use kedja::charts::worth::{Valued, Weighed, WorthChart, worth_chart};

const HEIGHT: f64 = 116.0;

fn drawn(lives: &[&[Valued]], price: f64, room: f64) -> Option<WorthChart> {
    worth_chart(&Weighed { lives, price, price_words: "priset, så som det känns", last: 24 }, room, HEIGHT)
}

#[test]
fn the_words_of_the_price_stand_beside_the_curves_and_in_the_drawing() {
    let lives: [&[Valued]; 4] = [
        &[(1.0, 1.0, true), (24.0, 1.0, true)],
        &[(1.0, 0.2, true), (2.0, 3.0, true)],
        &[(1.0, 1.4, true), (24.0, 1.1, true)],
        &[(3.0, 9.0, true), (24.0, -4.0, true)],
    ];
    for life in lives {
        for price in [-0.5, 1.0, 4.0] {
            for room in [240.0, 300.0, 560.0, 640.0] {
                let chart = drawn(&[life], price, room).unwrap();
                assert_eq!(chart.price.words.len(), 2, "{:?}", chart.price.words);
                let lowest = chart.price.words.iter().map(|(_, at)| at.y).fold(0.0, f64::max);
                assert!(lowest <= chart.plot.bottom() + 1e-9, "{lowest} in a plot to {}", chart.plot.bottom());
                for (line, at) in &chart.price.words {
                    assert!(at.x > chart.plot.right() + 3.0, "clear of the last point");
                    assert!(at.x + width(line, 11.0) <= room + 1e-9, "{line} in {room}");
                    assert!(at.y >= 11.0, "{line} at {}", at.y);
                }
            }
        }
    }
}

#[test]
fn the_price_is_level_between_what_is_above_and_below_it() {
    let chart = drawn(&[&[(1.0, 0.5, true), (24.0, 2.0, true)], &[(-1.0, 1.5, false)]], 1.0, 560.0).unwrap();
    let [Some(today), Some(what_if)] = &chart.lines[..] else { panic!("both came to a purchase") };
    assert!(today.end.y < chart.price.y && what_if.end.y < chart.price.y);
    assert!((today.end.x - chart.plot.right()).abs() < 1e-9 && what_if.end.x == chart.plot.x);
    assert_eq!((today.checks.len(), what_if.checks.len()), (2, 0));
    assert_eq!(chart.x_of(24.0), today.end.x);
    let ticks: Vec<f64> = chart.x_ticks.iter().map(|t| t.value).collect();
    assert_eq!(ticks, [4.0, 8.0, 12.0, 16.0, 20.0, 24.0]);
    assert!((chart.x_ticks[5].at - today.end.x).abs() < 1e-9);
}

#[test]
fn without_a_purchase_there_is_nothing_to_draw() {
    assert_eq!(drawn(&[&[], &[]], 1.0, 560.0), None);
    assert_eq!(drawn(&[&[], &[(2.0, 1.0, true)]], 1.0, 560.0).unwrap().lines[0], None);
}
