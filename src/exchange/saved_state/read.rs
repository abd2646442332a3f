//! A state out of the text that was kept, as far as it can be read.

use super::mend::mended;
use super::{
    AGENDA, FILE, Lost, MIGRATIONS, NAMED, OWN, READY, SCENE, SIGNING, STATE, STEP, STRUCTURE, SavedAgenda, SavedDraft,
    SavedJourney, SavedScene, SavedState, SavedStep, Unread,
};
use crate::exchange::journey_file;
use crate::exchange::problems::of_shape;
use crate::exchange::reading::Reading;
use crate::exchange::scenario_file::{self, SCENARIO};
use crate::exchange::shape::{IfAbsent, PartShape};
use crate::exchange::tree::Tree;
use crate::exchange::version::{current, migrated};
use crate::model::{LinkId, NamedScenario, Scenario, Signing};

/// The state in a text from the device's store, of any version up to this one, and what of it could not be read.
///
/// # Errors
/// Why nothing of the text can be read.
pub fn read_saved_state(text: &str) -> Result<(SavedState, Lost), Unread> {
    let (tree, is_whole) = mended(text).ok_or(Unread::Damaged)?;
    let newer = |found| if found > f64::from(current(MIGRATIONS)) { Unread::Newer } else { Unread::Damaged };
    // A file of one meeting has it within.
    let tree = tree.get("work").cloned().unwrap_or(tree);
    let tree = migrated(tree, MIGRATIONS).map_err(newer)?;
    let mut lost = Lost::default();
    // Fields that this version does not know are left alone.
    let mut fields = Apart { tree: &tree, lost: &mut lost };
    let state = SavedState {
        revision: fields.sound("revision").map_or(0, |part| part.whole("revision") as u64),
        journeys: tree.get("journeys").map(|list| list.entries().iter().map(journey).collect()).unwrap_or_default(),
        selected: fields.sound("selected").map_or("", |part| part.word("selected")).into(),
        persona: fields.sound("persona").and_then(|part| part.word_or_none("persona")).map(Into::into),
        lanes: fields.sound("lanes").map(|part| part.list("lanes", word)).unwrap_or_default(),
        dashboards: fields.sound("dashboards").is_some_and(|part| part.yes("dashboards")),
        customers: fields.sound("customers").map(|part| part.whole("customers") as u64),
        language: fields.sound("language").and_then(|part| part.word_or_none("language")).map(str::to_owned),
        theme: fields.sound("theme").map(|part| part.word("theme").to_owned()),
        place: fields.sound("place").and_then(|part| part.word_or_none("place")).map(str::to_owned),
        agenda: fields
            .sound("agenda")
            .filter(|part| *part.value("agenda") != Tree::Null)
            .map(|p| agenda(p.value("agenda"))),
        now: tree.get("now").and_then(|step| now(step, &mut lost)),
        past: steps(&tree, "past", &mut lost),
        future: steps(&tree, "future", &mut lost),
        named: tree
            .get("named")
            .map(|lists| lists.entries().iter().map(|l| named(l, &mut lost)).collect())
            .unwrap_or_default(),
        scenes: tree
            .get("scenes")
            .map(|all| all.entries().iter().map(|tree| scene(tree, &mut lost)).collect())
            .unwrap_or_default(),
    };
    if !is_whole {
        // What came after the damage is missing, and nobody knows how much that was.
        lost.steps = lost.steps.max(1);
    }
    Ok((state, lost))
}

/// The fields of a state, each looked at by itself.
struct Apart<'a> {
    tree: &'a Tree,
    lost: &'a mut Lost,
}

impl<'a> Apart<'a> {
    /// The state, where this field of it is of its shape; else the field is lost. One that may be absent can be.
    fn sound(&mut self, name: &str) -> Option<Reading<'a>> {
        let field = STATE.field(name)?;
        let alone = self.tree.get(name).map(|value| vec![(name.to_owned(), value.clone())]);
        if alone.is_none() && !matches!(field.if_absent, IfAbsent::Missed) {
            return None;
        }
        let shape = PartShape { name: "", fields: std::slice::from_ref(field) };
        if is_of(&Tree::Object(alone.unwrap_or_default()), &shape) {
            return Some(Reading::new(self.tree, &STATE));
        }
        self.lost.settings += 1;
        None
    }
}

fn is_of(tree: &Tree, shape: &PartShape) -> bool {
    of_shape(tree, shape).unreadable.is_empty()
}

fn journey(tree: &Tree) -> Option<SavedJourney> {
    if let Some(id) = tree.get(READY).and_then(Tree::as_text) {
        return Some(SavedJourney::Ready(id.to_owned()));
    }
    if let Some(own) = tree.get(OWN) {
        let journey = Box::new(journey_file::read(own.get("journey")?.clone()).ok()?);
        let whole = match own.get("whole") {
            Some(whole) => Some(Box::new(journey_file::read(whole.clone()).ok()?)),
            None => None,
        };
        let holds = own.get("holds") != Some(&Tree::YesNo(false));
        return Some(SavedJourney::Own { journey, draft: whole.map(|journey| SavedDraft { journey, holds }) });
    }
    let file = tree.get(FILE)?;
    let name = file.get("name").and_then(Tree::as_text)?;
    // It has a version of its own.
    let journey = journey_file::read(file.get("journey")?.clone()).ok()?;
    Some(SavedJourney::File { name: name.to_owned(), journey: Box::new(journey) })
}

/// What is worked on. Its journey can be looked at without the changes to it.
fn now(tree: &Tree, lost: &mut Lost) -> Option<SavedStep> {
    let part = Reading::new(tree, &STEP);
    let journey = part.whole_or_none("journey")? as usize;
    let scenario = part.value("scenario");
    let scenario = is_of(scenario, &SCENARIO).then(|| scenario_file::scenario(scenario));
    let seed = part.whole_or_none("seed").map(|seed| seed as u64);
    lost.changes += usize::from(scenario.is_none()) + usize::from(seed.is_none());
    let (scenario, seed) = (scenario.unwrap_or_else(Scenario::default), seed.unwrap_or(1));
    Some(SavedStep { journey, scenario, seed, ..of_library(&part) })
}

/// What a step says of the library, and nothing else of it.
fn of_library(part: &Reading) -> SavedStep {
    SavedStep {
        journey: 0,
        as_is: part.whole_or_none("as_is").map(|as_is| as_is as usize),
        scenario: Scenario::default(),
        seed: 1,
        named: part.whole_or_none("named").map(|named| named as usize),
        taken: part.word_or_none("taken").map(str::to_owned),
        record: part.word_or_none("record").map(str::to_owned),
        // One that is no number points to none.
        scenes: part.list("scenes", |at| at.as_whole().and_then(|at| usize::try_from(at).ok()).unwrap_or(usize::MAX)),
    }
}

/// A scene, where it is of its shape.
fn scene(tree: &Tree, lost: &mut Lost) -> Option<SavedScene> {
    if !is_of(tree, &SCENE) {
        lost.changes += 1;
        return None;
    }
    let part = Reading::new(tree, &SCENE);
    Some(SavedScene {
        id: part.word("id").to_owned(),
        caption: part.word("caption").to_owned(),
        note: part.word_or_none("note").unwrap_or_default().to_owned(),
        shows: part.word("shows").to_owned(),
        focus: part.word_or_none("focus").map(Into::into),
        seconds: part.whole_or_none("seconds").and_then(|seconds| u16::try_from(seconds).ok()),
        journey: part.whole("journey") as usize,
        scenario: scenario_file::scenario(part.value("scenario")),
        seed: part.whole("seed") as u64,
    })
}

/// Those named scenarios of a list that are of their shape.
fn named(list: &Tree, lost: &mut Lost) -> Vec<NamedScenario> {
    let (sound, damaged): (Vec<&Tree>, Vec<&Tree>) = list.entries().iter().partition(|tree| is_of(tree, &NAMED));
    lost.changes += damaged.len();
    sound
        .into_iter()
        .map(|tree| {
            let part = Reading::new(tree, &NAMED);
            // A journey has a version of its own, and is looked at by itself.
            let structure = tree.get(STRUCTURE).map(|journey| journey_file::read(journey.clone()).ok().map(Box::new));
            lost.changes += usize::from(structure == Some(None));
            NamedScenario {
                structure: structure.flatten(),
                id: part.word("id").to_owned(),
                name: part.word("name").to_owned(),
                parent: part.word_or_none("parent").map(str::to_owned),
                scenario: scenario_file::scenario(part.value("scenario")),
            }
        })
        .collect()
}

/// Those steps of a list that are of their shape.
fn steps(tree: &Tree, name: &str, lost: &mut Lost) -> Vec<SavedStep> {
    let all = tree.get(name).map(Tree::entries).unwrap_or_default();
    let sound: Vec<SavedStep> = all.iter().filter(|tree| is_of(tree, &STEP)).map(step).collect();
    lost.steps += all.len() - sound.len();
    sound
}

fn step(tree: &Tree) -> SavedStep {
    let part = Reading::new(tree, &STEP);
    SavedStep {
        journey: part.whole("journey") as usize,
        scenario: scenario_file::scenario(part.value("scenario")),
        seed: part.whole("seed") as u64,
        ..of_library(&part)
    }
}

fn agenda(tree: &Tree) -> SavedAgenda {
    let part = Reading::new(tree, &AGENDA);
    SavedAgenda {
        goal: part.word_or_none("goal").map(str::to_owned),
        units: part.whole_or_none("units").map(|units| units as u32),
        unit_cost: part.number_or_none("unit_cost"),
        target: part.number_or_none("target"),
        bets: part.list("bets", bet),
        elsewhere: part.map("elsewhere", |id| Some(id.to_owned()), |bets| bets.entries().iter().map(bet).collect()),
        signing: signing(part.value("signing")),
        signed: part.map("signed", |id| Some(id.to_owned()), signing),
        is_covered: part.yes("is_covered"),
        is_told: part.yes("is_told"),
    }
}

fn signing(tree: &Tree) -> Signing {
    let part = Reading::new(tree, &SIGNING);
    let text = |name: &str| part.word_or_none(name).unwrap_or_default().to_owned();
    Signing { question: text("question"), owner: text("owner"), check_on: text("check_on"), books: text("books") }
}

fn bet(tree: &Tree) -> LinkId {
    tree.as_text().unwrap_or_default().into()
}

fn word(tree: &Tree) -> String {
    tree.as_text().unwrap_or_default().to_owned()
}
