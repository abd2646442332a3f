//! Every field of a journey and of a scenario by name: what evidence, levers and problems point at.

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($variant:ident $name:literal $(at $path:literal)?,)+) => {
        /// A field of a part of a journey or of a scenario. The numbers among them are in the table
        /// [`super::fields::FIGURES`]. The order is that of evidence in files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Field {$(
            $variant,
        )+}

        impl Field {
            /// Every field, in the order of the names.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in evidence, in the shell and in the texts.
            pub const fn name(self) -> &'static str {
                match self {$(
                    Self::$variant => $name,
                )+}
            }

            /// Where the field is within its part of a file: `strength.likely`.
            pub const fn path(self) -> &'static str {
                match self {$(
                    $(Self::$variant => $path,)?
                )+
                    other => other.name(),
                }
            }
        }
    };
}

fields! {
    Strength "strength" at "strength.likely",
    Gain "gain",
    Pain "pain",
    ComplaintRate "complaint_rate",
    Exposure "exposure",
    HalvingCost "halving_cost",
    Days "days",
    Sensing "sensing",
    Frequency "frequency",
    Tenure "tenure",
    Worth "worth",
    Share "share",
    Usefulness "usefulness" at "usefulness.mean",
    PriceFeel "price_feel",
    Elasticity "elasticity",
    Patience "patience",
    Tolerance "tolerance",
    ToleranceSpread "tolerance_spread",
    Memory "memory",
    ChainFeel "chain_feel",
    Remorse "remorse",
    Binding "binding",
    Entries "entries",
    Leaning "leaning",
    Price "price",
    Disturbance "disturbance",
    RivalPull "rival_pull",
    Arrivals "arrivals",
    Echo "echo",
    LowStrength "low_strength" at "strength.low",
    HighStrength "high_strength" at "strength.high",
    StrengthRange "strength_range" at "strength",
    TenureFrom "tenure_from" at "tenure.from",
    TenureUntil "tenure_until" at "tenure.until",
    Spread "spread" at "usefulness.spread",
    Horizon "horizon",
    WarmUp "warm_up",
    Effort "effort",
    Strain "strain",
    Start "start",
    Value "value",
    Version "version",
    Id "id",
    Name "name",
    Summary "summary",
    Currency "currency",
    About "about",
    Words "words",
    Notes "notes",
    Evidence "evidence",
    Stage "stage",
    Phase "phase",
    Channel "channel",
    Owner "owner",
    Role "role",
    From "from",
    To "to",
    Touchpoint "touchpoint",
    Readiness "readiness",
    ComplaintDesk "complaint_desk",
    Link "link",
    Lever "lever",
    Phases "phases",
    Channels "channels",
    Owners "owners",
    Touchpoints "touchpoints",
    Handovers "handovers",
    Personas "personas",
    Improvements "improvements",
    Changes "changes",
    Persona "persona",
    Quality "quality",
    Qualities "qualities",
}

impl Field {
    /// What a change may set on a link, in the order of lists and of the shell.
    pub const LEVERS: [Self; 7] =
        [Self::Strength, Self::Gain, Self::Pain, Self::Sensing, Self::Frequency, Self::Days, Self::Share];

    /// What a scenario may set on a persona, in the order of lists and of the shell.
    pub const QUALITIES: [Self; 8] = [
        Self::Memory,
        Self::Patience,
        Self::ChainFeel,
        Self::Tolerance,
        Self::Usefulness,
        Self::PriceFeel,
        Self::Remorse,
        Self::Binding,
    ];

    /// The field whose name says it: both ends of a tenure are told as the tenure.
    pub const fn noun(self) -> Self {
        match self {
            Self::TenureFrom | Self::TenureUntil => Self::Tenure,
            other => other,
        }
    }

    /// True if a change may set it on some link.
    pub fn is_lever(self) -> bool {
        Self::LEVERS.contains(&self)
    }

    /// The quality of that name; `None` if no quality is called so.
    pub fn quality_named(name: &str) -> Option<Self> {
        Self::QUALITIES.into_iter().find(|field| field.name() == name)
    }

    /// The lever of that name; `None` if no lever is called so.
    pub fn lever_named(name: &str) -> Option<Self> {
        Self::LEVERS.into_iter().find(|field| field.name() == name)
    }
}
