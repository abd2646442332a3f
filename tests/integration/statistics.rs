//! What a fair statistic looks like, so that a test knows how far from it is too far.

/// Standard errors that a fair statistic strays beyond, on either side, once in a million times.
pub const ONCE_IN_A_MILLION: f64 = 4.8917;

/// How many standard deviations a χ² lies from what is expected of it, by Wilson and Hilferty's cube root (1931).
/// Low means too even, high means uneven.
pub fn chi_square_z(chi_square: f64, freedoms: f64) -> f64 {
    let spread = 2.0 / (9.0 * freedoms);
    (libm::cbrt(chi_square / freedoms) - (1.0 - spread)) / spread.sqrt()
}

/// The same for counts that should all be equal.
pub fn evenness_z(counts: &[u64]) -> f64 {
    let expected = counts.iter().sum::<u64>() as f64 / counts.len() as f64;
    let chi_square = counts.iter().map(|&n| (n as f64 - expected).powi(2) / expected).sum();
    chi_square_z(chi_square, counts.len() as f64 - 1.0)
}

/// How many standard deviations a count of successes lies from what is expected.
pub fn share_z(successes: u64, tries: u64, chance: f64) -> f64 {
    let tries = tries as f64;
    (successes as f64 - tries * chance) / (tries * chance * (1.0 - chance)).sqrt()
}

/// How many standard deviations the correlation of pairs lies from none.
pub fn correlation_z(pairs: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (mut n, mut sums, mut products) = (0.0, (0.0, 0.0), (0.0, 0.0, 0.0));
    for (x, y) in pairs {
        n += 1.0;
        sums = (sums.0 + x, sums.1 + y);
        products = (products.0 + x * x, products.1 + x * y, products.2 + y * y);
    }
    let (mx, my) = (sums.0 / n, sums.1 / n);
    let (xx, xy, yy) = (products.0 / n - mx * mx, products.1 / n - mx * my, products.2 / n - my * my);
    xy / (xx * yy).sqrt() * n.sqrt()
}

/// The largest gap between a sample and a distribution function, times √n (Kolmogorov 1933).
pub fn kolmogorov(mut sample: Vec<f64>, below: impl Fn(f64) -> f64) -> f64 {
    sample.sort_by(f64::total_cmp);
    let n = sample.len() as f64;
    let gap = |(i, x): (usize, &f64)| {
        let (i, expected) = (i as f64, below(*x));
        (expected - i / n).max((i + 1.0) / n - expected)
    };
    sample.iter().enumerate().map(gap).fold(0.0, f64::max) * n.sqrt()
}

/// What [`kolmogorov`] passes once in a million times: √(½ ln(2/p)).
pub const KOLMOGOROV_ONCE_IN_A_MILLION: f64 = 2.6934;

/// Standard normal distribution function.
pub fn normal_below(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

#[test]
fn the_bounds_are_passed_once_in_a_million_times() {
    let p = 2.0 * normal_below(-ONCE_IN_A_MILLION);
    assert!((p / 1e-6 - 1.0).abs() < 1e-3, "{p}");
    let p = 2.0 * libm::exp(-2.0 * KOLMOGOROV_ONCE_IN_A_MILLION.powi(2));
    assert!((p / 1e-6 - 1.0).abs() < 1e-3, "{p}");
    // From tables: one in a thousand is beyond 37.697 with 15 freedoms, and beyond 149.449 with 100.
    for (chi_square, freedoms) in [(37.697, 15.0), (149.449, 100.0)] {
        let z = chi_square_z(chi_square, freedoms);
        assert!((normal_below(-z) / 1e-3 - 1.0).abs() < 0.06, "{freedoms}: {z}");
    }
}
