//! What a link holds, as plain values, and as a tree.

use crate::exchange::journey_file::{self, JOURNEY};
use crate::exchange::problems::of_shape;
use crate::exchange::reading::Reading;
use crate::exchange::scenario_file::{self, SCENARIO};
use crate::exchange::shape::{IfAbsent, PartShape, ValueShape, Whole, field};
use crate::exchange::tree::{Fields, Tree};
use crate::model::{Journey, LinkId, Problem, Scenario, Signing};

use super::lean::{lean, whole};

/// What is shared by a link.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedWork {
    /// Version of the model that its maker saw figures of.
    pub model: u32,
    pub journey: SharedJourney,
    pub scenario: Scenario,
    pub seed: u64,
    /// The word of the place that it opens at; `None` for the first.
    pub place: Option<String>,
    /// What is open there: a link's id, or a panel's word.
    pub open: Option<String>,
    pub agenda: SharedAgenda,
}

/// The journey of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum SharedJourney {
    /// A ready journey by its id, and by what it is known again ([`super::journey_digest`]).
    Ready { id: String, digest: u32 },
    /// One of one's own, with everything.
    Own(Box<Journey>),
}

/// What a room agreed on. `None` where the page's own default holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedAgenda {
    /// The name of the outcome that counts.
    pub goal: Option<String>,
    /// Units to spend [effort].
    pub units: Option<u32>,
    /// What one unit costs [money, over 0].
    pub unit_cost: Option<f64>,
    pub bets: Vec<LinkId>,
    /// What whoever signs the decision says themselves.
    pub signing: Signing,
}

const fn counted(format: &'static str, most: i128) -> Whole {
    Whole { format, holds: (0, most), asked: (0, 0), stand_in: 0 }
}

const U32: Whole = counted("uint32", u32::MAX as i128);
const U64: Whole = counted("uint64", u64::MAX as i128);
/// The seed that most work has.
const USUAL_SEED: i64 = 1;

/// The fields beside the journey and the scenario.
static WORK: PartShape = PartShape {
    name: "SharedWork",
    fields: &[
        field("model", ValueShape::Whole(U32)),
        field("ready", ValueShape::Word("")).or(IfAbsent::Unset),
        field("digest", ValueShape::Whole(U32)).or(IfAbsent::Whole(0)),
        field("seed", ValueShape::Whole(U64)).or(IfAbsent::Whole(USUAL_SEED)),
        field("place", ValueShape::Word("")).or(IfAbsent::Unset),
        field("open", ValueShape::Word("")).or(IfAbsent::Unset),
        field("goal", ValueShape::Word("")).or(IfAbsent::Unset),
        field("units", ValueShape::Whole(U32)).or(IfAbsent::Unset),
        field("unit_cost", ValueShape::Number).or(IfAbsent::Unset),
        field("bets", ValueShape::List(&ValueShape::Word(""))).or(IfAbsent::Empty),
        field("question", ValueShape::Word("")).or(IfAbsent::Unset),
        field("owner", ValueShape::Word("")).or(IfAbsent::Unset),
        field("check_on", ValueShape::Word("")).or(IfAbsent::Unset),
    ],
};

const JOURNEY_FIELD: &str = "journey";
const SCENARIO_FIELD: &str = "scenario";

/// The tree of what is shared, without what goes without saying.
pub(super) fn tree_of(work: &SharedWork) -> Tree {
    let (ready, digest) = match &work.journey {
        SharedJourney::Ready { id, digest } => (Some(id.as_str()), u64::from(*digest)),
        SharedJourney::Own(_) => (None, 0),
    };
    let bets = Tree::List(work.agenda.bets.iter().map(|link| link.as_str().into()).collect());
    let fields = Fields::default()
        .put("model", u64::from(work.model))
        .put_some("ready", ready)
        .put("digest", digest)
        .put("seed", work.seed)
        .put_some("place", work.place.as_deref())
        .put_some("open", work.open.as_deref())
        .put_some("goal", work.agenda.goal.as_deref())
        .put_some("units", work.agenda.units.map(u64::from))
        .put_some("unit_cost", work.agenda.unit_cost)
        .put("bets", bets)
        .put_some("question", said(&work.agenda.signing.question))
        .put_some("owner", said(&work.agenda.signing.owner))
        .put_some("check_on", said(&work.agenda.signing.check_on));
    let Tree::Object(mut fields) = lean(&fields.into(), &WORK) else { return Tree::Null };
    if let SharedJourney::Own(journey) = &work.journey {
        fields.push((JOURNEY_FIELD.to_owned(), lean(&journey_file::written(journey), &JOURNEY)));
    }
    let scenario = lean(&scenario_file::written(&work.scenario), &SCENARIO);
    if !scenario.fields().is_empty() {
        fields.push((SCENARIO_FIELD.to_owned(), scenario));
    }
    Tree::Object(fields)
}

/// A text, where there is one.
fn said(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// What is shared, out of its tree. The journey is not yet checked, nor the scenario for it.
///
/// # Errors
/// What is wrong with its shape. Empty where it is no tree of this kind at all.
pub(super) fn work_of(tree: Tree) -> Result<SharedWork, Vec<Problem>> {
    let Tree::Object(fields) = tree else { return Err(Vec::new()) };
    let (mut journey, mut scenario, mut rest) = (None, None, Vec::new());
    for (name, value) in fields {
        match name.as_str() {
            JOURNEY_FIELD => journey = Some(value),
            SCENARIO_FIELD => scenario = Some(value),
            _ => rest.push((name, value)),
        }
    }
    let rest = Tree::Object(rest);
    sound(&rest, &WORK)?;
    let part = Reading::new(&rest, &WORK);
    let journey = match (journey, part.word_or_none("ready")) {
        (Some(tree), None) => SharedJourney::Own(Box::new(journey_file::read(whole(tree, &JOURNEY))?)),
        (None, Some(id)) => SharedJourney::Ready { id: id.to_owned(), digest: part.whole("digest") as u32 },
        _ => return Err(Vec::new()),
    };
    let scenario = match scenario {
        Some(tree) => {
            let tree = whole(tree, &SCENARIO);
            sound(&tree, &SCENARIO)?;
            scenario_file::scenario(&tree)
        }
        None => Scenario::default(),
    };
    let text = |name: &str| part.word_or_none(name).unwrap_or_default().to_owned();
    Ok(SharedWork {
        model: part.whole("model") as u32,
        journey,
        scenario,
        seed: part.whole("seed") as u64,
        place: part.word_or_none("place").map(str::to_owned),
        open: part.word_or_none("open").map(str::to_owned),
        agenda: SharedAgenda {
            goal: part.word_or_none("goal").map(str::to_owned),
            units: part.whole_or_none("units").map(|units| units as u32),
            unit_cost: part.number_or_none("unit_cost"),
            bets: part.list("bets", |bet| bet.as_text().unwrap_or_default().into()),
            signing: Signing {
                question: text("question"),
                owner: text("owner"),
                check_on: text("check_on"),
                ..Signing::default()
            },
        },
    })
}

/// Says whether a tree is of a shape.
fn sound(tree: &Tree, shape: &PartShape) -> Result<(), Vec<Problem>> {
    let found = of_shape(tree, shape);
    let mut problems = found.unreadable;
    problems.add_all(found.unknown);
    if problems.is_empty() { Ok(()) } else { Err(problems.told()) }
}
