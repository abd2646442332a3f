//! The levers of a link as a reader meets them: which there are, what they stand at, how far a slider goes, and what is
//! questioned because it is hardly so.

use super::Project;
use crate::model::fields::Unit;
use crate::model::{Field, LinkId, lever_bounds};

/// In the order in which they are shown; strength stands by itself.
const SHOWN: [Field; 6] = [Field::Gain, Field::Pain, Field::Frequency, Field::Days, Field::Sensing, Field::Share];

/// The levers of a link besides its strength.
pub fn levers(work: &Project, link: &LinkId) -> Vec<Field> {
    SHOWN.into_iter().filter(|lever| lever_bounds(&work.journey, link, *lever).is_some()).collect()
}

/// How far a slider goes, from 0, and in which steps it settles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SliderScale {
    /// Its right end, in the lever's unit.
    pub most: f64,
    /// Steps in one unit; the arrow keys move by one step, the page keys by ten.
    pub per_unit: f64,
}

/// How near to today's value a dragged slider snaps to it, and a key stops at it [steps].
const SNAP: f64 = 0.7;
const NEAR: f64 = 0.4;

impl SliderScale {
    /// Shares, chances and strengths: whole per cents.
    pub const PER_CENT: Self = Self { most: 1.0, per_unit: 100.0 };

    /// One step of an arrow key, in the lever's unit.
    pub fn step(&self) -> f64 {
        1.0 / self.per_unit
    }

    /// Where a dragged slider settles: on whole steps, and exactly on today's value when it comes near.
    pub fn settle(&self, raw: f64, today: f64) -> f64 {
        if (raw - today).abs() * self.per_unit < SNAP {
            today
        } else {
            ((raw * self.per_unit).round() / self.per_unit).clamp(0.0, self.most)
        }
    }

    /// Where so many steps of a key lead from a value; they stop at today's.
    pub fn stepped(&self, now: f64, steps: f64, today: f64) -> f64 {
        let to = ((now * self.per_unit + steps) / self.per_unit * STEP_GRAIN).round() / STEP_GRAIN;
        if (to - today).abs() * self.per_unit < NEAR { today } else { to.clamp(0.0, self.most) }
    }
}

/// What adding steps leaves of binary rounding is taken away at this grain [per unit].
const STEP_GRAIN: f64 = 1e6;

/// The scale of a lever of a link. It holds today's value well inside, and now's at its end at the worst.
pub fn scale(work: &Project, link: &LinkId, lever: Field) -> SliderScale {
    let today = work.today_of(link, lever).unwrap_or(0.0);
    let now = work.now_of(link, lever).unwrap_or(today);
    let bound = lever_bounds(&work.journey, link, lever).map_or(1.0, |(_, most)| most);
    let wide = |least: f64| least.max((2.0 * today).ceil()).max(now.ceil()).min(bound);
    match lever.unit() {
        Some(Unit::Prices) => SliderScale { most: wide(1.0), per_unit: 100.0 },
        Some(Unit::PerPeriod) => SliderScale { most: wide(1.0), per_unit: if wide(1.0) > 2.0 { 10.0 } else { 100.0 } },
        Some(Unit::Days) => SliderScale { most: wide(2.0), per_unit: if wide(2.0) > 4.0 { 2.0 } else { 10.0 } },
        _ => SliderScale::PER_CENT,
    }
}

/// The values that a lever can take now: of a share only what the other ways out leave.
pub fn room(work: &Project, link: &LinkId, lever: Field) -> Option<(f64, f64)> {
    let (least, most) = lever_bounds(&work.journey, link, lever)?;
    if lever != Field::Share {
        return Some((least, most));
    }
    let journey = work.changed_journey();
    let from = &journey.handover(link)?.from;
    let others: f64 = journey.handovers.iter().filter(|h| h.from == *from && h.id != *link).map(|h| h.share).sum();
    // Whole millionths: what binary adds is no room.
    Some((least, ((most - others) * STEP_GRAIN).round().clamp(0.0, STEP_GRAIN) / STEP_GRAIN))
}

/// A value that can be, but hardly is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Doubt {
    /// One meeting gives or takes more than so many prices of a period.
    ManyPrices(f64),
    /// So many times as often as today.
    Often(f64),
    /// It never comes by itself.
    Never,
    /// More than a quarter of a year at one link.
    Slow,
    /// Less than a fifth of today's time.
    Quick,
    /// It notices nearly everybody.
    NoticesAll,
    /// Nobody goes this way.
    Nobody,
}

/// From here on a value is questioned [prices], [times today's], [days], [0..1].
const MANY_PRICES: f64 = 2.0;
const OFTEN: f64 = 4.0;
const SLOW: f64 = 90.0;
const QUICK: f64 = 0.2;
const NOTICES_ALL: f64 = 0.9;

/// What to ask about a lever's value where it differs from today's.
pub fn doubt(work: &Project, link: &LinkId, lever: Field) -> Option<Doubt> {
    let (today, now) = (work.today_of(link, lever)?, work.now_of(link, lever)?);
    if today == now {
        return None;
    }
    match lever {
        Field::Gain | Field::Pain if now > MANY_PRICES => Some(Doubt::ManyPrices(MANY_PRICES)),
        Field::Frequency if now == 0.0 => Some(Doubt::Never),
        Field::Frequency if today > 0.0 && now >= OFTEN * today => Some(Doubt::Often(now / today)),
        Field::Days if now > SLOW => Some(Doubt::Slow),
        Field::Days if now < QUICK * today => Some(Doubt::Quick),
        Field::Sensing if now > NOTICES_ALL => Some(Doubt::NoticesAll),
        Field::Share if now == 0.0 => Some(Doubt::Nobody),
        _ => None,
    }
}
