//! Linear scales and round ticks.
use crate::model::order;

/// Maps a range of values to a range of lengths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub from: (f64, f64),
    pub to: (f64, f64),
}

impl Scale {
    /// Where a value stands; the middle when the values have no extent.
    pub fn at(&self, value: f64) -> f64 {
        let span = self.from.1 - self.from.0;
        let t = if span == 0.0 { 0.5 } else { (value - self.from.0) / span };
        self.to.0 + (self.to.1 - self.to.0) * t
    }

    /// The tick of a value.
    pub fn tick(&self, value: f64) -> Tick {
        Tick { at: self.at(value), value }
    }
}

/// A tick: where it stands, and what it says in the axis's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    pub at: f64,
    pub value: f64,
}

/// Whole-numbered ticks from 0 to `last`, at most `most` steps apart evenly, ending on `last` when it divides well.
pub fn period_ticks(last: usize, most: usize) -> Vec<usize> {
    let steps = [1, 2, 3, 4, 6, 12, 24, 26, 52, 60, 120];
    let step = steps.into_iter().find(|s| last / s <= most.max(1)).unwrap_or(last.max(1));
    let mut ticks: Vec<usize> = (0..=last).step_by(step).collect();
    if let Some(&end) = ticks.last()
        && end != last
    {
        // The last period is always named; a tick that would crowd it goes.
        if (last - end) * 2 < step && ticks.len() > 1 {
            ticks.pop();
        }
        ticks.push(last);
    }
    ticks
}

/// The ticks of the periods from 0 to `last` in a drawing of a width, fewer of them in a narrow one.
pub fn period_axis(x: Scale, last: usize, width: f64) -> Vec<Tick> {
    period_ticks(last, if width < 420.0 { 4 } else { 6 }).into_iter().map(|period| x.tick(period as f64)).collect()
}

/// The least round value that is not below another, of those that a scale may end on; 1 for 0.
pub fn above(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(value)));
    // A hair below a round value counts as that value.
    let steps = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    steps.into_iter().map(|s| s * power).find(|round| value <= round * (1.0 + 1e-9)).unwrap_or(10.0 * power)
}

/// Moves labels apart along one axis, each by as little as goes, so that neighbours keep a gap and all stay within
/// bounds; where there is no room for all gaps they are evenly smaller.
pub fn part(labels: &mut [&mut f64], gap: f64, within: (f64, f64)) {
    let mut labels: Vec<&mut f64> = labels.iter_mut().map(|label| &mut **label).collect();
    order::sort(&mut labels, |a, b| a.total_cmp(b));
    let between = labels.len().saturating_sub(1).max(1) as f64;
    let gap = gap.min((within.1 - within.0) / between);
    let mut least = within.0;
    for label in labels.iter_mut() {
        **label = label.max(least);
        least = **label + gap;
    }
    let mut most = within.1;
    for label in labels.iter_mut().rev() {
        **label = label.min(most);
        most = **label - gap;
    }
}

/// Round values from at or under `least` to at or over `most`, in about `wanted` steps of 1, 2 or 5 times a power of ten.
pub fn value_ticks(least: f64, most: f64, wanted: usize) -> Vec<f64> {
    let span = if most > least { most - least } else { most.abs().max(1.0) * 0.1 };
    let raw = span / wanted.max(1) as f64;
    let power = libm::exp10(libm::floor(libm::log10(raw)));
    let step = [1.0, 2.0, 5.0, 10.0].map(|times| times * power).into_iter().find(|step| *step >= raw * 0.999);
    let step = step.unwrap_or(power * 10.0);
    let (first, last) = (libm::floor(least / step + 1e-9), libm::ceil(most / step - 1e-9));
    (0..=(last - first).max(1.0) as usize).map(|n| (first + n as f64) * step).collect()
}
