//! The range of a strength, from how often it held and how often it failed.

/// What is believed before anything is counted, as halves of a try that held and of one that failed (Jeffreys' prior): of the
/// usual ones that whose intervals cover as often as they say, for few as for many.
const PRIOR: f64 = 0.5;

/// The 95 % range of a chance of which so many held and so many failed: the middle of Beta(held + ½, failed + ½). Where all
/// held the range reaches 1, where none did 0.
pub fn range_of(held: f64, failed: f64) -> (f64, f64) {
    let (a, b) = (held + PRIOR, failed + PRIOR);
    let low = if held <= 0.0 { 0.0 } else { quantile(a, b, 0.025) };
    let high = if failed <= 0.0 { 1.0 } else { quantile(a, b, 0.975) };
    (low, high)
}

/// The quantile of a Beta distribution, by halving.
fn quantile(a: f64, b: f64, share: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if below(a, b, middle) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

/// How much of a Beta distribution lies below x: its continued fraction (Lentz's way of summing it up).
///
/// Our own and no crate's: those call the platform's logarithm, whose last bits differ between browsers and machines.
pub(super) fn below(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - below(b, a, 1.0 - x);
    }
    let log = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * libm::log(x) + b * libm::log1p(-x);
    const TINY: f64 = 1e-300;
    let apart = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut d = 1.0 / apart(1.0 - (a + b) * x / (a + 1.0));
    let (mut c, mut sum) = (1.0, d);
    for n in 1..500 {
        let m = f64::from(n);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / apart(1.0 + even * d);
        c = apart(1.0 + even / c);
        sum *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / apart(1.0 + odd * d);
        c = apart(1.0 + odd / c);
        let more = d * c;
        sum *= more;
        if (more - 1.0).abs() < 1e-12 {
            break;
        }
    }
    libm::exp(log) * sum / a
}
