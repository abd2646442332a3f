//! Why a file says nothing, or not without an answer from whoever knows it.

use serde::{Deserialize, Serialize};

/// What stands before the decimals of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecimalSign {
    Comma,
    Point,
}

/// A column that is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WantedColumn {
    Step,
    Count,
    Case,
    Time,
    Period,
}

/// Why nothing could be made of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DataFault {
    Empty,
    /// Longer than what is read [MB].
    TooLarge {
        most: u64,
    },
    /// It has more cells than are read at once [count].
    TooManyCells {
        most: u64,
    },
    /// The bytes are neither a text nor a workbook that can be read.
    NotATable,
    /// It says that it is packed or a workbook, and is damaged.
    Damaged,
    /// It grows beyond measure when it is unpacked [MB].
    Bomb {
        most: u64,
    },
    /// No column is known for what is needed; those that there are.
    NoColumn {
        wanted: WantedColumn,
        columns: Vec<String>,
    },
    /// A column was asked for that is not there; those that there are.
    UnknownColumn {
        name: String,
        columns: Vec<String>,
    },
    /// A step was named that never occurs.
    UnknownStep {
        name: String,
    },
    /// Nobody has said which step is the purchase, and no name says so.
    NoPurchase {
        steps: Vec<String>,
    },
    /// A step was named as the value check that stands before the purchase.
    NotAfterPurchase {
        name: String,
    },
    /// A phase was named that there is not; those that there are.
    UnknownPhase {
        name: String,
        phases: Vec<String>,
    },
    /// A phase was named that stands on the other side of the purchase than the step; those on its side.
    PhaseOfOtherSide {
        step: String,
        phases: Vec<String>,
    },
    /// A step was named as an offer that is no touchpoint after the purchase.
    NoOffer {
        name: String,
    },
    /// Is it so many thousands, or a few and a part?
    WhichDecimals {
        example: String,
    },
    /// Does the day or the month stand first?
    WhichDay {
        example: String,
    },
    /// All rows were left out.
    NothingLeft,
    /// More steps than a journey can have.
    TooManySteps {
        found: u64,
        most: u64,
    },
    /// A column that was said to name kinds of customer has more than are read.
    TooManyKinds {
        most: u64,
    },
    /// More events or cases than are read.
    TooManyEvents {
        most: u64,
    },
    /// It could not be read to its end.
    NotWhole,
    /// A file that begins as XES and is none.
    NoXes,
    /// A curve of fewer periods than can be fitted.
    TooFewPeriods {
        found: u64,
    },
}

/// Why a file has no text that could be looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoText {
    Empty,
    /// It is something else.
    None,
    /// It is larger than so much [MB].
    TooLarge {
        most: u64,
    },
    /// It is a workbook that cannot be read.
    Workbook(DataFault),
}
