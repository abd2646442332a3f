//! Where to look next for customers that fit. Nothing is drawn by chance: places to try are those of Halton's sequence (1960), then
//! those that what fits so far points at.

use super::candidate::Candidate;

/// Places tried at first, then in each later round, and how many rounds there are.
const FIRST: usize = 144;
const LATER: usize = 40;
pub(super) const ROUNDS: usize = 7;
/// All of them.
pub(super) const PLACES: usize = FIRST + ROUNDS * LATER;
/// Places tried in each round near the best, and how far from it at first [part of the box].
pub(super) const CLOSE: usize = 24;
const WIDEST: f64 = 0.16;
/// One rung [part of the box].
const RUNG: f64 = 1.0 / 9.0;
/// Places that later ones are made of, also where fewer fit as well.
const FEWEST: usize = 16;
/// How far what fits as well may be off in all, in chi-squares of four freedoms at 95 %.
pub(super) const AS_WELL: f64 = 9.488;

/// Customers who were tried.
#[derive(Clone, Copy)]
pub(super) struct TriedPlace {
    pub place: [f64; 4],
    pub misfit: f64,
    /// What their band is told by: that of the last period.
    pub last: f64,
}

/// The places of a round, the first being 0; none after the last.
pub(super) fn places(round: usize, tried: &[TriedPlace]) -> Vec<[f64; 4]> {
    if round == 0 {
        return (1..=FIRST).map(halton).collect();
    }
    if round > ROUNDS || tried.is_empty() {
        return Vec::new();
    }
    let best = tried.iter().map(|one| one.misfit).fold(f64::INFINITY, f64::min);
    let mut near: Vec<TriedPlace> = tried.to_vec();
    near.sort_by(|a, b| a.misfit.total_cmp(&b.misfit));
    let fit = near.iter().filter(|one| one.misfit <= best + AS_WELL).count();
    near.truncate(fit.max(FEWEST));
    // Of all that fit as well, those outermost that tell the least and the most of the last period.
    let mut outermost = near[..fit].to_vec();
    outermost.sort_by(|a, b| a.last.total_cmp(&b.last));
    let of = |tried: &[TriedPlace]| tried.iter().map(|one| one.place).collect::<Vec<_>>();
    let (near, outermost) = (of(&near), of(&outermost));
    (0..LATER).map(|n| next_place(round, n, &near, &outermost)).collect()
}

/// Places closer and closer to the best, for the finest of what was searched: usefulness and memory, and a rung more or fewer.
pub(super) fn near(n: usize, tried: &[TriedPlace]) -> Vec<[f64; 4]> {
    let Some(best) = best_of(tried.iter().map(|one| one.misfit)) else { return Vec::new() };
    let from = tried[best].place;
    let width = WIDEST / libm::exp2(n as f64);
    let place = |k: usize| {
        let draw = halton(PLACES + n * CLOSE + k + 1);
        // A rung is as far as a place can be: every third tries one.
        let rungs = if k.is_multiple_of(3) { RUNG * (2.0 * draw[3] - 1.0) } else { 0.0 };
        let by = [(draw[0] - 0.5) * width, 0.0, (draw[2] - 0.5) * width, rungs];
        [0, 1, 2, 3].map(|at| (from[at] + by[at]).clamp(0.0, 1.0))
    };
    (0..CLOSE).map(place).collect()
}

/// The first of those that fit best.
pub(super) fn best_of(misfits: impl Iterator<Item = f64>) -> Option<usize> {
    let better = |best: Option<(usize, f64)>, (n, misfit)| match best {
        Some((_, least)) if least <= misfit => best,
        _ => Some((n, misfit)),
    };
    misfits.enumerate().fold(None, better).map(|(n, _)| n)
}

/// How far apart those are that fit, in each of the four [0..1].
pub(super) fn widths(candidates: &[Candidate]) -> [f64; 4] {
    [0, 1, 2, 3].map(|n| {
        let places = || candidates.iter().map(|one| one.place()[n]);
        places().fold(0.0, f64::max) - places().fold(1.0, f64::min)
    })
}

/// A place to try in a later round, out of those near the best, and of those that fit as well by what they tell of the last
/// period.
fn next_place(round: usize, n: usize, near: &[[f64; 4]], outermost: &[[f64; 4]]) -> [f64; 4] {
    let draw = halton(FIRST + round * LATER + n);
    let picked = |at: usize| near[((draw[at] * near.len() as f64) as usize).min(near.len() - 1)];
    let step = |at: usize, width: f64| (draw[at] - 0.5) * width;
    let width = 0.5 / (1.0 + round as f64);
    let (from, by): ([f64; 4], [f64; 4]) = match n % 4 {
        // Around the best.
        0 => (near[(n / 4) % near.len().min(6)], [0, 1, 2, 3].map(|at| step(at, width))),
        // One of the four at its whole length: what the curve doesn't tell is found at its other end too, and not only near
        // where the best happens to lie.
        1 => {
            let (from, across) = (near[(n / 4) % near.len()], (n / 4) % 4);
            let by = |at| if at == across { draw[at] - from[at] } else { step(at, width / 4.0) };
            (from, [0, 1, 2, 3].map(by))
        }
        // From one as another lies from a third, so that the places follow what fits wherever it bends (Storn and Price 1997).
        2 => {
            let (one, other) = (picked(0), picked(1));
            (picked(2), [0, 1, 2, 3].map(|at| 0.7 * (one[at] - other[at])))
        }
        // Outwards from the outermost, so that the band is as wide as it is.
        _ => {
            let rank = ((n / 8) % 3).min(outermost.len() - 1);
            let from = outermost[if n % 8 == 3 { rank } else { outermost.len() - 1 - rank }];
            let inner = picked(0);
            (from, [0, 1, 2, 3].map(|at| 0.6 * draw[3] * (from[at] - inner[at]) + step(at, width / 4.0)))
        }
    };
    [0, 1, 2, 3].map(|at| (from[at] + by[at]).clamp(0.0, 1.0))
}

/// A place of Halton's sequence, which fills the unit box evenly.
fn halton(n: usize) -> [f64; 4] {
    [2, 3, 5, 7].map(|base| {
        let (mut n, mut part, mut place) = (n, 1.0, 0.0);
        while n > 0 {
            part /= base as f64;
            place += part * (n % base) as f64;
            n /= base;
        }
        place
    })
}
