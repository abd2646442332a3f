//! What is kept on the device between two visits, as versioned JSON. Plain data: the state of the page is made of it, and
//! it of that state, in `app`. Words stand for choices that only the page knows.

use super::journey_file;
use super::problems::of_shape;
use super::reading::Reading;
use super::scenario_file::{self, SCENARIO};
use super::shape::{IfAbsent, PartShape, Shape, Whole, field};
use super::tree::{Fields, Tree};
use super::version::{Migration, current, migrated};
use crate::model::{Journey, LinkId, PersonaId, Scenario};
use std::collections::BTreeMap;

/// What rewrites the state of each version as the next one writes it: there is but one version.
const MIGRATIONS: &[Migration] = &[];

/// The state of the page as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedState {
    /// Every journey that the steps below point to.
    pub journeys: Vec<SavedJourney>,
    pub now: SavedStep,
    /// Oldest first.
    pub past: Vec<SavedStep>,
    /// Nearest last.
    pub future: Vec<SavedStep>,
    pub selected: LinkId,
    pub persona: Option<PersonaId>,
    /// The words of the lanes that are shown.
    pub lanes: Vec<String>,
    pub dashboards: bool,
    /// Arrivals to refine up to [customers].
    pub customers: u64,
    /// `None` as long as the browser's holds.
    pub language: Option<String>,
    pub theme: String,
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
}

/// One step of undo, or what is worked on now.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedStep {
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
    pub bets: Vec<LinkId>,
    /// Bets in other journeys, by the journey's id.
    pub elsewhere: BTreeMap<String, Vec<LinkId>>,
    pub is_covered: bool,
}

/// The kept text could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage;

const fn counted(format: &'static str, most: i128) -> Whole {
    Whole { format, holds: (0, most), asked: (0, 0), stand_in: 0 }
}

const U32: Whole = counted("uint32", u32::MAX as i128);
const U64: Whole = counted("uint64", u64::MAX as i128);

static STATE: PartShape = PartShape {
    name: "SavedState",
    fields: &[
        field("version", Shape::Whole(U32)),
        field("journeys", Shape::List(&Shape::Any)),
        field("now", Shape::Part(&STEP)),
        field("past", Shape::List(&Shape::Part(&STEP))),
        field("future", Shape::List(&Shape::Part(&STEP))),
        field("selected", Shape::Word("")),
        field("persona", Shape::Word("")).or(IfAbsent::Unset),
        field("lanes", Shape::List(&Shape::Word(""))).or(IfAbsent::Empty),
        field("dashboards", Shape::YesNo).or(IfAbsent::No),
        field("customers", Shape::Whole(U64)),
        field("language", Shape::Word("")).or(IfAbsent::Unset),
        field("theme", Shape::Word("")),
        field("place", Shape::Word("")).or(IfAbsent::Unset),
        field("agenda", Shape::Part(&AGENDA)).or(IfAbsent::Unset),
    ],
};

static STEP: PartShape = PartShape {
    name: "SavedStep",
    fields: &[
        field("journey", Shape::Whole(U32)),
        field("scenario", Shape::Part(&SCENARIO)),
        field("seed", Shape::Whole(U64)),
    ],
};

static AGENDA: PartShape = PartShape {
    name: "SavedAgenda",
    fields: &[
        field("goal", Shape::Word("")).or(IfAbsent::Unset),
        field("units", Shape::Whole(U32)).or(IfAbsent::Unset),
        field("unit_cost", Shape::Number).or(IfAbsent::Unset),
        field("bets", BETS).or(IfAbsent::Empty),
        field("elsewhere", Shape::Map(None, &BETS)).or(IfAbsent::Empty),
        field("is_covered", Shape::YesNo).or(IfAbsent::No),
    ],
};

/// The fields that tell where a kept journey comes from.
const READY: &str = "ready";
const FILE: &str = "file";

const BETS: Shape = Shape::List(&Shape::Word(""));

/// The text of a state for the device's store.
pub fn saved_state_json(state: &SavedState) -> String {
    let tree: Tree = Fields::default()
        .put("version", u64::from(current(MIGRATIONS)))
        .put_list("journeys", &state.journeys, written_journey)
        .put("now", written_step(&state.now))
        .put_list("past", &state.past, written_step)
        .put_list("future", &state.future, written_step)
        .put("selected", state.selected.as_str())
        .put("persona", optional(state.persona.as_ref().map(|id| id.as_str())))
        .put_list("lanes", &state.lanes, |lane| lane.as_str().into())
        .put("dashboards", Tree::YesNo(state.dashboards))
        .put("customers", state.customers)
        .put("language", optional(state.language.as_deref()))
        .put("theme", state.theme.as_str())
        .put_some("place", state.place.as_deref())
        .put_some("agenda", state.agenda.as_ref().map(written_agenda))
        .into();
    tree.to_json()
}

/// The state in a text from the device's store, of any version.
///
/// # Errors
/// That the text is damaged: it is none that this version or an earlier one saved.
pub fn read_saved_state(text: &str) -> Result<SavedState, Damage> {
    let tree = serde_json::from_str(text).map_err(|_| Damage)?;
    let tree = migrated(tree, MIGRATIONS).map_err(|_| Damage)?;
    // Fields that this version does not know are left alone.
    if !of_shape(&tree, &STATE).unreadable.is_empty() {
        return Err(Damage);
    }
    let part = Reading::new(&tree, &STATE);
    let word = |name| part.word_or_none(name).map(str::to_owned);
    Ok(SavedState {
        journeys: part.list("journeys", journey).into_iter().collect::<Result<_, _>>()?,
        now: step(part.value("now")),
        past: part.list("past", step),
        future: part.list("future", step),
        selected: part.word("selected").into(),
        persona: part.word_or_none("persona").map(Into::into),
        lanes: part.list("lanes", |lane| lane.as_text().unwrap_or_default().to_owned()),
        dashboards: part.yes("dashboards"),
        customers: part.whole("customers") as u64,
        language: word("language"),
        theme: part.word("theme").to_owned(),
        place: word("place"),
        agenda: tree.get("agenda").filter(|agenda| **agenda != Tree::Null).map(agenda),
    })
}

fn journey(tree: &Tree) -> Result<SavedJourney, Damage> {
    if let Some(id) = tree.get(READY).and_then(Tree::as_text) {
        return Ok(SavedJourney::Ready(id.to_owned()));
    }
    let file = tree.get(FILE).ok_or(Damage)?;
    let name = file.get("name").and_then(Tree::as_text).ok_or(Damage)?;
    // It has a version of its own.
    let journey = journey_file::read(file.get("journey").ok_or(Damage)?.clone()).map_err(|_| Damage)?;
    Ok(SavedJourney::File { name: name.to_owned(), journey: Box::new(journey) })
}

fn written_journey(journey: &SavedJourney) -> Tree {
    match journey {
        SavedJourney::Ready(id) => Fields::default().put(READY, id.as_str()),
        SavedJourney::File { name, journey } => {
            let file = Fields::default().put("name", name.as_str()).put("journey", journey_file::written(journey));
            Fields::default().put(FILE, file)
        }
    }
    .into()
}

fn step(tree: &Tree) -> SavedStep {
    let part = Reading::new(tree, &STEP);
    SavedStep {
        journey: part.whole("journey") as usize,
        scenario: scenario_file::scenario(part.value("scenario")),
        seed: part.whole("seed") as u64,
    }
}

fn written_step(step: &SavedStep) -> Tree {
    Fields::default()
        .put("journey", step.journey as u64)
        .put("scenario", scenario_file::written(&step.scenario))
        .put("seed", step.seed)
        .into()
}

fn agenda(tree: &Tree) -> SavedAgenda {
    let part = Reading::new(tree, &AGENDA);
    SavedAgenda {
        goal: part.word_or_none("goal").map(str::to_owned),
        units: part.whole_or_none("units").map(|units| units as u32),
        unit_cost: part.number_or_none("unit_cost"),
        bets: part.list("bets", bet),
        elsewhere: part.map("elsewhere", |id| Some(id.to_owned()), |bets| bets.entries().iter().map(bet).collect()),
        is_covered: part.yes("is_covered"),
    }
}

fn bet(tree: &Tree) -> LinkId {
    tree.as_text().unwrap_or_default().into()
}

fn written_agenda(agenda: &SavedAgenda) -> Tree {
    let elsewhere = agenda.elsewhere.iter().map(|(id, bets)| (id.clone(), written_bets(bets)));
    Fields::default()
        .put_some("goal", agenda.goal.as_deref())
        .put_some("units", agenda.units.map(u64::from))
        .put("unit_cost", agenda.unit_cost.map_or(Tree::Null, Tree::from))
        .put("bets", written_bets(&agenda.bets))
        .put("elsewhere", Tree::Object(elsewhere.collect()))
        .put("is_covered", Tree::YesNo(agenda.is_covered))
        .into()
}

fn written_bets(bets: &[LinkId]) -> Tree {
    Tree::List(bets.iter().map(|link| link.as_str().into()).collect())
}

/// A text, or null where there is none.
fn optional(text: Option<&str>) -> Tree {
    text.map_or(Tree::Null, Tree::from)
}
