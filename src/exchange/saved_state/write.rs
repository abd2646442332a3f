//! A state as the text that is kept.

use super::{FILE, MIGRATIONS, OWN, READY, STRUCTURE, SavedAgenda, SavedJourney, SavedScene, SavedState, SavedStep};
use crate::exchange::journey_file;
use crate::exchange::scenario_file;
use crate::exchange::tree::{Fields, Tree};
use crate::exchange::version::current;
use crate::model::{LinkId, NamedScenario, Signing};

/// The text of a state for the device's store.
pub fn saved_state_json(state: &SavedState) -> String {
    let fields = Fields::default()
        .put("version", u64::from(current(MIGRATIONS)))
        .put_some("revision", (state.revision > 0).then_some(state.revision))
        .put_list("journeys", &state.journeys, |journey| journey.as_ref().map_or(Tree::Null, written_journey))
        .put_some("now", state.now.as_ref().map(written_step))
        .put_list("past", &state.past, written_step)
        .put_list("future", &state.future, written_step);
    // Left out where there are none, as before there could be any.
    let fields = if state.named.is_empty() {
        fields
    } else {
        fields.put_list("named", &state.named, |list| Tree::List(list.iter().map(written_named).collect()))
    };
    let fields = if state.scenes.is_empty() {
        fields
    } else {
        fields.put_list("scenes", &state.scenes, |scene| scene.as_ref().map_or(Tree::Null, written_scene))
    };
    let tree: Tree = fields
        .put("selected", state.selected.as_str())
        .put("persona", optional(state.persona.as_ref().map(|id| id.as_str())))
        .put_list("lanes", &state.lanes, |lane| lane.as_str().into())
        .put("dashboards", Tree::YesNo(state.dashboards))
        .put_some("customers", state.customers)
        .put("language", optional(state.language.as_deref()))
        .put_some("theme", state.theme.as_deref())
        .put_some("place", state.place.as_deref())
        .put_some("agenda", state.agenda.as_ref().map(written_agenda))
        .into();
    tree.to_json()
}

fn written_journey(journey: &SavedJourney) -> Tree {
    match journey {
        SavedJourney::Ready(id) => Fields::default().put(READY, id.as_str()),
        SavedJourney::File { name, journey } => {
            let file = Fields::default().put("name", name.as_str()).put("journey", journey_file::written(journey));
            Fields::default().put(FILE, file)
        }
        SavedJourney::Own { journey, draft } => {
            let own = Fields::default()
                .put("journey", journey_file::written(journey))
                .put_some("whole", draft.as_ref().map(|draft| journey_file::written(&draft.journey)))
                .put_some("holds", draft.as_ref().map(|draft| Tree::YesNo(draft.holds)));
            Fields::default().put(OWN, own)
        }
    }
    .into()
}

fn written_step(step: &SavedStep) -> Tree {
    let scenes = || Tree::List(step.scenes.iter().map(|at| Tree::from(*at as u64)).collect());
    Fields::default()
        .put("journey", step.journey as u64)
        .put_some("as_is", step.as_is.map(|as_is| as_is as u64))
        .put("scenario", scenario_file::written(&step.scenario))
        .put("seed", step.seed)
        .put_some("named", step.named.map(|named| named as u64))
        .put_some("taken", step.taken.as_deref())
        .put_some("record", step.record.as_deref())
        .put_some("scenes", (!step.scenes.is_empty()).then(scenes))
        .into()
}

fn written_scene(scene: &SavedScene) -> Tree {
    Fields::default()
        .put("id", scene.id.as_str())
        .put("caption", scene.caption.as_str())
        .put_some("note", (!scene.note.is_empty()).then_some(scene.note.as_str()))
        .put("shows", scene.shows.as_str())
        .put_some("focus", scene.focus.as_ref().map(|link| link.as_str()))
        .put_some("seconds", scene.seconds.map(u64::from))
        .put("journey", scene.journey as u64)
        .put("scenario", scenario_file::written(&scene.scenario))
        .put("seed", scene.seed)
        .into()
}

fn written_named(named: &NamedScenario) -> Tree {
    Fields::default()
        .put("id", named.id.as_str())
        .put("name", named.name.as_str())
        .put_some("parent", named.parent.as_deref())
        .put_some(STRUCTURE, named.structure.as_deref().map(journey_file::written))
        .put("scenario", scenario_file::written(&named.scenario))
        .into()
}

fn written_agenda(agenda: &SavedAgenda) -> Tree {
    let elsewhere = agenda.elsewhere.iter().map(|(id, bets)| (id.clone(), written_bets(bets)));
    let signed = agenda.signed.iter().map(|(id, signing)| (id.clone(), written_signing(signing)));
    let signed: Vec<(String, Tree)> = signed.collect();
    Fields::default()
        .put_some("goal", agenda.goal.as_deref())
        .put_some("units", agenda.units.map(u64::from))
        .put("unit_cost", agenda.unit_cost.map_or(Tree::Null, Tree::from))
        .put_some("target", agenda.target)
        .put("bets", written_bets(&agenda.bets))
        .put("elsewhere", Tree::Object(elsewhere.collect()))
        .put_some("signing", (!agenda.signing.is_empty()).then(|| written_signing(&agenda.signing)))
        .put_some("signed", (!signed.is_empty()).then_some(Tree::Object(signed)))
        .put("is_covered", Tree::YesNo(agenda.is_covered))
        .put_some("is_told", agenda.is_told.then_some(Tree::YesNo(true)))
        .into()
}

fn written_signing(signing: &Signing) -> Tree {
    Fields::default()
        .put_some("question", said(&signing.question))
        .put_some("owner", said(&signing.owner))
        .put_some("check_on", said(&signing.check_on))
        .put_some("books", said(&signing.books))
        .into()
}

/// A text, where there is one.
fn said(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn written_bets(bets: &[LinkId]) -> Tree {
    Tree::List(bets.iter().map(|link| link.as_str().into()).collect())
}

/// A text, or null where there is none.
fn optional(text: Option<&str>) -> Tree {
    text.map_or(Tree::Null, Tree::from)
}
