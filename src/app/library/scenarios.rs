//! The scenarios that a group has given names: kept, taken up again, set beside each other. What a group does to them is one
//! step of undo, as any other change.

use crate::app::Project;
use crate::app::building::on_structure;
use crate::app::fitting::fit;
use crate::model::{Improvement, Journey, NamedScenario, Scenario};
use std::sync::Arc;

/// Most scenarios with a name [count], and the longest name [characters]. Assumptions: what a meeting can look over.
pub const MOST_SCENARIOS: usize = 24;
pub const LONGEST_SCENARIO: usize = 80;

/// What is on: what is switched off has no part in a scenario.
fn active(scenario: &Scenario) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.improvements.retain(|improvement| !improvement.off);
    scenario
}

fn named<'a>(work: &'a Project, id: &str) -> Option<&'a NamedScenario> {
    work.named.iter().find(|named| named.id == id)
}

/// Whether what is changed now is something else than the scenario that was taken up, or than today.
pub fn has_moved(work: &Project) -> bool {
    let began = work.taken.as_deref().and_then(|id| named(work, id));
    let nothing = || Scenario { effort_curve: work.scenario.effort_curve, ..Scenario::default() };
    active(&work.scenario) != began.map_or_else(nothing, |named| active(&named.scenario))
        || structure_of(work).as_deref() != began.and_then(|named| named.structure.as_deref())
}

/// The journey on the desk, where it has another structure than today's.
fn structure_of(work: &Project) -> Option<Arc<Journey>> {
    work.as_is.as_ref().map(|_| work.whole().clone())
}

/// The work with what is changed now kept under a name, as it was made from what was taken up. `None` where the name is
/// empty or too long, or there are as many as there can be.
pub fn keep_as(work: &Project, name: &str) -> Option<Project> {
    let name = name.trim();
    if !is_name(name) || work.named.len() >= MOST_SCENARIOS {
        return None;
    }
    let is_free = |id: &String| named(work, id).is_none();
    let id = (1..=work.named.len() + 1).map(|n| format!("scenario-{n}")).find(is_free)?;
    let parent = work.taken.clone().filter(|parent| named(work, parent).is_some());
    let mut all = work.named.to_vec();
    let (name, scenario) = (name.to_owned(), active(&work.scenario));
    let structure = structure_of(work).map(|journey| Box::new(Journey::clone(&journey)));
    all.push(NamedScenario { id: id.clone(), name, parent, structure, scenario });
    Some(Project { named: Arc::new(all), taken: Some(id), ..work.clone() })
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= LONGEST_SCENARIO
}

/// The work with a scenario of this name taken up in which the journey itself can be changed: from now on what is built is
/// built there, and today's journey stays as it is. `None` where [`keep_as`] would refuse the name.
pub fn build_on(work: &Project, name: &str) -> Option<Project> {
    let whole = Journey::clone(work.whole());
    keep_as(&on_structure(work, whole), name)
}

/// The work with the scenario of an id taken up, or with nothing changed. Proposals that it does not have are kept, switched
/// off; what the journey no longer has is left out. What was built in a scenario stays in it.
pub fn take_named(work: &Project, id: Option<&str>) -> Project {
    if work.as_is.is_some() { lay(&hold(work), id) } else { lay(work, id) }
}

fn lay(work: &Project, id: Option<&str>) -> Project {
    let found = id.and_then(|id| named(work, id));
    let on_desk = match found.and_then(|named| named.structure.as_deref()) {
        Some(structure) => on_structure(work, structure.clone()),
        None => work.on_as_it_is(),
    };
    let mut scenario = found.map(|named| named.scenario.clone()).unwrap_or_default();
    if found.is_none() {
        scenario.effort_curve = work.scenario.effort_curve;
    }
    let is_missing = |proposal: &&Improvement| scenario.improvements.iter().all(|known| known.id != proposal.id);
    let others: Vec<Improvement> =
        work.proposals().filter(is_missing).map(|p| Improvement { off: true, ..p.clone() }).collect();
    scenario.improvements.extend(others);
    let mut work = Project { scenario, taken: found.map(|named| named.id.clone()), ..on_desk };
    fit(&mut work);
    work
}

/// The work with what is changed now in the place of the scenario that was taken up.
pub fn hold(work: &Project) -> Project {
    let (now, structure) = (active(&work.scenario), structure_of(work));
    changed(work, |all| {
        for named in all.iter_mut().filter(|named| work.taken.as_ref() == Some(&named.id)) {
            named.scenario = now.clone();
            named.structure = structure.as_deref().cloned().map(Box::new);
        }
    })
}

/// The work with another name for a scenario; as it is where the name is empty or too long.
pub fn rename(work: &Project, id: &str, name: &str) -> Project {
    let name = name.trim();
    changed(work, |all| {
        for named in all.iter_mut().filter(|named| is_name(name) && named.id == id) {
            name.clone_into(&mut named.name);
        }
    })
}

/// The work without a scenario; where it lies on the desk, with what it was made from there. Those that were made from it are from what it was made from.
pub fn drop_named(work: &Project, id: &str) -> Project {
    let parent = named(work, id).and_then(|named| named.parent.clone());
    let mut work = changed(work, |all| {
        all.retain(|named| named.id != id);
        for named in all.iter_mut().filter(|named| named.parent.as_deref() == Some(id)) {
            named.parent.clone_from(&parent);
        }
    });
    if work.taken.as_deref() != Some(id) {
        return work;
    }
    if work.as_is.is_some() {
        return lay(&work, parent.as_deref());
    }
    work.taken = parent;
    work
}

/// The work as it was before what is changed since the scenario that was taken up; where nothing is, that which this one was
/// made from.
pub fn back_to_parent(work: &Project) -> Project {
    let taken = work.taken.as_deref();
    if has_moved(work) {
        return lay(work, taken);
    }
    let parent = taken.and_then(|id| named(work, id)).and_then(|named| named.parent.as_deref());
    lay(work, parent)
}

fn changed(work: &Project, change: impl FnOnce(&mut Vec<NamedScenario>)) -> Project {
    let mut all = work.named.to_vec();
    change(&mut all);
    Project { named: Arc::new(all), ..work.clone() }
}
