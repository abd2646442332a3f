//! The fields of a journey file: what may stand in each, and what holds where it is left out.

use crate::exchange::shape::{FieldShape, IfAbsent, PartShape, ValueShape, Whole, count, field, number};
use crate::exchange::spelling::{Spelt, evidence_names};
use crate::model::fields::PartKind;
use crate::model::{EffortUnit, Field, Grounds, Journey, Nature, Payment, PeriodUnit, Role, Stage, defaults};

const LINK_ID: ValueShape = ValueShape::Word("LinkId");
const PHASE_ID: ValueShape = ValueShape::Word("PhaseId");
const CHANNEL_ID: ValueShape = ValueShape::Word("ChannelId");
const OWNER_ID: ValueShape = ValueShape::Word("OwnerId");

const U8: (i128, i128) = (0, u8::MAX as i128);
const U16: (i128, i128) = (0, u16::MAX as i128);
const VERSION: Whole = Whole {
    format: "uint32",
    holds: (0, u32::MAX as i128),
    asked: (1, Journey::VERSION as i64),
    stand_in: Journey::VERSION as i64,
};

/// A number that is called in files as in the table of the model.
const fn figure(part: PartKind, figure: Field) -> FieldShape {
    number(figure.name(), part, figure)
}

const fn texts(name: &'static str) -> FieldShape {
    field(name, ValueShape::Texts).or(IfAbsent::Empty)
}

const EVIDENCE_OF: FieldShape =
    field("evidence", ValueShape::Map(Some(evidence_names), &ONE_EVIDENCE)).or(IfAbsent::Empty);
static ONE_EVIDENCE: ValueShape = ValueShape::Part(&EVIDENCE);

pub(in crate::exchange) static JOURNEY: PartShape = PartShape {
    name: "Journey",
    fields: &[
        field("version", ValueShape::Whole(VERSION)),
        field("id", ValueShape::Word("")),
        field("name", ValueShape::Texts),
        texts("summary"),
        texts("currency"),
        figure(PartKind::Journey, Field::Price),
        field("period", ValueShape::Choice(&PeriodUnit::CHOICE)).or(IfAbsent::Word("month")),
        field("payment", ValueShape::Choice(&Payment::CHOICE)).or(IfAbsent::Word("each_period")),
        field("effort_unit", ValueShape::Choice(&EffortUnit::CHOICE)).or(IfAbsent::Word("points")),
        // What can't be read is taken for the longest, so that no tenure begins after it.
        count("horizon", PartKind::Journey, Field::Horizon, "uint16", U16).stand_in(defaults::MAX_HORIZON as i64),
        figure(PartKind::Journey, Field::Disturbance),
        figure(PartKind::Journey, Field::RivalPull),
        field("complaint_desk", LINK_ID).or(IfAbsent::Unset),
        field("phases", ValueShape::List(&ValueShape::Part(&PHASE))),
        field("channels", ValueShape::List(&ValueShape::Part(&CHANNEL))),
        field("owners", ValueShape::List(&ValueShape::Part(&OWNER))),
        field("touchpoints", ValueShape::List(&ValueShape::Part(&TOUCHPOINT))),
        field("handovers", ValueShape::List(&ValueShape::Part(&HANDOVER))),
        field("personas", ValueShape::List(&ValueShape::Part(&PERSONA))),
        field("market", ValueShape::Part(&MARKET)),
        EVIDENCE_OF,
    ],
};

pub(super) static PHASE: PartShape = PartShape {
    name: "Phase",
    fields: &[
        field("id", PHASE_ID),
        field("name", ValueShape::Texts),
        field("stage", ValueShape::Choice(&Stage::CHOICE)),
    ],
};

pub(super) static CHANNEL: PartShape =
    PartShape { name: "Channel", fields: &[field("id", CHANNEL_ID), field("name", ValueShape::Texts)] };

pub(super) static OWNER: PartShape =
    PartShape { name: "Owner", fields: &[field("id", OWNER_ID), field("name", ValueShape::Texts)] };

pub(super) static TOUCHPOINT: PartShape = PartShape {
    name: "Touchpoint",
    fields: &[
        field("id", LINK_ID),
        field("name", ValueShape::Texts),
        field("phase", PHASE_ID),
        field("channel", CHANNEL_ID),
        field("owner", OWNER_ID),
        field("nature", ValueShape::Choice(&Nature::CHOICE)),
        field("strength", ValueShape::Part(&STRENGTH)),
        field("role", ValueShape::Choice(&Role::CHOICE)).or(IfAbsent::Word("plain")),
        figure(PartKind::Touchpoint, Field::Gain),
        figure(PartKind::Touchpoint, Field::Pain),
        figure(PartKind::Touchpoint, Field::ComplaintRate),
        figure(PartKind::Touchpoint, Field::Exposure),
        figure(PartKind::Touchpoint, Field::HalvingCost),
        figure(PartKind::Touchpoint, Field::Days),
        figure(PartKind::Touchpoint, Field::Sensing),
        figure(PartKind::Touchpoint, Field::Frequency),
        field("tenure", ValueShape::Part(&TENURE)).or(IfAbsent::PartKind),
        figure(PartKind::Touchpoint, Field::Worth),
        texts("words"),
        texts("notes"),
        field("moment_of_truth", ValueShape::YesNo).or(IfAbsent::No),
        field("micro_decision", ValueShape::YesNo).or(IfAbsent::No),
        EVIDENCE_OF,
    ],
};

pub(super) static STRENGTH: PartShape = PartShape {
    name: "Strength",
    fields: &[
        number("likely", PartKind::Touchpoint, Field::Strength),
        number("low", PartKind::Touchpoint, Field::LowStrength),
        number("high", PartKind::Touchpoint, Field::HighStrength),
    ],
};

pub(super) static TENURE: PartShape = PartShape {
    name: "Tenure",
    fields: &[
        count("from", PartKind::Touchpoint, Field::TenureFrom, "uint16", U16).or(IfAbsent::Missed),
        count("until", PartKind::Touchpoint, Field::TenureUntil, "uint16", U16),
    ],
};

pub(super) static HANDOVER: PartShape = PartShape {
    name: "Handover",
    fields: &[
        field("id", LINK_ID),
        texts("name"),
        field("from", LINK_ID),
        field("to", LINK_ID),
        field("owner", OWNER_ID).or(IfAbsent::Unset),
        figure(PartKind::Handover, Field::Share),
        field("strength", ValueShape::Part(&STRENGTH)),
        figure(PartKind::Handover, Field::Pain),
        figure(PartKind::Handover, Field::Days),
        figure(PartKind::Handover, Field::ComplaintRate),
        figure(PartKind::Handover, Field::Exposure),
        figure(PartKind::Handover, Field::HalvingCost),
        texts("words"),
        texts("notes"),
        EVIDENCE_OF,
    ],
};

pub(super) static PERSONA: PartShape = PartShape {
    name: "Persona",
    fields: &[
        field("id", ValueShape::Word("PersonaId")),
        field("name", ValueShape::Texts),
        texts("about"),
        figure(PartKind::Persona, Field::Share),
        field("usefulness", ValueShape::Part(&USEFULNESS)),
        figure(PartKind::Persona, Field::PriceFeel),
        figure(PartKind::Persona, Field::Elasticity),
        figure(PartKind::Persona, Field::Patience),
        count("tolerance", PartKind::Persona, Field::Tolerance, "uint8", U8),
        count("tolerance_spread", PartKind::Persona, Field::ToleranceSpread, "uint8", U8),
        figure(PartKind::Persona, Field::Memory),
        figure(PartKind::Persona, Field::ChainFeel),
        figure(PartKind::Persona, Field::Remorse),
        count("binding", PartKind::Persona, Field::Binding, "uint16", U16),
        field("entries", ValueShape::List(&ValueShape::Part(&ENTRY))),
        field("leaning", ValueShape::Map(None, &ValueShape::Number)).or(IfAbsent::Empty),
        EVIDENCE_OF,
    ],
};

pub(super) static USEFULNESS: PartShape = PartShape {
    name: "Usefulness",
    fields: &[number("mean", PartKind::Persona, Field::Usefulness), number("spread", PartKind::Persona, Field::Spread)],
};

pub(super) static ENTRY: PartShape = PartShape {
    name: "Entry",
    fields: &[field("touchpoint", LINK_ID), figure(PartKind::Entry, Field::Share), field("readiness", PHASE_ID)],
};

pub(super) static MARKET: PartShape = PartShape {
    name: "Market",
    fields: &[
        figure(PartKind::Market, Field::Arrivals),
        count("warm_up", PartKind::Market, Field::WarmUp, "uint16", U16),
        figure(PartKind::Market, Field::Echo),
    ],
};

pub(super) static EVIDENCE: PartShape = PartShape {
    name: "Evidence",
    fields: &[
        field("grounds", ValueShape::Choice(&Grounds::CHOICE)),
        texts("source"),
        field("low", ValueShape::Number).or(IfAbsent::Unset),
        field("high", ValueShape::Number).or(IfAbsent::Unset),
    ],
};
