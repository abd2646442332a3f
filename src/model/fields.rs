//! The one table of every number of a journey and of a scenario: on which part it stands, its unit, its default with the
//! source of that, its bounds, its side of the purchase, and whether it is a lever. Checks, levers, the schema and the
//! reading of files ask this table. A new number is one row here, its name in [`Field`], its texts, and its use.

pub use super::field_def::{Absent, Access, DefaultSource, FieldDef, PartKind, Unit};

use super::constants::SERVICE_FACTOR;
use super::field_def::row;
use super::{Field, Handover, Journey, LinkId, Persona, PersonaId, Stage, Touchpoint};
use Absent::{Default, Unset};
use DefaultSource::{Assumption, Claim, Definition, NoEffect};

macro_rules! number {
    ($part:ident $(. $field:ident)+) => {
        Access::$part(|part| Some(part $(. $field)+), |part, value| part $(. $field)+ = value)
    };
}

macro_rules! optional {
    ($part:ident $(. $field:ident)+) => {
        Access::$part(|part| part $(. $field)+, |part, value| part $(. $field)+ = Some(value))
    };
}

macro_rules! count {
    ($part:ident $(. $field:ident)+, $int:ty) => {
        Access::$part(|part| Some(part $(. $field)+ .into()), |part, value| part $(. $field)+ = value as $int)
    };
}

/// Gain, pain, worth, usefulness and remorse [prices]: a thousand prices is beyond any experience.
const MAX_VALUE: f64 = 1_000.0;
/// Mean days at a link: ten years.
const MAX_DAYS: f64 = 3_600.0;
/// Money counted in small coins still fits.
const HALVING_COST: (f64, f64) = (0.01, 1e9);
const MAX_EXPOSURE: f64 = 10.0;
const MAX_PRICE: f64 = 1e9;
const MAX_ARRIVALS: f64 = 1e6;
/// Two years of months.
const TWO_YEARS: f64 = 24.0;
/// Twenty years of months.
const MOST_PERIODS: f64 = 240.0;
/// Beyond it nobody who is disappointed ever leaves.
const MOST_RUNGS: u8 = 20;
/// One complaint is heard for 26 silent unhappy customers: 1 of 27.
const COMPLAINT_RATE: f64 = 1.0 / 27.0;
/// What an improvement may be said to cost [the journey's effort unit].
const MAX_EFFORT: f64 = 1e12;

/// Every number, by part, in the order in which files have them and checks name them.
pub static FIGURES: &[FieldDef] = TABLE;

const TABLE: &[FieldDef] = &[
    row(Field::Price, number!(Journey.price), Unit::Money).above(0.0, MAX_PRICE).evidence(),
    row(Field::Horizon, count!(Journey.horizon, u16), Unit::Periods)
        .counts(1, MOST_PERIODS as i64)
        .or(Default(TWO_YEARS, Assumption)),
    row(Field::Disturbance, number!(Journey.disturbance), Unit::Share).or(Default(0.25, Assumption)).evidence(),
    // Times the factor for service it is still a chance.
    row(Field::RivalPull, number!(Journey.rival_pull), Unit::Share)
        .within(0.0, 1.0 / SERVICE_FACTOR)
        .or(Default(0.005, Assumption))
        .evidence(),
    row(Field::Arrivals, number!(Market.arrivals), Unit::Customers).above(0.0, MAX_ARRIVALS).evidence(),
    row(Field::WarmUp, count!(Market.warm_up, u16), Unit::Periods)
        .counts(0, MOST_PERIODS as i64)
        .or(Default(TWO_YEARS, Assumption)),
    row(Field::Echo, number!(Market.echo), Unit::Share).or(Default(0.0, NoEffect)).evidence(),
    row(Field::Strength, number!(Touchpoint.strength.likely), Unit::Share).lever().evidence(),
    row(Field::LowStrength, optional!(Touchpoint.strength.low), Unit::Share).or(Unset),
    row(Field::HighStrength, optional!(Touchpoint.strength.high), Unit::Share).or(Unset),
    row(Field::Gain, number!(Touchpoint.gain), Unit::Prices)
        .within(0.0, MAX_VALUE)
        .or(Default(0.0, NoEffect))
        .lever()
        .evidence(),
    row(Field::Pain, number!(Touchpoint.pain), Unit::Prices)
        .within(0.0, MAX_VALUE)
        .or(Default(0.0, NoEffect))
        .lever()
        .evidence(),
    row(Field::ComplaintRate, number!(Touchpoint.complaint_rate), Unit::Share)
        .or(Default(COMPLAINT_RATE, Claim(37)))
        .evidence(),
    // 1 is as the journey's strain says.
    row(Field::Exposure, number!(Touchpoint.exposure), Unit::Times)
        .within(0.0, MAX_EXPOSURE)
        .or(Default(1.0, Definition))
        .evidence(),
    row(Field::HalvingCost, number!(Touchpoint.halving_cost), Unit::Effort)
        .within(HALVING_COST.0, HALVING_COST.1)
        .or(Default(1.0, Definition))
        .evidence(),
    row(Field::Days, number!(Touchpoint.days), Unit::Days)
        .within(0.0, MAX_DAYS)
        .or(Default(0.0, NoEffect))
        .only(Stage::Before)
        .lever()
        .evidence(),
    row(Field::Sensing, number!(Touchpoint.sensing), Unit::Share)
        .or(Default(0.0, NoEffect))
        .only(Stage::Before)
        .lever()
        .evidence(),
    // A month has 31 days. A reckoning comes at most once a period: see `most_at`.
    row(Field::Frequency, number!(Touchpoint.frequency), Unit::PerPeriod)
        .within(0.0, 31.0)
        .or(Default(1.0, Assumption))
        .only(Stage::After)
        .lever()
        .evidence(),
    row(Field::Worth, number!(Touchpoint.worth), Unit::Prices)
        .within(0.0, MAX_VALUE)
        .or(Default(0.0, NoEffect))
        .evidence(),
    row(Field::TenureFrom, count!(Touchpoint.tenure.from, u16), Unit::Periods)
        .counts(1, MOST_PERIODS as i64)
        .or(Default(1.0, NoEffect))
        .only(Stage::After),
    row(
        Field::TenureUntil,
        Access::Touchpoint(|t| t.tenure.until.map(f64::from), |t, value| t.tenure.until = Some(value as u16)),
        Unit::Periods,
    )
    .counts(1, MOST_PERIODS as i64)
    .within(1.0, u16::MAX as f64)
    .or(Unset)
    .only(Stage::After),
    row(Field::Share, number!(Handover.share), Unit::Share).lever().evidence(),
    row(Field::Strength, number!(Handover.strength.likely), Unit::Share).lever().evidence(),
    row(Field::LowStrength, optional!(Handover.strength.low), Unit::Share).or(Unset),
    row(Field::HighStrength, optional!(Handover.strength.high), Unit::Share).or(Unset),
    row(Field::Pain, number!(Handover.pain), Unit::Prices)
        .within(0.0, MAX_VALUE)
        .or(Default(0.0, NoEffect))
        .lever()
        .evidence(),
    row(Field::Days, number!(Handover.days), Unit::Days)
        .within(0.0, MAX_DAYS)
        .or(Default(0.0, NoEffect))
        .only(Stage::Before)
        .lever()
        .evidence(),
    row(Field::ComplaintRate, number!(Handover.complaint_rate), Unit::Share)
        .or(Default(COMPLAINT_RATE, Claim(37)))
        .evidence(),
    row(Field::Exposure, number!(Handover.exposure), Unit::Times)
        .within(0.0, MAX_EXPOSURE)
        .or(Default(1.0, Definition))
        .evidence(),
    row(Field::HalvingCost, number!(Handover.halving_cost), Unit::Effort)
        .within(HALVING_COST.0, HALVING_COST.1)
        .or(Default(1.0, Definition))
        .evidence(),
    row(Field::Share, number!(Persona.share), Unit::Share).evidence(),
    row(Field::Usefulness, number!(Persona.usefulness.mean), Unit::Prices).within(-MAX_VALUE, MAX_VALUE).evidence(),
    row(Field::Spread, number!(Persona.usefulness.spread), Unit::Prices)
        .within(0.0, MAX_VALUE)
        .or(Default(0.0, NoEffect)),
    // As the price is.
    row(Field::PriceFeel, number!(Persona.price_feel), Unit::Times)
        .above(0.0, 100.0)
        .or(Default(1.0, Assumption))
        .evidence(),
    row(Field::Elasticity, number!(Persona.elasticity), Unit::Plain)
        .within(0.0, 20.0)
        .or(Default(1.0, Assumption))
        .evidence(),
    row(Field::Patience, number!(Persona.patience), Unit::Share)
        .within(0.0, 0.95)
        .or(Default(0.0, NoEffect))
        .evidence(),
    row(Field::Tolerance, count!(Persona.tolerance, u8), Unit::Rungs)
        .counts(1, MOST_RUNGS as i64)
        .or(Default(3.0, Assumption))
        .evidence(),
    // Each customer has at least one rung: `check` holds it under the tolerance.
    row(Field::ToleranceSpread, count!(Persona.tolerance_spread, u8), Unit::Rungs)
        .counts(0, MOST_RUNGS as i64 - 1)
        .or(Default(0.0, NoEffect)),
    // Longer than anybody is followed, so nothing fades.
    row(Field::Memory, number!(Persona.memory), Unit::Periods)
        .above(0.0, 10_000.0)
        .or(Default(2.0, Assumption))
        .evidence(),
    row(Field::ChainFeel, number!(Persona.chain_feel), Unit::Share).or(Default(0.7, Assumption)).evidence(),
    // Claim 34 says that doubt is there, not how much.
    row(Field::Remorse, number!(Persona.remorse), Unit::Prices)
        .within(0.0, MAX_VALUE)
        .or(Default(0.3, Assumption))
        .evidence(),
    row(Field::Binding, count!(Persona.binding, u16), Unit::Periods)
        .counts(0, MOST_PERIODS as i64)
        .or(Default(0.0, NoEffect))
        .evidence(),
    row(Field::Share, number!(Entry.share), Unit::Share),
    row(Field::Leaning, Access::Leaning, Unit::Times).within(0.0, 10.0).or(Default(1.0, NoEffect)).evidence(),
    row(Field::Strain, number!(Scenario.strain), Unit::Plain).within(0.0, 10.0).or(Default(0.0, NoEffect)),
    row(Field::Price, optional!(Scenario.price), Unit::Money).above(0.0, MAX_PRICE).or(Unset),
    row(Field::Arrivals, optional!(Scenario.arrivals), Unit::Customers).above(0.0, MAX_ARRIVALS).or(Unset),
    row(Field::Echo, optional!(Scenario.echo), Unit::Share).or(Unset),
    row(Field::Start, count!(Scenario.start, i32), Unit::Periods)
        .counts(-MOST_PERIODS as i64, MOST_PERIODS as i64)
        .or(Default(0.0, NoEffect)),
    row(Field::Effort, number!(Improvement.effort), Unit::Effort)
        .within(-MAX_EFFORT, MAX_EFFORT)
        .or(Default(0.0, NoEffect)),
];

/// The numbers on a kind of part, in the order of the table.
pub fn figures_of(part: PartKind) -> impl Iterator<Item = &'static FieldDef> {
    FIGURES.iter().filter(move |row| row.part() == part)
}

impl Field {
    /// The row of the field on a kind of part; `None` where it stands on none of that kind or is no number.
    pub fn on(self, part: PartKind) -> Option<&'static FieldDef> {
        FIGURES.iter().find(|row| row.field == self && row.part() == part)
    }

    /// What the field is measured in; `None` for what is no number.
    pub fn unit(self) -> Option<Unit> {
        FIGURES.iter().find(|row| row.field == self).map(|row| row.unit)
    }

    /// True if it may be said where it comes from.
    pub fn carries_evidence(self) -> bool {
        matches!(self, Self::Tenure | Self::Entries) || FIGURES.iter().any(|row| row.field == self && row.has_evidence)
    }

    /// Its value on a touchpoint, in its own unit; `None` where a touchpoint has no such number or it is left out.
    pub fn of_touchpoint(self, touchpoint: &Touchpoint) -> Option<f64> {
        self.on(PartKind::Touchpoint)?.of_touchpoint(touchpoint)
    }

    /// Its value on a handover, in its own unit; `None` where a handover has no such number or it is left out.
    pub fn of_handover(self, handover: &Handover) -> Option<f64> {
        self.on(PartKind::Handover)?.of_handover(handover)
    }

    /// The row of a quality of personas; `None` for every other field.
    pub fn as_quality(self) -> Option<&'static FieldDef> {
        if Self::QUALITIES.contains(&self) { self.on(PartKind::Persona) } else { None }
    }

    /// Sets it on a touchpoint; nothing where a touchpoint has no such number.
    pub fn set_on_touchpoint(self, touchpoint: &mut Touchpoint, value: f64) {
        if let Some(row) = self.on(PartKind::Touchpoint) {
            row.set_on_touchpoint(touchpoint, value);
        }
    }

    /// Sets it on a handover; nothing where a handover has no such number.
    pub fn set_on_handover(self, handover: &mut Handover, value: f64) {
        if let Some(row) = self.on(PartKind::Handover) {
            row.set_on_handover(handover, value);
        }
    }
}

impl Journey {
    /// What a lever of a link stands at, in the lever's own unit. What has no meaning on the link's side of the purchase
    /// is 0 there; [`super::lever_bounds`] tells which levers a link has.
    pub fn lever(&self, id: &LinkId, lever: Field) -> Option<f64> {
        if !lever.is_lever() {
            return None;
        }
        match self.touchpoint(id) {
            Some(touchpoint) => lever.of_touchpoint(touchpoint),
            None => lever.of_handover(self.handover(id)?),
        }
    }
}

impl Journey {
    /// What a quality of a persona stands at, in the quality's own unit.
    pub fn quality(&self, id: &PersonaId, quality: Field) -> Option<f64> {
        let persona = self.personas.iter().find(|p| p.id == *id)?;
        quality.as_quality()?.of_persona(persona)
    }
}

impl Persona {
    /// The most rungs that a customer of the persona has.
    pub fn top_rung(&self) -> u8 {
        self.tolerance.saturating_add(self.tolerance_spread).min(MOST_RUNGS)
    }
}

/// The row of a field on a part, for constants: a field that is not there does not compile.
pub const fn row_of(part: PartKind, field: Field) -> FieldDef {
    let mut n = 0;
    while TABLE[n].field as u8 != field as u8 || TABLE[n].part() as u8 != part as u8 {
        n += 1;
    }
    TABLE[n]
}

/// The default of a field on a part, for constants: a field without one does not compile.
pub(super) const fn default_of(part: PartKind, field: Field) -> f64 {
    match row_of(part, field).default() {
        Some(value) => value,
        #[expect(clippy::panic, reason = "found while compiling: constants only")]
        None => panic!("no default"),
    }
}

/// A list whose length is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListDef {
    pub field: Field,
    pub part: PartKind,
    /// Fewest entries.
    pub least: usize,
    /// Most entries: no file may hang the page.
    pub most: usize,
}

impl ListDef {
    /// Entries of the list in a journey; 0 for lists of other parts.
    pub fn length(&self, journey: &Journey) -> usize {
        match self.field {
            Field::Phases => journey.phases.len(),
            Field::Channels => journey.channels.len(),
            Field::Owners => journey.owners.len(),
            Field::Touchpoints => journey.touchpoints.len(),
            Field::Handovers => journey.handovers.len(),
            Field::Personas => journey.personas.len(),
            _ => 0,
        }
    }
}

const fn list(field: Field, part: PartKind, least: usize, most: usize) -> ListDef {
    ListDef { field, part, least, most }
}

/// Every list whose length is bounded, in the order in which checks name them.
pub static LISTS: &[ListDef] = &[
    list(Field::Phases, PartKind::Journey, 2, 50),
    list(Field::Channels, PartKind::Journey, 1, 50),
    list(Field::Owners, PartKind::Journey, 1, 50),
    list(Field::Touchpoints, PartKind::Journey, 2, 200),
    list(Field::Handovers, PartKind::Journey, 0, 1_000),
    list(Field::Personas, PartKind::Journey, 1, 50),
    list(Field::Entries, PartKind::Persona, 1, 200),
    list(Field::Improvements, PartKind::Scenario, 0, 200),
    // Of all improvements together: some for every link.
    list(Field::Changes, PartKind::Scenario, 0, 2_400),
    // Of all personas together: each quality of the most that there can be.
    list(Field::Qualities, PartKind::Scenario, 0, 50 * Field::QUALITIES.len()),
];
