//! Linear scales and round ticks.

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
