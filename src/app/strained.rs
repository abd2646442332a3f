//! What holds under the strain that is set, link by link, beside a calm day.

use super::Project;
use crate::model::{Journey, LinkId, order, under_strain};

/// A link has given way when it holds less than this part as often as on a calm day.
const HALF: f64 = 0.5;

/// How often a link holds on a calm day, and under strain [0..1].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Held {
    pub calm: f64,
    pub strained: f64,
}

impl Held {
    /// Of a link of a journey under strain [≥ 0]. `None` for an unknown link.
    pub fn of(journey: &Journey, link: &LinkId, strain: f64) -> Option<Self> {
        let (calm, exposure) = (journey.strength(link)?, journey.exposure(link)?);
        Some(Self { calm, strained: under_strain(calm, strain, exposure) })
    }

    /// Whether strain has made it hold less than half as often.
    pub fn gives_way(&self) -> bool {
        self.strained < HALF * self.calm
    }

    /// What is left of a calm day [0..1].
    fn left(&self) -> f64 {
        if self.calm > 0.0 { self.strained / self.calm } else { 1.0 }
    }
}

/// Every link with what holds of it now, under the strain that is set: what loses most first.
pub fn under_this_strain(work: &Project) -> Vec<(LinkId, Held)> {
    let journey = work.changed_journey();
    let held = |link: &LinkId| Some((link.clone(), Held::of(&journey, link, work.scenario.strain)?));
    let mut all: Vec<(LinkId, Held)> = journey.links().filter_map(held).collect();
    order::sort(&mut all, |(_, a), (_, b)| a.left().total_cmp(&b.left()));
    all
}
