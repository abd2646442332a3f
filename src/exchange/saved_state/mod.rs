//! What is kept on the device between two visits, as versioned JSON. Plain data: the state of the page is made of it, and
//! it of that state, in `app`. Words stand for choices that only the page knows.

mod mend;
mod read;
mod write;

pub use read::read_saved_state;
pub use write::saved_state_json;

use super::scenario_file::SCENARIO;
use super::shape::{IfAbsent, PartShape, ValueShape, Whole, field};
use super::version::Migration;
use crate::model::{Journey, LinkId, NamedScenario, PersonaId, Scenario, Signing};
use std::collections::BTreeMap;

/// What rewrites the state of each version as the next one writes it. Version 1 knew no journeys that were built on the
/// page, version 2 no named scenarios and no library, version 3 neither scenarios with another structure nor scenes; what they
/// wrote is read as it stands. They must not write over what has them, which the number tells them.
const MIGRATIONS: &[Migration] = &[|state| state, |state| state, |state| state];

/// The state of the page as it is kept, or as far as it could be read: what could not is `None` or left out.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedState {
    /// How often the kept state has been written, by every page of the site; 0 from before this was counted.
    pub revision: u64,
    /// Every journey that the steps below point to.
    pub journeys: Vec<Option<SavedJourney>>,
    pub now: Option<SavedStep>,
    /// Oldest first.
    pub past: Vec<SavedStep>,
    /// Nearest last.
    pub future: Vec<SavedStep>,
    /// Every list of named scenarios that the steps point to.
    pub named: Vec<Vec<NamedScenario>>,
    /// Every scene that the steps point to.
    pub scenes: Vec<Option<SavedScene>>,
    pub selected: LinkId,
    pub persona: Option<PersonaId>,
    /// The words of the lanes that are shown.
    pub lanes: Vec<String>,
    pub dashboards: bool,
    /// Arrivals to refine up to [customers].
    pub customers: Option<u64>,
    /// `None` as long as the browser's holds.
    pub language: Option<String>,
    pub theme: Option<String>,
    /// `None` from a time when there was one place.
    pub place: Option<String>,
    /// `None` from a time when nothing could be prioritised.
    pub agenda: Option<SavedAgenda>,
}

/// A journey that is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum SavedJourney {
    /// A ready journey, by its id.
    Ready(String),
    /// One that was opened from a file of this name, not yet checked.
    File { name: String, journey: Box<Journey> },
    /// One that was built on the page, as far as it holds, not yet checked; and all of it, where there is more.
    Own { journey: Box<Journey>, draft: Option<SavedDraft> },
}

/// All of a journey of which not all holds.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedDraft {
    pub journey: Box<Journey>,
    /// False where nothing of it can be simulated.
    pub holds: bool,
}

/// One step of undo, or what is worked on now.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedStep {
    /// The place of its journey in [`SavedState::journeys`].
    pub journey: usize,
    /// The place of the journey as it is, where the step is about a scenario with another structure.
    pub as_is: Option<usize>,
    pub scenario: Scenario,
    pub seed: u64,
    /// The place of its named scenarios in [`SavedState::named`]; `None` where there are none.
    pub named: Option<usize>,
    /// The named scenario that its scenario began as, by its id.
    pub taken: Option<String>,
    /// The record of the library that keeps it, by its id.
    pub record: Option<String>,
    /// The places of its scenes in [`SavedState::scenes`], in their order.
    pub scenes: Vec<usize>,
}

/// What a room is shown at one point of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedScene {
    pub id: String,
    /// The line over it.
    pub caption: String,
    /// What only whoever leads sees.
    pub note: String,
    /// The word for what of the work it shows.
    pub shows: String,
    /// The link that it is about.
    pub focus: Option<LinkId>,
    /// How long the room may think [s].
    pub seconds: Option<u16>,
    /// The place of its journey in [`SavedState::journeys`].
    pub journey: usize,
    pub scenario: Scenario,
    pub seed: u64,
}

/// What was agreed on before the ranking was looked at. `None` where the page's own default holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SavedAgenda {
    pub goal: Option<String>,
    /// Units to spend [effort].
    pub units: Option<u32>,
    /// What one unit costs [money, over 0].
    pub unit_cost: Option<f64>,
    /// Where the outcome should stand [its own unit].
    pub target: Option<f64>,
    pub bets: Vec<LinkId>,
    /// Bets in other journeys, by the journey's id.
    pub elsewhere: BTreeMap<String, Vec<LinkId>>,
    pub signing: Signing,
    /// What was said of decisions in other journeys, by the journey's id.
    pub signed: BTreeMap<String, Signing>,
    pub is_covered: bool,
    /// Whether the binding link of the journey that is worked on has been shown.
    pub is_told: bool,
}

/// How much of a kept state could not be read. Each part is read apart, so that one costs no other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    pub journeys: usize,
    /// Changes to the journey that is worked on.
    pub changes: usize,
    /// Steps back and forth.
    pub steps: usize,
    /// Choices of the page: its language, its colours, what is shown.
    pub settings: usize,
}

impl Lost {
    /// True if everything could be read.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// Why nothing of a kept text could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is none that this version or an earlier one saved.
    Damaged,
    /// A later version saved it.
    Newer,
}

const fn counted(format: &'static str, most: i128) -> Whole {
    Whole { format, holds: (0, most), asked: (0, 0), stand_in: 0 }
}

const U32: Whole = counted("uint32", u32::MAX as i128);
const U64: Whole = counted("uint64", u64::MAX as i128);

/// The fields that say something by themselves; journeys and steps are looked at one by one.
static STATE: PartShape = PartShape {
    name: "SavedState",
    fields: &[
        field("version", ValueShape::Whole(U32)),
        field("revision", ValueShape::Whole(U64)).or(IfAbsent::Unset),
        field("selected", ValueShape::Word("")),
        field("persona", ValueShape::Word("")).or(IfAbsent::Unset),
        field("lanes", ValueShape::List(&ValueShape::Word(""))).or(IfAbsent::Empty),
        field("dashboards", ValueShape::YesNo).or(IfAbsent::No),
        field("customers", ValueShape::Whole(U64)),
        field("language", ValueShape::Word("")).or(IfAbsent::Unset),
        field("theme", ValueShape::Word("")),
        field("place", ValueShape::Word("")).or(IfAbsent::Unset),
        field("agenda", ValueShape::Part(&AGENDA)).or(IfAbsent::Unset),
    ],
};

static STEP: PartShape = PartShape {
    name: "SavedStep",
    fields: &[
        field("journey", ValueShape::Whole(U32)),
        field("as_is", ValueShape::Whole(U32)).or(IfAbsent::Unset),
        field("scenario", ValueShape::Part(&SCENARIO)),
        field("seed", ValueShape::Whole(U64)),
        field("named", ValueShape::Whole(U32)).or(IfAbsent::Unset),
        field("taken", ValueShape::Word("")).or(IfAbsent::Unset),
        field("record", ValueShape::Word("")).or(IfAbsent::Unset),
        field("scenes", ValueShape::List(&ValueShape::Whole(U32))).or(IfAbsent::Empty),
    ],
};

static SCENE: PartShape = PartShape {
    name: "Scene",
    fields: &[
        field("id", ValueShape::Word("")),
        field("caption", ValueShape::Word("")),
        field("note", ValueShape::Word("")).or(IfAbsent::Unset),
        field("shows", ValueShape::Word("")),
        field("focus", ValueShape::Word("")).or(IfAbsent::Unset),
        field("seconds", ValueShape::Whole(U32)).or(IfAbsent::Unset),
        field("journey", ValueShape::Whole(U32)),
        field("scenario", ValueShape::Part(&SCENARIO)),
        field("seed", ValueShape::Whole(U64)),
    ],
};

static NAMED: PartShape = PartShape {
    name: "NamedScenario",
    fields: &[
        field("id", ValueShape::Word("")),
        field("name", ValueShape::Word("")),
        field("parent", ValueShape::Word("")).or(IfAbsent::Unset),
        field("scenario", ValueShape::Part(&SCENARIO)),
    ],
};

static AGENDA: PartShape = PartShape {
    name: "SavedAgenda",
    fields: &[
        field("goal", ValueShape::Word("")).or(IfAbsent::Unset),
        field("units", ValueShape::Whole(U32)).or(IfAbsent::Unset),
        field("unit_cost", ValueShape::Number).or(IfAbsent::Unset),
        field("target", ValueShape::Number).or(IfAbsent::Unset),
        field("bets", BETS).or(IfAbsent::Empty),
        field("elsewhere", ValueShape::Map(None, &BETS)).or(IfAbsent::Empty),
        field("signing", ValueShape::Part(&SIGNING)).or(IfAbsent::Unset),
        field("signed", ValueShape::Map(None, &ValueShape::Part(&SIGNING))).or(IfAbsent::Empty),
        field("is_covered", ValueShape::YesNo).or(IfAbsent::No),
        field("is_told", ValueShape::YesNo).or(IfAbsent::No),
    ],
};

static SIGNING: PartShape = PartShape {
    name: "SavedSigning",
    fields: &[
        field("question", ValueShape::Word("")).or(IfAbsent::Unset),
        field("owner", ValueShape::Word("")).or(IfAbsent::Unset),
        field("check_on", ValueShape::Word("")).or(IfAbsent::Unset),
        field("books", ValueShape::Word("")).or(IfAbsent::Unset),
    ],
};

/// The fields that tell where a kept journey comes from.
const READY: &str = "ready";
const FILE: &str = "file";
const OWN: &str = "own";

/// The field of a named scenario that holds the journey as it would be.
const STRUCTURE: &str = "structure";

const BETS: ValueShape = ValueShape::List(&ValueShape::Word(""));
