//! What can be done to a journey, as values.

use crate::model::{
    At, ChannelId, EffortUnit, Field, Grounds, LinkId, Nature, OwnerId, PartId, Payment, PeriodUnit, PhaseId, Problem,
    Role, Stage,
};

/// Where a new touchpoint goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// Between a touchpoint and those that lead to it.
    Before(LinkId),
    /// Between a touchpoint and those that it leads to; after a purchase the first thing that a customer meets.
    After(LinkId),
    /// On the way of a handover.
    On(LinkId),
    /// The last of a phase.
    EndOf(PhaseId),
}

/// What is chosen among a few.
#[derive(Clone, Debug, PartialEq)]
pub enum PartChoice {
    Role(Role),
    Nature(Nature),
    Phase(PhaseId),
    Channel(ChannelId),
    /// `None` only on a handover.
    Owner(Option<OwnerId>),
    Stage(Stage),
    Period(PeriodUnit),
    Payment(Payment),
    EffortUnit(EffortUnit),
    ComplaintDesk(Option<LinkId>),
    From(LinkId),
    To(LinkId),
    /// Where an entry leads in.
    Touchpoint(LinkId),
    Readiness(PhaseId),
    MomentOfTruth(bool),
    MicroDecision(bool),
}

/// One thing done to a journey.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    AddTouchpoint {
        name: String,
        spot: Spot,
    },
    /// A handover from one touchpoint to another.
    Connect {
        from: LinkId,
        to: LinkId,
    },
    AddPhase {
        name: String,
        stage: Stage,
    },
    AddChannel(String),
    AddOwner(String),
    AddPersona(String),
    /// One more place where the persona of this part comes in.
    AddEntry(PartId),
    /// One place up or down among its like.
    Move {
        part: PartId,
        up: bool,
    },
    Remove(PartId),
    /// Takes a touchpoint away without joining its neighbours: where it stood is a gap.
    RemoveAlone(LinkId),
    /// `None` leaves it out, where it may be.
    Number {
        part: PartId,
        field: Field,
        value: Option<f64>,
    },
    Words {
        part: PartId,
        field: Field,
        words: String,
    },
    Choose {
        part: PartId,
        choice: PartChoice,
    },
    /// A channel of a touchpoint by its name; one that there is not yet is made.
    ChannelNamed {
        link: LinkId,
        name: String,
    },
    /// An owner of a link by its name; one that there is not yet is made, and no name is nobody.
    OwnerNamed {
        link: LinkId,
        name: String,
    },
    /// Where a figure comes from, and by whom or from what.
    Ground {
        part: PartId,
        field: Field,
        grounds: Grounds,
        source: String,
    },
    /// Between which values a figure plausibly lies, in its own unit; `None` leaves an end out.
    Range {
        part: PartId,
        field: Field,
        low: Option<f64>,
        high: Option<f64>,
    },
    /// What helps against a problem, where that is plain.
    Mend(Problem),
    /// Several as one.
    Several(Vec<Edit>),
}

impl Edit {
    /// The field that is typed in, where it is one: what is typed in the same field goes on.
    pub fn field(&self) -> Option<At> {
        match self {
            Self::Number { part, field, .. } | Self::Words { part, field, .. } => {
                Some(At::part(part.clone()).on(*field))
            }
            _ => None,
        }
    }
}
