//! The place where a function is least, looked for without its slope and without chance: Nelder and Mead's simplex (1965).

/// Where it is least, from a place on, with first steps of a size.
pub fn least(from: &[f64], step: f64, value: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let width = from.len();
    let mut corners: Vec<(f64, Vec<f64>)> = (0..=width)
        .map(|n| {
            let mut at = from.to_vec();
            if n > 0 {
                at[n - 1] += step;
            }
            (value(&at), at)
        })
        .collect();
    for _ in 0..600 {
        corners.sort_by(|a, b| a.0.total_cmp(&b.0));
        let worst = corners[width].clone();
        if (worst.0 - corners[0].0).abs() < 1e-12 * (1.0 + worst.0.abs()) {
            break;
        }
        let middle: Vec<f64> =
            (0..width).map(|n| corners[..width].iter().map(|(_, at)| at[n]).sum::<f64>() / width as f64).collect();
        let towards = |far: f64| -> (f64, Vec<f64>) {
            let at: Vec<f64> = middle.iter().zip(&worst.1).map(|(m, w)| m + far * (m - w)).collect();
            (value(&at), at)
        };
        let mirrored = towards(1.0);
        let new = if mirrored.0 < corners[0].0 {
            let far = towards(2.0);
            if far.0 < mirrored.0 { far } else { mirrored }
        } else if mirrored.0 < corners[width - 1].0 {
            mirrored
        } else {
            let near = if mirrored.0 < worst.0 { towards(0.5) } else { towards(-0.5) };
            if near.0 < worst.0.min(mirrored.0) {
                near
            } else {
                // All towards the best.
                let best = corners[0].1.clone();
                for (told, at) in corners.iter_mut().skip(1) {
                    at.iter_mut().zip(&best).for_each(|(a, b)| *a = b + 0.5 * (*a - b));
                    *told = value(at);
                }
                continue;
            }
        };
        corners[width] = new;
    }
    corners.sort_by(|a, b| a.0.total_cmp(&b.0));
    corners.swap_remove(0).1
}
