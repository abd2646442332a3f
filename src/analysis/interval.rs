//! 95 % intervals of what is counted (docs/model.md, "Simulation noise"): right for few as for many.

use crate::model::limited;

/// Standard errors on each side of a 95 % interval.
pub const Z95: f64 = 1.959_964;

/// Limits of an expected count of which 0, 1, 2 … happened: where the chance of more, or of fewer, with half of that of
/// just as many (Lancaster's mid-P, 1961), is 2.5 %. That of none is ln 20 = 3: the rule of three.
const FEW: [(f64, f64); 21] = [
    (0.0, 2.9957),
    (0.0500, 4.9319),
    (0.3353, 6.6080),
    (0.7631, 8.1645),
    (1.2709, 9.6484),
    (1.8320, 11.0824),
    (2.4318, 12.4793),
    (3.0616, 13.8471),
    (3.7154, 15.1915),
    (4.3891, 16.5164),
    (5.0795, 17.8249),
    (5.7844, 19.1191),
    (6.5018, 20.4009),
    (7.2304, 21.6717),
    (7.9688, 22.9327),
    (8.7161, 24.1850),
    (9.4713, 25.4293),
    (10.2339, 26.6663),
    (11.0032, 27.8967),
    (11.7786, 29.1210),
    (12.5597, 30.3396),
];

/// The limits of an expected count, of which so many happened. Between whole numbers, and from 20 on by Byar's formula
/// (Rothman and Boice, 1979), the chance on either side is right to within 0.1 %.
pub fn limits(count: f64) -> (f64, f64) {
    let at = count as usize;
    match (FEW.get(at), FEW.get(at + 1)) {
        (Some(low), Some(high)) => {
            let part = count - at as f64;
            (low.0 + part * (high.0 - low.0), low.1 + part * (high.1 - low.1))
        }
        _ => {
            let more = count + 0.5;
            let cubed = |z: f64| {
                let root = 1.0 - 1.0 / (9.0 * more) + z / (3.0 * more.sqrt());
                more * root * root * root
            };
            (cubed(-Z95), cubed(Z95))
        }
    }
}

/// The interval of a share, of which so many of so many were counted (whole or not): near an end from the limits of the
/// count (Bol'shev's relation of Poisson's distribution to the binomial), else by Wilson's score.
pub fn share(count: f64, of: f64) -> (f64, f64) {
    if of <= 0.0 {
        return (0.0, 1.0);
    }
    let rest = of - count;
    let few = count.min(rest);
    if few >= FEW.len() as f64 {
        return wilson(count, of);
    }
    let (low, high) = limits(few);
    let [low, high] = [low, high].map(|limit| (limit / (of + (limit - few) / 2.0)).clamp(0.0, 1.0));
    if count <= rest { (low, high) } else { (1.0 - high, 1.0 - low) }
}

/// 95 % interval of a share by Wilson's score (1927): stays within [0, 1] and is no certainty at the ends.
pub fn wilson(count: f64, of: f64) -> (f64, f64) {
    if of <= 0.0 {
        return (0.0, 1.0);
    }
    let (share, z2) = (count / of, Z95 * Z95);
    let middle = share + z2 / (2.0 * of);
    let half = Z95 * (share * (1.0 - share) / of + z2 / (4.0 * of * of)).sqrt();
    let scale = 1.0 + z2 / of;
    // The share itself lies within, whatever rounding says.
    (limited((middle - half) / scale, 0.0, share), limited((middle + half) / scale, share, 1.0))
}

/// How many times wider than with many cells an interval is with so many freedoms: Student's t (1908) against the normal
/// distribution, by Cornish and Fisher's expansion; with 2 freedoms 3 % too narrow, with 3 less than 1 %.
pub(super) fn wider_by(freedoms: f64) -> f64 {
    let (n, z2) = (freedoms, Z95 * Z95);
    let first = (z2 + 1.0) / 4.0;
    let second = ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
    let third = (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
    1.0 + (first + (second + third / n) / n) / n
}

/// The interval of an amount that lies so far from the nearest value it can have, with this standard error: shaped as that
/// of a count with the same relative error, so that it is short towards that bound and never passes it. `one` is what a
/// single customer could make of it, where nothing is known of the spread.
pub(super) fn beside_bound(distance: f64, error: f64, one: f64) -> (f64, f64) {
    if error <= 0.0 {
        return ((distance - 3.0 * one).max(0.0), distance + 3.0 * one);
    }
    if distance <= 0.0 {
        return (0.0, distance + Z95 * error.max(one));
    }
    let count = (distance / error) * (distance / error);
    let (low, high) = limits(count);
    (distance * low / count, distance * high / count)
}

/// How far a sum of what happened one way less what happened the other may lie from its true value, on either side: the
/// limits of both counts, put together (Zou and Donner's square-and-add, 2008).
pub(super) fn either_side(more: f64, fewer: f64) -> (f64, f64) {
    let (more_low, more_high) = limits(more);
    let (fewer_low, fewer_high) = limits(fewer);
    (libm::hypot(more - more_low, fewer_high - fewer), libm::hypot(more_high - more, fewer - fewer_low))
}
