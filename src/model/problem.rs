//! What is wrong with an input: where, what, and what can be done. Said in words from `locales/`.

use super::{Lever, Role};
use serde::{Deserialize, Serialize};

/// Where in a journey or a scenario a problem sits, as a path of a file reader would say it
/// (`touchpoints[3].strength.likely`), with the id of the part where it has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Empty for the whole file.
    pub path: String,
    /// Empty where the part has none.
    pub id: String,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    pub place: Place,
    pub what: Code,
}

/// What is wrong. Each code has a sentence for what happened and one for the fix, in every language, under
/// `problems` in `locales/`; `{{ … }}` there are the fields here. Numbers are finite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Code {
    // Of the file as text.
    /// The file is longer than what is read [MB].
    FileTooLarge {
        size: f64,
        most: f64,
    },
    /// The text is not JSON from here on.
    BadJson {
        line: usize,
        column: usize,
    },
    /// Written for another version of the format.
    UnknownVersion {
        found: f64,
        supported: u32,
    },
    MissingField {
        field: String,
    },
    UnknownField {
        field: String,
    },
    DuplicateField {
        field: String,
    },
    WrongKind {
        expected: Kind,
        actual: Kind,
    },
    /// A number that cannot be counted in whole steps, or lies outside what can be.
    WholeNumberNeeded {
        found: String,
        least: i64,
        most: i64,
    },
    /// A word that is none of those allowed here.
    UnknownChoice {
        found: String,
        choices: String,
    },
    /// Anything else that the reader of the format stumbles on, in its own words.
    Unreadable {
        detail: String,
    },

    /// There is more wrong than is told.
    FurtherProblems {
        left: usize,
    },

    // Of sizes.
    ListTooLong {
        list: List,
        found: usize,
        most: usize,
    },
    NoPhaseBefore,
    NoPhaseAfter,
    NoPurchase,
    NoReckoning,
    NoPersona,
    NoEntry,

    // Of names and of what refers to them.
    EmptyName,
    LanguageCode {
        found: String,
    },
    BadId {
        id: String,
    },
    ReservedId {
        id: String,
    },
    DuplicateId {
        id: String,
        first: String,
    },
    UnknownPhase {
        id: String,
    },
    UnknownChannel {
        id: String,
    },
    UnknownOwner {
        id: String,
    },
    UnknownTouchpoint {
        id: String,
    },
    UnknownLink {
        id: String,
    },

    // Of numbers.
    NotFinite {
        quantity: Quantity,
    },
    OutOfRange {
        quantity: Quantity,
        value: f64,
        least: f64,
        most: f64,
    },
    NotPositive {
        quantity: Quantity,
        value: f64,
        most: f64,
    },
    /// Low, likely and high are out of order.
    RangeOrder {
        low: f64,
        likely: f64,
        high: f64,
    },
    TenureOrder {
        from: u16,
        until: u16,
    },
    /// Occurs only after everybody has stopped being followed.
    TenureAfterHorizon {
        from: u16,
        horizon: u16,
    },
    /// The handovers out of one touchpoint share out more than everybody.
    SharesTooLarge {
        sum: f64,
    },
    PersonaShares {
        sum: f64,
    },
    EntryShares {
        sum: f64,
    },

    // Of the two sides of the purchase.
    PhaseOrder,
    PurchaseOnlyBefore,
    RoleOnlyAfter {
        role: Role,
    },
    OnlyBefore {
        quantity: Quantity,
    },
    OnlyAfter {
        quantity: Quantity,
    },
    WorthOnlyOffer,
    EntryAfterPurchase {
        id: String,
    },
    ReadinessAfterPurchase {
        id: String,
    },
    /// Somebody is ready for a phase where nothing happens.
    ReadinessEmptyPhase {
        id: String,
    },
    DeskBeforePurchase {
        id: String,
    },
    DeskIsReckoning {
        id: String,
    },

    // Of handovers.
    HandoverAcross {
        from: String,
        to: String,
    },
    HandoverBack {
        from: String,
        to: String,
    },
    HandoverAfterBuying {
        from: String,
        to: String,
    },
    HandoverIntoReckoning {
        to: String,
    },

    // Of the ways through the journey.
    UnreachableBefore,
    UnreachableAfter,
    /// Some customers of the persona would go round here for ever.
    NoWayOut {
        persona: String,
    },

    // Of scenarios.
    LeverMissing {
        lever: Lever,
        link: String,
    },
    EffortTooLarge {
        effort: f64,
        most: f64,
    },
}

/// What a value in a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Nothing,
    YesNo,
    Number,
    Text,
    List,
    Object,
}

/// A list whose length is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    Phases,
    Channels,
    Owners,
    Touchpoints,
    Handovers,
    Personas,
    Entries,
    Improvements,
    Changes,
}

/// A number of a journey or a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    Strength,
    LowStrength,
    HighStrength,
    Gain,
    Pain,
    ComplaintRate,
    Exposure,
    HalvingCost,
    Days,
    Sensing,
    Frequency,
    Tenure,
    Worth,
    Share,
    Usefulness,
    Spread,
    PriceFeel,
    Elasticity,
    Patience,
    Tolerance,
    Memory,
    ChainFeel,
    Remorse,
    Leaning,
    Price,
    Disturbance,
    RivalPull,
    Arrivals,
    Echo,
    Horizon,
    WarmUp,
    Effort,
    Strain,
    Start,
}

impl From<Lever> for Quantity {
    fn from(lever: Lever) -> Self {
        match lever {
            Lever::Strength => Self::Strength,
            Lever::Gain => Self::Gain,
            Lever::Pain => Self::Pain,
            Lever::Sensing => Self::Sensing,
            Lever::Frequency => Self::Frequency,
            Lever::Days => Self::Days,
            Lever::Share => Self::Share,
        }
    }
}
