//! What is wrong with an input: where, what, and what can be done. Said in words from `locales/`.

use super::{Field, Location, Role};
use serde::{Deserialize, Serialize};

/// One problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    pub place: Location,
    pub what: Code,
}

/// What is wrong. Each code has a sentence for what happened and one for the fix, in every language, under
/// `problems` in `locales/`; `{{ … }}` there are the fields here. Numbers are finite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    // Of the file as text.
    /// The file is longer than what is read [MB].
    FileTooLarge {
        size: f64,
        most: f64,
    },
    /// The machine could not read the file.
    FileUnavailable,
    /// More than one file was given where one is opened.
    SeveralFiles {
        found: usize,
    },
    EmptyFile,
    /// The file is of another kind.
    OtherFormat {
        format: FileFormat,
    },
    /// The bytes are no text in any way of writing that is known.
    NotText,
    /// The text is not JSON from here on, for a reason that is known.
    Slip {
        line: usize,
        column: usize,
        /// What stands there.
        found: String,
        slip: Slip,
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
        /// What could stand here, as it is written; empty where no short example is of use.
        example: String,
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
        list: Field,
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
        first: Location,
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
    UnknownPersona {
        id: String,
    },

    // Of numbers.
    NotFinite {
        quantity: Field,
    },
    OutOfRange {
        quantity: Field,
        value: f64,
        least: f64,
        most: f64,
    },
    NotPositive {
        quantity: Field,
        value: f64,
        most: f64,
    },
    /// It counts something, and is no whole number.
    NotWhole {
        quantity: Field,
        value: f64,
    },
    /// Low, likely and high are out of order.
    RangeOrder {
        quantity: Field,
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
        quantity: Field,
    },
    OnlyAfter {
        quantity: Field,
    },
    WorthOnlyOffer,
    /// A range stands on a figure that is never varied, or that says its range itself.
    RangeUnused {
        quantity: Field,
    },
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
        lever: Field,
        link: String,
    },
    EffortTooLarge {
        effort: f64,
        most: f64,
    },
}

/// What people write in JSON that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slip {
    /// `NaN`, `Infinity`
    NotANumber,
    /// `0,42`
    DecimalComma,
    /// `.42` or `5.`
    BarePoint,
    /// `+5`
    LeadingPlus,
    /// `0x1F`
    HexNumber,
    /// `1e999`
    HugeNumber,
    /// A comma before a closing bracket.
    TrailingComma,
    MissingComma,
    /// A quotation mark as word processors set it.
    CurlyQuote,
    /// `'text'`
    SingleQuote,
    /// A name or a word without quotation marks.
    BareWord,
    /// `// note`
    Comment,
    /// A line break or a tab within a text.
    LineBreak,
    /// A backslash that begins nothing.
    BadEscape,
    /// One half of a letter that is written as two (`\ud83d`).
    HalfLetter,
    /// More brackets within brackets than any journey has.
    TooDeep,
    /// The file ends in the middle.
    CutOff,
    /// Something more after the end.
    SecondPart,
}

/// Kinds of files that are taken for a journey file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileFormat {
    Word,
    Excel,
    OldOffice,
    Zip,
    Pdf,
    WebPage,
    Xml,
    RichText,
    Picture,
    Table,
    Script,
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
