//! What the table of fields says about a number: on which part it stands, how it is read and set there, its unit, its
//! default, its bounds.

use super::{Entry, Field, Handover, Improvement, Journey, Market, Persona, Role, Scenario, Stage, Touchpoint};

/// A kind of part on which numbers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    Journey,
    Market,
    Touchpoint,
    Handover,
    Persona,
    Entry,
    /// One channel's number in the leaning of a persona.
    Leaning,
    Scenario,
    Improvement,
}

/// What a number is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share, a chance or a strength [0..1].
    Share,
    /// What one period costs at the journey's own price.
    Prices,
    /// The journey's currency.
    Money,
    /// The journey's effort unit.
    Effort,
    Days,
    Periods,
    /// Encounters in one period.
    PerPeriod,
    /// Customers in one period.
    Customers,
    /// A factor.
    Times,
    /// A bare number, such as an exponent.
    Plain,
    Rungs,
}

/// What a default rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultSource {
    /// A claim of the research that the model rests on, by its number.
    Claim(u16),
    /// No figure was found: change it when one is.
    Assumption,
    /// The number has no effect at this value.
    NoEffect,
    /// The unit is defined so.
    Definition,
}

/// What stands in where a file leaves a number out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Absent {
    /// Nothing: a file must give it.
    Required,
    /// Nothing: it may be left out, and then there is none.
    Unset,
    Default(f64, DefaultSource),
}

/// Reads a number of a part.
type Get<P> = fn(&P) -> Option<f64>;
/// Sets a number of a part.
type Set<P> = fn(&mut P, f64);

/// How a number is read from its part and set there.
#[derive(Clone, Copy, Debug)]
pub enum Access {
    Journey(Get<Journey>, Set<Journey>),
    Market(Get<Market>, Set<Market>),
    Touchpoint(Get<Touchpoint>, Set<Touchpoint>),
    Handover(Get<Handover>, Set<Handover>),
    Persona(Get<Persona>, Set<Persona>),
    Entry(Get<Entry>, Set<Entry>),
    /// The number is the part itself.
    Leaning,
    Scenario(Get<Scenario>, Set<Scenario>),
    Improvement(Get<Improvement>, Set<Improvement>),
}

/// One number on one kind of part.
#[derive(Clone, Copy, Debug)]
pub struct FieldDef {
    pub field: Field,
    pub access: Access,
    pub unit: Unit,
    pub absent: Absent,
    /// Lowest value, in the unit.
    pub least: f64,
    /// Highest value, in the unit, itself included.
    pub most: f64,
    /// True if the lowest value itself is excluded.
    pub is_above_least: bool,
    /// Of a number that counts something: the whole numbers that are asked for where another kind stands. `None` for a
    /// number that need not be whole.
    pub whole: Option<(i64, i64)>,
    /// The side of the purchase where it means something; `None` for both.
    pub stage: Option<Stage>,
    /// True if a change may set it.
    pub is_lever: bool,
    /// True if it may be said where it comes from.
    pub has_evidence: bool,
}

/// A number that a file must give, from 0 to 1.
pub(super) const fn row(field: Field, access: Access, unit: Unit) -> FieldDef {
    FieldDef {
        field,
        access,
        unit,
        absent: Absent::Required,
        least: 0.0,
        most: 1.0,
        is_above_least: false,
        whole: None,
        stage: None,
        is_lever: false,
        has_evidence: false,
    }
}

impl FieldDef {
    pub(super) const fn within(self, least: f64, most: f64) -> Self {
        Self { least, most, ..self }
    }

    pub(super) const fn above(self, least: f64, most: f64) -> Self {
        Self { least, most, is_above_least: true, ..self }
    }

    pub(super) const fn counts(self, least: i64, most: i64) -> Self {
        Self { whole: Some((least, most)), ..self.within(least as f64, most as f64) }
    }

    pub(super) const fn or(self, absent: Absent) -> Self {
        Self { absent, ..self }
    }

    pub(super) const fn only(self, stage: Stage) -> Self {
        Self { stage: Some(stage), ..self }
    }

    pub(super) const fn lever(self) -> Self {
        Self { is_lever: true, ..self }
    }

    pub(super) const fn evidence(self) -> Self {
        Self { has_evidence: true, ..self }
    }

    /// The kind of part on which it stands.
    pub const fn part(&self) -> PartKind {
        match self.access {
            Access::Journey(..) => PartKind::Journey,
            Access::Market(..) => PartKind::Market,
            Access::Touchpoint(..) => PartKind::Touchpoint,
            Access::Handover(..) => PartKind::Handover,
            Access::Persona(..) => PartKind::Persona,
            Access::Entry(..) => PartKind::Entry,
            Access::Leaning => PartKind::Leaning,
            Access::Scenario(..) => PartKind::Scenario,
            Access::Improvement(..) => PartKind::Improvement,
        }
    }

    /// What stands in where a file leaves it out, in its unit; `None` where nothing does.
    pub const fn default(&self) -> Option<f64> {
        match self.absent {
            Absent::Default(value, _) => Some(value),
            Absent::Required | Absent::Unset => None,
        }
    }

    /// Lowest and highest value on a touchpoint: a reckoning comes at most once a period.
    pub fn bounds_at(&self, touchpoint: &Touchpoint) -> (f64, f64) {
        let is_reckoning = self.field == Field::Frequency && touchpoint.role == Role::Reckoning;
        (self.least, if is_reckoning { 1.0 } else { self.most })
    }
}

macro_rules! access {
    ($part:ident, $noun:literal, $of:ident, $set:ident) => {
        impl FieldDef {
            #[doc = concat!("The value on a ", $noun, "; `None` where it is left out, or the row is of another part.")]
            pub fn $of(&self, part: &$part) -> Option<f64> {
                if let Access::$part(get, _) = self.access { get(part) } else { None }
            }

            #[doc = concat!("Sets it on a ", $noun, "; nothing where the row is of another part.")]
            pub fn $set(&self, part: &mut $part, value: f64) {
                if let Access::$part(_, set) = self.access {
                    set(part, value);
                }
            }
        }
    };
}

access!(Journey, "journey", of_journey, set_on_journey);
access!(Market, "market", of_market, set_on_market);
access!(Touchpoint, "touchpoint", of_touchpoint, set_on_touchpoint);
access!(Handover, "handover", of_handover, set_on_handover);
access!(Persona, "persona", of_persona, set_on_persona);
access!(Entry, "entry", of_entry, set_on_entry);
access!(Scenario, "scenario", of_scenario, set_on_scenario);
access!(Improvement, "improvement", of_improvement, set_on_improvement);
